//! From a scale as written to a scale: answers, words, bands.

use super::file_variables::{CategoriesFile, ScaleFile};
use super::problem_variables::VariableProblem;
use super::variable::{Bands, Scale};
use crate::diagnostics::{Diagnostics, Span, Spanned};
use crate::language::{Language, Text};

/// More answers than this are no rating scale.
const MOST_ANSWERS: i64 = 101;

/// The names of five bands when the study gives none.
const DEFAULT_BANDS: [(&str, &str); 5] =
    [("sangat rendah", "very low"), ("rendah", "low"), ("cukup", "moderate"), ("tinggi", "high"), ("sangat tinggi", "very high")];

/// The lowest and highest value that the bands divide.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) enum Banded {
    /// The item mean: the scale itself.
    ItemMean,
    /// A score between these.
    Score(f64, f64),
}

/// Checks a scale that is complete, as `code` uses it (`name` for messages); reports everything wrong with it.
pub(super) fn check(
    file: &ScaleFile,
    code: &Spanned<String>,
    banded: impl FnOnce(i64, i64) -> Banded,
    diagnostics: &mut Diagnostics,
) -> Option<Scale> {
    let mut report = |problem: VariableProblem| diagnostics.push(problem.diagnostic());
    let (Some(min), Some(max)) = (&file.min, &file.max) else {
        if !file.broken {
            report(VariableProblem::NoScale { span: file.span, code: code.value.clone() });
        }
        return None;
    };
    if min.value >= max.value {
        report(VariableProblem::MinNotBelowMax { span: later(min.span, max.span), min: min.value, max: max.value });
        return None;
    }
    let points = max.value.saturating_sub(min.value).saturating_add(1);
    if points > MOST_ANSWERS {
        report(VariableProblem::TooManyAnswers { span: max.span, points });
        return None;
    }
    let scale_span = if min.span.file == max.span.file { min.span.to(max.span) } else { max.span };
    for (key, words) in [("labels", &file.labels), ("abbreviations", &file.abbreviations)] {
        if let Some(words) = words
            && !file.broken
            && words.value.len() as i64 != points
        {
            report(VariableProblem::ScaleWords {
                span: words.span,
                key,
                found: words.value.len(),
                min: min.value,
                max: max.value,
                scale: scale_span,
            });
        }
    }
    let banded = banded(min.value, max.value);
    let (low, high) = match banded {
        Banded::ItemMean => (min.value as f64, max.value as f64),
        Banded::Score(low, high) => (low, high),
    };
    let (bands, equal) = match &file.categories {
        None => {
            let names =
                DEFAULT_BANDS.iter().map(|(id, en)| Text::Each { id: Some((*id).to_owned()), en: Some((*en).to_owned()) });
            (equal_bands(names.collect(), low, high), true)
        }
        Some(CategoriesFile::Names(names)) => {
            if names.value.len() < 2 && !file.broken {
                report(VariableProblem::TooFewBands { span: names.span });
            }
            let names = names.value.iter().map(|name| name.value.clone());
            (equal_bands(names.collect(), low, high), true)
        }
        Some(CategoriesFile::Lowest(bands)) => {
            if bands.value.len() < 2 && !file.broken {
                report(VariableProblem::TooFewBands { span: bands.span });
            }
            check_bands(&bands.value, low, high, &mut report);
            let bands = bands.value.iter().map(|(name, value)| (name.value.clone(), value.value));
            (bands.collect(), false)
        }
    };
    let texts = |words: &Option<Spanned<Vec<Spanned<Text>>>>| {
        words.iter().flat_map(|words| &words.value).map(|word| word.value.clone()).collect()
    };
    Some(Scale {
        min: min.value,
        max: max.value,
        labels: texts(&file.labels),
        abbreviations: texts(&file.abbreviations),
        bands: Bands { bands, equal, of_score: matches!(banded, Banded::Score(..)) },
    })
}

/// Bands of equal width (the *rentang skala*: highest minus lowest, divided by the number of classes).
fn equal_bands(names: Vec<Text>, low: f64, high: f64) -> Vec<(Text, f64)> {
    let width = (high - low) / names.len().max(1) as f64;
    names.into_iter().enumerate().map(|(position, name)| (name, low + width * position as f64)).collect()
}

fn check_bands(bands: &[(Spanned<Text>, Spanned<f64>)], low: f64, high: f64, report: &mut impl FnMut(VariableProblem)) {
    let mut before: Option<f64> = None;
    for (name, value) in bands {
        let span = value.span;
        let name = name.value.get(Language::default()).to_owned();
        let value = value.value;
        match before {
            None if (value - low).abs() > 1e-9 => report(VariableProblem::FirstBand { span, name, value, min: low }),
            Some(before) if value <= before => report(VariableProblem::BandNotRising { span, name, value, before }),
            _ if value < low || value > high => report(VariableProblem::BandOutside { span, name, value, min: low, max: high }),
            _ => {}
        }
        before = Some(before.map_or(value, |before| before.max(value)));
    }
}

fn later(one: Span, other: Span) -> Span {
    if other >= one { other } else { one }
}
