//! Method of successive intervals: ordinal answers on an interval scale.

use super::StatsError;
use super::descriptives::needs;
use super::distributions::normal_quantile;
use super::ranks::canonical;

/// The scale values of the answers to one item.
#[derive(Debug, Clone, PartialEq)]
pub struct SuccessiveIntervals {
    /// Answer and scale value, rising; only answers that somebody gave.
    pub categories: Vec<(f64, f64)>,
}

impl SuccessiveIntervals {
    /// The scale value of an answer; nothing for one that nobody gave.
    pub fn value(&self, answer: f64) -> Option<f64> {
        let answer = canonical(answer);
        self.categories.iter().find(|(known, _)| known.total_cmp(&answer).is_eq()).map(|(_, value)| *value)
    }
}

/// Scale values of the answers to one item (Edwards 1957, *Techniques of Attitude Scale Construction*, ch. 5; the form of
/// Indonesian practice, Hays 1976): an interval between the normal quantiles of the cumulative shares has the value (density at
/// its lower end − density at its upper end) / share; all are moved so that the lowest is 1. Answers that nobody gave are passed
/// over, so that items differ in their values.
///
/// # Errors
/// `TooFewCases` without answers, `NoVariance` when all are the same, `Undefined` when one is not finite.
pub fn successive_intervals(answers: &[f64]) -> Result<SuccessiveIntervals, StatsError> {
    needs(1, answers.len())?;
    if answers.iter().any(|answer| !answer.is_finite()) {
        return Err(StatsError::Undefined);
    }
    let mut sorted: Vec<f64> = answers.iter().map(|answer| canonical(*answer)).collect();
    sorted.sort_unstable_by(f64::total_cmp);
    let counts: Vec<(f64, usize)> =
        sorted.chunk_by(|a, b| a.total_cmp(b).is_eq()).filter_map(|chunk| Some((*chunk.first()?, chunk.len()))).collect();
    if counts.len() < 2 {
        return Err(StatsError::NoVariance);
    }
    let n = sorted.len() as f64;
    let density = |z: f64| (-z * z / 2.0).exp() / (2.0 * std::f64::consts::PI).sqrt();
    let (mut below, mut at_lower) = (0_usize, 0.0);
    let mut categories = Vec::with_capacity(counts.len());
    for (answer, count) in counts {
        below += count;
        let at_upper = if below == sorted.len() { 0.0 } else { density(normal_quantile(below as f64 / n)) };
        categories.push((answer, (at_lower - at_upper) / (count as f64 / n)));
        at_lower = at_upper;
    }
    let lowest = categories.first().map_or(0.0, |(_, value)| *value);
    categories.iter_mut().for_each(|(_, value)| *value = (*value - lowest) + 1.0);
    Ok(SuccessiveIntervals { categories })
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used, clippy::float_cmp)]
    use super::*;

    fn answers(counts: &[usize]) -> Vec<f64> {
        counts.iter().enumerate().flat_map(|(at, count)| std::iter::repeat_n((at + 1) as f64, *count)).collect()
    }

    /// Worked sheets of the method in Indonesian handouts, four decimals; the last is the first item of the example study.
    #[test]
    fn as_in_worked_sheets() {
        for (counts, values) in [
            ([3, 4, 13, 6, 4], &[1.0, 1.7755, 2.6223, 3.4966, 4.3695][..]),
            ([6, 4, 9, 7, 4], &[1.0, 1.7725, 2.357, 3.0906, 4.0144]),
            ([10, 64, 51, 19, 12], &[1.0, 2.2921, 3.3215, 4.0616, 4.8328]),
            ([25, 17, 34, 19, 5], &[1.0, 1.841, 2.5065, 3.3645, 4.3338]),
            ([0, 10, 26, 27, 5], &[1.0, 2.1259, 3.2155, 4.4609]),
        ] {
            let found = successive_intervals(&answers(&counts)).unwrap();
            assert_eq!(found.categories.len(), values.len());
            for ((_, value), expected) in found.categories.iter().zip(values) {
                assert!((value - expected).abs() <= 0.5e-4 + 1e-9, "{counts:?}: {value} is not {expected}");
            }
        }
        let found = successive_intervals(&answers(&[0, 10, 26, 27, 5])).unwrap();
        assert!(found.value(1.0).is_none() && (found.value(2.0).unwrap() - 1.0).abs() < 1e-12);
    }

    #[test]
    fn what_cannot_be_scaled_has_a_reason() {
        assert_eq!(successive_intervals(&[]), Err(StatsError::TooFewCases { needed: 1, got: 0 }));
        assert_eq!(successive_intervals(&[3.0, 3.0]), Err(StatsError::NoVariance));
        assert_eq!(successive_intervals(&[3.0, f64::NAN]), Err(StatsError::Undefined));
    }
}
