//! The summary as a document: tables and figures over all units.

use super::super::row::{UnitRow, VariableRow};
use super::{Entry, Summary, value, words};
use crate::diagnostics::explain;
use crate::language::{Language, Message};
use crate::numbers::{Kind, NumberStyle, Quantity, Setting};
use crate::report::document::{Align, Block, Cell, Document, Figure, Heading, Inline, Picture, Row, RowKind, Table, TableColumn};
use crate::report::figures::units::{MOST, ranking};
use indexmap::IndexMap;

/// What stands where there is no value.
const NO_VALUE: &str = "–";

/// Writes the document.
pub fn compose(summary: &Summary) -> Document {
    let mut desk = Desk {
        summary,
        language: summary.language,
        style: NumberStyle::new(summary.language),
        blocks: Vec::new(),
        tables: 0,
        figures: 0,
    };
    desk.heading(1, summary.title.clone());
    desk.opening();
    if summary.surveyed() {
        desk.units();
    }
    for (code, name) in summary.variables() {
        desk.variable(&code, &name);
    }
    desk.comparison();
    desk.achievements();
    desk.hypotheses();
    desk.flags();
    desk.missing();
    desk.blocks.extend(summary.signature.clone().map(|signature| Block::Signature(Box::new(signature))));
    Document {
        language: summary.language,
        style: desk.style,
        title: summary.title.clone(),
        author: None,
        figure_captions_above: false,
        letterhead: summary.letterhead.clone().map(Box::new),
        blocks: desk.blocks,
        origins: Default::default(),
    }
}

/// Columns from which on a table is set small.
const MANY_COLUMNS: usize = 7;

/// At most so many of the units whose results are not shown are named.
const NAMED: usize = 5;

/// Where the document is put together.
pub(super) struct Desk<'a> {
    pub(super) summary: &'a Summary,
    language: Language,
    pub(super) style: NumberStyle,
    pub(super) blocks: Vec<Block>,
    pub(super) tables: usize,
    pub(super) figures: usize,
}

impl Desk<'_> {
    pub(super) fn say(&self, id: impl Into<String>, en: impl Into<String>) -> String {
        Message::new(id, en).get(self.language).to_owned()
    }

    pub(super) fn heading(&mut self, level: u8, text: String) {
        let content = vec![Inline::text(text)];
        self.blocks.push(Block::Heading(Heading { level, number: None, numbered: false, anchor: String::new(), content }));
    }

    fn paragraph(&mut self, text: String) {
        self.blocks.push(Block::Paragraph(vec![Inline::text(text)]));
    }

    pub(super) fn number(kind: Kind, value: Option<f64>, path: String) -> Cell {
        match value {
            Some(value) => {
                let quantity = Quantity::new(kind, value);
                Cell::new(vec![Inline::Value { quantity, path, setting: Setting::Table }])
            }
            None => Cell::text(NO_VALUE).aligned(Align::Center),
        }
    }

    /// A table; what no row has leaves no column.
    pub(super) fn table(
        &mut self,
        id: &str,
        caption: String,
        columns: &[(String, Align)],
        mut rows: Vec<Row>,
        notes: Vec<String>,
    ) {
        self.tables += 1;
        let stands = |at: usize| rows.iter().any(|row| row.cells.get(at).is_some_and(|cell| !is_empty(cell)));
        let kept: Vec<bool> = (0..columns.len()).map(stands).collect();
        let kept_of = |at: usize| kept.get(at).copied().unwrap_or(true);
        let columns: Vec<&(String, Align)> =
            columns.iter().enumerate().filter(|(at, _)| kept_of(*at)).map(|(_, it)| it).collect();
        for row in &mut rows {
            let cells = std::mem::take(&mut row.cells);
            row.cells = cells.into_iter().enumerate().filter(|(at, _)| kept_of(*at)).map(|(_, cell)| cell).collect();
        }
        let practice = self.summary.units.iter().any(|entry| entry.row.practice);
        let source = practice.then(|| {
            vec![Inline::text(
                self.say("Sumber: Data latihan, bukan hasil penelitian", "Source: Practice data, not research results"),
            )]
        });
        self.blocks.push(Block::Table(Box::new(Table {
            id: id.to_owned(),
            number: Some(self.tables.to_string()),
            caption: vec![Inline::text(caption)],
            columns: columns.iter().map(|(_, align)| column(*align)).collect(),
            header: vec![columns.iter().map(|(name, _)| Cell::text(name.clone())).collect()],
            rows,
            notes: notes.into_iter().map(|note| vec![Inline::text(note)]).collect(),
            source,
            wide: columns.len() > MANY_COLUMNS,
            spss: false,
        })));
    }

    pub(super) fn figure(&mut self, id: String, caption: String, alt: String, svg: String) {
        self.figures += 1;
        let number = Some(self.figures.to_string());
        let caption = vec![Inline::text(caption)];
        let figure = Figure { id, number, caption, alt, picture: Picture::Svg(svg), source: None };
        self.blocks.push(Block::Figure(Box::new(figure)));
    }

    fn opening(&mut self) {
        let summary = self.summary;
        let (units, missing) = (summary.units.len(), summary.missing.len());
        let persons: usize = summary.units.iter().map(|entry| entry.row.n).sum();
        let mut text = if summary.surveyed() {
            self.say(
                format!("Rekapitulasi ini memuat {units} unit dengan {persons} responden."),
                format!("This summary covers {} with {}.", counted(units, "unit"), counted(persons, "respondent")),
            )
        } else {
            self.say(format!("Rekapitulasi ini memuat {units} unit."), format!("This summary covers {}.", counted(units, "unit")))
        };
        if missing > 0 {
            text.push_str(&self.say(
                format!(" Belum termasuk {missing} unit yang laporannya tidak dapat dibuat."),
                format!(" Units whose reports could not be made, and that are not included: {missing}."),
            ));
        }
        let hidden: Vec<&str> =
            summary.units.iter().filter(|entry| entry.suppressed).map(|entry| entry.row.name.as_str()).collect();
        let named = match hidden.get(..hidden.len().min(NAMED)) {
            Some(first) if first.len() < hidden.len() => format!("{}; …", first.join("; ")),
            _ => hidden.join("; "),
        };
        let hidden = hidden.len();
        if hidden > 0 {
            let least = summary.minimum_n;
            text.push_str(&self.say(
                format!(" Hasil {hidden} unit dengan responden kurang dari {least} tidak ditampilkan tersendiri ({named})."),
                format!(
                    " Units with fewer than {least} respondents, whose results are not shown by themselves: {hidden} ({named})."
                ),
            ));
        }
        self.paragraph(text);
        if summary.all.is_some() {
            self.paragraph(self.say(
                "Baris «seluruh responden» dihitung dari jawaban semua responden sekaligus, bukan dari rata-rata antarunit.",
                "The row “all respondents” is computed from the answers of all respondents together, not from averages of units.",
            ));
        }
    }

    fn units(&mut self) {
        let columns = [
            (self.say("No.", "No."), Align::Center),
            (self.say("Unit", "Unit"), Align::Left),
            (self.say("Responden", "Respondents"), Align::Right),
            (self.say("Dibagikan", "Handed out"), Align::Right),
            (self.say("Tingkat pengembalian (%)", "Response rate (%)"), Align::Decimal),
        ];
        let counts = |row: &UnitRow, at: &str| {
            let distributed = row.distributed.map(|count| count as f64);
            [
                Desk::number(Kind::Count, Some(row.n as f64), format!("{at}/n")),
                Desk::number(Kind::Count, distributed, format!("{at}/distributed")),
                Desk::number(Kind::Percent, row.response_rate, format!("{at}/response_rate")),
            ]
        };
        let mut rows: Vec<Row> = Vec::new();
        for (at, entry) in self.summary.units.iter().enumerate() {
            let mut cells = vec![Cell::text((at + 1).to_string()), Cell::text(entry.row.name.clone())];
            cells.extend(counts(&entry.row, &format!("units/{at}/row")));
            rows.push(Row { kind: RowKind::Body, cells });
        }
        if let Some(all) = &self.summary.all {
            let mut cells = vec![Cell::empty(), Cell::text(self.say("Seluruh responden", "All respondents"))];
            cells.extend(counts(all, "all"));
            rows.push(Row { kind: RowKind::Total, cells });
        }
        self.heading(2, self.say("Unit dan responden", "Units and respondents"));
        self.table("units", self.say("Responden setiap unit", "Respondents of each unit"), &columns, rows, Vec::new());
    }

    fn variable(&mut self, code: &str, name: &str) {
        let summary = self.summary;
        let ranked = summary.ranked(code);
        if ranked.is_empty() {
            return;
        }
        let mut columns = vec![
            (self.say("Peringkat", "Rank"), Align::Center),
            (self.say("Unit", "Unit"), Align::Left),
            (self.say("n", "n"), Align::Right),
        ];
        let service = ranked.iter().all(|(_, variable, _)| variable.service.is_some());
        // What has no items is no mean of answers: points, marks, an index.
        let of_items = ranked.iter().any(|(_, variable, _)| variable.item_mean.is_some());
        let alike = |found: &VariableRow| found.mean.zip(found.item_mean).is_some_and(|(mean, item)| (mean - item).abs() < 1e-9);
        let whole = of_items && ranked.iter().all(|(_, variable, _)| alike(variable));
        columns.extend(self.measures(service, whole));
        let kind = if service || !of_items { Kind::Band } else { Kind::Mean };
        for period in &summary.earlier {
            columns.push((period.name.clone(), Align::Decimal));
        }
        if !summary.earlier.is_empty() {
            columns.push((self.say("Perubahan", "Change"), Align::Decimal));
        }
        let place = |unit: &str| summary.units.iter().position(|entry| entry.unit == unit).unwrap_or_default();
        let mut rows = Vec::new();
        for (rank, (entry, variable, now)) in ranked.iter().enumerate() {
            let at = format!("units/{}/row/variables/{code}", place(&entry.unit));
            let mut cells = vec![
                Cell::text((rank + 1).to_string()),
                Cell::text(entry.row.name.clone()),
                Desk::number(Kind::Count, Some(entry.row.n as f64), format!("units/{}/row/n", place(&entry.unit))),
            ];
            cells.extend(measured(variable, (service, whole), &at));
            let mut last = None;
            for (position, period) in summary.earlier.iter().enumerate() {
                let then = summary.before(period, &entry.unit, code);
                cells.push(Desk::number(kind, then, format!("earlier/{position}/{}", entry.unit)));
                last = then.or(last);
            }
            if !summary.earlier.is_empty() {
                cells.push(Desk::number(kind, last.map(|last| now - last), format!("{at}/change")));
            }
            rows.push(Row { kind: RowKind::Body, cells });
        }
        let tail = |cells: &mut Vec<Cell>| cells.extend((cells.len()..columns.len()).map(|_| Cell::empty()));
        if let Some(found) = summary.all.as_ref().and_then(|all| all.variables.get(code)) {
            let mut cells = vec![
                Cell::empty(),
                Cell::text(self.say("Seluruh responden", "All respondents")),
                Desk::number(Kind::Count, summary.all.as_ref().map(|all| all.n as f64), "all/n".to_owned()),
            ];
            cells.extend(measured(found, (service, whole), &format!("all/variables/{code}")));
            tail(&mut cells);
            rows.push(Row { kind: RowKind::Total, cells });
        }
        if let Some(average) = summary.averages.as_ref().and_then(|averages| averages.get(code)) {
            let mut cells = vec![Cell::empty(), Cell::text(self.say("Rata-rata antarunit", "Average of units"))];
            // Below the value that ranks the units.
            let before = if service { 1 } else { 2 + usize::from(of_items) - usize::from(whole) };
            cells.extend((0..before).map(|_| Cell::empty()));
            cells.push(Desk::number(kind, Some(*average), format!("averages/{code}")));
            tail(&mut cells);
            rows.push(Row { kind: RowKind::Total, cells });
        }
        self.heading(2, name.to_owned());
        let ends: Vec<(&Entry, f64)> = ranked.iter().map(|(entry, _, value)| (*entry, *value)).collect();
        self.extremes(&ends, &format!("variables/{code}"), kind);
        let caption = self.say(format!("Peringkat unit menurut {name}"), format!("Units ranked by {name}"));
        self.table(&format!("ranking-{code}"), caption.clone(), &columns, rows, Vec::new());
        let units: Vec<(String, f64)> = ranked.iter().map(|(entry, _, value)| (entry.row.name.clone(), *value)).collect();
        let within = summary.scales.get(code).copied().unwrap_or_else(|| range(&units));
        let all = summary.all.as_ref().and_then(|all| value(all.variables.get(code)?));
        let title = match (service, of_items) {
            (true, _) => self.say("Nilai indeks", "Index"),
            (false, true) => self.say("Rata-rata butir", "Item mean"),
            (false, false) => self.say("Rata-rata skor", "Mean score"),
        };
        let shown = units.get(..units.len().min(MOST)).unwrap_or_default();
        let mut alt = self.say(
            format!("Diagram batang {name}: dari {} sampai {}", first(shown), last(shown)),
            format!("Bar chart of {name}: from {} to {}", first(shown), last(shown)),
        );
        if shown.len() < units.len() {
            alt.push_str(&self.say(format!("; {MOST} unit teratas"), format!("; the first {MOST} units")));
        }
        let svg = ranking(shown, within, all, &title, &self.style);
        self.figure(format!("bars-{code}"), self.with_line(caption, all.is_some()), alt, svg);
        self.trend(code, name, &title);
    }

    /// The columns of what is measured: an index with grade and lowest element, or alpha, means and category. A score that is the
    /// mean of its items is `whole` in one column.
    fn measures(&self, service: bool, whole: bool) -> Vec<(String, Align)> {
        if service {
            return vec![
                (self.say("Nilai indeks (IKM)", "Index (IKM)"), Align::Decimal),
                (self.say("Mutu", "Grade"), Align::Left),
                (self.say("Unsur terendah", "Lowest element"), Align::Left),
            ];
        }
        let mut measures = vec![
            (self.say("Alpha", "Alpha"), Align::Decimal),
            (self.say("Rata-rata skor", "Mean score"), Align::Decimal),
            (self.say("Rata-rata butir", "Item mean"), Align::Decimal),
            (self.say("Kategori", "Category"), Align::Left),
        ];
        if whole {
            measures.remove(1);
        }
        measures
    }

    fn with_line(&self, caption: String, line: bool) -> String {
        let words = self.say("garis putus-putus: seluruh responden", "dashed line: all respondents");
        if line { format!("{caption} ({words})") } else { caption }
    }

    fn hypotheses(&mut self) {
        let summary = self.summary;
        let mut claims: IndexMap<&str, &str> = IndexMap::new();
        for (id, hypothesis) in summary.units.iter().flat_map(|entry| &entry.row.hypotheses) {
            claims.entry(id).or_insert(&hypothesis.claim);
        }
        if claims.is_empty() {
            return;
        }
        let mut columns = vec![(self.say("Unit", "Unit"), Align::Left)];
        columns.extend(claims.keys().map(|id| ((*id).to_owned(), Align::Center)));
        let verdicts = |row: &UnitRow| -> Vec<Cell> {
            let word = |id: &&str| {
                let found = row.hypotheses.get(*id).map(|found| words::verdict(found.verdict).get(self.language).to_owned());
                Cell::text(found.unwrap_or_else(|| NO_VALUE.to_owned()))
            };
            claims.keys().map(word).collect()
        };
        let mut rows = Vec::new();
        for entry in summary.shown() {
            let mut cells = vec![Cell::text(entry.row.name.clone())];
            cells.extend(verdicts(&entry.row));
            rows.push(Row { kind: RowKind::Body, cells });
        }
        if let Some(all) = &summary.all {
            let mut cells = vec![Cell::text(self.say("Seluruh responden", "All respondents"))];
            cells.extend(verdicts(all));
            rows.push(Row { kind: RowKind::Total, cells });
        }
        let names = summary.variables();
        let notes = claims.iter().map(|(id, claim)| format!("{id}: {}", words::claim(claim, &names, self.language))).collect();
        self.heading(2, self.say("Keputusan atas hipotesis", "Decisions on the hypotheses"));
        let caption = self.say("Keputusan setiap hipotesis pada setiap unit", "The decision on each hypothesis in each unit");
        self.table("verdicts", caption, &columns, rows, notes);
    }

    fn flags(&mut self) {
        let flagged: Vec<(String, String)> = self
            .summary
            .shown()
            .filter(|entry| !entry.row.flags.is_empty())
            .map(|entry| {
                let words: Vec<String> =
                    words::flags(&entry.row).iter().map(|words| words.get(self.language).to_owned()).collect();
                (entry.row.name.clone(), words.join("; "))
            })
            .collect();
        if flagged.is_empty() {
            return;
        }
        let columns = [(self.say("Unit", "Unit"), Align::Left), (self.say("Catatan", "Notes"), Align::Left)];
        let rows = flagged
            .into_iter()
            .map(|(unit, notes)| Row { kind: RowKind::Body, cells: vec![Cell::text(unit), Cell::text(notes)] });
        let rows = rows.collect();
        let named = self.summary.variables().into_iter().map(|(code, name)| format!("{code}: {name}"));
        let legend = named.collect::<Vec<String>>().join("; ");
        let mut notes = vec![self.say(
            format!("{legend}; kode dengan titik: dimensi atau butirnya. Rinciannya ada dalam laporan setiap unit."),
            format!("{legend}; a code with a dot: a dimension or item of it. The report of each unit has the particulars."),
        )];
        self.heading(2, self.say("Catatan", "Notes"));
        // A reader of a report knows no codes.
        let shown = self.summary.shown().flat_map(|entry| &entry.row.flags.warnings).collect::<std::collections::BTreeSet<_>>();
        let explained = explain::all().filter(|found| shown.iter().any(|code| **code == found.code.as_str()));
        notes.extend(explained.map(|found| format!("{}: {}.", found.code.as_str(), found.title.get(self.language))));
        self.table("flags", self.say("Yang perlu diketahui pembaca", "What readers should know"), &columns, rows, notes);
    }

    fn missing(&mut self) {
        if self.summary.missing.is_empty() {
            return;
        }
        self.heading(2, self.say("Unit yang belum selesai", "Units that are not done"));
        let item = |(unit, why): &(String, String)| {
            let gap = if why.is_empty() { "" } else { ": " };
            vec![Block::Paragraph(vec![Inline::text(format!("{unit}{gap}{why}"))])]
        };
        let items = self.summary.missing.iter().map(item).collect();
        self.blocks.push(Block::List { ordered: false, start: 1, items });
    }
}

/// The cells below [`Desk::measures`].
fn measured(variable: &VariableRow, (service, whole): (bool, bool), at: &str) -> Vec<Cell> {
    let words = |text: Option<&String>| Cell::text(text.map_or(NO_VALUE, String::as_str));
    if service {
        let found = variable.service.as_ref();
        let lowest = found.map(|service| service.lowest.join(", ")).filter(|names| !names.is_empty());
        return vec![
            Desk::number(Kind::Band, found.map(|service| service.index), format!("{at}/service/index")),
            words(found.and_then(|service| service.category.as_ref())),
            words(lowest.as_ref()),
        ];
    }
    let mut cells = vec![
        Desk::number(Kind::Statistic, variable.alpha, format!("{at}/alpha")),
        Desk::number(if variable.item_mean.is_some() { Kind::Mean } else { Kind::Band }, variable.mean, format!("{at}/mean")),
        Desk::number(Kind::Mean, variable.item_mean, format!("{at}/item_mean")),
        words(variable.category.as_ref()),
    ];
    if whole {
        cells.remove(1);
    }
    cells
}

/// A count with its English noun.
fn counted(count: usize, noun: &str) -> String {
    if count == 1 { format!("1 {noun}") } else { format!("{count} {noun}s") }
}

/// Words take the room that numbers leave.
fn column(align: Align) -> TableColumn {
    TableColumn { align, width: if align == Align::Left { 1.0 } else { 0.0 } }
}

/// Whether nothing stands in a cell: no content, or the sign for no value.
fn is_empty(cell: &Cell) -> bool {
    cell.content.iter().all(|part| matches!(part, Inline::Text(text) if text.is_empty() || text == NO_VALUE))
}

fn range(units: &[(String, f64)]) -> (f64, f64) {
    let high = units.iter().map(|(_, value)| *value).fold(f64::NEG_INFINITY, f64::max);
    (units.iter().map(|(_, value)| *value).fold(0.0, f64::min), if high > 0.0 { high } else { 1.0 })
}

fn first(units: &[(String, f64)]) -> &str {
    units.first().map_or("", |(name, _)| name)
}

fn last(units: &[(String, f64)]) -> &str {
    units.last().map_or("", |(name, _)| name)
}

#[cfg(test)]
mod tests {
    use super::super::tests::summary;
    use super::*;
    use crate::render::markdown;

    #[test]
    fn tables_and_figures_have_labels_of_their_own() {
        let document = compose(&summary(&[("Dinas A", 40, 3.0), ("Dinas B", 60, 4.5)], 0));
        let id = |block: &Block| match block {
            Block::Table(table) => Some(table.id.clone()),
            Block::Figure(figure) => Some(figure.id.clone()),
            _ => None,
        };
        let ids: Vec<String> = document.blocks.iter().filter_map(id).collect();
        let distinct: std::collections::BTreeSet<&String> = ids.iter().collect();
        assert!(ids.len() > 3 && distinct.len() == ids.len(), "{ids:?}");
    }

    #[test]
    fn the_document_shows_all_units_and_hides_the_results_of_small_ones() {
        let text = markdown::render(&compose(&summary(&[("Dinas A", 40, 3.0), ("Dinas B", 60, 4.5), ("Dinas C", 4, 5.0)], 30)));
        assert!(text.contains("3 unit dengan 104 responden"), "{text}");
        assert!(text.contains("Hasil 1 unit dengan responden kurang dari 30 tidak ditampilkan tersendiri (Dinas C)."), "{text}");
        assert!(
            text.contains("Tabel 2 dan Gambar 1 menyajikan 2 unit: tertinggi Dinas B (4,500), terendah Dinas A (3,000)."),
            "{text}"
        );
        assert!(text.contains("H1: X → Kinerja") && !text.contains("->"), "{text}");
        let ranking = text.split("Peringkat unit menurut Kinerja").nth(1).unwrap_or_default();
        let ranking = ranking.split("Keputusan").next().unwrap_or_default();
        assert!(ranking.contains("| 1 | Dinas B | 60 | 0,800 | 13,500 | 4,500 | tinggi |"), "{ranking}");
        assert!(!ranking.contains("Dinas C"), "{ranking}");
        assert!(ranking.contains("Seluruh responden") && ranking.contains("Rata-rata antarunit"), "{ranking}");
        assert!(text.contains("Dinas Z: tidak ada baris") && text.contains("ditolak"), "{text}");
    }

    /// What the program itself says in English is English, numbers and all.
    #[test]
    fn the_english_summary_is_english() {
        let mut summary = summary(&[("Unit A", 40, 3.25), ("Unit B", 60, 4.5), ("Unit C", 4, 5.0)], 30);
        (summary.language, summary.title) = (Language::En, "Summary of All Units".to_owned());
        summary.missing = vec![("Unit D".to_owned(), "no rows".to_owned())];
        let earlier = super::super::Period {
            name: "2024".to_owned(),
            units: [("unit a".to_owned(), super::super::tests::row("Unit A", 40, 3.5))].into_iter().collect(),
        };
        summary.earlier = vec![earlier];
        let rows = summary.units.iter_mut().map(|entry| &mut entry.row).chain(&mut summary.all);
        for row in rows {
            row.variables.values_mut().for_each(|variable| {
                (variable.name, variable.category) = ("Performance".to_owned(), Some("high".to_owned()));
            });
            row.flags.violated = vec!["Y: heteroscedasticity".to_owned()];
            row.flags.warnings = vec!["D011".to_owned()];
            (row.flags.unreliable, row.flags.invalid_items) = (vec!["Y".to_owned()], vec!["Y.1".to_owned()]);
        }
        let document = compose(&summary);
        let text = markdown::render(&document);
        let drawn = document.blocks.iter().filter_map(|block| match block {
            Block::Figure(figure) => Some((&figure.picture, figure.alt.as_str())),
            _ => None,
        });
        let mut all = text.clone();
        for (picture, alt) in drawn {
            all.push_str(alt);
            if let Picture::Svg(svg) = picture {
                all.extend(svg.split('>').filter_map(|part| part.split('<').next()).map(|words| format!(" {words} ")));
            }
        }
        assert!(all.contains("3.250") && all.contains(" 3.25") && all.contains("−0.250"), "{all}");
        assert!(
            all.contains("Units with fewer than 30 respondents, whose results are not shown by themselves: 1 (Unit C)"),
            "{all}"
        );
        let digits = all.as_bytes().windows(3).any(|at| at[0].is_ascii_digit() && at[1] == b',' && at[2].is_ascii_digit());
        assert!(!digits, "a decimal comma in\n{all}");
        let all = all.to_lowercase();
        let words: Vec<&str> = all.split(|letter: char| !letter.is_alphabetic()).collect();
        for indonesian in [
            "dan",
            "dari",
            "yang",
            "unsur",
            "rata",
            "butir",
            "responden",
            "seluruh",
            "tidak",
            "ditolak",
            "diterima",
            "kategori",
            "peringkat",
            "perubahan",
            "tabel",
            "gambar",
            "garis",
            "dengan",
            "setiap",
            "sumber",
            "catatan",
            "asumsi",
            "peringatan",
            "positif",
            "negatif",
            "periode",
            "tertinggi",
            "terendah",
            "mutu",
            "indeks",
            "diagram",
        ] {
            // The folder of pictures has one name in both languages.
            let allowed = indonesian == "gambar";
            assert!(allowed || !words.contains(&indonesian), "{indonesian} in\n{text}");
        }
    }
}
