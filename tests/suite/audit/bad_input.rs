//! What is no chapter, or a hostile one: a clear answer in bounded time and memory, never a panic.

use crate::outcomes::outcome;
use bab4::audit::audit;
use bab4::audit::read::{self, ReadProblem};
use std::io::{Cursor, Write};
use std::time::Instant;
use zip::write::SimpleFileOptions;

fn zipped(files: &[(&str, &[u8])]) -> Vec<u8> {
    let mut zip = zip::ZipWriter::new(Cursor::new(Vec::new()));
    for (name, bytes) in files {
        zip.start_file(*name, SimpleFileOptions::default()).unwrap();
        zip.write_all(bytes).unwrap();
    }
    zip.finish().unwrap().into_inner()
}

#[test]
fn files_that_are_no_chapters_are_told_apart() {
    let locked = zipped(&[("EncryptedPackage", b"x")]);
    let workbook = zipped(&[("xl/workbook.xml", b"<workbook/>")]);
    let empty = zipped(&[("word/document.xml", b"<w:document xmlns:w=\"w\"><w:body/></w:document>")]);
    let scanned = zipped(&[(
        "word/document.xml",
        b"<w:document xmlns:w=\"w\"><w:body><w:p><w:r><w:drawing/></w:r></w:p></w:body></w:document>",
    )]);
    let bytes = outcome_docx();
    let cut = bytes.get(..bytes.len() / 2).unwrap().to_vec();
    for (name, bytes, problem) in [
        ("empty.docx", Vec::new(), ReadProblem::Empty),
        ("old.doc", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1".to_vec(), ReadProblem::OldOrLocked),
        ("locked.docx", locked, ReadProblem::OldOrLocked),
        ("workbook.docx", workbook, ReadProblem::NotItsFormat),
        ("nothing.docx", empty, ReadProblem::Empty),
        ("scanned.docx", scanned, ReadProblem::OnlyPictures),
        ("cut.docx", cut, ReadProblem::NotItsFormat),
        ("text.docx", b"Bab IV".to_vec(), ReadProblem::NotItsFormat),
        ("zeros.txt", vec![0; 9000], ReadProblem::Empty),
    ] {
        assert_eq!(read::read(&bytes, name).map(|chapter| chapter.blocks.len()), Err(problem), "{name}");
    }
    // A document that breaks off in its text is read as far as it goes.
    let broken = zipped(&[(
        "word/document.xml",
        b"<w:document xmlns:w=\"w\"><w:body><w:p><w:r><w:t>Bab IV</w:t></w:r></w:p><w:tbl><w:tr>",
    )]);
    assert_eq!(read::read(&broken, "broken.docx").unwrap().blocks.len(), 1);
}

fn outcome_docx() -> Vec<u8> {
    zipped(&[("word/document.xml", outcome("disnaker-semarang").markdown.as_bytes())])
}

/// Only where pdftotext is: a PDF without text, and one behind a password.
#[test]
fn scanned_and_locked_pages() {
    let page = |resources: &str| {
        format!(
            "%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n2 0 obj<</Type/Pages/Kids[3 0 R]/Count 1>>endobj\n\
             3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 200 200]{resources}>>endobj\ntrailer<</Root 1 0 R>>\n%%EOF\n"
        )
    };
    match read::read(page("").as_bytes(), "scanned.pdf") {
        Err(ReadProblem::NoPdfProgram) => {}
        told => assert_eq!(told.map(|chapter| chapter.blocks.len()), Err(ReadProblem::OnlyPictures)),
    }
    // Encrypted with keys that no password gives.
    let key = "5a".repeat(32);
    let locked = page("").replace(
        "trailer<</Root 1 0 R>>",
        &format!(
            "4 0 obj<</Filter/Standard/V 1/R 2/P -4/O<{key}>/U<{key}>>>endobj\ntrailer<</Root 1 0 R/Encrypt 4 0 R/ID[<00><00>]>>"
        ),
    );
    match read::read(locked.as_bytes(), "locked.pdf") {
        Err(ReadProblem::NoPdfProgram) => {}
        told => assert_eq!(told.map(|chapter| chapter.blocks.len()), Err(ReadProblem::LockedPdf)),
    }
    match read::read(b"%PDF-1.7\nrubbish", "broken.pdf") {
        Err(ReadProblem::NoPdfProgram) => {}
        told => assert_eq!(told.map(|chapter| chapter.blocks.len()), Err(ReadProblem::LockedPdf)),
    }
}

/// Captions with pictures below them instead of tables: each is named as not read.
#[test]
fn pictures_for_tables_are_named() {
    let word = |text: &str| format!("<w:p><w:r><w:t>{text}</w:t></w:r></w:p>");
    let body: String =
        (1..=3).map(|table| word(&format!("Tabel 4.{table} Hasil Uji")) + "<w:p><w:r><w:drawing/></w:r></w:p>").collect();
    let xml = format!("<w:document xmlns:w=\"w\"><w:body>{}{body}</w:body></w:document>", word("BAB IV"));
    let report = audit(&read::read(&zipped(&[("word/document.xml", xml.as_bytes())]), "bab.docx").unwrap());
    let named: Vec<&str> = report.as_pictures.iter().filter_map(|place| place.table.as_deref()).collect();
    assert_eq!((named, report.pictures, report.tables), (vec!["Tabel 4.1", "Tabel 4.2", "Tabel 4.3"], 3, 0));
}

/// A file longer than what is read of it is not passed over in silence.
#[test]
fn what_is_left_out_is_said() {
    let whole = read::read("Bab IV memuat hasil.\n".as_bytes(), "bab.txt").unwrap();
    assert!(!whole.cut && !audit(&whole).not_checked().iter().any(|line| line.en.contains("longer")));
    let long = read::read(format!("Bab IV\n{}", "12345 ".repeat(10_000)).as_bytes(), "bab.txt").unwrap();
    assert!(long.cut && audit(&long).not_checked().iter().any(|line| line.en.contains("longer")));
}

/// A bomb of zeros in a small file is not unpacked to its end.
#[test]
fn what_swells_is_refused() {
    let mut xml = b"<w:document xmlns:w=\"w\"><w:body><w:p><w:r><w:t>".to_vec();
    xml.resize(60 * 1024 * 1024, b'1');
    xml.extend_from_slice(b"</w:t></w:r></w:p></w:body></w:document>");
    let bytes = zipped(&[("word/document.xml", &xml)]);
    assert!(bytes.len() < 1 << 20);
    assert_eq!(read::read(&bytes, "bomb.docx").map(|chapter| chapter.blocks.len()), Err(ReadProblem::Bomb));
}

/// Fifty megabytes of digits, cells without end, nesting without end: an answer in bounded time.
#[test]
fn hostile_input_is_bounded() {
    let start = Instant::now();
    for (name, text) in [
        ("digits.txt", "1234567890".repeat(5_000_000)),
        ("words.txt", "1234567890 1234567890 1234567890 1234567890 1234567890\n".repeat(900_000)),
        ("rows.txt", "Tabel 4.1 Uji t\nB\tStd. Error\tt\tSig.\n".to_owned() + &"0,123\t0,456\t7,890\t0,001\n".repeat(2_000_000)),
        ("lines.txt", "123 456 7,89 1,5\n".repeat(60_000)),
        ("novel.txt", "Pagi itu hujan turun. Ia berjalan ke pasar, membeli 3 jeruk, lalu pulang.\n\n".repeat(10_000)),
        ("cells.txt", "Tabel 4.1 Uji\n".to_owned() + &"1\t2\t3\n".repeat(20_000)),
        ("columns.txt", "Tabel 4.1 B Std. Error t Sig.\n".to_owned() + &"1,5\t".repeat(40_000)),
        ("nested.html", "<table><tr><td>".repeat(20_000)),
        ("spans.html", "<table>".to_owned() + &"<tr><td colspan=99999 rowspan=99999>1</td></tr>".repeat(500)),
        ("stars.md", "*_`[".repeat(50_000)),
        ("equal.txt", "Total pengaruh X 0,1 + 0,2 = 0,9\n\n".repeat(2_000)),
    ] {
        if let Ok(chapter) = read::read(text.as_bytes(), name) {
            audit(&chapter);
        }
        println!("{name}: {:?}", start.elapsed());
    }
    // Half a minute in a build without optimization, alone on a machine; a loop without end takes longer than any machine is slow.
    assert!(start.elapsed().as_secs() < 900, "{:?}", start.elapsed());
}
