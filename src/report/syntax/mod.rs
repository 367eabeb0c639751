//! Programs for SPSS and R that compute the study's numbers again, and the table of answers they read.
//!
//! Both are made of the study alone, so that they say what was declared and not what this program did. The answers are those
//! after reverse keying; scores, tests and regressions are computed by the other program.

mod r;
mod spss;

use crate::analyses::results::{Answers, Results};
use crate::study::variable::{Score, ScoreBy, ScoreOf};
use crate::study::{Claim, Measure, Regression, Study, Variable};

/// Name of the file of answers that both programs read.
pub const DATA_FILE: &str = "jawaban.csv";

/// The files of the appendix: name and content; none where the results hold no answers.
pub fn files(study: &Study, results: &Results) -> Vec<(String, String)> {
    let Some(answers) = results.series.as_ref().and_then(|series| series.answers.as_ref()) else { return Vec::new() };
    vec![
        ("sintaks/analisis.sps".to_owned(), spss::program(study)),
        ("sintaks/analisis.R".to_owned(), r::program(study)),
        (format!("sintaks/{DATA_FILE}"), table(answers, &columns(study))),
    ]
}

/// The program for SPSS.
pub fn spss(study: &Study) -> String {
    spss::program(study)
}

/// The program for R.
pub fn r(study: &Study) -> String {
    r::program(study)
}

/// The answers as CSV, a row for each respondent; nothing where there is no answer.
fn table(answers: &Answers, columns: &[&str]) -> String {
    let column = |name: &&str| answers.values.get(*name).or_else(|| answers.scores.get(*name));
    let columns: Vec<(&str, &Vec<Option<f64>>)> = columns.iter().filter_map(|name| Some((*name, column(name)?))).collect();
    let mut out = columns.iter().map(|(name, _)| *name).collect::<Vec<_>>().join(",");
    out.push('\n');
    for case in 0..answers.len() {
        let answer = |values: &[Option<f64>]| values.get(case).copied().flatten();
        let row: Vec<String> =
            columns.iter().map(|(_, values)| answer(values).map_or_else(String::new, |value| value.to_string())).collect();
        out.push_str(&row.join(","));
        out.push('\n');
    }
    out
}

/// The columns that the programs read, in the order of the table: items, and scores that are no plain sum or mean of them.
fn columns(study: &Study) -> Vec<&str> {
    study.variables.values().flat_map(columns_of).collect()
}

fn columns_of(variable: &Variable) -> Vec<&str> {
    match &variable.measure {
        Measure::Items { score, .. } => {
            let own = (!is_plain(score)).then_some(variable.code.as_str());
            items_of(variable).into_iter().chain(own).collect()
        }
        Measure::Column { .. } => vec![variable.code.as_str()],
    }
}

fn items_of(variable: &Variable) -> Vec<&str> {
    variable.items().map(|item| item.code.as_str()).collect()
}

/// A sum or mean of all items that weigh the same.
fn is_plain(score: &Score) -> bool {
    let one = |value: f64| (value - 1.0).abs() < f64::EPSILON;
    score.of == ScoreOf::Items && score.weights.is_empty() && one(score.times) && one(score.minimum_answered) && !score.msi
}

/// Variables that are measured by items, with these and with how their score is made of them; none where the table has it.
fn scored(study: &Study) -> impl Iterator<Item = (&str, Vec<&str>, Option<ScoreBy>)> {
    study.variables.values().filter_map(|variable| match &variable.measure {
        Measure::Items { score, .. } => Some((variable.code.as_str(), items_of(variable), is_plain(score).then_some(score.by))),
        Measure::Column { .. } => None,
    })
}

/// Whether every name of a regression is a variable: characteristics are no part of the table.
fn can_be_written(study: &Study, regression: &Regression) -> bool {
    let known = |name: &String| study.variables.contains_key(name);
    known(&regression.outcome) && regression.predictors.iter().all(known)
}

/// The indirect effects of three variables that hypotheses declare, with the regressions that hold their coefficients.
fn chains(study: &Study) -> Vec<(&str, &str, &str)> {
    let mut found = Vec::new();
    for hypothesis in &study.hypotheses {
        if let Claim::Chain { names, .. } = &hypothesis.claim
            && let [x, m, y] = names.as_slice()
            && [m, y].iter().all(|name| study.main_regression(name).is_some_and(|regression| can_be_written(study, regression)))
        {
            found.push((x.as_str(), m.as_str(), y.as_str()));
        }
    }
    found
}

#[cfg(test)]
mod tests {
    use super::*;
    use indexmap::IndexMap;

    #[test]
    fn answers_are_rows_of_numbers_and_gaps() {
        let values = IndexMap::from([("X.1".to_owned(), vec![Some(4.0), None])]);
        let scores = IndexMap::from([("Y".to_owned(), vec![Some(2.5), Some(3.0)])]);
        assert_eq!(table(&Answers { values, scores }, &["X.1", "Y", "Z"]), "X.1,Y\n4,2.5\n,3\n");
    }
}
