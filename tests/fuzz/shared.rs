//! What the fuzz targets share: studies to read data by, and the whole line behind a data file.

use bab4::analyses::analyze;
use bab4::dataset::{Dataset, propose, read_bytes};
use bab4::diagnostics::{Diagnostics, SourceFiles, emit};
use bab4::findings::judge;
use bab4::language::Language;
use bab4::pipeline::results_json;
use bab4::scores::score;
use bab4::study::models::Models;
use bab4::study::{Study, check, parse};
use std::path::Path;

/// A study that makes reading look at everything: words, abbreviations and numbers as answers, reversed items, classes and words as
/// characteristics, a variable in one column, a chain.
pub const STUDY: &str = "
title: Apa saja
data: { file: words.csv }
scale: { min: 1, max: 4, labels: [Sangat Tidak Setuju, Tidak Setuju, Setuju, Sangat Setuju], abbreviations: [STS, TS, S, SS] }
respondents:
  jk: { name: Jenis Kelamin, values: { L: Laki-laki, P: Perempuan } }
  umur: { name: Umur, classes: [20, 30, 40], unit: tahun }
variables:
  X: { name: Iks, indicators: [Saya datang, Saya tinggal, { name: Saya pergi, reverse: true }] }
  M: { name: Em, indicators: [Satu, Dua] }
  Y: { name: Nilai, column: nilai, range: [0, 100] }
hypotheses:
  H1: X -> M -> Y (+)
  H2: X & M -> Y
regressions: { Z: { outcome: Y, predictors: [X, umur] } }
analysis: { mediation: { resamples: 100 } }
";

/// The study declared by a text, if it is one, with all its messages written in both languages.
pub fn declare(text: &str) -> Option<Study> {
    let mut sources = SourceFiles::default();
    let mut diagnostics = Diagnostics::default();
    let file = sources.add("study.yaml", text);
    // Checking looks whether the data file is there; it is not read.
    let folder = Path::new(concat!(env!("CARGO_MANIFEST_DIR"), "/corpus/csv"));
    let declared = parse::parse(&sources, file, &mut diagnostics);
    let study = declared.and_then(|declared| {
        let models = Models::shipped(&mut sources);
        check::check(&declared, folder, &models, &mut diagnostics)
    });
    diagnostics.sort();
    write(&diagnostics, &sources);
    study.filter(|_| !diagnostics.has_errors())
}

/// The whole line behind a data file: read, score, analyze, judge, write; and the proposal of a study for it.
pub fn observe(study: &Study, name: &str, bytes: &[u8]) {
    let mut diagnostics = Diagnostics::default();
    if let Some(dataset) = read_bytes(study, name, bytes, &mut diagnostics) {
        analyze_all(study, dataset);
    }
    let _ = propose::propose(name, bytes, &mut diagnostics);
    write(&diagnostics, &SourceFiles::default());
}

fn analyze_all(study: &Study, mut dataset: Dataset) {
    let scores = score(study, &mut dataset);
    let results = analyze(study, "", &dataset, &scores);
    let findings = judge(study, &results);
    let json = results_json(&results, &findings, true);
    // What is not finite would be written as null; a missing value is `absent`, with its reason.
    assert!(!json.contains("\"b\": null") && !json.contains("\"mean\": null"), "{json}");
}

fn write(diagnostics: &Diagnostics, sources: &SourceFiles) {
    for language in [Language::Id, Language::En] {
        let _ = emit::human(diagnostics, sources, language);
        for diagnostic in diagnostics.iter() {
            let _ = emit::short(diagnostic, sources, language);
        }
    }
}
