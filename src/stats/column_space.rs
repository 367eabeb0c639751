//! The space that columns of numbers span beside the constant: its rank, and which columns add nothing to it.

/// A column whose part outside the other columns is shorter than this share of itself is an exact combination of
/// them: rounding of doubles leaves about 1e-15, honest near-collinearity of survey scores more than 1e-4.
pub(crate) const EXACTLY_COLLINEAR: f64 = 1e-8;

/// Spread below this share of the largest value is the rounding of a constant.
const CONSTANT: f64 = 1e-13;

/// Spread below this could not be divided by.
const SMALLEST: f64 = 1e-290;

/// A column about its mean.
pub(crate) struct Centred {
    /// The mean.
    pub mean: f64,
    /// Value − mean.
    pub deviations: Vec<f64>,
    /// √Σ deviation²; exactly 0 for a constant column.
    pub length: f64,
}

/// Takes the mean off a column. The mean is corrected by the mean of what is left, so that large values with a small
/// spread (years, amounts in rupiah) lose no digits. A column too large or small for `f64` sums counts as constant.
pub(crate) fn centred(column: &[f64]) -> Centred {
    let n = column.len() as f64;
    let first = column.iter().sum::<f64>() / n;
    let mean = first + column.iter().map(|v| v - first).sum::<f64>() / n;
    let deviations: Vec<f64> = column.iter().map(|v| v - mean).collect();
    let largest = column.iter().fold(0.0, |m: f64, v| m.max(v.abs()));
    let spread = deviations.iter().fold(0.0, |m: f64, v| m.max(v.abs()));
    // Scaled by the largest deviation, so that squares of very large or small units do not overflow.
    let length = spread * deviations.iter().map(|d| (d / spread).powi(2)).sum::<f64>().sqrt();
    if length.is_finite() && spread > SMALLEST && spread > CONSTANT * largest {
        Centred { mean, deviations, length }
    } else {
        Centred { mean, deviations: vec![0.0; column.len()], length: 0.0 }
    }
}

/// An orthonormal basis of centred columns.
pub(crate) struct ColumnSpace {
    basis: Vec<Vec<f64>>,
}

impl ColumnSpace {
    /// Builds the basis column by column (Gram–Schmidt, done twice), passing over columns that add nothing.
    pub(crate) fn of<'a>(columns: impl IntoIterator<Item = &'a [f64]>) -> Self {
        let mut space = ColumnSpace { basis: Vec::new() };
        for column in columns {
            if let Some(direction) = space.new_direction(column) {
                space.basis.push(direction);
            }
        }
        space
    }

    /// Number of linearly independent columns, the constant not counted.
    pub(crate) fn rank(&self) -> usize {
        self.basis.len()
    }

    /// Whether the column is an exact combination of the columns of the space and the constant.
    pub(crate) fn holds(&self, column: &[f64]) -> bool {
        self.new_direction(column).is_none()
    }

    /// R² of the least-squares regression of a column on the space with a constant; `None` for a constant column.
    pub(crate) fn r2(&self, outcome: &[f64]) -> Option<f64> {
        let outcome = centred(outcome);
        if outcome.length <= 0.0 {
            return None;
        }
        let explained: f64 = self.basis.iter().map(|q| (dot(q, &outcome.deviations) / outcome.length).powi(2)).sum();
        Some(explained.min(1.0))
    }

    fn new_direction(&self, column: &[f64]) -> Option<Vec<f64>> {
        let Centred { mut deviations, length, .. } = centred(column);
        if length <= 0.0 {
            return None;
        }
        deviations.iter_mut().for_each(|d| *d /= length);
        for _ in 0..2 {
            for q in &self.basis {
                let along = dot(q, &deviations);
                deviations.iter_mut().zip(q).for_each(|(d, q)| *d -= along * q);
            }
        }
        let left = dot(&deviations, &deviations).sqrt();
        if left < EXACTLY_COLLINEAR {
            return None;
        }
        deviations.iter_mut().for_each(|d| *d /= left);
        Some(deviations)
    }
}

fn dot(a: &[f64], b: &[f64]) -> f64 {
    a.iter().zip(b).map(|(a, b)| a * b).sum()
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used, clippy::float_cmp)]
    use super::*;

    #[test]
    fn constants_copies_and_sums_add_no_rank() {
        let a = [1.0, 2.0, 4.0, 3.0, 5.0];
        let b = [2.0, 1.0, 0.0, 3.0, 3.0];
        let sum: Vec<f64> = a.iter().zip(&b).map(|(a, b)| 0.1 * a + 0.7 * b + 100.0).collect();
        let space = ColumnSpace::of([&a[..], &[0.1; 5], &b, &a, &sum]);
        assert_eq!(space.rank(), 2);
        assert!(space.holds(&sum) && space.holds(&[0.3; 5]));
        assert!(!space.holds(&[1.0, 0.0, 0.0, 0.0, 0.0]));
    }

    #[test]
    fn one_column_gives_the_squared_correlation() {
        // r of 1, 2, 3, 4 with 1, 3, 2, 4 is 1 − 6·2/(4·15) = 0.8 (Spearman's formula on ranks).
        let space = ColumnSpace::of([&[1.0, 2.0, 3.0, 4.0][..]]);
        let r2 = space.r2(&[1.0, 3.0, 2.0, 4.0]).unwrap();
        assert!((r2 - 0.64).abs() < 1e-15, "{r2}");
        assert_eq!(space.r2(&[7.0; 4]), None);
    }

    #[test]
    fn a_small_spread_on_large_values_is_not_a_constant() {
        let c = centred(&[1e9, 1e9 + 1.0, 1e9 + 2.0]);
        assert_eq!((c.mean, c.length), (1e9 + 1.0, 2f64.sqrt()));
        assert_eq!(centred(&[0.1; 7]).length, 0.0);
    }

    #[test]
    fn rounding_of_a_constant_is_no_spread() {
        assert_eq!(centred(&[0.3, 0.1 + 0.2, 0.3]).length, 0.0);
        assert_eq!(centred(&[1e-300, 2e-300, 3e-300]).length, 0.0);
    }
}
