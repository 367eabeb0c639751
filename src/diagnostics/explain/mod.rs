//! What a code means, told at length: cause, what to do, and the mistake beside the same thing done right.
//!
//! The examples are run by a test: the wrong one gives its code, the right one gives no error. A `study.yaml` in an example
//! holds only the keys it is about; the others are those of a small study in which everything is right.

mod audit;
mod audit_data;
mod audit_other;
mod audit_readings;
mod audit_tables;
mod batch;
mod claims;
mod data;
mod files;
mod keys;
mod report;
mod typesetting;
mod words;

use super::Code;
use crate::language::Language;

/// Words in both languages that are part of the program.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Words {
    /// Indonesian.
    pub id: &'static str,
    /// English.
    pub en: &'static str,
}

impl Words {
    /// Both wordings.
    pub const fn new(id: &'static str, en: &'static str) -> Words {
        Words { id, en }
    }

    /// The wording in `language`.
    pub fn get(self, language: Language) -> &'static str {
        match language {
            Language::Id => self.id,
            Language::En => self.en,
        }
    }
}

/// A file of an example, or what is typed in a terminal.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Part {
    /// Name of the file; `terminal` for commands. Behind a name may stand an encoding, `name.md (Windows-1252)`.
    pub name: &'static str,
    /// What it holds.
    pub text: &'static str,
}

/// What a code means.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Explanation {
    /// The code.
    pub code: Code,
    /// The problem in a few words.
    pub title: Words,
    /// How it comes about.
    pub cause: Words,
    /// What to do about it.
    pub remedy: Words,
    /// The mistake.
    pub wrong: &'static [Part],
    /// The same without it.
    pub right: &'static [Part],
}

/// What a code means.
pub fn explain(code: Code) -> Option<&'static Explanation> {
    all().find(|explanation| explanation.code == code)
}

/// Every explanation, in the order of the codes.
pub fn all() -> impl Iterator<Item = &'static Explanation> {
    [
        keys::EXPLANATIONS,
        claims::EXPLANATIONS,
        data::EXPLANATIONS,
        files::EXPLANATIONS,
        report::EXPLANATIONS,
        words::EXPLANATIONS,
        typesetting::EXPLANATIONS,
        batch::EXPLANATIONS,
        audit::EXPLANATIONS,
        audit_tables::EXPLANATIONS,
        audit_readings::EXPLANATIONS,
        audit_data::EXPLANATIONS,
        audit_other::EXPLANATIONS,
    ]
    .into_iter()
    .flatten()
}

impl Explanation {
    /// The explanation as text for a terminal.
    pub fn text(&self, language: Language) -> String {
        let heading = |id, en| Words::new(id, en).get(language);
        let mut out = format!("{} — {}\n", self.code, self.title.get(language));
        for (heading, words) in [(heading("Sebab", "Cause"), self.cause), (heading("Perbaikan", "Remedy"), self.remedy)] {
            out.push_str(&format!("\n{heading}\n"));
            for line in wrapped(words.get(language), 96) {
                out.push_str(&format!("  {line}\n"));
            }
        }
        for (heading, parts) in [(heading("Salah", "Wrong"), self.wrong), (heading("Benar", "Right"), self.right)] {
            for part in parts {
                out.push_str(&format!("\n{heading} ({})\n", part.name));
                for line in part.text.lines() {
                    out.push_str(format!("  {line}").trim_end());
                    out.push('\n');
                }
            }
        }
        out
    }
}

/// A text in lines of at most `width` characters, broken between words.
fn wrapped(text: &str, width: usize) -> Vec<String> {
    let mut lines: Vec<String> = Vec::new();
    for word in text.split_whitespace() {
        match lines.last_mut() {
            Some(line) if line.chars().count() + 1 + word.chars().count() <= width => {
                line.push(' ');
                line.push_str(word);
            }
            _ => lines.push(word.to_owned()),
        }
    }
    lines
}

/// A `study.yaml` in an example.
const fn study(text: &'static str) -> Part {
    Part { name: "study.yaml", text }
}

/// A further file in an example.
const fn file(name: &'static str, text: &'static str) -> Part {
    Part { name, text }
}

/// A `responses.csv` in an example.
const fn answers(text: &'static str) -> Part {
    Part { name: "responses.csv", text }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;

    #[test]
    fn every_code_is_explained_once_and_in_order() {
        let explained: Vec<Code> = all().map(|explanation| explanation.code).collect();
        assert_eq!(explained, Code::ALL);
    }

    #[test]
    fn both_languages_say_something_and_not_the_same() {
        for Explanation { code, title, cause, remedy, wrong, right } in all() {
            for words in [title, cause, remedy] {
                assert!(!words.id.is_empty() && !words.en.is_empty() && words.id != words.en, "{code}");
            }
            assert!(title.id.chars().count() <= 70 && title.en.chars().count() <= 70, "{code}: a title is short");
            assert!(cause.id.ends_with('.') && remedy.en.ends_with('.'), "{code}: whole sentences");
            assert!(!wrong.is_empty() && !right.is_empty() && wrong != right, "{code}");
            assert!(wrong.iter().chain(*right).all(|part| !part.text.trim().is_empty()), "{code}");
        }
    }

    #[test]
    fn an_explanation_is_printed_in_either_language() {
        let text = explain(Code::BadClaim).unwrap().text(Language::Id);
        assert!(
            text.starts_with("S013 — ") && text.contains("\nSebab\n  ") && text.contains("\nBenar (study.yaml)\n  "),
            "{text}"
        );
        assert!(text.lines().all(|line| line.chars().count() <= 98), "{text}");
        assert!(explain(Code::BadClaim).unwrap().text(Language::En).contains("\nRemedy\n"));
    }
}
