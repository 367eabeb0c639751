//! The summary as a workbook: one row a unit, numbers as numbers.

use super::{Summary, value, words};
use crate::batch::row::UnitRow;
use crate::language::Message;
use rust_xlsxwriter::{DocProperties, ExcelDateTime, Format, Workbook, Worksheet, XlsxError};

/// Writes the workbook.
///
/// # Errors
/// What the writer of workbooks says; in memory it has no reason to.
pub fn workbook(summary: &Summary) -> Result<Vec<u8>, XlsxError> {
    let say = |id: &str, en: &str| Message::new(id, en).get(summary.language).to_owned();
    let mut book = Workbook::new();
    // Without a time in it: the same units give the same bytes.
    book.set_properties(&DocProperties::new().set_author("bab4").set_creation_datetime(&ExcelDateTime::from_ymd(1980, 1, 1)?));
    let bold = Format::new().set_bold().set_text_wrap();
    let sheet = book.add_worksheet();
    sheet.set_name(say("Ringkasan", "Summary"))?;
    sheet.set_freeze_panes(1, 1)?;
    let variables = summary.variables();
    let mut claims: Vec<&str> = Vec::new();
    for id in summary.units.iter().flat_map(|entry| entry.row.hypotheses.keys()) {
        if !claims.contains(&id.as_str()) {
            claims.push(id);
        }
    }
    let mut heads = vec![say("Unit", "Unit"), say("Folder", "Folder"), say("Periode", "Period"), say("n", "n")];
    heads.extend([say("Dibagikan", "Handed out"), say("Pengembalian (%)", "Response rate (%)")]);
    for (code, name) in &variables {
        for what in
            ["alpha", &say("rata-rata skor", "mean score"), &say("rata-rata butir", "item mean"), &say("kategori", "category")]
        {
            heads.push(format!("{code} {name}: {what}"));
        }
        if has_service(summary, code) {
            let what = [say("nilai indeks", "index"), say("mutu", "grade"), say("unsur terendah", "lowest element")];
            heads.extend(what.map(|what| format!("{code} {name}: {what}")));
        }
    }
    let claim = |id: &str| summary.units.iter().find_map(|entry| entry.row.hypotheses.get(id)).map(|found| found.claim.as_str());
    let told = |id: &str| words::claim(claim(id).unwrap_or_default(), &variables, summary.language);
    if has_targets(summary) {
        heads.extend([
            say("Indikator", "Indicators"),
            say("Mencapai target", "Reached the target"),
            say("Rata-rata capaian (%)", "Mean achievement (%)"),
            say("Kategori capaian", "Category of the achievement"),
        ]);
    }
    heads.extend(claims.iter().map(|id| format!("{id}: {}", told(id))));
    heads.push(say("Catatan", "Notes"));
    let (category, lowest) = (say("kategori", "category"), say("unsur terendah", "lowest element"));
    let (grade, last) = (say("mutu", "grade"), heads.len() - 1);
    for (position, (column, head)) in (0u16..).zip(&heads).enumerate() {
        sheet.write_with_format(0, column, head, &bold)?;
        let words = [&category, &grade].iter().any(|word| head.ends_with(word.as_str()));
        let width = match position {
            0 => 46,
            1 | 2 => 16,
            3 => 7,
            _ if position == last || head.ends_with(&lowest) => 36,
            // Hypotheses are told in whole sentences.
            _ if head.chars().count() > 45 => 24,
            _ if words => 16,
            _ => 13,
        };
        sheet.set_column_width(column, width)?;
    }
    // On paper: across the page, everything beside each other, the heads on every page.
    sheet.set_landscape().set_paper_size(9).set_print_fit_to_pages(1, 0).set_repeat_rows(0, 0)?;
    sheet.set_row_height(0, 62)?;
    let mut line = 1;
    for entry in &summary.units {
        let note = entry.suppressed.then(|| {
            let least = summary.minimum_n;
            say(&format!("responden kurang dari {least}"), &format!("fewer than {least} respondents"))
        });
        row(sheet, line, (&entry.row.name, &entry.folder), &entry.row, &variables, &claims, note, summary)?;
        line += 1;
    }
    if let Some(all) = &summary.all {
        row(sheet, line, (&say("Seluruh responden", "All respondents"), ""), all, &variables, &claims, None, summary)?;
        line += 1;
    }
    if let Some(averages) = &summary.averages {
        sheet.write(line, 0, say("Rata-rata antarunit", "Average of units"))?;
        let mut column = 6;
        for code in variables.keys() {
            let service = has_service(summary, code);
            if let Some(average) = averages.get(code) {
                let of_items =
                    summary.units.iter().filter_map(|entry| entry.row.variables.get(code)).any(|found| found.item_mean.is_some());
                let format = decimals(if service || !of_items { 2 } else { 3 });
                let at = column + if service { 4 } else { 1 + u16::from(of_items) };
                sheet.write_with_format(line, at, *average, &format)?;
            }
            column += if service { 7 } else { 4 };
        }
    }
    if !summary.missing.is_empty() {
        let sheet = book.add_worksheet();
        sheet.set_name(say("Belum selesai", "Not done"))?;
        sheet.write_with_format(0, 0, say("Unit", "Unit"), &bold)?.write_with_format(0, 1, say("Sebab", "Reason"), &bold)?;
        for (line, (unit, why)) in (1u32..).zip(&summary.missing) {
            sheet.write(line, 0, unit.as_str())?.write(line, 1, why.as_str())?;
        }
        sheet.set_column_width(0, 34)?.set_column_width(1, 80)?;
    }
    if !summary.earlier.is_empty() {
        let sheet = book.add_worksheet();
        sheet.set_name(say("Periode lalu", "Earlier periods"))?;
        let heads = [say("Periode", "Period"), say("Unit", "Unit"), say("n", "n")];
        for (column, head) in (0u16..).zip(heads.iter().chain(variables.keys())) {
            sheet.write_with_format(0, column, head, &bold)?;
        }
        let earlier = summary.earlier.iter().flat_map(|period| period.units.values().map(move |row| (&period.name, row)));
        for (line, (period, row)) in (1u32..).zip(earlier) {
            sheet.write(line, 0, period.as_str())?.write(line, 1, row.name.as_str())?.write(line, 2, row.n as f64)?;
            for (column, code) in (3u16..).zip(variables.keys()) {
                // A unit with too few respondents then is named without its results.
                let shown = row.n as u64 >= summary.minimum_n;
                if let Some(value) = row.variables.get(code).filter(|_| shown).and_then(value) {
                    sheet.write(line, column, value)?;
                }
            }
        }
    }
    book.save_to_buffer()
}

/// How many decimals are shown of a number; the cell holds all of them.
fn decimals(count: usize) -> Format {
    Format::new().set_num_format(format!("0.{}", "0".repeat(count)))
}

/// Whether any unit has an index of satisfaction for this variable.
fn has_service(summary: &Summary, code: &str) -> bool {
    let rows = summary.units.iter().map(|entry| &entry.row).chain(&summary.all);
    rows.filter_map(|row| row.variables.get(code)).any(|variable| variable.service.is_some())
}

/// Whether any unit has targets.
fn has_targets(summary: &Summary) -> bool {
    summary.units.iter().any(|entry| entry.row.targets.is_some())
}

#[allow(clippy::too_many_arguments, reason = "one row, with what it is made of")]
fn row(
    sheet: &mut Worksheet,
    line: u32,
    (name, folder): (&str, &str),
    row: &UnitRow,
    variables: &indexmap::IndexMap<String, String>,
    claims: &[&str],
    note: Option<String>,
    summary: &Summary,
) -> Result<(), XlsxError> {
    sheet.write(line, 0, name)?.write(line, 1, folder)?.write(line, 2, row.period.as_deref().unwrap_or_default())?;
    sheet.write(line, 3, row.n as f64)?;
    if let Some(distributed) = row.distributed {
        sheet.write(line, 4, distributed as f64)?;
    }
    if let Some(rate) = row.response_rate {
        sheet.write_with_format(line, 5, rate, &decimals(1))?;
    }
    let mut column = 6;
    for code in variables.keys() {
        if let Some(variable) = row.variables.get(code) {
            for (at, value) in (column..).zip([variable.alpha, variable.mean, variable.item_mean]) {
                if let Some(value) = value {
                    sheet.write_with_format(line, at, value, &decimals(3))?;
                }
            }
            sheet.write(line, column + 3, variable.category.as_deref().unwrap_or_default())?;
            if let Some(service) = &variable.service {
                sheet.write_with_format(line, column + 4, service.index, &decimals(2))?;
                sheet.write(line, column + 5, service.category.as_deref().unwrap_or_default())?;
                sheet.write(line, column + 6, service.lowest.join(", "))?;
            }
        }
        column += if has_service(summary, code) { 7 } else { 4 };
    }
    if has_targets(summary) {
        if let Some(found) = &row.targets {
            sheet.write(line, column, found.count as f64)?.write(line, column + 1, found.reached as f64)?;
            if let Some(mean) = found.mean {
                sheet.write_with_format(line, column + 2, mean, &decimals(2))?;
            }
            sheet.write(line, column + 3, found.category.as_deref().unwrap_or_default())?;
        }
        column += 4;
    }
    for id in claims {
        if let Some(hypothesis) = row.hypotheses.get(*id) {
            sheet.write(line, column, words::verdict(hypothesis.verdict).get(summary.language))?;
        }
        column += 1;
    }
    let flags: Vec<String> = words::flags(row).iter().map(|flag| flag.get(summary.language).to_owned()).collect();
    sheet.write(line, column, note.into_iter().chain(flags).collect::<Vec<_>>().join("; "))?;
    Ok(())
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::super::tests::summary;
    use super::*;
    use calamine::{Data, Reader, Xlsx};

    #[test]
    fn numbers_are_numbers_and_hidden_results_are_not_there() {
        let bytes = workbook(&summary(&[("Dinas A", 40, 3.25), ("Dinas C", 4, 5.0)], 30)).unwrap();
        let mut book: Xlsx<_> = Xlsx::new(std::io::Cursor::new(bytes)).unwrap();
        let sheet = book.worksheet_range("Ringkasan").unwrap();
        assert_eq!(sheet.get((0, 8)), Some(&Data::String("Y Kinerja: rata-rata butir".to_owned())));
        assert_eq!(sheet.get((1, 8)), Some(&Data::Float(3.25)));
        assert_eq!(sheet.get((0, 10)), Some(&Data::String("H1: X → Kinerja".to_owned())));
        assert_eq!(sheet.get((1, 10)), Some(&Data::String("ditolak".to_owned())));
        assert!(matches!(sheet.get((2, 8)), None | Some(Data::Empty)), "too few respondents");
        assert_eq!(sheet.get((2, 11)), Some(&Data::String("responden kurang dari 30".to_owned())));
        assert_eq!(sheet.get((3, 8)), Some(&Data::Float(3.9)), "all respondents");
        assert_eq!(sheet.get((4, 8)), Some(&Data::Float(3.25)), "the average of the units that are shown");
        assert!(book.worksheet_range("Belum selesai").is_ok());
    }
}
