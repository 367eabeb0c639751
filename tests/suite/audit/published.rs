//! `tests/audit/published-tables.txt`: the tables of chapter IV of Putri (2019), as a converter yields them. README.md beside it
//! says where they come from and which of their numbers cannot be right.

use bab4::audit::audit;
use bab4::audit::finding::{Finding, Severity};
use bab4::audit::read::text;
use bab4::audit::report::AuditReport;
use std::path::Path;

fn chapter() -> String {
    std::fs::read_to_string(Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/audit/published-tables.txt")).unwrap()
}

fn impossible(report: &AuditReport) -> Vec<(&str, &str, Option<&str>)> {
    let of = report.findings.iter().filter(|finding| finding.severity == Severity::Impossible);
    of.map(|finding: &Finding| {
        (finding.place.table.as_deref().unwrap_or_default(), finding.printed.as_str(), finding.likely.as_deref())
    })
    .collect()
}

#[test]
fn the_three_misprints_are_found_with_their_corrections() {
    let report = audit(&text::read(&chapter()));
    if std::env::var_os("SHOW").is_some() {
        println!("{}", serde_json::to_string_pretty(&report).unwrap());
    }
    assert_eq!(
        impossible(&report),
        [("Tabel 4.12", ",077", Some(",094")), ("Tabel 4.17", ",102", Some(",142")), ("Tabel 4.18", ",077", Some(",177")),]
    );
}

#[test]
fn with_the_total_effect_the_fourth_is_found_too() {
    let report = audit(&text::read(&format!("{}\nTotal pengaruh kompetensi 0,302 + 0,180 = 0,482\n", chapter())));
    let found = impossible(&report);
    assert_eq!(found.len(), 4, "{found:?}");
    assert!(found.contains(&("", "0,482", Some("0,481"))), "{found:?}");
}
