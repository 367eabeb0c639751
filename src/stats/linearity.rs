//! Whether the mean of one variable moves along a line with another: deviation from linearity.

use super::StatsError;
use super::correlation::pearson;
use super::descriptives::mean;
use super::distributions::f_sf;
use super::ranks::canonical;

/// A row of the table.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct LinearityRow {
    /// Sum of squares.
    pub ss: f64,
    /// Degrees of freedom.
    pub df: usize,
    /// F over the mean square within groups; absent where that cannot be computed.
    pub f: Option<f64>,
    /// Its significance.
    pub p: Option<f64>,
}

/// The table.
#[derive(Debug, Clone, PartialEq)]
pub struct Linearity {
    /// Different values of x.
    pub groups: usize,
    /// Between groups, combined.
    pub between: LinearityRow,
    /// What a line explains of it.
    pub linear: LinearityRow,
    /// What it does not.
    pub deviation: LinearityRow,
    /// Sum of squares within groups.
    pub ss_within: f64,
    /// n − groups.
    pub df_within: usize,
    /// Sum of squares about the mean.
    pub ss_total: f64,
    /// Correlation of both.
    pub r: f64,
    /// √(between / total).
    pub eta: f64,
}

/// Groups y by the different values of x and parts the variation between groups into a line and the rest, all F over the mean
/// square within groups, as SPSS MEANS /STATISTICS LINEARITY (Hays 1973, *Statistics for the Social Sciences*, sec. 16.5).
/// Values of x that agree in 12 digits are one.
///
/// # Errors
/// Those of the correlation: `TooFewCases`, `NoVariance`, `Undefined`.
pub fn linearity(x: &[f64], y: &[f64]) -> Result<Linearity, StatsError> {
    let r = pearson(x, y)?.r;
    let mut pairs: Vec<(f64, f64)> = x.iter().map(|x| canonical(*x)).zip(y.iter().copied()).collect();
    pairs.sort_by(|a, b| a.0.total_cmp(&b.0));
    let middle = mean(y)?;
    let (mut groups, mut ss_between, mut ss_within) = (0, 0.0, 0.0);
    for group in pairs.chunk_by(|a, b| a.0.total_cmp(&b.0).is_eq()) {
        let values: Vec<f64> = group.iter().map(|(_, y)| *y).collect();
        let own = mean(&values)?;
        groups += 1;
        ss_between += values.len() as f64 * (own - middle).powi(2);
        ss_within += values.iter().map(|y| (y - own).powi(2)).sum::<f64>();
    }
    let ss_total: f64 = y.iter().map(|y| (y - middle).powi(2)).sum();
    let df_within = y.len() - groups;
    let ms_within = ss_within / df_within as f64;
    let row = |ss: f64, df: usize| {
        let f = (df > 0 && df_within > 0 && ms_within > 0.0).then(|| ss / df as f64 / ms_within);
        LinearityRow { ss, df, f, p: f.map(|f| f_sf(f, df as f64, df_within as f64)) }
    };
    let linear = r * r * ss_total;
    Ok(Linearity {
        groups,
        between: row(ss_between, groups - 1),
        linear: row(linear, 1),
        deviation: row((ss_between - linear).max(0.0), groups.saturating_sub(2)),
        ss_within,
        df_within,
        ss_total,
        r,
        eta: (ss_between / ss_total).min(1.0).sqrt(),
    })
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used, clippy::float_cmp)]
    use super::*;
    use crate::stats::example_data::{close, score};

    /// R 4.2.2: tests/published/diagnostics.R.
    #[test]
    fn as_in_r() {
        let found = linearity(&score("X1"), &score("Y2")).unwrap();
        assert_eq!((found.groups, found.between.df, found.deviation.df, found.df_within), (20, 19, 18, 48));
        close(found.between.ss, 1_079.196_078_431_371);
        close(found.between.f.unwrap(), 4.533_908_136_717_164);
        close(found.between.p.unwrap(), 1.120_818_553_393_435e-05);
        close(found.linear.f.unwrap(), 71.911_771_911_085_17);
        close(found.linear.p.unwrap(), 4.183_802_123_994_298e-11);
        close(found.deviation.ss, 178.301_380_323_054_6);
        close(found.deviation.f.unwrap(), 0.790_693_482_585_607_9);
        close(found.deviation.p.unwrap(), 0.700_342_132_446_754_3);
        close(found.eta, 0.801_359_002_974_357_7);
        close(found.ss_within + found.between.ss, found.ss_total);
    }

    #[test]
    fn what_has_no_f_has_none() {
        // Every value of x once: nothing within groups. Two values of x: a line goes through both means.
        let found = linearity(&[1.0, 2.0, 3.0, 4.0], &[1.0, 3.0, 2.0, 5.0]).unwrap();
        assert_eq!((found.groups, found.df_within, found.deviation.f, found.linear.f), (4, 0, None, None));
        let found = linearity(&[1.0, 1.0, 2.0, 2.0], &[1.0, 3.0, 2.0, 5.0]).unwrap();
        assert_eq!((found.deviation.df, found.deviation.f), (0, None));
        assert!(found.linear.f.is_some());
        assert_eq!(linearity(&[1.0; 4], &[1.0, 3.0, 2.0, 5.0]), Err(StatsError::NoVariance));
    }
}
