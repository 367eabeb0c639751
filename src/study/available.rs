//! Values that parse but are not computed: one table. A value that becomes available leaves its line here, and nowhere else.

use super::node::{Node, NodeKind};
use super::problem::StudyProblem;
use crate::diagnostics::{Diagnostics, Span};
use indexmap::IndexMap;

/// Which values of a key are not available.
#[derive(Debug, Clone, Copy)]
enum Values {
    /// These words.
    Words(&'static [&'static str]),
    /// Other words than those that are available.
    Others,
    /// Files whose ending is none of those that are available.
    EndingOtherThan,
}

/// A key with values that are not available. Its path; `*` stands for any key or any element of a list.
struct Unavailable {
    path: &'static str,
    values: Values,
    /// What is available.
    instead: &'static [&'static str],
}

/// Endings of data files that can be read.
const DATA_ENDINGS: &[&str] = &["csv", "tsv", "tab", "txt", "xlsx", "xlsm", "xlsb", "xls", "ods", "sav", "zsav"];

/// Kinds of report that there are.
const TEMPLATES: &[&str] = &["bab-iv", "bab-iii", "prepost", "skm", "ip-asn", "lkjip"];

/// The table.
const UNAVAILABLE: &[Unavailable] = &[
    Unavailable { path: "data.file", values: Values::EndingOtherThan, instead: DATA_ENDINGS },
    Unavailable { path: "analysis.method", values: Values::Words(&["pls", "cb-sem"]), instead: &["regression"] },
    Unavailable { path: "report.template", values: Values::Others, instead: TEMPLATES },
];

/// Reports every value of a study file that is not available, each once with all its places.
pub(super) fn check(root: &Node, diagnostics: &mut Diagnostics) {
    for entry in UNAVAILABLE {
        report(entry, root, diagnostics);
    }
}

fn report(entry: &Unavailable, root: &Node, diagnostics: &mut Diagnostics) {
    let steps: Vec<&str> = entry.path.split('.').collect();
    let mut found = Vec::new();
    find(root, &steps, Vec::new(), &mut found);
    // One diagnostic for a key with one value, however often it stands in the file.
    let mut places: IndexMap<String, (String, Vec<Span>)> = IndexMap::new();
    for place in found {
        let Some(value) = entry.refuses(place.node) else {
            continue;
        };
        let path = place.path.join(".");
        places.entry(value).or_insert_with(|| (path, Vec::new())).1.push(place.node.span);
    }
    for (value, (path, spans)) in places {
        let mut spans = spans.into_iter();
        let Some(span) = spans.next() else { continue };
        let instead = entry.instead.to_vec();
        diagnostics.push(StudyProblem::NotAvailable { span, path, value, instead, others: spans.collect() }.diagnostic());
    }
}

impl Unavailable {
    /// The value of a node, when it is not available.
    fn refuses(&self, node: &Node) -> Option<String> {
        let written = match &node.kind {
            NodeKind::Text(text) | NodeKind::Number(_, text) => text.clone(),
            NodeKind::Bool(flag) => flag.to_string(),
            NodeKind::Null | NodeKind::List(_) | NodeKind::Map(_) => return None,
        };
        let refused = match self.values {
            Values::Words(words) => words.contains(&written.as_str()),
            Values::Others => !self.instead.contains(&written.as_str()),
            Values::EndingOtherThan => {
                let ending = written.rsplit_once('.').map_or("", |(_, ending)| ending);
                matches!(node.kind, NodeKind::Text(_)) && !self.instead.contains(&ending.to_lowercase().as_str())
            }
        };
        refused.then_some(written)
    }
}

/// A node at a path.
pub(super) struct Place<'n> {
    path: Vec<String>,
    /// What stands there.
    pub(super) node: &'n Node,
}

/// Every node at a path of steps, of which `*` is any.
pub(super) fn find<'n>(node: &'n Node, steps: &[&str], path: Vec<String>, found: &mut Vec<Place<'n>>) {
    let Some((step, rest)) = steps.split_first() else {
        found.push(Place { path, node });
        return;
    };
    match &node.kind {
        NodeKind::Map(entries) => {
            for (name, node) in entries {
                if *step == "*" || name.value == *step {
                    let mut path = path.clone();
                    path.push(name.value.clone());
                    find(node, rest, path, found);
                }
            }
        }
        NodeKind::List(list) if *step == "*" => {
            for node in list {
                find(node, rest, path.clone(), found);
            }
        }
        _ => {}
    }
}
