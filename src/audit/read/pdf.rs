//! A PDF, by the program `pdftotext -layout`, which keeps columns apart with spaces. Empty cells are lost.
//!
//! The program is another's and the file a stranger's: it gets a limit on time and pages, and its output is read up to a limit.

use super::problem::ReadProblem;
use super::{MOST_WORDS, text};
use crate::audit::chapter::Chapter;
use std::collections::{BTreeMap, BTreeSet};
use std::io::{Read, Write};
use std::process::{Child, Command, ExitStatus, Stdio};
use std::sync::mpsc;
use std::time::{Duration, Instant};

/// Pages that are read; of a longer file it is said that the rest was not.
const MOST_PAGES: usize = 400;
/// How long the program may take. A chapter takes it less than a second.
const MOST_TIME: Duration = Duration::from_secs(20);

/// Reads a PDF.
///
/// # Errors
/// A [`ReadProblem`] when the program is not there, does not finish in time, refuses the file, or finds no text in it.
pub fn read(bytes: &[u8]) -> Result<Chapter, ReadProblem> {
    let mut file = tempfile::Builder::new().suffix(".pdf").tempfile().map_err(|_| ReadProblem::NoPdfProgram)?;
    file.write_all(bytes).and_then(|()| file.flush()).map_err(|_| ReadProblem::NoPdfProgram)?;
    let mut program = Command::new("pdftotext");
    // One page more than is promised, to know of a longer file.
    program.args(["-layout", "-enc", "UTF-8", "-l", &(MOST_PAGES + 1).to_string()]).arg(file.path()).arg("-");
    let output = bounded(&mut program, MOST_TIME, 2 * MOST_WORDS)?;
    let text = String::from_utf8_lossy(&output.bytes);
    if !text.chars().any(char::is_alphanumeric) {
        return Err(ReadProblem::OnlyPictures);
    }
    let mut chapter = text::read(&closed_up(&text));
    chapter.cut |= output.cut || text.matches('\u{c}').count() > MOST_PAGES;
    Ok(chapter)
}

/// What a program wrote.
struct Output {
    bytes: Vec<u8>,
    /// There was more than the limit.
    cut: bool,
}

/// Runs a program that must be done within `time`; of what it writes the first `most` bytes are kept. It is ended when it has
/// written more, or takes longer.
fn bounded(program: &mut Command, time: Duration, most: usize) -> Result<Output, ReadProblem> {
    let program = program.stdin(Stdio::null()).stderr(Stdio::null()).stdout(Stdio::piped());
    let mut child = program.spawn().map_err(|_| ReadProblem::NoPdfProgram)?;
    let Some(pipe) = child.stdout.take() else {
        end(&mut child);
        return Err(ReadProblem::NoPdfProgram);
    };
    let deadline = Instant::now() + time;
    let (told, written) = mpsc::channel();
    let limit = u64::try_from(most).unwrap_or(u64::MAX).saturating_add(1);
    // The thread ends with the pipe, which closes when the program is ended.
    std::thread::spawn(move || {
        let mut bytes = Vec::new();
        let read = pipe.take(limit).read_to_end(&mut bytes).is_ok();
        let _ = told.send(read.then_some(bytes));
    });
    let bytes = written.recv_timeout(time);
    let cut = matches!(&bytes, Ok(Some(bytes)) if bytes.len() > most);
    let status = if bytes.is_err() || cut { None } else { ended(&mut child, deadline) };
    if status.is_none() {
        end(&mut child);
    }
    match (bytes, status) {
        (Ok(Some(mut bytes)), _) if cut => {
            bytes.truncate(most);
            Ok(Output { bytes, cut })
        }
        (Ok(Some(bytes)), Some(status)) if status.success() => Ok(Output { bytes, cut }),
        (_, Some(_)) => Err(ReadProblem::LockedPdf),
        (_, None) => Err(ReadProblem::SlowPdf),
    }
}

/// How a program that has closed its output ended; none when it goes on beyond the deadline.
fn ended(child: &mut Child, deadline: Instant) -> Option<ExitStatus> {
    loop {
        if let Ok(Some(status)) = child.try_wait() {
            return Some(status);
        }
        if Instant::now() >= deadline {
            return None;
        }
        std::thread::sleep(Duration::from_millis(5));
    }
}

fn end(child: &mut Child) {
    let _ = child.kill();
    let _ = child.wait();
}

/// Where the same words stand beside the number of the page at the head of at least three pages: no part of the text.
fn running_heads(lines: &[&str]) -> BTreeSet<usize> {
    let mut pages: BTreeMap<&str, Vec<usize>> = BTreeMap::new();
    let mut first = false;
    for (at, line) in lines.iter().enumerate() {
        first |= line.starts_with('\u{c}');
        let bare = line.trim_matches('\u{c}').trim();
        if !first || bare.is_empty() {
            continue;
        }
        first = false;
        let words = bare.trim_end_matches(|c: char| c.is_ascii_digit());
        if words.len() < bare.len() && words.ends_with("  ") {
            pages.entry(words.trim_end()).or_default().push(at);
        }
    }
    pages.into_values().filter(|places| places.len() >= 3).flatten().collect()
}

/// The text of pages without page numbers, and with the lines of a paragraph under each other though they were set with one and
/// a half or two lines' distance.
fn closed_up(text: &str) -> String {
    let lines: Vec<&str> = text.lines().collect();
    let width = |line: &str| line.trim_end().chars().count();
    let mut widths: Vec<usize> = lines.iter().map(|line| width(line)).filter(|width| *width > 20).collect();
    widths.sort_unstable();
    // What a full line reaches on most pages.
    let full = widths.get(widths.len() * 3 / 4).copied().unwrap_or(80) * 8 / 10;
    let running = running_heads(&lines);
    let mut out: Vec<&str> = Vec::new();
    let mut top = false;
    for (at, raw) in lines.iter().enumerate() {
        if running.contains(&at) {
            top = true;
            continue;
        }
        top |= raw.contains('\u{c}');
        let line = raw.trim_matches('\u{c}');
        let bare = line.trim();
        let beside = |to: Option<&&str>| to.is_none_or(|line| line.trim().is_empty());
        let number = !bare.is_empty() && bare.len() <= 4 && bare.chars().all(|c| c.is_ascii_digit());
        let alone = beside(lines.get(at + 1)) && (top || beside(at.checked_sub(1).and_then(|at| lines.get(at))));
        let at_end = lines.get(at + 1).is_some_and(|next| next.starts_with('\u{c}')) || at + 1 == lines.len();
        if number && line.starts_with("          ") && (alone || at_end || top) {
            top = false;
            continue;
        }
        top &= bare.is_empty();
        out.push(line);
    }
    let mut joined: Vec<&str> = Vec::new();
    let mut before = "";
    for (at, line) in out.iter().enumerate() {
        let next = out.get(at + 1).copied().unwrap_or_default();
        let indent = |line: &str| line.chars().take_while(|c| *c == ' ').count();
        let goes_on = line.trim().is_empty()
            && !next.trim().is_empty()
            && joined.last().is_some_and(|last| !last.trim().is_empty())
            && width(before) >= full
            && indent(next) <= indent(before)
            && !before.trim().contains("   ")
            && !next.trim().contains("   ");
        if !goes_on {
            joined.push(line);
            before = if line.trim().is_empty() { before } else { line };
        }
    }
    let mut text = joined.join("\n");
    text.push('\n');
    text
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lines_set_wide_are_closed_up_and_page_numbers_go() {
        let text = "       Hasil pengujian menunjukkan bahwa seluruh butir pernyataan variabel kompe\u{ad}\n\ntensi dinyatakan valid karena r hitungnya lebih besar daripada r tabel 0,239\n\nmenurut taraf 0,05.\n\n\n                    72\n\u{c}\n       Alinea berikut.\n";
        let closed = closed_up(text);
        assert!(closed.contains("kompe\u{ad}\ntensi") && closed.contains("0,239\nmenurut"), "{closed:?}");
        assert!(!closed.contains("72") && closed.contains("\n\n"), "{closed:?}");
    }

    /// With the shell's own programs, where there is a shell: one that never ends, one that never stops writing, one that fails.
    #[cfg(unix)]
    #[test]
    fn a_program_is_held_to_its_limits() {
        let run = |script: &str, time: u64, most: usize| {
            bounded(Command::new("sh").args(["-c", script]), Duration::from_millis(time), most)
                .map(|output| (output.bytes.len(), output.cut))
        };
        let start = Instant::now();
        assert_eq!(run("printf 12345", 10_000, 5), Ok((5, false)));
        assert_eq!(run("exec yes", 10_000, 4_000), Ok((4_000, true)));
        assert_eq!(run("exec sleep 60", 200, 5), Err(ReadProblem::SlowPdf));
        assert_eq!(run("exec >&-; exec sleep 60", 200, 5), Err(ReadProblem::SlowPdf));
        assert_eq!(run("printf 1; exit 3", 10_000, 5), Err(ReadProblem::LockedPdf));
        assert!(start.elapsed() < Duration::from_secs(20), "{:?}", start.elapsed());
    }
}
