//! Codes of `bab4 audit --study`: a chapter against its data. Their chapters stand beside the study of the examples.

use super::super::Code;
use super::audit::chapter;
use super::{Explanation, Words, answers};

pub(super) const EXPLANATIONS: &[Explanation] = &[
    Explanation {
        code: Code::Recomputed,
        title: Words::new("Data penelitian memberi angka lain", "The data of the study give another number"),
        cause: Words::new(
            "Dengan --study setiap angka dihitung ulang dari data; yang tercetak tidak sama, walaupun mungkin tidak bertentangan \
             dengan angka lain di bab itu. Biasanya bab diolah dari berkas data yang lain, atau satu angka salah disalin.",
            "With --study every number is recomputed from the data; the printed one differs, though it may contradict no other \
             number of the chapter. Mostly the chapter was made from another file, or one number was copied wrongly.",
        ),
        remedy: Words::new(
            "Pastikan --study menyebut data yang dipakai bab itu. Bila benar, cetak ulang tabelnya dari data itu.",
            "Make sure that --study names the data of this chapter. If it does, print the table again from those data.",
        ),
        wrong: &[chapter(
            "\
**Tabel 4.1** Tanggapan Responden

| Indikator | STS | TS | N | S | SS | Jumlah | Rata-rata |
|---|---|---|---|---|---|---|---|
| Gaji (X1.1) | 0 | 1 | 1 | 2 | 1 | 18 | 3,600 |
| Penghargaan (X1.2) | 0 | 0 | 2 | 2 | 1 | 19 | 3,800 |
",
        )],
        right: &[chapter(
            "\
**Tabel 4.1** Tanggapan Responden

| Indikator | STS | TS | N | S | SS | Jumlah | Rata-rata |
|---|---|---|---|---|---|---|---|
| Gaji (X1.1) | 0 | 1 | 1 | 1 | 2 | 19 | 3,800 |
| Penghargaan (X1.2) | 0 | 0 | 2 | 2 | 1 | 19 | 3,800 |
",
        )],
    },
    Explanation {
        code: Code::DoubtfulData,
        title: Words::new("Data yang patut ditanyakan", "Data to ask about"),
        cause: Words::new(
            "Berkas data memuat kolom LATIHAN (jawabannya dibuat program), atau beberapa responden memberi jawaban yang persis \
             sama pada sepuluh butir atau lebih.",
            "The data file has a column LATIHAN (its answers were made by a program), or several respondents gave exactly the \
             same answers to ten items or more.",
        ),
        remedy: Words::new("Mintalah kuesioner asli dari baris-baris itu.", "Ask for the questionnaires of these rows."),
        wrong: &[
            chapter("Bab ini ada isinya.\n"),
            answers("X1.1,X1.2,X2.1,X2.2,Y.1,Y.2,LATIHAN\n4,4,5,4,4,5,ya\n5,5,4,4,5,5,ya\n2,3,3,2,3,2,ya\n"),
        ],
        right: &[
            chapter("Bab ini ada isinya.\n"),
            answers("X1.1,X1.2,X2.1,X2.2,Y.1,Y.2\n4,4,5,4,4,5\n5,5,4,4,5,5\n2,3,3,2,3,2\n"),
        ],
    },
];
