//! Regressions: coefficients, summary, ANOVA, normality of residuals, Glejser's regression.

use super::{Basis, Recomputed};
use crate::analyses::results::{CoefficientResult, RegressionResult};
use crate::audit::facts::{Facts, Regression, Term};
use crate::audit::printed::Place;
use crate::audit::tables::kolmogorov_smirnov::Line;

pub(super) fn compare(facts: &Facts, basis: &Basis, out: &mut Recomputed) {
    for regression in facts.regressions.iter().filter(|regression| !Facts::is_glejser(regression)) {
        match counterpart(facts, regression, basis) {
            Some(result) => against(facts, regression, result, basis, out),
            None => out.unmatched.push(place_of(facts, regression)),
        }
    }
}

/// The place of a regression's first printed number.
fn place_of(facts: &Facts, regression: &Regression) -> Place {
    let ids = regression.terms.iter().map(|term| term.b).chain([regression.r2, regression.f]);
    let printed = ids.filter_map(|id| facts.network.quantities.get(id)?.printed.as_ref()).next();
    printed.map(|printed| Place { row: String::new(), column: String::new(), ..printed.place.clone() }).unwrap_or_default()
}

/// The regression of the study with this outcome and these predictors; where the outcome is not told, by the predictors alone.
fn counterpart<'a>(facts: &Facts, regression: &Regression, basis: &Basis<'a>) -> Option<&'a RegressionResult> {
    let labels: Vec<&str> = regression.terms.iter().map(|term| term.label.as_str()).collect();
    let mut fitting = basis.results.regressions.values().filter_map(|result| result.value()).filter(|result| {
        let outcome = regression.outcome().is_none_or(|outcome| basis.is(facts, outcome, &result.outcome));
        let predictors = labels.is_empty()
            || result.predictors.len() == labels.len()
                && labels.iter().all(|label| result.predictors.iter().any(|code| basis.is(facts, label, code)));
        outcome && predictors && (regression.outcome().is_some() || !labels.is_empty())
    });
    let first = fitting.next()?;
    // Added regressions may repeat the main one.
    fitting.all(|other| other.outcome == first.outcome && other.predictors == first.predictors).then_some(first)
}

fn against(facts: &Facts, regression: &Regression, result: &RegressionResult, basis: &Basis, out: &mut Recomputed) {
    let anova = &result.anova;
    for (id, value) in [
        (regression.r, Some(result.r)),
        (regression.r2, Some(result.r2)),
        (regression.adjusted, Some(result.adjusted_r2)),
        (regression.see, Some(result.see)),
        (regression.durbin_watson, result.durbin_watson.value().map(|watson| watson.d)),
        (regression.ssr, Some(anova.ss_regression)),
        (regression.sse, Some(anova.ss_residual)),
        (regression.sst, Some(anova.ss_total)),
        (regression.df1, Some(anova.df_regression as f64)),
        (regression.df2, Some(anova.df_residual as f64)),
        (regression.df_total, Some(anova.df_total as f64)),
        (regression.msr, Some(anova.ms_regression)),
        (regression.mse, Some(anova.ms_residual)),
        (regression.f, anova.f.value().copied()),
        (regression.p, anova.p.value().copied()),
    ] {
        out.hold_id(facts, id, value);
    }
    let constant = |all: &[CoefficientResult]| all.iter().find(|coefficient| coefficient.term == "(Constant)").cloned();
    let of = |all: &[CoefficientResult], term: &Term| {
        all.iter().find(|coefficient| basis.is(facts, &term.label, &coefficient.term)).cloned()
    };
    let glejser = result.glejser.value().map(|glejser| glejser.coefficients.as_slice()).unwrap_or_default();
    let terms = regression.terms.iter().map(|term| (term, of(&result.coefficients, term), of(glejser, term)));
    let own = regression.constant.iter().map(|term| (term, constant(&result.coefficients), constant(glejser)));
    for (term, coefficient, absolute) in terms.chain(own) {
        if let Some(coefficient) = coefficient {
            compare_term(facts, term, &coefficient, out);
        }
        if let (Some(term), Some(absolute)) = (&term.glejser, absolute) {
            compare_term(facts, term, &absolute, out);
        }
    }
    let Some(ks) = result.residuals.ks.value() else { return };
    for table in &regression.normality {
        let standardized = table.get(Line::StandardDeviation).is_some_and(|printed| printed.value < 1.0 && printed.value > 0.9);
        out.hold(table.get(Line::N), Some(result.n as f64));
        if !standardized {
            out.hold(table.get(Line::StandardDeviation), Some(result.residuals.sd));
        }
        out.hold(table.get(Line::Absolute), Some(ks.d));
        out.hold(table.get(Line::Positive), Some(ks.d_plus.abs()));
        out.hold(table.get(Line::Negative), Some(-ks.d_minus.abs()));
        out.hold(table.get(Line::Statistic), Some(ks.d));
        if table.lilliefors {
            out.hold(table.get(Line::P), Some(ks.p));
        }
    }
}

fn compare_term(facts: &Facts, term: &Term, coefficient: &CoefficientResult, out: &mut Recomputed) {
    for (id, value) in [
        (term.b, Some(coefficient.b)),
        (term.se, Some(coefficient.se)),
        (term.beta, coefficient.beta.value().copied()),
        (term.t, coefficient.t.value().copied()),
        (term.p, coefficient.p.value().copied()),
        (term.tolerance, coefficient.tolerance.value().copied()),
        (term.vif, coefficient.vif.value().copied()),
    ] {
        out.hold_id(facts, id, value);
    }
}
