//! What can be wrong with the author's own words: bibliography, citations, sections, typed numbers.

use crate::diagnostics::{Code, Diagnostic, Place, Span, suggest};
use crate::language::Message;
use crate::study::settings::SectionText;

/// Keys that a hint lists.
const LISTED: usize = 8;

/// A problem of the author's own words.
#[derive(Debug, Clone, PartialEq)]
pub enum WordsProblem {
    /// The bibliography is no BibTeX.
    MalformedBibliography {
        /// Where it stops being one.
        span: Span,
        /// What the parser says.
        reason: Message,
    },
    /// A key that the bibliography does not have.
    UnknownKey {
        /// Where it is cited.
        place: Option<Span>,
        /// The key.
        key: String,
        /// The bibliography.
        file: String,
        /// Its keys.
        known: Vec<String>,
    },
    /// Something is cited and there is no bibliography.
    NoBibliography {
        /// Where it is cited first.
        place: Option<Span>,
        /// The key.
        key: String,
    },
    /// A text for a section that the report does not have.
    UnknownSection {
        /// Where the section is named.
        place: Option<Span>,
        /// The key of the study file.
        path: &'static str,
        /// The section.
        section: String,
        /// Those there are.
        known: Vec<String>,
    },
    /// A typed number that no current result has.
    Stale {
        /// Where it stands.
        place: Option<Span>,
        /// The number as typed.
        typed: String,
        /// The result it may mean: its path and what it prints now.
        near: Option<(String, String)>,
    },
}

impl WordsProblem {
    /// A text for a section that is not there.
    pub fn unknown_section(text: &SectionText, path: &'static str, known: Vec<String>) -> WordsProblem {
        WordsProblem::UnknownSection { place: text.declared, path, section: text.section.clone(), known }
    }

    /// The diagnostic: code, place, words.
    pub fn diagnostic(&self) -> Diagnostic {
        let (diagnostic, place) = match self {
            WordsProblem::MalformedBibliography { span, reason } => (
                Diagnostic::error(
                    Code::BadBibliography,
                    Message::new(
                        format!("berkas pustaka tidak dapat dibaca sebagai BibTeX: {}", reason.id),
                        format!("the bibliography cannot be read as BibTeX: {}", reason.en),
                    ),
                )
                .hint(Message::new(
                    "sering kali yang kurang adalah koma di akhir baris sebelumnya, kurung tutup }, atau kurung di sekitar nilai: title = {…},",
                    "often a comma at the end of the line before is missing, a closing }, or the braces around a value: title = {…},",
                )),
                Some(*span),
            ),
            WordsProblem::UnknownKey { place, key, file, known } => (
                Diagnostic::error(
                    Code::UnknownCitation,
                    Message::new(format!("«{key}» tidak ada dalam {file}"), format!("`{key}` is not in {file}")),
                )
                .hint(near_or_all(key, known)),
                *place,
            ),
            WordsProblem::NoBibliography { place, key } => (
                Diagnostic::error(
                    Code::UnknownCitation,
                    Message::new(
                        format!("«{key}» dirujuk, tetapi studi ini tidak menyebut berkas pustaka"),
                        format!("`{key}` is cited, but this study names no bibliography"),
                    ),
                )
                .hint(Message::new(
                    "ekspor pustaka dari Mendeley atau Zotero sebagai BibTeX ke folder studi, lalu tulis: report: { bibliography: pustaka.bib }",
                    "export the bibliography from Mendeley or Zotero as BibTeX into the study's folder, then write: report: { bibliography: pustaka.bib }",
                )),
                *place,
            ),
            WordsProblem::UnknownSection { place, path, section, known } => (
                Diagnostic::error(
                    Code::UnknownSection,
                    Message::new(
                        format!("`{path}`: tidak ada bagian «{section}» dalam laporan ini"),
                        format!("`{path}`: this report has no section `{section}`"),
                    ),
                )
                .hint(near_or_all(section, known)),
                *place,
            ),
            WordsProblem::Stale { place, typed, near } => (
                Diagnostic::warning(
                    Code::StaleNumber,
                    Message::new(
                        format!("angka «{typed}» tidak cocok dengan hasil mana pun saat ini"),
                        format!("the number `{typed}` matches no current result"),
                    ),
                )
                .hint_if(near.as_ref().map(|(path, now)| {
                    Message::new(
                        format!("bila maksudnya hasil ini (sekarang {now}), tulis {{{{ r(\"{path}\") }}}} agar selalu mutakhir"),
                        format!("if this result is meant (now {now}), write {{{{ r(\"{path}\") }}}} so that it stays current"),
                    )
                }))
                .hint(Message::new(
                    "bila angka itu bukan hasil studi ini, sebutkan sumbernya dalam kalimat yang sama: [@kunci]",
                    "if it is no result of this study, cite its source in the same sentence: [@key]",
                )),
                *place,
            ),
        };
        match place {
            Some(span) => diagnostic.at_place(Place::Span(span)),
            None => diagnostic,
        }
    }
}

/// The nearest of the known names, or all of them where they are few.
fn near_or_all(wanted: &str, known: &[String]) -> Message {
    if let Some(near) = suggest::nearest(wanted, known.iter().map(String::as_str)) {
        return Message::new(format!("maksud Anda «{near}»?"), format!("did you mean `{near}`?"));
    }
    let mut list = known.iter().take(LISTED).cloned().collect::<Vec<_>>().join(", ");
    if known.len() > LISTED {
        list.push_str(", …");
    }
    Message::new(format!("yang ada: {list}"), format!("there are: {list}"))
}
