//! R001–R004: typesetting and files for Word.

use super::{Explanation, Part, Words, study};
use crate::diagnostics::Code;

/// A file of author text.
const fn overview(text: &'static str) -> Part {
    Part { name: "gambaran-umum.md", text }
}

/// What is typed in a terminal.
const fn terminal(text: &'static str) -> Part {
    Part { name: "terminal", text }
}

const WITH_OVERVIEW: Part = study("report: { overview: gambaran-umum.md }\n");

pub(super) const EXPLANATIONS: &[Explanation] = &[
    Explanation {
        code: Code::TypstMissing,
        title: Words::new("Program typst tidak ditemukan", "The program typst was not found"),
        cause: Words::new(
            "PDF disusun oleh program typst, yang tidak ada di komputer ini atau tidak ada pada `PATH`. Semua format lain \
             tetap ditulis.",
            "The PDF is typeset by the program typst, which is not on this computer or not on its `PATH`. All other formats \
             are written.",
        ),
        remedy: Words::new(
            "Pasang typst seperti di bawah ini, atau tunjuk programnya dengan variabel lingkungan `BAB4_TYPST`. Tanpa typst, \
             minta format lain: `bab4 render study.yaml -f md`.",
            "Install typst as below, or name the program in the environment variable `BAB4_TYPST`. Without typst ask for \
             other formats: `bab4 render study.yaml -f md`.",
        ),
        wrong: &[terminal("bab4 render study.yaml -f pdf\n")],
        right: &[terminal("cargo install --locked typst-cli@0.15.1\nbab4 render study.yaml -f pdf\n")],
    },
    Explanation {
        code: Code::TypstFails,
        title: Words::new("Typst menolak dokumen", "Typst refused the document"),
        cause: Words::new(
            "Program typst ada tetapi tidak menghasilkan PDF: versinya lain, `BAB4_TYPST` menunjuk program lain, atau sebuah \
             gambar tidak dapat dipakai. Pesan memuat kata-kata typst sendiri.",
            "The program typst is there but made no PDF: it is of another version, `BAB4_TYPST` names another program, or a \
             picture cannot be used. The message holds typst's own words.",
        ),
        remedy: Words::new(
            "Pakai versi typst yang disebut di bawah dan kosongkan `BAB4_TYPST`. Bila tetap gagal tanpa gambar Anda sendiri, \
             itu kesalahan program ini: laporkan dengan berkas .typ hasil `bab4 render study.yaml -f typ`.",
            "Use the version of typst named below and unset `BAB4_TYPST`. If it still fails without pictures of your own, it \
             is a fault of this program: report it with the .typ file of `bab4 render study.yaml -f typ`.",
        ),
        wrong: &[terminal("BAB4_TYPST=/usr/bin/python3 bab4 render study.yaml -f pdf\n")],
        right: &[terminal("cargo install --locked typst-cli@0.15.1\nbab4 render study.yaml -f pdf\n")],
    },
    Explanation {
        code: Code::ReferenceUnusable,
        title: Words::new("Dokumen kampus tidak dapat dipakai", "A campus's document that cannot be used"),
        cause: Words::new(
            "Berkas pada `--reference-doc` bukan DOCX (misalnya .doc lama, PDF, atau teks yang hanya berakhiran .docx), rusak, \
             terlalu besar, atau disimpan sebagai «Strict Open XML Document».",
            "The file of `--reference-doc` is no DOCX (an old .doc, a PDF, a text that only ends in .docx), is damaged, too large, \
             or was saved as “Strict Open XML Document”.",
        ),
        remedy: Words::new(
            "Buka berkas itu di Word atau LibreOffice dan simpan sebagai «Word Document (*.docx)». Hanya gaya, huruf, penomoran, \
             ukuran kertas, dan margin yang diambil; isinya tidak.",
            "Open the file in Word or LibreOffice and save it as “Word Document (*.docx)”. Only styles, fonts, numbering, paper \
             size and margins are taken from it, none of its text.",
        ),
        wrong: &[terminal("bab4 render study.yaml --reference-doc pedoman.pdf\n")],
        right: &[terminal("bab4 render study.yaml --reference-doc kampus.docx\n")],
    },
    Explanation {
        code: Code::PictureUnusable,
        title: Words::new("Gambar yang tidak dapat ditampilkan Word", "A picture that Word cannot show"),
        cause: Words::new(
            "Naskah memuat gambar yang bukan PNG, JPEG, GIF, atau SVG (misalnya WebP, PDF, atau foto HEIC dari ponsel). Jenisnya \
             dibaca dari isi berkas, bukan dari akhiran namanya.",
            "The text shows a picture that is no PNG, JPEG, GIF or SVG (a WebP, a PDF, a HEIC photograph of a telephone). Its kind \
             is read from the file's content, not from the end of its name.",
        ),
        remedy: Words::new(
            "Buka gambar itu di program gambar, simpan ulang sebagai PNG atau JPEG, lalu sebut berkas baru itu di naskah.",
            "Open the picture in any drawing program, save it again as PNG or JPEG, then name that file in the text.",
        ),
        wrong: &[
            WITH_OVERVIEW,
            overview("![Kantor dinas](kantor.webp)\n"),
            Part { name: "kantor.webp", text: "RIFF....WEBPVP8 \n" },
        ],
        right: &[
            WITH_OVERVIEW,
            overview("![Kantor dinas](kantor.svg)\n"),
            Part {
                name: "kantor.svg",
                text: "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"40\" height=\"20\"><rect width=\"40\" height=\"20\"/></svg>\n",
            },
        ],
    },
];
