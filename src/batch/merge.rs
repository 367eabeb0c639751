//! Shares of one batch that were made apart, on several machines perhaps, brought together in one folder.

use super::lock::{Lock, LockError};
use super::record::{self, FILE, Request, RunRecord, State, UnitRecord};
use crate::language::Message;
use std::path::{Path, PathBuf};

/// Why shares cannot be brought together.
#[derive(Debug)]
pub enum MergeError {
    /// A folder holds no record of a run.
    NoRun(PathBuf),
    /// A folder holds the outputs of something else.
    Different(PathBuf),
    /// The machine failed.
    Failed(Message),
}

/// Copies the units that are done from `folders` into `out`, each whole; gives what was asked for, and the folder from which its
/// paths are seen.
///
/// # Errors
/// A folder that is no share of the same batch, or that the machine failed.
pub fn merge(folders: &[PathBuf], out: &Path) -> Result<(Request, PathBuf), MergeError> {
    let mut shares: Vec<(PathBuf, RunRecord)> = Vec::new();
    for folder in folders {
        let before = shares.len();
        for name in records(folder) {
            shares.extend(record::read::<RunRecord>(&folder.join(name)).map(|found| (folder.clone(), found)));
        }
        if shares.len() == before {
            return Err(MergeError::NoRun(folder.clone()));
        }
    }
    let Some((first, of_first)) = shares.first() else { return Err(MergeError::NoRun(out.to_owned())) };
    let what = |request: &Request| (request.by.clone(), request.formats.clone(), request.language);
    if let Some((folder, _)) = shares.iter().find(|(_, share)| what(&share.request) != what(&of_first.request)) {
        return Err(MergeError::Different(folder.clone()));
    }
    std::fs::create_dir_all(out).map_err(|error| failed(out, &error))?;
    let _lock = Lock::take(out, None).map_err(|error| match error {
        LockError::Failed(path, error) => failed(&path, &error),
        LockError::Held(_) => failed(out, &std::io::ErrorKind::ResourceBusy.into()),
    })?;
    for (folder, share) in &shares {
        let here = folder.canonicalize().ok() == out.canonicalize().ok();
        for unit in share.units.iter().filter(|unit| unit.state == State::Done && !here) {
            copy(&folder.join(&unit.folder), &out.join(&unit.folder))?;
        }
    }
    Ok((of_first.request.clone(), first.clone()))
}

/// The records of runs in a folder: that of the whole first.
fn records(folder: &Path) -> Vec<String> {
    let entries = std::fs::read_dir(folder).into_iter().flatten().flatten();
    let mut names: Vec<String> = entries
        .filter_map(|entry| entry.file_name().into_string().ok())
        .filter(|name| name == FILE || (name.starts_with("run-") && name.ends_with(".json")))
        .collect();
    names.sort_by_key(|name| (name != FILE, name.clone()));
    names
}

/// Copies a unit's folder beside its place and then into it; one that is there already stays.
fn copy(from: &Path, to: &Path) -> Result<(), MergeError> {
    if record::read::<UnitRecord>(&to.join(FILE)).is_some() {
        return Ok(());
    }
    let name = to.file_name().unwrap_or_default().to_string_lossy();
    let fresh = to.with_file_name(format!(".bab4-unit-{name}"));
    let _ = std::fs::remove_dir_all(&fresh);
    copy_all(from, &fresh).and_then(|()| std::fs::rename(&fresh, to)).map_err(|error| failed(to, &error))
}

fn copy_all(from: &Path, to: &Path) -> std::io::Result<()> {
    std::fs::create_dir_all(to)?;
    for entry in std::fs::read_dir(from)? {
        let entry = entry?;
        let target = to.join(entry.file_name());
        if entry.file_type()?.is_dir() {
            copy_all(&entry.path(), &target)?;
        } else {
            std::fs::copy(entry.path(), target)?;
        }
    }
    Ok(())
}

fn failed(path: &Path, error: &std::io::Error) -> MergeError {
    let path = path.display();
    MergeError::Failed(Message::new(
        format!("«{path}» tidak dapat disatukan: {error}"),
        format!("`{path}` cannot be merged: {error}"),
    ))
}
