//! Levene's test that groups have equal variances.

use super::StatsError;
use super::analysis_of_variance::one_way;
use super::descriptives::mean;
use super::group_summary::GroupSummary;

/// What the deviations are taken from.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Centre {
    /// The group's mean: Levene (1960), as SPSS T-TEST and ONEWAY.
    Mean,
    /// The group's median: Brown & Forsythe (1974), the default of R's car.
    Median,
}

/// Levene's test.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Levene {
    /// F of a one-way analysis of the absolute deviations.
    pub f: f64,
    /// Number of groups − 1.
    pub df1: usize,
    /// Number of values − number of groups.
    pub df2: usize,
    /// Upper tail probability.
    pub p: f64,
}

/// Tests whether groups of finite values have equal variances (Levene 1960, in Olkin, Contributions to
/// Probability and Statistics, 278).
///
/// Errors: as [`one_way`] of the absolute deviations; `NoVariance` when these do not vary within the
/// groups, as with two values in each.
pub fn levene(groups: &[Vec<f64>], centre: Centre) -> Result<Levene, StatsError> {
    let summaries = groups
        .iter()
        .map(|group| {
            let middle = match centre {
                Centre::Mean => mean(group)?,
                Centre::Median => median(group)?,
            };
            let deviations: Vec<f64> = group.iter().map(|v| (v - middle).abs()).collect();
            let mut summary = GroupSummary::of(&deviations)?;
            // Deviations that are equal as decimals differ by the rounding of the values themselves.
            let largest = group.iter().fold(0.0_f64, |m, v| m.max(v.abs()));
            if summary.sum_of_squares <= group.len() as f64 * (1e-13 * largest).powi(2) {
                summary.sum_of_squares = 0.0;
            }
            Ok(summary)
        })
        .collect::<Result<Vec<_>, StatsError>>()?;
    let table = one_way(&summaries).map_err(|reason| match reason {
        StatsError::PerfectFit => StatsError::NoVariance,
        other => other,
    })?;
    Ok(Levene { f: table.f, df1: table.df_between, df2: table.df_within, p: table.p })
}

fn median(values: &[f64]) -> Result<f64, StatsError> {
    if values.is_empty() {
        return Err(StatsError::TooFewCases { needed: 1, got: 0 });
    }
    let mut sorted = values.to_vec();
    sorted.sort_unstable_by(f64::total_cmp);
    let n = sorted.len();
    Ok(sorted[(n - 1) / 2].midpoint(sorted[n / 2]))
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::float_cmp)]
    use super::*;
    use crate::stats::example_data;

    fn close(a: f64, b: f64) {
        assert!((a - b).abs() <= 1e-8 * b.abs(), "{a} is not {b}");
    }

    // Expected: R 4.2.2, car 3.1.1 leveneTest on Y2 of the example study.
    #[test]
    fn as_car() {
        let by_age = example_data::score_by("Y2", "umur");
        let found = levene(&by_age, Centre::Mean).unwrap();
        assert_eq!((found.df1, found.df2), (2, 65));
        close(found.f, 2.115_262_705_891_230_3);
        close(found.p, 0.128_828_275_482_481_96);
        let found = levene(&by_age, Centre::Median).unwrap();
        close(found.f, 2.010_840_775_748_273);
        close(found.p, 0.142_119_667_325_348_28);
        let by_sex = example_data::score_by("Y2", "jenis_kelamin");
        let found = levene(&by_sex, Centre::Mean).unwrap();
        assert_eq!((found.df1, found.df2), (1, 66));
        close(found.f, 0.160_325_123_767_165_68);
        close(found.p, 0.690_150_512_596_808_4);
    }

    #[test]
    fn what_cannot_be_computed_has_a_reason() {
        let pairs = [vec![1.1, 2.3], vec![3.4, 7.7], vec![0.3, 0.9]];
        assert_eq!(levene(&pairs, Centre::Mean), Err(StatsError::NoVariance));
        let with_empty = [vec![1.0, 2.0, 4.0], vec![]];
        assert_eq!(levene(&with_empty, Centre::Median), Err(StatsError::TooFewCases { needed: 1, got: 0 }));
        assert_eq!(levene(&[vec![1.0, 2.0, 4.0]], Centre::Mean), Err(StatsError::Undefined));
    }
}
