//! `bab4 audit`: a chapter somebody else wrote, held against itself; or a folder of them.

use super::Status;
use super::arguments::AuditArguments;
use super::console::Console;
use crate::audit::finding::{Finding, Severity};
use crate::audit::printed::Place;
use crate::audit::read::{self, ChapterFormat};
use crate::audit::report::AuditReport;
use crate::audit::{audit, letter};
use crate::diagnostics::explain::explain;
use crate::diagnostics::{Diagnostics, SourceFiles};
use crate::language::{Language, Message};
use crate::pipeline::outputs::write_whole;
use crate::render;
use std::path::{Path, PathBuf};

/// Audits a chapter or a folder.
pub fn run(arguments: &AuditArguments, console: &Console) -> Status {
    if arguments.chapter.is_dir() {
        return folder(&arguments.chapter, arguments, console);
    }
    let report = match audited(&arguments.chapter, console) {
        Ok(report) => report,
        Err(status) => return status,
    };
    if let Some(path) = &arguments.letter {
        let name = file_name(&arguments.chapter);
        let text = render::markdown::render(&letter::write(&report, &name, console.language()));
        if let Err(error) = write_whole(path, text.as_bytes()) {
            return console.not_written(&error);
        }
    }
    let written =
        if arguments.format == "json" { json(&report, console) } else { console.result(&summary(&report, console.language())) };
    match written {
        Status::Fine if report.count(Severity::Impossible) > 0 => Status::Input,
        status => status,
    }
}

fn file_name(path: &Path) -> String {
    path.file_name().map(|name| name.to_string_lossy().into_owned()).unwrap_or_default()
}

fn audited(path: &Path, console: &Console) -> Result<AuditReport, Status> {
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
        Ok(chapter) => Ok(audit(&chapter)),
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
fn folder(folder: &Path, arguments: &AuditArguments, console: &Console) -> Status {
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
        match audited(path, console) {
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

/// A report for the terminal.
fn summary(report: &AuditReport, language: Language) -> String {
    let say = |id: String, en: String| Message::new(id, en).get(language).to_owned();
    let mut out = String::new();
    for severity in [Severity::Impossible, Severity::Decision, Severity::Practice] {
        let found: Vec<&Finding> = report.findings.iter().filter(|finding| finding.severity == severity).collect();
        if found.is_empty() {
            continue;
        }
        out.push_str(&format!("{} ({})\n", severity.name().get(language), found.len()));
        for finding in found {
            out.push_str(&one(finding, language));
        }
        out.push('\n');
    }
    let (tables, numbers, relations) = (report.tables, report.numbers, report.relations);
    out.push_str(&say(
        format!("Diperiksa: {tables} tabel, {numbers} angka, {relations} hubungan.\n"),
        format!("Checked: {tables} tables, {numbers} numbers, {relations} relations.\n"),
    ));
    for line in report.not_checked() {
        out.push_str(&format!("  – {}\n", line.get(language)));
    }
    if report.findings.is_empty() {
        out.push_str(&say("Tidak ada temuan pada yang diperiksa.\n".into(), "Nothing was found in what was checked.\n".into()));
    }
    out
}

fn one(finding: &Finding, language: Language) -> String {
    let title = explain(finding.code).map(|explanation| explanation.title.get(language)).unwrap_or_default();
    let mut out = format!("  {} {}\n    {}\n", finding.code, where_it_stands(&finding.place, language), title);
    let must = finding.must(language);
    let printed = Message::new("tercetak", "printed");
    out.push_str(&format!(
        "    {} {}{}\n",
        printed.get(language),
        finding.printed,
        if must.is_empty() { String::new() } else { format!("; {must}") }
    ));
    for why in &finding.why {
        out.push_str(&format!("      {why}\n"));
    }
    if let Some(words) = &finding.words {
        out.push_str(&format!("      {}\n", words.get(language)));
    }
    out
}

fn where_it_stands(place: &Place, language: Language) -> String {
    let mut parts: Vec<String> = Vec::new();
    parts.extend(place.table.clone().or_else(|| place.section.clone()));
    if !place.row.is_empty() {
        parts.push(place.row.clone());
    }
    if !place.column.is_empty() && place.table.is_some() {
        parts.push(place.column.clone());
    }
    let line = place.line;
    parts.push(Message::new(format!("baris {line}"), format!("line {line}")).get(language).to_owned());
    parts.join(" · ")
}
