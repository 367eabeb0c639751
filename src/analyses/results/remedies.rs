//! What is computed where an assumption is violated and the study says what to do then (V3).

use super::{Outcome, effects::IntervalResult};
use serde::{Deserialize, Serialize};

/// The remedies of one regression; each is there only where its assumption is violated and the study declares it.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
pub struct Remedies {
    /// `ordinary`, or the remedy whose tests decide: `hc3`, `bootstrap`.
    pub decides: String,
    /// t tests with HC3 standard errors.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub hc3: Option<Outcome<RobustResult>>,
    /// Bootstrap of the coefficients.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub bootstrap: Option<Outcome<BootstrapResult>>,
}

/// The coefficients of a regression with robust standard errors.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct RobustResult {
    /// `(Constant)` first, then as in `coefficients` of the regression.
    pub coefficients: Vec<RobustCoefficientResult>,
    /// Wald's F that all slopes are zero.
    pub f: Outcome<f64>,
    /// Its first degrees of freedom.
    pub df1: usize,
    /// Its second degrees of freedom, also those of every t.
    pub df2: usize,
    /// Significance of F.
    pub p: Outcome<f64>,
}

/// A coefficient with its robust standard error.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct RobustCoefficientResult {
    /// As in `coefficients` of the regression.
    pub term: String,
    /// Unstandardized, unchanged.
    pub b: f64,
    /// Robust standard error.
    pub se: f64,
    /// b / se.
    pub t: f64,
    /// Two-tailed.
    pub p: f64,
    /// Lower end of the 1 − alpha interval of b.
    pub ci_low: f64,
    /// Upper end.
    pub ci_high: f64,
}

/// The coefficients of a regression in resamples of its cases.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct BootstrapResult {
    /// The terms without the constant.
    pub coefficients: Vec<BootstrapCoefficientResult>,
    /// Resamples drawn.
    pub resamples: usize,
    /// Resamples in which the regression could not be computed.
    pub failed: usize,
    /// The seed.
    pub seed: u64,
    /// Confidence in per cent of the intervals that decide one-tailed claims: 100 (1 − 2 alpha).
    pub confidence_one_tailed: f64,
}

/// A coefficient in the resamples.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct BootstrapCoefficientResult {
    /// As in `coefficients` of the regression.
    pub term: String,
    /// Unstandardized, in the sample itself.
    pub b: f64,
    /// Mean of the draws − b.
    pub bias: f64,
    /// Standard deviation of the draws.
    pub se: f64,
    /// Two-sided.
    pub p: f64,
    /// Percentile interval at 1 − alpha: it decides.
    pub percentile: IntervalResult,
    /// Percentile interval at 1 − 2 alpha: it decides claims with a sign where tests are one-tailed.
    pub one_tailed: IntervalResult,
    /// Bias-corrected and accelerated interval at 1 − alpha.
    pub bca: Outcome<IntervalResult>,
}

impl Remedies {
    /// Whether the remedy that decides finds a term significant, two-tailed; nothing where the ordinary test decides.
    pub fn significant(&self, term: &str, alpha: f64) -> Option<bool> {
        match self.decides.as_str() {
            "hc3" => {
                let found = self.hc3.as_ref()?.value()?.coefficients.iter().find(|found| found.term == term)?;
                Some(found.p < alpha)
            }
            "bootstrap" => {
                let found = self.bootstrap.as_ref()?.value()?.coefficients.iter().find(|found| found.term == term)?;
                Some(found.percentile.low > 0.0 || found.percentile.high < 0.0)
            }
            _ => None,
        }
    }
}
