//! The studentized range: the distribution behind Tukey's comparison of all pairs of means.

use super::distributions::{normal_cdf, normal_sf};
use super::roots::crossing;
use super::scale_mixture::over_scale;
use std::f64::consts::TAU;

/// Step of the trapezoids over the smallest of the normal variables; their error is below 1e-16 here.
const STEP: f64 = 0.2;
/// Where the density of a normal variable no longer counts.
const FAR: f64 = 38.0;
/// Step and end of the table of the range of normal variables. Polynomials through eight neighbours err by less than
/// 2e-10 of it, of few groups by 1e-12; the tail at the end is below 1e-25.
const TABLE: (f64, f64) = (1.0 / 16.0, 16.0);
/// Values through which a polynomial is laid.
const NEIGHBOURS: usize = 8;

/// The distribution of (largest − smallest) / s of `groups` independent standard normal variables, s² being χ² over its
/// degrees of freedom.
///
/// As Copenhaver & Holland (1988, *J. Stat. Comput. Simul.* 30, 1), which R's `ptukey` follows, but integrating the upper
/// tail itself: relative error below 2e-10 where `ptukey`'s is an absolute 1e-10.
#[derive(Debug, Clone)]
pub struct StudentizedRange {
    groups: usize,
    /// z, its weight k φ(z) Φ(z)^(k−1) and Φ(z), in rising order of z.
    nodes: Vec<(f64, f64, f64)>,
    /// ln P(range > w) at every step of w.
    table: Vec<f64>,
}

impl StudentizedRange {
    /// The range of `groups` variables; of fewer than two nothing is ever significant.
    pub fn new(groups: usize) -> StudentizedRange {
        let k = groups as f64;
        let node = |i: i32| {
            let z = f64::from(i) * STEP;
            let below = normal_cdf(z);
            (z, STEP * k * (-0.5 * z * z).exp() / TAU.sqrt() * below.powf(k - 1.0), below)
        };
        let end = (FAR / STEP) as i32;
        let nodes = (-45..=end).map(node).filter(|node| node.1 > 0.0).collect();
        let mut range = StudentizedRange { groups, nodes, table: Vec::new() };
        let (step, end) = TABLE;
        range.table = (0..=(end / step) as usize).map(|i| range.integrated_sf(i as f64 * step).ln()).collect();
        range
    }

    /// P(Q > q); `df` at least 1 and possibly infinite, else 1.
    pub fn sf(&self, q: f64, df: f64) -> f64 {
        if q.is_nan() || df.is_nan() || df < 1.0 || self.groups < 2 || q <= 0.0 {
            return 1.0;
        }
        if q.is_infinite() {
            return 0.0;
        }
        over_scale(df, q.min((2.0 * df).sqrt() + 10.0), (8.0 / q).min(1.0), |s| self.range_sf(q * s)).min(1.0)
    }

    /// The q with P(Q > q) = `tail`; infinite where that is no probability.
    pub fn upper_quantile(&self, tail: f64, df: f64) -> f64 {
        let usable = tail > 0.0 && tail < 1.0 && df >= 1.0 && self.groups >= 2;
        if !usable {
            return f64::INFINITY;
        }
        let above = |ln_q: f64| tail.ln() - self.sf(ln_q.exp(), df).max(1e-300).ln();
        let mut end: f64 = 2.0;
        while above(end) < 0.0 && end < 200.0 {
            end += 2.0;
        }
        crossing(above, -30.0, end).map_or(f64::INFINITY, f64::exp)
    }

    /// P(range > w) of normal variables, from the table where it reaches.
    fn range_sf(&self, w: f64) -> f64 {
        let position = w / TABLE.0;
        let first = (position as usize).saturating_sub(NEIGHBOURS / 2 - 1).min(self.table.len().saturating_sub(NEIGHBOURS));
        let Some(values) = self.table.get(first..first + NEIGHBOURS).filter(|_| w <= TABLE.1) else {
            return self.integrated_sf(w);
        };
        // Neville's scheme on whole positions.
        let x = position - first as f64;
        let mut p = [0.0; NEIGHBOURS];
        p.copy_from_slice(values);
        for order in 1..NEIGHBOURS {
            for i in 0..NEIGHBOURS - order {
                p[i] += (x - i as f64) * (p[i + 1] - p[i]) / order as f64;
            }
        }
        p[0].exp().min(1.0)
    }

    /// P(range > w) of normal variables: ∫ k φ(z) {Φ(z)^(k−1) − [Φ(z) − Φ(z−w)]^(k−1)} dz over the largest of them.
    fn integrated_sf(&self, w: f64) -> f64 {
        let k = self.groups as f64;
        // Φ(z−w) is below 1e-300 for smaller z, and the density for larger ones.
        let from = w - FAR;
        let nodes = self.nodes.iter().skip_while(|node| node.0 < from).take_while(|node| node.0 < 0.5 * w + 12.0);
        let sum: f64 = nodes
            .map(|(z, weight, below)| {
                let lower = normal_sf(w - z);
                weight * -((k - 1.0) * (-(lower / below).min(1.0)).ln_1p()).exp_m1()
            })
            .sum();
        sum.min(1.0)
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used, clippy::float_cmp)]
    use super::*;
    use crate::stats::distributions::t_two_tailed;

    fn close(found: f64, expected: f64, relative: f64) {
        assert!((found - expected).abs() <= relative * expected.abs(), "{found:e} is not {expected:e}");
    }

    // Double integrals in R, tests/published/distributions.R; ptukey agrees within its own error.
    #[test]
    fn tails() {
        for (q, groups, df, expected, ptukey) in [
            (3.5, 3, 20.0, 0.055_891_849_081_749_14, 0.055_891_849_082_059_35),
            (4.163, 6, 66.0, 0.048_915_066_848_972_41, 0.048_915_066_813_585_48),
            (1.0, 2, 5.0, 0.511_084_080_430_280_8, 0.511_084_080_430_356),
            (10.0, 6, 66.0, 1.799_363_965_105_218e-8, 1.798_501_558_791_799e-8),
            (11.0, 6, 66.0, 9.852_293_854_534_095e-10, 9.765_780_406_567_615e-10),
            (5.0, 40, 100.0, 0.184_503_131_003_343_3, 0.184_503_126_540_762_6),
            (3.6, 3, 3.5, 0.143_889_882_788_226_9, 0.143_890_022_330_601_6),
            (0.2, 4, 12.0, 0.998_932_149_296_828_6, 0.998_932_149_296_929_2),
        ] {
            let found = StudentizedRange::new(groups).sf(q, df);
            close(found, expected, 1e-10);
            assert!((found - ptukey).abs() < 1e-6);
        }
    }

    // Two means: the range is √2 |t|.
    #[test]
    fn two_groups_are_student() {
        let range = StudentizedRange::new(2);
        for (t, df) in [(0.1, 4.0), (2.0, 10.0), (6.0, 66.0), (12.0, 7.5), (3.0, 1e6), (20.0, 1e9)] {
            close(range.sf(t * std::f64::consts::SQRT_2, df), t_two_tailed(t, df), 1e-10);
        }
    }

    // Table of upper 5 % and 1 % points (Harter 1960, Ann. Math. Stat. 31, 1122), and R 4.2.2 qtukey.
    #[test]
    fn quantiles() {
        for (tail, groups, df, table, qtukey) in [
            (0.05, 3, 20.0, 3.578, 3.577_934_581_525_569),
            (0.05, 6, 66.0, 4.151, 4.150_850_727_469_214),
            (0.01, 10, 12.0, 6.814, 6.813_554_481_14),
        ] {
            let found = StudentizedRange::new(groups).upper_quantile(tail, df);
            assert!((found - table).abs() < 6e-4, "{found}");
            close(found, qtukey, 1e-6);
        }
        let student = crate::stats::distributions::t_quantile(0.975, 2.0);
        close(StudentizedRange::new(2).upper_quantile(0.05, 2.0), student * std::f64::consts::SQRT_2, 1e-10);
    }

    // The table and the integral it is made from.
    #[test]
    fn table_keeps_the_digits() {
        for groups in [2, 3, 6, 40] {
            let range = StudentizedRange::new(groups);
            for i in 1..330 {
                let w = f64::from(i) * 0.0487;
                close(range.range_sf(w), range.integrated_sf(w), 2e-10);
            }
        }
    }

    #[test]
    fn wrong_arguments_make_nothing_significant() {
        let range = StudentizedRange::new(3);
        for p in [range.sf(f64::NAN, 5.0), range.sf(3.0, 0.5), range.sf(-1.0, 5.0), StudentizedRange::new(1).sf(9.0, 9.0)] {
            assert_eq!(p, 1.0);
        }
        assert_eq!(range.sf(f64::INFINITY, 5.0), 0.0);
        assert_eq!(range.upper_quantile(0.0, 5.0), f64::INFINITY);
    }
}
