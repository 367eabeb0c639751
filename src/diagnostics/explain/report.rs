//! T001–T006 and R001–R004: templates, author text, typesetting.

use super::{Explanation, Part, Words, study};
use crate::diagnostics::Code;

/// A section that an author changed, in the folder of `--templates`.
const fn section(text: &'static str) -> Part {
    Part { name: "templates/id/sections/provenance.md", text }
}

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
        code: Code::TemplateFails,
        title: Words::new("Templat tidak dapat dijalankan", "A template that cannot be run"),
        cause: Words::new(
            "Templat yang Anda ubah (folder `--templates`), atau naskah Anda sendiri, memuat perintah yang salah tulis, nama \
             yang tidak ada, hasil yang tidak ada, atau perulangan tanpa akhir. Pesan menyebut berkas, baris, dan alasan \
             mesin templat.",
            "A template you changed (folder `--templates`), or your own text, holds a command that is misspelt, a name or a \
             result that does not exist, or a loop without end. The message gives file, line and the reason of the template \
             engine.",
        ),
        remedy: Words::new(
            "Bandingkan dengan templat bawaan (`bab4 templates export FOLDER`); nama hasil adalah jalur dalam `results.json`, \
             misalnya `r(\"data/n\")`. Menghapus berkas yang diubah mengembalikan templat bawaan.",
            "Compare with the built-in template (`bab4 templates export FOLDER`); the name of a result is its path in \
             `results.json`, such as `r(\"data/n\")`. Deleting the changed file brings back the built-in one.",
        ),
        wrong: &[section("Responden berjumlah {{ r(\"data/jumlah\") }} orang.\n")],
        right: &[section("Responden berjumlah {{ r(\"data/n\") }} orang.\n")],
    },
    Explanation {
        code: Code::MarkdownOutside,
        title: Words::new("Markdown yang tidak dikenal di sini", "Markdown outside the subset"),
        cause: Words::new(
            "Naskah memakai unsur Markdown yang tidak ada padanannya dalam tesis: HTML, tautan `[teks](alamat)`, blok kode, \
             catatan kaki, rumus `$…$`, garis ---. Yang dikenal: judul, paragraf, daftar, `*miring*`, `**tebal**`, pangkat \
             `^2^`, indeks `~1~`, kutipan >, tabel pipa, gambar, dan `[@kunci]`.",
            "The text uses Markdown that has no counterpart in a thesis: HTML, links `[text](address)`, code blocks, \
             footnotes, formulas `$…$`, a rule ---. Understood are: headings, paragraphs, lists, `*italics*`, `**bold**`, \
             superscript `^2^`, subscript `~1~`, quotes >, pipe tables, images and `[@key]`.",
        ),
        remedy: Words::new(
            "Tulis alamat situs sebagai teks biasa, ganti HTML dengan unsur yang dikenal, hapus sisanya. Pesan menyebut \
             berkas dan barisnya.",
            "Write the address of a site as plain text, replace HTML by what is understood, delete the rest. The message \
             gives file and line.",
        ),
        wrong: &[WITH_OVERVIEW, overview("Sejarah dinas dapat dibaca di [situs resmi](https://dinas.contoh.go.id).\n")],
        right: &[WITH_OVERVIEW, overview("Sejarah dinas dapat dibaca di situs resmi, dinas.contoh.go.id.\n")],
    },
    Explanation {
        code: Code::UnknownResult,
        title: Words::new("Rujukan ke tabel atau gambar yang tidak ada", "A reference to a table that does not exist"),
        cause: Words::new(
            "`ref(\"…\")` menunjuk tabel, gambar, atau persamaan yang tidak ada dalam laporan ini, atau sebuah tabel \
             diletakkan di tengah paragraf.",
            "`ref(\"…\")` points to a table, figure or equation that is not in this report, or a table was put into the \
             middle of a paragraph.",
        ),
        remedy: Words::new(
            "Rujuk tabel yang memang dibuat studi ini dengan labelnya, misalnya `reliability`, `respondents-jenis_kelamin`, \
             `responses-X1`, atau `coefficients-Y` (tabel menurut kodenya). Tabel dan gambar berdiri sendiri: beri baris \
             kosong sebelum dan sesudahnya.",
            "Refer to a table that this study does make by its label, such as `reliability`, `respondents-jenis_kelamin`, \
             `responses-X1` or `coefficients-Y` (a table and its code). Tables and figures stand alone: leave a blank line \
             before and after.",
        ),
        wrong: &[WITH_OVERVIEW, overview("Keandalan butir dibahas pada {{ ref(\"reliabilitas\") }}.\n")],
        right: &[WITH_OVERVIEW, overview("Keandalan butir dibahas pada {{ ref(\"reliability\") }}.\n")],
    },
    Explanation {
        code: Code::LostQuantity,
        title: Words::new("Nilai diubah menjadi teks di dalam templat", "A quantity turned into text in a template"),
        cause: Words::new(
            "Sebuah hasil disambung dengan teks (tanda ~) atau dilewatkan ke penyaring seperti `upper`. Ia lalu kehilangan \
             jalurnya ke `results.json` dan cara mencetaknya, sehingga tidak dapat ditelusuri lagi.",
            "A result was joined with text (by ~) or passed through a filter such as `upper`. It then loses its path in \
             `results.json` and the way it is printed, and can no longer be traced.",
        ),
        remedy: Words::new(
            "Cetak nilainya sendiri, teksnya di luar kurung: `{{ nilai }}` orang, bukan `{{ nilai ~ \" orang\" }}`.",
            "Print the value by itself and the text outside the braces: `{{ value }}` people, not `{{ value ~ \" people\" \
             }}`.",
        ),
        wrong: &[section("Responden: {{ r(\"data/n\") ~ \" orang\" }}.\n")],
        right: &[section("Responden: {{ r(\"data/n\") }} orang.\n")],
    },
    Explanation {
        code: Code::BareNumber,
        title: Words::new("Angka telanjang dari templat", "A bare number printed by a template"),
        cause: Words::new(
            "Templat mencetak angka hitungannya sendiri. Angka seperti itu tidak berasal dari hasil, jadi tidak dapat \
             ditelusuri.",
            "A template prints a number of its own making. Such a number does not come from the results, so it cannot be \
             traced.",
        ),
        remedy: Words::new(
            "Templat tidak menghitung. Cetak hasil yang sudah ada di `results.json` melalui `r(\"…\")`.",
            "Templates do not compute. Print a result that stands in `results.json` by `r(\"…\")`.",
        ),
        wrong: &[section("Tingkat pengembalian {{ 0.5 * 1.5 }}.\n")],
        right: &[section("Kuesioner yang dapat dipakai: {{ r(\"data/usable\") }}.\n")],
    },
    Explanation {
        code: Code::TextUnreadable,
        title: Words::new("Berkas naskah tidak dapat dibaca", "A file of author text that cannot be read"),
        cause: Words::new(
            "Berkas Markdown yang disebut studi ada, tetapi tidak dapat dibaca: bukan teks UTF-8 (misalnya disimpan sebagai \
             ANSI, atau sebenarnya dokumen Word), terlalu besar, atau terkunci program lain.",
            "The Markdown file that the study names is there but cannot be read: no UTF-8 text (saved as ANSI, or a Word \
             document in truth), too large, or held by another program.",
        ),
        remedy: Words::new(
            "Buka di Notepad atau VS Code lalu simpan dengan pengodean UTF-8. Naskah Word disalin sebagai teks ke berkas .md \
             baru.",
            "Open it in Notepad or VS Code and save it with the encoding UTF-8. Copy a Word manuscript as text into a new .md \
             file.",
        ),
        wrong: &[WITH_OVERVIEW, Part { name: "gambaran-umum.md (Windows-1252)", text: "Kafé pegawai dibuka tahun 2019.\n" }],
        right: &[WITH_OVERVIEW, overview("Kafé pegawai dibuka tahun 2019.\n")],
    },
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
