//! Typst source becomes PDF: finds the `typst` program, gives it our layout and fonts, takes back the bytes.

use crate::diagnostics::{Code, Diagnostic};
use crate::language::Message;
use include_dir::{Dir, include_dir};
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

static LAYOUT: Dir<'static> = include_dir!("$CARGO_MANIFEST_DIR/templates/typst");

/// The version of typst that the layout was made for.
pub const TYPST_VERSION: &str = "0.15.1";

/// Environment variable that names the typst program when it is not on the path.
pub const TYPST_VARIABLE: &str = "BAB4_TYPST";

/// Name of the executable on this system.
const PROGRAM: &str = if cfg!(windows) { "typst.exe" } else { "typst" };

/// Why no PDF was made.
#[derive(Debug)]
pub enum TypesetError {
    /// The program is not there.
    Missing,
    /// The program refused the source; its own words.
    Refused(String),
    /// The machine failed.
    Machine(std::io::Error),
}

impl From<std::io::Error> for TypesetError {
    fn from(error: std::io::Error) -> TypesetError {
        TypesetError::Machine(error)
    }
}

impl TypesetError {
    /// The diagnostic for a user; `docx` says whether the chapter is made for Word as well.
    pub fn diagnostic(&self, docx: bool) -> Diagnostic {
        match self {
            TypesetError::Missing if docx => Diagnostic::warning(
                Code::TypstMissing,
                Message::new(
                    "program typst tidak ditemukan: PDF dilewati, DOCX selesai",
                    "the program typst was not found: PDF skipped, DOCX done",
                ),
            )
            .hint(Message::new(
                format!("untuk PDF, pasang dengan: cargo install --locked typst-cli@{TYPST_VERSION} (atau `make report`)"),
                format!("for a PDF install it with: cargo install --locked typst-cli@{TYPST_VERSION} (or `make report`)"),
            )),
            TypesetError::Missing => Diagnostic::warning(
                Code::TypstMissing,
                Message::new(
                    "program typst tidak ditemukan: PDF dilewati, format lain tetap ditulis",
                    "the program typst was not found: no PDF is made, the other formats are written all the same",
                ),
            )
            .hint(Message::new(
                format!(
                    "pasang dengan: cargo install --locked typst-cli@{TYPST_VERSION} (atau `make report`), lalu jalankan lagi"
                ),
                format!("install it with: cargo install --locked typst-cli@{TYPST_VERSION} (or `make report`), then run again"),
            )),
            TypesetError::Refused(words) => Diagnostic::error(
                Code::TypstFails,
                Message::new(format!("typst menolak dokumen:\n{words}"), format!("typst refused the document:\n{words}")),
            ),
            TypesetError::Machine(error) => Diagnostic::error(
                Code::TypstFails,
                Message::new(format!("typst tidak dapat dijalankan: {error}"), format!("typst cannot be run: {error}")),
            ),
        }
    }
}

/// Where the typst program is: `BAB4_TYPST`, the path, then cargo's own folder.
pub fn find_typst() -> Option<PathBuf> {
    if let Some(named) = std::env::var_os(TYPST_VARIABLE) {
        return Some(PathBuf::from(named)).filter(|path| path.is_file());
    }
    let path = std::env::var_os("PATH").unwrap_or_default();
    let cargo =
        std::env::var_os("CARGO_HOME").map(PathBuf::from).or_else(|| std::env::home_dir().map(|home| home.join(".cargo")));
    std::env::split_paths(&path)
        .chain(cargo.map(|folder| folder.join("bin")))
        .map(|folder| folder.join(PROGRAM))
        .find(|file| file.is_file())
}

/// The layout that generated Typst source imports, to be written beside it.
pub fn layout() -> &'static str {
    LAYOUT.get_file("layout.typ").and_then(|file| file.contents_utf8()).unwrap_or_default()
}

/// Makes a PDF of Typst source. `pictures` are files of the author, by the path the source names and where they are.
///
/// The same source gives the same bytes: no time is written, only our fonts are used.
///
/// # Errors
/// No typst, a source that typst refuses, or a machine that fails.
pub fn typeset(source: &str, pictures: &[(String, PathBuf)]) -> Result<Vec<u8>, TypesetError> {
    let typst = find_typst().ok_or(TypesetError::Missing)?;
    let folder = tempfile::Builder::new().prefix("bab4-").tempdir()?;
    let main = folder.path().join("bab-4.typ");
    let pdf = folder.path().join("bab-4.pdf");
    std::fs::write(&main, source)?;
    std::fs::write(folder.path().join(crate::render::typst::LAYOUT_FILE), layout())?;
    let fonts = folder.path().join("fonts");
    std::fs::create_dir(&fonts)?;
    for (name, bytes) in crate::fonts::files() {
        std::fs::write(fonts.join(name), bytes)?;
    }
    for (name, from) in pictures {
        copy_picture(folder.path(), name, from)?;
    }
    let output = Command::new(typst)
        .args(["compile", "--ignore-system-fonts", "--diagnostic-format", "short", "--font-path"])
        .arg(&fonts)
        .arg("--root")
        .arg(folder.path())
        .arg(&main)
        .arg(&pdf)
        .env("SOURCE_DATE_EPOCH", "0")
        .stdin(Stdio::null())
        .output()?;
    if !output.status.success() {
        let words = String::from_utf8_lossy(&output.stderr);
        // The folder is temporary: its name tells the user nothing.
        let words = words.replace(&*folder.path().to_string_lossy(), "");
        return Err(TypesetError::Refused(words.lines().take(8).collect::<Vec<_>>().join("\n")));
    }
    Ok(std::fs::read(&pdf)?)
}

fn copy_picture(folder: &Path, name: &str, from: &Path) -> std::io::Result<()> {
    let to = folder.join(name);
    if let Some(parent) = to.parent() {
        std::fs::create_dir_all(parent)?;
    }
    std::fs::copy(from, to).map(|_| ())
}
