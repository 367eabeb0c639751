//! What goes out before answers come in: questionnaire, online forms, an empty data sheet, and practice answers.
//!
//! Everything follows from the study alone. Practice answers are independent draws: nothing here makes data with a relation
//! between items or variables in it.

pub mod form;
pub mod list;
pub mod practice;
pub mod questionnaire;
pub mod sheet;
mod words;

use crate::language::Language;
use crate::report::document::Document;
use crate::study::records::{Record, Records};
use crate::study::variable::ColumnSource;
use crate::study::{Characteristic, Item, Keep, Measure, Scale, Study, Variable};
use words::Words;

/// The files of an instrument, in memory. The questionnaire is a document yet, which other layers print.
#[derive(Debug, Clone)]
pub struct Instrument {
    /// The printable questionnaire.
    pub questionnaire: Document,
    /// The same as XLSForm (KoboToolbox, ODK), a workbook.
    pub form: Vec<u8>,
    /// The same as a list to copy into an online form.
    pub list: String,
    /// The empty data sheet, a workbook.
    pub sheet: Vec<u8>,
}

/// The instrument of a study.
///
/// # Errors
/// What the writer of workbooks says; in memory it has no reason to.
pub fn instrument(study: &Study, language: Language) -> Result<Instrument, String> {
    Ok(Instrument {
        questionnaire: questionnaire::questionnaire(study, language),
        form: form::xlsform(study, language).map_err(|error| error.to_string())?,
        list: list::list(study, language),
        sheet: sheet::sheet(study, language).map_err(|error| error.to_string())?,
    })
}

/// The statement of an item, or a mark that it is still to be written: the name of an indicator is no question.
fn statement(item: &Item, language: Language) -> Result<String, String> {
    match &item.statement {
        Some(statement) => Ok(statement.plain(language)),
        None => Err(Words(language).statement_missing(&item.name.plain(language))),
    }
}

/// The same as one text.
fn statement_text(item: &Item, language: Language) -> String {
    statement(item, language).unwrap_or_else(|missing| format!("[{missing}]"))
}

/// The answers of an item in words, lowest first: its own labels, those of the scale, or the numbers.
fn answers(item: &Item, scale: &Scale, language: Language) -> Vec<(i64, String)> {
    let labels = item.labels.as_ref().filter(|labels| labels.len() == scale.points()).unwrap_or(&scale.labels);
    let named = scale.values().enumerate();
    named
        .map(|(position, value)| (value, labels.get(position).map_or_else(|| value.to_string(), |label| label.plain(language))))
        .collect()
}

/// A column of the data file.
#[derive(Clone, Copy)]
enum Field<'a> {
    /// What says that the answers are practice; in practice data alone.
    Practice,
    /// What identifies a person.
    Id(&'a str),
    /// What must be answered so that a row is kept.
    Keep(&'a Keep),
    /// About the respondent.
    Characteristic(&'a Characteristic),
    /// An answer.
    Item(&'a Item, &'a Scale),
    /// What is looked up in the records.
    Record(&'a Record),
    /// The words by which points of records differ, under this header.
    Group(&'a str, &'a Records),
    /// A ready number.
    Number(&'a Variable, Option<(f64, f64)>),
}

impl Field<'_> {
    /// Its header, and the place it must stand at, from 0, where the study says so.
    fn place(&self) -> (String, Option<usize>) {
        match self {
            Field::Practice => (crate::dataset::PRACTICE_COLUMN.to_owned(), None),
            Field::Id(header) => ((*header).to_owned(), None),
            Field::Keep(keep) => (keep.column.header.clone(), None),
            Field::Characteristic(characteristic) => (characteristic.column.clone(), None),
            Field::Group(header, _) => ((*header).to_owned(), None),
            Field::Record(record) => place_of(&record.item),
            Field::Item(item, _) => place_of(item),
            Field::Number(variable, _) => match &variable.measure {
                Measure::Column { column, .. } => (column.clone(), None),
                Measure::Items { .. } | Measure::Records(_) => (variable.code.clone(), None),
            },
        }
    }
}

fn place_of(item: &Item) -> (String, Option<usize>) {
    match &item.column {
        ColumnSource::ByCode => (item.code.clone(), None),
        ColumnSource::Header(header) => (header.clone(), None),
        ColumnSource::Position(position) => (item.code.clone(), Some(*position)),
    }
}

/// The columns of the data file in order, each with its header; none where the study leaves a place free.
fn fields(study: &Study, practice: bool) -> Vec<Option<(String, Field<'_>)>> {
    let mut free: Vec<(String, Field<'_>)> = Vec::new();
    let mut placed: Vec<Option<(String, Field<'_>)>> = Vec::new();
    let mut all: Vec<Field<'_>> = if practice { vec![Field::Practice] } else { Vec::new() };
    all.extend(study.data.id.iter().map(|id| Field::Id(&id.header)));
    all.extend(study.data.keep.iter().map(Field::Keep));
    all.extend(study.characteristics.iter().map(Field::Characteristic));
    for variable in study.variables.values() {
        match &variable.measure {
            Measure::Items { scale, .. } => all.extend(variable.items().map(|item| Field::Item(item, scale))),
            Measure::Column { range, .. } => all.push(Field::Number(variable, *range)),
            Measure::Records(records) => {
                all.extend(records.items.iter().map(Field::Record));
                all.extend(
                    records
                        .points_by
                        .iter()
                        .filter(|(header, _)| study.characteristic(header).is_none())
                        .map(|(header, _)| Field::Group(header, records)),
                );
            }
        }
    }
    for field in all {
        let (header, place) = field.place();
        // Two declared things may read one column, a characteristic and a variable.
        let known = free.iter().any(|(other, _)| *other == header) || placed.iter().flatten().any(|(other, _)| *other == header);
        match place {
            _ if known => {}
            None => free.push((header, field)),
            Some(position) => {
                if placed.len() <= position {
                    placed.resize_with(position + 1, || None);
                }
                if let Some(place) = placed.get_mut(position) {
                    *place = Some((header, field));
                }
            }
        }
    }
    let mut free = free.into_iter();
    for place in placed.iter_mut().filter(|place| place.is_none()) {
        *place = free.next();
    }
    placed.extend(free.map(Some));
    placed
}

/// The values a characteristic may have, as they stand in the data; empty where any text or number may.
fn values(characteristic: &Characteristic) -> Vec<String> {
    if !characteristic.classes.is_empty() {
        return Vec::new();
    }
    if !characteristic.values.is_empty() {
        return characteristic.values.keys().cloned().collect();
    }
    characteristic.order.clone()
}

/// The values of a characteristic as a respondent reads them.
fn choices(characteristic: &Characteristic, language: Language) -> Vec<String> {
    values(characteristic)
        .into_iter()
        .map(|raw| characteristic.values.get(&raw).map_or_else(|| raw.clone(), |printed| printed.plain(language)))
        .collect()
}

/// Variables whose items follow each other on one scale with the same words, which a questionnaire explains once.
fn scales(study: &Study) -> Vec<(&Scale, Vec<&Variable>)> {
    let mut out: Vec<(&Scale, Vec<&Variable>)> = Vec::new();
    for variable in study.variables.values() {
        let Some(scale) = variable.scale() else { continue };
        let same = |known: &Scale| (known.min, known.max, &known.labels) == (scale.min, scale.max, &scale.labels);
        match out.iter_mut().find(|(known, _)| same(known)) {
            Some((_, variables)) => variables.push(variable),
            None => out.push((scale, vec![variable])),
        }
    }
    out
}
