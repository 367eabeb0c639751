//! Coefficients of a regression and of Glejser's regression of its absolute residuals, as SPSS prints them.

use super::parts::{Cells, marked, regression_caption};
use crate::report::desk::{Desk, narrow, row, words};
use crate::report::document::{Align, Cell, Inline, Table};

/// The coefficients of a regression.
pub fn coefficients(desk: &Desk<'_>, regression: &str) -> Option<Table> {
    let at = format!("regressions/{regression}/coefficients");
    let key = if desk.view.len(&at) > 2 { "caption.coefficients" } else { "caption.coefficients_simple" };
    let outcome = desk.short(desk.view.text(&format!("regressions/{regression}/outcome"))?);
    let caption = regression_caption(desk, key, regression);
    layout(desk, format!("coefficients-{regression}"), caption, &at, &outcome)
}

/// The coefficients of Glejser's regression.
pub fn glejser(desk: &Desk<'_>, regression: &str) -> Option<Table> {
    let at = format!("regressions/{regression}/glejser/coefficients");
    let outcome = desk.short(desk.view.text(&format!("regressions/{regression}/outcome"))?);
    let caption = regression_caption(desk, "caption.glejser", regression);
    layout(desk, format!("glejser-{regression}"), caption, &at, &format!("Abs_Res ({outcome})"))
}

fn layout(desk: &Desk<'_>, id: String, caption: Vec<Inline>, at: &str, outcome: &str) -> Option<Table> {
    let terms = desk.view.len(at);
    if terms == 0 {
        return None;
    }
    let mut columns = vec![narrow(Align::Left), words(1.0)];
    columns.extend([narrow(Align::Decimal); 5]);
    let mut table = desk.table(id, caption, columns);
    table.spss = true;
    table.header = vec![
        vec![marked("Coefficients", "a").spanning(7, 1)],
        vec![
            Cell::text("Model").spanning(2, 2),
            two_lines("Unstandardized", "Coefficients").spanning(2, 1),
            two_lines("Standardized", "Coefficients"),
            Cell::text("t").spanning(1, 2),
            Cell::text("Sig.").spanning(1, 2),
        ],
        vec![Cell::text("B"), Cell::text("Std. Error"), Cell::text("Beta")],
    ];
    let mut cells = Cells::new(desk);
    for position in 0..terms {
        let term = desk.view.text(&format!("{at}/{position}/term")).unwrap_or_default();
        let mut line = vec![if position == 0 { Cell::text("1") } else { Cell::empty() }, Cell::text(desk.short(term))];
        let fields = ["b", "se", "beta", "t", "p"];
        line.extend(fields.map(|field| cells.number(&format!("{at}/{position}/{field}"))));
        table.rows.push(row(line));
    }
    table.notes.push(vec![Inline::text(format!("a. Dependent Variable: {outcome}"))]);
    table.notes.extend(cells.notes());
    Some(table)
}

/// A heading on two lines, so that its column is no wider than it need be.
fn two_lines(first: &str, second: &str) -> Cell {
    Cell::new(vec![Inline::text(first), Inline::LineBreak, Inline::text(second)])
}
