//! Least squares.

use super::{agree, columns, permutation, reordered};
use bab4::stats::least_squares::{LeastSquares, least_squares};
use proptest::prelude::*;

/// A regression that is not nearly singular and leaves something unexplained: the last column on the others.
fn fit(columns: &[Vec<f64>]) -> Option<LeastSquares> {
    let (outcome, predictors) = columns.split_last()?;
    let fit = least_squares(predictors, outcome, 0.95).ok()?;
    let sound = !fit.perfect_fit && fit.r2 < 0.9999 && fit.coefficients.iter().all(|c| c.tolerance > 1e-3);
    sound.then_some(fit)
}

proptest! {
    #[test]
    fn units_change_b_alone(
        columns in columns(2..=4, 8..40),
        units in prop::collection::vec((-9.0..9.0_f64, -100.0..100.0_f64), 4),
    ) {
        let Some(plain) = fit(&columns) else { return Ok(()) };
        prop_assume!(units.iter().all(|(scale, _)| scale.abs() > 0.01));
        let changed: Vec<Vec<f64>> =
            columns.iter().zip(&units).map(|(c, (scale, shift))| c.iter().map(|v| scale * v + shift).collect()).collect();
        let other = fit(&changed).unwrap();
        prop_assert!(agree(plain.r2, other.r2, 1.0) && agree(plain.adjusted_r2, other.adjusted_r2, 1.0));
        prop_assert!(agree(plain.f.unwrap(), other.f.unwrap(), 1.0) && agree(plain.p.unwrap(), other.p.unwrap(), 1.0));
        let outcome = units[columns.len() - 1].0;
        for ((a, b), (scale, _)) in plain.coefficients.iter().zip(&other.coefficients).zip(&units) {
            let sign = (scale * outcome).signum();
            prop_assert!(agree(a.b * outcome / scale, b.b, a.se * outcome.abs() / scale.abs()), "{} {}", a.b, b.b);
            prop_assert!(agree(a.se * outcome.abs() / scale.abs(), b.se, 0.0));
            prop_assert!(agree(sign * a.beta, b.beta, 1.0) && agree(sign * a.t.unwrap(), b.t.unwrap(), 1.0));
            prop_assert!(agree(a.p.unwrap(), b.p.unwrap(), 1.0) && agree(a.tolerance, b.tolerance, 1.0));
            prop_assert!(agree(sign * a.partial.unwrap(), b.partial.unwrap(), 1.0) && agree(sign * a.part, b.part, 1.0));
            prop_assert!(agree(sign * a.zero_order, b.zero_order, 1.0));
        }
    }

    #[test]
    fn the_order_of_cases_and_predictors_does_not_matter(columns in columns(3..=5, 8..40), seed in any::<u64>()) {
        let Some(plain) = fit(&columns) else { return Ok(()) };
        let cases = permutation(columns[0].len(), seed);
        let k = columns.len() - 1;
        let predictors = permutation(k, seed ^ 1);
        let shuffled: Vec<Vec<f64>> = predictors.iter().chain([&k]).map(|&j| reordered(&columns[j], &cases)).collect();
        let other = fit(&shuffled).unwrap();
        prop_assert!(agree(plain.r2, other.r2, 1.0) && agree(plain.constant.b, other.constant.b, plain.constant.se));
        for (b, &j) in other.coefficients.iter().zip(&predictors) {
            let a = &plain.coefficients[j];
            prop_assert!(agree(a.b, b.b, a.se) && agree(a.se, b.se, 0.0) && agree(a.t.unwrap(), b.t.unwrap(), 1.0));
            prop_assert!(agree(a.beta, b.beta, 1.0) && agree(a.vif, b.vif, 1.0));
        }
        for (position, &case) in cases.iter().enumerate() {
            prop_assert!(agree(plain.residuals[case], other.residuals[position], plain.see));
            prop_assert!(agree(plain.leverage[case], other.leverage[position], 1.0));
        }
    }

    #[test]
    fn with_one_predictor_t_squared_is_f(columns in columns(2..=2, 4..60)) {
        let Some(fit) = fit(&columns) else { return Ok(()) };
        let c = &fit.coefficients[0];
        prop_assert!(agree(c.t.unwrap().powi(2), fit.f.unwrap(), 1e-6));
        prop_assert!(agree(c.p.unwrap(), fit.p.unwrap(), 1e-6));
        prop_assert!(agree(c.zero_order, c.beta, 1e-6) && agree(c.beta * c.beta, fit.r2, 1e-6));
        prop_assert!(agree(c.partial.unwrap(), c.part, 1e-6) && agree(c.vif, 1.0, 1.0));
    }

    #[test]
    fn residuals_are_what_is_left(columns in columns(2..=5, 8..60)) {
        let Some(fit) = fit(&columns) else { return Ok(()) };
        let (outcome, predictors) = columns.split_last().unwrap();
        let n = fit.n as f64;
        // A sum of n products may be off by their sizes, not by 1.
        let size = fit.see * n.sqrt();
        prop_assert!(fit.residuals.iter().sum::<f64>().abs() <= 1e-10 * size * n);
        for column in predictors {
            let product: f64 = column.iter().zip(&fit.residuals).map(|(x, e)| x * e).sum();
            let length = column.iter().map(|x| x * x).sum::<f64>().sqrt();
            prop_assert!(product.abs() <= 1e-9 * length * size, "{product} {length} {size}");
        }
        for ((y, fitted), residual) in outcome.iter().zip(&fit.fitted).zip(&fit.residuals) {
            prop_assert!(agree(fitted + residual, *y, 1.0));
        }
        prop_assert!(agree(fit.ss_regression + fit.ss_residual, fit.ss_total, 0.0));
        prop_assert!(agree(fit.leverage.iter().sum(), fit.predictors as f64 + 1.0, 1.0), "the trace of the hat matrix");
        prop_assert!(agree(fit.see * fit.see, fit.ms_residual, 0.0) && agree(fit.r * fit.r, fit.r2, 1e-6));
        for c in &fit.coefficients {
            prop_assert!(c.ci_low < c.b && c.b < c.ci_high && agree(c.ci_high - c.b, c.b - c.ci_low, c.b.abs()));
            prop_assert_eq!(c.p.unwrap() < 0.05, c.ci_low > 0.0 || c.ci_high < 0.0, "the interval and the test say the same");
            prop_assert!(agree(c.part.powi(2), c.t.unwrap().powi(2) * (1.0 - fit.r2) / fit.df_residual as f64, 1e-6));
        }
        prop_assert!(fit.constant.ci_low < fit.constant.b && fit.constant.b < fit.constant.ci_high);
    }
}
