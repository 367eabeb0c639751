//! The incomplete gamma and beta functions, both tails at once, with small relative error far into the tails.
//!
//! The power term in front of the sums is where the usual `ln_gamma` differences lose digits (about ten decimals are
//! left at 10⁵ degrees of freedom). It is written here as a binomial or Poisson probability in Loader's saddle-point
//! form (C. Loader 2000, *Fast and accurate computation of binomial probabilities*), where nothing large cancels.

use std::f64::consts::TAU;

/// Upper bound of the steps of a sum or continued fraction. Both need about √(parameter) steps near the middle of
/// the distribution, so that this serves degrees of freedom up to [`LARGEST_DF`].
const MOST_STEPS: usize = 400_000;

/// Degrees of freedom above this are treated as infinite by the distributions.
pub(crate) const LARGEST_DF: f64 = 1e10;

/// ln Γ(n+1) − [(n+½) ln n − n + ½ ln 2π] for n > 0, the error of Stirling's formula.
pub(crate) fn stirling_error(n: f64) -> f64 {
    // From n to n+1 the error falls by (n+½) ln(1+1/n) − 1; from 16 on six terms of the series are exact to 1e-16.
    let mut shifted = 0.0;
    let mut m = n;
    while m < 16.0 {
        shifted += (m + 0.5) * (1.0 / m).ln_1p() - 1.0;
        m += 1.0;
    }
    let r = 1.0 / (m * m);
    let series =
        1.0 / 12.0 - r * (1.0 / 360.0 - r * (1.0 / 1260.0 - r * (1.0 / 1680.0 - r * (1.0 / 1188.0 - r * 691.0 / 360_360.0))));
    shifted + series / m
}

/// x ln(x/m) + m − x for x, m > 0, without cancellation where x and m are close.
pub(crate) fn deviance(x: f64, m: f64) -> f64 {
    let difference = x - m;
    if difference.abs() >= 0.1 * (x + m) {
        return x * (x / m).ln() - difference;
    }
    // ln(x/m) = 2 artanh v with v = (x−m)/(x+m).
    let v = difference / (x + m);
    let mut sum = difference * v;
    let mut power = 2.0 * x * v;
    let mut odd = 3.0;
    while odd < 201.0 {
        power *= v * v;
        sum += power / odd;
        if power.abs() <= 1e-17 * sum {
            break;
        }
        odd += 2.0;
    }
    sum
}

/// Lower and upper regularized incomplete gamma functions, P(a, x) and Q(a, x) = 1 − P, for finite a > 0 and x ≥ 0.
///
/// Series for x < a+1, Legendre's continued fraction (modified Lentz) beyond: Abramowitz & Stegun 6.5.29 and 6.5.31.
pub(crate) fn gamma_tails(a: f64, x: f64) -> (f64, f64) {
    if x <= 0.0 {
        return (0.0, 1.0);
    }
    if x.is_infinite() {
        return (1.0, 0.0);
    }
    // xᵃ e⁻ˣ / Γ(a+1)
    let front = (-stirling_error(a) - deviance(a, x)).exp() / (TAU * a).sqrt();
    if x < a + 1.0 {
        let mut term = 1.0;
        let mut sum = 1.0;
        for i in 1..MOST_STEPS {
            term *= x / (a + i as f64);
            sum += term;
            if term < sum * 1e-17 {
                break;
            }
        }
        let lower = (front * sum).min(1.0);
        (lower, 1.0 - lower)
    } else {
        let mut b = x + 1.0 - a;
        let fraction = 1.0
            / continued_fraction(b, |i| {
                let i = i as f64;
                b += 2.0;
                (-i * (i - a), b)
            });
        let upper = (front * a * fraction).min(1.0);
        (1.0 - upper, upper)
    }
}

/// I_x(a, b) and its complement I_y(b, a), the regularized incomplete beta functions, for a, b > 0 and y = 1 − x.
///
/// Both x and y are given because the one that is close to 1 cannot yield the other with all digits.
pub(crate) fn beta_tails(x: f64, y: f64, a: f64, b: f64) -> (f64, f64) {
    if x <= 0.0 {
        return (0.0, 1.0);
    }
    if y <= 0.0 {
        return (1.0, 0.0);
    }
    // (a + b) times the distance of x below the mean a/(a+b), from the two small products.
    let below_mean = a * y - b * x;
    if below_mean < 0.0 {
        let (other, this) = beta_below_mean(y, x, b, a, -below_mean);
        (this, other)
    } else {
        beta_below_mean(x, y, a, b, below_mean)
    }
}

/// xᵃ yᵇ / B(a, b) for y = 1 − x.
pub(crate) fn beta_front(x: f64, y: f64, a: f64, b: f64) -> f64 {
    let n = a + b;
    let exponent = stirling_error(n) - stirling_error(a) - stirling_error(b) - deviance(a, n * x) - deviance(b, n * y);
    exponent.exp() * (a * b / (TAU * n)).sqrt()
}

/// The continued fraction of DiDonato & Morris (1992, *ACM TOMS* 18, 360–373, their equation for x at or below the
/// mean): unlike the classical one it does not subtract nearly equal numbers when a or b is large.
fn beta_below_mean(x: f64, y: f64, a: f64, b: f64, below_mean: f64) -> (f64, f64) {
    let n = a + b;
    let front = beta_front(x, y, a, b);
    let denominator = |i: f64, product: f64| {
        i + product / (a + 2.0 * i - 1.0) + (a + i) / (a + 2.0 * i + 1.0) * (below_mean + 1.0 + i * (1.0 + y))
    };
    let fraction = continued_fraction(a / (a + 1.0) * (below_mean + 1.0), |i| {
        let i = i as f64;
        let product = i * (b - i) * x;
        let odd = a + 2.0 * i - 1.0;
        let numerator = (a + i - 1.0) / odd * ((n + i - 1.0) / odd) * product * x;
        (numerator, denominator(i, product))
    });
    let lower = (front / fraction).min(1.0);
    (lower, 1.0 - lower)
}

/// first + a₁/(b₁ + a₂/(b₂ + …)), the pairs given by `term(1)`, `term(2)`, …; modified Lentz
/// (Thompson & Barnett 1986, *J. Comput. Phys.* 64).
pub(crate) fn continued_fraction(first: f64, mut term: impl FnMut(usize) -> (f64, f64)) -> f64 {
    const TINY: f64 = 1e-290;
    let away_from_zero = |v: f64| if v.abs() < TINY { TINY } else { v };
    let mut value = away_from_zero(first);
    let mut c = value;
    let mut d = 0.0;
    for i in 1..MOST_STEPS {
        let (a, b) = term(i);
        d = 1.0 / away_from_zero(b + a * d);
        c = away_from_zero(b + a / c);
        let step = c * d;
        value *= step;
        if (step - 1.0).abs() < 1e-16 {
            break;
        }
    }
    value
}

#[cfg(test)]
mod tests {
    use super::*;

    /// ln 16! − Stirling's formula by 60-digit decimal arithmetic (16! = 20 922 789 888 000): where the series is used as it is.
    #[test]
    fn the_error_of_stirlings_formula_to_the_last_digits() {
        let found = stirling_error(16.0);
        assert!((found / 0.005_207_655_919_609_64 - 1.0).abs() < 3e-15, "{found:e}");
        // ln 1! − Stirling's formula: 1 − ½ ln 2π.
        assert!((stirling_error(1.0) - (1.0 - 0.5 * TAU.ln())).abs() < 3e-15);
    }
}
