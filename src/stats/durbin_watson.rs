//! The Durbin–Watson statistic and the exact bounds of its table.

use super::StatsError;
use super::roots::crossing;
use std::collections::BTreeMap;
use std::f64::consts::PI;
use std::sync::{Mutex, PoisonError};

/// The two bounds of the Durbin–Watson table.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct DurbinWatsonBounds {
    /// dL: below it, positive autocorrelation.
    pub dl: f64,
    /// dU: above it (and below 4 − dU), none.
    pub du: f64,
}

/// d = Σ(eₜ − eₜ₋₁)²/Σe², the residuals in file order (Durbin & Watson 1950, *Biometrika* 37, 409–428); between 0 and 4.
/// It means something only where the order of the cases does.
///
/// # Errors
/// `TooFewCases` for n < 2, `PerfectFit` when all residuals are 0, `Undefined` for values that are not finite.
pub fn durbin_watson(residuals: &[f64]) -> Result<f64, StatsError> {
    if residuals.len() < 2 {
        return Err(StatsError::TooFewCases { needed: 2, got: residuals.len() });
    }
    if !residuals.iter().all(|e| e.is_finite()) {
        return Err(StatsError::Undefined);
    }
    let largest = residuals.iter().fold(0.0, |m: f64, e| m.max(e.abs()));
    if largest <= 0.0 {
        return Err(StatsError::PerfectFit);
    }
    let square = |v: f64| (v / largest).powi(2);
    let differences: f64 = residuals.windows(2).map(|pair| square(pair[1] - pair[0])).sum();
    let total: f64 = residuals.iter().map(|e| square(*e)).sum();
    Ok(differences / total)
}

/// dL and dU of the Durbin–Watson table for n cases, k predictors (the constant not counted) and a one-sided `alpha`.
///
/// Whatever the predictors, d lies between Σvᵢξᵢ²/Σξᵢ² with the n − k − 1 smallest and the same with the largest of
/// v = 2(1 − cos πi/n), i = 1 … n − 1 (Durbin & Watson 1950). The bounds are the `alpha` points of these two ratios, their
/// distribution by Imhof's integral (1961, *Biometrika* 48, 419–426), which also serves n where the
/// usual algorithm (Farebrother 1980, AS 153) breaks down. Right to about 1e-10.
///
/// # Errors
/// `TooFewCases` for n < k + 3, `Undefined` for k = 0 or an alpha outside (0, 1).
pub fn durbin_watson_bounds(n: usize, k: usize, alpha: f64) -> Result<DurbinWatsonBounds, StatsError> {
    if k == 0 || !(alpha > 0.0 && alpha < 1.0) {
        return Err(StatsError::Undefined);
    }
    if n < k + 3 {
        return Err(StatsError::TooFewCases { needed: k + 3, got: n });
    }
    // Every regression of a study with as many predictors asks for the same two.
    let key = (n, k, alpha.to_bits());
    if let Some(known) = KNOWN.lock().unwrap_or_else(PoisonError::into_inner).get(&key) {
        return Ok(*known);
    }
    // The largest k roots are left out for dL, the smallest k for dU.
    let point = |left_out: std::ops::Range<usize>| {
        let (low, high) = if left_out.start == 1 { (k + 1, n - 1) } else { (1, n - k - 1) };
        let roots = weighted_roots(n, left_out);
        crossing(|d| ratio_below(&roots, d) - alpha, root(n, low), root(n, high)).ok_or(StatsError::NotConverged)
    };
    let bounds = DurbinWatsonBounds { dl: point(n - k..n)?, du: point(1..k + 1)? };
    let mut known = KNOWN.lock().unwrap_or_else(PoisonError::into_inner);
    if known.len() < MOST_KNOWN {
        known.insert(key, bounds);
    }
    Ok(bounds)
}

/// The bounds found so far, by n, k and the bits of alpha: finding them is a hundred integrals.
static KNOWN: Mutex<BTreeMap<(usize, usize, u64), DurbinWatsonBounds>> = Mutex::new(BTreeMap::new());
/// The most bounds that are remembered.
const MOST_KNOWN: usize = 10_000;

/// vᵢ = 2(1 − cos πi/n) = 4 sin²(πi/2n), rising with i.
fn root(n: usize, i: usize) -> f64 {
    4.0 * (PI * i as f64 / (2.0 * n as f64)).sin().powi(2)
}

/// From this number of cases on the sums over the roots are taken at [`NODES`] places.
const MANY: usize = 1000;
/// Half the number of places around the circle; twice as many change nothing in the last digit.
const NODES: usize = 128;

/// The roots i = 1 … n − 1 without those `left_out`, each with the number of times it counts.
///
/// Every sum below is Σ h(πi/n) with an even, periodic and analytic h, so that its mean around the circle is found from few equal
/// steps (Trefethen & Weideman 2014, *SIAM Review* 56, 385–458, theorem 3.2), and the sum is n times that mean without the half
/// terms at both ends: a million cases take no longer than a thousand.
fn weighted_roots(n: usize, left_out: std::ops::Range<usize>) -> Vec<(f64, f64)> {
    if n < MANY {
        return (1..n).filter(|i| !left_out.contains(i)).map(|i| (root(n, i), 1.0)).collect();
    }
    let each = n as f64 / NODES as f64;
    let weight = |j: usize| if j == 0 || j == NODES { 0.5 * each - 0.5 } else { each };
    let nodes = (0..=NODES).map(|j| (root(NODES, j), weight(j)));
    nodes.chain(left_out.map(|i| (root(n, i), -1.0))).collect()
}

/// Step of the trapezoidal rule; half of it changes no bound by more than 2e-11 at alpha = 1e-6 and 1e-13 from .01 on.
const STEP: f64 = 0.0625;

/// P(Σvᵢξᵢ²/Σξᵢ² < d) = P(Q < 0) with Q = Σ(vᵢ − d)ξᵢ², for independent standard normal ξ.
///
/// Imhof: P(Q > 0) = ½ + (1/π)∫₀^∞ sin θ(u)/(u ρ(u)) du, θ = ½Σ arctan λᵢu, ρ = Π(1 + λᵢ²u²)^¼. The integrand is even in
/// u; with u = c·sinh x it becomes an even analytic function of x that falls off exponentially, for which equal
/// steps converge faster than any power of the step. c is one over the standard deviation of Q.
/// The v come with the number of times each counts.
fn ratio_below(v: &[(f64, f64)], d: f64) -> f64 {
    let lambda: Vec<(f64, f64)> = v.iter().map(|(v, times)| (v - d, *times)).collect();
    let total: f64 = lambda.iter().map(|(l, times)| times * l).sum();
    let spread = lambda.iter().map(|(l, times)| times * l * l).sum::<f64>().sqrt();
    if spread <= 0.0 {
        return 0.5;
    }
    // Ten standard deviations from its mean Q has one sign, and sin θ would turn faster than the steps can follow.
    let distance = total / (spread * std::f64::consts::SQRT_2);
    if distance.abs() > 10.0 {
        return if distance > 0.0 { 0.0 } else { 1.0 };
    }
    let scale = 1.0 / spread;
    // At u → 0 the integrand is θ/u = ½Σλ.
    let mut sum = 0.25 * total * scale;
    for i in 1..4000 {
        let x = STEP * i as f64;
        let u = scale * x.sinh();
        let (mut angle, mut ln_size) = (0.0, 0.0);
        for (l, times) in &lambda {
            let product = l * u;
            angle += times * product.atan();
            ln_size += times * (product * product).ln_1p();
        }
        // du/u = dx / tanh x
        let envelope = (-0.25 * ln_size).exp() / x.tanh();
        sum += (0.5 * angle).sin() * envelope;
        if envelope < 1e-17 {
            break;
        }
    }
    0.5 - sum * STEP / PI
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;
    use crate::stats::least_squares::least_squares;
    use crate::stats::reference_data::{agree, disnaker, nist};

    /// lmtest::dwtest (R 4.2.2), on the two regressions of the thesis and two NIST sets.
    #[test]
    fn d_as_in_lmtest() {
        let thesis = disnaker();
        let [x1, x2, y1, y2] = ["X1.", "X2.", "Y1.", "Y2."].map(|v| thesis.score(v));
        let (longley, norris) = (nist("longley"), nist("norris"));
        let six = ["x1", "x2", "x3", "x4", "x5", "x6"];
        for (columns, y, d) in [
            (vec![x1.clone(), x2.clone()], y1.clone(), 2.0987589106435096),
            (vec![x1, x2, y1], y2, 1.701875353726083),
            (longley.columns(&six), longley.column("y"), 2.559487689281539),
            (norris.columns(&["x1"]), norris.column("y"), 1.271508971259241),
        ] {
            let found = durbin_watson(&least_squares(&columns, &y, 0.95).unwrap().residuals).unwrap();
            assert!(agree(found, d, 1e-9), "{found}, R {d}");
        }
    }

    /// Bounds by an independent program (numerical integration in R and Python, 1e-8 and better).
    #[test]
    fn bounds_to_eight_decimals() {
        for (n, k, alpha, dl, du) in [
            (16, 6, 0.05, 0.5022296258300368, 2.388123509160878),
            (16, 6, 0.01, 0.3486831156593385, 2.1533600919526266),
            (21, 5, 0.05, 0.8285574300043408, 1.9634926683753897),
            (30, 2, 0.05, 1.2837352479617912, 1.5666135666175853),
            (30, 6, 0.01, 0.8118564530887843, 1.7072298984659897),
            (36, 1, 0.05, 1.4106494291843314, 1.5245102759620015),
            (100, 1, 0.01, 1.522481510330971, 1.56213147110718),
            (100, 2, 0.05, 1.6336901815482883, 1.7151684739145558),
        ] {
            let found = durbin_watson_bounds(n, k, alpha).unwrap();
            assert!((found.dl - dl).abs() < 1e-8 && (found.du - du).abs() < 1e-8, "{n} {k} {alpha}: {found:?}");
        }
    }

    /// The sums over few places are those over all roots: what the table above was compared with.
    #[test]
    fn many_cases_are_as_exact_as_few() {
        for (n, k, alpha) in [(MANY, 1, 0.05), (MANY, 9, 0.001), (1501, 3, 0.01)] {
            let point = |left_out: std::ops::Range<usize>| {
                let all: Vec<(f64, f64)> = (1..n).filter(|i| !left_out.contains(i)).map(|i| (root(n, i), 1.0)).collect();
                crossing(|d| ratio_below(&all, d) - alpha, 1.5, 2.5).unwrap()
            };
            let found = durbin_watson_bounds(n, k, alpha).unwrap();
            assert!((found.dl - point(n - k..n)).abs() < 1e-12 && (found.du - point(1..k + 1)).abs() < 1e-12, "{n} {k}");
        }
        // Nearly normal with variance 4/n (Durbin & Watson 1951, Biometrika 38, sec. 6): 2 − 1.645·2/√n.
        let million = durbin_watson_bounds(1_000_000, 3, 0.05).unwrap();
        assert!((million.dl - (2.0 - 1.644853627 * 2e-3)).abs() < 1e-5 && million.dl < million.du, "{million:?}");
    }

    /// The printed tables of Savin & White (1977, *Econometrica* 45, 1989–1996), 5 %, from the smallest sample on.
    #[test]
    fn bounds_as_printed() {
        for (n, k, dl, du) in [
            (6, 1, 0.610, 1.400),
            (10, 1, 0.879, 1.320),
            (10, 5, 0.243, 2.822),
            (15, 1, 1.077, 1.361),
            (20, 4, 0.894, 1.828),
            (50, 3, 1.421, 1.674),
            (68, 2, 1.547, 1.6678),
            (100, 1, 1.654, 1.6944),
            (200, 2, 1.7483, 1.7887),
        ] {
            let found = durbin_watson_bounds(n, k, 0.05).unwrap();
            assert!((found.dl - dl).abs() <= 0.00051 && (found.du - du).abs() <= 0.00051, "{n} {k}: {found:?}");
        }
    }

    /// Two roots: the ratio is v₁ + (v₂ − v₁)·sin²φ with φ uniform, so its distribution is an arcsine.
    #[test]
    fn two_roots_follow_the_arcsine_law() {
        for share in [0.001, 0.2, 0.5, 0.9] {
            let exact = 2.0 / PI * f64::sqrt(share).asin();
            let found = ratio_below(&[(0.5, 1.0), (3.0, 1.0)], 0.5 + 2.5 * share);
            assert!((found - exact).abs() < 1e-10, "{share}: {found} {exact}");
        }
    }

    /// In large samples d is nearly normal about 2 with variance 4/n, so both bounds approach 2 − 1.645·2/√n.
    #[test]
    fn large_samples_settle() {
        let found = durbin_watson_bounds(5000, 2, 0.05).unwrap();
        let normal = 2.0 - 1.6448536 * 2.0 / 5000f64.sqrt();
        assert!(found.dl < normal && normal < found.du && found.du - found.dl < 0.003, "{found:?}");
        let rare = durbin_watson_bounds(20_000, 2, 1e-6).unwrap();
        let normal = 2.0 - 4.753424 * 2.0 / 20_000f64.sqrt();
        assert!((rare.dl - normal).abs() < 0.002 && (rare.du - normal).abs() < 0.002, "{rare:?}");
    }

    #[test]
    fn says_why_there_is_none() {
        assert_eq!(durbin_watson(&[1.0]), Err(StatsError::TooFewCases { needed: 2, got: 1 }));
        assert_eq!(durbin_watson(&[0.0; 6]), Err(StatsError::PerfectFit));
        assert_eq!(durbin_watson(&[1.0, f64::NAN]), Err(StatsError::Undefined));
        let few = Err(StatsError::TooFewCases { needed: 6, got: 5 });
        assert_eq!(durbin_watson_bounds(5, 3, 0.05), few);
        assert_eq!(durbin_watson_bounds(50, 0, 0.05), Err(StatsError::Undefined));
        assert_eq!(durbin_watson_bounds(50, 1, 1.0), Err(StatsError::Undefined));
    }
}
