//! `office` as written: who the report is of, its letterhead and who signs.

use super::decode::Decoder;
use super::node::Node;
use crate::diagnostics::Spanned;
use crate::language::Text;
use serde::Serialize;

/// The keys of `office`.
pub const KEYS: &[&str] = &["name", "address", "contact", "logo", "place", "date", "position", "head", "rank", "nip"];

/// `office`.
#[derive(Debug, Clone, Default, PartialEq, Serialize)]
pub struct OfficeFile {
    /// Its name on the letterhead.
    pub name: Option<Spanned<Text>>,
    /// Its address.
    pub address: Option<Spanned<Text>>,
    /// Telephone, mail, web.
    pub contact: Option<Spanned<Text>>,
    /// File of its logo.
    pub logo: Option<Spanned<String>>,
    /// Where it is signed.
    pub place: Option<Spanned<Text>>,
    /// When it is signed, in words.
    pub date: Option<Spanned<Text>>,
    /// Office of whoever signs.
    pub position: Option<Spanned<Text>>,
    /// Name of whoever signs.
    pub head: Option<Spanned<String>>,
    /// Rank of whoever signs.
    pub rank: Option<Spanned<String>>,
    /// Number of whoever signs as a civil servant.
    pub nip: Option<Spanned<String>>,
}

impl OfficeFile {
    /// Reads `office`.
    pub fn decode(decoder: &mut Decoder<'_>, node: &Node) -> Option<OfficeFile> {
        let fields = decoder.fields(node, KEYS)?;
        Some(OfficeFile {
            name: fields.optional(decoder, "name", Decoder::text),
            address: fields.optional(decoder, "address", Decoder::text),
            contact: fields.optional(decoder, "contact", Decoder::text),
            logo: fields.optional(decoder, "logo", Decoder::string),
            place: fields.optional(decoder, "place", Decoder::text),
            date: fields.optional(decoder, "date", Decoder::text),
            position: fields.optional(decoder, "position", Decoder::text),
            head: fields.optional(decoder, "head", Decoder::string),
            rank: fields.optional(decoder, "rank", Decoder::string),
            nip: fields.optional(decoder, "nip", Decoder::string),
        })
    }
}
