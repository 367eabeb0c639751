//! The templates of a language as they are read once and used by every report of a run: terms, origins of numbers, compiled
//! templates. Nothing of a study is in them but the words that its conventions write otherwise.

use super::problem::TemplateProblem;
use super::provenance::Origins;
use super::template::Compiled;
use super::templates::Templates;
use super::terms::Terms;
use crate::diagnostics::Diagnostics;
use crate::language::Language;
use std::collections::BTreeMap;
use std::sync::{Arc, Mutex, PoisonError};

/// What is made of the templates of a language.
#[derive(Debug)]
pub struct Prepared {
    /// The words that are no sentences.
    pub terms: Terms,
    /// Where numbers come from.
    pub origins: Origins,
    /// Sections and sentences.
    pub compiled: Compiled,
}

/// Words and what stands in their place.
type Words = BTreeMap<String, String>;

/// What was made of a language and of such words.
type ByWords = BTreeMap<(&'static str, Words), Arc<Prepared>>;

/// What was made so far, by language and by the words that conventions write otherwise; clones share it.
#[derive(Debug, Clone, Default)]
pub(super) struct Made(Arc<Mutex<ByWords>>);

impl Templates {
    /// The templates of a language with some words written otherwise, made at the first asking.
    ///
    /// # Errors
    /// What is wrong with `terms.yaml`, `provenance.yaml` or any template.
    pub fn prepared(&self, language: Language, words: Words) -> Result<Arc<Prepared>, Diagnostics> {
        let key = (language.code(), words);
        let mut made = self.made.0.lock().unwrap_or_else(PoisonError::into_inner);
        if let Some(prepared) = made.get(&key) {
            return Ok(Arc::clone(prepared));
        }
        let prepared = Arc::new(self.prepare(language, key.1.clone())?);
        made.insert(key, Arc::clone(&prepared));
        Ok(prepared)
    }

    fn prepare(&self, language: Language, words: Words) -> Result<Prepared, Diagnostics> {
        let fail = |file: String, reason: String| {
            Diagnostics::from_iter([TemplateProblem::Fails { file, line: None, reason, part: None }.diagnostic()])
        };
        let file = |name: &str| format!("{}/{name}", language.code());
        let (terms, origins) = (file("terms.yaml"), file("provenance.yaml"));
        let Some(text) = self.get(&terms) else {
            return Err(Diagnostics::from_iter([TemplateProblem::NoLanguage { language: language.code() }.diagnostic()]));
        };
        let terms = Terms::parse(text).map_err(|reason| fail(terms, reason))?.reworded(words);
        let text = self.get(&origins);
        let origins = text.map_or(Ok(Origins::default()), Origins::parse).map_err(|reason| fail(origins, reason))?;
        let wording = terms.wording();
        let sources = self.of_language(language).into_iter().map(|(name, text)| (name, wording.template(&text))).collect();
        Ok(Prepared { compiled: Compiled::new(&sources)?, terms, origins })
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;

    #[test]
    fn they_are_made_once_for_the_same_words() {
        let templates = Templates::built_in();
        let other = Words::from([("diterima".to_owned(), "didukung".to_owned())]);
        let first = templates.prepared(Language::Id, Words::new()).unwrap();
        let again = templates.clone().prepared(Language::Id, Words::new()).unwrap();
        let reworded = templates.prepared(Language::Id, other).unwrap();
        assert!(Arc::ptr_eq(&first, &again) && !Arc::ptr_eq(&first, &reworded));
        assert_ne!(first.terms.get("verdict.accepted"), reworded.terms.get("verdict.accepted"));
    }

    #[test]
    fn a_folder_of_the_users_is_prepared_anew() {
        let templates = Templates::built_in();
        let own = templates.prepared(Language::Id, Words::new()).unwrap().terms.get("source").to_owned();
        let folder = tempfile::tempdir().unwrap();
        std::fs::create_dir_all(folder.path().join("id")).unwrap();
        std::fs::write(folder.path().join("id/terms.yaml"), "source: Asal").unwrap();
        let laid_over = templates.with_folder(folder.path()).unwrap();
        let other = laid_over.prepared(Language::Id, Words::new()).unwrap();
        assert_ne!(own, "Asal");
        assert_eq!(other.terms.get("source"), "Asal");
    }
}
