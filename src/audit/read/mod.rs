//! Reading a chapter: one file a format, each within bounds on memory and time.

pub mod docx;
pub mod html;
pub mod markdown;
pub mod pdf;
pub mod problem;
pub mod text;

use super::chapter::Chapter;
pub use problem::ReadProblem;

/// The largest file that is read, in bytes.
pub const LARGEST: usize = 64 * 1024 * 1024;
/// The most text that is unpacked or decoded, in bytes; a page may carry pictures inside.
const MOST_TEXT: usize = 50 * 1024 * 1024;
/// The most words and numbers that are audited, in bytes: some two thousand pages.
const MOST_WORDS: usize = 4 * 1024 * 1024;
/// The longest paragraph or cell that is audited, in bytes.
const LONGEST_PARAGRAPH: usize = 20_000;

/// Formats a chapter may have.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ChapterFormat {
    /// A Word document.
    Docx,
    /// Markdown.
    Markdown,
    /// A web page.
    Html,
    /// Plain text.
    Text,
    /// A PDF.
    Pdf,
}

impl ChapterFormat {
    /// The format that a file name's ending tells.
    pub fn of_name(name: &str) -> Option<ChapterFormat> {
        let ending = name.rsplit('.').next()?.to_ascii_lowercase();
        Some(match ending.as_str() {
            "docx" => ChapterFormat::Docx,
            "md" | "markdown" => ChapterFormat::Markdown,
            "html" | "htm" | "xhtml" => ChapterFormat::Html,
            "txt" | "text" => ChapterFormat::Text,
            "pdf" => ChapterFormat::Pdf,
            _ => return None,
        })
    }
}

/// Reads the bytes of a file. What they begin with counts more than the file's name.
///
/// # Errors
/// A [`ReadProblem`] when there is nothing that could be audited.
pub fn read(bytes: &[u8], name: &str) -> Result<Chapter, ReadProblem> {
    if bytes.len() > LARGEST {
        return Err(ReadProblem::TooLarge);
    }
    if bytes.iter().all(u8::is_ascii_whitespace) {
        return Err(ReadProblem::Empty);
    }
    let mut cut = false;
    let mut chapter = if bytes.starts_with(b"PK\x03\x04") {
        docx::read(bytes)?
    } else if bytes.starts_with(b"%PDF") {
        pdf::read(bytes)?
    } else if bytes.starts_with(b"\xd0\xcf\x11\xe0") {
        // The container of old Word files, and of new ones behind a password.
        return Err(ReadProblem::OldOrLocked);
    } else {
        let whole = decoded(bytes)?;
        let text = shortened(&whole);
        cut = text.len() < whole.len();
        match ChapterFormat::of_name(name) {
            Some(ChapterFormat::Markdown) => markdown::read(text),
            Some(ChapterFormat::Html) => html::read(text),
            Some(ChapterFormat::Docx | ChapterFormat::Pdf) => return Err(ReadProblem::NotItsFormat),
            Some(ChapterFormat::Text) | None => {
                let start = text.trim_start().get(..15).unwrap_or_default().to_ascii_lowercase();
                if start.starts_with("<!doctype html") || start.starts_with("<html") {
                    html::read(text)
                } else {
                    text::read(text)
                }
            }
        }
    };
    chapter.cut |= cut;
    chapter = chapter.bounded(MOST_WORDS, LONGEST_PARAGRAPH);
    if !chapter.has_text() {
        return Err(if chapter.pictures() > 0 { ReadProblem::OnlyPictures } else { ReadProblem::Empty });
    }
    Ok(chapter)
}

fn decoded(bytes: &[u8]) -> Result<String, ReadProblem> {
    if let Some((encoding, _)) = encoding_rs::Encoding::for_bom(bytes) {
        return Ok(encoding.decode(bytes).0.into_owned());
    }
    match std::str::from_utf8(bytes) {
        Ok(text) => Ok(text.to_owned()),
        Err(_) if bytes.iter().take(4096).filter(|byte| **byte == 0).count() > 4 => Err(ReadProblem::NotItsFormat),
        Err(_) => Ok(encoding_rs::WINDOWS_1252.decode(bytes).0.into_owned()),
    }
}

fn shortened(text: &str) -> &str {
    if text.len() <= MOST_TEXT {
        return text;
    }
    let end = (0..=MOST_TEXT).rev().find(|&at| text.is_char_boundary(at)).unwrap_or(0);
    text.get(..end).unwrap_or_default()
}
