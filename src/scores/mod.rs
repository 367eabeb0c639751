//! From answers to scores: reverse keying, scores of variables and dimensions.

use crate::dataset::Column;
use indexmap::IndexMap;

/// Item answers after reverse keying, and the scores of the variables.
#[derive(Debug, Clone, Default)]
pub struct Scores {
    /// Number of cases.
    pub n: usize,
    /// Answers by item code, reversed where declared.
    pub items: IndexMap<String, Column>,
    /// Scores by variable code (`X1`), dimensions (`X.BP`) included. Missing where any item is missing (SPSS's `+` rule).
    pub variables: IndexMap<String, Column>,
}
