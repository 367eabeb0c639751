//! Skewness and kurtosis as z values against the normal distribution.

use super::StatsError;
use super::descriptives::descriptives;
use super::distributions::{normal_quantile, normal_two_tailed};

/// Both z values.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct ShapeTest {
    /// Skewness / √(6/n).
    pub z_skewness: f64,
    /// Excess kurtosis / √(24/n).
    pub z_kurtosis: f64,
    /// Two-tailed significance of the larger of both, each taken alone.
    pub p: f64,
}

impl ShapeTest {
    /// Whether both z lie within ± the normal quantile of alpha (1.96 at 5 %).
    pub fn normal(&self, alpha: f64) -> bool {
        let limit = normal_quantile(1.0 - alpha / 2.0);
        self.z_skewness.abs() <= limit && self.z_kurtosis.abs() <= limit
    }
}

/// z of skewness and excess kurtosis with the standard errors √(6/n) and √(24/n) of large samples, as Indonesian textbooks
/// have it (Ghozali 2018, ch. 4); the moments are those SPSS prints (G1, G2), whose exact standard errors are smaller.
///
/// # Errors
/// Those of the moments: `TooFewCases` below four values, `NoVariance`, `Undefined`.
pub fn shape_test(values: &[f64]) -> Result<ShapeTest, StatsError> {
    let found = descriptives(values)?;
    let n = found.n as f64;
    let (z_skewness, z_kurtosis) = (found.skewness? / (6.0 / n).sqrt(), found.kurtosis? / (24.0 / n).sqrt());
    Ok(ShapeTest { z_skewness, z_kurtosis, p: normal_two_tailed(z_skewness.abs().max(z_kurtosis.abs())) })
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used, clippy::float_cmp)]
    use super::*;
    use crate::stats::example_data::{close, residuals};

    /// R 4.2.2: tests/published/diagnostics.R.
    #[test]
    fn as_in_r() {
        let found = shape_test(&residuals()).unwrap();
        close(found.z_skewness, 0.909_374_077_030_283);
        close(found.z_kurtosis, 0.617_660_887_897_875);
        close(found.p, 0.363_152_700_594_583_6);
        assert!(found.normal(0.05));
        let off = ShapeTest { z_skewness: 1.0, z_kurtosis: -1.97, p: 0.049 };
        assert!(!off.normal(0.05) && off.normal(0.01));
        assert!(!ShapeTest { z_skewness: 2.0, z_kurtosis: 0.0, p: 0.046 }.normal(0.05));
        assert_eq!(shape_test(&[1.0, 2.0, 3.0]), Err(StatsError::TooFewCases { needed: 4, got: 3 }));
    }
}
