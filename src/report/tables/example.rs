//! The published example, ready for tables: tests beside each table compare them with Putri (2019), Tables 4.5 to 4.22,
//! cell by cell, except where its own numbers show a misprint (the standard error of LMX in 4.17 and 4.18, the test
//! statistic in 4.12, the total effect in its path analysis).
#![allow(clippy::unwrap_used, clippy::panic)]

use super::table;
use crate::analyses::results::Results;
use crate::findings::example_test::{results, study};
use crate::findings::judge;
use crate::language::{Language, Text};
use crate::numbers::NumberStyle;
use crate::report::desk::Desk;
use crate::report::document::cell_text;
use crate::report::document::{Document, Inline, Table, plain_text};
use crate::report::terms::Terms;
use crate::report::view::View;
use crate::study::{Measure, Study};
use std::collections::BTreeMap;

/// Names of the indicators as Tables 4.5 to 4.8 mean them.
const INDICATORS: [(&str, &[&str]); 4] = [
    (
        "X1",
        &[
            "Orientasi pada hasil",
            "Kerja sama",
            "Orientasi pada pelayanan",
            "Integritas",
            "Pengembangan diri",
            "Motivasi",
            "Pemberdayaan",
            "Berpikir strategis",
            "Manajemen perubahan",
        ],
    ),
    (
        "X2",
        &[
            "Menghargai dan mengakui potensi",
            "Mengetahui permasalahan dan kebutuhan",
            "Rasa hormat kepada pemimpin",
            "Keyakinan terhadap pemimpin",
            "Bersedia menolong",
            "Hubungan kerja antara pemimpin",
        ],
    ),
    (
        "Y1",
        &[
            "Membantu pekerjaan rekan",
            "Mengerjakan pekerjaan teman",
            "Mengikuti setiap kegiatan",
            "Memberikan ide",
            "Datang tepat waktu",
            "Tidak membicarakan",
            "Mengingatkan rekan",
            "Memberikan saran",
            "Bertoleransi",
        ],
    ),
    (
        "Y2",
        &[
            "Kuantitas",
            "Kualitas",
            "Waktu",
            "Biaya",
            "Orientasi",
            "Pelayanan",
            "Integritas",
            "Komitmen",
            "Disiplin",
            "Kerja sama",
        ],
    ),
];

/// The example with the names that tables print.
pub fn named() -> Study {
    let mut study = study();
    // Tables do not need as many resamples as verdicts do.
    study.analysis.resamples = 200;
    study.report.source_note = Some(Text::from("Data primer yang diolah, 2019"));
    let names = [
        ("X1", "Kompetensi", None),
        ("X2", "Leader Member Exchange", Some("LMX")),
        ("Y1", "Organizational Citizenship Behavior", Some("OCB")),
        ("Y2", "Kinerja Pegawai", None),
    ];
    for (code, name, abbreviation) in names {
        let variable = study.variables.get_mut(code).unwrap();
        variable.name = Text::from(name);
        variable.abbreviation = abbreviation.map(Text::from);
    }
    for (code, indicators) in INDICATORS {
        let Measure::Items { indicators: declared, .. } = &mut study.variables.get_mut(code).unwrap().measure else { panic!() };
        for (indicator, name) in declared.iter_mut().zip(indicators) {
            indicator.name = Text::from(*name);
            indicator.items[0].name = Text::from(*name);
        }
    }
    study
}

/// A study with its results, ready for tables.
pub struct Example {
    /// The study.
    pub study: Study,
    /// Results and findings.
    pub view: View,
    /// The words.
    pub terms: Terms,
    /// A document without blocks, for its style.
    pub document: Document,
}

impl Example {
    /// The example with the names that tables print.
    pub fn new() -> Example {
        Example::of(named(), |_| {})
    }

    /// A study like the example, its results changed before they are judged.
    pub fn of(study: Study, change: impl FnOnce(&mut Results)) -> Example {
        let mut results = results(&study);
        change(&mut results);
        let view = View::new(&results, &judge(&study, &results)).unwrap();
        let terms = Terms::parse(include_str!("../../../templates/id/terms.yaml")).unwrap();
        let document = Document {
            language: Language::Id,
            style: NumberStyle::new(Language::Id),
            title: String::new(),
            author: None,
            figure_captions_above: false,
            letterhead: None,
            origins: Default::default(),
            blocks: Vec::new(),
        };
        Example { study, view, terms, document }
    }

    /// The desk tables are made at.
    pub fn desk(&self) -> Desk<'_> {
        Desk { study: &self.study, view: &self.view, terms: &self.terms, language: Language::Id }
    }

    /// A table, when there is one.
    pub fn made(&self, name: &str, key: Option<&str>) -> Option<Table> {
        table(&self.desk(), name, key, &BTreeMap::new())
    }

    /// A table that there is.
    pub fn table(&self, name: &str, key: Option<&str>) -> Table {
        self.made(name, key).unwrap()
    }

    /// The body as text, cells divided by bars.
    pub fn rows(&self, table: &Table) -> Vec<String> {
        let line = |cells: &[crate::report::document::Cell]| {
            cells.iter().map(|cell| cell_text(&self.document, cell, table.spss)).collect::<Vec<_>>().join(" | ")
        };
        table.rows.iter().map(|row| line(&row.cells)).collect()
    }

    /// The header cells: text, columns and rows covered.
    pub fn header(&self, table: &Table) -> Vec<Vec<(String, usize, usize)>> {
        let cell = |cell: &crate::report::document::Cell| (cell_text(&self.document, cell, false), cell.columns, cell.rows);
        table.header.iter().map(|row| row.iter().map(cell).collect()).collect()
    }

    /// Inlines as text.
    pub fn words(&self, inlines: &[Inline]) -> String {
        plain_text(inlines, &self.document.style)
    }

    /// The notes as text.
    pub fn notes(&self, table: &Table) -> Vec<String> {
        table.notes.iter().map(|note| self.words(note)).collect()
    }
}

/// Every table the example has.
pub const ALL: [(&str, Option<&str>); 26] = [
    ("respondents", Some("umur")),
    ("responses", Some("X1")),
    ("responses", Some("X2")),
    ("responses", Some("Y1")),
    ("responses", Some("Y2")),
    ("descriptives", None),
    ("validity", None),
    ("reliability", None),
    ("kolmogorov-smirnov", Some("Y1")),
    ("kolmogorov-smirnov", Some("Y2")),
    ("collinearity", Some("Y1")),
    ("collinearity", Some("Y2")),
    ("glejser", Some("Y1")),
    ("glejser", Some("Y2")),
    ("coefficients", Some("Y1")),
    ("coefficients", Some("Y2")),
    ("model-summary", Some("Y1")),
    ("model-summary", Some("Y2")),
    ("anova", Some("Y1")),
    ("anova", Some("Y2")),
    ("hypotheses", None),
    ("effects", None),
    ("indirect-tests", None),
    ("respondents", Some("jenis_kelamin")),
    ("respondents", Some("pendidikan")),
    ("respondents", Some("lama_bekerja")),
];
