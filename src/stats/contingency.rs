//! Two characteristics in a table: χ² and its relatives, as SPSS CROSSTABS prints them.

use super::StatsError;
use super::distributions::chi_squared_sf;

/// A χ² test.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct ChiSquared {
    /// The statistic.
    pub statistic: f64,
    /// Degrees of freedom.
    pub df: usize,
    /// Upper tail probability.
    pub p: f64,
}

/// A table of counts and the tests of it. Rows and columns without any case are left out of everything.
#[derive(Debug, Clone, PartialEq)]
pub struct Contingency {
    /// Number of cases.
    pub n: usize,
    /// Positions of the rows that have cases.
    pub rows: Vec<usize>,
    /// Positions of the columns that have cases.
    pub columns: Vec<usize>,
    /// Expected counts of those rows and columns when both characteristics are independent.
    pub expected: Vec<Vec<f64>>,
    /// Number of cells with an expected count below 5.
    pub low_cells: usize,
    /// Number of cells.
    pub cells: usize,
    /// The smallest expected count.
    pub smallest_expected: f64,
    /// Pearson's χ² (1900), without continuity correction.
    pub pearson: ChiSquared,
    /// Likelihood ratio 2 Σ O ln(O/E).
    pub likelihood_ratio: ChiSquared,
    /// χ² with the continuity correction of Yates (1934); of tables of two by two only.
    pub continuity: Option<ChiSquared>,
    /// Linear-by-linear association (N − 1) r² of the positions of rows and columns (Mantel 1963); means something only
    /// where both are ordered.
    pub linear: ChiSquared,
    /// φ: √(χ²/N); in a table of two by two with the sign of ad − bc.
    pub phi: f64,
    /// Cramér's V: √(χ²/(N (min(rows, columns) − 1))).
    pub cramers_v: f64,
}

/// Tests whether two characteristics are associated, from their counts, a row of the table each.
///
/// # Errors
/// `TooFewCases` without cases, `NoVariance` when fewer than two rows or columns have any, `Undefined` when the rows
/// differ in length.
pub fn contingency(counts: &[Vec<usize>]) -> Result<Contingency, StatsError> {
    let width = counts.first().map_or(0, Vec::len);
    if counts.iter().any(|row| row.len() != width) {
        return Err(StatsError::Undefined);
    }
    let n: usize = counts.iter().flatten().sum();
    if n == 0 {
        return Err(StatsError::TooFewCases { needed: 1, got: 0 });
    }
    let column_total = |j: usize| counts.iter().filter_map(|row| row.get(j)).sum::<usize>();
    let rows: Vec<usize> = (0..counts.len()).filter(|&i| counts[i].iter().any(|count| *count > 0)).collect();
    let columns: Vec<usize> = (0..width).filter(|&j| column_total(j) > 0).collect();
    if rows.len() < 2 || columns.len() < 2 {
        return Err(StatsError::NoVariance);
    }
    let observed: Vec<Vec<f64>> = rows.iter().map(|&i| columns.iter().map(|&j| counts[i][j] as f64).collect()).collect();
    let size = n as f64;
    let row_totals: Vec<f64> = observed.iter().map(|row| row.iter().sum()).collect();
    let column_totals: Vec<f64> = columns.iter().map(|&j| column_total(j) as f64).collect();
    let expected: Vec<Vec<f64>> =
        row_totals.iter().map(|row| column_totals.iter().map(|column| row * (column / size)).collect()).collect();
    let cells = || observed.iter().flatten().zip(expected.iter().flatten());
    let df = (rows.len() - 1) * (columns.len() - 1);
    let test = |statistic: f64, df: usize| ChiSquared { statistic, df, p: chi_squared_sf(statistic, df as f64) };
    let chi_squared: f64 = cells().map(|(o, e)| (o - e) * (o - e) / e).sum();
    let ratio: f64 = cells().filter(|(o, _)| **o > 0.0).map(|(o, e)| 2.0 * o * (o / e).ln()).sum();
    let (mut continuity, mut sign) = (None, 1.0);
    if let ([[a, b], [c, d]], [r1, r2], [c1, c2]) =
        (two_by_two(&observed).as_slice(), row_totals.as_slice(), column_totals.as_slice())
    {
        let determinant = a * d - b * c;
        sign = if determinant < 0.0 { -1.0 } else { 1.0 };
        let corrected = (determinant.abs() - size / 2.0).max(0.0);
        continuity = Some(test(size * (corrected / (r1 * r2)) * (corrected / (c1 * c2)), 1));
    }
    let shortest = rows.len().min(columns.len());
    Ok(Contingency {
        n,
        low_cells: expected.iter().flatten().filter(|e| **e < 5.0 - 1e-9).count(),
        cells: rows.len() * columns.len(),
        smallest_expected: expected.iter().flatten().copied().fold(f64::INFINITY, f64::min),
        pearson: test(chi_squared, df),
        likelihood_ratio: test(ratio.max(0.0), df),
        continuity,
        linear: test(linear_by_linear(&observed, &row_totals, &column_totals, size), 1),
        phi: sign * (chi_squared / size).sqrt(),
        cramers_v: (chi_squared / (size * (shortest - 1) as f64)).sqrt().min(1.0),
        rows,
        columns,
        expected,
    })
}

fn two_by_two(observed: &[Vec<f64>]) -> Vec<[f64; 2]> {
    observed.iter().filter_map(|row| <[f64; 2]>::try_from(row.as_slice()).ok()).collect()
}

/// (N − 1) r² with the positions 0, 1, 2 … as scores.
fn linear_by_linear(observed: &[Vec<f64>], rows: &[f64], columns: &[f64], n: f64) -> f64 {
    let mean = |totals: &[f64]| totals.iter().enumerate().map(|(i, total)| i as f64 * total).sum::<f64>() / n;
    let (mr, mc) = (mean(rows), mean(columns));
    let spread =
        |totals: &[f64], mean: f64| totals.iter().enumerate().map(|(i, total)| total * (i as f64 - mean).powi(2)).sum::<f64>();
    let together: f64 = observed
        .iter()
        .enumerate()
        .flat_map(|(i, row)| row.iter().enumerate().map(move |(j, count)| count * (i as f64 - mr) * (j as f64 - mc)))
        .sum();
    (n - 1.0) * together * together / (spread(rows, mr) * spread(columns, mc))
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used, clippy::float_cmp)]
    use super::*;

    fn close(found: f64, expected: f64) {
        assert!((found - expected).abs() <= 1e-10 * expected.abs(), "{found} is not {expected}");
    }

    // R 4.2.2, tests/published/association.R: job satisfaction (Agresti 2002, 57), the example study, tables of two by two.
    #[test]
    fn as_in_r() {
        let job = vec![vec![1, 3, 10, 6], vec![2, 3, 10, 7], vec![1, 6, 14, 12], vec![0, 1, 9, 11]];
        let found = contingency(&job).unwrap();
        close(found.pearson.statistic, 5.965_514_588_770_403);
        close(found.pearson.p, 0.743_364_725_052_550_8);
        close(found.likelihood_ratio.statistic, 6.764_053_201_304_175);
        close(found.likelihood_ratio.p, 0.661_669_583_155_318_1);
        assert_eq!((found.pearson.df, found.low_cells, found.cells, found.continuity), (9, 8, 16, None));
        close(found.smallest_expected, 0.833_333_333_333_333_3);
        close(found.cramers_v, 0.143_922_174_532_347_4);
        close(found.linear.statistic, 2.982_988_120_692_641);
        close(found.linear.p, 0.084_143_794_706_428);

        let by_age = vec![vec![2, 23, 16], vec![3, 13, 11]];
        let found = contingency(&by_age).unwrap();
        close(found.pearson.p, 0.586_677_624_343_745_2);
        close(found.linear.p, 0.764_907_354_799_443_5);

        let two = vec![vec![12, 3], vec![5, 14]];
        let found = contingency(&two).unwrap();
        close(found.pearson.statistic, 9.663_157_894_736_843);
        let corrected = found.continuity.unwrap();
        close(corrected.statistic, 7.635_087_719_298_245);
        close(corrected.p, 0.005_724_360_155_979_671);
        close(found.phi, 0.533_113_989_983_183);

        let with_zero = vec![vec![0, 7], vec![9, 4]];
        let found = contingency(&with_zero).unwrap();
        close(found.likelihood_ratio.p, 0.000_704_526_739_959_143_7);
        close(found.phi, -0.663_746_518_303_064_7);
        close(found.continuity.unwrap().p, 0.012_517_986_071_180_29);
    }

    #[test]
    fn empty_rows_and_columns_do_not_count() {
        let padded = vec![vec![12, 0, 3], vec![0, 0, 0], vec![5, 0, 14]];
        let found = contingency(&padded).unwrap();
        assert_eq!((found.rows.as_slice(), found.columns.as_slice(), found.pearson.df), (&[0, 2][..], &[0, 2][..], 1));
        close(found.pearson.statistic, 9.663_157_894_736_843);
    }

    #[test]
    fn what_cannot_be_computed_has_a_reason() {
        assert_eq!(contingency(&[]), Err(StatsError::TooFewCases { needed: 1, got: 0 }));
        assert_eq!(contingency(&[vec![0, 0], vec![0, 0]]), Err(StatsError::TooFewCases { needed: 1, got: 0 }));
        assert_eq!(contingency(&[vec![4, 0], vec![3, 0]]), Err(StatsError::NoVariance));
        assert_eq!(contingency(&[vec![4, 1]]), Err(StatsError::NoVariance));
        assert_eq!(contingency(&[vec![4, 1], vec![1]]), Err(StatsError::Undefined));
        // Perfect independence: χ² is 0, and the correction does not turn it negative.
        let even = contingency(&[vec![5, 5], vec![5, 5]]).unwrap();
        assert_eq!((even.pearson.statistic, even.continuity.unwrap().p, even.phi), (0.0, 1.0, 0.0));
    }
}
