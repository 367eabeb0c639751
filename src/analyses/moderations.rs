//! Moderations: a mean-centred product beside the main regression (R5).

use super::columns::{Term, complete, terms};
use super::results::{
    Absent, Assumption, JohnsonNeymanBound, ModerationResult, ModerationTerm, Outcome, RegressionResult, Remedies,
    SimpleSlopeResult, number,
};
use super::{assumptions, remedies};
use crate::dataset::{Column, Dataset};
use crate::scores::Scores;
use crate::stats::StatsError;
use crate::stats::critical_values::{Tails, t_critical};
use crate::stats::detectable_effect::detectable_f2;
use crate::stats::least_squares::{Coefficient, LeastSquares};
use crate::stats::moderation::{Moderation, moderation, moderator_type};
use crate::study::{Claim, Study};
use indexmap::IndexMap;

/// The power of a detectable effect.
const POWER: f64 = 0.8;

type Regressions = IndexMap<String, Outcome<RegressionResult>>;

/// The moderation of every hypothesis that claims a product.
pub fn analyze(
    study: &Study,
    dataset: &Dataset,
    scores: &Scores,
    regressions: &Regressions,
) -> IndexMap<String, Outcome<ModerationResult>> {
    let mut out = IndexMap::new();
    for hypothesis in &study.hypotheses {
        if let Claim::Product { x, moderator, to, .. } = &hypothesis.claim {
            let found = run(study, dataset, scores, regressions, [x, moderator, to]);
            out.insert(
                hypothesis.id.clone(),
                match found {
                    Ok(found) => Outcome::Computed(found),
                    Err(absent) => Outcome::Absent(absent),
                },
            );
        }
    }
    out
}

fn run(
    study: &Study,
    dataset: &Dataset,
    scores: &Scores,
    regressions: &Regressions,
    [x, moderator, to]: [&String; 3],
) -> Result<ModerationResult, Absent> {
    let absent = |reason: &str| Absent::with(reason, Vec::new());
    let regression = study.main_regression(to).ok_or_else(|| absent("no_regression"))?;
    // What is wrong without the product is said in its own words, with the names concerned.
    if let Some(Outcome::Absent(reason)) = regressions.get(&regression.name) {
        return Err(reason.clone());
    }
    let outcome = scores.variables.get(to).ok_or_else(|| absent("no_outcome"))?;
    let terms: Vec<Term> = regression.predictors.iter().flat_map(|name| terms(study, dataset, scores, name)).collect();
    let position = |name: &String| terms.iter().position(|term| term.term == *name).ok_or_else(|| absent("no_regression"));
    let (at_x, at_moderator) = (position(x)?, position(moderator)?);
    let columns: Vec<&Column> = terms.iter().map(|term| &term.column).chain([outcome]).collect();
    let mut cases = complete(&columns);
    let y = cases.pop().unwrap_or_default();
    let found = moderation(&cases, at_x, at_moderator, &y, 1.0 - study.analysis.alpha).map_err(|error| match error {
        StatsError::Collinear => Absent::with("collinear", vec![format!("{x}*{moderator}")]),
        other => absent(other.key()),
    })?;
    let names: Vec<String> = terms.into_iter().map(|term| term.term).chain([format!("{x}*{moderator}")]).collect();
    let without = regressions.get(&regression.name).and_then(|regression| regression.value());
    let with = with_product(study, &names, &y, &found);
    result(study, [x, moderator, to], names, (at_x, at_moderator), &found, without, with)
        .ok_or_else(|| absent(StatsError::Undefined.key()))
}

fn result(
    study: &Study,
    [x, moderator, outcome]: [&String; 3],
    terms: Vec<String>,
    (at_x, at_moderator): (usize, usize),
    found: &Moderation,
    main: Option<&RegressionResult>,
    (assumptions, remedies): (Vec<Assumption>, Remedies),
) -> Option<ModerationResult> {
    let alpha = study.analysis.alpha;
    let with = coefficients(&found.with, &terms);
    let without = coefficients(&found.without, &terms);
    // The constant stands first.
    let pick = |all: &[ModerationTerm], position: usize| all.get(position + 1).cloned();
    let product = with.last()?.clone();
    let (predictor_alone, moderator_alone) = (pick(&without, at_x)?, pick(&without, at_moderator)?);
    // A remedy decides on its regression (V3): on the product with it, on the moderator without.
    let significant = |term: &ModerationTerm, remedies: Option<&Remedies>| {
        let remedied = remedies.and_then(|remedies| remedies.significant(&term.term, alpha));
        remedied.unwrap_or_else(|| term.p.value().is_some_and(|p| *p < alpha))
    };
    let of_product = significant(&product, Some(&remedies));
    let of_moderator = significant(&moderator_alone, main.map(|main| &main.remedies));
    let direction = match (of_product, product.b * predictor_alone.b) {
        (false, _) => Outcome::absent("not_significant"),
        (true, same) if same > 0.0 => Outcome::Computed("strengthens".to_owned()),
        (true, _) => Outcome::Computed("weakens".to_owned()),
    };
    let [low, _, high] = &found.slopes;
    Some(ModerationResult {
        x: x.clone(),
        moderator: moderator.clone(),
        outcome: outcome.clone(),
        n: found.with.n,
        r2_without: found.without.r2,
        r2_with: found.with.r2,
        delta_r2: found.delta_r2,
        f_change: found.f_change,
        df1: 1,
        df2: found.with.df_residual,
        p_change: found.p_change,
        kind: moderator_type(of_moderator, of_product).key().to_owned(),
        direction,
        x_low: found.predictor_at[0],
        x_high: found.predictor_at[1],
        reverses: low.b * high.b < 0.0,
        simple_slopes: ["low", "mean", "high"]
            .into_iter()
            .zip(&found.slopes)
            .map(|(level, slope)| SimpleSlopeResult {
                level: level.to_owned(),
                at: slope.at,
                b: slope.b,
                se: slope.se,
                t: slope.t,
                p: slope.p,
                ci_low: slope.low,
                ci_high: slope.high,
                predicted_low: slope.predicted[0],
                predicted_high: slope.predicted[1],
            })
            .collect(),
        johnson_neyman: found
            .bounds
            .iter()
            .map(|at| JohnsonNeymanBound { at: *at, within_data: (found.lowest..=found.highest).contains(at) })
            .collect(),
        significant_inside: found.significant_inside,
        lowest: found.lowest,
        highest: found.highest,
        t_critical: t_critical(found.with.df_residual as f64, alpha, Tails::Two).into(),
        t_critical_one_tailed: t_critical(found.with.df_residual as f64, alpha, Tails::One).into(),
        detectable_f2: detectable_f2(found.with.n, 1, terms.len(), alpha, POWER).into(),
        product,
        predictor_alone,
        moderator_alone,
        coefficients: with,
        terms,
        product_significant: of_product,
        assumptions,
        remedies,
    })
}

/// Assumptions of the regression with the product, and what their violation calls for.
fn with_product(study: &Study, names: &[String], outcome: &[f64], found: &Moderation) -> (Vec<Assumption>, Remedies) {
    let (fit, columns) = (&found.with, &found.columns);
    let all = assumptions::of_residuals(study, names, columns, fit);
    let remedies = remedies::analyze(study, &all, names, columns, outcome, fit);
    (all, remedies)
}

fn coefficients(fit: &LeastSquares, terms: &[String]) -> Vec<ModerationTerm> {
    let tested = |value: Option<f64>| value.map_or_else(|| Outcome::absent(StatsError::PerfectFit.key()), Outcome::Computed);
    let constant = &fit.constant;
    let first = ModerationTerm {
        term: "(Constant)".to_owned(),
        b: constant.b,
        se: constant.se,
        beta: Outcome::absent("constant"),
        t: tested(constant.t),
        p: tested(constant.p),
        ci_low: constant.ci_low,
        ci_high: constant.ci_high,
    };
    let term = |(name, found): (&String, &Coefficient)| ModerationTerm {
        term: name.clone(),
        b: found.b,
        se: found.se,
        beta: number(found.beta),
        t: tested(found.t),
        p: tested(found.p),
        ci_low: found.ci_low,
        ci_high: found.ci_high,
    };
    std::iter::once(first).chain(terms.iter().zip(&fit.coefficients).map(term)).collect()
}
