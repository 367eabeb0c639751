//! The data file as text, column by column; each distinct text of a column is kept once.
//!
//! Answers repeat: a million respondents give five different texts per item. So a column is a list of its distinct texts
//! and one small number a row, and whatever is done to a text is done once for all its rows. Columns nobody asked for
//! (names, e-mail addresses) are not kept at all.

use super::head::Header;
use super::summary_rows::{SummaryKind, summary_kind};
use super::wording::{tidy, without_guard};
use indexmap::{Equivalent, IndexSet};
use serde::{Deserialize, Serialize};
use std::hash::{Hash, Hasher};

/// What the answers of a small file may take, in bytes, as texts and then as numbers.
const ROOM: usize = 48 * 1024 * 1024;
/// Up to this size a file may take four times its bytes more, beyond it twelve times.
const SMALL: usize = 20 * 1024 * 1024;
/// Rows that sum up, of which the cells are remembered.
const SUMMARIES: usize = 50;
/// What a distinct text takes beside its bytes.
const PER_TEXT: usize = 80;
/// What a cell takes: its code, later its number.
const PER_CELL: usize = 10;

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
    /// The question under each header that is a code, where the file has both; empty elsewhere.
    pub labels: Vec<String>,
    /// Spreadsheet row of each data row.
    pub rows: Vec<u32>,
    /// Spreadsheet rows that hold something, but nothing in a kept column.
    pub blank_rows: Vec<u32>,
    /// Rows below the answers that sum them up.
    pub summaries: Vec<SummaryRow>,
    /// How the file was read.
    pub source: Source,
    columns: Vec<Option<TextColumn>>,
    /// Where columns of further files come from, by position behind those of this file.
    origins: Vec<Origin>,
    /// Bytes the answers may still take.
    room: usize,
}

/// A column that stands in a further file.
#[derive(Debug, Clone, Default)]
struct Origin {
    file: String,
    letter: String,
    /// Its row there for each row here; 0 where there is none.
    rows: Vec<u32>,
}

/// How a file was read.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Source {
    /// Kind of file: `CSV`, `XLSX`, `SPSS` …
    pub kind: String,
    /// Encoding of a text file, or of the texts of an SPSS file.
    pub encoding: Option<String>,
    /// Delimiter of a text file.
    pub delimiter: Option<char>,
    /// Sheet of a workbook.
    pub sheet: Option<String>,
    /// Rows between the header and the answers that are no answers.
    pub header_rows: usize,
    /// The header was put together from two rows.
    pub merged_header: bool,
}

/// A row that sums up the rows above it: `Jumlah`, `Rata-rata`.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SummaryRow {
    /// Its spreadsheet row.
    pub row: usize,
    /// What it calls itself.
    pub name: String,
    /// What it gives.
    pub kind: SummaryKind,
    /// Its cells in kept columns: position, text, whether it was a number cell.
    pub cells: Vec<(usize, String, bool)>,
}

impl Table {
    /// An empty table under this header; only the columns for which `keep` holds will be stored. `file_size` is that of the
    /// file, in bytes: a larger file may take more memory.
    pub fn new(header: Header, keep: &[bool], file_size: usize) -> Table {
        let Header { titles, mut labels, row, last_row, merged } = header;
        labels.resize(titles.len(), String::new());
        let columns = (0..titles.len()).map(|at| keep.get(at).copied().unwrap_or(false).then(TextColumn::default)).collect();
        let source = Source { header_rows: last_row.saturating_sub(row), merged_header: merged, ..Source::default() };
        let room = ROOM
            .saturating_add(file_size.min(SMALL).saturating_mul(4))
            .saturating_add(file_size.saturating_sub(SMALL).saturating_mul(12));
        Table { header: titles, labels, header_row: row, columns, source, room, ..Table::default() }
    }

    /// Adds a row; missing cells are empty, cells right of the header are ignored, a row without any text is skipped, one that
    /// sums up is kept apart. False when the answers take more memory than those of any survey of the file's size.
    pub fn push<'a>(&mut self, row: usize, cells: impl Iterator<Item = RawCell<'a>> + Clone) -> bool {
        let mut kept = cells.clone().zip(&self.columns).filter(|(_, column)| column.is_some());
        let row_number = u32::try_from(row).unwrap_or(u32::MAX);
        let mut filled = cells.clone().map(|cell| tidy(cell.text)).filter(|text| !text.is_empty());
        let Some(first) = filled.next() else { return true };
        if let Some(kind) = summary_kind(first)
            && filled.any(|text| text.starts_with(|c: char| c.is_ascii_digit()))
        {
            self.sum_up(row, first, kind, cells);
            return true;
        }
        if !kept.any(|(cell, _)| !tidy(cell.text).is_empty()) {
            self.blank_rows.push(row_number);
            self.room = self.room.saturating_sub(4);
            return self.room > 0;
        }
        self.rows.push(row_number);
        let mut cells = cells;
        let mut taken = 8;
        for column in &mut self.columns {
            let cell = cells.next().unwrap_or(RawCell::EMPTY);
            if let Some(column) = column {
                taken += PER_CELL + column.push(cell);
            }
        }
        self.room = self.room.saturating_sub(taken);
        self.room > 0
    }

    fn sum_up<'a>(&mut self, row: usize, name: &str, kind: SummaryKind, cells: impl Iterator<Item = RawCell<'a>>) {
        let mut summary = SummaryRow { row, name: name.to_owned(), kind, cells: Vec::new() };
        if self.summaries.len() < SUMMARIES {
            for ((at, cell), column) in cells.enumerate().zip(&self.columns) {
                let text = tidy(cell.text);
                if column.is_some() && !text.is_empty() {
                    summary.cells.push((at, text.chars().take(60).collect(), cell.number));
                }
            }
        }
        self.summaries.push(summary);
    }

    /// Keeps only the rows for which `keep` holds.
    pub fn retain_rows(&mut self, keep: &[bool]) {
        let mut flags = keep.iter();
        self.rows.retain(|_| flags.next().copied().unwrap_or(false));
        for column in self.columns.iter_mut().flatten() {
            column.retain_rows(keep);
        }
        for origin in &mut self.origins {
            let mut flags = keep.iter();
            origin.rows.retain(|_| flags.next().copied().unwrap_or(false));
        }
    }

    /// Puts the columns of a further table behind these; `partner` is the row there for each row here.
    pub fn append(&mut self, other: Table, partner: &[Option<usize>], file: &str) {
        let rows: Vec<u32> = partner.iter().map(|at| at.and_then(|at| other.rows.get(at)).copied().unwrap_or(0)).collect();
        self.origins.resize_with(self.header.len(), Origin::default);
        for (at, column) in other.columns.into_iter().enumerate() {
            self.columns.push(column.map(|column| column.reordered(partner)));
            self.origins.push(Origin { file: file.to_owned(), letter: letters(at), rows: rows.clone() });
        }
        self.header.extend(other.header);
        self.labels.extend(other.labels);
        self.labels.resize(self.header.len(), String::new());
    }

    fn origin(&self, at: usize) -> Option<&Origin> {
        self.origins.get(at).filter(|origin| !origin.file.is_empty())
    }

    /// The file a column stands in, when it is a further one.
    pub fn file_of(&self, at: usize) -> Option<&str> {
        self.origin(at).map(|origin| origin.file.as_str())
    }

    /// Spreadsheet row of each row of a column, in the file it stands in.
    pub fn rows_of(&self, at: usize) -> &[u32] {
        self.origin(at).map_or(&self.rows, |origin| &origin.rows)
    }

    /// The letters of a column, in the file it stands in.
    pub fn letter(&self, at: usize) -> String {
        self.origin(at).map_or_else(|| letters(at), |origin| origin.letter.clone())
    }

    /// A column that was kept.
    pub fn column(&self, at: usize) -> Option<&TextColumn> {
        self.columns.get(at).and_then(Option::as_ref)
    }

    /// The same, to be changed.
    pub fn column_mut(&mut self, at: usize) -> Option<&mut TextColumn> {
        self.columns.get_mut(at).and_then(Option::as_mut)
    }

    /// What messages call a column: its header, or its letter.
    pub fn column_name(&self, at: usize) -> String {
        match self.header.get(at) {
            Some(header) if !header.is_empty() => header.clone(),
            _ => letters(at),
        }
    }
}

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
    /// What the file says the text stands for: a value label.
    pub label: Option<Box<str>>,
}

impl CellText {
    /// What is meant: the label of a value that has one, else the text.
    pub fn words(&self) -> &str {
        self.label.as_deref().unwrap_or(&self.text)
    }
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

    /// The text in a row.
    pub fn cell(&self, row: usize) -> Option<&CellText> {
        let code = match &self.codes {
            Codes::Narrow(codes) => usize::from(*codes.get(row)?),
            Codes::Wide(codes) => *codes.get(row)? as usize,
        };
        self.texts.get_index(code)
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

    /// Keeps only the rows for which `keep` holds; the texts stay where they are, so one may be without a row.
    fn retain_rows(&mut self, keep: &[bool]) {
        let mut flags = keep.iter();
        let mut kept = || flags.next().copied().unwrap_or(false);
        match &mut self.codes {
            Codes::Narrow(codes) => codes.retain(|_| kept()),
            Codes::Wide(codes) => codes.retain(|_| kept()),
        }
    }

    /// The column with these of its rows, empty where there is none.
    fn reordered(mut self, rows: &[Option<usize>]) -> TextColumn {
        let codes: Vec<usize> = self.codes().collect();
        let empty = intern(&mut self.texts, RawCell::EMPTY);
        let mut reordered = Codes::Narrow(Vec::new());
        for row in rows {
            let code = row.and_then(|row| codes.get(row)).and_then(|code| u32::try_from(*code).ok());
            reordered.push(code.unwrap_or(empty));
        }
        TextColumn { codes: reordered, ..self }
    }

    /// Says what values stand for; `label` gives the label of a text.
    pub fn set_labels(&mut self, label: impl Fn(&str) -> Option<String>) {
        let texts = std::mem::take(&mut self.texts);
        self.texts = texts
            .into_iter()
            .map(|cell| {
                let label = label(&cell.text).map(String::into_boxed_str);
                CellText { label: label.or(cell.label), ..cell }
            })
            .collect();
    }

    /// Adds a cell; the bytes that a text not seen before takes.
    fn push(&mut self, cell: RawCell) -> usize {
        let text = tidy(cell.text);
        let cell = RawCell { text: if cell.number { text } else { without_guard(text) }, number: cell.number };
        let before = self.texts.len();
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
        if self.texts.len() > before { PER_TEXT + cell.text.len() } else { 0 }
    }
}

fn intern(texts: &mut IndexSet<CellText>, cell: RawCell) -> u32 {
    let at = texts
        .get_index_of(&cell)
        .unwrap_or_else(|| texts.insert_full(CellText { text: cell.text.into(), number: cell.number, label: None }).0);
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

    fn table(titles: &[&str], keep: &[bool]) -> Table {
        let titles = titles.iter().map(|title| (*title).to_owned()).collect();
        Table::new(Header { titles, row: 1, last_row: 1, ..Header::default() }, keep, 0)
    }

    fn cells<'a>(texts: &'a [&'a str]) -> impl Iterator<Item = RawCell<'a>> + Clone {
        texts.iter().map(|text| RawCell { text, number: false })
    }

    #[test]
    fn every_row_finds_its_text_again_beyond_a_byte_of_codes() {
        let mut table = table(&["a", "b"], &[true, false]);
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
        let mut table = table(&["a"], &[true]);
        for number in [true, false, true] {
            let cell = RawCell { text: "4", number };
            table.push(2, std::iter::once(cell));
        }
        let codes: Vec<usize> = table.column(0).unwrap().codes().collect();
        assert_eq!(codes, [0, 1, 0]);
    }

    #[test]
    fn rows_without_text_are_skipped_and_rows_without_kept_text_are_named() {
        let mut table = table(&["no", "a"], &[false, true]);
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
