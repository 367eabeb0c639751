//! Tests of indirect effects: product, Sobel's z and its significance.

use super::effects::chain;
use super::table::Table;
use crate::audit::printed::Printed;

/// A path with its test.
#[derive(Debug, Clone, PartialEq)]
pub struct IndirectRow {
    /// Names from cause to outcome.
    pub chain: Vec<String>,
    /// Product of the unstandardized coefficients.
    pub product: Option<Printed>,
    /// Sobel's z.
    pub z: Option<Printed>,
    /// Its significance.
    pub p: Option<Printed>,
    /// Aroian's z.
    pub aroian: Option<Printed>,
    /// Its significance.
    pub aroian_p: Option<Printed>,
}

/// Reads a table of tests; none when it is not one.
pub fn find(table: &Table) -> Option<Vec<IndirectRow>> {
    if !table.aligned || !table.headings.iter().any(|heading| heading.contains("sobel")) {
        return None;
    }
    let mut out = Vec::new();
    for row in &table.rows {
        let at = |wanted: &dyn Fn(&str) -> bool| {
            let column = table.headings.iter().position(|heading| wanted(heading))?;
            table.number(row, row.cells.get(column)?, table.headings.get(column)?)
        };
        let of = |test: &'static str, ends: &'static [&'static str]| {
            move |heading: &str| heading.contains(test) && ends.iter().any(|end| heading.ends_with(end))
        };
        let chain = chain(&row.label);
        if chain.len() < 3 {
            continue;
        }
        out.push(IndirectRow {
            chain,
            product: at(&|heading| heading.contains("hasil kali") || heading == "ab" || heading.contains("product")),
            z: at(&of("sobel", &[" z", " t", "sobel"])),
            p: at(&of("sobel", &[" p", " sig"])),
            aroian: at(&of("aroian", &[" z"])),
            aroian_p: at(&of("aroian", &[" p", " sig"])),
        });
    }
    (!out.is_empty()).then_some(out)
}
