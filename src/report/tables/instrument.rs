//! Tests of the instrument: validity of the items, reliability of the variables.

use super::parts::{Cells, group, texts, with_symbol};
use crate::report::desk::{Desk, narrow, row, symbol, words};
use crate::report::document::{Align, Cell, Inline, Table};
use crate::study::Variable;
use crate::study::settings::{ValidityCritical, ValidityMethod};

/// Validity of every item, variable by variable.
pub fn validity(desk: &Desk<'_>) -> Option<Table> {
    let variables: Vec<&Variable> = desk.study.variables.values().filter(|variable| variable.items().count() > 0).collect();
    let tested = |variable: &&&Variable| desk.view.len(&format!("variable_facts/{}/tested", variable.code)) > 0;
    variables.iter().find(tested)?;
    let by_significance = desk.study.analysis.validity_critical == ValidityCritical::Significance;
    let caption = desk.terms.fill("caption.validity", &[]);
    let columns = vec![
        words(1.0),
        narrow(Align::Decimal),
        narrow(if by_significance { Align::Decimal } else { Align::Center }),
        narrow(Align::Decimal),
        narrow(Align::Left),
    ];
    let mut table = desk.table("validity", caption, columns);
    let headings = match desk.study.analysis.validity_critical {
        ValidityCritical::Significance => ["column.r", "column.sig", "column.alpha_level"],
        ValidityCritical::RTable => ["column.r", "column.comparison", "column.r_table"],
        ValidityCritical::Fixed(_) => ["column.r", "column.comparison", "column.r_critical"],
    };
    let mut header = vec![desk.term_cell("column.variable_with_indicators")];
    header.extend(headings.map(|heading| desk.term_cell(heading)));
    header.push(desk.term_cell("column.remark"));
    table.header = vec![header];
    let p = match desk.study.analysis.validity_method {
        ValidityMethod::Corrected => "corrected_p",
        ValidityMethod::Pearson => "pearson/p",
    };
    let mut cells = Cells::new(desk);
    for variable in &variables {
        table.rows.push(group(with_symbol(desk.short(&variable.code).to_uppercase(), &variable.code), table.columns.len()));
        for item in variable.items() {
            let at = format!("items/{}", item.code);
            let valid = format!("{at}/valid");
            let mut line = vec![
                Cell::new(with_symbol(item.name.get(desk.language).to_owned(), &item.code)),
                cells.number(&format!("{at}/r")),
            ];
            if by_significance {
                line.extend([cells.number(&format!("{at}/{p}")), cells.number("meta/alpha")]);
            } else {
                line.extend([cells.comparison(&valid, ">", "≤"), cells.number(&format!("{at}/r_critical"))]);
            }
            line.push(cells.choice(&valid, "remark.valid", "remark.not_valid"));
            table.rows.push(row(line));
        }
    }
    if by_significance {
        table.notes.extend(negative_note(desk, &variables));
    }
    table.notes.extend(cells.notes());
    Some(table)
}

/// Where significance decides, an item that correlates negatively is not valid however small its p: the table would
/// look wrong without a word on it.
fn negative_note(desk: &Desk<'_>, variables: &[&Variable]) -> Option<Vec<Inline>> {
    let mut symbols = Vec::new();
    for variable in variables {
        for code in texts(desk, &format!("variable_facts/{}/negative", variable.code)) {
            if !symbols.is_empty() {
                symbols.push(Inline::text(", "));
            }
            symbols.push(symbol(code));
        }
    }
    (!symbols.is_empty()).then(|| desk.terms.fill("note.negative_r", &[symbols]))
}

/// Cronbach's alpha of every variable that has items, its dimensions below it.
pub fn reliability(desk: &Desk<'_>) -> Option<Table> {
    let names: Vec<String> = desk
        .view
        .keys("variables")
        .into_iter()
        .filter(|name| desk.variable(name).is_some_and(|variable| variable.items().count() > 0))
        .collect();
    names.iter().find(|name| desk.view.flag(&format!("variables/{name}/reliable")).is_some())?;
    let caption = desk.terms.fill("caption.reliability", &[]);
    let columns = vec![
        narrow(Align::Center),
        words(1.0),
        narrow(Align::Decimal),
        narrow(Align::Center),
        narrow(Align::Decimal),
        narrow(Align::Left),
    ];
    let mut table = desk.table("reliability", caption, columns);
    let headings = ["number", "variable", "coefficient", "comparison_least", "alpha", "remark"];
    table.header = vec![headings.iter().map(|heading| desk.term_cell(&format!("column.{heading}"))).collect()];
    let mut cells = Cells::new(desk);
    let mut number = 0;
    for name in names {
        let at = format!("variables/{name}");
        let reliable = format!("{at}/reliable");
        // Dimensions are parts of the variable above them and carry no number of their own.
        let first = if desk.study.variable(&name).is_some() {
            number += 1;
            Cell::text(number.to_string())
        } else {
            Cell::empty()
        };
        table.rows.push(row(vec![
            first,
            Cell::new(with_symbol(desk.name(&name), &name)),
            cells.number(&format!("{at}/alpha")),
            cells.comparison(&reliable, "≥", "<"),
            cells.number(&format!("{at}/alpha_minimum")),
            cells.choice(&reliable, "remark.reliable", "remark.not_reliable"),
        ]));
    }
    table.notes.extend(cells.notes());
    Some(table)
}
