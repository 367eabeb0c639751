//! How wide the columns of a table are, and whether it needs a landscape page.
//!
//! Word lays out tables with fixed widths the same way everywhere; so the widths are found here, from the words in the cells.

use super::grid::{Piece, Placed};
use super::inlines::RAISED;
use crate::fonts::{Face, width};
use crate::numbers::{NumberStyle, Setting};
use crate::report::document::{Cell, Inline, Table, plain_text};

/// Columns from which on a wide table is set as tight as can be read.
const MANY_COLUMNS: usize = 10;
/// Points a heading over numbers may take on one line where words want the width.
const HEADING_WIDTH: f64 = 56.0;
/// Points it may take for each column, where it stands over fewer than [`HEADING_COLUMNS`], and where over more.
const HEADING_PER_COLUMN: (f64, f64) = (12.0, 18.0);
/// Columns from which on the numbers below a heading alone take more room than it does.
const HEADING_COLUMNS: usize = 6;
/// Points of width that a column of words needs to be read comfortably.
const COMFORTABLE: f64 = 90.0;
/// Points that a line is longer than reckoned: word processors round.
const SPARE: f64 = 1.5;

/// How a table is laid out.
#[derive(Debug, Clone, PartialEq)]
pub struct Layout {
    /// Widths of the columns in twips.
    pub columns: Vec<i64>,
    /// Font size in points.
    pub size: f64,
    /// Room left and right of what stands in a cell, in twips.
    pub inset: i64,
    /// It does not fit on an upright page.
    pub landscape: bool,
}

/// Lays out a table: upright if it fits into `upright` twips, else on a page with `landscape` twips. `letters` are so many times
/// as wide as those of Times.
pub fn layout(
    table: &Table,
    header: &[Vec<Placed<'_>>],
    rows: &[Vec<Placed<'_>>],
    count: usize,
    style: &NumberStyle,
    letters: f64,
    (upright, landscape): (i64, i64),
) -> Layout {
    let setting = if table.spss { Setting::SpssTable } else { Setting::Table };
    let (size, inset) = match (table.wide, count > MANY_COLUMNS) {
        (false, _) => (10.0, 80),
        (true, false) => (8.5, 68),
        (true, true) => (8.5, 44),
    };
    let mut needs = Needs::of(table, count);
    let measured = |cell: &Cell, bold: bool| measure(&cell.content, style, setting, size * letters, bold);
    for (rows, bold) in [(rows, false), (header, true)] {
        let placed: Vec<&Placed<'_>> = rows.iter().flatten().filter(|placed| placed.piece != Piece::Below).collect();
        // Cells of one column first: those over several then take what is missing.
        for wide in [false, true] {
            for placed in placed.iter().filter(|placed| (placed.columns > 1) == wide) {
                if let Some(cell) = placed.cell {
                    needs.take(placed, measured(cell, bold), bold);
                }
            }
        }
    }
    let padding = (2 * inset) as f64 / 20.0;
    let upright_points = upright as f64 / 20.0;
    let is_landscape = needs.least(padding) > upright_points;
    let room = if is_landscape { landscape as f64 / 20.0 } else { upright_points };
    let points = needs.spread(room, padding);
    let columns = points.iter().map(|points| (points * 20.0) as i64).collect();
    Layout { columns, size, inset, landscape: is_landscape }
}

/// Width of a cell's content on one line, and of its longest word.
#[derive(Debug, Clone, Copy, PartialEq)]
struct Measure {
    natural: f64,
    longest: f64,
}

fn measure(content: &[Inline], style: &NumberStyle, setting: Setting, size: f64, bold: bool) -> Measure {
    let mut measure = Measure { natural: 0.0, longest: 0.0 };
    let (mut line, mut word) = (0.0, 0.0);
    let face = if bold { Face::Bold } else { Face::Regular };
    // Lines may end behind blanks and hyphens.
    let mut add = |text: &str, size: f64| {
        for piece in text.split_inclusive([' ', '-', '\n']) {
            let step = width(piece.trim_end_matches('\n'), face, size);
            line += step;
            word += step;
            measure.natural = measure.natural.max(line);
            measure.longest = measure.longest.max(word);
            if piece.ends_with([' ', '-', '\n']) {
                word = 0.0;
            }
            if piece.ends_with('\n') {
                line = 0.0;
            }
        }
    };
    for inline in content {
        match inline {
            Inline::Symbol { base, index } => {
                add(base, size);
                add(index, size * RAISED);
            }
            Inline::Superscript(_) | Inline::Subscript(_) => {
                add(&plain_text(std::slice::from_ref(inline), style), size * RAISED);
            }
            Inline::Value { quantity, .. } => add(&style.print(*quantity, setting), size),
            Inline::LineBreak => add("\n", 0.0),
            other => add(&plain_text(std::slice::from_ref(other), style), size),
        }
    }
    measure
}

/// What each column needs, in points without padding.
struct Needs {
    /// Share of the room that is left; 0 for a column as wide as its content.
    shares: Vec<f64>,
    natural: Vec<f64>,
    longest: Vec<f64>,
}

impl Needs {
    fn of(table: &Table, count: usize) -> Needs {
        let shares: Vec<f64> = (0..count).map(|at| table.columns.get(at).map_or(0.0, |column| column.width.max(0.0))).collect();
        Needs { shares, natural: vec![0.0; count], longest: vec![0.0; count] }
    }

    fn has_words(&self) -> bool {
        self.shares.iter().any(|share| *share > 0.0)
    }

    /// Widens the columns that a cell stands in until it fits.
    fn take(&mut self, placed: &Placed<'_>, measure: Measure, is_header: bool) {
        let range = placed.column..(placed.column + placed.columns).min(self.shares.len());
        let over_words = self.shares.get(range.clone()).unwrap_or_default().iter().any(|share| *share > 0.0);
        if placed.columns > 1 && over_words {
            return;
        }
        let mut measure = measure;
        if is_header && self.has_words() && !over_words {
            measure.natural = limited(measure, placed.columns);
        }
        let count = range.len().max(1) as f64;
        for (columns, needed) in [(&mut self.natural, measure.natural), (&mut self.longest, measure.longest)] {
            let Some(columns) = columns.get_mut(range.clone()) else { continue };
            let missing = needed + SPARE - columns.iter().sum::<f64>();
            if missing > 0.0 {
                columns.iter_mut().for_each(|column| *column += missing / count);
            }
        }
    }

    /// The least width at which no word breaks and columns of words can be read.
    fn least(&self, padding: f64) -> f64 {
        let columns = self.shares.iter().zip(&self.longest);
        columns
            .map(|(share, longest)| padding + if *share > 0.0 { longest.clamp(COMFORTABLE, 2.0 * COMFORTABLE) } else { *longest })
            .sum()
    }

    /// Widths that fill the room at most: content first, what is left to the words by their shares.
    fn spread(&self, room: f64, padding: f64) -> Vec<f64> {
        let count = self.shares.len();
        let content: Vec<usize> = (0..count).filter(|at| self.shares[*at] <= 0.0).collect();
        let words: Vec<usize> = (0..count).filter(|at| self.shares[*at] > 0.0).collect();
        let total: f64 = words.iter().map(|at| self.shares[*at]).sum();
        let words_need: f64 = words.iter().map(|at| padding + self.longest[*at].clamp(COMFORTABLE, 2.0 * COMFORTABLE)).sum();
        let left_to_content = room - words_need;
        let wanted: f64 = content.iter().map(|at| self.natural[*at] + padding).sum();
        let least: f64 = content.iter().map(|at| self.longest[*at] + padding).sum();
        // 1 where all content fits on its lines, 0 where every word stands alone.
        let ease = if wanted <= left_to_content {
            1.0
        } else {
            ((left_to_content - least) / (wanted - least).max(1e-9)).clamp(0.0, 1.0)
        };
        let mut widths = vec![0.0; count];
        for at in &content {
            widths[*at] = padding + self.longest[*at] + (self.natural[*at] - self.longest[*at]).max(0.0) * ease;
        }
        let left = room - widths.iter().sum::<f64>();
        for at in &words {
            widths[*at] = (left * self.shares[*at] / total).max(padding + COMFORTABLE / 2.0);
        }
        // Nothing helped: every column gives way alike, and words break inside.
        let sum: f64 = widths.iter().sum();
        if sum > room {
            widths.iter_mut().for_each(|width| *width *= room / sum);
        }
        widths
    }
}

/// A heading over numbers breaks into lines of about the same length rather than widen its columns.
fn limited(measure: Measure, columns: usize) -> f64 {
    let per_column = if columns >= HEADING_COLUMNS { HEADING_PER_COLUMN.1 } else { HEADING_PER_COLUMN.0 };
    let limit = HEADING_WIDTH.max(per_column * columns as f64);
    if measure.natural <= limit {
        return measure.natural;
    }
    let lines = (measure.natural / limit).ceil();
    (measure.natural / lines * 1.15).max(measure.longest)
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::super::grid::place;
    use super::*;
    use crate::language::Language;
    use crate::report::document::{Align, Row, RowKind, TableColumn};

    fn table(shares: &[f64], header: &[&str], body: &[&str]) -> Table {
        let cells = |texts: &[&str]| texts.iter().map(|text| Cell::text(*text)).collect::<Vec<_>>();
        Table {
            id: String::new(),
            number: None,
            caption: Vec::new(),
            columns: shares.iter().map(|width| TableColumn { align: Align::Left, width: *width }).collect(),
            header: vec![cells(header)],
            rows: vec![Row { kind: RowKind::Body, cells: cells(body) }],
            notes: Vec::new(),
            source: None,
            wide: false,
            spss: false,
        }
    }

    fn laid(table: &Table) -> Layout {
        let count = table.columns.len();
        let header = place(table.header.iter().map(Vec::as_slice), count);
        let rows = place(table.rows.iter().map(|row| row.cells.as_slice()), count);
        layout(table, &header, &rows, count, &NumberStyle::new(Language::Id), 1.0, (7937, 12869))
    }

    #[test]
    fn words_take_the_room_that_numbers_leave() {
        let layout = laid(&table(&[2.0, 1.0, 0.0], &["Variabel", "Indikator", "r"], &["Kompetensi", "Kerja sama", "0,675"]));
        assert!(!layout.landscape);
        let sum: i64 = layout.columns.iter().sum();
        assert!((7930..=7937).contains(&sum), "{sum}");
        assert!(layout.columns[0] > layout.columns[1] && layout.columns[2] < 800, "{:?}", layout.columns);
    }

    #[test]
    fn a_table_of_numbers_is_as_wide_as_its_numbers() {
        let layout = laid(&table(&[0.0, 0.0], &["No.", "Frekuensi"], &["1", "41"]));
        assert!(layout.columns.iter().sum::<i64>() < 2000, "{:?}", layout.columns);
    }

    #[test]
    fn many_columns_turn_the_page_and_even_more_still_fit_on_it() {
        let texts = vec!["0,123456"; 14];
        let layout = laid(&table(&[0.0; 14], &texts, &texts));
        assert!(layout.landscape);
        let texts = vec!["AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA"; 40];
        let layout = laid(&table(&[0.0; 40], &texts, &texts));
        let sum: i64 = layout.columns.iter().sum();
        assert!(layout.landscape && sum <= 12869 && sum > 12000, "{sum}");
    }
}
