//! Beyond one machine: shares that are made apart and brought together give what one run gives.

use super::Office;
use crate::common::skipped;
use std::process::Command;

const UNITS: &[(&str, usize)] = &[("Dinas A", 9), ("Dinas B", 12), ("Dinas C", 10), ("Dinas D", 8), ("Dinas E", 14)];
const RUN: &[&str] = &["batch", "run", "study.yaml", "--by", "dinas", "-f", "md,docx"];

fn with<'a>(more: &[&'a str]) -> Vec<&'a str> {
    RUN.iter().copied().chain(more.iter().copied()).collect()
}

#[test]
fn shares_side_by_side_in_one_folder_or_in_many_end_as_one_run() {
    let office = Office::new(UNITS);
    assert_eq!(office.run(&with(&["-o", "utuh"])).status, 0);
    let expected = office.files("utuh");
    // At the same time, in one folder.
    let children: Vec<_> = ["1/3", "2/3", "3/3"].map(|shard| office.spawn(&with(&["-o", "satu", "--shard", shard]))).into();
    for mut child in children {
        assert!(child.wait().unwrap().success());
    }
    assert!(!office.path("satu/_ringkasan").exists(), "no share has seen all units");
    let merged = office.run(&["batch", "merge", "satu"]);
    assert_eq!(merged.status, 0, "{}", merged.stderr);
    assert_eq!(merged.stderr.matches("sudah selesai").count(), UNITS.len(), "{}", merged.stderr);
    assert!(office.files("satu") == expected);
    // In folders of their own, one share left undone.
    assert_eq!(office.run(&with(&["-o", "a", "--shard", "1/3"])).status, 0);
    assert_eq!(office.run(&with(&["-o", "b", "--shard", "3/3"])).status, 0);
    let merged = office.run(&["batch", "merge", "a", "b", "-o", "semua"]);
    assert_eq!(merged.status, 0, "{}", merged.stderr);
    assert_eq!(merged.stderr.matches("selesai, n =").count(), 2, "the share that is missing: {}", merged.stderr);
    assert!(office.files("semua") == expected);
    // Something else is not mixed in.
    assert_eq!(office.run(&["batch", "run", "study.yaml", "--by", "JK", "-f", "md", "-o", "lain"]).status, 0);
    let refused = office.run(&["batch", "merge", "a", "lain", "-o", "campur"]);
    assert!(refused.status == 1 && refused.stderr.contains("«lain»"), "{}", refused.stderr);
}

#[test]
fn gnu_parallel_runs_the_shares() {
    let there = Command::new("parallel").arg("--version").output().is_ok_and(|output| output.status.success());
    if !there {
        skipped("batch::shares", "GNU parallel is not installed");
        return;
    }
    let office = Office::new(UNITS);
    assert_eq!(office.run(&with(&["-o", "utuh"])).status, 0);
    let line = format!("{} {} -o out --shard {{}}/4", env!("CARGO_BIN_EXE_bab4"), RUN.join(" "));
    let ran = Command::new("parallel")
        .current_dir(office.path(""))
        .env("BAB4_TYPST", "no-typst-here")
        .args(["-j2", &line, ":::", "1", "2", "3", "4"])
        .output()
        .unwrap();
    assert!(ran.status.success(), "{}", String::from_utf8_lossy(&ran.stderr));
    assert_eq!(office.run(&["batch", "merge", "out"]).status, 0);
    assert!(office.files("out") == office.files("utuh"));
}
