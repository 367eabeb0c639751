//! What parses but is not yet computed: one table. A package that lands deletes its lines here, and nowhere else.

use super::node::{Node, NodeKind};
use super::problem::{Remedy, StudyProblem};
use crate::diagnostics::{Diagnostics, Severity, Span};
use indexmap::IndexMap;

/// When a key is not available.
#[derive(Debug, Clone, Copy)]
enum When {
    /// Whenever it holds something.
    Given,
    /// When it holds one of these words.
    Words(&'static [&'static str]),
    /// When it holds another word than these.
    OtherThan(&'static [&'static str]),
    /// When it names a file whose ending is none of these.
    EndingOtherThan(&'static [&'static str]),
}

/// A key that is not available.
struct Unavailable {
    /// Its path; `*` stands for any key or any element of a list.
    path: &'static str,
    /// The work package that brings it.
    #[allow(dead_code, reason = "said beside the key for whoever lands the package; not shown to users")]
    package: &'static str,
    /// An error where ignoring the key would change numbers, a warning where the chapter is right without it.
    severity: Severity,
    /// When.
    when: When,
    /// What is available instead.
    instead: &'static [&'static str],
}

const fn error(path: &'static str, package: &'static str, when: When) -> Unavailable {
    error_but(path, package, when, &[])
}

const fn error_but(path: &'static str, package: &'static str, when: When, instead: &'static [&'static str]) -> Unavailable {
    Unavailable { path, package, severity: Severity::Error, when, instead }
}

impl Unavailable {
    fn remedy(&self) -> Remedy {
        if self.severity != Severity::Error {
            Remedy::Wait
        } else if self.instead.is_empty() {
            Remedy::Delete
        } else {
            Remedy::Instead(self.instead.iter().map(|word| (*word).to_owned()).collect())
        }
    }
}

/// Endings of data files that can be read.
const DATA_ENDINGS: &[&str] = &["csv", "tsv", "tab", "txt", "xlsx", "xlsm", "xlsb", "xls", "ods", "sav", "zsav"];

/// Kinds of report that there are.
const TEMPLATES: &[&str] = &["bab-iv", "bab-iii", "prepost", "ip-asn", "lkjip"];

/// The table.
const UNAVAILABLE: &[Unavailable] = &[
    error_but("data.file", "4a", When::EndingOtherThan(DATA_ENDINGS), DATA_ENDINGS),
    error_but("analysis.method", "reserved", When::Words(&["pls", "cb-sem"]), &["regression"]),
    error_but("report.template", "2b", When::OtherThan(TEMPLATES), TEMPLATES),
    error("report.earlier", "6b", When::Given),
    error("report.plan", "6b", When::Given),
];

/// Measurement models that are known by name and not shipped yet.
const MODELS_TO_COME: &[&str] = &["skm-permenpan-14-2017"];

/// Reports every key of a study file that is not available, each once with all its places.
pub(super) fn check(root: &Node, diagnostics: &mut Diagnostics) {
    for entry in UNAVAILABLE {
        report(entry, entry.path, root, diagnostics);
    }
}

/// The same for a measurement model, which holds the keys of one variable.
pub(super) fn check_model(root: &Node, diagnostics: &mut Diagnostics) {
    for entry in UNAVAILABLE {
        if let Some(path) = entry.path.strip_prefix("variables.*.") {
            report(entry, path, root, diagnostics);
        }
    }
}

/// Whether a measurement model of this name is planned.
pub(super) fn is_model_to_come(name: &str) -> bool {
    MODELS_TO_COME.contains(&name)
}

fn report(entry: &Unavailable, path: &str, root: &Node, diagnostics: &mut Diagnostics) {
    let steps: Vec<&str> = path.split('.').collect();
    let mut found = Vec::new();
    find(root, &steps, Vec::new(), root.span, &mut found);
    // One diagnostic for a key with one value, however often it stands in the file.
    let mut places: IndexMap<Option<String>, (String, Vec<Span>)> = IndexMap::new();
    for place in found {
        let Some(value) = unavailable_value(entry.when, place.node) else {
            continue;
        };
        let span = if value.is_some() { place.node.span } else { place.key };
        let path = place.path.join(".");
        places.entry(value).or_insert_with(|| (path, Vec::new())).1.push(span);
    }
    for (value, (path, spans)) in places {
        let mut spans = spans.into_iter();
        let Some(span) = spans.next() else { continue };
        diagnostics.push(
            StudyProblem::NotAvailable {
                span,
                path,
                value,
                remedy: entry.remedy(),
                severity: entry.severity,
                others: spans.collect(),
            }
            .diagnostic(),
        );
    }
}

/// A node at a path.
pub(super) struct Place<'n> {
    path: Vec<String>,
    key: Span,
    /// What stands there.
    pub(super) node: &'n Node,
}

/// Every node at a path of steps, of which `*` is any.
pub(super) fn find<'n>(node: &'n Node, steps: &[&str], path: Vec<String>, key: Span, found: &mut Vec<Place<'n>>) {
    let Some((step, rest)) = steps.split_first() else {
        found.push(Place { path, key, node });
        return;
    };
    match &node.kind {
        NodeKind::Map(entries) => {
            for (name, node) in entries {
                if *step == "*" || name.value == *step {
                    let mut path = path.clone();
                    path.push(name.value.clone());
                    find(node, rest, path, name.span, found);
                }
            }
        }
        NodeKind::List(list) if *step == "*" => {
            for node in list {
                find(node, rest, path.clone(), node.span, found);
            }
        }
        _ => {}
    }
}

/// `None`: available. `Some(None)`: the key is not. `Some(Some(value))`: this value is not.
fn unavailable_value(when: When, node: &Node) -> Option<Option<String>> {
    let written = match &node.kind {
        NodeKind::Text(text) | NodeKind::Number(_, text) => Some(text.clone()),
        NodeKind::Bool(flag) => Some(flag.to_string()),
        NodeKind::Null | NodeKind::List(_) | NodeKind::Map(_) => None,
    };
    match (when, &node.kind) {
        (_, NodeKind::Null) => None,
        (When::Given, NodeKind::List(list)) => (!list.is_empty()).then_some(None),
        (When::Given, NodeKind::Map(map)) => (!map.is_empty()).then_some(None),
        (When::Given, _) => Some(None),
        (When::Words(words), _) => {
            let written = written?;
            words.contains(&written.as_str()).then_some(Some(written))
        }
        (When::OtherThan(words), _) => {
            let written = written?;
            (!words.contains(&written.as_str())).then_some(Some(written))
        }
        (When::EndingOtherThan(endings), NodeKind::Text(file)) => {
            let ending = file.rsplit_once('.').map_or("", |(_, ending)| ending);
            let known = endings.contains(&ending.to_lowercase().as_str());
            (!known).then(|| Some(file.clone()))
        }
        (When::EndingOtherThan(_), _) => None,
    }
}
