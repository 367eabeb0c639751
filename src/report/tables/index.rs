//! The index of the items of a variable in per cent, with its bands.

use super::parts::{Cells, with_symbol};
use crate::numbers::Setting;
use crate::report::desk::{Desk, NO_VALUE, narrow, row, words};
use crate::report::document::{Align, Cell, Inline, Row, RowKind, Table};

/// The index of the items of one variable; nothing where the study asks for none.
pub fn index(desk: &Desk<'_>, code: &str) -> Option<Table> {
    let at = format!("index/{code}");
    let scheme = desk.view.text(&format!("{at}/scheme"))?;
    let caption = desk.terms.fill(&format!("caption.index_{scheme}"), &[vec![Inline::text(desk.name(code))]]);
    let columns = vec![words(1.0), narrow(Align::Decimal), narrow(Align::Decimal), narrow(Align::Left)];
    let mut table = desk.table(format!("index-{code}"), caption, columns);
    table.header = vec![vec![
        desk.term_cell("column.indicator"),
        desk.term_cell("column.mean"),
        desk.term_cell(&format!("column.index_{scheme}")),
        desk.term_cell("column.category"),
    ]];
    let mut cells = Cells::new(desk);
    let category = |path: &str| Cell::text(desk.view.text(path).unwrap_or(NO_VALUE));
    for item in desk.scored_items(code) {
        let own = format!("{at}/items/{}", item.code);
        table.rows.push(row(vec![
            Cell::new(with_symbol(item.name.plain(desk.language), &item.code)),
            cells.number(&format!("items/{}/mean", item.code)),
            cells.number(&format!("{own}/value")),
            category(&format!("{own}/category")),
        ]));
    }
    let total = vec![
        desk.term_cell("row.mean"),
        cells.number(&format!("variables/{code}/item_mean")),
        cells.number(&format!("{at}/mean")),
        category(&format!("{at}/category")),
    ];
    table.rows.push(Row { kind: RowKind::Total, cells: total });
    let mut bands = Vec::new();
    for band in 0..desk.view.len(&format!("{at}/bands")) {
        let own = format!("{at}/bands/{band}");
        if !bands.is_empty() {
            bands.push(Inline::text("; "));
        }
        bands.extend(desk.view.inline(&format!("{own}/band_low"), Setting::Sentence));
        bands.push(Inline::text("–"));
        bands.extend(desk.view.inline(&format!("{own}/band_high"), Setting::Sentence));
        bands.push(Inline::text(format!(" {}", desk.view.text(&format!("{own}/name")).unwrap_or_default())));
    }
    table.notes.push(desk.terms.fill("note.index_bands", &[bands]));
    table.notes.extend(cells.notes());
    Some(table)
}
