//! McDonald's omega total from a one-factor analysis by maximum likelihood.

use nalgebra::{DMatrix, DVector, SymmetricEigen};

use super::StatsError;
use super::item_covariance::{ItemCovariance, cholesky, inverse_from};

/// A one-factor solution and the reliability it implies.
#[derive(Debug, Clone, PartialEq)]
pub struct Omega {
    /// ω total = (Σλ)² / ((Σλ)² + Σθ), loadings and uniquenesses in the items' own units.
    pub omega: f64,
    /// The same of the standardized items.
    pub omega_standardized: f64,
    /// Standardized loading of each item given, in order, their sum positive; none where it does not vary.
    pub loadings: Vec<Option<f64>>,
    /// Share of each item's variance that the factor leaves.
    pub uniquenesses: Vec<Option<f64>>,
    /// Whether a uniqueness ran into its lower bound of .005 (a Heywood case): the solution is then not
    /// to be trusted.
    pub heywood: bool,
}

/// Smallest uniqueness allowed, the bound of R's factanal.
const LOWER_BOUND: f64 = 0.005;
const ITERATIONS: usize = 500;

/// Omega of a scale from the covariances of its items (McDonald 1999, Test Theory, eq. 6.20b).
///
/// The likelihood is scale-invariant, so the correlations R are fitted and the solution is brought back to
/// the items' units by their standard deviations. With uniquenesses ψ = eˣ and the eigenvalues ω₁ > ω₂ > …
/// of Ψ^−½ R Ψ^−½ the likelihood concentrated over the loadings is f = Σₘ>₁ (ωₘ − ln ωₘ − 1) (Jöreskog 1967,
/// Psychometrika 32, 443; Lawley & Maxwell 1971, ch. 4). It is minimised in x by Newton's method with the
/// exact second derivatives (Clarke 1970, Br. J. Math. Stat. Psych. 23, 43), from two starts (and more if both fail). Programs
/// that stop early differ from the optimum in the sixth digit.
///
/// Items without variance are left out. Errors: `Undefined` below three items that vary (the factor is not
/// identified), `Collinear` when R is singular, `NotConverged`.
pub fn omega(moments: &ItemCovariance) -> Result<Omega, StatsError> {
    let positions = moments.varying();
    let k = positions.len();
    if k < 3 {
        return Err(StatsError::Undefined);
    }
    let correlation = moments.correlation(&positions);
    let inverse = inverse_from(&cholesky(&correlation)?)?;
    // Jöreskog's start, half of what the other items leave unexplained, and one that favours no item.
    let joreskog = inverse.map_diagonal(|d| (1.0 - 0.5 / k as f64) / d);
    let even = DVector::from_element(k, 0.5);
    let mut best: Option<Fit> = None;
    let mut consider = |start: &DVector<f64>| {
        if let Some(fit) = fit(&correlation, start)
            && best.as_ref().is_none_or(|b| fit.minimum < b.minimum - 1e-12)
        {
            best = Some(fit);
        }
        best.is_some()
    };
    let (first, second) = (consider(&joreskog), consider(&even));
    if !(first || second) {
        // Items that no factor joins: the optimum takes one of them for the factor itself.
        for own in 0..k {
            consider(&DVector::from_fn(k, |i, _| if i == own { LOWER_BOUND } else { 1.0 - correlation[(i, own)].powi(2) }));
        }
    }
    let fit = best.ok_or(StatsError::NotConverged)?;

    let sd = |i: usize| moments.covariance[(positions[i], positions[i])].sqrt();
    let common: f64 = (0..k).map(|i| fit.loadings[i] * sd(i)).sum();
    // The sign of a factor is arbitrary: Σλ > 0 in the items' units.
    let sign = if common < 0.0 { -1.0 } else { 1.0 };
    let unique: f64 = (0..k).map(|i| fit.uniquenesses[i] * sd(i) * sd(i)).sum();
    let common_standardized: f64 = fit.loadings.sum();
    let share = |common: f64, unique: f64| common * common / (common * common + unique);
    let mut loadings = vec![None; moments.means.len()];
    let mut uniquenesses = vec![None; moments.means.len()];
    for (i, &position) in positions.iter().enumerate() {
        loadings[position] = Some(sign * fit.loadings[i]);
        uniquenesses[position] = Some(fit.uniquenesses[i]);
    }
    Ok(Omega {
        omega: share(common, unique),
        omega_standardized: share(common_standardized, fit.uniquenesses.sum()),
        loadings,
        uniquenesses,
        heywood: fit.uniquenesses.iter().any(|&u| u <= LOWER_BOUND * (1.0 + 1e-9)),
    })
}

/// A minimum of the likelihood function.
struct Fit {
    loadings: DVector<f64>,
    uniquenesses: DVector<f64>,
    minimum: f64,
}

/// The function, its gradient and its Hessian in x = ln ψ, and the loadings that belong to ψ.
struct Point {
    value: f64,
    gradient: DVector<f64>,
    hessian: DMatrix<f64>,
    loadings: DVector<f64>,
}

/// Newton's method with a ridge that grows until a step descends; coordinates at the bound stay there.
fn fit(correlation: &DMatrix<f64>, start: &DVector<f64>) -> Option<Fit> {
    let lowest = LOWER_BOUND.ln();
    let k = start.len();
    let mut x = start.map(|u| u.clamp(LOWER_BOUND, 1.0).ln());
    let mut here = evaluate(correlation, &x)?;
    let mut ridge = 0.0;
    for _ in 0..ITERATIONS {
        let held = |i: usize| x[i] <= lowest && here.gradient[i] > 0.0;
        let free: Vec<usize> = (0..k).filter(|&i| !held(i)).collect();
        let steepest = free.iter().map(|&i| here.gradient[i].abs()).fold(0.0, f64::max);
        if steepest < 1e-11 {
            let uniquenesses = x.map(f64::exp);
            return Some(Fit { loadings: here.loadings, uniquenesses, minimum: here.value });
        }
        let part =
            DMatrix::from_fn(free.len(), free.len(), |a, b| here.hessian[(free[a], free[b])] + if a == b { ridge } else { 0.0 });
        let downhill = DVector::from_fn(free.len(), |a, _| -here.gradient[free[a]]);
        let next = part.cholesky().and_then(|factor| {
            let mut step = factor.solve(&downhill);
            // A step of more than a factor e in a uniqueness leaves the region the Hessian knows.
            let longest = step.amax();
            if longest > 1.0 {
                step /= longest;
            }
            let mut moved = x.clone();
            for (&i, by) in free.iter().zip(step.iter()) {
                moved[i] = (x[i] + by).max(lowest);
            }
            let there = evaluate(correlation, &moved)?;
            // Near the minimum the values are equal up to rounding and the gradient decides.
            let rounding = 1e-14 * (1.0 + here.value.abs());
            let descends = there.value < here.value - rounding
                || (there.value <= here.value + rounding && there.gradient.norm() < here.gradient.norm());
            descends.then_some((moved, there))
        });
        match next {
            Some((moved, there)) => {
                (x, here) = (moved, there);
                ridge = if ridge > 1e-6 { ridge / 10.0 } else { 0.0 };
            }
            None if ridge > 1e8 => break,
            None => ridge = if ridge > 0.0 { ridge * 10.0 } else { 1e-4 },
        }
    }
    // No step improves any more: the floor of double precision, if the gradient is that small.
    let worst = (0..k).filter(|&i| x[i] > lowest || here.gradient[i] < 0.0).map(|i| here.gradient[i].abs()).fold(0.0, f64::max);
    (worst < 1e-7).then(|| Fit { uniquenesses: x.map(f64::exp), loadings: here.loadings, minimum: here.value })
}

fn evaluate(correlation: &DMatrix<f64>, x: &DVector<f64>) -> Option<Point> {
    let k = x.len();
    let root = x.map(|v| (v / 2.0).exp());
    let scaled = DMatrix::from_fn(k, k, |i, j| correlation[(i, j)] / (root[i] * root[j]));
    let SymmetricEigen { eigenvalues, eigenvectors } = SymmetricEigen::try_new(scaled, f64::EPSILON, 10_000)?;
    let first = eigenvalues.imax();
    let largest = eigenvalues[first];

    let mut value = 0.0;
    let mut gradient = DVector::zeros(k);
    let (mut weighted, mut plain) = (DMatrix::zeros(k, k), DMatrix::zeros(k, k));
    let mut coupling = DMatrix::<f64>::zeros(k, k);
    for m in (0..k).filter(|&m| m != first) {
        let root = eigenvalues[m];
        if root <= 0.0 {
            return None;
        }
        let u = eigenvectors.column(m);
        value += root - root.ln() - 1.0;
        gradient += (1.0 - root) * u.component_mul(&u);
        let outer = u * u.transpose();
        weighted += root * &outer;
        let factor = (1.0 - root) * (largest + root) / (largest - root);
        coupling += factor * &outer;
        plain += outer;
    }
    // ∂²f/∂xᵢ∂xⱼ: pairs of residual roots give the first term, each with the largest root the second.
    let u = eigenvectors.column(first);
    let hessian = weighted.component_mul(&plain) + coupling.component_mul(&(u * u.transpose()));
    let size = (largest - 1.0).max(0.0).sqrt();
    let loadings = DVector::from_fn(k, |i, _| root[i] * u[i] * size);
    let finite = value.is_finite() && hessian.iter().all(|h| h.is_finite());
    finite.then_some(Point { value, gradient, hessian, loadings })
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::float_cmp)]
    use super::*;
    use crate::stats::example_data;
    use crate::stats::item_covariance::item_covariance;

    // R 4.2.2: factanal(covmat = cor(items), factors = 1, control = list(opt = list(factr = 1, pgtol = 0)))
    // on the example study, loadings times the items' deviations.
    #[test]
    fn the_example_as_factanal() {
        for (variable, omega_r, standardized_r) in [
            ("X1", 0.882_475_324_784_472_1, 0.882_647_594_757_536),
            ("X2", 0.821_914_713_759_918_8, 0.824_941_826_572_402_3),
            ("Y1", 0.824_999_002_646_866_5, 0.822_443_703_877_546),
            ("Y2", 0.817_394_441_648_215, 0.814_984_656_005_127_5),
        ] {
            let found = omega(&item_covariance(&example_data::items(variable)).unwrap()).unwrap();
            assert!((found.omega - omega_r).abs() < 1e-6, "{variable}");
            assert!((found.omega_standardized - standardized_r).abs() < 1e-6);
            assert!(!found.heywood);
        }
        let found = omega(&item_covariance(&example_data::items("X2")).unwrap()).unwrap();
        let loadings = [0.735_289, 0.823_846, 0.694_230, 0.455_330, 0.545_145, 0.695_695];
        for (own, expected) in found.loadings.iter().zip(loadings) {
            assert!((own.unwrap() - expected).abs() < 2e-6);
        }
    }

    // A covariance matrix that one factor reproduces exactly must give back that factor.
    #[test]
    fn an_exact_factor_is_found() {
        let (l, t) = ([1.2, 0.9, -0.3, 2.0, 0.7], [1.0, 0.5, 2.0, 1.5, 0.25]);
        let moments = ItemCovariance {
            n: 100,
            means: vec![0.0; 5],
            covariance: DMatrix::from_fn(5, 5, |i, j| l[i] * l[j] + if i == j { t[i] } else { 0.0 }),
        };
        let found = omega(&moments).unwrap();
        assert!((found.omega - 4.5_f64.powi(2) / (4.5_f64.powi(2) + 5.25)).abs() < 1e-9);
        for i in 0..5 {
            let sd = (l[i] * l[i] + t[i]).sqrt();
            assert!((found.loadings[i].unwrap() - l[i] / sd).abs() < 1e-8);
            assert!((found.uniquenesses[i].unwrap() - t[i] / (sd * sd)).abs() < 1e-8);
        }
    }

    // At a maximum of the likelihood inside the bounds λᵢ² + ψᵢ = 1, and the residual correlations meet
    // the normal equations (R − Σ) Σ⁻¹ λ = 0 (Lawley & Maxwell 1971, eq. 4.5).
    #[test]
    fn the_likelihood_equations_hold() {
        let moments = item_covariance(&example_data::items("Y2")).unwrap();
        let found = omega(&moments).unwrap();
        let load = DVector::from_iterator(10, found.loadings.iter().map(|l| l.unwrap()));
        let unique = DVector::from_iterator(10, found.uniquenesses.iter().map(|u| u.unwrap()));
        let positions: Vec<usize> = (0..10).collect();
        let residual = moments.correlation(&positions) - &load * load.transpose() - DMatrix::from_diagonal(&unique);
        assert!(residual.diagonal().amax() < 1e-9);
        let weights = load.component_div(&unique);
        assert!((residual * weights).amax() < 1e-9);
    }

    // Correlations .8, .8, .4 of three items ask for λ² = .8 · .8 / .4 = 1.6 in the first: impossible.
    #[test]
    fn a_heywood_case_is_named() {
        let moments = ItemCovariance {
            n: 50,
            means: vec![0.0; 4],
            covariance: DMatrix::from_row_slice(
                4,
                4,
                &[1.0, 0.8, 0.8, 0.0, 0.8, 1.0, 0.4, 0.0, 0.8, 0.4, 1.0, 0.0, 0.0, 0.0, 0.0, 0.0],
            ),
        };
        let found = omega(&moments).unwrap();
        assert!(found.heywood);
        assert_eq!(found.uniquenesses[0].map(|u| (u - 0.005).abs() < 1e-12), Some(true));
        assert_eq!((found.loadings[3], found.uniquenesses[3]), (None, None));
    }

    // Three items no factor can join (the product of their correlations is negative): R 4.2.2
    // factanal(covmat = R, factors = 1) takes the third for the factor.
    #[test]
    fn items_without_a_common_factor() {
        let (r12, r13, r23) = (0.134_388_246_022_099_4, 0.323_029_141_234_899_3, -0.388_290_137_357_660_4);
        let moments = ItemCovariance {
            n: 50,
            means: vec![0.0; 3],
            covariance: DMatrix::from_row_slice(3, 3, &[1.0, r12, r13, r12, 1.0, r23, r13, r23, 1.0]),
        };
        let found = omega(&moments).unwrap();
        assert!(found.heywood);
        let expected = [0.895_515_4, 0.848_840_5, 0.005];
        for (own, expected) in found.uniquenesses.iter().zip(expected) {
            assert!((own.unwrap() - expected).abs() < 1e-5);
        }
    }

    #[test]
    fn what_cannot_be_computed_has_a_reason() {
        let columns = example_data::items("X2");
        let of = |items: &[Vec<f64>]| omega(&item_covariance(items).unwrap());
        assert_eq!(of(&columns[..2]), Err(StatsError::Undefined));
        let twice = [&columns[..3], &columns[..1]].concat();
        assert_eq!(of(&twice), Err(StatsError::Collinear));
        let few: Vec<Vec<f64>> = columns.iter().map(|c| c[..4].to_vec()).collect();
        assert!(of(&few).is_err());
    }
}
