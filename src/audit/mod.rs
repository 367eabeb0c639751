//! The lecturer's side: a chapter in which somebody else printed the numbers is read back and held against itself.
//!
//! ```text
//! file ─ read ─▶ Chapter ─ cut ─▶ tables, prose ─ find ─▶ Found, statements
//! (Found, statements) ─▶ Facts (a network of intervals) ─ rules ─▶ relations ─ diagnose ─▶ findings ─▶ AuditReport
//! ```
//!
//! A printed number is an interval. Nothing is reported that some value could satisfy.

pub mod chapter;
pub mod diagnose;
pub mod explained;
pub mod expression;
pub mod facts;
pub mod finding;
pub mod interval;
pub mod letter;
pub mod names;
pub mod network;
pub mod printed;
pub mod read;
pub mod recompute;
pub mod report;
pub mod rules;
pub mod statements;
pub mod tables;
pub mod wording;

use crate::diagnostics::Code;
use chapter::Chapter;
use facts::Facts;
use finding::{Finding, Severity};
use names::Names;
use recompute::Basis;
use report::AuditReport;
use tables::table::Table;

/// Audits a chapter that was read.
pub fn audit(chapter: &Chapter) -> AuditReport {
    audit_with(chapter, None)
}

/// Audits a chapter; with a basis every number found is compared with the one that the study's data give.
pub fn audit_with(chapter: &Chapter, basis: Option<&Basis>) -> AuditReport {
    let parts = tables::raw::cut(chapter);
    let cells = parts.tables.iter().flat_map(|table| table.rows.iter().flat_map(|row| row.cells.iter()));
    let prose = parts.prose.iter().map(|prose| &prose.text);
    let mark = printed::decimal_mark(cells.clone())
        .or_else(|| printed::decimal_mark(prose))
        .or_else(|| printed::likely_mark(cells))
        .unwrap_or(',');
    let tables: Vec<Table> = parts.tables.iter().filter(|table| !table.picture).map(|raw| Table::of(raw, mark)).collect();
    let found = tables::find(&tables);
    let names = Names::of_chapter(&parts, tables.iter().flat_map(|table| table.rows.iter().map(|row| row.label.as_str())));
    let mut facts = Facts::of(&found, names);
    let mut findings: Vec<Finding> = Vec::new();
    rules::apply(&mut facts, &found, &parts, mark, &mut findings);
    let (culprits, unresolved) = diagnose::diagnose(&facts.network);
    // A number of the text that is not in the table because the table's own number is wrong.
    let mended: Vec<Finding> = culprits.iter().filter_map(|culprit| Finding::of(&facts.network, culprit)).collect();
    findings.retain(|finding| {
        let table = finding.instead.first().and_then(|place| place.table.as_ref());
        let explains = |culprit: &Finding| {
            table.is_some()
                && culprit.place.table.as_ref() == table
                && culprit.interval.zip(finding.interval).is_some_and(|(must, is)| !must.meet(is).is_empty())
        };
        finding.code != Code::TextAgainstTable || finding.words.is_none() || !mended.iter().any(explains)
    });
    // A number that a rule of its own has told already: the network knows more of it.
    let known = |told: &Finding, finding: &Finding| {
        let place = |finding: &Finding| (finding.place.table.clone(), finding.place.line, finding.place.row.clone());
        told.code == finding.code && told.printed == finding.printed && place(told) == place(finding)
    };
    findings.retain(|finding| !mended.iter().any(|told| known(told, finding)));
    findings.extend(mended);
    findings.extend(unresolved.iter().filter_map(|violation| Finding::of_contradiction(&facts.network, violation)));
    // A decision that goes against its numbers differs from the other place too: it is said once.
    let wrong: Vec<String> = findings
        .iter()
        .filter(|finding| finding.code == Code::Verdict)
        .map(|finding| format!(" {} {} ", names::plain(&finding.place.row), names::plain(&finding.printed)))
        .collect();
    findings.retain(|finding| {
        let id = format!(" {} ", finding.printed.to_lowercase());
        finding.code != Code::HypothesisUndecided
            || finding.severity != Severity::Decision
            || !wrong.iter().any(|words| words.contains(&id))
    });
    let recomputed = basis.map(|basis| recompute::compare(&facts, &found, basis));
    if let Some(recomputed) = &recomputed {
        recompute::tell(recomputed, &mut findings);
    }
    findings.sort_by(|a, b| (a.severity, &a.place, a.code).cmp(&(b.severity, &b.place, b.code)));
    AuditReport {
        tables: tables.len(),
        relations: facts.network.relations.len(),
        numbers: facts.network.quantities.iter().filter(|quantity| quantity.printed.is_some()).count(),
        pictures: chapter.pictures(),
        cut: chapter.cut,
        unknown: found.unknown.clone(),
        uncertain: found.uncertain.clone(),
        as_pictures: parts.tables.iter().filter(|table| table.picture).map(|table| table.place.clone()).collect(),
        unresolved: unresolved.len(),
        recomputed,
        findings,
    }
}
