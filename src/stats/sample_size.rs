//! Sizes of samples from a population of known size, as theses reckon them.

use super::StatsError;

/// χ² with one degree of freedom at 0,05, as Krejcie and Morgan print it.
pub const CHI_SQUARED: f64 = 3.841;
/// The proportion that asks for the largest sample.
pub const PROPORTION: f64 = 0.5;

/// n = N / (1 + N e²), Slovin's formula (Yamane 1967, *Statistics: An Introductory Analysis*, p. 886): a proportion of one
/// half at about 95 per cent; e is a proportion. Not rounded.
///
/// # Errors
/// `Undefined` without a population or with a margin that is none.
pub fn slovin(population: f64, margin: f64) -> Result<f64, StatsError> {
    if population < 1.0 || margin <= 0.0 || margin >= 1.0 || margin.is_nan() {
        return Err(StatsError::Undefined);
    }
    Ok(population / (1.0 + population * margin * margin))
}

/// n = χ² N P (1 − P) / (d² (N − 1) + χ² P (1 − P)) with χ² = 3,841 and P = 0,5 (Krejcie and Morgan 1970, *Educ. Psychol.
/// Meas.* 30, 607, eq. 1). Not rounded.
///
/// # Errors
/// As [`slovin`].
pub fn krejcie_morgan(population: f64, margin: f64) -> Result<f64, StatsError> {
    if population < 1.0 || margin <= 0.0 || margin >= 1.0 || margin.is_nan() {
        return Err(StatsError::Undefined);
    }
    let spread = CHI_SQUARED * PROPORTION * (1.0 - PROPORTION);
    Ok(spread * population / (margin * margin * (population - 1.0) + spread))
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;

    /// Slovin by hand: 100/1,25; 120/1,3; 1000/3,5; 312/1,78.
    #[test]
    fn slovin_by_hand() {
        for (population, n) in [(100.0, 80.0), (120.0, 92.307_692_3), (1000.0, 285.714_285_7), (312.0, 175.280_898_9)] {
            assert!((slovin(population, 0.05).unwrap() - n).abs() < 1e-6, "{population}");
        }
        assert!(slovin(0.0, 0.05).is_err() && slovin(100.0, 0.0).is_err() && slovin(100.0, f64::NAN).is_err());
    }

    /// Krejcie and Morgan (1970), Table 1, which is rounded to whole persons.
    #[test]
    fn the_table_of_krejcie_and_morgan() {
        for (population, n) in [
            (10.0, 10.0),
            (50.0, 44.0),
            (100.0, 80.0),
            (200.0, 132.0),
            (500.0, 217.0),
            (1000.0, 278.0),
            (5000.0, 357.0),
            (75_000.0, 382.0),
        ] {
            let found = krejcie_morgan(population, 0.05).unwrap();
            assert!((found - n).abs() <= 0.6, "{population}: {found}");
        }
    }
}
