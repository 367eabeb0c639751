//! Results as tables: one file a family of tables, each laid out as theses print it.

mod answers;
mod assumption_tests;
mod assumptions;
mod coefficients;
mod comparisons;
mod correlations;
mod critical_values;
mod crosstab;
mod descriptives;
mod dimensions;
mod effects;
#[cfg(test)]
pub(in crate::report) mod example;
mod exclusions;
mod factors;
mod fit;
mod group_scores;
mod hypotheses;
mod import;
mod index;
mod instrument;
mod matrix;
mod method;
mod moderations;
pub(in crate::report) mod parts;
mod records;
mod remedies;
mod respondents;
mod responses;
mod sensitivity;
mod targets;
mod yes_no;

use super::desk::Desk;
use super::document::{Inline, Table};
use std::collections::BTreeMap;

/// Makes the table called `name`; `key` is the variable, characteristic or regression it is about, where it needs one.
/// `statements` are the wordings of the hypotheses by id; one that is missing there is taken from the study.
/// `None` when there is no such table or nothing to put in it.
pub fn table(desk: &Desk<'_>, name: &str, key: Option<&str>, statements: &BTreeMap<String, Vec<Inline>>) -> Option<Table> {
    match (name, key) {
        ("respondents", Some(code)) => respondents::profile(desk, code),
        ("responses", Some(variable)) => yes_no::yes_no(desk, variable).or_else(|| responses::responses(desk, variable)),
        ("index", Some(variable)) => index::index(desk, variable),
        ("counts", Some(position)) => crosstab::counts(desk, position),
        ("group-scores", Some(code)) => group_scores::group_scores(desk, code),
        ("group-dimensions", Some(key)) => group_scores::group_dimensions(desk, key),
        ("group-gains", Some(key)) => group_scores::group_gains(desk, key),
        ("records", Some(variable)) => records::parts(desk, variable),
        ("record-bands", Some(variable)) => records::bands(desk, variable),
        ("record-points", Some(variable)) => records::points(desk, variable),
        ("record-matrix", Some(variable)) => records::matrix(desk, variable),
        ("targets", None) => targets::targets(desk),
        ("targets-trend", None) => targets::trend(desk),
        ("targets-budget", None) => targets::budget(desk),
        ("targets-impact", None) => targets::impact(desk),
        ("targets-agencies", None) => targets::agencies(desk),
        ("matrix", None) => matrix::matrix(desk),
        ("descriptives", None) => descriptives::descriptives(desk),
        ("definitions", None) => method::definitions(desk),
        ("method-tests", None) => method::method_tests(desk),
        ("dimensions", Some(variable)) => dimensions::dimensions(desk, variable),
        ("validity", None) => instrument::validity(desk),
        ("validity-dimensions", None) => instrument::validity_of_dimensions(desk),
        ("reliability", None) => instrument::reliability(desk),
        ("consistency", None) => factors::consistency(desk),
        ("loadings", None) => factors::loadings(desk),
        ("factors", None) => factors::factors(desk),
        ("condition", Some(regression)) => factors::condition(desk, regression),
        ("kolmogorov-smirnov", Some(regression)) => assumptions::kolmogorov_smirnov(desk, regression),
        ("collinearity", Some(regression)) => assumptions::collinearity(desk, regression),
        ("glejser", Some(regression)) => coefficients::glejser(desk, regression),
        ("coefficients", Some(regression)) => coefficients::coefficients(desk, regression),
        ("model-summary", Some(regression)) => fit::model_summary(desk, regression),
        ("anova", Some(regression)) => fit::anova(desk, regression),
        ("answers", Some(variable)) => answers::answers(desk, variable),
        ("critical-values", None) => critical_values::critical_values(desk),
        ("hypotheses", None) => hypotheses::hypotheses(desk, statements),
        ("correlations", None) => correlations::correlations(desk),
        ("exclusions", None) => exclusions::exclusions(desk),
        ("effects", None) => effects::effects(desk),
        ("import-columns", None) => import::columns(desk),
        ("import-recoded", None) => import::recoded(desk),
        ("indirect-tests", None) => effects::indirect_tests(desk),
        ("indirect-contrasts", None) => effects::contrasts(desk),
        ("comparison-statistics", Some(id)) => comparisons::statistics(desk, id),
        ("comparison-requirements", Some(id)) => comparisons::requirements(desk, id),
        ("comparison-tests", Some(id)) => comparisons::tests(desk, id),
        ("post-hoc", Some(id)) => comparisons::post_hoc(desk, id),
        ("crosstab", Some(id)) => crosstab::crosstab(desk, id),
        ("gain", Some(id)) => crosstab::gain(desk, id),
        ("moderation-summary", Some(id)) => moderations::summary(desk, id),
        ("moderation-coefficients", Some(id)) => moderations::coefficients(desk, id),
        ("simple-slopes", Some(id)) => moderations::simple_slopes(desk, id),
        ("normality-tests" | "heteroscedasticity-tests" | "autocorrelation-tests" | "linearity-tests", Some(regression)) => {
            assumption_tests::tests(desk, name.trim_end_matches("-tests"), regression)
        }
        ("sensitivity", None) => sensitivity::sensitivity(desk),
        ("dropped-items", None) => sensitivity::dropped_items(desk),
        ("influence", Some(regression)) => sensitivity::influence(desk, regression),
        ("remedy-hc3", Some(regression)) => remedies::hc3(desk, regression),
        ("remedy-bootstrap", Some(regression)) => remedies::bootstrap(desk, regression),
        ("remedy-transform" | "remedy-rank", Some(regression)) => remedies::refit(desk, name, regression),
        ("moderation-transform", Some(id)) => remedies::moderation_transform(desk, id),
        ("moderation-hc3", Some(id)) => remedies::moderation_hc3(desk, id),
        ("moderation-bootstrap", Some(id)) => remedies::moderation_bootstrap(desk, id),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used, clippy::panic)]
    use super::example::{ALL, Example, named};
    use crate::report::document::cell_text;
    use crate::report::document::{Block, Document};

    #[test]
    fn every_row_fills_its_columns_and_ids_are_unique() {
        let example = Example::new();
        let mut ids: Vec<String> = Vec::new();
        for (name, key) in ALL {
            let table = example.table(name, key);
            for (rows, place) in
                [(table.header.clone(), "header"), (table.rows.iter().map(|row| row.cells.clone()).collect::<Vec<_>>(), "body")]
            {
                let covered: usize = rows.iter().flatten().map(|cell| cell.columns * cell.rows).sum();
                assert_eq!(covered, table.columns.len() * rows.len(), "{place} of {}", table.id);
            }
            let expected = key.map_or_else(|| name.to_owned(), |key| format!("{name}-{key}"));
            assert_eq!(table.id, expected);
            ids.push(table.id);
            assert_eq!(example.words(table.source.as_deref().unwrap()), "Sumber: Data primer yang diolah, 2019");
        }
        ids.sort();
        ids.dedup();
        assert_eq!(ids.len(), ALL.len());
    }

    #[test]
    fn no_table_without_something_to_put_in_it() {
        let example = Example::new();
        for (name, key) in [
            ("responses", Some("Z")),
            ("coefficients", Some("Z")),
            ("glejser", Some("Z")),
            ("kolmogorov-smirnov", Some("Z")),
            ("collinearity", Some("Z")),
            ("anova", Some("Z")),
            ("model-summary", Some("Z")),
            ("nothing", None),
            ("validity", Some("X1")),
        ] {
            assert_eq!(example.made(name, key), None, "{name}");
        }
        let mut bare = named();
        bare.hypotheses.clear();
        bare.regressions.clear();
        let example = Example::of(bare, |_| {});
        for name in ["hypotheses", "effects", "indirect-tests"] {
            assert_eq!(example.made(name, None), None, "{name}");
        }
    }

    #[test]
    fn every_word_has_its_term() {
        let example = Example::new();
        let keys: Vec<&str> = example.terms.keys().collect();
        for (name, key) in ALL {
            let table = example.table(name, key);
            let cells = table.header.iter().flatten().chain(table.rows.iter().flat_map(|row| &row.cells));
            let texts = cells.map(|cell| cell_text(&example.document, cell, false)).chain(example.notes(&table));
            for text in texts.chain([example.words(&table.caption)]) {
                assert!(
                    !["column.", "row.", "remark.", "verdict.", "note.", "reason.", "caption.", "test."]
                        .iter()
                        .any(|key| text.contains(key)),
                    "{text}"
                );
                assert!(!text.contains("{}"), "{text}");
            }
        }
        // Every reason that the code gives.
        for reason in [
            "too_few_cases",
            "no_variance",
            "collinear",
            "perfect_fit",
            "undefined",
            "not_converged",
            "too_large",
            "no_cases",
            "no_items",
            "one_item",
            "no_bands",
            "no_test",
            "by_significance",
            "not_declared",
            "constant",
            "no_p",
            "no_arrow",
            "no_path",
            "opposite_signs",
            "no_resamples",
            "no_outcome",
            "no_regression",
            "several_columns",
            "no_groups",
            "one_group",
            "group_empty",
            "no_ideal",
            "different_scales",
            "no_interval",
            "no_ranks",
            "exact",
            "too_many_for_exact",
            "not_two_by_two",
            "not_significant",
            "lowest_band",
            "by_interval",
            "no_bounds",
            "inconclusive",
            "no_dimension",
            "not_applicable",
            "not_surveyed",
            "target_zero",
            "no_realization",
        ] {
            assert!(keys.contains(&format!("reason.{reason}").as_str()), "{reason}");
        }
    }

    #[test]
    fn typst_takes_every_table() {
        let example = Example::new();
        let tables = ALL.map(|(name, key)| Block::Table(Box::new(example.table(name, key))));
        let document = Document { blocks: tables.to_vec(), ..example.document.clone() };
        let source = crate::render::typst::render(&document);
        match crate::typeset::typeset(&source, &[]) {
            Ok(pdf) => assert!(pdf.starts_with(b"%PDF")),
            Err(crate::typeset::TypesetError::Missing) => {}
            Err(error) => panic!("{error:?}"),
        }
    }
}
