//! Incomplete questionnaires and the numbers of questionnaires: counted, and treated as the study says.

use super::problem::{Count, DatasetProblem};
use super::{Column, Dataset, Excluded, characteristic};
use crate::study::{MissingPolicy, Study};

/// At most this many incomplete rows are named.
const NAMED_ROWS: usize = 20;

/// Counts incomplete cases and drops them when the study says so.
///
/// `None` when nobody is left, with the reason in `problems`.
pub fn treat_missing(study: &Study, mut dataset: Dataset, problems: &mut Vec<DatasetProblem>) -> Option<Dataset> {
    let n = dataset.n();
    let mut complete = vec![true; n];
    let mut cells = 0;
    let mut most_missing: Option<(String, usize)> = None;
    for (code, column) in dataset.items.iter().chain(&dataset.columns) {
        let missing = column.len() - column.valid();
        if missing == 0 {
            continue;
        }
        cells += missing;
        if most_missing.as_ref().is_none_or(|(_, most)| missing > *most) {
            most_missing = Some((code.clone(), missing));
        }
        for (flag, value) in complete.iter_mut().zip(column.iter()) {
            *flag &= value.is_some();
        }
    }
    let incomplete = complete.iter().filter(|flag| !**flag).count();
    dataset.incomplete = incomplete;
    if incomplete == 0 {
        return Some(dataset);
    }
    let incomplete_rows: Vec<usize> =
        dataset.case_rows.iter().zip(&complete).filter(|(_, complete)| !**complete).map(|(row, _)| *row).collect();
    problems.push(DatasetProblem::Incomplete {
        policy: study.data.missing,
        incomplete,
        rows: n,
        cells,
        first_rows: incomplete_rows.iter().copied().take(NAMED_ROWS).collect(),
        most_missing,
    });
    if study.data.missing != MissingPolicy::Complete {
        return Some(dataset);
    }
    if incomplete == n {
        problems.push(DatasetProblem::NobodyComplete { rows: n });
        return None;
    }
    drop_cases(&mut dataset, &complete);
    dataset.incomplete = 0;
    dataset.excluded = incomplete_rows.into_iter().map(|case| Excluded { case, reason: "incomplete".to_owned() }).collect();
    Some(dataset)
}

/// Keeps only the cases for which `keep` holds.
pub(super) fn drop_cases(dataset: &mut Dataset, keep: &[bool]) {
    let mut flags = keep.iter();
    dataset.case_rows.retain(|_| flags.next().copied().unwrap_or(false));
    for column in dataset.items.values_mut().chain(dataset.columns.values_mut()) {
        Column::retain_cases(column, keep);
    }
    for data in dataset.characteristics.values_mut() {
        characteristic::retain_cases(data, keep);
    }
}

/// Numbers of questionnaires that cannot all be right.
pub fn check_counts(study: &Study, rows: usize, problems: &mut Vec<DatasetProblem>) {
    let rows = Count::Rows(u64::try_from(rows).unwrap_or(u64::MAX));
    let returned = study.data.returned.map(Count::Returned);
    let distributed = study.data.distributed.map(Count::Distributed);
    let population = study.population.map(Count::Population);
    let pairs = [
        (returned, distributed),
        (Some(rows), returned),
        // Rows beyond both are one contradiction, not two.
        (Some(rows).filter(|_| returned.is_none()), distributed),
        (Some(rows), population),
    ];
    for (more, than) in pairs {
        if let (Some(more), Some(than)) = (more, than)
            && more.number() > than.number()
        {
            problems.push(DatasetProblem::CountsDisagree { more, than });
        }
    }
}
