//! The verdicts without and with those whom the study leaves out, side by side.

use super::hypotheses::symbol;
use super::parts::{Cells, dash};
use crate::report::desk::{Desk, narrow, row};
use crate::report::document::{Align, Cell, Inline, Table};

/// Every hypothesis, in the study's order; nothing where nobody is left out.
pub fn exclusions(desk: &Desk<'_>) -> Option<Table> {
    let count = desk.view.len("exclusions/hypotheses");
    if count == 0 {
        return None;
    }
    let caption = desk.terms.fill("caption.exclusions", &[]);
    let half = || [narrow(Align::Decimal), narrow(Align::Decimal), narrow(Align::Left)];
    let columns = std::iter::once(narrow(Align::Left)).chain(half()).chain(half()).collect();
    let mut table = desk.table("exclusions", caption, columns);
    let n = |path: &str, term: &str| {
        let mut cell = desk.term_cell(term);
        cell.content.push(Inline::text(" (n\u{a0}=\u{a0}"));
        cell.content.extend(desk.cell(path).content);
        cell.content.push(Inline::text(")"));
        cell.spanning(3, 1).aligned(Align::Center)
    };
    let halves = ["statistic", "sig", "decision", "statistic", "sig", "decision"];
    table.header = vec![
        vec![
            desk.term_cell("column.hypothesis").spanning(1, 2),
            n("data/n", "column.without_excluded"),
            n("exclusions/n", "column.with_everybody"),
        ],
        halves.iter().map(|heading| desk.term_cell(&format!("column.{heading}"))).collect(),
    ];
    let mut cells = Cells::new(desk);
    for position in 0..count {
        let id = desk.view.text(&format!("hypotheses/{position}/id")).unwrap_or_default();
        let mut line = vec![Cell::text(id)];
        for at in [format!("hypotheses/{position}"), format!("exclusions/hypotheses/{position}")] {
            line.extend(decided(desk, &mut cells, &at));
        }
        table.rows.push(row(line));
    }
    table.notes.extend(cells.notes());
    Some(table)
}

/// Statistic, significance and verdict; an interval shows neither of the first two, as in the table of the hypotheses.
fn decided(desk: &Desk<'_>, cells: &mut Cells<'_>, at: &str) -> [Cell; 3] {
    let test = desk.view.text(&format!("{at}/test"));
    let name = test.and_then(|test| symbol(test, desk.absent(&format!("{at}/df1")).is_none()));
    let (statistic, p) = (format!("{at}/statistic"), format!("{at}/p"));
    let exact = desk.absent(&statistic) == Some("exact");
    let (statistic, p) = match (name, test) {
        (_, Some(_)) if exact => (dash(), cells.number(&p)),
        (None, Some(_)) => (dash(), dash()),
        (Some(name), _) => (cells.named(vec![Inline::text(name)], &statistic), cells.number(&p)),
        (None, None) => (cells.number(&statistic), cells.number(&p)),
    };
    let verdict = desk.view.text(&format!("{at}/verdict")).unwrap_or_default();
    [statistic, p, desk.term_cell(&format!("verdict.{verdict}"))]
}
