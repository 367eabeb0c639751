//! The eight studies of the design: they parse, and `check` names exactly the keys that are not yet available.
use super::checked::check_in;
use bab4::diagnostics::{Code, Diagnostics, Severity, SourceFiles};
use bab4::study::{self, Study};

/// Checks a study in a folder that holds the files it names; gives what was found as `severity code text-under-it`.
fn check(name: &str, files: &[&str]) -> (Option<Study>, Vec<String>) {
    let path = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/studies").join(name);
    let text = std::fs::read_to_string(path).unwrap();
    let files: Vec<(&str, &str)> = files.iter().map(|file| (*file, "x\n")).collect();
    let checked = check_in(&text, &files);
    let found = checked
        .diagnostics
        .iter()
        .map(|diagnostic| {
            let severity = match diagnostic.severity {
                Severity::Error => "E",
                Severity::Warning => "W",
                Severity::Note => "N",
            };
            format!("{severity} {} {}", diagnostic.code, checked.under(diagnostic))
        })
        .collect();
    (checked.study, found)
}

#[test]
fn the_first_study_is_checked_in_full() {
    let (study, found) = check("1-semarang-thesis.yaml", &["responses.csv", "gambaran-umum.md", "pustaka.bib"]);
    assert_eq!(found, Vec::<String>::new());
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
fn the_second_study_scores_dimensions() {
    let (study, found) = check("2-berakhlak-second-order.yaml", &["berakhlak.xlsx"]);
    assert_eq!(found, [] as [&str; 0]);
    let study = study.unwrap();
    let values = &study.variables["X"];
    assert_eq!((values.dimensions().count(), values.items().count()), (7, 21));
    assert_eq!(study.regressions[1].predictors.len(), 7);
    assert_eq!(study.hypotheses[8].regression.as_deref(), Some("Y per nilai"));
}

#[test]
fn the_fourth_study_is_checked_in_full() {
    let (study, found) = check("4-moderation-controls.yaml", &["moderasi.csv"]);
    assert_eq!(found, [] as [&str; 0]);
    assert_eq!(study.unwrap().variables["Y"].items().count(), 13);
}

#[test]
fn the_fifth_study_is_checked_in_full() {
    let (study, found) = check("5-groups-correlation.yaml", &["guru.csv"]);
    assert_eq!(found, [] as [&str; 0]);
    let study = study.unwrap();
    assert_eq!(study.variables["OCB"].dimensions().count(), 5);
    assert_eq!(study.variables["OCB"].scale().map(|scale| scale.max), Some(7), "the model brings no scale");
}

#[test]
fn a_batch_file_is_no_study_file() {
    // It is read by `bab4 batch`.
    let (study, found) = check("7-batch.yaml", &[]);
    assert_eq!(found, ["E S004 study"]);
    assert!(study.is_none(), "a key that changes numbers stops the run");
}

#[test]
fn the_study_of_satisfaction_is_checked_in_full() {
    let (study, found) = check("6-skm-one-agency.yaml", &["skm.xlsx"]);
    assert_eq!(found, Vec::<String>::new());
    let study = study.unwrap();
    assert_eq!(study.variables["U"].items().count(), 9);
    assert_eq!((study.report.chapter, study.report.earlier.len(), study.report.plan[0].item.as_str()), (1, 2, "BIAY"));
    assert_eq!(study.report.appendices, ["questionnaire", "data", "publication"]);
}

#[test]
fn the_study_of_a_training_is_checked_in_full() {
    let (study, found) = check("3-workshop-pre-post.yaml", &["pretest.xlsx", "posttest.xlsx"]);
    assert_eq!(found, Vec::<String>::new());
    let data = study.unwrap().data;
    assert_eq!((data.id.map(|id| id.header).as_deref(), data.join[0].prefix.as_str()), (Some("nip"), "post_"));
}

#[test]
fn the_study_of_a_form_is_checked_in_full() {
    let (study, found) = check("8-google-forms.yaml", &["Formulir tanpa judul (Jawaban).xlsx"]);
    assert_eq!(found, Vec::<String>::new());
    let data = study.unwrap().data;
    assert_eq!(
        (data.keep[0].column.header.as_str(), data.keep[0].answer.as_str()),
        ("Apakah Anda bersedia menjadi responden?", "Ya")
    );
}

#[test]
fn a_missing_data_file_names_what_is_there() {
    let (study, found) = check("8-google-forms.yaml", &["jawaban.xlsx", "catatan.docx"]);
    assert!(study.is_none());
    assert!(found.contains(&format!("E {} \"Formulir tanpa judul (Jawaban).xlsx\"", Code::BadPath)), "{found:?}");
}

/// Every key of the study file, so that a key the decoder does not know shows as unknown.
const EVERY_KEY: &str = "\
title: { id: Judul, en: Title }
author: Nama
institution: Universitas
object: Dinas
period: Semester I
year: 2025
language: en
subjects: pegawai
data:
  file: data.csv
  sheet: Jawaban
  delimiter: \"\\t\"
  decimal: ','
  encoding: windows-1252
  id: nip
  join: [{ file: lain.csv, prefix: b_ }]
  keep: { bersedia: Ya }
  form: form.xlsx
  distributed: 70
  returned: 68
  missing: forbid
  missing_codes: ['', '-']
  pilot: coba.csv
population: 100
sampling: { method: slovin, margin: 0.05 }
scale: { min: 1, max: 5, labels: [a, b, c, d, e], abbreviations: [a, b, c, d, e], categories: { kurang: 1, baik: 3.5 } }
respondents:
  jk: { name: Jenis Kelamin, column: JK, order: [L, P], values: { L: Laki-laki, P: { id: Perempuan, en: Women } } }
  umur: { name: Umur, classes: [20, 30], unit: tahun }
variables:
  X:
    name: Variabel
    abbreviation: V
    definition: Arti
    source: Buku
    scale: { min: 1, max: 4, categories: [rendah, sedang, tinggi] }
    columns: 'K{i}'
    score: { by: mean, of: items, weights: { X.1: 2, X.2: 1, X.3: 1 }, times: 25, minimum_answered: 0.8, msi: true }
    indicators:
      - satu
      - { name: dua, statement: Dua, code: X.2, reverse: false, reverse_checked: true, labels: [a, b, c, d] }
      - { name: tiga, items: [{ statement: Tiga }] }
  D: { name: Ganda, dimensions: { A: { name: Satu, definition: Arti, indicators: [{ name: a, column: kolom a }] } } }
  U: { uses: ocb-semarang }
  Y: { name: Nilai, column: nilai, range: [0, 100] }
hypotheses:
  H1: X -> Y (+)
  H2:
    claim: D.A -> Y
    statement: Ada pengaruh
    prior: { positive: [a2019], negative: [b2020], none: [c2021] }
    discussion: { accepted: ya, rejected: { id: tidak, en: no } }
  H3: { claim: Y ~ jk, discussion: Pembahasan }
regressions:
  Y: [X, D.A, umur]
  lain: { outcome: Y, predictors: [U] }
analysis:
  method: pls
  conventions: [ghozali-2018, spss-27]
  alpha: 0.1
  tails: 1
  validity: { method: pearson, critical: 0.3 }
  invalid_items: drop
  reliability: { method: cronbach, minimum: 0.6 }
  normality: [kolmogorov-smirnov, shapiro-wilk]
  heteroscedasticity: [glejser, white]
  multicollinearity: { vif: 5 }
  autocorrelation: [durbin-watson]
  linearity: [ramsey-reset]
  if_violated: { normality: bootstrap, heteroscedasticity: hc3 }
  mediation: { decides: bca, resamples: 5000, seed: 7 }
  groups: welch
  paired: rank
  association: spearman
  gain: { bands: percent }
  outliers: exclude
report:
  template: skm
  outline: huruf
  chapter: 5
  numerals: roman
  source_note: Data diolah
  overview: data.csv
  bibliography: pustaka.bib
  italic: [response rate]
  style: { p: apa, leading_zero: full, figure_captions: above, decimals: { mean: 2, statistic: 4 } }
  discussion: { h1: a.md }
  additions: { '4.1': b.md }
  appendices: [data]
  earlier: [{ period: 2024, value: 80 }]
  plan: [{ item: X.1, action: Melatih, time: TW I, owner: Bidang }]
";

#[test]
fn every_key_is_read_and_what_is_not_computed_is_named() {
    let files = [
        ("data.csv", "x\n"),
        ("lain.csv", "x\n"),
        ("coba.csv", "x\n"),
        ("form.xlsx", "x\n"),
        ("pustaka.bib", ""),
        ("a.md", ""),
        ("b.md", ""),
    ];
    let found = check_in(EVERY_KEY, &files).found();
    let expected = ["pls"].map(|key| format!("S007 {key}"));
    // The model's scale, 1 to 5 without words, takes the words of the study's.
    assert_eq!(found, expected);
    // Nothing written above is lost on the way into the mirror.
    let mut sources = SourceFiles::default();
    let id = sources.add("study.yaml", EVERY_KEY);
    let file = study::parse(&sources, id, &mut Diagnostics::default()).unwrap();
    let mirror = serde_json::to_string(&file).unwrap();
    for written in [
        "Universitas",
        "Semester I",
        "windows-1252",
        "nip",
        "lain.csv",
        "b_",
        "bersedia",
        "coba.csv",
        "slovin",
        "kurang",
        "Women",
        "tahun",
        "K{i}",
        "X.1",
        "Arti",
        "kolom a",
        "ocb-semarang",
        "a2019",
        "b2020",
        "c2021",
        "rejected",
        "ghozali-2018",
        "hc3",
        "percent",
        "huruf",
        "pustaka.bib",
        "response rate",
        "a.md",
        "b.md",
        "appendices",
        "Melatih",
        "TW I",
        "Bidang",
    ] {
        assert!(mirror.contains(written), "{written}");
    }
}
