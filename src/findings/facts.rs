//! Facts the narrative rests on: which item is highest, which predictor strongest, what fails a test. Keys and names,
//! no numbers of their own and no words.

use crate::analyses::results::{CoefficientResult, ItemResult, Outcome, RegressionResult, Results, VariableResult};
use crate::study::{Study, Variable};
use indexmap::IndexMap;
use serde::{Deserialize, Serialize};

/// Facts about a variable.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
pub struct VariableFacts {
    /// Items with the highest mean (several when they tie).
    pub highest: Vec<String>,
    /// Items with the lowest mean.
    pub lowest: Vec<String>,
    /// All its items have the same mean.
    pub level: bool,
    /// Items that were tested.
    pub tested: Vec<String>,
    /// Items found valid.
    pub valid: Vec<String>,
    /// Items found not valid.
    pub invalid: Vec<String>,
    /// Those of them that are left out of the score.
    #[serde(default)]
    pub left_out: Vec<String>,
    /// Items whose correlation is negative.
    pub negative: Vec<String>,
    /// Items that could not be tested.
    pub untested: Vec<String>,
    /// Item with the smallest deciding correlation.
    pub weakest: Option<String>,
    /// Item with the largest deciding correlation.
    pub strongest: Option<String>,
    /// Item whose deletion raises alpha most, when it raises it at all.
    pub better_without: Option<String>,
    /// Alpha without that item reaches the declared minimum.
    pub better_without_suffices: bool,
    /// Alpha is so high that items may repeat each other (above 0,95).
    pub alpha_very_high: bool,
    /// Items that were tested, how many.
    pub tested_count: usize,
    /// Items found valid, how many.
    pub valid_count: usize,
    /// No variable with the same scale has a higher mean of its items.
    pub mean_highest: bool,
    /// None has a lower one.
    pub mean_lowest: bool,
    /// Facts about its dimensions, when it has any.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub dimensions: Option<DimensionFacts>,
}

/// Facts about the dimensions of a variable, by their names, and about items within them.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct DimensionFacts {
    /// Dimensions with the highest mean of their items.
    pub highest: Vec<String>,
    /// Dimensions with the lowest.
    pub lowest: Vec<String>,
    /// All have the same.
    pub level: bool,
    /// Items tested within their dimension, how many.
    pub tested_count: usize,
    /// Items found not valid within their dimension.
    pub invalid: Vec<String>,
    /// Dimensions none of whose items could be tested.
    pub untested: Vec<String>,
    /// Dimensions whose alpha reaches the minimum.
    pub reliable: Vec<String>,
    /// Dimensions whose alpha does not.
    pub unreliable: Vec<String>,
    /// Dimensions without an alpha.
    pub without_alpha: Vec<String>,
    /// Dimension with the smallest alpha.
    pub weakest: Option<String>,
    /// Dimension with the largest.
    pub strongest: Option<String>,
}

/// Facts about a characteristic.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct RespondentFacts {
    /// Positions (in `rows`) of the most frequent categories.
    pub most: Vec<usize>,
    /// Positions of the least frequent ones.
    pub least: Vec<usize>,
    /// All categories are equally frequent.
    pub level: bool,
}

/// Facts about a regression.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
pub struct RegressionFacts {
    /// It could be computed.
    pub computed: bool,
    /// Why not.
    pub reason: Option<String>,
    /// The names concerned by the reason.
    pub reason_names: Vec<String>,
    /// Terms in the order of the table, the constant left out.
    pub terms: Vec<String>,
    /// Terms with p < alpha.
    pub significant: Vec<String>,
    /// Terms with p ≥ alpha.
    pub not_significant: Vec<String>,
    /// Term with the largest |β|, when there are several terms and one is alone at the top.
    pub strongest: Option<String>,
    /// Terms significant in Glejser's regression.
    pub glejser_significant: Vec<String>,
    /// Terms at or above the VIF limit.
    pub collinear: Vec<String>,
    /// Terms with a VIF from 5 up to the limit.
    pub nearly_collinear: Vec<String>,
    /// Position (in `coefficients`) of the term with the smallest tolerance, that is the largest VIF.
    pub worst_vif: Option<usize>,
    /// Position of the term with the largest tolerance.
    pub best_vif: Option<usize>,
    /// Adjusted R² is below zero.
    pub negative_adjusted_r2: bool,
    /// The fit is perfect: tests are undefined.
    pub perfect: bool,
    /// Where the residuals lie farthest from the normal distribution: `lower`, `central` or `upper` third.
    pub deviation_part: Option<String>,
    /// `symmetric`, or the side of the longer tail of the residuals: `left`, `right`.
    pub skew: Option<String>,
    /// `ordinary`, or the residuals' peak and tails beside the normal curve's: `peaked`, `flat`.
    pub peak: Option<String>,
    /// How the size of the residuals goes with the predicted values: `widening`, `narrowing`, or `level` where it does not.
    pub spread: Option<String>,
    /// The overall F is significant; absent when it could not be tested.
    pub f_significant: Option<bool>,
    /// Assumptions that are not met, by name.
    pub violated: Vec<String>,
    /// Those of them that the deciding remedy does without.
    pub remedied: Vec<String>,
    /// Those that limit what may be said.
    pub limiting: Vec<String>,
    /// Assumptions that could not be tested, by name.
    pub untested: Vec<String>,
    /// Hypotheses read in this regression.
    pub hypotheses: Vec<String>,
}

/// Alpha above which items may repeat each other (Streiner 2003, J. Pers. Assess. 80, 99, puts it at .90; campuses at .95).
const VERY_HIGH_ALPHA: f64 = 0.95;
/// VIF that strict texts already object to (Hair et al. 2017).
const STRICT_VIF: f64 = 5.0;

/// Facts about every characteristic.
pub fn respondents(results: &Results) -> IndexMap<String, RespondentFacts> {
    let facts = results.respondents.iter().map(|(code, table)| {
        let counts: Vec<usize> = table.rows.iter().map(|row| row.count).collect();
        let with = |wanted: Option<&usize>| -> Vec<usize> {
            counts.iter().enumerate().filter(|(_, count)| Some(*count) == wanted).map(|(position, _)| position).collect()
        };
        let (most, least) = (with(counts.iter().max()), with(counts.iter().min()));
        (code.clone(), RespondentFacts { level: most == least, most, least })
    });
    facts.collect()
}

/// Facts about every variable and dimension.
pub fn variables(study: &Study, results: &Results) -> IndexMap<String, VariableFacts> {
    let facts = results.variables.iter().map(|(name, variable)| {
        let own = |item: &ItemResult| item.variable == *name || item.dimension.as_deref() == Some(name);
        let items: Vec<(&String, &ItemResult)> = results.items.iter().filter(|(_, item)| own(item)).collect();
        // What describes the score leaves out the items that the score leaves out.
        let scored: Vec<(&String, &ItemResult)> = items.iter().copied().filter(|(_, item)| !item.dropped).collect();
        let means: Vec<(&String, f64)> = scored.iter().filter_map(|(code, item)| Some((*code, *item.mean.value()?))).collect();
        let r: Vec<(&String, f64)> = scored.iter().filter_map(|(code, item)| Some((*code, *item.r.value()?))).collect();
        let codes = |keep: &dyn Fn(&ItemResult) -> bool| -> Vec<String> {
            items.iter().filter(|(_, item)| keep(item)).map(|(code, _)| (*code).clone()).collect()
        };
        let highest = extreme(&means, f64::max);
        let lowest = extreme(&means, f64::min);
        let alpha = variable.alpha.value().copied();
        let better: Option<(&String, f64)> = scored
            .iter()
            .filter_map(|(code, item)| Some((*code, *item.alpha_if_deleted.value()?)))
            .filter(|(_, without)| alpha.is_some_and(|alpha| *without > alpha))
            .max_by(|a, b| a.1.total_cmp(&b.1));
        let valid = codes(&|item| item.valid.value() == Some(&true));
        let tested = codes(&|item| item.valid.value().is_some());
        let means_of_scale = means_of_scale(study, results, name);
        let among = |pick: fn(f64, f64) -> f64| extreme(&means_of_scale, pick).contains(name);
        let facts = VariableFacts {
            mean_highest: among(f64::max),
            mean_lowest: among(f64::min),
            level: highest.len() == means.len() && !means.is_empty(),
            highest,
            lowest,
            tested_count: tested.len(),
            valid_count: valid.len(),
            tested,
            valid,
            invalid: codes(&|item| item.valid.value() == Some(&false)),
            left_out: codes(&|item| item.dropped),
            negative: codes(&|item| item.r.value().is_some_and(|r| *r < 0.0)),
            untested: codes(&|item| item.valid.value().is_none()),
            weakest: extreme(&r, f64::min).into_iter().next(),
            strongest: extreme(&r, f64::max).into_iter().next(),
            better_without: better.map(|(code, _)| code.clone()),
            better_without_suffices: better.is_some_and(|(_, without)| without >= study.analysis.reliability_minimum),
            alpha_very_high: alpha.is_some_and(|alpha| alpha > VERY_HIGH_ALPHA),
            dimensions: study.variable(name).and_then(|variable| dimensions(variable, results)),
        };
        (name.clone(), facts)
    });
    facts.collect()
}

fn dimensions(variable: &Variable, results: &Results) -> Option<DimensionFacts> {
    let names: Vec<String> = variable.dimensions().map(|dimension| variable.name_of(dimension)).collect();
    if names.is_empty() {
        return None;
    }
    let of = |pick: fn(&VariableResult) -> Option<f64>| -> Vec<(&String, f64)> {
        names.iter().filter_map(|name| Some((name, pick(results.variables.get(name)?)?))).collect()
    };
    let means = of(|part| part.item_mean.value().copied());
    let alphas = of(|part| part.alpha.value().copied());
    let with = |reliable: Option<bool>| -> Vec<String> {
        let found = |name: &&String| results.variables.get(*name).and_then(|part| part.reliable.value().copied()) == reliable;
        names.iter().filter(found).cloned().collect()
    };
    let own = |item: &ItemResult| item.variable == variable.code && !item.dropped;
    let items: Vec<(&String, &ItemResult)> = results.items.iter().filter(|(_, item)| own(item)).collect();
    let valid = |item: &ItemResult| item.in_dimension.value().and_then(|test| test.valid.value().copied());
    let tested = |name: &str| items.iter().any(|(_, item)| item.dimension.as_deref() == Some(name) && valid(item).is_some());
    let (highest, lowest) = (extreme(&means, f64::max), extreme(&means, f64::min));
    Some(DimensionFacts {
        level: highest.len() == means.len() && !means.is_empty(),
        highest,
        lowest,
        tested_count: items.iter().filter(|(_, item)| valid(item).is_some()).count(),
        invalid: items.iter().filter(|(_, item)| valid(item) == Some(false)).map(|(code, _)| (*code).clone()).collect(),
        untested: names.iter().filter(|name| !tested(name)).cloned().collect(),
        reliable: with(Some(true)),
        unreliable: with(Some(false)),
        without_alpha: with(None),
        weakest: extreme(&alphas, f64::min).into_iter().next(),
        strongest: extreme(&alphas, f64::max).into_iter().next(),
    })
}

/// Means of the items of all variables with the scale of this one, as far as they have one.
fn means_of_scale<'a>(study: &'a Study, results: &Results, name: &str) -> Vec<(&'a String, f64)> {
    let scale = study.variable(name).and_then(|variable| variable.scale());
    let sharing = study.variables.iter().filter(|(_, other)| scale.is_some() && other.scale() == scale);
    sharing.filter_map(|(code, _)| Some((code, *results.variables.get(code)?.item_mean.value()?))).collect()
}

/// The names whose value is the extreme one; sums of equal answers give equal means, so ties are exact up to noise.
fn extreme(values: &[(&String, f64)], pick: fn(f64, f64) -> f64) -> Vec<String> {
    let Some(best) = values.iter().map(|(_, value)| *value).reduce(pick) else { return Vec::new() };
    values.iter().filter(|(_, value)| (value - best).abs() < 1e-9).map(|(name, _)| (*name).clone()).collect()
}

/// Facts about every regression.
pub fn regressions(study: &Study, results: &Results) -> IndexMap<String, RegressionFacts> {
    let facts = results.regressions.iter().map(|(name, outcome)| {
        let hypotheses = study.hypotheses.iter().filter(|hypothesis| hypothesis.regression.as_ref() == Some(name));
        let mut facts = match outcome {
            Outcome::Absent(absent) => RegressionFacts {
                reason: Some(absent.absent.clone()),
                reason_names: absent.names.clone(),
                ..RegressionFacts::default()
            },
            Outcome::Computed(regression) => computed(study, regression),
        };
        facts.hypotheses = hypotheses.map(|hypothesis| hypothesis.id.clone()).collect();
        (name.clone(), facts)
    });
    facts.collect()
}

fn computed(study: &Study, regression: &RegressionResult) -> RegressionFacts {
    let alpha = study.analysis.alpha;
    let slopes: Vec<&CoefficientResult> = regression.coefficients.iter().skip(1).collect();
    let terms = |keep: &dyn Fn(&CoefficientResult) -> bool| -> Vec<String> {
        slopes.iter().filter(|found| keep(found)).map(|found| found.term.clone()).collect()
    };
    let vif = |found: &CoefficientResult| found.vif.value().copied();
    let by_vif = |pick: fn(f64, f64) -> f64| {
        let best = slopes.iter().filter_map(|found| vif(found)).reduce(pick)?;
        slopes.iter().position(|found| vif(found).is_some_and(|value| (value - best).abs() < 1e-12)).map(|position| position + 1)
    };
    let betas: Vec<(&String, f64)> = slopes.iter().filter_map(|found| Some((&found.term, found.beta.value()?.abs()))).collect();
    let top = extreme(&betas, f64::max);
    let violated = named(regression, |met| met == Some(false));
    let (remedied, limiting) = violated.iter().cloned().partition(|name| regression.remedies.mends(name));
    RegressionFacts {
        computed: true,
        reason: None,
        reason_names: Vec::new(),
        terms: terms(&|_| true),
        significant: terms(&|found| found.p.value().is_some_and(|p| *p < alpha)),
        not_significant: terms(&|found| found.p.value().is_some_and(|p| *p >= alpha)),
        strongest: match top.as_slice() {
            [only] if betas.len() > 1 => Some(only.clone()),
            _ => None,
        },
        glejser_significant: regression
            .glejser
            .value()
            .map(|glejser| {
                let slopes = glejser.coefficients.iter().skip(1);
                slopes.filter(|found| found.p.value().is_some_and(|p| *p < alpha)).map(|found| found.term.clone()).collect()
            })
            .unwrap_or_default(),
        collinear: terms(&|found| vif(found).is_some_and(|vif| vif >= study.analysis.vif_limit)),
        nearly_collinear: terms(&|found| vif(found).is_some_and(|vif| vif >= STRICT_VIF && vif < study.analysis.vif_limit)),
        worst_vif: by_vif(f64::max),
        best_vif: by_vif(f64::min),
        negative_adjusted_r2: regression.adjusted_r2 < 0.0,
        deviation_part: regression.residuals.ks.value().map(|ks| part(ks.d_at).to_owned()),
        skew: beyond_error(&regression.residuals.skewness, &regression.residuals.skewness_se, ["left", "symmetric", "right"]),
        peak: beyond_error(&regression.residuals.kurtosis, &regression.residuals.kurtosis_se, ["flat", "ordinary", "peaked"]),
        spread: regression.residuals.spread.value().map(|spread| {
            let pattern = match (spread.p < alpha, spread.r > 0.0) {
                (true, true) => "widening",
                (true, false) => "narrowing",
                (false, _) => "level",
            };
            pattern.to_owned()
        }),
        perfect: regression.anova.f.value().is_none(),
        f_significant: regression.anova.significant.value().copied(),
        violated,
        remedied,
        limiting,
        untested: named(regression, |met| met.is_none()),
        hypotheses: Vec::new(),
    }
}

/// The third of a distribution in which a cumulative probability lies.
fn part(probability: f64) -> &'static str {
    if probability < 1.0 / 3.0 {
        "lower"
    } else if probability <= 2.0 / 3.0 {
        "central"
    } else {
        "upper"
    }
}

/// Whether a moment departs from the normal distribution's by more than twice its standard error, as SPSS's help has it:
/// the first word below, the last above, the middle one where it does not.
fn beyond_error(moment: &Outcome<f64>, error: &Outcome<f64>, words: [&str; 3]) -> Option<String> {
    let (moment, error) = (moment.value()?, error.value()?);
    let [below, within, above] = words;
    let word = if moment.abs() <= 2.0 * error {
        within
    } else if *moment < 0.0 {
        below
    } else {
        above
    };
    Some(word.to_owned())
}

fn named(regression: &RegressionResult, keep: fn(Option<bool>) -> bool) -> Vec<String> {
    let kept = regression.assumptions.iter().filter(|assumption| keep(assumption.met.value().copied()));
    let mut names: Vec<String> = kept.map(|assumption| assumption.name.clone()).collect();
    names.dedup();
    names
}
