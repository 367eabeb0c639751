//! Codes of `bab4 audit`: reading, and numbers of regressions. Their examples are chapters; a `bab-4.md` in an example is audited.

use super::super::Code;
use super::{Explanation, Part, Words};

/// A chapter in an example.
pub(super) const fn chapter(text: &'static str) -> Part {
    Part { name: "bab-4.md", text }
}

/// What to do about a number.
pub(super) const REMEDY: Words = Words::new(
    "Buka keluaran asli program statistik dan salin lagi angka itu. Bila keluarannya pun begitu, periksa apakah tabel-tabelnya \
     berasal dari data dan model yang sama.",
    "Open the original output of the statistics program and copy the number again. If the output says the same, look whether the \
     tables come from the same data and regression.",
);

pub(super) const EXPLANATIONS: &[Explanation] = &[
    Explanation {
        code: Code::ChapterUnreadable,
        title: Words::new("Bab tidak dapat dibaca", "The chapter cannot be read"),
        cause: Words::new(
            "Berkasnya rusak, dikunci kata sandi, lebih besar daripada bab mana pun, berformat lama (.doc), atau sebuah PDF sedangkan \
             program pdftotext tidak ada.",
            "The file is damaged, behind a password, larger than any chapter, of an old format (.doc), or a PDF while the program \
             pdftotext is not there.",
        ),
        remedy: Words::new(
            "Simpan bab itu sebagai DOCX, Markdown, HTML, atau TXT tanpa kata sandi.",
            "Save the chapter as DOCX, Markdown, HTML or TXT without a password.",
        ),
        wrong: &[Part { name: "bab-4.docx", text: "PK" }],
        right: &[chapter("Bab ini ditulis ulang.\n")],
    },
    Explanation {
        code: Code::ChapterWithoutText,
        title: Words::new("Bab tanpa teks", "A chapter without text"),
        cause: Words::new(
            "Berkasnya kosong, atau hanya memuat gambar halaman hasil pindai.",
            "The file is empty, or holds nothing but scanned pictures of pages.",
        ),
        remedy: Words::new("Mintalah berkas aslinya.", "Ask for the original file."),
        wrong: &[chapter("![halaman 1](halaman-1.png)\n")],
        right: &[chapter("Bab ini ada isinya.\n")],
    },
    Explanation {
        code: Code::TextAgainstTable,
        title: Words::new("Angka dalam kalimat bukan angka tabelnya", "A number in the text is not that of its table"),
        cause: Words::new(
            "Sebuah kalimat menyebut angka tabel, atau satu besaran dicetak dua kali, dan keduanya tidak mungkin sama; biasanya salah salin.",
            "A sentence gives a number of a table, or one quantity is printed twice, and the two cannot be the same; mostly a slip in copying.",
        ),
        remedy: REMEDY,
        wrong: &[chapter(
            "\
**Tabel 4.1** Hasil Regresi

| Model | B | Std. Error | Beta | t | Sig. |
|---|---|---|---|---|---|
| (Constant) | 8,680 | 1,988 |  | 4,366 | ,000 |
| Kompetensi | ,496 | ,091 | ,607 | 5,454 | ,000 |
| LMX | ,318 | ,142 | ,250 | 2,245 | ,028 |

a. Dependent Variable: OCB

Pada Tabel 4.1, t hitung LMX sebesar 2,254.
",
        )],
        right: &[chapter(
            "\
**Tabel 4.1** Hasil Regresi

| Model | B | Std. Error | Beta | t | Sig. |
|---|---|---|---|---|---|
| (Constant) | 8,680 | 1,988 |  | 4,366 | ,000 |
| Kompetensi | ,496 | ,091 | ,607 | 5,454 | ,000 |
| LMX | ,318 | ,142 | ,250 | 2,245 | ,028 |

a. Dependent Variable: OCB

Pada Tabel 4.1, t hitung LMX sebesar 2,245.
",
        )],
    },
    Explanation {
        code: Code::TRatio,
        title: Words::new("t bukan B dibagi galat bakunya", "t is not B over its standard error"),
        cause: Words::new(
            "t = B / SE. Setiap angka tercetak mewakili sebuah rentang (,142 berarti ,1415 sampai ,1425); di sini tidak ada nilai dalam rentang-rentang itu yang memenuhinya.",
            "t = B / SE. Every printed number stands for a range (.142 means .1415 to .1425); here no values inside the ranges satisfy it.",
        ),
        remedy: REMEDY,
        wrong: &[chapter(
            "\
**Tabel 4.1** Hasil Regresi

| Model | B | Std. Error | Beta | t | Sig. |
|---|---|---|---|---|---|
| (Constant) | 8,680 | 1,988 |  | 4,366 | ,000 |
| Kompetensi | ,496 | ,091 | ,607 | 5,454 | ,000 |
| LMX | ,318 | ,102 | ,250 | 2,245 | ,028 |

a. Dependent Variable: OCB
",
        )],
        right: &[chapter(
            "\
**Tabel 4.1** Hasil Regresi

| Model | B | Std. Error | Beta | t | Sig. |
|---|---|---|---|---|---|
| (Constant) | 8,680 | 1,988 |  | 4,366 | ,000 |
| Kompetensi | ,496 | ,091 | ,607 | 5,454 | ,000 |
| LMX | ,318 | ,142 | ,250 | 2,245 | ,028 |

a. Dependent Variable: OCB
",
        )],
    },
    Explanation {
        code: Code::Significance,
        title: Words::new(
            "Signifikansi tidak mengikuti statistik ujinya",
            "A significance that does not follow from its statistic",
        ),
        cause: Words::new(
            "Sig. adalah peluang ekor t, F, z, atau χ² dengan derajat bebasnya (dua arah untuk t dan z). Nilai yang tercetak di luar rentang yang mungkin.",
            "Sig. is the tail probability of t, F, z or χ² with its degrees of freedom (two-tailed for t and z). The printed one lies outside what is possible.",
        ),
        remedy: REMEDY,
        wrong: &[chapter(
            "\
**Tabel 4.1** Hasil Regresi

| Model | B | Std. Error | Beta | t | Sig. |
|---|---|---|---|---|---|
| (Constant) | 8,680 | 1,988 |  | 4,366 | ,000 |
| Kompetensi | ,496 | ,091 | ,607 | 5,454 | ,000 |
| LMX | ,318 | ,142 | ,250 | 2,245 | ,082 |

a. Dependent Variable: OCB

**Tabel 4.2** Uji F

| Model | Sum of Squares | df | Mean Square | F | Sig. |
|---|---|---|---|---|---|
| Regression | 886,146 | 2 | 443,073 | 63,161 | ,000 |
| Residual | 455,972 | 65 | 7,015 | | |
| Total | 1342,118 | 67 | | | |

a. Dependent Variable: OCB
",
        )],
        right: &[chapter(
            "\
**Tabel 4.1** Hasil Regresi

| Model | B | Std. Error | Beta | t | Sig. |
|---|---|---|---|---|---|
| (Constant) | 8,680 | 1,988 |  | 4,366 | ,000 |
| Kompetensi | ,496 | ,091 | ,607 | 5,454 | ,000 |
| LMX | ,318 | ,142 | ,250 | 2,245 | ,028 |

a. Dependent Variable: OCB

**Tabel 4.2** Uji F

| Model | Sum of Squares | df | Mean Square | F | Sig. |
|---|---|---|---|---|---|
| Regression | 886,146 | 2 | 443,073 | 63,161 | ,000 |
| Residual | 455,972 | 65 | 7,015 | | |
| Total | 1342,118 | 67 | | | |

a. Dependent Variable: OCB
",
        )],
    },
    Explanation {
        code: Code::VarianceTable,
        title: Words::new("Jumlah kuadrat, df, atau F tidak cocok", "Sums of squares, degrees of freedom or F do not fit"),
        cause: Words::new(
            "SST = SSR + SSE, df = n − 1, kuadrat tengah = jumlah kuadrat / df, F = MSR / MSE.",
            "SST = SSR + SSE, df = n − 1, mean square = sum of squares / df, F = MSR / MSE.",
        ),
        remedy: REMEDY,
        wrong: &[chapter(
            "\
**Tabel 4.2** Uji F

| Model | Sum of Squares | df | Mean Square | F | Sig. |
|---|---|---|---|---|---|
| Regression | 886,146 | 2 | 443,073 | 63,161 | ,000 |
| Residual | 445,972 | 65 | 7,015 | | |
| Total | 1342,118 | 67 | | | |

a. Dependent Variable: OCB
",
        )],
        right: &[chapter(
            "\
**Tabel 4.2** Uji F

| Model | Sum of Squares | df | Mean Square | F | Sig. |
|---|---|---|---|---|---|
| Regression | 886,146 | 2 | 443,073 | 63,161 | ,000 |
| Residual | 455,972 | 65 | 7,015 | | |
| Total | 1342,118 | 67 | | | |

a. Dependent Variable: OCB
",
        )],
    },
    Explanation {
        code: Code::Determination,
        title: Words::new("R, R², dan F tidak cocok", "R, R² and F do not fit"),
        cause: Words::new(
            "Hubungan yang harus dipenuhi: R² = SSR / SST, R = √R², F = (R² / k) / ((1 − R²) / df).",
            "What must hold: R² = SSR / SST, R = √R², F = (R² / k) / ((1 − R²) / df).",
        ),
        remedy: REMEDY,
        wrong: &[chapter(
            "\
**Tabel 4.2** Uji F

| Model | Sum of Squares | df | Mean Square | F | Sig. |
|---|---|---|---|---|---|
| Regression | 886,146 | 2 | 443,073 | 63,161 | ,000 |
| Residual | 455,972 | 65 | 7,015 | | |
| Total | 1342,118 | 67 | | | |

a. Dependent Variable: OCB

**Tabel 4.3** Koefisien Determinasi

| Model | R | R Square | Adjusted R Square | Std. Error of the Estimate |
|---|---|---|---|---|
| 1 | ,813 | ,606 | ,650 | 2,64858 |

a. Dependent Variable: OCB
",
        )],
        right: &[chapter(
            "\
**Tabel 4.2** Uji F

| Model | Sum of Squares | df | Mean Square | F | Sig. |
|---|---|---|---|---|---|
| Regression | 886,146 | 2 | 443,073 | 63,161 | ,000 |
| Residual | 455,972 | 65 | 7,015 | | |
| Total | 1342,118 | 67 | | | |

a. Dependent Variable: OCB

**Tabel 4.3** Koefisien Determinasi

| Model | R | R Square | Adjusted R Square | Std. Error of the Estimate |
|---|---|---|---|---|
| 1 | ,813 | ,660 | ,650 | 2,64858 |

a. Dependent Variable: OCB
",
        )],
    },
    Explanation {
        code: Code::AdjustedDetermination,
        title: Words::new("Adjusted R² tidak mengikuti R²", "Adjusted R² does not follow from R²"),
        cause: Words::new(
            "Hubungan yang harus dipenuhi: Adjusted R² = 1 − (1 − R²)(n − 1) / (n − k − 1).",
            "What must hold: Adjusted R² = 1 − (1 − R²)(n − 1) / (n − k − 1).",
        ),
        remedy: REMEDY,
        wrong: &[chapter(
            "\
**Tabel 4.2** Uji F

| Model | Sum of Squares | df | Mean Square | F | Sig. |
|---|---|---|---|---|---|
| Regression | 886,146 | 2 | 443,073 | 63,161 | ,000 |
| Residual | 455,972 | 65 | 7,015 | | |
| Total | 1342,118 | 67 | | | |

a. Dependent Variable: OCB

**Tabel 4.3** Koefisien Determinasi

| Model | R | R Square | Adjusted R Square | Std. Error of the Estimate |
|---|---|---|---|---|
| 1 | ,813 | ,660 | ,605 | 2,64858 |

a. Dependent Variable: OCB
",
        )],
        right: &[chapter(
            "\
**Tabel 4.2** Uji F

| Model | Sum of Squares | df | Mean Square | F | Sig. |
|---|---|---|---|---|---|
| Regression | 886,146 | 2 | 443,073 | 63,161 | ,000 |
| Residual | 455,972 | 65 | 7,015 | | |
| Total | 1342,118 | 67 | | | |

a. Dependent Variable: OCB

**Tabel 4.3** Koefisien Determinasi

| Model | R | R Square | Adjusted R Square | Std. Error of the Estimate |
|---|---|---|---|---|
| 1 | ,813 | ,660 | ,650 | 2,64858 |

a. Dependent Variable: OCB
",
        )],
    },
    Explanation {
        code: Code::StandardErrorOfEstimate,
        title: Words::new("Galat baku taksiran tidak cocok", "The standard error of the estimate does not fit"),
        cause: Words::new(
            "Std. Error of the Estimate = √(SSE / df residual).",
            "Std. Error of the Estimate = √(SSE / residual df).",
        ),
        remedy: REMEDY,
        wrong: &[chapter(
            "\
**Tabel 4.2** Uji F

| Model | Sum of Squares | df | Mean Square | F | Sig. |
|---|---|---|---|---|---|
| Regression | 886,146 | 2 | 443,073 | 63,161 | ,000 |
| Residual | 455,972 | 65 | 7,015 | | |
| Total | 1342,118 | 67 | | | |

a. Dependent Variable: OCB

**Tabel 4.3** Koefisien Determinasi

| Model | R | R Square | Adjusted R Square | Std. Error of the Estimate |
|---|---|---|---|---|
| 1 | ,813 | ,660 | ,650 | 2,84658 |

a. Dependent Variable: OCB
",
        )],
        right: &[chapter(
            "\
**Tabel 4.2** Uji F

| Model | Sum of Squares | df | Mean Square | F | Sig. |
|---|---|---|---|---|---|
| Regression | 886,146 | 2 | 443,073 | 63,161 | ,000 |
| Residual | 455,972 | 65 | 7,015 | | |
| Total | 1342,118 | 67 | | | |

a. Dependent Variable: OCB

**Tabel 4.3** Koefisien Determinasi

| Model | R | R Square | Adjusted R Square | Std. Error of the Estimate |
|---|---|---|---|---|
| 1 | ,813 | ,660 | ,650 | 2,64858 |

a. Dependent Variable: OCB
",
        )],
    },
    Explanation {
        code: Code::Collinearity,
        title: Words::new("VIF bukan 1 dibagi tolerance", "VIF is not 1 over tolerance"),
        cause: Words::new("VIF = 1 / tolerance untuk setiap variabel bebas.", "VIF = 1 / tolerance for every predictor."),
        remedy: REMEDY,
        wrong: &[chapter(
            "\
**Tabel 4.1** Uji Multikolinearitas

| Variabel | Tolerance | VIF |
|---|---|---|
| Kompetensi | 0,290 | 3,449 |
| LMX | 0,392 | 2,459 |
| OCB | 0,340 | 2,943 |
",
        )],
        right: &[chapter(
            "\
**Tabel 4.1** Uji Multikolinearitas

| Variabel | Tolerance | VIF |
|---|---|---|
| Kompetensi | 0,290 | 3,449 |
| LMX | 0,392 | 2,549 |
| OCB | 0,340 | 2,943 |
",
        )],
    },
    Explanation {
        code: Code::EqualCollinearity,
        title: Words::new("Dua variabel bebas dengan VIF berbeda", "Two predictors whose VIF differ"),
        cause: Words::new(
            "Dengan dua variabel bebas, keduanya memiliki korelasi yang sama satu terhadap yang lain; jadi tolerance dan VIF-nya sama.",
            "With two predictors each has the same correlation with the other; so their tolerance and VIF are equal.",
        ),
        remedy: REMEDY,
        wrong: &[chapter(
            "\
**Tabel 4.1** Uji Multikolinearitas

| Variabel | VIF |
|---|---|
| Kompetensi | 2,366 |
| LMX | 2,663 |
",
        )],
        right: &[chapter(
            "\
**Tabel 4.1** Uji Multikolinearitas

| Variabel | VIF |
|---|---|
| Kompetensi | 2,366 |
| LMX | 2,366 |
",
        )],
    },
    Explanation {
        code: Code::BetaFromT,
        title: Words::new("Beta tidak mengikuti t, R², dan VIF", "Beta does not follow from t, R² and VIF"),
        cause: Words::new(
            "Hubungan yang harus dipenuhi: β = t·√((1 − R²)·VIF / df).",
            "What must hold: β = t·√((1 − R²)·VIF / df).",
        ),
        remedy: REMEDY,
        wrong: &[chapter(
            "\
**Tabel 4.1** Hasil Regresi

| Model | B | Std. Error | Beta | t | Sig. |
|---|---|---|---|---|---|
| (Constant) | 8,680 | 1,988 |  | 4,366 | ,000 |
| Kompetensi | ,496 | ,091 | ,607 | 5,454 | ,000 |
| LMX | ,318 | ,142 | ,350 | 2,245 | ,028 |

a. Dependent Variable: OCB

**Tabel 4.2** Uji F

| Model | Sum of Squares | df | Mean Square | F | Sig. |
|---|---|---|---|---|---|
| Regression | 886,146 | 2 | 443,073 | 63,161 | ,000 |
| Residual | 455,972 | 65 | 7,015 | | |
| Total | 1342,118 | 67 | | | |

a. Dependent Variable: OCB

**Tabel 4.3** Uji Multikolinearitas

| Variabel | Tolerance | VIF |
|---|---|---|
| Kompetensi | 0,423 | 2,366 |
| LMX | 0,423 | 2,366 |
",
        )],
        right: &[chapter(
            "\
**Tabel 4.1** Hasil Regresi

| Model | B | Std. Error | Beta | t | Sig. |
|---|---|---|---|---|---|
| (Constant) | 8,680 | 1,988 |  | 4,366 | ,000 |
| Kompetensi | ,496 | ,091 | ,607 | 5,454 | ,000 |
| LMX | ,318 | ,142 | ,250 | 2,245 | ,028 |

a. Dependent Variable: OCB

**Tabel 4.2** Uji F

| Model | Sum of Squares | df | Mean Square | F | Sig. |
|---|---|---|---|---|---|
| Regression | 886,146 | 2 | 443,073 | 63,161 | ,000 |
| Residual | 455,972 | 65 | 7,015 | | |
| Total | 1342,118 | 67 | | | |

a. Dependent Variable: OCB

**Tabel 4.3** Uji Multikolinearitas

| Variabel | Tolerance | VIF |
|---|---|---|
| Kompetensi | 0,423 | 2,366 |
| LMX | 0,423 | 2,366 |
",
        )],
    },
    Explanation {
        code: Code::BetaFromDeviations,
        title: Words::new(
            "Beta atau galat baku tidak cocok dengan simpangan baku",
            "Beta or a standard error does not fit the standard deviations",
        ),
        cause: Words::new(
            "β = B·s_x / s_y, dan s_x sama dalam semua model; SST = (n − 1)·s_y².",
            "β = B·s_x / s_y, and s_x is the same in all regressions; SST = (n − 1)·s_y².",
        ),
        remedy: REMEDY,
        wrong: &[chapter(
            "\
**Tabel 4.1** Hasil Regresi

| Model | B | Std. Error | Beta | t | Sig. |
|---|---|---|---|---|---|
| (Constant) | 8,680 | 1,988 |  | 4,366 | ,000 |
| Kompetensi | ,496 | ,091 | ,607 | 5,454 | ,000 |
| LMX | ,318 | ,142 | ,250 | 2,245 | ,028 |

a. Dependent Variable: OCB

**Tabel 4.2** Hasil Regresi Kedua

| Model | B | Std. Error | Beta | t | Sig. |
|---|---|---|---|---|---|
| (Constant) | 7,960 | 2,725 |  | 2,921 | ,005 |
| Kompetensi | ,276 | ,132 | ,402 | 2,086 | ,041 |
| LMX | ,365 | ,177 | ,256 | 2,061 | ,043 |
| OCB | ,331 | ,149 | ,296 | 2,217 | ,030 |

a. Dependent Variable: Kinerja

**Tabel 4.3** Uji F

| Model | Sum of Squares | df | Mean Square | F | Sig. |
|---|---|---|---|---|---|
| Regression | 886,146 | 2 | 443,073 | 63,161 | ,000 |
| Residual | 455,972 | 65 | 7,015 | | |
| Total | 1342,118 | 67 | | | |

a. Dependent Variable: OCB

**Tabel 4.4** Uji F Kedua

| Model | Sum of Squares | df | Mean Square | F | Sig. |
|---|---|---|---|---|---|
| Regression | 1028,426 | 3 | 342,809 | 33,645 | ,000 |
| Residual | 652,104 | 64 | 10,189 | | |
| Total | 1680,529 | 67 | | | |

a. Dependent Variable: Kinerja
",
        )],
        right: &[chapter(
            "\
**Tabel 4.1** Hasil Regresi

| Model | B | Std. Error | Beta | t | Sig. |
|---|---|---|---|---|---|
| (Constant) | 8,680 | 1,988 |  | 4,366 | ,000 |
| Kompetensi | ,496 | ,091 | ,607 | 5,454 | ,000 |
| LMX | ,318 | ,142 | ,250 | 2,245 | ,028 |

a. Dependent Variable: OCB

**Tabel 4.2** Hasil Regresi Kedua

| Model | B | Std. Error | Beta | t | Sig. |
|---|---|---|---|---|---|
| (Constant) | 7,960 | 2,725 |  | 2,921 | ,005 |
| Kompetensi | ,276 | ,132 | ,302 | 2,086 | ,041 |
| LMX | ,365 | ,177 | ,256 | 2,061 | ,043 |
| OCB | ,331 | ,149 | ,296 | 2,217 | ,030 |

a. Dependent Variable: Kinerja

**Tabel 4.3** Uji F

| Model | Sum of Squares | df | Mean Square | F | Sig. |
|---|---|---|---|---|---|
| Regression | 886,146 | 2 | 443,073 | 63,161 | ,000 |
| Residual | 455,972 | 65 | 7,015 | | |
| Total | 1342,118 | 67 | | | |

a. Dependent Variable: OCB

**Tabel 4.4** Uji F Kedua

| Model | Sum of Squares | df | Mean Square | F | Sig. |
|---|---|---|---|---|---|
| Regression | 1028,426 | 3 | 342,809 | 33,645 | ,000 |
| Residual | 652,104 | 64 | 10,189 | | |
| Total | 1680,529 | 67 | | | |

a. Dependent Variable: Kinerja
",
        )],
    },
];
