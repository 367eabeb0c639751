//! Correlations between the scores of all variables, pair by pair.

use super::columns::complete;
use super::results::{CorrelationResult, Outcome, RWithP, RhoWithP, TauWithP};
use crate::scores::Scores;
use crate::stats::correlation::{kendall, pearson, spearman};
use crate::study::Study;

/// Every pair of variables once, pairwise deletion as SPSS's CORRELATIONS.
pub fn analyze(study: &Study, scores: &Scores) -> Vec<CorrelationResult> {
    let names: Vec<&String> = study.variables.keys().filter(|name| scores.variables.contains_key(*name)).collect();
    let mut out = Vec::new();
    for (position, a) in names.iter().enumerate() {
        for b in &names[position + 1..] {
            let (Some(first), Some(second)) = (scores.variables.get(*a), scores.variables.get(*b)) else { continue };
            let pair = complete(&[first, second]);
            let [x, y] = pair.as_slice() else { continue };
            out.push(CorrelationResult {
                a: (*a).clone(),
                b: (*b).clone(),
                n: x.len(),
                pearson: Outcome::from(pearson(x, y)).map(|found| RWithP { r: found.r, p: found.p }),
                spearman: Outcome::from(spearman(x, y)).map(|found| RhoWithP { rho: found.r, p: found.p }),
                kendall: Outcome::from(kendall(x, y)).map(|found| TauWithP { tau_b: found.tau_b, p: found.p }),
            });
        }
    }
    out
}
