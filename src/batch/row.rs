//! What a unit contributes to the summary: its numbers, taken from its results, unrounded.

use crate::analyses::results::{Outcome, Results};
use crate::findings::{Findings, Verdict};
use crate::language::Language;
use crate::pipeline::Analyzed;
use crate::study::{Study, Variable};
use indexmap::IndexMap;
use serde::{Deserialize, Serialize};

/// One unit in the summary.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct UnitRow {
    /// What it is called: the study's object.
    pub name: String,
    /// Period covered, where the study names it; else its year.
    pub period: Option<String>,
    /// Cases analyzed.
    pub n: usize,
    /// Questionnaires handed out, where that is known.
    pub distributed: Option<u64>,
    /// Per cent of those handed out that could be used.
    pub response_rate: Option<f64>,
    /// The data are practice answers made by a program.
    pub practice: bool,
    /// Its variables, by code.
    pub variables: IndexMap<String, VariableRow>,
    /// What it reached of its targets, where it has some.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub targets: Option<TargetsRow>,
    /// Its hypotheses, by id.
    pub hypotheses: IndexMap<String, HypothesisRow>,
    /// What a reader should know of it.
    pub flags: Flags,
}

/// A variable of a unit.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct VariableRow {
    /// Its name.
    pub name: String,
    /// Cronbach's alpha; none for a single column, or where it cannot be computed.
    pub alpha: Option<f64>,
    /// Mean score.
    pub mean: Option<f64>,
    /// Mean of the item means.
    pub item_mean: Option<f64>,
    /// Name of the band of the mean.
    pub category: Option<String>,
    /// Its index of public satisfaction, in reports of satisfaction.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub service: Option<ServiceRow>,
}

/// The index of public satisfaction of a unit.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct ServiceRow {
    /// The index.
    pub index: f64,
    /// The band it falls in.
    pub category: Option<String>,
    /// Names of the elements with the lowest mean; none where all are alike.
    pub lowest: Vec<String>,
}

/// What a unit reached of its targets in the last period.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct TargetsRow {
    /// Indicators with an achievement.
    pub count: usize,
    /// That reached their target.
    pub reached: usize,
    /// Achievements above the cap.
    pub capped: usize,
    /// Mean of the achievements that count, per cent.
    pub mean: Option<f64>,
    /// The band of that mean.
    pub category: Option<String>,
}

/// A hypothesis of a unit.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct HypothesisRow {
    /// The claim as written.
    pub claim: String,
    /// The verdict.
    pub verdict: Verdict,
    /// Its reason.
    pub because: String,
}

/// What a reader of the summary should know of a unit.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
pub struct Flags {
    /// Variables whose alpha is below the declared minimum.
    pub unreliable: Vec<String>,
    /// Items that are not valid.
    pub invalid_items: Vec<String>,
    /// Assumptions that are not met: `Y1: normality`.
    pub violated: Vec<String>,
    /// Codes of the warnings its data gave, each once.
    pub warnings: Vec<String>,
}

impl Flags {
    /// Whether there is nothing to know.
    pub fn is_empty(&self) -> bool {
        *self == Flags::default()
    }
}

impl UnitRow {
    /// The row of a unit called `unit`; `warnings` are the codes its data gave.
    pub fn new(unit: &str, study: &Study, analyzed: &Analyzed, warnings: Vec<String>, language: Language) -> UnitRow {
        let Analyzed { results, findings } = analyzed;
        let text = |text: &crate::language::Text| text.get(language).to_owned();
        UnitRow {
            name: study.object.as_ref().map_or_else(|| unit.to_owned(), text),
            period: study.period.as_ref().map(text).or_else(|| study.year.map(|year| year.to_string())),
            n: results.data.n,
            distributed: results.data.distributed.value().copied(),
            response_rate: results.data.usable_percent.value().copied(),
            practice: results.meta.practice,
            variables: variables(study, results, language),
            targets: targets(results),
            hypotheses: hypotheses(findings),
            flags: flags(results, warnings),
        }
    }
}

fn variables(study: &Study, results: &Results, language: Language) -> IndexMap<String, VariableRow> {
    let declared = study.variables.values();
    declared
        .filter_map(|variable| {
            let found = results.variables.get(&variable.code)?;
            let row = VariableRow {
                name: variable.name.get(language).to_owned(),
                alpha: found.alpha.value().copied(),
                mean: found.mean.value().copied(),
                item_mean: found.item_mean.value().copied(),
                category: found.category.value().cloned(),
                service: service(variable, results, language),
            };
            Some((variable.code.clone(), row))
        })
        .collect()
}

fn service(variable: &Variable, results: &Results, language: Language) -> Option<ServiceRow> {
    let found = results.service.get(&variable.code)?;
    let means: Vec<(&String, f64)> =
        found.items.iter().filter_map(|(code, element)| Some((code, *element.nrr.value()?))).collect();
    let end = |pick: fn(f64, f64) -> f64| means.iter().map(|(_, mean)| *mean).reduce(pick);
    let (low, high) = (end(f64::min)?, end(f64::max)?);
    let named = |code: &String| variable.items().find(|item| item.code == *code).map(|item| item.name.plain(language));
    let lowest = means.iter().filter(|(_, mean)| *mean < low + 1e-9 && *mean < high - 1e-9);
    Some(ServiceRow {
        index: *found.value.value()?,
        category: found.category.value().cloned(),
        lowest: lowest.filter_map(|(code, _)| named(code)).collect(),
    })
}

fn targets(results: &Results) -> Option<TargetsRow> {
    let last = results.targets.as_ref()?.periods.last()?;
    Some(TargetsRow {
        count: last.count,
        reached: last.reached,
        capped: last.capped,
        mean: last.mean.value().copied(),
        category: last.category.value().cloned(),
    })
}

fn hypotheses(findings: &Findings) -> IndexMap<String, HypothesisRow> {
    let row = |found: &crate::findings::HypothesisFinding| HypothesisRow {
        claim: found.claim.clone(),
        verdict: found.verdict,
        because: found.because.clone(),
    };
    findings.hypotheses.iter().map(|found| (found.id.clone(), row(found))).collect()
}

fn flags(results: &Results, mut warnings: Vec<String>) -> Flags {
    warnings.sort();
    warnings.dedup();
    let failed = |outcome: &Outcome<bool>| outcome.value() == Some(&false);
    // The elements of a service make up an index: they need not agree with each other.
    let tested = |variable: &str| !results.service.contains_key(variable);
    let variables = results.variables.iter().filter(|(name, variable)| tested(name) && failed(&variable.reliable));
    let items = results.items.iter().filter(|(_, item)| tested(&item.variable) && failed(&item.valid));
    let mut violated = Vec::new();
    for (name, regression) in &results.regressions {
        let assumptions = regression.value().map(|regression| regression.assumptions.as_slice()).unwrap_or_default();
        let broken = assumptions.iter().filter(|assumption| failed(&assumption.met));
        violated.extend(broken.map(|assumption| format!("{name}: {}", assumption.name)));
    }
    violated.dedup();
    Flags {
        unreliable: variables.map(|(name, _)| name.clone()).collect(),
        invalid_items: items.map(|(code, _)| code.clone()).collect(),
        violated,
        warnings,
    }
}
