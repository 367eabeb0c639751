//! Achievement of targets, indicator by indicator and period by period.

use super::results::{
    AgencyResult, AttendanceResult, BudgetResult, ImpactResult, Outcome, TargetBand, TargetPeriod, TargetResult, TargetValue,
    TargetsResult, VariableResult, number,
};
use crate::stats::StatsError;
use crate::stats::achievement::{Achievement, Aim, achievement};
use crate::stats::correlation::pearson;
use crate::stats::rounding::round_half_away;
use crate::study::Study;
use crate::study::targets::{Direction, Realization, Target, TargetIndicator, Targets};
use indexmap::{IndexMap, IndexSet};

/// Fewest units from which attendance and achievement are correlated.
const UNITS: usize = 10;

/// The achievements; nothing where the study declares no targets. `variables` are those whose means are realizations.
pub fn analyze(study: &Study, variables: &IndexMap<String, VariableResult>) -> Option<TargetsResult> {
    let targets = study.targets.as_ref()?;
    let indicators: Vec<TargetResult> =
        targets.indicators.iter().map(|indicator| of_indicator(indicator, targets, study, variables)).collect();
    let periods = targets.periods.iter().enumerate();
    let periods: Vec<TargetPeriod> = periods.map(|(at, period)| of_period(at, period, &indicators, targets, study)).collect();
    let agencies = agencies(targets, &indicators, study);
    Some(TargetsResult {
        cap: targets.cap.map_or_else(|| Outcome::absent("not_declared"), Outcome::Computed),
        bands: targets
            .bands
            .iter()
            .map(|(name, from)| TargetBand { name: name.get(study.language).to_owned(), from: *from })
            .collect(),
        attendance: (!targets.attendance.is_empty()).then(|| attendance(&agencies)),
        budget: budget_of_all(targets, periods.last()),
        agencies,
        periods,
        indicators,
    })
}

fn of_indicator(
    indicator: &TargetIndicator,
    targets: &Targets,
    study: &Study,
    variables: &IndexMap<String, VariableResult>,
) -> TargetResult {
    let reached = |realization: &Option<Realization>| match realization {
        Some(Realization::Value(value)) => Some(*value),
        // Two decimals, as the index is published and the bands are printed.
        Some(Realization::Of(name)) => mean_of(study, name, variables).map(|mean| round_half_away(mean, 2)),
        None => None,
    };
    let values: Vec<TargetValue> = indicator
        .periods
        .iter()
        .map(|(target, realization)| value(indicator.direction, *target, reached(realization), targets, study))
        .collect();
    let last = indicator.last.map(|last| {
        let realization = indicator.periods.iter().rev().find_map(|(_, realization)| reached(realization));
        value(indicator.direction, Some(last), realization, targets, study)
    });
    let counted = values.last().map(|value| value.counted.clone());
    let direction = match indicator.direction {
        Direction::Maximize => "maximize",
        Direction::Minimize => "minimize",
        Direction::MinimizeRatio => "minimize_ratio",
        Direction::Range => "range",
    };
    TargetResult {
        name: indicator.name.get(study.language).to_owned(),
        direction: direction.to_owned(),
        periods: values,
        agency: indicator.agency.clone(),
        last,
        budget: indicator.budget.map(|(allocated, spent)| budget(allocated, spent, counted)),
        impact: indicator.impact.as_ref().map(|impact| ImpactResult {
            indicator: impact.indicator.get(study.language).to_owned(),
            before: impact.before,
            after: impact.after,
            change: impact.after - impact.before,
        }),
    }
}

/// The mean of a variable as it is reported: of its items where the bands are of them, else of its score.
fn mean_of(study: &Study, name: &str, variables: &IndexMap<String, VariableResult>) -> Option<f64> {
    let found = variables.get(name)?;
    let variable = study.variable(name).or_else(|| study.variable(name.split_once('.')?.0))?;
    let of_items = variable.scale().is_some_and(|scale| !scale.bands.of_score);
    if of_items { found.item_mean.value().copied() } else { found.mean.value().copied() }
}

fn value(
    direction: Direction,
    target: Option<Target>,
    realization: Option<f64>,
    targets: &Targets,
    study: &Study,
) -> TargetValue {
    let found = aim(direction, target).zip(realization).map(|(aim, realization)| achievement(aim, realization));
    let take = |pick: fn(Achievement) -> f64| match found {
        Some(Ok(found)) => Outcome::Computed(pick(found)),
        Some(Err(_)) => Outcome::absent("target_zero"),
        None => Outcome::absent("no_realization"),
    };
    let given = |value: Option<f64>| value.map_or_else(|| Outcome::absent("not_declared"), number);
    let (value, low, high) = match target {
        Some(Target::Value(value)) => (Some(value), None, None),
        Some(Target::Range(low, high)) => (None, Some(low), Some(high)),
        None => (None, None, None),
    };
    let counted = take(|found| found.percent).map(|percent| targets.cap.map_or(percent, |cap| percent.min(cap)));
    TargetValue {
        target: given(value),
        target_low: given(low),
        target_high: given(high),
        realization: given(realization),
        achievement: take(|found| found.percent),
        category: band(&counted, targets, study),
        counted,
        reached: match found {
            Some(Ok(found)) => Outcome::Computed(found.reached),
            Some(Err(_)) => Outcome::absent("target_zero"),
            None => Outcome::absent("no_realization"),
        },
    }
}

/// What was absorbed, and how far the achievement goes beyond it.
fn budget(allocated: f64, spent: f64, counted: Option<Outcome<f64>>) -> BudgetResult {
    let absorbed = if allocated > 0.0 { number(100.0 * spent / allocated) } else { Outcome::absent("no_budget") };
    let efficiency = match (counted.unwrap_or_else(|| Outcome::absent("no_realization")), &absorbed) {
        (Outcome::Computed(counted), Outcome::Computed(absorbed)) => number(counted - absorbed),
        (Outcome::Absent(absent), _) => Outcome::Absent(absent),
        (_, Outcome::Absent(absent)) => Outcome::Absent(absent.clone()),
    };
    BudgetResult { allocated, spent, absorbed, efficiency }
}

fn budget_of_all(targets: &Targets, last: Option<&TargetPeriod>) -> Option<BudgetResult> {
    let all: Vec<(f64, f64)> = targets.indicators.iter().filter_map(|indicator| indicator.budget).collect();
    let sum = |pick: fn(&(f64, f64)) -> f64| all.iter().map(pick).sum::<f64>();
    // With money for some of the indicators alone their achievement is not that of all.
    let whole = (all.len() == targets.indicators.len()).then(|| last.map(|last| last.mean.clone())).flatten();
    let found = budget(sum(|money| money.0), sum(|money| money.1), whole);
    (!all.is_empty()).then_some(found)
}

/// The units that indicators name, in the order in which they are first named.
fn agencies(targets: &Targets, indicators: &[TargetResult], study: &Study) -> Vec<AgencyResult> {
    let names: IndexSet<&String> = targets.indicators.iter().filter_map(|indicator| indicator.agency.as_ref()).collect();
    let of = |name: &String| {
        let own = indicators.iter().filter(|indicator| indicator.agency.as_ref() == Some(name));
        let last: Vec<&TargetValue> = own.filter_map(|indicator| indicator.periods.last()).collect();
        let counted: Vec<f64> = last.iter().filter_map(|value| value.counted.value().copied()).collect();
        let mean = match counted.len() {
            0 => Outcome::absent("no_realization"),
            n => number(counted.iter().sum::<f64>() / n as f64),
        };
        AgencyResult {
            name: name.clone(),
            count: counted.len(),
            reached: last.iter().filter(|value| value.reached.value() == Some(&true)).count(),
            category: band(&mean, targets, study),
            mean,
            attendance: targets.attendance.get(name).map_or_else(|| Outcome::absent("not_declared"), |found| number(*found)),
        }
    };
    names.into_iter().map(of).collect()
}

/// Attendance and achievement of the units that have both: their correlation, and who is present without results.
fn attendance(agencies: &[AgencyResult]) -> AttendanceResult {
    let both: Vec<(usize, f64, f64)> = agencies
        .iter()
        .enumerate()
        .filter_map(|(at, agency)| Some((at, *agency.attendance.value()?, *agency.mean.value()?)))
        .collect();
    let present: Vec<f64> = both.iter().map(|(_, present, _)| *present).collect();
    let reached: Vec<f64> = both.iter().map(|(_, _, reached)| *reached).collect();
    let mean = |values: &[f64]| match values.len() {
        0 => Outcome::absent("no_cases"),
        n => number(values.iter().sum::<f64>() / n as f64),
    };
    let (mean_attendance, mean_achievement) = (mean(&present), mean(&reached));
    let correlation =
        if both.len() < UNITS { Outcome::absent("too_few_units") } else { Outcome::from(pearson(&present, &reached)) };
    let limits = mean_attendance.value().copied().zip(mean_achievement.value().copied());
    let without = limits.map_or_else(Vec::new, |(attendance, achievement)| {
        let found = both.iter().filter(|(_, present, reached)| *present > attendance && *reached < achievement);
        found.map(|(at, _, _)| *at).collect()
    });
    AttendanceResult {
        n: both.len(),
        minimum: UNITS,
        r: correlation.clone().map(|found| found.r),
        p: correlation.map(|found| found.p),
        mean_attendance,
        mean_achievement,
        present_without_results: without,
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
