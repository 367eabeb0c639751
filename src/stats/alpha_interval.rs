//! Confidence interval of Cronbach's alpha.

use super::StatsError;
use super::distributions::f_quantile;

/// 1 − (1 − α)F at the upper and lower quantiles of F with n − 1 and (n − 1)(k − 1) degrees of freedom (Feldt 1965,
/// *Psychometrika* 30, 357), as SPSS's ICC of average measures and `psych::alpha.ci`; `n` complete cases, `k` items.
///
/// # Errors
/// `TooFewCases` below two cases; `Undefined` below two items, for an alpha above 1 and a confidence outside (0, 1).
pub fn alpha_interval(alpha: f64, n: usize, k: usize, confidence: f64) -> Result<(f64, f64), StatsError> {
    super::descriptives::needs(2, n)?;
    if k < 2 || !(alpha <= 1.0 && confidence > 0.0 && confidence < 1.0) {
        return Err(StatsError::Undefined);
    }
    let (df1, df2) = ((n - 1) as f64, ((n - 1) * (k - 1)) as f64);
    let tail = (1.0 - confidence) / 2.0;
    let end = |p: f64| 1.0 - (1.0 - alpha) * f_quantile(p, df1, df2);
    let (low, high) = (end(1.0 - tail), end(tail));
    if low.is_finite() && high.is_finite() { Ok((low, high)) } else { Err(StatsError::Undefined) }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used, clippy::float_cmp)]
    use super::*;

    /// R 4.2.2, `qf`, alpha of the example's ten items of performance: tests/published/diagnostics.R.
    #[test]
    fn as_in_r() {
        let (low, high) = alpha_interval(0.813_430_252_682_589_2, 68, 10, 0.95).unwrap();
        assert!((low - 0.739_606_139_348_532_9).abs() < 1e-10, "{low}");
        assert!((high - 0.873_107_777_779_937_8).abs() < 1e-10, "{high}");
        assert_eq!(alpha_interval(0.8, 1, 5, 0.95), Err(StatsError::TooFewCases { needed: 2, got: 1 }));
        assert_eq!(alpha_interval(0.8, 30, 1, 0.95), Err(StatsError::Undefined));
        assert_eq!(alpha_interval(1.2, 30, 5, 0.95), Err(StatsError::Undefined));
    }
}
