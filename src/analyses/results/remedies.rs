//! What is computed where an assumption is violated and the study says what to do then (V3).

use super::{Outcome, effects::IntervalResult, regressions::Assumption};
use serde::{Deserialize, Serialize};

/// The remedies of one regression; each is there only where its assumption is violated and the study declares it.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
pub struct Remedies {
    /// `ordinary`, or the remedy whose tests decide: `hc3`, `bootstrap`, `transform`, `rank`.
    pub decides: String,
    /// t tests with HC3 standard errors.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub hc3: Option<Outcome<RobustResult>>,
    /// Bootstrap of the coefficients.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub bootstrap: Option<Outcome<BootstrapResult>>,
    /// The regression of the transformed outcome.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub transform: Option<Outcome<RefitResult>>,
    /// The regression of the ranks.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub rank: Option<Outcome<RefitResult>>,
}

/// A regression computed anew on values that were changed: its coefficients are in units of those, not of the scores.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct RefitResult {
    /// `square_root`, `logarithm`, `reciprocal` of the outcome, or `ranks` of all.
    pub form: String,
    /// The outcome was taken off the constant.
    pub reflected: bool,
    /// What the outcome was added to or taken off; none of ranks.
    pub constant: Outcome<f64>,
    /// Skewness of the residuals before.
    pub skewness_before: Outcome<f64>,
    /// And after.
    pub skewness_after: Outcome<f64>,
    /// `ordinary`, or `hc3` where residuals are still unequally spread and the study declares HC3.
    pub errors: String,
    /// `(Constant)` first, then as in `coefficients` of the regression.
    pub coefficients: Vec<RobustCoefficientResult>,
    /// R².
    pub r2: f64,
    /// Adjusted R².
    pub adjusted_r2: f64,
    /// F that all slopes are zero.
    pub f: Outcome<f64>,
    /// Its first degrees of freedom.
    pub df1: usize,
    /// Its second degrees of freedom, also those of every t.
    pub df2: usize,
    /// Significance of F.
    pub p: Outcome<f64>,
    /// The assumptions of this regression.
    pub assumptions: Vec<Assumption>,
}

impl RefitResult {
    /// Whether an assumption is still violated, and nothing mends it.
    pub fn violates(&self, name: &str) -> bool {
        let found = self.assumptions.iter().any(|found| found.name == name && found.met.value() == Some(&false));
        found && !(name == "heteroscedasticity" && self.errors == "hc3")
    }
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
    /// Unstandardized, unchanged by HC3.
    pub b: f64,
    /// Standardized; none of the constant.
    pub beta: Outcome<f64>,
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
    /// The regression that was computed anew and decides.
    pub fn refit(&self) -> Option<&RefitResult> {
        match self.decides.as_str() {
            "transform" => self.transform.as_ref()?.value(),
            "rank" => self.rank.as_ref()?.value(),
            _ => None,
        }
    }

    /// Whether the deciding test does without an assumption, or restores it.
    pub fn mends(&self, assumption: &str) -> bool {
        match (assumption, self.decides.as_str()) {
            // Resampled cases need neither normal nor equally spread residuals, ranks no normal ones.
            ("normality" | "heteroscedasticity", "bootstrap") | ("heteroscedasticity", "hc3") | ("normality", "rank") => true,
            ("normality" | "heteroscedasticity", _) => self.refit().is_some_and(|refit| !refit.violates(assumption)),
            _ => false,
        }
    }

    /// A number with the sign that a regression computed anew gives a term, where one decides; HC3 and the bootstrap keep the
    /// ordinary sign.
    pub fn sign(&self, term: &str) -> Option<f64> {
        self.refit()?.coefficients.iter().find(|found| found.term == term).map(|found| found.t)
    }

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
            _ => {
                let found = self.refit()?.coefficients.iter().find(|found| found.term == term)?;
                Some(found.p < alpha)
            }
        }
    }
}
