//! Variables scored from records as templates see them.

use super::{Context, Map, list, map, name};
use minijinja::value::Value;

/// Most rows that a sentence names.
const NAMED: usize = 20;

impl Context<'_> {
    /// What a variable scored from records is made of; nothing for any other.
    pub(super) fn records(&self, code: &str) -> Value {
        let at = format!("records/{code}");
        let (Some(rule), Some(records)) =
            (self.desk.view.text(&format!("{at}/rule")), self.desk.study.variable(code).and_then(|variable| variable.records()))
        else {
            return Value::from(());
        };
        let part = |key: &str| {
            let names = self.names(&format!("{at}/{key}"));
            list(names.iter().map(|part| {
                let own = format!("{at}/parts/{part}");
                map(Map::from([("name", name(&self.desk.name(part))), ("r", self.branch(&own))]))
            }))
        };
        let band = |position: usize| {
            let own = format!("{at}/bands/{position}");
            map(Map::from([
                ("name", name(self.desk.view.text(&format!("{own}/name")).unwrap_or_default())),
                ("count", self.branch(&format!("{own}/count"))),
                ("percent", self.branch(&format!("{own}/percent"))),
            ]))
        };
        let commonest = (0..self.desk.view.len(&format!("{at}/commonest")))
            .filter_map(|entry| usize::try_from(self.count(&format!("{at}/commonest/{entry}"))?).ok());
        let missing = self.desk.view.len(&format!("{at}/missing"));
        let rows = (0..missing.min(NAMED)).map(|position| {
            let own = format!("{at}/missing/{position}");
            let codes = self.names(&format!("{own}/items"));
            let names = codes.iter().filter_map(|code| {
                let record = records.items.iter().find(|record| record.item.code == *code)?;
                Some(name(&record.item.name.plain(self.desk.language)))
            });
            map(Map::from([("case", self.branch(&format!("{own}/case"))), ("items", list(names))]))
        });
        map(Map::from([
            ("rule", Value::from(rule)),
            ("of_points", Value::from(rule == "points")),
            ("matrix", Value::from(self.desk.view.len(&format!("{at}/matrix")) > 0)),
            ("r", self.branch(&at)),
            ("whole", self.branch(&format!("{at}/parts/{code}"))),
            ("category", self.branch(&format!("variables/{code}/category"))),
            ("dimensions", Value::from(records.dimensions.len())),
            ("strongest", part("strongest")),
            ("weakest", part("weakest")),
            ("level", Value::from(self.desk.view.flag(&format!("{at}/level")).unwrap_or(false))),
            ("some", Value::from(self.count(&format!("{at}/n")).is_some_and(|n| n > 0))),
            ("several", Value::from(self.count(&format!("{at}/n")).is_some_and(|n| n > 1))),
            ("some_missing", Value::from(missing > 0)),
            ("more_missing", Value::from(missing > NAMED)),
            ("missing", list(rows)),
            ("commonest", list(commonest.map(band))),
            ("grouped", Value::from(records.points_by.is_some())),
            ("ceiling", Value::from(self.desk.view.flag(&format!("{at}/ceiling")).unwrap_or(false))),
        ]))
    }
}
