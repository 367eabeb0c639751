//! No numbers make the statistics panic, hang or hand out NaN.

use bab4::stats::breusch_pagan::{breusch_pagan, koenker};
use bab4::stats::contingency::contingency;
use bab4::stats::correlation_interval::{kendall_interval, spearman_interval};
use bab4::stats::critical_values::{Tails, f_critical, r_critical, t_critical};
use bab4::stats::detectable_effect::{detectable_d, detectable_f2, detectable_r};
use bab4::stats::distributions as d;
use bab4::stats::dunn::dunn;
use bab4::stats::durbin_watson::{durbin_watson, durbin_watson_bounds};
use bab4::stats::fisher_exact::fisher_exact;
use bab4::stats::glejser::glejser;
use bab4::stats::group_summary::GroupSummary;
use bab4::stats::histogram::histogram;
use bab4::stats::jarque_bera::jarque_bera;
use bab4::stats::kolmogorov_smirnov::kolmogorov_smirnov;
use bab4::stats::kruskal_wallis::kruskal_wallis;
use bab4::stats::least_squares::{collinear_predictors, least_squares};
use bab4::stats::mann_whitney::mann_whitney;
use bab4::stats::moderation::moderation;
use bab4::stats::multiple_comparisons::{games_howell, tukey_kramer};
use bab4::stats::noncentral as nc;
use bab4::stats::normalized_gain::normalized_gain;
use bab4::stats::probability_plot::probability_plot;
use bab4::stats::shapiro_wilk::shapiro_wilk;
use bab4::stats::standardized_difference::{of_one_sample, of_two_groups};
use bab4::stats::studentized_range::StudentizedRange;
use bab4::stats::variance_explained::variance_explained_limits;
use bab4::stats::white::white;
use bab4::stats::wilcoxon::signed_ranks;
use proptest::prelude::*;

/// Survey answers mostly, with constants, extremes and non-numbers among them.
fn number() -> impl Strategy<Value = f64> {
    prop_oneof![
        8 => (1..=5_i32).prop_map(f64::from),
        1 => -1e3..1e3,
        1 => prop_oneof![Just(0.1 + 0.2), Just(0.3), Just(0.0), Just(1e300), Just(-1e300), Just(1e-300), Just(5e-324)],
    ]
}

fn anything() -> impl Strategy<Value = f64> {
    prop_oneof![3 => number(), 1 => any::<f64>(), 1 => 0.0..1.0]
}

proptest! {
    #[test]
    fn columns_of_any_numbers(
        y in prop::collection::vec(number(), 0..24),
        x in prop::collection::vec(prop::collection::vec(number(), 24), 0..4),
        shorter in 0_usize..24,
    ) {
        let n = y.len();
        let x: Vec<&[f64]> = x.iter().map(|c| &c[..n]).collect();
        let finite = |values: &[f64]| values.iter().all(|v| v.is_finite());
        for outcome in [&y[..], &y[..shorter.min(n)]] {
            for fit in [least_squares(&x, outcome, 0.95), glejser(&x, outcome, 0.95)].into_iter().flatten() {
                prop_assert!(finite(&[fit.r2, fit.adjusted_r2, fit.see, fit.constant.b, fit.constant.se]));
                prop_assert!(finite(&[fit.f.unwrap_or(0.0), fit.p.unwrap_or(0.0), fit.constant.t.unwrap_or(0.0)]));
                prop_assert!(finite(&fit.residuals) && finite(&fit.leverage) && finite(fit.xtx_inverse.as_slice()));
                for c in &fit.coefficients {
                    prop_assert!(finite(&[c.b, c.se, c.beta, c.ci_low, c.ci_high, c.zero_order, c.part, c.vif]));
                    prop_assert!(finite(&[c.t.unwrap_or(0.0), c.p.unwrap_or(0.0), c.partial.unwrap_or(0.0)]));
                }
            }
            for lm in [breusch_pagan(&x, outcome), koenker(&x, outcome), white(&x, outcome)].into_iter().flatten() {
                prop_assert!(finite(&[lm.lm, lm.p]), "{lm:?}");
            }
            if let Ok(test) = kolmogorov_smirnov(outcome) {
                prop_assert!(finite(&[test.mean, test.sd, test.d, test.p]) && test.d > 0.0, "{test:?}");
            }
            if let Ok(found) = histogram(outcome) {
                prop_assert!(finite(&[found.start, found.width]) && found.counts.iter().sum::<usize>() == outcome.len());
            }
            for point in probability_plot(outcome).unwrap_or_default() {
                prop_assert!((0.0..=1.0).contains(&point.observed) && (0.0..=1.0).contains(&point.expected), "{point:?}");
            }
            if let Ok(test) = shapiro_wilk(outcome) {
                prop_assert!((0.0..=1.0).contains(&test.p) && (0.0..=1.0).contains(&test.w), "{test:?}");
            }
            if let Ok(test) = jarque_bera(outcome) {
                prop_assert!(finite(&[test.statistic, test.p]), "{test:?}");
            }
            if let Ok(d) = durbin_watson(outcome) {
                prop_assert!((0.0..=4.0).contains(&d), "{d}");
            }
        }
        collinear_predictors(&x);
    }

    #[test]
    fn distributions_of_any_numbers(a in anything(), b in anything(), c in anything(), n in 0_usize..60, k in 0_usize..9) {
        for p in [
            d::normal_sf(a), d::normal_cdf(a), d::normal_two_tailed(a), d::t_sf(a, b), d::t_two_tailed(a, b),
            d::f_sf(a, b, c), d::chi_squared_sf(a, b),
        ] {
            prop_assert!((0.0..=1.0).contains(&p), "{a} {b} {c}: {p}");
        }
        for q in [d::normal_quantile(a), d::t_quantile(a, b), d::f_quantile(a, b, c), d::chi_squared_quantile(a, b)] {
            prop_assert!(!q.is_nan(), "{a} {b} {c}");
        }
        for value in [
            t_critical(b, a, Tails::Two), r_critical(n, a, Tails::One), f_critical(b, c, a),
            durbin_watson_bounds(n, k, a).map(|bounds| bounds.du - bounds.dl),
        ].into_iter().flatten() {
            prop_assert!(!value.is_nan(), "{a} {b} {c} {n} {k}");
        }
    }
}

proptest! {
    // Each case is some hundred integrals.
    #![proptest_config(ProptestConfig::with_cases(48))]

    #[test]
    fn groups_of_any_numbers(
        groups in prop::collection::vec(prop::collection::vec(number(), 0..9), 0..5),
        counts in prop::collection::vec(prop::collection::vec(0_usize..6, 3), 0..4),
    ) {
        let finite = |values: &[f64]| values.iter().all(|v| v.is_finite());
        if let [first, second, ..] = groups.as_slice() {
            if let Ok(test) = mann_whitney(first, second, 0.95) {
                let interval = test.rank_biserial;
                prop_assert!(finite(&[test.u, test.w, test.z, test.p, test.r, interval.low, interval.high]), "{test:?}");
                prop_assert!(interval.low <= interval.value && interval.value <= interval.high, "{test:?}");
                prop_assert!(test.p_exact.is_none_or(|p| (0.0..=1.0).contains(&p)));
            }
            let n = first.len().min(second.len());
            let differences: Vec<f64> = first.iter().zip(second).map(|(a, b)| b - a).collect();
            if let Ok(test) = signed_ranks(&differences, 5.0) {
                prop_assert!(finite(&[test.z, test.p, test.rank_biserial, test.r]), "{test:?}");
            }
            if let Ok(gain) = normalized_gain(&first[..n], &second[..n], 5.0) {
                prop_assert!(finite(&[gain.mean, gain.class]), "{gain:?}");
            }
            if let Ok(found) = moderation(&[first[..n].to_vec(), second[..n].to_vec()], 0, 1, &differences, 0.95) {
                prop_assert!(finite(&[found.f_change, found.p_change, found.delta_r2]) && finite(&found.bounds), "{found:?}");
                prop_assert!(found.slopes.iter().all(|s| finite(&[s.b, s.se, s.t, s.p])), "{:?}", found.slopes);
            }
        }
        if let Ok(test) = kruskal_wallis(&groups) {
            prop_assert!(finite(&[test.h, test.p, test.epsilon_squared]), "{test:?}");
            prop_assert!(dunn(&test).iter().all(|pair| finite(&[pair.z, pair.p, pair.p_holm])));
        }
        let summaries: Vec<GroupSummary> = groups.iter().filter_map(|group| GroupSummary::of(group).ok()).collect();
        for pair in tukey_kramer(&summaries, 0.95).into_iter().flatten() {
            prop_assert!(finite(&[pair.t, pair.p, pair.low, pair.high]), "{pair:?}");
        }
        for pair in games_howell(&summaries, 0.95).into_iter().filter_map(|(_, _, pair)| pair.ok()) {
            prop_assert!(finite(&[pair.t, pair.p, pair.low, pair.high]), "{pair:?}");
        }
        if let Ok(table) = contingency(&counts) {
            prop_assert!(finite(&[table.pearson.p, table.likelihood_ratio.p, table.linear.p, table.phi, table.cramers_v]));
            let p = fisher_exact(&counts).unwrap();
            prop_assert!((0.0..=1.0).contains(&p));
        }
    }

    #[test]
    fn noncentrality_of_any_numbers(a in anything(), b in anything(), c in anything(), n in 0_usize..40, m in 0_usize..9) {
        for p in [
            nc::noncentral_t_sf(a, b, c), nc::noncentral_t_cdf(a, b, c), nc::noncentral_f_sf(a, b, n as f64, c.abs()),
            StudentizedRange::new(m).sf(a, b),
        ] {
            prop_assert!((0.0..=1.0).contains(&p), "{a} {b} {c}: {p}");
        }
        for (low, high) in [
            nc::t_noncentrality_limits(a, b, 0.95), nc::f_noncentrality_limits(a, b, n as f64, 0.9),
            variance_explained_limits(a, m, n, 0.95), spearman_interval(a, n, 0.95), kendall_interval(a, n, 0.95),
            of_two_groups(a, n, m, 0.95).map(|found| (found.d.low, found.g.high)),
            of_one_sample(a, n, 0.95).map(|found| (found.d.low, found.g.high)),
        ].into_iter().flatten() {
            prop_assert!(low.is_finite() && high.is_finite(), "{a} {b} {n} {m}: {low} {high}");
        }
        for found in [detectable_r(n, c, 0.8), detectable_d(n, m, c, 0.8), detectable_f2(n, m, m + 1, c, 0.8)].into_iter().flatten() {
            prop_assert!(found.is_finite() && found >= 0.0);
        }
    }
}
