//! Sections and sentences belong together: what is said has a file, and every file is said.

use bab4::report::outline::Outline;
use bab4::report::templates::Templates;
use std::collections::{BTreeMap, BTreeSet};

/// Endings of names that are put together with `~`, by their beginning.
const ENDINGS: [(&str, &[&str]); 13] = [
    ("remedy-", &["hc3", "bootstrap", "transform", "rank"]),
    ("moderation-type-", &["pure", "quasi", "predictor", "homologizer"]),
    ("effect-", &["as_expected", "significant", "not_significant", "opposite", "opposite_not_significant"]),
    ("joint-", &["significant", "not_significant"]),
    (
        "chain-",
        &[
            "as_expected",
            "significant",
            "not_significant",
            "opposite",
            "opposite_not_significant",
            "interval_excludes_zero",
            "interval_holds_zero",
        ],
    ),
    ("discussion-effect-", &["as_expected", "significant", "not_significant", "opposite", "opposite_not_significant"]),
    ("discussion-joint-", &["accepted", "rejected"]),
    ("discussion-chain-", &["accepted", "rejected"]),
    ("discussion-", &["product", "association", "groups", "paired", "level"]),
    ("mediation-", &["complementary", "competitive", "indirect_only", "direct_only", "no_effect"]),
    ("indirect-significant-", &["percentile", "bca", "sobel"]),
    ("indirect-not-significant-", &["percentile", "bca", "sobel"]),
    ("heading-", &["effect", "chain", "joint", "product", "association", "groups", "paired", "level"]),
];

/// Kinds of claims, each with a wording that the program asks for itself.
const STATEMENTS: [&str; 8] = ["effect", "chain", "joint", "product", "association", "groups", "paired", "level"];

/// The expressions handed to `say(` as names.
fn said(template: &str) -> Vec<&str> {
    template
        .match_indices("say(")
        .map(|(at, _)| {
            let rest = &template[at + 4..];
            let mut quoted = false;
            let end = rest.find(|c| {
                quoted ^= c == '"';
                !quoted && matches!(c, ',' | ')')
            });
            rest[..end.unwrap()].trim()
        })
        .collect()
}

/// The names an expression can have.
fn names(expression: &str) -> Vec<String> {
    let literals: Vec<&str> = expression.split('"').skip(1).step_by(2).collect();
    match expression.split_once('~') {
        Some(_) => {
            let start = literals.first().unwrap();
            let (_, endings) = ENDINGS.iter().find(|(known, _)| known == start).unwrap_or_else(|| panic!("endings of {start}"));
            endings.iter().map(|ending| format!("{start}{ending}")).collect()
        }
        None => literals.into_iter().map(str::to_owned).collect(),
    }
}

#[test]
fn every_sentence_said_has_a_file_and_every_file_is_said() {
    let templates = Templates::built_in();
    let mut used: BTreeMap<String, String> = STATEMENTS.map(|kind| (format!("statement-{kind}"), "claims".to_owned())).into();
    let mut files = BTreeSet::new();
    for (file, text) in templates.files().filter(|(file, _)| file.ends_with(".md")) {
        for expression in said(text) {
            used.extend(names(expression).into_iter().map(|name| (name, file.to_owned())));
        }
        if let Some(name) = file.strip_prefix("id/sentences/") {
            files.insert(name.trim_end_matches(".md").to_owned());
        }
    }
    for (name, file) in &used {
        assert!(files.contains(name), "{file} says {name}, which has no file");
    }
    for file in &files {
        assert!(used.contains_key(file), "nobody says {file}");
    }
    assert!(files.len() > 100);
}

#[test]
fn every_section_of_the_outline_has_a_file() {
    let templates = Templates::built_in();
    let mut sections = BTreeSet::new();
    for (file, text) in templates.files().filter(|(file, _)| file.starts_with("reports/")) {
        let names = Outline::parse(text).unwrap_or_else(|error| panic!("{file}: {error:?}")).names();
        assert!(names.len() > 3, "{file}");
        sections.extend(names);
    }
    for section in &sections {
        assert!(templates.get(&format!("id/sections/{section}.md")).is_some(), "{section}");
    }
    let files = templates.files().filter_map(|(file, _)| file.strip_prefix("id/sections/")?.strip_suffix(".md")).count();
    assert_eq!(files, sections.len(), "a section stands in no outline");
}

#[test]
fn names_of_sentences_are_found_in_templates() {
    let text = r#"{{ say("a" if x == "y" else "b", m=m) }} {{ say("effect-" ~ h.because, h=h) }} {{ say("c") }}"#;
    assert_eq!(said(text), [r#""a" if x == "y" else "b""#, r#""effect-" ~ h.because"#, r#""c""#]);
    assert_eq!(names(r#""a" if x else "b""#), ["a", "b"]);
    assert_eq!(names(r#""joint-" ~ h.because"#), ["joint-significant", "joint-not_significant"]);
}
