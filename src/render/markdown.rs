//! The document as Markdown (pipe tables), readable as it stands.

use super::column_count;
use crate::language::Language;
use crate::numbers::Setting;
use crate::report::document::{
    Align, Block, Document, DrawingFile, Figure, Inline, Letterhead, Picture, RowKind, Signature, Table, drawing_files,
};
use std::fmt::Write;

/// Prints a document as Markdown.
pub fn render(document: &Document) -> String {
    let printer = Printer { document, drawings: drawing_files(&document.blocks) };
    let mut out = String::new();
    document.letterhead.iter().for_each(|head| letterhead(head, &mut out));
    for block in &document.blocks {
        printer.block(block, &mut out);
    }
    let mut text = out.trim_end().to_owned();
    text.push('\n');
    text
}

/// Escapes text so that no character of it is Markdown or HTML.
fn escape(text: &str) -> String {
    let mut out = String::with_capacity(text.len() + 8);
    for (position, character) in text.char_indices() {
        let at_start = position == 0;
        let special = match character {
            '\\' | '*' | '_' | '`' | '[' | ']' | '<' | '>' | '|' | '~' | '^' | '&' => true,
            '#' | '+' | '-' => at_start,
            ':' => at_start && text.len() > 1,
            // A number with a point opens a list only where a blank or nothing follows.
            '.' | ')' => {
                let closes = text[position + 1..].chars().next().is_none_or(char::is_whitespace);
                closes && !at_start && text[..position].chars().all(|c| c.is_ascii_digit())
            }
            _ => false,
        };
        if special {
            out.push('\\');
        }
        out.push(if character == '\n' { ' ' } else { character });
    }
    out
}

/// The head of an office's report, a rule below it.
fn letterhead(head: &Letterhead, out: &mut String) {
    if let Some(logo) = &head.logo {
        let _ = writeln!(out, "![{}]({})\n", escape(&head.alt), address(logo));
    }
    let bold = head.above.iter().chain(&head.name).map(|line| format!("**{}**", escape(line)));
    let lines: Vec<String> = bold.chain(head.lines.iter().map(|line| escape(line))).collect();
    let _ = writeln!(out, "{}\n\n---\n", lines.join("  \n"));
    if let Some(period) = &head.period {
        let _ = writeln!(out, "{}\n", escape(period));
    }
}

/// Where it is signed.
fn signature(signature: &Signature, out: &mut String) {
    let above: Vec<String> =
        signature.place.iter().cloned().chain([format!("{},", signature.position)]).map(|line| escape(&line)).collect();
    let below: Vec<String> = std::iter::once(format!("**{}**", escape(&signature.name)))
        .chain(signature.lines.iter().map(|line| escape(line)))
        .collect();
    let _ = writeln!(out, "{}\n\n{}\n", above.join("  \n"), below.join("  \n"));
}

/// The path of a picture as a link has it.
fn address(path: &str) -> String {
    path.replace(' ', "%20").replace(['(', ')'], "")
}

struct Printer<'a> {
    document: &'a Document,
    drawings: Vec<DrawingFile<'a>>,
}

impl Printer<'_> {
    fn block(&self, block: &Block, out: &mut String) {
        match block {
            Block::Heading(heading) => {
                let number = heading.number.as_deref().map_or(String::new(), |number| format!("{} ", escape(number)));
                let marks = "#".repeat(usize::from(heading.level.clamp(1, 6)));
                let _ = writeln!(out, "{marks} {number}{}\n", self.inlines(&heading.content, Setting::Sentence));
            }
            Block::Paragraph(content) => {
                let _ = writeln!(out, "{}\n", self.inlines(content, Setting::Sentence));
            }
            Block::List { ordered, start, items } => {
                for (position, item) in items.iter().enumerate() {
                    let mark = if *ordered { format!("{}. ", *start + position as u64) } else { "- ".to_owned() };
                    let mut inner = String::new();
                    item.iter().for_each(|block| self.block(block, &mut inner));
                    let indent = " ".repeat(mark.len());
                    for (line_number, line) in inner.trim_end().lines().enumerate() {
                        let lead = if line_number == 0 { mark.as_str() } else { indent.as_str() };
                        let _ = writeln!(out, "{}", format!("{lead}{line}").trim_end());
                    }
                }
                out.push('\n');
            }
            Block::Quote(inner) => {
                let mut text = String::new();
                inner.iter().for_each(|block| self.block(block, &mut text));
                for line in text.trim_end().lines() {
                    let _ = writeln!(out, "{}", format!("> {line}").trim_end());
                }
                out.push('\n');
            }
            Block::Table(table) => self.table(table, out),
            Block::Figure(figure) => self.figure(figure, out),
            Block::Equation(content) => {
                let _ = writeln!(out, "> {}\n", self.inlines(content, Setting::Sentence));
            }
            Block::PageBreak => {}
            Block::Code(text) => {
                // A fence longer than any within.
                let fence = "`".repeat(text.split(|c| c != '`').map(str::len).max().unwrap_or(0).max(2) + 1);
                let _ = writeln!(out, "{fence}\n{}\n{fence}\n", text.trim_end());
            }
            Block::Signature(signed) => signature(signed, out),
            Block::References(entries) => {
                for entry in entries {
                    let _ = writeln!(out, "{}\n", self.inlines(&entry.content, Setting::Sentence));
                }
            }
        }
    }

    fn inlines(&self, inlines: &[Inline], default: Setting) -> String {
        let mut out = String::new();
        for inline in inlines {
            let _ = match inline {
                Inline::Text(text) => write!(out, "{}", escape(text)),
                Inline::Emphasis(inner) => write!(out, "*{}*", self.inlines(inner, default)),
                Inline::Strong(inner) => write!(out, "**{}**", self.inlines(inner, default)),
                Inline::Superscript(inner) => write!(out, "<sup>{}</sup>", self.inlines(inner, default)),
                Inline::Subscript(inner) => write!(out, "<sub>{}</sub>", self.inlines(inner, default)),
                Inline::Symbol { base, index } if index.is_empty() => write!(out, "{}", escape(base)),
                Inline::Symbol { base, index } => write!(out, "{}<sub>{}</sub>", escape(base), escape(index)),
                Inline::Value { quantity, setting, .. } => {
                    let setting = if default == Setting::Sentence { *setting } else { default };
                    write!(out, "{}", escape(&self.document.style.print(*quantity, setting)))
                }
                Inline::Reference { target, text } => write!(out, "{}", escape(text.as_deref().unwrap_or(target))),
                Inline::Citation { text: Some(text), .. } => write!(out, "{}", escape(text)),
                Inline::Citation { keys, text: None } => {
                    write!(out, "[{}]", keys.iter().map(|key| format!("@{key}")).collect::<Vec<_>>().join("; "))
                }
                Inline::Todo(inner) => write!(out, "**[{}]**", self.inlines(inner, default).trim_matches(['\\', '[', ']'])),
                Inline::LineBreak if default == Setting::Sentence => writeln!(out, "  "),
                // A line end would end the row of a pipe table.
                Inline::LineBreak => write!(out, "<br>"),
            };
        }
        out
    }

    fn table(&self, table: &Table, out: &mut String) {
        let setting = if table.spss { Setting::SpssTable } else { Setting::Table };
        let count = column_count(table);
        if !table.is_bare() {
            let number = self.numbered("Tabel", "Table", table.number.as_deref());
            let _ = writeln!(out, "**{number}** {}\n", self.inlines(&table.caption, Setting::Sentence));
        }
        let header = self.flat_header(table, count, setting);
        let _ = writeln!(out, "| {} |", header.join(" | "));
        let rules: Vec<&str> = (0..count)
            .map(|column| match table.columns.get(column).map_or(Align::Left, |column| column.align) {
                Align::Left => "---",
                Align::Center => ":-:",
                Align::Right | Align::Decimal => "--:",
            })
            .collect();
        let _ = writeln!(out, "| {} |", rules.join(" | "));
        // Cells that reach down stand once; the rows below them are left empty there.
        let mut covered = vec![0usize; count];
        for row in &table.rows {
            let mut cells = vec![String::new(); count];
            let mut column = 0;
            for cell in &row.cells {
                while column < count && covered[column] > 0 {
                    covered[column] -= 1;
                    column += 1;
                }
                if column >= count {
                    break;
                }
                let content = self.inlines(&cell.content, setting);
                cells[column] = match row.kind {
                    RowKind::Body => content,
                    RowKind::Group | RowKind::Total if content.is_empty() => content,
                    RowKind::Group | RowKind::Total => format!("**{content}**"),
                };
                for covered in covered.iter_mut().skip(column).take(cell.columns) {
                    *covered = cell.rows - 1;
                }
                column += cell.columns;
            }
            for covered in covered.iter_mut().skip(column) {
                *covered = covered.saturating_sub(1);
            }
            let _ = writeln!(out, "| {} |", cells.join(" | "));
        }
        out.push('\n');
        for note in table.notes.iter().chain(&table.source) {
            let _ = writeln!(out, "{}\n", self.inlines(note, Setting::Sentence));
        }
    }

    /// Several header rows as one: the words above a column joined from top to bottom.
    fn flat_header(&self, table: &Table, count: usize, setting: Setting) -> Vec<String> {
        let mut names: Vec<Vec<String>> = vec![Vec::new(); count];
        let mut covered = vec![0usize; count];
        for row in &table.header {
            let mut column = 0;
            let mut cells = row.iter();
            while column < count {
                if covered[column] > 0 {
                    covered[column] -= 1;
                    column += 1;
                    continue;
                }
                let Some(cell) = cells.next() else { break };
                // A heading over all columns names the table, not its columns.
                let words = if cell.columns >= count && count > 1 { String::new() } else { self.inlines(&cell.content, setting) };
                let end = (column + cell.columns.max(1)).min(count);
                for (name, covered) in names[column..end].iter_mut().zip(&mut covered[column..end]) {
                    if !words.is_empty() {
                        name.push(words.clone());
                    }
                    *covered = cell.rows.saturating_sub(1);
                }
                column = end;
            }
        }
        names.into_iter().map(|parts| parts.join(" – ")).collect()
    }

    fn figure(&self, figure: &Figure, out: &mut String) {
        let words = self.inlines(&figure.caption, Setting::Sentence);
        let caption = format!("**{}** {words}\n\n", self.numbered("Gambar", "Figure", figure.number.as_deref()));
        if self.document.figure_captions_above {
            out.push_str(&caption);
        }
        let alt = if figure.alt.is_empty() { words } else { escape(&figure.alt) };
        let path = match &figure.picture {
            Picture::File(path) => Some(address(path)),
            Picture::Svg(_) => self.drawings.iter().find(|drawing| drawing.id == figure.id).map(|drawing| drawing.name.clone()),
        };
        if let Some(path) = path {
            let _ = writeln!(out, "![{alt}]({path})\n");
        }
        if let Some(source) = &figure.source {
            let _ = writeln!(out, "{}\n", self.inlines(source, Setting::Sentence));
        }
        if !self.document.figure_captions_above {
            out.push_str(&caption);
        }
    }

    fn numbered(&self, id: &str, en: &str, number: Option<&str>) -> String {
        let word = match self.document.language {
            Language::Id => id,
            Language::En => en,
        };
        number.map_or_else(|| word.to_owned(), |number| format!("{word} {number}"))
    }
}
