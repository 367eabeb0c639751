//! Further descriptions of the answers: an index with bands of its own, crosstabs, answers of yes and no.

use super::columns::complete;
use super::items::{all_bands, band_name, band_position};
use super::results::{
    CountCell, CountsResult, GuttmanResult, IndexResult, IndexValue, ItemResult, Outcome, YesNoCounts, YesNoResult, number,
};
use crate::dataset::{Column, Dataset};
use crate::scores::Scores;
use crate::stats::guttman::guttman;
use crate::study::{Study, Variable};
use indexmap::IndexMap;

/// Usual minima of Guttman's coefficients of reproducibility and scalability.
const GUTTMAN_MINIMA: (f64, f64) = (0.90, 0.60);

/// The index of every variable of items, where the study asks for one.
pub fn index(study: &Study, items: &IndexMap<String, ItemResult>) -> IndexMap<String, IndexResult> {
    let Some(index) = &study.descriptives.index else { return IndexMap::new() };
    let measured = study.variables.values().filter_map(|variable| Some((variable, variable.scale()?)));
    measured
        .map(|(variable, scale)| {
            let (bands, divisor) = (index.bands(scale), index.scheme.divisor(scale));
            let category = |value: &Outcome<f64>| match value {
                Outcome::Computed(value) => band_name(&bands, *value, study),
                Outcome::Absent(absent) => Outcome::Absent(absent.clone()),
            };
            let of = |code: &String| match items.get(code).map(|item| &item.mean) {
                // Answers below zero, or a scale that ends at or below it, have no ideal.
                Some(Outcome::Computed(mean)) if divisor > 0.0 && scale.min >= 0 => number(100.0 * mean / divisor),
                Some(Outcome::Absent(absent)) => Outcome::Absent(absent.clone()),
                Some(Outcome::Computed(_)) | None => Outcome::absent("no_ideal"),
            };
            let values: IndexMap<String, IndexValue> = variable
                .items()
                .map(|item| {
                    let value = of(&item.code);
                    (item.code.clone(), IndexValue { category: category(&value), value })
                })
                .collect();
            let computed: Vec<f64> = values.values().filter_map(|value| value.value.value().copied()).collect();
            let mean = if computed.len() == values.len() && !values.is_empty() {
                number(computed.iter().sum::<f64>() / computed.len() as f64)
            } else {
                Outcome::absent("no_cases")
            };
            let highest = 100.0 * scale.max as f64 / divisor;
            let result = IndexResult {
                scheme: index.scheme.key().to_owned(),
                category: category(&mean),
                mean,
                bands: all_bands(&bands, highest, study),
                items: values,
            };
            (variable.code.clone(), result)
        })
        .collect()
}

/// The crosstabs the study asks for.
pub fn crosstabs(study: &Study, dataset: &Dataset, scores: &Scores) -> Vec<CountsResult> {
    let pairs = study.descriptives.crosstabs.iter();
    pairs
        .filter_map(|(a, b)| {
            let (first, second) = (categories(study, dataset, scores, a)?, categories(study, dataset, scores, b)?);
            Some(counts(a, b, &first, &second))
        })
        .collect()
}

/// Names of categories and, case by case, the one a case is in.
struct Categories {
    names: Vec<String>,
    codes: Vec<Option<usize>>,
}

/// A characteristic; or a variable by the band of each respondent's own mean answer, for those who answered all its items.
fn categories(study: &Study, dataset: &Dataset, scores: &Scores, name: &str) -> Option<Categories> {
    if let Some(characteristic) = dataset.characteristics.get(name) {
        let codes = characteristic.codes.iter().map(|code| code.map(|code| code as usize)).collect();
        return Some(Categories { names: characteristic.categories.clone(), codes });
    }
    let variable = study.variable(name)?;
    let bands = &variable.scale()?.bands;
    let names = bands.bands.iter().map(|(name, _)| name.get(study.language).to_owned()).collect();
    if bands.of_score {
        let codes = scores.variables.get(name)?.iter().map(|score| band_position(bands, score?)).collect();
        return Some(Categories { names, codes });
    }
    let tested = &scores.tried_out().items;
    let columns: Vec<&Column> = variable.items().filter_map(|item| tested.get(&item.code)).collect();
    let cases = columns.iter().map(|column| column.len()).min().unwrap_or(0);
    let codes = (0..cases).map(|case| {
        let answers: Option<Vec<f64>> = columns.iter().map(|column| column.get(case)).collect();
        let answers = answers?;
        band_position(bands, answers.iter().sum::<f64>() / answers.len() as f64)
    });
    Some(Categories { names, codes: codes.collect() })
}

fn counts(a: &str, b: &str, first: &Categories, second: &Categories) -> CountsResult {
    let mut table = vec![vec![0_usize; second.names.len()]; first.names.len()];
    for (row, column) in first.codes.iter().zip(&second.codes) {
        if let (Some(row), Some(column)) = (row, column)
            && let Some(cell) = table.get_mut(*row).and_then(|cells| cells.get_mut(*column))
        {
            *cell += 1;
        }
    }
    let column_total = |column: usize| table.iter().filter_map(|cells| cells.get(column)).sum::<usize>();
    let columns: Vec<usize> = (0..second.names.len()).filter(|column| column_total(*column) > 0).collect();
    let rows: Vec<usize> =
        (0..first.names.len()).filter(|row| table.get(*row).is_some_and(|cells| cells.iter().sum::<usize>() > 0)).collect();
    let row_total = |row: usize| table.get(row).map_or(0, |cells| cells.iter().sum::<usize>());
    let cell = |row: usize, column: usize| {
        let count = table.get(row).and_then(|cells| cells.get(column)).copied().unwrap_or(0);
        CountCell { count, row_percent: 100.0 * count as f64 / row_total(row).max(1) as f64 }
    };
    let name = |names: &[String], at: usize| names.get(at).cloned().unwrap_or_default();
    CountsResult {
        a: a.to_owned(),
        b: b.to_owned(),
        n: rows.iter().map(|row| row_total(*row)).sum(),
        cells: rows.iter().map(|row| columns.iter().map(|column| cell(*row, *column)).collect()).collect(),
        row_totals: rows.iter().map(|row| row_total(*row)).collect(),
        column_totals: columns.iter().map(|column| column_total(*column)).collect(),
        rows: rows.iter().map(|row| name(&first.names, *row)).collect(),
        columns: columns.iter().map(|column| name(&second.names, *column)).collect(),
    }
}

/// Answers of yes and no to the items of every variable whose scale has two answers.
pub fn yes_no(study: &Study, scores: &Scores, items: &IndexMap<String, ItemResult>) -> IndexMap<String, YesNoResult> {
    let dichotomous = study.variables.values().filter(|variable| variable.scale().is_some_and(|scale| scale.points() == 2));
    dichotomous.map(|variable| (variable.code.clone(), of_two(study, variable, scores, items))).collect()
}

fn of_two(study: &Study, variable: &Variable, scores: &Scores, items: &IndexMap<String, ItemResult>) -> YesNoResult {
    let (low, high) = variable.scale().map_or((0, 1), |scale| (scale.min, scale.max));
    let label = |at: usize, value: i64| {
        let labels = variable.scale().map(|scale| scale.labels.as_slice()).unwrap_or_default();
        labels.get(at).map_or_else(|| value.to_string(), |label| label.get(study.language).to_owned())
    };
    let percent = |part: usize, whole: usize| match whole {
        0 => Outcome::absent("no_cases"),
        _ => number(100.0 * part as f64 / whole as f64),
    };
    let counted: IndexMap<String, YesNoCounts> = variable
        .items()
        .filter_map(|item| {
            let result = items.get(&item.code)?;
            let count = |value: i64| result.counts.get(&value.to_string()).copied().unwrap_or(0);
            let (yes, no) = (count(high), count(low));
            let counts =
                YesNoCounts { yes, yes_percent: percent(yes, result.n), no, no_percent: percent(no, result.n), n: result.n };
            Some((item.code.clone(), counts))
        })
        .collect();
    let mean = |pick: fn(&YesNoCounts) -> usize| match counted.len() {
        0 => Outcome::absent("no_items"),
        items => number(counted.values().map(pick).sum::<usize>() as f64 / items as f64),
    };
    let answers: usize = counted.values().map(|counts| counts.n).sum();
    let columns: Vec<&Column> = variable.items().filter_map(|item| scores.items.get(&item.code)).collect();
    let mut cases = complete(&columns);
    // Two answers coded otherwise than 0 and 1 count from their lower one.
    let width = (high - low).max(1) as f64;
    cases.iter_mut().flatten().for_each(|answer| *answer = (*answer - low as f64) / width);
    let found = guttman(&cases).map(|found| {
        let scalability = Outcome::from(found.scalability);
        let (reproducible, scalable) = GUTTMAN_MINIMA;
        GuttmanResult {
            n: found.n,
            k: found.k,
            errors: found.errors,
            reproducibility: found.reproducibility,
            minimum_reproducibility: reproducible,
            minimum_scalability: scalable,
            acceptable: scalability.clone().map(|scalability| found.reproducibility >= reproducible && scalability >= scalable),
            scalability,
        }
    });
    YesNoResult {
        yes: label(1, high),
        no: label(0, low),
        mean_yes: mean(|counts| counts.yes),
        mean_yes_percent: percent(counted.values().map(|counts| counts.yes).sum(), answers),
        mean_no: mean(|counts| counts.no),
        mean_no_percent: percent(counted.values().map(|counts| counts.no).sum(), answers),
        mean_n: mean(|counts| counts.n),
        guttman: Outcome::from(found),
        items: counted,
    }
}
