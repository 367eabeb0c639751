//! A unit in a process of its own, which ends at a limit of time or memory. The process is this program again; it makes the unit by
//! the same code and says on its output how it went, stage by stage.

use super::platform;
use super::problem::Problem;
use super::record::{Stage, UnitRecord};
use super::unit::Failure;
use crate::language::{Language, Message};
use serde::{Deserialize, Serialize};
use std::io::{BufRead, BufReader, Read};
use std::process::{Child, Command, ExitStatus, Stdio};
use std::sync::mpsc::{RecvTimeoutError, channel};
use std::time::{Duration, Instant};

/// At most so much of what a process says of its end is kept, in bytes.
const LAST_WORDS: u64 = 4096;

/// What one unit may use.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Limits {
    /// Seconds.
    pub seconds: Option<u64>,
    /// Memory in MiB.
    pub memory: Option<u64>,
}

impl Limits {
    /// Whether there is any.
    pub fn any(&self) -> bool {
        self.seconds.is_some() || self.memory.is_some()
    }
}

/// What the process says, a line of JSON each.
#[derive(Debug, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Said {
    /// A stage begins.
    Begins(Stage),
    /// The unit is done.
    Done(Box<UnitRecord>),
    /// It could not be made: the stage, each problem with its words as shown to people.
    Failed(Stage, Vec<(Problem, String)>),
}

impl Said {
    /// How a unit ended, to be said.
    pub fn of(outcome: &Result<UnitRecord, Failure>) -> Said {
        match outcome {
            Ok(record) => Said::Done(Box::new(record.clone())),
            Err(failure) => {
                let problems = failure.problems.iter().map(|problem| (problem.clone(), problem.shown.clone()));
                Said::Failed(failure.stage, problems.collect())
            }
        }
    }

    /// The line.
    pub fn line(&self) -> String {
        serde_json::to_string(self).unwrap_or_default()
    }
}

/// Runs the process of a unit to its end or to a limit.
///
/// # Errors
/// What the process says of the unit, or why it came to no end of its own.
pub fn supervise(mut command: Command, limits: Limits, language: Language) -> Result<UnitRecord, Failure> {
    // Its input stays open as long as this process lives: when that ends, so does the unit.
    command.stdin(Stdio::piped()).stdout(Stdio::piped()).stderr(Stdio::piped());
    platform::own_group(&mut command);
    let mut child = command.spawn().map_err(|error| unstarted(&error.to_string(), language))?;
    let (send, heard) = channel::<Said>();
    let output = child.stdout.take();
    let words = child.stderr.take();
    let listener = std::thread::spawn(move || {
        for line in BufReader::new(output?).lines() {
            // What is no line of ours ends it: a process that talks has gone astray.
            let said = serde_json::from_str(&line.ok()?).ok()?;
            send.send(said).ok()?;
        }
        Some(())
    });
    let last_words = std::thread::spawn(move || {
        let (mut kept, mut rest) = (Vec::new(), words?);
        let _ = (&mut rest).take(LAST_WORDS).read_to_end(&mut kept);
        let _ = std::io::copy(&mut rest, &mut std::io::sink());
        Some(String::from_utf8_lossy(&kept).into_owned())
    });
    let deadline = limits.seconds.map(|seconds| Instant::now() + Duration::from_secs(seconds));
    let (mut stage, mut outcome, mut late) = (Stage::Declared, None, false);
    loop {
        let left = deadline.map_or(Duration::from_secs(3600), |deadline| deadline.saturating_duration_since(Instant::now()));
        match heard.recv_timeout(left) {
            Ok(Said::Begins(begun)) => stage = begun,
            Ok(Said::Done(record)) => outcome = Some(Ok(*record)),
            Ok(Said::Failed(stage, problems)) => outcome = Some(Err(heard_failure(stage, problems))),
            Err(RecvTimeoutError::Disconnected) => break,
            Err(RecvTimeoutError::Timeout) if deadline.is_none() => {}
            Err(RecvTimeoutError::Timeout) => {
                late = outcome.is_none();
                break;
            }
        }
    }
    let status = end(&mut child);
    let _ = listener.join();
    let last_words = last_words.join().ok().flatten().unwrap_or_default();
    match outcome {
        Some(Ok(record)) => Ok(record),
        Some(Err(failure)) if limits.memory.is_some() && failure.problems.iter().any(out_of_memory) => {
            Err(over_memory(failure.stage, limits, language))
        }
        Some(Err(failure)) => Err(failure),
        None if late => Err(over_time(stage, limits, language)),
        None if limits.memory.is_some() && is_memory(&last_words) => Err(over_memory(stage, limits, language)),
        None => Err(died(stage, status, &last_words, language)),
    }
}

/// Ends a process and those it started; one that has come to its end stays as it ended.
fn end(child: &mut Child) -> Option<ExitStatus> {
    // Whoever said all there is to say is about to leave.
    for _ in 0..50 {
        if let Ok(Some(status)) = child.try_wait() {
            return Some(status);
        }
        std::thread::sleep(Duration::from_millis(2));
    }
    platform::kill_group(child);
    child.wait().ok()
}

fn heard_failure(stage: Stage, problems: Vec<(Problem, String)>) -> Failure {
    Failure { stage, problems: problems.into_iter().map(|(problem, shown)| Problem { shown, ..problem }).collect() }
}

fn is_memory(words: &str) -> bool {
    // The words of Rust's allocator; typst, which is written in Rust as well, has the same.
    words.contains("memory allocation of") || words.contains("Cannot allocate memory") || words.contains("failed to allocate")
}

fn out_of_memory(problem: &Problem) -> bool {
    is_memory(&problem.en)
}

fn limit(stage: Stage, message: &Message, language: Language) -> Failure {
    // A limit that was set is no failure of the machine: the others go on, and the status is that of a unit that is not done.
    let problem = Problem { machine: false, ..Problem::machine(message, language) };
    Failure { stage, problems: vec![problem] }
}

fn over_time(stage: Stage, limits: Limits, language: Language) -> Failure {
    let seconds = limits.seconds.unwrap_or_default();
    let message = Message::new(
        format!("melebihi batas waktu {seconds} detik (--unit-seconds) dan dihentikan"),
        format!("took longer than the limit of {seconds} seconds (--unit-seconds) and was ended"),
    );
    limit(stage, &message, language)
}

fn over_memory(stage: Stage, limits: Limits, language: Language) -> Failure {
    let memory = limits.memory.unwrap_or_default();
    let message = Message::new(
        format!("memerlukan memori lebih dari batas {memory} MiB (--unit-memory) dan dihentikan"),
        format!("needs more memory than the limit of {memory} MiB (--unit-memory) and was ended"),
    );
    limit(stage, &message, language)
}

fn unstarted(reason: &str, language: Language) -> Failure {
    let message = Message::new(
        format!("proses untuk unit ini tidak dapat dijalankan: {reason}"),
        format!("the process for this unit cannot be started: {reason}"),
    );
    Failure { stage: Stage::Declared, problems: vec![Problem::machine(&message, language)] }
}

fn died(stage: Stage, status: Option<ExitStatus>, last_words: &str, language: Language) -> Failure {
    let how = status.map_or_else(String::new, |status| status.to_string());
    let said = last_words.lines().next().map_or_else(String::new, |line| format!(": {line}"));
    let message = Message::new(
        format!("proses unit ini berakhir sebelum selesai ({how}){said}"),
        format!("the process of this unit came to an end before it was done ({how}){said}"),
    );
    Failure { stage, problems: vec![Problem::machine(&message, language)] }
}

#[cfg(all(test, unix))]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;

    fn shell(script: &str, limits: Limits) -> Failure {
        let mut command = Command::new("sh");
        command.args(["-c", script]);
        supervise(command, limits, Language::En).unwrap_err()
    }

    fn words(failure: &Failure) -> &str {
        &failure.problems[0].en
    }

    #[test]
    fn a_process_that_takes_too_long_is_ended_with_all_it_started() {
        let folder = tempfile::tempdir().unwrap();
        let mark = folder.path().join("mark");
        let script = format!("echo '{{\"begins\":\"rendered\"}}'; (sleep 3; touch {0}) & sleep 60", mark.display());
        let begun = Instant::now();
        let failure = shell(&script, Limits { seconds: Some(1), memory: None });
        assert!(begun.elapsed() < Duration::from_secs(10));
        assert_eq!(failure.stage, Stage::Rendered);
        assert!(words(&failure).contains("limit of 1 seconds") && !failure.is_machine());
        std::thread::sleep(Duration::from_secs(3));
        assert!(!mark.exists(), "what it had started was ended as well");
    }

    #[test]
    fn an_end_without_a_word_is_named() {
        let killed = shell("kill -9 $$", Limits::default());
        assert!(words(&killed).contains("signal: 9") && killed.is_machine(), "{}", words(&killed));
        let memory = Limits { memory: Some(64), seconds: None };
        let starved = shell("echo 'memory allocation of 99 bytes failed' >&2; exit 134", memory);
        assert!(words(&starved).contains("64 MiB") && !starved.is_machine());
        let astray = shell("echo apa", memory);
        assert!(words(&astray).contains("before it was done"), "{}", words(&astray));
    }
}
