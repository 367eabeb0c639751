//! Table of contents, list of tables, list of figures: fields that are filled in already, on pages of their own before the
//! chapter.
//!
//! Nobody knows the page numbers before a word processor lays out the pages. So each entry ends in a field that asks for its
//! page and is empty until the list is brought up to date; the line below, itself part of the list, says how.

use super::Writer;
use super::fields;
use super::inlines::Look;
use super::page::Section;
use super::paragraphs::Paragraph;
use super::styles::Style;
use crate::numbers::Setting;
use crate::report::document::{Block, Inline};

/// The deepest heading in the table of contents.
const DEEPEST: u8 = 3;

/// An entry of a list.
struct Entry<'a> {
    style: Style,
    anchor: String,
    /// `4.1`, `Tabel 4.1`.
    label: String,
    title: &'a [Inline],
    /// What stands between the two.
    tab: bool,
}

/// What the lists are made of.
#[derive(Default)]
struct Entries<'a> {
    headings: Vec<Entry<'a>>,
    tables: Vec<Entry<'a>>,
    figures: Vec<Entry<'a>>,
    heading_count: u32,
    caption_count: u32,
}

impl Writer<'_> {
    /// Writes the lists and ends their section; nothing where there is nothing to list.
    pub(super) fn contents(&mut self) {
        let document = self.document;
        // What is to be filled in has no contents lists.
        let mut tables = document.blocks.iter().filter(|block| matches!(block, Block::Table(_))).peekable();
        if tables.peek().is_some() && tables.all(|block| matches!(block, Block::Table(table) if table.is_bare())) {
            return;
        }
        let (table, figure) = (self.word("Tabel", "Table"), self.word("Gambar", "Figure"));
        let mut entries = Entries::default();
        entries.collect(&document.blocks, table, figure);
        // A letter has neither tables nor figures, and nobody looks up a page of it.
        if entries.tables.is_empty() && entries.figures.is_empty() {
            return;
        }
        let lists = [
            (self.word("Daftar Isi", "Contents"), format!("TOC \\o \"1-{DEEPEST}\" \\h \\z \\u"), entries.headings),
            (self.word("Daftar Tabel", "List of Tables"), format!("TOC \\h \\z \\c \"{table}\""), entries.tables),
            (self.word("Daftar Gambar", "List of Figures"), format!("TOC \\h \\z \\c \"{figure}\""), entries.figures),
        ];
        let mut written = false;
        for (heading, instruction, entries) in lists {
            if !entries.is_empty() {
                self.break_before = written;
                self.contents_list(heading, &instruction, &entries);
                written = true;
            }
        }
        if written {
            self.end_section(Section::Front);
        }
    }

    fn contents_list(&mut self, heading: &str, instruction: &str, entries: &[Entry<'_>]) {
        self.paragraph(Paragraph::of(Style::ContentsHeading), |writer| writer.run(heading, Look::default()));
        for (position, entry) in entries.iter().enumerate() {
            self.paragraph(Paragraph::of(entry.style), |writer| {
                if position == 0 {
                    fields::begin(&mut writer.xml, instruction);
                }
                writer.contents_entry(entry);
            });
        }
        let hint = self.word(
            "Nomor halaman: klik di dalam daftar ini, lalu tekan F9; baris ini akan hilang.",
            "Page numbers: click into this list, then press F9; this line will go.",
        );
        self.paragraph(Paragraph::of(Style::TableNote), |writer| {
            writer.run(hint, Look { italic: true, ..Look::default() });
            fields::end(&mut writer.xml);
        });
    }

    fn contents_entry(&mut self, entry: &Entry<'_>) {
        self.xml.open("w:hyperlink", &[("w:anchor", &entry.anchor), ("w:history", "1")]);
        self.run(&entry.label, Look::default());
        if !entry.label.is_empty() {
            if entry.tab { self.tab() } else { self.run(" ", Look::default()) }
        }
        self.inlines(&without_references(entry.title), Setting::Sentence, Look::default());
        self.tab();
        fields::field(&mut self.xml, &format!("PAGEREF {} \\h", entry.anchor), |_| {});
        self.xml.close("w:hyperlink");
    }
}

impl<'a> Entries<'a> {
    /// In the order in which the blocks are written, which counts the bookmarks.
    fn collect(&mut self, blocks: &'a [Block], table_word: &str, figure_word: &str) {
        for block in blocks {
            match block {
                Block::Heading(heading) => {
                    self.heading_count += 1;
                    if heading.level <= DEEPEST {
                        self.headings.push(Entry {
                            style: Style::Contents(heading.level),
                            anchor: fields::heading_name(self.heading_count),
                            label: heading.number.clone().unwrap_or_default(),
                            title: &heading.content,
                            tab: heading.level > 1,
                        });
                    }
                }
                Block::Table(table) if table.is_bare() => {}
                Block::Table(table) => {
                    let entry = self.caption(table_word, table.number.as_deref(), &table.caption);
                    self.tables.push(entry);
                }
                Block::Figure(figure) => {
                    let entry = self.caption(figure_word, figure.number.as_deref(), &figure.caption);
                    self.figures.push(entry);
                }
                Block::List { items, .. } => items.iter().for_each(|item| self.collect(item, table_word, figure_word)),
                Block::Quote(inner) => self.collect(inner, table_word, figure_word),
                Block::Paragraph(_) | Block::Equation(_) | Block::PageBreak | Block::Code(_) => {}
                Block::References(_) | Block::Signature(_) => {}
            }
        }
    }

    fn caption(&mut self, word: &str, number: Option<&str>, title: &'a [Inline]) -> Entry<'a> {
        self.caption_count += 1;
        let label = number.map_or_else(|| word.to_owned(), |number| format!("{word}\u{a0}{number}"));
        Entry { style: Style::ListOfTables, anchor: fields::caption_name(self.caption_count), label, title, tab: true }
    }
}

/// A link cannot hold another: references in titles stand as words in the list.
fn without_references(title: &[Inline]) -> Vec<Inline> {
    let plain = |inline: &Inline| match inline {
        Inline::Reference { target, text } => Inline::text(text.as_deref().unwrap_or(target)),
        Inline::LineBreak => Inline::text(" "),
        Inline::Emphasis(inner) => Inline::Emphasis(without_references(inner)),
        Inline::Strong(inner) => Inline::Strong(without_references(inner)),
        Inline::Todo(inner) => Inline::Todo(without_references(inner)),
        other => other.clone(),
    };
    title.iter().map(plain).collect()
}
