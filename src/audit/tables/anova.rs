//! The ANOVA table of a regression.

use super::coefficients::Which;
use super::columns::{Column, columns, read};
use super::table::Table;
use crate::audit::names::plain;
use crate::audit::printed::{Place, Printed};

/// A source of variation.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Source {
    /// The regression.
    Regression,
    /// The residuals.
    Residual,
    /// Their sum.
    Total,
}

/// An ANOVA table.
#[derive(Debug, Clone, PartialEq)]
pub struct Anova {
    /// Where.
    pub place: Place,
    /// Which regression.
    pub which: Which,
    /// Its numbers.
    pub numbers: Vec<(Source, Column, Printed)>,
}

impl Anova {
    /// A number of it.
    pub fn get(&self, source: Source, column: Column) -> Option<&Printed> {
        self.numbers.iter().find(|(s, c, _)| *s == source && *c == column).map(|(_, _, printed)| printed)
    }
}

/// Reads the ANOVA table of a regression; none when it is not one. Rows whose count of numbers does not fit give nothing.
pub fn find(table: &Table) -> Option<Anova> {
    let found = columns(table);
    let has = |column: Column| found.iter().any(|(_, there)| *there == column);
    // Headings set in two lines fall apart where columns are lost; the order of this table is known.
    let squares = has(Column::SumOfSquares) || has(Column::MeanSquare) || !table.aligned && split_squares(table);
    let fits = has(Column::Df) && has(Column::F) && squares;
    if !fits {
        return None;
    }
    let mut numbers = Vec::new();
    for row in &table.rows {
        let label = plain(&row.label);
        let says = |words: &[&str]| words.iter().any(|word| label.contains(word));
        let (source, order): (Source, &[Column]) = if says(&["regression", "regresi", "between groups", "antar kelompok"]) {
            (Source::Regression, &[Column::SumOfSquares, Column::Df, Column::MeanSquare, Column::F, Column::P])
        } else if says(&["residual", "within groups", "galat", "dalam kelompok"]) {
            (Source::Residual, &[Column::SumOfSquares, Column::Df, Column::MeanSquare])
        } else if says(&["total"]) {
            (Source::Total, &[Column::SumOfSquares, Column::Df])
        } else {
            continue;
        };
        // With several models in one table, the first is read.
        if numbers.iter().any(|(there, _, _)| *there == source) {
            break;
        }
        for (column, printed) in read(table, row, &found, order, &[]).unwrap_or_default() {
            numbers.push((source, column, printed));
        }
    }
    (numbers.len() >= 3).then(|| Anova { place: table.place.clone(), which: Which::of(table), numbers })
}

/// `Sum of … Squares`, over several lines.
fn split_squares(table: &Table) -> bool {
    let says = |word: &str| table.heading_cells.iter().any(|cell| plain(cell).split(' ').any(|there| there == word));
    says("sum") && says("squares") || says("jumlah") && says("kuadrat")
}
