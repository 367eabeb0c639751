//! Cronbach's alpha and the item-total statistics, as SPSS RELIABILITY prints them.

use nalgebra::DMatrix;

use super::StatsError;
use super::correlation::{Correlation, correlation_test};
use super::descriptives::needs;
use super::item_covariance::{ItemCovariance, cholesky, inverse_from, item_covariance};

/// A scale and its items.
#[derive(Debug, Clone, PartialEq)]
pub struct Reliability {
    /// Number of complete cases.
    pub n: usize,
    /// Number of items that vary, hence count in the scale.
    pub k: usize,
    /// Cronbach's alpha; needs two items.
    pub alpha: Result<f64, StatsError>,
    /// Alpha of the standardized items; needs two items.
    pub alpha_standardized: Result<f64, StatsError>,
    /// Mean correlation between two items; needs two items.
    pub mean_inter_item_r: Result<f64, StatsError>,
    /// Mean of the total (of the items that vary).
    pub scale_mean: f64,
    /// Variance of the total, n − 1.
    pub scale_variance: f64,
    /// One for each item given, in order; the reason for one that does not vary.
    pub items: Vec<Result<ItemReliability, StatsError>>,
}

/// An item against its scale.
#[derive(Debug, Clone, PartialEq)]
pub struct ItemReliability {
    /// Correlation with the total of all items, the item itself among them.
    pub total: Result<Correlation, StatsError>,
    /// Corrected item-total correlation: with the total of the other items.
    pub corrected: Result<Correlation, StatsError>,
    /// Alpha of the other items; `Undefined` when only one other is left.
    pub alpha_if_deleted: Result<f64, StatsError>,
    /// Mean of the total of the other items.
    pub scale_mean_if_deleted: f64,
    /// Variance of the total of the other items.
    pub scale_variance_if_deleted: f64,
    /// R² of the item on the others, 1 − 1/(R⁻¹)ᵢᵢ; `Collinear` when an item is a combination of others.
    pub squared_multiple_correlation: Result<f64, StatsError>,
}

/// Reliability of a scale from its items, columns of equal length with complete cases.
///
/// Errors as [`item_covariance`]. See [`reliability_of`] for the rest.
pub fn reliability(items: &[Vec<f64>]) -> Result<Reliability, StatsError> {
    reliability_of(&item_covariance(items)?)
}

/// Reliability of a scale from the covariances of its items.
///
/// α = k/(k−1) · (1 − Σs²ᵢ/s²ₜ) (Cronbach 1951, Psychometrika 16, 297); standardized α =
/// k r̄/(1+(k−1)r̄). An item without variance is left out of the scale, as SPSS does, and has
/// `NoVariance` in its place.
///
/// Errors: `TooFewCases` below two cases.
pub fn reliability_of(moments: &ItemCovariance) -> Result<Reliability, StatsError> {
    needs(2, moments.n)?;
    let positions = moments.varying();
    let k = positions.len();
    let part = DMatrix::from_fn(k, k, |i, j| moments.covariance[(positions[i], positions[j])]);
    let scale = Scale {
        variances: part.diagonal().iter().sum(),
        total: part.sum(),
        // What is smaller than this beside the covariances it was summed from is rounding.
        rounding: 1e-13 * part.iter().map(|v| v.abs()).sum::<f64>(),
    };
    let scale_mean: f64 = positions.iter().map(|&i| moments.means[i]).sum();
    let correlation = moments.correlation(&positions);
    let inverse = cholesky(&correlation).and_then(|factor| inverse_from(&factor));

    let mut items = vec![Err(StatsError::NoVariance); moments.means.len()];
    for (i, &position) in positions.iter().enumerate() {
        let own = part[(i, i)];
        let with_total = part.row(i).sum();
        let rest = scale.without(own, with_total);
        let against = |covariance: f64, variance: f64| {
            if variance <= scale.rounding {
                return Err(StatsError::NoVariance);
            }
            correlation_test(covariance / own.sqrt() / variance.sqrt(), moments.n)
        };
        items[position] = Ok(ItemReliability {
            total: against(with_total, scale.total),
            corrected: against(with_total - own, rest.total),
            alpha_if_deleted: rest.alpha(k - 1),
            scale_mean_if_deleted: scale_mean - moments.means[position],
            scale_variance_if_deleted: rest.total,
            squared_multiple_correlation: inverse
                .as_ref()
                .map(|inverse| (1.0 - 1.0 / inverse[(i, i)]).max(0.0))
                .map_err(|&reason| reason),
        });
    }

    let mean_inter_item_r =
        if k < 2 { Err(StatsError::Undefined) } else { Ok((correlation.sum() - k as f64) / (k * (k - 1)) as f64) };
    let alpha_standardized = mean_inter_item_r.and_then(|r| {
        let below = 1.0 + (k - 1) as f64 * r;
        if below > 1e-13 * k as f64 { Ok(k as f64 * r / below) } else { Err(StatsError::NoVariance) }
    });
    Ok(Reliability {
        n: moments.n,
        k,
        alpha: scale.alpha(k),
        alpha_standardized,
        mean_inter_item_r,
        scale_mean,
        scale_variance: scale.total,
        items,
    })
}

/// The sums that alpha is made of.
struct Scale {
    /// Sum of the items' variances.
    variances: f64,
    /// Variance of their total.
    total: f64,
    /// Variances up to this are nothing but rounding.
    rounding: f64,
}

impl Scale {
    fn without(&self, own_variance: f64, covariance_with_total: f64) -> Scale {
        let total = self.total - 2.0 * covariance_with_total + own_variance;
        Scale {
            variances: self.variances - own_variance,
            total: if total > self.rounding { total } else { 0.0 },
            rounding: self.rounding,
        }
    }

    fn alpha(&self, k: usize) -> Result<f64, StatsError> {
        if k < 2 {
            return Err(StatsError::Undefined);
        }
        if self.total <= self.rounding {
            return Err(StatsError::NoVariance);
        }
        Ok(k as f64 / (k - 1) as f64 * (1.0 - self.variances / self.total))
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::float_cmp)]
    use super::*;
    use crate::stats::example_data;

    fn close(a: f64, b: f64) {
        assert!((a - b).abs() <= 1e-10 * b.abs(), "{a} is not {b}");
    }

    // Putri (2019, Universitas Dian Nuswantoro Semarang), Tables 4.9 and 4.10, as printed.
    #[test]
    fn published_alphas_and_corrected_correlations() {
        let published: [(&str, f64, &[f64]); 4] = [
            ("X1", 0.881, &[0.619, 0.595, 0.585, 0.615, 0.603, 0.671, 0.699, 0.653, 0.616]),
            ("X2", 0.814, &[0.649, 0.732, 0.652, 0.403, 0.441, 0.612]),
            ("Y1", 0.819, &[0.550, 0.640, 0.634, 0.588, 0.499, 0.378, 0.388, 0.392, 0.603]),
            ("Y2", 0.813, &[0.378, 0.450, 0.540, 0.579, 0.525, 0.446, 0.447, 0.604, 0.550, 0.407]),
        ];
        for (variable, alpha, corrected) in published {
            let found = reliability(&example_data::items(variable)).unwrap();
            assert!((found.alpha.unwrap() - alpha).abs() <= 0.000_5);
            assert_eq!(found.items.len(), corrected.len());
            for (item, r) in found.items.iter().zip(corrected) {
                let own = item.as_ref().unwrap().corrected.unwrap().r;
                assert!((own - r).abs() <= 0.000_5, "{variable}: {own} is not {r}");
            }
        }
    }

    // Expected: R 4.2.2, psych 2.2.9 alpha() and smc() on the example study.
    #[test]
    fn as_psych() {
        let found = reliability(&example_data::items("X2")).unwrap();
        assert_eq!((found.n, found.k), (68, 6));
        close(found.alpha.unwrap(), 0.813_956_137_852_463_7);
        close(found.alpha_standardized.unwrap(), 0.816_594_364_576_509_6);
        let items: Vec<&ItemReliability> = found.items.iter().map(|i| i.as_ref().unwrap()).collect();
        let expected = [
            (0.768_580_866_471_858_8, 0.448_100_374_333_034_2, 0.771_142_173_534_536_7),
            (0.748_147_649_198_437_2, 0.576_666_838_459_815_7, 0.832_865_765_540_094_6),
            (0.767_215_278_316_900_8, 0.438_920_099_572_235, 0.777_672_534_926_422_2),
            (0.824_306_657_951_255_9, 0.238_050_491_029_105_36, 0.601_291_112_592_460_2),
            (0.813_230_697_997_453_4, 0.341_532_489_971_522_2, 0.616_867_988_439_654_3),
            (0.778_727_901_614_143, 0.428_260_407_865_675_9, 0.732_270_837_516_752_6),
        ];
        for (item, (alpha, smc, raw)) in items.iter().zip(expected) {
            close(item.alpha_if_deleted.unwrap(), alpha);
            close(item.squared_multiple_correlation.unwrap(), smc);
            close(item.total.unwrap().r, raw);
        }
        // The total without an item, computed the long way.
        let columns = example_data::items("X2");
        let others: Vec<f64> = (0..68).map(|case| columns[1..].iter().map(|c| c[case]).sum()).collect();
        close(items[0].scale_mean_if_deleted, crate::stats::descriptives::mean(&others).unwrap());
        close(items[0].scale_variance_if_deleted, crate::stats::descriptives::variance(&others).unwrap());
    }

    #[test]
    fn two_items_have_no_alpha_if_deleted() {
        // r = .6, equal variances: α = 2 · .6 / 1.6.
        let moments =
            ItemCovariance { n: 20, means: vec![3.0, 4.0], covariance: DMatrix::from_row_slice(2, 2, &[2.0, 1.2, 1.2, 2.0]) };
        let found = reliability_of(&moments).unwrap();
        close(found.alpha.unwrap(), 0.75);
        close(found.alpha_standardized.unwrap(), 0.75);
        let item = found.items[0].as_ref().unwrap();
        assert_eq!(item.alpha_if_deleted, Err(StatsError::Undefined));
        close(item.corrected.unwrap().r, 0.6);
        close(item.squared_multiple_correlation.unwrap(), 0.36);
    }

    #[test]
    fn an_item_without_variance_leaves_the_scale() {
        let mut columns = example_data::items("X2");
        let without = reliability(&columns).unwrap();
        columns.insert(2, vec![4.0; 68]);
        let found = reliability(&columns).unwrap();
        assert_eq!((found.k, found.alpha), (6, without.alpha));
        assert_eq!(found.items[2], Err(StatsError::NoVariance));
        assert_eq!(found.items[3], without.items[2]);
    }

    #[test]
    fn degenerate_scales_have_reasons() {
        let column = vec![1.0, 4.0, 2.0, 5.0, 3.0];
        let one = reliability(std::slice::from_ref(&column)).unwrap();
        assert_eq!(one.alpha, Err(StatsError::Undefined));
        let item = one.items[0].as_ref().unwrap();
        assert_eq!(item.corrected, Err(StatsError::NoVariance));
        assert_eq!(item.alpha_if_deleted, Err(StatsError::Undefined));

        let twice = reliability(&[column.clone(), column.clone()]).unwrap();
        close(twice.alpha.unwrap(), 1.0);
        let item = twice.items[0].as_ref().unwrap();
        assert_eq!(item.squared_multiple_correlation, Err(StatsError::Collinear));
        let reversed: Vec<f64> = column.iter().map(|v| 6.0 - v).collect();
        let opposite = reliability(&[column, reversed]).unwrap();
        assert_eq!(opposite.alpha, Err(StatsError::NoVariance));
        assert_eq!(opposite.alpha_standardized, Err(StatsError::NoVariance));
        let constant = reliability(&[vec![3.0; 4], vec![2.0; 4]]).unwrap();
        assert_eq!((constant.k, constant.alpha), (0, Err(StatsError::Undefined)));
    }
}
