//! Verdict on a product claim: the t test of the product beside the main regression (R5, V1).

use super::{FoundSign, HypothesisFinding, by_significance, directed_p, not_tested, remedy};
use crate::analyses::results::{Outcome, Results};
use crate::study::settings::Tails;
use crate::study::{Hypothesis, Sign, Study};

pub(super) fn judge(study: &Study, results: &Results, hypothesis: &Hypothesis, sign: Option<Sign>) -> HypothesisFinding {
    let moderation = match results.moderations.get(&hypothesis.id) {
        Some(Outcome::Computed(moderation)) => moderation,
        Some(Outcome::Absent(absent)) => return not_tested(hypothesis, &absent.absent),
        None => return not_tested(hypothesis, "no_regression"),
    };
    let product = &moderation.product;
    let (two_tailed, t) = match (&product.p, &product.t) {
        (Outcome::Computed(p), Outcome::Computed(t)) => (*p, *t),
        (Outcome::Absent(absent), _) | (_, Outcome::Absent(absent)) => return not_tested(hypothesis, &absent.absent),
    };
    let found = FoundSign::of_statistic(t);
    let p = directed_p(study, two_tailed, found, sign);
    let (verdict, because) = by_significance(p, study.analysis.alpha, found, sign);
    let one_tailed = study.analysis.tails == Tails::One && sign.is_some();
    let ordinary = HypothesisFinding {
        test: Outcome::Computed("t".into()),
        at: Some(format!("moderations/{}/product", hypothesis.id)),
        statistic: Outcome::Computed(t),
        df: Outcome::Computed(moderation.df2 as f64),
        critical: if one_tailed { moderation.t_critical_one_tailed.clone() } else { moderation.t_critical.clone() },
        p: Outcome::Computed(p),
        estimate: product.beta.clone(),
        b: Outcome::Computed(product.b),
        sign_found: Some(found),
        verdict,
        because: because.to_owned(),
        ..not_tested(hypothesis, "not_applicable")
    };
    let at = format!("moderations/{}", hypothesis.id);
    remedy::of_term(study, &moderation.remedies, &at, &product.term, sign, ordinary)
}
