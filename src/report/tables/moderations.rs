//! Moderation: the regression without and with the product, its coefficients, the slopes at low and high moderator.

use super::parts::{Cells, confidence};
use crate::report::desk::{Desk, narrow, row, symbol, words};
use crate::report::document::{Align, Cell, Inline, Table};

/// R² without and with the product, and what it adds.
pub fn summary(desk: &Desk<'_>, id: &str) -> Option<Table> {
    let at = format!("moderations/{id}");
    desk.view.text(&format!("{at}/type"))?;
    let mut columns = vec![words(1.0)];
    columns.extend([narrow(Align::Decimal); 6]);
    let mut table = desk.table(format!("moderation-summary-{id}"), caption(desk, id, "moderation_summary"), columns);
    let headings = ["regression", "r2", "delta_r2", "f_change", "df1", "df2", "sig_f_change"];
    table.header = vec![headings.iter().map(|key| Cell::new(desk.terms.fill(&format!("column.{key}"), &[]))).collect()];
    let mut cells = Cells::new(desk);
    let mut without = vec![desk.term_cell("row.without_product"), cells.number(&format!("{at}/r2_without"))];
    without.extend((0..5).map(|_| Cell::empty()));
    table.rows.push(row(without));
    let mut with = vec![desk.term_cell("row.with_product")];
    with.extend(
        ["r2_with", "delta_r2", "f_change", "df1", "df2", "p_change"].iter().map(|key| cells.number(&format!("{at}/{key}"))),
    );
    table.rows.push(row(with));
    table.notes.push(desk.terms.fill("note.centred", &[]));
    Some(table)
}

/// The coefficients of the regression with the product.
pub fn coefficients(desk: &Desk<'_>, id: &str) -> Option<Table> {
    let at = format!("moderations/{id}");
    desk.view.text(&format!("{at}/type"))?;
    let mut columns = vec![words(1.0)];
    columns.extend([narrow(Align::Decimal); 5]);
    let mut table = desk.table(format!("moderation-coefficients-{id}"), caption(desk, id, "moderation_coefficients"), columns);
    table.header =
        vec![["term", "b", "se", "beta", "t", "sig"].iter().map(|key| desk.term_cell(&format!("column.{key}"))).collect()];
    let mut cells = Cells::new(desk);
    for position in 0..desk.view.len(&format!("{at}/coefficients")) {
        let at = format!("{at}/coefficients/{position}");
        let term = desk.view.text(&format!("{at}/term")).unwrap_or_default();
        let mut line = vec![Cell::new(term_name(desk, term))];
        line.extend(["b", "se", "beta", "t", "p"].iter().map(|key| cells.number(&format!("{at}/{key}"))));
        table.rows.push(row(line));
    }
    table.notes.push(desk.terms.fill("note.centred", &[]));
    table.notes.extend(cells.notes());
    Some(table)
}

/// The slope of the predictor one standard deviation below the moderator's mean, at it and one above.
pub fn simple_slopes(desk: &Desk<'_>, id: &str) -> Option<Table> {
    let at = format!("moderations/{id}");
    desk.view.text(&format!("{at}/type"))?;
    let mut columns = vec![words(1.0)];
    columns.extend([narrow(Align::Decimal); 7]);
    let mut table = desk.table(format!("simple-slopes-{id}"), caption(desk, id, "simple_slopes"), columns);
    let headings = ["moderator_level", "moderator_value", "slope", "se", "t", "sig", "low_end", "high_end"];
    table.header = vec![headings.iter().map(|key| desk.term_cell(&format!("column.{key}"))).collect()];
    let mut cells = Cells::new(desk);
    for position in 0..desk.view.len(&format!("{at}/simple_slopes")) {
        let at = format!("{at}/simple_slopes/{position}");
        let level = desk.view.text(&format!("{at}/level")).unwrap_or_default();
        let mut line = vec![desk.term_cell(&format!("level.{level}"))];
        line.extend(["at", "b", "se", "t", "p", "ci_low", "ci_high"].iter().map(|key| cells.number(&format!("{at}/{key}"))));
        table.rows.push(row(line));
    }
    table.notes.push(desk.terms.fill("note.interval", &[confidence(desk)]));
    Some(table)
}

pub(super) fn caption(desk: &Desk<'_>, id: &str, key: &str) -> Vec<Inline> {
    let name = |key: &str| {
        let code = desk.view.text(&format!("moderations/{id}/{key}")).unwrap_or_default();
        vec![Inline::text(desk.short(code))]
    };
    desk.terms.fill(&format!("caption.{key}"), &[name("x"), name("moderator"), name("outcome")])
}

/// A term of the regression: `(Constant)` as SPSS has it, a product as `X × M`, all else by name and symbol.
pub(super) fn term_name(desk: &Desk<'_>, term: &str) -> Vec<Inline> {
    if let Some((x, moderator)) = term.split_once('*') {
        return vec![symbol(x), Inline::text("\u{a0}× "), symbol(moderator)];
    }
    match term {
        "(Constant)" => vec![Inline::text(term)],
        term if desk.variable(term).is_some() => super::parts::with_symbol(desk.name(term), term),
        term => vec![Inline::text(desk.name(term))],
    }
}
