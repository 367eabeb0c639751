//! Regressions and their terms as templates see them.

use super::{Context, Map, list, map, name};
use crate::findings::FoundSign;
use crate::report::desk::symbol;
use crate::report::value::inlines;
use crate::report::view::Found;
use minijinja::value::Value;

impl Context<'_> {
    fn term(&self, regression: &str, position: usize) -> Value {
        let desk = self.desk;
        let at = format!("regressions/{regression}/coefficients/{position}");
        let code = desk.view.text(&format!("{at}/term")).unwrap_or_default().to_owned();
        let sign = match desk.view.get(&format!("{at}/b")) {
            Some(Found::Number(b)) if !desk.prints_zero(b.value) => FoundSign::of(b.value).key(),
            _ => "zero",
        };
        let in_list = |key: &str| Value::from(self.names(&format!("regression_facts/{regression}/{key}")).contains(&code));
        map(Map::from([
            ("code", Value::from(code.clone())),
            ("symbol", inlines(vec![symbol(&code)])),
            ("name", name(&desk.name(&code))),
            ("short", name(&desk.short(&code))),
            ("dummy", Value::from(code.contains('['))),
            ("reference", self.reference_category(&code)),
            ("has_items", Value::from(desk.variable(&code).is_some_and(|variable| variable.scale().is_some()))),
            ("unit", self.text_or_none(desk.study.characteristic(&code).and_then(|characteristic| characteristic.unit.as_ref()))),
            ("sign", Value::from(sign)),
            ("significant", in_list("significant")),
            ("collinear", in_list("collinear")),
            ("glejser_significant", in_list("glejser_significant")),
            ("c", self.branch(&at)),
            ("glejser", self.branch(&format!("regressions/{regression}/glejser/coefficients/{position}"))),
        ]))
    }

    /// The category with which those of a 0/1 term are compared: the first that anybody chose (R8).
    fn reference_category(&self, term: &str) -> Value {
        let Some((characteristic, _)) = term.split_once('[') else { return Value::from(()) };
        let rows = format!("respondents/{characteristic}/rows");
        let chosen = |position: &usize| matches!(self.desk.view.get(&format!("{rows}/{position}/count")), Some(Found::Number(count)) if count.value > 0.5);
        let first = (0..self.desk.view.len(&rows)).find(chosen);
        let value = first.and_then(|position| self.desk.view.text(&format!("{rows}/{position}/value")));
        value.map_or(Value::from(()), name)
    }

    /// A regression of the study, by its name.
    pub fn regression(&self, name: &str) -> Value {
        self.once(format!("regression {name}"), || self.make_regression(name))
    }

    fn make_regression(&self, name: &str) -> Value {
        let desk = self.desk;
        let Some(regression) = desk.study.regressions.iter().find(|regression| regression.name == name) else {
            return Value::from(());
        };
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
        let flag = |key: &str| desk.view.flag(&format!("{facts}/{key}"));
        let fact = |key: &str| Value::from(desk.view.text(&format!("{facts}/{key}")).unwrap_or_default());
        let checked: Vec<(String, String, Value)> = (0..desk.view.len(&format!("{at}/assumptions")))
            .filter_map(|position| self.assumption(&format!("{at}/assumptions/{position}")))
            .collect();
        let own_table = |test: &str| matches!(test, "kolmogorov-smirnov" | "glejser" | "vif");
        // An assumption as a whole is told by the test that has a table of its own, where it was asked for.
        let mut assumptions: std::collections::BTreeMap<String, Value> = std::collections::BTreeMap::new();
        for (key, test, entry) in &checked {
            if own_table(test) || !assumptions.contains_key(key) {
                assumptions.insert(key.clone(), entry.clone());
            }
        }
        let tests_of = |family: &str| {
            let own: Vec<&(String, String, Value)> = checked.iter().filter(|(key, _, _)| key == family).collect();
            let more = own.iter().any(|(_, test, _)| !own_table(test));
            list(own.into_iter().filter(|_| more).map(|(_, _, entry)| entry.clone()))
        };
        let reason = desk.view.text(&format!("{facts}/reason")).map(|reason| desk.term(&format!("reason.{reason}")));
        let model = desk.model(name);
        let running = desk.term("model.running").replace("{}", &model.to_lowercase());
        map(Map::from([
            ("name", Value::from(name)),
            ("model_start", Value::from(first_capital(&running))),
            ("model", Value::from(running)),
            ("model_title", Value::from(model)),
            ("only", Value::from(desk.study.regressions.len() == 1)),
            ("main", Value::from(regression.main)),
            ("added_for", regression.added_for.as_deref().map_or(Value::from(()), Value::from)),
            ("outcome", self.variable(&regression.outcome)),
            ("predictors", list(regression.predictors.iter().map(|code| self.variable(code)))),
            ("pair", Value::from(regression.predictors.len() == 2 && terms == 3)),
            ("zero_outside", Value::from(self.zero_outside(&regression.predictors))),
            ("computed", Value::from(flag("computed").unwrap_or(false))),
            ("reason", reason.map_or(Value::from(()), Value::from)),
            ("reason_key", Value::from(desk.view.text(&format!("{facts}/reason")).unwrap_or_default())),
            ("reason_names", list(self.names(&format!("{facts}/reason_names")).iter().map(|code| self.variable(code)))),
            ("constant", if terms > 0 { self.branch(&format!("{at}/coefficients/0")) } else { Value::from(()) }),
            ("terms", list((1..terms).map(|position| self.term(name, position)))),
            ("multiple", Value::from(if terms > 0 { terms > 2 } else { regression.predictors.len() > 1 })),
            ("significant", terms_of("significant")),
            ("not_significant", terms_of("not_significant")),
            ("strongest", desk.view.text(&format!("{facts}/strongest")).map_or(Value::from(()), term_named)),
            ("glejser_significant", terms_of("glejser_significant")),
            ("collinear", terms_of("collinear")),
            ("nearly_collinear", terms_of("nearly_collinear")),
            ("worst_vif", by_position("worst_vif")),
            ("best_vif", by_position("best_vif")),
            ("perfect", Value::from(flag("perfect").unwrap_or(false))),
            ("negative_adjusted_r2", Value::from(flag("negative_adjusted_r2").unwrap_or(false))),
            ("f_tested", Value::from(flag("f_significant").is_some())),
            ("f_significant", Value::from(flag("f_significant").unwrap_or(false))),
            ("normality_tested", Value::from(self.assumption_tested(&at, "kolmogorov-smirnov"))),
            ("heteroscedasticity_tested", Value::from(self.assumption_tested(&at, "glejser"))),
            ("deviation_part", fact("deviation_part")),
            ("skew", fact("skew")),
            ("peak", fact("peak")),
            ("spread", fact("spread")),
            ("violated", list(self.names(&format!("{facts}/violated")).into_iter().map(Value::from))),
            ("remedied", list(self.names(&format!("{facts}/remedied")).into_iter().map(Value::from))),
            ("limiting", list(self.names(&format!("{facts}/limiting")).into_iter().map(Value::from))),
            ("remedies", self.remedies(&at, "remedy", name)),
            ("decides", self.decides(&at)),
            ("outlying", Value::from(desk.view.len(&format!("{at}/influence/flagged")) > 0)),
            (
                "influence_listed",
                Value::from(
                    desk.view.len(&format!("{at}/influence/flagged")).to_string()
                        == self.number(&format!("{at}/influence/flagged_count")).map_or_else(String::new, |n| n.to_string()),
                ),
            ),
            ("assumptions", Value::from_pairs(assumptions)),
            ("normality_tests", tests_of("normality")),
            ("heteroscedasticity_tests", tests_of("heteroscedasticity")),
            ("autocorrelation_tests", tests_of("autocorrelation")),
            ("linearity_tests", tests_of("linearity")),
            ("r", self.branch(&at)),
        ]))
    }

    /// A test of an assumption: its assumption, its name and itself.
    pub(super) fn assumption(&self, at: &str) -> Option<(String, String, Value)> {
        let met = self.desk.view.flag(&format!("{at}/met"));
        let (key, test) = (self.desk.view.text(&format!("{at}/name"))?, self.desk.view.text(&format!("{at}/test"))?);
        let entry = map(Map::from([
            ("name", Value::from(key)),
            ("test", Value::from(test)),
            ("tested", Value::from(met.is_some())),
            ("met", Value::from(met == Some(true))),
            ("has_p", Value::from(self.number(&format!("{at}/p")).is_some())),
            ("reason", Value::from(self.reason_of(&format!("{at}/met")))),
            ("statistic", self.branch(&format!("{at}/statistic"))),
            ("p", self.branch(&format!("{at}/p"))),
        ]));
        Some((key.to_owned(), test.to_owned(), entry))
    }

    fn assumption_tested(&self, regression: &str, test: &str) -> bool {
        let view = self.desk.view;
        (0..view.len(&format!("{regression}/assumptions"))).any(|position| {
            let at = format!("{regression}/assumptions/{position}");
            view.text(&format!("{at}/test")) == Some(test) && view.flag(&format!("{at}/met")).is_some()
        })
    }
}

/// `The first model` from `the first model`.
fn first_capital(words: &str) -> String {
    let mut letters = words.chars();
    letters.next().map_or_else(String::new, |first| first.to_uppercase().collect::<String>() + letters.as_str())
}
