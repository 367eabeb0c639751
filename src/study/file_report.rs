//! `report` as written.

use super::decode::{Decoder, Fields};
use super::file::strings;
use super::node::Node;
use super::settings::PStyle;
use crate::diagnostics::Spanned;
use crate::language::Text;
use serde::Serialize;

const KEYS: &[&str] = &[
    "template",
    "outline",
    "chapter",
    "numerals",
    "source_note",
    "overview",
    "bibliography",
    "italic",
    "style",
    "discussion",
    "additions",
    "appendices",
    "earlier",
    "plan",
];
/// Kinds of numbers whose decimals an author may choose.
const DECIMALS: &[&str] = &["statistic", "percent", "mean", "band", "score", "interval"];

/// `report`.
#[derive(Debug, Clone, Default, PartialEq, Serialize)]
pub struct ReportFile {
    /// Kind of report.
    pub template: Option<Spanned<String>>,
    /// Order of sections.
    pub outline: Option<Spanned<String>>,
    /// Chapter number.
    pub chapter: Option<Spanned<u64>>,
    /// Roman chapter numerals.
    pub roman: Option<Spanned<bool>>,
    /// Words of the source line.
    pub source_note: Option<Spanned<Text>>,
    /// File with the author's overview.
    pub overview: Option<Spanned<String>>,
    /// Bibliography.
    pub bibliography: Option<Spanned<String>>,
    /// Words in italics.
    pub italic: Vec<Spanned<String>>,
    /// How p is printed.
    pub p_style: Option<Spanned<PStyle>>,
    /// Drop the zero before the decimal mark.
    pub drop_leading_zero: Option<Spanned<bool>>,
    /// Captions of figures above them.
    pub figure_captions_above: Option<Spanned<bool>>,
    /// Decimals per kind of number.
    pub decimals: Vec<(Spanned<String>, Spanned<u64>)>,
    /// Files of author text that replace the discussion of a section.
    pub discussion: Vec<(Spanned<String>, Spanned<String>)>,
    /// Files of author text added to a section.
    pub additions: Vec<(Spanned<String>, Spanned<String>)>,
    /// Appendices, where the study names any or none on purpose.
    pub appendices: Option<Vec<Spanned<String>>>,
    /// Values of earlier periods.
    pub earlier: Vec<EarlierFile>,
    /// The plan of improvement.
    pub plan: Vec<PlanFile>,
}

/// One of `report.earlier`.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct EarlierFile {
    /// The period.
    pub period: Option<Spanned<Text>>,
    /// Its value.
    pub value: Option<Spanned<f64>>,
}

/// One of `report.plan`.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct PlanFile {
    /// The item to be improved.
    pub item: Option<Spanned<String>>,
    /// What is to be done.
    pub action: Option<Spanned<Text>>,
    /// When.
    pub time: Option<Spanned<Text>>,
    /// By whom.
    pub owner: Option<Spanned<Text>>,
}

impl ReportFile {
    /// Reads `report`.
    pub fn decode(decoder: &mut Decoder<'_>, node: &Node) -> Option<ReportFile> {
        let fields = decoder.fields(node, KEYS)?;
        let mut report = ReportFile {
            template: fields.optional(decoder, "template", Decoder::string),
            outline: fields.optional(decoder, "outline", Decoder::string),
            chapter: fields.optional(decoder, "chapter", |decoder, node| {
                decoder.number_in(node, "1 ≤ x ≤ 99", |chapter| (1.0..=99.0).contains(&chapter))?;
                decoder.count(node)
            }),
            roman: fields
                .optional(decoder, "numerals", |decoder, node| decoder.word(node, &[("arabic", false), ("roman", true)])),
            source_note: fields.optional(decoder, "source_note", Decoder::text),
            overview: fields.optional(decoder, "overview", Decoder::string),
            bibliography: fields.optional(decoder, "bibliography", Decoder::string),
            italic: strings(decoder, &fields, "italic").map(|words| words.value).unwrap_or_default(),
            ..ReportFile::default()
        };
        report.style(decoder, &fields);
        report.discussion = paths(decoder, &fields, "discussion");
        report.additions = paths(decoder, &fields, "additions");
        report.appendices = strings(decoder, &fields, "appendices").map(|names| names.value);
        report.earlier = fields
            .optional(decoder, "earlier", |decoder, node| decoder.list(node, EarlierFile::decode))
            .map(|list| list.value)
            .unwrap_or_default();
        report.plan = fields
            .optional(decoder, "plan", |decoder, node| decoder.list(node, PlanFile::decode))
            .map(|list| list.value)
            .unwrap_or_default();
        Some(report)
    }

    fn style(&mut self, decoder: &mut Decoder<'_>, fields: &Fields<'_>) {
        fields.optional(decoder, "style", |decoder, node| {
            let fields = decoder.fields(node, &["p", "leading_zero", "figure_captions", "decimals"])?;
            self.p_style = fields
                .optional(decoder, "p", |decoder, node| decoder.word(node, &[("spss", PStyle::Spss), ("apa", PStyle::Apa)]));
            self.drop_leading_zero =
                fields.optional(decoder, "leading_zero", |decoder, node| decoder.word(node, &[("spss", true), ("full", false)]));
            self.figure_captions_above = fields
                .optional(decoder, "figure_captions", |decoder, node| decoder.word(node, &[("below", false), ("above", true)]));
            self.decimals = fields
                .optional(decoder, "decimals", |decoder, node| {
                    decoder.fields(node, DECIMALS)?;
                    Some(node)
                })
                .map(|node| decoder.below("decimals", None, |decoder| decimals(decoder, node)))
                .unwrap_or_default();
            Some(())
        });
    }
}

fn decimals(decoder: &mut Decoder<'_>, node: &Node) -> Vec<(Spanned<String>, Spanned<u64>)> {
    let super::node::NodeKind::Map(entries) = &node.kind else {
        return Vec::new();
    };
    let mut decimals: Vec<(Spanned<String>, Spanned<u64>)> = Vec::new();
    for (key, node) in entries {
        let again = decimals.iter().any(|(known, _)| known.value == key.value);
        if again || !DECIMALS.contains(&key.value.as_str()) {
            continue;
        }
        let count = decoder.below(&key.value, Some(key.span), |decoder| {
            decoder.number_in(node, "0 ≤ x ≤ 10", |count| (0.0..=10.0).contains(&count))?;
            decoder.count(node)
        });
        decimals.extend(count.map(|count| (key.clone(), count)));
    }
    decimals
}

impl EarlierFile {
    fn decode(decoder: &mut Decoder<'_>, node: &Node) -> Option<EarlierFile> {
        let fields = decoder.fields(node, &["period", "value"])?;
        Some(EarlierFile {
            period: fields.required(decoder, "period", "period: 2024", Decoder::text),
            value: fields.required(decoder, "value", "value: 83.9", Decoder::number),
        })
    }
}

impl PlanFile {
    fn decode(decoder: &mut Decoder<'_>, node: &Node) -> Option<PlanFile> {
        let fields = decoder.fields(node, &["item", "action", "time", "owner"])?;
        Some(PlanFile {
            item: fields.required(decoder, "item", "item: BIAY", Decoder::string),
            action: fields.required(decoder, "action", "action: Publikasi tarif di loket", Decoder::text),
            time: fields.optional(decoder, "time", Decoder::text),
            owner: fields.optional(decoder, "owner", Decoder::text),
        })
    }
}

/// A map of section names to files.
fn paths(decoder: &mut Decoder<'_>, fields: &Fields<'_>, key: &str) -> Vec<(Spanned<String>, Spanned<String>)> {
    fields
        .optional(decoder, key, |decoder, node| {
            decoder.named(node, |decoder, key, node| Some((key.clone(), decoder.string(node)?)))
        })
        .unwrap_or_default()
}
