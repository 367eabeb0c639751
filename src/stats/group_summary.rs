//! Size, mean and spread of a group: all that t tests and analyses of variance need of it.

use super::StatsError;
use super::descriptives::{compensated, is_constant, mean, needs};

/// A group of values in three numbers, from data or as somebody printed them.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct GroupSummary {
    /// Number of values.
    pub n: usize,
    /// Their mean.
    pub mean: f64,
    /// Sum of squared deviations from the mean; exactly 0 when all values are equal.
    pub sum_of_squares: f64,
}

impl GroupSummary {
    /// Summarises finite values. Errors: `TooFewCases` when there is none, `Undefined` when one is not finite.
    pub fn of(values: &[f64]) -> Result<GroupSummary, StatsError> {
        let mean = mean(values)?;
        let sum_of_squares = if is_constant(values) { 0.0 } else { compensated(values.iter().map(|v| (v - mean) * (v - mean))) };
        if !(mean.is_finite() && sum_of_squares.is_finite()) {
            return Err(StatsError::Undefined);
        }
        Ok(GroupSummary { n: values.len(), mean, sum_of_squares })
    }

    /// From a printed size, mean and standard deviation (n − 1).
    pub fn from_sd(n: usize, mean: f64, sd: f64) -> GroupSummary {
        GroupSummary { n, mean, sum_of_squares: sd * sd * n.saturating_sub(1) as f64 }
    }

    /// Variance with n − 1. Errors: `TooFewCases` below two values.
    pub fn variance(&self) -> Result<f64, StatsError> {
        needs(2, self.n)?;
        Ok(self.sum_of_squares / (self.n - 1) as f64)
    }

    /// Standard deviation with n − 1. Errors: `TooFewCases` below two values.
    pub fn sd(&self) -> Result<f64, StatsError> {
        self.variance().map(f64::sqrt)
    }

    /// Standard error of the mean, sd/√n. Errors: `TooFewCases` below two values.
    pub fn se(&self) -> Result<f64, StatsError> {
        self.sd().map(|sd| sd / (self.n as f64).sqrt())
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used, clippy::float_cmp)]
    use super::*;

    #[test]
    fn data_and_print_agree() {
        // 2 4 4 4 5 5 7 9: mean 5, sum of squares 32.
        let group = GroupSummary::of(&[2.0, 4.0, 4.0, 4.0, 5.0, 5.0, 7.0, 9.0]).unwrap();
        assert_eq!((group.n, group.mean, group.sum_of_squares), (8, 5.0, 32.0));
        let printed = GroupSummary::from_sd(8, 5.0, group.sd().unwrap());
        assert!((printed.sum_of_squares - 32.0).abs() < 1e-13);
    }

    #[test]
    fn small_groups() {
        let one = GroupSummary::of(&[3.5]).unwrap();
        assert_eq!((one.mean, one.sum_of_squares), (3.5, 0.0));
        let too_few = |needed, got| StatsError::TooFewCases { needed, got };
        assert_eq!(one.sd(), Err(too_few(2, 1)));
        assert_eq!(GroupSummary::of(&[]), Err(too_few(1, 0)));
        assert_eq!(GroupSummary::of(&[f64::NAN]), Err(StatsError::Undefined));
        assert_eq!(GroupSummary::from_sd(0, 0.0, 1.0).sum_of_squares, 0.0);
    }
}
