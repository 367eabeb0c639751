//! `bab4 watch`: makes the chapter again whenever a file of the study is saved; a page that stands open in a browser follows.
//!
//! Files are looked at every third of a second by their time and size. That needs no service of the operating system, so that
//! it works on network drives and in folders that are synchronised.

use super::Status;
use super::arguments::RenderArguments;
use super::console::Console;
use super::render;
use crate::language::Message;
use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use std::time::{Duration, SystemTime};

/// How often the files are looked at.
const EVERY: Duration = Duration::from_millis(300);

/// Files of a study are few; a folder with more is no folder of a study.
const MOST: usize = 5_000;

/// Deeper folders hold nothing of a study.
const DEEPEST: usize = 4;

/// What the files of a study are known by.
type Seen = BTreeMap<PathBuf, (Option<SystemTime>, u64)>;

/// Makes the chapter now and after every change, until the program is ended.
pub fn run(arguments: &RenderArguments, console: &mut Console) -> Status {
    let folder = match arguments.study.study.parent() {
        Some(parent) if !parent.as_os_str().is_empty() => parent.to_owned(),
        _ => PathBuf::from("."),
    };
    let out = arguments.out.clone().unwrap_or_else(|| folder.join("out"));
    let look = || {
        let mut seen = Seen::new();
        collect(&folder, &out, 0, &mut seen);
        if let Some(templates) = &arguments.templates {
            collect(templates, &out, 0, &mut seen);
        }
        seen
    };
    let mut seen = look();
    render::watched(arguments, console);
    console.note(&waiting(&folder));
    loop {
        std::thread::sleep(EVERY);
        let mut found = look();
        if found == seen {
            continue;
        }
        // Several files are often saved at once, and large ones in parts.
        loop {
            std::thread::sleep(EVERY);
            let later = look();
            if later == found {
                break;
            }
            found = later;
        }
        for path in changed(&seen, &found).into_iter().take(3) {
            console.note(&Message::new(format!("berubah: {}", path.display()), format!("changed: {}", path.display())));
        }
        seen = found;
        render::watched(arguments, console);
    }
}

fn waiting(folder: &Path) -> Message {
    let folder = folder.display();
    Message::new(
        format!("mengamati {folder}: simpan berkas studi, data, atau naskah, dan bab disusun ulang (Ctrl+C untuk berhenti)"),
        format!("watching {folder}: save the study, the data or a text and the chapter is made again (Ctrl+C to end)"),
    )
}

/// The files below a folder, but for hidden ones and what this program writes.
fn collect(folder: &Path, out: &Path, depth: usize, seen: &mut Seen) {
    let Ok(entries) = std::fs::read_dir(folder) else { return };
    for entry in entries.flatten() {
        let (path, name) = (entry.path(), entry.file_name());
        let name = name.to_string_lossy();
        // Lock files of LibreOffice and Word, editors' own copies.
        if name.starts_with(['.', '~', '#']) || name.ends_with('~') || path == out || seen.len() >= MOST {
            continue;
        }
        match entry.metadata() {
            Ok(found) if found.is_dir() && depth < DEEPEST => collect(&path, out, depth + 1, seen),
            Ok(found) if found.is_file() => {
                seen.insert(path, (found.modified().ok(), found.len()));
            }
            _ => {}
        }
    }
}

/// Files that are new, gone or other than before.
fn changed(before: &Seen, after: &Seen) -> Vec<PathBuf> {
    let other = after.iter().filter(|(path, found)| before.get(*path) != Some(*found)).map(|(path, _)| path);
    let gone = before.keys().filter(|path| !after.contains_key(*path));
    other.chain(gone).cloned().collect()
}

/// The script by which an open page finds out that it was made again: a file beside it, loaded as a script because a page that
/// was opened from a disk may not read files otherwise.
pub(super) fn refreshing(page: &str, file: &str, version: &str) -> String {
    let script = format!(
        "<script>\n(function () {{\n  var own = \"{version}\";\n  window.bab4Versi = function (found) {{ if (found !== own) location.reload(); }};\n  \
         setInterval(function () {{\n    var script = document.createElement(\"script\");\n    script.src = \"{file}?\" + Date.now();\n    \
         script.onload = script.onerror = function () {{ script.remove(); }};\n    document.head.appendChild(script);\n  }}, 1000);\n}})();\n</script>\n</body>"
    );
    page.replacen("</body>", &script, 1)
}

/// What stands in the file beside the page.
pub(super) fn sidecar(version: &str) -> String {
    format!("window.bab4Versi && window.bab4Versi(\"{version}\");\n")
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;

    #[test]
    fn what_the_program_writes_is_no_change() {
        let folder = tempfile::tempdir().unwrap();
        let out = folder.path().join("out");
        std::fs::create_dir(&out).unwrap();
        let look = || {
            let mut seen = Seen::new();
            collect(folder.path(), &out, 0, &mut seen);
            seen
        };
        std::fs::write(folder.path().join("study.yaml"), "a").unwrap();
        let before = look();
        std::fs::write(out.join("bab-4.html"), "x").unwrap();
        std::fs::write(folder.path().join(".~lock.bab-4.docx#"), "x").unwrap();
        assert_eq!(look(), before);
        std::fs::create_dir(folder.path().join("naskah")).unwrap();
        std::fs::write(folder.path().join("naskah/a.md"), "x").unwrap();
        std::fs::write(folder.path().join("study.yaml"), "ab").unwrap();
        let names: Vec<PathBuf> = changed(&before, &look());
        assert_eq!(names, [folder.path().join("naskah/a.md"), folder.path().join("study.yaml")]);
        std::fs::remove_file(folder.path().join("study.yaml")).unwrap();
        assert_eq!(changed(&before, &look()).len(), 2);
    }

    #[test]
    fn the_script_stands_at_the_end_of_the_page() {
        let page = refreshing("<html><body>x</body></html>", "bab-4.versi.js", "7");
        assert!(page.contains("var own = \"7\"") && page.ends_with("</script>\n</body></html>"), "{page}");
    }
}
