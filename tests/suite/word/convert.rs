//! Programs that read DOCX open the example: LibreOffice lays it out, pandoc reads it back.

use super::docx;
use crate::common::skipped;
use crate::outcomes::outcome;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

/// The example as a file in a folder of its own.
fn file() -> (tempfile::TempDir, PathBuf) {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("bab-4.docx");
    std::fs::write(&path, docx(&outcome("disnaker-semarang").document).bytes).unwrap();
    (folder, path)
}

fn is_there(program: &str) -> bool {
    Command::new(program)
        .arg("--version")
        .stdout(Stdio::null())
        .stderr(Stdio::null())
        .status()
        .is_ok_and(|status| status.success())
}

#[test]
fn libreoffice_lays_it_out() {
    const TEST: &str = "word::convert::libreoffice_lays_it_out";
    let Some(office) = ["libreoffice", "soffice"].into_iter().find(|program| is_there(program)) else {
        return skipped(TEST, "libreoffice is not installed");
    };
    let (folder, path) = file();
    // A set-up of its own: another LibreOffice may be running.
    let profile = format!("-env:UserInstallation=file://{}", folder.path().join("profile").display());
    let status = Command::new(office)
        .args([profile.as_str(), "--headless", "--convert-to", "pdf", "--outdir"])
        .arg(folder.path())
        .arg(&path)
        .stdout(Stdio::null())
        .stderr(Stdio::null())
        .status()
        .unwrap();
    assert!(status.success());
    let pdf = folder.path().join("bab-4.pdf");
    assert!(std::fs::read(&pdf).unwrap().starts_with(b"%PDF"));
    if !is_there("pdftotext") && Command::new("pdftotext").arg("-v").output().is_err() {
        return skipped(TEST, "pdftotext is not installed");
    }
    let text = text_of(&pdf);
    for words in ["DAFTAR ISI", "DAFTAR TABEL", "BAB IV", "HASIL PENELITIAN DAN PEMBAHASAN", "Tabel 4.1", "Sumber: Data primer"] {
        assert!(text.contains(words), "{words} is not in the pages");
    }
    // The header of the validity table, which goes over two pages, stands on both.
    assert_eq!(text.matches("Variabel dengan Indikatornya").count(), 2, "the header row repeats");
    assert!(text.contains("DAFTAR GAMBAR") && text.contains("Gambar 4.12"));
}

fn text_of(pdf: &Path) -> String {
    let output = Command::new("pdftotext").arg("-layout").arg(pdf).arg("-").output().unwrap();
    String::from_utf8_lossy(&output.stdout).replace('\u{a0}', " ")
}

#[test]
fn pandoc_reads_it_back() {
    if !is_there("pandoc") {
        return skipped("word::convert::pandoc_reads_it_back", "pandoc is not installed");
    }
    let (_folder, path) = file();
    let output = Command::new("pandoc").args(["-f", "docx", "-t", "json"]).arg(&path).output().unwrap();
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    let json: serde_json::Value = serde_json::from_slice(&output.stdout).unwrap();
    let kinds: Vec<&str> = json["blocks"].as_array().unwrap().iter().filter_map(|block| block["t"].as_str()).collect();
    let count = |kind: &str| kinds.iter().filter(|found| **found == kind).count();
    let outcome = outcome("disnaker-semarang");
    let ours =
        |wanted: fn(&bab4::report::document::Block) -> bool| outcome.document.blocks.iter().filter(|block| wanted(block)).count();
    use bab4::report::document::Block;
    assert_eq!(count("Header"), ours(|block| matches!(block, Block::Heading(_))), "headings are headings");
    assert_eq!(count("Table"), ours(|block| matches!(block, Block::Table(_))));
    assert_eq!(count("BulletList"), ours(|block| matches!(block, Block::List { ordered: false, .. })));
    let text = json.to_string();
    assert!(text.contains("DisplayMath"), "equations are equations");
    assert!(text.contains("Subscript") && text.contains("0,607"));
}
