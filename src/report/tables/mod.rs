//! Results as tables: one file a family of tables, each laid out as theses print it.

mod assumptions;
mod coefficients;
mod descriptives;
mod effects;
#[cfg(test)]
mod example_test;
mod fit;
mod hypotheses;
mod instrument;
mod parts;
mod respondents;
mod responses;

use super::desk::Desk;
use super::document::{Inline, Table};
use std::collections::BTreeMap;

/// Makes the table called `name`; `key` is the variable, characteristic or regression it is about, where it needs one.
/// `statements` are the wordings of the hypotheses by id; one that is missing there is taken from the study.
/// `None` when there is no such table or nothing to put in it.
pub fn table(desk: &Desk<'_>, name: &str, key: Option<&str>, statements: &BTreeMap<String, Vec<Inline>>) -> Option<Table> {
    match (name, key) {
        ("respondents", Some(code)) => respondents::profile(desk, code),
        ("responses", Some(variable)) => responses::responses(desk, variable),
        ("descriptives", None) => descriptives::descriptives(desk),
        ("validity", None) => instrument::validity(desk),
        ("reliability", None) => instrument::reliability(desk),
        ("kolmogorov-smirnov", Some(regression)) => assumptions::kolmogorov_smirnov(desk, regression),
        ("collinearity", Some(regression)) => assumptions::collinearity(desk, regression),
        ("glejser", Some(regression)) => coefficients::glejser(desk, regression),
        ("coefficients", Some(regression)) => coefficients::coefficients(desk, regression),
        ("model-summary", Some(regression)) => fit::model_summary(desk, regression),
        ("anova", Some(regression)) => fit::anova(desk, regression),
        ("hypotheses", None) => hypotheses::hypotheses(desk, statements),
        ("effects", None) => effects::effects(desk),
        ("indirect-tests", None) => effects::indirect_tests(desk),
        _ => None,
    }
}
