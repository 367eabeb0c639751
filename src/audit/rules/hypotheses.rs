//! Hypotheses: every one is decided, once, and the summary agrees with the tables.

use super::text::subject;
use super::verdicts::{decide, hypotheses_in, verdict_of};
use crate::audit::facts::Facts;
use crate::audit::finding::{Finding, Severity};
use crate::audit::statements::Statement;
use crate::audit::tables::hypotheses::HypothesisRow;
use crate::diagnostics::Code;
use crate::language::Message;
use std::collections::BTreeMap;

/// Numbers of the summary belong to the terms that the statements name.
pub fn relate(facts: &mut Facts, rows: &[HypothesisRow]) {
    for row in rows.iter().filter(|row| !row.words.contains(" melalui ") && !row.words.contains(" through ")) {
        let Some(term) = subject(facts, &row.words).and_then(|subject| subject.term) else { continue };
        for (id, printed) in [(term.beta, &row.beta), (term.t, &row.t), (term.p, &row.p)] {
            if let Some(printed) = printed
                && !(facts.one_tailed && id == term.p)
                && !(facts.remedied && (id == term.p || id == term.t))
            {
                if id == term.beta { facts.tell_beta(id, printed) } else { facts.tell(id, printed) }
            }
        }
    }
}

/// Decisions of the summary against the tables, and decisions that are missing or differ.
pub fn check(facts: &Facts, rows: &[HypothesisRow], statements: &[Statement], findings: &mut Vec<Finding>) {
    let mut decided: BTreeMap<String, Vec<(bool, crate::audit::printed::Place)>> = BTreeMap::new();
    let mut mentioned: BTreeMap<String, crate::audit::printed::Place> = BTreeMap::new();
    for row in rows {
        mentioned.entry(row.id.clone()).or_insert_with(|| row.place.clone());
        let Some(accepted) =
            row.decision.as_deref().and_then(|words| verdict_of(&format!(" {} ", crate::audit::names::plain(words))))
        else {
            continue;
        };
        decided.entry(row.id.clone()).or_default().push((accepted, row.place.clone()));
        if row.words.contains(" melalui ") || row.words.contains(" through ") {
            continue;
        }
        if let Some(words) = decide(facts, &row.words, accepted) {
            let mut finding = Finding::said(
                Code::Verdict,
                Severity::Decision,
                row.place.clone(),
                row.decision.clone().unwrap_or_default(),
                words,
            );
            finding.place.column = "Keputusan".to_owned();
            findings.push(finding);
        }
    }
    // Named beside a verdict that was not understood: neither decided nor undecided.
    let mut doubtful: Vec<String> = Vec::new();
    for statement in statements {
        let all = statement.words();
        let ids = hypotheses_in(&all);
        if ["diterima", "ditolak", "didukung", "terbukti", "supported", "accepted", "rejected"]
            .iter()
            .any(|word| all.contains(&format!(" {word} ")))
        {
            doubtful.extend(ids.iter().cloned());
        }
        for id in &ids {
            mentioned.entry(id.clone()).or_insert_with(|| statement.place.clone());
        }
        if let ([id], Some(accepted), false) =
            (ids.as_slice(), verdict_of(&all), all.contains(" h0 ") || all.contains(" ho ") || all.contains(" ha "))
        {
            decided.entry(id.clone()).or_default().push((accepted, statement.place.clone()));
        }
    }
    for (id, verdicts) in &decided {
        let Some((first, _)) = verdicts.first() else { continue };
        if let Some((_, place)) = verdicts.iter().find(|(verdict, _)| verdict != first) {
            let name = id.to_uppercase();
            findings.push(Finding::said(
                Code::HypothesisUndecided,
                Severity::Decision,
                place.clone(),
                name.clone(),
                Message::new(
                    format!("{name} diterima di satu tempat dan ditolak di tempat lain"),
                    format!("{name} is accepted in one place and rejected in another"),
                ),
            ));
        }
    }
    if decided.len() < 2 {
        return;
    }
    // Said not to be tested is decided too, in its way.
    let is_untested = |words: &str| words.contains("tidak diuji") || words.contains("not tested");
    let untested: Vec<String> = rows
        .iter()
        .filter(|row| {
            row.decision.as_deref().is_some_and(|words| is_untested(&words.to_lowercase()))
                || is_untested(&row.words.to_lowercase())
        })
        .map(|row| row.id.clone())
        .collect();
    for (id, place) in
        mentioned.iter().filter(|(id, _)| !decided.contains_key(*id) && !untested.contains(id) && !doubtful.contains(id))
    {
        let name = id.to_uppercase();
        findings.push(Finding::said(
            Code::HypothesisUndecided,
            Severity::Practice,
            place.clone(),
            name.clone(),
            Message::new(format!("{name} disebut tetapi tidak diputuskan"), format!("{name} is named and never decided")),
        ));
    }
}
