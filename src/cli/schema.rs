//! `bab4 schema`: the JSON Schema of the study file, or of the batch file.

use super::Status;
use super::arguments::SchemaArguments;
use super::console::Console;
use crate::pipeline::outputs::write_whole;
use crate::study::schema::{Wording, batch_json, json};

/// Prints or writes the schema: in both languages unless one is asked for.
pub fn run(arguments: &SchemaArguments, console: &Console) -> Status {
    let wording = console.asked().map_or(Wording::Both, Wording::One);
    let schema = if arguments.batch { batch_json(wording) } else { json(wording) };
    match &arguments.output {
        None => console.result(&schema),
        Some(file) => match write_whole(file, schema.as_bytes()) {
            Ok(()) => Status::Fine,
            Err(error) => console.not_written(&error),
        },
    }
}
