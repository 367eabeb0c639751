//! Moderation: a mean-centred product in a regression, its simple slopes and where they are significant.

use super::StatsError;
use super::descriptives::{mean, variance};
use super::distributions::{f_sf, t_quantile, t_two_tailed};
use super::least_squares::{LeastSquares, least_squares};

/// The slope of the predictor at one value of the moderator.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct SimpleSlope {
    /// The value, in units of the moderator.
    pub at: f64,
    /// The slope there.
    pub b: f64,
    /// Its standard error.
    pub se: f64,
    /// b / se.
    pub t: f64,
    /// Two-tailed, with the degrees of freedom of the regression.
    pub p: f64,
    /// Lower end of the interval.
    pub low: f64,
    /// Upper end.
    pub high: f64,
    /// The outcome predicted there one standard deviation below and above the predictor's mean, the other predictors at
    /// their means (Aiken & West 1991, p. 12: the points through which a simple regression line is drawn).
    pub predicted: [f64; 2],
}

/// A moderated regression beside the one without the product.
#[derive(Debug, Clone, PartialEq)]
pub struct Moderation {
    /// Without the product, its predictors as given (predictor and moderator centred).
    pub without: LeastSquares,
    /// With it; the product is the last predictor.
    pub with: LeastSquares,
    /// The predictors of the regression with the product, predictor and moderator centred.
    pub columns: Vec<Vec<f64>>,
    /// What the product adds to R².
    pub delta_r2: f64,
    /// F of that, with 1 and n − k − 1 degrees of freedom; equals t² of the product.
    pub f_change: f64,
    /// Its upper tail probability.
    pub p_change: f64,
    /// Slopes one standard deviation below the moderator's mean, at it and one above it.
    pub slopes: [SimpleSlope; 3],
    /// The predictor one standard deviation below and above its mean, where the outcome is predicted.
    pub predictor_at: [f64; 2],
    /// Values of the moderator at which the slope turns significant or ceases to be (Johnson & Neyman 1936), rising, in the
    /// moderator's units; two, or none where it is significant everywhere or nowhere.
    pub bounds: Vec<f64>,
    /// Whether the slope is significant between the bounds (where there are two) or everywhere (where there are none).
    pub significant_inside: bool,
    /// Smallest value of the moderator found.
    pub lowest: f64,
    /// Largest value found.
    pub highest: f64,
}

/// Adds the product of two predictors, centred on their means, to a regression (Aiken & West 1991, *Multiple Regression:
/// Testing and Interpreting Interactions*, ch. 2; Johnson–Neyman bounds as Bauer & Curran 2005, *Multivar. Behav. Res.*
/// 40, 373).
///
/// `predictors` are columns of the outcome's length, `x` and `moderator` two different positions in them.
///
/// # Errors
/// As [`least_squares`], of the regression with the product; `PerfectFit` when it leaves nothing to test; `Undefined` for
/// positions that point nowhere or twice to the same column.
pub fn moderation(
    predictors: &[Vec<f64>],
    x: usize,
    moderator: usize,
    outcome: &[f64],
    confidence: f64,
) -> Result<Moderation, StatsError> {
    let (Some(a), Some(m)) = (predictors.get(x), predictors.get(moderator)) else { return Err(StatsError::Undefined) };
    if x == moderator || a.len() != outcome.len() || m.len() != outcome.len() {
        return Err(StatsError::Undefined);
    }
    let centred = |column: &[f64]| -> Result<Vec<f64>, StatsError> {
        let middle = mean(column)?;
        Ok(column.iter().map(|v| v - middle).collect())
    };
    let (ca, cm) = (centred(a)?, centred(m)?);
    let product: Vec<f64> = ca.iter().zip(&cm).map(|(a, m)| a * m).collect();
    let mut columns = predictors.to_vec();
    columns[x] = ca;
    columns[moderator] = cm;
    let without = least_squares(&columns, outcome, confidence)?;
    columns.push(product.clone());
    let with = least_squares(&columns, outcome, confidence)?;
    if with.perfect_fit {
        return Err(StatsError::PerfectFit);
    }
    let delta_r2 = with.r2 - without.r2;
    // t² of the product, without the difference of two nearly equal R².
    let last = with.coefficients.last().and_then(|coefficient| coefficient.t).ok_or(StatsError::Undefined)?;
    let f_change = last * last;
    let df = with.df_residual as f64;
    let (middle, sd) = (mean(m)?, variance(m)?.sqrt());
    let (middle_x, sd_x) = (mean(a)?, variance(a)?.sqrt());
    // A regression runs through the means of everything in it; the mean of the product is no product of means.
    let height = mean(outcome)? - with.coefficients.last().map_or(0.0, |product| product.b) * mean(&product)?;
    let slope = Slope::of(&with, (x, moderator), confidence, (height, sd_x))?;
    let at = |deviation: f64| SimpleSlope { at: middle + deviation, ..slope.at(deviation) };
    let bounds = slope.bounds();
    let between = match bounds.as_slice() {
        [low, high] => 0.5 * (low + high),
        _ => 0.0,
    };
    let significant_inside = slope.at(between).p < 1.0 - confidence;
    Ok(Moderation {
        delta_r2: delta_r2.max(0.0),
        f_change,
        p_change: f_sf(f_change, 1.0, df),
        slopes: [at(-sd), at(0.0), at(sd)],
        predictor_at: [middle_x - sd_x, middle_x + sd_x],
        bounds: bounds.into_iter().map(|deviation| middle + deviation).collect(),
        significant_inside,
        lowest: m.iter().copied().fold(f64::INFINITY, f64::min),
        highest: m.iter().copied().fold(f64::NEG_INFINITY, f64::max),
        without,
        with,
        columns,
    })
}

/// The slope of the predictor as a function of the moderator's deviation from its mean.
struct Slope {
    b: f64,
    product: f64,
    variance: f64,
    covariance: f64,
    product_variance: f64,
    df: f64,
    t: f64,
    /// The outcome predicted where all predictors have their means.
    height: f64,
    /// The moderator's own coefficient.
    moderator: f64,
    /// Standard deviation of the predictor.
    sd: f64,
}

impl Slope {
    fn of(
        fit: &LeastSquares,
        (x, moderator): (usize, usize),
        confidence: f64,
        (height, sd): (f64, f64),
    ) -> Result<Slope, StatsError> {
        let last = fit.coefficients.len().checked_sub(1).ok_or(StatsError::Undefined)?;
        let b = |position: usize| fit.coefficients.get(position).map(|coefficient| coefficient.b).ok_or(StatsError::Undefined);
        // The constant is the first row.
        let covariance = |i: usize, j: usize| fit.ms_residual * fit.xtx_inverse[(i + 1, j + 1)];
        let df = fit.df_residual as f64;
        Ok(Slope {
            b: b(x)?,
            product: b(last)?,
            variance: covariance(x, x),
            covariance: covariance(x, last),
            product_variance: covariance(last, last),
            df,
            t: t_quantile(0.5 + confidence / 2.0, df),
            height,
            moderator: b(moderator)?,
            sd,
        })
    }

    fn at(&self, deviation: f64) -> SimpleSlope {
        let b = self.b + self.product * deviation;
        let variance = self.variance + 2.0 * deviation * self.covariance + deviation * deviation * self.product_variance;
        let se = variance.max(0.0).sqrt();
        let t = b / se;
        let (low, high) = (b - self.t * se, b + self.t * se);
        let predicted = [-self.sd, self.sd].map(|from_mean| self.height + self.moderator * deviation + b * from_mean);
        SimpleSlope { at: deviation, b, se, t, p: t_two_tailed(t, self.df), low, high, predicted }
    }

    /// Where b² = t²·se²: the roots of a quadratic equation, none or two.
    fn bounds(&self) -> Vec<f64> {
        let t2 = self.t * self.t;
        let a = self.product * self.product - t2 * self.product_variance;
        let half = self.b * self.product - t2 * self.covariance;
        let c = self.b * self.b - t2 * self.variance;
        let root = half * half - a * c;
        if root <= 0.0 || a == 0.0 {
            return Vec::new();
        }
        // Without cancellation: one root by the formula, the other by the product c/a of both.
        let q = -(half + root.sqrt().copysign(half));
        let mut found = vec![q / a, if q == 0.0 { 0.0 } else { c / q }];
        found.retain(|root| root.is_finite());
        found.sort_by(f64::total_cmp);
        if found.len() == 2 { found } else { Vec::new() }
    }
}

/// What a moderator is, by Sharma, Durand & Gur-Arie (1981, *J. Mark. Res.* 18, 291).
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ModeratorType {
    /// Product alone: a pure moderator.
    Pure,
    /// Product and own effect: a quasi moderator.
    Quasi,
    /// Own effect alone: a predictor.
    Predictor,
    /// Neither: a potential moderator (homologizer).
    Homologizer,
}

impl ModeratorType {
    /// The stable key under which the type stands in `results.json`.
    pub fn key(self) -> &'static str {
        match self {
            ModeratorType::Pure => "pure",
            ModeratorType::Quasi => "quasi",
            ModeratorType::Predictor => "predictor",
            ModeratorType::Homologizer => "homologizer",
        }
    }
}

/// The type from the significance of the moderator (in the regression without the product) and of the product.
pub fn moderator_type(own: bool, product: bool) -> ModeratorType {
    match (own, product) {
        (false, true) => ModeratorType::Pure,
        (true, true) => ModeratorType::Quasi,
        (true, false) => ModeratorType::Predictor,
        (false, false) => ModeratorType::Homologizer,
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used, clippy::float_cmp)]
    use super::*;
    use crate::stats::example_data::score;

    fn close(found: f64, expected: f64) {
        assert!((found - expected).abs() <= 1e-8 * expected.abs(), "{found} is not {expected}");
    }

    /// R 4.2.2, lm with the centred product, vcov and the quadratic of Johnson and Neyman: an effect that changes its sign in the
    /// middle is significant outside the bounds and not between them.
    #[test]
    fn an_effect_that_turns_round_is_not_significant_between_the_bounds() {
        let x: Vec<f64> = (0..24).map(|i| f64::from(i % 6 - 2)).collect();
        let m: Vec<f64> = (0..24).map(|i| [-3.0, -1.0, 2.0, 4.0][i / 6]).collect();
        let noise = [
            0.3, -0.2, 0.5, -0.4, 0.1, -0.3, 0.2, 0.4, -0.5, -0.1, 0.3, -0.2, -0.4, 0.5, 0.1, -0.3, 0.2, -0.1, 0.4, -0.5, 0.3,
            0.2, -0.2, 0.1,
        ];
        let cases = x.iter().zip(&m).zip(noise);
        let y: Vec<f64> = cases.map(|((x, m), e)| 0.05 * x + (x - 0.5) * (m - 0.5) * 0.8 + e).collect();
        let found = moderation(&[x, m], 0, 1, &y, 0.95).unwrap();
        assert!(!found.significant_inside);
        close(found.bounds[0], 0.383_793_711_541);
        close(found.bounds[1], 0.587_983_069_654);
        for (slope, (b, se, p)) in found.slopes.iter().zip([
            (-2.219_316_929, 0.056_702_581_20, 2.239_726_974e-20),
            (0.011_428_571_43, 0.039_665_946_17, 0.776_219_165_29),
            (2.242_174_072, 0.056_702_581_20, 1.829_274_872e-20),
        ]) {
            close(slope.b, b);
            close(slope.se, se);
            assert!((slope.p - p).abs() <= 1e-6 * p, "{} is not {p}", slope.p);
        }
    }

    /// R 4.2.2 lm, anova, vcov: tests/published/moderation.R.
    struct Expected {
        r2: [f64; 3],
        f: [f64; 2],
        product: [f64; 3],
        slopes: [[f64; 5]; 3],
        bounds: [f64; 2],
        predicted: [[f64; 2]; 3],
    }

    fn agree(found: &Moderation, expected: &Expected) {
        for (value, r) in [found.without.r2, found.with.r2].into_iter().zip(expected.r2) {
            close(value, r);
        }
        assert!((found.delta_r2 - expected.r2[2]).abs() < 1e-13);
        close(found.f_change, expected.f[0]);
        close(found.p_change, expected.f[1]);
        let product = found.with.coefficients.last().unwrap();
        for (value, r) in [product.b, product.se, product.beta].into_iter().zip(expected.product) {
            close(value, r);
        }
        for (slope, r) in found.slopes.iter().zip(expected.slopes) {
            for (value, r) in [slope.at, slope.b, slope.se, slope.t, slope.p].into_iter().zip(r) {
                close(value, r);
            }
        }
        for (slope, r) in found.slopes.iter().zip(expected.predicted) {
            // The interval reaches as far below b as above it, by the t of the residual degrees of freedom.
            let reach = slope.se * crate::stats::distributions::t_quantile(0.975, found.with.df_residual as f64);
            close(slope.high, slope.b + reach);
            close(slope.low, slope.b - reach);
            close(slope.predicted[0], r[0]);
            close(slope.predicted[1], r[1]);
        }
        close(found.predictor_at[0], 25.061_812_252_585_95);
        close(found.predictor_at[1], 35.997_011_276_825_82);
        close(found.bounds[0], expected.bounds[0]);
        close(found.bounds[1], expected.bounds[1]);
        assert_eq!((found.lowest, found.highest), (13.0, 29.0));
        assert!(found.significant_inside);
    }

    #[test]
    fn as_in_r() {
        let (x1, x2, y1, y2) = (score("X1"), score("X2"), score("Y1"), score("Y2"));
        let alone = moderation(&[x1.clone(), x2.clone()], 0, 1, &y2, 0.95).unwrap();
        let expected = Expected {
            r2: [0.582_156_398_187_838_8, 0.582_438_275_178_941_3, 0.000_281_876_991_102_492_1],
            f: [0.043_203_498_688_225_07, 0.836_002_583_532_265],
            product: [0.004_664_082_875_654_245, 0.022_439_170_563_085_06, 0.017_112_477_409_401_83],
            slopes: [
                [
                    16.782_691_421_832_62,
                    0.428_583_174_742_151_9,
                    0.128_195_488_884_443,
                    3.343_200_127_178_282,
                    0.001_387_385_859_549_57,
                ],
                [
                    20.294_117_647_058_82,
                    0.444_960_757_668_352_6,
                    0.115_515_256_590_345_8,
                    3.851_965_279_758_036,
                    0.000_273_681_154_188_824_3,
                ],
                [
                    23.805_543_872_285_02,
                    0.461_338_340_594_553_3,
                    0.150_566_577_961_799_8,
                    3.064_015_579_284_795,
                    0.003_194_471_773_751_691,
                ],
            ],
            bounds: [11.912_250_362_752_4, 28.981_242_867_097_98],
            predicted: [
                [29.813_820_694_533_66, 34.500_463_008_779_66],
                [31.353_033_815_603_7, 36.218_768_258_683_7],
                [32.892_246_936_673_74, 37.937_073_508_587_74],
            ],
        };
        agree(&alone, &expected);
        close(alone.without.coefficients[1].p.unwrap(), 0.009_385_461_215_732_117);
        let with_control = moderation(&[x1, x2, y1], 0, 1, &y2, 0.95).unwrap();
        let expected = Expected {
            r2: [0.611_965_327_118_102_7, 0.614_204_982_412_222_5, 0.002_239_655_294_119_847],
            f: [0.365_733_814_842_344_2, 0.547_511_011_601_278_4],
            product: [0.013_347_665_479_171_19, 0.022_071_037_862_333_33, 0.048_972_462_554_823_2],
            slopes: [
                [
                    16.782_691_421_832_62,
                    0.233_275_535_721_494_1,
                    0.150_924_308_402_187_6,
                    1.545_645_881_641_905,
                    0.127_199_003_791_190_3,
                ],
                [
                    20.294_117_647_058_82,
                    0.280_144_878_330_602_2,
                    0.133_269_754_069_199_5,
                    2.102_088_956_997_239,
                    0.039_548_955_050_775_77,
                ],
                [
                    23.805_543_872_285_02,
                    0.327_014_220_939_710_3,
                    0.157_341_229_167_706_4,
                    2.078_375_913_735_575,
                    0.041_753_887_660_917_66,
                ],
            ],
            bounds: [19.351_873_712_893_89, 24.831_882_957_896_62],
            predicted: [
                [31.191_368_245_983_02, 33.742_282_656_583_74],
                [32.129_365_804_759_33, 35.192_805_804_925_93],
                [33.067_363_363_535_64, 36.643_328_953_268_12],
            ],
        };
        agree(&with_control, &expected);
        close(with_control.without.coefficients[1].p.unwrap(), 0.043_367_222_434_198_86);
    }

    // Sharma, Durand & Gur-Arie (1981): their typology.
    #[test]
    fn types() {
        assert_eq!(moderator_type(false, true).key(), "pure");
        assert_eq!(moderator_type(true, true).key(), "quasi");
        assert_eq!(moderator_type(true, false).key(), "predictor");
        assert_eq!(moderator_type(false, false).key(), "homologizer");
    }

    #[test]
    fn what_cannot_be_computed_has_a_reason() {
        let x = vec![1.0, 2.0, 3.0, 4.0, 5.0, 6.0];
        let m = vec![2.0, 1.0, 4.0, 3.0, 6.0, 5.0];
        let y = [1.0, 3.0, 2.0, 5.0, 4.0, 7.0];
        assert_eq!(moderation(&[x.clone(), m.clone()], 0, 0, &y, 0.95), Err(StatsError::Undefined));
        assert_eq!(moderation(std::slice::from_ref(&x), 0, 1, &y, 0.95), Err(StatsError::Undefined));
        let flat = vec![3.0; 6];
        assert_eq!(moderation(&[x.clone(), flat], 0, 1, &y, 0.95), Err(StatsError::Collinear));
        // A moderator of two equally frequent values that stands for the predictor itself.
        assert_eq!(moderation(&[x.clone(), x.clone()], 0, 1, &y, 0.95), Err(StatsError::Collinear));
        let exact: Vec<f64> = x.iter().zip(&m).map(|(x, m)| 1.0 + x + m + 0.5 * x * m).collect();
        assert_eq!(moderation(&[x.clone(), m.clone()], 0, 1, &exact, 0.95), Err(StatsError::PerfectFit));
        assert_eq!(
            moderation(&[x[..4].to_vec(), m[..4].to_vec()], 0, 1, &y[..4], 0.95),
            Err(StatsError::TooFewCases { needed: 5, got: 4 })
        );
    }
}
