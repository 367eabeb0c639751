//! Keys laid over a study: maps merge, everything else replaces. A unit of a batch is a study with its own keys laid over it.

use super::node::{Node, NodeKind};
use crate::diagnostics::{Span, Spanned};
use std::fmt::Write;

/// The tree `over` laid over `base`: maps merge key by key, lists and values replace what stands there, an empty value takes it
/// away. What comes from `over` keeps its own spans.
pub fn lay_over(base: Node, over: &Node) -> Node {
    let (NodeKind::Map(mut entries), NodeKind::Map(laid)) = (base.kind, &over.kind) else {
        return over.clone();
    };
    for (key, value) in laid {
        let Some(at) = entries.iter().position(|(known, _)| known.value == key.value) else {
            entries.push((key.clone(), value.clone()));
            continue;
        };
        if let Some(entry) = entries.get_mut(at) {
            let below = Node { kind: std::mem::replace(&mut entry.1.kind, NodeKind::Null), span: entry.1.span };
            let merges = matches!((&below.kind, &value.kind), (NodeKind::Map(_), NodeKind::Map(_)));
            entry.1 = if merges { lay_over(below, value) } else { value.clone() };
            if !merges {
                entry.0 = key.clone();
            }
        }
    }
    Node { kind: NodeKind::Map(entries), span: base.span }
}

/// A map of nodes made by the program, all of which stand at `span`.
pub fn map_at(span: Span, entries: impl IntoIterator<Item = (&'static str, NodeKind)>) -> NodeKind {
    let entries = entries.into_iter().map(|(key, kind)| (Spanned::new(key.to_owned(), span), Node { kind, span }));
    NodeKind::Map(entries.collect())
}

/// The tree as one text that tells trees apart and knows nothing of where they stand; for hashes.
pub fn canonical(node: &Node) -> String {
    let mut out = String::new();
    write_canonical(node, &mut out);
    out
}

fn write_canonical(node: &Node, out: &mut String) {
    let text = |kind: char, text: &str, out: &mut String| {
        // Writing into a text does not fail.
        let _ = write!(out, "{kind}{}:{text}", text.len());
    };
    match &node.kind {
        NodeKind::Null => out.push('~'),
        NodeKind::Bool(flag) => out.push(if *flag { 'T' } else { 'F' }),
        NodeKind::Number(_, written) => text('n', written, out),
        NodeKind::Text(written) => text('t', written, out),
        NodeKind::List(list) => {
            out.push('[');
            list.iter().for_each(|node| write_canonical(node, out));
            out.push(']');
        }
        NodeKind::Map(entries) => {
            out.push('{');
            for (key, value) in entries {
                text('k', &key.value, out);
                write_canonical(value, out);
            }
            out.push('}');
        }
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::super::node::parse;
    use super::*;
    use crate::diagnostics::FileId;

    fn laid(base: &str, over: &str) -> String {
        canonical(&lay_over(parse(base, FileId(0)).unwrap(), &parse(over, FileId(1)).unwrap()))
    }

    fn tree(text: &str) -> String {
        canonical(&parse(text, FileId(0)).unwrap())
    }

    #[test]
    fn maps_merge_lists_replace_and_nothing_takes_away() {
        let base = "data: { file: a.csv, distributed: 500 }\nscale: { labels: [A, B] }\nyear: 2025\npopulation: 9\n";
        let over = "data: { distributed: 40 }\nscale: { labels: [C] }\npopulation:\nobject: Dinas\n";
        assert_eq!(
            laid(base, over),
            tree("data: { file: a.csv, distributed: 40 }\nscale: { labels: [C] }\nyear: 2025\npopulation:\nobject: Dinas\n")
        );
        assert_eq!(laid("a: 1\n", "a: { b: 2 }\n"), tree("a: { b: 2 }\n"), "a map replaces a value");
    }

    #[test]
    fn what_is_laid_over_stands_where_it_was_written() {
        let merged = lay_over(parse("a: 1\nb: 2\n", FileId(0)).unwrap(), &parse("b: 3\n", FileId(1)).unwrap());
        let NodeKind::Map(entries) = merged.kind else { unreachable!() };
        assert_eq!(entries.iter().map(|(_, node)| node.span.file).collect::<Vec<_>>(), [FileId(0), FileId(1)]);
    }

    #[test]
    fn different_trees_have_different_texts() {
        let texts = ["a: 1", "a: '1'", "a: [1]", "a: { b: 1 }", "a:", "a: true", "ab: 1", "a: 1\nb: 1"].map(tree);
        for (at, text) in texts.iter().enumerate() {
            assert!(!texts[..at].contains(text), "{text}");
        }
        assert_eq!(tree("a:   1 # one\n"), tree("{a: 1}"));
    }
}
