//! McNemar's test of a change between two measurements with two values each.

use super::StatsError;
use super::contingency::ChiSquared;
use super::distributions::{chi_squared_sf, f_sf};

/// Changes up to which SPSS NPAR TESTS prints the exact probability.
const EXACT_UP_TO: usize = 25;

/// The test of the changes.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct McNemar {
    /// Cases that changed from the first value to the second.
    pub up: usize,
    /// Cases that changed back.
    pub down: usize,
    /// Two-tailed binomial probability.
    pub p_exact: f64,
    /// χ² with continuity correction (|up − down| − 1)²/(up + down) (Edwards 1948), one degree of freedom.
    pub chi_squared: ChiSquared,
    /// Whether the exact probability is the one SPSS prints: up to 25 changes.
    pub exact_decides: bool,
}

/// Tests whether changes in one direction are as frequent as in the other (McNemar 1947, *Psychometrika* 12, 153).
///
/// Errors: `NoVariance` when nobody changed.
pub fn mcnemar(up: usize, down: usize) -> Result<McNemar, StatsError> {
    let changes = up + down;
    if changes == 0 {
        return Err(StatsError::NoVariance);
    }
    let difference = up.abs_diff(down) as f64;
    let corrected = (difference - 1.0).max(0.0);
    let statistic = corrected * corrected / changes as f64;
    let (fewer, more) = (up.min(down) as f64, up.max(down) as f64);
    // P(X ≤ fewer) of the binomial with ½, by its relation to F (Abramowitz & Stegun 26.5.24 and 26.6.2).
    let tail = if up == down { 0.5 } else { f_sf(more / (fewer + 1.0), 2.0 * (fewer + 1.0), 2.0 * more) };
    Ok(McNemar {
        up,
        down,
        p_exact: (2.0 * tail).min(1.0),
        chi_squared: ChiSquared { statistic, df: 1, p: chi_squared_sf(statistic, 1.0) },
        exact_decides: changes <= EXACT_UP_TO,
    })
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;

    fn close(found: f64, expected: f64) {
        assert!((found - expected).abs() <= 1e-10 * expected.abs(), "{found} is not {expected}");
    }

    // Approval of the prime minister (Agresti 1990, 350), 150 and 86 changes: R 4.2.2 mcnemar.test; exact probabilities
    // binom.test. tests/published/association.R.
    #[test]
    fn as_in_r() {
        let found = mcnemar(150, 86).unwrap();
        close(found.chi_squared.statistic, 16.817_796_610_169_49);
        close(found.chi_squared.p, 4.114_562_281_345_944e-5);
        close(found.p_exact, 3.715_936_139_571_43e-5);
        assert!(!found.exact_decides);
        for (up, down, p) in [(3, 9, 0.145_996_093_75), (8, 1, 0.039_062_5), (5, 5, 1.0), (0, 1, 1.0)] {
            let found = mcnemar(up, down).unwrap();
            close(found.p_exact, p);
            assert!(found.exact_decides);
        }
    }

    #[test]
    fn without_changes_there_is_nothing_to_test() {
        assert_eq!(mcnemar(0, 0), Err(StatsError::NoVariance));
    }
}
