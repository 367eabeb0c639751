//! Tables in which each row is compared with a limit and judged: validity of items, reliability of scales.

use super::columns::{Column, columns, read};
use super::raw::looks_numeric;
use super::table::Table;
use crate::audit::names::plain;
use crate::audit::printed::{Place, Printed};

/// What is judged.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Judged {
    /// r of items against r table.
    Validity,
    /// Alpha of scales against a limit.
    Reliability,
}

/// A row.
#[derive(Debug, Clone, PartialEq)]
pub struct JudgedRow {
    /// As printed.
    pub label: String,
    /// Where.
    pub place: Place,
    /// r or alpha.
    pub value: Printed,
    /// r table or the limit.
    pub limit: Option<Printed>,
    /// Significance.
    pub p: Option<Printed>,
    /// Number of items.
    pub items: Option<Printed>,
    /// The word: `Valid`.
    pub verdict: Option<String>,
    /// The sign printed between them.
    pub relation: Option<String>,
}

/// A table of judgements.
#[derive(Debug, Clone, PartialEq)]
pub struct Verdicts {
    /// Where.
    pub place: Place,
    /// Caption.
    pub title: String,
    /// What is judged.
    pub what: Judged,
    /// Rows.
    pub rows: Vec<JudgedRow>,
    /// Rows that could not be read, by line.
    pub unread: Vec<usize>,
}

/// Reads a table of validity or reliability; none when it is neither.
pub fn find(table: &Table) -> Option<Verdicts> {
    let mut found = columns(table);
    let has = |found: &[(usize, Column)], column: Column| found.iter().any(|(_, there)| *there == column);
    let validity = has(&found, Column::RComputed)
        || has(&found, Column::RCritical)
        || (has(&found, Column::CorrectedItemTotal) && has(&found, Column::Verdict));
    let reliability = !validity
        && (table.says("reliabil") || table.says("cronbach"))
        && has(&found, Column::Alpha)
        && !has(&found, Column::AverageVariance)
        && !has(&found, Column::CompositeReliability)
        && !has(&found, Column::AlphaIfDeleted);
    if !validity && !reliability {
        return None;
    }
    // Two columns of alpha: the coefficient, then the limit.
    if reliability {
        let mut alphas = found.iter_mut().filter(|(_, column)| *column == Column::Alpha);
        if let (Some(_), Some((_, second))) = (alphas.next(), alphas.next()) {
            *second = Column::Limit;
        }
    }
    for (_, column) in &mut found {
        match column {
            Column::CorrectedItemTotal if validity => *column = Column::RComputed,
            Column::Limit if validity => *column = Column::RCritical,
            Column::N if reliability => *column = Column::Items,
            _ => {}
        }
    }
    let wanted = [Column::RComputed, Column::RCritical, Column::P, Column::Alpha, Column::Limit, Column::Items];
    let mut order: Vec<Column> = Vec::new();
    for (_, column) in &found {
        if wanted.contains(column) && !order.contains(column) {
            order.push(*column);
        }
    }
    let mut out = Verdicts {
        place: table.place.clone(),
        title: table.title.clone(),
        what: if validity { Judged::Validity } else { Judged::Reliability },
        rows: Vec::new(),
        unread: Vec::new(),
    };
    for row in &table.rows {
        let numeric = row.cells.iter().filter(|cell| looks_numeric(cell)).count();
        if numeric == 0 {
            continue;
        }
        // A limit that is the same for all may stand in the first row alone.
        let alone = !table.aligned && numeric < order.len();
        let absent: &[Column] = if alone { &[Column::Limit, Column::RCritical] } else { &[] };
        let Some(numbers) = read(table, row, &found, &order, absent) else {
            out.unread.push(row.line);
            continue;
        };
        let get = |column: Column| numbers.iter().find(|(there, _)| *there == column).map(|(_, printed)| printed.clone());
        let value = if validity { get(Column::RComputed) } else { get(Column::Alpha) };
        let Some(value) = value else {
            out.unread.push(row.line);
            continue;
        };
        let words: Vec<&String> =
            row.cells.iter().filter(|cell| !looks_numeric(cell) && cell.chars().any(char::is_alphabetic)).collect();
        let verdict = words.last().filter(|word| is_verdict(&plain(word))).map(|word| (*word).clone());
        let relation = row
            .cells
            .iter()
            .find(|cell| matches!(cell.trim().trim_matches('\\'), ">" | "<" | "≥" | "≤"))
            .map(|cell| cell.trim().trim_matches('\\').to_owned());
        out.rows.push(JudgedRow {
            label: row.label.clone(),
            place: table.place.cell(row.line, &row.label, ""),
            value,
            limit: if validity { get(Column::RCritical) } else { get(Column::Limit) },
            p: get(Column::P),
            items: get(Column::Items),
            verdict,
            relation,
        });
    }
    (!out.rows.is_empty()).then_some(out)
}

fn is_verdict(word: &str) -> bool {
    ["valid", "reliab", "andal", "gugur", "konsisten"].iter().any(|stem| word.contains(stem))
}
