//! Coefficients of a regression: SPSS's table, its campus relatives, Glejser's regression, and collinearity alone.

use super::columns::{Column, columns, read};
use super::table::Table;
use crate::audit::names::plain;
use crate::audit::printed::{Place, Printed};

/// A row: the constant or a predictor.
#[derive(Debug, Clone, PartialEq)]
pub struct Coefficient {
    /// As printed.
    pub label: String,
    /// It is the constant.
    pub constant: bool,
    /// Its numbers.
    pub numbers: Vec<(Column, Printed)>,
    /// Words behind them.
    pub verdict: Option<String>,
}

impl Coefficient {
    /// A number of it.
    pub fn get(&self, column: Column) -> Option<&Printed> {
        self.numbers.iter().find(|(there, _)| *there == column).map(|(_, printed)| printed)
    }
}

/// A table of coefficients.
#[derive(Debug, Clone, PartialEq)]
pub struct Coefficients {
    /// Where.
    pub place: Place,
    /// Caption.
    pub title: String,
    /// Which regression of the chapter, where caption or notes say so.
    pub which: Which,
    /// It explains absolute residuals.
    pub glejser: bool,
    /// Rows.
    pub rows: Vec<Coefficient>,
    /// Rows that could not be read, by line.
    pub unread: Vec<usize>,
}

/// What tells one regression of a chapter from another.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Which {
    /// Outcome, from the note below the table, in plain words.
    pub outcome: Option<String>,
    /// Its number, `Model Pertama`.
    pub ordinal: Option<usize>,
    /// Predictors, from the note below the table.
    pub predictors: Vec<String>,
}

impl Which {
    /// From caption and notes.
    pub fn of(table: &Table) -> Which {
        let mut which = Which { ordinal: ordinal(&table.title), ..Which::default() };
        for note in &table.notes {
            if let Some((_, outcome)) = note
                .split_once("Dependent Variable:")
                .or_else(|| note.split_once("Variabel Terikat:"))
                .or_else(|| note.split_once("Variabel Dependen:"))
            {
                which.outcome = Some(outcome.trim().to_owned());
            }
            if let Some((_, predictors)) = note.split_once("Predictors:") {
                let names = predictors
                    .split(',')
                    .map(str::trim)
                    .filter(|name| !name.to_lowercase().contains("constant") && !name.is_empty());
                which.predictors = names.map(str::to_owned).collect();
            }
        }
        which
    }
}

/// `Model Pertama`, `Model 2`, `Persamaan I`.
pub fn ordinal(text: &str) -> Option<usize> {
    let words: Vec<String> = plain(text).split(' ').map(str::to_owned).collect();
    words.windows(2).find_map(|pair| match pair {
        [a, b]
            if matches!(
                a.as_str(),
                "model" | "persamaan" | "regresi" | "tahap" | "struktur" | "substruktur" | "equation" | "regression" | "jalur"
            ) =>
        {
            Some(match b.as_str() {
                "1" | "i" | "pertama" | "first" | "one" | "satu" => 1,
                "2" | "ii" | "kedua" | "second" | "two" | "dua" => 2,
                "3" | "iii" | "ketiga" | "third" | "three" | "tiga" => 3,
                "4" | "iv" | "keempat" | "fourth" => 4,
                _ => return None,
            })
        }
        [a, b] if matches!(b.as_str(), "model" | "regression" | "equation") => Some(match a.as_str() {
            "first" => 1,
            "second" => 2,
            "third" => 3,
            "fourth" => 4,
            _ => return None,
        }),
        _ => None,
    })
}

/// The order in which SPSS prints the columns.
const ORDER: [Column; 7] = [Column::B, Column::StandardError, Column::Beta, Column::T, Column::P, Column::Tolerance, Column::Vif];

/// Reads a table of coefficients; none when it is not one.
pub fn find(table: &Table) -> Option<Coefficients> {
    let found = columns(table);
    let has = |column: Column| found.iter().any(|(_, there)| *there == column);
    let regression = (has(Column::B) || has(Column::Beta))
        && (has(Column::T) || has(Column::StandardError))
        && (has(Column::P) || has(Column::T));
    let collinearity = (has(Column::Tolerance) || has(Column::Vif)) && !has(Column::T);
    if !regression && !collinearity || has(Column::SumOfSquares) || has(Column::Loading) || has(Column::OriginalSample) {
        return None;
    }
    // Where columns are lost, SPSS's own order holds for its split headings; others keep theirs.
    let mut order: Vec<Column> = Vec::new();
    for (_, column) in &found {
        if !order.contains(column) && *column != Column::Verdict {
            order.push(*column);
        }
    }
    if ORDER.iter().take(5).all(|column| order.contains(column)) && order.iter().all(|column| ORDER.contains(column)) {
        order = ORDER.iter().copied().filter(|column| order.contains(column)).collect();
    }
    let mut rows = Vec::new();
    let mut unread = Vec::new();
    for row in &table.rows {
        let name = plain(&row.label);
        let constant = is_constant(&name);
        let empty = row.cells.iter().all(|cell| !super::raw::looks_numeric(cell));
        if empty {
            continue;
        }
        let absent = [Column::Beta, Column::Tolerance, Column::Vif];
        match read(table, row, &found, &order, if constant { &absent } else { &[] }) {
            Some(numbers) if !numbers.is_empty() && !name.is_empty() => {
                let verdict =
                    row.cells.iter().rev().find(|cell| cell.chars().any(char::is_alphabetic) && !super::raw::looks_numeric(cell));
                let verdict = verdict.filter(|cell| **cell != row.label).cloned();
                rows.push(Coefficient { label: row.label.clone(), constant, numbers, verdict });
            }
            _ => unread.push(row.line),
        }
    }
    if rows.is_empty() {
        return None;
    }
    let which = Which::of(table);
    let glejser = table.says("glejser")
        || table.says("heteros")
        || table.says("heterok")
        || which.outcome.as_deref().is_some_and(|outcome| {
            let outcome = plain(outcome);
            ["abs", "res 1", "abresid", "abs res"].iter().any(|word| outcome.starts_with(word))
        });
    Some(Coefficients { place: table.place.clone(), title: table.title.clone(), which, glejser, rows, unread })
}

/// The constant's label.
pub fn is_constant(plain: &str) -> bool {
    let last = plain.split(' ').next_back().unwrap_or_default();
    matches!(last, "constant" | "konstanta" | "intercept" | "c") || plain.contains("constant")
}
