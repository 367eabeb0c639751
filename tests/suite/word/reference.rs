//! A campus's file: its styles and its page are taken, what it lacks is ours, and the result is as sound as without it.

use super::package::{Node, Word};
use super::{draw, structure};
use crate::outcomes::outcome;
use bab4::render::docx::{ReferenceDocument, Sources, render};
use std::io::{Cursor, Write};

const W: &str = "xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\"";

/// A file as campuses hand out: letter paper, Arial, a first heading that numbers itself, a caption in capitals.
fn campus() -> Vec<u8> {
    let styles = format!(
        "<w:styles {W}><w:docDefaults><w:rPrDefault><w:rPr><w:rFonts w:ascii=\"Arial\" w:hAnsi=\"Arial\"/><w:lang w:val=\"en-GB\"/></w:rPr></w:rPrDefault></w:docDefaults>\
         <w:style w:type=\"paragraph\" w:default=\"1\" w:styleId=\"Teks\"><w:name w:val=\"Normal\"/><w:pPr><w:spacing w:line=\"360\" w:lineRule=\"auto\"/></w:pPr></w:style>\
         <w:style w:type=\"paragraph\" w:styleId=\"Bab\"><w:name w:val=\"heading 1\"/><w:basedOn w:val=\"Teks\"/><w:pPr><w:numPr><w:numId w:val=\"5\"/></w:numPr></w:pPr></w:style>\
         <w:style w:type=\"paragraph\" w:styleId=\"Judul\"><w:name w:val=\"Caption\"/><w:basedOn w:val=\"Teks\"/><w:rPr><w:caps/></w:rPr></w:style></w:styles>"
    );
    let numbering = format!(
        "<w:numbering {W}><w:abstractNum w:abstractNumId=\"3\"><w:lvl w:ilvl=\"0\"><w:start w:val=\"1\"/></w:lvl></w:abstractNum>\
         <w:num w:numId=\"5\"><w:abstractNumId w:val=\"3\"/></w:num></w:numbering>"
    );
    let document = format!(
        "<w:document {W}><w:body><w:p><w:r><w:t>Pedoman rahasia</w:t></w:r></w:p><w:sectPr><w:pgSz w:w=\"12240\" w:h=\"15840\"/>\
         <w:pgMar w:top=\"2268\" w:right=\"1701\" w:bottom=\"1701\" w:left=\"2268\" w:header=\"709\" w:footer=\"709\" w:gutter=\"0\"/></w:sectPr></w:body></w:document>"
    );
    let theme = "<a:theme xmlns:a=\"http://schemas.openxmlformats.org/drawingml/2006/main\" name=\"Kampus\"/>".to_owned();
    let parts = [
        ("word/document.xml", document),
        ("word/styles.xml", styles),
        ("word/numbering.xml", numbering),
        ("word/theme/theme1.xml", theme),
    ];
    let mut zip = zip::ZipWriter::new(Cursor::new(Vec::new()));
    for (name, text) in parts {
        zip.start_file(name, zip::write::SimpleFileOptions::default()).unwrap();
        zip.write_all(text.as_bytes()).unwrap();
    }
    zip.finish().unwrap().into_inner()
}

fn rendered(name: &str) -> Word {
    let reference = ReferenceDocument::read(&campus()).unwrap();
    let sources = Sources { draw: &draw, files: &[], reference: Some(&reference) };
    Word::open(&render(&outcome(name).document, &sources).unwrap().bytes)
}

#[test]
fn styles_and_page_are_the_campuss_and_the_words_are_ours() {
    let word = rendered("disnaker-semarang");
    assert_eq!(structure::faults(&word), Vec::<String>::new());
    let document = word.document();
    let style = |node: &Node| node.all("w:pStyle").first().and_then(|style| style.value("w:val")).map(str::to_owned);
    let first = |text: &str| document.all("w:p").into_iter().find(|paragraph| paragraph.text().starts_with(text)).unwrap();
    assert_eq!(style(word.paragraphs("Bab").first().unwrap()), Some("Bab".to_owned()));
    assert_eq!(word.paragraphs("Judul").len(), document.all("w:tbl").len() + document.all("w:drawing").len());
    assert_eq!(style(first("Sebanyak 68")), Some("Teks".to_owned()));
    // What the campus has no style for is ours, resting on its normal text.
    let styles = word.xml("word/styles.xml");
    let ours = styles.all("w:style").into_iter().find(|style| style.value("w:styleId") == Some("TableText")).unwrap().clone();
    assert_eq!(ours.child("w:basedOn").unwrap().value("w:val"), Some("Teks"));
    assert_eq!(styles.all("w:rFonts")[0].value("w:ascii"), Some("Arial"));
    // Paper of 12240 less its margins; tables fill it.
    assert_eq!(document.all("w:pgSz")[0].value("w:w"), Some("12240"));
    let widest = document.all("w:tblW").iter().map(|width| width.value("w:w").unwrap().parse::<i64>().unwrap()).max().unwrap();
    assert!((8200..=12240 - 2268 - 1701).contains(&widest), "{widest}");
    // Its theme goes along, its text does not.
    assert!(word.parts.contains_key("word/theme/theme1.xml"));
    assert!(!document.text().contains("rahasia"));
}

#[test]
fn a_heading_is_numbered_once_and_the_language_stays_ours() {
    let word = rendered("bare");
    let heading = word.paragraphs("Bab").remove(0);
    assert!(heading.text().starts_with("BAB IV"), "{}", heading.text());
    assert_eq!(heading.all("w:numId")[0].value("w:val"), Some("0"), "the campus's own number is switched off");
    assert!(heading.all("w:lang").iter().all(|language| language.value("w:val") == Some("id-ID")));
    assert_eq!(heading.all("w:lang").len(), heading.all("w:t").len());
}
