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

impl From<&str> for Text {
    fn from(text: &str) -> Text {
        Text::Same(text.to_owned())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_text_falls_back_to_the_language_it_has() {
        let text = Text::Each { id: Some("Kinerja".into()), en: None };
        assert_eq!(text.get(Language::En), "Kinerja");
        assert_eq!(Text::from("OCB").get(Language::Id), "OCB");
    }
}
