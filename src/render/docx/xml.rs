//! Writing XML: elements that close themselves, every text escaped, characters that XML forbids left out.

use quick_xml::Writer;
use quick_xml::events::{BytesDecl, BytesEnd, BytesStart, BytesText, Event};
use std::borrow::Cow;

/// XML under construction. Writing to memory cannot fail, so its methods return nothing.
pub struct Xml {
    writer: Writer<Vec<u8>>,
}

impl Xml {
    /// A part of a package: with the declaration that every part begins with.
    pub fn part() -> Xml {
        let mut xml = Xml::fragment();
        xml.event(Event::Decl(BytesDecl::new("1.0", Some("UTF-8"), Some("yes"))));
        xml
    }

    /// A piece that is put into a part later.
    pub fn fragment() -> Xml {
        Xml { writer: Writer::new(Vec::new()) }
    }

    /// An element with what `inside` writes.
    pub fn element(&mut self, name: &str, attributes: &[(&str, &str)], inside: impl FnOnce(&mut Xml)) {
        self.open(name, attributes);
        inside(self);
        self.close(name);
    }

    /// The start of an element that is closed by [`Xml::close`].
    pub fn open(&mut self, name: &str, attributes: &[(&str, &str)]) {
        self.event(Event::Start(start(name, attributes)));
    }

    /// The end of an element.
    pub fn close(&mut self, name: &str) {
        self.event(Event::End(BytesEnd::new(name)));
    }

    /// An element without content.
    pub fn empty(&mut self, name: &str, attributes: &[(&str, &str)]) {
        self.event(Event::Empty(start(name, attributes)));
    }

    /// An element whose only attribute is `w:val`, the commonest of all.
    pub fn value(&mut self, name: &str, value: &str) {
        self.empty(name, &[("w:val", value)]);
    }

    /// An element with a text in it.
    pub fn text(&mut self, name: &str, attributes: &[(&str, &str)], text: &str) {
        self.element(name, attributes, |xml| xml.event(Event::Text(BytesText::new(&allowed(text)))));
    }

    /// A piece that was written before.
    pub fn raw(&mut self, piece: &[u8]) {
        self.writer.get_mut().extend_from_slice(piece);
    }

    /// The bytes.
    pub fn finish(self) -> Vec<u8> {
        self.writer.into_inner()
    }

    fn event(&mut self, event: Event<'_>) {
        // A Vec takes every byte.
        let _ = self.writer.write_event(event);
    }
}

fn start<'a>(name: &'a str, attributes: &[(&str, &str)]) -> BytesStart<'a> {
    let mut start = BytesStart::new(name);
    for (name, value) in attributes {
        start.push_attribute((*name, &*allowed(value)));
    }
    start
}

/// A text without the characters that XML 1.0 (production 2) forbids. Ends of lines and tabs become blanks: in running text
/// they have elements of their own.
pub fn allowed(text: &str) -> Cow<'_, str> {
    let fine = |c: char| !c.is_control() && !matches!(c, '\u{fffe}' | '\u{ffff}');
    if text.chars().all(fine) {
        return Cow::Borrowed(text);
    }
    let kept = text.chars().filter_map(|c| match c {
        '\n' | '\r' | '\t' => Some(' '),
        c => fine(c).then_some(c),
    });
    Cow::Owned(kept.collect())
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;

    #[test]
    fn no_text_is_markup_and_no_forbidden_character_passes() {
        let mut xml = Xml::fragment();
        xml.element("w:p", &[("w:a", "\"<&'\n")], |xml| xml.text("w:t", &[], "a < b & \u{0}\u{b}\u{fffe}c\td 😀"));
        let text = String::from_utf8(xml.finish()).unwrap();
        assert!(text.ends_with("<w:t>a &lt; b &amp; c d 😀</w:t></w:p>"), "{text}");
        assert!(text.starts_with("<w:p w:a=\"&quot;&lt;&amp;"), "{text}");
        assert!(!text.contains('\n') && !text.contains('\u{0}'), "{text:?}");
    }
}
