//! What templates see: study, results and findings as values. Nothing is computed here; names are joined with results.

mod claims;
pub(super) mod comparisons;
mod group_scores;
mod prior;
mod records;
mod regressions;
mod remedies;
mod service;
mod tables;
mod variables;

use super::bibliography::Bibliography;
use super::desk::Desk;
use super::document::{Block, Inline};
use super::letterhead::Named;
use super::markup::author_inlines;
use super::own_words::Parts;
use super::value::{absent, blocks, inlines, quantity};
use super::view::Found;
use crate::language::Text;
use crate::numbers::{Kind, Quantity};
use crate::study::Office;
use crate::study::settings::{
    AssumptionTest, InvalidItems, MediationDecides, Outliers, Tails, ValidityCritical, ValidityMethod, is_chapter,
};
use minijinja::value::Value;
use std::cell::RefCell;
use std::collections::BTreeMap;

/// Builds values for templates.
pub struct Context<'a> {
    desk: &'a Desk<'a>,
    bibliography: Option<&'a Bibliography>,
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

/// An author's words within a sentence: with their emphasis, without the period they may end in.
fn phrase(text: &str) -> Vec<Inline> {
    let trimmed = text.trim().trim_end_matches(['.', ' ']);
    author_inlines(if trimmed.is_empty() { text.trim() } else { trimmed })
}

/// A name without marks, within a sentence: without the period it may end in.
fn name(plain: &str) -> Value {
    let trimmed = plain.trim().trim_end_matches(['.', ' ']);
    inlines(vec![Inline::text(if trimmed.is_empty() { plain.trim() } else { trimmed })])
}

/// A declared number that is no result: a limit, a seed.
fn declared(kind: Kind, value: f64, path: &str) -> Value {
    quantity(Quantity::new(kind, value), format!("study/{path}"))
}

/// A hash in groups, between which a line may break.
fn grouped(hash: &str) -> String {
    let letters: Vec<char> = hash.chars().collect();
    letters.chunks(16).map(|group| group.iter().collect::<String>()).collect::<Vec<_>>().join(" ")
}

impl<'a> Context<'a> {
    /// A builder over study, results, words, and the works that may be cited.
    pub fn new(desk: &'a Desk<'a>, bibliography: Option<&'a Bibliography>) -> Context<'a> {
        Context { desk, bibliography, made: RefCell::default() }
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
        inlines(phrase(text.get(self.desk.language)))
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
    pub fn top(&self, statements: &BTreeMap<String, Vec<Inline>>, parts: &Parts) -> Value {
        let study = self.desk.study;
        let variables: Vec<Value> = study.variables.keys().map(|code| self.variable(code)).collect();
        let hypotheses = study
            .hypotheses
            .iter()
            .enumerate()
            .map(|(position, h)| self.hypothesis(position, h, statements.get(&h.id), parts.discussions.get(&h.id)));
        let own = |blocks_of: &Option<Vec<Block>>| blocks_of.clone().map_or(Value::from(()), blocks);
        let effects = (0..self.desk.view.len("effects")).map(|position| self.effect(position));
        map(Map::from([
            ("study", self.study()),
            ("office", self.office()),
            ("settings", self.settings()),
            ("data", self.data()),
            ("meta", self.meta()),
            ("summary", self.branch("summary")),
            ("exclusions", self.exclusions()),
            ("import", self.import()),
            ("pilot", self.pilot()),
            ("summary_counts", self.summary_counts()),
            ("characteristics", list(study.characteristics.iter().map(|c| self.characteristic(&c.code)))),
            ("variables", Value::from(variables)),
            ("regression_count", Value::from(self.count_in_words(study.regressions.len()))),
            ("regressions", list(study.regressions.iter().map(|regression| self.regression(&regression.name)))),
            ("sample", self.sample()),
            ("targets", self.targets()),
            ("matrix", self.matrix()),
            ("services", self.services()),
            ("crosstabs", self.crosstabs()),
            ("group_scores", self.group_scores()),
            ("tests", self.tests()),
            ("hypotheses", list(hypotheses)),
            (
                "dropped_items",
                list((0..self.desk.view.len("dropped_items")).map(|at| self.branch(&format!("dropped_items/{at}")))),
            ),
            (
                "excluded_outliers",
                list((0..self.desk.view.len("excluded_outliers")).map(|at| self.branch(&format!("excluded_outliers/{at}")))),
            ),
            ("effects", list(effects)),
            ("overview", own(&parts.overview)),
            ("discussion", own(&parts.discussion)),
            ("references", blocks(vec![Block::References(Vec::new())])),
        ]))
    }

    /// The whole number at a path.
    fn count(&self, path: &str) -> Option<u64> {
        match self.desk.view.get(path)? {
            Found::Number(number) if number.value >= 0.0 => Some(number.value as u64),
            _ => None,
        }
    }

    /// A count below ten in words, as running text has it; digits from there on.
    fn count_in_words(&self, count: usize) -> String {
        let key = format!("number.{count}");
        if self.desk.terms.has(&key) { self.desk.term(&key) } else { count.to_string() }
    }

    /// What the population is counted in: those who answered, where the study names them, else persons.
    fn counted(&self) -> Value {
        let subjects = &self.desk.study.subjects;
        if subjects.get(self.desk.language) == self.desk.term("respondent") {
            Value::from(self.desk.term("person"))
        } else {
            self.text(subjects)
        }
    }

    /// Plain counts for conditions, which may compare whole numbers.
    fn summary_counts(&self) -> Value {
        let count = |key: &str| Value::from(self.count(&format!("summary/{key}")).unwrap_or(0));
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
        let kind = study.report.template.as_str();
        map(Map::from([
            // One chapter of a thesis, or a report of several; about persons who answered, or about their records.
            ("is_chapter", Value::from(is_chapter(kind))),
            ("of_records", Value::from(kind == "ip-asn")),
            ("title", self.text(&study.title)),
            ("author", self.text_or_none(study.author.as_ref())),
            ("institution", self.text_or_none(study.institution.as_ref())),
            ("object", self.text_or_none(study.object.as_ref())),
            ("period", self.text_or_none(study.period.as_ref())),
            ("subjects", self.text(&study.subjects)),
            ("counted", self.counted()),
            ("year", study.year.map_or(Value::from(()), |year| Value::from(year.to_string()))),
            ("population_reached", Value::from(study.population.is_some() && study.population == self.count("data/n"))),
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

    /// The office the report is of. Every key is there, for templates that are strict: what is not given is none, and `given` says
    /// whether there is an office at all.
    fn office(&self) -> Value {
        let none = Office::default();
        let named = Named::of(self.desk.study, self.desk.language);
        let office = named.map_or(&none, |named| named.office);
        let plain = |text: Option<String>| text.map_or(Value::from(()), |text| inlines(vec![Inline::text(text)]));
        map(Map::from([
            ("given", Value::from(named.is_some())),
            ("name", plain(named.and_then(|named| named.name()))),
            ("above", plain(named.and_then(|named| named.above()))),
            ("address", self.text_or_none(office.address.as_ref())),
            ("contact", self.text_or_none(office.contact.as_ref())),
            ("logo", plain(office.logo.clone())),
            ("place", self.text_or_none(office.place.as_ref())),
            ("date", self.text_or_none(office.date.as_ref())),
            ("position", self.text_or_none(office.position.as_ref())),
            ("head", plain(office.head.clone())),
            ("rank", plain(office.rank.clone())),
            ("nip", plain(office.nip.clone())),
        ]))
    }

    /// The size of sample that was called for.
    fn sample(&self) -> Value {
        let method = self.desk.view.text("sampling/method").unwrap_or_default();
        let known = matches!(self.desk.view.get("sampling/required"), Some(Found::Number(_)));
        map(Map::from([
            ("kind", Value::from(if known || method == "census" { method } else { "" })),
            ("r", self.branch("sampling")),
            ("reached", Value::from(self.desk.view.flag("sampling/reached").unwrap_or(false))),
        ]))
    }

    /// The counts of questionnaires, with what sentences choose by.
    fn data(&self) -> Value {
        let number = |key: &str| self.count(&format!("data/{key}"));
        let keys = self.desk.view.keys("data");
        let mut entries: BTreeMap<String, Value> =
            keys.into_iter().map(|key| (key.clone(), self.branch(&format!("data/{key}")))).collect();
        let all_returned = number("distributed") == number("returned");
        let all_usable = number("returned") == number("usable");
        // Filled in completely is only what has every answer, those about the respondents included.
        let questions = self.desk.view.keys("respondents");
        let answered = questions.iter().all(|code| self.count(&format!("respondents/{code}/missing")) == Some(0));
        let complete = number("incomplete") == Some(0) && answered;
        entries.insert("all_returned".into(), Value::from(all_returned));
        entries.insert("all_usable".into(), Value::from(all_usable));
        entries.insert("all_complete".into(), Value::from(all_returned && all_usable && complete));
        let asked = self.desk.study.variables.values().any(|variable| variable.scale().is_some());
        entries.insert("questionnaire".into(), Value::from(asked || number("distributed").is_some()));
        let dropped = number("excluded_incomplete").unwrap_or(0) > 0;
        entries.insert("some_incomplete_excluded".into(), Value::from(dropped));
        entries.insert("has_incomplete".into(), Value::from(number("incomplete").unwrap_or(0) > 0));
        Value::from_pairs(entries)
    }

    /// The try-out that instrument tests rest on; nothing where there was none.
    fn pilot(&self) -> Value {
        let Some(file) = self.desk.view.text("pilot/file") else { return Value::from(()) };
        let hash = self.desk.view.text("pilot/hash").unwrap_or_default();
        map(Map::from([
            ("file", Value::from(file)),
            ("hash", Value::from(grouped(hash))),
            ("fingerprint", Value::from(hash.chars().take(12).collect::<String>())),
            ("n", self.branch("pilot/n")),
            ("incomplete", self.branch("pilot/incomplete")),
            ("some_incomplete", Value::from(self.count("pilot/incomplete").is_some_and(|count| count > 0))),
        ]))
    }

    /// How the survey was read; nothing where the study does not ask for the appendix.
    fn import(&self) -> Value {
        let view = self.desk.view;
        let keys = view.keys("import");
        let mut entries: BTreeMap<String, Value> =
            keys.into_iter().map(|key| (key.clone(), self.branch(&format!("import/{key}")))).collect();
        let some = |key: &str| Value::from(self.count(&format!("import/{key}")).is_some_and(|count| count > 0));
        entries.insert("has_header".into(), some("header_row"));
        let unused =
            self.names("import/unused").into_iter().map(|header| inlines(vec![Inline::Emphasis(vec![Inline::text(header)])]));
        entries.insert("unused".into(), list(unused));
        let columns = 0..view.len("import/columns");
        let empty =
            columns.filter(|at| self.count(&format!("import/columns/{at}/missing")).is_some_and(|count| count > 0)).count();
        entries.insert("empty_cells".into(), Value::from(empty > 0));
        Value::from_pairs(entries)
    }

    /// Those whom the study leaves out, with the author's reasons, and what the verdicts would be with them.
    fn exclusions(&self) -> Value {
        let declared = &self.desk.study.data.exclude;
        let entries = declared.iter().enumerate().map(|(position, exclude)| {
            let at = format!("data/exclusions/{position}");
            map(Map::from([
                ("which", Value::from(exclude.which.key())),
                ("reason", self.text(&exclude.reason)),
                ("count", self.branch(&format!("{at}/count"))),
                ("some", Value::from(self.count(&format!("{at}/count")).is_some_and(|count| count > 0))),
            ]))
        });
        let changed: Vec<&str> = (0..self.desk.view.len("exclusions/hypotheses"))
            .map(|position| format!("exclusions/hypotheses/{position}"))
            .filter(|at| self.desk.view.flag(&format!("{at}/agrees")) == Some(false))
            .filter_map(|at| self.desk.view.text(&format!("{at}/id")))
            .collect();
        map(Map::from([
            ("reasons", list(entries)),
            ("declared", Value::from(self.count("data/excluded_declared").is_some_and(|count| count > 0))),
            ("compared", Value::from(self.desk.view.len("exclusions/hypotheses") > 0)),
            ("n", self.branch("exclusions/n")),
            ("changed", list(changed.into_iter().map(name))),
        ]))
    }

    /// Version and fingerprints; the first characters of a hash are enough to recognise a file by.
    fn meta(&self) -> Value {
        let text = |key: &str| self.desk.view.text(&format!("meta/{key}")).unwrap_or_default();
        let short = |key: &str| text(key).chars().take(12).collect::<String>();
        map(Map::from([
            ("version", Value::from(text("version"))),
            ("practice", Value::from(self.desk.view.flag("meta/practice").unwrap_or(false))),
            ("study_hash", Value::from(grouped(text("study_hash")))),
            ("data_hash", Value::from(grouped(text("data_hash")))),
            ("conventions", Value::from(self.names("meta/conventions").join(", "))),
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
            (
                "validity_limit",
                match analysis.validity_critical {
                    ValidityCritical::Fixed(limit) => declared(Kind::Limit, limit, "analysis/validity/critical"),
                    ValidityCritical::RTable | ValidityCritical::Significance => Value::from(()),
                },
            ),
            ("reliability_minimum", declared(Kind::Limit, analysis.reliability_minimum, "analysis/reliability/minimum")),
            ("vif_limit", declared(Kind::Limit, analysis.vif_limit, "analysis/multicollinearity/vif")),
            ("tolerance_limit", declared(Kind::Limit, 1.0 / analysis.vif_limit, "analysis/multicollinearity/tolerance")),
            ("normality", Value::from(!analysis.normality.is_empty())),
            (
                "conventions",
                list(analysis.conventions.iter().map(|set| {
                    map(Map::from([
                        ("title", inlines(vec![Inline::Emphasis(vec![Inline::text(set.title.clone())])])),
                        ("label", inlines(vec![Inline::Emphasis(vec![Inline::text(set.label())])])),
                        ("source", inlines(vec![Inline::Emphasis(vec![Inline::text(set.source.clone())])])),
                    ]))
                })),
            ),
            ("drop_invalid", Value::from(analysis.invalid_items == InvalidItems::Drop)),
            ("exclude_outliers", Value::from(analysis.outliers == Outliers::Exclude)),
            ("kolmogorov_smirnov", Value::from(analysis.normality.contains(&AssumptionTest::KolmogorovSmirnov))),
            ("glejser", Value::from(analysis.heteroscedasticity.contains(&AssumptionTest::Glejser))),
            ("autocorrelation", Value::from(!analysis.autocorrelation.is_empty())),
            ("linearity", Value::from(!analysis.linearity.is_empty())),
            ("heteroscedasticity", Value::from(!analysis.heteroscedasticity.is_empty())),
            ("decides", Value::from(decides)),
            ("resamples", declared(Kind::Count, analysis.resamples as f64, "analysis/mediation/resamples")),
            ("seed", declared(Kind::Identifier, analysis.seed as f64, "analysis/mediation/seed")),
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
        let least = self.desk.view.len(&format!("respondent_facts/{code}/least")).checked_sub(1).and_then(|_| {
            let position = self.count(&format!("respondent_facts/{code}/least/0"))?;
            self.count(&format!("respondents/{code}/rows/{position}/count"))
        });
        map(Map::from([
            ("code", Value::from(code)),
            ("name", name(&self.desk.name(code))),
            ("r", self.branch(&format!("respondents/{code}"))),
            ("answered", Value::from(self.count(&format!("respondents/{code}/n")).is_some_and(|n| n > 0))),
            ("least_nobody", Value::from(least == Some(0))),
            ("rows", Value::from(self.desk.view.len(&format!("respondents/{code}/rows")))),
            ("most", at("most")),
            ("least", at("least")),
            ("level", Value::from(self.desk.view.flag(&format!("respondent_facts/{code}/level")).unwrap_or(false))),
            ("some_missing", Value::from(self.count(&format!("respondents/{code}/missing")).is_some_and(|missing| missing > 0))),
        ]))
    }
}
