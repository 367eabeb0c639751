//! One unit, from its keys and rows to its files: the line of `pipeline`, as any single study goes through it, and the self-check.

use super::fingerprint;
use super::place::Place;
use super::plan::{Plan, Unit};
use super::problem::Problem;
use super::record::{Stage, UnitRecord};
use super::row::UnitRow;
use crate::audit::finding::Severity as Seriousness;
use crate::audit::{audit, read};
use crate::diagnostics::Severity;
use crate::language::{Language, Message};
use crate::pipeline::{Format, Run, Wanted, pictures_of};
use crate::render::markdown;
use crate::report::document::Document;
use crate::report::templates::Templates;
use crate::study::Study;
use std::collections::BTreeMap;
use std::path::Path;

/// What every unit is made with.
#[derive(Clone, Copy)]
pub struct Tools<'a> {
    /// The formats.
    pub formats: &'a [Format],
    /// The templates.
    pub templates: &'a Templates,
    /// A campus's DOCX.
    pub reference: Option<&'a Path>,
    /// The language asked for.
    pub asked: Option<Language>,
    /// The language of messages.
    pub language: Language,
    /// Who is told which stage begins.
    pub stage: &'a (dyn Fn(Stage) + Sync),
}

/// Why a unit could not be made.
#[derive(Debug, Clone)]
pub struct Failure {
    /// In which stage.
    pub stage: Stage,
    /// For which reasons.
    pub problems: Vec<Problem>,
}

impl Failure {
    /// Whether the machine failed rather than the input.
    pub fn is_machine(&self) -> bool {
        self.problems.iter().any(|problem| problem.machine)
    }
}

/// Makes a unit and puts its files in their place.
///
/// # Errors
/// The stage it did not get through, and why; its place is as it was.
pub fn make(plan: &Plan, unit: &Unit, print: &str, place: &Place, tools: Tools<'_>) -> Result<UnitRecord, Failure> {
    let mut run = Run {
        asked: tools.asked,
        over: unit.over.clone(),
        slice: unit.slice.clone(),
        sources: plan.sources.clone(),
        ..Run::default()
    };
    if let Some(problem) = &unit.impossible {
        let problems = vec![Problem::of(problem, &run.sources, tools.language)];
        return Err(Failure { stage: Stage::Read, problems });
    }
    (tools.stage)(Stage::Declared);
    let stopped =
        |run: &mut Run, stage| Failure { stage, problems: Problem::errors(&mut run.diagnostics, &run.sources, tools.language) };
    let Some(mut study) = run.declare(&plan.study) else { return Err(stopped(&mut run, Stage::Declared)) };
    // Within a unit there is one group by the column that tells units apart: no table of groups.
    if let Some(column) = &plan.by {
        let tells_apart = |code: &String| study.characteristics.iter().any(|it| it.code == *code && it.column == *column);
        let kept: Vec<String> = study.descriptives.by.iter().filter(|code| !tells_apart(code)).cloned().collect();
        study.descriptives.by = kept;
    }
    (tools.stage)(Stage::Read);
    let Some(observed) = run.observe(&study) else { return Err(stopped(&mut run, Stage::Read)) };
    (tools.stage)(Stage::Analyzed);
    let analyzed = run.analyze(&study, &observed);
    (tools.stage)(Stage::Checked);
    let Some(document) = run.compose(&study, &analyzed, tools.templates, study.language) else {
        return Err(stopped(&mut run, Stage::Checked));
    };
    let contradictions = contradictions(&document, tools.language);
    if !contradictions.is_empty() {
        return Err(Failure { stage: Stage::Checked, problems: contradictions });
    }
    (tools.stage)(Stage::Rendered);
    let wanted = Wanted { formats: tools.formats, reference: tools.reference };
    let Some(rendered) = run.render(&study, &analyzed, &document, wanted) else {
        return Err(stopped(&mut run, Stage::Rendered));
    };
    let failed = |message: &Message| vec![Problem::machine(message, tools.language)];
    if let Some(message) = &rendered.no_docx {
        return Err(Failure { stage: Stage::Rendered, problems: failed(message) });
    }
    if let Some(error) = &rendered.no_pdf {
        let problem = Problem::of(&error.diagnostic(false), &run.sources, tools.language);
        return Err(Failure { stage: Stage::Rendered, problems: vec![Problem { machine: true, ..problem }] });
    }
    let warnings = run.diagnostics.iter().filter(|found| found.severity == Severity::Warning);
    // What the data gave; what concerns the words of the declaration is no matter of a reader.
    let warnings: Vec<String> =
        warnings.map(|found| found.code.as_str().to_owned()).filter(|code| code.starts_with('D')).collect();
    let row = UnitRow::new(&unit.key, &study, &analyzed, warnings, study.language);
    let inputs = inputs(&study, &document, unit, &run.folder);
    let record = |files: BTreeMap<String, String>| UnitRecord {
        unit: unit.key.clone(),
        version: env!("CARGO_PKG_VERSION").to_owned(),
        fingerprint: print.to_owned(),
        inputs,
        stages: vec![Stage::Declared, Stage::Read, Stage::Analyzed, Stage::Checked, Stage::Rendered, Stage::Written],
        files,
        summary: row,
    };
    (tools.stage)(Stage::Written);
    let mut kept = None;
    place
        .put(&unit.folder, &rendered.outputs, |files| {
            let record = record(files);
            kept = Some(record.clone());
            record
        })
        .map_err(|error| {
            // A document that is open holds up its own unit; whatever else keeps files from being written holds up all.
            let problem = Problem { machine: !error.is_open(), ..Problem::machine(&error.message(), tools.language) };
            Failure { stage: Stage::Written, problems: vec![problem] }
        })?;
    kept.ok_or(Failure { stage: Stage::Written, problems: Vec::new() })
}

/// What the chapter says against itself, by the same audit that reads the chapters of others.
fn contradictions(document: &Document, language: Language) -> Vec<Problem> {
    let text = markdown::render(document);
    let Ok(chapter) = read::read(text.as_bytes(), "bab-4.md") else { return Vec::new() };
    let report = audit(&chapter);
    let impossible = report.findings.iter().filter(|finding| finding.severity == Seriousness::Impossible);
    impossible.take(5).map(|finding| Problem::found(finding, language)).collect()
}

/// The files of the study's folder that the unit was made of, with their hashes; its rows of a shared file are in its fingerprint.
fn inputs(study: &Study, document: &Document, unit: &Unit, folder: &Path) -> BTreeMap<String, String> {
    let mut names: Vec<&str> = Vec::new();
    if unit.slice.is_none() {
        names.push(&study.data.file);
    }
    names.extend(study.data.join.iter().map(|join| join.file.as_str()));
    names.extend(study.data.form.as_deref());
    names.extend(study.data.pilot.as_ref().map(|pilot| pilot.file.as_str()));
    names.extend(study.report.overview.iter().chain(&study.report.bibliography).map(String::as_str));
    names.extend(study.report.discussion.iter().chain(&study.report.additions).map(|text| text.file.as_str()));
    let pictures = pictures_of(document);
    names.extend(pictures.iter().map(String::as_str));
    fingerprint::of_files(folder, names)
}
