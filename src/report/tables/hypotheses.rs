//! All hypotheses with what decides on each and the verdict.

use super::parts::{Cells, confidence, dash};
use crate::report::desk::{Desk, narrow, row, words};
use crate::report::document::{Align, Cell, Inline, Table};
use crate::study::settings::Tails;
use std::collections::BTreeMap;

/// Every hypothesis, in the study's order.
pub fn hypotheses(desk: &Desk<'_>, statements: &BTreeMap<String, Vec<Inline>>) -> Option<Table> {
    let count = desk.view.len("hypotheses");
    if count == 0 {
        return None;
    }
    let caption = desk.terms.fill("caption.hypotheses", &[]);
    let columns = vec![
        narrow(Align::Left),
        words(1.0),
        narrow(Align::Center),
        narrow(Align::Center),
        narrow(Align::Decimal),
        narrow(Align::Left),
    ];
    let mut table = desk.table("hypotheses", caption, columns);
    let headings = ["hypothesis", "statement", "path_coefficient", "statistic", "sig", "decision"];
    table.header = vec![headings.iter().map(|heading| desk.term_cell(&format!("column.{heading}"))).collect()];
    let mut cells = Cells::new(desk);
    let mut chains = false;
    let mut intervals: Vec<&str> = Vec::new();
    for position in 0..count {
        let at = format!("hypotheses/{position}");
        let id = desk.view.text(&format!("{at}/id")).unwrap_or_default();
        let kind = desk.view.text(&format!("{at}/kind")).unwrap_or_default();
        let test = desk.view.text(&format!("{at}/test"));
        let estimate = format!("{at}/estimate");
        let statistic = format!("{at}/statistic");
        // Each statistic is called what it is: the rows test different things.
        let estimate = match kind {
            "joint" => cells.named(vec![Inline::text("R"), Inline::Superscript(vec![Inline::text("2")])], &estimate),
            _ => cells.number(&estimate),
        };
        let name = match test {
            Some("t") => Some("t"),
            Some("f") => Some("F"),
            Some("sobel") => Some("z"),
            Some(interval @ ("percentile" | "bca")) => {
                if !intervals.contains(&interval) {
                    intervals.push(interval);
                }
                None
            }
            _ => None,
        };
        // A chain that an interval decides shows no statistic of another method beside the verdict.
        let (statistic, p) = match (name, test) {
            (None, Some(_)) => (dash(), dash()),
            (Some(name), _) => (cells.named(vec![Inline::text(name)], &statistic), cells.number(&format!("{at}/p"))),
            (None, None) => (cells.number(&statistic), cells.number(&format!("{at}/p"))),
        };
        chains |= kind == "chain";
        let verdict = desk.view.text(&format!("{at}/verdict")).unwrap_or_default();
        table.rows.push(row(vec![
            Cell::text(id),
            Cell::new(statement(desk, id, statements)),
            estimate,
            statistic,
            p,
            desk.term_cell(&format!("verdict.{verdict}")),
        ]));
    }
    if chains {
        table.notes.push(desk.terms.fill("note.product_of_betas", &[]));
    }
    for interval in intervals {
        let name = desk.terms.fill(&format!("test.{interval}"), &[]);
        table.notes.push(desk.terms.fill("note.decided_by_interval", &[name, confidence(desk)]));
    }
    if desk.study.analysis.tails == Tails::One {
        table.notes.push(desk.terms.fill("note.one_tailed", &[]));
    }
    table.notes.extend(cells.notes());
    Some(table)
}

/// The wording of a hypothesis: as given, else the author's, else the claim.
fn statement(desk: &Desk<'_>, id: &str, statements: &BTreeMap<String, Vec<Inline>>) -> Vec<Inline> {
    if let Some(statement) = statements.get(id) {
        return statement.clone();
    }
    let hypothesis = desk.study.hypotheses.iter().find(|hypothesis| hypothesis.id == id);
    let words = hypothesis.map(|hypothesis| match &hypothesis.statement {
        Some(statement) => statement.get(desk.language).to_owned(),
        None => hypothesis.claim_text.clone(),
    });
    vec![Inline::text(words.unwrap_or_default())]
}
