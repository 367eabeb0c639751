//! All tests of one assumption of a regression, a row each.

use super::parts::{Cells, capitalize, regression_caption};
use crate::numbers::Setting;
use crate::report::desk::{Desk, narrow, row, words};
use crate::report::document::{Align, Cell, Inline, Table};

/// The tests that have a table of their own; alone they need no other.
const OWN_TABLE: [&str; 3] = ["kolmogorov-smirnov", "glejser", "vif"];

/// The tests of an assumption (`normality`, `heteroscedasticity`, `autocorrelation`, `linearity`) of a regression; none where
/// nothing was asked for beside the test that has its own table.
pub fn tests(desk: &Desk<'_>, assumption: &str, regression: &str) -> Option<Table> {
    let at = format!("regressions/{regression}/assumptions");
    let text = |position: usize, key: &str| desk.view.text(&format!("{at}/{position}/{key}")).unwrap_or_default();
    let positions: Vec<usize> = (0..desk.view.len(&at)).filter(|position| text(*position, "name") == assumption).collect();
    if positions.iter().all(|position| OWN_TABLE.contains(&text(*position, "test"))) {
        return None;
    }
    let caption = regression_caption(desk, &format!("caption.{assumption}_tests"), regression);
    let mut columns = vec![words(1.0)];
    columns.extend([narrow(Align::Decimal); 4]);
    columns.push(narrow(Align::Left));
    let mut table = desk.table(format!("{assumption}-tests-{regression}"), caption, columns);
    let headings = ["test", "statistic_value", "df1", "df2", "sig", "remark"];
    table.header = vec![headings.iter().map(|key| desk.term_cell(&format!("column.{key}"))).collect()];
    let mut cells = Cells::new(desk);
    let mut bounds = false;
    for position in positions {
        let at = format!("{at}/{position}");
        let test = desk.view.text(&format!("{at}/test")).unwrap_or_default();
        bounds |= test == "durbin-watson";
        let mut name = desk.terms.fill(&format!("assumption_test.{test}"), &[]);
        capitalize(&mut name);
        if let Some(term) = desk.view.text(&format!("{at}/term")) {
            name.push(Inline::text(format!(" ({})", desk.short(term))));
        }
        let mut line = vec![Cell::new(name), cells.number(&format!("{at}/statistic"))];
        for key in ["df1", "df", "p"] {
            let path = format!("{at}/{key}");
            let nothing = matches!(desk.absent(&path), Some("not_applicable" | "no_p"));
            line.push(if nothing { Cell::empty() } else { cells.number(&path) });
        }
        line.push(cells.choice(&format!("{at}/met"), "remark.met", "remark.not_met"));
        table.rows.push(row(line));
    }
    if bounds {
        let value = |key: &str| {
            let path = format!("regressions/{regression}/durbin_watson/{key}");
            desk.view.inline(&path, Setting::Sentence).into_iter().collect::<Vec<Inline>>()
        };
        let (lower, upper) = (value("dl"), value("du"));
        if !lower.is_empty() && !upper.is_empty() {
            table.notes.push(desk.terms.fill("note.durbin_watson", &[lower, upper]));
        }
    }
    table.notes.extend(cells.notes());
    Some(table)
}
