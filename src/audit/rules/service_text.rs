//! What the text says of an index of satisfaction: its grade, the word of the grade, its change, the index itself.
//!
//! Source: Permenpan-RB 14/2017, annex: grades by their lower bounds, with the words of performance.

use super::service::letter;
use crate::audit::finding::{Finding, Severity};
use crate::audit::names::plain;
use crate::audit::printed::Printed;
use crate::audit::statements::Statement;
use crate::audit::tables::service::Service;
use crate::diagnostics::Code;
use crate::language::Message;

/// Words of performance by grade.
const WORDS: [(char, [&str; 2]); 4] =
    [('A', ["sangat baik", "very good"]), ('B', ["baik", "good"]), ('C', ["kurang baik", "fair"]), ('D', ["tidak baik", "poor"])];
/// Words between `mutu` and the letter, at most.
const NEAR: usize = 6;

/// A word of a sentence: as it stands, plain, and as a number from 25 to 100 with decimals.
struct Word<'a> {
    text: &'a str,
    plain: String,
    index: Option<Printed>,
}

/// Checks the sentences of chapters that report an index of satisfaction.
pub fn check(services: &[Service], statements: &[Statement], mark: char, findings: &mut Vec<Finding>) {
    if services.is_empty() {
        return;
    }
    for statement in statements {
        for sentence in &statement.sentences {
            let read = |text: &str| {
                let bare = text.trim_matches(['(', ')', ',', ';', '.', ':']);
                let index = Printed::read(bare, mark, statement.place.clone())
                    .filter(|number| number.decimals > 0 && (25.0..=100.0).contains(&number.value) && !number.percent);
                (plain(bare), index)
            };
            let words: Vec<Word<'_>> = sentence
                .split_whitespace()
                .map(|text| {
                    let (plain, index) = read(text);
                    Word { text, plain, index }
                })
                .collect();
            grades(statement, &words, findings);
            change(statement, &words, mark, findings);
            if let ([service], true) = (services, states(&words)) {
                value(statement, &words, service, findings);
            }
        }
    }
}

/// `… 81,07 … mutu pelayanan B (baik)`.
fn grades(statement: &Statement, words: &[Word<'_>], findings: &mut Vec<Finding>) {
    for (at, _) in words.iter().enumerate().filter(|(_, word)| ["mutu", "mutunya", "grade"].contains(&word.plain.as_str())) {
        let behind = words.get(at + 1..(at + 1 + NEAR).min(words.len())).unwrap_or_default();
        // A grade that changes has two letters.
        if behind.iter().any(|word| ["berubah", "dari", "moved", "from", "becomes"].contains(&word.plain.as_str())) {
            continue;
        }
        let is_letter = |word: &Word<'_>| match word.text.trim_matches(['(', ')', ',', ';', '.', ':']).as_bytes() {
            [letter @ b'A'..=b'D'] => Some(char::from(*letter)),
            _ => None,
        };
        let Some((offset, is)) = behind.iter().enumerate().find_map(|(offset, word)| Some((offset, is_letter(word)?))) else {
            continue;
        };
        let before = words.get(..at).unwrap_or_default().iter().rev().find_map(|word| word.index.as_ref());
        let Some(index) = before else { continue };
        let must = letter(index.value);
        if is != must {
            tell(statement, index, is.to_string(), must.to_string(), Code::Satisfaction, findings);
            continue;
        }
        let rest: Vec<&str> = behind.get(offset + 1..).unwrap_or_default().iter().map(|word| word.text).collect();
        let said = rest.first().filter(|word| word.starts_with('(')).and_then(|_| {
            let joined = rest.join(" ");
            joined.trim_start_matches('(').split(')').next().map(plain)
        });
        let fits = |said: &String| WORDS.iter().any(|(letter, words)| *letter == is && words.contains(&said.as_str()));
        let known = |said: &&String| WORDS.iter().any(|(_, words)| words.contains(&said.as_str()));
        if let Some(said) = said.as_ref().filter(known).filter(|said| !fits(said)) {
            let right = WORDS.iter().find(|(letter, _)| *letter == is).map_or("", |(_, words)| words[0]);
            tell(statement, index, said.clone(), right.to_owned(), Code::Category, findings);
        }
    }
}

fn tell(statement: &Statement, index: &Printed, is: String, must: String, code: Code, findings: &mut Vec<Finding>) {
    let words = Message::new(
        format!("{} termasuk mutu {} ({must}), bukan {is}", index.text, letter(index.value)),
        format!("{} is grade {} ({must}), not {is}", index.text, letter(index.value)),
    );
    let mut finding = Finding::said(code, Severity::Decision, statement.place.clone(), is, words);
    finding.likely = Some(must);
    findings.push(finding);
}

/// `79,65 … naik 1,42 poin menjadi 81,07`.
fn change(statement: &Statement, words: &[Word<'_>], mark: char, findings: &mut Vec<Finding>) {
    let moved = ["naik", "turun", "rose", "fell"];
    let Some(at) = words.iter().position(|word| moved.contains(&word.plain.as_str())) else { return };
    let near = words.get(at + 1..(at + 4).min(words.len())).unwrap_or_default();
    let points = near.windows(2).find(|pair| ["poin", "points"].contains(&pair.get(1).map_or("", |word| word.plain.as_str())));
    let Some(change) = points.and_then(|pair| Printed::read(pair.first()?.text, mark, statement.place.clone())) else { return };
    let indexes: Vec<&Printed> =
        words.iter().filter(|word| word.text != change.text).filter_map(|word| word.index.as_ref()).collect();
    let [then, now] = indexes[..] else { return };
    let possible = [now.interval.minus(then.interval), then.interval.minus(now.interval)];
    if possible.iter().all(|possible| possible.meet(change.interval).is_empty()) {
        let must = change.print_like((now.value - then.value).abs());
        let said = format!("{} − {} = {must}", now.text, then.text);
        let words = Message::new(said.clone(), said);
        let place = statement.place.clone();
        let mut finding = Finding::said(Code::Satisfaction, Severity::Impossible, place, change.text.clone(), words);
        finding.likely = Some(must);
        findings.push(finding);
    }
}

/// Whether a sentence states the index of the chapter: it names it, and speaks of no other time, weight or unit.
fn states(words: &[Word<'_>]) -> bool {
    let all = format!(" {} ", words.iter().map(|word| word.plain.as_str()).collect::<Vec<_>>().join(" "));
    let names = ["nilai ikm", "public satisfaction", "kepuasan masyarakat"].iter().any(|name| all.contains(name));
    let other =
        ["lalu", "sebelum", "dibandingkan", "compared", "rata rata", "mean of", "bobot", "weight", "target", "previous", "unit"];
    names
        && [" sebesar ", " is ", " bernilai ", " comes to "].iter().any(|word| all.contains(word))
        && !other.iter().any(|word| all.contains(&format!(" {word} ")))
}

/// The one index of such a sentence is that of the table.
fn value(statement: &Statement, words: &[Word<'_>], service: &Service, findings: &mut Vec<Finding>) {
    let Some(index) = &service.index else { return };
    let said: Vec<&Printed> = words.iter().filter_map(|word| word.index.as_ref()).collect();
    let [only] = said[..] else { return };
    // The text is right where the table's own number is wrong.
    let right = |finding: &Finding| {
        finding.severity == Severity::Impossible && finding.place == index.place && finding.printed == index.text
    };
    if only.interval.meet(index.interval).is_empty() && !findings.iter().any(right) {
        let words = Message::new(
            format!("pada tabel unsur nilai indeksnya {}", index.text),
            format!("in the table of elements the index is {}", index.text),
        );
        let place = statement.place.clone();
        let mut finding = Finding::said(Code::TextAgainstTable, Severity::Impossible, place, only.text.clone(), words);
        finding.likely = Some(index.text.clone());
        findings.push(finding);
    }
}
