//! The words of a language that are no sentences: table headings, captions, names of tests, reasons. One file a language.

use super::document::Inline;
use super::markup::author_inlines;
use super::wording::Wording;
use crate::diagnostics::{FileId, SourceFiles};
use crate::study::node::{NodeKind, parse};
use std::collections::BTreeMap;

/// The terms of one language, by dotted key: `caption.validity`, `reason.no_variance`.
#[derive(Debug, Clone, Default)]
pub struct Terms {
    terms: BTreeMap<String, String>,
    wording: Wording,
}

/// The keys of words that a campus writes otherwise.
const REWORD: &str = "reword.";

impl Terms {
    /// Reads `terms.yaml`: maps of maps of texts.
    ///
    /// # Errors
    /// The parser's words, when the file is not well formed.
    pub fn parse(text: &str) -> Result<Terms, String> {
        let file = SourceFiles::default().add("terms.yaml", text);
        let root = parse(text, file).map_err(|error| error.to_string())?;
        let mut terms = BTreeMap::new();
        collect(&root.kind, "", &mut terms);
        let _: FileId = file;
        let reworded = terms.iter().filter_map(|(key, other)| Some((key.strip_prefix(REWORD)?.to_owned(), other.clone())));
        let wording = Wording::new(reworded);
        let own = terms.iter_mut().filter(|(key, _)| !key.starts_with(REWORD));
        own.for_each(|(_, text)| *text = wording.text(text));
        Ok(Terms { terms, wording })
    }

    /// The same terms where conventions write some words otherwise, later ones before earlier ones; what a campus says itself in
    /// `reword` stands before all.
    pub fn reworded(mut self, words: impl IntoIterator<Item = (String, String)>) -> Terms {
        let mut all: BTreeMap<String, String> = words.into_iter().collect();
        all.extend(self.terms.iter().filter_map(|(key, other)| Some((key.strip_prefix(REWORD)?.to_owned(), other.clone()))));
        if all.is_empty() {
            return self;
        }
        let wording = Wording::new(all);
        let own = self.terms.iter_mut().filter(|(key, _)| !key.starts_with(REWORD));
        own.for_each(|(_, text)| *text = wording.text(text));
        Terms { terms: self.terms, wording }
    }

    /// The words that a campus writes otherwise.
    pub fn wording(&self) -> &Wording {
        &self.wording
    }

    /// A term; a missing one shows its key, which a test finds before any user does.
    pub fn get<'a>(&'a self, key: &'a str) -> &'a str {
        self.terms.get(key).map_or(key, String::as_str)
    }

    /// Whether there is such a term.
    pub fn has(&self, key: &str) -> bool {
        self.terms.contains_key(key)
    }

    /// All keys.
    pub fn keys(&self) -> impl Iterator<Item = &str> {
        self.terms.keys().map(String::as_str)
    }

    /// A term with its slots `{}` filled in, in order; `*…*` in the term itself is set in italics.
    pub fn fill(&self, key: &str, slots: &[Vec<Inline>]) -> Vec<Inline> {
        let mut out = Vec::new();
        let mut slots = slots.iter();
        for (position, part) in self.get(key).split("{}").enumerate() {
            if position > 0 {
                out.extend(slots.next().cloned().unwrap_or_default());
            }
            if !part.is_empty() {
                out.extend(author_inlines(part));
            }
        }
        out
    }
}

fn collect(node: &NodeKind, prefix: &str, terms: &mut BTreeMap<String, String>) {
    match node {
        NodeKind::Map(entries) => {
            for (key, value) in entries {
                let name = if prefix.is_empty() { key.value.clone() } else { format!("{prefix}.{}", key.value) };
                collect(&value.kind, &name, terms);
            }
        }
        NodeKind::Text(text) => {
            terms.insert(prefix.to_owned(), text.clone());
        }
        NodeKind::Number(_, text) => {
            terms.insert(prefix.to_owned(), text.clone());
        }
        NodeKind::Null | NodeKind::Bool(_) | NodeKind::List(_) => {}
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;

    #[test]
    fn keys_are_dotted_and_slots_filled() {
        let terms = Terms::parse("caption:\n  responses: Tanggapan {} atas {}\n  foreign: dari *bootstrap*\n").unwrap();
        let foreign = [Inline::text("dari "), Inline::Emphasis(vec![Inline::text("bootstrap")])];
        assert_eq!(terms.fill("caption.foreign", &[]), foreign);
        let filled = terms.fill("caption.responses", &[vec![Inline::text("a")], vec![Inline::text("b")]]);
        assert_eq!(filled, ["Tanggapan ", "a", " atas ", "b"].map(Inline::text));
        assert_eq!(terms.get("tidak.ada"), "tidak.ada");
    }
}
