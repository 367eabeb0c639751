//! Planted errors in annual reports of public service: which numbers are determined, and which words.

use super::corpus::Dice;
use super::words::{Change, Said};
use bab4::audit::chapter::{Chapter, Content};
use bab4::diagnostics::Code;

/// The reports.
pub const REPORTS: [&str; 4] = ["skm-contoh", "lkjip-latihan", "ip-asn-latihan", "predikat-latihan"];

/// What a cell of their tables is; none when nothing determines it.
pub fn kind_of(rows: &[Vec<String>], row: usize, column: usize) -> Option<&'static str> {
    let heading = rows[0].get(column)?.to_lowercase();
    let label = rows[row].iter().take(2).cloned().collect::<Vec<_>>().join(" ").to_lowercase();
    let has = |word: &str| rows[0].iter().any(|cell| cell.to_lowercase() == word);
    if has("nrr tertimbang") {
        return match (heading.as_str(), label.starts_with("jumlah"), label.starts_with("nilai indeks")) {
            ("nrr", false, false) => Some("service: mean of an element"),
            ("nrr", true, _) => Some("service: sum of the means"),
            ("nrr tertimbang", false, false) => Some("service: weighted mean"),
            ("nrr tertimbang", true, _) => Some("service: sum of the weighted means"),
            ("nrr tertimbang", _, true) => Some("service: index"),
            ("jumlah nilai", false, false) => Some("service: sum of answers"),
            ("peringkat", false, false) => Some("service: rank"),
            _ => None,
        };
    }
    if has("capaian (%)") && has("target") && has("dihitung (%)") {
        return match (heading.as_str(), label.starts_with("rata-rata")) {
            ("capaian (%)", false) => Some("performance: achievement"),
            ("dihitung (%)", false) => Some("performance: what counts"),
            ("capaian (%)" | "dihitung (%)", true) => Some("performance: mean achievement"),
            _ => None,
        };
    }
    if has("serapan (%)") {
        return match heading.as_str() {
            "serapan (%)" => Some("budget: absorbed"),
            "efisiensi" => Some("budget: efficiency"),
            _ => None,
        };
    }
    None
}

/// Words of cells.
pub const CELLS: &[Change] = &[
    ("predicate of a cell", &[Code::Category], "52 (baik)", "52 (butuh perbaikan)"),
    ("predicate of a cell: results above", &[Code::Category], "17 (baik)", "17 (sangat baik)"),
    ("service: grade of an element", &[Code::Satisfaction], "A", "B"),
];

/// Words of the text.
pub const TEXTS: &[Change] = &[
    ("service: grade in the text", &[Code::Satisfaction], "mutu pelayanan B (baik)", "mutu pelayanan A (sangat baik)"),
    ("service: word of the grade", &[Code::Category], "mutu pelayanan B (baik)", "mutu pelayanan B (kurang baik)"),
    ("service: index in the text", &[Code::TextAgainstTable], "sebesar 81,07 dengan", "sebesar 80,17 dengan"),
    ("service: change", &[Code::Satisfaction], "naik 1,42 poin", "naik 1,24 poin"),
    ("service: element in the text", &[Code::TextAgainstTable], "Waktu penyelesaian (2,992)", "Waktu penyelesaian (2,929)"),
    ("service: swapped elements", &[Code::TextAgainstTable], "Sarana dan prasarana (3,008)", "Sarana dan prasarana (3,153)"),
    ("performance: achievement in the text", &[Code::TextAgainstTable], "Jalan mantap (83,51%)", "Jalan mantap (85,31%)"),
    ("professionalism: band in the text", &[Code::Category], "termasuk kategori Sangat Rendah", "termasuk kategori Rendah"),
];

/// Errors in cells of one kind of table: a band that its achievement does not lie in, an index by the rounded weight, a share of
/// the highest points.
pub fn in_tables(chapter: &Chapter, dice: &mut Dice) -> Vec<Said> {
    let kinds: [(Change, [&str; 2]); 3] = [
        (("performance: band", &[Code::Category], "sangat tinggi", "sedang"), ["Dihitung (%)", "Target"]),
        (("service: weight of 0,11", &[Code::Satisfaction, Code::TextAgainstTable], "81,07", "80,26"), ["NRR", "NRR Tertimbang"]),
        (("professionalism: share of the highest points", &[Code::Percentage], "46,1", "64,1"), ["Dimensi", "% dari Tertinggi"]),
    ];
    kinds.into_iter().filter_map(|(change, headings)| cell_of(chapter, dice, change, headings)).collect()
}

fn cell_of(chapter: &Chapter, dice: &mut Dice, (kind, codes, from, to): Change, headings: [&str; 2]) -> Option<Said> {
    let mut places = Vec::new();
    for (at, block) in chapter.blocks.iter().enumerate() {
        let Content::Grid(rows) = &block.content else { continue };
        if headings.iter().all(|heading| rows[0].iter().any(|cell| cell == heading)) {
            let cells = rows.iter().enumerate().flat_map(|(row, cells)| cells.iter().enumerate().map(move |it| (row, it)));
            places.extend(cells.filter(|(_, (_, cell))| *cell == from).map(|(row, (column, _))| (at, row, column)));
        }
    }
    if places.is_empty() {
        return None;
    }
    let (at, row, column) = places[dice.roll(places.len())];
    let mut changed = chapter.clone();
    if let Content::Grid(rows) = &mut changed.blocks[at].content {
        rows[row][column] = to.to_owned();
    }
    Some(Said { kind, chapter: changed, codes, change: format!("{from} → {to}") })
}
