//! Inlines as runs: bold, italic, raised and lowered text, values, references, what is still to be written.

use super::Writer;
use super::fields;
use crate::numbers::Setting;
use crate::report::document::{Inline, written};

/// How a run looks.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Look {
    /// Bold.
    pub bold: bool,
    /// Italic.
    pub italic: bool,
    /// Raised or lowered.
    pub raised: Option<Raised>,
    /// Highlighted: the author still has to write it.
    pub highlighted: bool,
}

/// Off the line.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Raised {
    /// Above it.
    Super,
    /// Below it.
    Sub,
}

impl Look {
    /// Bold besides.
    pub fn bold(self) -> Look {
        Look { bold: true, ..self }
    }

    fn raised(self, raised: Raised) -> Look {
        Look { raised: Some(raised), ..self }
    }
}

impl Writer<'_> {
    /// Writes inlines as runs. `default` says how numbers are printed where they do not say it themselves.
    pub(super) fn inlines(&mut self, inlines: &[Inline], default: Setting, look: Look) {
        for inline in inlines {
            match inline {
                Inline::Text(text) => self.run(text, look),
                Inline::Emphasis(inner) => self.inlines(inner, default, Look { italic: true, ..look }),
                Inline::Strong(inner) => self.inlines(inner, default, look.bold()),
                Inline::Superscript(inner) => self.inlines(inner, default, look.raised(Raised::Super)),
                Inline::Subscript(inner) => self.inlines(inner, default, look.raised(Raised::Sub)),
                Inline::Symbol { base, index } => {
                    self.run(base, look);
                    self.run(index, look.raised(Raised::Sub));
                }
                Inline::Value { .. } => {
                    let text = self.printed(inline, default);
                    self.run(&text, look);
                }
                Inline::Reference { target, text } => self.reference(target, text.as_deref(), look),
                Inline::Citation { keys, text } => {
                    let highlighted = look.highlighted || text.is_none();
                    self.run(&written(keys, text.as_deref()), Look { highlighted, ..look });
                }
                Inline::Todo(inner) => self.inlines(inner, default, Look { highlighted: true, ..look }),
                Inline::LineBreak => self.line_break(),
            }
        }
    }

    /// The printed text of a value; nothing for other inlines.
    pub(super) fn printed(&self, inline: &Inline, default: Setting) -> String {
        match inline {
            Inline::Value { quantity, setting, .. } => {
                let setting = if default == Setting::Sentence { *setting } else { default };
                self.document.style.print(*quantity, setting)
            }
            _ => String::new(),
        }
    }

    fn reference(&mut self, target: &str, text: Option<&str>, look: Look) {
        // A line never ends between the word and its number, here and in the caption that the field reads.
        let shown = text.unwrap_or(target).replace(' ', "\u{a0}");
        match self.bookmarks.target(target).map(str::to_owned) {
            Some(name) => {
                fields::begin(&mut self.xml, &format!("REF {name} \\h"));
                self.run(&shown, look);
                fields::end(&mut self.xml);
            }
            None => self.run(&shown, look),
        }
    }

    pub(super) fn line_break(&mut self) {
        self.xml.element("w:r", &[], |xml| xml.empty("w:br", &[]));
    }

    pub(super) fn tab(&mut self) {
        self.xml.element("w:r", &[], |xml| xml.empty("w:tab", &[]));
    }

    /// Writes a text as one run, or as several where its direction changes.
    pub(super) fn run(&mut self, text: &str, look: Look) {
        for (piece, leftwards) in by_direction(text) {
            if super::xml::allowed(piece).is_empty() {
                continue;
            }
            self.xml.open("w:r", &[]);
            self.run_properties(look, leftwards);
            self.xml.text("w:t", &[("xml:space", "preserve")], piece);
            self.xml.close("w:r");
        }
    }

    /// In the order of the schema.
    fn run_properties(&mut self, look: Look, leftwards: bool) {
        if look == Look::default() && !leftwards && self.run_language.is_none() {
            return;
        }
        let xml = &mut self.xml;
        xml.open("w:rPr", &[]);
        for (set, names) in [(look.bold, ["w:b", "w:bCs"]), (look.italic, ["w:i", "w:iCs"])] {
            if set {
                names.iter().for_each(|name| xml.empty(name, &[]));
            }
        }
        if look.highlighted {
            xml.value("w:highlight", "yellow");
        }
        match look.raised {
            Some(Raised::Super) => xml.value("w:vertAlign", "superscript"),
            Some(Raised::Sub) => xml.value("w:vertAlign", "subscript"),
            None => {}
        }
        if leftwards {
            xml.empty("w:rtl", &[]);
        }
        if let Some(language) = self.run_language {
            xml.value("w:lang", language);
        }
        xml.close("w:rPr");
    }
}

/// Pieces of a text, and whether they run from right to left. Blanks between two such words belong to them.
fn by_direction(text: &str) -> Vec<(&str, bool)> {
    let mut pieces = Vec::new();
    let mut rest = text;
    while let Some(from) = rest.find(runs_leftwards) {
        let tail = &rest[from..];
        let length = leftward_length(tail);
        if from > 0 {
            pieces.push((&rest[..from], false));
        }
        pieces.push((&tail[..length], true));
        rest = &tail[length..];
    }
    if !rest.is_empty() {
        pieces.push((rest, false));
    }
    pieces
}

/// Length in bytes of the words from right to left at the beginning of a text.
fn leftward_length(text: &str) -> usize {
    let mut end = 0;
    for (at, character) in text.char_indices() {
        if runs_leftwards(character) {
            end = at + character.len_utf8();
        } else if character.is_alphanumeric() {
            break;
        }
    }
    end
}

/// Hebrew, Arabic, Syriac, Thaana, N'Ko and their presentation forms.
fn runs_leftwards(character: char) -> bool {
    matches!(u32::from(character), 0x0590..=0x08ff | 0xfb1d..=0xfdff | 0xfe70..=0xfeff)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn texts_are_cut_where_their_direction_changes() {
        assert_eq!(by_direction("Kompetensi"), [("Kompetensi", false)]);
        assert_eq!(by_direction(""), []);
        assert_eq!(by_direction("a السلام عليكم b"), [("a ", false), ("السلام عليكم", true), (" b", false)]);
        assert_eq!(by_direction("שלום!"), [("שלום", true), ("!", false)]);
    }
}
