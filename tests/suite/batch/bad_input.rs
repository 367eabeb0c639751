//! What goes wrong in one unit, in all, or on the machine.

use super::{Office, STUDY, survey};

const BY: &[&str] = &["batch", "run", "study.yaml", "--by", "dinas", "-f", "md,json"];

#[test]
fn a_study_that_is_wrong_is_one_error_not_one_a_unit() {
    let names: Vec<String> = (0..60).map(|at| format!("Dinas {at}")).collect();
    let units: Vec<(&str, usize)> = names.iter().map(|name| (name.as_str(), 3)).collect();
    let office = Office::new(&units);
    office.write("study.yaml", STUDY.replace("H1: X -> Y (+)", "H1: X -> Z (+)"));
    let ran = office.run(BY);
    assert_eq!(ran.status, 1);
    assert_eq!(ran.stderr.matches("error[").count() + ran.stderr.matches("[S014]").count(), ran.stderr.matches("S014").count());
    assert_eq!(ran.stderr.matches("S014").count(), 1, "{}", ran.stderr);
    assert!(!office.path("out").exists(), "nothing was begun");
    // A column that is in no unit's rows: found while reading, said once with the units.
    office.write("study.yaml", STUDY.replace("Jumlah]", "Jumlah, Kehadiran]"));
    let ran = office.run(BY);
    assert_eq!(ran.status, 1);
    assert!(
        ran.stderr.contains("60 unit gagal karena ini (Dinas 0, Dinas 1, Dinas 2, Dinas 3, Dinas 4, dan 55 lagi)"),
        "{}",
        ran.stderr
    );
}

#[test]
fn small_units_and_constant_answers_are_reasons_not_failures() {
    let office = Office::new(&[("Nol", 0), ("Satu", 1), ("Dua", 2), ("Cukup", 20)]);
    let constant: String = (0..15).map(|row| format!("x,Tetap,L,3,{},4,{},2,5\n", 1 + row % 5, 1 + row % 3)).collect();
    office.write("jawaban.csv", office.read("jawaban.csv") + &constant);
    office.write("batch.yaml", "study: study.yaml\nby: dinas\nunits: { nol: { object: Dinas Nol } }\n");
    let ran = office.run(&["batch", "run", "batch.yaml", "-f", "md,json"]);
    assert_eq!(ran.status, 1, "{}", ran.stderr);
    assert!(ran.stderr.contains("nol: GAGAL: B001"), "{}", ran.stderr);
    assert!(ran.stderr.contains("4 unit selesai, 1 gagal"), "{}", ran.stderr);
    for (folder, n) in [("satu", 1), ("dua", 2), ("cukup", 20), ("tetap", 15)] {
        let results: serde_json::Value = serde_json::from_str(&office.read(&format!("out/{folder}/results.json"))).unwrap();
        assert_eq!(results["data"]["n"], n);
    }
}

#[test]
fn a_column_that_one_file_lacks_costs_its_own_unit() {
    let office = Office::new(&[("A", 8)]);
    for unit in ["a", "b", "c"] {
        office.write(&format!("berkas/{unit}.csv"), survey(&[(unit, 8)]));
    }
    office.write("berkas/b.csv", office.read("berkas/b.csv").replace("X.2", "catatan"));
    let ran = office.run(&["batch", "run", "study.yaml", "--files", "berkas", "-f", "md"]);
    assert_eq!(ran.status, 1);
    assert!(ran.stderr.contains("b: GAGAL: D004") && ran.stderr.contains("2 unit selesai, 1 gagal"), "{}", ran.stderr);
}

#[test]
fn names_of_units_lead_nowhere_and_differ() {
    let long = "Dinas ".to_owned() + &"Panjang ".repeat(40);
    let names = [
        "../../luar",
        "Dinas A/B",
        "Dinas A-B",
        "🏥🏥",
        "🏫",
        "CON",
        long.as_str(),
        "Dinas \"Kutip\", Koma",
        ".",
        "<b>&amp;</b>",
    ];
    let units: Vec<(&str, usize)> = names.iter().map(|name| (*name, 6)).collect();
    let office = Office::new(&units);
    let ran = office.run(BY);
    assert_eq!(ran.status, 0, "{}", ran.stderr);
    let folders: Vec<String> = std::fs::read_dir(office.path("out"))
        .unwrap()
        .map(|entry| entry.unwrap())
        .filter(|entry| entry.path().is_dir())
        .map(|entry| entry.file_name().into_string().unwrap())
        .filter(|name| !["_gabungan", "_ringkasan"].contains(&name.as_str()))
        .collect();
    assert_eq!(folders.len(), names.len(), "{folders:?}");
    let safe = |name: &String| name.len() <= 69 && name.bytes().all(|byte| byte.is_ascii_alphanumeric() || byte == b'-');
    assert!(folders.iter().all(safe), "{folders:?}");
    assert!(!office.path("../../luar").exists());
    // The name itself stands in the report, as text.
    let reports: Vec<String> = folders.iter().map(|folder| office.read(&format!("out/{folder}/run.json"))).collect();
    for name in names {
        let written = serde_json::to_string(name.trim()).unwrap();
        assert!(reports.iter().any(|report| report.contains(&written)), "{name}");
    }
}

#[test]
fn what_the_machine_refuses_is_one_error() {
    let office = Office::new(&[("A", 8), ("B", 8)]);
    // A file where the folder must be: refused also to those who may write everywhere.
    office.write("hasil", "berkas");
    let ran = office.run(&["batch", "run", "study.yaml", "--by", "dinas", "-f", "md", "-o", "hasil"]);
    assert_eq!(ran.status, 3, "{}", ran.stderr);
    assert_eq!(ran.stderr.lines().count(), 1, "{}", ran.stderr);
    assert!(ran.stderr.contains("folder hasil «hasil» tidak dapat dipakai"), "{}", ran.stderr);
    let pdf = office.run(&["batch", "run", "study.yaml", "--by", "dinas", "-f", "pdf"]);
    assert_eq!(pdf.status, 3);
    assert!(pdf.stderr.contains("R001"), "{}", pdf.stderr);
}

#[test]
fn what_is_named_must_be_there() {
    let office = Office::new(&[("A", 8)]);
    for (arguments, status, words) in [
        (&["batch", "run", "study.yaml", "--by", "dines"][..], 1, "maksud Anda «dinas»?"),
        (&["batch", "run", "study.yaml"], 1, "berkas batch"),
        (&["batch", "run", "tiada.yaml"], 1, "tiada.yaml"),
        (&["batch", "run", "study.yaml", "--files", "tiada"], 1, "«tiada» tidak ada"),
        (&["batch", "run", "study.yaml", "--files", ".."], 1, "di luar folder studi"),
        (&["batch", "retry", "."], 1, "bukan folder hasil"),
        (&["batch", "run", "study.yaml", "--by", "dinas", "--shard", "3/2"], 2, "--shard"),
        (&["batch", "run", "study.yaml", "--by", "dinas", "--jobs", "0"], 2, "--jobs"),
    ] {
        let ran = office.run(arguments);
        assert_eq!(ran.status, status, "{arguments:?}: {}", ran.stderr);
        assert!(ran.stderr.contains(words), "{arguments:?}: {}", ran.stderr);
    }
    office.write("batch.yaml", "study: study.yaml\nby: dinas\n");
    let ran = office.run(&["check", "batch.yaml"]);
    assert!(ran.status == 1 && ran.stderr.contains("bab4 batch run"), "{}", ran.stderr);
}
