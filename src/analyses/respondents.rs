//! Frequencies of the characteristics that describe respondents.

use super::results::{Outcome, RespondentRow, RespondentTable, number};
use crate::dataset::Dataset;
use crate::study::Study;
use indexmap::IndexMap;

/// One table per characteristic, in the study's order; percentages of the valid answers.
pub fn analyze(study: &Study, dataset: &Dataset) -> IndexMap<String, RespondentTable> {
    let mut tables = IndexMap::new();
    for characteristic in &study.characteristics {
        let Some(data) = dataset.characteristics.get(&characteristic.code) else { continue };
        let mut counts = vec![0usize; data.categories.len()];
        for code in data.codes.iter().flatten() {
            if let Some(count) = counts.get_mut(*code as usize) {
                *count += 1;
            }
        }
        let n: usize = counts.iter().sum();
        let percent = |count: usize| if n == 0 { Outcome::absent("no_cases") } else { number(100.0 * count as f64 / n as f64) };
        let rows = data
            .categories
            .iter()
            .zip(&counts)
            .map(|(value, &count)| RespondentRow { value: value.clone(), count, percent: percent(count) })
            .collect();
        let table = RespondentTable {
            name: characteristic.name.plain(study.language),
            rows,
            n,
            missing: data.codes.len() - n.min(data.codes.len()),
            percent_total: percent(n),
        };
        tables.insert(characteristic.code.clone(), table);
    }
    tables
}
