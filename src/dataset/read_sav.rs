//! Reading SPSS data files, `.sav` and `.zsav`: names, labels, value labels, missing values and cases.
//!
//! After "System File Format" in the PSPP Developers Guide (GNU PSPP 1.6, appendix B), tested with files that PSPP wrote.

use super::head::{ChooseHeader, Head, Header};
use super::problem::DatasetProblem;
use super::problem_file::FileProblem;
use super::sav_data::{Values, open_values};
use super::sav_dictionary::{Dictionary, Variable, read_dictionary};
use super::table::{RawCell, Table};

/// The most values that are looked at.
const VALUE_LIMIT: usize = 400_000_000;
/// Seconds of a day, and days from 14 October 1582, on which SPSS begins to count, to 1 January 1970.
const DAY: f64 = 86_400.0;
const EPOCH: i64 = 141_428;

/// Reads an SPSS file; `choose` says which columns are kept. Rows are numbered as the data view of SPSS numbers them.
///
/// `None` when there is no table, with the reason in `problems`.
pub fn read_statistics(bytes: &[u8], choose: &mut ChooseHeader, problems: &mut Vec<DatasetProblem>) -> Option<Table> {
    match read(bytes, choose, problems) {
        Ok(table) => table,
        Err(problem) => {
            problems.push(DatasetProblem::File(*problem));
            None
        }
    }
}

/// What was read as missing because the file says so.
struct Missing {
    count: usize,
    values: Vec<String>,
}

fn read(bytes: &[u8], choose: &mut ChooseHeader, problems: &mut Vec<DatasetProblem>) -> Result<Option<Table>, Box<FileProblem>> {
    let dictionary = read_dictionary(bytes)?;
    let variables = &dictionary.variables;
    if variables.is_empty() {
        return Err(Box::new(FileProblem::EmptyFile));
    }
    let titles: Vec<String> = variables.iter().map(|variable| variable.name.clone()).collect();
    let labels = variables.iter().map(|variable| variable.label.clone()).collect();
    let head = Head::of(Header { titles, labels, ..Header::default() });
    let Some((header, keep)) = choose(&head) else {
        return Ok(None);
    };
    let mut table = Table::new(header, &keep, bytes.len());
    table.source.kind = "SPSS".to_owned();
    table.source.encoding = Some(dictionary.encoding.name().to_owned());
    let mut missing: Vec<Missing> = variables.iter().map(|_| Missing { count: 0, values: Vec::new() }).collect();
    read_cases(bytes, &dictionary, &keep, &mut table, &mut missing)?;
    for (at, variable) in variables.iter().enumerate() {
        if let Some(column) = table.column_mut(at).filter(|_| !variable.value_labels.is_empty()) {
            column.set_labels(|text| variable.value_labels.get(text).cloned());
        }
    }
    let said: Vec<(String, Vec<String>, usize)> = variables
        .iter()
        .zip(missing)
        .filter(|(_, missing)| missing.count > 0)
        .map(|(variable, missing)| (variable.name.clone(), missing.values, missing.count))
        .collect();
    if !said.is_empty() {
        problems.push(DatasetProblem::File(FileProblem::UserMissing { columns: said }));
    }
    if let Some(variable) = dictionary.weight {
        problems.push(DatasetProblem::File(FileProblem::Weighted { variable }));
    }
    Ok(Some(table))
}

fn read_cases(
    bytes: &[u8],
    dictionary: &Dictionary,
    keep: &[bool],
    table: &mut Table,
    missing: &mut [Missing],
) -> Result<(), Box<FileProblem>> {
    let mut values = open_values(bytes, dictionary)?;
    let variables = &dictionary.variables;
    let mut cells: Vec<(String, bool)> = vec![(String::new(), false); variables.len()];
    let per_case: usize = variables.iter().map(|variable| variable.slots()).sum();
    let (mut row, mut seen, mut raw) = (0usize, 0usize, Vec::new());
    while dictionary.cases.is_none_or(|cases| row < cases) {
        for ((at, variable), (text, number)) in variables.iter().enumerate().zip(cells.iter_mut()) {
            text.clear();
            *number = variable.width == 0;
            raw.clear();
            for _ in 0..variable.slots() {
                match values.next()? {
                    Some(value) => raw.push(value),
                    // The file ends between two cases, or in the middle of one.
                    None if at == 0 && raw.is_empty() => return Ok(()),
                    None => return Err(super::zip_parts::broken("the last case is cut off")),
                }
            }
            if keep.get(at).copied().unwrap_or(false) {
                write_value(variable, &raw, &values, dictionary, text, number, missing.get_mut(at));
            }
        }
        row += 1;
        seen = seen.saturating_add(per_case);
        let room = table.push(row, cells.iter().map(|(text, number)| RawCell { text, number: *number }));
        if !room || seen > VALUE_LIMIT {
            return Err(Box::new(FileProblem::TooManyTexts { row }));
        }
    }
    Ok(())
}

fn write_value(
    variable: &Variable,
    raw: &[[u8; 8]],
    values: &Values,
    dictionary: &Dictionary,
    text: &mut String,
    number: &mut bool,
    missing: Option<&mut Missing>,
) {
    if variable.width > 0 {
        text.push_str(&variable.string(raw, dictionary.encoding));
    } else {
        let value = values.number(raw.first().copied().unwrap_or_default());
        if !value.is_finite() || value <= -f64::MAX {
            *number = false;
            return;
        }
        match variable.format {
            20 | 23 | 24 | 28 | 29 | 30 | 38 | 39 => *number = !write_date(value, false, text),
            22 | 41 => *number = !write_date(value, true, text),
            _ => text.push_str(&value.to_string()),
        }
        if variable.is_missing(value)
            && let Some(missing) = missing
        {
            missing.count += 1;
            if missing.values.len() < 6 && !missing.values.contains(text) {
                missing.values.push(text.clone());
            }
            text.clear();
            *number = false;
            return;
        }
    }
    if variable.width > 0 && !text.is_empty() && variable.is_missing_text(text) {
        if let Some(missing) = missing {
            missing.count += 1;
            if missing.values.len() < 6 && !missing.values.contains(text) {
                missing.values.push(text.clone());
            }
        }
        text.clear();
    }
}

/// Writes seconds since 14 October 1582 as `2025-06-14`, with the time of day where it is asked for; false where that is no date.
fn write_date(seconds: f64, time: bool, out: &mut String) -> bool {
    let days = (seconds / DAY).floor();
    if !(0.0..4.0e6).contains(&days) {
        out.push_str(&seconds.to_string());
        return false;
    }
    let (year, month, day) = civil(days as i64 - EPOCH);
    out.push_str(&format!("{year:04}-{month:02}-{day:02}"));
    if time {
        let rest = (seconds - days * DAY) as i64;
        out.push_str(&format!(" {:02}:{:02}:{:02}", rest / 3600, rest / 60 % 60, rest % 60));
    }
    true
}

/// Year, month and day of a number of days since 1 January 1970, in the Gregorian calendar.
fn civil(days: i64) -> (i64, i64, i64) {
    // Years begin in March, so that the leap day is the last: 400 years have 146 097 days.
    let shifted = days + 719_468;
    let era = shifted.div_euclid(146_097);
    let of_era = shifted.rem_euclid(146_097);
    let year = (of_era - of_era / 1_460 + of_era / 36_524 - of_era / 146_096) / 365;
    let of_year = of_era - (365 * year + year / 4 - year / 100);
    let month = (5 * of_year + 2) / 153;
    let day = of_year - (153 * month + 2) / 5 + 1;
    let month = if month < 10 { month + 3 } else { month - 9 };
    (year + era * 400 + i64::from(month <= 2), month, day)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn dates_are_those_of_the_calendar() {
        assert_eq!(civil(0), (1970, 1, 1));
        assert_eq!(civil(-EPOCH), (1582, 10, 14));
        assert_eq!(civil(19_782), (2024, 2, 29));
        let mut text = String::new();
        // 14 June 2025, 08:30: 20 253 days after 1 January 1970.
        assert!(write_date((20_253 + EPOCH) as f64 * DAY + 30_600.0, true, &mut text));
        assert_eq!(text, "2025-06-14 08:30:00");
    }
}
