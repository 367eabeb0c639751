//! Limits of time and memory for each unit: who reaches one is named and ended, the others go on.

use super::Office;

const UNITS: &[(&str, usize)] = &[("Dinas A", 12), ("Dinas B", 15), ("-Dinas \"C\"", 9)];
const RUN: &[&str] = &["batch", "run", "study.yaml", "--by", "dinas", "-f", "md,docx,html,json"];

fn with<'a>(more: &[&'a str]) -> Vec<&'a str> {
    RUN.iter().copied().chain(more.iter().copied()).collect()
}

#[test]
fn a_process_for_each_unit_gives_the_same_bytes_as_threads() {
    let office = Office::new(UNITS);
    assert_eq!(office.run(&with(&["-o", "biasa"])).status, 0);
    let limited = office.run(&with(&["-o", "terbatas", "--unit-seconds", "600"]));
    assert_eq!(limited.status, 0, "{}", limited.stderr);
    assert!(office.files("terbatas") == office.files("biasa"));
    // Done is done, whichever way it was made.
    let again = office.run(&with(&["-o", "biasa", "--unit-seconds", "600"]));
    assert_eq!(again.stderr.matches("sudah selesai").count(), UNITS.len(), "{}", again.stderr);
    // What is wrong with a unit is said in the same words.
    office.write("batch.yaml", "study: study.yaml\nby: dinas\nunits: { dinas a: { year: tahun lalu }, dinas x: {} }\n");
    let batch = |more: &[&str]| {
        let arguments: Vec<&str> = ["batch", "run", "batch.yaml", "-f", "md", "-j", "1"].iter().chain(more).copied().collect();
        let ran = office.run(&arguments);
        (ran.status, ran.stderr.replace("terbatas", "biasa"), office.read(&format!("{}/run.json", more[1])))
    };
    let (free, limited) = (batch(&["-o", "biasa2"]), batch(&["-o", "terbatas2", "--unit-seconds", "600"]));
    assert_eq!(free.0, 1);
    assert!(free.1.contains("S005") && free.1.contains("B001"), "{}", free.1);
    assert_eq!(free, limited);
}

#[test]
fn a_limit_that_cannot_be_is_a_wrong_usage() {
    let office = Office::new(&[("A", 8)]);
    for wrong in [["--unit-seconds", "0"], ["--unit-seconds", "lama"], ["--unit-memory", "1"]] {
        let ran = office.run(&with(&wrong));
        assert!(ran.status == 2 && ran.stderr.contains(wrong[0]), "{}", ran.stderr);
    }
}

#[cfg(unix)]
#[test]
fn a_unit_that_takes_too_long_is_ended_and_the_others_go_on() {
    use std::os::unix::fs::PermissionsExt;
    use std::time::{Duration, Instant};
    let office = Office::new(UNITS);
    // Stands in for typst: sleeps over one unit, and makes something of the others.
    office.write(
        "typst",
        "#!/bin/sh\nfor last; do :; done\nif ! grep -q Rekapitulasi \"$(dirname \"$last\")/bab-4.typ\" && grep -q 'Dinas B' \"$(dirname \"$last\")/bab-4.typ\"; then sleep 300; fi\nprintf '%%PDF-1.7\\n' >\"$last\"\n",
    );
    let typst = office.path("typst");
    std::fs::set_permissions(&typst, std::fs::Permissions::from_mode(0o755)).unwrap();
    let run = |more: &[&str]| {
        let mut command = assert_cmd::Command::new(env!("CARGO_BIN_EXE_bab4"));
        let run = ["batch", "run", "study.yaml", "--by", "dinas", "-f", "pdf,md"];
        let output = command.current_dir(office.path("")).args(run).args(more).env("BAB4_TYPST", &typst).output().unwrap();
        (output.status.code().unwrap(), String::from_utf8(output.stderr).unwrap())
    };
    let begun = Instant::now();
    let (status, said) = run(&["--unit-seconds", "20"]);
    assert!(begun.elapsed() < Duration::from_secs(200), "{said}");
    // The report of all respondents has no limit: it names no unit, and is not slept over.
    assert_eq!(status, 1, "{said}");
    assert!(said.contains("Dinas B: GAGAL: melebihi batas waktu 20 detik"), "{said}");
    assert!(said.contains("2 unit selesai, 1 gagal"), "{said}");
    assert!(office.path("out/dinas-a/bab-4.pdf").is_file() && !office.path("out/dinas-b").exists());
    let record: serde_json::Value = serde_json::from_str(&office.read("out/run.json")).unwrap();
    assert_eq!(record["units"][1]["state"], "failed");
    assert_eq!(record["units"][1]["stage"], "rendered", "{record}");
    let left: Vec<String> = std::fs::read_dir(office.path("out"))
        .unwrap()
        .map(|entry| entry.unwrap().file_name().into_string().unwrap())
        .filter(|name| name.starts_with(".bab4") && !name.starts_with(".bab4-lock"))
        .collect();
    assert!(left.is_empty(), "{left:?}");
}

#[cfg(target_os = "linux")]
#[test]
fn a_unit_that_needs_too_much_memory_is_ended_and_the_others_go_on() {
    let office = Office::new(&[("A", 8)]);
    for unit in ["a", "b"] {
        office.write(&format!("berkas/{unit}.csv"), super::survey(&[(unit, 8)]));
    }
    let rows = super::survey(&[("besar", 8)]);
    let (header, rows) = rows.split_once('\n').unwrap();
    office.write("berkas/besar.csv", format!("{header}\n{}", rows.repeat(40_000)));
    let ran = office.run(&["batch", "run", "study.yaml", "--files", "berkas", "-f", "md", "--unit-memory", "48"]);
    assert_eq!(ran.status, 1, "{}", ran.stderr);
    assert!(ran.stderr.contains("besar: GAGAL: memerlukan memori lebih dari batas 48 MiB"), "{}", ran.stderr);
    assert!(ran.stderr.contains("2 unit selesai, 1 gagal"), "{}", ran.stderr);
}

#[cfg(unix)]
#[test]
fn a_run_that_is_killed_takes_the_process_of_its_unit_along() {
    use std::time::Duration;
    let office = Office::new(UNITS);
    let whole = office.run(&with(&["-o", "utuh"]));
    assert_eq!(whole.status, 0);
    for moment in 0..6 {
        let mut child = office.spawn(&with(&["-o", "out", "--unit-seconds", "600", "--force"]));
        std::thread::sleep(Duration::from_millis(150 + 350 * moment));
        child.kill().unwrap();
        child.wait().unwrap();
        let ran = office.run(&with(&["-o", "out", "--unit-seconds", "600"]));
        assert_eq!(ran.status, 0, "{}", ran.stderr);
        assert!(office.files("out") == office.files("utuh"), "moment {moment}");
    }
}
