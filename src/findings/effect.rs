//! Verdict on an effect: the t test of its predictor (V1).

use super::{FoundSign, HypothesisFinding, by_significance, directed_p, not_tested, remedy};
use crate::analyses::results::{Outcome, Results};
use crate::study::{Hypothesis, Sign, Study};

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
    let found = FoundSign::of_statistic(t);
    let p = directed_p(study, two_tailed, found, sign);
    let (verdict, because) = by_significance(p, study.analysis.alpha, found, sign);
    let ordinary = HypothesisFinding {
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
    };
    remedy::of_term(study, &regression.remedies, &format!("regressions/{name}"), from, sign, ordinary)
}
