//! The qualitative matrix set against the survey.

use super::items::band_name;
use super::results::{ItemResult, MatrixResult, MatrixRowResult, Outcome, VariableResult, number};
use crate::stats::rounding::round_half_away;
use crate::study::Study;
use crate::study::matrix::{Conclusion, MatrixRow, Surveyed};
use indexmap::IndexMap;

/// The matrix; nothing where the study declares none.
pub fn analyze(
    study: &Study,
    items: &IndexMap<String, ItemResult>,
    variables: &IndexMap<String, VariableResult>,
) -> Option<MatrixResult> {
    let matrix = study.matrix.as_ref()?;
    let rows: Vec<MatrixRowResult> = matrix.rows.iter().map(|row| of_row(row, study, items, variables)).collect();
    let concluded = |conclusion: Conclusion| matrix.rows.iter().filter(|row| row.conclusion == conclusion).count();
    Some(MatrixResult {
        count: rows.len(),
        met: concluded(Conclusion::Met),
        partly: concluded(Conclusion::Partly),
        not_met: concluded(Conclusion::NotMet),
        surveyed: rows.iter().filter(|row| row.mean.value().is_some()).count(),
        differing: rows.iter().filter(|row| row.agrees.value() == Some(&false)).count(),
        rows,
    })
}

fn of_row(
    row: &MatrixRow,
    study: &Study,
    items: &IndexMap<String, ItemResult>,
    variables: &IndexMap<String, VariableResult>,
) -> MatrixRowResult {
    let absent = || Outcome::absent("not_surveyed");
    let (mean, category, variable) = match &row.surveyed {
        Some(Surveyed::Items(codes)) => {
            let found: Vec<&ItemResult> = codes.iter().filter_map(|code| items.get(code)).collect();
            let means: Vec<f64> = found.iter().filter_map(|item| item.mean.value().copied()).collect();
            let mean = if means.is_empty() || means.len() < codes.len() {
                Outcome::absent("no_cases")
            } else {
                number(means.iter().sum::<f64>() / means.len() as f64)
            };
            let variable = found.first().map(|item| item.variable.as_str());
            let bands = variable.and_then(|code| study.variable(code)?.scale()).map(|scale| &scale.bands);
            let category = match (mean.value(), bands) {
                (Some(mean), Some(bands)) if !bands.of_score => band_name(bands, *mean, study),
                _ => Outcome::absent("no_bands"),
            };
            (Some(mean), Some(category), variable)
        }
        Some(Surveyed::Variable(name)) => {
            let found = variables.get(name);
            let variable = name.split('.').next();
            (found.map(|found| found.item_mean.clone()), found.map(|found| found.category.clone()), variable)
        }
        None => (None, None, None),
    };
    let middle = variable
        .and_then(|code| study.variable(code)?.scale())
        .map_or_else(|| Outcome::absent("not_surveyed"), |scale| Outcome::Computed((scale.min + scale.max) as f64 / 2.0));
    let mean = mean.unwrap_or_else(|| Outcome::absent("not_surveyed"));
    let side = match (&mean, &middle) {
        // As printed: a mean that shows as the middle lies on it.
        (Outcome::Computed(mean), Outcome::Computed(middle)) => {
            let difference = round_half_away(*mean, 2) - middle;
            let side = if difference.abs() < 1e-9 {
                "on"
            } else if difference > 0.0 {
                "above"
            } else {
                "below"
            };
            Outcome::Computed(side.to_owned())
        }
        (Outcome::Absent(absent), _) | (_, Outcome::Absent(absent)) => Outcome::Absent(absent.clone()),
    };
    let agrees = match (row.conclusion, side.value().map(String::as_str)) {
        (Conclusion::Met, Some("above")) | (Conclusion::NotMet, Some("below")) => Outcome::Computed(true),
        (Conclusion::Met, Some("below")) | (Conclusion::NotMet, Some("above")) => Outcome::Computed(false),
        _ => Outcome::absent("not_applicable"),
    };
    MatrixRowResult {
        name: row.name.get(study.language).to_owned(),
        conclusion: row.conclusion.key().to_owned(),
        mean,
        category: category.unwrap_or_else(absent),
        side,
        middle,
        agrees,
    }
}
