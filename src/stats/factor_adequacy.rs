//! Whether items suit a factor analysis: Kaiser-Meyer-Olkin and Bartlett, as SPSS FACTOR prints them.

use super::StatsError;
use super::descriptives::needs;
use super::distributions::chi_squared_sf;
use super::item_covariance::{ItemCovariance, cholesky, inverse_from};

/// Sampling adequacy and sphericity of a set of items.
#[derive(Debug, Clone, PartialEq)]
pub struct FactorAdequacy {
    /// Number of complete cases.
    pub n: usize,
    /// Overall measure of sampling adequacy (KMO), 0 to 1.
    pub kmo: f64,
    /// Measure of sampling adequacy of each item.
    pub msa: Vec<f64>,
    /// Bartlett's test of sphericity.
    pub bartlett: Result<Bartlett, StatsError>,
}

/// Bartlett's test that the items are uncorrelated.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Bartlett {
    /// −(n − 1 − (2k+5)/6) ln|R|.
    pub chi_squared: f64,
    /// k(k−1)/2.
    pub df: usize,
    /// Upper tail probability.
    pub p: f64,
}

/// KMO, MSA and Bartlett's test of items from their covariances.
///
/// KMO = Σr² / (Σr² + Σa²) over pairs of different items, a the partial correlation given all others,
/// −R⁻¹ᵢⱼ/√(R⁻¹ᵢᵢR⁻¹ⱼⱼ) (Kaiser & Rice 1974, Educ. Psych. Meas. 34, 111); MSA the same over an item's row.
/// Bartlett (1951, Biometrika 38, 337).
///
/// Errors: `Undefined` below two items or when no two are correlated; `NoVariance` when an item does not
/// vary (SPSS prints nothing either); `Collinear` when R is singular. Bartlett is `TooFewCases` when its
/// factor n − 1 − (2k+5)/6 is not positive.
pub fn factor_adequacy(moments: &ItemCovariance) -> Result<FactorAdequacy, StatsError> {
    let k = moments.means.len();
    let positions = moments.varying();
    if k < 2 {
        return Err(StatsError::Undefined);
    }
    if positions.len() < k {
        return Err(StatsError::NoVariance);
    }
    let correlation = moments.correlation(&positions);
    let factor = cholesky(&correlation)?;
    let inverse = inverse_from(&factor)?;

    let mut msa = Vec::with_capacity(k);
    let (mut all_r, mut all_a) = (0.0, 0.0);
    for i in 0..k {
        let (mut of_r, mut of_a) = (0.0, 0.0);
        for j in (0..k).filter(|&j| j != i) {
            of_r += correlation[(i, j)].powi(2);
            of_a += inverse[(i, j)].powi(2) / (inverse[(i, i)] * inverse[(j, j)]);
        }
        msa.push(of_r / (of_r + of_a));
        all_r += of_r;
        all_a += of_a;
    }
    if msa.iter().any(|m| !m.is_finite()) {
        return Err(StatsError::Undefined);
    }

    let log_determinant: f64 = (0..k).map(|i| 2.0 * factor[(i, i)].ln()).sum();
    let multiplier = moments.n as f64 - 1.0 - (2.0 * k as f64 + 5.0) / 6.0;
    // The smallest n with n > 1 + (2k+5)/6.
    let bartlett = needs(k.div_ceil(3) + 2, moments.n).map(|()| {
        let chi_squared = (-multiplier * log_determinant).max(0.0);
        let df = k * (k - 1) / 2;
        Bartlett { chi_squared, df, p: chi_squared_sf(chi_squared, df as f64) }
    });
    Ok(FactorAdequacy { n: moments.n, kmo: all_r / (all_r + all_a), msa, bartlett })
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::float_cmp)]
    use super::*;
    use crate::stats::example_data;
    use crate::stats::item_covariance::item_covariance;
    use nalgebra::DMatrix;

    fn close(a: f64, b: f64, relative: f64) {
        assert!((a - b).abs() <= relative * b.abs(), "{a} is not {b}");
    }

    // Expected: R 4.2.2, psych 2.2.9 KMO() and cortest.bartlett() on the example study.
    #[test]
    fn the_example_as_psych() {
        for (variable, kmo, chi_squared, df, p) in [
            ("X1", 0.860_879_189_990_792_9, 251.665_184_309_955_2, 36, 3.626_090_005_849_258e-34),
            ("X2", 0.814_547_499_623_037_6, 133.131_467_572_730_7, 15, 5.172_916_702_276_384e-21),
            ("Y1", 0.859_369_569_858_324_5, 157.727_599_502_839_4, 36, 3.542_661_153_156_145e-17),
            ("Y2", 0.798_502_046_267_843_7, 166.034_480_494_274_6, 45, 9.097_295_316_370_173e-16),
        ] {
            let moments = item_covariance(&example_data::items(variable)).unwrap();
            let found = factor_adequacy(&moments).unwrap();
            close(found.kmo, kmo, 1e-10);
            let bartlett = found.bartlett.unwrap();
            close(bartlett.chi_squared, chi_squared, 1e-10);
            assert_eq!(bartlett.df, df);
            close(bartlett.p, p, 1e-6);
        }
        let moments = item_covariance(&example_data::items("X2")).unwrap();
        let msa = [
            0.867_517_285_683_002,
            0.782_321_752_649_164_5,
            0.844_910_392_658_245_2,
            0.799_317_145_594_083_7,
            0.732_769_875_070_981_2,
            0.839_299_782_404_524,
        ];
        for (own, expected) in factor_adequacy(&moments).unwrap().msa.iter().zip(msa) {
            close(*own, expected, 1e-10);
        }
    }

    fn of(k: usize, values: &[f64], n: usize) -> Result<FactorAdequacy, StatsError> {
        factor_adequacy(&ItemCovariance { n, means: vec![0.0; k], covariance: DMatrix::from_row_slice(k, k, values) })
    }

    #[test]
    fn what_cannot_be_computed_has_a_reason() {
        // Two items: the partial correlation is the correlation, so KMO is ½ whatever it is.
        let two = of(2, &[1.0, 0.3, 0.3, 1.0], 10).unwrap();
        close(two.kmo, 0.5, 1e-14);
        // ln(1 − .09) · −(9 − 1.5)
        close(two.bartlett.unwrap().chi_squared, -7.5 * 0.91_f64.ln(), 1e-12);
        assert_eq!(of(2, &[1.0, 0.3, 0.3, 1.0], 2).unwrap().bartlett, Err(StatsError::TooFewCases { needed: 3, got: 2 }));
        assert_eq!(of(1, &[1.0], 10), Err(StatsError::Undefined));
        assert_eq!(of(2, &[1.0, 0.0, 0.0, 1.0], 10), Err(StatsError::Undefined));
        assert_eq!(of(2, &[1.0, 0.0, 0.0, 0.0], 10), Err(StatsError::NoVariance));
        assert_eq!(of(2, &[1.0, 1.0, 1.0, 1.0], 10), Err(StatsError::Collinear));
    }
}
