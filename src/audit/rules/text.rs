//! Numbers of the running text against the table they cite.

use crate::audit::expression::{Id, number, of};
use crate::audit::facts::{Facts, Kind, Regression, Term};
use crate::audit::finding::{Finding, Severity};
use crate::audit::interval::Interval;
use crate::audit::names::Names;
use crate::audit::printed::Printed;
use crate::audit::statements::{Said, Statement};
use crate::audit::wording;
use crate::diagnostics::Code;
use crate::language::{Language, Message};

/// What a paragraph speaks of: a regression and, where its words leave no choice, one of its terms.
#[derive(Debug, Clone)]
pub struct Subject {
    /// The regression.
    pub regression: Regression,
    /// The term.
    pub term: Option<Term>,
}

/// Whether a text in plain words names a thing, by any of its names.
pub fn names_it(names: &Names, words: &str, label: &str) -> bool {
    names.spellings(label).iter().any(|spelling| stands(words, spelling))
}

/// Whether words stand in a text as such, between spaces.
fn stands(words: &str, spelling: &str) -> bool {
    !spelling.is_empty()
        && words.match_indices(spelling).any(|(at, _)| {
            let before = words.get(..at).is_some_and(|before| before.ends_with(' '));
            before && words.get(at + spelling.len()..).is_some_and(|after| after.starts_with(' '))
        })
}

/// The effect a paragraph speaks of by its words: `X … terhadap Y`.
pub fn subject(facts: &Facts, words: &str) -> Option<Subject> {
    let mut found: Vec<Subject> = Vec::new();
    const TOWARDS: &[&str] = &[" terhadap ", " on ", " pada ", " affects ", " memengaruhi ", " mempengaruhi "];
    if !TOWARDS.iter().any(|word| words.contains(word)) {
        return None;
    }
    for regression in facts.regressions.iter().filter(|regression| !Facts::is_glejser(regression)) {
        let Some(outcome) = regression.outcome() else { continue };
        let affected =
            facts.names.spellings(outcome).iter().any(|spelling| {
                stands(words, spelling) && TOWARDS.iter().any(|word| words.contains(&format!("{word}{spelling} ")))
            });
        if !affected {
            continue;
        }
        for term in &regression.terms {
            if names_it(&facts.names, words, &term.label) {
                found.push(Subject { regression: regression.clone(), term: Some(term.clone()) });
            }
        }
    }
    if found.len() == 1 { found.pop() } else { None }
}

/// Holds the numbers of the text against the tables.
pub fn relate(facts: &mut Facts, statements: &[Statement], findings: &mut Vec<Finding>) {
    for statement in statements {
        let all = statement.words();
        let by_words = subject(facts, &all);
        for (sentence, _) in statement.sentences.iter().enumerate() {
            if let Some(table) = statement.table(sentence).map(str::to_owned) {
                against_table(facts, statement, sentence, &table, &all, findings);
            } else if let Some(Subject { term: Some(term), regression }) = &by_words {
                // Without a table: only when the paragraph names one effect, and never the test of an indirect one.
                let indirect = [" sobel ", " aroian ", " goodman ", " bootstrap "];
                let indirect =
                    statement.plain.get(sentence).is_some_and(|words| indirect.iter().any(|word| words.contains(word)));
                if indirect || all.contains(" melalui ") || all.contains(" through ") {
                    continue;
                }
                let (term, regression) = (term.clone(), regression.clone());
                for (said, id) in [(Said::T, term.t), (Said::P, term.p), (Said::Beta, term.beta), (Said::Df, regression.df2)] {
                    let other = facts.remedied && matches!(said, Said::P | Said::T);
                    if said == Said::P && facts.one_tailed || other {
                        continue;
                    }
                    tell_single(facts, statement, sentence, said, id);
                }
            }
        }
    }
}

/// A sentence's only number of a kind is that quantity.
fn tell_single(facts: &mut Facts, statement: &Statement, sentence: usize, said: Said, id: Id) {
    let numbers: Vec<Printed> = statement.said(sentence, said).cloned().collect();
    if let [printed] = numbers.as_slice() {
        if said == Said::Beta { facts.tell_beta(id, printed) } else { facts.tell(id, printed) }
    }
}

fn against_table(facts: &mut Facts, statement: &Statement, sentence: usize, table: &str, all: &str, findings: &mut Vec<Finding>) {
    let tables: Vec<(usize, Kind)> =
        facts.tables.iter().filter(|(name, _, _)| name == table).map(|(_, regression, kind)| (*regression, *kind)).collect();
    let [(at, kind)] = tables[..] else { return };
    let Some(regression) = facts.regressions.get(at).cloned() else { return };
    match kind {
        Kind::Anova => {
            for (said, id) in
                [(Said::F, regression.f), (Said::P, regression.p), (Said::Df1, regression.df1), (Said::Df2, regression.df2)]
            {
                tell_single(facts, statement, sentence, said, id);
            }
        }
        Kind::Summary => {
            for (said, id) in [(Said::RSquare, regression.r2), (Said::Adjusted, regression.adjusted)] {
                tell_single(facts, statement, sentence, said, id);
                let percents = percents_of(statement, sentence);
                let single = statement.said(sentence, said).count() == 1
                    && statement.said(sentence, Said::RSquare).count() + statement.said(sentence, Said::Adjusted).count() == 1;
                if let (true, [explained, rest @ ..]) = (single, percents.as_slice()) {
                    let net = &mut facts.network;
                    let explained = net.printed("%", &explained.clone().rounded(), Interval::ALL);
                    net.relate(Code::TextAgainstTable, "% = R² · 100", of(explained), of(id) * number(100.0));
                    if let [rest] = rest {
                        let rest = net.printed("%", &rest.clone().rounded(), Interval::ALL);
                        net.relate(
                            Code::TextAgainstTable,
                            "% = (1 − R²) · 100",
                            of(rest),
                            (number(1.0) - of(id)) * number(100.0),
                        );
                    }
                }
            }
        }
        Kind::Coefficients | Kind::Glejser | Kind::Collinearity => {
            let regression = if kind == Kind::Glejser { facts.glejser_of(at).unwrap_or(regression) } else { regression };
            let words = &statement.plain.get(..=sentence).unwrap_or_default().concat();
            let named: Vec<&Term> = regression.terms.iter().filter(|term| names_it(&facts.names, words, &term.label)).collect();
            let named: Vec<Term> = if named.is_empty() {
                regression.terms.iter().filter(|term| names_it(&facts.names, all, &term.label)).cloned().collect()
            } else {
                named.into_iter().cloned().collect()
            };
            for (said, get) in COLUMNS {
                if *said == Said::P && facts.one_tailed && kind == Kind::Coefficients {
                    continue;
                }
                let numbers: Vec<Printed> = statement.said(sentence, *said).cloned().collect();
                let range = [
                    " berkisar ",
                    " antara ",
                    " tertinggi ",
                    " terendah ",
                    " sampai ",
                    " hingga ",
                    " seluruh ",
                    " masing masing ",
                ];
                let range = statement.plain.get(sentence).is_some_and(|words| range.iter().any(|word| words.contains(word)));
                let here = matches!(said, Said::Vif | Said::Tolerance)
                    && !named.iter().all(|term| {
                        statement.plain.get(sentence).is_some_and(|words| names_it(&facts.names, words, &term.label))
                    });
                if let ([printed], [term], false, false) = (numbers.as_slice(), named.as_slice(), range, here) {
                    facts.tell(get(term), printed);
                    continue;
                }
                let terms: Vec<&Term> = regression.terms.iter().chain(&regression.constant).collect();
                for printed in numbers {
                    stands_in_column(facts, &printed, &terms, *get, table, findings);
                }
            }
            tell_single(facts, statement, sentence, Said::Df, regression.df2);
        }
        Kind::Normality => {}
    }
}

/// The percentages of a sentence about R²; where it has none, of the next one, unless that speaks of another table or R².
fn percents_of(statement: &Statement, sentence: usize) -> Vec<Printed> {
    let own: Vec<Printed> = statement.said(sentence, Said::Percent).cloned().collect();
    let next = sentence + 1;
    let other = statement.cited.iter().any(|(at, _)| *at == next)
        || [Said::RSquare, Said::Adjusted].iter().any(|said| statement.said(next, *said).next().is_some());
    if own.is_empty() && !other { statement.said(next, Said::Percent).cloned().collect() } else { own }
}

type Get = fn(&Term) -> Id;
const COLUMNS: &[(Said, Get)] = &[
    (Said::T, |term| term.t),
    (Said::P, |term| term.p),
    (Said::Beta, |term| term.beta),
    (Said::Vif, |term| term.vif),
    (Said::Tolerance, |term| term.tolerance),
];

/// A number whose row the sentence leaves open must stand in the column at least once.
fn stands_in_column(facts: &Facts, printed: &Printed, terms: &[&Term], get: Get, table: &str, findings: &mut Vec<Finding>) {
    let column: Vec<&Printed> =
        terms.iter().filter_map(|term| facts.network.quantities.get(get(term))?.printed.as_ref()).collect();
    // A column that was not read as a whole proves nothing.
    let all = terms
        .iter()
        .filter(|term| !crate::audit::tables::coefficients::is_constant(&crate::audit::names::plain(&term.label)))
        .count();
    if column.len() < all || facts.incomplete.iter().any(|incomplete| incomplete == table) {
        return;
    }
    if column.is_empty() || printed.bound != crate::audit::printed::Bound::Equal || printed.decimals < 2 {
        return;
    }
    if column.iter().any(|there| !there.interval.meet(printed.interval).is_empty()) {
        return;
    }
    let nearest = column.iter().min_by(|a, b| (a.value - printed.value).abs().total_cmp(&(b.value - printed.value).abs()));
    let mut finding = Finding::said(
        Code::TextAgainstTable,
        Severity::Impossible,
        printed.place.clone(),
        printed.text.clone(),
        Message::new(
            format!("angka ini tidak ada pada kolomnya di {}", wording::table(table, Language::Id)),
            format!("this number does not stand in its column of {}", wording::table(table, Language::En)),
        ),
    );
    finding.likely = nearest.map(|there| printed.print_like(there.value));
    finding.interval = Some(printed.interval);
    finding.instead = column.first().map(|there| there.place.clone()).into_iter().collect();
    findings.push(finding);
}
