//! What several tables share: cells that remember why they are empty, labels with symbols, names of regressions.

use crate::numbers::Setting;
use crate::report::desk::{Desk, NO_VALUE, symbol};
use crate::report::document::{Align, Cell, Inline, Row, RowKind};
use crate::report::view::Found;

/// Cells of one table; remembers where there was no value, for the notes below it.
pub struct Cells<'a> {
    desk: &'a Desk<'a>,
    missing: Vec<String>,
}

impl<'a> Cells<'a> {
    /// No cells yet.
    pub fn new(desk: &'a Desk<'a>) -> Cells<'a> {
        Cells { desk, missing: Vec::new() }
    }

    /// The number at a path; a dash where there is none, nothing at all where there cannot be one (the beta of a constant).
    pub fn number(&mut self, path: &str) -> Cell {
        if let Some(at) = reason_path(self.desk, path) {
            if self.desk.absent(&at) == Some("constant") {
                return Cell::empty();
            }
            self.missing.push(at);
        }
        self.desk.cell(path)
    }

    /// The number at a path behind its name, `t = 5,454`; a dash where there is none.
    pub fn named(&mut self, name: Vec<Inline>, path: &str) -> Cell {
        let mut cell = self.number(path);
        if matches!(cell.content.as_slice(), [Inline::Value { .. }]) {
            let mut content = name;
            content.push(Inline::text("\u{a0}=\u{a0}"));
            content.append(&mut cell.content);
            cell.content = content;
        }
        cell
    }

    /// One term where the flag at a path is set, another where it is not; a dash where there is none.
    pub fn choice(&mut self, path: &str, yes: &str, no: &str) -> Cell {
        match self.desk.view.flag(path) {
            Some(true) => Cell::text(self.desk.term(yes)),
            Some(false) => Cell::text(self.desk.term(no)),
            None => {
                self.missing.extend(reason_path(self.desk, path));
                dash()
            }
        }
    }

    /// The sign of a comparison by the flag at a path; a dash where nothing was compared.
    pub fn comparison(&self, path: &str, yes: &str, no: &str) -> Cell {
        match self.desk.view.flag(path) {
            Some(true) => Cell::text(yes),
            Some(false) => Cell::text(no),
            None => dash(),
        }
    }

    /// The notes that explain the dashes.
    pub fn notes(self) -> Vec<Vec<Inline>> {
        self.desk.absent_notes(self.missing)
    }
}

/// The path that carries the reason why there is no value at `path`: itself or what holds it, where that is absent.
fn reason_path(desk: &Desk<'_>, path: &str) -> Option<String> {
    let mut at = path;
    loop {
        match desk.view.get(at) {
            Some(Found::Absent(_)) => return Some(at.to_owned()),
            Some(_) => return None,
            None => at = at.rsplit_once('/')?.0,
        }
    }
}

/// A cell without a value.
pub fn dash() -> Cell {
    Cell::text(NO_VALUE).aligned(Align::Center)
}

/// A name with its symbol in parentheses: `Kompetensi (X₁)`; a statement without the period it ends in.
pub fn with_symbol(name: String, code: &str) -> Vec<Inline> {
    vec![Inline::text(format!("{} (", name.trim_end_matches('.'))), symbol(code), Inline::text(")")]
}

/// A raised mark of a note.
pub fn mark(letters: &str) -> Inline {
    Inline::Superscript(vec![Inline::text(letters)])
}

/// Words with a raised mark behind them.
pub fn marked(words: &str, letters: &str) -> Cell {
    Cell::new(vec![Inline::text(words), mark(letters)])
}

/// A cell with a raised mark behind what stands in it.
pub fn with_mark(mut cell: Cell, letters: &str) -> Cell {
    cell.content.push(mark(letters));
    cell
}

/// A row that names the rows below it.
pub fn group(content: Vec<Inline>, columns: usize) -> Row {
    Row { kind: RowKind::Group, cells: vec![Cell::new(content).spanning(columns, 1).aligned(Align::Left)] }
}

/// The symbols along a path, joined by arrows.
pub fn path_symbols<'a>(codes: impl IntoIterator<Item = &'a str>) -> Vec<Inline> {
    let mut out = Vec::new();
    for code in codes {
        if !out.is_empty() {
            out.push(Inline::text(" → "));
        }
        out.push(symbol(code));
    }
    out
}

/// The texts of the list at a path.
pub fn texts<'a>(desk: &'a Desk<'_>, path: &str) -> Vec<&'a str> {
    (0..desk.view.len(path)).filter_map(|position| desk.view.text(&format!("{path}/{position}"))).collect()
}

/// A caption about a regression: `… Model Kedua (OCB)`, as sentences call it, with its outcome; without either where there is
/// only one regression.
pub fn regression_caption(desk: &Desk<'_>, key: &str, regression: &str) -> Vec<Inline> {
    let caption = desk.terms.fill(key, &[]);
    if desk.study.regressions.len() < 2 {
        return caption;
    }
    let outcome = desk.view.text(&format!("regressions/{regression}/outcome")).unwrap_or(regression);
    let words = |text: String| vec![Inline::text(text)];
    desk.terms.fill("caption.of_regression", &[caption, words(desk.model(regression)), words(desk.short(outcome))])
}

/// The confidence of the intervals in per cent.
pub fn confidence(desk: &Desk<'_>) -> Vec<Inline> {
    desk.view.inline("meta/confidence", Setting::Sentence).into_iter().collect()
}
/// Begins words with a capital, as a cell does that begins a row.
pub fn capitalize(content: &mut [Inline]) {
    match content.first_mut() {
        Some(Inline::Text(text)) => {
            let mut letters = text.chars();
            if let Some(first) = letters.next() {
                *text = first.to_uppercase().collect::<String>() + letters.as_str();
            }
        }
        Some(Inline::Emphasis(inner)) => capitalize(inner),
        _ => {}
    }
}
