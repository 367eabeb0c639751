//! Codes of `bab4 audit`: comparisons, descriptive statistics, partial least squares, targets. Their examples are chapters.

use super::super::Code;
use super::audit::{REMEDY, chapter};
use super::{Explanation, Words};

pub(super) const EXPLANATIONS: &[Explanation] = &[
    Explanation {
        code: Code::IntervalMiddle,
        title: Words::new("Taksiran tidak di tengah intervalnya", "An estimate that is not in the middle of its interval"),
        cause: Words::new(
            "Interval kepercayaan sebuah selisih atau kemiringan menurut distribusi t setangkup: (batas bawah + batas atas) / 2 = taksiran.",
            "An interval of a difference or slope by the t distribution is symmetric: (lower + upper) / 2 = estimate.",
        ),
        remedy: REMEDY,
        wrong: &[chapter(
            "\
**Tabel 4.1** Uji

| Uji | Selisih | IK Bawah | IK Atas | Statistik Uji | df | Sig. |
|---|---|---|---|---|---|---|
| Uji t | 4,199 | 2,866 | 6,031 | t = 4,549 | 94 | 0,000 |
",
        )],
        right: &[chapter(
            "\
**Tabel 4.1** Uji

| Uji | Selisih | IK Bawah | IK Atas | Statistik Uji | df | Sig. |
|---|---|---|---|---|---|---|
| Uji t | 4,199 | 2,366 | 6,031 | t = 4,549 | 94 | 0,000 |
",
        )],
    },
    Explanation {
        code: Code::Spread,
        title: Words::new(
            "Rata-rata atau simpangan baku di luar yang dapat terjadi",
            "A mean or standard deviation that cannot be",
        ),
        cause: Words::new(
            "Rata-rata dan median terletak di antara minimum dan maksimum, dan s² ≤ (maks − rata-rata)(rata-rata − min)·n/(n − 1).",
            "Mean and median lie between minimum and maximum, and s² ≤ (max − mean)(mean − min)·n/(n − 1).",
        ),
        remedy: REMEDY,
        wrong: &[chapter(
            "\
**Tabel 4.1** Uji

| Variabel | N | Minimum | Maksimum | Mean | Std. Deviation |
|---|---|---|---|---|---|
| Kinerja | 68 | 21 | 46 | 33,853 | 15,008 |
",
        )],
        right: &[chapter(
            "\
**Tabel 4.1** Uji

| Variabel | N | Minimum | Maksimum | Mean | Std. Deviation |
|---|---|---|---|---|---|
| Kinerja | 68 | 21 | 46 | 33,853 | 5,008 |
",
        )],
    },
    Explanation {
        code: Code::Extracted,
        title: Words::new(
            "AVE atau reliabilitas komposit bukan dari loading-nya",
            "AVE or composite reliability that is not of its loadings",
        ),
        cause: Words::new(
            "AVE = Σλ² / k, dan CR = (Σλ)² / ((Σλ)² + Σ(1 − λ²)), dengan λ loading semua indikator konstruk itu.",
            "AVE = Σλ² / k, and CR = (Σλ)² / ((Σλ)² + Σ(1 − λ²)), λ being the loadings of all indicators of the construct.",
        ),
        remedy: REMEDY,
        wrong: &[chapter(
            "\
**Tabel 4.1** Uji

| Konstruk | Indikator | Loading | AVE | Composite Reliability |
|---|---|---|---|---|
| Kinerja | Y.1 | 0,800 | 0,536 | 0,840 |
| | Y.2 | 0,800 | | |
| | Y.3 | 0,794 | | |
",
        )],
        right: &[chapter(
            "\
**Tabel 4.1** Uji

| Konstruk | Indikator | Loading | AVE | Composite Reliability |
|---|---|---|---|---|
| Kinerja | Y.1 | 0,800 | 0,637 | 0,840 |
| | Y.2 | 0,800 | | |
| | Y.3 | 0,794 | | |
",
        )],
    },
    Explanation {
        code: Code::PlsLimit,
        title: Words::new("Angka PLS di luar batas yang lazim", "A number of PLS beyond the usual limit"),
        cause: Words::new(
            "Loading di bawah 0,70, AVE di bawah 0,50, HTMT 0,90 atau lebih, atau korelasi konstruk yang melebihi akar AVE, tanpa penjelasan.",
            "A loading below .70, an AVE below .50, an HTMT of .90 or more, or a correlation above the root of AVE, without a word on it.",
        ),
        remedy: Words::new(
            "Jelaskan mengapa butir atau konstruk itu dipertahankan, atau perbaiki modelnya.",
            "Say why the item or construct is kept, or mend the measurement.",
        ),
        wrong: &[chapter(
            "\
**Tabel 4.1** Reliabilitas Konstruk

| Konstruk | Cronbach’s Alpha | Composite Reliability | AVE |
|---|---|---|---|
| Kinerja | 0,712 | 0,801 | 0,447 |
",
        )],
        right: &[chapter(
            "\
**Tabel 4.1** Reliabilitas Konstruk

| Konstruk | Cronbach’s Alpha | Composite Reliability | AVE |
|---|---|---|---|
| Kinerja | 0,712 | 0,801 | 0,574 |
",
        )],
    },
    Explanation {
        code: Code::Achievement,
        title: Words::new("Capaian bukan realisasi dibagi target", "An achievement that is not realization over target"),
        cause: Words::new(
            "Capaian = realisasi / target · 100; untuk indikator yang diharapkan turun (2·target − realisasi) / target atau target / realisasi.",
            "Achievement = realization / target · 100; for an indicator that is to fall (2·target − realization) / target or target / realization.",
        ),
        remedy: REMEDY,
        wrong: &[chapter(
            "\
**Tabel 4.1** Capaian Kinerja

| Indikator Kinerja | Target | Realisasi | Capaian |
|---|---|---|---|
| Penempatan kerja | 1.200 | 1.080 | 95,00 |
| Pelatihan | 40 | 42 | 105,00 |
",
        )],
        right: &[chapter(
            "\
**Tabel 4.1** Capaian Kinerja

| Indikator Kinerja | Target | Realisasi | Capaian |
|---|---|---|---|
| Penempatan kerja | 1.200 | 1.080 | 90,00 |
| Pelatihan | 40 | 42 | 105,00 |
",
        )],
    },
    Explanation {
        code: Code::Satisfaction,
        title: Words::new(
            "Nilai, bobot, mutu, atau peringkat SKM tidak cocok",
            "Index, weight, grade or ranks of satisfaction that do not fit",
        ),
        cause: Words::new(
            "NRR = jumlah nilai / n; NRR tertimbang = NRR · 1/9; IKM = 25 · jumlah NRR tertimbang; mutu menurut batas bawah 65,00, \
             76,61, dan 88,31. Dengan bobot 0,11 nilai tertingginya hanya 99 dan mutunya dapat berubah.",
            "Mean (NRR) = sum / n; weighted mean = mean · 1/9; index = 25 · sum of the weighted means; grade by the lower bounds 65.00, \
             76.61 and 88.31. With a weight of 0.11 the highest index is only 99 and the grade may change.",
        ),
        remedy: REMEDY,
        wrong: &[chapter(
            "\
**Tabel 3.1** Nilai Unsur Pelayanan

| No. | Unsur Pelayanan | Jumlah Nilai | NRR | NRR Tertimbang | Mutu | Peringkat |
|---|---|---|---|---|---|---|
| 1 | Persyaratan | 104 | 3,586 | 0,398 | A | 2 |
| 2 | Prosedur | 100 | 3,448 | 0,383 | B | 4 |
| 3 | Waktu | 103 | 3,552 | 0,395 | A | 3 |
| 4 | Biaya | 112 | 3,862 | 0,429 | A | 1 |
| 5 | Produk | 95 | 3,276 | 0,364 | B | 5 |
| 6 | Kompetensi | 90 | 3,103 | 0,345 | B | 6 |
| 7 | Perilaku | 89 | 3,069 | 0,341 | B | 7 |
| 8 | Pengaduan | 85 | 2,931 | 0,326 | C | 8 |
| 9 | Sarana | 80 | 2,759 | 0,307 | C | 9 |
| Jumlah | | | 29,586 | 3,287 | | |
| Nilai IKM | | | | 81,36 | B | |
",
        )],
        right: &[chapter(
            "\
**Tabel 3.1** Nilai Unsur Pelayanan

| No. | Unsur Pelayanan | Jumlah Nilai | NRR | NRR Tertimbang | Mutu | Peringkat |
|---|---|---|---|---|---|---|
| 1 | Persyaratan | 104 | 3,586 | 0,398 | A | 2 |
| 2 | Prosedur | 100 | 3,448 | 0,383 | B | 4 |
| 3 | Waktu | 103 | 3,552 | 0,395 | A | 3 |
| 4 | Biaya | 112 | 3,862 | 0,429 | A | 1 |
| 5 | Produk | 95 | 3,276 | 0,364 | B | 5 |
| 6 | Kompetensi | 90 | 3,103 | 0,345 | B | 6 |
| 7 | Perilaku | 89 | 3,069 | 0,341 | B | 7 |
| 8 | Pengaduan | 85 | 2,931 | 0,326 | C | 8 |
| 9 | Sarana | 80 | 2,759 | 0,307 | C | 9 |
| Jumlah | | | 29,586 | 3,287 | | |
| Nilai IKM | | | | 82,18 | B | |
",
        )],
    },
];
