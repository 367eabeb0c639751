//! One sample against a value: of the item mean, of the column, or in per cent of the ideal score.

use super::Source;
use super::paired::signed_rank_variant;
use super::parts::{POWER, all_normal, bare_effect_size, blank, effect_size, group, normality, score_scale, t_variant};
use crate::analyses::columns::valid;
use crate::analyses::results::{ComparisonResult, Outcome, number};
use crate::stats::detectable_effect::detectable_dz;
use crate::stats::ranks::canonical;
use crate::stats::standardized_difference::of_one_sample;
use crate::stats::t_test::one_sample;
use crate::stats::wilcoxon::signed_ranks;
use crate::study::claim::Level;
use crate::study::settings::PairedTest;
use indexmap::IndexMap;

pub(super) fn compare(source: Source<'_>, variable: &str, level: Level) -> Outcome<ComparisonResult> {
    let columns = source.scores.variables.get(variable).zip(score_scale(source.study, variable));
    let Some((scores, scale)) = columns else { return Outcome::absent("no_outcome") };
    let (target, factor, unit) = match (level, scale.items, scale.highest) {
        (Level::Value(value), Some(items), _) => (value, 1.0 / items, "item_mean"),
        (Level::Value(value), None, _) => (value, 1.0, "value"),
        (Level::Percent(percent), _, Some(highest)) if highest > 0.0 => (percent, 100.0 / highest, "percent"),
        (Level::Percent(_), ..) => return Outcome::absent("no_ideal"),
    };
    let values: Vec<f64> = valid(scores).into_iter().map(|score| canonical(score * factor)).collect();
    if values.is_empty() {
        return Outcome::absent("no_cases");
    }
    let confidence = source.confidence();
    let mut found = blank("level", variable, None, values.len(), scores.len().saturating_sub(values.len()));
    found.target = number(target);
    found.unit = Outcome::Computed(unit.to_owned());
    found.groups = vec![group(variable, &values, None, source.alpha())];
    found.normality = vec![normality(variable, &values, source.alpha())];
    let test = one_sample(&values, target, confidence);
    let differences: Vec<f64> = values.iter().map(|value| value - target).collect();
    let size = values.iter().fold(target.abs(), |m, v| m.max(v.abs()));
    let ranks = signed_ranks(&differences, size);
    // A level always has a direction.
    found.variants = IndexMap::from([
        ("t".to_owned(), Outcome::from(test.map(|test| t_variant(source, test.test, true)))),
        ("wilcoxon".to_owned(), signed_rank_variant(source, ranks, true)),
    ]);
    let standardized = test.and_then(|test| of_one_sample(test.test.t, values.len(), confidence));
    found.effect_size = IndexMap::from([
        ("cohens_d".to_owned(), effect_size(standardized.map(|found| found.d))),
        ("hedges_g".to_owned(), effect_size(standardized.map(|found| found.g))),
        ("rank_biserial".to_owned(), bare_effect_size(ranks.map(|ranks| ranks.rank_biserial))),
        ("r".to_owned(), bare_effect_size(ranks.map(|ranks| ranks.r))),
    ]);
    found.detectable = detectable_dz(values.len(), source.alpha(), POWER).into();
    decide(source, &mut found);
    Outcome::Computed(found)
}

/// As for pairs: the t test of a normal score, else Wilcoxon.
fn decide(source: Source<'_>, found: &mut ComparisonResult) {
    let (variant, reason) = match (source.study.analysis.paired, all_normal(&found.normality)) {
        (PairedTest::T, _) => ("t", "declared"),
        (PairedTest::Rank, _) => ("wilcoxon", "declared"),
        (PairedTest::Auto, Some(true)) => ("t", "normal"),
        (PairedTest::Auto, Some(false)) => ("wilcoxon", "not_normal"),
        (PairedTest::Auto, None) => ("wilcoxon", "normality_untested"),
    };
    found.choose(variant, reason);
    let size = if variant == "t" { "cohens_d" } else { "rank_biserial" };
    found.effect_size_chosen = match found.effect_size.get(size) {
        Some(Outcome::Absent(absent)) => Outcome::Absent(absent.clone()),
        Some(Outcome::Computed(_)) => Outcome::Computed(size.to_owned()),
        None => Outcome::absent("not_applicable"),
    };
}
