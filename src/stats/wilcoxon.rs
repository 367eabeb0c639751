//! Wilcoxon's signed-rank test of paired differences, or of one sample against a value, as SPSS NPAR TESTS prints it.

use super::StatsError;
use super::distributions::normal_two_tailed;
use super::ranks::{canonical, mid_ranks};

/// The signed-rank test.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct SignedRanks {
    /// Number of negative differences.
    pub negative: usize,
    /// Number of positive differences.
    pub positive: usize,
    /// Number of differences that are zero; they are left out.
    pub zero: usize,
    /// Rank sum of the negative differences.
    pub sum_negative: f64,
    /// Rank sum of the positive differences.
    pub sum_positive: f64,
    /// z with the variance corrected for ties and no continuity correction; positive when positive differences prevail
    /// (SPSS prints it negative and says in a footnote on which ranks it is based).
    pub z: f64,
    /// Two-tailed normal probability of z.
    pub p: f64,
    /// Matched-pairs rank-biserial correlation (S⁺ − S⁻)/(S⁺ + S⁻) (Kerby 2014, *Compr. Psychol.* 3, 1).
    pub rank_biserial: f64,
    /// r = z/√N with N all pairs, zeros included (Rosenthal 1991).
    pub r: f64,
}

impl SignedRanks {
    /// Mean rank of the negative differences; none without any.
    pub fn mean_negative(&self) -> Option<f64> {
        (self.negative > 0).then(|| self.sum_negative / self.negative as f64)
    }

    /// Mean rank of the positive differences; none without any.
    pub fn mean_positive(&self) -> Option<f64> {
        (self.positive > 0).then(|| self.sum_positive / self.positive as f64)
    }
}

/// Tests whether finite differences (second − first, or value − what it is compared with) lie to one side of 0.
///
/// Zeros are dropped, ties share their mean rank; z = (S⁺ − m(m+1)/4) / √(m(m+1)(2m+1)/24 − Σ(t³−t)/48) (Wilcoxon 1945,
/// *Biometrics* 1, 80; Hollander & Wolfe 1973, 29). Differences are taken to 12 significant digits of `size`, the largest
/// absolute value they were computed from, so that what is zero or tied as a decimal is so here.
///
/// # Errors
/// `NoVariance` when all differences are zero, `TooFewCases` without any, `Undefined` when one is not finite.
pub fn signed_ranks(differences: &[f64], size: f64) -> Result<SignedRanks, StatsError> {
    if differences.is_empty() {
        return Err(StatsError::TooFewCases { needed: 1, got: 0 });
    }
    if differences.iter().any(|v| !v.is_finite()) || !size.is_finite() {
        return Err(StatsError::Undefined);
    }
    let rounding = 1e-12 * size.abs();
    let kept: Vec<f64> = differences.iter().copied().filter(|v| v.abs() > rounding && *v != 0.0).collect();
    if kept.is_empty() {
        return Err(StatsError::NoVariance);
    }
    let sizes: Vec<f64> = kept.iter().map(|v| canonical(v.abs())).collect();
    let ranked = mid_ranks(&sizes);
    let side = |positive: bool| -> f64 {
        kept.iter().zip(&ranked.ranks).filter(|(v, _)| (**v > 0.0) == positive).map(|(_, rank)| rank).sum()
    };
    let (sum_negative, sum_positive) = (side(false), side(true));
    let positive = kept.iter().filter(|v| **v > 0.0).count();
    let m = kept.len() as f64;
    let variance = m * (m + 1.0) * (2.0 * m + 1.0) / 24.0 - ranked.tie_correction() / 48.0;
    let z = (sum_positive - m * (m + 1.0) / 4.0) / variance.sqrt();
    Ok(SignedRanks {
        negative: kept.len() - positive,
        positive,
        zero: differences.len() - kept.len(),
        sum_negative,
        sum_positive,
        z,
        p: normal_two_tailed(z),
        rank_biserial: (sum_positive - sum_negative) / (sum_positive + sum_negative),
        r: z / (differences.len() as f64).sqrt(),
    })
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used, clippy::float_cmp)]
    use super::*;
    use crate::stats::example_data::score;

    fn close(found: f64, expected: f64) {
        assert!((found - expected).abs() <= 1e-10 * expected.abs(), "{found} is not {expected}");
    }

    // Depression scores of Hollander & Wolfe (1973, 29): T⁺ = 40 for first − second; z and p by R 4.2.2
    // wilcox.test(exact = FALSE, correct = FALSE), tests/published/paired.R.
    #[test]
    fn hollander_and_wolfe() {
        // In thousandths.
        let first = [1830.0, 500.0, 1620.0, 2480.0, 1680.0, 1880.0, 1550.0, 3060.0, 1300.0];
        let second = [878.0, 647.0, 598.0, 2050.0, 1060.0, 1290.0, 1060.0, 3140.0, 1290.0];
        let differences: Vec<f64> = second.iter().zip(first).map(|(b, a)| b - a).collect();
        let found = signed_ranks(&differences, 3140.0).unwrap();
        assert_eq!((found.negative, found.positive, found.zero), (7, 2, 0));
        assert_eq!((found.sum_negative, found.sum_positive), (40.0, 5.0));
        close(found.z, -2.073_221_072_156_823);
        close(found.p, 0.038_151_710_173_415_16);
        close(found.rank_biserial, -0.777_777_777_777_777_8);
        assert_eq!((found.mean_negative(), found.mean_positive()), (Some(40.0 / 7.0), Some(2.5)));
    }

    // One sample with zeros and ties: R 4.2.2 wilcox.test(mu = 35), tests/published/paired.R.
    #[test]
    fn one_sample_as_in_r() {
        let differences: Vec<f64> = score("Y2").iter().map(|v| v - 35.0).collect();
        let found = signed_ranks(&differences, 60.0).unwrap();
        assert_eq!((found.negative, found.positive, found.zero), (39, 24, 5));
        assert_eq!((found.sum_negative, found.sum_positive), (1248.0, 768.0));
        close(found.z, -1.646_924_177_468_844);
        close(found.p, 0.099_573_631_662_482_5);
        close(found.r, -1.646_924_177_468_844 / 68_f64.sqrt());
    }

    #[test]
    fn what_cannot_be_computed_has_a_reason() {
        assert_eq!(signed_ranks(&[], 1.0), Err(StatsError::TooFewCases { needed: 1, got: 0 }));
        assert_eq!(signed_ranks(&[0.0, -0.0], 5.0), Err(StatsError::NoVariance));
        assert_eq!(signed_ranks(&[f64::NAN], 5.0), Err(StatsError::Undefined));
        // 0.1 + 0.2 − 0.3 is zero.
        assert_eq!(signed_ranks(&[0.1 + 0.2 - 0.3, 1.0], 0.3).unwrap().zero, 1);
        // So is 1000.1 − 1000 − 0.1, whose noise of 2e-14 is that of numbers of this size.
        assert_eq!(signed_ranks(&[1000.1 - 1000.0 - 0.1, 1.0], 1000.1).unwrap().zero, 1);
        let one = signed_ranks(&[2.0], 2.0).unwrap();
        assert_eq!((one.z, one.mean_negative()), (1.0, None));
    }
}
