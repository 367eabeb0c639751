//! What is promised of every run: whole or not at all, nothing mixed, done means done.

use super::{Office, STUDY, files, survey};
use serde_json::Value;
use std::collections::{BTreeMap, BTreeSet};

const UNITS: &[(&str, usize)] = &[("Dinas Kesehatan", 12), ("Dinas Pendidikan", 15), ("Dinas Sosial", 9)];
const RUN: &[&str] = &["batch", "run", "study.yaml", "--by", "dinas", "-f", "md,docx,json"];

/// A run in a folder of its own with other arguments behind.
fn with<'a>(more: &[&'a str]) -> Vec<&'a str> {
    RUN.iter().copied().chain(more.iter().copied()).collect()
}

fn json(office: &Office, name: &str) -> Value {
    serde_json::from_str(&office.read(name)).unwrap()
}

#[test]
fn every_unit_gets_the_report_that_its_rows_alone_would_get() {
    let office = Office::new(UNITS);
    let ran = office.run(RUN);
    assert_eq!(ran.status, 0, "{}", ran.stderr);
    for (at, (unit, n)) in UNITS.iter().enumerate() {
        // A file in which the rows of all others are empty, so that rows keep their numbers; the same study with what is the
        // unit's own; rendered by `bab4 render`.
        let alone = Office::new(UNITS);
        let all = survey(UNITS);
        let mine = |line: &str| line.starts_with("LATIHAN") || line.contains(&format!("\"{unit}\""));
        let lines: Vec<&str> = all.lines().map(|line| if mine(line) { line } else { "" }).collect();
        assert_eq!(lines.iter().filter(|line| !line.is_empty()).count(), n + 1);
        alone.write("jawaban.csv", format!("{}\n", lines.join("\n")));
        alone.write(
            "study.yaml",
            STUDY.replace("Kota Contoh", unit).replace(", distributed: 500", "").replace("population: 900\n", ""),
        );
        assert_eq!(alone.run(&["render", "study.yaml", "-f", "md,docx,json"]).status, 0);
        let folder = ["dinas-kesehatan", "dinas-pendidikan", "dinas-sosial"][at];
        let (batch, single) = (comparable(&office, &format!("out/{folder}")), comparable(&alone, "out"));
        for name in single.keys() {
            let (ours, theirs) = (&batch[name], &single[name]);
            let at = ours.iter().zip(theirs).position(|(a, b)| a != b).unwrap_or(ours.len().min(theirs.len()));
            let about =
                |bytes: &[u8]| String::from_utf8_lossy(&bytes[at.saturating_sub(80)..bytes.len().min(at + 80)]).into_owned();
            assert!(ours == theirs, "{unit}: {name}\n{}\n{}", about(ours), about(theirs));
        }
        assert!(single.keys().any(|name| name == "bab-4.docx: word/document.xml") && single.contains_key("results.json"));
    }
}

/// The files of a report, a document by its parts, without the hashes of study and data: those are of other files.
fn comparable(office: &Office, folder: &str) -> BTreeMap<String, Vec<u8>> {
    let results = json(office, &format!("{folder}/results.json"));
    let hashes = ["study_hash", "data_hash"].map(|hash| results["meta"][hash].as_str().unwrap().to_owned());
    let without = |bytes: Vec<u8>| {
        let Ok(text) = String::from_utf8(bytes.clone()) else { return bytes };
        // Word may break a hash as it breaks words.
        let mut text = text.replace("\u{ad}", "");
        for hash in &hashes {
            text = text.replace(hash.as_str(), "-").replace(&hash[..12], "-");
        }
        text.into_bytes()
    };
    let mut out = BTreeMap::new();
    for (name, bytes) in office.files(folder).into_iter().filter(|(name, _)| name != "run.json") {
        if !name.ends_with(".docx") {
            out.insert(name, without(bytes));
            continue;
        }
        let mut parts = zip::ZipArchive::new(std::io::Cursor::new(bytes)).unwrap();
        for at in 0..parts.len() {
            let mut part = parts.by_index(at).unwrap();
            let part_name = part.name().unwrap().into_owned();
            let mut bytes = Vec::new();
            std::io::Read::read_to_end(&mut part, &mut bytes).unwrap();
            // The document's own hash follows from the others.
            if part_name != "docProps/custom.xml" {
                out.insert(format!("{name}: {part_name}"), without(bytes));
            }
        }
    }
    out
}

#[test]
fn a_record_says_what_was_done_and_for_whom() {
    let office = Office::new(UNITS);
    office.run(RUN);
    let record = json(&office, "out/dinas-sosial/run.json");
    assert_eq!(record["unit"], "Dinas Sosial");
    assert_eq!(record["summary"]["n"], 9);
    assert_eq!(record["stages"], serde_json::json!(["declared", "read", "analyzed", "checked", "rendered", "written"]));
    assert!(record["files"]["bab-4.docx"].as_str().is_some_and(|hash| hash.len() == 64));
    let run = json(&office, "out/run.json");
    assert_eq!(run["request"]["file"], "../study.yaml");
    assert_eq!(run["units"].as_array().unwrap().len(), 3);
    assert_eq!(run["units"][0]["state"], "done");
}

#[test]
fn what_is_done_is_passed_over_and_only_what_changed_is_made_again() {
    let office = Office::new(UNITS);
    assert_eq!(office.run(RUN).status, 0);
    let before = office.files("out");
    let again = office.run(RUN);
    assert_eq!(again.stderr.matches("sudah selesai").count(), 3, "{}", again.stderr);
    assert!(office.files("out") == before);
    // One answer of one unit.
    let changed = office.read("jawaban.csv").replacen("\"Dinas Sosial\",L,", "\"Dinas Sosial\",P,", 1);
    office.write("jawaban.csv", changed);
    let third = office.run(RUN);
    assert_eq!(third.stderr.matches("sudah selesai").count(), 2, "{}", third.stderr);
    assert!(third.stderr.contains("Dinas Sosial: selesai"), "{}", third.stderr);
    let after = office.files("out");
    // The unit, and the report of all respondents; the numbers in the summary are not those of the profile.
    let differ: BTreeSet<&str> =
        before.iter().filter(|(name, bytes)| after[*name] != **bytes).map(|(name, _)| name.split('/').next().unwrap()).collect();
    assert_eq!(differ.into_iter().collect::<Vec<_>>(), ["_gabungan", "dinas-sosial"]);
    // And everything: when it is asked for, when the study changes, when a file is gone.
    assert_eq!(office.run(&with(&["--force"])).stderr.matches("selesai, n =").count(), 3);
    std::fs::remove_file(office.path("out/dinas-sosial/bab-4.md")).unwrap();
    assert_eq!(office.run(RUN).stderr.matches("selesai, n =").count(), 1);
    office.write("study.yaml", STUDY.replace("Motivasi, ind", "Dorongan, ind"));
    assert_eq!(office.run(RUN).stderr.matches("selesai, n =").count(), 3);
}

#[test]
fn a_unit_that_fails_is_named_and_spoils_no_other() {
    let office = Office::new(UNITS);
    let bad = office.read("jawaban.csv").replacen("\"Dinas Pendidikan\",L,", "\"Dinas Pendidikan\",L,9", 1);
    office.write("jawaban.csv", bad);
    let ran = office.run(RUN);
    assert_eq!(ran.status, 1, "{}", ran.stderr);
    assert!(ran.stderr.contains("Dinas Pendidikan: GAGAL: D006"), "{}", ran.stderr);
    assert!(ran.stderr.contains("2 unit selesai, 1 gagal"), "{}", ran.stderr);
    let run = json(&office, "out/run.json");
    assert_eq!(run["units"][1]["state"], "failed");
    assert_eq!(run["units"][1]["stage"], "read");
    assert_eq!(run["units"][1]["problems"][0]["code"], "D006");
    assert!(!office.path("out/dinas-pendidikan").exists());
    assert!(office.path("out/dinas-sosial/bab-4.docx").is_file());
    // Mended, it alone is made.
    office.write("jawaban.csv", survey(UNITS));
    let retried = office.run(&["batch", "retry", "out"]);
    assert_eq!(retried.status, 0, "{}", retried.stderr);
    assert!(retried.stderr.contains("[1/1] Dinas Pendidikan: selesai"), "{}", retried.stderr);
    assert!(json(&office, "out/run.json")["units"].as_array().unwrap().iter().all(|unit| unit["state"] == "done"));
    // As if nothing had ever failed.
    let fresh = Office::new(UNITS);
    fresh.run(RUN);
    assert!(office.files("out") == fresh.files("out"));
}

#[test]
fn after_a_failure_the_run_ends_when_that_is_asked_for() {
    let office = Office::new(UNITS);
    let bad = office.read("jawaban.csv").replacen("\"Dinas Kesehatan\",L,", "\"Dinas Kesehatan\",L,9", 1);
    office.write("jawaban.csv", bad);
    let ran = office.run(&with(&["--fail-fast", "--jobs", "1"]));
    assert_eq!(ran.status, 1);
    assert!(ran.stderr.contains("0 unit selesai, 1 gagal") && ran.stderr.contains("2 belum dikerjakan"), "{}", ran.stderr);
    assert_eq!(json(&office, "out/run.json")["units"][2]["state"], "pending");
}

#[test]
fn the_number_of_workers_changes_no_byte() {
    let office = Office::new(UNITS);
    assert_eq!(office.run(&with(&["--jobs", "1", "-o", "satu"])).status, 0);
    assert_eq!(office.run(&with(&["--jobs", "7", "-o", "tujuh"])).status, 0);
    assert!(office.files("satu") == office.files("tujuh"));
}

#[test]
fn what_people_put_there_or_edited_stays() {
    let office = Office::new(UNITS);
    office.run(RUN);
    office.write("out/dinas-sosial/catatan.txt", "dari kepala dinas");
    // An edited document: any change of its bytes counts, a shorter archive comment is one that Word would make too.
    let docx = office.path("out/dinas-sosial/bab-4.docx");
    let edited = edited(&std::fs::read(&docx).unwrap());
    std::fs::write(&docx, &edited).unwrap();
    assert_eq!(office.run(&with(&["--force"])).status, 0);
    assert_eq!(office.read("out/dinas-sosial/catatan.txt"), "dari kepala dinas");
    assert!(std::fs::read(&docx).unwrap() == edited);
    assert!(office.path("out/dinas-sosial/bab-4 (2).docx").is_file());
    assert_eq!(office.run(&with(&["--force"])).status, 0);
    let names: Vec<String> = files(&office.path("out/dinas-sosial")).into_keys().collect();
    assert_eq!(names.iter().filter(|name| name.ends_with(".docx")).count(), 2, "{names:?}");
}

/// The document with another word in it, packed again.
fn edited(docx: &[u8]) -> Vec<u8> {
    use std::io::{Cursor, Read, Write};
    let mut from = zip::ZipArchive::new(Cursor::new(docx)).unwrap();
    let mut to = zip::ZipWriter::new(Cursor::new(Vec::new()));
    for at in 0..from.len() {
        let mut part = from.by_index(at).unwrap();
        let mut bytes = Vec::new();
        part.read_to_end(&mut bytes).unwrap();
        let name = part.name().unwrap().into_owned();
        if name == "word/document.xml" {
            bytes = String::from_utf8(bytes).unwrap().replacen("Motivasi", "Semangat", 1).into_bytes();
        }
        to.start_file(name, zip::write::SimpleFileOptions::default()).unwrap();
        to.write_all(&bytes).unwrap();
    }
    to.finish().unwrap().into_inner()
}

#[test]
fn two_runs_do_not_share_a_folder_and_a_lock_left_behind_holds_nobody_up() {
    let office = Office::new(UNITS);
    std::fs::create_dir(office.path("out")).unwrap();
    let lock = bab4::batch::lock::Lock::take(&office.path("out"), None).unwrap();
    let refused = office.run(RUN);
    assert_eq!(refused.status, 3, "{}", refused.stderr);
    assert!(refused.stderr.contains("sedang bekerja dalam «out»"), "{}", refused.stderr);
    drop(lock);
    office.write("out/.bab4-lock", "4194303");
    let ran = office.run(RUN);
    assert_eq!(ran.status, 0, "{}", ran.stderr);
    assert!(ran.stderr.contains("proses sebelumnya (4194303) berhenti di tengah jalan"), "{}", ran.stderr);
}

#[test]
fn a_batch_file_lays_keys_over_the_study() {
    let office = Office::new(UNITS);
    office.write(
        "batch.yaml",
        "study: study.yaml\nby: dinas\nunits:\n  dinas kesehatan: { object: Dinkes Kota, population: 40, data: { distributed: 30 } }\n  \
         dinas baru: {}\n  sendiri: { data: { file: sendiri.csv } }\n",
    );
    office.write("sendiri.csv", survey(&[("x", 8)]));
    let ran = office.run(&["batch", "run", "batch.yaml", "-f", "md,json"]);
    assert_eq!(ran.status, 1, "{}", ran.stderr);
    assert!(ran.stderr.contains("dinas baru: GAGAL: B001"), "{}", ran.stderr);
    let results = json(&office, "out/dinas-kesehatan/results.json");
    assert_eq!(results["data"]["distributed"], 30);
    assert!(office.read("out/dinas-kesehatan/bab-4.md").contains("Dinkes Kota"));
    assert!(json(&office, "out/dinas-sosial/results.json")["data"]["distributed"]["absent"].is_string());
    assert_eq!(json(&office, "out/sendiri/results.json")["data"]["n"], 8);
}

#[test]
fn every_file_of_a_folder_is_a_unit() {
    let office = Office::new(UNITS);
    for (unit, n) in UNITS {
        office.write(&format!("berkas/{unit}.csv"), survey(&[(unit, *n)]));
    }
    office.write("berkas/catatan.txt", "bukan data");
    office.write("study.yaml", STUDY.replace("file: jawaban.csv, distributed: 500", "missing: by_analysis"));
    let ran = office.run(&["batch", "run", "study.yaml", "--files", "berkas", "-f", "json"]);
    assert_eq!(ran.status, 0, "{}", ran.stderr);
    for (folder, n) in [("dinas-kesehatan", 12), ("dinas-pendidikan", 15), ("dinas-sosial", 9)] {
        assert_eq!(json(&office, &format!("out/{folder}/results.json"))["data"]["n"], n);
    }
    // A changed file is its own unit's business.
    office.write("berkas/Dinas Sosial.csv", survey(&[("y", 20)]));
    let again = office.run(&["batch", "run", "study.yaml", "--files", "berkas", "-f", "json"]);
    assert_eq!(again.stderr.matches("sudah selesai").count(), 2, "{}", again.stderr);
}

/// The try-out of the instrument is one of the files that a unit is made of: when it changes, all units are made again.
#[test]
fn a_changed_try_out_makes_every_unit_again() {
    let office = Office::new(UNITS);
    office.write("study.yaml", STUDY.replace("{ file: jawaban.csv,", "{ file: jawaban.csv, pilot: uji-coba.csv,"));
    office.write("uji-coba.csv", survey(&[("Uji Coba", 20)]));
    let ran = office.run(RUN);
    assert_eq!(ran.status, 0, "{}", ran.stderr);
    let record = json(&office, "out/dinas-sosial/run.json");
    assert!(record["inputs"]["uji-coba.csv"].as_str().is_some_and(|hash| hash.len() == 64), "{record}");
    assert_eq!(office.run(RUN).stderr.matches("sudah selesai").count(), 3);
    office.write("uji-coba.csv", survey(&[("Uji Coba", 21)]));
    let again = office.run(RUN);
    assert_eq!(again.stderr.matches("sudah selesai").count(), 0, "{}", again.stderr);
    assert_eq!(again.stderr.matches("selesai, n =").count(), 3, "{}", again.stderr);
    assert_ne!(json(&office, "out/dinas-sosial/run.json")["inputs"], record["inputs"]);
}
