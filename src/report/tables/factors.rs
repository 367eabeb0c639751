//! What an appendix tells of the instrument and of the predictors beyond the tests that decide: intervals of alpha, omega, AVE,
//! composite reliability, loadings, condition indices.

use super::instrument::pilot_note;
use super::parts::{Cells, group, regression_caption, with_symbol};
use crate::numbers::Setting;
use crate::report::desk::{Desk, narrow, row, words};
use crate::report::document::{Align, Cell, Inline, Table};
use crate::report::view::Found;

/// Most coefficients whose proportions a page carries beside each other.
const MOST_COEFFICIENTS: usize = 8;
/// Most components whose loadings it carries.
const MOST_COMPONENTS: usize = 12;

/// How consistently the items of every variable and dimension measure.
pub fn consistency(desk: &Desk<'_>) -> Option<Table> {
    let names = desk
        .view
        .keys("variables")
        .into_iter()
        .filter(|name| desk.view.inline(&format!("variables/{name}/alpha"), Setting::Table).is_some());
    let names: Vec<String> = names.collect();
    names.first()?;
    let fields = [
        "reliability_n",
        "alpha",
        "alpha_interval/low",
        "alpha_interval/high",
        "alpha_standardized",
        "omega",
        "component_percent",
        "ave",
        "composite_reliability",
    ];
    let mut columns = vec![words(1.0)];
    columns.extend([narrow(Align::Decimal); 9]);
    let mut table = desk.table("consistency", desk.terms.fill("caption.consistency", &[]), columns);
    table.wide = true;
    let headings =
        ["n", "alpha_coefficient", "low", "high", "alpha_standardized", "omega", "component_percent", "ave", "composite"];
    table.header =
        vec![std::iter::once("variable").chain(headings).map(|heading| desk.term_cell(&format!("column.{heading}"))).collect()];
    let mut cells = Cells::new(desk);
    for name in names {
        let mut line = vec![Cell::new(with_symbol(desk.name(&name), &name))];
        line.extend(fields.iter().map(|field| cells.number(&format!("variables/{name}/{field}"))));
        table.rows.push(row(line));
    }
    let confidence = desk.view.inline("meta/confidence", Setting::Sentence).map_or_else(Vec::new, |value| vec![value]);
    table.notes.push(desk.terms.fill("note.consistency", &[confidence]));
    table.notes.extend(pilot_note(desk));
    table.notes.extend(cells.notes());
    Some(table)
}

/// Loadings of the items on one component and one axis of their variable.
pub fn loadings(desk: &Desk<'_>) -> Option<Table> {
    let columns = vec![words(1.0), narrow(Align::Decimal), narrow(Align::Decimal)];
    let mut table = desk.table("loadings", desk.terms.fill("caption.loadings", &[]), columns);
    let headings = ["variable_with_indicators", "component", "axis"];
    table.header = vec![headings.iter().map(|heading| desk.term_cell(&format!("column.{heading}"))).collect()];
    let mut cells = Cells::new(desk);
    for code in desk.study.variables.keys() {
        let items = desk.scored_items(code);
        let loaded = |at: &str| desk.view.inline(&format!("items/{at}/component"), Setting::Table).is_some();
        if !items.iter().any(|item| loaded(&item.code)) {
            continue;
        }
        table.rows.push(group(with_symbol(desk.short(code).to_uppercase(), code), table.columns.len()));
        for item in items {
            let mut line = vec![Cell::new(with_symbol(item.name.plain(desk.language), &item.code))];
            line.extend(["component", "axis"].map(|field| cells.number(&format!("items/{}/{field}", item.code))));
            table.rows.push(row(line));
        }
    }
    if table.rows.is_empty() {
        return None;
    }
    table.notes.push(desk.terms.fill("note.loadings", &[]));
    table.notes.extend(pilot_note(desk));
    table.notes.extend(cells.notes());
    Some(table)
}

/// Rotated loadings of all items together, with what speaks for and against them.
pub fn factors(desk: &Desk<'_>) -> Option<Table> {
    let items = desk.view.keys("factors/rotated");
    let count = items.first().map_or(0, |item| desk.view.len(&format!("factors/rotated/{item}")));
    if count == 0 || count > MOST_COMPONENTS {
        return None;
    }
    let mut columns = vec![words(1.0)];
    columns.extend(vec![narrow(Align::Decimal); count]);
    let mut table = desk.table("factors", desk.terms.fill("caption.factors", &[]), columns);
    table.wide = count > 4;
    let mut header = vec![desk.term_cell("column.item")];
    header.extend((1..=count).map(|number| Cell::text(number.to_string())));
    table.header = vec![header];
    let mut cells = Cells::new(desk);
    for code in desk.study.variables.keys() {
        for item in desk.items(code).into_iter().filter(|item| items.contains(&item.code)) {
            let mut line = vec![Cell::new(with_symbol(item.name.plain(desk.language), &item.code))];
            line.extend((0..count).map(|at| cells.number(&format!("factors/rotated/{}/{at}", item.code))));
            table.rows.push(row(line));
        }
    }
    let value = |path: &str| desk.view.inline(&format!("factors/{path}"), Setting::Sentence).map(|value| vec![value]);
    table.notes.push(desk.terms.fill("note.factors", &[]));
    if let (Some(kmo), Some(statistic), Some(df), Some(p)) =
        (value("kmo"), value("bartlett/statistic"), value("bartlett/df"), value("bartlett/p"))
    {
        table.notes.push(desk.terms.fill("note.adequacy", &[kmo, statistic, df, p]));
    }
    if let (Some(share), Some(n)) = (value("single_percent"), value("n")) {
        let beyond = matches!(desk.view.get("factors/single_percent"), Some(Found::Number(share)) if share.value > 50.0);
        let words = if beyond { "note.single_factor" } else { "note.no_single_factor" };
        table.notes.push(desk.terms.fill(words, &[share, n]));
    }
    table.notes.extend(cells.notes());
    Some(table)
}

/// Condition indices and variance proportions of a regression, as SPSS's Collinearity Diagnostics.
pub fn condition(desk: &Desk<'_>, regression: &str) -> Option<Table> {
    let at = format!("regressions/{regression}");
    let dimensions = desk.view.len(&format!("{at}/condition"));
    // With one predictor there is nothing to be collinear with.
    if !(3..=MOST_COEFFICIENTS).contains(&dimensions) {
        return None;
    }
    let mut columns = vec![narrow(Align::Center)];
    columns.extend(vec![narrow(Align::Decimal); dimensions + 2]);
    let mut table =
        desk.table(format!("condition-{regression}"), regression_caption(desk, "caption.condition", regression), columns);
    table.wide = dimensions > 4;
    let term = |position: usize| match desk.view.text(&format!("{at}/coefficients/{position}/term")) {
        Some(name) if position > 0 => Cell::text(desk.short(name)),
        _ => Cell::text("(Constant)"),
    };
    table.header = vec![
        vec![
            desk.term_cell("column.dimension").spanning(1, 2),
            desk.term_cell("column.eigenvalue").spanning(1, 2),
            desk.term_cell("column.condition_index").spanning(1, 2),
            desk.term_cell("column.variance_proportions").spanning(dimensions, 1),
        ],
        (0..dimensions).map(term).collect(),
    ];
    let mut cells = Cells::new(desk);
    for position in 0..dimensions {
        let own = format!("{at}/condition/{position}");
        let mut line = vec![Cell::text((position + 1).to_string())];
        line.extend(["eigenvalue", "condition_index"].map(|field| cells.number(&format!("{own}/{field}"))));
        line.extend((0..dimensions).map(|at| cells.number(&format!("{own}/variance_proportions/{at}"))));
        table.rows.push(row(line));
    }
    table.notes.push(vec![Inline::text(desk.term("note.condition"))]);
    table.notes.extend(cells.notes());
    Some(table)
}
