//! From records to points: words and numbers looked up, by the words of another column where they differ.

use super::Column;
use super::coding::{Coding, Reading};
use super::columns::FoundColumns;
use super::problem::DatasetProblem;
use super::read_log::{Became, ReadLog};
use super::table::CellText;
use super::wording::answer_key;
use crate::study::records::{PointsOf, Record, Records};
use std::collections::BTreeSet;

/// At most this many different texts of a column are named as having no points.
const NAMED: usize = 8;

/// The points of every record, by the code of what was looked up. `by` is the column by whose words points differ. A record
/// that is not there has none; a text without points is a problem.
pub fn code_records(
    coding: &Coding,
    records: &Records,
    found: &FoundColumns,
    by: Option<usize>,
    log: &mut ReadLog,
    problems: &mut Vec<DatasetProblem>,
) -> Vec<(String, Column)> {
    let known = records.groups();
    let groups = by.map(|at| Groups::of(coding, at, &known, problems));
    let mut out = Vec::new();
    for record in &records.items {
        let Some(at) = found.items.get(&record.item.code).copied() else { continue };
        out.push((record.item.code.clone(), points(coding, record, at, groups.as_ref(), log, problems)));
    }
    out
}

/// The group of each case.
struct Groups {
    names: Vec<String>,
    cases: Vec<Option<usize>>,
}

impl Groups {
    fn of(coding: &Coding, at: usize, known: &[&str], problems: &mut Vec<DatasetProblem>) -> Groups {
        let names: Vec<String> = known.iter().map(|name| (*name).to_owned()).collect();
        let Some(column) = coding.table.column(at) else { return Groups { names, cases: Vec::new() } };
        let mut unknown = Vec::new();
        let mut each = Vec::new();
        for ((position, cell), count) in column.texts().enumerate().zip(column.counts()) {
            let group = names.iter().position(|name| same(name, cell));
            if group.is_none() && count > 0 && !missing(coding, cell) {
                unknown.push(position);
            }
            each.push(group);
        }
        report(coding, at, &coding.table.column_name(at), &unknown, &names, problems);
        let cases = column.codes().map(|code| each.get(code).copied().flatten()).collect();
        Groups { names, cases }
    }

    fn name(&self, case: usize) -> Option<&str> {
        self.cases.get(case).copied().flatten().and_then(|group| self.names.get(group)).map(String::as_str)
    }
}

fn points(
    coding: &Coding,
    record: &Record,
    at: usize,
    groups: Option<&Groups>,
    log: &mut ReadLog,
    problems: &mut Vec<DatasetProblem>,
) -> Column {
    let Some(column) = coding.table.column(at) else { return Column::default() };
    let mut looked_up: Vec<Option<Points<'_>>> = Vec::new();
    let (mut unknown, mut became) = (Vec::new(), Vec::new());
    for ((position, cell), count) in column.texts().enumerate().zip(column.counts()) {
        let found = if count == 0 { None } else { look_up(coding, record, cell) };
        let none = count == 0 || missing(coding, cell);
        if found.is_none() && !none {
            unknown.push(position);
        }
        became.push(match found {
            None if none => Became::Missing,
            None => Became::Refused,
            Some(Points::Own(_)) => Became::Itself,
            Some(Points::Of(points)) => points.of(None).map_or(Became::Itself, Became::Number),
        });
        looked_up.push(found);
    }
    log.column(coding, at, "number", &record.item.code, "", &became);
    let answers =
        record.words.iter().map(|(word, _)| word.clone()).chain(record.from.iter().map(|(from, _)| format!("≥ {from}")));
    report(coding, at, &record.item.code, &unknown, &answers.collect::<Vec<String>>(), problems);
    let of_case = |case: usize, code: usize| -> Option<f64> {
        let group = groups.and_then(|groups| groups.name(case));
        // What earns a group nothing whatever is recorded does not concern it: an empty cell is no gap.
        if group.is_some() && record.range.is_none() && record.most(group) <= 0.0 {
            return Some(0.0);
        }
        match looked_up.get(code).copied().flatten()? {
            Points::Own(value) => Some(value),
            Points::Of(points) => points.of(group),
        }
    };
    column.codes().enumerate().map(|(case, code)| of_case(case, code)).collect()
}

/// What a text is worth.
#[derive(Clone, Copy)]
enum Points<'a> {
    /// Itself.
    Own(f64),
    /// These.
    Of(&'a PointsOf),
}

fn look_up<'a>(coding: &Coding, record: &'a Record, cell: &CellText) -> Option<Points<'a>> {
    if let Some((_, points)) = record.words.iter().find(|(word, _)| same(word, cell)) {
        return Some(Points::Of(points));
    }
    let (Reading::Value(value) | Reading::CommaValue(value)) = coding.number(cell) else { return None };
    if let Some((low, high)) = record.range {
        return (low..=high).contains(&value).then_some(Points::Own(value));
    }
    record.from.iter().rfind(|(from, _)| value >= *from).map(|(_, points)| Points::Of(points))
}

fn same(word: &str, cell: &CellText) -> bool {
    let key = answer_key(word);
    key == answer_key(&cell.text) || key == answer_key(cell.words())
}

fn missing(coding: &Coding, cell: &CellText) -> bool {
    coding.missing.hold(&cell.text) || coding.missing.hold(cell.words())
}

fn report(coding: &Coding, at: usize, of: &str, unknown: &[usize], known: &[String], problems: &mut Vec<DatasetProblem>) {
    let Some(column) = coding.table.column(at) else { return };
    let mut told = BTreeSet::new();
    for (position, cells) in unknown.iter().zip(coding.cells(at, column, unknown)) {
        let text = column.texts().nth(*position).map_or_else(String::new, |cell| cell.text.to_string());
        if told.len() < NAMED && told.insert(text.clone()) {
            problems.push(DatasetProblem::NoPoints { of: of.to_owned(), text, known: known.to_vec(), cells });
        }
    }
}
