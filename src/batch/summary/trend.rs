//! Earlier periods: what the records of earlier runs say of the same units.

use super::super::record::{self, FILE, RunRecord, UnitRecord};
use super::super::row::UnitRow;
use crate::dataset::wording::answer_key;
use serde::Serialize;
use std::collections::BTreeMap;
use std::path::Path;

/// An earlier period.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Period {
    /// Its name: what most of its units say, else the folder's.
    pub name: String,
    /// Its units, by their name in a form to compare.
    pub units: BTreeMap<String, UnitRow>,
}

impl Period {
    /// The period in a folder of outputs; nothing when there is no record in it.
    pub fn read(folder: &Path) -> Option<Period> {
        let run: RunRecord = record::read(&folder.join(FILE))?;
        let mut units = BTreeMap::new();
        for state in &run.units {
            if let Some(made) = record::read::<UnitRecord>(&folder.join(&state.folder).join(FILE)) {
                units.insert(answer_key(&state.unit), made.summary);
            }
        }
        let name = usual(units.values()).unwrap_or_else(|| folder.file_name().unwrap_or_default().to_string_lossy().into_owned());
        Some(Period { name, units })
    }

    /// A unit of the period.
    pub fn unit(&self, unit: &str) -> Option<&UnitRow> {
        self.units.get(&answer_key(unit))
    }
}

/// The period that most units say they are about.
pub(super) fn usual<'r>(rows: impl Iterator<Item = &'r UnitRow>) -> Option<String> {
    let mut names: BTreeMap<&str, usize> = BTreeMap::new();
    for name in rows.filter_map(|row| row.period.as_deref()) {
        *names.entry(name).or_default() += 1;
    }
    names.into_iter().max_by_key(|(_, count)| *count).map(|(name, _)| name.to_owned())
}
