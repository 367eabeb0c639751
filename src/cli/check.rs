//! `bab4 check`: every problem of declaration and data, then what to do next. Writes nothing.

use super::Status;
use super::arguments::CheckArguments;
use super::console::Console;
use super::import_words;
use crate::diagnostics::{Diagnostic, Severity};
use crate::language::Message;
use crate::pipeline::{Observed, Run};
use crate::report::templates::Templates;
use crate::study::Study;
use std::path::Path;

/// Checks a study and its data.
pub fn run(arguments: &CheckArguments, console: &mut Console) -> Status {
    let path = &arguments.study.study;
    let mut run = Run { asked: console.asked(), ..Run::default() };
    let study = run.declare(path);
    let observed = study.as_ref().and_then(|study| run.observe(study));
    // The author's own words show their problems only in the chapter they stand in.
    let written = match (&study, &observed) {
        (Some(study), Some(observed)) if study.has_own_words() => {
            let analyzed = run.analyze(study, observed);
            let document = run.compose(study, &analyzed, &Templates::built_in(), study.language);
            document.is_some_and(|document| run.look_at_pictures(&document))
        }
        _ => true,
    };
    let strict = arguments.strict && run.diagnostics.iter().any(|diagnostic| diagnostic.severity == Severity::Warning);
    if strict {
        run.diagnostics = std::mem::take(&mut run.diagnostics).into_iter().map(as_error).collect();
    }
    console.diagnostics(&mut run);
    if let Some(report) = run.import.as_ref().filter(|report| !report.columns.is_empty()) {
        import_words::lines(report, arguments.columns, path).iter().for_each(|line| console.note(line));
    }
    match (&study, &observed) {
        (Some(_), Some(_)) if !written => {
            console.note(&mend_words());
            Status::Input
        }
        (Some(study), Some(observed)) if !strict => {
            console.note(&summary(study, observed));
            console.note(&next(path));
            Status::Fine
        }
        (study, _) => {
            console.note(&mend(study.is_some()));
            Status::Input
        }
    }
}

/// A warning as an error; notes stay what they are.
fn as_error(mut diagnostic: Diagnostic) -> Diagnostic {
    if diagnostic.severity == Severity::Warning {
        diagnostic.severity = Severity::Error;
    }
    diagnostic
}

fn mend_words() -> Message {
    Message::new(
        "berikutnya: perbaiki naskah atau pustaka di atas, lalu jalankan lagi",
        "next: mend the texts or the bibliography above, then run again",
    )
}

fn summary(study: &Study, observed: &Observed) -> Message {
    let variables = study.variables.len();
    let items: usize = study.variables.values().map(|variable| variable.items().count()).sum();
    let hypotheses = study.hypotheses.len();
    let respondents = observed.dataset.n();
    let (id, en) = match observed.dataset.pilot.as_ref().map(|pilot| pilot.n()) {
        Some(n) => (format!(", {n} responden uji coba"), format!(", respondents of the try-out {n}")),
        None => (String::new(), String::new()),
    };
    Message::new(
        format!("siap: {variables} variabel, {items} butir, {hypotheses} hipotesis, {respondents} responden{id}"),
        format!("ready: variables {variables}, items {items}, hypotheses {hypotheses}, respondents {respondents}{en}"),
    )
}

fn next(study: &Path) -> Message {
    let study = study.display();
    Message::new(format!("berikutnya: bab4 render {study}"), format!("next: bab4 render {study}"))
}

fn mend(declared: bool) -> Message {
    if declared {
        Message::new(
            "berikutnya: perbaiki data atau deklarasi di atas, lalu jalankan lagi",
            "next: mend the data or the declaration above, then run again",
        )
    } else {
        Message::new(
            "berikutnya: perbaiki berkas studi di atas, lalu jalankan lagi (data belum dibaca)",
            "next: mend the study file above, then run again (the data were not read yet)",
        )
    }
}
