//! The model summary of a regression: R, R², adjusted R², standard error of the estimate.

use super::coefficients::Which;
use super::columns::{Column, columns, read};
use super::table::Table;
use crate::audit::printed::{Place, Printed};

/// A model summary.
#[derive(Debug, Clone, PartialEq)]
pub struct ModelSummary {
    /// Where.
    pub place: Place,
    /// Which regression.
    pub which: Which,
    /// Its numbers.
    pub numbers: Vec<(Column, Printed)>,
}

impl ModelSummary {
    /// A number of it.
    pub fn get(&self, column: Column) -> Option<&Printed> {
        self.numbers.iter().find(|(there, _)| *there == column).map(|(_, printed)| printed)
    }
}

/// Reads a model summary; none when it is not one.
pub fn find(table: &Table) -> Vec<ModelSummary> {
    let mut found = columns(table);
    let has = |found: &[(usize, Column)], column: Column| found.iter().any(|(_, there)| *there == column);
    // Beside a moderation the R² of two regressions are compared; neither is told by the row.
    if ["tanpa hasil kali", "without product", "without the product"].iter().any(|label| table.words.contains(label)) {
        return Vec::new();
    }
    if !has(&found, Column::RSquare) && !has(&found, Column::AdjustedRSquare) || has(&found, Column::T) {
        return Vec::new();
    }
    // `Change Statistics` repeats names; what stands before it is the summary.
    let mut seen: Vec<Column> = Vec::new();
    found.retain(|(_, column)| {
        let first = !seen.contains(column);
        seen.push(*column);
        first
    });
    let order: Vec<Column> = if table.aligned {
        Vec::new()
    } else {
        let known = [Column::R, Column::RSquare, Column::AdjustedRSquare, Column::StandardErrorOfEstimate, Column::DurbinWatson];
        known.into_iter().filter(|column| has(&found, *column)).collect()
    };
    let mut out = Vec::new();
    for row in &table.rows {
        let mut numbers = read(table, row, &found, &order, &[]);
        // The model's number stands before the others.
        if numbers.is_none() && row.cells.first().is_some_and(|cell| super::table::is_running_number(cell)) {
            let rest = super::table::Row { cells: row.cells.iter().skip(1).cloned().collect(), ..row.clone() };
            numbers = read(table, &rest, &found, &order, &[]);
        }
        let Some(numbers) = numbers.filter(|numbers| numbers.len() >= 2 || numbers.iter().any(|(c, _)| *c == Column::RSquare))
        else {
            continue;
        };
        out.push(ModelSummary { place: table.place.clone(), which: Which::of(table), numbers });
    }
    // Several rows are several regressions (steps); which is which is not told by the row.
    if out.len() > 1 {
        for (position, summary) in out.iter_mut().enumerate() {
            summary.which.ordinal = Some(position + 1);
        }
    }
    out
}
