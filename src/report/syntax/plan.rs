//! What both programs compute, in the words of neither: columns of the table, scores, instrument tests, regressions.

use super::claims::{Path, Test, paths, tests};
use super::names::Names;
use crate::analyses::results::{Answers, CharacteristicAnswers, Outcome, RegressionResult, Results};
use crate::study::variable::{Score, ScoreBy, ScoreOf};
use crate::study::{Measure, Study, Variable};
use indexmap::IndexMap;
use std::collections::BTreeSet;

/// A column of the table of answers.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Column {
    pub(super) name: String,
    pub(super) values: Vec<Option<f64>>,
    /// What the values 1, 2, … stand for; empty for numbers.
    pub(super) labels: Vec<String>,
}

/// A score: what is added, each part with its weight; divided and multiplied.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Composite {
    pub(super) name: String,
    pub(super) parts: Vec<(String, f64)>,
    pub(super) divisor: f64,
    pub(super) times: f64,
}

/// Items that are tested together: those of a variable or of a dimension, with their columns.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Scale {
    pub(super) code: String,
    pub(super) items: Vec<(String, String)>,
    pub(super) of_dimension: bool,
}

/// A column of zeros and ones: whether another has this value.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Dummy {
    pub(super) name: String,
    pub(super) of: String,
    pub(super) equals: usize,
}

/// A regression: its name in the results, a name for what it leaves, its columns.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Fit {
    pub(super) name: String,
    pub(super) id: String,
    pub(super) outcome: String,
    /// What the results call each term, and its column.
    pub(super) terms: Vec<(String, String)>,
    /// Robust standard errors decide or stand beside.
    pub(super) hc3: bool,
}

/// Everything the programs do.
#[derive(Debug, Default)]
pub(super) struct Plan {
    pub(super) columns: Vec<Column>,
    /// The items of the try-out, under the same names; empty where instrument tests rest on the survey.
    pub(super) pilot: Vec<Column>,
    /// Scores that the table holds because no line of a program makes them.
    pub(super) given: Vec<String>,
    pub(super) composites: Vec<Composite>,
    pub(super) scales: Vec<Scale>,
    pub(super) dummies: Vec<Dummy>,
    /// Variables with their columns.
    pub(super) variables: Vec<(String, String)>,
    pub(super) fits: Vec<Fit>,
    pub(super) tests: Vec<Test>,
    pub(super) paths: Vec<Path>,
    /// Items that the study leaves out because they are not valid.
    pub(super) dropped: Vec<String>,
    /// The column that says which cases regressions keep, where the study leaves outliers out.
    pub(super) kept: Option<String>,
    /// Regressions and hypotheses that the results do not have either.
    pub(super) absent: Vec<String>,
    names: Names,
    ids: Names,
    by_code: IndexMap<String, String>,
    numbers: IndexMap<String, String>,
    dummy_of: IndexMap<(String, usize), String>,
}

impl Plan {
    /// The plan of a study with these results. None where they hold no answers.
    pub(super) fn new(study: &Study, results: &Results) -> Option<Plan> {
        let answers = results.series.as_ref()?.answers.as_ref()?;
        let dropped = results.items.iter().filter(|(_, item)| item.dropped).map(|(code, _)| code.clone());
        let mut plan = Plan { dropped: dropped.collect(), ..Plan::default() };
        for variable in study.variables.values() {
            plan.variable(variable, answers);
        }
        for (code, values) in &answers.pilot {
            if let Some(name) = plan.by_code.get(code) {
                plan.pilot.push(Column { name: name.clone(), values: values.clone(), labels: Vec::new() });
            }
        }
        for (code, found) in &answers.characteristics {
            plan.characteristic(study, code, found);
        }
        if !results.excluded_outliers.is_empty() {
            plan.keep(results);
        }
        for regression in &study.regressions {
            match results.regressions.get(&regression.name) {
                Some(Outcome::Computed(found)) => plan.fit(&regression.name, found, answers),
                _ => plan.absent.push(regression.name.clone()),
            }
        }
        plan.tests = tests(study, results, &mut plan);
        plan.paths = paths(results, &plan);
        Some(plan)
    }

    /// The column of a variable, dimension or characteristic.
    pub(super) fn column(&self, code: &str) -> Option<&String> {
        self.by_code.get(code)
    }

    /// The cases that regressions keep: all but those that stood out in one of them.
    fn keep(&mut self, results: &Results) {
        let found = results.regressions.values().filter_map(Outcome::value).filter_map(|found| found.influence.value());
        let outlying: BTreeSet<usize> = found.flat_map(|influence| influence.positions.iter().copied()).collect();
        let cases = self.columns.iter().map(|column| column.values.len()).max().unwrap_or(0);
        let values = (0..cases).map(|case| Some(if outlying.contains(&case) { 0.0 } else { 1.0 })).collect();
        let name = self.names.new_name("KEPT");
        self.columns.push(Column { name: name.clone(), values, labels: Vec::new() });
        self.kept = Some(name);
    }

    fn add(&mut self, code: &str, values: &[Option<f64>]) {
        let name = self.names.new_name(code);
        self.columns.push(Column { name: name.clone(), values: values.to_vec(), labels: Vec::new() });
        self.by_code.insert(code.to_owned(), name);
    }

    fn variable(&mut self, variable: &Variable, answers: &Answers) {
        let code = &variable.code;
        for item in variable.items() {
            if let Some(values) = answers.values.get(&item.code) {
                self.add(&item.code, values);
            }
        }
        match &variable.measure {
            Measure::Column { .. } | Measure::Records(_) => {
                let Some(values) = answers.values.get(code) else { return };
                self.add(code, values);
            }
            Measure::Items { score, .. } => {
                self.scores(variable, score, answers);
                let whole: Vec<&str> = variable.items().map(|item| item.code.as_str()).collect();
                self.scale(code, &whole, false);
                for dimension in variable.dimensions() {
                    let items = variable.indicators_of(dimension).iter().flat_map(|indicator| &indicator.items);
                    let items: Vec<&str> = items.map(|item| item.code.as_str()).collect();
                    self.scale(&variable.name_of(dimension), &items, true);
                }
            }
        }
        let dimensions = variable.dimensions().map(|dimension| variable.name_of(dimension));
        let all: Vec<String> = std::iter::once(code.clone()).chain(dimensions).collect();
        for code in all {
            self.variables.extend(self.by_code.get(&code).map(|name| (code.clone(), name.clone())));
        }
    }

    /// The scores of the dimensions, then the whole.
    fn scores(&mut self, variable: &Variable, score: &Score, answers: &Answers) {
        let of_items = |code: &str| if score.of == ScoreOf::Items { score.weight(code) } else { 1.0 };
        let mut dimensions = Vec::new();
        for dimension in variable.dimensions() {
            let items = variable.indicators_of(dimension).iter().flat_map(|indicator| &indicator.items);
            let parts: Vec<(&str, f64)> = items.map(|item| (item.code.as_str(), of_items(&item.code))).collect();
            let name = variable.name_of(dimension);
            self.score(&name, &parts, score, score.times, answers);
            dimensions.push((name, score.weight(&dimension.code)));
        }
        if score.of == ScoreOf::Dimensions {
            // The factor is in the scores of the dimensions already.
            let parts: Vec<(&str, f64)> = dimensions.iter().map(|(name, weight)| (name.as_str(), *weight)).collect();
            self.score(&variable.code, &parts, score, 1.0, answers);
        } else {
            let parts: Vec<(&str, f64)> = variable.items().map(|item| (item.code.as_str(), of_items(&item.code))).collect();
            self.score(&variable.code, &parts, score, score.times, answers);
        }
    }

    fn score(&mut self, code: &str, parts: &[(&str, f64)], score: &Score, times: f64, answers: &Answers) {
        let parts: Vec<(&str, f64)> = parts.iter().filter(|(part, _)| !self.is_dropped(part)).copied().collect();
        let columns: Vec<(String, f64)> =
            parts.iter().filter_map(|(part, weight)| Some((self.by_code.get(*part)?.clone(), *weight))).collect();
        let plain = !score.msi && score.minimum_answered >= 1.0 && columns.len() == parts.len();
        if !plain {
            if let Some(values) = answers.scores.get(code) {
                self.add(code, values);
                self.given.push(code.to_owned());
            }
            return;
        }
        let divisor = match score.by {
            ScoreBy::Sum => 1.0,
            ScoreBy::Mean => columns.iter().map(|(_, weight)| weight).sum(),
        };
        let name = self.names.new_name(code);
        self.by_code.insert(code.to_owned(), name.clone());
        self.composites.push(Composite { name, parts: columns, divisor, times });
    }

    fn is_dropped(&self, item: &str) -> bool {
        self.dropped.iter().any(|dropped| dropped == item)
    }

    fn scale(&mut self, code: &str, items: &[&str], of_dimension: bool) {
        let items = items.iter().filter(|item| !self.is_dropped(item));
        let items: Vec<(String, String)> =
            items.filter_map(|item| Some(((*item).to_owned(), self.by_code.get(*item)?.clone()))).collect();
        if items.len() > 1 {
            self.scales.push(Scale { code: code.to_owned(), items, of_dimension });
        }
    }

    fn characteristic(&mut self, study: &Study, code: &str, found: &CharacteristicAnswers) {
        self.add(code, &found.codes);
        if let Some(column) = self.columns.last_mut() {
            column.labels.clone_from(&found.categories);
        }
        let predicts = study.regressions.iter().any(|regression| regression.predictors.iter().any(|name| name == code));
        if let Some(numbers) = found.numbers.as_ref().filter(|_| predicts) {
            let name = self.names.new_name(&format!("{code}_n"));
            self.columns.push(Column { name: name.clone(), values: numbers.clone(), labels: Vec::new() });
            self.numbers.insert(code.to_owned(), name);
        }
    }

    fn fit(&mut self, name: &str, found: &RegressionResult, answers: &Answers) {
        let terms: Vec<&str> = found.coefficients.iter().skip(1).map(|coefficient| coefficient.term.as_str()).collect();
        let columns: Option<Vec<(String, String)>> =
            terms.iter().map(|term| Some(((*term).to_owned(), self.term(term, answers)?))).collect();
        let outcome = self.by_code.get(&found.outcome).cloned();
        let Some((terms, outcome)) = columns.zip(outcome) else { return self.absent.push(name.to_owned()) };
        let id = self.ids.new_name(&name.replace('.', "_"));
        let hc3 = found.remedies.hc3.as_ref().is_some_and(|hc3| hc3.value().is_some());
        self.fits.push(Fit { name: name.to_owned(), id, outcome, terms, hc3 });
    }

    /// The column of a term: a score, the number of a characteristic, or a 0/1 column of one of its categories.
    fn term(&mut self, term: &str, answers: &Answers) -> Option<String> {
        if let Some(name) = self.numbers.get(term) {
            return Some(name.clone());
        }
        let dummy = answers.characteristics.iter().find_map(|(code, found)| {
            let category = term.strip_prefix(code.as_str())?.strip_prefix('[')?.strip_suffix(']')?;
            let position = found.categories.iter().position(|known| known == category)?;
            Some((code.clone(), position + 1))
        });
        let Some((code, equals)) = dummy else { return self.by_code.get(term).cloned() };
        if let Some(name) = self.dummy_of.get(&(code.clone(), equals)) {
            return Some(name.clone());
        }
        let of = self.by_code.get(&code)?.clone();
        let name = self.names.new_name(&format!("{code}_{equals}"));
        self.dummies.push(Dummy { name: name.clone(), of, equals });
        self.dummy_of.insert((code, equals), name.clone());
        Some(name)
    }
}
