//! The Kolmogorov–Smirnov test as SPSS printed it before Lilliefors' correction entered NPAR TESTS.

use super::StatsError;
use super::kolmogorov_smirnov::kolmogorov_smirnov;
use std::f64::consts::PI;

/// Z and its asymptotic significance.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct AsymptoticKolmogorov {
    /// Largest distance D.
    pub d: f64,
    /// D√n ("Kolmogorov-Smirnov Z").
    pub z: f64,
    /// "Asymp. Sig. (2-tailed)".
    pub p: f64,
}

/// Tests against the normal distribution with the sample's own mean and deviation, with the significance of a distribution
/// that was given beforehand (Smirnov 1948, *Ann. Math. Statist.* 19, 279): what SPSS up to version 25 prints in NPAR TESTS. It
/// is too large, since mean and deviation were estimated: Lilliefors' is the correct one.
///
/// # Errors
/// Those of [`kolmogorov_smirnov`].
pub fn asymptotic_kolmogorov(values: &[f64]) -> Result<AsymptoticKolmogorov, StatsError> {
    let found = kolmogorov_smirnov(values)?;
    let z = found.d * (found.n as f64).sqrt();
    Ok(AsymptoticKolmogorov { d: found.d, z, p: kolmogorov_sf(z) })
}

/// Upper tail of Kolmogorov's distribution: 2Σ(−1)^(k−1) exp(−2k²z²), of small z by 1 − √(2π)/z Σ exp(−(2k − 1)²π²/(8z²)).
fn kolmogorov_sf(z: f64) -> f64 {
    if z <= 0.0 {
        return 1.0;
    }
    if z < 1.0 {
        let term = |k: f64| (-((2.0 * k - 1.0) * PI).powi(2) / (8.0 * z * z)).exp();
        return 1.0 - (2.0 * PI).sqrt() / z * (term(1.0) + term(2.0) + term(3.0) + term(4.0));
    }
    let term = |k: f64| (-2.0 * k * k * z * z).exp();
    2.0 * (term(1.0) - term(2.0) + term(3.0) - term(4.0))
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;

    /// R 4.2.2: 2·Σ over 200 terms.
    #[test]
    fn the_tail_as_the_series_in_r() {
        for (z, expected) in [
            (0.2, 0.999_999_999_999_495),
            (0.3, 0.999_990_694_198_665_4),
            (0.5, 0.963_945_243_664_875_1),
            (0.9, 0.392_730_707_940_654_3),
            (1.0, 0.269_999_671_677_354_6),
            (1.36, 0.049_485_876_755_377_88),
            (2.0, 0.000_670_925_255_779_695_3),
            (3.5, 4.579_469_691_291_106e-11),
        ] {
            let found = kolmogorov_sf(z);
            assert!((found - expected).abs() <= 1e-12 * expected, "{z}: {found:e}, R {expected:e}");
        }
        assert!(kolmogorov_sf(0.0) >= 1.0 && kolmogorov_sf(-1.0) >= 1.0);
    }

    /// R 4.2.2: D of ks.test(x, "pnorm", mean(x), sd(x)); p by the series (ks.test stops it at 1e-6: 0.36634).
    #[test]
    fn as_in_r() {
        let x = [4.1, 2.2, 3.7, 9.4, 1.1, 5.0, 2.9, 7.7, 3.3, 30.2];
        let found = asymptotic_kolmogorov(&x).unwrap();
        assert!((found.d - 0.290_780_719_685_357_9).abs() < 1e-12);
        assert!((found.z - found.d * 10f64.sqrt()).abs() < 1e-15);
        assert!((found.p - 0.366_336_847_169_199_8).abs() < 1e-13, "{}", found.p);
        assert_eq!(asymptotic_kolmogorov(&[1.0; 5]), Err(StatsError::NoVariance));
    }
}
