//! What differs between systems, in one place: a folder put in another's place, and a limit on memory.

use std::io;
use std::path::Path;

/// Puts the folder `fresh` in the place of the folder `old`, which then stands at `fresh`. Where the system can exchange two
/// names at once there is no moment at which nothing stands in the place; elsewhere the old one is moved to `aside` first.
///
/// # Errors
/// Why it could not be done; then the old one stands where it stood.
pub fn exchange(fresh: &Path, old: &Path, aside: &Path) -> io::Result<()> {
    if at_once(fresh, old) {
        return Ok(());
    }
    std::fs::rename(old, aside)?;
    match std::fs::rename(fresh, old) {
        Ok(()) => std::fs::rename(aside, fresh),
        Err(error) => {
            std::fs::rename(aside, old)?;
            Err(error)
        }
    }
}

#[cfg(any(target_os = "linux", target_vendor = "apple"))]
fn at_once(fresh: &Path, old: &Path) -> bool {
    use rustix::fs::{CWD, RenameFlags, renameat_with};
    // Some file systems cannot, those of networks above all.
    renameat_with(CWD, fresh, CWD, old, RenameFlags::EXCHANGE).is_ok()
}

#[cfg(not(any(target_os = "linux", target_vendor = "apple")))]
fn at_once(_: &Path, _: &Path) -> bool {
    false
}

/// Limits the memory of this process and of those it starts, in bytes; whether the system can.
#[cfg(unix)]
pub fn limit_memory(bytes: u64) -> bool {
    use rustix::process::{Resource, Rlimit, setrlimit};
    setrlimit(Resource::As, Rlimit { current: Some(bytes), maximum: Some(bytes) }).is_ok()
}

/// Limits the memory of this process and of those it starts, in bytes; whether the system can.
#[cfg(not(unix))]
pub fn limit_memory(_: u64) -> bool {
    false
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;

    #[test]
    fn folders_change_places() {
        let folder = tempfile::tempdir().unwrap();
        let path = |name: &str| folder.path().join(name);
        for name in ["fresh", "old"] {
            std::fs::create_dir(path(name)).unwrap();
            std::fs::write(path(name).join("file"), name).unwrap();
        }
        exchange(&path("fresh"), &path("old"), &path("aside")).unwrap();
        assert_eq!(std::fs::read_to_string(path("old/file")).unwrap(), "fresh");
        assert_eq!(std::fs::read_to_string(path("fresh/file")).unwrap(), "old");
        assert!(!path("aside").exists());
        assert!(exchange(&path("none"), &path("old"), &path("aside")).is_err());
        assert_eq!(std::fs::read_to_string(path("old/file")).unwrap(), "fresh", "a failure leaves the old one");
    }
}
