//! Scores per value of a characteristic as templates see them.

use super::{Context, Map, list, map, name};
use minijinja::value::Value;

impl Context<'_> {
    /// The characteristics per value of which the study asks for scores, each with its variables.
    pub(super) fn group_scores(&self) -> Value {
        let asked = self.desk.view.keys("group_scores");
        list(asked.iter().map(|code| self.groups_of(code)))
    }

    fn groups_of(&self, code: &str) -> Value {
        let at = format!("group_scores/{code}");
        let small: Vec<usize> = self.positions(&format!("{at}/small"));
        let named = |positions: &[usize]| {
            let text = |position: &usize| self.desk.view.text(&format!("{at}/values/{position}"));
            list(positions.iter().filter_map(text).map(name))
        };
        let variables = self.desk.study.variables.values().map(|variable| {
            let parts: Vec<String> = variable.dimensions().map(|part| variable.name_of(part)).collect();
            map(Map::from([
                ("v", self.variable(&variable.code)),
                ("key", Value::from(format!("{code}>{}", variable.code))),
                ("s", self.scores_of(code, &variable.code)),
                ("dimensions", list(parts.iter().map(|part| self.scores_of(code, part)))),
                ("same_lowest", Value::from(self.same_lowest(code, &parts))),
            ]))
        });
        let gains = self.desk.view.keys(&format!("{at}/gains"));
        let gains = gains.iter().map(|hypothesis| self.gains_of(code, hypothesis));
        map(Map::from([
            ("code", Value::from(code)),
            ("name", name(&self.desk.name(code))),
            ("count", Value::from(self.desk.view.len(&format!("{at}/values")))),
            ("values", named(&(0..self.desk.view.len(&format!("{at}/values"))).collect::<Vec<usize>>())),
            ("small", named(&small)),
            ("some_small", Value::from(!small.is_empty())),
            ("several_small", Value::from(small.len() > 1)),
            ("r", self.branch(&at)),
            ("some_missing", Value::from(self.count(&format!("{at}/missing")).is_some_and(|missing| missing > 0))),
            ("variables", list(variables)),
            ("gains", list(gains)),
        ]))
    }

    /// Whether the dimensions that differ between groups are all lowest in the same ones.
    fn same_lowest(&self, code: &str, parts: &[String]) -> bool {
        let at = |part: &String, key: &str| format!("group_scores/{code}/scores/{part}/{key}");
        let differing = parts.iter().filter(|part| {
            self.desk.view.flag(&at(part, "level")) == Some(false) && self.count(&at(part, "compared")).is_some_and(|n| n > 1)
        });
        let lowest: Vec<Vec<usize>> = differing.map(|part| self.positions(&at(part, "lowest"))).collect();
        lowest.len() > 1 && lowest.windows(2).all(|pair| pair.first() == pair.last())
    }

    /// The highest and lowest group of a variable or dimension.
    fn scores_of(&self, code: &str, of: &str) -> Value {
        let at = format!("group_scores/{code}/scores/{of}");
        let measure = self.desk.view.text(&format!("{at}/measure")).unwrap_or("score").to_owned();
        let end = |key: &str| {
            list(self.positions(&format!("{at}/{key}")).into_iter().map(|position| {
                let row = format!("{at}/rows/{position}");
                let value = self.desk.view.text(&format!("group_scores/{code}/values/{position}")).unwrap_or_default();
                map(Map::from([
                    ("name", name(value)),
                    ("mean", self.branch(&format!("{row}/{measure}"))),
                    ("category", self.branch(&format!("{row}/category"))),
                ]))
            }))
        };
        map(Map::from([
            ("name", name(&self.desk.name(of))),
            ("overall", self.branch(&format!("{at}/overall/{measure}"))),
            ("category", self.branch(&format!("{at}/overall/category"))),
            ("compared", Value::from(self.count(&format!("{at}/compared")).unwrap_or(0))),
            ("level", Value::from(self.desk.view.flag(&format!("{at}/level")).unwrap_or(false))),
            ("highest", end("highest")),
            ("lowest", end("lowest")),
            ("without", self.branch(&format!("{at}/without"))),
            ("some_without", Value::from(self.count(&format!("{at}/without")).is_some_and(|count| count > 0))),
        ]))
    }

    fn gains_of(&self, code: &str, hypothesis: &str) -> Value {
        let at = format!("group_scores/{code}/gains/{hypothesis}");
        let of = |key: &str| name(&self.desk.name(self.desk.view.text(&format!("{at}/{key}")).unwrap_or_default()));
        map(Map::from([
            ("key", Value::from(format!("{code}>{hypothesis}"))),
            ("first", of("first")),
            ("second", of("second")),
            ("by", name(&self.desk.name(code))),
        ]))
    }

    fn positions(&self, path: &str) -> Vec<usize> {
        let entries = 0..self.desk.view.len(path);
        entries.filter_map(|entry| usize::try_from(self.count(&format!("{path}/{entry}"))?).ok()).collect()
    }
}
