//! The template files: built in, and overridden file by file by a folder of the user's.

use super::prepared::Made;
use crate::language::Language;
use include_dir::{Dir, include_dir};
use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

static INDONESIAN: Dir<'static> = include_dir!("$CARGO_MANIFEST_DIR/templates/id");
static ENGLISH: Dir<'static> = include_dir!("$CARGO_MANIFEST_DIR/templates/en");
static REPORTS: Dir<'static> = include_dir!("$CARGO_MANIFEST_DIR/templates/reports");

/// Largest template file read, in bytes: far beyond any section.
const LARGEST: u64 = 1 << 20;

/// Template files by their name below `templates/`: `id/sections/respondents.md`, `reports/bab-iv/udinus.yaml`.
#[derive(Debug, Clone)]
pub struct Templates {
    files: BTreeMap<String, String>,
    /// Where files of the user's are.
    places: BTreeMap<String, PathBuf>,
    /// What was made of them.
    pub(super) made: Made,
}

impl Templates {
    /// The templates that come with the program.
    pub fn built_in() -> Templates {
        let mut files = BTreeMap::new();
        for (prefix, dir) in [("id", &INDONESIAN), ("en", &ENGLISH), ("reports", &REPORTS)] {
            collect(dir, prefix, &mut files);
        }
        Templates { files, places: BTreeMap::new(), made: Made::default() }
    }

    /// Lays a folder of templates over these, file by file; only `.md` and `.yaml` files count.
    ///
    /// # Errors
    /// When the folder or a file of it cannot be read.
    pub fn with_folder(mut self, folder: &Path) -> std::io::Result<Templates> {
        self.made = Made::default();
        let mut open = vec![(folder.to_path_buf(), String::new())];
        while let Some((path, prefix)) = open.pop() {
            for entry in std::fs::read_dir(&path)? {
                let entry = entry?;
                let name = format!("{prefix}{}", entry.file_name().to_string_lossy());
                let kind = entry.file_type()?;
                if kind.is_dir() {
                    open.push((entry.path(), format!("{name}/")));
                } else if kind.is_file() && is_template(&name) && entry.metadata()?.len() <= LARGEST {
                    self.files.insert(name.clone(), std::fs::read_to_string(entry.path())?);
                    self.places.insert(name, entry.path());
                }
            }
        }
        Ok(self)
    }

    /// All files with their text.
    pub fn files(&self) -> impl Iterator<Item = (&str, &str)> {
        self.files.iter().map(|(name, text)| (name.as_str(), text.as_str()))
    }

    /// What messages call a file: its path where it is the user's.
    pub fn place(&self, name: &str) -> String {
        self.places.get(name).map_or_else(|| format!("templates/{name}"), |path| path.display().to_string())
    }

    /// One file.
    pub fn get(&self, name: &str) -> Option<&str> {
        self.files.get(name).map(String::as_str)
    }

    /// The Markdown templates of a language, by their name within it: `sections/respondents.md`.
    pub fn of_language(&self, language: Language) -> BTreeMap<String, String> {
        let prefix = format!("{}/", language.code());
        let own = self.files.iter().filter_map(|(name, text)| Some((name.strip_prefix(&prefix)?, text)));
        own.filter(|(name, _)| name.ends_with(".md")).map(|(name, text)| (name.to_owned(), text.clone())).collect()
    }

    /// Whether there is anything in a language.
    pub fn has_language(&self, language: Language) -> bool {
        self.get(&format!("{}/terms.yaml", language.code())).is_some()
    }
}

fn is_template(name: &str) -> bool {
    name.ends_with(".md") || name.ends_with(".yaml")
}

fn collect(dir: &Dir<'_>, prefix: &str, files: &mut BTreeMap<String, String>) {
    for file in dir.files() {
        if let Some(text) = file.contents_utf8() {
            // Names have forward slashes on every system.
            let name = file.path().to_string_lossy().replace('\\', "/");
            files.insert(format!("{prefix}/{name}"), text.to_owned());
        }
    }
    for inner in dir.dirs() {
        collect(inner, prefix, files);
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;

    #[test]
    fn a_folder_overrides_file_by_file() {
        let folder = tempfile::tempdir().unwrap();
        std::fs::create_dir_all(folder.path().join("id/sentences")).unwrap();
        std::fs::write(folder.path().join("id/sentences/own.md"), "milik sendiri").unwrap();
        std::fs::write(folder.path().join("id/terms.yaml"), "source: Asal").unwrap();
        let templates = Templates::built_in().with_folder(folder.path()).unwrap();
        assert_eq!(templates.get("id/sentences/own.md"), Some("milik sendiri"));
        assert_eq!(templates.get("id/terms.yaml"), Some("source: Asal"));
        assert!(templates.get("reports/bab-iv/udinus.yaml").unwrap().contains("sections:"));
    }
}
