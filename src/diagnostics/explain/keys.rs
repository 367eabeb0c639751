//! S001–S011: the file as YAML, its keys, values and names.

use super::{Explanation, Words, study};
use crate::diagnostics::Code;

pub(super) const EXPLANATIONS: &[Explanation] = &[
    Explanation {
        code: Code::NotYaml,
        title: Words::new("Berkas studi bukan YAML yang sah", "The study file is not valid YAML"),
        cause: Words::new(
            "YAML memakai beberapa tanda untuk dirinya sendiri. Yang paling sering: titik dua yang diikuti spasi di dalam \
             teks tanpa tanda kutip; teks yang diawali * % @ & ! atau `; baris yang menjorok dengan tab; tanda kutip atau \
             kurung yang tidak ditutup; baris yang menjorok di bawah kunci yang sudah berisi nilai.",
            "YAML keeps some characters for itself. Most often: a colon followed by a space inside a text without quotes; a \
             text that begins with * % @ & ! or `; a line indented with a tab; a quote or bracket that is not closed; a line \
             indented below a key that already has a value.",
        ),
        remedy: Words::new(
            "Apit teks itu dengan tanda kutip ganda, ganti tab dengan spasi, tutup setiap kurung. Bila barisnya dapat \
             diperbaiki program, pesan menampilkannya sesudah «tulislah:», tinggal disalin. Kadang letak kesalahan ada satu \
             baris di atas baris yang ditunjuk.",
            "Put the text in double quotes, use spaces instead of tabs, close every bracket. Where the program can mend the \
             line, the message shows it behind `write:`, ready to be copied. Sometimes the mistake stands one line above the \
             one that is pointed at.",
        ),
        wrong: &[study("title: Kinerja Pegawai: Studi di Kota Semarang\n")],
        right: &[study("title: \"Kinerja Pegawai: Studi di Kota Semarang\"\n")],
    },
    Explanation {
        code: Code::UnknownKey,
        title: Words::new("Kunci tidak dikenal", "A key that does not exist"),
        cause: Words::new(
            "Kunci ini salah eja, ditulis dalam bahasa Indonesia, atau berada di tempat yang salah (misalnya `alpha` di \
             tingkat teratas, padahal tempatnya di bawah `analysis`). Semua kunci berbahasa Inggris; isinya boleh bahasa apa \
             pun. Kunci yang tidak dikenal tidak pernah diabaikan, sebab yang Anda maksud lalu tidak terjadi.",
            "The key is misspelt, written in Indonesian, or stands in the wrong place (`alpha` at the top, say, instead of \
             below `analysis`). All keys are English; what they hold may be in any language. An unknown key is never ignored, \
             since then what you meant would not happen.",
        ),
        remedy: Words::new(
            "Pakai kunci yang disarankan pesan, atau lihat daftar semua kunci di `docs/keys.md`. Dengan `bab4 schema`, editor \
             melengkapi kunci dan menandai yang salah selagi Anda mengetik (`docs/vscode.md`).",
            "Use the key that the message suggests, or see the list of all keys in `docs/keys.md`. With `bab4 schema` an \
             editor completes keys and marks wrong ones as you type (`docs/vscode.md`).",
        ),
        wrong: &[study("hipotesis:\n  H1: X1 -> Y (+)\n")],
        right: &[study("hypotheses:\n  H1: X1 -> Y (+)\n")],
    },
    Explanation {
        code: Code::DuplicateKey,
        title: Words::new("Kunci ditulis dua kali", "A key written twice"),
        cause: Words::new(
            "Dalam satu peta sebuah kunci hanya boleh ada sekali; program tidak menebak nilai mana yang berlaku. Sering \
             terjadi setelah menyalin satu blok lalu lupa mengganti kodenya.",
            "A map may hold a key only once; the program does not guess which value counts. It often happens after copying a \
             block without changing its code.",
        ),
        remedy: Words::new(
            "Hapus salah satunya, gabungkan isinya, atau beri kode lain. Pesan menunjukkan kedua tempatnya.",
            "Delete one, merge the two, or give one another code. The message shows both places.",
        ),
        wrong: &[study("data: { file: responses.csv, distributed: 68, distributed: 70 }\n")],
        right: &[study("data: { file: responses.csv, distributed: 70 }\n")],
    },
    Explanation {
        code: Code::MissingKey,
        title: Words::new("Kunci wajib tidak ada", "A required key is missing"),
        cause: Words::new(
            "Kunci yang diperlukan tidak ditulis atau kosong. Di tingkat teratas wajib ada `title`, `data` dengan `file`, dan \
             `variables`; setiap variabel memerlukan `name` dan salah satu dari `indicators`, `dimensions`, atau `column`; \
             variabel dengan indikator memerlukan `scale` dengan `min` dan `max`.",
            "A key that is needed is not written, or is empty. At the top there must be `title`, `data` with `file`, and \
             `variables`; every variable needs `name` and one of `indicators`, `dimensions` or `column`; a variable with \
             `indicators` needs a `scale` with `min` and `max`.",
        ),
        remedy: Words::new(
            "Tambahkan kunci yang disebut pesan; di bawah «misalnya:» ada contoh yang dapat disalin.",
            "Add the key that the message names; behind `for example:` stands one that can be copied.",
        ),
        wrong: &[study("data: { distributed: 68 }\n")],
        right: &[study("data: { file: responses.csv, distributed: 68 }\n")],
    },
    Explanation {
        code: Code::WrongType,
        title: Words::new("Jenis isi tidak sesuai", "A value of the wrong kind"),
        cause: Words::new(
            "Isi kunci ini bukan jenis yang diharapkan: teks padahal harus angka, satu kata padahal harus daftar, ya padahal \
             harus `true` atau `false`. Yang paling sering: angka dengan koma desimal (0,05) atau angka dalam tanda kutip, \
             yang bagi YAML adalah teks.",
            "What stands here is not of the kind expected: a text instead of a number, one word instead of a list, yes \
             instead of `true` or `false`. Most often: a number with a decimal comma (0,05) or in quotes, which is a text for \
             YAML.",
        ),
        remedy: Words::new(
            "Tulis angka dengan titik desimal dan tanpa tanda kutip, daftar dalam kurung siku `[a, b]`, pilihan ya/tidak \
             sebagai `true` atau `false`.",
            "Write numbers with a decimal point and without quotes, lists in brackets `[a, b]`, yes or no as `true` or \
             `false`.",
        ),
        wrong: &[study("analysis: { alpha: \"0,05\", normality: kolmogorov-smirnov }\n")],
        right: &[study("analysis: { alpha: 0.05, normality: [kolmogorov-smirnov] }\n")],
    },
    Explanation {
        code: Code::NotAllowed,
        title: Words::new("Isi di luar pilihan atau rentang", "A value that is no choice or out of range"),
        cause: Words::new(
            "Jenisnya benar, tetapi nilainya bukan salah satu pilihan kunci ini atau berada di luar rentangnya, misalnya \
             `alpha` 5 (yang dimaksud 5 persen, yaitu 0.05).",
            "The kind is right, but the value is not one of the choices of this key or lies outside its range, such as \
             `alpha` 5 (5 per cent is meant, which is 0.05).",
        ),
        remedy: Words::new(
            "Pilih salah satu kata yang didaftar pesan, atau angka yang memenuhi syarat yang disebutnya.",
            "Choose one of the words that the message lists, or a number that satisfies the condition it names.",
        ),
        wrong: &[study("data: { file: responses.csv, missing: drop }\nanalysis: { alpha: 5 }\n")],
        right: &[study("data: { file: responses.csv, missing: complete }\nanalysis: { alpha: 0.05 }\n")],
    },
    Explanation {
        code: Code::NotAvailable,
        title: Words::new("Belum tersedia dalam versi ini", "Not yet available in this version"),
        cause: Words::new(
            "Nilai ini dikenal, tetapi belum dihitung oleh versi program yang Anda pakai. Memakai nilai lain diam-diam akan \
             mengubah angka; karena itu program berhenti.",
            "The value is known, but the version of the program you use does not compute it yet. To take another in silence \
             would change numbers; so the program stops.",
        ),
        remedy: Words::new(
            "Pakai nilai lain yang disebut pesan. `docs/keys.md` menandai nilai yang belum tersedia.",
            "Use another value that the message names. `docs/keys.md` marks the values that are not available.",
        ),
        wrong: &[study("analysis: { method: pls }\n")],
        right: &[study("analysis: { method: regression }\n")],
    },
    Explanation {
        code: Code::ReservedCharacter,
        title: Words::new("Karakter khusus yang tidak boleh dipakai", "A character that must not be used"),
        cause: Words::new(
            "Teks, sel data, atau naskah memuat karakter kendali yang tak terlihat, atau karakter pribadi (U+E000–U+F8FF dan \
             sejenisnya) dari fon simbol. Biasanya ikut tersalin dari Word atau PDF, misalnya butir bergambar atau tanda \
             centang.",
            "A text, a cell of the data or a manuscript holds an invisible control character, or a private-use character \
             (U+E000–U+F8FF and the like) of a symbol font. They are usually copied along from Word or PDF, as bullets or \
             ticks.",
        ),
        remedy: Words::new(
            "Hapus lalu ketik ulang teks di tempat yang ditunjuk. Bila tidak terlihat apa-apa, hapus beberapa huruf di \
             sekitarnya juga.",
            "Delete the text at the place shown and type it again. If nothing can be seen there, delete a few letters around \
             it too.",
        ),
        wrong: &[study("title: \"Kinerja\\u0007 Pegawai\"\n")],
        right: &[study("title: \"Kinerja Pegawai\"\n")],
    },
    Explanation {
        code: Code::Conflict,
        title: Words::new("Kunci yang tidak dapat dipakai bersama", "Keys that exclude each other"),
        cause: Words::new(
            "Dua kunci saling meniadakan, atau sebuah kunci hanya bermakna bersama kunci lain. Contohnya: sebuah variabel \
             diukur dengan `indicators`, dengan `dimensions`, atau dengan satu `column`, tidak pernah dua sekaligus; `range` \
             hanya bersama `column`; karakteristik memakai `order` atau `classes`.",
            "Two keys exclude each other, or one makes sense only beside another. For instance: a variable is measured by \
             `indicators`, by `dimensions`, or by one `column`, never by two of them; `range` goes only with `column`; a \
             characteristic has `order` or `classes`.",
        ),
        remedy: Words::new(
            "Hapus salah satunya. Variabel yang nilainya sudah jadi dalam satu kolom memakai `column` dan `range`; variabel \
             yang disusun dari butir kuesioner memakai `indicators`.",
            "Delete one of them. A variable whose value stands ready in one column has `column` and `range`; a variable made \
             of items of the questionnaire has `indicators`.",
        ),
        wrong: &[study("variables:\n  Y: { name: Kinerja, indicators: [Mutu, Waktu], column: nilai_kinerja }\n")],
        right: &[study("variables:\n  Y: { name: Kinerja, indicators: [Mutu, Waktu] }\n")],
    },
    Explanation {
        code: Code::BadName,
        title: Words::new("Kode tidak mengikuti aturan", "A code that is none"),
        cause: Words::new(
            "Kode variabel, dimensi, karakteristik, butir, dan hipotesis terdiri atas huruf, angka, dan garis bawah, diawali \
             huruf. Spasi, tanda hubung, dan titik tidak boleh, karena kode dipakai dalam klaim dan nama kolom.",
            "Codes of variables, dimensions, characteristics, items and hypotheses consist of letters, digits and underscores \
             and begin with a letter. Spaces, hyphens and dots are not allowed, since codes stand in claims and names of \
             columns.",
        ),
        remedy: Words::new(
            "Pakai kode pendek seperti X1 atau jenis_kelamin; nama lengkap yang dicetak dalam bab ditulis pada `name`.",
            "Use a short code such as X1 or jenis_kelamin; the full name, which the chapter prints, stands in `name`.",
        ),
        wrong: &[study("variables:\n  Motivasi Kerja: { name: Motivasi Kerja, indicators: [Gaji, Penghargaan] }\n")],
        right: &[study("variables:\n  X1: { name: Motivasi Kerja, indicators: [Gaji, Penghargaan] }\n")],
    },
    Explanation {
        code: Code::DuplicateName,
        title: Words::new("Kode, kolom, atau nilai dipakai dua kali", "A code, column or value that stands twice"),
        cause: Words::new(
            "Kode yang sama dipakai dua variabel, variabel dan karakteristik, atau dua butir; satu kolom dipakai dua butir; \
             satu nilai disebut dua kali dalam `order`; satu prediktor disebut dua kali dalam klaim. Angka yang sama lalu \
             akan dihitung dua kali.",
            "The same code is used by two variables, by a variable and a characteristic, or by two items; a column by two \
             items; a value stands twice in `order`; a predictor twice in a claim. The same numbers would then be counted \
             twice.",
        ),
        remedy: Words::new(
            "Beri masing-masing kode atau kolomnya sendiri. Butir yang sama sebagai bagian dan keseluruhan dinyatakan sekali, \
             dengan `dimensions`.",
            "Give each a code or column of its own. The same items as parts and as a whole are declared once, by \
             `dimensions`.",
        ),
        wrong: &[study(
            "variables:\n  X1: { name: Motivasi, indicators: [Gaji, Penghargaan], columns: \"A{i}\" }\n  \
             X2: { name: Disiplin, indicators: [Kehadiran, Ketaatan], columns: \"A{i}\" }\n",
        )],
        right: &[study(
            "variables:\n  X1: { name: Motivasi, indicators: [Gaji, Penghargaan], columns: \"A{i}\" }\n  \
             X2: { name: Disiplin, indicators: [Kehadiran, Ketaatan], columns: \"B{i}\" }\n",
        )],
    },
];
