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
