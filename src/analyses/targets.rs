//! Achievement of targets, indicator by indicator and period by period.

use super::results::{Outcome, TargetBand, TargetPeriod, TargetResult, TargetValue, TargetsResult, number};
use crate::stats::StatsError;
use crate::stats::achievement::{Achievement, Aim, achievement};
use crate::stats::rounding::round_half_away;
use crate::study::Study;
use crate::study::targets::{Direction, Target, TargetIndicator, Targets};

/// The achievements; nothing where the study declares no targets.
pub fn analyze(study: &Study) -> Option<TargetsResult> {
    let targets = study.targets.as_ref()?;
    let indicators: Vec<TargetResult> =
        targets.indicators.iter().map(|indicator| of_indicator(indicator, targets, study)).collect();
    let periods = targets.periods.iter().enumerate();
    Some(TargetsResult {
        cap: targets.cap.map_or_else(|| Outcome::absent("not_declared"), Outcome::Computed),
        periods: periods.map(|(at, period)| of_period(at, period, &indicators, targets, study)).collect(),
        bands: targets
            .bands
            .iter()
            .map(|(name, from)| TargetBand { name: name.get(study.language).to_owned(), from: *from })
            .collect(),
        indicators,
    })
}

fn of_indicator(indicator: &TargetIndicator, targets: &Targets, study: &Study) -> TargetResult {
    let values = indicator.periods.iter().map(|(target, realization)| {
        let found = aim(indicator.direction, *target).zip(*realization).map(|(aim, realization)| achievement(aim, realization));
        let take = |pick: fn(Achievement) -> f64| match found {
            Some(Ok(found)) => Outcome::Computed(pick(found)),
            Some(Err(_)) => Outcome::absent("target_zero"),
            None => Outcome::absent("no_realization"),
        };
        let given = |value: Option<f64>| value.map_or_else(|| Outcome::absent("not_declared"), number);
        let (value, low, high) = match target {
            Some(Target::Value(value)) => (Some(*value), None, None),
            Some(Target::Range(low, high)) => (None, Some(*low), Some(*high)),
            None => (None, None, None),
        };
        let counted = take(|found| found.percent).map(|percent| targets.cap.map_or(percent, |cap| percent.min(cap)));
        TargetValue {
            target: given(value),
            target_low: given(low),
            target_high: given(high),
            realization: given(*realization),
            achievement: take(|found| found.percent),
            category: band(&counted, targets, study),
            counted,
            reached: match found {
                Some(Ok(found)) => Outcome::Computed(found.reached),
                Some(Err(_)) => Outcome::absent("target_zero"),
                None => Outcome::absent("no_realization"),
            },
        }
    });
    let direction = match indicator.direction {
        Direction::Maximize => "maximize",
        Direction::Minimize => "minimize",
        Direction::MinimizeRatio => "minimize_ratio",
        Direction::Range => "range",
    };
    TargetResult {
        name: indicator.name.get(study.language).to_owned(),
        direction: direction.to_owned(),
        periods: values.collect(),
    }
}

fn aim(direction: Direction, target: Option<Target>) -> Option<Aim> {
    Some(match (direction, target?) {
        (_, Target::Range(low, high)) => Aim::Within(low, high),
        (Direction::Maximize | Direction::Range, Target::Value(target)) => Aim::AtLeast(target),
        (Direction::Minimize, Target::Value(target)) => Aim::AtMost(target),
        (Direction::MinimizeRatio, Target::Value(target)) => Aim::AtMostByRatio(target),
    })
}

/// The band of an achievement, found from the printed number: two decimals.
fn band(counted: &Outcome<f64>, targets: &Targets, study: &Study) -> Outcome<String> {
    match counted {
        Outcome::Computed(percent) => {
            let rounded = round_half_away(*percent, 2);
            let found = targets.bands.iter().rfind(|(_, from)| rounded >= *from).or(targets.bands.first());
            found.map_or_else(|| Outcome::absent("no_bands"), |(name, _)| Outcome::Computed(name.get(study.language).to_owned()))
        }
        Outcome::Absent(absent) => Outcome::Absent(absent.clone()),
    }
}

fn of_period(at: usize, period: &str, indicators: &[TargetResult], targets: &Targets, study: &Study) -> TargetPeriod {
    let values: Vec<(usize, &TargetValue)> =
        indicators.iter().enumerate().filter_map(|(position, indicator)| Some((position, indicator.periods.get(at)?))).collect();
    let found: Vec<(usize, f64, f64)> = values
        .iter()
        .filter_map(|(position, value)| Some((*position, *value.achievement.value()?, *value.counted.value()?)))
        .collect();
    let mean = |pick: fn(&(usize, f64, f64)) -> f64| {
        if found.is_empty() {
            return Outcome::from(Err::<f64, _>(StatsError::Undefined));
        }
        number(found.iter().map(pick).sum::<f64>() / found.len() as f64)
    };
    let reached = values.iter().filter(|(_, value)| value.reached.value() == Some(&true)).count();
    // Compared as printed, with two decimals: what a reader sees as equal is equal.
    let printed = |percent: f64| round_half_away(percent, 2);
    let extreme = |highest: bool| -> Vec<usize> {
        let taken: Vec<(usize, f64)> = found.iter().map(|(position, percent, _)| (*position, printed(*percent))).collect();
        let values = taken.iter().map(|(_, percent)| *percent);
        let best = if highest { values.fold(f64::NEG_INFINITY, f64::max) } else { values.fold(f64::INFINITY, f64::min) };
        taken.iter().filter(|(_, percent)| (percent - best).abs() < 1e-9).map(|(position, _)| *position).collect()
    };
    let (mut rose, mut fell, mut same) = (0, 0, 0);
    for (position, value) in values.iter().filter(|_| at > 0) {
        let before = indicators.get(*position).and_then(|indicator| indicator.periods.get(at - 1));
        if let (Some(before), Some(now)) = (before.and_then(|before| before.achievement.value()), value.achievement.value()) {
            let change = printed(*now) - printed(*before);
            match () {
                () if change > 1e-9 => rose += 1,
                () if change < -1e-9 => fell += 1,
                () => same += 1,
            }
        }
    }
    let counted = mean(|(_, _, counted)| *counted);
    TargetPeriod {
        period: period.to_owned(),
        count: found.len(),
        reached,
        missed: found.len() - reached.min(found.len()),
        without: values.len() - found.len(),
        capped: found.iter().filter(|(_, percent, counted)| percent > counted).count(),
        category: band(&counted, targets, study),
        mean: counted,
        mean_uncapped: mean(|(_, percent, _)| *percent),
        lowest: extreme(false),
        highest: extreme(true),
        better: rose,
        worse: fell,
        same,
    }
}
