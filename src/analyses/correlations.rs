//! Correlations between the scores of all variables, pair by pair.

use super::columns::complete;
use super::results::{CorrelationResult, Outcome, RWithP, RhoWithP, TauWithP};
use crate::scores::Scores;
use crate::stats::correlation::{kendall, pearson, spearman};
use crate::study::Study;
use rayon::prelude::*;

/// Every pair of variables once, pairwise deletion as SPSS's CORRELATIONS.
pub fn analyze(study: &Study, scores: &Scores) -> Vec<CorrelationResult> {
    let names: Vec<&String> = study.variables.keys().filter(|name| scores.variables.contains_key(*name)).collect();
    let pairs: Vec<(&String, &String)> =
        names.iter().enumerate().flat_map(|(position, a)| names[position + 1..].iter().map(move |b| (*a, *b))).collect();
    // Each pair by itself, so that the number of threads changes nothing.
    let correlated = pairs.into_par_iter().filter_map(|(a, b)| {
        let pair = complete(&[scores.variables.get(a)?, scores.variables.get(b)?]);
        let [x, y] = pair.as_slice() else { return None };
        Some(CorrelationResult {
            a: a.clone(),
            b: b.clone(),
            n: x.len(),
            pearson: Outcome::from(pearson(x, y)).map(|found| RWithP { r: found.r, p: found.p }),
            spearman: Outcome::from(spearman(x, y)).map(|found| RhoWithP { rho: found.r, p: found.p }),
            kendall: Outcome::from(kendall(x, y)).map(|found| TauWithP { tau_b: found.tau_b, p: found.p }),
        })
    });
    correlated.collect()
}
