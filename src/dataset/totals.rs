//! Totals that a file brings along, beside the answers and below them, compared with what the answers add up to.

use super::Dataset;
use super::coding::{Coding, Reading};
use super::columns::FoundColumns;
use super::problem::DatasetProblem;
use super::problem_answers::AnswerProblem;
use super::summary_rows::SummaryKind;
use super::table::{CellText, SummaryRow};
use crate::study::{Study, Variable};

/// Two figures further apart than this differ; typed means have two decimals.
const TOLERANCE: f64 = 0.006;

/// What a column of totals may hold.
#[derive(Clone, Copy, PartialEq)]
enum Way {
    Sum,
    Mean,
}

/// Compares the columns and rows of totals with the answers.
pub fn check_totals(study: &Study, coding: &Coding, found: &FoundColumns, dataset: &Dataset, problems: &mut Vec<DatasetProblem>) {
    for (code, at) in &found.totals {
        if let Some(variable) = study.variables.get(code) {
            check_column(variable, coding, *at, dataset, problems);
        }
    }
    if !coding.table.summaries.is_empty() {
        let rows = coding.table.summaries.iter().map(|row| (row.row, row.name.clone())).collect();
        problems.push(AnswerProblem::SummaryRows { rows }.into());
    }
    for row in &coding.table.summaries {
        check_row(row, coding, found, dataset, problems);
    }
}

fn check_column(variable: &Variable, coding: &Coding, at: usize, dataset: &Dataset, problems: &mut Vec<DatasetProblem>) {
    let Some(column) = coding.table.column(at) else { return };
    let values: Vec<Option<f64>> = column.texts().map(|cell| number(coding, cell)).collect();
    let typed: Vec<Option<f64>> = column.codes().map(|code| values.get(code).copied().flatten()).collect();
    let sums = |keyed: bool| sums(variable, dataset, keyed);
    let items = variable.items().count() as f64;
    let mut best: Option<(usize, bool, Way, Vec<usize>)> = None;
    // As scored comes first: of two ways that fit alike it is the one meant.
    for keyed in [true, false] {
        let sums = sums(keyed);
        for way in [Way::Sum, Way::Mean] {
            let ours = |sum: f64| if way == Way::Sum { sum } else { sum / items };
            let wrong: Vec<usize> = typed
                .iter()
                .zip(&sums)
                .enumerate()
                .filter(|(_, (typed, sum))| matches!((typed, sum), (Some(typed), Some(sum)) if (typed - ours(*sum)).abs() > TOLERANCE))
                .map(|(case, _)| case)
                .collect();
            if best.as_ref().is_none_or(|(least, ..)| wrong.len() < *least) {
                best = Some((wrong.len(), keyed, way, wrong));
            }
        }
    }
    let Some((_, keyed, way, wrong)) = best else { return };
    let sums = sums(keyed);
    let compared = typed.iter().zip(&sums).filter(|(typed, sum)| typed.is_some() && sum.is_some()).count();
    let name = coding.table.column_name(at);
    // Numbers that agree with the answers nowhere are something else.
    if compared < 3 || wrong.len() * 2 > compared {
        return;
    }
    if !keyed && variable.items().any(|item| item.reverse) {
        problems.push(
            AnswerProblem::TotalsNotReversed {
                variable: variable.code.clone(),
                column: name.clone(),
                declared: variable.declared,
            }
            .into(),
        );
    }
    if wrong.is_empty() {
        return;
    }
    let rows = wrong
        .iter()
        .filter_map(|case| {
            let ours = sums.get(*case).copied().flatten()?;
            let ours = if way == Way::Sum { ours } else { ours / items };
            Some((*dataset.case_rows.get(*case)?, typed.get(*case).copied().flatten()?, ours))
        })
        .collect();
    problems.push(AnswerProblem::TotalsDiffer { variable: variable.code.clone(), column: name, rows }.into());
}

/// The sum of a variable's answers for each case that gave all of them, reversed where declared when `keyed`.
fn sums(variable: &Variable, dataset: &Dataset, keyed: bool) -> Vec<Option<f64>> {
    let ends = variable.scale().map_or(0.0, |scale| (scale.min + scale.max) as f64);
    let mut sums = vec![Some(0.0); dataset.n()];
    for item in variable.items() {
        let Some(column) = dataset.items.get(&item.code) else {
            return vec![None; dataset.n()];
        };
        for (sum, answer) in sums.iter_mut().zip(column.iter()) {
            let answer = answer.map(|answer| if keyed && item.reverse { ends - answer } else { answer });
            *sum = sum.zip(answer).map(|(sum, answer)| sum + answer);
        }
    }
    sums
}

fn check_row(row: &SummaryRow, coding: &Coding, found: &FoundColumns, dataset: &Dataset, problems: &mut Vec<DatasetProblem>) {
    let mut wrong = Vec::new();
    let mut compared = 0usize;
    for (code, at) in &found.items {
        let Some(column) = dataset.items.get(code) else { continue };
        let Some((_, text, is_number)) = row.cells.iter().find(|(cell, ..)| cell == at) else { continue };
        let typed = number(coding, &CellText { text: text.as_str().into(), number: *is_number, label: None });
        let (sum, count) = column.iter().flatten().fold((0.0, 0usize), |(sum, count), value| (sum + value, count + 1));
        let ours = match row.kind {
            SummaryKind::Sum => sum,
            SummaryKind::Mean if count > 0 => sum / count as f64,
            SummaryKind::Mean | SummaryKind::Other => continue,
        };
        let Some(typed) = typed else { continue };
        compared += 1;
        if (typed - ours).abs() > TOLERANCE {
            wrong.push((coding.table.column_name(*at), typed, ours));
        }
    }
    // A sum that fits nowhere adds up something else, a group of respondents for instance.
    if !wrong.is_empty() && wrong.len() * 2 <= compared {
        problems.push(AnswerProblem::SumsDiffer { row: row.row, name: row.name.clone(), columns: wrong }.into());
    }
}

fn number(coding: &Coding, cell: &CellText) -> Option<f64> {
    match coding.number(cell) {
        Reading::Value(value) | Reading::CommaValue(value) => Some(value),
        _ => None,
    }
}
