//! The language of every chapter: sentences begin and end as sentences, words are spelled as the dictionary has them, and
//! nothing of the machinery shows.

use super::consistency::chapters;
use super::{paragraphs, words};
use bab4::language::Language;
use bab4::report::document::{Block, Document, Inline};
use std::collections::BTreeSet;

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
const MACHINERY: [&str; 9] = ["nan", "inf", "null", "none", "undefined", "true", "false", "absent", "todo"];

/// So many of them are no English words.
const NOT_ENGLISH: usize = 3;

/// Chapters whose every word but the names is ours.
fn tame() -> impl Iterator<Item = (&'static str, &'static Document)> {
    chapters().filter(|(outcome, _)| outcome.name != "hostile").map(|(outcome, document)| (outcome.name.as_str(), document))
}

/// All words of a document: text, headings, captions, cells, notes.
fn everything(document: &Document) -> String {
    bab4::render::markdown::render(document)
}

/// Cuts a paragraph into sentences; the periods of `Sig.`, `Asymp.`, `et al.` and `dkk.` end none.
fn sentences(text: &str) -> Vec<String> {
    let text = text.replace("Asymp. Sig. ", "Asymp Sig ").replace("Sig. ", "Sig ");
    let text = text.replace("et al. ", "et al ").replace("dkk. ", "dkk ");
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
        // How a questionnaire addresses its reader, and its answers.
        let answer = |text: &str| {
            text.chars().count() < 30 && text.split(" = ").next().is_some_and(|score| score.chars().all(|c| c.is_ascii_digit()))
        };
        if answer(&text) || text.starts_with("Yth. ") || text.starts_with("To the ") && !text.contains(". ") {
            continue;
        }
        // A band of a list, `tinggi (3,41–4,20)`, or what is asked for with its code, `Persyaratan (PERS)`.
        let code = |text: &str| text.rsplit_once('(').is_some_and(|(_, code)| code.chars().all(|c| c.is_uppercase() || c == ')'));
        if text.ends_with(')') && (text.contains('–') || code(&text)) && !text.contains(". ") {
            continue;
        }
        assert!(text.ends_with(['.', ':']), "{name}: {text}");
        for sentence in sentences(&text) {
            let first = sentence.chars().next().unwrap();
            assert!(first.is_uppercase(), "{name}: {sentence}");
            let starts = ["Sehingga", "Sedangkan", "Dimana", "Dan ", "Yang "];
            // "Yang menentukan dalam penelitian ini adalah …" has its subject in the clause.
            let clause = sentence.starts_with("Yang menentukan") || sentence.starts_with("Yang dihipotesiskan");
            assert!(clause || !starts.iter().any(|start| sentence.starts_with(start)), "{name}: {sentence}");
        }
    }
}

#[test]
fn sentences_begin_with_a_capital_and_end_with_a_period() {
    tame().for_each(|(name, document)| sentence_ends(name, document));
}

/// A line without the periods of initials and of `et al.` and `dkk.`, behind which a comma may stand.
fn without_short_forms(line: &str) -> String {
    let line = line.replace("et al.", "et al").replace("dkk.", "dkk");
    let mut out = String::with_capacity(line.len());
    for (at, c) in line.char_indices() {
        let mut before = line[..at].chars().rev();
        let initial = before.next().is_some_and(char::is_uppercase) && before.next().is_none_or(|c| !c.is_alphanumeric());
        if !(c == '.' && initial) {
            out.push(c);
        }
    }
    out
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
            let line = without_short_forms(line.strip_suffix("  ").unwrap_or(line));
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
        let machinery = match document.language {
            Language::Id => &MACHINERY[..],
            Language::En => &MACHINERY[..NOT_ENGLISH],
        };
        let shown = text.split(|c: char| !c.is_alphanumeric()).find(|word| machinery.contains(&word.to_lowercase().as_str()));
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
    let text = everything(document);
    assert!(!text.contains("tidak dapat dihitung:") && !text.contains("cannot be computed:"), "{name}");
    for block in &document.blocks {
        if let Block::Heading(heading) = block {
            assert!(!heading.content.is_empty() && heading.number.is_some() == heading.numbered, "{name}");
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

/// Words that make Indonesian sentences, and words that make English ones.
const OF_ONE_LANGUAGE: [&[&str]; 2] = [
    &[
        "dan",
        "yang",
        "adalah",
        "pada",
        "dengan",
        "sebesar",
        "tidak",
        "atau",
        "dalam",
        "variabel",
        "tabel",
        "gambar",
        "berpengaruh",
    ],
    &["and", "the", "is", "are", "with", "not", "or", "which", "because", "table", "figure"],
];

/// No sentence of ours stands in a chapter of the other language; what the study's author wrote, in one language alone, does.
#[test]
fn languages_are_not_mixed() {
    for (outcome, document) in chapters().filter(|(outcome, _)| outcome.name != "hostile") {
        let study = serde_json::to_string(&outcome.study).unwrap().to_lowercase();
        let respondents = serde_json::to_string(&outcome.analyzed.results.respondents).unwrap().to_lowercase();
        let own: BTreeSet<&str> = [study.as_str(), respondents.as_str()].into_iter().flat_map(letters).collect();
        let foreign = match document.language {
            Language::Id => OF_ONE_LANGUAGE[1],
            Language::En => OF_ONE_LANGUAGE[0],
        };
        let mut texts: Vec<String> = paragraphs(document).iter().map(|paragraph| words(document, paragraph)).collect();
        for block in &document.blocks {
            match block {
                Block::Heading(heading) => texts.push(words(document, &heading.content)),
                Block::Table(table) => {
                    texts.push(words(document, &table.caption));
                    // Notes and headings of SPSS's own tables are English in either language.
                    if !table.spss {
                        texts.extend(table.notes.iter().map(|note| words(document, note)));
                    }
                    if document.language == Language::En {
                        let header = table.header.iter().flatten();
                        let cells = header.chain(table.rows.iter().flat_map(|row| &row.cells));
                        texts.extend(cells.map(|cell| words(document, &cell.content)));
                    }
                }
                Block::Figure(figure) => {
                    texts.push(words(document, &figure.caption));
                    texts.push(figure.alt.clone());
                }
                _ => {}
            }
        }
        for text in &texts {
            let lower = text.to_lowercase();
            // The overview is the author's, whose words may be any.
            let found = letters(&lower).find(|word| foreign.contains(word) && !own.contains(word));
            let overview = outcome.study.report.overview.is_some();
            assert!(found.is_none() || overview, "{}: {found:?} in {text}", outcome.name);
        }
    }
}

/// The words of a text.
fn letters(text: &str) -> impl Iterator<Item = &str> {
    text.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty())
}
