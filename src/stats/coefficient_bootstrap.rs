//! Bootstrap of the coefficients of a regression: cases are drawn, so neither normal nor equally spread residuals are needed.

use super::StatsError;
use super::bootstrap::{PathCoefficient, PathRegression, PathSystem};
use super::descriptives::{mean, variance};
use super::interval::{Interval, bca_interval, bootstrap_p, percentile_interval};

/// A coefficient in the resamples.
#[derive(Debug, Clone, PartialEq)]
pub struct BootstrappedCoefficient {
    /// The estimate in the sample itself.
    pub b: f64,
    /// Mean of the draws − estimate.
    pub bias: f64,
    /// Standard deviation of the draws.
    pub se: f64,
    /// Two-sided significance, as [`bootstrap_p`].
    pub p: f64,
    /// Percentile intervals, one for each confidence asked for.
    pub percentile: Vec<Interval>,
    /// Bias-corrected and accelerated interval at the first confidence.
    pub bca: Result<Interval, StatsError>,
}

/// The slopes of a regression in resamples of its cases.
#[derive(Debug, Clone, PartialEq)]
pub struct CoefficientBootstrap {
    /// The predictors in their order; the constant is not resampled.
    pub coefficients: Vec<BootstrappedCoefficient>,
    /// Resamples in which the regression could not be computed, left out.
    pub failed: usize,
}

/// Draws cases with replacement and regresses anew each time (Efron & Tibshirani 1993, *An Introduction to the Bootstrap*,
/// sec. 9.5, "bootstrapping pairs"; SPSS's BOOTSTRAP SAMPLING METHOD=SIMPLE). `confidences` are those of the percentile
/// intervals; the draws are functions of `seed` and their number alone.
///
/// # Errors
/// As [`PathSystem::new`] and [`PathSystem::estimate`]; `Undefined` without resamples or confidences; `TooFewCases` when there
/// are too few draws for the widest interval.
pub fn coefficient_bootstrap(
    predictors: &[Vec<f64>],
    outcome: &[f64],
    resamples: usize,
    seed: u64,
    confidences: &[f64],
) -> Result<CoefficientBootstrap, StatsError> {
    let Some(widest) = confidences.first() else { return Err(StatsError::Undefined) };
    if resamples == 0 {
        return Err(StatsError::Undefined);
    }
    let k = predictors.len();
    let mut columns = predictors.to_vec();
    columns.push(outcome.to_vec());
    let regression = PathRegression { outcome: k, predictors: (0..k).collect() };
    let paths: Vec<Vec<PathCoefficient>> = (0..k).map(|predictor| vec![PathCoefficient { regression: 0, predictor }]).collect();
    let system = PathSystem::new(&columns, &[regression], &paths)?;
    let estimates = system.estimate()?.unstandardized;
    let draws = system.resample(resamples, seed);
    let jackknife = system.leave_one_out();
    let coefficients = estimates
        .into_iter()
        .zip(draws.unstandardized.iter().zip(&jackknife.unstandardized))
        .map(|(b, (draws, without))| {
            Ok(BootstrappedCoefficient {
                b,
                bias: mean(draws)? - b,
                se: variance(draws)?.sqrt(),
                p: bootstrap_p(draws)?,
                percentile: confidences
                    .iter()
                    .map(|confidence| percentile_interval(draws, *confidence))
                    .collect::<Result<_, StatsError>>()?,
                bca: bca_interval(draws, b, without, *widest).map(|found| found.interval),
            })
        })
        .collect::<Result<Vec<BootstrappedCoefficient>, StatsError>>()?;
    Ok(CoefficientBootstrap { coefficients, failed: draws.failed })
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used, clippy::float_cmp)]
    use super::*;
    use crate::stats::example_data::score;

    /// R 4.2.2, `qr.coef` on resampled cases: mean and deviation of bias, standard error and percentile ends over 40 runs of
    /// 5 000 resamples (tests/published/remedies.R with BOOT=1; their means there are b + bias). One run of ours has the same
    /// deviation; four of them and that of R's mean are allowed.
    #[test]
    fn within_chance_of_r() {
        let columns = [score("X1"), score("X2"), score("Y1")];
        let found = coefficient_bootstrap(&columns, &score("Y2"), 5000, 3, &[0.95, 0.9]).unwrap();
        let expected = [
            [0.262_517_257, 0.138_679_042, -0.017_776_545, 0.530_241_967],
            [0.349_477_02, 0.227_999_928, -0.111_200_002, 0.779_423_741],
            [0.351_604_017, 0.166_393_427, 0.033_038_385, 0.674_995_738],
        ];
        let deviations = [
            [0.002_176_069, 0.001_517_259, 0.006_781_557, 0.004_970_366],
            [0.003_342_363, 0.002_193_533, 0.009_382_145, 0.006_603_989],
            [0.002_180_225, 0.001_262_369, 0.005_289_265, 0.005_415_899],
        ];
        for (coefficient, (expected, deviations)) in found.coefficients.iter().zip(expected.iter().zip(deviations)) {
            let interval = &coefficient.percentile[0];
            let values = [coefficient.b + coefficient.bias, coefficient.se, interval.low, interval.high];
            for ((value, expected), deviation) in values.into_iter().zip(expected).zip(deviations) {
                assert!((value - expected).abs() < 4.1 * deviation, "{value} is not {expected} ± {deviation}");
            }
            assert!(coefficient.percentile[1].low > interval.low && coefficient.percentile[1].high < interval.high);
            assert_eq!(coefficient.p < 0.05, interval.excludes_zero());
            assert!(coefficient.bca.is_ok());
        }
        assert_eq!(found.failed, 0);
        assert_eq!(found, coefficient_bootstrap(&columns, &score("Y2"), 5000, 3, &[0.95, 0.9]).unwrap());
    }

    #[test]
    fn what_cannot_be_drawn_has_a_reason() {
        let x = vec![vec![1.0, 2.0, 3.0, 4.0]];
        let y = [1.0, 3.0, 2.0, 5.0];
        assert_eq!(coefficient_bootstrap(&x, &y, 0, 1, &[0.95]), Err(StatsError::Undefined));
        assert_eq!(coefficient_bootstrap(&x, &y, 500, 1, &[]), Err(StatsError::Undefined));
        assert!(matches!(coefficient_bootstrap(&x, &y, 10, 1, &[0.95]), Err(StatsError::TooFewCases { .. })));
        assert_eq!(coefficient_bootstrap(&[vec![2.0; 4]], &y, 500, 1, &[0.95]), Err(StatsError::Collinear));
    }
}
