//! Tail probabilities and quantiles of the four reference distributions, from survival functions.
//!
//! Relative error, against R and 50-digit arithmetic: about 1e-13 for probabilities, also far out in the tails, and
//! 1e-12 for quantiles. No input panics, and no NaN leaves:
//!
//! - a probability whose argument is NaN, or whose degrees of freedom are not positive, is 1;
//! - a quantile whose p is not in \[0, 1\], or whose degrees of freedom are not positive, is +∞;
//!
//! so that a wrong call can make nothing significant. Infinite arguments and p = 0 or 1 give the limits.
//! Degrees of freedom may be fractions and infinite; above 1e10 they count as infinite.

use super::roots::crossing;
use super::special_functions::{LARGEST_DF, beta_tails, continued_fraction, gamma_tails};
use std::f64::consts::{LN_2, TAU};

/// P(Z > z) of the standard normal distribution.
pub fn normal_sf(z: f64) -> f64 {
    if z.is_nan() {
        1.0
    } else if z >= NORMAL_SPLIT {
        normal_density(z) * mills_ratio(z)
    } else if z > -NORMAL_SPLIT {
        0.5 - normal_from_zero(z)
    } else {
        1.0 - normal_density(z) * mills_ratio(-z)
    }
}

/// P(Z <= z) of the standard normal distribution.
pub fn normal_cdf(z: f64) -> f64 {
    normal_sf(-z)
}

/// P(|Z| > |z|) of the standard normal distribution.
pub fn normal_two_tailed(z: f64) -> f64 {
    (2.0 * normal_sf(z.abs())).min(1.0)
}

/// The z with P(Z <= z) = p.
///
/// Newton steps on the logarithm of the tail (near the middle on the probability itself), from the rational start
/// value 26.2.23 of Abramowitz & Stegun.
pub fn normal_quantile(p: f64) -> f64 {
    if !(0.0..1.0).contains(&p) {
        return f64::INFINITY;
    }
    if p <= 0.0 {
        return f64::NEG_INFINITY;
    }
    let from_middle = p - 0.5;
    if from_middle.abs() < 0.25 {
        let mut z = from_middle * TAU.sqrt();
        for _ in 0..8 {
            let step = (normal_from_zero(z) - from_middle) / normal_density(z);
            z -= step;
            if step.abs() <= 1e-16 * z.abs() {
                break;
            }
        }
        return z;
    }
    let tail = p.min(1.0 - p);
    let t = (-2.0 * tail.ln()).sqrt();
    let mut z = t - (2.515517 + t * (0.802853 + t * 0.010328)) / (1.0 + t * (1.432788 + t * (0.189269 + t * 0.001308)));
    for _ in 0..8 {
        let mills = if z >= NORMAL_SPLIT { mills_ratio(z) } else { normal_sf(z) / normal_density(z) };
        let step = (mills.ln() - 0.5 * z * z - 0.5 * TAU.ln() - tail.ln()) * mills;
        z += step;
        if step.abs() <= 1e-16 * z {
            break;
        }
    }
    if p < 0.5 { -z } else { z }
}

/// P(T > t) of Student's t with `df` degrees of freedom; t keeps its sign.
pub fn t_sf(t: f64, df: f64) -> f64 {
    if t.is_nan() || !is_df(df) {
        return 1.0;
    }
    let (_, outside) = t_inside_outside(t.abs(), df);
    if t >= 0.0 { 0.5 * outside } else { 1.0 - 0.5 * outside }
}

/// P(|T| > |t|) of Student's t with `df` degrees of freedom.
pub fn t_two_tailed(t: f64, df: f64) -> f64 {
    if t.is_nan() || !is_df(df) {
        return 1.0;
    }
    t_inside_outside(t.abs(), df).1
}

/// The t with P(T <= t) = p for `df` degrees of freedom.
pub fn t_quantile(p: f64, df: f64) -> f64 {
    if !(0.0..=1.0).contains(&p) || !is_df(df) {
        return f64::INFINITY;
    }
    if df > LARGEST_DF {
        return normal_quantile(p);
    }
    let from_middle = p - 0.5;
    if from_middle == 0.0 {
        return 0.0;
    }
    let size = if from_middle.abs() < 0.25 {
        let inside = 2.0 * from_middle.abs();
        positive_root(|t| t_inside_outside(t, df).0.ln() - inside.ln())
    } else {
        let outside = 2.0 * p.min(1.0 - p);
        positive_root(|t| outside.ln() - t_inside_outside(t, df).1.ln())
    };
    size.copysign(from_middle)
}

/// P(F > f) with `df1` and `df2` degrees of freedom.
pub fn f_sf(f: f64, df1: f64, df2: f64) -> f64 {
    if f.is_nan() || !is_df(df1) || !is_df(df2) {
        return 1.0;
    }
    f_tails(f, df1, df2).1
}

/// The f with P(F <= f) = p for `df1` and `df2` degrees of freedom.
pub fn f_quantile(p: f64, df1: f64, df2: f64) -> f64 {
    if !is_df(df1) || !is_df(df2) {
        return f64::INFINITY;
    }
    two_tailed_quantile(p, |f| f_tails(f, df1, df2))
}

/// P(X > x) of chi-squared with `df` degrees of freedom.
pub fn chi_squared_sf(x: f64, df: f64) -> f64 {
    if x.is_nan() || !is_df(df) {
        return 1.0;
    }
    chi_squared_tails(x, df).1
}

/// The x with P(X <= x) = p of chi-squared with `df` degrees of freedom; +∞ for more than 1e10 degrees.
pub fn chi_squared_quantile(p: f64, df: f64) -> f64 {
    if !is_df(df) || df > LARGEST_DF {
        return f64::INFINITY;
    }
    two_tailed_quantile(p, |x| chi_squared_tails(x, df))
}

/// Positive, and its inverse still a number.
fn is_df(df: f64) -> bool {
    df > 1e-100
}

/// Where the series from zero hands over to the continued fraction: up to here at most a factor 25 is lost by
/// subtracting from ½, and beyond it the fraction needs fewer than 100 steps.
const NORMAL_SPLIT: f64 = 2.0;

/// φ(z). The square is split, as rounding z² would cost a relative error of z²·1e-16.
fn normal_density(z: f64) -> f64 {
    let z = z.abs();
    if z > 40.0 {
        return 0.0;
    }
    let coarse = (z * 16.0).trunc() / 16.0;
    let rest = (z - coarse) * (z + coarse);
    (-0.5 * coarse * coarse).exp() * (-0.5 * rest).exp() / TAU.sqrt()
}

/// P(0 < Z < z), signed: φ(z)(z + z³/3 + z⁵/15 + …), all terms of one sign (Marsaglia 2004, *J. Stat. Softw.* 11).
fn normal_from_zero(z: f64) -> f64 {
    let mut term = z;
    let mut sum = z;
    let mut odd = 3.0;
    while odd < 401.0 {
        term *= z * z / odd;
        sum += term;
        if term.abs() <= 1e-17 * sum.abs() {
            break;
        }
        odd += 2.0;
    }
    normal_density(z) * sum
}

/// P(Z > z)/φ(z) for z >= 2: Laplace's continued fraction 1/(z + 1/(z + 2/(z + …))).
fn mills_ratio(z: f64) -> f64 {
    // The fraction's steps would stay one rounding away from 1 for ever.
    if z > 1e9 {
        return 1.0 / z;
    }
    1.0 / continued_fraction(z, |i| (i as f64, z))
}

/// P(|T| < t) and P(|T| > t), t >= 0.
fn t_inside_outside(t: f64, df: f64) -> (f64, f64) {
    // Beyond this the tail is a pure power of t, and t² would overflow.
    const FAR: f64 = 1e100;
    if df > LARGEST_DF {
        let outside = normal_two_tailed(t);
        let inside = if t < NORMAL_SPLIT { 2.0 * normal_from_zero(t) } else { 1.0 - outside };
        return (inside, outside);
    }
    if t > FAR {
        let (_, outside) = t_inside_outside(FAR, df);
        return (1.0, outside * (FAR / t).powf(df));
    }
    let square = t * t;
    let (outside, inside) = beta_tails(df / (df + square), square / (df + square), 0.5 * df, 0.5);
    (inside, outside)
}

/// P(F < f) and P(F > f).
fn f_tails(f: f64, df1: f64, df2: f64) -> (f64, f64) {
    if f <= 0.0 {
        return (0.0, 1.0);
    }
    match (df1 > LARGEST_DF, df2 > LARGEST_DF) {
        (true, true) if f < 1.0 => (0.0, 1.0),
        (true, true) => (1.0, 0.0),
        (false, true) => chi_squared_tails(f * df1, df1),
        (true, false) => {
            let (lower, upper) = chi_squared_tails(df2 / f, df2);
            (upper, lower)
        }
        (false, false) => {
            let scaled = f * (df1 / df2);
            if scaled.is_infinite() {
                return (1.0, 0.0);
            }
            let (upper, lower) = beta_tails(1.0 / (1.0 + scaled), scaled / (1.0 + scaled), 0.5 * df2, 0.5 * df1);
            (lower, upper)
        }
    }
}

/// P(X < x) and P(X > x) of chi-squared.
fn chi_squared_tails(x: f64, df: f64) -> (f64, f64) {
    if df > LARGEST_DF {
        return (0.0, 1.0);
    }
    gamma_tails(0.5 * df, 0.5 * x)
}

/// Quantile of a positive variable from its two tails: the smaller one is matched, as it has all digits.
fn two_tailed_quantile(p: f64, tails: impl Fn(f64) -> (f64, f64)) -> f64 {
    if !(0.0..1.0).contains(&p) {
        return f64::INFINITY;
    }
    if p <= 0.0 {
        return 0.0;
    }
    if p < 0.5 { positive_root(|x| tails(x).0.ln() - p.ln()) } else { positive_root(|x| (1.0 - p).ln() - tails(x).1.ln()) }
}

/// The x > 0 where a rising function crosses zero, searched on the scale of ln x; 0 or +∞ where x leaves `f64`.
fn positive_root(rising: impl Fn(f64) -> f64) -> f64 {
    let largest = 1023.0 * LN_2;
    let at = |u: f64| rising(u.exp());
    let mut step = 0.5;
    let (mut low, mut high) = (0.0, 0.0);
    if at(0.0) < 0.0 {
        while at(high) < 0.0 {
            if high >= largest {
                return f64::INFINITY;
            }
            low = high;
            high = (high + step).min(largest);
            step *= 2.0;
        }
    } else {
        while at(low) > 0.0 {
            if low <= -largest {
                return 0.0;
            }
            high = low;
            low = (low - step).max(-largest);
            step *= 2.0;
        }
    }
    crossing(at, low, high).map_or(f64::INFINITY, f64::exp)
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used, clippy::panic, clippy::float_cmp)]
    use super::*;

    /// R's values, far tails and 1 to 100 000 degrees of freedom. R's probabilities are right to 1.5e-13 here (the worst
    /// is pf(1.05, 1e5, 1e5), by 50-digit arithmetic), hence 2e-13; quantiles 1e-12, with 50-digit values in place of
    /// R's where R itself is worse (its qf takes 1/q − 1 of a beta quantile).
    #[test]
    fn agrees_with_r_on_a_grid() {
        let grid = include_str!("../../tests/reference/distributions/grid.csv");
        let mut compared = 0;
        for line in grid.lines().filter(|l| !l.starts_with('#')) {
            let (name, numbers) = line.split_once(',').unwrap();
            let v: Vec<f64> = numbers.split(',').map(|n| n.parse().unwrap()).collect();
            let (found, tolerance) = match name {
                "pnorm" => (normal_sf(v[0]), 2e-13),
                "pt" => (t_sf(v[0], v[1]), 2e-13),
                "pf" => (f_sf(v[0], v[1], v[2]), 2e-13),
                "pchisq" => (chi_squared_sf(v[0], v[1]), 2e-13),
                "qnorm" => (normal_quantile(v[0]), 1e-12),
                "qt" => (t_quantile(v[0], v[1]), 1e-12),
                "qf" => (f_quantile(v[0], v[1], v[2]), 1e-12),
                "qchisq" => (chi_squared_quantile(v[0], v[1]), 1e-12),
                other => panic!("{other}"),
            };
            let expected = *v.last().unwrap();
            // Below 1e-307 doubles themselves have fewer digits.
            let error = (found - expected).abs() - 1e-321;
            assert!(error <= tolerance * expected.abs(), "{line}: found {found:e}");
            compared += 1;
        }
        assert_eq!(compared, 516);
    }

    /// Closed forms: Cauchy tails (1 degree), exp(−x/2) (chi-squared, 2 degrees), (1 + f·2/m)^(−m/2) (F with 2 and m).
    #[test]
    fn agrees_with_closed_forms() {
        for t in [0.1, 0.5, 3.0, 1e5, 1e80, 1e200] {
            let exact = (1.0_f64 / t).atan() / std::f64::consts::PI;
            assert!((t_sf(t, 1.0) / exact - 1.0).abs() < 1e-13, "{t}");
            assert!((t_quantile(exact, 1.0) / -t - 1.0).abs() < 1e-12, "{t}");
        }
        for x in [1e-9, 0.3, 4.0, 60.0, 1400.0] {
            assert!((chi_squared_sf(x, 2.0) / (-0.5 * x).exp() - 1.0).abs() < 2e-13, "{x}");
        }
        for m in [1.0, 4.0, 65.0, 1e4_f64] {
            for f in [0.01, 1.0, 30.0] {
                let exact = (-0.5 * m * (2.0 * f / m).ln_1p()).exp();
                assert!((f_sf(f, 2.0, m) / exact - 1.0).abs() < 2e-13, "{f} {m}");
            }
        }
    }

    /// What defeats other implementations: every call returns, and returns the point it came from.
    #[test]
    fn quantiles_invert_the_tails_everywhere() {
        for df in [0.02, 0.7, 3.0, 64.0, 1e3, 1e7] {
            for p in [1e-200, 1e-12, 0.04, 0.49, 0.5, 0.77, 0.9999] {
                let t = t_quantile(p, df);
                if t.is_finite() {
                    let back = t_sf(-t, df);
                    assert!((back / p - 1.0).abs() < 1e-11, "t {p} {df}: {t} {back}");
                }
                for df2 in [0.3, 5.0, 2e6] {
                    let f = f_quantile(p, df, df2);
                    if f > 1e-300 && f.is_finite() {
                        // P(F < f) = P(1/F > 1/f).
                        let back = f_sf(1.0 / f, df2, df);
                        assert!((back / p - 1.0).abs() < 1e-9, "F {p} {df} {df2}: {f} {back}");
                    }
                }
            }
        }
    }

    #[test]
    fn infinite_degrees_of_freedom_are_the_limits() {
        let inf = f64::INFINITY;
        assert_eq!(t_two_tailed(1.5, inf), normal_two_tailed(1.5));
        assert_eq!(t_quantile(0.975, inf), normal_quantile(0.975));
        assert_eq!(f_sf(2.0, 3.0, inf), chi_squared_sf(6.0, 3.0));
        assert_eq!(f_sf(1.5, inf, inf), 0.0);
        // P(F > f; ∞, m) = P(χ² < m/f), here 1 − e^(−1) for m = 2 and f = 1.
        assert!((f_sf(1.0, inf, 2.0) - (1.0 - (-1.0f64).exp())).abs() < 1e-15);
    }

    #[test]
    fn bad_input_makes_nothing_significant() {
        let bad = [f64::NAN, 0.0, -1.0, f64::NEG_INFINITY];
        for df in bad {
            assert_eq!((t_sf(9.0, df), t_two_tailed(9.0, df)), (1.0, 1.0));
            assert_eq!((f_sf(9.0, df, 5.0), f_sf(9.0, 5.0, df)), (1.0, 1.0));
            assert_eq!(chi_squared_sf(9.0, df), 1.0);
            assert_eq!(t_quantile(0.9, df), f64::INFINITY);
            assert_eq!(f_quantile(0.9, df, 5.0), f64::INFINITY);
            assert_eq!(f_quantile(0.9, 5.0, df), f64::INFINITY);
            assert_eq!(chi_squared_quantile(0.9, df), f64::INFINITY);
        }
        for p in [f64::NAN, -0.1, 1.1, f64::INFINITY] {
            assert_eq!(normal_quantile(p), f64::INFINITY);
            assert_eq!(t_quantile(p, 5.0), f64::INFINITY);
            assert_eq!(f_quantile(p, 5.0, 5.0), f64::INFINITY);
            assert_eq!(chi_squared_quantile(p, 5.0), f64::INFINITY);
        }
        let nan = f64::NAN;
        assert_eq!((normal_sf(nan), normal_cdf(nan), normal_two_tailed(nan)), (1.0, 1.0, 1.0));
        assert_eq!((t_sf(nan, 5.0), f_sf(nan, 5.0, 5.0), chi_squared_sf(nan, 5.0)), (1.0, 1.0, 1.0));
    }

    #[test]
    fn ends_are_the_limits() {
        let inf = f64::INFINITY;
        assert_eq!((normal_sf(inf), normal_sf(-inf), normal_sf(50.0)), (0.0, 1.0, 0.0));
        assert_eq!((t_sf(inf, 5.0), t_sf(-inf, 5.0), t_two_tailed(-inf, 5.0)), (0.0, 1.0, 0.0));
        assert_eq!((f_sf(inf, 2.0, 5.0), f_sf(0.0, 2.0, 5.0), f_sf(-3.0, 2.0, 5.0)), (0.0, 1.0, 1.0));
        assert_eq!((chi_squared_sf(inf, 5.0), chi_squared_sf(-1.0, 5.0)), (0.0, 1.0));
        assert_eq!((normal_quantile(0.0), normal_quantile(0.5), normal_quantile(1.0)), (-inf, 0.0, inf));
        assert_eq!((t_quantile(0.0, 5.0), t_quantile(0.5, 5.0), t_quantile(1.0, 5.0)), (-inf, 0.0, inf));
        assert_eq!((f_quantile(0.0, 2.0, 5.0), f_quantile(1.0, 2.0, 5.0)), (0.0, inf));
        assert_eq!((chi_squared_quantile(0.0, 5.0), chi_squared_quantile(1.0, 5.0)), (0.0, inf));
    }

    #[test]
    fn an_independent_library_agrees() {
        use statrs::distribution::{ChiSquared, ContinuousCDF, FisherSnedecor, Normal, StudentsT};
        // statrs itself is good to about nine digits, hence the tolerance.
        let close = |ours: f64, theirs: f64, what: &str| {
            assert!((ours - theirs).abs() <= 1e-8 * theirs.abs() + 1e-300, "{what}: {ours} and {theirs}");
        };
        let normal = Normal::standard();
        for step in 0..40 {
            let x = f64::from(step) * 0.2;
            close(normal_sf(x), normal.sf(x), "normal");
            for df in [1.0, 2.0, 7.0, 30.0, 64.0, 500.0] {
                close(t_sf(x, df), StudentsT::new(0.0, 1.0, df).unwrap().sf(x), "t");
                close(chi_squared_sf(3.0 * x, df), ChiSquared::new(df).unwrap().sf(3.0 * x), "chi-squared");
                for df1 in [1.0, 3.0, 10.0] {
                    close(f_sf(x, df1, df), FisherSnedecor::new(df1, df).unwrap().sf(x), "F");
                }
            }
        }
    }
}
