//! Codes of `bab4 audit`: numbers of other tables. Their examples are chapters; a `bab-4.md` in an example is audited.

use super::super::Code;
use super::audit::{REMEDY, chapter};
use super::{Explanation, Words};

pub(super) const EXPLANATIONS: &[Explanation] = &[
    Explanation {
        code: Code::GlejserRatio,
        title: Words::new("Galat baku model dan Glejser tidak sebanding", "Standard errors of the regression and Glejser's are not in one ratio"),
        cause: Words::new(
            "Kedua regresi memakai variabel bebas dan responden yang sama, jadi nisbah galat bakunya sama untuk konstanta dan setiap variabel bebas.",
            "Both regressions have the same predictors and cases, so the ratio of their standard errors is the same for the constant and every predictor.",
        ),
        remedy: REMEDY,
        wrong: &[chapter("\
**Tabel 4.1** Hasil Regresi

| Model | B | Std. Error | Beta | t | Sig. |
|---|---|---|---|---|---|
| (Constant) | 8,680 | 1,988 |  | 4,366 | ,000 |
| Kompetensi | ,496 | ,091 | ,607 | 5,454 | ,000 |
| LMX | ,318 | ,142 | ,250 | 2,245 | ,028 |

a. Dependent Variable: OCB

**Tabel 4.2** Uji Glejser

| Model | B | Std. Error | Beta | t | Sig. |
|---|---|---|---|---|---|
| (Constant) | ,811 | 1,248 |  | ,650 | ,518 |
| Kompetensi | ,023 | ,057 | ,077 | ,405 | ,687 |
| LMX | ,051 | ,189 | ,051 | ,271 | ,787 |

a. Dependent Variable: Abs_Res
")],
        right: &[chapter("\
**Tabel 4.1** Hasil Regresi

| Model | B | Std. Error | Beta | t | Sig. |
|---|---|---|---|---|---|
| (Constant) | 8,680 | 1,988 |  | 4,366 | ,000 |
| Kompetensi | ,496 | ,091 | ,607 | 5,454 | ,000 |
| LMX | ,318 | ,142 | ,250 | 2,245 | ,028 |

a. Dependent Variable: OCB

**Tabel 4.2** Uji Glejser

| Model | B | Std. Error | Beta | t | Sig. |
|---|---|---|---|---|---|
| (Constant) | ,811 | 1,248 |  | ,650 | ,518 |
| Kompetensi | ,023 | ,057 | ,077 | ,405 | ,687 |
| LMX | ,024 | ,089 | ,051 | ,271 | ,787 |

a. Dependent Variable: Abs_Res
")],
    },
    Explanation {
        code: Code::LargestDifference,
        title: Words::new("Test Statistic bukan selisih terbesar", "The test statistic is not the largest difference"),
        cause: Words::new(
            "Absolute = yang lebih besar di antara |Positive| dan |Negative|, dan Test Statistic sama dengan Absolute.",
            "Absolute is the larger of |Positive| and |Negative|, and the Test Statistic equals Absolute.",
        ),
        remedy: REMEDY,
        wrong: &[chapter("\
**Tabel 4.5** One-Sample Kolmogorov-Smirnov Test

| One-Sample Kolmogorov-Smirnov Test | | Unstandardized Residual |
|---|---|---|
| N | | 68 |
| Normal Parameters | Mean | ,0000000 |
| | Std. Deviation | 2,60874534 |
| Most Extreme Differences | Absolute | ,103 |
| | Positive | ,036 |
| | Negative | -,103 |
| Test Statistic | | ,077 |
")],
        right: &[chapter("\
**Tabel 4.5** One-Sample Kolmogorov-Smirnov Test

| One-Sample Kolmogorov-Smirnov Test | | Unstandardized Residual |
|---|---|---|
| N | | 68 |
| Normal Parameters | Mean | ,0000000 |
| | Std. Deviation | 2,60874534 |
| Most Extreme Differences | Absolute | ,103 |
| | Positive | ,036 |
| | Negative | -,103 |
| Test Statistic | | ,103 |
")],
    },
    Explanation {
        code: Code::NormalitySignificance,
        title: Words::new("Signifikansi Kolmogorov-Smirnov tidak cocok", "The Kolmogorov–Smirnov significance does not fit"),
        cause: Words::new(
            "Signifikansi dengan koreksi Lilliefors mengikuti Test Statistic dan N.",
            "With Lilliefors' correction the significance follows from the test statistic and N.",
        ),
        remedy: REMEDY,
        wrong: &[chapter("\
**Tabel 4.5** One-Sample Kolmogorov-Smirnov Test

| One-Sample Kolmogorov-Smirnov Test | | Unstandardized Residual |
|---|---|---|
| N | | 68 |
| Normal Parameters | Mean | ,0000000 |
| | Std. Deviation | 2,60874534 |
| Most Extreme Differences | Absolute | ,103 |
| | Positive | ,036 |
| | Negative | -,103 |
| Test Statistic | | ,103 |
| Asymp. Sig. (2-tailed) | | ,170 |
")],
        right: &[chapter("\
**Tabel 4.5** One-Sample Kolmogorov-Smirnov Test

| One-Sample Kolmogorov-Smirnov Test | | Unstandardized Residual |
|---|---|---|
| N | | 68 |
| Normal Parameters | Mean | ,0000000 |
| | Std. Deviation | 2,60874534 |
| Most Extreme Differences | Absolute | ,103 |
| | Positive | ,036 |
| | Negative | -,103 |
| Test Statistic | | ,103 |
| Asymp. Sig. (2-tailed) | | ,070 |
")],
    },
    Explanation {
        code: Code::ResidualDeviation,
        title: Words::new("Simpangan baku residual bukan dari model itu", "The residual standard deviation is not that of the regression"),
        cause: Words::new(
            "Simpangan baku residual = √(SSE / (n − 1)).",
            "The standard deviation of residuals is √(SSE / (n − 1)).",
        ),
        remedy: REMEDY,
        wrong: &[chapter("\
**Tabel 4.2** Uji F

| Model | Sum of Squares | df | Mean Square | F | Sig. |
|---|---|---|---|---|---|
| Regression | 886,146 | 2 | 443,073 | 63,161 | ,000 |
| Residual | 455,972 | 65 | 7,015 | | |
| Total | 1342,118 | 67 | | | |

a. Dependent Variable: OCB

**Tabel 4.5** One-Sample Kolmogorov-Smirnov Test

| One-Sample Kolmogorov-Smirnov Test | | Unstandardized Residual |
|---|---|---|
| N | | 68 |
| Normal Parameters | Mean | ,0000000 |
| | Std. Deviation | 2,80874534 |
| Most Extreme Differences | Absolute | ,103 |
| | Positive | ,036 |
| | Negative | -,103 |
| Test Statistic | | ,103 |
| Asymp. Sig. (2-tailed) | | ,070 |
")],
        right: &[chapter("\
**Tabel 4.2** Uji F

| Model | Sum of Squares | df | Mean Square | F | Sig. |
|---|---|---|---|---|---|
| Regression | 886,146 | 2 | 443,073 | 63,161 | ,000 |
| Residual | 455,972 | 65 | 7,015 | | |
| Total | 1342,118 | 67 | | | |

a. Dependent Variable: OCB

**Tabel 4.5** One-Sample Kolmogorov-Smirnov Test

| One-Sample Kolmogorov-Smirnov Test | | Unstandardized Residual |
|---|---|---|
| N | | 68 |
| Normal Parameters | Mean | ,0000000 |
| | Std. Deviation | 2,60874534 |
| Most Extreme Differences | Absolute | ,103 |
| | Positive | ,036 |
| | Negative | -,103 |
| Test Statistic | | ,103 |
| Asymp. Sig. (2-tailed) | | ,070 |
")],
    },
    Explanation {
        code: Code::SampleSize,
        title: Words::new("Banyaknya responden berbeda-beda", "The number of respondents differs"),
        cause: Words::new(
            "N tabel ini tidak sama dengan n yang mengikuti derajat bebas tabel lain, atau satu butir memiliki jawaban lebih sedikit.",
            "The N of this table is not the n that follows from the degrees of freedom of others, or an item has fewer answers.",
        ),
        remedy: REMEDY,
        wrong: &[chapter("\
**Tabel 4.2** Uji F

| Model | Sum of Squares | df | Mean Square | F | Sig. |
|---|---|---|---|---|---|
| Regression | 886,146 | 2 | 443,073 | 63,161 | ,000 |
| Residual | 455,972 | 65 | 7,015 | | |
| Total | 1342,118 | 67 | | | |

a. Dependent Variable: OCB

**Tabel 4.5** One-Sample Kolmogorov-Smirnov Test

| One-Sample Kolmogorov-Smirnov Test | | Unstandardized Residual |
|---|---|---|
| N | | 86 |
| Normal Parameters | Mean | ,0000000 |
| | Std. Deviation | 2,6 |
| Most Extreme Differences | Absolute | ,103 |
| | Positive | ,036 |
| | Negative | -,103 |
| Test Statistic | | ,103 |
")],
        right: &[chapter("\
**Tabel 4.2** Uji F

| Model | Sum of Squares | df | Mean Square | F | Sig. |
|---|---|---|---|---|---|
| Regression | 886,146 | 2 | 443,073 | 63,161 | ,000 |
| Residual | 455,972 | 65 | 7,015 | | |
| Total | 1342,118 | 67 | | | |

a. Dependent Variable: OCB

**Tabel 4.5** One-Sample Kolmogorov-Smirnov Test

| One-Sample Kolmogorov-Smirnov Test | | Unstandardized Residual |
|---|---|---|
| N | | 68 |
| Normal Parameters | Mean | ,0000000 |
| | Std. Deviation | 2,60874534 |
| Most Extreme Differences | Absolute | ,103 |
| | Positive | ,036 |
| | Negative | -,103 |
| Test Statistic | | ,103 |
")],
    },
    Explanation {
        code: Code::FrequencySum,
        title: Words::new("Frekuensi tidak berjumlah n", "The counts do not add up to n"),
        cause: Words::new(
            "Jumlah frekuensi semua kategori = n.",
            "The counts of all categories add up to n.",
        ),
        remedy: REMEDY,
        wrong: &[chapter("\
**Tabel 4.1** Responden Menurut Jenis Kelamin

| Jenis Kelamin | Frekuensi | Persentase |
|---|---|---|
| Laki-laki | 41 | 60,3 |
| Perempuan | 27 | 39,7 |
| Jumlah | 86 | 100,0 |
")],
        right: &[chapter("\
**Tabel 4.1** Responden Menurut Jenis Kelamin

| Jenis Kelamin | Frekuensi | Persentase |
|---|---|---|
| Laki-laki | 41 | 60,3 |
| Perempuan | 27 | 39,7 |
| Jumlah | 68 | 100,0 |
")],
    },
    Explanation {
        code: Code::Percentage,
        title: Words::new("Persentase tidak mengikuti angka asalnya", "A percentage does not follow from its numbers"),
        cause: Words::new(
            "Persentase = frekuensi / n · 100; dasar n-nya adalah kuesioner yang diolah. TCR = rata-rata / skor tertinggi · 100.",
            "A percentage is count / n · 100; the base is the number of usable questionnaires. TCR is mean / highest score · 100.",
        ),
        remedy: REMEDY,
        wrong: &[chapter("\
**Tabel 4.1** Responden Menurut Jenis Kelamin

| Jenis Kelamin | Frekuensi | Persentase |
|---|---|---|
| Laki-laki | 41 | 63,0 |
| Perempuan | 27 | 39,7 |
| Jumlah | 68 | 100,0 |
")],
        right: &[chapter("\
**Tabel 4.1** Responden Menurut Jenis Kelamin

| Jenis Kelamin | Frekuensi | Persentase |
|---|---|---|
| Laki-laki | 41 | 60,3 |
| Perempuan | 27 | 39,7 |
| Jumlah | 68 | 100,0 |
")],
    },
    Explanation {
        code: Code::Scores,
        title: Words::new("Skor bukan frekuensi kali bobot", "A score is not count times weight"),
        cause: Words::new(
            "Skor = F · bobot, dan Jumlah = jumlah semua skor baris itu.",
            "A score is F times its weight, and the sum is that of the row's scores.",
        ),
        remedy: REMEDY,
        wrong: &[chapter("\
**Tabel 4.1** Tanggapan Responden

| Butir | STS – F | STS – Skor | TS – F | TS – Skor | N – F | N – Skor | S – F | S – Skor | SS – F | SS – Skor | Jumlah | Rata-rata |
|---|---|---|---|---|---|---|---|---|---|---|---|---|
| Orientasi | 0 | 0 | 10 | 20 | 26 | 87 | 27 | 108 | 5 | 25 | 231 | 3,397 |
| Kerja sama | 0 | 0 | 13 | 26 | 21 | 63 | 29 | 116 | 5 | 25 | 230 | 3,382 |
")],
        right: &[chapter("\
**Tabel 4.1** Tanggapan Responden

| Butir | STS – F | STS – Skor | TS – F | TS – Skor | N – F | N – Skor | S – F | S – Skor | SS – F | SS – Skor | Jumlah | Rata-rata |
|---|---|---|---|---|---|---|---|---|---|---|---|---|
| Orientasi | 0 | 0 | 10 | 20 | 26 | 78 | 27 | 108 | 5 | 25 | 231 | 3,397 |
| Kerja sama | 0 | 0 | 13 | 26 | 21 | 63 | 29 | 116 | 5 | 25 | 230 | 3,382 |
")],
    },
    Explanation {
        code: Code::MeanOfItems,
        title: Words::new("Rata-rata tidak mengikuti jumlahnya", "A mean does not follow from its sum"),
        cause: Words::new(
            "Rata-rata = Jumlah / n; rata-rata seluruhnya adalah rata-rata dari butirnya.",
            "The mean is sum / n; the overall mean is that of the items.",
        ),
        remedy: REMEDY,
        wrong: &[chapter("\
**Tabel 4.1** Tanggapan Responden

| Butir | STS – F | STS – Skor | TS – F | TS – Skor | N – F | N – Skor | S – F | S – Skor | SS – F | SS – Skor | Jumlah | Rata-rata |
|---|---|---|---|---|---|---|---|---|---|---|---|---|
| Orientasi | 0 | 0 | 10 | 20 | 26 | 78 | 27 | 108 | 5 | 25 | 231 | 3,379 |
| Kerja sama | 0 | 0 | 13 | 26 | 21 | 63 | 29 | 116 | 5 | 25 | 230 | 3,382 |
")],
        right: &[chapter("\
**Tabel 4.1** Tanggapan Responden

| Butir | STS – F | STS – Skor | TS – F | TS – Skor | N – F | N – Skor | S – F | S – Skor | SS – F | SS – Skor | Jumlah | Rata-rata |
|---|---|---|---|---|---|---|---|---|---|---|---|---|
| Orientasi | 0 | 0 | 10 | 20 | 26 | 78 | 27 | 108 | 5 | 25 | 231 | 3,397 |
| Kerja sama | 0 | 0 | 13 | 26 | 21 | 63 | 29 | 116 | 5 | 25 | 230 | 3,382 |
")],
    },
    Explanation {
        code: Code::PathEffect,
        title: Words::new("Pengaruh langsung atau tidak langsung bukan koefisiennya", "A direct or indirect effect is not its coefficients"),
        cause: Words::new(
            "Pengaruh langsung = β; pengaruh tidak langsung = hasil kali β sepanjang jalurnya.",
            "A direct effect is β; an indirect effect is the product of the β along its path.",
        ),
        remedy: REMEDY,
        wrong: &[chapter("\
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

**Tabel 4.6** Pengaruh Langsung dan Tidak Langsung

| Jalur | Langsung | Tidak Langsung |
|---|---|---|
| Kompetensi → OCB → Kinerja | 0,302 | 0,810 |
")],
        right: &[chapter("\
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

**Tabel 4.6** Pengaruh Langsung dan Tidak Langsung

| Jalur | Langsung | Tidak Langsung |
|---|---|---|
| Kompetensi → OCB → Kinerja | 0,302 | 0,180 |
")],
    },
    Explanation {
        code: Code::TotalEffect,
        title: Words::new("Pengaruh total bukan jumlah bagiannya", "A total effect is not the sum of its parts"),
        cause: Words::new(
            "Pengaruh total = langsung + tidak langsung, dari angka yang belum dibulatkan; jumlah angka bulat dapat berselisih satu pada angka terakhir.",
            "A total effect is direct + indirect, from unrounded numbers; the sum of rounded ones may differ by one in the last digit.",
        ),
        remedy: REMEDY,
        wrong: &[chapter("\
**Tabel 4.6** Pengaruh Langsung dan Tidak Langsung

| Jalur | Langsung | Tidak Langsung | Total |
|---|---|---|---|
| Kompetensi → OCB → Kinerja | 0,302 | 0,180 | 0,582 |
")],
        right: &[chapter("\
**Tabel 4.6** Pengaruh Langsung dan Tidak Langsung

| Jalur | Langsung | Tidak Langsung | Total |
|---|---|---|---|
| Kompetensi → OCB → Kinerja | 0,302 | 0,180 | 0,481 |
")],
    },
];
