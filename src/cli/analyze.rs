//! `bab4 analyze`: results.json.

use super::Status;
use super::arguments::AnalyzeArguments;
use super::console::Console;
use crate::pipeline::outputs::write_whole;
use crate::pipeline::{Run, results_json};

/// Computes everything and gives results and findings.
pub fn run(arguments: &AnalyzeArguments, console: &mut Console) -> Status {
    let mut run = Run { asked: console.asked(), ..Run::default() };
    let json = results(&mut run, arguments);
    console.diagnostics(&mut run);
    let Some(json) = json else { return Status::Input };
    match &arguments.output {
        None => console.result(&json),
        Some(file) => match write_whole(file, json.as_bytes()) {
            Ok(()) => Status::Fine,
            Err(error) => console.not_written(&error),
        },
    }
}

fn results(run: &mut Run, arguments: &AnalyzeArguments) -> Option<String> {
    let study = run.declare(&arguments.study.study)?;
    let observed = run.observe(&study)?;
    let analyzed = run.analyze(&study, &observed);
    Some(results_json(&analyzed.results, &analyzed.findings, arguments.series))
}
