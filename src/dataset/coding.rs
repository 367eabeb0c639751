//! From answers to numbers: figures, labels and abbreviations of the scale, missing codes.

use super::Column;
use super::answer::Words;
use super::number::{DecimalMarks, Number, without_years};
use super::problem::{Cells, DatasetProblem, OffScaleReason};
use super::read_log::{Became, ReadLog};
use super::table::{CellText, Table, TextColumn};
use super::wording::{answer_key, fold};
use crate::study::{Item, Scale};
use indexmap::IndexMap;

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
        match self.marks.read(without_years(&cell.text)) {
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
        for (code, row) in column.codes().zip(self.table.rows_of(at)) {
            let cells = which.get(code).copied().flatten().and_then(|position| found.get_mut(position));
            if let Some(cells) = cells {
                cells.add(*row as usize, || self.table.column_name(at));
            }
        }
        if let Some(file) = self.table.file_of(at) {
            found.iter_mut().for_each(|cells| cells.file = Some(file.to_owned()));
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
        log: &mut ReadLog,
        problems: &mut Vec<DatasetProblem>,
    ) -> Column {
        let Some(column) = self.table.column(at) else {
            return Column::default();
        };
        let mut values = Vec::with_capacity(column.texts().len());
        let mut became = Vec::with_capacity(column.texts().len());
        let (mut texts, mut others) = (Vec::new(), Vec::new());
        for ((position, cell), count) in column.texts().enumerate().zip(column.counts()) {
            let reading = if count == 0 { Reading::Missing } else { self.number(cell) };
            let value = match reading {
                Reading::Value(value) | Reading::CommaValue(value)
                    if range.is_none_or(|(low, high)| (low..=high).contains(&value)) =>
                {
                    if matches!(reading, Reading::CommaValue(_)) {
                        log.comma(at, position);
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
            };
            values.push(value);
            became.push(match (reading, value) {
                (Reading::Missing, _) => Became::Missing,
                (_, Some(value)) if matches!(reading, Reading::CommaValue(_)) => Became::Number(value),
                (_, Some(_)) => Became::Itself,
                (_, None) => Became::Refused,
            });
        }
        log.column(self, at, "number", name, "", &became);
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

/// The answers of a variable's items, coded; answers off the scale are problems, grouped by text, and missing.
pub fn code_items<'a>(
    coding: &Coding,
    variable: &str,
    scale: &Scale,
    items: impl Iterator<Item = (&'a Item, usize)>,
    log: &mut ReadLog,
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
        let mut became = Vec::with_capacity(column.texts().len());
        let mut wrong = Vec::new();
        // A filter of rows may leave texts behind that nobody is left with.
        let counts = column.counts();
        for ((position, cell), count) in column.texts().enumerate().zip(counts) {
            let read = words.read(coding, cell);
            let (value, what) = match read {
                Ok(Reading::CommaValue(value)) => {
                    log.comma(at, position);
                    (Some(value), Became::Number(value))
                }
                Ok(Reading::Value(value)) if looks_like(&cell.text, value) => (Some(value), Became::Itself),
                Ok(Reading::Value(value)) => (Some(value), Became::Number(value)),
                Ok(_) => (None, Became::Missing),
                Err(_) if count == 0 => (None, Became::Missing),
                Err(reason) => {
                    wrong.push((position, cell.text.to_string(), reason));
                    (None, Became::Refused)
                }
            };
            values.push(value);
            became.push(what);
        }
        log.column(coding, at, "item", &item.code, variable, &became);
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

/// Whether a text is simply this number.
fn looks_like(text: &str, value: f64) -> bool {
    text.parse::<f64>().is_ok_and(|number| number.total_cmp(&value).is_eq())
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

/// From so many different words on they are reported together: the scale lacks words, or the columns hold something else.
const MANY_WORDS: usize = 3;

/// Reports the words among the answers together when they are many and nothing particular can be said of each, and gives
/// the rest.
fn report_words(variable: &str, scale: &Scale, off: Vec<OffScale>, problems: &mut Vec<DatasetProblem>) -> Vec<OffScale> {
    let is_word = |group: &OffScale| matches!(group.reason, OffScaleReason::NoLabels | OffScaleReason::Unknown { .. });
    let (words, rest): (Vec<OffScale>, Vec<OffScale>) = off.into_iter().partition(is_word);
    if words.len() < MANY_WORDS {
        return words.into_iter().chain(rest).collect();
    }
    let labels = words.iter().find_map(|group| match &group.reason {
        OffScaleReason::Unknown { labels } => Some(labels.clone()),
        _ => None,
    });
    let mut items: Vec<&String> = words.iter().flat_map(|group| &group.items).collect();
    items.sort();
    items.dedup();
    let of = match items.as_slice() {
        [item] => (*item).clone(),
        _ => variable.to_owned(),
    };
    let texts = words.iter().map(|group| group.text.clone()).collect();
    let mut cells = Cells::default();
    words.into_iter().for_each(|group| cells.merge(group.cells));
    problems.push(DatasetProblem::WordsOffScale {
        variable: of,
        min: scale.min,
        max: scale.max,
        texts,
        labels: labels.unwrap_or_default(),
        cells,
    });
    rest
}

fn report_off_scale(variable: &str, scale: &Scale, off: Vec<OffScale>, problems: &mut Vec<DatasetProblem>) {
    let off = report_words(variable, scale, off, problems);
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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn missing_codes_ignore_case_and_decimals() {
        let codes = MissingCodes::new(&["NA".into(), "99".into()]);
        for text in ["", "na", "NA", "99", "99.0"] {
            assert!(codes.hold(text), "{text}");
        }
        assert!(!codes.hold("9"));
    }
}
