//! Appendices: behind the chapter, with numbers of their own; what they show leaves the program only on request.

use crate::common::example;
use crate::outcomes::{Outcome, run};
use bab4::render::docx::Sources;
use bab4::report::document::{Block, plain_text};
use serde_json::Value;

/// The appendices of the main example.
const NAMES: [&str; 6] = ["data", "output", "critical-values", "questionnaire", "syntax", "provenance"];

fn outcome() -> Outcome {
    run(&example("disnaker-semarang").join("study.yaml"), |study| {
        study.report.appendices = NAMES.map(str::to_owned).to_vec();
    })
}

fn results(outcome: &Outcome) -> Value {
    serde_json::to_value(&outcome.analyzed.results).unwrap()
}

#[test]
fn every_appendix_stands_behind_the_chapter_with_its_own_numbers() {
    let outcome = outcome();
    let mut headings = Vec::new();
    let mut numbers = Vec::new();
    for block in &outcome.document.blocks {
        match block {
            Block::Heading(heading) if heading.level == 1 => headings.push(plain_text(&heading.content, &outcome.document.style)),
            // The tables of the questionnaire are filled in and have no numbers.
            Block::Table(table) if table.is_bare() => assert!(table.id == "identitas" || table.id.starts_with("kuesioner-")),
            Block::Table(table) => numbers.push(table.number.clone().unwrap()),
            _ => {}
        }
    }
    let found: Vec<&str> = headings.iter().filter(|heading| heading.starts_with("Lampiran")).map(String::as_str).collect();
    assert_eq!(
        found,
        [
            "Lampiran 1. Jawaban Responden",
            "Lampiran 2. Keluaran Uji Statistik",
            "Lampiran 3. Nilai Tabel r, t, dan F",
            "Lampiran 4. Kuesioner",
            "Lampiran 5. Sintaks SPSS dan R",
            "Lampiran 6. Asal-Usul Naskah"
        ]
    );
    for number in ["L1.1", "L1.4", "L2.1", "L3.1"] {
        assert!(numbers.iter().any(|found| found == number), "{number} in {numbers:?}");
    }
    let mut unique = numbers.clone();
    unique.sort();
    unique.dedup();
    assert_eq!(unique.len(), numbers.len());
    // The chapter's own tables are numbered as without appendices: 22 of the thesis' and ours.
    let plain = run(&example("disnaker-semarang").join("study.yaml"), |_| {});
    let chapter = |document: &bab4::report::document::Document| {
        document
            .blocks
            .iter()
            .filter(|block| matches!(block, Block::Table(table) if table.number.as_deref().is_some_and(|number| number.starts_with("4."))))
            .count()
    };
    assert_eq!(chapter(&outcome.document), chapter(&plain.document));
    outcome.must_say(&[
        "dihasilkan oleh bab4 dari data",
        "0,239",
        "1,997",
        "3,138",
        "RELIABILITY",
        "fit_Y2 <- lm(`Y2` ~ `X1` + `X2` + `Y1`, data = data)",
        "Yth. ",
    ]);
}

/// Answers leave the program only where an appendix asks for them.
#[test]
fn answers_are_in_the_results_only_on_request() {
    let with = results(&outcome());
    assert_eq!(with["series"]["answers"]["values"]["X1.1"].as_array().unwrap().len(), 68);
    let without = results(&run(&example("disnaker-semarang").join("study.yaml"), |_| {}));
    assert!(without["series"].get("answers").is_none());
}

/// In Word the count is a field. It starts again with each appendix, which LibreOffice does only where it is told to.
#[test]
fn the_fields_of_word_count_from_one_in_each_appendix() {
    let docx =
        bab4::render::docx::render(&outcome().document, &Sources { draw: &|_| None, files: &[], reference: None }).unwrap();
    let mut archive = zip::ZipArchive::new(std::io::Cursor::new(docx.bytes)).unwrap();
    let mut text = String::new();
    std::io::Read::read_to_string(&mut archive.by_name("word/document.xml").unwrap(), &mut text).unwrap();
    // Answers, output and table values have tables; the chapter's own count is not forced.
    assert_eq!(text.matches("SEQ Tabel \\* ARABIC \\r 1").count(), 3);
    assert!(text.matches("SEQ Tabel \\* ARABIC \\s 1").count() > 20);
}
