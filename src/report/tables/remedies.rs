//! Coefficients before and after a remedy for a violated assumption: ordinary tests beside HC3, the bootstrap,
//! a transformed outcome or ranks.

use super::moderations::{caption as moderation_caption, term_name};
use super::parts::{Cells, confidence, regression_caption};
use crate::numbers::Setting;
use crate::report::desk::{Desk, narrow, row};
use crate::report::document::{Align, Cell, Inline, Table};
use crate::study::settings::Tails;

/// HC3 beside the ordinary standard errors of a regression.
pub fn hc3(desk: &Desk<'_>, regression: &str) -> Option<Table> {
    let caption = regression_caption(desk, "caption.remedy_hc3", regression);
    robust(desk, format!("remedy-hc3-{regression}"), caption, &format!("regressions/{regression}"))
}

/// The same for the regression with the product of a moderation.
pub fn moderation_hc3(desk: &Desk<'_>, id: &str) -> Option<Table> {
    let caption = moderation_caption(desk, id, "moderation_hc3");
    robust(desk, format!("moderation-hc3-{id}"), caption, &format!("moderations/{id}"))
}

/// Bootstrap intervals beside the ordinary tests of a regression.
pub fn bootstrap(desk: &Desk<'_>, regression: &str) -> Option<Table> {
    let caption = regression_caption(desk, "caption.remedy_bootstrap", regression);
    resampled(desk, format!("remedy-bootstrap-{regression}"), caption, &format!("regressions/{regression}"))
}

/// The same for the regression with the product of a moderation.
pub fn moderation_bootstrap(desk: &Desk<'_>, id: &str) -> Option<Table> {
    let caption = moderation_caption(desk, id, "moderation_bootstrap");
    resampled(desk, format!("moderation-bootstrap-{id}"), caption, &format!("moderations/{id}"))
}

/// The regression of a transformed outcome or of ranks beside that of the scores; `name` is `remedy-transform` or `remedy-rank`.
pub fn refit(desk: &Desk<'_>, name: &str, regression: &str) -> Option<Table> {
    let method = name.trim_start_matches("remedy-");
    let caption = regression_caption(desk, &format!("caption.remedy_{method}"), regression);
    anew(desk, format!("{name}-{regression}"), caption, &format!("regressions/{regression}"), method)
}

/// The same for the regression with the product of a moderation.
pub fn moderation_transform(desk: &Desk<'_>, id: &str) -> Option<Table> {
    let caption = moderation_caption(desk, id, "moderation_transform");
    anew(desk, format!("moderation-transform-{id}"), caption, &format!("moderations/{id}"), "transform")
}

fn anew(desk: &Desk<'_>, id: String, caption: Vec<Inline>, at: &str, method: &str) -> Option<Table> {
    let of = format!("{at}/remedies/{method}");
    let before = ["b", "se", "beta", "t", "p"];
    // Nothing in units of the changed values: no B, no standard error.
    let after = ["beta", "t", "p"];
    let mut columns = vec![narrow(Align::Left)];
    columns.extend([narrow(Align::Decimal); 8]);
    let mut table = desk.table(id, caption, columns);
    table.wide = true;
    let heading = |key: &str| Cell::new(desk.terms.fill(&format!("column.{key}"), &[]));
    table.header = vec![
        vec![
            heading("term").spanning(1, 2),
            heading("raw_scores").spanning(before.len(), 1),
            heading(&format!("{method}_values")).spanning(after.len(), 1),
        ],
        ["b", "se", "beta", "t", "sig", "beta", "t", "sig"].into_iter().map(heading).collect(),
    ];
    let mut cells = Cells::new(desk);
    for position in 0..desk.view.len(&format!("{of}/coefficients")) {
        let mut line = vec![term(desk, &format!("{of}/coefficients/{position}"))];
        line.extend(before.map(|key| cells.number(&format!("{at}/coefficients/{position}/{key}"))));
        line.extend(after.map(|key| cells.number(&format!("{of}/coefficients/{position}/{key}"))));
        table.rows.push(row(line));
    }
    if table.rows.is_empty() {
        return None;
    }
    let value = |key: &str| desk.view.inline(&format!("{of}/{key}"), Setting::Sentence).into_iter().collect();
    table.notes.push(desk.terms.fill(&format!("note.{method}_units"), &[]));
    if desk.absent(&format!("{of}/f")).is_none() {
        let note = if desk.view.text(&format!("{of}/errors")) == Some("hc3") { "note.robust_f" } else { "note.refit_f" };
        table.notes.push(desk.terms.fill(note, &["f", "df1", "df2", "p"].map(value)));
    }
    table.notes.extend(cells.notes());
    Some(table)
}

fn robust(desk: &Desk<'_>, id: String, caption: Vec<Inline>, at: &str) -> Option<Table> {
    let of = format!("{at}/remedies/hc3");
    let headings = [&["se", "sig"][..], &["se", "t", "sig", "low_end", "high_end"]];
    let mut table = layout(desk, id, caption, headings, ["ordinary_test", "hc3"]);
    let mut cells = Cells::new(desk);
    for position in 0..desk.view.len(&format!("{of}/coefficients")) {
        let (before, after) = (format!("{at}/coefficients/{position}"), format!("{of}/coefficients/{position}"));
        let mut line = vec![term(desk, &after), cells.number(&format!("{after}/b"))];
        line.extend(["se", "p"].map(|key| cells.number(&format!("{before}/{key}"))));
        line.extend(["se", "t", "p", "ci_low", "ci_high"].map(|key| cells.number(&format!("{after}/{key}"))));
        table.rows.push(row(line));
    }
    if table.rows.is_empty() {
        return None;
    }
    table.notes.push(desk.terms.fill("note.interval", &[confidence(desk)]));
    let value = |key: &str| desk.view.inline(&format!("{of}/{key}"), Setting::Sentence).into_iter().collect();
    if desk.absent(&format!("{of}/f")).is_none() {
        table.notes.push(desk.terms.fill("note.robust_f", &["f", "df1", "df2", "p"].map(value)));
    }
    table.notes.extend(cells.notes());
    Some(table)
}

fn resampled(desk: &Desk<'_>, id: String, caption: Vec<Inline>, at: &str) -> Option<Table> {
    let of = format!("{at}/remedies/bootstrap");
    let headings = [&["se", "sig"][..], &["bias", "se", "sig", "low_end", "high_end"]];
    let mut table = layout(desk, id, caption, headings, ["ordinary_test", "bootstrap"]);
    let one_tailed = desk.study.analysis.tails == Tails::One;
    let interval = if one_tailed { "one_tailed" } else { "percentile" };
    let mut cells = Cells::new(desk);
    for position in 0..desk.view.len(&format!("{of}/coefficients")) {
        // The constant is not resampled.
        let (before, after) = (format!("{at}/coefficients/{}", position + 1), format!("{of}/coefficients/{position}"));
        let mut line = vec![term(desk, &after), cells.number(&format!("{after}/b"))];
        line.extend(["se", "p"].map(|key| cells.number(&format!("{before}/{key}"))));
        line.extend(["bias", "se", "p"].map(|key| cells.number(&format!("{after}/{key}"))));
        line.extend(["low", "high"].map(|key| cells.number(&format!("{after}/{interval}/{key}"))));
        table.rows.push(row(line));
    }
    if table.rows.is_empty() {
        return None;
    }
    let value = |key: &str| desk.view.inline(&format!("{of}/{key}"), Setting::Sentence).into_iter().collect::<Vec<Inline>>();
    let percent = if one_tailed { value("confidence_one_tailed") } else { confidence(desk) };
    table.notes.push(desk.terms.fill("note.percentile_interval", &[percent]));
    if one_tailed {
        table.notes.push(desk.terms.fill("note.interval_of_one_tail", &[]));
    }
    table.notes.push(desk.terms.fill("note.bootstrap", &[value("resamples"), value("seed")]));
    if desk.view.inline(&format!("{of}/failed"), Setting::Sentence).is_some_and(|failed| !is_zero(&failed)) {
        table.notes.push(desk.terms.fill("note.resamples_failed", &[value("failed")]));
    }
    table.notes.extend(cells.notes());
    Some(table)
}

fn is_zero(inline: &Inline) -> bool {
    matches!(inline, Inline::Value { quantity, .. } if quantity.value < 0.5)
}

/// Variable and B, then two groups of columns: before and after.
fn layout(desk: &Desk<'_>, id: String, caption: Vec<Inline>, headings: [&[&str]; 2], groups: [&str; 2]) -> Table {
    let mut columns = vec![narrow(Align::Left)];
    columns.extend([narrow(Align::Decimal); 8]);
    let mut table = desk.table(id, caption, columns);
    table.wide = true;
    let heading = |key: &str| Cell::new(desk.terms.fill(&format!("column.{key}"), &[]));
    let mut first = vec![heading("term").spanning(1, 2), heading("b").spanning(1, 2)];
    first.extend(groups.iter().zip(headings).map(|(group, keys)| heading(group).spanning(keys.len(), 1)));
    let second = headings.concat().into_iter().map(heading).collect();
    table.header = vec![first, second];
    table
}

fn term(desk: &Desk<'_>, at: &str) -> Cell {
    Cell::new(term_name(desk, desk.view.text(&format!("{at}/term")).unwrap_or_default()))
}
