//! What the tests of the suite share: where things are, the program, and what was skipped.

use std::io::Write;
use std::path::PathBuf;

/// Says that a test did not look at something because a program is not there.
///
/// The line goes to the test's output and to `skipped.txt` in cargo's folder for test files, from which `make test` counts.
pub fn skipped(test: &str, reason: &str) {
    println!("skipped: {test}: {reason}");
    let file = PathBuf::from(env!("CARGO_TARGET_TMPDIR")).join("skipped.txt");
    // One short write: lines of tests that run at the same time do not mix.
    let line = format!("{test}: {reason}\n");
    let opened = std::fs::OpenOptions::new().create(true).append(true).open(&file);
    opened.and_then(|mut file| file.write_all(line.as_bytes())).unwrap();
}

/// The folder of the project.
pub fn root() -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR"))
}

/// The folder of an example.
pub fn example(name: &str) -> PathBuf {
    root().join("examples").join(name)
}

/// Leaves a line of proof for the table of the README: `make table` names a file in `BAB4_PROOFS`; without it nothing happens.
pub fn proof(what: &str, result: &str) {
    if let Some(file) = std::env::var_os("BAB4_PROOFS") {
        let opened = std::fs::OpenOptions::new().create(true).append(true).open(file);
        opened.and_then(|mut file| file.write_all(format!("{what}\t{result}\n").as_bytes())).unwrap();
    }
}
