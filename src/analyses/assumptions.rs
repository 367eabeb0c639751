//! Verdicts on the assumptions that the study asks for. An assumption is met when its test does not reject (p ≥ alpha),
//! collinearity when every VIF is below the limit and every tolerance above its reciprocal.

use super::results::{Assumption, CoefficientResult, GlejserResult, Outcome, ResidualResult, number};
use crate::study::Study;
use crate::study::settings::AssumptionTest;

/// Of the residuals: normality.
pub(super) fn normality(study: &Study, residuals: &ResidualResult) -> Vec<Assumption> {
    let tests = study.analysis.normality.iter();
    let kolmogorov = tests.filter(|test| **test == AssumptionTest::KolmogorovSmirnov);
    kolmogorov
        .map(|_| {
            let (statistic, p) = (residuals.ks.clone().map(|ks| ks.d), residuals.ks.clone().map(|ks| ks.p));
            by_p(study, "normality", "kolmogorov-smirnov", statistic, p)
        })
        .collect()
}

/// Of the predictors: no collinearity.
pub(super) fn collinearity(study: &Study, coefficients: &[CoefficientResult]) -> Assumption {
    let vif = coefficients.iter().filter_map(|found| found.vif.value().copied());
    let largest = vif.reduce(f64::max);
    Assumption {
        name: "multicollinearity".into(),
        test: "vif".into(),
        statistic: number(largest),
        p: Outcome::absent("no_p"),
        met: number(largest).map(|largest| largest < study.analysis.vif_limit),
    }
}

/// Of the residuals: equal spread.
pub(super) fn heteroscedasticity(study: &Study, glejser: &Outcome<GlejserResult>) -> Vec<Assumption> {
    let tests = study.analysis.heteroscedasticity.iter().filter(|test| **test == AssumptionTest::Glejser);
    tests
        .map(|_| {
            // The smallest p decides: one predictor that moves the residuals' size is enough.
            let worst = glejser.clone().map(|found| {
                let slopes = found.coefficients.into_iter().skip(1);
                slopes.filter_map(|c| Some((*c.t.value()?, *c.p.value()?))).min_by(|a, b| a.1.total_cmp(&b.1))
            });
            let (statistic, p) = match worst {
                Outcome::Computed(Some((t, p))) => (Outcome::Computed(t), Outcome::Computed(p)),
                Outcome::Computed(None) => (Outcome::absent("undefined"), Outcome::absent("undefined")),
                Outcome::Absent(absent) => (Outcome::Absent(absent.clone()), Outcome::Absent(absent)),
            };
            by_p(study, "heteroscedasticity", "glejser", statistic, p)
        })
        .collect()
}

fn by_p(study: &Study, name: &str, test: &str, statistic: Outcome<f64>, p: Outcome<f64>) -> Assumption {
    let alpha = study.analysis.alpha;
    Assumption { name: name.into(), test: test.into(), statistic, met: p.clone().map(|p| p >= alpha), p }
}

/// Whether an assumption is found violated by one of its tests.
pub(super) fn violated(assumptions: &[Assumption], name: &str) -> bool {
    assumptions.iter().any(|assumption| assumption.name == name && assumption.met.value() == Some(&false))
}
