//! `bab4 templates export`: the built-in templates as files, to be edited.

use super::Status;
use super::arguments::{ExportArguments, TemplatesArguments, TemplatesCommand};
use super::console::Console;
use crate::language::Message;
use crate::pipeline::Outputs;
use crate::report::templates::Templates;

/// Copies the templates into a folder.
pub fn run(arguments: &TemplatesArguments, console: &Console) -> Status {
    match &arguments.command {
        TemplatesCommand::Export(arguments) => export(arguments, console),
    }
}

/// Writes every template; a folder that holds any of them already is left alone, since it may have been edited.
fn export(arguments: &ExportArguments, console: &Console) -> Status {
    let templates = Templates::built_in();
    let mut outputs = Outputs::default();
    for (name, text) in templates.files() {
        let there = arguments.folder.join(name);
        if there.exists() {
            console.error(&Message::new(
                format!("«{}» sudah ada dan tidak ditimpa; pilih folder lain", there.display()),
                format!("`{}` is there already and is not overwritten; choose another folder", there.display()),
            ));
            return Status::Input;
        }
        outputs.add(name, text);
    }
    match outputs.write(&arguments.folder) {
        Err(error) => console.not_written(&error),
        Ok(written) => {
            let folder = arguments.folder.display();
            let count = written.files.len();
            console.note(&Message::new(
                format!("{count} templat ditulis ke {folder}; pakai dengan: bab4 render STUDY --templates {folder}"),
                format!("{count} templates written to {folder}; use them with: bab4 render STUDY --templates {folder}"),
            ));
            Status::Fine
        }
    }
}
