//! The words of questionnaires and forms in both languages.

use crate::language::Language;

/// Words of one language.
#[derive(Debug, Clone, Copy)]
pub(super) struct Words(pub(super) Language);

impl Words {
    /// One of two wordings.
    pub(super) fn pick<'a>(self, id: &'a str, en: &'a str) -> &'a str {
        match self.0 {
            Language::Id => id,
            Language::En => en,
        }
    }

    /// A wording with what fills its place.
    pub(super) fn filled(self, id: &str, en: &str, with: &str) -> String {
        self.pick(id, en).replace("{}", with)
    }

    /// What stands where an item has no statement.
    pub(super) fn statement_missing(self, indicator: &str) -> String {
        self.filled("LENGKAPI: pernyataan untuk indikator {}", "FILL IN: a statement for the indicator {}", indicator)
    }

    pub(super) fn questionnaire(self) -> &'static str {
        match self.0 {
            Language::Id => "Kuesioner Penelitian",
            Language::En => "Questionnaire",
        }
    }

    pub(super) fn respondent(self) -> &'static str {
        match self.0 {
            Language::Id => "Identitas Responden",
            Language::En => "About the Respondent",
        }
    }

    pub(super) fn instructions(self) -> &'static str {
        match self.0 {
            Language::Id => "Petunjuk Pengisian",
            Language::En => "Instructions",
        }
    }

    pub(super) fn thanks(self) -> &'static str {
        match self.0 {
            Language::Id => "Terima kasih atas kesediaan Bapak/Ibu mengisi kuesioner ini.",
            Language::En => "Thank you for completing this questionnaire.",
        }
    }
}
