//! Least-squares estimates improved on their own residuals, which are computed in twice the precision.

use super::column_space::Centred;
use nalgebra::{DMatrix, DVector};

/// Corrections after which an estimate that still changes is left as it is.
const MOST_STEPS: usize = 8;

/// A decomposition of the columns: centred and scaled to unit length they are Q·R.
pub(super) struct Decomposed<'a> {
    /// The columns as centred.
    pub columns: &'a [Centred],
    /// n × k with orthonormal columns.
    pub q: &'a DMatrix<f64>,
    /// k × k upper triangle.
    pub r: &'a DMatrix<f64>,
}

/// A regression's estimates and residuals.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Estimate {
    /// The constant.
    pub constant: f64,
    /// One for each predictor, in raw units.
    pub b: Vec<f64>,
    /// Outcome − prediction.
    pub residuals: Vec<f64>,
}

/// Improves an estimate on the augmented system r + Xb = y, Xᵀr = 0, whose residuals are sums of exact products (Björck 1967,
/// *BIT* 7, 257–278 and 322–337, eq. 3.2; the exact sums and products are those of Dekker 1971, *Numer. Math.* 18, 224). What is
/// solved for are the raw values, so that the rounding of centring and scaling leaves no trace. Stops when nothing changes any
/// more, or before a correction that does not shrink. `predictors` and `outcome` are the raw columns.
pub(super) fn refined<C: AsRef<[f64]>>(predictors: &[C], outcome: &[f64], by: &Decomposed<'_>, start: Estimate) -> Estimate {
    let mut estimate = start;
    let mut before = f64::INFINITY;
    for _ in 0..MOST_STEPS {
        let Some(correction) = correction(predictors, outcome, by, &estimate) else { break };
        let share = |delta: f64, of: f64| if of.abs() > 0.0 { (delta / of).abs() } else { 0.0 };
        let largest = correction.b.iter().zip(&estimate.b).map(|(delta, b)| share(*delta, *b)).fold(0.0, f64::max);
        if !largest.is_finite() || largest > 0.5 * before {
            break;
        }
        estimate.constant += correction.constant;
        estimate.b.iter_mut().zip(&correction.b).for_each(|(b, delta)| *b += delta);
        estimate.residuals.iter_mut().zip(&correction.residuals).for_each(|(e, delta)| *e += delta);
        if largest <= f64::EPSILON {
            break;
        }
        before = largest;
    }
    estimate
}

/// What is missing to the solution of the augmented system, as far as one solution in ordinary precision tells.
fn correction<C: AsRef<[f64]>>(predictors: &[C], outcome: &[f64], by: &Decomposed<'_>, at: &Estimate) -> Option<Estimate> {
    let (n, k) = (outcome.len(), predictors.len());
    let missing: Vec<f64> = outcome
        .iter()
        .enumerate()
        .map(|(case, y)| {
            let mut sum = Exact::of(*y);
            sum.add(-at.residuals.get(case).copied().unwrap_or(0.0));
            sum.add(-at.constant);
            for (column, b) in predictors.iter().zip(&at.b) {
                sum.add_product(-b, column.as_ref().get(case).copied().unwrap_or(0.0));
            }
            sum.value()
        })
        .collect();
    let mut all = Exact::of(0.0);
    at.residuals.iter().for_each(|e| all.add(-e));
    // Xᵀr with every column about its mean: the constant takes the rest.
    let along = predictors.iter().zip(by.columns).map(|(column, centred)| {
        let mut sum = Exact::of(0.0);
        for (x, e) in column.as_ref().iter().zip(&at.residuals) {
            let (deviation, rest) = two_sum(*x, -centred.mean);
            sum.add_product(-deviation, *e);
            sum.add(-rest * e);
        }
        sum.value() / centred.length
    });
    let along = DVector::from_iterator(k, along);
    let h = by.r.transpose().solve_lower_triangular(&along)?;
    let missing = DVector::from_vec(missing);
    let mean_missing = missing.sum() / n as f64;
    let projected = by.q.tr_mul(&missing);
    let scaled = by.r.solve_upper_triangular(&(&projected - &h))?;
    let b: Vec<f64> = scaled.iter().zip(by.columns).map(|(scaled, column)| scaled / column.length).collect();
    let mean_h = all.value() / n as f64;
    let constant = mean_missing - mean_h - b.iter().zip(by.columns).map(|(b, column)| b * column.mean).sum::<f64>();
    let residuals = &missing - by.q * (projected - h);
    Some(Estimate { constant, b, residuals: residuals.iter().map(|e| e - mean_missing + mean_h).collect() })
}

/// A sum in twice the precision.
struct Exact {
    high: f64,
    low: f64,
}

impl Exact {
    fn of(value: f64) -> Exact {
        Exact { high: value, low: 0.0 }
    }

    fn add(&mut self, value: f64) {
        let (sum, rest) = two_sum(self.high, value);
        (self.high, self.low) = (sum, self.low + rest);
    }

    fn add_product(&mut self, a: f64, b: f64) {
        let (product, rest) = two_product(a, b);
        self.add(product);
        self.low += rest;
    }

    fn value(&self) -> f64 {
        self.high + self.low
    }
}

/// a + b rounded, and what rounding took off.
fn two_sum(a: f64, b: f64) -> (f64, f64) {
    let sum = a + b;
    let of_b = sum - a;
    (sum, (a - (sum - of_b)) + (b - of_b))
}

/// a · b rounded, and what rounding took off. Beyond 2^996 the parts would overflow: nothing is told there.
fn two_product(a: f64, b: f64) -> (f64, f64) {
    let product = a * b;
    let halves = |v: f64| {
        let shifted = 134_217_729.0 * v;
        let high = shifted - (shifted - v);
        (high, v - high)
    };
    let ((a_high, a_low), (b_high, b_low)) = (halves(a), halves(b));
    let rest = ((a_high * b_high - product) + a_high * b_low + a_low * b_high) + a_low * b_low;
    (product, if rest.is_finite() { rest } else { 0.0 })
}

#[cfg(test)]
mod tests {
    #![allow(clippy::float_cmp)]
    use super::*;

    /// By hand: (2²⁷ + 1)² = 2⁵⁴ + 2²⁸ + 1, whose last 1 a double has no room for.
    #[test]
    fn products_and_sums_lose_nothing() {
        let a = 134_217_729.0;
        assert_eq!(two_product(a, a), (18_014_398_777_917_440.0, 1.0));
        assert_eq!(two_product(a, -a), (-18_014_398_777_917_440.0, -1.0));
        assert_eq!(two_product(1e300, 1e300).1, 0.0);
        assert_eq!(two_sum(1e16, 1.0), (1e16, 1.0));
        assert_eq!(two_sum(1.0, 1e16), (1e16, 1.0));
        let mut sum = Exact::of(1e16);
        [1.0, 1.0, 1.0, -1e16].into_iter().for_each(|v| sum.add(v));
        sum.add_product(a, a);
        assert_eq!(sum.value(), 18_014_398_777_917_444.0);
    }

    /// y = 1 + 2x − 3x² + residuals orthogonal to 1, x and x² (1, −3, 3, −1 on x = 1…4): from a start far off.
    #[test]
    fn a_wrong_start_is_led_to_the_solution() {
        let x = [1.0, 2.0, 3.0, 4.0];
        let squares = [1.0, 4.0, 9.0, 16.0];
        let e = [1.0, -3.0, 3.0, -1.0];
        let y: Vec<f64> = x.iter().zip(&e).map(|(x, e)| 1.0 + 2.0 * x - 3.0 * x * x + e).collect();
        let columns = [crate::stats::column_space::centred(&x), crate::stats::column_space::centred(&squares)];
        let design = DMatrix::from_fn(4, 2, |i, j| columns[j].deviations[i] / columns[j].length);
        let (q, r) = design.qr().unpack();
        let by = Decomposed { columns: &columns, q: &q, r: &r };
        let start = Estimate { constant: 0.9, b: vec![2.2, -2.9], residuals: vec![0.1; 4] };
        let found = refined(&[&x[..], &squares], &y, &by, start);
        assert!((found.constant - 1.0).abs() < 1e-15 && (found.b[0] - 2.0).abs() < 1e-15 && (found.b[1] + 3.0).abs() < 1e-15);
        assert!(found.residuals.iter().zip(e).all(|(found, e)| (found - e).abs() < 1e-15), "{found:?}");
    }
}
