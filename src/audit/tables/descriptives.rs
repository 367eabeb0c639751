//! Descriptive statistics: N, minimum, maximum, mean, standard deviation of variables or groups.

use super::columns::{Column, columns, read};
use super::table::Table;
use crate::audit::names::plain;
use crate::audit::printed::{Place, Printed};

/// A variable or group.
#[derive(Debug, Clone, PartialEq)]
pub struct DescriptiveRow {
    /// Where.
    pub place: Place,
    /// As printed.
    pub label: String,
    /// Cases.
    pub n: Option<Printed>,
    /// Smallest value.
    pub minimum: Option<Printed>,
    /// Largest value.
    pub maximum: Option<Printed>,
    /// Mean.
    pub mean: Option<Printed>,
    /// Median.
    pub median: Option<Printed>,
    /// Standard deviation.
    pub deviation: Option<Printed>,
    /// Variance.
    pub variance: Option<Printed>,
}

/// Reads a table of descriptive statistics; none when it is not one.
pub fn find(table: &Table) -> Vec<DescriptiveRow> {
    let found = columns(table);
    let has = |column: Column| found.iter().any(|(_, there)| *there == column);
    if !has(Column::Mean) || !(has(Column::StandardDeviation) || has(Column::Minimum) && has(Column::Maximum)) {
        return Vec::new();
    }
    let others = [Column::T, Column::P, Column::F, Column::B, Column::OriginalSample, Column::Frequency];
    if others.iter().any(|column| has(*column)) {
        return Vec::new();
    }
    let median = table.headings.iter().position(|heading| heading.ends_with("median"));
    // A median, range or rank has no column of its own in the order of a table without certain columns.
    let all = table.heading_cells.iter().filter(|cell| !plain(cell).is_empty()).count();
    if !table.aligned && all > found.len() + 1 {
        return Vec::new();
    }
    let order: Vec<Column> = found.iter().map(|(_, column)| *column).collect();
    let mut rows = Vec::new();
    for row in &table.rows {
        if plain(&row.label).starts_with("valid n") {
            continue;
        }
        let Some(numbers) = read(table, row, &found, &order, &[]).filter(|numbers| numbers.len() >= 2) else { continue };
        let get = |column: Column| numbers.iter().find(|(there, _)| *there == column).map(|(_, printed)| printed.clone());
        rows.push(DescriptiveRow {
            place: table.place.cell(row.line, &row.label, ""),
            label: row.label.clone(),
            n: get(Column::N).filter(|n| n.decimals == 0 && n.value >= 1.0),
            minimum: get(Column::Minimum),
            maximum: get(Column::Maximum),
            mean: get(Column::Mean),
            median: median.filter(|_| row.aligned).and_then(|at| table.number(row, row.cells.get(at)?, "median")),
            deviation: get(Column::StandardDeviation),
            variance: get(Column::Variance),
        });
    }
    rows
}
