//! Least squares without a constant: for reference sets that have none. No study runs it, for a scale has no natural zero.

use super::StatsError;
use super::distributions::f_sf;
use nalgebra::{DMatrix, DVector};

/// Shorter than this share of itself, what the columns before leave of a column is rounding.
const EXACTLY_COLLINEAR: f64 = 1e-8;

/// A regression through the origin.
#[derive(Debug, Clone, PartialEq)]
pub struct ThroughOrigin {
    /// A coefficient for each predictor.
    pub b: Vec<f64>,
    /// Their standard errors.
    pub se: Vec<f64>,
    /// √(SSE/(n − k)).
    pub see: f64,
    /// 1 − SSE/Σy², not comparable with that of a regression with a constant.
    pub r2: f64,
    /// (Σŷ²/k)/(SSE/(n − k)).
    pub f: f64,
    /// Its significance, k and n − k degrees of freedom.
    pub p: f64,
}

/// Regresses an outcome on predictors without a constant: y = Xb by Householder QR, sums of squares about zero
/// (Draper & Smith 1998, *Applied Regression Analysis*, ch. 1.4).
///
/// # Errors
/// `Undefined` without predictors, for unequal lengths and values that are not finite; `TooFewCases` for n < k + 1; `Collinear`
/// where a column is a combination of others or zero; `PerfectFit` where nothing is left over.
pub fn through_origin<C: AsRef<[f64]>>(predictors: &[C], outcome: &[f64]) -> Result<ThroughOrigin, StatsError> {
    let (n, k) = (outcome.len(), predictors.len());
    let usable = |column: &[f64]| column.len() == n && column.iter().all(|v| v.is_finite());
    if k == 0 || !usable(outcome) || !predictors.iter().all(|column| usable(column.as_ref())) {
        return Err(StatsError::Undefined);
    }
    if n <= k {
        return Err(StatsError::TooFewCases { needed: k + 1, got: n });
    }
    let lengths: Vec<f64> = predictors.iter().map(|column| column.as_ref().iter().map(|v| v * v).sum::<f64>().sqrt()).collect();
    if lengths.iter().any(|length| *length <= 0.0) {
        return Err(StatsError::Collinear);
    }
    let columns = predictors
        .iter()
        .zip(&lengths)
        .map(|(column, length)| DVector::from_iterator(n, column.as_ref().iter().map(|v| v / length)));
    let design = DMatrix::from_columns(&columns.collect::<Vec<_>>());
    let (q, r) = design.clone().qr().unpack();
    if (0..k).any(|j| r[(j, j)].abs() < EXACTLY_COLLINEAR) {
        return Err(StatsError::Collinear);
    }
    let y = DVector::from_column_slice(outcome);
    let solve = |target: &DVector<f64>| r.solve_upper_triangular(&q.tr_mul(target)).ok_or(StatsError::Collinear);
    let mut scaled = solve(&y)?;
    // One step on its own residuals, as in `least_squares`.
    scaled += solve(&(&y - &design * &scaled))?;
    let residuals = &y - &design * &scaled;
    let (sse, total) = (residuals.norm_squared(), y.norm_squared());
    if sse <= 1e-20 * total {
        return Err(StatsError::PerfectFit);
    }
    let inverse = r.solve_upper_triangular(&DMatrix::identity(k, k)).ok_or(StatsError::Collinear)?;
    let df = (n - k) as f64;
    let see = (sse / df).sqrt();
    let f = (&design * &scaled).norm_squared() / k as f64 / (sse / df);
    Ok(ThroughOrigin {
        b: scaled.iter().zip(&lengths).map(|(b, length)| b / length).collect(),
        se: lengths.iter().enumerate().map(|(j, length)| see * inverse.row(j).norm() / length).collect(),
        see,
        r2: 1.0 - sse / total,
        f,
        p: f_sf(f, k as f64, df),
    })
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;

    fn close(found: f64, expected: f64) {
        assert!((found - expected).abs() <= 1e-13 * expected.abs(), "{found:e} is not {expected:e}");
    }

    /// NIST StRD: NoInt1 (y = 130 … 140, x = 60 … 70) and NoInt2 (3, 4, 4 on 4, 5, 6), certified values, here to 16 digits by fractions.
    #[test]
    fn certified_values_of_nist() {
        let x: Vec<f64> = (60..=70).map(f64::from).collect();
        let y: Vec<f64> = (130..=140).map(f64::from).collect();
        let one = through_origin(&[x], &y).unwrap();
        close(one.b[0], 2.074_380_165_289_256);
        close(one.se[0], 0.016_528_925_619_834_71);
        close(one.see, 3.567_530_340_063_379);
        close(one.r2, 0.999_365_492_298_662_8);
        close(one.f, 15_750.25);
        let two = through_origin(&[[4.0, 5.0, 6.0]], &[3.0, 4.0, 4.0]).unwrap();
        close(two.b[0], 0.727_272_727_272_727_3);
        close(two.se[0], 0.042_082_731_807_843_25);
        close(two.see, 0.369_274_472_937_998_2);
        close(two.r2, 0.993_348_115_299_334_8);
        close(two.f, 298.666_666_666_666_7);
    }

    /// R 4.2.2: summary(lm(dist ~ 0 + speed + I(speed^2), head(cars, 8))).
    #[test]
    fn two_predictors_as_in_r() {
        let speed = [4.0, 4.0, 7.0, 7.0, 8.0, 9.0, 10.0, 10.0];
        let squares = speed.map(|v: f64| v * v);
        let found = through_origin(&[speed, squares], &[2.0, 10.0, 4.0, 22.0, 16.0, 10.0, 18.0, 26.0]).unwrap();
        for (found, expected) in [
            (found.b[0], 1.117_456_467_661_689_4),
            (found.b[1], 0.088_090_796_019_900_72),
            (found.se[0], 1.642_390_867_265_823_6),
            (found.se[1], 0.188_732_664_174_782_66),
            (found.see, 6.945_016_527_016_382),
            (found.r2, 0.852_347_179_916_742_7),
            (found.f, 17.317_932_284_045_675),
            (found.p, 0.003_219_031_588_513_251),
        ] {
            assert!((found - expected).abs() <= 1e-11 * expected.abs(), "{found:e} is not {expected:e}");
        }
    }

    /// A predictor turned round turns its coefficient and nothing else: NoInt2 with −4, −5, −6.
    #[test]
    fn a_negative_predictor_has_the_coefficient_with_the_other_sign() {
        let found = through_origin(&[[-4.0, -5.0, -6.0]], &[3.0, 4.0, 4.0]).unwrap();
        close(found.b[0], -0.727_272_727_272_727_3);
        close(found.se[0], 0.042_082_731_807_843_25);
        close(found.f, 298.666_666_666_666_7);
    }

    #[test]
    fn what_cannot_be_fitted_has_a_reason() {
        let x = [1.0, 2.0, 3.0];
        let none: [&[f64]; 0] = [];
        assert_eq!(through_origin(&none, &x), Err(StatsError::Undefined));
        assert_eq!(through_origin(&[&x[..2]], &x), Err(StatsError::Undefined));
        assert_eq!(through_origin(&[x], &[1.0, f64::NAN, 2.0]), Err(StatsError::Undefined));
        assert_eq!(through_origin(&[x, x, x], &x), Err(StatsError::TooFewCases { needed: 4, got: 3 }));
        assert_eq!(through_origin(&[x, x.map(|v| 3.0 * v)], &[1.0, 0.0, 2.0]), Err(StatsError::Collinear));
        assert_eq!(through_origin(&[[0.0; 3]], &x), Err(StatsError::Collinear));
        assert_eq!(through_origin(&[x], &x.map(|v| 0.1 * v)), Err(StatsError::PerfectFit));
    }
}
