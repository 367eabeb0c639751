//! Two characteristics: χ² and its relatives, Fisher's exact test, and which decides.

use super::Source;
use super::parts::{bare_effect_size, blank, variant};
use crate::analyses::results::{ComparisonResult, CrosstabCell, CrosstabResult, Outcome, VariantResult, number};
use crate::stats::contingency::{ChiSquared, Contingency, contingency};
use crate::stats::distributions::chi_squared_quantile;
use crate::stats::fisher_exact::fisher_exact;
use indexmap::IndexMap;

pub(super) fn compare(source: Source<'_>, a: &str, b: &str) -> Outcome<ComparisonResult> {
    let characteristics = source.dataset.characteristics.get(a).zip(source.dataset.characteristics.get(b));
    let Some((first, second)) = characteristics else { return Outcome::absent("no_groups") };
    let mut counts = vec![vec![0_usize; second.categories.len()]; first.categories.len()];
    for (row, column) in first.codes.iter().zip(&second.codes) {
        if let (Some(row), Some(column)) = (row, column)
            && let Some(cell) = counts.get_mut(*row as usize).and_then(|cells| cells.get_mut(*column as usize))
        {
            *cell += 1;
        }
    }
    let table = match contingency(&counts) {
        Ok(table) => table,
        Err(error) => return Outcome::absent(error.key()),
    };
    let mut found = blank("crosstab", a, Some(b), table.n, first.codes.len().saturating_sub(table.n));
    let name = |categories: &[String], positions: &[usize]| -> Vec<String> {
        positions.iter().filter_map(|position| categories.get(*position).cloned()).collect()
    };
    let cells = cells(&counts, &table);
    let row_totals: Vec<usize> = cells.iter().map(|row| row.iter().map(|cell| cell.count).sum()).collect();
    let column_total = |at: usize| cells.iter().filter_map(|row| row.get(at)).map(|cell| cell.count).sum();
    let ordered =
        |code: &str| source.study.characteristic(code).is_some_and(|known| !known.order.is_empty() || !known.classes.is_empty());
    found.table = Outcome::Computed(CrosstabResult {
        rows: name(&first.categories, &table.rows),
        columns: name(&second.categories, &table.columns),
        row_totals,
        column_totals: (0..table.columns.len()).map(column_total).collect(),
        cells,
        low_cells: table.low_cells,
        low_cells_percent: 100.0 * table.low_cells as f64 / table.cells as f64,
        smallest_expected: table.smallest_expected,
        ordered: ordered(a) && ordered(b),
    });
    let chi = |test: ChiSquared| VariantResult {
        df: number(test.df as f64),
        critical: number(chi_squared_quantile(1.0 - source.alpha(), test.df as f64)),
        ..variant(test.statistic, test.p)
    };
    let fisher =
        Outcome::from(fisher_exact(&counts)).map(|p| VariantResult { statistic: Outcome::absent("exact"), ..variant(0.0, p) });
    let continuity = table.continuity.map_or_else(|| Outcome::absent("not_two_by_two"), |test| Outcome::Computed(chi(test)));
    found.variants = IndexMap::from([
        ("chi_squared".to_owned(), Outcome::Computed(chi(table.pearson))),
        ("continuity".to_owned(), continuity),
        ("likelihood_ratio".to_owned(), Outcome::Computed(chi(table.likelihood_ratio))),
        ("linear".to_owned(), Outcome::Computed(chi(table.linear))),
        ("fisher".to_owned(), fisher),
    ]);
    found.effect_size = IndexMap::from([
        ("phi".to_owned(), bare_effect_size(Ok(table.phi))),
        ("cramers_v".to_owned(), bare_effect_size(Ok(table.cramers_v))),
    ]);
    found.effect_size_chosen = Outcome::Computed("cramers_v".to_owned());
    decide(&table, &mut found);
    Outcome::Computed(found)
}

fn cells(counts: &[Vec<usize>], table: &Contingency) -> Vec<Vec<CrosstabCell>> {
    let rows = table.rows.iter().zip(&table.expected).filter_map(|(row, expected)| Some((counts.get(*row)?, expected)));
    rows.map(|(row, expected)| {
        let total: usize = row.iter().sum();
        let columns = table.columns.iter().zip(expected).filter_map(|(column, expected)| Some((*row.get(*column)?, *expected)));
        columns
            .map(|(count, expected)| CrosstabCell { count, expected, row_percent: 100.0 * count as f64 / total as f64 })
            .collect()
    })
    .collect()
}

/// χ² where the expected counts suffice (Cochran 1954, *Biometrics* 10, 417): none below 5 in a table of two by two, else
/// none below 1 and at most a fifth below 5. Otherwise Fisher's exact test, as far as it can be computed.
fn decide(table: &Contingency, found: &mut ComparisonResult) {
    let suffices = if table.continuity.is_some() {
        table.low_cells == 0
    } else {
        table.smallest_expected >= 1.0 && 5 * table.low_cells <= table.cells
    };
    let exact = found.variants.get("fisher").is_some_and(|fisher| fisher.value().is_some());
    match (suffices, exact) {
        (true, _) => found.choose("chi_squared", "expected_counts_suffice"),
        (false, true) => found.choose("fisher", "expected_counts_low"),
        (false, false) => found.choose("chi_squared", "expected_counts_low_too_large"),
    }
}
