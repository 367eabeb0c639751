//! Why a statistic cannot be computed: a reason for the results, never a panic and never NaN.

/// A reason that mathematics does not apply to the data at hand.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum StatsError {
    /// Fewer cases than the formula needs.
    TooFewCases {
        /// The smallest number of cases with which it is defined.
        needed: usize,
        /// The number of cases given.
        got: usize,
    },
    /// All values are equal, so nothing can be divided by their spread.
    NoVariance,
    /// The predictors (or items) are exact linear combinations of one another.
    Collinear,
    /// The residuals are all zero: the fit is perfect and its tests are undefined.
    PerfectFit,
    /// The formula has no value for this input (for example the square root of a negative variance).
    Undefined,
    /// An iterative estimate did not settle.
    NotConverged,
    /// There is more to count than can be counted in a moment.
    TooLarge,
}

impl StatsError {
    /// The stable key under which the reason stands in `results.json`.
    pub fn key(self) -> &'static str {
        match self {
            StatsError::TooFewCases { .. } => "too_few_cases",
            StatsError::NoVariance => "no_variance",
            StatsError::Collinear => "collinear",
            StatsError::PerfectFit => "perfect_fit",
            StatsError::Undefined => "undefined",
            StatsError::NotConverged => "not_converged",
            StatsError::TooLarge => "too_large",
        }
    }
}

impl std::fmt::Display for StatsError {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(self.key())
    }
}

impl std::error::Error for StatsError {}
