//! What everybody who writes a part of the report has at hand: study, results, words.

use super::document::{Align, Cell, Inline, Row, RowKind, Table, TableColumn};
use super::terms::Terms;
use super::view::{Found, View};
use crate::language::Language;
use crate::numbers::Setting;
use crate::study::{Dimension, Item, Study, Variable};

/// Study, results and words of the report's language.
pub struct Desk<'a> {
    /// The study.
    pub study: &'a Study,
    /// Results and findings.
    pub view: &'a View,
    /// Words that are no sentences.
    pub terms: &'a Terms,
    /// Language of the report.
    pub language: Language,
}

/// Printed where a table has no value.
pub const NO_VALUE: &str = "–";

impl Desk<'_> {
    /// A term of the language.
    pub fn term(&self, key: &str) -> String {
        self.terms.get(key).to_owned()
    }

    /// A cell with the number at a path; a dash where there is none.
    pub fn cell(&self, path: &str) -> Cell {
        match self.view.inline(path, Setting::Table) {
            Some(inline) => Cell::new(vec![inline]),
            None => Cell::text(NO_VALUE).aligned(Align::Center),
        }
    }

    /// A cell with a term.
    pub fn term_cell(&self, key: &str) -> Cell {
        Cell::text(self.term(key))
    }

    /// The key of the reason why there is no value at a path.
    pub fn absent(&self, path: &str) -> Option<&str> {
        match self.view.get(path)? {
            Found::Absent(reason) => Some(reason),
            _ => None,
        }
    }

    /// The note that explains the dashes of a table: the words of every reason among `paths`, each once.
    pub fn absent_notes(&self, paths: impl IntoIterator<Item = String>) -> Vec<Vec<Inline>> {
        let mut reasons: Vec<String> = Vec::new();
        for path in paths {
            if let Some(reason) = self.absent(&path)
                && !reasons.iter().any(|known| known == reason)
            {
                reasons.push(reason.to_owned());
            }
        }
        let note = |reason: String| vec![Inline::text(format!("{NO_VALUE} : {}.", self.term(&format!("reason.{reason}"))))];
        reasons.into_iter().map(note).collect()
    }

    /// The variable a name belongs to: itself, or the one whose dimension it is.
    pub fn variable(&self, name: &str) -> Option<&Variable> {
        self.study.variable(name).or_else(|| self.study.variable(name.split_once('.')?.0))
    }

    /// The full name behind a code: of a variable, a dimension `X.BP`, a characteristic or a 0/1 column `umur[…]`.
    pub fn name(&self, name: &str) -> String {
        let (base, category) = match name.split_once('[') {
            Some((base, rest)) => (base, rest.strip_suffix(']')),
            None => (name, None),
        };
        let words = if let Some(variable) = self.study.variable(base) {
            variable.name.plain(self.language)
        } else if let Some(characteristic) = self.study.characteristic(base) {
            characteristic.name.plain(self.language)
        } else if let Some(dimension) = self.dimension_name(base) {
            dimension
        } else {
            base.to_owned()
        };
        match category {
            Some(category) => format!("{words}: {category}"),
            None => words,
        }
    }

    fn dimension_name(&self, name: &str) -> Option<String> {
        Some(self.dimension(name)?.name.plain(self.language))
    }

    /// The dimension of this name, `X.BP`.
    pub fn dimension(&self, name: &str) -> Option<&Dimension> {
        let (variable, dimension) = name.split_once('.')?;
        self.study.variable(variable)?.dimension(dimension)
    }

    /// The items of a variable or of a dimension.
    pub fn items(&self, name: &str) -> Vec<&Item> {
        let Some(variable) = self.variable(name) else { return Vec::new() };
        let indicators = self.dimension(name).map_or_else(|| variable.indicators(), |part| variable.indicators_of(part));
        indicators.iter().flat_map(|indicator| &indicator.items).collect()
    }

    /// Those that its score is made of: without those that are left out because they are not valid.
    pub fn scored_items(&self, name: &str) -> Vec<&Item> {
        self.items(name).into_iter().filter(|item| !self.is_left_out(item)).collect()
    }

    /// Whether an item is left out of the score because it is not valid.
    pub fn is_left_out(&self, item: &Item) -> bool {
        self.view.flag(&format!("items/{}/dropped", item.code)) == Some(true)
    }

    /// Whether a statistic is printed as nothing but zeros, so that its sign says nothing to a reader.
    pub fn prints_zero(&self, value: f64) -> bool {
        let decimals = self.study.report.decimals.get("statistic").copied().unwrap_or(3);
        value.abs() < 0.5 * 10f64.powi(-i32::try_from(decimals).unwrap_or(3))
    }

    /// What captions, headings and sentences call a regression: `Model Kedua` where there are several, in the order in which
    /// the study lists them, else `Model Regresi`.
    pub fn model(&self, regression: &str) -> String {
        let regressions = &self.study.regressions;
        let position = regressions.iter().position(|found| found.name == regression).unwrap_or(0) + 1;
        if regressions.len() < 2 {
            return self.term("model.only");
        }
        let key = format!("ordinal.{position}");
        let ordinal =
            if self.terms.has(&key) { self.term(&key) } else { self.term("ordinal.beyond").replace("{}", &position.to_string()) };
        self.term("model.numbered").replace("{}", &ordinal)
    }

    /// The abbreviation of a variable, or its name.
    pub fn short(&self, name: &str) -> String {
        match self.study.variable(name).and_then(|variable| variable.abbreviation.as_ref()) {
            Some(abbreviation) => abbreviation.plain(self.language),
            None => self.name(name),
        }
    }

    /// The source line under tables of primary data. Under practice data it says so, whatever the study calls them.
    pub fn source(&self) -> Option<Vec<Inline>> {
        let note = match self.view.flag("meta/practice") {
            Some(true) => self.term("source_practice"),
            _ => self.study.report.source_note.as_ref()?.get(self.language).to_owned(),
        };
        Some(vec![Inline::text(format!("{}: {note}", self.term("source")))])
    }

    /// A table with its source line and nothing in it yet.
    pub fn table(&self, id: impl Into<String>, caption: Vec<Inline>, columns: Vec<TableColumn>) -> Table {
        Table {
            id: id.into(),
            number: None,
            caption,
            columns,
            header: Vec::new(),
            rows: Vec::new(),
            notes: Vec::new(),
            source: self.source(),
            wide: false,
            spss: false,
        }
    }
}

/// The symbol of a code: `X1.1` is X with a lowered 1.1, `KOM` stays as it is.
pub fn symbol(code: &str) -> Inline {
    let letters = code.find(|c: char| c.is_ascii_digit()).unwrap_or(code.len());
    let (base, index) = code.split_at(letters);
    // Long codes are words, not symbols with an index.
    if base.is_empty() || base.len() > 2 || !base.chars().all(|c| c.is_ascii_alphabetic()) {
        return Inline::Symbol { base: code.to_owned(), index: String::new() };
    }
    Inline::Symbol { base: base.to_owned(), index: index.to_owned() }
}

/// A column of words that takes this share of the width.
pub fn words(width: f64) -> TableColumn {
    TableColumn { align: Align::Left, width }
}

/// A column as wide as its content.
pub fn narrow(align: Align) -> TableColumn {
    TableColumn { align, width: 0.0 }
}

/// A body row.
pub fn row(cells: Vec<Cell>) -> Row {
    Row { kind: RowKind::Body, cells }
}
