//! The method of successive intervals: ordered answers become values on an interval scale.

use super::StatsError;
use super::distributions::normal_quantile;

/// The value of each answer, lowest first; none for an answer that nobody gave.
///
/// `frequencies` are counts of the answers in order. With cumulative proportions P and normal quantiles z of them, the
/// value of answer c is (φ(z_{c−1}) − φ(z_c)) / (P_c − P_{c−1}), moved so that the lowest is 1 (Hays 1976, *Quantification
/// in Psychology*; Edwards 1957, *Techniques of Attitude Scale Construction*, ch. 5). Answers that nobody gave are skipped,
/// as worksheets do.
///
/// # Errors
/// `TooFewCases` when nobody answered.
pub fn successive_intervals(frequencies: &[usize]) -> Result<Vec<Option<f64>>, StatsError> {
    let n: usize = frequencies.iter().sum();
    if n == 0 {
        return Err(StatsError::TooFewCases { needed: 1, got: 0 });
    }
    let mut cumulated = 0;
    let mut density_before = 0.0;
    let values: Vec<Option<f64>> = frequencies
        .iter()
        .map(|count| {
            if *count == 0 {
                return None;
            }
            cumulated += count;
            let density = if cumulated == n { 0.0 } else { density_at(cumulated as f64 / n as f64) };
            let value = (density_before - density) * n as f64 / *count as f64;
            density_before = density;
            Some(value)
        })
        .collect();
    // Values rise with the answers, so the first is the lowest.
    let lowest = values.iter().flatten().copied().next().unwrap_or(0.0);
    Ok(values.into_iter().map(|value| value.map(|value| value - lowest + 1.0)).collect())
}

/// Ordinate of the standard normal distribution at the quantile of a proportion.
fn density_at(proportion: f64) -> f64 {
    let z = normal_quantile(proportion);
    (-0.5 * z * z).exp() / (2.0 * std::f64::consts::PI).sqrt()
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;

    fn close(frequencies: &[usize], expected: &[f64]) {
        let found: Vec<f64> = successive_intervals(frequencies).unwrap().into_iter().flatten().collect();
        assert_eq!(found.len(), expected.len());
        for (found, expected) in found.iter().zip(expected) {
            assert!((found - expected).abs() < 5.1e-5, "{found} and not {expected}");
        }
    }

    /// Worksheets of Indonesian textbooks for the method, recomputed with exact quantiles.
    #[test]
    fn worksheets_are_reproduced() {
        close(&[3, 4, 13, 6, 4], &[1.0, 1.7755, 2.6223, 3.4966, 4.3695]);
        close(&[6, 4, 9, 7, 4], &[1.0, 1.7725, 2.3570, 3.0906, 4.0144]);
        close(&[10, 64, 51, 19, 12], &[1.0, 2.2921, 3.3215, 4.0616, 4.8328]);
        close(&[25, 17, 34, 19, 5], &[1.0, 1.8410, 2.5065, 3.3645, 4.3338]);
    }

    /// Item X1.1 of Putri (2019), Table 4.5: nobody chose the lowest answer.
    #[test]
    fn answers_that_nobody_gave_are_skipped() {
        let found = successive_intervals(&[0, 10, 26, 27, 5]).unwrap();
        assert_eq!(found[0], None);
        close(&[0, 10, 26, 27, 5], &[1.0, 2.1259, 3.2155, 4.4609]);
    }

    #[test]
    fn one_answer_is_one_and_nobody_is_an_error() {
        close(&[0, 7, 0], &[1.0]);
        assert_eq!(successive_intervals(&[0, 0]), Err(StatsError::TooFewCases { needed: 1, got: 0 }));
    }
}
