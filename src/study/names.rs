//! The names a study declares: variables, their dimensions, characteristics.

use super::file::{CharacteristicFile, StudyFile};
use super::file_variables::VariableFile;
use super::problem::{Named, StudyProblem};
use super::problem_claims::ClaimProblem;
use crate::diagnostics::{Diagnostics, Span, Spanned, suggest};
use crate::language::Language;
use indexmap::IndexMap;

/// What a name stands for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Declared {
    /// A variable, or a dimension of one.
    Variable,
    /// A characteristic of respondents.
    Characteristic,
}

/// All declared names.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Names {
    variables: IndexMap<String, VariableName>,
    characteristics: IndexMap<String, Span>,
}

#[derive(Debug, Clone, PartialEq)]
struct VariableName {
    span: Span,
    /// The full name and the abbreviation, by which a claim may name it by mistake.
    called: Vec<String>,
    dimensions: Vec<String>,
    /// Its dimensions are not known (its measurement model is not there): any is taken for declared.
    open: bool,
}

impl Names {
    /// Collects the names of a study; `open` says of which variables the dimensions are not known. Reports codes that
    /// are no codes and codes that stand twice.
    pub fn declare(
        file: &StudyFile,
        variables: &[VariableFile],
        open: impl Fn(&str) -> bool,
        diagnostics: &mut Diagnostics,
    ) -> Names {
        let mut names = Names::default();
        for CharacteristicFile { code, .. } in &file.respondents {
            check_code(code, diagnostics);
            names.characteristics.insert(code.value.clone(), code.span);
        }
        for variable in variables {
            let code = &variable.code;
            check_code(code, diagnostics);
            if let Some(first) = names.characteristics.get(&code.value) {
                diagnostics.push(
                    StudyProblem::DuplicateName {
                        span: code.span,
                        first: Some(*first),
                        name: code.value.clone(),
                        what: Named::Code,
                    }
                    .diagnostic(),
                );
            }
            let dimensions = variable
                .dimensions
                .iter()
                .flat_map(|dimensions| &dimensions.value)
                .map(|dimension| {
                    check_code(&dimension.code, diagnostics);
                    dimension.code.value.clone()
                })
                .collect();
            let called = [&variable.name, &variable.abbreviation].into_iter().flatten();
            let called = called.flat_map(|text| Language::ALL.map(|language| text.value.get(language).to_lowercase())).collect();
            let declared = VariableName { span: code.span, called, dimensions, open: open(&code.value) || variable.broken };
            names.variables.insert(code.value.clone(), declared);
        }
        for hypothesis in &file.hypotheses {
            check_code(&hypothesis.id, diagnostics);
        }
        names
    }

    /// What a name stands for, if it is declared.
    pub fn resolve(&self, name: &str) -> Option<Declared> {
        if let Some((code, dimension)) = name.split_once('.') {
            let variable = self.variables.get(code)?;
            let known = variable.open || variable.dimensions.iter().any(|known| known == dimension);
            return known.then_some(Declared::Variable);
        }
        if self.variables.contains_key(name) {
            return Some(Declared::Variable);
        }
        self.characteristics.contains_key(name).then_some(Declared::Characteristic)
    }

    /// Whether a code stands for a variable and for a characteristic; that has been reported.
    pub fn is_ambiguous(&self, name: &str) -> bool {
        self.variables.contains_key(name) && self.characteristics.contains_key(name)
    }

    /// Where the variable or characteristic of a name is declared.
    pub fn declared_at(&self, name: &str) -> Option<Span> {
        let code = variable_of(name);
        self.variables.get(code).map(|variable| variable.span).or_else(|| self.characteristics.get(code).copied())
    }

    /// Its place in the order of declaration: variables, each before its dimensions, then characteristics.
    pub fn order(&self, name: &str) -> (usize, usize) {
        let (code, dimension) = match name.split_once('.') {
            Some((code, dimension)) => (code, Some(dimension)),
            None => (name, None),
        };
        match self.variables.get_full(code) {
            Some((position, _, variable)) => {
                let within = dimension.map_or(0, |dimension| {
                    variable.dimensions.iter().position(|known| known == dimension).map_or(usize::MAX, |position| position + 1)
                });
                (position, within)
            }
            None => (self.variables.len(), self.characteristics.get_index_of(code).unwrap_or(usize::MAX)),
        }
    }

    /// The codes of the variables, in order.
    pub fn variables(&self) -> impl Iterator<Item = &str> {
        self.variables.keys().map(String::as_str)
    }

    /// The declared name nearest to one that is not: the code of the variable that is called so, else the nearest code.
    pub fn nearest(&self, name: &str) -> Option<String> {
        let lower = name.to_lowercase();
        let called = self.variables.iter().find(|(_, variable)| variable.called.contains(&lower));
        if let Some((code, _)) = called {
            return Some(code.clone());
        }
        suggest::nearest(name, self.all().iter().map(String::as_str)).map(str::to_owned)
    }

    /// The problem of a name that is not declared.
    pub fn undeclared(&self, name: &Spanned<String>) -> ClaimProblem {
        if let Some((code, _)) = name.value.split_once('.')
            && let Some(variable) = self.variables.get(code)
        {
            let declared: Vec<String> = variable.dimensions.iter().map(|dimension| format!("{code}.{dimension}")).collect();
            return ClaimProblem::Undeclared {
                span: name.span,
                name: name.value.clone(),
                nearest: suggest::nearest(&name.value, declared.iter().map(String::as_str)).map(str::to_owned),
                declared,
                variable: Some(variable.span),
            };
        }
        let declared = self.all();
        ClaimProblem::Undeclared {
            span: name.span,
            name: name.value.clone(),
            nearest: self.nearest(&name.value),
            declared,
            variable: None,
        }
    }

    fn all(&self) -> Vec<String> {
        let mut all = Vec::new();
        for (code, variable) in &self.variables {
            all.push(code.clone());
            all.extend(variable.dimensions.iter().map(|dimension| format!("{code}.{dimension}")));
        }
        all.extend(self.characteristics.keys().cloned());
        all
    }
}

/// The variable of a name: `X` of `X.BP`.
pub fn variable_of(name: &str) -> &str {
    name.split_once('.').map_or(name, |(code, _)| code)
}

/// Reports a code that is none.
pub(super) fn check_code(code: &Spanned<String>, diagnostics: &mut Diagnostics) {
    if is_code(&code.value) {
        return;
    }
    let mut mended = String::new();
    for character in code.value.chars() {
        match character {
            _ if character.is_ascii_alphanumeric() => mended.push(character),
            _ if !mended.is_empty() && !mended.ends_with('_') => mended.push('_'),
            _ => {}
        }
    }
    // Digits in front go to the end: `2X` is `X2`.
    let letters = mended.trim_start_matches(|first: char| !first.is_ascii_alphabetic());
    let digits: String = mended.chars().take_while(char::is_ascii_digit).collect();
    let mended = if letters.is_empty() { String::new() } else { format!("{}{digits}", letters.trim_end_matches('_')) };
    diagnostics.push(
        StudyProblem::BadName {
            span: code.span,
            name: code.value.clone(),
            mended: Some(mended).filter(|mended| !mended.is_empty()),
        }
        .diagnostic(),
    );
}

/// Letters, digits, `_`; the first a letter.
pub(super) fn is_code(code: &str) -> bool {
    code.starts_with(|first: char| first.is_ascii_alphabetic())
        && code.chars().all(|character| character.is_ascii_alphanumeric() || character == '_')
}
