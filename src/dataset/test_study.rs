//! Checked studies built by hand, for tests of reading and scoring.

#![allow(clippy::unwrap_used)]

use crate::diagnostics::{FileId, Span};
use crate::language::{Language, Text};
use crate::study::settings::{AssumptionTest, MediationDecides, PStyle, Tails, ValidityCritical, ValidityMethod};
use crate::study::variable::ColumnSource;
use crate::study::{
    Analysis, Bands, Characteristic, Data, Dimension, Indicator, Item, Measure, Report, Role, Scale, Score, ScoreBy, Study,
    Variable,
};
use indexmap::IndexMap;
use std::ops::Range;

/// Builds a study step by step; items are called `X.1`, `X.2` … after their variable.
#[derive(Clone)]
pub struct Build {
    study: Study,
    scale: Scale,
    next_span: usize,
}

impl Build {
    /// An empty study whose items are answered from `min` to `max`.
    pub fn new(min: i64, max: i64) -> Build {
        let bands = Bands { bands: Vec::new(), equal: true, of_score: false };
        Build { study: empty(), scale: Scale { min, max, labels: Vec::new(), abbreviations: Vec::new(), bands }, next_span: 0 }
    }

    /// Words of the scale, for items added later.
    pub fn labels(mut self, labels: &[&str], abbreviations: &[&str]) -> Build {
        self.scale.labels = texts(labels);
        self.scale.abbreviations = texts(abbreviations);
        self
    }

    /// A variable with `count` items.
    pub fn items(mut self, code: &str, count: usize) -> Build {
        let indicators = (1..=count)
            .map(|number| Indicator {
                name: Text::from("indikator"),
                items: vec![Item {
                    code: format!("{code}.{number}"),
                    name: Text::Same(format!("butir {code} {number}")),
                    statement: None,
                    column: ColumnSource::ByCode,
                    reverse: false,
                    reverse_checked: false,
                    labels: None,
                    declared: self.span(),
                }],
            })
            .collect();
        let measure =
            Measure::Items { indicators, dimensions: IndexMap::new(), scale: self.scale.clone(), score: Box::default() };
        self.variable(code, measure)
    }

    /// A variable that is one column.
    pub fn column(self, code: &str, header: &str) -> Build {
        self.ranged(code, header, None)
    }

    /// A variable that is one column with a range.
    pub fn ranged(self, code: &str, header: &str, range: Option<(f64, f64)>) -> Build {
        let measure = Measure::Column { column: header.to_owned(), range };
        self.variable(code, measure)
    }

    /// Dimensions over the indicators of a variable.
    pub fn dimensions(mut self, code: &str, parts: &[(&str, Range<usize>)]) -> Build {
        if let Some(Measure::Items { dimensions, .. }) = self.measure(code) {
            for (part, range) in parts {
                let dimension =
                    Dimension { code: (*part).to_owned(), name: Text::from(*part), definition: None, indicators: range.clone() };
                dimensions.insert((*part).to_owned(), dimension);
            }
        }
        self
    }

    /// The score of a variable is the mean of its items.
    pub fn mean(self, code: &str) -> Build {
        self.score(code, |score| score.by = ScoreBy::Mean)
    }

    /// Changes how the score of a variable is made.
    pub fn score(mut self, code: &str, change: impl FnOnce(&mut Score)) -> Build {
        if let Some(Measure::Items { score, .. }) = self.measure(code) {
            change(score);
        }
        self
    }

    /// A score needs this share of the items.
    pub fn minimum_answered(self, code: &str, share: f64) -> Build {
        self.score(code, |score| score.minimum_answered = share)
    }

    /// An item is reversed.
    pub fn reverse(self, item: &str) -> Build {
        self.item(item, |item| item.reverse = true)
    }

    /// Changes an item.
    pub fn item(mut self, code: &str, change: impl FnOnce(&mut Item)) -> Build {
        let found = self.study.variables.values_mut().find_map(|variable| match &mut variable.measure {
            Measure::Items { indicators, .. } => {
                indicators.iter_mut().flat_map(|indicator| indicator.items.iter_mut()).find(|item| item.code == code)
            }
            Measure::Column { .. } | Measure::Records(_) => None,
        });
        if let Some(item) = found {
            change(item);
        }
        self
    }

    /// A characteristic found by its code.
    pub fn characteristic(mut self, code: &str, change: impl FnOnce(&mut Characteristic)) -> Build {
        let mut characteristic = Characteristic {
            code: code.to_owned(),
            name: Text::from(code),
            column: code.to_owned(),
            order: Vec::new(),
            values: IndexMap::new(),
            classes: Vec::new(),
            unit: None,
            declared: self.span(),
        };
        change(&mut characteristic);
        self.study.characteristics.push(characteristic);
        self
    }

    /// Changes the settings of the data file.
    pub fn data(mut self, change: impl FnOnce(&mut Data)) -> Build {
        change(&mut self.study.data);
        self
    }

    /// The study.
    pub fn study(&self) -> Study {
        self.study.clone()
    }

    fn variable(mut self, code: &str, measure: Measure) -> Build {
        let variable = Variable {
            code: code.to_owned(),
            name: Text::from(code),
            abbreviation: None,
            definition: None,
            source: None,
            measure,
            role: Role::Other,
            declared: self.span(),
        };
        self.study.variables.insert(code.to_owned(), variable);
        self
    }

    fn measure(&mut self, code: &str) -> Option<&mut Measure> {
        self.study.variables.get_mut(code).map(|variable| &mut variable.measure)
    }

    /// A span of its own for each declared thing, so that tests can tell them apart.
    fn span(&mut self) -> Option<Span> {
        self.next_span += 10;
        Some(Span { file: FileId(0), start: self.next_span, end: self.next_span + 5 })
    }
}

/// The study of Putri (2019) as far as reading needs it.
pub fn semarang() -> Study {
    let orders: [(&str, &[&str]); 4] = [
        ("jenis_kelamin", &["Laki-laki", "Perempuan"]),
        ("umur", &["30 - 39 Tahun", "40 - 49 Tahun", "50 - 58 Tahun"]),
        ("pendidikan", &["Tamat SMA/SMK", "Tamat Diploma", "Tamat Sarjana", "Tamat Pasca Sarjana"]),
        ("lama_bekerja", &["10 -19 tahun", "20 -30 tahun", "Lebih dari 30 tahun"]),
    ];
    let mut build = Build::new(1, 5)
        .labels(&["Sangat Tidak Setuju", "Tidak Setuju", "Netral", "Setuju", "Sangat Setuju"], &["STS", "TS", "N", "S", "SS"])
        .items("X1", 9)
        .items("X2", 6)
        .items("Y1", 9)
        .items("Y2", 10);
    for (code, order) in orders {
        build = build.characteristic(code, |c| c.order = order.iter().map(|v| (*v).to_owned()).collect());
    }
    build
        .data(|data| {
            data.file = "responses.csv".to_owned();
            data.distributed = Some(68);
            data.returned = Some(68);
        })
        .study()
}

fn texts(words: &[&str]) -> Vec<Text> {
    words.iter().map(|word| Text::from(*word)).collect()
}

fn empty() -> Study {
    Study {
        title: Text::from("Judul"),
        author: None,
        institution: None,
        object: None,
        period: None,
        office: None,
        year: None,
        language: Language::Id,
        subjects: Text::from("responden"),
        data: Data {
            file: "a.csv".to_owned(),
            missing_codes: vec![String::new(), "NA".to_owned()],
            declared: Some(Span { file: FileId(0), start: 1, end: 6 }),
            ..Data::none()
        },
        population: None,
        sampling: None,
        characteristics: Vec::new(),
        variables: IndexMap::new(),
        hypotheses: Vec::new(),
        regressions: Vec::new(),
        arrows: Vec::new(),
        descriptives: crate::study::Descriptives::default(),
        targets: None,
        matrix: None,
        analysis: Analysis {
            alpha: 0.05,
            tails: Tails::Two,
            validity_method: ValidityMethod::Corrected,
            validity_critical: ValidityCritical::RTable,
            validity_df: Default::default(),
            reliability_minimum: 0.7,
            conventions: Vec::new(),
            normality: vec![AssumptionTest::KolmogorovSmirnov],
            heteroscedasticity: vec![AssumptionTest::Glejser],
            autocorrelation: Vec::new(),
            linearity: Vec::new(),
            vif_limit: 10.0,
            remedies_always: false,
            invalid_items: Default::default(),
            outliers: Default::default(),
            if_not_normal: Default::default(),
            if_heteroscedastic: Default::default(),
            mediation_decides: MediationDecides::Percentile,
            resamples: 0,
            seed: 1,
            groups: Default::default(),
            paired: Default::default(),
            association: Default::default(),
            gain: Default::default(),
        },
        report: Report {
            template: "bab-iv".to_owned(),
            outline: "udinus".to_owned(),
            chapter: 4,
            roman: false,
            source_note: None,
            overview: None,
            bibliography: None,
            discussion: Vec::new(),
            additions: Vec::new(),
            appendices: Vec::new(),
            italic: Vec::new(),
            p_style: PStyle::Spss,
            drop_leading_zero: true,
            figure_captions_above: false,
            earlier: Vec::new(),
            plan: Vec::new(),
            decimals: IndexMap::new(),
        },
    }
}

/// A zip archive of these files.
pub fn zip_files(files: &[(&str, &[u8])]) -> Vec<u8> {
    use std::io::Write;
    let mut archive = zip::ZipWriter::new(std::io::Cursor::new(Vec::new()));
    for (name, content) in files {
        archive.start_file(*name, zip::write::SimpleFileOptions::default()).unwrap();
        archive.write_all(content).unwrap();
    }
    archive.finish().unwrap().into_inner()
}

/// A workbook with these sheets, written as the standard (ECMA-376) asks at the least; `#` before a cell makes it a number,
/// `@` a date.
pub fn workbook(sheets: &[(&str, &[&[&str]])]) -> Vec<u8> {
    let sheets: Vec<(&str, String)> = sheets.iter().map(|(name, rows)| (*name, sheet_rows(rows))).collect();
    package(&sheets)
}

/// A workbook with one sheet of these rows, as raw XML.
pub fn workbook_of(rows: &str) -> Vec<u8> {
    package(&[("Jawaban", rows.to_owned())])
}

fn package(sheets: &[(&str, String)]) -> Vec<u8> {
    const MAIN: &str = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
    const RELATIONS: &str = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
    const PACKAGE: &str = "http://schemas.openxmlformats.org/package/2006/relationships";
    let mut files: Vec<(String, String)> = Vec::new();
    let (mut list, mut links, mut types) = (String::new(), String::new(), String::new());
    for (number, (name, rows)) in sheets.iter().enumerate() {
        let number = number + 1;
        list.push_str(&format!("<sheet name=\"{name}\" sheetId=\"{number}\" r:id=\"rId{number}\"/>"));
        links.push_str(&format!(
            "<Relationship Id=\"rId{number}\" Type=\"{RELATIONS}/worksheet\" Target=\"worksheets/sheet{number}.xml\"/>"
        ));
        types.push_str(&format!("<Override PartName=\"/xl/worksheets/sheet{number}.xml\" ContentType=\"application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml\"/>"));
        files.push((
            format!("xl/worksheets/sheet{number}.xml"),
            format!("<worksheet xmlns=\"{MAIN}\"><sheetData>{rows}</sheetData></worksheet>"),
        ));
    }
    links.push_str(&format!("<Relationship Id=\"rId99\" Type=\"{RELATIONS}/styles\" Target=\"styles.xml\"/>"));
    files.push((
        "xl/styles.xml".into(),
        format!(
            "<styleSheet xmlns=\"{MAIN}\"><cellXfs count=\"2\"><xf numFmtId=\"0\"/><xf numFmtId=\"14\"/></cellXfs></styleSheet>"
        ),
    ));
    files.push((
        "xl/workbook.xml".into(),
        format!("<workbook xmlns=\"{MAIN}\" xmlns:r=\"{RELATIONS}\"><sheets>{list}</sheets></workbook>"),
    ));
    files.push(("xl/_rels/workbook.xml.rels".into(), format!("<Relationships xmlns=\"{PACKAGE}\">{links}</Relationships>")));
    files.push(("_rels/.rels".into(), format!("<Relationships xmlns=\"{PACKAGE}\"><Relationship Id=\"rId1\" Type=\"{RELATIONS}/officeDocument\" Target=\"xl/workbook.xml\"/></Relationships>")));
    files.push(("[Content_Types].xml".into(), format!("<Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\"><Default Extension=\"xml\" ContentType=\"application/xml\"/><Default Extension=\"rels\" ContentType=\"application/vnd.openxmlformats-package.relationships+xml\"/><Override PartName=\"/xl/workbook.xml\" ContentType=\"application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml\"/>{types}</Types>")));
    let files: Vec<(&str, &[u8])> = files.iter().map(|(name, text)| (name.as_str(), text.as_bytes())).collect();
    zip_files(&files)
}

fn sheet_rows(rows: &[&[&str]]) -> String {
    let mut data = String::new();
    for (row, cells) in rows.iter().enumerate() {
        let row = row + 1;
        data.push_str(&format!("<row r=\"{row}\">"));
        for (at, cell) in cells.iter().enumerate().filter(|(_, cell)| !cell.is_empty()) {
            let place = format!("{}{row}", super::table::letters(at));
            data.push_str(&match (cell.strip_prefix('#'), cell.strip_prefix('@')) {
                (Some(number), _) => format!("<c r=\"{place}\"><v>{number}</v></c>"),
                (_, Some(date)) => format!("<c r=\"{place}\" s=\"1\"><v>{date}</v></c>"),
                _ => format!("<c r=\"{place}\" t=\"inlineStr\"><is><t>{cell}</t></is></c>"),
            });
        }
        data.push_str("</row>");
    }
    data
}
