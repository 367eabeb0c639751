//! A campus's own format: outlines and templates of its own, and what templates from elsewhere may not do.

use crate::common::{example, skipped};
use crate::outcomes::{Outcome, run};
use assert_cmd::Command;
use bab4::diagnostics::{Code, Place, emit};
use bab4::language::Language;
use bab4::pipeline::Run;
use bab4::report::document::{Block, plain_text};
use bab4::report::templates::Templates;
use bab4::typeset::{TypesetError, typeset};
use std::path::Path;

const STUDY: &str = "\
title: Pengaruh Motivasi terhadap Kinerja
data: { file: responses.csv }
scale: { min: 1, max: 5 }
variables:
  X: { name: Motivasi, indicators: [Gaji, Penghargaan] }
  Y: { name: Kinerja, indicators: [Mutu, Waktu] }
hypotheses:
  H1: X -> Y (+)
";

const ANSWERS: &str = "X.1,X.2,Y.1,Y.2\n4,4,4,5\n5,5,5,5\n2,3,3,2\n3,3,3,4\n5,4,4,4\n1,2,1,3\n4,5,4,4\n3,2,4,3\n";

fn study() -> tempfile::TempDir {
    let folder = tempfile::tempdir().unwrap();
    std::fs::write(folder.path().join("study.yaml"), STUDY).unwrap();
    std::fs::write(folder.path().join("responses.csv"), ANSWERS).unwrap();
    folder
}

/// Number and words of every heading.
fn headings(outcome: &Outcome) -> Vec<(String, String)> {
    let headings = outcome.document.blocks.iter().filter_map(|block| match block {
        Block::Heading(heading) => Some(heading),
        _ => None,
    });
    let words = |heading: &bab4::report::document::Heading| {
        (heading.number.clone().unwrap_or_default(), plain_text(&heading.content, &outcome.document.style))
    };
    headings.map(words).collect()
}

fn with_outline(name: &str, roman: bool) -> Outcome {
    run(&example("disnaker-semarang").join("study.yaml"), |study| {
        study.report.outline = name.to_owned();
        study.report.roman = roman;
    })
}

#[track_caller]
fn has(found: &[(String, String)], number: &str, words: &str) {
    assert!(found.iter().any(|(a, b)| a == number && b.starts_with(words)), "no {number} {words} in {found:#?}");
}

/// The outlines A to D as BAB-IV guides have them.
#[test]
fn each_outline_numbers_its_sections() {
    let found = headings(&with_outline("udinus", false));
    for (number, words) in [
        ("BAB IV", "Hasil Penelitian dan Pembahasan"),
        ("4.1", "Gambaran Umum"),
        ("4.1.1", "Sejarah"),
        ("4.2", "Gambaran Responden"),
    ] {
        has(&found, number, words);
    }
    let found = headings(&with_outline("hasil-pembahasan", false));
    for (number, words) in
        [("4.2", "Hasil Penelitian"), ("4.2.1", "Gambaran Responden"), ("4.2.1.1", "Responden"), ("4.3", "Pembahasan")]
    {
        has(&found, number, words);
    }
    let found = headings(&with_outline("huruf", false));
    for (number, words) in [
        ("BAB IV", "Hasil"),
        ("A.", "Gambaran Umum"),
        ("1.", "Sejarah"),
        ("B.", "Hasil Penelitian"),
        ("1.", "Gambaran Responden"),
        ("a.", "Responden"),
        ("C.", "Pembahasan"),
    ] {
        has(&found, number, words);
    }
    let parted = with_outline("bab-terpisah", true);
    let found = headings(&parted);
    for (number, words) in [
        ("BAB IV", "Hasil Penelitian"),
        ("BAB V", "Pembahasan"),
        ("4.1", "Gambaran Umum"),
        ("5.1", "Pengaruh"),
        ("", "Daftar Pustaka"),
    ] {
        has(&found, number, words);
    }
    let numbers: Vec<&str> = parted
        .document
        .blocks
        .iter()
        .filter_map(|block| match block {
            Block::Table(table) => table.number.as_deref(),
            _ => None,
        })
        .collect();
    assert!(numbers.contains(&"IV.1") && numbers.iter().all(|number| number.starts_with("IV.") || number.starts_with("V.")));
}

/// Links of the web page lead to one place each, also where a number occurs again and again.
#[test]
fn headings_with_letters_have_anchors_of_their_own() {
    let outcome = with_outline("huruf", false);
    let page = bab4::render::html::render(&outcome.document, &Default::default());
    let ids: Vec<&str> = page.split(" id=\"").skip(1).filter_map(|rest| rest.split('"').next()).collect();
    let mut unique = ids.clone();
    unique.sort_unstable();
    unique.dedup();
    assert_eq!(unique.len(), ids.len(), "an id stands twice");
}

/// What a campus does: export, copy an outline, change words, render.
#[test]
fn a_campus_edits_an_export() {
    let folder = study();
    let bab4 = |arguments: &[&str]| {
        let output = Command::new(env!("CARGO_BIN_EXE_bab4")).current_dir(folder.path()).args(arguments).output().unwrap();
        (output.status.code(), String::from_utf8(output.stderr).unwrap())
    };
    assert_eq!(bab4(&["templates", "export", "kampus"]).0, Some(0));
    let kampus = folder.path().join("kampus");
    let outline = std::fs::read_to_string(kampus.join("reports/bab-iv/huruf.yaml")).unwrap();
    std::fs::write(kampus.join("reports/bab-iv/uny.yaml"), outline.replace("  - references\n", "")).unwrap();
    std::fs::write(kampus.join("id/sections/results.md"), "## Deskripsi Hasil Penelitian dan Uji Hipotesis\n").unwrap();
    let terms = std::fs::read_to_string(kampus.join("id/terms.yaml")).unwrap();
    let terms = format!(
        "{terms}\nreword: {{ diterima: didukung, diterimanya: didukungnya, ditolak: tidak didukung, reliabel: andal }}\n"
    );
    std::fs::write(kampus.join("id/terms.yaml"), terms).unwrap();
    std::fs::write(folder.path().join("study.yaml"), format!("{STUDY}report: {{ outline: uny }}\n")).unwrap();
    let (status, said) = bab4(&["render", "study.yaml", "-f", "md"]);
    assert!(status == Some(1) && said.contains("tidak ada susunan «uny»") && said.contains("huruf"), "{said}");
    let (status, said) = bab4(&["render", "study.yaml", "-f", "md", "--templates", "kampus"]);
    assert_eq!(status, Some(0), "{said}");
    let text = std::fs::read_to_string(folder.path().join("out/bab-4.md")).unwrap();
    assert!(text.contains("## B. Deskripsi Hasil Penelitian dan Uji Hipotesis"), "{text}");
    assert!(text.contains("**didukung**") && text.contains("Didukung") && !text.contains("diterima"), "{text}");
    assert!(text.contains("andal") && !text.contains("reliabel "), "{text}");
    // The words of a decision are those of hypotheses alone.
    assert!(!text.contains("tidak tidak didukung"), "{text}");
}

/// Composes the small study with one section changed.
fn with_section(section: &str) -> (Run, bool) {
    let folder = study();
    let templates = folder.path().join("templates/id/sections");
    std::fs::create_dir_all(&templates).unwrap();
    std::fs::write(templates.join("provenance.md"), section).unwrap();
    let mut run = Run::default();
    let study = run.declare(&folder.path().join("study.yaml")).unwrap();
    let observed = run.observe(&study).unwrap();
    let analyzed = run.analyze(&study, &observed);
    let templates = Templates::built_in().with_folder(&folder.path().join("templates")).unwrap();
    let document = run.compose(&study, &analyzed, &templates, Language::Id);
    let shown = document.is_some_and(|document| run.look_at_pictures(&document));
    (run, shown)
}

/// A template that reads files, includes what lies elsewhere, or never ends is refused, and nothing of any file is shown.
#[test]
fn templates_from_elsewhere_reach_nothing() {
    for (section, code) in [
        ("{% include \"/etc/passwd\" %}", Code::TemplateFails),
        ("{% include \"../../x\" %}", Code::TemplateFails),
        ("{% include \"../../../../../../../../etc/passwd\" %}", Code::TemplateFails),
        ("{% import \"/etc/passwd\" as x %}", Code::TemplateFails),
        ("{% extends \"/etc/passwd\" %}", Code::TemplateFails),
        ("{% include \"sections/provenance.md\" %}", Code::TemplateFails),
        ("{{ say(\"/etc/passwd\") }}", Code::TemplateFails),
        ("{{ say(\"../terms\") }}", Code::TemplateFails),
        ("{{ open(\"/etc/passwd\") }}", Code::TemplateFails),
        ("{{ study.__class__ }}", Code::TemplateFails),
        ("{% macro a() %}{{ a() }}{% endmacro %}{{ a() }}", Code::TemplateFails),
        ("{% for a in range(99999) %}{% for b in range(99999) %}{% endfor %}{% endfor %}", Code::TemplateFails),
        ("{{ \"x\" * 10000000000 }}", Code::TemplateFails),
        ("![x](/etc/passwd)", Code::TextUnreadable),
        ("![x](../../../../etc/passwd)", Code::TextUnreadable),
        ("<script src=\"https://contoh.id/x.js\"></script>", Code::MarkdownOutside),
    ] {
        let (run, shown) = with_section(section);
        assert!(!shown, "{section}");
        let codes: Vec<Code> = run.diagnostics.iter().map(|diagnostic| diagnostic.code).collect();
        assert!(codes.contains(&code), "{section}: {codes:?}");
        let said = emit::human(&run.diagnostics, &run.sources, Language::Id);
        assert!(!said.contains("root:"), "{said}");
    }
}

/// Sentences that say each other, or each many others, end.
#[test]
fn sentences_in_a_circle_end() {
    let folder = study();
    let sentences = folder.path().join("templates/id/sentences");
    std::fs::create_dir_all(&sentences).unwrap();
    std::fs::write(sentences.join("likert.md"), "{{ say(\"likert\", v=v) }}").unwrap();
    let mut run = Run::default();
    let study = run.declare(&folder.path().join("study.yaml")).unwrap();
    let observed = run.observe(&study).unwrap();
    let analyzed = run.analyze(&study, &observed);
    let templates = Templates::built_in().with_folder(&folder.path().join("templates")).unwrap();
    assert!(run.compose(&study, &analyzed, &templates, Language::Id).is_none());
    let said = emit::human(&run.diagnostics, &run.sources, Language::En);
    assert!(said.contains("sentences say each other without end"), "{said}");
}

/// A problem of a template is shown in its file and line, with the variable underlined.
#[test]
fn a_problem_of_a_template_shows_file_line_and_variable() {
    for (section, line, part) in [
        ("Satu.\n\nDua {{ stduy.title }} tiga.\n", 3, "stduy.title"),
        ("{% if study.titel %}x{% endif %}\n{{ study.titel }}\n", 1, "study.titel"),
        ("\n{{ r(\"data/jumlah\") }}\n", 2, "r(\"data/jumlah\")"),
        ("{% for x in variables %}\n{{ x.nama }}\n{% endfor %}\n", 2, "x.nama"),
    ] {
        let (run, _) = with_section(section);
        let diagnostic = run.diagnostics.iter().next().unwrap();
        let Some(Place::Span(span)) = diagnostic.place else { panic!("{section}: {:?}", diagnostic.place) };
        assert_eq!(run.sources.line_column(span.file, span.start).0, line, "{section}");
        assert!(diagnostic.message.en.contains(part) && run.sources.text(span) == part, "{section}: {diagnostic:?}");
        let file = &run.sources.get(span.file).unwrap().name;
        assert!(Path::new(file).ends_with("templates/id/sections/provenance.md"), "{file}");
    }
}

/// typst sees a private folder and nothing above it.
#[test]
fn typst_reads_nothing_outside_its_folder() {
    const TEST: &str = "campus::typst_reads_nothing_outside_its_folder";
    for source in ["#read(\"/etc/passwd\")", "#read(\"../../../../../../etc/passwd\")", "#image(\"../x.png\")"] {
        match typeset(source, &[]) {
            Err(TypesetError::Missing) => return skipped(TEST, "typst is not installed"),
            Err(TypesetError::Refused(words)) => assert!(!words.contains("root:"), "{words}"),
            Err(error) => panic!("{error:?}"),
            Ok(_) => panic!("{source} was typeset"),
        }
    }
}
