//! From answers to scores: reverse keying, scores of variables and dimensions.

use crate::dataset::{Column, Dataset};
use crate::study::{Measure, Score, Study, Variable};
use indexmap::IndexMap;

/// Item answers after reverse keying, and the scores of the variables.
#[derive(Debug, Clone, Default)]
pub struct Scores {
    /// Number of cases.
    pub n: usize,
    /// Answers by item code, reversed where declared.
    pub items: IndexMap<String, Column>,
    /// Scores by variable code (`X1`), dimensions (`X.BP`) included. Missing where any item is missing (SPSS's `+` rule),
    /// unless the study lets a share of them do.
    pub variables: IndexMap<String, Column>,
}

/// Scores the answers of a dataset.
///
/// The answers move over: `dataset.items` and `dataset.columns` are empty afterwards, while its cases, counts and
/// characteristics stay where they are. Variables come in the order declared, each followed by its dimensions. An item
/// whose answers are not in the dataset makes every score it belongs to missing.
pub fn score(study: &Study, dataset: &mut Dataset) -> Scores {
    let mut scores = Scores { n: dataset.n(), items: std::mem::take(&mut dataset.items), variables: IndexMap::new() };
    let mut columns = std::mem::take(&mut dataset.columns);
    for variable in study.variables.values() {
        match &variable.measure {
            Measure::Items { .. } => score_items(variable, &mut scores),
            Measure::Column { .. } => {
                if let Some(column) = columns.swap_remove(&variable.code) {
                    scores.variables.insert(variable.code.clone(), column);
                }
            }
        }
    }
    scores
}

fn score_items(variable: &Variable, scores: &mut Scores) {
    let Measure::Items { indicators, dimensions, scale, score, minimum_answered } = &variable.measure else {
        return;
    };
    // Both ends as declared, not as observed: nobody need have chosen them.
    let ends = (scale.min as f64) + (scale.max as f64);
    for item in variable.items().filter(|item| item.reverse) {
        if let Some(column) = scores.items.get_mut(&item.code) {
            column.map_in_place(|answer| ends - answer);
        }
    }
    let codes = |range: std::ops::Range<usize>| {
        indicators
            .get(range)
            .unwrap_or_default()
            .iter()
            .flat_map(|indicator| indicator.items.iter())
            .map(|item| item.code.as_str())
    };
    let total = combine(scores, codes(0..indicators.len()), *score, *minimum_answered);
    let parts: Vec<(String, Column)> = dimensions
        .values()
        .map(|dimension| {
            let name = format!("{}.{}", variable.code, dimension.code);
            (name, combine(scores, codes(dimension.indicators.clone()), *score, *minimum_answered))
        })
        .collect();
    scores.variables.insert(variable.code.clone(), total);
    scores.variables.extend(parts);
}

/// Sum or mean of these items per case; missing where fewer than the share `needed` is answered.
///
/// With unanswered items the mean is that of the others, and the sum as many times this mean as there are items, as SPSS's
/// `MEAN.n` and its product with the number of items.
fn combine<'a>(scores: &Scores, codes: impl Iterator<Item = &'a str>, score: Score, needed: f64) -> Column {
    let mut sums = vec![(0.0, 0usize); scores.n];
    let mut items = 0usize;
    for code in codes {
        items += 1;
        let Some(column) = scores.items.get(code) else { continue };
        for ((sum, answered), answer) in sums.iter_mut().zip(column.iter()) {
            if let Some(answer) = answer {
                *sum += answer;
                *answered += 1;
            }
        }
    }
    let of_items = |(sum, answered): (f64, usize)| {
        let enough = answered == items || (answered > 0 && answered as f64 >= needed * items as f64 - 1e-9);
        let mean = || sum / answered as f64;
        match score {
            _ if items == 0 || !enough => None,
            Score::Sum if answered == items => Some(sum),
            Score::Sum => Some(mean() * items as f64),
            Score::Mean => Some(mean()),
        }
    };
    sums.into_iter().map(of_items).collect()
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used, clippy::float_cmp)]
    use super::*;
    use crate::dataset::test_study::{Build, semarang};
    use crate::dataset::{read, read_bytes};
    use crate::diagnostics::Diagnostics;
    use std::path::Path;

    fn scored(build: &Build, csv: &str) -> (Scores, Dataset) {
        let mut diagnostics = Diagnostics::default();
        let study = build.study();
        let mut dataset = read_bytes(&study, "a.csv", csv.as_bytes(), &mut diagnostics).unwrap();
        let scores = score(&study, &mut dataset);
        (scores, dataset)
    }

    fn values(scores: &Scores, name: &str) -> Vec<Option<f64>> {
        scores.variables[name].iter().collect()
    }

    /// Totals and cross products of the four sum scores of the reconstructed Semarang data: the table in the example's
    /// README, which follows from the published Tables 4.5–4.8 and 4.13–4.18 of Putri (2019).
    #[test]
    fn semarang_scores_have_the_published_cross_products() {
        let study = semarang();
        let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("examples/disnaker-semarang");
        let mut diagnostics = Diagnostics::default();
        let mut dataset = read(&study, &folder, &mut diagnostics).unwrap();
        assert!(diagnostics.is_empty(), "{diagnostics:?}");
        let scores = score(&study, &mut dataset);
        assert_eq!((scores.n, dataset.n(), dataset.rows), (68, 68, 68));
        let column = |code: &str| -> Vec<f64> { scores.variables[code].iter().flatten().collect() };
        let names = ["X1", "X2", "Y1", "Y2"];
        for (name, total) in names.iter().zip([2076.0, 1380.0, 2060.0, 2302.0]) {
            assert_eq!(column(name).iter().sum::<f64>(), total, "{name}");
        }
        let products = [
            ("X1", [65382.0, 43108.0, 64196.0, 71622.0]),
            ("X2", [43108.0, 28832.0, 42554.0, 47537.0]),
            ("Y1", [64196.0, 42554.0, 63748.0, 70816.0]),
            ("Y2", [71622.0, 47537.0, 70816.0, 79610.0]),
        ];
        for (a, row) in products {
            for (b, expected) in names.iter().zip(row) {
                let product: f64 = column(a).iter().zip(column(b)).map(|(x, y)| x * y).sum();
                assert_eq!(product, expected, "{a} {b}");
            }
        }
    }

    #[test]
    fn reverse_keying_uses_the_declared_scale_and_missing_items_make_missing_scores() {
        let build = Build::new(1, 5).items("X", 2).reverse("X.2");
        let (scores, rest) = scored(&build, "X.1,X.2\n5,2\n4,\n3,3\n");
        assert_eq!(values(&scores, "X"), [Some(9.0), None, Some(6.0)]);
        assert_eq!(scores.items["X.2"].get(0), Some(4.0), "1 + 5 − 2");
        assert!(rest.items.is_empty() && rest.n() == 3);
        let (scores, _) = scored(&build.clone().mean("X"), "X.1,X.2\n5,2\n4,\n3,3\n");
        assert_eq!(values(&scores, "X"), [Some(4.5), None, Some(3.0)]);
    }

    /// SPSS: `COMPUTE X = 4 * MEAN.3(x1 TO x4)`; by hand 4 · (5 + 4 + 3) / 3 = 16.
    #[test]
    fn a_score_may_rest_on_a_share_of_the_items() {
        let build = Build::new(1, 5).items("X", 4).minimum_answered("X", 0.75);
        let csv = "X.1,X.2,X.3,X.4\n5,4,3,\n5,,3,\n1,2,3,4\n";
        let (scores, _) = scored(&build, csv);
        assert_eq!(values(&scores, "X"), [Some(16.0), None, Some(10.0)]);
        let (scores, _) = scored(&build.mean("X"), csv);
        assert_eq!(values(&scores, "X"), [Some(4.0), None, Some(2.5)]);
    }

    #[test]
    fn dimensions_follow_their_variable_and_columns_pass_through() {
        let build = Build::new(1, 4).items("X", 3).dimensions("X", &[("A", 0..1), ("B", 1..3)]).column("N", "nilai");
        let (scores, rest) = scored(&build, "X.1,X.2,X.3,nilai\n1,2,4,70\n4,3,,80\n");
        let names: Vec<&String> = scores.variables.keys().collect();
        assert_eq!(names, ["X", "X.A", "X.B", "N"]);
        assert_eq!(values(&scores, "X"), [Some(7.0), None]);
        assert_eq!(values(&scores, "X.A"), [Some(1.0), Some(4.0)]);
        assert_eq!(values(&scores, "X.B"), [Some(6.0), None]);
        assert_eq!(values(&scores, "N"), [Some(70.0), Some(80.0)]);
        assert!(rest.columns.is_empty());
    }
}
