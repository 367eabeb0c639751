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
    let planned = declared.indicators.iter().any(|indicator| indicator.last.is_some());
    let mut columns = vec![narrow(Align::Center), words(if planned { 2.0 } else { 1.0 }), words(0.45)];
    columns.extend(vec![narrow(Align::Decimal); if capped { 4 } else { 3 }]);
    columns.push(words(0.4));
    // An annual report sets the year before and the end of the plan beside the year.
    let before = last.checked_sub(1).filter(|_| planned || desk.study.report.template == "lkjip");
    columns.extend(before.map(|_| narrow(Align::Decimal)));
    columns.extend(planned.then(|| narrow(Align::Decimal)));
    let mut table = start(desk, declared, "targets", last, columns);
    table.wide = before.is_some() || planned;
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
    if let Some(period) = before.and_then(|before| declared.periods.get(before)) {
        header.push(Cell::new(desk.terms.fill("column.realization_of", &[vec![Inline::text(period.clone())]])));
    }
    if planned {
        header.push(desk.term_cell("column.final_target"));
    }
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
        if let Some(before) = before {
            line.push(cells.number(&format!("targets/indicators/{position}/periods/{before}/realization")));
        }
        if planned {
            line.push(match indicator.last {
                Some(_) => target(desk, &format!("targets/indicators/{position}/last"), &mut cells),
                None => Cell::text(NO_VALUE).aligned(Align::Center),
            });
        }
        table.rows.push(row(line));
    }
    let period = format!("targets/periods/{last}");
    let mut total = vec![desk.term_cell("row.mean_achievement").spanning(5, 1).aligned(Align::Left)];
    total.push(cells.number(&format!("{period}/mean_uncapped")));
    if capped {
        total.push(cells.number(&format!("{period}/mean")));
    }
    total.push(Cell::text(desk.view.text(&format!("{period}/category")).unwrap_or(NO_VALUE)));
    total.extend(before.map(|_| Cell::empty()));
    total.extend(planned.then(Cell::empty));
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

/// Money of the indicators that name some: allocated, spent, absorbed, and the achievement beyond what was absorbed.
pub fn budget(desk: &Desk<'_>) -> Option<Table> {
    let declared = desk.study.targets.as_ref()?;
    let last = declared.periods.len().checked_sub(1)?;
    let named: Vec<usize> = (0..declared.indicators.len())
        .filter(|position| declared.indicators.get(*position).is_some_and(|indicator| indicator.budget.is_some()))
        .collect();
    if named.is_empty() {
        return None;
    }
    let mut columns = vec![words(1.0)];
    columns.extend(vec![narrow(Align::Decimal); 5]);
    let mut table = start(desk, declared, "targets-budget", last, columns);
    table.caption = desk.terms.fill("caption.targets_budget", &[]);
    let headings = ["indicator", "counted", "allocated", "spent", "absorbed", "efficiency"];
    table.header = vec![headings.iter().map(|key| desk.term_cell(&format!("column.{key}"))).collect()];
    let mut cells = Cells::new(desk);
    let fields = ["allocated", "spent", "absorbed", "efficiency"];
    for position in named {
        let own = format!("targets/indicators/{position}");
        let mut line = vec![Cell::text(desk.view.text(&format!("{own}/name")).unwrap_or_default())];
        line.push(cells.number(&format!("{own}/periods/{last}/counted")));
        line.extend(fields.map(|field| cells.number(&format!("{own}/budget/{field}"))));
        table.rows.push(row(line));
    }
    let whole = desk.absent("targets/budget/efficiency").is_none();
    let mut total = vec![desk.term_cell(if whole { "row.budget" } else { "row.total" })];
    total.push(if whole { cells.number(&format!("targets/periods/{last}/mean")) } else { Cell::empty() });
    total.extend(fields.map(|field| match field {
        "efficiency" if !whole => Cell::empty(),
        field => cells.number(&format!("targets/budget/{field}")),
    }));
    table.rows.push(Row { kind: RowKind::Total, cells: total });
    table.notes.push(desk.terms.fill("note.targets_budget", &[]));
    table.notes.extend(cells.notes());
    Some(table)
}

/// What outputs changed: the key result and its impact before and after.
pub fn impact(desk: &Desk<'_>) -> Option<Table> {
    let declared = desk.study.targets.as_ref()?;
    let last = declared.periods.len().checked_sub(1)?;
    let mut columns = vec![words(0.6), words(1.0), narrow(Align::Decimal), words(1.0)];
    columns.extend(vec![narrow(Align::Decimal); 3]);
    let mut table = start(desk, declared, "targets-impact", last, columns);
    table.caption = desk.terms.fill("caption.targets_impact", &[]);
    let headings = ["agency", "key_result", "achievement", "impact", "before", "after", "change"];
    table.header = vec![headings.iter().map(|key| desk.term_cell(&format!("column.{key}"))).collect()];
    let mut cells = Cells::new(desk);
    for (position, indicator) in declared.indicators.iter().enumerate().filter(|(_, indicator)| indicator.impact.is_some()) {
        let own = format!("targets/indicators/{position}");
        let mut line = vec![
            Cell::text(indicator.agency.as_deref().unwrap_or(NO_VALUE)),
            Cell::text(desk.view.text(&format!("{own}/name")).unwrap_or_default()),
            cells.number(&format!("{own}/periods/{last}/achievement")),
            Cell::text(desk.view.text(&format!("{own}/impact/indicator")).unwrap_or_default()),
        ];
        line.extend(["before", "after", "change"].map(|field| cells.number(&format!("{own}/impact/{field}"))));
        table.rows.push(row(line));
    }
    table.wide = true;
    table.notes.extend(cells.notes());
    (!table.rows.is_empty()).then_some(table)
}

/// The units that answer for indicators: how many were reached, the mean achievement, attendance beside it.
pub fn agencies(desk: &Desk<'_>) -> Option<Table> {
    let declared = desk.study.targets.as_ref()?;
    let last = declared.periods.len().checked_sub(1)?;
    let count = desk.view.len("targets/agencies");
    if count < 2 {
        return None;
    }
    let present = !declared.attendance.is_empty();
    let mut columns = vec![words(1.0)];
    columns.extend(vec![narrow(Align::Decimal); 3]);
    columns.push(words(0.4));
    columns.extend(present.then(|| narrow(Align::Decimal)));
    let mut table = start(desk, declared, "targets-agencies", last, columns);
    table.caption = desk.terms.fill(if present { "caption.targets_attendance" } else { "caption.targets_agencies" }, &[]);
    let mut headings = vec!["agency", "indicators", "reached", "mean_achievement", "category"];
    headings.extend(present.then_some("attendance"));
    table.header = vec![headings.iter().map(|key| desk.term_cell(&format!("column.{key}"))).collect()];
    let mut cells = Cells::new(desk);
    for position in 0..count {
        let own = format!("targets/agencies/{position}");
        let mut line = vec![Cell::text(desk.view.text(&format!("{own}/name")).unwrap_or_default())];
        line.extend(["count", "reached", "mean"].map(|field| cells.number(&format!("{own}/{field}"))));
        line.push(Cell::text(desk.view.text(&format!("{own}/category")).unwrap_or(NO_VALUE)));
        if present {
            line.push(cells.number(&format!("{own}/attendance")));
        }
        table.rows.push(row(line));
    }
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
