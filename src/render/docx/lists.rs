//! Lists: marked and numbered ones, and the part that says how they are numbered.

use super::Writer;
use super::inlines::Look;
use super::paragraphs::{ITEM, Paragraph};
use super::scan;
use super::styles::Style;
use super::xml::Xml;
use crate::numbers::Setting;
use crate::report::document::Block;

/// Levels that word processors know.
const LEVELS: u8 = 9;

/// The lists of a document; their ids follow those of the campus's own lists.
#[derive(Debug, Default)]
pub struct Lists {
    theirs: Option<String>,
    first_abstract: u32,
    first_list: u32,
    /// Whether numbered, its first number, and how deep it stands; one for each list.
    lists: Vec<(bool, u64, u8)>,
}

impl Lists {
    /// No lists yet, beside those of `numbering.xml` of a campus.
    pub fn after(theirs: Option<&str>) -> Lists {
        let largest = |name: &str, attribute: &str| {
            let elements = theirs.and_then(|xml| scan::all(xml, name).ok()).unwrap_or_default();
            let ids = elements.iter().filter_map(|element| element.attribute(attribute)?.parse::<u32>().ok());
            ids.max().map_or(1, |id| id.saturating_add(1)).max(1)
        };
        Lists {
            theirs: theirs.map(str::to_owned),
            first_abstract: largest("w:abstractNum", "w:abstractNumId"),
            first_list: largest("w:num", "w:numId"),
            lists: Vec::new(),
        }
    }

    /// A new list; gives its id. All marked lists are one.
    fn add(&mut self, ordered: bool, start: u64, depth: u8) -> u32 {
        let known = self.lists.iter().position(|(known, _, _)| !ordered && !known);
        let position = known.unwrap_or_else(|| {
            self.lists.push((ordered, start, depth));
            self.lists.len() - 1
        });
        self.first_list.saturating_add(u32::try_from(position).unwrap_or(u32::MAX))
    }

    /// `numbering.xml`: definitions first, then the lists that follow them.
    pub fn part(&self) -> Vec<u8> {
        let mut definitions = Xml::fragment();
        self.definition(&mut definitions, false);
        self.definition(&mut definitions, true);
        let mut lists = Xml::fragment();
        for (position, (ordered, start, depth)) in self.lists.iter().enumerate() {
            let id = u64::from(self.first_list) + position as u64;
            lists.element("w:num", &[("w:numId", &id.to_string())], |xml| {
                xml.value("w:abstractNumId", &(self.first_abstract + u32::from(*ordered)).to_string());
                if *ordered {
                    xml.element("w:lvlOverride", &[("w:ilvl", &depth.to_string())], |xml| {
                        xml.value("w:startOverride", &start.to_string());
                    });
                }
            });
        }
        let (definitions, lists) = (definitions.finish(), lists.finish());
        let mut xml = Xml::part();
        let namespace = [("xmlns:w", "http://schemas.openxmlformats.org/wordprocessingml/2006/main")];
        let Some(theirs) = &self.theirs else {
            xml.element("w:numbering", &namespace, |xml| {
                xml.raw(&definitions);
                xml.raw(&lists);
            });
            return xml.finish();
        };
        // Theirs as it stands, ours put in where the schema wants them.
        let end = theirs.rfind("</w:numbering>").unwrap_or(theirs.len());
        let last = theirs[..end].find("<w:numIdMacAtCleanup").unwrap_or(end);
        let first = theirs[..last].find("<w:num ").unwrap_or(last);
        let pieces =
            [&theirs.as_bytes()[..first], &definitions, &theirs.as_bytes()[first..last], &lists, &theirs.as_bytes()[last..]];
        pieces.concat()
    }

    fn definition(&self, xml: &mut Xml, ordered: bool) {
        let id = self.first_abstract + u32::from(ordered);
        xml.element("w:abstractNum", &[("w:abstractNumId", &id.to_string())], |xml| {
            xml.value("w:multiLevelType", "hybridMultilevel");
            for level in 0..LEVELS {
                xml.element("w:lvl", &[("w:ilvl", &level.to_string())], |xml| {
                    let (format, text) = match (ordered, level % 3) {
                        (true, 0) => ("decimal", format!("%{}.", level + 1)),
                        (true, 1) => ("lowerLetter", format!("%{}.", level + 1)),
                        (true, _) => ("lowerRoman", format!("%{}.", level + 1)),
                        (false, 0) => ("bullet", "\u{2022}".to_owned()),
                        (false, _) => ("bullet", "\u{2013}".to_owned()),
                    };
                    xml.value("w:start", "1");
                    xml.value("w:numFmt", format);
                    xml.value("w:lvlText", &text);
                    xml.value("w:lvlJc", "left");
                    let (words, mark) = ITEM;
                    let left = (words * (i64::from(level) + 1)).to_string();
                    xml.element("w:pPr", &[], |xml| {
                        xml.empty("w:ind", &[("w:left", &left), ("w:hanging", &mark.to_string())]);
                    });
                });
            }
        });
    }
}

impl Writer<'_> {
    pub(super) fn list(&mut self, ordered: bool, start: u64, items: &[Vec<Block>], depth: u8) {
        let level = depth.min(LEVELS - 1);
        let list = self.lists.add(ordered, start.min(i32::MAX as u64), level);
        let style = if ordered { Style::ListNumber } else { Style::ListBullet };
        for item in items {
            let mut blocks = item.iter();
            // The first paragraph carries the mark; an item that begins otherwise gets an empty one.
            let (content, first): (&[_], Option<&Block>) = match blocks.next() {
                Some(Block::Paragraph(content)) => (content, None),
                other => (&[], other),
            };
            let paragraph = Paragraph { item: Some((level, list)), ..Paragraph::of(style) };
            self.paragraph(paragraph, |writer| writer.inlines(content, Setting::Sentence, Look::default()));
            for block in first.into_iter().chain(blocks) {
                self.block(block, depth.saturating_add(1));
            }
        }
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;

    #[test]
    fn each_numbered_list_starts_by_itself() {
        let mut lists = Lists::after(None);
        assert_eq!([lists.add(true, 1, 0), lists.add(false, 1, 0), lists.add(true, 4, 1), lists.add(false, 1, 0)], [1, 2, 3, 2]);
        let part = String::from_utf8(lists.part()).unwrap();
        let overrides: Vec<String> =
            scan::all(&part, "w:num").unwrap().iter().filter_map(|list| list.inner_value("w:startOverride")).collect();
        assert_eq!(overrides, ["1", "4"]);
    }

    #[test]
    fn lists_of_a_campus_keep_their_ids() {
        let theirs = "<?xml version=\"1.0\"?><w:numbering xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\">\
            <w:abstractNum w:abstractNumId=\"7\"/><w:num w:numId=\"12\"><w:abstractNumId w:val=\"7\"/></w:num>\
            <w:numIdMacAtCleanup w:val=\"3\"/></w:numbering>";
        let mut lists = Lists::after(Some(theirs));
        assert_eq!(lists.add(true, 1, 0), 13);
        let part = String::from_utf8(lists.part()).unwrap();
        let names: Vec<String> = scan::children(&part).unwrap().into_iter().map(|element| element.name).collect();
        let order = ["w:abstractNum", "w:abstractNum", "w:abstractNum", "w:num", "w:num", "w:numIdMacAtCleanup"];
        assert_eq!(names, order, "definitions before lists");
        assert!(part.contains("<w:abstractNum w:abstractNumId=\"9\">") && part.contains("<w:num w:numId=\"13\">"));
    }
}
