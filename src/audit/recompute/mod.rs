//! With the study and its data: every number found against the one that the data give, matched by table and row.

mod differences;
mod instrument;
mod paths;
mod regressions;

pub use differences::{Difference, Recomputed};

use super::facts::Facts;
use super::finding::{Finding, Severity};
use super::names::plain;
use super::printed::Place;
use super::tables::Found;
use crate::analyses::results::Results;
use crate::diagnostics::Code;
use crate::language::Message;
use std::collections::BTreeMap;

/// Numbers compared, from which on most of them differing means that the data are others.
const ENOUGH: usize = 20;

/// What the study and its data give.
#[derive(Debug)]
pub struct Basis<'a> {
    /// The results.
    pub results: &'a Results,
    /// How each variable may be called in a chapter, by its code: name and abbreviation.
    pub names: BTreeMap<String, Vec<String>>,
    /// Rows of the data file, as a spreadsheet numbers them, that hold the same answers; two or more each.
    pub repeated: Vec<Vec<usize>>,
}

impl Basis<'_> {
    /// Whether a chapter's label is that of the variable with this code.
    fn is(&self, facts: &Facts, label: &str, code: &str) -> bool {
        if plain(label) == plain(code) || facts.names.same(label, code) {
            return true;
        }
        self.names.get(code).is_some_and(|names| names.iter().any(|name| facts.names.same(label, name)))
    }

    /// The code of the variable that a chapter's label names, when it is one of these and only one.
    fn code<'b>(&self, facts: &Facts, label: &str, mut codes: impl Iterator<Item = &'b String>) -> Option<&'b String> {
        let first = codes.find(|code| self.is(facts, label, code))?;
        codes.all(|code| !self.is(facts, label, code)).then_some(first)
    }
}

/// Compares every number found with the one that the data give.
pub fn compare(facts: &Facts, found: &Found, basis: &Basis) -> Recomputed {
    let mut out = Recomputed { practice: basis.results.meta.practice, repeated: basis.repeated.clone(), ..Recomputed::default() };
    regressions::compare(facts, basis, &mut out);
    instrument::compare(facts, found, basis, &mut out);
    paths::compare(facts, found, basis, &mut out);
    out
}

/// Says what differs: beside what was found already, or as findings of their own.
pub fn tell(recomputed: &Recomputed, findings: &mut Vec<Finding>) {
    let (compared, differing) = (recomputed.compared, recomputed.differences.len());
    if compared >= ENOUGH && differing * 2 > compared {
        let words = Message::new(
            format!("{differing} dari {compared} angka bukan angka data ini: apakah bab ini diolah dari berkas data lain?"),
            format!("{differing} of {compared} numbers are not those of these data: was the chapter made from another file?"),
        );
        let first = recomputed.differences.first().map(|difference| difference.place.clone()).unwrap_or_default();
        let place = Place { row: String::new(), column: String::new(), ..first };
        findings.push(Finding::said(Code::Recomputed, Severity::Impossible, place, differing.to_string(), words));
    } else {
        for difference in &recomputed.differences {
            let known =
                findings.iter_mut().find(|finding| finding.place == difference.place && finding.printed == difference.printed);
            match known {
                Some(finding) => finding.recomputed = Some(difference.shown.clone()),
                None => findings.push(difference.finding()),
            }
        }
    }
    if recomputed.practice {
        let words = Message::new(
            "berkas data ini berkolom LATIHAN: isinya jawaban buatan program, bukan jawaban responden",
            "this data file has a column LATIHAN: its answers were made by a program and not given by respondents",
        );
        findings.push(Finding::said(Code::DoubtfulData, Severity::Decision, Place::default(), "LATIHAN", words));
    }
    if !recomputed.repeated.is_empty() {
        let rows = |group: &Vec<usize>| group.iter().map(usize::to_string).collect::<Vec<_>>().join(" = ");
        let mut groups: Vec<String> = recomputed.repeated.iter().map(rows).collect();
        let more = groups.len().saturating_sub(8);
        groups.truncate(8);
        if more > 0 {
            groups.push(format!("+{more}"));
        }
        let groups = groups.join("; ");
        let words = Message::new(
            "baris-baris data ini berisi jawaban yang persis sama pada semua butir: tanyakan kuesioner aslinya",
            "these rows of the data hold exactly the same answers to all items: ask for the questionnaires",
        );
        findings.push(Finding::said(Code::DoubtfulData, Severity::Practice, Place::default(), groups, words));
    }
}
