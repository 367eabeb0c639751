//! The command line: one file a command. The only layer that prints or decides the exit status.

mod analyze;
mod arguments;
mod audit;
mod audit_summary;
mod batch;
mod batch_alone;
mod batch_progress;
mod check;
mod completions;
mod console;
mod dialogue;
mod explain;
mod import_words;
mod init;
mod init_instrument;
mod models;
mod next_steps;
mod render;
mod schema;
mod templates;
mod usage;
mod watch;

use crate::language::Language;
use arguments::{Arguments, Command};
use clap::{CommandFactory, FromArgMatches};
use console::Console;
use std::ffi::OsString;
use std::process::ExitCode;

/// How a run ended; the exit status of the process.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Status {
    /// Nothing to complain about.
    Fine = 0,
    /// Problems in what the user gave.
    Input = 1,
    /// The command line was wrong.
    Usage = 2,
    /// The machine failed: no typst, a full disk.
    Machine = 3,
}

/// The command line as `clap` knows it, with its help in a language.
pub fn command(language: Language) -> clap::Command {
    usage::dressed(Arguments::command(), language)
}

/// Runs the program with these arguments, the first of which is its own name.
pub fn run(arguments: impl IntoIterator<Item = OsString>) -> ExitCode {
    let arguments: Vec<OsString> = arguments.into_iter().collect();
    ExitCode::from(status_of(&arguments) as u8)
}

fn status_of(arguments: &[OsString]) -> Status {
    let language = arguments::language_before_parsing(arguments);
    let command = command(language.unwrap_or_default());
    let mut console = Console::new(language);
    let parsed = command.try_get_matches_from(arguments).and_then(|matches| Arguments::from_arg_matches(&matches));
    match parsed {
        Err(error) => usage::report(&error, &console),
        Ok(Arguments { command: None, .. }) => next_steps::run(&console),
        Ok(Arguments { command: Some(command), .. }) => match command {
            Command::Init(arguments) => init::run(&arguments, &console),
            Command::Check(arguments) => check::run(&arguments, &mut console),
            Command::Analyze(arguments) => analyze::run(&arguments, &mut console),
            Command::Render(arguments) => render::run(&arguments, &mut console),
            Command::Batch(arguments) => batch::run(&arguments, &mut console),
            Command::Watch(arguments) => watch::run(&arguments, &mut console),
            Command::Audit(arguments) => audit::run(&arguments, &mut console),
            Command::Models(arguments) => models::run(&arguments, &console),
            Command::Templates(arguments) => templates::run(&arguments, &console),
            Command::Schema(arguments) => schema::run(&arguments, &console),
            Command::Explain(arguments) => explain::run(&arguments, &console),
            Command::Completions(arguments) => completions::run(&arguments, &console),
        },
    }
}
