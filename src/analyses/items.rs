//! Item and variable statistics: frequencies, bands, validity, reliability.

use super::columns::{complete, valid};
use super::results::{
    Absent, AnswerShares, BandResult, DimensionTest, IntervalResult, ItemResult, Outcome, RWithP, VariableResult, number,
};
use crate::dataset::Column;
use crate::scores::Scores;
use crate::stats::StatsError;
use crate::stats::alpha_interval::alpha_interval;
use crate::stats::components::{
    Components, PrincipalAxes, average_variance_extracted, composite_reliability, principal_axes, principal_components,
};
use crate::stats::correlation::Correlation;
use crate::stats::critical_values::{Tails as StatsTails, r_critical};
use crate::stats::descriptives::descriptives;
use crate::stats::item_covariance::{ItemCovariance, item_covariance};
use crate::stats::omega::omega;
use crate::stats::reliability::{ItemReliability, Reliability, reliability_of};
use crate::stats::rounding::round_half_away;
use crate::study::settings::{Analysis, RTableRow, ValidityCritical, ValidityMethod};
use crate::study::{Bands, Dimension, Indicator, Item, Scale, Study, Variable};
use indexmap::IndexMap;
use nalgebra::DMatrix;
use rayon::prelude::*;

/// Variables and dimensions by name.
pub type Summaries = IndexMap<String, VariableResult>;

/// Statistics of every item, and of every variable and dimension.
pub fn analyze(study: &Study, scores: &Scores) -> (IndexMap<String, ItemResult>, IndexMap<String, VariableResult>) {
    let mut items = IndexMap::new();
    let mut variables = IndexMap::new();
    for variable in study.variables.values() {
        let group = Group { name: &variable.code, indicators: variable.indicators(), variable, dimension: None };
        variables.insert(variable.code.clone(), group.analyze(study, scores, &mut items));
        for dimension in variable.dimensions() {
            let name = variable.name_of(dimension);
            let part = Group { name: &name, indicators: variable.indicators_of(dimension), variable, dimension: Some(dimension) };
            let result = part.analyze(study, scores, &mut items);
            variables.insert(name, result);
        }
    }
    (items, variables)
}

/// Items that are scored together: those of a variable or of one of its dimensions.
struct Group<'a> {
    name: &'a str,
    indicators: &'a [Indicator],
    variable: &'a Variable,
    dimension: Option<&'a Dimension>,
}

/// The instrument test of a group of items.
struct InstrumentTest {
    covariance: Option<ItemCovariance>,
    components: Outcome<Components>,
    axes: Outcome<PrincipalAxes>,
    reliability: Outcome<Reliability>,
    n: usize,
    r_critical: Outcome<f64>,
}

/// SPSS's stopping rule of principal axes.
const AXES: (f64, usize) = (0.001, 25);

fn alpha_interval_of(test: &InstrumentTest, confidence: f64) -> Outcome<IntervalResult> {
    match &test.reliability {
        Outcome::Computed(found) => {
            let ends = found.alpha.and_then(|alpha| alpha_interval(alpha, found.n, found.k, confidence));
            Outcome::from(ends).map(|(low, high)| IntervalResult { low, high })
        }
        Outcome::Absent(absent) => Outcome::Absent(absent.clone()),
    }
}

/// What follows from the loadings of the items on one principal axis.
fn from_loadings(test: &InstrumentTest, of: fn(&[f64]) -> Result<f64, StatsError>) -> Outcome<f64> {
    match &test.axes {
        Outcome::Computed(axes) => of(&axes.loadings.column(0).iter().copied().collect::<Vec<f64>>()).into(),
        Outcome::Absent(absent) => Outcome::Absent(absent.clone()),
    }
}

/// The loading of an item on the first column.
fn loading<T>(of: &Outcome<T>, position: usize, loadings: fn(&T) -> &DMatrix<f64>) -> Outcome<f64> {
    match of {
        Outcome::Computed(found) => {
            loadings(found).get((position, 0)).map_or_else(|| Outcome::absent("undefined"), |l| number(*l))
        }
        Outcome::Absent(absent) => Outcome::Absent(absent.clone()),
    }
}

impl Group<'_> {
    fn analyze(&self, study: &Study, scores: &Scores, items: &mut IndexMap<String, ItemResult>) -> VariableResult {
        let codes: Vec<&str> =
            self.indicators.iter().flat_map(|indicator| &indicator.items).map(|item| item.code.as_str()).collect();
        let test = self.instrument_test(&codes, study, scores);
        if self.dimension.is_some() {
            for (position, code) in codes.iter().enumerate() {
                if let Some(result) = items.get_mut(*code) {
                    result.in_dimension = self.judge_in_dimension(position, &test, &study.analysis);
                }
            }
        } else {
            let flat = self.indicators.iter().flat_map(|indicator| indicator.items.iter().map(move |item| (indicator, item)));
            let flat: Vec<(usize, (&Indicator, &Item))> = flat.enumerate().collect();
            // Each item by itself, so that the number of threads changes nothing.
            let described: Vec<(String, ItemResult)> = flat
                .into_par_iter()
                .filter_map(|(position, (indicator, item))| {
                    let mut result = self.describe_item(study, scores.items.get(&item.code)?);
                    result.indicator = indicator.name.get(study.language).to_owned();
                    result.name = item.name.get(study.language).to_owned();
                    result.dimension = self.dimension_of(position);
                    self.judge_item(&mut result, position, &test, &study.analysis);
                    Some((item.code.clone(), result))
                })
                .collect();
            items.extend(described);
        }
        self.describe(study, scores, &codes, items, test)
    }

    fn instrument_test(&self, codes: &[&str], study: &Study, scores: &Scores) -> InstrumentTest {
        let answers = &scores.tried_out().items;
        let columns: Vec<&Column> = codes.iter().filter_map(|code| answers.get(*code)).collect();
        if columns.len() < 2 {
            let reason = if columns.is_empty() { "no_items" } else { "one_item" };
            return InstrumentTest {
                covariance: None,
                components: Outcome::absent(reason),
                axes: Outcome::absent(reason),
                reliability: Outcome::absent(reason),
                n: 0,
                r_critical: Outcome::absent(reason),
            };
        }
        let cases = complete(&columns);
        let n = cases.first().map_or(0, Vec::len);
        let covariance = item_covariance(&cases);
        let reliability = covariance.as_ref().map_err(|error| *error).and_then(reliability_of);
        let of = covariance.as_ref().map_err(|error| *error);
        InstrumentTest {
            components: of.and_then(principal_components).into(),
            axes: of.and_then(|moments| principal_axes(moments, 1, AXES.0, AXES.1)).into(),
            covariance: covariance.ok(),
            reliability: reliability.into(),
            n,
            r_critical: match study.analysis.validity_critical {
                ValidityCritical::Fixed(value) => Outcome::Computed(value),
                // Instrument tests are two-tailed whatever the hypotheses are: BAB-IV tables print the two-tailed r.
                ValidityCritical::RTable => r_critical(table_n(study, n), study.analysis.alpha, StatsTails::Two).into(),
                ValidityCritical::Significance => Outcome::absent("by_significance"),
            },
        }
    }

    fn dimension_of(&self, position: usize) -> Option<String> {
        let mut seen = 0;
        let indicator = self.indicators.iter().position(|indicator| {
            seen += indicator.items.len();
            position < seen
        })?;
        let dimension = self.variable.dimensions().find(|dimension| dimension.indicators.contains(&indicator))?;
        Some(self.variable.name_of(dimension))
    }

    fn describe_item(&self, study: &Study, column: &Column) -> ItemResult {
        let values = valid(column);
        let described = descriptives(&values);
        let scale = self.variable.scale();
        let mut counts = IndexMap::new();
        let mut weighted = IndexMap::new();
        for score in scale.iter().flat_map(|scale| scale.values()) {
            let count = values.iter().filter(|value| (**value - score as f64).abs() < 1e-9).count();
            counts.insert(score.to_string(), count);
            weighted.insert(score.to_string(), count as f64 * score as f64);
        }
        let mean = Outcome::from(described.as_ref().map(|d| d.mean).map_err(|error| *error));
        let category = match (mean.value(), scale) {
            (Some(mean), Some(scale)) if !scale.bands.of_score => band_name(&scale.bands, *mean, study),
            _ => Outcome::absent("no_bands"),
        };
        let take = |pick: fn(&crate::stats::descriptives::Descriptives) -> f64| {
            Outcome::from(described.as_ref().map(pick).map_err(|error| *error))
        };
        ItemResult {
            variable: self.variable.code.clone(),
            dimension: None,
            indicator: String::new(),
            name: String::new(),
            n: values.len(),
            counts,
            scores: weighted,
            sum: take(|d| d.sum),
            mean,
            median: take(|d| d.median),
            mode: take(|d| d.mode),
            sd: described.as_ref().map_err(|error| *error).and_then(|d| d.sd).into(),
            category,
            pearson: Outcome::absent("no_test"),
            corrected_r: Outcome::absent("no_test"),
            corrected_p: Outcome::absent("no_test"),
            r: Outcome::absent("no_test"),
            r_critical: Outcome::absent("no_test"),
            valid: Outcome::absent("no_test"),
            alpha_if_deleted: Outcome::absent("no_test"),
            component: Outcome::absent("no_test"),
            axis: Outcome::absent("no_test"),
            in_dimension: Outcome::absent("no_dimension"),
            tested_n: 0,
            dropped: false,
        }
    }

    /// Validity of one item (V4): valid ⇔ r > critical, never |r|; by significance: p < alpha and r > 0.
    fn judge_item(&self, result: &mut ItemResult, position: usize, test: &InstrumentTest, analysis: &Analysis) {
        result.r_critical = test.r_critical.clone();
        result.tested_n = test.n;
        result.component = loading(&test.components, position, |found| &found.loadings);
        result.axis = loading(&test.axes, position, |found| &found.loadings);
        let Some(judged) = self.judge(position, test, analysis) else { return };
        result.valid = judged.valid;
        result.r = judged.decides.map(|found| found.r);
        result.corrected_r = judged.corrected.clone().map(|found| found.r);
        result.corrected_p = judged.corrected.map(|found| found.p);
        result.pearson = judged.total.map(|found| RWithP { r: found.r, p: found.p });
        result.alpha_if_deleted = judged.alpha_if_deleted;
    }

    /// The same within a dimension.
    fn judge_in_dimension(&self, position: usize, test: &InstrumentTest, analysis: &Analysis) -> Outcome<DimensionTest> {
        if let Outcome::Absent(absent) = &test.reliability {
            return Outcome::Absent(absent.clone());
        }
        let Some(judged) = self.judge(position, test, analysis) else { return Outcome::absent("no_test") };
        Outcome::Computed(DimensionTest {
            r: judged.decides.clone().map(|found| found.r),
            p: judged.decides.map(|found| found.p),
            r_critical: test.r_critical.clone(),
            valid: judged.valid,
            alpha_if_deleted: judged.alpha_if_deleted,
        })
    }

    fn judge(&self, position: usize, test: &InstrumentTest, analysis: &Analysis) -> Option<Judged> {
        let reliability = match &test.reliability {
            Outcome::Computed(reliability) => reliability,
            Outcome::Absent(absent) => return Some(Judged::none(absent)),
        };
        let item = reliability.items.get(position)?;
        let both = |pick: fn(&ItemReliability) -> Result<Correlation, _>| {
            Outcome::from(item.as_ref().map_err(|error| *error).and_then(pick))
        };
        let total = both(|item| item.total);
        let corrected = both(|item| item.corrected);
        let decides = match analysis.validity_method {
            ValidityMethod::Corrected => corrected.clone(),
            ValidityMethod::Pearson => total.clone(),
        };
        let valid = match analysis.validity_critical {
            ValidityCritical::Significance => decides.clone().map(|found| found.p < analysis.alpha && found.r > 0.0),
            ValidityCritical::RTable | ValidityCritical::Fixed(_) => match &test.r_critical {
                Outcome::Computed(critical) => decides.clone().map(|found| found.r > *critical),
                Outcome::Absent(absent) => Outcome::Absent(absent.clone()),
            },
        };
        let alpha_if_deleted = item.as_ref().map_err(|error| *error).and_then(|item| item.alpha_if_deleted).into();
        Some(Judged { decides, total, corrected, valid, alpha_if_deleted })
    }

    /// Scores that are there although one of the items is not answered.
    fn scored_though_incomplete(&self, scores: &Scores, codes: &[&str]) -> usize {
        let allowed = self.variable.score().is_some_and(|score| score.minimum_answered < 1.0);
        let Some(own) = scores.variables.get(self.name).filter(|_| allowed) else { return 0 };
        let columns: Vec<&Column> = codes.iter().filter_map(|code| scores.items.get(*code)).collect();
        let incomplete = |case: usize| columns.len() < codes.len() || columns.iter().any(|column| column.get(case).is_none());
        own.iter().enumerate().filter(|(case, score)| score.is_some() && incomplete(*case)).count()
    }

    fn describe(
        &self,
        study: &Study,
        scores: &Scores,
        codes: &[&str],
        items: &IndexMap<String, ItemResult>,
        test: InstrumentTest,
    ) -> VariableResult {
        let values = scores.variables.get(self.name).map(valid).unwrap_or_default();
        let described = descriptives(&values);
        let take = |pick: fn(&crate::stats::descriptives::Descriptives) -> f64| {
            Outcome::from(described.as_ref().map(pick).map_err(|error| *error))
        };
        let means: Vec<f64> = codes.iter().filter_map(|code| items.get(*code)?.mean.value().copied()).collect();
        let item_mean = if codes.is_empty() {
            Outcome::absent("no_items")
        } else if means.len() < codes.len() {
            Outcome::absent("no_cases")
        } else {
            number(means.iter().sum::<f64>() / means.len() as f64)
        };
        let scale = self.variable.scale();
        let banded = bands_of(self.variable, self.dimension);
        let bands = banded.as_ref().map(|(bands, _)| bands);
        let mean = take(|d| d.mean);
        let in_band = if bands.is_some_and(|bands| bands.of_score) { &mean } else { &item_mean };
        let position = in_band.value().zip(bands).and_then(|(mean, bands)| band_position(bands, *mean));
        let limits = position.zip(banded.as_ref()).map(|(position, (bands, highest))| band_limits(bands, position, *highest));
        let none = || Outcome::absent("no_bands");
        let alpha = test.reliability.clone().map(|r| Outcome::from(r.alpha));
        let alpha = flatten(alpha);
        VariableResult {
            n: values.len(),
            k: codes.len(),
            from_incomplete: self.scored_though_incomplete(scores, codes),
            median: take(|d| d.median),
            mode: take(|d| d.mode),
            multiple_modes: described.as_ref().is_ok_and(|d| d.multiple_modes),
            sd: described.as_ref().map_err(|error| *error).and_then(|d| d.sd).into(),
            variance: described.as_ref().map_err(|error| *error).and_then(|d| d.variance).into(),
            min: take(|d| d.min),
            max: take(|d| d.max),
            index: match (item_mean.value(), scale) {
                (Some(mean), Some(scale)) if scale.max > 0 => number(100.0 * mean / scale.max as f64),
                _ => Outcome::absent("no_items"),
            },
            category: position
                .zip(bands)
                .and_then(|(position, bands)| bands.bands.get(position))
                .map_or_else(none_text, |(name, _)| Outcome::Computed(name.get(study.language).to_owned())),
            band_low: limits.map_or_else(none, |limits| Outcome::Computed(limits.0)),
            band_high: limits.map_or_else(none, |limits| Outcome::Computed(limits.1)),
            bands: banded.as_ref().map_or_else(Vec::new, |(bands, highest)| all_bands(bands, *highest, study)),
            band_count: bands.map_or(0, |bands| bands.bands.len()),
            band_width: match bands.map(|bands| (bands, bands.bands.as_slice())) {
                Some((bands, [(_, first), (_, second), ..])) if bands.equal => number(second - first),
                _ => none(),
            },
            answers: scale.map_or_else(
                || Outcome::absent("no_items"),
                |scale| answer_shares(scale, codes.iter().filter_map(|code| items.get(*code))),
            ),
            mean,
            item_mean,
            reliable: alpha.clone().map(|alpha| alpha >= study.analysis.reliability_minimum),
            alpha,
            alpha_standardized: flatten(test.reliability.clone().map(|r| Outcome::from(r.alpha_standardized))),
            alpha_interval: alpha_interval_of(&test, 1.0 - study.analysis.alpha),
            ave: from_loadings(&test, average_variance_extracted),
            composite_reliability: from_loadings(&test, composite_reliability),
            component_percent: test.components.clone().map(|found| 100.0 * found.first_share()),
            omega: match &test.covariance {
                Some(covariance) => Outcome::from(omega(covariance)).map(|found| found.omega),
                None => Outcome::absent("no_items"),
            },
            alpha_minimum: study.analysis.reliability_minimum,
            reliability_n: test.n,
            validity_df: if test.n > 2 { number((table_n(study, test.n) - 2) as f64) } else { Outcome::absent("too_few_cases") },
        }
    }
}

/// The bands of the mean of a variable or dimension, and the highest value they reach: of the items, or of its own score where
/// the study bands scores. Bands by their lowest score are those of the whole alone, unless its parts are on the same scale.
pub fn bands_of(variable: &Variable, dimension: Option<&Dimension>) -> Option<(Bands, f64)> {
    if let Some(records) = variable.records() {
        return Some((records.bands.clone()?, records.highest().unwrap_or(100.0))).filter(|_| dimension.is_none());
    }
    let scale = variable.scale()?;
    if !scale.bands.of_score {
        return Some((scale.bands.clone(), scale.max as f64));
    }
    let whole = variable.ones(None)?;
    let ones = variable.ones(dimension)?;
    if !scale.bands.equal && (ones - whole).abs() > 1e-9 * whole.abs() {
        return None;
    }
    let mut bands = scale.bands.clone();
    for (_, low) in &mut bands.bands {
        *low *= ones / whole;
    }
    Some((bands, scale.max as f64 * ones))
}

/// The correlations of an item and what follows from them.
struct Judged {
    decides: Outcome<Correlation>,
    total: Outcome<Correlation>,
    corrected: Outcome<Correlation>,
    valid: Outcome<bool>,
    alpha_if_deleted: Outcome<f64>,
}

impl Judged {
    /// Nothing, for this reason.
    fn none(absent: &Absent) -> Judged {
        let none = || Outcome::Absent(absent.clone());
        Judged {
            decides: none(),
            total: none(),
            corrected: none(),
            valid: Outcome::Absent(absent.clone()),
            alpha_if_deleted: Outcome::Absent(absent.clone()),
        }
    }
}

/// How all answers to the items lie about the middle of their scale.
fn answer_shares<'a>(scale: &Scale, items: impl Iterator<Item = &'a ItemResult>) -> Outcome<AnswerShares> {
    let (mut below, mut middle, mut above) = (0, 0, 0);
    for item in items {
        for (answer, count) in scale.values().zip(item.counts.values()) {
            // Twice the distance from the middle keeps to whole numbers.
            match (2 * answer).cmp(&(scale.min + scale.max)) {
                std::cmp::Ordering::Less => below += count,
                std::cmp::Ordering::Equal => middle += count,
                std::cmp::Ordering::Greater => above += count,
            }
        }
    }
    let all = below + middle + above;
    if all == 0 {
        return Outcome::absent("no_cases");
    }
    let percent = |count: usize| 100.0 * count as f64 / all as f64;
    Outcome::Computed(AnswerShares { below: percent(below), middle: percent(middle), above: percent(above) })
}

fn none_text() -> Outcome<String> {
    Outcome::absent("no_bands")
}

fn flatten(outcome: Outcome<Outcome<f64>>) -> Outcome<f64> {
    match outcome {
        Outcome::Computed(inner) => inner,
        Outcome::Absent(absent) => Outcome::Absent(absent),
    }
}

/// Position of the band of a mean: found from the mean rounded to two decimals, because printed bands have two.
///
/// Equal bands are printed `1,81–2,60`, `2,61–3,40`: the lower limit belongs to the band below unless 0,01 is added, so
/// the first band whose printed upper limit is not below the rounded mean is taken. Bands by their lowest value are found
/// by that value.
pub fn band_position(bands: &Bands, mean: f64) -> Option<usize> {
    let rounded = round_half_away(mean, 2);
    let last = bands.bands.len().checked_sub(1)?;
    if bands.equal {
        let above = bands.bands.iter().skip(1).take_while(|(_, low)| rounded > round_half_away(*low, 2) + 1e-9).count();
        return Some(above.min(last));
    }
    bands.bands.iter().rposition(|(_, low)| rounded >= *low - 1e-9)
}

/// Printed limits of a band: the lowest of an equal band is 0,01 above the highest of the one before.
pub fn band_limits(bands: &Bands, position: usize, highest: f64) -> (f64, f64) {
    let low = bands.bands.get(position).map_or(0.0, |(_, low)| *low);
    let next = bands.bands.get(position + 1).map(|(_, low)| *low);
    if bands.equal {
        let low = round_half_away(low, 2) + if position == 0 { 0.0 } else { 0.01 };
        (low, next.map_or(highest, |next| round_half_away(next, 2)))
    } else {
        (low, next.map_or(highest, |next| next - 0.01))
    }
}

/// All bands with their printed limits.
pub fn all_bands(bands: &Bands, highest: f64, study: &Study) -> Vec<BandResult> {
    let limits = |position| band_limits(bands, position, highest);
    let named = bands.bands.iter().enumerate();
    named
        .map(|(position, (name, _))| {
            let (band_low, band_high) = limits(position);
            BandResult { name: name.get(study.language).to_owned(), band_low, band_high }
        })
        .collect()
}

/// Name of the band of a mean.
pub fn band_name(bands: &Bands, mean: f64, study: &Study) -> Outcome<String> {
    match band_position(bands, mean).and_then(|position| bands.bands.get(position)) {
        Some((name, _)) => Outcome::Computed(name.get(study.language).to_owned()),
        None => Outcome::absent("no_bands"),
    }
}

/// The n whose degrees of freedom n − 2 are those by which the r table is entered.
fn table_n(study: &Study, n: usize) -> usize {
    match study.analysis.validity_df {
        RTableRow::LessTwo => n,
        RTableRow::Whole => n.saturating_add(2),
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::float_cmp)]
    use super::*;

    fn five() -> Bands {
        let low = |at: f64| ("".into(), at);
        Bands { bands: vec![low(1.0), low(1.8), low(2.6), low(3.4), low(4.2)], equal: true, of_score: false }
    }

    #[test]
    fn bands_are_found_from_the_rounded_mean() {
        // Durianto et al. (2010) as the thesis uses it: 3,405 rounds to 3,41 and is "tinggi", 3,404 to 3,40 and is "cukup".
        assert_eq!(band_position(&five(), 3.405), Some(3));
        assert_eq!(band_position(&five(), 3.404), Some(2));
        assert_eq!(band_position(&five(), 1.0), Some(0));
        assert_eq!(band_position(&five(), 5.0), Some(4));
        let (low, high) = band_limits(&five(), 2, 5.0);
        assert!((low - 2.61).abs() < 1e-9 && (high - 3.4).abs() < 1e-9);
        assert_eq!(band_limits(&five(), 0, 5.0), (1.0, 1.8));
        assert_eq!(band_limits(&five(), 4, 5.0).1, 5.0);
    }

    #[test]
    fn bands_by_lowest_value_have_no_gaps() {
        let bands = Bands {
            bands: vec![("D".into(), 25.0), ("C".into(), 65.0), ("B".into(), 76.61), ("A".into(), 88.31)],
            equal: false,
            of_score: true,
        };
        assert_eq!(band_position(&bands, 76.605), Some(2), "76,605 rounds to 76,61");
        assert_eq!(band_position(&bands, 76.604), Some(1));
        assert_eq!(band_position(&bands, 20.0), None);
    }
}
