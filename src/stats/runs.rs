//! Runs test of randomness about the median.

use super::StatsError;
use super::descriptives::{descriptives, needs};
use super::distributions::normal_two_tailed;

/// Below this many values Z is corrected for continuity.
const SMALL: usize = 50;

/// The test.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Runs {
    /// The median.
    pub cut: f64,
    /// Values below it.
    pub below: usize,
    /// Values at or above it.
    pub above: usize,
    /// Runs of values on one side.
    pub runs: usize,
    /// Runs expected of a random order.
    pub expected: f64,
    /// (runs − expected) / deviation.
    pub z: f64,
    /// Two-tailed.
    pub p: f64,
}

/// Runs of values below and not below the median (Wald & Wolfowitz 1940, *Ann. Math. Stat.* 11, 147), in the order given, as
/// SPSS NPAR TESTS /RUNS(MEDIAN) prints them: for n < 50 the difference is brought 0.5 nearer to zero. A value within 10⁻⁹
/// standard deviations of the median is at it.
///
/// # Errors
/// Those of the descriptives; `NoVariance` when all values stand on one side.
pub fn runs(values: &[f64]) -> Result<Runs, StatsError> {
    needs(2, values.len())?;
    let found = descriptives(values)?;
    let near = 1e-9 * found.sd?;
    let sides: Vec<bool> = values.iter().map(|v| *v >= found.median - near).collect();
    let above = sides.iter().filter(|side| **side).count();
    let below = sides.len() - above;
    if above == 0 || below == 0 {
        return Err(StatsError::NoVariance);
    }
    let count = 1 + sides.iter().zip(sides.iter().skip(1)).filter(|(one, next)| one != next).count();
    let (n, twice) = (sides.len() as f64, 2.0 * above as f64 * below as f64);
    let expected = twice / n + 1.0;
    let deviation = (twice * (twice - n) / (n * n * (n - 1.0))).sqrt();
    if deviation <= 0.0 {
        return Err(StatsError::TooFewCases { needed: 3, got: sides.len() });
    }
    let away = count as f64 - expected;
    let corrected = if sides.len() < SMALL { away.signum() * (away.abs() - 0.5).max(0.0) } else { away };
    let z = corrected / deviation;
    Ok(Runs { cut: found.median, below, above, runs: count, expected, z, p: normal_two_tailed(z) })
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used, clippy::float_cmp)]
    use super::*;
    use crate::stats::example_data::{close, residuals};

    /// R 4.2.2: tests/published/diagnostics.R.
    #[test]
    fn as_in_r() {
        let found = runs(&residuals()).unwrap();
        assert_eq!((found.runs, found.below, found.above, found.expected), (30, 34, 34, 35.0));
        close(found.z, -1.221_830_542_760_663);
        close(found.p, 0.221_771_715_862_260_6);
    }

    /// By hand: − + + − + − about the median 3.5 of six values, 5 runs; expected 2·3·3/6 + 1 = 4, deviation
    /// √(18·12/(36·5)) = √1.2; corrected z (1 − .5)/√1.2.
    #[test]
    fn few_values_are_corrected() {
        let found = runs(&[1.0, 5.0, 6.0, 2.0, 4.0, 3.0]).unwrap();
        assert_eq!((found.runs, found.expected), (5, 4.0));
        close(found.z, 0.5 / 1.2_f64.sqrt());
        // As many as expected, nothing to correct: ++−−+−, 4 runs.
        assert_eq!(runs(&[5.0, 6.0, 1.0, 2.0, 4.0, 3.0]).unwrap().z, 0.0);
        // Fewer than expected: +++−−−, 2 runs, corrected upwards.
        close(runs(&[4.0, 5.0, 6.0, 1.0, 2.0, 3.0]).unwrap().z, -1.5 / 1.2_f64.sqrt());
    }

    #[test]
    fn what_cannot_be_tested_has_a_reason() {
        assert_eq!(runs(&[1.0]), Err(StatsError::TooFewCases { needed: 2, got: 1 }));
        assert_eq!(runs(&[1.0, 1.0, 1.0]), Err(StatsError::NoVariance));
        assert_eq!(runs(&[1.0, 2.0]), Err(StatsError::TooFewCases { needed: 3, got: 2 }));
    }
}
