//! Everything that was computed, keyed by the study's own names: the one model that tables, narrative and audit read.
//!
//! A value that cannot be computed is `{"absent": reason}`, never NaN, 0 or an empty text. Paths of these fields are a
//! contract (`results.json`): fields are added, never renamed.

use crate::dataset::Excluded;
use crate::stats::StatsError;
use indexmap::IndexMap;
use serde::{Deserialize, Serialize};

/// A value, or why there is none.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(untagged)]
pub enum Outcome<T> {
    /// Why there is none.
    Absent(Absent),
    /// The value.
    Computed(T),
}

/// Why a value could not be computed.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Absent {
    /// Key of the reason; its words are in the templates' terms.
    pub absent: String,
    /// The names concerned, such as predictors that are collinear.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub names: Vec<String>,
}

impl Absent {
    /// This reason, with the names concerned.
    pub fn with(reason: &str, names: Vec<String>) -> Absent {
        Absent { absent: reason.to_owned(), names }
    }
}

impl<T> Outcome<T> {
    /// No value, for this reason.
    pub fn absent(reason: &str) -> Outcome<T> {
        Outcome::Absent(Absent::with(reason, Vec::new()))
    }

    /// The value, when there is one.
    pub fn value(&self) -> Option<&T> {
        match self {
            Outcome::Computed(value) => Some(value),
            Outcome::Absent(_) => None,
        }
    }

    /// Changes the value.
    pub fn map<U>(self, change: impl FnOnce(T) -> U) -> Outcome<U> {
        match self {
            Outcome::Computed(value) => Outcome::Computed(change(value)),
            Outcome::Absent(absent) => Outcome::Absent(absent),
        }
    }
}

impl<T> From<Result<T, StatsError>> for Outcome<T> {
    fn from(result: Result<T, StatsError>) -> Outcome<T> {
        match result {
            Ok(value) => Outcome::Computed(value),
            Err(error) => Outcome::absent(error.key()),
        }
    }
}

/// A number, or why there is none; numbers that are not finite become `undefined`.
pub fn number(value: impl Into<Option<f64>>) -> Outcome<f64> {
    match value.into() {
        Some(value) if value.is_finite() => Outcome::Computed(value),
        _ => Outcome::absent("undefined"),
    }
}

/// Everything that was computed.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Results {
    /// What was run, with which settings.
    pub meta: Meta,
    /// How many questionnaires there were.
    pub data: DataCounts,
    /// Frequencies of the respondents' characteristics, by code.
    pub respondents: IndexMap<String, RespondentTable>,
    /// Item statistics, by item code.
    pub items: IndexMap<String, ItemResult>,
    /// Statistics of variables and dimensions, by name.
    pub variables: IndexMap<String, VariableResult>,
    /// Correlations between variables, every pair once.
    pub correlations: Vec<CorrelationResult>,
    /// Regressions, by name.
    pub regressions: IndexMap<String, Outcome<RegressionResult>>,
    /// Moderations, by hypothesis.
    pub moderations: IndexMap<String, serde_json::Value>,
    /// Direct, indirect and total effects along the arrows.
    pub effects: Vec<EffectResult>,
    /// Group, paired and level comparisons, by hypothesis.
    pub comparisons: IndexMap<String, serde_json::Value>,
    /// What figures need, not part of the contract; written with `--series` only.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub series: Option<Series>,
}

/// What was run, with which settings; no time stamps.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Meta {
    /// Version of the program.
    pub version: String,
    /// SHA-256 of the study file.
    pub study_hash: String,
    /// SHA-256 of the data file.
    pub data_hash: String,
    /// Conventions in force.
    pub conventions: Vec<String>,
    /// Level of significance.
    pub alpha: f64,
    /// Confidence of every interval in per cent: 100 (1 − alpha).
    pub confidence: f64,
    /// 1 or 2.
    pub tails: u8,
    /// The data are practice answers made by the program.
    pub practice: bool,
}

/// How many questionnaires there were.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct DataCounts {
    /// Rows of the file.
    pub rows: usize,
    /// Handed out.
    pub distributed: Outcome<u64>,
    /// Came back.
    pub returned: u64,
    /// Could be used.
    pub usable: u64,
    /// Cases analyzed.
    pub n: usize,
    /// Incomplete cases among them.
    pub incomplete: usize,
    /// Per cent of those handed out that came back.
    pub returned_percent: Outcome<f64>,
    /// Per cent of those handed out that could be used.
    pub usable_percent: Outcome<f64>,
    /// Cases dropped, with the reason.
    pub excluded: Vec<Excluded>,
    /// How many were dropped.
    pub excluded_count: usize,
}

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
    /// Left out of the score.
    pub dropped: bool,
}

/// Statistics of a variable or dimension.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct VariableResult {
    /// Scores.
    pub n: usize,
    /// Items.
    pub k: usize,
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
    /// Cronbach's alpha.
    pub alpha: Outcome<f64>,
    /// Standardized alpha.
    pub alpha_standardized: Outcome<f64>,
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

/// One regression.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct RegressionResult {
    /// Code of the outcome.
    pub outcome: String,
    /// Names of the predictors as declared.
    pub predictors: Vec<String>,
    /// Complete cases.
    pub n: usize,
    /// Multiple correlation.
    pub r: f64,
    /// R².
    pub r2: f64,
    /// Adjusted R².
    pub adjusted_r2: f64,
    /// Adjusted R² in per cent.
    pub adjusted_r2_percent: f64,
    /// What adjusted R² leaves, in per cent.
    pub unexplained_percent: f64,
    /// Standard error of the estimate.
    pub see: f64,
    /// √(1 − R²), the path of the rest.
    pub e: f64,
    /// Analysis of variance.
    pub anova: Anova,
    /// `(Constant)` first, then a term per predictor column.
    pub coefficients: Vec<CoefficientResult>,
    /// The t that |t| must exceed, one-tailed where the study says so.
    pub t_critical: Outcome<f64>,
    /// The t that |t| must exceed where no direction is claimed.
    pub t_critical_two_tailed: Outcome<f64>,
    /// Durbin–Watson.
    pub durbin_watson: Outcome<DurbinWatsonResult>,
    /// The residuals.
    pub residuals: ResidualResult,
    /// Glejser's regression.
    pub glejser: Outcome<GlejserResult>,
    /// Breusch–Pagan.
    pub breusch_pagan: Outcome<LmTest>,
    /// Koenker.
    pub koenker: Outcome<LmTest>,
    /// White.
    pub white: Outcome<LmTest>,
    /// Verdicts on the assumptions that the study asks for.
    pub assumptions: Vec<Assumption>,
    /// All assumptions asked for are met.
    pub assumptions_met: bool,
}

/// Analysis of variance of a regression.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Anova {
    /// Sum of squares explained.
    pub ss_regression: f64,
    /// Sum of squares left.
    pub ss_residual: f64,
    /// Sum of squares about the mean.
    pub ss_total: f64,
    /// Predictor columns.
    pub df_regression: usize,
    /// n − k − 1.
    pub df_residual: usize,
    /// n − 1.
    pub df_total: usize,
    /// Mean square explained.
    pub ms_regression: f64,
    /// Mean square left.
    pub ms_residual: f64,
    /// F.
    pub f: Outcome<f64>,
    /// Its significance.
    pub p: Outcome<f64>,
    /// The F to exceed.
    pub f_critical: Outcome<f64>,
    /// Whether p < alpha.
    pub significant: Outcome<bool>,
}

/// One coefficient.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct CoefficientResult {
    /// `(Constant)`, a variable's code or `umur[40 – 49 tahun]`.
    pub term: String,
    /// Unstandardized coefficient.
    pub b: f64,
    /// Its standard error.
    pub se: f64,
    /// Standardized coefficient.
    pub beta: Outcome<f64>,
    /// b / se.
    pub t: Outcome<f64>,
    /// Two-tailed.
    pub p: Outcome<f64>,
    /// Lower end of the 1 − alpha interval of b.
    pub ci_low: f64,
    /// Upper end.
    pub ci_high: f64,
    /// Partial correlation.
    pub partial: Outcome<f64>,
    /// Part correlation.
    pub part: Outcome<f64>,
    /// Plain correlation with the outcome.
    pub zero_order: Outcome<f64>,
    /// 1 − R² on the other predictors.
    pub tolerance: Outcome<f64>,
    /// 1 / tolerance.
    pub vif: Outcome<f64>,
}

/// Durbin–Watson.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct DurbinWatsonResult {
    /// The statistic, in file order.
    pub d: f64,
    /// Lower bound, 5 per cent.
    pub dl: Outcome<f64>,
    /// Upper bound, 5 per cent.
    pub du: Outcome<f64>,
}

/// The residuals.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct ResidualResult {
    /// Their mean, zero but for rounding.
    pub mean: f64,
    /// Their standard deviation, n − 1.
    pub sd: f64,
    /// Kolmogorov–Smirnov with Lilliefors' correction.
    pub ks: Outcome<KsResult>,
    /// Shapiro–Wilk.
    pub shapiro_wilk: Outcome<ShapiroWilkResult>,
    /// Jarque–Bera.
    pub jarque_bera: Outcome<JarqueBeraResult>,
    /// Skewness.
    pub skewness: Outcome<f64>,
    /// Its standard error.
    pub skewness_se: Outcome<f64>,
    /// Excess kurtosis.
    pub kurtosis: Outcome<f64>,
    /// Its standard error.
    pub kurtosis_se: Outcome<f64>,
}

/// Kolmogorov–Smirnov on residuals.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct KsResult {
    /// Largest difference.
    pub d: f64,
    /// Largest positive difference.
    pub d_plus: f64,
    /// Largest negative difference, with its sign.
    pub d_minus: f64,
    /// Significance.
    pub p: f64,
    /// p is only a lower bound.
    pub p_lower_bound: bool,
}

/// Shapiro–Wilk.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct ShapiroWilkResult {
    /// W.
    pub w: f64,
    /// Significance.
    pub p: f64,
}

/// Jarque–Bera.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct JarqueBeraResult {
    /// The statistic.
    pub statistic: f64,
    /// Significance.
    pub p: f64,
}

/// A Lagrange-multiplier test.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct LmTest {
    /// The statistic.
    pub lm: f64,
    /// Degrees of freedom.
    pub df: f64,
    /// Significance.
    pub p: f64,
}

/// Glejser's regression of the absolute residuals.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct GlejserResult {
    /// `(Constant)` first.
    pub coefficients: Vec<CoefficientResult>,
}

/// Verdict on one assumption of a regression.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Assumption {
    /// `normality`, `heteroscedasticity`, `multicollinearity`.
    pub name: String,
    /// The test: `kolmogorov-smirnov`, `glejser`, `vif`.
    pub test: String,
    /// The statistic that decided (the largest |t| of Glejser, the largest VIF).
    pub statistic: Outcome<f64>,
    /// Its significance, where it has one.
    pub p: Outcome<f64>,
    /// Whether the assumption is met; absent when it could not be tested.
    pub met: Outcome<bool>,
}

/// The effects of one variable on another along the arrows.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct EffectResult {
    /// From.
    pub from: String,
    /// To.
    pub to: String,
    /// Standardized coefficient in the main regression of `to`.
    pub direct: Outcome<f64>,
    /// Its significance.
    pub direct_p: Outcome<f64>,
    /// The indirect effects, a path each.
    pub indirect: Vec<IndirectResult>,
    /// Sum of the standardized indirect effects.
    pub indirect_total: Outcome<f64>,
    /// Direct plus indirect, standardized.
    pub total: Outcome<f64>,
    /// Share of the total that is indirect, in per cent; absent when the parts have opposite signs.
    pub indirect_percent: Outcome<f64>,
}

/// One indirect effect.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct IndirectResult {
    /// The names between.
    pub via: Vec<String>,
    /// Standardized coefficients along the path, whose product `beta` is.
    pub factors: Vec<f64>,
    /// Product of standardized coefficients.
    pub beta: f64,
    /// Product of unstandardized coefficients.
    pub b: f64,
    /// Sobel.
    pub sobel: Outcome<ZTest>,
    /// Aroian.
    pub aroian: Outcome<ZTest>,
    /// Goodman.
    pub goodman: Outcome<ZTest>,
    /// Percentile interval of `b`.
    pub percentile: Outcome<IntervalResult>,
    /// Bias-corrected and accelerated interval of `b`.
    pub bca: Outcome<IntervalResult>,
    /// Two-sided bootstrap significance.
    pub p_bootstrap: Outcome<f64>,
    /// Monte Carlo standard errors of the ends of the percentile interval.
    pub mc_error: Outcome<IntervalResult>,
    /// Resamples drawn.
    pub resamples: usize,
    /// Resamples in which a regression could not be computed.
    pub failed: usize,
    /// The seed.
    pub seed: u64,
    /// 0 lies within two Monte Carlo errors of an end.
    pub borderline: bool,
    /// Whether the declared method finds it significant.
    pub significant: Outcome<bool>,
    /// The methods (Sobel, percentile, BCa) do not agree.
    pub methods_disagree: bool,
    /// Type of mediation (Zhao et al. 2010).
    #[serde(rename = "type")]
    pub mediation: Outcome<String>,
    /// The hypothesis that declares it.
    pub hypothesis: Option<String>,
    /// Intervals of the standardized product.
    pub standardized: StandardizedIntervals,
}

/// Intervals of a standardized product.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct StandardizedIntervals {
    /// Percentile.
    pub percentile: Outcome<IntervalResult>,
}

/// A z test of a product of coefficients.
#[derive(Debug, Clone, Copy, PartialEq, Serialize, Deserialize)]
pub struct ZTest {
    /// z.
    pub z: f64,
    /// Two-tailed.
    pub p: f64,
    /// Standard error of the product.
    pub se: f64,
}

/// Both ends of an interval, or what belongs to them.
#[derive(Debug, Clone, Copy, PartialEq, Serialize, Deserialize)]
pub struct IntervalResult {
    /// Lower.
    pub low: f64,
    /// Upper.
    pub high: f64,
}

/// What figures need, thinned above 5 000 points.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
pub struct Series {
    /// Per regression.
    pub regressions: IndexMap<String, RegressionSeries>,
}

/// Points of one regression's figures.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
pub struct RegressionSeries {
    /// Standardized predicted values.
    pub zpred: Vec<f64>,
    /// Studentized residuals.
    pub sresid: Vec<f64>,
}
