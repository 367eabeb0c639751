//! Targets, the qualitative matrix and crosstabs as templates see them.

use super::{Context, Map, list, map, name};
use minijinja::value::Value;

impl Context<'_> {
    /// Targets and realization in the last period; nothing where the study declares none.
    pub(super) fn targets(&self) -> Value {
        let Some(declared) = &self.desk.study.targets else { return Value::from(()) };
        let Some(last) = declared.periods.len().checked_sub(1) else { return Value::from(()) };
        let at = format!("targets/periods/{last}");
        let count = |key: &str| self.count(&format!("{at}/{key}")).unwrap_or(0);
        let some = |key: &str| Value::from(count(key) > 0);
        let indicator = |position: u64| {
            let own = format!("targets/indicators/{position}");
            map(Map::from([
                ("name", name(self.desk.view.text(&format!("{own}/name")).unwrap_or_default())),
                ("r", self.branch(&format!("{own}/periods/{last}"))),
                ("reached", Value::from(self.desk.view.flag(&format!("{own}/periods/{last}/reached")).unwrap_or(false))),
            ]))
        };
        let positions = |key: &str| {
            let path = format!("{at}/{key}");
            let at = (0..self.desk.view.len(&path)).filter_map(|entry| self.count(&format!("{path}/{entry}")));
            list(at.map(indicator).collect::<Vec<Value>>())
        };
        let range = |key: &str| self.desk.view.len(&format!("{at}/{key}")) == declared.indicators.len();
        let without = (0..declared.indicators.len() as u64)
            .filter(|position| self.desk.absent(&format!("targets/indicators/{position}/periods/{last}/achievement")).is_some())
            .map(|position| {
                let path = format!("targets/indicators/{position}/periods/{last}/achievement");
                let own = self.desk.view.text(&format!("targets/indicators/{position}/name")).unwrap_or_default();
                map(Map::from([("name", name(own)), ("reason", Value::from(self.reason_of(&path)))]))
            });
        let named =
            |period: Option<&String>| period.filter(|period| !period.is_empty()).map_or(Value::from(()), |period| name(period));
        map(Map::from([
            ("r", self.branch(&at)),
            ("cap", self.branch("targets/cap")),
            ("period", named(declared.periods.get(last))),
            ("before", named(last.checked_sub(1).and_then(|before| declared.periods.get(before)))),
            ("some", some("count")),
            ("all_reached", Value::from(count("missed") == 0)),
            ("none_reached", Value::from(count("reached") == 0)),
            ("some_capped", some("capped")),
            ("one", Value::from(count("count") == 1)),
            ("level", Value::from(range("lowest") && declared.indicators.len() > 1)),
            ("lowest", positions("lowest")),
            ("highest", positions("highest")),
            ("without", list(without)),
            ("some_better", some("better")),
            ("some_worse", some("worse")),
            ("some_same", some("same")),
            ("attendance", self.attendance()),
            ("agencies", list((0..self.desk.view.len("targets/agencies")).map(|position| self.agency(position)))),
            ("budget", self.branch("targets/budget")),
            (
                "efficient",
                Value::from(self.desk.absent("targets/budget/efficiency").is_none() && self.desk.view.len("targets/budget") > 0),
            ),
            ("compared", Value::from(count("better") + count("worse") + count("same") > 0)),
        ]))
    }

    /// A unit that answers for indicators.
    fn agency(&self, position: usize) -> Value {
        let own = format!("targets/agencies/{position}");
        map(Map::from([
            ("name", name(self.desk.view.text(&format!("{own}/name")).unwrap_or_default())),
            ("r", self.branch(&own)),
        ]))
    }

    /// Attendance beside achievement; nothing where the study tells no attendance.
    fn attendance(&self) -> Value {
        let at = "targets/attendance";
        if self.desk.view.len(at) == 0 {
            return Value::from(());
        }
        let found = (0..self.desk.view.len(&format!("{at}/present_without_results")))
            .filter_map(|entry| self.count(&format!("{at}/present_without_results/{entry}")))
            .filter_map(|position| usize::try_from(position).ok())
            .map(|position| self.agency(position));
        let p = match self.desk.view.get(&format!("{at}/p")) {
            Some(crate::report::view::Found::Number(p)) => Some(p.value),
            _ => None,
        };
        map(Map::from([
            ("r", self.branch(at)),
            ("some", Value::from(self.count(&format!("{at}/n")).is_some_and(|n| n > 0))),
            ("correlated", Value::from(p.is_some())),
            ("significant", Value::from(p.is_some_and(|p| p < self.desk.study.analysis.alpha))),
            ("reason", Value::from(self.reason_of(&format!("{at}/r")))),
            ("present_without_results", list(found)),
        ]))
    }

    /// The qualitative matrix; nothing where the study declares none.
    pub(super) fn matrix(&self) -> Value {
        let Some(declared) = &self.desk.study.matrix else { return Value::from(()) };
        let row = |position: usize| {
            let at = format!("matrix/rows/{position}");
            let text = |key: &str| Value::from(self.desk.view.text(&format!("{at}/{key}")).unwrap_or_default());
            map(Map::from([
                ("name", name(self.desk.view.text(&format!("{at}/name")).unwrap_or_default())),
                ("conclusion", text("conclusion")),
                ("side", text("side")),
                ("differs", Value::from(self.desk.view.flag(&format!("{at}/agrees")) == Some(false))),
                ("r", self.branch(&at)),
            ]))
        };
        let rows: Vec<Value> = (0..declared.rows.len()).map(row).collect();
        let some = |key: &str| Value::from(self.count(&format!("matrix/{key}")).is_some_and(|count| count > 0));
        map(Map::from([
            ("rows", Value::from(rows)),
            ("r", self.branch("matrix")),
            ("some_met", some("met")),
            ("some_partly", some("partly")),
            ("some_not_met", some("not_met")),
            ("some_surveyed", some("surveyed")),
            ("some_differing", some("differing")),
        ]))
    }

    /// The crosstabs the study asks for.
    pub(super) fn crosstabs(&self) -> Value {
        list((0..self.desk.view.len("crosstabs")).map(|position| {
            let at = format!("crosstabs/{position}");
            let of = |key: &str| {
                let code = self.desk.view.text(&format!("{at}/{key}")).unwrap_or_default();
                map(Map::from([
                    ("name", name(&self.desk.name(code))),
                    ("is_variable", Value::from(self.desk.study.variable(code).is_some())),
                ]))
            };
            map(Map::from([
                ("key", Value::from(position.to_string())),
                ("a", of("a")),
                ("b", of("b")),
                ("n", self.branch(&format!("{at}/n"))),
                ("some", Value::from(self.count(&format!("{at}/n")).is_some_and(|n| n > 0))),
            ]))
        }))
    }

    /// The index of a variable and its items; nothing where the study asks for none.
    pub(super) fn index(&self, code: &str) -> Value {
        let at = format!("index/{code}");
        let Some(scheme) = self.desk.view.text(&format!("{at}/scheme")) else { return Value::from(()) };
        map(Map::from([("scheme", Value::from(scheme)), ("r", self.branch(&at))]))
    }

    /// Answers of yes and no to the items of a variable; nothing where its scale has other than two answers.
    pub(super) fn yes_no(&self, code: &str) -> Value {
        let at = format!("yes_no/{code}");
        let (Some(yes), Some(no)) = (self.desk.view.text(&format!("{at}/yes")), self.desk.view.text(&format!("{at}/no"))) else {
            return Value::from(());
        };
        map(Map::from([
            (
                "named",
                Value::from(self.desk.variable(code).and_then(|v| v.scale()).is_some_and(|scale| !scale.labels.is_empty())),
            ),
            ("yes", name(yes)),
            ("no", name(no)),
            ("r", self.branch(&at)),
            ("acceptable", Value::from(self.desk.view.flag(&format!("{at}/guttman/acceptable")).unwrap_or(false))),
            ("scalable", Value::from(self.desk.absent(&format!("{at}/guttman/scalability")).is_none())),
            ("tested", Value::from(self.desk.absent(&format!("{at}/guttman")).is_none())),
        ]))
    }
}
