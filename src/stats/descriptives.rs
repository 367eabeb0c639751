//! Location, spread and shape of one column of numbers, as SPSS FREQUENCIES prints them.

use super::StatsError;
use super::ranks::canonical;

/// What FREQUENCIES prints of one column.
#[derive(Debug, Clone, PartialEq)]
pub struct Descriptives {
    /// Number of values.
    pub n: usize,
    /// Their sum.
    pub sum: f64,
    /// Arithmetic mean.
    pub mean: f64,
    /// Median; the mean of the two middle values when n is even.
    pub median: f64,
    /// The most frequent value, the smallest of them when there are several (as SPSS does). Values
    /// that agree in 12 significant digits count as one.
    pub mode: f64,
    /// Whether another value is as frequent as `mode`.
    pub multiple_modes: bool,
    /// Smallest value.
    pub min: f64,
    /// Largest value.
    pub max: f64,
    /// Variance with n − 1; needs two values.
    pub variance: Result<f64, StatsError>,
    /// Standard deviation with n − 1; needs two values.
    pub sd: Result<f64, StatsError>,
    /// Skewness G1; needs three values and a spread.
    pub skewness: Result<f64, StatsError>,
    /// Standard error of G1 under normality; a function of n alone, needs three values.
    pub skewness_se: Result<f64, StatsError>,
    /// Excess kurtosis G2; needs four values and a spread.
    pub kurtosis: Result<f64, StatsError>,
    /// Standard error of G2 under normality; a function of n alone, needs four values.
    pub kurtosis_se: Result<f64, StatsError>,
}

/// Describes a column of finite numbers.
///
/// Errors: `TooFewCases` when it is empty, `Undefined` when a value (or the sum) is not finite.
///
/// Skewness G1 = n Σz³ / ((n−1)(n−2)) and kurtosis
/// G2 = n(n+1) Σz⁴ / ((n−1)(n−2)(n−3)) − 3(n−1)² / ((n−2)(n−3)), z with the n − 1 standard deviation:
/// type 2 of Joanes & Gill (1998, The Statistician 47, 183), which SPSS, SAS and Excel print. R's and
/// SciPy's defaults are types 3 and 1.
pub fn descriptives(values: &[f64]) -> Result<Descriptives, StatsError> {
    let n = values.len();
    let mean = mean(values)?;
    let sum = sum(values);
    if !sum.is_finite() || values.iter().any(|v| !v.is_finite()) {
        return Err(StatsError::Undefined);
    }
    let mut sorted = values.to_vec();
    sorted.sort_unstable_by(f64::total_cmp);
    let (min, max) = (sorted[0], sorted[n - 1]);
    let median = sorted[(n - 1) / 2].midpoint(sorted[n / 2]);
    let (mode, multiple_modes) = mode_of_sorted(&sorted);

    let variance = variance_about(values, mean);
    let sd = variance.map(f64::sqrt);
    let (skewness, kurtosis) = match sd {
        Ok(s) => shape(values, mean, s),
        Err(reason) => (Err(reason), Err(reason)),
    };
    Ok(Descriptives {
        n,
        sum,
        mean,
        median,
        mode,
        multiple_modes,
        min,
        max,
        variance,
        sd,
        skewness,
        skewness_se: skewness_se(n),
        kurtosis,
        kurtosis_se: kurtosis_se(n),
    })
}

/// Sum of the values with Neumaier's compensation (1974, ZAMM 54, 39): the error does not grow with n.
pub fn sum(values: &[f64]) -> f64 {
    compensated(values.iter().copied())
}

/// Arithmetic mean, corrected once by the mean of the deviations.
///
/// Errors: `TooFewCases` when there is no value.
pub fn mean(values: &[f64]) -> Result<f64, StatsError> {
    if values.is_empty() {
        return Err(StatsError::TooFewCases { needed: 1, got: 0 });
    }
    let n = values.len() as f64;
    let first = sum(values) / n;
    let correction = compensated(values.iter().map(|v| v - first)) / n;
    Ok(if correction.is_finite() { first + correction } else { first })
}

/// Sample variance (n − 1), in two passes; exactly 0 for a column without spread.
///
/// Errors: `TooFewCases` below two values.
pub fn variance(values: &[f64]) -> Result<f64, StatsError> {
    variance_about(values, mean(values)?)
}

/// Whether all values are equal up to the last bits: their range is within 1e-13 of the largest of
/// them. Scores that are equal as decimals differ by such noise when computed in different orders.
pub fn is_constant(values: &[f64]) -> bool {
    let (mut low, mut high) = (f64::INFINITY, f64::NEG_INFINITY);
    for &v in values {
        low = low.min(v);
        high = high.max(v);
    }
    high - low <= 1e-13 * high.abs().max(low.abs()) || values.is_empty()
}

/// Standard error of skewness, √(6n(n−1) / ((n−2)(n+1)(n+3))), as SPSS.
///
/// Errors: `TooFewCases` below three values.
pub fn skewness_se(n: usize) -> Result<f64, StatsError> {
    needs(3, n)?;
    let n = n as f64;
    Ok((6.0 * n * (n - 1.0) / ((n - 2.0) * (n + 1.0) * (n + 3.0))).sqrt())
}

/// Standard error of kurtosis, 2 SE(skewness) √((n²−1) / ((n−3)(n+5))), as SPSS.
///
/// Errors: `TooFewCases` below four values.
pub fn kurtosis_se(n: usize) -> Result<f64, StatsError> {
    needs(4, n)?;
    let of_skewness = skewness_se(n)?;
    let n = n as f64;
    Ok(2.0 * of_skewness * ((n * n - 1.0) / ((n - 3.0) * (n + 5.0))).sqrt())
}

/// Neumaier's running sum.
pub(crate) fn compensated(values: impl Iterator<Item = f64>) -> f64 {
    let (mut total, mut lost) = (0.0_f64, 0.0_f64);
    for v in values {
        let next = total + v;
        lost += if total.abs() >= v.abs() { (total - next) + v } else { (v - next) + total };
        total = next;
    }
    // An overflowed sum has lost = NaN; the infinity itself says more.
    if lost.is_finite() { total + lost } else { total }
}

/// `Ok` when `got` cases suffice.
pub(crate) fn needs(needed: usize, got: usize) -> Result<(), StatsError> {
    if got < needed {
        return Err(StatsError::TooFewCases { needed, got });
    }
    Ok(())
}

fn variance_about(values: &[f64], mean: f64) -> Result<f64, StatsError> {
    needs(2, values.len())?;
    if is_constant(values) {
        return Ok(0.0);
    }
    let squares = compensated(values.iter().map(|v| (v - mean) * (v - mean)));
    let result = squares / (values.len() - 1) as f64;
    if result.is_finite() { Ok(result) } else { Err(StatsError::Undefined) }
}

/// Skewness G1 and kurtosis G2.
fn shape(values: &[f64], mean: f64, sd: f64) -> (Result<f64, StatsError>, Result<f64, StatsError>) {
    let size = values.len();
    let n = size as f64;
    let spread = if sd > 0.0 { Ok(()) } else { Err(StatsError::NoVariance) };
    let power = |k: i32| compensated(values.iter().map(|v| ((v - mean) / sd).powi(k)));
    let skewness = needs(3, size).and(spread).map(|()| n * power(3) / ((n - 1.0) * (n - 2.0)));
    let kurtosis = needs(4, size).and(spread).map(|()| {
        let below = (n - 2.0) * (n - 3.0);
        n * (n + 1.0) * power(4) / ((n - 1.0) * below) - 3.0 * (n - 1.0) * (n - 1.0) / below
    });
    (skewness, kurtosis)
}

/// The smallest of the most frequent values, and whether it shares that rank.
fn mode_of_sorted(sorted: &[f64]) -> (f64, bool) {
    let (mut mode, mut most, mut shared) = (f64::NAN, 0_usize, false);
    let (mut current, mut run) = (f64::NAN, 0_usize);
    let mut close_run = |value: f64, count: usize| {
        if count > most {
            (mode, most, shared) = (value, count, false);
        } else if count == most {
            shared = true;
        }
    };
    for value in sorted.iter().map(|&v| canonical(v)) {
        if run > 0 && value.total_cmp(&current).is_eq() {
            run += 1;
        } else {
            if run > 0 {
                close_run(current, run);
            }
            (current, run) = (value, 1);
        }
    }
    if run > 0 {
        close_run(current, run);
    }
    (mode, shared)
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::float_cmp)]
    use super::*;
    use crate::stats::example_data;

    fn close(a: f64, b: f64) {
        assert!((a - b).abs() <= 1e-12 * b.abs().max(1e-3), "{a} is not {b}");
    }

    // Expected: R 4.2.2, mean, sd, and psych 2.2.9 skew/kurtosi(type = 2), table() for the modes.
    #[test]
    fn scores_of_the_example_as_in_r() {
        let x1 = descriptives(&example_data::score("X1")).unwrap();
        assert_eq!((x1.n, x1.sum, x1.min, x1.max), (68, 2076.0, 18.0, 40.0));
        assert_eq!((x1.median, x1.mode, x1.multiple_modes), (31.5, 32.0, true));
        close(x1.mean, 30.529_411_764_705_88);
        close(x1.sd.unwrap(), 5.467_599_512_119_935);
        close(x1.skewness.unwrap(), -0.297_975_076_591_102_2);
        close(x1.kurtosis.unwrap(), -0.635_073_017_122_410_4);
        close(x1.skewness_se.unwrap(), 0.290_764_777_060_531_6);
        close(x1.kurtosis_se.unwrap(), 0.574_004_939_153_305_4);
        let y2 = descriptives(&example_data::score("Y2")).unwrap();
        assert_eq!((y2.median, y2.mode, y2.multiple_modes), (34.0, 32.0, true));
        close(y2.sd.unwrap(), 5.008_246_053_640_095);
        close(y2.skewness.unwrap(), -0.169_712_376_053_292_3);
        close(y2.kurtosis.unwrap(), -0.094_349_254_466_760_35);
    }

    // NIST StRD univariate NumAcc1, NumAcc2, NumAcc3 and NumAcc4: certified mean and SD.
    #[test]
    fn numerical_accuracy_sets_of_nist() {
        let alternating = |first: f64, a: f64, b: f64| {
            let mut v = vec![first];
            for _ in 0..500 {
                v.push(a);
                v.push(b);
            }
            v
        };
        let one = descriptives(&[10_000_001.0, 10_000_003.0, 10_000_002.0]).unwrap();
        assert_eq!((one.mean, one.sd.unwrap()), (10_000_002.0, 1.0));
        for (values, mean, digits) in [
            (alternating(1.2, 1.1, 1.3), 1.2, 1e-14),
            (alternating(1_000_000.2, 1_000_000.1, 1_000_000.3), 1_000_000.2, 1e-8),
            // The inputs themselves are only given to 2e-9 of the SD in binary.
            (alternating(10_000_000.2, 10_000_000.1, 10_000_000.3), 10_000_000.2, 1e-7),
        ] {
            let d = descriptives(&values).unwrap();
            assert!((d.mean - mean).abs() <= 1e-15 * mean);
            assert!((d.sd.unwrap() - 0.1).abs() <= digits);
        }
    }

    #[test]
    fn small_and_constant_columns_give_reasons() {
        let too_few = |needed, got| Err(StatsError::TooFewCases { needed, got });
        assert_eq!(descriptives(&[]).unwrap_err(), StatsError::TooFewCases { needed: 1, got: 0 });
        let one = descriptives(&[4.0]).unwrap();
        assert_eq!((one.mean, one.median, one.mode, one.sd), (4.0, 4.0, 4.0, too_few(2, 1)));
        assert_eq!(one.skewness, too_few(2, 1));
        let two = descriptives(&[1.0, 2.0]).unwrap();
        assert_eq!((two.skewness, two.kurtosis), (too_few(3, 2), too_few(4, 2)));
        // 0.1 + 0.2 and 0.3 are the same decimal.
        let same = descriptives(&[0.1 + 0.2, 0.3, 0.3, 0.3]).unwrap();
        assert_eq!((same.sd, same.skewness, same.kurtosis), (Ok(0.0), Err(StatsError::NoVariance), Err(StatsError::NoVariance)));
        assert_eq!((same.mode, same.multiple_modes), (0.3, false));
        assert_eq!(descriptives(&[1.0, f64::NAN]).unwrap_err(), StatsError::Undefined);
        assert_eq!(descriptives(&[f64::MAX, f64::MAX]).unwrap_err(), StatsError::Undefined);
    }
}
