//! Variables, their items and scales, and the characteristics of respondents.

use super::DeclaredAt;
use super::records::Records;
use crate::language::Text;
use indexmap::IndexMap;
use serde::Serialize;

/// A variable of the study.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Variable {
    /// Its code, `X1`.
    pub code: String,
    /// Its name.
    pub name: Text,
    /// Its abbreviation, used in tables and running text.
    pub abbreviation: Option<Text>,
    /// Operational definition.
    pub definition: Option<Text>,
    /// Source of the definition or instrument.
    pub source: Option<Text>,
    /// How it is measured.
    pub measure: Measure,
    /// What it is in the claims.
    pub role: Role,
    /// Where it is declared.
    #[serde(skip)]
    pub declared: DeclaredAt,
}

impl Variable {
    /// All items in questionnaire order; empty for a variable that is one column.
    pub fn items(&self) -> impl Iterator<Item = &Item> {
        let indicators: &[Indicator] = match &self.measure {
            Measure::Items { indicators, .. } => indicators,
            Measure::Column { .. } | Measure::Records(_) => &[],
        };
        indicators.iter().flat_map(|indicator| indicator.items.iter())
    }

    /// The indicators, empty for a variable that is one column.
    pub fn indicators(&self) -> &[Indicator] {
        match &self.measure {
            Measure::Items { indicators, .. } => indicators,
            Measure::Column { .. } | Measure::Records(_) => &[],
        }
    }

    /// The scale of its items.
    pub fn scale(&self) -> Option<&Scale> {
        match &self.measure {
            Measure::Items { scale, .. } => Some(scale),
            Measure::Column { .. } | Measure::Records(_) => None,
        }
    }

    /// How its answers become a score; none for a variable that is one column.
    pub fn score(&self) -> Option<&Score> {
        match &self.measure {
            Measure::Items { score, .. } => Some(score.as_ref()),
            Measure::Column { .. } | Measure::Records(_) => None,
        }
    }

    /// Its dimensions, in order.
    pub fn dimensions(&self) -> impl Iterator<Item = &Dimension> {
        let dimensions = match &self.measure {
            Measure::Items { dimensions, .. } => Some(dimensions),
            Measure::Records(records) => Some(&records.dimensions),
            Measure::Column { .. } => None,
        };
        dimensions.into_iter().flat_map(|dimensions| dimensions.values())
    }

    /// How it is scored from records; none for a variable that is not.
    pub fn records(&self) -> Option<&Records> {
        match &self.measure {
            Measure::Records(records) => Some(records.as_ref()),
            Measure::Items { .. } | Measure::Column { .. } => None,
        }
    }

    /// The dimension with this code.
    pub fn dimension(&self, code: &str) -> Option<&Dimension> {
        self.dimensions().find(|dimension| dimension.code == code)
    }

    /// What a dimension is called in claims and results, `X.BP`.
    pub fn name_of(&self, dimension: &Dimension) -> String {
        format!("{}.{}", self.code, dimension.code)
    }

    /// The indicators of one of its dimensions.
    pub fn indicators_of(&self, dimension: &Dimension) -> &[Indicator] {
        self.indicators().get(dimension.indicators.clone()).unwrap_or_default()
    }

    /// The score of somebody who answers 1 to every item, of the whole or of a dimension: what a mean of items is multiplied
    /// with to be on the scale of the score. None for a variable that is one column, and for scores of successive intervals,
    /// which have a scale of their own.
    pub fn ones(&self, dimension: Option<&Dimension>) -> Option<f64> {
        let score = self.score().filter(|score| !score.msi)?;
        let items = |indicators: &[Indicator]| {
            let items = indicators.iter().flat_map(|indicator| &indicator.items);
            let weight = |code: &str| if score.of == ScoreOf::Items { score.weight(code) } else { 1.0 };
            match score.by {
                ScoreBy::Sum => items.map(|item| weight(&item.code)).sum(),
                ScoreBy::Mean => 1.0,
            }
        };
        let ones = match dimension {
            Some(dimension) => items(self.indicators_of(dimension)),
            None if score.of == ScoreOf::Dimensions => {
                score.of_ones(self.dimensions().map(|part| (part.code.as_str(), items(self.indicators_of(part)))))
            }
            None => items(self.indicators()),
        };
        Some(ones * score.times)
    }
}

/// How a variable is measured.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[serde(rename_all = "lowercase")]
pub enum Measure {
    /// By questionnaire items.
    Items {
        /// Indicators in order; each has at least one item. With dimensions: all indicators of all dimensions.
        indicators: Vec<Indicator>,
        /// The dimensions, when declared.
        dimensions: IndexMap<String, Dimension>,
        /// The scale of the items.
        scale: Scale,
        /// How answers become a score.
        score: Box<Score>,
    },
    /// By one column of the data file.
    Column {
        /// Header of the column.
        column: String,
        /// Lowest and highest possible value.
        range: Option<(f64, f64)>,
    },
    /// By records: points of words and numbers, or ratings.
    Records(Box<Records>),
}

/// A part of a variable with a name of its own, `X.BP`.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Dimension {
    /// Its code within the variable, `BP`.
    pub code: String,
    /// Its name.
    pub name: Text,
    /// Its definition.
    pub definition: Option<Text>,
    /// Positions of its indicators in the variable's list.
    pub indicators: std::ops::Range<usize>,
}

/// One indicator with its items.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Indicator {
    /// Its name.
    pub name: Text,
    /// Its items, at least one. An indicator declared without `items` is itself its only item.
    pub items: Vec<Item>,
}

/// One question of the questionnaire.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Item {
    /// Its code, `X1.1` unless declared; unique in the study.
    pub code: String,
    /// What tables call it: its own name, or the indicator's.
    pub name: Text,
    /// The statement put to respondents.
    pub statement: Option<Text>,
    /// Where its answers stand in the data file.
    pub column: ColumnSource,
    /// Scored from the other end of the scale.
    pub reverse: bool,
    /// The author has checked that it is not reversed.
    pub reverse_checked: bool,
    /// Labels of its own, lowest first.
    pub labels: Option<Vec<Text>>,
    /// Where it is declared.
    #[serde(skip)]
    pub declared: DeclaredAt,
}

/// How the column of an item is found.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[serde(rename_all = "lowercase")]
pub enum ColumnSource {
    /// By its code (`X1.1`, also `X1_1`), then by its statement.
    ByCode,
    /// By exactly this header.
    Header(String),
    /// By position, counted from 0 (from a spreadsheet range such as `F:N`).
    Position(usize),
}

/// A rating scale of items.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Scale {
    /// Lowest answer.
    pub min: i64,
    /// Highest answer.
    pub max: i64,
    /// Words of the answers, lowest first; empty when not declared.
    pub labels: Vec<Text>,
    /// Short forms of the answers, lowest first; empty when not declared.
    pub abbreviations: Vec<Text>,
    /// Bands of the item mean.
    pub bands: Bands,
}

impl Scale {
    /// Number of answers.
    pub fn points(&self) -> usize {
        usize::try_from(self.max - self.min + 1).unwrap_or(0)
    }

    /// The answers, lowest first.
    pub fn values(&self) -> impl Iterator<Item = i64> + use<> {
        self.min..=self.max
    }
}

/// Bands into which a mean falls, lowest first.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Bands {
    /// Name and lowest value of each band, in rising order; the first begins at the scale's minimum.
    pub bands: Vec<(Text, f64)>,
    /// The bands are equal parts of the scale (their printed limits then follow the 0,01 rule).
    pub equal: bool,
    /// They are bands of the score (when it is multiplied), not of the item mean.
    pub of_score: bool,
}

/// How the answers of a variable become one score.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Score {
    /// Sum or mean; the scores of dimensions are made of their items in the same way.
    pub by: ScoreBy,
    /// What the score of the whole is made of.
    pub of: ScoreOf,
    /// Weights by code: of items, or of dimensions where the score is made of them. Empty when all weigh the same.
    pub weights: IndexMap<String, f64>,
    /// What the score is multiplied with, that of every dimension too.
    pub times: f64,
    /// The least proportion of its items that must be answered.
    pub minimum_answered: f64,
    /// Answers become intervals by the method of successive intervals before they are added.
    pub msi: bool,
}

impl Default for Score {
    fn default() -> Score {
        Score { by: ScoreBy::Sum, of: ScoreOf::Items, weights: IndexMap::new(), times: 1.0, minimum_answered: 1.0, msi: false }
    }
}

impl Score {
    /// The weight of an item or dimension.
    pub fn weight(&self, code: &str) -> f64 {
        self.weights.get(code).copied().unwrap_or(1.0)
    }

    /// The score of somebody who answers 1 to everything, on parts with these codes and such scores of their own.
    pub fn of_ones<'c>(&self, parts: impl Iterator<Item = (&'c str, f64)>) -> f64 {
        match self.by {
            ScoreBy::Sum => parts.map(|(code, ones)| self.weight(code) * ones).sum(),
            ScoreBy::Mean => 1.0,
        }
    }
}

/// Sum or mean.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "lowercase")]
pub enum ScoreBy {
    /// The sum.
    Sum,
    /// The mean.
    Mean,
}

/// What a score is made of.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "lowercase")]
pub enum ScoreOf {
    /// Of the items.
    Items,
    /// Of the scores of the dimensions.
    Dimensions,
}

/// What a variable is in the claims.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "lowercase")]
pub enum Role {
    /// Only arrows out: *bebas*.
    Independent,
    /// Arrows in and out: *intervening*.
    Intervening,
    /// Only arrows in: *terikat*.
    Dependent,
    /// Second factor of a product: *moderasi*.
    Moderator,
    /// Named in `regressions` alone: *kontrol*.
    Control,
    /// In no arrow.
    Other,
}

/// A column that describes respondents.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Characteristic {
    /// Its code.
    pub code: String,
    /// Its name, heading of its table.
    pub name: Text,
    /// Header of its column; the code unless declared.
    pub column: String,
    /// Values in printing order; those not listed follow as they occur.
    pub order: Vec<String>,
    /// Printed words of raw values.
    pub values: IndexMap<String, Text>,
    /// Lower bounds of classes for numbers.
    pub classes: Vec<f64>,
    /// Unit of the numbers, printed behind class limits.
    pub unit: Option<Text>,
    /// Where it is declared.
    #[serde(skip)]
    pub declared: DeclaredAt,
}
