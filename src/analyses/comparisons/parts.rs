//! What all comparisons share: descriptives of a group, normality, variants of tests, the scale of a score.

use super::Source;
use crate::analyses::results::{
    ComparisonResult, EffectSizeResult, GroupResult, NormalityResult, Outcome, VariantResult, number,
};
use crate::stats::StatsError;
use crate::stats::critical_values::{Tails, t_critical};
use crate::stats::descriptives::descriptives;
use crate::stats::distributions::normal_quantile;
use crate::stats::group_summary::GroupSummary;
use crate::stats::kolmogorov_smirnov::kolmogorov_smirnov;
use crate::stats::mann_whitney::{Estimate, GroupRanks};
use crate::stats::shapiro_wilk::shapiro_wilk;
use crate::stats::t_test::TTest;
use crate::study::{Measure, Study};
use indexmap::IndexMap;

/// Most values for which Shapiro–Wilk is defined.
const SHAPIRO_WILK_UP_TO: usize = 5000;
/// The power of a detectable effect.
pub(super) const POWER: f64 = 0.8;

/// A comparison with nothing in it yet.
pub(super) fn blank(kind: &str, a: &str, b: Option<&str>, n: usize, missing: usize) -> ComparisonResult {
    ComparisonResult {
        kind: kind.to_owned(),
        a: a.to_owned(),
        b: b.map_or_else(|| Outcome::absent("not_applicable"), |b| Outcome::Computed(b.to_owned())),
        n,
        missing,
        groups: Vec::new(),
        normality: Vec::new(),
        levene: Outcome::absent("not_applicable"),
        variants: IndexMap::new(),
        effect_size: IndexMap::new(),
        effect_size_chosen: Outcome::absent("not_applicable"),
        post_hoc: Vec::new(),
        directed: Outcome::absent("not_applicable"),
        target: Outcome::absent("not_applicable"),
        unit: Outcome::absent("not_applicable"),
        gain: Outcome::absent("not_applicable"),
        table: Outcome::absent("not_applicable"),
        detectable: Outcome::absent("not_applicable"),
        chosen: Outcome::absent("no_test"),
        reason: String::new(),
    }
}

impl ComparisonResult {
    /// Lets a variant decide, for a reason; where it could not be computed nothing does, for its own.
    pub(super) fn choose(&mut self, variant: &str, reason: &str) {
        self.chosen = match self.variants.get(variant) {
            Some(Outcome::Computed(_)) => Outcome::Computed(variant.to_owned()),
            Some(Outcome::Absent(absent)) => Outcome::Absent(absent.clone()),
            None => Outcome::absent("no_test"),
        };
        self.reason = reason.to_owned();
    }
}

/// Descriptives of a group.
pub(super) fn group(name: &str, values: &[f64], ranks: Option<&GroupRanks>, alpha: f64) -> GroupResult {
    let described = descriptives(values);
    let pick = |value: fn(&crate::stats::descriptives::Descriptives) -> f64| {
        Outcome::from(described.as_ref().map(value).map_err(|error| *error))
    };
    let rank = |value: fn(&GroupRanks) -> f64| ranks.map_or_else(|| Outcome::absent("not_applicable"), |r| number(value(r)));
    let interval = GroupSummary::of(values).and_then(|summary| summary.interval(alpha));
    GroupResult {
        name: name.to_owned(),
        n: values.len(),
        mean: pick(|d| d.mean),
        median: pick(|d| d.median),
        sd: Outcome::from(described.as_ref().map_err(|error| *error).and_then(|d| d.sd)),
        se: Outcome::from(GroupSummary::of(values).and_then(|summary| summary.se())),
        ci_low: interval.map(|ends| ends[0]).into(),
        ci_high: interval.map(|ends| ends[1]).into(),
        min: pick(|d| d.min),
        max: pick(|d| d.max),
        mean_rank: rank(|r| r.mean),
        rank_sum: rank(|r| r.sum),
    }
}

/// Shapiro–Wilk, above 5 000 values Kolmogorov–Smirnov with Lilliefors' correction.
pub(super) fn normality(name: &str, values: &[f64], alpha: f64) -> NormalityResult {
    let (test, found) = if values.len() > SHAPIRO_WILK_UP_TO {
        ("kolmogorov-smirnov", kolmogorov_smirnov(values).map(|found| (found.d, found.p)))
    } else {
        ("shapiro-wilk", shapiro_wilk(values).map(|found| (found.w, found.p)))
    };
    NormalityResult {
        name: name.to_owned(),
        test: test.to_owned(),
        n: values.len(),
        statistic: found.map(|found| found.0).into(),
        p: found.map(|found| found.1).into(),
        met: found.map(|found| found.1 >= alpha).into(),
    }
}

/// All normal: `Some(true)`; one is not: `Some(false)`; otherwise one could not be tested.
pub(super) fn all_normal(tested: &[NormalityResult]) -> Option<bool> {
    let met: Vec<Option<bool>> = tested.iter().map(|one| one.met.value().copied()).collect();
    if met.contains(&Some(false)) {
        return Some(false);
    }
    met.into_iter().collect::<Option<Vec<bool>>>().map(|_| true)
}

/// A variant without anything but its significance.
pub(super) fn variant(statistic: f64, p: f64) -> VariantResult {
    let none = || Outcome::absent("not_applicable");
    VariantResult {
        statistic: number(statistic),
        df: none(),
        df1: none(),
        p,
        estimate: none(),
        se: none(),
        ci_low: none(),
        ci_high: none(),
        critical: none(),
        more: IndexMap::new(),
    }
}

/// A variant that is a t test.
pub(super) fn t_variant(source: Source<'_>, test: TTest, directed: bool) -> VariantResult {
    VariantResult {
        df: number(test.df),
        estimate: number(test.difference),
        se: number(test.se),
        ci_low: number(test.low),
        ci_high: number(test.high),
        critical: t_limit(source, test.df, directed),
        ..variant(test.t, test.p)
    }
}

/// The t that |t| must exceed.
pub(super) fn t_limit(source: Source<'_>, df: f64, directed: bool) -> Outcome<f64> {
    let tails = if source.one_tailed(directed) { Tails::One } else { Tails::Two };
    t_critical(df, source.alpha(), tails).into()
}

/// The z that |z| must exceed.
pub(super) fn z_limit(source: Source<'_>, directed: bool) -> Outcome<f64> {
    let tail = if source.one_tailed(directed) { source.alpha() } else { source.alpha() / 2.0 };
    number(-normal_quantile(tail))
}

/// An effect size between limits.
pub(super) fn effect_size(found: Result<Estimate, StatsError>) -> Outcome<EffectSizeResult> {
    Outcome::from(found).map(|found| EffectSizeResult {
        value: found.value,
        ci_low: number(found.low),
        ci_high: number(found.high),
    })
}

/// An effect size without limits.
pub(super) fn bare_effect_size(found: Result<f64, StatsError>) -> Outcome<EffectSizeResult> {
    Outcome::from(found).map(|value| EffectSizeResult {
        value,
        ci_low: Outcome::absent("no_interval"),
        ci_high: Outcome::absent("no_interval"),
    })
}

/// How the score of a name relates to what was answered.
pub(super) struct ScoreScale {
    /// Score of somebody who always gives the highest answer; none for a column without a range.
    pub(super) highest: Option<f64>,
    /// What the score is divided by to be a mean of items; none for a column.
    pub(super) items: Option<f64>,
}

/// The scale of a variable's or a dimension's score.
pub(super) fn score_scale(study: &Study, name: &str) -> Option<ScoreScale> {
    let (code, part) = match name.split_once('.') {
        Some((code, part)) => (code, Some(part)),
        None => (name, None),
    };
    let variable = study.variable(code)?;
    match &variable.measure {
        Measure::Records(records) => {
            Some(ScoreScale { highest: part.is_none().then(|| records.highest()).flatten(), items: None })
        }
        Measure::Column { range, .. } => Some(ScoreScale { highest: range.map(|range| range.1), items: None }),
        Measure::Items { scale, .. } => {
            let dimension = match part {
                Some(part) => Some(variable.dimension(part)?),
                None => None,
            };
            let ones = variable.ones(dimension)?;
            Some(ScoreScale { highest: Some(scale.max as f64 * ones), items: Some(ones) })
        }
    }
}
