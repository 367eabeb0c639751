//! With the study: every number of a chapter against its data.

use crate::outcomes::outcome;
use bab4::audit::chapter::{Chapter, Content};
use bab4::audit::finding::Severity;
use bab4::audit::read::markdown;
use bab4::audit::recompute::Basis;
use bab4::audit::report::AuditReport;
use bab4::audit::{audit, audit_with};
use bab4::diagnostics::Code;

fn against(name: &str, chapter: &Chapter) -> AuditReport {
    let outcome = outcome(name);
    let basis = Basis { results: &outcome.analyzed.results, names: outcome.study.spellings(), repeated: Vec::new() };
    audit_with(chapter, Some(&basis))
}

fn published() -> Chapter {
    let path = crate::common::root().join("tests/audit/published-tables.txt");
    bab4::audit::read::read(&std::fs::read(path).unwrap(), "tables.txt").unwrap()
}

/// The survey behind the published tables is the example's: what differs from it are the three misprints, and nothing else of
/// more than 400 numbers.
#[test]
fn the_published_tables_are_those_of_their_data() {
    let report = against("disnaker-semarang", &published());
    let recomputed = report.recomputed.as_ref().unwrap();
    assert!(recomputed.compared > 400 && recomputed.unmatched.is_empty(), "{} {:?}", recomputed.compared, recomputed.unmatched);
    let differing: Vec<(&str, &str)> =
        recomputed.differences.iter().map(|difference| (difference.printed.as_str(), difference.shown.as_str())).collect();
    assert_eq!(differing, [(",102", ",142"), (",077", ",177"), (",077", ",094")]);
    // A culprit that was found anyway is reported once, with what the data give.
    assert_eq!(report.findings.len(), 3);
    assert!(report.findings.iter().all(|finding| finding.recomputed.is_some() && finding.recomputed == finding.likely));
}

/// A whole row of a table of items that agrees with itself and with nothing else in the chapter, but not with the data.
#[test]
fn a_row_that_is_right_by_itself_is_held_against_the_data() {
    let mut chapter = markdown::read(
        "**Tabel 4.1** Tanggapan\n\n| Indikator | STS | TS | N | S | SS | Jumlah | Rata-rata |\n|---|--|--|--|--|--|--|--|\n\
         | Kuantitas (Y2.1) | 0 | 10 | 26 | 26 | 6 | 232 | 3,412 |\n| Kualitas (Y2.2) | 0 | 10 | 27 | 27 | 4 | 229 | 3,368 |\n",
    );
    assert_eq!(against("disnaker-semarang", &chapter).findings, []);
    for block in &mut chapter.blocks {
        if let Content::Grid(rows) = &mut block.content {
            // One answer moves from S to SS: 233 and 3,426.
            for (column, text) in [(4, "25"), (5, "7"), (6, "233"), (7, "3,426")] {
                rows[1][column] = text.to_owned();
            }
        }
    }
    assert_eq!(audit(&chapter).findings, []);
    let report = against("disnaker-semarang", &chapter);
    let found: Vec<(Code, &str, Option<&str>)> =
        report.findings.iter().map(|finding| (finding.code, finding.printed.as_str(), finding.likely.as_deref())).collect();
    let code = Code::Recomputed;
    assert_eq!(
        found,
        [(code, "233", Some("232")), (code, "3,426", Some("3,412")), (code, "25", Some("26")), (code, "7", Some("6"))]
    );
}

/// Pearson's r of items where the study asks for the corrected one: the numbers are right for another choice, which is named.
#[test]
fn another_convention_is_named_and_not_called_wrong() {
    let outcome = outcome("disnaker-semarang");
    let mut text =
        String::from("**Tabel 4.9** Uji Validitas\n\n| Indikator | r hitung | r tabel | Keterangan |\n|---|--|--|--|\n");
    for (code, item) in outcome.analyzed.results.items.iter().take(9) {
        let r = item.pearson.value().unwrap().r;
        let r = bab4::numbers::PrintedNumber { value: r, decimals: 3 }.print(',', true);
        text.push_str(&format!("| Butir ({code}) | {r} | 0,239 | Valid |\n"));
    }
    let report = against("disnaker-semarang", &markdown::read(&text));
    assert_eq!(report.recomputed.as_ref().unwrap().compared, 9);
    assert_eq!(report.findings.len(), 9, "{:?}", report.findings);
    let practice = |finding: &bab4::audit::finding::Finding| {
        finding.severity == Severity::Practice && finding.words.as_ref().unwrap().en.contains("Pearson")
    };
    assert!(report.findings.iter().all(practice), "{:?}", report.findings);
}

/// Every example against its own data: nothing differs.
#[test]
fn own_chapters_are_those_of_their_data() {
    let mut compared = 0;
    for name in ["disnaker-semarang", "beban-kerja-latihan", "moderasi-latihan", "pelatihan-latihan", "perbedaan-latihan"] {
        let report = against(name, &markdown::read(&outcome(name).markdown));
        let recomputed = report.recomputed.unwrap();
        assert_eq!(recomputed.differences, [], "{name}");
        compared += recomputed.compared;
    }
    assert!(compared > 900, "{compared}");
}

/// A chapter of one study held against the data of another: one answer, not hundreds.
#[test]
fn a_chapter_of_other_data_is_said_once() {
    let chapter = published();
    let other = outcome("disnaker-semarang");
    let mut results = other.analyzed.results.clone();
    for item in results.items.values_mut() {
        item.counts.values_mut().for_each(|count| *count += 3);
        item.sum = item.sum.clone().map(|sum| sum + 40.0);
    }
    for table in results.respondents.values_mut() {
        table.rows.iter_mut().for_each(|row| row.count += 2);
    }
    let basis = Basis { results: &results, names: other.study.spellings(), repeated: vec![vec![2, 9]] };
    let report = audit_with(&chapter, Some(&basis));
    let told: Vec<&str> = report
        .findings
        .iter()
        .filter(|finding| matches!(finding.code, Code::Recomputed | Code::DoubtfulData))
        .map(|finding| finding.printed.as_str())
        .collect();
    assert_eq!(told.len(), 2, "{told:?}");
    assert!(told.contains(&"2 = 9"), "{told:?}");
}
