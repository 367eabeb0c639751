//! What the study declares for violated assumptions: robust standard errors, bootstrap (V3).

use super::assumptions::violated;
use super::indirect_intervals::ends;
use super::results::{
    Assumption, BootstrapCoefficientResult, BootstrapResult, Outcome, Remedies, RobustCoefficientResult, RobustResult,
};
use crate::stats::StatsError;
use crate::stats::coefficient_bootstrap::coefficient_bootstrap;
use crate::stats::least_squares::LeastSquares;
use crate::stats::robust_errors::{Weighting, robust_errors};
use crate::study::Study;
use crate::study::settings::{IfHeteroscedastic, IfNotNormal};

/// The remedies that the violated assumptions of a regression call for.
///
/// `terms` are the names of `predictors`, `outcome` the column they were regressed on. Where both assumptions are violated the
/// bootstrap decides, because resampled cases assume neither; HC3 stands beside it.
pub(super) fn analyze(
    study: &Study,
    assumptions: &[Assumption],
    terms: &[String],
    predictors: &[Vec<f64>],
    outcome: &[f64],
    fit: &LeastSquares,
) -> Remedies {
    let always = study.analysis.remedies_always;
    let hc3 =
        (always || violated(assumptions, "heteroscedasticity")) && study.analysis.if_heteroscedastic == IfHeteroscedastic::Hc3;
    let bootstrap = (always || violated(assumptions, "normality")) && study.analysis.if_not_normal == IfNotNormal::Bootstrap;
    let hc3 = hc3.then(|| robust(study, terms, predictors, fit));
    let bootstrap = bootstrap.then(|| bootstrapped(study, terms, predictors, outcome));
    let decides = match (&bootstrap, &hc3) {
        (Some(Outcome::Computed(_)), _) => "bootstrap",
        (_, Some(Outcome::Computed(_))) => "hc3",
        _ => "ordinary",
    };
    Remedies { decides: decides.to_owned(), hc3, bootstrap }
}

fn robust(study: &Study, terms: &[String], predictors: &[Vec<f64>], fit: &LeastSquares) -> Outcome<RobustResult> {
    let found = robust_errors(predictors, fit, Weighting::Hc3, 1.0 - study.analysis.alpha);
    let absent = |value: Option<f64>| value.map_or_else(|| Outcome::absent(StatsError::Undefined.key()), Outcome::Computed);
    Outcome::from(found).map(|found| RobustResult {
        coefficients: std::iter::once("(Constant)")
            .chain(terms.iter().map(String::as_str))
            .zip(&found.coefficients)
            .map(|(term, c)| RobustCoefficientResult {
                term: term.to_owned(),
                b: c.b,
                se: c.se,
                t: c.t,
                p: c.p,
                ci_low: c.ci_low,
                ci_high: c.ci_high,
            })
            .collect(),
        f: absent(found.f),
        df1: fit.df_regression,
        df2: fit.df_residual,
        p: absent(found.p),
    })
}

fn bootstrapped(study: &Study, terms: &[String], predictors: &[Vec<f64>], outcome: &[f64]) -> Outcome<BootstrapResult> {
    let analysis = &study.analysis;
    if analysis.resamples == 0 {
        return Outcome::absent("no_resamples");
    }
    let one_tailed = 1.0 - (2.0 * analysis.alpha).min(0.99);
    let confidences = [1.0 - analysis.alpha, one_tailed];
    let found = coefficient_bootstrap(predictors, outcome, analysis.resamples, analysis.seed, &confidences);
    let found = match found {
        Ok(found) => found,
        Err(error) => return Outcome::absent(error.key()),
    };
    let coefficients = terms.iter().zip(found.coefficients).filter_map(|(term, c)| {
        Some(BootstrapCoefficientResult {
            term: term.clone(),
            b: c.b,
            bias: c.bias,
            se: c.se,
            p: c.p,
            percentile: ends(*c.percentile.first()?),
            one_tailed: ends(*c.percentile.get(1)?),
            bca: Outcome::from(c.bca.map(ends)),
        })
    });
    Outcome::Computed(BootstrapResult {
        coefficients: coefficients.collect(),
        resamples: analysis.resamples,
        failed: found.failed,
        seed: analysis.seed,
        confidence_one_tailed: 100.0 * one_tailed,
    })
}
