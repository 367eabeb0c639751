//! Cases that stand out, and items that were left out.

use super::Outcome;
use serde::{Deserialize, Serialize};

/// Cases that stand out of a regression.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct InfluenceResult {
    /// |SRESID| beyond which a case stands out.
    pub limit_residual: f64,
    /// Cook's distance beyond which it does.
    pub limit_cook: f64,
    /// Significance of the Mahalanobis distance below which it does.
    pub limit_mahalanobis: f64,
    /// Largest |SRESID|.
    pub largest_residual: Outcome<f64>,
    /// Largest Cook's distance.
    pub largest_cook: Outcome<f64>,
    /// Cases that stand out.
    pub flagged_count: usize,
    /// The first fifty of them.
    pub flagged: Vec<FlaggedCase>,
    /// Positions of all of them among the cases analyzed, from 0.
    pub positions: Vec<usize>,
}

/// A case that stands out.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct FlaggedCase {
    /// Row as a spreadsheet shows it.
    pub case: usize,
    /// Standardized residual.
    pub zresid: f64,
    /// Studentized residual.
    pub sresid: Outcome<f64>,
    /// Studentized deleted residual.
    pub sdresid: Outcome<f64>,
    /// Centred leverage.
    pub leverage: f64,
    /// Mahalanobis distance.
    pub mahalanobis: f64,
    /// Its significance, χ² with as many degrees of freedom as predictors.
    pub mahalanobis_p: f64,
    /// Cook's distance.
    pub cook: Outcome<f64>,
    /// `residual`, `cook`, `mahalanobis`.
    pub by: Vec<String>,
}

/// An item that is not valid, in the order in which they are left out.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct DroppedItem {
    /// Its code.
    pub item: String,
    /// Its variable.
    pub variable: String,
    /// Which of the variable's it is, from 1.
    pub step: usize,
    /// Its deciding correlation when it was left out.
    pub r: f64,
    /// The value it had to exceed.
    pub r_critical: Outcome<f64>,
    /// Alpha with it.
    pub alpha_before: Outcome<f64>,
    /// Alpha without it.
    pub alpha_after: Outcome<f64>,
}
