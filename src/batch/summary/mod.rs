//! The report over all units: every unit with its numbers, in order, beside all respondents together and beside earlier periods.
//!
//! It is made of the units' records alone, so that a resumed run, a merged one and one without a break give the same bytes.

mod achievements;
mod document;
mod extremes;
mod figures;
mod trend;
mod words;
mod workbook;

use super::plan::Plan;
use super::record::{self, RunRecord, State, UnitRecord};
use super::region;
use super::row::{UnitRow, VariableRow};
use crate::diagnostics::Diagnostics;
use crate::language::{Language, Message};
use crate::pipeline::{Format, Outputs, WriteError, documents};
use crate::report::document::{Letterhead, Signature};
use indexmap::IndexMap;
use serde::Serialize;
use std::collections::BTreeMap;
use std::path::Path;
pub use trend::Period;

/// Name of the summary's folder; no unit's folder begins like this.
pub const FOLDER: &str = "_ringkasan";
/// Name of its files.
const STEM: &str = "ringkasan";

/// The report over all units.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Summary {
    /// Its title.
    pub title: String,
    /// Its language.
    #[serde(skip)]
    pub language: Language,
    /// Units with fewer respondents are named without their results.
    pub minimum_n: u64,
    /// The units that are done, in order.
    pub units: Vec<Entry>,
    /// Units that are not done, with what is known of the reason.
    pub missing: Vec<(String, String)>,
    /// All respondents together.
    pub all: Option<UnitRow>,
    /// The mean of the units' values, each unit counting the same, where it was asked for: variable → mean of item means.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub averages: Option<IndexMap<String, f64>>,
    /// Earlier periods, the earliest first.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub earlier: Vec<Period>,
    /// Lowest and highest answer of each variable's scale, where it has one.
    pub scales: IndexMap<String, (f64, f64)>,
    /// Head of the first page, where the study names an office.
    #[serde(skip)]
    pub letterhead: Option<Letterhead>,
    /// Where it is signed.
    #[serde(skip)]
    pub signature: Option<Signature>,
}

/// A unit in the summary.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Entry {
    /// The unit.
    pub unit: String,
    /// Its folder.
    pub folder: String,
    /// Too few respondents: its results are not shown.
    pub suppressed: bool,
    /// Its numbers; of a suppressed unit the counts alone.
    pub row: UnitRow,
}

impl Summary {
    /// Puts the summary together. `scales` are those of the study's variables.
    pub fn new(
        plan: &Plan,
        record: &RunRecord,
        done: &[UnitRecord],
        all: Option<UnitRow>,
        scales: IndexMap<String, (f64, f64)>,
        language: Language,
    ) -> Summary {
        let wish = &plan.summary;
        let mut units = Vec::new();
        let mut missing = Vec::new();
        let records: BTreeMap<&str, &UnitRecord> = done.iter().map(|made| (made.unit.as_str(), made)).collect();
        for state in &record.units {
            match (&state.state, records.get(state.unit.as_str())) {
                (State::Done, Some(made)) => {
                    // A report without a survey has no respondents to protect.
                    let surveyed = made.summary.n > 0 || made.summary.targets.is_none();
                    let suppressed = surveyed && (made.summary.n as u64) < wish.minimum_n;
                    let row = if suppressed { without_results(&made.summary) } else { made.summary.clone() };
                    units.push(Entry { unit: state.unit.clone(), folder: state.folder.clone(), suppressed, row });
                }
                (State::Failed { problems, .. }, _) => {
                    let why = problems.first().map(|problem| problem.message(language).to_owned()).unwrap_or_default();
                    missing.push((state.unit.clone(), why));
                }
                _ => missing.push((state.unit.clone(), String::new())),
            }
        }
        let averages = wish.averages.then(|| averages(&units));
        let earlier = wish.earlier.iter().filter_map(|folder| Period::read(folder)).collect();
        let title =
            wish.title.as_ref().map_or_else(|| words::title().get(language).to_owned(), |title| title.get(language).to_owned());
        let (letterhead, signature) = region::office(plan, language);
        let minimum_n = wish.minimum_n;
        Summary { title, language, minimum_n, units, missing, all, averages, earlier, scales, letterhead, signature }
    }

    /// Units whose results are shown.
    pub fn shown(&self) -> impl Iterator<Item = &Entry> {
        self.units.iter().filter(|entry| !entry.suppressed)
    }

    /// Whether any report rests on a survey.
    pub fn surveyed(&self) -> bool {
        self.units.is_empty() || self.units.iter().any(|entry| entry.row.n > 0 || entry.row.targets.is_none())
    }

    /// Codes and names of all variables, in the order of the first unit that has them.
    pub fn variables(&self) -> IndexMap<String, String> {
        let mut names = IndexMap::new();
        for (code, variable) in self.units.iter().map(|entry| &entry.row).chain(&self.all).flat_map(|row| &row.variables) {
            names.entry(code.clone()).or_insert_with(|| variable.name.clone());
        }
        names
    }

    /// Units by the item mean of a variable, the highest first; equal ones by name.
    pub fn ranked(&self, code: &str) -> Vec<(&Entry, &VariableRow, f64)> {
        let mut ranked: Vec<(&Entry, &VariableRow, f64)> = self
            .shown()
            .filter_map(|entry| {
                let variable = entry.row.variables.get(code)?;
                Some((entry, variable, value(variable)?))
            })
            .collect();
        ranked.sort_by(|(a, _, x), (b, _, y)| y.total_cmp(x).then_with(|| a.row.name.cmp(&b.row.name)));
        ranked
    }

    /// What a unit was worth in an earlier period; nothing where it had too few respondents then.
    pub fn before(&self, period: &Period, unit: &str, code: &str) -> Option<f64> {
        let row = period.unit(unit).filter(|row| row.n as u64 >= self.minimum_n)?;
        value(row.variables.get(code)?)
    }

    /// The period that most units say they are about.
    pub fn period(&self) -> Option<String> {
        trend::usual(self.units.iter().map(|entry| &entry.row))
    }

    /// Writes the summary into its folder below `out`: the formats, a workbook, and its numbers. Its logo is in the folder of the
    /// study.
    ///
    /// # Errors
    /// That the machine failed, and how.
    pub fn write(&self, out: &Path, study_folder: &Path, formats: &[Format]) -> Result<(), Message> {
        let document = document::compose(self);
        let mut diagnostics = Diagnostics::default();
        let mut outputs = documents::render(&document, (STEM, study_folder), formats, &mut diagnostics)?;
        let book = workbook::workbook(self).map_err(|reason| {
            Message::new(format!("buku kerja tidak dapat dibuat: {reason}"), format!("the workbook cannot be made: {reason}"))
        })?;
        outputs.add(format!("{STEM}.xlsx"), book);
        outputs.add(format!("{STEM}.json"), record::text(self));
        write(&outputs, &out.join(FOLDER)).map_err(|error| error.message())
    }
}

fn write(outputs: &Outputs, folder: &Path) -> Result<(), WriteError> {
    outputs.write(folder).map(|_| ())
}

/// What a unit is compared by: its index of satisfaction, the mean of its item means, or its mean score where there are no items.
pub(super) fn value(variable: &VariableRow) -> Option<f64> {
    variable.service.as_ref().map(|service| service.index).or(variable.item_mean).or(variable.mean)
}

fn without_results(row: &UnitRow) -> UnitRow {
    let flags = super::row::Flags::default();
    UnitRow { variables: IndexMap::new(), targets: None, hypotheses: IndexMap::new(), flags, ..row.clone() }
}

fn averages(units: &[Entry]) -> IndexMap<String, f64> {
    let mut sums: IndexMap<String, (f64, usize)> = IndexMap::new();
    for (code, variable) in units.iter().flat_map(|entry| &entry.row.variables) {
        if let Some(value) = value(variable) {
            let (sum, count) = sums.entry(code.clone()).or_default();
            (*sum, *count) = (*sum + value, *count + 1);
        }
    }
    sums.into_iter().map(|(code, (sum, count))| (code, sum / count as f64)).collect()
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;
    use crate::batch::row::{Flags, HypothesisRow};
    use crate::findings::Verdict;

    pub(super) fn row(name: &str, n: usize, mean: f64) -> UnitRow {
        let variable = VariableRow {
            name: "Kinerja".to_owned(),
            alpha: Some(0.8),
            mean: Some(mean * 3.0),
            item_mean: Some(mean),
            category: Some("tinggi".to_owned()),
            service: None,
        };
        let hypothesis = HypothesisRow { claim: "X -> Y".to_owned(), verdict: Verdict::Rejected, because: "opposite".to_owned() };
        UnitRow {
            name: name.to_owned(),
            period: Some("2025".to_owned()),
            n,
            distributed: None,
            response_rate: None,
            practice: true,
            variables: [("Y".to_owned(), variable)].into_iter().collect(),
            targets: None,
            hypotheses: [("H1".to_owned(), hypothesis)].into_iter().collect(),
            flags: Flags::default(),
        }
    }

    pub(super) fn summary(units: &[(&str, usize, f64)], minimum_n: u64) -> Summary {
        let entry = |(name, n, mean): &(&str, usize, f64)| {
            let suppressed = (*n as u64) < minimum_n;
            let row = row(name, *n, *mean);
            let row = if suppressed { without_results(&row) } else { row };
            Entry { unit: (*name).to_owned(), folder: name.to_lowercase(), suppressed, row }
        };
        let units: Vec<Entry> = units.iter().map(entry).collect();
        let averages = Some(averages(&units));
        Summary {
            title: "Rekapitulasi".to_owned(),
            language: Language::Id,
            minimum_n,
            units,
            missing: vec![("Dinas Z".to_owned(), "tidak ada baris".to_owned())],
            all: Some(row("Kota", 200, 3.9)),
            averages,
            earlier: Vec::new(),
            scales: [("Y".to_owned(), (1.0, 5.0))].into_iter().collect(),
            letterhead: None,
            signature: None,
        }
    }

    #[test]
    fn an_earlier_period_hides_small_units_as_this_one_does() {
        let summary = summary(&[("A", 40, 3.0), ("B", 60, 4.5)], 30);
        let units = [row("A", 29, 2.0), row("B", 30, 4.0)].map(|row| (row.name.to_lowercase(), row));
        let period = Period { name: "2024".to_owned(), units: units.into_iter().collect() };
        assert_eq!((summary.before(&period, "A", "Y"), summary.before(&period, "B", "Y")), (None, Some(4.0)));
        assert_eq!((summary.before(&period, "B", "X"), summary.period().as_deref()), (None, Some("2025")));
    }

    #[test]
    fn units_are_ranked_and_small_ones_are_not() {
        let summary = summary(&[("A", 40, 3.0), ("B", 60, 4.5), ("C", 4, 5.0), ("D", 100, 4.0)], 30);
        let ranked: Vec<&str> = summary.ranked("Y").iter().map(|(entry, ..)| entry.unit.as_str()).collect();
        assert_eq!(ranked, ["B", "D", "A"], "C has too few respondents to be shown");
        assert!(summary.units[2].row.variables.is_empty() && summary.units[2].row.n == 4);
        // (3.0 + 4.5 + 4.0) / 3 by hand; each unit counts the same.
        assert!((summary.averages.unwrap()["Y"] - 11.5 / 3.0).abs() < 1e-12);
    }
}
