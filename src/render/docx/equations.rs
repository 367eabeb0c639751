//! Formulas as Office Math, so that Word sets and edits them as formulas.

use super::Writer;
use super::paragraphs::Paragraph;
use super::styles::Style;
use super::xml::Xml;
use crate::numbers::Setting;
use crate::report::document::{Inline, plain_text};

/// A piece of a formula.
#[derive(Debug, Clone, PartialEq)]
enum Part {
    Text(String),
    Lowered(String, String),
    Raised(String, String),
}

impl Writer<'_> {
    pub(super) fn equation(&mut self, content: &[Inline]) {
        let mut parts = Vec::new();
        self.parts(content, &mut parts);
        self.paragraph(Paragraph::of(Style::Equation), |writer| {
            let xml = &mut writer.xml;
            xml.open("m:oMathPara", &[]);
            xml.open("m:oMath", &[]);
            for part in &parts {
                match part {
                    Part::Text(text) => run(xml, text),
                    Part::Lowered(base, index) => scripted(xml, "m:sSub", base, "m:sub", index),
                    Part::Raised(base, power) => scripted(xml, "m:sSup", base, "m:sup", power),
                }
            }
            xml.close("m:oMath");
            xml.close("m:oMathPara");
        });
    }

    fn parts(&self, content: &[Inline], parts: &mut Vec<Part>) {
        let style = &self.document.style;
        for inline in content {
            match inline {
                Inline::Symbol { base, index } if !index.is_empty() => parts.push(Part::Lowered(base.clone(), index.clone())),
                Inline::Subscript(inner) => {
                    let base = last_word(parts);
                    parts.push(Part::Lowered(base, plain_text(inner, style)));
                }
                Inline::Superscript(inner) => {
                    let base = last_word(parts);
                    parts.push(Part::Raised(base, plain_text(inner, style)));
                }
                Inline::Value { .. } => parts.push(Part::Text(self.printed(inline, Setting::Sentence))),
                Inline::Emphasis(inner) | Inline::Strong(inner) | Inline::Todo(inner) => self.parts(inner, parts),
                other => parts.push(Part::Text(plain_text(std::slice::from_ref(other), style))),
            }
        }
    }
}

/// Takes the last letters or digits from the text before an index: they are what it belongs to.
fn last_word(parts: &mut [Part]) -> String {
    let Some(Part::Text(text)) = parts.last_mut() else { return String::new() };
    let at = text.char_indices().rev().take_while(|(_, c)| c.is_alphanumeric()).last().map_or(text.len(), |(at, _)| at);
    text.split_off(at)
}

fn scripted(xml: &mut Xml, name: &str, base: &str, script: &str, index: &str) {
    xml.open(name, &[]);
    xml.element("m:e", &[], |xml| run(xml, base));
    xml.element(script, &[], |xml| run(xml, index));
    xml.close(name);
}

/// Upright, as symbols stand in the text.
fn run(xml: &mut Xml, text: &str) {
    if text.is_empty() {
        return;
    }
    xml.element("m:r", &[], |xml| {
        xml.element("m:rPr", &[], |xml| xml.empty("m:sty", &[("m:val", "p")]));
        xml.element("w:rPr", &[], |xml| {
            xml.empty("w:rFonts", &[("w:ascii", "Cambria Math"), ("w:hAnsi", "Cambria Math")]);
        });
        xml.text("m:t", &[("xml:space", "preserve")], text);
    });
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_index_belongs_to_the_word_before_it() {
        let mut parts = vec![Part::Text("0,5 + R".to_owned())];
        assert_eq!(last_word(&mut parts), "R");
        assert_eq!(parts, [Part::Text("0,5 + ".to_owned())]);
        assert_eq!(last_word(&mut [Part::Text("+ ".to_owned())]), "");
        assert_eq!(last_word(&mut []), "");
    }
}
