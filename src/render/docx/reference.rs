//! A campus's file: its styles, lists, fonts, theme, settings and page are taken, its text is not.

use super::page::Page;
use super::scan;
use super::styles::{Styles, tag};
use super::{FONT_TABLE, SETTINGS};
use crate::language::Language;
use std::io::{Cursor, Read};
use zip::ZipArchive;

/// The most that a part may unpack to, in bytes; a file of styles has a few hundred thousand.
const LIMIT: u64 = 16 << 20;

/// Settings that say how text is set; the others speak of the campus's own text, its protection, its macros.
const SETTINGS_TAKEN: [&str; 11] = [
    "w:zoom",
    "w:mirrorMargins",
    "w:defaultTabStop",
    "w:autoHyphenation",
    "w:consecutiveHyphenLimit",
    "w:hyphenationZone",
    "w:doNotHyphenateCaps",
    "w:characterSpacingControl",
    "w:compat",
    "m:mathPr",
    "w:clrSchemeMapping",
];

/// What is taken from a campus's file.
#[derive(Debug, Clone, PartialEq)]
pub struct ReferenceDocument {
    /// `styles.xml`; ours where there is none.
    pub(super) styles: Option<String>,
    /// `numbering.xml`, to which its styles may point.
    pub(super) numbering: Option<String>,
    /// `theme1.xml`, whose fonts and colours its styles may name.
    pub(super) theme: Option<String>,
    /// `settings.xml`.
    pub(super) settings: String,
    /// `fontTable.xml`.
    pub(super) fonts: String,
    /// Size and margins of its pages.
    pub(super) page: Option<Page>,
}

/// Why a file cannot be taken as a model.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum ReferenceError {
    /// It is no DOCX.
    NotDocx,
    /// It unpacks to more than any document of styles does.
    TooLarge,
    /// It is a DOCX in the strict variant, which names everything otherwise.
    Strict,
    /// A part of it is damaged; which, and how.
    Damaged(String),
}

impl ReferenceDocument {
    /// Our own.
    pub(super) fn own(language: Language) -> ReferenceDocument {
        ReferenceDocument {
            styles: None,
            numbering: None,
            theme: None,
            settings: SETTINGS.replace("\"id-ID\"", &format!("\"{}\"", tag(language))),
            fonts: FONT_TABLE.to_owned(),
            page: None,
        }
    }

    /// Reads a campus's file.
    ///
    /// # Errors
    /// Why it cannot be used.
    pub fn read(bytes: &[u8]) -> Result<ReferenceDocument, ReferenceError> {
        let mut archive = ZipArchive::new(Cursor::new(bytes)).map_err(|_| ReferenceError::NotDocx)?;
        let document = part(&mut archive, "word/document.xml")?.ok_or(ReferenceError::NotDocx)?;
        let styles = part(&mut archive, "word/styles.xml")?.ok_or(ReferenceError::NotDocx)?;
        for (xml, root) in [(&document, "w:document"), (&styles, "w:styles")] {
            if !scan::is_part(xml, root) {
                let strict = xml.contains("http://purl.oclc.org/ooxml/");
                return Err(if strict { ReferenceError::Strict } else { ReferenceError::Damaged(root.to_owned()) });
            }
        }
        if !styles.trim_end().ends_with("</w:styles>") {
            return Err(ReferenceError::Damaged("styles.xml".to_owned()));
        }
        Styles::of_campus(&styles, Language::Id, &Page::default())
            .map_err(|error| ReferenceError::Damaged(format!("styles.xml: {error}")))?;
        let numbering = part(&mut archive, "word/numbering.xml")?.filter(|xml| scan::is_part(xml, "w:numbering"));
        let numbering = numbering.map(|xml| sound(&xml, "numbering.xml").map(|()| without(&xml, PICTURE_BULLETS))).transpose()?;
        // A theme that points to pictures would need them too; it is left out.
        let theme =
            part(&mut archive, "word/theme/theme1.xml")?.filter(|xml| !xml.contains("r:embed") && !xml.contains("r:link"));
        if let Some(theme) = &theme {
            sound(theme, "theme1.xml")?;
        }
        let settings = part(&mut archive, "word/settings.xml")?.map(|xml| settings_of(&xml)).transpose()?;
        let fonts = part(&mut archive, "word/fontTable.xml")?.filter(|xml| scan::is_part(xml, "w:fonts"));
        let fonts = fonts.map(|xml| sound(&xml, "fontTable.xml").map(|()| without(&xml, EMBEDDED_FONTS))).transpose()?;
        Ok(ReferenceDocument {
            page: Page::of_document(&document),
            styles: Some(styles),
            // Closed in itself it has no place for lists of ours.
            numbering: numbering.filter(|xml| xml.trim_end().ends_with("</w:numbering>")),
            theme,
            settings: settings.unwrap_or_else(|| SETTINGS.to_owned()),
            fonts: fonts.unwrap_or_else(|| FONT_TABLE.to_owned()),
        })
    }
}

/// Elements that point to parts which are not taken along.
const PICTURE_BULLETS: &[&str] = &["w:numPicBullet", "w:lvlPicBulletId"];
const EMBEDDED_FONTS: &[&str] = &["w:embedRegular", "w:embedBold", "w:embedItalic", "w:embedBoldItalic"];

/// The text of a part; none where there is no such part.
fn part(archive: &mut ZipArchive<Cursor<&[u8]>>, name: &str) -> Result<Option<String>, ReferenceError> {
    let entry = match archive.by_name(name) {
        Ok(entry) => entry,
        Err(zip::result::ZipError::FileNotFound) => return Ok(None),
        Err(error) => return Err(ReferenceError::Damaged(format!("{name}: {error}"))),
    };
    let mut bytes = Vec::new();
    let damaged = |error: std::io::Error| ReferenceError::Damaged(format!("{name}: {error}"));
    entry.take(LIMIT + 1).read_to_end(&mut bytes).map_err(damaged)?;
    if bytes.len() as u64 > LIMIT {
        return Err(ReferenceError::TooLarge);
    }
    let text = String::from_utf8(bytes).map_err(|_| ReferenceError::Damaged(format!("{name}: UTF-8")))?;
    Ok(Some(text.trim_start_matches('\u{feff}').to_owned()))
}

fn sound(xml: &str, name: &str) -> Result<(), ReferenceError> {
    scan::children(xml).map(|_| ()).map_err(|error| ReferenceError::Damaged(format!("{name}: {error}")))
}

/// A part without some elements.
fn without(xml: &str, names: &[&str]) -> String {
    let mut text = xml.to_owned();
    for name in names {
        let found: Vec<String> =
            scan::all(xml, name).unwrap_or_default().iter().map(|element| element.source.to_owned()).collect();
        for source in found {
            text = text.replace(&source, "");
        }
    }
    text
}

/// The campus's settings that are taken, under its own root with its namespaces.
fn settings_of(xml: &str) -> Result<String, ReferenceError> {
    if !scan::is_part(xml, "w:settings") {
        return Ok(SETTINGS.to_owned());
    }
    let children = scan::children(xml).map_err(|error| ReferenceError::Damaged(format!("settings.xml: {error}")))?;
    let Some(first) = children.first() else { return Ok(SETTINGS.to_owned()) };
    let Some(begin) = xml.find(first.source) else { return Ok(SETTINGS.to_owned()) };
    let mut settings = xml[..begin].to_owned();
    for child in children.iter().filter(|child| SETTINGS_TAKEN.contains(&child.name.as_str())) {
        settings.push_str(child.source);
    }
    settings.push_str("</w:settings>");
    Ok(settings)
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;
    use std::io::Write;
    use zip::ZipWriter;
    use zip::write::SimpleFileOptions;

    const W: &str = "xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\"";

    fn docx(parts: &[(&str, String)]) -> Vec<u8> {
        let mut zip = ZipWriter::new(Cursor::new(Vec::new()));
        for (name, text) in parts {
            zip.start_file(*name, SimpleFileOptions::default()).unwrap();
            zip.write_all(text.as_bytes()).unwrap();
        }
        zip.finish().unwrap().into_inner()
    }

    fn campus(more: &[(&str, String)]) -> Vec<u8> {
        let page = "<w:sectPr><w:pgSz w:w=\"11906\" w:h=\"16838\"/><w:pgMar w:top=\"1701\" w:right=\"1701\" w:bottom=\"1701\" w:left=\"2268\"/></w:sectPr>";
        let mut parts = vec![
            ("word/document.xml", format!("<w:document {W}><w:body>{page}</w:body></w:document>")),
            ("word/styles.xml", format!("<w:styles {W}></w:styles>")),
        ];
        parts.extend(more.iter().cloned());
        docx(&parts)
    }

    #[test]
    fn what_points_elsewhere_is_left_out() {
        let settings = format!(
            "<w:settings {W} xmlns:r=\"r\"><w:documentProtection w:edit=\"readOnly\"/><w:attachedTemplate r:id=\"rId9\"/>\
             <w:defaultTabStop w:val=\"720\"/><w:updateFields w:val=\"true\"/><w:footnotePr><w:footnote w:id=\"-1\"/></w:footnotePr></w:settings>"
        );
        let fonts =
            format!("<w:fonts {W} xmlns:r=\"r\"><w:font w:name=\"Arial\"><w:embedRegular r:id=\"rId1\"/></w:font></w:fonts>");
        let read = ReferenceDocument::read(&campus(&[("word/settings.xml", settings), ("word/fontTable.xml", fonts)])).unwrap();
        assert!(read.settings.ends_with("xmlns:r=\"r\"><w:defaultTabStop w:val=\"720\"/></w:settings>"), "{}", read.settings);
        assert!(read.fonts.contains("Arial") && !read.fonts.contains("rId1"));
        assert_eq!(read.page.unwrap().top, 1701);
    }

    #[test]
    fn what_is_no_docx_is_refused() {
        assert_eq!(ReferenceDocument::read(b"PK\x03\x04 tesis"), Err(ReferenceError::NotDocx));
        assert_eq!(ReferenceDocument::read(b""), Err(ReferenceError::NotDocx));
        assert_eq!(ReferenceDocument::read(&docx(&[("xl/workbook.xml", String::new())])), Err(ReferenceError::NotDocx));
        let strict = "<w:document xmlns:w=\"http://purl.oclc.org/ooxml/wordprocessingml/main\"/>".to_owned();
        let parts = [("word/document.xml", strict), ("word/styles.xml", format!("<w:styles {W}></w:styles>"))];
        assert_eq!(ReferenceDocument::read(&docx(&parts)), Err(ReferenceError::Strict));
        let broken = [("word/numbering.xml", format!("<w:numbering {W}><w:num></w:numbering>"))];
        assert!(matches!(ReferenceDocument::read(&campus(&broken)), Err(ReferenceError::Damaged(_))));
    }

    #[test]
    fn a_bomb_is_not_unpacked() {
        // 64 MiB of blanks pack into some 64 kB.
        let bomb = docx(&[("word/document.xml", " ".repeat(64 << 20))]);
        assert!(bomb.len() < 1 << 20);
        assert_eq!(ReferenceDocument::read(&bomb), Err(ReferenceError::TooLarge));
    }
}
