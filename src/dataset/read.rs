//! From the study's data file to a `Dataset`.

use super::characteristic::read_characteristic;
use super::coding::{Coding, Commas, MissingCodes, code_items};
use super::columns::{self, FoundColumns};
use super::head::{ChooseHeader, Head, Header};
use super::number::DecimalMarks;
use super::problem::{Cells, DatasetProblem};
use super::problem_file::FileProblem;
use super::problem_words::Context;
use super::read_sav::read_statistics;
use super::read_text::{TextSettings, read_text};
use super::read_workbook::{read_old_workbook, read_workbook};
use super::table::Table;
use super::wording::{fold, is_reserved};
use super::{Dataset, PRACTICE_COLUMN, missing, plausibility};
use crate::diagnostics::{Diagnostics, Severity};
use crate::study::{Measure, Study};
use indexmap::IndexMap;
use sha2::{Digest, Sha256};
use std::path::Path;

/// The largest data file, in bytes; a million respondents with 34 items take about 70 MB.
const LARGEST: u64 = 2 * 1024 * 1024 * 1024;

/// Reads the study's data file from `folder`, the folder of the study file.
///
/// Every problem found goes into `diagnostics`; `None` when any of them is an error.
pub fn read(study: &Study, folder: &Path, diagnostics: &mut Diagnostics) -> Option<Dataset> {
    let path = folder.join(&study.data.file);
    let problem = match std::fs::metadata(&path).map(|found| found.len()) {
        Ok(bytes) if bytes > LARGEST => FileProblem::FileTooLarge { bytes },
        _ => match std::fs::read(&path) {
            Ok(bytes) => return read_bytes(study, &study.data.file, &bytes, diagnostics),
            Err(error) => {
                // Windows: a sharing or a lock violation.
                let locked = cfg!(windows) && matches!(error.raw_os_error(), Some(32 | 33));
                FileProblem::CannotOpen { reason: error.to_string(), locked }
            }
        },
    };
    diagnostics.push(problem.diagnostic(&context(study, &study.data.file)));
    None
}

/// Reads a data file from its bytes; `name` is what messages call it.
///
/// Every problem found goes into `diagnostics`; `None` when any of them is an error.
pub fn read_bytes(study: &Study, name: &str, bytes: &[u8], diagnostics: &mut Diagnostics) -> Option<Dataset> {
    let mut problems = Vec::new();
    let dataset = read_problems(study, name, bytes, &mut problems);
    let context = context(study, name);
    let mut failed = false;
    for problem in problems {
        let diagnostic = problem.into_diagnostic(&context);
        failed |= diagnostic.severity == Severity::Error;
        diagnostics.push(diagnostic);
    }
    dataset.filter(|_| !failed)
}

fn context(study: &Study, name: &str) -> Context {
    Context { file: name.to_owned(), declared: study.data.declared }
}

fn read_problems(study: &Study, name: &str, bytes: &[u8], problems: &mut Vec<DatasetProblem>) -> Option<Dataset> {
    let (table, found) = table_and_columns(study, name, bytes, problems);
    let table = table?;
    if table.rows.is_empty() {
        let ragged = problems.iter().any(|problem| matches!(problem, DatasetProblem::RaggedRow { .. }));
        if !ragged && found != FoundColumns::default() {
            problems.push(DatasetProblem::HeaderOnly { header_row: table.header_row });
        }
        return None;
    }
    if !table.blank_rows.is_empty() {
        problems.push(DatasetProblem::BlankRows { rows: table.blank_rows.clone() });
    }
    let dataset = code_columns(study, &table, &found, problems);
    missing::check_counts(study, dataset.rows, problems);
    // An answer that could not be read is neither missing nor a reason to doubt an item.
    if problems.iter().any(|problem| problem.severity() == Severity::Error) {
        return None;
    }
    let dataset = missing::treat_missing(study, dataset, problems)?;
    plausibility::check_items(study, &dataset, problems);
    plausibility::check_numbers(study, &dataset, problems);
    Some(dataset)
}

/// Reads the file and finds the columns. The header is the row, or two rows together, with most of them; where there are none
/// at all, the first row.
fn table_and_columns(
    study: &Study,
    name: &str,
    bytes: &[u8],
    problems: &mut Vec<DatasetProblem>,
) -> (Option<Table>, FoundColumns) {
    let mut found = FoundColumns::default();
    let mut column_problems = Vec::new();
    let mut choose = |head: &Head| {
        let header = best_header(head, wanted(study), |header| columns::find(study, header, &mut Vec::new()).count())?;
        found = columns::find(study, &header, &mut column_problems);
        let keep = found.used(header.titles.len());
        Some((header, keep))
    };
    let table = read_table(study, name, bytes, &mut choose, problems);
    if table.is_some() {
        problems.append(&mut column_problems);
    }
    (table, found)
}

/// How many columns a study declares.
fn wanted(study: &Study) -> usize {
    let columns_of_variable = |measure: &Measure| match measure {
        Measure::Items { indicators, .. } => indicators.iter().map(|indicator| indicator.items.len()).sum(),
        Measure::Column { .. } => 1,
    };
    study.variables.values().map(|variable| columns_of_variable(&variable.measure)).sum::<usize>() + study.characteristics.len()
}

/// The header under which most columns are found; the first of several. Under one with all that are wanted no other is looked for.
fn best_header(head: &Head, wanted: usize, count: impl Fn(&Header) -> usize) -> Option<Header> {
    let mut best: Option<(usize, Header)> = None;
    for header in head.candidates() {
        let found = count(&header);
        if best.as_ref().is_none_or(|(most, _)| found > *most) {
            best = Some((found, header));
        }
        if found >= wanted {
            break;
        }
    }
    best.map(|(_, header)| header)
}

/// Reads a file as workbook or text, by its content; the name only tips the scales for tabs.
fn read_table(
    study: &Study,
    name: &str,
    bytes: &[u8],
    choose: &mut ChooseHeader,
    problems: &mut Vec<DatasetProblem>,
) -> Option<Table> {
    let settings = TextSettings {
        delimiter: study.data.delimiter,
        prefers_tab: prefers_tab(name),
        encoding: study.data.encoding.as_deref(),
    };
    let sheet = study.data.sheet.as_deref();
    table_of(name, bytes, &settings, sheet, choose, problems)
}

/// Whether a file of this name is probably separated by tabs.
pub fn prefers_tab(name: &str) -> bool {
    let name = name.to_ascii_lowercase();
    name.ends_with(".tsv") || name.ends_with(".tab")
}

/// Reads a file without a study.
pub fn table_of(
    name: &str,
    bytes: &[u8],
    settings: &TextSettings,
    sheet: Option<&str>,
    choose: &mut ChooseHeader,
    problems: &mut Vec<DatasetProblem>,
) -> Option<Table> {
    let table = if bytes.starts_with(b"PK\x03\x04") || bytes.starts_with(b"PK\x05\x06") {
        read_workbook(bytes, sheet, choose, problems)
    } else if bytes.starts_with(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1") {
        read_old_workbook(bytes, sheet, choose, problems)
    } else if bytes.starts_with(b"$FL2") || bytes.starts_with(b"$FL3") {
        read_statistics(bytes, choose, problems)
    } else {
        read_text(bytes, settings, choose, problems)
    };
    table.map(|mut table| {
        name.clone_into(&mut table.file);
        table.hash = hex(&Sha256::digest(bytes));
        table
    })
}

fn hex(bytes: &[u8]) -> String {
    bytes.iter().map(|byte| format!("{byte:02x}")).collect()
}

fn code_columns(study: &Study, table: &Table, found: &FoundColumns, problems: &mut Vec<DatasetProblem>) -> Dataset {
    report_reserved(table, problems);
    let coding =
        Coding { table, marks: decimal_marks(study, table, found), missing: MissingCodes::new(&study.data.missing_codes) };
    let mut commas = Commas::default();
    let mut dataset = Dataset {
        file: table.file.clone(),
        hash: table.hash.clone(),
        practice: table.header.iter().any(|header| fold(header) == fold(PRACTICE_COLUMN)),
        rows: table.rows.len(),
        case_rows: table.rows.iter().map(|row| *row as usize).collect(),
        ..Dataset::default()
    };
    for variable in study.variables.values() {
        match &variable.measure {
            Measure::Items { scale, .. } => {
                let items = variable.items().filter_map(|item| Some((item, *found.items.get(&item.code)?)));
                let coded = code_items(&coding, &variable.code, scale, items, &mut commas, problems);
                dataset.items.extend(coded);
            }
            Measure::Column { range, .. } => {
                if let Some(at) = found.variables.get(&variable.code) {
                    let values = coding.number_column(*at, &variable.code, *range, &mut commas, problems);
                    dataset.columns.insert(variable.code.clone(), values);
                }
            }
        }
    }
    dataset.characteristics = study
        .characteristics
        .iter()
        .filter_map(|characteristic| {
            let at = *found.characteristics.get(&characteristic.code)?;
            let data = read_characteristic(&coding, characteristic, at, study.language, &mut commas, problems);
            Some((characteristic.code.clone(), data))
        })
        .collect::<IndexMap<_, _>>();
    problems.extend(commas.into_problem(&coding));
    // A category with a reserved character has been reported as such.
    problems.retain(|problem| match problem {
        DatasetProblem::UnlistedCategory { text, .. } => !text.chars().any(is_reserved),
        _ => true,
    });
    dataset
}

/// What the number columns show about the file's decimal mark.
fn decimal_marks(study: &Study, table: &Table, found: &FoundColumns) -> DecimalMarks {
    let mut marks = DecimalMarks { declared: study.data.decimal, ..DecimalMarks::default() };
    let classed = study
        .characteristics
        .iter()
        .filter(|characteristic| !characteristic.classes.is_empty())
        .filter_map(|characteristic| found.characteristics.get(&characteristic.code));
    let numeric = found.items.values().chain(found.variables.values()).chain(classed);
    for column in numeric.filter_map(|at| table.column(*at)) {
        for cell in column.texts().filter(|cell| !cell.number) {
            marks.look_at(&cell.text);
        }
    }
    marks
}

fn report_reserved(table: &Table, problems: &mut Vec<DatasetProblem>) {
    for at in 0..table.header.len() {
        let Some(column) = table.column(at) else {
            continue;
        };
        let reserved = column.texts().enumerate().find_map(|(position, cell)| {
            let character = cell.text.chars().find(|c| is_reserved(*c))?;
            Some((position, character))
        });
        let Some((text, character)) = reserved else {
            continue;
        };
        let mut cells = Cells::default();
        for (_, row) in column.codes().zip(&table.rows).filter(|(code, _)| *code == text) {
            cells.add(*row as usize, || table.column_name(at));
        }
        problems.push(DatasetProblem::ReservedCharacter { character, cells });
    }
}
