//! The table values of r, t and F that the chapter used, each with what it depends on: for the appendix.

use crate::report::desk::{Desk, narrow, row, words};
use crate::report::document::{Align, Cell, Inline, Row, Table};
use crate::report::view::Found;

/// Every critical value once, with where it is used.
pub fn critical_values(desk: &Desk<'_>) -> Option<Table> {
    let mut rows: Vec<Row> = Vec::new();
    let mut seen: Vec<(String, String)> = Vec::new();
    let mut add = |name: &str, used: String, n: &str, df1: &str, df2: &str, value: &str| {
        let Some(Found::Number(number)) = desk.view.get(value) else { return };
        // One r for all items answered by as many.
        let once = (name.to_owned(), if name == "r" { number.value.to_string() } else { used.clone() });
        if seen.contains(&once) {
            return;
        }
        seen.push(once);
        rows.push(row(vec![
            Cell::new(vec![Inline::Emphasis(vec![Inline::text(name)])]),
            Cell::text(used),
            desk.cell(n),
            desk.cell(df1),
            desk.cell(df2),
            desk.cell(value),
        ]));
    };
    for item in desk.study.variables.values().flat_map(|variable| variable.items()) {
        let at = format!("items/{}", item.code);
        add("r", desk.term("row.validity_test"), &format!("{at}/tested_n"), "", "", &format!("{at}/r_critical"));
    }
    for regression in &desk.study.regressions {
        let at = format!("regressions/{}", regression.name);
        let (df1, df2) = (format!("{at}/anova/df_regression"), format!("{at}/anova/df_residual"));
        let model = desk.model(&regression.name);
        add("t", model.clone(), &format!("{at}/n"), "", &df2, &format!("{at}/t_critical"));
        add("F", model, &format!("{at}/n"), &df1, &df2, &format!("{at}/anova/f_critical"));
    }
    if rows.is_empty() {
        return None;
    }
    let numbers = || narrow(Align::Right);
    let columns = vec![narrow(Align::Center), words(1.0), numbers(), numbers(), numbers(), narrow(Align::Decimal)];
    let mut table = desk.table("critical-values", desk.terms.fill("caption.critical_values", &[]), columns);
    table.source = None;
    let header = ["column.statistic", "column.used_for", "column.n", "column.df1", "column.df2", "column.table_value"];
    table.header = vec![header.iter().map(|key| desk.term_cell(key)).collect()];
    table.rows = rows;
    Some(table)
}
