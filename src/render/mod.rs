//! Printers of the document: one file a format.

pub(crate) mod decimals;
pub mod docx;
pub(crate) mod grid;
pub mod html;
pub mod hyphenation;
pub mod markdown;
pub mod raster;
pub mod typst;
pub(crate) mod widths;

use crate::report::document::{Cell, Inline, Table};

/// The most columns a table row covers; rows and headers of authors' tables may be uneven.
pub(crate) fn column_count(table: &Table) -> usize {
    let widest = |cells: &[Cell]| cells.iter().map(|cell| cell.columns).sum::<usize>();
    let header = table.header.iter().map(|row| widest(row)).max().unwrap_or(0);
    table.columns.len().max(header).max(1)
}

/// The printed number of a cell that is one number, with what follows it (a note mark).
pub(crate) fn number_of(cell: &Cell) -> Option<(&Inline, &[Inline])> {
    match cell.content.split_first() {
        Some((value @ Inline::Value { .. }, rest)) => Some((value, rest)),
        _ => None,
    }
}
