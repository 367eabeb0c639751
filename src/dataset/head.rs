//! The first rows of a file: which of them is the header. Titles stand above it; group names may stand over numbers; tools
//! put question texts and their own marks, and typists a row of column numbers, below it.

use super::table::RawCell;
use super::wording::{bracketed, code_key, fold, tidy};

/// The header stands in one of the first rows that are not empty.
pub const HEADER_ROWS: usize = 20;
/// Of rows wider than this only a few are looked at, since every look costs time in proportion.
const WIDE: usize = 2000;

/// The first rows of a file that are not empty.
#[derive(Debug, Clone, Default)]
pub struct Head {
    rows: Vec<HeadRow>,
    /// The header of a file that says itself which it is.
    known: Option<Header>,
}

#[derive(Debug, Clone)]
struct HeadRow {
    number: usize,
    /// Cells without blanks at the ends; the last one is not empty.
    cells: Vec<String>,
}

/// A header that was chosen or may be.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Header {
    /// What stands over each column; empty where nothing does.
    pub titles: Vec<String>,
    /// The question under a code, where the file has both; else empty.
    pub labels: Vec<String>,
    /// The row of the header as a spreadsheet shows it; the lower one of two.
    pub row: usize,
    /// The last row before the answers.
    pub last_row: usize,
    /// The header was put together from two rows.
    pub merged: bool,
}

/// Looks at the first rows and gives the header, with the columns to keep.
pub type ChooseHeader<'a> = dyn FnMut(&Head) -> Option<(Header, Vec<bool>)> + 'a;

impl Head {
    /// The head of a file that says itself what its columns are called.
    pub fn of(header: Header) -> Head {
        Head { rows: Vec::new(), known: Some(header) }
    }

    /// Adds a row, unless it is empty; whether further rows are wanted.
    pub fn push<'a>(&mut self, number: usize, cells: impl Iterator<Item = RawCell<'a>>) -> bool {
        let mut cells: Vec<String> = cells.map(|cell| tidy(cell.text).to_owned()).collect();
        while cells.last().is_some_and(String::is_empty) {
            cells.pop();
        }
        if !cells.is_empty() && self.rows.len() < HEADER_ROWS {
            self.rows.push(HeadRow { number, cells });
        }
        self.rows.len() < HEADER_ROWS
    }

    /// Whether no row holds anything.
    pub fn is_empty(&self) -> bool {
        self.rows.is_empty()
    }

    /// Every header there may be: each row by itself and, where its row above has gaps, together with that.
    pub fn candidates(&self) -> impl Iterator<Item = Header> + '_ {
        let wide = self.rows.iter().any(|row| row.cells.len() > WIDE);
        let looked_at = if wide { 4 } else { HEADER_ROWS };
        let rows = (0..self.rows.len().min(looked_at)).flat_map(move |at| [self.single(at), self.merged(at)]).flatten();
        self.known.iter().cloned().chain(rows)
    }

    /// The first row with at least `filled` cells, together with the numbers below it where those complete it: the header of a
    /// file nothing is known of.
    pub fn likely(&self, filled: usize) -> Option<Header> {
        if self.known.is_some() {
            return self.known.clone();
        }
        let count = |row: &HeadRow| row.cells.iter().filter(|cell| !cell.is_empty()).count();
        let at = self.rows.iter().position(|row| count(row) >= filled)?;
        let completes = |header: &Header| header.titles.iter().filter(|title| !title.is_empty()).count() > count(&self.rows[at]);
        let below = self.merged(at + 1).filter(completes).filter(|_| {
            let cells = &self.rows[at + 1].cells;
            let words = cells.iter().filter(|cell| !cell.is_empty() && cell.parse::<f64>().is_err()).count();
            // Numbers under groups count up; answers do not.
            words > 0 || rising(cells)
        });
        below.or_else(|| self.single(at))
    }

    fn single(&self, at: usize) -> Option<Header> {
        let row = self.rows.get(at)?;
        let mut header = Header { titles: row.cells.clone(), row: row.number, last_row: row.number, ..Header::default() };
        self.below(at, &mut header);
        Some(header)
    }

    /// What stands between a header and the answers.
    fn below(&self, at: usize, header: &mut Header) {
        let marks = |row: &HeadRow| row.cells.iter().any(|cell| cell.starts_with("{\"ImportId\""));
        let labels = |row: Option<&HeadRow>| row.map(|row| row.cells.clone()).unwrap_or_default();
        match (self.rows.get(at + 1), self.rows.get(at + 2)) {
            // Qualtrics: codes, question texts, its own marks.
            (Some(texts), Some(row)) if marks(row) && !marks(texts) => {
                header.labels = texts.cells.clone();
                header.last_row = row.number;
            }
            (Some(row), _) if marks(row) => {
                header.labels = labels(at.checked_sub(1).and_then(|above| self.rows.get(above)));
                header.last_row = row.number;
            }
            (Some(row), _) if is_numbering(&row.cells) => header.last_row = row.number,
            _ => {}
        }
    }

    /// Row `at` under the groups in the row above it.
    fn merged(&self, at: usize) -> Option<Header> {
        let (lower, upper) = (self.rows.get(at)?, self.rows.get(at.checked_sub(1)?)?);
        let cell = |row: &'_ HeadRow, at: usize| row.cells.get(at).cloned().unwrap_or_default();
        let gaps = (0..lower.cells.len()).any(|at| cell(upper, at).is_empty() && !cell(lower, at).is_empty());
        if upper.number + 1 != lower.number || !gaps || upper.cells.len() < 2 {
            return None;
        }
        let (mut titles, mut labels) = (Vec::new(), Vec::new());
        let (mut group, mut first) = (String::new(), None);
        for at in 0..upper.cells.len().max(lower.cells.len()) {
            let (over, under) = (cell(upper, at), cell(lower, at));
            if !over.is_empty() {
                group.clone_from(&over);
                first = None;
            }
            let number = trailing_number(&under);
            if first.is_none() {
                first = number;
            }
            let (title, label) = match number {
                _ if under.is_empty() => (over, String::new()),
                _ if group.is_empty() => (under, String::new()),
                // `P10` as the first of a group is its first item all the same.
                Some(number) if !starts_with_code(&under, &group) => {
                    let first = first.unwrap_or(1);
                    let ordinal = if first == 0 { number } else { (number + 1).saturating_sub(first) };
                    (format!("{}.{ordinal}", code_of(&group)), under)
                }
                None if is_total(&under) => (format!("TOTAL {}", code_of(&group)), under),
                None if !starts_with_code(&under, &group) => (format!("{group} [{under}]"), under),
                _ => (under, group.clone()),
            };
            titles.push(title);
            labels.push(label);
        }
        let mut header = Header { titles, row: lower.number, last_row: lower.number, merged: true, ..Header::default() };
        self.below(at, &mut header);
        if header.labels.is_empty() {
            header.labels = labels;
        }
        Some(header)
    }
}

/// The code of a group's name: what stands in its brackets, `X1` of `Kompetensi (X1)`, or the name itself.
fn code_of(group: &str) -> String {
    let inner = group.strip_suffix(')').and_then(|rest| rest.rsplit_once('(')).map(|(_, inner)| tidy(inner));
    let inner = inner.or_else(|| bracketed(group).map(|(_, inner)| inner));
    match inner {
        Some(code) if !code.is_empty() && code.chars().count() <= 12 => code.to_owned(),
        _ => group.to_owned(),
    }
}

fn starts_with_code(under: &str, group: &str) -> bool {
    code_key(under).starts_with(&code_key(&code_of(group)))
}

/// The number of `1`, `P10`, `Butir 3`.
fn trailing_number(text: &str) -> Option<usize> {
    let stem = text.trim_end_matches(|c: char| c.is_ascii_digit());
    let short = stem.chars().count() <= 10 && stem.chars().all(|c| c.is_alphabetic() || c == ' ' || c == '.' || c == '_');
    text.get(stem.len()..)?.parse().ok().filter(|_| short)
}

/// Whether a word heads a column of totals.
fn is_total(text: &str) -> bool {
    matches!(
        fold(text).trim_matches(['.', ':']),
        "total" | "jumlah" | "jml" | "skor" | "total skor" | "jumlah skor" | "sum" | "\u{2211}" | "\u{3c3}"
    )
}

/// `1 2 3 4 …` or `(1) (2) (3) …` over every column: the numbers of the columns, as printed tables have them.
fn is_numbering(cells: &[String]) -> bool {
    let number = |cell: &String| cell.trim_matches(['(', ')']).parse::<usize>().ok();
    cells.len() >= 6 && cells.iter().enumerate().all(|(at, cell)| number(cell) == Some(at + 1))
}

/// Whether whole numbers rise by one from cell to cell, beginning anew at most where a group does.
fn rising(cells: &[String]) -> bool {
    let numbers: Vec<usize> = cells.iter().filter_map(|cell| cell.parse().ok()).collect();
    let steps = numbers.windows(2).filter(|pair| matches!(pair, [one, next] if *next != one + 1 && *next != 1)).count();
    numbers.len() > 2 && steps == 0
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;

    fn head(rows: &[&[&str]]) -> Head {
        let mut head = Head::default();
        for (at, row) in rows.iter().enumerate() {
            head.push(at + 1, row.iter().map(|text| RawCell { text, number: false }));
        }
        head
    }

    #[test]
    fn groups_over_numbers_become_codes() {
        let rows: &[&[&str]] = &[
            &["Rekapitulasi jawaban"],
            &["No", "Nama", "Kompetensi (X1)", "", "", "Kinerja (Y)", "", ""],
            &["", "", "P1", "P2", "JML", "P3", "P4", "JML"],
            &["1", "Ani", "4", "5", "9", "3", "3", "6"],
        ];
        let header = head(rows).likely(2).unwrap();
        assert_eq!(header.titles, ["No", "Nama", "X1.1", "X1.2", "TOTAL X1", "Y.1", "Y.2", "TOTAL Y"]);
        assert_eq!((header.row, header.last_row, header.merged), (3, 3, true));
        assert_eq!(header.labels[5], "P3");
    }

    #[test]
    fn answers_below_a_header_with_a_gap_are_no_part_of_it() {
        let header = head(&[&["X1", "", "Y"], &["4", "5", "3"], &["5", "5", "4"]]).likely(2).unwrap();
        assert_eq!((header.titles, header.merged), (vec!["X1".to_owned(), String::new(), "Y".to_owned()], false));
    }

    #[test]
    fn question_texts_and_column_numbers_below_the_header_are_no_answers() {
        let qualtrics = head(&[
            &["StartDate", "Q1_1"],
            &["Start Date", "Saya teliti"],
            &["{\"ImportId\":\"startDate\"}", "{\"ImportId\":\"QID1\"}"],
            &["2025", "4"],
        ]);
        let header = qualtrics.candidates().next().unwrap();
        assert_eq!((header.labels[1].as_str(), header.row, header.last_row), ("Saya teliti", 1, 3));
        let numbered = head(&[&["No", "a", "b", "c", "d", "e"], &["(1)", "(2)", "(3)", "(4)", "(5)", "(6)"]]);
        assert_eq!(numbered.candidates().next().unwrap().last_row, 2);
    }
}
