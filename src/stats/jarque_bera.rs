//! The Jarque–Bera test of normality.

use super::StatsError;
use super::column_space::centred;
use super::distributions::chi_squared_sf;

/// The Jarque–Bera statistic and what it is made of.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct JarqueBera {
    /// n/6 (g₁² + g₂²/4).
    pub statistic: f64,
    /// P(χ² > statistic) with 2 degrees of freedom.
    pub p: f64,
    /// Biased skewness g₁ = m₃/m₂^1.5 (SPSS prints the corrected G₁ instead).
    pub skewness: f64,
    /// Biased excess kurtosis g₂ = m₄/m₂² − 3.
    pub kurtosis: f64,
}

/// Tests skewness and kurtosis of values together (Jarque & Bera 1980, *Economics Letters* 6, 255–259), with moments
/// that divide by n.
///
/// # Errors
/// `TooFewCases` for n < 2, `NoVariance` when all values are equal, `Undefined` for values that are not finite.
pub fn jarque_bera(values: &[f64]) -> Result<JarqueBera, StatsError> {
    let n = values.len();
    if n < 2 {
        return Err(StatsError::TooFewCases { needed: 2, got: n });
    }
    if !values.iter().all(|v| v.is_finite()) {
        return Err(StatsError::Undefined);
    }
    let column = centred(values);
    if column.length <= 0.0 {
        return Err(StatsError::NoVariance);
    }
    let n = n as f64;
    let unit = column.length / n.sqrt();
    let moment = |power: i32| column.deviations.iter().map(|d| (d / unit).powi(power)).sum::<f64>() / n;
    let (skewness, kurtosis) = (moment(3), moment(4) - 3.0);
    let statistic = n / 6.0 * (skewness * skewness + 0.25 * kurtosis * kurtosis);
    Ok(JarqueBera { statistic, p: chi_squared_sf(statistic, 2.0), skewness, kurtosis })
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;
    use crate::stats::least_squares::least_squares;
    use crate::stats::reference_data::{Table, agree, disnaker, nist};

    /// tseries::jarque.bera.test (R 4.2.2).
    #[test]
    fn as_in_tseries() {
        let data = disnaker();
        let sleep = Table::of(include_str!("../../tests/reference/sleep/data.csv"));
        let gain: Vec<f64> = sleep.column("drug2").iter().zip(sleep.column("drug1")).map(|(b, a)| b - a).collect();
        let columns = [data.score("X1."), data.score("X2.")];
        let residuals = least_squares(&columns, &data.score("Y1."), 0.95).unwrap().residuals;
        for (values, statistic, p) in [
            (data.score("X1."), 2.2579586737358723, 0.323363132875243),
            (data.score("Y2."), 0.3983817535864353, 0.8193934752061744),
            (residuals, 2.7082190882958113, 0.2581770874247672),
            (gain, 5.076491246519672, 0.07900488260804606),
        ] {
            let found = jarque_bera(&values).unwrap();
            assert!(agree(found.statistic, statistic, 1e-10) && agree(found.p, p, 1e-10), "{found:?}");
        }
    }

    /// R 4.2.2, residuals of NIST Longley: the moments themselves.
    #[test]
    fn biased_moments_of_nist_longley() {
        let data = nist("longley");
        let x = data.columns(&["x1", "x2", "x3", "x4", "x5", "x6"]);
        let found = jarque_bera(&least_squares(&x, &data.column("y"), 0.95).unwrap().residuals).unwrap();
        assert!(agree(found.skewness, 0.4199838008874229, 1e-8), "{found:?}");
        assert!(agree(found.kurtosis, -0.5662665510815961, 1e-8), "{found:?}");
        assert!(agree(found.statistic, 0.6841355859368212, 1e-8), "{found:?}");
    }

    #[test]
    fn says_why_there_is_no_test() {
        assert_eq!(jarque_bera(&[1.0]), Err(StatsError::TooFewCases { needed: 2, got: 1 }));
        assert_eq!(jarque_bera(&[0.1; 5]), Err(StatsError::NoVariance));
        assert_eq!(jarque_bera(&[0.1, f64::INFINITY]), Err(StatsError::Undefined));
    }
}
