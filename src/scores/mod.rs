//! From answers to scores: reverse keying, scores of variables and dimensions.

mod combine;
mod records;

pub use records::rating;

use crate::dataset::{Column, Dataset};
use crate::stats::successive_intervals::successive_intervals;
use crate::study::{Measure, Scale, Score, ScoreOf, Study, Variable};
use combine::{Part, combine};
use indexmap::IndexMap;

/// Item answers after reverse keying, and the scores of the variables.
#[derive(Debug, Clone, Default)]
pub struct Scores {
    /// Number of cases.
    pub n: usize,
    /// Answers by item code, reversed where declared.
    pub items: IndexMap<String, Column>,
    /// Scores by variable code (`X1`), dimensions (`X.BP`) included. Missing where any item is missing (SPSS's `+` rule),
    /// unless `minimum_answered` allows for some.
    pub variables: IndexMap<String, Column>,
    /// The same of the try-out that instrument tests rest on, where there was one.
    pub pilot: Option<Box<Scores>>,
}

impl Scores {
    /// The answers that instrument tests rest on: those of the try-out, where there was one.
    pub fn tried_out(&self) -> &Scores {
        self.pilot.as_deref().unwrap_or(self)
    }
}

/// Scores the answers of a dataset.
///
/// The answers move over: `dataset.items` and `dataset.columns` are empty afterwards, while its cases, counts and
/// characteristics stay where they are. Variables come in the order declared, each followed by its dimensions. An item
/// whose answers are not in the dataset makes every score it belongs to missing.
pub fn score(study: &Study, dataset: &mut Dataset) -> Scores {
    let pilot = dataset.pilot.as_mut().map(|pilot| Box::new(score(study, pilot)));
    let mut scores = Scores { n: dataset.n(), items: std::mem::take(&mut dataset.items), variables: IndexMap::new(), pilot };
    let mut columns = std::mem::take(&mut dataset.columns);
    for variable in study.variables.values() {
        match &variable.measure {
            Measure::Items { scale, score, .. } => score_items(variable, scale, score, &mut scores),
            Measure::Records(found) => {
                for record in &found.items {
                    if let Some(points) = columns.swap_remove(&record.item.code) {
                        scores.items.insert(record.item.code.clone(), points);
                    }
                }
                let own = records::score(variable, found, &scores);
                scores.variables.extend(own);
            }
            Measure::Column { .. } => {
                if let Some(column) = columns.swap_remove(&variable.code) {
                    scores.variables.insert(variable.code.clone(), column);
                }
            }
        }
    }
    scores
}

fn score_items(variable: &Variable, scale: &Scale, score: &Score, scores: &mut Scores) {
    // Both ends as declared, not as observed: nobody need have chosen them.
    let ends = (scale.min as f64) + (scale.max as f64);
    for item in variable.items().filter(|item| item.reverse) {
        if let Some(column) = scores.items.get_mut(&item.code) {
            column.map_in_place(|answer| ends - answer);
        }
    }
    let intervals = if score.msi { intervals(variable, scale, scores) } else { IndexMap::new() };
    let of_items = |codes: &[&str], weighted: bool| {
        let parts: Vec<Part<'_>> = codes
            .iter()
            .map(|code| Part {
                values: intervals.get(*code).or_else(|| scores.items.get(*code)),
                weight: if weighted { score.weight(code) } else { 1.0 },
            })
            .collect();
        combine(scores.n, &parts, score.by, score.times, score.minimum_answered)
    };
    let weighted = score.of == ScoreOf::Items;
    let dimensions: Vec<(String, f64, Column)> = variable
        .dimensions()
        .map(|dimension| {
            let items = variable.indicators_of(dimension).iter().flat_map(|indicator| &indicator.items);
            let codes: Vec<&str> = items.map(|item| item.code.as_str()).collect();
            (variable.name_of(dimension), score.weight(&dimension.code), of_items(&codes, weighted))
        })
        .collect();
    let total = match score.of {
        ScoreOf::Items => of_items(&variable.items().map(|item| item.code.as_str()).collect::<Vec<_>>(), true),
        ScoreOf::Dimensions => {
            // The factor is in the scores of the dimensions already.
            let parts: Vec<Part<'_>> =
                dimensions.iter().map(|(_, weight, column)| Part { values: Some(column), weight: *weight }).collect();
            combine(scores.n, &parts, score.by, 1.0, 1.0)
        }
    };
    scores.variables.insert(variable.code.clone(), total);
    scores.variables.extend(dimensions.into_iter().map(|(name, _, column)| (name, column)));
}

/// The answers to the items of a variable as successive intervals, item by item.
fn intervals(variable: &Variable, scale: &Scale, scores: &Scores) -> IndexMap<String, Column> {
    let position = |answer: f64| usize::try_from(answer.round() as i64 - scale.min).ok();
    let of_item = |column: &Column| -> Option<Column> {
        let mut frequencies = vec![0; scale.points()];
        for answer in column.iter().flatten() {
            *frequencies.get_mut(position(answer)?)? += 1;
        }
        let values = successive_intervals(&frequencies).ok()?;
        let value = |answer: f64| values.get(position(answer)?).copied().flatten();
        Some(column.iter().map(|answer| answer.and_then(value)).collect())
    };
    let items = variable.items();
    items.filter_map(|item| Some((item.code.clone(), of_item(scores.items.get(&item.code)?)?))).collect()
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

    /// Two cases by hand: dimensions of two and one item, the second of double weight in the whole.
    #[test]
    fn a_score_of_dimensions_weighs_dimensions_not_items() {
        let build = Build::new(1, 5).items("X", 3).dimensions("X", &[("A", 0..2), ("B", 2..3)]).mean("X");
        let csv = "X.1,X.2,X.3\n1,2,5\n4,4,\n";
        let (scores, _) = scored(&build.clone().score("X", |score| score.of = ScoreOf::Dimensions), csv);
        assert_eq!(values(&scores, "X"), [Some((1.5 + 5.0) / 2.0), None]);
        assert_eq!(values(&scores, "X.A"), [Some(1.5), Some(4.0)]);
        let weighted = build.score("X", |score| {
            score.of = ScoreOf::Dimensions;
            score.times = 25.0;
            score.weights = IndexMap::from([("A".to_owned(), 1.0), ("B".to_owned(), 3.0)]);
        });
        let (scores, _) = scored(&weighted, csv);
        assert_eq!(values(&scores, "X"), [Some(25.0 * (1.5 + 3.0 * 5.0) / 4.0), None]);
        assert_eq!(values(&scores, "X.A"), [Some(37.5), Some(100.0)]);
    }

    /// By hand: weights 1 and 3; the second case has answered one item of two, the third none.
    #[test]
    fn weights_factor_and_missing_answers() {
        let build = Build::new(1, 5).items("X", 2).column("Z", "Z").score("X", |score| {
            score.weights = IndexMap::from([("X.1".to_owned(), 1.0), ("X.2".to_owned(), 3.0)]);
            score.minimum_answered = 0.5;
        });
        let csv = "X.1,X.2,Z\n2,4,1\n3,,1\n,,1\n";
        let (scores, _) = scored(&build, csv);
        assert_eq!(values(&scores, "X"), [Some(14.0), Some(12.0), None], "2 + 3·4; 3 for both items");
        let (scores, _) = scored(&build.clone().mean("X"), csv);
        assert_eq!(values(&scores, "X"), [Some(3.5), Some(3.0), None]);
        let (scores, _) = scored(&build.score("X", |score| score.minimum_answered = 0.51), csv);
        assert_eq!(values(&scores, "X"), [Some(14.0), None, None]);
    }

    /// Item X1.1 of Putri (2019), Table 4.5 (0, 10, 26, 27, 5), by the worksheet of the method: 1; 2,1259; 3,2155; 4,4609.
    #[test]
    fn successive_intervals_replace_the_answers_in_the_score_alone() {
        let answers = [(2, 10), (3, 26), (4, 27), (5, 5)];
        let csv: String = std::iter::once("X.1\n".to_owned())
            .chain(answers.iter().flat_map(|(answer, count)| vec![format!("{answer}\n"); *count]))
            .collect();
        let (scores, _) = scored(&Build::new(1, 5).items("X", 1).score("X", |score| score.msi = true), &csv);
        let found = values(&scores, "X");
        for (case, expected) in [(0, 1.0), (10, 2.1259), (36, 3.2155), (67, 4.4609)] {
            assert!((found[case].unwrap() - expected).abs() < 5.1e-5, "{:?} and not {expected}", found[case]);
        }
        assert_eq!(scores.items["X.1"].get(0), Some(2.0));
    }
}
