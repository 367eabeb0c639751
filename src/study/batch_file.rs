//! The batch file as written: one study, many units, each with keys of its own laid over it.

use super::decode::Decoder;
use super::node::{Node, NodeKind};
use super::parse::parse_tree;
use crate::diagnostics::{Code, Diagnostic, Diagnostics, FileId, SourceFiles, Span, Spanned};
use crate::language::{Message, Text};

/// The keys of a batch file.
pub const KEYS: &[&str] = &["study", "by", "summary", "units"];
/// The keys of its `summary`.
pub const SUMMARY_KEYS: &[&str] = &["title", "minimum_n", "earlier", "averages"];

/// A batch file, a mirror of the YAML.
#[derive(Debug, Clone, PartialEq)]
pub struct BatchFile {
    /// Path of the study.
    pub study: Option<Spanned<String>>,
    /// Column of the survey that tells the units apart.
    pub by: Option<Spanned<String>>,
    /// The summary over all units.
    pub summary: SummaryFile,
    /// The units, in the order written.
    pub units: Vec<UnitFile>,
}

/// `summary`.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct SummaryFile {
    /// Its title.
    pub title: Option<Spanned<Text>>,
    /// Units with fewer respondents are named without their results.
    pub minimum_n: Option<Spanned<u64>>,
    /// Folders with the outputs of earlier periods.
    pub earlier: Vec<Spanned<String>>,
    /// The average of the units is shown beside the result of all respondents.
    pub averages: Option<Spanned<bool>>,
}

/// One of `units`.
#[derive(Debug, Clone, PartialEq)]
pub struct UnitFile {
    /// Its name: a value of the column `by`.
    pub key: Spanned<String>,
    /// The keys laid over the study.
    pub over: Node,
}

/// Reads a batch file that stands in `sources`. `None` when it is no YAML, or no map; else every problem of form is in
/// `diagnostics`.
pub fn parse(sources: &SourceFiles, file: FileId, diagnostics: &mut Diagnostics) -> Option<BatchFile> {
    let root = parse_tree(sources, file, diagnostics)?;
    if let NodeKind::Map(entries) = &root.kind
        && let Some((key, _)) = entries.iter().find(|(key, _)| key.value == "variables")
        && !is_batch(&root)
    {
        diagnostics.push(is_study(key.span));
        return None;
    }
    let mut decoder = Decoder::new(sources, diagnostics);
    let fields = decoder.fields(&root, KEYS)?;
    let study = fields.required(&mut decoder, "study", "study: study.yaml", Decoder::string);
    let by = fields.optional(&mut decoder, "by", Decoder::string);
    let summary = fields.optional(&mut decoder, "summary", summary).unwrap_or_default();
    let units = fields.optional(&mut decoder, "units", |decoder, node| decoder.named(node, unit)).unwrap_or_default();
    if by.is_none() && units.is_empty() && fields.get("by").is_none() && fields.get("units").is_none() {
        fields.required(&mut decoder, "units", "units: { dinkes: { data: { file: dinkes.csv } } }", |_, _| Some(()));
    }
    Some(BatchFile { study, by, summary, units })
}

fn is_study(span: Span) -> Diagnostic {
    let message = Message::new("ini berkas studi, bukan berkas batch", "this is a study file, not a batch file");
    Diagnostic::error(Code::MissingKey, message).at(span).hint(Message::new(
        "sebut kolom yang membedakan unit: bab4 batch run --by KOLOM STUDI; atau folder berisi satu berkas per unit: --files FOLDER",
        "name the column that tells the units apart: bab4 batch run --by COLUMN STUDY; or a folder with a file for each unit: \
         --files FOLDER",
    ))
}

/// Whether a tree is that of a batch file.
pub(super) fn is_batch(root: &Node) -> bool {
    let NodeKind::Map(entries) = &root.kind else { return false };
    let has = |wanted: &str| entries.iter().any(|(key, _)| key.value == wanted);
    has("study") && (has("units") || has("by")) && !has("variables")
}

fn summary(decoder: &mut Decoder<'_>, node: &Node) -> Option<SummaryFile> {
    let fields = decoder.fields(node, SUMMARY_KEYS)?;
    Some(SummaryFile {
        title: fields.optional(decoder, "title", Decoder::text),
        minimum_n: fields.optional(decoder, "minimum_n", Decoder::count),
        earlier: fields
            .optional(decoder, "earlier", |decoder, node| decoder.list(node, Decoder::string))
            .map(|list| list.value)
            .unwrap_or_default(),
        averages: fields.optional(decoder, "averages", Decoder::flag),
    })
}

fn unit(_: &mut Decoder<'_>, key: &Spanned<String>, node: &Node) -> Option<UnitFile> {
    let empty = || Node { kind: NodeKind::Map(Vec::new()), span: node.span };
    let over = if node.kind == NodeKind::Null { empty() } else { node.clone() };
    Some(UnitFile { key: key.clone(), over })
}

impl UnitFile {
    /// Whether a key, given as the path to it, has a value of its own here.
    pub fn gives(&self, path: &[&str]) -> bool {
        find(&self.over, path).is_some_and(|node| node.kind != NodeKind::Null)
    }

    /// Where a key stands, when it has a value.
    pub fn span_of(&self, path: &[&str]) -> Option<Span> {
        find(&self.over, path).map(|node| node.span)
    }

    /// A text at a path.
    pub fn text(&self, path: &[&str]) -> Option<&str> {
        match &find(&self.over, path)?.kind {
            NodeKind::Text(text) => Some(text),
            _ => None,
        }
    }
}

fn find<'n>(node: &'n Node, path: &[&str]) -> Option<&'n Node> {
    let Some((step, rest)) = path.split_first() else { return Some(node) };
    let NodeKind::Map(entries) = &node.kind else { return None };
    find(&entries.iter().find(|(key, _)| key.value == *step)?.1, rest)
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;

    fn read(text: &str) -> (Option<BatchFile>, Vec<(Code, String)>) {
        let mut sources = SourceFiles::default();
        let file = sources.add("batch.yaml", text);
        let mut diagnostics = Diagnostics::default();
        let batch = parse(&sources, file, &mut diagnostics);
        (batch, diagnostics.iter().map(|found| (found.code, found.message.en.clone())).collect())
    }

    #[test]
    fn a_batch_file_names_its_units_and_what_lies_over_them() {
        let (batch, found) = read(
            "study: study.yaml\nby: dinas\nsummary: { title: Rekap, minimum_n: 30, averages: true }\nunits:\n  dinkes: { object: Dinas Kesehatan, data: { file: a.csv } }\n  disdik:\n",
        );
        assert_eq!(found, []);
        let batch = batch.unwrap();
        assert_eq!(batch.units.len(), 2);
        assert!(batch.units[0].gives(&["data", "file"]) && !batch.units[1].gives(&["object"]));
        assert_eq!(batch.units[0].text(&["object"]), Some("Dinas Kesehatan"));
        assert_eq!(batch.summary.minimum_n.map(|n| n.value), Some(30));
    }

    #[test]
    fn what_is_wrong_is_named_all_at_once() {
        let (_, found) = read("studi: study.yaml\nby: dinas\nunits: [a]\nsummary: { minimum_n: banyak, judul: x }\n");
        let codes: Vec<Code> = found.iter().map(|(code, _)| *code).collect();
        assert!(codes.contains(&Code::UnknownKey) && codes.contains(&Code::WrongType), "{found:?}");
        assert_eq!(read("study: a.yaml\n").1[0].0, Code::MissingKey, "neither `by` nor `units`");
    }
}
