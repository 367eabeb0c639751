//! Distribution functions far out and in the middle, against values of 60-digit arithmetic.

use bab4::stats::distributions::{
    chi_squared_quantile, chi_squared_sf, f_quantile, f_sf, normal_quantile, normal_sf, t_quantile, t_sf,
};

#[test]
fn tails_keep_their_digits() {
    let mut compared = 0;
    let mut worst = 0.0_f64;
    let mut problems = Vec::new();
    for line in include_str!("../../reference/distributions/tails.csv").lines().filter(|line| !line.starts_with('#')) {
        let (name, numbers) = line.split_once(',').unwrap();
        let v: Vec<f64> = numbers.split(',').map(|n| n.parse().unwrap()).collect();
        let (found, tolerance) = match name {
            "pnorm" => (normal_sf(v[0]), 2e-13),
            "pt" => (t_sf(v[0], v[1]), 2e-13),
            "pf" => (f_sf(v[0], v[1], v[2]), 2e-13),
            "pchisq" => (chi_squared_sf(v[0], v[1]), 2e-13),
            "qnorm" => (normal_quantile(v[0]), 1e-12),
            "qt" => (t_quantile(v[0], v[1]), 1e-12),
            "qf" => (f_quantile(v[0], v[1], v[2]), 1e-12),
            "qchisq" => (chi_squared_quantile(v[0], v[1]), 1e-12),
            other => panic!("{other}"),
        };
        let expected = *v.last().unwrap();
        if (found - expected).abs() > tolerance * expected.abs() {
            problems.push(format!("{line}: found {found:e}, off by {:e}", (found / expected - 1.0).abs()));
        }
        worst = worst.max((found / expected - 1.0).abs());
        compared += 1;
    }
    crate::common::proof("tails", &format!("{compared}, worst relative difference {worst:.0e}"));
    assert!(problems.is_empty(), "{} of {compared}:\n{}", problems.len(), problems.join("\n"));
    assert!(compared > 300, "{compared}");
}
