//! The one-sample Kolmogorov–Smirnov table.

use super::coefficients::Which;
use super::raw::looks_numeric;
use super::table::Table;
use crate::audit::names::plain;
use crate::audit::printed::{Place, Printed};

/// A row of the table.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Line {
    /// Cases.
    N,
    /// Mean.
    Mean,
    /// Standard deviation.
    StandardDeviation,
    /// Largest difference.
    Absolute,
    /// Largest above.
    Positive,
    /// Largest below.
    Negative,
    /// Test statistic D.
    Statistic,
    /// √n·D, as older programs print.
    StatisticZ,
    /// Its significance.
    P,
}

/// A Kolmogorov–Smirnov table, one of its columns.
#[derive(Debug, Clone, PartialEq)]
pub struct KolmogorovSmirnov {
    /// Where.
    pub place: Place,
    /// Which regression.
    pub which: Which,
    /// It tests residuals.
    pub residuals: bool,
    /// With the correction of Lilliefors, by its note.
    pub lilliefors: bool,
    /// Its numbers.
    pub numbers: Vec<(Line, Printed)>,
}

impl KolmogorovSmirnov {
    /// A number of it.
    pub fn get(&self, line: Line) -> Option<&Printed> {
        self.numbers.iter().find(|(there, _)| *there == line).map(|(_, printed)| printed)
    }
}

/// Reads the table, one result a column; none when it is not one.
pub fn find(table: &Table) -> Vec<KolmogorovSmirnov> {
    let has = |word: &str| {
        table.rows.iter().any(|row| plain(&row.label).contains(word))
            || table.heading_cells.iter().any(|cell| plain(cell).contains(word))
    };
    if !(has("absolute") || has("most extreme") || has("test statistic") && table.says("kolmogorov")) {
        return Vec::new();
    }
    let widest = table.rows.iter().map(|row| row.cells.iter().filter(|cell| looks_numeric(cell)).count()).max().unwrap_or(0);
    let mut out: Vec<Vec<(Line, Printed)>> = vec![Vec::new(); widest.min(12)];
    for row in &table.rows {
        // Words of the label may stand in cells of their own, also behind the numbers.
        let words = row.cells.iter().filter(|cell| !looks_numeric(cell) && **cell != row.label);
        let label = plain(&std::iter::once(&row.label).chain(words).cloned().collect::<Vec<_>>().join(" "));
        let says = |word: &str| label.split(" | ").any(|label| label == word || label.ends_with(&format!(" {word}")));
        let line = if says("absolute") {
            Line::Absolute
        } else if says("positive") {
            Line::Positive
        } else if says("negative") {
            Line::Negative
        } else if label.contains("std deviation") {
            Line::StandardDeviation
        } else if says("mean") {
            Line::Mean
        } else if label.contains("smirnov z") {
            Line::StatisticZ
        } else if label.contains("test statistic") {
            Line::Statistic
        } else if label.contains("sig") && !label.contains("monte") && !label.contains("exact") {
            Line::P
        } else if says("n") {
            Line::N
        } else {
            continue;
        };
        let cells: Vec<&String> = row.cells.iter().filter(|cell| looks_numeric(cell)).collect();
        // A row with fewer numbers than columns cannot be told apart.
        if cells.len() != widest {
            continue;
        }
        for (numbers, cell) in out.iter_mut().zip(cells) {
            if let Some(printed) = table.number(row, cell, "")
                && !numbers.iter().any(|(there, _)| *there == line)
            {
                numbers.push((line, printed));
            }
        }
    }
    let notes = table.notes.join(" ").to_lowercase();
    let residuals = table.says("residual") || table.says("res 1");
    let single = out.len() == 1;
    out.into_iter()
        .filter(|numbers| numbers.len() >= 3)
        .map(|numbers| KolmogorovSmirnov {
            place: table.place.clone(),
            which: if single { Which::of(table) } else { Which::default() },
            residuals,
            lilliefors: notes.contains("lilliefors") || numbers.iter().any(|(line, _)| *line == Line::Statistic),
            numbers,
        })
        .collect()
}
