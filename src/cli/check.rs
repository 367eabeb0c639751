//! `bab4 check`: every problem of declaration and data, then what to do next. Writes nothing.

use super::Status;
use super::arguments::StudyArgument;
use super::console::Console;
use crate::language::Message;
use crate::pipeline::{Observed, Run};
use crate::study::Study;
use std::path::Path;

/// Checks a study and its data.
pub fn run(arguments: &StudyArgument, console: &mut Console) -> Status {
    let mut run = Run::default();
    let study = run.declare(&arguments.study);
    let observed = study.as_ref().and_then(|study| run.observe(study));
    console.diagnostics(&mut run);
    match (&study, &observed) {
        (Some(study), Some(observed)) => {
            console.note(&summary(study, observed));
            console.note(&next(&arguments.study));
            Status::Fine
        }
        (study, _) => {
            console.note(&mend(study.is_some()));
            Status::Input
        }
    }
}

fn summary(study: &Study, observed: &Observed) -> Message {
    let variables = study.variables.len();
    let items: usize = study.variables.values().map(|variable| variable.items().count()).sum();
    let hypotheses = study.hypotheses.len();
    let respondents = observed.dataset.n();
    Message::new(
        format!("siap: {variables} variabel, {items} butir, {hypotheses} hipotesis, {respondents} responden"),
        format!("ready: variables {variables}, items {items}, hypotheses {hypotheses}, respondents {respondents}"),
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
