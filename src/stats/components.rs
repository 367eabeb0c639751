//! Principal components and principal axes of items, rotation, and what follows from loadings.

use super::StatsError;
use super::item_covariance::{ItemCovariance, cholesky, inverse_from};
use nalgebra::{DMatrix, SymmetricEigen};

/// Principal components of a correlation matrix.
#[derive(Debug, Clone, PartialEq)]
pub struct Components {
    /// All eigenvalues, the largest first; their sum is the number of items.
    pub eigenvalues: Vec<f64>,
    /// Loadings, items × components, every component's sum not negative.
    pub loadings: DMatrix<f64>,
}

impl Components {
    /// Components with an eigenvalue above 1 (Kaiser 1960), at least one.
    pub fn above_one(&self) -> usize {
        self.eigenvalues.iter().filter(|value| **value > 1.0).count().max(1)
    }

    /// Share of all variance that the first component takes: Harman's single factor (Podsakoff et al. 2003, *J. Appl.
    /// Psychol.* 88, 879), above one half where one method may speak from all answers.
    pub fn first_share(&self) -> f64 {
        let all: f64 = self.eigenvalues.iter().sum();
        self.eigenvalues.first().map_or(0.0, |first| first / all)
    }
}

/// Principal axis factors.
#[derive(Debug, Clone, PartialEq)]
pub struct PrincipalAxes {
    /// Loadings, items × factors.
    pub loadings: DMatrix<f64>,
    /// Communality of each item: its sum of squared loadings.
    pub communalities: Vec<f64>,
    /// Steps done.
    pub iterations: usize,
    /// The last step moved no communality by more than the tolerance.
    pub converged: bool,
}

/// Loadings v√λ of the correlation matrix of items (Pearson 1901; SPSS FACTOR /EXTRACTION PC).
///
/// # Errors
/// `Undefined` below two items, `NoVariance` when one does not vary.
pub fn principal_components(moments: &ItemCovariance) -> Result<Components, StatsError> {
    let correlation = correlation(moments)?;
    let (eigenvalues, loadings) = extracted(&correlation, correlation.nrows());
    Ok(Components { eigenvalues, loadings })
}

/// Principal axis factoring with `factors` factors: the diagonal begins with squared multiple correlations and is replaced by
/// the communalities until none moves by `tolerance` or more, at most `most` times (Harman 1976, *Modern Factor Analysis*, ch.
/// 8). SPSS stops at .001 and 25, which leaves its loadings up to .002 from where they would settle.
///
/// # Errors
/// As [`principal_components`]; `Collinear` when an item is a combination of others; `Undefined` for more factors than items
/// or none, and when a communality leaves [0, 1] (Heywood), where SPSS stops too.
pub fn principal_axes(
    moments: &ItemCovariance,
    factors: usize,
    tolerance: f64,
    most: usize,
) -> Result<PrincipalAxes, StatsError> {
    let correlation = correlation(moments)?;
    let k = correlation.nrows();
    if factors == 0 || factors > k {
        return Err(StatsError::Undefined);
    }
    let inverse = inverse_from(&cholesky(&correlation)?)?;
    let mut communalities: Vec<f64> = (0..k).map(|i| 1.0 - 1.0 / inverse[(i, i)]).collect();
    let mut loadings = DMatrix::zeros(k, factors);
    for iteration in 1..=most {
        let mut reduced = correlation.clone();
        communalities.iter().enumerate().for_each(|(i, h2)| reduced[(i, i)] = *h2);
        loadings = extracted(&reduced, factors).1;
        let found: Vec<f64> = loadings.row_iter().map(|row| row.norm_squared()).collect();
        if found.iter().any(|h2| !(0.0..=1.0).contains(h2)) {
            return Err(StatsError::Undefined);
        }
        let moved = found.iter().zip(&communalities).map(|(new, old)| (new - old).abs()).fold(0.0, f64::max);
        communalities = found;
        if moved < tolerance {
            return Ok(PrincipalAxes { loadings, communalities, iterations: iteration, converged: true });
        }
    }
    Ok(PrincipalAxes { loadings, communalities, iterations: most, converged: false })
}

fn correlation(moments: &ItemCovariance) -> Result<DMatrix<f64>, StatsError> {
    let k = moments.means.len();
    let positions = moments.varying();
    if k < 2 {
        return Err(StatsError::Undefined);
    }
    if positions.len() < k {
        return Err(StatsError::NoVariance);
    }
    Ok(moments.correlation(&positions))
}

/// Eigenvalues in falling order and the loadings of the first `count`, none with a negative sum; a negative eigenvalue of a
/// reduced matrix gives no loadings.
fn extracted(matrix: &DMatrix<f64>, count: usize) -> (Vec<f64>, DMatrix<f64>) {
    let eigen = SymmetricEigen::new(matrix.clone());
    let k = matrix.nrows();
    let mut order: Vec<usize> = (0..k).collect();
    order.sort_by(|a, b| eigen.eigenvalues[*b].total_cmp(&eigen.eigenvalues[*a]));
    let mut loadings = DMatrix::zeros(k, count);
    for (to, from) in order.iter().take(count).enumerate() {
        let vector = eigen.eigenvectors.column(*from);
        let sign = if vector.sum() < 0.0 { -1.0 } else { 1.0 };
        let scale = sign * eigen.eigenvalues[*from].max(0.0).sqrt();
        loadings.set_column(to, &(vector * scale));
    }
    (order.into_iter().map(|at| eigen.eigenvalues[at]).collect(), loadings)
}

/// Varimax rotation of loadings with Kaiser's normalization (Kaiser 1958, *Psychometrika* 23, 187), by rotations of pairs of
/// columns until a whole round turns none by more than 10⁻¹⁰. Columns keep their order; none has a negative sum.
pub fn varimax(loadings: &DMatrix<f64>) -> DMatrix<f64> {
    const ROUNDS: usize = 500;
    let (k, factors) = loadings.shape();
    let lengths: Vec<f64> = loadings.row_iter().map(|row| row.norm()).collect();
    let mut rotated = DMatrix::from_fn(k, factors, |i, j| if lengths[i] > 0.0 { loadings[(i, j)] / lengths[i] } else { 0.0 });
    for _ in 0..ROUNDS {
        let mut largest: f64 = 0.0;
        for p in 0..factors {
            for q in p + 1..factors {
                let (mut a, mut b, mut c, mut d) = (0.0, 0.0, 0.0, 0.0);
                for i in 0..k {
                    let (x, y) = (rotated[(i, p)], rotated[(i, q)]);
                    let (u, v) = (x * x - y * y, 2.0 * x * y);
                    a += u;
                    b += v;
                    c += u * u - v * v;
                    d += 2.0 * u * v;
                }
                let n = k as f64;
                let angle = 0.25 * (d - 2.0 * a * b / n).atan2(c - (a * a - b * b) / n);
                largest = largest.max(angle.abs());
                let (sine, cosine) = angle.sin_cos();
                for i in 0..k {
                    let (x, y) = (rotated[(i, p)], rotated[(i, q)]);
                    rotated[(i, p)] = cosine * x + sine * y;
                    rotated[(i, q)] = cosine * y - sine * x;
                }
            }
        }
        if largest < 1e-10 {
            break;
        }
    }
    for mut column in rotated.column_iter_mut() {
        let total: f64 = column.iter().zip(&lengths).map(|(value, length)| value * length).sum();
        let sign = if total < 0.0 { -1.0 } else { 1.0 };
        column.iter_mut().zip(&lengths).for_each(|(value, length)| *value *= sign * length);
    }
    rotated
}

/// Average variance extracted, the mean of squared standardized loadings (Fornell & Larcker 1981, *J. Mark. Res.* 18, 39).
///
/// # Errors
/// `TooFewCases` without loadings.
pub fn average_variance_extracted(loadings: &[f64]) -> Result<f64, StatsError> {
    super::descriptives::needs(1, loadings.len())?;
    Ok(loadings.iter().map(|l| l * l).sum::<f64>() / loadings.len() as f64)
}

/// Composite reliability, (Σλ)² / ((Σλ)² + Σ(1 − λ²)) of standardized loadings (Jöreskog 1971, *Psychometrika* 36, 109).
///
/// # Errors
/// `TooFewCases` without loadings; `Undefined` when nothing is left to divide by.
pub fn composite_reliability(loadings: &[f64]) -> Result<f64, StatsError> {
    super::descriptives::needs(1, loadings.len())?;
    let common = loadings.iter().sum::<f64>().powi(2);
    let own: f64 = loadings.iter().map(|l| 1.0 - l * l).sum();
    let all = common + own;
    if all > 0.0 { Ok(common / all) } else { Err(StatsError::Undefined) }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used, clippy::float_cmp)]
    use super::*;
    use crate::stats::example_data::{close, items};
    use crate::stats::item_covariance::item_covariance;

    fn performance() -> ItemCovariance {
        item_covariance(&items("Y2")).unwrap()
    }

    /// R 4.2.2, `eigen`, `varimax(normalize = TRUE)`, principal axes with SPSS's stopping rule: tests/published/diagnostics.R.
    #[test]
    fn as_in_r() {
        let found = principal_components(&performance()).unwrap();
        for (value, expected) in found.eigenvalues.iter().zip([
            3.770_346_867_735_911,
            1.093_224_035_944_214,
            1.035_520_292_398_005,
            0.829_818_465_760_867_9,
            0.795_642_947_509_861_9,
            0.688_569_975_980_041,
            0.548_576_537_146_821_6,
            0.475_611_069_697_939_4,
            0.450_748_561_349_399_1,
            0.311_941_246_476_945_3,
        ]) {
            close(*value, expected);
        }
        assert_eq!(found.above_one(), 3);
        close(found.first_share(), 0.377_034_686_773_591_1);
        for (value, expected) in found.loadings.column(0).iter().zip([
            0.493_211_217_979_707_7,
            0.562_761_332_646_457_2,
            0.668_026_299_712_532_6,
            0.694_422_118_640_280_7,
            0.641_573_745_874_259_9,
        ]) {
            close(*value, expected);
        }
        let rotated = varimax(&found.loadings.columns(0, 3).into_owned());
        // The columns come in the order of the components; R's are the same.
        for (row, expected) in [
            (0, [0.270_083_443_243_897_4, 0.658_393_202_113_998_3, -0.069_462_812_944_994_82]),
            (4, [0.079_920_742_303_782_2, 0.834_602_895_290_727_2, 0.202_180_648_533_668_02]),
            (9, [0.696_495_660_224_908_9, 0.137_990_072_734_495_87, 0.071_307_526_297_022_24]),
        ] {
            let mut own: Vec<f64> = rotated.row(row).iter().copied().collect();
            let mut theirs = expected;
            own.sort_by(f64::total_cmp);
            theirs.sort_by(f64::total_cmp);
            own.iter().zip(theirs).for_each(|(own, expected)| assert!((own - expected).abs() < 1e-7, "{own} {expected}"));
        }
        let axes = principal_axes(&performance(), 1, 0.001, 25).unwrap();
        assert_eq!((axes.iterations, axes.converged), (5, true));
        for (value, expected) in axes.loadings.column(0).iter().zip([
            0.426_971_673_449_868_5,
            0.495_110_230_346_420_2,
            0.616_801_248_332_93,
            0.648_677_368_293_582_2,
            0.581_860_503_681_997_7,
        ]) {
            close(*value, expected);
        }
        axes.communalities.iter().zip(axes.loadings.column(0).iter()).for_each(|(h2, l)| close(*h2, l * l));
        assert!(!principal_axes(&performance(), 1, 1e-12, 5).unwrap().converged);
    }

    /// By hand of .7, .8, .65, .9: Σλ² = 2.3625, (Σλ)² = 3.05².
    #[test]
    fn variance_extracted_and_composite_reliability() {
        let loadings = [0.7, 0.8, 0.65, 0.9];
        close(average_variance_extracted(&loadings).unwrap(), 2.3625 / 4.0);
        close(composite_reliability(&loadings).unwrap(), 9.3025 / (9.3025 + 4.0 - 2.3625));
        assert_eq!(composite_reliability(&[]), Err(StatsError::TooFewCases { needed: 1, got: 0 }));
    }

    #[test]
    fn what_cannot_be_extracted_has_a_reason() {
        let of =
            |values: &[f64]| ItemCovariance { n: 10, means: vec![0.0; 2], covariance: DMatrix::from_row_slice(2, 2, values) };
        assert_eq!(principal_components(&of(&[1.0, 0.0, 0.0, 0.0])), Err(StatsError::NoVariance));
        assert_eq!(principal_axes(&of(&[1.0, 1.0, 1.0, 1.0]), 1, 0.001, 25), Err(StatsError::Collinear));
        assert_eq!(principal_axes(&of(&[1.0, 0.5, 0.5, 1.0]), 3, 0.001, 25), Err(StatsError::Undefined));
        // Two items of correlation r: components 1 ± r with loadings √((1 ± r)/2).
        let found = principal_components(&of(&[4.0, 1.0, 1.0, 1.0])).unwrap();
        close(found.eigenvalues[0], 1.5);
        close(found.loadings[(0, 0)], 0.75_f64.sqrt());
    }

    /// By hand: eigenvalues of 1 are not above 1; a column keeps its sign where what it carries is positive in sum.
    #[test]
    fn the_edge_of_one_and_the_sign_of_a_column() {
        let none = Components { eigenvalues: vec![1.0, 1.0], loadings: DMatrix::identity(2, 2) };
        assert_eq!(none.above_one(), 1);
        let column = DMatrix::from_column_slice(4, 1, &[0.9, -0.2, -0.2, -0.2]);
        assert!((varimax(&column) - &column).amax() < 1e-12);
        assert!((varimax(&-&column) - &column).amax() < 1e-12);
    }
}
