//! Targets and what was reached, period by period, as annual performance reports (LKjIP) and theses print them.

use super::file::StudyFile;
use super::file_targets::{ByPeriod, RealizationFile, TargetIndicatorFile, TargetsFile};
use super::names::{Declared, Names};
use super::problem::StudyProblem;
use super::problem_variables::VariableProblem;
use super::settings::Report;
use crate::diagnostics::{Diagnostics, Spanned};
use crate::language::Text;
use indexmap::{IndexMap, IndexSet};
use serde::Serialize;

/// Bands of the achievement in per cent that annual performance reports use, by their lower bounds: the printed tables leave
/// gaps between them (`76 ≤ x ≤ 90`, `91 ≤ x`), in which a value belongs to the band below.
const BANDS: [(&str, &str, f64); 5] = [
    ("sangat rendah", "very low", 0.0),
    ("rendah", "low", 51.0),
    ("sedang", "moderate", 66.0),
    ("tinggi", "high", 76.0),
    ("sangat tinggi", "very high", 91.0),
];

/// Which way an indicator is better.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Direction {
    /// More is better: realization / target.
    Maximize,
    /// Less is better: (2 target − realization) / target.
    Minimize,
    /// Less is better: target / realization.
    MinimizeRatio,
    /// Best within a range.
    Range,
}

/// A target.
#[derive(Debug, Clone, Copy, PartialEq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Target {
    /// A number.
    Value(f64),
    /// Anything from the first to the second.
    Range(f64, f64),
}

/// The table of targets.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Targets {
    /// Caption of the table, the author's.
    pub title: Option<Text>,
    /// Where the figures come from.
    pub source: Option<Text>,
    /// Highest achievement that counts, per cent.
    pub cap: Option<f64>,
    /// Bands of the achievement, lowest first, with their lower bounds in per cent.
    pub bands: Vec<(Text, f64)>,
    /// The periods, earliest first as the study writes them; one without a name where the study names none.
    pub periods: Vec<String>,
    /// The indicators.
    pub indicators: Vec<TargetIndicator>,
    /// Attendance by agency, per cent.
    pub attendance: IndexMap<String, f64>,
}

/// An indicator with its targets.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct TargetIndicator {
    /// Its name.
    pub name: Text,
    /// The goal it belongs to.
    pub goal: Option<Text>,
    /// Unit of its numbers.
    pub unit: Option<Text>,
    /// Which way is better.
    pub direction: Direction,
    /// Target and realization of each of the periods, as far as both are given.
    pub periods: Vec<(Option<Target>, Option<Realization>)>,
    /// The target at the end of the plan.
    pub last: Option<Target>,
    /// The unit that answers for it.
    pub agency: Option<String>,
    /// Money allocated and spent.
    pub budget: Option<(f64, f64)>,
    /// What it changed.
    pub impact: Option<Impact>,
}

/// What was reached.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Realization {
    /// A number.
    Value(f64),
    /// The mean of this variable or dimension.
    Of(String),
}

/// What an output changed.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Impact {
    /// What is measured.
    pub indicator: Text,
    /// Before.
    pub before: f64,
    /// After.
    pub after: f64,
}

/// Checks `targets`; `year` names the one period of a study that names none.
pub(super) fn check(file: &TargetsFile, year: Option<i64>, names: &Names, diagnostics: &mut Diagnostics) -> Targets {
    if let [(name, _)] = file.categories.as_slice() {
        diagnostics.push(VariableProblem::TooFewBands { span: name.span }.diagnostic());
    }
    let mut before: Option<f64> = None;
    for (name, from) in &file.categories {
        let problem = match before {
            None if from.value.abs() > 1e-9 => {
                Some(VariableProblem::FirstBand { span: from.span, name: name.value.clone(), value: from.value, min: 0.0 })
            }
            Some(before) if from.value <= before => {
                Some(VariableProblem::BandNotRising { span: from.span, name: name.value.clone(), value: from.value, before })
            }
            _ => None,
        };
        if let Some(problem) = problem {
            diagnostics.push(problem.diagnostic());
        }
        before = Some(before.map_or(from.value, |before| before.max(from.value)));
    }
    let mut periods: IndexSet<String> = IndexSet::new();
    for indicator in &file.indicators {
        for (name, _) in indicator.realization.iter().flat_map(each) {
            periods.insert(name.value.clone());
        }
        for (name, _) in indicator.target.iter().flat_map(each) {
            periods.insert(name.value.clone());
        }
    }
    let mut periods: Vec<String> = periods.into_iter().collect();
    // Years are put in order; other names stand as they are written.
    if periods.iter().all(|period| period.parse::<i64>().is_ok()) {
        periods.sort_by_key(|period| period.parse::<i64>().unwrap_or_default());
    }
    if periods.is_empty() {
        periods.push(year.map(|year| year.to_string()).unwrap_or_default());
    }
    let bands = if file.categories.is_empty() {
        let text = |id: &str, en: &str| Text::Each { id: Some(id.to_owned()), en: Some(en.to_owned()) };
        BANDS.iter().map(|(id, en, from)| (text(id, en), *from)).collect()
    } else {
        file.categories.iter().map(|(name, from)| (Text::Same(name.value.clone()), from.value)).collect()
    };
    let text = |text: &Option<Spanned<Text>>| text.as_ref().map(|text| text.value.clone());
    Targets {
        title: text(&file.title),
        source: text(&file.source),
        cap: file.cap.as_ref().map(|cap| cap.value),
        bands,
        indicators: file
            .indicators
            .iter()
            .filter_map(|indicator| check_indicator(indicator, &periods, names, diagnostics))
            .collect(),
        attendance: attendance(file, diagnostics),
        periods,
    }
}

fn each<T>(values: &ByPeriod<T>) -> &[(Spanned<String>, Spanned<T>)] {
    match values {
        ByPeriod::Same(_) => &[],
        ByPeriod::Each(_, values) => values,
    }
}

/// Attendance is told of agencies that indicators name.
fn attendance(file: &TargetsFile, diagnostics: &mut Diagnostics) -> IndexMap<String, f64> {
    let known: Vec<&str> =
        file.indicators.iter().filter_map(|indicator| indicator.agency.as_ref()).map(|agency| agency.value.as_str()).collect();
    for (agency, _) in file.attendance.iter().filter(|(agency, _)| !known.contains(&agency.value.as_str())) {
        let allowed = known.iter().map(|name| (*name).to_owned()).collect::<IndexSet<String>>().into_iter().collect();
        let (span, value) = (agency.span, agency.value.clone());
        let path = "targets.attendance".to_owned();
        diagnostics.push(StudyProblem::NotOneOf { span, path, value, allowed }.diagnostic());
    }
    file.attendance.iter().map(|(agency, percent)| (agency.value.clone(), percent.value)).collect()
}

fn check_indicator(
    file: &TargetIndicatorFile,
    periods: &[String],
    names: &Names,
    diagnostics: &mut Diagnostics,
) -> Option<TargetIndicator> {
    let (name, target, realization) = (file.name.as_ref()?, file.target.as_ref()?, file.realization.as_ref()?);
    let mut reached = |value: &Spanned<RealizationFile>| match &value.value {
        RealizationFile::Value(value) => Some(Realization::Value(*value)),
        RealizationFile::Of(name) if names.resolve(name) == Some(Declared::Variable) => Some(Realization::Of(name.clone())),
        RealizationFile::Of(name) => {
            diagnostics.push(names.undeclared(&Spanned::new(name.clone(), value.span)).diagnostic());
            None
        }
    };
    let pairs: Vec<(Option<Target>, Option<Realization>)> = periods
        .iter()
        .map(|period| (target.of(period).map(|target| target.value), realization.of(period).and_then(&mut reached)))
        .collect();
    // What was reached is that of one period: where there are several, each has its own.
    if let (ByPeriod::Same(value), true) = (realization, periods.len() > 1) {
        let path = "targets.indicators.realization".to_owned();
        diagnostics.push(
            StudyProblem::MissingKey {
                span: value.span,
                key: "realization",
                path,
                example: "realization: { 2022: 60, 2023: 62 }",
            }
            .diagnostic(),
        );
    }
    let ranges = pairs.iter().filter(|(target, _)| matches!(target, Some(Target::Range(..)))).count();
    let values = pairs.iter().filter(|(target, _)| matches!(target, Some(Target::Value(_)))).count();
    if let (Some(direction), true) = (&file.direction, ranges > 0) {
        diagnostics.push(
            StudyProblem::Conflict {
                span: target.span(),
                first: direction.span,
                keys: ("direction".to_owned(), "target: [terendah, tertinggi]".to_owned()),
                path: "targets.indicators".to_owned(),
            }
            .diagnostic(),
        );
    }
    if ranges > 0 && values > 0 {
        let path = "targets.indicators.target".to_owned();
        diagnostics.push(
            StudyProblem::MissingKey {
                span: target.span(),
                key: "target",
                path,
                example: "target: { 2022: [40, 60], 2023: [45, 60] }",
            }
            .diagnostic(),
        );
    }
    let direction = file.direction.as_ref().map(|direction| direction.value);
    Some(TargetIndicator {
        name: name.value.clone(),
        goal: file.goal.as_ref().map(|text| text.value.clone()),
        unit: file.unit.as_ref().map(|text| text.value.clone()),
        direction: if ranges > 0 { Direction::Range } else { direction.unwrap_or(Direction::Maximize) },
        periods: pairs,
        last: file.last.as_ref().map(|last| last.value),
        agency: file.agency.as_ref().map(|agency| agency.value.clone()),
        budget: file.budget.as_ref().and_then(|budget| Some((budget.allocated.as_ref()?.value, budget.spent.as_ref()?.value))),
        impact: file.impact.as_ref().and_then(|impact| {
            let (before, after) = (impact.before.as_ref()?.value, impact.after.as_ref()?.value);
            Some(Impact { indicator: impact.indicator.as_ref()?.value.clone(), before, after })
        }),
    })
}

/// The kind of report that targets alone make.
const TARGETS_ALONE: &str = "lkjip";

/// A study of targets alone is an annual report; any other kind, and everything about respondents, asks for data.
pub(super) fn alone(file: &StudyFile, report: &mut Report, diagnostics: &mut Diagnostics) {
    let template = file.report.template.as_ref();
    let needs = file.respondents.first().map(|characteristic| characteristic.code.span);
    let needs = needs.or_else(|| template.filter(|template| template.value != TARGETS_ALONE).map(|template| template.span));
    if let Some(span) = needs {
        let (key, path, example) = ("data", String::new(), "data: { file: responses.csv }");
        diagnostics.push(StudyProblem::MissingKey { span, key, path, example }.diagnostic());
    }
    TARGETS_ALONE.clone_into(&mut report.template);
    report.chapter =
        file.report.chapter.as_ref().map(|chapter| chapter.value).and_then(|chapter| u32::try_from(chapter).ok()).unwrap_or(1);
}
