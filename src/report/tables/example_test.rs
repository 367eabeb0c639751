//! Every table of the published example, cell by cell. Expected texts are those printed in Putri (2019), tables 4.5 to
//! 4.22, except where its own numbers show a misprint (the standard error of LMX in 4.17 and 4.18, the test statistic in
//! 4.12, the total effect in its path analysis), and the dashes and marks that are ours.
#![allow(clippy::unwrap_used, clippy::panic)]

use super::table;
use crate::analyses::results::{Outcome, Results};
use crate::findings::example_test::{results, study};
use crate::findings::judge;
use crate::language::{Language, Text};
use crate::numbers::NumberStyle;
use crate::render::markdown::cell_text;
use crate::report::desk::Desk;
use crate::report::document::{Block, Document, Inline, RowKind, Table, plain_text};
use crate::report::equations::equation;
use crate::report::terms::Terms;
use crate::report::view::View;
use crate::study::settings::{MediationDecides, Tails, ValidityCritical, ValidityMethod};
use crate::study::{Claim, Hypothesis, Measure, Study};
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
fn named() -> Study {
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
struct Example {
    study: Study,
    view: View,
    terms: Terms,
    document: Document,
}

impl Example {
    fn new() -> Example {
        Example::of(named(), |_| {})
    }

    fn of(study: Study, change: impl FnOnce(&mut Results)) -> Example {
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
            blocks: Vec::new(),
        };
        Example { study, view, terms, document }
    }

    fn desk(&self) -> Desk<'_> {
        Desk { study: &self.study, view: &self.view, terms: &self.terms, language: Language::Id }
    }

    fn made(&self, name: &str, key: Option<&str>) -> Option<Table> {
        table(&self.desk(), name, key, &BTreeMap::new())
    }

    fn table(&self, name: &str, key: Option<&str>) -> Table {
        self.made(name, key).unwrap()
    }

    /// The body as text, cells divided by bars.
    fn rows(&self, table: &Table) -> Vec<String> {
        let line = |cells: &[crate::report::document::Cell]| {
            cells.iter().map(|cell| cell_text(&self.document, cell, table.spss)).collect::<Vec<_>>().join(" | ")
        };
        table.rows.iter().map(|row| line(&row.cells)).collect()
    }

    fn header(&self, table: &Table) -> Vec<Vec<(String, usize, usize)>> {
        let cell = |cell: &crate::report::document::Cell| (cell_text(&self.document, cell, false), cell.columns, cell.rows);
        table.header.iter().map(|row| row.iter().map(cell).collect()).collect()
    }

    fn words(&self, inlines: &[Inline]) -> String {
        plain_text(inlines, &self.document.style)
    }

    fn notes(&self, table: &Table) -> Vec<String> {
        table.notes.iter().map(|note| self.words(note)).collect()
    }
}

/// Every table the example has.
const ALL: [(&str, Option<&str>); 26] = [
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

#[test]
fn every_row_fills_its_columns_and_ids_are_unique() {
    let example = Example::new();
    let mut ids: Vec<String> = Vec::new();
    for (name, key) in ALL {
        let table = example.table(name, key);
        for (rows, place) in
            [(table.header.clone(), "header"), (table.rows.iter().map(|row| row.cells.clone()).collect::<Vec<_>>(), "body")]
        {
            let covered: usize = rows.iter().flatten().map(|cell| cell.columns * cell.rows).sum();
            assert_eq!(covered, table.columns.len() * rows.len(), "{place} of {}", table.id);
        }
        let expected = key.map_or_else(|| name.to_owned(), |key| format!("{name}-{key}"));
        assert_eq!(table.id, expected);
        ids.push(table.id);
        assert_eq!(example.words(table.source.as_deref().unwrap()), "Sumber: Data primer yang diolah, 2019");
    }
    ids.sort();
    ids.dedup();
    assert_eq!(ids.len(), ALL.len());
}

#[test]
fn no_table_without_something_to_put_in_it() {
    let example = Example::new();
    for (name, key) in [
        ("responses", Some("Z")),
        ("coefficients", Some("Z")),
        ("glejser", Some("Z")),
        ("kolmogorov-smirnov", Some("Z")),
        ("collinearity", Some("Z")),
        ("anova", Some("Z")),
        ("model-summary", Some("Z")),
        ("nothing", None),
        ("validity", Some("X1")),
    ] {
        assert_eq!(example.made(name, key), None, "{name}");
    }
    let mut bare = named();
    bare.hypotheses.clear();
    bare.regressions.clear();
    let example = Example::of(bare, |_| {});
    for name in ["hypotheses", "effects", "indirect-tests"] {
        assert_eq!(example.made(name, None), None, "{name}");
    }
}

#[test]
fn responses_as_table_4_5() {
    let example = Example::new();
    let table = example.table("responses", Some("X1"));
    assert_eq!(example.words(&table.caption), "Tanggapan Responden Mengenai Variabel Kompetensi");
    assert!(table.wide);
    let header = example.header(&table);
    assert_eq!(header[0][1], ("Tanggapan Responden tentang Kompetensi".to_owned(), 10, 1));
    let answers: Vec<&str> = header[1].iter().map(|(name, ..)| name.as_str()).collect();
    assert_eq!(answers, ["STS", "TS", "N", "S", "SS"]);
    assert_eq!((header[2].len(), header[2][0].0.as_str(), header[2][1].0.as_str()), (10, "F", "Skor"));
    let rows = example.rows(&table);
    assert_eq!(rows[0], "Orientasi pada hasil (X1.1) | 0 | 0 | 10 | 20 | 26 | 78 | 27 | 108 | 5 | 25 | 231 | 3,397");
    assert_eq!(rows[6], "Pemberdayaan (X1.7) | 0 | 0 | 14 | 28 | 22 | 66 | 24 | 96 | 8 | 40 | 230 | 3,382");
    assert_eq!(rows[9], "Nilai Rata-Rata Tanggapan Responden | 3,392");
    assert_eq!(table.rows[9].kind, RowKind::Total);
}

#[test]
fn responses_as_tables_4_6_to_4_8() {
    let example = Example::new();
    for (code, about, position, line, mean) in [
        (
            "X2",
            "LMX",
            5,
            "Hubungan kerja antara pemimpin (X2.6) | 0 | 0 | 5 | 10 | 26 | 78 | 33 | 132 | 4 | 20 | 240 | 3,529",
            "3,382",
        ),
        ("Y1", "OCB", 7, "Memberikan saran (Y1.8) | 0 | 0 | 9 | 18 | 35 | 105 | 24 | 96 | 0 | 0 | 219 | 3,221", "3,366"),
        ("Y2", "Kinerja Pegawai", 9, "Kerja sama (Y2.10) | 0 | 0 | 6 | 12 | 25 | 75 | 30 | 120 | 7 | 35 | 242 | 3,559", "3,385"),
    ] {
        let table = example.table("responses", Some(code));
        assert_eq!(example.header(&table)[0][1].0, format!("Tanggapan Responden tentang {about}"));
        let rows = example.rows(&table);
        assert_eq!(rows[position], line);
        assert_eq!(rows.last().unwrap(), &format!("Nilai Rata-Rata Tanggapan Responden | {mean}"));
    }
}

#[test]
fn answers_without_short_forms_are_called_by_their_scores() {
    let mut study = named();
    let Measure::Items { scale, indicators, .. } = &mut study.variables.get_mut("X1").unwrap().measure else { panic!() };
    scale.abbreviations.clear();
    indicators[1].items[0].reverse = true;
    let moved = indicators.remove(8);
    indicators[7].items.extend(moved.items);
    let example = Example::of(study, |_| {});
    let table = example.table("responses", Some("X1"));
    let answers: Vec<String> = example.header(&table)[1].iter().map(|(name, ..)| name.clone()).collect();
    assert_eq!(answers, ["1", "2", "3", "4", "5"]);
    // An indicator of two items names the rows of both.
    let groups: Vec<usize> = (0..table.rows.len()).filter(|row| table.rows[*row].kind == RowKind::Group).collect();
    assert_eq!(groups, [7]);
    let rows = example.rows(&table);
    assert_eq!(rows[7], "Berpikir strategis");
    assert!(rows[9].starts_with("Manajemen perubahan (X1.9) | "));
    // Table 4.5 has 0, 13, 21, 29, 5 for X1.2; reversed they stand the other way round.
    assert_eq!(rows[1], "Kerja sama (X1.2) | 5 | 5 | 29 | 58 | 21 | 63 | 13 | 52 | 0 | 0 | 178 | 2,618");
    let notes = example.notes(&table);
    assert_eq!(notes, ["Butir X1.2 berarah terbalik; frekuensinya disajikan menurut skor setelah dibalik."]);
}

#[test]
fn long_scales_show_what_a_page_carries() {
    for (max, columns) in [(7, 17), (10, 13), (100, 4)] {
        let mut study = named();
        let Measure::Items { scale, .. } = &mut study.variables.get_mut("X1").unwrap().measure else { panic!() };
        scale.max = max;
        scale.abbreviations.clear();
        let example = Example::of(study, |_| {});
        let table = example.table("responses", Some("X1"));
        assert_eq!(table.columns.len(), columns, "1 to {max}");
        let covered: usize = table.header.iter().flatten().map(|cell| cell.columns * cell.rows).sum();
        assert_eq!(covered, columns * table.header.len());
        assert!(example.rows(&table)[0].ends_with(" | 231 | 3,397"));
    }
}

#[test]
fn validity_as_table_4_9() {
    let example = Example::new();
    let table = example.table("validity", None);
    let heads: Vec<String> = example.header(&table)[0].iter().map(|(name, ..)| name.clone()).collect();
    assert_eq!(heads, ["Variabel dengan Indikatornya", "r hitung", "> / ≤", "r tabel", "Keterangan"]);
    let rows = example.rows(&table);
    assert_eq!(rows.len(), 34 + 4);
    let groups: Vec<&String> =
        rows.iter().zip(&table.rows).filter(|(_, row)| row.kind == RowKind::Group).map(|(text, _)| text).collect();
    assert_eq!(groups, ["KOMPETENSI (X1)", "LMX (X2)", "OCB (Y1)", "KINERJA PEGAWAI (Y2)"]);
    let printed = [
        "0,619 0,595 0,585 0,615 0,603 0,671 0,699 0,653 0,616",
        "0,649 0,732 0,652 0,403 0,441 0,612",
        "0,550 0,640 0,634 0,588 0,499 0,378 0,388 0,392 0,603",
        "0,378 0,450 0,540 0,579 0,525 0,446 0,447 0,604 0,550 0,407",
    ];
    let mut items = rows.iter().zip(&table.rows).filter(|(_, row)| row.kind == RowKind::Body).map(|(text, _)| text);
    for r in printed.iter().flat_map(|line| line.split(' ')) {
        let row = items.next().unwrap();
        assert!(row.ends_with(&format!(" | {r} | > | 0,239 | Valid")), "{row} is not {r}");
    }
    assert_eq!(rows[1], "Orientasi pada hasil (X1.1) | 0,619 | > | 0,239 | Valid");
    assert!(table.notes.is_empty());
}

#[test]
fn validity_by_other_rules() {
    let mut study = named();
    study.analysis.validity_critical = ValidityCritical::Fixed(0.6);
    let example = Example::of(study, |_| {});
    let table = example.table("validity", None);
    assert_eq!(example.header(&table)[0][3].0, "r kritis");
    // Table 4.9: 0,595 does not exceed 0,6 and 0,619 does.
    let rows = example.rows(&table);
    assert_eq!(rows[1], "Orientasi pada hasil (X1.1) | 0,619 | > | 0,600 | Valid");
    assert_eq!(rows[2], "Kerja sama (X1.2) | 0,595 | ≤ | 0,600 | Tidak valid");

    let mut study = named();
    study.analysis.validity_critical = ValidityCritical::Significance;
    study.analysis.validity_method = ValidityMethod::Corrected;
    let Measure::Items { indicators, .. } = &mut study.variables.get_mut("X1").unwrap().measure else { panic!() };
    indicators[0].items[0].reverse = true;
    let example = Example::of(study, |_| {});
    let table = example.table("validity", None);
    let heads: Vec<String> = example.header(&table)[0].iter().skip(1).map(|(name, ..)| name.clone()).collect();
    assert_eq!(heads, ["r hitung", "Sig.", "α", "Keterangan"]);
    let rows = example.rows(&table);
    // 1 − the printed correlation of the item turned round is not 0,619: the others keep their direction.
    assert_eq!(rows[1], "Orientasi pada hasil (X1.1) | −0,619 | 0,000 | 0,05 | Tidak valid");
    assert!(rows[11].ends_with("| 0,649 | 0,000 | 0,05 | Valid"), "{}", rows[11]);
    assert_eq!(
        example.notes(&table),
        ["r hitung butir X1.1 bertanda negatif sehingga butir tersebut tidak valid, berapa pun signifikansinya."]
    );
}

#[test]
fn an_item_that_cannot_be_tested_is_a_dash_with_its_reason() {
    let example = Example::of(named(), |results| {
        let item = results.items.get_mut("X1.3").unwrap();
        (item.r, item.valid) = (Outcome::absent("no_variance"), Outcome::absent("no_variance"));
    });
    let table = example.table("validity", None);
    assert_eq!(example.rows(&table)[3], "Orientasi pada pelayanan (X1.3) | – | – | 0,239 | –");
    let notes = example.notes(&table);
    assert_eq!(notes, ["– : semua nilainya sama sehingga tidak ada keragaman yang dapat dihitung."]);
}

#[test]
fn reliability_as_table_4_10() {
    let example = Example::new();
    let table = example.table("reliability", None);
    assert_eq!(
        example.rows(&table),
        [
            "1 | Kompetensi (X1) | 0,881 | ≥ | 0,60 | Reliabel",
            "2 | Leader Member Exchange (X2) | 0,814 | ≥ | 0,60 | Reliabel",
            "3 | Organizational Citizenship Behavior (Y1) | 0,819 | ≥ | 0,60 | Reliabel",
            "4 | Kinerja Pegawai (Y2) | 0,813 | ≥ | 0,60 | Reliabel",
        ]
    );
    let mut strict = named();
    strict.analysis.reliability_minimum = 0.815;
    let example = Example::of(strict, |_| {});
    assert_eq!(
        example.rows(&example.table("reliability", None))[1],
        "2 | Leader Member Exchange (X2) | 0,814 | < | 0,815 | Tidak reliabel"
    );
}

#[test]
fn kolmogorov_smirnov_as_tables_4_11_and_4_12() {
    let example = Example::new();
    let table = example.table("kolmogorov-smirnov", Some("Y1"));
    assert!(table.spss);
    assert_eq!(
        example.rows(&table),
        [
            "N | 68",
            "Normal Parametersa,b | Mean | ,0000000",
            "Std. Deviation | 2,60874534",
            "Most Extreme Differences | Absolute | ,103",
            "Positive | ,036",
            "Negative | −,103",
            "Test Statistic | ,103",
            "Asymp. Sig. (2-tailed) | ,070c",
        ]
    );
    let printed = ["a. Test distribution is Normal.", "b. Calculated from data.", "c. Lilliefors Significance Correction."];
    assert_eq!(example.notes(&table), printed);

    let table = example.table("kolmogorov-smirnov", Some("Y2"));
    let rows = example.rows(&table);
    assert_eq!(
        rows[2..6],
        ["Std. Deviation | 3,11975812", "Most Extreme Differences | Absolute | ,094", "Positive | ,094", "Negative | −,061"]
    );
    // Printed as ,077, which is not the largest difference the table itself gives.
    assert_eq!(rows[6], "Test Statistic | ,094");
    assert_eq!(rows[7], "Asymp. Sig. (2-tailed) | ,200c,d");
    assert_eq!(example.notes(&table)[3], "d. This is a lower bound of the true significance.");
}

#[test]
fn collinearity_as_tables_4_13_and_4_14() {
    let example = Example::new();
    let table = example.table("collinearity", Some("Y1"));
    assert_eq!(
        example.rows(&table),
        [
            "Kompetensi | 0,423 | 2,366 | Bebas multikolinearitas",
            "Leader Member Exchange | 0,423 | 2,366 | Bebas multikolinearitas",
        ]
    );
    let mut strict = named();
    strict.analysis.vif_limit = 3.0;
    let example = Example::of(strict, |_| {});
    assert_eq!(
        example.rows(&example.table("collinearity", Some("Y2"))),
        [
            "Kompetensi | 0,290 | 3,449 | Terdapat multikolinearitas",
            "Leader Member Exchange | 0,392 | 2,549 | Bebas multikolinearitas",
            "Organizational Citizenship Behavior | 0,340 | 2,943 | Bebas multikolinearitas",
        ]
    );
}

#[test]
fn glejser_as_tables_4_15_and_4_16() {
    let example = Example::new();
    let table = example.table("glejser", Some("Y1"));
    assert_eq!(
        example.rows(&table),
        [
            "1 | (Constant) | ,811 | 1,248 |  | ,650 | ,518",
            " | Kompetensi | ,023 | ,057 | ,077 | ,405 | ,687",
            " | LMX | ,024 | ,089 | ,051 | ,271 | ,787",
        ]
    );
    assert_eq!(example.notes(&table), ["a. Dependent Variable: Abs_Res (OCB)"]);
    assert_eq!(
        example.rows(&example.table("glejser", Some("Y2"))),
        [
            "1 | (Constant) | 3,806 | 1,661 |  | 2,292 | ,025",
            " | Kompetensi | ,061 | ,081 | ,174 | ,756 | ,452",
            " | LMX | −,102 | ,108 | −,187 | −,946 | ,348",
            " | OCB | −,038 | ,091 | −,089 | −,419 | ,677",
        ]
    );
}

#[test]
fn coefficients_as_tables_4_17_and_4_18() {
    let example = Example::new();
    let table = example.table("coefficients", Some("Y1"));
    assert_eq!(example.words(&table.caption), "Hasil Analisis Regresi Linear Berganda Model OCB");
    assert_eq!(
        example.rows(&table),
        [
            "1 | (Constant) | 8,680 | 1,988 |  | 4,366 | ,000",
            " | Kompetensi | ,496 | ,091 | ,607 | 5,454 | ,000",
            // Printed with a standard error of ,102, which is not B / t.
            " | LMX | ,318 | ,142 | ,250 | 2,245 | ,028",
        ]
    );
    assert_eq!(example.notes(&table), ["a. Dependent Variable: OCB"]);
    let table = example.table("coefficients", Some("Y2"));
    assert_eq!(
        example.rows(&table),
        [
            "1 | (Constant) | 7,960 | 2,725 |  | 2,921 | ,005",
            " | Kompetensi | ,276 | ,132 | ,302 | 2,086 | ,041",
            // Printed with a standard error of ,077, which is not B / t.
            " | LMX | ,365 | ,177 | ,256 | 2,061 | ,043",
            " | OCB | ,331 | ,149 | ,296 | 2,217 | ,030",
        ]
    );
    assert_eq!(example.notes(&table), ["a. Dependent Variable: Kinerja Pegawai"]);
}

#[test]
fn model_summary_as_tables_4_19_and_4_20() {
    let example = Example::new();
    let table = example.table("model-summary", Some("Y1"));
    assert_eq!(example.rows(&table), ["1 | ,813a | ,660 | ,650 | 2,64858"]);
    assert_eq!(example.notes(&table), ["a. Predictors: (Constant), LMX, Kompetensi", "b. Dependent Variable: OCB"]);
    let table = example.table("model-summary", Some("Y2"));
    assert_eq!(example.rows(&table), ["1 | ,782a | ,612 | ,594 | 3,19204"]);
    assert_eq!(example.notes(&table)[0], "a. Predictors: (Constant), OCB, LMX, Kompetensi");
}

#[test]
fn anova_as_tables_4_21_and_4_22() {
    let example = Example::new();
    let table = example.table("anova", Some("Y1"));
    assert_eq!(
        example.rows(&table),
        [
            "1 | Regression | 886,146 | 2 | 443,073 | 63,161 | ,000b",
            " | Residual | 455,972 | 65 | 7,015 |  | ",
            " | Total | 1342,118 | 67 |  |  | ",
        ]
    );
    assert_eq!(example.notes(&table), ["a. Dependent Variable: OCB", "b. Predictors: (Constant), LMX, Kompetensi"]);
    assert_eq!(
        example.rows(&example.table("anova", Some("Y2"))),
        [
            "1 | Regression | 1028,426 | 3 | 342,809 | 33,645 | ,000b",
            " | Residual | 652,104 | 64 | 10,189 |  | ",
            " | Total | 1680,529 | 67 |  |  | ",
        ]
    );
}

#[test]
fn a_perfect_fit_has_dashes_and_says_why() {
    let example = Example::of(named(), |results| {
        let Some(Outcome::Computed(regression)) = results.regressions.get_mut("Y1") else { panic!() };
        (regression.anova.f, regression.anova.p) = (Outcome::absent("perfect_fit"), Outcome::absent("perfect_fit"));
        regression.residuals.ks = Outcome::absent("perfect_fit");
        regression.glejser = Outcome::absent("perfect_fit");
    });
    let words = "– : data tepat seluruhnya pada garis regresi (semua residual nol) sehingga statistik ujinya tidak terdefinisi.";
    let table = example.table("anova", Some("Y1"));
    assert_eq!(example.rows(&table)[0], "1 | Regression | 886,146 | 2 | 443,073 | – | –");
    assert_eq!(example.notes(&table).last().unwrap(), words);
    let table = example.table("kolmogorov-smirnov", Some("Y1"));
    assert_eq!(example.rows(&table)[7], "Asymp. Sig. (2-tailed) | –");
    assert_eq!(example.notes(&table).last().unwrap(), words);
    assert_eq!(example.made("glejser", Some("Y1")), None);
}

#[test]
fn hypotheses_show_what_decided() {
    let mut study = named();
    let joint = Hypothesis {
        id: "H7".to_owned(),
        claim: Claim::Joint { from: vec!["X1".to_owned(), "X2".to_owned()], to: "Y1".to_owned() },
        claim_text: "X1 & X2 -> Y1".to_owned(),
        statement: Some(Text::from("Kompetensi dan LMX bersama-sama berpengaruh terhadap OCB")),
        prior: Default::default(),
        discussion: Default::default(),
        regression: Some("Y1".to_owned()),
        declared: None,
    };
    let level = Hypothesis {
        id: "H8".to_owned(),
        claim: Claim::Paired { first: "X1".to_owned(), second: "X2".to_owned(), second_higher: None },
        claim_text: "X1 <> X2".to_owned(),
        statement: None,
        regression: None,
        ..joint.clone()
    };
    study.hypotheses.extend([joint, level]);
    let example = Example::of(study, |_| {});
    let statements = BTreeMap::from([("H2".to_owned(), vec![Inline::text("LMX berpengaruh positif terhadap OCB")])]);
    let table = table(&example.desk(), "hypotheses", None, &statements).unwrap();
    let rows = example.rows(&table);
    // β, t and Sig. of Tables 4.17 and 4.18, F of Table 4.21, R² of Table 4.19, product of the path analysis.
    let nbsp = |text: &str| text.replace(" = ", "\u{a0}=\u{a0}");
    assert_eq!(rows[0], nbsp("H1 | X1 -> Y1 | 0,607 | t = 5,454 | 0,000 | Diterima"));
    assert_eq!(rows[1], nbsp("H2 | LMX berpengaruh positif terhadap OCB | 0,250 | t = 2,245 | 0,028 | Diterima"));
    assert_eq!(rows[3], nbsp("H4 | X2 -> Y2 | 0,256 | t = 2,061 | 0,043 | Diterima"));
    assert!(rows[5].starts_with("H6 | X1 -> Y1 -> Y2 | 0,180 | – | – | "), "{}", rows[5]);
    assert_eq!(
        rows[6],
        nbsp("H7 | Kompetensi dan LMX bersama-sama berpengaruh terhadap OCB | R2 = 0,660 | F = 63,161 | 0,000 | Diterima")
    );
    assert_eq!(rows[7], "H8 | X1 <> X2 | – | – | – | Tidak diuji");
    assert_eq!(
        example.notes(&table),
        [
            "Koefisien pengaruh tidak langsung adalah hasil kali koefisien β sepanjang jalurnya.",
            "Pengaruh tidak langsung diputuskan dengan interval bootstrap persentil 95%, bukan dengan statistik uji; intervalnya disajikan dalam tabel hasil uji pengaruh tidak langsung.",
            "– : pengujian untuk jenis hipotesis ini belum tersedia.",
        ]
    );
}

#[test]
fn sobel_decides_where_declared_and_one_tail_is_said() {
    let mut study = named();
    study.analysis.mediation_decides = MediationDecides::Sobel;
    study.analysis.tails = Tails::One;
    let example = Example::of(study, |_| {});
    let table = example.table("hypotheses", None);
    // Sobel z 2,054 and p ,0400 follow from the exact cross-products of the published tables.
    assert_eq!(
        example.rows(&table)[5],
        "H6 | X1 -> Y1 -> Y2 | 0,180 | z = 2,054 | 0,040 | Diterima".replace(" = ", "\u{a0}=\u{a0}")
    );
    assert_eq!(example.notes(&table)[1], "Sig. hipotesis yang menyebutkan arah adalah signifikansi satu arah.");
}

#[test]
fn effects_as_the_path_analysis() {
    let example = Example::new();
    let table = example.table("effects", None);
    assert_eq!(
        example.rows(&table),
        [
            // Printed as 0,482: the sum of the rounded parts.
            "X1 → Y1 → Y2 | 0,302 | 0,180 | 0,481",
            "X2 → Y1 → Y2 | 0,256 | 0,074 | 0,330",
        ]
    );
}

#[test]
fn several_paths_of_a_pair_stand_before_their_sum() {
    let example = Example::of(named(), |results| {
        let effect = results.effects.iter_mut().find(|effect| effect.from == "X1" && effect.to == "Y2").unwrap();
        let mut other = effect.indirect[0].clone();
        other.via = vec!["X2".to_owned(), "Y1".to_owned()];
        effect.indirect.push(other);
        effect.direct = Outcome::absent("no_arrow");
    });
    let table = example.table("effects", None);
    assert_eq!(
        example.rows(&table)[..3],
        ["X1 → Y1 → Y2 |  | 0,180 | ", "X1 → X2 → Y1 → Y2 |  | 0,180 | ", "Seluruh jalur X1 → Y2 | – | 0,180 | 0,481",]
    );
    let notes = example.notes(&table);
    assert_eq!(notes.last().unwrap(), "– : tidak ada pengaruh langsung dalam kerangka penelitian.");
}

#[test]
fn indirect_tests_follow_from_the_published_tables() {
    let example = Example::new();
    let table = example.table("indirect-tests", None);
    assert!(table.wide);
    let header = example.header(&table);
    assert_eq!(header[0][4].0, "IK 95% Persentil");
    assert_eq!(header[0][5].0, "IK 95% BCa");
    let rows = example.rows(&table);
    // Products, Sobel and Aroian from the exact cross-products of the published tables.
    assert!(rows[0].starts_with("X1 → Y1 → Y2 | 0,165 | 2,054 | 0,040 | 2,025 | 0,043 | "), "{}", rows[0]);
    assert!(rows[1].starts_with("X2 → Y1 → Y2 | 0,105 | 1,577 | 0,115 | 1,504 | 0,133 | "), "{}", rows[1]);
    let notes = example.notes(&table);
    assert_eq!(notes[1], "Interval kepercayaan dihitung dari 200 sampel ulang bootstrap (seed 2019).");
    assert_eq!(notes[2], "Keputusan mengenai pengaruh tidak langsung didasarkan pada interval bootstrap persentil.");
    let mut without = named();
    without.analysis.resamples = 0;
    without.analysis.alpha = 0.01;
    let example = Example::of(without, |_| {});
    let table = example.table("indirect-tests", None);
    assert_eq!(example.header(&table)[0][4].0, "IK 99% Persentil");
    assert!(example.rows(&table)[0].ends_with(" | – | – | – | –"));
    let notes = example.notes(&table);
    assert_eq!(notes.len(), 3);
    assert_eq!(notes[2], "– : sampel ulang bootstrap tidak dijalankan untuk jalur ini.");
}

#[test]
fn descriptives_follow_from_the_published_sums() {
    let example = Example::new();
    let table = example.table("descriptives", None);
    let rows = example.rows(&table);
    // Means and standard deviations from the sums and squares of the scores: 2076 / 68 and so on.
    let read = |row: &str| -> Vec<String> { row.split(" | ").map(str::to_owned).collect() };
    for (row, name, mean, sd) in [
        (&rows[0], "Kompetensi (X1)", "30,529", "5,468"),
        (&rows[1], "Leader Member Exchange (X2)", "20,294", "3,511"),
        (&rows[2], "Organizational Citizenship Behavior (Y1)", "30,294", "4,476"),
        (&rows[3], "Kinerja Pegawai (Y2)", "33,853", "5,008"),
    ] {
        let cells = read(row);
        assert_eq!([&cells[0], &cells[1], &cells[4], &cells[7]], [name, "68", mean, sd]);
    }
    let example = Example::of(named(), |results| results.variables.get_mut("X1").unwrap().multiple_modes = true);
    let table = example.table("descriptives", None);
    assert!(read(&example.rows(&table)[0])[6].ends_with('a'));
    assert!(example.notes(&table)[0].starts_with("a. Terdapat lebih dari satu modus"));
}

#[test]
fn dimensions_have_rows_of_their_own_without_a_number() {
    let mut study = named();
    let Measure::Items { dimensions, .. } = &mut study.variables.get_mut("X1").unwrap().measure else { panic!() };
    for (code, range) in [("A", 0..5), ("B", 5..9)] {
        let name = Text::Same(format!("Bagian {code}"));
        let dimension = crate::study::Dimension { code: code.to_owned(), name, definition: None, indicators: range };
        dimensions.insert(code.to_owned(), dimension);
    }
    let example = Example::of(study, |_| {});
    let rows = example.rows(&example.table("reliability", None));
    assert!(rows[1].starts_with(" | Bagian A (X1.A) | ") && rows[3].starts_with("2 | Leader"), "{rows:?}");
    let rows = example.rows(&example.table("responses", Some("X1")));
    assert_eq!((rows[0].as_str(), rows[6].as_str()), ("Bagian A (X1.A)", "Bagian B (X1.B)"));
    assert!(example.rows(&example.table("descriptives", None))[1].starts_with("Bagian A (X1.A) | 68 | "));
}

#[test]
fn equations_of_the_path_analysis() {
    let example = Example::new();
    let text = |regression, standardized| match equation(&example.desk(), regression, standardized) {
        Some(Block::Equation(content)) => example.words(&content),
        other => panic!("{other:?}"),
    };
    assert_eq!(text("Y1", true), "Y1 = 0,607X1 + 0,250X2 + e1");
    assert_eq!(text("Y2", true), "Y2 = 0,302X1 + 0,256X2 + 0,296Y1 + e2");
    // Tables 4.17 and 4.18.
    assert_eq!(text("Y1", false), "Ŷ1 = 8,680 + 0,496X1 + 0,318X2");
    assert_eq!(text("Y2", false), "Ŷ2 = 7,960 + 0,276X1 + 0,365X2 + 0,331Y1");
    assert_eq!(equation(&example.desk(), "Z", true), None);
}

#[test]
fn equations_with_minus_signs_categories_and_gaps() {
    let change = |results: &mut Results| {
        let Some(Outcome::Computed(regression)) = results.regressions.get_mut("Y2") else { panic!() };
        let [constant, first, second, third] = regression.coefficients.as_mut_slice() else { panic!() };
        constant.b = -7.96;
        first.beta = Outcome::Computed(-0.302);
        second.beta = Outcome::Computed(-0.256);
        second.b = -0.365;
        third.term = "umur[40 - 49 Tahun]".to_owned();
        let Some(Outcome::Computed(regression)) = results.regressions.get_mut("Y1") else { panic!() };
        regression.coefficients[2].beta = Outcome::absent("undefined");
    };
    let mut study = named();
    study.characteristics[1].name = Text::from("Umur");
    let example = Example::of(study, change);
    let text = |standardized| match equation(&example.desk(), "Y2", standardized) {
        Some(Block::Equation(content)) => example.words(&content),
        other => panic!("{other:?}"),
    };
    assert_eq!(text(true), "Y2 = −0,302X1 − 0,256X2 + 0,296\u{a0}(Umur: 40 - 49 Tahun) + e2");
    assert_eq!(text(false), "Ŷ2 = −7,960 + 0,276X1 − 0,365X2 + 0,331\u{a0}(Umur: 40 - 49 Tahun)");
    assert_eq!(equation(&example.desk(), "Y1", true), None, "an equation without one of its terms would be another one");
}

#[test]
fn every_word_has_its_term() {
    let example = Example::new();
    let keys: Vec<&str> = example.terms.keys().collect();
    for (name, key) in ALL {
        let table = example.table(name, key);
        let cells = table.header.iter().flatten().chain(table.rows.iter().flat_map(|row| &row.cells));
        let texts = cells.map(|cell| cell_text(&example.document, cell, false)).chain(example.notes(&table));
        for text in texts.chain([example.words(&table.caption)]) {
            assert!(
                !["column.", "row.", "remark.", "verdict.", "note.", "reason.", "caption.", "test."]
                    .iter()
                    .any(|key| text.contains(key)),
                "{text}"
            );
            assert!(!text.contains("{}"), "{text}");
        }
    }
    // Every reason that the code gives.
    for reason in [
        "too_few_cases",
        "no_variance",
        "collinear",
        "perfect_fit",
        "undefined",
        "not_converged",
        "no_cases",
        "no_items",
        "one_item",
        "no_bands",
        "no_test",
        "by_significance",
        "not_declared",
        "constant",
        "no_p",
        "no_arrow",
        "no_path",
        "opposite_signs",
        "no_resamples",
        "no_outcome",
        "no_regression",
        "several_columns",
        "not_available",
        "not_applicable",
    ] {
        assert!(keys.contains(&format!("reason.{reason}").as_str()), "{reason}");
    }
}
