//! Tail probabilities and quantiles of the four reference distributions, from survival functions.

use statrs::distribution::{ChiSquared, ContinuousCDF, FisherSnedecor, Normal, StudentsT};

/// P(Z > z) of the standard normal distribution.
pub fn normal_sf(z: f64) -> f64 {
    Normal::standard().sf(z)
}
/// P(Z <= z) of the standard normal distribution.
pub fn normal_cdf(z: f64) -> f64 {
    Normal::standard().cdf(z)
}
/// The z with P(Z <= z) = p.
pub fn normal_quantile(p: f64) -> f64 {
    Normal::standard().inverse_cdf(p)
}
/// Two-tailed p of a Student t with `df` degrees of freedom; NaN never leaves: bad input gives 1.
pub fn t_two_tailed(t: f64, df: f64) -> f64 {
    StudentsT::new(0.0, 1.0, df).map_or(1.0, |d| (2.0 * d.sf(t.abs())).min(1.0))
}
/// The t with P(T <= t) = p.
pub fn t_quantile(p: f64, df: f64) -> f64 {
    StudentsT::new(0.0, 1.0, df).map_or(0.0, |d| d.inverse_cdf(p))
}
/// P(F > f) with `df1` and `df2` degrees of freedom.
pub fn f_sf(f: f64, df1: f64, df2: f64) -> f64 {
    FisherSnedecor::new(df1, df2).map_or(1.0, |d| d.sf(f))
}
/// The f with P(F <= f) = p.
pub fn f_quantile(p: f64, df1: f64, df2: f64) -> f64 {
    FisherSnedecor::new(df1, df2).map_or(0.0, |d| d.inverse_cdf(p))
}
/// P(X > x) of chi-squared with `df` degrees of freedom.
pub fn chi_squared_sf(x: f64, df: f64) -> f64 {
    ChiSquared::new(df).map_or(1.0, |d| d.sf(x))
}
