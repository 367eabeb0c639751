//! The rules: relations that every chapter must satisfy, and readings that do not follow. One subject a file, each with its
//! source.

pub mod achievement_index;
pub mod assumptions;
pub mod categories;
pub mod critical_values;
pub mod crosstab;
pub mod descriptives;
pub mod durbin_watson;
pub mod effects;
pub mod hypotheses;
pub mod items;
pub mod limits;
pub mod named_values;
pub mod normality;
pub mod performance;
pub mod pls;
pub mod professionalism;
pub mod profile;
pub mod readings;
pub mod regression;
pub mod scores;
pub mod service;
pub mod service_text;
pub mod significance;
pub mod sobel;
pub mod targets;
pub mod text;
pub mod verdicts;

use super::facts::Facts;
use super::finding::Finding;
use super::statements;
use super::tables::Found;
use super::tables::raw::Parts;

/// Adds the relations of all rules, the most local first; what is no relation goes to `findings`.
pub fn apply(facts: &mut Facts, found: &Found, parts: &Parts, mark: char, findings: &mut Vec<Finding>) {
    let statements = statements::read(&parts.prose, mark);
    let one_tailed = [" satu arah ", " satu sisi ", " one tailed ", " satu ekor "];
    facts.one_tailed =
        statements.iter().any(|statement| one_tailed.iter().any(|word| statement.plain.iter().any(|plain| plain.contains(word))));
    facts.remedied = found.remedied;
    regression::relate(facts);
    normality::relate(facts);
    items::relate(facts, &found.items, &statements, findings);
    profile::relate(facts, &found.profiles, findings);
    crosstab::relate(facts, &found.crosstabs);
    achievement_index::relate(facts, &found.indexes);
    professionalism::relate(facts, &found.professionalism);
    performance::relate(facts, &found.performance, &found.budgets, &found.impacts, findings);
    scores::relate(facts, found);
    let mut printings = effects::of_tables(&found.effects);
    printings.extend(effects::of_prose(&parts.prose, mark));
    effects::relate(facts, &printings);
    sobel::relate(facts, &found.indirect, &statements);
    hypotheses::relate(facts, &found.hypotheses);
    descriptives::relate(facts, &found.descriptives);
    significance::relate(facts, &found.tests);
    pls::relate(facts, &found.pls);
    text::relate(facts, &statements, findings);
    limits::check(facts, found, findings);
    verdicts::check(facts, found, &statements, findings);
    hypotheses::check(facts, &found.hypotheses, &statements, findings);
    critical_values::check(facts, found, &statements, facts.sample_size(), findings);
    durbin_watson::check(facts, &statements, findings);
    categories::check(&statements, mark, findings);
    professionalism::check(&found.professionalism, &found.predicates, &statements, mark, findings);
    significance::check(&found.tests, level(&statements), findings);
    assumptions::check(facts, found, &statements, findings);
    pls::check(facts, &found.pls, findings);
    targets::check(&found.targets, findings);
    performance::check(&found.performance, findings);
    service::check(&found.services, findings);
    service_text::check(&found.services, &statements, mark, findings);
    named_values::check(found, &statements, mark, findings);
    readings::check(&statements, parts, findings);
}

/// The level of significance that the chapter names, 0,05 unless another is all it names.
fn level(statements: &[statements::Statement]) -> f64 {
    let names = |words: &[&str]| {
        statements.iter().any(|statement| statement.plain.iter().any(|plain| words.iter().any(|word| plain.contains(word))))
    };
    let level = |number: &str| {
        let words: Vec<String> =
            ["taraf signifikansi ", "taraf nyata ", "tingkat signifikansi ", "taraf ", "α ", "alpha ", "level of "]
                .iter()
                .map(|word| format!(" {word}{number} "))
                .collect();
        names(&words.iter().map(String::as_str).collect::<Vec<_>>())
    };
    match (
        level("0 05") || level("5%") || level("5"),
        level("0 01") || level("1%"),
        level("0 10") || level("0 1") || level("10%"),
    ) {
        (false, true, false) => 0.01,
        (false, false, true) => 0.10,
        _ => 0.05,
    }
}
