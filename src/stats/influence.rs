//! Cases that stand out of a regression: standardized and studentized residuals, leverage, Mahalanobis, Cook.

use super::StatsError;
use super::descriptives::descriptives;
use super::least_squares::LeastSquares;

/// What is left of 1 − leverage, below which a case alone decides its own prediction.
const NO_ROOM: f64 = 1e-12;

/// One case of a regression.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct CaseInfluence {
    /// Predicted value, standardized (ZPRED).
    pub zpred: f64,
    /// e/SEE (ZRESID).
    pub zresid: f64,
    /// e/(SEE√(1 − h)) (SRESID); absent where h is 1.
    pub sresid: Option<f64>,
    /// The same with the standard error of the regression without the case (SDRESID): t with n − k − 2 degrees of freedom.
    pub sdresid: Option<f64>,
    /// h − 1/n (LEVER).
    pub centred_leverage: f64,
    /// (n − 1)(h − 1/n) (MAHAL).
    pub mahalanobis: f64,
    /// SRESID²·h/((1 − h)(k + 1)) (COOK).
    pub cook: Option<f64>,
}

/// Every case of a regression, in file order, as SPSS REGRESSION /SAVE computes them (Cook & Weisberg 1982, *Residuals and
/// Influence in Regression*, ch. 2 and 3).
///
/// # Errors
/// `PerfectFit` when no residual is left; `NoVariance` when the predicted values do not vary.
pub fn influence(fit: &LeastSquares) -> Result<Vec<CaseInfluence>, StatsError> {
    if fit.perfect_fit {
        return Err(StatsError::PerfectFit);
    }
    let fitted = descriptives(&fit.fitted)?;
    let spread = fitted.sd?;
    if spread <= 0.0 {
        return Err(StatsError::NoVariance);
    }
    let (n, terms, df) = (fit.n as f64, (fit.predictors + 1) as f64, fit.df_residual as f64);
    let cases = fit.fitted.iter().zip(&fit.residuals).zip(&fit.leverage);
    Ok(cases
        .map(|((predicted, residual), leverage)| {
            let rest = 1.0 - leverage;
            let zresid = residual / fit.see;
            let sresid = (rest > NO_ROOM).then(|| zresid / rest.sqrt());
            let sdresid = sresid.and_then(|r| {
                let left = df - r * r;
                (df > 1.0 && left > 0.0).then(|| r * ((df - 1.0) / left).sqrt())
            });
            CaseInfluence {
                zpred: (predicted - fitted.mean) / spread,
                zresid,
                sresid,
                sdresid,
                centred_leverage: leverage - 1.0 / n,
                mahalanobis: (n - 1.0) * (leverage - 1.0 / n),
                cook: sresid.map(|r| r * r * leverage / (rest * terms)),
            }
        })
        .collect())
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used, clippy::float_cmp)]
    use super::*;
    use crate::stats::example_data::{close, score};
    use crate::stats::least_squares::least_squares;

    fn fitted() -> LeastSquares {
        let columns = [score("X1"), score("X2"), score("Y1")];
        least_squares(&columns, &score("Y2"), 0.95).unwrap()
    }

    /// R 4.2.2, `rstandard`, `rstudent`, `hatvalues`, `cooks.distance`, `mahalanobis`: tests/published/diagnostics.R.
    #[test]
    fn as_in_r() {
        let found = influence(&fitted()).unwrap();
        for (case, [h, sresid, sdresid, cook, zpred, mahalanobis, zresid]) in [
            (
                0,
                [
                    0.057_943_082_539_370_96,
                    0.480_666_085_396_567_3,
                    0.477_759_231_777_848_1,
                    0.004_524_933_899_328_36,
                    1.702_341_244_779_928,
                    3.882_186_530_137_85,
                    0.462_876_956_770_496_4,
                ],
            ),
            (
                1,
                [
                    0.010_633_541_849_976_41,
                    -0.510_401_132_064_175_1,
                    -0.507_431_716_958_371_6,
                    0.001_693_193_564_260_992,
                    0.703_318_783_721_974_8,
                    0.712_447_303_948_415_7,
                    -0.503_893_004_074_553,
                ],
            ),
            (
                67,
                [
                    0.055_109_082_415_568_22,
                    -1.447_731_576_279_397,
                    -1.460_490_405_633_561,
                    0.039_327_403_785_117_53,
                    1.175_141_798_556_334,
                    3.692_308_521_843_072,
                    -1.396_280_654_830_803,
                ],
            ),
        ] {
            let of = found[case];
            close(of.centred_leverage, h);
            close(of.sresid.unwrap(), sresid);
            close(of.sdresid.unwrap(), sdresid);
            close(of.cook.unwrap(), cook);
            close(of.zpred, zpred);
            close(of.mahalanobis, mahalanobis);
            close(of.zresid, zresid);
        }
        let largest = found.iter().filter_map(|case| case.cook).fold(0.0, f64::max);
        close(largest, 0.422_297_151_262_381_9);
    }

    #[test]
    fn a_case_that_decides_itself_has_no_studentized_residual() {
        let columns = [vec![1.0, 2.0, 3.0, 4.0, 5.0], vec![0.0, 0.0, 0.0, 0.0, 1.0]];
        let fit = least_squares(&columns, &[1.0, 3.0, 2.0, 5.0, 9.0], 0.95).unwrap();
        let found = influence(&fit).unwrap();
        assert!(found[4].sresid.is_none() && found[4].cook.is_none() && found[0].sresid.is_some());
        let exact = least_squares(&columns[..1], &[2.0, 4.0, 6.0, 8.0, 10.0], 0.95).unwrap();
        assert_eq!(influence(&exact), Err(StatsError::PerfectFit));
    }
}
