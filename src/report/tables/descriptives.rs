//! Descriptive statistics of the variables and their dimensions.

use super::parts::{Cells, with_mark, with_symbol};
use crate::report::desk::{Desk, narrow, row, words};
use crate::report::document::{Align, Cell, Inline, Table};

/// Statistics in the order of the columns: heading and field.
const COLUMNS: [(&str, &str); 7] = [
    ("column.n", "n"),
    ("column.minimum", "min"),
    ("column.maximum", "max"),
    ("column.mean_of_scores", "mean"),
    ("column.median", "median"),
    ("column.mode", "mode"),
    ("column.sd", "sd"),
];

/// Scores of all variables.
pub fn descriptives(desk: &Desk<'_>) -> Option<Table> {
    let names = desk.view.keys("variables");
    if names.is_empty() {
        return None;
    }
    let caption = desk.terms.fill("caption.descriptives", &[]);
    let mut columns = vec![words(1.0)];
    columns.extend(vec![narrow(Align::Decimal); COLUMNS.len()]);
    let mut table = desk.table("descriptives", caption, columns);
    let mut header = vec![desk.term_cell("column.variable")];
    header.extend(COLUMNS.iter().map(|(heading, _)| desk.term_cell(heading)));
    table.header = vec![header];
    let mut cells = Cells::new(desk);
    let mut several = false;
    for name in names {
        let mut line = vec![Cell::new(with_symbol(desk.name(&name), &name))];
        for (_, field) in COLUMNS {
            let cell = cells.number(&format!("variables/{name}/{field}"));
            let marked = field == "mode" && desk.view.flag(&format!("variables/{name}/multiple_modes")) == Some(true);
            several |= marked;
            line.push(if marked { with_mark(cell, "a") } else { cell });
        }
        table.rows.push(row(line));
    }
    if several {
        table.notes.push(vec![Inline::text(format!("a. {}", desk.term("note.multiple_modes")))]);
    }
    table.notes.extend(cells.notes());
    Some(table)
}
