//! What is written down of a run: of each unit in its own folder, of all units in the folder above. No times: the same run gives
//! the same bytes.

use super::problem::Problem;
use super::row::UnitRow;
use crate::language::Language;
use serde::de::DeserializeOwned;
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;
use std::path::Path;

/// Name of either record.
pub const FILE: &str = "run.json";

/// The largest record that is read, in bytes.
const LARGEST: u64 = 256 << 20;

/// The stages of a unit, in order.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Stage {
    /// The study with the unit's keys laid over it.
    Declared,
    /// The survey read and scored.
    Read,
    /// Results and findings.
    Analyzed,
    /// The chapter composed, and held against itself.
    Checked,
    /// The files made.
    Rendered,
    /// The files in their place.
    Written,
}

/// A unit that is done; it stands beside its files.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct UnitRecord {
    /// The unit.
    pub unit: String,
    /// Version of the program.
    pub version: String,
    /// Hash of everything it was made of but `inputs`.
    pub fingerprint: String,
    /// Files it was made of, by their path in the study's folder, with their hashes.
    pub inputs: BTreeMap<String, String>,
    /// The stages it went through: all of them, or there is no record.
    pub stages: Vec<Stage>,
    /// Its files, with their hashes.
    pub files: BTreeMap<String, String>,
    /// What it contributes to the summary.
    pub summary: UnitRow,
}

/// How a unit stands.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case", tag = "state")]
pub enum State {
    /// Not made yet.
    Pending,
    /// Made, and its files are those of its data.
    Done,
    /// Could not be made.
    Failed {
        /// In this stage.
        stage: Stage,
        /// For these reasons.
        problems: Vec<Problem>,
    },
}

/// A unit in the record of a run.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct UnitState {
    /// The unit.
    pub unit: String,
    /// Its folder.
    pub folder: String,
    /// How it stands.
    #[serde(flatten)]
    pub state: State,
}

/// A run, in the folder of its outputs.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct RunRecord {
    /// Version of the program.
    pub version: String,
    /// What was asked for.
    pub request: Request,
    /// Every unit, in order.
    pub units: Vec<UnitState>,
}

/// What was asked for: enough to ask again. Paths are relative to the folder of outputs where that is possible.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Request {
    /// The batch file, or the study.
    pub file: String,
    /// The column of `--by`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub by: Option<String>,
    /// The folder of `--files`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub files: Option<String>,
    /// The formats.
    pub formats: Vec<String>,
    /// The language asked for.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub language: Option<Language>,
    /// Folder of templates.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub templates: Option<String>,
    /// A campus's DOCX.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub reference_doc: Option<String>,
    /// Which share of the units, of how many.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub shard: Option<(usize, usize)>,
}

impl RunRecord {
    /// Name of the record of a run: each shard has one of its own.
    pub fn file(shard: Option<(usize, usize)>) -> String {
        shard.map_or_else(|| FILE.to_owned(), |(at, of)| format!("run-{at}-{of}.json"))
    }

    /// How many units are done and how many failed.
    pub fn counts(&self) -> (usize, usize) {
        let done = self.units.iter().filter(|unit| unit.state == State::Done).count();
        let failed = self.units.iter().filter(|unit| matches!(unit.state, State::Failed { .. })).count();
        (done, failed)
    }
}

/// A record, when there is one and it can be read.
pub fn read<T: DeserializeOwned>(path: &Path) -> Option<T> {
    if std::fs::metadata(path).ok()?.len() > LARGEST {
        return None;
    }
    serde_json::from_slice(&std::fs::read(path).ok()?).ok()
}

/// A record as text.
pub fn text<T: Serialize>(record: &T) -> String {
    let mut text = serde_json::to_string_pretty(record).unwrap_or_default();
    text.push('\n');
    text
}
