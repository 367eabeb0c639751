//! Bootstrap intervals of indirect effects: of each path, of their sum and of the differences between them.

use super::results::{ContrastResult, IndirectResult, IndirectSum, IntervalResult, Outcome, StandardizedIntervals};
use crate::stats::StatsError;
use crate::stats::interval::{Interval, bca_interval, bootstrap_p, percentile_interval};
use crate::study::Study;
use crate::study::settings::MediationDecides;

/// Most paths between two variables whose effects are compared pair by pair.
const MOST_CONTRASTED: usize = 10;

/// The products of all paths in every resample, and with each case left out; a list a path, the samples in one order.
pub(super) struct Draws {
    pub(super) unstandardized: Vec<Vec<f64>>,
    pub(super) standardized: Vec<Vec<f64>>,
    pub(super) jackknife: Vec<Vec<f64>>,
    pub(super) jackknife_standardized: Vec<Vec<f64>>,
    pub(super) failed: usize,
}

/// The intervals of a path or of a combination of paths.
pub(super) struct Intervals {
    pub(super) percentile: Outcome<Interval>,
    pub(super) bca: Outcome<Interval>,
    pub(super) standardized: StandardizedIntervals,
    pub(super) p: Outcome<f64>,
}

impl Intervals {
    pub(super) fn none(reason: &str) -> Intervals {
        let absent = || StandardizedIntervals { percentile: Outcome::absent(reason), bca: Outcome::absent(reason) };
        Intervals {
            percentile: Outcome::absent(reason),
            bca: Outcome::absent(reason),
            standardized: absent(),
            p: Outcome::absent(reason),
        }
    }

    /// Of Σ weight · path, whose estimates in the sample itself are `b` and, standardized, `beta`.
    pub(super) fn of(
        draws: &Result<Draws, StatsError>,
        weights: &[(usize, f64)],
        b: f64,
        beta: f64,
        confidence: f64,
    ) -> Intervals {
        let draws = match draws {
            Ok(draws) => draws,
            Err(StatsError::Undefined) => return Intervals::none("no_resamples"),
            Err(error) => return Intervals::none(error.key()),
        };
        let parts = [&draws.unstandardized, &draws.standardized, &draws.jackknife, &draws.jackknife_standardized];
        let [Some(plain), Some(standardized), Some(jackknife), Some(jackknife_standardized)] =
            parts.map(|lists| combined(lists, weights))
        else {
            return Intervals::none("no_resamples");
        };
        let percentile = |draws: &[f64]| Outcome::from(percentile_interval(draws, confidence));
        let bca = |draws: &[f64], estimate: f64, jackknife: &[f64]| {
            Outcome::from(bca_interval(draws, estimate, jackknife, confidence).map(|bca| bca.interval))
        };
        Intervals {
            percentile: percentile(&plain),
            bca: bca(&plain, b, &jackknife),
            standardized: StandardizedIntervals {
                percentile: percentile(&standardized).map(ends),
                bca: bca(&standardized, beta, &jackknife_standardized).map(ends),
            },
            p: bootstrap_p(&plain).into(),
        }
    }

    /// Whether the declared interval excludes 0, the percentile interval where a test decides on paths.
    fn significant(&self, study: &Study) -> Outcome<bool> {
        let deciding = match study.analysis.mediation_decides {
            MediationDecides::Bca => &self.bca,
            MediationDecides::Percentile | MediationDecides::Sobel => &self.percentile,
        };
        deciding.clone().map(|interval| interval.excludes_zero())
    }
}

/// Both ends of an interval.
pub(super) fn ends(interval: Interval) -> IntervalResult {
    IntervalResult { low: interval.low, high: interval.high }
}

/// Σ weight · list, sample by sample.
fn combined(lists: &[Vec<f64>], weights: &[(usize, f64)]) -> Option<Vec<f64>> {
    let mut out: Option<Vec<f64>> = None;
    for (position, weight) in weights {
        let list = lists.get(*position)?;
        match &mut out {
            None => out = Some(list.iter().map(|value| weight * value).collect()),
            Some(sums) => sums.iter_mut().zip(list).for_each(|(sum, value)| *sum += weight * value),
        }
    }
    out
}

/// Intervals of a combination, or why one of its paths has none.
fn intervals(
    study: &Study,
    draws: &Result<Draws, StatsError>,
    paths: &[(usize, f64, &IndirectResult)],
    b: f64,
    beta: f64,
) -> Intervals {
    let missing = paths.iter().find_map(|(_, _, path)| match &path.percentile {
        Outcome::Absent(absent) => Some(absent.absent.as_str()),
        Outcome::Computed(_) => None,
    });
    let weights: Vec<(usize, f64)> = paths.iter().map(|(position, weight, _)| (*position, *weight)).collect();
    match missing {
        Some(reason) => Intervals::none(reason),
        None => Intervals::of(draws, &weights, b, beta, 1.0 - study.analysis.alpha),
    }
}

/// The sum of the indirect effects between two variables.
pub(super) fn sum(
    study: &Study,
    draws: &Result<Draws, StatsError>,
    positions: &[usize],
    paths: &[IndirectResult],
) -> Outcome<IndirectSum> {
    if paths.is_empty() {
        return Outcome::absent("no_path");
    }
    let all: Vec<(usize, f64, &IndirectResult)> =
        positions.iter().zip(paths).map(|(position, path)| (*position, 1.0, path)).collect();
    let (b, beta) = (paths.iter().map(|path| path.b).sum(), paths.iter().map(|path| path.beta).sum());
    let found = intervals(study, draws, &all, b, beta);
    Outcome::Computed(IndirectSum {
        b,
        beta,
        significant: found.significant(study),
        percentile: found.percentile.map(ends),
        bca: found.bca.map(ends),
        p_bootstrap: found.p,
        standardized: found.standardized,
    })
}

/// The differences between the indirect effects of several paths; none beyond ten paths.
pub(super) fn contrasts(
    study: &Study,
    draws: &Result<Draws, StatsError>,
    positions: &[usize],
    paths: &[IndirectResult],
) -> Vec<ContrastResult> {
    if paths.len() > MOST_CONTRASTED {
        return Vec::new();
    }
    let mut out = Vec::new();
    for (at, (first, path)) in positions.iter().zip(paths).enumerate() {
        for (second, other) in positions.iter().zip(paths).skip(at + 1) {
            let (b, beta) = (path.b - other.b, path.beta - other.beta);
            let found = intervals(study, draws, &[(*first, 1.0, path), (*second, -1.0, other)], b, beta);
            out.push(ContrastResult {
                via: path.via.clone(),
                minus: other.via.clone(),
                b,
                beta,
                significant: found.significant(study),
                percentile: found.percentile.map(ends),
                bca: found.bca.map(ends),
                p_bootstrap: found.p,
                standardized: found.standardized,
            });
        }
    }
    out
}
