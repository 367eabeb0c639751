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
