//! Standard errors of coefficients that hold when the variance of the residuals differs from case to case.

use super::StatsError;
use super::column_space::centred;
use super::distributions::{f_sf, t_quantile, t_two_tailed};
use super::least_squares::LeastSquares;
use nalgebra::{DMatrix, DVector};

/// What is left of 1 − leverage, below which a case decides its own prediction and has no residual to speak of.
const NO_ROOM: f64 = 1e-12;

/// How much a squared residual counts, by its leverage h (MacKinnon & White 1985, *J. Econometrics* 29, 305).
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Weighting {
    /// e² (White 1980).
    Hc0,
    /// e²·n/(n − k − 1).
    Hc1,
    /// e²/(1 − h).
    Hc2,
    /// e²/(1 − h)².
    Hc3,
    /// e²/(1 − h)^min(4, nh/(k + 1)) (Cribari-Neto 2004, *Comput. Stat. Data Anal.* 45, 215).
    Hc4,
}

/// A coefficient with its robust standard error.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct RobustCoefficient {
    /// The least-squares estimate, unchanged.
    pub b: f64,
    /// Its robust standard error.
    pub se: f64,
    /// b/se.
    pub t: f64,
    /// Two-tailed p of t with n − k − 1 degrees of freedom.
    pub p: f64,
    /// Lower end of the confidence interval of b.
    pub ci_low: f64,
    /// Upper end.
    pub ci_high: f64,
}

/// The coefficients of a regression under a covariance matrix that allows unequal variances.
#[derive(Debug, Clone, PartialEq)]
pub struct RobustErrors {
    /// The constant first, then the predictors in their order.
    pub coefficients: Vec<RobustCoefficient>,
    /// Covariance matrix of the slopes, k×k.
    pub covariance: DMatrix<f64>,
    /// Wald's F that all slopes are zero, with k and n − k − 1 degrees of freedom; absent where the matrix is singular.
    pub f: Option<f64>,
    /// Its upper tail probability.
    pub p: Option<f64>,
}

/// Heteroscedasticity-consistent covariance of least-squares coefficients, (X'X)⁻¹ X' diag(w) X (X'X)⁻¹ with the weights of
/// `weighting`; p from t(n − k − 1), as SPSS's UNIANOVA /ROBUST=HC3, Hayes & Cai (2007, *Behav. Res. Methods* 39, 709) and
/// R's `lmtest::coeftest` with `sandwich::vcovHC` have it. `predictors` are the columns of `fit`.
///
/// # Errors
/// `PerfectFit` when nothing is left over; `Undefined` for columns that are not those of the fit, and, from HC2 on, when a
/// case has a leverage of 1 (it alone decides its prediction, such as the only member of a category).
pub fn robust_errors<C: AsRef<[f64]>>(
    predictors: &[C],
    fit: &LeastSquares,
    weighting: Weighting,
    confidence: f64,
) -> Result<RobustErrors, StatsError> {
    if fit.perfect_fit {
        return Err(StatsError::PerfectFit);
    }
    let (n, k) = (fit.n, fit.predictors);
    let fits = predictors.len() == k && predictors.iter().all(|column| column.as_ref().len() == n);
    if !(fits && confidence > 0.0 && confidence < 1.0) {
        return Err(StatsError::Undefined);
    }
    let columns: Vec<_> = predictors.iter().map(|column| centred(column.as_ref())).collect();
    let df = fit.df_residual as f64;
    let mut covariance = DMatrix::<f64>::zeros(k + 1, k + 1);
    let mut influence = vec![0.0; k + 1];
    for (case, (residual, leverage)) in fit.residuals.iter().zip(&fit.leverage).enumerate() {
        let weight = residual * residual * factor(weighting, *leverage, n as f64, (k + 1) as f64, df)?;
        // How far one more unit of this case's outcome moves each coefficient: its row of (X'X)⁻¹X'.
        let mut constant = 1.0 / n as f64;
        for j in 0..k {
            let moves: f64 =
                columns.iter().enumerate().map(|(l, column)| fit.xtx_inverse[(j + 1, l + 1)] * column.deviations[case]).sum();
            influence[j + 1] = moves;
            constant -= moves * columns[j].mean;
        }
        influence[0] = constant;
        for row in 0..=k {
            for column in 0..=row {
                covariance[(row, column)] += weight * influence[row] * influence[column];
            }
        }
    }
    covariance.fill_upper_triangle_with_lower_triangle();
    let limit = t_quantile(0.5 + 0.5 * confidence, df);
    let estimates = std::iter::once(fit.constant.b).chain(fit.coefficients.iter().map(|coefficient| coefficient.b));
    let coefficients: Vec<RobustCoefficient> = estimates
        .enumerate()
        .map(|(at, b)| {
            let se = covariance[(at, at)].sqrt();
            let t = b / se;
            RobustCoefficient { b, se, t, p: t_two_tailed(t, df), ci_low: b - limit * se, ci_high: b + limit * se }
        })
        .collect();
    if coefficients.iter().any(|coefficient| !(coefficient.se > 0.0 && coefficient.t.is_finite())) {
        return Err(StatsError::Undefined);
    }
    let slopes = covariance.view((1, 1), (k, k)).into_owned();
    let f = wald(&coefficients, &slopes);
    Ok(RobustErrors { coefficients, covariance: slopes, f, p: f.map(|f| f_sf(f, k as f64, df)) })
}

fn factor(weighting: Weighting, leverage: f64, n: f64, terms: f64, df: f64) -> Result<f64, StatsError> {
    let left = 1.0 - leverage;
    let exponent = match weighting {
        Weighting::Hc0 => return Ok(1.0),
        Weighting::Hc1 => return Ok(n / df),
        Weighting::Hc2 => 1.0,
        Weighting::Hc3 => 2.0,
        Weighting::Hc4 => (n * leverage / terms).min(4.0),
    };
    if left <= NO_ROOM {
        return Err(StatsError::Undefined);
    }
    Ok(left.powf(-exponent))
}

/// b'V⁻¹b / k of the slopes, in units of their standard errors.
fn wald(coefficients: &[RobustCoefficient], covariance: &DMatrix<f64>) -> Option<f64> {
    let k = covariance.nrows();
    let slopes = coefficients.get(1..)?;
    let scaled = DMatrix::from_fn(k, k, |i, j| covariance[(i, j)] / (slopes[i].se * slopes[j].se));
    let t = DVector::from_iterator(k, slopes.iter().map(|slope| slope.t));
    let solved = scaled.cholesky()?.solve(&t);
    let f = t.dot(&solved) / k as f64;
    f.is_finite().then_some(f)
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used, clippy::float_cmp)]
    use super::*;
    use crate::stats::example_data::score;
    use crate::stats::least_squares::least_squares;

    fn close(found: f64, expected: f64) {
        assert!((found - expected).abs() <= 1e-10 * expected.abs(), "{found} is not {expected}");
    }

    /// R 4.2.2, sandwich 3.0.2, lmtest, car: tests/published/remedies.R.
    #[test]
    fn as_in_r() {
        let columns = [score("X1"), score("X2"), score("Y1")];
        let fit = least_squares(&columns, &score("Y2"), 0.95).unwrap();
        let errors = |weighting| robust_errors(&columns, &fit, weighting, 0.95).unwrap();
        for (weighting, expected) in [
            (
                Weighting::Hc0,
                [2.478_921_601_349_177_7, 0.132_336_567_330_207_02, 0.221_568_936_365_920_32, 0.161_952_095_557_834_6],
            ),
            (
                Weighting::Hc1,
                [2.555_213_899_996_980_7, 0.136_409_411_308_530_4, 0.228_388_031_998_114_25, 0.166_936_399_068_774_08],
            ),
            (
                Weighting::Hc2,
                [2.597_639_873_869_641, 0.139_720_454_397_394_03, 0.237_263_341_239_472_24, 0.177_023_453_850_493_37],
            ),
            (Weighting::Hc3, [2.724_657_922_978_544_5, 0.147_963_174_276_846, 0.255_047_748_648_254_1, 0.194_422_221_604_568_76]),
            (
                Weighting::Hc4,
                [2.712_025_234_140_735_5, 0.155_730_425_163_350_6, 0.280_827_090_090_242_3, 0.229_708_130_973_902_7],
            ),
        ] {
            for (found, se) in errors(weighting).coefficients.iter().zip(expected) {
                close(found.se, se);
            }
        }
        let hc3 = errors(Weighting::Hc3);
        let x1 = hc3.coefficients[1];
        close(x1.b, 0.276_285_939_318_096_4);
        close(x1.t, 1.867_261_503_873_609_6);
        close(x1.p, 0.066_446_055_539_141_32);
        close(x1.ci_low, -0.019_304_481_681_735_708);
        close(x1.ci_high, 0.571_876_360_317_928_5);
        close(hc3.f.unwrap(), 37.705_175_757_693_91);
        assert!((hc3.p.unwrap() / 3.714_700_574_001_596e-14 - 1.0).abs() < 1e-8);
        close(hc3.covariance[(0, 0)].sqrt(), x1.se);
    }

    #[test]
    fn a_case_that_decides_its_own_prediction_has_no_hc3() {
        // The only member of a category: its leverage is 1 and its residual 0.
        let x = [1.0, 2.0, 3.0, 4.0, 5.0, 6.0];
        let only = [0.0, 0.0, 0.0, 0.0, 0.0, 1.0];
        let y = [1.0, 3.0, 2.0, 5.0, 4.0, 9.0];
        let columns = [&x[..], &only[..]];
        let fit = least_squares(&columns, &y, 0.95).unwrap();
        assert_eq!(robust_errors(&columns, &fit, Weighting::Hc3, 0.95), Err(StatsError::Undefined));
        assert!(robust_errors(&columns, &fit, Weighting::Hc1, 0.95).is_ok_and(|found| found.coefficients.len() == 3));
        assert_eq!(robust_errors(&columns[..1], &fit, Weighting::Hc3, 0.95), Err(StatsError::Undefined));
        let exact = least_squares(&columns[..1], &x.map(|x| 2.0 * x), 0.95).unwrap();
        assert_eq!(robust_errors(&columns[..1], &exact, Weighting::Hc3, 0.95), Err(StatsError::PerfectFit));
    }
}
