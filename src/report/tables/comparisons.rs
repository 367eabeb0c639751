//! Comparisons of groups, pairs and levels, and associations of variables: what is compared, what the test requires, every
//! variant of it, and the pairs of several groups.

use super::parts::{Cells, capitalize, confidence, dash};
use crate::report::desk::{Desk, narrow, row, words};
use crate::report::document::{Align, Cell, Inline, Table, TableColumn};

/// A comparison of the results.
struct Comparison<'a> {
    desk: &'a Desk<'a>,
    at: String,
    id: &'a str,
    kind: &'a str,
}

impl<'a> Comparison<'a> {
    fn of(desk: &'a Desk<'a>, id: &'a str) -> Option<Comparison<'a>> {
        let at = format!("comparisons/{id}");
        let kind = desk.view.text(&format!("{at}/kind"))?;
        Some(Comparison { desk, at, id, kind })
    }

    fn text(&self, key: &str) -> Option<&'a str> {
        self.desk.view.text(&format!("{}/{key}", self.at))
    }

    fn count(&self, key: &str) -> usize {
        self.desk.view.len(&format!("{}/{key}", self.at))
    }

    /// What a group is called: a variable by its name, a category by itself.
    fn name(&self, path: &str) -> Vec<Inline> {
        let found = self.text(path).unwrap_or_default();
        match found {
            "difference" => vec![Inline::text(self.desk.term("difference"))],
            found if self.desk.variable(found).is_some() => vec![Inline::text(self.desk.name(found))],
            found => vec![Inline::text(found)],
        }
    }

    /// A caption with the names of the claim.
    fn caption(&self, key: &str) -> Vec<Inline> {
        let name = |key: &str| vec![Inline::text(self.text(key).map_or_else(String::new, |code| self.desk.name(code)))];
        let own = format!("caption.{key}_{}", self.kind);
        let key = if self.desk.terms.has(&own) { own } else { format!("caption.{key}") };
        self.desk.terms.fill(&key, &[name("a"), name("b")])
    }

    fn table(&self, key: &str, columns: Vec<TableColumn>, headings: &[&str]) -> Table {
        let mut table = self.desk.table(format!("{key}-{}", self.id), self.caption(&key.replace('-', "_")), columns);
        table.header = vec![headings.iter().map(|heading| self.desk.term_cell(&format!("column.{heading}"))).collect()];
        table
    }

    /// The variants of the kind in the order in which they are printed.
    fn variants(&self) -> &'static [&'static str] {
        match self.kind {
            "groups" => &["student", "anova", "welch", "brown_forsythe", "mann_whitney", "kruskal_wallis"],
            "paired" => &["t", "wilcoxon", "mcnemar"],
            "level" => &["t", "wilcoxon"],
            "association" => &["pearson", "spearman", "kendall"],
            _ => &["chi_squared", "continuity", "likelihood_ratio", "linear", "fisher"],
        }
    }
}

/// Number, mean, standard deviation, median and, of groups, mean rank.
pub fn statistics(desk: &Desk<'_>, id: &str) -> Option<Table> {
    let comparison = Comparison::of(desk, id)?;
    let count = comparison.count("groups");
    if count == 0 {
        return None;
    }
    let mut columns =
        vec![words(1.0), narrow(Align::Right), narrow(Align::Decimal), narrow(Align::Decimal), narrow(Align::Decimal)];
    let mut headings = vec!["group", "n", "mean_of_scores", "sd", "median"];
    let mut keys = vec!["n", "mean", "sd", "median"];
    match comparison.kind {
        "groups" => {
            headings.push("mean_rank");
            keys.push("mean_rank");
        }
        _ => {
            headings[0] = "measurement";
            headings.extend(["minimum", "maximum"]);
            keys.extend(["min", "max"]);
        }
    }
    columns.extend(headings.iter().skip(5).map(|_| narrow(Align::Decimal)));
    let mut table = comparison.table("comparison-statistics", columns, &headings);
    let mut cells = Cells::new(desk);
    for group in 0..count {
        let mut line = vec![Cell::new(comparison.name(&format!("groups/{group}/name")))];
        line.extend(keys.iter().map(|key| cells.number(&format!("{}/groups/{group}/{key}", comparison.at))));
        table.rows.push(row(line));
    }
    table.notes.extend(cells.notes());
    Some(table)
}

/// Normality of what is compared, and equality of variances.
pub fn requirements(desk: &Desk<'_>, id: &str) -> Option<Table> {
    let comparison = Comparison::of(desk, id)?;
    let count = comparison.count("normality");
    let levene = format!("{}/levene", comparison.at);
    let has_levene = desk.view.flag(&format!("{levene}/met")).is_some();
    if count == 0 && !has_levene {
        return None;
    }
    let columns = vec![words(1.0), words(1.0), narrow(Align::Decimal), narrow(Align::Center), narrow(Align::Decimal), words(1.0)];
    let mut table =
        comparison.table("comparison-requirements", columns, &["test", "of", "statistic_value", "df", "sig", "remark"]);
    let mut cells = Cells::new(desk);
    for place in 0..count {
        let at = format!("{}/normality/{place}", comparison.at);
        let test = desk.view.text(&format!("{at}/test")).unwrap_or_default();
        table.rows.push(row(vec![
            Cell::new(desk.terms.fill(&format!("requirement.{test}"), &[])),
            Cell::new(comparison.name(&format!("normality/{place}/name"))),
            cells.number(&format!("{at}/statistic")),
            cells.number(&format!("{at}/n")),
            cells.number(&format!("{at}/p")),
            cells.choice(&format!("{at}/met"), "remark.normal", "remark.not_normal"),
        ]));
    }
    if has_levene {
        let inline = |key: &str| desk.view.inline(&format!("{levene}/{key}"), crate::numbers::Setting::Table);
        let degrees = [inline("df1"), Some(Inline::text("; ")), inline("df2")].into_iter().flatten().collect();
        table.rows.push(row(vec![
            Cell::new(desk.terms.fill("requirement.levene", &[])),
            desk.term_cell("row.all_groups"),
            cells.number(&format!("{levene}/f")),
            Cell::new(degrees),
            cells.number(&format!("{levene}/p")),
            cells.choice(&format!("{levene}/met"), "remark.equal", "remark.not_equal"),
        ]));
    }
    if count > 0 {
        table.notes.push(desk.terms.fill("note.df_of_normality", &[]));
    }
    table.notes.extend(cells.notes());
    Some(table)
}

/// Every variant of the test; the one that decides is marked.
pub fn tests(desk: &Desk<'_>, id: &str) -> Option<Table> {
    let comparison = Comparison::of(desk, id)?;
    let chosen = comparison.text("chosen").unwrap_or_default();
    let shown: Vec<&str> = comparison
        .variants()
        .iter()
        .copied()
        .filter(|variant| desk.view.get(&format!("{}/{variant}/p", comparison.at)).is_some())
        .collect();
    if shown.is_empty() {
        return None;
    }
    let has = |variant: &str, key: &str| {
        let found = desk.view.get(&format!("{}/{variant}/{key}", comparison.at));
        matches!(found, Some(crate::report::view::Found::Number(_)))
    };
    let estimates = shown.iter().any(|variant| has(variant, "estimate"));
    let first = shown.iter().any(|variant| has(variant, "df1"));
    let mut columns = vec![words(1.0)];
    let mut headings = vec!["test"];
    if estimates {
        columns.extend([narrow(Align::Decimal); 3]);
        headings.extend([if comparison.kind == "association" { "coefficient" } else { "difference" }, "low_end", "high_end"]);
    }
    headings.push("statistic");
    columns.push(narrow(Align::Center));
    if first {
        headings.push("df1");
        columns.push(narrow(Align::Decimal));
    }
    headings.extend(["df", "sig"]);
    columns.extend([narrow(Align::Decimal); 2]);
    let mut table = comparison.table("comparison-tests", columns, &headings);
    for variant in shown {
        let at = format!("{}/{variant}", comparison.at);
        let mut name = desk.terms.fill(&format!("variant.{}.{variant}", comparison.kind), &[]);
        capitalize(&mut name);
        let number = |key: &str| if has(variant, key) { desk.cell(&format!("{at}/{key}")) } else { dash() };
        let symbol = symbol(desk, comparison.kind, variant, has(variant, "df1"));
        // The variant that decides stands out.
        let mut line = vec![Cell::new(if variant == chosen { vec![Inline::Strong(name)] } else { name })];
        if estimates {
            line.extend([number("estimate"), number("ci_low"), number("ci_high")]);
        }
        line.push(match desk.view.inline(&format!("{at}/statistic"), crate::numbers::Setting::Table) {
            Some(value) => Cell::new(vec![Inline::text(format!("{symbol}\u{a0}=\u{a0}")), value]),
            None => dash(),
        });
        if first {
            line.push(number("df1"));
        }
        line.extend([number("df"), number("p")]);
        table.rows.push(row(line));
    }
    if !chosen.is_empty() {
        table.notes.push(desk.terms.fill("note.bold_decides", &[]));
    }
    if estimates {
        table.notes.push(desk.terms.fill("note.interval", &[confidence(desk)]));
    }
    if let Some(note) = ranks(&comparison) {
        table.notes.push(note);
    }
    Some(table)
}

/// What SPSS prints beside Z: U and W of Mann–Whitney, with the exact significance where it shows one.
fn ranks(comparison: &Comparison<'_>) -> Option<Vec<Inline>> {
    let desk = comparison.desk;
    let at = format!("{}/mann_whitney", comparison.at);
    let value = |key: &str| desk.view.inline(&format!("{at}/{key}"), crate::numbers::Setting::Sentence).map(|value| vec![value]);
    let (u, w) = value("u").zip(value("w"))?;
    Some(match value("p_exact") {
        Some(p) => desk.terms.fill("note.mann_whitney_exact", &[u, w, p]),
        None => desk.terms.fill("note.mann_whitney", &[u, w]),
    })
}

/// The comparisons of all pairs of more than two groups, by the method of the chosen variant.
pub fn post_hoc(desk: &Desk<'_>, id: &str) -> Option<Table> {
    let comparison = Comparison::of(desk, id)?;
    let pairs: Vec<String> = (0..comparison.count("post_hoc"))
        .map(|position| format!("post_hoc/{position}"))
        .filter(|pair| desk.view.flag(&format!("{}/{pair}/chosen", comparison.at)) == Some(true))
        .collect();
    let first = pairs.first()?;
    let method = comparison.text(&format!("{first}/method")).unwrap_or_default();
    let mut columns = vec![words(1.0), words(1.0)];
    columns.extend([narrow(Align::Decimal); 4]);
    columns.push(narrow(Align::Left));
    let difference = if method == "dunn" { "difference_of_ranks" } else { "difference" };
    let statistic = if method == "dunn" { "z" } else { "t" };
    let headings = ["first_group", "second_group", difference, "se", statistic, "sig", "remark"];
    let mut table = comparison.table("post-hoc", columns, &headings);
    let mut cells = Cells::new(desk);
    for pair in &pairs {
        let at = format!("{}/{pair}", comparison.at);
        table.rows.push(row(vec![
            Cell::new(comparison.name(&format!("{pair}/a"))),
            Cell::new(comparison.name(&format!("{pair}/b"))),
            cells.number(&format!("{at}/difference")),
            cells.number(&format!("{at}/se")),
            cells.number(&format!("{at}/statistic")),
            cells.number(&format!("{at}/p")),
            cells.choice(&format!("{at}/significant"), "remark.differ", "remark.not_differ"),
        ]));
    }
    table.notes.push(desk.terms.fill(&format!("note.{method}"), &[]));
    table.notes.extend(cells.notes());
    Some(table)
}

/// The symbol of the statistic of a variant.
fn symbol(desk: &Desk<'_>, kind: &str, variant: &str, has_df1: bool) -> String {
    desk.term(&format!("symbol.{}", crate::report::context::comparisons::symbol_of(kind, variant, has_df1)))
}
