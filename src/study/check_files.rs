//! Paths in the study file: inside the study's folder, and there.

use super::problem::StudyProblem;
use crate::diagnostics::{Diagnostics, Spanned};
use std::path::Path;

/// How many files of the folder a hint names.
const NAMED: usize = 5;

/// The path with `/` between its parts, when it stays inside the folder: not absolute, no drive letter, no `..` that
/// leads out. `\` separates too, as on Windows.
pub(super) fn inside(path: &str, file: &Spanned<String>, diagnostics: &mut Diagnostics) -> Option<String> {
    let kept = normal(&file.value);
    if kept.is_none() {
        diagnostics.push(outside(path, file, false).diagnostic());
    }
    kept
}

fn outside(path: &str, file: &Spanned<String>, by_link: bool) -> StudyProblem {
    StudyProblem::PathOutside { span: file.span, path: path.to_owned(), file: file.value.clone(), by_link }
}

/// Whether a file that is there lies inside the folder when every link on the way is followed. A study handed on by somebody
/// else must not read files that are not its own.
pub fn stays_inside(folder: &Path, place: &Path) -> bool {
    // An empty path is the current folder.
    let folder = if folder.as_os_str().is_empty() { Path::new(".") } else { folder };
    matches!((folder.canonicalize(), place.canonicalize()), (Ok(folder), Ok(place)) if place.starts_with(&folder))
}

fn normal(path: &str) -> Option<String> {
    let path = path.trim().replace('\\', "/");
    let has_drive = path.as_bytes().get(1) == Some(&b':');
    if path.starts_with('/') || has_drive || path.contains('\0') {
        return None;
    }
    let mut parts: Vec<&str> = Vec::new();
    for part in path.split('/') {
        match part {
            "" | "." => {}
            ".." => {
                parts.pop()?;
            }
            _ => parts.push(part),
        }
    }
    (!parts.is_empty()).then(|| parts.join("/"))
}

/// As [`inside`], and the file must be there; `endings` are those of the files a hint may name, empty for any.
pub(super) fn existing(
    path: &str,
    file: &Spanned<String>,
    folder: &Path,
    endings: &[&str],
    diagnostics: &mut Diagnostics,
) -> Option<String> {
    let kept = inside(path, file, diagnostics)?;
    let place = folder.join(&kept);
    if place.is_file() {
        if !stays_inside(folder, &place) {
            diagnostics.push(outside(path, file, true).diagnostic());
        }
        return Some(kept);
    }
    diagnostics.push(
        StudyProblem::FileMissing {
            span: file.span,
            path: path.to_owned(),
            file: file.value.clone(),
            near: near(&kept, place.parent().unwrap_or(folder), folder, endings),
            is_folder: place.is_dir(),
        }
        .diagnostic(),
    );
    Some(kept)
}

/// Files of the folder, the nearest name first.
fn near(wanted: &str, parent: &Path, folder: &Path, endings: &[&str]) -> Vec<String> {
    let Ok(entries) = std::fs::read_dir(parent).or_else(|_| std::fs::read_dir(folder)) else {
        return Vec::new();
    };
    // No file has a longer name; the distance takes time in proportion to it.
    let name: String = wanted.rsplit('/').next().unwrap_or(wanted).to_lowercase().chars().take(255).collect();
    let mut files: Vec<(usize, String)> = entries
        .flatten()
        .filter(|entry| entry.path().is_file())
        .filter_map(|entry| entry.file_name().into_string().ok())
        .filter(|file| !file.starts_with(['.', '~']))
        .filter(|file| {
            let ending = file.rsplit_once('.').map_or("", |(_, ending)| ending);
            endings.is_empty() || endings.contains(&ending.to_lowercase().as_str())
        })
        .map(|file| (strsim::damerau_levenshtein(&name, &file.to_lowercase()), file))
        .collect();
    files.sort();
    files.into_iter().take(NAMED).map(|(_, file)| file).collect()
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;

    #[test]
    fn paths_stay_inside_the_folder() {
        for (path, kept) in [
            ("data.csv", Some("data.csv")),
            ("data\\isi.csv", Some("data/isi.csv")),
            ("./a/../b.csv", Some("b.csv")),
            ("../b.csv", None),
            ("a/../../b.csv", None),
            ("/etc/passwd", None),
            ("\\\\server\\b.csv", None),
            ("C:\\b.csv", None),
            ("c:b.csv", None),
            ("", None),
            ("..", None),
            (".", None),
        ] {
            assert_eq!(normal(path).as_deref(), kept, "{path}");
        }
    }

    #[cfg(unix)]
    #[test]
    fn links_are_followed_before_a_file_counts_as_inside() {
        use std::os::unix::fs::symlink;
        let outer = tempfile::tempdir().unwrap();
        let folder = outer.path().join("studi");
        std::fs::create_dir_all(folder.join("data")).unwrap();
        std::fs::write(folder.join("data/isi.csv"), "a").unwrap();
        std::fs::write(outer.path().join("rahasia.csv"), "a").unwrap();
        symlink(outer.path().join("rahasia.csv"), folder.join("tautan.csv")).unwrap();
        symlink(outer.path(), folder.join("luar")).unwrap();
        symlink(folder.join("data/isi.csv"), folder.join("dalam.csv")).unwrap();
        symlink(&folder, outer.path().join("studi-lain")).unwrap();
        for (name, inside) in [
            ("data/isi.csv", true),
            ("dalam.csv", true),
            ("tautan.csv", false),
            ("luar/rahasia.csv", false),
            ("luar/studi/data/isi.csv", true),
            ("tiada.csv", false),
        ] {
            assert_eq!(stays_inside(&folder, &folder.join(name)), inside, "{name}");
        }
        // The folder itself may be reached through a link.
        let linked = outer.path().join("studi-lain");
        assert!(stays_inside(&linked, &linked.join("data/isi.csv")));
    }
}
