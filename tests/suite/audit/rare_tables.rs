//! Tables beside the regression: comparisons, descriptive statistics, partial least squares, targets. Each with what must be found
//! and, beside it, what looks like it and must stay silent.

use bab4::audit::audit;
use bab4::audit::read::markdown;

/// Codes and printed numbers that are found in a table.
fn found(title: &str, headings: &str, rows: &[&str]) -> Vec<String> {
    let columns = headings.matches('|').count() + 1;
    let rule = vec!["---"; columns].join("|");
    let body: String = rows.iter().map(|row| format!("| {row} |\n")).collect();
    let text = format!("**Tabel 4.1** {title}\n\n| {headings} |\n|{rule}|\n{body}");
    audit(&markdown::read(&text)).findings.iter().map(|finding| format!("{} {}", finding.code, finding.printed)).collect()
}

/// R 4.2.2: 2*pt(-2.245, 65) = .0282; pchisq(3.685, 2, lower = FALSE) = .1584; pf(.363, 2, 39, lower = FALSE) = .698.
#[test]
fn tests_and_their_significance() {
    let of = |row: &str| found("Hasil Uji Beda", "Uji | Statistik Uji | df | Sig.", &[row, "Lain | t = 2,000 | 60 | 0,050"]);
    for fine in [
        "Uji t | t = 2,245 | 65 | 0,028",
        "Uji Welch | t = 2,245 | 64,8 | 0,028",
        "Khi-kuadrat | χ² = 3,685 | 2 | 0,158",
        "ANOVA | F = 0,363 | 2; 39 | 0,698",
        "Fisher | – | – | 0,163",
        "Mann-Whitney | Z = −1,960 | – | 0,050",
    ] {
        assert!(of(fine).is_empty(), "{fine}: {:?}", of(fine));
    }
    let pairs = |row: &str| {
        found("Perbandingan Antarpasangan", "Kelompok (I) | Kelompok (J) | Z | Sig.", &[row, "A | C | 0,500 | 1,000"])
    };
    assert!(pairs("A | B | 2,245 | 0,075").is_empty(), "corrected for the number of pairs");
    for (wrong, told) in [
        ("Uji t | t = 2,245 | 65 | 0,082", "A012 0,082"),
        ("Khi-kuadrat | χ² = 3,685 | 2 | 0,058", "A012 0,058"),
        ("ANOVA | F = 0,363 | 2; 39 | 0,098", "A012 0,098"),
        ("Mann-Whitney | Z = −1,960 | – | 0,500", "A012 0,500"),
    ] {
        assert_eq!(of(wrong), [told], "{wrong}");
    }
}

/// An interval of a difference is symmetric, one of a correlation is not; a word must follow its significance.
#[test]
fn intervals_and_words_behind_a_row() {
    let difference = |row: &str| found("Uji Beda", "Uji | Selisih | IK Bawah | IK Atas | Statistik Uji | df | Sig.", &[row]);
    assert!(difference("Uji t | 4,199 | 2,366 | 6,031 | t = 4,549 | 94 | 0,000").is_empty());
    assert_eq!(difference("Uji t | 4,919 | 2,366 | 6,031 | t = 4,549 | 94 | 0,000"), ["A048 4,919"]);
    let correlation =
        |row: &str| found("Uji Hubungan", "Uji | Koefisien | IK Bawah | IK Atas | Statistik Uji | df | Sig.", &[row]);
    assert!(correlation("Korelasi Pearson | 0,517 | 0,253 | 0,709 | t = 3,818 | 40 | 0,000").is_empty());
    let normal = |row: &str| found("Uji Kenormalan", "Uji | Yang Diuji | Statistik | df | Sig. | Keterangan", &[row]);
    assert!(normal("Shapiro-Wilk | Selisih | 0,964 | 42 | 0,205 | Normal").is_empty());
    assert!(normal("Shapiro-Wilk | Selisih | 0,932 | 42 | 0,015 | Tidak normal").is_empty());
    assert_eq!(normal("Shapiro-Wilk | Selisih | 0,932 | 42 | 0,015 | Normal"), ["A037 Normal"]);
    assert_eq!(normal("Levene | Semua | 0,368 | 1; 94 | 0,545 | Tidak homogen"), ["A037 Tidak homogen"]);
}

/// Of numbers from 21 to 46 with mean 33.853 none can have s above 12.9; one of 12.5 is rare and possible.
#[test]
fn what_minimum_and_maximum_allow() {
    let of = |row: &str| found("Statistik Deskriptif", "Variabel | N | Minimum | Maksimum | Mean | Std. Deviation", &[row]);
    assert!(of("Kinerja | 68 | 21 | 46 | 33,853 | 5,008").is_empty());
    assert!(of("Kinerja | 68 | 21 | 46 | 33,853 | 12,500").is_empty());
    assert!(of("Kinerja | 2 | 1 | 5 | 3,000 | 2,828").is_empty(), "n − 1");
    assert_eq!(of("Kinerja | 68 | 21 | 46 | 33,853 | 15,008"), ["A049 15,008"]);
    assert_eq!(of("Kinerja | 68 | 21 | 46 | 53,853 | 5,008"), ["A049 53,853"]);
}

/// λ = ,8 ,8 ,794: AVE (,64 + ,64 + ,630436)/3 = ,6368; CR = 2,394²/(2,394² + 3 − 1,910436) = ,840.
#[test]
fn partial_least_squares() {
    let of = |ave: &str, reliability: &str| {
        let first = format!("Kinerja | Y.1 | 0,800 | {ave} | {reliability}");
        found(
            "Outer Loading",
            "Konstruk | Indikator | Loading | AVE | Composite Reliability",
            &[&first, " | Y.2 | 0,800 | | ", " | Y.3 | 0,794 | | "],
        )
    };
    assert!(of("0,637", "0,840").is_empty(), "{:?}", of("0,637", "0,840"));
    assert_eq!(of("0,737", "0,840"), ["A050 0,737"]);
    assert_eq!(of("0,637", "0,940"), ["A050 0,940"]);
    let path = |row: &str| {
        let headings =
            "Jalur | Original Sample (O) | Sample Mean (M) | Standard Deviation (STDEV) | T Statistics (O/STDEV) | P Values";
        found("Path Coefficients", headings, &[row])
    };
    assert!(path("X -> Y | 0,302 | 0,310 | 0,144 | 2,097 | 0,036").is_empty());
    assert!(path("X -> Y | 0,302 | 0,310 | 0,144 | 2,097 | 0,018").is_empty(), "one-tailed");
    assert_eq!(path("X -> Y | 0,302 | 0,310 | 0,144 | 2,097 | 0,136"), ["A012 0,136"]);
    assert_eq!(path("X -> Y | 0,302 | 0,310 | 0,144 | 7,097 | 0,000"), ["A011 7,097"]);
    let htmt = |value: &str| found("Heterotrait-Monotrait Ratio (HTMT)", " | X | Y", &["X | | ", &format!("Y | {value} | ")]);
    assert!(htmt("0,893").is_empty());
    assert_eq!(htmt("0,934"), ["A051 0,934"]);
}

#[test]
fn targets_and_what_was_achieved() {
    let of = |row: &str| {
        found("Capaian Kinerja", "Indikator | Satuan | Target | Realisasi | Capaian (%)", &[row, "Lain | % | 50 | 50 | 100,00"])
    };
    for fine in [
        "Penempatan | orang | 1.200 | 1.080 | 90,00",
        "Kecelakaan | kasus | 20 | 25 | 75,00",
        "Kecelakaan | kasus | 20 | 25 | 80,00",
        "Pelatihan | % | 40 | 60 | 100",
        "Pelatihan | % | 40 | 60 | 150,00",
    ] {
        assert!(of(fine).is_empty(), "{fine}: {:?}", of(fine));
    }
    assert_eq!(of("Penempatan | orang | 1.200 | 1.080 | 95,00"), ["A052 95,00"]);
}

/// By hand: 62,04/63 = 98,48; (2·6 − 4)/6 = 133,33, counted 120; 42/50 = 84; means (98,48 + 133,33 + 84)/3 = 105,27 and
/// (98,48 + 120 + 84)/3 = 100,83. 790/850 = 92,94, 98,48 − 92,94 = 5,54; 231/240 = 96,25, 120 − 96,25 = 23,75; 1.021/1.090 = 93,67.
#[test]
fn annual_reports_of_performance() {
    let achieved = |row: &str, mean: &str| {
        let text = format!(
            "**Tabel 2.1** Target dan Realisasi\n\n| No. | Indikator | Satuan | Target | Realisasi | Capaian (%) | Dihitung (%) | Kategori | \
             Target Akhir Renstra |\n|---|---|---|---|---|---|---|---|---|\n| 1 | {row} | 70 |\n| 2 | Pelanggaran | kasus | 6 | 4 | 133,33 | \
             120,00 | sangat tinggi | 3 |\n| 3 | Jalan mantap | persen | 50 | 42 | 84,00 | 84,00 | tinggi | 60 |\n| Rata-Rata Capaian | | | | | \
             {mean} | |\n\nKategori capaian (%): ≥ 0,00 sangat rendah; ≥ 51,00 rendah; ≥ 66,00 sedang; ≥ 76,00 tinggi; ≥ 91,00 sangat tinggi.\n\n\
             Capaian terendah diperoleh Jalan mantap (84,00%).\n"
        );
        let report = audit(&markdown::read(&text));
        report.findings.iter().map(|finding| format!("{} {}", finding.code, finding.printed)).collect::<Vec<String>>()
    };
    let (fine, mean) = ("Indeks | nilai | 63 | 62,04 | 98,48 | 98,48 | sangat tinggi", "105,27 | 100,83 | sangat tinggi");
    assert!(achieved(fine, mean).is_empty(), "{:?}", achieved(fine, mean));
    for (row, whole, told) in [
        ("Indeks | nilai | 63 | 62,04 | 94,88 | 98,48 | sangat tinggi", mean, "A052 94,88"),
        ("Indeks | nilai | 63 | 62,04 | 98,48 | 89,48 | sangat tinggi", mean, "A052 89,48"),
        ("Indeks | nilai | 63 | 62,04 | 98,48 | 98,48 | tinggi", mean, "A038 98,48: tinggi"),
        (fine, "105,27 | 108,03 | sangat tinggi", "A052 108,03"),
        (fine, "105,27 | 100,83 | sedang", "A038 100,83: sedang"),
    ] {
        assert_eq!(achieved(row, whole), [told], "{row} {whole}");
    }
    let budget = |row: &str, total: &str| {
        let headings = "Indikator | Dihitung (%) | Pagu | Terpakai | Serapan (%) | Efisiensi";
        found("Anggaran", headings, &[row, "Pelanggaran | 120,00 | 240.000 | 231.000 | 96,25 | 23,75", total])
    };
    let (fine, total) = ("Indeks | 98,48 | 850.000 | 790.000 | 92,94 | 5,54", "Jumlah | | 1.090.000 | 1.021.000 | 93,67 | ");
    assert!(budget(fine, total).is_empty(), "{:?}", budget(fine, total));
    assert_eq!(budget("Indeks | 98,48 | 850.000 | 790.000 | 94,92 | 5,54", total), ["A027 94,92"]);
    assert_eq!(budget("Indeks | 98,48 | 850.000 | 790.000 | 92,94 | 4,55", total), ["A052 4,55"]);
    assert_eq!(budget(fine, "Jumlah | | 1.900.000 | 1.021.000 | 93,67 | "), ["A028 1.900.000"]);
    let impact = |row: &str| found("Dampak", "Unit | Indikator | Sebelum | Sesudah | Perubahan", &[row]);
    assert!(impact("Dukcapil | Waktu tunggu | 14 | 6 | −8").is_empty());
    assert_eq!(impact("Dukcapil | Waktu tunggu | 14 | 6 | −6").len(), 1);
}

/// Permenpan-RB 38/2018: 18.50 + 22.04 + 17.00 + 4.50 = 62.04, Rendah by the lower bound 61; 22.04/40 = 55.1 %.
/// Permenpan-RB 6/2022: results above and behaviour as expected make *baik*.
#[test]
fn the_professionalism_index_and_predicates() {
    let of = |competence: &str, share: &str, whole: &str, word: &str| {
        found(
            "Nilai IP ASN Menurut Dimensi",
            "Dimensi | N | Poin Tertinggi | Rata-rata | % dari Tertinggi | Kategori",
            &[
                "Kualifikasi | 40 | 25,00 | 18,50 | 74,0 | ",
                &format!("Kompetensi | 40 | 40,00 | {competence} | {share} | "),
                "Kinerja | 40 | 30,00 | 17,00 | 56,7 | ",
                "Disiplin | 40 | 5,00 | 4,50 | 90,0 | ",
                &format!("Keseluruhan | 40 | 100,00 | {whole} | 62,0 | {word}"),
            ],
        )
    };
    assert!(of("22,04", "55,1", "62,04", "Rendah").is_empty(), "{:?}", of("22,04", "55,1", "62,04", "Rendah"));
    assert_eq!(of("22,04", "51,5", "62,04", "Rendah"), ["A027 51,5"]);
    assert!(of("22,04", "55,1", "64,20", "Rendah").iter().any(|told| told == "A028 64,20" || told == "A027 64,20"));
    assert_eq!(of("22,04", "55,1", "62,04", "Sedang"), ["A038 62,04: sedang"]);
    let text = |words: &str| {
        audit(&markdown::read(words)).findings.iter().map(|f| format!("{} {}", f.code, f.printed)).collect::<Vec<String>>()
    };
    assert!(text("Indeks Profesionalitas ASN kabupaten sebesar 62,04 dengan kategori Rendah.\n").is_empty());
    assert_eq!(text("Indeks Profesionalitas ASN kabupaten sebesar 60,50 dengan kategori Rendah.\n"), ["A038 60,50: rendah"]);
    let matrix = |cell: &str| {
        found(
            "Matriks Predikat Kinerja",
            "Hasil Kerja | Perilaku di atas ekspektasi | Perilaku sesuai ekspektasi | Perilaku di bawah ekspektasi",
            &[
                &format!("Di atas ekspektasi | 4 (sangat baik) | {cell} | 1 (kurang)"),
                "Sesuai ekspektasi | 2 (baik) | 30 (baik) | 2 (kurang)",
                "Di bawah ekspektasi | 1 (butuh perbaikan) | 3 (butuh perbaikan) | 0 (sangat kurang)",
            ],
        )
    };
    assert!(matrix("9 (baik)").is_empty(), "{:?}", matrix("9 (baik)"));
    assert_eq!(matrix("9 (sangat baik)"), ["A038 9 sangat baik"]);
}

#[test]
fn words_about_collinearity_and_spread() {
    let of = |row: &str| {
        found(
            "Uji Multikolinearitas",
            "Variabel | Tolerance | VIF | Keterangan",
            &[row, "Lain | 0,500 | 2,000 | Bebas multikolinearitas"],
        )
    };
    assert!(of("Motivasi | 0,500 | 2,000 | Tidak terjadi multikolinearitas").is_empty());
    assert!(of("Motivasi | 0,080 | 12,500 | Terjadi multikolinearitas").iter().all(|told| !told.starts_with("A037")));
    assert!(of("Motivasi | 0,080 | 12,500 | Bebas multikolinearitas").iter().any(|told| told.starts_with("A037")));
}

/// Worked by hand: 47 / 54 = 87.04 %, 34 / 54 = 62.96 %, 39 / 54 = 72.22 %; their mean 40 of 54, 74.07 %.
#[test]
fn yes_and_no() {
    let of = |row: &str| {
        let rows = [
            row,
            "Dua | 34 | 63,0 | 20 | 37,0 | 54",
            "Tiga | 39 | 72,2 | 15 | 27,8 | 54",
            "Rata-Rata | 40,00 | 74,1 | 14,00 | 25,9 | 54",
        ];
        found("Tanggapan Responden", "Pernyataan | Ya – F | Ya – % | Tidak – F | Tidak – % | Jumlah", &rows)
    };
    assert!(of("Satu | 47 | 87,0 | 7 | 13,0 | 54").is_empty());
    assert!(of("Satu | 47 | 87 | 7 | 13 | 54").is_empty(), "percentages without decimals are rounded");
    assert_eq!(of("Satu | 47 | 78,0 | 7 | 13,0 | 54"), ["A027 78,0"]);
    assert_eq!(of("Satu | 47 | 87,0 | 7 | 13,0 | 45"), ["A026 45"]);
    assert_eq!(of("Satu | 41 | 87,0 | 7 | 13,0 | 54"), ["A026 41"]);
}

/// Sums of rows and columns; percentages of the row, of the column or of everybody, as the note or most of them say.
#[test]
fn counts_of_two_characteristics() {
    let headings = "Jabatan | Laki-laki – F | Laki-laki – % | Perempuan – F | Perempuan – % | Jumlah";
    let of = |first: &str, sums: &str| {
        found("Tabulasi Silang", headings, &[first, "B | 12 | 63,2 | 7 | 36,8 | 19", "C | 14 | 46,7 | 16 | 53,3 | 30", sums])
    };
    let sums = "Jumlah | 27 | | 27 | | 54";
    assert!(of("A | 1 | 20,0 | 4 | 80,0 | 5", sums).is_empty());
    assert_eq!(of("A | 1 | 20,0 | 4 | 80,0 | 6", sums), ["A026 6"]);
    assert_eq!(of("A | 1 | 20,0 | 4 | 88,0 | 5", sums), ["A027 88,0"]);
    assert_eq!(of("A | 1 | 20,0 | 4 | 80,0 | 5", "Jumlah | 72 | | 27 | | 54"), ["A026 72"]);
    let down = |last: &str| found("Tabulasi Silang", headings, &["A | 1 | 10,0 | 4 | 20,0 | 5", last]);
    assert!(down("B | 9 | 90,0 | 16 | 80,0 | 25").is_empty(), "percentages of columns");
    let unclear = found("Tabulasi Silang", headings, &["A | 1 | 11,0 | 4 | 25,0 | 5", "B | 9 | 33,0 | 16 | 8,0 | 25"]);
    assert!(unclear.is_empty(), "of what the percentages are is not known: {unclear:?}");
}

/// 3.593 / 5 = 71.86 %, 3.463 / 5 = 69.26 %, 3.352 / 5 = 67.04 %.
#[test]
fn index_of_achievement() {
    let of = |first: &str| {
        let rows =
            [first, "Dua | 3,463 | 69,26 | cukup baik", "Tiga | 3,352 | 67,04 | cukup baik", "Empat | 3,704 | 74,07 | baik"];
        found("Tingkat Capaian Responden", "Indikator | Rata-rata | TCR (%) | Kategori", &rows)
    };
    assert!(of("Satu | 3,593 | 71,85 | cukup baik").is_empty());
    assert!(of("Satu | 3,593 | 71,9 | cukup baik").is_empty());
    assert_eq!(of("Satu | 3,593 | 78,15 | cukup baik"), ["A027 78,15"]);
}

/// Entries of a list of tables that go on in a second line are no captions, and no table has its number twice.
#[test]
fn a_list_of_tables_holds_no_captions() {
    let entries: String = (1..=3)
        .map(|n| format!("Tabel 4.{n}    Tanggapan Responden Mengenai\n             Variabel ke-{n}........................\n"))
        .collect();
    let tables: String = (1..=3)
        .map(|n| {
            format!(
                "Tabel 4.{n} Responden {n}\n\nJenis Kelamin    Frekuensi    Persentase\nLaki-laki    41    60,3\nPerempuan    27    39,7\n\
                 Jumlah    68    100,0\n\nSumber: data primer\n\n"
            )
        })
        .collect();
    let report = audit(&bab4::audit::read::text::read(&format!("{entries}\n{tables}")));
    assert_eq!((report.findings, report.tables), (Vec::new(), 3));
}
