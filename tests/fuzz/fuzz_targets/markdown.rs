//! Any text as author text and as a template: the Markdown subset with tokens in it, printed in every format.
#![no_main]

use bab4::diagnostics::Diagnostics;
use bab4::language::Language;
use bab4::numbers::{Kind, NumberStyle, Quantity};
use bab4::render;
use bab4::report::document::{Block, Document};
use bab4::report::markup::author_inlines;
use bab4::report::numbering::{Numbering, number};
use bab4::report::template::Engine;
use bab4::report::value;
use libfuzzer_sys::fuzz_target;
use std::collections::BTreeMap;

fuzz_target!(|text: &str| {
    let templates = BTreeMap::from([("fuzz.md".to_owned(), text.to_owned())]);
    let mut blocks = Vec::new();
    let mut diagnostics = Diagnostics::default();
    for templates in [templates, BTreeMap::new()] {
        let Ok(mut engine) = Engine::new(&templates, "Judul") else { continue };
        engine.add_author_function("r", |path: &str| value::quantity(Quantity::new(Kind::Statistic, path.len() as f64), path));
        if !templates.is_empty() {
            blocks.extend(engine.blocks("fuzz.md", Default::default(), &mut diagnostics));
        } else {
            blocks.extend(engine.author_blocks("author.md", text, &mut diagnostics));
        }
    }
    blocks.push(Block::Paragraph(author_inlines(text)));
    let mut document = Document {
        language: Language::Id,
        title: text.to_owned(),
        author: Some(text.to_owned()),
        figure_captions_above: false,
        letterhead: None,
        style: NumberStyle::new(Language::Id),
        blocks,
        origins: std::collections::BTreeMap::new(),
    };
    number(&mut document, Numbering { chapter: 4, roman: false, scheme: Default::default() }, &mut diagnostics);
    let printed = [render::markdown::render(&document), render::typst::render(&document)];
    // Tokens are written in private-use characters; none may be left in what is printed.
    if !text.contains(|c| ('\u{e000}'..='\u{f8ff}').contains(&c)) {
        assert!(printed.iter().all(|p| !p.contains(|c| ('\u{e000}'..='\u{f8ff}').contains(&c))));
    }
});
