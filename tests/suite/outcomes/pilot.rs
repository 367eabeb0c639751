//! A study whose instrument was tried out: its tests rest on the try-out, everything else on the survey.

use super::{file, outcome, run, try_run_in};
use bab4::analyses::results::ItemResult;
use bab4::diagnostics::Code;
use bab4::language::Language;
use bab4::pipeline::Run;
use bab4::study::settings::InvalidItems;

fn close(found: f64, expected: f64) {
    assert!((found - expected).abs() < 5e-8, "{found} is not {expected}");
}

/// R 4.2.2: `Rscript tests/published/pilot.R`; corrected correlation and its p, alpha without the item.
#[test]
fn validity_and_reliability_are_those_of_the_try_out() {
    let study = run(&file("pilot"), |study| {
        study.analysis.invalid_items = InvalidItems::Keep;
        study.report.appendices = vec!["critical-values".to_owned(), "provenance".to_owned()];
    });
    let results = &study.analyzed.results;
    let pilot = results.pilot.as_ref().unwrap();
    assert_eq!((pilot.file.as_str(), pilot.n, pilot.incomplete, results.data.n), ("pilot.csv", 32, 1, 60));
    for (item, [total, corrected, p, without]) in [
        ("X.1", [0.803_434_2, 0.678_089_6, 0.000_020_0, 0.749_269_0]),
        ("X.4", [0.467_749_7, 0.221_591_5, 0.222_896_7, 0.877_600_2]),
        ("Y.2", [0.746_113_5, 0.527_902_8, 0.002_271_5, 0.689_972_7]),
        ("Y.3", [0.691_802_5, 0.472_559_9, 0.007_265_1, 0.719_088_3]),
    ] {
        let found = &results.items[item];
        close(found.pearson.value().unwrap().r, total);
        close(*found.corrected_r.value().unwrap(), corrected);
        close(*found.corrected_p.value().unwrap(), p);
        close(*found.alpha_if_deleted.value().unwrap(), without);
    }
    let of = |item: &ItemResult| (item.n, item.tested_n, item.valid.value().copied());
    // On the survey X.3 would fail and X.4 pass.
    assert_eq!(of(&results.items["X.3"]), (60, 32, Some(true)));
    assert_eq!(of(&results.items["X.4"]), (60, 32, Some(false)));
    assert_eq!(of(&results.items["Y.2"]), (60, 31, Some(true)));
    let (x, y) = (&results.variables["X"], &results.variables["Y"]);
    close(*results.items["X.1"].r_critical.value().unwrap(), 0.349_370_0);
    close(*results.items["Y.1"].r_critical.value().unwrap(), 0.355_045_9);
    close(*x.alpha.value().unwrap(), 0.809_947_8);
    close(*y.alpha.value().unwrap(), 0.743_618_4);
    assert_eq!((x.n, x.reliability_n, y.reliability_n, x.validity_df.value().copied()), (60, 32, 31, Some(30.0)));
    study.must_say(&[
        "Validitas dan reliabilitas instrumen diuji pada data uji coba, yaitu jawaban 32 responden; 1 di antaranya tidak lengkap",
        "Data penelitian (60 responden) tidak ikut dalam pengujian ini",
        "Uji pada data uji coba (32 responden).",
        "lebih besar daripada r tabel 0,355 (df = 29)",
        "dan berkas uji coba dengan sidik f7624e3630e5",
        "Butir tersebut tetap disertakan dalam skor",
        "Responden uji coba, dalam uji instrumen: 32",
    ]);
    // The table of the appendix gives r by the respondents of the try-out.
    study.must_say(&["| r | Uji validitas | 32 | – | – | 0,349 |", "| r | Uji validitas | 31 | – | – | 0,355 |"]);
    study.must_not_say(&["0,254"]);
}

/// R: the scores without X.4, on the survey.
#[test]
fn items_that_failed_in_the_try_out_leave_the_scores_of_the_survey() {
    let study = outcome("pilot");
    let results = &study.analyzed.results;
    let [dropped] = &results.dropped_items[..] else { panic!("{:?}", results.dropped_items) };
    assert_eq!((dropped.item.as_str(), dropped.step), ("X.4", 1));
    close(*dropped.alpha_before.value().unwrap(), 0.809_947_8);
    close(*dropped.alpha_after.value().unwrap(), 0.877_600_2);
    close(*results.items["X.1"].corrected_r.value().unwrap(), 0.714_707_9);
    // As it was when it was left out.
    close(*results.items["X.4"].r.value().unwrap(), 0.221_591_5);
    let slope = &results.regressions["Y"].value().unwrap().coefficients[1];
    close(slope.b, -0.001_580_889);
    close(*slope.p.value().unwrap(), 0.992_340_3);
    study.must_say(&[
        "Butir tersebut dikeluarkan dari skor Kompetensi.",
        "Butir X.4 tidak valid dan dikeluarkan dari skor; rata-rata variabel dihitung tanpa butir tersebut.",
        "Butir X.4 dikeluarkan; korelasinya ialah pada saat dikeluarkan",
        "Diagram batang jawaban atas 4 butir variabel Kompetensi",
    ]);
    study.must_not_say(&["tetap disertakan dalam skor"]);
}

#[test]
fn chapter_three_and_an_english_chapter_name_the_try_out() {
    let method = run(&file("pilot"), |study| study.report.template = "bab-iii".to_owned());
    method.must_say(&["diuji pada data uji coba, yaitu jawaban 32 responden"]);
    let english = try_run_in(Language::En, &file("pilot"), |_| {}).unwrap();
    english.must_say(&[
        "were tested on the data of a try-out, the answers of 32 respondents; 1 of them did not answer every item",
        "Tested on the data of the try-out (32 respondents).",
        "This item is left out of the score of Kompetensi.",
    ]);
}

/// Problems of the try-out name its file, those of its declaration its key.
#[test]
fn what_is_wrong_with_the_try_out_is_said_at_its_file() {
    let yaml = std::fs::read_to_string(file("pilot")).unwrap();
    let survey = std::fs::read_to_string(file("pilot").with_file_name("pilot-survey.csv")).unwrap();
    let found = |yaml: &str, pilot: Option<&str>| -> Vec<(Code, String)> {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("study.yaml");
        std::fs::write(&path, yaml).unwrap();
        std::fs::write(folder.path().join("pilot-survey.csv"), &survey).unwrap();
        if let Some(pilot) = pilot {
            std::fs::write(folder.path().join("pilot.csv"), pilot).unwrap();
        }
        let mut run = Run::default();
        if let Some(study) = run.declare(&path) {
            assert!(run.observe(&study).is_none() || !run.diagnostics.has_errors());
        }
        run.diagnostics.iter().map(|found| (found.code, format!("{found:?}"))).collect()
    };
    let header = "X.1,X.2,X.3,X.4,X.5,Y.1,Y.2,Y.3,Y.4\n";
    for (yaml, pilot, code, place) in [
        (yaml.clone(), None, Code::BadPath, "pilot.csv"),
        (yaml.replace("pilot: pilot.csv", "pilot: ../pilot.csv"), None, Code::BadPath, "../pilot.csv"),
        (yaml.replace("pilot: pilot.csv", "pilot: pilot-survey.csv"), None, Code::Conflict, "pilot-survey.csv"),
        (yaml.clone(), Some(header.to_owned()), Code::DataEmpty, "pilot.csv"),
        (yaml.clone(), Some(header.replace("X.5", "Z") + "1,2,3,4,5,1,2,3,4\n"), Code::MissingColumn, "pilot.csv"),
        (yaml.clone(), Some(format!("{header}1,2,3,4,9,1,2,3,4\n")), Code::OffScale, "pilot.csv"),
    ] {
        let found = found(&yaml, pilot.as_deref());
        let one = found.iter().find(|(found, _)| *found == code);
        assert!(one.is_some_and(|(_, shown)| shown.contains(place)), "{code} at {place}: {found:?}");
    }
    // Neither characteristics nor numbers are asked of a try-out.
    let rows: String = (1..=12).map(|i| format!("{},{},3,4,5,1,2,3,{}\n", 1 + i % 5, 1 + i % 4, 1 + i % 3)).collect();
    assert!(found(&yaml, Some(&format!("{header}{rows}"))).iter().all(|(code, _)| *code != Code::MissingColumn));
}

/// A survey in two files and a try-out: the try-out is one file with the items of both, tested as if the survey were one file.
#[test]
fn a_survey_in_two_files_has_one_try_out() {
    let folder = tempfile::tempdir().unwrap();
    let from = file("pilot");
    let from = from.parent().unwrap();
    let survey = std::fs::read_to_string(from.join("pilot-survey.csv")).unwrap();
    let columns = |of: std::ops::Range<usize>| -> String {
        let line = |(at, line): (usize, &str)| {
            let id = if at == 0 { "ID".to_owned() } else { at.to_string() };
            format!("{id},{}\n", line.split(',').collect::<Vec<_>>()[of.clone()].join(","))
        };
        survey.lines().enumerate().map(line).collect()
    };
    let tryout = std::fs::read_to_string(from.join("pilot.csv")).unwrap();
    let alone: String = tryout.lines().map(|line| line.split(',').take(5).collect::<Vec<_>>().join(",") + "\n").collect();
    let yaml = std::fs::read_to_string(file("pilot")).unwrap();
    let yaml = yaml.replace("{ file: pilot-survey.csv,", "{ file: x.csv, id: ID, join: [{ file: y.csv }],");
    for (name, text) in [
        ("x.csv", columns(0..6)),
        ("y.csv", columns(6..10)),
        ("pilot.csv", tryout),
        ("alone.csv", alone),
        ("study.yaml", yaml.clone()),
    ] {
        std::fs::write(folder.path().join(name), text).unwrap();
    }
    let study = run(&folder.path().join("study.yaml"), |_| {});
    let (ours, one_file) = (&study.analyzed.results, &outcome("pilot").analyzed.results);
    assert_eq!((ours.data.n, ours.pilot.as_ref().map(|pilot| pilot.n)), (60, Some(32)));
    for (code, item) in &one_file.items {
        assert_eq!((&ours.items[code].corrected_r, ours.items[code].tested_n), (&item.corrected_r, item.tested_n), "{code}");
    }
    // The try-out of one questionnaire alone: named, with what to do.
    std::fs::write(folder.path().join("study.yaml"), yaml.replace("pilot: pilot.csv", "pilot: alone.csv")).unwrap();
    let mut run = Run::default();
    let planned = run.declare(&folder.path().join("study.yaml")).unwrap();
    assert!(run.observe(&planned).is_none());
    let missing: Vec<_> = run.diagnostics.iter().filter(|found| found.code == Code::MissingColumn).collect();
    let [missing] = missing[..] else { panic!("{:?}", run.diagnostics) };
    assert!(missing.message.id.contains("alone.csv") && missing.message.id.contains("Y.1"), "{missing:?}");
    assert!(missing.hints.iter().any(|hint| hint.id.contains("berdampingan di berkas itu")), "{missing:?}");
}
