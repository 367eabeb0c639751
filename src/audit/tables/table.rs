//! A table with its headings told from its rows, whatever way it was written.
//!
//! Rows come from labels and headings. A table whose columns are certain (a grid, tabs) keeps them; in one whose empty cells
//! are lost the numbers of a row stand in their order, and it is for the finder to know whether their count fits its headings.

use super::columns::{Column, of_headings};
use super::raw::{RawRow, RawTable, Written, looks_numeric};
use crate::audit::names::plain;
use crate::audit::printed::{Place, Printed, decimal_mark};

/// A row.
#[derive(Debug, Clone, PartialEq)]
pub struct Row {
    /// Line or block.
    pub line: usize,
    /// Its label: the words before its numbers (behind them in a pivoted table).
    pub label: String,
    /// Its cells. Where columns are certain there is one for each heading; else only what stands behind the label.
    pub cells: Vec<String>,
    /// Columns of this row are certain.
    pub aligned: bool,
}

/// A table.
#[derive(Debug, Clone, PartialEq)]
pub struct Table {
    /// Where.
    pub place: Place,
    /// Caption and titles.
    pub title: String,
    /// Heading of each column, where columns are certain; plain words.
    pub headings: Vec<String>,
    /// All words of the heading, in reading order, one entry a cell.
    pub heading_cells: Vec<String>,
    /// The rows.
    pub rows: Vec<Row>,
    /// Columns are certain.
    pub aligned: bool,
    /// Notes below.
    pub notes: Vec<String>,
    /// Decimal mark.
    pub mark: char,
    /// The words of caption, headings and labels, plain: to tell what kind of table it is.
    pub words: String,
    /// The columns that its headings name.
    pub(super) columns: Vec<(usize, Column)>,
}

impl Table {
    /// Tells headings from rows. `mark` is the chapter's decimal mark, for a table that does not show its own.
    pub fn of(raw: &RawTable, mark: char) -> Table {
        let mark = decimal_mark(raw.rows.iter().flat_map(|row| row.cells.iter())).unwrap_or(mark);
        let certain = raw.rows.iter().filter(|row| row.written == Written::Cells).count();
        let alone = raw.rows.iter().filter(|row| row.written == Written::Alone).count();
        let mut table = Table {
            place: raw.place.clone(),
            title: raw.title.clone(),
            headings: Vec::new(),
            heading_cells: Vec::new(),
            rows: Vec::new(),
            aligned: certain * 2 > raw.rows.len(),
            notes: raw.notes.clone(),
            mark,
            words: String::new(),
            columns: Vec::new(),
        };
        if table.aligned {
            table.aligned_rows(&raw.rows);
        } else if alone * 3 > raw.rows.len() * 2 {
            table.stacked(&raw.rows);
        } else {
            table.spaced(&raw.rows);
        }
        let mut words = vec![plain(&table.title)];
        words.extend(table.heading_cells.iter().map(|cell| plain(cell)));
        words.extend(table.rows.iter().map(|row| plain(&row.label)));
        table.words = words.join(" | ");
        table.columns = of_headings(&table);
        table
    }

    /// Reads a cell as a number.
    pub fn number(&self, row: &Row, text: &str, column: &str) -> Option<Printed> {
        Printed::read(text, self.mark, self.place.cell(row.line, &row.label, column))
    }

    /// Whether caption or headings hold these words.
    pub fn says(&self, words: &str) -> bool {
        self.words.contains(words)
    }

    /// Columns as they stand: headings are the leading rows without numbers.
    fn aligned_rows(&mut self, raw: &[RawRow]) {
        let width = raw.iter().filter(|row| row.written == Written::Cells).map(|row| row.cells.len()).max().unwrap_or(0);
        let is_body = |row: &RawRow| {
            let numbers = row.cells.iter().skip(1).filter(|cell| looks_numeric(cell)).count();
            let numbered_headings =
                row.cells.iter().skip(1).filter(|cell| !cell.is_empty()).all(|cell| cell.len() <= 2 && looks_numeric(cell));
            numbers >= 1 && !(numbered_headings && numbers >= 3 && row.cells.first().is_some_and(|cell| !looks_numeric(cell)))
        };
        let mut head: Vec<Vec<String>> = Vec::new();
        let mut body = raw.len();
        for (position, row) in raw.iter().enumerate() {
            let filled = row.cells.iter().filter(|cell| !cell.is_empty()).count();
            let group = filled == 1 && row.cells.first().is_some_and(|cell| !cell.is_empty()) && !head.is_empty();
            let all_same = row.cells.len() > 1 && row.cells.iter().all(|cell| Some(cell) == row.cells.first());
            if is_body(row) || group || (all_same && !head.is_empty()) {
                body = position;
                break;
            }
            let mut cells = row.cells.clone();
            cells.resize(width.max(cells.len()), String::new());
            head.push(cells);
        }
        self.heading_cells = head.iter().flatten().filter(|cell| !cell.is_empty()).cloned().collect();
        fill_right(&mut head);
        self.headings = (0..width)
            .map(|column| {
                let mut words: Vec<String> = Vec::new();
                for cell in head.iter().filter_map(|row| row.get(column)) {
                    let cell = plain(cell);
                    if !cell.is_empty() && words.last() != Some(&cell) {
                        words.push(cell);
                    }
                }
                words.join(" ")
            })
            .collect();
        let head_cells: Vec<&Vec<String>> = raw.iter().take(body).map(|row| &row.cells).collect();
        for row in raw.iter().skip(body) {
            // A heading repeated on the next page.
            if head_cells.contains(&&row.cells) {
                continue;
            }
            let mut cells = row.cells.clone();
            let aligned =
                row.written == Written::Cells && cells.len() <= width && (cells.len() == width || trailing_is_safe(&cells));
            if aligned {
                cells.resize(width, String::new());
            }
            let first_number =
                cells.iter().position(|cell| looks_numeric(cell) && !is_running_number(cell)).unwrap_or(cells.len());
            let mut label: Vec<String> = Vec::new();
            for cell in cells.iter().take(first_number) {
                if !cell.is_empty() && !is_running_number(cell) && !label.contains(cell) {
                    label.push(cell.clone());
                }
            }
            if label.is_empty() {
                // A running number was all there was before the numbers, or the label stands behind them.
                label.extend(cells.iter().rev().find(|cell| !cell.is_empty() && !looks_numeric(cell)).cloned());
            }
            self.rows.push(Row { line: row.line, label: label.join(" "), cells, aligned });
        }
    }

    /// Rows with spaces between the cells.
    fn spaced(&mut self, raw: &[RawRow]) {
        let numbers = |row: &RawRow| row.cells.iter().filter(|cell| looks_numeric(cell)).count();
        let first = raw.iter().position(|row| numbers(row) >= 1 && !is_heading_row(row)).unwrap_or(raw.len());
        // One cell of words right above rows of bare numbers is their label, not a heading.
        let body: Vec<&RawRow> = raw.iter().skip(first).collect();
        let bare = |row: &&&RawRow| row.cells.iter().all(|cell| looks_numeric(cell));
        let words = |row: &&&RawRow| numbers(row) == 0;
        let bare_rows: Vec<&&RawRow> = body.iter().filter(bare).collect();
        self.heading_cells = raw.iter().take(first).flat_map(|row| row.cells.iter().cloned()).collect();
        if bare_rows.len() * 2 > body.len() {
            // Numbers first, labels last, or the other way round; paired in order only when both are as many.
            let labels: Vec<&&RawRow> = body.iter().filter(words).collect();
            let labelled = body.len() - bare_rows.len() - labels.len();
            if labels.len() == bare_rows.len() && labelled == 0 {
                for (row, label) in bare_rows.iter().zip(&labels) {
                    self.rows.push(Row {
                        line: row.line,
                        label: label.cells.join(" "),
                        cells: row.cells.clone(),
                        aligned: false,
                    });
                }
                return;
            }
        }
        let head: Vec<&Vec<String>> = raw.iter().take(first).map(|row| &row.cells).collect();
        for row in body {
            if head.contains(&&row.cells) {
                continue;
            }
            // A running number stands first and words behind it.
            let running = row.cells.first().is_some_and(|cell| is_running_number(cell))
                && row.cells.get(1).is_some_and(|cell| !looks_numeric(cell))
                && row.cells.iter().skip(2).any(|cell| looks_numeric(cell));
            let from = usize::from(running);
            let first = row.cells.iter().skip(from).position(|cell| looks_numeric(cell)).map_or(row.cells.len(), |at| at + from);
            let leading: Vec<String> = row.cells.iter().take(first).skip(from).cloned().collect();
            let mut cells: Vec<String> = row.cells.iter().skip(first).cloned().collect();
            let mut label = without_running_number(&leading.join(" "));
            // Numbers first: the label is the first words behind them, a verdict stands behind the label.
            if label.is_empty()
                && let Some(at) = cells.iter().position(|cell| cell.chars().any(char::is_alphabetic) && !looks_numeric(cell))
            {
                label = cells.remove(at);
            }
            self.rows.push(Row { line: row.line, label, cells, aligned: false });
        }
    }

    /// One cell on a line: a label, then its numbers, then the next label.
    fn stacked(&mut self, raw: &[RawRow]) {
        let cells: Vec<(usize, &String)> =
            raw.iter().flat_map(|row| row.cells.iter().map(move |cell| (row.line, cell))).collect();
        let Some(first) = cells.iter().position(|(_, cell)| looks_numeric(cell)) else {
            self.heading_cells = cells.iter().map(|(_, cell)| (*cell).clone()).collect();
            return;
        };
        let index = |at: usize| cells.get(at).is_some_and(|(_, cell)| is_running_number(cell));
        let words = |at: usize| cells.get(at).is_some_and(|(_, cell)| !looks_numeric(cell));
        // The first row's label is the last words before the first number, unless that number runs before its label.
        let numbered = index(first)
            && words(first + 1)
            && cells.get(first).is_some_and(|(_, cell)| cell.trim_end_matches(['.', ')']) == "1");
        let heading = first.checked_sub(1).and_then(|at| cells.get(at)).is_some_and(|(_, cell)| {
            super::columns::column(&plain(cell)).is_some_and(|column| column != super::columns::Column::N)
        });
        let start = if numbered || heading { first } else { first.saturating_sub(1) };
        self.heading_cells = cells.iter().take(start).map(|(_, cell)| (*cell).clone()).collect();
        let mut at = start;
        while at < cells.len() {
            let Some(&(line, cell)) = cells.get(at) else { break };
            if numbered && index(at) && words(at + 1) {
                at += 1;
                continue;
            }
            if looks_numeric(cell) {
                match self.rows.last_mut() {
                    Some(row) => row.cells.push(cell.clone()),
                    None => self.rows.push(Row { line, label: String::new(), cells: vec![cell.clone()], aligned: false }),
                }
                at += 1;
                continue;
            }
            // Words behind a row's numbers are its verdict or the next label: the next label when numbers follow.
            let numbers_follow = cells.get(at + 1).is_some_and(|(_, next)| looks_numeric(next));
            let verdict_then_label = !numbers_follow && words(at + 1);
            match self.rows.last_mut() {
                Some(row) if !row.cells.is_empty() && (verdict_then_label || (at + 1 == cells.len())) => {
                    row.cells.push(cell.clone())
                }
                Some(row) if row.cells.is_empty() => {
                    row.label.push(' ');
                    row.label.push_str(cell);
                }
                _ => self.rows.push(Row { line, label: without_running_number(cell), cells: Vec::new(), aligned: false }),
            }
            at += 1;
        }
    }
}

/// A heading over several columns stands in the first of them and leaves the others empty.
fn fill_right(head: &mut [Vec<String>]) {
    let Some(last) = head.len().checked_sub(1) else { return };
    let original: Vec<Vec<String>> = head.to_vec();
    for (level, row) in head.iter_mut().enumerate() {
        if level == last {
            break;
        }
        let mut carried = String::new();
        for column in 0..row.len() {
            let Some(cell) = row.get_mut(column) else { continue };
            let below = original.iter().skip(level + 1).any(|lower| lower.get(column).is_some_and(|cell| !cell.is_empty()));
            let above = original.iter().take(level).any(|upper| {
                upper.get(column).is_some_and(|cell| !cell.is_empty()) && column > 0 && upper.get(column - 1) != upper.get(column)
            });
            if !cell.is_empty() {
                carried = cell.clone();
            } else if below && !above {
                *cell = carried.clone();
            }
        }
    }
}

/// A short row whose missing cells can only be at its end: it has words only.
fn trailing_is_safe(cells: &[String]) -> bool {
    cells.iter().skip(1).all(|cell| !looks_numeric(cell))
}

/// `1`, `2.`: a number that counts rows.
pub fn is_running_number(cell: &str) -> bool {
    let bare = cell.trim().trim_end_matches(['.', ')']);
    !bare.is_empty() && bare.len() <= 2 && bare.chars().all(|c| c.is_ascii_digit())
}

/// `1 (Constant)` → `(Constant)`; `1. Laki-laki` → `Laki-laki`; `30 - 39 Tahun` stays.
fn without_running_number(label: &str) -> String {
    let label = label.trim();
    match label.split_once(' ') {
        Some((first, rest)) if is_running_number(first) && (first.ends_with('.') || rest.starts_with('(')) => {
            rest.trim().to_owned()
        }
        _ => label.to_owned(),
    }
}

/// A heading may hold counts (`Tahun 2019`), never a number with decimals.
fn is_heading_row(row: &RawRow) -> bool {
    let words = row.cells.iter().filter(|cell| cell.chars().any(char::is_alphabetic) && !looks_numeric(cell)).count();
    words >= 3 && !row.cells.iter().any(|cell| looks_numeric(cell) && cell.contains([',', '.']))
}
