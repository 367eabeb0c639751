//! Questionnaires handed out, returned and used; categories that tie, are empty or were not asked for.

use super::outcome;

#[test]
fn categories_that_tie_are_empty_alone_or_missing() {
    let study = outcome("respondents");
    study.must_say(&[
        "Sebanyak 50 kuesioner dibagikan kepada pegawai pada Kantor Contoh. Kuesioner yang kembali berjumlah 44 (88,0%), dan 40 di antaranya (80,0% dari yang dibagikan) dapat diolah.",
        "Populasi penelitian berjumlah 60 pegawai dan seluruhnya menjadi sasaran penelitian (sensus); data yang diolah berasal dari 40 di antaranya.",
        "Jumlah responden pada setiap kelompok sama, yaitu 20 orang (50,0%).",
        "kelompok responden terbesar menurut Golongan adalah III, yaitu 27 orang (69,2%), sedangkan pada kelompok I tidak terdapat responden. Sebanyak 1 responden tidak mengisi bagian ini; persentase dihitung dari 39 jawaban yang ada.",
        "Seluruh responden yang menjawab termasuk kelompok PNS (40 orang).",
        "Tidak ada responden yang mengisi Catatan, sehingga sebarannya tidak dapat disajikan.",
    ]);
    study.must_not_say(&["Identitas Responden Berdasarkan Catatan"]);
}

/// R8: numbers as they are, words as 0/1 columns. R: `lm(Y ~ X + umur + golongan)` on 37 cases, `lm(Y ~ jk + X)` on 40.
#[test]
fn characteristics_as_predictors() {
    let study = outcome("respondents");
    study.must_say(&[
        "Koefisien Umur sebesar −0,004 berarti setiap kenaikan satu tahun Umur diikuti penurunan rata-rata skor Kinerja sebesar 0,004 satuan",
        "Koefisien Golongan: III sebesar −1,773 berarti rata-rata skor Kinerja kelompok tersebut 1,773 satuan lebih rendah daripada rata-rata kelompok acuan (II)",
        "Koefisien Jenis Kelamin: Perempuan sebesar 1,122 berarti rata-rata skor Kinerja kelompok tersebut 1,122 satuan lebih tinggi daripada rata-rata kelompok acuan (Laki-laki)",
        "(n = 37)",
        "(n = 40)",
    ]);
    study.must_not_say(&["Golongan: II ", "skor nol berada di luar rentang skala"]);
}

#[test]
fn incomplete_answers() {
    let kept = outcome("by-analysis");
    kept.must_say(&[
        "Sebanyak 40 kuesioner dibagikan kepada pegawai pada Kantor Contoh. Seluruhnya kembali dan semuanya dapat diolah. Sebanyak 4 kuesioner memuat jawaban yang kosong, sehingga jumlah kasus dapat berbeda antara satu tabel dan tabel lain.",
        "Populasi penelitian berjumlah 40 pegawai dan seluruhnya menjadi responden (sensus).",
    ]);
    kept.must_not_say(&["terisi lengkap"]);
    let dropped = outcome("complete");
    dropped.must_say(&[
        "Seluruhnya kembali, dan 36 di antaranya (90,0% dari yang dibagikan) dapat diolah. Sebanyak 4 kuesioner tidak terisi lengkap dan tidak diikutsertakan dalam analisis.",
        "Responden sebanyak 36 orang berasal dari populasi yang berjumlah 400 pegawai.",
    ]);
    dropped.must_not_say(&["memuat jawaban yang kosong", "sensus"]);
}

#[test]
fn without_respondents_and_hypotheses() {
    let study = outcome("bare");
    study.must_say(&[
        "Kuesioner yang diolah berjumlah 40, diisi oleh responden.",
        "[LENGKAPI: karakteristik responden",
        "[LENGKAPI: pembahasan hasil penelitian]",
    ]);
    study.must_not_say(&["Pengujian Hipotesis", "Uji Asumsi", "Analisis Jalur", "sebagai pengaruh", "Populasi"]);
}
