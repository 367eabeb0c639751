//! Tests that ask whether further columns would explain the residuals: RESET, squares of predictors, lagged residuals.

use super::StatsError;
use super::breusch_pagan::LagrangeMultiplier;
use super::column_space::{ColumnSpace, centred};
use super::distributions::f_sf;
use super::least_squares::LeastSquares;

/// An F test of added columns.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct AddedColumns {
    /// F.
    pub f: f64,
    /// Columns added.
    pub df1: usize,
    /// What is left.
    pub df2: usize,
    /// Upper tail probability.
    pub p: f64,
}

/// Ramsey's RESET: powers 2 to `highest` of the predicted values are added (Ramsey 1969, *J. R. Stat. Soc.* B 31, 350), as R's
/// `lmtest::resettest(power = 2:highest, type = "fitted")`.
///
/// # Errors
/// `PerfectFit`; `TooFewCases` when nothing would be left; `Undefined` when the powers add nothing to the predictors, such as
/// those of a single 0/1 predictor.
pub fn reset<C: AsRef<[f64]>>(predictors: &[C], fit: &LeastSquares, highest: i32) -> Result<AddedColumns, StatsError> {
    // In standard units the powers span the same columns beside the predictors and stay apart.
    let fitted = centred(&fit.fitted);
    if fitted.length <= 0.0 {
        return Err(StatsError::Undefined);
    }
    let unit = fitted.length / (fit.n as f64).sqrt();
    let added: Vec<Vec<f64>> =
        (2..=highest).map(|power| fitted.deviations.iter().map(|d| (d / unit).powi(power)).collect()).collect();
    let (r2, q) = share(predictors, &added, fit)?;
    if q < added.len() {
        return Err(StatsError::Undefined);
    }
    let df2 = fit.df_residual.checked_sub(q).filter(|left| *left > 0);
    let df2 = df2.ok_or(StatsError::TooFewCases { needed: fit.predictors + q + 2, got: fit.n })?;
    let f = (r2 / q as f64) / ((1.0 - r2) / df2 as f64);
    Ok(AddedColumns { f, df1: q, df2, p: f_sf(f, q as f64, df2 as f64) })
}

/// Lagrange-multiplier test of linearity: n·R² of the residuals on the predictors and their squares, χ² with as many degrees
/// of freedom as squares add (Engle 1984, *Handbook of Econometrics* II, ch. 13). Textbooks that compare it with χ² of n − k
/// degrees of freedom never find a deviation.
///
/// # Errors
/// `PerfectFit`; `Undefined` when no square adds anything; `TooFewCases` when nothing would be left.
pub fn squares<C: AsRef<[f64]>>(predictors: &[C], fit: &LeastSquares) -> Result<LagrangeMultiplier, StatsError> {
    let added: Vec<Vec<f64>> = predictors
        .iter()
        .map(|column| centred(column.as_ref()))
        .filter(|column| column.length > 0.0)
        .map(|column| column.deviations.iter().map(|d| (d / column.length).powi(2)).collect())
        .collect();
    multiplier(predictors, &added, fit)
}

/// Breusch and Godfrey's test of autocorrelation up to `order`: n·R² of the residuals on the predictors and the residuals that
/// many places before, zeros before the first (Breusch 1978, *Aust. Econ. Pap.* 17, 334; Godfrey 1978, *Econometrica* 46,
/// 1293), as R's `lmtest::bgtest`.
///
/// # Errors
/// As [`squares`].
pub fn breusch_godfrey<C: AsRef<[f64]>>(
    predictors: &[C],
    fit: &LeastSquares,
    order: usize,
) -> Result<LagrangeMultiplier, StatsError> {
    let lagged = |lag: usize| std::iter::repeat_n(0.0, lag.min(fit.n)).chain(fit.residuals.iter().copied()).take(fit.n).collect();
    let added: Vec<Vec<f64>> = (1..=order).map(lagged).collect();
    multiplier(predictors, &added, fit)
}

fn multiplier<C: AsRef<[f64]>>(
    predictors: &[C],
    added: &[Vec<f64>],
    fit: &LeastSquares,
) -> Result<LagrangeMultiplier, StatsError> {
    let (r2, q) = share(predictors, added, fit)?;
    if fit.df_residual <= q {
        return Err(StatsError::TooFewCases { needed: fit.predictors + q + 2, got: fit.n });
    }
    Ok(LagrangeMultiplier::of(fit.n as f64 * r2, q))
}

/// R² of the residuals on predictors and added columns, and how many columns the latter add to the former.
fn share<C: AsRef<[f64]>>(predictors: &[C], added: &[Vec<f64>], fit: &LeastSquares) -> Result<(f64, usize), StatsError> {
    if fit.perfect_fit {
        return Err(StatsError::PerfectFit);
    }
    if predictors.iter().any(|column| column.as_ref().len() != fit.n) {
        return Err(StatsError::Undefined);
    }
    let without = ColumnSpace::of(predictors.iter().map(AsRef::as_ref)).rank();
    let space = ColumnSpace::of(predictors.iter().map(AsRef::as_ref).chain(added.iter().map(Vec::as_slice)));
    let q = space.rank() - without;
    if q == 0 {
        return Err(StatsError::Undefined);
    }
    Ok((space.r2(&fit.residuals).ok_or(StatsError::PerfectFit)?, q))
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used, clippy::float_cmp)]
    use super::*;
    use crate::stats::example_data::{close, score};
    use crate::stats::least_squares::least_squares;

    fn fitted() -> ([Vec<f64>; 3], LeastSquares) {
        let columns = [score("X1"), score("X2"), score("Y1")];
        let fit = least_squares(&columns, &score("Y2"), 0.95).unwrap();
        (columns, fit)
    }

    /// R 4.2.2, lmtest: tests/published/diagnostics.R.
    #[test]
    fn as_in_lmtest() {
        let (columns, fit) = fitted();
        let found = reset(&columns, &fit, 3).unwrap();
        assert_eq!((found.df1, found.df2), (2, 62));
        close(found.f, 0.072_836_545_879_951_56);
        close(found.p, 0.929_832_224_810_655_7);
        let found = reset(&columns, &fit, 2).unwrap();
        assert_eq!((found.df1, found.df2), (1, 63));
        close(found.f, 0.077_250_086_989_164_87);
        let found = squares(&columns, &fit).unwrap();
        close(found.lm, 0.421_127_821_938_602_2);
        assert_eq!(found.df, 3);
        close(found.p, 0.935_844_218_028_055_4);
        for (order, lm, p) in
            [(1, 1.230_209_570_897_348, 0.267_366_285_395_701_4), (2, 1.841_983_011_841_713, 0.398_124_102_919_824)]
        {
            let found = breusch_godfrey(&columns, &fit, order).unwrap();
            close(found.lm, lm);
            close(found.p, p);
            assert_eq!(found.df, order);
        }
    }

    #[test]
    fn what_adds_nothing_has_a_reason() {
        let group = [vec![0.0, 0.0, 0.0, 1.0, 1.0, 1.0]];
        let fit = least_squares(&group, &[1.0, 2.0, 3.0, 2.0, 4.0, 6.0], 0.95).unwrap();
        assert_eq!(reset(&group, &fit, 3), Err(StatsError::Undefined));
        assert_eq!(squares(&group, &fit), Err(StatsError::Undefined));
        let x = [vec![1.0, 2.0, 3.0, 4.0]];
        let few = least_squares(&x, &[1.0, 3.0, 2.0, 5.0], 0.95).unwrap();
        assert_eq!(reset(&x, &few, 3), Err(StatsError::TooFewCases { needed: 5, got: 4 }));
        assert_eq!(breusch_godfrey(&x, &few, 2), Err(StatsError::TooFewCases { needed: 5, got: 4 }));
        let exact = least_squares(&x, &[2.0, 4.0, 6.0, 8.0], 0.95).unwrap();
        assert_eq!(reset(&x, &exact, 2), Err(StatsError::Undefined).or(Err(StatsError::PerfectFit)));
        assert_eq!(squares(&group, &few), Err(StatsError::Undefined));
    }

    /// Three predicted values: their cube is a combination of 1, value and square.
    #[test]
    fn a_power_that_adds_nothing_beside_the_others_has_a_reason() {
        let x = [vec![1.0, 1.0, 2.0, 2.0, 3.0, 3.0, 3.0]];
        let fit = least_squares(&x, &[1.0, 3.0, 2.0, 5.0, 4.0, 9.0, 7.0], 0.95).unwrap();
        assert_eq!(reset(&x, &fit, 3), Err(StatsError::Undefined));
        assert_eq!(reset(&x, &fit, 2).unwrap().df1, 1);
    }
}
