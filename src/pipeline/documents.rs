//! A document that is no chapter of a study, as files in memory: the report over the units of a batch.

use super::{Format, Outputs, word};
use crate::diagnostics::Diagnostics;
use crate::language::Message;
use crate::render;
use crate::report::document::{Document, drawing_files};
use crate::typeset::{self, TypesetError};

/// The document in those of the formats that are documents, called `stem`. Without typst there is no PDF.
///
/// # Errors
/// That the machine failed, and how.
pub fn render(document: &Document, stem: &str, formats: &[Format], diagnostics: &mut Diagnostics) -> Result<Outputs, Message> {
    let mut outputs = Outputs::default();
    for format in formats {
        let name = format!("{stem}.{}", format.code());
        match format {
            Format::Docx => outputs.add_editable(name, word::render(document, &[], None, diagnostics)?),
            Format::Markdown => {
                outputs.add(name, render::markdown::render(document));
                drawing_files(&document.blocks).into_iter().for_each(|file| outputs.add(file.name, file.svg));
            }
            Format::Html => outputs.add(name, render::html::render(document, &Default::default())),
            Format::Typst => {
                outputs.add(name, render::typst::render(document));
                outputs.add(render::typst::LAYOUT_FILE, typeset::layout());
            }
            Format::Pdf => match typeset::typeset(&render::typst::render(document), &[]) {
                Ok(pdf) => outputs.add(name, pdf),
                Err(TypesetError::Missing) => {}
                Err(error) => return Err(error.diagnostic(false).message),
            },
            Format::Json => {}
        }
    }
    Ok(outputs)
}
