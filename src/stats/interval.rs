//! Intervals and p from bootstrap draws, and how far chance in the drawing can have moved them.

use super::StatsError;
use super::descriptives::{is_constant, mean};
use super::distributions::{normal_cdf, normal_quantile};

/// A bootstrap interval.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Interval {
    /// Lower end.
    pub low: f64,
    /// Upper end.
    pub high: f64,
    /// Monte Carlo standard error of the lower end: its deviation over repetitions with other seeds.
    pub low_error: f64,
    /// Monte Carlo standard error of the upper end.
    pub high_error: f64,
}

impl Interval {
    /// Whether the interval excludes zero.
    pub fn excludes_zero(&self) -> bool {
        self.low > 0.0 || self.high < 0.0
    }

    /// Whether zero lies within two Monte Carlo errors of an end, so that another seed might decide otherwise.
    pub fn borderline(&self) -> bool {
        self.low.abs() <= 2.0 * self.low_error || self.high.abs() <= 2.0 * self.high_error
    }
}

/// A bias-corrected and accelerated interval.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct BcaInterval {
    /// The interval.
    pub interval: Interval,
    /// Bias correction z₀ = Φ⁻¹(#{θ* < θ̂}/B).
    pub z0: f64,
    /// Acceleration from the jackknife.
    pub acceleration: f64,
}

/// Percentile interval as PROCESS takes it: order statistics, no interpolation.
///
/// With B draws in ascending order and tail τ = (1 − confidence)/2 the ends are the draws of rank
/// ⌊Bτ⌋ and B + 1 − ⌊Bτ⌋, counted from 1: 250 and 9751 of 10 000, 125 and 4876 of 5000 (Hayes 2018,
/// Introduction to Mediation, Moderation, and Conditional Process Analysis, 2nd ed., ch. 3). R's and
/// SPSS's interpolated quantiles differ by less than the Monte Carlo error.
///
/// That error is taken from the binomial distribution of the rank at which the true quantile lies,
/// s = √(Bτ(1−τ)): a quarter of the distance between the draws 2s ranks below and above the end
/// (David & Nagaraja 2003, Order Statistics, 3rd ed., sec. 7.1).
///
/// Errors: `Undefined` when the confidence is not a probability or a draw is not finite; `TooFewCases`
/// when there are fewer draws than put one in each tail.
pub fn percentile_interval(draws: &[f64], confidence: f64) -> Result<Interval, StatsError> {
    let sorted = sorted(draws, confidence)?;
    let tail = (1.0 - confidence) / 2.0;
    let size = sorted.len() as f64;
    // 10 000 · (1 − .95)/2 is 250 up to the last bits.
    let rank = (size * tail + 1e-9).floor();
    if rank < 1.0 {
        return Err(StatsError::TooFewCases { needed: (1.0 / tail - 1e-9).ceil() as usize, got: sorted.len() });
    }
    let error = |rank: f64| slope(&sorted, rank, tail) * (tail * (1.0 - tail) / size).sqrt();
    let upper = size + 1.0 - rank;
    Ok(Interval {
        low: order_statistic(&sorted, rank),
        high: order_statistic(&sorted, upper),
        low_error: error(rank),
        high_error: error(upper),
    })
}

/// Bias-corrected and accelerated interval (Efron 1987, JASA 82, 171; Efron & Tibshirani 1993, ch. 14).
///
/// z₀ = Φ⁻¹(#{θ* < θ̂}/B); a = ΣU³ / (6 (ΣU²)^1.5) with U = θ̄ − θ₍ᵢ₎ over the leave-one-out estimates
/// `jackknife`; the ends are the quantiles α = Φ(z₀ + (z₀ + z)/(1 − a(z₀ + z))), z = ∓Φ⁻¹(1 − τ), taken as
/// the draws of rank ⌊(B+1)α⌋ below and B + 1 − ⌊(B+1)(1−α)⌋ above. (R's boot.ci estimates a by a
/// regression on resampling frequencies instead; at small n its ends differ visibly.)
///
/// The Monte Carlo error counts both sources, the rank of the quantile and the proportion behind z₀, by
/// the delta method: with F the distribution of the draws and D = dα/dz₀, the end moves as
/// [D (F̂(θ̂) − p₀)/φ(z₀) − (F̂(q) − α)] dq/dα, both empirical proportions of the same B draws.
///
/// Errors: as [`percentile_interval`]; `NoVariance` when the leave-one-out estimates are all equal;
/// `Undefined` when all draws lie on one side of the estimate or an end beyond the outermost draw.
pub fn bca_interval(draws: &[f64], estimate: f64, jackknife: &[f64], confidence: f64) -> Result<BcaInterval, StatsError> {
    let sorted = sorted(draws, confidence)?;
    let size = sorted.len() as f64;
    let below = sorted.partition_point(|&draw| draw < estimate) as f64 / size;
    if !(below > 0.0 && below < 1.0) {
        return Err(StatsError::Undefined);
    }
    let z0 = normal_quantile(below);
    let acceleration = acceleration(jackknife)?;
    let density = (-z0 * z0 / 2.0).exp() / (2.0 * std::f64::consts::PI).sqrt();

    let end = |z: f64, lower: bool| {
        let left = 1.0 - acceleration * (z0 + z);
        if left <= 0.0 {
            return Err(StatsError::Undefined);
        }
        let at = z0 + (z0 + z) / left;
        let alpha = normal_cdf(at);
        let rank = if lower {
            ((size + 1.0) * alpha + 1e-9).floor()
        } else {
            size + 1.0 - ((size + 1.0) * normal_cdf(-at) + 1e-9).floor()
        };
        if rank < 1.0 || rank > size {
            return Err(StatsError::Undefined);
        }
        let density_at = (-at * at / 2.0).exp() / (2.0 * std::f64::consts::PI).sqrt();
        let sensitivity = density_at * (1.0 + 1.0 / (left * left)) / density;
        let variance = sensitivity * sensitivity * below * (1.0 - below) + alpha * (1.0 - alpha)
            - 2.0 * sensitivity * (below.min(alpha) - below * alpha);
        let error = slope(&sorted, rank, alpha) * (variance.max(0.0) / size).sqrt();
        Ok((order_statistic(&sorted, rank), error))
    };
    let tail = (1.0 - confidence) / 2.0;
    let z = normal_quantile(1.0 - tail);
    let ((low, low_error), (high, high_error)) = (end(-z, true)?, end(z, false)?);
    Ok(BcaInterval { interval: Interval { low, high, low_error, high_error }, z0, acceleration })
}

/// Two-sided p of "the effect is 0": 2 (1 + min(#{θ* ≤ 0}, #{θ* ≥ 0})) / (B + 1), at most 1.
///
/// The level at which the percentile interval just reaches 0, with the 1 that keeps it from being 0
/// (Davison & Hinkley 1997, Bootstrap Methods and their Application, eq. 4.11).
///
/// Errors: `TooFewCases` without draws, `Undefined` when one is not a number.
pub fn bootstrap_p(draws: &[f64]) -> Result<f64, StatsError> {
    let sorted = sorted(draws, 0.5)?;
    let not_above = sorted.partition_point(|&draw| draw <= 0.0);
    let not_below = sorted.len() - sorted.partition_point(|&draw| draw < 0.0);
    let rarer = not_above.min(not_below) as f64;
    Ok((2.0 * (rarer + 1.0) / (sorted.len() as f64 + 1.0)).min(1.0))
}

/// Acceleration ΣU³ / (6 (ΣU²)^1.5) of the leave-one-out estimates.
///
/// Errors: `TooFewCases` without estimates, `NoVariance` when they are all equal, `Undefined` when one
/// is not finite.
fn acceleration(jackknife: &[f64]) -> Result<f64, StatsError> {
    let middle = mean(jackknife)?;
    if is_constant(jackknife) {
        return Err(StatsError::NoVariance);
    }
    let squares: f64 = jackknife.iter().map(|v| (middle - v).powi(2)).sum();
    let cubes: f64 = jackknife.iter().map(|v| (middle - v).powi(3)).sum();
    let a = cubes / (6.0 * squares.powf(1.5));
    if a.is_finite() { Ok(a) } else { Err(StatsError::Undefined) }
}

fn sorted(draws: &[f64], confidence: f64) -> Result<Vec<f64>, StatsError> {
    if !(confidence > 0.0 && confidence < 1.0) || draws.iter().any(|v| !v.is_finite()) {
        return Err(StatsError::Undefined);
    }
    if draws.is_empty() {
        return Err(StatsError::TooFewCases { needed: 1, got: 0 });
    }
    let mut sorted = draws.to_vec();
    sorted.sort_unstable_by(f64::total_cmp);
    Ok(sorted)
}

/// The draw of a rank counted from 1; ranks outside are the outermost draws.
fn order_statistic(sorted: &[f64], rank: f64) -> f64 {
    let last = sorted.len().saturating_sub(1);
    let position = (rank - 1.0).max(0.0) as usize;
    sorted.get(position.min(last)).copied().unwrap_or(f64::NAN)
}

/// dq/dα at a rank: the distance between the draws two standard deviations of the binomial rank away.
fn slope(sorted: &[f64], rank: f64, alpha: f64) -> f64 {
    let size = sorted.len() as f64;
    let away = (2.0 * (size * alpha * (1.0 - alpha)).sqrt()).round().max(1.0);
    let (from, to) = ((rank - away).max(1.0), (rank + away).min(size));
    if to <= from {
        return 0.0;
    }
    (order_statistic(sorted, to) - order_statistic(sorted, from)) / (to - from) * size
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::float_cmp)]
    use super::*;
    use crate::stats::bootstrap::{PathCoefficient, PathProducts, PathRegression, PathSystem};
    use crate::stats::example_data;

    fn example() -> PathSystem {
        let columns: Vec<Vec<f64>> = ["X1", "X2", "Y1", "Y2"].iter().map(|v| example_data::score(v)).collect();
        let regression = |outcome, predictors: &[usize]| PathRegression { outcome, predictors: predictors.to_vec() };
        let path = |first| [(0, first), (1, 2)].map(|(regression, predictor)| PathCoefficient { regression, predictor });
        PathSystem::new(&columns, &[regression(2, &[0, 1]), regression(3, &[0, 1, 2])], &[path(0).to_vec(), path(1).to_vec()])
            .unwrap()
    }

    /// What R 4.2.2 gives for one path from 200 000 resamples of the example study (.lm.fit, sample.int,
    /// sorted draws 5000 and 195 001; BCa by quantile type 6 with the jackknife acceleration), and the
    /// deviation of each end over 20 repetitions of 10 000.
    struct Reference {
        percentile: [f64; 2],
        bca: [f64; 2],
        percentile_deviation: [f64; 2],
        bca_deviation: [f64; 2],
        acceleration: f64,
        z0: f64,
        p: f64,
    }

    fn references() -> [Reference; 4] {
        [
            Reference {
                percentile: [0.015_106, 0.375_977],
                bca: [-0.007_094, 0.345_204],
                percentile_deviation: [0.002_09, 0.003_07],
                bca_deviation: [0.003_31, 0.003_34],
                acceleration: -0.041_657_827_308_590_2,
                z0: -0.063_887,
                p: 0.029_98,
            },
            Reference {
                percentile: [-0.011_466, 0.324_022],
                bca: [-0.032_972, 0.293_083],
                percentile_deviation: [0.001_43, 0.004_65],
                bca_deviation: [0.002_75, 0.002_50],
                acceleration: -0.110_398_735_285_097,
                z0: 0.063_900,
                p: 0.092_86,
            },
            Reference {
                percentile: [0.016_327, 0.411_653],
                bca: [-0.012_151, 0.373_658],
                percentile_deviation: [0.002_24, 0.003_46],
                bca_deviation: [0.003_70, 0.003_75],
                acceleration: -0.051_142_682_966_360_6,
                z0: -0.068_773,
                p: 0.029_98,
            },
            Reference {
                percentile: [-0.007_994, 0.229_910],
                bca: [-0.022_195, 0.207_587],
                percentile_deviation: [0.000_99, 0.003_44],
                bca_deviation: [0.001_83, 0.002_12],
                acceleration: -0.109_199_314_044_237_7,
                z0: 0.064_942,
                p: 0.092_86,
            },
        ]
    }

    #[test]
    fn the_example_as_in_r_for_several_seeds() {
        let system = example();
        let PathProducts { unstandardized, standardized } = system.estimate().unwrap();
        let estimates = [unstandardized, standardized].concat();
        let jackknife = system.leave_one_out();
        let jackknife = [jackknife.unstandardized, jackknife.standardized].concat();
        for seed in [1, 2, 2019] {
            let draws = system.resample(10_000, seed);
            let draws = [draws.unstandardized, draws.standardized].concat();
            for (path, expected) in references().iter().enumerate() {
                let percentile = percentile_interval(&draws[path], 0.95).unwrap();
                let bca = bca_interval(&draws[path], estimates[path], &jackknife[path], 0.95).unwrap();
                for (found, ends, deviations) in [
                    (percentile, expected.percentile, expected.percentile_deviation),
                    (bca.interval, expected.bca, expected.bca_deviation),
                ] {
                    assert!((found.low - ends[0]).abs() <= 4.0 * deviations[0]);
                    assert!((found.high - ends[1]).abs() <= 4.0 * deviations[1]);
                    // A deviation of 20 repetitions is itself good to a sixth, our estimate to a tenth.
                    for (error, deviation) in [(found.low_error, deviations[0]), (found.high_error, deviations[1])] {
                        assert!((0.5..2.0).contains(&(error / deviation)), "{error} {deviation}");
                    }
                }
                assert!((bca.acceleration - expected.acceleration).abs() < 1e-10);
                assert!((bca.z0 - expected.z0).abs() <= 4.0 * 0.0126);
                let p = bootstrap_p(&draws[path]).unwrap();
                assert!((p - expected.p).abs() <= 4.0 * (2.0 * expected.p / 10_000.0).sqrt());
            }
        }
    }

    // The two methods disagree on X1 → Y1 → Y2: the percentile interval excludes 0, BCa holds it.
    #[test]
    fn methods_may_disagree() {
        let system = example();
        let draws = &system.resample(10_000, 1).unstandardized[0];
        let estimate = system.estimate().unwrap().unstandardized[0];
        let jackknife = &system.leave_one_out().unstandardized[0];
        assert!(percentile_interval(draws, 0.95).unwrap().excludes_zero());
        let bca = bca_interval(draws, estimate, jackknife, 0.95).unwrap();
        assert!(!bca.interval.excludes_zero());
    }

    #[test]
    fn ranks_as_process_takes_them() {
        for (size, low, high) in [(10_000, 250, 9751), (5000, 125, 4876), (1000, 25, 976)] {
            let draws: Vec<f64> = (1..=size).rev().map(f64::from).collect();
            let found = percentile_interval(&draws, 0.95).unwrap();
            assert_eq!((found.low, found.high), (f64::from(low), f64::from(high)));
            // In uniform ranks the error is the binomial deviation √(Bτ(1−τ)).
            let deviation = (f64::from(size) * 0.025 * 0.975).sqrt();
            assert!((found.low_error - deviation).abs() < 1e-9);
        }
    }

    #[test]
    fn without_bias_and_acceleration_bca_is_the_percentile_interval() {
        let draws: Vec<f64> = (1..=9999).map(|i| f64::from(i) - 5000.0).collect();
        // 4999 of 9999 lie below 0 and 5000 do not: z₀ = −.000 125.
        let jackknife = [-1.0, 1.0, -2.0, 2.0];
        let bca = bca_interval(&draws, 0.0, &jackknife, 0.95).unwrap();
        assert!(bca.z0.abs() < 2e-4 && bca.acceleration == 0.0);
        // (B+1)α = 10 000 · .024 985: the 249th from below; from above (1−α)(B+1) = 250.1.
        assert_eq!((bca.interval.low, bca.interval.high), (249.0 - 5000.0, 9750.0 - 5000.0));
    }

    #[test]
    fn borderline_and_p() {
        let interval = |low: f64, high: f64| Interval { low, high, low_error: 0.01, high_error: 0.02 };
        assert!(interval(0.019, 1.0).borderline() && interval(-0.019, 1.0).borderline());
        assert!(interval(-1.0, -0.039).borderline());
        assert!(!interval(0.021, 1.0).borderline() && !interval(-1.0, 0.041).borderline());
        assert!(interval(0.01, 1.0).excludes_zero() && !interval(0.0, 1.0).excludes_zero());

        let draws: Vec<f64> = (-2..=16).map(f64::from).collect();
        // 19 draws, three of them ≤ 0.
        assert_eq!(bootstrap_p(&draws), Ok(0.4));
        // The same turned about: three of 19 are ≥ 0.
        let draws: Vec<f64> = (-16..=2).map(f64::from).collect();
        assert_eq!(bootstrap_p(&draws), Ok(0.4));
        assert_eq!(bootstrap_p(&[-1.0; 99]), Ok(0.02));
        assert_eq!(bootstrap_p(&[0.0; 9]), Ok(1.0));
        assert_eq!(bootstrap_p(&[1.0; 99]), Ok(0.02));
    }

    #[test]
    fn what_cannot_be_computed_has_a_reason() {
        let draws: Vec<f64> = (1..=39).map(f64::from).collect();
        assert_eq!(percentile_interval(&draws, 0.95), Err(StatsError::TooFewCases { needed: 40, got: 39 }));
        assert_eq!(percentile_interval(&draws, 1.0), Err(StatsError::Undefined));
        assert_eq!(percentile_interval(&[f64::NAN; 100], 0.95), Err(StatsError::Undefined));
        assert_eq!(bootstrap_p(&[]), Err(StatsError::TooFewCases { needed: 1, got: 0 }));
        let draws: Vec<f64> = (1..=1000).map(f64::from).collect();
        let bca = |estimate, jackknife: &[f64]| bca_interval(&draws, estimate, jackknife, 0.95);
        assert_eq!(bca(0.0, &[1.0, 2.0]), Err(StatsError::Undefined));
        assert_eq!(bca(2000.0, &[1.0, 2.0]), Err(StatsError::Undefined));
        assert_eq!(bca(500.0, &[2.0, 2.0]), Err(StatsError::NoVariance));
        // z₀ = −3.1: the lower end would lie below the first draw.
        assert_eq!(bca(1.5, &[1.0, 2.0]), Err(StatsError::Undefined));
        // Equal draws have no Monte Carlo error.
        let same = percentile_interval(&[0.3; 100], 0.95).unwrap();
        assert_eq!((same.low, same.low_error), (0.3, 0.0));
    }

    /// Draws 1 … 1000 spread evenly: a whole probability is 1000 of them wherever it is taken.
    #[test]
    fn the_slope_of_even_draws() {
        let draws: Vec<f64> = (1..=1000).map(f64::from).collect();
        for (rank, alpha) in [(500.0, 0.5), (25.0, 0.025), (975.0, 0.975)] {
            assert!((slope(&draws, rank, alpha) - 1000.0).abs() < 1e-9);
        }
        assert_eq!(slope(&draws[..1], 1.0, 0.5), 0.0);
    }
}
