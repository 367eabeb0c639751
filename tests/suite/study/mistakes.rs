//! Mistakes in a study file: every one is found, at its exact place, and nothing else is.
use super::checked::{check, check_in};
use bab4::diagnostics::Severity;

const TWELVE: &str = "\
judul: Pengaruh Kompetensi terhadap Kinerja
title: Pengaruh Kompetensi terhadap Kinerja
year: dua ribu sembilan belas
data: { file: data.csv, distributed: 68, distributed: 70 }
scale: { min: 1, max: 5, labels: [STS, TS, S, SS] }
respondents:
  umur: { column: umur }
variables:
  X1: { name: Kompetensi, indicators: [Integritas, Motivasi] }
  2X: { name: Disiplin, indicators: [Kehadiran, Ketaatan] }
  M: { name: Motivasi, indicators: [A, B, C], columns: \"F:G\" }
  Y: { name: Kinerja, indicators: [{ name: Mutu, code: X1.2 }, Waktu] }
hypotheses:
  H1: X1 -> Y (+)
  H2: X3 -> Y
  H3: Y -> M -> X1
  H4: X1 - Y
report: { overview: ../gambaran.md }
";

#[test]
fn twelve_mistakes_are_twelve_diagnostics() {
    let checked = check(TWELVE);
    assert_eq!(
        checked.found(),
        [
            "S002 judul",
            "S005 dua ribu sembilan belas",
            "S003 distributed",
            "S012 [STS, TS, S, SS]",
            "S004 umur",
            "S010 2X",
            "S021 \"F:G\"",
            "S011 X1.2",
            "S014 X3",
            "S015 Y -> M -> X1",
            "S013 -",
            "S019 ../gambaran.md",
        ]
    );
    assert!(checked.study.is_none());
    let starts: Vec<usize> = checked
        .diagnostics
        .iter()
        .map(|diagnostic| match &diagnostic.place {
            Some(bab4::diagnostics::Place::Span(span)) => span.start,
            other => panic!("{other:?}"),
        })
        .collect();
    // Texts that stand more than once: the second `distributed`, the `umur` that is a key, the hyphen of H4.
    assert_eq!(starts[2], TWELVE.rfind("distributed").unwrap());
    assert_eq!(starts[4], TWELVE.find("  umur").unwrap() + 2);
    assert_eq!(starts[10], TWELVE.find("X1 - Y").unwrap() + 3);
}

/// What is found in a study with one line changed, beside the file itself.
const GOOD: &str = "\
title: Judul
data: { file: data.csv }
scale: { min: 1, max: 5 }
respondents:
  jk: { name: Jenis Kelamin, order: [Laki-laki, Perempuan] }
  umur: { name: Umur, classes: [20, 30], unit: tahun }
variables:
  X: { name: Kompetensi, indicators: [A, B] }
  M: { name: Motivasi, indicators: [{ name: C, items: [satu, { statement: dua, reverse: true }] }] }
  Y: { name: Kinerja, column: nilai, range: [0, 100] }
hypotheses:
  H1: X -> Y (+)
  H2: Y ~ jk (Perempuan > Laki-laki)
analysis: { alpha: 0.05 }
report: { chapter: 4 }
";

fn change(from: &str, to: &str) -> Vec<String> {
    assert!(GOOD.contains(from), "{from}");
    check(&GOOD.replacen(from, to, 1)).found()
}

#[test]
fn one_mistake_is_one_diagnostic() {
    assert_eq!(check(GOOD).found(), Vec::<String>::new());
    let mut wrong = Vec::new();
    for (from, to, expected) in [
        // Keys and values.
        ("title: Judul\n", "", "S004 data"),
        ("title: Judul", "title:", "S004 title"),
        ("title: Judul", "title: \"\"", "S004 title"),
        ("title: Judul", "title: [Judul]", "S005 [Judul]"),
        ("title: Judul", "title: { id: a, fr: b }", "S002 fr"),
        ("{ file: data.csv }", "{ sheet: a }", "S004 data"),
        ("{ file: data.csv }", "{ file: data.csv, delimiter: x }", "S006 x"),
        ("{ file: data.csv }", "{ file: data.csv, delimiter: ';;' }", "S005 ';;'"),
        ("{ file: data.csv }", "{ file: data.csv, missing: drop }", "S006 drop"),
        ("{ file: data.csv }", "{ file: data.csv, distributed: -3 }", "S005 -3"),
        ("{ file: data.csv }", "{ file: data.csv, delimiter: ',', decimal: ',' }", "S009 ','"),
        ("{ file: data.csv }", "{ file: data.csv, encoding: latin-99 }", "S006 latin-99"),
        ("{ file: data.csv }", "{ file: dta.csv }", "S019 dta.csv"),
        ("{ file: data.csv }", "{ file: /data.csv }", "S019 /data.csv"),
        ("{ file: data.csv }", "{ file: data.dta }", "S007 data.dta"),
        ("alpha: 0.05", "alpha: 1.5", "S006 1.5"),
        ("alpha: 0.05", "alpha: '0,05'", "S005 '0,05'"),
        ("alpha: 0.05", "alpha: 0,05", "S005 0,05"),
        ("alpha: 0.05", "tails: 3", "S006 3"),
        ("alpha: 0.05", "normality: kolmogorov-smirnov", "S005 kolmogorov-smirnov"),
        ("alpha: 0.05", "normality: [kolmogorof]", "S006 kolmogorof"),
        ("alpha: 0.05", "mediation: { resamples: 7 }", "S006 7"),
        ("alpha: 0.05", "gropus: auto", "S002 gropus"),
        ("chapter: 4", "chapter: 0", "S006 0"),
        ("chapter: 4", "style: { decimals: { mean: 30 } }", "S006 30"),
        ("chapter: 4", "style: { decimals: { rata: 3 } }", "S002 rata"),
        ("{ file: data.csv }", "{ file: data.csv, delimiter: \" \" }", "S006 \" \""),
        // Scales.
        ("min: 1, max: 5", "min: 5, max: 1", "S012 1"),
        ("min: 1, max: 5", "min: 1", "S004 scale"),
        ("min: 1, max: 5", "min: 0, max: 100000", "S012 100000"),
        ("min: 1, max: 5", "min: 1, max: 5, abbreviations: [a]", "S012 [a]"),
        ("min: 1, max: 5", "min: 1, max: 5, categories: { a: 1, b: 3, c: 2 }", "S012 2"),
        ("min: 1, max: 5", "min: 1, max: 5, categories: { a: 2, b: 3 }", "S012 2"),
        ("min: 1, max: 5", "min: 1, max: 5, categories: { a: 1, b: 9 }", "S012 9"),
        ("min: 1, max: 5", "min: 1, max: 5, categories: [a]", "S012 [a]"),
        ("min: 1, max: 5", "min: 1, max: 5, categories: tinggi", "S005 tinggi"),
        // Respondents.
        ("[Laki-laki, Perempuan]", "[Laki-laki, Perempuan, Laki-laki]", "S011 Laki-laki"),
        ("[20, 30]", "[30, 20]", "S006 20"),
        ("classes: [20, 30]", "order: [a], classes: [20]", "S009 [20]"),
        ("  jk: {", "  jenis kelamin: { column: a, name: b }\n  jk: {", "S010 jenis kelamin"),
        // Variables.
        ("{ name: Kompetensi, indicators: [A, B] }", "{ indicators: [A, B] }", "S004 X"),
        ("{ name: Kompetensi, indicators: [A, B] }", "{ name: Kompetensi }", "S004 X"),
        ("{ name: Kompetensi, indicators: [A, B] }", "{ name: K, indicators: [] }", "S004 []"),
        ("{ name: Kompetensi, indicators: [A, B] }", "Kompetensi", "S005 Kompetensi"),
        ("indicators: [A, B]", "indicators: [A, B], column: x", "S009 x"),
        ("indicators: [A, B]", "indicators: [A, B], range: [1, 5]", "S009 [1, 5]"),
        ("column: nilai", "column: nilai, columns: [a]", "S009 [a]"),
        ("range: [0, 100]", "range: [100, 0]", "S006 [100, 0]"),
        ("range: [0, 100]", "range: [0]", "S005 [0]"),
        ("indicators: [A, B]", "indikator: [A, B]", "S002 indikator"),
        ("indicators: [A, B]", "indicators: [A, { statement: b }]", "S004 statement"),
        ("indicators: [A, B]", "indicators: [A, B], columns: \"KOM\"", "S006 \"KOM\""),
        ("indicators: [A, B]", "indicators: [A, B], columns: [a]", "S021 [a]"),
        ("indicators: [A, B]", "indicators: [A, B], columns: [a, a]", "S011 a"),
        ("indicators: [A, B]", "indicators: [A, { name: B, column: X.1 }]", "S011 X.1"),
        ("indicators: [A, B]", "indicators: [A, { name: B, column: nilai }]", "S011 nilai"),
        ("indicators: [A, B]", "indicators: [A, { name: B, code: 1a }]", "S010 1a"),
        ("indicators: [A, B]", "indicators: [A, { name: B, labels: [a, b] }]", "S021 [a, b]"),
        ("indicators: [A, B]", "indicators: [A, { name: B, reverse: ya }]", "S005 ya"),
        ("{ name: C, items: [", "{ name: C, statement: c, items: [", "S009 statement"),
        ("{ name: Kompetensi, indicators: [A, B] }", "{ uses: ocb-semarangg }", "S018 ocb-semarangg"),
        ("  X: {", "  jk: { name: a, column: b }\n  X: {", "S011 jk"),
        // Claims.
        ("X -> Y (+)", "X -> Z (+)", "S014 Z"),
        ("X -> Y (+)", "X.BP -> Y (+)", "S014 X.BP"),
        ("X -> Y (+)", "\"X -> Z (+)\"", "S014 Z"),
        ("X -> Y (+)", "umur -> Y", "S020 umur"),
        ("X -> Y (+)", "X & X -> Y", "S011 X"),
        ("X -> Y (+)", "X -> X", "S015 X -> X"),
        ("X -> Y (+)", "X <-> umur", "S020 umur"),
        ("X -> Y (+)", "X > 9", "S006 9"),
        ("X -> Y (+)", "X > 120%", "S006 120%"),
        ("X -> Y (+)", "X < X", "S020 X"),
        ("Y ~ jk", "Y ~ X", "S020 X"),
        ("Y ~ jk (Perempuan > Laki-laki)", "Y ~ jk (Wanita > Laki-laki)", "S006 Wanita"),
        ("H1: X -> Y (+)", "H1: { statement: a }", "S004 H1"),
        ("X -> Y (+)", "{ claim: X -> Y, prior: { positif: [a] } }", "S002 positif"),
    ] {
        let mut found = change(from, to);
        if expected.starts_with("S007 data.dta") {
            found.retain(|found| !found.starts_with("S019"));
        }
        if found != [expected] {
            wrong.push(format!("{from} => {to}: {found:?}, not {expected}"));
        }
    }
    assert_eq!(wrong, Vec::<String>::new());
}

#[test]
fn a_study_needs_variables() {
    let (before, after) = (GOOD.find("variables:").unwrap(), GOOD.find("hypotheses:").unwrap());
    let text = format!("{}variables: {{}}\n{}", &GOOD[..before], &GOOD[GOOD.find("analysis:").unwrap()..]);
    assert_eq!(check(&text).found(), ["S004 variables"]);
    let text = format!("{}{}", &GOOD[..before], &GOOD[after..]);
    assert!(check(&text).found().contains(&"S004 title".to_owned()), "points at the first key of the file");
}

#[test]
fn hints_name_what_was_probably_meant() {
    for (from, to, hint) in [
        ("title: Judul", "title: Judul\nhipotesis: {}", "maksud Anda «hypotheses»?"),
        ("title: Judul", "title: Judul\nhypothesis: {}", "maksud Anda «hypotheses»?"),
        (
            "title: Judul",
            "title: Judul\nalpha: 0.05",
            "kunci «alpha» berada di bawah «analysis», misalnya: analysis: { alpha: … }",
        ),
        ("indicators: [A, B]", "indicators: [{ name: A, pernyataan: a }, B]", "maksud Anda «statement»?"),
        ("indicators: [A, B]", "indicators: [{ name: A, butir: [a] }, B]", "maksud Anda «items»?"),
        ("X -> Y (+)", "X -> Yy", "maksud Anda «Y»?"),
        ("X -> Y (+)", "X → Y", "panah ditulis ->"),
        ("alpha: 0.05", "alpha: '0,05'", "angka ditulis tanpa tanda kutip dan dengan titik desimal: 0.05"),
        ("{ file: data.csv }", "{ file: dta.csv }", "berkas yang ada di folder itu: data.csv"),
        ("reverse: true", "reverse: ya", "tulis true"),
    ] {
        let checked = check(&GOOD.replacen(from, to, 1));
        let hints: Vec<&str> =
            checked.diagnostics.iter().flat_map(|diagnostic| &diagnostic.hints).map(|hint| hint.id.as_str()).collect();
        assert!(hints.contains(&hint), "{to}: {hints:?}");
    }
}

#[test]
fn texts_are_taken_as_written_and_defaults_are_those_of_the_design() {
    let text = GOOD.replace("title: Judul", "title: 2019").replace("[A, B]", "[1.10, true]");
    let checked = check(&text);
    let study = checked.study();
    let id = bab4::language::Language::Id;
    assert_eq!(study.title.get(id), "2019");
    let names: Vec<&str> = study.variables["X"].items().map(|item| item.name.get(id)).collect();
    assert_eq!(names, ["1.10", "true"]);
    assert_eq!(study.subjects.get(id), "responden");
    assert_eq!(study.data.missing_codes, ["", "NA"]);
    assert_eq!((study.analysis.resamples, study.analysis.seed), (10_000, 1));
    assert!((study.analysis.reliability_minimum - 0.70).abs() < 1e-12);
    assert_eq!((study.report.template.as_str(), study.report.outline.as_str()), ("bab-iv", "udinus"));
    let bands: Vec<&str> = study.variables["X"].scale().unwrap().bands.bands.iter().map(|(name, _)| name.get(id)).collect();
    assert_eq!(bands, ["sangat rendah", "rendah", "cukup", "tinggi", "sangat tinggi"]);
    let items: Vec<(&str, bool)> = study.variables["M"].items().map(|item| (item.code.as_str(), item.reverse)).collect();
    assert_eq!(items, [("M.1", false), ("M.2", true)]);
}

#[test]
fn columns_come_as_pattern_range_or_list() {
    use bab4::study::variable::ColumnSource::{ByCode, Header, Position};
    for (columns, expected) in [
        ("", [ByCode, ByCode]),
        (", columns: \"KOM{i}\"", [Header("KOM1".into()), Header("KOM2".into())]),
        (", columns: \"F:G\"", [Position(5), Position(6)]),
        (", columns: [a b, c]", [Header("a b".into()), Header("c".into())]),
    ] {
        let checked = check(&GOOD.replacen("indicators: [A, B]", &format!("indicators: [A, B]{columns}"), 1));
        let found: Vec<_> = checked.study().variables["X"].items().map(|item| item.column.clone()).collect();
        assert_eq!(found, expected);
    }
}

#[test]
fn a_model_gives_what_the_study_does_not() {
    let text = GOOD.replacen(
        "X: { name: Kompetensi, indicators: [A, B] }",
        "X: { uses: ocb-semarang, abbreviation: PKO, scale: { max: 7 } }",
        1,
    );
    let checked = check(&text);
    let variable = &checked.study().variables["X"];
    let id = bab4::language::Language::Id;
    // Nine indicators, as in the thesis' Table 4.7.
    assert_eq!(variable.items().count(), 9);
    assert_eq!(variable.name.get(id), "Organizational Citizenship Behavior");
    assert_eq!(variable.abbreviation.as_ref().unwrap().get(id), "PKO");
    assert_eq!((variable.scale().unwrap().min, variable.scale().unwrap().max), (1, 7));
    assert_eq!(variable.items().next().unwrap().code, "X.1");
}

#[test]
fn a_model_whose_scale_differs_from_the_studys_is_noted() {
    let text = GOOD.replacen("X: { name: Kompetensi, indicators: [A, B] }", "X: { uses: ocb-semarang }", 1).replacen(
        "min: 1, max: 5",
        "min: 1, max: 4",
        1,
    );
    let checked = check(&text);
    assert_eq!(checked.found(), ["S022 ocb-semarang"]);
    assert!(checked.diagnostics.iter().all(|diagnostic| diagnostic.severity == Severity::Note));
    let study = checked.study();
    assert_eq!(study.variables["X"].scale().unwrap().max, 5);
    assert_eq!(study.variables["M"].scale().unwrap().max, 4);
}

#[test]
fn a_model_beside_the_study_wins_and_its_mistakes_are_shown_where_they_stand() {
    let text = GOOD.replacen("X: { name: Kompetensi, indicators: [A, B] }", "X: { uses: ocb-semarang }", 1);
    let data = ("data.csv", "x\n1\n");
    let own = ("models/ocb-semarang.yaml", "name: OCB kami\nkind: reflective\nindicators: [satu, dua, tiga]\n");
    let checked = check_in(&text, &[data, own]);
    assert_eq!(checked.study().variables["X"].items().count(), 3);
    let broken = ("models/ocb-semarang.yaml", "nama: OCB kami\nname: a\nindicators: [satu, dua, tiga]\n");
    assert_eq!(check_in(&text, &[data, broken]).found(), ["S002 nama"]);
    // A model that is not used may be as it likes.
    assert_eq!(check_in(GOOD, &[data, broken]).found(), Vec::<String>::new());
}

#[test]
fn dimensions_resolve() {
    let text = GOOD
        .replacen(
            "indicators: [A, B] }",
            "dimensions: { P: { name: Pe, indicators: [A] }, Q: { name: Ki, indicators: [B] } } }",
            1,
        )
        .replacen("X -> Y (+)", "X.P & X.Q -> Y", 1);
    assert_eq!(check(&text).found(), Vec::<String>::new());
    let typo = text.replacen("X.Q", "X.R", 1);
    assert_eq!(check(&typo).found(), ["S014 X.R"]);
}
