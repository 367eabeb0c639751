//! Reads the study file as text; whatever keeps it from being text is one diagnostic.

use crate::diagnostics::{Code, Diagnostic, Diagnostics, Place, suggest};
use crate::language::Message;
use std::io::{ErrorKind, Read};
use std::path::{Path, PathBuf};

/// The largest study file, in bytes. Studies are a few kilobytes; what is larger is another kind of file.
const LARGEST: u64 = 4 * 1024 * 1024;

/// Endings of files that are often given in place of the study.
const OTHER_ENDINGS: &[&str] = &["csv", "tsv", "xlsx", "xls", "ods", "sav", "docx", "doc", "pdf"];

/// The name of a study file in its folder, for hints.
const USUAL_NAME: &str = "study.yaml";

/// A study file as read.
pub struct StudyText {
    /// Its bytes, for the hash.
    pub bytes: Vec<u8>,
    /// Its text, without a byte order mark.
    pub text: String,
}

/// Reads the study file.
pub fn read(path: &Path, diagnostics: &mut Diagnostics) -> Option<StudyText> {
    match try_read(path) {
        Ok(text) => Some(text),
        Err(problem) => {
            diagnostics.push(problem.diagnostic(path));
            None
        }
    }
}

/// Why a study file is not text.
enum Unreadable {
    /// There is nothing at this path.
    Missing {
        /// A study file beside it that may be meant.
        near: Option<PathBuf>,
    },
    /// It is named as data or a document, not as a study.
    OtherFile,
    /// A folder stands there.
    Folder {
        /// It holds a file of the usual name.
        holds_study: bool,
    },
    /// It is larger than any study.
    TooLarge,
    /// It is not UTF-8.
    NotUtf8 {
        /// First line that is not.
        line: usize,
        /// It begins as UTF-16 does.
        utf16: bool,
    },
    /// The machine could not read it.
    Failed(std::io::Error),
}

fn try_read(path: &Path) -> Result<StudyText, Unreadable> {
    if path.is_dir() {
        return Err(Unreadable::Folder { holds_study: path.join(USUAL_NAME).is_file() });
    }
    let ending = path.extension().map(|ending| ending.to_string_lossy().to_lowercase());
    if path.is_file() && ending.is_some_and(|ending| OTHER_ENDINGS.contains(&ending.as_str())) {
        return Err(Unreadable::OtherFile);
    }
    let file = std::fs::File::open(path).map_err(|error| match error.kind() {
        ErrorKind::NotFound => Unreadable::Missing { near: near(path) },
        _ => Unreadable::Failed(error),
    })?;
    let mut bytes = Vec::new();
    // Never reads more than the limit, whatever the file says of its size.
    file.take(LARGEST + 1).read_to_end(&mut bytes).map_err(Unreadable::Failed)?;
    if bytes.len() as u64 > LARGEST {
        return Err(Unreadable::TooLarge);
    }
    match std::str::from_utf8(&bytes) {
        Ok(text) => Ok(StudyText { text: text.strip_prefix('\u{feff}').unwrap_or(text).to_owned(), bytes }),
        Err(error) => {
            let before = bytes.get(..error.valid_up_to()).unwrap_or_default();
            Err(Unreadable::NotUtf8 {
                line: before.iter().filter(|byte| **byte == b'\n').count() + 1,
                utf16: bytes.starts_with(&[0xFF, 0xFE]) || bytes.starts_with(&[0xFE, 0xFF]),
            })
        }
    }
}

/// The study file of the folder that is named most like this one, or the only one there is.
fn near(path: &Path) -> Option<PathBuf> {
    let folder = path.parent().filter(|folder| !folder.as_os_str().is_empty()).unwrap_or(Path::new("."));
    let mut names: Vec<String> = std::fs::read_dir(folder)
        .ok()?
        .flatten()
        .filter_map(|entry| entry.file_name().into_string().ok())
        .filter(|name| name.ends_with(".yaml") || name.ends_with(".yml"))
        .collect();
    names.sort();
    let wanted = path.file_name()?.to_string_lossy();
    let name = match names.as_slice() {
        [only] => only.as_str(),
        _ => suggest::nearest(&wanted, names.iter().map(String::as_str))?,
    };
    Some(path.with_file_name(name))
}

impl Unreadable {
    fn diagnostic(&self, path: &Path) -> Diagnostic {
        let name = path.display();
        let place = Place::File(name.to_string());
        match self {
            Unreadable::OtherFile => Diagnostic::error(
                Code::BadPath,
                Message::new(
                    format!("«{name}» adalah berkas data atau dokumen, bukan berkas studi (.yaml)"),
                    format!("`{name}` is a file of data or a document, not a study file (.yaml)"),
                ),
            )
            .hint(Message::new(
                format!("buat berkas studi dari berkas data: bab4 init tesis --from {name}"),
                format!("make a study file from a data file: bab4 init thesis --from {name}"),
            )),
            Unreadable::Missing { near } => Diagnostic::error(
                Code::BadPath,
                Message::new(format!("berkas studi «{name}» tidak ada"), format!("there is no study file `{name}`")),
            )
            .hint_if(near.as_ref().map(|near| {
                Message::new(format!("maksud Anda «{}»?", near.display()), format!("did you mean `{}`?", near.display()))
            }))
            .hint(Message::new(
                "buat yang baru dengan: bab4 init FOLDER --from jawaban.csv",
                "make a new one with: bab4 init FOLDER --from answers.csv",
            )),
            Unreadable::Folder { holds_study } => {
                let study = path.join(USUAL_NAME);
                Diagnostic::error(
                    Code::BadPath,
                    Message::new(
                        format!("«{name}» adalah folder, bukan berkas studi"),
                        format!("`{name}` is a folder, not a study file"),
                    ),
                )
                .hint_if(holds_study.then(|| {
                    Message::new(format!("maksud Anda «{}»?", study.display()), format!("did you mean `{}`?", study.display()))
                }))
            }
            Unreadable::TooLarge => Diagnostic::error(
                Code::NotYaml,
                Message::new(
                    "berkas studi lebih besar dari 4 MiB; ini tentu bukan berkas studi",
                    "the study file is larger than 4 MiB; this is surely no study file",
                ),
            )
            .at_place(place),
            Unreadable::NotUtf8 { line, utf16 } => Diagnostic::error(
                Code::NotYaml,
                if *utf16 {
                    Message::new("berkas studi ditulis sebagai UTF-16", "the study file is written as UTF-16")
                } else {
                    Message::new(
                        format!("berkas studi bukan teks UTF-8 (baris {line})"),
                        format!("the study file is not UTF-8 text (line {line})"),
                    )
                },
            )
            .at_place(place)
            .hint(Message::new(
                "simpan ulang dari penyunting teks dengan pengodean UTF-8",
                "save it again from the text editor with the encoding UTF-8",
            )),
            Unreadable::Failed(error) => Diagnostic::error(
                Code::BadPath,
                Message::new(
                    format!("berkas studi «{name}» tidak dapat dibaca: {error}"),
                    format!("the study file `{name}` cannot be read: {error}"),
                ),
            ),
        }
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;

    fn problems(path: &Path) -> Vec<(Code, String, usize)> {
        let mut diagnostics = Diagnostics::default();
        assert!(read(path, &mut diagnostics).is_none());
        diagnostics.iter().map(|found| (found.code, found.message.en.clone(), found.hints.len())).collect()
    }

    #[test]
    fn what_is_no_text_is_one_problem_each() {
        let folder = tempfile::tempdir().unwrap();
        let file = |name: &str, bytes: &[u8]| {
            let path = folder.path().join(name);
            std::fs::write(&path, bytes).unwrap();
            path
        };
        for (path, code, words) in [
            (folder.path().join("tiada.yaml"), Code::BadPath, "there is no study file"),
            (folder.path().to_owned(), Code::BadPath, "is a folder"),
            (file("a.yaml", b"title: a\nauthor: Andr\xe9\n"), Code::NotYaml, "not UTF-8 text (line 2)"),
            (file("b.yaml", b"\xff\xfet\0i\0"), Code::NotYaml, "UTF-16"),
            (file("c.yaml", &vec![b' '; LARGEST as usize + 1]), Code::NotYaml, "larger than 4 MiB"),
        ] {
            let found = problems(&path);
            assert_eq!(found.len(), 1, "{words}");
            assert_eq!(found[0].0, code, "{words}");
            assert!(found[0].1.contains(words), "{}", found[0].1);
        }
    }

    #[test]
    fn a_folder_with_a_study_is_named_in_the_hint() {
        let folder = tempfile::tempdir().unwrap();
        assert_eq!(problems(folder.path())[0].2, 0);
        std::fs::write(folder.path().join(USUAL_NAME), "title: a").unwrap();
        assert_eq!(problems(folder.path())[0].2, 1);
    }

    #[test]
    fn what_was_meant_is_named() {
        let folder = tempfile::tempdir().unwrap();
        let hint = |name: &str| {
            let mut diagnostics = Diagnostics::default();
            assert!(read(&folder.path().join(name), &mut diagnostics).is_none());
            diagnostics.iter().next().unwrap().hints[0].id.clone()
        };
        assert!(hint("penelitian.yaml").starts_with("buat yang baru"));
        std::fs::write(folder.path().join(USUAL_NAME), "title: a").unwrap();
        assert!(hint("penelitian.yaml").starts_with("maksud Anda «") && hint("penelitian.yaml").contains(USUAL_NAME));
        std::fs::write(folder.path().join("lain.yaml"), "title: a").unwrap();
        assert!(hint("penelitian.yaml").starts_with("buat yang baru"), "two that may be meant, neither near");
        assert!(hint("stdy.yaml").contains(USUAL_NAME));
        std::fs::write(folder.path().join("jawaban.csv"), "a,b").unwrap();
        assert!(hint("jawaban.csv").contains("bab4 init tesis --from"));
    }

    #[test]
    fn a_byte_order_mark_is_no_part_of_the_text() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("study.yaml");
        std::fs::write(&path, "\u{feff}title: a\r\n").unwrap();
        let found = read(&path, &mut Diagnostics::default()).unwrap();
        assert_eq!(found.text, "title: a\r\n");
        assert_eq!(found.bytes.len(), 13);
    }
}
