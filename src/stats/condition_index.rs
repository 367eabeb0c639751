//! Collinearity diagnostics: eigenvalues of the scaled cross products, condition indices, variance proportions.

use super::StatsError;
use nalgebra::DMatrix;

/// One dimension of the scaled cross products.
#[derive(Debug, Clone, PartialEq)]
pub struct CollinearityDimension {
    /// Eigenvalue.
    pub eigenvalue: f64,
    /// √(largest eigenvalue / this one).
    pub condition_index: f64,
    /// Share of the variance of each coefficient, the constant first.
    pub variance_proportions: Vec<f64>,
}

/// Collinearity diagnostics of a regression with these predictors (Belsley, Kuh & Welsch 1980, *Regression Diagnostics*,
/// sec. 3.2), as SPSS's COLLIN: columns, the constant among them, scaled to unit length and not centred. The largest
/// eigenvalue stands first. Found from singular values of the columns, not from their cross products, so that a condition
/// index of 10⁷ keeps its digits.
///
/// # Errors
/// `Undefined` without predictors, for unequal lengths, values that are not finite and columns of zeros; `TooFewCases` below
/// k + 1 cases; `Collinear` when a column is an exact combination of others; `NotConverged` when singular values are not found.
pub fn condition_indices<C: AsRef<[f64]>>(predictors: &[C]) -> Result<Vec<CollinearityDimension>, StatsError> {
    let n = predictors.first().map_or(0, |column| column.as_ref().len());
    let k = predictors.len();
    let usable = |column: &C| column.as_ref().len() == n && column.as_ref().iter().all(|v| v.is_finite());
    if k == 0 || !predictors.iter().all(usable) {
        return Err(StatsError::Undefined);
    }
    if n < k + 1 {
        return Err(StatsError::TooFewCases { needed: k + 1, got: n });
    }
    let length = |column: &[f64]| {
        let largest = column.iter().fold(0.0, |m: f64, v| m.max(v.abs()));
        largest * column.iter().map(|v| (v / largest).powi(2)).sum::<f64>().sqrt()
    };
    let lengths: Vec<f64> = predictors.iter().map(|column| length(column.as_ref())).collect();
    if lengths.iter().any(|length| !(*length > 0.0 && length.is_finite())) {
        return Err(StatsError::Undefined);
    }
    let constant = 1.0 / (n as f64).sqrt();
    let design = DMatrix::from_fn(n, k + 1, |i, j| match j.checked_sub(1) {
        None => constant,
        Some(j) => predictors[j].as_ref()[i] / lengths[j],
    });
    let triangle = design.qr().r();
    let svd = triangle.try_svd(false, true, f64::EPSILON, 10_000).ok_or(StatsError::NotConverged)?;
    let directions = svd.v_t.as_ref().ok_or(StatsError::NotConverged)?;
    let mut order: Vec<usize> = (0..=k).collect();
    order.sort_by(|a, b| svd.singular_values[*b].total_cmp(&svd.singular_values[*a]));
    let largest = svd.singular_values[order[0]];
    if order.iter().any(|at| svd.singular_values[*at] <= 1e-14 * largest) {
        return Err(StatsError::Collinear);
    }
    let share = |at: usize, term: usize| (directions[(at, term)] / svd.singular_values[at]).powi(2);
    let totals: Vec<f64> = (0..=k).map(|term| (0..=k).map(|at| share(at, term)).sum()).collect();
    Ok(order
        .into_iter()
        .map(|at| CollinearityDimension {
            eigenvalue: svd.singular_values[at].powi(2),
            condition_index: largest / svd.singular_values[at],
            variance_proportions: totals.iter().enumerate().map(|(term, total)| share(at, term) / total).collect(),
        })
        .collect())
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used, clippy::float_cmp)]
    use super::*;
    use crate::stats::example_data::{close, score};
    use crate::stats::reference_data::nist;

    /// R 4.2.2: tests/published/diagnostics.R.
    #[test]
    fn as_the_singular_values_in_r() {
        let found = condition_indices(&[score("X1"), score("X2"), score("Y1")]).unwrap();
        let eigenvalues = [3.969_695_780_650_351, 0.017_661_625_075_199_87, 0.007_774_431_972_773_92, 0.004_868_162_301_678];
        let indices = [1.0, 14.992_128_025_767_62, 22.596_661_451_403_07, 28.555_915_514_493_83];
        let proportions = [
            [0.001_264_489_459_365_16, 0.000_559_995_684_123_745_2, 0.000_708_259_060_630_844_2, 0.000_451_978_164_697_659_7],
            [0.803_339_041_853_333_9, 0.090_887_817_552_246_27, 0.070_007_660_366_191_02, 0.002_530_168_430_831_642],
            [0.007_849_084_975_714_65, 0.217_230_055_594_261_1, 0.917_580_710_957_067_6, 0.158_340_070_716_969_2],
            [0.187_547_383_711_586_2, 0.691_322_131_169_368_9, 0.011_703_369_616_110_47, 0.838_677_782_687_501_5],
        ];
        for (dimension, (eigenvalue, (index, shares))) in
            found.iter().zip(eigenvalues.into_iter().zip(indices.into_iter().zip(proportions)))
        {
            close(dimension.eigenvalue, eigenvalue);
            close(dimension.condition_index, index);
            dimension.variance_proportions.iter().zip(shares).for_each(|(found, expected)| close(*found, expected));
        }
    }

    /// Belsley, Kuh & Welsch (1980) and many after them: the condition index of Longley's data is 43 275.
    #[test]
    fn longley() {
        let found = condition_indices(&nist("longley").columns(&["x1", "x2", "x3", "x4", "x5", "x6"])).unwrap();
        assert!((found[6].condition_index - 43_275.0).abs() < 1.0, "{}", found[6].condition_index);
    }

    #[test]
    fn what_cannot_be_computed_has_a_reason() {
        let x = vec![1.0, 2.0, 3.0, 4.0];
        assert_eq!(condition_indices::<Vec<f64>>(&[]), Err(StatsError::Undefined));
        assert_eq!(condition_indices(&[vec![0.0; 4]]), Err(StatsError::Undefined));
        // Longer than any number: √2 · 1.7e308.
        assert_eq!(condition_indices(&[vec![1.7e308, 1.7e308, 1.0, 2.0]]), Err(StatsError::Undefined));
        assert_eq!(condition_indices(&[x.clone(), vec![1.0]]), Err(StatsError::Undefined));
        assert_eq!(condition_indices(&[x.clone(), x.clone()]), Err(StatsError::Collinear));
        assert_eq!(condition_indices(&[vec![5.0; 4]]), Err(StatsError::Collinear));
        assert_eq!(condition_indices(&[vec![1.0], vec![2.0]]), Err(StatsError::TooFewCases { needed: 3, got: 1 }));
    }
}
