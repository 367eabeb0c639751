//! What is declared: the study file, checked, and everything that follows from it without data.
//!
//! `parse` gives a tree of nodes, one decoder turns it into a [`file::StudyFile`] (the mirror of the YAML),
//! `check` turns that into a [`Study`]: names resolved, defaults filled in, regressions derived. Only `Study` goes on.

mod available;
pub mod batch_file;
pub mod check;
mod check_claims;
mod check_files;
mod check_records;
mod check_scale;
mod check_score;
mod check_variables;
pub mod claim;
pub mod conventions;
pub mod decode;
pub mod descriptives;
pub mod file;
pub mod file_analysis;
pub mod file_descriptives;
pub mod file_matrix;
pub mod file_office;
pub mod file_records;
pub mod file_report;
pub mod file_targets;
pub mod file_variables;
pub mod hypothesis;
pub mod matrix;
pub mod models;
pub mod names;
pub mod node;
pub mod office;
pub mod overlay;
pub mod parse;
mod pilot;
pub mod problem;
pub mod problem_claims;
mod problem_kinds;
pub mod problem_office;
pub mod problem_variables;
pub mod problem_yaml;
pub mod records;
pub mod regressions;
pub mod schema;
pub mod settings;
pub mod targets;
mod traps;
pub mod untranslated;
pub mod variable;
mod words;

use crate::diagnostics::Span;
use crate::language::{Language, Text};
pub use check::{check, check_before_survey};
pub(crate) use check_files::stays_inside;
pub use claim::{Claim, Direction, Name, Sign};
pub use descriptives::Descriptives;
pub use file::StudyFile;
pub use hypothesis::{Hypothesis, Regression};
use indexmap::IndexMap;
pub use matrix::Matrix;
pub use models::Models;
pub use office::Office;
pub use parse::{parse, parse_over};
use serde::Serialize;
pub use settings::{Analysis, ColumnName, Data, Join, Keep, MissingPolicy, Report, Sampling};
pub use targets::Targets;
pub use variable::{Bands, Characteristic, Dimension, Indicator, Item, Measure, Role, Scale, Score, ScoreBy, ScoreOf, Variable};

/// A checked study: every name in it is declared, every number in range, every default filled in.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Study {
    /// Title of the thesis or report.
    pub title: Text,
    /// Who wrote it.
    pub author: Option<Text>,
    /// University or agency.
    pub institution: Option<Text>,
    /// The agency or population studied.
    pub object: Option<Text>,
    /// Period covered.
    pub period: Option<Text>,
    /// The office the report is of, where one is given: letterhead and signature.
    pub office: Option<Office>,
    /// Year of the study.
    pub year: Option<i64>,
    /// Language of the report unless the command line says otherwise.
    pub language: Language,
    /// Who answered: *pegawai*, *peserta* …; *responden* by default.
    pub subjects: Text,
    /// The survey file and how it is read.
    pub data: Data,
    /// Size of the population.
    pub population: Option<u64>,
    /// How the sample was taken.
    pub sampling: Option<Sampling>,
    /// Columns that describe respondents, in the order of the profile tables.
    pub characteristics: Vec<Characteristic>,
    /// The variables, in the order declared.
    pub variables: IndexMap<String, Variable>,
    /// The hypotheses, in the order declared.
    pub hypotheses: Vec<Hypothesis>,
    /// Every regression the claims and `regressions` call for (R1, R2, R4), main regressions first in order of outcomes.
    pub regressions: Vec<Regression>,
    /// Arrows between variables as the claims draw them, `(from, to)`, in order, each once.
    pub arrows: Vec<(String, String)>,
    /// Further ways to describe answers.
    pub descriptives: Descriptives,
    /// Targets and what was reached.
    pub targets: Option<Targets>,
    /// The qualitative matrix.
    pub matrix: Option<Matrix>,
    /// Settings of the analysis.
    pub analysis: Analysis,
    /// Settings of the report.
    pub report: Report,
}

impl Study {
    /// How each variable, dimension and characteristic may be called, by its code: names and abbreviation, in both languages.
    pub fn spellings(&self) -> std::collections::BTreeMap<String, Vec<String>> {
        let both = |text: &Text| Language::ALL.iter().map(|language| text.get(*language).to_owned()).collect::<Vec<String>>();
        let mut all: std::collections::BTreeMap<String, Vec<String>> = std::collections::BTreeMap::new();
        for (code, variable) in &self.variables {
            let names = all.entry(code.clone()).or_default();
            names.extend(both(&variable.name));
            names.extend(variable.abbreviation.iter().flat_map(&both));
        }
        for characteristic in &self.characteristics {
            all.entry(characteristic.code.clone()).or_default().extend(both(&characteristic.name));
        }
        all.values_mut().for_each(|names| names.dedup());
        all
    }

    /// The same study for a chapter in `language`: results then name categories and groups in it. The words set in italics are
    /// those that are foreign in the study's own language, and in no other.
    pub fn in_language(mut self, language: Language) -> Study {
        if language != self.language {
            self.language = language;
            self.report.italic.clear();
        }
        self
    }

    /// The variable with this code.
    pub fn variable(&self, code: &str) -> Option<&Variable> {
        self.variables.get(code)
    }

    /// Whether there is a text of the author that a report would hold.
    pub fn has_own_words(&self) -> bool {
        let report = &self.report;
        let files = report.overview.is_some() || report.bibliography.is_some() || !report.discussion.is_empty();
        let written = |hypothesis: &Hypothesis| {
            hypothesis.discussion != hypothesis::Discussion::None || !hypothesis.prior.declared.is_empty()
        };
        files || !report.additions.is_empty() || self.hypotheses.iter().any(written)
    }

    /// The characteristic with this code.
    pub fn characteristic(&self, code: &str) -> Option<&Characteristic> {
        self.characteristics.iter().find(|characteristic| characteristic.code == code)
    }

    /// Whether a claim or a regression names this characteristic.
    pub fn tests_by(&self, code: &str) -> bool {
        let claimed = self.hypotheses.iter().any(|hypothesis| match &hypothesis.claim {
            Claim::Groups { by, .. } => by == code,
            Claim::Association { a, b, .. } => a == code || b == code,
            // Those of arrows stand in the regressions.
            Claim::Effect { .. }
            | Claim::Chain { .. }
            | Claim::Joint { .. }
            | Claim::Product { .. }
            | Claim::Paired { .. }
            | Claim::Level { .. } => false,
        });
        claimed || self.regressions.iter().any(|regression| regression.predictors.iter().any(|name| name == code))
    }

    /// The main regression of an outcome.
    pub fn main_regression(&self, outcome: &str) -> Option<&Regression> {
        self.regressions.iter().find(|regression| regression.main && regression.outcome == outcome)
    }
}

/// Where a declared thing stands in the study file; `None` for what follows from a default.
pub type DeclaredAt = Option<Span>;
