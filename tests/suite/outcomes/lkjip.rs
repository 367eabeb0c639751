//! A study of targets alone: the annual performance report, its budget, impact, units and attendance.

use super::outcome;

/// By hand: 62,04/63 = 98,48; (2 · 4 − 0)/4 = 200, counted 120; 50/100 = 50; a target of zero and a ratio with a realization of zero
/// have no achievement. Their mean counted (98,476 + 120 + 50)/3 = 89,49; absorbed 150/200 = 75, 98,48 − 75 = 23,48.
#[test]
fn targets_alone_are_an_annual_report() {
    let study = outcome("lkjip");
    study.must_say(&[
        "| 1 | Indeks Profesionalitas ASN | indeks | 63 | 62,04 | 98,48 | 98,48 | sangat tinggi | 58 | 70 |",
        "| 2 | Pengaduan berulang | aduan | 4 | 0 | 200,00 | 120,00 | sangat tinggi | 6 | 0 |",
        "| 3 | Layanan tanpa target |  | 0 | 3 | – | – | – | 5 | – |",
        "| 4 | Waktu layanan |  | 30 | 0 | – | – | – | 40 | – |",
        "| 5 | Kunjungan |  | 100 | 50 | 50,00 | 50,00 | sangat rendah | 60 | – |",
        "Capaian Layanan tanpa target tidak dapat dihitung karena",
        "Dari 3 indikator, 1 mencapai atau melampaui target, sedangkan 2 belum tercapai; rata-rata capaian 89,49% (tinggi)",
        "| Indeks Profesionalitas ASN | 98,48 | 200 | 150 | 75,00 | 23,48 |",
        "| Setda | Pengaduan berulang | 200,00 | Waktu tunggu (hari) | 14 | 6 | −8 |",
        "| BKPSDM | 1 | 0 | 98,48 | sangat tinggi | 99,00 |",
        "| Setda | 1 | 1 | 120,00 | sangat tinggi | 90,00 |",
        // Attendance 95,5 on average, achievement 89,49.
        "tidak dihitung karena unit kerjanya terlalu sedikit (sekurangnya 10 unit; yang ada 3). Kehadirannya di atas rata-rata (95,50%) tetapi capaiannya di bawah rata-rata (89,49%): Dukcapil. Kehadiran adalah sarana, bukan hasil kerja",
    ]);
    study.must_not_say(&["Kuesioner", "responden"]);
}

/// R 4.2.2: `cor.test(attendance, achievement)`: r = -0.08368612, p = 0.8182133; means 94.5 and 84.0.
#[test]
fn attendance_beside_achievement_of_ten_units() {
    let study = outcome("lkjip-units");
    let found = study.analyzed.results.targets.as_ref().and_then(|targets| targets.attendance.as_ref()).unwrap();
    assert_eq!(found.present_without_results, [1, 4]);
    assert!((found.r.value().unwrap() + 0.083_686_12).abs() < 1e-7 && (found.p.value().unwrap() - 0.818_213_3).abs() < 1e-6);
    study.must_say(&[
        "hubungan itu tidak signifikan, dan korelasi bukan bukti sebab akibat",
        "capaiannya di bawah rata-rata (84,00%): U2 dan U5",
    ]);
    study.must_not_say(&["hadir maka", "menyebabkan"]);
}
