//! The examples of `bab4 explain` are run: the wrong one gives its code and nothing else, the right one nothing at all.

use crate::common::skipped;
use assert_cmd::Command;
use bab4::batch::{Plan, Wish};
use bab4::diagnostics::explain::{Explanation, Part, all};
use bab4::diagnostics::{Code, Diagnostics};
use bab4::language::Language;
use bab4::pipeline::{Format, Run, Wanted};
use bab4::report::templates::Templates;
use std::path::{Path, PathBuf};

/// The study that the keys of an example are laid over; everything in it is right.
const STUDY: &str = "\
title: Pengaruh Motivasi dan Disiplin terhadap Kinerja
data: { file: responses.csv }
scale: { min: 1, max: 5 }
variables:
  X1: { name: Motivasi, indicators: [Gaji, Penghargaan] }
  X2: { name: Disiplin, indicators: [Kehadiran, Ketaatan] }
  Y: { name: Kinerja, indicators: [Mutu, Waktu] }
";

const ANSWERS: &str = "X1.1,X1.2,X2.1,X2.2,Y.1,Y.2\n4,4,5,4,4,5\n5,5,4,4,5,5\n2,3,3,2,3,2\n3,3,4,5,3,4\n5,4,2,3,4,4\n";

/// Codes that this version declares and never gives, so that their examples cannot be run.
const NEVER_GIVEN: &[Code] = &[];

/// Codes whose examples are commands; the program itself is run for them below.
const COMMANDS: &[Code] = &[Code::TypstMissing, Code::TypstFails, Code::ReferenceUnusable];

/// Codes of files that are no text, so that their examples cannot be run; `files.rs` reads such files.
const STATISTICS: &[Code] = &[Code::StatisticsFile, Code::RoundedIdentity];

/// What an example cannot do without and is not about: who is in one file only has no answers from the other.
const BESIDE: &[(Code, Code)] = &[(Code::UnmatchedPersons, Code::Incomplete)];

#[test]
fn wrong_examples_give_their_code_and_right_ones_give_none() {
    let mut faults = Vec::new();
    for Explanation { code, wrong, right, .. } in all() {
        if [NEVER_GIVEN, COMMANDS, STATISTICS].iter().any(|list| list.contains(code)) {
            continue;
        }
        let beside = |found: &Code| BESIDE.contains(&(*code, *found));
        let found = run(*code, wrong);
        if !found.contains(code) || found.iter().any(|found| found != code && !beside(found)) {
            faults.push(format!("{code}, wrong: {found:?}"));
        }
        let found = run(*code, right);
        if !found.iter().all(beside) {
            faults.push(format!("{code}, right: {found:?}"));
        }
    }
    assert_eq!(faults, Vec::<String>::new());
}

/// An exception that is no longer needed fails: the code is given somewhere, so its example can be run.
#[test]
fn codes_that_are_never_given_are_given_nowhere() {
    let sources = sources(&Path::new(env!("CARGO_MANIFEST_DIR")).join("src"));
    assert!(sources.len() > 50);
    for code in Code::ALL {
        let name = format!("Code::{code:?}");
        let given = sources.iter().any(|(path, text)| {
            !path.ends_with("code.rs") && !path.components().any(|part| part.as_os_str() == "explain") && text.contains(&name)
        });
        assert_eq!(given, !NEVER_GIVEN.contains(code), "{name}");
    }
}

#[test]
fn without_typst_and_with_another_program_for_it() {
    let folder = tempfile::tempdir().unwrap();
    let study = write(folder.path(), &[]);
    let render = |typst: &Path| {
        let mut command = Command::new(env!("CARGO_BIN_EXE_bab4"));
        let output = command.args(["render", "-f", "pdf"]).arg(&study).env("BAB4_TYPST", typst).output().unwrap();
        String::from_utf8_lossy(&output.stderr).into_owned()
    };
    let missing = render(Path::new("no-typst-here"));
    assert!(missing.contains("R001") && !missing.contains("R002"), "{missing}");
    // Any program that is not typst will do, and this one is certainly there.
    let refused = render(Path::new(env!("CARGO_BIN_EXE_bab4")));
    assert!(refused.contains("R002") && !refused.contains("R001"), "{refused}");
    match bab4::typeset::find_typst() {
        Some(typst) => {
            let fine = render(&typst);
            assert!(!fine.contains("R001") && !fine.contains("R002"), "{fine}");
        }
        None => skipped("explanations", "typst is not installed"),
    }
}

#[test]
fn a_campus_document_that_is_one_and_one_that_is_none() {
    let folder = tempfile::tempdir().unwrap();
    let study = write(folder.path(), &[Part { name: "pedoman.pdf", text: "%PDF-1.7\n" }]);
    let render = |reference: &Path| {
        let mut command = Command::new(env!("CARGO_BIN_EXE_bab4"));
        let output = command.args(["render", "-f", "docx"]).arg(&study).arg("--reference-doc").arg(reference).output().unwrap();
        (output.status.code(), String::from_utf8_lossy(&output.stderr).into_owned())
    };
    let (status, refused) = render(&folder.path().join("pedoman.pdf"));
    assert!(status == Some(1) && refused.contains("R003") && refused.contains("pedoman.pdf"), "{refused}");
    assert!(!folder.path().join("out").exists());
    // A chapter of our own is a DOCX like any other.
    let written = Command::new(env!("CARGO_BIN_EXE_bab4")).args(["render", "-f", "docx"]).arg(&study).output().unwrap();
    assert!(written.status.success(), "{}", String::from_utf8_lossy(&written.stderr));
    let campus = folder.path().join("kampus.docx");
    std::fs::rename(folder.path().join("out/bab-4.docx"), &campus).unwrap();
    let (status, fine) = render(&campus);
    assert!(status == Some(0) && !fine.contains("R003"), "{fine}");
}

#[test]
fn the_command_explains_lists_and_refuses() {
    let bab4 = |arguments: &[&str]| {
        let output = Command::new(env!("CARGO_BIN_EXE_bab4")).args(arguments).output().unwrap();
        let text = |bytes: &[u8]| String::from_utf8(bytes.to_vec()).unwrap();
        (output.status.code(), text(&output.stdout), text(&output.stderr))
    };
    let (status, out, err) = bab4(&["explain", "s004"]);
    assert!(status == Some(0) && out.starts_with("S004 — Kunci wajib tidak ada\n") && err.is_empty(), "{out}{err}");
    let (_, out, _) = bab4(&["explain", "S004", "--lang", "en"]);
    assert!(out.starts_with("S004 — A required key is missing\n"), "{out}");
    let (status, out, _) = bab4(&["explain"]);
    assert!(status == Some(0) && Code::ALL.iter().all(|code| out.contains(code.as_str())), "{out}");
    let (status, out, err) = bab4(&["explain", "S04"]);
    assert!(status == Some(1) && out.is_empty() && err.contains("maksud Anda «S004»?"), "{err}");
}

/// The codes found in a folder that holds the files of an example, up to the stage of the code that it is about.
fn run(about: Code, parts: &[Part]) -> Vec<Code> {
    if let Some(Part { name, text }) = parts.iter().find(|part| part.name.starts_with("bab-4.")) {
        return match bab4::audit::read::read(text.as_bytes(), name) {
            Ok(chapter) => {
                let beside = matches!(about, Code::Recomputed | Code::DoubtfulData);
                let report = if beside { with_data(&chapter, parts) } else { bab4::audit::audit(&chapter) };
                report.findings.iter().map(|finding| finding.code).collect()
            }
            Err(problem) => vec![problem.diagnostic(name).code],
        };
    }
    let folder = tempfile::tempdir().unwrap();
    let path = write(folder.path(), parts);
    if parts.iter().any(|part| part.name == "batch.yaml") {
        let mut diagnostics = Diagnostics::default();
        let (plan, _) = Plan::make(Wish::File(&path.with_file_name("batch.yaml")), None, &mut diagnostics);
        let of_units = plan.units.iter().filter_map(|unit| unit.impossible.as_ref());
        return diagnostics.iter().chain(of_units).map(|diagnostic| diagnostic.code).collect();
    }
    let mut run = Run::default();
    let stage = about.as_str().chars().next();
    if let Some(study) = run.declare(&path)
        && stage != Some('S')
        && let Some(observed) = run.observe(&study)
        && stage != Some('D')
    {
        let templates = folder.path().join("templates");
        std::fs::create_dir_all(&templates).unwrap();
        let templates = Templates::built_in().with_folder(&templates).unwrap();
        let analyzed = run.analyze(&study, &observed);
        let document = run.compose(&study, &analyzed, &templates, Language::Id);
        if let Some(document) = document.filter(|_| stage == Some('R')) {
            run.render(&study, &analyzed, &document, Wanted { formats: &[Format::Docx], ..Wanted::default() });
        }
    }
    run.diagnostics.iter().map(|diagnostic| diagnostic.code).collect()
}

/// Audits a chapter beside the study of these examples.
fn with_data(chapter: &bab4::audit::chapter::Chapter, parts: &[Part]) -> bab4::audit::report::AuditReport {
    let folder = tempfile::tempdir().unwrap();
    let path = write(folder.path(), parts);
    let mut run = Run::default();
    let study = run.declare(&path).unwrap();
    let observed = run.observe(&study).unwrap();
    let analyzed = run.analyze(&study, &observed);
    let basis = bab4::audit::recompute::Basis { results: &analyzed.results, names: study.spellings(), repeated: Vec::new() };
    bab4::audit::audit_with(chapter, Some(&basis))
}

/// Writes a study, its data and the files of an example; gives the path of the study file.
fn write(folder: &Path, parts: &[Part]) -> PathBuf {
    let study = parts.iter().find(|part| part.name == "study.yaml").map_or("", |part| part.text);
    std::fs::write(folder.join("responses.csv"), ANSWERS).unwrap();
    std::fs::write(folder.join("study.yaml"), laid_over(study, STUDY)).unwrap();
    for part in parts.iter().filter(|part| part.name != "study.yaml") {
        let (name, bytes) = match part.name.strip_suffix(" (Windows-1252)") {
            // The letters of the examples are those of Latin-1, in which a character is a byte.
            Some(name) => (name, part.text.chars().map(|c| u8::try_from(u32::from(c)).unwrap()).collect()),
            None => (part.name, part.text.as_bytes().to_vec()),
        };
        let path = folder.join(name);
        std::fs::create_dir_all(path.parent().unwrap()).unwrap();
        std::fs::write(path, bytes).unwrap();
    }
    folder.join("study.yaml")
}

/// A study file with the blocks of `over` in the place of those of `under` that have the same key.
fn laid_over(over: &str, under: &str) -> String {
    let (over, under) = (blocks(over), blocks(under));
    let kept = under.iter().filter(|(key, _)| !over.iter().any(|(own, _)| own == key));
    kept.chain(&over).map(|(_, block)| block.as_str()).collect()
}

/// The keys at the top of a study file, each with its lines.
fn blocks(text: &str) -> Vec<(String, String)> {
    let mut blocks: Vec<(String, String)> = Vec::new();
    for line in text.lines() {
        let key = line.split(':').next().unwrap_or_default();
        match blocks.last_mut() {
            Some((_, block)) if line.starts_with(' ') => *block += &format!("{line}\n"),
            _ => blocks.push((key.to_owned(), format!("{line}\n"))),
        }
    }
    blocks
}

fn sources(folder: &Path) -> Vec<(PathBuf, String)> {
    let mut found = Vec::new();
    for entry in std::fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            found.extend(sources(&path));
        } else {
            found.push((path.clone(), std::fs::read_to_string(&path).unwrap()));
        }
    }
    found
}
