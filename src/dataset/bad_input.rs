//! Every way in which a data file can be wrong, each with the code and the place it is reported at.

#![allow(clippy::unwrap_used, clippy::float_cmp)]

use super::test_study::{Build, workbook};
use super::{Dataset, read, read_bytes};
use crate::diagnostics::{Code, Diagnostic, Diagnostics, Place, Severity};
use crate::language::{Language, Text};
use crate::study::MissingPolicy;
use crate::study::variable::ColumnSource;
use std::path::Path;

fn run(build: &Build, bytes: &[u8]) -> (Option<Dataset>, Vec<Diagnostic>) {
    let mut diagnostics = Diagnostics::default();
    let dataset = read_bytes(&build.study(), "a.csv", bytes, &mut diagnostics);
    (dataset, diagnostics.into_iter().collect())
}

/// The only problem of a file that yields no dataset.
fn only_error(build: &Build, bytes: &[u8]) -> Diagnostic {
    let (dataset, mut diagnostics) = run(build, bytes);
    assert!(dataset.is_none());
    assert_eq!(diagnostics.len(), 1, "{diagnostics:#?}");
    let diagnostic = diagnostics.remove(0);
    assert_eq!(diagnostic.severity, Severity::Error);
    diagnostic
}

/// The dataset and the only problem, which does not stop the run.
fn only_remark(build: &Build, bytes: &[u8]) -> (Dataset, Diagnostic) {
    let (dataset, mut diagnostics) = run(build, bytes);
    assert_eq!(diagnostics.len(), 1, "{diagnostics:#?}");
    let diagnostic = diagnostics.remove(0);
    assert_ne!(diagnostic.severity, Severity::Error);
    (dataset.unwrap(), diagnostic)
}

fn fine(build: &Build, bytes: &[u8]) -> Dataset {
    let (dataset, diagnostics) = run(build, bytes);
    assert!(diagnostics.is_empty(), "{diagnostics:#?}");
    dataset.unwrap()
}

fn cell(row: usize, column: &str) -> Option<Place> {
    Some(Place::Cell { file: "a.csv".to_owned(), row, column: column.to_owned() })
}

fn whole() -> Option<Place> {
    Some(Place::File("a.csv".to_owned()))
}

fn answers(dataset: &Dataset, item: &str) -> Vec<Option<f64>> {
    dataset.items[item].iter().collect()
}

fn two() -> Build {
    Build::new(1, 5).items("X", 2)
}

fn likert() -> Build {
    Build::new(1, 5)
        .labels(&["Sangat Tidak Setuju", "Tidak Setuju", "Netral", "Setuju", "Sangat Setuju"], &["STS", "TS", "N", "S", "SS"])
        .items("X", 2)
}

#[test]
fn a_file_that_is_not_there() {
    let mut diagnostics = Diagnostics::default();
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("examples");
    assert!(read(&two().study(), &folder, &mut diagnostics).is_none());
    let diagnostic = diagnostics.iter().next().unwrap();
    assert_eq!(diagnostic.code, Code::DataUnreadable);
    assert_eq!(diagnostic.place, two().study().data.declared.map(Place::Span));
}

#[test]
fn empty_files_and_files_without_answers() {
    for bytes in ["", "\u{feff}", "\n\n  \n", ",,\n,,\n"] {
        let diagnostic = only_error(&two(), bytes.as_bytes());
        assert_eq!((diagnostic.code, diagnostic.place), (Code::DataEmpty, whole()), "{bytes:?}");
    }
    for bytes in ["X.1,X.2", "X.1,X.2\n", "X.1,X.2\r\n,\r\n"] {
        let diagnostic = only_error(&two(), bytes.as_bytes());
        assert_eq!((diagnostic.code, diagnostic.place), (Code::DataEmpty, whole()), "{bytes:?}");
        assert!(diagnostic.message.id.contains("judul kolom"), "{}", diagnostic.message.id);
    }
}

#[test]
fn files_of_another_kind_are_named() {
    let docx = zip_of(&[("word/document.xml", b"<a/>".as_slice())]);
    let text = zip_of(&[("mimetype", b"application/vnd.oasis.opendocument.text".as_slice()), ("content.xml", b"<a/>")]);
    let other = zip_of(&[("foto.jpg", b"a".as_slice())]);
    let cases: [(&[u8], &str); 8] = [
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "damaged"),
        (b"%PDF-1.7\n", "PDF"),
        (b"  <html><table>", "HTML"),
        (b"X.1,X.2\n1,2\n\0\x01\x02", "binary"),
        (b"\x89PNG\r\n\x1a\n\0\0\0\x0dIHDR", "binary"),
        (&docx, "Word"),
        (&text, "zip"),
        (&other, "zip"),
    ];
    for (bytes, word) in cases {
        let diagnostic = only_error(&two(), bytes);
        assert_eq!((diagnostic.code, diagnostic.place), (Code::DataUnreadable, whole()), "{word}");
        assert!(diagnostic.message.en.contains(word), "{}", diagnostic.message.en);
        assert!(!diagnostic.hints.is_empty());
    }
}

#[test]
fn utf_16_and_windows_1252_are_read_and_said_with_an_example() {
    let utf16: Vec<u8> = "X.1\tX.2\n4\t5\n3\t2\n".encode_utf16().flat_map(u16::to_le_bytes).collect();
    let with_mark = [b"\xff\xfe".as_slice(), &utf16].concat();
    let latin = b"X.1,X.2,jk\n4,5,Caf\xe9 \x93ya\x94\n3,2,\n";
    let build = two().characteristic("jk", |_| {});
    for (build, bytes, encoding, example) in [
        (&two(), &with_mark[..], "UTF-16LE", "X.1\tX.2"),
        (&two(), &utf16, "UTF-16LE", "X.1\tX.2"),
        (&build, latin, "Windows-1252", "Café “ya”"),
    ] {
        let (dataset, note) = only_remark(build, bytes);
        assert_eq!(answers(&dataset, "X.1"), [Some(4.0), Some(3.0)]);
        assert_eq!((note.code, note.severity, note.place), (Code::EncodingFound, Severity::Note, whole()));
        assert!(note.message.en.contains(encoding) && note.message.en.contains(example), "{}", note.message.en);
    }
    let (dataset, _) = only_remark(&build, latin);
    assert_eq!(dataset.characteristics["jk"].categories, ["Café “ya”"]);
}

#[test]
fn a_declared_encoding_is_honoured_and_what_does_not_fit_it_is_refused() {
    let declared = |encoding: &str| two().characteristic("jk", |_| {}).data(|data| data.encoding = Some(encoding.to_owned()));
    let latin = b"X.1,X.2,jk\n4,5,Caf\xe9\n3,2,\n";
    assert_eq!(fine(&declared("windows-1252"), latin).characteristics["jk"].categories, ["Café"]);
    fine(&declared("UTF-8"), "X.1,X.2,jk\n4,5,Café\n3,2,\n".as_bytes());
    let diagnostic = only_error(&declared("utf-8"), latin);
    assert!(diagnostic.message.en.starts_with("line 2 is not UTF-8") && diagnostic.message.en.contains("Café"), "{diagnostic:?}");
    let diagnostic = only_error(&declared("utf-16"), b"X\0,\0\n\0\x00\xd8a\0");
    assert_eq!(diagnostic.place, two().study().data.declared.map(Place::Span));
    let mixed = only_error(&two(), b"X.1,X.2,nama\n4,5,Jos\xc3\xa9\n3,2,Ren\xe9\n");
    assert!(mixed.message.en.contains("line 2 is UTF-8") && mixed.message.en.contains("line 3"), "{}", mixed.message.en);
}

#[test]
fn ragged_rows_are_named_up_to_five() {
    let diagnostic = only_error(&two(), b"X.1,X.2\n4,5\n3\n2,2\n");
    assert_eq!((diagnostic.code, diagnostic.place), (Code::RaggedRow, cell(3, "A")));
    let mut text = "X.1,X.2\n4,5\n".to_owned();
    text.push_str(&"1,2,3\n".repeat(8));
    let (dataset, diagnostics) = run(&two(), text.as_bytes());
    assert!(dataset.is_none());
    assert!(diagnostics.iter().all(|d| d.code == Code::RaggedRow));
    assert_eq!(diagnostics.len(), 6);
    assert_eq!(diagnostics[0].place, cell(3, "B"));
    assert!(diagnostics[5].message.en.starts_with("3 more rows"), "{}", diagnostics[5].message.en);
    let unclosed = only_error(&two(), b"X.1,X.2\n4,\"5\n4,5\n3,3\n4,4\n5,5\n");
    // The quotation mark swallows the rest of the file into one cell, which is then no answer.
    assert_eq!((unclosed.code, unclosed.place), (Code::OffScale, cell(2, "X.2")));
}

#[test]
fn empty_fields_beyond_the_header_and_empty_lines_do_no_harm() {
    let dataset = fine(&two(), b"X.1,X.2,,\n4,5,,\n\n,,,\n3,1,,\n");
    assert_eq!(dataset.case_rows, [2, 5], "rows are those of a spreadsheet");
}

#[test]
fn missing_columns_stand_at_their_item_and_name_what_is_there() {
    let build = Build::new(1, 5).items("X1", 3);
    let diagnostic = only_error(&build, b"X1.1,X1.3,X1.4\n1,2,3\n2,3,4\n");
    assert_eq!(diagnostic.code, Code::MissingColumn);
    let item = build.study().variables["X1"].items().nth(1).unwrap().declared;
    assert_eq!(diagnostic.place, item.map(Place::Span));
    assert!(diagnostic.hints[0].en.contains("X1.1, X1.3, X1.4"), "{:?}", diagnostic.hints);
    let near = only_error(&two().column("K", "kinerja"), b"X.1,X.2,kinreja\n1,2,3\n2,4,4\n");
    assert!(near.hints[0].en.contains("“kinreja”"), "{:?}", near.hints);
}

#[test]
fn a_variable_without_any_column_is_one_problem() {
    let build = two().items("Y", 9);
    let diagnostic = only_error(&build, b"X.1,X.2\n1,2\n2,4\n");
    assert_eq!(diagnostic.code, Code::MissingColumn);
    assert_eq!(diagnostic.place, build.study().variables["Y"].declared.map(Place::Span));
    assert!(diagnostic.message.en.contains("“Y.1”"));
}

#[test]
fn duplicate_headers_matter_only_where_they_are_used() {
    let diagnostic = only_error(&two(), b"X.1,X.2,x_2\n1,2,2\n");
    assert_eq!((diagnostic.code, diagnostic.place), (Code::DuplicateColumn, cell(1, "C")));
    fine(&two(), b"X.1,X.2,nama,nama\n1,2,a,b\n");
}

#[test]
fn a_column_belongs_to_one_item() {
    let build = two().item("X.2", |item| item.column = ColumnSource::Header("X.1".to_owned()));
    let diagnostic = only_error(&build, b"X.1,X.2\n1,2\n2,4\n");
    let study = build.study();
    let items: Vec<_> = study.variables["X"].items().collect();
    assert_eq!(diagnostic.code, Code::ColumnUsedTwice);
    assert_eq!(diagnostic.place, items[1].declared.map(Place::Span));
    assert_eq!(Some(diagnostic.labels[0].place.clone()), items[0].declared.map(Place::Span));
}

#[test]
fn a_position_beyond_the_last_column() {
    let build = two().item("X.2", |item| item.column = ColumnSource::Position(27));
    let diagnostic = only_error(&build, b"X.1,X.2\n1,2\n2,4\n");
    assert_eq!(diagnostic.code, Code::MissingColumn);
    assert!(diagnostic.message.en.contains("column AB") && diagnostic.message.en.contains("is B"), "{}", diagnostic.message.en);
}

#[test]
fn answers_off_the_scale_are_grouped_by_text() {
    let (dataset, diagnostics) = run(&likert(), "X.1,X.2\n4,Cukup Setuju\n6,S\nCukup  setuju,KS\n3,Setujuu\n".as_bytes());
    assert!(dataset.is_none());
    let facts: Vec<_> = diagnostics.iter().map(|d| (d.code, d.place.clone(), d.message.id.as_str())).collect();
    assert_eq!(facts.len(), 4, "{facts:#?}");
    assert!(facts.iter().all(|(code, ..)| *code == Code::OffScale));
    assert_eq!(facts[0].1, cell(3, "X.1"));
    assert!(facts[0].2.contains("«6»"));
    assert_eq!(facts[1].1, cell(4, "X.1"));
    assert!(facts[1].2.contains("2 sel (baris 4 (X.1), 2 (X.2))"), "{}", facts[1].2);
    assert!(diagnostics[2].hints[0].id.contains("1–5") && diagnostics[2].hints[0].id.contains("1–4"), "KS has two readings");
    assert!(diagnostics[3].hints[0].id.contains("«Setuju»"));
}

#[test]
fn words_without_declared_labels_and_words_beside_the_wrong_number() {
    let diagnostic = only_error(&two(), b"X.1,X.2\n4,Setuju\n3,Setuju\n");
    assert_eq!((diagnostic.code, diagnostic.place), (Code::OffScale, cell(2, "X.2")));
    assert!(diagnostic.hints[0].en.contains("labels"));
    let diagnostic = only_error(&likert(), b"X.1,X.2\n4,5 - Setuju\n3,4\n");
    assert!(diagnostic.hints[0].en.contains("“Sangat Setuju”"), "{:?}", diagnostic.hints);
}

#[test]
fn many_answers_off_the_scale_are_summed_up() {
    let column = |answer: &dyn Fn(usize) -> String, count: usize| {
        let rows: String = (0..count).map(|row| format!("4,{}\n", answer(row))).collect();
        format!("X.1,X.2\n{rows}")
    };
    let words = only_error(&likert(), column(&|row| format!("pendapat ke-{row} saya"), 40).as_bytes());
    assert!(words.message.en.starts_with("40 answers in words are not on the scale 1–5 (X.2)"), "{}", words.message.en);
    assert_eq!(words.place, cell(2, "X.2"));
    assert!(words.hints[0].en.contains("Sangat Setuju"), "{:?}", words.hints);
    let without_labels = only_error(&two(), b"X.1,X.2\nTidak Setuju,Setuju\nNetral,Setuju\n");
    assert!(without_labels.message.id.contains("(X)") && without_labels.hints[0].id.contains("labels"), "{without_labels:?}");
    let (_, diagnostics) = run(&likert(), column(&|row| (row + 10).to_string(), 12).as_bytes());
    assert_eq!(diagnostics.len(), 9);
    assert!(diagnostics[8].message.en.starts_with("4 more different answers"), "{}", diagnostics[8].message.en);
}

#[test]
fn a_quotation_mark_that_swallows_lines_is_guessed() {
    let unclosed = only_error(&two(), b"X.1,X.2\n4,\"5\n4,5\n3,3\n4,4\n5,5\n");
    assert!(unclosed.hints[0].en.contains("not closed"), "{:?}", unclosed.hints);
    let endless = format!("X.1,X.2\n4,\"{}", "5\n".repeat(100_000));
    let diagnostic = only_error(&two(), endless.as_bytes());
    assert_eq!((diagnostic.code, diagnostic.place), (Code::DataUnreadable, cell(2, "B")));
}

#[test]
fn lines_and_rows_beyond_any_spreadsheet() {
    let line = only_error(&two(), format!("X.1,X.2\n1,{}\n", "1".repeat(5 << 20)).as_bytes());
    assert!(line.message.en.starts_with("line 2 is 5242882 bytes long"), "{}", line.message.en);
    let columns = only_error(&two(), format!("X.1,X.2{}\n1,2\n", ",a".repeat(20_000)).as_bytes());
    assert!(columns.message.en.contains("20002 columns"), "{}", columns.message.en);
}

#[test]
fn text_in_a_number_column() {
    let build = Build::new(1, 5).column("N", "nilai");
    let diagnostic = only_error(&build, b"nilai\n70\nlulus\n80\nremedial\n");
    assert_eq!((diagnostic.code, diagnostic.place), (Code::NotANumber, cell(3, "nilai")));
    assert!(diagnostic.message.en.contains("1 other"), "{}", diagnostic.message.en);
}

#[test]
fn numbers_outside_their_range_and_numbers_with_two_readings() {
    let build = Build::new(1, 5).ranged("N", "nilai", Some((0.0, 100.0)));
    let diagnostic = only_error(&build, b"nilai\n70\n700\n");
    assert_eq!((diagnostic.code, diagnostic.place), (Code::OffScale, cell(3, "nilai")));
    let build = Build::new(1, 5).column("N", "nilai");
    let (dataset, diagnostics) = run(&build, b"nilai;x\n70,5;1\n1.234;1\n");
    assert!(dataset.is_none());
    assert_eq!((diagnostics[0].code, diagnostics[0].place.clone()), (Code::AmbiguousNumber, cell(3, "nilai")));
    assert_eq!(diagnostics[1].code, Code::DecimalComma);
}

#[test]
fn decimal_commas_are_read_and_noted() {
    let (dataset, note) = only_remark(&Build::new(1, 5).column("N", "nilai"), b"nilai;x\n70,5;1\n1.234,25;1\n-3;1\n");
    assert_eq!(dataset.columns["N"].iter().collect::<Vec<_>>(), [Some(70.5), Some(1234.25), Some(-3.0)]);
    assert_eq!((note.code, note.severity, note.place), (Code::DecimalComma, Severity::Note, cell(2, "nilai")));
    let declared = Build::new(1, 5).column("N", "nilai").data(|data| data.decimal = Some('.'));
    let diagnostic = only_error(&declared, b"nilai;x\n70,5;1\n70.5;1\n");
    assert_eq!((diagnostic.code, diagnostic.place), (Code::NotANumber, cell(2, "nilai")));
}

#[test]
fn reserved_characters_are_refused_only_in_used_columns() {
    let diagnostic = only_error(&two().characteristic("jk", |_| {}), "X.1,X.2,jk\n4,5,L\n4,5,\u{e000}P\n".as_bytes());
    assert_eq!((diagnostic.code, diagnostic.place), (Code::ReservedCharacter, cell(3, "jk")));
    fine(&two(), "X.1,X.2,jk\n4,5,L\n3,4,\u{e000}P\n".as_bytes());
}

#[test]
fn incomplete_answers_follow_the_policy() {
    let text = b"X.1,X.2\n4,5\n3,\nNA,2\n1,2\n";
    let (dataset, warning) = only_remark(&two(), text);
    assert_eq!((warning.code, warning.severity, warning.place), (Code::Incomplete, Severity::Warning, whole()));
    assert!(warning.message.id.contains("2 dari 4") && warning.message.id.contains("baris 3–4"), "{}", warning.message.id);
    assert_eq!((dataset.n(), dataset.incomplete, dataset.rows), (4, 2, 4));
    assert_eq!(answers(&dataset, "X.2"), [Some(5.0), None, Some(2.0), Some(2.0)]);

    let complete = two().data(|data| data.missing = MissingPolicy::Complete).characteristic("jk", |_| {});
    let (dataset, _) = only_remark(&complete, b"X.1,X.2,jk\n4,5,L\n3,,P\nNA,2,P\n1,2,P\n");
    assert_eq!((dataset.n(), dataset.incomplete, dataset.rows), (2, 0, 4));
    assert_eq!(dataset.case_rows, [2, 5]);
    assert_eq!(dataset.excluded.iter().map(|e| e.case).collect::<Vec<_>>(), [3, 4]);
    assert_eq!(answers(&dataset, "X.1"), [Some(4.0), Some(1.0)]);
    assert_eq!(dataset.characteristics["jk"].codes, [Some(0), Some(1)]);

    let forbid = two().data(|data| data.missing = MissingPolicy::Forbid);
    assert_eq!(only_error(&forbid, text).code, Code::Incomplete);
    let (dataset, diagnostics) = run(&complete, b"X.1,X.2,jk\n4,,L\n,3,P\n");
    assert!(dataset.is_none());
    assert_eq!(diagnostics[1].code, Code::DataEmpty);
}

#[test]
fn counts_that_contradict_each_other() {
    let text = b"X.1,X.2\n4,5\n3,1\n";
    let counts = |distributed, returned| {
        two().data(|data| {
            data.distributed = distributed;
            data.returned = returned;
        })
    };
    for (distributed, returned) in [(Some(1), None), (Some(5), Some(1)), (Some(3), Some(4))] {
        let diagnostic = only_error(&counts(distributed, returned), text);
        assert_eq!(diagnostic.code, Code::CountsDisagree);
        assert_eq!(diagnostic.place, two().study().data.declared.map(Place::Span));
    }
    fine(&counts(Some(5), Some(4)), text);
}

#[test]
fn constant_items_are_warned_of() {
    let build = two();
    let (_, warning) = only_remark(&build, b"X.1,X.2\n4,5\n4,1\n4,3\n");
    assert_eq!((warning.code, warning.severity), (Code::ConstantItem, Severity::Warning));
    assert_eq!(warning.place, build.study().variables["X"].items().next().unwrap().declared.map(Place::Span));
}

#[test]
fn items_against_their_scale_are_warned_of_unless_reversed_or_checked() {
    // X.3 runs exactly against the sum of the others: r = −1.
    let text = b"X.1,X.2,X.3\n1,1,5\n2,2,4\n3,3,3\n4,4,2\n";
    let build = Build::new(1, 5).items("X", 3);
    let (_, diagnostics) = run(&build, text);
    let codes: Vec<_> = diagnostics.iter().map(|d| d.code).collect();
    assert_eq!(codes, [Code::NegativeItem], "{diagnostics:#?}");
    assert!(diagnostics[0].message.id.contains("-1,000") && diagnostics[0].hints[0].id.contains("reverse: true"));
    fine(&build.clone().reverse("X.3"), text);
    fine(&build.clone().item("X.3", |item| item.reverse_checked = true), text);
    let (_, warning) = only_remark(&build.reverse("X.3"), b"X.1,X.2,X.3\n1,1,1\n2,2,2\n3,3,3\n4,4,4\n");
    assert!(warning.hints[0].id.contains("sudah dibalik"));
}

#[test]
fn rows_without_any_declared_answer_are_noted_and_not_counted() {
    let (dataset, note) = only_remark(&two(), b"no,X.1,X.2\n1,4,5\n2,3,2\n3,,\n4,,\n");
    assert_eq!((dataset.rows, dataset.n()), (2, 2));
    assert_eq!((note.code, note.severity), (Code::BlankRows, Severity::Note));
    assert!(note.message.en.contains("rows 4–5"), "{}", note.message.en);
}

#[test]
fn categories_outside_the_declared_ones_are_added_with_a_warning() {
    let build = two().characteristic("jk", |c| c.order = vec!["Laki-laki".to_owned(), "Perempuan".to_owned()]);
    let (dataset, warning) = only_remark(&build, "X.1,X.2,jk\n4,5,perempuan\n3,1,Laki-Laki \n2,2,Prempuan\n".as_bytes());
    assert_eq!((warning.code, warning.severity, warning.place), (Code::UnknownCategory, Severity::Warning, cell(4, "jk")));
    assert!(warning.hints[0].id.contains("«Perempuan»"), "{:?}", warning.hints);
    let jk = &dataset.characteristics["jk"];
    assert_eq!(jk.categories, ["Laki-laki", "Perempuan", "Prempuan"]);
    assert_eq!(jk.codes, [Some(1), Some(0), Some(2)]);
}

#[test]
fn raw_values_become_printed_words_and_nobody_is_lost_between_spellings() {
    let build = two().characteristic("jk", |c| {
        c.values.insert("1".to_owned(), Text::Each { id: Some("Laki-laki".to_owned()), en: Some("Male".to_owned()) });
        c.values.insert("2".to_owned(), Text::from("Perempuan"));
        c.order = vec!["2".to_owned(), "1".to_owned()];
    });
    let dataset = fine(&build, b"X.1,X.2,jk\n4,5,1\n3,1,2\n2,2,1.0\n1,1,\n");
    let jk = &dataset.characteristics["jk"];
    assert_eq!(jk.categories, ["Perempuan", "Laki-laki"]);
    assert_eq!(jk.printed[1].get(Language::En), "Male");
    assert_eq!(jk.codes, [Some(1), Some(0), Some(1), None]);
}

#[test]
fn numbers_below_the_first_class() {
    let build = two().characteristic("umur", |c| {
        c.classes = vec![20.0, 30.0];
        c.unit = Some(Text::from("tahun"));
    });
    let diagnostic = only_error(&build, b"X.1,X.2,umur\n4,5,19\n3,1,20\n2,2,29\n");
    assert_eq!((diagnostic.code, diagnostic.place), (Code::UnknownCategory, cell(2, "umur")));
    let dataset = fine(&build, b"X.1,X.2,umur\n4,5,29\n3,1,30\n2,2,\n1,1,58\n");
    let umur = &dataset.characteristics["umur"];
    assert_eq!(umur.categories, ["20 – 29 tahun", "30 tahun ke atas"]);
    assert_eq!(umur.codes, [Some(0), Some(1), None, Some(1)]);
    assert_eq!(umur.numbers.as_ref().unwrap().get(3), Some(58.0));
}

#[test]
fn workbooks_that_are_broken_or_would_burst_or_lack_the_sheet() {
    let good = workbook(&[("Jawaban", &[&["X.1", "X.2"], &["#4", "#5"]])]);
    let broken = only_error(&two(), &good[..good.len() / 2]);
    assert_eq!((broken.code, broken.place), (Code::DataUnreadable, whole()));

    let wanted = two().data(|data| data.sheet = Some("Jawban".to_owned()));
    let diagnostic = only_error(&wanted, &good);
    assert_eq!(diagnostic.code, Code::DataUnreadable);
    assert!(diagnostic.message.en.contains("Jawaban") && diagnostic.hints[0].en.contains("“Jawaban”"));

    let zeros = vec![b' '; 80 * 1024 * 1024];
    let locked = only_error(&two(), &container(&[("/EncryptedPackage", b"x"), ("/EncryptionInfo", b"x")]));
    assert!(locked.message.en.contains("password"), "{}", locked.message.en);
    let bomb = zip_of(&[("xl/workbook.xml", b"<a/>".as_slice()), ("xl/worksheets/sheet1.xml", &zeros)]);
    let diagnostic = only_error(&two(), &bomb);
    assert_eq!(diagnostic.code, Code::DataUnreadable);
    assert!(diagnostic.message.en.contains("would unpack"), "{}", diagnostic.message.en);

    let empty = workbook(&[("Kosong", &[])]);
    assert_eq!(only_error(&two(), &empty).code, Code::DataEmpty);
}

#[test]
fn fewer_cases_than_items_and_collinear_items_are_no_problem_of_reading() {
    let dataset = fine(&Build::new(1, 5).items("X", 4), b"X.1,X.2,X.3,X.4\n1,1,1,1\n2,2,2,2\n");
    assert_eq!(dataset.n(), 2);
}

/// A compound file with these streams, as old Office and encrypted new Office write them.
fn container(streams: &[(&str, &[u8])]) -> Vec<u8> {
    use std::io::Write;
    let mut file = cfb::CompoundFile::create(std::io::Cursor::new(Vec::new())).unwrap();
    for (name, content) in streams {
        file.create_stream(name).unwrap().write_all(content).unwrap();
    }
    file.into_inner().into_inner()
}

fn zip_of(files: &[(&str, &[u8])]) -> Vec<u8> {
    super::test_study::zip_files(files)
}

proptest::proptest! {
    #![proptest_config(proptest::prelude::ProptestConfig { cases: 400, failure_persistence: None, ..Default::default() })]

    #[test]
    fn no_bytes_make_reading_panic(bytes in proptest::collection::vec(proptest::prelude::any::<u8>(), 0..400)) {
        run(&two().column("N", "nilai"), &bytes);
    }

    #[test]
    fn no_text_makes_reading_panic(rows in proptest::collection::vec("[0-9,;.\t\"\r\n \u{a0}\u{e000}A-Za-z()é=-]{0,40}", 0..12)) {
        let text = format!("X.1,X.2,nilai,umur\n{}", rows.join("\n"));
        let build = likert().column("N", "nilai").characteristic("umur", |c| c.classes = vec![20.0, 30.5]);
        run(&build, text.as_bytes());
    }

    #[test]
    fn no_damage_to_a_workbook_makes_reading_panic(at in 0usize..4000, byte in proptest::prelude::any::<u8>(), cut in 0usize..4000) {
        let mut bytes = workbook(&[("Jawaban", &[&["X.1", "X.2"], &["#4", "#5"], &["#2", "S"]])]);
        let length = bytes.len();
        bytes[at % length] = byte;
        bytes.truncate(length.max(cut));
        run(&two(), &bytes);
    }
}

#[test]
fn hostile_cell_references_do_not_panic() {
    for (row, cell) in [
        ("4294967295", "A4294967295"),
        ("4294967296", "A4294967296"),
        ("0", "A0"),
        ("1", "XFE1"),
        ("1", "ZZZZZZZZZZ1"),
        ("1", "1"),
        ("1", ""),
        ("-1", "A-1"),
        ("1048577", "A1048577"),
        ("99999999999999999999", "A99999999999999999999"),
        ("1", "FXSHRXX1"),
        ("1", "FXSHRXW1"),
        ("4294967295", "FXSHRXW4294967295"),
    ] {
        for references in [
            format!("<row r=\"{row}\"><c r=\"{cell}\"><v>1</v></c><c><v>2</v></c></row><row><c><v>2</v></c></row>"),
            format!("<row r=\"{row}\"><c><v>1</v></c></row><row><c r=\"A1\"><v>3</v></c></row>"),
        ] {
            run(&two(), &super::test_study::workbook_of(&references));
        }
    }
}
