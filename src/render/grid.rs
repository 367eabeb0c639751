//! The grid of a table: where each cell stands, those that reach down included, so that every row fills every column.

use crate::report::document::{Cell, Table};

/// A cell in its place.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Placed<'a> {
    /// The cell; none where a row was too short.
    pub cell: Option<&'a Cell>,
    /// Column it begins in.
    pub column: usize,
    /// Columns it covers.
    pub columns: usize,
    /// What part of a cell that reaches down it is.
    pub piece: Piece,
    /// Rows from here on that it covers.
    pub rows: usize,
}

/// A part of a cell.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Piece {
    /// All of it: it covers one row.
    Whole,
    /// Its first row.
    First,
    /// A row below the first.
    Below,
}

/// How many columns the widest row has.
pub fn column_count(table: &Table) -> usize {
    let rows = table.header.iter().map(Vec::as_slice).chain(table.rows.iter().map(|row| row.cells.as_slice()));
    let widest = rows.map(|cells| cells.iter().map(|cell| cell.columns).sum()).max().unwrap_or(0);
    table.columns.len().max(widest).max(1)
}

/// Places the cells of some rows. Each row then covers every column exactly once.
pub fn place<'a>(rows: impl ExactSizeIterator<Item = &'a [Cell]>, count: usize) -> Vec<Vec<Placed<'a>>> {
    let total = rows.len();
    let mut above: Vec<Placed<'a>> = Vec::new();
    let mut all = Vec::with_capacity(total);
    for (position, row) in rows.enumerate() {
        let reaching: Vec<Placed<'a>> = above.iter().filter(|placed| placed.rows > 1).copied().collect();
        let mut cells = row.iter();
        let mut placed = Vec::with_capacity(row.len());
        let mut column = 0;
        while column < count {
            if let Some(from_above) = reaching.iter().find(|placed| placed.column == column) {
                placed.push(Placed { piece: Piece::Below, rows: from_above.rows - 1, ..*from_above });
                column += from_above.columns;
                continue;
            }
            let free =
                reaching.iter().map(|placed| placed.column).filter(|start| *start > column).min().unwrap_or(count) - column;
            let cell = cells.next();
            let columns = cell.map_or(free, |cell| cell.columns.clamp(1, free));
            let rows = cell.map_or(1, |cell| cell.rows.clamp(1, total - position));
            let piece = if rows > 1 { Piece::First } else { Piece::Whole };
            placed.push(Placed { cell, column, columns, piece, rows });
            column += columns;
        }
        above.clone_from(&placed);
        all.push(placed);
    }
    all
}

#[cfg(test)]
mod tests {
    use super::*;

    fn row(cells: &[(usize, usize)]) -> Vec<Cell> {
        cells.iter().map(|(columns, rows)| Cell::empty().spanning(*columns, *rows)).collect()
    }

    fn places(rows: &[Vec<Cell>], count: usize) -> Vec<Vec<(usize, usize, Piece)>> {
        let placed = place(rows.iter().map(Vec::as_slice), count);
        placed.into_iter().map(|row| row.into_iter().map(|cell| (cell.column, cell.columns, cell.piece)).collect()).collect()
    }

    #[test]
    fn cells_that_reach_down_are_continued_below() {
        use Piece::{Below, First, Whole};
        let rows = [row(&[(1, 3), (2, 1)]), row(&[(1, 2), (1, 1)]), row(&[(1, 1)])];
        assert_eq!(
            places(&rows, 3),
            [
                vec![(0, 1, First), (1, 2, Whole)],
                vec![(0, 1, Below), (1, 1, First), (2, 1, Whole)],
                vec![(0, 1, Below), (1, 1, Below), (2, 1, Whole)],
            ]
        );
    }

    #[test]
    fn uneven_rows_are_filled_and_cut() {
        use Piece::Whole;
        // Too short, too wide, reaching below the last row.
        let rows = [row(&[(1, 1)]), row(&[(9, 1)]), row(&[(1, 1), (2, 7)])];
        assert_eq!(
            places(&rows, 3),
            [vec![(0, 1, Whole), (1, 2, Whole)], vec![(0, 3, Whole)], vec![(0, 1, Whole), (1, 2, Whole)]]
        );
    }
}
