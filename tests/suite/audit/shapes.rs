//! One chapter in the shapes in which chapters come: grids of a document, tabs, columns of spaces, one row or one cell a line,
//! numbers before labels, tables broken over pages, decimal points.

use bab4::audit::chapter::{Chapter, Content};
use bab4::audit::read::{self, text};
use std::fmt::Write;

/// A shape.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Shape {
    /// As read from Markdown.
    Markdown,
    /// A web page.
    Html,
    /// A Word document.
    Docx,
    /// Text with tabs.
    Tabs,
    /// Text with columns of spaces, as `pdftotext -layout` gives; empty cells are lost.
    Spaces,
    /// One row a line with single spaces.
    Rows,
    /// One cell a line.
    Stacked,
    /// Rows with their numbers first and their label last.
    Pivoted,
    /// Tables that go on after a page.
    Broken,
    /// A document with decimal points.
    Points,
}

impl Shape {
    pub const ALL: [Shape; 10] = [
        Shape::Markdown,
        Shape::Html,
        Shape::Docx,
        Shape::Tabs,
        Shape::Spaces,
        Shape::Rows,
        Shape::Stacked,
        Shape::Pivoted,
        Shape::Broken,
        Shape::Points,
    ];

    /// The chapter as it is read back from this shape.
    pub fn of(self, chapter: &Chapter) -> Chapter {
        match self {
            Shape::Markdown => chapter.clone(),
            Shape::Points => pointed(chapter),
            Shape::Html => read::read(html(chapter).as_bytes(), "bab.html").unwrap(),
            Shape::Docx => read::read(&docx(chapter), "bab.docx").unwrap(),
            Shape::Broken => read::read(html(&broken(chapter)).as_bytes(), "bab.html").unwrap(),
            _ => text::read(&self.text(chapter)),
        }
    }

    fn text(self, chapter: &Chapter) -> String {
        let mut out = String::new();
        for block in &chapter.blocks {
            match &block.content {
                Content::Heading(words) | Content::Paragraph(words) => {
                    let _ = writeln!(out, "{words}\n");
                }
                Content::Grid(rows) => {
                    // Captions stand on a line of their own right above.
                    for row in &levels(rows) {
                        let filled = || row.iter().filter(|cell| !cell.is_empty());
                        match self {
                            Shape::Tabs => out.push_str(&row.join("\t")),
                            Shape::Spaces => out.push_str(&filled().cloned().collect::<Vec<_>>().join("    ")),
                            Shape::Rows => out.push_str(&filled().cloned().collect::<Vec<_>>().join(" ")),
                            Shape::Stacked => out.push_str(&filled().cloned().collect::<Vec<_>>().join("\n")),
                            _ => {
                                let numeric = |cell: &&String| {
                                    cell.starts_with([',', '-', '\u{2212}']) || cell.starts_with(|c: char| c.is_ascii_digit())
                                };
                                let (numbers, words): (Vec<&String>, Vec<&String>) = filled().partition(numeric);
                                let cells = if numbers.is_empty() { words } else { numbers.into_iter().chain(words).collect() };
                                out.push_str(&cells.into_iter().cloned().collect::<Vec<_>>().join("    "));
                            }
                        }
                        out.push('\n');
                    }
                    out.push_str("\nSumber: data primer yang diolah\n\n");
                }
                Content::Picture | Content::Blank => {}
            }
        }
        out
    }
}

/// The rows with a heading of several levels, `A – B`, on as many lines, as SPSS prints it: what covers several columns stands
/// in the first.
fn levels(rows: &[Vec<String>]) -> Vec<Vec<String>> {
    let Some((head, body)) = rows.split_first() else { return Vec::new() };
    let parts: Vec<Vec<&str>> = head.iter().map(|cell| cell.split(" – ").collect()).collect();
    let deepest = parts.iter().map(Vec::len).max().unwrap_or(1);
    let mut out: Vec<Vec<String>> = Vec::new();
    for level in 0..deepest {
        let line = parts.iter().enumerate().map(|(column, words)| {
            let word = words.get(level).copied().unwrap_or_default();
            let before = column.checked_sub(1).and_then(|before| parts.get(before));
            let same = before.is_some_and(|before| before.get(..=level) == words.get(..=level)) && level + 1 < words.len();
            let repeated = column == 1 && words.len() == 1 && before.is_some_and(|before| before == words);
            if same || repeated { String::new() } else { word.to_owned() }
        });
        out.push(line.collect());
    }
    out.extend(body.iter().cloned());
    out
}

fn escaped(text: &str) -> String {
    text.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;")
}

fn html(chapter: &Chapter) -> String {
    let mut out = String::from("<!DOCTYPE html><html><body>");
    for block in &chapter.blocks {
        match &block.content {
            Content::Heading(words) => out.push_str(&format!("<h2>{}</h2>", escaped(words))),
            Content::Paragraph(words) => out.push_str(&format!("<p>{}</p>", escaped(words))),
            Content::Grid(rows) => {
                out.push_str("<table>");
                for row in rows {
                    let cells: String = row.iter().map(|cell| format!("<td>{}</td>", escaped(cell))).collect();
                    out.push_str(&format!("<tr>{cells}</tr>"));
                }
                out.push_str("</table>");
            }
            Content::Picture | Content::Blank => {}
        }
    }
    out.push_str("</body></html>");
    out
}

fn docx(chapter: &Chapter) -> Vec<u8> {
    let paragraph =
        |words: &str, style: &str| format!("<w:p>{style}<w:r><w:t xml:space=\"preserve\">{}</w:t></w:r></w:p>", escaped(words));
    let mut xml = String::from("<?xml version=\"1.0\" encoding=\"UTF-8\"?><w:document xmlns:w=\"w\"><w:body>");
    for block in &chapter.blocks {
        match &block.content {
            Content::Heading(words) => xml.push_str(&paragraph(words, "<w:pPr><w:pStyle w:val=\"Heading2\"/></w:pPr>")),
            Content::Paragraph(words) => xml.push_str(&paragraph(words, "")),
            Content::Grid(rows) => {
                xml.push_str("<w:tbl>");
                for row in rows {
                    let cells: String = row.iter().map(|cell| format!("<w:tc>{}</w:tc>", paragraph(cell, ""))).collect();
                    xml.push_str(&format!("<w:tr>{cells}</w:tr>"));
                }
                xml.push_str("</w:tbl>");
            }
            Content::Picture | Content::Blank => {}
        }
    }
    xml.push_str("</w:body></w:document>");
    let mut zip = zip::ZipWriter::new(std::io::Cursor::new(Vec::new()));
    zip.start_file("word/document.xml", zip::write::SimpleFileOptions::default()).unwrap();
    std::io::Write::write_all(&mut zip, xml.as_bytes()).unwrap();
    zip.finish().unwrap().into_inner()
}

/// Long tables go on behind a repeated caption and heading.
fn broken(chapter: &Chapter) -> Chapter {
    let mut out = Chapter::default();
    let mut caption = String::new();
    for block in &chapter.blocks {
        match &block.content {
            Content::Grid(rows) if rows.len() > 5 => {
                let (first, second) = rows.split_at(rows.len() / 2);
                out.push(block.line, Content::Grid(first.to_vec()));
                out.push(block.line, Content::Paragraph(format!("Lanjutan {caption}")));
                let again: Vec<Vec<String>> = rows.iter().take(1).chain(second).cloned().collect();
                out.push(block.line, Content::Grid(again));
            }
            content => {
                if let Content::Paragraph(words) = content
                    && words.starts_with("Tabel 4.")
                {
                    caption.clone_from(words);
                }
                out.push(block.line, content.clone());
            }
        }
    }
    out
}

/// Commas and points change places in everything that is a number.
fn pointed(chapter: &Chapter) -> Chapter {
    let word = |word: &str| {
        let number = word.chars().all(|c| c.is_ascii_digit() || "(),;.%\u{2212}-^{}abcd<>≥=[]".contains(c))
            && word.contains(|c: char| c.is_ascii_digit());
        // A table's number keeps its point, a full stop behind a number too.
        let name = word.trim_end_matches(['.', ',']).split('.').count() == 2 && word.starts_with("4.") && !word.contains(',');
        if !number || name {
            return word.to_owned();
        }
        let (inside, end) = word.split_at(word.trim_end_matches(['.', ',', ';']).len());
        let swapped: String = inside
            .chars()
            .map(|c| {
                if c == ',' {
                    '.'
                } else if c == '.' {
                    ','
                } else {
                    c
                }
            })
            .collect();
        format!("{swapped}{end}")
    };
    let text = |text: &str| {
        let words = text.split('\u{a0}').map(|part| part.split(' ').map(word).collect::<Vec<_>>().join(" "));
        words.collect::<Vec<_>>().join("\u{a0}")
    };
    let mut out = Chapter { wrapped: chapter.wrapped, ..Chapter::default() };
    for block in &chapter.blocks {
        let content = match &block.content {
            Content::Paragraph(words) => Content::Paragraph(text(words)),
            Content::Grid(rows) => Content::Grid(rows.iter().map(|row| row.iter().map(|cell| text(cell)).collect()).collect()),
            other => other.clone(),
        };
        out.push(block.line, content);
    }
    out
}
