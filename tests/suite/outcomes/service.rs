//! Satisfaction with a public service (Permenpan-RB 14/2017): the worked example in circulation, weights, grades near a limit, and
//! answers of which little can be said.
//!
//! `satisfaction.csv` holds 29 respondents whose answers add up to 955, so that Σ NRR = 955/29 = 32,9310 as in that example; the
//! other files were written by hand. The figures were computed by R from the formulas of the regulation.

use super::outcome;
use crate::cli::Bab4;

/// 25 · 955/(29 · 9) = 91,4751; with 0,11: 25 · 0,11 · 955/29 = 90,5603. R: `x <- 25 * rowMeans(a)`,
/// `qt(.975, 28) * sd(x) / sqrt(29) * sqrt(1 - 29/31)` = 0.4913772.
#[test]
fn the_worked_example() {
    let study = outcome("skm-worked");
    study.must_say(&[
        "| Jumlah |  |  | 32,9310 | 3,659 |",
        "Nilai IKM Loket A periode Triwulan II sebesar 91,48 dengan mutu pelayanan A (sangat baik).",
        "Nilai itu dihitung dengan bobot 1/9 yang tidak dibulatkan. Dengan bobot yang dibulatkan menjadi 0,11, nilai indeksnya menjadi 90,56, dengan mutu yang tetap sama, yaitu A.",
        "Unsur tertinggi ialah Biaya/tarif (3,862), sedangkan unsur yang diprioritaskan untuk diperbaiki ialah Sarana dan prasarana (3,517), Waktu penyelesaian (3,552), dan Persyaratan (3,586).",
        "Dibandingkan dengan 2024, yang bernilai 93,50 (mutu A), nilai IKM turun 2,02 poin menjadi 91,48, dengan mutu yang tetap A.",
        "dengan koreksi populasi terhingga",
        "| 2 | Waktu penyelesaian | Menambah loket | √ | √ |  |  | Bidang Pelayanan |",
    ]);
    study.must_not_say(&["Belum ada tindak lanjut"]);
    let found = &study.analyzed.results.service["U"];
    assert!((found.value.value().unwrap() - 25.0 * 955.0 / 261.0).abs() < 1e-12);
    assert!((found.other.as_ref().unwrap().value - 25.0 * 0.11 * 955.0 / 29.0).abs() < 1e-9);
    let margin = found.margin.value().unwrap();
    assert!(margin.corrected && (margin.margin - MARGIN).abs() < 1e-6, "{}", margin.margin);
    let ranks: Vec<usize> = found.items.values().map(|item| *item.rank.value().unwrap()).collect();
    // Sums 104 108 103 112 105 107 109 105 102: equal ones share a rank.
    assert_eq!(ranks, [7, 3, 8, 1, 5, 4, 2, 5, 9]);
}

const MARGIN: f64 = 0.491_377_2;

#[test]
fn the_weight_that_is_printed() {
    let study = outcome("skm-rounded");
    study.must_say(&[
        "sebesar 90,56 dengan mutu pelayanan A (sangat baik)",
        "yang seluruhnya berjumlah 0,9900. Dengan bobot 1/9 yang tidak dibulatkan, nilai indeksnya menjadi 91,48, dengan mutu yang tetap sama, yaitu A",
        "Bobot setiap unsur: 0,1100.",
        "Nilai periode sebelumnya tidak dicantumkan",
        "| 1 | Sarana dan prasarana | Menambah kursi tunggu | Maret 2026 | [LENGKAPI: penanggung jawab] |",
        "Belum ada tindak lanjut yang direncanakan bagi Waktu penyelesaian dan Persyaratan",
        "[LENGKAPI: banyaknya penerima layanan pada periode ini",
    ]);
}

/// 25 · 383/(12 · 9) = 88,6574, with 0,11 87,7708, with 0,111 88,5688.
#[test]
fn a_grade_that_the_weight_decides() {
    outcome("skm-near").must_say(&[
        "sebesar 88,66 dengan mutu pelayanan A",
        "nilai indeksnya menjadi 87,77 dan mutunya berubah menjadi B; bobot yang dipakai karena itu menentukan mutu pelayanan yang dilaporkan",
        "nilai IKM naik 3,46 poin menjadi 88,66, dan mutunya berubah dari B menjadi A",
        "| 2025 | 88,66 | A |",
    ]);
    outcome("skm-near-rounded").must_say(&["sebesar 88,57 dengan mutu pelayanan A", "berjumlah 0,9990", "nilai IKM tetap 88,57"]);
}

#[test]
fn every_answer_the_highest() {
    let study = outcome("skm-best");
    study.must_say(&[
        "sebesar 100,00 dengan mutu pelayanan A (sangat baik)",
        "Semua unsur memperoleh nilai tertinggi, yaitu 4,000; tidak ada unsur yang dapat didahulukan",
        "Batas kesalahan nilai itu tidak dapat dihitung karena semua nilainya sama",
        "arah perbaikan perlu digali dari saran dan pengaduan masyarakat",
    ]);
    study.must_not_say(&["diprioritaskan", "Rencana Tindak Lanjut"]);
}

#[test]
fn one_respondent() {
    let study = outcome("skm-one");
    study.must_say(&[
        "menurut penilaian 1 responden",
        "Batas kesalahan nilai itu tidak dapat dihitung karena jumlah data terlalu sedikit",
    ]);
    // 25 · 25/9 = 69,44; 1, then 2 and 2: three lowest.
    study.must_say(&[
        "sebesar 69,44 dengan mutu pelayanan C",
        "Penanganan pengaduan, saran, dan masukan (1,000), Waktu penyelesaian (2,000), dan Sarana dan prasarana (2,000)",
    ]);
}

#[test]
fn an_element_that_does_not_apply() {
    let study = outcome("skm-level");
    study.must_say(&[
        "Unsur Biaya/tarif tidak dinilai oleh seorang responden pun sehingga dianggap tidak berlaku bagi layanan ini; bobot setiap unsur lainnya menjadi 1/8.",
        "| 4 | Biaya/tarif (BIAY) | – | – | – | – | – |",
        "sebesar 75,00 dengan mutu pelayanan C",
        "Semua unsur memperoleh NRR yang sama, yaitu 3,000",
        "nilai IKM tetap 75,00, dengan mutu yang tetap C",
        "dibulatkan menjadi 0,13, nilai indeksnya menjadi 78,00 dan mutunya berubah menjadi B",
    ]);
    let weights = outcome("skm-weights");
    weights.must_say(&[
        "bobotnya dibagikan kepada 8 unsur lainnya",
        "Bobot: PERS 0,2222; PROS 0,1111; WAKT 0,1111;",
        "berjumlah 1,0000. Dengan bobot 1/8 yang tidak dibulatkan, nilai indeksnya menjadi 75,00",
    ]);
}

/// What is wrong with a yearly survey is said at its place, with what was probably meant.
#[test]
fn mistakes_of_a_yearly_survey() {
    const STUDY: &str = "title: Survei\nobject: Loket\ndata: { file: d.csv }\nvariables:\n  U: { uses: skm-permenpan-14-2017 }\nreport:\n  \
                         template: skm\n  earlier: [{ period: 2023, value: 80 }]\n  plan:\n    - { item: WAKT, action: Menambah loket }\n";
    let bab4 = Bab4::new();
    let heading = "PERS,PROS,WAKT,BIAY,PROD,KOMP,PERI,ADUAN,SARPRAS\n";
    bab4.write("d.csv", format!("{heading}4,3,3,4,3,3,4,3,2\n3,3,2,4,3,4,3,3,3\n4,4,3,4,3,3,4,2,2\n"));
    bab4.write("s.yaml", STUDY);
    let _ = bab4.run(&["check", "s.yaml"]).status(0);
    for (right, wrong, says) in [
        // 3.2 is a mean of answers, 3.2 · 25 = 80; an index lies between 25 and 100.
        ("value: 80", "value: 3.2", "3.2 × 25 = 80"),
        ("value: 80", "value: 120", "S006"),
        ("item: WAKT", "item: Waktu penyelesaian", "maksud Anda «WAKT»?"),
        ("item: WAKT", "item: SARPRA", "maksud Anda «SARPRAS»?"),
    ] {
        bab4.write("s.yaml", STUDY.replace(right, wrong));
        let _ = bab4.run(&["check", "s.yaml"]).status(1).says(says);
    }
    bab4.write("s.yaml", STUDY);
    bab4.write("d.csv", format!("{heading}4,3,3,4,3,3,4,3,2\n3,3,2,5,3,4,3,3,3\n4,4,3,4,3,3,4,2,2\n"));
    let _ = bab4.run(&["check", "s.yaml"]).status(1).says("«5» tidak ada pada skala 1–4 (BIAY)");
}

/// Targets alone are an annual report; any other report needs answers, and says so at its name.
#[test]
fn targets_alone_are_no_other_report() {
    const TARGETS: &str =
        "title: Uji\nyear: 2025\nobject: Kabupaten\ntargets:\n  indicators:\n    - { name: A, target: 10, realization: 9 }\n";
    let bab4 = Bab4::new();
    bab4.write("s.yaml", TARGETS);
    let _ = bab4.run(&["render", "s.yaml", "-f", "md"]).status(0);
    assert!(bab4.read("out/bab-1.md").contains("90,00"));
    for template in ["skm", "prepost", "ip-asn", "bab-iii"] {
        bab4.write("s.yaml", format!("{TARGETS}report: {{ template: {template} }}\n"));
        let _ = bab4.run(&["check", "s.yaml"]).status(1).says("S004").says("«data»").says(template);
    }
}
