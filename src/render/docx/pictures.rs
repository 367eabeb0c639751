//! Figures: a drawing of ours as SVG with the pixels beside it for programs that show no SVG; a picture of the author as it is.

use super::Writer;
use super::inlines::Look;
use super::paragraphs::{BELOW, Paragraph};
use super::styles::Style;
use super::xml::Xml;
use crate::numbers::Setting;
use crate::report::document::{Figure, Picture, plain_text};

/// English metric units in a twip; 360 000 are a centimetre.
const UNITS_PER_TWIP: i64 = 635;
/// Units in a pixel of 96 to the inch.
const UNITS_PER_PIXEL: i64 = 9525;
/// The highest a picture stands on a page, as a share of its text's height: its caption stands on the same page.
const HIGHEST: f64 = 0.8;
/// How much of the width a picture of the author takes at most.
const WIDTH_OF_AUTHORS: f64 = 0.8;

/// A picture of pixels.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Pixels {
    /// The PNG file.
    pub png: Vec<u8>,
    /// Width in pixels.
    pub width: u32,
    /// Height in pixels.
    pub height: u32,
}

/// A picture of the author.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct AuthorFile<'a> {
    /// Its path as the text names it.
    pub name: &'a str,
    /// Its content.
    pub bytes: &'a [u8],
}

/// What goes into the document.
pub(super) struct Embedded {
    pub(super) ending: &'static str,
    pub(super) bytes: Vec<u8>,
    pub(super) svg: Option<Vec<u8>>,
    pub(super) width: u32,
    pub(super) height: u32,
}

impl Writer<'_> {
    pub(super) fn figure(&mut self, figure: &Figure) {
        let above = self.document.figure_captions_above;
        let word = self.word("Gambar", "Figure");
        if above {
            self.caption(word, figure.number.as_deref(), &figure.caption, &figure.id, true);
        }
        let alt = if figure.alt.is_empty() { plain_text(&figure.caption, &self.document.style) } else { figure.alt.clone() };
        let keep_next = !above || figure.source.is_some();
        let after = (!keep_next).then_some(BELOW);
        let picture = Paragraph { keep_next, after, ..Paragraph::of(Style::Figure) };
        match self.embedded(&figure.picture) {
            Some(embedded) => {
                let share = if matches!(figure.picture, Picture::Svg(_)) { 1.0 } else { WIDTH_OF_AUTHORS };
                self.paragraph(picture, |writer| writer.drawing(&embedded, share, &alt));
            }
            None => {
                if let Picture::File(name) = &figure.picture {
                    self.unusable.push(name.clone());
                }
                self.paragraph(picture, |writer| writer.run(&alt, Look { highlighted: true, ..Look::default() }));
            }
        }
        if let Some(source) = &figure.source {
            let after = (!above).then_some(0);
            let paragraph = Paragraph { keep_next: !above, after, ..Paragraph::of(Style::Source) };
            self.paragraph(paragraph, |writer| writer.inlines(source, Setting::Sentence, Look::default()));
        }
        if !above {
            self.caption(word, figure.number.as_deref(), &figure.caption, &figure.id, false);
        }
    }

    /// The content of a picture as Word takes it.
    pub(super) fn embedded(&self, picture: &Picture) -> Option<Embedded> {
        let of_svg = |svg: &str| {
            let Pixels { png, width, height } = (self.sources.draw)(svg)?;
            Some(Embedded { ending: "png", bytes: png, svg: Some(svg.as_bytes().to_vec()), width, height })
        };
        match picture {
            Picture::Svg(svg) => of_svg(svg),
            Picture::File(name) => {
                let bytes = self.sources.files.iter().find(|file| file.name == name)?.bytes;
                match kind(bytes) {
                    Some((ending, width, height)) => Some(Embedded { ending, bytes: bytes.to_vec(), svg: None, width, height }),
                    None => of_svg(std::str::from_utf8(bytes).ok()?),
                }
            }
        }
    }

    /// A picture in its line.
    fn drawing(&mut self, embedded: &Embedded, share: f64, alt: &str) {
        self.drawings += 1;
        let pixels = self.package.add_picture(embedded.ending, &embedded.bytes);
        let svg = embedded.svg.as_ref().map(|svg| self.package.add_picture("svg", svg));
        let extent = self.extent(embedded, share);
        let word = self.word("Gambar", "Figure");
        inline_picture(&mut self.xml, (&pixels, svg.as_deref()), extent, (self.drawings, word), alt);
    }

    /// Width and height in English metric units: as wide as its share of the text, but no higher than fits with its caption,
    /// and the author's pictures never enlarged.
    fn extent(&self, embedded: &Embedded, share: f64) -> (i64, i64) {
        let page = &self.page;
        let room = ((page.text_width() * UNITS_PER_TWIP) as f64 * share).floor();
        let highest = ((page.height - page.top - page.bottom) * UNITS_PER_TWIP) as f64 * HIGHEST;
        let ratio = f64::from(embedded.height.max(1)) / f64::from(embedded.width.max(1));
        let own = if embedded.svg.is_some() { room } else { (i64::from(embedded.width.max(1)) * UNITS_PER_PIXEL) as f64 };
        let width = room.min(own).min(highest / ratio).max(1.0);
        (width as i64, ((width * ratio) as i64).max(1))
    }
}

/// Writes a run with a picture; children in the order of the schema. `parts` are the ids of its pixels and its drawing, `extent` is
/// in English metric units, `named` its number among the drawings and the word before it.
pub(super) fn inline_picture(
    xml: &mut Xml,
    (pixels, svg): (&str, Option<&str>),
    extent: (i64, i64),
    (id, word): (u32, &str),
    alt: &str,
) {
    let (width, height, id) = (extent.0.to_string(), extent.1.to_string(), id.to_string());
    let name = format!("{word} {id}");
    xml.open("w:r", &[]);
    xml.open("w:drawing", &[]);
    xml.open("wp:inline", &[("distT", "0"), ("distB", "0"), ("distL", "0"), ("distR", "0")]);
    xml.empty("wp:extent", &[("cx", &width), ("cy", &height)]);
    xml.empty("wp:docPr", &[("id", &id), ("name", &name), ("descr", alt)]);
    xml.element("wp:cNvGraphicFramePr", &[], |xml| xml.empty("a:graphicFrameLocks", &[("noChangeAspect", "1")]));
    xml.open("a:graphic", &[]);
    xml.open("a:graphicData", &[("uri", "http://schemas.openxmlformats.org/drawingml/2006/picture")]);
    xml.element("pic:pic", &[], |xml| {
        xml.element("pic:nvPicPr", &[], |xml| {
            xml.empty("pic:cNvPr", &[("id", &id), ("name", &name), ("descr", alt)]);
            xml.empty("pic:cNvPicPr", &[]);
        });
        xml.element("pic:blipFill", &[], |xml| {
            blip(xml, pixels, svg);
            xml.element("a:stretch", &[], |xml| xml.empty("a:fillRect", &[]));
        });
        xml.element("pic:spPr", &[], |xml| {
            xml.element("a:xfrm", &[], |xml| {
                xml.empty("a:off", &[("x", "0"), ("y", "0")]);
                xml.empty("a:ext", &[("cx", &width), ("cy", &height)]);
            });
            xml.element("a:prstGeom", &[("prst", "rect")], |xml| xml.empty("a:avLst", &[]));
        });
    });
    for name in ["a:graphicData", "a:graphic", "wp:inline", "w:drawing", "w:r"] {
        xml.close(name);
    }
}

fn blip(xml: &mut Xml, pixels: &str, svg: Option<&str>) {
    let Some(svg) = svg else { return xml.empty("a:blip", &[("r:embed", pixels)]) };
    xml.element("a:blip", &[("r:embed", pixels)], |xml| {
        xml.element("a:extLst", &[], |xml| {
            // The extension by which Office 2016 and later show the SVG instead ([MS-ODRAWXML] 2.3.6.17).
            xml.element("a:ext", &[("uri", "{96DAC541-7B7A-43D3-8B79-37D633B846F1}")], |xml| {
                xml.empty("asvg:svgBlip", &[("r:embed", svg)]);
            });
        });
    });
}

/// Ending, width and height of a picture that Word shows: PNG, JPEG or GIF, by its first bytes.
fn kind(bytes: &[u8]) -> Option<(&'static str, u32, u32)> {
    let big = |at: usize, length: usize| -> Option<u32> {
        Some(bytes.get(at..at + length)?.iter().fold(0, |number, byte| number << 8 | u32::from(*byte)))
    };
    if bytes.starts_with(b"\x89PNG\r\n\x1a\n") {
        return Some(("png", big(16, 4)?, big(20, 4)?));
    }
    if bytes.starts_with(b"GIF8") {
        let little = |at: usize| Some(u32::from(*bytes.get(at)?) | u32::from(*bytes.get(at + 1)?) << 8);
        return Some(("gif", little(6)?, little(8)?));
    }
    if !bytes.starts_with(b"\xff\xd8") {
        return None;
    }
    // Segments of a JPEG up to the one that begins the frame and names its size (ITU-T T.81, B.2.2).
    let mut at = 2;
    loop {
        let marker = big(at, 2)?;
        match marker {
            0xffff => at += 1,
            0xffc0..=0xffc3 | 0xffc5..=0xffc7 | 0xffc9..=0xffcb | 0xffcd..=0xffcf => {
                return Some(("jpeg", big(at + 7, 2)?, big(at + 5, 2)?));
            }
            0xff00..=0xfffe => at += 2 + usize::try_from(big(at + 2, 2)?.max(2)).ok()?,
            _ => return None,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_size_of_a_picture_stands_in_its_first_bytes() {
        let mut png = b"\x89PNG\r\n\x1a\n\0\0\0\x0dIHDR".to_vec();
        png.extend([0, 0, 1, 0x2c, 0, 0, 0, 0xc8]);
        assert_eq!(kind(&png), Some(("png", 300, 200)));
        assert_eq!(kind(b"GIF89a\x2c\x01\xc8\x00"), Some(("gif", 300, 200)));
        // A JPEG whose frame follows a comment of four bytes.
        let jpeg = [0xff, 0xd8, 0xff, 0xfe, 0, 4, b'a', b'b', 0xff, 0xc0, 0, 17, 8, 0, 200, 1, 44, 3];
        assert_eq!(kind(&jpeg), Some(("jpeg", 300, 200)));
        for other in
            [&b"<svg/>"[..], b"", b"\xff\xd8", b"\xff\xd8\xff\xfe\xff\xff", b"\xff\xd8\xff\xff", b"\x89PNG\r\n\x1a\n", b"RIFF"]
        {
            assert_eq!(kind(other), None);
        }
    }
}
