//! The eight studies of the design: they parse, and `check` names exactly the keys that are not yet available.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

use bab4::diagnostics::{Code, Diagnostics, Place, Severity, SourceFiles};
use bab4::study::{self, Models, Study};
use std::path::Path;

/// Checks a study in a folder that holds the files it names; gives what was found as `severity code text-under-it`.
fn check(name: &str, files: &[&str]) -> (Option<Study>, Vec<String>) {
    let text = std::fs::read_to_string(Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/studies").join(name)).unwrap();
    let folder = tempfile::tempdir().unwrap();
    for file in files {
        std::fs::write(folder.path().join(file), "x\n").unwrap();
    }
    let mut sources = SourceFiles::default();
    let mut diagnostics = Diagnostics::default();
    let models = Models::load(folder.path(), &mut sources);
    let id = sources.add(name, text);
    let study = study::parse(&sources, id, &mut diagnostics)
        .and_then(|file| study::check(&file, folder.path(), &models, &mut diagnostics));
    diagnostics.sort();
    let found = diagnostics
        .iter()
        .map(|diagnostic| {
            let Some(Place::Span(span)) = &diagnostic.place else { panic!("{diagnostic:?} has no place") };
            let severity = match diagnostic.severity {
                Severity::Error => "E",
                Severity::Warning => "W",
                Severity::Note => "N",
            };
            format!("{severity} {} {}", diagnostic.code, sources.text(*span))
        })
        .collect();
    (study, found)
}

#[test]
fn the_first_study_is_checked_in_full() {
    let (study, found) = check("1-semarang-thesis.yaml", &["responses.csv", "gambaran-umum.md", "pustaka.bib"]);
    assert_eq!(found, ["W S007 prior", "W S007 bibliography"]);
    let study = study.unwrap();
    // Numbers of items as in the thesis' Tables 4.5 to 4.8.
    let counts: Vec<_> = study.variables.values().map(|variable| (variable.code.as_str(), variable.items().count())).collect();
    assert_eq!(counts, [("X1", 9), ("X2", 6), ("Y1", 9), ("Y2", 10)]);
    let last = study.variables["Y2"].items().last().unwrap();
    assert_eq!(last.code, "Y2.10");
    // Its two regressions, predictors as its Tables 4.17 and 4.18 list them.
    let regressions: Vec<_> =
        study.regressions.iter().map(|regression| (regression.name.as_str(), regression.predictors.join(" "))).collect();
    assert_eq!(regressions, [("Y1", "X1 X2".to_owned()), ("Y2", "X1 X2 Y1".to_owned())]);
    // Band limits of a five-point scale in five classes: 1,80 · 2,60 · 3,40 · 4,20 (Durianto et al. 2001).
    let scale = study.variables["X1"].scale().unwrap();
    for ((_, lowest), expected) in scale.bands.bands.iter().zip([1.0, 1.8, 2.6, 3.4, 4.2]) {
        assert!((lowest - expected).abs() < 1e-12);
    }
    assert!((study.analysis.reliability_minimum - 0.60).abs() < 1e-12);
    assert_eq!(study.analysis.seed, 2019);
    assert_eq!(study.data.distributed, Some(68));
    assert_eq!(study.hypotheses.len(), 5);
    assert_eq!(study.hypotheses[3].regression.as_deref(), Some("Y2"));
}

#[test]
fn the_other_studies_name_exactly_what_is_not_available() {
    for (name, files, expected) in [
        (
            "2-berakhlak-second-order.yaml",
            &["berakhlak.xlsx"][..],
            &["E S007 dimensions", "E S007 dimensions", "E S007 kinerja-mitchell"][..],
        ),
        ("3-workshop-pre-post.yaml", &["pretest.xlsx"], &["E S007 id", "E S007 join", "W S007 gain", "E S007 prepost"]),
        ("4-moderation-controls.yaml", &["moderasi.csv"], &["E S007 kinerja-mitchell", "E S007 hc3", "E S007 bootstrap"]),
        ("5-groups-correlation.yaml", &["guru.csv"], &["E S007 keep", "E S007 ocb-organ-1988"]),
        ("6-skm-one-agency.yaml", &["skm.xlsx"], &["E S007 25", "E S007 skm", "E S007 earlier", "E S007 plan"]),
        ("7-batch.yaml", &[], &["E S007 study", "E S007 by", "E S007 summary", "E S007 units"]),
        ("8-google-forms.yaml", &["Formulir tanpa judul (Jawaban).xlsx"], &["E S007 keep"]),
    ] {
        let (study, found) = check(name, files);
        assert_eq!(found, expected, "{name}");
        assert!(study.is_none(), "{name}: a key that changes numbers stops the run");
    }
}

#[test]
fn a_missing_data_file_names_what_is_there() {
    let (study, found) = check("8-google-forms.yaml", &["jawaban.xlsx", "catatan.docx"]);
    assert!(study.is_none());
    assert!(found.contains(&format!("E {} \"Formulir tanpa judul (Jawaban).xlsx\"", Code::BadPath)), "{found:?}");
}
