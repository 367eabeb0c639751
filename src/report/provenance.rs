//! Where a printed number came from, in words: what it is, its formula, the numbers it was made of. The words stand in
//! `provenance.yaml` of each language, by the path of the result.

use super::document::{Document, Inline, Origin, for_each_inline};
use super::view::{Found, View};
use crate::diagnostics::SourceFiles;
use crate::numbers::{NumberStyle, Setting};
use crate::study::node::{Node, NodeKind, parse};
use indexmap::IndexMap;
use std::collections::BTreeMap;

/// What is known of the numbers at paths of one form.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
struct Entry {
    /// What it is; `{1}` stands for the name at the first `*` of the path.
    what: String,
    /// What a formula calls it.
    symbol: String,
    /// How it is computed.
    formula: Option<String>,
    /// The numbers it is made of, from the folder it stands in.
    from: Vec<String>,
}

/// The entries of a language, by the form of their path.
#[derive(Debug, Clone, Default)]
pub struct Origins {
    entries: IndexMap<String, Entry>,
    /// The parts of every form, with its position, under the first part: a report looks up thousands of paths.
    forms: BTreeMap<String, Vec<(usize, Vec<String>)>>,
}

impl Origins {
    /// Reads `provenance.yaml`.
    ///
    /// # Errors
    /// What is wrong with it.
    pub fn parse(text: &str) -> Result<Origins, String> {
        let file = SourceFiles::default().add("provenance.yaml", text);
        let root = parse(text, file).map_err(|error| error.to_string())?;
        let NodeKind::Map(forms) = root.kind else { return Err("a map of result paths is expected".to_owned()) };
        let mut out = Origins::default();
        for (form, node) in forms {
            let entry = entry(node).map_err(|reason| format!("{}: {reason}", form.value))?;
            let parts: Vec<String> = form.value.split('/').map(str::to_owned).collect();
            let (position, replaced) = out.entries.insert_full(form.value, entry);
            if replaced.is_some() {
                return Err(format!("{} stands twice", parts.join("/")));
            }
            out.forms.entry(parts.first().cloned().unwrap_or_default()).or_default().push((position, parts));
        }
        Ok(out)
    }

    /// The forms of paths, in the order of the file.
    pub fn forms(&self) -> impl Iterator<Item = &str> {
        self.entries.keys().map(String::as_str)
    }

    /// The form that a path has.
    pub fn form<'a>(&'a self, path: &str) -> Option<&'a str> {
        self.find(path).map(|(form, _)| form)
    }

    fn find(&self, path: &str) -> Option<(&str, &Entry)> {
        let parts: Vec<&str> = path.split('/').collect();
        let fits =
            |form: &[String]| form.len() == parts.len() && form.iter().zip(&parts).all(|(one, other)| one == "*" || one == other);
        let first = |name: &str| self.forms.get(name)?.iter().find(|(_, form)| fits(form)).map(|(position, _)| *position);
        let found = parts.first().and_then(|name| first(name)).or_else(|| first("*"))?;
        self.entries.get_index(found).map(|(form, entry)| (form.as_str(), entry))
    }

    /// Where the number at a path came from; nothing where no entry says so.
    fn origin(&self, path: &str, view: &View, style: &NumberStyle) -> Option<Origin> {
        // Paths by name and by position are one.
        let canonical = view.resolve(path).map_or_else(|| path.to_owned(), |(_, canonical)| canonical);
        let (form, entry) = self.find(&canonical)?;
        let mut what = entry.what.clone();
        let stars = form.split('/').enumerate().filter(|(_, part)| *part == "*").map(|(at, _)| at);
        for (number, at) in stars.enumerate() {
            what = what.replace(&format!("{{{}}}", number + 1), &name(&canonical, at, view));
        }
        let folder = canonical.rsplit_once('/').map_or("", |(folder, _)| folder);
        let mut inputs = Vec::new();
        for from in &entry.from {
            let at = join(folder, from);
            if let Some(Found::Number(number)) = view.get(&at) {
                let symbol = self.find(&at).map_or(from.as_str(), |(_, entry)| entry.symbol.as_str());
                inputs.push((symbol.to_owned(), style.print(number, Setting::Sentence)));
            }
        }
        Some(Origin { what, symbol: entry.symbol.clone(), formula: entry.formula.clone(), inputs })
    }

    /// Gives the document the origin of every number it prints.
    pub fn explain(&self, document: &mut Document, view: &View) {
        let mut paths = Vec::new();
        for_each_inline(&mut document.blocks, &mut |inline| {
            if let Inline::Value { path, .. } = inline {
                paths.push(path.clone());
            }
        });
        for path in paths {
            if !document.origins.contains_key(&path)
                && let Some(origin) = self.origin(&path, view, &document.style)
            {
                document.origins.insert(path, origin);
            }
        }
    }
}

/// What a reader calls the part of a path at a position: the name of a list's entry, else the part itself.
fn name(path: &str, at: usize, view: &View) -> String {
    let parts: Vec<&str> = path.split('/').collect();
    let own = parts.get(at).copied().unwrap_or_default().to_owned();
    let Some((node, _)) = parts.get(..=at).and_then(|parts| view.resolve(&parts.join("/"))) else { return own };
    let field = |key: &str| node.get(key).and_then(serde_json::Value::as_str);
    match (field("from"), field("to")) {
        (Some(from), Some(to)) => format!("{from} → {to}"),
        _ => ["id", "term", "value", "name"].into_iter().find_map(field).map_or(own, str::to_owned),
    }
}

/// A path from a folder; `../` goes up.
fn join(folder: &str, path: &str) -> String {
    let mut parts: Vec<&str> = folder.split('/').collect();
    for part in path.split('/') {
        if part == ".." {
            parts.pop();
        } else {
            parts.push(part);
        }
    }
    parts.join("/")
}

fn entry(node: Node) -> Result<Entry, String> {
    let NodeKind::Map(fields) = node.kind else { return Err("a map with `what` and `symbol` is expected".to_owned()) };
    let mut out = Entry::default();
    for (key, value) in fields {
        match (key.value.as_str(), value.kind) {
            ("what", NodeKind::Text(text)) => out.what = text,
            ("symbol", NodeKind::Text(text)) => out.symbol = text,
            ("formula", NodeKind::Text(text)) => out.formula = Some(text),
            ("from", NodeKind::List(list)) => {
                for node in list {
                    match node.kind {
                        NodeKind::Text(text) => out.from.push(text),
                        _ => return Err("`from` is a list of paths".to_owned()),
                    }
                }
            }
            (key, _) => return Err(format!("`{key}` is unknown or of the wrong kind")),
        }
    }
    match out.what.is_empty() || out.symbol.is_empty() {
        true => Err("`what` and `symbol` are needed".to_owned()),
        false => Ok(out),
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;

    const TEXT: &str = "\
a/*/n: { what: \"cases of {1}\", symbol: n }
a/*/rows/*/share: { what: \"share of {2} in {1}\", symbol: '%', formula: F / n, from: [count, ../../n] }
";

    #[test]
    fn the_form_of_a_path_is_found_with_every_part() {
        let origins = Origins::parse(TEXT).unwrap();
        assert_eq!(origins.form("a/umur/n"), Some("a/*/n"));
        assert_eq!(origins.form("a/umur/rows/0/share"), Some("a/*/rows/*/share"));
        assert_eq!(origins.form("a/umur/rows/0"), None);
        assert_eq!(origins.form("b/umur/n"), None);
        assert_eq!(join("a/umur/rows/0", "../../n"), "a/umur/n");
    }

    #[test]
    fn a_broken_file_is_refused_with_its_reason() {
        assert!(Origins::parse("a: { what: x }").unwrap_err().contains("symbol"));
        assert!(Origins::parse("a: { what: x, symbol: n, form: y }").unwrap_err().contains("form"));
        assert!(Origins::parse("[]").is_err());
        assert!(Origins::parse("a: { what: x, symbol: n }\na: { what: y, symbol: m }").is_err());
    }
}
