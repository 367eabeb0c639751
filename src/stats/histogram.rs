//! Histograms: a column counted in intervals of equal width whose limits are round numbers.

use super::StatsError;

/// How many values lie in each interval.
#[derive(Debug, Clone, PartialEq)]
pub struct Histogram {
    /// Lower end of the first interval, a multiple of the width.
    pub start: f64,
    /// Width of every interval: 1, 2 or 5 times a power of ten.
    pub width: f64,
    /// Values in each interval, its lower end included.
    pub counts: Vec<usize>,
}

/// The most intervals a histogram has.
const MOST_INTERVALS: f64 = 60.0;

/// Counts a column of finite numbers in intervals.
///
/// Their width is the largest round one that is not above Scott's (1979, Biometrika 66, 605, eq. 2.3):
/// 3.49 s n^(−1/3), s the standard deviation with n − 1; wider where more than 60 intervals would be needed. Printed
/// histograms differ from program to program: SPSS has no documented rule.
///
/// # Errors
/// `TooFewCases` below two values, `NoVariance` when all are equal, `Undefined` when one is not finite.
pub fn histogram(values: &[f64]) -> Result<Histogram, StatsError> {
    if values.iter().any(|value| !value.is_finite()) {
        return Err(StatsError::Undefined);
    }
    let described = super::descriptives::descriptives(values)?;
    let spread = described.sd?;
    let range = described.max - described.min;
    if spread <= 0.0 || range <= 0.0 {
        return Err(StatsError::NoVariance);
    }
    let scott = 3.49 * spread / (values.len() as f64).cbrt();
    let mut width = round_below(scott);
    if !(width.is_finite() && width > 0.0) {
        return Err(StatsError::Undefined);
    }
    while range / width > MOST_INTERVALS - 2.0 {
        width = round_above(width * 1.5);
    }
    if !width.is_finite() {
        return Err(StatsError::Undefined);
    }
    // A value that differs from a limit in its last bits alone belongs to the interval that begins there.
    let interval = |value: f64| (value / width + 1e-9).floor();
    let first = interval(described.min);
    let mut counts = vec![0; (interval(described.max) - first) as usize + 1];
    for value in values {
        if let Some(count) = counts.get_mut((interval(*value) - first) as usize) {
            *count += 1;
        }
    }
    Ok(Histogram { start: first * width, width, counts })
}

/// The largest of 1, 2, 5 times a power of ten that is not above a positive number.
fn round_below(number: f64) -> f64 {
    let power = 10f64.powf(number.log10().floor());
    [5.0, 2.0, 1.0].into_iter().map(|digit| digit * power).find(|round| *round <= number * (1.0 + 1e-12)).unwrap_or(power)
}

/// The smallest of 1, 2, 5, 10 times a power of ten that is not below a positive number.
fn round_above(number: f64) -> f64 {
    let power = 10f64.powf(number.log10().floor());
    [1.0, 2.0, 5.0].into_iter().map(|digit| digit * power).find(|round| *round >= number * (1.0 - 1e-12)).unwrap_or(10.0 * power)
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used, clippy::float_cmp)]
    use super::*;
    use proptest::prelude::*;

    /// R 4.2.2: `table(cut(faithful$eruptions[1:20], seq(1, 5), right = FALSE))` and Scott's width 1.54, here 1.
    #[test]
    fn counts_as_r_counts_them() {
        let eruptions = [
            3.6, 1.8, 3.333, 2.283, 4.533, 2.883, 4.7, 3.6, 1.95, 4.35, 1.833, 3.917, 4.2, 1.75, 4.7, 2.167, 1.75, 4.8, 1.6, 4.25,
        ];
        let found = histogram(&eruptions).unwrap();
        assert_eq!((found.start, found.width), (1.0, 1.0));
        assert_eq!(found.counts, [6, 3, 4, 7]);
    }

    #[test]
    fn an_end_belongs_to_the_interval_it_begins_and_noise_does_not_move_it() {
        // Intervals of 1: the first value is 2 but for its last bits, and stands with 2 and 2.5.
        let found = histogram(&[2.0 - 4e-16, 2.0, 2.0, 0.0, 3.0, 2.5, 0.5]).unwrap();
        assert_eq!((found.start, found.width), (0.0, 1.0));
        assert_eq!(found.counts, [2, 0, 4, 1]);
    }

    #[test]
    fn nothing_to_count() {
        assert_eq!(histogram(&[]), Err(StatsError::TooFewCases { needed: 1, got: 0 }));
        assert_eq!(histogram(&[2.0, 2.0, 2.0]), Err(StatsError::NoVariance));
        assert_eq!(histogram(&[1.0, f64::NAN]), Err(StatsError::Undefined));
    }

    proptest! {
        #[test]
        fn every_value_is_counted_once(values in prop::collection::vec(-1e6_f64..1e6, 2..200)) {
            if let Ok(found) = histogram(&values) {
                prop_assert_eq!(found.counts.iter().sum::<usize>(), values.len());
                prop_assert!(found.counts.len() as f64 <= MOST_INTERVALS);
                let end = found.start + found.width * found.counts.len() as f64;
                let slack = 1e-6 * found.width;
                prop_assert!(values.iter().all(|v| *v >= found.start - slack && *v <= end + slack));
            }
        }
    }

    /// By hand: 9999 values at 0 and one at 28 have s = 0.28 and Scott's width 3.49 · 0.28/10000^⅓ = 0.045, rounded below 0.02.
    /// 28/0.02 intervals are too many; of the round widths 0.05, 0.1, 0.2 and 0.5 the last is the first that leaves at most 58.
    #[test]
    fn too_many_intervals_are_made_wider_step_by_step() {
        let mut values = vec![0.0; 9999];
        values.push(28.0);
        let found = histogram(&values).unwrap();
        assert_eq!((found.start, found.width, found.counts.len()), (0.0, 0.5, 57));
        assert_eq!((found.counts[0], found.counts[56]), (9999, 1));
    }

    #[test]
    fn round_widths() {
        for (number, below, above) in [(0.37, 0.2, 0.5), (7.3, 5.0, 10.0), (1000.0, 1000.0, 1000.0), (0.02, 0.02, 0.02)] {
            assert!((round_below(number) / below - 1.0).abs() < 1e-12 && (round_above(number) / above - 1.0).abs() < 1e-12);
        }
    }
}
