//! The index of respondents' achievement (TCR): of each item the mean answer as a share of the highest answer.

use super::columns::{Column, columns};
use super::raw::looks_numeric;
use super::table::Table;
use crate::audit::printed::Printed;

/// An item: its mean and its index in per cent.
#[derive(Debug, Clone, PartialEq)]
pub struct IndexRow {
    /// Mean.
    pub mean: Printed,
    /// Index.
    pub index: Printed,
}

/// Reads a table of indexes; none when it is not one. Only where columns are certain.
pub fn find(table: &Table) -> Vec<IndexRow> {
    let named = |heading: &str| {
        let words: Vec<&str> = heading.split(' ').collect();
        words.contains(&"tcr") || heading.contains("capaian responden") || heading.contains("achievement index")
    };
    let indexes: Vec<usize> = table.headings.iter().enumerate().filter(|(_, heading)| named(heading)).map(|(at, _)| at).collect();
    let found = columns(table);
    let means: Vec<usize> = found.iter().filter(|(_, column)| *column == Column::Mean).map(|(at, _)| *at).collect();
    let ([index], [mean], true) = (&indexes[..], &means[..], table.aligned) else { return Vec::new() };
    let rows = table.rows.iter().filter(|row| row.aligned);
    let number = |row: &super::table::Row, at: usize, name: &str| {
        let text = row.cells.get(at).filter(|text| looks_numeric(text))?;
        table.number(row, text, name).map(Printed::rounded)
    };
    rows.filter_map(|row| {
        let (mean, index) = (number(row, *mean, super::columns::name(Column::Mean))?, number(row, *index, "TCR")?);
        (mean.value >= 0.0).then_some(IndexRow { mean, index })
    })
    .collect()
}
