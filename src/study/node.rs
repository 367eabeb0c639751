//! The study file as a tree of nodes: every value with its span, duplicate keys kept, nothing interpreted yet.

use crate::diagnostics::{FileId, Span, Spanned};
use serde::Deserialize;
use serde::de::{Deserializer, MapAccess, SeqAccess, Visitor};
use serde_yaml::Spanned as YamlSpanned;

/// One value of the study file and where it stands.
#[derive(Debug, Clone, PartialEq)]
pub struct Node {
    /// What it is.
    pub kind: NodeKind,
    /// Where it stands.
    pub span: Span,
}

/// What a node is.
#[derive(Debug, Clone, PartialEq)]
pub enum NodeKind {
    /// Nothing, or `null`.
    Null,
    /// `true` or `false`.
    Bool(bool),
    /// A number, with the text it was written as (`1.10` is not `1.1` when a text is needed).
    Number(f64, String),
    /// A text.
    Text(String),
    /// A list.
    List(Vec<Node>),
    /// A map, in the order written, duplicate keys included.
    Map(Vec<(Spanned<String>, Node)>),
}

/// Turns YAML text into a tree of nodes.
///
/// # Errors
/// The parser's error, when the text is not YAML or goes beyond what a study file may hold (size, depth, aliases).
pub fn parse(text: &str, file: FileId) -> Result<Node, serde_yaml::Error> {
    let options = serde_yaml::options! {
        duplicate_keys: serde_yaml::options::DuplicateKeyPolicy::PassThrough,
        merge_keys: serde_yaml::options::MergeKeyPolicy::Error,
        strict_booleans: true,
        with_snippet: false,
    };
    let raw: YamlSpanned<Raw> = serde_yaml::from_str_with_options(text, options)?;
    Ok(place(raw, text, file))
}

/// A value as the parser hands it over, before spans become ours.
enum Raw {
    Null,
    Bool(bool),
    Number(f64),
    Text(String),
    List(Vec<YamlSpanned<Raw>>),
    Map(Vec<(YamlSpanned<String>, YamlSpanned<Raw>)>),
}

impl<'de> Deserialize<'de> for Raw {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Raw, D::Error> {
        deserializer.deserialize_any(RawVisitor)
    }
}

struct RawVisitor;

impl<'de> Visitor<'de> for RawVisitor {
    type Value = Raw;

    fn expecting(&self, formatter: &mut std::fmt::Formatter) -> std::fmt::Result {
        formatter.write_str("a YAML value")
    }
    fn visit_unit<E>(self) -> Result<Raw, E> {
        Ok(Raw::Null)
    }
    fn visit_none<E>(self) -> Result<Raw, E> {
        Ok(Raw::Null)
    }
    fn visit_some<D: Deserializer<'de>>(self, deserializer: D) -> Result<Raw, D::Error> {
        Raw::deserialize(deserializer)
    }
    fn visit_bool<E>(self, value: bool) -> Result<Raw, E> {
        Ok(Raw::Bool(value))
    }
    fn visit_i64<E>(self, value: i64) -> Result<Raw, E> {
        Ok(Raw::Number(value as f64))
    }
    fn visit_u64<E>(self, value: u64) -> Result<Raw, E> {
        Ok(Raw::Number(value as f64))
    }
    fn visit_f64<E>(self, value: f64) -> Result<Raw, E> {
        Ok(Raw::Number(value))
    }
    fn visit_str<E>(self, value: &str) -> Result<Raw, E> {
        Ok(Raw::Text(value.to_owned()))
    }
    fn visit_seq<A: SeqAccess<'de>>(self, mut access: A) -> Result<Raw, A::Error> {
        let mut list = Vec::new();
        while let Some(value) = access.next_element()? {
            list.push(value);
        }
        Ok(Raw::List(list))
    }
    fn visit_map<A: MapAccess<'de>>(self, mut access: A) -> Result<Raw, A::Error> {
        let mut map = Vec::new();
        while let Some(entry) = access.next_entry()? {
            map.push(entry);
        }
        Ok(Raw::Map(map))
    }
}

fn place(raw: YamlSpanned<Raw>, text: &str, file: FileId) -> Node {
    let span = to_span(&raw.referenced, text, file);
    let kind = match raw.value {
        Raw::Null => NodeKind::Null,
        Raw::Bool(value) => NodeKind::Bool(value),
        Raw::Number(value) => {
            let defined = to_span(&raw.defined, text, file);
            NodeKind::Number(value, text.get(defined.start..defined.end).unwrap_or_default().trim().to_owned())
        }
        Raw::Text(value) => NodeKind::Text(value),
        Raw::List(list) => NodeKind::List(list.into_iter().map(|node| place(node, text, file)).collect()),
        Raw::Map(map) => NodeKind::Map(
            map.into_iter()
                .map(|(key, value)| {
                    let key = Spanned::new(key.value, to_span(&key.referenced, text, file));
                    (key, place(value, text, file))
                })
                .collect(),
        ),
    };
    let span = around(&kind, span, text);
    Node { kind, span }
}

/// The parser gives a list or map only its first character: extends that to its last value and closing bracket.
fn around(kind: &NodeKind, span: Span, text: &str) -> Span {
    let last = match kind {
        NodeKind::List(list) => list.last().map(|node| node.span.end),
        NodeKind::Map(entries) => entries.last().map(|(key, node)| node.span.end.max(key.span.end)),
        NodeKind::Null | NodeKind::Bool(_) | NodeKind::Number(..) | NodeKind::Text(_) => {
            return span;
        }
    };
    // The values of an alias stand elsewhere.
    let first = text.get(span.start..).unwrap_or_default();
    if first.starts_with('*') || last.is_some_and(|last| last < span.start) {
        return span;
    }
    let mut end = last.unwrap_or(span.start + 1).max(span.end).min(text.len());
    let closing = match first.chars().next() {
        Some('[') => Some(']'),
        Some('{') => Some('}'),
        _ => None,
    };
    if let Some(closing) = closing {
        let mut in_comment = false;
        for (at, character) in text.get(end..).unwrap_or_default().char_indices() {
            match character {
                '\n' => in_comment = false,
                '#' => in_comment = true,
                found if found == closing && !in_comment => {
                    end += at + 1;
                    break;
                }
                found if in_comment || found == ',' || found.is_whitespace() => {}
                _ => break,
            }
        }
    }
    Span { end, ..span }
}

/// The byte span of a parser location, without the blanks and line ends the parser counts at its end.
pub(super) fn to_span(location: &serde_yaml::Location, text: &str, file: FileId) -> Span {
    let span = location.span();
    let start = span.byte_offset().map_or(0, |offset| offset as usize).min(text.len());
    let end = (start + span.byte_len().map_or(0, |len| len as usize)).min(text.len());
    let written = text.get(start..end).unwrap_or_default();
    Span { file, start, end: start + written.trim_end().len() }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used, clippy::panic)]
    use super::*;

    fn tree(text: &str) -> Node {
        parse(text, FileId(0)).unwrap()
    }

    fn entries(node: &Node) -> &[(Spanned<String>, Node)] {
        match &node.kind {
            NodeKind::Map(entries) => entries,
            other => panic!("not a map: {other:?}"),
        }
    }

    #[test]
    fn keys_and_values_carry_exact_byte_spans() {
        let text = "title: Kinerja é\nvariables:\n  X1: { name: Kompetensi, indicators: [A, 'B c'] }\n";
        let root = tree(text);
        let slice = |span: Span| &text[span.start..span.end];
        let (key, value) = &entries(&root)[0];
        assert_eq!((slice(key.span), slice(value.span)), ("title", "Kinerja é"));
        let x1 = &entries(&entries(&root)[1].1)[0];
        assert_eq!(slice(x1.0.span), "X1");
        let (name, kompetensi) = &entries(&x1.1)[0];
        assert_eq!((slice(name.span), slice(kompetensi.span)), ("name", "Kompetensi"));
        let NodeKind::List(list) = &entries(&x1.1)[1].1.kind else { panic!() };
        assert_eq!(slice(list[1].span), "'B c'");
    }

    #[test]
    fn lists_and_maps_span_all_they_hold() {
        let text = "a: { b: [1, 2 ], c: x, }\nd:\n  e: 1\n  f: [x]\n# end\n";
        let root = tree(text);
        let slice = |node: &Node| &text[node.span.start..node.span.end];
        let map = entries(&root);
        assert_eq!(slice(&map[0].1), "{ b: [1, 2 ], c: x, }");
        assert_eq!(slice(&entries(&map[0].1)[0].1), "[1, 2 ]");
        assert_eq!(slice(&map[1].1), "e: 1\n  f: [x]");
    }

    #[test]
    fn duplicate_keys_are_kept_and_numbers_remember_their_text() {
        let root = tree("a: 1\na: 2\ncode: 1.10\nlist: [yes, true]\n");
        let map = entries(&root);
        assert_eq!(map.iter().filter(|(key, _)| key.value == "a").count(), 2);
        assert_eq!(map[2].1.kind, NodeKind::Number(1.1, "1.10".into()));
        let NodeKind::List(list) = &map[3].1.kind else { panic!() };
        assert_eq!(list[0].kind, NodeKind::Text("yes".into()), "only true and false are booleans");
        assert_eq!(list[1].kind, NodeKind::Bool(true));
    }

    #[test]
    fn numeric_keys_are_texts() {
        let root = tree("values: { 1: Laki-laki, 2: Perempuan }");
        assert_eq!(entries(&entries(&root)[0].1)[1].0.value, "2");
    }
}
