//! A work of the bibliography: what a citation and a list of references need of it.

use biblatex::{ChunksExt, Entry, EntryType};

/// A work.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Work {
    /// What kind of work.
    pub kind: Kind,
    /// Its authors; its editors where it has none.
    pub authors: Vec<Person>,
    /// The authors are editors.
    pub edited: bool,
    /// Authors are known by the file's `and others`.
    pub and_others: bool,
    /// Year of publication.
    pub year: Option<String>,
    /// Tells works of the same authors and year apart.
    pub letter: Option<char>,
    /// Its title; empty where the file has none.
    pub title: String,
    /// The journal, or the book it is a part of.
    pub container: Option<String>,
    /// Editors of the book it is a part of.
    pub editors: Vec<Person>,
    /// Volume.
    pub volume: Option<String>,
    /// Number or issue.
    pub number: Option<String>,
    /// Pages.
    pub pages: Option<String>,
    /// Edition.
    pub edition: Option<String>,
    /// Publisher, university or institution.
    pub publisher: Option<String>,
    /// The kind of thesis or report in the author's words.
    pub described: Option<String>,
    /// Digital object identifier, without address.
    pub doi: Option<String>,
    /// Address of the page.
    pub url: Option<String>,
}

/// What kind of work.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Kind {
    /// In a journal.
    Article,
    /// A book of its own, a regulation, a report.
    Book,
    /// A part of a book or proceedings.
    Part,
    /// A master's thesis.
    MastersThesis,
    /// A doctoral thesis.
    DoctoralThesis,
    /// Whatever else.
    Other,
}

/// A person or body.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Person {
    /// Family name with its particle; the only name of who has one; the whole name of a body.
    pub family: String,
    /// Given names.
    pub given: String,
    /// `Jr.`
    pub suffix: String,
}

impl Person {
    /// The given names as initials: `Dewi Ayu` becomes `D. A.`, `Jean-Paul` becomes `J.-P.`
    pub fn initials(&self) -> String {
        let initial = |part: &str| part.chars().find(|c| c.is_alphabetic()).map(|c| format!("{}.", c.to_uppercase()));
        let words = self.given.split_whitespace().map(|word| word.split('-').filter_map(initial).collect::<Vec<_>>().join("-"));
        words.filter(|word| !word.is_empty()).collect::<Vec<_>>().join(" ")
    }
}

impl Work {
    /// What an entry of the file says.
    pub(super) fn of(entry: &Entry) -> Work {
        let text = |keys: &[&str]| {
            let texts = keys.iter().filter_map(|key| entry.get(key)).map(|chunks| tidy(&chunks.format_verbatim()));
            texts.into_iter().find(|text| !text.is_empty())
        };
        let mut and_others = false;
        let mut people = |key: &str| {
            let parsed = entry.get_as::<Vec<biblatex::Person>>(key).unwrap_or_default();
            let mut people: Vec<Person> = parsed.iter().map(person).filter(|person| !person.family.is_empty()).collect();
            if people.last().is_some_and(|last| last.family == "others" && last.given.is_empty()) {
                people.pop();
                and_others = true;
            }
            people
        };
        let (authors, editors) = (people("author"), people("editor"));
        let edited = authors.is_empty() && !editors.is_empty();
        let kind = match entry.entry_type {
            EntryType::Article => Kind::Article,
            EntryType::InBook | EntryType::InCollection | EntryType::InProceedings => Kind::Part,
            EntryType::MastersThesis => Kind::MastersThesis,
            EntryType::PhdThesis => Kind::DoctoralThesis,
            EntryType::Thesis => match text(&["type"]).as_deref() {
                Some("phdthesis") => Kind::DoctoralThesis,
                _ => Kind::MastersThesis,
            },
            EntryType::Book
            | EntryType::MvBook
            | EntryType::Collection
            | EntryType::Proceedings
            | EntryType::Manual
            | EntryType::TechReport
            | EntryType::Report => Kind::Book,
            _ => Kind::Other,
        };
        let title = match (text(&["title"]), text(&["subtitle"])) {
            (Some(title), Some(subtitle)) => format!("{title}: {subtitle}"),
            (Some(title), None) => title,
            _ => String::new(),
        };
        Work {
            kind,
            edited,
            authors: if edited { editors.clone() } else { authors },
            editors: if edited { Vec::new() } else { editors },
            and_others,
            year: text(&["date", "year"]).and_then(|text| year(&text)),
            letter: None,
            title,
            container: match kind {
                Kind::Article => text(&["journaltitle", "journal"]),
                Kind::Part => text(&["booktitle", "journal"]),
                _ => None,
            },
            volume: text(&["volume"]),
            number: text(&["number", "issue"]),
            pages: text(&["pages"]).map(|pages| pages.replace("--", "–").replace('-', "–").replace("––", "–")),
            edition: text(&["edition"]),
            publisher: text(&["publisher", "institution", "school", "organization", "howpublished"]),
            described: text(&["type"]).filter(|words| !matches!(words.as_str(), "mathesis" | "phdthesis")),
            doi: text(&["doi"]).map(|doi| {
                let bare = ["https://doi.org/", "http://doi.org/", "https://dx.doi.org/", "http://dx.doi.org/"];
                bare.iter().find_map(|start| doi.strip_prefix(start)).unwrap_or(&doi).to_owned()
            }),
            url: text(&["url"]),
        }
    }
}

fn person(person: &biblatex::Person) -> Person {
    let family = match person.prefix.is_empty() {
        true => person.name.clone(),
        false => format!("{} {}", person.prefix, person.name),
    };
    Person { family: tidy(&family), given: tidy(&person.given_name), suffix: tidy(&person.suffix) }
}

/// Without line ends and doubled blanks.
fn tidy(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// The year at the beginning of a date, or the author's word for it.
fn year(text: &str) -> Option<String> {
    let digits: String = text.chars().take(4).collect();
    match digits.len() == 4 && digits.chars().all(|c| c.is_ascii_digit()) {
        true => Some(digits),
        false => Some(text.to_owned()).filter(|text| !text.is_empty()),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn initials_are_made_of_given_names() {
        let person = |given: &str| Person { family: "Putri".into(), given: given.into(), suffix: String::new() };
        assert_eq!(person("Ira Fajar").initials(), "I. F.");
        assert_eq!(person("Jean-Paul").initials(), "J.-P.");
        assert_eq!(person("I.").initials(), "I.");
        assert_eq!(person("").initials(), "");
    }
}
