//! Problems of the data file as a whole, with their words: it cannot be opened, it is something else, it is too large.

use super::problem_hints::{contents_words, save_as_utf8};
use super::problem_words::Context;
use crate::diagnostics::{Code, Diagnostic, Place, Severity};
use crate::language::Message;
use crate::study::DeclaredAt;

/// What a file turned out to hold that is no table of answers in text form.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Contents {
    /// A workbook older than Excel 97.
    OldExcel,
    /// A document of Word.
    Word,
    /// Some other zip archive.
    OtherZip,
    /// A PDF.
    Pdf,
    /// An SPSS file of another kind than its data (`.por`, a portable file).
    Portable,
    /// A web page (some programs name it `.xls`).
    Html,
    /// Bytes that are no text.
    Unknown,
}

/// A problem of the file as a whole.
#[derive(Debug, Clone, PartialEq)]
#[allow(missing_docs)]
pub enum FileProblem {
    /// The file cannot be opened; `locked` when another program holds it.
    CannotOpen { reason: String, locked: bool },
    /// The file is larger than any survey.
    FileTooLarge { bytes: u64 },
    /// A line, with its length in bytes, that is longer than any row of answers.
    LineTooLong { row: usize, bytes: usize },
    /// A cell that is longer than any answer.
    CellTooLong { row: usize, column: String, bytes: usize },
    /// A header with more columns than a spreadsheet can have.
    TooManyColumns { row: usize, found: usize },
    /// The file holds something else.
    NotATable { contents: Contents },
    /// A byte that is not UTF-8, in this line; `mixed` is a line that is UTF-8 beyond doubt.
    NotUtf8 { row: usize, shown: String, mixed: Option<usize> },
    /// An encoding is declared that nobody knows.
    EncodingDeclared { declared: String },
    /// The file is not in the encoding that is declared.
    NotAsDeclared { encoding: &'static str, row: usize },
    /// The encoding was found out.
    EncodingFound { encoding: &'static str, example: String },
    /// Values that an SPSS file declares as missing: variable, values, cells.
    UserMissing { columns: Vec<(String, Vec<String>, usize)> },
    /// An SPSS file weights its cases.
    Weighted { variable: String },
    /// A form without the sheet that every XLSForm has.
    NotAForm { sheet: String },
    /// The file is locked by a password.
    Password,
    /// More different texts or more cells than any survey of the file's size has.
    TooManyTexts { row: usize },
    /// The workbook cannot be unpacked or parsed.
    WorkbookBroken { reason: String },
    /// The workbook would unpack to more than is safe.
    WorkbookTooLarge { packed: u64, unpacked: u64 },
    /// The declared sheet is not in the workbook.
    NoSuchSheet { wanted: String, there: Vec<String> },
    /// There is nothing in the file.
    EmptyFile,
}

impl FileProblem {
    /// Whether the run stops, goes on under protest, or the user is merely told.
    pub fn severity(&self) -> Severity {
        match self {
            FileProblem::EncodingFound { .. } | FileProblem::UserMissing { .. } => Severity::Note,
            FileProblem::Weighted { .. } => Severity::Warning,
            _ => Severity::Error,
        }
    }

    /// The problem in words, at its place.
    pub fn diagnostic(self, context: &Context) -> Diagnostic {
        use FileProblem as P;
        let file = context.file.as_str();
        let whole = Place::File(file.to_owned());
        let cell = |row: usize, column: &str| Place::Cell { file: file.to_owned(), row, column: column.to_owned() };
        let declared_or = |declared: DeclaredAt, place: Place| declared.map_or(place, Place::Span);
        match self {
            P::CannotOpen { reason, locked } => Diagnostic::error(Code::DataUnreadable, Message::new(
                format!("berkas data «{file}» tidak dapat dibuka: {reason}"),
                format!("the data file “{file}” cannot be opened: {reason}"),
            ))
            .at_place(declared_or(context.declared, whole))
            .hint(if locked {
                Message::new(
                    "berkas sedang dibuka di program lain, misalnya Excel: tutup dulu di sana, lalu jalankan lagi",
                    "another program such as Excel has it open: close it there, then run again",
                )
            } else {
                Message::new(
                    "periksa apakah Anda boleh membaca berkas itu; bila perlu, salin ke folder lain",
                    "see whether you may read that file; copy it into another folder if need be",
                )
            }),
            P::FileTooLarge { bytes } => Diagnostic::error(Code::DataUnreadable, Message::new(
                format!("berkas data ini {bytes} bita besarnya; itu bukan data survei"),
                format!("this data file has {bytes} bytes; no survey does"),
            ))
            .at_place(whole)
            .hint(another_file()),
            P::LineTooLong { row, bytes } => Diagnostic::error(Code::DataUnreadable, Message::new(
                format!("baris {row} panjangnya {bytes} bita; itu bukan baris jawaban"),
                format!("line {row} is {bytes} bytes long; that is no row of answers"),
            ))
            .at_place(whole)
            .hint(another_file()),
            P::CellTooLong { row, column, bytes } => Diagnostic::error(Code::DataUnreadable, Message::new(
                format!("satu sel di baris {row} memuat {bytes} bita; sel Excel paling banyak memuat 32.767 karakter"),
                format!("one cell of row {row} holds {bytes} bytes; a cell of Excel holds at most 32,767 characters"),
            ))
            .at_place(cell(row, &column))
            .hint(Message::new(
                "mungkin tanda kutip (\") pembuka tidak ditutup, atau berkas ini bukan data survei",
                "perhaps a quotation mark (\") was opened and not closed, or this is no file of answers",
            )),
            P::TooManyColumns { row, found } => Diagnostic::error(Code::DataUnreadable, Message::new(
                format!("baris {row} berisi {found} kolom; lembar Excel paling banyak berisi 16.384"),
                format!("row {row} has {found} columns; a sheet of Excel has at most 16,384"),
            ))
            .at_place(whole)
            .hint(another_file()),
            P::NotATable { contents } => {
                let (found, hint) = contents_words(contents);
                Diagnostic::error(Code::DataUnreadable, Message::new(
                    format!("berkas ini bukan tabel jawaban (CSV, XLSX, XLS, ODS, SAV), melainkan {}", found.id),
                    format!("this file is no table of answers (CSV, XLSX, XLS, ODS, SAV) but {}", found.en),
                ))
                .at_place(whole)
                .hint(hint)
            }
            P::NotUtf8 { row, shown, mixed } => {
                let diagnostic = Diagnostic::error(Code::DataUnreadable, match mixed {
                    Some(other) => Message::new(
                        format!("berkas ini memuat dua pengodean: baris {other} teks UTF-8, baris {row} bukan («{shown}» dalam Windows-1252)"),
                        format!("this file holds two encodings: line {other} is UTF-8 text, line {row} is not (“{shown}” in Windows-1252)"),
                    ),
                    None => Message::new(
                        format!("baris {row} bukan teks UTF-8, padahal itu yang dinyatakan; dalam Windows-1252 (ANSI) di situ tertulis «{shown}»"),
                        format!("line {row} is not UTF-8 text, which is declared; in Windows-1252 (ANSI) it reads “{shown}”"),
                    ),
                })
                .at_place(whole);
                match mixed {
                    Some(_) => diagnostic.hint(save_as_utf8()),
                    None => diagnostic.hint(Message::new(
                        "hapus `encoding`, atau tulis `encoding: windows-1252` di bawah `data`",
                        "delete `encoding`, or write `encoding: windows-1252` under `data`",
                    )),
                }
            }
            P::EncodingDeclared { declared } => Diagnostic::error(Code::DataUnreadable, Message::new(
                format!("pengodean «{declared}» tidak dikenal"),
                format!("the encoding “{declared}” is not known"),
            ))
            .at_place(declared_or(context.declared, whole))
            .hint(Message::new(
                "hapus `encoding` agar ditemukan sendiri, atau tulis utf-8, utf-16le, atau windows-1252",
                "delete `encoding` to have it found out, or write utf-8, utf-16le or windows-1252",
            )),
            P::NotAsDeclared { encoding, row } => Diagnostic::error(Code::DataUnreadable, Message::new(
                format!("berkas ini bukan teks {encoding}: baris {row} tidak dapat dibaca"),
                format!("this file is no {encoding} text: line {row} cannot be read"),
            ))
            .at_place(declared_or(context.declared, whole))
            .hint(Message::new(
                "hapus `encoding` agar ditemukan sendiri, atau simpan ulang sebagai «CSV UTF-8»",
                "delete `encoding` to have it found out, or save the file again as “CSV UTF-8”",
            )),
            P::EncodingFound { encoding, example } => Diagnostic::note(Code::EncodingFound, Message::new(
                format!("berkas dibaca sebagai teks {encoding}, misalnya «{example}»"),
                format!("the file was read as {encoding} text, for instance “{example}”"),
            ))
            .at_place(whole)
            .hint(Message::new(
                format!("bila huruf-hurufnya benar, nyatakan `encoding: {}` di bawah `data`; bila tidak, simpan ulang sebagai «CSV UTF-8»", encoding.to_lowercase()),
                format!("if the letters are right, declare `encoding: {}` under `data`; if not, save the file as “CSV UTF-8”", encoding.to_lowercase()),
            )),
            P::UserMissing { columns } => {
                let shown: Vec<String> = columns.iter().take(6).map(|(name, values, _)| format!("{name}: {}", values.join(", "))).collect();
                let cells: usize = columns.iter().map(|(.., count)| count).sum();
                let more = match columns.len().saturating_sub(6) {
                    0 => String::new(),
                    more => format!("; +{more}"),
                };
                Diagnostic::note(Code::StatisticsFile, Message::new(
                    format!("nilai yang di SPSS dinyatakan «missing» dibaca sebagai tidak menjawab: {}{more} ({cells} sel)", shown.join("; ")),
                    format!("values declared as missing in SPSS were read as no answer: {}{more} ({cells} cells)", shown.join("; ")),
                ))
                .at_place(whole)
            }
            P::Weighted { variable } => Diagnostic::warning(Code::StatisticsFile, Message::new(
                format!("berkas SPSS ini berbobot menurut «{variable}» (WEIGHT BY); bab4 menghitung setiap baris satu kali"),
                format!("this SPSS file weights its cases by “{variable}” (WEIGHT BY); bab4 counts every row once"),
            ))
            .at_place(whole)
            .hint(Message::new(
                "bila bobotnya memang diperlukan, bab4 belum dapat dipakai; bila tidak, simpan berkas dengan WEIGHT OFF",
                "if the weights are needed, bab4 cannot be used yet; if not, save the file with WEIGHT OFF",
            )),
            P::NotAForm { sheet } => Diagnostic::error(Code::DataUnreadable, Message::new(
                format!("ini bukan XLSForm: lembar «{sheet}» tidak ada atau tidak berkolom type, name, dan label"),
                format!("this is no XLSForm: there is no sheet “{sheet}”, or it lacks the columns type, name and label"),
            ))
            .at_place(whole)
            .hint(Message::new(
                "di KoboToolbox: Form → ⋮ → Download XLS; `data.form` menyebut berkas itu, `data.file` berkas jawabannya",
                "in KoboToolbox: Form → ⋮ → Download XLS; `data.form` names that file, `data.file` the one of answers",
            )),
            P::Password => Diagnostic::error(Code::DataUnreadable, Message::new(
                "berkas ini dikunci kata sandi",
                "this file is locked by a password",
            ))
            .at_place(whole)
            .hint(Message::new(
                "buka dengan kata sandinya, lalu simpan salinan tanpa kata sandi (di Excel: File → Info → Protect Workbook → Encrypt with Password, kosongkan)",
                "open it with its password and save a copy without one (in Excel: File → Info → Protect Workbook → Encrypt with Password, leave it empty)",
            )),
            P::TooManyTexts { row } => Diagnostic::error(Code::DataUnreadable, Message::new(
                format!("sampai baris {row} saja isi berkas ini sudah melebihi data survei mana pun"),
                format!("up to row {row} alone this file holds more than any survey does"),
            ))
            .at_place(whole)
            .hint(another_file()),
            P::WorkbookBroken { reason } => Diagnostic::error(Code::DataUnreadable, Message::new(
                format!("buku kerja ini rusak atau tidak lengkap ({reason})"),
                format!("this workbook is damaged or incomplete ({reason})"),
            ))
            .at_place(whole)
            .hint(Message::new(
                "unduh atau salin ulang berkasnya; bila terbuka di Excel atau LibreOffice, simpan ulang sebagai .xlsx tanpa kata sandi",
                "download or copy the file again; if Excel or LibreOffice opens it, save it again as .xlsx without a password",
            )),
            P::WorkbookTooLarge { packed, unpacked } => Diagnostic::error(Code::DataUnreadable, Message::new(
                format!("buku kerja ini ({packed} bita) akan mengembang menjadi {unpacked} bita; itu bukan data survei biasa"),
                format!("this workbook ({packed} bytes) would unpack to {unpacked} bytes; no ordinary survey does"),
            ))
            .at_place(whole)
            .hint(Message::new(
                "salin lembar jawaban ke buku kerja baru, atau simpan sebagai CSV UTF-8",
                "copy the sheet of answers into a new workbook, or save it as CSV UTF-8",
            )),
            P::NoSuchSheet { wanted, there } => Diagnostic::error(Code::DataUnreadable, Message::new(
                format!("tidak ada lembar «{wanted}»; yang ada: {}", there.join(", ")),
                format!("there is no sheet “{wanted}”; there are: {}", there.join(", ")),
            ))
            .at_place(declared_or(context.declared, whole))
            .hint_if(crate::diagnostics::suggest::nearest(&wanted, there.iter().map(String::as_str)).map(|near| {
                Message::new(format!("maksudnya «{near}»?"), format!("did you mean “{near}”?"))
            }))
            .hint(Message::new(
                "tulis nama lembar yang benar pada `sheet`, atau hapus `sheet`: lembar pertama yang berisi akan dipakai",
                "write the right name in `sheet`, or delete `sheet`: the first sheet that holds anything is taken",
            )),
            P::EmptyFile => Diagnostic::error(Code::DataEmpty, Message::new(
                "berkas data kosong",
                "the data file is empty",
            ))
            .at_place(whole)
            .hint(Message::new(
                "isi atau ekspor ulang berkasnya: baris pertama judul kolom, lalu satu baris untuk setiap responden",
                "fill the file or export it again: headers in the first row, then one row for each respondent",
            )),
        }
    }
}

/// A file that is surely not the one that was meant.
fn another_file() -> Message {
    Message::new(
        "apakah ini berkas yang dimaksud? Data survei berisi satu baris pendek untuk setiap responden",
        "is this the file you mean? A survey holds one short row for each respondent",
    )
}
