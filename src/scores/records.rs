//! Scores from records: points added, or ratings by the rule of an appraisal.

use super::Scores;
use super::combine::{Part, combine};
use crate::dataset::Column;
use crate::stats::performance_appraisal::{
    PP_30_TARGETS, PP_30_TARGETS_360, PP_46_TARGETS, Rating, performance_value, predicate,
};
use crate::study::records::{AppraisalRule, Records};
use crate::study::{ScoreBy, Variable};

/// The score of a variable and of its dimensions. Missing where any record is: nobody is given a zero for papers that are
/// not there.
pub(super) fn score(variable: &Variable, records: &Records, scores: &Scores) -> Vec<(String, Column)> {
    let added = |positions: std::ops::Range<usize>| {
        let parts: Vec<Part<'_>> = records
            .items
            .get(positions)
            .unwrap_or_default()
            .iter()
            .map(|record| Part { values: scores.items.get(&record.item.code), weight: 1.0 })
            .collect();
        combine(scores.n, &parts, ScoreBy::Sum, 1.0, 1.0)
    };
    let whole = match records.rule {
        None => added(0..records.items.len()),
        Some(rule) => appraised(rule, records, scores),
    };
    let mut out = vec![(variable.code.clone(), whole)];
    for dimension in variable.dimensions() {
        out.push((variable.name_of(dimension), added(dimension.indicators.clone())));
    }
    out
}

fn appraised(rule: AppraisalRule, records: &Records, scores: &Scores) -> Column {
    let column = |at: usize| records.items.get(at).and_then(|record| scores.items.get(&record.item.code));
    let value = |at: usize, case: usize| column(at).and_then(|column| column.get(case));
    let of = |case: usize| -> Option<f64> {
        let (first, behavior) = (value(0, case)?, value(1, case)?);
        let weighted = |weight: f64| performance_value(first, behavior, weight).ok();
        match rule {
            AppraisalRule::Pp46Of2011 => weighted(PP_46_TARGETS),
            AppraisalRule::Pp30Of2019 => weighted(PP_30_TARGETS),
            AppraisalRule::Pp30Of2019With360 => weighted(PP_30_TARGETS_360),
            AppraisalRule::Permenpan6Of2022 => Some(f64::from(predicate(rating(first)?, rating(behavior)?) as u8)),
        }
    };
    (0..scores.n).map(of).collect()
}

/// A rating from its points, 1 to 3.
pub fn rating(points: f64) -> Option<Rating> {
    match points.round() as i64 {
        1 => Some(Rating::Below),
        2 => Some(Rating::Meets),
        3 => Some(Rating::Above),
        _ => None,
    }
}
