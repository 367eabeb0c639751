//! The data file as text, column by column; each distinct text of a column is kept once.
//!
//! Answers repeat: a million respondents give five different texts per item. So a column is a list of its distinct texts
//! and one small number a row, and whatever is done to a text is done once for all its rows. Columns nobody asked for
//! (names, e-mail addresses) are not kept at all.

use super::wording::tidy;
use indexmap::{Equivalent, IndexSet};
use std::hash::{Hash, Hasher};

/// One data file.
#[derive(Debug, Clone, Default)]
pub struct Table {
    /// Name of the file as declared.
    pub file: String,
    /// SHA-256 of the file's bytes, hexadecimal.
    pub hash: String,
    /// Headers without blanks at the ends, left to right; empty where a column has none.
    pub header: Vec<String>,
    /// Row of the header as a spreadsheet shows it.
    pub header_row: usize,
    /// Spreadsheet row of each data row.
    pub rows: Vec<u32>,
    /// Spreadsheet rows that hold something, but nothing in a kept column.
    pub blank_rows: Vec<u32>,
    columns: Vec<Option<TextColumn>>,
}

impl Table {
    /// An empty table under this header; only the columns for which `keep` holds will be stored.
    pub fn new(header: Vec<String>, header_row: usize, keep: &[bool]) -> Table {
        let columns = (0..header.len()).map(|at| keep.get(at).copied().unwrap_or(false).then(TextColumn::default)).collect();
        Table { header, header_row, columns, ..Table::default() }
    }

    /// Adds a row; missing cells are empty, cells right of the header are ignored, a row without any text is skipped.
    pub fn push<'a>(&mut self, row: usize, cells: impl Iterator<Item = RawCell<'a>> + Clone) {
        let mut kept = cells.clone().zip(&self.columns).filter(|(_, column)| column.is_some());
        let row_number = u32::try_from(row).unwrap_or(u32::MAX);
        if !kept.any(|(cell, _)| !tidy(cell.text).is_empty()) {
            if cells.clone().any(|cell| !tidy(cell.text).is_empty()) {
                self.blank_rows.push(row_number);
            }
            return;
        }
        self.rows.push(row_number);
        let mut cells = cells;
        for column in &mut self.columns {
            let cell = cells.next().unwrap_or(RawCell::EMPTY);
            if let Some(column) = column {
                column.push(cell);
            }
        }
    }

    /// A column that was kept.
    pub fn column(&self, at: usize) -> Option<&TextColumn> {
        self.columns.get(at).and_then(Option::as_ref)
    }

    /// What messages call a column: its header, or its letter.
    pub fn column_name(&self, at: usize) -> String {
        match self.header.get(at) {
            Some(header) if !header.is_empty() => header.clone(),
            _ => letters(at),
        }
    }
}

/// Looks at a row (its number, its cells without blanks at the ends) and decides whether it is the header: then which of
/// its columns are kept. Readers offer the first rows in turn, at most [`HEADER_ROWS`] of them.
pub type ChooseHeader<'a> = dyn FnMut(usize, &[String]) -> Option<Vec<bool>> + 'a;

/// The header stands in one of the first rows that are not empty.
pub const HEADER_ROWS: usize = 20;

/// One cell as a file gives it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct RawCell<'a> {
    /// Its text; a number of a workbook in its shortest form with a decimal point.
    pub text: &'a str,
    /// The file says it is a number (a workbook's number cell).
    pub number: bool,
}

impl RawCell<'_> {
    const EMPTY: RawCell<'static> = RawCell { text: "", number: false };
}

/// A distinct text of a column.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct CellText {
    /// The text without blanks at the ends.
    pub text: Box<str>,
    /// It was a number cell, so its decimal mark is beyond doubt.
    pub number: bool,
}

impl Hash for CellText {
    fn hash<H: Hasher>(&self, state: &mut H) {
        RawCell { text: &self.text, number: self.number }.hash(state);
    }
}

impl Hash for RawCell<'_> {
    fn hash<H: Hasher>(&self, state: &mut H) {
        self.text.hash(state);
        self.number.hash(state);
    }
}

impl Equivalent<CellText> for RawCell<'_> {
    fn equivalent(&self, key: &CellText) -> bool {
        self.number == key.number && *self.text == *key.text
    }
}

/// One column: its distinct texts in order of appearance and, for each row, which of them stands there.
#[derive(Debug, Clone)]
pub struct TextColumn {
    texts: IndexSet<CellText>,
    codes: Codes,
    /// Position + 1 of texts of one byte, which most answers are; 0 where not yet seen.
    one_byte: [u32; 128],
}

impl Default for TextColumn {
    fn default() -> TextColumn {
        TextColumn { texts: IndexSet::new(), codes: Codes::Narrow(Vec::new()), one_byte: [0; 128] }
    }
}

impl TextColumn {
    /// The distinct texts, in order of appearance.
    pub fn texts(&self) -> impl ExactSizeIterator<Item = &CellText> {
        self.texts.iter()
    }

    /// For each row, the position of its text in [`texts`](TextColumn::texts).
    pub fn codes(&self) -> impl Iterator<Item = usize> + '_ {
        let (narrow, wide): (&[u8], &[u32]) = match &self.codes {
            Codes::Narrow(codes) => (codes, &[]),
            Codes::Wide(codes) => (&[], codes),
        };
        narrow.iter().map(|code| usize::from(*code)).chain(wide.iter().map(|code| *code as usize))
    }

    /// How many rows hold each text.
    pub fn counts(&self) -> Vec<usize> {
        let mut counts = vec![0; self.texts.len()];
        for code in self.codes() {
            if let Some(count) = counts.get_mut(code) {
                *count += 1;
            }
        }
        counts
    }

    fn push(&mut self, cell: RawCell) {
        let cell = RawCell { text: tidy(cell.text), number: cell.number };
        let slot = match (cell.text.as_bytes(), cell.number) {
            ([byte], false) => self.one_byte.get_mut(usize::from(*byte)),
            _ => None,
        };
        if let Some(slot) = slot {
            if *slot == 0 {
                *slot = intern(&mut self.texts, cell) + 1;
            }
            self.codes.push(*slot - 1);
        } else {
            let code = intern(&mut self.texts, cell);
            self.codes.push(code);
        }
    }
}

fn intern(texts: &mut IndexSet<CellText>, cell: RawCell) -> u32 {
    let at = texts
        .get_index_of(&cell)
        .unwrap_or_else(|| texts.insert_full(CellText { text: cell.text.into(), number: cell.number }).0);
    u32::try_from(at).unwrap_or(u32::MAX)
}

/// Positions of texts, a byte each as long as a byte is enough.
#[derive(Debug, Clone)]
enum Codes {
    Narrow(Vec<u8>),
    Wide(Vec<u32>),
}

impl Codes {
    fn push(&mut self, code: u32) {
        match self {
            Codes::Narrow(codes) => {
                if let Ok(code) = u8::try_from(code) {
                    codes.push(code);
                } else {
                    let mut wide: Vec<u32> = codes.iter().map(|code| u32::from(*code)).collect();
                    wide.push(code);
                    *self = Codes::Wide(wide);
                }
            }
            Codes::Wide(codes) => codes.push(code),
        }
    }
}

/// The letters of a spreadsheet column counted from 0: `A`, `Z`, `AA`.
pub fn letters(mut at: usize) -> String {
    let mut reversed = Vec::new();
    loop {
        let digit = u8::try_from(at % 26).unwrap_or(0);
        reversed.push(char::from(b'A' + digit));
        if at < 26 {
            return reversed.into_iter().rev().collect();
        }
        at = at / 26 - 1;
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;

    fn cells<'a>(texts: &'a [&'a str]) -> impl Iterator<Item = RawCell<'a>> + Clone {
        texts.iter().map(|text| RawCell { text, number: false })
    }

    #[test]
    fn every_row_finds_its_text_again_beyond_a_byte_of_codes() {
        let mut table = Table::new(vec!["a".into(), "b".into()], 1, &[true, false]);
        for row in 0..1000usize {
            let text = (row % 700).to_string();
            table.push(row + 2, cells(&[&text, "x"]));
        }
        let column = table.column(0).unwrap();
        let texts: Vec<&CellText> = column.texts().collect();
        assert_eq!(texts.len(), 700);
        for (row, code) in column.codes().enumerate() {
            assert_eq!(&*texts[code].text, (row % 700).to_string());
        }
        assert!(table.column(1).is_none(), "columns nobody uses are not kept");
    }

    #[test]
    fn a_number_cell_is_not_the_text_that_looks_like_it() {
        let mut table = Table::new(vec!["a".into()], 1, &[true]);
        for number in [true, false, true] {
            let cell = RawCell { text: "4", number };
            table.push(2, std::iter::once(cell));
        }
        let codes: Vec<usize> = table.column(0).unwrap().codes().collect();
        assert_eq!(codes, [0, 1, 0]);
    }

    #[test]
    fn rows_without_text_are_skipped_and_rows_without_kept_text_are_named() {
        let mut table = Table::new(vec!["no".into(), "a".into()], 1, &[false, true]);
        table.push(2, cells(&["1", "5"]));
        table.push(3, cells(&["", " \u{a0}"]));
        table.push(4, cells(&["3", ""]));
        table.push(5, cells(&["4", "2"]));
        assert_eq!((table.rows, table.blank_rows), (vec![2, 5], vec![4]));
    }

    #[test]
    fn letters_are_those_of_a_spreadsheet() {
        let names = [0, 25, 26, 51, 52, 701, 702].map(letters);
        assert_eq!(names, ["A", "Z", "AA", "AZ", "BA", "ZZ", "AAA"]);
    }
}
