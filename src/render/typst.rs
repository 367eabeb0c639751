//! The document as Typst source: calls of the functions in `templates/typst/layout.typ`, every text escaped.

use super::hyphenation::hyphenate;
use super::{column_count, number_of};
use crate::language::Language;
use crate::numbers::Setting;
use crate::report::document::{
    Align, Block, Cell, Document, Figure, Heading, Inline, Letterhead, Picture, Row, RowKind, Signature, Table, TableColumn,
    plain_text, written,
};
use std::fmt::Write;

/// Name of the layout file that the source imports, beside it.
pub const LAYOUT_FILE: &str = "layout.typ";

/// Columns from which on a wide table is set as tight as can be read.
const MANY_COLUMNS: usize = 10;
/// Points a heading over numbers may take on one line.
const HEADING_WIDTH: usize = 56;
/// Columns from which on headings leave the words of a table too little room.
const MANY_HEADINGS: usize = 9;
/// Points a heading may then take on one line.
const HEADING_WIDTH_AMONG_MANY: usize = 34;
/// Columns from which on a heading stands over so many numbers that they alone take more room.
const HEADING_COLUMNS: usize = 6;
/// Points it may then take for each of them.
const HEADING_WIDTH_OF_MANY: usize = 18;
/// Points it may take for each of the columns it covers, where that is more.
const HEADING_WIDTH_PER_COLUMN: usize = 12;

/// Prints a document as Typst source that imports [`LAYOUT_FILE`].
pub fn render(document: &Document) -> String {
    let mut printer = Printer { document, out: String::new() };
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
            self.block(block);
        }
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
        let mut inner = Printer { document: self.document, out: String::new() };
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
        let setting = if table.spss { Setting::SpssTable } else { Setting::Table };
        let count = column_count(table);
        let starts = start_columns(table.rows.iter().map(|row| row.cells.as_slice()));
        let paddings: Vec<Option<Padding>> = (0..count).map(|column| self.padding(table, &starts, column, setting)).collect();
        let number = self.numbered("Tabel", "Table", table.number.as_deref());
        let continued = match self.document.language {
            Language::Id => format!("Lanjutan {number}"),
            Language::En => format!("{number}, continued"),
        };
        let columns: Vec<String> = (0..count)
            .map(|column| match table.columns.get(column).map_or(0.0, |column| column.width) {
                width if width > 0.0 => format!("{width}fr"),
                _ => "auto".to_owned(),
            })
            .collect();
        let aligns: Vec<&str> = (0..count)
            .map(|column| match table.columns.get(column).map_or(Align::Left, |column| column.align) {
                Align::Left => "left + horizon",
                Align::Center | Align::Decimal => "center + horizon",
                Align::Right => "right + horizon",
            })
            .collect();
        let _ = writeln!(
            self.out,
            "#data-table(\n  target: {}, number: {}, continued: [{}],\n  caption: [{}],\n  columns: ({},),\n  align: ({},),\n  size: {}, inset: {}, keep: {},",
            literal(&table.id),
            if table.is_bare() { "none".to_owned() } else { format!("[{}]", escape(&number)) },
            escape(&continued),
            self.inlines(&table.caption, Setting::Sentence),
            columns.join(", "),
            aligns.join(", "),
            if table.wide { "8.5pt" } else { "10pt" },
            match (table.wide, count > MANY_COLUMNS) {
                (true, true) => "2.2pt",
                (true, false) => "3.4pt",
                (false, _) => "4pt",
            },
            table.rows.len() <= 12,
        );
        self.out.push_str("  header: (\n");
        let heads = start_columns(table.header.iter().map(Vec::as_slice));
        for (position, (row, heads)) in table.header.iter().zip(&heads).enumerate() {
            for (cell, column) in row.iter().zip(heads) {
                // Header cells are centred and bold, whatever their column.
                let content = self.header_cell(table, cell, *column, setting);
                let rule = if position + cell.rows < table.header.len() { ", stroke: (bottom: 0.4pt)" } else { "" };
                let _ = writeln!(
                    self.out,
                    "    table.cell(colspan: {}, rowspan: {}, align: center + horizon{rule})[{content}],",
                    cell.columns, cell.rows
                );
            }
        }
        let _ = writeln!(self.out, "  ),\n  header-rows: {},\n  rows: (", table.header.len());
        for (row, starts) in table.rows.iter().zip(&starts) {
            // A group's name stays with its rows, and stands again where they go on on another page.
            let names_group = row.kind == RowKind::Group && row.cells.iter().map(|cell| cell.columns).sum::<usize>() == count;
            self.out.push_str(if names_group { "    table.header(level: 2, repeat: true,\n" } else { "" });
            self.row(row, starts, setting, &paddings);
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

    /// A header cell; beside a column of words, what heads numbers may take only so much of the width.
    fn header_cell(&self, table: &Table, cell: &Cell, column: usize, setting: Setting) -> String {
        let content = format!("#strong[{}]", self.inlines(&cell.content, setting));
        let of_words = |column: &TableColumn| column.width > 0.0;
        let own = table.columns.get(column..column + cell.columns).unwrap_or_default();
        if !table.columns.iter().any(of_words) || own.iter().any(of_words) {
            return content;
        }
        let per_column = if cell.columns >= HEADING_COLUMNS { HEADING_WIDTH_OF_MANY } else { HEADING_WIDTH_PER_COLUMN };
        let alone = if table.columns.len() >= MANY_HEADINGS { HEADING_WIDTH_AMONG_MANY } else { HEADING_WIDTH };
        let limit = alone.max(per_column * cell.columns);
        let text = plain_text(&cell.content, &self.document.style);
        let longest = text.split(' ').max_by_key(|word| word.chars().count()).unwrap_or_default();
        format!("#heading-cell({limit}pt, strong[{}])[{content}]", escape(longest))
    }

    fn row(&mut self, row: &Row, starts: &[usize], setting: Setting, paddings: &[Option<Padding>]) {
        if row.kind == RowKind::Total {
            self.out.push_str("    table.hline(stroke: 0.4pt),\n");
        }
        for (cell, column) in row.cells.iter().zip(starts) {
            let mut content = match (number_of(cell), paddings.get(*column).copied().flatten()) {
                (Some((value, rest)), Some(padding)) if cell.columns == 1 => self.aligned(value, rest, padding, setting),
                _ => self.inlines(&cell.content, setting),
            };
            if row.kind == RowKind::Group {
                content = format!("#strong[{content}]");
            }
            let align = match cell.align {
                None => String::new(),
                Some(Align::Left) => ", align: left + horizon".to_owned(),
                Some(Align::Center | Align::Decimal) => ", align: center + horizon".to_owned(),
                Some(Align::Right) => ", align: right + horizon".to_owned(),
            };
            let _ = writeln!(
                self.out,
                "    table.cell(colspan: {}, rowspan: {}{align}, breakable: false)[{content}],",
                cell.columns, cell.rows
            );
        }
    }

    /// How many digits stand before and after the decimal mark in a decimal column.
    fn padding(&self, table: &Table, starts: &[Vec<usize>], column: usize, setting: Setting) -> Option<Padding> {
        if table.columns.get(column).map(|column| column.align) != Some(Align::Decimal) {
            return None;
        }
        let mut padding = Padding { before: 0, after: 0, minus: false };
        for (row, starts) in table.rows.iter().zip(starts) {
            for (cell, at) in row.cells.iter().zip(starts) {
                if *at == column
                    && cell.columns == 1
                    && let Some((value, _)) = number_of(cell)
                {
                    let (minus, before, after) = self.parts(value, setting);
                    padding.minus |= minus;
                    padding.before = padding.before.max(before);
                    padding.after = padding.after.max(after);
                }
            }
        }
        Some(padding)
    }

    /// Whether a printed number has a minus, its characters before the decimal mark and from it on.
    fn parts(&self, value: &Inline, setting: Setting) -> (bool, usize, usize) {
        let printed = self.printed(value, setting);
        let minus = printed.starts_with('\u{2212}');
        let body = printed.trim_start_matches('\u{2212}');
        let mark = match self.document.language {
            Language::Id => ',',
            Language::En => '.',
        };
        match body.split_once(mark) {
            Some((whole, fraction)) => (minus, whole.chars().count(), fraction.chars().count() + 1),
            None => (minus, body.chars().count(), 0),
        }
    }

    fn printed(&self, value: &Inline, setting: Setting) -> String {
        match value {
            Inline::Value { quantity, .. } => self.document.style.print(*quantity, setting),
            _ => String::new(),
        }
    }

    fn aligned(&self, value: &Inline, rest: &[Inline], padding: Padding, setting: Setting) -> String {
        let (minus, before, after) = self.parts(value, setting);
        let mut left = "0".repeat(padding.before - before.min(padding.before));
        if padding.minus && !minus {
            left.push('\u{2212}');
        }
        let missing = padding.after - after.min(padding.after);
        // The decimal mark is narrower than a digit: hide what is really missing.
        let right = match (after, missing) {
            (_, 0) => String::new(),
            (0, missing) => format!(",{}", "0".repeat(missing - 1)),
            (_, missing) => "0".repeat(missing),
        };
        let mark = if rest.is_empty() { String::new() } else { format!("#note-mark[{}]", self.inlines(rest, setting)) };
        format!("#aligned[{left}][{}{mark}][{right}]", escape(&self.printed(value, setting)))
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

/// The column in which each cell of each row begins; cells that reach down from above push those below to the right.
fn start_columns<'a>(rows: impl Iterator<Item = &'a [Cell]>) -> Vec<Vec<usize>> {
    // Per column, how many rows from the current one on are taken by a cell above.
    let mut taken: Vec<usize> = Vec::new();
    let mut all = Vec::new();
    for row in rows {
        let mut next: Vec<usize> = taken.iter().map(|rows| rows.saturating_sub(1)).collect();
        let mut column = 0;
        let mut starts = Vec::with_capacity(row.len());
        for cell in row {
            while taken.get(column).is_some_and(|rows| *rows > 0) {
                column += 1;
            }
            starts.push(column);
            let end = column + cell.columns;
            if next.len() < end {
                next.resize(end, 0);
            }
            if let Some(below) = next.get_mut(column..end) {
                below.fill(cell.rows.saturating_sub(1));
            }
            column = end;
        }
        all.push(starts);
        taken = next;
    }
    all
}

/// Room a decimal column needs.
#[derive(Debug, Clone, Copy)]
struct Padding {
    before: usize,
    after: usize,
    minus: bool,
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn cells_that_reach_down_push_the_next_rows_to_the_right() {
        let row = |cells: &[(usize, usize)]| -> Vec<Cell> {
            cells.iter().map(|(columns, rows)| Cell::empty().spanning(*columns, *rows)).collect()
        };
        let rows = [row(&[(2, 1), (1, 1)]), row(&[(1, 2), (1, 1), (1, 1)]), row(&[(1, 1), (1, 1)]), row(&[(1, 1), (1, 1)])];
        assert_eq!(start_columns(rows.iter().map(Vec::as_slice)), [vec![0, 2], vec![0, 1, 2], vec![1, 2], vec![0, 1]]);
    }

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
