//! The styles of the document: ours, or a campus's with ours where it has none.

use super::page::Page;
use super::scan::{self, Element};
use crate::language::Language;
use std::collections::BTreeMap;

/// The styles this program knows; a document needs all of them.
const OURS: &str = include_str!("../../../templates/docx/styles.xml");

/// The language our styles are written for.
const LANGUAGE: &str = "w:lang w:val=\"id-ID\"";
/// Where our contents lists end their lines: the right edge of the text on our own page.
const RIGHT_EDGE: &str = "w:pos=\"7937\"";

/// A style, by what it is for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Style {
    /// Running text.
    Normal,
    /// A heading of a level from 1 to 4.
    Heading(u8),
    /// Number and title of a table or figure.
    Caption,
    /// A cell.
    TableText,
    /// A cell of a table with many columns.
    TableTextSmall,
    /// A heading over columns.
    TableHeading,
    /// The same in a table with many columns.
    TableHeadingSmall,
    /// A note below a table.
    TableNote,
    /// The source line of a table or figure.
    Source,
    /// A picture.
    Figure,
    /// A formula on its own line.
    Equation,
    /// A quotation.
    Quote,
    /// A line of a program.
    Code,
    /// An entry of the list of references.
    Bibliography,
    /// An item of a marked list.
    ListBullet,
    /// An item of a numbered list.
    ListNumber,
    /// Heading over a contents list.
    ContentsHeading,
    /// A line of the contents, of a level from 1 to 3.
    Contents(u8),
    /// A line of the list of tables or figures.
    ListOfTables,
    /// The top of a page.
    Header,
    /// The bottom of a page.
    Footer,
    /// The empty paragraph that ends a section.
    SectionEnd,
    /// Tables as a whole.
    Table,
}

impl Style {
    /// Its id in our own styles.
    pub fn own_id(self) -> &'static str {
        match self {
            Style::Normal => "Normal",
            Style::Heading(1) => "Heading1",
            Style::Heading(2) => "Heading2",
            Style::Heading(3) => "Heading3",
            Style::Heading(_) => "Heading4",
            Style::Caption => "Caption",
            Style::TableText => "TableText",
            Style::TableTextSmall => "TableTextSmall",
            Style::TableHeading => "TableHeading",
            Style::TableHeadingSmall => "TableHeadingSmall",
            Style::TableNote => "TableNote",
            Style::Source => "Source",
            Style::Figure => "Figure",
            Style::Equation => "Equation",
            Style::Quote => "Quote",
            Style::Code => "SourceCode",
            Style::Bibliography => "Bibliography",
            Style::ListBullet => "ListBullet",
            Style::ListNumber => "ListNumber",
            Style::ContentsHeading => "TOCHeading",
            Style::Contents(1) => "TOC1",
            Style::Contents(2) => "TOC2",
            Style::Contents(_) => "TOC3",
            Style::ListOfTables => "TableofFigures",
            Style::Header => "Header",
            Style::Footer => "Footer",
            Style::SectionEnd => "SectionEnd",
            Style::Table => "ChapterTable",
        }
    }
}

/// The styles of one document.
#[derive(Debug, Clone, PartialEq)]
pub struct Styles {
    /// `styles.xml`.
    pub xml: String,
    /// Ids there of styles whose id is not our own.
    ids: BTreeMap<String, String>,
    /// Ids of styles that number their paragraphs themselves.
    numbered: Vec<String>,
    /// How wide letters are beside those of Times, by which widths are reckoned.
    pub letters: f64,
}

/// Fonts as wide as Times.
const TIMES: [&str; 7] =
    ["Times New Roman", "Times", "Liberation Serif", "Tinos", "Nimbus Roman", "TeX Gyre Termes", "FreeSerif"];
/// How wide letters of other fonts are taken to be: Arial and Calibri need a tenth more room, wider ones are rare.
const OTHER_LETTERS: f64 = 1.15;

impl Styles {
    /// Our own.
    pub fn own(language: Language, page: &Page) -> Styles {
        Styles { xml: fitted(OURS, language, page), ids: BTreeMap::new(), numbered: Vec::new(), letters: 1.0 }
    }

    /// A campus's, with ours where it lacks one. Its styles are found by name, whatever the case, or by id.
    ///
    /// # Errors
    /// What is wrong with its XML.
    pub fn of_campus(campus: &str, language: Language, page: &Page) -> Result<Styles, String> {
        let theirs = definitions(campus)?;
        let ours = definitions(OURS)?;
        let letters = if set_in_times(campus) { 1.0 } else { OTHER_LETTERS };
        let mut styles = Styles { xml: String::new(), ids: BTreeMap::new(), numbered: Vec::new(), letters };
        let mut missing = Vec::new();
        for our in &ours {
            let by = |same: &dyn Fn(&Definition<'_>) -> bool| theirs.iter().find(|their| their.kind == our.kind && same(their));
            // Names decide, since localized programs change ids; some files have two that differ in case alone.
            let found = by(&|their| their.name == our.name)
                .or_else(|| by(&|their| their.name.eq_ignore_ascii_case(&our.name)))
                .or_else(|| by(&|their| their.id.eq_ignore_ascii_case(&our.id)));
            match found {
                Some(their) => {
                    styles.ids.insert(our.id.clone(), their.id.clone());
                }
                None => {
                    let mut id = our.id.clone();
                    while theirs.iter().any(|their| their.id.eq_ignore_ascii_case(&id)) {
                        id.push_str("Bab4");
                    }
                    styles.ids.insert(our.id.clone(), id);
                    missing.push(our);
                }
            }
        }
        styles.numbered = theirs.iter().filter(|their| their.numbered).map(|their| their.id.clone()).collect();
        let (before, after) = campus.rsplit_once("</w:styles>").ok_or("no styles")?;
        styles.xml.push_str(before);
        for style in missing {
            styles.xml.push_str(&fitted(&styles.renamed(style), language, page));
        }
        styles.xml.push_str("</w:styles>");
        styles.xml.push_str(after);
        Ok(styles)
    }

    /// The id of a style in this document.
    pub fn id(&self, style: Style) -> &str {
        let own = style.own_id();
        self.ids.get(own).map_or(own, String::as_str)
    }

    /// Whether paragraphs of a style get a number from it.
    pub fn numbers(&self, style: Style) -> bool {
        self.numbered.iter().any(|id| id == self.id(style))
    }

    /// The source of one of our styles with the ids that this document uses; never a default beside theirs.
    fn renamed(&self, style: &Definition<'_>) -> String {
        let mut source = style.source.replace(" w:default=\"1\"", "");
        for (own, id) in &self.ids {
            source = source.replace(&format!("w:styleId=\"{own}\""), &format!("w:styleId=\"{}\"", quoted(id)));
            for link in ["basedOn", "next"] {
                source = source.replace(&format!("w:{link} w:val=\"{own}\""), &format!("w:{link} w:val=\"\u{1}{}\"", quoted(id)));
            }
        }
        // The mark keeps a name that was just put in from being taken for one of ours.
        source.replace('\u{1}', "")
    }
}

fn quoted(id: &str) -> String {
    quick_xml::escape::escape(id).into_owned()
}

/// Our styles for a language and a page.
fn fitted(xml: &str, language: Language, page: &Page) -> String {
    xml.replace(LANGUAGE, &format!("w:lang w:val=\"{}\"", tag(language)))
        .replace(RIGHT_EDGE, &format!("w:pos=\"{}\"", page.text_width()))
}

/// The tag of a language as word processors spell it.
pub fn tag(language: Language) -> &'static str {
    match language {
        Language::Id => "id-ID",
        Language::En => "en-US",
    }
}

/// A style as a file defines it.
struct Definition<'a> {
    kind: String,
    id: String,
    name: String,
    numbered: bool,
    source: &'a str,
}

/// Whether running text is set in a font as wide as Times: by the normal style, else by the defaults.
fn set_in_times(campus: &str) -> bool {
    let children = scan::children(campus).unwrap_or_default();
    let font = |element: &Element<'_>| {
        let fonts = scan::all(element.source, "w:rFonts").ok()?.into_iter().next()?;
        fonts.attribute("w:ascii").map(str::to_owned)
    };
    let normal = children
        .iter()
        .find(|element| element.attribute("w:default") == Some("1") && element.attribute("w:type") == Some("paragraph"));
    let defaults = children.iter().find(|element| element.name == "w:docDefaults");
    let named = normal.and_then(font).or_else(|| defaults.and_then(font));
    named.is_some_and(|name| TIMES.contains(&name.as_str()))
}

fn definitions(xml: &str) -> Result<Vec<Definition<'_>>, String> {
    let read = |style: Element<'_>| -> Option<(String, String, String, bool)> {
        let kind = style.attribute("w:type")?.to_owned();
        let id = style.attribute("w:styleId")?.to_owned();
        let name = style.inner_value("w:name").unwrap_or_default();
        let numbered = style.inner_value("w:numId").is_some_and(|number| number != "0");
        Some((kind, id, name, numbered))
    };
    let styles = scan::children(xml)?.into_iter().filter(|element| element.name == "w:style");
    let definitions = styles.filter_map(|style| {
        let source = style.source;
        read(style).map(|(kind, id, name, numbered)| Definition { kind, id, name, numbered, source })
    });
    Ok(definitions.collect())
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used, clippy::float_cmp)]
    use super::*;

    const ALL: [Style; 29] = [
        Style::Normal,
        Style::Heading(1),
        Style::Heading(2),
        Style::Heading(3),
        Style::Heading(4),
        Style::Caption,
        Style::TableText,
        Style::TableTextSmall,
        Style::TableHeading,
        Style::TableHeadingSmall,
        Style::TableNote,
        Style::Source,
        Style::Figure,
        Style::Equation,
        Style::Quote,
        Style::Code,
        Style::Bibliography,
        Style::ListBullet,
        Style::ListNumber,
        Style::ContentsHeading,
        Style::Contents(1),
        Style::Contents(2),
        Style::Contents(3),
        Style::ListOfTables,
        Style::Header,
        Style::Footer,
        Style::SectionEnd,
        Style::Table,
        Style::Heading(9),
    ];

    const CAMPUS: &str = r#"<w:styles xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main">
        <w:style w:type="paragraph" w:default="1" w:styleId="a"><w:name w:val="Normal"/></w:style>
        <w:style w:type="paragraph" w:styleId="Judul1"><w:name w:val="Heading 1"/><w:pPr><w:numPr><w:numId w:val="3"/></w:numPr></w:pPr></w:style>
        <w:style w:type="paragraph" w:styleId="Heading2"><w:name w:val="judul 2"/></w:style>
        <w:style w:type="character" w:styleId="Source"><w:name w:val="Kode sumber"/></w:style></w:styles>"#;

    fn has(styles: &Styles, style: Style) -> bool {
        definitions(&styles.xml).unwrap().iter().filter(|definition| definition.id == styles.id(style)).count() == 1
    }

    #[test]
    fn every_style_is_there_once_and_rests_on_one_that_is_there() {
        let page = Page::default();
        for styles in [Styles::own(Language::En, &page), Styles::of_campus(CAMPUS, Language::En, &page).unwrap()] {
            assert!(ALL.iter().all(|style| has(&styles, *style)));
            let ids: Vec<String> = definitions(&styles.xml).unwrap().into_iter().map(|definition| definition.id).collect();
            for element in scan::children(&styles.xml).unwrap() {
                for link in ["w:basedOn", "w:next"] {
                    assert!(element.inner_value(link).is_none_or(|id| ids.contains(&id)), "{}", element.source);
                }
            }
            assert_eq!(styles.xml.matches("w:default=\"1\"").count(), if styles.ids.is_empty() { 4 } else { 1 });
        }
    }

    #[test]
    fn letters_are_wider_unless_the_campus_writes_in_times() {
        let letters = |campus: &str| Styles::of_campus(campus, Language::Id, &Page::default()).unwrap().letters;
        assert_eq!(letters(CAMPUS), OTHER_LETTERS, "nobody knows which");
        let normal = "<w:name w:val=\"Normal\"/>";
        let with = |font: &str| CAMPUS.replace(normal, &format!("{normal}<w:rPr><w:rFonts w:ascii=\"{font}\"/></w:rPr>"));
        assert_eq!(letters(&with("Times New Roman")), 1.0);
        assert_eq!(letters(&with("Arial")), OTHER_LETTERS);
    }

    #[test]
    fn a_campus_keeps_its_styles_by_name_or_id() {
        let styles = Styles::of_campus(CAMPUS, Language::Id, &Page::default()).unwrap();
        let ids =
            [Style::Normal, Style::Heading(1), Style::Heading(2), Style::Caption, Style::Source].map(|style| styles.id(style));
        assert_eq!(ids, ["a", "Judul1", "Heading2", "Caption", "SourceBab4"]);
        assert!(styles.numbers(Style::Heading(1)) && !styles.numbers(Style::Heading(2)));
        assert!(styles.xml.contains("<w:basedOn w:val=\"a\"/>"), "ours rest on the campus's normal text");
    }

    #[test]
    fn contents_lines_end_where_the_text_does() {
        let page = Page { left: 1000, right: 1000, ..Page::default() };
        let styles = Styles::own(Language::En, &page);
        assert!(styles.xml.contains(&format!("w:pos=\"{}\"", page.text_width())) && styles.xml.contains("\"en-US\""));
        assert!(!styles.xml.contains(RIGHT_EDGE));
    }
}
