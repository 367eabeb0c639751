//! `bab4 audit`: a chapter somebody else wrote, held against itself; or a folder of them.

use super::Status;
use super::arguments::AuditArguments;
use super::audit_summary::summary;
use super::console::Console;
use crate::audit::finding::Severity;
use crate::audit::read::{self, ChapterFormat};
use crate::audit::recompute::Basis;
use crate::audit::report::AuditReport;
use crate::audit::{audit_with, letter};
use crate::dataset::plausibility::repeated_rows;
use crate::diagnostics::{Diagnostics, SourceFiles};
use crate::language::Message;
use crate::pipeline::outputs::write_whole;
use crate::pipeline::{Analyzed, Run};
use crate::render;
use crate::render::docx::Sources;
use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

/// Audits a chapter or a folder.
pub fn run(arguments: &AuditArguments, console: &mut Console) -> Status {
    let studied = match &arguments.study {
        None => None,
        Some(path) => match Studied::of(path, console) {
            Some(studied) => Some(studied),
            None => return Status::Input,
        },
    };
    let basis = studied.as_ref().map(Studied::basis);
    let basis = basis.as_ref();
    let console = &*console;
    if arguments.chapter.is_dir() {
        return folder(&arguments.chapter, arguments, basis, console);
    }
    let report = match audited(&arguments.chapter, basis, console) {
        Ok(report) => report,
        Err(status) => return status,
    };
    if let Some(path) = &arguments.letter
        && let Err(status) = write_letter(&report, &file_name(&arguments.chapter), path, console)
    {
        return status;
    }
    let written =
        if arguments.format == "json" { json(&report, console) } else { console.result(&summary(&report, console.language())) };
    match written {
        Status::Fine if report.count(Severity::Impossible) > 0 => Status::Input,
        status => status,
    }
}

/// A study that was run, to compare a chapter with.
struct Studied {
    names: BTreeMap<String, Vec<String>>,
    analyzed: Analyzed,
    repeated: Vec<Vec<usize>>,
}

impl Studied {
    /// Runs a study; its problems are told.
    fn of(path: &Path, console: &mut Console) -> Option<Studied> {
        let mut run = Run::default();
        let studied = Studied::run(&mut run, path);
        console.diagnostics(&mut run);
        studied
    }

    fn run(run: &mut Run, path: &Path) -> Option<Studied> {
        let study = run.declare(path)?;
        let observed = run.observe(&study)?;
        let analyzed = run.analyze(&study, &observed);
        Some(Studied { names: study.spellings(), analyzed, repeated: repeated_rows(&observed.dataset) })
    }

    fn basis(&self) -> Basis<'_> {
        Basis { results: &self.analyzed.results, names: self.names.clone(), repeated: self.repeated.clone() }
    }
}

/// Writes the letter in the format that the file's name tells; Markdown when it tells none.
fn write_letter(report: &AuditReport, chapter: &str, path: &Path, console: &Console) -> Result<(), Status> {
    let document = letter::write(report, chapter, console.language());
    let bytes = match ChapterFormat::of_name(&file_name(path)) {
        Some(ChapterFormat::Docx) => {
            let sources = Sources { draw: &|_| None, files: &[], reference: None };
            match render::docx::render(&document, &sources) {
                Ok(docx) => docx.bytes,
                Err(reason) => {
                    console.error(&Message::new(
                        format!("surat tidak dapat dibuat: {reason}"),
                        format!("the letter cannot be made: {reason}"),
                    ));
                    return Err(Status::Machine);
                }
            }
        }
        Some(ChapterFormat::Html) => render::html::render(&document, &BTreeMap::new()).into_bytes(),
        _ => render::markdown::render(&document).into_bytes(),
    };
    write_whole(path, &bytes).map_err(|error| console.not_written(&error))
}

fn file_name(path: &Path) -> String {
    path.file_name().map(|name| name.to_string_lossy().into_owned()).unwrap_or_default()
}

fn audited(path: &Path, basis: Option<&Basis>, console: &Console) -> Result<AuditReport, Status> {
    let bytes = match std::fs::metadata(path).and_then(|there| {
        // A file larger than any chapter is not even read.
        if there.len() > read::LARGEST as u64 { Ok(Vec::new()) } else { std::fs::read(path) }
    }) {
        Ok(bytes) => bytes,
        Err(error) => {
            let file = path.display();
            console
                .error(&Message::new(format!("{file} tidak dapat dibaca: {error}"), format!("{file} cannot be read: {error}")));
            return Err(Status::Input);
        }
    };
    let too_large = bytes.is_empty() && std::fs::metadata(path).is_ok_and(|there| there.len() > read::LARGEST as u64);
    let chapter = if too_large { Err(read::ReadProblem::TooLarge) } else { read::read(&bytes, &file_name(path)) };
    match chapter {
        Ok(chapter) => Ok(audit_with(&chapter, basis)),
        Err(problem) => {
            let mut diagnostics = Diagnostics::default();
            diagnostics.push(problem.diagnostic(&path.display().to_string()));
            console.problems(&mut diagnostics, &SourceFiles::default());
            Err(Status::Input)
        }
    }
}

fn json(report: &AuditReport, console: &Console) -> Status {
    match serde_json::to_string_pretty(report) {
        Ok(text) => console.result(&format!("{text}\n")),
        Err(error) => {
            console.error(&Message::new(
                format!("laporan tidak dapat ditulis: {error}"),
                format!("the report cannot be written: {error}"),
            ));
            Status::Machine
        }
    }
}

/// One line a chapter.
fn folder(folder: &Path, arguments: &AuditArguments, basis: Option<&Basis>, console: &Console) -> Status {
    let mut files: Vec<PathBuf> = match std::fs::read_dir(folder) {
        Ok(entries) => entries.flatten().map(|entry| entry.path()).collect(),
        Err(error) => {
            let file = folder.display();
            console
                .error(&Message::new(format!("{file} tidak dapat dibaca: {error}"), format!("{file} cannot be read: {error}")));
            return Status::Input;
        }
    };
    files.retain(|path| path.is_file() && ChapterFormat::of_name(&file_name(path)).is_some());
    files.sort();
    let heading = |id, en| Message::new(id, en).get(console.language()).to_owned();
    let mut rows = vec![[
        heading("Bab", "Chapter"),
        heading("Mustahil", "Impossible"),
        heading("Keputusan", "Decisions"),
        heading("Praktik", "Practice"),
        heading("Tabel", "Tables"),
        heading("Tidak dibaca", "Not read"),
    ]];
    let mut reports = serde_json::Map::new();
    let mut worst = Status::Fine;
    for path in &files {
        let name = file_name(path);
        match audited(path, basis, console) {
            Ok(report) => {
                if report.count(Severity::Impossible) > 0 {
                    worst = Status::Input;
                }
                rows.push([
                    name.clone(),
                    report.count(Severity::Impossible).to_string(),
                    report.count(Severity::Decision).to_string(),
                    report.count(Severity::Practice).to_string(),
                    report.tables.to_string(),
                    report.not_read().to_string(),
                ]);
                reports.insert(name, serde_json::to_value(&report).unwrap_or_default());
            }
            Err(_) => {
                worst = Status::Input;
                rows.push([name, "–".into(), "–".into(), "–".into(), "–".into(), heading("berkas", "the file")]);
            }
        }
    }
    if files.is_empty() {
        console.error(&Message::new(
            "folder ini tidak memuat bab: DOCX, Markdown, HTML, TXT, atau PDF",
            "this folder holds no chapter: DOCX, Markdown, HTML, TXT or PDF",
        ));
        return Status::Input;
    }
    let written = if arguments.format == "json" {
        match serde_json::to_string_pretty(&reports) {
            Ok(text) => console.result(&format!("{text}\n")),
            Err(_) => Status::Machine,
        }
    } else {
        console.result(&columns(&rows))
    };
    if written == Status::Fine { worst } else { written }
}

/// Rows with their columns under each other.
fn columns(rows: &[[String; 6]]) -> String {
    let mut widths = [0_usize; 6];
    for row in rows {
        for (width, cell) in widths.iter_mut().zip(row) {
            *width = (*width).max(cell.chars().count());
        }
    }
    let mut out = String::new();
    for row in rows {
        for (column, (cell, width)) in row.iter().zip(widths).enumerate() {
            let fill = " ".repeat(width.saturating_sub(cell.chars().count()));
            if column == 0 {
                out.push_str(&format!("{cell}{fill}"));
            } else {
                out.push_str(&format!("  {fill}{cell}"));
            }
        }
        out.push('\n');
    }
    out
}
