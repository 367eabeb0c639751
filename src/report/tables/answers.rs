//! The answers of one variable, a row for each respondent, with the score: for the appendix.

use crate::report::desk::{Desk, narrow, row, symbol};
use crate::report::document::{Align, Cell, Inline, Row, RowKind, Table};

/// Columns that stand on an upright page in full size.
const UPRIGHT: usize = 9;
/// Rows printed; beyond, the table of the data file is the better place.
const MOST: usize = 500;

/// The answers of one variable. None where the results hold no answers.
pub fn answers(desk: &Desk<'_>, code: &str) -> Option<Table> {
    let variable = desk.study.variable(code)?;
    let items: Vec<&str> = variable.items().map(|item| item.code.as_str()).collect();
    let mut paths: Vec<(Inline, String)> =
        items.iter().map(|item| (symbol(item), format!("series/answers/values/{item}"))).collect();
    paths.push((symbol(code), format!("series/answers/scores/{code}")));
    let rows = paths.iter().map(|(_, path)| desk.view.len(path)).max().filter(|rows| *rows > 0)?;
    let caption = desk.terms.fill("caption.answers", &[vec![Inline::text(desk.name(code))]]);
    let mut columns = vec![narrow(Align::Center)];
    columns.extend(paths.iter().map(|_| narrow(Align::Right)));
    let mut table = desk.table(format!("answers-{code}"), caption, columns);
    let mut header = vec![desk.term_cell("column.number")];
    header.extend(paths.iter().map(|(symbol, _)| Cell::new(vec![symbol.clone()]).aligned(Align::Center)));
    table.header = vec![header];
    table.wide = table.columns.len() > UPRIGHT;
    for case in 0..rows.min(MOST) {
        let mut cells = vec![Cell::text((case + 1).to_string())];
        cells.extend(paths.iter().map(|(_, path)| desk.cell(&format!("{path}/{case}"))));
        table.rows.push(row(cells));
    }
    // Below the answers to a survey of satisfaction: what the index is made of.
    let service = format!("service/{code}");
    if desk.view.text(&format!("{service}/category")).is_some() {
        let last = |key: &str| match key {
            "sum" => Cell::empty(),
            "nrr" => desk.cell(&format!("{service}/nrr_sum")),
            _ => desk.cell(&format!("{service}/weighted_sum")),
        };
        for (key, term) in [("sum", "row.total"), ("nrr", "column.nrr"), ("weighted", "column.nrr_weighted")] {
            let mut cells = vec![desk.term_cell(term)];
            cells.extend(items.iter().map(|item| desk.cell(&format!("{service}/items/{item}/{key}"))));
            cells.push(last(key));
            table.rows.push(Row { kind: RowKind::Total, cells });
        }
    }
    if rows > MOST {
        let slots = [MOST, rows].map(|count| vec![Inline::text(count.to_string())]);
        table.notes.push(desk.terms.fill("note.answers_cut", &slots));
    }
    Some(table)
}
