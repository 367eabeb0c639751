//! Counts of two characteristics against each other, and of answers that have no weight (yes, no): groups of columns with a count
//! and a percentage each, a column and a row of sums.

use super::columns::{Column, column};
use super::raw::looks_numeric;
use super::table::{Row, Table};
use crate::audit::names::plain;
use crate::audit::printed::Printed;

/// A count and its percentage.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct CrossCell {
    /// The count; a mean of counts in a row of means.
    pub count: Option<Printed>,
    /// The percentage.
    pub percent: Option<Printed>,
}

/// A row.
#[derive(Debug, Clone, PartialEq)]
pub struct CrossRow {
    /// One cell for each group.
    pub cells: Vec<CrossCell>,
    /// Its sum.
    pub total: Option<Printed>,
}

/// What the percentages are shares of.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Base {
    /// The sum of the row.
    Row,
    /// The sum of the column.
    Column,
    /// All cases.
    All,
}

/// A table of counts.
#[derive(Debug, Clone, PartialEq)]
pub struct Crosstab {
    /// The rows between headings and sums.
    pub rows: Vec<CrossRow>,
    /// The row of sums.
    pub sums: Option<CrossRow>,
    /// The row of means.
    pub means: Option<CrossRow>,
    /// What the note below says the percentages are of; none where it says nothing.
    pub base: Option<Base>,
    /// Lines of rows that could not be read.
    pub unread: Vec<usize>,
}

/// Reads a table of counts by group; none when it is not one. Only where columns are certain.
pub fn find(table: &Table) -> Option<Crosstab> {
    if !table.aligned {
        return None;
    }
    let columns = Columns::of(table)?;
    let mut out = Crosstab { rows: Vec::new(), sums: None, means: None, base: base(table), unread: Vec::new() };
    for row in &table.rows {
        if !row.cells.iter().skip(1).any(|cell| looks_numeric(cell)) {
            continue;
        }
        let label = plain(&row.label);
        let is = |words: &[&str]| words.iter().any(|word| label == *word || label.starts_with(&format!("{word} ")));
        let means = is(&["rata rata", "rerata", "mean", "average"]);
        match columns.read(table, row, means) {
            None => out.unread.push(row.line),
            Some(read) if means => out.means = Some(read),
            Some(read) if is(&["jumlah", "total", "sum"]) => out.sums = Some(read),
            Some(read) => out.rows.push(read),
        }
    }
    (out.rows.len() >= 2).then_some(out)
}

/// Which columns hold what.
struct Columns {
    /// Of each group the count and the percentage.
    groups: Vec<(usize, Option<usize>)>,
    total: Option<usize>,
}

impl Columns {
    fn of(table: &Table) -> Option<Columns> {
        let mut names: Vec<&str> = Vec::new();
        let mut groups: Vec<(usize, Option<usize>)> = Vec::new();
        let mut total = None;
        for (at, heading) in table.headings.iter().enumerate() {
            let (name, what) = heading.rsplit_once(' ').unwrap_or(("", heading));
            match what {
                "f" | "frekuensi" | "frequency" if !name.is_empty() => {
                    names.push(name);
                    groups.push((at, None));
                }
                "%" | "persen" | "persentase" | "percent" if !name.is_empty() => {
                    let group = names.iter().position(|there| *there == name).and_then(|group| groups.get_mut(group))?;
                    group.1 = Some(at);
                }
                // Anything else that is told by its column makes it a table of another kind.
                // The labels' own heading may be any word.
                _ if at == 0 => {}
                _ => match column(heading) {
                    Some(Column::Total | Column::N) if total.is_none() => total = Some(at),
                    Some(_) => return None,
                    None => {}
                },
            }
        }
        let shares = groups.iter().filter(|(_, percent)| percent.is_some()).count();
        (groups.len() >= 2 && shares == groups.len()).then_some(Columns { groups, total })
    }

    /// The numbers of a row; none where a count is missing or no count.
    fn read(&self, table: &Table, row: &Row, means: bool) -> Option<CrossRow> {
        if !row.aligned {
            return None;
        }
        let number = |at: usize, name: &str| {
            let text = row.cells.get(at).filter(|text| looks_numeric(text))?;
            table.number(row, text, name)
        };
        // One cell over both columns stands in each of them.
        let merged = |count: usize, percent: usize| row.cells.get(count) == row.cells.get(percent);
        let cells: Option<Vec<CrossCell>> = self
            .groups
            .iter()
            .map(|(count, percent)| {
                let heading = |at: usize| table.headings.get(at).map_or("", String::as_str);
                let read = number(*count, heading(*count))?;
                (read.value >= 0.0 && (means || read.decimals == 0)).then(|| CrossCell {
                    count: Some(if means { read.rounded() } else { read }),
                    percent: percent
                        .filter(|at| !merged(*count, *at))
                        .and_then(|at| number(at, heading(at)))
                        .map(Printed::rounded),
                })
            })
            .collect();
        let total = self.total.and_then(|at| number(at, super::columns::name(Column::Total)));
        Some(CrossRow { cells: cells?, total: total.filter(|total| total.decimals == 0) })
    }
}

/// What the note below a table says its percentages are of.
fn base(table: &Table) -> Option<Base> {
    let notes: Vec<String> = table.notes.iter().map(|note| format!(" {} ", plain(note))).collect();
    let says = |words: &[&str]| notes.iter().any(|note| words.iter().any(|word| note.contains(&format!(" {word} "))));
    match (
        says(&["jumlah baris", "total baris", "row total", "row totals", "of the row", "within the row"]),
        says(&["jumlah kolom", "total kolom", "column total", "column totals", "of the column", "within the column"]),
        says(&["seluruh responden", "semua responden", "jumlah seluruhnya", "all respondents", "grand total"]),
    ) {
        (true, false, false) => Some(Base::Row),
        (false, true, false) => Some(Base::Column),
        (false, false, true) => Some(Base::All),
        _ => None,
    }
}
