//! How a file was read: which column became what, what was recoded, what was refused. For `check`, and for an appendix.

use super::table::Source;
use serde::{Deserialize, Serialize};

/// The most places of one kind that are remembered.
pub const REMEMBERED: usize = 1000;

/// How a survey was read.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
pub struct ImportReport {
    /// Name of the file.
    pub file: String,
    /// What kind of file it is and how it was taken apart.
    pub source: Source,
    /// Row of the header.
    pub header_row: usize,
    /// Rows of answers in the file.
    pub rows_in_file: usize,
    /// Rows that count as respondents.
    pub rows: usize,
    /// Rows that do not, by reason: `not_kept`, `duplicate`, `summary`, `blank`.
    pub left_out: Vec<LeftOut>,
    /// The decimal mark of numbers typed as text: a comma, a point, both, or neither where there are none.
    pub decimal_mark: DecimalMark,
    /// Further files that were joined.
    pub joined: Vec<JoinedFile>,
    /// Columns that are used, in the order of the study.
    pub columns: Vec<ImportedColumn>,
    /// Headers of columns that are not used.
    pub unused: Vec<String>,
}

/// Rows that are no respondents.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct LeftOut {
    /// Why.
    pub reason: String,
    /// How many.
    pub count: usize,
    /// The first of them.
    pub rows: Vec<usize>,
}

/// The decimal mark of a file.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum DecimalMark {
    /// No number typed as text shows one.
    #[default]
    None,
    /// A comma.
    Comma,
    /// A point.
    Point,
    /// Both occur.
    Both,
}

/// A further file.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct JoinedFile {
    /// Its name.
    pub file: String,
    /// Its rows.
    pub rows: usize,
    /// Persons in both files.
    pub matched: usize,
    /// Persons of the survey without a row in it.
    pub only_survey: usize,
    /// Its persons without a row in the survey.
    pub only_here: usize,
}

/// A column that is used.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
pub struct ImportedColumn {
    /// Its header.
    pub header: String,
    /// Its letter.
    pub letter: String,
    /// What it became: the code of an item, a variable or a characteristic.
    pub code: String,
    /// The variable an item belongs to; else empty.
    pub variable: String,
    /// `item`, `number` or `category`.
    pub role: String,
    /// Cells with a value.
    pub valid: usize,
    /// Cells without one.
    pub missing: usize,
    /// Texts that became numbers, with how often.
    pub recoded: Vec<Recoded>,
    /// Cells that could not be read, or are not on the scale.
    pub refused: Vec<RefusedCell>,
    /// How many of these there are in all.
    pub refused_count: usize,
}

/// A text that was given a number.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Recoded {
    /// The text.
    pub text: String,
    /// The number.
    pub value: f64,
    /// How often.
    pub count: usize,
}

/// A cell that could not be read.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct RefusedCell {
    /// Its row as a spreadsheet shows it.
    pub row: usize,
    /// What stands in it.
    pub text: String,
}

impl ImportReport {
    /// All answers that became scores, with how often, the frequent ones first.
    pub fn recoded(&self) -> Vec<Recoded> {
        let mut all: Vec<Recoded> = Vec::new();
        let items = self.columns.iter().filter(|column| column.role == "item");
        for recoded in items.flat_map(|column| &column.recoded) {
            match all.iter_mut().find(|known| known.text == recoded.text && known.value.total_cmp(&recoded.value).is_eq()) {
                Some(known) => known.count += recoded.count,
                None => all.push(recoded.clone()),
            }
        }
        all.sort_by(|a, b| b.count.cmp(&a.count).then_with(|| a.text.cmp(&b.text)));
        all
    }

    /// Rows left out for one reason.
    pub fn leave_out(&mut self, reason: &str, rows: impl ExactSizeIterator<Item = usize>) {
        if rows.len() > 0 {
            let count = rows.len();
            self.left_out.push(LeftOut { reason: reason.to_owned(), count, rows: rows.take(REMEMBERED).collect() });
        }
    }
}
