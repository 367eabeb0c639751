//! What other methods find about a hypothesis: robust errors, bootstrap, ranks, other cases, other items.

use super::{FoundSign, HypothesisFinding, Sensitivity, Verdict, by_significance, decide, directed_p};
use crate::analyses::results::{Outcome, Results};
use crate::study::{Claim, Hypothesis, Sign, Study};

/// Adds the verdict of every variant to a finding, where it says something of its own.
pub(super) fn add(study: &Study, results: &Results, hypothesis: &Hypothesis, finding: &mut HypothesisFinding) {
    if results.variants.0.is_empty() || finding.verdict == Verdict::NotTested {
        return;
    }
    let deciding = finding.test.value().map_or("", String::as_str).trim_end_matches("_f").to_owned();
    for (name, variant) in &results.variants.0 {
        let known = *name == deciding || finding.sensitivity.iter().any(|other| other.method == *name);
        let other = decide(study, variant, hypothesis);
        let test = other.test.value().map_or("", String::as_str);
        // A remedy that a claim does not know leaves it to the ordinary test, which says nothing new.
        let applies = !matches!(name.as_str(), "hc3" | "bootstrap" | "transform" | "rank") || test.trim_end_matches("_f") == name;
        if !known && applies && other.verdict != Verdict::NotTested {
            finding.sensitivity.push(Sensitivity::of(name, &other));
        }
    }
    if let Claim::Effect { from, to, sign } = &hypothesis.claim {
        finding.sensitivity.extend(spearman(study, results, [from, to], *sign, finding));
    }
}

/// The rank correlation of predictor and outcome; no other predictor is held constant in it.
fn spearman(
    study: &Study,
    results: &Results,
    [from, to]: [&String; 2],
    sign: Option<Sign>,
    finding: &HypothesisFinding,
) -> Option<Sensitivity> {
    let pair = |a: &String, b: &String| (a == from && b == to) || (a == to && b == from);
    let found = results.correlations.iter().find(|correlation| pair(&correlation.a, &correlation.b))?;
    let rho = found.spearman.value()?;
    let side = FoundSign::of_statistic(rho.rho);
    let p = directed_p(study, rho.p, side, sign);
    let (verdict, because) = by_significance(p, study.analysis.alpha, side, sign);
    let other = HypothesisFinding {
        statistic: Outcome::Computed(rho.rho),
        df: Outcome::Computed(found.n as f64 - 2.0),
        p: Outcome::Computed(p),
        interval: Outcome::absent("not_applicable"),
        verdict,
        because: because.to_owned(),
        sensitivity: Vec::new(),
        ..finding.clone()
    };
    Some(Sensitivity::of("spearman", &other))
}
