//! Real data sets with values computed by other programs (R with psych, car, lmtest, sandwich, nortest, boot and lavaan;
//! certified digits of NIST): every number that `stats` computes, within a fair tolerance. A number of theirs that we do not compute
//! stands in a list with the package that brings it; one that is neither compared nor listed fails the test.
//!
//! The sets whose licence allows it stand in `tests/reference`. The others are read from `../shared/data/reference` beside
//! the repository, or from the folder in the environment variable `BAB4_REFERENCE`; without it they are counted as skipped.

mod bootstrap;
mod data;
mod diagnostics;
mod groups;
mod not_covered;
mod record;
mod regressions;
mod scales;
mod tails;

use crate::common::{proof, skipped};
use data::Data;
use not_covered::NOT_COVERED;
use record::Record;
use std::collections::{BTreeMap, BTreeSet};
use std::io::Write;
use std::path::{Path, PathBuf};

/// Cases in the repository.
const HERE: [&str; 5] = ["nist_longley", "nist_norris", "nist_wampler1", "nist_wampler4", "sleep"];
/// Cases whose data may not be handed on.
const ELSEWHERE: [&str; 4] = ["attitude", "insect_sprays", "pg_cronbach", "pg_mediation"];

/// The folder with the other cases, if there is one.
fn elsewhere() -> Option<PathBuf> {
    let folder = match std::env::var_os("BAB4_REFERENCE") {
        Some(folder) => PathBuf::from(folder),
        None => Path::new(env!("CARGO_MANIFEST_DIR")).parent()?.join("shared/data/reference"),
    };
    folder.is_dir().then_some(folder)
}

/// Numbers compared with R in the cases of the repository and the worst relative difference, by statistic.
pub fn agreement() -> BTreeMap<String, (usize, f64)> {
    let here = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/reference");
    let mut all = BTreeMap::<String, (usize, f64)>::new();
    for (statistic, (count, worst)) in HERE.iter().flat_map(|case| compared(&here.join(case)).agreement) {
        let entry = all.entry(statistic).or_insert((0, 0.0));
        *entry = (entry.0 + count, entry.1.max(worst));
    }
    all
}

fn compared(folder: &Path) -> record::Finished {
    let data = Data::read(folder);
    let mut record = Record::of(folder);
    scales::compare(&data, &mut record);
    regressions::compare(&data, &mut record);
    bootstrap::compare(&data, &mut record);
    groups::compare(&data, &mut record);
    record.finish()
}

#[test]
fn every_reference_case_within_its_tolerance() {
    let here = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/reference");
    let mut folders: Vec<PathBuf> = HERE.iter().map(|case| here.join(case)).collect();
    let complete = match elsewhere() {
        Some(folder) => {
            folders.extend(ELSEWHERE.iter().map(|case| folder.join(case)));
            true
        }
        None => {
            skipped("reference cases", &format!("{} (../shared/data/reference is not there)", ELSEWHERE.join(", ")));
            false
        }
    };

    let mut problems = Vec::new();
    let mut compared = 0;
    let mut left = BTreeMap::<&str, usize>::new();
    let mut used = BTreeSet::new();
    for folder in &folders {
        let found = self::compared(folder);
        compared += found.compared;
        problems.extend(found.problems);
        for path in found.left.iter().map(|path| format!("{}/{path}", found.case)) {
            match NOT_COVERED.iter().position(|(pattern, _)| not_covered::matches(pattern, &path)) {
                Some(i) => {
                    used.insert(i);
                    *left.entry(NOT_COVERED[i].1).or_default() += 1;
                }
                None => problems.push(format!("{path}: neither compared nor listed")),
            }
        }
    }
    // With all cases at hand every line of the list must be about something.
    for (i, (pattern, _)) in NOT_COVERED.iter().enumerate() {
        if complete && !used.contains(&i) {
            problems.push(format!("listed as not covered, but there is none left: {pattern}"));
        }
    }
    let named: Vec<String> = left.iter().map(|(reason, count)| format!("{count} {reason}")).collect();
    // Past the test harness, which would swallow it: a proof nobody sees is none.
    let line = format!(
        "reference: {compared} values compared in {} cases, {} keys not covered ({})\n",
        folders.len(),
        left.values().sum::<usize>(),
        named.join("; ")
    );
    std::io::stderr().write_all(line.as_bytes()).unwrap();
    proof("reference", &format!("{compared} in {} data sets", folders.len()));
    assert!(problems.is_empty(), "{} problems:\n{}", problems.len(), problems.join("\n"));
    assert!(compared > 1000, "{compared} values only");
}
