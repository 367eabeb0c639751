//! Which statistics the study calls for; `stats` applied to scores, bound to the study's names.

mod assumptions;
mod columns;
mod comparisons;
mod correlations;
mod descriptives;
mod effects;
mod factors;
mod group_scores;
mod indirect_intervals;
mod influence;
mod items;
pub mod kinds;
mod matrix;
mod moderations;
mod records;
mod regressions;
mod remedies;
mod respondents;
pub mod results;
mod sampling;
mod series;
mod targets;
mod variants;

use crate::dataset::Dataset;
use crate::scores::Scores;
use crate::study::Study;
use crate::study::settings::{InvalidItems, Outliers, Tails};
use indexmap::IndexMap;
use results::{
    Answers, CharacteristicAnswers, DataCounts, DroppedItem, ImportResult, ItemResult, Meta, Outcome, PilotResult, Results,
    Variants, number,
};

/// What results are computed from.
#[derive(Clone, Copy)]
struct Inputs<'a> {
    study: &'a Study,
    dataset: &'a Dataset,
    scores: &'a Scores,
}

/// Computes everything the study calls for.
///
/// Never fails: what cannot be computed is absent in the results, with its reason. `study_hash` is the SHA-256 of the
/// study file.
pub fn analyze(study: &Study, study_hash: &str, dataset: &Dataset, scores: &Scores) -> Results {
    let inputs = Inputs { study, dataset, scores };
    let mut results = whole(inputs, study_hash);
    let invalid = results.items.values().any(|item| item.valid.value() == Some(&false));
    let (dropped, then): (Vec<DroppedItem>, Vec<ItemResult>) =
        if invalid { variants::dropped_items(inputs).into_iter().unzip() } else { Default::default() };
    if study.analysis.invalid_items == InvalidItems::Keep || dropped.is_empty() {
        return with_variants(inputs, results, dropped);
    }
    let (fewer, scores) = variants::without_items(inputs, &dropped);
    let inputs = Inputs { study: &fewer, scores: &scores, ..inputs };
    let before = std::mem::take(&mut results.items);
    let answered = results.series.take().and_then(|series| series.answers);
    results = whole(inputs, study_hash);
    // An appendix shows what was answered to every item, beside the scores of those that were kept.
    if let (Some(all), Some(kept)) = (answered, results.series.as_mut().and_then(|series| series.answers.as_mut())) {
        kept.values = all.values;
        kept.pilot = all.pilot;
    }
    let mut after = std::mem::take(&mut results.items);
    results.items = before
        .into_iter()
        .map(|(code, item)| {
            let kept = after.swap_remove(&code);
            // One that was left out is shown as it was then.
            let left = dropped.iter().zip(&then).find(|(dropped, _)| dropped.item == code).map(|(_, then)| then.clone());
            (code, kept.unwrap_or(ItemResult { dropped: true, ..left.unwrap_or(item) }))
        })
        .collect();
    with_variants(inputs, results, dropped)
}

/// Everything with these scores.
fn whole(inputs: Inputs<'_>, study_hash: &str) -> Results {
    let Inputs { study, dataset, scores } = inputs;
    let (items, variables) = items::analyze(study, scores);
    let (regressions, mut series) = regressions::analyze(study, dataset, scores);
    let (effects, indirect) = effects::analyze(study, dataset, scores, &regressions);
    series.indirect = indirect;
    series.answers = answers(study, dataset, scores);
    Results {
        meta: Meta {
            version: env!("CARGO_PKG_VERSION").to_owned(),
            study_hash: study_hash.to_owned(),
            data_hash: dataset.hash.clone(),
            conventions: study.analysis.conventions.iter().map(|set| set.label()).collect(),
            alpha: study.analysis.alpha,
            confidence: 100.0 * (1.0 - study.analysis.alpha),
            tails: match study.analysis.tails {
                Tails::One => 1,
                Tails::Two => 2,
            },
            practice: dataset.practice,
        },
        data: counts(study, dataset),
        sampling: sampling::analyze(study, dataset.n()),
        respondents: respondents::analyze(study, dataset),
        crosstabs: descriptives::crosstabs(study, dataset, scores),
        group_scores: group_scores::analyze(study, dataset, scores, &variables),
        records: records::analyze(study, dataset, scores),
        index: descriptives::index(study, &items),
        yes_no: descriptives::yes_no(study, scores, &items),
        targets: targets::analyze(study, &variables),
        matrix: matrix::analyze(study, &items, &variables),
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
        factors: factors::analyze(study, scores),
        pilot: dataset.pilot.as_ref().map(|pilot| PilotResult {
            file: pilot.file.clone(),
            hash: pilot.hash.clone(),
            n: pilot.n(),
            incomplete: pilot.incomplete,
        }),
        dropped_items: Vec::new(),
        excluded_outliers: Vec::new(),
        variants: Variants::default(),
        series: Some(series),
    }
}

/// Adds what other decisions would have come to; cases that stand out are left out where the study says so.
fn with_variants(inputs: Inputs<'_>, mut results: Results, dropped: Vec<DroppedItem>) -> Results {
    let outlying = variants::outlying(&results);
    if inputs.study.analysis.outliers == Outliers::Report || outlying.is_empty() {
        results.variants = Variants(variants::analyze(inputs, &results, &dropped));
        results.dropped_items = dropped;
        return results;
    }
    let kept = variants::without_cases(inputs.scores, &outlying);
    let fewer = Inputs { scores: &kept, ..inputs };
    let (regressions, mut series) = regressions::analyze(inputs.study, inputs.dataset, &kept);
    let (effects, indirect) = effects::analyze(inputs.study, inputs.dataset, &kept, &regressions);
    series.indirect = indirect;
    // Who stands out is drawn with everybody, as it is told.
    for (name, before) in results.series.iter_mut().flat_map(|series| &mut series.regressions) {
        if let Some(after) = series.regressions.get_mut(name) {
            after.leverage = std::mem::take(&mut before.leverage);
            after.leverage_sresid = std::mem::take(&mut before.leverage_sresid);
        }
    }
    series.answers = results.series.as_mut().and_then(|before| before.answers.take());
    let moderations = moderations::analyze(inputs.study, inputs.dataset, &kept, &regressions);
    let all = regression_part(inputs, &results, true);
    results.excluded_outliers = outlying.iter().filter_map(|position| inputs.dataset.case_rows.get(*position).copied()).collect();
    // Who was left out is told by the regressions with everybody.
    let told: Vec<_> =
        results.regressions.iter().map(|(name, found)| (name.clone(), found.value().map(|r| r.influence.clone()))).collect();
    results.regressions = regressions;
    for (name, influence) in told {
        if let (Some(Outcome::Computed(regression)), Some(influence)) = (results.regressions.get_mut(&name), influence) {
            regression.influence = influence;
        }
    }
    results.moderations = moderations;
    results.effects = effects;
    results.series = Some(series);
    results.variants = Variants(variants::analyze(fewer, &results, &dropped));
    results.variants.0.retain(|(name, _)| name != "without_outliers");
    results.variants.0.push(("with_outliers".to_owned(), all));
    results.dropped_items = dropped;
    results
}

/// What hypotheses about regressions are judged by, computed anew; `effects` only where chains need them.
fn regression_part(inputs: Inputs<'_>, base: &Results, effects: bool) -> Results {
    let Inputs { study, dataset, scores } = inputs;
    let (regressions, _) = regressions::analyze(study, dataset, scores);
    let effects = if effects { effects::analyze(study, dataset, scores, &regressions).0 } else { base.effects.clone() };
    Results {
        meta: base.meta.clone(),
        data: base.data.clone(),
        sampling: base.sampling.clone(),
        respondents: IndexMap::new(),
        crosstabs: Vec::new(),
        group_scores: IndexMap::new(),
        records: IndexMap::new(),
        index: IndexMap::new(),
        yes_no: IndexMap::new(),
        targets: None,
        matrix: None,
        items: IndexMap::new(),
        variables: IndexMap::new(),
        correlations: Vec::new(),
        effects,
        moderations: moderations::analyze(study, dataset, scores, &regressions),
        regressions,
        comparisons: IndexMap::new(),
        import: None,
        factors: None,
        pilot: None,
        dropped_items: Vec::new(),
        excluded_outliers: Vec::new(),
        variants: Variants::default(),
        series: None,
    }
}

/// The answers, where an appendix prints them or a program is to read them.
fn answers(study: &Study, dataset: &Dataset, scores: &Scores) -> Option<Answers> {
    if !study.report.appendices.iter().any(|name| ["data", "syntax"].contains(&name.as_str())) {
        return None;
    }
    let mut answers = Answers::default();
    for variable in study.variables.values() {
        let score = scores.variables.get(&variable.code);
        for item in variable.items() {
            let values = scores.items.get(&item.code).map(|column| column.iter().collect());
            answers.values.extend(values.map(|values| (item.code.clone(), values)));
            let tried_out = scores.pilot.as_ref().and_then(|pilot| pilot.items.get(&item.code));
            answers.pilot.extend(tried_out.map(|column| (item.code.clone(), column.iter().collect())));
        }
        let values: Option<Vec<Option<f64>>> = score.map(|column| column.iter().collect());
        if let Some(values) = values {
            if variable.items().next().is_none() {
                answers.values.insert(variable.code.clone(), values.clone());
            }
            answers.scores.insert(variable.code.clone(), values);
        }
        for name in variable.dimensions().map(|dimension| variable.name_of(dimension)) {
            let values = scores.variables.get(&name).map(|column| column.iter().collect());
            answers.scores.extend(values.map(|values| (name, values)));
        }
    }
    // Only what a test is made of: who a respondent is may be told from few characteristics.
    if study.report.appendices.iter().any(|name| name == "syntax") {
        let named = study.characteristics.iter().filter(|characteristic| study.tests_by(&characteristic.code));
        for characteristic in named {
            if let Some(data) = dataset.characteristics.get(&characteristic.code) {
                let codes = data.codes.iter().map(|code| code.map(|code| f64::from(code) + 1.0)).collect();
                let numbers = data.numbers.as_ref().map(|column| column.iter().collect());
                let found = CharacteristicAnswers { categories: data.categories.clone(), codes, numbers };
                answers.characteristics.insert(characteristic.code.clone(), found);
            }
        }
    }
    Some(answers)
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
