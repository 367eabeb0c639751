//! Items, validity, reliability, omega and factor adequacy of scales; correlations.

use super::data::{Data, names, text};
use super::record::Record;
use bab4::stats::components::{principal_axes, principal_components};
use bab4::stats::correlation::{fisher_interval, kendall, pearson, spearman};
use bab4::stats::critical_values::{Tails, r_critical};
use bab4::stats::descriptives::{descriptives, mean, sum};
use bab4::stats::factor_adequacy::factor_adequacy;
use bab4::stats::group_summary::GroupSummary;
use bab4::stats::item_covariance::{ItemCovariance, item_covariance};
use bab4::stats::omega::omega;
use bab4::stats::reliability::reliability;
use serde_json::Value;

/// Compares everything about scales and correlations.
pub fn compare(data: &Data, record: &mut Record) {
    if let Value::Object(variables) = &data.spec["variables"] {
        for (name, variable) in variables {
            let items = names(&variable["items"]);
            let columns = data.columns(&items);
            scale(&format!("variables/{name}"), &items, &columns, &text(&variable["score"]), record);
        }
    }
    let correlated = names(&data.spec["correlations"]);
    for (i, a) in correlated.iter().enumerate() {
        for b in &correlated[i + 1..] {
            correlation(&format!("correlations/{a}|{b}"), &data.column(a), &data.column(b), record);
        }
    }
}

/// Moments of one column. Where the column is residuals, sums and means are 0 up to rounding: of its own spread, not of 1.
pub fn moments(path: &str, values: &[f64], record: &mut Record) {
    let d = descriptives(values).unwrap();
    let at = |key: &str| format!("{path}/{key}");
    let spread = 1e-10 * d.sd.unwrap_or(1.0).max(1.0);
    for (key, found) in [("mean", d.mean), ("min", d.min), ("max", d.max), ("median", d.median)] {
        if record.holds(&at(key)) {
            record.within(&at(key), found, 1e-8, spread);
        }
    }
    if record.holds(&at("sum")) {
        record.within(&at("sum"), d.sum, 1e-8, spread * d.n as f64);
    }
    record.count(&at("n"), d.n);
    record.number(&at("sd"), d.sd);
    for (key, found) in [
        ("var", d.variance),
        ("skewness_G1", d.skewness),
        ("se_skewness", d.skewness_se),
        ("kurtosis_G2", d.kurtosis),
        ("se_kurtosis", d.kurtosis_se),
        ("se_mean", GroupSummary::of(values).unwrap().se()),
    ] {
        if record.holds(&at(key)) {
            record.number(&at(key), found);
        }
    }
}

fn scale(path: &str, items: &[String], columns: &[Vec<f64>], score: &str, record: &mut Record) {
    for (item, column) in items.iter().zip(columns) {
        moments(&format!("{path}/item_stats/{item}"), column, record);
    }
    let n = columns[0].len();
    let scores: Vec<f64> = (0..n)
        .map(|i| {
            let answers: Vec<f64> = columns.iter().map(|c| c[i]).collect();
            if score == "mean" { mean(&answers).unwrap() } else { sum(&answers) }
        })
        .collect();
    moments(&format!("{path}/score_descriptives"), &scores, record);

    let scale = reliability(columns).unwrap();
    record.count(&format!("{path}/validity/n"), scale.n);
    for (key, alpha, tails) in [
        ("r_table_two_tailed_05", 0.05, Tails::Two),
        ("r_table_two_tailed_01", 0.01, Tails::Two),
        ("r_table_one_tailed_05", 0.05, Tails::One),
    ] {
        record.number(&format!("{path}/validity/{key}"), r_critical(scale.n, alpha, tails));
    }
    for (item, found) in items.iter().zip(&scale.items) {
        let found = found.as_ref().unwrap();
        let (total, corrected) = (found.total.unwrap(), found.corrected.unwrap());
        let at = |key: &str| format!("{path}/validity/items/{item}/{key}");
        record.number(&at("r"), total.r);
        record.probability(&at("p"), total.p);
        record.number(&at("citc"), corrected.r);
        record.probability(&at("citc_p"), corrected.p);
        let at = |key: &str| format!("{path}/reliability/items/{item}/{key}");
        record.number(&at("citc"), corrected.r);
        record.number(&at("mean_if_deleted"), found.scale_mean_if_deleted);
        record.number(&at("var_if_deleted"), found.scale_variance_if_deleted);
        record.number(&at("smc"), found.squared_multiple_correlation);
        record.number(&at("alpha_if_deleted"), found.alpha_if_deleted);
    }
    let at = |key: &str| format!("{path}/reliability/{key}");
    record.count(&at("n"), scale.n);
    record.count(&at("k"), scale.k);
    for key in ["alpha", "alpha_psych"] {
        record.number(&at(key), scale.alpha);
    }
    for key in ["alpha_standardized", "alpha_std_psych"] {
        record.number(&at(key), scale.alpha_standardized);
    }
    record.number(&at("mean_inter_item_r"), scale.mean_inter_item_r);
    record.number(&at("scale_mean"), scale.scale_mean);
    record.number(&at("scale_var"), scale.scale_variance);

    let covariance = item_covariance(columns).unwrap();
    one_factor(&at("omega"), items, &omega(&covariance).unwrap(), record);

    factors(&format!("{path}/factor"), items, &covariance, record);
    let adequacy = factor_adequacy(&covariance).unwrap();
    let bartlett = adequacy.bartlett.unwrap();
    let at = |key: &str| format!("{path}/factor/{key}");
    record.count(&at("n"), adequacy.n);
    record.number(&at("kmo/overall"), adequacy.kmo);
    for (item, found) in items.iter().zip(&adequacy.msa) {
        record.number(&at(&format!("kmo/msa/{item}")), *found);
    }
    record.number(&at("bartlett/chisq"), bartlett.chi_squared);
    record.count(&at("bartlett/df"), bartlett.df);
    record.probability(&at("bartlett/p"), bartlett.p);
}

/// The one-factor solution by maximum likelihood: lavaan's, and factanal's, which stops a little earlier.
fn one_factor(path: &str, items: &[String], found: &bab4::stats::omega::Omega, record: &mut Record) {
    for key in ["cfa_ml_cov/omega", "factanal_ml/omega"] {
        record.within(&format!("{path}/{key}"), found.omega, 1e-5, 1e-10);
    }
    for key in ["cfa_ml_cor/omega_standardized", "factanal_ml/omega_standardized"] {
        record.within(&format!("{path}/{key}"), found.omega_standardized, 1e-5, 1e-10);
    }
    for (item, loading) in items.iter().zip(&found.loadings) {
        for key in ["cfa_ml_cor", "factanal_ml"] {
            record.within(&format!("{path}/{key}/lambda_std/{item}"), *loading, 1e-5, 1e-5);
        }
    }
    record.truth(&format!("{path}/factanal_ml/heywood"), found.heywood);
}

fn correlation(path: &str, a: &[f64], b: &[f64], record: &mut Record) {
    let at = |key: &str| format!("{path}/{key}");
    let r = pearson(a, b).unwrap();
    record.count(&at("n"), r.n);
    record.number(&at("pearson/r"), r.r);
    record.probability(&at("pearson/p"), r.p);
    let (low, high) = fisher_interval(r.r, r.n, 0.95).unwrap();
    record.number(&at("pearson/ci_low"), low);
    record.number(&at("pearson/ci_high"), high);
    let rho = spearman(a, b).unwrap();
    record.number(&at("spearman/rho"), rho.r);
    record.probability(&at("spearman/p_t"), rho.p);
    record.probability(&at("spearman/p_cortest"), rho.p);
    let tau = kendall(a, b).unwrap();
    record.number(&at("kendall/tau_b"), tau.tau_b);
    record.number(&at("kendall/z"), tau.z);
    record.probability(&at("kendall/p"), tau.p);
}

/// Components and principal axes, the latter with SPSS's stopping rule and settled.
fn factors(path: &str, items: &[String], covariance: &ItemCovariance, record: &mut Record) {
    let components = principal_components(covariance).unwrap();
    for (at, value) in components.eigenvalues.iter().enumerate() {
        record.number(&format!("{path}/pca/eigenvalues/{at}"), *value);
    }
    for (item, loading) in items.iter().zip(components.loadings.column(0).iter()) {
        record.number(&format!("{path}/pca/first_loadings/{item}"), *loading);
        record.number(&format!("{path}/pca/first_communalities/{item}"), loading * loading);
    }
    for (key, tolerance, most, digits) in [("paf_spss", 0.001, 25, 1e-8), ("paf_converged", 1e-13, 10_000, 1e-5)] {
        let Ok(axes) = principal_axes(covariance, 1, tolerance, most) else {
            assert!(!record.holds(&format!("{path}/{key}/loadings")), "{path}/{key}");
            continue;
        };
        for (item, (loading, h2)) in items.iter().zip(axes.loadings.column(0).iter().zip(&axes.communalities)) {
            record.within(&format!("{path}/{key}/loadings/{item}"), *loading, digits, 1e-6 * digits);
            record.within(&format!("{path}/{key}/communalities/{item}"), *h2, digits, 1e-6 * digits);
        }
        record.within(&format!("{path}/{key}/ss_loading"), axes.communalities.iter().sum::<f64>(), digits, 1e-10);
        record.truth(&format!("{path}/{key}/converged"), axes.converged);
        if key == "paf_spss" {
            record.count(&format!("{path}/{key}/iterations"), axes.iterations);
        }
    }
}
