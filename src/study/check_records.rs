//! From points and appraisals as written to how a variable is scored from records.

use super::DeclaredAt;
use super::file_records::{AppraisalFile, PointsFile, PointsMap, RuleFile};
use super::file_variables::{CategoriesFile, ItemFile, VariableFile};
use super::problem::StudyProblem;
use super::problem_variables::VariableProblem;
use super::records::{AppraisalRule, PointsOf, Record, Records};
use super::variable::{Bands, ColumnSource, Dimension, Item};
use crate::diagnostics::{Diagnostics, Span, Spanned};
use crate::language::Text;
use indexmap::IndexMap;

/// What an appraisal looks up: code within the variable, and its name in both languages.
const PARTS: [(&str, &str, &str); 4] = [
    ("hasil", "Hasil Kerja", "Results of Work"),
    ("skp", "Nilai SKP", "Value of Targets"),
    ("perilaku", "Perilaku Kerja", "Work Behaviour"),
    ("gagasan", "Ide Baru", "New Idea"),
];
/// Ratings with their points, as files write them.
const RATINGS: [(&str, f64); 12] = [
    ("Di bawah ekspektasi", 1.0),
    ("Sesuai ekspektasi", 2.0),
    ("Di atas ekspektasi", 3.0),
    ("Dibawah ekspektasi", 1.0),
    ("Diatas ekspektasi", 3.0),
    ("Below expectations", 1.0),
    ("Meets expectations", 2.0),
    ("Above expectations", 3.0),
    ("Di bawah", 1.0),
    ("Sesuai", 2.0),
    ("Di atas", 3.0),
    ("Below expectation", 1.0),
];
/// Whether there was a new idea.
const IDEAS: [(&str, f64); 6] = [("Tidak", 0.0), ("Ya", 1.0), ("Tidak ada", 0.0), ("Ada", 1.0), ("No", 0.0), ("Yes", 1.0)];
/// Highest value of a rating that counts itself.
const HIGHEST: f64 = 120.0;

/// Whether a variable is scored from records: it has an appraisal, or an item with points.
pub(super) fn is_of_records(file: &VariableFile) -> bool {
    file.appraisal.is_some() || items(file).any(|item| item.points.is_some() || item.points_from.is_some())
}

fn items(file: &VariableFile) -> impl Iterator<Item = &ItemFile> {
    let own = file.indicators.iter().flat_map(|list| &list.value);
    let dimensions = file.dimensions.iter().flat_map(|map| &map.value);
    let parts = dimensions.filter_map(|part| part.indicators.as_ref()).flat_map(|list| &list.value);
    own.chain(parts).flat_map(|indicator| &indicator.items)
}

/// Gives every item the points it is looked up by. `listed` are the items as any variable's are checked, in order, with the
/// files they came from.
pub(super) fn records(
    file: &VariableFile,
    listed: Vec<(Item, &ItemFile)>,
    dimensions: IndexMap<String, Dimension>,
    diagnostics: &mut Diagnostics,
) -> Records {
    let mut out = Vec::new();
    for (item, written) in listed {
        if written.points.is_none() && written.points_from.is_none() && !file.broken {
            missing(written.span, "points", &item.code, "points: { S2: 20, S1: 15 }", diagnostics);
        }
        let words = of_map(written.points.as_ref(), file, diagnostics);
        let from = numbers(written.points_from.as_ref(), file, diagnostics);
        out.push(Record { item, words, from, range: None });
    }
    let mut records = Records {
        items: out,
        dimensions,
        bands: None,
        points_by: file.points_by.as_ref().map(|by| (by.value.clone(), Some(by.span))),
        rule: None,
    };
    let highest = records.possible(0..records.items.len());
    records.bands = bands(file, highest, diagnostics);
    records
}

/// What an appraisal looks up.
pub(super) fn appraisal(file: &VariableFile, appraisal: &AppraisalFile, diagnostics: &mut Diagnostics) -> Option<Records> {
    let rule = appraisal.rule.as_ref()?;
    let behavior = appraisal.behavior.as_ref()?;
    let matrix = rule.value == RuleFile::Permenpan6Of2022;
    let (wanted, other, key) = match matrix {
        true => (&appraisal.results, &appraisal.targets, "results"),
        false => (&appraisal.targets, &appraisal.results, "targets"),
    };
    let path = format!("variables.{}.appraisal", file.code.value);
    if let Some(other) = other {
        let (span, code) = (other.span, file.code.value.clone());
        let (key, needs) = if matrix { ("targets", "rule: pp-46-2011") } else { ("results", "rule: permenpan-6-2022") };
        diagnostics.push(VariableProblem::Orphan { span, key, needs, code }.diagnostic());
    }
    let Some(first) = wanted else {
        let example = if matrix { "results: hasil_kerja" } else { "targets: nilai_skp" };
        diagnostics.push(StudyProblem::MissingKey { span: appraisal.span, key, path, example }.diagnostic());
        return None;
    };
    let pp_30 = rule.value == RuleFile::Pp30Of2019;
    if pp_30 && appraisal.idea.is_none() {
        let example = "idea: gagasan_baru";
        diagnostics.push(StudyProblem::MissingKey { span: appraisal.span, key: "idea", path, example }.diagnostic());
    }
    for (key, span) in
        [("idea", appraisal.idea.as_ref().map(|idea| idea.span)), ("peers", appraisal.peers.as_ref().map(|peers| peers.span))]
    {
        if let (Some(span), false) = (span, pp_30) {
            let code = file.code.value.clone();
            diagnostics.push(VariableProblem::Orphan { span, key, needs: "rule: pp-30-2019", code }.diagnostic());
        }
    }
    let words = |list: &[(&str, f64)]| list.iter().map(|(word, points)| ((*word).to_owned(), PointsOf::Same(*points))).collect();
    let part = |at: usize, column: &Spanned<String>| {
        let (code, id, en) = PARTS.get(at).copied().unwrap_or_default();
        let name = Text::Each { id: Some(id.to_owned()), en: Some(en.to_owned()) };
        let item = Item {
            code: format!("{}.{code}", file.code.value),
            name,
            statement: None,
            column: ColumnSource::Header(column.value.clone()),
            reverse: false,
            reverse_checked: true,
            labels: None,
            declared: DeclaredAt::Some(column.span),
        };
        Record { item, words: Vec::new(), from: Vec::new(), range: None }
    };
    let rated = |record: Record| match matrix {
        true => Record { words: words(&RATINGS), ..record },
        false => Record { range: Some((0.0, HIGHEST)), ..record },
    };
    let mut parts = vec![rated(part(if matrix { 0 } else { 1 }, first)), rated(part(2, behavior))];
    if let Some(idea) = appraisal.idea.as_ref().filter(|_| pp_30) {
        parts.push(Record { words: words(&IDEAS), ..part(3, idea) });
    }
    let bands = || {
        let named = AppraisalRule::Pp46Of2011.predicates().into_iter().map(|(name, from)| (name, from.unwrap_or_default()));
        Bands { bands: named.collect(), equal: false, of_score: true }
    };
    Some(Records {
        items: parts,
        dimensions: IndexMap::new(),
        bands: (rule.value == RuleFile::Pp46Of2011).then(bands),
        points_by: None,
        rule: Some(match (rule.value, appraisal.peers.as_ref().is_some_and(|peers| peers.value)) {
            (RuleFile::Pp46Of2011, _) => AppraisalRule::Pp46Of2011,
            (RuleFile::Pp30Of2019, false) => AppraisalRule::Pp30Of2019,
            (RuleFile::Pp30Of2019, true) => AppraisalRule::Pp30Of2019With360,
            (RuleFile::Permenpan6Of2022, _) => AppraisalRule::Permenpan6Of2022,
        }),
    })
}

fn of_map(map: Option<&PointsMap>, file: &VariableFile, diagnostics: &mut Diagnostics) -> Vec<(String, PointsOf)> {
    let mut out = Vec::new();
    for (answer, points) in map.iter().flat_map(|map| &map.value) {
        out.push((answer.value.clone(), points_of(points, file, diagnostics)));
    }
    out
}

/// Points of numbers, rising, whatever order they are written in.
fn numbers(map: Option<&PointsMap>, file: &VariableFile, diagnostics: &mut Diagnostics) -> Vec<(f64, PointsOf)> {
    let mut out: Vec<(f64, PointsOf)> = Vec::new();
    for (from, points) in map.iter().flat_map(|map| &map.value) {
        match from.value.parse::<f64>() {
            Ok(lowest) if lowest.is_finite() => out.push((lowest, points_of(points, file, diagnostics))),
            _ => missing(from.span, "points_from", &file.code.value, "points_from: { 91: 30, 76: 25, 0: 1 }", diagnostics),
        }
    }
    out.sort_by(|a, b| a.0.total_cmp(&b.0));
    out
}

fn points_of(points: &PointsFile, file: &VariableFile, diagnostics: &mut Diagnostics) -> PointsOf {
    match points {
        PointsFile::Same(points) => PointsOf::Same(points.value),
        PointsFile::By(span, each) => {
            if file.points_by.is_none() && !file.broken {
                missing(*span, "points_by", &file.code.value, "points_by: jenis_jabatan", diagnostics);
            }
            PointsOf::By(each.iter().map(|(group, points)| (group.value.clone(), points.value)).collect())
        }
    }
}

fn missing(span: Span, key: &'static str, code: &str, example: &'static str, diagnostics: &mut Diagnostics) {
    diagnostics.push(StudyProblem::MissingKey { span, key, path: format!("variables.{code}"), example }.diagnostic());
}

/// The bands of the points by their lowest value; equal ones where only names are given.
fn bands(file: &VariableFile, highest: f64, diagnostics: &mut Diagnostics) -> Option<Bands> {
    let categories = file.scale.as_ref()?.categories.as_ref()?;
    let bands = match categories {
        CategoriesFile::Names(names) => {
            let width = highest / names.value.len().max(1) as f64;
            let each = names.value.iter().enumerate().map(|(at, name)| (name.value.clone(), width * at as f64));
            return Some(Bands { bands: each.collect(), equal: true, of_score: true });
        }
        CategoriesFile::Lowest(bands) => &bands.value,
    };
    let mut before: Option<f64> = None;
    for (name, from) in bands {
        let (span, name, value) = (from.span, name.value.clone(), from.value);
        let problem = match before {
            None if value.abs() > 1e-9 => Some(VariableProblem::FirstBand { span, name, value, min: 0.0 }),
            Some(before) if value <= before => Some(VariableProblem::BandNotRising { span, name, value, before }),
            _ if value > highest => Some(VariableProblem::BandOutside { span, name, value, min: 0.0, max: highest }),
            _ => None,
        };
        if let Some(problem) = problem {
            diagnostics.push(problem.diagnostic());
        }
        before = Some(before.map_or(from.value, |before| before.max(from.value)));
    }
    let each = bands.iter().map(|(name, from)| (Text::Same(name.value.clone()), from.value));
    Some(Bands { bands: each.collect(), equal: false, of_score: true })
}
