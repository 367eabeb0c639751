//! The test of several groups by ranks of Kruskal and Wallis, as SPSS NPAR TESTS prints it.

use super::StatsError;
use super::descriptives::needs;
use super::distributions::chi_squared_sf;
use super::mann_whitney::GroupRanks;
use super::ranks::mid_ranks;

/// The test of several groups by ranks.
#[derive(Debug, Clone, PartialEq)]
pub struct KruskalWallis {
    /// Number of values in all groups.
    pub n: usize,
    /// The ranks of each group among all values.
    pub groups: Vec<GroupRanks>,
    /// H, corrected for ties.
    pub h: f64,
    /// Number of groups − 1.
    pub df: usize,
    /// Upper tail of χ².
    pub p: f64,
    /// ε² = H/(N − 1), the share of the variance of the ranks (Tomczak & Tomczak 2014, *Trends Sport Sci.* 21, 19).
    pub epsilon_squared: f64,
    /// Variance that the ranks share, N(N+1)/12 − Σ(t³−t)/(12(N−1)); what comparisons of two of the groups rest on.
    pub variance: f64,
}

/// Tests whether one of several groups of finite values tends to be higher than another (Kruskal & Wallis 1952, JASA 47,
/// 583): H = (12/(N(N+1)) Σ R²/n − 3(N+1)) / (1 − Σ(t³−t)/(N³−N)).
///
/// # Errors
/// `Undefined` below two groups or for a value that is not finite, `TooFewCases` when a group is empty, `NoVariance` when
/// all values are tied.
pub fn kruskal_wallis(groups: &[Vec<f64>]) -> Result<KruskalWallis, StatsError> {
    if groups.len() < 2 {
        return Err(StatsError::Undefined);
    }
    let all: Vec<f64> = groups.iter().flatten().copied().collect();
    if all.iter().any(|v| !v.is_finite()) {
        return Err(StatsError::Undefined);
    }
    let ranked = mid_ranks(&all);
    let mut rest = ranked.ranks.as_slice();
    let mut out = Vec::with_capacity(groups.len());
    for group in groups {
        needs(1, group.len())?;
        let (own, others) = rest.split_at(group.len());
        rest = others;
        let sum: f64 = own.iter().sum();
        out.push(GroupRanks { n: own.len(), sum, mean: sum / own.len() as f64 });
    }
    let n = all.len() as f64;
    let variance = n * (n + 1.0) / 12.0 - ranked.tie_correction() / (12.0 * (n - 1.0));
    // A pair of values a group each is at least 1/2.
    if variance < 1e-6 {
        return Err(StatsError::NoVariance);
    }
    // About the mean rank nothing large is subtracted.
    let middle = (n + 1.0) / 2.0;
    let spread: f64 = out.iter().map(|group| group.n as f64 * (group.mean - middle) * (group.mean - middle)).sum();
    let h = spread / variance;
    let df = groups.len() - 1;
    Ok(KruskalWallis {
        n: all.len(),
        groups: out,
        h,
        df,
        p: chi_squared_sf(h, df as f64),
        epsilon_squared: h / (n - 1.0),
        variance,
    })
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;
    use crate::stats::example_data::score_by;

    fn close(found: f64, expected: f64) {
        assert!((found - expected).abs() <= 1e-10 * expected.abs(), "{found} is not {expected}");
    }

    // Hollander & Wolfe (1973, 116), mucociliary efficiency: H = .7714, p = .68; digits by R 4.2.2 kruskal.test.
    #[test]
    fn hollander_and_wolfe() {
        let groups = [vec![2.9, 3.0, 2.5, 2.6, 3.2], vec![3.8, 2.7, 4.0, 2.4], vec![2.8, 3.4, 3.7, 2.2, 2.0]];
        let found = kruskal_wallis(&groups).unwrap();
        close(found.h, 0.771_428_571_428_572_2);
        close(found.p, 0.679_964_773_578_893_6);
        assert_eq!((found.n, found.df), (14, 2));
    }

    // R 4.2.2 kruskal.test, tests/published/groups.R: Y2 of the example study by age.
    #[test]
    fn with_ties_as_in_r() {
        let found = kruskal_wallis(&score_by("Y2", "umur")).unwrap();
        close(found.h, 3.440_982_575_529_825);
        close(found.p, 0.178_978_196_510_407);
        close(found.epsilon_squared, 0.051_357_948_888_504_85);
        for (group, mean) in found.groups.iter().zip([18.8, 36.055_555_555_555_56, 35.333_333_333_333_34]) {
            close(group.mean, mean);
        }
    }

    #[test]
    fn what_cannot_be_computed_has_a_reason() {
        assert_eq!(kruskal_wallis(&[vec![1.0, 2.0]]), Err(StatsError::Undefined));
        assert_eq!(kruskal_wallis(&[vec![1.0], vec![]]), Err(StatsError::TooFewCases { needed: 1, got: 0 }));
        assert_eq!(kruskal_wallis(&[vec![1.0, 1.0], vec![1.0]]), Err(StatsError::NoVariance));
        assert_eq!(kruskal_wallis(&[vec![f64::INFINITY], vec![1.0]]), Err(StatsError::Undefined));
        let many: Vec<Vec<f64>> = (0..40).map(|i| vec![f64::from(i)]).collect();
        close(kruskal_wallis(&many).unwrap().h, 39.0);
    }
}
