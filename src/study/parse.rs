//! From the text of a study file to its mirror, with every problem of form.

use super::batch_file::is_batch;
use super::decode::Decoder;
use super::file::StudyFile;
use super::node::{self, Node, NodeKind};
use super::overlay::lay_over;
use super::problem::{Kind, StudyProblem};
use super::problem_yaml::{NotYaml, Trap};
use super::traps;
use super::{available, conventions};
use crate::diagnostics::{Diagnostics, FileId, SourceFiles, Span, Spanned};

/// Reads a study file that stands in `sources`. Problems go into `diagnostics`, all of them; the file is given even so,
/// with the values that could be read, so that `check` can report what it finds as well. `None`: not YAML, or not a map.
pub fn parse(sources: &SourceFiles, file: FileId, diagnostics: &mut Diagnostics) -> Option<StudyFile> {
    parse_over(sources, file, &[], diagnostics)
}

/// As [`parse`], with the trees of `over` laid over the file's, one after the other.
pub fn parse_over(sources: &SourceFiles, file: FileId, over: &[Node], diagnostics: &mut Diagnostics) -> Option<StudyFile> {
    let root = parse_tree(sources, file, diagnostics)?;
    if is_batch(&root) {
        diagnostics.push(StudyProblem::BatchFile { span: first_key(&root) }.diagnostic());
        return None;
    }
    let mut root = over.iter().fold(root, lay_over);
    decimal_commas(&mut root, &mut Vec::new(), diagnostics);
    conventions::lay_under(&mut root, file);
    available::check(&root, diagnostics);
    placeholders(&root, diagnostics);
    let mut decoder = Decoder::new(sources, diagnostics);
    StudyFile::decode(&root, &mut decoder)
}

fn first_key(root: &Node) -> Span {
    match &root.kind {
        NodeKind::Map(entries) => entries.first().map_or(root.span, |(key, _)| key.span),
        _ => root.span,
    }
}

/// The node tree of a file; what is no YAML, nothing at all or reserved characters is reported.
pub(super) fn parse_tree(sources: &SourceFiles, file: FileId, diagnostics: &mut Diagnostics) -> Option<Node> {
    let text = sources.get(file).map_or("", |file| file.text.as_str());
    let root = match node::parse(text, file) {
        Ok(root) => root,
        Err(error) => {
            diagnostics.push(traps::recognise(&error, text, file).diagnostic());
            return None;
        }
    };
    if root.kind == NodeKind::Null {
        let span = Span { file, start: 0, end: text.lines().next().map_or(0, str::len) };
        diagnostics.push(StudyProblem::Empty { span }.diagnostic());
        return None;
    }
    lost_beginnings(&root, text, diagnostics);
    reserved(&root, diagnostics);
    Some(root)
}

/// `{ alpha: 0,05 }` is two entries for YAML, `alpha: 0` and a key `05` without a value. Reports it as what it is and takes
/// the value as not given.
fn decimal_commas(node: &mut Node, above: &mut Vec<String>, diagnostics: &mut Diagnostics) {
    match &mut node.kind {
        NodeKind::Null | NodeKind::Bool(_) | NodeKind::Number(..) | NodeKind::Text(_) => {}
        NodeKind::List(list) => list.iter_mut().for_each(|node| decimal_commas(node, above, diagnostics)),
        NodeKind::Map(entries) => {
            let mut at = 1;
            while at < entries.len() {
                let found = decimal_comma(&entries[at - 1], &entries[at]);
                let Some((span, text)) = found else {
                    at += 1;
                    continue;
                };
                entries.remove(at);
                let (key, value) = &mut entries[at - 1];
                value.kind = NodeKind::Null;
                let path = above.iter().chain([&key.value]).map(String::as_str).collect::<Vec<_>>().join(".");
                let (expected, found) = (Kind::Number, Kind::Text);
                diagnostics.push(StudyProblem::WrongType { span, path, expected, found, text }.diagnostic());
            }
            for (key, node) in entries {
                above.push(key.value.clone());
                decimal_commas(node, above, diagnostics);
                above.pop();
            }
        }
    }
}

fn decimal_comma(before: &(Spanned<String>, Node), after: &(Spanned<String>, Node)) -> Option<(Span, String)> {
    let (whole, (digits, nothing)) = (&before.1, after);
    let NodeKind::Number(_, written) = &whole.kind else { return None };
    let is_part = nothing.kind == NodeKind::Null
        && digits.value.bytes().all(|digit| digit.is_ascii_digit())
        && !written.contains('.')
        // Written without a space, as nobody writes two entries.
        && digits.span.start == whole.span.end + 1;
    is_part.then(|| (whole.span.to(digits.span), format!("{written},{}", digits.value)))
}

/// What `bab4 init` leaves to the author, in either language.
const PLACEHOLDERS: [&str; 2] = ["[LENGKAPI", "[FILL IN"];

/// One warning for all texts that are still to be filled in: they would be printed as they are.
fn placeholders(root: &Node, diagnostics: &mut Diagnostics) {
    fn collect(node: &Node, found: &mut Vec<Span>) {
        match &node.kind {
            NodeKind::Text(text) if PLACEHOLDERS.iter().any(|mark| text.contains(mark)) => found.push(node.span),
            NodeKind::Text(_) | NodeKind::Null | NodeKind::Bool(_) | NodeKind::Number(..) => {}
            NodeKind::List(list) => list.iter().for_each(|node| collect(node, found)),
            NodeKind::Map(entries) => entries.iter().for_each(|(_, node)| collect(node, found)),
        }
    }
    let mut found = Vec::new();
    collect(root, &mut found);
    if let Some(first) = found.first() {
        diagnostics.push(StudyProblem::Placeholders { span: *first, count: found.len() }.diagnostic());
    }
}

/// Texts that begin with `&word` or `!word` parse, but without that word: YAML takes it for an anchor or a tag.
fn lost_beginnings(node: &Node, text: &str, diagnostics: &mut Diagnostics) {
    match &node.kind {
        NodeKind::Text(_) | NodeKind::Number(..) | NodeKind::Bool(_) | NodeKind::Null => {
            if let Some(problem) = lost_beginning(node, text) {
                diagnostics.push(problem.diagnostic());
            }
        }
        NodeKind::List(list) => {
            for node in list {
                lost_beginnings(node, text, diagnostics);
            }
        }
        NodeKind::Map(entries) => {
            for (_, node) in entries {
                lost_beginnings(node, text, diagnostics);
            }
        }
    }
}

fn lost_beginning(node: &Node, text: &str) -> Option<NotYaml> {
    let before = text.get(..node.span.start)?;
    let line_start = before.rfind('\n').map_or(0, |at| at + 1);
    let lead = before.get(line_start..)?.trim_end();
    let word_start = lead.rfind(|character: char| character.is_whitespace() || "[{,".contains(character)).map_or(0, |at| at + 1);
    let word = lead.get(word_start..)?;
    let first = word.chars().next()?;
    // An anchor that is used elsewhere is meant as one, and so are YAML's own tags.
    let used = || text.contains(&format!("*{}", &word[1..]));
    let lost = match first {
        '&' => word.len() == 1 || !used(),
        '!' => !word.starts_with("!!"),
        _ => false,
    };
    if !lost {
        return None;
    }
    let span = Span { file: node.span.file, start: line_start + word_start, end: node.span.end };
    Some(NotYaml { mended: traps::quoted_line(text, span.start, span.end), span, trap: Trap::SpecialStart(first) })
}

/// Control characters and private-use characters: the latter stand for values while a report is composed.
fn reserved(node: &Node, diagnostics: &mut Diagnostics) {
    let mut check = |text: &str, span: Span| {
        if let Some(character) = text.chars().find(|character| is_reserved(*character)) {
            diagnostics.push(StudyProblem::Reserved { span, character }.diagnostic());
        }
    };
    match &node.kind {
        NodeKind::Text(text) => check(text, node.span),
        NodeKind::Null | NodeKind::Bool(_) | NodeKind::Number(..) => {}
        NodeKind::List(list) => {
            for node in list {
                reserved(node, diagnostics);
            }
        }
        NodeKind::Map(entries) => {
            for (key, node) in entries {
                if let Some(character) = key.value.chars().find(|character| is_reserved(*character)) {
                    let span = key.span;
                    diagnostics.push(StudyProblem::Reserved { span, character }.diagnostic());
                }
                reserved(node, diagnostics);
            }
        }
    }
}

/// Whether a character may not stand in a text of the study.
pub(super) fn is_reserved(character: char) -> bool {
    (character.is_control() && character != '\n' && character != '\t')
        || matches!(u32::from(character), 0xE000..=0xF8FF | 0xF_0000..=0x10_FFFF)
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;
    use crate::diagnostics::{Code, Place};

    fn problems(text: &str) -> Vec<(Code, String, Vec<String>)> {
        let mut sources = SourceFiles::default();
        let file = sources.add("study.yaml", text);
        let mut diagnostics = Diagnostics::default();
        parse(&sources, file, &mut diagnostics);
        diagnostics
            .iter()
            .map(|diagnostic| {
                let under = match &diagnostic.place {
                    Some(Place::Span(span)) => sources.text(*span).to_owned(),
                    _ => String::new(),
                };
                let hints = diagnostic.hints.iter().map(|hint| hint.en.clone()).collect();
                (diagnostic.code, under, hints)
            })
            .collect()
    }

    const REST: &str = "data: { file: a.csv }\nvariables: { X: { name: A, indicators: [B] } }\n";

    #[test]
    fn each_trap_is_one_diagnostic_with_the_mended_line() {
        for (line, under, mended) in [
            (
                "title: Kinerja ASN: studi di Semarang",
                "Kinerja ASN: studi di Semarang",
                "title: \"Kinerja ASN: studi di Semarang\"",
            ),
            ("title: *bintang", "*bintang", "title: \"*bintang\""),
            ("title: %persen", "%persen", "title: \"%persen\""),
            ("title: @at di sini", "@at di sini", "title: \"@at di sini\""),
            ("title: `miring`", "`miring`", "title: \"`miring`\""),
            ("title: &co karya", "&co karya", "title: \"&co karya\""),
            ("title: !penting sekali", "!penting sekali", "title: \"!penting sekali\""),
            ("title: 'Jum'at'", "'Jum'at'", "title: \"Jum'at\""),
            ("title: \"tak ditutup", "\"tak ditutup", "title: \"tak ditutup\""),
            ("title: 'tak ditutup", "'tak ditutup", "title: \"tak ditutup\""),
            ("author:\n\tnama", "\t", "nama"),
            ("author: a\n\tobject: b", "\t", "object: b"),
            ("author: { id: Studi: satu, en: b }", "Studi: satu", "author: { id: \"Studi: satu\", en: b }"),
        ] {
            let text = if line.starts_with("author") { format!("title: t\n{line}\n{REST}") } else { format!("{line}\n{REST}") };
            let found = problems(&text);
            assert_eq!(found.len(), 1, "{line}: {found:?}");
            assert_eq!(found[0].0, Code::NotYaml, "{line}");
            assert_eq!(found[0].1, under, "{line}");
            assert!(found[0].2.contains(&format!("write: {mended}")), "{line}: {:?}", found[0].2);
        }
    }

    #[test]
    fn brackets_indentation_and_missing_colons_are_recognised() {
        for (text, under) in [
            ("title: [a, b\nx: 1\n", "["),
            ("title: {a: b\nx: 1\n", "{"),
            ("title: a\n  year: 2019\n", "year"),
            ("title\nyear: 2019\n", "title"),
            ("title: a\n---\ntitle: b\n", "---"),
            ("null: b\n", "null"),
            ("a: &x { b: c }\nd: { <<: *x }\n", "<<"),
            ("title: .inf\n", ".inf"),
        ] {
            let found = problems(text);
            assert_eq!(found.len(), 1, "{text}: {found:?}");
            assert_eq!((found[0].0, found[0].1.as_str()), (Code::NotYaml, under), "{text}");
        }
    }

    #[test]
    fn hostile_files_end_in_one_error() {
        let deep = format!("a: {}{}", "[".repeat(5000), "]".repeat(5000));
        let bomb: String =
            ('a'..'h').zip('b'..'i').fold("a: &a [x, x, x, x, x, x, x, x, x]\n".to_owned(), |text, (before, now)| {
                let list = vec![format!("*{before}"); 9].join(", ");
                format!("{text}{now}: &{now} [{list}]\n")
            });
        for text in [deep, bomb, "[".repeat(100_000)] {
            let found = problems(&text);
            assert_eq!(found.len(), 1);
            assert_eq!(found[0].0, Code::NotYaml);
        }
    }

    #[test]
    fn empty_files_and_files_that_are_no_map() {
        assert_eq!(problems("# nothing\n")[0].0, Code::MissingKey);
        assert_eq!(problems("- a\n")[0].0, Code::WrongType);
    }

    #[test]
    fn reserved_characters_are_refused_in_values_and_keys() {
        let text = format!("title: \"a\\u0007b\"\nobject: \"x\u{E000}\"\n{REST}");
        let found = problems(&text);
        assert_eq!(found.len(), 2, "{found:?}");
        assert!(found.iter().all(|(code, ..)| *code == Code::ReservedCharacter));
        assert_eq!(problems(&format!("title: \"a\\tb\\nc\"\n{REST}")).len(), 0);
    }
}
