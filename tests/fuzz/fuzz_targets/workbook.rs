//! Any bytes as a workbook; and, because hardly any bytes are a zip archive, any texts as the parts of one.
#![no_main]

use bab4::study::Study;
use libfuzzer_sys::fuzz_target;
use std::io::{Cursor, Write};
use std::sync::LazyLock;

static STUDY: LazyLock<Option<Study>> = LazyLock::new(|| bab4_fuzz::declare(bab4_fuzz::STUDY));

/// Parts of the archive are parted by this line.
const PART: &[u8] = b"\n=====\n";
/// The parts that may be given, in order; those that are not have fixed content.
const PARTS: [(&str, &str); 7] = [
    ("xl/worksheets/sheet1.xml", "<worksheet><sheetData/></worksheet>"),
    ("xl/sharedStrings.xml", "<sst><si><t>X.1</t></si><si><t>SS</t></si></sst>"),
    ("xl/styles.xml", "<styleSheet><cellXfs count=\"2\"><xf numFmtId=\"0\"/><xf numFmtId=\"14\"/></cellXfs></styleSheet>"),
    (
        "xl/workbook.xml",
        "<workbook xmlns:r=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships\"><sheets><sheet name=\"A\" sheetId=\"1\" r:id=\"rId1\"/></sheets></workbook>",
    ),
    (
        "xl/_rels/workbook.xml.rels",
        "<Relationships><Relationship Id=\"rId1\" Type=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships/worksheet\" Target=\"worksheets/sheet1.xml\"/><Relationship Id=\"rId2\" Type=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships/sharedStrings\" Target=\"sharedStrings.xml\"/><Relationship Id=\"rId3\" Type=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships/styles\" Target=\"styles.xml\"/></Relationships>",
    ),
    (
        "_rels/.rels",
        "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\"><Relationship Id=\"rId1\" Type=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument\" Target=\"xl/workbook.xml\"/></Relationships>",
    ),
    (
        "[Content_Types].xml",
        "<Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\"><Default Extension=\"xml\" ContentType=\"application/xml\"/><Default Extension=\"rels\" ContentType=\"application/vnd.openxmlformats-package.relationships+xml\"/><Override PartName=\"/xl/workbook.xml\" ContentType=\"application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml\"/></Types>",
    ),
];

fn assembled(bytes: &[u8]) -> Option<Vec<u8>> {
    let mut given = Vec::new();
    let mut rest = bytes;
    while let Some(at) = rest.windows(PART.len()).position(|w| w == PART) {
        given.push(&rest[..at]);
        rest = &rest[at + PART.len()..];
    }
    given.push(rest);
    let mut archive = zip::ZipWriter::new(Cursor::new(Vec::new()));
    let options = zip::write::SimpleFileOptions::default().compression_method(zip::CompressionMethod::Stored);
    for (i, (name, fixed)) in PARTS.iter().enumerate() {
        archive.start_file(*name, options).ok()?;
        archive.write_all(given.get(i).copied().unwrap_or(fixed.as_bytes())).ok()?;
    }
    Some(archive.finish().ok()?.into_inner())
}

fuzz_target!(
    // The reader catches panics of the crate that unpacks workbooks; only one that gets past it is a finding.
    init: drop(std::panic::take_hook()),
    |bytes: &[u8]| {
        let Some(study) = &*STUDY else { panic!("the study of the fuzz targets is wrong") };
        if bytes.starts_with(b"PK") {
            bab4_fuzz::observe(study, "responses.xlsx", bytes);
        } else if let Some(workbook) = assembled(bytes) {
            bab4_fuzz::observe(study, "responses.xlsx", &workbook);
        }
    }
);
