//! Reading the first filled sheet of an XLSX workbook: values only, cell by cell, within bounds on what unpacking may yield.

use super::problem::{Contents, DatasetProblem};
use super::table::{ChooseHeader, HEADER_ROWS, RawCell, Table};
use super::wording::tidy;
use calamine::{DataRef, ExcelDateTime, Reader, SheetType, SheetVisible, Xlsx};
use std::io::Cursor;

/// The most a workbook may unpack to, in bytes; a million respondents with 34 items take about half of it.
const UNPACKED_LIMIT: u64 = 2 * 1024 * 1024 * 1024;
/// The most its shared texts may unpack to, in bytes: these are held in memory as a whole.
const TEXTS_LIMIT: u64 = 512 * 1024 * 1024;
/// Workbooks of survey answers pack about 10 to 60 times; beyond this, above [`SMALL`], it is a decompression bomb.
const RATIO_LIMIT: u64 = 250;
/// Below this size, in bytes, the ratio does not matter.
const SMALL: u64 = 64 * 1024 * 1024;
/// Columns a sheet can have.
const COLUMN_LIMIT: usize = 16_384;

/// Reads a workbook; `choose` finds the header and says which columns are kept.
///
/// `None` when there is no table, with the reason in `problems`, or when no row was chosen as header.
pub fn read_workbook(
    bytes: &[u8],
    sheet: Option<&str>,
    choose: &mut ChooseHeader,
    problems: &mut Vec<DatasetProblem>,
) -> Option<Table> {
    // calamine adds up row numbers of damaged sheets without a check (a panic where overflow is checked): its panics are
    // damage to the workbook, never the end of the program. Nothing half-done survives: the table is dropped with it.
    let unpack = std::panic::AssertUnwindSafe(|| read_sheets(bytes, sheet, choose));
    let read = check_directory(bytes)
        .and_then(|()| std::panic::catch_unwind(unpack).unwrap_or_else(|_| Err(broken("row numbers beyond any sheet"))));
    match read {
        Ok(table) => table,
        Err(problem) => {
            problems.push(*problem);
            None
        }
    }
}

/// Looks at the zip directory before anything is unpacked.
fn check_directory(bytes: &[u8]) -> Result<(), Box<DatasetProblem>> {
    let mut archive = zip::ZipArchive::new(Cursor::new(bytes)).map_err(broken)?;
    let (mut total, mut texts, mut workbook) = (0u64, 0u64, false);
    let mut contents = Contents::OtherZip;
    for at in 0..archive.len() {
        let entry = archive.by_index_raw(at).map_err(broken)?;
        let name = entry.name().map_err(broken)?.to_ascii_lowercase();
        total = total.saturating_add(entry.size());
        match name.as_str() {
            "xl/workbook.xml" => workbook = true,
            "xl/workbook.bin" => contents = Contents::BinaryExcel,
            "word/document.xml" => contents = Contents::Word,
            "content.xml" => contents = Contents::OpenDocument,
            _ => {}
        }
        if name.ends_with("sharedstrings.xml") {
            texts = texts.saturating_add(entry.size());
        }
    }
    if !workbook {
        return Err(Box::new(DatasetProblem::NotATable { contents }));
    }
    let packed = u64::try_from(bytes.len()).unwrap_or(u64::MAX).max(1);
    if total > UNPACKED_LIMIT || texts > TEXTS_LIMIT || (total > SMALL && total / packed > RATIO_LIMIT) {
        return Err(Box::new(DatasetProblem::WorkbookTooLarge { packed, unpacked: total }));
    }
    Ok(())
}

fn read_sheets(bytes: &[u8], wanted: Option<&str>, choose: &mut ChooseHeader) -> Result<Option<Table>, Box<DatasetProblem>> {
    let mut workbook: Xlsx<_> = Xlsx::new(Cursor::new(bytes)).map_err(broken)?;
    let mut sheets: Vec<(String, bool)> = workbook
        .sheets_metadata()
        .iter()
        .filter(|sheet| sheet.typ == SheetType::WorkSheet)
        .map(|sheet| (sheet.name.clone(), sheet.visible == SheetVisible::Visible))
        .collect();
    if let Some(wanted) = wanted {
        let found = sheets.iter().position(|(name, _)| name == wanted).or_else(|| {
            let folded = super::wording::fold(wanted);
            sheets.iter().position(|(name, _)| super::wording::fold(name) == folded)
        });
        let Some(found) = found else {
            return Err(Box::new(DatasetProblem::NoSuchSheet {
                wanted: wanted.to_owned(),
                there: sheets.into_iter().map(|(name, _)| name).collect(),
            }));
        };
        sheets = vec![sheets.swap_remove(found)];
    } else {
        // Hidden sheets hold lists and working; they are looked at only when no visible one holds anything.
        sheets.sort_by_key(|(_, visible)| !visible);
    }
    for (name, _) in &sheets {
        match read_sheet(&mut workbook, name, choose)? {
            Sheet::Table(table) => return Ok(Some(*table)),
            Sheet::NoHeader => return Ok(None),
            Sheet::Empty => {}
        }
    }
    Err(Box::new(DatasetProblem::EmptyFile))
}

/// What a sheet turned out to hold.
enum Sheet {
    Empty,
    NoHeader,
    Table(Box<Table>),
}

fn read_sheet(workbook: &mut Xlsx<Cursor<&[u8]>>, name: &str, choose: &mut ChooseHeader) -> Result<Sheet, Box<DatasetProblem>> {
    let mut cells = workbook.worksheet_cells_reader(name).map_err(broken)?;
    let mut row = Row::default();
    while let Some(cell) = cells.next_cell().map_err(broken)? {
        let (at_row, at_column) = cell.get_position();
        let (at_row, at_column) = (at_row as usize, at_column as usize);
        if at_row < row.number || at_column >= COLUMN_LIMIT {
            return Err(broken("cells out of order"));
        }
        if at_row > row.number {
            row.finish(choose);
            row.number = at_row;
            if row.table.is_none() && row.offered == HEADER_ROWS {
                break;
            }
        }
        row.set(at_column, cell.get_value());
    }
    row.finish(choose);
    Ok(match row.table {
        Some(table) => Sheet::Table(Box::new(table)),
        None if row.offered > 0 => Sheet::NoHeader,
        None => Sheet::Empty,
    })
}

/// The row being read, whose buffers serve all rows, and the table once its header is found.
#[derive(Default)]
struct Row {
    number: usize,
    cells: Vec<(String, bool)>,
    offered: usize,
    table: Option<Table>,
}

impl Row {
    fn set(&mut self, column: usize, value: &DataRef) {
        if matches!(value, DataRef::Empty) {
            return;
        }
        if self.cells.len() <= column {
            self.cells.resize(column + 1, (String::new(), false));
        }
        if let Some((text, number)) = self.cells.get_mut(column) {
            text.clear();
            *number = write_value(value, text);
        }
    }

    /// Hands the row over and empties it.
    fn finish(&mut self, choose: &mut ChooseHeader) {
        let cells = self.cells.iter().map(|(text, number)| RawCell { text, number: *number });
        match &mut self.table {
            Some(table) => table.push(self.number + 1, cells),
            None => {
                let mut header: Vec<String> = cells.map(|cell| tidy(cell.text).to_owned()).collect();
                while header.last().is_some_and(String::is_empty) {
                    header.pop();
                }
                if !header.is_empty() && self.offered < HEADER_ROWS {
                    self.offered += 1;
                    if let Some(keep) = choose(self.number + 1, &header) {
                        self.table = Some(Table::new(header, self.number + 1, &keep));
                    }
                }
            }
        }
        for (text, number) in &mut self.cells {
            text.clear();
            *number = false;
        }
    }
}

/// Writes a value as text; whether it was a number.
fn write_value(value: &DataRef, out: &mut String) -> bool {
    match value {
        DataRef::Int(number) => out.push_str(&number.to_string()),
        DataRef::Float(number) => out.push_str(&number.to_string()),
        DataRef::DateTime(date) => return write_date(date, out),
        DataRef::String(text) | DataRef::DateTimeIso(text) | DataRef::DurationIso(text) => {
            out.push_str(text);
            return false;
        }
        DataRef::SharedString(text) => {
            out.push_str(text);
            return false;
        }
        DataRef::Bool(true) => out.push_str("TRUE"),
        DataRef::Bool(false) => out.push_str("FALSE"),
        DataRef::Error(error) => out.push_str(&error.to_string()),
        DataRef::Empty => {}
    }
    matches!(value, DataRef::Int(_) | DataRef::Float(_))
}

/// Writes a date as `2025-06-14`, with `08:30:00` behind it when it has a time of day.
fn write_date(date: &ExcelDateTime, out: &mut String) -> bool {
    // The last day a workbook knows, 31 December 9999.
    const LAST_DAY: f64 = 2_958_465.0;
    let serial = date.as_f64();
    if !(0.0..=LAST_DAY).contains(&serial) || date.is_duration() {
        out.push_str(&serial.to_string());
        return true;
    }
    let (year, month, day, hour, minute, second, _) = date.to_ymd_hms_milli();
    out.push_str(&format!("{year:04}-{month:02}-{day:02}"));
    if serial.fract() > 0.0 {
        out.push_str(&format!(" {hour:02}:{minute:02}:{second:02}"));
    }
    false
}

fn broken(reason: impl std::fmt::Display) -> Box<DatasetProblem> {
    Box::new(DatasetProblem::WorkbookBroken { reason: reason.to_string() })
}
