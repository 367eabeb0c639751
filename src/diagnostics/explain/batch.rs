//! B001–B003: one study, many units.

use super::{Explanation, Part, Words, answers, file, study};
use crate::diagnostics::Code;

/// Two units in one survey.
const SURVEY: Part = answers(
    "dinas,X1.1,X1.2,X2.1,X2.2,Y.1,Y.2\ndinkes,4,4,5,4,4,5\ndinkes,5,5,4,4,5,5\ndinkes,2,3,3,2,3,2\ndisdik,3,3,4,5,3,4\n\
     disdik,5,4,2,3,4,4\ndisdik,4,3,3,3,5,4\n",
);

pub(super) const EXPLANATIONS: &[Explanation] = &[
    Explanation {
        code: Code::UnitUnknown,
        title: Words::new("Unit yang tidak ada dalam data", "A unit that is not in the data"),
        cause: Words::new(
            "Kunci di bawah `units` adalah isi kolom yang disebut `by`, dan tidak ada baris dengan isi itu: salah tulis, atau unit \
             itu belum mengirim kuesioner.",
            "The keys under `units` are values of the column named by `by`, and no row has this one: a slip of the pen, or a unit \
             that has sent no questionnaires yet.",
        ),
        remedy: Words::new(
            "Samakan penulisannya dengan isi kolom (huruf besar dan spasi tidak membedakan), hapus unitnya, atau sebutkan berkas \
             datanya sendiri dengan `data: { file: … }`. Unit lain tetap dibuat.",
            "Write it as the column does (capitals and blanks make no difference), delete the unit, or name a file of its own with \
             `data: { file: … }`. The other units are made all the same.",
        ),
        wrong: &[file("batch.yaml", "study: study.yaml\nby: dinas\nunits: { dinkse: { object: Dinas Kesehatan } }\n"), SURVEY],
        right: &[file("batch.yaml", "study: study.yaml\nby: dinas\nunits: { dinkes: { object: Dinas Kesehatan } }\n"), SURVEY],
    },
    Explanation {
        code: Code::RowsWithoutUnit,
        title: Words::new("Baris tanpa unit", "Rows that belong to no unit"),
        cause: Words::new(
            "Kolom yang membedakan unit kosong pada baris-baris ini, sehingga tidak diketahui milik siapa.",
            "The column that tells the units apart is empty in these rows, so nobody knows whose they are.",
        ),
        remedy: Words::new(
            "Lengkapi kolom itu dalam berkas data. Tanpa itu baris-baris ini tidak masuk laporan unit mana pun dan tidak masuk \
             rekapitulasi.",
            "Fill in the column in the survey file. Until then these rows are in no unit's report and not in the summary.",
        ),
        wrong: &[
            file("batch.yaml", "study: study.yaml\nby: dinas\n"),
            answers("dinas,X1.1,X1.2,X2.1,X2.2,Y.1,Y.2\ndinkes,4,4,5,4,4,5\ndinkes,5,5,4,4,5,5\n,2,3,3,2,3,2\n"),
        ],
        right: &[file("batch.yaml", "study: study.yaml\nby: dinas\n"), SURVEY],
    },
    Explanation {
        code: Code::FixedDiscussion,
        title: Words::new("Pembahasan yang sama untuk semua unit", "One discussion for all units"),
        cause: Words::new(
            "Sebuah hipotesis mempunyai satu `discussion` tetap, padahal keputusannya dapat berbeda antarunit: di unit yang \
             menolaknya pembahasan itu menjadi tidak benar.",
            "A hypothesis has one fixed `discussion`, while its verdict may differ between units: where it is rejected the \
             discussion becomes untrue.",
        ),
        remedy: Words::new(
            "Tulis pembahasan untuk kedua keputusan, `discussion: { accepted: …, rejected: … }`, atau berikan kepada unit \
             masing-masing.",
            "Write the discussion for both verdicts, `discussion: { accepted: …, rejected: … }`, or give each unit its own.",
        ),
        wrong: &[
            file("batch.yaml", "study: study.yaml\nby: dinas\n"),
            study("hypotheses:\n  H1: { claim: X1 -> Y, discussion: Gaji yang baik mendorong kinerja. }\n"),
            SURVEY,
        ],
        right: &[
            file("batch.yaml", "study: study.yaml\nby: dinas\n"),
            study(
                "hypotheses:\n  H1:\n    claim: X1 -> Y\n    discussion:\n      accepted: Gaji yang baik mendorong kinerja.\n      \
                 rejected: Kinerja tampaknya lebih bergantung pada hal lain.\n",
            ),
            SURVEY,
        ],
    },
];
