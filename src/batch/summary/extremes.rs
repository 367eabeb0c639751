//! The sentence before a ranking: which unit comes first and which last.

use super::Entry;
use super::document::Desk;
use crate::numbers::{Kind, Quantity, Setting};
use crate::report::document::{Block, Inline};

impl Desk<'_> {
    /// Which of the ranked units comes first and which last, before the table and the figure that show them all. `path` is where
    /// the value stands in a unit's row.
    pub(super) fn extremes(&mut self, ranked: &[(&Entry, f64)], path: &str, kind: Kind) {
        let (Some(first), Some(last)) = (ranked.first(), ranked.last()) else { return };
        // Units that are alike have no first and no last.
        if ranked.len() < 2 || first.1 - last.1 < 1e-9 {
            return;
        }
        let value = |(entry, value): &(&Entry, f64)| {
            let place = self.summary.units.iter().position(|other| other.unit == entry.unit).unwrap_or_default();
            let path = format!("units/{place}/row/{path}");
            Inline::Value { quantity: Quantity::new(kind, *value), path, setting: Setting::Sentence }
        };
        let (table, figure, units) = (self.tables + 1, self.figures + 1, ranked.len());
        let content = vec![
            Inline::text(self.say(
                format!("Tabel {table} dan Gambar {figure} menyajikan {units} unit: tertinggi {} (", first.0.row.name),
                format!("Table {table} and Figure {figure} show {units} units: the highest is {} (", first.0.row.name),
            )),
            value(first),
            Inline::text(self.say(format!("), terendah {} (", last.0.row.name), format!("), the lowest {} (", last.0.row.name))),
            value(last),
            Inline::text(").".to_owned()),
        ];
        self.blocks.push(Block::Paragraph(content));
    }
}
