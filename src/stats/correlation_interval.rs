//! Intervals of rank correlations on Fisher's scale.

use super::StatsError;
use super::descriptives::needs;
use super::distributions::normal_quantile;

/// Interval of Spearman's ρ: tanh(atanh ρ ± z √((1 + ρ²/2)/(n − 3))) (Bonett & Wright 2000, *Psychometrika* 65, 23).
///
/// # Errors
/// `TooFewCases` below four pairs; `Undefined` when |ρ| is 1 or the confidence is no probability.
pub fn spearman_interval(rho: f64, n: usize, confidence: f64) -> Result<(f64, f64), StatsError> {
    needs(4, n)?;
    interval(rho, (1.0 + rho * rho / 2.0) / (n - 3) as f64, confidence)
}

/// Interval of Kendall's τ: tanh(atanh τ ± z √(0,437/(n − 4))) (Fieller, Hartley & Pearson 1957, *Biometrika* 44, 470).
///
/// # Errors
/// `TooFewCases` below five pairs; `Undefined` when |τ| is 1 or the confidence is no probability.
pub fn kendall_interval(tau: f64, n: usize, confidence: f64) -> Result<(f64, f64), StatsError> {
    needs(5, n)?;
    interval(tau, 0.437 / (n - 4) as f64, confidence)
}

fn interval(r: f64, variance: f64, confidence: f64) -> Result<(f64, f64), StatsError> {
    if !(r.abs() < 1.0 && confidence > 0.0 && confidence < 1.0) {
        return Err(StatsError::Undefined);
    }
    let half = normal_quantile(0.5 + confidence / 2.0) * variance.sqrt();
    Ok(((r.atanh() - half).tanh(), (r.atanh() + half).tanh()))
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;

    // The formulas in R 4.2.2, tests/published/association.R, for X2 and Y2 of the example study.
    #[test]
    fn as_in_r() {
        let (low, high) = spearman_interval(0.678_082_353_638_817_8, 68, 0.95).unwrap();
        assert!((low - 0.504_967_700_665_654_6).abs() < 1e-12 && (high - 0.798_753_505_978_477_9).abs() < 1e-12);
        let (low, high) = kendall_interval(0.512_465_325_723_169_7, 68, 0.95).unwrap();
        assert!((low - 0.383_460_783_938_987_9).abs() < 1e-12 && (high - 0.621_855_019_295_073_1).abs() < 1e-12);
    }

    #[test]
    fn what_cannot_be_computed_has_a_reason() {
        assert_eq!(spearman_interval(0.5, 3, 0.95), Err(StatsError::TooFewCases { needed: 4, got: 3 }));
        assert_eq!(kendall_interval(0.5, 4, 0.95), Err(StatsError::TooFewCases { needed: 5, got: 4 }));
        assert_eq!(spearman_interval(1.0, 9, 0.95), Err(StatsError::Undefined));
        assert_eq!(kendall_interval(0.5, 9, 1.0), Err(StatsError::Undefined));
    }
}
