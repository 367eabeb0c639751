//! Every number that the thesis printed (Putri 2019, tables 4.1–4.22, path analysis, text), compared at its printed
//! precision with what the chapter of `examples/disnaker-semarang` prints. Exceptions are named, each with its reason.

use crate::chapter::{Chapter, semarang};
use crate::common::proof;
use bab4::numbers::PrintedNumber;
use serde_json::Value;

/// Numbers of the thesis that cannot be right, or that this program never prints.
const EXCEPTIONS: [(&str, &str); 9] = [
    (
        "4.12 Test Statistic",
        "misprint: Absolute and Positive of the same table say ,094, and the statistic is the larger of the differences",
    ),
    ("4.17 L M X Std. Error", "misprint: B / t = ,318 / 2,245 = ,142; ,102 would give t = 3,12"),
    ("4.18 L M X Std. Error", "misprint: B / t = ,365 / 2,061 = ,177; ,077 would give t = 4,74"),
    ("path X1 total", "sum of rounded parts; unrounded it is ,481"),
    ("text response_rate_percent", "68 of 68 questionnaires are 100 per cent, not 90"),
    ("path X1 percent", "a total effect is no percentage of variance"),
    ("path X1 rest_percent", "a total effect is no percentage of variance"),
    ("path X2 percent", "a total effect is no percentage of variance"),
    ("path X2 rest_percent", "a total effect is no percentage of variance"),
];

/// Compares and keeps count.
#[derive(Default)]
struct Comparison {
    agreed: usize,
    exceptions: Vec<String>,
    problems: Vec<String>,
}

impl Comparison {
    /// Compares a published number with what the chapter prints; `None`: the chapter prints no such number.
    fn number(&mut self, name: &str, published: &Value, printed: Option<&str>) {
        let published = published["printed"].as_str().unwrap();
        // Superscript note marks stand behind some numbers: ",070 ^c".
        let published = published.split(['^', ' ', '%']).next().unwrap();
        let expected = PrintedNumber::parse(published, ',').unwrap_or_else(|| panic!("{name}: {published}"));
        let ours = printed.map(clean).and_then(|text| PrintedNumber::parse(&text, ','));
        let (low, high) = expected.interval();
        let agrees = ours.is_some_and(|ours| ours.decimals >= expected.decimals && ours.value > low && ours.value < high);
        match (agrees, EXCEPTIONS.iter().any(|(exception, _)| *exception == name)) {
            (true, false) => self.agreed += 1,
            (false, true) => self.exceptions.push(name.to_owned()),
            (true, true) => self.problems.push(format!("{name} is listed as an exception but agrees")),
            (false, false) => self.problems.push(format!("{name}: published {published}, printed {printed:?}")),
        }
    }
}

/// The number in a cell without note marks and Markdown.
fn clean(cell: &str) -> String {
    let plain = cell.split("<sup>").next().unwrap_or_default();
    plain.chars().filter(|c| !matches!(c, '*' | '\\' | ' ' | '\u{a0}' | '≥' | '<' | '%')).collect()
}

fn list(value: &Value) -> &[Value] {
    value.as_array().map_or(&[], Vec::as_slice)
}

#[test]
fn every_published_number_is_printed_again() {
    let published: Value = serde_json::from_str(include_str!("../published/disnaker-semarang.json")).unwrap();
    let chapter = semarang();
    let mut comparison = Comparison::default();
    let tables = &published["tables"];
    profiles(&mut comparison, tables, chapter);
    responses(&mut comparison, tables, chapter);
    instrument(&mut comparison, tables, chapter);
    regressions(&mut comparison, tables, chapter);
    paths_and_text(&mut comparison, &published, chapter);
    assert!(comparison.problems.is_empty(), "{:#?}", comparison.problems);
    let all = count(&published);
    let expected = all - EXCEPTIONS.len();
    println!(
        "published numbers: {} of {expected} printed again; {} exceptions of {all}",
        comparison.agreed,
        comparison.exceptions.len()
    );
    proof(
        "published",
        &format!("{} of {all}; {} that cannot be right are named", comparison.agreed, comparison.exceptions.len()),
    );
    assert_eq!(comparison.exceptions.len(), EXCEPTIONS.len(), "every exception is met: {:?}", comparison.exceptions);
    assert_eq!(comparison.agreed, expected, "every number of published.json was compared");
}

/// How many numbers `published.json` holds.
fn count(value: &Value) -> usize {
    match value {
        Value::Object(map) if map.contains_key("printed") => 1,
        Value::Object(map) => map.values().map(count).sum(),
        Value::Array(entries) => entries.iter().map(count).sum(),
        _ => 0,
    }
}

fn profiles(comparison: &mut Comparison, tables: &Value, chapter: &Chapter) {
    for number in ["4.1", "4.2", "4.3", "4.4"] {
        let printed = chapter.table(number);
        for row in list(&tables[number]["rows"]) {
            let label = row["label"].as_str().unwrap();
            let cells = printed.row(|cells| cells[1] == label).or_else(|| printed.row(|cells| cells[0] == "**Jumlah**"));
            for (key, column) in [("frekuensi", 2), ("persentase", 3)] {
                comparison.number(
                    &format!("{number} {label} {key}"),
                    &row[key],
                    cells.and_then(|cells| cells.get(column)).map(String::as_str),
                );
            }
        }
    }
}

fn responses(comparison: &mut Comparison, tables: &Value, chapter: &Chapter) {
    for number in ["4.5", "4.6", "4.7", "4.8"] {
        let printed = chapter.table(number);
        for (position, row) in list(&tables[number]["rows"]).iter().enumerate() {
            let cells = printed.rows.get(position);
            let item = row["item"].as_str().unwrap_or("?");
            let cell = |column: usize| cells.and_then(|cells| cells.get(column)).map(String::as_str);
            for (point, abbreviation) in ["STS", "TS", "N", "S", "SS"].into_iter().enumerate() {
                for (offset, part) in ["F", "Skor"].into_iter().enumerate() {
                    comparison.number(
                        &format!("{number} {item} {abbreviation} {part}"),
                        &row[abbreviation][part],
                        cell(1 + 2 * point + offset),
                    );
                }
            }
            comparison.number(&format!("{number} {item} Jumlah"), &row["Jumlah"], cell(11));
            comparison.number(&format!("{number} {item} Rata-Rata"), &row["Rata-Rata"], cell(12));
        }
        for (key, value) in tables[number].as_object().unwrap() {
            if value.get("printed").is_some() {
                let last = printed.rows.last().and_then(|cells| cells.last()).map(String::as_str);
                comparison.number(&format!("{number} {key}"), value, last);
            }
        }
    }
}

fn instrument(comparison: &mut Comparison, tables: &Value, chapter: &Chapter) {
    let validity = chapter.table("4.9");
    let items: Vec<&Vec<String>> =
        validity.rows.iter().filter(|cells| cells[2] == "\\>" || cells[2] == ">" || cells[2] == "≤").collect();
    for (position, row) in list(&tables["4.9"]["rows"]).iter().enumerate() {
        let item = row["item"].as_str().unwrap_or("?");
        let cells = items.get(position);
        let code = item.chars().next().unwrap();
        assert!(
            cells.is_some_and(|cells| cells[0].contains(&format!("{code}<sub>{}</sub>", &item[1..]))),
            "{item} stands elsewhere"
        );
        comparison.number(&format!("4.9 {item} r"), &row["r_hitung"], cells.map(|cells| cells[1].as_str()));
        comparison.number(&format!("4.9 {item} r tabel"), &row["r_tabel"], cells.map(|cells| cells[3].as_str()));
        assert_eq!(row["keterangan"].as_str(), cells.map(|cells| cells[4].as_str()));
    }
    for (position, row) in list(&tables["4.10"]["rows"]).iter().enumerate() {
        let cells = chapter.table("4.10").rows.get(position);
        comparison.number(&format!("4.10 {position} alpha"), &row["koefisien"], cells.map(|cells| cells[2].as_str()));
        comparison.number(&format!("4.10 {position} minimum"), &row["alpha_standar"], cells.map(|cells| cells[4].as_str()));
    }
}

fn regressions(comparison: &mut Comparison, tables: &Value, chapter: &Chapter) {
    for number in ["4.11", "4.12"] {
        for (position, (key, value)) in tables[number]["rows"].as_object().unwrap().iter().enumerate() {
            let cell = chapter.table(number).rows.get(position).and_then(|cells| cells.last());
            let name = key.rsplit(" / ").next().unwrap();
            comparison.number(&format!("{number} {name}"), value, cell.map(String::as_str));
        }
    }
    for number in ["4.13", "4.14"] {
        for (position, row) in list(&tables[number]["rows"]).iter().enumerate() {
            let cells = chapter.table(number).rows.get(position);
            for (key, column) in [("tolerance", 1), ("VIF", 2)] {
                comparison.number(&format!("{number} {position} {key}"), &row[key], cells.map(|cells| cells[column].as_str()));
            }
        }
    }
    for number in ["4.15", "4.16", "4.17", "4.18"] {
        for (position, row) in list(&tables[number]["rows"]).iter().enumerate() {
            let cells = chapter.table(number).rows.get(position);
            let term = row["term"].as_str().unwrap();
            for (offset, key) in ["B", "Std. Error", "Beta", "t", "Sig."].into_iter().enumerate() {
                if row[key].is_null() {
                    assert_eq!(cells.map(|cells| cells[2 + offset].as_str()), Some(""), "{number} {term} {key} is empty");
                } else {
                    comparison.number(
                        &format!("{number} {term} {key}"),
                        &row[key],
                        cells.map(|cells| cells[2 + offset].as_str()),
                    );
                }
            }
        }
    }
    for number in ["4.19", "4.20"] {
        for (position, (key, value)) in tables[number]["rows"].as_object().unwrap().iter().enumerate() {
            let cell = chapter.table(number).rows.first().map(|cells| cells[1 + position].as_str());
            comparison.number(&format!("{number} {key}"), value, cell);
        }
    }
    for number in ["4.21", "4.22"] {
        for (position, (label, row)) in tables[number]["rows"].as_object().unwrap().iter().enumerate() {
            let cells = chapter.table(number).rows.get(position);
            for (offset, key) in ["Sum of Squares", "df", "Mean Square", "F", "Sig."].into_iter().enumerate() {
                if let Some(value) = row.get(key).filter(|value| !value.is_null()) {
                    comparison.number(&format!("{number} {label} {key}"), value, cells.map(|cells| cells[2 + offset].as_str()));
                }
            }
        }
    }
}

fn paths_and_text(comparison: &mut Comparison, published: &Value, chapter: &Chapter) {
    for (position, (key, path)) in published["path_analysis"].as_object().unwrap().iter().enumerate() {
        let name = &key[..2];
        let cells = chapter.table("4.26").rows.get(position);
        for (part, column) in [("direct", 1), ("indirect", 2), ("total", 3)] {
            comparison.number(&format!("path {name} {part}"), &path[part], cells.map(|cells| cells[column].as_str()));
        }
        // "…sebesar 0,607 × 0,296 = 0,180."
        let (a, rest) = chapter.between(" sebesar ", " × ", position).unwrap_or_default();
        let b = rest.split(" = ").next();
        for (factor, printed) in list(&path["factors"]).iter().zip([Some(a.as_str()), b]) {
            comparison.number(&format!("path {name} factor"), factor, printed);
        }
        // Read as per cent of variance: never printed as such.
        for part in ["percent", "rest_percent"] {
            comparison.number(&format!("path {name} {part}"), &path[part], None);
        }
    }
    for (position, (key, equation)) in published["equations"].as_object().unwrap().iter().enumerate() {
        let printed = chapter.equation(position);
        let numbers = |text: &str| -> Vec<String> {
            let words = text.split(|c: char| !(c.is_ascii_digit() || c == ','));
            words.filter(|word| word.contains(',')).map(str::to_owned).collect()
        };
        assert_eq!(numbers(equation.as_str().unwrap()), numbers(&printed), "{key}: {printed}");
    }
    let text = &published["text"];
    let sentence = |from: &str, to: &str, nth: usize| chapter.between(from, to, nth).map(|(found, _)| found);
    comparison.number(
        "text response_rate_percent",
        &text["response_rate_percent"],
        sentence("masing-masing ", "%", 0).as_deref(),
    );
    for (nth, model) in ["1", "2"].into_iter().enumerate() {
        let adjusted = chapter.sentence_with("*adjusted R square*", "%", nth);
        comparison.number(
            &format!("text adjusted {model}"),
            &text[&format!("adjusted_R2_model_{model}_percent")],
            adjusted.as_deref(),
        );
        comparison.number(
            &format!("text F {model}"),
            &text[&format!("F_table_model_{model}")],
            sentence("F tabel ", " (df1", nth).as_deref(),
        );
    }
    comparison.number("text r table", &text["r_table"], sentence("r tabel ", " (df", 0).as_deref());
}

#[test]
fn verdicts_follow_from_the_published_numbers() {
    use bab4::findings::Verdict::{Accepted, Rejected};
    let chapter = semarang();
    let verdicts: Vec<_> =
        chapter.analyzed.findings.hypotheses.iter().map(|finding| (finding.id.as_str(), finding.verdict)).collect();
    // H1–H5: t and Sig. of tables 4.17 and 4.18. H6: percentile interval [,0145; ,3768]. H7: Sobel z 1,577, p ,115.
    let expected = [
        ("H1", Accepted),
        ("H2", Accepted),
        ("H3", Accepted),
        ("H4", Accepted),
        ("H5", Accepted),
        ("H6", Accepted),
        ("H7", Rejected),
    ];
    assert_eq!(verdicts, expected);
    let mut indirect = chapter.analyzed.results.effects.iter().flat_map(|effect| &effect.indirect);
    let first = indirect.next().unwrap();
    let ends = first.percentile.value().unwrap();
    // Each end ± 4 Monte Carlo standard deviations of 10 000 resamples.
    assert!((ends.low - 0.0145).abs() < 4.0 * 0.0015 && (ends.high - 0.3768).abs() < 4.0 * 0.0034, "{ends:?}");
    let second = indirect.next().unwrap().sobel.value().unwrap();
    assert!((second.z - 1.577).abs() < 5e-4 && (second.p - 0.115).abs() < 5e-4, "{second:?}");
}

#[test]
fn the_chapter_has_the_tables_of_the_thesis_in_its_order() {
    use bab4::report::document::Block;
    let tables = semarang().document.blocks.iter().filter_map(|block| match block {
        Block::Table(table) => table.number.clone(),
        _ => None,
    });
    // 22 of the thesis, then the summary of hypotheses, the case that stands out, how sensitive the verdicts are, the effects and
    // the tests of the indirect ones.
    assert_eq!(tables.collect::<Vec<_>>(), (1..=27).map(|position| format!("4.{position}")).collect::<Vec<_>>());
}
