//! Texts of a study that a chapter in another language would print as they are: those written in the study's own language
//! alone, and those given only in a language that is not the chapter's.

use super::available::find;
use super::models::Models;
use super::node::{Node, NodeKind};
use super::parse::parse_tree;
use crate::diagnostics::{Code, Diagnostic, Diagnostics, FileId, SourceFiles, Span};
use crate::language::{Language, Message};
use std::collections::BTreeSet;
use std::path::Path;

/// Where the texts stand that a chapter prints; `*` stands for any key or any element of a list. Names of persons and
/// institutions and sources are not translated.
const PRINTED: &[&str] = &[
    "title",
    "object",
    "subjects",
    "office.name",
    "office.position",
    "data.exclude.*",
    "scale.labels.*",
    "scale.abbreviations.*",
    "scale.categories.*",
    "respondents.*",
    "respondents.*.name",
    "respondents.*.values.*",
    "respondents.*.unit",
    "variables.*.name",
    "variables.*.scale.labels.*",
    "variables.*.scale.abbreviations.*",
    "variables.*.scale.categories.*",
    "variables.*.indicators.*",
    "variables.*.indicators.*.name",
    "variables.*.indicators.*.statement",
    "variables.*.indicators.*.items.*",
    "variables.*.indicators.*.items.*.statement",
    "variables.*.dimensions.*.name",
    "variables.*.dimensions.*.indicators.*",
    "variables.*.dimensions.*.indicators.*.name",
    "variables.*.dimensions.*.indicators.*.statement",
    "variables.*.dimensions.*.indicators.*.items.*",
    "variables.*.dimensions.*.indicators.*.items.*.statement",
    "hypotheses.*.statement",
    "hypotheses.*.discussion",
    "hypotheses.*.discussion.accepted",
    "hypotheses.*.discussion.rejected",
    "report.source_note",
];

/// Categories that are printed as they are written, unless `values` says how.
const ORDERS: &str = "respondents.*.order.*";

/// Places shown; further ones are counted.
const SHOWN: usize = 6;

/// Files of author text; one in a further language stands beside each, `naskah.en.md` beside `naskah.md`.
const FILES: &[&str] = &["report.overview", "report.discussion.*", "report.additions.*"];

/// Where the texts of a study stand.
#[derive(Debug, Clone, Copy)]
pub struct Texts<'a> {
    /// The study file.
    pub file: FileId,
    /// Its folder, with the files of author text.
    pub folder: &'a Path,
    /// The measurement models that its variables may use.
    pub models: &'a Models,
}

/// Warns of the texts of a study, of its files and its measurement models, that a chapter in `language` would print in the
/// other one. Nothing when the study file is not YAML, which [`super::parse::parse`] reports.
pub fn check(
    sources: &SourceFiles,
    texts: Texts<'_>,
    declared: Option<Language>,
    language: Language,
    diagnostics: &mut Diagnostics,
) {
    let Some(root) = parse_tree(sources, texts.file, &mut Diagnostics::default()) else { return };
    let own = declared.unwrap_or_default();
    let mut spans = in_tree(&root, PRINTED.iter().copied(), own, language);
    if own != language {
        for path in FILES {
            let given = texts_at(&root, path);
            let lacks = |node: &&Node| match &node.kind {
                NodeKind::Text(path) => !texts.folder.join(language.file_beside(path)).is_file(),
                _ => false,
            };
            spans.extend(given.into_iter().filter(lacks).map(|node| node.span));
        }
    }
    spans.sort_by_key(|span| span.start);
    spans.dedup_by_key(|span| span.start);
    let mut models = BTreeSet::new();
    for used in texts_at(&root, "variables.*.uses") {
        let NodeKind::Text(name) = &used.kind else { continue };
        let model = texts.models.get(name).filter(|_| models.insert(name.clone()));
        let file = model.map(|model| model.variable.code.span.file);
        if let Some(model) = file.and_then(|file| parse_tree(sources, file, &mut Diagnostics::default())) {
            let paths = PRINTED.iter().filter_map(|path| path.strip_prefix("variables.*."));
            spans.extend(in_tree(&model, paths, own, language));
        }
    }
    let count = spans.len();
    let mut spans = spans.into_iter();
    if let Some(span) = spans.next() {
        diagnostics.push(warning(span, spans.take(SHOWN - 1), count, language));
    }
}

/// The nodes at a path.
fn texts_at<'n>(root: &'n Node, path: &str) -> Vec<&'n Node> {
    let steps: Vec<&str> = path.split('.').collect();
    let mut found = Vec::new();
    find(root, &steps, Vec::new(), &mut found);
    found.into_iter().map(|place| place.node).collect()
}

/// The texts at these paths that have no words in `language`, in the order of the file.
fn in_tree<'p>(root: &Node, paths: impl Iterator<Item = &'p str>, own: Language, language: Language) -> Vec<Span> {
    let mut spans: Vec<Span> = Vec::new();
    let mut look = |path: &str, maps: bool| {
        let steps: Vec<&str> = path.split('.').collect();
        let mut found = Vec::new();
        find(root, &steps, Vec::new(), &mut found);
        let lacking = found.into_iter().filter(|place| match &place.node.kind {
            NodeKind::Text(_) => own != language,
            NodeKind::Map(_) => maps && lacks(place.node, language),
            _ => false,
        });
        spans.extend(lacking.map(|place| place.node.span));
    };
    paths.for_each(|path| look(path, true));
    if !values_are_given(root) {
        look(ORDERS, false);
    }
    spans.sort_by_key(|span| span.start);
    spans.dedup_by_key(|span| span.start);
    spans
}

/// The warning, with the first places.
fn warning(span: Span, others: impl Iterator<Item = Span>, count: usize, language: Language) -> Diagnostic {
    let (id, en) = match language {
        Language::Id => ("Indonesia", "Indonesian"),
        Language::En => ("Inggris", "English"),
    };
    let texts = if count == 1 { "text has" } else { "texts have" };
    let diagnostic = Diagnostic::warning(
        Code::Untranslated,
        Message::new(
            format!("{count} teks tidak memiliki kata-kata bahasa {id} dan tercetak apa adanya dalam bab"),
            format!("{count} {texts} no {en} wording and will be printed in the chapter as given"),
        ),
    );
    others.fold(diagnostic.at(span), |so_far, span| so_far.also(span, Message::new("juga ini", "this too"))).hint(Message::new(
        format!(
            "tulis dalam kedua bahasa: {{ id: Kompetensi, en: Competence }}; kategori responden pada kunci values; naskah sebagai berkas di sampingnya: {}",
            language.file_beside("naskah.md")
        ),
        format!(
            "write it in both languages: {{ id: Kompetensi, en: Competence }}; categories of respondents under values; texts of your own as a file beside them: {}",
            language.file_beside("text.md")
        ),
    ))
}

/// A text for each language without the one of the chapter.
fn lacks(node: &Node, language: Language) -> bool {
    let NodeKind::Map(entries) = &node.kind else { return false };
    let has = |code: &str| entries.iter().any(|(key, value)| key.value == code && value.kind != NodeKind::Null);
    !has(language.code()) && Language::ALL.into_iter().any(|other| has(other.code()))
}

/// Whether any characteristic says how its categories are printed: then its order needs no words of its own.
fn values_are_given(root: &Node) -> bool {
    let mut found = Vec::new();
    find(root, &["respondents", "*", "values"], Vec::new(), &mut found);
    !found.is_empty()
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;

    fn warned(text: &str, declared: Option<Language>, language: Language) -> Vec<String> {
        let mut sources = SourceFiles::default();
        let file = sources.add("study.yaml", text);
        let mut diagnostics = Diagnostics::default();
        let folder = tempfile::tempdir().unwrap();
        std::fs::create_dir(folder.path().join("models")).unwrap();
        std::fs::write(
            folder.path().join("models/semangat.yaml"),
            "code: S\nname: Semangat\nindicators: [{id: Gigih, en: Grit}, Rajin]\n",
        )
        .unwrap();
        std::fs::write(folder.path().join("wilayah.en.md"), "The region.").unwrap();
        let models = Models::load(folder.path(), &mut sources);
        let texts = Texts { file, folder: folder.path(), models: &models };
        check(&sources, texts, declared, language, &mut diagnostics);
        diagnostics.iter().map(|found| found.message.en.clone()).collect()
    }

    const STUDY: &str = "\
title: Pengaruh X terhadap Y
author: Ira
scale: { min: 1, max: 5, labels: [{id: STS, en: SD}, {id: TS}] }
respondents: { jk: { name: {id: Jenis Kelamin, en: Gender}, order: [L, P] } }
variables:
  X: { name: {id: Kompetensi, en: Competence}, indicators: [{id: Kerja sama, en: Teamwork}, Motivasi] }
";

    #[test]
    fn texts_of_one_language_alone_are_counted() {
        // The title, the second label, two categories and an indicator.
        let found = warned(STUDY, None, Language::En);
        assert_eq!(found.len(), 1);
        assert!(found[0].starts_with("5 texts"), "{found:?}");
    }

    /// The title, the overview without a file beside it, and of the model its name and an indicator; `H1` has its file.
    #[test]
    fn files_of_author_text_and_models_count_too() {
        let text = "title: Judul\nvariables: { S: { uses: semangat }, T: { uses: semangat } }\n\
                    report: { overview: gambaran.md, discussion: { H1: wilayah.md } }\n";
        assert_eq!(
            warned(text, None, Language::En),
            ["4 texts have no English wording and will be printed in the chapter as given"]
        );
        assert!(warned(text, None, Language::Id).is_empty());
        // The shipped models have both languages.
        let text = "title: {id: Judul, en: Title}\nvariables: { S: { uses: kinerja-mitchell } }\n";
        assert!(warned(text, None, Language::En).is_empty());
    }

    #[test]
    fn a_chapter_in_the_language_of_the_study_lacks_only_what_is_given_in_the_other() {
        assert!(warned(STUDY, None, Language::Id).is_empty());
        // A study that says it is in English is taken at its word; `{id: TS}` still has no English.
        let found = warned(STUDY, Some(Language::En), Language::En);
        assert!(found[0].starts_with("1 text "), "{found:?}");
    }
}
