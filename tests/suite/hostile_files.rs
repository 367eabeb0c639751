//! Files that are broken, disguised or meant to do harm: each gives a diagnostic or a dataset, none a panic, and none much memory.

use crate::common::skipped;
use crate::files::{read, study, workbook};
use bab4::dataset::propose::propose;
use bab4::diagnostics::{Code, Diagnostics, Severity, SourceFiles, emit};
use bab4::language::Language;
use std::io::Write;

const STUDY: &str = "
scale: { min: 1, max: 5, labels: [Sangat Tidak Setuju, Tidak Setuju, Netral, Setuju, Sangat Setuju] }
respondents: { jk: Jenis Kelamin }
variables:
  X: { name: Iks, indicators: [Satu, Dua] }
  N: { name: Nilai, column: nilai }
";

/// What must become of a file.
enum Must {
    /// A dataset of so many respondents.
    Give(usize),
    /// No dataset, and this code among the errors.
    Refuse(Code),
    /// A dataset or an error, as the reader sees fit.
    End,
}
use Must::{End, Give, Refuse};

const GOOD: &[&[&str]] =
    &[&["jk", "X.1", "X.2", "nilai"], &["L", "4", "5", "70"], &["P", "3", "2", "80"], &["L", "2", "2", "65"]];

fn csv(separator: &str) -> String {
    GOOD.iter().map(|row| format!("{}\n", row.join(separator))).collect()
}

fn xlsx() -> Vec<u8> {
    workbook(&[("Jawaban", GOOD)])
}

/// A zip archive with these parts.
fn zip(parts: &[(&str, &[u8])]) -> Vec<u8> {
    let mut archive = zip::ZipWriter::new(std::io::Cursor::new(Vec::new()));
    for (name, content) in parts {
        archive.start_file(*name, zip::write::SimpleFileOptions::default()).unwrap();
        archive.write_all(content).unwrap();
    }
    archive.finish().unwrap().into_inner()
}

/// An XLSX workbook whose only sheet has this XML between its tags, with further parts.
fn sheet(rows: &str, more: &[(&str, &[u8])]) -> Vec<u8> {
    let plain = workbook(&[("Jawaban", &[])]);
    let mut parts: Vec<(String, Vec<u8>)> = Vec::new();
    let mut archive = zip::ZipArchive::new(std::io::Cursor::new(plain)).unwrap();
    for at in 0..archive.len() {
        let mut file = archive.by_index(at).unwrap();
        let mut content = Vec::new();
        std::io::Read::read_to_end(&mut file, &mut content).unwrap();
        parts.push((file.name().unwrap().into_owned(), content));
    }
    for (name, content) in &mut parts {
        if name.ends_with("sheet1.xml") {
            *content = String::from_utf8(content.clone()).unwrap().replace("<sheetData></sheetData>", rows).into_bytes();
        }
    }
    let mut all: Vec<(&str, &[u8])> = parts.iter().map(|(name, content)| (name.as_str(), content.as_slice())).collect();
    all.extend(more);
    zip(&all)
}

/// The rows of the good survey as XML of a sheet, with `extra` behind them.
fn good_rows(extra: &str) -> String {
    let row = |(at, cells): (usize, &&[&str])| {
        let cells: String = cells.iter().map(|text| format!("<c t=\"inlineStr\"><is><t>{text}</t></is></c>")).collect();
        format!("<row r=\"{}\">{cells}</row>", at + 1)
    };
    format!("<sheetData>{}{extra}</sheetData>", GOOD.iter().enumerate().map(row).collect::<String>())
}

/// An ODS workbook whose only sheet has this content.
fn ods(rows: &str) -> Vec<u8> {
    let content = format!(
        "<office:document-content xmlns:office=\"o\" xmlns:table=\"t\" xmlns:text=\"x\"><office:body><office:spreadsheet>\
         <table:table table:name=\"Jawaban\">{rows}</table:table></office:spreadsheet></office:body></office:document-content>"
    );
    zip(&[("mimetype", b"application/vnd.oasis.opendocument.spreadsheet"), ("content.xml", content.as_bytes())])
}

fn ods_row(cells: &[&str]) -> String {
    let cell = |text: &&str| format!("<table:table-cell office:value-type=\"string\"><text:p>{text}</text:p></table:table-cell>");
    format!("<table:table-row>{}</table:table-row>", cells.iter().map(cell).collect::<String>())
}

fn ods_good() -> String {
    GOOD.iter().map(|row| ods_row(row)).collect()
}

/// A compound file with these streams.
fn container(streams: &[(&str, &[u8])]) -> Vec<u8> {
    let mut file = cfb::CompoundFile::create(std::io::Cursor::new(Vec::new())).unwrap();
    for (name, content) in streams {
        file.create_stream(name).unwrap().write_all(content).unwrap();
    }
    file.into_inner().into_inner()
}

/// An XLS workbook of these records.
fn xls(records: &[(u16, &[u8])]) -> Vec<u8> {
    let mut stream = Vec::new();
    for (kind, data) in records {
        stream.extend(kind.to_le_bytes());
        stream.extend(u16::try_from(data.len()).unwrap().to_le_bytes());
        stream.extend(*data);
    }
    container(&[("/Workbook", &stream)])
}

const BOF: (u16, &[u8]) = (0x0809, &[0, 6, 5, 0]);
const EOF: (u16, &[u8]) = (0x000a, &[]);

/// An SPSS header for so many cases, with this compression, and what stands behind it.
fn sav(compression: i32, cases: i32, rest: &[u8]) -> Vec<u8> {
    let mut bytes = b"$FL2@(#) SPSS DATA FILE".to_vec();
    bytes.resize(64, b' ');
    for number in [2, 1, compression, 0, cases] {
        bytes.extend(i32::to_le_bytes(number));
    }
    bytes.extend(100f64.to_le_bytes());
    bytes.resize(176, b' ');
    bytes.extend(rest);
    bytes
}

/// The record of a numeric variable.
fn sav_variable(name: &str) -> Vec<u8> {
    let mut bytes: Vec<u8> = [2i32, 0, 0, 0, 5 << 16, 5 << 16].iter().flat_map(|number| number.to_le_bytes()).collect();
    bytes.extend(format!("{name:8}").as_bytes());
    bytes
}

fn sav_variables() -> Vec<u8> {
    let end = [999i32, 0].iter().flat_map(|number| number.to_le_bytes()).collect();
    [sav_variable("X1"), sav_variable("NILAI"), end].concat()
}

fn texts() -> Vec<(&'static str, Vec<u8>, Must)> {
    let wide = |text: &str, big: bool| -> Vec<u8> {
        text.encode_utf16().flat_map(|unit| if big { unit.to_be_bytes() } else { unit.to_le_bytes() }).collect()
    };
    let good = csv(",");
    let with = |from: &str, to: &str| csv(",").replacen(from, to, 1).into_bytes();
    vec![
        ("nothing", Vec::new(), Refuse(Code::DataEmpty)),
        ("a mark and nothing", b"\xef\xbb\xbf".to_vec(), Refuse(Code::DataEmpty)),
        ("blank lines", b"\r\n\r\n , ,\r\n".to_vec(), Refuse(Code::DataEmpty)),
        ("a header alone", b"jk,X.1,X.2,nilai\n".to_vec(), Refuse(Code::DataEmpty)),
        ("UTF-16", wide(&good, false), Give(3)),
        ("UTF-16, big end first", wide(&good, true), Give(3)),
        ("UTF-16 cut in a character", wide(&good, false)[..81].to_vec(), Refuse(Code::DataUnreadable)),
        (
            "UTF-32",
            [b"\xff\xfe\0\0".to_vec(), good.bytes().flat_map(|byte| [byte, 0, 0, 0]).collect()].concat(),
            Refuse(Code::DataUnreadable),
        ),
        ("Windows-1252", [b"caf\xe9,".as_slice(), good.as_bytes()].concat(), Refuse(Code::RaggedRow)),
        ("two encodings", [good.as_bytes(), b"Jos\xc3\xa9,1,2,3\nRen\xe9,1,2,3\n"].concat(), Refuse(Code::DataUnreadable)),
        ("a zero byte in the middle", with("P,3", "P\0,3"), Refuse(Code::DataUnreadable)),
        ("old line ends", csv(",").replace('\n', "\r").into_bytes(), Give(3)),
        ("a line for Excel", format!("sep=;\n{}", csv(";")).into_bytes(), Give(3)),
        ("tabs under the name of a workbook", csv("\t").into_bytes(), Give(3)),
        ("decimal commas", csv(";").replace("70", "70,5").into_bytes(), Give(3)),
        ("numbers of two readings", csv(";").replace("70", "1.070").into_bytes(), Refuse(Code::AmbiguousNumber)),
        ("a quotation mark that is not closed", with("L,4", "\"L,4"), Refuse(Code::RaggedRow)),
        ("a row too short", with("P,3,2,80", "P,3"), Refuse(Code::RaggedRow)),
        ("the same header twice", with("X.2", "X.1"), Refuse(Code::DuplicateColumn)),
        ("formulas as answers", with("4,5", "=4,\"=HYPERLINK(\"\"http://x\"\")\""), Refuse(Code::OffScale)),
        ("guards of an export", with("4,5", "'4,'=5"), Give(3)),
        ("a right-to-left mark", with("L,4", "\u{202e}L,4"), Give(3)),
        ("a character of the program's own", with("L,4", "\u{e000},4"), Refuse(Code::ReservedCharacter)),
        ("a web page", b"<!DOCTYPE html><html><table><tr><td>1</td></tr></table>".to_vec(), Refuse(Code::DataUnreadable)),
        (
            "a workbook of Excel 2003 in XML",
            b"<?xml version=\"1.0\"?><Workbook xmlns=\"urn:schemas-microsoft-com\"/>".to_vec(),
            Refuse(Code::DataUnreadable),
        ),
        ("a PDF", b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n".to_vec(), Refuse(Code::DataUnreadable)),
        ("a picture", b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR\0\0".to_vec(), Refuse(Code::DataUnreadable)),
        ("a photo", b"\xff\xd8\xff\xe0\0\x10JFIF\0\x01".to_vec(), Refuse(Code::DataUnreadable)),
        ("a packed file", b"\x1f\x8b\x08\0\0\0\0\0\0\x03\x4b".to_vec(), Refuse(Code::DataUnreadable)),
        ("a database", b"SQLite format 3\0\x10\0".to_vec(), Refuse(Code::DataUnreadable)),
        ("rich text", b"{\\rtf1\\ansi Jawaban}".to_vec(), Refuse(Code::MissingColumn)),
        ("JSON", b"[{\"X.1\": 4}, {\"X.1\": 5}]".to_vec(), Refuse(Code::MissingColumn)),
        ("more columns than a sheet", format!("{}\n1\n", "a,".repeat(20_000)).into_bytes(), Refuse(Code::DataUnreadable)),
        (
            "as many columns as a sheet",
            format!("{}{}", "a,".repeat(16_000), good.replacen('\n', &format!("\n{}", ",".repeat(16_000)), 1)).into_bytes(),
            End,
        ),
    ]
}

fn archives() -> Vec<(&'static str, Vec<u8>, Must)> {
    let cell = |place: &str, inner: &str| format!("<sheetData><row r=\"1\"><c r=\"{place}\"{inner}</c></row></sheetData>");
    let blank: String = (6..200_006).map(|row| format!("<row r=\"{row}\" spans=\"1:4\"/>")).collect();
    let errors = good_rows("").replace("<c t=\"inlineStr\"><is><t>70</t></is></c>", "<c t=\"e\"><f>1/0</f><v>#DIV/0!</v></c>");
    let unsaved = good_rows("").replace("<c t=\"inlineStr\"><is><t>70</t></is></c>", "<c><f>A1+1</f></c>");
    let dates = good_rows("").replace("<c t=\"inlineStr\"><is><t>4</t></is></c>", "<c><v>45751</v></c>");
    let long =
        format!("<sheetData><row r=\"1\"><c t=\"inlineStr\"><is><t>{}</t></is></c></row></sheetData>", "a".repeat(40 << 20));
    let runs = format!(
        "<sheetData><row r=\"1\"><c r=\"A1\" t=\"inlineStr\"><is>{}</is></c></row></sheetData>",
        "<r><t>aaaaaaaa</t></r>".repeat(2 << 20)
    );
    let laughs = "<!DOCTYPE x [<!ENTITY a \"haha\"><!ENTITY b \"&a;&a;&a;&a;\">]>";
    let merged: &[&[&str]] = &[
        &["Rekap", "", "", ""],
        &["jk", "Iks (X)", "", "nilai"],
        &["", "1", "2", ""],
        &["L", "4", "5", "70"],
        &["P", "3", "2", "80"],
    ];
    let whole = xlsx();
    let hidden = String::from_utf8_lossy(&whole).len();
    let mut lying = sheet(&good_rows(&" ".repeat(90 << 20)), &[]);
    lie_about_sizes(&mut lying);
    vec![
        ("a workbook", whole.clone(), Give(3)),
        ("an empty archive", b"PK\x05\x06\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0".to_vec(), Refuse(Code::DataUnreadable)),
        ("a quarter of a workbook", whole[..whole.len() / 4].to_vec(), Refuse(Code::DataUnreadable)),
        ("a workbook without its end", whole[..whole.len() - 30.min(hidden)].to_vec(), Refuse(Code::DataUnreadable)),
        ("an archive of photos", zip(&[("foto.jpg", b"x")]), Refuse(Code::DataUnreadable)),
        ("a document", zip(&[("word/document.xml", b"<w/>")]), Refuse(Code::DataUnreadable)),
        ("slides", zip(&[("ppt/presentation.xml", b"<p/>")]), Refuse(Code::DataUnreadable)),
        (
            "a text of LibreOffice",
            zip(&[("mimetype", b"application/vnd.oasis.opendocument.text"), ("content.xml", b"<a/>")]),
            Refuse(Code::DataUnreadable),
        ),
        ("macros", sheet(&good_rows(""), &[("xl/vbaProject.bin", &[0xd0, 0xcf, 0x11, 0xe0, 1, 2, 3])]), Give(3)),
        ("parts that lead out", sheet(&good_rows(""), &[("../../../etc/passwd", b"x"), ("/abs", b"x")]), End),
        ("merged headers", workbook(&[("Jawaban", merged)]), Give(2)),
        ("errors of formulas", sheet(&errors, &[]), Refuse(Code::NotANumber)),
        ("formulas without results", sheet(&unsaved, &[]), Give(3)),
        ("dates as numbers", sheet(&dates, &[]), Refuse(Code::OffScale)),
        ("two hundred thousand empty rows", sheet(&good_rows(&blank), &[]), Give(3)),
        ("a row beyond the last", sheet(&good_rows("<row r=\"4294967295\"><c r=\"A4294967295\"><v>1</v></c></row>"), &[]), End),
        ("a cell beyond the last column", sheet(&cell("ZZZZ1", "><v>1</v>"), &[]), Refuse(Code::DataUnreadable)),
        (
            "cells out of order",
            sheet(&good_rows("<row r=\"2\"><c r=\"A2\"><v>1</v></c></row>"), &[]),
            Refuse(Code::DataUnreadable),
        ),
        ("shared texts that are not there", sheet(&cell("A1", " t=\"s\"><v>99</v>"), &[]), End),
        ("XML that breaks off", sheet("<sheetData><row r=\"1\"><c r=\"A1\"><v>4", &[]), Refuse(Code::DataUnreadable)),
        ("entities of entities", sheet(&format!("{laughs}{}", good_rows("")), &[]), End),
        ("forty megabytes in a cell", sheet(&long, &[]), Refuse(Code::DataUnreadable)),
        ("a cell of two million runs", sheet(&runs, &[]), Refuse(Code::DataUnreadable)),
        ("a bomb that lies about its size", lying, Refuse(Code::DataUnreadable)),
        ("a binary workbook of nothing", zip(&[("xl/workbook.bin", b"\xff\xff\xff\xff")]), Refuse(Code::DataUnreadable)),
        ("a chart for a workbook", zip(&[("xl/workbook.xml", b"<workbook/>")]), End),
        ("LibreOffice", ods(&ods_good()), Give(3)),
        ("LibreOffice, cut off", ods(&ods_good()[..200]), End),
        (
            "LibreOffice, nested tables",
            ods(&format!(
                "{}<table:table-row><table:table-cell><table:table table:name=\"x\">{}</table:table></table:table-cell></table:table-row>",
                ods_good(),
                ods_good()
            )),
            Give(3),
        ),
        (
            "LibreOffice, remarks",
            ods(&ods_good().replacen("<text:p>4", "<office:annotation><text:p>catatan</text:p></office:annotation><text:p>4", 1)),
            Give(3),
        ),
        (
            "LibreOffice, a million empty rows",
            ods(&format!(
                "{}<table:table-row table:number-rows-repeated=\"1048570\"><table:table-cell table:number-columns-repeated=\"16384\"/></table:table-row>",
                ods_good()
            )),
            Give(3),
        ),
        (
            "LibreOffice, a million full rows",
            ods(&format!(
                "{}<table:table-row table:number-rows-repeated=\"1000000\"><table:table-cell table:number-columns-repeated=\"16384\" office:value-type=\"float\" office:value=\"4\"/></table:table-row>",
                ods_good()
            )),
            Refuse(Code::DataUnreadable),
        ),
        (
            "LibreOffice, rows without end",
            ods(&format!(
                "{}<table:table-row table:number-rows-repeated=\"99999999999\"><table:table-cell office:value-type=\"float\" office:value=\"4\"/></table:table-row>",
                ods_good()
            )),
            Refuse(Code::DataUnreadable),
        ),
        (
            "LibreOffice, with a password",
            zip(&[
                ("mimetype", b"application/vnd.oasis.opendocument.spreadsheet"),
                ("content.xml", b"\x01\x02\x03"),
                ("META-INF/manifest.xml", b"<manifest:encryption-data/>"),
            ]),
            Refuse(Code::DataUnreadable),
        ),
    ]
}

fn containers_and_statistics() -> Vec<(&'static str, Vec<u8>, Must)> {
    let bomb = {
        let mut encoder = flate2::write::ZlibEncoder::new(Vec::new(), flate2::Compression::best());
        encoder.write_all(&vec![101u8; 64 << 20]).unwrap();
        let block = encoder.finish().unwrap();
        let variables = sav_variables();
        let header = 176 + variables.len();
        let trailer = header + 24 + block.len();
        let numbers: Vec<u8> = [header as u64, trailer as u64, 24].iter().flat_map(|number| number.to_le_bytes()).collect();
        sav(2, -1, &[variables, numbers, block].concat())
    };
    let sst = [0u8, 0, 0, 0, 0xff, 0xff, 0xff, 0x7f];
    let cases: Vec<u8> = [4.0f64, 70.0, 5.0, 80.0].iter().flat_map(|value| value.to_le_bytes()).collect();
    vec![
        (
            "a workbook with a password",
            container(&[("/EncryptedPackage", b"x"), ("/EncryptionInfo", b"y")]),
            Refuse(Code::DataUnreadable),
        ),
        ("an old workbook with a password", xls(&[BOF, (0x2f, &[0; 54]), EOF]), Refuse(Code::DataUnreadable)),
        ("an old document", container(&[("/WordDocument", b"x")]), Refuse(Code::DataUnreadable)),
        ("a container of nothing", container(&[]), Refuse(Code::DataUnreadable)),
        ("the beginning of a container", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1\0\0\0\0".to_vec(), Refuse(Code::DataUnreadable)),
        ("an old workbook without sheets", xls(&[BOF, EOF]), Refuse(Code::DataEmpty)),
        ("a workbook of Excel 95", xls(&[(0x0809, &[0, 5, 5, 0]), EOF]), Refuse(Code::DataUnreadable)),
        ("texts without end", xls(&[BOF, (0xfc, &sst), EOF]), Refuse(Code::DataEmpty)),
        (
            "a sheet beyond the file",
            xls(&[BOF, (0x85, &[0xff, 0xff, 0xff, 0x7f, 0, 0, 1, 0, b'A']), EOF]),
            Refuse(Code::DataUnreadable),
        ),
        ("SPSS", sav(0, 2, &[sav_variables(), cases.clone()].concat()), Refuse(Code::MissingColumn)),
        ("SPSS, a header alone", sav(1, 2, &[]), Refuse(Code::DataUnreadable)),
        (
            "SPSS, a negative count",
            sav(1, 2, &[[3i32, -5].iter().flat_map(|n| n.to_le_bytes()).collect::<Vec<u8>>()].concat()),
            Refuse(Code::DataUnreadable),
        ),
        (
            "SPSS, an extension of four gigabytes",
            sav(1, 2, &[[7i32, 13, i32::MAX, i32::MAX].iter().flat_map(|n| n.to_le_bytes()).collect::<Vec<u8>>()].concat()),
            Refuse(Code::DataUnreadable),
        ),
        ("SPSS, an unknown compression", sav(9, 2, &[sav_variables(), cases.clone()].concat()), End),
        ("SPSS, half a case", sav(0, 3, &[sav_variables(), cases[..24].to_vec()].concat()), End),
        ("SPSS, a bomb", bomb, End),
        ("SPSS, a trailer before its header", sav(2, 2, &[sav_variables(), vec![0; 24]].concat()), End),
    ]
}

/// Writes small sizes over the true ones in the directory of an archive.
fn lie_about_sizes(bytes: &mut [u8]) {
    let mut at = 0;
    while let Some(found) = bytes[at..].windows(4).position(|window| window == b"PK\x01\x02") {
        let entry = at + found;
        bytes[entry + 24..entry + 28].copy_from_slice(&1000u32.to_le_bytes());
        at = entry + 4;
    }
}

#[test]
fn every_hostile_file_ends_in_a_diagnostic_or_a_dataset() {
    let study = study(STUDY);
    let files: Vec<_> = texts().into_iter().chain(archives()).chain(containers_and_statistics()).collect();
    assert!(files.len() >= 60, "only {} files", files.len());
    let mut wrong = Vec::new();
    for (name, bytes, must) in files {
        let (dataset, diagnostics) = read(&study, "data.xlsx", &bytes);
        let errors: Vec<Code> = diagnostics.iter().filter(|d| d.severity == Severity::Error).map(|d| d.code).collect();
        let said = diagnostics.iter().map(|d| format!("{} {}", d.code, d.message.en)).collect::<Vec<_>>();
        let found = dataset.as_ref().map(|dataset| dataset.n());
        let fits = match must {
            Give(n) => found == Some(n) && errors.is_empty(),
            Refuse(code) => found.is_none() && errors.contains(&code),
            End => found.is_some() || !errors.is_empty(),
        };
        if !fits {
            wrong.push(format!("{name}: {found:?} {said:#?}"));
        }
        let mut all: Diagnostics = diagnostics.into_iter().collect();
        let _ = propose("data.xlsx", &bytes, &mut all);
        let shown = emit::human(&all, &SourceFiles::default(), Language::Id);
        if shown.len() > 30_000 || shown.contains("panicked") {
            wrong.push(format!("{name}: {} bytes of messages", shown.len()));
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

/// 300 MB for any file up to 20 MB: measured on the whole process, for the files that try to take most.
#[test]
fn memory_stays_within_bounds() {
    let time = std::path::Path::new("/usr/bin/time");
    if !time.exists() {
        skipped("hostile_files", "there is no /usr/bin/time to measure memory with");
        return;
    }
    let folder = tempfile::tempdir().unwrap();
    std::fs::write(folder.path().join("study.yaml"), format!("title: Judul\ndata: {{ file: data.xlsx }}\n{STUDY}")).unwrap();
    let row = |row: usize| {
        format!("<row r=\"{row}\"><c r=\"A{row}\" t=\"inlineStr\"><is><t>{row} {}</t></is></c></row>", "aku".repeat(60))
    };
    let texts: String = (5..400_000).map(row).collect();
    let shared: String = (0..900_000).map(|text| format!("<si><t>{text}</t></si>")).collect();
    let shared = format!("<sst xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\">{shared}</sst>");
    let mut largest = csv(",");
    while largest.len() < 20 << 20 {
        let at = largest.len();
        largest.push_str(&format!("L{at},4,5,{at}\n"));
    }
    let files: Vec<(&str, Vec<u8>)> = archives()
        .into_iter()
        .chain(containers_and_statistics())
        .filter(|(name, ..)| ["bomb", "million", "forty"].iter().any(|word| name.contains(word)))
        .map(|(name, bytes, _)| (name, bytes))
        .chain([
            ("many different texts", sheet(&good_rows(&texts), &[])),
            ("many shared texts", sheet(&good_rows(""), &[("xl/sharedStrings.xml", shared.as_bytes())])),
            ("twenty megabytes of text", largest.into_bytes()),
        ])
        .collect();
    for (name, bytes) in files {
        assert!(bytes.len() <= 21 << 20, "{name}");
        std::fs::write(folder.path().join("data.xlsx"), bytes).unwrap();
        let output = std::process::Command::new(time)
            .args(["-f", "%M kB", env!("CARGO_BIN_EXE_bab4"), "check", "study.yaml"])
            .current_dir(folder.path())
            .output()
            .unwrap();
        let said = String::from_utf8_lossy(&output.stderr);
        let kilobytes: u64 = said.lines().last().and_then(|line| line.strip_suffix(" kB")).unwrap_or("0").parse().unwrap();
        println!("{name}: {kilobytes} kB");
        assert!((1..300_000).contains(&kilobytes), "{name}: {kilobytes} kB");
        assert!(!said.contains("panicked"), "{name}: {said}");
    }
}
