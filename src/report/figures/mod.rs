//! Results as vector drawings: one file a figure. A figure draws what the results hold; it computes places on paper alone.

mod axes;
mod bootstrap;
mod group_means;
mod group_scores;
mod histogram;
mod influence;
mod labels;
mod likert;
mod means;
mod path_diagram;
mod path_layout;
mod pp_plot;
mod publication;
mod scatter;
mod service;
mod slopes;
mod svg;
pub mod trend;
pub mod units;

use super::desk::Desk;
use super::document::{Figure, Inline, Picture, plain_text};
use super::view::Found;
use crate::numbers::{NumberStyle, Quantity, Setting};

/// Figures of one regression.
const REGRESSION_FIGURES: [&str; 4] = ["histogram", "pp-plot", "scatter", "influence-plot"];
/// Figures of one variable.
const VARIABLE_FIGURES: [&str; 4] = ["likert", "means", "service-bars", "service-line"];
/// Figures of the whole study.
const STUDY_FIGURES: [&str; 2] = ["path-diagram", "publication"];
/// Figures of one indirect effect, by its path: `X1>Y1>Y2`.
const INDIRECT_FIGURES: [&str; 1] = ["bootstrap"];

/// Figures of one hypothesis.
const HYPOTHESIS_FIGURES: [&str; 2] = ["slopes", "group-means"];

/// What figures are drawn with: study, results and words, and how the report prints numbers.
pub struct Easel<'a> {
    /// Study, results, words.
    pub desk: &'a Desk<'a>,
    /// How numbers are printed.
    pub style: &'a NumberStyle,
}

/// Every figure that there is something to draw in.
pub fn all(easel: &Easel<'_>) -> Vec<Figure> {
    let study = easel.desk.study;
    let paths = easel.desk.view.keys("series/indirect");
    let of = |names: &'static [&'static str], keys: Vec<&str>| -> Vec<Figure> {
        keys.iter().flat_map(|key| names.iter().filter_map(|name| figure(easel, name, Some(key)))).collect()
    };
    let mut figures: Vec<Figure> = STUDY_FIGURES.iter().filter_map(|name| figure(easel, name, None)).collect();
    figures.extend(of(&VARIABLE_FIGURES, study.variables.keys().map(String::as_str).collect()));
    figures.extend(of(&REGRESSION_FIGURES, study.regressions.iter().map(|regression| regression.name.as_str()).collect()));
    figures.extend(of(&HYPOTHESIS_FIGURES, study.hypotheses.iter().map(|hypothesis| hypothesis.id.as_str()).collect()));
    for code in &study.descriptives.by {
        let keys: Vec<String> = study.variables.keys().map(|variable| format!("{code}>{variable}")).collect();
        figures.extend(keys.iter().filter_map(|key| figure(easel, "group-scores", Some(key))));
    }
    figures.extend(of(&INDIRECT_FIGURES, paths.iter().map(String::as_str).collect()));
    figures
}

/// Draws the figure called `name`; `key` is the variable, regression or path it is about, where it needs one.
/// `None` when there is no such figure or nothing to draw in it.
pub fn figure(easel: &Easel<'_>, name: &str, key: Option<&str>) -> Option<Figure> {
    let drawing = match (name, key) {
        ("histogram", Some(regression)) => histogram::histogram(easel, regression),
        ("pp-plot", Some(regression)) => pp_plot::pp_plot(easel, regression),
        ("scatter", Some(regression)) => scatter::scatter(easel, regression),
        ("influence-plot", Some(regression)) => influence::influence(easel, regression),
        ("likert", Some(variable)) => likert::likert(easel, variable),
        ("means", Some(variable)) => means::means(easel, variable),
        ("service-bars", Some(variable)) => service::elements(easel, variable),
        ("service-line", Some(variable)) => service::trend(easel, variable),
        ("publication", None) => publication::publication(easel),
        ("path-diagram", None) => path_diagram::path_diagram(easel),
        ("slopes", Some(hypothesis)) => slopes::slopes(easel, hypothesis),
        ("group-means", Some(hypothesis)) => group_means::group_means(easel, hypothesis),
        ("group-scores", Some(key)) => group_scores::group_scores(easel, key),
        ("bootstrap", Some(path)) => bootstrap::bootstrap(easel, path),
        _ => None,
    }?;
    Some(Figure {
        id: id(name, key),
        number: None,
        // What has no caption is a sheet of its own.
        source: if drawing.caption.is_empty() { None } else { easel.desk.source() },
        caption: drawing.caption,
        alt: drawing.alt,
        picture: Picture::Svg(drawing.svg),
    })
}

/// The label by which a figure is referred to: `histogram-Y1`, `bootstrap-X1>Y1>Y2`.
pub fn id(name: &str, key: Option<&str>) -> String {
    key.map_or_else(|| name.to_owned(), |key| format!("{name}-{key}"))
}

/// A drawing and its words.
struct Drawing {
    caption: Vec<Inline>,
    alt: String,
    svg: String,
}

/// Values counted in intervals, as the results hold them.
struct Counts {
    start: f64,
    width: f64,
    counts: Vec<f64>,
    mean: f64,
    sd: f64,
}

impl Counts {
    fn end(&self) -> f64 {
        self.start + self.width * self.counts.len() as f64
    }

    fn highest(&self) -> f64 {
        self.counts.iter().copied().fold(0.0, f64::max)
    }
}

impl Easel<'_> {
    /// The number at a path, when there is one.
    fn number(&self, path: &str) -> Option<f64> {
        self.quantity(path).map(|quantity| quantity.value)
    }

    fn quantity(&self, path: &str) -> Option<Quantity> {
        match self.desk.view.get(path)? {
            Found::Number(quantity) => Some(quantity),
            _ => None,
        }
    }

    /// The number at a path as text.
    fn printed(&self, path: &str, setting: Setting) -> Option<String> {
        self.quantity(path).map(|quantity| self.style.print(quantity, setting))
    }

    /// The list of numbers at a path.
    fn numbers(&self, path: &str) -> Vec<f64> {
        match self.desk.view.resolve(path) {
            Some((serde_json::Value::Array(list), _)) => list.iter().filter_map(serde_json::Value::as_f64).collect(),
            _ => Vec::new(),
        }
    }

    /// The counted values at a path.
    fn counts(&self, path: &str) -> Option<Counts> {
        let at = |key: &str| self.number(&format!("{path}/{key}"));
        let counts = self.numbers(&format!("{path}/counts"));
        let found = Counts { start: at("start")?, width: at("width")?, counts, mean: at("mean")?, sd: at("sd")? };
        (found.width > 0.0 && found.highest() > 0.0).then_some(found)
    }

    /// A term with its slots filled, as plain text.
    fn words(&self, key: &str, slots: &[&str]) -> String {
        let slots: Vec<Vec<Inline>> = slots.iter().map(|slot| vec![Inline::text(*slot)]).collect();
        plain_text(&self.desk.terms.fill(key, &slots), self.style)
    }
}
