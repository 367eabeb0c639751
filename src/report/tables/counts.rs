//! Counts of two characteristics, or of the bands of a variable and a characteristic, as the study asks for them.

use super::parts::Cells;
use crate::report::desk::{Desk, narrow, row, words};
use crate::report::document::{Align, Cell, Inline, RowKind, Table};

/// The crosstab at this position of the study.
pub fn counts(desk: &Desk<'_>, position: &str) -> Option<Table> {
    let at = format!("crosstabs/{position}");
    let texts = |key: &str| -> Vec<String> {
        let path = format!("{at}/{key}");
        (0..desk.view.len(&path)).filter_map(|place| Some(desk.view.text(&format!("{path}/{place}"))?.to_owned())).collect()
    };
    let (rows, columns) = (texts("rows"), texts("columns"));
    if rows.is_empty() || columns.is_empty() {
        return None;
    }
    let name = |key: &str| vec![Inline::text(desk.name(desk.view.text(&format!("{at}/{key}")).unwrap_or_default()))];
    let mut layout = vec![words(1.0)];
    layout.extend(columns.iter().flat_map(|_| [narrow(Align::Right), narrow(Align::Decimal)]));
    layout.push(narrow(Align::Right));
    let mut table =
        desk.table(format!("counts-{position}"), desk.terms.fill("caption.crosstab", &[name("a"), name("b")]), layout);
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
            let cell = format!("{at}/cells/{line}/{column}");
            line_cells.push(cells.number(&format!("{cell}/count")));
            line_cells.push(cells.number(&format!("{cell}/row_percent")));
        }
        line_cells.push(cells.number(&format!("{at}/row_totals/{line}")));
        table.rows.push(row(line_cells));
    }
    let mut totals = vec![desk.term_cell("row.total")];
    for column in 0..columns.len() {
        totals.push(cells.number(&format!("{at}/column_totals/{column}")).spanning(2, 1).aligned(Align::Center));
    }
    totals.push(cells.number(&format!("{at}/n")));
    let mut total = row(totals);
    total.kind = RowKind::Total;
    table.rows.push(total);
    table.notes.push(desk.terms.fill("note.row_percent", &[]));
    Some(table)
}
