//! Studies put together by chance: few cases, holes, constants, any claims and settings. Whatever they are, the chapter is
//! composed, and no sentence of it contradicts another or a table.

use super::{consistency, file, language, outcome};
use bab4::language::Language;
use std::fmt::Write;

/// Studies tried.
const STUDIES: u64 = 40;

/// Names without digits, so that every digit of a sentence is a number.
const NAMES: [&str; 7] = ["Kompetensi", "Motivasi", "Disiplin", "Kepuasan", "Komitmen", "Loyalitas", "Kinerja"];

/// Numbers that are the same in every run (Steele, Lea & Flood 2014, SplitMix64).
struct Chance(u64);

impl Chance {
    fn next(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut z = self.0;
        z = (z ^ (z >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        z = (z ^ (z >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        z ^ (z >> 31)
    }

    fn below(&mut self, n: usize) -> usize {
        usize::try_from(self.next() % n as u64).unwrap()
    }

    fn one<'a>(&mut self, of: &[&'a str]) -> &'a str {
        of[self.below(of.len())]
    }
}

/// A study file and its data.
fn study(chance: &mut Chance) -> (String, String) {
    let variables = 2 + chance.below(5);
    let cases = [3, 5, 8, 20, 45][chance.below(5)];
    let top = [2, 4, 5, 7][chance.below(4)];
    let own_bands = bands(chance, top);
    let mut yaml = format!("title: Judul {}\nscale: {{ min: 1, max: {top}{own_bands} }}\n", chance.one(&["A", "B", "C"]));
    let handed_out = match chance.below(4) {
        0 => format!(", distributed: {cases}"),
        1 => format!(", distributed: {}", cases + 7),
        _ => String::new(),
    };
    let missing = chance.one(&["by_analysis", "complete"]);
    let _ = writeln!(yaml, "data: {{ file: a.csv, missing: {missing}{handed_out} }}");
    if chance.below(2) == 0 {
        let population = cases + 3 * chance.below(2);
        let _ = writeln!(yaml, "object: Dinas Contoh\nsubjects: pegawai\npopulation: {population}\nsampling: census");
    }
    let _ = writeln!(
        yaml,
        "respondents: {{ jk: Jenis Kelamin, umur: {{ name: Umur, classes: [20, 40], unit: tahun }} }}\nvariables:"
    );
    let mut columns = vec!["jk".to_owned(), "umur".to_owned()];
    for (position, name) in NAMES.iter().enumerate().take(variables) {
        let items = [0, 1, 2, 4][chance.below(4)];
        let names: Vec<String> = (0..items).map(|item| format!("Indikator {}", ["satu", "dua", "tiga", "empat"][item])).collect();
        let measure = match (items, chance.below(5)) {
            (0, _) => format!("column: V{position}"),
            (4, 0) => "indicators: [Indikator satu, { name: Indikator dua, items: [{ statement: Saya hadir. }, { statement: Saya datang. }, { statement: Saya pulang., reverse: true }] }]".to_owned(),
            _ => format!("indicators: [{}]", names.join(", ")),
        };
        let _ = writeln!(yaml, "  V{position}: {{ name: {name}, {measure} }}");
        match items {
            0 => columns.push(format!("V{position}")),
            _ => columns.extend((1..=items).map(|item| format!("V{position}.{item}"))),
        }
    }
    yaml.push_str("hypotheses:\n");
    for id in 1..=1 + chance.below(6) {
        // Arrows lead from earlier variables to later ones: no circles.
        let to = 1 + chance.below(variables - 1);
        let from = chance.below(to);
        let sign = chance.one(&["", " (+)", " (-)"]);
        let claim = match chance.below(8) {
            0 | 1 if to - from > 1 => format!("V{from} -> V{} -> V{to}{sign}", from + 1),
            2 if to > 1 => format!("V0 & V{} -> V{to}", to - 1),
            3 => format!("V{from} <-> V{to}{sign}"),
            4 => format!("V{to} ~ jk"),
            _ => format!("V{from} -> V{to}{sign}"),
        };
        let _ = writeln!(yaml, "  H{id}: {claim}");
    }
    let last = variables - 1;
    let _ = match chance.below(4) {
        0 => writeln!(yaml, "regressions: {{ tambahan: {{ outcome: V{last}, predictors: [V0, jk, umur] }} }}"),
        1 => writeln!(yaml, "regressions: {{ V{last}: [jk, V{}] }}", chance.below(last)),
        _ => Ok(()),
    };
    let decides = chance.one(&["percentile", "sobel"]);
    let resamples = chance.one(&["0", "100"]);
    let _ = writeln!(
        yaml,
        "analysis: {{ alpha: {}, tails: {}, validity: {{ critical: {}, method: {} }}, reliability: {{ minimum: 0.60 }}, mediation: {{ decides: {decides}, resamples: {resamples} }} }}",
        chance.one(&["0.05", "0.10", "0.01"]),
        chance.one(&["1", "2"]),
        chance.one(&["r-table", "significance", "0.3"]),
        chance.one(&["corrected", "pearson"]),
    );
    let (constant, empty) = (chance.below(12), chance.below(9));
    let holes = [0, 0, 10, 40][chance.below(4)];
    let mut csv = columns.join(",") + "\n";
    for _ in 0..cases {
        let common = chance.below(top);
        let cells: Vec<String> = columns
            .iter()
            .enumerate()
            .map(|(position, column)| {
                let value = match column.as_str() {
                    "jk" => chance.one(&["Laki-laki", "Perempuan"]).to_owned(),
                    "umur" => (20 + chance.below(40)).to_string(),
                    _ if position == constant => "1".to_owned(),
                    // Half of what is answered is common to all.
                    _ => (1 + if chance.below(2) == 0 { common } else { chance.below(top) }).to_string(),
                };
                if (position == 1 && empty == 0) || chance.below(100) < holes { String::new() } else { value }
            })
            .collect();
        let _ = writeln!(csv, "{}", cells.join(","));
    }
    (yaml, csv)
}

/// Bands of the study's own: by their lowest values, or equal ones.
fn bands(chance: &mut Chance, top: usize) -> String {
    match chance.below(3) {
        0 if top > 2 => format!(", categories: {{ kurang: 1, cukup: 2, baik: {}.5 }}", top - 1),
        1 => ", categories: [kurang, baik]".to_owned(),
        _ => String::new(),
    }
}

#[test]
fn whatever_the_study_the_chapter_agrees_with_itself() {
    let folder = tempfile::tempdir().unwrap();
    let mut composed = 0;
    for seed in 0..STUDIES {
        let (yaml, csv) = study(&mut Chance(seed));
        let path = folder.path().join("study.yaml");
        std::fs::write(&path, &yaml).unwrap();
        std::fs::write(folder.path().join("a.csv"), &csv).unwrap();
        // Each study in one of the languages.
        let chosen = if seed % 2 == 0 { Language::Id } else { Language::En };
        let Some(outcome) = super::try_run_in(chosen, &path, |_| {}) else { continue };
        let document = &outcome.document;
        let tried = std::panic::catch_unwind(|| {
            consistency::check(&outcome, document);
            language::check(&format!("seed {seed}"), document);
        });
        assert!(tried.is_ok(), "seed {seed}\n{yaml}\n{csv}");
        composed += 1;
    }
    assert!(composed * 2 > STUDIES, "only {composed} of {STUDIES} were composed");
}

/// The checks themselves notice: a verdict, a number, a reference that is wrong.
#[test]
fn the_checks_notice_what_is_wrong() {
    use bab4::report::document::{Block, Inline};
    let study = outcome("effects");
    let fails = |change: &dyn Fn(&mut bab4::report::document::Document)| {
        let mut document = study.document.clone();
        change(&mut document);
        std::panic::catch_unwind(|| {
            consistency::check(study, &document);
            language::check("effects", &document);
        })
        .is_err()
    };
    assert!(!fails(&|_| {}));
    let say = |inlines: Vec<Inline>| {
        move |document: &mut bab4::report::document::Document| document.blocks.push(Block::Paragraph(inlines.clone()))
    };
    let text = |words: &str| vec![Inline::text(words)];
    assert!(fails(&say(text("H1 ditolak."))));
    assert!(fails(&say(text("tanpa huruf besar."))));
    assert!(fails(&say(text("Tanpa titik"))));
    assert!(fails(&say(text("Dua  spasi."))));
    assert!(fails(&say(text("Kata yang yang ganda."))));
    assert!(fails(&say(text("Hasil analisa."))));
    assert!(fails(&say(text("Tidak ada pengaruh."))));
    assert!(fails(&say(text("Nilainya NaN."))));
    let number = bab4::numbers::Quantity::new(bab4::numbers::Kind::Statistic, 1.0);
    let value = Inline::Value { quantity: number, path: "regressions/Y/r2".into(), setting: bab4::numbers::Setting::Sentence };
    assert!(fails(&say(vec![Inline::text("Nilai "), value, Inline::text(".")])));
    let nowhere = Inline::Reference { target: "nowhere".into(), text: None };
    assert!(fails(&say(vec![Inline::text("Lihat "), nowhere, Inline::text(".")])));
    assert!(file("effects").exists());
}
