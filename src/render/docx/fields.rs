//! Fields, which Word can bring up to date, and the bookmarks they point to.

use super::xml::Xml;
use crate::report::document::{Block, Document};
use std::collections::BTreeMap;

/// The longest name a bookmark may have.
const LONGEST_NAME: usize = 40;

/// A field with the result that stands there until it is brought up to date.
pub fn field(xml: &mut Xml, instruction: &str, result: impl FnOnce(&mut Xml)) {
    begin(xml, instruction);
    result(xml);
    end(xml);
}

/// The beginning of a field, up to its result.
pub fn begin(xml: &mut Xml, instruction: &str) {
    mark(xml, "begin");
    xml.element("w:r", &[], |xml| {
        xml.text("w:instrText", &[("xml:space", "preserve")], &format!(" {instruction} "));
    });
    mark(xml, "separate");
}

/// The end of a field.
pub fn end(xml: &mut Xml) {
    mark(xml, "end");
}

fn mark(xml: &mut Xml, kind: &str) {
    xml.element("w:r", &[], |xml| xml.empty("w:fldChar", &[("w:fldCharType", kind)]));
}

/// Bookmarks of one document: their numbers never repeat.
#[derive(Debug, Default)]
pub struct Bookmarks {
    next: u32,
    headings: u32,
    captions: u32,
    targets: BTreeMap<String, String>,
}

impl Bookmarks {
    /// The names for what the document's references may point to.
    pub fn of(document: &Document) -> Bookmarks {
        let mut bookmarks = Bookmarks::default();
        bookmarks.name_all(&document.blocks);
        bookmarks
    }

    fn name_all(&mut self, blocks: &[Block]) {
        for block in blocks {
            match block {
                Block::Table(table) if table.is_bare() => {}
                Block::Table(table) => self.name(&table.id),
                Block::Figure(figure) => self.name(&figure.id),
                Block::List { items, .. } => items.iter().for_each(|item| self.name_all(item)),
                Block::Quote(inner) => self.name_all(inner),
                Block::Heading(_) | Block::Paragraph(_) | Block::Equation(_) | Block::PageBreak => {}
                Block::Code(_) | Block::References(_) | Block::Signature(_) => {}
            }
        }
    }

    /// A name of letters, digits and underscores; hidden in Word's list, since it begins with one.
    fn name(&mut self, id: &str) {
        if self.targets.contains_key(id) {
            return;
        }
        let letters: String = id.chars().map(|c| if c.is_ascii_alphanumeric() { c } else { '_' }).collect();
        let number = (self.targets.len() + 1).to_string();
        let room = LONGEST_NAME - "_Ref__".len() - number.len();
        let name = format!("_Ref_{}_{number}", letters.get(..letters.len().min(room)).unwrap_or_default());
        self.targets.insert(id.to_owned(), name);
    }

    /// The name of what a reference points to.
    pub fn target(&self, id: &str) -> Option<&str> {
        self.targets.get(id).map(String::as_str)
    }

    /// The name for the next heading, as [`heading_name`] gives it.
    pub fn next_heading(&mut self) -> String {
        self.headings += 1;
        heading_name(self.headings)
    }

    /// The name for the next caption, as [`caption_name`] gives it.
    pub fn next_caption(&mut self) -> String {
        self.captions += 1;
        caption_name(self.captions)
    }

    /// Writes the start of a bookmark; gives the number that ends it.
    pub fn start(&mut self, xml: &mut Xml, name: &str) -> u32 {
        self.next += 1;
        xml.empty("w:bookmarkStart", &[("w:id", &self.next.to_string()), ("w:name", name)]);
        self.next
    }

    /// Writes the end of a bookmark.
    pub fn end(&self, xml: &mut Xml, number: u32) {
        xml.empty("w:bookmarkEnd", &[("w:id", &number.to_string())]);
    }
}

/// The bookmark of the `nth` heading, to which the contents point; the first is 1.
pub fn heading_name(nth: u32) -> String {
    format!("_Toc4{nth:08}")
}

/// The bookmark of the `nth` caption, to which the lists of tables and figures point; the first is 1.
pub fn caption_name(nth: u32) -> String {
    format!("_Toc5{nth:08}")
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;

    #[test]
    fn names_are_short_unique_and_of_letters_that_word_takes() {
        let mut bookmarks = Bookmarks::default();
        let long = "a".repeat(200);
        for id in ["validity", "respondents-umur <b> ß", "respondents-umur_<b>_ß", &long, &format!("{long}b"), ""] {
            bookmarks.name(id);
        }
        let names: std::collections::BTreeSet<&String> = bookmarks.targets.values().collect();
        assert_eq!(names.len(), 6);
        let fine = |name: &&&String| name.len() <= LONGEST_NAME && name.chars().all(|c| c.is_ascii_alphanumeric() || c == '_');
        assert_eq!(names.iter().filter(fine).count(), 6, "{names:?}");
        assert_eq!(bookmarks.target("validity").unwrap(), "_Ref_validity_1");
    }

    #[test]
    fn a_field_holds_its_instruction_and_its_result() {
        let mut xml = Xml::fragment();
        field(&mut xml, "SEQ Tabel \\* ARABIC", |xml| xml.text("w:t", &[], "3"));
        let text = String::from_utf8(xml.finish()).unwrap();
        let order = ["begin", " SEQ Tabel \\* ARABIC ", "separate", ">3<", "end"].map(|part| text.find(part).unwrap());
        assert!(order.is_sorted(), "{text}");
    }
}
