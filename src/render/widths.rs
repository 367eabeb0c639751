//! How wide the columns of a table are, and whether it needs a landscape page: the same in Word and in the PDF.
//!
//! Fixed widths are laid out the same way everywhere; so they are found here, from the words in the cells.

use super::decimals::{DecimalColumn, Printing, RAISED};
use super::grid::{Piece, Placed};
use crate::fonts::{Face, width};
use crate::numbers::{NumberStyle, Setting};
use crate::report::document::{Cell, Inline, Table, plain_text};

/// Columns from which on a wide table is set as tight as can be read.
const MANY_COLUMNS: usize = 10;
/// Points a heading may take on one line.
const HEADING_WIDTH: f64 = 56.0;
/// Columns from which on headings leave the words of a table too little room, and the points a heading then may take.
const MANY_HEADINGS: (usize, f64) = (9, 34.0);
/// Points it may take for each column, where it stands over fewer than [`HEADING_COLUMNS`], and where over more.
const HEADING_PER_COLUMN: (f64, f64) = (12.0, 18.0);
/// Columns from which on the numbers below a heading alone take more room than it does.
const HEADING_COLUMNS: usize = 6;
/// Points of width in which words are read comfortably, and those in which they can be read before a page is turned.
const COMFORTABLE: f64 = 90.0;
const READABLE: f64 = 60.0;
/// Points that a line is longer than reckoned: word processors round.
const SPARE: f64 = 1.5;

/// Width of the text on the pages there are.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Room {
    /// Of an upright page, in twips.
    pub upright: i64,
    /// Of a landscape page, in twips.
    pub landscape: i64,
    /// How many times as wide as those of Times the letters are.
    pub letters: f64,
}

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

/// Lays out a table: upright if it fits, else on a landscape page.
pub fn layout(
    table: &Table,
    header: &[Vec<Placed<'_>>],
    rows: &[Vec<Placed<'_>>],
    count: usize,
    style: &NumberStyle,
    room: Room,
) -> Layout {
    let setting = if table.spss { Setting::SpssTable } else { Setting::Table };
    let (size, inset) = match (table.wide, count > MANY_COLUMNS) {
        (false, _) => (10.0, 80),
        (true, false) => (8.5, 68),
        (true, true) => (8.5, 44),
    };
    let printing = Printing { style, setting, size: size * room.letters };
    let mut needs = Needs::of(table, count);
    for column in 0..count {
        if let Some(numbers) = DecimalColumn::of(table, rows, column, printing) {
            needs.take_numbers(column, numbers.width());
        }
    }
    let measured = |cell: &Cell, bold: bool| measure(&cell.content, printing, bold);
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
    let upright = room.upright as f64 / 20.0;
    let is_landscape = total(&needs.floors(READABLE), padding) > upright;
    let room = if is_landscape { room.landscape as f64 / 20.0 } else { upright };
    let columns = needs.spread(room, padding).iter().map(|points| (points * 20.0) as i64).collect();
    Layout { columns, size, inset, landscape: is_landscape }
}

/// Width of a cell's content on one line, and of its longest word.
#[derive(Debug, Clone, Copy, PartialEq)]
struct Measure {
    natural: f64,
    longest: f64,
}

/// Measures what stands on a cell's lines.
struct Ruler<'a> {
    printing: Printing<'a>,
    line: f64,
    word: f64,
    measure: Measure,
}

fn measure(content: &[Inline], printing: Printing<'_>, bold: bool) -> Measure {
    let mut ruler = Ruler { printing, line: 0.0, word: 0.0, measure: Measure { natural: 0.0, longest: 0.0 } };
    ruler.inlines(content, if bold { Face::Bold } else { Face::Regular });
    ruler.measure
}

impl Ruler<'_> {
    /// Lines may end behind blanks and hyphens.
    fn add(&mut self, text: &str, face: Face, size: f64) {
        for piece in text.split_inclusive([' ', '-', '\n']) {
            let step = width(piece.trim_end_matches('\n'), face, size);
            self.line += step;
            self.word += step;
            self.measure.natural = self.measure.natural.max(self.line);
            self.measure.longest = self.measure.longest.max(self.word);
            if piece.ends_with([' ', '-', '\n']) {
                self.word = 0.0;
            }
            if piece.ends_with('\n') {
                self.line = 0.0;
            }
        }
    }

    fn inlines(&mut self, content: &[Inline], face: Face) {
        let Printing { style, setting, size } = self.printing;
        for inline in content {
            match inline {
                Inline::Strong(inner) => self.inlines(inner, Face::Bold),
                Inline::Symbol { base, index } => {
                    self.add(base, face, size);
                    self.add(index, face, size * RAISED);
                }
                Inline::Superscript(_) | Inline::Subscript(_) => {
                    self.add(&plain_text(std::slice::from_ref(inline), style), face, size * RAISED);
                }
                Inline::Value { quantity, .. } => self.add(&style.print(*quantity, setting), face, size),
                Inline::LineBreak => self.add("\n", face, 0.0),
                other => self.add(&plain_text(std::slice::from_ref(other), style), face, size),
            }
        }
    }
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

    /// Numbers under each other by their decimal mark take more room than the longest of them.
    fn take_numbers(&mut self, column: usize, needed: f64) {
        for columns in [&mut self.natural, &mut self.longest] {
            if let Some(column) = columns.get_mut(column) {
                *column = column.max(needed + SPARE);
            }
        }
    }

    /// Widens the columns that a cell stands in until it fits.
    fn take(&mut self, placed: &Placed<'_>, measure: Measure, is_header: bool) {
        let range = placed.column..(placed.column + placed.columns).min(self.shares.len());
        let over_words = self.shares.get(range.clone()).unwrap_or_default().iter().any(|share| *share > 0.0);
        if placed.columns > 1 && over_words {
            return;
        }
        let mut measure = measure;
        if is_header && self.has_words() {
            measure.natural = limited(measure, placed.columns, self.shares.len());
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

    /// The least width of each column at which no word breaks and columns of words have so many points, unless they need less.
    fn floors(&self, words: f64) -> Vec<f64> {
        let columns = self.shares.iter().zip(self.natural.iter().zip(&self.longest));
        let floor = |(share, (natural, longest)): (&f64, (&f64, &f64))| match *share > 0.0 {
            true => natural.min(words).max(longest.min(2.0 * COMFORTABLE)),
            false => *longest,
        };
        columns.map(floor).collect()
    }

    /// Widths that fill the room at most: content first, what is left to the words by their shares.
    fn spread(&self, room: f64, padding: f64) -> Vec<f64> {
        let comfortable = self.floors(COMFORTABLE);
        let mut widths = if total(&comfortable, padding) <= room { comfortable } else { self.floors(READABLE) };
        let sum = |values: &[f64]| values.iter().sum::<f64>();
        let room = room - padding * widths.len() as f64;
        let mut left = room - sum(&widths);
        // Nothing helps: every column gives way alike, and words break inside.
        if left < 0.0 {
            let (least, all) = (sum(&widths), room.max(0.0));
            return widths.iter().map(|width| padding + width * all / least.max(1e-9)).collect();
        }
        let gaps: Vec<f64> = self
            .shares
            .iter()
            .zip(self.natural.iter().zip(&widths))
            .map(|(share, (natural, width))| if *share > 0.0 { 0.0 } else { (natural - width).max(0.0) })
            .collect();
        // 1 where all content fits on its lines, 0 where every word stands alone.
        let ease = (left / sum(&gaps).max(1e-9)).min(1.0);
        widths.iter_mut().zip(&gaps).for_each(|(width, gap)| *width += gap * ease);
        left = room - sum(&widths);
        self.spread_words(&mut widths, left);
        widths.iter().map(|width| padding + width).collect()
    }

    /// Gives what is left to the columns of words by their shares: none below its floor, none beyond its longest line while
    /// another has less than its own.
    fn spread_words(&self, widths: &mut [f64], left: f64) {
        let words: Vec<usize> = (0..widths.len()).filter(|at| self.shares[*at] > 0.0).collect();
        let shares: f64 = words.iter().map(|at| self.shares[*at]).sum();
        if words.is_empty() || left <= 0.0 {
            return;
        }
        let total = left + words.iter().map(|at| widths[*at]).sum::<f64>();
        let wanted: f64 = words.iter().map(|at| self.natural[*at].max(widths[*at])).sum();
        if wanted <= total {
            let rest = (total - wanted) / shares;
            words.iter().for_each(|at| widths[*at] = self.natural[*at].max(widths[*at]) + rest * self.shares[*at]);
            return;
        }
        let given =
            |per_share: f64, at: usize, floor: f64| (per_share * self.shares[at]).clamp(floor, self.natural[at].max(floor));
        // The points per share at which all of the room is given away.
        let (mut low, mut high) = (0.0, total / words.iter().map(|at| self.shares[*at]).fold(f64::INFINITY, f64::min));
        for _ in 0..60 {
            let middle = f64::midpoint(low, high);
            let sum: f64 = words.iter().map(|at| given(middle, *at, widths[*at])).sum();
            if sum > total {
                high = middle;
            } else {
                low = middle;
            }
        }
        words.iter().for_each(|at| widths[*at] = given(low, *at, widths[*at]));
    }
}

/// Width of a table with these columns.
fn total(columns: &[f64], padding: f64) -> f64 {
    columns.iter().map(|column| padding + column).sum()
}

/// A heading breaks into lines of about the same length rather than widen its columns.
fn limited(measure: Measure, columns: usize, of: usize) -> f64 {
    let per_column = if columns >= HEADING_COLUMNS { HEADING_PER_COLUMN.1 } else { HEADING_PER_COLUMN.0 };
    let alone = if of >= MANY_HEADINGS.0 { MANY_HEADINGS.1 } else { HEADING_WIDTH };
    let limit = alone.max(per_column * columns as f64);
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
    use crate::numbers::{Kind, Quantity};
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
        let room = Room { upright: 7937, landscape: 12869, letters: 1.0 };
        layout(table, &header, &rows, count, &NumberStyle::new(Language::Id), room)
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

    #[test]
    fn a_heading_of_one_word_and_a_short_column_of_words_keep_their_words_whole() {
        // A column of short words under a long word, beside a greedy one: times a width of 9 bold points.
        let table = table(
            &[2.0, 0.1, 0.0],
            &["Indikator", "Kategori", "Realisasi"],
            &["Indeks profesionalitas", "sangat tinggi", "62,04"],
        );
        let layout = laid(&table);
        for (column, words) in [(1, "sangat tinggi"), (2, "Realisasi")] {
            let needed = width(words, Face::Regular, 10.0) * 20.0 + 2.0 * layout.inset as f64;
            assert!(layout.columns[column] as f64 >= needed, "{words}: {:?}", layout.columns);
        }
        assert!(!layout.landscape);
    }

    #[test]
    fn short_words_in_many_columns_turn_no_page() {
        let texts = ["Indikator", "nilai", "baik", "tinggi", "tetap", "naik"];
        assert!(!laid(&table(&[1.0; 6], &texts, &texts)).landscape);
    }

    #[test]
    fn numbers_under_each_other_by_their_mark_have_the_room_for_both_sides() {
        // 850 000 000 (before the mark) and 0,005 (behind it) take more than each of them.
        let value =
            |kind, value| Inline::Value { quantity: Quantity::new(kind, value), path: String::new(), setting: Setting::Table };
        let mut table = table(&[0.0], &["x"], &[""]);
        table.columns[0].align = Align::Decimal;
        for number in [value(Kind::Count, 85.0e7), value(Kind::Statistic, 0.005)] {
            table.rows.push(Row { kind: RowKind::Body, cells: vec![Cell::new(vec![number])] });
        }
        let layout = laid(&table);
        let needed = width("850.000.000", Face::Regular, 10.0) + width(",005", Face::Regular, 10.0);
        assert!(layout.columns[0] as f64 / 20.0 >= needed + 8.0, "{:?}", layout.columns);
    }
}
