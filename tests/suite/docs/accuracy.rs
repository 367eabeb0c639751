//! `ACCURACY.md`: correct digits of NIST's certified values, agreement with R, distribution functions.

use crate::reference_cases::agreement;
use bab4::stats::descriptives::descriptives;
use bab4::stats::distributions::{
    chi_squared_quantile, chi_squared_sf, f_quantile, f_sf, normal_quantile, normal_sf, t_quantile, t_sf,
};
use bab4::stats::least_squares::least_squares;
use bab4::stats::through_origin::through_origin;
use std::collections::BTreeMap;
use std::fmt::Write;

/// Polynomial sets and their degree.
const POLYNOMIALS: [(&str, i32); 7] =
    [("pontius", 2), ("filip", 10), ("wampler1", 5), ("wampler2", 5), ("wampler3", 5), ("wampler4", 5), ("wampler5", 5)];

/// Correct digits at most: a double holds no more that can be told.
const MOST: f64 = 15.0;

fn file(path: &str) -> String {
    std::fs::read_to_string(crate::common::root().join("tests/reference").join(path)).unwrap()
}

/// The columns of a CSV with a header, by name.
fn columns(path: &str) -> BTreeMap<String, Vec<String>> {
    let text = file(path);
    let mut lines = text.lines().map(|line| line.split(',').map(str::to_owned).collect::<Vec<String>>());
    let names = lines.next().unwrap();
    let rows: Vec<Vec<String>> = lines.collect();
    names.iter().enumerate().map(|(at, name)| (name.clone(), rows.iter().map(|row| row[at].clone()).collect())).collect()
}

fn numbers(cells: &[String]) -> Vec<f64> {
    cells.iter().map(|cell| cell.parse().unwrap()).collect()
}

/// Base-10 logarithm of the relative error, negative: NIST's measure. Of a certified zero, of the absolute error.
fn digits(found: f64, certified: f64) -> f64 {
    let error = (found - certified).abs();
    let error = if certified.abs() > 0.0 { error / certified.abs() } else { error };
    if error > 0.0 { (-error.log10()).clamp(0.0, MOST) } else { MOST }
}

/// Fewest digits of some; whole ones, so that the last bit of another machine changes nothing.
fn fewest(found: impl Iterator<Item = f64>) -> String {
    found.reduce(f64::min).map_or_else(|| "–".to_owned(), |digits| format!("{:.0}", (digits + 1e-9).floor()))
}

/// Fewest digits of coefficients and of standard errors that are not certified as zero.
fn regression(columns: &[Vec<f64>], outcome: &[f64], b: &[f64], se: &[f64]) -> (String, String) {
    let fit = match least_squares(columns, outcome, 0.95) {
        Ok(fit) => fit,
        Err(reason) => return (reason.key().to_owned(), reason.key().to_owned()),
    };
    let found_b = std::iter::once(fit.constant.b).chain(fit.coefficients.iter().map(|c| c.b));
    let found_se = std::iter::once(fit.constant.se).chain(fit.coefficients.iter().map(|c| c.se));
    let of_se = found_se.zip(se).filter(|(_, se)| se.abs() > 0.0).map(|(found, se)| digits(found, *se));
    (fewest(found_b.zip(b).map(|(found, b)| digits(found, *b))), fewest(of_se))
}

/// What R keeps, whole digits.
fn of_r(set: &str) -> (String, String) {
    let r = columns("nist/r.csv");
    let at = r["set"].iter().position(|name| name == set).unwrap();
    let cell = |column: &str| match r[column][at].as_str() {
        "" => "–".to_owned(),
        word => word.parse::<f64>().map_or_else(|_| word.to_owned(), |digits| format!("{:.0}", digits.floor())),
    };
    (cell("b"), cell("se"))
}

fn linear(out: &mut String) {
    out.push_str("| set | coefficients | standard errors | R: coefficients | R: standard errors |\n|---|--:|--:|--:|--:|\n");
    let mut row = |set: &str, (b, se): (String, String)| {
        let (r_b, r_se) = of_r(set);
        let _ = writeln!(out, "| {set} | {b} | {se} | {r_b} | {r_se} |");
    };
    for set in ["norris", "longley"] {
        let data = columns(&format!("nist_{set}/data.csv"));
        let certified: serde_json::Value = serde_json::from_str(&file(&format!("nist_{set}/certified.json"))).unwrap();
        let predictors: Vec<Vec<f64>> = (1..).map_while(|j| data.get(&format!("x{j}"))).map(|cells| numbers(cells)).collect();
        let names: Vec<String> =
            std::iter::once("(Intercept)".to_owned()).chain((1..=predictors.len()).map(|j| format!("x{j}"))).collect();
        let of =
            |key: &str| -> Vec<f64> { names.iter().map(|name| certified["coefficients"][name][key].as_f64().unwrap()).collect() };
        row(set, regression(&predictors, &numbers(&data["y"]), &of("B"), &of("SE")));
    }
    let certified = columns("nist/certified.csv");
    for (set, degree) in POLYNOMIALS {
        let data = columns(&format!("nist/{set}.csv"));
        let x = numbers(&data["x"]);
        let powers: Vec<Vec<f64>> = (1..=degree).map(|power| x.iter().map(|x| x.powi(power)).collect()).collect();
        let of = |key: &str| -> Vec<f64> {
            let rows = certified["set"].iter().zip(&certified[key]).filter(|(name, _)| *name == set);
            rows.map(|(_, cell)| cell.parse().unwrap()).collect()
        };
        row(set, regression(&powers, &numbers(&data["y"]), &of("b"), &of("se")));
    }
    let sets = columns("nist/noint.csv");
    for (at, set) in sets["set"].iter().enumerate() {
        let (low, high) = sets["x"][at].split_once('–').unwrap();
        let x: Vec<f64> = (low.parse::<i32>().unwrap()..=high.parse().unwrap()).map(f64::from).collect();
        let y: Vec<f64> = sets["y"][at].split(' ').map(|cell| cell.parse().unwrap()).collect();
        let found = through_origin(&[x], &y).unwrap();
        let of = |key: &str, found: f64| fewest(std::iter::once(digits(found, sets[key][at].parse().unwrap())));
        row(set, (of("b", found.b[0]), of("se", found.se[0])));
    }
}

fn univariate(out: &mut String) {
    out.push_str("| set | mean | standard deviation | R: mean | R: standard deviation |\n|---|--:|--:|--:|--:|\n");
    let certified = columns("nist/univariate.csv");
    for (at, set) in certified["set"].iter().enumerate() {
        let found = descriptives(&numbers(&columns(&format!("nist/{set}.csv"))["y"])).unwrap();
        let of = |key: &str, found: f64| fewest(std::iter::once(digits(found, certified[key][at].parse().unwrap())));
        let (r_mean, r_sd) = of_r(set);
        let _ = writeln!(out, "| {set} | {} | {} | {r_mean} | {r_sd} |", of("mean", found.mean), of("sd", found.sd.unwrap()));
    }
}

fn distributions(out: &mut String) {
    out.push_str("| function | values | fewest correct digits |\n|---|--:|--:|\n");
    let mut all = BTreeMap::<String, (usize, f64)>::new();
    for line in file("distributions/tails.csv").lines().filter(|line| !line.starts_with('#')) {
        let (name, rest) = line.split_once(',').unwrap();
        let v: Vec<f64> = rest.split(',').map(|n| n.parse().unwrap()).collect();
        let found = match name {
            "pnorm" => normal_sf(v[0]),
            "pt" => t_sf(v[0], v[1]),
            "pf" => f_sf(v[0], v[1], v[2]),
            "pchisq" => chi_squared_sf(v[0], v[1]),
            "qnorm" => normal_quantile(v[0]),
            "qt" => t_quantile(v[0], v[1]),
            "qf" => f_quantile(v[0], v[1], v[2]),
            _ => chi_squared_quantile(v[0], v[1]),
        };
        let entry = all.entry(name.to_owned()).or_insert((0, MOST));
        *entry = (entry.0 + 1, entry.1.min(digits(found, *v.last().unwrap())));
    }
    for (name, (count, digits)) in all {
        let _ = writeln!(out, "| {name} | {count} | {} |", fewest(std::iter::once(digits)));
    }
}

/// The page.
pub fn markdown() -> String {
    let mut out = String::from(
        "<!-- Dibuat oleh sebuah uji; jangan disunting. Made by a test; do not edit: BAB4_UPDATE_DOCS=1 cargo test docs -->\n\n\
         # Ketelitian · Accuracy\n\n\
         Whole correct digits (NIST's LRE: −log₁₀ of the relative error, at most 15), the fewest of a set. Data and sources: \
         `tests/reference`; R 4.2.2 by `tests/reference/nist/r.R`. Made by `make accuracy`. `refused`: R leaves a coefficient out. Where NIST certifies \
         0 there is nothing to count (–).\n\n\
         ## NIST StRD: linear regression\n\n",
    );
    linear(&mut out);
    out.push_str(
        "\nFilip's powers up to the tenth lose digits before any program sees them; every other set is exact in doubles. NoInt1 and \
         NoInt2 are regressions without a constant, which `stats::through_origin` knows and no study runs. Every certified value \
         was checked against exact rational arithmetic (`tests/reference/nist/exact.py`): all agree in the digits given. PiDigits \
         is left out: the first 5000 digits of π, computed, have the mean 4.5358, not the certified 4.5348. Exactly collinear columns are refused with \
         their names (`collinear`), constant ones too (`no_variance`), and a perfect fit has no tests (`perfect_fit`).\n\n\
         ## NIST StRD: univariate\n\n",
    );
    univariate(&mut out);
    out.push_str(
        "\n## R\n\nNumbers compared with R 4.2.2 (psych, car, lmtest, sandwich, nortest, boot) on the data sets of the \
         repository, and in how many digits the worst of them agree; values below 10⁻⁹ are compared absolutely and not counted \
         here. `mediations`, `lilliefors_monte_carlo`: simulations, within four Monte Carlo errors. Of \
         Wampler's sets it is R that keeps fewer digits.\n\n| table | numbers | digits |\n|---|--:|--:|\n",
    );
    for (statistic, (count, worst)) in agreement() {
        let digits = if worst > 0.0 { (-worst.log10()).clamp(0.0, MOST) } else { MOST };
        let _ = writeln!(out, "| `{statistic}` | {count} | {} |", fewest(std::iter::once(digits)));
    }
    out.push_str("\n## Distributions\n\nUpper tails and quantiles against 60-digit arithmetic, far out and in the middle.\n\n");
    distributions(&mut out);
    out
}
