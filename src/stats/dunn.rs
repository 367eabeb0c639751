//! Dunn's comparison of all pairs of groups after the test of Kruskal and Wallis, with Holm's correction.

use super::distributions::normal_two_tailed;
use super::kruskal_wallis::KruskalWallis;

/// A pair of groups compared by their mean ranks.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct RankComparison {
    /// Position of the first group.
    pub first: usize,
    /// Position of the second group.
    pub second: usize,
    /// Mean rank of the first minus that of the second.
    pub difference: f64,
    /// Its standard error.
    pub se: f64,
    /// difference / se.
    pub z: f64,
    /// Two-tailed, for this pair alone.
    pub p: f64,
    /// Two-tailed, with Holm's correction for all pairs.
    pub p_holm: f64,
}

/// Compares every pair of groups (Dunn 1964, *Technometrics* 6, 241, with the variance corrected for ties), p corrected
/// by Holm (1979, *Scand. J. Stat.* 6, 65).
///
/// Pairs in the order 0–1, 0–2, …, 1–2, …
pub fn dunn(test: &KruskalWallis) -> Vec<RankComparison> {
    let mut out = Vec::new();
    for (first, a) in test.groups.iter().enumerate() {
        for (second, b) in test.groups.iter().enumerate().skip(first + 1) {
            let difference = a.mean - b.mean;
            let se = (test.variance * (1.0 / a.n as f64 + 1.0 / b.n as f64)).sqrt();
            let z = difference / se;
            let p = normal_two_tailed(z);
            out.push(RankComparison { first, second, difference, se, z, p, p_holm: p });
        }
    }
    let corrected = holm(&out.iter().map(|pair| pair.p).collect::<Vec<f64>>());
    for (pair, p) in out.iter_mut().zip(corrected) {
        pair.p_holm = p;
    }
    out
}

/// Holm's correction: the i-th smallest of m probabilities times m + 1 − i, never below a smaller one's, at most 1.
pub fn holm(p: &[f64]) -> Vec<f64> {
    let mut order: Vec<usize> = (0..p.len()).collect();
    order.sort_by(|&a, &b| p[a].total_cmp(&p[b]));
    let mut out = vec![1.0; p.len()];
    let mut largest = 0.0_f64;
    for (rank, at) in order.into_iter().enumerate() {
        largest = largest.max(p[at] * (p.len() - rank) as f64).min(1.0);
        out[at] = largest;
    }
    out
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used, clippy::float_cmp)]
    use super::*;
    use crate::stats::example_data::score_by;
    use crate::stats::kruskal_wallis::kruskal_wallis;

    fn close(found: f64, expected: f64) {
        assert!((found - expected).abs() <= 1e-10 * expected.abs(), "{found} is not {expected}");
    }

    // The formula in R 4.2.2 with p.adjust(method = "holm"), tests/published/groups.R.
    #[test]
    fn as_in_r() {
        let pairs = dunn(&kruskal_wallis(&score_by("Y2", "umur")).unwrap());
        let expected = [
            (0, 1, -1.833_310_244_963_619, 0.066_756_446_689_495_8, 0.200_269_340_068_487_4),
            (0, 2, -1.721_928_093_880_977, 0.085_082_545_048_801_11, 0.200_269_340_068_487_4),
            (1, 2, 0.143_845_539_641_405_1, 0.885_622_441_360_692_8, 0.885_622_441_360_692_8),
        ];
        assert_eq!(pairs.len(), 3);
        for (pair, (first, second, z, p, p_holm)) in pairs.iter().zip(expected) {
            assert_eq!((pair.first, pair.second), (first, second));
            close(pair.z, z);
            close(pair.p, p);
            close(pair.p_holm, p_holm);
        }
    }

    // Holm (1979): hand computation.
    #[test]
    fn holm_by_hand() {
        assert_eq!(holm(&[0.01, 0.04, 0.03]), [0.03, 0.06, 0.06]);
        assert_eq!(holm(&[0.6, 0.5]), [1.0, 1.0]);
        assert_eq!(holm(&[]), Vec::<f64>::new());
    }
}
