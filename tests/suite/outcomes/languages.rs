//! The two languages of a chapter say the same: sections, sentences, terms and sources of numbers have one list of names; a
//! sentence sees the same facts, takes the same branches and prints the same numbers in either language and in each of its
//! phrasings; the chapters that come of it have the same tables, numbers and decisions.

use super::consistency::words_of;
use super::{Outcome, PHRASINGS, all, all_in, words};
use bab4::language::Language;
use bab4::numbers::Setting;
use bab4::report::document::{Block, Document, Inline, for_each_inline};
use bab4::report::provenance::Origins;
use bab4::report::template::split_phrasings;
use bab4::report::templates::Templates;
use bab4::report::terms::Terms;
use std::collections::{BTreeMap, BTreeSet};

/// Sentences that recur within a chapter: by characteristic, variable, regression, hypothesis.
const RECURRING: [&str; 27] = [
    "announce-respondents",
    "respondents",
    "announce-responses",
    "announce-likert",
    "description",
    "description-extremes",
    "likert",
    "score-statistics",
    "validity-all",
    "reliability-met",
    "normality-met",
    "pp-plot-met",
    "multicollinearity-none",
    "multicollinearity-pair",
    "heteroscedasticity-none",
    "announce-coefficients",
    "coefficient",
    "strongest",
    "determination",
    "f-significant",
    "hypothesis-states",
    "effect-as_expected",
    "effect-not_significant",
    "discussion-effect-as_expected",
    "discussion-effect-not_significant",
    "indirect-significant-percentile",
    "indirect-not-significant-percentile",
];

/// Files of a language by their name within it.
fn files(templates: &Templates, language: Language) -> BTreeMap<&str, &str> {
    let prefix = format!("{}/", language.code());
    templates.files().filter_map(|(name, text)| Some((name.strip_prefix(&prefix)?, text))).collect()
}

/// What stands between `{{ }}` and `{% %}`, in order, without the marks that eat blanks.
fn tags(text: &str) -> Vec<&str> {
    let mut out = Vec::new();
    let mut rest = text;
    while let Some(at) = rest.find("{{").into_iter().chain(rest.find("{%")).min() {
        let close = if rest[at..].starts_with("{{") { "}}" } else { "%}" };
        let end = at + rest[at..].find(close).unwrap();
        out.push(rest[at + 2..end].trim_matches(['+', '-']).trim());
        rest = &rest[end + 2..];
    }
    out
}

/// The facts a template sees: dotted names with what follows their first letter, and texts it compares them with.
fn facts(text: &str) -> BTreeSet<String> {
    const GRAMMAR: [&str; 22] = [
        "if",
        "else",
        "elif",
        "endif",
        "for",
        "endfor",
        "in",
        "not",
        "and",
        "or",
        "set",
        "list",
        "map",
        "length",
        "attribute",
        "loop",
        "last",
        "first",
        "revindex",
        "lower",
        "capitalize",
        "eq",
    ];
    let mut out = BTreeSet::new();
    for tag in tags(text) {
        let mut quoted = false;
        for part in tag.split('"') {
            if quoted && tag.starts_with("set ") {
                // Words that are chosen before they are said: those of a language.
            } else if quoted {
                out.insert(format!("“{part}”"));
            } else {
                let names = part.split(|c: char| !(c.is_alphanumeric() || "._[]".contains(c)));
                let names = names.filter(|name| name.starts_with(|c: char| c.is_alphabetic()));
                // Two spellings of one regression: within a sentence and at its start.
                let names = names.map(|name| name.trim_end_matches("_start"));
                let plain = |name: &str| GRAMMAR.contains(&name.split('.').next().unwrap_or_default());
                out.extend(names.filter(|name| !plain(name)).map(str::to_owned));
            }
            quoted = !quoted;
        }
    }
    out
}

/// The numbers and references a phrasing may print: what stands in `{{ }}` and is a result, a setting or a reference.
fn printed(text: &str) -> BTreeSet<String> {
    facts(
        &tags(text)
            .into_iter()
            .filter(|tag| tag.contains(".r") || tag.contains(".c.") || tag.contains("settings.") || tag.contains("ref("))
            .fold(String::new(), |all, tag| all + "{{" + tag + "}}"),
    )
}

#[test]
fn the_languages_have_the_same_files() {
    let templates = Templates::built_in();
    let names = |language| files(&templates, language).into_keys().map(str::to_owned).collect::<Vec<_>>();
    assert_eq!(names(Language::Id), names(Language::En));
    assert!(names(Language::Id).len() > 200);
}

#[test]
fn sections_say_the_same_sentences_in_the_same_order() {
    let templates = Templates::built_in();
    let english = files(&templates, Language::En);
    for (name, text) in files(&templates, Language::Id).into_iter().filter(|(name, _)| name.starts_with("sections/")) {
        assert_eq!(tags(text), tags(english[name]), "{name}");
    }
}

#[test]
fn sentences_see_the_same_facts_in_every_phrasing() {
    let templates = Templates::built_in();
    let (indonesian, english) = (files(&templates, Language::Id), files(&templates, Language::En));
    let mut faults = Vec::new();
    for (name, text) in indonesian.iter().filter(|(name, _)| name.starts_with("sentences/")) {
        let (one, other) = (facts(text), facts(english[name]));
        if one != other {
            faults.push(format!("{name}: {:?}", one.symmetric_difference(&other).collect::<Vec<_>>()));
        }
        let variants: Vec<String> = [text, english[name]].into_iter().flat_map(split_phrasings).collect();
        for variant in &variants {
            let (one, other) = (printed(&variants[0]), printed(variant));
            if one != other {
                faults.push(format!("{name}: {:?} in {variant}", one.symmetric_difference(&other).collect::<Vec<_>>()));
            }
        }
        if split_phrasings(text).len() != split_phrasings(english[name]).len() {
            faults.push(format!("{name}: other phrasings"));
        }
    }
    assert_eq!(faults, Vec::<String>::new());
}

#[test]
fn terms_have_the_same_keys_and_slots() {
    let templates = Templates::built_in();
    let read = |language: Language| Terms::parse(files(&templates, language)["terms.yaml"]).unwrap();
    let (indonesian, english) = (read(Language::Id), read(Language::En));
    assert_eq!(indonesian.keys().collect::<Vec<_>>(), english.keys().collect::<Vec<_>>());
    for key in indonesian.keys() {
        let slots = |terms: &Terms| terms.get(key).matches("{}").count();
        assert_eq!(slots(&indonesian), slots(&english), "{key}");
    }
}

#[test]
fn numbers_have_the_same_sources() {
    let templates = Templates::built_in();
    let text = |language: Language| files(&templates, language)["provenance.yaml"].to_owned();
    let forms = |language| Origins::parse(&text(language)).unwrap().forms().map(str::to_owned).collect::<Vec<_>>();
    assert_eq!(forms(Language::Id), forms(Language::En));
    let lines = |text: &str| text.lines().filter(|line| !line.starts_with('#')).map(str::to_owned).collect::<Vec<_>>();
    for (one, other) in lines(&text(Language::Id)).iter().zip(&lines(&text(Language::En))) {
        let made_of = |line: &str| line.split_once(", from: ").map(|(_, from)| from.to_owned());
        let slots = |line: &str| (1..6).filter(|slot| line.contains(&format!("{{{slot}}}"))).collect::<Vec<_>>();
        assert_eq!(made_of(one), made_of(other), "{one}");
        assert_eq!(slots(one), slots(other), "{one}");
        assert_eq!(one.contains(", formula: "), other.contains(", formula: "), "{one}");
    }
}

#[test]
fn what_recurs_has_three_phrasings_in_either_language() {
    let templates = Templates::built_in();
    for language in Language::ALL {
        let files = files(&templates, language);
        for name in RECURRING {
            let variants = split_phrasings(files[format!("sentences/{name}.md").as_str()]);
            assert_eq!(variants.len(), PHRASINGS, "{} {name}", language.code());
            assert_eq!(variants.iter().collect::<BTreeSet<_>>().len(), PHRASINGS, "{name}");
        }
    }
}

/// A chapter takes the phrasings of a sentence in turn.
#[test]
fn what_recurs_within_a_chapter_is_not_said_in_the_same_words() {
    for language in Language::ALL {
        let outcome = &all_in(language)["disnaker-semarang"];
        let text = outcome.markdown.replace('\u{a0}', " ");
        let begins: BTreeSet<String> = text
            .lines()
            .filter(|line| line.contains("0.60") || line.contains("0,60"))
            .filter(|line| line.contains("Cronbach"))
            .map(|line| line.split(' ').next().unwrap().to_owned())
            .collect();
        assert!(begins.len() > 1, "{begins:?}");
    }
}

/// What a block prints and points to: numbers by their path, references by their target.
fn content(block: &Block) -> Vec<String> {
    let mut out = Vec::new();
    for_each_inline(&mut [block.clone()], &mut |inline| match inline {
        Inline::Value { quantity, path, setting } => {
            let magnitude = if *setting == Setting::Magnitude { " magnitude" } else { "" };
            out.push(format!("{path} {:x}{magnitude}", quantity.value.to_bits()));
        }
        Inline::Reference { target, text } => {
            let number = text.as_deref().and_then(|text| text.split(' ').next_back()).unwrap_or_default();
            out.push(format!("-> {target} {number}"));
        }
        _ => {}
    });
    out
}

/// What a sentence may say of the way it goes and of what was decided, in Indonesian and in English.
const DIRECTIONS: [(&[&str], &[&str]); 12] = [
    (&["positif"], &["positive"]),
    (&["negatif"], &["negative"]),
    (&["kenaikan"], &["increase"]),
    (&["penurunan"], &["decrease"]),
    (&["ditolak"], &["not supported", "do not support", ") is supported"]),
    (&["tidak diuji"], &["not tested", "untested", ") was tested"]),
    (&["memperkuat"], &["strengthens"]),
    (&["memperlemah"], &["weakens"]),
    (&["tidak valid"], &["not valid", "is valid because"]),
    (
        &["gejala heteroskedastisitas", "menandakan heteroskedastisitas"],
        &["heteroscedasticity is", "no heteroscedasticity", "indicates heteroscedasticity"],
    ),
    (&["terpenuhi"], &["is met", "not met"]),
    (&["tidak memuat nol"], &["excludes zero"]),
];

/// Not what is found: one unit more of a predictor, and a null hypothesis that is kept.
const ASIDE: [&str; 6] = [
    "kenaikan satu",
    "increase of one",
    "tidak ditolak",
    "not rejected",
    "gejala heteroskedastisitas terdapat",
    "heteroscedasticity is present",
];

/// Which of them a block says.
fn directions(document: &Document, block: &Block) -> Vec<bool> {
    let text = match block {
        Block::Paragraph(content) => words(document, content),
        Block::List { items, .. } => {
            let paragraphs = items.iter().flatten().filter_map(|block| match block {
                Block::Paragraph(content) => Some(words(document, content)),
                _ => None,
            });
            paragraphs.collect::<Vec<_>>().join(" ")
        }
        _ => return Vec::new(),
    };
    let text = without_quotations(&text);
    let text = ASIDE.iter().fold(text.to_lowercase(), |text, aside| text.replace(aside, ""));
    let of = |(id, en): &(&[&str], &[&str])| match document.language {
        Language::Id => id.iter().any(|words| text.contains(words)),
        Language::En => en.iter().any(|words| text.contains(words)),
    };
    DIRECTIONS.iter().map(of).collect()
}

/// Without what the study's author says.
fn without_quotations(text: &str) -> String {
    let mut parts = text.split('“');
    let first = parts.next().unwrap_or_default().to_owned();
    parts.fold(first, |text, part| text + part.split_once('”').map_or(part, |(_, after)| after))
}

/// Compares two chapters block by block: the same kinds, tables, numbers in the same order within tables, the same numbers in
/// any order within sentences, the same directions and decisions.
fn compare(what: &str, one: &Document, other: &Document) -> usize {
    assert_eq!(one.blocks.len(), other.blocks.len(), "{what}");
    let mut numbers = 0;
    for (a, b) in one.blocks.iter().zip(&other.blocks) {
        let (mut left, mut right) = (content(a), content(b));
        match (a, b) {
            (Block::Table(a), Block::Table(b)) => assert_eq!(a.id, b.id, "{what}"),
            (Block::Figure(a), Block::Figure(b)) => assert_eq!(a.id, b.id, "{what}"),
            (Block::Equation(_), Block::Equation(_)) => {}
            (Block::Heading(a), Block::Heading(b)) => assert_eq!(a.level, b.level, "{what}"),
            (Block::Paragraph(_), Block::Paragraph(_))
            | (Block::List { .. }, Block::List { .. })
            | (Block::Quote(_), Block::Quote(_)) => {
                left.sort();
                right.sort();
            }
            (Block::PageBreak, Block::PageBreak) => {}
            (Block::References(a), Block::References(b)) => {
                assert!(a.iter().map(|entry| &entry.key).eq(b.iter().map(|entry| &entry.key)), "{what}");
            }
            (Block::Code(a), Block::Code(b)) => assert_eq!(a, b, "{what}"),
            (Block::Signature(a), Block::Signature(b)) => assert_eq!(a.name, b.name, "{what}"),
            _ => panic!("{what}: {a:?} and {b:?}"),
        }
        assert_eq!(left, right, "{what}: {}", describe(one, a));
        let (left, right) = (directions(one, a), directions(other, b));
        for (position, words) in DIRECTIONS.iter().enumerate().take(left.len()) {
            assert_eq!(left[position], right[position], "{what}, {words:?}: {} | {}", describe(one, a), describe(other, b));
        }
        numbers += content(a).len();
    }
    numbers
}

fn describe(document: &Document, block: &Block) -> String {
    match block {
        Block::Paragraph(content) => words(document, content),
        Block::Table(table) => table.id.clone(),
        other => format!("{other:?}").chars().take(300).collect(),
    }
}

#[test]
fn chapters_of_both_languages_have_the_same_numbers_and_decisions() {
    let mut compared = 0;
    for (name, indonesian) in all() {
        let english: &Outcome = &all_in(Language::En)[name];
        assert_eq!(indonesian.document.language, Language::Id);
        assert_eq!(english.document.language, Language::En);
        compared += compare(name, &indonesian.document, &english.document);
        for (finding, other) in indonesian.analyzed.findings.hypotheses.iter().zip(&english.analyzed.findings.hypotheses) {
            assert_eq!((finding.verdict, &finding.because), (other.verdict, &other.because), "{name} {}", finding.id);
        }
    }
    assert!(compared > 10_000, "{compared}");
}

/// All phrasings of a sentence carry the same numbers, directions and verdicts.
#[test]
fn every_phrasing_says_the_same() {
    let mut chapters = super::consistency::chapters();
    let mut first: Option<&'static (&'static Outcome, Document)> = None;
    let mut compared = 0;
    for chapter in &mut chapters {
        match first {
            Some((outcome, document)) if outcome.name == chapter.0.name && document.language == chapter.1.language => {
                let what = format!("{} ({})", outcome.name, document.language.code());
                compared += compare(&what, document, &chapter.1);
            }
            _ => first = Some(chapter),
        }
    }
    assert!(compared > 30_000, "{compared}");
}

#[test]
fn words_of_verdicts_tell_them_apart() {
    for language in Language::ALL {
        let [accepted, rejected, untested] = words_of(language).verdicts;
        assert!(!rejected.contains(accepted) && !accepted.contains(rejected) && !untested.contains(rejected));
    }
}

#[test]
fn tags_and_facts_are_found() {
    let text = r#"{% if a.b == "c" %}x{% endif +%}{{ eq(h.r.p) }} {{ ref("t-" ~ m.name) }}{{ m.model_start }}"#;
    assert_eq!(tags(text), [r#"if a.b == "c""#, "endif", "eq(h.r.p)", r#"ref("t-" ~ m.name)"#, "m.model_start"]);
    let found: Vec<String> = facts(text).into_iter().collect();
    assert_eq!(found, ["a.b", "h.r.p", "m.model", "m.name", "ref", "“c”", "“t-”"]);
}
