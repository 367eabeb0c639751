//! A study with any answers: computed once, written, and read back as it was.

use crate::common::example;
use bab4::analyses::results::Results;
use bab4::dataset::read_bytes;
use bab4::diagnostics::Diagnostics;
use bab4::findings::Findings;
use bab4::pipeline::{Analyzed, Observed, Run, results_json};
use bab4::scores::score;
use bab4::study::Study;
use proptest::prelude::*;

/// A reversed item, a characteristic as predictor, a chain and a joint claim.
const STUDY: &str = "
title: Apa saja
data: { file: responses.csv }
scale: { min: 1, max: 5 }
respondents: { jk: Jenis Kelamin }
variables:
  X: { name: Iks, indicators: [a, b, c, { name: d, reverse: true }] }
  M: { name: Em, indicators: [a, b, c] }
  Y: { name: Ye, indicators: [a, b] }
hypotheses:
  H1: X -> M (+)
  H2: X -> M -> Y (+)
  H3: X & M -> Y
regressions: { Z: { outcome: Y, predictors: [X, jk] } }
analysis: { mediation: { resamples: 200 } }
";
const HEADER: &str = "jk,X.1,X.2,X.3,X.4,M.1,M.2,M.3,Y.1,Y.2\n";

fn study() -> (Run, Study) {
    let folder = tempfile::tempdir().unwrap();
    std::fs::write(folder.path().join("study.yaml"), STUDY).unwrap();
    std::fs::write(folder.path().join("responses.csv"), HEADER).unwrap();
    let mut run = Run::default();
    let study = run.declare(&folder.path().join("study.yaml"));
    let Some(study) = study else { panic!("the study of this test is wrong: {:?}", run.diagnostics) };
    (run, study)
}

fn analyze(run: &Run, study: &Study, csv: &str) -> Option<Analyzed> {
    let mut dataset = read_bytes(study, "responses.csv", csv.as_bytes(), &mut Diagnostics::default())?;
    let scores = score(study, &mut dataset);
    Some(run.analyze(study, &Observed { dataset, scores, everybody: None }))
}

/// Answers, some of them missing; or everybody the same answers.
fn answers() -> impl Strategy<Value = String> {
    let answer = || prop_oneof![12 => (1..=5_u8).prop_map(|a| a.to_string()), 1 => Just(String::new())];
    let gender = || prop_oneof![Just("L"), Just("P")];
    let row = move || (gender(), prop::collection::vec(answer(), 9)).prop_map(|(jk, row)| format!("{jk},{}\n", row.join(",")));
    prop_oneof![
        9 => prop::collection::vec(row(), 0..40).prop_map(|rows| rows.concat()),
        1 => (row(), 1..20_usize).prop_map(|(row, times)| row.repeat(times)),
    ]
}

/// `results.json`, read back.
fn read_back(json: &str) -> (Results, Findings) {
    (serde_json::from_str(json).unwrap(), serde_json::from_str(json).unwrap())
}

#[test]
fn results_of_any_answers_are_read_back_as_they_were() {
    let (run, study) = study();
    let mut computed = 0;
    let mut runner = proptest::test_runner::TestRunner::new(ProptestConfig::with_cases(150));
    let outcome = runner.run(&answers(), |rows| {
        if let Some(Analyzed { results, findings }) = analyze(&run, &study, &format!("{HEADER}{rows}")) {
            let json = results_json(&results, &findings, true);
            let (again, findings_again) = read_back(&json);
            let json_again = results_json(&again, &findings_again, true);
            let differing = json.lines().zip(json_again.lines()).find(|(a, b)| a != b);
            prop_assert!(differing.is_none() && json.len() == json_again.len(), "{differing:?}");
            prop_assert!(again == results && findings_again == findings, "written the same, but not the same");
        }
        Ok(())
    });
    outcome.unwrap_or_else(|error| panic!("{error}"));
    for (rows, usable) in [("L,1,2,3,4,5,4,3,2,1\n".repeat(5), true), (String::new(), false)] {
        computed += usize::from(analyze(&run, &study, &format!("{HEADER}{rows}")).is_some() == usable);
    }
    assert_eq!(computed, 2, "a file of equal answers is analyzed, a file without answers is refused");
}

#[test]
fn results_do_not_know_how_many_threads_there_were() {
    let path = example("disnaker-semarang").join("study.yaml");
    let json = |threads: usize| {
        let pool = rayon::ThreadPoolBuilder::new().num_threads(threads).build().unwrap();
        pool.install(|| {
            let mut run = Run::default();
            let study = run.declare(&path).unwrap();
            let observed = run.observe(&study).unwrap();
            let Analyzed { results, findings } = run.analyze(&study, &observed);
            results_json(&results, &findings, true)
        })
    };
    let one = json(1);
    assert_eq!(one, json(2));
    assert_eq!(one, json(5));
    assert!(one.contains("\"percentile\""));
}
