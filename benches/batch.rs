//! How long a batch takes, as whole processes: units a second, memory while it runs, and how much of the time is typst's.
//! `cargo bench --bench batch -- PROGRAM FOLDER UNITS`; `make bench` runs it.
#![allow(clippy::unwrap_used, clippy::print_stdout, missing_docs)]

mod survey;

use std::fmt::Write as _;
use std::path::Path;
use std::process::{Command, Stdio};
use std::time::{Duration, Instant};

/// Respondents of a unit.
const RESPONDENTS: usize = 60;

fn main() {
    // cargo adds `--bench`.
    let arguments: Vec<String> = std::env::args().skip(1).filter(|argument| !argument.starts_with("--")).collect();
    let [program, folder, units] = &arguments[..] else { return };
    let (folder, units): (&Path, usize) = (Path::new(folder), units.parse().unwrap());
    prepare(folder, units);
    without_figures(program, folder);
    let few = folder.join("few");
    prepare(&few, (units / 10).max(1));
    let bench = |what: &str, folder: &Path, study: &str, more: &[&str]| run(program, what, folder, study, more);
    bench(
        "DOCX and MD without figures, without resamples",
        folder,
        "study-0.yaml",
        &["-f", "docx,md", "--templates", "no-figures"],
    );
    bench("the same with 10 000 resamples", folder, "study-10000.yaml", &["-f", "docx,md", "--templates", "no-figures"]);
    bench("DOCX and MD with figures, without resamples", folder, "study-0.yaml", &["-f", "docx,md"]);
    bench("DOCX, MD and PDF with figures, without resamples", &few, "study-0.yaml", &["-f", "docx,md,pdf"]);
}

/// Writes a study with so many units.
fn prepare(folder: &Path, units: usize) {
    std::fs::create_dir_all(folder).unwrap();
    std::fs::write(folder.join("responses.csv"), by_unit(units)).unwrap();
    for (name, text) in survey::FILES {
        std::fs::write(folder.join(name), text).unwrap();
    }
    for resamples in [0, 10_000] {
        std::fs::write(folder.join(format!("study-{resamples}.yaml")), survey::study(resamples)).unwrap();
    }
}

/// The survey of all units: the benches' answers, a column before them that names the unit.
fn by_unit(units: usize) -> String {
    let answers = survey::csv(units * RESPONDENTS);
    let mut out = String::with_capacity(answers.len() + units * RESPONDENTS * 10);
    for (row, line) in answers.lines().enumerate() {
        let _ = match row {
            0 => writeln!(out, "unit,{line}"),
            row => writeln!(out, "unit {},{line}", (row - 1) % units + 1),
        };
    }
    out
}

/// Our templates with every figure left out.
fn without_figures(program: &str, folder: &Path) {
    let templates = folder.join("no-figures");
    let _ = std::fs::remove_dir_all(&templates);
    let made = Command::new(program).args(["templates", "export"]).arg(&templates).stderr(Stdio::null()).status().unwrap();
    assert!(made.success());
    for entry in std::fs::read_dir(templates.join("id/sections")).unwrap() {
        let path = entry.unwrap().path();
        let text = std::fs::read_to_string(&path).unwrap();
        std::fs::write(path, text.replace("has_figure(", "false and has_figure(")).unwrap();
    }
}

fn run(program: &str, what: &str, folder: &Path, study: &str, more: &[&str]) {
    let out = folder.join("out");
    let _ = std::fs::remove_dir_all(&out);
    let spent = folder.join("typst-nanoseconds");
    let _ = std::fs::remove_file(&spent);
    let mut command = Command::new(program);
    command.current_dir(folder).args(["batch", "run", study, "--by", "unit", "-o", "out"]).args(more);
    command.stdout(Stdio::null()).stderr(Stdio::null());
    if let Some(typst) = bab4::typeset::find_typst() {
        command.env(bab4::typeset::TYPST_VARIABLE, timed(folder, &typst, &spent));
    }
    let begun = Instant::now();
    let mut child = command.spawn().unwrap();
    let mut memory: Vec<(usize, u64)> = Vec::new();
    let status = loop {
        if let Some(status) = child.try_wait().unwrap() {
            break status;
        }
        memory.extend(resident(child.id()).map(|resident| (finished(&out), resident)));
        std::thread::sleep(Duration::from_millis(100));
    };
    let seconds = begun.elapsed().as_secs_f64();
    assert!(status.success(), "{what}: {status}");
    let units = finished(&out);
    let workers = std::thread::available_parallelism().map_or(1, usize::from);
    println!(
        "{what}: {units} units of {RESPONDENTS} in {seconds:.1} s on {workers} cores, {:.1} units/s",
        units as f64 / seconds
    );
    let at = |share: usize| memory.iter().rev().find(|(done, _)| done * 100 <= units * share).map_or(0, |(_, kib)| kib / 1024);
    let peak = memory.iter().map(|(_, kib)| kib / 1024).max().unwrap_or_default();
    println!("  memory after 20, 50 and 100 per cent of the units: {}, {}, {} MiB; at most {peak} MiB", at(20), at(50), at(100));
    let spent: f64 =
        std::fs::read_to_string(&spent).unwrap_or_default().lines().filter_map(|line| line.parse::<f64>().ok()).sum();
    if spent > 0.0 {
        println!("  typst: {:.0} per cent of the workers' time", spent / 1e9 / seconds / workers as f64 * 100.0);
    }
}

/// Units whose folder stands.
fn finished(out: &Path) -> usize {
    let entries = std::fs::read_dir(out).into_iter().flatten().flatten();
    entries.filter(|entry| entry.file_name().to_string_lossy().starts_with("unit-")).count()
}

/// Memory of a process in KiB, where the system tells it.
fn resident(process: u32) -> Option<u64> {
    let status = std::fs::read_to_string(format!("/proc/{process}/status")).ok()?;
    status.lines().find_map(|line| line.strip_prefix("VmRSS:"))?.split_whitespace().next()?.parse().ok()
}

/// A program that runs typst and writes down how long it took.
fn timed(folder: &Path, typst: &Path, spent: &Path) -> std::path::PathBuf {
    let script = folder.join("typst-timed");
    let text = format!(
        "#!/bin/sh\nbegun=$(date +%s%N)\n'{}' \"$@\"\nstatus=$?\necho $(($(date +%s%N) - begun)) >>'{}'\nexit $status\n",
        typst.display(),
        spent.display()
    );
    std::fs::write(&script, text).unwrap();
    #[cfg(unix)]
    {
        use std::os::unix::fs::PermissionsExt;
        std::fs::set_permissions(&script, std::fs::Permissions::from_mode(0o755)).unwrap();
    }
    script.canonicalize().unwrap()
}
