//! Parts of a score put together, case by case.

use crate::dataset::Column;
use crate::study::ScoreBy;

/// One part: its values and what it weighs; no values at all where the part is not in the data.
pub(super) struct Part<'a> {
    pub(super) values: Option<&'a Column>,
    pub(super) weight: f64,
}

/// The sum or mean of the parts of each of `n` cases, times `times`.
///
/// A mean is weighted: Σwx / Σw. Where at least the proportion `answered` of the parts has a value, what is missing counts
/// as the case's own weighted mean of the others (person mean), so that sums stay comparable; below it there is no score.
pub(super) fn combine(n: usize, parts: &[Part<'_>], by: ScoreBy, times: f64, answered: f64) -> Column {
    let weights: f64 = parts.iter().map(|part| part.weight).sum();
    if parts.is_empty() || weights <= 0.0 {
        return (0..n).map(|_| None).collect();
    }
    if answered >= 1.0 { complete(n, parts, by, times, weights) } else { partial(n, parts, by, times, weights, answered) }
}

/// Missing where any part is.
fn complete(n: usize, parts: &[Part<'_>], by: ScoreBy, times: f64, weights: f64) -> Column {
    let mut sums = vec![Some(0.0); n];
    for part in parts {
        let Some(column) = part.values else {
            sums.fill(None);
            continue;
        };
        for (sum, value) in sums.iter_mut().zip(column.iter()) {
            *sum = match (*sum, value) {
                (Some(sum), Some(value)) => Some(sum + part.weight * value),
                _ => None,
            };
        }
    }
    let divisor = match by {
        ScoreBy::Sum => 1.0,
        ScoreBy::Mean => weights,
    };
    sums.into_iter().map(|sum| sum.map(|sum| sum / divisor * times)).collect()
}

/// What one case has answered so far.
#[derive(Clone, Copy, Default)]
struct Answered {
    sum: f64,
    weight: f64,
    parts: usize,
}

fn partial(n: usize, parts: &[Part<'_>], by: ScoreBy, times: f64, weights: f64, answered: f64) -> Column {
    let mut cases = vec![Answered::default(); n];
    for part in parts {
        let Some(column) = part.values else { continue };
        for (case, value) in cases.iter_mut().zip(column.iter()) {
            if let Some(value) = value {
                case.sum += part.weight * value;
                case.weight += part.weight;
                case.parts += 1;
            }
        }
    }
    // 0,8 of ten is eight, whatever the product of the two is in binary.
    let needed = answered * parts.len() as f64 - 1e-9;
    let factor = match by {
        ScoreBy::Sum => weights * times,
        ScoreBy::Mean => times,
    };
    let score = |case: Answered| (case.parts > 0 && case.parts as f64 >= needed).then(|| case.sum / case.weight * factor);
    cases.into_iter().map(score).collect()
}
