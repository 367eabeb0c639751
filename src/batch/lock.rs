//! One run at a time in a folder. The lock is the system's own lock on a file: it ends with the process that holds it, however
//! that ends, so a lock left behind by a killed run holds nobody up, and no process number can be mistaken for another's.

use std::fs::{File, OpenOptions, TryLockError};
use std::io::{self, Read, Seek, Write};
use std::path::{Path, PathBuf};

/// Name of the file in the folder of outputs; it stays there, empty.
pub const FILE: &str = ".bab4-lock";

/// A lock that is held; it ends with this value.
#[derive(Debug)]
pub struct Lock {
    files: Vec<File>,
    /// The process whose lock was left behind and taken over.
    pub taken_over: Option<String>,
}

/// Why there is no lock.
#[derive(Debug)]
pub enum LockError {
    /// Another run holds it: its process, when it says so.
    Held(Option<String>),
    /// The file cannot be made or locked.
    Failed(PathBuf, io::Error),
}

impl Lock {
    /// Locks a folder of outputs for a whole run, or for one of several `shards`, which may run side by side.
    ///
    /// # Errors
    /// Another run is at work in the folder, or the machine failed.
    pub fn take(folder: &Path, shard: Option<(usize, usize)>) -> Result<Lock, LockError> {
        let Some((at, of)) = shard else {
            let (file, taken_over) = exclusive(&folder.join(FILE))?;
            return Ok(Lock { files: vec![file], taken_over });
        };
        let whole = folder.join(FILE);
        let shared = open(&whole)?;
        shared.try_lock_shared().map_err(|error| refused(&whole, error))?;
        let (own, taken_over) = exclusive(&folder.join(format!("{FILE}-{at}-{of}")))?;
        Ok(Lock { files: vec![shared, own], taken_over })
    }
}

impl Drop for Lock {
    fn drop(&mut self) {
        // An empty file says that the run came to its end; the shared one is empty already.
        for file in &self.files {
            let _ = file.set_len(0);
        }
    }
}

fn open(path: &Path) -> Result<File, LockError> {
    let opened = OpenOptions::new().read(true).write(true).create(true).truncate(false).open(path);
    opened.map_err(|error| LockError::Failed(path.to_owned(), error))
}

fn refused(path: &Path, error: TryLockError) -> LockError {
    match error {
        TryLockError::WouldBlock => LockError::Held(holder(path)),
        TryLockError::Error(error) => LockError::Failed(path.to_owned(), error),
    }
}

fn exclusive(path: &Path) -> Result<(File, Option<String>), LockError> {
    let mut file = open(path)?;
    file.try_lock().map_err(|error| refused(path, error))?;
    let left = holder(path);
    let written = file.set_len(0).and_then(|()| file.rewind()).and_then(|()| write!(file, "{}", std::process::id()));
    written.map_err(|error| LockError::Failed(path.to_owned(), error))?;
    Ok((file, left))
}

/// What the file says of who holds it.
fn holder(path: &Path) -> Option<String> {
    let mut text = String::new();
    File::open(path).ok()?.take(32).read_to_string(&mut text).ok()?;
    text.bytes().all(|byte| byte.is_ascii_digit()).then_some(text).filter(|text| !text.is_empty())
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;

    #[test]
    fn one_run_at_a_time_and_shards_side_by_side() {
        let folder = tempfile::tempdir().unwrap();
        let lock = Lock::take(folder.path(), None).unwrap();
        assert!(
            matches!(Lock::take(folder.path(), None), Err(LockError::Held(Some(pid))) if pid == std::process::id().to_string())
        );
        assert!(matches!(Lock::take(folder.path(), Some((1, 2))), Err(LockError::Held(_))));
        drop(lock);
        let first = Lock::take(folder.path(), Some((1, 2))).unwrap();
        let second = Lock::take(folder.path(), Some((2, 2))).unwrap();
        assert!(matches!(Lock::take(folder.path(), Some((2, 2))), Err(LockError::Held(_))));
        assert!(matches!(Lock::take(folder.path(), None), Err(LockError::Held(_))), "shards are at work");
        drop((first, second));
        let lock = Lock::take(folder.path(), None).unwrap();
        assert_eq!(lock.taken_over, None, "the runs before came to their end");
    }

    #[test]
    fn a_lock_left_behind_is_taken_over() {
        let folder = tempfile::tempdir().unwrap();
        std::fs::write(folder.path().join(FILE), "4194303").unwrap();
        let lock = Lock::take(folder.path(), None).unwrap();
        assert_eq!(lock.taken_over.as_deref(), Some("4194303"));
    }

    #[test]
    fn a_folder_that_is_closed_is_named() {
        let folder = tempfile::tempdir().unwrap();
        assert!(matches!(Lock::take(&folder.path().join("tiada"), None), Err(LockError::Failed(..))));
    }
}
