//! Combinators that walk the node tree of a study file, collect every problem with its span, and go on.
//!
//! A value that cannot be read is reported once and then treated as not given. An empty one (`author:`, `author: ""`)
//! counts as not given. A key that does not exist is reported, and its value read as that of the key that was most likely
//! meant: one slip is one problem, and what else is wrong below it is found in the same run.

use super::node::{Node, NodeKind};
use super::problem::{Kind, StudyProblem, is_number};
use super::problem_yaml::{NotYaml, Trap};
use super::{traps, words};
use crate::diagnostics::{Diagnostics, SourceFiles, Span, Spanned, suggest};
use crate::language::Text;

/// Walks nodes and collects problems.
pub struct Decoder<'a> {
    sources: &'a SourceFiles,
    diagnostics: &'a mut Diagnostics,
    path: Vec<String>,
    /// The key of the value being read, where it has one.
    key: Option<Span>,
}

/// The keys of one map; unknown and duplicate ones have been reported.
pub struct Fields<'n> {
    entries: &'n [(Spanned<String>, Node)],
    /// Keys that do not exist, by the key that was probably meant and is not given itself.
    meant: Vec<(&'static str, usize)>,
    /// The key of the map, to point at when something is missing in it.
    owner: Option<Span>,
    /// Where the map stands.
    pub span: Span,
}

impl<'n> Fields<'n> {
    /// The value of a key, `None` when it is not given or empty.
    pub fn get(&self, key: &str) -> Option<&'n Node> {
        self.entry(key).map(|(_, node)| node).filter(|node| !is_empty(node))
    }

    /// Where a key is written, when it has a value.
    pub fn key(&self, key: &str) -> Option<Span> {
        self.entry(key).filter(|(_, node)| !is_empty(node)).map(|(key, _)| key.span)
    }

    fn entry(&self, key: &str) -> Option<&'n (Spanned<String>, Node)> {
        let meant = || self.meant.iter().find(|(meant, _)| *meant == key).and_then(|(_, at)| self.entries.get(*at));
        self.entries.iter().find(|(found, _)| found.value == key).or_else(meant)
    }

    /// Reads the value of a key, if it is given.
    pub fn optional<'a, T>(
        &self,
        decoder: &mut Decoder<'a>,
        key: &str,
        read: impl FnOnce(&mut Decoder<'a>, &'n Node) -> Option<T>,
    ) -> Option<T> {
        let (written, node) = self.entry(key).filter(|(_, node)| !is_empty(node))?;
        decoder.below(key, Some(written.span), |decoder| read(decoder, node))
    }

    /// Reads the value of a key that must be given.
    pub fn required<'a, T>(
        &self,
        decoder: &mut Decoder<'a>,
        key: &'static str,
        example: &'static str,
        read: impl FnOnce(&mut Decoder<'a>, &'n Node) -> Option<T>,
    ) -> Option<T> {
        if self.get(key).is_none() {
            let path = decoder.path();
            let span = self.entry(key).map_or_else(|| self.head(), |(key, _)| key.span);
            decoder.report(StudyProblem::MissingKey { span, key, path, example });
        }
        self.optional(decoder, key, read)
    }

    /// What to point at when something is missing: the key of the map, else its first key.
    pub fn head(&self) -> Span {
        self.owner.or(self.entries.first().map(|(key, _)| key.span)).unwrap_or(self.span)
    }
}

impl<'a> Decoder<'a> {
    /// A decoder that reads spans from `sources` and pushes into `diagnostics`.
    pub fn new(sources: &'a SourceFiles, diagnostics: &'a mut Diagnostics) -> Decoder<'a> {
        Decoder { sources, diagnostics, path: Vec::new(), key: None }
    }

    /// Reports a problem.
    pub fn report(&mut self, problem: impl Into<StudyProblem>) {
        self.diagnostics.push(problem.into().diagnostic());
    }

    /// How many problems there are so far; a change over a stretch of decoding means that something in it was wrong.
    pub fn problems(&self) -> usize {
        self.diagnostics.len()
    }

    /// The path of the value being read, `variables.X1.scale`.
    pub fn path(&self) -> String {
        self.path.join(".")
    }

    /// The source text of a span.
    pub fn written(&self, span: Span) -> &'a str {
        self.sources.text(span)
    }

    /// Reads something whose path is one step longer.
    pub fn below<T>(&mut self, step: &str, key: Option<Span>, read: impl FnOnce(&mut Decoder<'a>) -> T) -> T {
        let outer = std::mem::replace(&mut self.key, key);
        self.path.push(step.to_owned());
        let value = read(self);
        self.path.pop();
        self.key = outer;
        value
    }

    /// Reports a value of the wrong kind and gives `None`.
    pub fn wrong<T>(&mut self, node: &Node, expected: Kind) -> Option<T> {
        let text = match &node.kind {
            NodeKind::Text(text) | NodeKind::Number(_, text) => text.clone(),
            NodeKind::Bool(_) => self.written(node.span).to_owned(),
            NodeKind::Null | NodeKind::List(_) | NodeKind::Map(_) => String::new(),
        };
        let path = self.path();
        self.report(StudyProblem::WrongType { span: node.span, path, expected, found: kind_of(node), text });
        None
    }

    /// A map with these keys; reports unknown and duplicate ones.
    pub fn fields<'n>(&mut self, node: &'n Node, known: &'static [&'static str]) -> Option<Fields<'n>> {
        self.fields_or(node, known, Kind::Map)
    }

    /// As [`Decoder::fields`], with the kind that is named when the value is no map.
    pub fn fields_or<'n>(&mut self, node: &'n Node, known: &'static [&'static str], expected: Kind) -> Option<Fields<'n>> {
        let NodeKind::Map(entries) = &node.kind else {
            return self.wrong(node, expected);
        };
        if expected == Kind::TextOrMap
            && let Some(problem) = self.text_with_colon(entries, known)
        {
            self.report(problem);
            return None;
        }
        self.duplicates(entries);
        let mut meant = Vec::new();
        let mut number_reported = false;
        for (at, (key, _)) in entries.iter().enumerate() {
            if known.contains(&key.value.as_str()) {
                continue;
            }
            let number = is_number(&key.value);
            if number && std::mem::replace(&mut number_reported, true) {
                continue;
            }
            let path = self.path();
            let nearest = likely(&key.value, known);
            if let Some(nearest) = nearest {
                meant.push((nearest, at));
            }
            self.report(StudyProblem::UnknownKey {
                span: key.span,
                key: key.value.clone(),
                path,
                nearest,
                elsewhere: words::elsewhere(&key.value),
                known,
            });
        }
        Some(Fields { entries, meant, owner: self.key, span: node.span })
    }

    /// `Waktu: ketepatan` where a text is allowed: a map to YAML, and a text with a colon to its author.
    fn text_with_colon(&self, entries: &[(Spanned<String>, Node)], known: &'static [&'static str]) -> Option<NotYaml> {
        let [(key, value)] = entries else { return None };
        let scalar = matches!(value.kind, NodeKind::Text(_) | NodeKind::Number(..) | NodeKind::Bool(_));
        if !scalar || known.contains(&key.value.as_str()) || likely(&key.value, known).is_some() {
            return None;
        }
        let span = key.span.to(value.span);
        let text = self.sources.get(span.file).map_or("", |file| file.text.as_str());
        // With quotes of its own it is no text.
        let plain = !self.written(span).starts_with(['"', '\'']) && !self.written(value.span).starts_with(['"', '\'']);
        // An entry of a list; elsewhere it is a map with a key that does not exist.
        let in_list = text.get(..span.start)?.trim_end().ends_with(['[', ',', '-']);
        (plain && in_list).then(|| NotYaml {
            span,
            trap: Trap::ColonInText,
            mended: traps::quoted_line(text, span.start, span.end),
        })
    }

    /// A map whose keys are names of the author's choice; reports duplicates, which are not read.
    pub fn named<'n, T>(
        &mut self,
        node: &'n Node,
        mut each: impl FnMut(&mut Decoder<'a>, &'n Spanned<String>, &'n Node) -> Option<T>,
    ) -> Option<Vec<T>> {
        let NodeKind::Map(entries) = &node.kind else {
            return self.wrong(node, Kind::Map);
        };
        self.duplicates(entries);
        let mut seen = std::collections::BTreeSet::new();
        Some(
            entries
                .iter()
                .filter(|(key, _)| seen.insert(key.value.as_str()))
                .filter_map(|(key, value)| self.below(&key.value, Some(key.span), |decoder| each(decoder, key, value)))
                .collect(),
        )
    }

    fn duplicates(&mut self, entries: &[(Spanned<String>, Node)]) {
        let mut first = std::collections::BTreeMap::new();
        for (key, _) in entries {
            match first.get(key.value.as_str()) {
                Some(span) => {
                    let problem = StudyProblem::DuplicateKey { span: key.span, first: *span, key: key.value.clone() };
                    self.report(problem);
                }
                None => {
                    first.insert(key.value.as_str(), key.span);
                }
            }
        }
    }

    /// A list.
    pub fn list<'n, T>(
        &mut self,
        node: &'n Node,
        mut each: impl FnMut(&mut Decoder<'a>, &'n Node) -> Option<T>,
    ) -> Option<Spanned<Vec<T>>> {
        let NodeKind::List(list) = &node.kind else {
            return self.wrong(node, Kind::List);
        };
        let outer = self.key.take();
        let value = list.iter().filter_map(|node| each(self, node)).collect();
        self.key = outer;
        Some(Spanned::new(value, node.span))
    }

    /// A plain text; a number or flag gives the text it was written as.
    pub fn string(&mut self, node: &Node) -> Option<Spanned<String>> {
        self.string_or(node, Kind::Text)
    }

    fn string_or(&mut self, node: &Node, expected: Kind) -> Option<Spanned<String>> {
        let text = match &node.kind {
            NodeKind::Text(text) | NodeKind::Number(_, text) => text.clone(),
            NodeKind::Bool(_) => self.written(node.span).to_owned(),
            NodeKind::Null | NodeKind::List(_) | NodeKind::Map(_) => {
                return self.wrong(node, expected);
            }
        };
        Some(Spanned::new(text, node.span))
    }

    /// A text of the report: plain, or `{id, en}`.
    pub fn text(&mut self, node: &Node) -> Option<Spanned<Text>> {
        if !matches!(node.kind, NodeKind::Map(_)) {
            return self.string_or(node, Kind::TextOrMap).map(|text| text.map(Text::Same));
        }
        let fields = self.fields_or(node, &["id", "en"], Kind::TextOrMap)?;
        let id = fields.optional(self, "id", Decoder::string);
        let en = fields.optional(self, "en", Decoder::string);
        if id.is_none() && en.is_none() && fields.get("id").is_none() && fields.get("en").is_none() {
            let path = self.path();
            self.report(StudyProblem::MissingKey {
                span: node.span,
                key: "id",
                path,
                example: "{ id: Kinerja Pegawai, en: Employee Performance }",
            });
            return None;
        }
        Some(Spanned::new(Text::Each { id: id.map(|text| text.value), en: en.map(|text| text.value) }, node.span))
    }

    /// A number.
    pub fn number(&mut self, node: &Node) -> Option<Spanned<f64>> {
        match node.kind {
            NodeKind::Number(value, _) => Some(Spanned::new(value, node.span)),
            _ => self.wrong(node, Kind::Number),
        }
    }

    /// A number that satisfies `holds`, said in `range`.
    pub fn number_in(&mut self, node: &Node, range: &'static str, holds: impl FnOnce(f64) -> bool) -> Option<Spanned<f64>> {
        let number = self.number(node)?;
        if holds(number.value) {
            return Some(number);
        }
        let path = self.path();
        self.report(StudyProblem::OutOfRange { span: node.span, path, value: number.value, range });
        None
    }

    /// A whole number.
    pub fn whole(&mut self, node: &Node) -> Option<Spanned<i64>> {
        match node.kind {
            // Beyond 2^53 a floating-point number no longer holds every whole number.
            NodeKind::Number(value, _) if value.fract() == 0.0 && value.abs() <= 9.0e15 => {
                Some(Spanned::new(value as i64, node.span))
            }
            _ => self.wrong(node, Kind::Whole),
        }
    }

    /// A whole number from 0.
    pub fn count(&mut self, node: &Node) -> Option<Spanned<u64>> {
        match node.kind {
            NodeKind::Number(value, _) if value.fract() == 0.0 && (0.0..=9.0e15).contains(&value) => {
                Some(Spanned::new(value as u64, node.span))
            }
            _ => self.wrong(node, Kind::Count),
        }
    }

    /// `true` or `false`.
    pub fn flag(&mut self, node: &Node) -> Option<Spanned<bool>> {
        match node.kind {
            NodeKind::Bool(value) => Some(Spanned::new(value, node.span)),
            _ => self.wrong(node, Kind::Flag),
        }
    }

    /// One of some words.
    pub fn word<T: Copy>(&mut self, node: &Node, allowed: &'static [(&'static str, T)]) -> Option<Spanned<T>> {
        let text = self.string(node)?;
        if let Some((_, value)) = allowed.iter().find(|(word, _)| *word == text.value) {
            return Some(Spanned::new(*value, node.span));
        }
        let path = self.path();
        self.report(StudyProblem::NotOneOf {
            span: node.span,
            path,
            value: text.value,
            allowed: allowed.iter().map(|(word, _)| (*word).to_owned()).collect(),
        });
        None
    }

    /// A text of exactly one character; `\t` and `tab` mean the tab.
    pub fn character(&mut self, node: &Node) -> Option<Spanned<char>> {
        let text = self.string(node)?;
        let mut characters = text.value.chars();
        match (characters.next(), characters.next()) {
            _ if text.value == "\\t" || text.value == "tab" => Some(Spanned::new('\t', node.span)),
            (Some(character), None) => Some(Spanned::new(character, node.span)),
            _ => self.wrong(node, Kind::Character),
        }
    }

    /// Two numbers, the first not above the second.
    pub fn pair(&mut self, node: &Node) -> Option<Spanned<(f64, f64)>> {
        let NodeKind::List(list) = &node.kind else {
            return self.wrong(node, Kind::Pair);
        };
        let [low, high] = list.as_slice() else {
            return self.wrong(node, Kind::Pair);
        };
        let (low, high) = (self.number(low), self.number(high));
        let (low, high) = (low?.value, high?.value);
        if low < high {
            return Some(Spanned::new((low, high), node.span));
        }
        let path = self.path();
        self.report(StudyProblem::OutOfRange { span: node.span, path, value: high, range: "[min, max], min < max" });
        None
    }
}

/// The key of a map that was probably meant by one that it does not have.
fn likely(key: &str, known: &'static [&'static str]) -> Option<&'static str> {
    let near = words::english(key, known).or_else(|| suggest::nearest(key, known.iter().copied()))?;
    known.iter().copied().find(|key| *key == near)
}

/// Whether a value counts as not given.
fn is_empty(node: &Node) -> bool {
    match &node.kind {
        NodeKind::Null => true,
        NodeKind::Text(text) => text.is_empty(),
        _ => false,
    }
}

/// The kind of a node.
fn kind_of(node: &Node) -> Kind {
    match node.kind {
        NodeKind::Null => Kind::Nothing,
        NodeKind::Bool(_) => Kind::Flag,
        NodeKind::Number(..) => Kind::Number,
        NodeKind::Text(_) => Kind::Text,
        NodeKind::List(_) => Kind::List,
        NodeKind::Map(_) => Kind::Map,
    }
}
