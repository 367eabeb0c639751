//! From answers to numbers: figures, labels and abbreviations of the scale, missing codes.

use super::Column;
use super::number::{DecimalMarks, Number};
use super::problem::{Cells, DatasetProblem, OffScaleReason};
use super::table::{CellText, Table, TextColumn};
use super::wording::{answer_key, fold};
use crate::diagnostics::suggest;
use crate::language::{Language, Text};
use crate::study::{Item, Scale};
use indexmap::IndexMap;
use std::collections::BTreeMap;

/// At most this many different answers of a variable are named as being off its scale.
const NAMED_TEXTS: usize = 8;

/// Texts that mean "no answer"; an empty cell always does.
#[derive(Debug, Clone, Default)]
pub struct MissingCodes(Vec<String>);

impl MissingCodes {
    /// The declared codes.
    pub fn new(codes: &[String]) -> MissingCodes {
        MissingCodes(codes.iter().map(|code| fold(code)).collect())
    }

    /// Whether this text is one of them.
    pub fn hold(&self, text: &str) -> bool {
        let folded = fold(text);
        folded.is_empty()
            || self.0.iter().any(|code| {
                *code == folded
                    || matches!((code.parse::<f64>(), folded.parse::<f64>()), (Ok(a), Ok(b)) if a.total_cmp(&b).is_eq())
            })
    }
}

/// What every answer is read with.
pub struct Coding<'a> {
    /// The file.
    pub table: &'a Table,
    /// Decimal marks seen in it.
    pub marks: DecimalMarks,
    /// Texts that mean "no answer".
    pub missing: MissingCodes,
}

/// A text of a number column.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum Reading {
    /// No answer.
    Missing,
    /// This number.
    Value(f64),
    /// This number, written with a decimal comma.
    CommaValue(f64),
    /// Two readings.
    Ambiguous(f64, f64),
    /// No number.
    Text,
}

impl Coding<'_> {
    /// Reads a text as a number.
    pub fn number(&self, cell: &CellText) -> Reading {
        if self.missing.hold(&cell.text) {
            return Reading::Missing;
        }
        if cell.number {
            return match cell.text.parse::<f64>() {
                Ok(value) if value.is_finite() => Reading::Value(value),
                _ => Reading::Text,
            };
        }
        match self.marks.read(&cell.text) {
            Number::Is { value, comma: true } => Reading::CommaValue(value),
            Number::Is { value, comma: false } => Reading::Value(value),
            Number::Ambiguous { decimal, thousands } => Reading::Ambiguous(decimal, thousands),
            Number::No => Reading::Text,
        }
    }

    /// The cells that hold one of these texts of a column.
    pub fn cells(&self, at: usize, column: &TextColumn, texts: &[usize]) -> Vec<Cells> {
        let mut found = vec![Cells::default(); texts.len()];
        if texts.is_empty() {
            return found;
        }
        let mut which: Vec<Option<usize>> = vec![None; column.texts().len()];
        for (position, text) in texts.iter().enumerate() {
            if let Some(slot) = which.get_mut(*text) {
                *slot = Some(position);
            }
        }
        for (code, row) in column.codes().zip(&self.table.rows) {
            let cells = which.get(code).copied().flatten().and_then(|position| found.get_mut(position));
            if let Some(cells) = cells {
                cells.add(*row as usize, || self.table.column_name(at));
            }
        }
        found
    }

    /// A column of plain numbers: a variable that is one column, or a characteristic with classes.
    ///
    /// Texts, numbers with two readings and numbers outside `range` are problems and missing in the column.
    pub fn number_column(
        &self,
        at: usize,
        name: &str,
        range: Option<(f64, f64)>,
        commas: &mut Commas,
        problems: &mut Vec<DatasetProblem>,
    ) -> Column {
        let Some(column) = self.table.column(at) else {
            return Column::default();
        };
        let mut values = Vec::with_capacity(column.texts().len());
        let (mut texts, mut others) = (Vec::new(), Vec::new());
        for (position, cell) in column.texts().enumerate() {
            let reading = self.number(cell);
            values.push(match reading {
                Reading::Value(value) | Reading::CommaValue(value)
                    if range.is_none_or(|(low, high)| (low..=high).contains(&value)) =>
                {
                    if matches!(reading, Reading::CommaValue(_)) {
                        commas.add(at, position);
                    }
                    Some(value)
                }
                Reading::Missing => None,
                Reading::Text => {
                    texts.push(position);
                    None
                }
                Reading::Value(_) | Reading::CommaValue(_) | Reading::Ambiguous(..) => {
                    others.push((position, reading));
                    None
                }
            });
        }
        let text_of = |position: usize| {
            let cell = column.texts().nth(position);
            cell.map_or_else(String::new, |cell| cell.text.to_string())
        };
        let cells_of = |positions: &[usize]| self.cells(at, column, positions);
        if let Some(first) = texts.first() {
            let mut all = Cells::default();
            for cells in cells_of(&texts) {
                all.merge(cells);
            }
            problems.push(DatasetProblem::NotANumber {
                of: name.to_owned(),
                text: text_of(*first),
                texts: texts.len(),
                declared_mark: self.marks.declared,
                cells: all,
            });
        }
        let positions: Vec<usize> = others.iter().map(|(position, _)| *position).collect();
        for ((position, reading), cells) in others.into_iter().zip(cells_of(&positions)).take(NAMED_TEXTS) {
            let text = text_of(position);
            problems.push(match (reading, range) {
                (Reading::Ambiguous(decimal, thousands), _) => {
                    DatasetProblem::AmbiguousNumber { text, decimal, thousands, cells }
                }
                (_, range) => {
                    let (low, high) = range.unwrap_or_default();
                    DatasetProblem::OutOfRange { variable: name.to_owned(), low, high, text, cells }
                }
            });
        }
        column.codes().map(|code| values.get(code).copied().flatten()).collect()
    }
}

/// The texts that were read with a decimal comma: column and position of the text.
#[derive(Debug, Default)]
pub struct Commas(Vec<(usize, usize)>);

impl Commas {
    fn add(&mut self, at: usize, text: usize) {
        self.0.push((at, text));
    }

    /// The note that decimal commas were read, if any were.
    pub fn into_problem(self, coding: &Coding) -> Option<DatasetProblem> {
        let (first_at, first_text) = *self.0.first()?;
        let mut texts: BTreeMap<usize, Vec<usize>> = BTreeMap::new();
        for (at, text) in self.0 {
            texts.entry(at).or_default().push(text);
        }
        let mut all = Cells::default();
        for (at, texts) in texts {
            if let Some(column) = coding.table.column(at) {
                for cells in coding.cells(at, column, &texts) {
                    all.merge(cells);
                }
            }
        }
        let column = coding.table.column(first_at)?;
        let example = column.texts().nth(first_text)?.text.to_string();
        Some(DatasetProblem::DecimalCommas { cells: all, example })
    }
}

/// The words of a scale, or of an item with labels of its own, with their scores.
struct Words {
    min: i64,
    max: i64,
    /// By their form for comparison.
    scores: BTreeMap<String, i64>,
    /// As declared, lowest first.
    labels: Vec<String>,
}

impl Words {
    fn new(scale: &Scale, own: Option<&[Text]>) -> Words {
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
        Words {
            min: scale.min,
            max: scale.max,
            scores,
            labels: labels.iter().map(|text| text.get(Language::Id).to_owned()).collect(),
        }
    }

    fn on_scale(&self, value: f64) -> Option<i64> {
        let whole = value.round();
        let near = (value - whole).abs() <= 0.0 && whole.abs() < 1e15;
        let score = near.then_some(whole as i64)?;
        (self.min..=self.max).contains(&score).then_some(score)
    }

    /// Reads an answer; the error says why it is not on the scale.
    fn read(&self, coding: &Coding, cell: &CellText) -> Result<Reading, OffScaleReason> {
        let text = &*cell.text;
        if coding.missing.hold(text) {
            return Ok(Reading::Missing);
        }
        if let Some(score) = self.scores.get(&answer_key(text)) {
            return Ok(Reading::Value(*score as f64));
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
            match self.scores.get(&answer_key(words)) {
                _ if self.on_scale(number as f64).is_none() => return Err(OffScaleReason::Number),
                Some(score) if *score == number => return Ok(Reading::Value(number as f64)),
                None if self.scores.is_empty() => return Ok(Reading::Value(number as f64)),
                Some(_) => {
                    return Err(OffScaleReason::Contradiction { label: label.cloned().unwrap_or_default() });
                }
                None => {}
            }
        }
        Err(self.reason(text))
    }

    fn reason(&self, text: &str) -> OffScaleReason {
        let key = answer_key(text);
        if looks_like_date(text) {
            return OffScaleReason::Date;
        }
        if matches!(key.as_str(), "ks" | "cs" | "kurang setuju" | "cukup setuju") {
            return OffScaleReason::MiddleOrLow;
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

/// The answers of a variable's items, coded; answers off the scale are problems, grouped by text, and missing.
pub fn code_items<'a>(
    coding: &Coding,
    variable: &str,
    scale: &Scale,
    items: impl Iterator<Item = (&'a Item, usize)>,
    commas: &mut Commas,
    problems: &mut Vec<DatasetProblem>,
) -> Vec<(String, Column)> {
    let common = Words::new(scale, None);
    let mut off: IndexMap<(String, OffScaleKey), OffScale> = IndexMap::new();
    let mut coded = Vec::new();
    for (item, at) in items {
        let own = item.labels.as_deref().map(|labels| Words::new(scale, Some(labels)));
        let words = own.as_ref().unwrap_or(&common);
        let Some(column) = coding.table.column(at) else {
            continue;
        };
        let mut values = Vec::with_capacity(column.texts().len());
        let mut wrong = Vec::new();
        for (position, cell) in column.texts().enumerate() {
            values.push(match words.read(coding, cell) {
                Ok(Reading::CommaValue(value)) => {
                    commas.add(at, position);
                    Some(value)
                }
                Ok(Reading::Value(value)) => Some(value),
                Ok(_) => None,
                Err(reason) => {
                    wrong.push((position, cell.text.to_string(), reason));
                    None
                }
            });
        }
        let positions: Vec<usize> = wrong.iter().map(|(position, ..)| *position).collect();
        let cells = coding.cells(at, column, &positions);
        for ((_, text, reason), cells) in wrong.into_iter().zip(cells) {
            let key = (answer_key(&text), own.as_ref().map(|_| item.code.clone()));
            let group = off.entry(key).or_insert_with(|| OffScale { text, reason, items: Vec::new(), cells: Cells::default() });
            group.items.push(item.code.clone());
            group.cells.merge(cells);
        }
        coded.push((item.code.clone(), column.codes().map(|code| values.get(code).copied().flatten()).collect()));
    }
    report_off_scale(variable, scale, off.into_values().collect(), problems);
    coded
}

/// The item whose own labels an answer was compared with, if it has any.
type OffScaleKey = Option<String>;

/// One answer that is on no scale, in all items of a variable.
struct OffScale {
    text: String,
    reason: OffScaleReason,
    items: Vec<String>,
    cells: Cells,
}

fn report_off_scale(variable: &str, scale: &Scale, off: Vec<OffScale>, problems: &mut Vec<DatasetProblem>) {
    let mut rest = Cells::default();
    let texts = off.len().saturating_sub(NAMED_TEXTS);
    for (position, group) in off.into_iter().enumerate() {
        if position >= NAMED_TEXTS {
            rest.merge(group.cells);
            continue;
        }
        problems.push(DatasetProblem::OffScale {
            item: match group.items.as_slice() {
                [item] => item.clone(),
                _ => variable.to_owned(),
            },
            min: scale.min,
            max: scale.max,
            text: group.text,
            reason: group.reason,
            cells: group.cells,
        });
    }
    if texts > 0 {
        problems.push(DatasetProblem::MoreOffScale { variable: variable.to_owned(), texts, cells: rest });
    }
}

/// `5 - Sangat Setuju`, `5. SS`, `(5) SS`, `Sangat Setuju (5)`, `SS = 5`: the number and the words.
fn number_and_words(text: &str) -> Option<(i64, &str)> {
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

    #[test]
    fn missing_codes_ignore_case_and_decimals() {
        let codes = MissingCodes::new(&["NA".into(), "99".into()]);
        for text in ["", "na", "NA", "99", "99.0"] {
            assert!(codes.hold(text), "{text}");
        }
        assert!(!codes.hold("9"));
    }
}
