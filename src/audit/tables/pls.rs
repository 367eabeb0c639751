//! Tables of partial least squares: loadings of indicators, AVE and reliability of constructs, paths, HTMT and Fornell–Larcker.

use super::columns::{Column, column};
use super::raw::looks_numeric;
use super::table::Table;
use crate::audit::names::plain;
use crate::audit::printed::{Place, Printed};

/// What a chapter prints of a PLS measurement model and its paths.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Pls {
    /// Loadings by construct.
    pub loadings: Vec<(String, Printed)>,
    /// Constructs.
    pub constructs: Vec<Construct>,
    /// Paths.
    pub paths: Vec<PathRow>,
    /// Ratios of a table of HTMT.
    pub htmt: Vec<Printed>,
    /// Roots of AVE on the diagonal of a Fornell–Larcker table, by construct.
    pub roots: Vec<(String, Printed)>,
    /// Correlations below that diagonal, with the constructs of row and column.
    pub correlations: Vec<(String, String, Printed)>,
}

/// A construct.
#[derive(Debug, Clone, PartialEq)]
pub struct Construct {
    /// As printed.
    pub label: String,
    /// Average variance extracted.
    pub ave: Option<Printed>,
    /// Composite reliability.
    pub composite: Option<Printed>,
    /// Cronbach's alpha.
    pub alpha: Option<Printed>,
}

/// A path.
#[derive(Debug, Clone, PartialEq)]
pub struct PathRow {
    /// Where.
    pub place: Place,
    /// Original sample.
    pub original: Printed,
    /// Its standard error.
    pub deviation: Option<Printed>,
    /// t.
    pub t: Option<Printed>,
    /// Significance.
    pub p: Option<Printed>,
}

impl Pls {
    /// Reads a table of PLS; whether it was one. Only where columns are certain.
    pub fn take(&mut self, table: &Table) -> bool {
        if !table.aligned {
            return false;
        }
        let at = |name: Column| table.headings.iter().position(|heading| column(heading) == Some(name));
        let number = |row: &super::table::Row, at: Option<usize>| {
            let at = at?;
            table.number(row, row.cells.get(at)?, table.headings.get(at)?)
        };
        if let Some(original) = at(Column::OriginalSample) {
            let before = self.paths.len();
            for row in &table.rows {
                if let Some(original) = number(row, Some(original)) {
                    self.paths.push(PathRow {
                        place: table.place.cell(row.line, &row.label, ""),
                        original,
                        deviation: number(row, at(Column::StandardDeviation)),
                        t: number(row, at(Column::T)),
                        p: number(row, at(Column::P)),
                    });
                }
            }
            return self.paths.len() > before;
        }
        let title = plain(&table.title);
        if at(Column::AverageVariance).is_some() || at(Column::CompositeReliability).is_some() {
            return self.constructs_of(table, &number, &at);
        }
        if title.contains("htmt") || title.contains("heterotrait") {
            let cells = table.rows.iter().flat_map(|row| row.cells.iter().skip(1).map(move |cell| (row, cell)));
            self.htmt
                .extend(cells.filter(|(_, cell)| looks_numeric(cell)).filter_map(|(row, cell)| table.number(row, cell, "HTMT")));
            return !self.htmt.is_empty();
        }
        if title.contains("fornell") {
            return self.fornell(table);
        }
        if title.contains("outer loading") || title.contains("loading factor") || title.contains("outer model") {
            return self.matrix_of_loadings(table);
        }
        false
    }

    /// One row a construct, or one an indicator with the construct's numbers in its first row.
    fn constructs_of(
        &mut self,
        table: &Table,
        number: &dyn Fn(&super::table::Row, Option<usize>) -> Option<Printed>,
        at: &dyn Fn(Column) -> Option<usize>,
    ) -> bool {
        let mut current = String::new();
        let mut any = false;
        for row in &table.rows {
            let first = row.cells.first().filter(|cell| !cell.is_empty() && !looks_numeric(cell));
            let label = first.cloned().unwrap_or_else(|| row.label.clone());
            let (ave, composite) = (number(row, at(Column::AverageVariance)), number(row, at(Column::CompositeReliability)));
            if first.is_some() || current.is_empty() {
                current = label;
            }
            if let Some(loading) = number(row, at(Column::Loading)) {
                self.loadings.push((current.clone(), loading));
                any = true;
            }
            let known = self.constructs.iter().any(|construct| {
                construct.label == current && construct.ave.as_ref().map(|ave| &ave.text) == ave.as_ref().map(|ave| &ave.text)
            });
            if (ave.is_some() || composite.is_some()) && !known {
                let alpha = number(row, at(Column::Alpha));
                self.constructs.push(Construct { label: current.clone(), ave, composite, alpha });
                any = true;
            }
        }
        any
    }

    /// Indicators in rows, constructs in columns; each indicator loads on one.
    fn matrix_of_loadings(&mut self, table: &Table) -> bool {
        let before = self.loadings.len();
        let names: Vec<&String> = table.headings.iter().collect();
        for row in &table.rows {
            let filled: Vec<(usize, &String)> =
                row.cells.iter().enumerate().filter(|(_, cell)| looks_numeric(cell) && cell.contains([',', '.'])).collect();
            // Cross loadings are not these.
            let [(column, cell)] = filled[..] else { return self.loadings.len() > before };
            let construct = names.get(column).map(|name| name.trim()).unwrap_or_default();
            let of_row = row.cells.first().cloned().unwrap_or_default();
            let generic = construct.is_empty() || construct.contains("loading") || construct.contains("nilai");
            let construct = if generic { variable_of(&of_row) } else { construct.to_owned() };
            if let Some(loading) = table.number(row, cell, "Loading") {
                self.loadings.push((construct, loading));
            }
        }
        self.loadings.len() > before
    }

    fn fornell(&mut self, table: &Table) -> bool {
        let before = self.roots.len();
        for (position, row) in table.rows.iter().enumerate() {
            for (column, cell) in row.cells.iter().enumerate().skip(1).filter(|(_, cell)| looks_numeric(cell)) {
                let Some(printed) = table.number(row, cell, table.headings.get(column).map_or("", String::as_str)) else {
                    continue;
                };
                if column == position + 1 {
                    self.roots.push((row.label.clone(), printed));
                } else if let Some(other) = table.headings.get(column) {
                    self.correlations.push((row.label.clone(), other.clone(), printed));
                }
            }
        }
        self.roots.len() > before
    }
}

/// `X1.3` → `x1`.
fn variable_of(label: &str) -> String {
    let name = plain(label);
    name.rsplit_once('.').map_or(name.clone(), |(variable, _)| variable.to_owned())
}
