//! `bab4 watch`: a saved change makes the chapter again, and the open page finds out.

use crate::common::example;
use std::path::Path;
use std::process::{Child, Command, Stdio};
use std::time::{Duration, Instant};

/// Ends the program also when the test fails.
struct Watching(Child);

impl Drop for Watching {
    fn drop(&mut self) {
        let _ = self.0.kill();
        let _ = self.0.wait();
    }
}

/// Waits until a file holds what is looked for.
#[track_caller]
fn until(path: &Path, holds: impl Fn(&str) -> bool) -> String {
    let start = Instant::now();
    loop {
        if let Ok(text) = std::fs::read_to_string(path)
            && holds(&text)
        {
            return text;
        }
        assert!(start.elapsed() < Duration::from_secs(60), "{} is not made again", path.display());
        std::thread::sleep(Duration::from_millis(50));
    }
}

#[test]
fn a_saved_change_makes_the_page_again() {
    let folder = tempfile::tempdir().unwrap();
    for entry in std::fs::read_dir(example("pelatihan-latihan")).unwrap() {
        let path = entry.unwrap().path();
        if path.is_file() {
            std::fs::copy(&path, folder.path().join(path.file_name().unwrap())).unwrap();
        }
    }
    let study = folder.path().join("study.yaml");
    let child = Command::new(env!("CARGO_BIN_EXE_bab4"))
        .args(["watch", "study.yaml"])
        .current_dir(folder.path())
        .stdout(Stdio::null())
        .stderr(Stdio::null())
        .spawn()
        .unwrap();
    let _watching = Watching(child);
    let (page, sidecar) = (folder.path().join("out/bab-4.html"), folder.path().join("out/bab-4.versi.js"));
    let first = until(&page, |text| text.contains("</html>"));
    let version = until(&sidecar, |text| text.contains("bab4Versi"));
    assert!(first.contains("bab-4.versi.js"), "the page looks for its next version");
    // A mistake is told and leaves the page as it is; mended, the page is made again.
    let text = std::fs::read_to_string(&study).unwrap();
    std::fs::write(&study, text.replacen("title:", "titel:", 1)).unwrap();
    std::thread::sleep(Duration::from_millis(1500));
    assert_eq!(std::fs::read_to_string(&page).unwrap(), first);
    std::fs::write(&study, text.replacen("title: ", "title: Judul Baru ", 1)).unwrap();
    let again = until(&page, |text| text != first && text.contains("</html>"));
    assert!(again.contains("Judul Baru"), "the change is in it");
    until(&sidecar, |text| text != version && text.contains("bab4Versi"));
}
