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
    // The items of one variable are meant to have one factor.
    let measured = study.variables.values().filter(|variable| variable.items().next().is_some()).count();
    if measured < 2 || !(FEWEST..=MOST).contains(&codes.len()) {
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
        // The one that takes the most stands first, as SPSS has it.
        let mut order: Vec<usize> = (0..rotated.ncols()).collect();
        order.sort_by(|a, b| rotated.column(*b).norm_squared().total_cmp(&rotated.column(*a).norm_squared()));
        let row = |(at, code): (usize, &&str)| {
            let loadings = order.iter().filter_map(|column| rotated.get((at, *column)).copied()).collect();
            ((*code).to_owned(), loadings)
        };
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

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;
    use crate::dataset::read;
    use crate::dataset::test_study::semarang;
    use crate::diagnostics::Diagnostics;
    use crate::scores::score;
    use std::path::Path;

    /// R 4.2.2, psych 2.2.9 on the answers of the example: `eigen(cor(items))`, `KMO`, `cortest.bartlett`, `varimax(eps = 1e-15)`.
    #[test]
    fn the_items_of_the_example_as_in_r() {
        let study = semarang();
        let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("examples/disnaker-semarang");
        let mut dataset = read(&study, &folder, &mut Diagnostics::default()).unwrap();
        let scores = score(&study, &mut dataset);
        let found = analyze(&study, &scores).unwrap();
        assert_eq!((found.n, found.k, found.count.value()), (68, 34, Some(&9)));
        let bartlett = found.bartlett.value().unwrap();
        assert_eq!(bartlett.df, 561);
        let rotated = found.rotated.value().unwrap();
        for (value, expected, allowed) in [
            (*found.single_percent.value().unwrap(), 36.544_723_778, 1e-8),
            (*found.kmo.value().unwrap(), 0.775_360_916, 1e-8),
            (bartlett.statistic, 1_249.924_461_00, 1e-7),
            (bartlett.p * 1e54, 1.901_558, 1e-5),
            (rotated["X1.1"][0], 0.082_365, 1e-6),
            (rotated["X1.1"][1], 0.523_451, 1e-6),
            (rotated["Y2.10"][7], 0.096_285, 1e-6),
            (rotated["Y2.10"][8], 0.724_689, 1e-6),
        ] {
            assert!((value - expected).abs() < allowed, "{value} is not {expected}");
        }
        let mut one = study.clone();
        one.variables.retain(|code, _| code == "X1");
        assert!(analyze(&one, &scores).is_none(), "one variable has one factor");
    }
}
