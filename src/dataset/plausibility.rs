//! Items that cannot be right as they stand: answered alike by everybody, or against the other items of their variable.

use super::problem::DatasetProblem;
use super::{Column, Dataset};
use crate::study::{Item, Study, Variable};

/// The weakest correlation that prints as negative with three decimals.
const NEGATIVE: f64 = -0.0005;

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
        negative_items(variable, &items, dataset.n(), problems);
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

/// The one value of a column with at least two.
fn constant(column: &Column) -> Option<f64> {
    let mut values = column.iter().flatten();
    let first = values.next()?;
    let second = values.next()?;
    std::iter::once(second).chain(values).all(|value| value.total_cmp(&first).is_eq()).then_some(first)
}

fn negative_items(variable: &Variable, items: &[(&Item, &Column)], n: usize, problems: &mut Vec<DatasetProblem>) {
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
            && r <= NEGATIVE
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
