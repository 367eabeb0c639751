//! Why a chapter cannot be read.

use crate::diagnostics::{Code, Diagnostic, Place};
use crate::language::Message;

/// Why a chapter cannot be read.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ReadProblem {
    /// Nothing in it.
    Empty,
    /// Pages as pictures.
    OnlyPictures,
    /// Larger than any chapter.
    TooLarge,
    /// An old Word file, or one behind a password.
    OldOrLocked,
    /// Damaged, or of another format than its name says.
    NotItsFormat,
    /// Unpacks to more than any chapter.
    Bomb,
    /// A PDF, and no program to read it.
    NoPdfProgram,
    /// A PDF behind a password.
    LockedPdf,
    /// A PDF that the program does not get to the end of.
    SlowPdf,
}

impl ReadProblem {
    /// The problem in words.
    pub fn diagnostic(self, file: &str) -> Diagnostic {
        let code = match self {
            ReadProblem::Empty | ReadProblem::OnlyPictures => Code::ChapterWithoutText,
            _ => Code::ChapterUnreadable,
        };
        let (message, hint) = match self {
            ReadProblem::Empty => (
                Message::new("berkas ini tidak memuat teks", "this file holds no text"),
                Message::new(
                    "simpan bab sebagai DOCX, Markdown, HTML, atau TXT",
                    "save the chapter as DOCX, Markdown, HTML or TXT",
                ),
            ),
            ReadProblem::OnlyPictures => (
                Message::new(
                    "berkas ini hanya memuat gambar halaman, tanpa teks",
                    "this file holds pictures of pages and no text",
                ),
                Message::new("mintalah berkas aslinya, bukan hasil pindai", "ask for the original file instead of a scan"),
            ),
            ReadProblem::TooLarge => (
                Message::new(
                    "berkas ini lebih besar daripada bab mana pun (64 MB)",
                    "this file is larger than any chapter (64 MB)",
                ),
                Message::new(
                    "berikan bab IV saja, tanpa lampiran gambar",
                    "give chapter IV alone, without pictures in appendices",
                ),
            ),
            ReadProblem::OldOrLocked => (
                Message::new(
                    "berkas Word lama (.doc) atau berkas yang dikunci kata sandi",
                    "an old Word file (.doc), or one behind a password",
                ),
                Message::new(
                    "buka di Word dan simpan sebagai .docx tanpa kata sandi",
                    "open it in Word and save it as .docx without a password",
                ),
            ),
            ReadProblem::NotItsFormat => (
                Message::new(
                    "berkas ini rusak atau bukan dari format yang disebut namanya",
                    "this file is damaged or not of the format its name says",
                ),
                Message::new("buka di program asalnya dan simpan lagi", "open it in its own program and save it again"),
            ),
            ReadProblem::Bomb => (
                Message::new(
                    "isi berkas ini membengkak melebihi bab mana pun ketika dibuka",
                    "this file unpacks to more than any chapter holds",
                ),
                Message::new("salin bab IV ke dokumen baru", "copy chapter IV into a new document"),
            ),
            ReadProblem::NoPdfProgram => (
                Message::new(
                    "PDF dibaca dengan program pdftotext, yang tidak ada di komputer ini",
                    "a PDF is read with the program pdftotext, which is not on this computer",
                ),
                Message::new("berikan DOCX-nya, atau pasang poppler-utils", "give the DOCX, or install poppler-utils"),
            ),
            ReadProblem::LockedPdf => (
                Message::new("PDF ini rusak atau dikunci kata sandi", "this PDF is damaged or behind a password"),
                Message::new(
                    "berikan berkas tanpa kata sandi, sebaiknya DOCX",
                    "give the file without a password, best the DOCX",
                ),
            ),
            ReadProblem::SlowPdf => (
                Message::new("PDF ini tidak selesai dibaca dalam 20 detik", "this PDF could not be read within 20 seconds"),
                Message::new("berikan bab IV saja, sebaiknya DOCX", "give chapter IV alone, best as DOCX"),
            ),
        };
        Diagnostic::error(code, message).at_place(Place::File(file.to_owned())).hint(hint)
    }
}
