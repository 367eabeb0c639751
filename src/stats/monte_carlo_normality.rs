//! Significance of Kolmogorov and Smirnov's distance by simulation, as "Monte Carlo Sig." of newer SPSS.

use super::StatsError;
use super::bootstrap::{stream, uniform};
use super::descriptives::needs;
use super::distributions::{normal_cdf, normal_quantile};
use super::kolmogorov_smirnov::kolmogorov_smirnov;
use rayon::prelude::*;

/// A simulated significance.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct MonteCarloNormality {
    /// The distance D.
    pub d: f64,
    /// Share of normal samples of this size whose distance is at least D.
    pub p: f64,
    /// Lower end of the 99 % interval of the share.
    pub low: f64,
    /// Upper end.
    pub high: f64,
}

/// Most numbers drawn: beyond, the wait is longer than a moment.
const MOST_DRAWN: usize = 30_000_000;

/// How far below D a simulated distance may lie by rounding alone.
const ROUNDING: f64 = 1e-12;

/// The share of `samples` normal samples of the same size whose distance from the normal distribution with their own mean and
/// standard deviation is at least that of `values` (Lilliefors 1967, *JASA* 62, 399, by simulation; SPSS from version 27 on,
/// 10 000 samples and a 99 % interval from the normal approximation). Sample i is a function of `seed` and i alone; SPSS's own
/// stream cannot be reproduced, so that its figure differs within the interval.
///
/// # Errors
/// As [`kolmogorov_smirnov`]; `TooFewCases` without samples; `TooLarge` when n times samples exceeds thirty million.
pub fn monte_carlo_normality(values: &[f64], samples: usize, seed: u64) -> Result<MonteCarloNormality, StatsError> {
    let d = kolmogorov_smirnov(values)?.d;
    needs(1, samples)?;
    let n = values.len();
    if n.saturating_mul(samples) > MOST_DRAWN {
        return Err(StatsError::TooLarge);
    }
    let reaches = (0..samples).into_par_iter().map_init(
        || Vec::with_capacity(n),
        |sample: &mut Vec<f64>, draw| {
            let mut stream = stream(seed, draw as u64);
            sample.clear();
            sample.extend((0..n).map(|_| normal_quantile(uniform(&mut stream))));
            usize::from(distance(sample) >= d - ROUNDING)
        },
    );
    let p = reaches.sum::<usize>() as f64 / samples as f64;
    let half = normal_quantile(0.995) * (p * (1.0 - p) / samples as f64).sqrt();
    Ok(MonteCarloNormality { d, p, low: (p - half).max(0.0), high: (p + half).min(1.0) })
}

/// D of values without ties, which it sorts.
fn distance(sample: &mut [f64]) -> f64 {
    let n = sample.len() as f64;
    let middle = sample.iter().sum::<f64>() / n;
    let sd = (sample.iter().map(|v| (v - middle).powi(2)).sum::<f64>() / (n - 1.0)).sqrt();
    sample.sort_unstable_by(f64::total_cmp);
    let at = |(i, value): (usize, &f64)| {
        let expected = normal_cdf((value - middle) / sd);
        ((i + 1) as f64 / n - expected).max(expected - i as f64 / n)
    };
    sample.iter().enumerate().map(at).fold(0.0, f64::max)
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used, clippy::float_cmp)]
    use super::*;
    use crate::stats::example_data::residuals;

    /// 200 000 samples in R 4.2.2 (tests/published/diagnostics.R with MC=1): .14219, with an error of .0008; ours of 5 000
    /// samples has one of .005.
    #[test]
    fn within_chance_of_r() {
        let found = monte_carlo_normality(&residuals(), 5000, 7).unwrap();
        assert!((found.d - 0.093_731_991_665_302_6).abs() < 1e-12);
        assert!((found.p - 0.142_19).abs() < 4.0 * 0.005, "{found:?}");
        // 2.576 √(p(1 − p)/5000) on either side.
        assert!((found.high - found.p - 2.575_829_303_549 * (found.p * (1.0 - found.p) / 5000.0).sqrt()).abs() < 1e-12);
        assert!((found.p - found.low - (found.high - found.p)).abs() < 1e-12);
        assert_eq!(found, monte_carlo_normality(&residuals(), 5000, 7).unwrap());
    }

    #[test]
    fn what_cannot_be_simulated_has_a_reason() {
        assert_eq!(monte_carlo_normality(&[2.0; 20], 100, 1), Err(StatsError::NoVariance));
        assert_eq!(monte_carlo_normality(&residuals(), 0, 1), Err(StatsError::TooFewCases { needed: 1, got: 0 }));
        assert_eq!(monte_carlo_normality(&residuals(), 1_000_000, 1), Err(StatsError::TooLarge));
    }
}
