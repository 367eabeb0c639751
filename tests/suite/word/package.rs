//! A DOCX taken apart: its parts, and their XML as a tree.

use quick_xml::XmlVersion;
use quick_xml::events::{BytesStart, Event};
use quick_xml::reader::Reader;
use std::collections::BTreeMap;
use std::io::{Cursor, Read};

/// The parts of a package by name.
pub struct Word {
    pub parts: BTreeMap<String, Vec<u8>>,
}

/// An element.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Node {
    pub name: String,
    pub attributes: BTreeMap<String, String>,
    pub children: Vec<Node>,
    own_text: String,
}

impl Word {
    pub fn open(bytes: &[u8]) -> Word {
        let mut archive = zip::ZipArchive::new(Cursor::new(bytes)).unwrap();
        let mut parts = BTreeMap::new();
        for at in 0..archive.len() {
            let mut entry = archive.by_index(at).unwrap();
            let name = entry.name().unwrap().to_string();
            let mut bytes = Vec::new();
            entry.read_to_end(&mut bytes).unwrap();
            assert!(parts.insert(name.clone(), bytes).is_none(), "{name} stands twice in the package");
        }
        Word { parts }
    }

    pub fn xml(&self, part: &str) -> Node {
        let bytes = self.parts.get(part).unwrap_or_else(|| panic!("no part {part}"));
        parse(std::str::from_utf8(bytes).unwrap()).unwrap_or_else(|error| panic!("{part}: {error}"))
    }

    pub fn document(&self) -> Node {
        self.xml("word/document.xml")
    }

    /// The paragraphs of a style, by its id.
    pub fn paragraphs(&self, style: &str) -> Vec<Node> {
        let document = self.document();
        let has = |paragraph: &&Node| paragraph.all("w:pStyle").first().and_then(|found| found.value("w:val")) == Some(style);
        document.all("w:p").into_iter().filter(has).cloned().collect()
    }
}

impl Node {
    pub fn value(&self, attribute: &str) -> Option<&str> {
        self.attributes.get(attribute).map(String::as_str)
    }

    pub fn child(&self, name: &str) -> Option<&Node> {
        self.children.iter().find(|child| child.name == name)
    }

    /// Every element of this name below it, in order.
    pub fn all(&self, name: &str) -> Vec<&Node> {
        let mut found = Vec::new();
        self.walk(&mut |node| {
            if node.name == name {
                found.push(node);
            }
        });
        found
    }

    /// Calls `look` on everything below it, in order.
    pub fn walk<'a>(&'a self, look: &mut impl FnMut(&'a Node)) {
        for child in &self.children {
            look(child);
            child.walk(look);
        }
    }

    /// The text a reader sees: not the instructions of fields.
    pub fn text(&self) -> String {
        let mut text = self.own_text.clone();
        for child in self.children.iter().filter(|child| child.name != "w:instrText") {
            text.push_str(&child.text());
        }
        text
    }

    /// The text right in it.
    pub fn own_text(&self) -> &str {
        &self.own_text
    }
}

/// Reads XML; well-formedness is checked on the way.
pub fn parse(xml: &str) -> Result<Node, String> {
    let mut reader = Reader::from_str(xml);
    let mut open: Vec<Node> = vec![Node::default()];
    loop {
        let event = reader.read_event().map_err(|error| error.to_string())?;
        match event {
            Event::Start(start) => open.push(node(&start)?),
            Event::Empty(start) => {
                let node = node(&start)?;
                open.last_mut().ok_or("nothing is open")?.children.push(node);
            }
            Event::End(_) => {
                let node = open.pop().ok_or("too many ends")?;
                open.last_mut().ok_or("too many ends")?.children.push(node);
            }
            Event::Text(text) => open.last_mut().ok_or("nothing is open")?.own_text.push_str(&text.xml10_content()),
            Event::GeneralRef(reference) => {
                let character = match reference.resolve_char_ref().map_err(|error| error.to_string())? {
                    Some(character) => character,
                    None => match &*reference.xml10_content() {
                        "lt" => '<',
                        "gt" => '>',
                        "amp" => '&',
                        "quot" => '"',
                        "apos" => '\'',
                        other => return Err(format!("unknown reference {other}")),
                    },
                };
                open.last_mut().ok_or("nothing is open")?.own_text.push(character);
            }
            Event::Eof => break,
            Event::DocType(_) | Event::CData(_) | Event::PI(_) => return Err("neither needed nor written".to_owned()),
            Event::Decl(_) | Event::Comment(_) => {}
        }
    }
    let [mut root] = <[Node; 1]>::try_from(open).map_err(|_| "an element is not closed")?;
    match (root.children.pop(), root.children.is_empty()) {
        (Some(only), true) => Ok(only),
        _ => Err("not one root".to_owned()),
    }
}

fn node(start: &BytesStart<'_>) -> Result<Node, String> {
    let mut attributes = BTreeMap::new();
    for attribute in start.attributes() {
        let attribute = attribute.map_err(|error| error.to_string())?;
        let value = attribute.normalized_value(XmlVersion::Explicit1_0).map_err(|error| error.to_string())?;
        attributes.insert(attribute.key.as_ref().to_owned(), value.into_owned());
    }
    Ok(Node { name: start.name().as_ref().to_owned(), attributes, ..Node::default() })
}
