//! The document as Typst source: calls of the functions in `templates/typst/layout.typ`, every text escaped.

use super::decimals::{DecimalColumn, Printing};
use super::grid::{Piece, Placed, column_count, place};
use super::hyphenation::hyphenate;
use super::widths::{self, Layout, Room};
use crate::language::Language;
use crate::numbers::Setting;
use crate::report::document::{
    Align, Block, Document, Figure, Heading, Inline, Letterhead, Picture, RowKind, Signature, Table, plain_text, written,
};
use std::fmt::Write;

/// Name of the layout file that the source imports, beside it.
pub const LAYOUT_FILE: &str = "layout.typ";

/// Width of the text on the pages of [`LAYOUT_FILE`], in twips: A4 less 7 cm.
const ROOM: Room = Room { upright: 7937, landscape: 12869, letters: 1.0 };
/// Tables up to so many rows stay on one page.
const KEPT_ROWS: usize = 12;

/// Prints a document as Typst source that imports [`LAYOUT_FILE`].
pub fn render(document: &Document) -> String {
    let mut printer = Printer { document, out: String::new(), landscape: false };
    printer.document();
    printer.out
}

/// Escapes text for Typst markup: no character of it can be markup.
fn escape(text: &str) -> String {
    let mut out = String::with_capacity(text.len() + 8);
    let mut previous = None;
    for (position, character) in text.char_indices() {
        let next = text[position + character.len_utf8()..].chars().next();
        let special = match character {
            '\\' | '#' | '*' | '_' | '`' | '$' | '<' | '>' | '@' | '~' | '[' | ']' | '"' | '\'' | '=' => true,
            // Dashes, comments, ellipses and list marks only arise in company or at the start.
            '-' => previous.is_none_or(|c| c == '-' || c == ' ') || matches!(next, Some('-' | '?')),
            '/' => previous.is_none_or(|c| c == '/' || c == ' ') || matches!(next, Some('/' | '*')),
            '+' => previous.is_none_or(|c| c == ' '),
            '.' => previous.is_none_or(|c: char| c == '.' || c.is_ascii_digit()) || next == Some('.'),
            _ => false,
        };
        if special {
            out.push('\\');
        }
        // A bare line end would be a paragraph or a mark of its own.
        out.push(if character == '\n' { ' ' } else { character });
        previous = Some(character);
    }
    out
}

/// Running text with soft hyphens; what is in italics is foreign and stays whole.
fn hyphenated(inlines: &[Inline]) -> Vec<Inline> {
    let part = |inline: &Inline| match inline {
        Inline::Text(text) => Inline::Text(hyphenate(text)),
        Inline::Strong(inner) => Inline::Strong(hyphenated(inner)),
        Inline::Todo(inner) => Inline::Todo(hyphenated(inner)),
        other => other.clone(),
    };
    inlines.iter().map(part).collect()
}

/// A text as Typst content, `none` where there is none.
fn content(text: Option<&str>) -> String {
    text.map_or_else(|| "none".to_owned(), |text| format!("[{}]", escape(text)))
}

/// Texts as the elements of a Typst array.
fn list_of(texts: &[impl AsRef<str>]) -> String {
    texts.iter().map(|text| format!("{}, ", content(Some(text.as_ref())))).collect()
}

/// A text as a Typst string literal.
fn literal(text: &str) -> String {
    let mut out = String::from("\"");
    for character in text.chars() {
        match character {
            '"' => out.push_str("\\\""),
            '\\' => out.push_str("\\\\"),
            '\n' => out.push_str("\\n"),
            c if c.is_control() => {
                let _ = write!(out, "\\u{{{:x}}}", u32::from(c));
            }
            c => out.push(c),
        }
    }
    out.push('"');
    out
}

struct Printer<'a> {
    document: &'a Document,
    out: String,
    /// What is being written stands on a landscape page.
    landscape: bool,
}

/// A table whose cells have their places and its columns their widths.
struct Grid<'a> {
    header: Vec<Vec<Placed<'a>>>,
    rows: Vec<Vec<Placed<'a>>>,
    layout: Layout,
    decimals: Vec<Option<DecimalColumn>>,
    printing: Printing<'a>,
}

impl<'a> Grid<'a> {
    fn of(table: &'a Table, document: &'a Document) -> Grid<'a> {
        let count = column_count(table);
        let header = place(table.header.iter().map(Vec::as_slice), count);
        let rows = place(table.rows.iter().map(|row| row.cells.as_slice()), count);
        let layout = widths::layout(table, &header, &rows, count, &document.style, ROOM);
        let setting = if table.spss { Setting::SpssTable } else { Setting::Table };
        let printing = Printing { style: &document.style, setting, size: layout.size };
        let decimals = (0..count).map(|column| DecimalColumn::of(table, &rows, column, printing)).collect();
        Grid { header, rows, layout, decimals, printing }
    }
}

impl Printer<'_> {
    fn document(&mut self) {
        let document = self.document;
        let author = document.author.as_deref().map_or_else(|| "none".to_owned(), literal);
        let _ = writeln!(
            self.out,
            "#import \"{LAYOUT_FILE}\": *\n#show: document-layout.with(title: {}, author: {author}, lang: {}{})\n",
            literal(&document.title),
            literal(document.language.code()),
            document.letterhead.as_ref().map_or_else(String::new, |head| format!(", running: [{}]", escape(&head.running))),
        );
        if let Some(head) = &document.letterhead {
            self.letterhead(head);
        }
        for block in &document.blocks {
            self.turn_page(matches!(block, Block::Table(table) if Grid::of(table, document).layout.landscape));
            self.block(block);
        }
        self.turn_page(false);
    }

    /// Makes the next block stand on a landscape page, or on an upright one.
    fn turn_page(&mut self, landscape: bool) {
        match (self.landscape, landscape) {
            (false, true) => self.out.push_str("#page(flipped: true)[\n\n"),
            (true, false) => self.out.push_str("]\n\n"),
            _ => {}
        }
        self.landscape = landscape;
    }

    fn block(&mut self, block: &Block) {
        match block {
            Block::Heading(heading) => self.heading(heading),
            Block::Paragraph(content) => {
                let text = match self.document.language {
                    Language::Id => self.inlines(&hyphenated(content), Setting::Sentence),
                    Language::En => self.inlines(content, Setting::Sentence),
                };
                let _ = writeln!(self.out, "{text}\n");
            }
            Block::List { ordered, start, items } => {
                let function = if *ordered { format!("enum(start: {start}, ") } else { "list(".to_owned() };
                let _ = write!(self.out, "#{function}");
                for item in items {
                    let content = self.nested(item);
                    let _ = write!(self.out, "[{}], ", content.trim());
                }
                self.out.push_str(")\n\n");
            }
            Block::Quote(inner) => {
                let content = self.nested(inner);
                let _ = writeln!(self.out, "#quotation[{}]\n", content.trim());
            }
            Block::Table(table) => self.table(table),
            Block::Figure(figure) => self.figure(figure),
            Block::Equation(content) => {
                let text = self.inlines(content, Setting::Sentence);
                let _ = writeln!(self.out, "#equation[{text}]\n");
            }
            Block::PageBreak => self.out.push_str("#pagebreak(weak: true)\n\n"),
            Block::Code(text) => {
                let _ = writeln!(self.out, "#code-lines({})\n", literal(text));
            }
            Block::Signature(signature) => self.signature(signature),
            Block::References(entries) => {
                let entries = entries.iter().map(|entry| format!("[{}]", self.inlines(&entry.content, Setting::Sentence)));
                let _ = writeln!(self.out, "#reference-list(({},))\n", entries.collect::<Vec<_>>().join(", "));
            }
        }
    }

    fn letterhead(&mut self, head: &Letterhead) {
        let picture = |logo: &String| format!("image({}, fit: \"contain\", alt: {})", literal(logo), literal(&head.alt));
        let _ = writeln!(
            self.out,
            "#letterhead(logo: {}, above: {}, name: ({}), lines: ({}), period: {})\n",
            head.logo.as_ref().map_or_else(|| "none".to_owned(), picture),
            content(head.above.as_deref()),
            list_of(&head.name_lines()),
            list_of(&head.lines),
            content(head.period.as_deref()),
        );
    }

    fn signature(&mut self, signature: &Signature) {
        let _ = writeln!(
            self.out,
            "#signature(place: {}, position: {}, name: {}, lines: ({}))\n",
            content(signature.place.as_deref()),
            content(Some(&signature.position)),
            content(Some(&signature.name)),
            list_of(&signature.lines),
        );
    }

    fn nested(&self, blocks: &[Block]) -> String {
        let mut inner = Printer { document: self.document, out: String::new(), landscape: false };
        for block in blocks {
            inner.block(block);
        }
        inner.out
    }

    fn heading(&mut self, heading: &Heading) {
        let title = self.inlines(&heading.content, Setting::Sentence);
        let number = heading.number.as_deref().map(escape);
        let _ = match (heading.level, number) {
            (1, number) => writeln!(self.out, "#chapter([{}], [{title}])\n", number.unwrap_or_default()),
            (level, Some(number)) => writeln!(self.out, "#section({level}, [{number}], [{title}])\n"),
            (level, None) => writeln!(self.out, "#section({level}, none, [{title}])\n"),
        };
    }

    fn inlines(&self, inlines: &[Inline], default: Setting) -> String {
        let mut out = String::new();
        for inline in inlines {
            match inline {
                Inline::Text(text) => out.push_str(&escape(text)),
                Inline::Emphasis(inner) => {
                    let _ = write!(out, "#emph[{}]", self.inlines(inner, default));
                }
                Inline::Strong(inner) => {
                    let _ = write!(out, "#strong[{}]", self.inlines(inner, default));
                }
                Inline::Superscript(inner) => {
                    let _ = write!(out, "#super[{}]", self.inlines(inner, default));
                }
                Inline::Subscript(inner) => {
                    let _ = write!(out, "#sub[{}]", self.inlines(inner, default));
                }
                Inline::Symbol { base, index } if index.is_empty() => out.push_str(&escape(base)),
                Inline::Symbol { base, index } => {
                    let _ = write!(out, "#box[{}#sub[{}]]", escape(base), escape(index));
                }
                Inline::Value { quantity, setting, .. } => {
                    let setting = if default == Setting::Sentence { *setting } else { default };
                    out.push_str(&escape(&self.document.style.print(*quantity, setting)));
                }
                Inline::Reference { target, text } => {
                    let shown = text.as_deref().unwrap_or(target).replace(' ', "\u{a0}");
                    let _ = write!(out, "#link(label({}))[{}]", literal(target), escape(&shown));
                }
                Inline::Citation { text: Some(text), .. } => out.push_str(&escape(text)),
                Inline::Citation { keys, text: None } => {
                    let _ = write!(out, "#todo[{}]", escape(&written(keys, None)));
                }
                Inline::Todo(inner) => {
                    let _ = write!(out, "#todo[{}]", self.inlines(inner, default));
                }
                Inline::LineBreak => out.push_str(" \\\n"),
            }
            // A call is followed by text: keep `#emph[a](b)` and `#sub[1].x` from being read on.
            if out.ends_with(']') && !matches!(inline, Inline::Text(_)) {
                out.push(';');
            }
        }
        out
    }

    fn table(&mut self, table: &Table) {
        let grid = Grid::of(table, self.document);
        let Layout { columns, size, inset, landscape } = &grid.layout;
        let number = self.numbered("Tabel", "Table", table.number.as_deref());
        let continued = match self.document.language {
            Language::Id => format!("Lanjutan {number}"),
            Language::En => format!("{number}, continued"),
        };
        let aligns: Vec<&str> = (0..columns.len())
            .map(|column| match table.columns.get(column).map_or(Align::Left, |column| column.align) {
                Align::Left => "left + horizon",
                Align::Center | Align::Decimal => "center + horizon",
                Align::Right => "right + horizon",
            })
            .collect();
        let _ = writeln!(
            self.out,
            "#data-table(\n  target: {}, number: {}, continued: [{}],\n  caption: [{}],\n  columns: ({},),\n  align: ({},),\n  size: {size}pt, inset: {}, keep: {},",
            literal(&table.id),
            if table.is_bare() { "none".to_owned() } else { format!("[{}]", escape(&number)) },
            escape(&continued),
            self.inlines(&table.caption, Setting::Sentence),
            columns.iter().map(|twips| points(*twips)).collect::<Vec<_>>().join(", "),
            aligns.join(", "),
            points(*inset),
            table.rows.len() <= KEPT_ROWS && !landscape,
        );
        self.out.push_str("  header: (\n");
        for (position, row) in grid.header.iter().enumerate() {
            for placed in row.iter().filter(|placed| placed.piece != Piece::Below) {
                // Header cells are centred and bold, whatever their column.
                let content = placed.cell.map_or_else(String::new, |cell| self.inlines(&cell.content, grid.printing.setting));
                let rule = if position + placed.rows < grid.header.len() { ", stroke: (bottom: 0.4pt)" } else { "" };
                let _ = writeln!(
                    self.out,
                    "    table.cell(colspan: {}, rowspan: {}, align: center + horizon{rule})[#header-cell[{content}]],",
                    placed.columns, placed.rows
                );
            }
        }
        let _ = writeln!(self.out, "  ),\n  header-rows: {},\n  rows: (", table.header.len());
        for (row, placed) in table.rows.iter().zip(&grid.rows) {
            // A group's name stays with its rows, and stands again where they go on on another page.
            let names_group = row.kind == RowKind::Group && matches!(placed.as_slice(), [only] if only.columns == columns.len());
            self.out.push_str(if names_group { "    table.header(level: 2, repeat: true,\n" } else { "" });
            self.row(row.kind, placed, &grid);
            self.out.push_str(if names_group { "    ),\n" } else { "" });
        }
        self.out.push_str("  ),\n  notes: (");
        for note in &table.notes {
            let _ = write!(self.out, "[{}], ", self.inlines(note, Setting::Sentence));
        }
        self.out.push(')');
        if let Some(source) = &table.source {
            let _ = write!(self.out, ",\n  source: [{}]", self.inlines(source, Setting::Sentence));
        }
        self.out.push_str(",\n)\n\n");
    }

    fn row(&mut self, kind: RowKind, row: &[Placed<'_>], grid: &Grid<'_>) {
        if kind == RowKind::Total {
            self.out.push_str("    table.hline(stroke: 0.4pt),\n");
        }
        for placed in row.iter().filter(|placed| placed.piece != Piece::Below) {
            let Some(cell) = placed.cell else {
                let _ = writeln!(self.out, "    table.cell(colspan: {}, rowspan: {})[],", placed.columns, placed.rows);
                continue;
            };
            let mut content = self.inlines(&cell.content, grid.printing.setting);
            if kind == RowKind::Group {
                content = format!("#strong[{content}]");
            }
            let decimal = grid.decimals.get(placed.column).copied().flatten();
            let inner = grid.layout.columns.get(placed.column).copied().unwrap_or_default() - 2 * grid.layout.inset;
            let align = match (decimal.and_then(|column| column.indent(placed, inner, grid.printing)), cell.align) {
                // Under its neighbours by the decimal mark.
                (Some(indent), _) => {
                    let inset = grid.layout.inset;
                    format!(", align: right + horizon, inset: (left: {}, right: {})", points(inset), points(inset + indent))
                }
                (None, None) => String::new(),
                (None, Some(Align::Left)) => ", align: left + horizon".to_owned(),
                (None, Some(Align::Center | Align::Decimal)) => ", align: center + horizon".to_owned(),
                (None, Some(Align::Right)) => ", align: right + horizon".to_owned(),
            };
            let _ = writeln!(
                self.out,
                "    table.cell(colspan: {}, rowspan: {}{align}, breakable: false)[{content}],",
                placed.columns, placed.rows
            );
        }
    }

    fn figure(&mut self, figure: &Figure) {
        if let (true, Picture::Svg(svg)) = (figure.is_bare(), &figure.picture) {
            let _ = writeln!(
                self.out,
                "#block(width: 100%, image(bytes({}), format: \"svg\", width: 100%, alt: {}))\n",
                literal(svg),
                literal(&figure.alt)
            );
            return;
        }
        let number = self.numbered("Gambar", "Figure", figure.number.as_deref());
        let alt = if figure.alt.is_empty() { plain_text(&figure.caption, &self.document.style) } else { figure.alt.clone() };
        let picture = match &figure.picture {
            Picture::Svg(svg) => format!("image(bytes({}), format: \"svg\", width: 100%, alt: {})", literal(svg), literal(&alt)),
            Picture::File(path) => format!("image({}, width: 80%, alt: {})", literal(path), literal(&alt)),
        };
        let source = figure
            .source
            .as_ref()
            .map_or_else(|| "none".to_owned(), |source| format!("[{}]", self.inlines(source, Setting::Sentence)));
        let _ = writeln!(
            self.out,
            "#figure-block(target: {}, number: [{}], caption: [{}], picture: {picture}, source: {source}, above: {})\n",
            literal(&figure.id),
            escape(&number),
            self.inlines(&figure.caption, Setting::Sentence),
            self.document.figure_captions_above,
        );
    }

    fn numbered(&self, id: &str, en: &str, number: Option<&str>) -> String {
        let word = match self.document.language {
            Language::Id => id,
            Language::En => en,
        };
        number.map_or_else(|| word.to_owned(), |number| format!("{word} {number}"))
    }
}

/// A length of Typst from twentieths of a point.
fn points(twips: i64) -> String {
    format!("{}pt", twips as f64 / 20.0)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_character_of_a_text_is_markup() {
        assert_eq!(escape("# *x* <b> | _y_"), "\\# \\*x\\* \\<b\\> | \\_y\\_");
        assert_eq!(escape("- a"), "\\- a");
        assert_eq!(escape("Kolmogorov-Smirnov"), "Kolmogorov-Smirnov");
        assert_eq!(escape("a--b"), "a\\-\\-b");
        assert_eq!(escape("1. satu"), "1\\. satu");
        assert_eq!(escape("https://x"), "https:\\/\\/x");
        assert_eq!(literal("a\"\\\n"), "\"a\\\"\\\\\\n\"");
    }
}
