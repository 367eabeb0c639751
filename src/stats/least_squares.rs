//! Ordinary least squares with a constant, and everything a regression table prints.

use super::StatsError;
use super::column_space::{Centred, ColumnSpace, EXACTLY_COLLINEAR, centred};
use super::distributions::{f_sf, t_quantile, t_two_tailed};
use super::refinement::{Decomposed, Estimate, refined};
use nalgebra::{DMatrix, DVector};

/// Residuals whose standard deviation is below this share of the outcome's are rounding of a perfect fit.
const PERFECT: f64 = 1e-10;

/// Most cases whose estimate is improved in twice the precision: of more, rounding is the least worry.
const MOST_REFINED: usize = 20_000;

/// Units in which sums of squares and their inverses fit into `f64`.
const SQUARABLE: std::ops::Range<f64> = 1e-70..1e70;

/// The constant of a regression.
#[derive(Debug, Clone, PartialEq)]
pub struct Constant {
    /// Estimate, in units of the outcome.
    pub b: f64,
    /// Standard error; 0 in a perfect fit.
    pub se: f64,
    /// b/se; absent in a perfect fit.
    pub t: Option<f64>,
    /// Two-tailed p of t with n − k − 1 degrees of freedom.
    pub p: Option<f64>,
    /// Lower end of the confidence interval.
    pub ci_low: f64,
    /// Upper end of the confidence interval.
    pub ci_high: f64,
}

/// One predictor of a regression.
#[derive(Debug, Clone, PartialEq)]
pub struct Coefficient {
    /// Unstandardized estimate, outcome units per predictor unit.
    pub b: f64,
    /// Standard error of b; 0 in a perfect fit.
    pub se: f64,
    /// Standardized estimate, b·s_x/s_y.
    pub beta: f64,
    /// b/se; absent in a perfect fit.
    pub t: Option<f64>,
    /// Two-tailed p of t with n − k − 1 degrees of freedom.
    pub p: Option<f64>,
    /// Lower end of the confidence interval of b.
    pub ci_low: f64,
    /// Upper end of the confidence interval of b.
    pub ci_high: f64,
    /// Pearson correlation with the outcome.
    pub zero_order: f64,
    /// Partial correlation, t/√(t² + df); absent in a perfect fit.
    pub partial: Option<f64>,
    /// Part (semipartial) correlation, β√tolerance = t√((1 − R²)/df).
    pub part: f64,
    /// 1 − R² of this predictor on the others; 1 for a single predictor.
    pub tolerance: f64,
    /// Variance inflation factor, 1/tolerance.
    pub vif: f64,
}

/// A regression estimated by ordinary least squares.
///
/// In a perfect fit (`perfect_fit`) what is left is rounding: residuals, their sum of squares and all standard errors
/// are exactly 0, and every test statistic and p is absent.
#[derive(Debug, Clone, PartialEq)]
pub struct LeastSquares {
    /// Number of cases.
    pub n: usize,
    /// Number of predictors k, the constant not counted.
    pub predictors: usize,
    /// The constant.
    pub constant: Constant,
    /// The predictors, in the order given.
    pub coefficients: Vec<Coefficient>,
    /// Multiple correlation.
    pub r: f64,
    /// Share of the outcome's variance explained.
    pub r2: f64,
    /// 1 − (1 − R²)(n − 1)/(n − k − 1); may be negative.
    pub adjusted_r2: f64,
    /// Standard error of the estimate, √(SSE/(n − k − 1)).
    pub see: f64,
    /// Regression sum of squares, about the mean.
    pub ss_regression: f64,
    /// Residual sum of squares.
    pub ss_residual: f64,
    /// Total sum of squares, about the mean.
    pub ss_total: f64,
    /// k.
    pub df_regression: usize,
    /// n − k − 1.
    pub df_residual: usize,
    /// Regression mean square.
    pub ms_regression: f64,
    /// Residual mean square.
    pub ms_residual: f64,
    /// F of the whole regression; absent in a perfect fit.
    pub f: Option<f64>,
    /// p of F.
    pub p: Option<f64>,
    /// Whether nothing but rounding is left unexplained.
    pub perfect_fit: bool,
    /// Predicted value of each case.
    pub fitted: Vec<f64>,
    /// Observed − predicted, in file order.
    pub residuals: Vec<f64>,
    /// Diagonal of the hat matrix, the constant's 1/n included (SPSS's centred leverage is this − 1/n).
    pub leverage: Vec<f64>,
    /// (X'X)⁻¹, (k+1)×(k+1), the constant first; times `ms_residual` it is the covariance matrix of the estimates.
    pub xtx_inverse: DMatrix<f64>,
}

/// Regresses `outcome` on `predictors` (columns of the outcome's length) and a constant; intervals at `confidence`
/// (0.95 for 95 %).
///
/// The columns are centred and scaled to unit length and decomposed by Householder QR; no cross products are formed. The
/// estimate is improved by one step on its own residuals, among up to 20 000 cases by steps in twice the precision until it is
/// that of the raw values (Björck 1967, *BIT* 7). Coefficients, β, tolerance, VIF and correlations are as SPSS REGRESSION prints
/// them.
///
/// # Errors
/// `Undefined` without predictors, for unequal lengths, values that are not finite and a confidence outside (0, 1);
/// `TooFewCases` for n < k + 2; `NoVariance` for a constant outcome; `Collinear` when a predictor is constant or an
/// exact linear combination of others (see [`collinear_predictors`]); `Undefined` too for spreads beyond 10^±70.
pub fn least_squares<C: AsRef<[f64]>>(predictors: &[C], outcome: &[f64], confidence: f64) -> Result<LeastSquares, StatsError> {
    let n = outcome.len();
    let k = predictors.len();
    let usable = |column: &[f64]| column.len() == n && column.iter().all(|v| v.is_finite());
    let all_usable = usable(outcome) && predictors.iter().all(|c| usable(c.as_ref()));
    if k == 0 || !all_usable || !(confidence > 0.0 && confidence < 1.0) {
        return Err(StatsError::Undefined);
    }
    if n < k + 2 {
        return Err(StatsError::TooFewCases { needed: k + 2, got: n });
    }
    let y = centred(outcome);
    let columns: Vec<Centred> = predictors.iter().map(|c| centred(c.as_ref())).collect();
    if y.length <= 0.0 {
        return Err(StatsError::NoVariance);
    }
    if columns.iter().chain([&y]).any(|c| c.length > 0.0 && !SQUARABLE.contains(&c.length)) {
        return Err(StatsError::Undefined);
    }
    let fit = Fit::of(predictors, outcome, &columns, &y).ok_or(StatsError::Collinear)?;
    Ok(fit.tables(&columns, &y, confidence))
}

/// Which predictors (by position) take part in an exact linear dependency, a constant column included; empty when a
/// regression on them is defined. A predictor that is independent of the others is not named.
///
/// The criterion is free of scale: what the other predictors and the constant leave of a column is shorter than
/// 1e-8 of its own standard deviation.
pub fn collinear_predictors<C: AsRef<[f64]>>(predictors: &[C]) -> Vec<usize> {
    (0..predictors.len())
        .filter(|&j| {
            let others = predictors.iter().enumerate().filter(|(i, _)| *i != j);
            ColumnSpace::of(others.map(|(_, c)| c.as_ref())).holds(predictors[j].as_ref())
        })
        .collect()
}

/// The solution in units of standardized columns.
struct Fit {
    /// Coefficients of the unit-length columns.
    scaled: DVector<f64>,
    /// The constant, in units of the outcome.
    constant: f64,
    /// R⁻¹ of the unit-length columns.
    r_inverse: DMatrix<f64>,
    /// Outcome minus prediction.
    residuals: Vec<f64>,
    /// Row sums of squares of Q.
    leverage: Vec<f64>,
}

impl Fit {
    /// `None` when the columns are exactly collinear.
    fn of<C: AsRef<[f64]>>(predictors: &[C], outcome: &[f64], columns: &[Centred], y: &Centred) -> Option<Fit> {
        let (n, k) = (y.deviations.len(), columns.len());
        if columns.iter().any(|c| c.length <= 0.0) {
            return None;
        }
        let design = DMatrix::from_fn(n, k, |i, j| columns[j].deviations[i] / columns[j].length);
        let qr = design.clone().qr();
        let r = qr.r();
        if (0..k).any(|j| r[(j, j)].abs() < EXACTLY_COLLINEAR) {
            return None;
        }
        let solve = |target: &DVector<f64>| {
            let mut rotated = target.clone();
            qr.q_tr_mul(&mut rotated);
            r.solve_upper_triangular(&rotated.rows(0, k))
        };
        let target = DVector::from_column_slice(&y.deviations);
        let mut scaled = solve(&target)?;
        scaled += solve(&(&target - &design * &scaled))?;
        let q = qr.q();
        let b: Vec<f64> = scaled.iter().zip(columns).map(|(scaled, column)| scaled / column.length).collect();
        let constant = y.mean - b.iter().zip(columns).map(|(b, column)| b * column.mean).sum::<f64>();
        let mut estimate = Estimate { constant, b, residuals: (target - &design * &scaled).iter().copied().collect() };
        if n <= MOST_REFINED {
            estimate = refined(predictors, outcome, &Decomposed { columns, q: &q, r: &r }, estimate);
        }
        Some(Fit {
            residuals: estimate.residuals,
            scaled: DVector::from_iterator(k, estimate.b.iter().zip(columns).map(|(b, column)| b * column.length)),
            constant: estimate.constant,
            r_inverse: r.solve_upper_triangular(&DMatrix::identity(k, k))?,
            leverage: (0..n).map(|i| 1.0 / n as f64 + q.row(i).norm_squared()).collect(),
        })
    }

    fn tables(self, columns: &[Centred], y: &Centred, confidence: f64) -> LeastSquares {
        let (n, k) = (y.deviations.len(), columns.len());
        let df = (n - k - 1) as f64;
        let mut residuals = self.residuals.clone();
        let ss_total = y.length * y.length;
        let mut ss_residual: f64 = residuals.iter().map(|e| e * e).sum();
        let mut ss_regression: f64 = y.deviations.iter().zip(&residuals).map(|(y, e)| (y - e).powi(2)).sum();
        let perfect_fit = ss_residual.sqrt() <= PERFECT * y.length;
        if perfect_fit {
            residuals.fill(0.0);
            ss_residual = 0.0;
            ss_regression = ss_total;
        }
        let ms_residual = ss_residual / df;
        let ms_regression = ss_regression / k as f64;
        let see = ms_residual.sqrt();
        let r2 = (ss_regression / ss_total).min(1.0);
        let xtx_inverse = self.xtx_inverse(columns, n);
        let t_limit = t_quantile(0.5 + 0.5 * confidence, df);
        let estimate = |b: f64, unscaled: f64| {
            let se = see * unscaled;
            let t = (!perfect_fit).then(|| b / se);
            Constant { b, se, t, p: t.map(|t| t_two_tailed(t, df)), ci_low: b - t_limit * se, ci_high: b + t_limit * se }
        };
        let mut coefficients = Vec::with_capacity(k);
        for (j, column) in columns.iter().enumerate() {
            let b = self.scaled[j] / column.length;
            let vif = self.r_inverse.row(j).norm_squared();
            let beta = self.scaled[j] / y.length;
            let along: f64 = column.deviations.iter().zip(&y.deviations).map(|(x, y)| (x / column.length) * y).sum();
            let Constant { b, se, t, p, ci_low, ci_high } = estimate(b, vif.sqrt() / column.length);
            coefficients.push(Coefficient {
                b,
                se,
                beta,
                t,
                p,
                ci_low,
                ci_high,
                zero_order: (along / y.length).clamp(-1.0, 1.0),
                partial: t.map(|t| t / t.hypot(df.sqrt())),
                part: beta / vif.sqrt(),
                tolerance: 1.0 / vif,
                vif,
            });
        }
        let f = (!perfect_fit).then(|| ms_regression / ms_residual);
        LeastSquares {
            n,
            predictors: k,
            constant: estimate(self.constant, xtx_inverse[(0, 0)].sqrt()),
            coefficients,
            r: r2.sqrt(),
            r2,
            adjusted_r2: 1.0 - (ss_residual / ss_total) * (n - 1) as f64 / df,
            see,
            ss_regression,
            ss_residual,
            ss_total,
            df_regression: k,
            df_residual: n - k - 1,
            ms_regression,
            ms_residual,
            f,
            p: f.map(|f| f_sf(f, k as f64, df)),
            perfect_fit,
            fitted: y.deviations.iter().zip(&residuals).map(|(y_i, e)| y.mean + (y_i - e)).collect(),
            residuals,
            leverage: self.leverage,
            xtx_inverse,
        }
    }

    /// From the inverse triangle of the centred columns: V = S⁻¹R⁻¹R⁻ᵀS⁻¹ for the predictors, −Vx̄ between them and the
    /// constant, 1/n + x̄'Vx̄ for the constant.
    fn xtx_inverse(&self, columns: &[Centred], n: usize) -> DMatrix<f64> {
        let k = columns.len();
        let root = DMatrix::from_fn(k, k, |i, j| self.r_inverse[(i, j)] / columns[i].length);
        let means = DVector::from_iterator(k, columns.iter().map(|c| c.mean));
        let along = root.tr_mul(&means);
        let mut inverse = DMatrix::zeros(k + 1, k + 1);
        inverse[(0, 0)] = 1.0 / n as f64 + along.norm_squared();
        let with_constant = -(&root * &along);
        let block = &root * root.transpose();
        for i in 0..k {
            inverse[(0, i + 1)] = with_constant[i];
            inverse[(i + 1, 0)] = with_constant[i];
            for j in 0..k {
                inverse[(i + 1, j + 1)] = block[(i, j)];
            }
        }
        inverse
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used, clippy::float_cmp)]
    use super::*;
    use crate::stats::reference_data::{agree, disnaker, nist};

    const SIX: [&str; 6] = ["x1", "x2", "x3", "x4", "x5", "x6"];

    /// R 4.2.2: lm, car::vif, confint, cor on Longley, the hardest of the sets for tolerance and VIF.
    #[test]
    fn longley_correlations_and_intervals_as_in_r() {
        let data = nist("longley");
        let fit = least_squares(&data.columns(&SIX), &data.column("y"), 0.95).unwrap();
        let x2 = &fit.coefficients[1];
        for (what, found, expected) in [
            ("t", x2.t.unwrap(), -1.069516317221067),
            ("p", x2.p.unwrap(), 0.3126810610927029),
            ("low", x2.ci_low, -0.11158110241390116),
            ("high", x2.ci_high, 0.03994274382871833),
            ("beta", x2.beta, -1.0137463487145355),
            ("tolerance", x2.tolerance, 0.0005591235457059401),
            ("vif", x2.vif, 1788.5134827176998),
            ("zero-order", x2.zero_order, 0.9835516111796693),
            ("partial", x2.partial.unwrap(), -0.3358038578524791),
            ("part", x2.part, -0.023970836725787727),
            ("constant p", fit.constant.p.unwrap(), 0.003560403663726078),
            ("constant low", fit.constant.ci_low, -5496529.483274756),
            ("F p", fit.p.unwrap(), 4.984030528724564e-10),
            ("R", fit.r, 0.9977369415719234),
            ("adjusted", fit.adjusted_r2, 0.9924650076288261),
            ("residual", fit.residuals[0], 267.3400297597133),
            ("fitted", fit.fitted[15], 70757.75782519374),
            ("leverage", fit.leverage[15] - 1.0 / 16.0, 0.6261146016938933),
        ] {
            assert!(agree(found, expected, 1e-9), "{what}: {found}, R {expected}");
        }
    }

    /// Putri (2019), Universitas Dian Nuswantoro, Tables 4.14, 4.18, 4.20 and 4.22, as SPSS printed them.
    #[test]
    fn prints_as_the_thesis_does() {
        let data = disnaker();
        let [x1, x2, y1, y2] = ["X1.", "X2.", "Y1.", "Y2."].map(|v| data.score(v));
        let fit = least_squares(&[x1, x2, y1], &y2, 0.95).unwrap();
        let printed = [
            (fit.constant.b, 7.960),
            (fit.constant.se, 2.725),
            (fit.constant.t.unwrap(), 2.921),
            (fit.constant.p.unwrap(), 0.005),
            (fit.coefficients[0].b, 0.276),
            (fit.coefficients[0].se, 0.132),
            (fit.coefficients[0].beta, 0.302),
            (fit.coefficients[0].t.unwrap(), 2.086),
            (fit.coefficients[0].p.unwrap(), 0.041),
            (fit.coefficients[0].tolerance, 0.290),
            (fit.coefficients[0].vif, 3.449),
            (fit.coefficients[1].beta, 0.256),
            (fit.coefficients[1].p.unwrap(), 0.043),
            (fit.coefficients[2].beta, 0.296),
            (fit.coefficients[2].t.unwrap(), 2.217),
            (fit.r, 0.782),
            (fit.r2, 0.612),
            (fit.adjusted_r2, 0.594),
            (fit.ss_regression, 1028.426),
            (fit.ss_residual, 652.104),
            (fit.ss_total, 1680.529),
            (fit.ms_residual, 10.189),
            (fit.f.unwrap(), 33.645),
        ];
        for (found, printed) in printed {
            assert!((found - printed).abs() <= 0.000_500_1, "{found}, printed {printed}");
        }
        assert!((fit.see - 3.19204).abs() <= 0.5e-5, "{}", fit.see);
        assert_eq!((fit.n, fit.df_regression, fit.df_residual), (68, 3, 64));
    }

    /// X'X · (X'X)⁻¹ is the identity, and the hat matrix has trace k + 1.
    #[test]
    fn inverse_and_leverage_satisfy_their_definitions() {
        let data = disnaker();
        let columns = [data.score("X1."), data.score("X2.")];
        let fit = least_squares(&columns, &data.score("Y1."), 0.95).unwrap();
        let x = DMatrix::from_fn(68, 3, |i, j| if j == 0 { 1.0 } else { columns[j - 1][i] });
        let identity = x.tr_mul(&x) * &fit.xtx_inverse;
        assert!((identity - DMatrix::<f64>::identity(3, 3)).amax() < 1e-9);
        assert!((fit.leverage.iter().sum::<f64>() - 3.0).abs() < 1e-12);
        let hat = &x * &fit.xtx_inverse * x.transpose();
        assert!(fit.leverage.iter().enumerate().all(|(i, h)| (h - hat[(i, i)]).abs() < 1e-11));
    }

    #[test]
    fn units_do_not_matter() {
        let data = nist("longley");
        let (columns, y) = (data.columns(&SIX), data.column("y"));
        let plain = least_squares(&columns, &y, 0.95).unwrap();
        let tiny: Vec<Vec<f64>> = columns.iter().map(|c| c.iter().map(|v| v * 1e-12).collect()).collect();
        let huge: Vec<f64> = y.iter().map(|v| v * 1e15).collect();
        let scaled = least_squares(&tiny, &huge, 0.95).unwrap();
        assert!(agree(scaled.f.unwrap(), plain.f.unwrap(), 1e-10));
        for (a, b) in scaled.coefficients.iter().zip(&plain.coefficients) {
            assert!(agree(a.t.unwrap(), b.t.unwrap(), 1e-8) && agree(a.vif, b.vif, 1e-9));
        }
    }

    /// A power of two as unit changes exponents alone: not one digit of Filip's polynomial of degree ten, which takes several steps
    /// of refinement, may change with it.
    #[test]
    fn a_binary_unit_changes_no_digit() {
        let data = nist("filip");
        let (x, y) = (data.column("x"), data.column("y"));
        let powers: Vec<Vec<f64>> = (1..=10).map(|power| x.iter().map(|x| x.powi(power)).collect()).collect();
        let unit = (-60_f64).exp2();
        let small: Vec<f64> = y.iter().map(|y| y * unit).collect();
        let (plain, scaled) = (least_squares(&powers, &y, 0.95).unwrap(), least_squares(&powers, &small, 0.95).unwrap());
        for (a, b) in scaled.coefficients.iter().zip(&plain.coefficients) {
            assert_eq!((a.b, a.se), (b.b * unit, b.se * unit));
        }
    }

    /// y = 3 + 2x + e with e = 1, −1, −1, 1 over and over, which is at right angles to 1 and x: more rows than are refined.
    #[test]
    fn many_rows_have_their_constant_too() {
        let n = 4 * (MOST_REFINED / 4 + 1);
        let x: Vec<f64> = (0..n).map(|i| i as f64).collect();
        let y: Vec<f64> = x.iter().zip([1.0, -1.0, -1.0, 1.0].iter().cycle()).map(|(x, e)| 3.0 + 2.0 * x + e).collect();
        let fit = least_squares(&[x], &y, 0.95).unwrap();
        assert!(agree(fit.constant.b, 3.0, 1e-9) && agree(fit.coefficients[0].b, 2.0, 1e-13), "{:?}", fit.constant);
    }

    #[test]
    fn names_the_collinear_predictors() {
        let data = nist("longley");
        let (a, b, c) = (data.column("x1"), data.column("x3"), data.column("x4"));
        let sum: Vec<f64> = a.iter().zip(&c).map(|(a, c)| 300.0 * a + 10.0 * c - 7.0).collect();
        let columns = [a.clone(), b.clone(), c.clone(), sum];
        assert_eq!(collinear_predictors(&columns), [0, 2, 3]);
        assert_eq!(least_squares(&columns, &data.column("y"), 0.95), Err(StatsError::Collinear));
        assert_eq!(collinear_predictors(&[b.clone(), vec![0.1; 16], c]), [1]);
        assert_eq!(collinear_predictors(&data.columns(&SIX)), [0usize; 0]);
        assert_eq!(least_squares(&[a, vec![0.1; 16]], &b, 0.95), Err(StatsError::Collinear));
    }

    #[test]
    fn says_why_a_regression_is_not_possible() {
        let x = [1.0, 2.0, 3.0];
        let none: [&[f64]; 0] = [];
        let few = Err(StatsError::TooFewCases { needed: 4, got: 3 });
        assert_eq!(least_squares(&[&x, &[1.0, 0.0, 2.0]], &x, 0.95), few);
        assert_eq!(least_squares(&[&x], &[0.3; 3], 0.95), Err(StatsError::NoVariance));
        assert_eq!(least_squares(&none, &x, 0.95), Err(StatsError::Undefined));
        assert_eq!(least_squares(&[&x[..2]], &x, 0.95), Err(StatsError::Undefined));
        assert_eq!(least_squares(&[&[1.0, f64::NAN, 2.0]], &x, 0.95), Err(StatsError::Undefined));
        assert_eq!(least_squares(&[&x], &[1.0, 3.0, 2.0], 1.0), Err(StatsError::Undefined));
        assert!(collinear_predictors(&none).is_empty());
    }
}
