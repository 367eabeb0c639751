//! Verdict on a chain: the interval of its product, or Sobel's test where the study says so (V2).

use super::{FoundSign, HypothesisFinding, Verdict, by_significance, not_tested, side_of};
use crate::analyses::results::{IntervalResult, Outcome, Results};
use crate::study::settings::MediationDecides;
use crate::study::{Hypothesis, Sign, Study};

pub(super) fn judge(
    study: &Study,
    results: &Results,
    hypothesis: &Hypothesis,
    names: &[String],
    sign: Option<Sign>,
) -> HypothesisFinding {
    let found = results.effects.iter().enumerate().find_map(|(position, effect)| {
        let ends = names.first() == Some(&effect.from) && names.last() == Some(&effect.to);
        let via = names.get(1..names.len().saturating_sub(1)).unwrap_or_default();
        let indirect = effect.indirect.iter().position(|indirect| indirect.via == via).filter(|_| ends)?;
        Some((format!("effects/{position}/indirect/{indirect}"), effect.indirect.get(indirect)?))
    });
    let Some((at, indirect)) = found else {
        // Without the product one of the regressions along the chain is missing: its reason is the reason.
        let absent = names.iter().skip(1).find_map(|outcome| match results.regressions.get(outcome) {
            Some(Outcome::Absent(absent)) => Some(absent.absent.clone()),
            Some(Outcome::Computed(_)) | None => None,
        });
        return not_tested(hypothesis, absent.as_deref().unwrap_or("no_path"));
    };
    let sign_found = FoundSign::of(indirect.b);
    let base = HypothesisFinding {
        at: Some(at),
        estimate: Outcome::Computed(indirect.beta),
        b: Outcome::Computed(indirect.b),
        sign_found: Some(sign_found),
        ..not_tested(hypothesis, "not_applicable")
    };
    match study.analysis.mediation_decides {
        // p and interval of one effect come from one procedure: the level at which the percentile interval reaches 0.
        MediationDecides::Percentile => {
            let base = HypothesisFinding { p: indirect.p_bootstrap.clone(), ..base };
            by_interval(base, &indirect.percentile, "percentile", sign)
        }
        MediationDecides::Bca => by_interval(base, &indirect.bca, "bca", sign),
        MediationDecides::Sobel => match &indirect.sobel {
            Outcome::Computed(sobel) => {
                let (verdict, because) = by_significance(sobel.p, study.analysis.alpha, sign_found, sign);
                HypothesisFinding {
                    test: Outcome::Computed("sobel".into()),
                    statistic: Outcome::Computed(sobel.z),
                    p: Outcome::Computed(sobel.p),
                    verdict,
                    because: because.to_owned(),
                    ..base
                }
            }
            Outcome::Absent(absent) => HypothesisFinding { because: absent.absent.clone(), ..base },
        },
    }
}

/// Accepted ⇔ the interval excludes zero, on the expected side where there is one.
fn by_interval(base: HypothesisFinding, interval: &Outcome<IntervalResult>, test: &str, sign: Option<Sign>) -> HypothesisFinding {
    let ends = match interval {
        Outcome::Computed(ends) => *ends,
        Outcome::Absent(absent) => return HypothesisFinding { because: absent.absent.clone(), ..base },
    };
    // The side on which the interval lies decides, not the sign of the estimate (V2); they differ only where draws are skewed.
    let side = side_of(ends);
    let (verdict, because) = match side {
        Some(side) if side.fits(sign) => (Verdict::Accepted, "interval_excludes_zero"),
        Some(_) => (Verdict::Rejected, "opposite"),
        None => (Verdict::Rejected, "interval_holds_zero"),
    };
    HypothesisFinding {
        test: Outcome::Computed(test.to_owned()),
        interval: Outcome::Computed(ends),
        sign_found: side.or(base.sign_found),
        verdict,
        because: because.to_owned(),
        ..base
    }
}
