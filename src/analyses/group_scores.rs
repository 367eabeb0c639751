//! Scores of every variable and dimension per value of a characteristic, and gains of pairs.

use super::columns::complete;
use super::comparisons::gain_of_means;
use super::items::{band_name, bands_of};
use super::results::{GainsByGroup, GroupGain, GroupScore, GroupScores, Outcome, ScoresByGroup, VariableResult, number};
use crate::dataset::{CharacteristicData, Column, Dataset};
use crate::scores::Scores;
use crate::stats::rounding::round_half_away;
use crate::study::{Claim, Dimension, Study, Variable};
use indexmap::IndexMap;

/// The tables that `descriptives.by` asks for, by characteristic.
pub fn analyze(
    study: &Study,
    dataset: &Dataset,
    scores: &Scores,
    variables: &IndexMap<String, VariableResult>,
) -> IndexMap<String, GroupScores> {
    let asked = study.descriptives.by.iter();
    asked
        .filter_map(|code| {
            let data = dataset.characteristics.get(code)?;
            Some((code.clone(), of_characteristic(study, data, scores, variables)))
        })
        .collect()
}

/// A group: its cases.
type Cases = Vec<usize>;

fn of_characteristic(
    study: &Study,
    data: &CharacteristicData,
    scores: &Scores,
    variables: &IndexMap<String, VariableResult>,
) -> GroupScores {
    let mut groups: Vec<(String, Cases)> = data.categories.iter().map(|name| (name.clone(), Vec::new())).collect();
    for (case, code) in data.codes.iter().enumerate() {
        if let Some((_, cases)) = code.and_then(|code| groups.get_mut(code as usize)) {
            cases.push(case);
        }
    }
    // A value that is declared and that nobody has is no group.
    groups.retain(|(_, cases)| !cases.is_empty());
    let minimum = study.descriptives.minimum_n;
    let large: Vec<bool> = groups.iter().map(|(_, cases)| cases.len() >= minimum).collect();
    let mut found = IndexMap::new();
    for variable in study.variables.values() {
        let mut add = |name: String, dimension: Option<&Dimension>| {
            let part = Part { study, scores, variable, dimension, name: &name };
            if let Some(result) = variables.get(&name) {
                let by_group = part.by_group(&groups, &large, result);
                found.insert(name, by_group);
            }
        };
        add(variable.code.clone(), None);
        for dimension in variable.dimensions() {
            add(variable.name_of(dimension), Some(dimension));
        }
    }
    let grouped: usize = groups.iter().map(|(_, cases)| cases.len()).sum();
    GroupScores {
        counts: groups.iter().map(|(_, cases)| cases.len()).collect(),
        missing: data.codes.len() - grouped.min(data.codes.len()),
        minimum,
        small: large.iter().enumerate().filter(|(_, large)| !**large).map(|(at, _)| at).collect(),
        scores: found,
        gains: gains(study, scores, &groups),
        values: groups.into_iter().map(|(name, _)| name).collect(),
    }
}

/// A variable or one of its dimensions.
struct Part<'a> {
    study: &'a Study,
    scores: &'a Scores,
    variable: &'a Variable,
    dimension: Option<&'a Dimension>,
    name: &'a str,
}

impl Part<'_> {
    fn by_group(&self, groups: &[(String, Cases)], large: &[bool], all: &VariableResult) -> ScoresByGroup {
        let by_item_mean =
            bands_of(self.variable, self.dimension).map_or_else(|| self.variable.items().next().is_some(), |(b, _)| !b.of_score);
        let rows: Vec<GroupScore> = groups.iter().map(|(_, cases)| self.of(cases, by_item_mean)).collect();
        // Compared as printed: what a reader sees as equal is equal.
        let decimals = if by_item_mean { self.study.report.decimals.get("mean").copied().unwrap_or(3) } else { 2 };
        let printed = |row: &GroupScore| -> Option<f64> {
            let value = if by_item_mean { &row.item_mean } else { &row.score };
            value.value().map(|value| round_half_away(*value, decimals))
        };
        let compared: Vec<(usize, f64)> = rows
            .iter()
            .zip(large)
            .enumerate()
            .filter(|(_, (_, large))| **large)
            .filter_map(|(at, (row, _))| Some((at, printed(row)?)))
            .collect();
        let high = compared.iter().map(|(_, value)| *value).fold(f64::NEG_INFINITY, f64::max);
        let low = compared.iter().map(|(_, value)| *value).fold(f64::INFINITY, f64::min);
        let at = |end: f64| compared.iter().filter(|(_, value)| (value - end).abs() < 1e-9).map(|(at, _)| *at).collect();
        ScoresByGroup {
            measure: if by_item_mean { "item_mean" } else { "score" }.to_owned(),
            overall: GroupScore {
                n: all.n,
                item_mean: all.item_mean.clone(),
                score: all.mean.clone(),
                highest: all.max.clone(),
                category: all.category.clone(),
            },
            highest: at(high),
            lowest: at(low),
            level: compared.len() > 1 && (high - low).abs() < 1e-9,
            compared: compared.len(),
            without: self.scores.n - all.n.min(self.scores.n),
            rows,
        }
    }

    fn of(&self, cases: &[usize], by_item_mean: bool) -> GroupScore {
        let own: Vec<f64> = self.scores.variables.get(self.name).map(|column| at(column, cases)).unwrap_or_default();
        let indicators = self.dimension.map_or(self.variable.indicators(), |part| self.variable.indicators_of(part));
        let items = indicators.iter().flat_map(|indicator| &indicator.items);
        let means: Vec<Outcome<f64>> = items
            .map(|item| self.scores.items.get(&item.code).map_or_else(|| Outcome::absent("no_cases"), |c| mean(&at(c, cases))))
            .collect();
        let known: Vec<f64> = means.iter().filter_map(|mean| mean.value().copied()).collect();
        let item_mean = match () {
            () if means.is_empty() => Outcome::absent("no_items"),
            () if known.len() < means.len() => Outcome::absent("no_cases"),
            () => mean(&known),
        };
        let score = mean(&own);
        let banded = if by_item_mean { &item_mean } else { &score };
        let category = match (banded, bands_of(self.variable, self.dimension)) {
            (Outcome::Computed(value), Some((bands, _))) => band_name(&bands, *value, self.study),
            (Outcome::Absent(absent), _) => Outcome::Absent(absent.clone()),
            (_, None) => Outcome::absent("no_bands"),
        };
        let highest = own.iter().copied().reduce(f64::max).map_or_else(|| Outcome::absent("no_cases"), number);
        GroupScore { n: own.len(), item_mean, score, highest, category }
    }
}

fn at(column: &Column, cases: &[usize]) -> Vec<f64> {
    cases.iter().filter_map(|case| column.get(*case)).collect()
}

fn mean(values: &[f64]) -> Outcome<f64> {
    match values.len() {
        0 => Outcome::absent("no_cases"),
        n => number(values.iter().sum::<f64>() / n as f64),
    }
}

/// Pairs of measurements that hypotheses compare, group by group.
fn gains(study: &Study, scores: &Scores, groups: &[(String, Cases)]) -> IndexMap<String, GainsByGroup> {
    let mut out = IndexMap::new();
    for hypothesis in &study.hypotheses {
        let Claim::Paired { first, second, .. } = &hypothesis.claim else { continue };
        let (Some(a), Some(b)) = (scores.variables.get(first), scores.variables.get(second)) else { continue };
        let of = |cases: &[usize]| {
            let part = |column: &Column| -> Column { cases.iter().map(|case| column.get(*case)).collect() };
            gain(study, (first, &part(a)), (second, &part(b)))
        };
        let everybody: Cases = (0..a.len()).collect();
        out.insert(
            hypothesis.id.clone(),
            GainsByGroup {
                first: first.clone(),
                second: second.clone(),
                rows: groups.iter().map(|(_, cases)| of(cases)).collect(),
                overall: of(&everybody),
            },
        );
    }
    out
}

fn gain(study: &Study, (first, a): (&str, &Column), (second, b): (&str, &Column)) -> GroupGain {
    let cases = complete(&[a, b]);
    let side = |at: usize| cases.get(at).map(Vec::as_slice).unwrap_or_default();
    let (before, after) = (side(0), side(1));
    let (first_mean, second_mean) = (mean(before), mean(after));
    let gain = gain_of_means(study, first, second, before, after);
    let change = match (&first_mean, &second_mean) {
        (Outcome::Computed(first), Outcome::Computed(second)) => number(second - first),
        _ => Outcome::absent("no_cases"),
    };
    GroupGain {
        n: before.len(),
        before: first_mean,
        after: second_mean,
        change,
        gain: gain.clone().map(|gain| gain.class_gain),
        gain_percent: gain.clone().map(|gain| gain.class_gain_percent),
        band: gain.map(|gain| gain.band),
    }
}
