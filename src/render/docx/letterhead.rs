//! Letterhead and signature of an office: the letterhead is the header of the first page, as on letter paper; the pages after it
//! say on top whose report they are of.

use super::Writer;
use super::inlines::Look;
use super::page::{self, Margins};
use super::paragraphs::Paragraph;
use super::pictures::inline_picture;
use super::styles::{Style, Styles};
use super::xml::Xml;
use crate::report::document::{Letterhead, Picture, Signature};

/// Width of the column of the logo, in twips: 2,2 cm.
const LOGO: i64 = 1247;
/// The largest a logo is, in English metric units: 2 cm wide, 2,3 cm high.
const LARGEST: (f64, f64) = (720_000.0, 828_000.0);
/// Sizes of type in half points: the body above, the office, the lines below.
const SIZES: (u32, u32, u32) = (26, 30, 21);
/// Room for the hand above the name of whoever signs, in twips.
const HAND: i64 = 1100;

impl Writer<'_> {
    /// Makes the letterhead the header of the first page, and what it says the header of the others.
    pub(super) fn letterhead(&mut self) {
        let Some(head) = self.document.letterhead.as_deref() else { return };
        let own = self.logo(head);
        let bytes = part(head, self.styles, self.page.text_width(), own.as_ref().map(|(drawing, _)| drawing.as_slice()));
        let pictures = own.map(|(_, pictures)| pictures).unwrap_or_default();
        let first = self.package.add_with_pictures("header3.xml", "header", bytes, &pictures);
        let running = page::margin_part("w:hdr", self.styles, true, &head.running);
        let running = self.package.add("header4.xml", "header", running);
        self.margins = Margins { number_above: running, letterhead: Some(first), ..self.margins.clone() };
    }

    /// The logo as a drawing, and the parts that it shows, in the order of their ids there.
    fn logo(&mut self, head: &Letterhead) -> Option<(Vec<u8>, Vec<String>)> {
        let name = head.logo.as_ref()?;
        let Some(embedded) = self.embedded(&Picture::File(name.clone())) else {
            self.unusable.push(name.clone());
            return None;
        };
        self.drawings += 1;
        let (width, height) = (f64::from(embedded.width.max(1)), f64::from(embedded.height.max(1)));
        let scale = (LARGEST.0 / width).min(LARGEST.1 / height);
        let extent = (((width * scale) as i64).max(1), ((height * scale) as i64).max(1));
        let mut pictures = vec![self.package.add_media(embedded.ending, &embedded.bytes)];
        pictures.extend(embedded.svg.as_ref().map(|svg| self.package.add_media("svg", svg)));
        let svg = (pictures.len() > 1).then_some("rId2");
        let mut xml = Xml::fragment();
        inline_picture(&mut xml, ("rId1", svg), extent, (self.drawings, "Logo"), &head.alt);
        Some((xml.finish(), pictures))
    }

    /// Where it is signed: the right half of the page, kept together.
    pub(super) fn signature(&mut self, signature: &Signature) {
        let left = self.page.text_width() * 45 / 100;
        let line = Paragraph {
            keep_next: true,
            before: Some(0),
            after: Some(0),
            single: true,
            indents: Some((left, 0)),
            align: Some("left"),
            ..Paragraph::of(Style::Normal)
        };
        let position = format!("{},", signature.position);
        let above: Vec<&str> = signature.place.iter().map(String::as_str).chain([position.as_str()]).collect();
        for (at, text) in above.into_iter().enumerate() {
            let before = if at == 0 { 720 } else { 0 };
            self.paragraph(Paragraph { before: Some(before), ..line }, |writer| writer.run(text, Look::default()));
        }
        let last = signature.lines.len();
        let name = Paragraph { before: Some(HAND), keep_next: last > 0, ..line };
        self.paragraph(name, |writer| writer.run(&signature.name, Look::default().bold()));
        for (at, text) in signature.lines.iter().enumerate() {
            self.paragraph(Paragraph { keep_next: at + 1 < last, ..line }, |writer| writer.run(text, Look::default()));
        }
    }
}

/// The header with the letterhead: the logo beside the names, a double line below.
fn part(head: &Letterhead, styles: &Styles, width: i64, logo: Option<&[u8]>) -> Vec<u8> {
    let mut xml = Xml::part();
    xml.open("w:hdr", &super::NAMESPACES);
    match logo {
        None => names(&mut xml, head, styles),
        Some(drawing) => {
            let (left, right) = (LOGO.to_string(), (width - LOGO).to_string());
            xml.open("w:tbl", &[]);
            xml.element("w:tblPr", &[], |xml| {
                xml.empty("w:tblW", &[("w:w", &width.to_string()), ("w:type", "dxa")]);
                xml.element("w:tblBorders", &[], |xml| xml.empty("w:bottom", &RULE));
                xml.empty("w:tblLayout", &[("w:type", "fixed")]);
            });
            xml.element("w:tblGrid", &[], |xml| {
                [&left, &right].iter().for_each(|width| xml.empty("w:gridCol", &[("w:w", width)]))
            });
            xml.open("w:tr", &[]);
            cell(&mut xml, &left, |xml| {
                line(xml, styles, "left", false, |xml| xml.raw(drawing));
            });
            cell(&mut xml, &right, |xml| names(xml, head, styles));
            xml.close("w:tr");
            xml.close("w:tbl");
        }
    }
    // A table must be followed by a paragraph; it carries the period. Without a logo the line stands above it.
    let words = head.period.as_deref().unwrap_or_default();
    line(&mut xml, styles, "center", logo.is_none(), |xml| text(xml, words, 24, false, false));
    line(&mut xml, styles, "center", false, |_| {});
    xml.close("w:hdr");
    xml.finish()
}

/// A thick line and a thin one.
const RULE: [(&str, &str); 4] = [("w:val", "thickThinSmallGap"), ("w:sz", "18"), ("w:space", "4"), ("w:color", "auto")];

fn names(xml: &mut Xml, head: &Letterhead, styles: &Styles) {
    let mut all: Vec<(&str, u32, bool)> = Vec::new();
    all.extend(head.above.as_deref().map(|above| (above, SIZES.0, false)));
    all.extend(head.name_lines().into_iter().map(|name| (name, SIZES.1, true)));
    all.extend(head.lines.iter().map(|line| (line.as_str(), SIZES.2, false)));
    for (words, size, bold) in &all {
        line(xml, styles, "center", false, |xml| text(xml, words, *size, *bold, *size != SIZES.2));
    }
    if all.is_empty() {
        line(xml, styles, "center", false, |_| {});
    }
}

fn cell(xml: &mut Xml, width: &str, inside: impl FnOnce(&mut Xml)) {
    xml.element("w:tc", &[], |xml| {
        xml.element("w:tcPr", &[], |xml| {
            xml.empty("w:tcW", &[("w:w", width), ("w:type", "dxa")]);
            xml.value("w:vAlign", "center");
        });
        inside(xml);
    });
}

fn line(xml: &mut Xml, styles: &Styles, align: &str, ruled: bool, inside: impl FnOnce(&mut Xml)) {
    xml.element("w:p", &[], |xml| {
        xml.element("w:pPr", &[], |xml| {
            xml.value("w:pStyle", styles.id(Style::Header));
            if ruled {
                xml.element("w:pBdr", &[], |xml| xml.empty("w:top", &RULE));
            }
            xml.value("w:jc", align);
        });
        inside(xml);
    });
}

fn text(xml: &mut Xml, words: &str, size: u32, bold: bool, capitals: bool) {
    if words.is_empty() {
        return;
    }
    xml.element("w:r", &[], |xml| {
        xml.element("w:rPr", &[], |xml| {
            if bold {
                xml.empty("w:b", &[]);
            }
            if capitals {
                xml.empty("w:caps", &[]);
            }
            xml.value("w:sz", &size.to_string());
            xml.value("w:szCs", &size.to_string());
        });
        xml.text("w:t", &[("xml:space", "preserve")], words);
    });
}
