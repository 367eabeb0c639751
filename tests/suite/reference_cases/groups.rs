//! Comparisons of groups and of pairs.

use super::data::{Data, list, names, text};
use super::record::Record;
use bab4::stats::analysis_of_variance::{RobustTest, brown_forsythe, one_way, welch};
use bab4::stats::descriptives::descriptives;
use bab4::stats::group_summary::GroupSummary;
use bab4::stats::kruskal_wallis::kruskal_wallis;
use bab4::stats::levene::{Centre, levene};
use bab4::stats::mann_whitney::mann_whitney;
use bab4::stats::multiple_comparisons::tukey_kramer;
use bab4::stats::t_test::{TTest, paired, two_samples};
use bab4::stats::wilcoxon::signed_ranks;

/// Compares every t test, analysis of variance and pair of a case.
pub fn compare(data: &Data, record: &mut Record) {
    for test in list(&data.spec["ttests"]) {
        let path = format!("ttests/{}", text(&test["name"]));
        let wanted = names(&test["values"]);
        let groups = data.groups(&text(&test["variable"]), &text(&test["group"]));
        let groups: Vec<Vec<f64>> = groups.into_iter().filter(|(name, _)| wanted.contains(name)).map(|(_, v)| v).collect();
        two_groups(&path, &groups, record);
    }
    for test in list(&data.spec["anovas"]) {
        let path = format!("anovas/{}", text(&test["name"]));
        several_groups(&path, &data.groups(&text(&test["variable"]), &text(&test["group"])), record);
    }
    for pair in list(&data.spec["paired"]) {
        let path = format!("paired/{}", text(&pair["name"]));
        pairs(&path, &data.column(&text(&pair["a"])), &data.column(&text(&pair["b"])), record);
    }
}

fn homogeneity(path: &str, groups: &[Vec<f64>], record: &mut Record) {
    for (key, centre) in [("levene_mean", Centre::Mean), ("levene_median", Centre::Median)] {
        let test = levene(groups, centre).unwrap();
        record.number(&format!("{path}/{key}/F"), test.f);
        record.count(&format!("{path}/{key}/df1"), test.df1);
        record.count(&format!("{path}/{key}/df2"), test.df2);
        record.probability(&format!("{path}/{key}/p"), test.p);
    }
}

fn summary(path: &str, group: &GroupSummary, record: &mut Record) {
    record.count(&format!("{path}/n"), group.n);
    record.number(&format!("{path}/mean"), group.mean);
    record.number(&format!("{path}/sd"), group.sd());
    record.number(&format!("{path}/se_mean"), group.se());
}

fn two_groups(path: &str, groups: &[Vec<f64>], record: &mut Record) {
    let [first, second] = groups else { panic!("{path}: {} groups", groups.len()) };
    let test = two_samples(&GroupSummary::of(first).unwrap(), &GroupSummary::of(second).unwrap(), 0.95).unwrap();
    summary(&format!("{path}/groups/0"), &test.first, record);
    summary(&format!("{path}/groups/1"), &test.second, record);
    homogeneity(path, groups, record);
    for (key, found) in [("equal_variances", test.student), ("welch", test.welch.unwrap())] {
        let TTest { difference, se, t, df, p, low, high } = found;
        let values =
            [("mean_difference", difference), ("se_difference", se), ("t", t), ("df", df), ("ci_low", low), ("ci_high", high)];
        for (name, found) in values {
            record.number(&format!("{path}/{key}/{name}"), found);
        }
        record.probability(&format!("{path}/{key}/p"), p);
    }
    record.number(&format!("{path}/cohens_d"), test.cohens_d);
    record.number(&format!("{path}/hedges_g"), test.hedges_g);
    rank_sums(&format!("{path}/mann_whitney"), first, second, record);
}

fn rank_sums(path: &str, first: &[f64], second: &[f64], record: &mut Record) {
    let test = mann_whitney(first, second, 0.95).unwrap();
    let at = |key: &str| format!("{path}/{key}");
    for (key, found) in [
        ("rank_sum_1", test.first.sum),
        ("rank_sum_2", test.second.sum),
        ("mean_rank_1", test.first.mean),
        ("mean_rank_2", test.second.mean),
        ("U", test.u),
        ("wilcoxon_W_smaller_mean_rank_group", test.w),
        // SPSS's z is that of the smaller U, whichever group it belongs to.
        ("z", -test.z.abs()),
    ] {
        record.number(&at(key), found);
    }
    record.probability(&at("p_asymptotic"), test.p);
    record.probability(&at("p_r_no_cc"), test.p);
    record.truth(&at("spss_shows_exact"), test.p_exact.is_some());
    record.probability(&at("p_exact_no_ties"), test.p_exact.unwrap_or(f64::NAN));
}

/// Pairs as R writes them, second minus first; its p of Tukey is good to an absolute 1e-10 and to six digits.
fn all_pairs(path: &str, names: &[String], groups: &[GroupSummary], record: &mut Record) {
    for pair in tukey_kramer(groups, 0.95).unwrap() {
        let at = |key: &str| format!("{path}/{}-{}/{key}", names[pair.second], names[pair.first]);
        record.number(&at("difference"), -pair.difference);
        record.number(&at("se"), pair.se);
        record.within(&at("p_tukey"), pair.p, 1e-6, 1e-9);
        record.within(&at("tukey_low"), -pair.high, 1e-6, 1e-10);
        record.within(&at("tukey_high"), -pair.low, 1e-6, 1e-10);
    }
}

fn several_groups(path: &str, groups: &[(String, Vec<f64>)], record: &mut Record) {
    for (name, values) in groups {
        let at = format!("{path}/groups/{name}");
        summary(&at, &GroupSummary::of(values).unwrap(), record);
        let described = descriptives(values).unwrap();
        record.number(&format!("{at}/min"), described.min);
        record.number(&format!("{at}/max"), described.max);
    }
    let values: Vec<Vec<f64>> = groups.iter().map(|(_, values)| values.clone()).collect();
    let summaries: Vec<GroupSummary> = values.iter().map(|v| GroupSummary::of(v).unwrap()).collect();
    let table = one_way(&summaries).unwrap();
    record.count(&format!("{path}/n"), table.n);
    let at = |key: &str| format!("{path}/anova/{key}");
    record.count(&at("df_between"), table.df_between);
    record.count(&at("df_within"), table.df_within);
    for (key, found) in [
        ("ss_between", table.ss_between),
        ("ms_between", table.ms_between),
        ("ss_within", table.ss_within),
        ("ms_within", table.ms_within),
        ("ss_total", table.ss_total),
        ("F", table.f),
        ("eta2", table.eta_squared),
        ("omega2", table.omega_squared),
    ] {
        record.number(&at(key), found);
    }
    record.probability(&at("p"), table.p);
    for (key, found) in [("welch", welch(&summaries)), ("brown_forsythe", brown_forsythe(&summaries))] {
        let RobustTest { f, df1, df2, p } = found.unwrap();
        record.number(&format!("{path}/{key}/F"), f);
        record.count(&format!("{path}/{key}/df1"), df1);
        record.number(&format!("{path}/{key}/df2"), df2);
        record.probability(&format!("{path}/{key}/p"), p);
    }
    homogeneity(path, &values, record);
    let names: Vec<String> = groups.iter().map(|(name, _)| name.clone()).collect();
    all_pairs(&format!("{path}/posthoc"), &names, &summaries, record);
    let ranks = kruskal_wallis(&values).unwrap();
    for (name, group) in names.iter().zip(&ranks.groups) {
        record.number(&format!("{path}/kruskal_wallis/mean_ranks/{name}"), group.mean);
    }
    record.number(&format!("{path}/kruskal_wallis/H"), ranks.h);
    record.count(&format!("{path}/kruskal_wallis/df"), ranks.df);
    record.probability(&format!("{path}/kruskal_wallis/p"), ranks.p);
}

fn pairs(path: &str, first: &[f64], second: &[f64], record: &mut Record) {
    let test = paired(first, second, 0.95).unwrap();
    let correlation = test.correlation.unwrap();
    let at = |key: &str| format!("{path}/{key}");
    record.count(&at("n"), test.first.n);
    for (key, found) in [
        ("mean_a", test.first.mean),
        ("mean_b", test.second.mean),
        ("sd_a", test.first.sd().unwrap()),
        ("sd_b", test.second.sd().unwrap()),
        ("correlation", correlation.r),
        ("mean_difference", test.test.difference),
        ("sd_difference", test.differences.sd().unwrap()),
        ("se_difference", test.test.se),
        ("t", test.test.t),
        ("df", test.test.df),
        ("ci_low", test.test.low),
        ("ci_high", test.test.high),
        ("cohens_dz", test.cohens_dz),
    ] {
        record.number(&at(key), found);
    }
    record.probability(&at("correlation_p"), correlation.p);
    record.probability(&at("p"), test.test.p);
    let differences: Vec<f64> = first.iter().zip(second).map(|(a, b)| b - a).collect();
    let size = first.iter().chain(second).fold(0.0_f64, |m, v| m.max(v.abs()));
    let ranks = signed_ranks(&differences, size).unwrap();
    let at = |key: &str| format!("{path}/wilcoxon_b_minus_a/{key}");
    record.count(&at("n_negative"), ranks.negative);
    record.count(&at("n_positive"), ranks.positive);
    record.count(&at("n_ties"), ranks.zero);
    for (key, found) in [
        ("sum_negative", Some(ranks.sum_negative)),
        ("sum_positive", Some(ranks.sum_positive)),
        ("mean_rank_negative", ranks.mean_negative()),
        ("mean_rank_positive", ranks.mean_positive()),
        // Their z is that of the smaller sum.
        ("z", Some(-ranks.z.abs())),
        ("z_raw_double", Some(-ranks.z.abs())),
    ] {
        record.number(&at(key), found);
    }
    record.probability(&at("p_asymptotic"), ranks.p);
    record.probability(&at("p_r_no_cc"), ranks.p);
}
