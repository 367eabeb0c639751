//! Correlations, ranks, reliability, means compared.

use super::{agree, column, columns, permutation, reordered};
use bab4::stats::analysis_of_variance::one_way;
use bab4::stats::correlation::{fisher_interval, kendall, pearson, spearman};
use bab4::stats::descriptives::{descriptives, variance};
use bab4::stats::group_summary::GroupSummary;
use bab4::stats::item_covariance::item_covariance;
use bab4::stats::kolmogorov_smirnov::kolmogorov_smirnov;
use bab4::stats::ranks::mid_ranks;
use bab4::stats::reliability::reliability;
use bab4::stats::t_test::{paired, two_samples};
use proptest::prelude::*;

proptest! {
    #[test]
    fn correlations_do_not_know_units(columns in columns(2..=2, 4..50), scale in 0.01..50.0_f64, shift in -1e3..1e3_f64, seed in any::<u64>()) {
        let (a, b) = (&columns[0], &columns[1]);
        let order = permutation(a.len(), seed);
        let changed = reordered(&a.iter().map(|v| scale * v + shift).collect::<Vec<_>>(), &order);
        let (mirrored, b_too) = (changed.iter().map(|v| -v).collect::<Vec<_>>(), reordered(b, &order));
        // Any rising function keeps the ranks.
        let stretched: Vec<f64> = a.iter().map(|v| (v / 10.0).exp()).collect();
        if let Ok(plain) = pearson(a, b) {
            prop_assert!(plain.r.abs() <= 1.0 && (0.0..=1.0).contains(&plain.p));
            prop_assert!(agree(plain.r, pearson(&changed, &b_too).unwrap().r, 1.0));
            prop_assert!(agree(plain.r, -pearson(&b_too, &mirrored).unwrap().r, 1.0), "both ways round");
            if let Ok((low, high)) = fisher_interval(plain.r, plain.n, 0.95) {
                prop_assert!(low <= plain.r && plain.r <= high && low >= -1.0 && high <= 1.0);
            }
        }
        if let Ok(plain) = spearman(a, b) {
            prop_assert!(agree(plain.r, spearman(&stretched, b).unwrap().r, 1.0));
            prop_assert!(agree(plain.r, -spearman(&b_too, &mirrored).unwrap().r, 1.0));
        }
        if let Ok(plain) = kendall(a, b) {
            prop_assert!(agree(plain.tau_b, kendall(&stretched, b).unwrap().tau_b, 1.0));
            prop_assert!(agree(plain.tau_b, -kendall(&b_too, &mirrored).unwrap().tau_b, 1.0));
            prop_assert!(agree(plain.p, kendall(b, a).unwrap().p, 1e-6));
        }
    }

    #[test]
    fn ranks_add_up(values in (0..60_usize).prop_flat_map(column)) {
        let ranks = mid_ranks(&values);
        let n = values.len() as f64;
        prop_assert!(agree(ranks.ranks.iter().sum(), n * (n + 1.0) / 2.0, 1.0));
        for (a, x) in ranks.ranks.iter().zip(&values) {
            for (b, y) in ranks.ranks.iter().zip(&values) {
                prop_assert_eq!(x < y, a < b);
            }
        }
        let squares: f64 = ranks.ranks.iter().map(|r| r * r).sum();
        // Σr² = n(n+1)(2n+1)/6 − Σ(t³ − t)/12 (Kendall 1970, Rank Correlation Methods, §3.8).
        let ties: f64 = ranks.ties.iter().map(|&t| (t as f64).powi(3) - t as f64).sum();
        prop_assert!(agree(squares, n * (n + 1.0) * (2.0 * n + 1.0) / 6.0 - ties / 12.0, 1.0));
    }

    #[test]
    fn alpha_by_two_formulas(items in columns(2..=7, 3..40), shift in -5.0..5.0_f64, scale in 0.1..9.0_f64, seed in any::<u64>()) {
        let Ok(found) = reliability(&items) else { return Ok(()) };
        let Ok(alpha) = found.alpha else { return Ok(()) };
        let k = items.len() as f64;
        let totals: Vec<f64> = (0..items[0].len()).map(|i| items.iter().map(|c| c[i]).sum()).collect();
        let parts: f64 = items.iter().map(|c| variance(c).unwrap()).sum();
        // Cronbach (1951, Psychometrika 16, 297, eq. 2); of items without spread SPSS says nothing, so they stay out here.
        prop_assume!(items.iter().all(|c| variance(c).unwrap() > 0.0) && variance(&totals).unwrap() > 1e-6 * parts);
        prop_assert!(agree(alpha, k / (k - 1.0) * (1.0 - parts / variance(&totals).unwrap()), 1.0 + alpha.abs()), "{alpha}");
        let covariance = item_covariance(&items).unwrap().covariance;
        let mean_covariance = (covariance.sum() - covariance.trace()) / (k * (k - 1.0));
        let mean_variance = covariance.trace() / k;
        prop_assert!(agree(alpha, k * mean_covariance / (mean_variance + (k - 1.0) * mean_covariance), 1.0 + alpha.abs()));
        if let (Ok(standardized), Ok(r)) = (found.alpha_standardized, found.mean_inter_item_r) {
            prop_assert!(agree(standardized, k * r / (1.0 + (k - 1.0) * r), 1.0 + standardized.abs()));
        }
        let cases = permutation(items[0].len(), seed);
        let order = permutation(items.len(), seed ^ 7);
        let changed: Vec<Vec<f64>> =
            order.iter().map(|&j| reordered(&items[j], &cases).iter().map(|v| scale * v + shift).collect()).collect();
        let other = reliability(&changed).unwrap();
        prop_assert!(agree(other.alpha.unwrap(), alpha, 1.0 + alpha.abs()));
        for (b, &j) in other.items.iter().zip(&order) {
            let (Ok(a), Ok(b)) = (&found.items[j], b) else { continue };
            if let (Ok(a), Ok(b)) = (a.corrected, b.corrected) {
                prop_assert!((a.r - b.r).abs() < 1e-6, "{} {}", a.r, b.r);
            }
        }
    }

    #[test]
    fn two_groups_three_ways(first in (3..30_usize).prop_flat_map(column), second in (3..30_usize).prop_flat_map(column)) {
        let groups = [GroupSummary::of(&first).unwrap(), GroupSummary::of(&second).unwrap()];
        let (Ok(test), Ok(table)) = (two_samples(&groups[0], &groups[1], 0.95), one_way(&groups)) else { return Ok(()) };
        prop_assert!(agree(test.student.t.powi(2), table.f, 1e-6) && agree(test.student.p, table.p, 1e-6));
        prop_assert!(agree(table.ss_between + table.ss_within, table.ss_total, 0.0));
        prop_assert!(test.student.low <= test.student.difference && test.student.difference <= test.student.high);
        let n = first.len().min(second.len());
        if let (Ok(pairs), Ok(swapped)) = (paired(&first[..n], &second[..n], 0.95), paired(&second[..n], &first[..n], 0.95)) {
            prop_assert!(agree(pairs.test.t, -swapped.test.t, 1e-6) && agree(pairs.test.p, swapped.test.p, 1e-9));
            prop_assert!(pairs.test.low <= pairs.test.difference && pairs.test.difference <= pairs.test.high);
        }
    }

    #[test]
    fn shape_and_distance_do_not_know_units(values in (5..60_usize).prop_flat_map(column), scale in 0.01..50.0_f64, shift in -1e3..1e3_f64) {
        let changed: Vec<f64> = values.iter().map(|v| scale * v + shift).collect();
        let (a, b) = (descriptives(&values).unwrap(), descriptives(&changed).unwrap());
        prop_assert!(agree(scale * a.mean + shift, b.mean, shift.abs()) && agree(scale * a.median + shift, b.median, shift.abs()));
        if let (Ok(sd), Ok(other)) = (a.sd, b.sd) {
            prop_assume!(sd > 1e-3);
            prop_assert!(agree(scale * sd, other, 0.0));
            prop_assert!((a.skewness.unwrap() - b.skewness.unwrap()).abs() < 1e-6);
            let (a, b) = (kolmogorov_smirnov(&values).unwrap(), kolmogorov_smirnov(&changed).unwrap());
            prop_assert!((a.d - b.d).abs() < 1e-8 && (a.p - b.p).abs() < 1e-6);
        }
    }
}
