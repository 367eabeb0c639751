//! From the study's data file to a `Dataset`.

use super::characteristic::read_characteristic;
use super::coding::{Coding, MissingCodes, code_items};
use super::columns::{self, FoundColumns};
use super::form::{Form, read_form};
use super::head::{ChooseHeader, Head, Header};
use super::identity::Joined;
use super::import_report::{DecimalMark, ImportReport, JoinedFile};
use super::number::DecimalMarks;
use super::problem::{Cells, DatasetProblem};
use super::problem_file::FileProblem;
use super::problem_persons::PersonProblem;
use super::problem_words::Context;
use super::quality::Quality;
use super::read_log::ReadLog;
use super::read_sav::read_statistics;
use super::read_text::{TextSettings, read_text};
use super::read_workbook::{read_old_workbook, read_workbook};
use super::records::code_records;
use super::slice::Slice;
use super::table::Table;
use super::wording::{fold, is_reserved};
use super::{
    Dataset, PRACTICE_COLUMN, column_roles, exclusions, identity, missing, plausibility, quality, response_time, totals,
};
use crate::diagnostics::{Code, Diagnostics, Severity};
use crate::language::Message;
use crate::study::{Measure, Study};
use indexmap::IndexMap;
use sha2::{Digest, Sha256};
use std::path::Path;

/// The largest data file, in bytes; a million respondents with 34 items take about 70 MB.
const LARGEST: u64 = 2 * 1024 * 1024 * 1024;

/// The files of a survey, in memory.
#[derive(Debug, Default)]
pub struct Files {
    /// Name and bytes of the survey.
    pub survey: (String, Vec<u8>),
    /// Bytes of the further files, in the order of `data.join`.
    pub joined: Vec<Vec<u8>>,
    /// Bytes of the XLSForm.
    pub form: Option<Vec<u8>>,
    /// Bytes of the try-out.
    pub pilot: Option<Vec<u8>>,
    /// Some rows of a survey that was read before, in place of its bytes.
    pub slice: Option<Slice>,
}

/// Reads the study's data file, and what belongs to it, from `folder`, the folder of the study file.
///
/// Every problem found goes into `diagnostics`; `None` when any of them is an error.
pub fn read(study: &Study, folder: &Path, diagnostics: &mut Diagnostics) -> Option<Dataset> {
    read_reported(study, folder, diagnostics).0
}

/// As [`read`]; how the columns were read is reported either way, as far as reading got.
pub fn read_reported(study: &Study, folder: &Path, diagnostics: &mut Diagnostics) -> (Option<Dataset>, ImportReport) {
    read_slice(study, folder, None, diagnostics)
}

/// As [`read_reported`], from some rows of a survey that was read before, where they are given.
pub fn read_slice(
    study: &Study,
    folder: &Path,
    slice: Option<&Slice>,
    diagnostics: &mut Diagnostics,
) -> (Option<Dataset>, ImportReport) {
    // Targets alone have no survey.
    if study.data.file.is_empty() && study.variables.is_empty() {
        return (Some(Dataset::default()), ImportReport::default());
    }
    let mut open = |file: &str| match open(&folder.join(file)) {
        Ok(bytes) => Some(bytes),
        Err(problem) => {
            diagnostics.push(problem.diagnostic(&context(study, file)));
            None
        }
    };
    let survey = if slice.is_some() { Some(Vec::new()) } else { open(&study.data.file) };
    let joined: Option<Vec<Vec<u8>>> = study.data.join.iter().map(|join| open(&join.file)).collect();
    let form = study.data.form.as_deref().map(open);
    // A problem of the try-out is said at the key that names it.
    let pilot = study.data.pilot.as_ref().map(|pilot| match self::open(&folder.join(&pilot.file)) {
        Ok(bytes) => Some(bytes),
        Err(problem) => {
            let context = Context { file: pilot.file.clone(), declared: pilot.declared };
            diagnostics.push(problem.diagnostic(&context));
            None
        }
    });
    let unread = matches!(form, Some(None)) || matches!(pilot, Some(None));
    match (survey, joined, form.flatten()) {
        (Some(survey), Some(joined), form) if !unread => {
            let pilot = pilot.flatten();
            let files = Files { survey: (study.data.file.clone(), survey), joined, form, pilot, slice: slice.cloned() };
            read_files(study, &files, diagnostics)
        }
        _ => (None, ImportReport::default()),
    }
}

pub(super) fn open(path: &Path) -> Result<Vec<u8>, FileProblem> {
    match std::fs::metadata(path).map(|found| found.len()) {
        Ok(bytes) if bytes > LARGEST => Err(FileProblem::FileTooLarge { bytes }),
        _ => std::fs::read(path).map_err(|error| {
            // Windows: a sharing or a lock violation.
            let locked = cfg!(windows) && matches!(error.raw_os_error(), Some(32 | 33));
            FileProblem::CannotOpen { reason: error.to_string(), locked }
        }),
    }
}

/// Reads a data file from its bytes; `name` is what messages call it.
///
/// Every problem found goes into `diagnostics`; `None` when any of them is an error.
pub fn read_bytes(study: &Study, name: &str, bytes: &[u8], diagnostics: &mut Diagnostics) -> Option<Dataset> {
    let files = Files { survey: (name.to_owned(), bytes.to_owned()), ..Files::default() };
    read_files(study, &files, diagnostics).0
}

/// As [`read`], from files in memory.
pub fn read_files(study: &Study, files: &Files, diagnostics: &mut Diagnostics) -> (Option<Dataset>, ImportReport) {
    let (dataset, report) = read_survey(study, files, diagnostics);
    let (Some(of_pilot), Some(bytes)) = (study.of_pilot(), &files.pilot) else { return (dataset, report) };
    let survey = (of_pilot.data.file.clone(), bytes.clone());
    let mut problems = Diagnostics::default();
    let (pilot, _) = read_survey(&of_pilot, &Files { survey, form: files.form.clone(), ..Files::default() }, &mut problems);
    // A test on the survey for one variable and on the try-out for another would go unnoticed: the try-out has them all.
    let apart = (!study.data.join.is_empty()).then(|| {
        Message::new(
            "berkas uji coba hanya satu dan memuat butir semua variabel, juga yang datanya dari `join`: letakkan jawaban uji coba \
             setiap kuesioner berdampingan di berkas itu",
            "the try-out is one file with the items of all variables, those from `join` as well: put the answers to each \
             questionnaire's try-out beside each other in it",
        )
    });
    for problem in problems.iter().cloned() {
        let hint = apart.clone().filter(|_| problem.code == Code::MissingColumn);
        diagnostics.push(problem.hint_if(hint));
    }
    let (Some(mut dataset), Some(pilot)) = (dataset, pilot.map(Box::new)) else { return (None, report) };
    dataset.practice |= pilot.practice;
    if let Some(everybody) = &mut dataset.everybody {
        everybody.practice |= pilot.practice;
        everybody.pilot = Some(pilot.clone());
    }
    dataset.pilot = Some(pilot);
    (Some(dataset), report)
}

/// The survey, or the try-out, alone.
fn read_survey(study: &Study, files: &Files, diagnostics: &mut Diagnostics) -> (Option<Dataset>, ImportReport) {
    let mut problems = Vec::new();
    let mut report = ImportReport { file: files.survey.0.clone(), ..ImportReport::default() };
    let dataset = read_problems(study, files, &mut report, &mut problems);
    let context = context(study, &files.survey.0);
    let mut failed = false;
    for problem in problems {
        let diagnostic = problem.into_diagnostic(&context);
        failed |= diagnostic.severity == Severity::Error;
        diagnostics.push(diagnostic);
    }
    let dataset = dataset.filter(|_| !failed).map(|dataset| Dataset { import: report.clone(), ..dataset });
    (dataset, report)
}

pub(super) fn context(study: &Study, name: &str) -> Context {
    Context { file: name.to_owned(), declared: study.data.declared }
}

fn read_problems(study: &Study, files: &Files, report: &mut ImportReport, problems: &mut Vec<DatasetProblem>) -> Option<Dataset> {
    let form = match &files.form {
        Some(bytes) => Some(read_form(study.data.form.as_deref().unwrap_or_default(), bytes, problems)?),
        None => None,
    };
    let joined = read_joined(study, files, form.as_ref(), problems)?;
    let (table, found) = table_and_columns(study, files, &joined, form.as_ref(), problems);
    let mut table = table?;
    if let Some(form) = &form {
        form.label_answers(&mut table);
    }
    report.source = table.source.clone();
    report.header_row = table.header_row;
    report.rows_in_file = table.rows.len();
    report.unused = unused(&table, &found);
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
    report.leave_out("blank", table.blank_rows.iter().map(|row| *row as usize));
    report.leave_out("summary", table.summaries.iter().map(|row| row.row));
    persons(study, &mut table, &found, joined, report, problems)?;
    report.rows = table.rows.len();
    let (dataset, quality) = code_columns(study, &table, &found, report, problems);
    missing::check_counts(study, dataset.rows, problems);
    // An answer that could not be read is neither missing nor a reason to doubt an item.
    if problems.iter().any(|problem| problem.severity() == Severity::Error) {
        return None;
    }
    let dataset = missing::treat_missing(study, dataset, problems)?;
    let dataset = exclusions::exclude(study, dataset, &quality, problems)?;
    plausibility::check_items(study, &dataset, problems);
    plausibility::check_numbers(study, &dataset, problems);
    Some(dataset)
}

/// Reads the further files, each under names with its prefix.
fn read_joined<'s>(
    study: &'s Study,
    files: &Files,
    form: Option<&Form>,
    problems: &mut Vec<DatasetProblem>,
) -> Option<Vec<Joined<'s>>> {
    let Some(id) = study.data.id.as_ref().filter(|_| !study.data.join.is_empty()) else {
        return Some(Vec::new());
    };
    let mut joined = Vec::new();
    for (at, join) in study.data.join.iter().enumerate() {
        let Some(bytes) = files.joined.get(at) else {
            let reason = "it was not given".to_owned();
            problems.push(DatasetProblem::File(FileProblem::CannotOpen { reason, locked: false }));
            return None;
        };
        let mut place = None;
        let id_of = |header: &Header| header.titles.iter().position(|title| fold(title) == fold(&id.header));
        let prefixed = |header: &Header| {
            let own = id_of(header);
            let name = |(at, title): (usize, &String)| match Some(at) == own {
                // One and the same column as in the survey.
                true => String::new(),
                false => format!("{}{title}", join.prefix),
            };
            let mut named = Header { titles: header.titles.iter().enumerate().map(name).collect(), ..header.clone() };
            if let Some(form) = form {
                form.label(&mut named);
            }
            named
        };
        let mut choose = |head: &Head| {
            let count = |header: &Header| {
                columns::find(study, &prefixed(header), &mut Vec::new()).count() + 10 * usize::from(id_of(header).is_some())
            };
            let header = best_header(head, usize::MAX, count)?;
            place = id_of(&header).and_then(|at| Some((at, header.titles.get(at)?.clone())));
            let named = prefixed(&header);
            let mut keep = columns::find(study, &named, &mut Vec::new()).used(named.titles.len());
            if let Some(flag) = place.as_ref().and_then(|(at, _)| keep.get_mut(*at)) {
                *flag = true;
            }
            Some((named, keep))
        };
        let mut own = Vec::new();
        let table = read_table(study, &join.file, bytes, None, &mut choose, &mut own);
        problems.extend(own.into_iter().map(|problem| problem.in_file(&join.file)));
        let Some((at, id_name)) = place else {
            if table.is_some() {
                let there = table.map(|table| table.header).unwrap_or_default();
                problems.push(
                    PersonProblem::NoIdentityColumn {
                        file: join.file.clone(),
                        column: id.header.clone(),
                        there,
                        declared: join.declared,
                    }
                    .into(),
                );
            }
            return None;
        };
        joined.push(Joined { join, table: table?, id: at, id_name });
    }
    Some(joined)
}

/// Who is in the data: rows kept, persons once, their rows in further files.
fn persons(
    study: &Study,
    table: &mut Table,
    found: &FoundColumns,
    joined: Vec<Joined>,
    report: &mut ImportReport,
    problems: &mut Vec<DatasetProblem>,
) -> Option<()> {
    let (gone, any) = identity::keep_rows(study, table, found, problems);
    report.leave_out("not_kept", vec![0; gone].into_iter());
    if let Some(left_out) = report.left_out.iter_mut().find(|left_out| left_out.reason == "not_kept") {
        left_out.rows.clear();
    }
    if !any {
        return None;
    }
    if let Some(id) = found.id {
        let name = table.column_name(id);
        let dropped = identity::drop_duplicates(table, id, &name, problems);
        report.leave_out("duplicate", dropped.into_iter());
        for matched in identity::join(table, id, joined, problems) {
            report.joined.push(JoinedFile {
                file: matched.file,
                rows: matched.rows,
                matched: matched.matched,
                only_survey: matched.only_survey.len(),
                only_here: matched.only_here.len(),
            });
        }
    }
    Some(())
}

/// Headers of columns that nobody asked for.
fn unused(table: &Table, found: &FoundColumns) -> Vec<String> {
    let used = found.used(table.header.len());
    let unused = table.header.iter().zip(used).filter(|(header, used)| !used && !header.is_empty());
    unused.map(|(header, _)| header.clone()).collect()
}

/// Reads the file and finds the columns. The header is the row, or two rows together, with most of them; where there are none
/// at all, the first row.
fn table_and_columns(
    study: &Study,
    files: &Files,
    joined: &[Joined],
    form: Option<&Form>,
    problems: &mut Vec<DatasetProblem>,
) -> (Option<Table>, FoundColumns) {
    let mut found = FoundColumns::default();
    let mut column_problems = Vec::new();
    let whole = |header: &Header| {
        let mut whole = header.clone();
        whole.labels.resize(whole.titles.len(), String::new());
        if let Some(form) = form {
            form.label(&mut whole);
        }
        for Joined { table, .. } in joined {
            whole.titles.extend(table.header.iter().cloned());
            whole.labels.extend(table.labels.iter().cloned());
        }
        whole
    };
    let mut choose = |head: &Head| {
        let count = |header: &Header| columns::find(study, &whole(header), &mut Vec::new()).count();
        let header = best_header(head, wanted(study), count)?;
        found = columns::find(study, &whole(&header), &mut column_problems);
        let keep = found.used(header.titles.len());
        Some((header, keep))
    };
    let (name, bytes) = &files.survey;
    let table = match &files.slice {
        Some(slice) => slice.table(name, &mut choose),
        None => read_table(study, name, bytes, study.data.sheet.as_deref(), &mut choose, problems),
    };
    if table.is_some() {
        problems.append(&mut column_problems);
    }
    (table, found)
}

/// How many columns a study declares.
pub(super) fn wanted(study: &Study) -> usize {
    let columns_of_variable = |measure: &Measure| match measure {
        Measure::Items { indicators, .. } => indicators.iter().map(|indicator| indicator.items.len()).sum(),
        Measure::Column { .. } => 1,
        Measure::Records(records) => records.items.len(),
    };
    let variables: usize = study.variables.values().map(|variable| columns_of_variable(&variable.measure)).sum();
    variables + study.characteristics.len() + study.data.keep.len() + usize::from(study.data.id.is_some())
}

/// The header under which most columns are found; the first of several. Under one with all that are wanted no other is looked for.
pub(super) fn best_header(head: &Head, wanted: usize, count: impl Fn(&Header) -> usize) -> Option<Header> {
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
pub(super) fn read_table(
    study: &Study,
    name: &str,
    bytes: &[u8],
    sheet: Option<&str>,
    choose: &mut ChooseHeader,
    problems: &mut Vec<DatasetProblem>,
) -> Option<Table> {
    let settings = TextSettings {
        delimiter: study.data.delimiter,
        prefers_tab: prefers_tab(name),
        encoding: study.data.encoding.as_deref(),
    };
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

pub(super) fn hex(bytes: &[u8]) -> String {
    bytes.iter().map(|byte| format!("{byte:02x}")).collect()
}

fn code_columns(
    study: &Study,
    table: &Table,
    found: &FoundColumns,
    report: &mut ImportReport,
    problems: &mut Vec<DatasetProblem>,
) -> (Dataset, Quality) {
    report_reserved(table, problems);
    let coding =
        Coding { table, marks: decimal_marks(study, table, found), missing: MissingCodes::new(&study.data.missing_codes) };
    let mut log = ReadLog::default();
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
                let coded = code_items(&coding, &variable.code, scale, items, &mut log, problems);
                dataset.items.extend(coded);
            }
            Measure::Records(records) => {
                let by = found.points_by.get(&variable.code).copied();
                dataset.columns.extend(code_records(&coding, records, found, by, &mut log, problems));
            }
            Measure::Column { range, .. } => {
                if let Some(at) = found.variables.get(&variable.code) {
                    let values = coding.number_column(*at, &variable.code, *range, &mut log, problems);
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
            let data = read_characteristic(&coding, characteristic, at, study.language, &mut log, problems);
            Some((characteristic.code.clone(), data))
        })
        .collect::<IndexMap<_, _>>();
    problems.extend(log.comma_problem(&coding));
    report.columns = log.columns;
    report.decimal_mark = match (coding.marks.comma, coding.marks.point) {
        (true, true) => DecimalMark::Both,
        (true, false) => DecimalMark::Comma,
        (false, true) => DecimalMark::Point,
        (false, false) => DecimalMark::None,
    };
    personal(study, table, found, problems);
    totals::check_totals(study, &coding, found, &dataset, problems);
    let seconds = found.time.and_then(|time| response_time::seconds(&coding, time));
    let quality = quality::check_quality(&dataset, seconds.as_deref(), problems);
    // A category with a reserved character has been reported as such.
    problems.retain(|problem| match problem {
        DatasetProblem::UnlistedCategory { text, .. } => !text.chars().any(is_reserved),
        _ => true,
    });
    (dataset, quality)
}

/// Characteristics that are a list of persons.
fn personal(study: &Study, table: &Table, found: &FoundColumns, problems: &mut Vec<DatasetProblem>) {
    for characteristic in &study.characteristics {
        let Some(at) = found.characteristics.get(&characteristic.code) else { continue };
        let many = table.column(*at).is_some_and(|column| column.texts().len() * 2 > table.rows.len() && table.rows.len() > 4);
        if many && column_roles::is_personal(&table.column_name(*at)) {
            let (code, column) = (characteristic.code.clone(), table.column_name(*at));
            problems.push(PersonProblem::Personal { characteristic: code, column, declared: characteristic.declared }.into());
        }
    }
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
        for (_, row) in column.codes().zip(table.rows_of(at)).filter(|(code, _)| *code == text) {
            cells.add(*row as usize, || table.column_name(at));
        }
        problems.push(DatasetProblem::ReservedCharacter { character, cells });
    }
}
