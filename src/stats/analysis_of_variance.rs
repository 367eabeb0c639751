//! One-way analysis of variance, and the two forms of it that do without equal variances.

use super::StatsError;
use super::descriptives::{compensated, needs};
use super::distributions::f_sf;
use super::group_summary::GroupSummary;

/// The table of a one-way analysis of variance, as SPSS ONEWAY.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct OneWay {
    /// Number of values in all groups.
    pub n: usize,
    /// Sum of squares between groups.
    pub ss_between: f64,
    /// Number of groups − 1.
    pub df_between: usize,
    /// Mean square between groups.
    pub ms_between: f64,
    /// Sum of squares within groups.
    pub ss_within: f64,
    /// n − number of groups.
    pub df_within: usize,
    /// Mean square within groups.
    pub ms_within: f64,
    /// Sum of squares about the grand mean.
    pub ss_total: f64,
    /// Ratio of the mean squares.
    pub f: f64,
    /// Upper tail probability.
    pub p: f64,
    /// η² = SS between / SS total.
    pub eta_squared: f64,
    /// ω² = (SS between − df · MS within) / (SS total + MS within) (Hays 1963); may be negative.
    pub omega_squared: f64,
}

/// A test of equal means that does not assume equal variances.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct RobustTest {
    /// The statistic, asymptotically F.
    pub f: f64,
    /// Number of groups − 1.
    pub df1: usize,
    /// Approximate degrees of freedom, a fraction.
    pub df2: f64,
    /// Upper tail probability.
    pub p: f64,
}

/// Fisher's analysis of variance of two or more groups.
///
/// Errors: `Undefined` below two groups; `TooFewCases` when a group is empty or none has two values;
/// `PerfectFit` when only the means differ, `NoVariance` when nothing does.
pub fn one_way(groups: &[GroupSummary]) -> Result<OneWay, StatsError> {
    let (n, grand_mean) = together(groups)?;
    needs(groups.len() + 1, n)?;
    let ss_between = compensated(between(groups, grand_mean));
    let ss_within = compensated(groups.iter().map(|g| g.sum_of_squares));
    let ss_total = ss_between + ss_within;
    if !ss_total.is_finite() {
        return Err(StatsError::Undefined);
    }
    if ss_within <= 0.0 {
        // Equal means leave rounding between the groups.
        let size = groups.iter().map(|g| g.mean.abs()).fold(0.0, f64::max);
        return Err(if ss_between <= n as f64 * (1e-13 * size).powi(2) {
            StatsError::NoVariance
        } else {
            StatsError::PerfectFit
        });
    }
    let (df_between, df_within) = (groups.len() - 1, n - groups.len());
    let ms_between = ss_between / df_between as f64;
    let ms_within = ss_within / df_within as f64;
    let f = ms_between / ms_within;
    Ok(OneWay {
        n,
        ss_between,
        df_between,
        ms_between,
        ss_within,
        df_within,
        ms_within,
        ss_total,
        f,
        p: f_sf(f, df_between as f64, df_within as f64),
        eta_squared: ss_between / ss_total,
        omega_squared: (ss_between - df_between as f64 * ms_within) / (ss_total + ms_within),
    })
}

/// Welch's test (1951, Biometrika 38, 330): groups weighted by n/s².
///
/// Errors: `Undefined` below two groups, `TooFewCases` when one has fewer than two values, `NoVariance`
/// when one does not vary (SPSS prints nothing either).
pub fn welch(groups: &[GroupSummary]) -> Result<RobustTest, StatsError> {
    together(groups)?;
    let weights = groups
        .iter()
        .map(|g| {
            let variance = g.variance()?;
            if variance <= 0.0 {
                return Err(StatsError::NoVariance);
            }
            Ok(g.n as f64 / variance)
        })
        .collect::<Result<Vec<f64>, _>>()?;
    let k = groups.len() as f64;
    let all: f64 = weights.iter().sum();
    let weighted = groups.iter().zip(&weights);
    let mean = weighted.clone().map(|(g, w)| w * g.mean).sum::<f64>() / all;
    let spread: f64 = weighted.clone().map(|(g, w)| w * (g.mean - mean).powi(2)).sum();
    let unevenness: f64 = weighted.map(|(g, w)| (1.0 - w / all).powi(2) / (g.n as f64 - 1.0)).sum();
    let f = spread / (k - 1.0) / (1.0 + 2.0 * (k - 2.0) / (k * k - 1.0) * unevenness);
    robust_test(f, groups.len() - 1, (k * k - 1.0) / (3.0 * unevenness))
}

/// Brown and Forsythe's test (1974, Technometrics 16, 129): SS between over Σ(1 − nᵢ/N)s²ᵢ.
///
/// Errors: as [`welch`], but `NoVariance` only when no group varies.
pub fn brown_forsythe(groups: &[GroupSummary]) -> Result<RobustTest, StatsError> {
    let (n, grand_mean) = together(groups)?;
    let parts =
        groups.iter().map(|g| Ok((1.0 - g.n as f64 / n as f64) * g.variance()?)).collect::<Result<Vec<f64>, StatsError>>()?;
    let expected: f64 = parts.iter().sum();
    if expected <= 0.0 {
        return Err(StatsError::NoVariance);
    }
    let unevenness: f64 = groups.iter().zip(&parts).map(|(g, part)| (part / expected).powi(2) / (g.n as f64 - 1.0)).sum();
    let f = compensated(between(groups, grand_mean)) / expected;
    robust_test(f, groups.len() - 1, 1.0 / unevenness)
}

/// Number of values and grand mean.
fn together(groups: &[GroupSummary]) -> Result<(usize, f64), StatsError> {
    if groups.len() < 2 {
        return Err(StatsError::Undefined);
    }
    for group in groups {
        needs(1, group.n)?;
    }
    let n = groups.iter().map(|g| g.n).sum();
    let sum = compensated(groups.iter().map(|g| g.n as f64 * g.mean));
    Ok((n, sum / n as f64))
}

fn between(groups: &[GroupSummary], grand_mean: f64) -> impl Iterator<Item = f64> + '_ {
    groups.iter().map(move |g| g.n as f64 * (g.mean - grand_mean).powi(2))
}

fn robust_test(f: f64, df1: usize, df2: f64) -> Result<RobustTest, StatsError> {
    if !(f.is_finite() && df2.is_finite()) {
        return Err(StatsError::Undefined);
    }
    Ok(RobustTest { f, df1, df2, p: f_sf(f, df1 as f64, df2) })
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::float_cmp)]
    use super::*;
    use crate::stats::example_data;

    fn close(a: f64, b: f64) {
        assert!((a - b).abs() <= 1e-8 * b.abs(), "{a} is not {b}");
    }

    // Insect counts under six sprays (Beall 1942, Biometrika 32, 243), in means and deviations; values of
    // R 4.2.2 anova(lm()), oneway.test().
    #[test]
    fn six_sprays() {
        let sprays = [
            (14.5, 4.719_399_037_242_694),
            (15.333_333_333_333_334, 4.271_115_105_265_163),
            (2.083_333_333_333_333_5, 1.975_225_341_958_519_7),
            (4.916_666_666_666_667, 2.503_028_468_705_762_7),
            (3.5, 1.732_050_807_568_877_2),
            (16.666_666_666_666_668, 6.213_377_552_190_162),
        ]
        .map(|(mean, sd)| GroupSummary::from_sd(12, mean, sd));
        let table = one_way(&sprays).unwrap();
        close(table.ss_between, 2_668.833_333_333_335_8);
        close(table.ss_within, 1_015.166_666_666_668_1);
        close(table.ss_total, 3_684.0);
        assert_eq!((table.df_between, table.df_within), (5, 66));
        close(table.f, 34.702_282_055_491_686);
        assert!((table.p / 3.182_583_726_145_185e-17 - 1.0).abs() < 1e-6);
        close(table.eta_squared, 0.724_439_015_562_794);
        close(table.omega_squared, 0.700_637_903_553_351_4);
        let found = welch(&sprays).unwrap();
        close(found.f, 36.065_443_893_577_25);
        close(found.df2, 30.042_560_508_767_38);
        assert!((found.p / 7.999_379_455_673_348e-12 - 1.0).abs() < 1e-6);
        let found = brown_forsythe(&sprays).unwrap();
        close(found.f, 34.702_282_055_491_736);
        close(found.df2, 39.318_894_290_927_254);
        assert!((found.p / 2.051_137_621_203_267_7e-13 - 1.0).abs() < 1e-6);
    }

    // Groups of 5, 36 and 27: R 4.2.2 anova(lm()), oneway.test() and the formula of Brown & Forsythe.
    #[test]
    fn unequal_groups_as_in_r() {
        let groups: Vec<GroupSummary> =
            example_data::score_by("Y2", "umur").iter().map(|g| GroupSummary::of(g).unwrap()).collect();
        let table = one_way(&groups).unwrap();
        close(table.ss_between, 72.016_448_801_742_73);
        close(table.ss_within, 1_608.512_962_962_961_9);
        close(table.f, 1.455_092_150_295_920_4);
        close(table.p, 0.240_879_335_984_417_05);
        let found = welch(&groups).unwrap();
        close(found.f, 1.602_990_449_001_378_4);
        close(found.df2, 11.462_230_564_107_52);
        close(found.p, 0.243_305_304_384_421_58);
        let found = brown_forsythe(&groups).unwrap();
        close(found.f, 1.636_712_314_307_216_2);
        close(found.df2, 18.219_533_700_190_15);
        close(found.p, 0.221_969_240_819_955_7);
    }

    // Two groups: F = t², for Welch too.
    #[test]
    fn two_groups_are_a_t_test() {
        let a = GroupSummary::from_sd(9, 3.1, 0.8);
        let b = GroupSummary::from_sd(14, 2.2, 1.7);
        let t = crate::stats::t_test::two_samples(&a, &b, 0.95).unwrap();
        close(one_way(&[a, b]).unwrap().f, t.student.t.powi(2));
        let robust = welch(&[a, b]).unwrap();
        close(robust.f, t.welch.unwrap().t.powi(2));
        close(robust.df2, t.welch.unwrap().df);
    }

    #[test]
    fn what_cannot_be_computed_has_a_reason() {
        let group = |values: &[f64]| GroupSummary::of(values).unwrap();
        let (one, three) = (group(&[2.0]), group(&[1.0, 2.0, 4.0]));
        let constant = group(&[5.0; 3]);
        let too_few = |needed, got| StatsError::TooFewCases { needed, got };
        assert_eq!(one_way(&[three]), Err(StatsError::Undefined));
        assert_eq!(one_way(&[one, one]), Err(too_few(3, 2)));
        assert_eq!(one_way(&[one, three]).unwrap().df_within, 2);
        assert_eq!(one_way(&[one, constant]), Err(StatsError::PerfectFit));
        assert_eq!(one_way(&[group(&[1.0; 3]), group(&[2.0; 3])]), Err(StatsError::PerfectFit));
        assert_eq!(one_way(&[constant, constant]), Err(StatsError::NoVariance));
        assert_eq!(welch(&[one, three]), Err(too_few(2, 1)));
        assert_eq!(welch(&[constant, three]), Err(StatsError::NoVariance));
        assert!(brown_forsythe(&[constant, three]).is_ok());
        assert_eq!(brown_forsythe(&[constant, constant]), Err(StatsError::NoVariance));
        let empty = GroupSummary::from_sd(0, 0.0, 0.0);
        assert_eq!(one_way(&[empty, three]), Err(too_few(1, 0)));
    }
}
