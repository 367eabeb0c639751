//! What can be wrong with a study file before it is even a tree: the traps of YAML, and the words for them.

use crate::diagnostics::{Code, Diagnostic, Span};
use crate::language::Message;

/// Why a file is not YAML, as far as it can be recognised.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Trap {
    /// `: ` inside a text without quotes.
    ColonInText,
    /// A tab as indentation.
    Tab,
    /// A text that begins with a character YAML keeps for itself.
    SpecialStart(char),
    /// A quote or apostrophe that does not close, or closes too early.
    Quote(char),
    /// A bracket that does not close, or closes without having been opened.
    Bracket(char),
    /// A line indented below a key that already has a value.
    Indentation,
    /// A line whose indentation is that of no line above: its own spaces, and those that would fit.
    Misaligned(usize, usize),
    /// More text behind a closing quote.
    AfterQuote,
    /// A line that should be `key: value` and has no colon.
    NoColon,
    /// A line `key:value`, without the space that makes it a key.
    NoSpace,
    /// More than one `---` document.
    SeveralDocuments,
    /// Lists and maps nested beyond any study.
    TooDeep,
    /// Aliases or sheer size beyond any study.
    TooLarge,
    /// A key that is not a text: a list, a map or nothing.
    KeyNotText,
    /// `<<`.
    MergeKey,
    /// A number beyond what a computer can hold, or `.inf`, `.nan`.
    NonFinite,
    /// Nothing recognised; the parser's own words.
    Other(String),
}

/// A file that is not YAML.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NotYaml {
    /// Where.
    pub span: Span,
    /// Why.
    pub trap: Trap,
    /// The line as it should be, where it is known.
    pub mended: Option<String>,
}

impl NotYaml {
    /// The problem in words.
    pub fn diagnostic(self) -> Diagnostic {
        let NotYaml { span, trap, mended } = self;
        let (message, hint) = match trap {
            Trap::ColonInText => (
                Message::new(
                    "teks ini harus diapit tanda kutip karena memuat titik dua dan spasi (`: `)",
                    "this text must stand in quotes because it holds a colon and a space (`: `)",
                ),
                None,
            ),
            Trap::Tab => (
                Message::new(
                    "baris tidak boleh menjorok dengan tab; gunakan spasi",
                    "a line must not be indented with a tab; use spaces",
                ),
                Some(Message::new(
                    "ganti setiap tab di awal baris dengan dua spasi, sejajar dengan baris di sekitarnya",
                    "replace every tab at the beginning of lines by two spaces, in line with its neighbours",
                )),
            ),
            Trap::SpecialStart(character) => (
                Message::new(
                    format!("teks yang diawali «{character}» harus diapit tanda kutip"),
                    format!("a text that begins with `{character}` must stand in quotes"),
                ),
                None,
            ),
            Trap::Quote(character) => (
                Message::new(
                    format!("tanda kutip {character} tidak berpasangan"),
                    format!("the quote {character} is not balanced"),
                ),
                Some(if character == '\'' {
                    Message::new(
                        "teks yang memuat apostrof diapit tanda kutip ganda, misalnya \"Jum'at\"",
                        "a text that holds an apostrophe stands in double quotes, such as \"Jum'at\"",
                    )
                } else {
                    Message::new(
                        "setiap tanda kutip yang dibuka harus ditutup; tanda kutip di dalam teks ditulis \\\"",
                        "every quote that is opened must be closed; a quote inside the text is written \\\"",
                    )
                }),
            ),
            Trap::Bracket(character) => (
                Message::new(format!("kurung {character} tidak berpasangan"), format!("the bracket {character} is not balanced")),
                Some(Message::new(
                    "setiap [ ditutup dengan ] dan setiap { ditutup dengan }; teks yang memuatnya diapit tanda kutip",
                    "every [ is closed by ] and every { by }; a text that holds one stands in quotes",
                )),
            ),
            Trap::Indentation => (
                Message::new(
                    "baris ini tidak boleh menjorok: kunci di atasnya sudah berisi nilai",
                    "this line must not be indented: the key above it already has a value",
                ),
                Some(Message::new(
                    "sejajarkan awal baris ini dengan kunci lain yang setingkat",
                    "begin this line below the other keys of its level",
                )),
            ),
            Trap::Misaligned(spaces, fitting) => (
                Message::new(
                    format!("awal baris ini ({spaces} spasi) tidak sejajar dengan baris mana pun di atasnya"),
                    format!("the beginning of this line ({spaces} spaces) is in line with no line above it"),
                ),
                Some(match fitting {
                    0 => Message::new(
                        "mulailah baris ini tanpa spasi, dan geser baris-baris di bawahnya bersamanya",
                        "begin this line without a space, and shift the lines below along with it",
                    ),
                    _ => Message::new(
                        format!("mulailah baris ini dengan {fitting} spasi, dan geser baris-baris di bawahnya bersamanya"),
                        format!("begin this line with {fitting} spaces, and shift the lines below along with it"),
                    ),
                }),
            ),
            Trap::AfterQuote => (
                Message::new(
                    "sesudah tanda kutip penutup tidak boleh ada teks lagi",
                    "no more text may stand behind the closing quote",
                ),
                Some(Message::new(
                    "beberapa nilai ditulis sebagai daftar [\"…\", \"…\"] atau satu per baris; tanda kutip di dalam teks ditulis \\\"",
                    "several values are written as a list [\"…\", \"…\"] or one a line; a quote inside the text is written \\\"",
                )),
            ),
            Trap::NoColon => {
                (Message::new("baris ini harus berbentuk «kunci: nilai»", "this line must have the form `key: value`"), None)
            }
            Trap::NoSpace => (Message::new("sesudah titik dua harus ada spasi", "behind the colon must stand a space"), None),
            Trap::SeveralDocuments => (
                Message::new(
                    "berkas studi hanya boleh memuat satu dokumen; hapus baris «---» ini dan sesudahnya",
                    "a study file must hold one document; delete this line `---` and what follows",
                ),
                None,
            ),
            Trap::TooDeep => (
                Message::new("daftar atau peta di sini bersarang terlalu dalam", "lists or maps are nested too deeply here"),
                None,
            ),
            Trap::TooLarge => (
                Message::new(
                    "berkas ini terlalu besar untuk sebuah studi (terlalu banyak nilai atau alias)",
                    "this file is too large for a study (too many values or aliases)",
                ),
                None,
            ),
            Trap::KeyNotText => (
                Message::new("kunci harus berupa teks", "a key must be a text"),
                Some(Message::new(
                    "apit dengan tanda kutip bila memang teks, misalnya \"null\"",
                    "put it in quotes if it is meant as a text, such as \"null\"",
                )),
            ),
            Trap::MergeKey => (
                Message::new(
                    "kunci gabung «<<» tidak dipakai dalam berkas studi",
                    "the merge key `<<` cannot be used in a study file",
                ),
                Some(Message::new("tuliskan kuncinya satu per satu", "write the keys out")),
            ),
            Trap::NonFinite => (
                Message::new(
                    "angka ini tidak berhingga; apit dengan tanda kutip bila memang teks",
                    "this number is not finite; put it in quotes if it is meant as a text",
                ),
                None,
            ),
            Trap::Other(words) => (
                Message::new(
                    format!("berkas ini bukan YAML yang sah ({words})"),
                    format!("this file is not valid YAML ({words})"),
                ),
                Some(Message::new(
                    "periksa tanda kutip, kurung, dan penjorokan pada baris ini dan baris sebelumnya",
                    "look at quotes, brackets and indentation in this line and the one before",
                )),
            ),
        };
        Diagnostic::error(Code::NotYaml, message).at(span).hint_if(hint).hint_if(
            mended.map(|line| Message::new(format!("tulislah: {}", line.trim_start()), format!("write: {}", line.trim_start()))),
        )
    }
}
