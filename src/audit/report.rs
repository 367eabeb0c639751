//! What an audit came to.

use super::finding::{Finding, Severity};
use super::printed::Place;
use super::recompute::Recomputed;
use crate::language::Message;
use serde::Serialize;

/// What an audit came to.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct AuditReport {
    /// Tables that were read.
    pub tables: usize,
    /// Relations that were tested.
    pub relations: usize,
    /// Printed numbers that were used.
    pub numbers: usize,
    /// Pictures, which are not read.
    pub pictures: usize,
    /// Tables of no known kind.
    pub unknown: Vec<Place>,
    /// Rows of known tables whose numbers could not be assigned with certainty.
    pub uncertain: Vec<Place>,
    /// Tables that stand there as pictures.
    pub as_pictures: Vec<Place>,
    /// Contradictions for which no single number was found.
    pub unresolved: usize,
    /// What comparing with the study's data came to, where a study was given.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub recomputed: Option<Recomputed>,
    /// What was found, the most serious first.
    pub findings: Vec<Finding>,
}

impl AuditReport {
    /// How many findings are this serious.
    pub fn count(&self, severity: Severity) -> usize {
        self.findings.iter().filter(|finding| finding.severity == severity).count()
    }
}

impl AuditReport {
    /// Tables and rows that were not read.
    pub fn not_read(&self) -> usize {
        self.unknown.len() + self.uncertain.len() + self.as_pictures.len()
    }

    /// What was not checked, and why.
    pub fn not_checked(&self) -> Vec<Message> {
        let named = |places: &[Place]| {
            let names: Vec<String> =
                places.iter().map(|place| place.table.clone().unwrap_or_else(|| place.line.to_string())).collect();
            let mut names = names;
            names.dedup();
            let more = names.len().saturating_sub(8);
            names.truncate(8);
            if more > 0 { format!("{}, +{more}", names.join(", ")) } else { names.join(", ") }
        };
        let mut out = Vec::new();
        if !self.as_pictures.is_empty() {
            let tables = named(&self.as_pictures);
            out.push(Message::new(
                format!("tabel berupa gambar, tidak dibaca: {tables}"),
                format!("tables that are pictures, not read: {tables}"),
            ));
        }
        if self.pictures > self.as_pictures.len() {
            let count = self.pictures - self.as_pictures.len();
            out.push(Message::new(format!("gambar yang tidak dibaca: {count}"), format!("pictures that were not read: {count}")));
        }
        if !self.unknown.is_empty() {
            let tables = named(&self.unknown);
            out.push(Message::new(
                format!("tabel yang jenisnya tidak dikenal: {tables}"),
                format!("tables of no known kind: {tables}"),
            ));
        }
        if !self.uncertain.is_empty() {
            let rows = named(&self.uncertain);
            out.push(Message::new(
                format!("baris yang kolomnya tidak pasti, tidak dinilai: {rows}"),
                format!("rows whose columns are not certain, not judged: {rows}"),
            ));
        }
        match &self.recomputed {
            None => out.push(Message::new(
                "dihitung ulang dari data: tidak, karena tidak ada --study",
                "recomputed from the data: no, as there was no --study",
            )),
            Some(recomputed) if !recomputed.unmatched.is_empty() => {
                let tables = named(&recomputed.unmatched);
                out.push(Message::new(
                    format!("tidak ada padanannya di studi, tidak dihitung ulang: {tables}"),
                    format!("without a counterpart in the study, not recomputed: {tables}"),
                ));
            }
            Some(_) => {}
        }
        if self.tables == 0 {
            out.push(Message::new("tidak ada tabel yang ditemukan", "no table was found"));
        }
        out
    }
}
