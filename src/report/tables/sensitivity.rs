//! What the study's decisions rest on: verdicts under other methods, cases that stand out, items that were left out.

use super::parts::{Cells, dash, regression_caption};
use crate::numbers::Setting;
use crate::report::desk::{Desk, narrow, row, words};
use crate::report::document::{Align, Cell, Inline, Table};

/// Methods in the order of their columns.
const METHODS: [&str; 9] = [
    "ordinary",
    "hc3",
    "bootstrap",
    "transform",
    "rank",
    "spearman",
    "without_outliers",
    "with_outliers",
    "without_invalid_items",
];

/// The verdict on every hypothesis by the deciding test and by every other method that says something about it.
pub fn sensitivity(desk: &Desk<'_>) -> Option<Table> {
    let method_at = |hypothesis: usize, position: usize| {
        desk.view.text(&format!("hypotheses/{hypothesis}/sensitivity/{position}/method")).unwrap_or_default()
    };
    let rows: Vec<usize> = (0..desk.view.len("hypotheses"))
        .filter(|hypothesis| desk.view.len(&format!("hypotheses/{hypothesis}/sensitivity")) > 0)
        .collect();
    let place = |hypothesis: usize, method: &str| {
        let count = desk.view.len(&format!("hypotheses/{hypothesis}/sensitivity"));
        (0..count).find(|position| method_at(hypothesis, *position) == method)
    };
    let methods: Vec<&str> =
        METHODS.into_iter().filter(|method| rows.iter().any(|hypothesis| place(*hypothesis, method).is_some())).collect();
    if methods.is_empty() {
        return None;
    }
    let columns = vec![narrow(Align::Left); methods.len() + 2];
    let mut table = desk.table("sensitivity".to_owned(), desk.terms.fill("caption.sensitivity", &[]), columns);
    table.wide = methods.len() > 4;
    let mut header = vec![desk.term_cell("column.hypothesis"), desk.term_cell("column.deciding")];
    header.extend(methods.iter().map(|method| Cell::new(desk.terms.fill(&format!("method_column.{method}"), &[]))));
    table.header = vec![header];
    let verdict = |at: &str| {
        let word = desk.view.text(&format!("{at}/verdict")).unwrap_or("not_tested");
        let mut content = desk.terms.fill(&format!("verdict.{word}"), &[]);
        if let Some(p) = desk.view.inline(&format!("{at}/p"), Setting::Sentence) {
            content.extend([Inline::LineBreak, Inline::text("("), p, Inline::text(")")]);
        }
        Cell::new(content)
    };
    let mut cells = Vec::new();
    for hypothesis in rows {
        let at = format!("hypotheses/{hypothesis}");
        cells.push(at.clone());
        cells.extend((0..desk.view.len(&format!("{at}/sensitivity"))).map(|position| format!("{at}/sensitivity/{position}")));
        let mut line = vec![Cell::text(desk.view.text(&format!("{at}/id")).unwrap_or_default()), verdict(&at)];
        for method in &methods {
            line.push(match place(hypothesis, method) {
                Some(position) => verdict(&format!("{at}/sensitivity/{position}")),
                None => dash(),
            });
        }
        table.rows.push(row(line));
    }
    table.notes.push(desk.terms.fill("note.sensitivity", &[]));
    if cells.iter().any(|at| by_sign(desk, at)) {
        let alpha = desk.view.inline("meta/alpha", Setting::Sentence).into_iter().collect();
        table.notes.push(desk.terms.fill("note.sensitivity_opposite", &[alpha]));
    }
    if methods.contains(&"spearman") {
        table.notes.push(desk.terms.fill("note.spearman_alone", &[]));
    }
    Some(table)
}

/// Whether a printed significance below the level stands beside a rejection, because the sign is the other one.
fn by_sign(desk: &Desk<'_>, at: &str) -> bool {
    desk.view.text(&format!("{at}/because")) == Some("opposite")
        && desk.view.inline(&format!("{at}/p"), Setting::Sentence).is_some()
}

/// The cases that stand out of a regression.
pub fn influence(desk: &Desk<'_>, regression: &str) -> Option<Table> {
    let at = format!("regressions/{regression}/influence");
    let count = desk.view.len(&format!("{at}/flagged"));
    if count == 0 {
        return None;
    }
    let caption = regression_caption(desk, "caption.influence", regression);
    let mut columns = vec![narrow(Align::Left)];
    columns.extend([narrow(Align::Decimal); 7]);
    let mut table = desk.table(format!("influence-{regression}"), caption, columns);
    let headings = ["case", "zresid", "sresid", "sdresid", "leverage", "mahalanobis", "mahalanobis_p", "cook"];
    table.header = vec![headings.iter().map(|key| desk.term_cell(&format!("column.{key}"))).collect()];
    let mut cells = Cells::new(desk);
    for position in 0..count {
        let at = format!("{at}/flagged/{position}");
        table.rows.push(row(headings.iter().map(|key| cells.number(&format!("{at}/{key}"))).collect()));
    }
    let value = |key: &str| desk.view.inline(&format!("{at}/{key}"), Setting::Sentence).into_iter().collect();
    table.notes.push(desk.terms.fill("note.influence", &["limit_residual", "limit_cook", "limit_mahalanobis"].map(value)));
    table.notes.extend(cells.notes());
    Some(table)
}

/// Items that were left out, the worst of each variable first.
pub fn dropped_items(desk: &Desk<'_>) -> Option<Table> {
    let count = desk.view.len("dropped_items");
    if count == 0 {
        return None;
    }
    let mut columns = vec![narrow(Align::Left), narrow(Align::Left), words(1.0)];
    columns.extend([narrow(Align::Decimal); 4]);
    let mut table = desk.table("dropped-items".to_owned(), desk.terms.fill("caption.dropped_items", &[]), columns);
    let headings = ["step", "item", "variable", "r", "r_critical", "alpha_before", "alpha_after"];
    table.header = vec![headings.iter().map(|key| desk.term_cell(&format!("column.{key}"))).collect()];
    let mut cells = Cells::new(desk);
    for position in 0..count {
        let at = format!("dropped_items/{position}");
        let text = |key: &str| desk.view.text(&format!("{at}/{key}")).unwrap_or_default();
        let mut line =
            vec![cells.number(&format!("{at}/step")), Cell::text(text("item")), Cell::text(desk.short(text("variable")))];
        line.extend(["r", "r_critical", "alpha_before", "alpha_after"].map(|key| cells.number(&format!("{at}/{key}"))));
        table.rows.push(row(line));
    }
    table.notes.extend(super::instrument::pilot_note(desk));
    table.notes.extend(cells.notes());
    Some(table)
}
