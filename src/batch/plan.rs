//! From what the user names to the units: which there are, what is laid over the study for each, which rows are theirs.

use super::names;
use super::problem::{fixed_discussion, no_such_column, no_such_unit, rows_without_unit};
use crate::dataset::wording::answer_key;
use crate::dataset::{Sheet, Slice};
use crate::diagnostics::{Diagnostic, Diagnostics, FileId, Severity, SourceFiles, Span, Spanned, suggest};
use crate::language::{Language, Text};
use crate::pipeline::{Run, folder_of, study_text};
use crate::study::batch_file::{self, BatchFile, SummaryFile, UnitFile};
use crate::study::file_office;
use crate::study::hypothesis::Discussion;
use crate::study::node::{Node, NodeKind};
use crate::study::overlay::map_at;
use crate::study::{Study, stays_inside};
use indexmap::IndexMap;
use std::path::{Path, PathBuf};
use std::sync::Arc;

/// Endings of files that may be a unit's survey.
const DATA_ENDINGS: &[&str] = &["csv", "tsv", "xlsx", "xls", "ods", "sav", "zsav"];

/// What is to be run.
#[derive(Debug, Clone, Copy)]
pub enum Wish<'a> {
    /// A batch file.
    File(&'a Path),
    /// A study, and the column that tells its units apart.
    By(&'a Path, &'a str),
    /// A study, and a folder in which every survey file is a unit.
    Files(&'a Path, &'a Path),
}

impl Wish<'_> {
    /// The file that is named.
    pub fn file(&self) -> &Path {
        match self {
            Wish::File(file) | Wish::By(file, _) | Wish::Files(file, _) => file,
        }
    }
}

/// A batch, ready to run.
#[derive(Debug, Default)]
pub struct Plan {
    /// The study's path.
    pub study: PathBuf,
    /// The folder the study stands in.
    pub folder: PathBuf,
    /// The folder the batch file stands in, or the study's.
    pub base: PathBuf,
    /// The batch file, into which spans point.
    pub sources: SourceFiles,
    /// Language of messages and chapters that the study names.
    pub language: Option<Language>,
    /// The column that tells units apart.
    pub by: Option<String>,
    /// Every unit, in order.
    pub units: Vec<Unit>,
    /// What the summary is to be.
    pub summary: SummaryWish,
    /// The survey that the units share.
    pub sheet: Option<Arc<Sheet>>,
    /// What is laid over the study for all units together: nothing that belongs to one of them.
    pub whole: Vec<Node>,
}

/// What the summary is to be.
#[derive(Debug, Clone, Default)]
pub struct SummaryWish {
    /// Its title.
    pub title: Option<Text>,
    /// Units with fewer respondents are named without their results.
    pub minimum_n: u64,
    /// Folders with the outputs of earlier periods.
    pub earlier: Vec<PathBuf>,
    /// The average of the units is shown as well.
    pub averages: bool,
}

/// One unit.
#[derive(Debug, Clone)]
pub struct Unit {
    /// Its name: a value of the column, a key of the batch file, a file's name.
    pub key: String,
    /// Name of its folder.
    pub folder: String,
    /// What is laid over the study, one tree after the other.
    pub over: Vec<Node>,
    /// Its rows, where they are a part of the study's file.
    pub slice: Option<Slice>,
    /// Why it cannot be made at all.
    pub impossible: Option<Diagnostic>,
}

impl Plan {
    /// Makes the plan. Problems that concern all units go into `diagnostics`; `None` when any of them is an error.
    pub fn make(wish: Wish<'_>, asked: Option<Language>, diagnostics: &mut Diagnostics) -> (Plan, bool) {
        let mut plan = Plan::default();
        let made = plan.fill(wish, asked, diagnostics).is_some() && !diagnostics.has_errors();
        let named: Vec<&str> = plan.units.iter().map(|unit| unit.key.as_str()).collect();
        for (unit, folder) in names::folders(&named).into_iter().enumerate() {
            if let Some(unit) = plan.units.get_mut(unit) {
                unit.folder = folder;
            }
        }
        (plan, made)
    }

    fn fill(&mut self, wish: Wish<'_>, asked: Option<Language>, diagnostics: &mut Diagnostics) -> Option<()> {
        match wish {
            Wish::File(path) => self.of_file(path, asked, diagnostics),
            Wish::By(study, column) => {
                self.of_study(study);
                let column = Spanned::new(column.to_owned(), self.nowhere());
                self.of_column(&column, false, Vec::new(), asked, diagnostics)
            }
            Wish::Files(study, folder) => {
                self.of_study(study);
                self.of_folder(folder, diagnostics)?;
                self.probe(asked, diagnostics)
            }
        }
    }

    fn of_study(&mut self, study: &Path) {
        self.study = study.to_owned();
        self.folder = folder_of(study);
        self.base = self.folder.clone();
        // What the program lays over a study stands in a file of its own, without text.
        self.sources.add("", "");
    }

    fn of_file(&mut self, path: &Path, asked: Option<Language>, diagnostics: &mut Diagnostics) -> Option<()> {
        let text = study_text::read(path, diagnostics)?.text;
        let file = self.sources.add(path.display().to_string(), text);
        let batch = batch_file::parse(&self.sources, file, diagnostics)?;
        self.base = folder_of(path);
        let BatchFile { study, by, summary, units } = batch;
        let study = study?;
        self.study = self.base.join(study.value.replace('\\', "/"));
        self.folder = folder_of(&self.study);
        self.summary = self.wish_of(summary);
        if self.study.is_file() && !stays_inside(&self.base, &self.study) {
            diagnostics.push(super::problem::outside(study.span, &study.value));
        }
        match by {
            Some(column) => self.of_column(&column, true, units, asked, diagnostics),
            None => {
                for unit in units {
                    let over = vec![self.own(&unit.key.value, unit.key.span, None), unit.over];
                    self.add(unit.key.value, over, None);
                }
                self.probe(asked, diagnostics)
            }
        }
    }

    fn wish_of(&self, summary: SummaryFile) -> SummaryWish {
        let folder = |path: Spanned<String>| self.base.join(path.value.replace('\\', "/"));
        SummaryWish {
            title: summary.title.map(|title| title.value),
            minimum_n: summary.minimum_n.map_or(0, |minimum| minimum.value),
            earlier: summary.earlier.into_iter().map(folder).collect(),
            averages: summary.averages.is_some_and(|averages| averages.value),
        }
    }

    /// One unit for each value of a column; `units` say more of some of them.
    fn of_column(
        &mut self,
        column: &Spanned<String>,
        written: bool,
        units: Vec<UnitFile>,
        asked: Option<Language>,
        diagnostics: &mut Diagnostics,
    ) -> Option<()> {
        let at = written.then_some(column.span);
        self.by = Some(column.value.clone());
        self.whole = vec![Node { kind: NodeKind::Map(Vec::new()), span: column.span }];
        // The study by itself must be right: it is wrong for all units otherwise, and that is said once.
        let study = self.declare(Vec::new(), asked, diagnostics)?;
        self.warn_of(&study, diagnostics);
        let sheet = Arc::new(self.read_sheet(&study, diagnostics)?);
        let Some(mut groups) = sheet.groups(&column.value) else {
            let nearest = suggest::nearest(&column.value, sheet.header().iter().map(String::as_str));
            diagnostics.push(no_such_column(&column.value, at, sheet.header(), &study.data.file, nearest));
            return None;
        };
        if !groups.without.is_empty() {
            diagnostics.push(rows_without_unit(&column.value, &groups.without));
        }
        let names: IndexMap<String, String> = groups.rows.keys().map(|name| (answer_key(name), name.clone())).collect();
        for unit in units {
            let UnitFile { key, .. } = &unit;
            let own_file = unit.gives(&["data", "file"]);
            let rows = names.get(&answer_key(&key.value)).and_then(|name| groups.rows.shift_remove(name));
            let slice = rows.filter(|_| !own_file).map(|rows| Slice::new(Arc::clone(&sheet), rows));
            let impossible = (slice.is_none() && !own_file).then(|| {
                let nearest = suggest::nearest(&key.value, names.values().map(String::as_str));
                no_such_unit(&key.value, key.span, &column.value, nearest)
            });
            let over = vec![self.own(&key.value, key.span, None), unit.over.clone()];
            self.add(key.value.clone(), over, slice);
            if let Some(last) = self.units.last_mut() {
                last.impossible = impossible;
            }
        }
        for (name, rows) in groups.rows {
            let over = vec![self.own(&name, column.span, None)];
            self.add(name, over, Some(Slice::new(Arc::clone(&sheet), rows)));
        }
        self.sheet = Some(sheet);
        Some(())
    }

    /// One unit for each survey file of a folder.
    fn of_folder(&mut self, folder: &Path, diagnostics: &mut Diagnostics) -> Option<()> {
        let inside = stays_inside(&self.folder, folder);
        let (Ok(here), Ok(there)) = (self.folder_path().canonicalize(), folder.canonicalize()) else {
            diagnostics.push(super::problem::no_folder(folder));
            return None;
        };
        let (true, Ok(below)) = (inside, there.strip_prefix(&here)) else {
            diagnostics.push(super::problem::folder_outside(folder, &self.folder));
            return None;
        };
        let below = below.to_string_lossy().replace('\\', "/");
        let mut files: Vec<String> = std::fs::read_dir(folder)
            .into_iter()
            .flatten()
            .flatten()
            .filter(|entry| entry.path().is_file())
            .filter_map(|entry| entry.file_name().into_string().ok())
            .filter(|name| !name.starts_with(['.', '~']))
            .filter(|name| {
                let ending = name.rsplit_once('.').map_or("", |(_, ending)| ending).to_lowercase();
                DATA_ENDINGS.contains(&ending.as_str())
            })
            .collect();
        files.sort();
        if files.is_empty() {
            diagnostics.push(super::problem::no_files(folder));
            return None;
        }
        // Two files of one name are told apart by their endings.
        let stem = |file: &str| file.rsplit_once('.').map_or(file, |(stem, _)| stem).to_owned();
        for file in &files {
            let alone = files.iter().filter(|other| stem(other) == stem(file)).count() == 1;
            let key = if alone { stem(file) } else { file.clone() };
            let path = if below.is_empty() { file.clone() } else { format!("{below}/{file}") };
            let over = vec![self.own(&key, self.nowhere(), Some(path))];
            self.add(key, over, None);
        }
        Some(())
    }

    fn folder_path(&self) -> &Path {
        if self.folder.as_os_str().is_empty() { Path::new(".") } else { &self.folder }
    }

    fn add(&mut self, key: String, over: Vec<Node>, slice: Option<Slice>) {
        self.units.push(Unit { key, folder: String::new(), over, slice, impossible: None });
    }

    fn nowhere(&self) -> Span {
        Span { file: FileId(0), start: 0, end: 0 }
    }

    /// What lies over the study for any unit, below what the unit says itself: its name is its object, and the numbers of
    /// questionnaires and people are not those of all units together. Nor are the people and places of the study's `office`, which
    /// is that of all units together; the logo is everybody's, as a town's arms are on the letters of all its agencies.
    fn own(&self, key: &str, span: Span, file: Option<String>) -> Node {
        let mut data = vec![("distributed", NodeKind::Null), ("returned", NodeKind::Null)];
        data.extend(file.map(|file| ("file", NodeKind::Text(file))));
        let not_shared = file_office::KEYS.iter().filter(|key| **key != "logo").map(|key| (*key, NodeKind::Null));
        let kind = map_at(
            span,
            [
                ("object", NodeKind::Text(key.to_owned())),
                ("population", NodeKind::Null),
                ("data", map_at(span, data)),
                ("office", map_at(span, not_shared)),
            ],
        );
        Node { kind, span }
    }

    fn declare(&mut self, over: Vec<Node>, asked: Option<Language>, diagnostics: &mut Diagnostics) -> Option<Study> {
        let mut run = Run { asked, over, sources: self.sources.clone(), ..Run::default() };
        let study = run.declare(&self.study);
        self.language = run.language;
        self.sources = run.sources;
        diagnostics.extend(run.diagnostics);
        study
    }

    /// Whether the study is right where units give what it lacks: what is wrong in the study file itself, with the first unit laid
    /// over it, is wrong for all of them.
    fn probe(&mut self, asked: Option<Language>, diagnostics: &mut Diagnostics) -> Option<()> {
        let over = self.units.first().map(|unit| unit.over.clone()).unwrap_or_default();
        let mut run = Run { asked, over, sources: self.sources.clone(), ..Run::default() };
        let study = run.declare(&self.study);
        self.language = run.language;
        if let Some(study) = &study {
            self.warn_of(study, diagnostics);
            return Some(());
        }
        let of_unit = |diagnostic: &Diagnostic| matches!(diagnostic.place, Some(crate::diagnostics::Place::Span(span)) if span.file == FileId(0));
        let errors = || run.diagnostics.iter().filter(|diagnostic| diagnostic.severity == Severity::Error);
        if errors().any(of_unit) {
            // Something of this unit: it will be said beside its name.
            return Some(());
        }
        self.sources = run.sources.clone();
        diagnostics.extend(run.diagnostics);
        None
    }

    fn read_sheet(&self, study: &Study, diagnostics: &mut Diagnostics) -> Option<Sheet> {
        Sheet::read(study, &self.folder, diagnostics)
    }

    fn warn_of(&self, study: &Study, diagnostics: &mut Diagnostics) {
        let fixed = study.hypotheses.iter().filter(|hypothesis| matches!(hypothesis.discussion, Discussion::Fixed(_)));
        let ids: Vec<&str> = fixed.map(|hypothesis| hypothesis.id.as_str()).collect();
        if !ids.is_empty() {
            diagnostics.push(fixed_discussion(&ids));
        }
    }
}
