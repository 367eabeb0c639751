//! Which values are not available in this version: a small study that holds one is put to `available.rs`.

use super::{Key, Value};
use crate::diagnostics::{Diagnostics, FileId, Span, Spanned};
use crate::study::available;
use crate::study::node::{Node, NodeKind};

/// A step on the way from the top of a study to a value.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Step {
    /// A key.
    Key(&'static str),
    /// A name of the author's choice.
    Named,
    /// An element of a list.
    Element,
}

/// Stands for any number but the default.
const OTHER: &str = "≠";

/// The values that are not available of the key that stands at `path`, in words that hold in both languages.
pub fn unavailable(path: &[Step], key: &Key) -> Vec<String> {
    let mut probes = Vec::new();
    probes_of(&key.value, &mut probes);
    for text in key.default.iter().chain(key.examples).map(|json| json.trim_matches('"')) {
        if !probes.iter().any(|(_, shown)| shown == text) && !text.starts_with('[') {
            probes.push((scalar(text), text.to_owned()));
        }
    }
    if probes.is_empty() {
        probes.push((scalar("x"), "x".to_owned()));
    }
    let default = key.default.unwrap_or_default();
    let refused = probes.iter().filter(|(value, _)| is_unavailable(path, value));
    refused.map(|(_, shown)| shown.replace(OTHER, &format!("≠ {default}"))).collect()
}

/// Values that a key may hold, and how each is shown.
fn probes_of(value: &Value, probes: &mut Vec<(NodeKind, String)>) {
    let text = |word: &str| NodeKind::Text(word.to_owned());
    match value {
        Value::Text | Value::Plain | Value::Formed(_) | Value::ModelName => {}
        Value::Suggested(words) | Value::Words(words) => {
            probes.extend(words.iter().map(|word| (text(word), (*word).to_owned())));
        }
        Value::Numbers(numbers) => probes.extend(numbers.iter().map(|number| (scalar(&number.to_string()), number.to_string()))),
        Value::Number(_) | Value::Whole(_) => probes.push((scalar("0.25"), OTHER.to_owned())),
        Value::Flag => probes.extend([true, false].map(|flag| (NodeKind::Bool(flag), flag.to_string()))),
        Value::Pair => probes.push((NodeKind::List(vec![node(text("x"))]), "[…]".to_owned())),
        Value::List(of) | Value::Some(of) => {
            let mut elements = Vec::new();
            probes_of(of, &mut elements);
            if elements.is_empty() {
                elements.push((text("x"), "[…]".to_owned()));
            }
            probes.extend(elements.into_iter().map(|(element, shown)| (NodeKind::List(vec![node(element)]), shown)));
        }
        Value::Map(_) | Value::Named(_) => probes.push((map("x", text("x")), "{…}".to_owned())),
        Value::Either(values) => values.iter().for_each(|value| probes_of(value, probes)),
    }
}

fn is_unavailable(path: &[Step], value: &NodeKind) -> bool {
    let root = path.iter().rev().fold(value.clone(), |below, step| match step {
        Step::Key(key) => map(key, below),
        Step::Named => map("N", below),
        Step::Element => NodeKind::List(vec![node(below)]),
    });
    let mut diagnostics = Diagnostics::default();
    available::check(&node(root), &mut diagnostics);
    !diagnostics.is_empty()
}

fn scalar(text: &str) -> NodeKind {
    match text.parse::<f64>() {
        Ok(number) => NodeKind::Number(number, text.to_owned()),
        Err(_) => NodeKind::Text(text.to_owned()),
    }
}

fn map(key: &str, value: NodeKind) -> NodeKind {
    NodeKind::Map(vec![(Spanned::new(key.to_owned(), NOWHERE), node(value))])
}

fn node(kind: NodeKind) -> Node {
    Node { kind, span: NOWHERE }
}

const NOWHERE: Span = Span { file: FileId(0), start: 0, end: 0 };
