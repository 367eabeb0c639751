//! Figures in Word: ours as SVG with pixels beside, the author's as they are.

use super::{draw, structure};
use crate::outcomes::outcome;
use bab4::render::docx::{AuthorFile, Docx, Sources, render};
use bab4::report::document::{Block, Document, Figure, Inline, Picture};

const DRAWING: &str =
    r#"<svg xmlns="http://www.w3.org/2000/svg" width="200" height="100"><rect width="200" height="100" fill="red"/></svg>"#;

fn with_figures(pictures: &[Picture], above: bool) -> Document {
    let figure = |(at, picture): (usize, &Picture)| {
        Block::Figure(Box::new(Figure {
            id: format!("figure-{at}"),
            number: Some(format!("4.{}", at + 1)),
            caption: vec![Inline::text("Grafik"), Inline::Emphasis(vec![Inline::text(" scatterplot")])],
            alt: "Titik-titik <acak> & \"merata\"".to_owned(),
            picture: picture.clone(),
            source: Some(vec![Inline::text("Sumber: data 2019")]),
        }))
    };
    let mut document = outcome("bare").document.clone();
    document.figure_captions_above = above;
    document.blocks.retain(|block| !matches!(block, Block::Figure(_)));
    document.blocks.extend(pictures.iter().enumerate().map(figure));
    document
}

fn rendered(document: &Document, files: &[AuthorFile<'_>]) -> Docx {
    render(document, &Sources { draw: &draw, files, reference: None }).unwrap()
}

#[test]
fn a_drawing_is_there_as_svg_and_as_pixels_with_its_words() {
    let svg = Picture::Svg(DRAWING.to_owned());
    let word = super::Word::open(&rendered(&with_figures(&[svg.clone(), svg], false), &[]).bytes);
    assert_eq!(structure::faults(&word), Vec::<String>::new());
    assert!(word.parts["word/media/picture2.svg"] == DRAWING.as_bytes());
    let png = &word.parts["word/media/picture1.png"];
    // 200 units of 1/96 inch at 150 to the inch, in the header of the PNG.
    assert_eq!(u32::from_be_bytes(png[16..20].try_into().unwrap()), 313);
    assert!(!word.parts.contains_key("word/media/picture3.png"), "the same picture is stored once");
    let document = word.document();
    let drawings = document.all("w:drawing");
    assert_eq!(drawings.len(), 2);
    assert_eq!(drawings[0].all("wp:docPr")[0].value("descr"), Some("Titik-titik <acak> & \"merata\""));
    assert_eq!(drawings[0].all("asvg:svgBlip").len(), 1);
    // As wide as the text, 14 cm of 360 000 units, and half as high, but for the half pixel that was rounded off.
    let extent = drawings[0].all("wp:extent")[0];
    let [width, height] = ["cx", "cy"].map(|side| extent.value(side).unwrap().parse::<f64>().unwrap() / 360_000.0);
    assert!((width - 14.0).abs() < 0.01 && (height - 7.0).abs() < 0.03, "{width} × {height}");
    // Below: the picture stays with its source, that with the caption. The list of figures names both.
    let figures = word.paragraphs("Figure");
    assert!(figures.iter().all(|figure| figure.all("w:keepNext").len() == 1));
    assert!(document.all("w:instrText").iter().any(|field| field.text().contains("TOC \\h \\z \\c \"Gambar\"")));
}

#[test]
fn captions_stand_where_the_campus_wants_them() {
    for above in [false, true] {
        let svg = Picture::Svg(DRAWING.to_owned());
        let word = super::Word::open(&rendered(&with_figures(&[svg], above), &[]).bytes);
        let document = word.document();
        let body = &document.child("w:body").unwrap().children;
        let picture = body.iter().position(|block| !block.all("w:drawing").is_empty()).unwrap();
        let caption = body.iter().rposition(|block| block.text().starts_with("Gambar\u{a0}4.1Grafik scatterplot")).unwrap();
        assert_eq!(caption < picture, above);
        assert_eq!(body[caption].all("w:keepNext").len(), usize::from(above));
    }
}

#[test]
fn pictures_of_the_author_keep_their_kind_and_what_word_cannot_show_is_named() {
    let mut png = b"\x89PNG\r\n\x1a\n\0\0\0\x0dIHDR".to_vec();
    png.extend([0, 0, 0, 96, 0, 0, 0, 48]);
    let files = [
        AuthorFile { name: "kantor.png", bytes: &png },
        AuthorFile { name: "bagan.svg", bytes: DRAWING.as_bytes() },
        AuthorFile { name: "foto.webp", bytes: b"RIFF" },
    ];
    let pictures = files.map(|file| Picture::File(file.name.to_owned()));
    let docx = rendered(&with_figures(&pictures, false), &files);
    assert_eq!(docx.unusable, ["foto.webp"]);
    let word = super::Word::open(&docx.bytes);
    assert_eq!(structure::faults(&word), Vec::<String>::new());
    assert!(word.parts["word/media/picture1.png"] == png);
    // 96 pixels are an inch, 914 400 units: never enlarged.
    assert_eq!(word.document().all("wp:extent")[0].value("cx"), Some("914400"));
    assert_eq!(word.document().all("w:drawing").len(), 2);
}
