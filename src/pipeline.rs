//! The straight line from a study file to finished files: one call per stage, and no other place chains two stages.
//!
//! ```text
//! study.yaml ─ parse ─▶ StudyFile ─ check ─▶ Study                                declare
//! survey file ─ read ─▶ Dataset ─ score ─▶ Scores                                 observe
//! (Study, Dataset, Scores) ─ analyze ─▶ Results ─ judge ─▶ Findings               analyze
//! (Study, Results, Findings) + templates ─ compose ─▶ Document                    compose
//! Document ─ render ─▶ Word | Markdown | web page | Typst ─ typeset ─▶ PDF; results.json      render
//! ```
//!
//! Each step gives nothing when a problem of its stage stops the run; the problems stand in [`Run::diagnostics`].

pub mod documents;
pub mod format;
pub mod instrument;
pub mod outputs;
mod pictures;
pub mod study_text;
mod word;

use crate::analyses;
use crate::analyses::results::Results;
use crate::dataset::{self, Dataset, ImportReport, Slice};
use crate::diagnostics::{Diagnostics, SourceFiles};
use crate::findings::{self, Findings, exclusions};
use crate::instrument::questionnaire::questionnaire;
use crate::language::{Language, Message};
use crate::render;
use crate::report::appendices::QUESTIONNAIRE;
use crate::report::compose::{self, Material};
use crate::report::document::{Document, drawing_files};
use crate::report::syntax::Syntax;
use crate::report::templates::Templates;
use crate::scores::{self, Scores};
use crate::study::models::Models;
use crate::study::node::Node;
use crate::study::overlay::canonical;
use crate::study::{Study, check, check_before_survey, parse, untranslated};
use crate::typeset::{self, TypesetError};
pub use format::Format;
pub use outputs::{OutputFile, Outputs, WriteError, Written};
pub use pictures::names_of as pictures_of;
use sha2::{Digest, Sha256};
use std::path::{Path, PathBuf};

/// One run over one study: what was read, and what is wrong with it.
#[derive(Debug, Default)]
pub struct Run {
    /// The text files that were read; spans of diagnostics point into them.
    pub sources: SourceFiles,
    /// The problems found so far, in the order found.
    pub diagnostics: Diagnostics,
    /// Folder of the study file: every path in the study is inside it.
    pub folder: PathBuf,
    /// SHA-256 of the study file's bytes, hexadecimal.
    pub study_hash: String,
    /// The language that the study file names, known even when the rest of it is wrong.
    pub language: Option<Language>,
    /// How the survey was read, as far as reading got.
    pub import: Option<ImportReport>,
    /// The language asked for over the study's, for results and chapter.
    pub asked: Option<Language>,
    /// Keys laid over those of the study file, one tree after the other; a unit of a batch has them. Files they come from stand
    /// in `sources` already.
    pub over: Vec<Node>,
    /// The rows of a survey that was read before, in place of the study's data file.
    pub slice: Option<Slice>,
}

/// The survey as read and scored.
#[derive(Debug)]
pub struct Observed {
    /// Cases, counts and characteristics.
    pub dataset: Dataset,
    /// Answers and scores.
    pub scores: Scores,
    /// The same with those whom the study leaves out, where there are any.
    pub everybody: Option<Box<Observed>>,
}

/// Everything that was computed, and what it says.
#[derive(Debug, Clone, PartialEq)]
pub struct Analyzed {
    /// The results.
    pub results: Results,
    /// Verdicts and facts.
    pub findings: Findings,
}

/// What `render` made: files in memory, and formats that could not be made.
#[derive(Debug)]
pub struct Rendered {
    /// The files, none of them written yet.
    pub outputs: Outputs,
    /// Why there is no PDF, when one was asked for and could not be made.
    pub no_pdf: Option<TypesetError>,
    /// Why there is no DOCX, when one was asked for and the machine failed.
    pub no_docx: Option<Message>,
}

/// What is to be rendered, and how.
#[derive(Debug, Clone, Copy, Default)]
pub struct Wanted<'a> {
    /// The formats, in order.
    pub formats: &'a [Format],
    /// A campus's DOCX, whose styles and page the Word format takes.
    pub reference: Option<&'a Path>,
}

impl Run {
    /// *parse* and *check*: from the path of a study file to the study.
    pub fn declare(&mut self, path: &Path) -> Option<Study> {
        let text = study_text::read(path, &mut self.diagnostics)?;
        self.folder = folder_of(path);
        let laid: String = self.over.iter().map(canonical).collect();
        self.study_hash = hexadecimal(&Sha256::digest([&text.bytes, laid.as_bytes()].concat()));
        let file = self.sources.add(path.display().to_string(), text.text);
        let declared = parse::parse_over(&self.sources, file, &self.over, &mut self.diagnostics)?;
        self.language = declared.language.as_ref().map(|language| language.value);
        let models = Models::load_used(&declared, &self.folder, &mut self.sources);
        let study = check::check(&declared, &self.folder, &models, &mut self.diagnostics)?;
        let language = self.asked.unwrap_or(study.language);
        let texts = untranslated::Texts { file, folder: &self.folder, models: &models };
        untranslated::check(&self.sources, texts, self.language, language, &mut self.diagnostics);
        self.unless_stopped(Some(study.in_language(language)))
    }

    /// *parse* and *check* of a study whose survey is still to come; `text` is what stands, or will stand, at the path.
    pub fn plan(&mut self, path: &Path, text: &str) -> Option<Study> {
        self.folder = folder_of(path);
        let file = self.sources.add(path.display().to_string(), text);
        let declared = parse::parse(&self.sources, file, &mut self.diagnostics)?;
        self.language = declared.language.as_ref().map(|language| language.value);
        let models = Models::load_used(&declared, &self.folder, &mut self.sources);
        let study = check_before_survey(&declared, &self.folder, &models, &mut self.diagnostics);
        self.unless_stopped(study)
    }

    /// The same from the path of a study file.
    pub fn plan_at(&mut self, path: &Path) -> Option<Study> {
        let text = study_text::read(path, &mut self.diagnostics)?.text;
        self.plan(path, &text)
    }

    /// *read* and *score*: from the study to its survey.
    pub fn observe(&mut self, study: &Study) -> Option<Observed> {
        let slice = self.slice.as_ref();
        let (dataset, import) = dataset::read_slice(study, &self.folder, slice, &mut self.diagnostics);
        self.import = Some(import);
        let mut dataset = dataset?;
        let everybody = dataset.everybody.take().map(|mut dataset| {
            let scores = scores::score(study, &mut dataset);
            Box::new(Observed { dataset: *dataset, scores, everybody: None })
        });
        let scores = scores::score(study, &mut dataset);
        self.unless_stopped(Some(Observed { dataset, scores, everybody }))
    }

    /// *analyze* and *judge*: from the survey to results and findings. Never fails: what cannot be computed is absent in the
    /// results, with its reason. Where the study leaves respondents out, it is done once more with everybody.
    pub fn analyze(&self, study: &Study, observed: &Observed) -> Analyzed {
        let results = analyses::analyze(study, &self.study_hash, &observed.dataset, &observed.scores);
        let mut findings = findings::judge(study, &results);
        if let Some(everybody) = &observed.everybody {
            let other = self.analyze(study, everybody);
            findings.exclusions = Some(exclusions::compare(&findings, &other.findings, other.results.data.n));
        }
        Analyzed { results, findings }
    }

    /// *compose*: from results and findings to the document.
    pub fn compose(&mut self, study: &Study, analyzed: &Analyzed, templates: &Templates, language: Language) -> Option<Document> {
        let Analyzed { results, findings } = analyzed;
        let asked = study.report.appendices.iter().any(|name| name == QUESTIONNAIRE);
        let questionnaire = if asked { questionnaire(study, language).blocks } else { Vec::new() };
        let document = compose::compose(
            study,
            Material { results, findings, questionnaire: &questionnaire },
            &self.folder,
            templates,
            language,
            &mut self.sources,
            &mut self.diagnostics,
        );
        self.unless_stopped(document)
    }

    /// Whether every picture that the author's text shows is there; what is wrong with one is a problem.
    pub fn look_at_pictures(&mut self, document: &Document) -> bool {
        pictures::of_author(document, &self.folder, &self.sources, &mut self.diagnostics);
        !self.diagnostics.has_errors()
    }

    /// *render* and *typeset*: from the document to files in memory. A missing or failing typst costs the PDF alone.
    pub fn render(&mut self, study: &Study, analyzed: &Analyzed, document: &Document, wanted: Wanted<'_>) -> Option<Rendered> {
        let formats = wanted.formats;
        let pictures = pictures::of_author(document, &self.folder, &self.sources, &mut self.diagnostics);
        let reference = wanted.reference.and_then(|path| word::reference(path, &mut self.diagnostics));
        let pictures = self.unless_stopped(Some(pictures))?;
        let mut outputs = Outputs::default();
        let (mut no_pdf, mut no_docx) = (None, None);
        for format in formats {
            let name = format.file_name(study.report.chapter);
            match format {
                Format::Docx => match word::render(document, &pictures, reference.as_ref(), &mut self.diagnostics) {
                    Ok(docx) => outputs.add_editable(name, self.unless_stopped(Some(docx))?),
                    Err(message) => no_docx = Some(message),
                },
                Format::Markdown => {
                    outputs.add(name, render::markdown::render(document));
                    drawing_files(&document.blocks).into_iter().for_each(|file| outputs.add(file.name, file.svg));
                }
                Format::Json => outputs.add(name, results_json(&analyzed.results, &analyzed.findings, false)),
                Format::Typst => {
                    outputs.add(name, render::typst::render(document));
                    outputs.add(render::typst::LAYOUT_FILE, typeset::layout());
                }
                Format::Html => {
                    let inside = pictures.iter().map(|picture| (picture.name.as_str(), picture.bytes.as_slice())).collect();
                    outputs.add(name, render::html::render(document, &inside));
                }
                Format::Pdf => match typeset::typeset(&render::typst::render(document), &pictures::places(&pictures)) {
                    Ok(pdf) => outputs.add(name, pdf),
                    Err(error) => {
                        self.diagnostics.push(error.diagnostic(formats.contains(&Format::Docx)));
                        no_pdf = Some(error);
                    }
                },
            }
        }
        if study.report.appendices.iter().any(|name| name == "syntax") {
            let files = Syntax::new(study, &analyzed.results).map(Syntax::files).unwrap_or_default();
            files.into_iter().for_each(|(name, text)| outputs.add(name, text));
        }
        if formats.iter().any(|format| format.needs_pictures()) {
            pictures.into_iter().for_each(|picture| outputs.add(picture.name, picture.bytes));
        }
        Some(Rendered { outputs, no_pdf, no_docx })
    }

    fn unless_stopped<T>(&self, made: Option<T>) -> Option<T> {
        made.filter(|_| !self.diagnostics.has_errors())
    }
}

/// `results.json`: results, and beside their keys those of the findings. Without `series` the points that figures need are
/// left out.
pub fn results_json(results: &Results, findings: &Findings, series: bool) -> String {
    let mut all = serde_json::Map::new();
    for part in [serde_json::to_value(results), serde_json::to_value(findings)] {
        if let Ok(serde_json::Value::Object(keys)) = part {
            all.extend(keys);
        }
    }
    if !series {
        all.shift_remove("series");
    }
    let mut text = serde_json::to_string_pretty(&all).unwrap_or_default();
    text.push('\n');
    text
}

/// The folder a file stands in; `.` for a bare name.
pub fn folder_of(path: &Path) -> PathBuf {
    match path.parent() {
        Some(parent) if !parent.as_os_str().is_empty() => parent.to_owned(),
        _ => PathBuf::from("."),
    }
}

/// What a content is known by: the beginning of its SHA-256, hexadecimal.
pub fn fingerprint(bytes: &[u8]) -> String {
    hexadecimal(&Sha256::digest(bytes)).chars().take(16).collect()
}

/// Bytes as hexadecimal digits.
pub fn hexadecimal(bytes: &[u8]) -> String {
    bytes.iter().map(|byte| format!("{byte:02x}")).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_bare_name_stands_in_the_current_folder() {
        assert_eq!(folder_of(Path::new("study.yaml")), Path::new("."));
        assert_eq!(folder_of(Path::new("tesis/study.yaml")), Path::new("tesis"));
    }

    #[test]
    fn hashes_are_written_as_everybody_writes_them() {
        // FIPS 180-4, example "abc".
        assert_eq!(hexadecimal(&Sha256::digest(b"abc")), "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
    }
}
