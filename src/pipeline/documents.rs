//! A document that is no chapter of a study, as files in memory: the report over the units of a batch.

use super::{Format, Outputs, pictures, word};
use crate::diagnostics::{Diagnostics, SourceFiles};
use crate::language::Message;
use crate::render;
use crate::report::document::{Document, drawing_files};
use crate::typeset::{self, TypesetError};
use std::path::Path;

/// The document in those of the formats that are documents, called `stem`; its pictures are in `folder`. Without typst there is no
/// PDF.
///
/// # Errors
/// That the machine failed, and how.
pub fn render(
    document: &Document,
    (stem, folder): (&str, &Path),
    formats: &[Format],
    diagnostics: &mut Diagnostics,
) -> Result<Outputs, Message> {
    let mut outputs = Outputs::default();
    let mut unreadable = Diagnostics::default();
    let pictures = pictures::of_author(document, folder, &SourceFiles::default(), &mut unreadable);
    if let Some(problem) = unreadable.iter().next() {
        return Err(problem.message.clone());
    }
    for format in formats {
        let name = format!("{stem}.{}", format.code());
        match format {
            Format::Docx => outputs.add_editable(name, word::render(document, &pictures, None, diagnostics)?),
            Format::Markdown => {
                outputs.add(name, render::markdown::render(document));
                drawing_files(&document.blocks).into_iter().for_each(|file| outputs.add(file.name, file.svg));
            }
            Format::Html => {
                let inside = pictures.iter().map(|picture| (picture.name.as_str(), picture.bytes.as_slice())).collect();
                outputs.add(name, render::html::render(document, &inside));
            }
            Format::Typst => {
                outputs.add(name, render::typst::render(document));
                outputs.add(render::typst::LAYOUT_FILE, typeset::layout());
            }
            Format::Pdf => match typeset::typeset(&render::typst::render(document), &pictures::places(&pictures)) {
                Ok(pdf) => outputs.add(name, pdf),
                Err(TypesetError::Missing) => {}
                Err(error) => return Err(error.diagnostic(false).message),
            },
            Format::Json => {}
        }
    }
    if formats.iter().any(|format| format.needs_pictures()) {
        pictures.into_iter().for_each(|picture| outputs.add(picture.name, picture.bytes));
    }
    Ok(outputs)
}
