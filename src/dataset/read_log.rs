//! What reading takes note of on its way through the columns: decimal commas, texts recoded, cells refused.

use super::coding::Coding;
use super::import_report::{ImportedColumn, REMEMBERED, Recoded, RefusedCell};
use super::problem::{Cells, DatasetProblem};
use std::collections::BTreeMap;

/// The log of reading one survey.
#[derive(Debug, Default)]
pub struct ReadLog {
    /// Texts that were read with a decimal comma: column and position of the text.
    commas: Vec<(usize, usize)>,
    /// The columns read so far.
    pub columns: Vec<ImportedColumn>,
}

/// What a distinct text of a column became.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum Became {
    /// Nothing: no answer.
    Missing,
    /// The number it looks like, or a category.
    Itself,
    /// This number, which it does not look like.
    Number(f64),
    /// It could not be read.
    Refused,
}

impl ReadLog {
    /// A text was read with a decimal comma.
    pub fn comma(&mut self, at: usize, text: usize) {
        self.commas.push((at, text));
    }

    /// A column was read; `became` says for each of its distinct texts what it became.
    pub fn column(&mut self, coding: &Coding, at: usize, role: &str, code: &str, variable: &str, became: &[Became]) {
        let Some(column) = coding.table.column(at) else { return };
        let counts = column.counts();
        let mut entry = ImportedColumn {
            header: coding.table.column_name(at),
            letter: coding.table.letter(at),
            code: code.to_owned(),
            variable: variable.to_owned(),
            role: role.to_owned(),
            ..ImportedColumn::default()
        };
        for ((cell, became), count) in column.texts().zip(became).zip(&counts) {
            match became {
                Became::Missing => entry.missing += count,
                Became::Itself => entry.valid += count,
                Became::Number(value) => {
                    entry.valid += count;
                    if *count > 0 && entry.recoded.len() < REMEMBERED {
                        let words: Vec<&str> = cell.words().split_whitespace().collect();
                        entry.recoded.push(Recoded { text: words.join(" "), value: *value, count: *count });
                    }
                }
                Became::Refused => entry.refused_count += count,
            }
        }
        if entry.refused_count > 0 {
            let texts: Vec<&str> = column.texts().map(|cell| &*cell.text).collect();
            let refused = |code: &usize| matches!(became.get(*code), Some(Became::Refused));
            let cells = column.codes().zip(coding.table.rows_of(at)).filter(|(code, _)| refused(code));
            entry.refused = cells
                .take(REMEMBERED)
                .map(|(code, row)| RefusedCell {
                    row: *row as usize,
                    text: texts.get(code).map_or_else(String::new, |text| text.chars().take(200).collect()),
                })
                .collect();
        }
        self.columns.push(entry);
    }

    /// The note that decimal commas were read, if any were.
    pub fn comma_problem(&mut self, coding: &Coding) -> Option<DatasetProblem> {
        let commas = std::mem::take(&mut self.commas);
        let (first_at, first_text) = *commas.first()?;
        let mut texts: BTreeMap<usize, Vec<usize>> = BTreeMap::new();
        for (at, text) in commas {
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
