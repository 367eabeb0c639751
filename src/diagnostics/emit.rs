//! Diagnostics as text: for people, with the line they stand in, and one per line for programs.

use super::{Diagnostic, Diagnostics, FileId, Place, Severity, SourceFiles};
use crate::language::Language;
use codespan_reporting::diagnostic::{Diagnostic as Shown, Label as ShownLabel, Severity as ShownSeverity};
use codespan_reporting::files::SimpleFiles;
use codespan_reporting::term::{self, Config};

/// All diagnostics for people, with excerpts, in `language`.
pub fn human(diagnostics: &Diagnostics, sources: &SourceFiles, language: Language) -> String {
    let mut files = SimpleFiles::new();
    let mut next = 0;
    while let Some(file) = sources.get(FileId(next)) {
        files.add(file.name.clone(), file.text.clone());
        next += 1;
    }
    let config = Config { end_context_lines: 1, ..Config::default() };
    let mut out = String::new();
    for diagnostic in diagnostics.iter() {
        let shown = to_shown(diagnostic, sources, language);
        if term::emit_to_string(&mut out, &config, &files, &shown).is_err() {
            out.push_str(&short(diagnostic, sources, language));
        }
    }
    out
}

/// One diagnostic on one line: `file:line:column: error[S002]: message`.
pub fn short(diagnostic: &Diagnostic, sources: &SourceFiles, language: Language) -> String {
    let place = diagnostic.place.as_ref().map_or_else(String::new, |place| format!("{}: ", place_text(place, sources, language)));
    format!(
        "{place}{}[{}]: {}\n",
        severity_word(diagnostic.severity, language),
        diagnostic.code,
        diagnostic.message.get(language)
    )
}

fn to_shown(diagnostic: &Diagnostic, sources: &SourceFiles, language: Language) -> Shown<usize> {
    let severity = match diagnostic.severity {
        Severity::Error => ShownSeverity::Error,
        Severity::Warning => ShownSeverity::Warning,
        Severity::Note => ShownSeverity::Note,
    };
    let mut message = diagnostic.message.get(language).to_owned();
    let mut labels = Vec::new();
    match &diagnostic.place {
        Some(Place::Span(span)) => labels.push(ShownLabel::primary(span.file.0 as usize, span.start..span.end)),
        Some(place) => message = format!("{}: {message}", place_text(place, sources, language)),
        None => {}
    }
    for label in &diagnostic.labels {
        if let Place::Span(span) = label.place {
            labels.push(
                ShownLabel::secondary(span.file.0 as usize, span.start..span.end)
                    .with_message(label.message.get(language).to_owned()),
            );
        }
    }
    let hint_word = match language {
        Language::Id => "saran",
        Language::En => "help",
    };
    let notes = diagnostic.hints.iter().map(|hint| format!("{hint_word}: {}", hint.get(language))).collect();
    Shown::new(severity).with_code(diagnostic.code.as_str()).with_message(message).with_labels(labels).with_notes(notes)
}

/// Where a place is, as text.
pub fn place_text(place: &Place, sources: &SourceFiles, language: Language) -> String {
    match place {
        Place::Span(span) => {
            let (line, column) = sources.line_column(span.file, span.start);
            let name = sources.get(span.file).map_or("", |file| file.name.as_str());
            format!("{name}:{line}:{column}")
        }
        Place::Cell { file, row, column } => match language {
            Language::Id => format!("{file}, baris {row}, kolom «{column}»"),
            Language::En => format!("{file}, row {row}, column “{column}”"),
        },
        Place::File(file) => file.clone(),
    }
}

fn severity_word(severity: Severity, language: Language) -> &'static str {
    match (severity, language) {
        (Severity::Error, Language::Id) => "kesalahan",
        (Severity::Error, Language::En) => "error",
        (Severity::Warning, Language::Id) => "peringatan",
        (Severity::Warning, Language::En) => "warning",
        (Severity::Note, Language::Id) => "catatan",
        (Severity::Note, Language::En) => "note",
    }
}
