//! The normal probability (P–P) plot, as SPSS's REGRESSION draws it.

use super::StatsError;
use super::descriptives::descriptives;
use super::distributions::normal_cdf;
use super::ranks::mid_ranks;

/// One point of the plot.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct ProbabilityPoint {
    /// Observed cumulative probability, the x axis: (r − 3/8) / (n + 1/4), r the rank, tied values sharing the mean rank.
    pub observed: f64,
    /// Cumulative probability expected of a normal distribution, the y axis: Φ of the value standardized by its own mean and
    /// standard deviation (n − 1).
    pub expected: f64,
}

/// The points of a column of finite numbers, in the order of the values (Blom 1958, Statistical Estimates and Transformed
/// Beta-Variables: plotting positions with α = 3/8).
///
/// # Errors
/// `TooFewCases` below two values, `NoVariance` when all are equal, `Undefined` when one is not finite.
pub fn probability_plot(values: &[f64]) -> Result<Vec<ProbabilityPoint>, StatsError> {
    let described = descriptives(values)?;
    let sd = described.sd?;
    if sd <= 0.0 {
        return Err(StatsError::NoVariance);
    }
    let n = values.len() as f64;
    let ranks = mid_ranks(values).ranks;
    let mut points: Vec<ProbabilityPoint> = ranks
        .iter()
        .zip(values)
        .map(|(rank, value)| ProbabilityPoint {
            observed: (rank - 0.375) / (n + 0.25),
            expected: normal_cdf((value - described.mean) / sd),
        })
        .collect();
    points.sort_by(|a, b| a.observed.total_cmp(&b.observed).then(a.expected.total_cmp(&b.expected)));
    Ok(points)
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;

    /// R 4.2.2: `(rank(x) - 3/8) / (length(x) + 1/4)` and `pnorm(x, mean(x), sd(x))` of x = 2, 3, 3, 5, 9.
    #[test]
    fn points_as_r_computes_them() {
        let points = probability_plot(&[9.0, 3.0, 2.0, 5.0, 3.0]).unwrap();
        let expected = [
            (0.119047619047619, 0.1950770742),
            (0.404761904761905, 0.3080868945),
            (0.404761904761905, 0.3080868945),
            (0.69047619047619, 0.5850518084),
            (0.880952380952381, 0.9502275757),
        ];
        assert_eq!(points.len(), 5);
        for (point, (observed, probability)) in points.iter().zip(expected) {
            assert!((point.observed - observed).abs() < 1e-12, "{point:?}");
            assert!((point.expected - probability).abs() < 1e-9, "{point:?}");
        }
    }

    #[test]
    fn a_column_without_spread_has_no_plot() {
        assert_eq!(probability_plot(&[1.0, 1.0]), Err(StatsError::NoVariance));
        assert!(probability_plot(&[]).is_err() && probability_plot(&[1.0]).is_err());
        assert!(probability_plot(&[1.0, f64::INFINITY]).is_err());
    }
}
