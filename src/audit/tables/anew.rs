//! Coefficients of ranks or of a transformed outcome beside those of the scores: a β in the text may be either.

use super::coefficients::{Which, is_constant};
use super::table::Table;
use crate::audit::names::plain;
use crate::audit::printed::Printed;

/// A table of them.
#[derive(Debug, Clone, PartialEq)]
pub struct Anew {
    /// Caption, in plain words.
    pub title: String,
    /// Which regression of the chapter.
    pub which: Which,
    /// Of each predictor its label and its β in the regression that was computed anew; none where the row could not be read.
    pub rows: Vec<(String, Option<Printed>)>,
}

/// Numbers of a predictor's row: B, standard error, β, t and significance on scores, then β, t and significance anew.
const NUMBERS: usize = 8;

/// Whether a table holds coefficients of other values than the scores: of ranks, or of a transformed outcome.
pub fn is_anew(table: &Table) -> bool {
    ["terikat yang ditransformasi", "transformed dependent variable", "skor dan atas peringkat", "scores and on ranks"]
        .iter()
        .any(|words| table.words.contains(words))
}

/// Reads such a table; none when it is not one.
pub fn find(table: &Table) -> Option<Anew> {
    if !is_anew(table) {
        return None;
    }
    let named = table.rows.iter().map(|row| (name(&row.label), row));
    let rows = named.filter(|(name, _)| !name.is_empty() && !is_constant(&plain(name))).map(|(name, row)| {
        let numbers: Vec<Printed> = row.cells.iter().filter_map(|cell| table.number(row, cell, "Beta")).collect();
        // Where a number is missing nobody can tell which.
        let beta = if numbers.len() == NUMBERS { numbers.into_iter().nth(NUMBERS - 3) } else { None };
        (name.to_owned(), beta)
    });
    Some(Anew { title: plain(&table.title), which: Which::of(table), rows: rows.collect() })
}

/// `Gaji` of `Gaji (A)`: the code is this program's, and may be a letter that is taken for something else, as C for the constant.
fn name(label: &str) -> &str {
    label.strip_suffix(')').and_then(|label| label.rsplit_once(" (")).map_or(label, |(name, _)| name).trim()
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;
    use crate::audit::printed::Place;
    use crate::audit::tables::table::Row;

    fn table(title: &str, rows: &[(&str, &[&str])]) -> Table {
        let row = |(label, cells): &(&str, &[&str])| Row {
            line: 1,
            label: (*label).to_owned(),
            cells: cells.iter().map(|cell| (*cell).to_owned()).collect(),
            aligned: true,
        };
        Table {
            place: Place::default(),
            title: title.to_owned(),
            headings: Vec::new(),
            heading_cells: Vec::new(),
            columns: Vec::new(),
            rows: rows.iter().map(row).collect(),
            aligned: true,
            notes: Vec::new(),
            mark: ',',
            words: plain(title),
        }
    }

    #[test]
    fn the_second_beta_of_every_whole_row() {
        let title = "Koefisien atas Skor dan atas Peringkat Model Kedua (Kinerja)";
        let rows: [(&str, &[&str]); 3] = [
            ("(Constant)", &["32,884", "8,558", "", "3,843", "0,000", "", "5,337", "0,000"]),
            ("Insentif (X2)", &["1,081", "0,948", "0,914", "1,141", "0,257", "−0,132", "−0,175", "0,861"]),
            ("Motivasi (C)", &["−0,434", "0,218", "–", "−1,991", "0,0496", "0,004", "0,038", "0,970"]),
        ];
        let found = find(&table(title, &rows)).unwrap();
        assert_eq!(found.which.ordinal, Some(2));
        assert_eq!(found.rows.iter().map(|(name, _)| name.as_str()).collect::<Vec<_>>(), ["Insentif", "Motivasi"]);
        let betas: Vec<Option<f64>> = found.rows.iter().map(|(_, beta)| beta.as_ref().map(|beta| beta.value)).collect();
        assert_eq!(betas, [Some(-0.132), None]);
        assert_eq!(find(&table("Hasil Analisis Regresi Linear Berganda Model Kedua", &rows)), None);
    }
}
