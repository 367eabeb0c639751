//! The interval of the share of variance that groups explain (η², ω²), from the noncentral F distribution.

use super::StatsError;
use super::noncentral::f_noncentrality_limits;

/// Limits of the population's share of variance behind F of a one-way analysis: λ/(λ + N) for the noncentralities λ
/// between which F lies in the middle (Steiger 2004, *Psychological Methods* 9, 164, eq. 11; Smithson 2003, ch. 5).
///
/// η² and ω² estimate the same share, so that the interval is one for both. Its lower end is 0 where F is not significant;
/// with 1 − 2α in the place of 1 − α it would exclude 0 exactly where F does.
///
/// # Errors
/// `Undefined` for an F that is no number above 0, df that are none or a confidence that is no probability;
/// `NotConverged` for an F beyond all bounds.
pub fn variance_explained_limits(f: f64, df1: usize, df2: usize, confidence: f64) -> Result<(f64, f64), StatsError> {
    let n = (df1 + df2 + 1) as f64;
    let (low, high) = f_noncentrality_limits(f, df1 as f64, df2 as f64, confidence)?;
    Ok((low / (low + n), high / (high + n)))
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used, clippy::float_cmp)]
    use super::*;

    // uniroot of pf with ncp in R 4.2.2, tests/published/groups.R: Y2 of the example study by age, and six sprays.
    #[test]
    fn as_in_r() {
        let (low, high) = variance_explained_limits(1.455_092_150_295_920_4, 2, 65, 0.95).unwrap();
        assert_eq!(low, 0.0);
        assert!((high - 0.150_808_131_553_810_4).abs() < 1e-8, "{high}");
        let (low, high) = variance_explained_limits(34.702_282_055_491_686, 5, 66, 0.95).unwrap();
        assert!((low - 0.580_626_271_047_544_9).abs() < 1e-8, "{low}");
        assert!((high - 0.780_443_908_709_496_1).abs() < 1e-8, "{high}");
    }

    #[test]
    fn what_cannot_be_computed_has_a_reason() {
        assert_eq!(variance_explained_limits(f64::NAN, 2, 9, 0.95), Err(StatsError::Undefined));
        assert_eq!(variance_explained_limits(2.0, 0, 9, 0.95), Err(StatsError::Undefined));
        assert_eq!(variance_explained_limits(1e12, 2, 9, 0.95), Err(StatsError::NotConverged));
    }
}
