//! Remedies for violated assumptions as templates see them, and what they change.

use super::{Context, Map, list, map};
use crate::study::settings::Tails;
use crate::study::{Claim, Hypothesis};
use minijinja::value::Value;

/// The remedies in the order in which they are told.
const METHODS: [&str; 4] = ["hc3", "bootstrap", "transform", "rank"];

impl Context<'_> {
    /// The remedies of the regression at a path; `table` begins the names of their tables, `key` ends them.
    pub(super) fn remedies(&self, at: &str, table: &str, key: &str) -> Value {
        let there = METHODS.into_iter().filter(|method| self.desk.view.resolve(&format!("{at}/remedies/{method}")).is_some());
        list(there.map(|method| {
            let path = format!("{at}/remedies/{method}");
            let computed = self.desk.view.len(&format!("{path}/coefficients")) > 0;
            let both = self.desk.view.resolve(&format!("{at}/remedies/hc3")).is_some();
            map(Map::from([
                ("method", Value::from(method)),
                ("computed", Value::from(computed)),
                ("reason", Value::from(self.reason_of(&path))),
                ("table", Value::from(format!("{table}-{method}-{key}"))),
                ("both", Value::from(both)),
                ("changed", self.changed(at, &path, method)),
                ("outcome", self.variable(self.desk.view.text(&format!("{at}/outcome")).unwrap_or_default())),
                ("form", Value::from(self.desk.view.text(&format!("{path}/form")).unwrap_or_default())),
                ("reflected", Value::from(self.desk.view.flag(&format!("{path}/reflected")).unwrap_or(false))),
                ("shifted", Value::from(self.number(&format!("{path}/constant")).is_some_and(|constant| constant > 0.0))),
                ("right", Value::from(self.number(&format!("{path}/skewness_before")).is_some_and(|skew| skew > 0.0))),
                ("robust", Value::from(self.desk.view.text(&format!("{path}/errors")) == Some("hc3"))),
                ("assumptions", self.assumptions_of(&path)),
                ("r", self.branch(&path)),
            ]))
        }))
    }

    /// The assumptions of a regression that was computed anew.
    fn assumptions_of(&self, path: &str) -> Value {
        let all = (0..self.desk.view.len(&format!("{path}/assumptions")))
            .filter_map(|position| self.assumption(&format!("{path}/assumptions/{position}")));
        list(all.map(|(_, _, entry)| entry))
    }

    /// Which test decides on the regression at a path: `ordinary`, `hc3`, `bootstrap`, `transform` or `rank`.
    pub(super) fn decides(&self, at: &str) -> Value {
        Value::from(self.desk.view.text(&format!("{at}/remedies/decides")).unwrap_or("ordinary"))
    }

    /// The terms that a remedy finds significant and the ordinary test does not, or the other way round, two-tailed.
    fn changed(&self, at: &str, path: &str, method: &str) -> Value {
        let alpha = self.desk.study.analysis.alpha;
        let count = self.desk.view.len(&format!("{path}/coefficients"));
        let terms = (0..count).filter_map(|position| {
            let after = format!("{path}/coefficients/{position}");
            let term = self.desk.view.text(&format!("{after}/term"))?;
            let before = format!("{at}/coefficients/{term}");
            let was = self.number(&format!("{before}/p"))? < alpha;
            let is = match method {
                "bootstrap" => {
                    let end = |end: &str| self.number(&format!("{after}/percentile/{end}"));
                    end("low")? > 0.0 || end("high")? < 0.0
                }
                _ => self.number(&format!("{after}/p"))? < alpha,
            };
            let name = match term.split_once('*') {
                Some((x, moderator)) => format!("{} × {}", self.desk.name(x), self.desk.name(moderator)),
                None => self.desk.name(term),
            };
            (was != is && term != "(Constant)").then(|| {
                map(Map::from([
                    ("name", super::name(&name)),
                    ("significant", Value::from(is)),
                    ("before", self.branch(&before)),
                    ("after", self.branch(&after)),
                ]))
            })
        });
        list(terms)
    }

    /// What decided on a hypothesis instead of the ordinary test, and what that test says; nothing where it decides itself.
    pub(super) fn remedy(&self, position: usize, hypothesis: &Hypothesis) -> Value {
        let at = format!("hypotheses/{position}");
        let test = self.desk.view.text(&format!("{at}/test")).unwrap_or_default();
        let Some(method) = METHODS.into_iter().find(|method| *method == test.trim_end_matches("_f")) else {
            return Value::from(());
        };
        let (path, table) = match (&hypothesis.claim, &hypothesis.regression) {
            (Claim::Product { .. }, _) => {
                (format!("moderations/{}", hypothesis.id), format!("moderation-{method}-{}", hypothesis.id))
            }
            (_, Some(regression)) => (format!("regressions/{regression}"), format!("remedy-{method}-{regression}")),
            (_, None) => return Value::from(()),
        };
        let one_tailed = self.desk.study.analysis.tails == Tails::One && hypothesis.claim.sign().is_some();
        let confidence = if one_tailed && method == "bootstrap" {
            self.branch(&format!("{path}/remedies/bootstrap/confidence_one_tailed"))
        } else {
            self.branch("meta/confidence")
        };
        let ordinary = format!("{at}/sensitivity/0");
        map(Map::from([
            ("method", Value::from(method)),
            ("table", Value::from(table)),
            ("confidence", confidence),
            ("ordinary", self.branch(&ordinary)),
            ("ordinary_verdict", Value::from(self.desk.view.text(&format!("{ordinary}/verdict")).unwrap_or_default())),
            ("agrees", Value::from(self.desk.view.flag(&format!("{ordinary}/agrees")).unwrap_or(false))),
        ]))
    }

    /// The other methods that come to another decision on a hypothesis.
    pub(super) fn differing(&self, position: usize) -> Value {
        let at = format!("hypotheses/{position}/sensitivity");
        let methods = (0..self.desk.view.len(&at))
            .filter(|other| self.desk.view.flag(&format!("{at}/{other}/agrees")) == Some(false))
            .filter_map(|other| self.desk.view.text(&format!("{at}/{other}/method")));
        list(methods.map(Value::from))
    }
}
