//! `matrix` as written: what interviews, observation and documents say of each indicator.

use super::decode::Decoder;
use super::matrix::Conclusion;
use super::node::Node;
use crate::diagnostics::{Span, Spanned};
use crate::language::Text;
use serde::Serialize;

const KEYS: &[&str] = &["sources", "rows"];
const ROW_KEYS: &[&str] = &["indicator", "interview", "observation", "document", "conclusion", "note"];
const CONCLUSIONS: &[(&str, Conclusion)] =
    &[("met", Conclusion::Met), ("partly", Conclusion::Partly), ("not-met", Conclusion::NotMet)];

/// `matrix`.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct MatrixFile {
    /// Who was interviewed, what was observed and read.
    pub sources: Option<Spanned<Text>>,
    /// A row an indicator.
    pub rows: Vec<MatrixRowFile>,
}

/// One of `matrix.rows`.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct MatrixRowFile {
    /// Where it stands.
    pub span: Span,
    /// A declared item, dimension or variable, or words of the author's.
    pub indicator: Option<Spanned<Text>>,
    /// What interviews say.
    pub interview: Option<Spanned<Text>>,
    /// What was observed.
    pub observation: Option<Spanned<Text>>,
    /// What documents say.
    pub document: Option<Spanned<Text>>,
    /// What the author concludes.
    pub conclusion: Option<Spanned<Conclusion>>,
    /// The conclusion in words.
    pub note: Option<Spanned<Text>>,
}

impl MatrixFile {
    /// Reads `matrix`.
    pub fn decode(decoder: &mut Decoder<'_>, node: &Node) -> Option<MatrixFile> {
        let fields = decoder.fields(node, KEYS)?;
        const EXAMPLE: &str = "rows: [{ indicator: Inisiatif, interview: …, conclusion: met }]";
        Some(MatrixFile {
            sources: fields.optional(decoder, "sources", Decoder::text),
            rows: fields
                .required(decoder, "rows", EXAMPLE, |decoder, node| decoder.list(node, MatrixRowFile::decode))
                .map(|list| list.value)
                .unwrap_or_default(),
        })
    }
}

impl MatrixRowFile {
    fn decode(decoder: &mut Decoder<'_>, node: &Node) -> Option<MatrixRowFile> {
        let fields = decoder.fields(node, ROW_KEYS)?;
        Some(MatrixRowFile {
            span: node.span,
            indicator: fields.required(decoder, "indicator", "indicator: Inisiatif", Decoder::text),
            interview: fields.optional(decoder, "interview", Decoder::text),
            observation: fields.optional(decoder, "observation", Decoder::text),
            document: fields.optional(decoder, "document", Decoder::text),
            conclusion: fields
                .required(decoder, "conclusion", "conclusion: met", |decoder, node| decoder.word(node, CONCLUSIONS)),
            note: fields.optional(decoder, "note", Decoder::text),
        })
    }
}
