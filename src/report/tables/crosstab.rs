//! Counts of two characteristics, and the bands of the normalized gain.

use super::parts::Cells;
use crate::numbers::Setting;
use crate::report::desk::{Desk, narrow, row, words};
use crate::report::document::{Align, Cell, Inline, RowKind, Table};

/// Categories of the first characteristic down, of the second across; each cell with its share of the row.
pub fn crosstab(desk: &Desk<'_>, id: &str) -> Option<Table> {
    let at = format!("comparisons/{id}");
    let mut table = counted(desk, format!("crosstab-{id}"), &at, &format!("{at}/table"))?;
    let value =
        |key: &str| -> Vec<Inline> { desk.view.inline(&format!("{at}/table/{key}"), Setting::Sentence).into_iter().collect() };
    table
        .notes
        .push(desk.terms.fill("note.expected", &[value("low_cells"), value("low_cells_percent"), value("smallest_expected")]));
    Some(table)
}

/// The same of a pair that the study asks for, by its position there; nothing is tested.
pub fn counts(desk: &Desk<'_>, position: &str) -> Option<Table> {
    let at = format!("crosstabs/{position}");
    counted(desk, format!("counts-{position}"), &at, &at)
}

/// The table of the counts at `counts`, whose two names and number of cases stand at `at`.
fn counted(desk: &Desk<'_>, id: String, at: &str, counts: &str) -> Option<Table> {
    let names = |key: &str| -> Vec<String> {
        let path = format!("{counts}/{key}");
        (0..desk.view.len(&path)).filter_map(|place| Some(desk.view.text(&format!("{path}/{place}"))?.to_owned())).collect()
    };
    let (rows, columns) = (names("rows"), names("columns"));
    if rows.is_empty() || columns.is_empty() {
        return None;
    }
    let name = |key: &str| vec![Inline::text(desk.name(desk.view.text(&format!("{at}/{key}")).unwrap_or_default()))];
    let mut layout = vec![words(1.0)];
    layout.extend(columns.iter().flat_map(|_| [narrow(Align::Right), narrow(Align::Decimal)]));
    layout.push(narrow(Align::Right));
    let mut table = desk.table(id, desk.terms.fill("caption.crosstab", &[name("a"), name("b")]), layout);
    table.wide = columns.len() > 4;
    let mut heads = vec![Cell::new(name("a")).spanning(1, 2)];
    heads.extend(columns.iter().map(|column| Cell::text(column.clone()).spanning(2, 1)));
    heads.push(desk.term_cell("row.total").spanning(1, 2));
    let below = columns.iter().flat_map(|_| [desk.term_cell("column.f"), Cell::text("%")]).collect();
    table.header = vec![heads, below];
    let mut cells = Cells::new(desk);
    for (line, label) in rows.iter().enumerate() {
        let mut line_cells = vec![Cell::text(label.clone())];
        for column in 0..columns.len() {
            let cell = format!("{counts}/cells/{line}/{column}");
            line_cells.push(cells.number(&format!("{cell}/count")));
            line_cells.push(cells.number(&format!("{cell}/row_percent")));
        }
        line_cells.push(cells.number(&format!("{counts}/row_totals/{line}")));
        table.rows.push(row(line_cells));
    }
    let mut totals = vec![desk.term_cell("row.total")];
    for column in 0..columns.len() {
        totals.push(cells.number(&format!("{counts}/column_totals/{column}")).spanning(2, 1).aligned(Align::Center));
    }
    totals.push(cells.number(&format!("{at}/n")));
    let mut total = row(totals);
    total.kind = RowKind::Total;
    table.rows.push(total);
    table.notes.push(desk.terms.fill("note.row_percent", &[]));
    Some(table)
}

/// How many persons gained how much.
pub fn gain(desk: &Desk<'_>, id: &str) -> Option<Table> {
    let at = format!("comparisons/{id}/gain");
    let scheme = desk.view.text(&format!("{at}/scheme"))?;
    let columns = vec![words(1.0), narrow(Align::Center), narrow(Align::Right), narrow(Align::Decimal)];
    let mut table = desk.table(format!("gain-{id}"), desk.terms.fill("caption.gain", &[]), columns);
    let from = if scheme == "percent" { "column.gain_percent_from" } else { "column.gain_from" };
    table.header =
        vec![["column.category", from, "column.frequency", "column.percentage"].iter().map(|key| desk.term_cell(key)).collect()];
    let mut cells = Cells::new(desk);
    for band in 0..desk.view.len(&format!("{at}/bands")) {
        let band = format!("{at}/bands/{band}");
        let name = desk.view.text(&format!("{band}/band")).unwrap_or_default();
        // The lowest band begins nowhere: it is said to lie below the one above it.
        let limit = match desk.view.inline(&format!("{band}/from"), Setting::Table) {
            Some(value) => Cell::new(vec![Inline::text("≥ "), value]),
            None => desk.term_cell("row.below"),
        };
        table.rows.push(row(vec![
            desk.term_cell(&format!("gain.{name}")),
            limit,
            cells.number(&format!("{band}/count")),
            cells.number(&format!("{band}/percent")),
        ]));
    }
    let mut total = row(vec![
        desk.term_cell("row.total"),
        Cell::empty(),
        cells.number(&format!("{at}/n")),
        cells.number(&format!("{at}/percent_total")),
    ]);
    total.kind = RowKind::Total;
    table.rows.push(total);
    table.notes.extend(cells.notes());
    Some(table)
}
