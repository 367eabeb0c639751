//! Reading CSV and TSV: delimiter, rows as a spreadsheet counts them.

use super::encoding::decode;
use super::head::{ChooseHeader, Head};
use super::problem::DatasetProblem;
use super::problem_file::FileProblem;
use super::table::{RawCell, Table, letters};
use super::wording::tidy;
use csv::{ReaderBuilder, StringRecord};
use std::collections::BTreeMap;

/// How a text file is read where the study says so; everything else is detected.
#[derive(Debug, Clone, Copy, Default)]
pub struct TextSettings<'a> {
    /// The declared delimiter.
    pub delimiter: Option<char>,
    /// The file's name ends in `.tsv` or `.tab`.
    pub prefers_tab: bool,
    /// The declared encoding.
    pub encoding: Option<&'a str>,
}

/// At most this many ragged rows are named one by one.
const NAMED_ROWS: usize = 5;
/// The longest line, in bytes: a row of all columns a spreadsheet can have, with whole sentences in them.
const LINE_LIMIT: usize = 4 * 1024 * 1024;
/// The longest cell, in bytes; spreadsheets end at 32 767 or 50 000 characters.
const CELL_LIMIT: usize = 65_536;
/// Columns a spreadsheet can have.
const COLUMN_LIMIT: usize = 16_384;

/// Reads a text file; `choose` finds the header and says which columns are kept.
///
/// Ragged rows are pushed into `problems` and left out. `None` when there is no table at all, with the reason in
/// `problems`, or when no row was chosen as header.
pub fn read_text(
    bytes: &[u8],
    settings: &TextSettings,
    choose: &mut ChooseHeader,
    problems: &mut Vec<DatasetProblem>,
) -> Option<Table> {
    let decoded = match decode(bytes, settings.encoding) {
        Ok(decoded) => decoded,
        Err(problem) => {
            problems.push(DatasetProblem::File(*problem));
            return None;
        }
    };
    let text = &*decoded.text;
    if tidy(text).is_empty() {
        problems.push(DatasetProblem::File(FileProblem::EmptyFile));
        return None;
    }
    if let Some(problem) = line_too_long(text) {
        problems.push(DatasetProblem::File(problem));
        return None;
    }
    let (hint, text, skipped) = split_separator_line(text);
    let delimiter = settings
        .delimiter
        .and_then(|c| u8::try_from(c).ok())
        .or(hint)
        .unwrap_or_else(|| detect_delimiter(text, settings.prefers_tab));
    let head = match first_rows(&mut Records::new(text, delimiter, skipped)) {
        Ok(head) => head,
        Err(problem) => {
            problems.push(DatasetProblem::File(*problem));
            return None;
        }
    };
    if head.is_empty() {
        problems.push(DatasetProblem::File(FileProblem::EmptyFile));
        return None;
    }
    let (header, keep) = choose(&head)?;
    let last_row = header.last_row;
    let mut table = Table::new(header, &keep, bytes.len());
    table.source.kind = if delimiter == b'\t' { "TSV" } else { "CSV" }.to_owned();
    table.source.encoding = Some(decoded.encoding.to_owned());
    table.source.delimiter = Some(char::from(delimiter));
    if let Some(example) = decoded.example {
        problems.push(DatasetProblem::File(FileProblem::EncodingFound { encoding: decoded.encoding, example }));
    }
    let mut records = Records::new(text, delimiter, skipped);
    read_rows(&mut records, last_row, table, problems)
}

/// The rows among which the header is.
fn first_rows(records: &mut Records) -> Result<Head, Box<FileProblem>> {
    let mut head = Head::default();
    while let Some(row) = records.next() {
        if let Some(problem) = records.too_large(row) {
            return Err(Box::new(problem));
        }
        if !head.push(row, records.cells()) {
            break;
        }
    }
    Ok(head)
}

/// The rows of answers below `last_row`.
fn read_rows(records: &mut Records, last_row: usize, mut table: Table, problems: &mut Vec<DatasetProblem>) -> Option<Table> {
    let width = table.header.len();
    let (mut ragged, mut first_unnamed) = (0, 0);
    while let Some(row) = records.next() {
        if row <= last_row || records.is_blank() {
            continue;
        }
        let found = records.width(width);
        if found == width {
            if let Some(problem) = records.too_large(row) {
                problems.push(DatasetProblem::File(problem));
                return None;
            }
            if !table.push(row, records.cells()) {
                problems.push(DatasetProblem::File(FileProblem::TooManyTexts { row }));
                return None;
            }
            continue;
        }
        ragged += 1;
        first_unnamed = if ragged == NAMED_ROWS + 1 { row } else { first_unnamed };
        if ragged <= NAMED_ROWS {
            problems.push(DatasetProblem::RaggedRow {
                row,
                expected: width,
                found,
                swallowed_lines: records.longest_cell_lines() > 3,
            });
        }
    }
    if ragged > NAMED_ROWS {
        problems.push(DatasetProblem::MoreRaggedRows { row: first_unnamed, count: ragged - NAMED_ROWS });
    }
    Some(table)
}

/// The first line that is longer than any row of answers: work on one cell takes time with its length, often several times.
fn line_too_long(text: &str) -> Option<FileProblem> {
    let mut start = 0;
    let ends = text.match_indices('\n').map(|(at, _)| at).chain(std::iter::once(text.len()));
    ends.enumerate().find_map(|(line, end)| {
        let bytes = end.saturating_sub(start);
        start = end + 1;
        (bytes > LINE_LIMIT).then_some(FileProblem::LineTooLong { row: line + 1, bytes })
    })
}

/// Excel's `sep=;` line: the delimiter it names, the text below it, and the rows it takes (0 or 1).
fn split_separator_line(text: &str) -> (Option<u8>, &str, usize) {
    let Some(after) = text.strip_prefix("sep=") else {
        return (None, text, 0);
    };
    let Some((line, rest)) = after.split_once('\n') else {
        return (None, text, 0);
    };
    match line.trim_end_matches('\r').as_bytes() {
        [delimiter] => (Some(*delimiter), rest, 1),
        _ => (None, text, 0),
    }
}

/// The delimiter under which most rows have one and the same number of fields, at least two; then the larger number.
fn detect_delimiter(text: &str, prefers_tab: bool) -> u8 {
    let mut end = text.len().min(256 * 1024);
    while !text.is_char_boundary(end) {
        end -= 1;
    }
    let sample = &text[..end];
    let mut best = (0, 0, if prefers_tab { b'\t' } else { b',' });
    for delimiter in [b',', b';', b'\t'] {
        let mut records = Records::new(sample, delimiter, 0);
        let mut rows = 0;
        let mut widths: BTreeMap<usize, usize> = BTreeMap::new();
        while rows < 50 && records.next().is_some() {
            if !records.is_blank() {
                rows += 1;
                *widths.entry(records.record.len()).or_default() += 1;
            }
        }
        let usual = widths.into_iter().filter(|(width, _)| *width > 1).max_by_key(|(width, count)| (*count, *width));
        if let Some((width, count)) = usual
            && (count * 1000 / rows, width) > (best.0, best.1)
        {
            best = (count * 1000 / rows, width, delimiter);
        }
    }
    best.2
}

/// The records of a text, each with its row as a spreadsheet shows it (empty lines count, line breaks in quotes do not).
struct Records<'a> {
    text: &'a str,
    reader: csv::Reader<&'a [u8]>,
    record: StringRecord,
    row: usize,
}

impl<'a> Records<'a> {
    fn new(text: &'a str, delimiter: u8, row: usize) -> Records<'a> {
        Records {
            text,
            reader: ReaderBuilder::new().has_headers(false).flexible(true).delimiter(delimiter).from_reader(text.as_bytes()),
            record: StringRecord::new(),
            row,
        }
    }

    /// Reads the next record and gives its row; `None` at the end.
    fn next(&mut self) -> Option<usize> {
        let position = usize::try_from(self.reader.position().byte()).unwrap_or(usize::MAX);
        self.row += empty_lines(self.text.as_bytes(), position);
        // The text is UTF-8 and ragged records are allowed, so the reader has nothing left to fail at.
        if !self.reader.read_record(&mut self.record).unwrap_or(false) {
            return None;
        }
        self.row += 1;
        Some(self.row)
    }

    /// Why the record cannot be a row of answers, by its size.
    fn too_large(&self, row: usize) -> Option<FileProblem> {
        if self.record.len() > COLUMN_LIMIT {
            return Some(FileProblem::TooManyColumns { row, found: self.record.len() });
        }
        let (at, cell) = self.record.iter().enumerate().find(|(_, cell)| cell.len() > CELL_LIMIT)?;
        Some(FileProblem::CellTooLong { row, column: letters(at), bytes: cell.len() })
    }

    fn is_blank(&self) -> bool {
        self.record.iter().all(|field| tidy(field).is_empty())
    }

    /// Number of fields; empty ones beyond `expected` do not count.
    fn width(&self, expected: usize) -> usize {
        let mut width = self.record.len();
        while width > expected && self.record.get(width - 1).is_some_and(|f| tidy(f).is_empty()) {
            width -= 1;
        }
        width
    }

    fn cells(&self) -> impl Iterator<Item = RawCell<'_>> + Clone {
        self.record.iter().map(|text| RawCell { text, number: false })
    }

    /// Most line breaks in one field: many mean that a quotation mark was never closed.
    fn longest_cell_lines(&self) -> usize {
        self.record.iter().map(|field| field.matches('\n').count()).max().unwrap_or(0)
    }
}

/// Number of empty lines that begin at `at`; a line feed that belongs to the record before does not count.
fn empty_lines(bytes: &[u8], at: usize) -> usize {
    let mut rest = bytes.get(at..).unwrap_or_default();
    if at > 0 && bytes.get(at - 1) == Some(&b'\r') && rest.first() == Some(&b'\n') {
        rest = &rest[1..];
    }
    let mut count = 0;
    loop {
        rest = match rest {
            [b'\r', b'\n', after @ ..] | [b'\n' | b'\r', after @ ..] => after,
            _ => return count,
        };
        count += 1;
    }
}
