//! Verdict on an effect: the t test of its predictor (V1).

use super::{FoundSign, HypothesisFinding, by_significance, not_tested};
use crate::analyses::results::{Outcome, Results};
use crate::study::settings::Tails;
use crate::study::{Hypothesis, Sign, Study};

/// Below this |t| the coefficient is zero but for rounding.
const ROUNDING: f64 = 1e-9;

pub(super) fn judge(
    study: &Study,
    results: &Results,
    hypothesis: &Hypothesis,
    from: &str,
    sign: Option<Sign>,
) -> HypothesisFinding {
    let Some(name) = &hypothesis.regression else { return not_tested(hypothesis, "no_regression") };
    let regression = match results.regressions.get(name) {
        Some(Outcome::Computed(regression)) => regression,
        Some(Outcome::Absent(absent)) => return not_tested(hypothesis, &absent.absent),
        None => return not_tested(hypothesis, "no_regression"),
    };
    let Some((position, coefficient)) = regression.coefficients.iter().enumerate().find(|(_, found)| found.term == from) else {
        return not_tested(hypothesis, "several_columns");
    };
    let (two_tailed, t) = match (&coefficient.p, &coefficient.t) {
        (Outcome::Computed(p), Outcome::Computed(t)) => (*p, *t),
        (Outcome::Absent(absent), _) | (_, Outcome::Absent(absent)) => return not_tested(hypothesis, &absent.absent),
    };
    // A t that is nothing but rounding has no sign.
    let found = if t.abs() < ROUNDING { FoundSign::Zero } else { FoundSign::of(coefficient.b) };
    let p = match (study.analysis.tails, sign) {
        (Tails::One, Some(_)) if found.fits(sign) => two_tailed / 2.0,
        (Tails::One, Some(_)) => 1.0 - two_tailed / 2.0,
        _ => two_tailed,
    };
    // One-tailed, an effect in the wrong direction can only be not significant in the expected one.
    let (verdict, because) = by_significance(p, study.analysis.alpha, found, sign);
    HypothesisFinding {
        test: Outcome::Computed("t".into()),
        at: Some(format!("regressions/{name}/coefficients/{position}")),
        statistic: Outcome::Computed(t),
        df: Outcome::Computed(regression.anova.df_residual as f64),
        // The critical value belongs to the same tails as p: without a claimed direction there are always two.
        critical: match sign {
            Some(_) => regression.t_critical.clone(),
            None => regression.t_critical_two_tailed.clone(),
        },
        p: Outcome::Computed(p),
        estimate: coefficient.beta.clone(),
        b: Outcome::Computed(coefficient.b),
        sign_found: Some(found),
        verdict,
        because: because.to_owned(),
        ..not_tested(hypothesis, "not_applicable")
    }
}
