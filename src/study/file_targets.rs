//! `targets` as written: indicators with a target and what was reached, by period.

use super::decode::Decoder;
use super::node::{Node, NodeKind};
use super::targets::{Direction, Target};
use crate::diagnostics::{Span, Spanned};
use crate::language::Text;
use serde::Serialize;

const KEYS: &[&str] = &["title", "source", "cap", "categories", "indicators", "attendance"];
const INDICATOR_KEYS: &[&str] =
    &["name", "goal", "unit", "direction", "target", "realization", "final", "agency", "budget", "impact"];
const DIRECTIONS: &[(&str, Direction)] =
    &[("maximize", Direction::Maximize), ("minimize", Direction::Minimize), ("minimize-ratio", Direction::MinimizeRatio)];

/// `targets`.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct TargetsFile {
    /// Caption of the table.
    pub title: Option<Spanned<Text>>,
    /// Where the figures come from.
    pub source: Option<Spanned<Text>>,
    /// Highest achievement that counts, per cent.
    pub cap: Option<Spanned<f64>>,
    /// Names of the bands with the achievement they begin at.
    pub categories: Vec<(Spanned<String>, Spanned<f64>)>,
    /// The indicators.
    pub indicators: Vec<TargetIndicatorFile>,
    /// Attendance by agency, per cent.
    pub attendance: Vec<(Spanned<String>, Spanned<f64>)>,
}

/// One of `targets.indicators`.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct TargetIndicatorFile {
    /// Where it stands.
    pub span: Span,
    /// Its name.
    pub name: Option<Spanned<Text>>,
    /// The strategic goal it belongs to.
    pub goal: Option<Spanned<Text>>,
    /// Unit of its numbers.
    pub unit: Option<Spanned<Text>>,
    /// Which way is better.
    pub direction: Option<Spanned<Direction>>,
    /// Its target: one for all periods, or one a period.
    pub target: Option<ByPeriod<Target>>,
    /// What was reached.
    pub realization: Option<ByPeriod<RealizationFile>>,
    /// The target at the end of the plan.
    pub last: Option<Spanned<Target>>,
    /// The unit that answers for it.
    pub agency: Option<Spanned<String>>,
    /// Money allocated and spent.
    pub budget: Option<BudgetFile>,
    /// What it changed.
    pub impact: Option<ImpactFile>,
}

/// What was reached: a number, or the mean of a variable.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum RealizationFile {
    /// A number.
    Value(f64),
    /// The name of a variable or dimension.
    Of(String),
}

/// `budget` of an indicator.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct BudgetFile {
    /// Allocated.
    pub allocated: Option<Spanned<f64>>,
    /// Spent.
    pub spent: Option<Spanned<f64>>,
}

/// `impact` of an indicator.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct ImpactFile {
    /// What is measured.
    pub indicator: Option<Spanned<Text>>,
    /// Before.
    pub before: Option<Spanned<f64>>,
    /// After.
    pub after: Option<Spanned<f64>>,
}

/// A value for all periods, or one a period.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum ByPeriod<T> {
    /// One for all.
    Same(Spanned<T>),
    /// One each, by the name of the period.
    Each(Span, Vec<(Spanned<String>, Spanned<T>)>),
}

impl<T> ByPeriod<T> {
    fn decode<'n>(
        decoder: &mut Decoder<'_>,
        node: &'n Node,
        read: impl Fn(&mut Decoder<'_>, &'n Node) -> Option<Spanned<T>>,
    ) -> Option<ByPeriod<T>> {
        if !matches!(node.kind, NodeKind::Map(_)) {
            return read(decoder, node).map(ByPeriod::Same);
        }
        let each = decoder.named(node, |decoder, period, node| Some((period.clone(), read(decoder, node)?)))?;
        Some(ByPeriod::Each(node.span, each))
    }

    /// Where it stands.
    pub fn span(&self) -> Span {
        match self {
            ByPeriod::Same(value) => value.span,
            ByPeriod::Each(span, _) => *span,
        }
    }

    /// The value of a period.
    pub fn of(&self, period: &str) -> Option<&Spanned<T>> {
        match self {
            ByPeriod::Same(value) => Some(value),
            ByPeriod::Each(_, values) => values.iter().find(|(name, _)| name.value == period).map(|(_, value)| value),
        }
    }
}

impl TargetsFile {
    /// Reads `targets`.
    pub fn decode(decoder: &mut Decoder<'_>, node: &Node) -> Option<TargetsFile> {
        let fields = decoder.fields(node, KEYS)?;
        const EXAMPLE: &str = "indicators: [{ name: Indeks Profesionalitas ASN, target: 63, realization: 62.04 }]";
        Some(TargetsFile {
            title: fields.optional(decoder, "title", Decoder::text),
            source: fields.optional(decoder, "source", Decoder::text),
            cap: fields.optional(decoder, "cap", |decoder, node| decoder.number_in(node, "x ≥ 100", |cap| cap >= 100.0)),
            categories: fields
                .optional(decoder, "categories", |decoder, node| {
                    decoder.named(node, |decoder, name, node| Some((name.clone(), decoder.number(node)?)))
                })
                .unwrap_or_default(),
            indicators: fields
                .required(decoder, "indicators", EXAMPLE, |decoder, node| decoder.list(node, TargetIndicatorFile::decode))
                .map(|list| list.value)
                .unwrap_or_default(),
            attendance: fields
                .optional(decoder, "attendance", |decoder, node| {
                    decoder.named(node, |decoder, name, node| {
                        let percent = decoder.number_in(node, "0 ≤ x ≤ 100", |percent| (0.0..=100.0).contains(&percent))?;
                        Some((name.clone(), percent))
                    })
                })
                .unwrap_or_default(),
        })
    }
}

impl TargetIndicatorFile {
    fn decode(decoder: &mut Decoder<'_>, node: &Node) -> Option<TargetIndicatorFile> {
        let fields = decoder.fields(node, INDICATOR_KEYS)?;
        Some(TargetIndicatorFile {
            span: node.span,
            name: fields.required(decoder, "name", "name: Indeks Profesionalitas ASN", Decoder::text),
            goal: fields.optional(decoder, "goal", Decoder::text),
            unit: fields.optional(decoder, "unit", Decoder::text),
            direction: fields.optional(decoder, "direction", |decoder, node| decoder.word(node, DIRECTIONS)),
            target: fields.required(decoder, "target", "target: 63", |decoder, node| ByPeriod::decode(decoder, node, target)),
            realization: fields.required(decoder, "realization", "realization: { 2023: 62.04 }", |decoder, node| {
                ByPeriod::decode(decoder, node, realization)
            }),
            last: fields.optional(decoder, "final", target),
            agency: fields.optional(decoder, "agency", Decoder::string),
            budget: fields.optional(decoder, "budget", |decoder, node| {
                let fields = decoder.fields(node, &["allocated", "spent"])?;
                let money = |decoder: &mut Decoder<'_>, node: &Node| decoder.number_in(node, "x ≥ 0", |money| money >= 0.0);
                Some(BudgetFile {
                    allocated: fields.required(decoder, "allocated", "allocated: 250000000", money),
                    spent: fields.required(decoder, "spent", "spent: 231000000", money),
                })
            }),
            impact: fields.optional(decoder, "impact", |decoder, node| {
                let fields = decoder.fields(node, &["indicator", "before", "after"])?;
                Some(ImpactFile {
                    indicator: fields.required(decoder, "indicator", "indicator: Waktu tunggu (hari)", Decoder::text),
                    before: fields.required(decoder, "before", "before: 14", |decoder, node| decoder.number(node)),
                    after: fields.required(decoder, "after", "after: 6", |decoder, node| decoder.number(node)),
                })
            }),
        })
    }
}

/// A number, or the name of a variable.
fn realization(decoder: &mut Decoder<'_>, node: &Node) -> Option<Spanned<RealizationFile>> {
    if let NodeKind::Text(name) = &node.kind {
        return Some(Spanned::new(RealizationFile::Of(name.trim().to_owned()), node.span));
    }
    decoder.number(node).map(|value| value.map(RealizationFile::Value))
}

/// A number, or the lowest and highest value of a range.
fn target(decoder: &mut Decoder<'_>, node: &Node) -> Option<Spanned<Target>> {
    if matches!(node.kind, NodeKind::List(_)) {
        return decoder.pair(node).map(|pair| pair.map(|(low, high)| Target::Range(low, high)));
    }
    decoder.number(node).map(|value| value.map(Target::Value))
}
