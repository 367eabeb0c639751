//! Tables of reports of satisfaction: every planted error is found, what is right is left alone.
//!
//! The table rests on 29 respondents and sums of 104 100 103 112 95 90 89 85 80; means, weighted means and index were computed by R:
//! Σ NRR 29,586; 25 · 29,586/9 = 82,18, with 0,11 81,36.

use bab4::audit::read::markdown;
use bab4::audit::{audit, finding::Severity};
use bab4::diagnostics::Code;

const TABLE: &str = "**Tabel 3.1** Nilai Unsur Pelayanan

| No. | Unsur Pelayanan | N | Jumlah Nilai | NRR | NRR Tertimbang | Mutu | Peringkat |
|---|---|---|---|---|---|---|---|
| 1 | Persyaratan | 29 | 104 | 3,586 | 0,398 | A | 2 |
| 2 | Prosedur | 29 | 100 | 3,448 | 0,383 | B | 4 |
| 3 | Waktu | 29 | 103 | 3,552 | 0,395 | A | 3 |
| 4 | Biaya | 29 | 112 | 3,862 | 0,429 | A | 1 |
| 5 | Produk | 29 | 95 | 3,276 | 0,364 | B | 5 |
| 6 | Kompetensi | 29 | 90 | 3,103 | 0,345 | B | 6 |
| 7 | Perilaku | 29 | 89 | 3,069 | 0,341 | B | 7 |
| 8 | Pengaduan | 29 | 85 | 2,931 | 0,326 | C | 8 |
| 9 | Sarana | 29 | 80 | 2,759 | 0,307 | C | 9 |
| Jumlah | | | | 29,586 | 3,287 | | |
| Nilai IKM | | | | | 82,18 | B | |
";

/// Codes, severities and what is said to be right.
fn found(text: &str) -> Vec<(Code, Severity, Option<String>)> {
    let report = audit(&markdown::read(text));
    report.findings.iter().map(|finding| (finding.code, finding.severity, finding.likely.clone())).collect()
}

#[test]
fn a_right_table_is_left_alone() {
    assert_eq!(found(TABLE), []);
    // Exact weights with a table that prints no sum of answers, and ranks counted from the lowest.
    let upward = TABLE.replace("| A | 1 |", "| A | x |").replace("| C | 9 |", "| C | 1 |").replace("| A | x |", "| A | 9 |");
    let upward = upward.replace("| A | 2 |", "| A | 8 |").replace("| A | 3 |", "| A | 7 |").replace("| B | 4 |", "| B | 6 |");
    let upward = upward
        .replace("| B | 6 |\n| 7 |", "| B | 4 |\n| 7 |")
        .replace("| B | 7 |", "| B | 3 |")
        .replace("| C | 8 |", "| C | 2 |");
    assert_eq!(found(&upward), []);
}

#[test]
fn planted_errors_are_found() {
    for (from, to, severity, likely) in [
        ("3,552 |", "3,525 |", Severity::Impossible, "3,552"),
        ("0,429", "0,492", Severity::Impossible, "0,429"),
        ("| 29,586", "| 28,586", Severity::Impossible, "29,586"),
        ("3,287", "3,827", Severity::Impossible, "3,287"),
        ("82,18", "84,18", Severity::Impossible, "82,18"),
        ("82,18 | B", "82,18 | A", Severity::Decision, "B"),
        ("| C | 8 |", "| C | 5 |", Severity::Impossible, "8"),
    ] {
        let text = TABLE.replacen(from, to, 1);
        let found = found(&text);
        let hit = found
            .iter()
            .any(|(code, found, said)| *code == Code::Satisfaction && *found == severity && said.as_deref() == Some(likely));
        assert!(hit, "{from} → {to}: {found:?}");
    }
}

#[test]
fn the_rounded_weight_is_named() {
    let text = TABLE.replace("82,18", "81,36");
    assert_eq!(found(&text), [(Code::Satisfaction, Severity::Practice, Some("82,18".to_owned()))]);
    let words = audit(&markdown::read(&text)).findings[0].words.clone().unwrap();
    assert!(words.get(bab4::language::Language::Id).contains("bobot dibulatkan (0,11)"), "{words:?}");
}

/// 79,65 + 1,42 = 81,07; the grade of 82,18 is B, of 88,57 A; 3,586 is the mean of Persyaratan in the table.
#[test]
fn what_the_text_says_of_the_index() {
    let of = |words: &str| found(&format!("{TABLE}\n{words}\n"));
    for fine in [
        "Nilai IKM Dinas A periode 2025 sebesar 82,18 dengan mutu pelayanan B (baik).",
        "Dibandingkan dengan 2024, yang bernilai 80,76 (mutu B), nilai IKM naik 1,42 poin menjadi 82,18, dengan mutu yang tetap B.",
        "Dibandingkan dengan 2024, yang bernilai 75,00 (mutu C), nilai IKM naik 7,18 poin menjadi 82,18, dan mutunya berubah dari C menjadi B.",
        "Unsur tertinggi ialah Biaya (3,862), sedangkan yang terendah Sarana (2,759).",
        "Unsur tertinggi ialah Biaya (96,55), sedangkan Sarana bernilai 2,759.",
        "Target IKM sebesar 85,00 belum tercapai.",
    ] {
        assert_eq!(of(fine), [], "{fine}");
    }
    for (wrong, code, severity, likely) in [
        ("Nilai IKM Dinas A sebesar 82,18 dengan mutu pelayanan A.", Code::Satisfaction, Severity::Decision, "B"),
        ("Nilai IKM Dinas A sebesar 82,18 dengan mutu pelayanan B (kurang baik).", Code::Category, Severity::Decision, "baik"),
        ("Nilai IKM Dinas A sebesar 81,28 dengan mutu pelayanan B.", Code::TextAgainstTable, Severity::Impossible, "82,18"),
        (
            "Dibandingkan dengan 2024, yang bernilai 80,76 (mutu B), nilai IKM naik 2,42 poin menjadi 82,18.",
            Code::Satisfaction,
            Severity::Impossible,
            "1,42",
        ),
        ("Unsur terendah ialah Pengaduan (2,759) dan Waktu (3,552).", Code::TextAgainstTable, Severity::Impossible, "2,931"),
    ] {
        assert_eq!(of(wrong), [(code, severity, Some(likely.to_owned()))], "{wrong}");
    }
}

/// The regulation's questionnaire has facilities before complaints: whoever reads by position swaps the two.
#[test]
fn swapped_elements_show_in_the_text() {
    let swapped = TABLE
        .replace("| 8 | Pengaduan |", "| 8 | X |")
        .replace("| 9 | Sarana |", "| 9 | Pengaduan |")
        .replace("| X |", "| Sarana |");
    let text = format!("{swapped}\nUnsur yang diprioritaskan ialah Sarana (2,759) dan Pengaduan (2,931).\n");
    assert_eq!(found(&text).iter().filter(|(code, _, _)| *code == Code::TextAgainstTable).count(), 2);
    assert!(found(&TABLE.replacen("| 0,326 | C |", "| 0,326 | B |", 1)).contains(&(
        Code::Satisfaction,
        Severity::Decision,
        Some("C".to_owned())
    )));
}
