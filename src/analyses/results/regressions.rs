//! Results of regressions: coefficients, analysis of variance, residuals, assumptions.

use super::{InfluenceResult, Outcome, RWithP, remedies::Remedies};
use serde::{Deserialize, Serialize};

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
    /// Collinearity diagnostics, the largest eigenvalue first.
    pub condition: Outcome<Vec<ConditionResult>>,
    /// Verdicts on the assumptions that the study asks for.
    pub assumptions: Vec<Assumption>,
    /// All assumptions asked for are met.
    pub assumptions_met: bool,
    /// Cases that stand out.
    pub influence: Outcome<InfluenceResult>,
    /// What was computed because an assumption is violated, and which test decides on the hypotheses.
    pub remedies: Remedies,
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
    /// Smallest and largest studentized residual (SPSS's SRESID), and how many lie above and below zero.
    pub studentized: Outcome<StudentizedResult>,
    /// Correlation of the residuals' size with the predicted values: positive where they fan out.
    pub spread: Outcome<RWithP>,
}

/// The studentized residuals at a glance.
#[derive(Debug, Clone, Copy, PartialEq, Serialize, Deserialize)]
pub struct StudentizedResult {
    /// The smallest.
    pub lowest: f64,
    /// The largest.
    pub highest: f64,
    /// How many lie above zero.
    pub above_zero: usize,
    /// How many lie below zero.
    pub below_zero: usize,
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
    /// The normal distribution function where the largest difference lies.
    pub d_at: f64,
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
    /// `normality`, `heteroscedasticity`, `multicollinearity`, `autocorrelation`, `linearity`.
    pub name: String,
    /// The test as the study names it: `kolmogorov-smirnov`, `glejser`, `vif`, `runs`, `deviation` …
    pub test: String,
    /// The statistic that decided: of tests of each predictor the one with the smallest p, the largest VIF, the larger z of
    /// skewness and kurtosis.
    pub statistic: Outcome<f64>,
    /// Of F the first degrees of freedom.
    pub df1: Outcome<f64>,
    /// Degrees of freedom, of F the second; of Shapiro–Wilk the number of values.
    pub df: Outcome<f64>,
    /// Its significance, where it has one.
    pub p: Outcome<f64>,
    /// The term at which it was found, where each predictor is tested.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub term: Option<String>,
    /// Whether the assumption is met; absent when it could not be tested, or when the bounds of Durbin and Watson do not tell.
    pub met: Outcome<bool>,
}

/// A dimension of the scaled cross products of constant and predictors.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct ConditionResult {
    /// Eigenvalue.
    pub eigenvalue: f64,
    /// √(largest eigenvalue / this one).
    pub condition_index: f64,
    /// Share of the variance of each coefficient, the constant first.
    pub variance_proportions: Vec<f64>,
}
