//! Points of records and appraisals as written.

use super::decode::Decoder;
use super::node::{Node, NodeKind};
use super::problem::Kind;
use crate::diagnostics::{Span, Spanned};
use serde::Serialize;

const APPRAISAL_KEYS: &[&str] = &["rule", "results", "targets", "behavior", "idea", "peers"];
const RULES: &[(&str, RuleFile)] = &[
    ("pp-46-2011", RuleFile::Pp46Of2011),
    ("pp-30-2019", RuleFile::Pp30Of2019),
    ("permenpan-6-2022", RuleFile::Permenpan6Of2022),
];

/// Answers, or lowest numbers, with their points.
pub type PointsMap = Spanned<Vec<(Spanned<String>, PointsFile)>>;

/// Points of one answer.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum PointsFile {
    /// The same for everybody.
    Same(Spanned<f64>),
    /// By the words of another column.
    By(Span, Vec<(Spanned<String>, Spanned<f64>)>),
}

/// The rule of an appraisal.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum RuleFile {
    /// PP 46/2011.
    Pp46Of2011,
    /// PP 30/2019.
    Pp30Of2019,
    /// Permenpan-RB 6/2022.
    Permenpan6Of2022,
}

/// `appraisal`.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct AppraisalFile {
    /// Where it stands.
    pub span: Span,
    /// The rule.
    pub rule: Option<Spanned<RuleFile>>,
    /// Column of the rating of results.
    pub results: Option<Spanned<String>>,
    /// Column of the value of targets (SKP).
    pub targets: Option<Spanned<String>>,
    /// Column of behaviour: its rating or its value.
    pub behavior: Option<Spanned<String>>,
    /// Column that says whether there was a new idea.
    pub idea: Option<Spanned<String>>,
    /// Peers and subordinates were asked too.
    pub peers: Option<Spanned<bool>>,
}

impl AppraisalFile {
    /// Reads `appraisal`.
    pub fn decode(decoder: &mut Decoder<'_>, node: &Node) -> Option<AppraisalFile> {
        let fields = decoder.fields(node, APPRAISAL_KEYS)?;
        Some(AppraisalFile {
            span: node.span,
            rule: fields.required(decoder, "rule", "rule: permenpan-6-2022", |decoder, node| decoder.word(node, RULES)),
            results: fields.optional(decoder, "results", Decoder::string),
            targets: fields.optional(decoder, "targets", Decoder::string),
            behavior: fields.required(decoder, "behavior", "behavior: perilaku_kerja", Decoder::string),
            idea: fields.optional(decoder, "idea", Decoder::string),
            peers: fields.optional(decoder, "peers", Decoder::flag),
        })
    }
}

/// Reads `points` or `points_from`: numbers, or maps of numbers by the words of another column.
pub fn points(decoder: &mut Decoder<'_>, node: &Node) -> Option<PointsMap> {
    if !matches!(node.kind, NodeKind::Map(_)) {
        return decoder.wrong(node, Kind::Map);
    }
    let each = decoder.named(node, |decoder, answer, node| {
        if !matches!(node.kind, NodeKind::Map(_)) {
            return Some((answer.clone(), PointsFile::Same(number(decoder, node)?)));
        }
        let by = decoder.named(node, |decoder, group, node| Some((group.clone(), number(decoder, node)?)))?;
        Some((answer.clone(), PointsFile::By(node.span, by)))
    })?;
    Some(Spanned::new(each, node.span))
}

fn number(decoder: &mut Decoder<'_>, node: &Node) -> Option<Spanned<f64>> {
    decoder.number_in(node, "x ≥ 0", |points| points >= 0.0)
}
