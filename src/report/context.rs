//! What templates see: study, results and findings as values. Nothing is computed here; names are joined with results.

use super::desk::{Desk, symbol};
use super::document::{Block, Inline};
use super::markup::author_inlines;
use super::value::{absent, blocks, inlines, quantity};
use super::view::Found;
use crate::findings::FoundSign;
use crate::language::Text;
use crate::numbers::{Kind, Quantity};
use crate::study::hypothesis::Discussion;
use crate::study::settings::{MediationDecides, Tails, ValidityCritical, ValidityMethod};
use crate::study::{Claim, Hypothesis, Scale, Sign};
use minijinja::value::Value;
use std::cell::RefCell;
use std::collections::BTreeMap;

/// Builds values for templates.
pub struct Context<'a> {
    desk: &'a Desk<'a>,
    /// Values made already: sentences ask for the same variables and regressions again and again.
    made: RefCell<BTreeMap<String, Value>>,
}

type Map = BTreeMap<&'static str, Value>;

fn map(entries: Map) -> Value {
    Value::from_pairs(entries)
}

fn list(values: impl IntoIterator<Item = Value>) -> Value {
    Value::from(values.into_iter().collect::<Vec<Value>>())
}

/// A declared number that is no result: a limit, a seed.
fn declared(kind: Kind, value: f64, path: &str) -> Value {
    quantity(Quantity::new(kind, value), format!("study/{path}"))
}

impl<'a> Context<'a> {
    /// A builder over study, results and words.
    pub fn new(desk: &'a Desk<'a>) -> Context<'a> {
        Context { desk, made: RefCell::default() }
    }

    /// The value remembered under `key`, or the one `make` gives.
    fn once(&self, key: String, make: impl FnOnce() -> Value) -> Value {
        if let Some(value) = self.made.borrow().get(&key) {
            return value.clone();
        }
        let value = make();
        self.made.borrow_mut().insert(key, value.clone());
        value
    }

    /// The result at a path: quantities for numbers, lists and maps for branches; false and printable where absent.
    pub fn result(&self, path: &str) -> Option<Value> {
        Some(match self.desk.view.get(path)? {
            Found::Number(number) => quantity(number, path),
            Found::Text(text) => Value::from(text),
            Found::Flag(flag) => Value::from(flag),
            Found::Absent(reason) => {
                let words = self.desk.term(&format!("reason.{reason}"));
                absent(format!("[{}: {words}]", self.desk.term("not_computed")))
            }
            Found::Branch(serde_json::Value::Array(entries)) => {
                list((0..entries.len()).map(|position| self.result(&format!("{path}/{position}")).unwrap_or_default()))
            }
            Found::Branch(_) => Value::from_pairs(
                self.desk
                    .view
                    .keys(path)
                    .into_iter()
                    .map(|key| (key.clone(), self.result(&format!("{path}/{key}")).unwrap_or(Value::from(())))),
            ),
        })
    }

    fn branch(&self, path: &str) -> Value {
        self.result(path).unwrap_or_default()
    }

    fn text(&self, text: &Text) -> Value {
        inlines(author_inlines(text.get(self.desk.language)))
    }

    fn text_or_none(&self, text: Option<&Text>) -> Value {
        text.map_or(Value::from(()), |text| self.text(text))
    }

    fn names(&self, path: &str) -> Vec<String> {
        (0..self.desk.view.len(path))
            .filter_map(|position| Some(self.desk.view.text(&format!("{path}/{position}"))?.to_owned()))
            .collect()
    }

    /// Everything at the top: study, variables, characteristics, regressions, effects, hypotheses, settings.
    pub fn top(
        &self,
        statements: &BTreeMap<String, Vec<Inline>>,
        overview: Option<Vec<Block>>,
        discussions: &BTreeMap<String, Vec<Block>>,
    ) -> Value {
        let study = self.desk.study;
        let variables: Vec<Value> = study.variables.keys().map(|code| self.variable(code)).collect();
        let main: Vec<Value> = study.regressions.iter().filter(|r| r.main).map(|r| self.regression(&r.name)).collect();
        let added: Vec<Value> = study.regressions.iter().filter(|r| !r.main).map(|r| self.regression(&r.name)).collect();
        let hypotheses = study
            .hypotheses
            .iter()
            .enumerate()
            .map(|(position, h)| self.hypothesis(position, h, statements.get(&h.id), discussions.get(&h.id)));
        let effects = (0..self.desk.view.len("effects")).map(|position| self.effect(position));
        map(Map::from([
            ("study", self.study()),
            ("settings", self.settings()),
            ("data", self.data()),
            ("meta", self.meta()),
            ("summary", self.branch("summary")),
            ("summary_counts", self.summary_counts()),
            ("characteristics", list(study.characteristics.iter().map(|c| self.characteristic(&c.code)))),
            ("variables", Value::from(variables)),
            ("all_regressions", list(main.iter().chain(&added).cloned())),
            ("regressions", Value::from(main)),
            ("hypotheses", list(hypotheses)),
            ("effects", list(effects)),
            ("overview", overview.map_or(Value::from(()), blocks)),
        ]))
    }

    /// Plain counts for conditions, which may compare whole numbers.
    fn summary_counts(&self) -> Value {
        let count = |key: &str| match self.desk.view.get(&format!("summary/{key}")) {
            Some(Found::Number(number)) => Value::from(number.value as i64),
            _ => Value::from(0),
        };
        map(Map::from([
            ("total", count("total")),
            ("accepted", count("accepted")),
            ("rejected", count("rejected")),
            ("not_tested", count("not_tested")),
        ]))
    }

    fn study(&self) -> Value {
        let study = self.desk.study;
        let sampling = study.sampling.as_ref();
        map(Map::from([
            ("title", self.text(&study.title)),
            ("author", self.text_or_none(study.author.as_ref())),
            ("institution", self.text_or_none(study.institution.as_ref())),
            ("object", self.text_or_none(study.object.as_ref())),
            ("period", self.text_or_none(study.period.as_ref())),
            ("subjects", self.text(&study.subjects)),
            ("year", study.year.map_or(Value::from(()), |year| Value::from(year.to_string()))),
            ("population", study.population.map_or(Value::from(()), |n| declared(Kind::Count, n as f64, "population"))),
            ("sampling", sampling.map_or(Value::from(()), |sampling| Value::from(sampling.method.clone()))),
            (
                "margin",
                sampling
                    .and_then(|s| s.margin)
                    .map_or(Value::from(()), |margin| declared(Kind::Percent, 100.0 * margin, "sampling/margin")),
            ),
        ]))
    }

    /// The counts of questionnaires, with what sentences choose by.
    fn data(&self) -> Value {
        let number = |key: &str| match self.desk.view.get(&format!("data/{key}")) {
            Some(Found::Number(number)) => Some(number.value as i64),
            _ => None,
        };
        let keys = self.desk.view.keys("data");
        let mut entries: BTreeMap<String, Value> =
            keys.into_iter().map(|key| (key.clone(), self.branch(&format!("data/{key}")))).collect();
        let whole = number("distributed").is_some()
            && number("distributed") == number("usable")
            && number("returned") == number("usable");
        entries.insert("distributed_equals_usable".into(), Value::from(whole && number("incomplete") == Some(0)));
        entries.insert("has_incomplete".into(), Value::from(number("incomplete").unwrap_or(0) > 0));
        Value::from_pairs(entries)
    }

    /// Version and fingerprints; the first characters of a hash are enough to recognise a file by.
    fn meta(&self) -> Value {
        let text = |key: &str| self.desk.view.text(&format!("meta/{key}")).unwrap_or_default();
        let short = |key: &str| text(key).chars().take(12).collect::<String>();
        map(Map::from([
            ("version", Value::from(text("version"))),
            ("study_fingerprint", Value::from(short("study_hash"))),
            ("data_fingerprint", Value::from(short("data_hash"))),
        ]))
    }

    fn settings(&self) -> Value {
        let analysis = &self.desk.study.analysis;
        let decides = match analysis.mediation_decides {
            MediationDecides::Percentile => "percentile",
            MediationDecides::Bca => "bca",
            MediationDecides::Sobel => "sobel",
        };
        let critical = match analysis.validity_critical {
            ValidityCritical::RTable => "r-table",
            ValidityCritical::Significance => "significance",
            ValidityCritical::Fixed(_) => "fixed",
        };
        map(Map::from([
            ("alpha", self.branch("meta/alpha")),
            ("confidence", self.branch("meta/confidence")),
            ("one_tailed", Value::from(analysis.tails == Tails::One)),
            (
                "validity_method",
                Value::from(if analysis.validity_method == ValidityMethod::Corrected { "corrected" } else { "pearson" }),
            ),
            ("validity_critical", Value::from(critical)),
            ("reliability_minimum", declared(Kind::Limit, analysis.reliability_minimum, "analysis/reliability/minimum")),
            ("vif_limit", declared(Kind::Limit, analysis.vif_limit, "analysis/multicollinearity/vif")),
            ("tolerance_limit", declared(Kind::Limit, 1.0 / analysis.vif_limit, "analysis/multicollinearity/vif")),
            ("normality", Value::from(!analysis.normality.is_empty())),
            ("heteroscedasticity", Value::from(!analysis.heteroscedasticity.is_empty())),
            ("decides", Value::from(decides)),
            ("resamples", declared(Kind::Count, analysis.resamples as f64, "analysis/mediation/resamples")),
            ("seed", Value::from(analysis.seed.to_string())),
            ("bootstrap", Value::from(analysis.resamples > 0)),
        ]))
    }

    fn characteristic(&self, code: &str) -> Value {
        let at = |key: &str| {
            let positions =
                (0..self.desk.view.len(&format!("respondent_facts/{code}/{key}"))).filter_map(|position| {
                    match self.desk.view.get(&format!("respondent_facts/{code}/{key}/{position}")) {
                        Some(Found::Number(number)) => Some(number.value as usize),
                        _ => None,
                    }
                });
            list(positions.map(|position| self.branch(&format!("respondents/{code}/rows/{position}"))))
        };
        map(Map::from([
            ("code", Value::from(code)),
            ("name", inlines(author_inlines(&self.desk.name(code)))),
            ("r", self.branch(&format!("respondents/{code}"))),
            ("rows", Value::from(self.desk.view.len(&format!("respondents/{code}/rows")))),
            ("most", at("most")),
            ("least", at("least")),
            ("level", Value::from(self.desk.view.flag(&format!("respondent_facts/{code}/level")).unwrap_or(false))),
            (
                "some_missing",
                Value::from(
                    matches!(self.desk.view.get(&format!("respondents/{code}/missing")), Some(Found::Number(n)) if n.value > 0.5),
                ),
            ),
        ]))
    }

    /// A variable, dimension or characteristic, by its name in the study.
    pub fn variable(&self, code: &str) -> Value {
        self.once(format!("variable {code}"), || self.make_variable(code))
    }

    fn make_variable(&self, code: &str) -> Value {
        let desk = self.desk;
        let variable = desk.study.variable(code);
        let scale = variable.and_then(|variable| variable.scale());
        let facts = format!("variable_facts/{code}");
        let items = |key: &str| list(self.names(&format!("{facts}/{key}")).iter().map(|item| self.item(item)));
        let item_codes: Vec<String> = variable.map(|v| v.items().map(|item| item.code.clone()).collect()).unwrap_or_default();
        let one = |key: &str| match desk.view.text(&format!("{facts}/{key}")) {
            Some(item) => self.item(item),
            None => Value::from(()),
        };
        let role = variable.map_or(serde_json::Value::Null, |v| serde_json::to_value(v.role).unwrap_or_default());
        let flag = |key: &str| Value::from(desk.view.flag(&format!("{facts}/{key}")).unwrap_or(false));
        map(Map::from([
            ("code", Value::from(code)),
            ("symbol", inlines(vec![symbol(code)])),
            ("name", inlines(author_inlines(&desk.name(code)))),
            ("short", inlines(author_inlines(&desk.short(code)))),
            ("abbreviated", Value::from(variable.is_some_and(|v| v.abbreviation.is_some()))),
            ("definition", self.text_or_none(variable.and_then(|v| v.definition.as_ref()))),
            ("source", self.text_or_none(variable.and_then(|v| v.source.as_ref()))),
            ("role", Value::from(role.as_str().unwrap_or_default())),
            ("has_items", Value::from(!item_codes.is_empty())),
            ("item_count", Value::from(item_codes.len())),
            ("items", list(item_codes.iter().map(|item| self.item(item)))),
            ("scale_as_first", Value::from(self.scale_as_first(code))),
            ("scale_shared", list(self.scale_sharers(code))),
            ("scale_min", scale.map_or(Value::from(()), |scale| declared(Kind::Score, scale.min as f64, "scale/min"))),
            ("scale_max", scale.map_or(Value::from(()), |scale| declared(Kind::Score, scale.max as f64, "scale/max"))),
            ("scale_labels", list(scale.iter().flat_map(|scale| &scale.labels).map(|label| self.text(label)))),
            (
                "untested_reason",
                Value::from(self.reason_of(&format!("items/{}/valid", item_codes.first().map_or("", String::as_str)))),
            ),
            ("alpha_reason", Value::from(self.reason_of(&format!("variables/{code}/alpha")))),
            ("r", self.branch(&format!("variables/{code}"))),
            ("highest", items("highest")),
            ("lowest", items("lowest")),
            ("level", flag("level")),
            ("tested", items("tested")),
            ("valid", items("valid")),
            ("invalid", items("invalid")),
            ("negative", items("negative")),
            ("untested", items("untested")),
            ("weakest", one("weakest")),
            ("strongest", one("strongest")),
            ("better_without", one("better_without")),
            ("better_without_suffices", flag("better_without_suffices")),
            ("alpha_very_high", flag("alpha_very_high")),
        ]))
    }

    /// Words of the reason why there is no value at a path; empty where there is one.
    fn reason_of(&self, path: &str) -> String {
        self.desk.absent(path).map_or_else(String::new, |reason| self.desk.term(&format!("reason.{reason}")))
    }

    fn scale_of_first(&self) -> Option<&Scale> {
        self.desk.study.variables.values().find_map(|variable| variable.scale())
    }

    fn scale_as_first(&self, code: &str) -> bool {
        self.desk.study.variable(code).and_then(|variable| variable.scale()) == self.scale_of_first()
    }

    /// Names of all variables with the same scale as this one.
    fn scale_sharers(&self, code: &str) -> Vec<Value> {
        let own = self.desk.study.variable(code).and_then(|variable| variable.scale());
        let same = self.desk.study.variables.values().filter(|other| other.scale().is_some() && other.scale() == own);
        same.map(|other| self.text(&other.name)).collect()
    }

    fn item(&self, code: &str) -> Value {
        self.once(format!("item {code}"), || self.make_item(code))
    }

    fn make_item(&self, code: &str) -> Value {
        let name = self.desk.view.text(&format!("items/{code}/name")).unwrap_or(code).to_owned();
        map(Map::from([
            ("code", Value::from(code)),
            ("symbol", inlines(vec![symbol(code)])),
            ("name", inlines(author_inlines(&name))),
            ("r", self.branch(&format!("items/{code}"))),
        ]))
    }

    fn term(&self, regression: &str, position: usize) -> Value {
        let at = format!("regressions/{regression}/coefficients/{position}");
        let code = self.desk.view.text(&format!("{at}/term")).unwrap_or_default().to_owned();
        let sign = match self.desk.view.get(&format!("{at}/b")) {
            Some(Found::Number(b)) => FoundSign::of(b.value).key(),
            _ => "zero",
        };
        let in_list = |key: &str| Value::from(self.names(&format!("regression_facts/{regression}/{key}")).contains(&code));
        map(Map::from([
            ("code", Value::from(code.clone())),
            ("symbol", inlines(vec![symbol(&code)])),
            ("name", inlines(author_inlines(&self.desk.name(&code)))),
            ("short", inlines(author_inlines(&self.desk.short(&code)))),
            ("dummy", Value::from(code.contains('['))),
            ("sign", Value::from(sign)),
            ("significant", in_list("significant")),
            ("collinear", in_list("collinear")),
            ("glejser_significant", in_list("glejser_significant")),
            ("c", self.branch(&at)),
            ("glejser", self.branch(&format!("regressions/{regression}/glejser/coefficients/{position}"))),
        ]))
    }

    fn regression(&self, name: &str) -> Value {
        self.once(format!("regression {name}"), || self.make_regression(name))
    }

    fn make_regression(&self, name: &str) -> Value {
        let desk = self.desk;
        let position = desk.study.regressions.iter().position(|regression| regression.name == name).unwrap_or(0);
        let Some(regression) = desk.study.regressions.get(position) else { return Value::from(()) };
        let facts = format!("regression_facts/{name}");
        let at = format!("regressions/{name}");
        let terms = desk.view.len(&format!("{at}/coefficients"));
        let term_named = |wanted: &str| {
            let found = (1..terms).find(|position| desk.view.text(&format!("{at}/coefficients/{position}/term")) == Some(wanted));
            found.map_or(Value::from(()), |position| self.term(name, position))
        };
        let terms_of = |key: &str| list(self.names(&format!("{facts}/{key}")).iter().map(|term| term_named(term)));
        let by_position = |key: &str| match desk.view.get(&format!("{facts}/{key}")) {
            Some(Found::Number(position)) => self.term(name, position.value as usize),
            _ => Value::from(()),
        };
        let assumptions = (0..desk.view.len(&format!("{at}/assumptions"))).filter_map(|position| {
            let at = format!("{at}/assumptions/{position}");
            let met = desk.view.flag(&format!("{at}/met"));
            let key = desk.view.text(&format!("{at}/name"))?.to_owned();
            let entry = map(Map::from([
                ("tested", Value::from(met.is_some())),
                ("met", Value::from(met == Some(true))),
                ("statistic", self.branch(&format!("{at}/statistic"))),
                ("p", self.branch(&format!("{at}/p"))),
            ]));
            Some((key, entry))
        });
        let reason = desk.view.text(&format!("{facts}/reason")).map(|reason| desk.term(&format!("reason.{reason}")));
        map(Map::from([
            ("name", Value::from(name)),
            ("number", Value::from(position + 1)),
            ("ordinal", Value::from(desk.term(&format!("ordinal.{}", position + 1)))),
            ("only", Value::from(desk.study.regressions.len() == 1)),
            ("outcome", self.variable(&regression.outcome)),
            ("predictors", list(regression.predictors.iter().map(|code| self.variable(code)))),
            ("zero_outside", Value::from(self.zero_outside(&regression.predictors))),
            ("computed", Value::from(desk.view.flag(&format!("{facts}/computed")).unwrap_or(false))),
            ("reason", reason.map_or(Value::from(()), Value::from)),
            ("reason_names", list(self.names(&format!("{facts}/reason_names")).iter().map(|code| self.variable(code)))),
            ("constant", if terms > 0 { self.branch(&format!("{at}/coefficients/0")) } else { Value::from(()) }),
            ("terms", list((1..terms).map(|position| self.term(name, position)))),
            ("significant", terms_of("significant")),
            ("not_significant", terms_of("not_significant")),
            ("strongest", desk.view.text(&format!("{facts}/strongest")).map_or(Value::from(()), term_named)),
            ("glejser_significant", terms_of("glejser_significant")),
            ("collinear", terms_of("collinear")),
            ("nearly_collinear", terms_of("nearly_collinear")),
            ("worst_vif", by_position("worst_vif")),
            ("best_vif", by_position("best_vif")),
            ("perfect", Value::from(desk.view.flag(&format!("{facts}/perfect")).unwrap_or(false))),
            ("negative_adjusted_r2", Value::from(desk.view.flag(&format!("{facts}/negative_adjusted_r2")).unwrap_or(false))),
            ("f_tested", Value::from(desk.view.flag(&format!("{facts}/f_significant")).is_some())),
            ("f_significant", Value::from(desk.view.flag(&format!("{facts}/f_significant")).unwrap_or(false))),
            ("violated", list(self.names(&format!("{facts}/violated")).into_iter().map(Value::from))),
            ("assumptions", Value::from_pairs(assumptions)),
            ("r", self.branch(&at)),
        ]))
    }

    /// Whether a score of zero is impossible for every predictor: all are of items whose lowest answer is above zero.
    fn zero_outside(&self, predictors: &[String]) -> bool {
        let lowest = |code: &String| self.desk.variable(code).and_then(|variable| variable.scale()).map(|scale| scale.min);
        predictors.iter().all(|code| lowest(code).is_some_and(|lowest| lowest > 0))
    }

    fn effect(&self, position: usize) -> Value {
        let at = format!("effects/{position}");
        let code = |key: &str| self.desk.view.text(&format!("{at}/{key}")).unwrap_or_default().to_owned();
        let (from, to) = (code("from"), code("to"));
        let paths = (0..self.desk.view.len(&format!("{at}/indirect")))
            .map(|path| self.indirect(&format!("{at}/indirect/{path}"), &from, &to));
        let direct_p = self.desk.view.get(&format!("{at}/direct_p"));
        let significant = matches!(direct_p, Some(Found::Number(p)) if p.value < self.desk.study.analysis.alpha);
        map(Map::from([
            ("from", self.variable(&from)),
            ("to", self.variable(&to)),
            ("direct_significant", Value::from(significant)),
            ("indirect", list(paths)),
            ("r", self.branch(&at)),
        ]))
    }

    fn indirect(&self, at: &str, from: &str, to: &str) -> Value {
        let via = self.names(&format!("{at}/via"));
        let whole: Vec<&str> = [from].into_iter().chain(via.iter().map(String::as_str)).chain([to]).collect();
        let flag = |key: &str| self.desk.view.flag(&format!("{at}/{key}"));
        let sobel = self.desk.view.get(&format!("{at}/sobel/p"));
        let excludes = |which: &str| {
            let end = |end: &str| match self.desk.view.get(&format!("{at}/{which}/{end}")) {
                Some(Found::Number(number)) => Some(number.value),
                _ => None,
            };
            end("low").zip(end("high")).is_some_and(|(low, high)| low > 0.0 || high < 0.0)
        };
        map(Map::from([
            ("from", self.variable(from)),
            ("to", self.variable(to)),
            ("via", list(via.iter().map(|code| self.variable(code)))),
            ("path", self.path(&whole)),
            ("significant", Value::from(flag("significant").unwrap_or(false))),
            ("tested", Value::from(flag("significant").is_some())),
            (
                "sobel_significant",
                Value::from(matches!(sobel, Some(Found::Number(p)) if p.value < self.desk.study.analysis.alpha)),
            ),
            ("percentile_excludes", Value::from(excludes("percentile"))),
            ("bca_excludes", Value::from(excludes("bca"))),
            ("disagree", Value::from(flag("methods_disagree").unwrap_or(false))),
            ("borderline", Value::from(flag("borderline").unwrap_or(false))),
            ("type", Value::from(self.desk.view.text(&format!("{at}/type")).unwrap_or_default())),
            ("hypothesis", self.desk.view.text(&format!("{at}/hypothesis")).map_or(Value::from(()), Value::from)),
            ("r", self.branch(at)),
        ]))
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

    /// The operands of a claim, for its statement and everything else that is said about it.
    pub fn claim(&self, claim: &Claim) -> Value {
        let mut entries =
            Map::from([("kind", Value::from(claim.kind())), ("sign", Value::from(claim.sign().map_or("none", Sign::key)))]);
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
            Claim::Groups { variable, by, .. } => {
                entries.insert("variable", self.variable(variable));
                entries.insert("by", self.variable(by));
            }
            Claim::Paired { first, second, .. } => {
                entries.insert("first", self.variable(first));
                entries.insert("second", self.variable(second));
            }
            Claim::Level { variable, above, .. } => {
                entries.insert("variable", self.variable(variable));
                entries.insert("above", Value::from(*above));
            }
        }
        map(entries)
    }

    fn hypothesis(
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
        let keys = |keys: &[String]| list(keys.iter().map(|key| inlines(vec![Inline::text(key.clone())])));
        map(Map::from([
            ("id", Value::from(hypothesis.id.clone())),
            ("kind", Value::from(hypothesis.claim.kind())),
            ("claim", self.claim(&hypothesis.claim)),
            ("sign", Value::from(hypothesis.claim.sign().map_or("none", Sign::key))),
            ("found", Value::from(text("sign_found"))),
            ("statement", statement.map_or(Value::from(()), |statement| inlines(statement.clone()))),
            ("verdict", Value::from(text("verdict"))),
            ("because", Value::from(because.clone())),
            ("reason", Value::from(self.desk.term(&format!("reason.{because}")))),
            ("test", Value::from(text("test"))),
            ("regression", hypothesis.regression.as_deref().map_or(Value::from(()), |name| self.regression(name))),
            ("chain", chain),
            ("at", self.branch(&found_at)),
            ("r", self.branch(&at)),
            ("prior_positive", keys(&hypothesis.prior.positive)),
            ("prior_negative", keys(&hypothesis.prior.negative)),
            ("prior_none", keys(&hypothesis.prior.none)),
            ("has_discussion", Value::from(!matches!(hypothesis.discussion, Discussion::None))),
            ("discussion", discussion.map_or(Value::from(()), |discussion| blocks(discussion.clone()))),
        ]))
    }
}
