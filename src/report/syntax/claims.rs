//! The tests of hypotheses that no regression holds, and the indirect effects, as both programs compute them.

use super::plan::Plan;
use crate::analyses::results::{ComparisonResult, Outcome, Results};
use crate::study::{Claim, Study};

/// The test of a hypothesis.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Test {
    /// The hypothesis.
    pub(super) id: String,
    /// Its claim as written.
    pub(super) claim: String,
    pub(super) kind: Kind,
}

impl Test {
    /// Whether it is a product beside the predictors of a regression.
    pub(super) fn is_product(&self) -> bool {
        matches!(self.kind, Kind::Product { .. })
    }
}

/// What is tested, on which columns.
#[derive(Debug, Clone, PartialEq)]
pub(super) enum Kind {
    /// Groups: the values of the column `by`, in the order in which they are compared.
    Groups { score: String, by: String, groups: Vec<usize> },
    /// Two characteristics.
    Crosstab { rows: String, columns: String, two_by_two: bool },
    /// Two scores.
    Association { a: String, b: String },
    /// Two measurements; the highest score, where there is a gain; only two different values.
    Paired { first: String, second: String, highest: Option<f64>, two_values: bool },
    /// One score, multiplied, against a value.
    Level { score: String, times: f64, target: f64 },
    /// A product beside the predictors of a regression.
    Product { fit: usize, x: (String, String), moderator: (String, String) },
}

/// An indirect effect: its path in the results, its names, and for each step the regression and the position of its term.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Path {
    pub(super) result: String,
    pub(super) names: Vec<String>,
    pub(super) steps: Vec<(usize, usize)>,
    pub(super) sobel: bool,
    pub(super) interval: bool,
}

/// The tests of a study's hypotheses that have a result.
pub(super) fn tests(study: &Study, results: &Results, plan: &mut Plan) -> Vec<Test> {
    let mut out = Vec::new();
    for hypothesis in &study.hypotheses {
        let id = &hypothesis.id;
        let column = |name: &str| plan.column(name).cloned();
        let compared = results.comparisons.get(id).and_then(Outcome::value);
        let kind = match &hypothesis.claim {
            // The regressions hold these.
            Claim::Effect { .. } | Claim::Joint { .. } | Claim::Chain { .. } => continue,
            Claim::Groups { variable, by, .. } => compared.zip(column(variable).zip(column(by))).map(|(found, (score, by))| {
                let labels = plan.columns.iter().find(|column| column.name == by).map_or(&[][..], |column| &column.labels);
                let position = |name: &str| labels.iter().position(|label| label == name).map(|position| position + 1);
                Kind::Groups { score, by, groups: found.groups.iter().filter_map(|group| position(&group.name)).collect() }
            }),
            Claim::Association { a, b, .. } => compared.zip(column(a).zip(column(b))).map(|(found, (a, b))| {
                if found.kind == "crosstab" {
                    let two_by_two = found.variants.get("continuity").is_some_and(|variant| variant.value().is_some());
                    Kind::Crosstab { rows: a, columns: b, two_by_two }
                } else {
                    Kind::Association { a, b }
                }
            }),
            Claim::Paired { first, second, .. } => compared.zip(column(first).zip(column(second))).map(|(found, (a, b))| {
                let highest = found.gain.value().map(|gain| gain.highest);
                Kind::Paired { first: a, second: b, highest, two_values: found.variants.contains_key("mcnemar") }
            }),
            Claim::Level { variable, .. } => compared.zip(column(variable)).and_then(|(found, score)| {
                let times = factor(study, variable, found)?;
                Some(Kind::Level { score, times, target: *found.target.value()? })
            }),
            Claim::Product { x, moderator, to, .. } => {
                let found = results.moderations.get(id).and_then(Outcome::value);
                let name = study.main_regression(to).map(|regression| regression.name.as_str());
                let fit = plan.fits.iter().position(|fit| Some(fit.name.as_str()) == name);
                let term = |name: &str| {
                    let terms = plan.fits.get(fit?).map(|fit| fit.terms.as_slice())?;
                    terms.iter().find(|(term, _)| term == name).cloned()
                };
                found.and(fit).zip(term(x).zip(term(moderator))).map(|(fit, (x, moderator))| Kind::Product { fit, x, moderator })
            }
        };
        match kind {
            Some(kind) => out.push(Test { id: id.clone(), claim: hypothesis.claim_text.clone(), kind }),
            None => plan.absent.push(id.clone()),
        }
    }
    out
}

/// What a score is multiplied with to be on the scale of the value that it is compared with.
fn factor(study: &Study, name: &str, found: &ComparisonResult) -> Option<f64> {
    let (code, part) = name.split_once('.').map_or((name, None), |(code, part)| (code, Some(part)));
    let variable = study.variable(code)?;
    let dimension = match part {
        Some(part) => Some(variable.dimension(part)?),
        None => None,
    };
    let ones = variable.ones(dimension);
    let range = match &variable.measure {
        crate::study::Measure::Column { range, .. } => range.map(|range| range.1),
        crate::study::Measure::Records(records) => records.highest(),
        crate::study::Measure::Items { scale, .. } => ones.map(|ones| ones * scale.max as f64),
    };
    match found.unit.value()?.as_str() {
        "item_mean" => ones.map(|ones| 1.0 / ones),
        "percent" => range.map(|highest| 100.0 / highest),
        _ => Some(1.0),
    }
}

/// The indirect effects in the results whose every step is a coefficient of a regression of the plan.
pub(super) fn paths(results: &Results, plan: &Plan) -> Vec<Path> {
    let mut out = Vec::new();
    for effect in &results.effects {
        for (position, indirect) in effect.indirect.iter().enumerate() {
            let ends = [&effect.from, &effect.to].map(Clone::clone);
            let [from, to] = ends;
            let names: Vec<String> = std::iter::once(from).chain(indirect.via.iter().cloned()).chain([to]).collect();
            let step = |pair: &[String]| {
                let [from, to] = pair else { return None };
                // A main regression has the name of its outcome.
                let fit = plan.fits.iter().position(|fit| fit.name == *to)?;
                let term = plan.fits.get(fit)?.terms.iter().position(|(term, _)| term == from)?;
                Some((fit, term))
            };
            let steps: Option<Vec<(usize, usize)>> = names.windows(2).map(step).collect();
            out.extend(steps.map(|steps| Path {
                result: format!("effects/{}>{}/indirect/{position}", effect.from, effect.to),
                names,
                steps,
                sobel: indirect.sobel.value().is_some(),
                interval: indirect.percentile.value().is_some(),
            }));
        }
    }
    out
}
