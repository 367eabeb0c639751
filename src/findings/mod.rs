//! What the results say about the hypotheses, and what may be said about the rest: verdicts and facts, no words.

mod chain;
#[cfg(test)]
mod claims_test;
mod comparison;
mod effect;
#[cfg(test)]
pub(crate) mod example_test;
pub mod exclusions;
pub mod facts;
mod joint;
mod product;
mod remedy;
mod sensitivity;
pub mod service;

use crate::analyses::results::{IntervalResult, Outcome, Results};
use crate::study::settings::Tails;
use crate::study::{Claim, Hypothesis, Sign, Study};
use exclusions::Exclusions;
use facts::{RegressionFacts, RespondentFacts, VariableFacts};
use indexmap::IndexMap;
use serde::{Deserialize, Serialize};
use service::ServiceFacts;

/// Verdict on a hypothesis.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Verdict {
    /// The data support it.
    Accepted,
    /// They do not.
    Rejected,
    /// It was not tested, `because` says why.
    NotTested,
}

/// Below this a test statistic is zero but for rounding.
const ROUNDING: f64 = 1e-9;

/// A sign.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum FoundSign {
    /// Above zero.
    Positive,
    /// Below zero.
    Negative,
    /// Exactly zero.
    Zero,
}

impl FoundSign {
    /// The sign of a number.
    pub fn of(value: f64) -> FoundSign {
        if value > 0.0 {
            FoundSign::Positive
        } else if value < 0.0 {
            FoundSign::Negative
        } else {
            FoundSign::Zero
        }
    }

    /// The sign of a test statistic; one that is nothing but rounding has none.
    pub fn of_statistic(value: f64) -> FoundSign {
        if value.abs() < ROUNDING { FoundSign::Zero } else { FoundSign::of(value) }
    }

    /// Its key in results and templates.
    pub fn key(self) -> &'static str {
        match self {
            FoundSign::Positive => "positive",
            FoundSign::Negative => "negative",
            FoundSign::Zero => "zero",
        }
    }

    /// Whether it is the one a claim expects; any sign is, where none is declared.
    pub fn fits(self, expected: Option<Sign>) -> bool {
        match expected {
            None => true,
            Some(Sign::Positive) => self == FoundSign::Positive,
            Some(Sign::Negative) => self == FoundSign::Negative,
        }
    }
}

/// What was found about one hypothesis.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct HypothesisFinding {
    /// Its id.
    pub id: String,
    /// The claim as written.
    pub claim: String,
    /// The author's wording.
    pub statement: Outcome<String>,
    /// Kind of claim.
    pub kind: String,
    /// The test that decides: `t`, `f`, `percentile`, `bca`, `sobel`; under a remedy `hc3`, `hc3_f`, `bootstrap`,
    /// `transform`, `transform_f`, `rank`, `rank_f`; of a comparison the chosen variant (`student`,
    /// `wilcoxon`, `pearson`, `chi_squared` …), of two among several groups `tukey`, `games_howell` or `dunn`.
    pub test: Outcome<String>,
    /// The regression in which it is read.
    pub regression: Option<String>,
    /// Path of the result that decides, for provenance: `regressions/Y1/coefficients/1`.
    pub at: Option<String>,
    /// Test statistic.
    pub statistic: Outcome<f64>,
    /// Degrees of freedom; for F the second.
    pub df: Outcome<f64>,
    /// For F the first.
    pub df1: Outcome<f64>,
    /// The value the statistic must exceed.
    pub critical: Outcome<f64>,
    /// Significance, one-tailed where the study says so; of an interval the bootstrap's own.
    pub p: Outcome<f64>,
    /// Standardized estimate (β, or their product along a chain); R² of a joint claim; a correlation; the effect size that
    /// belongs to the chosen variant of a comparison.
    pub estimate: Outcome<f64>,
    /// Unstandardized estimate; the difference of means or mean ranks of a comparison.
    pub b: Outcome<f64>,
    /// Expected sign.
    pub sign_expected: Option<FoundSign>,
    /// Sign found.
    pub sign_found: Option<FoundSign>,
    /// The verdict.
    pub verdict: Verdict,
    /// Why: `as_expected`, `significant`, `not_significant`, `opposite`, `opposite_not_significant`,
    /// `interval_excludes_zero`, `interval_holds_zero`, or the reason why it was not tested.
    pub because: String,
    /// The interval that decides, where one does.
    pub interval: Outcome<IntervalResult>,
    /// What other methods find: the ordinary test where a remedy decides, and the remedies that do not decide.
    pub sensitivity: Vec<Sensitivity>,
}

/// What another method than the deciding one finds about a hypothesis.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Sensitivity {
    /// `ordinary`, `hc3`, `bootstrap`, `transform`, `rank`, `spearman`, `without_outliers`, `with_outliers`, `without_invalid_items`.
    pub method: String,
    /// Test statistic.
    pub statistic: Outcome<f64>,
    /// Degrees of freedom; for F the second.
    pub df: Outcome<f64>,
    /// Significance, one-tailed where the study says so.
    pub p: Outcome<f64>,
    /// The interval that would decide, where one would.
    pub interval: Outcome<IntervalResult>,
    /// The verdict it would give.
    pub verdict: Verdict,
    /// Why.
    pub because: String,
    /// It is the verdict that stands.
    pub agrees: bool,
}

impl Sensitivity {
    /// What a finding by another method says; whether it agrees is set when the deciding one is known.
    fn of(method: &str, finding: &HypothesisFinding) -> Sensitivity {
        Sensitivity {
            method: method.to_owned(),
            statistic: finding.statistic.clone(),
            df: finding.df.clone(),
            p: finding.p.clone(),
            interval: finding.interval.clone(),
            verdict: finding.verdict,
            because: finding.because.clone(),
            agrees: false,
        }
    }
}

/// The side of zero on which an interval lies; none where it holds zero.
fn side_of(interval: IntervalResult) -> Option<FoundSign> {
    match (interval.low > 0.0, interval.high < 0.0) {
        (true, _) => Some(FoundSign::Positive),
        (_, true) => Some(FoundSign::Negative),
        (false, false) => None,
    }
}

/// How many hypotheses were accepted.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Summary {
    /// All.
    pub total: usize,
    /// Accepted.
    pub accepted: usize,
    /// Rejected.
    pub rejected: usize,
    /// Not tested.
    pub not_tested: usize,
}

/// Everything that was found.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Findings {
    /// The hypotheses in the study's order.
    pub hypotheses: Vec<HypothesisFinding>,
    /// How many were accepted.
    pub summary: Summary,
    /// Facts about characteristics.
    pub respondent_facts: IndexMap<String, RespondentFacts>,
    /// Facts about variables.
    pub variable_facts: IndexMap<String, VariableFacts>,
    /// Facts about regressions.
    pub regression_facts: IndexMap<String, RegressionFacts>,
    /// Facts about indices of public satisfaction.
    #[serde(default, skip_serializing_if = "IndexMap::is_empty")]
    pub service_facts: IndexMap<String, ServiceFacts>,
    /// What the verdicts would be with those whom the study leaves out.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub exclusions: Option<Exclusions>,
}

/// Judges every hypothesis and gathers the facts the narrative rests on.
pub fn judge(study: &Study, results: &Results) -> Findings {
    let hypotheses: Vec<HypothesisFinding> =
        study.hypotheses.iter().map(|hypothesis| judge_one(study, results, hypothesis)).collect();
    let count = |verdict| hypotheses.iter().filter(|finding| finding.verdict == verdict).count();
    let summary = Summary {
        total: hypotheses.len(),
        accepted: count(Verdict::Accepted),
        rejected: count(Verdict::Rejected),
        not_tested: count(Verdict::NotTested),
    };
    Findings {
        summary,
        respondent_facts: facts::respondents(results),
        variable_facts: facts::variables(study, results),
        regression_facts: facts::regressions(study, results),
        service_facts: service::services(study, results),
        exclusions: None,
        hypotheses,
    }
}

fn judge_one(study: &Study, results: &Results, hypothesis: &Hypothesis) -> HypothesisFinding {
    let mut finding = decide(study, results, hypothesis);
    sensitivity::add(study, results, hypothesis, &mut finding);
    for other in &mut finding.sensitivity {
        other.agrees = other.verdict == finding.verdict;
    }
    finding
}

/// The finding by the test that decides.
fn decide(study: &Study, results: &Results, hypothesis: &Hypothesis) -> HypothesisFinding {
    match &hypothesis.claim {
        Claim::Effect { from, sign, .. } => effect::judge(study, results, hypothesis, from, *sign),
        Claim::Chain { names, sign } => chain::judge(study, results, hypothesis, names, *sign),
        Claim::Joint { .. } => joint::judge(study, results, hypothesis),
        Claim::Product { sign, .. } => product::judge(study, results, hypothesis, *sign),
        Claim::Association { .. } | Claim::Groups { .. } | Claim::Paired { .. } | Claim::Level { .. } => {
            comparison::judge(study, results, hypothesis)
        }
    }
}

/// A finding without numbers, and why.
fn not_tested(hypothesis: &Hypothesis, because: &str) -> HypothesisFinding {
    let none = || Outcome::absent(because);
    // Results speak the study's first language; the report takes the author's wording from the study itself.
    let language = crate::language::Language::default();
    HypothesisFinding {
        id: hypothesis.id.clone(),
        claim: hypothesis.claim_text.clone(),
        statement: match &hypothesis.statement {
            Some(statement) => Outcome::Computed(statement.get(language).to_owned()),
            None => Outcome::absent("not_declared"),
        },
        kind: hypothesis.claim.kind().to_owned(),
        test: Outcome::absent(because),
        regression: hypothesis.regression.clone(),
        at: None,
        statistic: none(),
        df: none(),
        df1: none(),
        critical: none(),
        p: none(),
        estimate: none(),
        b: none(),
        sign_expected: hypothesis.claim.sign().map(|sign| match sign {
            Sign::Positive => FoundSign::Positive,
            Sign::Negative => FoundSign::Negative,
        }),
        sign_found: None,
        verdict: Verdict::NotTested,
        because: because.to_owned(),
        interval: Outcome::absent(because),
        sensitivity: Vec::new(),
    }
}

/// One-tailed where the claim has a sign and the study says so, else as it is (V1). One-tailed, an effect in the wrong
/// direction can only be not significant in the expected one.
fn directed_p(study: &Study, two_tailed: f64, found: FoundSign, expected: Option<Sign>) -> f64 {
    match (study.analysis.tails, expected) {
        (Tails::One, Some(_)) if found.fits(expected) => two_tailed / 2.0,
        (Tails::One, Some(_)) => 1.0 - two_tailed / 2.0,
        _ => two_tailed,
    }
}

/// Verdict by a test with a sign (V1): accepted ⇔ p < alpha, strictly, and the sign is the expected one, where there is one.
fn by_significance(p: f64, alpha: f64, found: FoundSign, expected: Option<Sign>) -> (Verdict, &'static str) {
    match (p < alpha, found.fits(expected), expected) {
        (true, _, None) => (Verdict::Accepted, "significant"),
        (false, _, None) => (Verdict::Rejected, "not_significant"),
        (true, true, Some(_)) => (Verdict::Accepted, "as_expected"),
        (false, true, Some(_)) => (Verdict::Rejected, "not_significant"),
        (true, false, Some(_)) => (Verdict::Rejected, "opposite"),
        (false, false, Some(_)) => (Verdict::Rejected, "opposite_not_significant"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_decision_table() {
        // BAB-IV §1.3: sign expected × sign found × p.
        use FoundSign::{Negative, Positive};
        let plus = Some(Sign::Positive);
        let minus = Some(Sign::Negative);
        for (p, found, expected, verdict, because) in [
            (0.01, Positive, plus, Verdict::Accepted, "as_expected"),
            (0.01, Negative, minus, Verdict::Accepted, "as_expected"),
            (0.06, Positive, plus, Verdict::Rejected, "not_significant"),
            (0.01, Negative, plus, Verdict::Rejected, "opposite"),
            (0.01, Positive, minus, Verdict::Rejected, "opposite"),
            (0.60, Negative, plus, Verdict::Rejected, "opposite_not_significant"),
            (0.01, Negative, None, Verdict::Accepted, "significant"),
            (0.60, Negative, None, Verdict::Rejected, "not_significant"),
            (0.05, Positive, plus, Verdict::Rejected, "not_significant"),
        ] {
            assert_eq!(by_significance(p, 0.05, found, expected), (verdict, because), "{p} {found:?} {expected:?}");
        }
    }
}
