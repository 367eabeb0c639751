//! Noncentral t and F: tail probabilities, and the noncentrality at which a found statistic has a given probability.
//!
//! Relative error about 1e-12 against integrals of 1e-13, also in the tails, where R's `pt` keeps ten digits. No input
//! panics; where an argument is not a number or no degrees of freedom, probabilities are 1 and limits `Undefined`.

use super::StatsError;
use super::distributions::{f_sf, normal_sf};
use super::roots::crossing;
use super::scale_mixture::over_scale;
use super::special_functions::{LARGEST_DF, beta_front, beta_tails, deviance, stirling_error};
use std::f64::consts::TAU;

/// Largest t whose limits are sought.
const LARGEST_T: f64 = 1e6;
/// Largest noncentrality of F that is summed; beyond it lie only effects that no study has.
const LARGEST_NONCENTRALITY: f64 = 1e9;

/// P(T > t) of noncentral t with `df` ≥ 1 degrees of freedom and noncentrality `delta`: the chance of a normal variable
/// about `delta` to lie above t times an independent root of χ²/df (Johnson, Kotz & Balakrishnan 1995, *Continuous
/// Univariate Distributions 2*, sec. 31.3).
pub fn noncentral_t_sf(t: f64, df: f64, delta: f64) -> f64 {
    if t.is_nan() || delta.is_nan() || df.is_nan() || df < 1.0 {
        return 1.0;
    }
    if t.is_infinite() || delta.is_infinite() {
        return if t.is_infinite() == (t > 0.0) && !(delta > 0.0 && delta.is_infinite()) { 0.0 } else { 1.0 };
    }
    let start = if t > 0.0 {
        ((5.0 + delta.max(0.0)) / t).min(1.0)
    } else if t < 0.0 {
        ((5.0 + delta) / t).max(1.0)
    } else {
        return normal_sf(-delta);
    };
    // The integrand is large only where t·s is near delta or, in the far tail, near the root of df.
    let sharpness = t.abs().min(delta.abs() + (2.0 * df).sqrt() + 10.0);
    over_scale(df, sharpness, start, |s| normal_sf(t * s - delta)).min(1.0)
}

/// P(T <= t) of noncentral t; arguments as [`noncentral_t_sf`].
pub fn noncentral_t_cdf(t: f64, df: f64, delta: f64) -> f64 {
    noncentral_t_sf(-t, df, -delta)
}

/// P(F > f) of noncentral F with noncentrality `lambda` ≥ 0.
pub fn noncentral_f_sf(f: f64, df1: f64, df2: f64, lambda: f64) -> f64 {
    noncentral_f_tails(f, df1, df2, lambda).map_or(1.0, |(_, upper)| upper)
}

/// P(F <= f) of noncentral F with noncentrality `lambda` ≥ 0.
pub fn noncentral_f_cdf(f: f64, df1: f64, df2: f64, lambda: f64) -> f64 {
    noncentral_f_tails(f, df1, df2, lambda).map_or(1.0, |(lower, _)| lower)
}

/// Both tails: a Poisson mixture of incomplete beta functions (ibid., sec. 30.2), I_x(a + j, b) taken by its recurrence
/// in the direction in which all terms are added.
fn noncentral_f_tails(f: f64, df1: f64, df2: f64, lambda: f64) -> Option<(f64, f64)> {
    let usable = |v: f64| v > 1e-100 && v <= LARGEST_DF;
    if f.is_nan() || !usable(df1) || !usable(df2) || !(0.0..=LARGEST_NONCENTRALITY).contains(&lambda) {
        return None;
    }
    if f <= 0.0 {
        return Some((0.0, 1.0));
    }
    if lambda <= 0.0 {
        let upper = f_sf(f, df1, df2);
        return Some((1.0 - upper, upper));
    }
    let (a, b, mean) = (0.5 * df1, 0.5 * df2, 0.5 * lambda);
    let ratio = f * (df1 / df2);
    if ratio.is_infinite() {
        return Some((1.0, 0.0));
    }
    let (x, y) = (ratio / (1.0 + ratio), 1.0 / (1.0 + ratio));
    // Twelve deviations to either side leave less than 1e-30.
    let away = 12.0 * mean.sqrt() + 30.0;
    let first = (mean - away).max(0.0).floor();
    let count = (mean + away).ceil() - first;
    let middle = (mean - first).round().min(count);
    let places = count as usize + 1;
    let mut weights = vec![0.0; places];
    let mut falls = vec![0.0; places];
    let at = middle as usize;
    weights[at] = poisson(first + middle, mean);
    // I_x(a + j, b) − I_x(a + j + 1, b) = xᵃ⁺ʲ yᵇ / ((a + j) B(a + j, b)).
    falls[at] = beta_front(x, y, a + first + middle, b) / (a + first + middle);
    for i in at + 1..places {
        let j = first + i as f64;
        weights[i] = weights[i - 1] * mean / j;
        falls[i] = falls[i - 1] * x * (a + j - 1.0 + b) / (a + j);
    }
    for i in (0..at).rev() {
        let j = first + i as f64;
        weights[i] = weights[i + 1] * (j + 1.0) / mean;
        falls[i] = falls[i + 1] * (a + j + 1.0) / (x * (a + j + b));
    }
    let mut upper = 0.0;
    let (_, mut outside) = beta_tails(x, y, a + first, b);
    for (weight, fall) in weights.iter().zip(&falls) {
        upper += weight * outside;
        outside += fall;
    }
    let mut lower = 0.0;
    let (mut inside, _) = beta_tails(x, y, a + first + count, b);
    for (i, weight) in weights.iter().enumerate().rev() {
        lower += weight * inside;
        if let Some(fall) = i.checked_sub(1).and_then(|before| falls.get(before)) {
            inside += fall;
        }
    }
    (lower.is_finite() && upper.is_finite()).then_some((lower.min(1.0), upper.min(1.0)))
}

/// e⁻ᵐ mʲ / j!, for m > 0.
fn poisson(j: f64, mean: f64) -> f64 {
    if j <= 0.0 {
        return (-mean).exp();
    }
    (-stirling_error(j) - deviance(j, mean)).exp() / (TAU * j).sqrt()
}

/// The noncentralities between which a found t lies in the middle of its distribution: limits of an interval of the
/// effect by inversion (Steiger & Fouladi 1997, in *What If There Were No Significance Tests?*, 221).
///
/// # Errors
/// `Undefined` for a t that is not finite, df below 1 or a confidence that is no probability; `NotConverged` beyond a t of 1e6.
pub fn t_noncentrality_limits(t: f64, df: f64, confidence: f64) -> Result<(f64, f64), StatsError> {
    let usable = t.is_finite() && df >= 1.0 && confidence > 0.0 && confidence < 1.0;
    if !usable {
        return Err(StatsError::Undefined);
    }
    // Beyond lie only effects that no study has.
    if t.abs() > LARGEST_T {
        return Err(StatsError::NotConverged);
    }
    let tail = 0.5 * (1.0 - confidence);
    let lower = t_limit(t, df, tail)?;
    // The upper limit is the lower one of −t, mirrored.
    Ok((lower, -t_limit(-t, df, tail)?))
}

/// The noncentrality with P(T > t) = `tail`.
fn t_limit(t: f64, df: f64, tail: f64) -> Result<f64, StatsError> {
    let mut away = 2.0 * (1.0 + t * t / (2.0 * df)).sqrt();
    for _ in 0..12 {
        let found = crossing(|delta| noncentral_t_sf(t, df, delta).max(1e-300).ln() - tail.ln(), t - away, t + 0.1 * away + 1.0);
        if let Some(delta) = found {
            return Ok(delta);
        }
        away *= 2.0;
    }
    Err(StatsError::NotConverged)
}

/// The noncentralities between which a found F lies in the middle of its distribution; a limit that would be negative
/// is 0 (Steiger 2004, *Psychological Methods* 9, 164).
///
/// # Errors
/// `Undefined` for an F that is no number above 0, df that are none or a confidence that is no probability;
/// `NotConverged` beyond a noncentrality of 1e9.
pub fn f_noncentrality_limits(f: f64, df1: f64, df2: f64, confidence: f64) -> Result<(f64, f64), StatsError> {
    let usable = f.is_finite() && f >= 0.0 && df1 > 0.0 && df2 > 0.0 && confidence > 0.0 && confidence < 1.0;
    if !usable {
        return Err(StatsError::Undefined);
    }
    let tail = 0.5 * (1.0 - confidence);
    let limit = |upper: bool| {
        let wanted = if upper { 1.0 - tail } else { tail };
        let short = |lambda: f64| wanted - noncentral_f_sf(f, df1, df2, lambda);
        if short(0.0) <= 0.0 {
            return Ok(0.0);
        }
        let mut end = 10.0 + 2.0 * f * df1;
        while end < LARGEST_NONCENTRALITY {
            if short(end) <= 0.0 {
                return crossing(short, 0.0, end).ok_or(StatsError::NotConverged);
            }
            end *= 2.0;
        }
        Err(StatsError::NotConverged)
    };
    Ok((limit(false)?, limit(true)?))
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used, clippy::float_cmp)]
    use super::*;
    use crate::stats::distributions::t_sf;

    fn close(found: f64, expected: f64, relative: f64) {
        assert!((found - expected).abs() <= relative * expected.abs(), "{found:e} is not {expected:e}");
    }

    // Integrals in R, tests/published/distributions.R; R's pt agrees to ten digits.
    #[test]
    fn tails_of_noncentral_t() {
        for (t, df, delta, expected) in [
            (2.0, 10.0, 0.0, 0.036_694_017_385_370_18),
            (2.0, 10.0, 1.0, 0.192_388_437_469_624_8),
            (-1.0, 10.0, 1.0, 0.973_198_143_230_520_8),
            (5.0, 9.0, 2.5, 0.058_265_457_441_742_54),
            (0.0, 22.0, 1.5, 0.933_192_798_731_136_1),
            (8.4, 22.0, 5.0, 0.017_896_840_254_310_55),
            (30.0, 66.0, 25.0, 0.037_814_629_506_769_64),
            (1.0, 3.0, -2.0, 0.003_005_247_595_398_506),
        ] {
            close(noncentral_t_sf(t, df, delta), expected, 2e-12);
            close(noncentral_t_cdf(t, df, delta), 1.0 - expected, 2e-11);
        }
        close(noncentral_t_sf(20.0, 1000.0, 0.0), t_sf(20.0, 1000.0), 1e-11);
        close(noncentral_t_sf(60.0, 3.0, 0.0), t_sf(60.0, 3.0), 1e-12);
    }

    // The Poisson mixture in R, tests/published/distributions.R (R's own pf is coarser).
    #[test]
    fn tails_of_noncentral_f() {
        for (f, df1, df2, lambda, expected) in [
            (3.0, 2.0, 20.0, 0.0, 0.072_538_150_286_405_63),
            (3.0, 2.0, 20.0, 5.0, 0.515_868_267_044_029_3),
            (34.7, 5.0, 66.0, 100.0, 0.025_635_836_436_623_62),
            (34.7, 5.0, 66.0, 250.0, 0.967_196_405_830_182_7),
            (0.5, 3.0, 12.0, 4.0, 0.923_937_792_725_425_8),
            (10.0, 1.0, 64.0, 2.0, 0.047_225_960_168_225_74),
            (400.0, 4.0, 1000.0, 1800.0, 0.967_133_432_885_605_9),
        ] {
            close(noncentral_f_sf(f, df1, df2, lambda), expected, 1e-11);
            close(noncentral_f_cdf(f, df1, df2, lambda), 1.0 - expected, 1e-11);
        }
        // With one degree of freedom F is the square of t.
        let both = noncentral_t_sf(3.0, 40.0, 1.2) + noncentral_t_cdf(-3.0, 40.0, 1.2);
        close(noncentral_f_sf(9.0, 1.0, 40.0, 1.44), both, 1e-12);
    }

    #[test]
    fn limits_give_back_their_tails() {
        for (t, df) in [(-4.06, 9.0), (0.0, 3.0), (8.4, 22.0), (40.0, 500.0), (2.0, 1.0)] {
            let (low, high) = t_noncentrality_limits(t, df, 0.95).unwrap();
            close(noncentral_t_sf(t, df, low), 0.025, 1e-10);
            close(noncentral_t_cdf(t, df, high), 0.025, 1e-10);
        }
        let (low, high) = f_noncentrality_limits(34.7, 5.0, 66.0, 0.95).unwrap();
        close(noncentral_f_sf(34.7, 5.0, 66.0, low), 0.025, 1e-10);
        close(noncentral_f_cdf(34.7, 5.0, 66.0, high), 0.025, 1e-9);
        assert_eq!(f_noncentrality_limits(0.4, 2.0, 65.0, 0.95).unwrap().0, 0.0);
        let (low, high) = f_noncentrality_limits(1e5, 2.0, 1e6, 0.95).unwrap();
        assert!(low > 1.9e5 && high < 2.1e5, "{low} {high}");
    }

    #[test]
    fn wrong_arguments_make_nothing_significant() {
        assert_eq!(noncentral_t_sf(f64::NAN, 3.0, 0.0), 1.0);
        assert_eq!(noncentral_t_sf(1.0, 0.0, 0.0), 1.0);
        assert_eq!(noncentral_f_sf(1.0, 2.0, 3.0, -1.0), 1.0);
        assert_eq!(noncentral_t_sf(f64::INFINITY, 3.0, 1.0), 0.0);
        assert_eq!(noncentral_t_sf(f64::NEG_INFINITY, 3.0, 1.0), 1.0);
        assert_eq!(t_noncentrality_limits(1.0, 0.5, 0.95), Err(StatsError::Undefined));
        assert_eq!(f_noncentrality_limits(f64::NAN, 1.0, 2.0, 0.95), Err(StatsError::Undefined));
    }

    /// By their definition: the tails at the limits are those of the confidence, also where the search has to go far.
    #[test]
    fn limits_far_from_the_start_of_the_search() {
        for (f, df1, df2) in [(5.0, 1.0, 3.0), (60.0, 2.0, 4.0)] {
            let (low, high) = f_noncentrality_limits(f, df1, df2, 0.95).unwrap();
            assert!(high > 10.0 + 2.0 * f * df1, "{high}");
            close(noncentral_f_cdf(f, df1, df2, high), 0.025, 1e-6);
            assert!(low < f * df1 && low >= 0.0);
        }
    }
}
