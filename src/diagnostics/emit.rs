//! Diagnostics as text: for people, with the line they stand in, and one per line for programs.

use super::excerpt::{Excerpt, LineTables, visible};
use super::{Diagnostic, Diagnostics, Place, Severity, SourceFiles, Span};
use crate::language::Language;
use codespan_reporting::diagnostic::{Diagnostic as Shown, Label as ShownLabel, LabelStyle, Severity as ShownSeverity};
use codespan_reporting::term::{self, Config, WriteStyle};
use serde_json::json;
use std::io::Write;

/// At most so many problems are shown to people: whoever has more mends these first.
const MOST_SHOWN: usize = 50;

/// The diagnostics for people, with excerpts, in `language`: at most fifty, errors before others when there are more.
pub fn human(diagnostics: &Diagnostics, sources: &SourceFiles, language: Language) -> String {
    let tables = LineTables::new(sources);
    let mut out = String::new();
    for diagnostic in first(diagnostics) {
        out.push_str(&one(diagnostic, sources, &tables, language));
    }
    let rest = diagnostics.len().saturating_sub(MOST_SHOWN);
    if rest > 0 {
        out.push_str(&match language {
            Language::Id => format!("… dan {rest} masalah lagi; perbaiki yang di atas dahulu\n"),
            Language::En => format!("… and {rest} more problems; mend those above first\n"),
        });
    }
    out
}

/// As many as are shown, in their order; when that is not all, warnings and notes give way to errors.
fn first(diagnostics: &Diagnostics) -> Vec<&Diagnostic> {
    if diagnostics.len() <= MOST_SHOWN {
        return diagnostics.iter().collect();
    }
    let is_error = |diagnostic: &&Diagnostic| diagnostic.severity == Severity::Error;
    let errors = diagnostics.iter().filter(is_error);
    errors.chain(diagnostics.iter().filter(|diagnostic| !is_error(diagnostic))).take(MOST_SHOWN).collect()
}

fn one(diagnostic: &Diagnostic, sources: &SourceFiles, tables: &LineTables, language: Language) -> String {
    let hints: Vec<String> =
        diagnostic.hints.iter().map(|hint| format!("{}: {}", hint_word(language), visible(hint.get(language)))).collect();
    let message = visible(diagnostic.message.get(language));
    let Some(Place::Span(span)) = diagnostic.place else {
        return without_excerpt(diagnostic, sources, &message, &hints, language);
    };
    let mut spans = vec![(LabelStyle::Primary, span, String::new())];
    for label in &diagnostic.labels {
        if let Place::Span(span) = label.place {
            spans.push((LabelStyle::Secondary, span, visible(label.message.get(language))));
        }
    }
    let places: Vec<Span> = spans.iter().map(|(_, span, _)| *span).collect();
    let excerpt = Excerpt::new(tables, &places);
    let labels = spans.into_iter().filter_map(|(style, span, message)| {
        Some(ShownLabel::new(style, span.file.0 as usize, excerpt.range(span)?).with_message(message))
    });
    let shown =
        Shown::new(shown_severity(diagnostic.severity)).with_message(message).with_labels(labels.collect()).with_notes(hints);
    let mut writer = InLanguage { header: header(diagnostic, language), in_header: false, out: Vec::new() };
    match term::emit_to_write_style(&mut writer, &Config::default(), &excerpt, &shown) {
        Ok(()) => String::from_utf8_lossy(&writer.out).into_owned(),
        Err(_) => short(diagnostic, sources, language),
    }
}

/// A problem of a whole file, of a cell or of no place: laid out as the others, without lines of source.
fn without_excerpt(
    diagnostic: &Diagnostic,
    sources: &SourceFiles,
    message: &str,
    hints: &[String],
    language: Language,
) -> String {
    let mut out = format!("{}: {message}\n", header(diagnostic, language));
    if let Some(place) = &diagnostic.place {
        out.push_str(&format!("  ┌─ {}\n", visible(&place_text(place, sources, language))));
    }
    for hint in hints {
        out.push_str(&format!("  = {}\n", hint.replace('\n', "\n    ")));
    }
    out.push('\n');
    out
}

/// Severity and code, `kesalahan[S002]`.
fn header(diagnostic: &Diagnostic, language: Language) -> String {
    format!("{}[{}]", severity_word(diagnostic.severity, language), diagnostic.code)
}

/// Collects what codespan writes, with a beginning of the header line in place of its English one.
///
/// codespan announces the severity and the code by `set_header` and the message by `set_header_message`; what it writes
/// between the two is left out.
struct InLanguage {
    header: String,
    in_header: bool,
    out: Vec<u8>,
}

impl Write for InLanguage {
    fn write(&mut self, bytes: &[u8]) -> std::io::Result<usize> {
        if !self.in_header {
            self.out.extend_from_slice(bytes);
        }
        Ok(bytes.len())
    }

    fn flush(&mut self) -> std::io::Result<()> {
        Ok(())
    }
}

impl WriteStyle for InLanguage {
    fn set_header(&mut self, _: ShownSeverity) -> std::io::Result<()> {
        self.in_header = true;
        self.out.extend_from_slice(self.header.as_bytes());
        Ok(())
    }

    fn set_header_message(&mut self) -> std::io::Result<()> {
        self.in_header = false;
        Ok(())
    }

    fn set_line_number(&mut self) -> std::io::Result<()> {
        Ok(())
    }

    fn set_note_bullet(&mut self) -> std::io::Result<()> {
        Ok(())
    }

    fn set_source_border(&mut self) -> std::io::Result<()> {
        Ok(())
    }

    fn set_label(&mut self, _: ShownSeverity, _: LabelStyle) -> std::io::Result<()> {
        Ok(())
    }

    fn reset(&mut self) -> std::io::Result<()> {
        Ok(())
    }
}

/// One diagnostic on one line: `file:line:column: error[S002]: message`.
pub fn short(diagnostic: &Diagnostic, sources: &SourceFiles, language: Language) -> String {
    let place = diagnostic.place.as_ref().map_or_else(String::new, |place| format!("{}: ", place_text(place, sources, language)));
    format!("{}{}: {}\n", visible(&place), header(diagnostic, language), visible(diagnostic.message.get(language)))
}

/// All diagnostics for programs: one JSON object a line, with `code`, `severity`, `message` and `hints` in both languages,
/// `place` (null, or an object with `file` and, of a text, `start` and `end` as `[line, column]` counted from 1, the column in
/// characters; of a cell, `row` and `column`) and `labels`, each with `place` and `message`.
pub fn json_lines(diagnostics: &Diagnostics, sources: &SourceFiles) -> String {
    let mut out = String::new();
    for diagnostic in diagnostics.iter() {
        let labels: Vec<_> = diagnostic
            .labels
            .iter()
            .map(|label| json!({ "place": json_place(&label.place, sources), "message": label.message }))
            .collect();
        let line = json!({
            "code": diagnostic.code,
            "severity": diagnostic.severity,
            "message": diagnostic.message,
            "place": diagnostic.place.as_ref().map(|place| json_place(place, sources)),
            "labels": labels,
            "hints": diagnostic.hints,
        });
        out.push_str(&line.to_string());
        out.push('\n');
    }
    out
}

fn json_place(place: &Place, sources: &SourceFiles) -> serde_json::Value {
    match place {
        Place::Span(span) => json!({
            "file": sources.get(span.file).map(|file| &file.name),
            "start": sources.line_column(span.file, span.start),
            "end": sources.line_column(span.file, span.end),
        }),
        Place::Cell { file, row, column } => json!({ "file": file, "row": row, "column": column }),
        Place::File(file) => json!({ "file": file }),
    }
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

fn shown_severity(severity: Severity) -> ShownSeverity {
    match severity {
        Severity::Error => ShownSeverity::Error,
        Severity::Warning => ShownSeverity::Warning,
        Severity::Note => ShownSeverity::Note,
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

fn hint_word(language: Language) -> &'static str {
    match language {
        Language::Id => "saran",
        Language::En => "help",
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;
    use crate::diagnostics::Code;
    use crate::language::Message;

    fn sample() -> (Diagnostics, SourceFiles) {
        let mut sources = SourceFiles::default();
        let file = sources.add("study.yaml", "judul: error[S002]: teks\ntitle: a\n");
        let mut diagnostics = Diagnostics::default();
        let message = Message::new("kunci «judul» error[S002]", "key `judul` error[S002]");
        diagnostics.push(
            Diagnostic::warning(Code::UnknownKey, message)
                .at(Span { file, start: 0, end: 5 })
                .also(Span { file, start: 25, end: 30 }, Message::new("di sini", "here"))
                .hint(Message::new("maksud Anda «title»?", "do you mean `title`?")),
        );
        let place = Place::Cell { file: "data.csv".to_owned(), row: 3, column: "X1.2".to_owned() };
        diagnostics.push(
            Diagnostic::error(Code::OffScale, Message::new("jawaban «9»", "the answer “9”"))
                .at_place(place)
                .hint(Message::new("baris satu\nbaris dua", "line one\nline two")),
        );
        (diagnostics, sources)
    }

    #[test]
    fn the_severity_is_said_in_the_language_and_no_text_of_the_user_is_touched() {
        let (diagnostics, sources) = sample();
        assert_eq!(
            human(&diagnostics, &sources, Language::Id),
            "peringatan[S002]: kunci «judul» error[S002]\n  ┌─ study.yaml:1:1\n  │\n1 │ judul: error[S002]: teks\n  │ ^^^^^\n\
             2 │ title: a\n  │ ----- di sini\n  │\n  = saran: maksud Anda «title»?\n\n\
             kesalahan[D006]: jawaban «9»\n  ┌─ data.csv, baris 3, kolom «X1.2»\n  = saran: baris satu\n    baris dua\n\n"
        );
        let english = human(&diagnostics, &sources, Language::En);
        assert!(english.starts_with("warning[S002]: key `judul` error[S002]\n"), "{english}");
        assert!(
            english.contains("\nerror[D006]: the answer “9”\n  ┌─ data.csv, row 3, column “X1.2”\n  = help: line one\n"),
            "{english}"
        );
    }

    #[test]
    fn programs_get_one_object_a_line_in_both_languages() {
        let (diagnostics, sources) = sample();
        let text = json_lines(&diagnostics, &sources);
        let lines: Vec<serde_json::Value> = text.lines().map(|line| serde_json::from_str(line).unwrap()).collect();
        assert_eq!(lines.len(), 2);
        assert_eq!((&lines[0]["code"], &lines[0]["severity"]), (&json!("S002"), &json!("warning")));
        assert_eq!(lines[0]["place"], json!({ "file": "study.yaml", "start": [1, 1], "end": [1, 6] }));
        assert_eq!(lines[0]["labels"][0]["place"]["start"], json!([2, 1]));
        assert_eq!(lines[0]["hints"][0]["en"], "do you mean `title`?");
        assert_eq!(lines[1]["place"], json!({ "file": "data.csv", "row": 3, "column": "X1.2" }));
        assert_eq!(lines[1]["message"]["id"], "jawaban «9»");
    }

    #[test]
    fn of_very_many_the_errors_are_shown_and_the_rest_is_counted() {
        let mut diagnostics = Diagnostics::default();
        for at in 0..MOST_SHOWN + 10 {
            diagnostics.push(Diagnostic::warning(Code::NotAvailable, Message::new(format!("w{at}"), format!("w{at}"))));
        }
        diagnostics.push(Diagnostic::error(Code::BadClaim, Message::new("salah", "wrong")));
        let shown = human(&diagnostics, &SourceFiles::default(), Language::Id);
        assert_eq!(shown.matches("peringatan[").count(), MOST_SHOWN - 1);
        assert!(shown.starts_with("kesalahan[S013]: salah\n"), "{shown}");
        assert!(shown.ends_with("… dan 11 masalah lagi; perbaiki yang di atas dahulu\n"), "{shown}");
    }
}
