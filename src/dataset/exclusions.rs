//! Respondents whom the study leaves out, with its reasons; everybody is kept beside, for the verdicts there would be with them.

use super::missing::drop_cases;
use super::problem::DatasetProblem;
use super::problem_persons::PersonProblem;
use super::quality::Quality;
use super::{Dataset, Excluded, LeftOutFor};
use crate::study::Study;
use crate::study::settings::Excluding;
use std::collections::BTreeMap;

/// The survey without those whom `data.exclude` names; `None` when nobody is left.
pub fn exclude(study: &Study, mut dataset: Dataset, quality: &Quality, problems: &mut Vec<DatasetProblem>) -> Option<Dataset> {
    if study.data.exclude.is_empty() {
        return Some(dataset);
    }
    // The first reason counts where several hold.
    let mut gone: BTreeMap<usize, usize> = BTreeMap::new();
    for (position, exclude) in study.data.exclude.iter().enumerate() {
        let rows: Vec<usize> = match &exclude.which {
            Excluding::StraightLining => quality.straight.clone(),
            Excluding::LongStrings => quality.strings.iter().map(|(row, _)| *row).collect(),
            Excluding::Repeated => quality.identical.iter().flat_map(|rows| rows.iter().skip(1)).copied().collect(),
            Excluding::Fast => quality.fast.clone(),
            Excluding::Outlying => quality.outlying.clone(),
            Excluding::Rows(rows) => rows.clone(),
        };
        let there = |row: &usize| dataset.case_rows.binary_search(row).is_ok();
        let (there, not_there): (Vec<usize>, Vec<usize>) = rows.into_iter().partition(there);
        if matches!(exclude.which, Excluding::Rows(_)) && !not_there.is_empty() {
            problems.push(PersonProblem::NoSuchRows { rows: not_there, declared: exclude.declared }.into());
        }
        for row in there {
            gone.entry(row).or_insert(position);
        }
    }
    let mut counts: Vec<LeftOutFor> = study
        .data
        .exclude
        .iter()
        .map(|exclude| LeftOutFor {
            which: exclude.which.key().to_owned(),
            reason: exclude.reason.get(study.language).to_owned(),
            count: 0,
        })
        .collect();
    for position in gone.values() {
        if let Some(entry) = counts.get_mut(*position) {
            entry.count += 1;
        }
    }
    dataset.left_out = counts;
    if gone.is_empty() {
        return Some(dataset);
    }
    let all = dataset.n();
    if gone.len() >= all {
        problems.push(PersonProblem::AllExcluded { rows: all }.into());
        return None;
    }
    problems.push(PersonProblem::Excluded { count: gone.len(), rows: all }.into());
    let keep: Vec<bool> = dataset.case_rows.iter().map(|row| !gone.contains_key(row)).collect();
    let everybody = Box::new(dataset.clone());
    drop_cases(&mut dataset, &keep);
    let answers = || dataset.items.values().chain(dataset.columns.values());
    dataset.incomplete = (0..dataset.n()).filter(|case| answers().any(|column| column.get(*case).is_none())).count();
    dataset.excluded.extend(gone.into_iter().map(|(case, position)| Excluded {
        case,
        reason: study.data.exclude.get(position).map_or("rows", |exclude| exclude.which.key()).to_owned(),
    }));
    dataset.everybody = Some(everybody);
    Some(dataset)
}
