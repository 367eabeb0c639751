//! Cohen's d and Hedges' g with intervals from the noncentral t distribution.

use super::StatsError;
use super::mann_whitney::Estimate;
use super::noncentral::t_noncentrality_limits;
use super::t_test::small_sample_correction;

/// A standardized difference, without and with the correction for small samples.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct StandardizedDifference {
    /// Cohen's d: the difference in standard deviations.
    pub d: Estimate,
    /// Hedges' g: d and its limits times the exact correction.
    pub g: Estimate,
}

/// The standardized difference behind Student's t of two independent groups: d = t √(1/n₁ + 1/n₂), in pooled standard
/// deviations.
///
/// The limits are those of the noncentrality, in the same units (Cumming & Finch 2001, *Educ. Psychol. Meas.* 61, 532).
///
/// # Errors
/// `TooFewCases` below three values or with an empty group; `Undefined` for a t that is not finite or a confidence that is
/// no probability.
pub fn of_two_groups(t: f64, n1: usize, n2: usize, confidence: f64) -> Result<StandardizedDifference, StatsError> {
    if n1.min(n2) < 1 || n1 + n2 < 3 {
        return Err(StatsError::TooFewCases { needed: 3, got: n1 + n2 });
    }
    from_t(t, n1 + n2 - 2, (1.0 / n1 as f64 + 1.0 / n2 as f64).sqrt(), confidence)
}

/// The standardized difference behind t of one sample or of paired differences: d = t/√n, in standard deviations of the
/// values or of the differences (d_z).
///
/// Errors: `TooFewCases` below two values, `Undefined` as [`of_two_groups`].
pub fn of_one_sample(t: f64, n: usize, confidence: f64) -> Result<StandardizedDifference, StatsError> {
    if n < 2 {
        return Err(StatsError::TooFewCases { needed: 2, got: n });
    }
    from_t(t, n - 1, 1.0 / (n as f64).sqrt(), confidence)
}

fn from_t(t: f64, df: usize, scale: f64, confidence: f64) -> Result<StandardizedDifference, StatsError> {
    let (low, high) = t_noncentrality_limits(t, df as f64, confidence)?;
    let estimate = |factor: f64| Estimate { value: factor * t, low: factor * low, high: factor * high };
    Ok(StandardizedDifference { d: estimate(scale), g: estimate(scale * small_sample_correction(df)) })
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;

    fn close(found: Estimate, expected: [f64; 3]) {
        for (found, expected) in [found.value, found.low, found.high].into_iter().zip(expected) {
            assert!((found - expected).abs() <= 1e-7 * expected.abs(), "{found} is not {expected}");
        }
    }

    // uniroot of pt with ncp in R 4.2.2, tests/published/groups.R: Y2 of the example study by sex.
    #[test]
    fn two_groups_as_in_r() {
        let found = of_two_groups(0.122_316_637_533_066_6 * (41.0 * 27.0 / 68.0_f64).sqrt(), 41, 27, 0.95).unwrap();
        close(found.d, [0.122_316_637_533_066_6, -0.364_359_039_162_190_5, 0.608_069_083_586_058]);
        close(found.g, [0.120_920_503_511_606_3, -0.360_200_209_579_719_4, 0.601_128_523_805_193]);
    }

    // The same for one sample and for Student's sleep data (1908), tests/published/paired.R.
    #[test]
    fn one_sample_as_in_r() {
        let found = of_one_sample(-1.888_663_071_883_635_5, 68, 0.95).unwrap();
        close(found.d, [-0.229_034_039_311_168_8, -0.469_013_656_485_059_6, 0.012_609_403_038_028_69]);
        let found = of_one_sample(-4.062_127_683_382_037, 10, 0.95).unwrap();
        close(found.d, [-1.284_557_562_591_055, -2.118_016_513_977_067, -0.414_627_756_380_144_3]);
    }

    #[test]
    fn what_cannot_be_computed_has_a_reason() {
        assert_eq!(of_two_groups(1.0, 1, 1, 0.95), Err(StatsError::TooFewCases { needed: 3, got: 2 }));
        assert_eq!(of_one_sample(1.0, 1, 0.95), Err(StatsError::TooFewCases { needed: 2, got: 1 }));
        assert_eq!(of_one_sample(f64::INFINITY, 9, 0.95), Err(StatsError::Undefined));
    }
}
