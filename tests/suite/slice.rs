//! The thin slice: one variable, one regression, one sentence with three numbers and a hostile label, one table,
//! from the study's text to the PDF. The label must come out as it went in, in every format.

use crate::common::skipped;
use bab4::diagnostics::{Diagnostics, SourceFiles};
use bab4::language::Language;
use bab4::numbers::{Kind, NumberStyle, Quantity, Setting};
use bab4::render;
use bab4::report::document::{Align, Block, Cell, Document, Inline, Row, RowKind, Table, TableColumn};
use bab4::report::template::Engine;
use bab4::report::value;
use bab4::stats::least_squares::least_squares;
use bab4::study::node::{NodeKind, parse};
use bab4::typeset::{TypesetError, typeset};
use minijinja::context;
use std::collections::BTreeMap;
use std::process::Command;

const LABEL: &str = "# *x* <b> | _y_";

fn label_from_yaml() -> String {
    let mut files = SourceFiles::default();
    let text = format!("variables:\n  X: {{ name: \"{LABEL}\" }}\n");
    let root = parse(&text, files.add("study.yaml", text.clone())).unwrap();
    let NodeKind::Map(top) = root.kind else { panic!() };
    let NodeKind::Map(variables) = &top[0].1.kind else { panic!() };
    let NodeKind::Map(variable) = &variables[0].1.kind else { panic!() };
    let NodeKind::Text(name) = &variable[0].1.kind else { panic!() };
    name.clone()
}

fn document() -> Document {
    // Anscombe (1973), The American Statistician 27, 17, first set: y = 3.000 + 0.500 x, R² = 0.667, F = 17.99.
    let x: Vec<f64> = vec![10.0, 8.0, 13.0, 9.0, 11.0, 14.0, 6.0, 4.0, 12.0, 7.0, 5.0];
    let y: Vec<f64> = vec![8.04, 6.95, 7.58, 8.81, 8.33, 9.96, 7.24, 4.26, 10.84, 4.82, 5.68];
    let fit = least_squares(&[x], &y, 0.95).unwrap();
    let quantity = |kind, number, path: &str| value::quantity(Quantity::new(kind, number), path);
    let b = Quantity::new(Kind::Statistic, fit.coefficients[0].b);
    let cell = |quantity| {
        Cell::new(vec![Inline::Value { quantity, path: "regressions/Y/coefficients/1/b".into(), setting: Setting::Table }])
    };
    let table = Table {
        id: "koefisien".into(),
        number: Some("4.1".into()),
        caption: vec![Inline::text("Koefisien "), Inline::text(label_from_yaml())],
        columns: vec![TableColumn { align: Align::Left, width: 1.0 }, TableColumn { align: Align::Decimal, width: 0.0 }],
        header: vec![vec![Cell::text("Variabel"), Cell::text("B")]],
        rows: vec![
            Row { kind: RowKind::Body, cells: vec![Cell::text(label_from_yaml()), cell(b)] },
            Row { kind: RowKind::Body, cells: vec![Cell::text("Konstanta"), cell(Quantity::new(Kind::Statistic, -1234.5))] },
        ],
        notes: Vec::new(),
        source: Some(vec![Inline::text("Sumber: Anscombe (1973)")]),
        wide: false,
        spss: true,
    };
    let template = "# Hasil\n\nKoefisien *{{ name }}* sebesar {{ b }} (p {{ eq(p) }}) dan R^2^ {{ r2 }}; lihat {{ ref('koefisien') }}.\n\n{{ name }}\n\n{{ table }}\n";
    let engine = Engine::new(&BTreeMap::from([("slice.md".to_owned(), template.to_owned())]), "Judul").unwrap();
    let context = context! {
        name => label_from_yaml(),
        b => quantity(Kind::Statistic, fit.coefficients[0].b, "regressions/Y/coefficients/1/b"),
        p => quantity(Kind::P, fit.coefficients[0].p.unwrap(), "regressions/Y/coefficients/1/p"),
        r2 => quantity(Kind::Statistic, fit.r2, "regressions/Y/r2"),
        table => value::block(Block::Table(Box::new(table))),
    };
    let mut diagnostics = Diagnostics::default();
    let blocks = engine.blocks("slice.md", context, &mut diagnostics);
    assert!(diagnostics.is_empty(), "{diagnostics:?}");
    Document {
        language: Language::Id,
        style: NumberStyle::new(Language::Id),
        title: LABEL.into(),
        author: None,
        figure_captions_above: false,
        letterhead: None,
        blocks,
        origins: Default::default(),
    }
}

#[test]
fn markdown_holds_numbers_and_label() {
    let markdown = render::markdown::render(&document());
    assert!(markdown.contains("sebesar 0,500 (p =\u{a0}0,002) dan R<sup>2</sup> 0,667"), "{markdown}");
    assert!(markdown.contains("\\# \\*x\\* \\<b\\> \\| \\_y\\_"), "{markdown}");
    assert!(markdown.contains("| ,500 |"), "SPSS style drops the zero in tables only: {markdown}");
}

#[test]
fn pdf_holds_numbers_and_label() {
    let source = render::typst::render(&document());
    let pdf = match typeset(&source, &[]) {
        Ok(pdf) => pdf,
        Err(TypesetError::Missing) => return skipped("slice::pdf_holds_numbers_and_label", "typst is not installed"),
        Err(error) => panic!("{error:?}\n{source}"),
    };
    assert_eq!(pdf, typeset(&source, &[]).unwrap(), "the same source gives the same bytes");
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("slice.pdf");
    std::fs::write(&file, pdf).unwrap();
    let Ok(text) = Command::new("pdftotext").arg("-layout").arg(&file).arg("-").output() else {
        return skipped("slice::pdf_holds_numbers_and_label", "pdftotext is not installed");
    };
    let text = String::from_utf8_lossy(&text.stdout).into_owned();
    assert!(text.contains(LABEL), "{text}");
    assert!(text.contains("0,500 (p = 0,002) dan R"), "{text}");
    assert!(text.contains("−1234,500"), "{text}");
}
