//! The list of references: one entry a work, in the order of authors, year and title.

use super::{Bibliography, Kind, Person, Work, word};
use crate::report::document::{Block, Inline, Reference};
use crate::report::terms::Terms;

/// The works with these keys as a list, each once; nothing where there are none.
pub fn references<'k>(bibliography: &Bibliography, keys: impl IntoIterator<Item = &'k str>, terms: &Terms) -> Option<Block> {
    let mut works: Vec<(&str, &Work)> = Vec::new();
    for key in keys {
        if let Some(work) = bibliography.get(key)
            && !works.iter().any(|(known, _)| *known == key)
        {
            works.push((key, work));
        }
    }
    works.sort_by_cached_key(|(key, work)| {
        let names: Vec<String> =
            work.authors.iter().map(|person| format!("{} {}", person.family, person.given).to_lowercase()).collect();
        let first = if names.is_empty() { vec![work.title.to_lowercase()] } else { names };
        (first, work.year.clone(), work.letter, work.title.to_lowercase(), (*key).to_owned())
    });
    let entries = works.into_iter().map(|(key, work)| Reference { key: key.to_owned(), content: entry(work, terms) });
    let entries: Vec<Reference> = entries.collect();
    (!entries.is_empty()).then_some(Block::References(entries))
}

/// One entry: `Putri, I. F. (2019). *Judul* [Tesis magister, Universitas …].`
fn entry(work: &Work, terms: &Terms) -> Vec<Inline> {
    let mut out = Vec::new();
    let mut authors = names(&work.authors, work.and_others, terms);
    if work.edited {
        authors.push_str(&format!(" ({})", word(terms, "editors")));
    }
    let date = format!("({}{}).", work.year.clone().unwrap_or_else(|| word(terms, "no_date")), letter(work));
    // A work without authors stands under its title.
    let title = title(work, terms);
    if authors.is_empty() {
        out.extend(title);
        out.push(Inline::text(format!(" {date}")));
    } else {
        // Names that end in an initial have their period.
        let end = if authors.ends_with('.') { "" } else { "." };
        out.push(Inline::text(format!("{authors}{end} {date} ")));
        out.extend(title);
    }
    match work.kind {
        Kind::Article => {
            if let Some(journal) = &work.container {
                out.push(Inline::text(" "));
                let mut raised = journal.clone();
                if let Some(volume) = &work.volume {
                    raised.push_str(&format!(", {volume}"));
                }
                out.push(Inline::Emphasis(vec![Inline::text(raised)]));
                let number = work.number.as_ref().map_or(String::new(), |number| format!("({number})"));
                let pages = work.pages.as_ref().map_or(String::new(), |pages| format!(", {pages}"));
                out.push(Inline::text(format!("{number}{pages}.")));
            }
        }
        Kind::Part => {
            if let Some(book) = &work.container {
                let editors = match work.editors.is_empty() {
                    true => String::new(),
                    false => format!("{} ({}), ", editors(&work.editors, terms), word(terms, "editors")),
                };
                out.push(Inline::text(format!(" {} {editors}", word(terms, "in"))));
                out.push(Inline::Emphasis(vec![Inline::text(book.clone())]));
                if let Some(pages) = &work.pages {
                    out.push(Inline::text(format!(" ({} {pages})", word(terms, "pages"))));
                }
                out.push(Inline::text("."));
            }
            publisher(work, &mut out);
        }
        Kind::Book | Kind::Other => publisher(work, &mut out),
        Kind::MastersThesis | Kind::DoctoralThesis => {}
    }
    let address = work.doi.as_ref().map(|doi| format!("https://doi.org/{doi}")).or_else(|| work.url.clone());
    if let Some(address) = address {
        out.push(Inline::text(format!(" {address}")));
    }
    out
}

/// The title, in italics where the work stands alone, with what is said of it in brackets, and its period.
fn title(work: &Work, terms: &Terms) -> Vec<Inline> {
    if work.title.is_empty() {
        return vec![Inline::Todo(vec![Inline::text(word(terms, "title_missing"))]), Inline::text(".")];
    }
    let ends = work.title.ends_with(['.', '?', '!']);
    let words = vec![Inline::text(work.title.clone())];
    let mut out = match work.kind {
        Kind::Article | Kind::Part => words,
        Kind::Book | Kind::MastersThesis | Kind::DoctoralThesis | Kind::Other => vec![Inline::Emphasis(words)],
    };
    let thesis = |default: &str| {
        let described = work.described.clone().unwrap_or_else(|| word(terms, default));
        match &work.publisher {
            Some(university) => format!(" [{described}, {university}]"),
            None => format!(" [{described}]"),
        }
    };
    let bracket = match work.kind {
        Kind::MastersThesis => Some(thesis("masters_thesis")),
        Kind::DoctoralThesis => Some(thesis("doctoral_thesis")),
        Kind::Book => work.edition.as_ref().map(|edition| format!(" ({})", edition_words(edition, terms))),
        _ => None,
    };
    match bracket {
        Some(words) => out.push(Inline::text(format!("{words}."))),
        None if !ends => out.push(Inline::text(".")),
        None => {}
    }
    out
}

fn edition_words(edition: &str, terms: &Terms) -> String {
    match edition.chars().all(|c| c.is_ascii_digit()) {
        true => word(terms, "edition").replace("{}", edition),
        false => edition.to_owned(),
    }
}

fn publisher(work: &Work, out: &mut Vec<Inline>) {
    if let Some(publisher) = &work.publisher {
        let end = if publisher.ends_with('.') { "" } else { "." };
        out.push(Inline::text(format!(" {publisher}{end}")));
    }
}

fn letter(work: &Work) -> String {
    work.letter.map_or(String::new(), String::from)
}

/// `Elshifa, A., & Sudirjo, B.`; Indonesian `Elshifa, A., dan Sudirjo, B.`
fn names(people: &[Person], and_others: bool, terms: &Terms) -> String {
    let mut all: Vec<String> = people.iter().map(listed).collect();
    if and_others {
        all.push(word(terms, "others"));
        return all.join(", ");
    }
    let Some(last) = all.pop() else { return String::new() };
    match all.is_empty() {
        true => last,
        false => format!("{}, {} {last}", all.join(", "), word(terms, "and_in_list")),
    }
}

/// Editors before their book: `A. Elshifa & B. Sudirjo`.
fn editors(people: &[Person], terms: &Terms) -> String {
    let name = |person: &Person| format!("{} {}", person.initials(), person.family).trim().to_owned();
    let mut all: Vec<String> = people.iter().map(name).collect();
    let Some(last) = all.pop() else { return String::new() };
    match all.is_empty() {
        true => last,
        false => format!("{} {} {last}", all.join(", "), word(terms, "and_in_list")),
    }
}

/// `Putri, I. F.`
fn listed(person: &Person) -> String {
    let parts = [person.family.clone(), person.initials(), person.suffix.clone()];
    parts.into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join(", ")
}
