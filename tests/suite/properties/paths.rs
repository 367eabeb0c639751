//! Direct, indirect and total effects; resampling.

use super::columns;
use bab4::stats::bootstrap::{PathCoefficient, PathDraws, PathRegression, PathSystem};
use bab4::stats::indirect_effect::{Coefficient, indirect_effect};
use bab4::stats::interval::percentile_interval;
use bab4::stats::least_squares::least_squares;
use proptest::prelude::*;

/// X → M → Y, in columns 0, 1 and 2.
fn simple_mediation(columns: &[Vec<f64>]) -> Option<PathSystem> {
    let regressions = [PathRegression { outcome: 1, predictors: vec![0] }, PathRegression { outcome: 2, predictors: vec![0, 1] }];
    let chain = vec![PathCoefficient { regression: 0, predictor: 0 }, PathCoefficient { regression: 1, predictor: 1 }];
    PathSystem::new(columns, &regressions, &[chain]).ok()
}

fn on_threads(threads: usize, work: impl FnOnce() -> PathDraws + Send) -> PathDraws {
    rayon::ThreadPoolBuilder::new().num_threads(threads).build().unwrap().install(work)
}

proptest! {
    #[test]
    fn total_is_direct_and_indirect(columns in columns(3..=5, 10..50)) {
        // With any number of further predictors in both regressions.
        let (y, others) = columns.split_last().unwrap();
        let (m, x) = others.split_last().unwrap();
        let (Ok(to_m), Ok(total), Ok(both)) = (least_squares(x, m, 0.95), least_squares(x, y, 0.95), least_squares(others, y, 0.95))
            else { return Ok(()) };
        prop_assume!(both.coefficients.iter().all(|c| c.tolerance > 1e-3) && !both.perfect_fit && !to_m.perfect_fit);
        let b = both.coefficients.last().unwrap();
        for (i, a) in to_m.coefficients.iter().enumerate() {
            let (direct, c) = (&both.coefficients[i], &total.coefficients[i]);
            let effect = indirect_effect(&[Coefficient { b: a.b, se: a.se }, Coefficient { b: b.b, se: b.se }]).unwrap();
            let size = c.b.abs() + direct.b.abs() + effect.estimate.abs();
            prop_assert!((c.b - direct.b - effect.estimate).abs() <= 1e-8 * size, "{} = {} + {}", c.b, direct.b, effect.estimate);
            let size = c.beta.abs() + direct.beta.abs() + 1.0;
            prop_assert!((c.beta - direct.beta - a.beta * b.beta).abs() <= 1e-8 * size, "standardized");
            // Goodman's variance is the smallest of the three, Aroian's the largest.
            if let (Ok(sobel), Ok(aroian)) = (effect.sobel, effect.aroian) {
                prop_assert!(aroian.se >= sobel.se && aroian.p >= sobel.p);
            }
            if let (Ok(sobel), Ok(goodman)) = (effect.sobel, effect.goodman) {
                prop_assert!(goodman.se <= sobel.se && goodman.p <= sobel.p);
            }
        }
    }

    #[test]
    fn draws_know_seed_and_number_alone(columns in columns(3..=3, 10..40), seed in any::<u64>(), resamples in 1..400_usize) {
        let Some(system) = simple_mediation(&columns) else { return Ok(()) };
        let all = on_threads(1, || system.resample(400, seed));
        prop_assert_eq!(&all, &on_threads(2, || system.resample(400, seed)), "whatever the number of threads");
        let fewer = on_threads(2, || system.resample(resamples, seed));
        // Draws that could not be computed are left out of both.
        let drawn = &fewer.unstandardized[0];
        prop_assert_eq!(drawn.len() + fewer.failed, resamples);
        prop_assert_eq!(&drawn[..], &all.unstandardized[0][..drawn.len()], "the first draws of a longer run are those of a shorter one");
        if let Ok(interval) = percentile_interval(&all.unstandardized[0], 0.95) {
            let inside = all.unstandardized[0].iter().filter(|d| **d >= interval.low && **d <= interval.high).count();
            prop_assert!(inside * 100 >= all.unstandardized[0].len() * 95);
            let middle = percentile_interval(&all.unstandardized[0], 0.5).unwrap();
            prop_assert!(interval.low <= middle.low && middle.high <= interval.high, "a wider confidence, a wider interval");
        }
    }
}
