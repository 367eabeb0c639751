//! `bab4 models`: the measurement models that a variable may use.

use super::Status;
use super::arguments::ModelsArguments;
use super::console::Console;
use crate::diagnostics::{FileId, SourceFiles, suggest};
use crate::language::Message;
use crate::study::models::{Model, Models};
use std::fmt::Write;
use std::path::Path;

/// Lists the models, or prints one as it is written.
pub fn run(arguments: &ModelsArguments, console: &Console) -> Status {
    let mut sources = SourceFiles::default();
    // Those of a folder `models` here come with the shipped ones, and win over them.
    let models = Models::load(Path::new("."), &mut sources);
    match &arguments.name {
        None => console.result(&list(&models, console)),
        Some(name) => match text_of(name, &models, &sources) {
            Some(text) => console.result(text),
            None => {
                console.error(&unknown(name, &models));
                Status::Input
            }
        },
    }
}

fn list(models: &Models, console: &Console) -> String {
    let width = models.iter().map(|model| model.name.chars().count()).max().unwrap_or(0);
    let language = console.language();
    let mut out = String::new();
    for Model { name, variable, basis, verified, in_force, .. } in models.iter() {
        let title = variable.name.as_ref().map_or("", |name| name.value.get(language));
        let _ = write!(out, "{name:width$}  {title}");
        if let Some(basis) = basis {
            let _ = write!(out, " — {}", basis.get(language));
        }
        if *in_force == Some(false) {
            out.push_str(Message::new(" (tidak berlaku lagi)", " (no longer in force)").get(language));
        }
        if *verified == Some(false) {
            let words =
                Message::new(" (belum seluruhnya dibandingkan dengan sumbernya)", " (not wholly compared with its source)");
            out.push_str(words.get(language));
        }
        out.push('\n');
    }
    out
}

/// The model's file as it stands, to copy and change.
fn text_of<'a>(name: &str, models: &Models, sources: &'a SourceFiles) -> Option<&'a str> {
    let file = models.get(name)?.variable.code.span.file;
    sources.get(FileId(file.0)).map(|file| file.text.as_str())
}

pub(super) fn unknown(name: &str, models: &Models) -> Message {
    let near = suggest::nearest(name, models.iter().map(|model| model.name.as_str()));
    Message::new(
        format!(
            "model pengukuran «{name}» tidak ada{}; lihat: bab4 models",
            near.map_or_else(String::new, |near| format!(", maksud Anda «{near}»?"))
        ),
        format!(
            "there is no measurement model `{name}`{}; see: bab4 models",
            near.map_or_else(String::new, |near| format!(", did you mean `{near}`?"))
        ),
    )
}
