//! Park's test of heteroscedasticity.

use super::StatsError;
use super::least_squares::{LeastSquares, least_squares};

/// Regresses ln e² on the predictors of the regression the residuals come from (Park 1966, *Econometrica* 34, 888; on the
/// predictors themselves, as Indonesian textbooks and SPSS practice have it, not on their logarithms): a predictor with a
/// significant t test is a sign of unequal spread.
///
/// # Errors
/// `PerfectFit` when all residuals are 0, `Undefined` when one is, for its logarithm is; otherwise those of [`least_squares`].
pub fn park<C: AsRef<[f64]>>(predictors: &[C], residuals: &[f64], confidence: f64) -> Result<LeastSquares, StatsError> {
    if !residuals.is_empty() && residuals.iter().all(|e| e.abs() <= 0.0) {
        return Err(StatsError::PerfectFit);
    }
    // ln e² = 2 ln |e|, which does not underflow.
    let logarithms: Vec<f64> = residuals.iter().map(|e| 2.0 * e.abs().ln()).collect();
    least_squares(predictors, &logarithms, confidence)
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used, clippy::float_cmp)]
    use super::*;
    use crate::stats::example_data::{close, residuals, score};

    /// R 4.2.2: tests/published/diagnostics.R.
    #[test]
    fn as_in_r() {
        let columns = [score("X1"), score("X2"), score("Y1")];
        let found = park(&columns, &residuals(), 0.95).unwrap();
        close(found.constant.b, 1.460_587_814_404_435_7);
        for (c, (b, se, t, p)) in found.coefficients.iter().zip([
            (0.067_808_843_366_314_03, 0.088_702_389_725_935_83, 0.764_453_399_461_089, 0.447_406_581_190_599_3),
            (-0.054_707_311_964_666_58, 0.118_751_321_570_478_96, -0.460_688_026_382_912_9, 0.646_584_077_065_704_4),
            (-0.046_828_545_247_049_63, 0.100_106_921_737_402_39, -0.467_785_288_312_919_2, 0.641_527_183_989_289_2),
        ]) {
            close(c.b, b);
            close(c.se, se);
            close(c.t.unwrap(), t);
            close(c.p.unwrap(), p);
        }
    }

    #[test]
    fn what_cannot_be_tested_has_a_reason() {
        let x = [[1.0, 2.0, 3.0, 4.0]];
        assert_eq!(park(&x, &[0.0; 4], 0.95), Err(StatsError::PerfectFit));
        assert_eq!(park(&x, &[0.0, 1.0, -1.0, 0.5], 0.95), Err(StatsError::Undefined));
    }
}
