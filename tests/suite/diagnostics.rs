//! Broken studies and data files: each says what must be found, and where; each is shown in both languages.
//!
//! The cases stand in `tests/diagnostics`, whose `README.md` says how they are written. Besides code and place of every
//! diagnostic a case holds the program to this: it ends in a few seconds, does not panic, says by its status whether anything
//! is wrong, and writes all of its files or none.

use crate::common::example;
use assert_cmd::Command;
use bab4::diagnostics::{Diagnostic, Place, Severity, SourceFiles};
use bab4::pipeline::Run;
use bab4::report::templates::Templates;
use rayon::prelude::*;
use std::collections::BTreeMap;
use std::fmt::Write as _;
use std::path::{Path, PathBuf};
use std::time::Duration;

/// No case may take longer, in a debug build on a slow machine.
const PATIENCE: Duration = Duration::from_secs(20);

/// The languages of messages and how they are asked for.
const LANGUAGES: [&str; 2] = ["id", "en"];

/// What a diagnostic is expected to be: `CODE severity place`.
type Found = String;

struct Case {
    name: String,
    /// Name and content of its files, among them `study.yaml`.
    files: BTreeMap<String, Vec<u8>>,
    /// Where its snapshot stands.
    beside: PathBuf,
}

fn root() -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("tests/diagnostics")
}

/// Every case: `study/NAME.yaml` beside the data they share, and every folder of `data`.
fn cases() -> Vec<Case> {
    let entries = |folder: &Path| {
        let mut paths: Vec<PathBuf> = std::fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path()).collect();
        paths.sort();
        paths
    };
    let name = |path: &Path| path.file_name().unwrap().to_string_lossy().into_owned();
    let mut cases = Vec::new();
    let folder = root().join("study");
    let shared = std::fs::read(folder.join("data.csv")).unwrap();
    for path in entries(&folder).into_iter().filter(|path| path.extension().is_some_and(|ending| ending == "yaml")) {
        let files = [("study.yaml", std::fs::read(&path).unwrap()), ("data.csv", shared.clone())];
        cases.push(Case {
            name: name(&path).trim_end_matches(".yaml").to_owned(),
            files: files.map(|(name, content)| (name.to_owned(), content)).into(),
            beside: folder.clone(),
        });
    }
    for folder in entries(&root().join("data")) {
        let files = entries(&folder).into_iter().filter(|path| path.extension().is_none_or(|ending| ending != "snap"));
        let files = files.map(|path| (name(&path), std::fs::read(&path).unwrap())).collect();
        cases.push(Case { name: name(&folder), files, beside: folder });
    }
    cases
}

impl Case {
    fn text(&self, name: &str) -> String {
        self.files.get(name).map(|bytes| String::from_utf8_lossy(bytes).into_owned()).unwrap_or_default()
    }

    fn data_file(&self) -> &str {
        self.files.keys().find(|name| name.starts_with("data.")).map_or("", String::as_str)
    }

    /// The diagnostics that the case's own comments announce.
    fn expected(&self) -> Vec<Found> {
        let mut expected = announced(&self.text("study.yaml"), self.data_file());
        expected.extend(announced(&self.text("expected.txt"), self.data_file()));
        expected.sort();
        expected
    }

    /// Paths in the results that must be there: what is no error and has a reason instead.
    fn expected_results(&self) -> Vec<String> {
        let text = self.text("study.yaml");
        text.lines().filter_map(|line| line.strip_prefix("# result ")).map(|path| path.trim().to_owned()).collect()
    }

    /// A folder with its files.
    fn folder(&self) -> tempfile::TempDir {
        let folder = tempfile::tempdir().unwrap();
        for (name, content) in self.files.iter().filter(|(name, _)| *name != "expected.txt") {
            std::fs::write(folder.path().join(name), content).unwrap();
        }
        folder
    }
}

/// The expectations in the comments of a text.
fn announced(text: &str, data_file: &str) -> Vec<Found> {
    let lines: Vec<&str> = text.lines().collect();
    let is_comment = |line: &str| line.trim_start().starts_with('#');
    let mut found = Vec::new();
    for (at, line) in lines.iter().enumerate() {
        let Some(comment) = line.trim_start().strip_prefix("# ") else { continue };
        let Some((kind, rest)) = comment.split_once(' ') else { continue };
        let (rest, text) = match rest.split_once('«') {
            Some((rest, text)) => (rest, text.trim_end().strip_suffix('»').expect(line)),
            None => (rest, ""),
        };
        let mut words: Vec<&str> = rest.split_whitespace().collect();
        let mut number = |word: &str| {
            words.iter().position(|found| *found == word).map(|at| words.drain(at..at + 2).next_back().unwrap().to_owned())
        };
        let row = number("row");
        let own_line = (kind == "line").then(|| words.remove(0).to_owned());
        let place = match kind {
            "^" => {
                let above = (0..at).rev().find(|at| !is_comment(lines[*at])).expect(line);
                format!("line {} «{text}»", above + 1)
            }
            "v" => {
                let below = (at + 1..lines.len()).find(|at| !is_comment(lines[*at])).expect(line);
                format!("line {} «{text}»", below + 1)
            }
            "line" => format!("line {} «{text}»", own_line.unwrap()),
            "data" => format!("{data_file} row {} «{text}»", row.unwrap()),
            "file" => match text {
                "" => data_file.to_owned(),
                other => other.to_owned(),
            },
            _ => continue,
        };
        let severity = words.get(1).copied().unwrap_or("error");
        found.push(format!("{} {severity} {place}", words[0]));
    }
    found
}

/// A diagnostic as an expectation would name it.
fn found(diagnostic: &Diagnostic, sources: &SourceFiles, folder: &Path) -> Found {
    let severity = match diagnostic.severity {
        Severity::Error => "error",
        Severity::Warning => "warning",
        Severity::Note => "note",
    };
    let place = match &diagnostic.place {
        Some(Place::Span(span)) => {
            let text = sources.text(*span).replace('\t', "\\t").replace('\n', "\\n");
            format!("line {} «{text}»", sources.line_column(span.file, span.start).0)
        }
        Some(Place::Cell { file, row, column }) => format!("{file} row {row} «{column}»"),
        Some(Place::File(file)) => {
            let file = Path::new(file);
            file.strip_prefix(folder).unwrap_or(file).display().to_string()
        }
        None => "nowhere".to_owned(),
    };
    format!("{} {severity} {place}", diagnostic.code)
}

/// What the program said and how it ended.
struct Ran {
    status: i32,
    stdout: String,
    stderr: String,
}

/// Runs the program in a folder; a run that takes too long or ends by a signal fails the test.
#[track_caller]
fn run(folder: &Path, arguments: &[&str]) -> Ran {
    run_within(PATIENCE, folder, arguments)
}

#[track_caller]
fn run_within(patience: Duration, folder: &Path, arguments: &[&str]) -> Ran {
    let mut command = Command::new(env!("CARGO_BIN_EXE_bab4"));
    let output = command.current_dir(folder).args(arguments).timeout(patience).env("BAB4_TYPST", "none").output().unwrap();
    let text = |bytes: Vec<u8>| String::from_utf8(bytes).unwrap();
    let (stdout, stderr) = (text(output.stdout), text(output.stderr));
    let status = output.status.code().unwrap_or_else(|| panic!("{arguments:?} took longer than {patience:?}"));
    assert!(status <= 3 && !stderr.contains("panicked"), "{arguments:?} ended with {status}:\n{stderr}");
    Ran { status, stdout, stderr }
}

/// Everything that is wrong with a case; its messages in both languages.
fn examine(case: &Case) -> (Vec<String>, String) {
    let mut wrong = Vec::new();
    let folder = case.folder();
    // The program first: it is the one that can be stopped.
    let mut shown = String::new();
    let mut statuses = Vec::new();
    for language in LANGUAGES {
        let ran = run(folder.path(), &["check", "study.yaml", "--lang", language]);
        if !ran.stdout.is_empty() {
            wrong.push("check prints to standard output".to_owned());
        }
        write!(shown, "──── {language}\n{}", ran.stderr).unwrap();
        statuses.push(ran.status);
    }
    let mut inside = Run::default();
    if let Some(study) = inside.declare(&folder.path().join("study.yaml")) {
        let observed = inside.observe(&study);
        if let Some(observed) = observed.filter(|_| study.has_own_words()) {
            let analyzed = inside.analyze(&study, &observed);
            if let Some(document) = inside.compose(&study, &analyzed, &Templates::built_in(), study.language) {
                inside.look_at_pictures(&document);
            }
        }
    }
    let mut places: Vec<Found> =
        inside.diagnostics.iter().map(|diagnostic| found(diagnostic, &inside.sources, folder.path())).collect();
    places.sort();
    let expected = case.expected();
    if places != expected {
        let list = |places: &[Found]| places.iter().map(|place| format!("\n    {place}")).collect::<String>();
        wrong.push(format!("\n  expected{}\n  found{}", list(&expected), list(&places)));
    }
    let fails = i32::from(inside.diagnostics.has_errors());
    if statuses != [fails, fails] {
        wrong.push(format!("check ends with {statuses:?}, not {fails}"));
    }
    let ran = run(folder.path(), &["render", "study.yaml", "-f", "md,json"]);
    // A study without questionnaire and regression has no figures.
    let written: Vec<String> = names(&folder.path().join("out")).into_iter().filter(|name| name != "gambar").collect();
    let complete = ["bab-4.md", "results.json"];
    if ran.status != fails || (fails == 1 && !written.is_empty()) || (fails == 0 && written != complete) {
        wrong.push(format!("render ends with {} and leaves {written:?}", ran.status));
    }
    for path in case.expected_results() {
        let json: serde_json::Value = serde_json::from_str(&run(folder.path(), &["analyze", "study.yaml"]).stdout).unwrap();
        if json.pointer(&path).is_none() {
            wrong.push(format!("the results have no {path}"));
        }
    }
    (wrong, shown)
}

fn names(folder: &Path) -> Vec<String> {
    let Ok(entries) = std::fs::read_dir(folder) else { return Vec::new() };
    let mut names: Vec<String> = entries.map(|entry| entry.unwrap().file_name().to_string_lossy().into_owned()).collect();
    names.sort();
    names
}

#[test]
fn every_case_is_found_at_its_place_and_shown_in_both_languages() {
    let cases = cases();
    assert!(cases.len() >= 60, "only {} cases", cases.len());
    let examined: Vec<_> = cases.par_iter().map(examine).collect();
    let mut wrong = Vec::new();
    for (case, (found, shown)) in cases.iter().zip(examined) {
        wrong.extend(found.into_iter().map(|found| format!("{}: {found}", case.name)));
        let mut settings = insta::Settings::clone_current();
        settings.set_snapshot_path(&case.beside);
        settings.set_prepend_module_to_snapshot(false);
        settings.set_omit_expression(true);
        // A message that changed is reported with the others.
        let compared = settings.bind(|| std::panic::catch_unwind(|| insta::assert_snapshot!(case.name.clone(), shown)));
        if compared.is_err() {
            wrong.push(format!("{}: its messages are not those of the snapshot", case.name));
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn every_case_announces_something() {
    for case in cases() {
        assert!(!case.expected().is_empty() || !case.expected_results().is_empty(), "{}", case.name);
    }
}

const STUDY: &str = "\
title: Pengaruh Kompetensi terhadap Kinerja Pegawai
data: { file: data.csv }
scale: { min: 1, max: 5 }
variables:
  X1: { name: Kompetensi, indicators: [Pengetahuan, Keterampilan, Sikap] }
  Y: { name: Kinerja, indicators: [Mutu, Waktu, Jumlah] }
hypotheses:
  H1: X1 -> Y (+)
";

/// A folder with a study and a data file; `check` and `render` end in time with status 1, one error, and nothing written.
#[track_caller]
fn refused(study: impl AsRef<[u8]>, data: impl AsRef<[u8]>, code: &str) -> String {
    let folder = tempfile::tempdir().unwrap();
    std::fs::write(folder.path().join("study.yaml"), study).unwrap();
    std::fs::write(folder.path().join("data.csv"), data).unwrap();
    let ran = run(folder.path(), &["check", "study.yaml"]);
    assert_eq!(ran.status, 1, "{}", ran.stderr);
    assert!(ran.stderr.contains(&format!("kesalahan[{code}]")), "{}", ran.stderr);
    assert!(ran.stderr.len() < 50_000, "{} bytes of messages", ran.stderr.len());
    assert_eq!(run(folder.path(), &["render", "study.yaml", "-f", "md,json"]).status, 1);
    assert_eq!(names(folder.path()), ["data.csv", "study.yaml"]);
    ran.stderr
}

#[test]
fn a_hundred_megabytes_in_one_line() {
    let endless = vec![b'a'; 100 << 20];
    let said = refused(STUDY, &endless, "D001");
    assert!(said.contains("baris 1 panjangnya 104857600 bita"), "{said}");
    refused(&endless, "", "S001");
    let after_a_header = [b"X1.1,X1.2,X1.3,Y.1,Y.2,Y.3\n1,2,3,4,5,".as_slice(), &endless].concat();
    let said = refused(STUDY, after_a_header, "D001");
    assert!(said.contains("baris 2 panjangnya"), "{said}");
    // Below the limit of a study file, and still one line: the excerpt is cut around the mistake.
    let long = format!("{STUDY}{{ {}", "a: 1, ".repeat(600_000));
    let said = refused(long, "", "S001");
    assert!(said.lines().all(|line| line.chars().count() < 400), "{said}");
}

#[test]
fn a_hundred_megabytes_in_one_cell() {
    let swallowed = format!("X1.1,X1.2,X1.3,Y.1,Y.2,Y.3\n1,2,3,4,5,\"{}", "1,2,3,4,5,1\n".repeat(9 << 20));
    let said = refused(STUDY, swallowed, "D001");
    assert!(said.contains("data.csv, baris 2, kolom «F»") && said.contains("tanda kutip"), "{said}");
    let header = format!("\"{}\",X1.1\n1,2\n", "Saya bekerja\n".repeat(1 << 20));
    refused(STUDY, header, "D001");
    // As long as a cell may be, and many of them.
    let answer = "sangat setuju sekali ".repeat(3_000);
    let said = refused(STUDY, format!("X1.1,X1.2,X1.3,Y.1,Y.2,Y.3\n{}\n", [answer.as_str(); 6].join(",")), "D006");
    assert!(said.lines().all(|line| line.chars().count() < 400), "{said}");
    let header = format!("{}\n1,2,3\n", [answer.as_str(); 20].join(","));
    refused(STUDY, header, "D004");
}

#[test]
fn more_columns_than_a_spreadsheet_has() {
    refused(STUDY, format!("{}\n", "a,".repeat(1 << 20)), "D001");
}

#[test]
fn nesting_without_end() {
    for text in [
        format!("{STUDY}report: {}{}\n", "[".repeat(100_000), "]".repeat(100_000)),
        format!("{STUDY}report: {}", "{a: ".repeat(100_000)),
        format!("{STUDY}report:\n{}", (1..2_000).map(|depth| format!("{}- \n", " ".repeat(depth))).collect::<String>()),
        format!("{STUDY}report: {}\n", "- ".repeat(100_000)),
    ] {
        refused(text, "", "S001");
    }
}

#[test]
fn ten_thousand_columns() {
    let header = |stem: &str| (0..10_000).map(|at| format!("{stem}{at}")).collect::<Vec<_>>().join(",");
    let row = vec!["3"; 10_000].join(",");
    let said = refused(STUDY, format!("{}\n{row}\n", header("kolom")), "D004");
    assert!(said.contains("kolom0 … kolom9999"), "{said}");
    // As many that are used: the file is read, and every slip in it is found.
    let items = |count: usize| (0..count).map(|at| format!("butir {at}")).collect::<Vec<_>>().join(", ");
    let study = STUDY.replace("Mutu, Waktu, Jumlah", &items(5_000));
    let columns: Vec<String> = (1..=3).map(|at| format!("X1.{at}")).chain((1..=5_000).map(|at| format!("Y.{at}"))).collect();
    let data = format!("{}\n{}\n", columns.join(","), vec!["9"; columns.len()].join(","));
    let said = refused(study, data, "D006");
    assert!(said.contains("5000 sel"), "{said}");
}

#[test]
fn thousands_of_mistakes_are_counted_and_the_first_are_shown() {
    let keys: String = (0..20_000).map(|at| format!("kunci{at}: 1\n")).collect();
    let said = refused(format!("{STUDY}{keys}"), "", "S002");
    assert!(said.contains("… dan 19950 masalah lagi") && said.contains("20000 kesalahan"), "{said}");
    let again = "  H1: X1 -> Y (+)\n".repeat(20_000);
    refused(format!("{STUDY}{again}"), "", "S003");
    let undeclared: String = (0..5_000).map(|at| format!("  K{at}: A{at} -> B{at}\n")).collect();
    refused(format!("{STUDY}{undeclared}"), "", "S014");
}

#[test]
fn a_study_that_is_long_and_right_is_no_problem() {
    let folder = tempfile::tempdir().unwrap();
    let columns: Vec<String> = (0..300).map(|at| format!("  V{at}: {{ name: Variabel {at}, column: V{at} }}\n")).collect();
    let claims: Vec<String> = (1..300).map(|at| format!("  H{at}: V{} -> V{at}\n", at - 1)).collect();
    let study =
        format!("title: Panjang\ndata: {{ file: data.csv }}\nvariables:\n{}hypotheses:\n{}", columns.concat(), claims.concat());
    std::fs::write(folder.path().join("study.yaml"), study).unwrap();
    let header = (0..300).map(|at| format!("V{at}")).collect::<Vec<_>>().join(",");
    let rows: String = (0..5).map(|row| format!("{}\n", vec![row.to_string(); 300].join(","))).collect();
    std::fs::write(folder.path().join("data.csv"), format!("{header}\n{rows}")).unwrap();
    assert_eq!(run(folder.path(), &["check", "study.yaml"]).status, 0);
}

#[cfg(unix)]
#[test]
fn no_link_leads_out_of_the_folder() {
    use std::os::unix::fs::symlink;
    let outer = tempfile::tempdir().unwrap();
    let folder = outer.path().join("tesis");
    std::fs::create_dir(&folder).unwrap();
    for name in ["study.yaml", "responses.csv", "gambaran-umum.md", "mediasi-lmx.md", "mediasi-lmx.en.md", "pustaka.bib"] {
        std::fs::copy(example("disnaker-semarang").join(name), folder.join(name)).unwrap();
    }
    let said = |folder: &Path| {
        let ran = run(folder, &["render", "study.yaml", "-f", "md"]);
        assert_eq!((ran.status, names(&folder.join("out"))), (1, Vec::new()), "{}", ran.stderr);
        ran.stderr
    };
    for (name, key) in [("responses.csv", "data.file"), ("gambaran-umum.md", "report.overview")] {
        std::fs::rename(folder.join(name), outer.path().join(name)).unwrap();
        symlink(outer.path().join(name), folder.join(name)).unwrap();
        let said = said(&folder);
        assert!(said.contains(&format!("kesalahan[S019]: «{key}» harus berada di dalam folder studi")), "{said}");
        assert!(said.contains("adalah tautan ke luar folder itu"), "{said}");
        std::fs::remove_file(folder.join(name)).unwrap();
        std::fs::rename(outer.path().join(name), folder.join(name)).unwrap();
    }
    // A link to a folder outside, with the file behind it.
    symlink(outer.path(), folder.join("luar")).unwrap();
    std::fs::write(outer.path().join("rahasia.png"), "png").unwrap();
    let overview = std::fs::read_to_string(folder.join("gambaran-umum.md")).unwrap();
    std::fs::write(folder.join("gambaran-umum.md"), format!("{overview}\n\n![Peta](luar/rahasia.png)\n")).unwrap();
    let said = said(&folder);
    assert!(said.contains("kesalahan[T006]: gambar «luar/rahasia.png»") && said.contains("tautan"), "{said}");
    std::fs::write(folder.join("gambaran-umum.md"), overview).unwrap();
    // A model that never ends is no model.
    std::fs::create_dir(folder.join("models")).unwrap();
    symlink("/dev/zero", folder.join("models/tanpa-akhir.yaml")).unwrap();
    assert_eq!(run(&folder, &["check", "study.yaml"]).status, 0);
}

#[test]
fn where_a_file_cannot_be_replaced_nothing_is() {
    let folder = tempfile::tempdir().unwrap();
    for name in ["study.yaml", "responses.csv", "gambaran-umum.md", "mediasi-lmx.md", "mediasi-lmx.en.md", "pustaka.bib"] {
        std::fs::copy(example("disnaker-semarang").join(name), folder.path().join(name)).unwrap();
    }
    // The second of two files cannot be written: a folder stands in its place.
    let out = folder.path().join("out");
    std::fs::create_dir_all(out.join("results.json/isi")).unwrap();
    std::fs::write(out.join("bab-4.md"), "lama").unwrap();
    let ran = run(folder.path(), &["render", "study.yaml", "-f", "md,json"]);
    assert_eq!(ran.status, 3, "{}", ran.stderr);
    let last = ran.stderr.lines().last().unwrap();
    assert!(last.starts_with("kesalahan: «./out/results.json» tidak dapat ditulis"), "{}", ran.stderr);
    assert_eq!(std::fs::read_to_string(out.join("bab-4.md")).unwrap(), "lama");
    assert_eq!(names(&out), ["bab-4.md", "results.json"], "no temporary file stays");
}

/// On Linux the memory of a process can be bounded from outside.
#[cfg(target_os = "linux")]
#[test]
fn the_largest_of_these_files_need_no_more_memory_than_a_laptop_has() {
    let folder = tempfile::tempdir().unwrap();
    std::fs::write(folder.path().join("study.yaml"), STUDY).unwrap();
    std::fs::write(folder.path().join("data.csv"), vec![b'a'; 100 << 20]).unwrap();
    let bounded = format!("ulimit -v {} && exec \"$0\" check study.yaml", 1 << 20);
    let mut command = Command::new("sh");
    command.args(["-c", &bounded, env!("CARGO_BIN_EXE_bab4")]).current_dir(folder.path()).timeout(PATIENCE);
    let output = command.output().unwrap();
    assert_eq!(output.status.code(), Some(1), "{}", String::from_utf8_lossy(&output.stderr));
}
