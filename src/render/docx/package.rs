//! The package: parts in a zip, their types and relationships. The same parts give the same bytes.

use super::xml::Xml;
use sha2::{Digest, Sha256};
use std::io::{Cursor, Read, Write};
use zip::write::SimpleFileOptions;
use zip::{CompressionMethod, DateTime, ZipArchive, ZipWriter};

/// The part that holds the fingerprint of the others.
const CUSTOM: &str = "docProps/custom.xml";
/// Name of the property that holds it.
const PROPERTY: &str = "bab4-fingerprint";
/// The most that is unpacked to find out whether a file is ours, in bytes.
const LIMIT: u64 = 512 << 20;

const RELATIONSHIPS: &str = "http://schemas.openxmlformats.org/package/2006/relationships";
const TYPES: &str = "http://schemas.openxmlformats.org/package/2006/content-types";
const DOCUMENT: &str = "application/vnd.openxmlformats-officedocument.wordprocessingml.";
const OFFICE: &str = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/";

/// A package under construction.
#[derive(Default)]
pub struct Package {
    parts: Vec<(String, Vec<u8>)>,
    types: Vec<(String, String)>,
    relationships: Vec<(String, String)>,
}

impl Package {
    /// Adds a part of the word document beside the main one, `styles.xml`; gives the id of its relationship.
    /// `kind` is both the end of its content type, `styles+xml`, and of the relationship.
    pub fn add(&mut self, name: &str, kind: &str, bytes: Vec<u8>) -> String {
        let content_type = match kind {
            "theme" => "application/vnd.openxmlformats-officedocument.theme+xml".to_owned(),
            _ => format!("{DOCUMENT}{kind}+xml"),
        };
        self.types.push((format!("/word/{name}"), content_type));
        self.parts.push((format!("word/{name}"), bytes));
        self.relate(kind, name)
    }

    /// The same for a part that shows pictures itself, which were added by [`Package::add_media`]; the first is its `rId1`.
    pub fn add_with_pictures(&mut self, name: &str, kind: &str, bytes: Vec<u8>, pictures: &[String]) -> String {
        if !pictures.is_empty() {
            let entries = pictures.iter().map(|target| (format!("{OFFICE}image"), target.as_str()));
            self.parts.push((format!("word/_rels/{name}.rels"), relationships(entries)));
        }
        self.add(name, kind, bytes)
    }

    /// Adds a picture; gives the id of its relationship. A picture that is there already is not added again.
    pub fn add_picture(&mut self, ending: &str, bytes: &[u8]) -> String {
        let target = self.add_media(ending, bytes);
        self.relate("image", &target)
    }

    /// Adds the content of a picture; gives its name as relationships have it.
    pub fn add_media(&mut self, ending: &str, bytes: &[u8]) -> String {
        let is_same = |(name, known): &(String, Vec<u8>)| name.starts_with("word/media/") && known == bytes;
        if let Some((name, _)) = self.parts.iter().find(|part| is_same(part)) {
            return name.trim_start_matches("word/").to_owned();
        }
        let count = self.parts.iter().filter(|(name, _)| name.starts_with("word/media/")).count();
        let target = format!("media/picture{}.{ending}", count + 1);
        self.parts.push((format!("word/{target}"), bytes.to_vec()));
        target
    }

    fn relate(&mut self, kind: &str, target: &str) -> String {
        let entry = (kind.to_owned(), target.to_owned());
        let position = self.relationships.iter().position(|known| *known == entry).unwrap_or_else(|| {
            self.relationships.push(entry);
            self.relationships.len() - 1
        });
        format!("rId{}", position + 1)
    }

    /// The file: main part and properties added, the fingerprint taken, everything packed.
    ///
    /// # Errors
    /// What the packer says; in memory it has no reason to.
    pub fn finish(mut self, document: Vec<u8>, core: Vec<u8>, app: Vec<u8>) -> Result<Vec<u8>, zip::result::ZipError> {
        self.types.insert(0, ("/word/document.xml".to_owned(), format!("{DOCUMENT}document.main+xml")));
        self.types
            .push(("/docProps/core.xml".to_owned(), "application/vnd.openxmlformats-package.core-properties+xml".to_owned()));
        for name in ["app", "custom"] {
            let kind = if name == "app" { "extended" } else { name };
            let content_type = format!("application/vnd.openxmlformats-officedocument.{kind}-properties+xml");
            self.types.push((format!("/docProps/{name}.xml"), content_type));
        }
        let mut parts = vec![
            ("[Content_Types].xml".to_owned(), content_types(&self.types)),
            ("_rels/.rels".to_owned(), package_relationships()),
            ("docProps/core.xml".to_owned(), core),
            ("docProps/app.xml".to_owned(), app),
            ("word/document.xml".to_owned(), document),
            ("word/_rels/document.xml.rels".to_owned(), document_relationships(&self.relationships)),
        ];
        parts.append(&mut self.parts);
        let fingerprint = fingerprint(&parts);
        parts.push((CUSTOM.to_owned(), custom_properties(&fingerprint)));
        pack(&parts)
    }
}

/// Whether a file is as this program wrote it: its fingerprint is there and fits every other part. Saving it again in another
/// program, let alone changing a word, makes it the author's.
pub fn is_untouched(file: &[u8]) -> bool {
    let Some(mut parts) = unpack(file) else { return false };
    let Some(at) = parts.iter().position(|(name, _)| name == CUSTOM) else { return false };
    let (_, custom) = parts.remove(at);
    custom == custom_properties(&fingerprint(&parts))
}

/// SHA-256 over names and contents of the parts, by name.
fn fingerprint(parts: &[(String, Vec<u8>)]) -> String {
    let mut sorted: Vec<&(String, Vec<u8>)> = parts.iter().collect();
    sorted.sort();
    let mut hash = Sha256::new();
    for (name, bytes) in sorted {
        for piece in [name.as_bytes(), bytes] {
            hash.update((piece.len() as u64).to_le_bytes());
            hash.update(piece);
        }
    }
    hash.finalize().iter().map(|byte| format!("{byte:02x}")).collect()
}

fn pack(parts: &[(String, Vec<u8>)]) -> Result<Vec<u8>, zip::result::ZipError> {
    let mut zip = ZipWriter::new(Cursor::new(Vec::new()));
    for (name, bytes) in parts {
        // Pictures are packed already.
        let packed = [".png", ".jpeg", ".gif"].iter().any(|ending| name.ends_with(ending));
        let method = if packed { CompressionMethod::Stored } else { CompressionMethod::Deflated };
        // The first moment a zip can name, so that no time is in the file.
        let options = SimpleFileOptions::default().compression_method(method).last_modified_time(DateTime::default());
        zip.start_file(name.as_str(), options)?;
        zip.write_all(bytes)?;
    }
    Ok(zip.finish()?.into_inner())
}

/// Every part with its name; nothing when it is no zip or unpacks to more than a chapter can.
fn unpack(file: &[u8]) -> Option<Vec<(String, Vec<u8>)>> {
    let mut archive = ZipArchive::new(Cursor::new(file)).ok()?;
    let (mut parts, mut left) = (Vec::new(), LIMIT);
    for at in 0..archive.len() {
        let entry = archive.by_index(at).ok()?;
        let name = entry.name().ok()?.to_string();
        let mut bytes = Vec::new();
        entry.take(left + 1).read_to_end(&mut bytes).ok()?;
        left = left.checked_sub(u64::try_from(bytes.len()).ok()?)?;
        parts.push((name, bytes));
    }
    Some(parts)
}

fn content_types(overrides: &[(String, String)]) -> Vec<u8> {
    let mut xml = Xml::part();
    xml.element("Types", &[("xmlns", TYPES)], |xml| {
        let defaults = [
            ("rels", "application/vnd.openxmlformats-package.relationships+xml"),
            ("xml", "application/xml"),
            ("png", "image/png"),
            ("jpeg", "image/jpeg"),
            ("gif", "image/gif"),
            ("svg", "image/svg+xml"),
        ];
        for (ending, content_type) in defaults {
            xml.empty("Default", &[("Extension", ending), ("ContentType", content_type)]);
        }
        for (name, content_type) in overrides {
            xml.empty("Override", &[("PartName", name), ("ContentType", content_type)]);
        }
    });
    xml.finish()
}

fn relationships<'a>(entries: impl Iterator<Item = (String, &'a str)>) -> Vec<u8> {
    let mut xml = Xml::part();
    xml.element("Relationships", &[("xmlns", RELATIONSHIPS)], |xml| {
        for (position, (kind, target)) in entries.enumerate() {
            let id = format!("rId{}", position + 1);
            xml.empty("Relationship", &[("Id", &id), ("Type", &kind), ("Target", target)]);
        }
    });
    xml.finish()
}

fn package_relationships() -> Vec<u8> {
    let core = "http://schemas.openxmlformats.org/package/2006/relationships/metadata/core-properties".to_owned();
    relationships(
        [
            (format!("{OFFICE}officeDocument"), "word/document.xml"),
            (core, "docProps/core.xml"),
            (format!("{OFFICE}extended-properties"), "docProps/app.xml"),
            (format!("{OFFICE}custom-properties"), CUSTOM),
        ]
        .into_iter(),
    )
}

fn document_relationships(entries: &[(String, String)]) -> Vec<u8> {
    relationships(entries.iter().map(|(kind, target)| (format!("{OFFICE}{kind}"), target.as_str())))
}

fn custom_properties(fingerprint: &str) -> Vec<u8> {
    let mut xml = Xml::part();
    let namespaces = [
        ("xmlns", "http://schemas.openxmlformats.org/officeDocument/2006/custom-properties"),
        ("xmlns:vt", "http://schemas.openxmlformats.org/officeDocument/2006/docPropsVTypes"),
    ];
    xml.element("Properties", &namespaces, |xml| {
        // The number every custom property carries, and the first free place (ISO/IEC 29500-1, 15.2.12.2).
        let attributes = [("fmtid", "{D5CDD505-2E9C-101B-9397-08002B2CF9AE}"), ("pid", "2"), ("name", PROPERTY)];
        xml.element("property", &attributes, |xml| xml.text("vt:lpwstr", &[], fingerprint));
    });
    xml.finish()
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;

    fn file() -> Vec<u8> {
        let mut package = Package::default();
        assert_eq!(package.add("styles.xml", "styles", b"<a/>".to_vec()), "rId1");
        assert_eq!(package.add_picture("png", &[1, 2]), "rId2");
        assert_eq!(package.add_picture("png", &[3]), "rId3");
        assert_eq!(package.add_picture("png", &[1, 2]), "rId2", "one picture, one part");
        package.finish(b"<w:document/>".to_vec(), b"<core/>".to_vec(), b"<app/>".to_vec()).unwrap()
    }

    #[test]
    fn the_same_parts_give_the_same_bytes_and_no_time() {
        let first = file();
        assert_eq!(first, file());
        let mut archive = ZipArchive::new(Cursor::new(first)).unwrap();
        for at in 0..archive.len() {
            let entry = archive.by_index(at).unwrap();
            let time = entry.last_modified().unwrap();
            assert_eq!((time.year(), time.month(), time.day(), time.hour()), (1980, 1, 1, 0));
        }
    }

    #[test]
    fn any_change_makes_a_file_the_authors() {
        let first = file();
        assert!(is_untouched(&first));
        let parts = unpack(&first).unwrap();
        // Packed anew, as another program would save it, with the same contents: nothing was edited.
        assert!(is_untouched(&pack(&parts).unwrap()));
        for at in 0..parts.len() {
            let mut changed = parts.clone();
            changed[at].1.push(b' ');
            assert!(!is_untouched(&pack(&changed).unwrap()), "{}", changed[at].0);
            let mut missing = parts.clone();
            missing.remove(at);
            assert!(!is_untouched(&pack(&missing).unwrap()), "{}", parts[at].0);
        }
        let mut more = parts.clone();
        more.push(("word/comments.xml".to_owned(), b"<a/>".to_vec()));
        assert!(!is_untouched(&pack(&more).unwrap()));
        assert!(!is_untouched(b"") && !is_untouched(b"tulisan saya"));
    }
}
