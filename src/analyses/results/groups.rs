//! Results per value of a characteristic: scores of every variable and dimension, and gains of pairs.

use super::Outcome;
use indexmap::IndexMap;
use serde::{Deserialize, Serialize};

/// What the respondents with each value of a characteristic scored.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct GroupScores {
    /// Values that somebody has, in printing order.
    pub values: Vec<String>,
    /// Respondents with each value.
    pub counts: Vec<usize>,
    /// Respondents without one.
    pub missing: usize,
    /// Fewest respondents from which a group is compared with others.
    pub minimum: usize,
    /// Positions of the groups with fewer.
    pub small: Vec<usize>,
    /// Scores by the name of the variable or dimension.
    pub scores: IndexMap<String, ScoresByGroup>,
    /// Gains of the pairs that hypotheses compare, by hypothesis.
    #[serde(default, skip_serializing_if = "IndexMap::is_empty")]
    pub gains: IndexMap<String, GainsByGroup>,
}

/// One variable or dimension, group by group.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct ScoresByGroup {
    /// `item_mean` where the bands are of the mean of the items, else `score`: what is printed.
    pub measure: String,
    /// The groups, in the order of `values`.
    pub rows: Vec<GroupScore>,
    /// All respondents, those without a value included.
    pub overall: GroupScore,
    /// Groups large enough that have a mean.
    pub compared: usize,
    /// Positions of the highest of them; several where they print alike.
    pub highest: Vec<usize>,
    /// Positions of the lowest.
    pub lowest: Vec<usize>,
    /// They all print alike.
    pub level: bool,
    /// Respondents without a score, all groups together.
    pub without: usize,
}

/// One group.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct GroupScore {
    /// Respondents with a score.
    pub n: usize,
    /// Mean of the items' means.
    pub item_mean: Outcome<f64>,
    /// Mean of the scores.
    pub score: Outcome<f64>,
    /// Highest score.
    pub highest: Outcome<f64>,
    /// Band of the one that is printed.
    pub category: Outcome<String>,
}

/// Two measurements, group by group.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct GainsByGroup {
    /// The first measurement.
    pub first: String,
    /// The second.
    pub second: String,
    /// The groups, in the order of `values`.
    pub rows: Vec<GroupGain>,
    /// Everybody.
    pub overall: GroupGain,
}

/// Two measurements of one group, of those who have both.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct GroupGain {
    /// Persons with both.
    pub n: usize,
    /// Mean of the first.
    pub before: Outcome<f64>,
    /// Mean of the second.
    pub after: Outcome<f64>,
    /// The second less the first.
    pub change: Outcome<f64>,
    /// Gain of the means, as a proportion.
    pub gain: Outcome<f64>,
    /// The same in per cent.
    pub gain_percent: Outcome<f64>,
    /// Its band: `high`, `medium` … as the comparison names them.
    pub band: Outcome<String>,
}
