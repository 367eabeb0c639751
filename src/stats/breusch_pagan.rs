//! The Breusch–Pagan test of heteroscedasticity, in its original form and in Koenker's.

use super::StatsError;
use super::column_space::{ColumnSpace, centred};
use super::distributions::chi_squared_sf;

/// A Lagrange multiplier statistic with its chi-squared p.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct LagrangeMultiplier {
    /// The statistic.
    pub lm: f64,
    /// Degrees of freedom.
    pub df: usize,
    /// P(χ² > lm).
    pub p: f64,
}

/// Breusch & Pagan (1979, *Econometrica* 47, 1287–1294): half the explained sum of squares of e²/σ̂², σ̂² = SSE/n, on the
/// predictors. It assumes normal residuals; programs that print one "Breusch–Pagan" mean [`koenker`] by default.
///
/// `predictors` are columns of the residuals' length.
///
/// # Errors
/// `PerfectFit` when all residuals are 0, `NoVariance` when all have one size, `Collinear`, `TooFewCases` for n < k + 2,
/// `Undefined` without predictors, for unequal lengths and values that are not finite.
pub fn breusch_pagan<C: AsRef<[f64]>>(predictors: &[C], residuals: &[f64]) -> Result<LagrangeMultiplier, StatsError> {
    let squares = relative_squares(predictors, residuals)?;
    let r2 = auxiliary_r2(predictors, &squares)?;
    let total = centred(&squares).length.powi(2);
    Ok(LagrangeMultiplier::of(0.5 * r2 * total, predictors.len()))
}

/// Koenker's studentized form (1981, *Journal of Econometrics* 17, 107–112): n·R² of e² on the predictors, valid without
/// normal residuals.
///
/// # Errors
/// Those of [`breusch_pagan`].
pub fn koenker<C: AsRef<[f64]>>(predictors: &[C], residuals: &[f64]) -> Result<LagrangeMultiplier, StatsError> {
    let squares = relative_squares(predictors, residuals)?;
    let r2 = auxiliary_r2(predictors, &squares)?;
    Ok(LagrangeMultiplier::of(residuals.len() as f64 * r2, predictors.len()))
}

impl LagrangeMultiplier {
    pub(crate) fn of(lm: f64, df: usize) -> Self {
        let p = chi_squared_sf(lm, df as f64);
        LagrangeMultiplier { lm, df, p }
    }
}

/// e²/(SSE/n), after checking that there is something to test.
pub(crate) fn relative_squares<C: AsRef<[f64]>>(predictors: &[C], residuals: &[f64]) -> Result<Vec<f64>, StatsError> {
    let (n, k) = (residuals.len(), predictors.len());
    let usable = |column: &[f64]| column.len() == n && column.iter().all(|v| v.is_finite());
    if k == 0 || !usable(residuals) || !predictors.iter().all(|c| usable(c.as_ref())) {
        return Err(StatsError::Undefined);
    }
    if n < k + 2 {
        return Err(StatsError::TooFewCases { needed: k + 2, got: n });
    }
    // Divided by the largest first, so that the squares stay within range in any unit.
    let largest = residuals.iter().fold(0.0, |m: f64, e| m.max(e.abs()));
    if largest <= 0.0 {
        return Err(StatsError::PerfectFit);
    }
    let squares: Vec<f64> = residuals.iter().map(|e| (e / largest).powi(2)).collect();
    let mean = squares.iter().sum::<f64>() / n as f64;
    Ok(squares.iter().map(|s| s / mean).collect())
}

fn auxiliary_r2<C: AsRef<[f64]>>(predictors: &[C], squares: &[f64]) -> Result<f64, StatsError> {
    let space = ColumnSpace::of(predictors.iter().map(AsRef::as_ref));
    if space.rank() < predictors.len() {
        return Err(StatsError::Collinear);
    }
    space.r2(squares).ok_or(StatsError::NoVariance)
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;
    use crate::stats::least_squares::least_squares;
    use crate::stats::reference_data::{agree, disnaker, nist};

    /// lmtest::bptest (R 4.2.2), studentize = FALSE and TRUE, on the two regressions of the thesis and two NIST sets.
    #[test]
    fn both_forms_as_in_lmtest() {
        let thesis = disnaker();
        let [x1, x2, y1, y2] = ["X1.", "X2.", "Y1.", "Y2."].map(|v| thesis.score(v));
        let six = ["x1", "x2", "x3", "x4", "x5", "x6"];
        let (longley, norris) = (nist("longley"), nist("norris"));
        for (columns, y, original, studentized) in [
            (
                vec![x1.clone(), x2.clone()],
                y1.clone(),
                (2.349887552882104, 0.3088363430782398),
                (1.9899827555955432, 0.3697266323881096),
            ),
            (vec![x1, x2, y1], y2, (1.9278083785313178, 0.5875246955971115), (1.7109025205685389, 0.6345126421595668)),
            (
                longley.columns(&six),
                longley.column("y"),
                (1.7990940431591371, 0.9372176328015192),
                (2.5096632076434537, 0.8673846348569768),
            ),
            (
                norris.columns(&["x1"]),
                norris.column("y"),
                (9.227359233204888, 0.0023842527497587467),
                (7.426888360339264, 0.006425635749869848),
            ),
        ] {
            let residuals = least_squares(&columns, &y, 0.95).unwrap().residuals;
            for (found, (lm, p)) in
                [(breusch_pagan(&columns, &residuals).unwrap(), original), (koenker(&columns, &residuals).unwrap(), studentized)]
            {
                assert!(agree(found.lm, lm, 1e-8) && agree(found.p, p, 1e-8), "{found:?}, R {lm} {p}");
                assert_eq!(found.df, columns.len());
            }
        }
    }

    #[test]
    fn says_why_there_is_no_test() {
        let x = [1.0, 2.0, 3.0, 5.0];
        let e = [0.1, -0.4, 0.5, -0.2];
        let none: [&[f64]; 0] = [];
        assert_eq!(breusch_pagan(&[x], &[0.0; 4]), Err(StatsError::PerfectFit));
        assert_eq!(koenker(&[x], &[1.0, -1.0, 1.0, -1.0]), Err(StatsError::NoVariance));
        assert_eq!(koenker(&[x, x], &e), Err(StatsError::Collinear));
        assert_eq!(koenker(&none, &e), Err(StatsError::Undefined));
        assert_eq!(koenker(&[x], &e[..3]), Err(StatsError::Undefined));
        let few = Err(StatsError::TooFewCases { needed: 3, got: 2 });
        assert_eq!(breusch_pagan(&[&x[..2]], &e[..2]), few);
    }
}
