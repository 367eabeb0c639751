//! Student's t tests: one sample, paired, two samples with equal and with unequal variances.

use super::StatsError;
use super::correlation::{Correlation, pearson};
use super::descriptives::needs;
use super::distributions::{t_quantile, t_two_tailed};
use super::group_summary::GroupSummary;

/// A t test of a mean or of a difference of means.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct TTest {
    /// What is tested against 0: the mean minus the value, or the first mean minus the second.
    pub difference: f64,
    /// Its standard error.
    pub se: f64,
    /// difference / se.
    pub t: f64,
    /// Degrees of freedom; a fraction for Welch's test.
    pub df: f64,
    /// Two-tailed probability.
    pub p: f64,
    /// Lower end of the confidence interval of the difference.
    pub low: f64,
    /// Upper end.
    pub high: f64,
}

/// A mean against a value.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct OneSample {
    /// The values.
    pub group: GroupSummary,
    /// The test.
    pub test: TTest,
    /// Cohen's d: difference / standard deviation.
    pub cohens_d: f64,
    /// Hedges' g: d times the small-sample correction for n − 1 degrees of freedom.
    pub hedges_g: f64,
}

/// Two measurements of the same cases.
#[derive(Debug, Clone, PartialEq)]
pub struct Paired {
    /// The first measurement.
    pub first: GroupSummary,
    /// The second measurement.
    pub second: GroupSummary,
    /// The differences, first minus second.
    pub differences: GroupSummary,
    /// Correlation of the two measurements.
    pub correlation: Result<Correlation, StatsError>,
    /// The test of the mean difference.
    pub test: TTest,
    /// Cohen's d_z: mean difference / standard deviation of the differences.
    pub cohens_dz: f64,
    /// d_z times the small-sample correction for n − 1 degrees of freedom.
    pub hedges_gz: f64,
}

/// Two independent groups.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct TwoSamples {
    /// The first group.
    pub first: GroupSummary,
    /// The second group.
    pub second: GroupSummary,
    /// Equal variances assumed (Student 1908).
    pub student: TTest,
    /// Equal variances not assumed, degrees of freedom by Welch (1947, Biometrika 34, 28) and Satterthwaite;
    /// `TooFewCases` when a group has only one value.
    pub welch: Result<TTest, StatsError>,
    /// Cohen's d: difference / pooled standard deviation.
    pub cohens_d: f64,
    /// Hedges' g: d times the exact small-sample correction (1981, J. Educ. Stat. 6, eq. 6e).
    pub hedges_g: f64,
}

/// Tests whether the mean differs from a value; `confidence` of the interval between 0 and 1.
///
/// Errors: `TooFewCases` below two values, `NoVariance` when all are equal, `Undefined` when something
/// is not finite or the confidence not a probability.
pub fn one_sample(values: &[f64], against: f64, confidence: f64) -> Result<OneSample, StatsError> {
    let group = GroupSummary::of(values)?;
    let variance = group.variance()?;
    let difference = group.mean - against;
    let df = (group.n - 1) as f64;
    let test = t_test(difference, variance / group.n as f64, df, confidence)?;
    let d = difference / variance.sqrt();
    Ok(OneSample { group, test, cohens_d: d, hedges_g: d * small_sample_correction(group.n - 1) })
}

/// Tests whether two measurements of the same cases differ, first minus second as in SPSS.
///
/// Columns of equal length. Errors as [`one_sample`]; `NoVariance` when all differences are equal up to
/// the rounding of the values they come from.
pub fn paired(first: &[f64], second: &[f64], confidence: f64) -> Result<Paired, StatsError> {
    if first.len() != second.len() {
        return Err(StatsError::Undefined);
    }
    needs(2, first.len())?;
    let differences: Vec<f64> = first.iter().zip(second).map(|(a, b)| a - b).collect();
    let largest = |values: &[f64]| values.iter().fold(0.0_f64, |m, v| m.max(v.abs()));
    let rounding = 1e-13 * largest(first).max(largest(second));
    let start = differences[0];
    if differences.iter().all(|d| (d - start).abs() <= rounding) {
        return Err(StatsError::NoVariance);
    }
    let one = one_sample(&differences, 0.0, confidence)?;
    Ok(Paired {
        first: GroupSummary::of(first)?,
        second: GroupSummary::of(second)?,
        differences: one.group,
        correlation: pearson(first, second),
        test: one.test,
        cohens_dz: one.cohens_d,
        hedges_gz: one.hedges_g,
    })
}

/// Tests whether the means of two independent groups differ, first minus second.
///
/// Errors: `TooFewCases` when there are fewer than three values or a group is empty, `NoVariance` when
/// neither group varies, `Undefined` as [`one_sample`].
pub fn two_samples(first: &GroupSummary, second: &GroupSummary, confidence: f64) -> Result<TwoSamples, StatsError> {
    needs(1, first.n.min(second.n))?;
    needs(3, first.n + second.n)?;
    let (n1, n2) = (first.n as f64, second.n as f64);
    let difference = first.mean - second.mean;
    let within = first.n + second.n - 2;
    let pooled = (first.sum_of_squares + second.sum_of_squares) / within as f64;
    let student = t_test(difference, pooled * (1.0 / n1 + 1.0 / n2), within as f64, confidence)?;
    let d = difference / pooled.sqrt();
    Ok(TwoSamples {
        first: *first,
        second: *second,
        student,
        welch: welch(first, second, confidence),
        cohens_d: d,
        hedges_g: d * small_sample_correction(within),
    })
}

fn welch(first: &GroupSummary, second: &GroupSummary, confidence: f64) -> Result<TTest, StatsError> {
    let (n1, n2) = (first.n as f64, second.n as f64);
    let (v1, v2) = (first.variance()? / n1, second.variance()? / n2);
    let df = (v1 + v2).powi(2) / (v1 * v1 / (n1 - 1.0) + v2 * v2 / (n2 - 1.0));
    t_test(first.mean - second.mean, v1 + v2, df, confidence)
}

fn t_test(difference: f64, variance: f64, df: f64, confidence: f64) -> Result<TTest, StatsError> {
    if variance <= 0.0 {
        return Err(StatsError::NoVariance);
    }
    let se = variance.sqrt();
    let t = difference / se;
    if !(t.is_finite() && se.is_finite() && confidence > 0.0 && confidence < 1.0) {
        return Err(StatsError::Undefined);
    }
    let half = t_quantile(0.5 + confidence / 2.0, df) * se;
    Ok(TTest { difference, se, t, df, p: t_two_tailed(t, df), low: difference - half, high: difference + half })
}

/// Hedges' exact correction Γ(m/2) / (√(m/2) Γ((m−1)/2)) for m degrees of freedom; 0 below two, where
/// the expectation of d does not exist.
pub fn small_sample_correction(m: usize) -> f64 {
    if m < 2 {
        return 0.0;
    }
    let size = m as f64;
    if m > 100_000 {
        // The next term of the expansion is of order m⁻³.
        return 1.0 - 0.75 / size - 7.0 / (32.0 * size * size);
    }
    // g(m) = Γ(m/2)/Γ((m−1)/2) obeys g(m+2) = g(m) · m/(m−1).
    let pi = std::f64::consts::PI;
    let (mut ratio, mut at) = if m.is_multiple_of(2) { (1.0 / pi.sqrt(), 2) } else { (pi.sqrt() / 2.0, 3) };
    while at < m {
        ratio *= at as f64 / (at - 1) as f64;
        at += 2;
    }
    ratio / (size / 2.0).sqrt()
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::float_cmp)]
    use super::*;
    use crate::stats::example_data;

    fn close(a: f64, b: f64) {
        assert!((a - b).abs() <= 1e-8 * b.abs(), "{a} is not {b}");
    }

    const DRUG1: [f64; 10] = [0.7, -1.6, -0.2, -1.2, -0.1, 3.4, 3.7, 0.8, 0.0, 2.0];
    const DRUG2: [f64; 10] = [1.9, 0.8, 1.1, 0.1, -0.1, 4.4, 5.5, 1.6, 4.6, 3.4];

    // Student's own example (1908, The probable error of a mean), values of R 4.2.2 t.test.
    #[test]
    fn sleep_data() {
        let found = paired(&DRUG1, &DRUG2, 0.95).unwrap();
        let t = found.test;
        close(t.difference, -1.58);
        close(found.differences.sd().unwrap(), 1.229_995_483_279_873_2);
        close(t.se, 0.388_958_723_888_395_2);
        close(t.t, -4.062_127_683_382_037);
        close(t.df, 9.0);
        close(t.p, 0.002_832_890_197_384_27);
        close(t.low, -2.459_885_763_276_982_4);
        close(t.high, -0.700_114_236_723_017_5);
        close(found.cohens_dz, -1.284_557_562_591_054_6);
        close(found.correlation.unwrap().r, 0.795_170_205_833_577_8);
        close(found.first.sd().unwrap(), 1.789_009_657_759_162_5);

        let found = one_sample(&DRUG1, 0.0, 0.95).unwrap();
        close(found.test.t, 1.325_710_140_713_821_2);
        close(found.test.p, 0.217_597_780_068_448_9);
        close(found.test.low, -0.529_780_413_526_232_2);
    }

    // Expected: R 4.2.2 t.test on Y2 of the example study.
    #[test]
    fn one_sample_as_in_r() {
        let found = one_sample(&example_data::score("Y2"), 35.0, 0.95).unwrap();
        close(found.test.t, -1.888_663_071_883_635_5);
        close(found.test.p, 0.063_266_712_429_997_54);
        // t.test gives the interval of the mean, this is that of the difference from 35.
        close(found.test.low, 32.640_687_371_963_416 - 35.0);
        close(found.test.high, 35.065_194_980_977_76 - 35.0);
        close(found.cohens_d, -0.229_034_039_311_169_1);
        close(found.hedges_g, -0.226_459_011_350_662_57);
    }

    // Sprays A and C of Beall (1942): sizes, means and deviations; values of R 4.2.2 t.test.
    #[test]
    fn two_samples_from_their_summaries() {
        let a = GroupSummary::from_sd(12, 14.5, 4.719_399_037_242_694);
        let c = GroupSummary::from_sd(12, 2.083_333_333_333_333_5, 1.975_225_341_958_519_7);
        let found = two_samples(&a, &c, 0.95).unwrap();
        let student = found.student;
        close(student.difference, 12.416_666_666_666_666);
        close(student.t, 8.407_339_499_090_465);
        close(student.df, 22.0);
        assert!((student.p / 2.563_261_467_931_627e-8 - 1.0).abs() < 1e-6);
        close(student.low, 9.353_796_350_090_603);
        close(student.high, 15.479_536_983_242_73);
        let welch = found.welch.unwrap();
        close(welch.df, 14.739_011_598_050_247);
        assert!((welch.p / 5.278_476_544_001_228e-7 - 1.0).abs() < 1e-6);
        close(welch.low, 9.263_900_730_375_486);
        close(welch.high, 15.569_432_602_957_846);
        close(found.cohens_d, 3.432_281_977_852_992_5);
        close(found.hedges_g, 3.313_698_896_673_394_7);
    }

    // exp(lgamma(m/2) − lgamma((m−1)/2)) / sqrt(m/2) in R 4.2.2.
    #[test]
    fn small_sample_correction_as_gamma_functions() {
        for (m, expected) in [
            (2, 0.564_189_583_547_756_3),
            (9, 0.913_874_891_792_552_5),
            (22, 0.965_450_658_790_634_9),
            (66, 0.988_585_902_542_633_4),
            (1000, 0.999_249_781_179_478),
        ] {
            assert!((small_sample_correction(m) - expected).abs() < 1e-12);
        }
        assert_eq!(small_sample_correction(1), 0.0);
        let below = small_sample_correction(100_000);
        let above = small_sample_correction(100_001);
        assert!(above > below && above - below < 1e-9);
    }

    #[test]
    fn what_cannot_be_computed_has_a_reason() {
        let too_few = |needed, got| StatsError::TooFewCases { needed, got };
        assert_eq!(one_sample(&[3.0], 1.0, 0.95), Err(too_few(2, 1)));
        assert_eq!(one_sample(&[3.0; 5], 1.0, 0.95), Err(StatsError::NoVariance));
        assert_eq!(one_sample(&DRUG1, 0.0, 1.0), Err(StatsError::Undefined));
        assert_eq!(paired(&DRUG1, &DRUG2[..9], 0.95), Err(StatsError::Undefined));
        let shifted = DRUG1.map(|v| v + 0.1);
        assert_eq!(paired(&DRUG1, &shifted, 0.95), Err(StatsError::NoVariance));
        let group = |values: &[f64]| GroupSummary::of(values).unwrap();
        let (one, same) = (group(&[2.0]), group(&[5.0; 4]));
        assert_eq!(two_samples(&one, &one, 0.95), Err(too_few(3, 2)));
        assert_eq!(two_samples(&one, &same, 0.95), Err(StatsError::NoVariance));
        let found = two_samples(&one, &group(&DRUG1), 0.95).unwrap();
        assert_eq!(found.welch, Err(too_few(2, 1)));
    }
}
