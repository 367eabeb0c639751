//! Problems of templates, with the line they stand in: the engine knows a template by its name, a phrasing of a sentence by its
//! number, and neither says which file that is.

use super::templates::Templates;
use crate::diagnostics::{Diagnostic, Diagnostics, Place, SourceFiles, Span};
use crate::language::Language;

/// The diagnostics with files and lines of templates in the place of names; the files are added to `sources`.
pub fn located(found: &Diagnostics, templates: &Templates, language: Language, sources: &mut SourceFiles) -> Diagnostics {
    let mut out = Diagnostics::default();
    for diagnostic in found.iter() {
        let mut diagnostic = diagnostic.clone();
        if let Some(Place::File(name)) = &diagnostic.place
            && let Some(place) = place(&diagnostic, name, templates, language, sources)
        {
            diagnostic.place = Some(place);
        }
        out.push(diagnostic);
    }
    out
}

fn place(
    diagnostic: &Diagnostic,
    name: &str,
    templates: &Templates,
    language: Language,
    sources: &mut SourceFiles,
) -> Option<Place> {
    let (name, line) = match name.rsplit_once(':') {
        Some((name, line)) if line.bytes().all(|byte| byte.is_ascii_digit()) => (name, line.parse::<usize>().ok()),
        _ => (name, None),
    };
    let (name, phrasing) = match name.rsplit_once('#') {
        Some((name, number)) => (name, number.parse::<usize>().ok()?),
        None => (name, 1),
    };
    let own = format!("{}/{name}", language.code());
    let key = [own.as_str(), name].into_iter().find(|key| templates.get(key).is_some())?;
    let text = templates.get(key)?;
    let Some(line) = line else { return Some(Place::File(templates.place(key))) };
    let line = if name.starts_with("sentences/") { line + before_phrasing(text, phrasing) } else { line };
    let start: usize = text.split_inclusive('\n').take(line.checked_sub(1)?).map(str::len).sum();
    let whole = text.get(start..)?.split('\n').next()?;
    // The expression that the message quotes, else the line.
    let quoted = diagnostic.message.en.rsplit_once(": ").map(|(_, part)| part);
    let (from, to) = match quoted.and_then(|part| Some((whole.find(part)?, part.len()))) {
        Some((at, length)) => (start + at, start + at + length),
        None => {
            let words = whole.trim_end();
            let blanks = words.len() - words.trim_start().len();
            (start + blanks, start + words.len())
        }
    };
    let file = sources.add(templates.place(key), text);
    Some(Place::Span(Span { file, start: from, end: to }))
}

/// The lines before a phrasing of a sentence, from 1.
fn before_phrasing(text: &str, number: usize) -> usize {
    let mut found = 0;
    let mut inside = false;
    for (position, line) in text.lines().enumerate() {
        if line.trim_end() == "---" {
            inside = false;
        } else if !inside && !line.trim().is_empty() {
            inside = true;
            found += 1;
            if found == number {
                return position;
            }
        }
    }
    0
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn phrasings_begin_where_their_words_do() {
        let text = "\nsatu\nlagi\n---\n\ndua\n---\n---\ntiga\n";
        assert_eq!([1, 2, 3, 4].map(|number| before_phrasing(text, number)), [1, 5, 8, 0]);
    }
}
