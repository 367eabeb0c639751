//! One answer: a figure, a label or an abbreviation of its scale, or both at once.

use super::coding::{Coding, Reading};
use super::problem::OffScaleReason;
use super::table::CellText;
use super::wording::answer_key;
use crate::diagnostics::suggest;
use crate::language::{Language, Text};
use crate::study::Scale;
use std::collections::BTreeMap;

/// The words of a scale, or of an item with labels of its own, with their scores.
pub struct Words {
    min: i64,
    max: i64,
    /// By their form for comparison.
    scores: BTreeMap<String, i64>,
    /// By their letters alone, for `Ragu ragu` and `Sangat-setuju`; `None` where two words share them.
    loose: BTreeMap<String, Option<i64>>,
    /// As declared, lowest first.
    labels: Vec<String>,
}

impl Words {
    /// The words of a scale; `own` are the labels of an item that has its own.
    pub fn new(scale: &Scale, own: Option<&[Text]>) -> Words {
        let labels = own.unwrap_or(&scale.labels);
        let mut scores = BTreeMap::new();
        // Labels first: an abbreviation never takes the place of a label.
        for texts in [labels, &scale.abbreviations] {
            for (score, text) in scale.values().zip(texts) {
                for language in Language::ALL {
                    scores.entry(answer_key(text.get(language))).or_insert(score);
                }
            }
        }
        scores.remove("");
        if scale.abbreviations.is_empty() {
            for (initials, score) in initials(scale, labels) {
                scores.entry(initials).or_insert(score);
            }
        }
        let mut loose: BTreeMap<String, Option<i64>> = BTreeMap::new();
        for (key, score) in scores.iter().filter(|(key, _)| key.chars().count() > 3) {
            let known = loose.entry(letters_of(key)).or_insert(Some(*score));
            *known = known.filter(|known| known == score);
        }
        Words {
            min: scale.min,
            max: scale.max,
            scores,
            loose,
            labels: labels.iter().map(|text| text.get(Language::Id).to_owned()).collect(),
        }
    }

    /// The score of a word, in any of its usual spellings; also of a label with its abbreviation, `Sangat Setuju (SS)`.
    fn word(&self, text: &str) -> Option<i64> {
        let one = |text: &str| {
            let known = self.scores.get(&answer_key(text)).copied();
            known.or_else(|| self.loose.get(&letters_of(&answer_key(text))).copied().flatten())
        };
        one(text).or_else(|| {
            let (before, inner) = text.strip_suffix(')')?.rsplit_once('(')?;
            one(before).filter(|score| one(inner) == Some(*score))
        })
    }

    fn on_scale(&self, value: f64) -> Option<i64> {
        let whole = value.round();
        let near = (value - whole).abs() <= 0.0 && whole.abs() < 1e15;
        let score = near.then_some(whole as i64)?;
        (self.min..=self.max).contains(&score).then_some(score)
    }

    /// Reads an answer; the error says why it is not on the scale.
    pub fn read(&self, coding: &Coding, cell: &CellText) -> Result<Reading, OffScaleReason> {
        let text = &*cell.text;
        if coding.missing.hold(text) {
            return Ok(Reading::Missing);
        }
        if let Some(label) = cell.label.as_deref() {
            return self.read_labelled(coding, cell, label);
        }
        if let Some(score) = self.word(text) {
            return Ok(Reading::Value(score as f64));
        }
        // A sanitised export keeps the sign of a formula before the answer.
        if let Some(rest) = text.strip_prefix('=').filter(|rest| !rest.is_empty() && !rest.starts_with('=')) {
            return self.read(coding, &CellText { text: rest.into(), number: false, label: None });
        }
        let off_scale = |value: f64| self.on_scale(value).is_none();
        match coding.number(cell) {
            Reading::Value(value) | Reading::CommaValue(value) if off_scale(value) => {
                return Err(OffScaleReason::Number);
            }
            Reading::Ambiguous(decimal, thousands) => {
                // Both readings of `4,000` are numbers, but only one can be an answer.
                return match (self.on_scale(decimal), self.on_scale(thousands)) {
                    (Some(score), None) => Ok(Reading::CommaValue(score as f64)),
                    _ => Err(OffScaleReason::Number),
                };
            }
            Reading::Text => {}
            number => return Ok(number),
        }
        if let Some((number, words)) = number_and_words(text) {
            let label = number.checked_sub(self.min).and_then(|at| usize::try_from(at).ok()).and_then(|at| self.labels.get(at));
            match self.word(words) {
                _ if self.on_scale(number as f64).is_none() => return Err(OffScaleReason::Number),
                Some(score) if score == number => return Ok(Reading::Value(number as f64)),
                None if self.scores.is_empty() => return Ok(Reading::Value(number as f64)),
                Some(_) => {
                    return Err(OffScaleReason::Contradiction { label: label.cloned().unwrap_or_default() });
                }
                None => {}
            }
        }
        Err(self.reason(text))
    }

    /// Reads a value to which the file gives a label: the number where it is on the scale, unless the label says another one.
    fn read_labelled(&self, coding: &Coding, cell: &CellText, label: &str) -> Result<Reading, OffScaleReason> {
        if coding.missing.hold(label) {
            return Ok(Reading::Missing);
        }
        let number = match coding.number(cell) {
            Reading::Value(value) => self.on_scale(value),
            _ => None,
        };
        match (number, self.word(label)) {
            (Some(number), Some(score)) if number != score => {
                let meant =
                    number.checked_sub(self.min).and_then(|at| usize::try_from(at).ok()).and_then(|at| self.labels.get(at));
                Err(OffScaleReason::Contradiction { label: meant.cloned().unwrap_or_default() })
            }
            (Some(score), _) | (None, Some(score)) => Ok(Reading::Value(score as f64)),
            (None, None) => {
                // The label as if it had been the answer.
                let bare = CellText { text: label.into(), number: false, label: None };
                match self.read(coding, &bare) {
                    Err(_) if cell.number => Err(OffScaleReason::Number),
                    read => read,
                }
            }
        }
    }

    fn reason(&self, text: &str) -> OffScaleReason {
        let key = answer_key(text);
        if text.matches('\n').count() > 2 {
            return OffScaleReason::SeveralLines;
        }
        if looks_like_date(text) {
            return OffScaleReason::Date;
        }
        if matches!(key.as_str(), "ks" | "cs" | "kurang setuju" | "cukup setuju") {
            let middle = usize::try_from(3 - self.min).ok().and_then(|at| self.labels.get(at)).cloned();
            return OffScaleReason::MiddleOrLow { middle, abbreviated: key.len() == 2 };
        }
        if self.scores.is_empty() {
            return OffScaleReason::NoLabels;
        }
        match suggest::nearest(text, self.labels.iter().map(String::as_str)) {
            Some(near) => OffScaleReason::NearLabel(near.to_owned()),
            None => OffScaleReason::Unknown { labels: self.labels.clone() },
        }
    }
}

/// `STS`, `TS`, … of labels that have no declared abbreviations; none where two labels would share one.
fn initials(scale: &Scale, labels: &[Text]) -> Vec<(String, i64)> {
    let of = |label: &str| -> String {
        let words = answer_key(label);
        let words = words.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty());
        words.filter_map(|word| word.chars().next()).collect()
    };
    let all: Vec<(String, i64)> =
        labels.iter().zip(scale.values()).map(|(label, score)| (of(label.get(Language::Id)), score)).collect();
    let single = |(initials, score): &&(String, i64)| !all.iter().any(|(other, of)| other == initials && of != score);
    let distinct = all.iter().filter(single).count() == all.len();
    if distinct { all } else { Vec::new() }
}

/// Letters and figures alone.
fn letters_of(key: &str) -> String {
    key.chars().filter(|c| c.is_alphanumeric()).collect()
}

/// `5 - Sangat Setuju`, `5. SS`, `(5) SS`, `Sangat Setuju (5)`, `SS = 5`: the number and the words.
pub fn number_and_words(text: &str) -> Option<(i64, &str)> {
    let is_mark =
        |c: char| c.is_whitespace() || matches!(c, '-' | '–' | '—' | '=' | ':' | '.' | ',' | '(' | ')' | '[' | ']' | '/');
    let text = text.trim_matches(is_mark);
    let is_digit = |c: char| c.is_ascii_digit();
    let behind = text.trim_start_matches(is_digit);
    let before = text.trim_end_matches(is_digit);
    let (digits, words) =
        if behind.len() < text.len() { (&text[..text.len() - behind.len()], behind) } else { (&text[before.len()..], before) };
    let separated = words.trim_matches(is_mark);
    // Without anything between them, number and letters are a code such as `S1`, not an answer.
    let apart = separated.len() < words.len() && !separated.is_empty();
    let number = digits.parse().ok().filter(|_| digits.len() <= 3)?;
    // More digits would make it a range (`4-5`) or a text of its own.
    let words_only = separated.chars().all(|c| !c.is_numeric() && !c.is_control());
    (apart && words_only).then_some((number, separated))
}

/// `2025-04-03`, perhaps with a time: the form in which dates of workbooks arrive.
fn looks_like_date(text: &str) -> bool {
    let date: Vec<&str> = text.split(' ').next().unwrap_or("").split('-').collect();
    matches!(date.as_slice(), [year, month, day]
        if [(year, 4), (month, 2), (day, 2)]
            .iter()
            .all(|(part, length)| part.len() == *length && part.bytes().all(|b| b.is_ascii_digit())))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_with_words_come_apart() {
        for text in ["5 - Setuju", "5. Setuju", "(5) Setuju", "Setuju (5)", "Setuju = 5", "5-Setuju"] {
            assert_eq!(number_and_words(text), Some((5, "Setuju")), "{text}");
        }
        for text in ["5", "S5", "Setuju", "", "- -", "5555 Setuju", "4-5", "4 atau 5"] {
            assert_eq!(number_and_words(text), None, "{text}");
        }
    }
}
