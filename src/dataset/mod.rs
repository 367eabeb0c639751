//! What was observed: the survey file, read by the study, answers coded as numbers, missing ones explicit.
//!
//! File → [`Table`](table::Table) of texts (`read_text`, `read_workbook`, `read_sav`), its header found (`head`) → which column
//! is what (`columns`) → who is in it (`identity`) → numbers and categories (`coding`, `characteristic`) → incomplete cases
//! (`missing`) → those the study leaves out (`exclusions`) → what looks wrong (`plausibility`, `totals`, `quality`); how all of it was read (`import_report`). `propose` goes
//! the other way: from a file to a study file that could describe it.

pub mod answer;
#[cfg(test)]
mod bad_input;
pub mod characteristic;
pub mod coding;
mod column_roles;
pub mod columns;
mod encoding;
mod exclusions;
pub mod form;
#[cfg(test)]
mod good_input;
pub mod head;
mod identity;
pub mod import_report;
pub mod missing;
pub mod number;
pub mod plausibility;
pub mod problem;
pub mod problem_answers;
pub mod problem_file;
mod problem_hints;
pub mod problem_persons;
mod problem_words;
pub mod propose;
mod quality;
mod quiet;
pub mod read;
pub mod read_log;
mod read_ods;
mod read_sav;
pub mod read_text;
pub mod read_workbook;
mod read_xls;
mod records;
mod response_time;
mod sav_data;
mod sav_dictionary;
pub mod slice;
pub mod summary_rows;
pub mod table;
#[cfg(test)]
pub mod test_study;
mod totals;
pub mod wording;
mod xls_strings;
mod zip_parts;

pub use import_report::ImportReport;
pub use read::{Files, read, read_bytes, read_files, read_reported, read_slice};
pub use slice::{Sheet, Slice};

use crate::language::Text;
use indexmap::IndexMap;
use serde::{Deserialize, Serialize};

/// One column of numbers, a case each; missing values are explicit.
///
/// Stored as plain `f64` (8 bytes a case, NaN for missing) so that a million respondents stay in memory; NaN is never
/// handed out: every accessor gives an `Option`.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Column(Vec<f64>);

impl Column {
    /// The value of a case.
    pub fn get(&self, case: usize) -> Option<f64> {
        self.0.get(case).copied().filter(|value| value.is_finite())
    }

    /// All values in case order.
    pub fn iter(&self) -> impl ExactSizeIterator<Item = Option<f64>> + '_ {
        self.0.iter().map(|value| Some(*value).filter(|value| value.is_finite()))
    }

    /// The values of some cases.
    pub fn range(&self, cases: std::ops::Range<usize>) -> impl Iterator<Item = Option<f64>> + '_ {
        self.0.get(cases).unwrap_or_default().iter().map(|value| Some(*value).filter(|value| value.is_finite()))
    }

    /// Number of cases, missing ones included.
    pub fn len(&self) -> usize {
        self.0.len()
    }

    /// Whether there are no cases.
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// Number of cases with a value.
    pub fn valid(&self) -> usize {
        self.0.iter().filter(|value| value.is_finite()).count()
    }

    /// Changes every value that is there, in place.
    pub fn map_in_place(&mut self, change: impl Fn(f64) -> f64) {
        for value in self.0.iter_mut().filter(|value| value.is_finite()) {
            *value = change(*value);
        }
    }

    /// Keeps only the cases for which `keep` holds.
    pub fn retain_cases(&mut self, keep: &[bool]) {
        let mut flags = keep.iter();
        self.0.retain(|_| flags.next().copied().unwrap_or(false));
    }
}

impl FromIterator<Option<f64>> for Column {
    fn from_iter<I: IntoIterator<Item = Option<f64>>>(iter: I) -> Column {
        Column(iter.into_iter().map(|value| value.filter(|v| v.is_finite()).unwrap_or(f64::NAN)).collect())
    }
}

/// Header of the column by which a file of practice answers is known; no thesis may pass such answers off as a survey.
pub const PRACTICE_COLUMN: &str = "LATIHAN";

/// The survey as the study declares it.
#[derive(Debug, Clone, Default)]
pub struct Dataset {
    /// Name of the file as declared.
    pub file: String,
    /// SHA-256 of the file's bytes, hexadecimal.
    pub hash: String,
    /// The file says of itself that its answers are practice answers: it has a column [`PRACTICE_COLUMN`].
    pub practice: bool,
    /// Rows of respondents: empty rows, rows not kept and earlier rows of the same person are not counted.
    pub rows: usize,
    /// Row of each remaining case as a spreadsheet shows it (the header is row 1).
    pub case_rows: Vec<usize>,
    /// Cases that were dropped, and why.
    pub excluded: Vec<Excluded>,
    /// Cases of `case_rows` with at least one missing item answer or variable column.
    pub incomplete: usize,
    /// Those whom the study leaves out, one entry a reason, in its order.
    pub left_out: Vec<LeftOutFor>,
    /// The survey with them, where there are any.
    pub everybody: Option<Box<Dataset>>,
    /// The try-out of the instrument, where there was one: items alone.
    pub pilot: Option<Box<Dataset>>,
    /// Answers by item code, as coded (not yet reversed).
    pub items: IndexMap<String, Column>,
    /// Values of variables that are one column, by variable code.
    pub columns: IndexMap<String, Column>,
    /// Characteristics by code.
    pub characteristics: IndexMap<String, CharacteristicData>,
    /// How the file was read.
    pub import: ImportReport,
}

impl Dataset {
    /// Number of cases.
    pub fn n(&self) -> usize {
        self.case_rows.len()
    }
}

/// A case that was dropped.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Excluded {
    /// Row as a spreadsheet shows it.
    pub case: usize,
    /// Why: `incomplete`, or what the study leaves it out for (`straight-lining`, `rows` …).
    pub reason: String,
}

/// Cases that the study leaves out for one reason.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct LeftOutFor {
    /// What they are found by: `straight-lining`, `long-strings`, `repeated`, `fast`, `outlying`, `rows`.
    pub which: String,
    /// Why, in the author's words and the study's language.
    pub reason: String,
    /// How many.
    pub count: usize,
}

/// A characteristic as observed.
#[derive(Debug, Clone, Default)]
pub struct CharacteristicData {
    /// Printed categories in printing order; declared ones first, also those nobody chose. In the study's language.
    pub categories: Vec<String>,
    /// The same categories for a report in either language.
    pub printed: Vec<Text>,
    /// Position in `categories` per case; `None` where missing.
    pub codes: Vec<Option<u32>>,
    /// The raw numbers, when the characteristic has `classes`.
    pub numbers: Option<Column>,
}
