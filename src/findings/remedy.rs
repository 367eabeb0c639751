//! Verdicts where a declared remedy decides instead of the ordinary test (V3): HC3's t, or the bootstrap interval.

use super::{FoundSign, HypothesisFinding, Sensitivity, by_significance, directed_p, side_of};
use crate::analyses::results::{Outcome, RefitResult, Remedies, RobustCoefficientResult};
use crate::study::settings::Tails;
use crate::study::{Sign, Study};

/// A finding about one coefficient under the remedy that decides; the others, and the ordinary test, go into `sensitivity`.
///
/// `at` is the path of the regression, `term` the coefficient's name in it.
pub(super) fn of_term(
    study: &Study,
    remedies: &Remedies,
    at: &str,
    term: &str,
    sign: Option<Sign>,
    ordinary: HypothesisFinding,
) -> HypothesisFinding {
    let mut others = vec![hc3(study, remedies, at, term, sign, &ordinary), bootstrap(study, remedies, at, term, sign, &ordinary)];
    others.extend(refits(remedies).map(|(name, refit)| {
        let at = format!("{at}/remedies/{name}");
        of_coefficient(study, name, &refit.coefficients, &at, term, sign, &ordinary)
    }));
    pick(&remedies.decides, ordinary, others.into_iter().flatten().collect())
}

/// A finding about all slopes together; the bootstrap of coefficients has no such test, so the ordinary one stands there.
pub(super) fn of_all(study: &Study, remedies: &Remedies, at: &str, ordinary: HypothesisFinding) -> HypothesisFinding {
    let mut others = Vec::new();
    let robust = remedies.hc3.as_ref().and_then(Outcome::value).map(|robust| ("hc3", &robust.f, &robust.p));
    for (name, f, p) in robust.into_iter().chain(refits(remedies).map(|(name, refit)| (name, &refit.f, &refit.p))) {
        let (Outcome::Computed(f), Outcome::Computed(p)) = (f, p) else { continue };
        let (verdict, because) = by_significance(*p, study.analysis.alpha, FoundSign::Zero, None);
        others.push(HypothesisFinding {
            test: Outcome::Computed(format!("{name}_f")),
            at: Some(format!("{at}/remedies/{name}")),
            statistic: Outcome::Computed(*f),
            p: Outcome::Computed(*p),
            verdict,
            because: because.to_owned(),
            ..ordinary.clone()
        });
    }
    // Equal spread is what F needs most: HC3 decides also where the bootstrap decides on the coefficients.
    let decides = match remedies.decides.as_str() {
        "bootstrap" if !others.is_empty() => "hc3",
        decides => decides,
    };
    pick(decides, ordinary, others)
}

/// The regressions that were computed anew, by name.
fn refits(remedies: &Remedies) -> impl Iterator<Item = (&'static str, &RefitResult)> {
    let all = [("transform", &remedies.transform), ("rank", &remedies.rank)];
    all.into_iter().filter_map(|(name, refit)| Some((name, refit.as_ref()?.value()?)))
}

fn hc3(
    study: &Study,
    remedies: &Remedies,
    at: &str,
    term: &str,
    sign: Option<Sign>,
    ordinary: &HypothesisFinding,
) -> Option<HypothesisFinding> {
    let all = &remedies.hc3.as_ref()?.value()?.coefficients;
    of_coefficient(study, "hc3", all, &format!("{at}/remedies/hc3"), term, sign, ordinary)
}

/// What a t test of a remedy says about one coefficient; `at` is the path of the remedy.
fn of_coefficient(
    study: &Study,
    test: &str,
    all: &[RobustCoefficientResult],
    at: &str,
    term: &str,
    sign: Option<Sign>,
    ordinary: &HypothesisFinding,
) -> Option<HypothesisFinding> {
    let (position, c) = all.iter().enumerate().find(|(_, c)| c.term == term)?;
    let side = FoundSign::of_statistic(c.t);
    let p = directed_p(study, c.p, side, sign);
    let (verdict, because) = by_significance(p, study.analysis.alpha, side, sign);
    Some(HypothesisFinding {
        test: Outcome::Computed(test.to_owned()),
        at: Some(format!("{at}/coefficients/{position}")),
        // Of ranks and of a transformed outcome the coefficients are others, and may have another sign.
        estimate: if test == "hc3" { ordinary.estimate.clone() } else { c.beta.clone() },
        statistic: Outcome::Computed(c.t),
        p: Outcome::Computed(p),
        sign_found: Some(side),
        verdict,
        because: because.to_owned(),
        ..ordinary.clone()
    })
}

fn bootstrap(
    study: &Study,
    remedies: &Remedies,
    at: &str,
    term: &str,
    sign: Option<Sign>,
    ordinary: &HypothesisFinding,
) -> Option<HypothesisFinding> {
    let all = &remedies.bootstrap.as_ref()?.value()?.coefficients;
    let (position, c) = all.iter().enumerate().find(|(_, c)| c.term == term)?;
    // A one-tailed test at alpha is a two-sided interval at 1 − 2 alpha.
    let one_tailed = study.analysis.tails == Tails::One && sign.is_some();
    let interval = if one_tailed { c.one_tailed } else { c.percentile };
    let side = side_of(interval);
    let found = side.unwrap_or(FoundSign::of(c.b));
    // An interval that excludes zero is what a p below alpha is for a test.
    let p_of_interval = if side.is_some() { 0.0 } else { 1.0 };
    let (verdict, because) = by_significance(p_of_interval, study.analysis.alpha, found, sign);
    let none = || Outcome::absent("by_interval");
    Some(HypothesisFinding {
        test: Outcome::Computed("bootstrap".into()),
        at: Some(format!("{at}/remedies/bootstrap/coefficients/{position}")),
        statistic: none(),
        df: none(),
        critical: none(),
        p: Outcome::Computed(directed_p(study, c.p, found, sign)),
        interval: Outcome::Computed(interval),
        sign_found: Some(found),
        verdict,
        because: because.to_owned(),
        ..ordinary.clone()
    })
}

/// The finding by the test that decides; the others, beginning with the ordinary one, beside it.
fn pick(decides: &str, ordinary: HypothesisFinding, mut others: Vec<HypothesisFinding>) -> HypothesisFinding {
    let is = |finding: &HypothesisFinding| {
        let test = finding.test.value().map_or("", String::as_str);
        test.trim_end_matches("_f") == decides
    };
    let deciding = others.iter().position(is).map(|position| others.remove(position));
    let beside = others
        .iter()
        .map(|finding| Sensitivity::of(finding.test.value().map_or("", String::as_str).trim_end_matches("_f"), finding));
    let mut sensitivity: Vec<Sensitivity> = beside.collect();
    match deciding {
        Some(finding) => {
            sensitivity.insert(0, Sensitivity::of("ordinary", &ordinary));
            HypothesisFinding { sensitivity, ..finding }
        }
        None => HypothesisFinding { sensitivity, ..ordinary },
    }
}
