//! All pairs of group means compared, with the studentized range: Tukey and Kramer, Games and Howell.

use super::StatsError;
use super::analysis_of_variance::one_way;
use super::group_summary::GroupSummary;
use super::studentized_range::StudentizedRange;
use std::f64::consts::SQRT_2;

/// A pair of groups compared by their means.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct MeanComparison {
    /// Position of the first group.
    pub first: usize,
    /// Position of the second group.
    pub second: usize,
    /// Mean of the first minus that of the second.
    pub difference: f64,
    /// Its standard error, as SPSS prints it.
    pub se: f64,
    /// difference / se.
    pub t: f64,
    /// Degrees of freedom, a fraction for Games and Howell.
    pub df: f64,
    /// Probability of so large a difference among all pairs.
    pub p: f64,
    /// Lower end of the simultaneous interval.
    pub low: f64,
    /// Upper end.
    pub high: f64,
}

/// Tukey's honestly significant difference with Kramer's standard error for unequal sizes (Tukey 1953; Kramer 1956,
/// *Biometrics* 12, 307), variances taken as equal.
///
/// Pairs in the order 0–1, 0–2, …, 1–2, … Errors: as [`one_way`]; `Undefined` when the confidence is no probability.
pub fn tukey_kramer(groups: &[GroupSummary], confidence: f64) -> Result<Vec<MeanComparison>, StatsError> {
    let table = one_way(groups)?;
    let df = table.df_within as f64;
    let range = StudentizedRange::new(groups.len());
    let critical = critical(&range, df, confidence)?;
    let compared = pairs(groups).map(|(first, a, second, b)| {
        let variance = table.ms_within * (1.0 / a.n as f64 + 1.0 / b.n as f64);
        compare(&range, (first, second), a.mean - b.mean, variance, df, critical)
    });
    compared.collect()
}

/// Games and Howell's comparison without equal variances (1976, *J. Educ. Stat.* 1, 113): each pair with its own standard
/// error and the degrees of freedom of Welch.
///
/// Pairs in the order 0–1, 0–2, …, 1–2, … A pair errs with `TooFewCases` when one of its groups has fewer than two
/// values, `NoVariance` when neither varies, `Undefined` when the confidence is no probability.
pub fn games_howell(groups: &[GroupSummary], confidence: f64) -> Vec<(usize, usize, Result<MeanComparison, StatsError>)> {
    let range = StudentizedRange::new(groups.len());
    let pair = |first: usize, a: &GroupSummary, second: usize, b: &GroupSummary| {
        let (v1, v2) = (a.variance()? / a.n as f64, b.variance()? / b.n as f64);
        let variance = v1 + v2;
        if variance <= 0.0 {
            return Err(StatsError::NoVariance);
        }
        let df = variance * variance / (v1 * v1 / (a.n as f64 - 1.0) + v2 * v2 / (b.n as f64 - 1.0));
        compare(&range, (first, second), a.mean - b.mean, variance, df, critical(&range, df, confidence)?)
    };
    pairs(groups).map(|(first, a, second, b)| (first, second, pair(first, a, second, b))).collect()
}

fn pairs(groups: &[GroupSummary]) -> impl Iterator<Item = (usize, &GroupSummary, usize, &GroupSummary)> {
    groups
        .iter()
        .enumerate()
        .flat_map(move |(first, a)| groups.iter().enumerate().skip(first + 1).map(move |(second, b)| (first, a, second, b)))
}

fn critical(range: &StudentizedRange, df: f64, confidence: f64) -> Result<f64, StatsError> {
    let critical = range.upper_quantile(1.0 - confidence, df);
    if critical.is_finite() { Ok(critical) } else { Err(StatsError::Undefined) }
}

fn compare(
    range: &StudentizedRange,
    (first, second): (usize, usize),
    difference: f64,
    variance: f64,
    df: f64,
    critical: f64,
) -> Result<MeanComparison, StatsError> {
    let se = variance.sqrt();
    let t = difference / se;
    let half = critical * se / SQRT_2;
    if !(t.is_finite() && half.is_finite()) {
        return Err(StatsError::Undefined);
    }
    let p = range.sf(t.abs() * SQRT_2, df);
    Ok(MeanComparison { first, second, difference, se, t, df, p, low: difference - half, high: difference + half })
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;
    use crate::stats::example_data::score_by;

    fn close(found: f64, expected: f64, relative: f64) {
        assert!((found - expected).abs() <= relative * expected.abs(), "{found} is not {expected}");
    }

    fn by_age() -> Vec<GroupSummary> {
        score_by("Y2", "umur").iter().map(|group| GroupSummary::of(group).unwrap()).collect()
    }

    // R 4.2.2 TukeyHSD(aov()), tests/published/groups.R; its differences run second minus first, and its ptukey and qtukey
    // keep six digits. Groups of 5, 36 and 27.
    #[test]
    fn tukey_as_in_r() {
        let expected = [
            (3.938_888_888_888_883, -1.755_668_583_663_405, 9.633_446_361_441_17, 0.228_745_515_957_709_9),
            (3.948_148_148_148_142, -1.860_999_428_972_112, 9.757_295_725_268_396, 0.240_378_023_585_958_6),
            (0.009_259_259_259_259_522, -3.028_416_719_499_361, 3.046_935_238_017_88, 0.999_970_530_612_879_4),
        ];
        let found = tukey_kramer(&by_age(), 0.95).unwrap();
        assert_eq!(found.len(), 3);
        for (pair, (difference, low, high, p)) in found.iter().zip(expected) {
            close(pair.difference, -difference, 1e-8);
            close(pair.low, -high, 1e-6);
            close(pair.high, -low, 1e-6);
            close(pair.p, p, 1e-6);
        }
    }

    // The formula with ptukey and qtukey in R 4.2.2, tests/published/groups.R.
    #[test]
    fn games_howell_as_in_r() {
        let expected = [
            [-3.938_888_888_888_886, 2.265_809_634_117_563, 5.834_739_694_754_822, 0.269_161_434_067_0],
            [-3.948_148_148_148_146, 2.192_283_608_012_264, 5.125_376_647_226_057, 0.259_038_413_594_4],
            [-0.009_259_259_259_259_522, 1.208_304_893_650_288, 60.632_796_837_320_35, 0.999_967_625_515_845_2],
        ];
        let intervals = [
            [-10.948_417_857_117_61, 3.070_640_073_939_836],
            [-11.019_710_125_371_4, 3.123_413_825_240_85],
            [-2.912_311_280_647_142, 2.893_792_762_128_623],
        ];
        for ((_, _, pair), (values, ends)) in games_howell(&by_age(), 0.95).into_iter().zip(expected.iter().zip(intervals)) {
            let pair = pair.unwrap();
            for (found, expected) in [pair.difference, pair.se, pair.df].into_iter().zip(values) {
                close(found, *expected, 1e-8);
            }
            close(pair.p, values[3], 1e-5);
            close(pair.low, ends[0], 1e-5);
            close(pair.high, ends[1], 1e-5);
        }
    }

    #[test]
    fn what_cannot_be_computed_has_a_reason() {
        let group = |values: &[f64]| GroupSummary::of(values).unwrap();
        let (one, three, constant) = (group(&[2.0]), group(&[1.0, 2.0, 4.0]), group(&[5.0; 3]));
        assert_eq!(tukey_kramer(&[three], 0.95), Err(StatsError::Undefined));
        assert_eq!(tukey_kramer(&[constant, constant], 0.95), Err(StatsError::NoVariance));
        assert_eq!(tukey_kramer(&[three, one], 1.0), Err(StatsError::Undefined));
        let found = games_howell(&[one, three, constant, constant], 0.95);
        assert_eq!(found[0].2, Err(StatsError::TooFewCases { needed: 2, got: 1 }));
        assert!(found[3].2.is_ok());
        assert_eq!(found[5].2, Err(StatsError::NoVariance));
    }
}
