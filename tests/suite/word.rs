//! The Word format: every file that is made is taken apart again and checked for what Word asks of it, its numbers are compared
//! with those of the other formats, and programs that read DOCX open it.

mod convert;
mod hostile;
mod numbers;
mod package;
mod pictures;
mod reference;
mod structure;

use crate::outcomes::{both, outcome};
use bab4::render::docx::{Docx, Pixels, Sources, render};
use bab4::render::raster;
use bab4::report::document::Document;
use package::Word;

/// Draws as the program does.
fn draw(svg: &str) -> Option<Pixels> {
    let raster = raster::png(svg, 150).ok()?;
    Some(Pixels { png: raster.bytes, width: raster.width, height: raster.height })
}

/// A document as DOCX, without pictures of the author and without a campus's file.
fn docx(document: &Document) -> Docx {
    render(document, &Sources { draw: &draw, files: &[], reference: None }).unwrap()
}

/// The same, taken apart.
fn word(document: &Document) -> Word {
    Word::open(&docx(document).bytes)
}

#[test]
fn every_chapter_is_sound() {
    for (name, outcome) in both() {
        let faults = structure::faults(&word(&outcome.document));
        assert_eq!(faults, Vec::<String>::new(), "{name}");
    }
}

#[test]
fn title_author_and_language_are_properties() {
    let word = word(&outcome("disnaker-semarang").document);
    let core = word.xml("docProps/core.xml");
    assert!(core.text().starts_with("Pengaruh Kompetensi dan Leader Member Exchange"), "{}", core.text());
    assert!(core.all("dc:creator").len() == 1 && core.all("dcterms:modified").is_empty(), "no time is written");
    assert_eq!(core.all("dc:language")[0].text(), "id-ID");
    let styles = word.xml("word/styles.xml");
    assert_eq!(styles.all("w:lang")[0].value("w:val"), Some("id-ID"));
}

#[test]
fn styles_are_those_of_word_by_name() {
    let word = word(&outcome("disnaker-semarang").document);
    let names: Vec<String> =
        word.xml("word/styles.xml").all("w:name").iter().filter_map(|name| name.value("w:val")).map(str::to_lowercase).collect();
    for name in ["normal", "heading 1", "heading 4", "caption", "table text", "source", "toc 1", "toc 3", "table of figures"] {
        assert!(names.iter().any(|known| known == name), "{name}");
    }
    let document = word.document();
    let of_style = |id: &str| document.all("w:pStyle").iter().filter(|style| style.value("w:val") == Some(id)).count();
    // The chapter and the list of references.
    assert_eq!(of_style("Heading1"), 2);
    assert_eq!(of_style("Caption"), document.all("w:tbl").len() + document.all("w:drawing").len());
    // A4 with margins of 4, 4, 3 and 3 cm.
    let (size, margins) = (document.all("w:pgSz")[0].clone(), document.all("w:pgMar")[0].clone());
    assert_eq!((size.value("w:w"), size.value("w:h")), (Some("11906"), Some("16838")));
    let sides = ["w:left", "w:top", "w:right", "w:bottom"].map(|side| margins.value(side).unwrap());
    assert_eq!(sides, ["2268", "2268", "1701", "1701"]);
}

#[test]
fn captions_count_and_references_point_to_them() {
    let outcome = outcome("disnaker-semarang");
    let word = word(&outcome.document);
    let instructions: Vec<String> =
        word.document().all("w:instrText").iter().map(|field| field.text().trim().to_owned()).collect();
    let count = |start: &str| instructions.iter().filter(|instruction| instruction.starts_with(start)).count();
    let tables = word.document().all("w:tbl").len();
    let figures = word.document().all("w:drawing").len();
    assert!(tables > 20 && figures > 10);
    assert_eq!(count("SEQ Tabel \\* ARABIC \\s 1"), tables);
    assert_eq!(count("SEQ Gambar \\* ARABIC \\s 1"), figures);
    assert!(count("REF _Ref_") > tables + figures, "every table and figure is spoken of");
    assert_eq!(count("TOC \\o \"1-3\""), 1);
    assert_eq!(count("TOC \\h \\z \\c \"Tabel\""), 1);
    let settings = word.xml("word/settings.xml");
    assert!(settings.all("w:updateFields").is_empty(), "Word would ask before it opens the file");
    // The lists are filled in: each caption and each heading down to the third level has its line.
    let lines = |style: &str| word.paragraphs(style).iter().map(|line| line.text()).collect::<Vec<_>>();
    assert_eq!(lines("TableofFigures").len(), tables + figures);
    assert!(lines("TableofFigures")[0].starts_with("Tabel\u{a0}4.1Identitas Responden"), "{:?}", lines("TableofFigures"));
    let headings: usize = ["Heading1", "Heading2", "Heading3"].iter().map(|style| word.paragraphs(style).len()).sum();
    assert_eq!(["TOC1", "TOC2", "TOC3"].iter().map(|style| lines(style).len()).sum::<usize>(), headings);
}

#[test]
fn tables_repeat_their_header_keep_their_rows_and_their_caption() {
    let word = word(&outcome("disnaker-semarang").document);
    let document = word.document();
    for table in document.all("w:tbl") {
        let rows = table.all("w:tr");
        assert!(rows.iter().all(|row| row.all("w:cantSplit").len() == 1));
        assert!(rows[0].all("w:tblHeader").len() == 1 && rows[rows.len() - 1].all("w:tblHeader").is_empty());
    }
    for caption in word.paragraphs("Caption").iter().filter(|caption| caption.text().starts_with("Tabel")) {
        assert_eq!(caption.all("w:keepNext").len(), 1, "{}", caption.text());
    }
    assert!(!document.all("w:vMerge").is_empty() && !document.all("w:gridSpan").is_empty(), "merged header cells");
}

#[test]
fn equations_are_equations_and_what_is_missing_is_highlighted() {
    let word = word(&outcome("disnaker-semarang").document);
    let document = word.document();
    let equations = document.all("m:oMath");
    assert_eq!(equations.len(), 4);
    assert_eq!(equations[1].text(), "Y1\u{a0}=\u{a0}0,607X1\u{a0}+\u{a0}0,250X2\u{a0}+\u{a0}e1".replace('\u{a0}', " "));
    assert_eq!(equations[1].all("m:sSub").len(), 4);
    let highlighted: String =
        document.all("w:r").iter().filter(|run| !run.all("w:highlight").is_empty()).map(|run| run.text()).collect();
    assert!(highlighted.contains("[LENGKAPI"), "{highlighted}");
}

/// Answers from 1 to 7 need seventeen columns, more than an upright page carries; the page is turned for them alone.
#[test]
fn a_table_that_is_too_wide_gets_a_landscape_page() {
    let mut document = outcome("disnaker-semarang").document.clone();
    let mut widened = false;
    for block in &mut document.blocks {
        if let bab4::report::document::Block::Table(table) = block
            && table.wide
            && !widened
        {
            widened = true;
            for row in table.header.iter_mut().chain(table.rows.iter_mut().map(|row| &mut row.cells)) {
                row.extend((0..9).map(|_| bab4::report::document::Cell::text("12345,678")));
            }
        }
    }
    assert!(widened);
    let word = word(&document);
    assert_eq!(structure::faults(&word), Vec::<String>::new());
    let turned: Vec<bool> =
        word.document().all("w:pgSz").iter().map(|size| size.value("w:orient") == Some("landscape")).collect();
    // Contents; chapter; the table; the rest.
    assert_eq!(turned, [false, false, true, false]);
}
