//! The qualitative matrix: the author's findings on each indicator, beside the survey where the indicator is declared.

use super::file_matrix::MatrixFile;
use super::variable::Variable;
use crate::diagnostics::Spanned;
use crate::language::Text;
use indexmap::IndexMap;
use serde::Serialize;

/// What the author concludes of an indicator.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Conclusion {
    /// As it should be.
    Met,
    /// In part.
    Partly,
    /// Not as it should be.
    NotMet,
}

impl Conclusion {
    /// Its key in results and terms.
    pub fn key(self) -> &'static str {
        match self {
            Conclusion::Met => "met",
            Conclusion::Partly => "partly",
            Conclusion::NotMet => "not_met",
        }
    }
}

/// The matrix.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Matrix {
    /// Who was interviewed, what was observed and read.
    pub sources: Option<Text>,
    /// A row an indicator.
    pub rows: Vec<MatrixRow>,
}

/// A row of the matrix.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct MatrixRow {
    /// What it is about, in words.
    pub name: Text,
    /// The declared item, dimension or variable that the survey asks about, when there is one.
    pub surveyed: Option<Surveyed>,
    /// What interviews say.
    pub interview: Option<Text>,
    /// What was observed.
    pub observation: Option<Text>,
    /// What documents say.
    pub document: Option<Text>,
    /// What the author concludes.
    pub conclusion: Conclusion,
    /// The conclusion in words.
    pub note: Option<Text>,
}

/// What the survey asks about a row.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Surveyed {
    /// An item, or an indicator of several: the codes.
    Items(Vec<String>),
    /// A variable, or a dimension `X.BP`.
    Variable(String),
}

/// Makes the matrix of what is written: an indicator that is a declared name or the words of one is bound to the survey.
pub(super) fn check(file: &MatrixFile, variables: &IndexMap<String, Variable>) -> Matrix {
    let text = |text: &Option<Spanned<Text>>| text.as_ref().map(|text| text.value.clone());
    let rows = file.rows.iter().filter_map(|row| {
        let written = &row.indicator.as_ref()?.value;
        let bound = bind(written, variables);
        let (name, surveyed) = match bound {
            Some((name, surveyed)) => (name, Some(surveyed)),
            None => (written.clone(), None),
        };
        Some(MatrixRow {
            name,
            surveyed,
            interview: text(&row.interview),
            observation: text(&row.observation),
            document: text(&row.document),
            conclusion: row.conclusion.as_ref()?.value,
            note: text(&row.note),
        })
    });
    Matrix { sources: text(&file.sources), rows: rows.collect() }
}

/// What a row is about when it says the code or the name of something declared.
fn bind(written: &Text, variables: &IndexMap<String, Variable>) -> Option<(Text, Surveyed)> {
    // The words may be given in one language where the model has two.
    let called = |name: &Text| written == name || matches!(written, Text::Same(text) if name.says(text));
    let is = |code: &str, name: &Text| matches!(written, Text::Same(text) if text == code) || called(name);
    for variable in variables.values() {
        if variable.scale().is_some() && is(&variable.code, &variable.name) {
            return Some((variable.name.clone(), Surveyed::Variable(variable.code.clone())));
        }
        for dimension in variable.dimensions() {
            let code = variable.name_of(dimension);
            if is(&code, &dimension.name) {
                return Some((dimension.name.clone(), Surveyed::Variable(code)));
            }
        }
        if let Some(indicator) = variable.indicators().iter().find(|indicator| called(&indicator.name)) {
            let codes = indicator.items.iter().map(|item| item.code.clone());
            return Some((indicator.name.clone(), Surveyed::Items(codes.collect())));
        }
        if let Some(item) = variable.items().find(|item| is(&item.code, &item.name)) {
            return Some((item.name.clone(), Surveyed::Items(vec![item.code.clone()])));
        }
    }
    None
}
