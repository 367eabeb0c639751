//! Who is in a file: rows that are kept, persons who are in it twice, and their rows in further files.

use super::columns::FoundColumns;
use super::problem::DatasetProblem;
use super::problem_persons::PersonProblem;
use super::table::{Table, TextColumn};
use super::wording::{answer_key, fold};
use crate::study::{Join, Study};
use indexmap::IndexMap;
use std::collections::BTreeMap;

/// Beyond this a number cell of a spreadsheet has lost its last digits.
const LARGEST_WHOLE: f64 = 999_999_999_999_999.0;

/// A further file, and how its columns are called in the study.
pub struct Joined<'a> {
    /// As declared.
    pub join: &'a Join,
    /// Its table.
    pub table: Table,
    /// Position of the column that identifies persons.
    pub id: usize,
    /// What it is called there.
    pub id_name: String,
}

/// What matching persons came to, for the import report.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Matched {
    /// The file.
    pub file: String,
    /// Its rows.
    pub rows: usize,
    /// Persons found in both.
    pub matched: usize,
    /// Persons of the survey who are not in it.
    pub only_survey: Vec<String>,
    /// Its persons who are not in the survey.
    pub only_here: Vec<String>,
}

/// Keeps the rows with the declared answers; the number of rows that went. False when none is left.
pub fn keep_rows(study: &Study, table: &mut Table, found: &FoundColumns, problems: &mut Vec<DatasetProblem>) -> (usize, bool) {
    let before = table.rows.len();
    let mut wanted = Vec::new();
    for (keep, at) in study.data.keep.iter().zip(&found.keep) {
        let Some(column) = at.and_then(|at| table.column(at)) else { continue };
        wanted.push(format!("{}: {}", keep.column.header, keep.answer));
        let key = answer_key(&keep.answer);
        let holds: Vec<bool> =
            column.texts().map(|cell| answer_key(&cell.text) == key || answer_key(cell.words()) == key).collect();
        let flags: Vec<bool> = column.codes().map(|code| holds.get(code).copied().unwrap_or(false)).collect();
        let others = others(column, &holds, &flags);
        if flags.iter().any(|flag| !flag) || table.rows.is_empty() {
            table.retain_rows(&flags);
        }
        if table.rows.is_empty() {
            let (column, answer) = (keep.column.header.clone(), keep.answer.clone());
            problems.push(PersonProblem::NobodyKept { column, answer, others, declared: keep.column.declared }.into());
            return (before, false);
        }
    }
    let gone = before - table.rows.len();
    if gone > 0 {
        problems.push(PersonProblem::NotKept { wanted, gone, rows: before }.into());
    }
    (gone, true)
}

/// The other answers of a column, the frequent ones first.
fn others(column: &TextColumn, holds: &[bool], flags: &[bool]) -> Vec<String> {
    let mut counts: BTreeMap<usize, usize> = BTreeMap::new();
    for (code, flag) in column.codes().zip(flags) {
        if !flag && !holds.get(code).copied().unwrap_or(false) {
            *counts.entry(code).or_default() += 1;
        }
    }
    let mut frequent: Vec<(usize, usize)> = counts.into_iter().map(|(code, count)| (count, code)).collect();
    frequent.sort_by_key(|(count, code)| (usize::MAX - count, *code));
    let texts: Vec<&str> = column.texts().map(|cell| cell.words()).collect();
    frequent.iter().take(4).filter_map(|(_, code)| texts.get(*code)).map(|text| (*text).to_owned()).collect()
}

/// The identity of each row, in a form to compare; empty where there is none.
fn identities(table: &Table, at: usize) -> Vec<String> {
    let Some(column) = table.column(at) else { return vec![String::new(); table.rows.len()] };
    // `1.0` of a number cell, an apostrophe, blanks inside a number: one person all the same.
    let key = |text: &str| fold(text).trim_start_matches('\'').replace(' ', "");
    let keys: Vec<String> = column.texts().map(|cell| key(&cell.text)).collect();
    column.codes().map(|code| keys.get(code).cloned().unwrap_or_default()).collect()
}

/// Drops all but the last row of each person; the rows that went. Warns of numbers a spreadsheet has rounded.
pub fn drop_duplicates(table: &mut Table, at: usize, name: &str, problems: &mut Vec<DatasetProblem>) -> Vec<usize> {
    if let Some(column) = table.column(at) {
        let rounded = |text: &str| text.parse::<f64>().is_ok_and(|value| value.abs() > LARGEST_WHOLE);
        let texts: Vec<&str> = column.texts().filter(|cell| cell.number && rounded(&cell.text)).map(|cell| &*cell.text).collect();
        if let Some(example) = texts.first() {
            problems.push(
                PersonProblem::RoundedIdentity { column: name.to_owned(), example: (*example).to_owned(), count: texts.len() }
                    .into(),
            );
        }
    }
    let keys = identities(table, at);
    let without = keys.iter().filter(|key| key.is_empty()).count();
    if without > 0 {
        problems.push(PersonProblem::NoIdentity { column: name.to_owned(), count: without }.into());
    }
    let mut rows: IndexMap<&str, Vec<usize>> = IndexMap::new();
    for (position, key) in keys.iter().enumerate().filter(|(_, key)| !key.is_empty()) {
        rows.entry(key).or_default().push(position);
    }
    let number = |position: &usize| table.rows.get(*position).map_or(0, |row| *row as usize);
    let twice: Vec<(String, Vec<usize>)> = rows
        .iter()
        .filter(|(_, positions)| positions.len() > 1)
        .map(|(key, positions)| ((*key).to_owned(), positions.iter().map(number).collect()))
        .collect();
    if twice.is_empty() {
        return Vec::new();
    }
    let mut keep = vec![true; keys.len()];
    for positions in rows.values() {
        for position in positions.iter().rev().skip(1) {
            if let Some(flag) = keep.get_mut(*position) {
                *flag = false;
            }
        }
    }
    let gone: Vec<usize> = table.rows.iter().zip(&keep).filter(|(_, keep)| !**keep).map(|(row, _)| *row as usize).collect();
    problems.push(PersonProblem::Duplicates { column: name.to_owned(), persons: twice, dropped: gone.len() }.into());
    table.retain_rows(&keep);
    gone
}

/// Puts the columns of further files beside those of the survey, row by row of the same person.
pub fn join(table: &mut Table, id: usize, joined: Vec<Joined>, problems: &mut Vec<DatasetProblem>) -> Vec<Matched> {
    let mut reports = Vec::new();
    for Joined { join, table: mut other, id: other_id, id_name } in joined {
        let mut own = Vec::new();
        drop_duplicates(&mut other, other_id, &id_name, &mut own);
        problems.extend(own.into_iter().map(|problem| problem.in_file(&join.file)));
        let (here, there) = (identities(table, id), identities(&other, other_id));
        let positions: BTreeMap<&str, usize> =
            there.iter().enumerate().filter(|(_, key)| !key.is_empty()).map(|(position, key)| (key.as_str(), position)).collect();
        let partner: Vec<Option<usize>> = here.iter().map(|key| positions.get(key.as_str()).copied()).collect();
        let of_survey: std::collections::BTreeSet<&str> = here.iter().map(String::as_str).collect();
        let unmatched = |keys: &[String], lonely: &dyn Fn(usize, &str) -> bool| -> Vec<String> {
            let lonely = keys.iter().enumerate().filter(|(at, key)| !key.is_empty() && lonely(*at, key));
            lonely.map(|(_, key)| key.clone()).collect()
        };
        let report = Matched {
            file: join.file.clone(),
            rows: other.rows.len(),
            matched: partner.iter().flatten().count(),
            only_survey: unmatched(&here, &|at, _| partner.get(at).copied().flatten().is_none()),
            only_here: unmatched(&there, &|_, key| !of_survey.contains(key)),
        };
        if !report.only_survey.is_empty() || !report.only_here.is_empty() {
            problems.push(
                PersonProblem::Unmatched {
                    file: join.file.clone(),
                    matched: report.matched,
                    only_survey: report.only_survey.clone(),
                    only_here: report.only_here.clone(),
                    declared: join.declared,
                }
                .into(),
            );
        }
        table.append(other, &partner, &join.file);
        reports.push(report);
    }
    reports
}
