//! The index of public satisfaction of every variable of items, where the report is one of satisfaction.

use super::Inputs;
use super::items::{band_limits, band_position};
use super::results::{
    EarlierIndex, MarginResult, Outcome, ServiceBand, ServiceElement, ServiceOther, ServiceResult, ServiceTrend, number,
};
use crate::stats::rounding::round_half_away;
use crate::stats::service_satisfaction::{Satisfaction, margin, satisfaction};
use crate::study::{Bands, Scale, ScoreBy, Study, Variable};
use indexmap::IndexMap;

/// The kind of report that asks for the index.
const TEMPLATE: &str = "skm";
/// The weight of an element as the regulation prints it has two decimals.
const PRINTED: usize = 2;
/// Differences below this are rounding.
const NOTHING: f64 = 1e-9;

/// The index of each variable of items; nothing in other reports.
pub fn analyze(inputs: Inputs<'_>) -> IndexMap<String, ServiceResult> {
    if inputs.study.report.template != TEMPLATE {
        return IndexMap::new();
    }
    let variables = inputs.study.variables.values();
    variables.filter_map(|variable| Some((variable.code.clone(), of_variable(inputs, variable)?))).collect()
}

/// Everything that is asked of one index.
struct Made<'a> {
    study: &'a Study,
    scale: &'a Scale,
    answers: Vec<Vec<Option<f64>>>,
    times: f64,
}

fn of_variable(inputs: Inputs<'_>, variable: &Variable) -> Option<ServiceResult> {
    let Inputs { study, scores, .. } = inputs;
    let (scale, score) = (variable.scale()?, variable.score()?);
    let codes: Vec<&str> = variable.items().map(|item| item.code.as_str()).collect();
    let column = |code: &&str| match scores.items.get(*code) {
        Some(column) => column.iter().collect(),
        None => vec![None; scores.n],
    };
    let made = Made { study, scale, answers: codes.iter().map(column).collect(), times: score.times };
    let used = made.answers.iter().filter(|column| column.iter().any(Option::is_some)).count();
    let plain = score.weights.is_empty();
    let weights: Vec<f64> = match score.by {
        // A mean divides by the sum of the weights.
        ScoreBy::Mean => {
            let all: f64 = codes.iter().map(|code| score.weight(code)).sum();
            codes.iter().map(|code| score.weight(code) / all).collect()
        }
        ScoreBy::Sum => codes.iter().map(|code| score.weight(code)).collect(),
    };
    let found = made.index(&weights);
    let value = match &found {
        Some(found) => number(found.index),
        None => Outcome::absent("no_cases"),
    };
    // Weights of one and a factor of one make a plain sum, which is on no scale of answers.
    let fraction = (weights.iter().sum::<f64>() - 1.0).abs() < 0.1;
    let exact = 1.0 / used.max(1) as f64;
    let other = match (plain && score.by == ScoreBy::Mean, fraction) {
        (_, false) => None,
        (true, true) => Some(round_half_away(exact, PRINTED)),
        (false, true) => Some(exact),
    };
    let own = found.as_ref().and_then(|found| common(found.elements.iter().map(|e| e.weight).filter(|weight| *weight > 0.0)));
    let other = other.filter(|other| own.is_none_or(|own| (own - other).abs() > NOTHING));
    let elements = elements(&codes, found.as_ref(), &made, fraction);
    let confidence = 1.0 - study.analysis.alpha;
    let population = study.population.map(|population| population as f64);
    let margin_of_error = match &found {
        Some(found) => {
            Outcome::from(margin(&made.answers, found, made.times, population, confidence)).map(|found| MarginResult {
                se: found.standard_error,
                df: found.df,
                margin: found.margin,
                corrected: population.is_some_and(|population| population > scores.n as f64),
            })
        }
        None => Outcome::absent("no_cases"),
    };
    let total =
        |pick: fn(&Satisfaction) -> f64| found.as_ref().map_or_else(|| Outcome::absent("no_cases"), |found| number(pick(found)));
    Some(ServiceResult {
        n: scores.n,
        declared: codes.len(),
        used,
        times: made.times,
        exact: plain && score.by == ScoreBy::Mean,
        weight: own.map_or_else(|| Outcome::absent("not_equal"), number),
        weight_sum: total(|found| found.elements.iter().map(|element| element.weight).sum()),
        nrr_sum: total(|found| found.sum_of_means),
        weighted_sum: total(|found| found.weighted_sum),
        category: made.band(&value).map(|(name, _, _)| name),
        grade: made.band(&value).map(|(_, grade, _)| grade),
        performance: flat(made.band(&value).map(|(_, _, performance)| performance)),
        other: other.zip(found.as_ref()).and_then(|(weight, found)| made.other(weight, found)),
        margin: margin_of_error,
        trend: trend(&made, &value, inputs),
        bands: bands(&made, fraction),
        items: elements,
        value,
    })
}

impl Made<'_> {
    fn index(&self, weights: &[f64]) -> Option<Satisfaction> {
        satisfaction(&self.answers, weights, self.times).ok()
    }

    /// The band of an index, found from two decimals by lower bounds: name, grade, performance. One below all bands, which
    /// rounded weights may give, is in the lowest.
    fn band(&self, value: &Outcome<f64>) -> Outcome<(String, String, Outcome<String>)> {
        let value = match value {
            Outcome::Computed(value) => *value,
            Outcome::Absent(absent) => return Outcome::Absent(absent.clone()),
        };
        let Bands { bands, .. } = &self.scale.bands;
        let Some((name, _)) = bands.get(band_position(&self.scale.bands, value).unwrap_or(0)) else {
            return Outcome::absent("no_bands");
        };
        let name = name.get(self.study.language);
        let (grade, performance) = parts(name);
        Outcome::Computed((
            name.to_owned(),
            grade.to_owned(),
            performance.map_or_else(|| Outcome::absent("not_declared"), |text| Outcome::Computed(text.to_owned())),
        ))
    }

    /// The index by another common weight of the elements that apply.
    fn other(&self, weight: f64, found: &Satisfaction) -> Option<ServiceOther> {
        // The weight is that of each element that applies; those without answers take no part in either.
        let weighted_sum: f64 = found.elements.iter().filter_map(|element| Some(weight * element.mean?)).sum();
        let value = Outcome::Computed(self.times * weighted_sum);
        let (name, grade, _) = self.band(&value).value()?.clone();
        let own = self.band(&Outcome::Computed(found.index)).value()?.0.clone();
        Some(ServiceOther { weight, value: self.times * weighted_sum, grade, changes: name != own })
    }
}

/// `B – baik`: grade and performance; a name without a dash is a grade alone.
fn parts(name: &str) -> (&str, Option<&str>) {
    let split = [" – ", " — ", " - "].into_iter().find_map(|dash| name.split_once(dash));
    match split {
        Some((grade, performance)) => (grade.trim(), Some(performance.trim())),
        None => (name, None),
    }
}

/// The value of all, where there is one.
fn common(mut values: impl Iterator<Item = f64>) -> Option<f64> {
    let first = values.next()?;
    values.all(|value| (value - first).abs() < NOTHING).then_some(first)
}

fn flat(outcome: Outcome<Outcome<String>>) -> Outcome<String> {
    match outcome {
        Outcome::Computed(inner) => inner,
        Outcome::Absent(absent) => Outcome::Absent(absent),
    }
}

fn elements(codes: &[&str], found: Option<&Satisfaction>, made: &Made<'_>, fraction: bool) -> IndexMap<String, ServiceElement> {
    let Some(found) = found else { return IndexMap::new() };
    let means: Vec<f64> = found.elements.iter().filter_map(|element| element.mean).collect();
    let entries = codes.iter().zip(&found.elements).map(|(code, element)| {
        let not = |value: f64| match element.mean {
            Some(_) => number(value),
            None => Outcome::absent("no_cases"),
        };
        let mean = element.mean.unwrap_or_default();
        let converted = if fraction { not(mean * made.times) } else { Outcome::absent("not_applicable") };
        let entry = ServiceElement {
            n: element.n,
            sum: not(element.sum),
            nrr: not(mean),
            weight: not(element.weight),
            weighted: not(element.weighted),
            // Equal means share a rank, and the next one counts them all.
            rank: match element.mean {
                Some(_) => Outcome::Computed(means.iter().filter(|other| **other > mean + NOTHING).count() + 1),
                None => Outcome::absent("no_cases"),
            },
            grade: made.band(&converted).map(|(_, grade, _)| grade),
            converted,
        };
        ((*code).to_owned(), entry)
    });
    entries.collect()
}

fn bands(made: &Made<'_>, fraction: bool) -> Vec<ServiceBand> {
    let Bands { bands, .. } = &made.scale.bands;
    let highest = made.scale.max as f64 * if fraction { made.times } else { 1.0 };
    let entries = bands.iter().enumerate().map(|(position, (name, low))| {
        let (band_low, band_high) = band_limits(&made.scale.bands, position, highest);
        let (grade, performance) = parts(name.get(made.study.language));
        ServiceBand {
            name: name.get(made.study.language).to_owned(),
            grade: grade.to_owned(),
            performance: performance.unwrap_or_default().to_owned(),
            band_low,
            band_high,
            scale_low: low / made.times,
        }
    });
    entries.collect()
}

/// The index beside that of earlier periods; nothing for other variables than the first, which is the one that is followed.
fn trend(made: &Made<'_>, value: &Outcome<f64>, inputs: Inputs<'_>) -> Option<ServiceTrend> {
    let earlier: Vec<EarlierIndex> = inputs
        .study
        .report
        .earlier
        .iter()
        .map(|earlier| EarlierIndex {
            period: earlier.period.get(inputs.study.language).to_owned(),
            grade: made.band(&Outcome::Computed(earlier.value)).map(|(_, grade, _)| grade),
            value: earlier.value,
        })
        .collect();
    let last = earlier.last()?;
    let value = value.value()?;
    // Compared as printed, with two decimals: what a reader sees as equal is equal.
    let change = round_half_away(*value, 2) - round_half_away(last.value, 2);
    let direction = match () {
        () if change > NOTHING => "rise",
        () if change < -NOTHING => "fall",
        () => "same",
    };
    let now = made.band(&Outcome::Computed(*value)).map(|(_, grade, _)| grade);
    let grade_changes = match (&now, &last.grade) {
        (Outcome::Computed(now), Outcome::Computed(last)) => Outcome::Computed(now != last),
        _ => Outcome::absent("no_bands"),
    };
    Some(ServiceTrend { change: change.abs(), direction: direction.to_owned(), grade_changes, earlier })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_name_is_grade_and_performance() {
        assert_eq!(parts("B – baik"), ("B", Some("baik")));
        assert_eq!(parts("A - very good"), ("A", Some("very good")));
        assert_eq!(parts("tinggi"), ("tinggi", None));
        assert_eq!(common([0.5, 0.5].into_iter()), Some(0.5));
        assert_eq!(common([0.5, 0.4].into_iter()), None);
    }
}
