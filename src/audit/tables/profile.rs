//! Respondents by a characteristic: categories with counts and percentages.

use super::columns::{Column, columns, read};
use super::table::Table;
use crate::audit::names::plain;
use crate::audit::printed::{Place, Printed};

/// A category.
#[derive(Debug, Clone, PartialEq)]
pub struct ProfileRow {
    /// As printed.
    pub label: String,
    /// Count.
    pub count: Option<Printed>,
    /// Percentage.
    pub percent: Option<Printed>,
    /// Cumulative percentage.
    pub cumulative: Option<Printed>,
}

/// A table of respondents.
#[derive(Debug, Clone, PartialEq)]
pub struct Profile {
    /// Where.
    pub place: Place,
    /// Caption.
    pub title: String,
    /// Categories.
    pub rows: Vec<ProfileRow>,
    /// The row of sums.
    pub total: Option<ProfileRow>,
    /// Rows that could not be read, by line.
    pub unread: Vec<usize>,
}

/// Reads a table of respondents; none when it is not one.
pub fn find(table: &Table) -> Option<Profile> {
    let mut found = columns(table);
    for (_, column) in &mut found {
        // `Jumlah` beside a percentage is the count.
        if matches!(column, Column::Total | Column::F | Column::N) {
            *column = Column::Frequency;
        }
    }
    // Limits of the categories (`≥ 91,00`) stand beside their counts; certain columns are read by their place.
    if table.aligned {
        found.retain(|(_, column)| *column != Column::Score);
    }
    let count = |column: Column| found.iter().filter(|(_, there)| *there == column).count();
    let percents = count(Column::Percent);
    if count(Column::Frequency) != 1 || percents == 0 || percents > 2 {
        return None;
    }
    if found
        .iter()
        .any(|(_, column)| !matches!(column, Column::Frequency | Column::Percent | Column::Cumulative | Column::Verdict))
    {
        return None;
    }
    let mut order: Vec<Column> = Vec::new();
    for (_, column) in &found {
        if *column != Column::Verdict && !order.contains(column) {
            order.push(*column);
        }
    }
    let mut profile =
        Profile { place: table.place.clone(), title: table.title.clone(), rows: Vec::new(), total: None, unread: Vec::new() };
    for row in &table.rows {
        // Where columns are lost, ages and years in the label stand before the numbers.
        let mut row = row.clone();
        let numeric = row.cells.iter().filter(|cell| super::raw::looks_numeric(cell)).count();
        if !row.aligned && numeric > order.len() {
            let skip = row.cells.len().saturating_sub(order.len());
            row.label = format!("{} {}", row.label, row.cells.iter().take(skip).cloned().collect::<Vec<_>>().join(" "));
            row.cells = row.cells.split_off(skip);
        }
        if numeric == 0 {
            continue;
        }
        let label = plain(&row.label);
        let sums = label.is_empty() || ["jumlah", "total", "sum"].iter().any(|word| label.starts_with(word));
        let Some(numbers) = read(
            table,
            &row,
            &found,
            &order,
            if sums && order.contains(&Column::Cumulative) && numeric < order.len() { &[Column::Cumulative] } else { &[] },
        ) else {
            profile.unread.push(row.line);
            continue;
        };
        let get = |column: Column| numbers.iter().find(|(there, _)| *there == column).map(|(_, printed)| printed.clone());
        let read = ProfileRow {
            label: row.label.clone(),
            count: get(Column::Frequency).filter(|printed| printed.decimals == 0),
            percent: get(Column::Percent).map(Printed::rounded),
            cumulative: get(Column::Cumulative).map(Printed::rounded),
        };
        let negative = |printed: &Option<Printed>| printed.as_ref().is_some_and(|printed| printed.value < 0.0);
        if read.count.is_none() || negative(&read.count) || negative(&read.percent) {
            profile.unread.push(row.line);
        } else if sums {
            profile.total = Some(read);
        } else if profile.total.is_none() {
            profile.rows.push(read);
        }
    }
    (profile.rows.len() >= 2).then_some(profile)
}
