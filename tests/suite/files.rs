//! Files as other programs write them. What stands in `tests/files` was made by the programs its README names.

use crate::common::root;
use bab4::dataset::{Dataset, read_bytes};
use bab4::diagnostics::{Code, Diagnostic, Diagnostics, SourceFiles};
use bab4::study::models::Models;
use bab4::study::{Study, check, parse};

/// A study from its text; its data file need not be there.
pub fn study(text: &str) -> Study {
    let folder = tempfile::tempdir().unwrap();
    let mut sources = SourceFiles::default();
    let mut diagnostics = Diagnostics::default();
    let file = sources.add("study.yaml", format!("title: Judul\ndata: {{ file: a.csv }}\n{text}"));
    std::fs::write(folder.path().join("a.csv"), "").unwrap();
    let declared = parse::parse(&sources, file, &mut diagnostics).unwrap();
    let models = Models::shipped(&mut sources);
    let study = check::check(&declared, folder.path(), &models, &mut diagnostics);
    study.unwrap_or_else(|| panic!("{diagnostics:#?}"))
}

fn bytes(name: &str) -> Vec<u8> {
    std::fs::read(root().join("tests/files").join(name)).unwrap()
}

/// What a file gives under a study, and what is said about it.
pub fn read(study: &Study, name: &str, bytes: &[u8]) -> (Option<Dataset>, Vec<Diagnostic>) {
    let mut diagnostics = Diagnostics::default();
    let dataset = read_bytes(study, name, bytes, &mut diagnostics);
    (dataset, diagnostics.into_iter().collect())
}

const CELLS: &str = "
scale: { min: 1, max: 5, labels: [Sangat Tidak Setuju, Tidak Setuju, Ragu-ragu, Setuju, Sangat Setuju] }
respondents: { jk: Jenis Kelamin, tanggal: Tanggal, catatan: Catatan }
variables:
  X: { name: Iks, indicators: [Satu, Dua] }
  N: { name: Nilai, column: nilai }
";

/// LibreOffice wrote the same cells as CSV and as three kinds of workbook: dates, results of formulas, words with letters beyond
/// ASCII, an empty row.
#[test]
fn one_sheet_reads_alike_from_every_kind_of_file() {
    let study = study(CELLS);
    let of = |name: &str| {
        let (dataset, diagnostics) = read(&study, name, &bytes(name));
        assert!(diagnostics.iter().all(|d| matches!(d.code, Code::NegativeItem)), "{name}: {diagnostics:#?}");
        dataset.unwrap()
    };
    let csv = of("cells.csv");
    assert_eq!((csv.n(), csv.case_rows[12]), (13, 15));
    assert_eq!(csv.columns["N"].get(1), Some(61.75));
    assert_eq!(csv.characteristics["tanggal"].categories[12], "2025-06-30");
    for name in ["cells.xlsx", "cells.ods", "cells.xls"] {
        let book = of(name);
        assert_eq!(book.items, csv.items, "{name}");
        assert_eq!((&book.columns, &book.case_rows), (&csv.columns, &csv.case_rows), "{name}");
        for (code, data) in &csv.characteristics {
            assert_eq!(
                (&book.characteristics[code].categories, &book.characteristics[code].codes),
                (&data.categories, &data.codes),
                "{name} {code}"
            );
        }
    }
}

const STATISTICS: &str = "
scale: { min: 1, max: 5, labels: [Sangat Tidak Setuju, Tidak Setuju, Netral, Setuju, Sangat Setuju] }
respondents: { jk: Jenis Kelamin, tanggal: Tanggal, alasan: Alasan }
variables:
  X: { name: Motivasi, indicators: [{ name: Satu, code: X1 }, { name: Dua, statement: saya teliti }, { name: Tiga, column: X3 }] }
  N: { name: Nilai, column: nilai }
";

/// PSPP wrote `statistics.sps`'s five cases plainly, byte-compressed and zlib-compressed; every value below stands in its source.
#[test]
fn spss_files_give_names_labels_missing_codes_dates_and_long_texts() {
    let study = study(STATISTICS);
    for name in ["plain.sav", "bytes.sav", "zlib.zsav"] {
        let (dataset, diagnostics) = read(&study, name, &bytes(name));
        let dataset = dataset.unwrap_or_else(|| panic!("{name}: {diagnostics:#?}"));
        let item = |code: &str| dataset.items[code].iter().collect::<Vec<_>>();
        assert_eq!(item("X1"), [Some(4.0), Some(5.0), None, Some(3.0), Some(1.0)], "9 is declared missing");
        assert_eq!(item("X.2"), [Some(5.0), Some(5.0), Some(3.0), None, Some(2.0)], "found by its label; 99 is missing");
        assert_eq!(dataset.columns["N"].iter().collect::<Vec<_>>(), [Some(70.5), Some(81.25), Some(60.0), None, Some(-3.125)]);
        let jk = &dataset.characteristics["jk"];
        assert_eq!((jk.categories.join(", ").as_str(), &jk.codes[..2]), ("Laki-laki, Perempuan", &[Some(0), Some(1)][..]));
        assert_eq!(dataset.characteristics["tanggal"].categories[4], "2025-06-05");
        assert_eq!(dataset.characteristics["alasan"].categories[0], "Sudah lama bekerja di dinas ini; café");
        assert_eq!(dataset.case_rows, [1, 2, 3, 4, 5], "as the data view of SPSS counts");
        let note = diagnostics.iter().find(|d| d.code == Code::StatisticsFile).unwrap();
        assert!(note.message.en.contains("X1: 9; X2: 99 (2 cells)"), "{}", note.message.en);
    }
}

/// Cut anywhere, an SPSS file gives a diagnostic or fewer cases, and never a panic.
#[test]
fn spss_files_cut_off_anywhere_are_said_to_be() {
    let study = study(STATISTICS);
    for name in ["plain.sav", "bytes.sav", "zlib.zsav"] {
        let whole = bytes(name);
        for end in (0..whole.len()).step_by(7) {
            let (dataset, diagnostics) = read(&study, name, &whole[..end]);
            assert!(dataset.is_some() || !diagnostics.is_empty(), "{name} cut at {end}");
        }
    }
}
