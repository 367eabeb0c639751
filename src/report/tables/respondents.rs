//! Frequencies of a characteristic: number, category, frequency, percentage, total.

use crate::report::desk::{Desk, narrow, row, words};
use crate::report::document::{Align, Cell, Inline, Row, RowKind, Table};

/// The profile table of one characteristic.
pub fn profile(desk: &Desk<'_>, code: &str) -> Option<Table> {
    let path = format!("respondents/{code}");
    let rows = desk.view.len(&format!("{path}/rows"));
    if rows == 0 {
        return None;
    }
    let name = desk.name(code);
    let caption = desk.terms.fill("caption.respondents", &[vec![Inline::text(name.clone())]]);
    let columns = vec![narrow(Align::Center), words(1.0), narrow(Align::Right), narrow(Align::Decimal)];
    let mut table = desk.table(format!("respondents-{code}"), caption, columns);
    table.header = vec![vec![
        desk.term_cell("column.number"),
        Cell::text(name),
        desk.term_cell("column.frequency"),
        desk.term_cell("column.percentage"),
    ]];
    for position in 0..rows {
        let at = format!("{path}/rows/{position}");
        table.rows.push(row(vec![
            Cell::text((position + 1).to_string()),
            Cell::text(desk.view.text(&format!("{at}/value")).unwrap_or_default()),
            desk.cell(&format!("{at}/count")),
            desk.cell(&format!("{at}/percent")),
        ]));
    }
    table.rows.push(Row {
        kind: RowKind::Total,
        cells: vec![
            desk.term_cell("row.total").spanning(2, 1).aligned(Align::Left),
            desk.cell(&format!("{path}/n")),
            desk.cell(&format!("{path}/percent_total")),
        ],
    });
    Some(table)
}
