//! Direct, indirect and total effects, with the tests of the indirect ones.

use super::Outcome;
use serde::{Deserialize, Serialize};

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
    /// The sum of the indirect effects with its interval; of several paths it has a chance of its own.
    pub indirect_sum: Outcome<IndirectSum>,
    /// Differences between the indirect effects of several paths, each pair once.
    pub contrasts: Vec<ContrastResult>,
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
    /// Bias-corrected and accelerated.
    pub bca: Outcome<IntervalResult>,
}

/// The sum of all indirect effects of one variable on another.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct IndirectSum {
    /// Unstandardized.
    pub b: f64,
    /// Standardized.
    pub beta: f64,
    /// Percentile interval of `b`.
    pub percentile: Outcome<IntervalResult>,
    /// Bias-corrected and accelerated interval of `b`.
    pub bca: Outcome<IntervalResult>,
    /// Two-sided bootstrap significance.
    pub p_bootstrap: Outcome<f64>,
    /// Intervals of `beta`.
    pub standardized: StandardizedIntervals,
    /// The declared interval (percentile where a test decides) excludes 0.
    pub significant: Outcome<bool>,
}

/// The difference between two indirect effects.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct ContrastResult {
    /// The names between, of the first path.
    pub via: Vec<String>,
    /// The names between, of the path it is compared with.
    pub minus: Vec<String>,
    /// Difference of the unstandardized products.
    pub b: f64,
    /// Difference of the standardized products.
    pub beta: f64,
    /// Percentile interval of `b`.
    pub percentile: Outcome<IntervalResult>,
    /// Bias-corrected and accelerated interval of `b`.
    pub bca: Outcome<IntervalResult>,
    /// Two-sided bootstrap significance.
    pub p_bootstrap: Outcome<f64>,
    /// Intervals of `beta`.
    pub standardized: StandardizedIntervals,
    /// The declared interval (percentile where a test decides) excludes 0.
    pub significant: Outcome<bool>,
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
