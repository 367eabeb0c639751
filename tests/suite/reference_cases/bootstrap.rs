//! Indirect effects: products of coefficients, their classical tests, and the ends of their bootstrap intervals.

use super::data::{Data, list, names, text};
use super::record::Record;
use bab4::stats::bootstrap::{PathCoefficient, PathRegression, PathSystem};
use bab4::stats::descriptives::variance;
use bab4::stats::indirect_effect::{Coefficient, indirect_effect};
use bab4::stats::interval::{Interval, bca_interval, percentile_interval};
use bab4::stats::least_squares::least_squares;

/// Resamples of ours, as many as in each of theirs: the tolerance does not know that their mean of twenty runs and their deviation
/// are estimates too.
const RESAMPLES: usize = 5_000;

/// Compares every mediation of a case.
pub fn compare(data: &Data, record: &mut Record) {
    for mediation in list(&data.spec["mediations"]) {
        let name = text(&mediation["name"]);
        let x = names(&mediation["x"]);
        let (m, y) = (text(&mediation["m"]), text(&mediation["y"]));
        coefficients(data, &format!("mediations/{name}"), &x, &m, &y, record);
        intervals(data, &name, &x, &m, &y, record);
    }
}

fn coefficients(data: &Data, path: &str, x: &[String], m: &str, y: &str, record: &mut Record) {
    let (mediator, outcome) = (data.column(m), data.column(y));
    let mut columns = data.columns(x);
    let to_mediator = least_squares(&columns, &mediator, 0.95).unwrap();
    let total = least_squares(&columns, &outcome, 0.95).unwrap();
    columns.push(mediator);
    let to_outcome = least_squares(&columns, &outcome, 0.95).unwrap();
    record.count(&format!("{path}/n"), to_outcome.n);
    record.number(&format!("{path}/R2_m"), to_mediator.r2);
    record.number(&format!("{path}/R2_y"), to_outcome.r2);
    record.number(&format!("{path}/e1"), (1.0 - to_mediator.r2).sqrt());
    record.number(&format!("{path}/e2"), (1.0 - to_outcome.r2).sqrt());
    let b = &to_outcome.coefficients[x.len()];
    for (i, name) in x.iter().enumerate() {
        let (a, direct) = (&to_mediator.coefficients[i], &to_outcome.coefficients[i]);
        let effect = indirect_effect(&[Coefficient { b: a.b, se: a.se }, Coefficient { b: b.b, se: b.se }]).unwrap();
        let at = |key: &str| format!("{path}/effects/{name}/{key}");
        for (key, found) in [
            ("a", a.b),
            ("se_a", a.se),
            ("b", b.b),
            ("se_b", b.se),
            ("direct_c_prime", direct.b),
            ("total_c", total.coefficients[i].b),
            ("indirect", effect.estimate),
            ("total_minus_direct", total.coefficients[i].b - direct.b),
            ("beta_a", a.beta),
            ("beta_b", b.beta),
            ("beta_direct", direct.beta),
            ("beta_indirect", a.beta * b.beta),
            ("beta_total", total.coefficients[i].beta),
        ] {
            record.number(&at(key), found);
        }
        for (key, test) in [("sobel", effect.sobel), ("aroian", effect.aroian), ("goodman", effect.goodman)] {
            let test = test.unwrap();
            record.number(&at(&format!("{key}/se")), test.se);
            record.number(&at(&format!("{key}/z")), test.z);
            record.probability(&at(&format!("{key}/p")), test.p);
        }
    }
}

/// The ends against the mean of twenty runs of theirs, |found − mean| ≤ 4 mc_sd √(5000/B): with other random numbers no two
/// programs find the same end.
fn intervals(data: &Data, name: &str, x: &[String], m: &str, y: &str, record: &mut Record) {
    let mut columns = data.columns(x);
    columns.push(data.column(m));
    columns.push(data.column(y));
    let k = x.len();
    let regressions = [
        PathRegression { outcome: k, predictors: (0..k).collect() },
        PathRegression { outcome: k + 1, predictors: (0..=k).collect() },
    ];
    let step = |regression, predictor| PathCoefficient { regression, predictor };
    let paths: Vec<Vec<PathCoefficient>> = (0..k).map(|i| vec![step(0, i), step(1, k)]).collect();
    let system = PathSystem::new(&columns, &regressions, &paths).unwrap();
    let estimate = system.estimate().unwrap();
    let draws = system.resample(RESAMPLES, 1);
    let jackknife = system.leave_one_out();
    assert_eq!(draws.failed, 0);
    for (i, predictor) in x.iter().enumerate() {
        for (scale, estimate, draws, jackknife) in [
            ("unstandardized", estimate.unstandardized[i], &draws.unstandardized[i], &jackknife.unstandardized[i]),
            ("standardized", estimate.standardized[i], &draws.standardized[i], &jackknife.standardized[i]),
        ] {
            let golden = format!("mediations/{name}/effects/{predictor}/bootstrap/{scale}");
            let runs = format!("bootstrap_reference/mediations/{name}/effects/{predictor}/{scale}");
            record.number(&format!("{golden}/estimate"), estimate);
            record.number(&format!("{runs}/estimate"), estimate);
            let bca = bca_interval(draws, estimate, jackknife, 0.95).unwrap();
            record.number(&format!("{golden}/bca_jackknife/a"), bca.acceleration);
            record.number(&format!("{runs}/acceleration"), bca.acceleration);
            by_chance(record, &format!("{runs}/boot_se"), variance(draws).unwrap().sqrt());
            let percentile = percentile_interval(draws, 0.95).unwrap();
            for (key, Interval { low, high, .. }) in [("percentile", percentile), ("bca_jackknife", bca.interval)] {
                by_chance(record, &format!("{runs}/{key}/low"), low);
                by_chance(record, &format!("{runs}/{key}/high"), high);
            }
        }
    }
}

fn by_chance(record: &mut Record, path: &str, found: f64) {
    let deviation = format!("{path}/mc_sd");
    let tolerance = 4.0 * record.value(&deviation).as_f64().unwrap() * (5000.0 / RESAMPLES as f64).sqrt();
    record.within(&format!("{path}/mean"), found, 0.0, tolerance);
}
