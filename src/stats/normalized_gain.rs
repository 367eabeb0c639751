//! The normalized gain between two measurements: how much of what could still be gained was gained.

use super::StatsError;
use super::descriptives::{mean, variance};

/// The gains of a class.
#[derive(Debug, Clone, PartialEq)]
pub struct NormalizedGain {
    /// Gain of each person, in order; none for who already had the highest value.
    pub gains: Vec<Option<f64>>,
    /// Number of persons with a gain.
    pub n: usize,
    /// Persons left out because their first value was already the highest.
    pub at_ceiling: usize,
    /// Persons whose gain is negative.
    pub negative: usize,
    /// Mean of the persons' gains.
    pub mean: f64,
    /// Their standard deviation (n − 1); needs two.
    pub sd: Result<f64, StatsError>,
    /// Gain of the means, (second − first)/(highest − first), of all persons.
    pub class: f64,
}

/// g = (second − first)/(highest − first) of each person and of the means (Hake 1998, *Am. J. Phys.* 66, 64; his is the
/// gain of the means). Columns of equal length, finite.
///
/// # Errors
/// `TooFewCases` without persons, `NoVariance` when everybody already had the highest value, `Undefined` when the lengths
/// differ, something is not finite or a value lies above the highest.
pub fn normalized_gain(first: &[f64], second: &[f64], highest: f64) -> Result<NormalizedGain, StatsError> {
    let rounding = 1e-9 * highest.abs().max(1.0);
    let usable = |v: &f64| v.is_finite() && *v <= highest + rounding;
    if first.len() != second.len() || !highest.is_finite() || !first.iter().chain(second).all(usable) {
        return Err(StatsError::Undefined);
    }
    let (before, after) = (mean(first)?, mean(second)?);
    let gain = |(a, b): (&f64, &f64)| (highest - a > rounding).then(|| (b - a) / (highest - a));
    let gains: Vec<Option<f64>> = first.iter().zip(second).map(gain).collect();
    let found: Vec<f64> = gains.iter().copied().flatten().collect();
    if found.is_empty() {
        return Err(StatsError::NoVariance);
    }
    Ok(NormalizedGain {
        n: found.len(),
        at_ceiling: gains.len() - found.len(),
        negative: found.iter().filter(|gain| **gain < -1e-12).count(),
        mean: mean(&found)?,
        sd: variance(&found).map(f64::sqrt),
        class: (after - before) / (highest - before),
        gains,
    })
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used, clippy::float_cmp)]
    use super::*;

    fn close(found: f64, expected: f64) {
        assert!((found - expected).abs() <= 1e-12 * expected.abs(), "{found} is not {expected}");
    }

    // R 4.2.2, tests/published/paired.R: seven persons, one with full marks before, one who lost.
    #[test]
    fn persons_and_class() {
        let first = [40.0, 55.0, 60.0, 100.0, 35.0, 70.0, 80.0];
        let second = [70.0, 60.0, 88.0, 100.0, 30.0, 91.0, 100.0];
        let found = normalized_gain(&first, &second, 100.0).unwrap();
        assert_eq!((found.n, found.at_ceiling, found.negative, found.gains[3]), (6, 1, 1, None));
        close(found.gains[4].unwrap(), -0.076_923_076_923_076_93);
        close(found.mean, 0.489_031_339_031_339);
        close(found.sd.unwrap(), 0.403_324_419_158_312_9);
        close(found.class, 0.380_769_230_769_230_8);
    }

    #[test]
    fn what_cannot_be_computed_has_a_reason() {
        assert_eq!(normalized_gain(&[], &[], 100.0), Err(StatsError::TooFewCases { needed: 1, got: 0 }));
        assert_eq!(normalized_gain(&[100.0; 3], &[90.0; 3], 100.0), Err(StatsError::NoVariance));
        assert_eq!(normalized_gain(&[50.0], &[101.0], 100.0), Err(StatsError::Undefined));
        assert_eq!(normalized_gain(&[50.0], &[], 100.0), Err(StatsError::Undefined));
        let one = normalized_gain(&[50.0], &[75.0], 100.0).unwrap();
        assert_eq!((one.class, one.sd.is_err()), (0.5, true));
    }
}
