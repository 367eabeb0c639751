//! Scores per value of a characteristic: groups too small, ties, a single group, respondents without a value.
//!
//! The figures were computed by R 4.2.2: `d <- read.csv("groups.csv", na.strings = ""); aggregate(cbind(X.1, X.2) ~ unit, d, mean)`,
//! and `with(na.omit(d[c("unit", "awal", "akhir")]), aggregate(cbind(awal, akhir) ~ unit, FUN = mean))`.

use super::outcome;

/// R: X of A (4 + 2)/2 = 3, of B and D (4 + 4)/2 = 4, of C 5; of all seventeen (66/17 + 56/17)/2 = 3.588235.
#[test]
fn means_of_groups_beside_the_mean_of_everybody() {
    let study = outcome("groups");
    study.must_say(&[
        "| A | 5 | 3,000 | cukup | 3,000 | cukup | 50,00 | 70,00 |",
        "| B | 5 | 4,000 | tinggi |",
        "| C | 1 | 5,000 | sangat tinggi |",
        "| Keseluruhan | 17 | 3,588 | tinggi |",
        // B and D print alike, and C, the highest of all, is one person.
        "Rata-rata Mutu Layanan tertinggi terdapat pada kelompok B dan D (masing-masing 4,000; tinggi) dan terendah pada kelompok A (3,000; cukup)",
        "bukan dari rata-rata kelompok, sebesar 3,588 (tinggi)",
        "kurang dari 5 orang, yaitu C, ditampilkan dengan tanda bintang tetapi tidak diperbandingkan",
        "Tidak diketahui kelompoknya: 1 orang",
        "Tanpa skor Nilai Akhir: 1 orang",
        // All large groups are alike.
        "Semua kelompok menurut Unit yang dibandingkan memperoleh rata-rata Kerapian yang sama, yaitu 3,000 (cukup)",
        "Rata-rata Mutu Layanan hanya dapat ditunjukkan bagi satu kelompok, yaitu Pusat (3,588; tinggi), sehingga tidak ada perbandingan antarkelompok",
    ]);
    study.must_not_say(&["tertinggi terdapat pada kelompok C", "Rata-rata Kerapian tertinggi"]);
    let unit = &study.analyzed.results.group_scores["unit"];
    assert_eq!(unit.values, ["A", "B", "C", "D"], "nobody is in E");
    assert_eq!((unit.small.as_slice(), unit.missing, unit.minimum), ([2].as_slice(), 1, 5));
    let parts = &unit.scores["X.AA"];
    assert_eq!((parts.rows[1].item_mean.value().copied(), parts.level, parts.compared), (Some(4.0), true, 3));
}

/// R: of those with both, A 50 and 70, B 50 and 87,5, C 80 and 100, D 55 and 57; g = 20/50, 37,5/50, 20/20, 2/45; the sums
/// of all sixteen are 825 and 1115.
#[test]
fn gains_of_those_who_have_both() {
    let study = outcome("groups");
    study.must_say(&[
        "| A | 5 | 50,00 | 70,00 | 20,00 | 0,400 | sedang |",
        "| B | 4 | 50,00 | 87,50 | 37,50 | 0,750 | tinggi |",
        "| C | 1 | 80,00 | 100,00 | 20,00 | 1,000 | tinggi |",
        "| D | 5 | 55,00 | 57,00 | 2,00 | 0,044 | rendah |",
        "Desain satu kelompok tanpa pembanding tidak dapat memastikan",
    ]);
    let gains = &study.analyzed.results.group_scores["unit"].gains["H1"];
    assert_eq!(gains.overall.n, 16);
    let (before, after) = (825.0 / 16.0, 1115.0 / 16.0);
    assert!((gains.overall.before.value().unwrap() - before).abs() < 1e-12);
    assert!((gains.overall.after.value().unwrap() - after).abs() < 1e-12);
    assert!((gains.overall.gain.value().unwrap() - (after - before) / (100.0 - before)).abs() < 1e-12);
}
