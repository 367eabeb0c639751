//! Pages and sections: size, margins, page numbers, landscape pages for tables that need them.

use super::scan;
use super::styles::{Style, Styles};
use super::xml::Xml;

/// Size and margins of a page, in twips (twentieths of a point).
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Page {
    /// Width of the paper.
    pub width: i64,
    /// Height of the paper.
    pub height: i64,
    /// Left margin.
    pub left: i64,
    /// Upper margin.
    pub top: i64,
    /// Right margin.
    pub right: i64,
    /// Lower margin.
    pub bottom: i64,
    /// Distance of the header from the upper edge.
    pub header: i64,
    /// Distance of the footer from the lower edge.
    pub footer: i64,
    /// Room for the binding, added to the left.
    pub gutter: i64,
}

/// A4 with the margins of Indonesian theses: 4 cm left and top, 3 cm right and bottom.
impl Default for Page {
    fn default() -> Page {
        Page {
            width: 11906,
            height: 16838,
            left: 2268,
            top: 2268,
            right: 1701,
            bottom: 1701,
            header: 1134,
            footer: 851,
            gutter: 0,
        }
    }
}

impl Page {
    /// The page set-up of a document: that of its last upright section.
    pub fn of_document(document: &str) -> Option<Page> {
        let sections = scan::all(document, "w:sectPr").ok()?;
        sections.iter().rev().find_map(|section| Page::of_section(section.source))
    }

    fn of_section(source: &str) -> Option<Page> {
        let size = scan::all(source, "w:pgSz").ok()?.into_iter().next()?;
        let margins = scan::all(source, "w:pgMar").ok()?.into_iter().next()?;
        let number = |element: &scan::Element<'_>, name: &str| -> Option<i64> {
            element.attribute(name)?.parse::<f64>().ok().map(|n| n as i64)
        };
        let own = Page::default();
        let page = Page {
            width: number(&size, "w:w")?,
            height: number(&size, "w:h")?,
            left: number(&margins, "w:left").or_else(|| number(&margins, "w:start"))?,
            top: number(&margins, "w:top")?,
            right: number(&margins, "w:right").or_else(|| number(&margins, "w:end"))?,
            bottom: number(&margins, "w:bottom")?,
            header: number(&margins, "w:header").unwrap_or(own.header),
            footer: number(&margins, "w:footer").unwrap_or(own.footer),
            gutter: number(&margins, "w:gutter").unwrap_or(0),
        };
        // From 5 cm to 55 cm (the largest page Word has), upright, with at least 5 cm of text.
        let fits = |length: i64| (2835..=31680).contains(&length);
        let sides = [page.left, page.right, page.header, page.footer, page.gutter];
        let fine = fits(page.width)
            && fits(page.height)
            && page.height >= page.width
            && sides.iter().all(|side| (0..=31680).contains(side));
        (fine && page.text_width() >= 2835).then_some(page)
    }

    /// Width of the text in twips.
    pub fn text_width(&self) -> i64 {
        self.width - self.left - self.right - self.gutter
    }

    /// The page turned to the right: what was its left edge is on top, where it is bound.
    pub fn landscape(&self) -> Page {
        Page {
            width: self.height,
            height: self.width,
            left: self.bottom,
            top: self.left,
            right: self.top,
            bottom: self.right,
            ..*self
        }
    }
}

/// Ids of the relationships to what stands on top and at the bottom of pages.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Margins {
    /// Nothing.
    pub empty: String,
    /// The page number above, at the right.
    pub number_above: String,
    /// Nothing, below.
    pub empty_below: String,
    /// The page number below, in the middle.
    pub number_below: String,
    /// The head of the first page of all, where an office has one.
    pub letterhead: Option<String>,
}

/// What a section is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Section {
    /// Contents lists before the chapter: Roman numbers below.
    Front,
    /// The chapter from its first page, whose number stands below; the others stand above.
    Chapter,
    /// The chapter going on after landscape pages.
    Continued,
    /// Landscape pages.
    Landscape,
}

/// Writes the properties of a section.
pub fn section(xml: &mut Xml, section: Section, page: &Page, margins: &Margins) {
    xml.open("w:sectPr", &[]);
    let (above, below) = match section {
        Section::Front => (&margins.empty, &margins.number_below),
        Section::Chapter | Section::Continued | Section::Landscape => (&margins.number_above, &margins.empty_below),
    };
    xml.empty("w:headerReference", &[("w:type", "default"), ("r:id", above)]);
    xml.empty("w:footerReference", &[("w:type", "default"), ("r:id", below)]);
    let has_first = section == Section::Chapter || margins.letterhead.is_some();
    if has_first {
        let first = margins.letterhead.as_ref().unwrap_or(&margins.empty);
        xml.empty("w:headerReference", &[("w:type", "first"), ("r:id", first)]);
        xml.empty("w:footerReference", &[("w:type", "first"), ("r:id", &margins.number_below)]);
    }
    xml.value("w:type", "nextPage");
    let page = if section == Section::Landscape { page.landscape() } else { *page };
    let text = |length: i64| length.to_string();
    let (width, height) = (text(page.width), text(page.height));
    let mut size = vec![("w:w", width.as_str()), ("w:h", height.as_str())];
    if section == Section::Landscape {
        size.push(("w:orient", "landscape"));
    }
    xml.empty("w:pgSz", &size);
    let lengths = [page.top, page.right, page.bottom, page.left, page.header, page.footer, page.gutter].map(text);
    let names = ["w:top", "w:right", "w:bottom", "w:left", "w:header", "w:footer", "w:gutter"];
    let margins: Vec<(&str, &str)> = names.iter().zip(&lengths).map(|(name, length)| (*name, length.as_str())).collect();
    xml.empty("w:pgMar", &margins);
    match section {
        Section::Front => xml.empty("w:pgNumType", &[("w:fmt", "lowerRoman"), ("w:start", "1")]),
        Section::Chapter => xml.empty("w:pgNumType", &[("w:start", "1")]),
        Section::Continued | Section::Landscape => {}
    }
    xml.empty("w:cols", &[("w:space", "708")]);
    if has_first {
        xml.empty("w:titlePg", &[]);
    }
    xml.close("w:sectPr");
}

/// The part that stands on top (`w:hdr`) or at the bottom (`w:ftr`) of pages, with the page's number or empty; words stand
/// before the number.
pub fn margin_part(root: &str, styles: &Styles, numbered: bool, words: &str) -> Vec<u8> {
    let style = if root == "w:hdr" { Style::Header } else { Style::Footer };
    let mut xml = Xml::part();
    xml.element(root, &[("xmlns:w", "http://schemas.openxmlformats.org/wordprocessingml/2006/main")], |xml| {
        xml.element("w:p", &[], |xml| {
            xml.element("w:pPr", &[], |xml| xml.value("w:pStyle", styles.id(style)));
            if !words.is_empty() {
                xml.element("w:r", &[], |xml| {
                    xml.element("w:rPr", &[], |xml| {
                        xml.value("w:sz", "20");
                        xml.value("w:szCs", "20");
                    });
                    // Apart from the number by spaces that no line break takes.
                    xml.text("w:t", &[("xml:space", "preserve")], &format!("{words}\u{a0}\u{a0}\u{a0}\u{a0}"));
                });
            }
            if numbered {
                super::fields::field(xml, "PAGE", |xml| xml.element("w:r", &[], |xml| xml.text("w:t", &[], "1")));
            }
        });
    });
    xml.finish()
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;

    #[test]
    fn the_text_is_fourteen_centimetres_wide() {
        // 21 − 4 − 3 cm; 1 cm = 566.93 twips.
        assert_eq!(Page::default().text_width(), 7937);
        assert_eq!(Page::default().landscape().text_width(), 16838 - 2268 - 1701);
    }

    #[test]
    fn the_page_of_a_campus_is_that_of_its_last_upright_section() {
        let section = |size: &str| {
            format!(
                "<w:sectPr><w:pgSz {size}/><w:pgMar w:top=\"1440\" w:right=\"1440\" w:bottom=\"1440\" w:left=\"1800\"/></w:sectPr>"
            )
        };
        let document =
            format!("<w:body>{}{}</w:body>", section("w:w=\"12240\" w:h=\"15840\""), section("w:w=\"15840\" w:h=\"12240\""));
        let page = Page::of_document(&document).unwrap();
        assert_eq!((page.width, page.height, page.left, page.text_width()), (12240, 15840, 1800, 9000));
        for size in ["w:w=\"1\" w:h=\"1\"", "w:w=\"99999\" w:h=\"999999\"", "w:w=\"3000\" w:h=\"4000\"", "w:w=\"lebar\""] {
            assert_eq!(Page::of_document(&section(size)), None, "{size}");
        }
    }
}
