//! Two measurements of the same persons: paired t, Wilcoxon, McNemar, and the normalized gain.

use super::Source;
use super::parts::{
    POWER, all_normal, bare_effect_size, blank, effect_size, group, normality, score_scale, t_variant, variant, z_limit,
};
use crate::analyses::columns::complete;
use crate::analyses::results::{ComparisonResult, GainBandResult, GainResult, Outcome, VariantResult, number};
use crate::stats::StatsError;
use crate::stats::detectable_effect::detectable_dz;
use crate::stats::distributions::chi_squared_quantile;
use crate::stats::mcnemar::mcnemar;
use crate::stats::normalized_gain::{NormalizedGain, normalized_gain};
use crate::stats::ranks::canonical;
use crate::stats::standardized_difference::of_one_sample;
use crate::stats::t_test::paired;
use crate::stats::wilcoxon::{SignedRanks, signed_ranks};
use crate::study::Study;
use crate::study::settings::{GainBands, PairedTest};
use indexmap::IndexMap;

pub(super) fn compare(source: Source<'_>, first: &str, second: &str, directed: bool) -> Outcome<ComparisonResult> {
    let columns = source.scores.variables.get(first).zip(source.scores.variables.get(second));
    let Some((a, b)) = columns else { return Outcome::absent("no_outcome") };
    let cases = complete(&[a, b]);
    let [before, after] = cases.as_slice() else { return Outcome::absent("no_cases") };
    if before.is_empty() {
        return Outcome::absent("no_cases");
    }
    let confidence = source.confidence();
    let mut found = blank("paired", first, Some(second), before.len(), a.len().saturating_sub(before.len()));
    let differences: Vec<f64> = after.iter().zip(before).map(|(b, a)| canonical(b - a)).collect();
    found.groups = vec![
        group(first, before, None, source.alpha()),
        group(second, after, None, source.alpha()),
        group("difference", &differences, None, source.alpha()),
    ];
    found.normality = vec![normality("difference", &differences, source.alpha())];
    let test = paired(after, before, confidence);
    let t = test.as_ref().map(|test| test.test).map_err(|error| *error);
    let size = before.iter().chain(after).fold(0.0_f64, |m, v| m.max(v.abs()));
    let ranks = signed_ranks(&differences, size);
    found.variants = IndexMap::from([
        ("t".to_owned(), Outcome::from(t.map(|test| t_variant(source, test, directed)))),
        ("wilcoxon".to_owned(), signed_rank_variant(source, ranks, directed)),
    ]);
    let standardized = t.and_then(|test| of_one_sample(test.t, before.len(), confidence));
    found.effect_size = IndexMap::from([
        ("cohens_d".to_owned(), effect_size(standardized.map(|found| found.d))),
        ("hedges_g".to_owned(), effect_size(standardized.map(|found| found.g))),
        ("rank_biserial".to_owned(), bare_effect_size(ranks.map(|ranks| ranks.rank_biserial))),
        ("r".to_owned(), bare_effect_size(ranks.map(|ranks| ranks.r))),
    ]);
    found.detectable = detectable_dz(before.len(), source.alpha(), POWER).into();
    let two_values = changes(before, after);
    if let Some((up, down)) = two_values {
        found.variants.insert("mcnemar".to_owned(), mcnemar_variant(source, up, down, before.len()));
    }
    decide(source, &mut found, two_values.is_some());
    found.gain = gain(source.study, first, second, before, after);
    Outcome::Computed(found)
}

/// Wilcoxon's test as a variant.
pub(super) fn signed_rank_variant(
    source: Source<'_>,
    ranks: Result<SignedRanks, StatsError>,
    directed: bool,
) -> Outcome<VariantResult> {
    Outcome::from(ranks).map(|ranks| {
        let mean = |mean: Option<f64>| mean.map_or_else(|| Outcome::absent("no_ranks"), number);
        let more = [
            ("negative", number(ranks.negative as f64)),
            ("positive", number(ranks.positive as f64)),
            ("zero", number(ranks.zero as f64)),
            ("sum_negative", number(ranks.sum_negative)),
            ("sum_positive", number(ranks.sum_positive)),
            ("mean_rank_negative", mean(ranks.mean_negative())),
            ("mean_rank_positive", mean(ranks.mean_positive())),
        ];
        VariantResult {
            critical: z_limit(source, directed),
            more: more.into_iter().map(|(name, value)| (name.to_owned(), value)).collect(),
            ..variant(ranks.z, ranks.p)
        }
    })
}

/// How many went up and how many down, when both measurements know the same two values only.
fn changes(before: &[f64], after: &[f64]) -> Option<(usize, usize)> {
    let mut values: Vec<f64> = before.iter().chain(after).map(|value| canonical(*value)).collect();
    values.sort_by(f64::total_cmp);
    values.dedup_by(|a, b| a.total_cmp(b).is_eq());
    let count =
        |ordering| before.iter().zip(after).filter(|(a, b)| canonical(**b).total_cmp(&canonical(**a)) == ordering).count();
    (values.len() == 2).then(|| (count(std::cmp::Ordering::Greater), count(std::cmp::Ordering::Less)))
}

fn mcnemar_variant(source: Source<'_>, up: usize, down: usize, n: usize) -> Outcome<VariantResult> {
    Outcome::from(mcnemar(up, down)).map(|test| {
        let more = IndexMap::from([
            ("up".to_owned(), number(up as f64)),
            ("down".to_owned(), number(down as f64)),
            ("p_exact".to_owned(), number(test.p_exact)),
            ("p_chi_squared".to_owned(), number(test.chi_squared.p)),
        ]);
        let estimate = number((up as f64 - down as f64) / n as f64);
        if test.exact_decides {
            let exact = VariantResult { estimate, more, ..variant(0.0, test.p_exact) };
            return VariantResult { statistic: Outcome::absent("exact"), ..exact };
        }
        VariantResult {
            df: number(1.0),
            estimate,
            critical: number(chi_squared_quantile(1.0 - source.alpha(), 1.0)),
            more,
            ..variant(test.chi_squared.statistic, test.chi_squared.p)
        }
    })
}

/// V5: normal differences → t, else Wilcoxon; McNemar where there are two values only.
fn decide(source: Source<'_>, found: &mut ComparisonResult, two_values: bool) {
    let (variant, reason) = match (source.study.analysis.paired, all_normal(&found.normality)) {
        (PairedTest::T, _) => ("t", "declared"),
        (PairedTest::Rank, _) => ("wilcoxon", "declared"),
        (PairedTest::Auto, _) if two_values => ("mcnemar", "two_values"),
        (PairedTest::Auto, Some(true)) => ("t", "normal"),
        (PairedTest::Auto, Some(false)) => ("wilcoxon", "not_normal"),
        (PairedTest::Auto, None) => ("wilcoxon", "normality_untested"),
    };
    found.choose(variant, reason);
    let size = if variant == "t" { "cohens_d" } else { "rank_biserial" };
    found.effect_size_chosen = match found.effect_size.get(size) {
        Some(Outcome::Absent(absent)) => Outcome::Absent(absent.clone()),
        Some(Outcome::Computed(_)) if variant != "mcnemar" => Outcome::Computed(size.to_owned()),
        _ => Outcome::absent("not_applicable"),
    };
}

pub(super) fn gain(study: &Study, first: &str, second: &str, before: &[f64], after: &[f64]) -> Outcome<GainResult> {
    let highest = |name: &str| score_scale(study, name).and_then(|scale| scale.highest);
    let (Some(highest), Some(other)) = (highest(first), highest(second)) else { return Outcome::absent("no_ideal") };
    if (highest - other).abs() > 1e-9 * highest.abs() {
        return Outcome::absent("different_scales");
    }
    Outcome::from(normalized_gain(before, after, highest)).map(|gain| banded(study.analysis.gain, highest, &gain))
}

/// The bands from the highest with their lower bounds: Hake (1998); of per cent as Indonesian texts cite them.
fn limits(scheme: GainBands) -> (&'static str, f64, &'static [(&'static str, Option<f64>)]) {
    match scheme {
        GainBands::Hake => ("hake", 1.0, &[("high", Some(0.7)), ("medium", Some(0.3)), ("low", None)]),
        GainBands::Percent => (
            "percent",
            100.0,
            &[
                ("effective", Some(76.0)),
                ("fairly_effective", Some(56.0)),
                ("less_effective", Some(40.0)),
                ("not_effective", None),
            ],
        ),
    }
}

fn banded(scheme: GainBands, highest: f64, gain: &NormalizedGain) -> GainResult {
    let (name, factor, bands) = limits(scheme);
    // 0.7 may be computed a rounding below itself.
    let position = |gain: f64| {
        let reached = |from: &Option<f64>| from.is_none_or(|from| canonical(gain * factor) >= from);
        bands.iter().position(|(_, from)| reached(from)).unwrap_or(bands.len() - 1)
    };
    let found: Vec<usize> = gain.gains.iter().flatten().map(|gain| position(*gain)).collect();
    let count = |at: usize| found.iter().filter(|found| **found == at).count();
    GainResult {
        highest,
        n: gain.n,
        at_ceiling: gain.at_ceiling,
        negative: gain.negative,
        mean_gain: gain.mean,
        mean_gain_percent: 100.0 * gain.mean,
        sd: gain.sd.into(),
        class_gain: gain.class,
        class_gain_percent: 100.0 * gain.class,
        scheme: name.to_owned(),
        band: bands.get(position(gain.class)).map(|(band, _)| (*band).to_owned()).unwrap_or_default(),
        percent_total: if gain.n == 0 { Outcome::absent("no_cases") } else { number(100.0) },
        bands: bands
            .iter()
            .enumerate()
            .map(|(at, (band, from))| GainBandResult {
                band: (*band).to_owned(),
                from: from.map_or_else(|| Outcome::absent("lowest_band"), number),
                count: count(at),
                percent: number(100.0 * count(at) as f64 / gain.n as f64),
            })
            .collect(),
    }
}
