//! What the study declares for violated assumptions: robust standard errors, bootstrap, a transformed outcome, ranks (V3).

use super::assumptions::{of_residuals, violated};
use super::indirect_intervals::ends;
use super::results::{
    Assumption, BootstrapCoefficientResult, BootstrapResult, Outcome, RefitResult, Remedies, RobustCoefficientResult,
    RobustResult, number,
};
use crate::stats::StatsError;
use crate::stats::coefficient_bootstrap::coefficient_bootstrap;
use crate::stats::descriptives::descriptives;
use crate::stats::least_squares::{Constant, LeastSquares, least_squares};
use crate::stats::outcome_transformation::Transformation;
use crate::stats::ranks::mid_ranks;
use crate::stats::robust_errors::{Weighting, robust_errors};
use crate::study::Study;
use crate::study::settings::{IfHeteroscedastic, IfNotNormal};

/// The remedies that the violated assumptions of a regression call for.
///
/// `terms` are the names of `predictors`, `outcome` the column they were regressed on. Where both assumptions are violated the
/// bootstrap decides, because resampled cases assume neither; HC3 stands beside it. A transformed outcome or ranks are regressed
/// anew, with HC3 where that is declared and their own residuals are still unequally spread; they decide before HC3 on raw scores.
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
    let not_normal = |remedy| violated(assumptions, "normality") && study.analysis.if_not_normal == remedy;
    let refit = Refit { study, terms, predictors, outcome, fit };
    let transform = not_normal(IfNotNormal::Transform).then(|| refit.transformed());
    let rank = not_normal(IfNotNormal::Rank).then(|| refit.ranked());
    let computed = |refit: &Option<Outcome<RefitResult>>| matches!(refit, Some(Outcome::Computed(_)));
    let decides = match (&bootstrap, &hc3) {
        (Some(Outcome::Computed(_)), _) => "bootstrap",
        _ if computed(&transform) => "transform",
        _ if computed(&rank) => "rank",
        (_, Some(Outcome::Computed(_))) => "hc3",
        _ => "ordinary",
    };
    Remedies { decides: decides.to_owned(), hc3, bootstrap, transform, rank }
}

/// A regression that is computed anew on changed values.
struct Refit<'a> {
    study: &'a Study,
    terms: &'a [String],
    predictors: &'a [Vec<f64>],
    outcome: &'a [f64],
    fit: &'a LeastSquares,
}

impl Refit<'_> {
    /// The outcome transformed by the skew of the residuals, as far as their skew is what is not normal about them.
    fn transformed(&self) -> Outcome<RefitResult> {
        if self.fit.perfect_fit {
            return Outcome::absent(StatsError::PerfectFit.key());
        }
        let Outcome::Computed(skewness) = skewness(&self.fit.residuals) else { return Outcome::absent("not_skewed") };
        let transformation = match Transformation::of_skew(skewness, self.outcome) {
            Ok(transformation) => transformation,
            Err(_) => return Outcome::absent("not_skewed"),
        };
        let outcome: Vec<f64> = self.outcome.iter().map(|y| transformation.of(*y)).collect();
        self.anew(self.predictors, &outcome).map(|found| RefitResult {
            form: transformation.form.key().to_owned(),
            reflected: transformation.reflected,
            constant: number(Some(transformation.constant)),
            ..found
        })
    }

    /// Every column by its ranks (Conover & Iman 1981, *The American Statistician* 35, 124). The rank of a product is no product
    /// of ranks, so a moderation has no such test (Sawilowsky 1990, *Review of Educational Research* 60, 91).
    fn ranked(&self) -> Outcome<RefitResult> {
        if self.terms.iter().any(|term| term.contains('*')) {
            return Outcome::absent("no_ranks_of_products");
        }
        let predictors: Vec<Vec<f64>> = self.predictors.iter().map(|column| mid_ranks(column).ranks).collect();
        self.anew(&predictors, &mid_ranks(self.outcome).ranks)
    }

    fn anew(&self, predictors: &[Vec<f64>], outcome: &[f64]) -> Outcome<RefitResult> {
        let analysis = &self.study.analysis;
        let fit = match least_squares(predictors, outcome, 1.0 - analysis.alpha) {
            Ok(fit) if fit.perfect_fit => return Outcome::absent(StatsError::PerfectFit.key()),
            Ok(fit) => fit,
            Err(error) => return Outcome::absent(error.key()),
        };
        let assumptions = of_residuals(self.study, self.terms, predictors, &fit);
        let uneven = violated(&assumptions, "heteroscedasticity") && analysis.if_heteroscedastic == IfHeteroscedastic::Hc3;
        let tested = match uneven.then(|| robust(self.study, self.terms, predictors, &fit)) {
            Some(Outcome::Computed(robust)) => robust,
            _ => ordinary(self.terms, &fit),
        };
        Outcome::Computed(RefitResult {
            form: "ranks".to_owned(),
            reflected: false,
            constant: Outcome::absent("not_applicable"),
            skewness_before: skewness(&self.fit.residuals),
            skewness_after: skewness(&fit.residuals),
            errors: if uneven { "hc3" } else { "ordinary" }.to_owned(),
            coefficients: tested.coefficients,
            r2: fit.r2,
            adjusted_r2: fit.adjusted_r2,
            f: tested.f,
            df1: tested.df1,
            df2: tested.df2,
            p: tested.p,
            assumptions,
        })
    }
}

fn skewness(values: &[f64]) -> Outcome<f64> {
    Outcome::from(descriptives(values).and_then(|found| found.skewness))
}

/// The ordinary tests of a regression, in the form of robust ones.
fn ordinary(terms: &[String], fit: &LeastSquares) -> RobustResult {
    let constant = &fit.constant;
    let of = |term: &str, beta, c: &Constant| {
        let (b, se, ci_low, ci_high) = (c.b, c.se, c.ci_low, c.ci_high);
        Some(RobustCoefficientResult { term: term.to_owned(), b, beta, se, t: c.t?, p: c.p?, ci_low, ci_high })
    };
    let first = of("(Constant)", Outcome::absent("constant"), constant);
    let rest = terms.iter().zip(&fit.coefficients).map(|(term, c)| {
        let as_constant = Constant { b: c.b, se: c.se, t: c.t, p: c.p, ci_low: c.ci_low, ci_high: c.ci_high };
        of(term, number(c.beta), &as_constant)
    });
    RobustResult {
        coefficients: std::iter::once(first).chain(rest).flatten().collect(),
        f: number(fit.f),
        df1: fit.df_regression,
        df2: fit.df_residual,
        p: number(fit.p),
    }
}

fn robust(study: &Study, terms: &[String], predictors: &[Vec<f64>], fit: &LeastSquares) -> Outcome<RobustResult> {
    let found = robust_errors(predictors, fit, Weighting::Hc3, 1.0 - study.analysis.alpha);
    let absent = |value: Option<f64>| value.map_or_else(|| Outcome::absent(StatsError::Undefined.key()), Outcome::Computed);
    Outcome::from(found).map(|found| RobustResult {
        coefficients: std::iter::once("(Constant)")
            .chain(terms.iter().map(String::as_str))
            .zip(&found.coefficients)
            .zip(std::iter::once(None).chain(fit.coefficients.iter().map(|c| Some(c.beta))))
            .map(|((term, c), beta)| RobustCoefficientResult {
                term: term.to_owned(),
                b: c.b,
                beta: beta.map_or_else(|| Outcome::absent("constant"), number),
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
