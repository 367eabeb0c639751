//! Variables scored from records: points, points by another column, predicates, people without records.
//!
//! All figures by hand from `records.csv`: points of Permenpan-RB 38/2018 for performance (91→30, 76→25, 61→15, 51→5, below 1).

use super::outcome;

/// 1: 20 + 15 + 30 = 65; 2: 15 + 0 + 25 = 40; 3: 5 + 0 + 5 = 10; 5: 15 + 15 + 25 = 55; 6: 15 + 15 + 15 = 45; 7: 20 + 0 + 5 = 25;
/// 8: 15 + 15 + 1 = 31; 9: 15 + 0 + 30 = 45; 4 has no value of performance. Their mean 316/8 = 39,5.
#[test]
fn points_are_added_and_nobody_is_given_a_zero() {
    let study = outcome("records");
    study.must_say(&[
        "| Kualifikasi | 9 | 20,00 | 5,00 | 20,00 | 15,00 | 75,0 |",
        "| Kinerja | 8 | 30,00 | 1,00 | 30,00 | 17,00 | 56,7 |",
        "| Keseluruhan | 8 | 65,00 | 10,00 | 65,00 | 39,50 | 60,8 | Rendah |",
        "| Tinggi | ≥ 51,00 | 2 | 25,0 |",
        "| Rendah | ≥ 31,00 | 4 | 50,0 |",
        "| Sangat Rendah | di bawahnya | 2 | 25,0 |",
        "Sebanyak 1 orang tidak memiliki nilai Indeks Uji karena catatannya tidak ada dan tidak dinilai nol: baris 5 (Nilai)",
        "uji validitas dan reliabilitas kuesioner tidak diterapkan",
        // 39,5/40, and what an annual report of a district prints: 62,04 of 63 is 98,48 per cent.
        "| 1 | Indeks |  | 40 | 39,50 | 98,75 | sangat tinggi |",
        "| 2 | IP ASN kabupaten |  | 63 | 62,04 | 98,48 | sangat tinggi |",
        "tidak satu pun mencapai target",
    ]);
    // Staff without such a training in their plan need no record of one.
    let scores = &study.analyzed.results.records["I"];
    assert_eq!((scores.n, scores.without, scores.missing[0].case), (8, 1, 5));
}

/// The nine cells of Permenpan-RB 6/2022, one person each: very good 1, good 3, needs improvement 2, poor 2, very poor 1.
#[test]
fn predicates_by_matrix() {
    let study = outcome("records");
    study.must_say(&[
        "| di atas ekspektasi | 1 (sangat baik) | 1 (baik) | 1 (kurang) | 3 |",
        "| sesuai ekspektasi | 1 (baik) | 1 (baik) | 1 (kurang) | 3 |",
        "| di bawah ekspektasi | 1 (butuh perbaikan) | 1 (butuh perbaikan) | 1 (sangat kurang) | 3 |",
        "| baik | 3 | 33,3 |",
        "| kurang | 2 | 22,2 |",
        "Predikat terbanyak ialah baik, dengan 3 orang (33,3%)",
    ]);
    study.must_not_say(&["Lebih dari dua pertiga"]);
}

/// PP 46/2011: 0,6 · 95 + 0,4 · 90 = 93; 115,6; 115,6; 75,8; 60,8; 50,4; 80; 80 (one without behaviour). Of these ≥ 91 three,
/// ≥ 76 two, ≥ 61 one (75,8), ≥ 51 one (60,8), below one (50,4).
/// PP 30/2019: 0,7 · 118 + 0,3 · 112 = 116,2 with an idea and without; 93,5; 75,6; 60,6; 50,3; 80; 80.
#[test]
fn values_of_the_legacy_rules() {
    let study = outcome("records");
    study.must_say(&[
        "60% nilai sasaran kerja pegawai (SKP) ditambah 40% nilai perilaku kerja menurut PP 46/2011",
        "| sangat baik | ≥ 91,00 | 3 | 37,5 |",
        "| baik | ≥ 76,00 | 2 | 25,0 |",
        "| cukup | ≥ 61,00 | 1 | 12,5 |",
        "| kurang | ≥ 51,00 | 1 | 12,5 |",
        "| buruk | di bawahnya | 1 | 12,5 |",
    ]);
    let study = outcome("records-2019");
    study.must_say(&[
        "| sangat baik | ≥ 110,00 | 1 | 12,5 |",
        "| baik | ≥ 90,00 | 2 | 25,0 |",
        "| cukup | ≥ 70,00 | 3 | 37,5 |",
        "| kurang | ≥ 50,00 | 2 | 25,0 |",
        "| sangat kurang | di bawahnya | 0 | 0,0 |",
    ]);
}
