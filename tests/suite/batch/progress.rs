//! How far a run has come: plain lines in a pipe, a bar that leaves nothing behind on a terminal.

use super::{Office, STUDY};

const UNITS: &[(&str, usize)] = &[("Dinas A", 12), ("Dinas B", 15), ("Dinas C", 9)];

#[test]
fn a_pipe_gets_plain_lines() {
    let office = Office::new(UNITS);
    let ran = office.run(&["batch", "run", "study.yaml", "--by", "dinas", "-f", "md", "-j", "1"]);
    assert_eq!(ran.status, 0, "{}", ran.stderr);
    assert!(!ran.stderr.contains(['\u{1b}', '\r', '█', '░']), "{:?}", ran.stderr);
    let lines: Vec<&str> = ran.stderr.lines().collect();
    assert_eq!(lines.len(), 4, "{lines:?}");
    for (at, unit) in ["Dinas A", "Dinas B", "Dinas C"].iter().enumerate() {
        assert!(lines.iter().any(|line| line.contains(&format!("{unit}: selesai, n = {}", UNITS[at].1))), "{lines:?}");
        assert!(lines[at].starts_with(&format!("[{}/3] ", at + 1)), "{lines:?}");
    }
    assert_eq!(lines[3], "3 unit selesai; lihat out");
}

/// Columns of a terminal that does not say how many it has.
#[cfg(target_os = "linux")]
const COLUMNS: usize = 80;

/// What is left on a screen when all of it was written: carriage returns, erased lines and full lines done.
#[cfg(target_os = "linux")]
fn screen(written: &str) -> Vec<String> {
    let mut lines = vec![String::new()];
    let mut letters = written.chars().peekable();
    let mut returned = false;
    while let Some(letter) = letters.next() {
        match letter {
            '\u{1b}' => {
                let code: String = std::iter::from_fn(|| letters.next_if(|c| !c.is_ascii_alphabetic())).collect();
                match letters.next() {
                    Some('K') => lines.last_mut().unwrap().clear(),
                    Some('A') => {
                        let up: usize = code.trim_start_matches('[').parse().unwrap_or(1);
                        lines.truncate(lines.len().saturating_sub(up).max(1));
                    }
                    _ => {}
                }
            }
            '\r' => returned = true,
            '\n' => {
                returned = false;
                lines.push(String::new());
            }
            letter => {
                if std::mem::take(&mut returned) {
                    lines.last_mut().unwrap().clear();
                }
                if lines.last().unwrap().chars().count() == COLUMNS {
                    lines.push(String::new());
                }
                lines.last_mut().unwrap().push(letter);
            }
        }
    }
    lines.into_iter().map(|line| line.trim_end().to_owned()).filter(|line| !line.is_empty()).collect()
}

/// On a terminal (of util-linux's `script`): a bar while it runs, whoever failed above it, and one whole line at the end.
#[cfg(target_os = "linux")]
#[test]
fn a_terminal_keeps_failures_and_the_last_line_alone() {
    let office = Office::new(UNITS);
    office.write("study.yaml", STUDY);
    office.write("batch.yaml", "study: study.yaml\nby: dinas\nunits: { Dinas B: { year: tahun lalu } }\n");
    let program = env!("CARGO_BIN_EXE_bab4");
    let command = format!("'{program}' batch run batch.yaml -f md");
    let mut script = std::process::Command::new("script");
    let script = script.args(["-qec", &command, "/dev/null"]).current_dir(office.path("")).env("BAB4_TYPST", "no-typst-here");
    let Ok(output) = script.env("TERM", "xterm").stdin(std::process::Stdio::null()).output() else {
        crate::common::skipped("a_terminal_keeps_failures_and_the_last_line_alone", "no script");
        return;
    };
    let written = String::from_utf8_lossy(&output.stdout);
    assert!(written.contains('█') && written.contains("3/3"), "{written:?}");
    let left = screen(&written);
    assert!(!left.iter().any(|line| line.contains(['█', '░'])), "{left:?}");
    assert!(left.iter().any(|line| line.starts_with("Dinas B: GAGAL: S005")), "{left:?}");
    let last = left.last().unwrap();
    assert_eq!(last, "2 unit selesai, 1 gagal (perbaiki, lalu: bab4 batch retry out); lihat out", "{left:?}");
}
