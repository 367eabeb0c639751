//! D019–: files as they come: how they were read, who is in them, what looks wrong about the answers.

use super::{Explanation, Words, answers, file, study};
use crate::diagnostics::Code;

pub(super) const EXPLANATIONS: &[Explanation] = &[
    Explanation {
        code: Code::EncodingFound,
        title: Words::new("Pengodean teks ditemukan sendiri", "The encoding of the text was found out"),
        cause: Words::new(
            "Catatan, bukan kesalahan: berkas teks ini bukan UTF-8. Excel menyimpan «CSV» biasa dalam Windows-1252 (ANSI) dan \
             «Unicode Text» dalam UTF-16; keduanya dibaca, dan satu contoh ditunjukkan agar Anda dapat melihat bahwa \
             huruf-hurufnya benar.",
            "A note, no error: this text file is not UTF-8. Excel saves plain “CSV” in Windows-1252 (ANSI) and “Unicode Text” in \
             UTF-16; both are read, and one example is shown so that you can see that the letters are right.",
        ),
        remedy: Words::new(
            "Bila contohnya benar, nyatakan `encoding: windows-1252` (atau `utf-16le`) di bawah `data` dan catatan ini hilang. \
             Bila tidak, simpan ulang sebagai «CSV UTF-8».",
            "If the example is right, declare `encoding: windows-1252` (or `utf-16le`) under `data` and the note goes. If not, \
             save the file again as “CSV UTF-8”.",
        ),
        wrong: &[
            study("variables:\n  X1: { name: Motivasi, indicators: [Gaji, Penghargaan] }\nrespondents:\n  unit: Unit Kerja\n"),
            file("responses.csv (Windows-1252)", "X1.1,X1.2,unit\n4,4,Café Dinas\n5,5,Sekretariat\n2,3,Sekretariat\n"),
        ],
        right: &[
            study("variables:\n  X1: { name: Motivasi, indicators: [Gaji, Penghargaan] }\nrespondents:\n  unit: Unit Kerja\n"),
            answers("X1.1,X1.2,unit\n4,4,Café Dinas\n5,5,Sekretariat\n2,3,Sekretariat\n"),
        ],
    },
    Explanation {
        code: Code::StatisticsFile,
        title: Words::new("Yang dikatakan berkas SPSS tentang kasusnya", "What an SPSS file says of its cases"),
        cause: Words::new(
            "Berkas SPSS menyatakan nilai tertentu sebagai «missing»; nilai itu dibaca sebagai tidak menjawab (catatan). Atau \
             berkasnya berbobot (WEIGHT BY), yang tidak diikuti bab4: setiap baris dihitung satu kali (peringatan).",
            "The SPSS file declares certain values as missing; they are read as no answer (a note). Or it weights its cases \
             (WEIGHT BY), which bab4 does not follow: every row counts once (a warning).",
        ),
        remedy: Words::new(
            "Untuk nilai «missing» tidak ada yang perlu diperbaiki bila memang begitu maksudnya. Bila bobot tidak diperlukan, \
             simpan berkas dengan WEIGHT OFF.",
            "For missing values nothing need be mended if that is what they mean. If the weights are not needed, save the file \
             with WEIGHT OFF.",
        ),
        wrong: &[file(
            "data.sps",
            "DATA LIST LIST /X1 X2.\nBEGIN DATA\n4 5\n9 3\nEND DATA.\nMISSING VALUES X1 X2 (9).\nSAVE OUTFILE='data.sav'.\n",
        )],
        right: &[file("data.sps", "DATA LIST LIST /X1 X2.\nBEGIN DATA\n4 5\n5 3\nEND DATA.\nSAVE OUTFILE='data.sav'.\n")],
    },
];
