//! Least squares against certified values: NIST Statistical Reference Datasets, linear regression.

use bab4::stats::least_squares::{LeastSquares, least_squares};
use serde_json::Value;

/// Regresses the first column, `y`, on the following ones.
fn fit(csv: &str, predictors: usize) -> LeastSquares {
    let column = |j: usize| -> Vec<f64> {
        let cell = |line: &str| line.split(',').nth(j).unwrap().parse().unwrap();
        csv.lines().skip(1).map(cell).collect()
    };
    let columns: Vec<Vec<f64>> = (1..=predictors).map(column).collect();
    least_squares(&columns, &column(0), 0.95).unwrap()
}

/// Correct digits of all coefficients, standard errors and the anova table against NIST's certified values.
fn assert_certified(name: &str, fit: &LeastSquares, certified: &str, digits_b: i32, digits_se: i32) {
    let mut worst = 0.0_f64;
    let certified: Value = serde_json::from_str(certified).unwrap();
    let mut check = |what: &str, found: f64, expected: &Value, digits: i32| {
        let expected = expected.as_f64().unwrap();
        let error = (found - expected).abs();
        if expected != 0.0 {
            worst = worst.max(error / expected.abs());
        }
        assert!(error <= 10f64.powi(-digits) * expected.abs(), "{what}: {found:e}, certified {expected:e}");
    };
    let coefficients = &certified["coefficients"];
    check("constant", fit.constant.b, &coefficients["(Intercept)"]["B"], digits_b);
    check("se of constant", fit.constant.se, &coefficients["(Intercept)"]["SE"], digits_se);
    for (j, c) in fit.coefficients.iter().enumerate() {
        let row = &coefficients[format!("x{}", j + 1)];
        check("b", c.b, &row["B"], digits_b);
        check("se", c.se, &row["SE"], digits_se);
    }
    let anova = &certified["anova"];
    check("R²", fit.r2, &certified["R2"], digits_se);
    check("SEE", fit.see, &certified["residual_sd"], digits_se);
    check("SSR", fit.ss_regression, &anova["ss_regression"], digits_se);
    check("SSE", fit.ss_residual, &anova["ss_residual"], digits_se);
    check("MSR", fit.ms_regression, &anova["ms_regression"], digits_se);
    check("MSE", fit.ms_residual, &anova["ms_residual"], digits_se);
    assert_eq!(fit.df_regression, anova["df_regression"].as_u64().unwrap() as usize);
    assert_eq!(fit.df_residual, anova["df_residual"].as_u64().unwrap() as usize);
    match (fit.f, &anova["F"]) {
        (found, Value::Null) => assert_eq!(found, None),
        (found, expected) => check("F", found.unwrap(), expected, digits_se),
    }
    crate::common::proof("nist", &format!("{name} {:.1}", -worst.max(1e-16).log10()));
}

#[test]
fn keeps_twelve_digits_of_nist_longley() {
    let certified = include_str!("../reference/nist_longley/certified.json");
    assert_certified("Longley", &fit(include_str!("../reference/nist_longley/data.csv"), 6), certified, 12, 12);
}

#[test]
fn keeps_twelve_digits_of_nist_norris() {
    let certified = include_str!("../reference/nist_norris/certified.json");
    assert_certified("Norris", &fit(include_str!("../reference/nist_norris/data.csv"), 1), certified, 12, 12);
}

#[test]
fn keeps_digits_of_nist_wampler4() {
    let certified = include_str!("../reference/nist_wampler4/certified.json");
    assert_certified("Wampler4", &fit(include_str!("../reference/nist_wampler4/data.csv"), 5), certified, 7, 12);
}

#[test]
fn a_perfect_fit_has_coefficients_and_no_tests() {
    let certified = include_str!("../reference/nist_wampler1/certified.json");
    let fit = fit(include_str!("../reference/nist_wampler1/data.csv"), 5);
    assert_certified("Wampler1", &fit, certified, 8, 12);
    assert!(fit.perfect_fit && fit.r2 == 1.0 && fit.residuals.iter().all(|e| *e == 0.0));
    assert_eq!((fit.f, fit.p, fit.constant.t, fit.constant.p), (None, None, None, None));
    assert!(fit.coefficients.iter().all(|c| c.t.is_none() && c.p.is_none() && c.partial.is_none()));
}
