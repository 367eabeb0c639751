//! Names, labels and answers that are markup elsewhere come out as they went in, in Markdown and in the PDF.

use super::{outcome, readable};
use crate::common::skipped;
use bab4::language::Language;
use bab4::render;
use bab4::typeset::{TypesetError, typeset};
use std::process::Command;

/// What an author or a respondent wrote, and where a reader finds it.
const WRITTEN: [(&str, &str); 19] = [
    ("object", r"Dinas <i>A</i> | _B_ #C $d$ {{ 7*7 }} \\"),
    ("subjects", "pegawai | <b> $y$"),
    ("labels", "<b> hingga | t |"),
    ("categories", r"{{ kurang }} (1,81–2,60)"),
    ("category of a mean", "$cukup$"),
    ("abbreviation of an answer", "{{ 1 }}"),
    ("name of a characteristic", "Umur $x$ {{ 7*7 }}"),
    ("unit", "tahun | # <b>"),
    ("an answer", "# *x* <b> | _y_"),
    ("another answer", "{{ 7*7 }} {% if 1 %}"),
    ("a third answer", r"$x$ \alpha #set text(red)"),
    ("a fourth answer", r#"a & b; "kutip" `kode` ~s~ ^t^ [@u](v)"#),
    ("name of a variable", r"{{ 7*7 }} | \sum_{i} <b> # _z_"),
    ("abbreviation", r"{{ 7*7 }} $x$ \"),
    ("an indicator", "1. {{ 7*7 }}"),
    ("another indicator", r"$x$ \\ _y_ #let"),
    ("a third indicator", "=1+1 [@x] [a](b)"),
    ("statement of a hypothesis", "{{ 7*7 }} | x"),
    ("source line", r"# *primer* <b> | {{ 7*7 }} $x$ \"),
];

/// Without blanks, hyphens and stars: lines break where they like, and the italics of a word in Markdown are stars, too.
fn bare(text: &str) -> String {
    text.chars().filter(|c| !c.is_whitespace() && !matches!(c, '\u{ad}' | '*' | '‐')).collect()
}

#[test]
fn in_markdown_what_was_written_is_text() {
    let study = outcome("hostile");
    // Escapes taken off but for the backslashes that were written.
    let mut text = String::new();
    let mut characters = study.markdown.chars().peekable();
    while let Some(c) = characters.next() {
        match characters.peek() {
            Some(next) if c == '\\' && next.is_ascii_punctuation() => text.extend(characters.next()),
            _ => text.push(c),
        }
    }
    let text = bare(&text);
    for (what, written) in WRITTEN {
        assert!(text.contains(&bare(written)), "{what}: {written}\n{}", study.markdown);
    }
    // No template ran inside a name, and no name became a heading, a list, a table, a link or HTML.
    assert!(!readable(&study.markdown).contains("Umur $x$ 49"));
    for line in study.markdown.lines() {
        let unescaped = |mark: char| line.match_indices(mark).any(|(at, _)| !line[..at].ends_with('\\'));
        let of_ours = |tag: &str| line.replace(tag, "");
        let rest = ["<sub>", "</sub>", "<sup>", "</sup>", "<br>"].iter().fold(line.to_owned(), |line, tag| line.replace(tag, ""));
        assert!(!rest.match_indices('<').any(|(at, _)| !rest[..at].ends_with('\\')), "{line} {}", of_ours(""));
        if !line.starts_with('|') && !line.starts_with("> ") {
            assert!(!unescaped('|') && !unescaped('`') && !unescaped('_'), "{line}");
        }
    }
}

#[test]
fn a_discussion_of_the_author_prints_results_and_references() {
    let study = outcome("hostile");
    let r2 = study.analyzed.results.regressions["Y"].value().unwrap().r2;
    let printed = study
        .document
        .style
        .print(bab4::numbers::Quantity::new(bab4::numbers::Kind::Statistic, r2), bab4::numbers::Setting::Sentence);
    assert!(study.says(&format!("Pembahasan miring sebesar {printed} pada Tabel ")));
}

#[test]
fn in_the_pdf_what_was_written_is_text() {
    const TEST: &str = "outcomes::hostile::in_the_pdf_what_was_written_is_text";
    let study = outcome("hostile");
    assert_eq!(study.document.language, Language::Id);
    let source = render::typst::render(&study.document);
    let pdf = match typeset(&source, &[]) {
        Ok(pdf) => pdf,
        Err(TypesetError::Missing) => return skipped(TEST, "typst is not installed"),
        Err(error) => panic!("{error:?}"),
    };
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("hostile.pdf");
    std::fs::write(&file, pdf).unwrap();
    let Ok(text) = Command::new("pdftotext").arg(&file).arg("-").output() else {
        return skipped(TEST, "pdftotext is not installed");
    };
    let text = bare(&String::from_utf8_lossy(&text.stdout));
    for (what, written) in WRITTEN {
        assert!(text.contains(&bare(written)), "{what}: {written}");
    }
}
