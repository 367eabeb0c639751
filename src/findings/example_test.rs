//! The published thesis (Putri 2019), from answers to verdicts. Expected values: its printed tables and the exact
//! cross-products they determine.
#![allow(clippy::unwrap_used, clippy::panic)]

use super::{Verdict, judge};
use crate::analyses::analyze;
use crate::analyses::results::{Outcome, Results};
use crate::dataset::test_study::semarang;
use crate::diagnostics::Diagnostics;
use crate::study::{Claim, Hypothesis, Regression, Sign, Study};
use std::path::Path;

fn hypothesis(id: &str, names: &[&str]) -> Hypothesis {
    let own = |name: &&str| (*name).to_owned();
    let sign = Some(Sign::Positive);
    let claim = match names {
        [from, to] => Claim::Effect { from: own(from), to: own(to), sign },
        _ => Claim::Chain { names: names.iter().map(own).collect(), sign },
    };
    Hypothesis {
        id: id.to_owned(),
        claim,
        claim_text: names.join(" -> "),
        statement: None,
        prior: Default::default(),
        discussion: Default::default(),
        regression: (names.len() == 2).then(|| names[1].to_owned()),
        declared: None,
    }
}

pub(crate) fn study() -> Study {
    let mut study = semarang();
    let regression = |outcome: &str, predictors: &[&str]| Regression {
        name: outcome.to_owned(),
        outcome: outcome.to_owned(),
        predictors: predictors.iter().map(|name| (*name).to_owned()).collect(),
        main: true,
        added_for: None,
    };
    study.regressions = vec![regression("Y1", &["X1", "X2"]), regression("Y2", &["X1", "X2", "Y1"])];
    study.hypotheses = vec![
        hypothesis("H1", &["X1", "Y1"]),
        hypothesis("H2", &["X2", "Y1"]),
        hypothesis("H3", &["X1", "Y2"]),
        hypothesis("H4", &["X2", "Y2"]),
        hypothesis("H5", &["Y1", "Y2"]),
        hypothesis("H6", &["X1", "Y1", "Y2"]),
    ];
    study.analysis.resamples = 10_000;
    study.analysis.seed = 2019;
    study.analysis.reliability_minimum = 0.6;
    study
}

pub(crate) fn results(study: &Study) -> Results {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("examples/disnaker-semarang");
    let mut diagnostics = Diagnostics::default();
    let mut dataset = crate::dataset::read(study, &folder, &mut diagnostics).unwrap();
    let scores = crate::scores::score(study, &mut dataset);
    analyze(study, "", &dataset, &scores)
}

#[test]
fn verdicts_of_the_published_thesis() {
    let study = study();
    let results = results(&study);
    let findings = judge(&study, &results);
    let verdicts: Vec<(Verdict, &str)> = findings.hypotheses.iter().map(|f| (f.verdict, f.because.as_str())).collect();
    assert_eq!(verdicts[..5], [(Verdict::Accepted, "as_expected"); 5]);
    assert_eq!(verdicts[5], (Verdict::Accepted, "interval_excludes_zero"));
    assert_eq!((findings.summary.accepted, findings.summary.rejected), (6, 0));
}

#[test]
fn indirect_effects_of_the_published_thesis() {
    let study = study();
    let results = results(&study);
    let effect = |from: &str| results.effects.iter().find(|e| e.from == from && e.to == "Y2").unwrap();
    let x1 = &effect("X1").indirect[0];
    let close = |found: f64, expected: f64, within: f64| assert!((found - expected).abs() <= within, "{found} is not {expected}");
    let sobel = x1.sobel.value().unwrap();
    close(x1.b, 0.164562, 5e-7);
    close(sobel.z, 2.054, 5e-4);
    close(sobel.p, 0.0400, 5e-5);
    close(x1.beta, 0.17966, 5e-6);
    // Each end ± 4 Monte Carlo standard deviations (0.0015 and 0.0034), from 200 000 resamples in R.
    let percentile = x1.percentile.value().unwrap();
    close(percentile.low, 0.0145, 0.006);
    close(percentile.high, 0.3768, 0.0136);
    let bca = x1.bca.value().unwrap();
    close(bca.low, -0.007, 0.01);
    close(bca.high, 0.345, 0.015);
    assert!(x1.methods_disagree, "BCa holds zero, the percentile interval does not");
    assert_eq!(x1.mediation, Outcome::Computed("complementary".to_owned()));
    let x2 = &effect("X2").indirect[0];
    close(x2.sobel.value().unwrap().z, 1.577, 5e-4);
    close(x2.sobel.value().unwrap().p, 0.1147, 5e-5);
    assert_eq!(x2.significant, Outcome::Computed(false));
    assert_eq!(x2.mediation, Outcome::Computed("direct_only".to_owned()));
    close(*effect("X1").total.value().unwrap(), 0.481282, 5e-7);
    close(*effect("X1").indirect_percent.value().unwrap(), 37.3, 0.05);
}
