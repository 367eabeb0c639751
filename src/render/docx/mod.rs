//! The document as DOCX, written part by part: real styles, numbered captions and references as fields, repeated header rows,
//! equations as equations. Nothing in it depends on a machine or a time.

mod contents;
mod equations;
mod fields;
mod inlines;
mod letterhead;
mod lists;
mod package;
mod page;
mod paragraphs;
mod pictures;
mod properties;
mod reference;
mod scan;
mod styles;
mod tables;
mod xml;

use crate::language::Language;
use crate::numbers::Setting;
use crate::report::document::{Block, Document};
use fields::Bookmarks;
use lists::Lists;
use package::Package;
use page::{Margins, Page, Section};
use paragraphs::Paragraph;
use styles::{Style, Styles};
use xml::Xml;

pub use package::is_untouched;
pub use pictures::{AuthorFile, Pixels};
pub use reference::{ReferenceDocument, ReferenceError};

const SETTINGS: &str = include_str!("../../../templates/docx/settings.xml");
const FONT_TABLE: &str = include_str!("../../../templates/docx/fontTable.xml");

/// Namespaces of the main part.
const NAMESPACES: [(&str, &str); 7] = [
    ("xmlns:w", "http://schemas.openxmlformats.org/wordprocessingml/2006/main"),
    ("xmlns:r", "http://schemas.openxmlformats.org/officeDocument/2006/relationships"),
    ("xmlns:m", "http://schemas.openxmlformats.org/officeDocument/2006/math"),
    ("xmlns:wp", "http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing"),
    ("xmlns:a", "http://schemas.openxmlformats.org/drawingml/2006/main"),
    ("xmlns:pic", "http://schemas.openxmlformats.org/drawingml/2006/picture"),
    ("xmlns:asvg", "http://schemas.microsoft.com/office/drawing/2016/SVG/main"),
];

/// What a document needs from elsewhere.
pub struct Sources<'a> {
    /// Draws an SVG as pixels, for programs that do not show SVG; none where it cannot be drawn.
    pub draw: &'a dyn Fn(&str) -> Option<Pixels>,
    /// The author's pictures.
    pub files: &'a [AuthorFile<'a>],
    /// A campus's file, whose styles and page are taken.
    pub reference: Option<&'a ReferenceDocument>,
}

/// A document as DOCX.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Docx {
    /// The file.
    pub bytes: Vec<u8>,
    /// Pictures of the author that Word does not know; their alternative text stands in their place.
    pub unusable: Vec<String>,
}

/// Prints a document as DOCX.
///
/// # Errors
/// What the packer says; in memory it has no reason to.
pub fn render(document: &Document, sources: &Sources<'_>) -> Result<Docx, String> {
    let own = ReferenceDocument::own(document.language);
    let reference = sources.reference.unwrap_or(&own);
    let page = reference.page.unwrap_or_default();
    let styles = match &reference.styles {
        Some(campus) => Styles::of_campus(campus, document.language, &page)?,
        None => Styles::own(document.language, &page),
    };
    let mut package = Package::default();
    package.add("styles.xml", "styles", styles.xml.clone().into_bytes());
    package.add("settings.xml", "settings", reference.settings.clone().into_bytes());
    package.add("fontTable.xml", "fontTable", reference.fonts.clone().into_bytes());
    if let Some(theme) = &reference.theme {
        package.add("theme/theme1.xml", "theme", theme.clone().into_bytes());
    }
    let mut part = |name: &str, kind: &str, root: &str, numbered: bool| {
        package.add(name, kind, page::margin_part(root, &styles, numbered, ""))
    };
    let margins = Margins {
        empty: part("header1.xml", "header", "w:hdr", false),
        number_above: part("header2.xml", "header", "w:hdr", true),
        empty_below: part("footer1.xml", "footer", "w:ftr", false),
        number_below: part("footer2.xml", "footer", "w:ftr", true),
        letterhead: None,
    };
    let writer = Writer {
        document,
        sources,
        styles: &styles,
        page,
        margins,
        // A campus's styles may name another language; so every run names its own.
        run_language: sources.reference.map(|_| styles::tag(document.language)),
        bookmarks: Bookmarks::of(document),
        lists: Lists::after(reference.numbering.as_deref()),
        package,
        xml: Xml::part(),
        section: Section::Chapter,
        break_before: false,
        drawings: 0,
        unusable: Vec::new(),
        chapter: None,
    };
    writer.document()
}

/// A document being written.
struct Writer<'a> {
    document: &'a Document,
    sources: &'a Sources<'a>,
    styles: &'a Styles,
    page: Page,
    margins: Margins,
    /// Language that each run names; none where the styles do.
    run_language: Option<&'static str>,
    bookmarks: Bookmarks,
    lists: Lists,
    package: Package,
    xml: Xml,
    /// The section that is being written.
    section: Section,
    /// The next paragraph begins a page.
    break_before: bool,
    drawings: u32,
    unusable: Vec<String>,
    /// What stands before the count in the first caption: `4.`
    chapter: Option<String>,
}

impl Writer<'_> {
    fn document(mut self) -> Result<Docx, String> {
        let document = self.document;
        self.letterhead();
        self.xml.open("w:document", &NAMESPACES);
        self.xml.open("w:body", &[]);
        self.contents();
        for block in &document.blocks {
            self.block(block, 0);
        }
        let margins = self.margins_of_section();
        page::section(&mut self.xml, self.section, &self.page, &margins);
        self.xml.close("w:body");
        self.xml.close("w:document");
        self.package.add("numbering.xml", "numbering", self.lists.part());
        let core = properties::core(document);
        let bytes = self.package.finish(self.xml.finish(), core, properties::app()).map_err(|error| error.to_string())?;
        Ok(Docx { bytes, unusable: self.unusable })
    }

    /// Writes a block that stands in `depth` lists.
    fn block(&mut self, block: &Block, depth: u8) {
        // A table decides itself on what page it stands.
        if !matches!(block, Block::Table(_)) {
            self.turn_page(false);
        }
        match block {
            Block::Heading(heading) => self.heading(heading),
            Block::Paragraph(content) => {
                // What belongs to an item of a list but does not begin it stands under its words.
                let paragraph = Paragraph { under_item: depth.checked_sub(1), ..Paragraph::of(Style::Normal) };
                self.paragraph(paragraph, |writer| writer.inlines(content, Setting::Sentence, Default::default()));
            }
            Block::List { ordered, start, items } => self.list(*ordered, *start, items, depth),
            Block::Quote(inner) => self.quote(inner, depth),
            Block::Table(table) => self.table(table),
            Block::Figure(figure) => self.figure(figure),
            Block::Equation(content) => self.equation(content),
            Block::PageBreak => self.break_before = true,
            Block::Code(text) => self.code(text),
            Block::References(entries) => self.references(entries),
            Block::Signature(signature) => self.signature(signature),
        }
    }

    /// Makes the next block stand on a landscape page, or on an upright one.
    fn turn_page(&mut self, landscape: bool) {
        if landscape == (self.section == Section::Landscape) {
            return;
        }
        self.end_section(self.section);
        self.section = if landscape { Section::Landscape } else { Section::Continued };
        // The section begins a page already.
        self.break_before = false;
    }

    /// The margins of the section that ends here; the letterhead stands in the first one alone.
    fn margins_of_section(&mut self) -> Margins {
        let margins = self.margins.clone();
        self.margins.letterhead = None;
        margins
    }

    /// Ends a section with an empty paragraph that takes no room.
    fn end_section(&mut self, section: Section) {
        let margins = self.margins_of_section();
        self.xml.open("w:p", &[]);
        self.xml.open("w:pPr", &[]);
        self.xml.value("w:pStyle", self.styles.id(Style::SectionEnd));
        page::section(&mut self.xml, section, &self.page, &margins);
        self.xml.close("w:pPr");
        self.xml.close("w:p");
    }

    /// A word of ours that stands in the document, in its language.
    fn word(&self, id: &'static str, en: &'static str) -> &'static str {
        match self.document.language {
            Language::Id => id,
            Language::En => en,
        }
    }
}
