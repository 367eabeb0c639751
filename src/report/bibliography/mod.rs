//! The author's bibliography: a BibTeX file, citations in author–year form, the list of what was cited.
//!
//! The file is read by the crate `biblatex`; how works are cited and listed is ours. Words between the parts (`dan`, `dkk.`,
//! `Dalam`) are terms of the report's language, so that a campus changes them in `terms.yaml`. The layout of an entry follows
//! APA (7th ed., 2020), which most Indonesian guides follow with their own words.

mod citations;
mod entry;
mod list;

pub use citations::{author_year, keys_in, resolve};
pub use entry::{Kind, Person, Work};
pub use list::references;

use super::problem_words::WordsProblem;
use super::terms::Terms;
use crate::diagnostics::{Diagnostics, FileId, Span};
use crate::language::Message;
use biblatex::{ParseErrorKind, RawBibliography, Token};
use indexmap::IndexMap;

/// Braces within braces that a file may hold; deeper ones are no bibliography.
const DEEPEST: usize = 100;

/// The works of a bibliography file, by key.
#[derive(Debug, Clone, Default)]
pub struct Bibliography {
    works: IndexMap<String, Work>,
    /// Name of its file, for messages.
    pub file: String,
}

impl Bibliography {
    /// Reads a BibTeX or BibLaTeX file; what cannot be read is one diagnostic with its place.
    pub fn read(name: &str, text: &str, file: FileId, diagnostics: &mut Diagnostics) -> Option<Bibliography> {
        let span = |start: usize, end: usize| {
            let start = text.floor_char_boundary(start.min(text.len()));
            Span { file, start, end: text.ceil_char_boundary(end.clamp(start, text.len())) }
        };
        if let Some(at) = too_deep(text) {
            let reason = Message::new("kurung kurawal terlalu dalam", "braces stand too deep");
            diagnostics.push(WordsProblem::MalformedBibliography { span: span(at, at + 1), reason }.diagnostic());
            return None;
        }
        let parsed = RawBibliography::parse(text).and_then(|mut raw| {
            // Works that inherit from each other in a circle would never end; nothing is inherited.
            for entry in &mut raw.entries {
                entry.v.fields.retain(|field| !["crossref", "xdata"].iter().any(|key| field.key.v.eq_ignore_ascii_case(key)));
            }
            biblatex::Bibliography::from_raw(raw)
        });
        let parsed = match parsed {
            Ok(parsed) => parsed,
            Err(error) => {
                let start = error.span.start;
                let rest = text.get(start..).unwrap_or_default();
                let line = rest.find('\n').unwrap_or(rest.len());
                let word = rest.find(|c: char| !c.is_alphanumeric()).unwrap_or(rest.len());
                // The word that is wrong, or what the parser names, within its line.
                let length = word.max(error.span.len()).max(1).min(line.max(1));
                let problem =
                    WordsProblem::MalformedBibliography { span: span(start, start + length), reason: reason(&error.kind) };
                diagnostics.push(problem.diagnostic());
                return None;
            }
        };
        let mut works: IndexMap<String, Work> = parsed.iter().map(|entry| (entry.key.clone(), Work::of(entry))).collect();
        tell_apart(&mut works);
        Some(Bibliography { works, file: name.to_owned() })
    }

    /// The work with this key.
    pub fn get(&self, key: &str) -> Option<&Work> {
        self.works.get(key)
    }

    /// The keys, in the order of the file.
    pub fn keys(&self) -> impl Iterator<Item = &str> {
        self.works.keys().map(String::as_str)
    }
}

/// What the parser says, in both languages.
fn reason(kind: &ParseErrorKind) -> Message {
    let what = |token: &Token| match token {
        Token::Identifier => Message::new("sebuah nama", "a name"),
        Token::OpeningBrace => Message::new("kurung buka {", "an opening {"),
        Token::ClosingBrace => Message::new("kurung tutup }", "a closing }"),
        Token::Comma => Message::new("koma", "a comma"),
        Token::QuotationMark => Message::new("tanda kutip \"", "a quotation mark \""),
        Token::Equals => Message::new("tanda =", "an ="),
        Token::DecimalPoint => Message::new("titik", "a point"),
    };
    match kind {
        ParseErrorKind::UnexpectedEof => Message::new("berkas berakhir di tengah sebuah karya", "the file ends within a work"),
        ParseErrorKind::Expected(token) => {
            let what = what(token);
            Message::new(format!("di sini seharusnya {}", what.id), format!("{} is expected here", what.en))
        }
        ParseErrorKind::Unexpected(token) => {
            let what = what(token);
            Message::new(format!("{} tidak pada tempatnya", what.id), format!("{} is out of place", what.en))
        }
        ParseErrorKind::UnknownAbbreviation(word) => Message::new(
            format!("«{word}» bukan singkatan yang didefinisikan; nilai berupa kata ditulis dalam kurung {{…}}"),
            format!("`{word}` is no abbreviation that was defined; a value of words stands in braces {{…}}"),
        ),
        ParseErrorKind::DuplicateKey(key) => {
            Message::new(format!("kunci «{key}» dipakai dua kali"), format!("the key `{key}` is used twice"))
        }
        // The crate may learn to tell more.
        _ => Message::new("perintah TeX yang tidak dikenal", "a TeX command that is not understood"),
    }
}

/// The place where braces stand deeper than any bibliography's.
fn too_deep(text: &str) -> Option<usize> {
    let mut depth = 0usize;
    for (at, character) in text.char_indices() {
        match character {
            '{' => depth += 1,
            '}' => depth = depth.saturating_sub(1),
            _ => {}
        }
        if depth > DEEPEST {
            return Some(at);
        }
    }
    None
}

/// Gives works of the same authors and year letters, 2017a and 2017b, in the order of their titles.
fn tell_apart(works: &mut IndexMap<String, Work>) {
    // Families and year; title and key of each work that has them.
    type Alike = IndexMap<(Vec<String>, String), Vec<(String, String)>>;
    let mut alike = Alike::new();
    for (key, work) in works.iter() {
        if let Some(year) = &work.year {
            let names = work.authors.iter().map(|person| person.family.to_lowercase()).collect();
            alike.entry((names, year.clone())).or_default().push((work.title.to_lowercase(), key.clone()));
        }
    }
    for mut group in alike.into_values().filter(|group| group.len() > 1) {
        group.sort();
        for ((_, key), letter) in group.iter().zip('a'..='z') {
            if let Some(work) = works.get_mut(key) {
                work.letter = Some(letter);
            }
        }
    }
}

/// A word of citations in the report's language.
fn word(terms: &Terms, key: &str) -> String {
    terms.get(&format!("citation.{key}")).to_owned()
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;
    use crate::diagnostics::{Code, Place, SourceFiles};

    fn read(text: &str) -> (Option<Bibliography>, Diagnostics) {
        let mut diagnostics = Diagnostics::default();
        let file = SourceFiles::default().add("pustaka.bib", text);
        (Bibliography::read("pustaka.bib", text, file, &mut diagnostics), diagnostics)
    }

    #[test]
    fn works_of_one_year_get_letters_by_title() {
        let (found, diagnostics) = read(
            "@book{b, author={Sari, Dewi}, year=2017, title={Beta}}\n@book{a, author={Sari, Dewi}, year=2017, title={Alfa}}\n@book{c, author={Sari, Dewi}, year=2018, title={Gama}}",
        );
        assert!(diagnostics.is_empty());
        let found = found.unwrap();
        let letters: Vec<_> = found.keys().map(|key| found.get(key).unwrap().letter).collect();
        assert_eq!(letters, [Some('b'), Some('a'), None]);
    }

    #[test]
    fn what_is_no_bibtex_is_one_problem_with_its_place() {
        for text in [
            "@article{a, title = {Judul",
            "@article{a title = {x}}",
            "@article{a, title = {x}}\n@book{a, title = {y}}",
            "@article{a, title = nope}",
            &"{".repeat(500),
            &format!("@a{{k, t={}x{}}}", "{".repeat(5000), "}".repeat(5000)),
        ] {
            let (found, diagnostics) = read(text);
            assert!(found.is_none(), "{text:.60}");
            let found: Vec<_> = diagnostics.iter().map(|d| (d.code, matches!(d.place, Some(Place::Span(_))))).collect();
            assert_eq!(found, [(Code::BadBibliography, true)], "{text:.60}");
        }
        // Text outside of entries is a comment to BibTeX.
        assert!(read("x\n").0.unwrap().keys().next().is_none());
    }

    #[test]
    fn works_that_inherit_in_a_circle_end() {
        let (found, _) =
            read("@book{a, crossref={b}, title={A}}\n@book{b, crossref={a}, title={B}}\n@book{c, xdata={c}, title={C}}");
        assert_eq!(found.unwrap().keys().count(), 3);
    }
}
