//! The report as a document: blocks and inlines, no format and no markup. Every format is a printer of this one thing.

pub use super::letterhead::{Letterhead, Signature};
use crate::language::Language;
use crate::numbers::{NumberStyle, Quantity, Setting};
use serde::Serialize;
use std::collections::BTreeMap;

/// A finished report.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Document {
    /// Language of its text.
    pub language: Language,
    /// How its numbers are printed.
    pub style: NumberStyle,
    /// Title of the study, for the file's properties.
    pub title: String,
    /// Author, for the file's properties.
    pub author: Option<String>,
    /// Captions of figures stand above them.
    pub figure_captions_above: bool,
    /// What heads its first page.
    pub letterhead: Option<Box<Letterhead>>,
    /// Its blocks.
    pub blocks: Vec<Block>,
    /// Where the printed numbers came from, by their path in `results.json`.
    pub origins: BTreeMap<String, Origin>,
}

/// Where a number came from.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Origin {
    /// What it is.
    pub what: String,
    /// What a formula calls it.
    pub symbol: String,
    /// How it is computed.
    pub formula: Option<String>,
    /// Symbols and values of the numbers it is made of.
    pub inputs: Vec<(String, String)>,
}

/// A block of the document.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Block {
    /// A heading.
    Heading(Heading),
    /// A paragraph.
    Paragraph(Vec<Inline>),
    /// A list.
    List {
        /// Numbered rather than marked.
        ordered: bool,
        /// Number of the first item of a numbered list.
        start: u64,
        /// The items.
        items: Vec<Vec<Block>>,
    },
    /// A quotation.
    Quote(Vec<Block>),
    /// A table.
    Table(Box<Table>),
    /// A figure.
    Figure(Box<Figure>),
    /// A formula on a line of its own.
    Equation(Vec<Inline>),
    /// Lines of a program, as they are typed.
    Code(String),
    /// The list of the works that were cited.
    References(Vec<Reference>),
    /// Where it is signed.
    Signature(Box<Signature>),
    /// The next block begins a page.
    PageBreak,
}

/// A heading.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Heading {
    /// 1 is the chapter.
    pub level: u8,
    /// Its number, `4.5.1`, once numbered; the chapter has `BAB IV`.
    pub number: Option<String>,
    /// It gets a number; `## Daftar Pustaka {-}` does not.
    pub numbered: bool,
    /// What a link points to, once numbered; of no other heading.
    pub anchor: String,
    /// Its words.
    pub content: Vec<Inline>,
}

/// An entry of the list of references.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Reference {
    /// Its key in the bibliography.
    pub key: String,
    /// The entry.
    pub content: Vec<Inline>,
}

/// An inline of a paragraph, caption or cell.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Inline {
    /// Plain text.
    Text(String),
    /// Set in italics.
    Emphasis(Vec<Inline>),
    /// Set in bold.
    Strong(Vec<Inline>),
    /// Raised.
    Superscript(Vec<Inline>),
    /// Lowered.
    Subscript(Vec<Inline>),
    /// The symbol of a variable or item: `X` with a lowered `1.1`.
    Symbol {
        /// The letters.
        base: String,
        /// What is lowered; may be empty.
        index: String,
    },
    /// A number that knows what it is and where it came from.
    Value {
        /// The number.
        quantity: Quantity,
        /// Its path in `results.json`.
        path: String,
        /// Where it stands.
        setting: Setting,
    },
    /// A reference to a table or figure.
    Reference {
        /// Its label.
        target: String,
        /// `Tabel 4.9`, once numbered.
        text: Option<String>,
    },
    /// A citation of the bibliography.
    Citation {
        /// The keys of the works, each with its place there: `putri2019`, `putri2019, hlm. 12`.
        keys: Vec<String>,
        /// `(Putri, 2019)`, once written out.
        text: Option<String>,
    },
    /// Something the author still has to write.
    Todo(Vec<Inline>),
    /// A line break.
    LineBreak,
}

impl Inline {
    /// Plain text.
    pub fn text(text: impl Into<String>) -> Inline {
        Inline::Text(text.into())
    }
}

/// How a column of a table is set.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Align {
    /// Words.
    Left,
    /// Short marks.
    Center,
    /// Whole numbers.
    Right,
    /// Numbers under each other by their decimal mark.
    Decimal,
}

/// A column of a table.
#[derive(Debug, Clone, Copy, PartialEq, Serialize)]
pub struct TableColumn {
    /// How its cells are set.
    pub align: Align,
    /// Share of the width beside the other columns; 0: as wide as its content.
    pub width: f64,
}

/// A table.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Table {
    /// Label by which it is referred to.
    pub id: String,
    /// `4.9`, once numbered.
    pub number: Option<String>,
    /// Its caption.
    pub caption: Vec<Inline>,
    /// Its columns.
    pub columns: Vec<TableColumn>,
    /// Header rows.
    pub header: Vec<Vec<Cell>>,
    /// Body rows.
    pub rows: Vec<Row>,
    /// Notes below it.
    pub notes: Vec<Vec<Inline>>,
    /// Its source line.
    pub source: Option<Vec<Inline>>,
    /// More columns than a portrait page carries comfortably.
    pub wide: bool,
    /// It looks as SPSS prints it (numbers without leading zero).
    pub spss: bool,
}

impl Table {
    /// Whether nothing refers to it, as in a questionnaire: it has neither number nor caption.
    pub fn is_bare(&self) -> bool {
        self.number.is_none() && self.caption.is_empty()
    }
}

/// A row of a table.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Row {
    /// What the row is.
    pub kind: RowKind,
    /// Its cells.
    pub cells: Vec<Cell>,
}

/// What a row is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum RowKind {
    /// A row of the body.
    Body,
    /// The name of a group of rows.
    Group,
    /// A total.
    Total,
}

/// A cell of a table.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Cell {
    /// What stands in it.
    pub content: Vec<Inline>,
    /// Columns it covers.
    pub columns: usize,
    /// Rows it covers.
    pub rows: usize,
    /// Set otherwise than its column.
    pub align: Option<Align>,
}

impl Cell {
    /// A cell of one column and row.
    pub fn new(content: Vec<Inline>) -> Cell {
        Cell { content, columns: 1, rows: 1, align: None }
    }

    /// A cell with plain text.
    pub fn text(text: impl Into<String>) -> Cell {
        Cell::new(vec![Inline::text(text)])
    }

    /// An empty cell.
    pub fn empty() -> Cell {
        Cell::new(Vec::new())
    }

    /// Lets it cover more columns and rows.
    pub fn spanning(mut self, columns: usize, rows: usize) -> Cell {
        self.columns = columns.max(1);
        self.rows = rows.max(1);
        self
    }

    /// Sets it otherwise than its column.
    pub fn aligned(mut self, align: Align) -> Cell {
        self.align = Some(align);
        self
    }
}

/// A figure.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Figure {
    /// Label by which it is referred to.
    pub id: String,
    /// `4.1`, once numbered.
    pub number: Option<String>,
    /// Its caption.
    pub caption: Vec<Inline>,
    /// What it shows, in words.
    pub alt: String,
    /// The picture.
    pub picture: Picture,
    /// Its source line.
    pub source: Option<Vec<Inline>>,
}

/// A picture.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Picture {
    /// A drawing of ours.
    Svg(String),
    /// A file of the author's, by its path inside the study's folder.
    File(String),
}

/// A drawing of ours, for formats that point to pictures beside them.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct DrawingFile<'a> {
    /// Label of its figure.
    pub id: &'a str,
    /// Its file: `gambar/path-diagram.svg`.
    pub name: String,
    /// The SVG.
    pub svg: &'a str,
}

/// Our drawings in a document, each with a file name of its own on every system, also beside the author's pictures.
pub fn drawing_files(blocks: &[Block]) -> Vec<DrawingFile<'_>> {
    let mut figures = Vec::new();
    collect_figures(blocks, &mut figures);
    let mut taken: Vec<String> = Vec::new();
    for figure in &figures {
        if let Picture::File(name) = &figure.picture {
            taken.push(name.to_lowercase());
        }
    }
    let mut files = Vec::new();
    for figure in figures {
        let Picture::Svg(svg) = &figure.picture else { continue };
        // Letters, digits and points; whatever else an id holds parts them.
        let words = figure.id.split(|c: char| !(c.is_ascii_alphanumeric() || c == '.')).filter(|word| !word.is_empty());
        let stem: String = words.collect::<Vec<_>>().join("-").chars().take(120).collect();
        // Some systems do not tell small letters from capitals.
        let names = (1..).map(|copy| if copy == 1 { stem.clone() } else { format!("{stem}-{copy}") });
        let mut names = names.map(|stem| format!("gambar/{stem}.svg"));
        let Some(name) = names.find(|name| !taken.contains(&name.to_lowercase())) else { continue };
        taken.push(name.to_lowercase());
        files.push(DrawingFile { id: &figure.id, name, svg });
    }
    files
}

fn collect_figures<'a>(blocks: &'a [Block], figures: &mut Vec<&'a Figure>) {
    for block in blocks {
        match block {
            Block::Figure(figure) => figures.push(figure),
            Block::List { items, .. } => items.iter().for_each(|item| collect_figures(item, figures)),
            Block::Quote(inner) => collect_figures(inner, figures),
            Block::Heading(_) | Block::Paragraph(_) | Block::Table(_) | Block::Equation(_) | Block::PageBreak => {}
            Block::Code(_) | Block::References(_) | Block::Signature(_) => {}
        }
    }
}

/// The words of inlines as plain text: for bookmarks, alternative texts and file properties.
pub fn plain_text(inlines: &[Inline], style: &NumberStyle) -> String {
    let mut out = String::new();
    for inline in inlines {
        match inline {
            Inline::Text(text) => out.push_str(text),
            Inline::Emphasis(inner)
            | Inline::Strong(inner)
            | Inline::Superscript(inner)
            | Inline::Subscript(inner)
            | Inline::Todo(inner) => out.push_str(&plain_text(inner, style)),
            Inline::Symbol { base, index } => {
                out.push_str(base);
                out.push_str(index);
            }
            Inline::Value { quantity, setting, .. } => out.push_str(&style.print(*quantity, *setting)),
            Inline::Reference { target, text } => out.push_str(text.as_deref().unwrap_or(target)),
            Inline::Citation { keys, text } => out.push_str(&written(keys, text.as_deref())),
            Inline::LineBreak => out.push(' '),
        }
    }
    out
}

/// What a citation prints; its keys where it could not be written out.
pub fn written(keys: &[String], text: Option<&str>) -> String {
    text.map_or_else(|| format!("({})", keys.join("; ")), str::to_owned)
}

/// A key and the place in the work, as a citation names them: `putri2019` and `hlm. 12`.
pub fn key_and_place(cited: &str) -> (&str, Option<&str>) {
    match cited.split_once(',') {
        Some((key, place)) => (key.trim(), Some(place.trim()).filter(|place| !place.is_empty())),
        None => (cited.trim(), None),
    }
}

/// The plain cell texts of a table, for tests and searches.
pub fn cell_text(document: &Document, cell: &Cell, spss: bool) -> String {
    let setting = if spss { Setting::SpssTable } else { Setting::Table };
    let mut out = String::new();
    for inline in &cell.content {
        match inline {
            Inline::Value { quantity, .. } => out.push_str(&document.style.print(*quantity, setting)),
            other => out.push_str(&plain_text(std::slice::from_ref(other), &document.style)),
        }
    }
    out
}

/// Calls `change` on every inline of the document, outermost first.
pub fn for_each_inline(blocks: &mut [Block], change: &mut impl FnMut(&mut Inline)) {
    for block in blocks {
        match block {
            Block::Heading(heading) => visit(&mut heading.content, change),
            Block::Paragraph(content) | Block::Equation(content) => visit(content, change),
            Block::List { items, .. } => items.iter_mut().for_each(|item| for_each_inline(item, change)),
            Block::Quote(inner) => for_each_inline(inner, change),
            Block::Table(table) => {
                visit(&mut table.caption, change);
                let body = table.rows.iter_mut().flat_map(|row| row.cells.iter_mut());
                for cell in table.header.iter_mut().flatten().chain(body) {
                    visit(&mut cell.content, change);
                }
                table.notes.iter_mut().for_each(|note| visit(note, change));
                table.source.iter_mut().for_each(|source| visit(source, change));
            }
            Block::Figure(figure) => {
                visit(&mut figure.caption, change);
                figure.source.iter_mut().for_each(|source| visit(source, change));
            }
            Block::References(entries) => entries.iter_mut().for_each(|entry| visit(&mut entry.content, change)),
            Block::Code(_) | Block::PageBreak | Block::Signature(_) => {}
        }
    }
}

fn visit(inlines: &mut [Inline], change: &mut impl FnMut(&mut Inline)) {
    for inline in inlines {
        change(inline);
        match inline {
            Inline::Emphasis(inner)
            | Inline::Strong(inner)
            | Inline::Superscript(inner)
            | Inline::Subscript(inner)
            | Inline::Todo(inner) => visit(inner, change),
            _ => {}
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_drawing_has_a_file_of_its_own() {
        let figure = |id: &str, picture: Picture| {
            Block::Figure(Box::new(Figure {
                id: id.to_owned(),
                number: None,
                caption: Vec::new(),
                alt: String::new(),
                picture,
                source: None,
            }))
        };
        let svg = || Picture::Svg("<svg/>".to_owned());
        let blocks = [
            figure("likert-X1", svg()),
            Block::Quote(vec![figure("likert-x1", svg())]),
            figure("a b/..\\c", svg()),
            figure("kantor", Picture::File("gambar/Means-X1.svg".to_owned())),
            figure("means-X1", svg()),
        ];
        let files = drawing_files(&blocks);
        let names: Vec<&str> = files.iter().map(|file| file.name.as_str()).collect();
        let expected = ["gambar/likert-X1.svg", "gambar/likert-x1-2.svg", "gambar/a-b-..-c.svg", "gambar/means-X1-2.svg"];
        assert_eq!(names, expected);
        assert_eq!(files.last().map(|file| file.id), Some("means-X1"));
    }
}
