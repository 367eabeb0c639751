//! Points and counts for figures, from fitted regressions and bootstrap draws.

use super::results::{CountSeries, RegressionSeries};
use crate::stats::descriptives::descriptives;
use crate::stats::histogram::histogram;
use crate::stats::least_squares::LeastSquares;
use crate::stats::probability_plot::probability_plot;

/// The most points of a series.
const MOST_POINTS: usize = 5000;

/// What is left of 1 − leverage, below which a case has no studentized residual: it alone decides its own prediction.
const NO_ROOM: f64 = 1e-12;

/// The points of one regression's figures; none when its fit is perfect.
pub fn regression(fit: &LeastSquares) -> RegressionSeries {
    if fit.perfect_fit {
        return RegressionSeries::default();
    }
    let plot = probability_plot(&fit.residuals).unwrap_or_default();
    let (zpred, sresid) = scatter(fit);
    let (leverage, leverage_sresid) = influence(fit);
    RegressionSeries {
        leverage,
        leverage_sresid,
        zpred: thinned(&zpred),
        sresid: thinned(&sresid),
        observed: thinned(&plot.iter().map(|point| point.observed).collect::<Vec<f64>>()),
        expected: thinned(&plot.iter().map(|point| point.expected).collect::<Vec<f64>>()),
        // SPSS's ZRESID: the residual in standard errors of the estimate.
        zresid: counted(&fit.residuals.iter().map(|residual| residual / fit.see).collect::<Vec<f64>>()),
    }
}

/// A column counted for a figure, when it varies.
pub fn counted(values: &[f64]) -> Option<CountSeries> {
    let described = descriptives(values).ok()?;
    Some(CountSeries::of(histogram(values).ok()?, described.mean, described.sd.ok()?))
}

/// Studentized residuals (SPSS's SRESID) of the cases that have one.
pub fn studentized(fit: &LeastSquares) -> Vec<f64> {
    scatter(fit).1
}

/// Standardized predicted values and studentized residuals (SPSS's ZPRED and SRESID).
fn scatter(fit: &LeastSquares) -> (Vec<f64>, Vec<f64>) {
    let described = descriptives(&fit.fitted).ok();
    let (mean, sd) = described.map_or((0.0, 0.0), |d| (d.mean, d.sd.unwrap_or(0.0)));
    if fit.perfect_fit || sd <= 0.0 || fit.see <= 0.0 {
        return (Vec::new(), Vec::new());
    }
    let cases = fit.fitted.iter().zip(&fit.residuals).zip(&fit.leverage);
    let kept = cases.map(|((fitted, residual), leverage)| (fitted, residual, 1.0 - leverage)).filter(|case| case.2 > NO_ROOM);
    kept.map(|(fitted, residual, rest)| ((fitted - mean) / sd, residual / (fit.see * rest.sqrt()))).unzip()
}

/// Centred leverages and studentized residuals; of more points than a figure shows, those farthest out in either.
fn influence(fit: &LeastSquares) -> (Vec<f64>, Vec<f64>) {
    let cases = fit.residuals.iter().zip(&fit.leverage).filter(|(_, leverage)| 1.0 - **leverage > NO_ROOM);
    let centred = |leverage: f64| leverage - 1.0 / fit.n as f64;
    let mut points: Vec<(f64, f64)> =
        cases.map(|(residual, leverage)| (centred(*leverage), residual / (fit.see * (1.0 - leverage).sqrt()))).collect();
    if points.len() > MOST_POINTS {
        let (of_leverage, of_residuals) = ((fit.predictors + 1) as f64 / fit.n as f64, 1.0);
        let distance = |(leverage, residual): &(f64, f64)| (leverage / of_leverage).abs().max((residual / of_residuals).abs());
        points.sort_by(|a, b| distance(b).total_cmp(&distance(a)));
        points.truncate(MOST_POINTS);
    }
    points.into_iter().unzip()
}

/// At most 5 000 of the values, evenly, the first and the last among them.
fn thinned(values: &[f64]) -> Vec<f64> {
    if values.len() <= MOST_POINTS {
        return values.to_vec();
    }
    let last = MOST_POINTS - 1;
    (0..MOST_POINTS).filter_map(|position| values.get(position * (values.len() - 1) / last).copied()).collect()
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used, clippy::float_cmp)]
    use super::*;
    use crate::stats::least_squares::least_squares;

    #[test]
    fn many_points_are_thinned_evenly_and_keep_their_ends() {
        let many: Vec<f64> = (0..12_345).map(f64::from).collect();
        let kept = thinned(&many);
        assert_eq!(kept.len(), MOST_POINTS);
        assert_eq!((kept[0], kept[MOST_POINTS - 1]), (0.0, 12_344.0));
        let steps: Vec<f64> = kept.windows(2).map(|pair| pair[1] - pair[0]).collect();
        assert!(steps.iter().all(|step| (2.0..=3.0).contains(step)));
        assert_eq!(thinned(&many[..10]), &many[..10]);
    }

    /// R 4.2.2: `m <- lm(dist ~ speed, head(cars, 8))`; `rstandard(m)`, `scale(fitted(m))`, `resid(m) / sigma(m)`.
    #[test]
    fn points_as_r_computes_them() {
        let speed = [4.0, 4.0, 7.0, 7.0, 8.0, 9.0, 10.0, 10.0];
        let dist = [2.0, 10.0, 4.0, 22.0, 16.0, 10.0, 18.0, 26.0];
        let series = regression(&least_squares(&[&speed[..]], &dist, 0.95).unwrap());
        let agree = |found: &[f64], expected: [f64; 8]| {
            assert!(found.iter().zip(expected).all(|(a, b)| (a - b).abs() < 1e-6), "{found:?}");
        };
        agree(
            &series.sresid,
            [-0.701194948, 0.792502471, -1.32653191, 1.43723667, 0.164242392, -1.15215348, -0.26059924, 1.10781488],
        );
        agree(
            &series.zpred,
            [-1.41407502, -1.41407502, -0.157119446, -0.157119446, 0.261865744, 0.680850934, 1.09983612, 1.09983612],
        );
        let zresid = series.zresid.unwrap();
        assert_eq!(zresid.counts.iter().sum::<usize>(), 8);
        assert!((zresid.sd - 0.925820099773).abs() < 1e-9 && zresid.mean.abs() < 1e-12);
        assert_eq!((series.observed.len(), series.expected.len()), (8, 8));
    }

    #[test]
    fn a_perfect_fit_has_no_points() {
        let fit = least_squares(&[&[1.0, 2.0, 3.0, 4.0][..]], &[2.0, 4.0, 6.0, 8.0], 0.95).unwrap();
        assert_eq!(regression(&fit), RegressionSeries::default());
    }
}
