//! Sets of conventions: keys of the study file under a name, as versioned files with their source. They are laid under what a
//! study says itself.

use super::node::{self, Node, NodeKind};
use super::variable::Scale;
use crate::diagnostics::{FileId, Span, Spanned};
use crate::language::{Language, Text};
use include_dir::{Dir, include_dir};
use serde::Serialize;

static SHIPPED: Dir<'_> = include_dir!("$CARGO_MANIFEST_DIR/conventions");

/// The names of the shipped sets.
pub const NAMES: [&str; 6] = ["ghozali-2018", "sugiyono-2019", "azwar-2012", "spss-20", "spss-27", "apa-7"];

/// The keys of a set that are laid under the study's.
const LAID: [&str; 2] = ["analysis", "report"];

/// A set of conventions.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Convention {
    /// The name it is declared by.
    pub name: String,
    /// How it is cited.
    pub title: String,
    /// Version of the file: it grows with every change of a key.
    pub version: u64,
    /// Publication it rests on.
    pub source: String,
    /// Words of the chapter that it writes otherwise: language, ours, its own.
    #[serde(skip)]
    pub words: Vec<(String, String, String)>,
    /// Names of its bands in both languages, lowest first; empty where it has none.
    #[serde(skip)]
    pub bands: Vec<Text>,
}

impl Convention {
    /// The shipped set of this name.
    pub fn of(name: &str) -> Option<Convention> {
        let root = read(name, FileId(0))?;
        let NodeKind::Map(entries) = root.kind else { return None };
        let field = |wanted: &str| entries.iter().find(|(key, _)| key.value == wanted).map(|(_, node)| &node.kind);
        let text = |wanted: &str| match field(wanted) {
            Some(NodeKind::Text(text)) => Some(text.trim().to_owned()),
            _ => None,
        };
        let version = match field("version") {
            Some(NodeKind::Number(version, _)) => *version as u64,
            _ => return None,
        };
        let words = match field("words") {
            Some(NodeKind::Map(languages)) => {
                languages.iter().flat_map(|(language, words)| pairs(&language.value, words)).collect()
            }
            _ => Vec::new(),
        };
        let bands = field("bands").map(bands).unwrap_or_default().into_iter().map(|(name, _)| name).collect();
        Some(Convention { words, bands, name: name.to_owned(), title: text("title")?, version, source: text("source")? })
    }

    /// Name and version, as `results.json` has them: `ghozali-2018 v1`.
    pub fn label(&self) -> String {
        format!("{} v{}", self.name, self.version)
    }
}

/// The bands of a set: the name of each, and the share of the scale at which it begins.
fn bands(node: &NodeKind) -> Vec<(Text, f64)> {
    let NodeKind::List(list) = node else { return Vec::new() };
    let band = |node: &Node| {
        let NodeKind::Map(keys) = &node.kind else { return None };
        let field = |wanted: &str| keys.iter().find(|(key, _)| key.value == wanted).map(|(_, node)| &node.kind);
        let text = |wanted: &str| match field(wanted) {
            Some(NodeKind::Text(text)) => Some(text.clone()),
            _ => None,
        };
        match field("from") {
            Some(NodeKind::Number(share, _)) => Some((Text::Each { id: Some(text("id")?), en: Some(text("en")?) }, *share)),
            _ => None,
        }
    };
    list.iter().filter_map(band).collect()
}

/// Names the bands of scales in both languages where they are those of a set: the keys of a map have one language.
pub(super) fn name_bands<'a>(sets: &[Convention], scales: impl Iterator<Item = &'a mut Scale>) {
    for scale in scales {
        let of = |name: &Text| name.get(Language::Id).to_owned();
        let own: Vec<String> = scale.bands.bands.iter().map(|(name, _)| of(name)).collect();
        let set = sets.iter().find(|set| !set.bands.is_empty() && set.bands.iter().map(of).eq(own.iter().cloned()));
        for ((name, _), both) in scale.bands.bands.iter_mut().zip(set.iter().flat_map(|set| &set.bands)) {
            name.clone_from(both);
        }
    }
}

fn read(name: &str, file: FileId) -> Option<Node> {
    if !NAMES.contains(&name) {
        return None;
    }
    let text = SHIPPED.get_file(format!("{name}.yaml"))?.contents_utf8()?;
    node::parse(text, file).ok()
}

/// The words of one language, beside what is written instead.
fn pairs(language: &str, words: &Node) -> Vec<(String, String, String)> {
    let NodeKind::Map(words) = &words.kind else { return Vec::new() };
    let pair = |(word, other): &(Spanned<String>, Node)| match &other.kind {
        NodeKind::Text(other) => Some((language.to_owned(), word.value.clone(), other.clone())),
        _ => None,
    };
    words.iter().filter_map(pair).collect()
}

/// The bands of a set, laid on every scale of the study that has ends and no categories of its own: a set names the share of the
/// scale at which each band begins.
fn lay_bands(root: &mut Node, set: &Node) {
    let NodeKind::Map(entries) = &set.kind else { return };
    let Some((_, Node { kind, .. })) = entries.iter().find(|(key, _)| key.value == "bands") else { return };
    let bands = &bands(kind);
    let NodeKind::Map(root) = &mut root.kind else { return };
    for (key, node) in root {
        match (key.value.as_str(), &mut node.kind) {
            ("scale", _) => band(node, bands),
            ("variables", NodeKind::Map(variables)) => {
                for (_, variable) in variables {
                    let NodeKind::Map(keys) = &mut variable.kind else { continue };
                    keys.iter_mut().filter(|(key, _)| key.value == "scale").for_each(|(_, scale)| band(scale, bands));
                }
            }
            _ => {}
        }
    }
}

fn band(scale: &mut Node, bands: &[(Text, f64)]) {
    let span = scale.span;
    let NodeKind::Map(keys) = &mut scale.kind else { return };
    let number = |wanted: &str| match keys.iter().find(|(key, _)| key.value == wanted).map(|(_, node)| &node.kind) {
        Some(NodeKind::Number(value, _)) => Some(*value),
        _ => None,
    };
    let (Some(min), Some(max)) = (number("min"), number("max")) else { return };
    if keys.iter().any(|(key, _)| key.value == "categories") {
        return;
    }
    let categories = bands.iter().map(|(name, share)| {
        let at = min + share * (max - min);
        let name = name.get(Language::Id).to_owned();
        (Spanned { value: name, span }, Node { kind: NodeKind::Number(at, at.to_string()), span })
    });
    let categories = Node { kind: NodeKind::Map(categories.collect()), span };
    keys.push((Spanned { value: "categories".to_owned(), span }, categories));
}

/// Lays the sets that a study names under its own keys: maps merge, all else that the study says stays. Of several sets the
/// later one wins. What a set says stands where its name is declared.
pub(super) fn lay_under(root: &mut Node, file: FileId) {
    let mut declared = declared(root);
    declared.reverse();
    for name in declared {
        let Some(mut set) = read(&name.value, file) else { continue };
        place(&mut set, name.span);
        lay_bands(root, &set);
        if let (NodeKind::Map(own), NodeKind::Map(entries)) = (&mut root.kind, set.kind) {
            merge(own, entries.into_iter().filter(|(key, _)| LAID.contains(&key.value.as_str())).collect());
        }
    }
}

/// The names under `analysis.conventions`.
fn declared(root: &Node) -> Vec<Spanned<String>> {
    let inner = |node: &Node, wanted: &str| match &node.kind {
        NodeKind::Map(entries) => entries.iter().find(|(key, _)| key.value == wanted).map(|(_, node)| node.clone()),
        _ => None,
    };
    let Some(list) = inner(root, "analysis").and_then(|analysis| inner(&analysis, "conventions")) else { return Vec::new() };
    let NodeKind::List(names) = list.kind else { return Vec::new() };
    let name = |node: Node| match node.kind {
        NodeKind::Text(text) => Some(Spanned { value: text, span: node.span }),
        _ => None,
    };
    names.into_iter().filter_map(name).collect()
}

fn merge(own: &mut Vec<(Spanned<String>, Node)>, set: Vec<(Spanned<String>, Node)>) {
    for (key, node) in set {
        match own.iter_mut().find(|(known, _)| known.value == key.value) {
            None => own.push((key, node)),
            Some((_, known)) => {
                if let (NodeKind::Map(known), NodeKind::Map(entries)) = (&mut known.kind, node.kind) {
                    merge(known, entries);
                }
            }
        }
    }
}

fn place(node: &mut Node, span: Span) {
    node.span = span;
    match &mut node.kind {
        NodeKind::Map(entries) => {
            for (key, node) in entries {
                key.span = span;
                place(node, span);
            }
        }
        NodeKind::List(list) => list.iter_mut().for_each(|node| place(node, span)),
        NodeKind::Null | NodeKind::Bool(_) | NodeKind::Number(..) | NodeKind::Text(_) => {}
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;

    #[test]
    fn every_set_has_title_version_and_source() {
        let files: Vec<String> = SHIPPED.files().map(|file| file.path().to_string_lossy().into_owned()).collect();
        assert_eq!(files.len(), NAMES.len(), "{files:?}");
        for name in NAMES {
            let set = Convention::of(name).unwrap();
            assert!(!set.title.is_empty() && set.source.len() > 30 && set.version >= 1, "{name}");
            assert_eq!(set.label(), format!("{name} v{}", set.version));
        }
        assert_eq!(Convention::of("unknown"), None);
    }

    fn laid(text: &str) -> Node {
        let mut root = node::parse(text, FileId(0)).unwrap();
        lay_under(&mut root, FileId(0));
        root
    }

    fn at<'n>(node: &'n Node, path: &[&str]) -> Option<&'n NodeKind> {
        let Some((first, rest)) = path.split_first() else { return Some(&node.kind) };
        match &node.kind {
            NodeKind::Map(entries) => at(&entries.iter().find(|(key, _)| key.value == *first)?.1, rest),
            _ => None,
        }
    }

    #[test]
    fn later_sets_win_and_the_study_beats_them_all() {
        let root = laid("analysis: { conventions: [ghozali-2018, sugiyono-2019], multicollinearity: { vif: 5 } }");
        assert!(matches!(at(&root, &["analysis", "reliability", "minimum"]), Some(NodeKind::Number(_, text)) if text == "0.60"));
        assert!(matches!(at(&root, &["analysis", "multicollinearity", "vif"]), Some(NodeKind::Number(_, text)) if text == "5"));
        assert!(matches!(at(&root, &["analysis", "autocorrelation"]), Some(NodeKind::List(_))));
        assert_eq!(at(&root, &["title"]), None);
        let root = laid("analysis: { conventions: [apa-7] }");
        assert!(matches!(at(&root, &["report", "style", "p"]), Some(NodeKind::Text(p)) if p == "apa"));
        assert_eq!(laid("title: x"), node::parse("title: x", FileId(0)).unwrap());
    }

    /// Azwar (2012): M ± 0,5 s and M ± 1,5 s about the middle M of the scale, s a sixth of its range: on 1 to 5 M = 3, s = 2/3.
    #[test]
    fn bands_follow_the_ends_of_a_scale_that_has_none_of_its_own() {
        let root = laid(
            "scale: { min: 1, max: 5 }\nvariables: { X: { scale: { min: 1, max: 7, categories: [a, b] } } }\nanalysis: { conventions: [azwar-2012] }",
        );
        let lowest = |name: &str| match at(&root, &["scale", "categories", name]) {
            Some(NodeKind::Number(lowest, _)) => *lowest,
            _ => f64::NAN,
        };
        for (name, expected) in
            [("sangat rendah", 1.0), ("rendah", 2.0), ("sedang", 8.0 / 3.0), ("tinggi", 10.0 / 3.0), ("sangat tinggi", 4.0)]
        {
            assert!((lowest(name) - expected).abs() < 1e-4, "{name}");
        }
        assert!(matches!(at(&root, &["variables", "X", "scale", "categories"]), Some(NodeKind::List(_))));
    }

    #[test]
    fn a_set_may_write_words_otherwise() {
        let words = Convention::of("apa-7").unwrap().words;
        assert!(words.contains(&("id".into(), "diterima".into(), "didukung".into())), "{words:?}");
        assert!(Convention::of("ghozali-2018").unwrap().words.is_empty());
    }
}
