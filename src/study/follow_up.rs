//! What a report of an annual survey holds beside its results: the index of earlier periods, and what is to be improved.

use super::file_report::ReportFile;
use super::problem_follow_up::FollowUpProblem;
use super::settings::{Earlier, PlannedStep};
use super::variable::Variable;
use crate::diagnostics::{Diagnostics, suggest};
use indexmap::IndexMap;

/// Checks `report.earlier` against the score of the first variable of items, which is the one that is followed.
pub(super) fn earlier(file: &ReportFile, variables: &IndexMap<String, Variable>, diagnostics: &mut Diagnostics) -> Vec<Earlier> {
    let followed = variables.values().find(|variable| variable.scale().is_some());
    let followed = followed.and_then(|variable| Some((variable, variable.score_ends()?)));
    let mut found = Vec::new();
    for earlier in &file.earlier {
        let (Some(period), Some(value)) = (&earlier.period, &earlier.value) else { continue };
        if let Some((variable, (low, high))) = followed
            && !(low - 1e-9..=high + 1e-9).contains(&value.value)
        {
            let times = variable.score().map_or(1.0, |score| score.times);
            let on_scale = variable.scale().is_some_and(|scale| (scale.min as f64..=scale.max as f64).contains(&value.value));
            diagnostics.push(
                FollowUpProblem::EarlierOutside {
                    span: value.span,
                    value: value.value,
                    low,
                    high,
                    converted: (on_scale && times > 1.0).then_some((times, value.value * times)),
                }
                .diagnostic(),
            );
        }
        found.push(Earlier { period: period.value.clone(), value: value.value });
    }
    found
}

/// Checks that every step of `report.plan` is about an item there is.
pub(super) fn plan(file: &ReportFile, variables: &IndexMap<String, Variable>, diagnostics: &mut Diagnostics) -> Vec<PlannedStep> {
    let codes: Vec<&str> = variables.values().flat_map(Variable::items).map(|item| item.code.as_str()).collect();
    let mut found = Vec::new();
    for step in &file.plan {
        let (Some(item), Some(action)) = (&step.item, &step.action) else { continue };
        if !codes.contains(&item.value.as_str()) {
            // Whoever writes the item's name meant its code.
            let named = variables.values().flat_map(Variable::items).find(|known| known.name.says(&item.value));
            let nearest = named.map(|item| item.code.as_str());
            let nearest = nearest.or_else(|| suggest::nearest(&item.value, codes.iter().copied()));
            diagnostics.push(
                FollowUpProblem::PlanOfNothing {
                    span: item.span,
                    item: item.value.clone(),
                    nearest: nearest.map(str::to_owned),
                    known: codes.iter().map(|code| (*code).to_owned()).collect(),
                }
                .diagnostic(),
            );
        }
        found.push(PlannedStep {
            item: item.value.clone(),
            action: action.value.clone(),
            time: step.time.as_ref().map(|time| time.value.clone()),
            owner: step.owner.as_ref().map(|owner| owner.value.clone()),
        });
    }
    found
}
