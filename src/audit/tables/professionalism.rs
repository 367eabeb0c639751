//! The professionalism index of civil servants by its four dimensions, and the matrix of predicates of performance.

use super::raw::looks_numeric;
use super::table::{Row, Table};
use crate::audit::names::plain;
use crate::audit::printed::{Place, Printed};

/// The dimensions as their labels begin, in both languages.
const DIMENSIONS: [[&str; 2]; 4] =
    [["kualifikasi", "qualification"], ["kompetensi", "competence"], ["kinerja", "performance"], ["disiplin", "discipline"]];
/// Most rows of such a table.
const LONGEST: usize = 8;
/// What the row of the whole is called.
const WHOLE: [&str; 8] = ["keseluruhan", "overall", "jumlah", "total", "indeks", "ip asn", "nilai ip", "index"];

/// A row of the index.
#[derive(Debug, Clone, PartialEq)]
pub struct IndexPart {
    /// Highest points.
    pub possible: Option<Printed>,
    /// Mean.
    pub mean: Printed,
    /// In per cent of the highest points.
    pub percent: Option<Printed>,
    /// Persons.
    pub n: Option<Printed>,
}

/// The index.
#[derive(Debug, Clone, PartialEq)]
pub struct Professionalism {
    /// The dimensions.
    pub dimensions: Vec<IndexPart>,
    /// The whole with the word of its band.
    pub whole: Option<(IndexPart, String)>,
}

/// Reads the index; none when the four dimensions are not its rows. Only where columns are certain.
pub fn find(table: &Table) -> Option<Professionalism> {
    if !table.aligned || table.rows.len() > LONGEST {
        return None;
    }
    let is = |row: &Row, names: &[&str]| {
        let label = plain(&row.label);
        names.iter().any(|name| label.starts_with(name))
    };
    let rows: Vec<&Row> = table.rows.iter().filter(|row| row.aligned).collect();
    let parts: Vec<&&Row> = DIMENSIONS.iter().filter_map(|names| rows.iter().find(|row| is(row, names))).collect();
    if parts.len() < DIMENSIONS.len() {
        return None;
    }
    let column = |names: &[&str]| {
        let found: Vec<usize> =
            (1..table.headings.len()).filter(|at| table.headings.get(*at).is_some_and(|h| names.contains(&h.as_str()))).collect();
        found.first().copied().filter(|_| found.len() == 1)
    };
    let mean = column(&["rata rata", "mean", "nilai", "skor", "capaian", "score"])?;
    let possible = column(&["poin tertinggi", "bobot", "nilai maksimal", "skor maksimal", "highest points", "weight"]);
    let percent = column(&["% dari tertinggi", "dari tertinggi", "persentase", "% of highest", "of highest", "percentage"]);
    let (n, category) = (column(&["n"]), column(&["kategori", "category"]));
    let part = |row: &Row| {
        let number = |at: Option<usize>, name: &str| {
            let text = row.cells.get(at?).filter(|text| looks_numeric(text))?;
            table.number(row, text, name).map(Printed::rounded)
        };
        let mean = number(Some(mean), "mean")?;
        Some(IndexPart { possible: number(possible, "highest"), mean, percent: number(percent, "%"), n: number(n, "n") })
    };
    let whole = rows.iter().find(|row| is(row, &WHOLE)).and_then(|row| {
        let word = category.and_then(|at| row.cells.get(at)).map(|word| plain(word)).unwrap_or_default();
        Some((part(row)?, word))
    });
    let dimensions: Vec<IndexPart> = parts.into_iter().filter_map(|row| part(row)).collect();
    (dimensions.len() == DIMENSIONS.len()).then_some(Professionalism { dimensions, whole })
}

/// A cell of the matrix of predicates: ratings of results and behaviour (0 below, 1 meets, 2 above) and the predicate that stands there.
#[derive(Debug, Clone, PartialEq)]
pub struct MatrixCell {
    /// Where.
    pub place: Place,
    /// Rating of results.
    pub results: usize,
    /// Rating of behaviour.
    pub behavior: usize,
    /// What the cell says.
    pub text: String,
}

/// Reads the matrix; none when it is not one.
pub fn matrix(table: &Table) -> Vec<MatrixCell> {
    let rating = |text: &str| {
        let text = plain(text);
        let says = |words: &[&str]| words.iter().any(|word| text.contains(word));
        match () {
            () if says(&["di atas", "diatas", "above"]) => Some(2),
            () if says(&["di bawah", "dibawah", "below"]) => Some(0),
            () if says(&["sesuai", "meets"]) => Some(1),
            () => None,
        }
    };
    if table.rows.len() > LONGEST || table.heading_cells.len() > 40 || !(table.says("perilaku") || table.says("behaviour")) {
        return Vec::new();
    }
    // Rows whose cells hold words are no rows to the reader of tables: everything is read in its order.
    let body = table.rows.iter().flat_map(|row| std::iter::once(&row.label).chain(&row.cells));
    let all: Vec<&String> = table.heading_cells.iter().chain(body).collect();
    let ratings = |three: &[&String]| -> Option<Vec<usize>> { three.iter().map(|cell| rating(cell)).collect() };
    let Some((start, columns)) = all.windows(3).enumerate().find_map(|(at, three)| Some((at, ratings(three)?))) else {
        return Vec::new();
    };
    let mut cells = Vec::new();
    for four in all.get(start + 3..).unwrap_or_default().windows(4) {
        let [label, row @ ..] = four else { continue };
        let Some(results) = rating(label).filter(|_| row.iter().all(|cell| rating(cell).is_none())) else { continue };
        for (behavior, text) in columns.iter().zip(row) {
            let place = table.place.cell(0, label, "");
            cells.push(MatrixCell { place, results, behavior: *behavior, text: plain(text) });
        }
    }
    cells
}
