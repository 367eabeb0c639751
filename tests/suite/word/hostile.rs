//! Names, answers and sizes that nobody expects: each is printed as it is or refused with a diagnostic, and no format breaks.

use super::{structure, word};
use crate::common::skipped;
use crate::outcomes::{outcome, run, try_run};
use bab4::render;
use bab4::typeset::{TypesetError, typeset};
use std::fmt::Write;
use std::path::{Path, PathBuf};

/// What is markup somewhere: in XML, Word's fields, Typst, Markdown, a spreadsheet, a template.
const MARKUP: &str = "# _a_ *b* @c <d> & $e$ \\f \" ' = {{ 7*7 }} `g` | ]]> ~h~";
/// Letters beyond those of Latin: emoji of one and of several characters, Arabic, Hebrew, Chinese, a letter made of two.
const LETTERS: &str = "😀 👩‍👩‍👧 العربية נסיון 中文 e\u{301}";

/// A study with many variables, one of them with many items, all named after `name`; writes it with its data.
fn study(folder: &Path, name: &str, variables: usize, items: usize, overview: Option<&str>) -> PathBuf {
    // Every JSON text is a YAML text.
    let quoted = |text: &str| serde_json::to_string(text).unwrap();
    let mut yaml = format!(
        "title: {}\nauthor: {}\nobject: {}\ndata: {{ file: responses.csv }}\nscale: {{ min: 1, max: 5 }}\nvariables:\n",
        quoted(&format!("Judul {name}")),
        quoted(name),
        quoted(name)
    );
    let mut header = Vec::new();
    for variable in 1..=variables {
        let count = if variable == 1 { items } else { 3 };
        let indicators: Vec<String> = (1..=count).map(|item| quoted(&format!("{name} {variable} {item}"))).collect();
        let _ = writeln!(
            yaml,
            "  V{variable}: {{ name: {}, indicators: [{}] }}",
            quoted(&format!("{name} {variable}")),
            indicators.join(", ")
        );
        header.extend((1..=count).map(|item| format!("V{variable}.{item}")));
    }
    let _ = writeln!(yaml, "hypotheses:");
    for variable in 2..=variables {
        let _ = writeln!(yaml, "  H{}: V{variable} -> V1 (+)", variable - 1);
    }
    let mut report = format!("source_note: {}", quoted(name));
    if let Some(overview) = overview {
        std::fs::write(folder.join("gambaran.md"), overview).unwrap();
        report.push_str(", overview: gambaran.md");
    }
    let _ = writeln!(yaml, "analysis: {{ mediation: {{ resamples: 100 }} }}\nreport: {{ {report} }}");
    let mut csv = format!("{}\n", header.join(","));
    for case in 0..60_usize {
        // Answers without a plan; the last item is answered the same by everybody.
        let answer = |column: usize| {
            if column + 1 == header.len() { 3 } else { 1 + (case * 7 + column * 13 + case * case * (column + 3) / 5) % 5 }
        };
        let row: Vec<String> = (0..header.len()).map(|column| answer(column).to_string()).collect();
        let _ = writeln!(csv, "{}", row.join(","));
    }
    std::fs::write(folder.join("responses.csv"), csv).unwrap();
    let path = folder.join("study.yaml");
    std::fs::write(&path, yaml).unwrap();
    path
}

/// No format breaks; gives the words of the DOCX.
fn every_format(test: &str, path: &Path) -> String {
    let outcome = run(path, |_| {});
    let word = word(&outcome.document);
    assert_eq!(structure::faults(&word), Vec::<String>::new(), "{test}");
    assert!(outcome.markdown.contains("BAB IV"));
    match typeset(&render::typst::render(&outcome.document), &[]) {
        Ok(pdf) => assert!(pdf.starts_with(b"%PDF")),
        Err(TypesetError::Missing) => skipped(test, "typst is not installed"),
        Err(error) => panic!("{test}: {error:?}"),
    }
    word.document().text()
}

#[test]
fn markup_is_text() {
    let folder = tempfile::tempdir().unwrap();
    let name = format!("Nama {MARKUP}");
    let text = every_format("word::hostile::markup_is_text", &study(folder.path(), &name, 2, 3, None));
    // Marks of emphasis and of lowered letters are the one markup that an author's text may hold.
    for piece in ["@c <d> & $e$ \\f \" ' = {{ 7*7 }} `g` | ]]>", "# _a_"] {
        assert!(text.contains(piece), "{piece}\n{text}");
    }
}

#[test]
fn the_hostile_study_reads_the_same_in_word() {
    let text = word(&outcome("hostile").document).document().text();
    for piece in ["# <b> | _k_", "{{ 7*7 }} $x$ \\", "#table(columns: 2)", "=1+1 [@x] [a](b)", "& \"kutip\" `kode` | sel"] {
        assert!(text.contains(piece), "{piece}");
    }
}

#[test]
fn emoji_and_letters_from_right_to_left_stay_what_they_are() {
    let folder = tempfile::tempdir().unwrap();
    let path = study(folder.path(), LETTERS, 2, 3, None);
    let text = every_format("word::hostile::emoji_and_letters_from_right_to_left_stay_what_they_are", &path);
    assert!(text.contains(LETTERS));
    let document = word(&run(&path, |_| {}).document).document();
    let leftwards: String = document.all("w:r").iter().filter(|run| !run.all("w:rtl").is_empty()).map(|run| run.text()).collect();
    assert!(leftwards.contains("العربية נסיון") && !leftwards.contains('😀'), "the words from right to left are marked as such");
}

#[test]
fn labels_of_300_characters_and_many_items_and_variables() {
    let folder = tempfile::tempdir().unwrap();
    let long = format!("{} {}", "Kemampuan Menyelesaikan ".repeat(10), "x".repeat(60));
    assert!(long.chars().count() >= 300);
    let text = every_format("word::hostile::labels_of_300_characters", &study(folder.path(), &long, 3, 4, None));
    assert!(text.contains(&long));
    let folder = tempfile::tempdir().unwrap();
    let text = every_format("word::hostile::many_items", &study(folder.path(), "Butir", 12, 60, None));
    assert!(text.contains("Butir 1 60") && text.contains("Butir 12 3"));
}

#[test]
fn an_empty_overview_is_no_trouble() {
    let folder = tempfile::tempdir().unwrap();
    every_format("word::hostile::an_empty_overview_is_no_trouble", &study(folder.path(), "Motivasi", 2, 3, Some("")));
    let folder = tempfile::tempdir().unwrap();
    every_format("word::hostile::an_empty_overview_is_no_trouble", &study(folder.path(), "Motivasi", 2, 3, Some("\n \n")));
}

#[test]
fn characters_that_xml_forbids_are_refused_or_left_out() {
    for character in ['\u{0}', '\u{8}', '\u{b}', '\u{1b}', '\u{7f}', '\u{fffe}', '\u{ffff}', '\u{e000}', '\u{2028}'] {
        let folder = tempfile::tempdir().unwrap();
        let path = study(folder.path(), &format!("Motivasi{character}kerja"), 2, 3, None);
        // Refused with a diagnostic, or printed without it.
        if let Some(outcome) = try_run(&path, |_| {}) {
            assert_eq!(structure::faults(&word(&outcome.document)), Vec::<String>::new(), "{character:?}");
        }
    }
}
