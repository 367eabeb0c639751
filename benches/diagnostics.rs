//! How long all diagnostics of one regression take: 100 000 respondents, six predictors. Aim: half a second.
#![allow(clippy::unwrap_used, missing_docs)]

use bab4::stats::added_columns::{breusch_godfrey, reset, squares};
use bab4::stats::anderson_darling::anderson_darling;
use bab4::stats::breusch_pagan::{breusch_pagan, koenker};
use bab4::stats::condition_index::condition_indices;
use bab4::stats::correlation::spearman;
use bab4::stats::durbin_watson::durbin_watson;
use bab4::stats::glejser::glejser;
use bab4::stats::influence::influence;
use bab4::stats::jarque_bera::jarque_bera;
use bab4::stats::kolmogorov_smirnov::kolmogorov_smirnov;
use bab4::stats::least_squares::least_squares;
use bab4::stats::linearity::linearity;
use bab4::stats::park::park;
use bab4::stats::robust_errors::{Weighting, robust_errors};
use bab4::stats::runs::runs;
use bab4::stats::shape_test::shape_test;
use bab4::stats::white::white;
use divan::{Bencher, black_box};

fn main() {
    divan::main();
}

/// Sum scores of ten answers from 1 to 5, by a linear congruence: the same on every machine.
fn survey(n: usize) -> (Vec<Vec<f64>>, Vec<f64>) {
    let mut state = 20_260_101_u64;
    let mut answer = || {
        state = state.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        1.0 + ((state >> 33) % 5) as f64
    };
    let mut score = || (0..10).map(|_| answer()).sum::<f64>();
    let predictors: Vec<Vec<f64>> = (0..6).map(|_| (0..n).map(|_| score()).collect()).collect();
    let outcome = (0..n).map(|case| predictors.iter().map(|column| 0.2 * column[case]).sum::<f64>().round() + score()).collect();
    (predictors, outcome)
}

#[divan::bench(args = [100, 10_000, 100_000], sample_count = 10)]
fn all_diagnostics(bencher: Bencher, n: usize) {
    let (x, y) = survey(n);
    bencher.bench_local(|| {
        let fit = least_squares(&x, &y, 0.95).unwrap();
        let e = &fit.residuals;
        let _ = black_box((kolmogorov_smirnov(e), anderson_darling(e), jarque_bera(e), shape_test(e)));
        let _ = black_box((breusch_pagan(&x, e), koenker(&x, e), white(&x, e)));
        let _ = black_box((glejser(&x, e, 0.95), park(&x, e, 0.95), robust_errors(&x, &fit, Weighting::Hc3, 0.95)));
        let sizes: Vec<f64> = e.iter().map(|e| e.abs()).collect();
        for column in &x {
            let _ = black_box((spearman(column, &sizes), linearity(column, &y)));
        }
        let _ = black_box((durbin_watson(e), runs(e), breusch_godfrey(&x, &fit, 1)));
        let _ = black_box((reset(&x, &fit, 3), squares(&x, &fit), condition_indices(&x), influence(&fit)));
    });
}
