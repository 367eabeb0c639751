//! Everything that was computed, keyed by the study's own names: the one model that tables, narrative and audit read.
//!
//! A value that cannot be computed is `{"absent": reason}`, never NaN, 0 or an empty text. Paths of these fields are a
//! contract (`results.json`): fields are added, never renamed.

mod claims;
mod effects;
mod groups;
mod influence;
mod instrument;
mod records;
mod regressions;
mod remedies;
mod series;
mod tables;

use crate::dataset::import_report::Recoded;
use crate::dataset::{Excluded, ImportReport, LeftOutFor};
use crate::stats::StatsError;
pub use claims::{
    ComparisonResult, CrosstabCell, CrosstabResult, DirectedResult, EffectSizeResult, GainBandResult, GainResult, GroupResult,
    JohnsonNeymanBound, LeveneResult, ModerationResult, ModerationTerm, NormalityResult, PostHocResult, SimpleSlopeResult,
    VariantResult,
};
pub use effects::{ContrastResult, EffectResult, IndirectResult, IndirectSum, IntervalResult, StandardizedIntervals, ZTest};
pub use groups::{GainsByGroup, GroupGain, GroupScore, GroupScores, ScoresByGroup};
use indexmap::IndexMap;
pub use influence::{DroppedItem, FlaggedCase, InfluenceResult};
pub use instrument::{
    AnswerShares, BandResult, CorrelationResult, DimensionTest, FactorsResult, ItemResult, RWithP, RespondentRow,
    RespondentTable, RhoWithP, SphericityResult, TauWithP, VariableResult,
};
pub use records::{BandCount, MissingRecord, RecordPart, RecordPoints, RecordsResult};
pub use regressions::{
    Anova, Assumption, CoefficientResult, ConditionResult, DurbinWatsonResult, GlejserResult, JarqueBeraResult, KsResult, LmTest,
    RegressionResult, ResidualResult, ShapiroWilkResult, StudentizedResult,
};
pub use remedies::{BootstrapCoefficientResult, BootstrapResult, RefitResult, Remedies, RobustCoefficientResult, RobustResult};
use serde::{Deserialize, Serialize};
pub use series::{Answers, CharacteristicAnswers, CountSeries, RegressionSeries, Series};
pub use tables::{
    AgencyResult, AttendanceResult, BudgetResult, CountCell, CountsResult, GuttmanResult, ImpactResult, IndexResult, IndexValue,
    MatrixResult, MatrixRowResult, TargetBand, TargetPeriod, TargetResult, TargetValue, TargetsResult, YesNoCounts, YesNoResult,
};

/// A value, or why there is none.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(untagged)]
pub enum Outcome<T> {
    /// Why there is none.
    Absent(Absent),
    /// The value.
    Computed(T),
}

/// Why a value could not be computed.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Absent {
    /// Key of the reason; its words are in the templates' terms.
    pub absent: String,
    /// The names concerned, such as predictors that are collinear.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub names: Vec<String>,
}

impl Absent {
    /// This reason, with the names concerned.
    pub fn with(reason: &str, names: Vec<String>) -> Absent {
        Absent { absent: reason.to_owned(), names }
    }
}

impl<T> Outcome<T> {
    /// No value, for this reason.
    pub fn absent(reason: &str) -> Outcome<T> {
        Outcome::Absent(Absent::with(reason, Vec::new()))
    }

    /// The value, when there is one.
    pub fn value(&self) -> Option<&T> {
        match self {
            Outcome::Computed(value) => Some(value),
            Outcome::Absent(_) => None,
        }
    }

    /// Changes the value.
    pub fn map<U>(self, change: impl FnOnce(T) -> U) -> Outcome<U> {
        match self {
            Outcome::Computed(value) => Outcome::Computed(change(value)),
            Outcome::Absent(absent) => Outcome::Absent(absent),
        }
    }
}

impl<T> From<Result<T, StatsError>> for Outcome<T> {
    fn from(result: Result<T, StatsError>) -> Outcome<T> {
        match result {
            Ok(value) => Outcome::Computed(value),
            Err(error) => Outcome::absent(error.key()),
        }
    }
}

/// A number, or why there is none; numbers that are not finite become `undefined`.
pub fn number(value: impl Into<Option<f64>>) -> Outcome<f64> {
    match value.into() {
        Some(value) if value.is_finite() => Outcome::Computed(value),
        _ => Outcome::absent("undefined"),
    }
}

/// Everything that was computed.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Results {
    /// What was run, with which settings.
    pub meta: Meta,
    /// How many questionnaires there were.
    pub data: DataCounts,
    /// The size of sample that was called for, where the study names a method.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub sampling: Option<SamplingResult>,
    /// Frequencies of the respondents' characteristics, by code.
    pub respondents: IndexMap<String, RespondentTable>,
    /// Counts of the pairs the study asks for.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub crosstabs: Vec<CountsResult>,
    /// Scores per value of the characteristics that the study asks for, by characteristic.
    #[serde(default, skip_serializing_if = "IndexMap::is_empty")]
    pub group_scores: IndexMap<String, GroupScores>,
    /// What variables scored from records are made of, by code.
    #[serde(default, skip_serializing_if = "IndexMap::is_empty")]
    pub records: IndexMap<String, RecordsResult>,
    /// Index of the items of each variable, where the study asks for it.
    #[serde(default, skip_serializing_if = "IndexMap::is_empty")]
    pub index: IndexMap<String, IndexResult>,
    /// Answers of yes and no, of each variable whose scale has two answers.
    #[serde(default, skip_serializing_if = "IndexMap::is_empty")]
    pub yes_no: IndexMap<String, YesNoResult>,
    /// Targets and what was reached.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub targets: Option<TargetsResult>,
    /// The qualitative matrix.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub matrix: Option<MatrixResult>,
    /// Item statistics, by item code.
    pub items: IndexMap<String, ItemResult>,
    /// Statistics of variables and dimensions, by name.
    pub variables: IndexMap<String, VariableResult>,
    /// Correlations between variables, every pair once.
    pub correlations: Vec<CorrelationResult>,
    /// Regressions, by name.
    pub regressions: IndexMap<String, Outcome<RegressionResult>>,
    /// Moderations, by hypothesis.
    pub moderations: IndexMap<String, Outcome<ModerationResult>>,
    /// Direct, indirect and total effects along the arrows.
    pub effects: Vec<EffectResult>,
    /// Comparisons of groups, pairs and levels, and associations, by hypothesis.
    pub comparisons: IndexMap<String, Outcome<ComparisonResult>>,
    /// All items together, where there are several.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub factors: Option<FactorsResult>,
    /// The try-out that instrument tests rest on, where there was one.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub pilot: Option<PilotResult>,
    /// How the survey was read, where the study asks for the appendix.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub import: Option<ImportResult>,
    /// Items that are not valid, the worst of each variable first; left out where the study says so.
    pub dropped_items: Vec<DroppedItem>,
    /// Rows of the cases that were left out of regressions because they stand out.
    pub excluded_outliers: Vec<usize>,
    /// What other decisions would have come to, by name; only their verdicts are written, under `sensitivity`.
    #[serde(skip)]
    pub variants: Variants,
    /// What figures need, not part of the contract; written with `--series` only.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub series: Option<Series>,
}

/// Results under other decisions, by name. They are not written, so that results are equal whatever stands here.
#[derive(Debug, Clone, Default)]
pub struct Variants(pub Vec<(String, Results)>);

impl PartialEq for Variants {
    fn eq(&self, _: &Variants) -> bool {
        true
    }
}

/// What was run, with which settings; no time stamps.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Meta {
    /// Version of the program.
    pub version: String,
    /// SHA-256 of the study file.
    pub study_hash: String,
    /// SHA-256 of the data file.
    pub data_hash: String,
    /// Conventions in force, with their version: `ghozali-2018 v1`.
    pub conventions: Vec<String>,
    /// Level of significance.
    pub alpha: f64,
    /// Confidence of every interval in per cent: 100 (1 − alpha).
    pub confidence: f64,
    /// 1 or 2.
    pub tails: u8,
    /// The data are practice answers made by the program.
    pub practice: bool,
}

/// The size of sample that a method asks for.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct SamplingResult {
    /// The method as declared.
    pub method: String,
    /// Margin of error, a proportion.
    pub margin: Outcome<f64>,
    /// Above the line of the formula, of Krejcie and Morgan's.
    pub numerator: Outcome<f64>,
    /// Below it.
    pub divisor: Outcome<f64>,
    /// χ² of Krejcie and Morgan.
    pub chi_squared: Outcome<f64>,
    /// Their proportion.
    pub proportion: Outcome<f64>,
    /// What the formula gives.
    pub exact: Outcome<f64>,
    /// Rounded up.
    pub required: Outcome<f64>,
    /// Whether as many were analyzed.
    pub reached: Outcome<bool>,
}

/// How the survey was read.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct ImportResult {
    /// File, rows, columns.
    #[serde(flatten)]
    pub report: ImportReport,
    /// Texts that became numbers in all columns, the frequent ones first.
    pub recoded: Vec<Recoded>,
}

/// The try-out of the instrument. Its tests stand with the items and variables.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct PilotResult {
    /// Its file as declared.
    pub file: String,
    /// SHA-256 of that file.
    pub hash: String,
    /// Respondents.
    pub n: usize,
    /// Of these, with at least one answer missing.
    pub incomplete: usize,
}

/// How many questionnaires there were.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct DataCounts {
    /// Rows of the file.
    pub rows: usize,
    /// Handed out.
    pub distributed: Outcome<u64>,
    /// Came back.
    pub returned: u64,
    /// Could be used.
    pub usable: u64,
    /// Cases analyzed.
    pub n: usize,
    /// Incomplete cases among them.
    pub incomplete: usize,
    /// Per cent of those handed out that came back.
    pub returned_percent: Outcome<f64>,
    /// Per cent of those handed out that could be used.
    pub usable_percent: Outcome<f64>,
    /// Cases dropped, with the reason.
    pub excluded: Vec<Excluded>,
    /// How many were dropped.
    pub excluded_count: usize,
    /// Of these, as incomplete.
    pub excluded_incomplete: usize,
    /// Of these, as the study declares.
    pub excluded_declared: usize,
    /// Those whom the study leaves out, an entry a reason.
    pub exclusions: Vec<LeftOutFor>,
}
