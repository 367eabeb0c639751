//! Anderson–Darling test of normality with estimated mean and standard deviation.

use super::StatsError;
use super::descriptives::{is_constant, mean, needs, variance};
use super::distributions::{normal_cdf, normal_sf};

/// The test.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct AndersonDarling {
    /// A², not adjusted for n.
    pub a2: f64,
    /// Significance.
    pub p: f64,
}

/// A² = −n − (1/n) Σ (2i − 1)(ln Φ(zᵢ) + ln(1 − Φ(zₙ₊₁₋ᵢ))) of the values in standard units of the sample (Anderson &
/// Darling 1954, *JASA* 49, 765); p from A²(1 + .75/n + 2.25/n²) by the curves of D'Agostino & Stephens (1986,
/// *Goodness-of-Fit Techniques*, Table 4.9), as R's `nortest::ad.test`.
///
/// # Errors
/// `TooFewCases` below eight values, for which the curves do not hold; `NoVariance` when all are equal; `Undefined` for
/// values that are not finite.
pub fn anderson_darling(values: &[f64]) -> Result<AndersonDarling, StatsError> {
    needs(8, values.len())?;
    if values.iter().any(|v| !v.is_finite()) {
        return Err(StatsError::Undefined);
    }
    if is_constant(values) {
        return Err(StatsError::NoVariance);
    }
    let (middle, sd) = (mean(values)?, variance(values)?.sqrt());
    let mut z: Vec<f64> = values.iter().map(|v| (v - middle) / sd).collect();
    z.sort_unstable_by(f64::total_cmp);
    let n = z.len() as f64;
    let terms = z.iter().zip(z.iter().rev()).enumerate();
    let weighted: f64 =
        terms.map(|(i, (low, high))| (2.0 * i as f64 + 1.0) * (normal_cdf(*low).ln() + normal_sf(*high).ln())).sum();
    let a2 = -n - weighted / n;
    if !a2.is_finite() {
        return Err(StatsError::Undefined);
    }
    let a = a2 * (1.0 + 0.75 / n + 2.25 / (n * n));
    let p = if a < 0.2 {
        -(-13.436 + 101.14 * a - 223.73 * a * a).exp_m1()
    } else if a < 0.34 {
        -(-8.318 + 42.796 * a - 59.938 * a * a).exp_m1()
    } else if a < 0.6 {
        (0.9177 - 4.279 * a - 1.38 * a * a).exp()
    } else if a < 10.0 {
        (1.2937 - 5.709 * a + 0.0186 * a * a).exp()
    } else {
        3.7e-24
    };
    Ok(AndersonDarling { a2, p })
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used, clippy::float_cmp)]
    use super::*;
    use crate::stats::example_data::{close, residuals, score};

    /// R 4.2.2, nortest 1.0-4: tests/published/diagnostics.R.
    #[test]
    fn as_in_nortest() {
        let found = anderson_darling(&residuals()).unwrap();
        close(found.a2, 0.570_583_241_883_852_6);
        close(found.p, 0.133_770_485_899_140_1);
        let found = anderson_darling(&score("Y2")).unwrap();
        close(found.a2, 0.352_097_701_940_437);
        close(found.p, 0.457_800_448_827_616_5);
    }

    /// The curves of D'Agostino & Stephens (1986), Table 4.9: A² of .2, .34, .6 and 10 belong to p of about .884, .497, .119
    /// and less than 10⁻²³; every curve takes over where the one before ends.
    #[test]
    fn every_curve_is_reached() {
        // Normal scores lie on the line, two clusters far from it.
        let even: Vec<f64> = (1..200).map(|i| crate::stats::distributions::normal_quantile(f64::from(i) / 200.0)).collect();
        let found = anderson_darling(&even).unwrap();
        assert!(found.a2 < 0.1 && found.p > 0.99, "{found:?}");
        let clusters: Vec<f64> =
            (0..60).map(|i| if i % 2 == 0 { f64::from(i) * 1e-3 } else { 9.0 + f64::from(i) * 1e-3 }).collect();
        let found = anderson_darling(&clusters).unwrap();
        assert!(found.a2 > 5.0 && found.p < 1e-12, "{found:?}");
    }

    #[test]
    fn what_cannot_be_tested_has_a_reason() {
        assert_eq!(anderson_darling(&[1.0; 7]), Err(StatsError::TooFewCases { needed: 8, got: 7 }));
        assert_eq!(anderson_darling(&[1.0; 8]), Err(StatsError::NoVariance));
        assert_eq!(anderson_darling(&[1.0, 2.0, 3.0, 4.0, 5.0, 6.0, 7.0, f64::NAN]), Err(StatsError::Undefined));
    }

    /// R 4.2.2, nortest 1.0-4: ad.test(x^q), one for each curve.
    #[test]
    fn every_curve_as_in_nortest() {
        let x = [1.2_f64, 2.9, 3.1, 3.6, 4.4, 4.9, 5.2, 5.8, 6.1, 7.7, 8.0, 9.9];
        for (q, a2, p) in [
            (1.0, 0.1535889924889897, 0.9405705431030843),
            (1.4, 0.2644610799838212, 0.627884519324737),
            (1.7, 0.3834390805570056, 0.3372083483846853),
            (2.6, 0.8227909177482804, 0.02337812101199589),
        ] {
            let found = anderson_darling(&x.map(|v| v.powf(q))).unwrap();
            close(found.a2, a2);
            close(found.p, p);
        }
    }
}
