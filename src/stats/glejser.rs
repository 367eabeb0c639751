//! Glejser's test of heteroscedasticity.

use super::StatsError;
use super::least_squares::{LeastSquares, least_squares};

/// Regresses |residual| on the predictors of the regression the residuals come from (Glejser 1969, *JASA* 64, 316–323):
/// a predictor with a significant ordinary t test is a sign of unequal spread. No robust errors, as in SPSS practice.
///
/// `predictors` are columns of the residuals' length; intervals at `confidence`.
///
/// # Errors
/// `PerfectFit` when all residuals are 0; otherwise those of [`least_squares`], `NoVariance` meaning that all residuals
/// have one size.
pub fn glejser<C: AsRef<[f64]>>(predictors: &[C], residuals: &[f64], confidence: f64) -> Result<LeastSquares, StatsError> {
    let sizes: Vec<f64> = residuals.iter().map(|e| e.abs()).collect();
    if !sizes.is_empty() && sizes.iter().all(|s| *s <= 0.0) {
        return Err(StatsError::PerfectFit);
    }
    least_squares(predictors, &sizes, confidence)
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;
    use crate::stats::reference_data::{agree, disnaker, nist};

    /// Putri (2019), Table 4.15 (SPSS, three decimals), and R's lm of the absolute residuals.
    #[test]
    fn prints_as_the_thesis_does() {
        let data = disnaker();
        let predictors = [data.score("X1."), data.score("X2.")];
        let fit = least_squares(&predictors, &data.score("Y1."), 0.95).unwrap();
        let test = glejser(&predictors, &fit.residuals, 0.95).unwrap();
        let [x1, x2] = &test.coefficients[..] else { unreachable!() };
        for (found, printed, r) in [
            (test.constant.b, 0.811, 0.8107892233443899),
            (test.constant.se, 1.248, 1.2475836832128064),
            (test.constant.t.unwrap(), 0.650, 0.649887646218991),
            (test.constant.p.unwrap(), 0.518, 0.518055067490218),
            (x1.b, 0.023, 0.0231356012487411),
            (x1.t.unwrap(), 0.405, 0.405000697789714),
            (x1.p.unwrap(), 0.687, 0.686806829850004),
            (x2.b, 0.024, 0.0241151113120134),
            (x2.se, 0.089, 0.0889484053810303),
            (x2.p.unwrap(), 0.787, 0.787162892329311),
        ] {
            assert!((found - printed).abs() <= 0.5e-3 && agree(found, r, 1e-10), "{found} {printed} {r}");
        }
        assert!((x1.beta - 0.077).abs() <= 0.5e-3 && (x2.beta - 0.051).abs() <= 0.5e-3);
    }

    /// R 4.2.2, lm(abs(resid)): spread that grows with x.
    #[test]
    fn finds_growing_spread_in_nist_norris() {
        let data = nist("norris");
        let x = data.columns(&["x1"]);
        let residuals = least_squares(&x, &data.column("y"), 0.95).unwrap().residuals;
        let test = glejser(&x, &residuals, 0.95).unwrap();
        assert!(agree(test.coefficients[0].t.unwrap(), 3.0197675012538885, 1e-8));
        assert!(agree(test.p.unwrap(), 0.0047744806035739315, 1e-8));
    }

    #[test]
    fn says_why_there_is_no_test() {
        let x = [[1.0, 2.0, 3.0, 4.0]];
        assert_eq!(glejser(&x, &[0.0; 4], 0.95), Err(StatsError::PerfectFit));
        assert_eq!(glejser(&x, &[0.5, -0.5, 0.5, -0.5], 0.95), Err(StatsError::NoVariance));
        assert_eq!(glejser(&[&x[0][..2]], &[0.5, -0.4], 0.95), Err(StatsError::TooFewCases { needed: 3, got: 2 }));
    }
}
