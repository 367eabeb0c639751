//! Runs that are killed: at any moment there are old files or new ones, and a resumed run ends as one without a break.

use super::{Office, files};
use std::time::{Duration, Instant};

const UNITS: &[(&str, usize)] = &[("Dinas A", 9), ("Dinas B", 12), ("Dinas C", 10)];
const RUN: &[&str] = &["batch", "run", "study.yaml", "--by", "dinas", "-f", "md,docx,json"];

/// Every unit that stands in the folder is whole: its record names its files with their hashes.
pub fn whole(office: &Office, out: &str) -> usize {
    let mut units = 0;
    for entry in std::fs::read_dir(office.path(out)).into_iter().flatten().flatten() {
        let name = entry.file_name().into_string().unwrap();
        if !entry.path().is_dir() || name.starts_with('.') || name == "_ringkasan" {
            continue;
        }
        let record: serde_json::Value = serde_json::from_str(&office.read(&format!("{out}/{name}/run.json"))).unwrap();
        let found = files(&entry.path());
        let listed = record["files"].as_object().unwrap();
        assert_eq!(found.len(), listed.len() + 1, "{name}");
        for (file, hash) in listed {
            assert_eq!(bab4::batch::fingerprint::of_bytes(&found[file]), hash.as_str().unwrap(), "{name}/{file}");
        }
        units += 1;
    }
    units
}

#[test]
fn killed_at_twenty_moments_and_resumed_the_outputs_are_those_of_an_unbroken_run() {
    let office = Office::new(UNITS);
    let begin = Instant::now();
    let unbroken: Vec<&str> = RUN.iter().copied().chain(["-o", "utuh"]).collect();
    assert_eq!(office.run(&unbroken).status, 0);
    let length = begin.elapsed();
    let expected = office.files("utuh");
    assert!(expected.keys().any(|name| name == "_ringkasan/ringkasan.xlsx"));
    let mut state = 7_u64;
    for moment in 0..20 {
        // Even moments from nothing, odd ones over the outputs of the moment before.
        let out = format!("terputus-{}", moment / 2);
        let arguments: Vec<&str> = RUN.iter().copied().chain(["-o", &out, "--force"]).collect();
        let mut child = office.spawn(&arguments);
        state = state.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        std::thread::sleep(length.mul_f64((state >> 33) as f64 / f64::from(u32::MAX >> 1)).max(Duration::from_millis(2)));
        child.kill().unwrap();
        child.wait().unwrap();
        let there = whole(&office, &out);
        assert!(moment % 2 == 0 || there == UNITS.len() + 1, "what was there before is there still");
        let resumed: Vec<&str> = RUN.iter().copied().chain(["-o", &out]).collect();
        let ran = office.run(&resumed);
        assert_eq!(ran.status, 0, "{}", ran.stderr);
        let found = office.files(&out);
        assert!(found.keys().eq(expected.keys()), "{:?}", found.keys());
        for (name, bytes) in &expected {
            assert!(found[name] == *bytes, "moment {moment}: {name}");
        }
    }
}
