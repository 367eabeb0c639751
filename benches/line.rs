//! How long the line takes: the example as it is, its resamples alone, and a million respondents. `make bench` runs it.
#![allow(clippy::unwrap_used, missing_docs)]

mod survey;

use bab4::analyses;
use bab4::dataset::read_bytes;
use bab4::diagnostics::Diagnostics;
use bab4::language::Language;
use bab4::pipeline::{Analyzed, Format, Observed, Run, Wanted};
use bab4::render::raster::png;
use bab4::report::document::drawing_files;
use bab4::report::templates::Templates;
use bab4::scores::score;
use bab4::stats::bootstrap::{PathCoefficient, PathRegression, PathSystem};
use bab4::study::Study;
use divan::{Bencher, counter::ItemsCount};
use rayon::prelude::*;
use std::path::{Path, PathBuf};

fn main() {
    divan::main();
}

fn example() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("examples/disnaker-semarang/study.yaml")
}

fn declared() -> (Run, Study) {
    let mut run = Run::default();
    let study = run.declare(&example()).unwrap();
    (run, study)
}

/// parse, check, read, score, analyze with 10 000 resamples, judge.
#[divan::bench]
fn example_analyze() -> Analyzed {
    let (mut run, study) = declared();
    let observed = run.observe(&study).unwrap();
    run.analyze(&study, &observed)
}

/// compose and render, after the analysis.
#[divan::bench(args = [Format::Docx, Format::Markdown, Format::Typst])]
fn example_compose_and_render(bencher: Bencher, format: Format) {
    let (mut run, study) = declared();
    let observed = run.observe(&study).unwrap();
    let analyzed = run.analyze(&study, &observed);
    let templates = Templates::built_in();
    bencher.bench_local(|| {
        let document = run.compose(&study, &analyzed, &templates, Language::Id).unwrap();
        run.render(&study, &analyzed, &document, Wanted { formats: &[format], ..Wanted::default() }).unwrap()
    });
}

/// The example's figures as PNG at 150 dots per inch, all cores.
#[divan::bench]
fn example_figures_as_png(bencher: Bencher) {
    let (mut run, study) = declared();
    let observed = run.observe(&study).unwrap();
    let analyzed = run.analyze(&study, &observed);
    let document = run.compose(&study, &analyzed, &Templates::built_in(), Language::Id).unwrap();
    bencher.bench_local(|| {
        let drawings = drawing_files(&document.blocks);
        drawings.par_iter().map(|drawing| png(drawing.svg, 150).unwrap().bytes.len()).sum::<usize>()
    });
}

/// The two chains of the example, 68 cases, 10 000 draws, on one core.
#[divan::bench]
fn example_resamples_on_one_core(bencher: Bencher) {
    let (mut run, study) = declared();
    let Observed { scores, .. } = run.observe(&study).unwrap();
    let columns: Vec<Vec<f64>> =
        ["X1", "X2", "Y1", "Y2"].iter().map(|name| scores.variables[*name].iter().flatten().collect()).collect();
    let regressions =
        [PathRegression { outcome: 2, predictors: vec![0, 1] }, PathRegression { outcome: 3, predictors: vec![0, 1, 2] }];
    let step = |regression, predictor| PathCoefficient { regression, predictor };
    let system = PathSystem::new(&columns, &regressions, &[vec![step(0, 0), step(1, 2)], vec![step(0, 1), step(1, 2)]]).unwrap();
    let pool = rayon::ThreadPoolBuilder::new().num_threads(1).build().unwrap();
    bencher.counter(ItemsCount::new(10_000_usize)).bench_local(|| pool.install(|| system.resample(10_000, 2019)));
}

/// A study of 200 respondents with a claim of every kind (effects, chains, joint effect, product, associations, groups,
/// pairs, level): everything that is computed and judged, 10 000 resamples.
#[divan::bench]
fn all_claims_of_200_respondents(bencher: Bencher) {
    let (run, study) = surveyed(&survey::study_of_all_claims(10_000));
    let observed = observe(&study, &survey::csv(200));
    bencher.bench_local(|| run.analyze(&study, &observed));
}

/// A study for a survey in memory.
fn surveyed(text: &str) -> (Run, Study) {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("study.yaml");
    std::fs::write(&path, text).unwrap();
    std::fs::write(folder.path().join("responses.csv"), survey::csv(1)).unwrap();
    let mut run = Run::default();
    let study = run.declare(&path).unwrap();
    (run, study)
}

fn observe(study: &Study, csv: &str) -> Observed {
    let mut dataset = read_bytes(study, "responses.csv", csv.as_bytes(), &mut Diagnostics::default()).unwrap();
    let scores = score(study, &mut dataset);
    Observed { dataset, scores, everybody: None }
}

/// Reading and scoring a CSV of 34 items and four characteristics.
#[divan::bench(args = [10_000, 100_000, 1_000_000], sample_count = 3, sample_size = 1)]
fn survey_read_and_score(bencher: Bencher, rows: usize) {
    let (_, study) = surveyed(&survey::study(0));
    let csv = survey::csv(rows);
    bencher.counter(ItemsCount::new(rows)).bench_local(|| observe(&study, &csv));
}

/// Everything that is computed, no resamples.
#[divan::bench(args = [10_000, 100_000, 1_000_000], sample_count = 3, sample_size = 1)]
fn survey_analyze(bencher: Bencher, rows: usize) {
    let (_, study) = surveyed(&survey::study(0));
    let observed = observe(&study, &survey::csv(rows));
    bencher.counter(ItemsCount::new(rows)).bench_local(|| analyses::analyze(&study, "", &observed.dataset, &observed.scores));
}

/// A finished chapter of more than a hundred pages of two thousand characters, read back and audited; every seventh digit of its
/// tables wrong, as no chapter is.
#[divan::bench(args = [false, true])]
fn audit_a_hundred_pages(bencher: Bencher, wrong: bool) {
    let (mut run, study) = declared();
    let observed = run.observe(&study).unwrap();
    let analyzed = run.analyze(&study, &observed);
    let document = run.compose(&study, &analyzed, &Templates::built_in(), Language::Id).unwrap();
    let one = bab4::render::markdown::render(&document);
    let mut text: String = (4..10).map(|chapter| one.replace("Tabel 4.", &format!("Tabel {chapter}."))).collect();
    assert!(text.chars().count() > 200_000);
    if wrong {
        let mut digits = 0;
        text = text
            .lines()
            .map(|line| {
                let change = |c: char| {
                    digits += usize::from(line.starts_with('|') && c.is_ascii_digit());
                    if line.starts_with('|') && c.is_ascii_digit() && digits.is_multiple_of(7) { '4' } else { c }
                };
                line.chars().map(change).chain(['\n']).collect::<String>()
            })
            .collect();
    }
    bencher.bench_local(|| bab4::audit::audit(&bab4::audit::read::markdown::read(&text)));
}
