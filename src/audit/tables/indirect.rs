//! Tests of indirect effects: product, Sobel's z and its significance.

use super::effects::chain;
use super::raw::looks_numeric;
use super::table::Table;
use crate::audit::names::plain;
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
    if !table.aligned {
        return in_order(table);
    }
    if !table.headings.iter().any(|heading| heading.contains("sobel")) {
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

/// Where columns are lost: product, z and p of each test, both ends of each interval, in this order. A row with more or fewer
/// numbers (a path without its test) gives nothing.
fn in_order(table: &Table) -> Option<Vec<IndirectRow>> {
    // Word by word: letters beside each other would read as one.
    let heading = table.heading_cells.join(" ");
    let words: Vec<String> = heading.split_whitespace().map(plain).collect();
    let times = |wanted: &[&str]| words.iter().filter(|word| wanted.contains(&word.as_str())).count();
    if times(&["sobel"]) != 1 {
        return None;
    }
    let product = usize::from(times(&["kali", "product", "ab"]) > 0);
    let aroian = times(&["aroian"]).min(1);
    let tests = 1 + aroian;
    // z and p under each test, and nothing but intervals behind them.
    if times(&["z", "t"]) != tests || times(&["p", "sig"]) != tests {
        return None;
    }
    let (lower, upper) = (times(&["bawah", "lower"]), times(&["atas", "upper"]));
    let expected = product + 2 * tests + lower + upper;
    let mut out = Vec::new();
    for row in &table.rows {
        let chain = chain(&row.label);
        let cells: Vec<&String> = row.cells.iter().filter(|cell| looks_numeric(cell)).collect();
        if chain.len() < 3 || lower != upper || cells.len() != expected {
            continue;
        }
        let at = |place: usize, column: &str| table.number(row, cells.get(place)?, column);
        out.push(IndirectRow {
            chain,
            product: (product == 1).then(|| at(0, "Hasil kali")).flatten(),
            z: at(product, "Sobel z"),
            p: at(product + 1, "Sobel p"),
            aroian: (aroian == 1).then(|| at(product + 2, "Aroian z")).flatten(),
            aroian_p: (aroian == 1).then(|| at(product + 3, "Aroian p")).flatten(),
        });
    }
    (!out.is_empty()).then_some(out)
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;
    use crate::audit::read::text::read;
    use crate::audit::tables::raw::cut;

    #[test]
    fn rows_without_certain_columns_are_read_in_order_or_not_at_all() {
        let text = "Tabel 4.25 Uji Pengaruh Tidak Langsung\n\nJalur    Hasil Kali    Sobel    Aroian    IK 95%\nz    p    z    p    Bawah    Atas\n\
                    X1 → Y1 → Y2    0,165    2,054    0,040    2,025    0,043    0,0154    0,3775\n\
                    X1 → Y1 → Y3 → Y2    0,105    1,577    0,115    −    −    −0,0121    0,3256\n\nSumber: data\n";
        let rows = find(&Table::of(&cut(&read(text)).tables[0], ',')).unwrap();
        assert_eq!(rows.len(), 1, "{rows:?}");
        let text_of = |printed: &Option<Printed>| printed.as_ref().map(|printed| printed.text.clone()).unwrap_or_default();
        assert_eq!(
            (text_of(&rows[0].product), text_of(&rows[0].z), text_of(&rows[0].aroian_p)),
            ("0,165".into(), "2,054".into(), "0,043".into())
        );
    }
}
