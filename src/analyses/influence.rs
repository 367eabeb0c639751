//! Cases that stand out of a regression, by the criteria that theses name.

use super::results::{FlaggedCase, InfluenceResult, Outcome, number};
use crate::stats::distributions::chi_squared_sf;
use crate::stats::influence::influence;
use crate::stats::least_squares::LeastSquares;

/// |SRESID| beyond which a case stands out.
const RESIDUAL: f64 = 3.0;
/// Cook's distance beyond which a case moves the coefficients (Cook & Weisberg 1982).
const COOK: f64 = 1.0;
/// Significance of the Mahalanobis distance below which a case lies far from the others (Tabachnick & Fidell 2013).
const MAHALANOBIS: f64 = 0.001;
/// Most cases listed.
const MOST_LISTED: usize = 50;

/// Flags the cases of a regression; `positions` are its cases in the dataset, `rows` what each is called.
pub(super) fn analyze(fit: &LeastSquares, positions: &[usize], rows: &[usize]) -> Outcome<InfluenceResult> {
    let found = match influence(fit) {
        Ok(found) => found,
        Err(error) => return Outcome::absent(error.key()),
    };
    let k = fit.predictors as f64;
    let mut flagged: Vec<(usize, FlaggedCase)> = Vec::new();
    for (case, position) in found.iter().zip(positions) {
        let mahalanobis_p = chi_squared_sf(case.mahalanobis, k);
        let mut by = Vec::new();
        if case.sresid.is_some_and(|r| r.abs() > RESIDUAL) {
            by.push("residual".to_owned());
        }
        if case.cook.is_some_and(|cook| cook > COOK) {
            by.push("cook".to_owned());
        }
        if mahalanobis_p < MAHALANOBIS {
            by.push("mahalanobis".to_owned());
        }
        if by.is_empty() {
            continue;
        }
        let row = rows.get(*position).copied().unwrap_or(position + 1);
        flagged.push((
            *position,
            FlaggedCase {
                case: row,
                zresid: case.zresid,
                sresid: number(case.sresid),
                sdresid: number(case.sdresid),
                leverage: case.centred_leverage,
                mahalanobis: case.mahalanobis,
                mahalanobis_p,
                cook: number(case.cook),
                by,
            },
        ));
    }
    let positions: Vec<usize> = flagged.iter().map(|(position, _)| *position).collect();
    let largest = |pick: fn(&crate::stats::influence::CaseInfluence) -> Option<f64>| {
        number(found.iter().filter_map(pick).map(f64::abs).reduce(f64::max))
    };
    Outcome::Computed(InfluenceResult {
        limit_residual: RESIDUAL,
        limit_cook: COOK,
        limit_mahalanobis: MAHALANOBIS,
        largest_residual: largest(|case| case.sresid),
        largest_cook: largest(|case| case.cook),
        flagged_count: flagged.len(),
        flagged: flagged.into_iter().map(|(_, case)| case).take(MOST_LISTED).collect(),
        positions,
    })
}
