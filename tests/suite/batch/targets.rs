//! Annual reports of several agencies: targets alone, nobody was asked anything.

use super::Office;

const STUDY: &str = "\
title: Laporan Kinerja Kabupaten Contoh
object: Kabupaten Contoh
year: 2025
targets:
  cap: 120
  indicators:
    - { name: Indeks Profesionalitas ASN, target: { 2025: 63 }, realization: { 2025: 62.04 } }
";

const BATCH: &str = "\
study: study.yaml
summary: { minimum_n: 10 }
units:
  bkd: { object: Badan Kepegawaian }
  dinas: { object: Dinas Tenaga Kerja, targets: { indicators: [{ name: Pelatihan, target: { 2025: 30 }, realization: { 2025: 40 } }] } }
";

fn office(batch: &str) -> Office {
    let office = Office::new(&[]);
    office.write("study.yaml", STUDY);
    office.write("batch.yaml", batch);
    office
}

/// 62,04 / 63 = 98,476 %; 40 / 30 = 133,33 %, which counts as the cap of 120.
#[test]
fn every_agency_has_its_report_and_the_summary_ranks_them() {
    let office = office(BATCH);
    let ran = office.run(&["batch", "run", "batch.yaml", "-f", "md", "-o", "out"]);
    assert_eq!(ran.status, 0, "{}", ran.stderr);
    assert!(ran.stderr.contains("dinas: selesai") && !ran.stderr.contains("n = 0"), "{}", ran.stderr);
    let report = office.read("out/bkd/bab-1.md");
    assert!(report.contains("Badan Kepegawaian") && report.contains("98,48") && !report.contains("133,33"), "{report}");
    let summary = office.read("out/_ringkasan/ringkasan.md");
    assert!(summary.contains("| 1 | Dinas Tenaga Kerja | 1 | 1 | 120,00 |"), "{summary}");
    assert!(summary.contains("| 2 | Badan Kepegawaian | 1 | 0 | 98,48 |"), "{summary}");
    assert!(summary.contains("dihitung sebesar batas") && !summary.contains("esponden"), "{summary}");
}

/// What a unit says of questionnaires asks for a survey after all.
#[test]
fn a_unit_with_questionnaires_needs_a_survey() {
    let office = office(&BATCH.replace("bkd: { ", "bkd: { data: { distributed: 40 }, "));
    let ran = office.run(&["batch", "run", "batch.yaml", "-f", "md", "-o", "out"]);
    assert_eq!(ran.status, 1, "{}", ran.stderr);
    assert!(ran.stderr.contains("file") && office.path("out/dinas/bab-1.md").is_file(), "{}", ran.stderr);
}
