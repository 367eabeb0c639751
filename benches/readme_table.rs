//! Writes the table of accuracy and speed into the README: `make table` gathers the proofs of the tests, then runs
//! `cargo bench --bench readme_table -- README PROOFS PROGRAM STUDY SURVEY R_SCRIPT ANSWERS`, which times whole processes.
#![allow(clippy::unwrap_used, clippy::print_stdout, missing_docs)]

use std::collections::BTreeMap;
use std::fmt::Write;
use std::process::{Command, Stdio};
use std::time::{Duration, Instant};

const BEGIN: &str = "<!-- table: written by `make table` -->";
const END: &str = "<!-- end of the table -->";

fn main() {
    // cargo adds `--bench`.
    let arguments: Vec<String> = std::env::args().skip(1).filter(|argument| !argument.starts_with("--")).collect();
    let [readme, proofs, program, study, survey, script, answers] = &arguments[..] else { return };
    let proofs = std::fs::read_to_string(proofs).unwrap();
    let proofs = read_proofs(&proofs);
    let out = tempfile::tempdir().unwrap();
    let out = out.path().to_string_lossy().into_owned();
    let ours = |arguments: &[&str], runs| timed(program, arguments, runs);
    let results = format!("{out}/results.json");
    let analyze = ours(&["analyze", study, "-o", &results], 15);
    let r = timed("Rscript", &[script, answers], 3);

    let mut table = String::from("| what | measured |\n|---|---|\n");
    let mut row = |what: &str, measured: Option<String>| {
        if let Some(measured) = measured {
            writeln!(table, "| {what} | {measured} |").unwrap();
        }
    };
    let proof = |key: &str| proofs.get(key).map(|found| found.join(", "));
    row("numbers printed by the thesis of the example, printed again", proof("published"));
    row("values of R, SPSS conventions and NIST compared in the tests", proof("reference"));
    row("probabilities and quantiles against 60-digit arithmetic", proof("tails"));
    row("correct digits of the least squares on NIST's data sets", proof("nist"));
    row("`analyze` of the example, 10 000 resamples", analyze.map(milliseconds));
    row("the same tables by a script in R with psych and boot", r.zip(analyze).map(|(r, ours)| ratio(r, ours)));
    for formats in ["md,json", "docx", "pdf"] {
        let time = ours(&["render", study, "-f", formats, "-o", &out], 7);
        row(&format!("`render -f {formats}` of the example"), time.map(milliseconds));
    }
    row("`analyze` of 1 000 000 respondents × 34 items without resamples", large(program, survey, &results));

    let text = std::fs::read_to_string(readme).unwrap();
    let (before, rest) = text.split_once(BEGIN).unwrap();
    let (_, after) = rest.split_once(END).unwrap();
    std::fs::write(readme, format!("{before}{BEGIN}\n{table}{END}{after}")).unwrap();
    println!("{table}");
}

/// What each test left, by its key, in order of their words.
fn read_proofs(text: &str) -> BTreeMap<&str, Vec<&str>> {
    let mut out = BTreeMap::<&str, Vec<&str>>::new();
    for (key, proof) in text.lines().filter_map(|line| line.split_once('\t')) {
        out.entry(key).or_default().push(proof);
    }
    out.values_mut().for_each(|proofs| proofs.sort_unstable());
    out
}

/// The median time of a process; nothing when it is not here or fails.
fn timed(program: &str, arguments: &[&str], runs: usize) -> Option<Duration> {
    let mut times = Vec::new();
    for _ in 0..runs {
        let begin = Instant::now();
        let status = Command::new(program).args(arguments).stdout(Stdio::null()).stderr(Stdio::null()).status();
        if !status.is_ok_and(|status| status.success()) {
            return None;
        }
        times.push(begin.elapsed());
    }
    times.sort_unstable();
    times.get(runs / 2).copied()
}

fn milliseconds(time: Duration) -> String {
    format!("{} ms", time.as_millis().max(1))
}

fn ratio(theirs: Duration, ours: Duration) -> String {
    format!("{:.1} s, {:.0} times as long", theirs.as_secs_f64(), theirs.as_secs_f64() / ours.as_secs_f64())
}

/// Time, and peak memory where GNU time can tell.
fn large(program: &str, survey: &str, results: &str) -> Option<String> {
    let output = Command::new("/usr/bin/time").args(["-f", "%e %M", program, "analyze", survey, "-o", results]).output();
    if let Ok(output) = output
        && output.status.success()
    {
        let text = String::from_utf8_lossy(&output.stderr).into_owned();
        let (seconds, kilobytes) = text.lines().last()?.split_once(' ')?;
        return Some(format!("{seconds} s, {} MB", kilobytes.parse::<u64>().ok()? / 1000));
    }
    timed(program, &["analyze", survey, "-o", results], 1).map(|time| format!("{:.1} s", time.as_secs_f64()))
}
