//! The professionalism index of civil servants: sum of its dimensions, shares, band; and predicates of performance by their matrix.
//!
//! Sources: Permenpan-RB 38/2018 (the index adds four dimensions; 91, 81, 71 and 61 begin its bands, whose printed limits leave
//! gaps for decimals); Permenpan-RB 6/2022 (the predicate of results and behaviour).

use crate::audit::expression::{Expression, number, of};
use crate::audit::facts::Facts;
use crate::audit::finding::{Finding, Severity};
use crate::audit::interval::Interval;
use crate::audit::names::plain;
use crate::audit::printed::{Place, Printed};
use crate::audit::statements::Statement;
use crate::audit::tables::professionalism::{MatrixCell, Professionalism};
use crate::diagnostics::Code;
use crate::language::Message;

/// The bands, lowest first: Indonesian, English, lowest value.
const BANDS: [(&str, &str, f64); 5] = [
    ("sangat rendah", "very low", 0.0),
    ("rendah", "low", 61.0),
    ("sedang", "moderate", 71.0),
    ("tinggi", "high", 81.0),
    ("sangat tinggi", "very high", 91.0),
];
/// Predicates by results and behaviour, each from below to above.
const MATRIX: [[&str; 3]; 3] =
    [["sangat kurang", "butuh perbaikan", "butuh perbaikan"], ["kurang", "baik", "baik"], ["kurang", "baik", "sangat baik"]];
/// The same words in English chapters.
const ENGLISH: [(&str, &str); 5] = [
    ("sangat kurang", "very poor"),
    ("butuh perbaikan", "needs improvement"),
    ("kurang", "poor"),
    ("sangat baik", "very good"),
    ("baik", "good"),
];

/// Adds the relations of the tables.
pub fn relate(facts: &mut Facts, tables: &[Professionalism]) {
    let net = &mut facts.network;
    for table in tables {
        let mut means = Vec::new();
        let whole = table.whole.as_ref().map(|(part, _)| part);
        for part in table.dimensions.iter().chain(whole) {
            let mean = net.printed("mean", &part.mean, Interval::new(0.0, 100.0));
            if let (Some(possible), Some(percent)) = (&part.possible, &part.percent) {
                let possible = net.printed("highest", possible, Interval::new(0.0, 100.0));
                let percent = net.printed("%", percent, Interval::new(0.0, 100.0));
                let share = of(mean) / of(possible) * number(100.0);
                net.relate(Code::Percentage, "% = mean / highest · 100", of(percent), share);
            }
            means.push(mean);
        }
        let count = |printed: Option<&Printed>| printed.map(|printed| printed.value);
        let all = whole.map(|whole| count(whole.n.as_ref()));
        // Means over different persons do not add up.
        let same = all.is_some_and(|all| table.dimensions.iter().all(|part| count(part.n.as_ref()) == all));
        if let (true, Some((total, parts))) = (same, means.split_last()) {
            let sum = Expression::Sum(parts.iter().map(|id| of(*id)).collect());
            net.relate(Code::Scores, "index = Σ dimensions", of(*total), sum);
        }
    }
}

/// Bands of the index in tables and text, and predicates that their matrix does not give.
pub fn check(
    tables: &[Professionalism],
    cells: &[MatrixCell],
    statements: &[Statement],
    mark: char,
    findings: &mut Vec<Finding>,
) {
    for (part, word) in tables.iter().filter_map(|table| table.whole.as_ref()) {
        judge(&part.mean, word, &part.mean.place, findings);
    }
    for statement in statements {
        for sentence in &statement.sentences {
            let lower = sentence.to_lowercase();
            if lower.contains("profesionalitas asn") || lower.contains("ip asn") || lower.contains("professionalism index") {
                named(statement, sentence, mark, findings);
            }
        }
    }
    for cell in cells {
        let Some(must) = MATRIX.get(cell.results).and_then(|row| row.get(cell.behavior)) else { continue };
        let Some(is) = said(&cell.text) else { continue };
        if is != *must {
            let words = Message::new(
                format!("matriks Permenpan-RB 6/2022 memberi {must}"),
                format!("the matrix of Permenpan-RB 6/2022 gives {must}"),
            );
            let place = cell.place.clone();
            let mut finding = Finding::said(Code::Category, Severity::Decision, place, cell.text.clone(), words);
            finding.likely = Some((*must).to_owned());
            findings.push(finding);
        }
    }
}

/// The predicate that a cell says.
fn said(text: &str) -> Option<&'static str> {
    ENGLISH.iter().find(|(id, en)| text.contains(id) || text.contains(en)).map(|(id, _)| *id)
}

/// `… 62,04 … kategori Rendah`, with one number before the word.
fn named(statement: &Statement, sentence: &str, mark: char, findings: &mut Vec<Finding>) {
    let split =
        sentence.split_once("kategori ").or_else(|| sentence.split_once("band ")).or_else(|| sentence.split_once("category "));
    let Some((before, after)) = split else { return };
    let numbers: Vec<Printed> = before
        .split_whitespace()
        .filter_map(|word| Printed::read(word.trim_matches(['(', ')', ',', ';', '.', '%']), mark, statement.place.clone()))
        .filter(|printed| printed.decimals > 0)
        .collect();
    if let [only] = numbers.as_slice() {
        let words: Vec<String> = after.split_whitespace().map(plain).collect();
        let of = |length: usize| words.get(..length).map(|words| words.join(" ")).unwrap_or_default();
        let word = [of(2), of(1)].into_iter().find(|word| position(word).is_some());
        judge(only, &word.unwrap_or_default(), &statement.place, findings);
    }
}

fn position(word: &str) -> Option<usize> {
    BANDS.iter().position(|(id, en, _)| *id == word || *en == word)
}

fn judge(printed: &Printed, word: &str, place: &Place, findings: &mut Vec<Finding>) {
    let Some(is) = position(word) else { return };
    let band = |value: f64| BANDS.iter().rposition(|(_, _, from)| (value * 100.0).round() / 100.0 >= *from).unwrap_or(0);
    let possible = [printed.interval.low, printed.value, printed.interval.high - 1e-9].map(band);
    if printed.value > 100.0 || possible.contains(&is) {
        return;
    }
    let must = BANDS.get(band(printed.value)).map(|(id, _, _)| (*id).to_owned()).unwrap_or_default();
    let words = Message::new(
        format!("{} termasuk {must}: batas bawahnya 91, 81, 71, dan 61 (Permenpan-RB 38/2018)", printed.text),
        format!("{} is in {must}: the bands begin at 91, 81, 71 and 61 (Permenpan-RB 38/2018)", printed.text),
    );
    let mut finding =
        Finding::said(Code::Category, Severity::Decision, place.clone(), format!("{}: {word}", printed.text), words);
    finding.likely = Some(must);
    findings.push(finding);
}
