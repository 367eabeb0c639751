//! Numbers under each other by their decimal mark: set to the right, each as far from the edge as its fraction is short.

use super::grid::{Piece, Placed};
use super::number_of;
use crate::fonts::{Face, width};
use crate::language::Language;
use crate::numbers::{NumberStyle, Setting};
use crate::report::document::{Align, Inline, Table, plain_text};

/// Size of raised and lowered characters beside the others, as word processors set them.
pub const RAISED: f64 = 0.65;

/// What a column of numbers needs, in points: the widest part before the decimal mark, and from it on.
#[derive(Debug, Clone, Copy, Default, PartialEq)]
pub struct DecimalColumn {
    before: f64,
    after: f64,
}

/// How numbers of a table are printed and how large.
#[derive(Debug, Clone, Copy)]
pub struct Printing<'a> {
    /// The report's style.
    pub style: &'a NumberStyle,
    /// The table's setting.
    pub setting: Setting,
    /// Font size in points.
    pub size: f64,
}

impl DecimalColumn {
    /// What the numbers of a column need; none where it is no decimal column.
    pub fn of(table: &Table, rows: &[Vec<Placed<'_>>], column: usize, printing: Printing<'_>) -> Option<DecimalColumn> {
        if table.columns.get(column).map(|column| column.align) != Some(Align::Decimal) {
            return None;
        }
        let mut widest = DecimalColumn::default();
        for placed in rows.iter().flatten().filter(|placed| placed.column == column) {
            if let Some((before, after, _)) = parts(placed, printing) {
                widest.before = widest.before.max(before);
                widest.after = widest.after.max(after);
            }
        }
        Some(widest)
    }

    /// Width of a cell whose number has the most digits on both sides, in points.
    pub fn width(self) -> f64 {
        self.before + self.after
    }

    /// How far from the right edge of a cell, in twips, its number ends, so that the column stands in the middle of `inner`
    /// twips; none where the cell is no number.
    pub fn indent(self, placed: &Placed<'_>, inner: i64, printing: Printing<'_>) -> Option<i64> {
        let (_, after, mark) = parts(placed, printing)?;
        let margin = (inner as f64 / 20.0 - self.before - self.after) / 2.0;
        // The mark of a note takes no room of the number's.
        let points = margin + self.after - after - mark;
        Some((points * 20.0).max(0.0) as i64)
    }
}

/// Widths before the decimal mark, from it on, and of a note's mark behind it.
fn parts(placed: &Placed<'_>, printing: Printing<'_>) -> Option<(f64, f64, f64)> {
    let cell = placed.cell.filter(|_| placed.columns == 1 && placed.piece != Piece::Below)?;
    let (Inline::Value { quantity, .. }, rest) = number_of(cell)? else { return None };
    let Printing { style, setting, size } = printing;
    let printed = style.print(*quantity, setting);
    let decimal_mark = match style.language {
        Language::Id => ',',
        Language::En => '.',
    };
    let (before, after) = printed.find(decimal_mark).map_or((printed.as_str(), ""), |at| printed.split_at(at));
    let mark = width(&plain_text(rest, style), Face::Regular, size * RAISED);
    Some((width(before, Face::Regular, size), width(after, Face::Regular, size), mark))
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;
    use crate::numbers::{Kind, Quantity};
    use crate::report::document::Cell;

    fn cell(kind: Kind, value: f64) -> Cell {
        let quantity = Quantity::new(kind, value);
        Cell::new(vec![Inline::Value { quantity, path: String::new(), setting: Setting::Table }])
    }

    fn placed(cell: &Cell) -> Placed<'_> {
        Placed { cell: Some(cell), column: 0, columns: 1, piece: Piece::Whole, rows: 1 }
    }

    #[test]
    fn shorter_fractions_end_further_left_by_what_they_lack() {
        let style = NumberStyle::new(Language::Id);
        let printing = Printing { style: &style, setting: Setting::Table, size: 10.0 };
        // 12,345 and 7: before at most 2 digits (10 points), after at most comma and 3 digits (17.5 points).
        let column = DecimalColumn { before: 10.0, after: 17.5 };
        let (long, whole) = (cell(Kind::Statistic, 12.345), cell(Kind::Count, 7.0));
        let inner = 1000; // 50 points: 11.25 free on each side
        assert_eq!(column.indent(&placed(&long), inner, printing), Some(225));
        assert_eq!(column.indent(&placed(&whole), inner, printing), Some(575));
        assert_eq!(column.indent(&placed(&Cell::text("–")), inner, printing), None);
        let mut marked = cell(Kind::Statistic, 1.5);
        marked.content.push(Inline::Superscript(vec![Inline::text("a")]));
        // The letter is 4.44 × 0.65 = 2.886 points wide: 11.25 − 2.886 = 8.364 points are left.
        assert_eq!(column.indent(&placed(&marked), inner, printing), Some(167));
    }
}
