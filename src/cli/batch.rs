//! `bab4 batch`: the same report for every unit.

use super::Status;
use super::arguments::{BatchArguments, BatchCommand, BatchRunArguments, LimitArguments};
use super::batch_alone;
use super::batch_progress::Progress;
use super::console::Console;
use super::render::{formats, templates};
use crate::batch::merge::{MergeError, merge};
use crate::batch::platform::LIMITS_MEMORY;
use crate::batch::record::{self, Request};
use crate::batch::run::Ended;
use crate::batch::unit::{Failure, Tools};
use crate::batch::{Job, Limits, Plan, RunRecord, State, Wish, run as run_batch};
use crate::diagnostics::Diagnostics;
use crate::language::Message;
use crate::pipeline::{Format, folder_of};
use crate::typeset::find_typst;
use indexmap::IndexMap;
use std::collections::BTreeSet;
use std::path::{Path, PathBuf};

/// Runs, retries or merges.
pub fn run(arguments: &BatchArguments, console: &mut Console) -> Status {
    match &arguments.command {
        BatchCommand::Run(arguments) => begin(arguments, None, console),
        BatchCommand::Retry(arguments) => {
            let path = arguments.folder.join(RunRecord::file(None));
            let Some(before) = record::read::<RunRecord>(&path) else {
                return no_run(&arguments.folder, console);
            };
            let failed = before.units.iter().filter(|unit| unit.state != State::Done);
            let only: BTreeSet<String> = failed.map(|unit| unit.unit.clone()).collect();
            let again = asked_again(&before.request, &arguments.folder, (arguments.jobs, arguments.fail_fast, arguments.limits));
            begin(&again, Some(&only), console)
        }
        BatchCommand::Merge(arguments) => {
            let out = arguments.out.as_deref().or(arguments.folders.first().map(PathBuf::as_path)).unwrap_or(Path::new("."));
            match merge(&arguments.folders, out) {
                // What the shards made is passed over; what is left is made here, and what is said of all units.
                Ok((request, folder)) => {
                    let mut again = asked_again(&request, &folder, (arguments.jobs, false, LimitArguments::default()));
                    again.out = Some(out.to_owned());
                    begin(&again, None, console)
                }
                Err(MergeError::NoRun(folder)) => no_run(&folder, console),
                Err(MergeError::Different(folder)) => {
                    let folder = folder.display();
                    console.error(&Message::new(
                        format!("«{folder}» berasal dari studi, unit, atau format yang lain"),
                        format!("`{folder}` is of another study, of other units or formats"),
                    ));
                    Status::Input
                }
                Err(MergeError::Failed(message)) => {
                    console.error(&message);
                    Status::Machine
                }
            }
        }
    }
}

fn no_run(folder: &Path, console: &Console) -> Status {
    let folder = folder.display();
    console.error(&Message::new(
        format!("«{folder}» bukan folder hasil `bab4 batch run`: tidak ada {} di sana", record::FILE),
        format!("`{folder}` is no folder of outputs of `bab4 batch run`: it holds no {}", record::FILE),
    ));
    Status::Input
}

/// The arguments of a run as they were, with what is said now.
fn asked_again(
    request: &Request,
    seen_from: &Path,
    (jobs, fail_fast, limits): (Option<usize>, bool, LimitArguments),
) -> BatchRunArguments {
    let place = |path: &String| seen_from.join(path);
    BatchRunArguments {
        file: place(&request.file),
        by: request.by.clone(),
        files: request.files.as_ref().map(place),
        formats: request.formats.clone(),
        out: Some(seen_from.to_owned()),
        templates: request.templates.as_ref().map(place),
        reference_doc: request.reference_doc.as_ref().map(place),
        jobs,
        shard: None,
        force: false,
        keep_going: false,
        fail_fast,
        limits,
        only_unit: None,
        language: request.language,
    }
}

fn begin(arguments: &BatchRunArguments, only: Option<&BTreeSet<String>>, console: &mut Console) -> Status {
    let (formats, templates) = match (formats(&arguments.formats, Format::DEFAULT), templates(arguments.templates.as_deref())) {
        (Ok(formats), Ok(templates)) => (formats, templates),
        (Err((message, status)), _) => {
            console.error(&message);
            return status;
        }
        (_, Err(message)) => {
            console.error(&message);
            return Status::Input;
        }
    };
    let formats = match without_pdf(formats, arguments) {
        Ok(formats) => formats,
        Err(message) => {
            console.error(&message);
            return Status::Machine;
        }
    };
    let asked = console.asked().or(arguments.language);
    let wish = match (&arguments.by, &arguments.files) {
        (Some(column), _) => Wish::By(&arguments.file, column),
        (None, Some(folder)) => Wish::Files(&arguments.file, folder),
        (None, None) => Wish::File(&arguments.file),
    };
    let mut diagnostics = Diagnostics::default();
    let (plan, made) = Plan::make(wish, asked, &mut diagnostics);
    console.learn(plan.language);
    console.problems(&mut diagnostics, &plan.sources);
    if !made {
        return Status::Input;
    }
    let beside = |folder: &Path| if folder == Path::new(".") { PathBuf::from("out") } else { folder.join("out") };
    let out = arguments.out.clone().unwrap_or_else(|| beside(&plan.base));
    let limits = Limits { seconds: arguments.limits.unit_seconds, memory: arguments.limits.unit_memory };
    if limits.memory.is_some() && !LIMITS_MEMORY {
        console.error(&Message::new(
            "--unit-memory hanya dapat dipakai di Linux; di sistem ini beri batas pada seluruh proses",
            "--unit-memory works on Linux alone; on this system give the limit to the whole process",
        ));
        return Status::Usage;
    }
    let tools = Tools {
        formats: &formats,
        templates: &templates,
        reference: arguments.reference_doc.as_deref(),
        asked,
        language: console.language(),
        stage: &|_| {},
    };
    if let Some(unit) = &arguments.only_unit {
        return batch_alone::make(&plan, unit, (&out, arguments.shard), tools, limits, console);
    }
    let program = match std::env::current_exe() {
        Ok(program) => program,
        Err(_) => PathBuf::from("bab4"),
    };
    let progress = Progress::new(console.language());
    let job = Job {
        out: &out,
        tools,
        jobs: arguments.jobs.unwrap_or_else(processors),
        force: arguments.force,
        fail_fast: arguments.fail_fast && !arguments.keep_going,
        shard: arguments.shard,
        limits,
        alone: &|unit| batch_alone::command(&program, arguments, &formats, &out, asked, &unit.key),
        only,
        request: request(arguments, &formats, &out, asked),
        progress: &|event| progress.tell(&event),
    };
    let ended = run_batch(&plan, &job);
    progress.end();
    match ended {
        Ok(ended) => end(&ended, &out, console),
        Err(message) => {
            console.error(&message);
            Status::Machine
        }
    }
}

/// Without typst there is no PDF: that is said once, not once a unit.
fn without_pdf(mut formats: Vec<Format>, arguments: &BatchRunArguments) -> Result<Vec<Format>, Message> {
    if formats.contains(&Format::Pdf) && find_typst().is_none() {
        if !arguments.formats.is_empty() {
            return Err(Message::new(
                "program typst tidak ditemukan, padahal PDF diminta (bab4 explain R001)",
                "the program typst was not found, and a PDF was asked for (bab4 explain R001)",
            ));
        }
        formats.retain(|format| *format != Format::Pdf);
    }
    Ok(formats)
}

fn processors() -> usize {
    std::thread::available_parallelism().map_or(1, usize::from)
}

fn request(
    arguments: &BatchRunArguments,
    formats: &[Format],
    out: &Path,
    language: Option<crate::language::Language>,
) -> Request {
    let path = |path: &Path| seen_from(out, path);
    Request {
        file: path(&arguments.file),
        by: arguments.by.clone(),
        files: arguments.files.as_deref().map(path),
        formats: formats.iter().map(|format| format.code().to_owned()).collect(),
        language,
        templates: arguments.templates.as_deref().map(path),
        reference_doc: arguments.reference_doc.as_deref().map(path),
        shard: arguments.shard,
    }
}

/// A path as it is seen from a folder: `../study.yaml`; whole where the two have nothing in common.
fn seen_from(folder: &Path, path: &Path) -> String {
    let whole = |path: &Path| std::path::absolute(path).unwrap_or_else(|_| path.to_owned());
    let resolved = |path: &Path| {
        let parent = folder_of(path);
        let name = path.file_name().map(PathBuf::from).unwrap_or_default();
        parent.canonicalize().map_or_else(|_| whole(path), |parent| parent.join(name))
    };
    let (from, to) = (resolved(folder), resolved(path));
    let common = from.components().zip(to.components()).take_while(|(a, b)| a == b).count();
    // A root alone, or a drive, is nothing in common.
    if common < 2 {
        return to.to_string_lossy().replace('\\', "/");
    }
    let up = from.components().skip(common).map(|_| "..".to_owned());
    let down = to.components().skip(common).map(|part| part.as_os_str().to_string_lossy().into_owned());
    up.chain(down).collect::<Vec<_>>().join("/")
}

fn end(ended: &Ended, out: &Path, console: &Console) -> Status {
    report_failures(&ended.failures, console);
    if let Some(message) = &ended.machine {
        console.error(message);
        let (done, _) = ended.record.counts();
        let all = ended.record.units.len();
        console.note(&Message::new(
            format!("{done} dari {all} unit selesai; perintah yang sama melanjutkannya"),
            format!("units done: {done} of {all}; the same command goes on from there"),
        ));
        return Status::Machine;
    }
    if let Some(failure) = &ended.whole {
        console.note(&Message::new(
            "laporan seluruh responden (gabungan) tidak dapat dibuat:",
            "the report of all respondents together could not be made:",
        ));
        failure.problems.iter().for_each(|problem| console.say(problem.shown.trim_end()));
    }
    let (done, failed) = ended.record.counts();
    let left = ended.record.units.len() - done - failed;
    let out = out.display();
    let mut message = Message::new(format!("{done} unit selesai"), format!("units done: {done}"));
    if failed > 0 {
        message.id.push_str(&format!(", {failed} gagal (perbaiki, lalu: bab4 batch retry {out})"));
        message.en.push_str(&format!(", failed: {failed} (mend, then: bab4 batch retry {out})"));
    }
    if left > 0 {
        message.id.push_str(&format!(", {left} belum dikerjakan"));
        message.en.push_str(&format!(", not begun: {left}"));
    }
    message.id.push_str(&format!("; lihat {out}"));
    message.en.push_str(&format!("; see {out}"));
    console.note(&message);
    if ended.failures.iter().map(|(_, failure)| failure).chain(&ended.whole).any(Failure::is_machine) {
        Status::Machine
    } else if failed > 0 || left > 0 || ended.whole.is_some() {
        Status::Input
    } else {
        Status::Fine
    }
}

/// Each problem once, with the units that have it: what is wrong for all of them is one error.
fn report_failures(failures: &[(String, Failure)], console: &Console) {
    let mut shared: IndexMap<&str, Vec<&str>> = IndexMap::new();
    for (unit, failure) in failures {
        for problem in &failure.problems {
            let units = &mut shared.entry(problem.shown.as_str()).or_default();
            if units.last() != Some(&unit.as_str()) {
                units.push(unit);
            }
        }
    }
    for (shown, units) in &shared {
        let named: Vec<&str> = units.iter().copied().take(5).collect();
        let more = units.len() - named.len();
        let named = named.join(", ");
        let message = if more > 0 {
            Message::new(
                format!("{} unit gagal karena ini ({named}, dan {more} lagi):", units.len()),
                format!("units that failed of this: {} ({named}, and {more} more):", units.len()),
            )
        } else {
            Message::new(format!("gagal: {named}"), format!("failed: {named}"))
        };
        console.note(&message);
        console.say(shown.trim_end());
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_path_is_said_as_it_is_seen_from_the_outputs() {
        let folder = std::env::temp_dir();
        assert_eq!(seen_from(&folder.join("out"), &folder.join("study.yaml")), "../study.yaml");
        assert_eq!(seen_from(&folder, &folder.join("batch.yaml")), "batch.yaml");
    }
}
