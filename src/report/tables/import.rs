//! How the survey was read: which column became what, and which words became which numbers.

use crate::report::desk::{Desk, narrow, row, words};
use crate::report::document::{Align, Cell, Table};

/// A line for every column that is used; nothing where the study does not ask for it.
pub fn columns(desk: &Desk<'_>) -> Option<Table> {
    let count = desk.view.len("import/columns");
    if count == 0 {
        return None;
    }
    let widths = vec![narrow(Align::Left), words(1.0), narrow(Align::Left), narrow(Align::Right), narrow(Align::Right)];
    let mut table = desk.table("import-columns", desk.terms.fill("caption.import_columns", &[]), widths);
    let headings = ["letter", "header", "became", "filled", "empty"];
    table.header = vec![headings.iter().map(|heading| desk.term_cell(&format!("column.{heading}"))).collect()];
    for position in 0..count {
        let at = format!("import/columns/{position}");
        let text = |key: &str| Cell::text(desk.view.text(&format!("{at}/{key}")).unwrap_or_default());
        table.rows.push(row(vec![
            text("letter"),
            text("header"),
            text("code"),
            desk.cell(&format!("{at}/valid")),
            desk.cell(&format!("{at}/missing")),
        ]));
    }
    Some(table)
}

/// A line for every text that became a number; nothing where all answers are numbers.
pub fn recoded(desk: &Desk<'_>) -> Option<Table> {
    let count = desk.view.len("import/recoded");
    if count == 0 {
        return None;
    }
    let widths = vec![words(1.0), narrow(Align::Right), narrow(Align::Right)];
    let mut table = desk.table("import-recoded", desk.terms.fill("caption.import_recoded", &[]), widths);
    let headings = ["text_in_file", "score", "frequency"];
    table.header = vec![headings.iter().map(|heading| desk.term_cell(&format!("column.{heading}"))).collect()];
    for position in 0..count {
        let at = format!("import/recoded/{position}");
        table.rows.push(row(vec![
            Cell::text(desk.view.text(&format!("{at}/text")).unwrap_or_default()),
            desk.cell(&format!("{at}/value")),
            desk.cell(&format!("{at}/count")),
        ]));
    }
    Some(table)
}
