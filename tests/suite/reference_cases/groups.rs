//! Comparisons of groups and of pairs.

use super::data::{Data, list, names, text};
use super::record::Record;
use bab4::stats::analysis_of_variance::{RobustTest, brown_forsythe, one_way, welch};
use bab4::stats::descriptives::descriptives;
use bab4::stats::group_summary::GroupSummary;
use bab4::stats::levene::{Centre, levene};
use bab4::stats::t_test::{TTest, paired, two_samples};

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
}
