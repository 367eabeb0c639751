//! The same study under other decisions: without cases that stand out, without items that are not valid, with every remedy.
//! Variants are judged like the study itself; their verdicts stand beside its own.

use super::items;
use super::results::{DroppedItem, ItemResult, Outcome, Results};
use super::{Inputs, regression_part};
use crate::dataset::Dataset;
use crate::scores::{Scores, score};
use crate::study::settings::{IfHeteroscedastic, IfNotNormal, InvalidItems};
use crate::study::{Claim, Measure, Study};

/// Most numbers a variant may draw from: beyond, the wait is longer than its answer is worth.
const MOST_DRAWN: usize = 20_000_000;

/// Most cases of a study whose variants are computed: among more, no decision hangs on a handful of them.
const MOST_CASES: usize = 50_000;

/// The variants that say something new about a study's results; none where every assumption holds, no case stands out and
/// every item is valid, or where no hypothesis rests on a regression.
pub(super) fn analyze(inputs: Inputs<'_>, base: &Results, dropped: &[DroppedItem]) -> Vec<(String, Results)> {
    let study = inputs.study;
    let rests = study.hypotheses.iter().any(|hypothesis| {
        matches!(hypothesis.claim, Claim::Effect { .. } | Claim::Joint { .. } | Claim::Product { .. } | Claim::Chain { .. })
    });
    let regressions = || base.regressions.values().filter_map(Outcome::value);
    let violated = regressions().any(|regression| {
        regression.assumptions.iter().any(|found| found.name != "multicollinearity" && found.met.value() == Some(&false))
    });
    let outlying = if base.excluded_outliers.is_empty() { outlying(base) } else { Vec::new() };
    if inputs.scores.n > MOST_CASES
        || !rests
        || !(violated || !outlying.is_empty() || !dropped.is_empty() || !base.excluded_outliers.is_empty())
    {
        return Vec::new();
    }
    let mut out = Vec::new();
    let mut remedied = study.clone();
    remedied.analysis.remedies_always = true;
    remedied.analysis.if_not_normal = IfNotNormal::Report;
    remedied.analysis.if_heteroscedastic = IfHeteroscedastic::Hc3;
    out.push(("hc3".to_owned(), regression_part(Inputs { study: &remedied, ..inputs }, base, false)));
    if study.analysis.resamples > 0 && inputs.scores.n.saturating_mul(study.analysis.resamples) <= MOST_DRAWN {
        remedied.analysis.if_not_normal = IfNotNormal::Bootstrap;
        remedied.analysis.if_heteroscedastic = IfHeteroscedastic::Report;
        out.push(("bootstrap".to_owned(), regression_part(Inputs { study: &remedied, ..inputs }, base, false)));
    }
    let chains = study.hypotheses.iter().any(|hypothesis| matches!(hypothesis.claim, Claim::Chain { .. }));
    if !outlying.is_empty() {
        let kept = without_cases(inputs.scores, &outlying);
        out.push(("without_outliers".to_owned(), regression_part(Inputs { scores: &kept, ..inputs }, base, chains)));
    }
    if !dropped.is_empty() && study.analysis.invalid_items == InvalidItems::Keep {
        let (fewer, scores) = without_items(inputs, dropped);
        let part = regression_part(Inputs { study: &fewer, scores: &scores, ..inputs }, base, chains);
        out.push(("without_invalid_items".to_owned(), part));
    }
    out
}

/// Positions of the cases that stand out of some regression.
pub(super) fn outlying(results: &Results) -> Vec<usize> {
    let found = results.regressions.values().filter_map(Outcome::value).filter_map(|regression| regression.influence.value());
    let mut cases: Vec<usize> = found.flat_map(|influence| influence.positions.iter().copied()).collect();
    cases.sort_unstable();
    cases.dedup();
    cases
}

/// Scores in which these cases have none.
pub(super) fn without_cases(scores: &Scores, cases: &[usize]) -> Scores {
    let mut kept = scores.clone();
    for column in kept.variables.values_mut() {
        *column = column.iter().enumerate().map(|(case, value)| value.filter(|_| cases.binary_search(&case).is_err())).collect();
    }
    kept
}

/// Items that are not valid, the worst of each variable first, each found after the ones before it were left out; a variable
/// keeps two items. Each with its results at the step at which it is left out.
pub(super) fn dropped_items(inputs: Inputs<'_>) -> Vec<(DroppedItem, ItemResult)> {
    let mut out: Vec<(DroppedItem, ItemResult)> = Vec::new();
    for variable in inputs.study.variables.values() {
        let mut study = inputs.study.clone();
        study.variables.retain(|code, _| *code == variable.code);
        loop {
            let (mut found, summary) = items::analyze(&study, inputs.scores);
            let invalid = found.iter().filter(|(_, item)| item.valid.value() == Some(&false));
            let worst = invalid.filter_map(|(code, item)| Some((code.clone(), *item.r.value()?, item.r_critical.clone())));
            let Some((code, r, r_critical)) = worst.min_by(|a, b| a.1.total_cmp(&b.1)) else { break };
            if found.len() <= 2 {
                break;
            }
            let alpha = |summary: &super::items::Summaries| {
                summary.get(&variable.code).map_or_else(|| Outcome::absent("undefined"), |found| found.alpha.clone())
            };
            let before = alpha(&summary);
            remove(&mut study, &code);
            let after = alpha(&items::analyze(&study, inputs.scores).1);
            let Some(then) = found.swap_remove(&code) else { break };
            let dropped = DroppedItem {
                item: code,
                variable: variable.code.clone(),
                step: out.iter().filter(|(dropped, _)| dropped.variable == variable.code).count() + 1,
                r,
                r_critical,
                alpha_before: before,
                alpha_after: after,
            };
            out.push((dropped, then));
        }
    }
    out
}

/// The study without these items, and its scores.
pub(super) fn without_items(inputs: Inputs<'_>, dropped: &[DroppedItem]) -> (Study, Scores) {
    let mut study = inputs.study.clone();
    dropped.iter().for_each(|dropped| remove(&mut study, &dropped.item));
    // Scored anew from the answers as coded, so that every way of scoring is the study's own.
    let mut dataset: Dataset = inputs.dataset.clone();
    dataset.items.clone_from(&inputs.scores.items);
    // The answers of the try-out are scored already, and its items are tested by themselves.
    dataset.pilot = None;
    for variable in inputs.study.variables.values() {
        match &variable.measure {
            Measure::Items { scale, .. } => {
                let ends = scale.min as f64 + scale.max as f64;
                for item in variable.items().filter(|item| item.reverse) {
                    if let Some(column) = dataset.items.get_mut(&item.code) {
                        *column = column.iter().map(|answer| answer.map(|answer| ends - answer)).collect();
                    }
                }
            }
            // What was looked up stands among the answers already.
            Measure::Records(_) => {}
            Measure::Column { .. } => {
                if let Some(column) = inputs.scores.variables.get(&variable.code) {
                    dataset.columns.insert(variable.code.clone(), column.clone());
                }
            }
        }
    }
    let pilot = inputs.scores.pilot.clone();
    let scores = Scores { pilot, ..score(&study, &mut dataset) };
    (study, scores)
}

/// Takes an item out of a study; an indicator or dimension that is left without items goes with it.
fn remove(study: &mut Study, code: &str) {
    for variable in study.variables.values_mut() {
        let Measure::Items { indicators, dimensions, .. } = &mut variable.measure else { continue };
        indicators.iter_mut().for_each(|indicator| indicator.items.retain(|item| item.code != code));
        let kept: Vec<bool> = indicators.iter().map(|indicator| !indicator.items.is_empty()).collect();
        let before = |position: usize| kept.iter().take(position).filter(|kept| **kept).count();
        for dimension in dimensions.values_mut() {
            dimension.indicators = before(dimension.indicators.start)..before(dimension.indicators.end);
        }
        dimensions.retain(|_, dimension| !dimension.indicators.is_empty());
        indicators.retain(|indicator| !indicator.items.is_empty());
    }
}
