//! Items that cannot be right as they stand: answered alike by everybody, or against the other items of their variable.

use super::problem::DatasetProblem;
use super::{Column, Dataset};
use crate::study::{Item, Study, Variable};

/// The weakest correlation that prints as negative with three decimals.
const NEGATIVE: f64 = -0.0005;
/// The same for practice answers: three standard errors of a correlation of 60 independent cases.
const NEGATIVE_IN_PRACTICE: f64 = -0.4;

/// Warns of constant items and of items with a negative corrected item–total correlation.
pub fn check_items(study: &Study, dataset: &Dataset, problems: &mut Vec<DatasetProblem>) {
    for variable in study.variables.values() {
        let items: Vec<(&Item, &Column)> =
            variable.items().filter_map(|item| Some((item, dataset.items.get(&item.code)?))).collect();
        for (item, column) in &items {
            if let Some(value) = constant(column) {
                problems.push(DatasetProblem::ConstantItem {
                    item: item.code.clone(),
                    value,
                    n: column.valid(),
                    declared: item.declared,
                });
            }
        }
        // Practice answers drawn independently go against the others half the time, and by chance alone.
        let limit = if dataset.practice { NEGATIVE_IN_PRACTICE } else { NEGATIVE };
        negative_items(variable, &items, limit, dataset.n(), problems);
    }
}

/// Respondents a predictor, at least (Hair, Black, Babin & Anderson, *Multivariate Data Analysis*, 8th ed. 2019, ch. 5: never
/// below 5 to 1).
const RESPONDENTS_PER_PREDICTOR: usize = 5;

/// Warns where a regression has too few respondents to be trusted, or to be computed at all.
pub fn check_numbers(study: &Study, dataset: &Dataset, problems: &mut Vec<DatasetProblem>) {
    let n = dataset.n();
    for regression in &study.regressions {
        let predictors = regression.predictors.len();
        if n < RESPONDENTS_PER_PREDICTOR * predictors || n <= predictors + 1 {
            let declared = study.variable(&regression.outcome).and_then(|variable| variable.declared);
            problems.push(DatasetProblem::TooFewRespondents { outcome: regression.outcome.clone(), predictors, n, declared });
        }
    }
}

/// Rows of the file with exactly the same answers to all items, in groups of two or more. With few items people do answer alike,
/// and a row of one answer throughout says little.
pub fn repeated_rows(dataset: &Dataset) -> Vec<Vec<usize>> {
    const FEW: usize = 10;
    if dataset.items.len() < FEW {
        return Vec::new();
    }
    let mut groups: std::collections::BTreeMap<Vec<Option<u64>>, Vec<usize>> = std::collections::BTreeMap::new();
    for (case, row) in dataset.case_rows.iter().enumerate() {
        let answers: Vec<Option<u64>> = dataset.items.values().map(|column| column.get(case).map(f64::to_bits)).collect();
        let first = answers.first().copied().flatten();
        let alike = answers.iter().all(|answer| *answer == first);
        if !alike && answers.iter().filter(|answer| answer.is_some()).count() >= FEW {
            groups.entry(answers).or_default().push(*row);
        }
    }
    let mut groups: Vec<Vec<usize>> = groups.into_values().filter(|rows| rows.len() > 1).collect();
    groups.sort_unstable();
    groups
}

/// The one value of a column with at least two.
fn constant(column: &Column) -> Option<f64> {
    let mut values = column.iter().flatten();
    let first = values.next()?;
    let second = values.next()?;
    std::iter::once(second).chain(values).all(|value| value.total_cmp(&first).is_eq()).then_some(first)
}

fn negative_items(variable: &Variable, items: &[(&Item, &Column)], limit: f64, n: usize, problems: &mut Vec<DatasetProblem>) {
    let Some(ends) = variable.scale().map(|scale| (scale.min + scale.max) as f64) else {
        return;
    };
    if items.len() < 2 {
        return;
    }
    let keyed = |item: &Item, value: f64| if item.reverse { ends - value } else { value };
    // The total of each case that answered every item of the variable.
    let mut totals = vec![Some(0.0); n];
    for (item, column) in items {
        for (total, value) in totals.iter_mut().zip(column.iter()) {
            *total = match (*total, value) {
                (Some(total), Some(value)) => Some(total + keyed(item, value)),
                _ => None,
            };
        }
    }
    for (item, column) in items.iter().filter(|(item, _)| !item.reverse_checked) {
        let pairs = totals.iter().zip(column.iter()).filter_map(|(total, value)| {
            let value = keyed(item, value?);
            Some((value, (*total)? - value))
        });
        if let Some(r) = correlation(pairs)
            && r <= limit
        {
            problems.push(DatasetProblem::NegativeItem {
                item: item.code.clone(),
                r,
                reversed: item.reverse,
                declared: item.declared,
            });
        }
    }
}

/// Pearson's correlation of pairs, in one pass with running means (Welford, *Technometrics* 4, 1962); `None` below three
/// pairs or without variance.
fn correlation(pairs: impl Iterator<Item = (f64, f64)>) -> Option<f64> {
    let (mut n, mut mean_x, mut mean_y) = (0.0f64, 0.0, 0.0);
    let (mut xx, mut yy, mut xy) = (0.0f64, 0.0f64, 0.0f64);
    for (x, y) in pairs {
        n += 1.0;
        let (dx, dy) = (x - mean_x, y - mean_y);
        mean_x += dx / n;
        mean_y += dy / n;
        xx += dx * (x - mean_x);
        yy += dy * (y - mean_y);
        xy += dx * (y - mean_y);
    }
    (n >= 3.0 && xx > 0.0 && yy > 0.0).then(|| xy / (xx * yy).sqrt())
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;
    use crate::dataset::read_bytes;
    use crate::dataset::test_study::Build;
    use crate::diagnostics::Diagnostics;

    fn repeated(items: usize, rows: &[&str]) -> Vec<Vec<usize>> {
        let header: Vec<String> = (1..=items).map(|item| format!("X.{item}")).collect();
        let mut text = header.join(",") + "\n";
        for row in rows {
            let answers: Vec<String> = row.chars().take(items).map(String::from).collect();
            text.push_str(&format!("{}\n", answers.join(",")));
        }
        let study = Build::new(1, 5).items("X", items).study();
        repeated_rows(&read_bytes(&study, "data.csv", text.as_bytes(), &mut Diagnostics::default()).unwrap())
    }

    #[test]
    fn rows_with_the_same_answers_are_found_by_their_number_in_a_spreadsheet() {
        let rows =
            ["123451234512", "543215432154", "123451234512", "444444444444", "444444444444", "123451234512", "123451234513"];
        assert_eq!(repeated(12, &rows), [vec![2, 4, 7]], "a row of one answer throughout says little");
        assert!(repeated(9, &rows).is_empty(), "with few items people do answer alike");
    }
}
