//! What an audit came to.

use super::finding::{Finding, Severity};
use super::printed::Place;
use super::recompute::Recomputed;
use super::wording;
use crate::language::{Language, Message};
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
    /// The file is longer than what was read of it.
    #[serde(skip_serializing_if = "std::ops::Not::not")]
    pub cut: bool,
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
        let named = |places: &[Place], language: Language| {
            let name = |place: &Place| {
                let line =
                    || Message::new(format!("baris {}", place.line), format!("line {}", place.line)).get(language).to_owned();
                place.table.as_deref().map_or_else(line, |table| wording::table(table, language))
            };
            let mut names: Vec<String> = places.iter().map(name).collect();
            names.dedup();
            let more = names.len().saturating_sub(8);
            names.truncate(8);
            if more > 0 { format!("{}, +{more}", names.join(", ")) } else { names.join(", ") }
        };
        let both = |places: &[Place], id: &str, en: &str| {
            Message::new(format!("{id}: {}", named(places, Language::Id)), format!("{en}: {}", named(places, Language::En)))
        };
        let mut out = Vec::new();
        if self.cut {
            out.push(Message::new(
                "sebagian isinya tidak dibaca: berkas atau barisnya lebih panjang daripada bab mana pun",
                "part of it was not read: the file or its lines are longer than those of any chapter",
            ));
        }
        if !self.as_pictures.is_empty() {
            out.push(both(&self.as_pictures, "tabel berupa gambar, tidak dibaca", "tables that are pictures, not read"));
        }
        if self.pictures > self.as_pictures.len() {
            let count = self.pictures - self.as_pictures.len();
            out.push(Message::new(format!("gambar yang tidak dibaca: {count}"), format!("pictures that were not read: {count}")));
        }
        if !self.unknown.is_empty() {
            out.push(both(&self.unknown, "tabel yang jenisnya tidak dikenal", "tables of no known kind"));
        }
        if !self.uncertain.is_empty() {
            out.push(both(
                &self.uncertain,
                "baris yang kolomnya tidak pasti, tidak dinilai",
                "rows whose columns are not certain, not judged",
            ));
        }
        match &self.recomputed {
            None => out.push(Message::new(
                "dihitung ulang dari data: tidak, karena tidak ada --study",
                "recomputed from the data: no, as there was no --study",
            )),
            Some(recomputed) if !recomputed.unmatched.is_empty() => {
                out.push(both(
                    &recomputed.unmatched,
                    "tidak ada padanannya di studi, tidak dihitung ulang",
                    "without a counterpart in the study, not recomputed",
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
