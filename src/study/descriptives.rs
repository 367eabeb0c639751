//! Further ways to describe answers: an index in per cent with bands of its own, and tables of two characteristics.

use super::file_descriptives::DescriptivesFile;
use super::names::{Declared, Names};
use super::problem_variables::VariableProblem;
use super::variable::{Bands, Scale, Variable};
use crate::diagnostics::{Diagnostics, Spanned};
use crate::language::Text;
use indexmap::IndexMap;
use serde::Serialize;

/// Bands of the achievement of respondents, by their lower bounds.
const TCR: [(&str, &str, f64); 5] = [
    ("tidak baik", "poor", 0.0),
    ("kurang baik", "fair", 55.0),
    ("cukup baik", "moderate", 65.0),
    ("baik", "good", 80.0),
    ("sangat baik", "very good", 90.0),
];

/// Fewest respondents from which a group is compared with others, unless the study says otherwise.
const MINIMUM_N: usize = 5;

/// A way to turn a mean answer into an index in per cent.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum IndexScheme {
    /// Three boxes (Ferdinand 2014): Σ(%F · score) / points.
    ThreeBox,
    /// *Tingkat capaian responden*: mean / highest answer.
    Tcr,
    /// Per cent of the ideal score: sum / (n · highest answer).
    Ideal,
}

impl IndexScheme {
    /// Its key in results and terms.
    pub fn key(self) -> &'static str {
        match self {
            IndexScheme::ThreeBox => "three_box",
            IndexScheme::Tcr => "tcr",
            IndexScheme::Ideal => "ideal",
        }
    }

    /// What the mean answer is divided by.
    pub fn divisor(self, scale: &Scale) -> f64 {
        match self {
            IndexScheme::ThreeBox => scale.points() as f64,
            IndexScheme::Tcr | IndexScheme::Ideal => scale.max as f64,
        }
    }

    /// Bands where the author gives none, lowest first with their lower bounds in per cent: a third (three boxes) or a fifth
    /// (ideal score) of what the scale allows, or those of the achievement of respondents, whose printed limits leave gaps
    /// (`65–79`, `80–89`), in which an index belongs to the band below.
    fn bands(self, scale: &Scale) -> Bands {
        let text = |id: &str, en: &str| Text::Each { id: Some(id.to_owned()), en: Some(en.to_owned()) };
        let low = 100.0 * scale.min as f64 / self.divisor(scale);
        let high = 100.0 * scale.max as f64 / self.divisor(scale);
        let equal = |names: &[(&str, &str)]| -> Bands {
            let width = (high - low) / names.len() as f64;
            let bands = names.iter().enumerate().map(|(at, (id, en))| (text(id, en), low + width * at as f64));
            Bands { bands: bands.collect(), equal: true, of_score: false }
        };
        match self {
            IndexScheme::ThreeBox => equal(&[("rendah", "low"), ("sedang", "moderate"), ("tinggi", "high")]),
            IndexScheme::Ideal => equal(&[
                ("tidak baik", "poor"),
                ("kurang baik", "fair"),
                ("cukup baik", "moderate"),
                ("baik", "good"),
                ("sangat baik", "very good"),
            ]),
            IndexScheme::Tcr => {
                let bands = TCR.iter().map(|(id, en, from)| (text(id, en), *from));
                Bands { bands: bands.collect(), equal: false, of_score: false }
            }
        }
    }
}

/// An index with bands of its own.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Index {
    /// How it is computed.
    pub scheme: IndexScheme,
    /// Its bands by the author, lowest first, in per cent; empty where the scheme's hold.
    pub own_bands: Vec<(Text, f64)>,
}

impl Index {
    /// The bands for answers on a scale.
    pub fn bands(&self, scale: &Scale) -> Bands {
        match self.own_bands.is_empty() {
            true => self.scheme.bands(scale),
            false => Bands { bands: self.own_bands.clone(), equal: false, of_score: false },
        }
    }
}

/// Further ways to describe answers.
#[derive(Debug, Clone, Default, PartialEq, Serialize)]
pub struct Descriptives {
    /// The index.
    pub index: Option<Index>,
    /// Pairs of a characteristic, or a variable by its bands, with a characteristic.
    pub crosstabs: Vec<(String, String)>,
    /// Characteristics per value of which scores are told.
    pub by: Vec<String>,
    /// Fewest respondents from which a group is compared with others.
    pub minimum_n: usize,
}

/// Checks `descriptives`.
pub(super) fn check(
    file: &DescriptivesFile,
    names: &Names,
    variables: &IndexMap<String, Variable>,
    diagnostics: &mut Diagnostics,
) -> Descriptives {
    let mut before: Option<f64> = None;
    for (name, from) in &file.categories {
        if let Some(before) = before.filter(|before| from.value <= *before) {
            let (span, name, value) = (from.span, name.value.clone(), from.value);
            diagnostics.push(VariableProblem::BandNotRising { span, name, value, before }.diagnostic());
        } else if !(0.0..=100.0).contains(&from.value) {
            let (span, name, value) = (from.span, name.value.clone(), from.value);
            diagnostics.push(VariableProblem::BandOutside { span, name, value, min: 0.0, max: 100.0 }.diagnostic());
        }
        before = Some(before.map_or(from.value, |before| before.max(from.value)));
    }
    if let [(name, _)] = file.categories.as_slice() {
        diagnostics.push(VariableProblem::TooFewBands { span: name.span }.diagnostic());
    }
    let mut crosstabs = Vec::new();
    for (rows, columns) in &file.crosstabs {
        let mut fits = |name: &Spanned<String>| {
            let banded = variables.get(&name.value).is_some_and(|variable| variable.scale().is_some());
            let fits = banded || names.resolve(&name.value) == Some(Declared::Characteristic);
            if !fits {
                diagnostics.push(names.undeclared(name).diagnostic());
            }
            fits
        };
        let (first, second) = (fits(rows), fits(columns));
        if first && second {
            crosstabs.push((rows.value.clone(), columns.value.clone()));
        }
    }
    let mut by: Vec<String> = Vec::new();
    for name in &file.by {
        match names.resolve(&name.value) {
            Some(Declared::Characteristic) if by.contains(&name.value) => {}
            Some(Declared::Characteristic) => by.push(name.value.clone()),
            _ => diagnostics.push(names.undeclared(name).diagnostic()),
        }
    }
    let own_bands = file.categories.iter().map(|(name, from)| (Text::Same(name.value.clone()), from.value)).collect();
    let minimum_n = file.minimum_n.as_ref().and_then(|n| usize::try_from(n.value).ok()).unwrap_or(MINIMUM_N).max(1);
    Descriptives { index: file.index.as_ref().map(|scheme| Index { scheme: scheme.value, own_bands }), crosstabs, by, minimum_n }
}
