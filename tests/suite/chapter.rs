//! The chapter of the main example, rendered once, and a reader for what its Markdown prints.

use crate::common::example;
use bab4::language::Language;
use bab4::pipeline::{Analyzed, Run};
use bab4::render;
use bab4::report::document::Document;
use bab4::report::templates::Templates;
use std::path::Path;
use std::sync::LazyLock;

/// A rendered chapter and its Markdown, read again.
pub struct Chapter {
    pub analyzed: Analyzed,
    pub document: Document,
    pub markdown: String,
    tables: Vec<(String, PrintedTable)>,
}

/// A pipe table as printed.
#[derive(Default)]
pub struct PrintedTable {
    pub header: Vec<String>,
    pub rows: Vec<Vec<String>>,
}

impl PrintedTable {
    /// The first row for which `keep` holds.
    pub fn row(&self, keep: impl Fn(&[String]) -> bool) -> Option<&Vec<String>> {
        self.rows.iter().find(|cells| keep(cells))
    }
}

impl Chapter {
    /// The table with this number.
    pub fn table(&self, number: &str) -> &PrintedTable {
        let found = self.tables.iter().find(|(other, _)| other == number);
        &found.unwrap_or_else(|| panic!("no table {number}")).1
    }

    /// What stands between two texts in one line, at its `nth` occurrence, and what follows in that line.
    pub fn between(&self, from: &str, to: &str, nth: usize) -> Option<(String, String)> {
        let found = self.markdown.lines().flat_map(|line| {
            line.match_indices(from).filter_map(move |(at, _)| {
                let rest = &line[at + from.len()..];
                let (inner, after) = rest.split_once(to)?;
                (inner.len() < 40).then(|| (plain(inner), plain(after)))
            })
        });
        found.collect::<Vec<_>>().into_iter().nth(nth)
    }

    /// The word before `mark` in the `nth` paragraph that holds `text` and the mark.
    pub fn sentence_with(&self, text: &str, mark: &str, nth: usize) -> Option<String> {
        let mut lines = self.markdown.lines().filter(|line| line.contains(text) && line.contains(mark));
        let line = lines.nth(nth)?;
        let before = line.split(mark).next()?;
        Some(plain(before.rsplit([' ', '\u{a0}']).next()?))
    }

    /// The `nth` standardized equation.
    pub fn equation(&self, nth: usize) -> String {
        let equations = self.markdown.lines().filter(|line| line.starts_with("> ") && line.contains("e<sub>"));
        equations.map(strip_subscripts).nth(nth).unwrap_or_default()
    }
}

/// Without no-break spaces and escapes.
fn plain(text: &str) -> String {
    text.replace('\u{a0}', " ").replace('\\', "")
}

fn strip_subscripts(line: &str) -> String {
    let mut out = String::new();
    let mut rest = line;
    while let Some((before, after)) = rest.split_once("<sub>") {
        out.push_str(before);
        rest = after.split_once("</sub>").map_or("", |(_, after)| after);
    }
    out + rest
}

/// Runs a study through the whole line, in Indonesian.
pub fn run(study_file: &Path) -> Chapter {
    let mut run = Run::default();
    let fail = |run: &Run| -> ! { panic!("{}", bab4::diagnostics::emit::human(&run.diagnostics, &run.sources, Language::En)) };
    let Some(study) = run.declare(study_file) else { fail(&run) };
    let Some(observed) = run.observe(&study) else { fail(&run) };
    let analyzed = run.analyze(&study, &observed);
    let Some(document) = run.compose(&study, &analyzed, &Templates::built_in(), Language::Id) else { fail(&run) };
    let markdown = render::markdown::render(&document);
    Chapter { tables: tables(&markdown), analyzed, document, markdown }
}

/// The chapter of the main example.
pub fn semarang() -> &'static Chapter {
    static CHAPTER: LazyLock<Chapter> = LazyLock::new(|| run(&example("disnaker-semarang").join("study.yaml")));
    &CHAPTER
}

fn tables(markdown: &str) -> Vec<(String, PrintedTable)> {
    let mut out: Vec<(String, PrintedTable)> = Vec::new();
    for line in markdown.lines() {
        if let Some(rest) = line.strip_prefix("**Tabel ") {
            let number = rest.split("**").next().unwrap_or_default();
            out.push((number.to_owned(), PrintedTable::default()));
        } else if let (Some(row), Some((_, table))) = (line.strip_prefix("| "), out.last_mut()) {
            let cells: Vec<String> =
                row.trim_end().trim_end_matches('|').split(" | ").map(|cell| cell.trim().to_owned()).collect();
            if table.header.is_empty() {
                table.header = cells;
            } else if !cells.iter().all(|cell| cell.chars().all(|c| c == '-' || c == ':') && !cell.is_empty()) {
                table.rows.push(cells);
            }
        }
    }
    out
}
