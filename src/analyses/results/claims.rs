//! Results of claims that no table of regressions holds: moderations, and comparisons of groups, pairs, levels and
//! associations.

use super::{Outcome, regressions::Assumption, remedies::Remedies};
use indexmap::IndexMap;
use serde::{Deserialize, Serialize};

/// A moderation: the main regression without and with a mean-centred product.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct ModerationResult {
    /// The predictor.
    pub x: String,
    /// The moderator.
    pub moderator: String,
    /// The outcome.
    pub outcome: String,
    /// Terms of the regression with the product, the product last.
    pub terms: Vec<String>,
    /// Complete cases.
    pub n: usize,
    /// R² without the product.
    pub r2_without: f64,
    /// R² with it.
    pub r2_with: f64,
    /// What the product adds.
    pub delta_r2: f64,
    /// F of that.
    pub f_change: f64,
    /// Its first degrees of freedom.
    pub df1: usize,
    /// Its second degrees of freedom, also those of every t.
    pub df2: usize,
    /// Its significance.
    pub p_change: f64,
    /// The product in the regression with it.
    pub product: ModerationTerm,
    /// The predictor in the regression without the product.
    pub predictor_alone: ModerationTerm,
    /// The moderator in the regression without the product.
    pub moderator_alone: ModerationTerm,
    /// All coefficients of the regression with the product, `(Constant)` first; predictor and moderator are centred.
    pub coefficients: Vec<ModerationTerm>,
    /// The predictor one standard deviation below its mean, where the slopes' lines begin.
    pub x_low: f64,
    /// The predictor one standard deviation above its mean, where they end.
    pub x_high: f64,
    /// Slopes of the predictor at the moderator's mean − SD, mean and mean + SD.
    pub simple_slopes: Vec<SimpleSlopeResult>,
    /// Where the slope turns significant or ceases to be; none when it does nowhere.
    pub johnson_neyman: Vec<JohnsonNeymanBound>,
    /// The slope is significant between two bounds, or everywhere where there are none.
    pub significant_inside: bool,
    /// Smallest value of the moderator found.
    pub lowest: f64,
    /// Largest value found.
    pub highest: f64,
    /// `pure`, `quasi`, `predictor` or `homologizer` (Sharma, Durand & Gur-Arie 1981).
    #[serde(rename = "type")]
    pub kind: String,
    /// What the product does to the predictor's effect: `strengthens`, `weakens`; absent when it is not significant.
    pub direction: Outcome<String>,
    /// The slopes at mean − SD and mean + SD have different signs.
    pub reverses: bool,
    /// The t that |t| must exceed, two-tailed.
    pub t_critical: Outcome<f64>,
    /// The t that |t| must exceed where a direction is claimed and tested one-tailed.
    pub t_critical_one_tailed: Outcome<f64>,
    /// The smallest f² of one predictor that the study finds with a power of 80 %.
    pub detectable_f2: Outcome<f64>,
    /// The product is significant, two-tailed, by the test that decides.
    pub product_significant: bool,
    /// Assumptions of the regression with the product: normality and equal spread of its residuals.
    pub assumptions: Vec<Assumption>,
    /// What was computed because one of them is violated, and which test decides on the product.
    pub remedies: Remedies,
}

/// A coefficient of a moderated regression.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct ModerationTerm {
    /// Its name; the product is `X*M`.
    pub term: String,
    /// Unstandardized.
    pub b: f64,
    /// Its standard error.
    pub se: f64,
    /// Standardized.
    pub beta: Outcome<f64>,
    /// b / se.
    pub t: Outcome<f64>,
    /// Two-tailed.
    pub p: Outcome<f64>,
    /// Lower end of the 1 − alpha interval of b.
    pub ci_low: f64,
    /// Upper end.
    pub ci_high: f64,
}

/// A simple slope.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct SimpleSlopeResult {
    /// `low`, `mean` or `high`.
    pub level: String,
    /// Value of the moderator, in its units.
    pub at: f64,
    /// Slope of the predictor there.
    pub b: f64,
    /// Its standard error.
    pub se: f64,
    /// b / se.
    pub t: f64,
    /// Two-tailed.
    pub p: f64,
    /// Lower end of the 1 − alpha interval.
    pub ci_low: f64,
    /// Upper end.
    pub ci_high: f64,
    /// Outcome predicted at `x_low`, all other predictors at their means.
    pub predicted_low: f64,
    /// Outcome predicted at `x_high`.
    pub predicted_high: f64,
}

/// A value of the moderator where the slope turns significant or ceases to be.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct JohnsonNeymanBound {
    /// The value, in the moderator's units.
    pub at: f64,
    /// It lies within the values found.
    pub within_data: bool,
}

/// A comparison of groups, of two measurements, of a measurement with a value, or of two variables or characteristics.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct ComparisonResult {
    /// `groups`, `paired`, `level`, `association` (two variables) or `crosstab` (two characteristics).
    pub kind: String,
    /// The first name of the claim.
    pub a: String,
    /// The second name, where it has one.
    pub b: Outcome<String>,
    /// Cases compared.
    pub n: usize,
    /// Cases left out because something is missing.
    pub missing: usize,
    /// The groups in their order, of a directed claim about two the one expected higher first; of pairs both names and
    /// `difference`; of an association both names; of a level its name.
    pub groups: Vec<GroupResult>,
    /// Normality of each group, of the differences or of both scores.
    pub normality: Vec<NormalityResult>,
    /// Levene's test of equal variances, about the means.
    pub levene: Outcome<LeveneResult>,
    /// Every variant that was computed, by name: `student`, `welch`, `mann_whitney`; `anova`, `welch`, `brown_forsythe`,
    /// `kruskal_wallis`; `t`, `wilcoxon`, `mcnemar`; `pearson`, `spearman`, `kendall`; `chi_squared`, `continuity`,
    /// `likelihood_ratio`, `linear`, `fisher`.
    #[serde(flatten)]
    pub variants: IndexMap<String, Outcome<VariantResult>>,
    /// Effect sizes by name: `cohens_d`, `hedges_g`, `eta_squared`, `omega_squared`, `epsilon_squared`, `rank_biserial`,
    /// `r`, `phi`, `cramers_v`.
    pub effect_size: IndexMap<String, Outcome<EffectSizeResult>>,
    /// The effect size that belongs to the chosen variant.
    pub effect_size_chosen: Outcome<String>,
    /// All pairs of more than two groups, by three methods.
    pub post_hoc: Vec<PostHocResult>,
    /// The groups of a directed claim, as printed.
    pub directed: Outcome<DirectedResult>,
    /// What a level is compared with, in the units of the groups.
    pub target: Outcome<f64>,
    /// Unit of a level: `item_mean`, `percent` or `value`.
    pub unit: Outcome<String>,
    /// Normalized gain of pairs.
    pub gain: Outcome<GainResult>,
    /// Counts of two characteristics.
    pub table: Outcome<CrosstabResult>,
    /// The smallest effect (d, d_z, r, or f² of several groups) that the parametric variant finds with a power of 80 %.
    pub detectable: Outcome<f64>,
    /// The variant that decides; absent when none could be computed.
    pub chosen: Outcome<String>,
    /// Why it does: `declared`, `normal_equal_variances`, `normal_unequal_variances`, `not_normal`, `normality_untested`,
    /// `variances_untested`, `two_values`, `normal`, `expected_counts_suffice`, `expected_counts_low`, `expected_counts_low_too_large`.
    pub reason: String,
}

/// A group, or one of two measurements.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct GroupResult {
    /// Its name: a category as printed, a code, or `difference`.
    pub name: String,
    /// Values.
    pub n: usize,
    /// Mean.
    pub mean: Outcome<f64>,
    /// Median.
    pub median: Outcome<f64>,
    /// Standard deviation, n − 1.
    pub sd: Outcome<f64>,
    /// Standard error of the mean.
    pub se: Outcome<f64>,
    /// Lower end of the 1 − alpha interval of the mean, by the group's own standard deviation.
    pub ci_low: Outcome<f64>,
    /// Upper end.
    pub ci_high: Outcome<f64>,
    /// Smallest value.
    pub min: Outcome<f64>,
    /// Largest value.
    pub max: Outcome<f64>,
    /// Mean rank among all groups.
    pub mean_rank: Outcome<f64>,
    /// Sum of ranks.
    pub rank_sum: Outcome<f64>,
}

/// A test of normality.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct NormalityResult {
    /// What was tested, as in `groups`.
    pub name: String,
    /// `shapiro-wilk`, or `kolmogorov-smirnov` above 5 000 values.
    pub test: String,
    /// Number of values.
    pub n: usize,
    /// W or D.
    pub statistic: Outcome<f64>,
    /// Significance.
    pub p: Outcome<f64>,
    /// p ≥ alpha; absent when it could not be tested.
    pub met: Outcome<bool>,
}

/// Levene's test.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct LeveneResult {
    /// F.
    pub f: f64,
    /// Number of groups − 1.
    pub df1: usize,
    /// Values − groups.
    pub df2: usize,
    /// Significance.
    pub p: f64,
    /// p ≥ alpha.
    pub met: bool,
}

/// One variant of a test.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct VariantResult {
    /// t, z, F or χ²; absent for Fisher's exact test, which has none.
    pub statistic: Outcome<f64>,
    /// Degrees of freedom, of F the second; a fraction for Welch, absent for z.
    pub df: Outcome<f64>,
    /// Of F the first.
    pub df1: Outcome<f64>,
    /// Significance: two-tailed, of F and χ² the upper tail.
    pub p: f64,
    /// What is estimated: a difference of means (first group − second; second measurement − first; measured − value), a
    /// correlation, or of McNemar the share that changed upwards less the share that changed downwards.
    pub estimate: Outcome<f64>,
    /// Its standard error.
    pub se: Outcome<f64>,
    /// Lower end of its 1 − alpha interval.
    pub ci_low: Outcome<f64>,
    /// Upper end.
    pub ci_high: Outcome<f64>,
    /// The value |statistic| must exceed, one-tailed where the claim has a direction and the study says so.
    pub critical: Outcome<f64>,
    /// What this variant alone has: `u`, `w`, `p_exact`; `negative`, `positive`, `zero` and the rank sums and means; `up`
    /// and `down`.
    #[serde(flatten)]
    pub more: IndexMap<String, Outcome<f64>>,
}

/// An effect size, between limits where they are known.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct EffectSizeResult {
    /// The estimate.
    pub value: f64,
    /// Lower end of its 1 − alpha interval.
    pub ci_low: Outcome<f64>,
    /// Upper end.
    pub ci_high: Outcome<f64>,
}

/// A pair of groups compared after the test of all.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct PostHocResult {
    /// `tukey`, `games_howell` or `dunn` (with Holm's correction).
    pub method: String,
    /// First group.
    pub a: String,
    /// Second group.
    pub b: String,
    /// Difference of means, or of mean ranks for Dunn, first − second.
    pub difference: Outcome<f64>,
    /// Its standard error.
    pub se: Outcome<f64>,
    /// t, or z for Dunn.
    pub statistic: Outcome<f64>,
    /// Degrees of freedom; absent for Dunn.
    pub df: Outcome<f64>,
    /// Significance among all pairs.
    pub p: Outcome<f64>,
    /// Lower end of the simultaneous interval; absent for Dunn.
    pub ci_low: Outcome<f64>,
    /// Upper end.
    pub ci_high: Outcome<f64>,
    /// p < alpha.
    pub significant: Outcome<bool>,
    /// The method belongs to the chosen variant.
    pub chosen: bool,
}

/// The groups of a directed claim.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct DirectedResult {
    /// Expected higher, as printed.
    pub higher: String,
    /// Expected lower.
    pub lower: String,
}

/// Normalized gain.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct GainResult {
    /// The highest possible value.
    pub highest: f64,
    /// Persons with a gain.
    pub n: usize,
    /// Persons left out because they had the highest value before.
    pub at_ceiling: usize,
    /// Persons whose gain is negative.
    pub negative: usize,
    /// Mean of the persons' gains.
    pub mean_gain: f64,
    /// Mean of the persons' gains in per cent.
    pub mean_gain_percent: f64,
    /// Their standard deviation.
    pub sd: Outcome<f64>,
    /// Gain of the means.
    pub class_gain: f64,
    /// Gain of the means in per cent.
    pub class_gain_percent: f64,
    /// Which bands: `hake` or `percent`.
    pub scheme: String,
    /// The band of `class_gain`.
    pub band: String,
    /// The bands from the highest, with how many persons are in each.
    pub bands: Vec<GainBandResult>,
    /// Sum of the percentages of the bands, 100 unless nobody has a gain.
    pub percent_total: Outcome<f64>,
}

/// One band of the normalized gain.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct GainBandResult {
    /// `high`, `medium`, `low`; `effective`, `fairly_effective`, `less_effective`, `not_effective`.
    pub band: String,
    /// Lowest gain of it (0,70; in per cent for `percent`); absent for the lowest band.
    pub from: Outcome<f64>,
    /// Persons in it.
    pub count: usize,
    /// Of all persons with a gain.
    pub percent: Outcome<f64>,
}

/// Counts of two characteristics.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct CrosstabResult {
    /// Categories of the first that somebody chose.
    pub rows: Vec<String>,
    /// Categories of the second that somebody chose.
    pub columns: Vec<String>,
    /// Cells, a row each.
    pub cells: Vec<Vec<CrosstabCell>>,
    /// Total of each row.
    pub row_totals: Vec<usize>,
    /// Total of each column.
    pub column_totals: Vec<usize>,
    /// Cells with an expected count below 5.
    pub low_cells: usize,
    /// Their share.
    pub low_cells_percent: f64,
    /// The smallest expected count.
    pub smallest_expected: f64,
    /// Both characteristics are ordered (their `order` or `classes` are declared), so that `linear` means something.
    pub ordered: bool,
}

/// A cell of counts.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct CrosstabCell {
    /// Cases.
    pub count: usize,
    /// Expected when both are independent.
    pub expected: f64,
    /// Of the row.
    pub row_percent: f64,
}
