//! Any bytes as what stands behind the mark of an SPSS file, as the stream of an XLS workbook, or as the content of an ODS one.
#![no_main]

use bab4::study::Study;
use libfuzzer_sys::fuzz_target;
use std::io::{Cursor, Write};
use std::sync::LazyLock;

static STUDY: LazyLock<Option<Study>> = LazyLock::new(|| bab4_fuzz::declare(bab4_fuzz::STUDY));

/// A compound file with these bytes as its workbook.
fn old_workbook(bytes: &[u8]) -> Option<Vec<u8>> {
    let mut file = cfb::CompoundFile::create(Cursor::new(Vec::new())).ok()?;
    file.create_stream("/Workbook").ok()?.write_all(bytes).ok()?;
    Some(file.into_inner().into_inner())
}

/// An ODS workbook with these bytes as its content.
fn open_document(bytes: &[u8]) -> Option<Vec<u8>> {
    let mut archive = zip::ZipWriter::new(Cursor::new(Vec::new()));
    let options = zip::write::SimpleFileOptions::default().compression_method(zip::CompressionMethod::Stored);
    archive.start_file("content.xml", options).ok()?;
    archive.write_all(bytes).ok()?;
    Some(archive.finish().ok()?.into_inner())
}

fuzz_target!(|bytes: &[u8]| {
    let Some(study) = &*STUDY else { panic!("the study of the fuzz targets is wrong") };
    let Some((kind, rest)) = bytes.split_first() else { return };
    let made = match kind % 3 {
        0 => Some([b"$FL2", rest].concat()),
        1 => old_workbook(rest),
        _ => open_document(rest),
    };
    if let Some(made) = made {
        bab4_fuzz::observe(study, "responses.sav", &made);
    }
});
