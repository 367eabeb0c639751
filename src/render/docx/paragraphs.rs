//! Paragraphs: their properties in the order the schema asks for, headings, captions, quotations.

use super::Writer;
use super::fields;
use super::inlines::Look;
use super::styles::Style;
use crate::numbers::Setting;
use crate::report::document::{Block, Heading, Inline, Reference};

/// How a paragraph is set where its style does not say it.
#[derive(Debug, Clone, Copy)]
pub struct Paragraph {
    /// Its style.
    pub style: Style,
    /// On one page with the next paragraph.
    pub keep_next: bool,
    /// Depth in lists and the list, where it begins an item.
    pub item: Option<(u8, u32)>,
    /// Depth of the item it stands under.
    pub under_item: Option<u8>,
    /// Room above in twips.
    pub before: Option<i64>,
    /// Room below in twips.
    pub after: Option<i64>,
    /// Its lines stand close to each other.
    pub single: bool,
    /// Indents left and right in twips, the first line like the others.
    pub indents: Option<(i64, i64)>,
    /// How its lines are set.
    pub align: Option<&'static str>,
}

impl Paragraph {
    /// As its style says.
    pub fn of(style: Style) -> Paragraph {
        Paragraph {
            style,
            keep_next: false,
            item: None,
            under_item: None,
            before: None,
            after: None,
            single: false,
            indents: None,
            align: None,
        }
    }
}

/// Room below tables and figures with all that belongs to them, in twips.
pub const BELOW: i64 = 440;

/// How far the words of an item of a list stand from the margin, and its mark from them, in twips.
pub const ITEM: (i64, i64) = (709, 369);

impl Writer<'_> {
    /// Writes a paragraph.
    pub(super) fn paragraph(&mut self, paragraph: Paragraph, inside: impl FnOnce(&mut Self)) {
        self.xml.open("w:p", &[]);
        self.paragraph_properties(paragraph);
        inside(self);
        self.xml.close("w:p");
    }

    /// In the order of the schema.
    fn paragraph_properties(&mut self, paragraph: Paragraph) {
        let break_before = std::mem::take(&mut self.break_before);
        let styles = self.styles;
        let xml = &mut self.xml;
        xml.open("w:pPr", &[]);
        xml.value("w:pStyle", styles.id(paragraph.style));
        if paragraph.keep_next {
            xml.empty("w:keepNext", &[]);
        }
        if break_before {
            xml.empty("w:pageBreakBefore", &[]);
        }
        let item = paragraph.item.map(|(depth, list)| (depth.to_string(), list.to_string()));
        // Our headings carry their number as text: a style that numbers them too is kept from it.
        let unnumbered = styles.numbers(paragraph.style).then(|| ("0".to_owned(), "0".to_owned()));
        if let Some((depth, list)) = item.or(unnumbered) {
            xml.element("w:numPr", &[], |xml| {
                xml.value("w:ilvl", &depth);
                xml.value("w:numId", &list);
            });
        }
        let (before, after) = (paragraph.before.map(|room| room.to_string()), paragraph.after.map(|room| room.to_string()));
        let mut spacing: Vec<(&str, &str)> = Vec::new();
        spacing.extend(before.as_deref().map(|room| ("w:before", room)));
        spacing.extend(after.as_deref().map(|room| ("w:after", room)));
        if paragraph.single {
            spacing.extend([("w:line", "240"), ("w:lineRule", "auto")]);
        }
        if !spacing.is_empty() {
            xml.empty("w:spacing", &spacing);
        }
        let (words, mark) = ITEM;
        let indents = match (paragraph.item, paragraph.under_item) {
            (Some((depth, _)), _) => Some((words * (i64::from(depth) + 1), 0, mark)),
            (None, Some(depth)) => Some((words * (i64::from(depth) + 1), 0, 0)),
            (None, None) => paragraph.indents.map(|(left, right)| (left, right, 0)),
        };
        if let Some((left, right, hanging)) = indents {
            let (left, right, hanging) = (left.to_string(), right.to_string(), hanging.to_string());
            let first = if hanging == "0" { ("w:firstLine", "0") } else { ("w:hanging", hanging.as_str()) };
            xml.empty("w:ind", &[("w:left", left.as_str()), ("w:right", right.as_str()), first]);
        }
        if let Some(align) = paragraph.align {
            xml.value("w:jc", align);
        }
        xml.close("w:pPr");
    }

    pub(super) fn heading(&mut self, heading: &Heading) {
        let style = Style::Heading(heading.level);
        let name = self.bookmarks.next_heading();
        // Without a number nothing hangs.
        let bare = heading.number.is_none() && heading.level > 1;
        let paragraph = Paragraph { indents: bare.then_some((0, 0)), ..Paragraph::of(style) };
        self.paragraph(paragraph, |writer| {
            let bookmark = writer.bookmarks.start(&mut writer.xml, &name);
            if let Some(number) = &heading.number {
                writer.run(number, Look::default());
                if heading.level == 1 {
                    writer.line_break();
                } else {
                    writer.tab();
                }
            }
            writer.inlines(&heading.content, Setting::Sentence, Look::default());
            writer.bookmarks.end(&mut writer.xml, bookmark);
        });
    }

    /// Word and number of a caption, `Tabel 4.` and the field that counts, then its title on a line of its own.
    ///
    /// The number of the chapter is text, since headings carry theirs as text; the field starts again at each chapter
    /// (`\s 1`), so that the captions stay right where chapters are put together and fields are brought up to date.
    pub(super) fn caption(&mut self, word: &str, number: Option<&str>, title: &[Inline], id: &str, above: bool) {
        let name = self.bookmarks.next_caption();
        let target = self.bookmarks.target(id).map(str::to_owned);
        let after = (!above).then_some(BELOW);
        let paragraph = Paragraph { keep_next: above, after, ..Paragraph::of(Style::Caption) };
        self.paragraph(paragraph, |writer| {
            let whole = writer.bookmarks.start(&mut writer.xml, &name);
            let label = target.map(|target| writer.bookmarks.start(&mut writer.xml, &target));
            match number {
                Some(number) => {
                    let (chapter, count) = number.rfind('.').map_or(("", number), |at| number.split_at(at + 1));
                    writer.run(&format!("{word}\u{a0}{chapter}"), Look::default());
                    let first = writer.chapter.get_or_insert_with(|| chapter.to_owned()) == chapter;
                    // LibreOffice does not start again by itself.
                    let start = if count == "1" && !first { "\\r 1" } else { "\\s 1" };
                    fields::begin(&mut writer.xml, &format!("SEQ {word} \\* ARABIC {start}"));
                    writer.run(count, Look::default());
                    fields::end(&mut writer.xml);
                }
                None => writer.run(word, Look::default()),
            }
            if let Some(label) = label {
                writer.bookmarks.end(&mut writer.xml, label);
            }
            if !title.is_empty() {
                writer.line_break();
                writer.inlines(title, Setting::Sentence, Look::default());
            }
            writer.bookmarks.end(&mut writer.xml, whole);
        });
    }

    /// Lines of a program, one paragraph each, so that pages break between any of them.
    pub(super) fn code(&mut self, text: &str) {
        for line in text.lines() {
            self.paragraph(Paragraph::of(Style::Code), |writer| writer.run(line, Look::default()));
        }
    }

    /// The list of references, its lines hanging.
    pub(super) fn references(&mut self, entries: &[Reference]) {
        for entry in entries {
            self.paragraph(Paragraph::of(Style::Bibliography), |writer| {
                writer.inlines(&entry.content, Setting::Sentence, Look::default());
            });
        }
    }

    pub(super) fn quote(&mut self, inner: &[Block], depth: u8) {
        for block in inner {
            match block {
                Block::Paragraph(content) => {
                    self.turn_page(false);
                    self.paragraph(Paragraph::of(Style::Quote), |writer| {
                        writer.inlines(content, Setting::Sentence, Look::default());
                    });
                }
                other => self.block(other, depth),
            }
        }
    }
}
