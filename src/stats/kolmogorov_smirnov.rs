//! The Kolmogorov–Smirnov test of normality with Lilliefors significance, as SPSS NPAR TESTS prints it.

use super::StatsError;
use super::column_space::centred;
use super::distributions::normal_cdf;

/// A one-sample Kolmogorov–Smirnov test against the normal distribution with the sample's own mean and deviation.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct KolmogorovSmirnov {
    /// Number of values.
    pub n: usize,
    /// Their mean; rounding noise about 0 for residuals.
    pub mean: f64,
    /// Their standard deviation with n − 1; of residuals √(SSE/(n − 1)), not the standard error of the estimate.
    pub sd: f64,
    /// Largest excess of the empirical over the normal distribution function ("Positive").
    pub d_plus: f64,
    /// Largest shortfall, with its negative sign ("Negative").
    pub d_minus: f64,
    /// The larger of both sizes ("Absolute", "Test Statistic").
    pub d: f64,
    /// The normal distribution function where it is reached: near 0 in the lower tail, near 1 in the upper.
    pub d_at: f64,
    /// Lilliefors significance, at most .200.
    pub p: f64,
    /// Whether p is .200 as "a lower bound of the true significance".
    pub p_lower_bound: bool,
}

/// Smallest sample with Lilliefors percentage points.
const FEWEST: usize = 4;

/// Standardized values closer than this are one value whose last bits differ (decimal ties).
const SAME: f64 = 5e-10;

/// Tests whether values (for a regression its residuals) come from a normal distribution.
///
/// D is taken over the distinct values: positive F̂(x₍ⱼ₎) − Φ, negative F̂(x₍ⱼ₋₁₎) − Φ. The p is [`lilliefors_p`].
///
/// # Errors
/// `TooFewCases` for n < 4; `NoVariance` when all values are equal (residuals of a perfect fit too); `Undefined` for
/// values that are not finite.
pub fn kolmogorov_smirnov(values: &[f64]) -> Result<KolmogorovSmirnov, StatsError> {
    let n = values.len();
    if n < FEWEST {
        return Err(StatsError::TooFewCases { needed: FEWEST, got: n });
    }
    if !values.iter().all(|v| v.is_finite()) {
        return Err(StatsError::Undefined);
    }
    let column = centred(values);
    if column.length <= 0.0 {
        return Err(StatsError::NoVariance);
    }
    let sd = column.length / ((n - 1) as f64).sqrt();
    let mut z: Vec<f64> = column.deviations.iter().map(|d| d / sd).collect();
    z.sort_by(f64::total_cmp);
    let (mut d_plus, mut d_minus) = (0.0_f64, 0.0_f64);
    let (mut plus_at, mut minus_at) = (0.5, 0.5);
    let mut below = 0;
    for group in z.chunk_by(|a, b| b - a < SAME) {
        let (Some(first), Some(last)) = (group.first(), group.last()) else {
            continue;
        };
        let expected = normal_cdf(0.5 * (first + last));
        let at_or_below = below + group.len();
        let above = at_or_below as f64 / n as f64 - expected;
        if above > d_plus {
            (d_plus, plus_at) = (above, expected);
        }
        let short = below as f64 / n as f64 - expected;
        if short < d_minus {
            (d_minus, minus_at) = (short, expected);
        }
        below = at_or_below;
    }
    let d = d_plus.max(-d_minus);
    let d_at = if d_plus >= -d_minus { plus_at } else { minus_at };
    let (p, p_lower_bound) = lilliefors_p(d, n);
    Ok(KolmogorovSmirnov { n, mean: column.mean, sd, d_plus, d_minus, d, d_at, p, p_lower_bound })
}

/// Lilliefors significance of a distance D in a sample of n (at least 4), and whether it is only a lower bound.
///
/// Dallal & Wilkinson (1986, *The American Statistician* 40, 294–296): their formula where it gives p ≤ .1; above, as
/// SPSS does, linear in D between their tabulated points of .15 and .20 (linear in n between the tabulated sizes)
/// and the formula's own point of .1; `(0.2, true)` from the point of .20 down. Their formula alone is not what SPSS
/// prints there (n = 50, D = .106: .200 against .165).
///
/// The straight line between the sizes 40 and 100, and again 100 and 400, runs above the curve of the true points: for n
/// from 55 to 83 p jumps from about .17 to .1 (from 120 to 369 and 595 to 655 too), and for n from 139 to 335 every p
/// above .1 is `(0.2, true)`. The first is what SPSS prints; for n > 100 no output is known, nor beyond the last size,
/// 900, where the points here fall with 1/√n.
pub fn lilliefors_p(d: f64, n: usize) -> (f64, bool) {
    // Larger samples are brought to 100 cases.
    let (size, stretch) = if n > 100 { (100.0, (n as f64 / 100.0).powf(0.49)) } else { (n.max(FEWEST) as f64, 1.0) };
    let root = (size + 2.78019).sqrt();
    let intercept = -0.122119 + 0.974598 / size.sqrt() + 1.67997 / size;
    let scaled = d * stretch * root;
    let p = (-7.01256 * scaled * scaled + 2.99587 * scaled + intercept).exp();
    if p <= 0.1 {
        return (p, false);
    }
    // The larger root of the formula = ln .1.
    let discriminant = 2.99587_f64.powi(2) + 4.0 * 7.01256 * (intercept - 0.1_f64.ln());
    let at_10 = (2.99587 + discriminant.sqrt()) / (2.0 * 7.01256) / root / stretch;
    let (at_20, at_15) = tabulated_points(n as f64);
    if d <= at_20 {
        (0.2, true)
    } else if d <= at_15 {
        (0.2 - 0.05 * (d - at_20) / (at_15 - at_20), false)
    } else {
        (0.15 - 0.05 * (d - at_15) / (at_10 - at_15), false)
    }
}

/// n, and D at p = .20 and .15 in thousandths (Dallal & Wilkinson 1986, Table 1).
const POINTS: [(f64, f64, f64); 23] = [
    (4.0, 303.0, 321.0),
    (5.0, 289.0, 303.0),
    (6.0, 269.0, 281.0),
    (7.0, 252.0, 264.0),
    (8.0, 239.0, 250.0),
    (9.0, 227.0, 238.0),
    (10.0, 217.0, 228.0),
    (11.0, 208.0, 218.0),
    (12.0, 200.0, 210.0),
    (13.0, 193.0, 202.0),
    (14.0, 187.0, 196.0),
    (15.0, 181.0, 190.0),
    (16.0, 176.0, 184.0),
    (17.0, 171.0, 179.0),
    (18.0, 167.0, 175.0),
    (19.0, 163.0, 170.0),
    (20.0, 159.0, 166.0),
    (25.0, 143.0, 150.0),
    (30.0, 131.0, 138.0),
    (40.0, 115.0, 120.0),
    (100.0, 74.0, 77.0),
    (400.0, 37.0, 39.0),
    (900.0, 25.0, 26.0),
];

/// D at p = .20 and p = .15.
fn tabulated_points(n: f64) -> (f64, f64) {
    for pair in POINTS.windows(2) {
        if let [(n0, a0, b0), (n1, a1, b1)] = pair
            && n <= *n1
        {
            let share = ((n - n0) / (n1 - n0)).max(0.0);
            return ((a0 + share * (a1 - a0)) / 1000.0, (b0 + share * (b1 - b0)) / 1000.0);
        }
    }
    let shrink = (900.0 / n).sqrt();
    (0.025 * shrink, 0.026 * shrink)
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used, clippy::float_cmp)]
    use super::*;
    use crate::stats::least_squares::least_squares;
    use crate::stats::reference_data::{agree, disnaker, nist};

    /// Putri (2019), Tables 4.11 and 4.12, as SPSS printed them; D further by R's nortest::lillie.test (1e-10). The
    /// second table prints ".077" as its test statistic, which cannot be: Absolute and Positive say .094.
    #[test]
    fn residuals_of_the_thesis_as_spss_printed_them() {
        let data = disnaker();
        let [x1, x2, y1, y2] = ["X1.", "X2.", "Y1.", "Y2."].map(|v| data.score(v));
        let first = least_squares(&[&x1, &x2], &y1, 0.95).unwrap().residuals;
        let ks = kolmogorov_smirnov(&first).unwrap();
        assert!(ks.mean.abs() < 1e-12 && (ks.sd - 2.60874534).abs() <= 0.5e-8);
        assert!(agree(ks.d, 0.10306453984213337, 1e-10) && ks.d == -ks.d_minus);
        assert!(agree(ks.d_plus, 0.03624185263674751, 1e-10));
        assert!((ks.p - 0.0704).abs() <= 0.5e-4 && !ks.p_lower_bound, "{}", ks.p);

        let second = least_squares(&[&x1, &x2, &y1], &y2, 0.95).unwrap().residuals;
        let ks = kolmogorov_smirnov(&second).unwrap();
        assert!((ks.sd - 3.11975812).abs() <= 0.5e-8);
        assert!(agree(ks.d, 0.0937319916653026, 1e-10) && ks.d == ks.d_plus);
        assert!(agree(ks.d_minus, -0.06148676988423918, 1e-10));
        assert_eq!((ks.p, ks.p_lower_bound, ks.n), (0.2, true, 68));
    }

    /// R 4.2.2 with nortest: D and, as it is below .1, Dallal & Wilkinson's p.
    #[test]
    fn small_p_of_nist_wampler4_as_in_r() {
        let data = nist("wampler4");
        let fit = least_squares(&data.columns(&["x1", "x2", "x3", "x4", "x5"]), &data.column("y"), 0.95).unwrap();
        let ks = kolmogorov_smirnov(&fit.residuals).unwrap();
        assert!(agree(ks.d, 0.31801472908575945, 1e-9) && agree(ks.d_minus, -0.24430932272527195, 1e-9));
        assert!(agree(ks.p, 5.853554509565072e-06, 1e-8));
    }

    /// Printed SPSS outputs of published theses: n, D and Sig. with three decimals.
    #[test]
    fn significance_as_spss_prints_it() {
        for (n, d, printed, bound) in [(50, 0.106, 0.200, true), (87, 0.086, 0.161, false), (68, 0.103, 0.070, false)] {
            let (p, lower_bound) = lilliefors_p(d, n);
            // D itself is printed with three decimals only.
            let (low, high) = (lilliefors_p(d + 0.0005, n).0, lilliefors_p(d - 0.0005, n).0);
            assert!(low - 0.0005 <= printed && printed <= high + 0.0005, "{n} {d}: {p}");
            assert_eq!(lower_bound, bound, "{n} {d}");
        }
    }

    /// At n = 68 the point of .20 lies at .115 − .041·28/60.
    #[test]
    fn the_points_are_linear_in_n() {
        let point = 0.115 - 0.041 * 28.0 / 60.0;
        assert_eq!(lilliefors_p(point - 1e-9, 68), (0.2, true));
        let (p, bound) = lilliefors_p(point + 1e-9, 68);
        assert!(!bound && p < 0.2 && p > 0.1999);
    }

    /// A significance must fall with D, whatever the sample; up to 50 cases the three pieces also join without a jump.
    #[test]
    fn p_falls_with_d() {
        for n in (4..1200).chain([5000, 100_000]) {
            let step = 0.002 / (n as f64).sqrt();
            let mut last = 0.2;
            for i in 1..1500 {
                let p = lilliefors_p(i as f64 * step, n).0;
                assert!(p <= last, "n = {n}: {last} then {p}");
                assert!(n > 50 || last - p < 0.01, "n = {n}: {last} then {p}");
                last = p;
            }
            assert!(last < 1e-10);
        }
    }

    /// Equal residuals whose last bits differ count as one value.
    #[test]
    fn ties_are_decimal() {
        let noisy = [0.1 + 0.2, 0.3, -0.3, -0.3, 0.0, 1.0, -1.0];
        let clean = [0.3, 0.3, -0.3, -0.3, 0.0, 1.0, -1.0];
        let (a, b) = (kolmogorov_smirnov(&noisy).unwrap(), kolmogorov_smirnov(&clean).unwrap());
        assert!(agree(a.d, b.d, 1e-12) && agree(a.d_plus, b.d_plus, 1e-12));
    }

    #[test]
    fn says_why_there_is_no_test() {
        let few = Err(StatsError::TooFewCases { needed: 4, got: 3 });
        assert_eq!(kolmogorov_smirnov(&[1.0, 2.0, 3.0]), few);
        assert_eq!(kolmogorov_smirnov(&[0.7; 9]), Err(StatsError::NoVariance));
        assert_eq!(kolmogorov_smirnov(&[1.0, 2.0, f64::NAN, 3.0]), Err(StatsError::Undefined));
    }

    /// Halfway between the tabulated sizes 400 (.037, .039) and 900 (.025, .026).
    #[test]
    fn points_between_sizes_lie_on_the_line() {
        let (twenty, fifteen) = tabulated_points(650.0);
        assert!((twenty - 0.031).abs() < 1e-12 && (fifteen - 0.0325).abs() < 1e-12);
        let (twenty, fifteen) = tabulated_points(3600.0);
        assert!((twenty - 0.0125).abs() < 1e-12 && (fifteen - 0.013).abs() < 1e-12);
    }
}
