//! The summary of hypotheses: statement, coefficient, statistic, significance, decision.

use super::columns::{Column, columns};
use super::raw::looks_numeric;
use super::table::Table;
use crate::audit::names::plain;
use crate::audit::printed::{Place, Printed};

/// A hypothesis.
#[derive(Debug, Clone, PartialEq)]
pub struct HypothesisRow {
    /// `h1`.
    pub id: String,
    /// Number and statement in plain words, between spaces.
    pub words: String,
    /// Where.
    pub place: Place,
    /// Standardized coefficient.
    pub beta: Option<Printed>,
    /// t.
    pub t: Option<Printed>,
    /// Significance.
    pub p: Option<Printed>,
    /// The decision as printed.
    pub decision: Option<String>,
}

/// Reads a summary of hypotheses; none when it is not one.
pub fn find(table: &Table) -> Option<Vec<HypothesisRow>> {
    let found = columns(table);
    let summary = table.heading_cells.iter().any(|cell| plain(cell).contains("hipotes") || plain(cell).contains("hypothes"));
    if !summary || !table.aligned || !found.iter().any(|(_, column)| *column == Column::Verdict) {
        return None;
    }
    let mut out = Vec::new();
    for row in &table.rows {
        let words =
            format!(" {} ", plain(&row.cells.iter().filter(|cell| !looks_numeric(cell)).cloned().collect::<Vec<_>>().join(" ")));
        let ids = crate::audit::rules::verdicts::hypotheses_in(&words);
        let [id] = ids.as_slice() else { continue };
        let at = |wanted: &dyn Fn(&str) -> bool| {
            let column = table.headings.iter().position(|heading| wanted(heading))?;
            let cell = row.cells.get(column)?;
            // `t = 5,454`.
            let number = cell.rsplit('=').next().unwrap_or(cell);
            table.number(row, number.trim(), table.headings.get(column).map_or("", String::as_str))
        };
        let statistic = table
            .headings
            .iter()
            .position(|heading| heading.contains("statistik") || heading == "t" || heading.ends_with("t hitung"));
        let is_t = statistic
            .and_then(|column| row.cells.get(column))
            .is_some_and(|cell| !cell.contains('=') || plain(cell).starts_with("t "));
        let verdict =
            found.iter().find(|(_, column)| *column == Column::Verdict).and_then(|(column, _)| row.cells.get(*column)).cloned();
        out.push(HypothesisRow {
            id: id.clone(),
            words,
            place: table.place.cell(row.line, &row.label, ""),
            beta: at(&|heading| heading.contains('β') || heading.ends_with("beta")),
            t: at(&|heading| heading.contains("statistik") || heading == "t" || heading.ends_with("t hitung")).filter(|_| is_t),
            p: at(&|heading| {
                heading == "sig" || heading == "p" || heading.ends_with("signifikansi") || heading.ends_with("p value")
            }),
            decision: verdict,
        });
    }
    (!out.is_empty()).then_some(out)
}
