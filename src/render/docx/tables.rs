//! Tables: caption above, header rows that repeat, rows that do not split, merged cells, notes and source below.

use super::Writer;
use super::inlines::Look;
use super::paragraphs::{BELOW, Paragraph};
use super::styles::Style;
use super::xml::Xml;
use crate::numbers::Setting;
use crate::render::decimals::{DecimalColumn, Printing};
use crate::render::grid::{Piece, Placed, column_count, place};
use crate::render::widths::{self, Layout, Room};
use crate::report::document::{Align, Inline, RowKind, Table, plain_text};

/// Tables up to so many rows stay on one page.
const KEPT_ROWS: usize = 12;

/// A rule, in eighths of a point.
type Rule = Option<&'static str>;
const STRONG: Rule = Some("6");
const FINE: Rule = Some("4");

/// What holds for a row.
#[derive(Debug, Clone, Copy)]
struct RowLook {
    header: bool,
    group: bool,
    /// Stays on one page with the next row.
    keep: bool,
    above: Rule,
    below: Rule,
}

/// What holds for all cells of a table.
struct TableLook<'a> {
    table: &'a Table,
    layout: Layout,
    decimals: Vec<Option<DecimalColumn>>,
    setting: Setting,
}

impl Writer<'_> {
    pub(super) fn table(&mut self, table: &Table) {
        let count = column_count(table);
        let header = place(table.header.iter().map(Vec::as_slice), count);
        let rows = place(table.rows.iter().map(|row| row.cells.as_slice()), count);
        let style = &self.document.style;
        let room =
            Room { upright: self.page.text_width(), landscape: self.page.landscape().text_width(), letters: self.styles.letters };
        let layout = widths::layout(table, &header, &rows, count, style, room);
        let setting = if table.spss { Setting::SpssTable } else { Setting::Table };
        let printing = Printing { style, setting, size: layout.size * self.styles.letters };
        let decimals = (0..count).map(|column| DecimalColumn::of(table, &rows, column, printing)).collect();
        let look = TableLook { table, layout, decimals, setting };

        self.turn_page(look.layout.landscape);
        if !table.is_bare() {
            self.caption(self.word("Tabel", "Table"), table.number.as_deref(), &table.caption, &table.id, true);
        }
        self.xml.open("w:tbl", &[]);
        let title = plain_text(&table.caption, style);
        table_properties(&mut self.xml, self.styles.id(Style::Table), &look.layout, &title);
        let has_below = !table.notes.is_empty() || table.source.is_some();
        for (position, row) in header.iter().enumerate() {
            let is_last = position + 1 == header.len();
            let row_look = RowLook {
                header: true,
                group: false,
                keep: true,
                above: if position == 0 { STRONG } else { None },
                below: if is_last { FINE } else { None },
            };
            self.row(row, row_look, &look);
        }
        for (position, (row, placed)) in table.rows.iter().zip(&rows).enumerate() {
            let left = table.rows.len() - position - 1;
            let group = row.kind == RowKind::Group;
            // The first rows stay with the header, the last with what stands below, a group's name with its rows.
            let near_an_end = position < 2 || left == 1 || (left == 0 && has_below);
            let row_look = RowLook {
                header: false,
                group,
                keep: (left > 0 && (table.rows.len() <= KEPT_ROWS || group)) || (near_an_end && (left > 0 || has_below)),
                above: if row.kind == RowKind::Total { FINE } else { None },
                below: if left == 0 { STRONG } else { None },
            };
            self.row(placed, row_look, &look);
        }
        self.xml.close("w:tbl");
        self.below_table(&table.notes, table.source.as_deref());
    }

    fn row(&mut self, row: &[Placed<'_>], row_look: RowLook, look: &TableLook<'_>) {
        self.xml.open("w:tr", &[]);
        self.xml.element("w:trPr", &[], |xml| {
            xml.empty("w:cantSplit", &[]);
            if row_look.header {
                xml.empty("w:tblHeader", &[]);
            }
        });
        for placed in row {
            self.cell(placed, row_look, look);
        }
        self.xml.close("w:tr");
    }

    fn cell(&mut self, placed: &Placed<'_>, row_look: RowLook, look: &TableLook<'_>) {
        let columns = look.layout.columns.get(placed.column..placed.column + placed.columns).unwrap_or_default();
        let width: i64 = columns.iter().sum();
        self.xml.open("w:tc", &[]);
        cell_properties(&mut self.xml, placed, width, rules(placed, row_look, look.table.header.len()));
        let paragraph = Paragraph { keep_next: row_look.keep, ..self.cell_paragraph(placed, width, row_look, look) };
        let setting = look.setting;
        let words = if row_look.group { Look::default().bold() } else { Look::default() };
        let content: &[Inline] = match (placed.cell, placed.piece) {
            (Some(cell), Piece::Whole | Piece::First) => &cell.content,
            _ => &[],
        };
        // A cell ends with a paragraph, even an empty one.
        self.paragraph(paragraph, |writer| writer.inlines(content, setting, words));
        self.xml.close("w:tc");
    }

    fn cell_paragraph(&self, placed: &Placed<'_>, width: i64, row_look: RowLook, look: &TableLook<'_>) -> Paragraph {
        let small = look.table.wide;
        if row_look.header {
            return Paragraph::of(if small { Style::TableHeadingSmall } else { Style::TableHeading });
        }
        let plain = Paragraph::of(if small { Style::TableTextSmall } else { Style::TableText });
        let printing =
            Printing { style: &self.document.style, setting: look.setting, size: look.layout.size * self.styles.letters };
        let decimal = look.decimals.get(placed.column).copied().flatten();
        if let Some(indent) = decimal.and_then(|column| column.indent(placed, width - 2 * look.layout.inset, printing)) {
            return Paragraph { indents: Some((0, indent)), align: Some("right"), ..plain };
        }
        let of_column = look.table.columns.get(placed.column).map_or(Align::Left, |column| column.align);
        let align = match placed.cell.and_then(|cell| cell.align).unwrap_or(of_column) {
            Align::Left => None,
            Align::Center | Align::Decimal => Some("center"),
            Align::Right => Some("right"),
        };
        Paragraph { align, ..plain }
    }

    /// Notes and source; the last of them, or an empty line, keeps the distance to what follows.
    fn below_table(&mut self, notes: &[Vec<Inline>], source: Option<&[Inline]>) {
        for (position, note) in notes.iter().enumerate() {
            let is_last = position + 1 == notes.len() && source.is_none();
            let paragraph = Paragraph { keep_next: !is_last, after: is_last.then_some(BELOW), ..Paragraph::of(Style::TableNote) };
            self.paragraph(paragraph, |writer| writer.inlines(note, Setting::Sentence, Look::default()));
        }
        match source {
            Some(source) => self.paragraph(Paragraph::of(Style::Source), |writer| {
                writer.inlines(source, Setting::Sentence, Look::default());
            }),
            None if notes.is_empty() => self.paragraph(Paragraph::of(Style::Source), |_| {}),
            None => {}
        }
    }
}

/// In the order of the schema; then the grid.
fn table_properties(xml: &mut Xml, style: &str, layout: &Layout, title: &str) {
    let total: i64 = layout.columns.iter().sum();
    xml.element("w:tblPr", &[], |xml| {
        xml.value("w:tblStyle", style);
        xml.empty("w:tblW", &[("w:w", &total.to_string()), ("w:type", "dxa")]);
        xml.value("w:jc", "center");
        xml.empty("w:tblLayout", &[("w:type", "fixed")]);
        xml.element("w:tblCellMar", &[], |xml| {
            let inset = layout.inset.to_string();
            for side in ["w:left", "w:right"] {
                xml.empty(side, &[("w:w", &inset), ("w:type", "dxa")]);
            }
        });
        xml.empty(
            "w:tblLook",
            &[
                ("w:val", "0020"),
                ("w:firstRow", "1"),
                ("w:lastRow", "0"),
                ("w:firstColumn", "0"),
                ("w:lastColumn", "0"),
                ("w:noHBand", "0"),
                ("w:noVBand", "0"),
            ],
        );
        if !title.is_empty() {
            xml.value("w:tblCaption", title);
        }
    });
    xml.element("w:tblGrid", &[], |xml| {
        for width in &layout.columns {
            xml.empty("w:gridCol", &[("w:w", &width.to_string())]);
        }
    });
}

/// The rules above and below a cell. A heading over part of the columns has a fine rule under it.
fn rules(placed: &Placed<'_>, row_look: RowLook, header_rows: usize) -> (Rule, Rule) {
    let below = match placed.piece {
        // A cell that reaches down has its rule where it ends.
        Piece::First | Piece::Below if placed.rows > 1 => None,
        _ if row_look.header && row_look.below.is_none() && header_rows > 1 => FINE,
        _ => row_look.below,
    };
    let above = if placed.piece == Piece::Below { None } else { row_look.above };
    (above, below)
}

fn cell_properties(xml: &mut Xml, placed: &Placed<'_>, width: i64, (above, below): (Rule, Rule)) {
    xml.element("w:tcPr", &[], |xml| {
        xml.empty("w:tcW", &[("w:w", &width.to_string()), ("w:type", "dxa")]);
        if placed.columns > 1 {
            xml.value("w:gridSpan", &placed.columns.to_string());
        }
        match placed.piece {
            Piece::Whole => {}
            Piece::First => xml.value("w:vMerge", "restart"),
            Piece::Below => xml.value("w:vMerge", "continue"),
        }
        if above.is_some() || below.is_some() {
            xml.element("w:tcBorders", &[], |xml| {
                for (side, rule) in [("w:top", above), ("w:bottom", below)] {
                    if let Some(size) = rule {
                        xml.empty(side, &[("w:val", "single"), ("w:sz", size), ("w:space", "0"), ("w:color", "auto")]);
                    }
                }
            });
        }
        xml.value("w:vAlign", "center");
    });
}
