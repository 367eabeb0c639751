//! Practice answers: every cell an independent draw, so that nothing in them is related to anything, and a column that says
//! what they are.

use super::sheet::properties;
use super::words::Words;
use super::{Field, fields, values};
use crate::dataset::PRACTICE_COLUMN;
use crate::language::Language;
use crate::study::{Scale, Study};
use rand_core::{Rng, SeedableRng};
use rand_xoshiro::Xoshiro256PlusPlus;
use rust_xlsxwriter::{Workbook, XlsxError};

/// Rows where nothing says how many there should be.
const ROWS: u64 = 100;
/// Most rows that are made.
const MOST_ROWS: u64 = 500;

/// Practice answers as CSV. As many rows as questionnaires were handed out, or as the population has where all are asked;
/// the seed is the study's.
pub fn csv(study: &Study) -> String {
    let mut out = String::new();
    table(study).into_iter().for_each(|cells| line(&mut out, cells.into_iter()));
    out
}

/// The same answers as a workbook (XLSX), on the sheet that the study names.
///
/// # Errors
/// What the writer of workbooks says; in memory it has no reason to.
pub fn workbook(study: &Study, language: Language) -> Result<Vec<u8>, XlsxError> {
    let mut workbook = Workbook::new();
    workbook.set_properties(&properties()?);
    let sheet = workbook.add_worksheet();
    sheet.set_name(study.data.sheet.as_deref().unwrap_or(Words(language).pick("Jawaban", "Answers")))?;
    for (row, cells) in (0u32..).zip(table(study)) {
        for (column, cell) in (0u16..).zip(cells) {
            match cell.parse::<f64>() {
                Ok(number) => sheet.write(row, column, number)?,
                Err(_) if cell.is_empty() => continue,
                Err(_) => sheet.write(row, column, cell)?,
            };
        }
    }
    workbook.save_to_buffer()
}

/// Headers and answers, row by row.
fn table(study: &Study) -> Vec<Vec<String>> {
    let fields = fields(study, true);
    let mut random = Xoshiro256PlusPlus::seed_from_u64(study.analysis.seed);
    let header = fields.iter().map(|field| field.as_ref().map_or_else(String::new, |(header, _)| header.clone()));
    let mut out = vec![header.collect()];
    for row in 0..rows(study) {
        let cells =
            fields.iter().map(|field| field.as_ref().map_or_else(String::new, |(_, field)| draw(*field, row, &mut random)));
        out.push(cells.collect());
    }
    out
}

fn rows(study: &Study) -> u64 {
    let census = study.sampling.as_ref().is_some_and(|sampling| sampling.method == "census");
    let wanted = study.data.returned.or(study.data.distributed).or(study.population.filter(|_| census));
    wanted.unwrap_or(ROWS).clamp(1, MOST_ROWS)
}

/// One cell: each of the possible answers as likely as any other, whatever stands beside it.
fn draw(field: Field<'_>, row: u64, random: &mut Xoshiro256PlusPlus) -> String {
    match field {
        Field::Practice => PRACTICE_COLUMN.to_owned(),
        Field::Id(_) => format!("L{}", row + 1),
        Field::Keep(keep) => keep.answer.clone(),
        Field::Item(_, scale) => answer(scale, random).to_string(),
        Field::Record(record) => {
            let words: Vec<&str> = record.words.iter().map(|(word, _)| word.as_str()).collect();
            let numbers = record.from.iter().map(|(from, _)| from.to_string()).collect::<Vec<String>>();
            let ends =
                record.range.map(|(low, high)| (low + below(random, (high - low).clamp(1.0, 1e6) as u64 + 1) as f64).to_string());
            let all: Vec<String> = words.into_iter().map(str::to_owned).chain(numbers).chain(ends).collect();
            pick(&all, random)
        }
        Field::Group(_, records) => {
            let groups: Vec<String> = records.groups().into_iter().map(str::to_owned).collect();
            pick(&groups, random)
        }
        Field::Number(_, range) => {
            let (low, high) = range.unwrap_or((0.0, 100.0));
            let steps = (high - low).floor().clamp(1.0, 1e6);
            (low + below(random, steps as u64 + 1) as f64).min(high).to_string()
        }
        Field::Characteristic(characteristic) => {
            if let (Some(low), Some(high)) = (characteristic.classes.first(), characteristic.classes.last()) {
                let step = if characteristic.classes.len() > 1 {
                    (high - low) / (characteristic.classes.len() - 1) as f64
                } else {
                    10.0
                };
                let steps = (high + step - low).floor().clamp(1.0, 1e6);
                return (low + below(random, steps as u64) as f64).to_string();
            }
            let values = values(characteristic);
            let position = usize::try_from(below(random, values.len().max(2) as u64)).unwrap_or(0);
            values.get(position).cloned().unwrap_or_else(|| if position == 0 { "A".to_owned() } else { "B".to_owned() })
        }
    }
}

fn pick(all: &[String], random: &mut Xoshiro256PlusPlus) -> String {
    let position = usize::try_from(below(random, all.len().max(1) as u64)).unwrap_or(0);
    all.get(position).cloned().unwrap_or_default()
}

fn answer(scale: &Scale, random: &mut Xoshiro256PlusPlus) -> i64 {
    scale.min + i64::try_from(below(random, scale.points().max(1) as u64)).unwrap_or(0)
}

/// A whole number below `bound`, each as likely.
fn below(random: &mut Xoshiro256PlusPlus, bound: u64) -> u64 {
    // The bound is small beside 2^64: what the remainder favours is beyond notice.
    random.next_u64() % bound.max(1)
}

/// A line of CSV.
fn line(out: &mut String, cells: impl Iterator<Item = String>) {
    for (position, cell) in cells.enumerate() {
        if position > 0 {
            out.push(',');
        }
        if cell.contains([',', '"', '\n', '\r', ';']) {
            out.push('"');
            out.push_str(&cell.replace('"', "\"\""));
            out.push('"');
        } else {
            out.push_str(&cell);
        }
    }
    out.push('\n');
}
