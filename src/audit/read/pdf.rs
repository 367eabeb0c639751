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
    Ok(text::read(&text))
}
