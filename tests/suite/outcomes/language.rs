//! The Indonesian of every chapter: sentences begin and end as sentences, words are spelled as the dictionary has them, and
//! nothing of the machinery shows.

use super::consistency::chapters;
use super::{paragraphs, words};
use bab4::report::document::{Block, Document, Inline};

/// What theses often write, and what must not stand in ours (BAB-IV §7).
const MISSPELLED: [&str; 28] = [
    "analisa",
    "hipotesa",
    "prosentase",
    "linier",
    "multikolinieritas",
    "multikolonieritas",
    "heterokedastisitas",
    "kuisioner",
    "kwesioner",
    "obyek",
    "subyek",
    "praktek",
    "resiko",
    "ijin",
    "merubah",
    "diatas",
    "diantara",
    "dimana",
    "dibawah",
    "antar variabel",
    "non parametrik",
    "standart",
    "responder",
    "signifikan si",
    "nampak",
    "dari pada",
    "kerja sama sama",
    "menunjukan",
];

/// Traces of a value that is none.
const MACHINERY: [&str; 9] = ["nan", "inf", "none", "undefined", "null", "true", "false", "absent", "todo"];

/// Chapters whose every word but the names is ours.
fn tame() -> impl Iterator<Item = (&'static str, &'static Document)> {
    chapters().filter(|(outcome, _)| outcome.name != "hostile").map(|(outcome, document)| (outcome.name.as_str(), document))
}

/// All words of a document: text, headings, captions, cells, notes.
fn everything(document: &Document) -> String {
    bab4::render::markdown::render(document)
}

/// Cuts a paragraph into sentences; the periods of `Sig.` and `Asymp.` end none.
fn sentences(text: &str) -> Vec<String> {
    let text = text.replace("Asymp. Sig. ", "Asymp Sig ").replace("Sig. ", "Sig ");
    let mut out = vec![String::new()];
    let mut rest = text.chars().peekable();
    while let Some(c) = rest.next() {
        out.last_mut().unwrap().push(c);
        let closes = c == '.' && rest.peek().is_none_or(|next| *next == ' ');
        if closes {
            out.push(String::new());
        }
    }
    out.into_iter().map(|sentence| sentence.trim().to_owned()).filter(|sentence| !sentence.is_empty()).collect()
}

/// Sentences begin and end as sentences.
fn sentence_ends(name: &str, document: &Document) {
    for paragraph in paragraphs(document) {
        // What the author still has to write, and the title of the last page, are no sentences of the text.
        if matches!(paragraph, [Inline::Todo(_)] | [Inline::Strong(_)]) {
            continue;
        }
        let text = words(document, paragraph);
        // A band of a list: `tinggi (3,41–4,20)`.
        if text.ends_with(')') && text.contains('–') && !text.contains('.') {
            continue;
        }
        assert!(text.ends_with(['.', ':']), "{name}: {text}");
        for sentence in sentences(&text) {
            let first = sentence.chars().next().unwrap();
            assert!(first.is_uppercase(), "{name}: {sentence}");
            let starts = ["Sehingga", "Sedangkan", "Dimana", "Dan ", "Yang "];
            // "Yang menentukan dalam penelitian ini adalah …" has its subject in the clause.
            let clause = sentence.starts_with("Yang menentukan");
            assert!(clause || !starts.iter().any(|start| sentence.starts_with(start)), "{name}: {sentence}");
        }
    }
}

#[test]
fn sentences_begin_with_a_capital_and_end_with_a_period() {
    tame().for_each(|(name, document)| sentence_ends(name, document));
}

/// Words and the blanks between them.
fn spelling(name: &str, document: &Document) {
    let text = everything(document).replace('\u{a0}', " ");
    let lower = text.to_lowercase();
    for word in MISSPELLED {
        assert!(!lower.contains(word), "{name}: {word}");
    }
    for line in text.lines().filter(|line| !line.starts_with('|')) {
        for wrong in ["  ", " ,", " ;", " .", "..", ",,", ";;", "( ", " )", ",.", ".,", "{{", "}}", "{%"] {
            let line = line.strip_suffix("  ").unwrap_or(line);
            assert!(!line.contains(wrong), "{name}: {wrong:?} in {line}");
        }
        let words: Vec<&str> = line.split(|c: char| !(c.is_alphanumeric() || c == '-')).collect();
        for pair in words.windows(2) {
            let [one, two] = pair else { continue };
            let letters = one.chars().count() > 1 && one.chars().all(char::is_alphabetic);
            assert!(!(letters && one.to_lowercase() == two.to_lowercase()), "{name}: {one} {two} in {line}");
        }
    }
    for paragraph in paragraphs(document) {
        let text = words(document, paragraph);
        let shown = text.split(|c: char| !c.is_alphanumeric()).find(|word| MACHINERY.contains(&word.to_lowercase().as_str()));
        assert_eq!(shown, None, "{name}: {text}");
    }
    assert!(!text.contains(|c: char| ('\u{e000}'..='\u{f8ff}').contains(&c)), "{name} holds reserved characters");
}

#[test]
fn spelling_and_spacing() {
    tame().for_each(|(name, document)| spelling(name, document));
}

/// No hole is printed.
fn holes(name: &str, document: &Document) {
    assert!(!everything(document).contains("tidak dapat dihitung:"), "{name}");
    for block in &document.blocks {
        if let Block::Heading(heading) = block {
            assert!(!heading.content.is_empty() && heading.number.is_some(), "{name}");
        }
    }
}

#[test]
fn no_value_that_could_not_be_computed_is_printed_in_a_sentence() {
    tame().for_each(|(name, document)| holes(name, document));
}

/// A heading is followed by something: text, a table, or a heading below it.
fn sections(name: &str, document: &Document) {
    for pair in document.blocks.windows(2) {
        if let [Block::Heading(one), Block::Heading(two)] = pair {
            assert!(two.level > one.level, "{name}: {}", words(document, &one.content));
        }
    }
}

#[test]
fn no_section_is_empty() {
    tame().for_each(|(name, document)| sections(name, document));
}

/// Everything that holds of the language of every chapter.
pub fn check(name: &str, document: &Document) {
    sentence_ends(name, document);
    spelling(name, document);
    holes(name, document);
    sections(name, document);
}
