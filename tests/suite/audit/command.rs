//! `bab4 audit` as a user meets it.

use assert_cmd::Command;
use std::path::{Path, PathBuf};

fn bab4(arguments: &[&str]) -> (i32, String, String) {
    let output = Command::new(env!("CARGO_BIN_EXE_bab4")).arg("audit").args(arguments).output().unwrap();
    let text = |bytes: &[u8]| String::from_utf8(bytes.to_vec()).unwrap();
    (output.status.code().unwrap(), text(&output.stdout), text(&output.stderr))
}

fn published() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/audit/published-tables.txt")
}

#[test]
fn a_chapter_with_impossible_numbers_ends_with_status_1() {
    let path = published();
    let (status, out, err) = bab4(&[path.to_str().unwrap()]);
    assert!(status == 1 && err.is_empty(), "{status} {err}");
    assert!(out.starts_with("Mustahil (3)\n") && out.contains("tercetak ,102; seharusnya ,142"), "{out}");
    let (_, out, _) = bab4(&[path.to_str().unwrap(), "--lang", "en"]);
    assert!(out.starts_with("Impossible (3)\n") && out.contains("printed ,102; must be ,142"), "{out}");
    let (status, out, _) = bab4(&[path.to_str().unwrap(), "--format", "json"]);
    let report: serde_json::Value = serde_json::from_str(&out).unwrap();
    assert_eq!(
        (status, report["findings"][1]["likely"].as_str(), report["findings"][1]["code"].as_str()),
        (1, Some(",142"), Some("A011"))
    );
}

#[test]
fn the_letter_says_where_what_and_why_in_both_languages() {
    let folder = tempfile::tempdir().unwrap();
    for (language, words) in [("id", "seharusnya ,142"), ("en", "must be ,142")] {
        let letter = folder.path().join(format!("{language}.md"));
        bab4(&[published().to_str().unwrap(), "--letter", letter.to_str().unwrap(), "--lang", language]);
        let text = std::fs::read_to_string(letter).unwrap();
        for part in [words, "Tabel 4.17", "L M X", "t = B / SE: ,318 / ,102 = 3,118"] {
            assert!(text.replace('\\', "").contains(part), "{part}: {text}");
        }
        // As a document and as a page it says the same.
        for ending in ["docx", "html"] {
            let file = folder.path().join(format!("{language}.{ending}"));
            bab4(&[published().to_str().unwrap(), "--letter", file.to_str().unwrap(), "--lang", language]);
            let bytes = std::fs::read(&file).unwrap();
            let read = bab4::audit::read::read(&bytes, &format!("surat.{ending}")).unwrap();
            let text = format!("{read:?}");
            for part in [words, "Tabel 4.17", "L M X", "= 3,118", "Glejser"] {
                assert!(text.contains(part), "{ending} {part}: {text}");
            }
        }
    }
}

#[test]
fn a_folder_gives_one_line_a_chapter() {
    let folder = tempfile::tempdir().unwrap();
    std::fs::copy(published(), folder.path().join("a.txt")).unwrap();
    std::fs::write(folder.path().join("b.md"), "# BAB IV\n\nTidak ada tabel.\n").unwrap();
    std::fs::write(folder.path().join("c.docx"), "bukan dokumen").unwrap();
    let (status, out, err) = bab4(&[folder.path().to_str().unwrap()]);
    let lines: Vec<&str> = out.lines().collect();
    assert_eq!(lines.len(), 4, "{out}");
    assert!(status == 1 && lines[1].starts_with("a.txt") && lines[1].contains(" 3 ") && err.contains("A001"), "{out}{err}");
}

#[test]
fn what_cannot_be_read_is_said_with_its_code() {
    let folder = tempfile::tempdir().unwrap();
    let old = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1 password".to_vec();
    for (name, bytes, code) in [
        ("empty.txt", Vec::new(), "A002"),
        ("blank.md", b"  \n\n".to_vec(), "A002"),
        ("old.doc", old, "A001"),
        ("broken.docx", b"PK\x03\x04garbage".to_vec(), "A001"),
        ("notes.docx", b"plain words".to_vec(), "A001"),
        ("binary.txt", vec![0; 5000], "A002"),
    ] {
        let path = folder.path().join(name);
        std::fs::write(&path, bytes).unwrap();
        let (status, out, err) = bab4(&[path.to_str().unwrap()]);
        assert!(status == 1 && out.is_empty() && err.contains(code), "{name}: {status} {out} {err}");
    }
    let (status, _, err) = bab4(&["no-such-file.md"]);
    assert!(status == 1 && err.contains("no-such-file.md"), "{err}");
}

#[test]
fn a_novel_and_a_chapter_of_pictures_are_told_from_a_clean_chapter() {
    let folder = tempfile::tempdir().unwrap();
    let novel = folder.path().join("novel.txt");
    std::fs::write(&novel, "Pagi itu hujan turun. Ia berjalan ke pasar, membeli 3 jeruk, lalu pulang.\n\n".repeat(2000)).unwrap();
    let (status, out, _) = bab4(&[novel.to_str().unwrap()]);
    assert!(status == 0 && out.contains("tidak ada tabel yang ditemukan"), "{out}");
    let pictures = folder.path().join("pictures.md");
    std::fs::write(&pictures, "**Tabel 4.1** Uji F\n\n![](a.png)\n\n**Tabel 4.2** Uji t\n\n![](b.png)\n").unwrap();
    let (status, out, _) = bab4(&[pictures.to_str().unwrap()]);
    assert!(status == 0 && out.contains("tabel berupa gambar, tidak dibaca: Tabel 4.1, Tabel 4.2"), "{out}");
}
