//! Association of two columns: Pearson, Spearman and Kendall, as SPSS CORRELATIONS and NONPAR CORR.

use super::StatsError;
use super::descriptives::{compensated, is_constant, mean, needs};
use super::distributions::{normal_quantile, normal_sf, t_two_tailed};
use super::ranks::{canonical, mid_ranks};

/// A correlation coefficient with its two-tailed test.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Correlation {
    /// The coefficient, −1 to 1.
    pub r: f64,
    /// Two-tailed probability of it when there is no association; 0 when |r| is 1.
    pub p: f64,
    /// Number of pairs.
    pub n: usize,
}

/// Kendall's τ-b with its large-sample test.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Kendall {
    /// The coefficient, −1 to 1.
    pub tau_b: f64,
    /// Standardized concordance, without continuity correction.
    pub z: f64,
    /// Two-tailed normal probability of `z`.
    pub p: f64,
    /// Number of pairs.
    pub n: usize,
}

/// Pearson's product-moment correlation; p from t = r√((n−2)/(1−r²)) with n − 2 degrees of freedom.
///
/// Columns of equal length, finite. Errors: `TooFewCases` below three pairs, `NoVariance` when a
/// column is constant, `Undefined` when the lengths differ or the sums overflow.
pub fn pearson(x: &[f64], y: &[f64]) -> Result<Correlation, StatsError> {
    pair_up(x, y, 3)?;
    if is_constant(x) || is_constant(y) {
        return Err(StatsError::NoVariance);
    }
    let (mx, my) = (mean(x)?, mean(y)?);
    let sxx = compensated(x.iter().map(|a| (a - mx) * (a - mx)));
    let syy = compensated(y.iter().map(|b| (b - my) * (b - my)));
    if !(sxx.is_finite() && syy.is_finite()) {
        return Err(StatsError::Undefined);
    }
    let sxy = compensated(x.iter().zip(y).map(|(a, b)| (a - mx) * (b - my)));
    correlation_test(sxy / sxx.sqrt() / syy.sqrt(), x.len())
}

/// Spearman's ρ: Pearson's correlation of the mid-ranks, p from t with n − 2 degrees of freedom (as
/// SPSS; R's default for n < 10 without ties is exact). Arguments and errors as [`pearson`].
pub fn spearman(x: &[f64], y: &[f64]) -> Result<Correlation, StatsError> {
    pair_up(x, y, 3)?;
    pearson(&mid_ranks(x).ranks, &mid_ranks(y).ranks)
}

/// Kendall's τ-b = S / √((n₀−n₁)(n₀−n₂)), z = S/√var(S) with the tie-corrected variance of Kendall
/// (1970, Rank Correlation Methods, eq. 4.3), no continuity correction, as SPSS.
///
/// S in O(n log n) by counting exchanges of a merge sort (Knight 1966, JASA 61, 436). Arguments and
/// errors as [`pearson`].
pub fn kendall(x: &[f64], y: &[f64]) -> Result<Kendall, StatsError> {
    pair_up(x, y, 3)?;
    let n = x.len();
    let mut pairs: Vec<(f64, f64)> = x.iter().zip(y).map(|(&a, &b)| (canonical(a), canonical(b))).collect();
    pairs.sort_unstable_by(|a, b| a.0.total_cmp(&b.0).then(a.1.total_cmp(&b.1)));
    let tied_in_both = 2.0 * tied_pairs(&pairs, |a, b| a.0.total_cmp(&b.0).is_eq() && a.1.total_cmp(&b.1).is_eq());
    let (rx, ry) = (mid_ranks(x), mid_ranks(y));
    let (tx, ty) = (rx.tied_pairs_twice(), ry.tied_pairs_twice());
    let mut second: Vec<f64> = pairs.iter().map(|p| p.1).collect();
    let discordant = exchanges(&mut second) as f64;

    let size = n as f64;
    let all = size * (size - 1.0);
    // Counts of ordered pairs, hence the halves below.
    if all - tx < 1.0 || all - ty < 1.0 {
        return Err(StatsError::NoVariance);
    }
    let s = (all - tx - ty + tied_in_both) / 2.0 - 2.0 * discordant;
    let tau_b = s / ((all - tx).sqrt() * (all - ty).sqrt() / 2.0);

    let once = |t: f64| t * (t - 1.0) * (2.0 * t + 5.0);
    let twice = |t: f64| t * (t - 1.0) * (t - 2.0);
    let variance = (once(size) - rx.tie_sum(once) - ry.tie_sum(once)) / 18.0
        + tx * ty / (2.0 * all)
        + rx.tie_sum(twice) * ry.tie_sum(twice) / (9.0 * all * (size - 2.0));
    let z = s / variance.sqrt();
    if !z.is_finite() {
        return Err(StatsError::Undefined);
    }
    Ok(Kendall { tau_b: tau_b.clamp(-1.0, 1.0), z, p: (2.0 * normal_sf(z.abs())).min(1.0), n })
}

/// Interval of a Pearson correlation by Fisher's z (1921, Metron 1, 3): tanh(atanh r ± z√(1/(n−3))).
///
/// `confidence` between 0 and 1. Errors: `TooFewCases` below four pairs; `Undefined` when |r| is 1 or
/// the confidence is not a probability.
pub fn fisher_interval(r: f64, n: usize, confidence: f64) -> Result<(f64, f64), StatsError> {
    needs(4, n)?;
    if !(r.abs() < 1.0 && confidence > 0.0 && confidence < 1.0) {
        return Err(StatsError::Undefined);
    }
    let half = normal_quantile(0.5 + confidence / 2.0) / ((n - 3) as f64).sqrt();
    Ok(((r.atanh() - half).tanh(), (r.atanh() + half).tanh()))
}

/// The test of a correlation that is already computed; n at least 3.
pub(crate) fn correlation_test(r: f64, n: usize) -> Result<Correlation, StatsError> {
    needs(3, n)?;
    if !r.is_finite() {
        return Err(StatsError::Undefined);
    }
    let r = r.clamp(-1.0, 1.0);
    let left = (1.0 - r) * (1.0 + r);
    // What separates an exact linear relation from 1 is rounding.
    if left <= 8.0 * f64::EPSILON {
        return Ok(Correlation { r: r.signum(), p: 0.0, n });
    }
    let df = (n - 2) as f64;
    let p = t_two_tailed(r * (df / left).sqrt(), df);
    Ok(Correlation { r, p, n })
}

fn pair_up(x: &[f64], y: &[f64], needed: usize) -> Result<(), StatsError> {
    if x.len() != y.len() || x.iter().chain(y).any(|v| !v.is_finite()) {
        return Err(StatsError::Undefined);
    }
    needs(needed, x.len())
}

/// Σ t(t−1)/2 over runs of equal neighbours.
fn tied_pairs<T>(sorted: &[T], same: impl Fn(&T, &T) -> bool) -> f64 {
    sorted.chunk_by(same).map(|run| run.len() as f64 * (run.len() as f64 - 1.0) / 2.0).sum()
}

/// Sorts the values and counts the pairs that stood in strictly descending order.
fn exchanges(values: &mut [f64]) -> u64 {
    let n = values.len();
    let mut merged = vec![0.0; n];
    let mut count = 0_u64;
    let mut width = 1;
    while width < n {
        for start in (0..n).step_by(2 * width) {
            let middle = (start + width).min(n);
            let end = (start + 2 * width).min(n);
            let (mut left, mut right) = (start, middle);
            for slot in &mut merged[start..end] {
                if left < middle && (right >= end || values[left] <= values[right]) {
                    *slot = values[left];
                    left += 1;
                } else {
                    // Everything still waiting on the left is larger than this one.
                    count += (middle - left) as u64;
                    *slot = values[right];
                    right += 1;
                }
            }
        }
        values.copy_from_slice(&merged);
        width *= 2;
    }
    count
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::float_cmp)]
    use super::*;
    use crate::stats::example_data::{items, score};

    fn close(a: f64, b: f64, relative: f64) {
        assert!((a - b).abs() <= relative * b.abs(), "{a} is not {b}");
    }

    // Expected: R 4.2.2 cor.test on the scores of the example study.
    #[test]
    fn pearson_as_in_r() {
        let c = pearson(&score("X1"), &score("Y1")).unwrap();
        close(c.r, 0.796_192_590_258_649_4, 1e-13);
        close(c.p, 4.828_300_562_206_958e-16, 1e-6);
        let (low, high) = fisher_interval(c.r, c.n, 0.95).unwrap();
        close(low, 0.688_459_306_629_606_1, 1e-9);
        close(high, 0.869_549_170_261_953_4, 1e-9);
        let (low, high) = fisher_interval(c.r, c.n, 0.90).unwrap();
        close(low, 0.708_470_108_618_310_1, 1e-9);
        close(high, 0.859_686_886_818_537_6, 1e-9);
        let c = pearson(&score("X2"), &score("Y2")).unwrap();
        close(c.r, 0.695_886_943_497_748_2, 1e-13);
        close(c.p, 4.484_123_094_634_516e-11, 1e-6);
    }

    /// By hand: deviations ∓30001, ∓12347, 0 and ∓2, ∓1, 0 give 144698/√(2105016820·10), however far from zero the values lie:
    /// squares of deviations must not be made of squares of values.
    #[test]
    fn pearson_far_from_zero() {
        let x = [-30_001.0, -12_347.0, 0.0, 12_347.0, 30_001.0].map(|v| v + 2_f64.powi(40));
        let y = [-2.0, -1.0, 0.0, 1.0, 2.0];
        for (x, y) in [(&x, &y), (&y, &x)] {
            close(pearson(x, y).unwrap().r, 144_698.0 / 21_050_168_200_f64.sqrt(), 1e-14);
        }
    }

    // Expected: R 4.2.2 cor.test of rank(x), rank(y), which is cor.test(method = "spearman", exact = FALSE).
    #[test]
    fn spearman_as_in_r() {
        let c = spearman(&score("X2"), &score("Y2")).unwrap();
        close(c.r, 0.678_082_353_638_817_8, 1e-12);
        close(c.p, 2.120_524_566_172_941e-10, 1e-6);
        let c = spearman(&items("X1")[0], &items("Y1")[2]).unwrap();
        close(c.r, 0.360_132_649_227_923_9, 1e-12);
        close(c.p, 0.002_556_353_379_361_461_4, 1e-8);
    }

    // Expected: R 4.2.2 cor.test(method = "kendall", exact = FALSE).
    #[test]
    fn kendall_as_in_r() {
        let k = kendall(&score("X2"), &score("Y2")).unwrap();
        close(k.tau_b, 0.512_465_325_723_169_7, 1e-12);
        close(k.z, 5.828_068_456_453_448, 1e-12);
        close(k.p, 5.607_257_832_649_817e-9, 1e-6);
        let k = kendall(&items("X1")[0], &items("Y1")[2]).unwrap();
        close(k.tau_b, 0.328_613_766_467_619_14, 1e-12);
        close(k.z, 3.040_574_746_902_466, 1e-12);
        close(k.p, 0.002_361_270_729_690_025, 1e-8);
    }

    // Student's sleep data (1908), drug1 and drug2: R 4.2.2 cor.test.
    #[test]
    fn sleep_as_in_r() {
        let a = [0.7, -1.6, -0.2, -1.2, -0.1, 3.4, 3.7, 0.8, 0.0, 2.0];
        let b = [1.9, 0.8, 1.1, 0.1, -0.1, 4.4, 5.5, 1.6, 4.6, 3.4];
        let c = pearson(&a, &b).unwrap();
        close(c.r, 0.795_170_205_833_577_8, 1e-12);
        close(c.p, 0.005_964_995_796_918_457, 1e-8);
        close(spearman(&a, &b).unwrap().r, 0.781_818_181_818_181_7, 1e-12);
        let k = kendall(&a, &b).unwrap();
        close(k.tau_b, 0.6, 1e-12);
        close(k.z, 2.414_953_415_699_773, 1e-12);
        close(k.p, 0.015_737_222_266_311_007, 1e-8);
    }

    #[test]
    fn exchanges_count_every_descending_pair() {
        let values = [3.0, 1.0, 2.0, 2.0, 5.0, 0.0, 4.0];
        let mut by_hand = 0;
        for i in 0..values.len() {
            by_hand += values[i + 1..].iter().filter(|v| **v < values[i]).count() as u64;
        }
        let mut sorted = values;
        assert_eq!(exchanges(&mut sorted), by_hand);
        assert_eq!(sorted, [0.0, 1.0, 2.0, 2.0, 3.0, 4.0, 5.0]);
    }

    #[test]
    fn what_cannot_be_computed_has_a_reason() {
        let x = [1.0, 2.0, 3.0, 4.0];
        let too_few = StatsError::TooFewCases { needed: 3, got: 2 };
        assert_eq!(pearson(&x[..2], &x[..2]), Err(too_few));
        assert_eq!(kendall(&x[..2], &x[..2]), Err(too_few));
        assert_eq!(pearson(&x, &[7.0; 4]), Err(StatsError::NoVariance));
        assert_eq!(spearman(&[7.0; 4], &x), Err(StatsError::NoVariance));
        assert_eq!(kendall(&x, &[7.0; 4]), Err(StatsError::NoVariance));
        assert_eq!(pearson(&x, &x[..3]), Err(StatsError::Undefined));
        assert_eq!(pearson(&x, &[1.0, f64::NAN, 2.0, 3.0]), Err(StatsError::Undefined));
        let down: Vec<f64> = x.iter().map(|v| 0.1 - 0.3 * v).collect();
        let c = pearson(&x, &down).unwrap();
        assert_eq!((c.r, c.p), (-1.0, 0.0));
        assert_eq!(fisher_interval(c.r, 4, 0.95), Err(StatsError::Undefined));
        assert_eq!(fisher_interval(0.5, 3, 0.95), Err(StatsError::TooFewCases { needed: 4, got: 3 }));
    }
}
