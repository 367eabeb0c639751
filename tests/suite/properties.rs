//! What holds for every data set, whatever the numbers are: each property is tried on many random ones.

mod correlations;
mod paths;
mod printing;
mod regressions;
mod studies;

use proptest::prelude::*;

/// Agreement to a relative 1e-8 of the larger size, or an absolute `1e-8 · unit` where both are about 0.
fn agree(a: f64, b: f64, unit: f64) -> bool {
    (a - b).abs() <= 1e-8 * a.abs().max(b.abs()).max(unit)
}

/// Answers on a scale of five steps, or numbers of any size in reason.
fn column(n: usize) -> impl Strategy<Value = Vec<f64>> {
    let answers = prop::collection::vec((1..=5_u8).prop_map(f64::from), n);
    let numbers = prop::collection::vec(-50.0..50.0_f64, n);
    prop_oneof![answers, numbers]
}

/// Columns of equal length.
fn columns(count: std::ops::RangeInclusive<usize>, cases: std::ops::Range<usize>) -> impl Strategy<Value = Vec<Vec<f64>>> {
    (count, cases).prop_flat_map(|(count, cases)| prop::collection::vec(column(cases), count))
}

/// A permutation of `0..n` that a seed decides.
fn permutation(n: usize, seed: u64) -> Vec<usize> {
    let mut order: Vec<usize> = (0..n).collect();
    let mut state = seed;
    for i in (1..n).rev() {
        // Knuth's MMIX generator (TAOCP 2, §3.3.4): any mixing will do here.
        state = state.wrapping_mul(6364136223846793005).wrapping_add(1442695040888963407);
        order.swap(i, (state >> 33) as usize % (i + 1));
    }
    order
}

fn reordered(values: &[f64], order: &[usize]) -> Vec<f64> {
    order.iter().map(|&i| values[i]).collect()
}
