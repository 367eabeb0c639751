//! T001–T006: templates and author text.

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
];
