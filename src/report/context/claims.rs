//! Effects along the arrows, claims and hypotheses as templates see them.

use super::{Context, Map, declared, list, map, phrase};
use crate::findings::FoundSign;
use crate::numbers::Kind;
use crate::report::desk::symbol;
use crate::report::document::{Block, Inline};
use crate::report::value::{blocks, inlines};
use crate::report::view::Found;
use crate::study::claim::Level;
use crate::study::hypothesis::Discussion;
use crate::study::{Claim, Direction, Hypothesis, Sign};
use minijinja::value::Value;

impl Context<'_> {
    pub(super) fn number(&self, path: &str) -> Option<f64> {
        match self.desk.view.get(path)? {
            Found::Number(number) => Some(number.value),
            _ => None,
        }
    }

    fn sign_at(&self, path: &str) -> &'static str {
        match self.number(path) {
            Some(value) if !self.desk.prints_zero(value) => FoundSign::of(value).key(),
            _ => "zero",
        }
    }

    pub(super) fn effect(&self, position: usize) -> Value {
        let at = format!("effects/{position}");
        let code = |key: &str| self.desk.view.text(&format!("{at}/{key}")).unwrap_or_default().to_owned();
        let (from, to) = (code("from"), code("to"));
        let count = self.desk.view.len(&format!("{at}/indirect"));
        let paths = (0..count).map(|path| self.indirect(&format!("{at}/indirect/{path}"), &from, &to));
        let alpha = self.desk.study.analysis.alpha;
        let significant = self.number(&format!("{at}/direct_p")).is_some_and(|p| p < alpha);
        map(Map::from([
            ("from", self.variable(&from)),
            ("to", self.variable(&to)),
            ("path", self.path(&[&from, &to])),
            ("direct", Value::from(self.number(&format!("{at}/direct")).is_some())),
            ("direct_tested", Value::from(self.number(&format!("{at}/direct_p")).is_some())),
            ("direct_significant", Value::from(significant)),
            ("indirect", list(paths)),
            ("all", self.combined(&format!("{at}/indirect_sum"))),
            ("contrasts", list(self.contrasts(&at, &from, &to))),
            ("total_sign", Value::from(self.sign_at(&format!("{at}/total")))),
            ("r", self.branch(&at)),
        ]))
    }

    /// A sum or difference of indirect effects with its interval.
    fn combined(&self, at: &str) -> Value {
        let significant = self.desk.view.flag(&format!("{at}/significant"));
        let negative = self.number(&format!("{at}/b")).is_some_and(|b| b < 0.0);
        map(Map::from([
            ("tested", Value::from(significant.is_some())),
            ("significant", Value::from(significant == Some(true))),
            ("negative", Value::from(negative)),
            ("r", self.branch(at)),
        ]))
    }

    /// The differences between the paths of an effect that were tested.
    fn contrasts(&self, effect: &str, from: &str, to: &str) -> Vec<Value> {
        let whole = |at: &str| {
            let via = self.names(at);
            self.path(&[from].into_iter().chain(via.iter().map(String::as_str)).chain([to]).collect::<Vec<&str>>())
        };
        (0..self.desk.view.len(&format!("{effect}/contrasts")))
            .map(|position| format!("{effect}/contrasts/{position}"))
            .filter(|at| self.desk.view.flag(&format!("{at}/significant")).is_some())
            .map(|at| {
                map(Map::from([
                    ("first", whole(&format!("{at}/via"))),
                    ("second", whole(&format!("{at}/minus"))),
                    ("tested", self.combined(&at)),
                    ("r", self.branch(&at)),
                ]))
            })
            .collect()
    }

    pub(super) fn indirect(&self, at: &str, from: &str, to: &str) -> Value {
        let via = self.names(&format!("{at}/via"));
        let whole: Vec<&str> = [from].into_iter().chain(via.iter().map(String::as_str)).chain([to]).collect();
        let flag = |key: &str| self.desk.view.flag(&format!("{at}/{key}"));
        let sobel = self.number(&format!("{at}/sobel/p"));
        let excludes = |which: &str| {
            let end = |end: &str| self.number(&format!("{at}/{which}/{end}"));
            end("low").zip(end("high")).is_some_and(|(low, high)| low > 0.0 || high < 0.0)
        };
        let factors = (0..self.desk.view.len(&format!("{at}/factors"))).map(|position| {
            let path = format!("{at}/factors/{position}");
            let negative = self.number(&path).is_some_and(|factor| factor < 0.0);
            map(Map::from([("value", self.branch(&path)), ("negative", Value::from(negative))]))
        });
        map(Map::from([
            ("from", self.variable(from)),
            ("to", self.variable(to)),
            ("via", list(via.iter().map(|code| self.variable(code)))),
            ("path", self.path(&whole)),
            ("key", Value::from(whole.join(">"))),
            ("factors", list(factors)),
            ("significant", Value::from(flag("significant").unwrap_or(false))),
            ("tested", Value::from(flag("significant").is_some())),
            ("untested_reason", Value::from(self.reason_of(&format!("{at}/significant")))),
            ("sobel_significant", Value::from(sobel.is_some_and(|p| p < self.desk.study.analysis.alpha))),
            ("percentile_excludes", Value::from(excludes("percentile"))),
            ("bca_excludes", Value::from(excludes("bca"))),
            ("disagree", Value::from(flag("methods_disagree").unwrap_or(false))),
            ("borderline", Value::from(flag("borderline").unwrap_or(false))),
            // Without a type there is no direct effect to compare with.
            ("type", Value::from(self.desk.view.text(&format!("{at}/type")).unwrap_or_default())),
            ("hypotheses", list(self.declaring(&whole).into_iter().map(Value::from))),
            ("r", self.branch(at)),
        ]))
    }

    /// The hypotheses that declare exactly this chain; several may, with and without a sign.
    fn declaring(&self, chain: &[&str]) -> Vec<String> {
        let declares = |hypothesis: &&Hypothesis| matches!(&hypothesis.claim, Claim::Chain { names, .. } if names == chain);
        self.desk.study.hypotheses.iter().filter(declares).map(|hypothesis| hypothesis.id.clone()).collect()
    }

    /// `X₁ → Y₁ → Y₂`.
    fn path(&self, names: &[&str]) -> Value {
        let mut out = Vec::new();
        for (position, name) in names.iter().enumerate() {
            if position > 0 {
                out.push(Inline::text("\u{a0}→ "));
            }
            out.push(symbol(name));
        }
        inlines(out)
    }

    /// The operands of a hypothesis's claim, for its statement and everything else that is said about it.
    pub fn claim(&self, hypothesis: &Hypothesis) -> Value {
        let claim = &hypothesis.claim;
        let sign = claim.sign().map_or("none", Sign::key);
        let mut entries = Map::from([("kind", Value::from(claim.kind())), ("sign", Value::from(sign))]);
        match claim {
            Claim::Effect { from, to, .. } => {
                entries.insert("from", self.variable(from));
                entries.insert("to", self.variable(to));
            }
            Claim::Chain { names, .. } => {
                let inner = names.get(1..names.len().saturating_sub(1)).unwrap_or_default();
                entries.insert("from", names.first().map_or(Value::from(()), |name| self.variable(name)));
                entries.insert("to", names.last().map_or(Value::from(()), |name| self.variable(name)));
                entries.insert("via", list(inner.iter().map(|name| self.variable(name))));
            }
            Claim::Joint { from, to } => {
                entries.insert("names", list(from.iter().map(|name| self.variable(name))));
                entries.insert("to", self.variable(to));
            }
            Claim::Product { x, moderator, to, .. } => {
                entries.insert("from", self.variable(x));
                entries.insert("moderator", self.variable(moderator));
                entries.insert("to", self.variable(to));
            }
            Claim::Association { a, b, .. } => {
                entries.insert("a", self.variable(a));
                entries.insert("b", self.variable(b));
            }
            Claim::Groups { variable, by, direction } => {
                entries.insert("variable", self.variable(variable));
                entries.insert("by", self.variable(by));
                let (higher, lower) = match direction {
                    Direction::Above { higher, lower } => (higher.as_str(), lower.as_str()),
                    Direction::None => ("", ""),
                };
                entries.insert("directed", Value::from(!higher.is_empty()));
                entries.insert("higher", inlines(vec![Inline::text(higher)]));
                entries.insert("lower", inlines(vec![Inline::text(lower)]));
            }
            Claim::Paired { first, second, second_higher } => {
                entries.insert("first", self.variable(first));
                entries.insert("second", self.variable(second));
                entries.insert("directed", Value::from(second_higher.is_some()));
                let (higher, lower) = if *second_higher == Some(true) { (second, first) } else { (first, second) };
                entries.insert("higher", self.variable(higher));
                entries.insert("lower", self.variable(lower));
            }
            Claim::Level { variable, above, level } => {
                entries.insert("variable", self.variable(variable));
                entries.insert("above", Value::from(*above));
                let (value, percent) = match level {
                    Level::Value(value) => (*value, false),
                    Level::Percent(value) => (*value, true),
                };
                entries.insert("level", declared(Kind::Limit, value, &format!("hypotheses/{}/level", hypothesis.id)));
                entries.insert("percent", Value::from(percent));
            }
        }
        map(entries)
    }

    pub(super) fn hypothesis(
        &self,
        position: usize,
        hypothesis: &Hypothesis,
        statement: Option<&Vec<Inline>>,
        discussion: Option<&Vec<Block>>,
    ) -> Value {
        let at = format!("hypotheses/{position}");
        let text = |key: &str| self.desk.view.text(&format!("{at}/{key}")).unwrap_or_default().to_owned();
        let found_at = text("at");
        let because = text("because");
        let chain = match &hypothesis.claim {
            Claim::Chain { names, .. } if !found_at.is_empty() => {
                self.indirect(&found_at, names.first().map_or("", String::as_str), names.last().map_or("", String::as_str))
            }
            _ => Value::from(()),
        };
        // In a sentence an author's wording is quoted, without the period it may end in; ours is a clause of it.
        let words = match (&hypothesis.statement, statement) {
            (Some(own), _) => Some(phrase(own.get(self.desk.language))),
            (None, Some(ours)) => Some(clause(&hypothesis.claim, ours)),
            (None, None) => None,
        };
        let prior = self.prior(hypothesis, &because, &text("sign_found"));
        map(Map::from([
            ("id", Value::from(hypothesis.id.clone())),
            ("kind", Value::from(hypothesis.claim.kind())),
            ("claim", self.claim(hypothesis)),
            ("sign", Value::from(hypothesis.claim.sign().map_or("none", Sign::key))),
            ("found", Value::from(text("sign_found"))),
            ("stated", Value::from(hypothesis.statement.is_some())),
            ("statement", words.map_or(Value::from(()), inlines)),
            ("verdict", Value::from(text("verdict"))),
            ("because", Value::from(because.clone())),
            ("near_zero", Value::from(self.number(&format!("{at}/estimate")).is_some_and(|value| self.desk.prints_zero(value)))),
            ("reason", Value::from(self.desk.term(&format!("reason.{because}")))),
            ("failed", self.failed(hypothesis)),
            ("test", Value::from(text("test"))),
            ("regression", hypothesis.regression.as_deref().map_or(Value::from(()), |name| self.regression(name))),
            ("chain", chain),
            ("c", self.comparison(&hypothesis.id)),
            ("compared", Value::from(self.desk.view.text(&format!("comparisons/{}/chosen", hypothesis.id)).is_some())),
            ("m", self.moderation(&hypothesis.id)),
            ("remedy", self.remedy(position, hypothesis)),
            ("sensitivity", Value::from(self.desk.view.len(&format!("{at}/sensitivity")) > 0)),
            ("differing", self.differing(position)),
            ("at", self.branch(&found_at)),
            ("r", self.branch(&at)),
            ("prior", prior),
            ("has_discussion", Value::from(!matches!(hypothesis.discussion, Discussion::None))),
            ("discussion", discussion.map_or(Value::from(()), |discussion| blocks(discussion.clone()))),
        ]))
    }

    /// The regression that a hypothesis rests on and that could not be computed.
    fn failed(&self, hypothesis: &Hypothesis) -> Value {
        let names: Vec<&str> = match &hypothesis.claim {
            Claim::Effect { .. } | Claim::Joint { .. } => hypothesis.regression.iter().map(String::as_str).collect(),
            Claim::Chain { names, .. } => names.iter().skip(1).map(String::as_str).collect(),
            _ => Vec::new(),
        };
        let failed = |name: &&str| self.desk.view.flag(&format!("regression_facts/{name}/computed")) == Some(false);
        names.into_iter().find(failed).map_or(Value::from(()), |name| self.regression(name))
    }

    /// What the hypotheses are tested with, as far as they are: what an introduction may announce.
    pub(super) fn tests(&self) -> Value {
        let hypotheses = &self.desk.study.hypotheses;
        let tested = |position: usize| self.desk.view.text(&format!("hypotheses/{position}/verdict")) != Some("not_tested");
        let of = |kind: &str| {
            let found = hypotheses.iter().enumerate().filter(|(position, h)| h.claim.kind() == kind && tested(*position));
            found.map(|(_, hypothesis)| hypothesis).collect::<Vec<&Hypothesis>>()
        };
        let effects = of("effect");
        let read_in = |name: &String| effects.iter().any(|hypothesis| hypothesis.regression.as_ref() == Some(name));
        let regressions = self.desk.study.regressions.iter().map(|regression| &regression.name).filter(|name| read_in(name));
        let repeats = hypotheses.iter().any(|hypothesis| hypothesis.claim.kind() == "paired");
        map(Map::from([
            ("t", Value::from(!effects.is_empty())),
            ("signed", Value::from(effects.iter().any(|hypothesis| hypothesis.claim.sign().is_some()))),
            ("f", Value::from(!of("joint").is_empty())),
            ("chain", Value::from(!of("chain").is_empty())),
            (
                "other",
                Value::from(["product", "association", "groups", "paired", "level"].iter().any(|kind| !of(kind).is_empty())),
            ),
            ("any", Value::from((0..hypotheses.len()).any(tested))),
            ("regressions", list(regressions.map(|name| self.regression(name)))),
            ("repeats", Value::from(repeats)),
        ]))
    }
}

/// Our wording of a claim within a sentence: what does not begin with a name begins small.
fn clause(claim: &Claim, statement: &[Inline]) -> Vec<Inline> {
    let mut out = statement.to_vec();
    let begins_with_a_word = match claim {
        Claim::Association { .. } => true,
        Claim::Groups { direction, .. } => *direction == Direction::None,
        Claim::Paired { second_higher, .. } => second_higher.is_none(),
        _ => false,
    };
    if let (true, Some(Inline::Text(first))) = (begins_with_a_word, out.first_mut()) {
        let mut letters = first.chars();
        if let Some(letter) = letters.next() {
            *first = letter.to_lowercase().collect::<String>() + letters.as_str();
        }
    }
    out
}
