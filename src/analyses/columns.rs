//! Columns of scores without their missing cases, as `stats` wants them.

use crate::dataset::{Column, Dataset};
use crate::scores::Scores;
use crate::study::Study;

/// The values that are there.
pub fn valid(column: &Column) -> Vec<f64> {
    column.iter().flatten().collect()
}

/// The cases complete in all of the columns, column by column (listwise deletion).
pub fn complete(columns: &[&Column]) -> Vec<Vec<f64>> {
    let cases = columns.iter().map(|column| column.len()).min().unwrap_or(0);
    let mut out: Vec<Vec<f64>> = columns.iter().map(|_| Vec::with_capacity(cases)).collect();
    for case in 0..cases {
        if columns.iter().all(|column| column.get(case).is_some()) {
            for (values, column) in out.iter_mut().zip(columns) {
                values.extend(column.get(case));
            }
        }
    }
    out
}

/// Positions of the cases complete in all of the columns.
pub fn complete_cases(columns: &[&Column]) -> Vec<usize> {
    let cases = columns.iter().map(|column| column.len()).min().unwrap_or(0);
    (0..cases).filter(|case| columns.iter().all(|column| column.get(*case).is_some())).collect()
}

/// The columns a name stands for in a regression: one for a variable, 0/1 columns for a characteristic of words (R8).
#[derive(Debug, Clone)]
pub struct Term {
    /// What the coefficient is called: `X1`, `umur`, `umur[40 – 49 tahun]`.
    pub term: String,
    /// Its values.
    pub column: Column,
}

/// The terms of a predictor (R8): a variable or dimension as its score; a characteristic with `classes` as the raw
/// number, one of words as 0/1 columns with its first category as the reference. A category that nobody chose is no
/// column, which would be constant, and no reference.
pub fn terms(study: &Study, dataset: &Dataset, scores: &Scores, name: &str) -> Vec<Term> {
    if let Some(column) = scores.variables.get(name) {
        return vec![Term { term: name.to_owned(), column: column.clone() }];
    }
    let (Some(characteristic), Some(data)) = (study.characteristic(name), dataset.characteristics.get(name)) else {
        return Vec::new();
    };
    if !characteristic.classes.is_empty() {
        return data.numbers.iter().map(|column| Term { term: name.to_owned(), column: column.clone() }).collect();
    }
    let chosen = |position: usize| data.codes.iter().flatten().any(|code| *code as usize == position);
    let categories = data.categories.iter().enumerate().filter(|(position, _)| chosen(*position)).skip(1);
    categories
        .map(|(position, category)| Term {
            term: format!("{name}[{category}]"),
            column: data.codes.iter().map(|code| code.map(|code| if code as usize == position { 1.0 } else { 0.0 })).collect(),
        })
        .collect()
}
