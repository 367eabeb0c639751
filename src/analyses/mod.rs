//! Which statistics the study calls for; `stats` applied to scores, bound to the study's names.

mod assumptions;
mod columns;
mod comparisons;
mod correlations;
mod effects;
mod indirect_intervals;
mod items;
pub mod kinds;
mod moderations;
mod regressions;
mod remedies;
mod respondents;
pub mod results;
mod series;

use crate::dataset::Dataset;
use crate::scores::Scores;
use crate::study::{Study, settings::Tails};
use results::{DataCounts, ImportResult, Meta, Outcome, Results, number};

/// Computes everything the study calls for.
///
/// Never fails: what cannot be computed is absent in the results, with its reason. `study_hash` is the SHA-256 of the
/// study file.
pub fn analyze(study: &Study, study_hash: &str, dataset: &Dataset, scores: &Scores) -> Results {
    let (items, variables) = items::analyze(study, scores);
    let (regressions, mut series) = regressions::analyze(study, dataset, scores);
    let (effects, indirect) = effects::analyze(study, dataset, scores, &regressions);
    series.indirect = indirect;
    Results {
        meta: Meta {
            version: env!("CARGO_PKG_VERSION").to_owned(),
            study_hash: study_hash.to_owned(),
            data_hash: dataset.hash.clone(),
            conventions: Vec::new(),
            alpha: study.analysis.alpha,
            confidence: 100.0 * (1.0 - study.analysis.alpha),
            tails: match study.analysis.tails {
                Tails::One => 1,
                Tails::Two => 2,
            },
            practice: dataset.practice,
        },
        data: counts(study, dataset),
        respondents: respondents::analyze(study, dataset),
        items,
        variables,
        correlations: correlations::analyze(study, scores),
        effects,
        moderations: moderations::analyze(study, dataset, scores, &regressions),
        regressions,
        comparisons: comparisons::analyze(study, dataset, scores),
        import: study
            .report
            .appendices
            .iter()
            .any(|name| name == "import")
            .then(|| ImportResult { recoded: dataset.import.recoded(), report: dataset.import.clone() }),
        series: Some(series),
    }
}

fn counts(study: &Study, dataset: &Dataset) -> DataCounts {
    let n = dataset.n();
    let usable = n as u64;
    let declared: usize = dataset.left_out.iter().map(|left_out| left_out.count).sum();
    let returned = study.data.returned.unwrap_or(dataset.rows as u64);
    let percent = |part: u64| match study.data.distributed {
        Some(whole) if whole > 0 => number(100.0 * part as f64 / whole as f64),
        _ => Outcome::absent("not_declared"),
    };
    DataCounts {
        rows: dataset.rows,
        distributed: study.data.distributed.map_or_else(|| Outcome::absent("not_declared"), Outcome::Computed),
        returned,
        usable,
        n,
        incomplete: dataset.incomplete,
        returned_percent: percent(returned),
        usable_percent: percent(usable),
        excluded: dataset.excluded.clone(),
        excluded_count: dataset.excluded.len(),
        excluded_incomplete: dataset.excluded.len() - declared.min(dataset.excluded.len()),
        excluded_declared: declared,
        exclusions: dataset.left_out.clone(),
    }
}
