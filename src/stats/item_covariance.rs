//! Means and covariances of the items of a scale, from which everything about the scale follows.

use nalgebra::DMatrix;

use super::StatsError;
use super::descriptives::{is_constant, mean, needs};

/// Rows that are centred and multiplied at a time, so that they stay in the processor's cache.
const BLOCK: usize = 256;

/// The first two moments of k items answered by the same n cases.
#[derive(Debug, Clone, PartialEq)]
pub struct ItemCovariance {
    /// Number of cases.
    pub n: usize,
    /// Mean of each item.
    pub means: Vec<f64>,
    /// Covariances, k × k, with n − 1; the row and column of an item without variance are exactly 0.
    pub covariance: DMatrix<f64>,
}

/// Means and covariances of items given as columns of equal length, complete cases only.
///
/// Works in blocks of rows on the columns as they are: no copy of the data is made.
///
/// Errors: `Undefined` when there is no item, the lengths differ or a value is not finite;
/// `TooFewCases` below two cases.
pub fn item_covariance(items: &[Vec<f64>]) -> Result<ItemCovariance, StatsError> {
    let k = items.len();
    let n = items.first().map(Vec::len).ok_or(StatsError::Undefined)?;
    if items.iter().any(|column| column.len() != n) {
        return Err(StatsError::Undefined);
    }
    needs(2, n)?;
    let means = items.iter().map(|column| mean(column)).collect::<Result<Vec<f64>, _>>()?;
    let constant: Vec<bool> = items.iter().map(|column| is_constant(column)).collect();

    let mut products = DMatrix::<f64>::zeros(k, k);
    let mut centred = vec![0.0; k * BLOCK];
    let mut start = 0;
    while start < n {
        let rows = BLOCK.min(n - start);
        for ((column, target), mean) in items.iter().zip(centred.chunks_mut(BLOCK)).zip(&means) {
            for (to, from) in target.iter_mut().zip(&column[start..start + rows]) {
                *to = from - mean;
            }
        }
        for i in 0..k {
            let a = &centred[i * BLOCK..i * BLOCK + rows];
            for j in 0..=i {
                let b = &centred[j * BLOCK..j * BLOCK + rows];
                products[(i, j)] += dot(a, b);
            }
        }
        start += rows;
    }

    let mut covariance = DMatrix::zeros(k, k);
    for i in 0..k {
        for j in 0..=i {
            let value = products[(i, j)] / (n - 1) as f64;
            if !value.is_finite() {
                return Err(StatsError::Undefined);
            }
            if !(constant[i] || constant[j]) {
                covariance[(i, j)] = value;
                covariance[(j, i)] = value;
            }
        }
    }
    Ok(ItemCovariance { n, means, covariance })
}

impl ItemCovariance {
    /// Positions of the items that vary.
    pub fn varying(&self) -> Vec<usize> {
        (0..self.means.len()).filter(|&i| self.covariance[(i, i)] > 0.0).collect()
    }

    /// Correlations among the items at `positions`, which must vary.
    pub fn correlation(&self, positions: &[usize]) -> DMatrix<f64> {
        DMatrix::from_fn(positions.len(), positions.len(), |i, j| {
            let (a, b) = (positions[i], positions[j]);
            if i == j {
                return 1.0;
            }
            let spread = self.covariance[(a, a)].sqrt() * self.covariance[(b, b)].sqrt();
            (self.covariance[(a, b)] / spread).clamp(-1.0, 1.0)
        })
    }
}

/// The lower Cholesky factor of a correlation matrix.
///
/// Errors: `Collinear` when a variable is a linear combination of those before it, that is when its
/// 1 − R² on them is below 1e-10.
pub(crate) fn cholesky(correlation: &DMatrix<f64>) -> Result<DMatrix<f64>, StatsError> {
    let k = correlation.nrows();
    let mut factor = DMatrix::<f64>::zeros(k, k);
    for i in 0..k {
        for j in 0..=i {
            let known: f64 = (0..j).map(|m| factor[(i, m)] * factor[(j, m)]).sum();
            let left = correlation[(i, j)] - known;
            if i == j {
                if left.is_nan() || left <= 1e-10 {
                    return Err(StatsError::Collinear);
                }
                factor[(i, i)] = left.sqrt();
            } else {
                factor[(i, j)] = left / factor[(j, j)];
            }
        }
    }
    Ok(factor)
}

/// Inverse of the matrix whose lower Cholesky factor is given.
pub(crate) fn inverse_from(factor: &DMatrix<f64>) -> Result<DMatrix<f64>, StatsError> {
    let k = factor.nrows();
    let inverse = factor.solve_lower_triangular(&DMatrix::identity(k, k)).ok_or(StatsError::Collinear)?;
    Ok(inverse.tr_mul(&inverse))
}

/// Σ aᵢbᵢ with eight running sums, which the compiler can keep in vector registers.
pub(crate) fn dot(a: &[f64], b: &[f64]) -> f64 {
    let mut lanes = [0.0_f64; 8];
    let (a_chunks, a_rest) = a.as_chunks::<8>();
    let (b_chunks, b_rest) = b.as_chunks::<8>();
    for (x, y) in a_chunks.iter().zip(b_chunks) {
        for lane in 0..8 {
            lanes[lane] += x[lane] * y[lane];
        }
    }
    let rest: f64 = a_rest.iter().zip(b_rest).map(|(x, y)| x * y).sum();
    lanes.iter().sum::<f64>() + rest
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::float_cmp)]
    use super::*;
    use crate::stats::example_data;

    // The integer cross-products of the example study's scores, which its printed tables fix.
    #[test]
    fn cross_products_of_the_published_scores() {
        let scores: Vec<Vec<f64>> = ["X1", "X2", "Y1", "Y2"].iter().map(|v| example_data::score(v)).collect();
        let totals = [2076.0, 1380.0, 2060.0, 2302.0];
        let products = [
            [65382.0, 43108.0, 64196.0, 71622.0],
            [43108.0, 28832.0, 42554.0, 47537.0],
            [64196.0, 42554.0, 63748.0, 70816.0],
            [71622.0, 47537.0, 70816.0, 79610.0],
        ];
        let found = item_covariance(&scores).unwrap();
        assert_eq!(found.n, 68);
        for i in 0..4 {
            assert!((found.means[i] - totals[i] / 68.0).abs() < 1e-13);
            for j in 0..4 {
                let expected = (products[i][j] - totals[i] * totals[j] / 68.0) / 67.0;
                assert!((found.covariance[(i, j)] - expected).abs() < 1e-11);
            }
        }
    }

    #[test]
    fn blocks_do_not_show() {
        // i mod 7 and i mod 5 over 35·40 cases: every combination equally often, hence uncorrelated.
        let column = |m: usize| (0..1400).map(|i| 1e6 + (i % m) as f64).collect::<Vec<f64>>();
        let found = item_covariance(&[column(7), column(5), vec![3.0; 1400]]).unwrap();
        // Variance of 0..m−1 is (m²−1)/12.
        assert!((found.covariance[(0, 0)] - 4.0 * 1400.0 / 1399.0).abs() < 1e-12);
        assert!((found.covariance[(1, 1)] - 2.0 * 1400.0 / 1399.0).abs() < 1e-12);
        assert!(found.covariance[(0, 1)].abs() < 1e-12);
        assert_eq!(found.varying(), [0, 1]);
        assert_eq!(found.means[2], 3.0);
    }

    #[test]
    fn unusable_input_has_a_reason() {
        assert_eq!(item_covariance(&[]), Err(StatsError::Undefined));
        assert_eq!(item_covariance(&[vec![1.0], vec![2.0]]), Err(StatsError::TooFewCases { needed: 2, got: 1 }));
        assert_eq!(item_covariance(&[vec![1.0, 2.0], vec![2.0]]), Err(StatsError::Undefined));
        assert_eq!(item_covariance(&[vec![1.0, f64::NAN]]), Err(StatsError::Undefined));
    }

    #[test]
    fn inverse_and_collinearity() {
        let r = DMatrix::from_row_slice(3, 3, &[1.0, 0.5, 0.2, 0.5, 1.0, 0.4, 0.2, 0.4, 1.0]);
        let inverse = inverse_from(&cholesky(&r).unwrap()).unwrap();
        assert!((&r * inverse - DMatrix::identity(3, 3)).amax() < 1e-14);
        let same = DMatrix::from_row_slice(2, 2, &[1.0, 1.0, 1.0, 1.0]);
        assert_eq!(cholesky(&same), Err(StatsError::Collinear));
    }

    #[test]
    fn a_constant_has_no_covariance_at_all() {
        let found = item_covariance(&[vec![0.1; 7], (1..=7).map(f64::from).collect()]).unwrap();
        assert_eq!((found.covariance[(0, 1)], found.covariance[(1, 0)], found.covariance[(0, 0)]), (0.0, 0.0, 0.0));
    }
}
