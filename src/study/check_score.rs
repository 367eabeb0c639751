//! From a score as written to a score: what it is made of, weights, factor.

use super::file_variables::{VariableFile, WeightsFile};
use super::problem::StudyProblem;
use super::problem_variables::VariableProblem;
use super::variable::{Dimension, Score, ScoreBy, ScoreOf};
use crate::diagnostics::{Diagnostics, Spanned, suggest};
use indexmap::IndexMap;

/// How far a sum of weights may be from 1 and still be one.
const ROUNDING: f64 = 1e-6;

/// The score of a variable whose indicators have items of these codes.
pub(super) fn score(
    file: &VariableFile,
    codes: &[Vec<String>],
    dimensions: &IndexMap<String, Dimension>,
    diagnostics: &mut Diagnostics,
) -> Score {
    let Some(written) = &file.score else {
        return Score::default();
    };
    let of = written.of.as_ref().map_or(ScoreOf::Items, |of| of.value);
    if let (ScoreOf::Dimensions, Some(of), true) = (of, &written.of, dimensions.is_empty() && !file.broken) {
        let problem =
            VariableProblem::Orphan { span: of.span, key: "of: dimensions", needs: "dimensions", code: file.code.value.clone() };
        diagnostics.push(problem.diagnostic());
    }
    let mut score = Score {
        by: written.by.as_ref().map_or(ScoreBy::Sum, |by| by.value),
        of,
        weights: IndexMap::new(),
        times: written.times.as_ref().map_or(1.0, |times| times.value),
        minimum_answered: written.minimum_answered.as_ref().map_or(1.0, |share| share.value),
        msi: written.msi.as_ref().is_some_and(|flag| flag.value),
    };
    if let Some(weights) = &written.weights {
        let parts: Vec<&str> = match of {
            ScoreOf::Items => codes.iter().flatten().map(String::as_str).collect(),
            ScoreOf::Dimensions => dimensions.keys().map(String::as_str).collect(),
        };
        score.weights = check_weights(file, weights, &parts, &score, diagnostics);
    }
    score
}

/// The score of somebody who answers 1 to everything.
pub(super) fn ones(score: &Score, codes: &[Vec<String>], dimensions: &IndexMap<String, Dimension>) -> f64 {
    let items = |range: std::ops::Range<usize>| codes.get(range).unwrap_or_default().iter().flatten();
    let ones = match score.of {
        ScoreOf::Items => score.of_ones(items(0..codes.len()).map(|code| (code.as_str(), 1.0))),
        ScoreOf::Dimensions => {
            let parts = dimensions.values();
            score.of_ones(parts.map(|part| (part.code.as_str(), items(part.indicators.clone()).count() as f64)))
        }
    };
    ones * score.times
}

/// Weights name parts of the score, all of them; fractions of a sum add up to 1.
fn check_weights(
    file: &VariableFile,
    weights: &Spanned<WeightsFile>,
    parts: &[&str],
    score: &Score,
    diagnostics: &mut Diagnostics,
) -> IndexMap<String, f64> {
    let before = diagnostics.len();
    let mut found = IndexMap::new();
    let each = match &weights.value {
        // As many as there are, all alike; a mean of equal weights would be the plain mean, whatever they are.
        WeightsFile::All(weight) => {
            if let Some(by) = file.score.as_ref().and_then(|score| score.by.as_ref()).filter(|by| by.value == ScoreBy::Mean) {
                let keys = ("by: mean".to_owned(), format!("weights: {weight}"));
                let path = format!("variables.{}.score", file.code.value);
                diagnostics.push(StudyProblem::Conflict { span: weights.span, first: by.span, keys, path }.diagnostic());
            }
            found.extend(parts.iter().map(|part| ((*part).to_owned(), *weight)));
            &Vec::new()
        }
        WeightsFile::Each(each) => each,
    };
    for (part, weight) in each {
        if parts.contains(&part.value.as_str()) {
            found.insert(part.value.clone(), weight.value);
            continue;
        }
        let problem = VariableProblem::WeightOfNothing {
            span: part.span,
            item: part.value.clone(),
            of_dimensions: score.of == ScoreOf::Dimensions,
            nearest: suggest::nearest(&part.value, parts.iter().copied()).map(str::to_owned),
        };
        diagnostics.push(problem.diagnostic());
    }
    let without: Vec<String> = parts.iter().filter(|part| !found.contains_key(**part)).map(|part| (*part).to_owned()).collect();
    if !without.is_empty() && diagnostics.len() == before && !file.broken {
        diagnostics.push(VariableProblem::WeightMissing { span: weights.span, without }.diagnostic());
        return IndexMap::new();
    }
    let sum: f64 = found.values().sum();
    let fractions = found.len() > 1 && found.values().all(|weight| *weight < 1.0);
    if score.by == ScoreBy::Sum && fractions && (sum - 1.0).abs() > ROUNDING && diagnostics.len() == before {
        let problem = VariableProblem::WeightsNotOne { span: weights.span, code: file.code.value.clone(), sum };
        diagnostics.push(problem.diagnostic());
    }
    found
}
