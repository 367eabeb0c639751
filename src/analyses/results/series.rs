//! What figures need: points and counts, no part of the contract. Thinned above 5 000 points.

use crate::stats::histogram::Histogram;
use indexmap::IndexMap;
use serde::{Deserialize, Serialize};

/// What figures need.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
pub struct Series {
    /// Per regression.
    pub regressions: IndexMap<String, RegressionSeries>,
    /// Bootstrap distribution of each indirect effect, by its path: `X1>Y1>Y2`.
    #[serde(default)]
    pub indirect: IndexMap<String, CountSeries>,
    /// The answers, where an appendix asks for them.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub answers: Option<Answers>,
}

/// Answers of the respondents in the order of the data, and what was made of them.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
pub struct Answers {
    /// By item after reverse keying, and by variable that is one column.
    pub values: IndexMap<String, Vec<Option<f64>>>,
    /// By item, those of the try-out that instrument tests rest on.
    #[serde(default, skip_serializing_if = "IndexMap::is_empty")]
    pub pilot: IndexMap<String, Vec<Option<f64>>>,
    /// By variable and by dimension.
    #[serde(default)]
    pub scores: IndexMap<String, Vec<Option<f64>>>,
    /// By characteristic, those that a claim or a regression names.
    #[serde(default, skip_serializing_if = "IndexMap::is_empty")]
    pub characteristics: IndexMap<String, CharacteristicAnswers>,
}

/// A characteristic of the respondents in the order of the data.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
pub struct CharacteristicAnswers {
    /// Its categories in printing order.
    pub categories: Vec<String>,
    /// The position of each respondent's category, from 1.
    pub codes: Vec<Option<f64>>,
    /// The raw numbers, where it has classes.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub numbers: Option<Vec<Option<f64>>>,
}

impl Answers {
    /// Number of respondents.
    pub fn len(&self) -> usize {
        self.values.values().map(Vec::len).max().unwrap_or(0)
    }

    /// Whether there is no answer at all.
    pub fn is_empty(&self) -> bool {
        self.len() == 0
    }
}

/// Points of one regression's figures; empty where its fit is perfect.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
pub struct RegressionSeries {
    /// Standardized predicted values.
    pub zpred: Vec<f64>,
    /// Studentized residuals.
    pub sresid: Vec<f64>,
    /// Centred leverages of the cases that have a studentized residual, those left out as standing out among them.
    #[serde(default)]
    pub leverage: Vec<f64>,
    /// Their studentized residuals.
    #[serde(default)]
    pub leverage_sresid: Vec<f64>,
    /// Observed cumulative probabilities of the residuals.
    #[serde(default)]
    pub observed: Vec<f64>,
    /// Expected cumulative probabilities, in the same order.
    #[serde(default)]
    pub expected: Vec<f64>,
    /// Standardized residuals (ZRESID), counted.
    #[serde(default)]
    pub zresid: Option<CountSeries>,
}

/// A column counted in intervals of equal width.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct CountSeries {
    /// Lower end of the first interval.
    pub start: f64,
    /// Width of every interval.
    pub width: f64,
    /// Values in each interval.
    pub counts: Vec<usize>,
    /// Mean of the values.
    pub mean: f64,
    /// Their standard deviation, n − 1.
    pub sd: f64,
}

impl CountSeries {
    /// A histogram with the mean and the standard deviation of what it counts.
    pub fn of(histogram: Histogram, mean: f64, sd: f64) -> CountSeries {
        CountSeries { start: histogram.start, width: histogram.width, counts: histogram.counts, mean, sd }
    }
}
