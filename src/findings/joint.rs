//! Verdict on a joint claim: the overall F of a regression on exactly its names (R4); it has no sign.

use super::{HypothesisFinding, Verdict, not_tested, remedy};
use crate::analyses::results::{Outcome, Results};
use crate::study::{Hypothesis, Study};

pub(super) fn judge(study: &Study, results: &Results, hypothesis: &Hypothesis) -> HypothesisFinding {
    let Some(name) = &hypothesis.regression else { return not_tested(hypothesis, "no_regression") };
    let regression = match results.regressions.get(name) {
        Some(Outcome::Computed(regression)) => regression,
        Some(Outcome::Absent(absent)) => return not_tested(hypothesis, &absent.absent),
        None => return not_tested(hypothesis, "no_regression"),
    };
    let anova = &regression.anova;
    let (f, p) = match (&anova.f, &anova.p) {
        (Outcome::Computed(f), Outcome::Computed(p)) => (*f, *p),
        (Outcome::Absent(absent), _) | (_, Outcome::Absent(absent)) => return not_tested(hypothesis, &absent.absent),
    };
    let (verdict, because) =
        if p < study.analysis.alpha { (Verdict::Accepted, "significant") } else { (Verdict::Rejected, "not_significant") };
    let ordinary = HypothesisFinding {
        test: Outcome::Computed("f".into()),
        at: Some(format!("regressions/{name}/anova")),
        statistic: Outcome::Computed(f),
        df: Outcome::Computed(anova.df_residual as f64),
        df1: Outcome::Computed(anova.df_regression as f64),
        critical: anova.f_critical.clone(),
        p: Outcome::Computed(p),
        estimate: Outcome::Computed(regression.r2),
        verdict,
        because: because.to_owned(),
        ..not_tested(hypothesis, "not_applicable")
    };
    remedy::of_all(study, &regression.remedies, &format!("regressions/{name}"), ordinary)
}
