//! Variables, scales, indicators and items as written.

use super::decode::{Decoder, Fields};
use super::file_records::{self, AppraisalFile, PointsMap};
use super::node::{Node, NodeKind};
use super::problem::{Kind, StudyProblem};
use super::variable::{ScoreBy, ScoreOf};
use crate::diagnostics::{Span, Spanned};
use crate::language::Text;
use serde::Serialize;

/// The keys of a variable; those of a measurement model stand in `models.rs`.
pub const VARIABLE_KEYS: &[&str] = &[
    "name",
    "abbreviation",
    "definition",
    "source",
    "uses",
    "scale",
    "columns",
    "score",
    "indicators",
    "dimensions",
    "column",
    "range",
    "points_by",
    "appraisal",
];
const SCALE_KEYS: &[&str] = &["min", "max", "labels", "abbreviations", "categories"];
const SCORE_KEYS: &[&str] = &["by", "of", "weights", "times", "minimum_answered", "msi"];
const DIMENSION_KEYS: &[&str] = &["name", "definition", "indicators"];
const INDICATOR_KEYS: &[&str] =
    &["name", "items", "statement", "code", "column", "reverse", "reverse_checked", "labels", "points", "points_from"];
const ITEM_KEYS: &[&str] = &["statement", "code", "column", "reverse", "reverse_checked", "labels", "points", "points_from"];
const SCORES: &[(&str, ScoreBy)] = &[("sum", ScoreBy::Sum), ("mean", ScoreBy::Mean)];
const SCORES_OF: &[(&str, ScoreOf)] = &[("items", ScoreOf::Items), ("dimensions", ScoreOf::Dimensions)];

/// One of `variables`, or what a measurement model says of one.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct VariableFile {
    /// Its code.
    pub code: Spanned<String>,
    /// Its name.
    pub name: Option<Spanned<Text>>,
    /// Its abbreviation.
    pub abbreviation: Option<Spanned<Text>>,
    /// Operational definition.
    pub definition: Option<Spanned<Text>>,
    /// Source of definition or instrument.
    pub source: Option<Spanned<Text>>,
    /// The measurement model it uses.
    pub uses: Option<Spanned<String>>,
    /// Its own scale.
    pub scale: Option<ScaleFile>,
    /// The columns of its items.
    pub columns: Option<Spanned<ColumnsFile>>,
    /// How answers become a score.
    pub score: Option<ScoreFile>,
    /// Its indicators.
    pub indicators: Option<Spanned<Vec<IndicatorFile>>>,
    /// Its dimensions.
    pub dimensions: Option<Spanned<Vec<DimensionFile>>>,
    /// Its only column.
    pub column: Option<Spanned<String>>,
    /// Lowest and highest possible value of that column.
    pub range: Option<Spanned<(f64, f64)>>,
    /// The column by whose words points differ.
    pub points_by: Option<Spanned<String>>,
    /// How performance is appraised.
    pub appraisal: Option<AppraisalFile>,
    /// Something in it could not be read and has been reported; what is missing is not reported again.
    pub broken: bool,
}

/// `scale`.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct ScaleFile {
    /// Its key.
    pub span: Span,
    /// Lowest answer.
    pub min: Option<Spanned<i64>>,
    /// Highest answer.
    pub max: Option<Spanned<i64>>,
    /// Words of the answers.
    pub labels: Option<Spanned<Vec<Spanned<Text>>>>,
    /// Short forms of the answers.
    pub abbreviations: Option<Spanned<Vec<Spanned<Text>>>>,
    /// Bands of the mean.
    pub categories: Option<CategoriesFile>,
    /// Something in it could not be read and has been reported.
    pub broken: bool,
}

/// `categories` of a scale.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum CategoriesFile {
    /// Names of equal bands, lowest first.
    Names(Spanned<Vec<Spanned<Text>>>),
    /// Name and lowest value of each band.
    Lowest(Spanned<Vec<(Spanned<String>, Spanned<f64>)>>),
}

/// `columns` of a variable.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum ColumnsFile {
    /// A pattern `KOM{i}` or a range `F:N`.
    Pattern(String),
    /// Headers, one an item.
    Headers(Vec<Spanned<String>>),
}

/// Names of parts of a score and what they weigh.
pub type WeightsFile = Vec<(Spanned<String>, Spanned<f64>)>;

/// `score` of a variable.
#[derive(Debug, Clone, Default, PartialEq, Serialize)]
pub struct ScoreFile {
    /// Sum or mean.
    pub by: Option<Spanned<ScoreBy>>,
    /// Of items or of dimensions.
    pub of: Option<Spanned<ScoreOf>>,
    /// Weights of items; `None` when equal.
    pub weights: Option<Spanned<WeightsFile>>,
    /// What the score is multiplied with.
    pub times: Option<Spanned<f64>>,
    /// The least proportion of answered items.
    pub minimum_answered: Option<Spanned<f64>>,
    /// Successive intervals instead of raw answers.
    pub msi: Option<Spanned<bool>>,
}

/// One of `dimensions`.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct DimensionFile {
    /// Its code.
    pub code: Spanned<String>,
    /// Its name.
    pub name: Option<Spanned<Text>>,
    /// Its definition.
    pub definition: Option<Spanned<Text>>,
    /// Its indicators.
    pub indicators: Option<Spanned<Vec<IndicatorFile>>>,
}

/// One of `indicators`.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct IndicatorFile {
    /// Where it stands.
    pub span: Span,
    /// Its name.
    pub name: Option<Spanned<Text>>,
    /// Its items; one when it is itself an item.
    pub items: Vec<ItemFile>,
    /// It has a list `items` rather than being itself an item.
    pub listed: bool,
}

/// One item.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct ItemFile {
    /// Where it stands.
    pub span: Span,
    /// The statement put to respondents.
    pub statement: Option<Spanned<Text>>,
    /// Its own code.
    pub code: Option<Spanned<String>>,
    /// Its own column.
    pub column: Option<Spanned<String>>,
    /// Scored from the other end.
    pub reverse: Option<Spanned<bool>>,
    /// The author has checked that it is not reversed.
    pub reverse_checked: Option<Spanned<bool>>,
    /// Labels of its own.
    pub labels: Option<Spanned<Vec<Spanned<Text>>>>,
    /// Points of words.
    pub points: Option<PointsMap>,
    /// Points of numbers, by the lowest number.
    pub points_from: Option<PointsMap>,
}

impl VariableFile {
    /// Reads one entry of `variables`. A broken one keeps its code, so that claims naming it are not reported as well.
    pub fn decode(decoder: &mut Decoder<'_>, code: &Spanned<String>, node: &Node) -> Option<VariableFile> {
        let problems = decoder.problems();
        let mut variable = match decoder.fields(node, VARIABLE_KEYS) {
            Some(fields) => VariableFile::of(decoder, code.clone(), &fields),
            None => VariableFile::empty(code.clone()),
        };
        variable.broken = decoder.problems() > problems;
        Some(variable)
    }

    /// A variable of which nothing is known but its code.
    pub fn empty(code: Spanned<String>) -> VariableFile {
        VariableFile {
            code,
            name: None,
            abbreviation: None,
            definition: None,
            source: None,
            uses: None,
            scale: None,
            columns: None,
            score: None,
            indicators: None,
            dimensions: None,
            column: None,
            range: None,
            points_by: None,
            appraisal: None,
            broken: true,
        }
    }

    /// Reads the keys of a variable out of a map that may hold others too.
    pub fn of(decoder: &mut Decoder<'_>, code: Spanned<String>, fields: &Fields<'_>) -> VariableFile {
        let problems = decoder.problems();
        let mut variable = VariableFile {
            code,
            name: fields.optional(decoder, "name", Decoder::text),
            abbreviation: fields.optional(decoder, "abbreviation", Decoder::text),
            definition: fields.optional(decoder, "definition", Decoder::text),
            source: fields.optional(decoder, "source", Decoder::text),
            uses: fields.optional(decoder, "uses", Decoder::string),
            scale: fields.optional(decoder, "scale", ScaleFile::decode),
            columns: fields.optional(decoder, "columns", ColumnsFile::decode),
            score: fields.optional(decoder, "score", ScoreFile::decode),
            indicators: fields.optional(decoder, "indicators", |decoder, node| decoder.list(node, IndicatorFile::decode)),
            dimensions: fields.optional(decoder, "dimensions", |decoder, node| {
                decoder.named(node, DimensionFile::decode).map(|dimensions| Spanned::new(dimensions, node.span))
            }),
            column: fields.optional(decoder, "column", Decoder::string),
            range: fields.optional(decoder, "range", Decoder::pair),
            points_by: fields.optional(decoder, "points_by", Decoder::string),
            appraisal: fields.optional(decoder, "appraisal", AppraisalFile::decode),
            broken: false,
        };
        variable.broken = decoder.problems() > problems;
        variable
    }

    /// This variable laid over what a measurement model says: its keys win, maps merge by key, lists are replaced.
    pub fn over(self, model: VariableFile) -> VariableFile {
        // Any of the three ways of measuring replaces the model's, whichever that was.
        let measured =
            self.indicators.is_some() || self.dimensions.is_some() || self.column.is_some() || self.appraisal.is_some();
        let dimensions_only = self.dimensions.is_some() && self.indicators.is_none() && self.column.is_none();
        let dimensions = match (self.dimensions, model.dimensions) {
            (Some(own), Some(model)) if dimensions_only => Some(merge_dimensions(own, model)),
            (own, model) => own.or(if measured { None } else { model }),
        };
        VariableFile {
            code: self.code,
            name: self.name.or(model.name),
            abbreviation: self.abbreviation.or(model.abbreviation),
            definition: self.definition.or(model.definition),
            source: self.source.or(model.source),
            uses: self.uses,
            scale: match (self.scale, model.scale) {
                (Some(own), Some(model)) => Some(own.over(model)),
                (own, model) => own.or(model),
            },
            columns: self.columns.or(model.columns),
            score: match (self.score, model.score) {
                (Some(own), Some(model)) => Some(own.over(model)),
                (own, model) => own.or(model),
            },
            indicators: self.indicators.or(if measured { None } else { model.indicators }),
            dimensions,
            column: self.column.or(if measured { None } else { model.column }),
            range: self.range.or(if measured { None } else { model.range }),
            points_by: self.points_by.or(model.points_by),
            appraisal: self.appraisal.or(if measured { None } else { model.appraisal }),
            broken: self.broken || model.broken,
        }
    }
}

fn merge_dimensions(own: Spanned<Vec<DimensionFile>>, model: Spanned<Vec<DimensionFile>>) -> Spanned<Vec<DimensionFile>> {
    let mut own_left = own.value;
    let mut merged = Vec::new();
    for dimension in model.value {
        match own_left.iter().position(|own| own.code.value == dimension.code.value) {
            Some(position) => {
                let over = own_left.remove(position);
                merged.push(DimensionFile {
                    code: over.code,
                    name: over.name.or(dimension.name),
                    definition: over.definition.or(dimension.definition),
                    indicators: over.indicators.or(dimension.indicators),
                });
            }
            None => merged.push(dimension),
        }
    }
    merged.extend(own_left);
    Spanned::new(merged, own.span)
}

impl ScaleFile {
    /// Reads a scale.
    pub fn decode(decoder: &mut Decoder<'_>, node: &Node) -> Option<ScaleFile> {
        let problems = decoder.problems();
        let mut scale = ScaleFile {
            span: node.span,
            min: None,
            max: None,
            labels: None,
            abbreviations: None,
            categories: None,
            broken: true,
        };
        if let Some(fields) = decoder.fields(node, SCALE_KEYS) {
            scale.span = fields.head();
            scale.min = fields.optional(decoder, "min", Decoder::whole);
            scale.max = fields.optional(decoder, "max", Decoder::whole);
            scale.labels = texts(decoder, &fields, "labels");
            scale.abbreviations = texts(decoder, &fields, "abbreviations");
            scale.categories = fields.optional(decoder, "categories", CategoriesFile::decode);
        }
        scale.broken = decoder.problems() > problems;
        Some(scale)
    }

    /// This scale laid over another. Words belong to the answers they were written for: they come along only where the
    /// answers stay the same; names of equal bands come along anyway.
    pub fn over(self, under: ScaleFile) -> ScaleFile {
        let value = |own: &Option<Spanned<i64>>| own.as_ref().map(|own| own.value);
        let same = |own: Option<i64>, under: Option<i64>| own.is_none() || own == under;
        let same_answers = same(value(&self.min), value(&under.min)) && same(value(&self.max), value(&under.max));
        ScaleFile {
            span: self.span,
            min: self.min.or(under.min),
            max: self.max.or(under.max),
            labels: self.labels.or(under.labels.filter(|_| same_answers)),
            abbreviations: self.abbreviations.or(under.abbreviations.filter(|_| same_answers)),
            categories: self
                .categories
                .or(under.categories.filter(|under| same_answers || matches!(under, CategoriesFile::Names(_)))),
            broken: self.broken || under.broken,
        }
    }
}

impl CategoriesFile {
    fn decode(decoder: &mut Decoder<'_>, node: &Node) -> Option<CategoriesFile> {
        match node.kind {
            NodeKind::List(_) => decoder.list(node, Decoder::text).map(CategoriesFile::Names),
            NodeKind::Map(_) => decoder
                .named(node, |decoder, key, node| Some((key.clone(), decoder.number(node)?)))
                .map(|bands| CategoriesFile::Lowest(Spanned::new(bands, node.span))),
            _ => decoder.wrong(node, Kind::ListOrMap),
        }
    }
}

impl ColumnsFile {
    fn decode(decoder: &mut Decoder<'_>, node: &Node) -> Option<Spanned<ColumnsFile>> {
        match &node.kind {
            NodeKind::Text(pattern) => Some(Spanned::new(ColumnsFile::Pattern(pattern.clone()), node.span)),
            NodeKind::List(_) => decoder.list(node, Decoder::string).map(|headers| headers.map(ColumnsFile::Headers)),
            _ => decoder.wrong(node, Kind::TextOrList),
        }
    }
}

impl ScoreFile {
    fn decode(decoder: &mut Decoder<'_>, node: &Node) -> Option<ScoreFile> {
        let mut score = ScoreFile::default();
        if !matches!(node.kind, NodeKind::Map(_) | NodeKind::List(_)) {
            score.by = decoder.word(node, SCORES);
            return Some(score);
        }
        let fields = decoder.fields_or(node, SCORE_KEYS, Kind::TextOrMap)?;
        score.by = fields.optional(decoder, "by", |decoder, node| decoder.word(node, SCORES));
        score.of = fields.optional(decoder, "of", |decoder, node| decoder.word(node, SCORES_OF));
        score.weights = fields
            .optional(decoder, "weights", |decoder, node| {
                if !matches!(node.kind, NodeKind::Map(_) | NodeKind::List(_)) {
                    return decoder.word(node, &[("equal", ())]).map(|_| None);
                }
                decoder
                    .named(node, |decoder, key, node| {
                        let weight = decoder.number_in(node, "x > 0", |weight| weight > 0.0)?;
                        Some((key.clone(), weight))
                    })
                    .map(|weights| Some(Spanned::new(weights, node.span)))
            })
            .flatten();
        score.times = fields.optional(decoder, "times", |decoder, node| decoder.number_in(node, "x > 0", |times| times > 0.0));
        score.minimum_answered = fields.optional(decoder, "minimum_answered", |decoder, node| {
            decoder.number_in(node, "0 < x ≤ 1", |share| share > 0.0 && share <= 1.0)
        });
        score.msi = fields.optional(decoder, "msi", Decoder::flag);
        Some(score)
    }

    /// These keys laid over a model's.
    fn over(self, model: ScoreFile) -> ScoreFile {
        ScoreFile {
            by: self.by.or(model.by),
            of: self.of.or(model.of),
            weights: self.weights.or(model.weights),
            times: self.times.or(model.times),
            minimum_answered: self.minimum_answered.or(model.minimum_answered),
            msi: self.msi.or(model.msi),
        }
    }
}

impl DimensionFile {
    fn decode(decoder: &mut Decoder<'_>, code: &Spanned<String>, node: &Node) -> Option<DimensionFile> {
        let mut dimension = DimensionFile { code: code.clone(), name: None, definition: None, indicators: None };
        if let Some(fields) = decoder.fields(node, DIMENSION_KEYS) {
            dimension.name = fields.optional(decoder, "name", Decoder::text);
            dimension.definition = fields.optional(decoder, "definition", Decoder::text);
            dimension.indicators =
                fields.optional(decoder, "indicators", |decoder, node| decoder.list(node, IndicatorFile::decode));
        }
        Some(dimension)
    }
}

impl IndicatorFile {
    fn decode(decoder: &mut Decoder<'_>, node: &Node) -> Option<IndicatorFile> {
        if !matches!(node.kind, NodeKind::Map(_) | NodeKind::List(_) | NodeKind::Null) {
            return Some(IndicatorFile {
                span: node.span,
                name: decoder.text(node),
                items: vec![ItemFile::empty(node.span)],
                listed: false,
            });
        }
        let fields = decoder.fields_or(node, INDICATOR_KEYS, Kind::TextOrMap)?;
        let name = fields.required(decoder, "name", "name: Integritas", Decoder::text);
        let listed = fields.key("items");
        let items = match listed {
            Some(first) => {
                for key in ITEM_KEYS {
                    if let Some(span) = fields.key(key) {
                        let path = decoder.path();
                        decoder.report(StudyProblem::Conflict {
                            span,
                            first,
                            keys: ("items".to_owned(), (*key).to_owned()),
                            path,
                        });
                    }
                }
                fields
                    .optional(decoder, "items", |decoder, node| decoder.list(node, ItemFile::decode))
                    .map(|items| items.value)
                    .unwrap_or_default()
            }
            None => vec![ItemFile::of(decoder, node.span, &fields)],
        };
        Some(IndicatorFile { span: node.span, name, items, listed: listed.is_some() })
    }
}

impl ItemFile {
    fn empty(span: Span) -> ItemFile {
        ItemFile {
            span,
            statement: None,
            code: None,
            column: None,
            reverse: None,
            reverse_checked: None,
            labels: None,
            points: None,
            points_from: None,
        }
    }

    fn decode(decoder: &mut Decoder<'_>, node: &Node) -> Option<ItemFile> {
        if !matches!(node.kind, NodeKind::Map(_) | NodeKind::List(_) | NodeKind::Null) {
            return Some(ItemFile { statement: decoder.text(node), ..ItemFile::empty(node.span) });
        }
        let fields = decoder.fields_or(node, ITEM_KEYS, Kind::TextOrMap)?;
        Some(ItemFile::of(decoder, node.span, &fields))
    }

    fn of(decoder: &mut Decoder<'_>, span: Span, fields: &Fields<'_>) -> ItemFile {
        ItemFile {
            span,
            statement: fields.optional(decoder, "statement", Decoder::text),
            code: fields.optional(decoder, "code", Decoder::string),
            column: fields.optional(decoder, "column", Decoder::string),
            reverse: fields.optional(decoder, "reverse", Decoder::flag),
            reverse_checked: fields.optional(decoder, "reverse_checked", Decoder::flag),
            labels: texts(decoder, fields, "labels"),
            points: fields.optional(decoder, "points", file_records::points),
            points_from: fields.optional(decoder, "points_from", file_records::points),
        }
    }
}

/// A list of texts under a key.
fn texts(decoder: &mut Decoder<'_>, fields: &Fields<'_>, key: &str) -> Option<Spanned<Vec<Spanned<Text>>>> {
    fields.optional(decoder, key, |decoder, node| decoder.list(node, Decoder::text))
}
