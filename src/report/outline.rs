//! An outline: which sections a report has, in which order, at which level, and how its headings are numbered. A file of
//! `templates/reports/<kind>/`, so that a campus writes its own.

use super::document::Block;
use super::templates::Templates;
use crate::diagnostics::SourceFiles;
use crate::study::node::{Node, NodeKind, parse};

/// An outline.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Outline {
    /// How headings are numbered.
    pub scheme: Scheme,
    /// The sections.
    pub sections: Vec<Section>,
}

/// How headings below the chapter are numbered.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Scheme {
    /// `4.5.1`
    #[default]
    Decimal,
    /// `A.`, `1.`, `a.`, `1)`, `a)`
    Letters,
}

/// A section of an outline.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Section {
    /// Name of its template.
    pub name: String,
    /// Level of its first heading, where it is not the template's own; 1 makes it a chapter.
    pub level: Option<u8>,
}

impl Outline {
    /// Reads an outline.
    ///
    /// # Errors
    /// What is wrong with it, and in which line.
    pub fn parse(text: &str) -> Result<Outline, (Option<usize>, String)> {
        let mut sources = SourceFiles::default();
        let file = sources.add("outline.yaml", text);
        let line = |node: &Node| Some(sources.line_column(file, node.span.start).0);
        let root = parse(text, file).map_err(|error| (None, error.to_string()))?;
        let NodeKind::Map(entries) = &root.kind else {
            return Err((line(&root), "a map with `sections` is expected".to_owned()));
        };
        let mut outline = Outline { scheme: Scheme::default(), sections: Vec::new() };
        for (key, node) in entries {
            match (key.value.as_str(), &node.kind) {
                ("numbering", NodeKind::Text(word)) => {
                    outline.scheme = match word.as_str() {
                        "decimal" => Scheme::Decimal,
                        "letters" => Scheme::Letters,
                        other => return Err((line(node), format!("`numbering` is decimal or letters, not `{other}`"))),
                    }
                }
                ("sections", NodeKind::List(list)) => {
                    for entry in list {
                        outline.sections.push(section(entry).map_err(|reason| (line(entry), reason))?);
                    }
                }
                (other, _) => return Err((line(node), format!("`{other}` is unknown here or of the wrong kind"))),
            }
        }
        match outline.sections.is_empty() {
            true => Err((None, "`sections` must be a list of names".to_owned())),
            false => Ok(outline),
        }
    }

    /// The names of the sections, each once.
    pub fn names(&self) -> Vec<String> {
        let mut names: Vec<String> = Vec::new();
        for section in &self.sections {
            if !names.contains(&section.name) {
                names.push(section.name.clone());
            }
        }
        names
    }
}

fn section(node: &Node) -> Result<Section, String> {
    let entries = match &node.kind {
        NodeKind::Text(name) => return named(name).map(|name| Section { name, level: None }),
        NodeKind::Map(entries) => entries,
        _ => return Err("a section is a name, or { section: name, level: 3 }".to_owned()),
    };
    let (mut name, mut level) = (None, None);
    for (key, value) in entries {
        match (key.value.as_str(), &value.kind) {
            ("section", NodeKind::Text(text)) => name = Some(named(text)?),
            ("level", NodeKind::Number(number, _)) if (1.0..=6.0).contains(number) && number.fract().abs() < f64::EPSILON => {
                level = Some(*number as u8);
            }
            ("level", _) => return Err("`level` is a whole number from 1 (a chapter) to 6".to_owned()),
            (other, _) => return Err(format!("`{other}` is unknown here; a section has `section` and `level`")),
        }
    }
    name.map(|name| Section { name, level }).ok_or_else(|| "`section` is missing".to_owned())
}

/// A name of a template, which is no path.
fn named(name: &str) -> Result<String, String> {
    match !name.is_empty() && name.chars().all(|c| c.is_ascii_alphanumeric() || matches!(c, '-' | '_')) {
        true => Ok(name.to_owned()),
        false => Err(format!("`{name}` is no name of a section (letters, digits, - and _)")),
    }
}

/// The outlines that a kind of report has.
pub fn of_kind(templates: &Templates, kind: &str) -> Vec<String> {
    let prefix = format!("reports/{kind}/");
    templates.files().filter_map(|(file, _)| Some(file.strip_prefix(&prefix)?.strip_suffix(".yaml")?.to_owned())).collect()
}

/// Moves the headings of a section so that its first one has `level`.
pub fn set_level(blocks: &mut [Block], level: u8) {
    let first = blocks.iter().find_map(|block| match block {
        Block::Heading(heading) => Some(heading.level),
        _ => None,
    });
    let Some(first) = first else { return };
    for block in blocks {
        if let Block::Heading(heading) = block {
            heading.level = (heading.level + level).saturating_sub(first).clamp(1, 6);
        }
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;
    use crate::report::document::Heading;

    #[test]
    fn sections_have_names_and_perhaps_a_level() {
        let outline =
            Outline::parse("numbering: letters\nsections:\n  - chapter\n  - { section: respondents, level: 3 }\n").unwrap();
        assert_eq!(outline.scheme, Scheme::Letters);
        assert_eq!(outline.sections[1], Section { name: "respondents".into(), level: Some(3) });
        assert_eq!(outline.names(), ["chapter", "respondents"]);
    }

    #[test]
    fn what_is_wrong_is_said_with_its_line() {
        for (text, line, words) in [
            ("[]", Some(1), "a map"),
            ("sections: []", None, "list of names"),
            ("numbering: roman\nsections: [a]", Some(1), "decimal or letters"),
            ("sections:\n  - a\n  - ../../x", Some(3), "no name of a section"),
            ("sections:\n  - a\n  - { section: b, level: 9 }", Some(3), "from 1"),
            ("sections:\n  - { level: 2 }", Some(2), "missing"),
            ("section: [a]", Some(1), "unknown"),
        ] {
            let (found, reason) = Outline::parse(text).unwrap_err();
            assert!(found == line && reason.contains(words), "{text}: {found:?} {reason}");
        }
    }

    #[test]
    fn the_first_heading_gets_the_level_and_the_others_keep_their_distance() {
        let heading =
            |level| Block::Heading(Heading { level, number: None, numbered: true, anchor: String::new(), content: Vec::new() });
        let mut blocks = [heading(2), heading(3), heading(6)];
        set_level(&mut blocks, 3);
        let levels: Vec<u8> = blocks.iter().map(|block| if let Block::Heading(h) = block { h.level } else { 0 }).collect();
        assert_eq!(levels, [3, 4, 6]);
        set_level(&mut blocks, 1);
        assert!(matches!(&blocks[1], Block::Heading(h) if h.level == 2));
    }
}
