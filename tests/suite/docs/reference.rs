//! The generated files of `docs/`: made anew and compared with what stands there. `BAB4_UPDATE_DOCS=1 cargo test docs`
//! writes them.

use super::{accuracy, commands, keys};
use bab4::diagnostics::explain::{Explanation, Part, all};
use bab4::study::schema::{Wording, batch_json, json};
use std::fmt::Write;
use std::path::{Path, PathBuf};

fn docs() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("docs")
}

#[test]
fn generated_files_are_up_to_date() {
    let files = [
        ("commands.md", commands::markdown()),
        ("codes.md", codes()),
        ("keys.md", keys::markdown()),
        ("ACCURACY.md", accuracy::markdown()),
        ("study.schema.json", json(Wording::Both)),
        ("batch.schema.json", batch_json(Wording::Both)),
    ];
    if std::env::var_os("BAB4_UPDATE_DOCS").is_some_and(|value| value == "1") {
        std::fs::create_dir_all(docs()).unwrap();
        for (name, text) in &files {
            std::fs::write(docs().join(name), text).unwrap();
        }
    }
    let stale: Vec<&str> = files
        .iter()
        // A checkout on Windows may have other line ends.
        .filter(|(name, text)| {
            std::fs::read_to_string(docs().join(name)).ok().map(|there| there.replace("\r\n", "\n")).as_ref() != Some(text)
        })
        .map(|(name, _)| *name)
        .collect();
    assert!(stale.is_empty(), "docs/{stale:?} are stale: run `BAB4_UPDATE_DOCS=1 cargo test docs`");
}

/// What is written by hand about editors names things that exist: the command, the file, settings that are JSON.
#[test]
fn the_page_on_editors_is_true() {
    let page = std::fs::read_to_string(docs().join("vscode.md")).unwrap();
    assert!(
        page.contains("bab4 schema -o study.schema.json") && page.contains("# yaml-language-server: $schema=study.schema.json")
    );
    let settings: Vec<&str> = page.split("```json\n").skip(1).filter_map(|rest| rest.split("```").next()).collect();
    assert_eq!(settings.len(), 2, "one in each language");
    for settings in settings {
        let settings: serde_json::Value = serde_json::from_str(settings).unwrap();
        assert!(settings["yaml.schemas"]["./study.schema.json"].is_array());
    }
    for (name, _) in page.match_indices("](").map(|(at, _)| page[at + 2..].split_once(')').unwrap()) {
        assert!(name.starts_with("https://") || docs().join(name).is_file(), "{name}");
    }
}

/// `codes.md`.
fn codes() -> String {
    let mut out = String::from(
        "<!-- Dibuat oleh sebuah uji; jangan disunting. Made by a test; do not edit: BAB4_UPDATE_DOCS=1 cargo test docs -->\n\n\
         # Kode masalah · Codes of problems\n\n\
         Setiap pesan bab4 berkode. Halaman ini memuat hal yang sama dengan `bab4 explain KODE`: sebab, perbaikan, contoh salah \
         dan contoh benar. Contoh `study.yaml` hanya memuat kunci yang dibicarakan.\n\n\
         Every message of bab4 has a code. This page says what `bab4 explain CODE` says: cause, remedy, a wrong and a right \
         example. A `study.yaml` in an example holds only the keys it is about.\n\n\
         S berkas studi, study file · D data · T templat dan naskah, templates and text · R keluaran, outputs · A pemeriksaan bab, audit of a chapter\n\n\
         | | | |\n|---|---|---|\n",
    );
    for Explanation { code, title, .. } in all() {
        let _ = writeln!(out, "| [{code}](#{}) | {} | {} |", code.as_str().to_lowercase(), title.id, title.en);
    }
    for Explanation { code, title, cause, remedy, wrong, right } in all() {
        let _ = write!(
            out,
            "\n## {code}\n\n| {} | {} |\n|---|---|\n| Sebab: {} | Cause: {} |\n| Perbaikan: {} | Remedy: {} |\n",
            title.id,
            title.en,
            cell(cause.id),
            cell(cause.en),
            cell(remedy.id),
            cell(remedy.en)
        );
        for (heading, parts) in [("Salah · Wrong", wrong), ("Benar · Right", right)] {
            for Part { name, text } in *parts {
                let kind = match *name {
                    "study.yaml" => "yaml",
                    "responses.csv" => "csv",
                    "terminal" => "sh",
                    _ => "markdown",
                };
                let _ = write!(out, "\n{heading}, `{name}`:\n\n```{kind}\n{}\n```\n", text.trim_end());
            }
        }
    }
    out
}

/// A text inside a table.
pub(super) fn cell(text: &str) -> String {
    text.replace('|', "\\|").replace('\n', " ")
}
