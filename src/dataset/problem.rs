//! Problems of the data file: the facts. Their words stand in `problem_words.rs`.

use super::problem_answers::AnswerProblem;
use super::problem_file::FileProblem;
use super::problem_persons::PersonProblem;
use crate::diagnostics::Severity;
use crate::study::{DeclaredAt, MissingPolicy};

/// The cells a problem stands in: how many, and the first few.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Cells {
    /// All of them.
    pub count: usize,
    /// Row and column of the first few, at least one.
    pub first: Vec<(usize, String)>,
    /// The file they stand in, when it is a further one.
    pub file: Option<String>,
}

impl Cells {
    /// Adds a cell; only the first few are remembered by place.
    pub fn add(&mut self, row: usize, column: impl FnOnce() -> String) {
        if self.first.len() < 5 {
            self.first.push((row, column()));
        }
        self.count += 1;
    }

    /// Adds the cells of another collection.
    pub fn merge(&mut self, other: Cells) {
        let room = 5usize.saturating_sub(self.first.len());
        self.first.extend(other.first.into_iter().take(room));
        self.count += other.count;
        self.file = self.file.take().or(other.file);
    }
}

/// Why an answer is not on its scale, as far as can be told.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum OffScaleReason {
    /// A number below or above the scale, or between two answers.
    Number,
    /// A word that is nearly this label.
    NearLabel(String),
    /// `KS`, `Kurang Setuju`, `CS` or `Cukup Setuju` without being declared.
    MiddleOrLow {
        /// The label of 3, where the scale has one.
        middle: Option<String>,
        /// It was abbreviated.
        abbreviated: bool,
    },
    /// The scale declares no labels.
    NoLabels,
    /// Several lines of text in one cell: a quotation mark that was never closed.
    SeveralLines,
    /// The number and the words beside it do not belong together.
    Contradiction {
        /// The label of the number that was given.
        label: String,
    },
    /// A date, most likely made by Excel out of something like `3-4`.
    Date,
    /// Nothing like the labels there are.
    Unknown {
        /// The labels, lowest first.
        labels: Vec<String>,
    },
}

/// What columns belong to that are not in the file.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum ColumnsOf {
    /// One item.
    Item,
    /// Items of this variable.
    Items(String),
    /// A variable that is one column.
    Variable,
    /// The characteristic of this code.
    Characteristic(String),
    /// This key of `data`.
    Data(&'static str),
}

/// A problem of the data file.
#[derive(Debug, Clone, PartialEq)]
#[allow(missing_docs)]
pub enum DatasetProblem {
    /// The file as a whole.
    File(FileProblem),
    /// Who is in the data.
    Persons(PersonProblem),
    /// Answers taken together.
    Answers(AnswerProblem),
    /// There is a header and nothing below it.
    HeaderOnly { header_row: usize },
    /// Everybody was dropped as incomplete.
    NobodyComplete { rows: usize },
    /// A row with more or fewer fields than the header.
    RaggedRow { row: usize, expected: usize, found: usize, swallowed_lines: bool },
    /// Further ragged rows.
    MoreRaggedRows { row: usize, count: usize },
    /// Columns that are declared but not in the file.
    MissingColumns { of: ColumnsOf, wanted: Vec<String>, there: Vec<String>, nearest: Option<String>, declared: DeclaredAt },
    /// A column declared by a letter beyond the last one.
    PositionBeyondTable { item: String, letters: String, last: String, declared: DeclaredAt },
    /// Several columns fit what is declared.
    DuplicateColumn { header: String, header_row: usize, columns: Vec<String>, wanted_by: String },
    /// One column belongs to two items or variables.
    ColumnUsedTwice { column: String, first: String, second: String, first_declared: DeclaredAt, declared: DeclaredAt },
    /// An answer that is not on its scale, in all cells that hold it.
    OffScale { item: String, min: i64, max: i64, text: String, reason: OffScaleReason, cells: Cells },
    /// An answer without points, or a word of another column by which none of its points go.
    NoPoints { of: String, text: String, known: Vec<String>, cells: Cells },
    /// Several different words that are not on the scale, which may have words of its own.
    WordsOffScale { variable: String, min: i64, max: i64, texts: Vec<String>, labels: Vec<String>, cells: Cells },
    /// Further answers that are not on the scale of this variable.
    MoreOffScale { variable: String, texts: usize, cells: Cells },
    /// A number outside the declared range.
    OutOfRange { variable: String, low: f64, high: f64, text: String, cells: Cells },
    /// Texts where numbers are needed.
    NotANumber { of: String, text: String, texts: usize, declared_mark: Option<char>, cells: Cells },
    /// A number with two readings.
    AmbiguousNumber { text: String, decimal: f64, thousands: f64, cells: Cells },
    /// Decimal commas were read.
    DecimalCommas { cells: Cells, example: String },
    /// A private-use character.
    ReservedCharacter { character: char, cells: Cells },
    /// A number below the first class.
    BelowClasses { characteristic: String, text: String, lowest: f64, cells: Cells },
    /// A category that is not declared.
    UnlistedCategory { characteristic: String, text: String, nearest: Option<String>, cells: Cells },
    /// Rows without anything in a declared column.
    BlankRows { rows: Vec<u32> },
    /// Incomplete questionnaires and what was done with them.
    Incomplete {
        policy: MissingPolicy,
        incomplete: usize,
        rows: usize,
        cells: usize,
        first_rows: Vec<usize>,
        most_missing: Option<(String, usize)>,
    },
    /// One number of questionnaires exceeds another that it cannot exceed.
    CountsDisagree { more: Count, than: Count },
    /// Everybody gave the same answer.
    ConstantItem { item: String, value: f64, n: usize, declared: DeclaredAt },
    /// Fewer respondents than the regression of this outcome calls for.
    TooFewRespondents { outcome: String, predictors: usize, n: usize, declared: DeclaredAt },
    /// Columns named like items of this variable, which no item declares.
    UndeclaredColumns { variable: String, columns: Vec<String>, declared: DeclaredAt },
    /// A negative corrected item–total correlation.
    NegativeItem { item: String, r: f64, reversed: bool, declared: DeclaredAt },
}

/// A number of questionnaires or persons and what it counts.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Count {
    /// Rows of the data file.
    Rows(u64),
    /// `data.returned`.
    Returned(u64),
    /// `data.distributed`.
    Distributed(u64),
    /// `population`.
    Population(u64),
}

impl Count {
    /// The number itself.
    pub fn number(self) -> u64 {
        match self {
            Count::Rows(n) | Count::Returned(n) | Count::Distributed(n) | Count::Population(n) => n,
        }
    }
}

impl DatasetProblem {
    /// Whether the run stops, goes on under protest, or the user is merely told.
    pub fn severity(&self) -> Severity {
        match self {
            DatasetProblem::File(problem) => problem.severity(),
            DatasetProblem::Persons(problem) => problem.severity(),
            DatasetProblem::Answers(problem) => problem.severity(),
            DatasetProblem::DecimalCommas { .. }
            | DatasetProblem::BlankRows { .. }
            | DatasetProblem::UndeclaredColumns { .. } => Severity::Note,
            DatasetProblem::UnlistedCategory { .. }
            | DatasetProblem::TooFewRespondents { .. }
            | DatasetProblem::ConstantItem { .. }
            | DatasetProblem::NegativeItem { .. } => Severity::Warning,
            DatasetProblem::Incomplete { policy, .. } if *policy != MissingPolicy::Forbid => Severity::Warning,
            _ => Severity::Error,
        }
    }
}
