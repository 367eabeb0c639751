//! The r, t and F tables of the textbooks, computed.

use super::StatsError;
use super::distributions::{f_quantile, t_quantile};

/// How many tails of the distribution a test uses.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Tails {
    /// Only the expected side counts.
    One,
    /// Both sides count; the usual printed tables.
    Two,
}

impl Tails {
    /// The part of `alpha` that lies beyond the critical value on one side.
    fn one_side(self, alpha: f64) -> f64 {
        match self {
            Tails::One => alpha,
            Tails::Two => 0.5 * alpha,
        }
    }
}

/// Critical t for `df` degrees of freedom (n − k − 1 in a regression), `alpha` in (0, 1).
///
/// # Errors
/// `Undefined` for an alpha outside (0, 1) or df that are not positive.
pub fn t_critical(df: f64, alpha: f64, tails: Tails) -> Result<f64, StatsError> {
    if !is_level(alpha) || !is_df(df) {
        return Err(StatsError::Undefined);
    }
    // From the small tail, which keeps all its digits, rather than from 1 − alpha.
    Ok(-t_quantile(tails.one_side(alpha), df))
}

/// Critical Pearson r for `n` cases: df = n − 2 and r = t/√(t² + df).
///
/// # Errors
/// `TooFewCases` for n < 3, `Undefined` for an alpha outside (0, 1).
pub fn r_critical(n: usize, alpha: f64, tails: Tails) -> Result<f64, StatsError> {
    if n < 3 {
        return Err(StatsError::TooFewCases { needed: 3, got: n });
    }
    let df = (n - 2) as f64;
    let t = t_critical(df, alpha, tails)?;
    // The same as t/√(t² + df), and 1 where t is infinite.
    Ok((1.0 / (1.0 + df / (t * t)).sqrt()).copysign(t))
}

/// Critical F with `df1` (number of predictors) and `df2` (n − k − 1) degrees of freedom; the upper tail.
///
/// # Errors
/// `Undefined` for an alpha outside (0, 1) or df that are not positive.
pub fn f_critical(df1: f64, df2: f64, alpha: f64) -> Result<f64, StatsError> {
    if !is_level(alpha) || !is_df(df1) || !is_df(df2) {
        return Err(StatsError::Undefined);
    }
    // P(F > f; df1, df2) = P(F < 1/f; df2, df1): again the small tail is matched.
    Ok(1.0 / f_quantile(alpha, df2, df1))
}

fn is_level(alpha: f64) -> bool {
    alpha > 0.0 && alpha < 1.0
}

fn is_df(df: f64) -> bool {
    df > 0.0 && df.is_finite()
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;

    /// The printed tables at alpha .05, four decimals for r, three for t and F.
    #[test]
    fn agrees_with_the_printed_r_table() {
        for (n, two, one) in [
            (20, 0.4438, 0.3783),
            (30, 0.3610, 0.3061),
            (40, 0.3120, 0.2638),
            (50, 0.2787, 0.2353),
            (60, 0.2542, 0.2144),
            (68, 0.2387, 0.2012),
            (80, 0.2199, 0.1852),
            (90, 0.2072, 0.1745),
            (100, 0.1966, 0.1654),
            (120, 0.1793, 0.1509),
            (150, 0.1603, 0.1348),
            (200, 0.1388, 0.1166),
        ] {
            let r = |tails| r_critical(n, 0.05, tails).unwrap();
            assert!((r(Tails::Two) - two).abs() <= 0.5e-4, "n = {n}: {}", r(Tails::Two));
            assert!((r(Tails::One) - one).abs() <= 0.5e-4, "n = {n}: {}", r(Tails::One));
        }
    }

    #[test]
    fn agrees_with_the_printed_t_table() {
        for (df, printed) in [
            (27.0, 2.052),
            (30.0, 2.042),
            (50.0, 2.009),
            (60.0, 2.000),
            (64.0, 1.998),
            (65.0, 1.997),
            (66.0, 1.997),
            (90.0, 1.987),
            (96.0, 1.985),
            (100.0, 1.984),
            (120.0, 1.980),
        ] {
            let t = t_critical(df, 0.05, Tails::Two).unwrap();
            assert!((t - printed).abs() <= 0.5e-3, "df = {df}: {t}");
        }
        let one = t_critical(65.0, 0.05, Tails::One).unwrap();
        assert!((one - 1.669).abs() <= 0.5e-3, "{one}");
    }

    #[test]
    fn agrees_with_the_printed_f_table() {
        for (df1, df2, printed) in [
            (1.0, 66.0, 3.986),
            (2.0, 65.0, 3.138),
            (3.0, 64.0, 2.748),
            (2.0, 97.0, 3.090),
            (3.0, 96.0, 2.699),
            (4.0, 95.0, 2.467),
            (2.0, 329.0, 3.023),
            (3.0, 328.0, 2.632),
        ] {
            let f = f_critical(df1, df2, 0.05).unwrap();
            assert!((f - printed).abs() <= 0.5e-3, "F({df1}, {df2}): {f}");
        }
    }

    #[test]
    fn says_why_there_is_no_critical_value() {
        assert_eq!(r_critical(2, 0.05, Tails::Two), Err(StatsError::TooFewCases { needed: 3, got: 2 }));
        for alpha in [0.0, 1.0, -0.05, f64::NAN] {
            assert_eq!(r_critical(30, alpha, Tails::Two), Err(StatsError::Undefined));
            assert_eq!(t_critical(10.0, alpha, Tails::One), Err(StatsError::Undefined));
            assert_eq!(f_critical(1.0, 10.0, alpha), Err(StatsError::Undefined));
        }
        assert_eq!(t_critical(0.0, 0.05, Tails::Two), Err(StatsError::Undefined));
        assert_eq!(f_critical(1.0, f64::NAN, 0.05), Err(StatsError::Undefined));
    }
}
