//! Results as tables and templates read them: by path, each number knowing what it is and where it came from.

use crate::analyses::kinds::{self, Beside, kind};
use crate::analyses::results::Results;
use crate::findings::Findings;
use crate::numbers::{Kind, Quantity, Setting};
use crate::report::document::Inline;
use serde_json::Value;

/// What stands at a path.
#[derive(Debug, Clone, PartialEq)]
pub enum Found<'a> {
    /// A number.
    Number(Quantity),
    /// A text.
    Text(&'a str),
    /// Yes or no.
    Flag(bool),
    /// No value, with the key of the reason.
    Absent(&'a str),
    /// A list or a map.
    Branch(&'a Value),
}

/// Results and findings as one tree.
#[derive(Debug, Clone)]
pub struct View {
    tree: Value,
}

impl View {
    /// The tree of results and findings, as `results.json` holds it.
    ///
    /// # Errors
    /// When they cannot be serialized, which would be a fault of the program.
    pub fn new(results: &Results, findings: &Findings) -> Result<View, serde_json::Error> {
        let mut tree = serde_json::to_value(results)?;
        if let (Value::Object(tree), Value::Object(findings)) = (&mut tree, serde_json::to_value(findings)?) {
            tree.extend(findings);
        }
        Ok(View { tree })
    }

    /// The whole tree.
    pub fn tree(&self) -> &Value {
        &self.tree
    }

    /// What stands at a path such as `regressions/Y1/coefficients/X1/b`. A list is entered by position, by the `id`,
    /// `term` or `value` of its entries, or as `from>to` (effects) and `a<>b` (correlations).
    pub fn get(&self, path: &str) -> Option<Found<'_>> {
        let (value, canonical) = self.resolve(path)?;
        Some(match value {
            Value::Number(number) => Found::Number(Quantity {
                kind: kind(&canonical),
                value: number.as_f64()?,
                lower_bound: kind(&canonical) == Kind::P && self.is_lower_bound(&canonical),
                beside: self.beside(&canonical),
            }),
            Value::String(text) => Found::Text(text),
            Value::Bool(flag) => Found::Flag(*flag),
            Value::Object(map) if map.contains_key("absent") => Found::Absent(map.get("absent")?.as_str()?),
            Value::Object(_) | Value::Array(_) => Found::Branch(value),
            Value::Null => return None,
        })
    }

    /// The number at a path as an inline, when there is one.
    pub fn inline(&self, path: &str, setting: Setting) -> Option<Inline> {
        match self.get(path)? {
            Found::Number(quantity) => Some(Inline::Value { quantity, path: path.to_owned(), setting }),
            _ => None,
        }
    }

    /// The text at a path.
    pub fn text(&self, path: &str) -> Option<&str> {
        match self.get(path)? {
            Found::Text(text) => Some(text),
            _ => None,
        }
    }

    /// The whole number at a path.
    pub fn count(&self, path: &str) -> Option<u64> {
        match self.get(path)? {
            Found::Number(number) if number.value >= 0.0 => Some(number.value as u64),
            _ => None,
        }
    }

    /// Yes or no at a path.
    pub fn flag(&self, path: &str) -> Option<bool> {
        match self.get(path)? {
            Found::Flag(flag) => Some(flag),
            _ => None,
        }
    }

    /// Number of entries of a list or map.
    pub fn len(&self, path: &str) -> usize {
        match self.resolve(path) {
            Some((Value::Array(list), _)) => list.len(),
            Some((Value::Object(map), _)) => map.len(),
            _ => 0,
        }
    }

    /// Keys of a map, in order.
    pub fn keys(&self, path: &str) -> Vec<String> {
        match self.resolve(path) {
            Some((Value::Object(map), _)) => map.keys().cloned().collect(),
            _ => Vec::new(),
        }
    }

    /// The node at a path, and the path with list entries by position.
    pub fn resolve(&self, path: &str) -> Option<(&Value, String)> {
        let mut node = &self.tree;
        let mut canonical = Vec::new();
        for part in path.split('/') {
            let (next, name) = match node {
                Value::Object(map) => (map.get(part)?, part.to_owned()),
                Value::Array(list) => {
                    let position = part.parse::<usize>().ok().or_else(|| list.iter().position(|entry| names(entry, part)))?;
                    (list.get(position)?, position.to_string())
                }
                _ => return None,
            };
            node = next;
            canonical.push(name);
        }
        Some((node, canonical.join("/")))
    }

    /// The number that the one at a path is compared with.
    fn beside(&self, canonical: &str) -> Option<f64> {
        match kinds::beside(canonical)? {
            Beside::Zero => Some(0.0),
            Beside::Path(path) => self.resolve(&path)?.0.as_f64(),
        }
    }

    fn is_lower_bound(&self, path: &str) -> bool {
        let Some((parent, _)) = path.rsplit_once('/') else { return false };
        matches!(self.resolve(parent), Some((Value::Object(map), _)) if map.get("p_lower_bound") == Some(&Value::Bool(true)))
    }
}

/// Whether a list entry is called `name`.
fn names(entry: &Value, name: &str) -> bool {
    let field = |key: &str| entry.get(key).and_then(Value::as_str);
    ["id", "term", "value"].into_iter().any(|key| field(key) == Some(name))
        || name.split_once("<>").is_some_and(|(a, b)| field("a") == Some(a) && field("b") == Some(b))
        || name.split_once('>').is_some_and(|(from, to)| field("from") == Some(from) && field("to") == Some(to))
}
