//! The study as its try-out is read by: the same items, and nothing that only the survey has.

use super::settings::Data;
use super::{Measure, Study};

impl Study {
    /// The study by which the file of the try-out is read; none where there is none.
    ///
    /// Characteristics, columns of numbers, identities, further files, rows kept or left out and the numbers of
    /// questionnaires are the survey's: a try-out has the items alone, coded as in the survey.
    pub fn of_pilot(&self) -> Option<Study> {
        let pilot = self.data.pilot.as_ref()?;
        let mut study = self.clone();
        study.data = Data {
            file: pilot.file.clone(),
            declared: pilot.declared,
            pilot: None,
            sheet: None,
            id: None,
            join: Vec::new(),
            keep: Vec::new(),
            exclude: Vec::new(),
            distributed: None,
            returned: None,
            ..study.data
        };
        study.population = None;
        study.sampling = None;
        study.characteristics.clear();
        study.variables.retain(|_, variable| matches!(variable.measure, Measure::Items { .. }));
        Some(study)
    }
}
