//! What variables scored from records are made of: their dimensions, the bands persons are in, the points they have.

use super::columns::valid;
use super::items::{band_position, bands_of};
use super::results::{BandCount, MissingRecord, Outcome, RecordPart, RecordPoints, RecordsResult, number};
use crate::dataset::{Column, Dataset};
use crate::scores::{Scores, rating};
use crate::stats::performance_appraisal::{Rating, predicate_of_value};
use crate::stats::rounding::round_half_away;
use crate::study::records::{AppraisalRule, Records};
use crate::study::{Study, Variable};
use indexmap::IndexMap;

/// Every variable that is scored from records, by code.
pub fn analyze(study: &Study, dataset: &Dataset, scores: &Scores) -> IndexMap<String, RecordsResult> {
    let found = study.variables.values().filter_map(|variable| Some((variable, variable.records()?)));
    found.map(|(variable, records)| (variable.code.clone(), of(study, dataset, scores, variable, records))).collect()
}

fn of(study: &Study, dataset: &Dataset, scores: &Scores, variable: &Variable, records: &Records) -> RecordsResult {
    let whole = scores.variables.get(&variable.code).cloned().unwrap_or_default();
    let part = |name: &str, possible: Option<f64>| {
        let values = scores.variables.get(name).map(valid).unwrap_or_default();
        let of = |value: Option<f64>| value.map_or_else(|| Outcome::absent("no_cases"), number);
        let mean = (!values.is_empty()).then(|| values.iter().sum::<f64>() / values.len() as f64);
        RecordPart {
            percent: match (mean, possible) {
                (Some(mean), Some(possible)) if possible > 0.0 => number(100.0 * mean / possible),
                (None, _) => Outcome::absent("no_cases"),
                _ => Outcome::absent("no_ideal"),
            },
            possible: possible.map_or_else(|| Outcome::absent("no_ideal"), number),
            mean: of(mean),
            lowest: of(values.iter().copied().reduce(f64::min)),
            highest: of(values.iter().copied().reduce(f64::max)),
            n: values.len(),
        }
    };
    let mut parts = IndexMap::new();
    for dimension in variable.dimensions() {
        let name = variable.name_of(dimension);
        let found = part(&name, Some(records.possible(dimension.indicators.clone())));
        parts.insert(name, found);
    }
    // Compared as printed, with one decimal.
    let shares: Vec<(String, f64)> =
        parts.iter().filter_map(|(name, part)| Some((name.clone(), round_half_away(*part.percent.value()?, 1)))).collect();
    let high = shares.iter().map(|(_, share)| *share).fold(f64::NEG_INFINITY, f64::max);
    let low = shares.iter().map(|(_, share)| *share).fold(f64::INFINITY, f64::min);
    let at = |end: f64| shares.iter().filter(|(_, share)| (share - end).abs() < 1e-9).map(|(name, _)| name.clone()).collect();
    let (strongest, weakest): (Vec<String>, Vec<String>) = (at(high), at(low));
    let level = shares.len() > 1 && (high - low).abs() < 1e-9;
    parts.insert(variable.code.clone(), part(&variable.code, records.highest()));
    let bands = bands(study, scores, variable, records, &whole);
    let most = bands.iter().map(|band| band.count).max().unwrap_or(0);
    let commonest = bands.iter().enumerate().filter(|(_, band)| most > 0 && band.count == most).map(|(at, _)| at).collect();
    let matrix = if records.rule == Some(AppraisalRule::Permenpan6Of2022) { matrix(records, scores) } else { Vec::new() };
    let missing = missing(dataset, scores, records, &whole);
    RecordsResult {
        rule: records.rule.map_or("points", AppraisalRule::key).to_owned(),
        n: whole.valid(),
        percent_total: if whole.valid() == 0 { Outcome::absent("no_cases") } else { number(100.0) },
        without: missing.len(),
        missing,
        parts,
        strongest,
        weakest,
        level,
        ceiling: 3 * most > 2 * bands.iter().map(|band| band.count).sum::<usize>(),
        bands,
        commonest,
        items: records
            .items
            .iter()
            .map(|record| (record.item.code.clone(), points(scores.items.get(&record.item.code))))
            .collect(),
        row_totals: matrix.iter().map(|row| row.iter().sum()).collect(),
        column_totals: match matrix.first() {
            Some(first) => (0..first.len()).map(|at| matrix.iter().filter_map(|row| row.get(at)).sum()).collect(),
            None => Vec::new(),
        },
        matrix,
    }
}

/// Those without a score and what is not recorded of them.
fn missing(dataset: &Dataset, scores: &Scores, records: &Records, whole: &Column) -> Vec<MissingRecord> {
    let absent = |case: usize| {
        let codes = records.items.iter().map(|record| &record.item.code);
        codes.filter(|code| scores.items.get(*code).is_none_or(|column| column.get(case).is_none())).cloned().collect()
    };
    let cases = whole.iter().enumerate().filter(|(_, score)| score.is_none());
    cases
        .filter_map(|(case, _)| Some(MissingRecord { case: dataset.case_rows.get(case).copied()?, items: absent(case) }))
        .collect()
}

fn bands(study: &Study, scores: &Scores, variable: &Variable, records: &Records, whole: &Column) -> Vec<BandCount> {
    let (named, found): (Vec<(String, Option<f64>)>, Vec<usize>) = match records.rule {
        Some(rule) => {
            let named = rule.predicates().into_iter().map(|(name, from)| (name.get(study.language).to_owned(), from));
            (named.collect(), predicates(rule, records, scores, whole))
        }
        None => {
            let Some((bands, _)) = bands_of(variable, None) else { return Vec::new() };
            let named = bands.bands.iter().map(|(name, from)| (name.get(study.language).to_owned(), Some(*from)));
            (named.collect(), whole.iter().flatten().filter_map(|score| band_position(&bands, score)).collect())
        }
    };
    let n = found.len();
    let count = |at: usize| found.iter().filter(|found| **found == at).count();
    let each = named.into_iter().enumerate();
    each.map(|(at, (name, from))| BandCount {
        name,
        from: from.map_or_else(|| Outcome::absent("by_matrix"), number),
        count: count(at),
        percent: if n == 0 { Outcome::absent("no_cases") } else { number(100.0 * count(at) as f64 / n as f64) },
    })
    .collect()
}

/// The position of everybody's predicate, the lowest being 0.
fn predicates(rule: AppraisalRule, records: &Records, scores: &Scores, whole: &Column) -> Vec<usize> {
    let idea = records.items.get(2).and_then(|record| scores.items.get(&record.item.code));
    let of = |case: usize, score: f64| match rule {
        AppraisalRule::Pp46Of2011 => {
            let limits = rule.predicates();
            // Found from two decimals, as every band is.
            limits.iter().rposition(|(_, from)| from.is_some_and(|from| round_half_away(score, 2) >= from - 1e-9)).unwrap_or(0)
        }
        AppraisalRule::Pp30Of2019 | AppraisalRule::Pp30Of2019With360 => {
            let idea = idea.and_then(|column| column.get(case)).is_some_and(|idea| idea > 0.5);
            predicate_of_value(round_half_away(score, 2), idea) as usize - 1
        }
        AppraisalRule::Permenpan6Of2022 => (score.round() as usize).saturating_sub(1),
    };
    whole.iter().enumerate().filter_map(|(case, score)| Some(of(case, score?))).collect()
}

/// Persons by results and behaviour, the best first.
fn matrix(records: &Records, scores: &Scores) -> Vec<Vec<usize>> {
    let column = |at: usize| records.items.get(at).and_then(|record| scores.items.get(&record.item.code));
    let (Some(results), Some(behavior)) = (column(0), column(1)) else { return Vec::new() };
    let position = |rating: Rating| match rating {
        Rating::Above => 0,
        Rating::Meets => 1,
        Rating::Below => 2,
    };
    let mut out = vec![vec![0; 3]; 3];
    for (results, behavior) in results.iter().zip(behavior.iter()) {
        let pair = results.and_then(rating).zip(behavior.and_then(rating));
        let cell = pair.and_then(|(row, column)| out.get_mut(position(row))?.get_mut(position(column)));
        if let Some(cell) = cell {
            *cell += 1;
        }
    }
    out
}

/// The points that somebody has, highest first.
fn points(column: Option<&Column>) -> Vec<RecordPoints> {
    let values = column.map(valid).unwrap_or_default();
    let n = values.len();
    let mut each = values.clone();
    each.sort_by(|a, b| b.total_cmp(a));
    each.dedup_by(|a, b| (*a - *b).abs() < 1e-9);
    let count = |points: f64| values.iter().filter(|value| (**value - points).abs() < 1e-9).count();
    each.into_iter()
        .map(|points| RecordPoints { points, count: count(points), percent: number(100.0 * count(points) as f64 / n as f64) })
        .collect()
}
