//! Self-audit: every chapter this program writes passes its own audit without a finding, in each format it can be read back
//! from.

use crate::outcomes::{all, both, outcome};
use bab4::audit::audit;
use bab4::audit::chapter::Chapter;
use bab4::audit::finding::Finding;
use bab4::audit::read::markdown;
use bab4::render;

fn faults(name: &str, chapter: &Chapter) -> Vec<String> {
    let report = audit(chapter);
    let told = |finding: &Finding| {
        format!(
            "{name}: {} {:?} {} → {:?} {:?} {:?}",
            finding.code, finding.place, finding.printed, finding.likely, finding.why, finding.words
        )
    };
    report.findings.iter().map(told).collect()
}

#[test]
fn every_study_in_markdown() {
    let faults: Vec<String> = both().flat_map(|(name, outcome)| faults(name, &markdown::read(&outcome.markdown))).collect();
    assert!(faults.is_empty(), "{} findings:\n{}", faults.len(), faults.join("\n"));
}

/// Other titles choose other phrasings of every sentence: with the studies above, more than fifty clean chapters.
#[test]
fn other_phrasings_too() {
    let titles = ["Satu", "Kinerja Pegawai Dinas", "Motivasi dan Disiplin", "Pengaruh Kompensasi"];
    let mut chapters = 0;
    let mut found = Vec::new();
    for outcome in all().values() {
        for title in titles {
            let text = render::markdown::render(&outcome.titled(title));
            found.extend(faults(&format!("{} · {title}", outcome.name), &markdown::read(&text)));
            chapters += 1;
        }
    }
    assert!(chapters >= 50, "only {chapters} chapters");
    assert!(found.is_empty(), "{} findings:\n{}", found.len(), found.join("\n"));
}

/// Nothing of the main example is left unread: every table is known and every row certain.
#[test]
fn the_main_example_is_read_completely() {
    let report = audit(&markdown::read(&outcome("disnaker-semarang").markdown));
    assert_eq!((report.unknown.len(), report.uncertain.len(), report.unresolved), (0, 0, 0), "{report:?}");
    assert!(
        report.tables >= 25 && report.numbers > 600 && report.relations > 500,
        "{} {} {}",
        report.tables,
        report.numbers,
        report.relations
    );
}
