//! What templates and author text call beside the values they see.

use super::document::Inline;
use super::value::inlines;
use super::view::View;
use crate::numbers::Setting;
use minijinja::value::Value;

/// Joins values as a sentence lists them: `A`, `A dan B`, `A, B, dan C`.
pub fn joined(values: &[Vec<Inline>], and: &str) -> Vec<Inline> {
    let mut out = Vec::new();
    for (position, value) in values.iter().enumerate() {
        if position > 0 {
            let last = position + 1 == values.len();
            out.push(Inline::text(match (last, values.len()) {
                (true, 2) => format!(" {and} "),
                (true, _) => format!(", {and} "),
                (false, _) => ", ".to_owned(),
            }));
        }
        out.extend(value.iter().cloned());
    }
    out
}

/// The number at a path for author text.
pub fn author_number(view: &View, path: &str) -> Option<Value> {
    // Paths by name and by position are one; `results.json` has positions.
    let (_, canonical) = view.resolve(path)?;
    let inline = view.inline(&canonical, Setting::Sentence)?;
    Some(inlines(vec![inline]))
}
