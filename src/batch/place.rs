//! Where a unit's files go: made in a temporary folder beside the place, put in the place whole. What people have put there or
//! edited moves along.

use super::fingerprint::of_bytes;
use super::platform::exchange;
use super::record::{self, FILE, UnitRecord};
use crate::pipeline::outputs::{self, WriteError, write_whole};
use crate::pipeline::{Outputs, Written};
use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

/// What temporary folders begin with.
const TEMPORARY: &str = ".bab4-unit-";
/// What an old folder is called while the new one takes its place.
const ASIDE: &str = ".bab4-old-";
/// How deep the folder of a unit is searched for files of people's own.
const DEEPEST: usize = 8;

/// The folder of outputs, as one run uses it.
#[derive(Debug, Clone)]
pub struct Place {
    out: PathBuf,
    /// Tells the temporary folders of shards apart.
    tag: String,
}

impl Place {
    /// The folder of outputs for a run or a shard of it.
    pub fn new(out: &Path, shard: Option<(usize, usize)>) -> Place {
        Place { out: out.to_owned(), tag: shard.map_or_else(String::new, |(at, of)| format!("{at}of{of}-")) }
    }

    /// Clears away what a run that was killed left behind. Only who holds the lock may do so.
    pub fn clear(&self) {
        if self.tag.is_empty() {
            self.clear_files();
        }
        let (temporary, aside) = (format!("{TEMPORARY}{}", self.tag), format!("{ASIDE}{}", self.tag));
        for entry in std::fs::read_dir(&self.out).into_iter().flatten().flatten() {
            let name = entry.file_name().to_string_lossy().into_owned();
            if let Some(unit) = name.strip_prefix(&aside) {
                let place = self.out.join(unit);
                // Killed between the two steps of an exchange: the old folder goes back.
                if !place.exists() && std::fs::rename(entry.path(), place).is_ok() {
                    continue;
                }
                let _ = std::fs::remove_dir_all(entry.path());
            } else if name.starts_with(&temporary) {
                let _ = std::fs::remove_dir_all(entry.path());
            }
        }
    }

    /// Clears away what the making of one unit left behind that was ended midway.
    pub fn clear_unit(&self, folder: &str) {
        let _ = std::fs::remove_dir_all(self.out.join(format!("{TEMPORARY}{}{folder}", self.tag)));
        let aside = self.out.join(format!("{ASIDE}{}{folder}", self.tag));
        let place = self.out.join(folder);
        if aside.exists() && (place.exists() || std::fs::rename(&aside, place).is_err()) {
            let _ = std::fs::remove_dir_all(aside);
        }
    }

    /// Clears away single files that were being written when a run was killed. Only a whole run may: shards write side by side.
    fn clear_files(&self) {
        for folder in [self.out.clone(), self.out.join(super::summary::FOLDER)] {
            for entry in std::fs::read_dir(folder).into_iter().flatten().flatten() {
                let name = entry.file_name().to_string_lossy().into_owned();
                let is_file = entry.file_type().is_ok_and(|kind| kind.is_file());
                if is_file && name.starts_with(".bab4-") && !name.starts_with(super::lock::FILE) {
                    let _ = std::fs::remove_file(entry.path());
                }
            }
        }
    }

    /// The record of a unit, when it is done as its fingerprint and inputs say and its files are there.
    pub fn done(&self, folder: &str, fingerprint: &str, study_folder: &Path) -> Option<UnitRecord> {
        let place = self.out.join(folder);
        let record: UnitRecord = record::read(&place.join(FILE))?;
        let same = record.fingerprint == fingerprint
            && record.files.keys().all(|name| place.join(name).is_file())
            && super::fingerprint::of_files(study_folder, record.inputs.keys().map(String::as_str)) == record.inputs;
        same.then_some(record)
    }

    /// Puts the files of a unit in its place, with the record that `finish` makes of the files and their hashes.
    ///
    /// # Errors
    /// The file that could not be written, and why; then the place is as it was.
    pub fn put(
        &self,
        folder: &str,
        outputs: &Outputs,
        finish: impl FnOnce(BTreeMap<String, String>) -> UnitRecord,
    ) -> Result<Written, WriteError> {
        let place = self.out.join(folder);
        let fresh = self.out.join(format!("{TEMPORARY}{}{folder}", self.tag));
        let wrap = |path: &Path| {
            let path = path.to_owned();
            move |error| WriteError { path, error, lock: None }
        };
        let _ = std::fs::remove_dir_all(&fresh);
        std::fs::create_dir_all(&fresh).map_err(wrap(&place))?;
        let made = self.fill(&place, &fresh, outputs, finish).and_then(|written| {
            if place.is_dir() {
                let aside = self.out.join(format!("{ASIDE}{}{folder}", self.tag));
                exchange(&fresh, &place, &aside).map_err(wrap(&place))?;
            } else {
                std::fs::rename(&fresh, &place).map_err(wrap(&place))?;
            }
            Ok(written)
        });
        let _ = std::fs::remove_dir_all(&fresh);
        // What was written into the temporary folder stands in the place now.
        let moved = |path: &PathBuf| path.strip_prefix(&fresh).map_or_else(|_| path.clone(), |name| place.join(name));
        made.map_err(|error| WriteError { path: moved(&error.path), ..error }).map(|written| Written {
            files: written.files.iter().map(moved).collect(),
            edited: written.edited.iter().map(|(edited, instead)| (moved(edited), moved(instead))).collect(),
        })
    }

    fn fill(
        &self,
        place: &Path,
        fresh: &Path,
        outputs: &Outputs,
        finish: impl FnOnce(BTreeMap<String, String>) -> UnitRecord,
    ) -> Result<Written, WriteError> {
        for file in outputs.files().iter().filter(|file| file.editable) {
            outputs::not_open(&place.join(&file.name))?;
        }
        let own = record::read::<UnitRecord>(&place.join(FILE)).map(|record| record.files).unwrap_or_default();
        carry(place, fresh, Path::new(""), &own, 0)?;
        let written = outputs.write(fresh)?;
        let names = written.files.iter().filter_map(|path| path.strip_prefix(fresh).ok());
        let names = names.map(|name| name.to_string_lossy().replace('\\', "/"));
        let files = names.zip(outputs.files()).map(|(name, file)| (name, of_bytes(&file.bytes))).collect();
        write_whole(&fresh.join(FILE), record::text(&finish(files)).as_bytes())?;
        Ok(written)
    }
}

/// Copies what is not ours from the old folder into the new one: files that no record names, and documents that were edited.
fn carry(old: &Path, new: &Path, inside: &Path, own: &BTreeMap<String, String>, depth: usize) -> Result<(), WriteError> {
    let Ok(entries) = std::fs::read_dir(old.join(inside)) else { return Ok(()) };
    for entry in entries.flatten() {
        let name = inside.join(entry.file_name());
        let Ok(kind) = entry.file_type() else { continue };
        let key = name.to_string_lossy().replace('\\', "/");
        if kind.is_dir() {
            if depth < DEEPEST {
                carry(old, new, &name, own, depth + 1)?;
            }
            continue;
        }
        let ours = match own.get(&key) {
            _ if key == FILE => true,
            // A document of ours that somebody went on writing is theirs.
            Some(hash) if key.ends_with(".docx") => std::fs::read(entry.path()).is_ok_and(|bytes| of_bytes(&bytes) == *hash),
            known => known.is_some(),
        };
        if !ours {
            let to = new.join(&name);
            let copied = to.parent().map_or(Ok(()), std::fs::create_dir_all).and_then(|()| std::fs::copy(entry.path(), &to));
            copied.map_err(|error| WriteError { path: to, error, lock: None })?;
        }
    }
    Ok(())
}
