//! The rules: relations that every chapter must satisfy, and readings that do not follow. One subject a file, each with its
//! source.

pub mod categories;
pub mod critical_values;
pub mod durbin_watson;
pub mod effects;
pub mod hypotheses;
pub mod items;
pub mod limits;
pub mod normality;
pub mod profile;
pub mod readings;
pub mod regression;
pub mod scores;
pub mod sobel;
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
    items::relate(facts, &found.items, findings);
    profile::relate(facts, &found.profiles, findings);
    scores::relate(facts, found);
    let mut printings = effects::of_tables(&found.effects);
    printings.extend(effects::of_prose(&parts.prose, mark));
    effects::relate(facts, &printings);
    sobel::relate(facts, &found.indirect, &statements);
    hypotheses::relate(facts, &found.hypotheses);
    text::relate(facts, &statements, findings);
    limits::check(facts, found, findings);
    verdicts::check(facts, found, &statements, findings);
    hypotheses::check(facts, &found.hypotheses, &statements, findings);
    critical_values::check(facts, found, &statements, facts.sample_size(), findings);
    durbin_watson::check(facts, &statements, findings);
    categories::check(&statements, mark, findings);
    readings::check(&statements, parts, findings);
}
