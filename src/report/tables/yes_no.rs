//! Answers of yes and no: counts and per cent of both, and their total.

use super::parts::{Cells, with_symbol};
use crate::report::desk::{Desk, narrow, row, words};
use crate::report::document::{Align, Cell, Inline, Row, RowKind, Table};

/// The answers to the items of a variable whose scale has two answers.
pub fn yes_no(desk: &Desk<'_>, code: &str) -> Option<Table> {
    let at = format!("yes_no/{code}");
    let (yes, no) = (desk.view.text(&format!("{at}/yes"))?, desk.view.text(&format!("{at}/no"))?);
    let caption = desk.terms.fill("caption.responses", &[vec![Inline::text(desk.name(code))]]);
    let mut columns = vec![words(1.0)];
    columns.extend(vec![narrow(Align::Decimal); 5]);
    let mut table = desk.table(format!("responses-{code}"), caption, columns);
    let answer = |name: &str| Cell::text(name).spanning(2, 1);
    let pair = [desk.term_cell("column.f"), Cell::text("%")];
    table.header = vec![
        vec![
            desk.term_cell("column.statement").spanning(1, 2),
            answer(yes),
            answer(no),
            desk.term_cell("column.sum").spanning(1, 2),
        ],
        pair.iter().chain(&pair).cloned().collect(),
    ];
    let mut cells = Cells::new(desk);
    for item in desk.scored_items(code) {
        let own = format!("{at}/items/{}", item.code);
        let mut line = vec![Cell::new(with_symbol(item.name.plain(desk.language), &item.code))];
        line.extend(["yes", "yes_percent", "no", "no_percent", "n"].iter().map(|key| cells.number(&format!("{own}/{key}"))));
        table.rows.push(row(line));
    }
    let mut total = vec![desk.term_cell("row.mean")];
    let keys = ["mean_yes", "mean_yes_percent", "mean_no", "mean_no_percent", "mean_n"];
    total.extend(keys.iter().map(|key| cells.number(&format!("{at}/{key}"))));
    table.rows.push(Row { kind: RowKind::Total, cells: total });
    table.notes.extend(cells.notes());
    Some(table)
}
