//! The instrument of a study as files in memory: what goes out before answers come in.

use super::{Outputs, word};
use crate::diagnostics::Diagnostics;
use crate::instrument::{instrument, practice};
use crate::language::{Language, Message};
use crate::render;
use crate::study::Study;

/// Folder of the instrument's files beside the study file.
pub const FOLDER: &str = "instrumen";

/// Questionnaire (Word, Markdown), XLSForm, list for online forms and data sheet, in the folder `instrumen`.
///
/// # Errors
/// That the machine failed, and how.
pub fn files(study: &Study, language: Language, diagnostics: &mut Diagnostics) -> Result<Outputs, Message> {
    let made = instrument(study, language).map_err(|reason| not_made(&reason))?;
    let mut outputs = Outputs::default();
    let mut add = |name: &str, bytes: Vec<u8>| outputs.add(format!("{FOLDER}/{name}"), bytes);
    add("kuesioner.docx", word::render(&made.questionnaire, &[], None, diagnostics)?);
    add("kuesioner.md", render::markdown::render(&made.questionnaire).into_bytes());
    add("kuesioner-xlsform.xlsx", made.form);
    add("kuesioner-google-forms.md", made.list.into_bytes());
    add("lembar-data.xlsx", made.sheet);
    Ok(outputs)
}

/// Practice answers under the names that the study gives its data file and its try-out; none where a name is neither CSV nor
/// XLSX.
///
/// # Errors
/// That the machine failed, and how.
pub fn practice_files(study: &Study, language: Language) -> Result<Vec<(String, Vec<u8>)>, Message> {
    let pilot = study.of_pilot().map(|mut pilot| {
        // Other persons than those of the survey.
        pilot.analysis.seed = pilot.analysis.seed.wrapping_add(1);
        pilot
    });
    let made = std::iter::once(study).chain(&pilot).map(|study| practice_file(study, language));
    Ok(made.collect::<Result<Vec<_>, Message>>()?.into_iter().flatten().collect())
}

fn practice_file(study: &Study, language: Language) -> Result<Option<(String, Vec<u8>)>, Message> {
    // The persons of several files would have to be the same.
    if !study.data.join.is_empty() {
        return Ok(None);
    }
    let name = study.data.file.clone();
    let lower = name.to_lowercase();
    if lower.ends_with(".csv") {
        return Ok(Some((name, practice::csv(study).into_bytes())));
    }
    if !lower.ends_with(".xlsx") {
        return Ok(None);
    }
    let made = practice::workbook(study, language);
    made.map(|bytes| Some((name, bytes))).map_err(|reason| not_made(&reason))
}

fn not_made(reason: &impl std::fmt::Display) -> Message {
    Message::new(format!("buku kerja tidak dapat dibuat: {reason}"), format!("the workbook cannot be made: {reason}"))
}
