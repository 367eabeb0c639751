//! Integrals over the sampling distribution of a standard deviation: what turns a normal probability into one of t or of
//! the studentized range.

use super::special_functions::{LARGEST_DF, stirling_error};
use std::f64::consts::TAU;

/// Strides to the largest term and steps from it outwards; far more than any distribution needs.
const MOST_STEPS: usize = 20_000;

/// ∫ f(s) g(s) ds, where s² is chi-squared over its `df` degrees of freedom and g ≥ 0 rises or falls monotonically.
///
/// Trapezoids on u = ln s, which for such smooth and decaying integrands converge faster than any power of the step
/// (Trefethen & Weideman 2014, *SIAM Review* 56, 385). Terms are summed outwards from the largest one, so that the
/// result keeps its digits however small it is. `sharpness` is |dx/du| of the normal argument inside g where the integrand
/// is large; `start` is an s at which g does not vanish.
pub(crate) fn over_scale(df: f64, sharpness: f64, start: f64, g: impl Fn(f64) -> f64) -> f64 {
    if df > LARGEST_DF {
        return g(1.0);
    }
    let half = 0.5 * df;
    let step = (0.6 / (2.0 * df + sharpness * sharpness).sqrt()).min(0.12);
    let log_term = |position: f64| {
        let u = position * step;
        -half * convex(2.0 * u) + g(u.exp()).ln()
    };
    // Climb from the start to the largest term, in ever shorter strides.
    let mut at = (start.ln() / step).round();
    let mut largest = log_term(at);
    for stride in [16384.0, 1024.0, 64.0, 8.0, 1.0] {
        for direction in [stride, -stride] {
            for _ in 0..MOST_STEPS {
                let next = log_term(at + direction);
                if next.is_nan() || next <= largest {
                    break;
                }
                at += direction;
                largest = next;
            }
        }
    }
    if !largest.is_finite() {
        return 0.0;
    }
    let mut sum = 1.0;
    for direction in [1.0, -1.0] {
        for i in 1..MOST_STEPS {
            let term = (log_term(at + direction * i as f64) - largest).exp();
            if term.is_nan() || term <= 1e-18 * sum {
                break;
            }
            sum += term;
        }
    }
    // Density of u at 0: 2 (df/2)^(df/2) e^(−df/2) / Γ(df/2).
    let density = (half / TAU).sqrt() * 2.0 * (-stirling_error(half)).exp();
    density * step * sum * largest.exp()
}

/// eˣ − 1 − x without cancellation near 0.
fn convex(x: f64) -> f64 {
    if x.abs() > 0.1 {
        return x.exp_m1() - x;
    }
    let mut term = 0.5 * x * x;
    let mut sum = term;
    let mut i = 3.0;
    while i < 20.0 {
        term *= x / i;
        sum += term;
        i += 1.0;
    }
    sum
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::stats::distributions::{normal_sf, t_sf};

    // The distribution has mass 1, and mixing the normal gives Student's t.
    #[test]
    fn mass_and_student() {
        for df in [1.0, 2.5, 9.0, 66.0, 1e4, 1e7] {
            let mass = over_scale(df, 0.0, 1.0, |_| 1.0);
            assert!((mass - 1.0).abs() < 1e-12, "{df}: {mass}");
            for t in [0.5, 3.0, 20.0] {
                let found = over_scale(df, t, (5.0 / t).min(1.0), |s| normal_sf(t * s));
                let expected = t_sf(t, df);
                assert!((found / expected - 1.0).abs() < 1e-10, "{t} {df}: {found:e} is not {expected:e}");
            }
        }
    }
}
