//! All respondents together, analysed as one unit: the region, computed from answers and never from the units' averages.

use super::fingerprint;
use super::place::Place;
use super::plan::{Plan, Unit};
use super::record::{RunRecord, State, UnitRecord};
use super::unit::{Failure, Tools, make};
use crate::dataset::{Sheet, Slice};
use crate::diagnostics::{Diagnostics, FileId, Span};
use crate::pipeline::Run;
use crate::study::node::{Node, NodeKind};
use crate::study::overlay::map_at;
use std::sync::Arc;

/// Name of its folder; no unit's folder begins like this.
pub const FOLDER: &str = "_gabungan";

/// Makes the report of all respondents of the units that are done. Nothing when there is none, or when the surveys of the units
/// have not the same columns.
///
/// # Errors
/// The stage it did not get through, and why.
pub fn together(
    plan: &Plan,
    record: &RunRecord,
    shared: &str,
    place: &Place,
    tools: Tools<'_>,
    force: bool,
) -> Option<Result<UnitRecord, Failure>> {
    let is_done = |unit: &&Unit| record.units.iter().any(|state| state.unit == unit.key && state.state == State::Done);
    let units: Vec<&Unit> = plan.units.iter().filter(is_done).collect();
    let (slice, file) = rows(plan, &units, tools)?;
    let span = Span { file: FileId(0), start: 0, end: 0 };
    // The file of any unit stands for all; the rows are in memory.
    let over = file.map(|file| Node { kind: map_at(span, [("data", map_at(span, [("file", NodeKind::Text(file))]))]), span });
    let unit = Unit {
        key: FOLDER.to_owned(),
        folder: FOLDER.to_owned(),
        over: over.into_iter().collect(),
        slice: Some(slice),
        impossible: None,
    };
    let print = fingerprint::of_unit(shared, &unit);
    if !force && let Some(record) = place.done(FOLDER, &print, &plan.folder) {
        return Some(Ok(record));
    }
    Some(make(plan, &unit, &print, place, tools))
}

/// The rows of all units; the name of a file where the study itself names none that all share.
fn rows(plan: &Plan, units: &[&Unit], tools: Tools<'_>) -> Option<(Slice, Option<String>)> {
    if let Some(sheet) = &plan.sheet
        && units.iter().all(|unit| unit.slice.is_some())
    {
        let mut rows: Vec<usize> = units.iter().filter_map(|unit| unit.slice.as_ref()).flat_map(Slice::positions).collect();
        rows.sort_unstable();
        return (!rows.is_empty()).then(|| (Slice::new(Arc::clone(sheet), rows), None));
    }
    let mut parts = Vec::new();
    let mut file = None;
    for unit in units {
        if let Some(slice) = &unit.slice {
            parts.push(slice.clone());
            continue;
        }
        let mut run = Run { asked: tools.asked, over: unit.over.clone(), sources: plan.sources.clone(), ..Run::default() };
        let study = run.declare(&plan.study)?;
        let sheet = Sheet::read(&study, &plan.folder, &mut Diagnostics::default())?;
        let rows = (0..sheet.rows()).collect();
        parts.push(Slice::new(Arc::new(sheet), rows));
        file.get_or_insert_with(|| study.data.file.clone());
    }
    let joined = Arc::new(Sheet::joined(&parts)?);
    let rows = (0..joined.rows()).collect();
    // A study whose units share its own file names that one.
    let file = file.filter(|_| plan.sheet.is_none());
    Some((Slice::new(joined, rows), file))
}
