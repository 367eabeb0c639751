//! Variables scored from records: points, points by another column, predicates, people without records.
//!
//! All figures by hand from `records.csv`: points of Permenpan-RB 38/2018 for performance (91→30, 76→25, 61→15, 51→5, below 1).

use super::outcome;
use crate::cli::Bab4;

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
        "Sebanyak 1 orang tidak memiliki skor Indeks Uji karena catatannya tidak ada dan tidak dinilai nol: baris 5 (Nilai)",
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

const INDEX: &str = "title: Uji\ndata: { file: d.csv }\nvariables:\n  I:\n    name: Indeks\n    points_by: jenis\n    scale: { categories: { Rendah: 0, Tinggi: 20 } }\n    indicators:\n      - { name: Pendidikan, column: didik, points: { S2: 20, S1: { struktural: 15, pelaksana: 10 } } }\n      - { name: Nilai, column: nilai, points_from: { 51: 5, 76: 25 } }\nreport: { template: ip-asn }\n";

/// Answers and groups without points, numbers below the lowest, and declarations that do not add up are said at their place.
#[test]
fn what_has_no_points_is_named() {
    let bab4 = Bab4::new();
    bab4.write("s.yaml", INDEX);
    bab4.write("d.csv", "jenis,didik,nilai\nstruktural,S1,80\nhonorer,S1,80\npelaksana,Sarjana,50\n");
    let _ = bab4
        .run(&["check", "s.yaml"])
        .status(1)
        .says("«honorer» tidak mempunyai poin (jenis)")
        .says("«Sarjana» tidak mempunyai poin (I.1)")
        .says("«50» tidak mempunyai poin (I.2)");
    bab4.write("d.csv", "jenis,didik,nilai\nstruktural,S1,80\n");
    let _ = bab4.run(&["check", "s.yaml"]).status(0);
    for (wrong, instead, says) in [
        ("    points_by: jenis\n", "", "points_by"),
        ("Rendah: 0, Tinggi: 20", "Rendah: 1, Tinggi: 20", "Rendah"),
        ("Rendah: 0, Tinggi: 20", "Rendah: 0, Tinggi: 20, Sedang: 10", "Sedang"),
        ("Tinggi: 20", "Tinggi: 91-100", "Tinggi"),
        ("{ 51: 5, 76: 25 }", "{ cukup: 5 }", "points_from"),
        (", points_from: { 51: 5, 76: 25 }", "", "points"),
        ("S2: 20", "S2: -1", "points"),
    ] {
        assert!(INDEX.contains(wrong), "{wrong}");
        bab4.write("s.yaml", INDEX.replace(wrong, instead));
        let _ = bab4.run(&["check", "s.yaml"]).status(1).says(says);
    }
}

/// One employee has no spread, and without any complete record there is no index; neither stops the report.
#[test]
fn one_employee_and_none_at_all() {
    let bab4 = Bab4::new();
    bab4.write("s.yaml", INDEX);
    bab4.write("d.csv", "jenis,didik,nilai\nstruktural,S1,80\n");
    let _ = bab4.run(&["render", "s.yaml", "-f", "md"]).status(0);
    let report = bab4.read("out/bab-1.md");
    assert!(report.contains("sebesar 40,00, yang termasuk kategori Tinggi, yaitu nilai satu orang"), "{report}");
    bab4.write("d.csv", "jenis,didik,nilai\nstruktural,S1,\npelaksana,,80\n");
    let _ = bab4.run(&["render", "s.yaml", "-f", "md"]).status(0);
    let report = bab4.read("out/bab-1.md");
    assert!(report.contains("tidak seorang pun memiliki catatan yang lengkap"), "{report}");
}
