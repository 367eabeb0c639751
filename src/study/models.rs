//! Measurement models: what a construct is measured by, as files that a variable `uses`.
//!
//! The shipped ones stand in `models/` and are part of the program; files of the same name in the folder `models` beside
//! the study file win over them.

use super::check_files::stays_inside;
use super::decode::Decoder;
use super::file::StudyFile;
use super::file_variables::VariableFile;
use super::parse::parse_tree;
use super::problem::StudyProblem;
use crate::diagnostics::{Diagnostics, FileId, SourceFiles, Span, Spanned, suggest};
use crate::language::Text;
use include_dir::{Dir, include_dir};
use indexmap::{IndexMap, IndexSet};
use serde::Serialize;
use std::collections::BTreeSet;
use std::path::Path;

static SHIPPED: Dir<'_> = include_dir!("$CARGO_MANIFEST_DIR/models");

/// The largest file of a model, in bytes; models are a few kilobytes.
const LARGEST: u64 = 4 * 1024 * 1024;

/// The keys of a model: those that say where it comes from, then those of a variable.
const KEYS: &[&str] = &[
    "code",
    "basis",
    "kind",
    "in_force",
    "verified",
    "licence",
    "name",
    "abbreviation",
    "definition",
    "source",
    "scale",
    "columns",
    "score",
    "indicators",
    "dimensions",
    "points_by",
];

/// What kind of instrument a model is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "lowercase")]
pub enum ModelKind {
    /// Items reflect one construct; alpha and item tests apply.
    Reflective,
    /// Items make up an index.
    Index,
    /// Levels described in words.
    Rubric,
}

/// One measurement model.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Model {
    /// The name it is used by.
    pub name: String,
    /// The code it is usually given.
    pub code: Option<String>,
    /// Publication or regulation it rests on.
    pub basis: Option<Text>,
    /// What kind of instrument it is.
    pub kind: Option<ModelKind>,
    /// Whether that regulation or version is in force.
    pub in_force: Option<bool>,
    /// Whether it was compared with its source.
    pub verified: Option<bool>,
    /// Whose words the items are and what may be done with them.
    pub licence: Option<Text>,
    /// What it says of a variable.
    pub variable: VariableFile,
    /// What is wrong with it; reported where it is used.
    #[serde(skip)]
    problems: Diagnostics,
}

/// Measurement models that can be used.
#[derive(Debug, Clone, Default, PartialEq, Serialize)]
#[serde(transparent)]
pub struct Models {
    /// Those that were read.
    read: IndexMap<String, Model>,
    /// Names of all there are.
    #[serde(skip)]
    names: IndexSet<String>,
}

impl Models {
    /// The shipped models.
    pub fn shipped(sources: &mut SourceFiles) -> Models {
        let mut models = Models::default();
        models.add_shipped(&|_| true, sources);
        models
    }

    /// The shipped models and those of the folder `models` beside the study file, which win. A file there that cannot be
    /// read, is larger than any model or leads out of the study's folder is left out, so that its name is an unknown model
    /// where it is used.
    pub fn load(study_folder: &Path, sources: &mut SourceFiles) -> Models {
        Models::load_some(study_folder, &|_| true, sources)
    }

    /// The same, of which only those are read that a study uses; the others are known by name.
    pub fn load_used(study: &StudyFile, study_folder: &Path, sources: &mut SourceFiles) -> Models {
        let used: BTreeSet<&str> =
            study.variables.iter().filter_map(|variable| variable.uses.as_ref()).map(|uses| uses.value.as_str()).collect();
        Models::load_some(study_folder, &|name| used.contains(name), sources)
    }

    fn load_some(study_folder: &Path, wanted: &dyn Fn(&str) -> bool, sources: &mut SourceFiles) -> Models {
        let mut models = Models::default();
        models.add_shipped(wanted, sources);
        let Ok(entries) = std::fs::read_dir(study_folder.join("models")) else {
            return models;
        };
        let mut paths: Vec<_> = entries.flatten().map(|entry| entry.path()).collect();
        paths.sort();
        for path in paths {
            let Some(name) = model_name(&path) else { continue };
            let fits = std::fs::metadata(&path).is_ok_and(|found| found.is_file() && found.len() <= LARGEST);
            if !fits || !stays_inside(study_folder, &path) {
                continue;
            }
            if !wanted(&name) {
                models.names.insert(name);
            } else if let Ok(text) = std::fs::read_to_string(&path) {
                models.add(&name, &format!("models/{name}.yaml"), &text, sources);
            }
        }
        models
    }

    fn add_shipped(&mut self, wanted: &dyn Fn(&str) -> bool, sources: &mut SourceFiles) {
        let mut files: Vec<_> = SHIPPED.files().collect();
        files.sort_by_key(|file| file.path());
        for file in files {
            match (model_name(file.path()), file.contents_utf8()) {
                (Some(name), Some(text)) if wanted(&name) => self.add(&name, &format!("models/{name}.yaml"), text, sources),
                (Some(name), _) => {
                    self.names.insert(name);
                }
                _ => {}
            }
        }
    }

    fn add(&mut self, name: &str, shown: &str, text: &str, sources: &mut SourceFiles) {
        let file = sources.add(shown, text);
        self.names.insert(name.to_owned());
        self.read.insert(name.to_owned(), decode(name, file, sources));
    }

    /// The model of this name.
    pub fn get(&self, name: &str) -> Option<&Model> {
        self.read.get(name)
    }

    /// All that were read, the shipped ones first.
    pub fn iter(&self) -> impl Iterator<Item = &Model> {
        self.read.values()
    }

    /// A variable laid over the model it uses; as it is when it uses none. `false`: its model is not there, which has
    /// been reported, and nothing more can be said about what the variable lacks.
    pub(super) fn under(&self, variable: &VariableFile, diagnostics: &mut Diagnostics) -> (VariableFile, bool) {
        let Some(uses) = &variable.uses else {
            return (variable.clone(), true);
        };
        if let Some(model) = self.get(&uses.value) {
            diagnostics.extend(model.problems.clone());
            return (variable.clone().over(model.variable.clone()), true);
        }
        let available: Vec<String> = self.names.iter().cloned().collect();
        let problem = StudyProblem::UnknownModel {
            span: uses.span,
            name: uses.value.clone(),
            nearest: suggest::nearest(&uses.value, available.iter().map(String::as_str)).map(str::to_owned),
            available,
        };
        diagnostics.push(problem.diagnostic());
        let mut variable = variable.clone();
        variable.broken = true;
        (variable, false)
    }
}

/// `ocb-semarang` of `models/ocb-semarang.yaml`.
fn model_name(path: &Path) -> Option<String> {
    let ending = path.extension()?.to_str()?;
    if !matches!(ending, "yaml" | "yml") {
        return None;
    }
    Some(path.file_stem()?.to_str()?.to_owned())
}

fn decode(name: &str, file: FileId, sources: &SourceFiles) -> Model {
    let start = Span { file, start: 0, end: 0 };
    let code = Spanned::new(name.to_owned(), start);
    let mut model = Model {
        name: name.to_owned(),
        code: None,
        basis: None,
        kind: None,
        in_force: None,
        verified: None,
        licence: None,
        variable: VariableFile::empty(code.clone()),
        problems: Diagnostics::default(),
    };
    let mut problems = Diagnostics::default();
    if let Some(root) = parse_tree(sources, file, &mut problems) {
        let mut decoder = Decoder::new(sources, &mut problems);
        if let Some(fields) = decoder.fields(&root, KEYS) {
            let text = |decoder: &mut Decoder<'_>, key: &str| fields.optional(decoder, key, Decoder::text).map(|text| text.value);
            model.basis = text(&mut decoder, "basis");
            model.licence = text(&mut decoder, "licence");
            model.code = fields.optional(&mut decoder, "code", Decoder::string).map(|code| code.value);
            model.kind = fields
                .optional(&mut decoder, "kind", |decoder, node| {
                    decoder.word(
                        node,
                        &[("reflective", ModelKind::Reflective), ("index", ModelKind::Index), ("rubric", ModelKind::Rubric)],
                    )
                })
                .map(|kind| kind.value);
            model.in_force = fields.optional(&mut decoder, "in_force", Decoder::flag).map(|flag| flag.value);
            model.verified = fields.optional(&mut decoder, "verified", Decoder::flag).map(|flag| flag.value);
            model.variable = VariableFile::of(&mut decoder, code, &fields);
        }
    }
    model.problems = problems;
    model
}
