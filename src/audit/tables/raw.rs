//! Where the tables of a chapter stand: captions, rows, notes; and the prose between them.

use super::columns;
use crate::audit::chapter::{Chapter, Content};
use crate::audit::names::plain;
use crate::audit::printed::{Place, Printed};

/// How a row was written.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Written {
    /// In a grid of the document, or with tabs: its columns are certain.
    Cells,
    /// With spaces between the cells: empty cells are lost.
    Spaced,
    /// One cell alone on its line.
    Alone,
}

/// A row as it stands there.
#[derive(Debug, Clone, PartialEq)]
pub struct RawRow {
    /// Line or block.
    pub line: usize,
    /// Its cells.
    pub cells: Vec<String>,
    /// How it was written.
    pub written: Written,
}

/// A table as it stands there.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct RawTable {
    /// Where; `table` is its caption's number.
    pub place: Place,
    /// The words of its caption.
    pub title: String,
    /// Its rows, headings included.
    pub rows: Vec<RawRow>,
    /// Notes below it.
    pub notes: Vec<String>,
    /// It stands there as a picture.
    pub picture: bool,
}

/// A paragraph of running text.
#[derive(Debug, Clone, PartialEq)]
pub struct Prose {
    /// Where.
    pub place: Place,
    /// Its text.
    pub text: String,
}

/// What a chapter is made of.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Parts {
    /// Tables in order.
    pub tables: Vec<RawTable>,
    /// Running text in order.
    pub prose: Vec<Prose>,
    /// Captions, those of figures too, as `tabel 4.1`.
    pub captions: Vec<(String, Place)>,
}

/// First words of the tables that SPSS prints with a title of its own.
const TITLES: &[&str] = &[
    "coefficients",
    "anova",
    "model summary",
    "one sample kolmogorov smirnov test",
    "reliability statistics",
    "item total statistics",
    "descriptive statistics",
    "correlations",
    "residuals statistics",
    "collinearity diagnostics",
    "tests of normality",
    "outer loadings",
    "path coefficients",
];

/// Cuts a chapter into tables and prose.
pub fn cut(chapter: &Chapter) -> Parts {
    let mut cutter = Cutter { wrapped: chapter.wrapped, ..Cutter::default() };
    for block in &chapter.blocks {
        cutter.line = block.line;
        match &block.content {
            Content::Heading(text) => {
                cutter.close();
                cutter.flush();
                cutter.section = Some(text.clone());
                cutter.paragraph(text);
            }
            Content::Blank => {
                cutter.flush();
                if cutter.open.as_ref().is_some_and(|table| !table.rows.is_empty()) {
                    cutter.gap = true;
                }
            }
            Content::Picture => {
                cutter.flush();
                if let Some(open) = cutter.open.as_mut().filter(|open| open.rows.is_empty()) {
                    open.picture = true;
                    cutter.close();
                }
            }
            Content::Grid(rows) => cutter.grid(rows),
            Content::Paragraph(text) => cutter.text(text),
        }
    }
    cutter.close();
    cutter.flush();
    // A caption whose table could not be read is known all the same.
    for (name, place) in std::mem::take(&mut cutter.listed) {
        if !cutter.parts.captions.iter().any(|(there, _)| *there == name) {
            cutter.parts.captions.push((name, place));
        }
    }
    cutter.parts
}

#[derive(Default)]
struct Cutter {
    wrapped: bool,
    line: usize,
    section: Option<String>,
    open: Option<RawTable>,
    /// An empty line was met behind the rows of the open table.
    gap: bool,
    /// The rows of the open table are a grid of the document: nothing else belongs to it.
    grid: bool,
    /// The open table goes on from an earlier page.
    reopened: bool,
    prose: Option<Prose>,
    /// Captions without a table below.
    listed: Vec<(String, Place)>,
    parts: Parts,
}

impl Cutter {
    fn place(&self) -> Place {
        Place { line: self.line, section: self.section.clone(), ..Place::default() }
    }

    fn close(&mut self) {
        self.gap = false;
        self.grid = false;
        self.reopened = false;
        let Some(table) = self.open.take() else { return };
        if !table.rows.is_empty() || table.picture {
            self.parts.tables.push(table);
        } else if let Some(number) = &table.place.table {
            // An entry of a list of tables: no table of its own.
            let name = number.to_lowercase();
            if let Some(at) = self.parts.captions.iter().rposition(|(there, _)| *there == name) {
                self.parts.captions.remove(at);
                self.listed.push((name, table.place));
            }
        }
    }

    fn flush(&mut self) {
        if let Some(prose) = self.prose.take() {
            self.parts.prose.push(prose);
        }
    }

    fn paragraph(&mut self, text: &str) {
        let text = text.trim();
        if text.is_empty() {
            return;
        }
        match &mut self.prose {
            Some(prose) if self.wrapped => {
                if prose.text.ends_with('\u{ad}') || (prose.text.ends_with('-') && !prose.text.ends_with(" -")) {
                    prose.text.pop();
                } else {
                    prose.text.push(' ');
                }
                prose.text.push_str(text);
            }
            _ => {
                self.flush();
                self.prose = Some(Prose { place: self.place(), text: text.to_owned() });
            }
        }
        if !self.wrapped {
            self.flush();
        }
    }

    fn grid(&mut self, rows: &[Vec<String>]) {
        self.flush();
        let line = self.line;
        let raw: Vec<RawRow> = rows.iter().map(|cells| RawRow { line, cells: cells.clone(), written: Written::Cells }).collect();
        let continues = self.open.as_ref().is_some_and(|open| {
            open.rows
                .first()
                .is_some_and(|first| first.written == Written::Cells && rows.first().is_some_and(|row| *row == first.cells))
        });
        match &mut self.open {
            Some(open) if open.rows.is_empty() => open.rows = raw,
            // The next page repeats the heading.
            Some(open) if continues || self.reopened => open.rows.extend(raw),
            _ => {
                self.close();
                self.open = Some(RawTable { place: self.place(), rows: raw, ..RawTable::default() });
            }
        }
        self.grid = true;
    }

    fn text(&mut self, text: &str) {
        // In a text of broken lines a sentence may go on with the reference.
        let goes_on = self.wrapped
            && self.open.is_none()
            && self.prose.as_ref().is_some_and(|prose| !prose.text.trim_end().ends_with(['.', ':', ';', '?', '!', ')']));
        if let Some((kind, number, title)) = caption(text).filter(|_| !goes_on) {
            self.flush();
            // An entry of a list of tables: its page stands behind dots or a tab.
            if is_entry(text) {
                self.close();
                return;
            }
            let name = format!("{kind} {number}");
            let again = continued(text);
            let is_table = kind == "tabel";
            if again && is_table {
                self.close();
                if self.parts.tables.last().is_some_and(|last| last.place.table.as_deref() == Some(&shown(kind, number))) {
                    self.open = self.parts.tables.pop();
                    self.reopened = true;
                    return;
                }
            }
            self.parts.captions.push((name, self.place()));
            self.close();
            if is_table {
                let place = Place { table: Some(shown(kind, number)), ..self.place() };
                self.open = Some(RawTable { place, title: title.to_owned(), ..RawTable::default() });
            }
            return;
        }
        // The entry's last words on a line of their own: its caption was none.
        if is_entry(text)
            && let Some(open) = self.open.take_if(|open| open.rows.is_empty() && open.place.table.is_some())
        {
            let name = open.place.table.unwrap_or_default().to_lowercase();
            if let Some(at) = self.parts.captions.iter().rposition(|(there, _)| *there == name) {
                self.parts.captions.remove(at);
            }
            return;
        }
        if is_source(text) {
            self.flush();
            self.close();
            return;
        }
        if is_note(text) {
            let note = text.trim().trim_start_matches(['-', ' ']).to_owned();
            if let Some(open) = &mut self.open {
                open.notes.push(note);
                return;
            }
            if let Some(last) = self.parts.tables.last_mut().filter(|last| last.notes.len() < 8 && note.contains(':')) {
                last.notes.push(note);
                return;
            }
        }
        let cells = cells_of(text);
        let words = text.split_whitespace().count();
        if let Some(title) = spss_title(text) {
            self.flush();
            match &mut self.open {
                Some(open) if open.rows.is_empty() => {
                    if !open.title.is_empty() {
                        open.title.push_str(" · ");
                    }
                    open.title.push_str(&title);
                    // A title with cells behind it is the first heading too.
                    if text.contains('\t') && cells.iter().skip(1).any(|cell| !cell.is_empty()) {
                        open.rows.push(RawRow { line: self.line, cells, written: Written::Cells });
                    }
                }
                Some(open) if open.rows.iter().all(|row| row.written == Written::Alone) && !self.gap => {
                    let line = self.line;
                    open.rows.push(RawRow { line, cells: vec![text.trim().to_owned()], written: Written::Alone });
                }
                _ => {
                    self.close();
                    let mut table = RawTable { place: self.place(), title, ..RawTable::default() };
                    if text.contains('\t') && cells.iter().skip(1).any(|cell| !cell.is_empty()) {
                        table.rows.push(RawRow { line: self.line, cells, written: Written::Cells });
                    }
                    self.open = Some(table);
                }
            }
            return;
        }
        if self.grid {
            self.close();
        }
        let tabbed = text.contains('\t') && cells.len() >= 2;
        let numbers = cells.iter().filter(|cell| looks_numeric(cell)).count();
        let line = self.line;
        match &mut self.open {
            Some(open) => {
                let titled = open.rows.is_empty() && open.title.is_empty() && !tabbed && (2..=30).contains(&words);
                if titled && numbers <= 1 && text.chars().filter(|c| c.is_alphabetic()).count() > 8 && !wide_gaps(text) {
                    open.title = text.trim().to_owned();
                } else if tabbed {
                    self.gap = false;
                    open.rows.push(RawRow { line, cells, written: Written::Cells });
                } else if numbers >= 1 && cells.len() >= 2 && !is_sentence(text) {
                    self.gap = false;
                    open.rows.push(RawRow { line, cells, written: Written::Spaced });
                } else if cells.len() >= 2 && words <= 24 && !is_sentence(text) && wide_gaps(text) {
                    open.rows.push(RawRow { line, cells, written: Written::Spaced });
                } else if (words <= 10
                    || open.rows.is_empty() && words <= 30 && columns::named_in(text) >= 3 && !text.trim().ends_with('.'))
                    && (!is_sentence(text) || words > 10)
                    && (!self.gap || numbers >= 1 || open.rows.iter().all(|row| row.written == Written::Alone))
                {
                    open.rows.push(RawRow { line, cells: vec![text.trim().to_owned()], written: Written::Alone });
                } else {
                    self.close();
                    self.paragraph(text);
                }
            }
            None if tabbed && cells.len() >= 3 => {
                self.flush();
                let rows = vec![RawRow { line, cells, written: Written::Cells }];
                self.open = Some(RawTable { place: self.place(), rows, ..RawTable::default() });
            }
            None => self.paragraph(text),
        }
    }
}

/// `Tabel 4.1 Umur ........ 71`.
fn is_entry(text: &str) -> bool {
    let page = |rest: &str| !rest.trim().is_empty() && rest.trim().chars().all(|c| c.is_ascii_digit());
    text.contains(".....") || text.contains(". . . .") || text.trim_end().rsplit_once('\t').is_some_and(|(_, rest)| page(rest))
}

fn shown(kind: &str, number: &str) -> String {
    let mut kind = kind.to_owned();
    if let Some(first) = kind.get_mut(..1) {
        first.make_ascii_uppercase();
    }
    format!("{kind} {number}")
}

/// `Tabel 4.17 Analisis …` → kind, number, words. A sentence that begins with the reference is none.
pub fn caption(text: &str) -> Option<(&'static str, &str, &str)> {
    let text = text.trim().trim_matches(['*', '_', ' ']);
    let text = ["Lanjutan ", "lanjutan ", "Continued "].iter().find_map(|word| text.strip_prefix(word)).unwrap_or(text);
    let (kind, rest) =
        [("tabel", "Tabel "), ("tabel", "TABEL "), ("tabel", "Table "), ("gambar", "Gambar "), ("gambar", "Figure ")]
            .iter()
            .find_map(|(kind, word)| text.strip_prefix(word).map(|rest| (*kind, rest)))?;
    let end = rest.find(|c: char| c.is_whitespace() || c == '*' || c == ':').unwrap_or(rest.len());
    let (number, title) = rest.split_at(end);
    let number = number.trim_end_matches(['.', ')']);
    let parts: Vec<&str> = number.split(['.', '-']).collect();
    let well = |part: &&str| {
        !part.is_empty()
            && part.len() <= 4
            && part.chars().all(|c| c.is_ascii_digit() || matches!(c, 'I' | 'V' | 'X' | 'a'..='d'))
    };
    if number.is_empty() || parts.len() > 3 || !parts.iter().all(well) || !number.contains(|c: char| c.is_ascii_digit()) {
        return None;
    }
    let title = title.trim_matches(['*', ' ', ':', '_', '.']);
    let first = plain(title);
    let first = first.split(' ').next().unwrap_or_default();
    const VERBS: &[&str] = &[
        "menunjukkan",
        "memperlihatkan",
        "menyajikan",
        "memuat",
        "di",
        "diatas",
        "tersebut",
        "dapat",
        "maka",
        "shows",
        "presents",
        "above",
        "and",
        "dan",
        "menjelaskan",
        "merupakan",
        "menggambarkan",
        "terlihat",
        "diketahui",
        "berikut",
        "gives",
        "reports",
        "dengan",
        "yang",
        "mengenai",
    ];
    let sentence = VERBS.contains(&first) || title.len() > 1200 || (title.ends_with('.') && title.split(' ').count() > 12);
    (!sentence).then_some((kind, number, title))
}

fn continued(text: &str) -> bool {
    let text = text.to_lowercase();
    text.contains("lanjutan") || text.contains("continued") || text.contains("(lanj")
}

fn is_source(text: &str) -> bool {
    let text = plain(text);
    (text.starts_with("sumber") || text.starts_with("source")) && text.split(' ').count() <= 20
}

/// `a. Dependent Variable: OCB`, `**. Correlation is significant …`.
fn is_note(text: &str) -> bool {
    let text = text.trim().trim_start_matches(['-', ' ', '*']);
    let mut chars = text.chars();
    let letter = matches!(chars.next(), Some('a'..='f')) && matches!(chars.next(), Some('.'));
    // Bands by their lower bounds.
    let bands = text.matches('≥').count() > 2;
    letter
        || bands
        || text.starts_with("Dependent Variable")
        || text.starts_with("Predictors:")
        || text.starts_with(". Correlation is")
}

fn spss_title(text: &str) -> Option<String> {
    let first = text.split('\t').next().unwrap_or(text).trim();
    if first.len() > 60 || !first.starts_with(char::is_uppercase) {
        return None;
    }
    let name = plain(first.split('^').next().unwrap_or(first));
    let name = name.strip_suffix(" a").or_else(|| name.strip_suffix(" b")).unwrap_or(&name);
    let known = |title: &str| {
        name == title || (name.len() == title.len() + 1 && name.starts_with(title) && name.ends_with(['a', 'b', 'c']))
    };
    TITLES.iter().copied().any(known).then(|| first.to_owned())
}

/// The cells of a line: by tabs, else by two or more spaces, else a label and the numbers behind (or before) it.
pub fn cells_of(text: &str) -> Vec<String> {
    if text.contains('\t') {
        return text.split('\t').map(|cell| cell.trim().to_owned()).collect();
    }
    let mut cells: Vec<String> = Vec::new();
    let pieces: Vec<&str> = text.split("  ").map(str::trim).filter(|piece| !piece.is_empty()).collect();
    for piece in &pieces {
        // Between wide gaps a label keeps the numbers in it, `10 -19 tahun`.
        let words: Vec<&str> = piece.split(' ').filter(|word| !word.is_empty()).collect();
        let numbers =
            words.iter().all(|word| looks_numeric(word) || is_note_mark(word) || word.starts_with(['>', '<', '≥', '≤']));
        if pieces.len() < 3 || numbers {
            cells.extend(label_and_numbers(piece));
        } else if let Some((number, remark)) = number_and_remark(piece).filter(|_| !cells.is_empty()) {
            cells.extend([number, remark]);
        } else {
            cells.push((*piece).to_owned());
        }
    }
    cells
}

/// `1,273 Tidak terjadi multikolinearitas`: a number whose column stands close to that of the remark behind it.
fn number_and_remark(piece: &str) -> Option<(String, String)> {
    let (number, remark) = piece.split_once(' ')?;
    let decimals = looks_numeric(number) && number.contains([',', '.']) && !number.ends_with('.');
    let words = remark.split(' ').all(|word| !looks_numeric(word)) && remark.starts_with(char::is_alphabetic);
    (decimals && words).then(|| (number.to_owned(), remark.trim().to_owned()))
}

/// `Kompetensi ,496 ,091` → label and numbers; text without numbers at an end is one cell.
fn label_and_numbers(text: &str) -> Vec<String> {
    let words: Vec<&str> = text.split(' ').filter(|word| !word.is_empty()).collect();
    let numeric = |word: &str| looks_numeric(word) || is_note_mark(word) || matches!(word, ">" | "<" | "≥" | "≤");
    let behind = words.iter().rev().take_while(|word| numeric(word)).count();
    if behind == words.len() {
        return merge_marks(&words);
    }
    if behind > 0 {
        let (label, numbers) = words.split_at(words.len() - behind);
        let mut cells = vec![label.join(" ")];
        cells.extend(merge_marks(numbers));
        return cells;
    }
    let before = words.iter().take_while(|word| numeric(word)).count();
    // `10 -19 tahun` is a label; numbers of a table that stand first have decimals.
    let decimals = words.iter().take(before).any(|word| word.contains([',', '.']));
    if before >= 2 && decimals {
        let (numbers, label) = words.split_at(before);
        let mut cells = merge_marks(numbers);
        cells.push(label.join(" "));
        return cells;
    }
    // A word behind the numbers: `Kerja sama 0,595 > 0,239 Valid`.
    let last = words.iter().rev().take_while(|word| !numeric(word)).count();
    if last <= 5 {
        let inner = words.get(..words.len() - last).unwrap_or_default();
        let inside = inner.iter().rev().take_while(|word| numeric(word)).count();
        let decimals = inner.iter().rev().take(inside).filter(|word| word.contains([',', '.'])).count();
        if inside >= 2 && inside < inner.len() && (last <= 2 || decimals >= 2) {
            let (label, numbers) = inner.split_at(inner.len() - inside);
            let mut cells = vec![label.join(" ")];
            cells.extend(merge_marks(numbers));
            cells.push(words.get(words.len() - last..).unwrap_or_default().join(" "));
            return cells;
        }
    }
    vec![text.to_owned()]
}

/// Raised letters that stand apart join their number: `,813 ^a`.
fn merge_marks(words: &[&str]) -> Vec<String> {
    let mut out: Vec<String> = Vec::new();
    for word in words {
        match out.last_mut() {
            Some(last) if is_note_mark(word) => {
                last.push(' ');
                last.push_str(word);
            }
            _ => out.push((*word).to_owned()),
        }
    }
    out
}

fn is_note_mark(word: &str) -> bool {
    word.starts_with('^')
        || (word.len() <= 3
            && word.chars().all(|c| matches!(c, 'a'..='d' | ','))
            && word.starts_with(|c: char| c.is_ascii_alphabetic()))
}

/// Whether a cell reads as a number.
pub fn looks_numeric(cell: &str) -> bool {
    cell.contains(|c: char| c.is_ascii_digit()) && Printed::read(cell, ',', Place::default()).is_some()
}

fn wide_gaps(text: &str) -> bool {
    text.trim().contains("  ")
}

/// Running text rather than a row: it ends as a sentence, or is long and mostly words.
fn is_sentence(text: &str) -> bool {
    let text = text.trim();
    let words = text.split_whitespace().count();
    let numbers = text.split_whitespace().filter(|word| looks_numeric(word)).count();
    let ends = text.ends_with(['.', ';', ':']) && !text.ends_with("Sig.") && !text.ends_with("No.") && words > 4;
    let has_sum = text.contains(" + ") || text.contains(" = ");
    (ends && numbers * 3 < words) || (words > 14 && numbers * 3 < words && !wide_gaps(text)) || (has_sum && words > 3)
}
