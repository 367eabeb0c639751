//! The indirect effect as a product of coefficients: normal-theory tests and the type of mediation.

use super::StatsError;
use super::distributions::normal_sf;

/// An unstandardized regression coefficient with its standard error.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Coefficient {
    /// The estimate.
    pub b: f64,
    /// Its standard error.
    pub se: f64,
}

/// A normal-theory test of a product of coefficients.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct ProductTest {
    /// Standard error of the product.
    pub se: f64,
    /// Product / standard error.
    pub z: f64,
    /// Two-tailed normal probability.
    pub p: f64,
}

/// An indirect effect and the three classical tests of it.
#[derive(Debug, Clone, PartialEq)]
pub struct IndirectEffect {
    /// The product of the coefficients.
    pub estimate: f64,
    /// First-order delta method (Sobel 1982), for a chain of any length.
    pub sobel: Result<ProductTest, StatsError>,
    /// With the product of the variances added (Aroian 1947); two coefficients only, else `Undefined`.
    pub aroian: Result<ProductTest, StatsError>,
    /// With the product of the variances subtracted (Goodman 1960); two coefficients only, and
    /// `Undefined` where that leaves no positive variance.
    pub goodman: Result<ProductTest, StatsError>,
}

/// Tests the product of a chain of coefficients, each from another regression (their sampling errors
/// are taken as uncorrelated).
///
/// Sobel (1982, Sociological Methodology 13, eq. 5): Σᵢ s²ᵢ Πⱼ≠ᵢ b²ⱼ, for two coefficients
/// b²s²ₐ + a²s²_b. Aroian (1947, Ann. Math. Stat. 18, 265): + s²ₐs²_b. Goodman (1960, JASA 55, 708): − s²ₐs²_b.
///
/// Errors: `Undefined` for an empty chain, a value that is not finite or a negative standard error.
pub fn indirect_effect(chain: &[Coefficient]) -> Result<IndirectEffect, StatsError> {
    let usable = |c: &Coefficient| c.b.is_finite() && c.se.is_finite() && c.se >= 0.0;
    if chain.is_empty() || !chain.iter().all(usable) {
        return Err(StatsError::Undefined);
    }
    let estimate: f64 = chain.iter().map(|c| c.b).product();
    let first_order: f64 = (0..chain.len())
        .map(|i| {
            let factors = chain.iter().enumerate();
            factors.map(|(j, c)| if i == j { c.se * c.se } else { c.b * c.b }).product::<f64>()
        })
        .sum();
    let (aroian, goodman) = match chain {
        [a, b] => {
            let second_order = a.se * a.se * (b.se * b.se);
            (product_test(estimate, first_order + second_order), product_test(estimate, first_order - second_order))
        }
        _ => (Err(StatsError::Undefined), Err(StatsError::Undefined)),
    };
    Ok(IndirectEffect { estimate, sobel: product_test(estimate, first_order), aroian, goodman })
}

fn product_test(estimate: f64, variance: f64) -> Result<ProductTest, StatsError> {
    let se = variance.sqrt();
    let z = estimate / se;
    // A negative or zero variance, or an overflow.
    if !(se > 0.0 && z.is_finite()) {
        return Err(StatsError::Undefined);
    }
    Ok(ProductTest { se, z, p: (2.0 * normal_sf(z.abs())).min(1.0) })
}

/// What an intervening variable does, by Zhao, Lynch & Chen (2010, J. Consumer Research 37, 197).
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum MediationType {
    /// Indirect effect only: what older texts call full mediation.
    IndirectOnly,
    /// Both effects, in the same direction: partial mediation.
    Complementary,
    /// Both effects, in opposite directions: inconsistent mediation.
    Competitive,
    /// Direct effect only.
    DirectOnly,
    /// Neither effect.
    NoEffect,
}

impl MediationType {
    /// The stable key under which the type stands in `results.json`.
    pub fn key(self) -> &'static str {
        match self {
            MediationType::IndirectOnly => "indirect_only",
            MediationType::Complementary => "complementary",
            MediationType::Competitive => "competitive",
            MediationType::DirectOnly => "direct_only",
            MediationType::NoEffect => "no_effect",
        }
    }
}

/// The type of mediation from which of the two effects is significant and from their signs.
pub fn mediation_type(indirect: f64, indirect_significant: bool, direct: f64, direct_significant: bool) -> MediationType {
    match (indirect_significant, direct_significant) {
        (true, false) => MediationType::IndirectOnly,
        (false, true) => MediationType::DirectOnly,
        (false, false) => MediationType::NoEffect,
        (true, true) if (indirect < 0.0) == (direct < 0.0) => MediationType::Complementary,
        (true, true) => MediationType::Competitive,
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::float_cmp)]
    use super::*;

    fn close(a: f64, b: f64) {
        assert!((a - b).abs() <= 1e-8 * b.abs(), "{a} is not {b}");
    }

    // The textbook mediation of the Python package pingouin (n = 100); expected values computed in R
    // 4.2.2 from lm() and pnorm().
    #[test]
    fn textbook_mediation() {
        let a = Coefficient { b: 0.561_015_316_123_459_2, se: 0.094_480_480_428_986_19 };
        let b = Coefficient { b: 0.635_494_587_191_664_3, se: 0.100_533_941_470_499_57 };
        let found = indirect_effect(&[a, b]).unwrap();
        close(found.estimate, 0.356_522_196_728_078_8);
        let sobel = found.sobel.unwrap();
        close(sobel.se, 0.082_377_811_041_193_65);
        close(sobel.z, 4.327_891_118_031_737);
        close(sobel.p, 1.505_438_548_207_716_7e-5);
        let aroian = found.aroian.unwrap();
        close(aroian.se, 0.082_923_610_394_777_54);
        close(aroian.z, 4.299_405_139_631_165);
        close(aroian.p, 1.712_571_574_688_403e-5);
        let goodman = found.goodman.unwrap();
        close(goodman.se, 0.081_828_371_259_437_62);
        close(goodman.z, 4.356_950_911_288_724);
        close(goodman.p, 1.318_868_320_496_398_5e-5);
        assert_eq!(indirect_effect(&[b, a]).unwrap().sobel, found.sobel);
    }

    #[test]
    fn a_longer_chain_by_the_delta_method() {
        let chain = [(0.5, 0.1), (-0.4, 0.2), (0.8, 0.05)].map(|(b, se)| Coefficient { b, se });
        let found = indirect_effect(&chain).unwrap();
        close(found.estimate, -0.16);
        // .01·.16·.64 + .04·.25·.64 + .0025·.25·.16
        close(found.sobel.unwrap().se, (0.001_024_f64 + 0.006_4 + 0.000_1).sqrt());
        assert!(found.sobel.unwrap().z < 0.0);
        assert_eq!(found.aroian, Err(StatsError::Undefined));
    }

    #[test]
    fn goodman_is_undefined_where_its_variance_is_negative() {
        // b²s²ₐ + a²s²_b = 2e-8 < s²ₐs²_b = 1e-4
        let weak = [(0.001, 0.1), (0.001, 0.1)].map(|(b, se)| Coefficient { b, se });
        let found = indirect_effect(&weak).unwrap();
        assert!(found.sobel.is_ok() && found.aroian.is_ok());
        assert_eq!(found.goodman, Err(StatsError::Undefined));
    }

    #[test]
    fn impossible_chains() {
        assert_eq!(indirect_effect(&[]), Err(StatsError::Undefined));
        let negative = Coefficient { b: 1.0, se: -1.0 };
        assert_eq!(indirect_effect(&[negative]), Err(StatsError::Undefined));
        let exact = Coefficient { b: 1.0, se: 0.0 };
        let found = indirect_effect(&[exact, exact]).unwrap();
        assert_eq!(found.sobel, Err(StatsError::Undefined));
    }

    #[test]
    fn the_five_types() {
        use MediationType::*;
        assert_eq!(mediation_type(0.2, true, 0.3, false), IndirectOnly);
        assert_eq!(mediation_type(0.2, true, 0.3, true), Complementary);
        assert_eq!(mediation_type(-0.2, true, -0.3, true), Complementary);
        assert_eq!(mediation_type(0.2, true, -0.3, true), Competitive);
        assert_eq!(mediation_type(0.2, false, 0.3, true), DirectOnly);
        assert_eq!(mediation_type(0.2, false, 0.3, false), NoEffect);
        assert_eq!(Competitive.key(), "competitive");
    }
}
