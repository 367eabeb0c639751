//! The two languages of messages and reports, and texts that exist in either.

use serde::{Deserialize, Serialize};

/// A language of messages and of the report.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Language {
    /// Bahasa Indonesia, the default.
    #[default]
    Id,
    /// English.
    En,
}

impl Language {
    /// Every language, for lists and tests.
    pub const ALL: [Language; 2] = [Language::Id, Language::En];

    /// The code used on the command line, in the study file and as folder name of the templates.
    pub fn code(self) -> &'static str {
        match self {
            Language::Id => "id",
            Language::En => "en",
        }
    }

    /// The name under which a file in this language stands beside another: `naskah.en.md` beside `naskah.md`.
    pub fn file_beside(self, path: &str) -> String {
        let (stem, ending) = path.rsplit_once('.').unwrap_or((path, "md"));
        format!("{stem}.{}.{ending}", self.code())
    }

    /// Reads `id` or `en`.
    pub fn from_code(code: &str) -> Option<Language> {
        Language::ALL.into_iter().find(|language| language.code() == code)
    }
}

/// A message of the program in both languages, written side by side so that neither is forgotten.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Message {
    /// Indonesian.
    pub id: String,
    /// English.
    pub en: String,
}

impl Message {
    /// Both wordings of one message.
    pub fn new(id: impl Into<String>, en: impl Into<String>) -> Message {
        Message { id: id.into(), en: en.into() }
    }

    /// The wording in `language`.
    pub fn get(&self, language: Language) -> &str {
        match language {
            Language::Id => &self.id,
            Language::En => &self.en,
        }
    }
}

/// A text of the study's author: one wording for every language, or one for each.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(untagged)]
pub enum Text {
    /// The same words whatever the report's language.
    Same(String),
    /// Words per language; a missing one falls back to the other.
    Each {
        /// Indonesian.
        #[serde(skip_serializing_if = "Option::is_none")]
        id: Option<String>,
        /// English.
        #[serde(skip_serializing_if = "Option::is_none")]
        en: Option<String>,
    },
}

impl Text {
    /// The wording for `language`, or the only one there is.
    pub fn get(&self, language: Language) -> &str {
        match self {
            Text::Same(text) => text,
            Text::Each { id, en } => {
                let (first, second) = match language {
                    Language::Id => (id, en),
                    Language::En => (en, id),
                };
                first.as_deref().or(second.as_deref()).unwrap_or_default()
            }
        }
    }
}

impl Text {
    /// Whether this is what it says in one of its languages, case aside.
    pub fn says(&self, words: &str) -> bool {
        let words = words.trim().to_lowercase();
        match self {
            Text::Same(text) => text.trim().to_lowercase() == words,
            Text::Each { id, en } => id.iter().chain(en).any(|text| text.trim().to_lowercase() == words),
        }
    }

    /// The wording for `language` without its marks: for tables, file properties and comparisons.
    pub fn plain(&self, language: Language) -> String {
        without_marks(self.get(language))
    }

    /// What the author set in italics, `*…*`.
    pub fn emphasis(&self, language: Language) -> Vec<String> {
        let mut out = Vec::new();
        let mut rest = self.get(language);
        while let Some((_, inner, after)) = emphasized(rest) {
            out.push(without_marks(inner));
            rest = after;
        }
        out
    }
}

fn without_marks(text: &str) -> String {
    let (mut out, mut rest) = (String::new(), text);
    while let Some((before, inner, after)) = emphasized(rest) {
        out.push_str(before);
        out.push_str(inner);
        rest = after;
    }
    out.push_str(rest);
    let (text, mut plain) = (out, String::new());
    let mut rest = text.as_str();
    while let Some((before, _, inner, after)) = raised_or_lowered(rest) {
        plain.push_str(before);
        plain.push_str(inner);
        rest = after;
    }
    plain + rest
}

/// The first `*…*` whose stars touch what they enclose.
pub fn emphasized(text: &str) -> Option<(&str, &str, &str)> {
    let (before, rest) = text.split_once('*')?;
    let (inner, after) = rest.split_once('*')?;
    let touches = !inner.is_empty() && inner.trim() == inner;
    touches.then_some((before, inner, after))
}

/// The first `^…^` or `~…~` of a text: what stands before, the mark, what stands within, what follows.
///
/// The parser's own extension knows them only between blanks; R^2^ and H~0~ stand inside words.
pub fn raised_or_lowered(text: &str) -> Option<(&str, char, &str, &str)> {
    for (start, mark) in text.match_indices(['^', '~']) {
        let after = &text[start + 1..];
        let Some(length) = after.find(['^', '~', ' ', '\n', '\u{a0}']) else { continue };
        if length > 0 && after[length..].starts_with(mark) {
            return Some((&text[..start], mark.chars().next()?, &after[..length], &after[length + 1..]));
        }
    }
    None
}

impl From<&str> for Text {
    fn from(text: &str) -> Text {
        Text::Same(text.to_owned())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn marks_of_a_text_are_taken_off() {
        let text = Text::from("*Leader Member Exchange* dan R^2^, 2 * 3 * 4");
        assert_eq!(text.plain(Language::Id), "Leader Member Exchange dan R2, 2 * 3 * 4");
        assert_eq!(text.emphasis(Language::Id), ["Leader Member Exchange"]);
    }

    #[test]
    fn a_text_falls_back_to_the_language_it_has() {
        let text = Text::Each { id: Some("Kinerja".into()), en: None };
        assert_eq!(text.get(Language::En), "Kinerja");
        assert_eq!(Text::from("OCB").get(Language::Id), "OCB");
    }
}
