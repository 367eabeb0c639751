//! The forms in which good data files come: every one of them yields the same answers without a word.

#![allow(clippy::unwrap_used, clippy::float_cmp)]

use super::test_study::{Build, semarang, workbook};
use super::{Dataset, read_bytes};
use crate::diagnostics::{Code, Diagnostics, Severity};
use crate::language::Text;
use crate::study::variable::ColumnSource;

fn read_as(build: &Build, name: &str, bytes: &[u8]) -> Dataset {
    let mut diagnostics = Diagnostics::default();
    let dataset = read_bytes(&build.study(), name, bytes, &mut diagnostics);
    // Three made-up rows are too few to correlate as real ones do.
    let silent = diagnostics.iter().all(|d| matches!(d.code, Code::NegativeItem | Code::ConstantItem));
    assert!(silent, "{diagnostics:#?}");
    dataset.unwrap()
}

fn answers(dataset: &Dataset, item: &str) -> Vec<Option<f64>> {
    dataset.items[item].iter().collect()
}

fn likert(items: usize) -> Build {
    Build::new(1, 5)
        .labels(&["Sangat Tidak Setuju", "Tidak Setuju", "Netral", "Setuju", "Sangat Setuju"], &["STS", "TS", "N", "S", "SS"])
        .items("X", items)
}

#[test]
fn delimiters_line_ends_marks_and_quotes_are_found_out() {
    let forms: [&[u8]; 9] = [
        b"nama,X.1,X.2\na,4,2\nb,5,1\n",
        b"nama;X.1;X.2\na;4;2\nb;5;1",
        b"nama\tX.1\tX.2\r\na\t4\t2\r\nb\t5\t1\r\n",
        b"\xef\xbb\xbfnama,X.1,X.2\r\na,4,2\r\nb,5,1\r\n",
        b"nama,X.1,X.2\ra,4,2\rb,5,1\r",
        b"sep=;\r\nnama;X.1;X.2\r\na;4;2\r\nb;5;1\r\n",
        b"\"nama\",\"X.1\",\"X.2\"\n\"a, b\nc;d\",\"4\",\"2\"\n\"b \"\"x\"\"\",\"5\",\"1\"\n",
        b"\"Nama, lengkap, tanpa gelar\";X.1;X.2\n\"a, b\";4;2\n\"c, d, e\";5;1\n",
        b"\n\nnama,X.1,X.2\n\na,4,2\n\n\nb,5,1\n\n",
    ];
    for bytes in forms {
        let dataset = read_as(&likert(2), "a.csv", bytes);
        assert_eq!(answers(&dataset, "X.1"), [Some(4.0), Some(5.0)], "{}", String::from_utf8_lossy(bytes));
        assert_eq!(answers(&dataset, "X.2"), [Some(2.0), Some(1.0)]);
    }
    let declared = likert(2).data(|data| data.delimiter = Some(';'));
    read_as(&declared, "a.csv", b"X.1;X.2;a,b,c\n4;2;a,b,c\n5;1;a,b,c\n");
}

#[test]
fn rows_are_those_of_the_spreadsheet() {
    let dataset = read_as(&likert(2), "a.csv", b"\r\nX.1,X.2\r\n4,2\r\n\r\n\r\n\"5\",\"1\n\"\r\n3,3\r\n");
    assert_eq!(dataset.case_rows, [3, 6, 7]);
    let dataset = read_as(&likert(2), "a.csv", b"sep=,\nX.1,X.2\n4,2\n5,1\n");
    assert_eq!(dataset.case_rows, [3, 4]);
}

#[test]
fn answers_may_be_figures_labels_abbreviations_or_both() {
    let text = "X.1\n5\n5.0\nss\n SANGAT  setuju \nSangat\u{a0}Setuju.\n5 - Sangat Setuju\n(5) SS\nSangat Setuju (5)\n5=SS\n\"5,0\"\n1\n";
    let mut diagnostics = Diagnostics::default();
    let dataset = read_bytes(&likert(1).study(), "a.csv", text.as_bytes(), &mut diagnostics).unwrap();
    assert!(diagnostics.iter().all(|d| d.severity == Severity::Note), "only the decimal comma is noted");
    let mut expected = vec![Some(5.0); 10];
    expected.push(Some(1.0));
    assert_eq!(answers(&dataset, "X.1"), expected);
}

#[test]
fn words_in_their_usual_spellings_are_the_declared_ones() {
    // No abbreviations are declared: initials that tell the labels apart are.
    let labels = ["Sangat Tidak Setuju", "Tidak Setuju", "Ragu-ragu", "Setuju", "Sangat Setuju"];
    let build = Build::new(1, 5).labels(&labels, &[]).items("X", 1);
    let text = "X.1\nSS\nragu ragu\nRR\nSANGAT-SETUJU\nSangat Setuju (SS)\n'5\n'=4\n\"=\"\"3\"\"\"\nsts.\nTidak  setuju...\n";
    let dataset = read_as(&build, "a.csv", text.as_bytes());
    let scores: Vec<f64> = dataset.items["X.1"].iter().flatten().collect();
    assert_eq!(scores, [5.0, 3.0, 3.0, 5.0, 5.0, 5.0, 4.0, 3.0, 1.0, 2.0]);
    // Two labels with the same initials have none.
    let alike = Build::new(1, 3).labels(&["Sangat Sering", "Sering", "Sangat Setuju"], &[]).items("X", 1);
    let mut diagnostics = Diagnostics::default();
    assert!(read_bytes(&alike.study(), "a.csv", b"X.1\nSS\n1\n2\n", &mut diagnostics).is_none());
}

#[test]
fn an_item_may_have_labels_of_its_own() {
    let own = ["gratis", "murah", "wajar", "mahal", "sangat mahal"].map(Text::from).to_vec();
    let build = likert(2).item("X.2", |item| item.labels = Some(own));
    let dataset = read_as(&build, "a.csv", b"X.1,X.2\nS,Murah\nSetuju,wajar\nTS,sangat mahal\n");
    assert_eq!(answers(&dataset, "X.2"), [Some(2.0), Some(3.0), Some(5.0)]);
}

#[test]
fn scales_may_begin_at_zero_and_missing_codes_are_declared() {
    let build = Build::new(0, 1)
        .labels(&["Tidak", "Ya"], &[])
        .items("G", 2)
        .data(|data| data.missing_codes = vec!["99".to_owned(), "tidak tahu".to_owned()]);
    let mut diagnostics = Diagnostics::default();
    let dataset = read_bytes(&build.study(), "a.csv", b"G.1,G.2\nYa,0\ntidak,1\n99,1\nTidak Tahu,0\n", &mut diagnostics).unwrap();
    assert_eq!(answers(&dataset, "G.1"), [Some(1.0), Some(0.0), None, None]);
    assert_eq!(dataset.incomplete, 2);
}

#[test]
fn columns_are_found_by_code_statement_brackets_header_and_position() {
    let statement = |build: Build, item: &str, text: &str| {
        let text = Text::from(text);
        build.item(item, |item| item.statement = Some(text))
    };
    let mut build = likert(6);
    build = statement(build, "X.3", "Saya hadir tepat waktu.");
    build = statement(build, "X.4", "Saya menaati peraturan kantor");
    build = build.item("X.5", |item| item.column = ColumnSource::Header("Tanggung jawab?".to_owned()));
    build = build.item("X.6", |item| item.column = ColumnSource::Position(6));
    let header = "Timestamp;x_1;X.2 Saya teliti;3. saya hadir  tepat waktu;Disiplin [Saya menaati peraturan kantor.];tanggung jawab;apa saja";
    let dataset =
        read_as(&build, "a.csv", format!("{header}\n1;1;2;3;4;5;1\n2;2;2;3;4;5;2\n2;3;3;4;5;4;3\n2;4;4;5;5;5;4\n").as_bytes());
    for (item, first) in [("X.1", 1.0), ("X.2", 2.0), ("X.3", 3.0), ("X.4", 4.0), ("X.5", 5.0), ("X.6", 1.0)] {
        assert_eq!(dataset.items[item].get(0), Some(first), "{item}");
    }
}

#[test]
fn a_characteristic_is_found_by_its_name_too() {
    let build = likert(1).characteristic("jk", |c| c.name = Text::from("Jenis Kelamin")).characteristic("lama_kerja", |_| {});
    let dataset = read_as(&build, "a.csv", b"X.1,Jenis kelamin:,Lama Kerja\n1,L,2\n2,P,3\n");
    assert_eq!(dataset.characteristics["jk"].categories, ["L", "P"]);
    assert_eq!(dataset.characteristics["lama_kerja"].codes, [Some(0), Some(1)]);
}

#[test]
fn a_workbook_gives_what_the_same_csv_gives() {
    let sheets: &[(&str, &[&[&str]])] = &[
        ("Kosong", &[]),
        (
            "Jawaban",
            &[
                &["X.1", "jk", "tanggal", "nilai"],
                &["#4", "L", "@45821", "#70.5"],
                &[],
                &["Setuju", "P", "@45821.25", "#81"],
                &["#1.0", "#1", "", "#1.234"],
            ],
        ),
        ("Lain", &[&["a"], &["b"]]),
    ];
    let build = likert(1).characteristic("jk", |_| {}).characteristic("tanggal", |_| {}).column("N", "nilai");
    let dataset = read_as(&build, "a.xlsx", &workbook(sheets));
    assert_eq!(answers(&dataset, "X.1"), [Some(4.0), Some(4.0), Some(1.0)]);
    assert_eq!(dataset.case_rows, [2, 4, 5]);
    // 45 821 days after 30 December 1899 is 13 June 2025.
    assert_eq!(dataset.characteristics["tanggal"].categories, ["2025-06-13", "2025-06-13 06:00:00"]);
    assert_eq!(dataset.characteristics["jk"].categories, ["L", "P", "1"]);
    let numbers: Vec<_> = dataset.columns["N"].iter().collect();
    assert_eq!(numbers, [Some(70.5), Some(81.0), Some(1.234)], "a number cell has one reading");
    let other = Build::new(1, 5).characteristic("a", |_| {}).data(|data| data.sheet = Some(" lain".to_owned()));
    assert_eq!(read_as(&other, "a.xlsx", &workbook(sheets)).characteristics["a"].categories, ["b"]);
}

#[test]
fn title_rows_above_the_header_are_passed_over() {
    let sheets: &[(&str, &[&[&str]])] =
        &[("Tabulasi", &[&["", "Tabulasi jawaban"], &[], &["No", "X.1", "X.2"], &["#1", "#4", "#2"], &["#2", "#5", "#1"]])];
    let dataset = read_as(&likert(2), "a.xlsx", &workbook(sheets));
    assert_eq!(dataset.case_rows, [4, 5]);
    let dataset = read_as(&likert(2), "a.csv", b"Tabulasi jawaban,,\nNo,X.1,X.2\n1,4,2\n2,5,1\n");
    assert_eq!(answers(&dataset, "X.2"), [Some(2.0), Some(1.0)]);
    let dataset = read_as(&likert(2), "a.csv", b"Tabulasi jawaban, 2025\nNo;X.1;X.2\n1;4;2\n2;5;1\n");
    assert_eq!(dataset.case_rows, [3, 4]);
}

/// Frequencies of Tables 4.1–4.4 of Putri (2019).
#[test]
fn semarang_characteristics_have_the_published_frequencies() {
    let bytes = include_bytes!("../../examples/disnaker-semarang/responses.csv");
    let mut diagnostics = Diagnostics::default();
    let dataset = read_bytes(&semarang(), "responses.csv", bytes, &mut diagnostics).unwrap();
    let published: [(&str, &[usize]); 4] =
        [("jenis_kelamin", &[41, 27]), ("umur", &[5, 36, 27]), ("pendidikan", &[14, 2, 50, 2]), ("lama_bekerja", &[12, 38, 18])];
    for (code, frequencies) in published {
        let data = &dataset.characteristics[code];
        let counted: Vec<usize> =
            (0..data.categories.len()).map(|at| data.codes.iter().filter(|c| **c == u32::try_from(at).ok()).count()).collect();
        assert_eq!(counted, frequencies, "{code}");
    }
    // By `sha256sum`.
    assert_eq!(dataset.hash, HASH);
}

const HASH: &str = "e0c4813ece5a1fa428f0ab769cc9f1f9dc76a36ff788b726f847a36e2c30b207";
