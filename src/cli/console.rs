//! What is said to the user: people read standard error, results go to standard output.
#![allow(clippy::print_stderr, reason = "the one place that talks to the user")]

use super::Status;
use crate::diagnostics::{Diagnostics, Severity, SourceFiles, emit};
use crate::language::{Language, Message};
use crate::pipeline::{Run, WriteError};
use std::io::{BufRead, IsTerminal, Read, Write};

/// Where the user is spoken to, in which language.
#[derive(Debug)]
pub struct Console {
    asked: Option<Language>,
    study: Option<Language>,
}

impl Console {
    /// A console in the language asked for on the command line, if any.
    pub fn new(asked: Option<Language>) -> Console {
        Console { asked, study: None }
    }

    /// The language of messages: the one asked for, else the study's, else Indonesian.
    pub fn language(&self) -> Language {
        self.asked.or(self.study).unwrap_or_default()
    }

    /// Takes up the language of a study, unless one is known.
    pub fn learn(&mut self, language: Option<Language>) {
        self.study = self.study.or(language);
    }

    /// The language asked for on the command line.
    pub fn asked(&self) -> Option<Language> {
        self.asked
    }

    /// Prints what a run found, in the study's language unless another was asked for.
    pub fn diagnostics(&mut self, run: &mut Run) {
        self.study = self.study.or(run.language);
        self.problems(&mut run.diagnostics, &run.sources);
    }

    /// Prints problems, and how many there are.
    pub fn problems(&self, diagnostics: &mut Diagnostics, sources: &SourceFiles) {
        if diagnostics.is_empty() {
            return;
        }
        diagnostics.sort();
        eprint!("{}", emit::human(diagnostics, sources, self.language()));
        let count = |severity| diagnostics.iter().filter(|diagnostic| diagnostic.severity == severity).count();
        let (errors, warnings) = (count(Severity::Error), count(Severity::Warning));
        if errors + warnings > 1 {
            let message = Message::new(
                format!("{errors} kesalahan, {warnings} peringatan"),
                format!("errors: {errors}, warnings: {warnings}"),
            );
            self.note(&message);
        }
    }

    /// A line for people.
    pub fn say(&self, line: &str) {
        eprintln!("{line}");
    }

    /// A line for people, in their language.
    pub fn note(&self, message: &Message) {
        eprintln!("{}", message.get(self.language()));
    }

    /// An error that is no diagnostic.
    pub fn error(&self, message: &Message) {
        let word = match self.language() {
            Language::Id => "kesalahan",
            Language::En => "error",
        };
        eprintln!("{word}: {}", message.get(self.language()));
    }

    /// How to go on after an error.
    pub fn hint(&self, message: &Message) {
        eprintln!("  = {}", message.get(self.language()));
    }

    /// A file that could not be written.
    pub fn not_written(&self, error: &WriteError) -> Status {
        self.error(&error.message());
        Status::Machine
    }

    /// Whether somebody sits at a terminal who can answer.
    pub fn can_ask(&self) -> bool {
        std::io::stdin().is_terminal() && std::io::stderr().is_terminal()
    }

    /// Asks for a line; `None` for an empty one, or at the end of input.
    pub fn ask(&self, question: &Message) -> Option<String> {
        eprint!("{}: ", question.get(self.language()));
        let mut line = String::new();
        std::io::stdin().lock().take(10_000).read_line(&mut line).ok()?;
        let line = line.trim();
        (!line.is_empty()).then(|| line.to_owned())
    }

    /// A result, to standard output. A reader that has gone away (`| head`) is no error.
    pub fn result(&self, text: &str) -> Status {
        let mut out = std::io::stdout().lock();
        match out.write_all(text.as_bytes()).and_then(|()| out.flush()) {
            Ok(()) => Status::Fine,
            Err(error) if error.kind() == std::io::ErrorKind::BrokenPipe => Status::Fine,
            Err(error) => {
                self.error(&Message::new(
                    format!("hasil tidak dapat ditulis: {error}"),
                    format!("the result cannot be written: {error}"),
                ));
                Status::Machine
            }
        }
    }
}
