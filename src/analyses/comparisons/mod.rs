//! Comparisons of groups, of two measurements, of a level with a value, and associations: every variant, and which decides.

mod association;
mod crosstab;
mod groups;
mod level;
mod paired;
mod parts;

use super::results::{ComparisonResult, GainResult, Outcome};
use crate::dataset::Dataset;
use crate::scores::Scores;
use crate::study::settings::Tails;
use crate::study::{Claim, Direction, Study};
use indexmap::IndexMap;

/// What all comparisons are made from.
#[derive(Clone, Copy)]
struct Source<'a> {
    study: &'a Study,
    dataset: &'a Dataset,
    scores: &'a Scores,
}

impl Source<'_> {
    fn alpha(&self) -> f64 {
        self.study.analysis.alpha
    }

    fn confidence(&self) -> f64 {
        1.0 - self.study.analysis.alpha
    }

    /// Whether the critical value of a claim is one-tailed: it has a direction, and the study says so.
    fn one_tailed(&self, directed: bool) -> bool {
        directed && self.study.analysis.tails == Tails::One
    }
}

/// The comparison of every hypothesis that claims one.
pub fn analyze(study: &Study, dataset: &Dataset, scores: &Scores) -> IndexMap<String, Outcome<ComparisonResult>> {
    let source = Source { study, dataset, scores };
    let mut out = IndexMap::new();
    for hypothesis in &study.hypotheses {
        let found = match &hypothesis.claim {
            Claim::Association { a, b, sign } => {
                if study.characteristic(a).is_some() && study.characteristic(b).is_some() {
                    crosstab::compare(source, a, b)
                } else {
                    association::compare(source, a, b, sign.is_some())
                }
            }
            Claim::Groups { variable, by, direction } => {
                let direction = match direction {
                    Direction::None => None,
                    Direction::Above { higher, lower } => Some((higher.as_str(), lower.as_str())),
                };
                groups::compare(source, variable, by, direction)
            }
            Claim::Paired { first, second, second_higher } => paired::compare(source, first, second, second_higher.is_some()),
            Claim::Level { variable, level, .. } => level::compare(source, variable, *level),
            Claim::Effect { .. } | Claim::Chain { .. } | Claim::Joint { .. } | Claim::Product { .. } => continue,
        };
        out.insert(hypothesis.id.clone(), found);
    }
    out
}

/// The gain between two measurements of some persons, as a paired comparison has it.
pub(super) fn gain_of_means(study: &Study, first: &str, second: &str, before: &[f64], after: &[f64]) -> Outcome<GainResult> {
    if before.is_empty() {
        return Outcome::absent("no_cases");
    }
    paired::gain(study, first, second, before, after)
}
