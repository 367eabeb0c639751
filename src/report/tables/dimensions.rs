//! The dimensions of a variable: their scores, the means of their items, the bands they fall in.

use super::parts::{Cells, with_symbol};
use crate::report::desk::{Desk, NO_VALUE, narrow, row, words};
use crate::report::document::{Align, Cell, Inline, Table};

/// Statistics in the order of the columns: heading and field.
const COLUMNS: [(&str, &str); 6] = [
    ("column.items", "k"),
    ("column.minimum", "min"),
    ("column.maximum", "max"),
    ("column.mean_of_scores", "mean"),
    ("column.sd", "sd"),
    ("column.item_mean", "item_mean"),
];

/// The dimensions of one variable; nothing where it has none.
pub fn dimensions(desk: &Desk<'_>, code: &str) -> Option<Table> {
    let variable = desk.study.variable(code)?;
    let names: Vec<String> = variable.dimensions().map(|dimension| variable.name_of(dimension)).collect();
    // Of records another table tells the dimensions.
    if names.is_empty() || variable.records().is_some() {
        return None;
    }
    let caption = desk.terms.fill("caption.dimensions", &[vec![Inline::text(desk.name(code))]]);
    let mut columns = vec![words(1.0)];
    columns.extend(vec![narrow(Align::Decimal); COLUMNS.len()]);
    columns.push(narrow(Align::Left));
    let mut table = desk.table(format!("dimensions-{code}"), caption, columns);
    let mut header = vec![desk.term_cell("column.dimension")];
    header.extend(COLUMNS.iter().map(|(heading, _)| desk.term_cell(heading)));
    header.push(desk.term_cell("column.category"));
    table.header = vec![header];
    let mut cells = Cells::new(desk);
    for name in names {
        let mut line = vec![Cell::new(with_symbol(desk.name(&name), &name))];
        line.extend(COLUMNS.iter().map(|(_, field)| cells.number(&format!("variables/{name}/{field}"))));
        let category = desk.view.text(&format!("variables/{name}/category"));
        line.push(Cell::text(category.unwrap_or(NO_VALUE)));
        table.rows.push(row(line));
    }
    table.notes.extend(cells.notes());
    Some(table)
}
