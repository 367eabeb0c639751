//! The index of public satisfaction as templates see it.

use super::{Context, Map, list, map, name};
use crate::report::view::Found;
use minijinja::value::Value;

impl Context<'_> {
    /// Every index: its numbers and what is known of its elements.
    pub(super) fn services(&self) -> Value {
        list(self.desk.view.keys("service").iter().enumerate().map(|(position, code)| self.service(position, code)))
    }

    fn service(&self, position: usize, code: &str) -> Value {
        let view = self.desk.view;
        let (at, facts) = (format!("service/{code}"), format!("service_facts/{code}"));
        let flag = |path: String| Value::from(view.flag(&path).unwrap_or(false));
        let there = |path: String| Value::from(matches!(view.get(&path), Some(Found::Number(_) | Found::Branch(_))));
        let elements =
            |key: &str| {
                list(self.names(&format!("{facts}/{key}")).iter().map(|item| {
                    map(Map::from([("name", self.item_named(item)), ("r", self.branch(&format!("{at}/items/{item}")))]))
                }))
            };
        let last = view.len(&format!("{at}/trend/earlier")).checked_sub(1);
        let before = last.map_or(Value::from(()), |last| {
            let own = format!("{at}/trend/earlier/{last}");
            map(Map::from([
                ("period", name(view.text(&format!("{own}/period")).unwrap_or_default())),
                ("grade", name(view.text(&format!("{own}/grade")).unwrap_or_default())),
                ("r", self.branch(&own)),
            ]))
        });
        let text = |key: &str| name(view.text(&format!("{at}/{key}")).unwrap_or_default());
        map(Map::from([
            ("code", Value::from(code)),
            ("name", name(&self.desk.name(code))),
            ("first", Value::from(position == 0)),
            ("r", self.branch(&at)),
            ("found", there(format!("{at}/value"))),
            ("exact", flag(format!("{at}/exact"))),
            ("alike", there(format!("{at}/weight"))),
            ("grade", text("grade")),
            ("performance", text("performance")),
            ("performs", Value::from(view.text(&format!("{at}/performance")).is_some_and(|text| !text.is_empty()))),
            ("graded", Value::from(view.text(&format!("{at}/grade")).is_some())),
            ("has_other", there(format!("{at}/other/value"))),
            ("other_grade", text("other/grade")),
            ("other_changes", flag(format!("{at}/other/changes"))),
            ("has_margin", there(format!("{at}/margin/margin"))),
            ("corrected", flag(format!("{at}/margin/corrected"))),
            ("margin_reason", Value::from(self.reason_of(&format!("{at}/margin")))),
            ("before", before),
            ("direction", Value::from(view.text(&format!("{at}/trend/direction")).unwrap_or_default())),
            ("grade_changes", flag(format!("{at}/trend/grade_changes"))),
            ("highest", elements("highest")),
            ("priorities", elements("priorities")),
            ("not_applicable", elements("not_applicable")),
            ("unplanned", elements("unplanned")),
            ("level", flag(format!("{facts}/level"))),
            ("perfect", flag(format!("{facts}/perfect"))),
            ("one", Value::from(self.count(&format!("{at}/n")) == Some(1))),
            ("v", self.variable(code)),
        ]))
    }
}
