//! What chapter III says of variables and tests: operational definitions, and the tests with their criteria and sources.

use super::parts::with_symbol;
use crate::numbers::{Kind, Quantity, Setting};
use crate::report::desk::{Desk, narrow, row, symbol, words};
use crate::report::document::{Align, Cell, Inline, Table};
use crate::study::claim::Claim;
use crate::study::settings::{AssumptionTest, MediationDecides, ValidityCritical, ValidityMethod};
use crate::study::{Indicator, Variable};

/// Every variable with its definition, indicators and items; dimensions below it.
pub fn definitions(desk: &Desk<'_>) -> Option<Table> {
    let caption = desk.terms.fill("caption.definitions", &[]);
    let columns = vec![words(0.9), words(1.3), words(1.2), narrow(Align::Left)];
    let mut table = desk.table("definitions", caption, columns);
    table.source = None;
    let heads = ["column.variable", "column.definition", "column.indicator", "column.items"];
    table.header = vec![heads.map(|head| desk.term_cell(head)).to_vec()];
    for variable in desk.study.variables.values() {
        let name = with_symbol(desk.name(&variable.code), &variable.code);
        let definition = definition(desk, variable);
        if variable.dimensions().next().is_none() {
            let line = vec![Cell::new(name), definition, indicators(desk, variable.indicators()), items(variable.indicators())];
            table.rows.push(row(line));
            continue;
        }
        table.rows.push(row(vec![Cell::new(name), definition, Cell::empty(), Cell::empty()]));
        for dimension in variable.dimensions() {
            let code = variable.name_of(dimension);
            let definition = dimension.definition.as_ref().map_or_else(String::new, |text| text.plain(desk.language));
            let own = variable.indicators_of(dimension);
            let name = Cell::new(with_symbol(desk.name(&code), &code));
            table.rows.push(row(vec![name, Cell::text(definition), indicators(desk, own), items(own)]));
        }
    }
    (!table.rows.is_empty()).then_some(table)
}

fn definition(desk: &Desk<'_>, variable: &Variable) -> Cell {
    let mut content = Vec::new();
    if let Some(definition) = &variable.definition {
        content.push(Inline::text(definition.plain(desk.language)));
    }
    if let Some(source) = &variable.source {
        if !content.is_empty() {
            content.push(Inline::LineBreak);
        }
        content.push(Inline::text(format!("{}: {}", desk.term("source"), source.plain(desk.language))));
    }
    Cell::new(content)
}

fn indicators(desk: &Desk<'_>, indicators: &[Indicator]) -> Cell {
    let mut content = Vec::new();
    for (indicator, number) in indicators.iter().zip(1usize..) {
        if number > 1 {
            content.push(Inline::LineBreak);
        }
        content.push(Inline::text(format!("{number}. {}", indicator.name.plain(desk.language).trim_end_matches('.'))));
    }
    Cell::new(content)
}

/// The items from the first to the last; several where their codes are their own.
fn items(indicators: &[Indicator]) -> Cell {
    let codes: Vec<&str> = indicators.iter().flat_map(|indicator| &indicator.items).map(|item| item.code.as_str()).collect();
    Cell::new(match codes.as_slice() {
        [] => Vec::new(),
        [only] => vec![symbol(only)],
        [first, .., last] => vec![symbol(first), Inline::text("–"), symbol(last)],
    })
}

/// The tests this study calls for: what each decides, and its source.
pub fn method_tests(desk: &Desk<'_>) -> Option<Table> {
    let analysis = &desk.study.analysis;
    let caption = desk.terms.fill("caption.method_tests", &[]);
    let mut table = desk.table("method-tests", caption, vec![words(0.9), words(1.8), words(0.9)]);
    table.source = None;
    let heads = ["column.test", "column.criterion", "column.source"];
    table.header = vec![heads.map(|head| desk.term_cell(head)).to_vec()];
    let alpha = || desk.view.inline("meta/alpha", Setting::Table).into_iter().collect::<Vec<Inline>>();
    let limit = |value: f64, path: &str| {
        vec![Inline::Value {
            quantity: Quantity::new(Kind::Limit, value),
            path: format!("study/analysis/{path}"),
            setting: Setting::Table,
        }]
    };
    let mut add = |key: &str, slots: &[Vec<Inline>]| {
        let part = |part: &str| desk.terms.fill(&format!("procedure.{key}.{part}"), slots);
        let name = desk.terms.fill(&format!("procedure.{key}.name"), &[]);
        let source = desk.terms.fill(&format!("procedure.{key}.source"), &[]);
        table.rows.push(row(vec![Cell::new(name), Cell::new(part("criterion")), Cell::new(source)]));
    };
    if desk.study.variables.values().any(|variable| variable.items().count() > 1) {
        let method = match analysis.validity_method {
            ValidityMethod::Corrected => "corrected",
            ValidityMethod::Pearson => "pearson",
        };
        match analysis.validity_critical {
            ValidityCritical::RTable => add(&format!("validity_{method}"), &[alpha()]),
            ValidityCritical::Significance => add(&format!("validity_{method}_significance"), &[alpha()]),
            ValidityCritical::Fixed(value) => add(&format!("validity_{method}_fixed"), &[limit(value, "validity/critical")]),
        }
        add("reliability", &[limit(analysis.reliability_minimum, "reliability/minimum")]);
    }
    if !desk.study.regressions.is_empty() {
        if analysis.normality.contains(&AssumptionTest::KolmogorovSmirnov) {
            add("kolmogorov_smirnov", &[alpha()]);
        }
        add(
            "multicollinearity",
            &[limit(1.0 / analysis.vif_limit, "multicollinearity/tolerance"), limit(analysis.vif_limit, "multicollinearity/vif")],
        );
        if analysis.heteroscedasticity.contains(&AssumptionTest::Glejser) {
            add("glejser", &[alpha()]);
        }
        add("determination", &[]);
        add("f", &[alpha()]);
        add("t", &[alpha()]);
    }
    let claims = |kind: fn(&Claim) -> bool| desk.study.hypotheses.iter().any(|hypothesis| kind(&hypothesis.claim));
    if claims(|claim| matches!(claim, Claim::Chain { .. })) {
        match analysis.mediation_decides {
            MediationDecides::Percentile => add("percentile", &[]),
            MediationDecides::Bca => add("bca", &[]),
            MediationDecides::Sobel => add("sobel", &[alpha()]),
        }
    }
    if claims(|claim| matches!(claim, Claim::Product { .. })) {
        add("moderation", &[alpha()]);
    }
    if claims(|claim| matches!(claim, Claim::Groups { .. })) {
        add("groups", &[alpha()]);
    }
    if claims(|claim| matches!(claim, Claim::Paired { .. })) {
        add("paired", &[alpha()]);
    }
    if claims(|claim| matches!(claim, Claim::Association { .. })) {
        add("association", &[alpha()]);
    }
    if claims(|claim| matches!(claim, Claim::Level { .. })) {
        add("level", &[alpha()]);
    }
    (!table.rows.is_empty()).then_some(table)
}
