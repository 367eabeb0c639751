//! Claims: read, their names declared and of the right kind, their groups and values possible.

use super::claim::{self, Claim, Level, WrittenClaim};
use super::file::{CharacteristicFile, HypothesisFile, StudyFile};
use super::names::{Declared, Names, variable_of};
use super::problem::{Named, StudyProblem};
use super::problem_claims::{ClaimProblem, Operand};
use super::regressions::ReadClaim;
use super::variable::{Measure, Variable};
use crate::diagnostics::{Diagnostics, Spanned};
use crate::language::Language;
use indexmap::IndexMap;

/// The claims of all hypotheses that can be read and whose names fit; everything else is reported.
pub(super) fn read(
    file: &StudyFile,
    names: &Names,
    variables: &IndexMap<String, Variable>,
    diagnostics: &mut Diagnostics,
) -> Vec<ReadClaim> {
    let mut read = Vec::new();
    for HypothesisFile { id, claim, .. } in &file.hypotheses {
        let Some(text) = claim else { continue };
        let written = match claim::parse(text) {
            Ok(written) => written,
            Err(problem) => {
                diagnostics.push(ClaimProblem::BadClaim(problem).diagnostic());
                continue;
            }
        };
        let before = diagnostics.len();
        operands(&written, names, diagnostics);
        groups(&written, file, diagnostics);
        level(&written, &id.value, variables, diagnostics);
        if diagnostics.len() == before {
            read.push(ReadClaim { id: id.clone(), span: text.span, written });
        }
    }
    read
}

/// Every name is declared and of the kind its place needs.
fn operands(written: &WrittenClaim, names: &Names, diagnostics: &mut Diagnostics) {
    let mut kinds = Vec::new();
    for name in &written.names {
        let kind = names.resolve(&name.value);
        if kind.is_none() {
            diagnostics.push(names.undeclared(name).diagnostic());
        }
        kinds.push((name, kind));
    }
    let mut wrong = |name: &Spanned<String>, why: Operand| {
        if names.is_ambiguous(&name.value) {
            return;
        }
        diagnostics.push(
            ClaimProblem::WrongOperand {
                span: name.span,
                name: name.value.clone(),
                why,
                declared: names.declared_at(&name.value),
            }
            .diagnostic(),
        );
    };
    let variable_needed =
        |(name, kind): &(&Spanned<String>, Option<Declared>)| (*kind == Some(Declared::Characteristic)).then(|| (*name).clone());
    match &written.claim {
        Claim::Association { .. } => {
            if let [(a, Some(first)), (b, Some(second))] = kinds.as_slice() {
                if a.value == b.value {
                    wrong(b, Operand::Same);
                } else if first != second {
                    let odd = if *first == Declared::Characteristic { a } else { b };
                    wrong(odd, Operand::MixedAssociation);
                }
            }
        }
        Claim::Groups { .. } => {
            if let [variable, (by, kind)] = kinds.as_slice() {
                if let Some(name) = variable_needed(variable) {
                    wrong(&name, Operand::NeedsVariable);
                }
                if *kind == Some(Declared::Variable) {
                    wrong(by, Operand::NeedsCharacteristic);
                }
            }
        }
        Claim::Effect { .. }
        | Claim::Chain { .. }
        | Claim::Joint { .. }
        | Claim::Product { .. }
        | Claim::Paired { .. }
        | Claim::Level { .. } => {
            for name in kinds.iter().filter_map(variable_needed) {
                wrong(&name, Operand::NeedsVariable);
            }
        }
    }
    if let Claim::Paired { first, second, .. } = &written.claim
        && first == second
        && let Some(name) = written.names.last()
    {
        wrong(name, Operand::Same);
    }
    if let Claim::Joint { .. } | Claim::Product { .. } = &written.claim {
        repeated(written, diagnostics);
    }
}

/// A joint claim or a product names each predictor once.
fn repeated(written: &WrittenClaim, diagnostics: &mut Diagnostics) {
    let Some((_, predictors)) = written.names.split_last() else {
        return;
    };
    for (position, name) in predictors.iter().enumerate() {
        let first = predictors.iter().take(position).find(|first| first.value == name.value);
        if let Some(first) = first {
            diagnostics.push(
                StudyProblem::DuplicateName {
                    span: name.span,
                    first: Some(first.span).filter(|first| *first != name.span),
                    name: name.value.clone(),
                    what: Named::Predictor,
                }
                .diagnostic(),
            );
        }
    }
}

/// The groups of a direction are two values of the characteristic, where its values are declared.
fn groups(written: &WrittenClaim, file: &StudyFile, diagnostics: &mut Diagnostics) {
    let Claim::Groups { by, .. } = &written.claim else {
        return;
    };
    if let [higher, lower] = written.groups.as_slice()
        && higher.value == lower.value
    {
        diagnostics.push(
            ClaimProblem::WrongOperand { span: lower.span, name: lower.value.clone(), why: Operand::Same, declared: None }
                .diagnostic(),
        );
    }
    let Some(characteristic) = file.respondents.iter().find(|characteristic| characteristic.code.value == *by) else {
        return;
    };
    let known = declared_values(characteristic);
    if known.is_empty() {
        return;
    }
    for group in &written.groups {
        let is_known = known.contains(&group.value);
        if !is_known {
            diagnostics.push(
                StudyProblem::NotOneOf {
                    span: group.span,
                    path: format!("respondents.{by}"),
                    value: group.value.clone(),
                    allowed: known.clone(),
                }
                .diagnostic(),
            );
        }
    }
}

/// The values of a characteristic as far as the study file says, raw and printed.
fn declared_values(characteristic: &CharacteristicFile) -> Vec<String> {
    let mut known: Vec<String> =
        characteristic.order.iter().flat_map(|order| &order.value).map(|value| value.value.clone()).collect();
    for (raw, printed) in &characteristic.values {
        known.extend(Language::ALL.map(|language| printed.value.get(language).to_owned()));
        known.push(raw.value.clone());
    }
    let mut seen = std::collections::BTreeSet::new();
    known.retain(|value| seen.insert(value.clone()));
    known
}

/// The value of a level lies on the scale, a percentage between 0 and 100.
fn level(written: &WrittenClaim, id: &str, variables: &IndexMap<String, Variable>, diagnostics: &mut Diagnostics) {
    let (Claim::Level { variable, level, .. }, Some(span)) = (&written.claim, written.level) else {
        return;
    };
    let (value, range) = match *level {
        Level::Percent(percent) if !(0.0..=100.0).contains(&percent) => (percent, "0% ≤ x ≤ 100%"),
        Level::Percent(_) => return,
        Level::Value(value) => {
            let limits = match variables.get(variable_of(variable)).map(|known| &known.measure) {
                Some(Measure::Items { scale, .. }) => Some((scale.min as f64, scale.max as f64)),
                Some(Measure::Column { range, .. }) => *range,
                Some(Measure::Records(records)) => records.highest().map(|highest| (0.0, highest)),
                None => None,
            };
            match limits {
                Some((low, high)) if !(low..=high).contains(&value) => (value, "min ≤ x ≤ max"),
                _ => return,
            }
        }
    };
    diagnostics.push(StudyProblem::OutOfRange { span, path: format!("hypotheses.{id}"), value, range }.diagnostic());
}
