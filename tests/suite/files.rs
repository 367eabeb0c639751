//! Files as other programs write them. What stands in `tests/files` was made by the programs its README names.

use crate::common::root;
use bab4::dataset::{Dataset, Files, ImportReport, read_bytes, read_files};
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

/// The survey under a study with further files, and how it was read.
fn read_all(
    study: &Study,
    survey: &str,
    joined: &[&[u8]],
    form: Option<&[u8]>,
) -> (Option<Dataset>, ImportReport, Vec<Diagnostic>) {
    let mut diagnostics = Diagnostics::default();
    let joined = joined.iter().map(|bytes| bytes.to_vec()).collect();
    let files = Files { survey: ("a.csv".to_owned(), survey.into()), joined, form: form.map(<[u8]>::to_vec), ..Files::default() };
    let (dataset, report) = read_files(study, &files, &mut diagnostics);
    (dataset, report, diagnostics.into_iter().collect())
}

fn codes(diagnostics: &[Diagnostic]) -> Vec<Code> {
    diagnostics.iter().map(|diagnostic| diagnostic.code).collect()
}

fn column(dataset: &Dataset, code: &str) -> Vec<Option<f64>> {
    dataset.columns[code].iter().collect()
}

/// As `study`, with further keys of `data` and an empty file for each that is named.
fn study_with(data: &str, files: &[&str], text: &str) -> Study {
    let folder = tempfile::tempdir().unwrap();
    let mut sources = SourceFiles::default();
    let mut diagnostics = Diagnostics::default();
    let file = sources.add("study.yaml", format!("title: Judul\ndata: {{ file: a.csv, {data} }}\n{text}"));
    for file in files.iter().chain(&["a.csv"]) {
        std::fs::write(folder.path().join(file), "").unwrap();
    }
    let declared = parse::parse(&sources, file, &mut diagnostics).unwrap();
    let models = Models::shipped(&mut sources);
    check::check(&declared, folder.path(), &models, &mut diagnostics).unwrap_or_else(|| panic!("{diagnostics:#?}"))
}

const PRE_POST: &str = "
variables:
  PRE: { name: Pretest, column: nilai, range: [0, 100] }
  POST: { name: Posttest, column: post_nilai, range: [0, 100] }
";

#[test]
fn files_are_joined_by_person_and_those_without_a_partner_are_named() {
    let study = study_with("id: NIP, join: [{ file: b.csv, prefix: post_ }]", &["b.csv"], PRE_POST);
    let survey = "nip,nilai\n101,60\n'102,70\n103,65\n104,50\n";
    let other = b"No;NIP;nilai\n1;104;55\n2;101;80\n3;102;75\n4;102;90\n5;999;100\n";
    let (dataset, report, diagnostics) = read_all(&study, survey, &[other], None);
    let dataset = dataset.unwrap_or_else(|| panic!("{diagnostics:#?}"));
    assert_eq!(column(&dataset, "PRE"), [Some(60.0), Some(70.0), Some(65.0), Some(50.0)]);
    assert_eq!(column(&dataset, "POST"), [Some(80.0), Some(90.0), None, Some(55.0)], "the last row of 102");
    assert_eq!(codes(&diagnostics), [Code::DuplicatePersons, Code::UnmatchedPersons, Code::Incomplete]);
    assert!(format!("{:?}", diagnostics[0].place).contains("b.csv"));
    assert!(diagnostics[1].message.en.contains("3 persons are in both files; 1 only in “a.csv”, 1 only in “b.csv”"));
    assert!(
        diagnostics[1].hints[0].en.ends_with("103") && diagnostics[1].hints[1].en.ends_with("999"),
        "{:?}",
        diagnostics[1].hints
    );
    assert_eq!((report.joined[0].matched, report.joined[0].only_here), (3, 1));
}

#[test]
fn a_wrong_answer_in_a_joined_file_is_placed_there() {
    let study = study_with("id: nip, join: [{ file: b.csv, prefix: post_ }]", &["b.csv"], PRE_POST);
    let (dataset, _, diagnostics) = read_all(&study, "nip,nilai\n1,60\n2,70\n", &[b"nip,nilai\n9,1\n2,700\n1,80\n"], None);
    assert!(dataset.is_none());
    let place = format!("{:?}", diagnostics.iter().find(|d| d.code == Code::OffScale).unwrap().place);
    assert!(place.contains("b.csv") && place.contains("row: 3") && place.contains("post_nilai"), "{place}");
    let (_, _, diagnostics) = read_all(&study, "nip,nilai\n1,60\n", &[b"nama,nilai\na,1\n"], None);
    assert_eq!(codes(&diagnostics), [Code::MissingColumn]);
    assert!(diagnostics[0].message.en.contains("“b.csv” has no column “nip”"), "{}", diagnostics[0].message.en);
}

#[test]
fn rows_are_kept_by_an_answer_and_persons_once() {
    let items = "scale: { min: 1, max: 5 }\nvariables: { X: { name: Iks, indicators: [Satu, Dua] } }\n";
    let study = study_with("id: nip, keep: { \"Apakah Anda bersedia?\": Ya }", &[], items);
    // 2 refused first and consented later; what refusers left behind is no wrong answer.
    let survey = "nip,Apakah anda bersedia,X.1,X.2\n1, ya ,4,4\n2,Tidak,0,\n2,YA,3,2\n3,Ya.,5,5\n1,Ya,2,3\n";
    let (dataset, report, diagnostics) = read_all(&study, survey, &[], None);
    let dataset = dataset.unwrap_or_else(|| panic!("{diagnostics:#?}"));
    assert_eq!((dataset.case_rows.as_slice(), dataset.rows), (&[4, 5, 6][..], 3));
    assert_eq!(codes(&diagnostics), [Code::NotKept, Code::DuplicatePersons]);
    assert!(diagnostics[1].message.en.contains("1 (rows 2, 6)"), "{}", diagnostics[1].message.en);
    assert_eq!(
        report.left_out.iter().map(|out| (out.reason.as_str(), out.count)).collect::<Vec<_>>(),
        [("not_kept", 1), ("duplicate", 1)]
    );
    let (dataset, _, diagnostics) =
        read_all(&study, "nip,Apakah Anda bersedia?,X.1,X.2\n1,Bersedia,4,4\n2,Tidak,3,3\n", &[], None);
    assert!(dataset.is_none());
    assert_eq!(codes(&diagnostics), [Code::DataEmpty]);
    assert!(diagnostics[0].hints[0].en.contains("“Bersedia”, “Tidak”"), "{:?}", diagnostics[0].hints);
}

/// `tabulation.fods` has one total typed wrongly (row 9 by one) and one wrong sum below.
#[test]
fn hand_made_tabulations_lose_their_titles_and_sums_and_their_totals_are_compared() {
    let study = study(
        "scale: { min: 1, max: 5 }\nvariables: { X: { name: Motivasi, indicators: [a, b, c] }, Y: { name: Disiplin, indicators: [d, e] } }\n",
    );
    for name in ["tabulation.xlsx", "tabulation.ods", "tabulation.xls"] {
        let (dataset, diagnostics) = read(&study, name, &bytes(name));
        let dataset = dataset.unwrap_or_else(|| panic!("{name}: {diagnostics:#?}"));
        assert_eq!((dataset.n(), dataset.case_rows[0], dataset.case_rows[14]), (15, 5, 19), "{name}");
        let said: Vec<_> =
            diagnostics.iter().filter(|d| d.code != Code::NegativeItem).map(|d| (d.code, d.message.en.as_str())).collect();
        assert_eq!(said.len(), 3, "{name}: {said:#?}");
        assert_eq!((said[0].0, said[1].0, said[2].0), (Code::TotalsDiffer, Code::SummaryRows, Code::TotalsDiffer));
        assert!(said[0].1.contains("in 1 rows: 9 ("), "{}", said[0].1);
        assert!(said[1].1.contains("20 «Jumlah», 21 «Rata-rata»"), "{}", said[1].1);
        assert!(said[2].1.contains("in 1 columns: Y.2 ("), "{}", said[2].1);
    }
}

#[test]
fn the_three_header_rows_of_qualtrics_are_one_header() {
    let study = study(
        "scale: { min: 1, max: 5 }\nvariables: { X: { name: Iks, indicators: [Saya teliti, Saya cepat] }, Y: { name: Ye, columns: \"Q2_{i}\", indicators: [a, b] } }\n",
    );
    let survey = "StartDate,Duration (in seconds),Q1_1,Q1_2,Q2_1,Q2_2\nStart Date,Duration (in seconds),\"Seberapa setuju Anda? - Saya teliti\",\"Seberapa setuju Anda? - Saya cepat\",a,b\n\"{\"\"ImportId\"\":\"\"startDate\"\"}\",\"{\"\"ImportId\"\":\"\"duration\"\"}\",\"{\"\"ImportId\"\":\"\"QID1_1\"\"}\",x,y,z\n2025-06-01,50,4,5,3,3\n2025-06-02,4,2,3,3,2\n2025-06-03,70,3,3,5,5\n";
    let (dataset, diagnostics) = read(&study, "a.csv", survey.as_bytes());
    let dataset = dataset.unwrap_or_else(|| panic!("{diagnostics:#?}"));
    assert_eq!(dataset.case_rows, [4, 5, 6]);
    assert_eq!(dataset.items["X.2"].iter().collect::<Vec<_>>(), [Some(5.0), Some(3.0), Some(3.0)]);
    assert_eq!(codes(&diagnostics), [Code::FastAnswers]);
}

/// Codes and questions in one header, as LimeSurvey writes them, and answers in full; beginning and end of each response.
#[test]
fn a_limesurvey_export_is_found_by_code_and_by_question() {
    let study = study(
        "scale: { min: 1, max: 5, labels: [Sangat Tidak Setuju, Tidak Setuju, Netral, Setuju, Sangat Setuju] }\nvariables: { X: { name: Iks, indicators: [Saya teliti, Saya cepat] }, Y: { name: Ye, columns: \"G02Q01[SQ00{i}]\", indicators: [a, b] } }\n",
    );
    let survey = "\"id\";\"startdate\";\"submitdate\";\"G01Q01[SQ001]. Sikap [Saya teliti]\";\"G01Q01[SQ002]. Sikap [Saya cepat]\";\"G02Q01[SQ001]\";\"G02Q01[SQ002]\"\n\"1\";\"2025-06-14 08:00:00\";\"2025-06-14 08:04:00\";\"Setuju\";\"Netral\";\"Netral\";\"Setuju\"\n\"2\";\"2025-06-14 09:00:00\";\"2025-06-14 09:00:05\";\"Sangat Setuju\";\"Setuju\";\"Setuju\";\"Setuju\"\n\"3\";\"2025-06-14 10:00:00\";\"\";\"Netral\";\"Netral\";\"Tidak Setuju\";\"Netral\"\n";
    let (dataset, diagnostics) = read(&study, "a.csv", survey.as_bytes());
    let dataset = dataset.unwrap_or_else(|| panic!("{diagnostics:#?}"));
    assert_eq!(dataset.items["X.1"].iter().collect::<Vec<_>>(), [Some(4.0), Some(5.0), Some(3.0)]);
    assert_eq!(dataset.items["Y.2"].iter().collect::<Vec<_>>(), [Some(4.0), Some(4.0), Some(3.0)]);
    assert_eq!(codes(&diagnostics), [Code::FastAnswers]);
}

/// The columns of a KoboToolbox export with XML values, and the form as KoboToolbox gives it, here as CSV sheets in a workbook.
#[test]
fn a_kobo_export_takes_questions_and_words_from_its_form() {
    let study = study_with(
        "form: form.xlsx",
        &["form.xlsx"],
        "scale: { min: 1, max: 4, labels: [Tidak Setuju, Kurang Setuju, Setuju, Sangat Setuju] }\nrespondents: { jk: { name: Jenis Kelamin, column: Jenis kelamin } }\nvariables: { X: { name: Iks, indicators: [Saya teliti, { name: cepat, statement: Saya cepat }] } }\n",
    );
    let form = workbook(&[
        (
            "survey",
            &[
                &["type", "name", "label::Indonesia (id)"],
                &["start", "start", ""],
                &["begin_group", "sikap", "Sikap"],
                &["select_one setuju", "q1", "1. Saya teliti"],
                &["select_one setuju", "q2", "Saya cepat"],
                &["end_group", "", ""],
                &["select_one jk", "sex", "Jenis kelamin"],
            ],
        ),
        (
            "choices",
            &[
                &["list_name", "name", "label::Indonesia (id)"],
                &["setuju", "ts", "Tidak Setuju"],
                &["setuju", "ks", "Kurang Setuju"],
                &["setuju", "s", "Setuju"],
                &["setuju", "ss", "Sangat Setuju"],
                &["jk", "1", "Laki-laki"],
                &["jk", "2", "Perempuan"],
            ],
        ),
    ]);
    let survey = "start;end;sikap/q1;sikap/q2;sex;_id\n2025-06-14T08:00:00.000+07:00;2025-06-14T08:05:00.000+07:00;s;ss;1;7\n2025-06-14T08:00:00.000+07:00;2025-06-14T08:00:03.000+07:00;ts;ks;2;8\n2025-06-14T08:00:00.000+07:00;2025-06-14T08:05:00.000+07:00;ss;ss;2;9\n";
    let (dataset, report, diagnostics) = read_all(&study, survey, &[], Some(&form));
    let dataset = dataset.unwrap_or_else(|| panic!("{diagnostics:#?}"));
    assert_eq!(dataset.items["X.1"].iter().collect::<Vec<_>>(), [Some(3.0), Some(1.0), Some(4.0)]);
    assert_eq!(dataset.items["X.2"].iter().collect::<Vec<_>>(), [Some(4.0), Some(2.0), Some(4.0)]);
    assert_eq!(dataset.characteristics["jk"].categories, ["Laki-laki", "Perempuan"]);
    assert_eq!(codes(&diagnostics), [Code::FastAnswers]);
    assert_eq!(report.recoded()[0].text, "Sangat Setuju");
    let (dataset, _, diagnostics) = read_all(&study, survey, &[], Some(&workbook(&[("Sheet1", &[&["a", "b"], &["1", "2"]])])));
    assert!(dataset.is_none() && codes(&diagnostics) == [Code::DataUnreadable], "{diagnostics:#?}");
}

/// A workbook of texts, as the standard (ECMA-376) asks at the least.
pub fn workbook(sheets: &[(&str, &[&[&str]])]) -> Vec<u8> {
    use std::io::Write;
    const MAIN: &str = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
    const RELATIONS: &str = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
    const PACKAGE: &str = "http://schemas.openxmlformats.org/package/2006/relationships";
    let mut archive = zip::ZipWriter::new(std::io::Cursor::new(Vec::new()));
    let mut put = |name: &str, content: &str| {
        archive.start_file(name, zip::write::SimpleFileOptions::default()).unwrap();
        archive.write_all(content.as_bytes()).unwrap();
    };
    let (mut list, mut links) = (String::new(), String::new());
    for (at, (name, rows)) in sheets.iter().enumerate() {
        let number = at + 1;
        list += &format!("<sheet name=\"{name}\" sheetId=\"{number}\" r:id=\"rId{number}\"/>");
        links +=
            &format!("<Relationship Id=\"rId{number}\" Type=\"{RELATIONS}/worksheet\" Target=\"worksheets/sheet{number}.xml\"/>");
        let row = |(at, cells): (usize, &&[&str])| {
            let cell = |(column, text): (usize, &&str)| {
                let place = format!("{}{}", bab4::dataset::table::letters(column), at + 1);
                format!("<c r=\"{place}\" t=\"inlineStr\"><is><t>{text}</t></is></c>")
            };
            format!("<row r=\"{}\">{}</row>", at + 1, cells.iter().enumerate().map(cell).collect::<String>())
        };
        let rows: String = rows.iter().enumerate().map(row).collect();
        put(
            &format!("xl/worksheets/sheet{number}.xml"),
            &format!("<worksheet xmlns=\"{MAIN}\"><sheetData>{rows}</sheetData></worksheet>"),
        );
    }
    put("xl/workbook.xml", &format!("<workbook xmlns=\"{MAIN}\" xmlns:r=\"{RELATIONS}\"><sheets>{list}</sheets></workbook>"));
    put("xl/_rels/workbook.xml.rels", &format!("<Relationships xmlns=\"{PACKAGE}\">{links}</Relationships>"));
    put(
        "_rels/.rels",
        &format!(
            "<Relationships xmlns=\"{PACKAGE}\"><Relationship Id=\"rId1\" Type=\"{RELATIONS}/officeDocument\" Target=\"xl/workbook.xml\"/></Relationships>"
        ),
    );
    put(
        "[Content_Types].xml",
        "<Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\"><Default Extension=\"xml\" ContentType=\"application/xml\"/></Types>",
    );
    archive.finish().unwrap().into_inner()
}

/// A decimal comma is never read silently as anything else: every locale, delimiter, quoting and kind of file.
#[test]
fn decimal_commas_in_every_kind_of_file() {
    let numbers = study("variables: { N: { name: Nilai, column: nilai }, M: { name: Em, column: em } }\n");
    let expected = [Some(70.5), Some(1234.25), Some(-3.0), Some(0.125)];
    let comma = ["70,5", "1.234,25", "-3", "0,125"];
    let point = ["70.5", "1,234.25", "-3", "0.125"];
    let mut seen = 0;
    for (values, is_comma) in [(comma, true), (point, false)] {
        for delimiter in [",", ";", "\t", "|"] {
            for quoted in [true, false] {
                for encoding in ["utf-8", "mark", "utf-16", "windows-1252"] {
                    // Without quotation marks a comma cannot be both; that is a ragged row below.
                    let holds = values.iter().any(|value| value.contains(delimiter));
                    if holds && !quoted {
                        continue;
                    }
                    let mark = if quoted { "\"" } else { "" };
                    let row = |value: &&str| format!("caf\u{e9}{delimiter}{mark}{value}{mark}{delimiter}{mark}1{mark}\r\n");
                    let text = format!("nama{delimiter}nilai{delimiter}em\r\n{}", values.iter().map(row).collect::<String>());
                    let bytes = match encoding {
                        "mark" => [b"\xef\xbb\xbf".as_slice(), text.as_bytes()].concat(),
                        "utf-16" => [vec![0xff, 0xfe], text.encode_utf16().flat_map(u16::to_le_bytes).collect()].concat(),
                        "windows-1252" => text.chars().map(|c| u8::try_from(u32::from(c)).unwrap()).collect(),
                        _ => text.into_bytes(),
                    };
                    let mut study = numbers.clone();
                    study.data.delimiter = (delimiter == "|").then_some('|');
                    let (dataset, diagnostics) = read(&study, "a.csv", &bytes);
                    let what = format!("{values:?} {delimiter:?} quoted {quoted} {encoding}");
                    let dataset = dataset.unwrap_or_else(|| panic!("{what}: {diagnostics:#?}"));
                    assert_eq!(column(&dataset, "N"), expected, "{what}");
                    assert_eq!(codes(&diagnostics).contains(&Code::DecimalComma), is_comma, "{what}");
                    seen += 1;
                }
            }
        }
    }
    assert!(seen >= 50, "{seen}");
    // In workbooks a number is a number, and a text that looks like one is read as in a text file.
    for (values, is_comma) in [(comma, true), (point, false)] {
        let rows: Vec<Vec<&str>> =
            std::iter::once(vec!["nilai", "em"]).chain(values.iter().map(|value| vec![*value, "1"])).collect();
        let rows: Vec<&[&str]> = rows.iter().map(Vec::as_slice).collect();
        let (dataset, diagnostics) = read(&numbers, "a.xlsx", &workbook(&[("A", &rows)]));
        assert_eq!(column(&dataset.unwrap(), "N"), expected);
        assert_eq!(codes(&diagnostics).contains(&Code::DecimalComma), is_comma);
    }
    // One that could be either is refused, whatever stands around it; declaring the mark settles it.
    let either = b"nilai;em\n1.234;1\n2.500;1\n";
    let (dataset, diagnostics) = read(&numbers, "a.csv", either);
    assert!(dataset.is_none() && codes(&diagnostics).contains(&Code::AmbiguousNumber));
    let mut declared = numbers.clone();
    declared.data.decimal = Some('.');
    assert_eq!(column(&read(&declared, "a.csv", either).0.unwrap(), "N"), [Some(1.234), Some(2.5)]);
    // Commas as delimiter and as decimal mark at once.
    let (dataset, diagnostics) = read(&numbers, "a.csv", b"nilai,em\n70,5,1\n80,25,1\n");
    assert!(dataset.is_none() && codes(&diagnostics).iter().all(|code| *code == Code::RaggedRow), "{diagnostics:#?}");
}

/// The third study of the design on files of its shape: two tests and a reaction, persons matched by their number.
#[test]
fn the_study_of_a_training_reads_both_of_its_files() {
    let text = std::fs::read_to_string(root().join("tests/studies/3-workshop-pre-post.yaml")).unwrap();
    let folder = tempfile::tempdir().unwrap();
    let (mut pre, mut post) = (vec![vec!["nip".to_owned(), "jabatan".into(), "kelas".into(), "nilai".into()]], Vec::new());
    post.push(["NIP", "nilai", "Materi", "Narasumber", "Metode", "Fasilitas"].map(str::to_owned).to_vec());
    let words = ["Kurang Baik", "Baik", "Sangat Baik"];
    for person in 0..40usize {
        let nip = format!("1980010120050110{person:02}");
        let position = ["Kepala Dinas", "Eselon III", "Kepala Sekolah", "Kepala Desa"][person % 4];
        pre.push(vec![nip.clone(), position.into(), ["A", "B"][person % 2].into(), (40 + person * 7 % 31).to_string()]);
        // Two were not there at the end; they come in another order.
        if person != 4 && person != 9 {
            let said = |item: usize| words[(person * (item + 1) + person / 3) % 3].to_owned();
            post.insert(1, vec![nip, (60 + person * 11 % 37).to_string(), said(0), said(1), said(2), said(3)]);
        }
    }
    for (name, rows) in [("pretest.xlsx", &pre), ("posttest.xlsx", &post)] {
        let rows: Vec<Vec<&str>> = rows.iter().map(|row| row.iter().map(String::as_str).collect()).collect();
        let rows: Vec<&[&str]> = rows.iter().map(Vec::as_slice).collect();
        std::fs::write(folder.path().join(name), workbook(&[("Sheet1", &rows)])).unwrap();
    }
    std::fs::write(folder.path().join("study.yaml"), text).unwrap();
    let output = assert_cmd::Command::new(env!("CARGO_BIN_EXE_bab4"))
        .current_dir(folder.path())
        .args(["render", "study.yaml", "-f", "md,json"])
        .output()
        .unwrap();
    let said = String::from_utf8_lossy(&output.stderr).into_owned();
    assert!(output.status.success(), "{said}");
    assert!(said.contains("38 orang ada di kedua berkas; 2 hanya di «pretest.xlsx», 0 hanya di «posttest.xlsx»"), "{said}");
    let results: serde_json::Value =
        serde_json::from_slice(&std::fs::read(folder.path().join("out/results.json")).unwrap()).unwrap();
    assert_eq!((&results["variables"]["PRE"]["n"], &results["variables"]["POST"]["n"]), (&40.into(), &38.into()));
}
