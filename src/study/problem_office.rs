//! What can be wrong with `office`, in words.

use crate::diagnostics::{Code, Diagnostic, Span};
use crate::language::Message;

/// Something wrong with `office`.
#[derive(Debug, Clone, PartialEq)]
pub enum OfficeProblem {
    /// A file that cannot be a logo.
    Logo {
        /// The value.
        span: Span,
        /// What stands there.
        file: String,
        /// Why.
        fault: LogoFault,
    },
    /// A civil servant's number that does not look like one.
    Nip {
        /// The value.
        span: Span,
        /// What stands there.
        written: String,
        /// How many digits it has.
        digits: usize,
    },
}

/// What keeps a file from being a logo.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum LogoFault {
    /// Neither PNG nor JPEG nor SVG, or cut off.
    NoPicture,
    /// An SVG that nobody can draw: what a parser says of it, and where in the file.
    BadSvg {
        /// What is wrong.
        reason: String,
        /// Line and column in the file, where that is known.
        at: Option<(u32, u32)>,
    },
    /// So large that every report would be.
    TooLarge {
        /// Its size in KiB.
        kilobytes: u64,
        /// What is allowed, in KiB.
        largest: u64,
    },
    /// The machine cannot read it.
    Unreadable(String),
}

impl OfficeProblem {
    /// The problem in words.
    pub fn diagnostic(self) -> Diagnostic {
        match self {
            OfficeProblem::Logo { span, file, fault } => {
                let (message, hint) = match fault {
                    LogoFault::NoPicture => (
                        Message::new(
                            format!("logo «{file}» bukan gambar PNG, JPEG, atau SVG yang utuh"),
                            format!("the logo `{file}` is no whole PNG, JPEG or SVG picture"),
                        ),
                        Message::new(
                            "buka gambarnya, simpan sebagai PNG, lalu sebut berkas itu; mengganti akhiran nama saja tidak mengubah isinya",
                            "open the picture, save it as PNG and name that file; another ending alone does not change what it is",
                        ),
                    ),
                    LogoFault::BadSvg { reason, at } => {
                        let (id, en) = at.map_or_else(Default::default, |(line, column)| {
                            (format!(" di {file}:{line}:{column}"), format!(" at {file}:{line}:{column}"))
                        });
                        (
                            Message::new(
                                format!("logo «{file}» bukan SVG yang utuh{id}: {reason}"),
                                format!("the logo `{file}` is no sound SVG{en}: {reason}"),
                            ),
                            Message::new(
                                "buka gambarnya, simpan lagi sebagai SVG biasa atau PNG, lalu sebut berkas itu",
                                "open the picture, save it again as plain SVG or PNG and name that file",
                            ),
                        )
                    }
                    LogoFault::TooLarge { kilobytes, largest } => (
                        Message::new(
                            format!("logo «{file}» besarnya {kilobytes} KiB; paling besar {largest} KiB"),
                            format!("the logo `{file}` has {kilobytes} KiB; {largest} KiB are the most"),
                        ),
                        Message::new(
                            "logo tersalin ke setiap laporan: kecilkan, misalnya menjadi 400 piksel lebarnya",
                            "a logo is copied into every report: make it smaller, say 400 pixels wide",
                        ),
                    ),
                    LogoFault::Unreadable(reason) => (
                        Message::new(
                            format!("logo «{file}» tidak dapat dibaca: {reason}"),
                            format!("the logo `{file}` cannot be read: {reason}"),
                        ),
                        Message::new("periksa izin berkasnya", "check the file's permissions"),
                    ),
                };
                Diagnostic::error(Code::BadLogo, message).at(span).hint(hint)
            }
            OfficeProblem::Nip { span, written, digits } => Diagnostic::warning(
                Code::DoubtfulNip,
                Message::new(
                    format!("NIP «{written}» tampaknya salah tulis: {digits} angka"),
                    format!("the NIP `{written}` looks like a slip of the pen: {digits} digits"),
                ),
            )
            .at(span)
            .hint(Message::new(
                "NIP terdiri atas 18 angka: tanggal lahir (8), pengangkatan (6), jenis kelamin (1), nomor urut (3); nomor ini tercetak apa adanya",
                "a NIP has 18 digits: date of birth (8), appointment (6), sex (1), sequence (3); this one is printed as it is",
            )),
        }
    }
}
