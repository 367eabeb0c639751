//! What a unit's outputs are made of, as a hash: whoever has the same hash has the same outputs.

use super::plan::Unit;
use crate::fonts;
use crate::language::Language;
use crate::pipeline::{Format, hexadecimal};
use crate::report::templates::Templates;
use crate::study::overlay::canonical;
use sha2::{Digest, Sha256};
use std::collections::BTreeMap;
use std::path::Path;

/// SHA-256 of what all units share: version, templates, fonts, formats, languages, the study's text, its measurement models, the
/// campus's document.
pub fn shared(
    study: &Path,
    templates: &Templates,
    formats: &[Format],
    reference: Option<&Path>,
    languages: (Option<Language>, Language),
) -> String {
    let mut hash = Hash::default();
    hash.text(env!("CARGO_PKG_VERSION"));
    for (name, text) in templates.files() {
        hash.text(name);
        hash.text(text);
    }
    for (name, bytes) in fonts::files() {
        hash.text(name);
        hash.bytes(bytes);
    }
    hash.text(crate::typeset::layout());
    formats.iter().for_each(|format| hash.text(format.code()));
    hash.text(languages.0.map_or("", Language::code));
    hash.text(languages.1.code());
    hash.file(study);
    if let Some(reference) = reference {
        hash.file(reference);
    }
    let models = study.parent().unwrap_or(Path::new(".")).join("models");
    let mut files: Vec<_> = std::fs::read_dir(models).into_iter().flatten().flatten().map(|entry| entry.path()).collect();
    files.sort();
    for file in files {
        hash.text(&file.file_name().unwrap_or_default().to_string_lossy());
        hash.file(&file);
    }
    hash.finish()
}

/// SHA-256 of a unit on top of what all share: its name, the keys laid over the study, its rows where they are a part of a file.
pub fn of_unit(shared: &str, unit: &Unit) -> String {
    let mut hash = Hash::default();
    hash.text(shared);
    hash.text(&unit.key);
    unit.over.iter().for_each(|over| hash.text(&canonical(over)));
    hash.text(unit.slice.as_ref().map_or("", |slice| slice.hash()));
    hash.finish()
}

/// Hashes of files in the study's folder, by the path they are named with; one that cannot be read has an empty hash.
pub fn of_files<'a>(folder: &Path, names: impl IntoIterator<Item = &'a str>) -> BTreeMap<String, String> {
    let hash = |name: &str| std::fs::read(folder.join(name)).map(|bytes| of_bytes(&bytes)).unwrap_or_default();
    names.into_iter().map(|name| (name.to_owned(), hash(name))).collect()
}

/// SHA-256 of bytes, hexadecimal.
pub fn of_bytes(bytes: &[u8]) -> String {
    hexadecimal(&Sha256::digest(bytes))
}

/// A hash of several parts, each with its length before it.
#[derive(Default)]
struct Hash(Sha256);

impl Hash {
    fn bytes(&mut self, bytes: &[u8]) {
        self.0.update((bytes.len() as u64).to_le_bytes());
        self.0.update(bytes);
    }

    fn text(&mut self, text: &str) {
        self.bytes(text.as_bytes());
    }

    fn file(&mut self, path: &Path) {
        match std::fs::read(path) {
            Ok(bytes) => self.bytes(&bytes),
            Err(_) => self.text("unreadable"),
        }
    }

    fn finish(self) -> String {
        hexadecimal(&self.0.finalize())
    }
}
