//! Variables, items and scales as templates see them.

use super::{Context, Map, declared, list, map, name, phrase};
use crate::language::Language;
use crate::numbers::Kind;
use crate::report::desk::symbol;
use crate::report::document::Inline;
use crate::report::value::inlines;
use crate::study::{Item, Scale, ScoreBy, ScoreOf, Variable};
use minijinja::value::Value;

impl Context<'_> {
    /// A variable, dimension or characteristic, by its name in the study.
    pub fn variable(&self, code: &str) -> Value {
        self.once(format!("variable {code}"), || self.make_variable(code))
    }

    fn make_variable(&self, code: &str) -> Value {
        let desk = self.desk;
        let variable = desk.variable(code);
        let dimension = desk.dimension(code);
        let scale = variable.and_then(|variable| variable.scale());
        let facts = format!("variable_facts/{code}");
        let items = |key: &str| list(self.names(&format!("{facts}/{key}")).iter().map(|item| self.item(item)));
        let left_out = self.names(&format!("{facts}/left_out"));
        let kept_invalid: Vec<String> =
            self.names(&format!("{facts}/invalid")).into_iter().filter(|item| !left_out.contains(item)).collect();
        let item_codes: Vec<String> = desk.items(code).iter().map(|item| item.code.clone()).collect();
        let parts: Vec<String> = match dimension {
            None => variable.iter().flat_map(|v| v.dimensions().map(|part| v.name_of(part))).collect(),
            Some(_) => Vec::new(),
        };
        let (definition, source) = match dimension {
            Some(dimension) => (dimension.definition.as_ref(), None),
            None => (variable.and_then(|v| v.definition.as_ref()), variable.and_then(|v| v.source.as_ref())),
        };
        let one = |key: &str| match desk.view.text(&format!("{facts}/{key}")) {
            Some(item) => self.item(item),
            None => Value::from(()),
        };
        let role = variable.map_or(serde_json::Value::Null, |v| serde_json::to_value(v.role).unwrap_or_default());
        let flag = |key: &str| Value::from(desk.view.flag(&format!("{facts}/{key}")).unwrap_or(false));
        let end = |key: &str, end: i64| declared(Kind::Score, end as f64, &format!("variables/{code}/scale/{key}"));
        let weakest = desk.view.text(&format!("{facts}/weakest"));
        map(Map::from([
            ("code", Value::from(code)),
            ("symbol", inlines(vec![symbol(code)])),
            ("name", name(&desk.name(code))),
            ("short", name(&desk.short(code))),
            ("abbreviated", Value::from(dimension.is_none() && variable.is_some_and(|v| v.abbreviation.is_some()))),
            ("definition", self.text_or_none(definition)),
            ("source", self.text_or_none(source)),
            ("whole", dimension.and(variable).map_or(Value::from(()), |v| name(&desk.name(&v.code)))),
            ("dimensions", list(parts.iter().map(|part| self.variable(part)))),
            ("d", self.dimensions(&facts)),
            ("score", self.score(variable.filter(|_| dimension.is_none()))),
            ("bands_of_score", Value::from(scale.is_some_and(|scale| scale.bands.of_score))),
            ("index", self.index(code)),
            ("records", self.records(code)),
            ("yes_no", self.yes_no(code)),
            ("role", Value::from(role.as_str().unwrap_or_default())),
            ("has_items", Value::from(!item_codes.is_empty())),
            ("item_count", Value::from(item_codes.len())),
            ("item_word", Value::from(desk.term(item_word(variable)))),
            ("items", list(item_codes.iter().map(|item| self.item(item)))),
            ("scale_first", Value::from(self.scale_sharers(code).first() == Some(&code))),
            ("scale_of", self.scale_sharers(code).first().map_or(Value::from(()), |first| Value::from(*first))),
            ("scale_has_middle", Value::from(scale.is_some_and(|scale| !scale.points().is_multiple_of(2)))),
            ("mean_highest", flag("mean_highest")),
            ("mean_lowest", flag("mean_lowest")),
            ("scale_shared", list(self.scale_sharers(code).into_iter().map(|other| name(&desk.name(other))))),
            ("scale_min", scale.map_or(Value::from(()), |scale| end("min", scale.min))),
            ("scale_min_negative", Value::from(scale.is_some_and(|scale| scale.min < 0))),
            ("scale_max", scale.map_or(Value::from(()), |scale| end("max", scale.max))),
            ("scale_labels", list(scale.iter().flat_map(|scale| &scale.labels).map(|label| self.text(label)))),
            ("untested_reason", Value::from(self.untested_reason(&item_codes))),
            (
                "in_dimension_reason",
                Value::from(
                    item_codes.first().map_or_else(String::new, |item| self.reason_of(&format!("items/{item}/in_dimension"))),
                ),
            ),
            ("alpha_reason", Value::from(self.reason_of(&format!("variables/{code}/alpha")))),
            ("score_reason", Value::from(self.reason_of(&format!("variables/{code}/sd")))),
            ("r", self.branch(&format!("variables/{code}"))),
            ("highest", items("highest")),
            ("lowest", items("lowest")),
            ("level", flag("level")),
            ("tested", items("tested")),
            ("tested_count", self.branch(&format!("{facts}/tested_count"))),
            ("valid", items("valid")),
            ("valid_count", self.branch(&format!("{facts}/valid_count"))),
            ("invalid", items("invalid")),
            ("left_out", items("left_out")),
            ("kept_invalid", list(kept_invalid.iter().map(|item| self.item(item)))),
            ("negative", items("negative")),
            ("untested", items("untested")),
            ("weakest", one("weakest")),
            ("strongest", one("strongest")),
            ("equally_strong", Value::from(weakest.is_some() && weakest == desk.view.text(&format!("{facts}/strongest")))),
            ("better_without", one("better_without")),
            ("better_without_suffices", flag("better_without_suffices")),
            ("alpha_very_high", flag("alpha_very_high")),
        ]))
    }

    /// What is known of the dimensions of a variable.
    fn dimensions(&self, facts: &str) -> Value {
        let facts = format!("{facts}/dimensions");
        let names = |key: &str| list(self.names(&format!("{facts}/{key}")).iter().map(|part| self.variable(part)));
        let one = |key: &str| match self.desk.view.text(&format!("{facts}/{key}")) {
            Some(part) => self.variable(part),
            None => Value::from(()),
        };
        map(Map::from([
            ("highest", names("highest")),
            ("lowest", names("lowest")),
            ("level", Value::from(self.desk.view.flag(&format!("{facts}/level")).unwrap_or(false))),
            ("tested_count", self.branch(&format!("{facts}/tested_count"))),
            ("some_tested", Value::from(self.count(&format!("{facts}/tested_count")).is_some_and(|count| count > 0))),
            ("invalid", list(self.names(&format!("{facts}/invalid")).iter().map(|item| self.item(item)))),
            ("untested", names("untested")),
            ("reliable", names("reliable")),
            ("unreliable", names("unreliable")),
            ("without_alpha", names("without_alpha")),
            ("weakest", one("weakest")),
            ("strongest", one("strongest")),
        ]))
    }

    /// How the answers of a variable become a score; nothing where they are added or averaged and nothing more.
    fn score(&self, variable: Option<&Variable>) -> Value {
        let Some((variable, score)) = variable.and_then(|variable| Some((variable, variable.score()?))) else {
            return Value::from(());
        };
        let number =
            |kind: Kind, value: f64, key: &str| declared(kind, value, &format!("variables/{}/score/{key}", variable.code));
        let of_dimensions = score.of == ScoreOf::Dimensions;
        let named = |code: &String| match of_dimensions {
            true => name(&self.desk.name(&format!("{}.{code}", variable.code))),
            false => inlines(vec![symbol(code)]),
        };
        let weights = score.weights.iter().map(|(code, weight)| {
            map(Map::from([("name", named(code)), ("weight", number(Kind::Limit, *weight, &format!("weights/{code}")))]))
        });
        let multiplied = (score.times - 1.0).abs() > f64::EPSILON;
        let lenient = score.minimum_answered < 1.0;
        let plain = !of_dimensions && score.weights.is_empty() && !multiplied && !lenient && !score.msi;
        if plain {
            return Value::from(());
        }
        map(Map::from([
            ("mean", Value::from(score.by == ScoreBy::Mean)),
            ("of_dimensions", Value::from(of_dimensions)),
            ("weights", list(weights)),
            ("times", if multiplied { number(Kind::Limit, score.times, "times") } else { Value::from(()) }),
            (
                "share",
                if lenient { number(Kind::Percent, 100.0 * score.minimum_answered, "minimum_answered") } else { Value::from(()) },
            ),
            (
                "some_incomplete",
                Value::from(self.count(&format!("variables/{}/from_incomplete", variable.code)).is_some_and(|n| n > 0)),
            ),
            ("msi", Value::from(score.msi)),
        ]))
    }

    /// Words of the reason why there is no value at a path; empty where there is one.
    pub(super) fn reason_of(&self, path: &str) -> String {
        self.desk.absent(path).map_or_else(String::new, |reason| self.desk.term(&format!("reason.{reason}")))
    }

    /// Why the first of the items that were not tested was not.
    fn untested_reason(&self, items: &[String]) -> String {
        items
            .iter()
            .map(|item| self.reason_of(&format!("items/{item}/valid")))
            .find(|reason| !reason.is_empty())
            .unwrap_or_default()
    }

    /// Codes of all variables with the same scale as this one, in the study's order.
    fn scale_sharers(&self, code: &str) -> Vec<&str> {
        let variables = &self.desk.study.variables;
        let Some(own) = variables.get(code).and_then(|variable| variable.scale()) else { return Vec::new() };
        variables.values().filter(|other| other.scale() == Some(own)).map(|other| other.code.as_str()).collect()
    }

    fn item(&self, code: &str) -> Value {
        self.once(format!("item {code}"), || self.make_item(code))
    }

    fn make_item(&self, code: &str) -> Value {
        let desk = self.desk;
        let variable = desk.view.text(&format!("items/{code}/variable")).and_then(|variable| desk.study.variable(variable));
        map(Map::from([
            ("code", Value::from(code)),
            ("symbol", inlines(vec![symbol(code)])),
            ("name", inlines(item_name(code, variable, desk.language))),
            ("r", self.branch(&format!("items/{code}"))),
        ]))
    }

    /// Whether a score of zero is impossible for every predictor: all are of items whose lowest answer is above zero.
    pub(super) fn zero_outside(&self, predictors: &[String]) -> bool {
        let scale = |code: &String| self.desk.variable(code).and_then(|variable| variable.scale());
        predictors.iter().all(|code| scale(code).is_some_and(|scale: &Scale| scale.min > 0))
    }
}

/// What sentences call the rows of a table of answers: indicators, unless one of them has several items.
fn item_word(variable: Option<&Variable>) -> &'static str {
    let single = variable.is_some_and(|variable| variable.indicators().iter().all(|indicator| indicator.items.len() == 1));
    if single { "item.indicator" } else { "item.item" }
}

/// What sentences call an item: its name; a statement between quotation marks; with its symbol where others are called the
/// same.
fn item_name(code: &str, variable: Option<&Variable>, language: Language) -> Vec<Inline> {
    let items: Vec<&Item> = variable.iter().flat_map(|variable| variable.items()).collect();
    let Some(item) = items.iter().find(|item| item.code == code) else { return vec![symbol(code)] };
    let alike = items.iter().filter(|other| other.name == item.name).count();
    let mut out = phrase(item.name.get(language));
    if item.statement.as_ref() == Some(&item.name) {
        out.insert(0, Inline::text("“"));
        out.push(Inline::text("”"));
    }
    if alike > 1 {
        out.extend([Inline::text(" "), symbol(code)]);
    }
    out
}
