//! Reading XML that others wrote: elements with their attributes and their source, which is copied as it stands.

use quick_xml::XmlVersion;
use quick_xml::events::{BytesStart, Event};
use quick_xml::reader::Reader;

/// The namespace whose elements are called `w:…` in every file that Word, LibreOffice and Google Docs write.
const NAMESPACE: &str = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";

/// Elements nested deeper than this are no document.
const DEEPEST: usize = 256;

/// An element of a part.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Element<'a> {
    /// Its name with prefix, `w:style`.
    pub name: String,
    /// Names and values of its attributes.
    pub attributes: Vec<(String, String)>,
    /// All of it, from its start to its end.
    pub source: &'a str,
}

impl Element<'_> {
    /// The value of an attribute.
    pub fn attribute(&self, name: &str) -> Option<&str> {
        self.attributes.iter().find(|(known, _)| known == name).map(|(_, value)| value.as_str())
    }

    /// The `w:val` of the first element of this name inside.
    pub fn inner_value(&self, name: &str) -> Option<String> {
        let found = all(self.source, name).ok()?.into_iter().next()?;
        found.attribute("w:val").map(str::to_owned)
    }
}

/// Whether a part has this root, in the usual namespace under the usual prefix.
pub fn is_part(xml: &str, root: &str) -> bool {
    let mut reader = Reader::from_str(xml);
    loop {
        match reader.read_event() {
            Ok(Event::Start(start) | Event::Empty(start)) => {
                let namespace = attributes(&start).into_iter().find(|(name, _)| name == "xmlns:w");
                return name_of(&start) == root && namespace.is_some_and(|(_, uri)| uri == NAMESPACE);
            }
            Ok(Event::Eof) | Err(_) => return false,
            Ok(_) => {}
        }
    }
}

/// The elements right inside the root, in order.
///
/// # Errors
/// What is wrong with the XML.
pub fn children(xml: &str) -> Result<Vec<Element<'_>>, String> {
    collect(xml, |depth, _| depth == 1)
}

/// Every element of this name, those inside another of the same name left out.
///
/// # Errors
/// What is wrong with the XML.
pub fn all<'a>(xml: &'a str, name: &str) -> Result<Vec<Element<'a>>, String> {
    collect(xml, |_, found| found == name)
}

fn collect<'a>(xml: &'a str, wanted: impl Fn(usize, &str) -> bool) -> Result<Vec<Element<'a>>, String> {
    let mut reader = Reader::from_str(xml);
    let mut found = Vec::new();
    let mut depth = 0;
    // The element being read: where it begins, and how deep it stands.
    let mut open: Option<(usize, usize, Element<'a>)> = None;
    loop {
        let from = position(&reader)?;
        match reader.read_event().map_err(|error| error.to_string())? {
            Event::Start(start) => {
                if open.is_none() && wanted(depth, &name_of(&start)) {
                    open = Some((from, depth, element(&start)));
                }
                depth += 1;
                if depth > DEEPEST {
                    return Err(format!("elements nested deeper than {DEEPEST}"));
                }
            }
            Event::Empty(start) if open.is_none() && wanted(depth, &name_of(&start)) => {
                let source = xml.get(from..position(&reader)?).unwrap_or_default();
                found.push(Element { source, ..element(&start) });
            }
            Event::End(_) => {
                depth = depth.saturating_sub(1);
                if let Some((from, _, element)) = open.take_if(|(_, at, _)| *at == depth) {
                    let source = xml.get(from..position(&reader)?).unwrap_or_default();
                    found.push(Element { source, ..element });
                }
            }
            // Entities of their own are how small files become large; no word processor writes them.
            Event::DocType(_) => return Err("a document type declaration".to_owned()),
            Event::Eof => return Ok(found),
            _ => {}
        }
    }
}

fn position(reader: &Reader<&[u8]>) -> Result<usize, String> {
    usize::try_from(reader.buffer_position()).map_err(|error| error.to_string())
}

fn element<'a>(start: &BytesStart<'_>) -> Element<'a> {
    Element { name: name_of(start), attributes: attributes(start), source: "" }
}

fn name_of(start: &BytesStart<'_>) -> String {
    start.name().as_ref().to_owned()
}

fn attributes(start: &BytesStart<'_>) -> Vec<(String, String)> {
    let pairs = start.attributes().filter_map(Result::ok).map(|attribute| {
        let name = attribute.key.as_ref().to_owned();
        let value = attribute.normalized_value(XmlVersion::Implicit1_0).unwrap_or_default().into_owned();
        (name, value)
    });
    pairs.collect()
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;

    const PART: &str = r#"<?xml version="1.0"?><w:styles xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><!-- a -->
        <w:style w:styleId="A&amp;B"><w:name w:val="heading 1"/></w:style><w:latentStyles/></w:styles>"#;

    #[test]
    fn elements_are_found_with_their_source() {
        assert!(is_part(PART, "w:styles"));
        assert!(!is_part(PART, "w:document") && !is_part("<w:styles xmlns:w='other'/>", "w:styles") && !is_part("x", "w:styles"));
        let found = children(PART).unwrap();
        assert_eq!(found.iter().map(|element| element.name.as_str()).collect::<Vec<_>>(), ["w:style", "w:latentStyles"]);
        assert_eq!(found[0].attribute("w:styleId"), Some("A&B"));
        assert_eq!(found[0].inner_value("w:name").as_deref(), Some("heading 1"));
        assert!(found[0].source.starts_with("<w:style ") && found[0].source.ends_with("</w:style>"), "{}", found[0].source);
        assert_eq!(found[1].source, "<w:latentStyles/>");
    }

    #[test]
    fn damaged_and_hostile_files_are_refused() {
        assert!(children("<a><b></a>").is_err());
        assert!(children("<!DOCTYPE a [<!ENTITY b \"c\">]><a>&b;</a>").is_err());
        assert!(children(&"<a>".repeat(1000)).is_err());
    }
}
