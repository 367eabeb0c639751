//! All items of a study together: their components, and whether one of them stands behind all answers (Harman).

use super::columns::complete;
use super::results::{FactorsResult, Outcome, SphericityResult, number};
use crate::dataset::Column;
use crate::scores::Scores;
use crate::stats::components::{principal_components, varimax};
use crate::stats::factor_adequacy::factor_adequacy;
use crate::stats::item_covariance::item_covariance;
use crate::study::Study;

/// Fewest items that have more than one component to speak of.
const FEWEST: usize = 4;
/// Most items that are looked at together.
const MOST: usize = 200;

/// Of the answers of the survey: what speaks from all of them is a matter of the answers that are analyzed, whatever the
/// try-out was.
pub fn analyze(study: &Study, scores: &Scores) -> Option<FactorsResult> {
    let items = study.variables.values().flat_map(|variable| variable.items());
    let (codes, columns): (Vec<&str>, Vec<&Column>) =
        items.filter_map(|item| Some((item.code.as_str(), scores.items.get(&item.code)?))).unzip();
    if !(FEWEST..=MOST).contains(&codes.len()) {
        return None;
    }
    let cases = complete(&columns);
    let n = cases.first().map_or(0, Vec::len);
    let moments = item_covariance(&cases);
    let components = moments.as_ref().map_err(|error| *error).and_then(principal_components);
    let adequacy = moments.as_ref().map_err(|error| *error).and_then(factor_adequacy);
    let bartlett = adequacy.as_ref().map_err(|error| *error).and_then(|found| found.bartlett);
    let count = components.as_ref().map(|found| found.above_one()).map_err(|error| *error);
    let rotated = components.as_ref().map_err(|error| *error).map(|found| {
        let rotated = varimax(&found.loadings.columns(0, found.above_one()).into_owned());
        let row = |(at, code): (usize, &&str)| ((*code).to_owned(), rotated.row(at).iter().copied().collect());
        codes.iter().enumerate().map(row).collect()
    });
    Some(FactorsResult {
        n,
        k: codes.len(),
        kmo: Outcome::from(adequacy.as_ref().map(|found| found.kmo).map_err(|error| *error)),
        bartlett: Outcome::from(bartlett).map(|found| SphericityResult {
            statistic: found.chi_squared,
            df: found.df,
            p: found.p,
        }),
        single_percent: match &components {
            Ok(found) => number(100.0 * found.first_share()),
            Err(error) => Outcome::absent(error.key()),
        },
        count: count.into(),
        rotated: rotated.into(),
    })
}
