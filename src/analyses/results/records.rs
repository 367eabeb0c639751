//! Results of variables scored from records.

use super::Outcome;
use indexmap::IndexMap;
use serde::{Deserialize, Serialize};

/// What a variable scored from records is made of.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct RecordsResult {
    /// `points`, or the rule of the appraisal.
    pub rule: String,
    /// Persons with a score.
    pub n: usize,
    /// Persons without one, because a record of theirs is missing.
    pub without: usize,
    /// Who they are, by their rows in the data file.
    pub missing: Vec<MissingRecord>,
    /// The whole and its dimensions, by name.
    pub parts: IndexMap<String, RecordPart>,
    /// Dimensions with the largest share of what is possible; several where they print alike.
    pub strongest: Vec<String>,
    /// Those with the smallest.
    pub weakest: Vec<String>,
    /// All dimensions have the same share.
    pub level: bool,
    /// Bands or predicates, lowest first, with how many persons are in each.
    pub bands: Vec<BandCount>,
    /// Positions of the bands with the most persons.
    pub commonest: Vec<usize>,
    /// More than two thirds are in one band: the scores hardly tell persons apart.
    pub ceiling: bool,
    /// Points of each item with how many persons have them, by code.
    pub items: IndexMap<String, Vec<RecordPoints>>,
    /// Persons by results (above, meets, below) and behaviour (the same), where the rule is a matrix.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub matrix: Vec<Vec<usize>>,
    /// Persons in each row of the matrix.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub row_totals: Vec<usize>,
    /// Persons in each column.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub column_totals: Vec<usize>,
    /// Sum of the percentages of the bands, 100 unless nobody has a score.
    pub percent_total: Outcome<f64>,
}

/// Somebody without a score.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct MissingRecord {
    /// The row of the data file.
    pub case: usize,
    /// Codes of what is not recorded.
    pub items: Vec<String>,
}

/// The whole or a dimension.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct RecordPart {
    /// The most there can be.
    pub possible: Outcome<f64>,
    /// Mean over the persons who have it.
    pub mean: Outcome<f64>,
    /// The mean in per cent of what is possible.
    pub percent: Outcome<f64>,
    /// Lowest.
    pub lowest: Outcome<f64>,
    /// Highest.
    pub highest: Outcome<f64>,
    /// Persons who have it.
    pub n: usize,
}

/// A band and who is in it.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct BandCount {
    /// Its name.
    pub name: String,
    /// Lowest score in it; absent where a matrix gives the predicate.
    pub from: Outcome<f64>,
    /// Persons.
    pub count: usize,
    /// Of those with a score.
    pub percent: Outcome<f64>,
}

/// Points and who has them.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct RecordPoints {
    /// The points.
    pub points: f64,
    /// Persons.
    pub count: usize,
    /// Of those whose record is there.
    pub percent: Outcome<f64>,
}
