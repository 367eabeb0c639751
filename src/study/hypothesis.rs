//! Hypotheses and the regressions they call for.

use super::{Claim, DeclaredAt, Name};
use crate::diagnostics::Span;
use crate::language::Text;
use serde::Serialize;

/// One hypothesis.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Hypothesis {
    /// Its id, `H1`.
    pub id: String,
    /// What it states.
    pub claim: Claim,
    /// The claim as written in the study file.
    pub claim_text: String,
    /// The author's wording, when given.
    pub statement: Option<Text>,
    /// Prior studies by what they found (keys of the bibliography).
    pub prior: Prior,
    /// The author's discussion.
    pub discussion: Discussion,
    /// Name of the regression in which an effect or joint claim is read (R3, R4), or to which a product is added (R5).
    pub regression: Option<String>,
    /// Where it is declared.
    #[serde(skip)]
    pub declared: DeclaredAt,
}

/// Prior studies of a hypothesis, as keys of the bibliography.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize)]
pub struct Prior {
    /// Where each key is written, in the order of the file.
    #[serde(skip)]
    pub declared: Vec<(String, Span)>,
    /// Found a positive effect.
    pub positive: Vec<String>,
    /// Found a negative effect.
    pub negative: Vec<String>,
    /// Found none.
    pub none: Vec<String>,
}

/// The author's discussion of a hypothesis.
#[derive(Debug, Clone, Default, PartialEq, Serialize)]
#[serde(rename_all = "lowercase")]
pub enum Discussion {
    /// Nothing given.
    #[default]
    None,
    /// The same words whatever the verdict.
    Fixed(OwnText),
    /// Words per verdict.
    ByVerdict {
        /// For an accepted hypothesis.
        accepted: Option<OwnText>,
        /// For a rejected one.
        rejected: Option<OwnText>,
    },
}

/// A text of the author in the study file.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct OwnText {
    /// Its words.
    pub text: Text,
    /// Where it stands.
    #[serde(skip)]
    pub declared: DeclaredAt,
}

/// A regression to be run.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Regression {
    /// Its name: the outcome's code for a main regression, else as declared, or the hypothesis's id (R4).
    pub name: String,
    /// The outcome.
    pub outcome: Name,
    /// The predictors, in the order in which tables list them.
    pub predictors: Vec<Name>,
    /// The main regression of its outcome (R1, R2).
    pub main: bool,
    /// The hypothesis for whose joint claim it was added (R4).
    pub added_for: Option<String>,
}
