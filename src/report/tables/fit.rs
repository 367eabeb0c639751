//! How well a regression fits: model summary and analysis of variance, as SPSS prints them.

use super::parts::{Cells, marked, regression_caption, with_mark};
use crate::report::desk::{Desk, narrow, row, words};
use crate::report::document::{Align, Cell, Inline, Table};

/// R, R², adjusted R² and the standard error of the estimate.
pub fn model_summary(desk: &Desk<'_>, regression: &str) -> Option<Table> {
    let at = format!("regressions/{regression}");
    let (predictors, outcome) = names(desk, &at)?;
    let caption = regression_caption(desk, "caption.model_summary", regression);
    let mut columns = vec![narrow(Align::Left)];
    columns.extend([narrow(Align::Decimal); 4]);
    let mut table = desk.table(format!("model-summary-{regression}"), caption, columns);
    table.spss = true;
    let headings = ["Model", "R", "R Square", "Adjusted R Square", "Std. Error of the Estimate"];
    table.header = vec![vec![marked("Model Summary", "b").spanning(5, 1)], headings.map(Cell::text).to_vec()];
    let mut cells = Cells::new(desk);
    let mut line = vec![Cell::text("1"), with_mark(cells.number(&format!("{at}/r")), "a")];
    line.extend(["r2", "adjusted_r2", "see"].map(|field| cells.number(&format!("{at}/{field}"))));
    table.rows.push(row(line));
    table.notes.push(vec![Inline::text(format!("a. Predictors: {predictors}"))]);
    table.notes.push(vec![Inline::text(format!("b. Dependent Variable: {outcome}"))]);
    table.notes.extend(cells.notes());
    Some(table)
}

/// The analysis of variance with its overall F.
pub fn anova(desk: &Desk<'_>, regression: &str) -> Option<Table> {
    let at = format!("regressions/{regression}");
    let (predictors, outcome) = names(desk, &at)?;
    let caption = regression_caption(desk, "caption.anova", regression);
    let mut columns = vec![narrow(Align::Left), words(1.0)];
    columns.extend([narrow(Align::Decimal); 5]);
    let mut table = desk.table(format!("anova-{regression}"), caption, columns);
    table.spss = true;
    let headings = ["Sum of Squares", "df", "Mean Square", "F", "Sig."];
    let mut header = vec![Cell::text("Model").spanning(2, 1)];
    header.extend(headings.map(Cell::text));
    table.header = vec![vec![marked("ANOVA", "a").spanning(7, 1)], header];
    let mut cells = Cells::new(desk);
    let mut read = |field: &str| cells.number(&format!("{at}/anova/{field}"));
    let p = read("p");
    let p = match p.content.first() {
        Some(Inline::Value { .. }) => with_mark(p, "b"),
        _ => p,
    };
    table.rows = vec![
        row(vec![
            Cell::text("1"),
            Cell::text("Regression"),
            read("ss_regression"),
            read("df_regression"),
            read("ms_regression"),
            read("f"),
            p,
        ]),
        row(vec![
            Cell::empty(),
            Cell::text("Residual"),
            read("ss_residual"),
            read("df_residual"),
            read("ms_residual"),
            Cell::empty(),
            Cell::empty(),
        ]),
        row(vec![
            Cell::empty(),
            Cell::text("Total"),
            read("ss_total"),
            read("df_total"),
            Cell::empty(),
            Cell::empty(),
            Cell::empty(),
        ]),
    ];
    table.notes.push(vec![Inline::text(format!("a. Dependent Variable: {outcome}"))]);
    table.notes.push(vec![Inline::text(format!("b. Predictors: {predictors}"))]);
    table.notes.extend(cells.notes());
    Some(table)
}

/// The predictors as SPSS lists them, the last entered first, and the outcome.
fn names(desk: &Desk<'_>, at: &str) -> Option<(String, String)> {
    let outcome = desk.short(desk.view.text(&format!("{at}/outcome"))?);
    let mut predictors = String::from("(Constant)");
    for position in (1..desk.view.len(&format!("{at}/coefficients"))).rev() {
        let term = desk.view.text(&format!("{at}/coefficients/{position}/term")).unwrap_or_default();
        predictors.push_str(", ");
        predictors.push_str(&desk.short(term));
    }
    Some((predictors, outcome))
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used, clippy::panic)]
    use crate::analyses::results::Outcome;
    use crate::report::tables::example::{Example, named};

    #[test]
    fn model_summary_as_tables_4_19_and_4_20() {
        let example = Example::new();
        let table = example.table("model-summary", Some("Y1"));
        assert_eq!(example.rows(&table), ["1 | ,813a | ,660 | ,650 | 2,64858"]);
        assert_eq!(example.notes(&table), ["a. Predictors: (Constant), LMX, Kompetensi", "b. Dependent Variable: OCB"]);
        let table = example.table("model-summary", Some("Y2"));
        assert_eq!(example.rows(&table), ["1 | ,782a | ,612 | ,594 | 3,19204"]);
        assert_eq!(example.notes(&table)[0], "a. Predictors: (Constant), OCB, LMX, Kompetensi");
    }

    #[test]
    fn anova_as_tables_4_21_and_4_22() {
        let example = Example::new();
        let table = example.table("anova", Some("Y1"));
        assert_eq!(
            example.rows(&table),
            [
                "1 | Regression | 886,146 | 2 | 443,073 | 63,161 | ,000b",
                " | Residual | 455,972 | 65 | 7,015 |  | ",
                " | Total | 1342,118 | 67 |  |  | ",
            ]
        );
        assert_eq!(example.notes(&table), ["a. Dependent Variable: OCB", "b. Predictors: (Constant), LMX, Kompetensi"]);
        assert_eq!(
            example.rows(&example.table("anova", Some("Y2"))),
            [
                "1 | Regression | 1028,426 | 3 | 342,809 | 33,645 | ,000b",
                " | Residual | 652,104 | 64 | 10,189 |  | ",
                " | Total | 1680,529 | 67 |  |  | ",
            ]
        );
    }

    #[test]
    fn a_perfect_fit_has_dashes_and_says_why() {
        let example = Example::of(named(), |results| {
            let Some(Outcome::Computed(regression)) = results.regressions.get_mut("Y1") else { panic!() };
            (regression.anova.f, regression.anova.p) = (Outcome::absent("perfect_fit"), Outcome::absent("perfect_fit"));
            regression.residuals.ks = Outcome::absent("perfect_fit");
            regression.glejser = Outcome::absent("perfect_fit");
        });
        let words =
            "– : data seluruhnya tepat pada garis regresi (semua residual nol) sehingga statistik ujinya tidak terdefinisi.";
        let table = example.table("anova", Some("Y1"));
        assert_eq!(example.rows(&table)[0], "1 | Regression | 886,146 | 2 | 443,073 | – | –");
        assert_eq!(example.notes(&table).last().unwrap(), words);
        let table = example.table("kolmogorov-smirnov", Some("Y1"));
        assert_eq!(example.rows(&table)[7], "Asymp. Sig. (2-tailed) | –");
        assert_eq!(example.notes(&table).last().unwrap(), words);
        assert_eq!(example.made("glejser", Some("Y1")), None);
    }
}
