//! Size, mean and spread of a group: all that t tests and analyses of variance need of it.

use super::StatsError;
use super::critical_values::{Tails, t_critical};
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

    /// Ends of the interval of the mean, mean ± t·se with n − 1 degrees of freedom (Student 1908). Errors: `TooFewCases`
    /// below two values, `Undefined` for an alpha outside 0–1.
    pub fn interval(&self, alpha: f64) -> Result<[f64; 2], StatsError> {
        let se = self.se()?;
        let reach = se * t_critical((self.n - 1) as f64, alpha, Tails::Two)?;
        Ok([self.mean - reach, self.mean + reach])
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

    // R 4.2.2: t.test(sleep$extra[1:10])$conf.int and t.test(sleep$extra[11:20], conf.level = .9)$conf.int.
    #[test]
    fn the_interval_of_a_mean_as_in_r() {
        let first = GroupSummary::of(&[0.7, -1.6, -0.2, -1.2, -0.1, 3.4, 3.7, 0.8, 0.0, 2.0]).unwrap();
        let second = GroupSummary::of(&[1.9, 0.8, 1.1, 0.1, -0.1, 4.4, 5.5, 1.6, 4.6, 3.4]).unwrap();
        for (found, r) in [
            (first.interval(0.05).unwrap(), [-0.529_780_413_526_232_2, 2.029_780_413_526_232]),
            (second.interval(0.1).unwrap(), [1.169_334_035_016_92, 3.490_665_964_983_08]),
        ] {
            assert!((found[0] - r[0]).abs() < 1e-12 && (found[1] - r[1]).abs() < 1e-12, "{found:?}");
        }
        assert_eq!(GroupSummary::of(&[3.5]).unwrap().interval(0.05), Err(StatsError::TooFewCases { needed: 2, got: 1 }));
        assert_eq!(first.interval(1.5), Err(StatsError::Undefined));
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
