//! Planted errors: in chapters of this program, printed in every shape, one number is changed; the audit must name it, and
//! nothing else. `docs/AUDIT.md` holds the figures; `BAB4_UPDATE_DOCS=1` writes it.
//!
//! A plant is a number of a kind that another printed number determines to within the change that is made. Changes are those
//! of a typing hand: one digit, or two neighbouring digits swapped, large enough to be no rounding (at least one part in
//! twenty, and five units of the last decimal). What is planted is decided here, by the table's headings, and knows nothing of
//! the audit's rules.

use super::corpus_annual as annual;
use super::shapes::Shape;
use super::words::{self, Said};
use crate::outcomes::{all, both, outcome};
use bab4::audit::audit;
use bab4::audit::chapter::{Chapter, Content};
use bab4::audit::finding::{Finding, Severity};
use bab4::audit::read::markdown;
use rayon::prelude::*;
use std::collections::BTreeMap;
use std::fmt::Write;
use std::path::Path;

/// A number that was changed.
#[derive(Debug, Clone)]
struct Plant {
    kind: &'static str,
    chapter: Chapter,
    table: Option<String>,
    was: String,
    is: String,
}

/// Numbers to be changed, one after another, always the same.
pub struct Dice(u64);

impl Dice {
    /// A number below `sides`.
    pub fn roll(&mut self, sides: usize) -> usize {
        self.0 = self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        ((self.0 >> 33) as usize) % sides.max(1)
    }
}

/// The table a grid belongs to, by the caption above it.
fn captions(chapter: &Chapter) -> Vec<Option<String>> {
    let mut current = None;
    let mut out = Vec::new();
    for block in &chapter.blocks {
        if let Content::Paragraph(words) = &block.content
            && let Some(rest) = words.strip_prefix("Tabel ")
            && let Some(number) = rest.split(' ').next()
        {
            current = Some(format!("Tabel {number}"));
        }
        out.push(current.clone());
    }
    out
}

fn digits(cell: &str) -> Option<f64> {
    let bare = cell.split('^').next()?.trim().replace('\u{2212}', "-");
    let plain = bare.chars().all(|c| c.is_ascii_digit() || c == ',' || c == '-') && bare.contains(|c: char| c.is_ascii_digit());
    plain.then(|| bare.replace(',', ".").parse::<f64>().ok()).flatten()
}

/// Another number that a hand might have typed; none when the change would be no larger than rounding.
fn typed(cell: &str, dice: &mut Dice, limit: Option<(f64, f64)>) -> Option<String> {
    let chars: Vec<char> = cell.chars().collect();
    let end = chars.iter().position(|c| *c == '^').unwrap_or(chars.len());
    let places: Vec<usize> = (0..end).filter(|at| chars[*at].is_ascii_digit()).collect();
    let was = digits(cell)?;
    let decimals = cell.split('^').next()?.trim().split(',').nth(1).map_or(0, str::len) as i32;
    for _ in 0..40 {
        let mut new = chars.clone();
        let at = places[dice.roll(places.len())];
        if dice.roll(3) == 0 && at + 1 < end && chars[at + 1].is_ascii_digit() {
            new.swap(at, at + 1);
        } else {
            new[at] = char::from_digit(dice.roll(10) as u32, 10)?;
        }
        let text: String = new.into_iter().collect();
        let is = digits(&text)?;
        let change = (is - was).abs();
        let leading = text.trim_start_matches(['-', '\u{2212}']).starts_with('0') && !text.contains(',') && text.len() > 1;
        let inside = limit.is_none_or(|(low, high)| is >= low && is <= high);
        if change >= 0.05 * was.abs()
            && change >= 5.0 * 10f64.powi(-decimals) * f64::from(decimals.min(1))
            && change > 0.0
            && inside
            && !leading
        {
            return Some(text);
        }
    }
    None
}

/// What a cell of a table is, by the table's headings and the row's label; none when nothing determines it.
fn kind_of(rows: &[Vec<String>], row: usize, column: usize) -> Option<&'static str> {
    let heading = rows[0].get(column)?.to_lowercase();
    let label = rows[row].iter().take(2).cloned().collect::<Vec<_>>().join(" ").to_lowercase();
    let has = |word: &str| rows[0].iter().any(|cell| cell.to_lowercase().contains(word));
    let value = digits(rows[row].get(column)?)?;
    if let Some(kind) = annual::kind_of(rows, row, column) {
        return Some(kind);
    }
    if has("std. error") && has("sig.") && has("beta") {
        return match heading.as_str() {
            h if h.ends_with("std. error") => Some("coefficients: standard error"),
            h if h.ends_with("beta") => None,
            "t" => Some("coefficients: t"),
            "sig." if value > 0.01 => Some("coefficients: significance"),
            h if h.ends_with("– b") => Some("coefficients: B"),
            _ => None,
        };
    }
    if has("sum of squares") {
        return match heading.as_str() {
            "sum of squares" => Some("anova: sum of squares"),
            "mean square" => Some("anova: mean square"),
            "f" => Some("anova: F"),
            "df" => Some("anova: df"),
            _ => None,
        };
    }
    if has("adjusted r square") {
        return match heading.as_str() {
            "r square" => Some("summary: R²"),
            "adjusted r square" => Some("summary: adjusted R²"),
            "std. error of the estimate" => Some("summary: standard error"),
            "r" => Some("summary: R"),
            _ => None,
        };
    }
    if has("tolerance") && has("vif") {
        return match heading.as_str() {
            "tolerance" => Some("collinearity: tolerance"),
            "vif" => Some("collinearity: VIF"),
            _ => None,
        };
    }
    if has("kolmogorov") {
        return match label.as_str() {
            l if l.contains("test statistic") => Some("normality: statistic"),
            l if l.contains("absolute") => Some("normality: absolute"),
            l if l.contains("std. deviation") => Some("normality: standard deviation"),
            l if l.starts_with('n') && value > 3.0 && column == 2 && !l.contains("parameters") => Some("normality: N"),
            _ => None,
        };
    }
    if has("frekuensi") && has("persentase") && column >= 2 {
        return if heading == "frekuensi" { Some("respondents: count") } else { Some("respondents: percentage") };
    }
    if has("sts") && has("rata-rata") && !label.contains("rata") {
        return match heading.as_str() {
            h if h.ends_with("– f") => Some("items: count"),
            h if h.ends_with("– skor") => Some("items: score"),
            "jumlah" => Some("items: sum"),
            "rata-rata" => Some("items: mean"),
            _ => None,
        };
    }
    if has("tidak langsung") && has("total") && column >= 1 {
        return Some("effects");
    }
    if has("sobel") {
        return match heading.as_str() {
            "sobel – z" | "aroian – z" => Some("indirect: z"),
            _ => None,
        };
    }
    None
}

/// The largest value a kind can have and still look right.
fn limit_of(kind: &str) -> Option<(f64, f64)> {
    match kind {
        "coefficients: significance" | "summary: R²" | "summary: R" | "normality: statistic" | "normality: absolute" => {
            Some((0.0, 1.0))
        }
        "collinearity: tolerance" => Some((0.01, 1.0)),
        "collinearity: VIF" => Some((1.0, 1e6)),
        "coefficients: standard error" => Some((0.001, 1e6)),
        "respondents: percentage" => Some((0.0, 100.0)),
        "service: mean of an element" => Some((1.0, 4.0)),
        "service: rank" => Some((1.0, 9.0)),
        _ => None,
    }
}

/// Changes of every kind in a chapter, `of_each` of a kind.
fn plants(chapter: &Chapter, dice: &mut Dice, of_each: usize) -> Vec<Plant> {
    let mut places: BTreeMap<&'static str, Vec<(usize, usize, usize)>> = BTreeMap::new();
    for (at, block) in chapter.blocks.iter().enumerate() {
        let Content::Grid(rows) = &block.content else { continue };
        for row in 1..rows.len() {
            for column in 0..rows[row].len() {
                if let Some(kind) = kind_of(rows, row, column) {
                    places.entry(kind).or_default().push((at, row, column));
                }
            }
        }
    }
    let tables = captions(chapter);
    let mut out = Vec::new();
    for (kind, places) in places {
        for _ in 0..of_each {
            let (at, row, column) = places[dice.roll(places.len())];
            let mut changed = chapter.clone();
            let Content::Grid(rows) = &mut changed.blocks[at].content else { continue };
            let was = rows[row][column].clone();
            let Some(is) = typed(&was, dice, limit_of(kind)) else { continue };
            rows[row][column].clone_from(&is);
            out.push(Plant { kind, chapter: changed, table: tables[at].clone(), was, is });
        }
    }
    out
}

/// Shapes in which the columns of these reports' tables are certain.
const ANNUAL_SHAPES: [Shape; 3] = [Shape::Markdown, Shape::Docx, Shape::Html];

#[derive(Default, Clone, Copy)]
struct Score {
    planted: usize,
    found: usize,
    corrected: usize,
    others: usize,
}

impl Score {
    fn add(&mut self, other: Score) {
        self.planted += other.planted;
        self.found += other.found;
        self.corrected += other.corrected;
        self.others += other.others;
    }
}

/// What the audit makes of an error in words: found when one of its codes is told; impossible numbers and other decisions beside
/// it are others.
fn judge_words(shape: Shape, said: Said) -> (Said, Score, Option<String>) {
    let report = audit(&shape.of(&said.chapter));
    let named = report.findings.iter().any(|finding| said.codes.contains(&finding.code));
    let beside = |finding: &&Finding| !said.codes.contains(&finding.code) && finding.severity != Severity::Practice;
    let others = report.findings.iter().filter(beside).count();
    let found = usize::from(named);
    let score = Score { planted: 1, found, corrected: found, others };
    let told: Vec<String> =
        report.findings.iter().map(|finding| format!("{} {} {:?}", finding.code, finding.printed, finding.place.table)).collect();
    let fault = (!named || others > 0).then(|| format!("{shape:?} {} {}: {told:?}", said.kind, said.change));
    (said, score, fault)
}

/// What the audit makes of a plant, and what it told when that is not the plant alone.
fn judge(shape: Shape, plant: Plant) -> (Plant, Score, Option<String>) {
    let report = audit(&shape.of(&plant.chapter));
    let is = plant.is.split('^').next().unwrap().trim();
    let swapped = |text: &str| if shape == Shape::Points { text.replace(',', ".") } else { text.to_owned() };
    let named = |printed: &str| printed.split('^').next().unwrap().trim() == swapped(is);
    let mut score = Score { planted: 1, ..Score::default() };
    for finding in report.findings.iter().filter(|finding| finding.severity == Severity::Impossible) {
        if named(&finding.printed) && finding.place.table == plant.table {
            score.found = 1;
            let was = swapped(plant.was.split('^').next().unwrap().trim());
            if finding.likely.as_deref() == Some(was.as_str()) {
                score.corrected = 1;
            }
        } else {
            score.others += 1;
        }
    }
    let told: Vec<String> = report
        .findings
        .iter()
        .map(|finding| {
            format!(
                "{} {:?}/{}/{} {}",
                finding.code, finding.place.table, finding.place.row, finding.place.column, finding.printed
            )
        })
        .collect();
    let fault = (score.found == 0 || score.others > 0)
        .then(|| format!("{shape:?} {} {:?} {} → {}: {told:?}", plant.kind, plant.table, plant.was, plant.is));
    (plant, score, fault)
}

#[test]
fn planted_errors_are_found_and_nothing_else() {
    let base = markdown::read(&outcome("disnaker-semarang").markdown);
    let mut dice = Dice(2019);
    let mut by_kind: BTreeMap<&'static str, Score> = BTreeMap::new();
    let mut by_shape: BTreeMap<Shape, Score> = BTreeMap::new();
    let mut missed = Vec::new();
    for shape in Shape::ALL {
        let clean = audit(&shape.of(&base));
        let findings: Vec<String> =
            clean.findings.iter().map(|finding| format!("{} {:?} {}", finding.code, finding.place, finding.printed)).collect();
        assert!(findings.is_empty(), "{shape:?} without a plant: {findings:#?}");
        let of_each = if shape == Shape::Markdown { 2 } else { 1 };
        let judged: Vec<(Plant, Score, Option<String>)> =
            plants(&base, &mut dice, of_each).into_par_iter().map(|plant| judge(shape, plant)).collect();
        for (plant, score, fault) in judged {
            missed.extend(fault);
            by_kind.entry(plant.kind).or_default().add(score);
            by_shape.entry(shape).or_default().add(score);
        }
    }
    for shape in [Shape::Markdown, Shape::Docx, Shape::Tabs] {
        let said = words::plants(&base, &mut dice);
        assert!(said.len() >= 18, "only {} kinds of errors in words", said.len());
        let judged: Vec<(Said, Score, Option<String>)> = said.into_par_iter().map(|said| judge_words(shape, said)).collect();
        for (said, score, fault) in judged {
            missed.extend(fault);
            by_kind.entry(said.kind).or_default().add(score);
            by_shape.entry(shape).or_default().add(score);
        }
    }
    for (name, shape) in annual::REPORTS.into_iter().flat_map(|name| ANNUAL_SHAPES.map(|shape| (name, shape))) {
        let base = markdown::read(&outcome(name).markdown);
        let clean = audit(&shape.of(&base));
        assert!(clean.findings.is_empty(), "{name} {shape:?} without a plant: {:#?}", clean.findings);
        let changed = plants(&base, &mut dice, 2);
        let judged: Vec<(Plant, Score, Option<String>)> = changed.into_par_iter().map(|plant| judge(shape, plant)).collect();
        for (plant, score, fault) in judged {
            missed.extend(fault);
            by_kind.entry(plant.kind).or_default().add(score);
            by_shape.entry(shape).or_default().add(score);
        }
        let mut said = words::plants_of(&base, &mut dice, annual::CELLS, annual::TEXTS);
        said.extend(annual::in_tables(&base, &mut dice));
        for (said, score, fault) in said.into_iter().map(|said| judge_words(shape, said)) {
            missed.extend(fault);
            by_kind.entry(said.kind).or_default().add(score);
            by_shape.entry(shape).or_default().add(score);
        }
    }
    if std::env::var_os("SHOW").is_some() {
        println!("{}", missed.join("\n"));
    }
    let mut all = Score::default();
    by_shape.values().for_each(|score| all.add(*score));
    let page = page(&by_kind, &by_shape, all);
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("docs/AUDIT.md");
    if std::env::var_os("BAB4_UPDATE_DOCS").is_some_and(|value| value == "1") {
        std::fs::write(&path, &page).unwrap();
    }
    assert!(all.planted >= 300, "only {} plants", all.planted);
    assert!(all.found * 100 >= all.planted * 95, "found {} of {}:\n{}", all.found, all.planted, missed.join("\n"));
    assert!(all.found * 100 >= (all.found + all.others) * 99, "{} others:\n{}", all.others, missed.join("\n"));
    let there = std::fs::read_to_string(&path).unwrap_or_default().replace("\r\n", "\n");
    assert!(there == page, "docs/AUDIT.md is stale: run `BAB4_UPDATE_DOCS=1 cargo test audit`");
}

fn page(by_kind: &BTreeMap<&'static str, Score>, by_shape: &BTreeMap<Shape, Score>, sum: Score) -> String {
    let mut out = String::from(
        "<!-- Dibuat oleh sebuah uji; jangan disunting. Made by a test; do not edit: BAB4_UPDATE_DOCS=1 cargo test audit -->\n\n\
         # Seberapa baik `bab4 audit` menemukan kesalahan · How well `bab4 audit` finds errors\n\n\
         Bab contoh dicetak dalam setiap bentuk, lalu satu angka diubah seperti salah ketik (satu angka, atau dua angka bertukar; \
         sekurang-kurangnya 5%), atau satu kata, keputusan, atau angka dalam kalimat. *Ditemukan*: angka itulah yang disebut mustahil. *Benar*: usulannya sama dengan angka semula. \
         *Lain*: angka lain yang disebut mustahil.\n\n\
         The example chapter is printed in every shape, and one number is changed as by a slip in typing (one digit, or two swapped; \
         at least 5%), or one word, decision or number of a sentence. *Found*: that number is called impossible. *Right*: the proposed value is the original. *Others*: other \
         numbers that are called impossible.\n",
    );
    let _ = write!(
        out,
        "\nBab tanpa kesalahan yang diperiksa · clean chapters audited: {}, temuan · findings: 0\n",
        both().count() + 2 * all().len() + Shape::ALL.len()
    );
    let table = |out: &mut String, heading: &str, rows: Vec<(String, Score)>| {
        let _ = write!(
            out,
            "\n| {heading} | Ditanam · Planted | Ditemukan · Found | Benar · Right | Lain · Others |\n|---|--:|--:|--:|--:|\n"
        );
        for (name, score) in rows {
            let _ = writeln!(out, "| {name} | {} | {} | {} | {} |", score.planted, score.found, score.corrected, score.others);
        }
    };
    let mut kinds: Vec<(String, Score)> = by_kind.iter().map(|(kind, score)| ((*kind).to_owned(), *score)).collect();
    kinds.push(("**Σ**".to_owned(), sum));
    table(&mut out, "Angka · Number", kinds);
    table(&mut out, "Bentuk · Shape", by_shape.iter().map(|(shape, score)| (format!("{shape:?}"), *score)).collect());
    out
}

/// A chapter of more than a hundred pages (a page holds about two thousand characters): bounded time, also where it is full of
/// errors. In a build without optimization the bound is generous; `docs/AUDIT.md` says nothing about seconds.
#[test]
fn a_hundred_pages_do_not_take_long() {
    let one = &outcome("disnaker-semarang").markdown;
    let text: String = (4..10).map(|chapter| one.replace("Tabel 4.", &format!("Tabel {chapter}."))).collect();
    assert!(text.len() > 200_000, "{}", text.len());
    let start = std::time::Instant::now();
    let report = audit(&markdown::read(&text));
    let seconds = start.elapsed().as_secs_f64();
    println!("{} characters: {seconds} s, {} numbers", text.len(), report.numbers);
    assert!(seconds < 20.0, "{seconds} s");
}
