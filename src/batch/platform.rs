//! What differs between systems, in one place: a folder put in another's place, a limit on memory, a process ended with those that
//! it started.

use std::io;
use std::path::Path;
use std::process::{Child, Command};

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

/// Whether this system can limit the memory of a process.
pub const LIMITS_MEMORY: bool = cfg!(target_os = "linux");

/// Limits the memory of this process and of each that it starts, in bytes; whether the system can. What is limited is the memory
/// that can be written to, not the addresses set aside.
#[cfg(target_os = "linux")]
pub fn limit_memory(bytes: u64) -> bool {
    use rustix::process::{Resource, Rlimit, setrlimit};
    setrlimit(Resource::Data, Rlimit { current: Some(bytes), maximum: Some(bytes) }).is_ok()
}

/// Limits the memory of this process and of each that it starts, in bytes; whether the system can.
#[cfg(not(target_os = "linux"))]
pub fn limit_memory(_: u64) -> bool {
    false
}

/// Makes a command begin a group of processes, so that it can be ended with those it starts.
#[cfg(unix)]
pub fn own_group(command: &mut Command) {
    use std::os::unix::process::CommandExt;
    command.process_group(0);
}

/// Makes a command begin a group of processes; this system has none.
#[cfg(not(unix))]
pub fn own_group(_: &mut Command) {}

/// Ends a process with those it started. Where there are no groups of processes, what it started goes on until it is done.
pub fn kill_group(child: &mut Child) {
    #[cfg(unix)]
    {
        use rustix::process::{Pid, Signal, kill_process_group};
        if let Some(group) = i32::try_from(child.id()).ok().and_then(Pid::from_raw) {
            let _ = kill_process_group(group, Signal::KILL);
        }
    }
    let _ = child.kill();
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
