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
            Cell::text("Unstandardized Coefficients").spanning(2, 1),
            Cell::text("Standardized Coefficients"),
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

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used, clippy::panic)]
    use crate::report::tables::example::Example;

    #[test]
    fn glejser_as_tables_4_15_and_4_16() {
        let example = Example::new();
        let table = example.table("glejser", Some("Y1"));
        assert_eq!(
            example.rows(&table),
            [
                "1 | (Constant) | ,811 | 1,248 |  | ,650 | ,518",
                " | Kompetensi | ,023 | ,057 | ,077 | ,405 | ,687",
                " | LMX | ,024 | ,089 | ,051 | ,271 | ,787",
            ]
        );
        assert_eq!(example.notes(&table), ["a. Dependent Variable: Abs_Res (OCB)"]);
        assert_eq!(
            example.rows(&example.table("glejser", Some("Y2"))),
            [
                "1 | (Constant) | 3,806 | 1,661 |  | 2,292 | ,025",
                " | Kompetensi | ,061 | ,081 | ,174 | ,756 | ,452",
                " | LMX | −,102 | ,108 | −,187 | −,946 | ,348",
                " | OCB | −,038 | ,091 | −,089 | −,419 | ,677",
            ]
        );
    }

    #[test]
    fn coefficients_as_tables_4_17_and_4_18() {
        let example = Example::new();
        let table = example.table("coefficients", Some("Y1"));
        assert_eq!(example.words(&table.caption), "Hasil Analisis Regresi Linear Berganda Model Pertama (OCB)");
        assert_eq!(
            example.rows(&table),
            [
                "1 | (Constant) | 8,680 | 1,988 |  | 4,366 | ,000",
                " | Kompetensi | ,496 | ,091 | ,607 | 5,454 | ,000",
                // Printed with a standard error of ,102, which is not B / t.
                " | LMX | ,318 | ,142 | ,250 | 2,245 | ,028",
            ]
        );
        assert_eq!(example.notes(&table), ["a. Dependent Variable: OCB"]);
        let table = example.table("coefficients", Some("Y2"));
        assert_eq!(
            example.rows(&table),
            [
                "1 | (Constant) | 7,960 | 2,725 |  | 2,921 | ,005",
                " | Kompetensi | ,276 | ,132 | ,302 | 2,086 | ,041",
                // Printed with a standard error of ,077, which is not B / t.
                " | LMX | ,365 | ,177 | ,256 | 2,061 | ,043",
                " | OCB | ,331 | ,149 | ,296 | 2,217 | ,030",
            ]
        );
        assert_eq!(example.notes(&table), ["a. Dependent Variable: Kinerja Pegawai"]);
    }
}
