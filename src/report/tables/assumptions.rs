//! Assumptions of a regression: normality of its residuals, collinearity of its predictors.

use super::parts::{Cells, dash, marked, regression_caption, texts, with_mark};
use crate::report::desk::{Desk, narrow, row, words};
use crate::report::document::{Align, Cell, Inline, Table};

/// The Kolmogorov–Smirnov test of the residuals, as SPSS prints it.
pub fn kolmogorov_smirnov(desk: &Desk<'_>, regression: &str) -> Option<Table> {
    let at = format!("regressions/{regression}");
    desk.view.inline(&format!("{at}/n"), crate::numbers::Setting::SpssTable)?;
    let lower_bound = desk.view.flag(&format!("{at}/residuals/ks/p_lower_bound")) == Some(true);
    let caption = regression_caption(desk, "caption.kolmogorov_smirnov", regression);
    let columns = vec![narrow(Align::Left), narrow(Align::Left), narrow(Align::Decimal)];
    let mut table = desk.table(format!("kolmogorov-smirnov-{regression}"), caption, columns);
    table.spss = true;
    table.header =
        vec![vec![Cell::text("One-Sample Kolmogorov-Smirnov Test").spanning(2, 1), Cell::text("Unstandardized Residual")]];
    let mut cells = Cells::new(desk);
    let mut read = |field: &str| cells.number(&format!("{at}/{field}"));
    let p = read("residuals/ks/p");
    table.rows = vec![
        row(vec![Cell::text("N").spanning(2, 1), read("n")]),
        row(vec![marked("Normal Parameters", "a,b").spanning(1, 2), Cell::text("Mean"), read("residuals/mean")]),
        row(vec![Cell::text("Std. Deviation"), read("residuals/sd")]),
        row(vec![Cell::text("Most Extreme Differences").spanning(1, 3), Cell::text("Absolute"), read("residuals/ks/d")]),
        row(vec![Cell::text("Positive"), read("residuals/ks/d_plus")]),
        row(vec![Cell::text("Negative"), read("residuals/ks/d_minus")]),
        row(vec![Cell::text("Test Statistic").spanning(2, 1), read("residuals/ks/d")]),
        row(vec![
            Cell::text("Asymp. Sig. (2-tailed)").spanning(2, 1),
            match p.content.first() {
                Some(Inline::Value { .. }) => with_mark(p, if lower_bound { "c,d" } else { "c" }),
                _ => p,
            },
        ]),
    ];
    let mut notes = vec!["a. Test distribution is Normal.", "b. Calculated from data.", "c. Lilliefors Significance Correction."];
    if lower_bound {
        notes.push("d. This is a lower bound of the true significance.");
    }
    table.notes = notes.into_iter().map(|note| vec![Inline::text(note)]).collect();
    table.notes.extend(cells.notes());
    Some(table)
}

/// Tolerance and variance inflation of the predictors.
pub fn collinearity(desk: &Desk<'_>, regression: &str) -> Option<Table> {
    let at = format!("regressions/{regression}/coefficients");
    let terms = desk.view.len(&at);
    if terms < 2 {
        return None;
    }
    let collinear = texts(desk, &format!("regression_facts/{regression}/collinear"));
    let caption = regression_caption(desk, "caption.collinearity", regression);
    let columns = vec![words(1.0), narrow(Align::Decimal), narrow(Align::Decimal), narrow(Align::Left)];
    let mut table = desk.table(format!("collinearity-{regression}"), caption, columns);
    table.header = vec![vec![
        desk.term_cell("column.variable"),
        Cell::text("Tolerance"),
        Cell::text("VIF"),
        desk.term_cell("column.remark"),
    ]];
    let mut cells = Cells::new(desk);
    for position in 1..terms {
        let term = desk.view.text(&format!("{at}/{position}/term")).unwrap_or_default();
        let vif = cells.number(&format!("{at}/{position}/vif"));
        let remark = match vif.content.first() {
            Some(Inline::Value { .. }) if collinear.contains(&term) => desk.term_cell("remark.collinear"),
            Some(Inline::Value { .. }) => desk.term_cell("remark.not_collinear"),
            _ => dash(),
        };
        let tolerance = cells.number(&format!("{at}/{position}/tolerance"));
        table.rows.push(row(vec![Cell::text(desk.name(term)), tolerance, vif, remark]));
    }
    table.notes.extend(cells.notes());
    Some(table)
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used, clippy::panic)]
    use crate::report::tables::example::{Example, named};

    #[test]
    fn kolmogorov_smirnov_as_tables_4_11_and_4_12() {
        let example = Example::new();
        let table = example.table("kolmogorov-smirnov", Some("Y1"));
        assert!(table.spss);
        assert_eq!(
            example.rows(&table),
            [
                "N | 68",
                "Normal Parametersa,b | Mean | ,0000000",
                "Std. Deviation | 2,60874534",
                "Most Extreme Differences | Absolute | ,103",
                "Positive | ,036",
                "Negative | −,103",
                "Test Statistic | ,103",
                "Asymp. Sig. (2-tailed) | ,070c",
            ]
        );
        let printed = ["a. Test distribution is Normal.", "b. Calculated from data.", "c. Lilliefors Significance Correction."];
        assert_eq!(example.notes(&table), printed);

        let table = example.table("kolmogorov-smirnov", Some("Y2"));
        let rows = example.rows(&table);
        assert_eq!(
            rows[2..6],
            ["Std. Deviation | 3,11975812", "Most Extreme Differences | Absolute | ,094", "Positive | ,094", "Negative | −,061"]
        );
        // Printed as ,077, which is not the largest difference the table itself gives.
        assert_eq!(rows[6], "Test Statistic | ,094");
        assert_eq!(rows[7], "Asymp. Sig. (2-tailed) | ,200c,d");
        assert_eq!(example.notes(&table)[3], "d. This is a lower bound of the true significance.");
    }

    #[test]
    fn collinearity_as_tables_4_13_and_4_14() {
        let example = Example::new();
        let table = example.table("collinearity", Some("Y1"));
        assert_eq!(
            example.rows(&table),
            [
                "Kompetensi | 0,423 | 2,366 | Bebas multikolinearitas",
                "Leader Member Exchange | 0,423 | 2,366 | Bebas multikolinearitas",
            ]
        );
        let mut strict = named();
        strict.analysis.vif_limit = 3.0;
        let example = Example::of(strict, |_| {});
        assert_eq!(
            example.rows(&example.table("collinearity", Some("Y2"))),
            [
                "Kompetensi | 0,290 | 3,449 | Terdapat multikolinearitas",
                "Leader Member Exchange | 0,392 | 2,549 | Bebas multikolinearitas",
                "Organizational Citizenship Behavior | 0,340 | 2,943 | Bebas multikolinearitas",
            ]
        );
    }
}
