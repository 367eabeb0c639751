//! From claims to regressions, arrows and roles: rules R1–R4 and R7 of DESIGN §3.4.
//!
//! R5 (the product is added to the main regression) and R6 (indirect effects are products of coefficients of the main
//! regressions) follow from the main regressions when the analysis is run; R8 is how a characteristic enters one.

use super::claim::{Claim, Name, WrittenClaim};
use super::file::RegressionFile;
use super::hypothesis::Regression;
use super::names::{Declared, Names, variable_of};
use super::problem::{Named, StudyProblem};
use super::problem_claims::{ClaimProblem, Operand};
use super::variable::Role;
use crate::diagnostics::{Diagnostics, Span, Spanned};
use indexmap::{IndexMap, IndexSet};

/// A hypothesis whose claim was read and whose names are declared.
#[derive(Debug, Clone, PartialEq)]
pub struct ReadClaim {
    /// Its id.
    pub id: Spanned<String>,
    /// Its claim.
    pub written: WrittenClaim,
    /// The whole claim in the file.
    pub span: Span,
}

/// What follows from the claims and `regressions`.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Derived {
    /// Main regressions in order of outcomes, then added ones, then those run for joint claims.
    pub regressions: Vec<Regression>,
    /// By hypothesis: the regression in which its claim is read.
    pub read_in: IndexMap<String, String>,
    /// Arrows as drawn, each once.
    pub arrows: Vec<(String, String)>,
    /// Role of each variable that has one.
    pub roles: IndexMap<String, Role>,
}

/// A regression while it is put together.
#[derive(Debug, Clone)]
struct Draft {
    name: String,
    outcome: Name,
    predictors: Vec<Spanned<Name>>,
    main: bool,
    added_for: Option<String>,
    /// The list that declares it.
    list: Option<Span>,
    /// A name in it was reported: what it lacks is not reported again.
    broken: bool,
}

impl Draft {
    fn holds(&self, name: &str) -> bool {
        self.predictors.iter().any(|predictor| predictor.value == name)
    }

    fn holds_exactly(&self, names: &[Name]) -> bool {
        self.predictors.len() == names.len() && names.iter().all(|name| self.holds(name))
    }
}

/// Derives regressions, arrows and roles; reports cycles, own dimensions and effects that no regression holds.
pub fn derive(claims: &[ReadClaim], declared: &[RegressionFile], names: &Names, diagnostics: &mut Diagnostics) -> Derived {
    let mut drafts = main_regressions(claims, names);
    let added = declare(declared, &mut drafts, names, diagnostics);
    drafts.sort_by_key(|draft| names.order(&draft.outcome));
    drafts.extend(added);
    let mut read_in = IndexMap::new();
    for claim in claims {
        if let Some(name) = place(claim, &mut drafts, diagnostics) {
            read_in.insert(claim.id.value.clone(), name);
        }
    }
    let arrows = arrows(claims);
    cycles(&arrows, &drafts, diagnostics);
    for draft in &drafts {
        own_dimensions(draft, diagnostics);
    }
    let pairs: IndexSet<(String, String)> = arrows.iter().map(|arrow| (arrow.from.clone(), arrow.to.clone())).collect();
    Derived {
        roles: roles(claims, &pairs, &drafts, names),
        arrows: pairs.into_iter().collect(),
        read_in,
        regressions: drafts
            .into_iter()
            .map(|draft| Regression {
                name: draft.name,
                outcome: draft.outcome,
                predictors: draft.predictors.into_iter().map(|predictor| predictor.value).collect(),
                main: draft.main,
                added_for: draft.added_for,
            })
            .collect(),
    }
}

/// R1: every name before an arrow into an outcome; in a chain every earlier name for every later one.
fn main_regressions(claims: &[ReadClaim], names: &Names) -> Vec<Draft> {
    let mut drafts: IndexMap<Name, Draft> = IndexMap::new();
    let mut enter = |from: &Spanned<Name>, to: &Name| {
        let draft = drafts.entry(to.clone()).or_insert_with(|| Draft {
            name: to.clone(),
            outcome: to.clone(),
            predictors: Vec::new(),
            main: true,
            added_for: None,
            list: None,
            broken: false,
        });
        if !draft.holds(&from.value) {
            draft.predictors.push(from.clone());
        }
    };
    for claim in claims {
        let written = &claim.written.names;
        match &claim.written.claim {
            Claim::Effect { .. } | Claim::Chain { .. } => {
                for (position, to) in written.iter().enumerate() {
                    for from in written.iter().take(position) {
                        enter(from, &to.value);
                    }
                }
            }
            Claim::Joint { .. } | Claim::Product { .. } => {
                if let Some((to, from)) = written.split_last() {
                    for from in from {
                        enter(from, &to.value);
                    }
                }
            }
            Claim::Association { .. } | Claim::Groups { .. } | Claim::Paired { .. } | Claim::Level { .. } => {}
        }
    }
    let mut drafts: Vec<Draft> = drafts.into_values().collect();
    for draft in &mut drafts {
        draft.predictors.sort_by_key(|predictor| names.order(&predictor.value));
    }
    drafts
}

/// R2: a list under the outcome's name replaces the main regression, under another name it adds one (given back).
fn declare(declared: &[RegressionFile], drafts: &mut Vec<Draft>, names: &Names, diagnostics: &mut Diagnostics) -> Vec<Draft> {
    let mut added = Vec::new();
    for file in declared {
        let name = &file.name;
        let outcome = file.outcome.as_ref().unwrap_or(name);
        if name.value.trim().is_empty() || name.value.contains('/') {
            diagnostics.push(ClaimProblem::RegressionName { span: name.span, name: name.value.clone() }.diagnostic());
            continue;
        }
        match names.resolve(&outcome.value) {
            Some(Declared::Variable) => {}
            Some(Declared::Characteristic) => {
                diagnostics.push(
                    ClaimProblem::WrongOperand {
                        span: outcome.span,
                        name: outcome.value.clone(),
                        why: Operand::OutcomeIsCharacteristic,
                        declared: names.declared_at(&outcome.value),
                    }
                    .diagnostic(),
                );
                continue;
            }
            None if file.outcome.is_none() => {
                diagnostics.push(
                    ClaimProblem::NoOutcome { span: name.span, name: name.value.clone(), nearest: names.nearest(&name.value) }
                        .diagnostic(),
                );
                continue;
            }
            None => {
                diagnostics.push(names.undeclared(outcome).diagnostic());
                continue;
            }
        }
        let is_main = name.value == outcome.value;
        if !is_main && names.resolve(&name.value).is_some() {
            diagnostics.push(
                ClaimProblem::WrongOperand {
                    span: name.span,
                    name: name.value.clone(),
                    why: Operand::NameIsOtherVariable,
                    declared: names.declared_at(&name.value),
                }
                .diagnostic(),
            );
            continue;
        }
        let Some(list) = &file.predictors else {
            // Its list could not be read: what the arrows say may be wrong, so nothing is concluded from it.
            for draft in drafts.iter_mut().filter(|draft| draft.outcome == outcome.value) {
                draft.broken = true;
            }
            continue;
        };
        let mut draft = Draft {
            name: name.value.clone(),
            outcome: outcome.value.clone(),
            predictors: Vec::new(),
            main: is_main,
            added_for: None,
            list: Some(name.span),
            broken: false,
        };
        for predictor in &list.value {
            if let Some(problem) = predictor_problem(predictor, &draft, names) {
                diagnostics.push(problem.diagnostic());
                draft.broken = true;
            } else {
                draft.predictors.push(predictor.clone());
            }
        }
        if list.value.is_empty() {
            diagnostics.push(
                StudyProblem::MissingKey {
                    span: list.span,
                    key: "predictors",
                    path: format!("regressions.{}", name.value),
                    example: "predictors: [X1, X2]",
                }
                .diagnostic(),
            );
            draft.broken = true;
        }
        if is_main {
            drafts.retain(|draft| draft.outcome != outcome.value);
            drafts.push(draft);
        } else {
            added.push(draft);
        }
    }
    added
}

fn predictor_problem(predictor: &Spanned<Name>, draft: &Draft, names: &Names) -> Option<StudyProblem> {
    if predictor.value.contains('*') {
        return Some(
            ClaimProblem::WrongOperand {
                span: predictor.span,
                name: predictor.value.clone(),
                why: Operand::ProductInList,
                declared: None,
            }
            .into(),
        );
    }
    if names.resolve(&predictor.value).is_none() {
        return Some(names.undeclared(predictor).into());
    }
    if let Some(first) = draft.predictors.iter().find(|known| known.value == predictor.value) {
        return Some(StudyProblem::DuplicateName {
            span: predictor.span,
            first: Some(first.span),
            name: predictor.value.clone(),
            what: Named::Predictor,
        });
    }
    None
}

/// R3 and R4: the regression in which a claim is read, `None` for a claim that is read in none.
fn place(claim: &ReadClaim, drafts: &mut Vec<Draft>, diagnostics: &mut Diagnostics) -> Option<String> {
    let mut absent = |from: &Spanned<Name>, to: &str, drafts: &[Draft]| {
        let main = drafts.iter().find(|draft| draft.main && draft.outcome == to);
        if main.is_none_or(|main| !main.broken) {
            diagnostics.push(
                ClaimProblem::NotInRegression {
                    span: claim.span,
                    from: from.value.clone(),
                    to: to.to_owned(),
                    list: main.and_then(|main| main.list),
                }
                .diagnostic(),
            );
        }
    };
    let written = &claim.written.names;
    match &claim.written.claim {
        Claim::Effect { to, .. } => {
            let from = written.first()?;
            let held =
                drafts.iter().filter(|draft| draft.outcome == *to && draft.holds(&from.value)).min_by_key(|draft| !draft.main);
            match held {
                Some(draft) => Some(draft.name.clone()),
                None => {
                    absent(from, to, drafts);
                    None
                }
            }
        }
        Claim::Chain { .. } => {
            // R6: an indirect effect is the product of coefficients of the main regressions alone.
            for pair in written.windows(2) {
                if let [from, to] = pair
                    && !main_holds(drafts, &from.value, &to.value)
                {
                    absent(from, &to.value, drafts);
                }
            }
            None
        }
        Claim::Product { to, .. } => {
            for from in written.iter().take(2) {
                if !main_holds(drafts, &from.value, to) {
                    absent(from, to, drafts);
                }
            }
            drafts.iter().find(|draft| draft.main && draft.outcome == *to).map(|draft| draft.name.clone())
        }
        Claim::Joint { from, to } => {
            let held =
                drafts.iter().filter(|draft| draft.outcome == *to && draft.holds_exactly(from)).min_by_key(|draft| !draft.main);
            if let Some(draft) = held {
                return Some(draft.name.clone());
            }
            let name = claim.id.value.clone();
            if let Some(taken) = drafts.iter().find(|draft| draft.name == name) {
                diagnostics.push(
                    StudyProblem::DuplicateName {
                        span: taken.list.unwrap_or(claim.id.span),
                        first: Some(claim.id.span),
                        name,
                        what: Named::Regression,
                    }
                    .diagnostic(),
                );
                return None;
            }
            drafts.push(Draft {
                name: name.clone(),
                outcome: to.clone(),
                predictors: written.iter().take(from.len()).cloned().collect(),
                main: false,
                added_for: Some(name.clone()),
                list: None,
                broken: false,
            });
            Some(name)
        }
        Claim::Association { .. } | Claim::Groups { .. } | Claim::Paired { .. } | Claim::Level { .. } => None,
    }
}

fn main_holds(drafts: &[Draft], from: &str, to: &str) -> bool {
    drafts.iter().any(|draft| draft.main && draft.outcome == to && draft.holds(from))
}

/// An arrow and where it is drawn.
struct Arrow {
    from: Name,
    to: Name,
    span: Span,
}

fn arrows(claims: &[ReadClaim]) -> Vec<Arrow> {
    let mut arrows = Vec::new();
    for claim in claims {
        let written = &claim.written.names;
        let mut draw = |from: &Spanned<Name>, to: &Spanned<Name>| {
            arrows.push(Arrow { from: from.value.clone(), to: to.value.clone(), span: claim.span });
        };
        match &claim.written.claim {
            Claim::Effect { .. } | Claim::Chain { .. } => {
                for pair in written.windows(2) {
                    if let [from, to] = pair {
                        draw(from, to);
                    }
                }
            }
            Claim::Joint { .. } | Claim::Product { .. } => {
                if let Some((to, from)) = written.split_last() {
                    for from in from {
                        draw(from, to);
                    }
                }
            }
            Claim::Association { .. } | Claim::Groups { .. } | Claim::Paired { .. } | Claim::Level { .. } => {}
        }
    }
    arrows
}

/// R7: arrows, and predictors of declared main regressions, must not run in a circle. The first arrow that closes one is
/// reported and then left out, so that each circle is reported once.
fn cycles(arrows: &[Arrow], drafts: &[Draft], diagnostics: &mut Diagnostics) {
    let mut drawn: IndexMap<&str, IndexSet<&str>> = IndexMap::new();
    let mut reported: IndexSet<(&str, &str)> = IndexSet::new();
    let declared = drafts
        .iter()
        .filter(|draft| draft.list.is_some())
        .flat_map(|draft| {
            draft.predictors.iter().map(|predictor| {
                let span = predictor.span;
                (draft.main, predictor.value.as_str(), draft.outcome.as_str(), span)
            })
        })
        // An added regression draws no arrows, but it cannot predict its outcome by itself either.
        .filter(|(main, from, to, _)| *main || from == to)
        .map(|(_, from, to, span)| (from, to, span));
    let edges = arrows.iter().map(|arrow| (arrow.from.as_str(), arrow.to.as_str(), arrow.span)).chain(declared);
    for (from, to, span) in edges {
        if reported.contains(&(from, to)) {
            continue;
        }
        if let Some(way) = path(&drawn, to, from) {
            reported.insert((from, to));
            // `way` leads from `to` back to `from`; written from the arrow that closes it.
            let mut names = vec![from.to_owned()];
            names.extend(way.into_iter().map(str::to_owned));
            diagnostics.push(ClaimProblem::Cycle { span, names }.diagnostic());
            continue;
        }
        drawn.entry(from).or_default().insert(to);
    }
}

/// The names along arrows from `from` to `to`, both included.
fn path<'n>(drawn: &IndexMap<&'n str, IndexSet<&'n str>>, from: &'n str, to: &str) -> Option<Vec<&'n str>> {
    let mut ways = vec![vec![from]];
    let mut seen = IndexSet::from([from]);
    while let Some(way) = ways.pop() {
        let Some(last) = way.last().copied() else {
            continue;
        };
        if last == to {
            return Some(way);
        }
        for next in drawn.get(last).into_iter().flatten() {
            if seen.insert(next) {
                let mut longer = way.clone();
                longer.push(next);
                ways.push(longer);
            }
        }
    }
    None
}

/// R7: a variable together with its own dimension, as predictors or as predictor and outcome.
fn own_dimensions(draft: &Draft, diagnostics: &mut Diagnostics) {
    let outcome = (draft.outcome.as_str(), None);
    let all: Vec<(&str, Option<Span>)> = std::iter::once(outcome)
        .chain(draft.predictors.iter().map(|predictor| (predictor.value.as_str(), Some(predictor.span))))
        .collect();
    for (position, (name, span)) in all.iter().enumerate() {
        let other = all.iter().take(position).find(|(other, _)| {
            other != name && variable_of(other) == variable_of(name) && (!other.contains('.') || !name.contains('.'))
        });
        if let (Some((other, first)), Some(span)) = (other, span) {
            let (variable, dimension) = if name.contains('.') { (*other, *name) } else { (*name, *other) };
            diagnostics.push(
                ClaimProblem::OwnDimension {
                    span: *span,
                    first: *first,
                    variable: variable.to_owned(),
                    dimension: dimension.to_owned(),
                    regression: draft.name.clone(),
                }
                .diagnostic(),
            );
            // One report a regression says what to do about all of them.
            return;
        }
    }
}

/// Roles: only arrows out *bebas*, both *intervening*, only in *terikat*, second factor of a product *moderasi*, named
/// in `regressions` alone *kontrol*. Arrows of a dimension count for its variable.
fn roles(claims: &[ReadClaim], arrows: &IndexSet<(String, String)>, drafts: &[Draft], names: &Names) -> IndexMap<String, Role> {
    let moderates = |code: &str| {
        claims
            .iter()
            .any(|claim| matches!(&claim.written.claim, Claim::Product { moderator, .. } if variable_of(moderator) == code))
    };
    names
        .variables()
        .map(|code| {
            let out = arrows.iter().any(|(from, _)| variable_of(from) == code);
            let into = arrows.iter().any(|(_, to)| variable_of(to) == code);
            let predicts =
                drafts.iter().flat_map(|draft| &draft.predictors).any(|predictor| variable_of(&predictor.value) == code);
            let predicted = drafts.iter().any(|draft| variable_of(&draft.outcome) == code);
            let role = match (out, into) {
                _ if moderates(code) => Role::Moderator,
                (true, true) => Role::Intervening,
                (true, false) => Role::Independent,
                (false, true) => Role::Dependent,
                (false, false) if predicted => Role::Dependent,
                (false, false) if predicts => Role::Control,
                (false, false) => Role::Other,
            };
            (code.to_owned(), role)
        })
        .collect()
}
