//! How long each respondent took, from a column of seconds or from beginning and end.

use super::coding::{Coding, Reading};
use super::columns::Time;

/// Seconds for each row; `None` as a whole where nothing of the kind can be read.
pub fn seconds(coding: &Coding, time: Time) -> Option<Vec<Option<f64>>> {
    let values = |at: usize, read: &dyn Fn(&super::table::CellText) -> Option<f64>| -> Option<Vec<Option<f64>>> {
        let column = coding.table.column(at)?;
        let values: Vec<Option<f64>> = column.texts().map(read).collect();
        Some(column.codes().map(|code| values.get(code).copied().flatten()).collect())
    };
    let times = match time {
        Time::Seconds(at) => values(at, &|cell| match coding.number(cell) {
            Reading::Value(value) | Reading::CommaValue(value) => Some(value),
            _ => None,
        })?,
        Time::Between(start, end) => {
            let of = |at| values(at, &|cell| moment(&cell.text));
            of(start)?.into_iter().zip(of(end)?).map(|(start, end)| Some(end? - start?)).collect()
        }
    };
    times.iter().any(Option::is_some).then_some(times)
}

/// `2025-06-14 08:30:05` or `2025-06-14T08:30:05.120+07:00` in seconds; the zone is left out, being the same at both ends.
fn moment(text: &str) -> Option<f64> {
    let (date, time) = text.split_once([' ', 'T'])?;
    let mut parts = date.split('-').map(|part| part.parse::<f64>().ok());
    let (year, month, day) = (parts.next()??, parts.next()??, parts.next()??);
    let time = time.split(['+', 'Z']).next().unwrap_or_default();
    let mut parts = time.split(':').map(|part| part.parse::<f64>().ok());
    let (hour, minute) = (parts.next()??, parts.next()??);
    let second = parts.next().flatten().unwrap_or(0.0);
    // Months of 31 days keep moments in order; only answers across midnight at a month's end are off, and those never too short.
    Some((((year * 12.0 + month) * 31.0 + day) * 24.0 + hour) * 3600.0 + minute * 60.0 + second)
}

#[cfg(test)]
mod tests {
    #![allow(clippy::float_cmp)]
    use super::*;

    #[test]
    fn moments_are_seconds_apart() {
        let apart = |start, end| Some(moment(end)? - moment(start)?);
        assert_eq!(apart("2025-06-14 08:30:05", "2025-06-14 08:31:00"), Some(55.0));
        assert_eq!(apart("2025-06-14T08:59:59.500+07:00", "2025-06-14T09:00:01.000+07:00"), Some(1.5));
        assert_eq!(moment("14 Juni"), None);
    }
}
