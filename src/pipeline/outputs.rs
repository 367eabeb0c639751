//! Output files: made in memory, then written whole. A reader of the folder sees the old file or the new one, never half of
//! either.

use crate::language::Message;
use crate::render::docx::is_untouched;
use std::fs::File;
use std::io::{self, ErrorKind, Write};
use std::path::{Component, Path, PathBuf};

/// The most numbered copies of a document that a folder gets.
const MOST_COPIES: usize = 999;

/// A file in memory.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct OutputFile {
    /// Its path inside the output folder.
    pub name: String,
    /// Its content.
    pub bytes: Vec<u8>,
    /// A document that its reader goes on writing: one that was edited is never replaced.
    pub editable: bool,
}

/// The files of one run, in order; a name occurs once.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Outputs(Vec<OutputFile>);

impl Outputs {
    /// Adds a file, or replaces the one of this name.
    pub fn add(&mut self, name: impl Into<String>, bytes: impl Into<Vec<u8>>) {
        self.put(OutputFile { name: name.into(), bytes: bytes.into(), editable: false });
    }

    /// Adds a document that the author goes on writing. Where one of this name was edited since this program wrote it, it is
    /// left alone and the new one gets a name of its own, `bab-4 (2).docx`.
    pub fn add_editable(&mut self, name: impl Into<String>, bytes: impl Into<Vec<u8>>) {
        self.put(OutputFile { name: name.into(), bytes: bytes.into(), editable: true });
    }

    fn put(&mut self, file: OutputFile) {
        match self.0.iter_mut().find(|known| known.name == file.name) {
            Some(known) => *known = file,
            None => self.0.push(file),
        }
    }

    /// The files.
    pub fn files(&self) -> &[OutputFile] {
        &self.0
    }

    /// Writes every file into `folder`, which is made when it is not there. First all are written beside their places, then
    /// all are moved in: when the disk is full or the folder closed, nothing has changed.
    ///
    /// # Errors
    /// The first file that could not be written, and why.
    pub fn write(&self, folder: &Path) -> Result<Written, WriteError> {
        let mut edited = Vec::new();
        let mut targets = Vec::new();
        for file in &self.0 {
            let first = target(folder, &file.name);
            // A folder in the place of a file is found out before anything is moved.
            if first.is_dir() {
                return Err(WriteError::new(&first, std::io::ErrorKind::IsADirectory.into()));
            }
            if !file.editable {
                targets.push(first);
                continue;
            }
            let free = not_edited(&first).map_err(|error| WriteError::new(&first, error))?;
            not_open(&free)?;
            if free != first {
                edited.push((first, free.clone()));
            }
            targets.push(free);
        }
        let mut ready = Vec::new();
        for (file, target) in self.0.iter().zip(&targets) {
            let beside = beside(target, &file.bytes).map_err(|error| WriteError::new(target, error))?;
            ready.push((beside, target));
        }
        for (beside, target) in ready {
            // On every system this replaces an existing file.
            beside.persist(target).map_err(|error| WriteError::new(target, error.error))?;
        }
        Ok(Written { files: targets, edited })
    }
}

/// What was written where.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Written {
    /// The files, in order.
    pub files: Vec<PathBuf>,
    /// Documents that were left alone because their author edited them, each with the one that was written instead.
    pub edited: Vec<(PathBuf, PathBuf)>,
}

/// The path itself, or the first numbered one after it, at which nothing stands that an author edited.
fn not_edited(first: &Path) -> std::io::Result<PathBuf> {
    let stem = first.file_stem().unwrap_or_default().to_string_lossy();
    let ending = first.extension().unwrap_or_default().to_string_lossy();
    let numbered = (2..=MOST_COPIES).map(|number| first.with_file_name(format!("{stem} ({number}).{ending}")));
    for path in std::iter::once(first.to_owned()).chain(numbered) {
        match std::fs::read(&path) {
            Ok(bytes) if is_untouched(&bytes) => return Ok(path),
            Ok(_) => {}
            Err(error) if error.kind() == std::io::ErrorKind::NotFound => return Ok(path),
            // A folder of this name is in the way as an edited file is.
            Err(_) if path.is_dir() => {}
            Err(error) => return Err(error),
        }
    }
    Err(std::io::ErrorKind::AlreadyExists.into())
}

/// The file by which another program says that it holds a document open: LibreOffice's `.~lock.bab-4.docx#`, Word's
/// `~$bab-4.docx`, which drops up to two letters of long names.
fn lock_of(document: &Path) -> Option<PathBuf> {
    let name = document.file_name()?.to_string_lossy().into_owned();
    let shortened = (0..=2).filter_map(|letters| name.char_indices().nth(letters)).map(|(at, _)| format!("~${}", &name[at..]));
    std::iter::once(format!(".~lock.{name}#"))
        .chain(shortened)
        .map(|lock| document.with_file_name(lock))
        .find(|lock| lock.exists())
}

/// That no other program says that it holds this document open.
///
/// # Errors
/// The document, with the file that says so.
pub fn not_open(document: &Path) -> Result<(), WriteError> {
    match document.exists().then(|| lock_of(document)).flatten() {
        Some(lock) => Err(WriteError { lock: Some(lock), ..WriteError::new(document, std::io::ErrorKind::ResourceBusy.into()) }),
        None => Ok(()),
    }
}

/// Writes one file whole.
///
/// # Errors
/// Why it could not be written.
pub fn write_whole(path: &Path, bytes: &[u8]) -> Result<(), WriteError> {
    let wrap = |error| WriteError::new(path, error);
    beside(path, bytes).map_err(wrap)?.persist(path).map_err(|error| wrap(error.error)).map(|_| ())
}

/// A file that could not be written.
#[derive(Debug)]
pub struct WriteError {
    /// Which.
    pub path: PathBuf,
    /// Why.
    pub error: std::io::Error,
    /// The file by which another program says that it holds this one open.
    pub lock: Option<PathBuf>,
}

impl WriteError {
    fn new(path: &Path, error: std::io::Error) -> WriteError {
        WriteError { path: path.to_owned(), error, lock: None }
    }

    /// Whether another program holds the file open: this one file cannot be written, others can.
    pub fn is_open(&self) -> bool {
        // Windows refuses to replace a file that another program holds open.
        self.lock.is_some() || (cfg!(windows) && matches!(self.error.raw_os_error(), Some(5 | 32 | 33)))
    }

    /// What to tell the user.
    pub fn message(&self) -> Message {
        let path = self.path.display();
        let error = &self.error;
        if let Some(lock) = &self.lock {
            let lock = lock.display();
            return Message::new(
                format!(
                    "«{path}» sedang dibuka program lain: tutup dulu di Word atau LibreOffice, lalu jalankan lagi (bila sudah \
                     tertutup, hapus «{lock}»)"
                ),
                format!(
                    "`{path}` is open in another program: close it in Word or LibreOffice, then run again (if it is closed, \
                     delete `{lock}`)"
                ),
            );
        }
        if self.is_open() {
            return Message::new(
                format!("«{path}» sedang dibuka program lain: tutup dulu, lalu jalankan lagi"),
                format!("`{path}` is open in another program: close it there, then run again"),
            );
        }
        let why = reason(error);
        Message::new(format!("«{path}» tidak dapat ditulis: {}", why.id), format!("`{path}` cannot be written: {}", why.en))
    }
}

/// Why the machine refuses to write, in words that say what to do; the system's own where there are no better ones.
pub fn reason(error: &io::Error) -> Message {
    match error.kind() {
        ErrorKind::StorageFull | ErrorKind::QuotaExceeded => Message::new(
            "penyimpanan (disk) penuh; kosongkan dahulu, lalu jalankan lagi",
            "the disk is full; make room, then run again",
        ),
        ErrorKind::ReadOnlyFilesystem => Message::new(
            "tempat itu hanya dapat dibaca; pakai folder lain dengan -o",
            "the place can only be read; use another folder with -o",
        ),
        ErrorKind::PermissionDenied => Message::new(
            "Anda tidak berhak menulis di sana; pakai folder lain dengan -o",
            "you may not write there; use another folder with -o",
        ),
        _ => Message::new(error.to_string(), error.to_string()),
    }
}

/// A name of an output inside the folder. Names come from the program and from checked picture paths; whatever would lead
/// out of the folder is dropped from them.
fn target(folder: &Path, name: &str) -> PathBuf {
    let inside = Path::new(name).components().filter(|component| matches!(component, Component::Normal(_)));
    folder.join(inside.collect::<PathBuf>())
}

/// The content in a temporary file beside its target, with the rights that any new file gets.
fn beside(target: &Path, bytes: &[u8]) -> std::io::Result<tempfile::NamedTempFile<File>> {
    let folder = match target.parent() {
        Some(parent) if !parent.as_os_str().is_empty() => parent,
        _ => Path::new("."),
    };
    std::fs::create_dir_all(folder)?;
    let mut file = tempfile::Builder::new().prefix(".bab4-").make_in(folder, |path| File::create_new(path))?;
    file.write_all(bytes)?;
    file.flush()?;
    Ok(file)
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;

    fn names(folder: &Path) -> Vec<String> {
        let mut names: Vec<String> =
            std::fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().file_name().to_string_lossy().into_owned()).collect();
        names.sort();
        names
    }

    #[test]
    fn what_the_machine_refuses_is_said_in_plain_words() {
        let said = |kind: ErrorKind| {
            let error = WriteError { path: PathBuf::from("out/bab-4.md"), error: kind.into(), lock: None };
            error.message().en
        };
        assert!(said(ErrorKind::StorageFull).contains("the disk is full"));
        assert!(said(ErrorKind::QuotaExceeded).contains("the disk is full"));
        assert!(said(ErrorKind::ReadOnlyFilesystem).contains("can only be read"));
        assert!(said(ErrorKind::PermissionDenied).contains("may not write"));
        assert!(said(ErrorKind::NotFound).starts_with("`out/bab-4.md` cannot be written: "));
    }

    #[test]
    fn existing_files_are_replaced_and_nothing_else_is_left() {
        let folder = tempfile::tempdir().unwrap();
        let out = folder.path().join("a/out");
        let mut outputs = Outputs::default();
        outputs.add("bab-4.md", "lama");
        outputs.write(&out).unwrap();
        outputs.add("bab-4.md", "baru");
        outputs.add("gambar/peta.png", [1, 2, 3]);
        let written = outputs.write(&out).unwrap();
        assert_eq!(written.files, [out.join("bab-4.md"), out.join("gambar").join("peta.png")]);
        assert_eq!(std::fs::read_to_string(out.join("bab-4.md")).unwrap(), "baru");
        assert_eq!(names(&out), ["bab-4.md", "gambar"]);
    }

    #[test]
    fn when_one_file_cannot_be_written_none_is() {
        let folder = tempfile::tempdir().unwrap();
        std::fs::write(folder.path().join("bab-4.md"), "lama").unwrap();
        std::fs::write(folder.path().join("gambar"), "a file where a folder is needed").unwrap();
        let mut outputs = Outputs::default();
        outputs.add("bab-4.md", "baru");
        outputs.add("gambar/peta.png", [1]);
        let error = outputs.write(folder.path()).unwrap_err();
        assert_eq!(error.path, folder.path().join("gambar/peta.png"));
        assert_eq!(std::fs::read_to_string(folder.path().join("bab-4.md")).unwrap(), "lama");
        assert_eq!(names(folder.path()), ["bab-4.md", "gambar"], "no temporary file stays");
    }

    #[test]
    fn no_name_leads_out_of_the_folder() {
        assert_eq!(target(Path::new("out"), "../../a/./b.png"), Path::new("out/a/b.png"));
        assert_eq!(target(Path::new("out"), "/etc/b.png"), Path::new("out/etc/b.png"));
    }
}
