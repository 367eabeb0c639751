//! Targets and realization: the last period with achievement and band, and all periods side by side.

use super::parts::{Cells, group};
use crate::language::Text;
use crate::numbers::Setting;
use crate::report::desk::{Desk, NO_VALUE, narrow, row, words};
use crate::report::document::{Align, Cell, Inline, Row, RowKind, Table, TableColumn};
use crate::study::targets::Targets;

/// Target, realization, achievement and band of every indicator in the last period.
pub fn targets(desk: &Desk<'_>) -> Option<Table> {
    let declared = desk.study.targets.as_ref()?;
    let last = declared.periods.len().checked_sub(1)?;
    let capped = declared.cap.is_some();
    let mut columns = vec![narrow(Align::Center), words(1.0), words(0.45)];
    columns.extend(vec![narrow(Align::Decimal); if capped { 4 } else { 3 }]);
    columns.push(words(0.4));
    let mut table = start(desk, declared, "targets", last, columns);
    let mut header = vec![
        desk.term_cell("column.number"),
        desk.term_cell("column.indicator"),
        desk.term_cell("column.unit"),
        desk.term_cell("column.target"),
        desk.term_cell("column.realization"),
        desk.term_cell("column.achievement"),
    ];
    if capped {
        header.push(desk.term_cell("column.counted"));
    }
    header.push(desk.term_cell("column.category"));
    table.header = vec![header];
    let mut cells = Cells::new(desk);
    let width = table.columns.len();
    let mut goal: Option<&Text> = None;
    for (position, indicator) in declared.indicators.iter().enumerate() {
        if indicator.goal.is_some() && indicator.goal.as_ref() != goal {
            goal = indicator.goal.as_ref();
            let name = goal.map(|goal| goal.get(desk.language)).unwrap_or_default();
            table.rows.push(group(desk.terms.fill("row.goal", &[vec![Inline::text(name)]]), width));
        }
        let at = format!("targets/indicators/{position}/periods/{last}");
        let mut line = vec![
            Cell::text((position + 1).to_string()),
            Cell::text(indicator.name.get(desk.language)),
            Cell::text(indicator.unit.as_ref().map(|unit| unit.get(desk.language)).unwrap_or_default()),
            target(desk, &at, &mut cells),
            cells.number(&format!("{at}/realization")),
            cells.number(&format!("{at}/achievement")),
        ];
        if capped {
            line.push(cells.number(&format!("{at}/counted")));
        }
        line.push(Cell::text(desk.view.text(&format!("{at}/category")).unwrap_or(NO_VALUE)));
        table.rows.push(row(line));
    }
    let period = format!("targets/periods/{last}");
    let mut total = vec![desk.term_cell("row.mean_achievement").spanning(5, 1).aligned(Align::Left)];
    total.push(cells.number(&format!("{period}/mean_uncapped")));
    if capped {
        total.push(cells.number(&format!("{period}/mean")));
    }
    total.push(Cell::text(desk.view.text(&format!("{period}/category")).unwrap_or(NO_VALUE)));
    table.rows.push(Row { kind: RowKind::Total, cells: total });
    let mut bands = Vec::new();
    for band in 0..desk.view.len("targets/bands") {
        let own = format!("targets/bands/{band}");
        if band > 0 {
            bands.push(Inline::text("; "));
        }
        bands.push(Inline::text("≥\u{a0}"));
        bands.extend(desk.view.inline(&format!("{own}/from"), Setting::Sentence));
        bands.push(Inline::text(format!(" {}", desk.view.text(&format!("{own}/name")).unwrap_or_default())));
    }
    table.notes.push(desk.terms.fill("note.target_bands", &[bands]));
    let directions = declared
        .indicators
        .iter()
        .enumerate()
        .filter_map(|(position, _)| desk.view.text(&format!("targets/indicators/{position}/direction")));
    let mut kinds: Vec<&str> = directions.filter(|direction| *direction != "maximize").collect();
    kinds.sort_unstable();
    kinds.dedup();
    table.notes.extend(kinds.iter().map(|kind| desk.terms.fill(&format!("note.target_{kind}"), &[])));
    table.notes.extend(cells.notes());
    Some(table)
}

/// Realization and achievement period by period; nothing where there is one period.
pub fn trend(desk: &Desk<'_>) -> Option<Table> {
    let declared = desk.study.targets.as_ref()?;
    let periods = declared.periods.len();
    if periods < 2 {
        return None;
    }
    let mut columns = vec![narrow(Align::Center), words(1.0)];
    columns.extend(vec![narrow(Align::Decimal); 3 * periods]);
    let mut table = start(desk, declared, "targets-trend", periods - 1, columns);
    table.caption = desk.terms.fill("caption.targets_trend", &[]);
    table.wide = periods > 2;
    let mut heads = vec![desk.term_cell("column.number").spanning(1, 2), desk.term_cell("column.indicator").spanning(1, 2)];
    heads.extend(declared.periods.iter().map(|period| Cell::text(period.clone()).spanning(3, 1)));
    table.header = vec![heads, declared.periods.iter().flat_map(|_| ["T", "R", "%"].map(Cell::text)).collect()];
    let mut cells = Cells::new(desk);
    for (position, indicator) in declared.indicators.iter().enumerate() {
        let mut line = vec![Cell::text((position + 1).to_string()), Cell::text(indicator.name.get(desk.language))];
        for period in 0..periods {
            let at = format!("targets/indicators/{position}/periods/{period}");
            line.push(target(desk, &at, &mut cells));
            line.push(cells.number(&format!("{at}/realization")));
            line.push(cells.number(&format!("{at}/achievement")));
        }
        table.rows.push(row(line));
    }
    table.notes.push(desk.terms.fill("note.targets_trend", &[]));
    table.notes.extend(cells.notes());
    Some(table)
}

fn start(desk: &Desk<'_>, declared: &Targets, id: &str, period: usize, columns: Vec<TableColumn>) -> Table {
    let period = declared.periods.get(period).filter(|period| !period.is_empty());
    let caption = match (&declared.title, period) {
        (Some(title), _) => vec![Inline::text(title.get(desk.language))],
        (None, Some(period)) => desk.terms.fill("caption.targets_of", &[vec![Inline::text(period.clone())]]),
        (None, None) => desk.terms.fill("caption.targets", &[]),
    };
    let mut table = desk.table(id, caption, columns);
    if let Some(source) = &declared.source {
        table.source = Some(vec![Inline::text(format!("{}: {}", desk.term("source"), source.get(desk.language)))]);
    } else {
        // The figures are the author's own; they are not from the survey.
        table.source = None;
    }
    table
}

/// A target: a number, or a range.
fn target(desk: &Desk<'_>, at: &str, cells: &mut Cells<'_>) -> Cell {
    let end = |key: &str| desk.view.inline(&format!("{at}/{key}"), Setting::Table);
    match (end("target_low"), end("target_high")) {
        (Some(low), Some(high)) => Cell::new(vec![low, Inline::text("–"), high]).aligned(Align::Center),
        _ => cells.number(&format!("{at}/target")),
    }
}
