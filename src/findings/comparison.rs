//! Verdict on a comparison of groups, pairs or a level, and on an association: the chosen variant (V1, V5).

use super::{FoundSign, HypothesisFinding, by_significance, directed_p, not_tested};
use crate::analyses::results::{ComparisonResult, DirectedResult, Outcome, PostHocResult, Results, VariantResult};
use crate::study::{Claim, Direction, Hypothesis, Sign, Study};

pub(super) fn judge(study: &Study, results: &Results, hypothesis: &Hypothesis) -> HypothesisFinding {
    let expected = expected_sign(&hypothesis.claim);
    let sign_expected = expected.map(|sign| match sign {
        Sign::Positive => FoundSign::Positive,
        Sign::Negative => FoundSign::Negative,
    });
    let untested = |because: &str| HypothesisFinding { sign_expected, ..not_tested(hypothesis, because) };
    let comparison = match results.comparisons.get(&hypothesis.id) {
        Some(Outcome::Computed(comparison)) => comparison,
        Some(Outcome::Absent(absent)) => return untested(&absent.absent),
        None => return untested("no_test"),
    };
    // A direction between two of the groups is what has to be tested; a group that nobody belongs to leaves nothing.
    let directed = match (&hypothesis.claim, &comparison.directed) {
        (Claim::Groups { direction: Direction::Above { .. }, .. }, Outcome::Computed(directed)) => Some(directed),
        (Claim::Groups { direction: Direction::Above { .. }, .. }, Outcome::Absent(absent)) => return untested(&absent.absent),
        _ => None,
    };
    let chosen = match &comparison.chosen {
        Outcome::Computed(chosen) => chosen.as_str(),
        Outcome::Absent(absent) => return untested(&absent.absent),
    };
    let base = HypothesisFinding { sign_expected, ..not_tested(hypothesis, "not_applicable") };
    if let (Some(directed), true) = (directed, comparison.groups.len() > 2) {
        return by_pair(study, hypothesis, comparison, directed, base);
    }
    let Some(Outcome::Computed(variant)) = comparison.variants.get(chosen) else { return untested("no_test") };
    let found = sign_of(chosen, variant);
    let p = match found {
        Some(found) => directed_p(study, variant.p, found, expected),
        None => variant.p,
    };
    // Without a sign of its own (F, χ²) a test can only be significant.
    let (verdict, because) = by_significance(p, study.analysis.alpha, found.unwrap_or(FoundSign::Zero), expected);
    let effect = comparison.effect_size_chosen.value().and_then(|name| comparison.effect_size.get(name));
    let is_association = comparison.kind == "association";
    HypothesisFinding {
        test: Outcome::Computed(chosen.to_owned()),
        at: Some(format!("comparisons/{}/{chosen}", hypothesis.id)),
        statistic: variant.statistic.clone(),
        df: variant.df.clone(),
        df1: variant.df1.clone(),
        critical: variant.critical.clone(),
        p: Outcome::Computed(p),
        estimate: if is_association {
            variant.estimate.clone()
        } else {
            match effect {
                Some(size) => size.clone().map(|size| size.value),
                None => Outcome::absent("not_applicable"),
            }
        },
        b: if is_association { Outcome::absent("not_applicable") } else { variant.estimate.clone() },
        sign_found: found,
        verdict,
        because: because.to_owned(),
        ..base
    }
}

/// The sign that a claim expects; of groups and pairs that of the difference as it is computed.
fn expected_sign(claim: &Claim) -> Option<Sign> {
    let sign = |positive: bool| Some(if positive { Sign::Positive } else { Sign::Negative });
    match claim {
        Claim::Groups { direction: Direction::Above { .. }, .. } => sign(true),
        Claim::Paired { second_higher, .. } => second_higher.and_then(sign),
        Claim::Level { above, .. } => sign(*above),
        _ => claim.sign(),
    }
}

/// The sign of what a variant tests: none for F and χ².
fn sign_of(chosen: &str, variant: &VariantResult) -> Option<FoundSign> {
    let of = |value: &Outcome<f64>| value.value().map(|value| FoundSign::of_statistic(*value));
    match chosen {
        // The statistic of a perfect correlation is absent, its coefficient is not.
        "pearson" | "spearman" | "kendall" | "mcnemar" => of(&variant.estimate),
        "student" | "t" | "wilcoxon" | "mann_whitney" => of(&variant.statistic),
        // Two groups: t with a difference of means; several: F without one.
        "welch" => variant.estimate.value().and_then(|_| of(&variant.statistic)),
        _ => None,
    }
}

/// A direction between two of several groups: the comparison of that pair, corrected for all pairs. Its p is two-tailed
/// also where the study's tests are one-tailed, as the correction knows no sides.
fn by_pair(
    study: &Study,
    hypothesis: &Hypothesis,
    comparison: &ComparisonResult,
    directed: &DirectedResult,
    base: HypothesisFinding,
) -> HypothesisFinding {
    let joins = |pair: &&PostHocResult| {
        pair.chosen
            && ((pair.a == directed.higher && pair.b == directed.lower)
                || (pair.a == directed.lower && pair.b == directed.higher))
    };
    let found = comparison.post_hoc.iter().enumerate().find(|(_, pair)| joins(pair));
    let Some((position, pair)) = found else { return HypothesisFinding { because: "no_test".to_owned(), ..base } };
    let (statistic, p, difference) = match (&pair.statistic, &pair.p, &pair.difference) {
        (Outcome::Computed(statistic), Outcome::Computed(p), Outcome::Computed(difference)) => (*statistic, *p, *difference),
        (Outcome::Absent(absent), ..) | (_, Outcome::Absent(absent), _) | (.., Outcome::Absent(absent)) => {
            return HypothesisFinding { because: absent.absent.clone(), ..base };
        }
    };
    // Turned so that the expected direction is the positive one.
    let turn = if pair.a == directed.higher { 1.0 } else { -1.0 };
    let sign_found = FoundSign::of_statistic(turn * statistic);
    let (verdict, because) = by_significance(p, study.analysis.alpha, sign_found, Some(Sign::Positive));
    HypothesisFinding {
        test: Outcome::Computed(pair.method.clone()),
        at: Some(format!("comparisons/{}/post_hoc/{position}", hypothesis.id)),
        statistic: Outcome::Computed(turn * statistic),
        df: pair.df.clone(),
        p: Outcome::Computed(p),
        b: Outcome::Computed(turn * difference),
        sign_found: Some(sign_found),
        verdict,
        because: because.to_owned(),
        ..base
    }
}
