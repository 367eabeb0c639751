//! The smallest effect that a study of its size finds with a given power: what a result that is not significant may hide.

use super::StatsError;
use super::descriptives::needs;
use super::distributions::{f_quantile, t_quantile};
use super::noncentral::{noncentral_f_sf, noncentral_t_cdf, noncentral_t_sf};
use super::roots::crossing;

/// The smallest correlation that a two-tailed t test of one predictor finds: δ = r √(n/(1 − r²)) with n − 2 degrees of
/// freedom (Cohen 1988, *Statistical Power Analysis*, ch. 9; the fixed-predictor form of the correlation).
///
/// # Errors
/// `TooFewCases` below three pairs; `Undefined` when alpha or power is no probability or alpha not below the power.
pub fn detectable_r(n: usize, alpha: f64, power: f64) -> Result<f64, StatsError> {
    needs(3, n)?;
    let delta = detectable_noncentrality((n - 2) as f64, alpha, power)?;
    Ok(delta / (delta * delta + n as f64).sqrt())
}

/// The smallest d between two independent groups: δ = d √(n₁n₂/(n₁+n₂)) with n₁ + n₂ − 2 degrees of freedom, two-tailed
/// (Cohen 1988, ch. 2).
///
/// Errors: `TooFewCases` below three values or with an empty group, `Undefined` as [`detectable_r`].
pub fn detectable_d(n1: usize, n2: usize, alpha: f64, power: f64) -> Result<f64, StatsError> {
    needs(1, n1.min(n2))?;
    needs(3, n1 + n2)?;
    let delta = detectable_noncentrality((n1 + n2 - 2) as f64, alpha, power)?;
    Ok(delta * (1.0 / n1 as f64 + 1.0 / n2 as f64).sqrt())
}

/// The smallest d of one sample or of paired differences: δ = d √n with n − 1 degrees of freedom, two-tailed.
///
/// Errors: `TooFewCases` below two values, `Undefined` as [`detectable_r`].
pub fn detectable_dz(n: usize, alpha: f64, power: f64) -> Result<f64, StatsError> {
    needs(2, n)?;
    Ok(detectable_noncentrality((n - 1) as f64, alpha, power)? / (n as f64).sqrt())
}

/// The smallest f² of `tested` among `predictors` predictors: λ = f² n with `tested` and n − predictors − 1 degrees of
/// freedom (Cohen 1988, ch. 9, whose λ is f²(u + v + 1)).
///
/// Errors: `TooFewCases` for n < predictors + 2, `Undefined` when nothing is tested or as [`detectable_r`].
pub fn detectable_f2(n: usize, tested: usize, predictors: usize, alpha: f64, power: f64) -> Result<f64, StatsError> {
    needs(predictors + 2, n)?;
    if tested == 0 || tested > predictors {
        return Err(StatsError::Undefined);
    }
    levels(alpha, power)?;
    let (df1, df2) = (tested as f64, (n - predictors - 1) as f64);
    let critical = 1.0 / f_quantile(alpha, df2, df1);
    rising_root(|lambda| noncentral_f_sf(critical, df1, df2, lambda) - power).map(|lambda| lambda / n as f64)
}

fn detectable_noncentrality(df: f64, alpha: f64, power: f64) -> Result<f64, StatsError> {
    levels(alpha, power)?;
    let critical = -t_quantile(alpha / 2.0, df);
    rising_root(|delta| noncentral_t_sf(critical, df, delta) + noncentral_t_cdf(-critical, df, delta) - power)
}

fn levels(alpha: f64, power: f64) -> Result<(), StatsError> {
    if alpha > 0.0 && power < 1.0 && alpha < power { Ok(()) } else { Err(StatsError::Undefined) }
}

/// Where a function that rises from below 0 crosses it.
fn rising_root(f: impl Fn(f64) -> f64) -> Result<f64, StatsError> {
    let mut end = 8.0;
    while end < 1e8 {
        if f(end) >= 0.0 {
            return crossing(&f, 0.0, end).ok_or(StatsError::NotConverged);
        }
        end *= 4.0;
    }
    Err(StatsError::NotConverged)
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;

    fn close(found: f64, expected: f64) {
        assert!((found - expected).abs() <= 1e-8 * expected.abs(), "{found} is not {expected}");
    }

    // R 4.2.2 power.t.test(strict = TRUE) and uniroot of pt and pf with ncp, tests/published/moderation.R.
    #[test]
    fn as_in_r() {
        close(detectable_d(34, 34, 0.05, 0.8).unwrap(), 0.689_571_994_495_469_5);
        close(detectable_d(10, 30, 0.05, 0.8).unwrap(), 1.049_771_783_494_118);
        close(detectable_dz(20, 0.05, 0.8).unwrap(), 0.660_441_654_622_837);
        close(detectable_f2(68, 1, 3, 0.05, 0.8).unwrap(), 0.118_988_382_358_024_6);
        close(detectable_f2(68, 3, 3, 0.05, 0.8).unwrap(), 0.170_451_386_908_818_1);
        close(detectable_f2(100, 2, 5, 0.05, 0.8).unwrap(), 0.099_484_625_668_546_74);
        close(detectable_r(30, 0.05, 0.8).unwrap(), 0.468_224_508_542_030_6);
        close(detectable_r(68, 0.05, 0.8).unwrap(), 0.325_955_543_788_517_5);
    }

    // Cohen (1988), table 2.4.1: 64 in each group find d = .50; table 9.4: f² of .15 with three predictors needs 76.
    #[test]
    fn cohens_tables() {
        assert!((detectable_d(64, 64, 0.05, 0.8).unwrap() - 0.50).abs() < 0.005);
        assert!((detectable_f2(77, 3, 3, 0.05, 0.8).unwrap() - 0.15).abs() < 0.001);
    }

    #[test]
    fn what_cannot_be_computed_has_a_reason() {
        assert_eq!(detectable_r(2, 0.05, 0.8), Err(StatsError::TooFewCases { needed: 3, got: 2 }));
        assert_eq!(detectable_r(20, 0.05, 0.04), Err(StatsError::Undefined));
        assert_eq!(detectable_d(1, 1, 0.05, 0.8), Err(StatsError::TooFewCases { needed: 3, got: 2 }));
        assert_eq!(detectable_f2(20, 0, 3, 0.05, 0.8), Err(StatsError::Undefined));
        assert_eq!(detectable_f2(4, 1, 3, 0.05, 0.8), Err(StatsError::TooFewCases { needed: 5, got: 4 }));
        assert!(detectable_dz(2, 0.05, 0.8).is_ok());
        assert!(detectable_r(1_000_000, 0.05, 0.8).unwrap() < 0.003);
    }
}
