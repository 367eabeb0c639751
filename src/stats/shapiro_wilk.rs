//! The Shapiro–Wilk test of normality.

use super::StatsError;
use super::column_space::centred;
use super::distributions::{normal_quantile, normal_sf};
use std::f64::consts::{FRAC_1_SQRT_2, FRAC_PI_3, PI};

/// W and its p.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct ShapiroWilk {
    /// W, at most 1.
    pub w: f64,
    /// Number of values.
    pub n: usize,
    /// Probability of a smaller W under normality.
    pub p: f64,
}

/// Sizes Royston's approximations were fitted for.
const FEWEST: usize = 3;
const MOST: usize = 5000;

/// Tests whether values come from a normal distribution: Royston's approximation (1995, *Applied Statistics* 44, 547–551,
/// algorithm AS R94), which R, SPSS and SciPy use, for 3 to 5000 values.
///
/// # Errors
/// `TooFewCases` for n < 3, `NoVariance` when all values are equal, `Undefined` for n > 5000 and for values that are not
/// finite.
pub fn shapiro_wilk(values: &[f64]) -> Result<ShapiroWilk, StatsError> {
    let n = values.len();
    if n < FEWEST {
        return Err(StatsError::TooFewCases { needed: FEWEST, got: n });
    }
    if n > MOST || !values.iter().all(|v| v.is_finite()) {
        return Err(StatsError::Undefined);
    }
    let column = centred(values);
    if column.length <= 0.0 {
        return Err(StatsError::NoVariance);
    }
    let mut sorted: Vec<f64> = column.deviations.iter().map(|d| d / column.length).collect();
    sorted.sort_by(f64::total_cmp);
    // Weights are antisymmetric: largest minus smallest, second largest minus second smallest, …
    let weights = weights(n);
    let half: f64 = weights.iter().zip(sorted.iter().rev().zip(&sorted)).map(|(a, (high, low))| a * (high - low)).sum();
    // 1 − W as a product: squares of the two sides would lose digits when W is close to 1.
    let length = (2.0 * weights.iter().map(|a| a * a).sum::<f64>()).sqrt();
    let correlation = (half / length).min(1.0);
    let shortfall = (1.0 - correlation) * (1.0 + correlation);
    Ok(ShapiroWilk { w: 1.0 - shortfall, n, p: p_value(shortfall, n) })
}

/// The upper half of the weights, largest first.
fn weights(n: usize) -> Vec<f64> {
    if n == 3 {
        return vec![FRAC_1_SQRT_2];
    }
    // Expected normal order statistics by Blom's formula, and the two outer weights by Royston's polynomials in 1/√n.
    let expected: Vec<f64> = (1..=n / 2).map(|i| -normal_quantile((i as f64 - 0.375) / (n as f64 + 0.25))).collect();
    let sum_of_squares = 2.0 * expected.iter().map(|m| m * m).sum::<f64>();
    let length = sum_of_squares.sqrt();
    let u = 1.0 / (n as f64).sqrt();
    let polynomials =
        [[0.0, 0.221157, -0.147981, -2.07119, 4.434685, -2.706056], [0.0, 0.042981, -0.293762, -1.752461, 5.682633, -3.582633]];
    let outer = if n > 5 { 2 } else { 1 };
    let mut weights: Vec<f64> =
        polynomials.iter().zip(&expected).take(outer).map(|(c, m)| m / length + polynomial(c, u)).collect();
    let left = sum_of_squares - 2.0 * expected.iter().take(outer).map(|m| m * m).sum::<f64>();
    let shrink = (left / (1.0 - 2.0 * weights.iter().map(|a| a * a).sum::<f64>())).sqrt();
    weights.extend(expected.iter().skip(outer).map(|m| m / shrink));
    weights
}

/// p of 1 − W: exact for three values, otherwise a normal deviate of ln(1 − W).
fn p_value(shortfall: f64, n: usize) -> f64 {
    if n == 3 {
        let w = 1.0 - shortfall;
        return (6.0 / PI * (w.sqrt().min(1.0).asin() - FRAC_PI_3)).clamp(0.0, 1.0);
    }
    let size = n as f64;
    let y = shortfall.ln();
    let (deviate, mean, sd) = if n <= 11 {
        let gamma = polynomial(&[-2.273, 0.459], size);
        if y >= gamma {
            // W below anything the approximation covers.
            return 1e-99;
        }
        let mean = polynomial(&[0.544, -0.39978, 0.025054, -6.714e-4], size);
        let ln_sd = polynomial(&[1.3822, -0.77857, 0.062767, -0.0020322], size);
        (-(gamma - y).ln(), mean, ln_sd.exp())
    } else {
        let x = size.ln();
        let mean = polynomial(&[-1.5861, -0.31082, -0.083751, 0.0038915], x);
        let ln_sd = polynomial(&[-0.4803, -0.082676, 0.0030302], x);
        (y, mean, ln_sd.exp())
    };
    normal_sf((deviate - mean) / sd)
}

/// c₀ + c₁x + c₂x² + …
fn polynomial(coefficients: &[f64], x: f64) -> f64 {
    coefficients.iter().rev().fold(0.0, |sum, c| sum * x + c)
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;
    use crate::stats::least_squares::least_squares;
    use crate::stats::reference_data::{Table, agree, disnaker, nist};

    fn assert_as_in_r(values: &[f64], w: f64, p: f64) {
        let found = shapiro_wilk(values).unwrap();
        // R and SciPy differ from each other by up to 3e-7 in p.
        assert!(agree(found.w, w, 1e-9) && agree(found.p, p, 1e-6), "{found:?}, R {w} {p}");
    }

    /// shapiro.test (R 4.2.2) on (1:n)^2, every branch of the algorithm.
    #[test]
    fn squares_as_in_r() {
        for (n, w, p) in [
            (3, 0.9795918367346941, 0.726226309942056),
            (4, 0.9621240375974995, 0.7922685878322078),
            (5, 0.9498245346555588, 0.7359347808849005),
            (6, 0.9409240289626913, 0.6666530381957297),
            (7, 0.9342105116772306, 0.5872501520049821),
            (11, 0.9186320447592519, 0.30741084749323166),
            (12, 0.9162924414742846, 0.2566734676616257),
            (20, 0.9061306284765464, 0.05380958882820391),
            (21, 0.9054323161440845, 0.04465153111016651),
            (50, 0.89812479966181, 0.00041688515189459426),
            (100, 0.8961800544436137, 9.390245820632829e-07),
            (500, 0.8952766326933158, 5.540920950835199e-18),
            (5000, 0.8952467770613622, 5.391169625966067e-50),
        ] {
            assert_as_in_r(&(1..=n).map(|i| f64::from(i * i)).collect::<Vec<_>>(), w, p);
        }
    }

    /// shapiro.test (R 4.2.2) on sqrt(1:n).
    #[test]
    fn square_roots_as_in_r() {
        for (n, w, p) in [
            (3, 0.994255727265849, 0.8551109494909424),
            (5, 0.978806252229232, 0.9281336477756594),
            (8, 0.9668345096153416, 0.8720767189562598),
            (11, 0.9606512109170062, 0.77979015308537),
            (12, 0.9592377128059059, 0.7728938452029521),
            (30, 0.9501792123915109, 0.17093898730409543),
            (200, 0.9467953345729095, 9.377120131684543e-07),
        ] {
            assert_as_in_r(&(1..=n).map(|i| f64::from(i).sqrt()).collect::<Vec<_>>(), w, p);
        }
    }

    /// shapiro.test (R 4.2.2) on scores with many ties, residuals, and Student's sleep data.
    #[test]
    fn survey_data_as_in_r() {
        let data = disnaker();
        let sleep = Table::of(include_str!("../../tests/reference/sleep/data.csv"));
        let columns = [data.score("X1."), data.score("X2.")];
        assert_as_in_r(&data.score("X1."), 0.9708002249979143, 0.11088649432710473);
        assert_as_in_r(&data.score("Y2."), 0.9857805165550835, 0.6331970157471087);
        let residuals = least_squares(&columns, &data.score("Y1."), 0.95).unwrap().residuals;
        assert_as_in_r(&residuals, 0.9813828547974752, 0.4033465658328684);
        assert_as_in_r(&sleep.column("drug1"), 0.9258060289366405, 0.40792879642998914);
        let wampler = nist("wampler4");
        let powers = wampler.columns(&["x1", "x2", "x3", "x4", "x5"]);
        let residuals = least_squares(&powers, &wampler.column("y"), 0.95).unwrap().residuals;
        assert_as_in_r(&residuals, 0.7300806122123208, 6.688195329650357e-05);
    }

    #[test]
    fn says_why_there_is_no_test() {
        let few = Err(StatsError::TooFewCases { needed: 3, got: 2 });
        assert_eq!(shapiro_wilk(&[1.0, 2.0]), few);
        assert_eq!(shapiro_wilk(&[0.1; 30]), Err(StatsError::NoVariance));
        assert_eq!(shapiro_wilk(&[1.0, f64::NAN, 2.0]), Err(StatsError::Undefined));
        let many: Vec<f64> = (0..5001).map(f64::from).collect();
        assert_eq!(shapiro_wilk(&many), Err(StatsError::Undefined));
    }

    /// The extremes stay probabilities: three points in the worst and the best position, one wild value among equals.
    #[test]
    fn extreme_samples_give_probabilities() {
        let worst = shapiro_wilk(&[0.0, 0.0, 1.0]).unwrap();
        assert!(worst.p < 1e-7 && (worst.w - 0.75).abs() < 1e-12, "{worst:?}");
        let best = shapiro_wilk(&[-1.0, 0.0, 1.0]).unwrap();
        assert!((best.p - 1.0).abs() < 1e-7 && (best.w - 1.0).abs() < 1e-12, "{best:?}");
        for n in [4, 11, 12, 5000] {
            let mut values = vec![0.0; n];
            values[0] = 1.0;
            let found = shapiro_wilk(&values).unwrap();
            assert!(found.p >= 0.0 && found.p < 0.01 && found.w > 0.0, "{found:?}");
        }
    }
}
