//! Properties of the file: title, author, language. No times.

use super::styles::tag;
use super::xml::Xml;
use crate::report::document::Document;

/// `core.xml`.
pub fn core(document: &Document) -> Vec<u8> {
    let namespaces = [
        ("xmlns:cp", "http://schemas.openxmlformats.org/package/2006/metadata/core-properties"),
        ("xmlns:dc", "http://purl.org/dc/elements/1.1/"),
        ("xmlns:dcterms", "http://purl.org/dc/terms/"),
        ("xmlns:xsi", "http://www.w3.org/2001/XMLSchema-instance"),
    ];
    let mut xml = Xml::part();
    xml.element("cp:coreProperties", &namespaces, |xml| {
        xml.text("dc:title", &[], &document.title);
        if let Some(author) = &document.author {
            xml.text("dc:creator", &[], author);
        }
        xml.text("dc:language", &[], tag(document.language));
    });
    xml.finish()
}

/// `app.xml`.
pub fn app() -> Vec<u8> {
    let mut xml = Xml::part();
    let namespace = [("xmlns", "http://schemas.openxmlformats.org/officeDocument/2006/extended-properties")];
    xml.element("Properties", &namespace, |xml| xml.text("Application", &[], "bab4"));
    xml.finish()
}
