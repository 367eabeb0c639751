//! A PDF, by the program `pdftotext -layout`, which keeps columns apart with spaces. Empty cells are lost.

use super::problem::ReadProblem;
use super::text;
use crate::audit::chapter::Chapter;
use std::io::Write;
use std::process::{Command, Stdio};

/// Reads a PDF.
pub fn read(bytes: &[u8]) -> Result<Chapter, ReadProblem> {
    let mut file = tempfile::Builder::new().suffix(".pdf").tempfile().map_err(|_| ReadProblem::NoPdfProgram)?;
    file.write_all(bytes).and_then(|()| file.flush()).map_err(|_| ReadProblem::NoPdfProgram)?;
    let output = Command::new("pdftotext")
        .args(["-layout", "-enc", "UTF-8", "-l", "400"])
        .arg(file.path())
        .arg("-")
        .stdin(Stdio::null())
        .stderr(Stdio::null())
        .output()
        .map_err(|_| ReadProblem::NoPdfProgram)?;
    if !output.status.success() {
        return Err(ReadProblem::LockedPdf);
    }
    let text = String::from_utf8_lossy(&output.stdout);
    if !text.chars().any(char::is_alphanumeric) {
        return Err(ReadProblem::OnlyPictures);
    }
    Ok(text::read(&closed_up(&text)))
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
    let mut out: Vec<&str> = Vec::new();
    let mut top = false;
    for (at, raw) in lines.iter().enumerate() {
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
    for (at, line) in out.iter().enumerate() {
        let before = joined.iter().rev().find(|line| !line.trim().is_empty()).copied().unwrap_or_default();
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
}
