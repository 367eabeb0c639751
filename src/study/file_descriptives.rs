//! `descriptives` as written: further ways to describe answers.

use super::decode::Decoder;
use super::descriptives::IndexScheme;
use super::node::{Node, NodeKind};
use super::problem::Kind;
use crate::diagnostics::Spanned;
use serde::Serialize;

const KEYS: &[&str] = &["index", "crosstabs", "by", "minimum_n"];
const SCHEMES: &[(&str, IndexScheme)] =
    &[("three-box", IndexScheme::ThreeBox), ("tcr", IndexScheme::Tcr), ("ideal", IndexScheme::Ideal)];

/// `descriptives`.
#[derive(Debug, Clone, Default, PartialEq, Serialize)]
pub struct DescriptivesFile {
    /// The scheme of the index.
    pub index: Option<Spanned<IndexScheme>>,
    /// Its bands, when the author gives them.
    pub categories: Vec<(Spanned<String>, Spanned<f64>)>,
    /// Pairs to be tabulated: what stands down, what stands across.
    pub crosstabs: Vec<(Spanned<String>, Spanned<String>)>,
    /// Characteristics per value of which scores are told.
    pub by: Vec<Spanned<String>>,
    /// Fewest respondents from which a group is compared.
    pub minimum_n: Option<Spanned<u64>>,
}

impl DescriptivesFile {
    /// Reads `descriptives`.
    pub fn decode(decoder: &mut Decoder<'_>, node: &Node) -> Option<DescriptivesFile> {
        let fields = decoder.fields(node, KEYS)?;
        let mut file = DescriptivesFile::default();
        let index = fields.optional(decoder, "index", |decoder, node| {
            if !matches!(node.kind, NodeKind::Map(_)) {
                return Some((decoder.word(node, SCHEMES), Vec::new()));
            }
            let fields = decoder.fields_or(node, &["by", "categories"], Kind::TextOrMap)?;
            let by = fields.required(decoder, "by", "by: tcr", |decoder, node| decoder.word(node, SCHEMES));
            let categories = fields.optional(decoder, "categories", |decoder, node| {
                decoder.named(node, |decoder, name, node| Some((name.clone(), decoder.number(node)?)))
            });
            Some((by, categories.unwrap_or_default()))
        });
        if let Some((by, categories)) = index {
            (file.index, file.categories) = (by, categories);
        }
        file.crosstabs = fields
            .optional(decoder, "crosstabs", |decoder, node| {
                decoder.list(node, |decoder, node| {
                    let fields = decoder.fields(node, &["rows", "columns"])?;
                    let rows = fields.required(decoder, "rows", "rows: Y", Decoder::string);
                    let columns = fields.required(decoder, "columns", "columns: jenis_kelamin", Decoder::string);
                    Some((rows?, columns?))
                })
            })
            .map(|list| list.value)
            .unwrap_or_default();
        file.by = fields
            .optional(decoder, "by", |decoder, node| decoder.list(node, Decoder::string))
            .map(|list| list.value)
            .unwrap_or_default();
        file.minimum_n = fields.optional(decoder, "minimum_n", Decoder::count);
        Some(file)
    }
}
