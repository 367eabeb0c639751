//! Results of a survey of satisfaction with a public service.

use super::Outcome;
use indexmap::IndexMap;
use serde::{Deserialize, Serialize};

/// The index of one variable and what it is made of.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct ServiceResult {
    /// Respondents.
    pub n: usize,
    /// Elements that the study declares.
    pub declared: usize,
    /// Elements that were answered by anybody.
    pub used: usize,
    /// The factor of the conversion.
    pub times: f64,
    /// Every element weighs exactly 1 over the number of those used.
    pub exact: bool,
    /// The weight of each element, where all weigh the same.
    pub weight: Outcome<f64>,
    /// Sum of the weights.
    pub weight_sum: Outcome<f64>,
    /// Sum of the means of the elements (Σ NRR).
    pub nrr_sum: Outcome<f64>,
    /// Sum of the weighted means.
    pub weighted_sum: Outcome<f64>,
    /// The index.
    pub value: Outcome<f64>,
    /// Its band as declared, `B – baik`.
    pub category: Outcome<String>,
    /// Its grade, `B`.
    pub grade: Outcome<String>,
    /// What the grade says, `baik`.
    pub performance: Outcome<String>,
    /// The index by the other weight: the printed one of two decimals beside the exact, the exact beside a declared one.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub other: Option<ServiceOther>,
    /// Margin of error.
    pub margin: Outcome<MarginResult>,
    /// Earlier periods.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub trend: Option<ServiceTrend>,
    /// The bands, lowest first.
    pub bands: Vec<ServiceBand>,
    /// The elements by code.
    pub items: IndexMap<String, ServiceElement>,
}

/// One element.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct ServiceElement {
    /// Who answered it.
    pub n: usize,
    /// Sum of the answers.
    pub sum: Outcome<f64>,
    /// Mean answer (NRR).
    pub nrr: Outcome<f64>,
    /// What it weighs.
    pub weight: Outcome<f64>,
    /// Mean times weight.
    pub weighted: Outcome<f64>,
    /// Mean times the factor.
    pub converted: Outcome<f64>,
    /// Its grade.
    pub grade: Outcome<String>,
    /// Rank of its mean, the highest first; equal means share one.
    pub rank: Outcome<usize>,
}

/// The index by another weight.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct ServiceOther {
    /// The weight of each element.
    pub weight: f64,
    /// The index.
    pub value: f64,
    /// Its grade.
    pub grade: String,
    /// The grade is another.
    pub changes: bool,
}

/// Margin of error of an index.
#[derive(Debug, Clone, Copy, PartialEq, Serialize, Deserialize)]
pub struct MarginResult {
    /// Standard error.
    pub se: f64,
    /// Degrees of freedom of t.
    pub df: f64,
    /// Half the confidence interval.
    pub margin: f64,
    /// Corrected for a finite population.
    pub corrected: bool,
}

/// The index beside that of earlier periods.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct ServiceTrend {
    /// Earlier periods as the study orders them.
    pub earlier: Vec<EarlierIndex>,
    /// How far the index moved from the last of them, without sign.
    pub change: f64,
    /// `rise`, `fall` or `same`.
    pub direction: String,
    /// The grade moved too.
    pub grade_changes: Outcome<bool>,
}

/// The index in an earlier period.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct EarlierIndex {
    /// The period.
    pub period: String,
    /// Its index as declared.
    pub value: f64,
    /// Its grade.
    pub grade: Outcome<String>,
}

/// A band of the index.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct ServiceBand {
    /// Its name as declared.
    pub name: String,
    /// Its grade.
    pub grade: String,
    /// What the grade says; empty where the name does not.
    pub performance: String,
    /// Lowest index in it.
    pub band_low: f64,
    /// Highest index in it, with two decimals.
    pub band_high: f64,
    /// Lowest value on the scale of the answers.
    pub scale_low: f64,
}
