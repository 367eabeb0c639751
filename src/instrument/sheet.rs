//! The empty data sheet: the headers that bab4 looks for, cells that take nothing but possible answers, a sheet that explains.

use super::words::Words;
use super::{Field, answers, choices, fields, statement_text, values};
use crate::language::Language;
use crate::study::Study;
use rust_xlsxwriter::{DataValidation, DataValidationRule, DocProperties, ExcelDateTime, Format, Workbook, Worksheet, XlsxError};

/// Rows that are prepared for answers.
const ROWS: u32 = 1000;
/// Longest list of choices that a cell's rule may hold, in characters.
const LONGEST_LIST: usize = 255;

/// The workbook.
///
/// # Errors
/// What the writer of workbooks says; in memory it has no reason to.
pub fn sheet(study: &Study, language: Language) -> Result<Vec<u8>, XlsxError> {
    let words = Words(language);
    let mut workbook = Workbook::new();
    workbook.set_properties(&properties()?);
    let bold = Format::new().set_bold().set_text_wrap();
    let data = workbook.add_worksheet();
    data.set_name(study.data.sheet.as_deref().unwrap_or(words.pick("Jawaban", "Answers")))?;
    data.set_freeze_panes(1, 0)?;
    let fields = fields(study, false);
    for (column, field) in (0u16..).zip(&fields) {
        let Some((header, field)) = field else { continue };
        data.write_with_format(0, column, header.as_str(), &bold)?;
        validate(data, column, *field, words)?;
    }
    let guide = workbook.add_worksheet();
    guide.set_name(words.pick("Petunjuk", "Guide"))?;
    let heads = [words.pick("Kolom", "Column"), words.pick("Isi", "Holds"), words.pick("Jawaban", "Answers")];
    for (column, head) in (0u16..).zip(heads) {
        guide.write_with_format(0, column, head, &bold)?;
    }
    for (row, (header, field)) in (1u32..).zip(fields.iter().flatten()) {
        guide.write(row, 0, header.as_str())?;
        guide.write(row, 1, holds(*field, words))?;
        guide.write(row, 2, allowed(*field, words))?;
    }
    guide.set_column_width(0, 16)?.set_column_width(1, 70)?.set_column_width(2, 60)?;
    workbook.save_to_buffer()
}

/// Properties without a time in them: the same study gives the same bytes.
pub(super) fn properties() -> Result<DocProperties, XlsxError> {
    Ok(DocProperties::new().set_author("bab4").set_creation_datetime(&ExcelDateTime::from_ymd(1980, 1, 1)?))
}

fn validate(sheet: &mut Worksheet, column: u16, field: Field<'_>, words: Words) -> Result<(), XlsxError> {
    let rule = match field {
        Field::Practice | Field::Id(_) | Field::Keep(_) | Field::Record(_) | Field::Group(..) => return Ok(()),
        Field::Item(_, scale) => {
            let (min, max) = (i32::try_from(scale.min).unwrap_or(i32::MIN), i32::try_from(scale.max).unwrap_or(i32::MAX));
            DataValidation::new().allow_whole_number(DataValidationRule::Between(min, max))
        }
        Field::Number(_, Some((low, high))) => DataValidation::new().allow_decimal_number(DataValidationRule::Between(low, high)),
        Field::Number(_, None) => return Ok(()),
        Field::Characteristic(characteristic) => {
            let values = values(characteristic);
            let length: usize = values.iter().map(|value| value.chars().count() + 1).sum();
            if values.is_empty() || length > LONGEST_LIST || values.iter().any(|value| value.contains(',')) {
                return Ok(());
            }
            DataValidation::new().allow_list_strings(&values)?
        }
    };
    let rule = rule
        .set_error_title(words.pick("Jawaban tidak mungkin", "Not a possible answer"))?
        .set_error_message(words.pick("Lihat lembar Petunjuk.", "See the sheet Guide."))?;
    sheet.add_data_validation(1, column, ROWS, column, &rule)?;
    Ok(())
}

fn holds(field: Field<'_>, words: Words) -> String {
    match field {
        Field::Practice => String::new(),
        Field::Id(_) => words.pick("Pengenal responden", "Identity of the respondent").to_owned(),
        Field::Keep(_) => {
            words.pick("Hanya baris dengan jawaban ini yang diolah", "Only rows with this answer are analyzed").to_owned()
        }
        Field::Characteristic(characteristic) => characteristic.name.plain(words.0),
        Field::Item(item, _) => statement_text(item, words.0),
        Field::Record(record) => record.item.name.plain(words.0),
        Field::Group(..) => words.pick("Kelompok poin", "Group of the points").to_owned(),
        Field::Number(variable, _) => variable.name.plain(words.0),
    }
}

fn allowed(field: Field<'_>, words: Words) -> String {
    match field {
        Field::Practice | Field::Id(_) => String::new(),
        Field::Keep(keep) => keep.answer.clone(),
        Field::Item(item, scale) => {
            let shown =
                |(value, label): (i64, String)| if label == value.to_string() { label } else { format!("{value} = {label}") };
            answers(item, scale, words.0).into_iter().map(shown).collect::<Vec<_>>().join("; ")
        }
        Field::Record(record) => match record.range {
            Some((low, high)) => format!("{low}–{high}"),
            None if record.words.is_empty() => words.pick("angka", "a number").to_owned(),
            None => record.words.iter().map(|(word, _)| word.as_str()).collect::<Vec<_>>().join("; "),
        },
        Field::Group(_, records) => records.groups().join("; "),
        Field::Number(_, Some((low, high))) => format!("{low}–{high}"),
        Field::Number(_, None) => words.pick("angka", "a number").to_owned(),
        Field::Characteristic(characteristic) => {
            let raw = values(characteristic);
            if raw.is_empty() {
                let unit = characteristic.unit.as_ref().map(|unit| unit.plain(words.0));
                return unit.unwrap_or_else(|| words.pick("teks", "text").to_owned());
            }
            let shown = |(raw, printed): (String, String)| if raw == printed { raw } else { format!("{raw} = {printed}") };
            raw.into_iter().zip(choices(characteristic, words.0)).map(shown).collect::<Vec<_>>().join("; ")
        }
    }
}
