//! Category words against the bands that the chapter itself declares.

use crate::audit::finding::{Finding, Severity};
use crate::audit::names::plain;
use crate::audit::printed::{Place, Printed};
use crate::audit::statements::Statement;
use crate::diagnostics::Code;
use crate::language::Message;

/// A band: its word and upper limit.
#[derive(Debug, Clone, PartialEq)]
struct Band {
    word: String,
    low: f64,
    high: f64,
}

/// Checks the category words of the text.
pub fn check(statements: &[Statement], mark: char, findings: &mut Vec<Finding>) {
    let bands = bands(statements, mark);
    if bands.len() < 3 {
        return;
    }
    for statement in statements {
        for sentence in &statement.sentences {
            in_brackets(statement, sentence, &bands, mark, findings);
            named(statement, sentence, &bands, mark, findings);
        }
    }
}

/// `sangat rendah (1,00–1,80)`, each in a paragraph or list item of its own, from the lowest to the highest without gaps.
fn bands(statements: &[Statement], mark: char) -> Vec<Band> {
    let mut bands: Vec<Band> = Vec::new();
    for statement in statements {
        let text = statement.sentences.join(" ");
        if text.len() > 80 {
            continue;
        }
        let Some(band) = band(&text, mark) else { continue };
        if !bands.iter().any(|there| there.word == band.word) {
            bands.push(band);
        }
    }
    bands.sort_by(|a, b| a.low.total_cmp(&b.low));
    let joined = bands.windows(2).all(|pair| matches!(pair, [a, b] if b.low - a.high > -1e-9 && b.low - a.high < 0.0101));
    if joined { bands } else { Vec::new() }
}

fn band(text: &str, mark: char) -> Option<Band> {
    let text = text.replace(['–', '—', '-'], " – ").replace("s/d", " – ").replace("sampai", " – ");
    let words: Vec<&str> = text.split_whitespace().collect();
    let read = |word: &str| {
        Printed::read(word.trim_matches(['(', ')', ':', '=', ';', ',', '.']), mark, Place::default())
            .filter(|printed| printed.decimals > 0)
    };
    let at = words.iter().position(|word| *word == "–")?;
    let (low, high) = (read(words.get(at.checked_sub(1)?)?)?, read(words.get(at + 1)?)?);
    let rest: Vec<&str> = words.iter().filter(|word| read(word).is_none() && **word != "–").copied().collect();
    let word = plain(&rest.join(" ")).trim_start_matches("kategori ").to_owned();
    (!word.is_empty() && word.split(' ').count() <= 3 && low.value < high.value).then_some(Band {
        word,
        low: low.value,
        high: high.value,
    })
}

/// The band of a mean, as printed bands are read: two decimals, halves up.
fn band_of(bands: &[Band], value: f64) -> Option<&Band> {
    let rounded = (value * 100.0 + 1e-9).round() / 100.0;
    bands.iter().find(|band| rounded <= band.high + 1e-9).filter(|band| rounded >= band.low - 0.0101)
}

/// Whether every value printed like this lies in the band of that word, or some do.
fn fits(bands: &[Band], printed: &Printed, word: &str) -> bool {
    [printed.interval.low, printed.value, printed.interval.high - 1e-9]
        .iter()
        .any(|value| band_of(bands, *value).is_some_and(|band| band.word == word))
}

/// `(3,426; tinggi)`, `3,392 (cukup)`.
fn in_brackets(statement: &Statement, sentence: &str, bands: &[Band], mark: char, findings: &mut Vec<Finding>) {
    let mut rest = sentence;
    while let Some((before, after)) = rest.split_once('(') {
        let Some((inside, behind)) = after.split_once(')') else { return };
        let last = before.split_whitespace().next_back().unwrap_or_default();
        let (number, word) = inside.rsplit_once("; ").or_else(|| inside.rsplit_once(", ")).unwrap_or((last, inside));
        judge(statement, number, word, bands, mark, findings);
        rest = behind;
    }
}

/// `rata-rata … 3,392 … kategori cukup`.
fn named(statement: &Statement, sentence: &str, bands: &[Band], mark: char, findings: &mut Vec<Finding>) {
    let Some((before, after)) = sentence.split_once("kategori ").or_else(|| sentence.split_once("category ")) else { return };
    let lower = before.to_lowercase();
    if !(lower.contains("rata-rata") || lower.contains("mean") || lower.contains("rerata")) || after.contains("kategori ") {
        return;
    }
    let means: Vec<&str> = before
        .split_whitespace()
        .filter(|word| {
            !word.contains('–')
                && Printed::read(word.trim_matches(['(', ')', ',', ';', '.']), mark, Place::default())
                    .is_some_and(|printed| printed.decimals >= 2)
        })
        .collect();
    // With one number before the word there is no doubt which is meant.
    if let [mean] = means.as_slice() {
        let words: Vec<String> = after.split_whitespace().map(plain).collect();
        for length in [3, 2, 1] {
            let word = words.get(..length).map(|words| words.join(" ")).unwrap_or_default();
            if bands.iter().any(|band| band.word == word) {
                judge(statement, mean, &word, bands, mark, findings);
                return;
            }
        }
    }
}

fn judge(statement: &Statement, number: &str, word: &str, bands: &[Band], mark: char, findings: &mut Vec<Finding>) {
    let word = plain(word);
    let number = number.trim_matches(['(', ')', ',', ';', '.', ' ']);
    let Some(printed) = Printed::read(number, mark, statement.place.clone()).filter(|printed| printed.decimals >= 2) else {
        return;
    };
    let (Some(first), Some(last)) = (bands.first(), bands.last()) else { return };
    if !bands.iter().any(|band| band.word == word)
        || printed.value < first.low
        || printed.value > last.high
        || fits(bands, &printed, &word)
    {
        return;
    }
    let must = band_of(bands, printed.value).map(|band| band.word.clone()).unwrap_or_default();
    let mut finding = Finding::said(
        Code::Category,
        Severity::Decision,
        statement.place.clone(),
        format!("{number}: {word}"),
        Message::new(
            format!("rata-rata {number} termasuk kategori {must}"),
            format!("a mean of {number} lies in the band {must}"),
        ),
    );
    finding.likely = Some(must);
    findings.push(finding);
}
