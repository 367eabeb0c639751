//! Diagnostics beside the ordinary tables: collinearity dimensions, further tests of assumptions, influence, robust errors.

use super::record::Record;
use super::regressions::moments_of;
use bab4::stats::added_columns::reset;
use bab4::stats::anderson_darling::anderson_darling;
use bab4::stats::condition_index::condition_indices;
use bab4::stats::error::StatsError;
use bab4::stats::influence::influence;
use bab4::stats::least_squares::LeastSquares;
use bab4::stats::linearity::{LinearityRow, linearity};
use bab4::stats::monte_carlo_normality::monte_carlo_normality;
use bab4::stats::park::park;
use bab4::stats::robust_errors::{Weighting, robust_errors};
use bab4::stats::runs::runs;
use serde_json::Value;

/// Compares the diagnostics of one regression.
pub fn compare(
    path: &str,
    predictors: &[String],
    columns: &[Vec<f64>],
    outcome: &[f64],
    fit: &LeastSquares,
    record: &mut Record,
) {
    dimensions(path, predictors, columns, record);
    normality(path, fit, record);
    if let Ok(found) = park(columns, &fit.residuals, 0.95) {
        super::regressions::auxiliary_of(&format!("{path}/park_ln_e2"), predictors, &found, record);
    }
    runs_of(path, fit, record);
    for (key, highest) in [("reset_2_3", 3), ("reset_2", 2)] {
        match reset(columns, fit, highest) {
            Ok(found) => {
                record.number(&format!("{path}/{key}/F"), found.f);
                record.count(&format!("{path}/{key}/df1"), found.df1);
                record.count(&format!("{path}/{key}/df2"), found.df2);
                record.probability(&format!("{path}/{key}/p"), found.p);
            }
            Err(reason) => record.number(&format!("{path}/{key}"), Err::<f64, StatsError>(reason)),
        }
    }
    for (name, column) in predictors.iter().zip(columns) {
        table(&format!("{path}/linearity/{name}"), column, outcome, record);
    }
    cases(path, fit, record);
    robust(path, predictors, columns, fit, record);
}

/// What does not need residuals: those of a perfect fit are rounding.
pub fn without_residuals(path: &str, predictors: &[String], columns: &[Vec<f64>], outcome: &[f64], record: &mut Record) {
    dimensions(path, predictors, columns, record);
    for (name, column) in predictors.iter().zip(columns) {
        table(&format!("{path}/linearity/{name}"), column, outcome, record);
    }
}

fn dimensions(path: &str, predictors: &[String], columns: &[Vec<f64>], record: &mut Record) {
    for (at, dimension) in condition_indices(columns).unwrap().iter().enumerate() {
        let at = format!("{path}/collinearity_diagnostics/{at}");
        // The smallest eigenvalues of powers up to x⁵ keep as many digits as their condition leaves.
        let digits = 1e-8_f64.max(1e-15 * dimension.condition_index.powi(2));
        record.within(&format!("{at}/eigenvalue"), dimension.eigenvalue, digits, 1e-300);
        record.within(&format!("{at}/condition_index"), dimension.condition_index, digits, 1e-300);
        let names = std::iter::once("(Intercept)").chain(predictors.iter().map(String::as_str));
        for (name, share) in names.zip(&dimension.variance_proportions) {
            record.within(&format!("{at}/variance_proportions/{name}"), *share, digits, 1e-8);
        }
    }
}

fn normality(path: &str, fit: &LeastSquares, record: &mut Record) {
    let at = |key: &str| format!("{path}/residual_normality/anderson_darling/{key}");
    let found = anderson_darling(&fit.residuals).unwrap();
    record.number(&at("A"), found.a2);
    record.probability(&at("p"), found.p);
    let at = |key: &str| format!("bootstrap_reference/lilliefors_monte_carlo/{}/{key}", path.trim_start_matches("regressions/"));
    if record.holds(&at("p_monte_carlo")) {
        let found = monte_carlo_normality(&fit.residuals, 10_000, 1).unwrap();
        record.count(&at("n"), fit.n);
        record.number(&at("D"), found.d);
        let spread = record.value(&at("sd_of_a_10000_sample_run")).as_f64().unwrap();
        record.within(&at("p_monte_carlo"), found.p, 0.0, 4.0 * spread);
    }
}

fn runs_of(path: &str, fit: &LeastSquares, record: &mut Record) {
    let at = |key: &str| format!("{path}/runs_residual/{key}");
    let found = runs(&fit.residuals).unwrap();
    record.within(&at("cut"), found.cut, 1e-6, 1e-9 * fit.see.max(1.0));
    record.count(&at("n_below"), found.below);
    record.count(&at("n_at_or_above"), found.above);
    record.count(&at("runs"), found.runs);
    record.number(&at("expected"), found.expected);
    record.number(&at("z"), found.z);
    record.probability(&at("p"), found.p);
}

fn table(path: &str, column: &[f64], outcome: &[f64], record: &mut Record) {
    if !record.holds(path) {
        return;
    }
    let found = linearity(column, outcome).unwrap();
    let at = |key: &str| format!("{path}/{key}");
    record.count(&at("n"), outcome.len());
    record.count(&at("groups"), found.groups);
    let within = found.ss_within / found.df_within as f64;
    // What is left of rounding where there is nothing within groups or beyond the line.
    let noise = 1e-9 * found.ss_total;
    for (key, row) in
        [("between_combined", found.between), ("linearity", found.linear), ("deviation_from_linearity", found.deviation)]
    {
        let at = |field: &str| format!("{path}/{key}/{field}");
        let LinearityRow { ss, df, f, p } = row;
        record.within(&at("ss"), ss, 1e-8, noise);
        record.count(&at("df"), df);
        if record.value(&at("ms")).is_number() {
            record.within(&at("ms"), ss / df as f64, 1e-8, noise);
        } else {
            record.number(&at("ms"), None::<f64>);
        }
        record.number(&at("F"), f);
        match p {
            Some(p) => record.probability(&at("p"), p),
            None => record.number(&at("p"), None::<f64>),
        }
    }
    record.within(&at("within/ss"), found.ss_within, 1e-8, noise);
    record.count(&at("within/df"), found.df_within);
    if record.value(&at("within/ms")).is_number() {
        record.within(&at("within/ms"), within, 1e-8, noise);
    } else {
        record.number(&at("within/ms"), None::<f64>);
    }
    record.within(&at("total/ss"), found.ss_total, 1e-8, noise);
    record.count(&at("total/df"), outcome.len() - 1);
    record.number(&at("r"), found.r);
    record.number(&at("r2"), found.r * found.r);
    record.number(&at("eta"), found.eta);
    record.number(&at("eta2"), found.eta * found.eta);
}

fn cases(path: &str, fit: &LeastSquares, record: &mut Record) {
    let found = influence(fit).unwrap();
    let list = |pick: fn(&bab4::stats::influence::CaseInfluence) -> Option<f64>| -> Vec<f64> {
        found.iter().map(|case| pick(case).unwrap_or(f64::NAN)).collect()
    };
    for (values, case_values, stats) in [
        (list(|c| Some(c.zpred)), Some("zpred"), "std_predicted"),
        (list(|c| Some(c.zresid)), Some("zresid"), "std_residual"),
        (list(|c| c.sresid), Some("sresid"), "stud_residual"),
        (list(|c| c.sdresid), Some("sdresid"), "stud_deleted_residual"),
        (list(|c| Some(c.mahalanobis)), None, "mahalanobis"),
        (list(|c| c.cook), Some("cooks"), "cooks_distance"),
    ] {
        for (at, value) in values.iter().enumerate() {
            if let Some(key) = case_values {
                record.within(&format!("{path}/case_values/{key}/{at}"), *value, 1e-6, 1e-8);
            }
        }
        moments_of(&format!("{path}/residual_stats/{stats}"), &values, record);
    }
}

fn robust(path: &str, predictors: &[String], columns: &[Vec<f64>], fit: &LeastSquares, record: &mut Record) {
    for (key, weighting) in [
        ("HC0", Weighting::Hc0),
        ("HC1", Weighting::Hc1),
        ("HC2", Weighting::Hc2),
        ("HC3", Weighting::Hc3),
        ("HC4", Weighting::Hc4),
    ] {
        if !record.holds(&format!("{path}/hc/{key}")) {
            continue;
        }
        let found = robust_errors(columns, fit, weighting, 0.95).unwrap();
        let names = std::iter::once("(Intercept)").chain(predictors.iter().map(String::as_str));
        for (name, c) in names.zip(&found.coefficients) {
            let at = |field: &str| format!("{path}/hc/{key}/{name}/{field}");
            record.within(&at("SE"), c.se, 1e-6, 1e-300);
            record.within(&at("t"), c.t, 1e-6, 1e-300);
            record.within(&at("p"), c.p, 1e-5, 1e-12);
            record.within(&at("ci_low"), c.ci_low, 1e-6, 1e-9);
            record.within(&at("ci_high"), c.ci_high, 1e-6, 1e-9);
        }
    }
    assert!(!matches!(record.value(&format!("{path}/hc")), Value::String(_)));
}
