//! Rows that typists put below their answers: sums, means, critical values. They are no respondents.

use super::wording::fold;
use serde::{Deserialize, Serialize};

/// What a row below the answers gives.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum SummaryKind {
    /// The sum of every column.
    Sum,
    /// The mean of every column.
    Mean,
    /// Something else: standard deviations, r table, percentages.
    Other,
}

/// No name of such a row is longer, in bytes.
const LONGEST: usize = 32;

const SUMS: &[&str] = &[
    "jumlah",
    "total",
    "jml",
    "sum",
    "jumlah skor",
    "skor total",
    "total skor",
    "jumlah total",
    "grand total",
    "\u{2211}",
    "\u{3a3}",
    "\u{3c3}",
];
const MEANS: &[&str] =
    &["rata-rata", "rata rata", "rata2", "rerata", "mean", "average", "rata-rata skor", "mean skor", "skor rata-rata"];
const OTHERS: &[&str] = &[
    "r hitung",
    "r-hitung",
    "rhitung",
    "r tabel",
    "r-tabel",
    "rtabel",
    "t hitung",
    "t tabel",
    "standar deviasi",
    "std. deviasi",
    "std deviasi",
    "std. deviation",
    "simpangan baku",
    "varians",
    "varian",
    "variance",
    "variansi",
    "minimum",
    "maksimum",
    "maximum",
    "median",
    "modus",
    "skor maksimal",
    "skor ideal",
    "persentase",
    "persen",
    "tcr",
    "validitas",
    "reliabilitas",
    "keterangan",
    "kesimpulan",
];

/// What a row gives whose first filled cell is this text; `None` for a row of answers.
pub fn summary_kind(first: &str) -> Option<SummaryKind> {
    let begins = first.chars().next()?;
    if first.len() > LONGEST || begins.is_ascii_digit() {
        return None;
    }
    let folded = fold(first);
    let name = folded.trim_end_matches([':', '.', ' ', '=']);
    let is = |list: &[&str]| list.contains(&name);
    if is(SUMS) {
        Some(SummaryKind::Sum)
    } else if is(MEANS) {
        Some(SummaryKind::Mean)
    } else {
        is(OTHERS).then_some(SummaryKind::Other)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_of_rows_that_sum_up() {
        assert_eq!(summary_kind("JUMLAH:"), Some(SummaryKind::Sum));
        assert_eq!(summary_kind("Rata - rata"), None, "not every spelling is guessed");
        assert_eq!(summary_kind("rata-rata"), Some(SummaryKind::Mean));
        assert_eq!(summary_kind("r tabel"), Some(SummaryKind::Other));
        for no in ["", "4", "Budi", "SD", "Total Quality Management membuat saya senang bekerja"] {
            assert_eq!(summary_kind(no), None, "{no}");
        }
    }
}
