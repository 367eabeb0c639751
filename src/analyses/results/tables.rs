//! Results of further tables: indices with bands of their own, crosstabs, answers of yes and no, targets, the matrix.

use super::Outcome;
use super::instrument::BandResult;
use indexmap::IndexMap;
use serde::{Deserialize, Serialize};

/// The index of the items of a variable.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct IndexResult {
    /// `three_box`, `tcr` or `ideal`.
    pub scheme: String,
    /// Index of each item, by code.
    pub items: IndexMap<String, IndexValue>,
    /// Mean of the indices.
    pub mean: Outcome<f64>,
    /// Its band.
    pub category: Outcome<String>,
    /// The bands, lowest first, with their printed limits.
    pub bands: Vec<BandResult>,
}

/// The index of one item.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct IndexValue {
    /// In per cent.
    pub value: Outcome<f64>,
    /// Its band.
    pub category: Outcome<String>,
}

/// Counts of a characteristic, or of a variable by its bands, against a characteristic.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct CountsResult {
    /// What stands down.
    pub a: String,
    /// What stands across.
    pub b: String,
    /// Cases with both.
    pub n: usize,
    /// Categories down that somebody is in.
    pub rows: Vec<String>,
    /// Categories across that somebody is in.
    pub columns: Vec<String>,
    /// Cells, a row each.
    pub cells: Vec<Vec<CountCell>>,
    /// Total of each row.
    pub row_totals: Vec<usize>,
    /// Total of each column.
    pub column_totals: Vec<usize>,
}

/// A cell of counts.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct CountCell {
    /// Cases.
    pub count: usize,
    /// Of the row.
    pub row_percent: f64,
}

/// Answers of yes and no to the items of a variable.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct YesNoResult {
    /// What the higher answer is called.
    pub yes: String,
    /// What the lower answer is called.
    pub no: String,
    /// Counts of each item, by code.
    pub items: IndexMap<String, YesNoCounts>,
    /// Mean of the counts of the higher answer.
    pub mean_yes: Outcome<f64>,
    /// Its share of the mean number of answers, per cent.
    pub mean_yes_percent: Outcome<f64>,
    /// Mean of the counts of the lower answer.
    pub mean_no: Outcome<f64>,
    /// Its share of the mean number of answers, per cent.
    pub mean_no_percent: Outcome<f64>,
    /// Mean number of answers.
    pub mean_n: Outcome<f64>,
    /// Guttman's coefficients.
    pub guttman: Outcome<GuttmanResult>,
}

/// Answers of yes and no to one item.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct YesNoCounts {
    /// The higher answer.
    pub yes: usize,
    /// Per cent of those who answered.
    pub yes_percent: Outcome<f64>,
    /// The lower answer.
    pub no: usize,
    /// Per cent of those who answered.
    pub no_percent: Outcome<f64>,
    /// Who answered.
    pub n: usize,
}

/// Guttman's coefficients.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct GuttmanResult {
    /// Complete cases.
    pub n: usize,
    /// Items.
    pub k: usize,
    /// Answers that the total does not foretell.
    pub errors: usize,
    /// Coefficient of reproducibility.
    pub reproducibility: f64,
    /// Coefficient of scalability.
    pub scalability: Outcome<f64>,
    /// The lowest reproducibility that is usually accepted.
    pub minimum_reproducibility: f64,
    /// The lowest scalability.
    pub minimum_scalability: f64,
    /// Both are reached.
    pub acceptable: Outcome<bool>,
}

/// Targets and what was reached.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct TargetsResult {
    /// Highest achievement that counts, per cent.
    pub cap: Outcome<f64>,
    /// The periods, earliest first.
    pub periods: Vec<TargetPeriod>,
    /// The indicators, each with its periods in the same order.
    pub indicators: Vec<TargetResult>,
    /// The bands, lowest first, by their lower bounds.
    pub bands: Vec<TargetBand>,
    /// The units that answer for indicators, in the last period.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub agencies: Vec<AgencyResult>,
    /// Attendance beside achievement, unit by unit.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub attendance: Option<AttendanceResult>,
    /// All money of the indicators that name some.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub budget: Option<BudgetResult>,
}

/// A unit and what it reached.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct AgencyResult {
    /// Its name.
    pub name: String,
    /// Indicators with an achievement.
    pub count: usize,
    /// That reached their target.
    pub reached: usize,
    /// Mean of the achievements that count.
    pub mean: Outcome<f64>,
    /// Band of that mean.
    pub category: Outcome<String>,
    /// Attendance, per cent.
    pub attendance: Outcome<f64>,
}

/// Attendance beside achievement.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct AttendanceResult {
    /// Units with both.
    pub n: usize,
    /// Fewest units from which a correlation is computed.
    pub minimum: usize,
    /// Mean attendance of these units.
    pub mean_attendance: Outcome<f64>,
    /// Mean of their achievements.
    pub mean_achievement: Outcome<f64>,
    /// Correlation of the two.
    pub r: Outcome<f64>,
    /// Its two-tailed significance.
    pub p: Outcome<f64>,
    /// Positions of the units whose attendance is above the mean and whose achievement is below it.
    pub present_without_results: Vec<usize>,
}

/// Money allocated and spent.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct BudgetResult {
    /// Allocated.
    pub allocated: f64,
    /// Spent.
    pub spent: f64,
    /// Spent in per cent of what was allocated.
    pub absorbed: Outcome<f64>,
    /// Achievement that counts less what was absorbed, in points of per cent; of all together the mean achievement.
    pub efficiency: Outcome<f64>,
}

/// What an output changed.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct ImpactResult {
    /// What is measured.
    pub indicator: String,
    /// Before.
    pub before: f64,
    /// After.
    pub after: f64,
    /// After less before.
    pub change: f64,
}

/// A band of the achievement.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct TargetBand {
    /// Its name.
    pub name: String,
    /// Lowest achievement in it, per cent.
    pub from: f64,
}

/// All indicators in one period.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct TargetPeriod {
    /// Its name; empty where the study names none.
    pub period: String,
    /// Indicators with an achievement.
    pub count: usize,
    /// That reached their target.
    pub reached: usize,
    /// That did not.
    pub missed: usize,
    /// Indicators without an achievement.
    pub without: usize,
    /// Achievements above the cap.
    pub capped: usize,
    /// Mean achievement, those above the cap counted as the cap.
    pub mean: Outcome<f64>,
    /// Mean of the real achievements.
    pub mean_uncapped: Outcome<f64>,
    /// Band of the mean.
    pub category: Outcome<String>,
    /// Positions of the indicators with the lowest achievement.
    pub lowest: Vec<usize>,
    /// Positions of those with the highest.
    pub highest: Vec<usize>,
    /// Indicators better than in the period before.
    pub better: usize,
    /// Worse.
    pub worse: usize,
    /// The same.
    pub same: usize,
}

/// One indicator.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct TargetResult {
    /// Its name.
    pub name: String,
    /// `maximize`, `minimize`, `minimize_ratio` or `range`.
    pub direction: String,
    /// Its periods.
    pub periods: Vec<TargetValue>,
    /// The unit that answers for it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub agency: Option<String>,
    /// The last realization against the target at the end of the plan.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub last: Option<TargetValue>,
    /// Its money.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub budget: Option<BudgetResult>,
    /// What it changed.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub impact: Option<ImpactResult>,
}

/// One indicator in one period.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct TargetValue {
    /// The target, where it is one number.
    pub target: Outcome<f64>,
    /// Lowest value of a range.
    pub target_low: Outcome<f64>,
    /// Highest value of a range.
    pub target_high: Outcome<f64>,
    /// What was reached.
    pub realization: Outcome<f64>,
    /// Achievement in per cent, not capped.
    pub achievement: Outcome<f64>,
    /// The achievement that counts.
    pub counted: Outcome<f64>,
    /// Its band.
    pub category: Outcome<String>,
    /// Whether the target was reached.
    pub reached: Outcome<bool>,
}

/// The qualitative matrix against the survey.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct MatrixResult {
    /// Rows in the order of the study.
    pub rows: Vec<MatrixRowResult>,
    /// Rows, how many.
    pub count: usize,
    /// Concluded as met.
    pub met: usize,
    /// As met in part.
    pub partly: usize,
    /// As not met.
    pub not_met: usize,
    /// Rows that the survey asks about.
    pub surveyed: usize,
    /// Rows in which survey and conclusion differ.
    pub differing: usize,
}

/// A row of the matrix.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct MatrixRowResult {
    /// What it is about.
    pub name: String,
    /// `met`, `partly` or `not_met`.
    pub conclusion: String,
    /// Mean answer of the survey.
    pub mean: Outcome<f64>,
    /// Its band.
    pub category: Outcome<String>,
    /// Where the mean lies: above the middle of the scale, below it, or on it.
    pub side: Outcome<String>,
    /// The middle of the scale.
    pub middle: Outcome<f64>,
    /// Survey and conclusion point the same way: met above the middle, not met below it. Absent where the conclusion is partly
    /// or the mean on the middle.
    pub agrees: Outcome<bool>,
}
