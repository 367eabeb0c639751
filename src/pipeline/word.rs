//! The Word format in the line: the campus's file read, the author's pictures handed on, what is wrong told to the user.

use super::pictures::AuthorPicture;
use crate::diagnostics::{Code, Diagnostic, Diagnostics, Place};
use crate::language::Message;
use crate::render::docx::{self, AuthorFile, Pixels, ReferenceDocument, ReferenceError, Sources};
use crate::render::raster;
use crate::report::document::{Document, drawing_files};
use rayon::prelude::*;
use std::collections::BTreeMap;
use std::io::Read;
use std::path::Path;

/// The largest campus file that is read, in bytes.
const LARGEST: u64 = 64 << 20;

/// The document as DOCX.
///
/// # Errors
/// That the machine failed, and how.
pub fn render(
    document: &Document,
    pictures: &[AuthorPicture],
    reference: Option<&ReferenceDocument>,
    diagnostics: &mut Diagnostics,
) -> Result<Vec<u8>, Message> {
    let files: Vec<AuthorFile<'_>> =
        pictures.iter().map(|picture| AuthorFile { name: &picture.name, bytes: &picture.bytes }).collect();
    // Most of the time goes into the drawings: they are made side by side, and looked up in their places.
    let drawings: Vec<&str> = drawing_files(&document.blocks).into_iter().map(|file| file.svg).collect();
    let drawn: BTreeMap<&str, Option<Pixels>> = drawings.into_par_iter().map(|svg| (svg, pixels(svg))).collect();
    let draw = |svg: &str| drawn.get(svg).cloned().unwrap_or_else(|| pixels(svg));
    let sources = Sources { draw: &draw, files: &files, reference };
    let docx = docx::render(document, &sources).map_err(|reason| {
        Message::new(format!("DOCX tidak dapat dibuat: {reason}"), format!("the DOCX cannot be made: {reason}"))
    })?;
    docx.unusable.iter().for_each(|name| diagnostics.push(unusable(name)));
    Ok(docx.bytes)
}

/// Pixels to the inch of a drawing, for programs that do not show SVG.
const RESOLUTION: u32 = 150;

/// A drawing as pixels.
fn pixels(svg: &str) -> Option<Pixels> {
    let raster = raster::png(svg, RESOLUTION).ok()?;
    Some(Pixels { png: raster.bytes, width: raster.width, height: raster.height })
}

/// A campus's file; none when it cannot be used.
pub fn reference(path: &Path, diagnostics: &mut Diagnostics) -> Option<ReferenceDocument> {
    let place = Place::File(path.display().to_string());
    let read = read(path).and_then(|bytes| ReferenceDocument::read(&bytes).map_err(|error| why(&error)));
    match read {
        Ok(reference) => Some(reference),
        Err(reason) => {
            let message = Message::new(
                format!("dokumen kampus tidak dapat dipakai: {}", reason.id),
                format!("the campus's document cannot be used: {}", reason.en),
            );
            let hint = Message::new(
                "buka di Word, simpan dengan «Save As» sebagai «Word Document (*.docx)», lalu sebut berkas itu",
                "open it in Word, save it with “Save As” as “Word Document (*.docx)”, then name that file",
            );
            diagnostics.push(Diagnostic::error(Code::ReferenceUnusable, message).at_place(place).hint(hint));
            None
        }
    }
}

fn read(path: &Path) -> Result<Vec<u8>, Message> {
    let failed = |error: std::io::Error| Message::new(error.to_string(), error.to_string());
    let mut bytes = Vec::new();
    std::fs::File::open(path).and_then(|file| file.take(LARGEST + 1).read_to_end(&mut bytes)).map_err(failed)?;
    if bytes.len() as u64 > LARGEST {
        return Err(too_large());
    }
    Ok(bytes)
}

fn too_large() -> Message {
    Message::new("terlalu besar untuk dokumen gaya", "it is too large for a document of styles")
}

fn why(error: &ReferenceError) -> Message {
    match error {
        ReferenceError::NotDocx => Message::new("bukan berkas DOCX", "it is no DOCX file"),
        ReferenceError::TooLarge => too_large(),
        ReferenceError::Strict => Message::new(
            "disimpan sebagai «Strict Open XML», yang tidak dikenal di sini",
            "it was saved as “Strict Open XML”, which is not understood here",
        ),
        ReferenceError::Damaged(part) => Message::new(format!("rusak ({part})"), format!("it is damaged ({part})")),
    }
}

fn unusable(name: &str) -> Diagnostic {
    let message = Message::new(
        format!("gambar «{name}» bukan PNG, JPEG, GIF, atau SVG: Word tidak dapat menampilkannya"),
        format!("the picture `{name}` is no PNG, JPEG, GIF or SVG: Word cannot show it"),
    );
    Diagnostic::error(Code::PictureUnusable, message)
        .at_place(Place::File(name.to_owned()))
        .hint(Message::new("simpan ulang sebagai PNG", "save it again as PNG"))
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;

    #[test]
    fn a_campus_file_that_cannot_be_used_is_one_problem_at_its_place() {
        let folder = tempfile::tempdir().unwrap();
        let text = folder.path().join("kampus.docx");
        std::fs::write(&text, "Pedoman penulisan tesis").unwrap();
        for path in [text.as_path(), &folder.path().join("tiada.docx"), folder.path()] {
            let mut diagnostics = Diagnostics::default();
            assert!(reference(path, &mut diagnostics).is_none());
            let codes: Vec<Code> = diagnostics.iter().map(|diagnostic| diagnostic.code).collect();
            assert_eq!(codes, [Code::ReferenceUnusable], "{}", path.display());
        }
    }
}
