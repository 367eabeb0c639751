//! One report per unit: the promises of `bab4 batch`, each kept as a user would see it.

mod bad_input;
mod kills;
mod limits;
mod machine;
mod office;
mod progress;
mod promises;
mod shares;
mod summary;
mod targets;

use assert_cmd::Command;
use std::collections::BTreeMap;
use std::fmt::Write as _;
use std::path::{Path, PathBuf};

/// A study of two variables for surveys by [`survey`].
pub const STUDY: &str = "\
title: Pengaruh Motivasi terhadap Kinerja Pegawai
object: Kota Contoh
data: { file: jawaban.csv, distributed: 500 }
population: 900
scale: { min: 1, max: 5, categories: [rendah, cukup, tinggi] }
respondents: { jk: { name: Jenis Kelamin, column: JK } }
variables:
  X: { name: Motivasi, indicators: [Gaji, Penghargaan, Promosi] }
  Y: { name: Kinerja, indicators: [Mutu, Waktu, Jumlah] }
hypotheses: { H1: X -> Y (+) }
";

/// Answers that differ between units and rows; the first letters of a unit's name count in.
pub fn survey(units: &[(&str, usize)]) -> String {
    let mut out = "LATIHAN,dinas,JK,X.1,X.2,X.3,Y.1,Y.2,Y.3\n".to_owned();
    let mut state = 20_u32;
    for (unit, n) in units {
        for row in 0..*n {
            let mut next = || {
                state = state.wrapping_mul(1_664_525).wrapping_add(1_013_904_223);
                1 + (state >> 16) % 5
            };
            let answers: Vec<String> = (0..6).map(|_| next().to_string()).collect();
            let gender = if row % 2 == 0 { "L" } else { "P" };
            let quoted = format!("\"{}\"", unit.replace('"', "\"\""));
            writeln!(out, "x,{quoted},{gender},{}", answers.join(",")).unwrap();
        }
    }
    out
}

/// A folder with a study and its survey.
pub struct Office {
    folder: tempfile::TempDir,
}

/// How a run ended.
pub struct Ran {
    pub status: i32,
    pub stderr: String,
}

impl Office {
    pub fn new(units: &[(&str, usize)]) -> Office {
        let office = Office { folder: tempfile::tempdir().unwrap() };
        office.write("study.yaml", STUDY);
        office.write("jawaban.csv", survey(units));
        office
    }

    pub fn path(&self, name: &str) -> PathBuf {
        self.folder.path().join(name)
    }

    pub fn write(&self, name: &str, content: impl AsRef<[u8]>) {
        let path = self.path(name);
        std::fs::create_dir_all(path.parent().unwrap()).unwrap();
        std::fs::write(path, content).unwrap();
    }

    pub fn read(&self, name: &str) -> String {
        std::fs::read_to_string(self.path(name)).unwrap_or_else(|error| panic!("{name}: {error}"))
    }

    /// Runs without typst, so that outputs are the same on every machine.
    pub fn run(&self, arguments: &[&str]) -> Ran {
        let mut command = Command::new(env!("CARGO_BIN_EXE_bab4"));
        let command = command.current_dir(self.folder.path()).args(arguments).env("BAB4_TYPST", "no-typst-here");
        let output = command.output().unwrap();
        Ran {
            status: output.status.code().expect("the program was ended by a signal"),
            stderr: String::from_utf8(output.stderr).unwrap(),
        }
    }

    /// A run in the background.
    pub fn spawn(&self, arguments: &[&str]) -> std::process::Child {
        let mut command = std::process::Command::new(env!("CARGO_BIN_EXE_bab4"));
        let command = command.current_dir(self.folder.path()).args(arguments).env("BAB4_TYPST", "no-typst-here");
        command.stdout(std::process::Stdio::null()).stderr(std::process::Stdio::null()).spawn().unwrap()
    }

    /// Every file below a folder, but locks, with its content.
    pub fn files(&self, folder: &str) -> BTreeMap<String, Vec<u8>> {
        files(&self.path(folder))
    }
}

pub fn files(folder: &Path) -> BTreeMap<String, Vec<u8>> {
    let mut found = BTreeMap::new();
    let mut open = vec![folder.to_owned()];
    while let Some(path) = open.pop() {
        for entry in std::fs::read_dir(path).unwrap() {
            let path = entry.unwrap().path();
            let name = path.strip_prefix(folder).unwrap().to_string_lossy().into_owned();
            if path.is_dir() {
                open.push(path);
            } else if !name.starts_with(".bab4-lock") {
                found.insert(name, std::fs::read(path).unwrap());
            }
        }
    }
    found
}
