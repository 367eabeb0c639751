//! Comparisons, associations and moderations as templates see them.

use super::{Context, Map, list, map, name};
use crate::report::document::Inline;
use crate::report::value::inlines;
use minijinja::value::Value;

/// Variants that compare ranks rather than means.
const BY_RANKS: [&str; 5] = ["mann_whitney", "kruskal_wallis", "wilcoxon", "spearman", "kendall"];

impl Context<'_> {
    /// The comparison of a hypothesis; nothing where there is none or it could not be made.
    pub(super) fn comparison(&self, id: &str) -> Value {
        let at = format!("comparisons/{id}");
        let Some(kind) = self.desk.view.text(&format!("{at}/kind")) else { return Value::from(()) };
        let text = |key: &str| self.desk.view.text(&format!("{at}/{key}")).unwrap_or_default().to_owned();
        let chosen = text("chosen");
        let by_ranks = BY_RANKS.contains(&chosen.as_str());
        let groups: Vec<Value> = (0..self.desk.view.len(&format!("{at}/groups"))).map(|group| self.group(&at, group)).collect();
        let middle = if by_ranks && kind == "groups" { "mean_rank" } else { "mean" };
        let (highest, lowest) = self.extremes(&at, middle);
        let extreme = |at: Option<usize>| at.and_then(|at| groups.get(at).cloned()).unwrap_or(Value::from(()));
        let odd: Vec<Value> = (0..self.desk.view.len(&format!("{at}/normality")))
            .filter(|place| self.desk.view.flag(&format!("{at}/normality/{place}/met")) == Some(false))
            .map(|place| self.named(&format!("{at}/normality/{place}/name")))
            .collect();
        let test = format!("{at}/{chosen}");
        let has = |key: &str| self.number(&format!("{test}/{key}")).is_some();
        map(Map::from([
            ("kind", Value::from(kind)),
            ("a", self.variable(&text("a"))),
            ("b", self.variable(&text("b"))),
            ("groups", list(groups.iter().cloned())),
            ("two", Value::from(groups.len() == 2)),
            ("highest", extreme(highest)),
            ("lowest", extreme(lowest)),
            ("alike", Value::from(highest.is_some() && highest == lowest)),
            ("chosen", Value::from(chosen.clone())),
            ("chosen_name", self.variant_name(kind, &chosen)),
            ("by_ranks", Value::from(by_ranks)),
            ("middle", Value::from(middle)),
            ("symbol", Value::from(self.desk.term(&format!("symbol.{}", symbol_of(kind, &chosen, has("df1")))))),
            ("reason", Value::from(text("reason"))),
            ("not_normal", list(odd)),
            ("levene", Value::from(self.desk.view.flag(&format!("{at}/levene/met")).is_some())),
            ("test", self.branch(&test)),
            ("has_statistic", Value::from(has("statistic"))),
            ("has_df", Value::from(has("df"))),
            ("has_df1", Value::from(has("df1"))),
            ("has_interval", Value::from(has("ci_low") && has("ci_high"))),
            ("others", list(self.others(kind, &at, &chosen))),
            ("effect", self.effect_size(&at)),
            ("pairs", list(self.significant_pairs(&at))),
            ("directed", Value::from(self.desk.view.text(&format!("{at}/directed/higher")).is_some())),
            ("higher", self.named(&format!("{at}/directed/higher"))),
            ("lower", self.named(&format!("{at}/directed/lower"))),
            ("unit", Value::from(text("unit"))),
            ("gain", self.gain(&at)),
            ("r", self.branch(&at)),
        ]))
    }

    /// The name at a path as it is printed.
    fn named(&self, path: &str) -> Value {
        match self.desk.view.text(path) {
            Some(found) => self.group_name(found),
            None => Value::from(()),
        }
    }

    /// What a group is called: a variable by its name, a category by itself.
    fn group_name(&self, found: &str) -> Value {
        if found == "difference" {
            return inlines(vec![Inline::text(self.desk.term("difference"))]);
        }
        match self.desk.variable(found) {
            Some(_) => name(&self.desk.name(found)),
            None => inlines(vec![Inline::text(found)]),
        }
    }

    fn group(&self, at: &str, position: usize) -> Value {
        let at = format!("{at}/groups/{position}");
        map(Map::from([("name", self.named(&format!("{at}/name"))), ("r", self.branch(&at))]))
    }

    /// Positions of the groups with the highest and the lowest value; one and the same where all are alike.
    fn extremes(&self, at: &str, key: &str) -> (Option<usize>, Option<usize>) {
        let count = self.desk.view.len(&format!("{at}/groups"));
        let value = |group: usize| Some((group, self.number(&format!("{at}/groups/{group}/{key}"))?));
        let values: Vec<(usize, f64)> = (0..count).filter_map(value).collect();
        let highest = values.iter().copied().reduce(|a, b| if b.1 > a.1 { b } else { a });
        let lowest = values.iter().copied().reduce(|a, b| if b.1 < a.1 { b } else { a });
        (highest.map(|(group, _)| group), lowest.map(|(group, _)| group))
    }

    /// What a variant is called in running text.
    fn variant_name(&self, kind: &str, variant: &str) -> Value {
        let key = format!("variant.{kind}.{variant}");
        inlines(self.desk.terms.fill(if self.desk.terms.has(&key) { &key } else { "variant.none" }, &[]))
    }

    /// The other variants that were computed, with their p: they are printed beside the chosen one.
    fn others(&self, kind: &str, at: &str, chosen: &str) -> Vec<Value> {
        let variants: &[&str] = match kind {
            "groups" => &["student", "welch", "mann_whitney", "anova", "kruskal_wallis"],
            "paired" => &["t", "wilcoxon"],
            "level" => &["t", "wilcoxon"],
            "association" => &["pearson", "spearman", "kendall"],
            _ => &["chi_squared", "fisher"],
        };
        variants
            .iter()
            .filter(|variant| **variant != chosen && self.number(&format!("{at}/{variant}/p")).is_some())
            .map(|variant| {
                let p = self.number(&format!("{at}/{variant}/p"));
                let significant = p.is_some_and(|p| p < self.desk.study.analysis.alpha);
                map(Map::from([
                    ("name", self.variant_name(kind, variant)),
                    ("significant", Value::from(significant)),
                    ("r", self.branch(&format!("{at}/{variant}"))),
                ]))
            })
            .collect()
    }

    fn effect_size(&self, at: &str) -> Value {
        let Some(chosen) = self.desk.view.text(&format!("{at}/effect_size_chosen")) else { return Value::from(()) };
        let path = format!("{at}/effect_size/{chosen}");
        if self.number(&format!("{path}/value")).is_none() {
            return Value::from(());
        }
        let has_interval = self.number(&format!("{path}/ci_low")).is_some() && self.number(&format!("{path}/ci_high")).is_some();
        map(Map::from([
            ("name", inlines(self.desk.terms.fill(&format!("effect_size.{chosen}"), &[]))),
            ("has_interval", Value::from(has_interval)),
            ("r", self.branch(&path)),
        ]))
    }

    /// The pairs of groups that differ by the method of the chosen variant.
    fn significant_pairs(&self, at: &str) -> Vec<Value> {
        (0..self.desk.view.len(&format!("{at}/post_hoc")))
            .map(|position| format!("{at}/post_hoc/{position}"))
            .filter(|pair| {
                let flag = |key: &str| self.desk.view.flag(&format!("{pair}/{key}")) == Some(true);
                flag("chosen") && flag("significant")
            })
            .map(|pair| {
                let positive = self.number(&format!("{pair}/difference")).is_some_and(|difference| difference > 0.0);
                let (higher, lower) = if positive { ("a", "b") } else { ("b", "a") };
                map(Map::from([
                    ("higher", self.named(&format!("{pair}/{higher}"))),
                    ("lower", self.named(&format!("{pair}/{lower}"))),
                    ("r", self.branch(&pair)),
                ]))
            })
            .collect()
    }

    fn gain(&self, at: &str) -> Value {
        let at = format!("{at}/gain");
        let Some(band) = self.desk.view.text(&format!("{at}/band")) else { return Value::from(()) };
        let count = |key: &str| self.number(&format!("{at}/{key}")).is_some_and(|count| count > 0.0);
        map(Map::from([
            ("band", Value::from(self.desk.term(&format!("gain.{band}")))),
            ("percent", Value::from(self.desk.view.text(&format!("{at}/scheme")) == Some("percent"))),
            ("some_at_ceiling", Value::from(count("at_ceiling"))),
            ("some_negative", Value::from(count("negative"))),
            ("r", self.branch(&at)),
        ]))
    }

    /// The moderation of a hypothesis; nothing where there is none or it could not be computed.
    pub(super) fn moderation(&self, id: &str) -> Value {
        let at = format!("moderations/{id}");
        let Some(kind) = self.desk.view.text(&format!("{at}/type")) else { return Value::from(()) };
        let code = |key: &str| self.desk.view.text(&format!("{at}/{key}")).unwrap_or_default();
        let alpha = self.desk.study.analysis.alpha;
        let slopes = (0..self.desk.view.len(&format!("{at}/simple_slopes"))).map(|position| {
            let slope = format!("{at}/simple_slopes/{position}");
            let significant = self.number(&format!("{slope}/p")).is_some_and(|p| p < alpha);
            let positive = self.number(&format!("{slope}/b")).is_some_and(|b| b > 0.0);
            let level = self.desk.view.text(&format!("{slope}/level")).unwrap_or_default();
            map(Map::from([
                ("level", Value::from(level)),
                ("significant", Value::from(significant)),
                ("positive", Value::from(positive)),
                ("r", self.branch(&slope)),
            ]))
        });
        let bounds = (0..self.desk.view.len(&format!("{at}/johnson_neyman"))).filter_map(|position| {
            let bound = format!("{at}/johnson_neyman/{position}");
            (self.desk.view.flag(&format!("{bound}/within_data")) == Some(true)).then(|| self.branch(&bound))
        });
        let significant = self.number(&format!("{at}/product/p")).is_some_and(|p| p < alpha);
        let mut violated = false;
        let checked = self.desk.view.len(&format!("{at}/assumptions"));
        let assumptions: Vec<Value> = (0..checked)
            .map(|position| {
                let assumption = format!("{at}/assumptions/{position}");
                let met = self.desk.view.flag(&format!("{assumption}/met"));
                violated |= met == Some(false);
                let text = |key: &str| self.desk.view.text(&format!("{assumption}/{key}")).unwrap_or_default();
                map(Map::from([
                    ("name", Value::from(text("name"))),
                    ("test", Value::from(text("test"))),
                    ("tested", Value::from(met.is_some())),
                    ("met", Value::from(met == Some(true))),
                    ("p", self.branch(&format!("{assumption}/p"))),
                ]))
            })
            .collect();
        map(Map::from([
            ("type", Value::from(kind)),
            ("x", self.variable(code("x"))),
            ("moderator", self.variable(code("moderator"))),
            ("outcome", self.variable(code("outcome"))),
            ("significant", Value::from(significant)),
            ("decided", Value::from(self.desk.view.flag(&format!("{at}/product_significant")).unwrap_or(false))),
            ("assumptions", list(assumptions)),
            ("violated", Value::from(violated)),
            ("remedies", self.remedies(&at, "moderation", id)),
            ("decides", self.decides(&at)),
            ("direction", Value::from(code("direction"))),
            ("reverses", Value::from(self.desk.view.flag(&format!("{at}/reverses")).unwrap_or(false))),
            ("inside", Value::from(self.desk.view.flag(&format!("{at}/significant_inside")).unwrap_or(false))),
            ("slopes", list(slopes)),
            ("bounds", list(bounds)),
            ("r", self.branch(&at)),
        ]))
    }
}

/// The key of the symbol of a variant's statistic.
pub(in crate::report) fn symbol_of(kind: &str, variant: &str, has_df1: bool) -> &'static str {
    match (kind, variant) {
        (_, "student" | "t" | "pearson" | "spearman") => "t",
        (_, "welch") if !has_df1 => "t",
        (_, "anova" | "welch" | "brown_forsythe") => "f",
        (_, "mann_whitney" | "wilcoxon" | "kendall") => "z",
        (_, "kruskal_wallis") => "h",
        _ => "chi_squared",
    }
}
