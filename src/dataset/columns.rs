//! Which column of the file belongs to which item, variable and characteristic.

use super::column_roles;
use super::head::Header;
use super::problem::{ColumnsOf, DatasetProblem};
use super::table::letters;
use super::wording::{bracketed, code_key, fold, leading_word, statement_key};
use crate::diagnostics::suggest;
use crate::language::{Language, Text};
use crate::study::variable::ColumnSource;
use crate::study::{Characteristic, DeclaredAt, Item, Measure, Study, Variable};
use indexmap::IndexMap;
use std::collections::{BTreeMap, BTreeSet};

/// The column found for everything the study declares; what was not found is missing here and a problem elsewhere.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct FoundColumns {
    /// By item code.
    pub items: IndexMap<String, usize>,
    /// By the code of a variable that is one column.
    pub variables: IndexMap<String, usize>,
    /// By characteristic code.
    pub characteristics: IndexMap<String, usize>,
    /// Columns by whose words points differ, by variable code.
    pub points_by: IndexMap<String, usize>,
    /// The column that identifies persons.
    pub id: Option<usize>,
    /// The columns that rows are kept by, in the order declared.
    pub keep: Vec<Option<usize>>,
    /// Columns of totals the file brings along, by variable code.
    pub totals: IndexMap<String, usize>,
    /// How long each respondent took: one column of seconds, or the beginning and the end.
    pub time: Option<Time>,
}

/// Where the response time stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Time {
    /// A column of seconds.
    Seconds(usize),
    /// Two columns of times.
    Between(usize, usize),
}

impl FoundColumns {
    /// How many were found.
    pub fn count(&self) -> usize {
        let persons = usize::from(self.id.is_some()) + self.keep.iter().flatten().count();
        self.items.len() + self.variables.len() + self.characteristics.len() + persons
    }

    /// Which of `width` columns are used at all.
    pub fn used(&self, width: usize) -> Vec<bool> {
        let mut used = vec![false; width];
        let all = self.items.values().chain(self.variables.values()).chain(self.points_by.values());
        let time: Vec<usize> = match self.time {
            Some(Time::Seconds(at)) => vec![at],
            Some(Time::Between(start, end)) => vec![start, end],
            None => Vec::new(),
        };
        let persons = self.id.iter().chain(self.keep.iter().flatten());
        for at in all.chain(self.characteristics.values()).chain(self.totals.values()).chain(persons).chain(&time) {
            if let Some(flag) = used.get_mut(*at) {
                *flag = true;
            }
        }
        used
    }
}

/// Finds the columns of a study under this header.
pub fn find(study: &Study, header: &Header, problems: &mut Vec<DatasetProblem>) -> FoundColumns {
    let Header { titles, labels, row, .. } = header;
    let (header, header_row) = (titles.as_slice(), *row);
    let index = HeaderIndex::new(header, labels);
    let mut finder = Finder { index, header, header_row, problems, claimed: BTreeMap::new() };
    let mut found = FoundColumns::default();
    for variable in study.variables.values() {
        match &variable.measure {
            Measure::Items { .. } => finder.items_of(variable, &variable.items().collect::<Vec<&Item>>(), &mut found),
            Measure::Records(records) => {
                let items: Vec<&Item> = records.items.iter().map(|record| &record.item).collect();
                finder.items_of(variable, &items, &mut found);
                if let Some((header, declared)) = &records.points_by {
                    let lookup = match study.characteristic(header) {
                        Some(characteristic) => finder.index.characteristic(characteristic),
                        None => finder.index.header(header),
                    };
                    let at = finder.settle(lookup, ColumnsOf::Variable, "points_by", header, *declared);
                    found.points_by.extend(at.map(|at| (variable.code.clone(), at)));
                }
            }
            Measure::Column { column, .. } => {
                let lookup = finder.index.header(column);
                if let Some(at) = finder.settle(lookup, ColumnsOf::Variable, &variable.code, column, variable.declared) {
                    finder.claim(at, &variable.code, variable.declared);
                    found.variables.insert(variable.code.clone(), at);
                }
            }
        }
    }
    for characteristic in &study.characteristics {
        let lookup = finder.index.characteristic(characteristic);
        let (code, declared) = (&characteristic.code, characteristic.declared);
        let of = ColumnsOf::Characteristic(code.clone());
        if let Some(at) = finder.settle(lookup, of, code, &characteristic.column, declared) {
            // A number may be both a variable and, in classes, a characteristic; an item's answers may not.
            if finder.claimed.get(&at).is_some_and(|claim| claim.of_item) {
                finder.claim(at, code, declared);
            }
            found.characteristics.insert(code.clone(), at);
        }
    }
    if let Some(id) = &study.data.id {
        let lookup = finder.index.header(&id.header);
        found.id = finder.settle(lookup, ColumnsOf::Data("id"), "data.id", &id.header, id.declared);
    }
    for keep in &study.data.keep {
        let lookup = finder.index.header(&keep.column.header);
        let at = finder.settle(lookup, ColumnsOf::Data("keep"), "data.keep", &keep.column.header, keep.column.declared);
        found.keep.push(at);
    }
    found.totals = column_roles::totals(study, header, &found);
    found.time = column_roles::time(header);
    // Where something is wrong with the columns, that problem already names what is there.
    if problems.is_empty() {
        undeclared(study, header, &found, problems);
    }
    found
}

/// Columns that go on where the items of a variable end: `X1.9` beside the declared `X1.1` … `X1.8`. A forgotten item
/// changes every number and shows nowhere.
fn undeclared(study: &Study, header: &[String], found: &FoundColumns, problems: &mut Vec<DatasetProblem>) {
    let used = found.used(header.len());
    let is_used = |at: usize| used.get(at).copied().unwrap_or(false);
    // A column called as the variable itself is its sum.
    let sums: BTreeSet<String> = study.variables.keys().map(|code| code_key(code)).collect();
    for variable in study.variables.values() {
        let taken = variable.items().filter_map(|item| header.get(*found.items.get(&item.code)?));
        let stems: BTreeSet<String> = taken.filter(|header| ends_in_number(header)).map(|header| stem(header)).collect();
        let like = |text: &String| ends_in_number(text) && stems.contains(&stem(text)) && !sums.contains(&code_key(text));
        let columns: Vec<String> =
            header.iter().enumerate().filter(|(at, text)| !is_used(*at) && like(text)).map(|(_, text)| text.clone()).collect();
        if !columns.is_empty() {
            let (variable, declared) = (variable.code.clone(), variable.declared);
            problems.push(DatasetProblem::UndeclaredColumns { variable, columns, declared });
        }
    }
}

/// Whether a header is a code with a number: `X1.9`, `KOM 3`; a bare number is none.
fn ends_in_number(header: &str) -> bool {
    let key = code_key(header);
    key.ends_with(|c: char| c.is_ascii_digit()) && key.starts_with(char::is_alphabetic) && key.chars().count() <= 12
}

struct Finder<'a> {
    index: HeaderIndex,
    header: &'a [String],
    header_row: usize,
    problems: &'a mut Vec<DatasetProblem>,
    claimed: BTreeMap<usize, Claim>,
}

/// Who uses a column.
struct Claim {
    by: String,
    of_item: bool,
    declared: DeclaredAt,
}

impl Finder<'_> {
    fn items_of(&mut self, variable: &Variable, items: &[&Item], found: &mut FoundColumns) {
        let mut missing: Vec<(&Item, String)> = Vec::new();
        for item in items.iter().copied() {
            let (lookup, wanted) = match &item.column {
                ColumnSource::Position(at) if *at < self.header.len() => (Lookup::One(*at), item.code.clone()),
                ColumnSource::Position(at) => {
                    self.problems.push(DatasetProblem::PositionBeyondTable {
                        item: item.code.clone(),
                        letters: letters(*at),
                        last: letters(self.header.len().saturating_sub(1)),
                        declared: item.declared,
                    });
                    continue;
                }
                ColumnSource::Header(header) => (self.index.header(header), header.clone()),
                ColumnSource::ByCode => (self.index.item(item), item.code.clone()),
            };
            match lookup {
                Lookup::None => missing.push((item, wanted)),
                lookup => {
                    if let Some(at) = self.settle(lookup, ColumnsOf::Item, &item.code, &wanted, item.declared) {
                        self.claim_item(at, &item.code, item.declared);
                        found.items.insert(item.code.clone(), at);
                    }
                }
            }
        }
        // One problem a column, unless much of the variable is missing: then one for all.
        if missing.len() > 3 || (missing.len() > 1 && missing.len() == items.len()) {
            let declared = missing.first().and_then(|(item, _)| item.declared);
            let wanted = missing.into_iter().map(|(_, wanted)| wanted).collect();
            self.report_missing(ColumnsOf::Items(variable.code.clone()), wanted, None, variable.declared.or(declared));
        } else {
            for (item, wanted) in missing {
                let question = item.statement.as_ref().unwrap_or(&item.name).get(Language::Id).to_owned();
                self.report_missing(ColumnsOf::Item, vec![wanted], Some(&question), item.declared.or(variable.declared));
            }
        }
    }

    fn settle(&mut self, lookup: Lookup, of: ColumnsOf, code: &str, wanted: &str, declared: DeclaredAt) -> Option<usize> {
        match lookup {
            Lookup::One(at) => Some(at),
            Lookup::Many(columns) => {
                let name = |at: &usize| self.header.get(*at).cloned().unwrap_or_default();
                self.problems.push(DatasetProblem::DuplicateColumn {
                    header: columns.first().map(name).unwrap_or_default(),
                    header_row: self.header_row,
                    columns: columns.iter().map(|at| letters(*at)).collect(),
                    wanted_by: code.to_owned(),
                });
                None
            }
            Lookup::None => {
                self.report_missing(of, vec![wanted.to_owned()], Some(wanted), declared);
                None
            }
        }
    }

    fn report_missing(&mut self, of: ColumnsOf, wanted: Vec<String>, question: Option<&str>, declared: DeclaredAt) {
        let headers = || self.header.iter().map(String::as_str).filter(|header| !header.is_empty());
        let first = wanted.first().map_or("", String::as_str);
        let stem = stem(first);
        let kin: Vec<&str> = headers().filter(|header| self::stem(header) == stem).collect();
        let nearest = match kin.is_empty() && wanted.len() == 1 {
            true => suggest::nearest(first, headers()).map(str::to_owned),
            false => None,
        };
        let nearest = nearest.or_else(|| column_roles::nearest_question(question?, headers()));
        let there = match (&nearest, kin.is_empty()) {
            (Some(_), _) => Vec::new(),
            (None, false) => in_short(&kin),
            (None, true) => in_short(&headers().collect::<Vec<_>>()),
        };
        self.problems.push(DatasetProblem::MissingColumns { of, wanted, there, nearest, declared });
    }

    fn claim_item(&mut self, at: usize, code: &str, declared: DeclaredAt) {
        self.claim(at, code, declared);
        if let Some(claim) = self.claimed.get_mut(&at) {
            claim.of_item = true;
        }
    }

    fn claim(&mut self, at: usize, code: &str, declared: DeclaredAt) {
        if let Some(claim) = self.claimed.get(&at) {
            self.problems.push(DatasetProblem::ColumnUsedTwice {
                column: match self.header.get(at) {
                    Some(header) if !header.is_empty() => header.clone(),
                    _ => letters(at),
                },
                first: claim.by.clone(),
                second: code.to_owned(),
                first_declared: claim.declared,
                declared,
            });
            return;
        }
        self.claimed.insert(at, Claim { by: code.to_owned(), of_item: false, declared });
    }
}

/// What a search in the header yields.
#[derive(Debug, Clone, PartialEq, Eq)]
enum Lookup {
    One(usize),
    Many(Vec<usize>),
    None,
}

impl Lookup {
    fn or_else(self, next: impl FnOnce() -> Lookup) -> Lookup {
        match self {
            Lookup::None => next(),
            found => found,
        }
    }
}

/// The headers under every form in which they may be asked for.
struct HeaderIndex {
    whole: Keys,
    codes: Keys,
    /// The code in front of a question or in its brackets.
    partial_codes: Keys,
    statements: Keys,
    /// The questions under headers that are codes.
    labels: Keys,
}

#[derive(Default)]
struct Keys(BTreeMap<String, Vec<usize>>);

impl Keys {
    fn add(&mut self, key: String, at: usize) {
        let columns = self.0.entry(key).or_default();
        if !key_is_last(columns, at) {
            columns.push(at);
        }
    }

    fn find(&self, key: &str) -> Lookup {
        match self.0.get(key).map(Vec::as_slice) {
            _ if key.is_empty() => Lookup::None,
            None | Some([]) => Lookup::None,
            Some([at]) => Lookup::One(*at),
            Some(columns) => Lookup::Many(columns.to_vec()),
        }
    }
}

fn key_is_last(columns: &[usize], at: usize) -> bool {
    columns.last() == Some(&at)
}

impl HeaderIndex {
    fn new(header: &[String], labels: &[String]) -> HeaderIndex {
        let mut index = HeaderIndex {
            whole: Keys::default(),
            codes: Keys::default(),
            partial_codes: Keys::default(),
            statements: Keys::default(),
            labels: Keys::default(),
        };
        for (at, text) in header.iter().enumerate().filter(|(_, text)| !text.is_empty()) {
            index.whole.add(fold(text), at);
            index.codes.add(code_key(text), at);
            index.statements.add(statement_key(text), at);
            if let Some((word, rest)) = leading_word(text) {
                index.partial_codes.add(code_key(word), at);
                index.statements.add(statement_key(rest), at);
            }
            if let Some((_, inner)) = bracketed(text) {
                index.partial_codes.add(code_key(inner), at);
                index.statements.add(statement_key(inner), at);
                if let Some((word, rest)) = leading_word(inner) {
                    index.partial_codes.add(code_key(word), at);
                    index.statements.add(statement_key(rest), at);
                }
            }
            // Exports of KoboToolbox name the groups a question stands in.
            if let Some((_, question)) = text.rsplit_once('/').filter(|(_, question)| !question.trim().is_empty()) {
                index.partial_codes.add(code_key(question), at);
            }
        }
        for (at, text) in labels.iter().enumerate().filter(|(_, text)| !text.is_empty()) {
            index.labels.add(statement_key(text), at);
            // Qualtrics puts the question before each statement: `Seberapa setuju Anda? - Saya teliti`.
            let inner = bracketed(text).map(|(_, inner)| inner).or_else(|| text.rsplit_once(" - ").map(|(_, inner)| inner));
            if let Some(inner) = inner {
                index.labels.add(statement_key(inner), at);
            }
        }
        index
    }

    /// A declared header.
    fn header(&self, header: &str) -> Lookup {
        self.whole
            .find(&fold(header))
            .or_else(|| self.statements.find(&statement_key(header)))
            .or_else(|| self.codes.find(&code_key(header)))
            .or_else(|| self.labels.find(&statement_key(header)))
    }

    /// An item by its code, then by its statement (its name, when it has no statement).
    fn item(&self, item: &Item) -> Lookup {
        let code = code_key(&item.code);
        let texts = item.statement.as_ref().unwrap_or(&item.name);
        self.codes.find(&code).or_else(|| self.partial_codes.find(&code)).or_else(|| self.text(texts))
    }

    fn characteristic(&self, characteristic: &Characteristic) -> Lookup {
        let found = self.header(&characteristic.column);
        match characteristic.column == characteristic.code {
            true => found.or_else(|| {
                let spaced = characteristic.code.replace(['_', '.'], " ");
                self.whole.find(&fold(&spaced)).or_else(|| self.text(&characteristic.name))
            }),
            false => found,
        }
    }

    fn text(&self, text: &Text) -> Lookup {
        let keys = Language::ALL.map(|language| statement_key(text.get(language)));
        let found = |keys_of: &Keys| keys.iter().fold(Lookup::None, |found, key| found.or_else(|| keys_of.find(key)));
        found(&self.statements).or_else(|| found(&self.labels))
    }
}

/// What the codes of one variable have in common: `X1.` of `X1.10`, `KOM` of `KOM3`.
fn stem(code: &str) -> String {
    code_key(code).trim_end_matches(|c: char| c.is_ascii_digit()).to_owned()
}

/// A list for a message: first and last where there are many.
fn in_short(names: &[&str]) -> Vec<String> {
    match names {
        [first, .., last] if names.len() > 12 => {
            vec![format!("{first} … {last}")]
        }
        names => names.iter().map(|name| (*name).to_owned()).collect(),
    }
}
