//! A sentence can never contradict its table: every printed number comes from the results, verdicts and categories are
//! those of the results, and tables are spoken of before they appear.

use super::{Outcome, all_in, paragraphs, readable, words};
use bab4::findings::Verdict;
use bab4::language::Language;
use bab4::numbers::{Kind, Quantity, Setting};
use bab4::pipeline::results_json;
use bab4::report::document::{Block, Document, Inline, for_each_inline};
use bab4::stats::rounding::round_half_away;
use bab4::study::Claim;
use bab4::study::claim::Level;
use bab4::study::settings::ValidityCritical;
use serde_json::Value;
use std::sync::LazyLock;

/// Every chapter in both languages: as it is, and in each phrasing of its sentences; composed once.
pub fn chapters() -> impl Iterator<Item = &'static (&'static Outcome, Document)> {
    static CHAPTERS: LazyLock<Vec<(&'static Outcome, Document)>> = LazyLock::new(|| {
        let again = |outcome: &'static Outcome| outcome.phrased().iter().map(move |document| (outcome, document.clone()));
        let outcomes = Language::ALL.into_iter().flat_map(|language| all_in(language).values());
        outcomes.flat_map(|outcome| std::iter::once((outcome, outcome.document.clone())).chain(again(outcome))).collect()
    });
    CHAPTERS.iter()
}

/// What the checks look for in a chapter, in its language.
pub struct Words {
    /// Said of a hypothesis that is accepted, rejected, not tested; `{}` is its name.
    pub verdicts: [&'static str; 3],
    /// The same in the column of the table.
    decisions: [&'static str; 3],
    /// How the mean of a variable is spoken of; `{}` is its name.
    about: &'static str,
    /// Before a category.
    category: &'static str,
    table: &'static str,
    figure: &'static str,
    effect: &'static str,
    /// What no test shows.
    overclaims: &'static [&'static str],
    /// Digits that stand in sentences without being numbers of the results.
    no_numbers: &'static [&'static str],
}

const INDONESIAN: Words = Words {
    verdicts: ["{} diterima", "{} ditolak", "{} tidak diuji"],
    decisions: ["diterima", "ditolak", "tidak diuji"],
    about: "variabel {} ",
    category: "kategori ",
    table: "Tabel",
    figure: "Gambar",
    effect: "pengaruh",
    overclaims: &["tidak ada pengaruh", "tidak terdapat pengaruh", "tidak berpengaruh", "terbukti tidak", "h0 diterima"],
    no_numbers: &[
        "KR-20",
        "HC3",
        "(2-tailed)",
        "df = n − 2",
        "df1",
        "df2",
        "batas ketat 5",
        "√(1 − R2)",
        "dengan 11 model",
        "ke-11",
        "Nomor 14 Tahun 2017",
        "Nomor 25 Tahun 2009",
        "(1970)",
        "1/",
        "(1 − P)",
        "(N − 1)",
        "Ke-11",
        "60% nilai sasaran",
        "40% nilai perilaku",
        "70% nilai sasaran",
        "30% nilai perilaku",
        "Pasal 41",
    ],
};

const ENGLISH: Words = Words {
    verdicts: ["{} is supported", "{} is not supported", "{} was not tested"],
    decisions: ["supported", "not supported", "not tested"],
    about: "{}",
    category: "classified as ",
    table: "Table",
    figure: "Figure",
    effect: "effect",
    overclaims: &[
        "there is no effect",
        "has no effect",
        "have no effect",
        "does not affect",
        "do not affect",
        "h0 is accepted",
        "proves",
    ],
    no_numbers: &[
        "KR-20",
        "HC3",
        "(2-tailed)",
        "df = n − 2",
        "df1",
        "df2",
        "strict limit of 5",
        "√(1 − R2)",
        "comprises 11 models",
        "11th",
        "60% of the value",
        "40% of the value",
        "70% of the value",
        "30% of the value",
        "article 41",
        "14/2017",
        "25/2009",
        "(1970)",
        "1/",
        "(1 − P)",
        "(N − 1)",
    ],
};

/// The words of a language.
pub fn words_of(language: Language) -> &'static Words {
    match language {
        Language::Id => &INDONESIAN,
        Language::En => &ENGLISH,
    }
}

/// Every number of a document with its path; where words say which way it goes, without its sign.
fn values(document: &Document) -> Vec<(Quantity, String, bool)> {
    let mut out = Vec::new();
    for_each_inline(&mut document.blocks.clone(), &mut |inline| {
        if let Inline::Value { quantity, path, setting } = inline {
            out.push((*quantity, path.clone(), *setting == Setting::Magnitude));
        }
    });
    out
}

/// What stands at a path of `results.json`, read without the program's own reader; entries of lists by position, or by the
/// name of their term.
fn at<'a>(json: &'a Value, path: &str) -> Option<&'a Value> {
    path.split('/').try_fold(json, |node, part| match node {
        Value::Object(map) => map.get(part),
        Value::Array(list) => match part.parse::<usize>() {
            Ok(position) => list.get(position),
            Err(_) => list.iter().find(|entry| entry.get("term").and_then(Value::as_str) == Some(part)),
        },
        _ => None,
    })
}

/// What the study declares at a path `study/…`.
fn declared(outcome: &Outcome, path: &str) -> Option<f64> {
    let study = &outcome.study;
    Some(match path.split('/').collect::<Vec<_>>().as_slice() {
        ["population"] => study.population? as f64,
        ["analysis", "mediation", "resamples"] => study.analysis.resamples as f64,
        ["analysis", "mediation", "seed"] => study.analysis.seed as f64,
        ["analysis", "reliability", "minimum"] => study.analysis.reliability_minimum,
        ["analysis", "multicollinearity", "vif"] => study.analysis.vif_limit,
        ["analysis", "multicollinearity", "tolerance"] => 1.0 / study.analysis.vif_limit,
        ["hypotheses", id, "level"] => match &study.hypotheses.iter().find(|hypothesis| hypothesis.id == *id)?.claim {
            Claim::Level { level: Level::Value(value) | Level::Percent(value), .. } => *value,
            _ => return None,
        },
        ["analysis", "validity", "critical"] => match study.analysis.validity_critical {
            ValidityCritical::Fixed(limit) => limit,
            _ => return None,
        },
        ["variables", code, "score", key @ ..] => {
            let score = study.variable(code)?.score()?;
            match key {
                ["times"] => score.times,
                ["minimum_answered"] => 100.0 * score.minimum_answered,
                ["weights", part] => *score.weights.get(*part)?,
                _ => return None,
            }
        }
        ["variables", code, "scale", end] => {
            let scale = study.variable(code)?.scale()?;
            (if *end == "min" { scale.min } else { scale.max }) as f64
        }
        _ => return None,
    })
}

/// Compares every printed number with the results; gives how many there were.
fn numbers(outcome: &Outcome, document: &Document) -> usize {
    // An appendix prints the answers themselves, which are written with the series.
    let answers = outcome.study.report.appendices.iter().any(|name| name == "data");
    let json = results_json(&outcome.analyzed.results, &outcome.analyzed.findings, answers);
    let json: Value = serde_json::from_str(&json).unwrap();
    let found_values = values(document);
    for (quantity, path, unsigned) in &found_values {
        let found = match path.strip_prefix("study/") {
            Some(path) => declared(outcome, path),
            None => at(&json, path).and_then(Value::as_f64),
        };
        let found = found.map(|found| if *unsigned { found.abs() } else { found });
        let printed = if *unsigned { quantity.value.abs() } else { quantity.value };
        let same = found.is_some_and(|found| found.to_bits() == printed.to_bits());
        assert!(same, "{}: {path} is {found:?}, printed {}", outcome.name, quantity.value);
    }
    found_values.len()
}

#[test]
fn every_printed_number_is_a_number_of_the_results() {
    let compared: usize = chapters().map(|(outcome, document)| numbers(outcome, document)).sum();
    assert!(compared > 10_000, "{compared}");
}

/// A text without the numbers of laws and regulations: `Nomor 14 Tahun 2017`, `14/2017`.
fn without_citations(text: &str) -> String {
    let is_number = |word: &str| !word.is_empty() && word.chars().all(|c| c.is_ascii_digit());
    let is_year = |word: &str| word.len() == 4 && is_number(word);
    let bare = |word: &str| word.trim_matches(|c: char| !c.is_ascii_alphanumeric()).to_owned();
    let mut words: Vec<String> = text.split(' ').map(str::to_owned).collect();
    for at in 0..words.len() {
        let cited = bare(&words[at]).split_once('/').is_some_and(|(number, year)| is_number(number) && is_year(year));
        let long = words[at] == "Nomor"
            && matches!(words.get(at + 1..at + 4), Some([number, tahun, year]) if is_number(number) && tahun == "Tahun" && is_year(&bare(year)));
        if cited {
            words[at].clear();
        } else if long {
            words[at + 1].clear();
            words[at + 3].clear();
        }
    }
    words.join(" ")
}

/// Digits of our own sentences are numbers of the results.
fn mere_text(outcome: &Outcome, document: &Document) {
    let categories: Vec<&str> =
        outcome.analyzed.results.respondents.values().flat_map(|table| &table.rows).map(|row| row.value.as_str()).collect();
    // Periods of targets are names too.
    let periods: Vec<&str> = outcome.study.targets.iter().flat_map(|targets| &targets.periods).map(String::as_str).collect();
    // The period of the study, and those before it, are names as well.
    let before = outcome.study.report.earlier.iter().map(|earlier| &earlier.period);
    let named: Vec<String> = outcome.study.period.iter().chain(before).map(|period| period.plain(document.language)).collect();
    let periods: Vec<&str> = periods.into_iter().chain(named.iter().map(String::as_str)).collect();
    // So are the names of indicators.
    let indicators = outcome.study.targets.iter().flat_map(|targets| &targets.indicators);
    let agencies = indicators.clone().filter_map(|indicator| indicator.agency.clone());
    let indicators: Vec<String> = indicators.map(|indicator| indicator.name.plain(document.language)).chain(agencies).collect();
    for paragraph in paragraphs(document) {
        // Only the parts of our own making: numbers, references and raised figures are typed.
        let mut text = String::new();
        for inline in paragraph {
            match inline {
                Inline::Text(part) => text.push_str(&part.replace('\u{a0}', " ")),
                Inline::Superscript(_) => text.push('2'),
                Inline::Strong(_) | Inline::Emphasis(_) | Inline::Symbol { .. } | Inline::Reference { .. } => text.push('X'),
                _ => text.push('_'),
            }
        }
        // The answers of a questionnaire: `1 = paling rendah`, `2`.
        let answer = text.starts_with(|c: char| c.is_ascii_digit()) && text.chars().count() < 30 && !text.ends_with('.');
        if answer || text.contains("SHA-256") {
            continue;
        }
        text = without_citations(&text);
        for known in categories
            .iter()
            .copied()
            .chain(indicators.iter().map(String::as_str))
            .chain(periods.iter().copied())
            .chain(words_of(document.language).no_numbers.iter().copied())
        {
            text = text.replace(known, "");
        }
        // Longer ids first: H1 is a part of H10.
        let mut ids: Vec<&String> = outcome.study.hypotheses.iter().map(|hypothesis| &hypothesis.id).collect();
        ids.sort_by_key(|id| std::cmp::Reverse(id.len()));
        for id in ids {
            text = text.replace(id.as_str(), "");
        }
        assert!(!text.contains(|c: char| c.is_ascii_digit()), "{}: {text}", outcome.name);
    }
}

#[test]
fn no_number_of_a_sentence_is_mere_text() {
    for (outcome, document) in chapters().filter(|(outcome, _)| outcome.name != "hostile") {
        mere_text(outcome, document);
    }
}

/// Text and table say of every hypothesis what was decided, and nothing else.
fn verdicts(outcome: &Outcome, document: &Document) {
    let text = readable(&bab4::render::markdown::render(document));
    let words = words_of(document.language);
    for finding in &outcome.analyzed.findings.hypotheses {
        let own = match finding.verdict {
            Verdict::Accepted => 0,
            Verdict::Rejected => 1,
            Verdict::NotTested => 2,
        };
        for (other, said) in words.verdicts.iter().enumerate() {
            let said = said.replace("{}", &finding.id);
            assert_eq!(text.contains(&said), other == own, "{}: {said}", outcome.name);
        }
        let row = format!("| {} |", finding.id);
        let row = text.lines().find(|line| line.starts_with(&row)).unwrap_or_else(|| panic!("{}: {row}", outcome.name));
        let decision = row.trim_end_matches(['|', ' ']).rsplit('|').next().unwrap().trim().to_lowercase();
        assert_eq!(decision, words.decisions[own], "{}: {row}", outcome.name);
    }
}

#[test]
fn the_words_of_every_verdict_agree_with_it() {
    for (outcome, document) in chapters() {
        verdicts(outcome, document);
    }
}

/// The word for a level is the band of the mean beside it; gives how many item categories were compared.
fn categories(outcome: &Outcome, document: &Document) -> usize {
    let mut seen = 0;
    let texts: Vec<String> = paragraphs(document).iter().map(|paragraph| words(document, paragraph)).collect();
    for (code, variable) in &outcome.analyzed.results.variables {
        let whole = outcome.study.variable(code);
        let of_score = whole.and_then(|whole| whole.scale()).is_some_and(|scale| scale.bands.of_score);
        let banded = if of_score { &variable.mean } else { &variable.item_mean };
        let (Some(category), Some(mean)) = (variable.category.value(), banded.value()) else { continue };
        let mean_of = |mean: f64| document.style.print(Quantity::new(Kind::Mean, mean), Setting::Sentence);
        let band = variable.bands.iter().find(|band| band.name == *category).unwrap();
        let inside = |mean: f64, low: f64, high: f64| (low - 1e-9..=high + 1e-9).contains(&round_half_away(mean, 2));
        assert!(inside(*mean, band.band_low, band.band_high), "{} {code}: {mean} is not {category}", outcome.name);
        // Dimensions have their category in a table; scores have other words.
        let Some(whole) = whole.filter(|_| !of_score) else { continue };
        let name = whole.name.plain(document.language);
        let expected = words_of(document.language);
        let words = format!("{}{category}", expected.category);
        let about = expected.about.replace("{}", &name);
        let own: Vec<&String> = texts
            .iter()
            .filter(|text| text.contains(&about) && text.contains(&mean_of(*mean)) && text.contains(expected.category))
            .collect();
        assert!(own.iter().any(|text| text.contains(&words)), "{} {code}: {own:?}", outcome.name);
        // Items: the category behind a mean, `(3,426; tinggi)`, is the band of an item with that mean.
        for item in outcome.analyzed.results.items.values().filter(|item| item.variable == *code) {
            let (Some(category), Some(mean)) = (item.category.value(), item.mean.value()) else { continue };
            let band = variable.bands.iter().find(|band| band.name == *category).unwrap();
            assert!(inside(*mean, band.band_low, band.band_high), "{} {code}: {mean}", outcome.name);
            let printed = mean_of(*mean);
            for text in &own {
                for (from, _) in text.match_indices(&format!("({printed}; ")) {
                    let said = text[from + printed.len() + 3..].split(')').next().unwrap();
                    assert_eq!(said, category, "{} {code}", outcome.name);
                    seen += 1;
                }
            }
        }
    }
    seen
}

#[test]
fn every_category_is_the_band_of_its_mean() {
    let seen: usize = chapters().map(|(outcome, document)| categories(outcome, document)).sum();
    assert!(seen > 50, "{seen}");
}

/// Every table is announced, every reference resolved.
fn references(outcome: &Outcome, document: &Document) {
    let said = words_of(document.language);
    let mut spoken: Vec<String> = Vec::new();
    let mut numbered: Vec<(String, String)> = Vec::new();
    for block in &document.blocks {
        let mut one = [block.clone()];
        match block {
            // What is filled in, a sheet of its own, and the answers in their appendix need no announcement.
            Block::Table(table) if table.is_bare() || table.id.contains("-answers-") => {}
            Block::Figure(figure) if figure.is_bare() => {}
            Block::Table(table) => {
                assert!(spoken.contains(&table.id), "{}: nobody announced {}", outcome.name, table.id);
                numbered.push((table.id.clone(), format!("{} {}", said.table, table.number.as_deref().unwrap())));
            }
            Block::Figure(figure) => {
                assert!(spoken.contains(&figure.id), "{}: nobody announced {}", outcome.name, figure.id);
                numbered.push((figure.id.clone(), format!("{} {}", said.figure, figure.number.as_deref().unwrap())));
            }
            _ => for_each_inline(&mut one, &mut |inline| {
                if let Inline::Reference { target, .. } = inline {
                    spoken.push(target.clone());
                }
            }),
        }
    }
    for_each_inline(&mut document.blocks.clone(), &mut |inline| {
        if let Inline::Reference { target, text } = inline {
            let found = numbered.iter().find(|(id, _)| id == target).map(|(_, text)| text.as_str());
            assert_eq!(text.as_deref(), found, "{}: {target}", outcome.name);
            assert!(found.is_some(), "{}: {target}", outcome.name);
        }
    });
}

#[test]
fn tables_are_spoken_of_before_they_appear_and_references_lead_somewhere() {
    for (outcome, document) in chapters() {
        references(outcome, document);
    }
}

/// No sentence claims more than a test can show.
fn claims(outcome: &Outcome, document: &Document) {
    for paragraph in paragraphs(document) {
        let text = words(document, paragraph).to_lowercase();
        let explains = paragraph.iter().any(|inline| matches!(inline, Inline::Value { path, .. } if path.contains("r2")));
        let said = words_of(document.language);
        // The F test speaks of effects, and of no share.
        assert!(!(explains && text.contains(said.effect)), "{}: {text}", outcome.name);
        for claim in said.overclaims {
            assert!(!text.contains(claim), "{}: {text}", outcome.name);
        }
    }
}

#[test]
fn explained_variation_is_no_effect_and_a_missing_proof_no_proof() {
    for (outcome, document) in chapters() {
        claims(outcome, document);
    }
}

/// Everything that holds of every chapter.
pub fn check(outcome: &Outcome, document: &Document) {
    numbers(outcome, document);
    categories(outcome, document);
    mere_text(outcome, document);
    verdicts(outcome, document);
    references(outcome, document);
    claims(outcome, document);
}
