//! The rank-sum test of two groups by Wilcoxon and by Mann and Whitney, as SPSS NPAR TESTS prints it.

use super::StatsError;
use super::descriptives::needs;
use super::distributions::{normal_quantile, normal_two_tailed};
use super::ranks::mid_ranks;
use super::roots::crossing;

/// Sizes up to which SPSS prints the exact probability: n₁n₂ and n₁n₂/2 + the smaller size.
const EXACT: (usize, f64) = (400, 220.0);

/// The ranks of one group among all values.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct GroupRanks {
    /// Number of values.
    pub n: usize,
    /// Sum of their ranks.
    pub sum: f64,
    /// Mean of their ranks.
    pub mean: f64,
}

/// An effect size between two limits.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Estimate {
    /// The estimate.
    pub value: f64,
    /// Lower end of its interval.
    pub low: f64,
    /// Upper end.
    pub high: f64,
}

/// The test of two groups by ranks.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct MannWhitney {
    /// Ranks of the first group.
    pub first: GroupRanks,
    /// Ranks of the second group.
    pub second: GroupRanks,
    /// Mann–Whitney U, the smaller of both.
    pub u: f64,
    /// Wilcoxon W: the rank sum of the group with the smaller mean rank.
    pub w: f64,
    /// z of U with the variance corrected for ties and no continuity correction; positive when the first group ranks
    /// higher (SPSS prints it negative, whichever group that is).
    pub z: f64,
    /// Two-tailed normal probability of z.
    pub p: f64,
    /// `2*(1-tailed)` of the exact distribution of U, not corrected for ties; absent where SPSS prints none.
    pub p_exact: Option<f64>,
    /// Rank-biserial correlation (U₁ − U₂)/(n₁n₂): positive when the first group ranks higher (Cureton 1956). Its interval
    /// is that of P(first > second) by method 5 of Newcombe (2006, *Stat. Med.* 25, 559).
    pub rank_biserial: Estimate,
    /// r = z/√N (Rosenthal 1991), with the sign of z.
    pub r: f64,
}

/// Tests whether one of two groups of finite values tends to be higher; `confidence` of the interval in (0, 1).
///
/// z = (U − n₁n₂/2) / √(n₁n₂/(N(N−1)) · ((N³−N)/12 − Σ(t³−t)/12)).
///
/// # Errors
/// `TooFewCases` when a group is empty, `NoVariance` when all values are tied, `Undefined` when one is not finite or the
/// confidence is no probability.
pub fn mann_whitney(first: &[f64], second: &[f64], confidence: f64) -> Result<MannWhitney, StatsError> {
    needs(1, first.len().min(second.len()))?;
    let all: Vec<f64> = first.iter().chain(second).copied().collect();
    if all.iter().any(|v| !v.is_finite()) || !(confidence > 0.0 && confidence < 1.0) {
        return Err(StatsError::Undefined);
    }
    let ranked = mid_ranks(&all);
    let group = |ranks: &[f64]| {
        let sum: f64 = ranks.iter().sum();
        GroupRanks { n: ranks.len(), sum, mean: sum / ranks.len() as f64 }
    };
    let (upper, lower) = ranked.ranks.split_at(first.len());
    let (first, second) = (group(upper), group(lower));
    let (n1, n2) = (first.n as f64, second.n as f64);
    let (n, pairs) = (n1 + n2, n1 * n2);
    let variance = pairs / (n * (n - 1.0)) * ((n * n * n - n) - ranked.tie_correction()) / 12.0;
    if variance <= 0.0 {
        return Err(StatsError::NoVariance);
    }
    let u1 = first.sum - n1 * (n1 + 1.0) / 2.0;
    let u = u1.min(pairs - u1);
    let z = (u1 - pairs / 2.0) / variance.sqrt();
    let is_small = first.n * second.n <= EXACT.0 && pairs / 2.0 + n1.min(n2) <= EXACT.1;
    Ok(MannWhitney {
        first,
        second,
        u,
        w: if first.mean <= second.mean { first.sum } else { second.sum },
        z,
        p: normal_two_tailed(z),
        p_exact: is_small.then(|| exact(u, first.n, second.n)),
        rank_biserial: rank_biserial(u1 / pairs, n1, n2, confidence)?,
        r: z / n.sqrt(),
    })
}

/// Twice the probability that U of untied values is at most `u`, but not more than 1.
///
/// The number of arrangements by the recurrence of Mann & Whitney (1947, Ann. Math. Stat. 18, 50); whole numbers below 2⁵³.
fn exact(u: f64, n1: usize, n2: usize) -> f64 {
    let (short, long) = (n1.min(n2), n1.max(n2));
    // Gaussian binomial coefficients: multiply by (1 − q^(long+i)) and divide by (1 − q^i), i = 1 … short.
    let mut counts = vec![0.0; short * long + 1];
    if let Some(first) = counts.first_mut() {
        *first = 1.0;
    }
    for i in 1..=short {
        for at in (long + i..counts.len()).rev() {
            counts[at] -= counts[at - long - i];
        }
        for at in i..counts.len() {
            counts[at] += counts[at - i];
        }
    }
    let all: f64 = counts.iter().sum();
    let below: f64 = counts.iter().take(u.floor() as usize + 1).sum();
    (2.0 * below / all).min(1.0)
}

/// 2θ − 1 with the limits between which θ solves |θ̂ − θ| = z √V(θ), V the variance of Hanley & McNeil (1982, *Radiology*
/// 143, 29) with the mean of both sizes in the place of each.
fn rank_biserial(theta: f64, n1: f64, n2: f64, confidence: f64) -> Result<Estimate, StatsError> {
    let half = (n1 + n2) / 2.0 - 1.0;
    let z = normal_quantile(0.5 + confidence / 2.0);
    let outside = |x: f64| {
        let variance = x * (1.0 - x) * (1.0 + half * ((1.0 - x) / (2.0 - x) + x / (1.0 + x))) / (n1 * n2);
        (theta - x) * (theta - x) - z * z * variance
    };
    // At the ends the variance is 0: there the limit is the end itself, if θ̂ is.
    let inside = theta.clamp(1e-12, 1.0 - 1e-12);
    let limit = |end: f64| {
        if (theta - end).abs() < 1e-12 { Ok(end) } else { crossing(outside, end, inside).ok_or(StatsError::NotConverged) }
    };
    let scaled = |theta: f64| 2.0 * theta - 1.0;
    Ok(Estimate { value: scaled(theta), low: scaled(limit(0.0)?), high: scaled(limit(1.0)?) })
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used, clippy::float_cmp)]
    use super::*;
    use crate::stats::example_data::score_by;

    fn close(found: f64, expected: f64) {
        assert!((found - expected).abs() <= 1e-10 * expected.abs(), "{found} is not {expected}");
    }

    // R 4.2.2, tests/published/groups.R: Y2 of the example study by sex, wilcox.test(exact = FALSE, correct = FALSE).
    #[test]
    fn as_in_r() {
        let groups = score_by("Y2", "jenis_kelamin");
        let found = mann_whitney(&groups[0], &groups[1], 0.95).unwrap();
        assert_eq!((found.first.n, found.second.n, found.first.sum, found.second.sum), (41, 27, 1439.0, 907.0));
        close(found.first.mean, 35.097_560_975_609_75);
        // The first group ranks higher, so that its U of 578 is the larger one.
        assert_eq!((found.u, found.w), (41.0 * 27.0 - 578.0, 907.0));
        close(found.z, 0.307_899_813_030_716_8);
        close(found.p, 0.758_158_568_065_430_6);
        assert_eq!(found.p_exact, None);
        close(found.rank_biserial.value, 0.044_263_775_971_093_1);
        close(found.rank_biserial.low, -0.229_181_188_451_825_9);
        close(found.rank_biserial.high, 0.310_064_616_541_067_2);
        close(found.r, 0.307_899_813_030_716_8 / 68_f64.sqrt());
        // The other way round everything changes its sign.
        let turned = mann_whitney(&groups[1], &groups[0], 0.95).unwrap();
        assert_eq!((turned.u, turned.w, turned.z), (found.u, found.w, -found.z));
        close(turned.rank_biserial.high, -found.rank_biserial.low);
    }

    // R 4.2.2 2·pwilcox, tests/published/groups.R.
    #[test]
    fn exact_distribution() {
        for (u, n1, n2, p) in [
            (6.0, 10, 12, 9.278_647_049_544_882e-5),
            (37.0, 10, 10, 0.352_681_374_353_200_1),
            (0.5, 3, 4, 0.057_142_857_142_857_14),
            (25.0, 50, 4, 0.009_340_681_926_697_465),
        ] {
            close(exact(u, n1, n2), p);
        }
        assert_eq!(exact(50.0, 10, 10), 1.0);
    }

    #[test]
    fn what_cannot_be_computed_has_a_reason() {
        let too_few = StatsError::TooFewCases { needed: 1, got: 0 };
        assert_eq!(mann_whitney(&[], &[1.0, 2.0], 0.95), Err(too_few));
        assert_eq!(mann_whitney(&[3.0; 4], &[3.0; 2], 0.95), Err(StatsError::NoVariance));
        assert_eq!(mann_whitney(&[f64::NAN], &[3.0], 0.95), Err(StatsError::Undefined));
        // One value against one, and complete separation.
        let one = mann_whitney(&[1.0], &[2.0], 0.95).unwrap();
        assert_eq!((one.z, one.p_exact, one.rank_biserial.value, one.rank_biserial.low), (-1.0, Some(1.0), -1.0, -1.0));
        // Of 3 and 4 separate values the other limit solves 12 (1 − θ) = z² θ (1 + 2,5 ((1 − θ)/(2 − θ) + θ/(1 + θ))).
        let separate = mann_whitney(&[4.0, 5.0, 6.0, 7.0], &[1.0, 2.0, 3.0], 0.95).unwrap().rank_biserial;
        let theta = (separate.low + 1.0) / 2.0;
        let right = theta * (1.0 + 2.5 * ((1.0 - theta) / (2.0 - theta) + theta / (1.0 + theta)));
        assert!((12.0 * (1.0 - theta) / right - 1.959_963_984_540_054_f64.powi(2)).abs() < 1e-6, "{theta}");
        // 0.1 + 0.2 and 0.3 are tied.
        let tied = mann_whitney(&[0.1 + 0.2, 1.0], &[0.3, 2.0], 0.95).unwrap();
        assert_eq!(tied.first.sum, 4.5);
    }
}
