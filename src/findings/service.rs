//! Facts about an index of public satisfaction: which elements are best, which come first when something is to be improved.

use crate::analyses::results::{Results, ServiceResult};
use crate::study::Study;
use indexmap::IndexMap;
use serde::{Deserialize, Serialize};

/// How many of the lowest elements are put first.
const PRIORITIES: usize = 3;
/// Differences below this are rounding.
const NOTHING: f64 = 1e-9;

/// Facts about one index.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct ServiceFacts {
    /// Elements with the highest mean (several when they tie).
    pub highest: Vec<String>,
    /// The three elements with the lowest means, the lowest first; more where the third ties with further ones. None of them is
    /// among the highest.
    pub priorities: Vec<String>,
    /// All elements have the same mean.
    pub level: bool,
    /// All means are the highest answer.
    pub perfect: bool,
    /// Elements that nobody answered.
    pub not_applicable: Vec<String>,
    /// Priorities for which the study plans nothing.
    pub unplanned: Vec<String>,
    /// The elements were answered by different numbers of respondents.
    pub answers_differ: bool,
}

/// Facts about every index.
pub fn services(study: &Study, results: &Results) -> IndexMap<String, ServiceFacts> {
    results.service.iter().map(|(code, service)| (code.clone(), facts(study, code, service))).collect()
}

fn facts(study: &Study, code: &str, service: &ServiceResult) -> ServiceFacts {
    let mut means: Vec<(&String, f64)> =
        service.items.iter().filter_map(|(item, element)| Some((item, *element.nrr.value()?))).collect();
    let top = means.iter().map(|(_, mean)| *mean).fold(f64::NEG_INFINITY, f64::max);
    let highest: Vec<String> =
        means.iter().filter(|(_, mean)| (mean - top).abs() < NOTHING).map(|(item, _)| (*item).clone()).collect();
    // Of equals, those that the study lists first.
    means.sort_by(|(_, one), (_, other)| one.total_cmp(other));
    let third = means.get(PRIORITIES - 1).or(means.last()).map_or(f64::NEG_INFINITY, |(_, mean)| *mean);
    let low = |mean: f64| mean <= third + NOTHING && mean < top - NOTHING;
    let priorities: Vec<String> = means.iter().filter(|(_, mean)| low(*mean)).map(|(item, _)| (*item).clone()).collect();
    let best = study.variable(code).and_then(|variable| variable.scale()).map(|scale| scale.max as f64);
    let counts: Vec<usize> = service.items.values().map(|element| element.n).filter(|n| *n > 0).collect();
    ServiceFacts {
        level: highest.len() == means.len() && means.len() > 1,
        perfect: !means.is_empty() && best.is_some_and(|best| means.iter().all(|(_, mean)| (mean - best).abs() < NOTHING)),
        not_applicable: service.items.iter().filter(|(_, element)| element.n == 0).map(|(item, _)| item.clone()).collect(),
        unplanned: priorities.iter().filter(|item| !study.report.plan.iter().any(|step| step.item == **item)).cloned().collect(),
        answers_differ: counts.windows(2).any(|pair| matches!(pair, [one, other] if one != other)),
        highest,
        priorities,
    }
}
