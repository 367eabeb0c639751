//! Targets and what was achieved, as reports of agencies print them.

use super::columns::{Column, columns, read};
use super::table::Table;
use crate::audit::printed::{Place, Printed};

/// An indicator of performance.
#[derive(Debug, Clone, PartialEq)]
pub struct TargetRow {
    /// Where.
    pub place: Place,
    /// Target.
    pub target: Printed,
    /// Realization.
    pub realization: Printed,
    /// Achievement in per cent.
    pub achievement: Option<Printed>,
}

/// Reads a table of targets; none when it is not one.
pub fn find(table: &Table) -> Vec<TargetRow> {
    let found = columns(table);
    let count = |column: Column| found.iter().filter(|(_, there)| *there == column).count();
    // Several years side by side have no certain pairs.
    if count(Column::Target) != 1 || count(Column::Realization) != 1 || count(Column::Achievement) != 1 {
        return Vec::new();
    }
    let order: Vec<Column> = found
        .iter()
        .map(|(_, column)| *column)
        .filter(|column| matches!(column, Column::Target | Column::Realization | Column::Achievement))
        .collect();
    let mut rows = Vec::new();
    for row in &table.rows {
        // A range (`35–40`) that ran into the words before it leaves one number too few.
        if !table.aligned && row.label.ends_with(|c: char| c.is_ascii_digit()) {
            continue;
        }
        let Some(numbers) = read(table, row, &found, &order, &[]) else { continue };
        let get = |column: Column| numbers.iter().find(|(there, _)| *there == column).map(|(_, printed)| printed.clone());
        if let (Some(target), Some(realization)) = (get(Column::Target), get(Column::Realization)) {
            let place = table.place.cell(row.line, &row.label, "");
            rows.push(TargetRow { place, target, realization, achievement: get(Column::Achievement) });
        }
    }
    rows
}
