//! What can be wrong with templates and author text, and the words for it.

use crate::diagnostics::{Code, Diagnostic, Place};
use crate::language::Message;

/// A problem of a template or of author text.
#[derive(Debug, Clone, PartialEq)]
pub enum TemplateProblem {
    /// A template could not be run.
    Fails {
        /// Name of the template.
        file: String,
        /// Line, when known.
        line: Option<usize>,
        /// What the engine says.
        reason: String,
        /// The part of the line that it says so of.
        part: Option<String>,
    },
    /// An outline that there is not.
    NoOutline {
        /// Its name.
        outline: String,
        /// Those there are.
        known: Vec<String>,
    },
    /// Markdown outside the subset.
    MarkdownOutside {
        /// Name of the file.
        file: String,
        /// Line.
        line: usize,
        /// What was found.
        what: &'static str,
    },
    /// A table or figure in the middle of a paragraph.
    BlockInText {
        /// Name of the file.
        file: String,
    },
    /// A quantity became text.
    LostQuantity {
        /// Name of the file.
        file: String,
    },
    /// A template printed a number of its own making.
    BareNumber {
        /// Name of the template.
        file: String,
        /// Line, when known.
        line: Option<usize>,
    },
    /// A reference to a table or figure that does not stand in the report.
    UnknownTarget {
        /// The label.
        target: String,
    },
    /// Author text with characters that the program reserves.
    Reserved {
        /// Name of the file.
        file: String,
    },
    /// There are no templates in the language.
    NoLanguage {
        /// Its code.
        language: &'static str,
    },
    /// A file of author text that cannot be read.
    Unreadable {
        /// Path of the file.
        file: String,
        /// Why.
        reason: String,
    },
}

impl TemplateProblem {
    /// The diagnostic: code, place, words.
    pub fn diagnostic(&self) -> Diagnostic {
        match self {
            TemplateProblem::NoOutline { outline, known } => Diagnostic::error(
                Code::TemplateFails,
                Message::new(
                    format!("tidak ada susunan «{outline}» untuk jenis laporan ini; yang ada: {}", known.join(", ")),
                    format!("there is no outline `{outline}` of this kind of report; there are: {}", known.join(", ")),
                ),
            )
            .hint(Message::new(
                "susunan sendiri: bab4 templates export FOLDER, salin reports/bab-iv/udinus.yaml dengan nama itu, lalu bab4 render STUDY --templates FOLDER",
                "an outline of your own: bab4 templates export FOLDER, copy reports/bab-iv/udinus.yaml under that name, then bab4 render STUDY --templates FOLDER",
            )),
            TemplateProblem::Fails { file, line, reason, part } => {
                let said = part.as_ref().map_or_else(|| reason.clone(), |part| format!("{reason}: {part}"));
                let place = line.map_or_else(|| Place::File(file.clone()), |line| line_place(file, line));
                Diagnostic::error(
                    Code::TemplateFails,
                    Message::new(format!("templat tidak dapat dijalankan: {said}"), format!("the template cannot be run: {said}")),
                )
                .at_place(place)
            }
            TemplateProblem::MarkdownOutside { file, line, what } => Diagnostic::error(
                Code::MarkdownOutside,
                Message::new(
                    format!("{what} tidak termasuk Markdown yang dikenal di sini"),
                    format!("{what} is not part of the Markdown understood here"),
                ),
            )
            .at_place(line_place(file, *line))
            .hint(Message::new(
                "yang dikenal: judul, paragraf, daftar, *miring*, **tebal**, pangkat ^2^, indeks ~1~, kutipan >, tabel pipa, gambar, [@kunci]",
                "understood are: headings, paragraphs, lists, *italics*, **bold**, superscript ^2^, subscript ~1~, quotes >, pipe tables, images, [@key]",
            )),
            TemplateProblem::BlockInText { file } => Diagnostic::error(
                Code::UnknownResult,
                Message::new(
                    "tabel, gambar, atau persamaan harus berdiri sendiri dalam paragrafnya",
                    "a table, figure or equation must stand alone in its paragraph",
                ),
            )
            .at_place(Place::File(file.clone())),
            TemplateProblem::LostQuantity { file } => Diagnostic::error(
                Code::LostQuantity,
                Message::new(
                    "sebuah nilai diubah menjadi teks di dalam templat (dengan ~ atau penyaring)",
                    "a quantity was turned into text inside a template (by ~ or a filter)",
                ),
            )
            .at_place(Place::File(file.clone()))
            .hint(Message::new("cetak nilainya langsung: {{ nilai }}", "print the value itself: {{ value }}")),
            TemplateProblem::BareNumber { file, line } => Diagnostic::error(
                Code::BareNumber,
                Message::new(
                    "templat mencetak angka yang tidak berasal dari hasil",
                    "the template prints a number that does not come from the results",
                ),
            )
            .at_place(line.map_or_else(|| Place::File(file.clone()), |line| line_place(file, line)))
            .hint(Message::new(
                "templat tidak menghitung: cetak hasilnya, misalnya {{ r(\"data/usable\") }}",
                "templates do not compute: print the result, for instance {{ r(\"data/usable\") }}",
            )),
            TemplateProblem::UnknownTarget { target } => Diagnostic::error(
                Code::UnknownResult,
                Message::new(
                    format!("rujukan «{target}» tidak menunjuk tabel atau gambar mana pun dalam laporan"),
                    format!("the reference `{target}` points to no table or figure of the report"),
                ),
            ),
            TemplateProblem::Reserved { file } => Diagnostic::error(
                Code::ReservedCharacter,
                Message::new(
                    "teks memuat karakter khusus (U+E000–U+E002) yang dipakai program ini sendiri",
                    "the text holds private-use characters (U+E000–U+E002) that the program itself uses",
                ),
            )
            .at_place(Place::File(file.clone()))
            .hint(Message::new("hapus karakter itu, biasanya sisa salin-tempel dari PDF", "delete them; they usually come from a PDF by copy and paste")),
            TemplateProblem::NoLanguage { language } => Diagnostic::error(
                Code::NotAvailable,
                Message::new(
                    format!("laporan dalam bahasa `{language}` belum tersedia"),
                    format!("reports in the language `{language}` are not available yet"),
                ),
            )
            .hint(Message::new("pakai --lang id, atau sediakan templatnya dengan --templates", "use --lang id, or give its templates with --templates")),
            TemplateProblem::Unreadable { file, reason } => Diagnostic::error(
                Code::TextUnreadable,
                Message::new(format!("berkas teks tidak dapat dibaca: {reason}"), format!("the text file cannot be read: {reason}")),
            )
            .at_place(Place::File(file.clone())),
        }
    }
}

/// A message place for a line of a file that is not among the sources.
fn line_place(file: &str, line: usize) -> Place {
    Place::File(format!("{file}:{line}"))
}
