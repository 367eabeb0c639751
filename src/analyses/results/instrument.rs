//! Results about respondents, items, variables and their correlations.

use super::Outcome;
use indexmap::IndexMap;
use serde::{Deserialize, Serialize};

/// Frequencies of one characteristic.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct RespondentTable {
    /// Its name (in the study's language).
    pub name: String,
    /// A row per category.
    pub rows: Vec<RespondentRow>,
    /// Valid answers.
    pub n: usize,
    /// Missing answers.
    pub missing: usize,
    /// Sum of the percentages, 100 unless nobody answered.
    pub percent_total: Outcome<f64>,
}

/// One category.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct RespondentRow {
    /// The category as printed.
    pub value: String,
    /// How many.
    pub count: usize,
    /// Of the valid answers.
    pub percent: Outcome<f64>,
}

/// A correlation with its significance.
#[derive(Debug, Clone, Copy, PartialEq, Serialize, Deserialize)]
pub struct RWithP {
    /// The correlation.
    pub r: f64,
    /// Two-tailed.
    pub p: f64,
}

/// Statistics of one item.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct ItemResult {
    /// Code of its variable.
    pub variable: String,
    /// Code of its dimension, `X.BP`.
    pub dimension: Option<String>,
    /// Name of its indicator.
    pub indicator: String,
    /// What tables call it.
    pub name: String,
    /// Answers.
    pub n: usize,
    /// How often each score was given, by score.
    pub counts: IndexMap<String, usize>,
    /// Frequency times score, by score.
    pub scores: IndexMap<String, f64>,
    /// Sum of the scores.
    pub sum: Outcome<f64>,
    /// Mean score.
    pub mean: Outcome<f64>,
    /// Median score.
    pub median: Outcome<f64>,
    /// Most frequent score, the smallest when several.
    pub mode: Outcome<f64>,
    /// Standard deviation, n − 1.
    pub sd: Outcome<f64>,
    /// Name of the band of its mean.
    pub category: Outcome<String>,
    /// Correlation with the total that holds it.
    pub pearson: Outcome<RWithP>,
    /// Correlation with the total of the other items.
    pub corrected_r: Outcome<f64>,
    /// Two-tailed significance of the corrected correlation.
    pub corrected_p: Outcome<f64>,
    /// The correlation that decides.
    pub r: Outcome<f64>,
    /// What it is compared with.
    pub r_critical: Outcome<f64>,
    /// Whether the item is valid.
    pub valid: Outcome<bool>,
    /// Alpha of the others.
    pub alpha_if_deleted: Outcome<f64>,
    /// Loading on the first principal component of its variable.
    pub component: Outcome<f64>,
    /// Loading on one principal axis of its variable.
    pub axis: Outcome<f64>,
    /// How it goes with the other items of its dimension.
    pub in_dimension: Outcome<DimensionTest>,
    /// Complete cases of its validity test, of the try-out where there was one; 0 where it was not tested.
    pub tested_n: usize,
    /// Left out of the score.
    pub dropped: bool,
}

/// The test of an item within its dimension.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct DimensionTest {
    /// The correlation that decides.
    pub r: Outcome<f64>,
    /// Its two-tailed significance.
    pub p: Outcome<f64>,
    /// What it is compared with.
    pub r_critical: Outcome<f64>,
    /// Whether the item is valid for its dimension.
    pub valid: Outcome<bool>,
    /// Alpha of the others of the dimension.
    pub alpha_if_deleted: Outcome<f64>,
}

/// Statistics of a variable or dimension.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct VariableResult {
    /// Scores.
    pub n: usize,
    /// Items.
    pub k: usize,
    /// Scores made although an answer is missing, where the study allows for it.
    pub from_incomplete: usize,
    /// Mean score.
    pub mean: Outcome<f64>,
    /// Median score.
    pub median: Outcome<f64>,
    /// Most frequent score, the smallest when several.
    pub mode: Outcome<f64>,
    /// There are several modes.
    pub multiple_modes: bool,
    /// Standard deviation, n − 1.
    pub sd: Outcome<f64>,
    /// Variance, n − 1.
    pub variance: Outcome<f64>,
    /// Lowest score.
    pub min: Outcome<f64>,
    /// Highest score.
    pub max: Outcome<f64>,
    /// Mean of the item means.
    pub item_mean: Outcome<f64>,
    /// Item mean in per cent of the highest answer.
    pub index: Outcome<f64>,
    /// Name of the band.
    pub category: Outcome<String>,
    /// Lowest value of that band as printed.
    pub band_low: Outcome<f64>,
    /// Highest value of that band as printed.
    pub band_high: Outcome<f64>,
    /// All bands, lowest first, with their printed limits.
    pub bands: Vec<BandResult>,
    /// How many bands there are.
    pub band_count: usize,
    /// Width of equal bands.
    pub band_width: Outcome<f64>,
    /// How all answers to its items lie about the middle of the scale.
    pub answers: Outcome<AnswerShares>,
    /// Cronbach's alpha.
    pub alpha: Outcome<f64>,
    /// Standardized alpha.
    pub alpha_standardized: Outcome<f64>,
    /// Interval of alpha at 1 − alpha (Feldt 1965).
    pub alpha_interval: Outcome<super::IntervalResult>,
    /// Average variance extracted, from the loadings on one principal axis.
    pub ave: Outcome<f64>,
    /// Composite reliability, from the same loadings.
    pub composite_reliability: Outcome<f64>,
    /// Per cent of the variance of its items that the first principal component takes.
    pub component_percent: Outcome<f64>,
    /// McDonald's omega.
    pub omega: Outcome<f64>,
    /// The lowest alpha called reliable.
    pub alpha_minimum: f64,
    /// Whether alpha reaches it.
    pub reliable: Outcome<bool>,
    /// Complete cases of the reliability analysis.
    pub reliability_n: usize,
    /// Degrees of freedom of the r table.
    pub validity_df: Outcome<f64>,
}

/// All items of a study together: whether they suit a factor analysis, and what it gives.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct FactorsResult {
    /// Complete answers.
    pub n: usize,
    /// Items.
    pub k: usize,
    /// Kaiser-Meyer-Olkin.
    pub kmo: Outcome<f64>,
    /// Bartlett's test of sphericity.
    pub bartlett: Outcome<SphericityResult>,
    /// Per cent of all variance that one unrotated component takes (Harman's single factor).
    pub single_percent: Outcome<f64>,
    /// Components with an eigenvalue above 1, at least one.
    pub count: Outcome<usize>,
    /// Loadings after varimax with Kaiser's normalization, by item: one a component.
    pub rotated: Outcome<IndexMap<String, Vec<f64>>>,
}

/// Bartlett's test.
#[derive(Debug, Clone, Copy, PartialEq, Serialize, Deserialize)]
pub struct SphericityResult {
    /// χ².
    pub statistic: f64,
    /// Its degrees of freedom.
    pub df: usize,
    /// Its significance.
    pub p: f64,
}

/// All answers to the items of a variable, about the middle of the scale; per cent.
#[derive(Debug, Clone, Copy, PartialEq, Serialize, Deserialize)]
pub struct AnswerShares {
    /// Below the middle.
    pub below: f64,
    /// In the middle; 0 where the scale has no middle answer.
    pub middle: f64,
    /// Above it.
    pub above: f64,
}

/// One band of a scale.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct BandResult {
    /// Its name.
    pub name: String,
    /// Lowest value as printed.
    pub band_low: f64,
    /// Highest value as printed.
    pub band_high: f64,
}

/// Correlations of a pair of variables.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct CorrelationResult {
    /// First name.
    pub a: String,
    /// Second name.
    pub b: String,
    /// Complete pairs.
    pub n: usize,
    /// Pearson.
    pub pearson: Outcome<RWithP>,
    /// Spearman.
    pub spearman: Outcome<RhoWithP>,
    /// Kendall's tau-b.
    pub kendall: Outcome<TauWithP>,
}

/// A rank correlation with its significance.
#[derive(Debug, Clone, Copy, PartialEq, Serialize, Deserialize)]
pub struct RhoWithP {
    /// Spearman's rho.
    pub rho: f64,
    /// Two-tailed.
    pub p: f64,
}

/// Kendall's correlation with its significance.
#[derive(Debug, Clone, Copy, PartialEq, Serialize, Deserialize)]
pub struct TauWithP {
    /// Tau-b.
    pub tau_b: f64,
    /// Two-tailed.
    pub p: f64,
}
