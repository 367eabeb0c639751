//! White's general test of heteroscedasticity.

use super::StatsError;
use super::breusch_pagan::{LagrangeMultiplier, relative_squares};
use super::column_space::{ColumnSpace, centred};

/// n·R² of e² on the predictors, their squares and their cross products (White 1980, *Econometrica* 48, 817–838).
///
/// Degrees of freedom are the columns that count, rank − 1: the square of a 0/1 predictor is the predictor again. The
/// predictors are standardized first, which changes the columns but not the space they span, so that squares of
/// scores far from zero stay distinguishable.
///
/// # Errors
/// `PerfectFit` when all residuals are 0, `NoVariance` when all have one size, `TooFewCases` when df + 1 >= n (the
/// auxiliary regression would be saturated), `Undefined` without predictors, for unequal lengths, values that are not
/// finite and predictors that are all constant.
pub fn white<C: AsRef<[f64]>>(predictors: &[C], residuals: &[f64]) -> Result<LagrangeMultiplier, StatsError> {
    let squares = relative_squares(predictors, residuals)?;
    let n = residuals.len();
    let mut columns: Vec<Vec<f64>> = Vec::new();
    for predictor in predictors {
        let column = centred(predictor.as_ref());
        if column.length > 0.0 {
            let unit = column.length / (n as f64).sqrt();
            columns.push(column.deviations.iter().map(|d| d / unit).collect());
        }
    }
    let linear = columns.len();
    for i in 0..linear {
        for j in i..linear {
            columns.push(columns[i].iter().zip(&columns[j]).map(|(a, b)| a * b).collect());
        }
    }
    let space = ColumnSpace::of(columns.iter().map(Vec::as_slice));
    let df = space.rank();
    if df == 0 {
        return Err(StatsError::Undefined);
    }
    if df + 1 >= n {
        return Err(StatsError::TooFewCases { needed: df + 2, got: n });
    }
    let r2 = space.r2(&squares).ok_or(StatsError::NoVariance)?;
    Ok(LagrangeMultiplier::of(n as f64 * r2, df))
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;
    use crate::stats::least_squares::least_squares;
    use crate::stats::reference_data::{Table, agree, disnaker, nist};

    /// R 4.2.2: lm of e² on poly terms written out, n·R² and pchisq with rank − 1. Wampler4 has powers x … x⁵, of
    /// whose 20 columns only ten differ.
    #[test]
    fn as_the_auxiliary_regression_in_r() {
        let thesis = disnaker();
        let [x1, x2, y1, y2] = ["X1.", "X2.", "Y1.", "Y2."].map(|v| thesis.score(v));
        let (norris, wampler) = (nist("norris"), nist("wampler4"));
        let powers = ["x1", "x2", "x3", "x4", "x5"];
        for (columns, y, lm, df, p) in [
            (vec![x1.clone(), x2.clone()], y1.clone(), 11.345161882607853, 5, 0.04495000983952622),
            (vec![x1, x2, y1], y2, 14.11067477629307, 9, 0.11844241765094503),
            (norris.columns(&["x1"]), norris.column("y"), 7.9555373102294205, 2, 0.018727379995079986),
            (wampler.columns(&powers), wampler.column("y"), 18.108004651278534, 10, 0.05316885746345269),
        ] {
            let residuals = least_squares(&columns, &y, 0.95).unwrap().residuals;
            let found = white(&columns, &residuals).unwrap();
            assert!(agree(found.lm, lm, 1e-8) && agree(found.p, p, 1e-8), "{found:?}, R {lm} {p}");
            assert_eq!(found.df, df);
        }
    }

    /// R 4.2.2, kompetensi and a 0/1 gender column: rank 5, so 4 degrees of freedom rather than 5.
    #[test]
    fn the_square_of_a_dummy_drops_out() {
        let thesis = disnaker();
        let csv = include_str!("../../examples/disnaker-semarang/responses.csv");
        let coded = csv.replace("Perempuan", "1").replace("Laki-laki", "0");
        let columns = [thesis.score("X1."), Table::of(&coded).column("jenis_kelamin")];
        let residuals = least_squares(&columns, &thesis.score("Y1."), 0.95).unwrap().residuals;
        let found = white(&columns, &residuals).unwrap();
        assert!(agree(found.lm, 1.2412893039465274, 1e-8) && agree(found.p, 0.8712549385559167, 1e-8), "{found:?}");
        assert_eq!(found.df, 4);
    }

    #[test]
    fn says_why_there_is_no_test() {
        let data = nist("longley");
        let columns = data.columns(&["x1", "x2", "x3", "x4", "x5", "x6"]);
        let residuals = least_squares(&columns, &data.column("y"), 0.95).unwrap().residuals;
        // 27 columns on 16 cases span everything.
        assert_eq!(white(&columns, &residuals), Err(StatsError::TooFewCases { needed: 17, got: 16 }));
        let x = [[1.0, 2.0, 3.0, 5.0, 4.0]];
        assert_eq!(white(&x, &[0.0; 5]), Err(StatsError::PerfectFit));
        assert_eq!(white(&x, &[1.0, -1.0, 1.0, -1.0, 1.0]), Err(StatsError::NoVariance));
        assert_eq!(white(&[[2.0; 5]], &[1.0, -2.0, 1.0, 0.0, 0.0]), Err(StatsError::Undefined));
    }
}
