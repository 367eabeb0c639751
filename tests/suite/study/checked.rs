//! A study file as text, parsed and checked in a folder of its own.
use bab4::diagnostics::{Diagnostic, Diagnostics, Place, SourceFiles};
use bab4::study::{self, Models, Study};

/// A checked study file.
pub struct Checked {
    /// The study, when there was no error.
    pub study: Option<Study>,
    /// What was found, in the order of the file.
    pub diagnostics: Diagnostics,
    /// The files the spans point into.
    pub sources: SourceFiles,
}

impl Checked {
    /// `code text-under-it` of every diagnostic.
    pub fn found(&self) -> Vec<String> {
        self.diagnostics.iter().map(|diagnostic| format!("{} {}", diagnostic.code, self.under(diagnostic))).collect()
    }

    /// The text under a diagnostic.
    pub fn under(&self, diagnostic: &Diagnostic) -> &str {
        match &diagnostic.place {
            Some(Place::Span(span)) => self.sources.text(*span),
            other => panic!("no span: {other:?}"),
        }
    }

    /// The study; panics with what was found when there is none.
    pub fn study(&self) -> &Study {
        match &self.study {
            Some(study) => study,
            None => panic!("{:#?}", self.found()),
        }
    }
}

/// Parses and checks a study file in a folder that holds `files` (path and content).
pub fn check_in(text: &str, files: &[(&str, &str)]) -> Checked {
    let folder = tempfile::tempdir().unwrap();
    for (path, content) in files {
        let path = folder.path().join(path);
        std::fs::create_dir_all(path.parent().unwrap()).unwrap();
        std::fs::write(path, content).unwrap();
    }
    let mut sources = SourceFiles::default();
    let mut diagnostics = Diagnostics::default();
    let models = Models::load(folder.path(), &mut sources);
    let file = sources.add("study.yaml", text);
    let study = study::parse(&sources, file, &mut diagnostics)
        .and_then(|file| study::check(&file, folder.path(), &models, &mut diagnostics));
    diagnostics.sort();
    Checked { study, diagnostics, sources }
}

/// As [`check_in`] with the data file `data.csv`.
pub fn check(text: &str) -> Checked {
    check_in(text, &[("data.csv", "x\n1\n")])
}
