//! The regressions of the study, their residuals and assumptions.

use super::assumptions::Checked;
use super::columns::{Term, complete, complete_cases, terms};
use super::results::{
    Absent, Anova, CoefficientResult, ConditionResult, DurbinWatsonResult, GlejserResult, JarqueBeraResult, KsResult, LmTest,
    Outcome, RWithP, RegressionResult, ResidualResult, Series, ShapiroWilkResult, StudentizedResult, number,
};
use super::{assumptions, influence, remedies, series};
use crate::dataset::{Column, Dataset};
use crate::scores::Scores;
use crate::stats::StatsError;
use crate::stats::breusch_pagan::{LagrangeMultiplier, breusch_pagan, koenker};
use crate::stats::condition_index::{CollinearityDimension, condition_indices};
use crate::stats::correlation::pearson;
use crate::stats::critical_values::{Tails as StatsTails, f_critical, t_critical};
use crate::stats::descriptives::descriptives;
use crate::stats::durbin_watson::{durbin_watson, durbin_watson_bounds};
use crate::stats::glejser::glejser;
use crate::stats::jarque_bera::jarque_bera;
use crate::stats::kolmogorov_smirnov::kolmogorov_smirnov;
use crate::stats::least_squares::{LeastSquares, collinear_predictors, least_squares};
use crate::stats::shapiro_wilk::shapiro_wilk;
use crate::stats::white::white;
use crate::study::settings::Tails;
use crate::study::{Regression, Study};
use indexmap::IndexMap;

/// Every regression of the study, and the points its figures need.
pub fn analyze(study: &Study, dataset: &Dataset, scores: &Scores) -> (IndexMap<String, Outcome<RegressionResult>>, Series) {
    let mut results = IndexMap::new();
    let mut all_series = Series::default();
    for regression in &study.regressions {
        let result = match fit(study, dataset, scores, regression) {
            Ok(fitted) => {
                all_series.regressions.insert(regression.name.clone(), series::regression(&fitted.fit));
                Outcome::Computed(result(study, regression, &fitted, &dataset.case_rows))
            }
            Err(absent) => Outcome::Absent(absent),
        };
        results.insert(regression.name.clone(), result);
    }
    (results, all_series)
}

/// A fitted regression with its complete cases.
struct Fitted {
    terms: Vec<String>,
    predictors: Vec<Vec<f64>>,
    outcome: Vec<f64>,
    /// Positions of the cases in the dataset.
    positions: Vec<usize>,
    fit: LeastSquares,
}

fn fit(study: &Study, dataset: &Dataset, scores: &Scores, regression: &Regression) -> Result<Fitted, Absent> {
    let Some(outcome) = scores.variables.get(&regression.outcome) else {
        return Err(Absent::with("no_outcome", vec![regression.outcome.clone()]));
    };
    let terms: Vec<Term> = regression.predictors.iter().flat_map(|name| terms(study, dataset, scores, name)).collect();
    let mut columns: Vec<&Column> = terms.iter().map(|term| &term.column).collect();
    columns.push(outcome);
    let positions = complete_cases(&columns);
    let mut cases = complete(&columns);
    let y = cases.pop().unwrap_or_default();
    // Which column does not vary is worth saying; least squares only knows that one of them does not.
    let varies = |values: &[f64]| values.iter().zip(values.iter().skip(1)).any(|(one, next)| one.total_cmp(next).is_ne());
    let mut constant: Vec<String> =
        terms.iter().zip(&cases).filter(|(_, column)| !varies(column)).map(|(term, _)| term.term.clone()).collect();
    if !varies(&y) {
        constant.push(regression.outcome.clone());
    }
    if y.len() > 1 && !constant.is_empty() {
        return Err(Absent::with("no_variance", constant));
    }
    match least_squares(&cases, &y, 1.0 - study.analysis.alpha) {
        Ok(fit) => {
            Ok(Fitted { terms: terms.into_iter().map(|term| term.term).collect(), predictors: cases, outcome: y, positions, fit })
        }
        Err(StatsError::Collinear) => {
            let guilty = collinear_predictors(&cases);
            let names = guilty.into_iter().filter_map(|position| terms.get(position)).map(|term| term.term.clone()).collect();
            Err(Absent::with("collinear", names))
        }
        Err(error) => Err(Absent::with(error.key(), Vec::new())),
    }
}

fn result(study: &Study, regression: &Regression, fitted: &Fitted, rows: &[usize]) -> RegressionResult {
    let fit = &fitted.fit;
    let alpha = study.analysis.alpha;
    let residuals = residuals(fit);
    let glejser_result = glejser_of(&fitted.predictors, fit, &fitted.terms, alpha);
    let coefficients = coefficients(fit, &fitted.terms);
    let lm = |found: Result<LagrangeMultiplier, StatsError>| {
        Outcome::from(found).map(|test| LmTest { lm: test.lm, df: test.df as f64, p: test.p })
    };
    let (breusch_pagan, koenker, white) = (
        lm(breusch_pagan(&fitted.predictors, &fit.residuals)),
        lm(koenker(&fitted.predictors, &fit.residuals)),
        lm(white(&fitted.predictors, &fit.residuals)),
    );
    let bounds = durbin_watson_bounds(fit.n, fit.predictors, 0.05);
    let durbin_watson = Outcome::from(durbin_watson(&fit.residuals)).map(|d| DurbinWatsonResult {
        d,
        dl: Outcome::from(bounds.as_ref().map(|bounds| bounds.dl).map_err(|error| *error)),
        du: Outcome::from(bounds.as_ref().map(|bounds| bounds.du).map_err(|error| *error)),
    });
    let checked = Checked {
        study,
        terms: &fitted.terms,
        predictors: &fitted.predictors,
        fit,
        residuals: &residuals,
        glejser: &glejser_result,
        breusch_pagan: &breusch_pagan,
        koenker: &koenker,
        white: &white,
    };
    let mut assumptions = assumptions::normality(&checked);
    assumptions.push(assumptions::collinearity(study, &coefficients));
    assumptions.extend(assumptions::heteroscedasticity(&checked));
    assumptions.extend(assumptions::autocorrelation(&checked, &durbin_watson));
    assumptions.extend(assumptions::linear(&checked, &fitted.outcome));
    let remedies = remedies::analyze(study, &assumptions, &fitted.terms, &fitted.predictors, &fitted.outcome, fit);
    let tails = match study.analysis.tails {
        Tails::One => StatsTails::One,
        Tails::Two => StatsTails::Two,
    };
    RegressionResult {
        outcome: regression.outcome.clone(),
        predictors: regression.predictors.clone(),
        n: fit.n,
        r: fit.r,
        r2: fit.r2,
        adjusted_r2: fit.adjusted_r2,
        adjusted_r2_percent: 100.0 * fit.adjusted_r2,
        unexplained_percent: 100.0 * (1.0 - fit.adjusted_r2),
        see: fit.see,
        e: (1.0 - fit.r2).max(0.0).sqrt(),
        anova: Anova {
            ss_regression: fit.ss_regression,
            ss_residual: fit.ss_residual,
            ss_total: fit.ss_total,
            df_regression: fit.df_regression,
            df_residual: fit.df_residual,
            df_total: fit.df_regression + fit.df_residual,
            ms_regression: fit.ms_regression,
            ms_residual: fit.ms_residual,
            f: perfect(fit.f),
            p: perfect(fit.p),
            f_critical: f_critical(fit.df_regression as f64, fit.df_residual as f64, alpha).into(),
            significant: perfect(fit.p).map(|p| p < alpha),
        },
        coefficients,
        t_critical: t_critical(fit.df_residual as f64, alpha, tails).into(),
        t_critical_two_tailed: t_critical(fit.df_residual as f64, alpha, StatsTails::Two).into(),
        durbin_watson,
        residuals,
        glejser: glejser_result,
        breusch_pagan,
        koenker,
        white,
        condition: Outcome::from(condition_indices(&fitted.predictors)).map(conditions),
        assumptions_met: assumptions.iter().all(|assumption| assumption.met.value() == Some(&true)),
        assumptions,
        influence: influence::analyze(fit, &fitted.positions, rows),
        remedies,
    }
}

/// A statistic that a perfect fit leaves undefined.
fn perfect(value: Option<f64>) -> Outcome<f64> {
    value.map_or_else(|| Outcome::absent(StatsError::PerfectFit.key()), Outcome::Computed)
}

fn coefficients(fit: &LeastSquares, terms: &[String]) -> Vec<CoefficientResult> {
    let constant = &fit.constant;
    let none = || Outcome::absent("constant");
    let first = CoefficientResult {
        term: "(Constant)".to_owned(),
        b: constant.b,
        se: constant.se,
        beta: none(),
        t: perfect(constant.t),
        p: perfect(constant.p),
        ci_low: constant.ci_low,
        ci_high: constant.ci_high,
        partial: none(),
        part: none(),
        zero_order: none(),
        tolerance: none(),
        vif: none(),
    };
    let rest = fit.coefficients.iter().zip(terms).map(|(found, term)| CoefficientResult {
        term: term.clone(),
        b: found.b,
        se: found.se,
        beta: number(found.beta),
        t: perfect(found.t),
        p: perfect(found.p),
        ci_low: found.ci_low,
        ci_high: found.ci_high,
        partial: perfect(found.partial),
        part: number(found.part),
        zero_order: number(found.zero_order),
        tolerance: number(found.tolerance),
        vif: number(found.vif),
    });
    std::iter::once(first).chain(rest).collect()
}

/// The residuals of a regression.
pub(super) fn residuals(fit: &LeastSquares) -> ResidualResult {
    let residuals = &fit.residuals;
    let described = descriptives(residuals);
    let shape = |pick: fn(&crate::stats::descriptives::Descriptives) -> Result<f64, StatsError>| {
        if fit.perfect_fit {
            return Outcome::absent(StatsError::PerfectFit.key());
        }
        Outcome::from(described.as_ref().map_err(|error| *error).and_then(pick))
    };
    let tested = |found: bool| if found { Err(StatsError::PerfectFit) } else { Ok(()) };
    ResidualResult {
        mean: described.as_ref().map_or(0.0, |d| d.mean),
        // As SPSS's NPAR TESTS prints it: √(SSE/(n − 1)), not the standard error of the estimate.
        sd: (fit.ss_residual / (fit.n.max(2) - 1) as f64).sqrt(),
        ks: tested(fit.perfect_fit)
            .and_then(|()| kolmogorov_smirnov(residuals))
            .map(|ks| KsResult {
                d: ks.d,
                d_plus: ks.d_plus,
                d_minus: ks.d_minus,
                d_at: ks.d_at,
                p: ks.p,
                p_lower_bound: ks.p_lower_bound,
            })
            .into(),
        shapiro_wilk: tested(fit.perfect_fit)
            .and_then(|()| shapiro_wilk(residuals))
            .map(|found| ShapiroWilkResult { w: found.w, p: found.p })
            .into(),
        jarque_bera: tested(fit.perfect_fit)
            .and_then(|()| jarque_bera(residuals))
            .map(|found| JarqueBeraResult { statistic: found.statistic, p: found.p })
            .into(),
        skewness: shape(|d| d.skewness),
        skewness_se: shape(|d| d.skewness_se),
        kurtosis: shape(|d| d.kurtosis),
        kurtosis_se: shape(|d| d.kurtosis_se),
        studentized: studentized(fit),
        spread: spread(fit),
    }
}

/// The studentized residuals at a glance; absent where no case has one.
fn studentized(fit: &LeastSquares) -> Outcome<StudentizedResult> {
    if fit.perfect_fit {
        return Outcome::absent(StatsError::PerfectFit.key());
    }
    let all = series::studentized(fit);
    let Some((lowest, highest)) = all.iter().copied().reduce(f64::min).zip(all.iter().copied().reduce(f64::max)) else {
        return Outcome::absent(StatsError::Undefined.key());
    };
    let count = |keep: fn(&f64) -> bool| all.iter().filter(|value| keep(value)).count();
    Outcome::Computed(StudentizedResult { lowest, highest, above_zero: count(|v| *v > 0.0), below_zero: count(|v| *v < 0.0) })
}

/// Whether the residuals fan out: their sizes against the predicted values.
fn spread(fit: &LeastSquares) -> Outcome<RWithP> {
    if fit.perfect_fit {
        return Outcome::absent(StatsError::PerfectFit.key());
    }
    let sizes: Vec<f64> = fit.residuals.iter().map(|residual| residual.abs()).collect();
    Outcome::from(pearson(&sizes, &fit.fitted)).map(|found| RWithP { r: found.r, p: found.p })
}

pub(super) fn glejser_of(predictors: &[Vec<f64>], fit: &LeastSquares, terms: &[String], alpha: f64) -> Outcome<GlejserResult> {
    if fit.perfect_fit {
        return Outcome::absent(StatsError::PerfectFit.key());
    }
    Outcome::from(glejser(predictors, &fit.residuals, 1.0 - alpha))
        .map(|found| GlejserResult { coefficients: coefficients(&found, terms) })
}

fn conditions(found: Vec<CollinearityDimension>) -> Vec<ConditionResult> {
    let result = |dimension: CollinearityDimension| ConditionResult {
        eigenvalue: dimension.eigenvalue,
        condition_index: dimension.condition_index,
        variance_proportions: dimension.variance_proportions,
    };
    found.into_iter().map(result).collect()
}
