//! Codes of `bab4 audit`: scores and readings. Their examples are chapters; a `bab-4.md` in an example is audited.

use super::super::Code;
use super::audit::{REMEDY, chapter};
use super::{Explanation, Words};

/// What to do about a reading.
const REMEDY_WORDS: Words = Words::new(
    "Perbaiki kalimatnya menurut angka dalam tabel, atau tunjukkan dasar keputusan yang lain.",
    "Mend the sentence by the numbers in the table, or show the other ground of the decision.",
);

pub(super) const EXPLANATIONS: &[Explanation] = &[
    Explanation {
        code: Code::Sobel,
        title: Words::new("z uji Sobel tidak mengikuti koefisiennya", "Sobel's z does not follow from its coefficients"),
        cause: Words::new(
            "z = ab / √(b²·SE_a² + a²·SE_b²) dengan koefisien tak terstandar.",
            "z = ab / √(b²·SE_a² + a²·SE_b²) with unstandardized coefficients.",
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
| Kompetensi | ,276 | ,132 | ,302 | 2,086 | ,041 |
| LMX | ,365 | ,177 | ,256 | 2,061 | ,043 |
| OCB | ,331 | ,149 | ,296 | 2,217 | ,030 |

a. Dependent Variable: Kinerja

**Tabel 4.6** Uji Sobel

| Jalur | Sobel z | Sobel p |
|---|---|---|
| Kompetensi → OCB → Kinerja | 3,054 | 0,040 |
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

**Tabel 4.6** Uji Sobel

| Jalur | Sobel z | Sobel p |
|---|---|---|
| Kompetensi → OCB → Kinerja | 2,054 | 0,040 |
",
        )],
    },
    Explanation {
        code: Code::Constant,
        title: Words::new("Konstanta tidak mengikuti rata-rata", "The constant does not follow from the means"),
        cause: Words::new(
            "Konstanta = Ȳ − Σ B·X̄ bila skor variabel adalah jumlah butir-butir yang tercetak.",
            "The constant is Ȳ − Σ B·X̄ where scores are sums of the printed items.",
        ),
        remedy: REMEDY,
        wrong: &[chapter(
            "\
**Tabel 4.1** Tanggapan mengenai Variabel X1

| Butir | STS | TS | N | S | SS | Jumlah | Rata-rata |
|---|---|---|---|---|---|---|---|
| Butir 1 (X1.1) | 0 | 9 | 16 | 11 | 4 | 130 | 3,250 |
| Butir 2 (X1.2) | 2 | 11 | 14 | 6 | 7 | 125 | 3,125 |
| Butir 3 (X1.3) | 0 | 5 | 23 | 7 | 5 | 132 | 3,300 |

**Tabel 4.2** Tanggapan mengenai Variabel Y1

| Butir | STS | TS | N | S | SS | Jumlah | Rata-rata |
|---|---|---|---|---|---|---|---|
| Butir 1 (Y1.1) | 2 | 5 | 15 | 12 | 6 | 135 | 3,375 |
| Butir 2 (Y1.2) | 3 | 6 | 12 | 14 | 5 | 132 | 3,300 |
| Butir 3 (Y1.3) | 1 | 7 | 14 | 14 | 4 | 133 | 3,325 |

**Tabel 4.3** Hasil Regresi

| Model | B | Std. Error | Beta | t |
|---|---|---|---|---|
| (Constant) | 5,968 | 1,447 | | 4,124 |
| Disiplin (X1) | ,520 | ,144 | ,505 | 3,605 |

a. Dependent Variable: Kinerja (Y1)

**Tabel 4.4** ANOVA

| Model | Sum of Squares | df | Mean Square | F |
|---|---|---|---|---|
| Regression | 75,419 | 1 | 75,419 | 12,993 |
| Residual | 220,581 | 38 | 5,805 | |
| Total | 296,000 | 39 | | |

a. Dependent Variable: Kinerja (Y1)
",
        )],
        right: &[chapter(
            "\
**Tabel 4.1** Tanggapan mengenai Variabel X1

| Butir | STS | TS | N | S | SS | Jumlah | Rata-rata |
|---|---|---|---|---|---|---|---|
| Butir 1 (X1.1) | 0 | 9 | 16 | 11 | 4 | 130 | 3,250 |
| Butir 2 (X1.2) | 2 | 11 | 14 | 6 | 7 | 125 | 3,125 |
| Butir 3 (X1.3) | 0 | 5 | 23 | 7 | 5 | 132 | 3,300 |

**Tabel 4.2** Tanggapan mengenai Variabel Y1

| Butir | STS | TS | N | S | SS | Jumlah | Rata-rata |
|---|---|---|---|---|---|---|---|
| Butir 1 (Y1.1) | 2 | 5 | 15 | 12 | 6 | 135 | 3,375 |
| Butir 2 (Y1.2) | 3 | 6 | 12 | 14 | 5 | 132 | 3,300 |
| Butir 3 (Y1.3) | 1 | 7 | 14 | 14 | 4 | 133 | 3,325 |

**Tabel 4.3** Hasil Regresi

| Model | B | Std. Error | Beta | t |
|---|---|---|---|---|
| (Constant) | 4,968 | 1,447 | | 3,433 |
| Disiplin (X1) | ,520 | ,144 | ,505 | 3,605 |

a. Dependent Variable: Kinerja (Y1)

**Tabel 4.4** ANOVA

| Model | Sum of Squares | df | Mean Square | F |
|---|---|---|---|---|
| Regression | 75,419 | 1 | 75,419 | 12,993 |
| Residual | 220,581 | 38 | 5,805 | |
| Total | 296,000 | 39 | | |

a. Dependent Variable: Kinerja (Y1)
",
        )],
    },
    Explanation {
        code: Code::Alpha,
        title: Words::new("Cronbach's alpha tidak mengikuti butir-butirnya", "Cronbach's alpha does not follow from its items"),
        cause: Words::new(
            "α = k/(k − 1)·(1 − Σs²ᵢ / s²) dengan ragam butir dari tabel frekuensi dan ragam skor dari regresi.",
            "α = k/(k − 1)·(1 − Σs²ᵢ / s²), the items' variances from their frequencies and that of the score from the regressions.",
        ),
        remedy: REMEDY,
        wrong: &[chapter(
            "\
**Tabel 4.1** Tanggapan mengenai Variabel X1

| Butir | STS | TS | N | S | SS | Jumlah | Rata-rata |
|---|---|---|---|---|---|---|---|
| Butir 1 (X1.1) | 0 | 9 | 16 | 11 | 4 | 130 | 3,250 |
| Butir 2 (X1.2) | 2 | 11 | 14 | 6 | 7 | 125 | 3,125 |
| Butir 3 (X1.3) | 0 | 5 | 23 | 7 | 5 | 132 | 3,300 |

**Tabel 4.2** Tanggapan mengenai Variabel Y1

| Butir | STS | TS | N | S | SS | Jumlah | Rata-rata |
|---|---|---|---|---|---|---|---|
| Butir 1 (Y1.1) | 2 | 5 | 15 | 12 | 6 | 135 | 3,375 |
| Butir 2 (Y1.2) | 3 | 6 | 12 | 14 | 5 | 132 | 3,300 |
| Butir 3 (Y1.3) | 1 | 7 | 14 | 14 | 4 | 133 | 3,325 |

**Tabel 4.3** Hasil Regresi

| Model | B | Std. Error | Beta | t |
|---|---|---|---|---|
| (Constant) | 4,968 | 1,447 | | 3,433 |
| Disiplin (X1) | ,520 | ,144 | ,505 | 3,605 |

a. Dependent Variable: Kinerja (Y1)

**Tabel 4.4** ANOVA

| Model | Sum of Squares | df | Mean Square | F |
|---|---|---|---|---|
| Regression | 75,419 | 1 | 75,419 | 12,993 |
| Residual | 220,581 | 38 | 5,805 | |
| Total | 296,000 | 39 | | |

a. Dependent Variable: Kinerja (Y1)

**Tabel 4.5** Uji Reliabilitas

| Variabel | Cronbach's Alpha | Batas | Keterangan |
|---|---|---|---|
| Disiplin (X1) | 0,795 | 0,60 | Reliabel |
",
        )],
        right: &[chapter(
            "\
**Tabel 4.1** Tanggapan mengenai Variabel X1

| Butir | STS | TS | N | S | SS | Jumlah | Rata-rata |
|---|---|---|---|---|---|---|---|
| Butir 1 (X1.1) | 0 | 9 | 16 | 11 | 4 | 130 | 3,250 |
| Butir 2 (X1.2) | 2 | 11 | 14 | 6 | 7 | 125 | 3,125 |
| Butir 3 (X1.3) | 0 | 5 | 23 | 7 | 5 | 132 | 3,300 |

**Tabel 4.2** Tanggapan mengenai Variabel Y1

| Butir | STS | TS | N | S | SS | Jumlah | Rata-rata |
|---|---|---|---|---|---|---|---|
| Butir 1 (Y1.1) | 2 | 5 | 15 | 12 | 6 | 135 | 3,375 |
| Butir 2 (Y1.2) | 3 | 6 | 12 | 14 | 5 | 132 | 3,300 |
| Butir 3 (Y1.3) | 1 | 7 | 14 | 14 | 4 | 133 | 3,325 |

**Tabel 4.3** Hasil Regresi

| Model | B | Std. Error | Beta | t |
|---|---|---|---|---|
| (Constant) | 4,968 | 1,447 | | 3,433 |
| Disiplin (X1) | ,520 | ,144 | ,505 | 3,605 |

a. Dependent Variable: Kinerja (Y1)

**Tabel 4.4** ANOVA

| Model | Sum of Squares | df | Mean Square | F |
|---|---|---|---|---|
| Regression | 75,419 | 1 | 75,419 | 12,993 |
| Residual | 220,581 | 38 | 5,805 | |
| Total | 296,000 | 39 | | |

a. Dependent Variable: Kinerja (Y1)

**Tabel 4.5** Uji Reliabilitas

| Variabel | Cronbach's Alpha | Batas | Keterangan |
|---|---|---|---|
| Disiplin (X1) | 0,885 | 0,60 | Reliabel |
",
        )],
    },
    Explanation {
        code: Code::ImpossibleValue,
        title: Words::new("Nilai yang tidak mungkin ada", "A value that cannot exist"),
        cause: Words::new(
            "|r| ≤ 1, Sig. antara 0 dan 1, VIF ≥ 1, R² antara 0 dan 1, galat baku tidak negatif.",
            "|r| ≤ 1, a significance between 0 and 1, VIF ≥ 1, R² between 0 and 1, no negative standard error.",
        ),
        remedy: REMEDY,
        wrong: &[chapter(
            "\
**Tabel 4.1** Uji Validitas

| Butir | r hitung | r tabel | Keterangan |
|---|---|---|---|
| X1.1 | 0,619 | 0,239 | Valid |
| X1.2 | 1,595 | 0,239 | Valid |
",
        )],
        right: &[chapter(
            "\
**Tabel 4.1** Uji Validitas

| Butir | r hitung | r tabel | Keterangan |
|---|---|---|---|
| X1.1 | 0,619 | 0,239 | Valid |
| X1.2 | 0,595 | 0,239 | Valid |
",
        )],
    },
    Explanation {
        code: Code::CriticalValue,
        title: Words::new(
            "Nilai tabel bukan untuk derajat bebasnya",
            "A critical value that is not that of its degrees of freedom",
        ),
        cause: Words::new(
            "r tabel memakai df = n − 2, t tabel df = n − k − 1, F tabel df1 = k dan df2 = n − k − 1. Taraf 0,05 satu dan dua arah serta 0,01 diterima.",
            "The r table takes df = n − 2, the t table n − k − 1, the F table k and n − k − 1. Levels .05 (one- and two-tailed) and .01 are accepted.",
        ),
        remedy: REMEDY_WORDS,
        wrong: &[chapter(
            "\
**Tabel 4.1** Uji F

| Model | Sum of Squares | df | Mean Square | F | Sig. |
|---|---|---|---|---|---|
| Regression | 886,146 | 2 | 443,073 | 63,161 | ,000 |
| Residual | 455,972 | 65 | 7,015 | | |
| Total | 1342,118 | 67 | | | |

a. Dependent Variable: OCB

Tabel 4.1 menunjukkan F hitung 63,161 lebih besar daripada F tabel 2,748.
",
        )],
        right: &[chapter(
            "\
**Tabel 4.1** Uji F

| Model | Sum of Squares | df | Mean Square | F | Sig. |
|---|---|---|---|---|---|
| Regression | 886,146 | 2 | 443,073 | 63,161 | ,000 |
| Residual | 455,972 | 65 | 7,015 | | |
| Total | 1342,118 | 67 | | | |

a. Dependent Variable: OCB

Tabel 4.1 menunjukkan F hitung 63,161 lebih besar daripada F tabel 3,138.
",
        )],
    },
    Explanation {
        code: Code::Verdict,
        title: Words::new("Keputusan bertentangan dengan angkanya", "A verdict that contradicts its numbers"),
        cause: Words::new(
            "Kata valid, reliabel, diterima, atau ditolak tidak sesuai dengan angka pada baris atau tabelnya.",
            "The word valid, reliable, accepted or rejected does not agree with the numbers of its row or table.",
        ),
        remedy: REMEDY_WORDS,
        wrong: &[chapter(
            "\
**Tabel 4.1** Uji Validitas

| Butir | r hitung | r tabel | Keterangan |
|---|---|---|---|
| X1.1 | 0,619 | 0,239 | Valid |
| X1.2 | 0,195 | 0,239 | Valid |
",
        )],
        right: &[chapter(
            "\
**Tabel 4.1** Uji Validitas

| Butir | r hitung | r tabel | Keterangan |
|---|---|---|---|
| X1.1 | 0,619 | 0,239 | Valid |
| X1.2 | 0,195 | 0,239 | Tidak valid |
",
        )],
    },
    Explanation {
        code: Code::Category,
        title: Words::new("Kata kategori bukan kategori rata-ratanya", "A category word that is not that of the mean"),
        cause: Words::new(
            "Rata-rata itu, dibulatkan dua desimal, termasuk rentang lain dari yang dinyatakan bab ini sendiri.",
            "The mean, rounded to two decimals, lies in another band than the chapter's own bands say.",
        ),
        remedy: REMEDY_WORDS,
        wrong: &[chapter(
            "\
- sangat rendah (1,00–1,80)
- rendah (1,81–2,60)
- cukup (2,61–3,40)
- tinggi (3,41–4,20)
- sangat tinggi (4,21–5,00)

Rata-rata tertinggi ialah Integritas (3,426; cukup).
",
        )],
        right: &[chapter(
            "\
- sangat rendah (1,00–1,80)
- rendah (1,81–2,60)
- cukup (2,61–3,40)
- tinggi (3,41–4,20)
- sangat tinggi (4,21–5,00)

Rata-rata tertinggi ialah Integritas (3,426; tinggi).
",
        )],
    },
    Explanation {
        code: Code::DurbinWatson,
        title: Words::new("Pembacaan Durbin-Watson tidak sesuai", "A reading of Durbin–Watson that does not follow"),
        cause: Words::new(
            "Hanya d antara dU dan 4 − dU berarti tidak ada autokorelasi; antara dL dan dU tidak ada keputusan.",
            "Only a d between dU and 4 − dU means no autocorrelation; between dL and dU there is no decision.",
        ),
        remedy: REMEDY_WORDS,
        wrong: &[chapter(
            "\
Nilai Durbin-Watson 1,602 dengan dL 1,547 dan dU 1,668 sehingga tidak terdapat autokorelasi.
",
        )],
        right: &[chapter(
            "\
Nilai Durbin-Watson 1,902 dengan dL 1,547 dan dU 1,668 sehingga tidak terdapat autokorelasi.
",
        )],
    },
    Explanation {
        code: Code::HypothesisUndecided,
        title: Words::new(
            "Hipotesis tidak diputuskan, atau diputuskan dua kali",
            "A hypothesis that is not decided, or decided twice",
        ),
        cause: Words::new(
            "Setiap hipotesis yang disebut harus mendapat satu keputusan yang sama di semua tempat.",
            "Every hypothesis that is named needs one decision, the same everywhere.",
        ),
        remedy: REMEDY_WORDS,
        wrong: &[chapter(
            "\
Dengan demikian H1 diterima.

Dengan demikian H2 diterima.

Dengan demikian H1 ditolak.
",
        )],
        right: &[chapter(
            "\
Dengan demikian H1 diterima.

Dengan demikian H2 diterima.
",
        )],
    },
    Explanation {
        code: Code::EffectAsPercent,
        title: Words::new("Koefisien dibaca sebagai persentase", "A coefficient read as a percentage"),
        cause: Words::new(
            "Beta, B, dan pengaruh total bukan persen variasi. Yang dapat dibaca begitu hanyalah R².",
            "Beta, B and a total effect are no percentages of variance. Only R² can be read like that.",
        ),
        remedy: REMEDY_WORDS,
        wrong: &[chapter(
            "\
Pengaruh total Kompetensi sebesar 0,482 atau 48,2%.
",
        )],
        right: &[chapter(
            "\
Pengaruh total Kompetensi sebesar 0,482 simpangan baku.
",
        )],
    },
    Explanation {
        code: Code::JointDirection,
        title: Words::new("Uji F disebut positif", "An F test called positive"),
        cause: Words::new(
            "Uji F menilai semua variabel bebas sekaligus dan tidak berarah.",
            "An F test judges all predictors together and has no direction.",
        ),
        remedy: REMEDY_WORDS,
        wrong: &[chapter(
            "\
Secara simultan Kompetensi dan LMX berpengaruh positif terhadap OCB.
",
        )],
        right: &[chapter(
            "\
Secara simultan Kompetensi dan LMX berpengaruh signifikan terhadap OCB.
",
        )],
    },
    Explanation {
        code: Code::MediationUntested,
        title: Words::new("Mediasi tanpa uji", "Mediation without a test"),
        cause: Words::new(
            "Pengaruh tidak langsung yang lebih besar daripada yang langsung belum membuktikan mediasi.",
            "An indirect effect that is larger than the direct one does not show mediation.",
        ),
        remedy: REMEDY_WORDS,
        wrong: &[chapter(
            "\
Pengaruh tidak langsung lebih besar daripada pengaruh langsung sehingga OCB memediasi.
",
        )],
        right: &[chapter(
            "\
Pengaruh tidak langsung lebih besar daripada pengaruh langsung; uji Sobel belum dilakukan.
",
        )],
    },
    Explanation {
        code: Code::NoEffect,
        title: Words::new("Tidak signifikan dibaca sebagai tidak ada pengaruh", "Not significant read as no effect"),
        cause: Words::new(
            "Sig. ≥ 0,05 berarti pengaruh belum terbukti, bukan terbukti tidak ada.",
            "A significance of .05 or more means that an effect is not shown, not that there is none.",
        ),
        remedy: REMEDY_WORDS,
        wrong: &[chapter(
            "\
Nilai signifikansi 0,120 menunjukkan bahwa tidak ada pengaruh LMX terhadap OCB.
",
        )],
        right: &[chapter(
            "\
Nilai signifikansi 0,120 menunjukkan bahwa pengaruh LMX terhadap OCB belum terbukti.
",
        )],
    },
    Explanation {
        code: Code::TableReference,
        title: Words::new(
            "Tabel yang dirujuk tidak ada, atau bernomor kembar",
            "A table that is cited and not there, or two of one number",
        ),
        cause: Words::new(
            "Nomor tabel dalam kalimat tidak terdapat di bab ini, atau dua tabel bernomor sama.",
            "The number in the sentence is that of no table of this chapter, or two tables have one number.",
        ),
        remedy: REMEDY_WORDS,
        wrong: &[chapter(
            "\
**Tabel 4.1** Satu

| A | B |
|---|---|
| a | b |

**Tabel 4.2** Dua

| A | B |
|---|---|
| a | b |

**Tabel 4.3** Tiga

| A | B |
|---|---|
| a | b |

Tabel 4.9 menunjukkan hasilnya.
",
        )],
        right: &[chapter(
            "\
**Tabel 4.1** Satu

| A | B |
|---|---|
| a | b |

**Tabel 4.2** Dua

| A | B |
|---|---|
| a | b |

**Tabel 4.3** Tiga

| A | B |
|---|---|
| a | b |

Tabel 4.3 menunjukkan hasilnya.
",
        )],
    },
];
