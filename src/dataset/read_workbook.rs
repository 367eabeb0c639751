//! Reading the first filled sheet of a workbook, XLSX, XLSB, ODS or XLS: values only, cell by cell, never a whole sheet at once.

use super::head::{ChooseHeader, Head};
use super::problem::DatasetProblem;
use super::problem_file::FileProblem;
use super::table::{RawCell, Table};
use super::zip_parts::{self, Kind, broken};
use super::{quiet, read_ods, read_xls};
use calamine::{DataRef, ExcelDateTime, Reader, SheetType, SheetVisible, Xlsb, Xlsx};
use std::io::Cursor;

/// Columns a sheet can have.
const COLUMN_LIMIT: usize = 16_384;

/// The most cells that are looked at, filled or not.
const CELL_LIMIT: usize = 100_000_000;

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
    let read = zip_parts::inspect(bytes).and_then(|kind| {
        let unpack = || match kind {
            Kind::Excel => open_excel(bytes).and_then(|mut book| read_sheets(&mut book, sheet, bytes.len(), choose)),
            Kind::BinaryExcel => open_binary(bytes).and_then(|mut book| read_sheets(&mut book, sheet, bytes.len(), choose)),
            Kind::OpenDocument => read_ods::open(bytes).and_then(|mut book| read_sheets(&mut book, sheet, bytes.len(), choose)),
        };
        quiet::catch(unpack).unwrap_or_else(|| Err(broken("row numbers beyond any sheet")))
    });
    taken(read, problems)
}

/// Reads an XLS workbook, in the same way.
pub fn read_old_workbook(
    bytes: &[u8],
    sheet: Option<&str>,
    choose: &mut ChooseHeader,
    problems: &mut Vec<DatasetProblem>,
) -> Option<Table> {
    let unpack = || read_xls::open(bytes).and_then(|mut book| read_sheets(&mut book, sheet, bytes.len(), choose));
    taken(quiet::catch(unpack).unwrap_or_else(|| Err(broken("a damaged container"))), problems)
}

fn taken(read: Result<Option<Table>, Box<FileProblem>>, problems: &mut Vec<DatasetProblem>) -> Option<Table> {
    match read {
        Ok(table) => table,
        Err(problem) => {
            problems.push(DatasetProblem::File(*problem));
            None
        }
    }
}

/// A workbook that is open: its sheets, and their cells one after the other.
pub trait Book {
    /// What kind of file it is, `XLSX`.
    fn kind(&self) -> &'static str;
    /// Names of its sheets of cells, and whether each is visible.
    fn sheets(&self) -> Vec<(String, bool)>;
    /// Hands over the cells of a sheet, row by row and from left to right, until `visit` says that it has enough.
    fn cells(&mut self, sheet: &str, visit: &mut Visit) -> Result<(), Box<FileProblem>>;
}

/// Takes a cell at row and column, both counted from 0; whether it wants more.
pub type Visit<'a> = dyn FnMut(usize, usize, &DataRef) -> Result<bool, Box<FileProblem>> + 'a;

fn open_excel(bytes: &[u8]) -> Result<Xlsx<Cursor<&[u8]>>, Box<FileProblem>> {
    Xlsx::new(Cursor::new(bytes)).map_err(broken)
}

fn open_binary(bytes: &[u8]) -> Result<Xlsb<Cursor<&[u8]>>, Box<FileProblem>> {
    Xlsb::new(Cursor::new(bytes)).map_err(broken)
}

fn sheets_of(metadata: &[calamine::Sheet]) -> Vec<(String, bool)> {
    let cells = metadata.iter().filter(|sheet| sheet.typ == SheetType::WorkSheet);
    cells.map(|sheet| (sheet.name.clone(), sheet.visible == SheetVisible::Visible)).collect()
}

impl Book for Xlsx<Cursor<&[u8]>> {
    fn kind(&self) -> &'static str {
        "XLSX"
    }

    fn sheets(&self) -> Vec<(String, bool)> {
        sheets_of(self.sheets_metadata())
    }

    fn cells(&mut self, sheet: &str, visit: &mut Visit) -> Result<(), Box<FileProblem>> {
        let mut cells = self.worksheet_cells_reader(sheet).map_err(broken)?;
        while let Some(cell) = cells.next_cell().map_err(broken)? {
            let (row, column) = cell.get_position();
            if !visit(row as usize, column as usize, cell.get_value())? {
                break;
            }
        }
        Ok(())
    }
}

impl Book for Xlsb<Cursor<&[u8]>> {
    fn kind(&self) -> &'static str {
        "XLSB"
    }

    fn sheets(&self) -> Vec<(String, bool)> {
        sheets_of(self.sheets_metadata())
    }

    fn cells(&mut self, sheet: &str, visit: &mut Visit) -> Result<(), Box<FileProblem>> {
        let mut cells = self.worksheet_cells_reader(sheet).map_err(broken)?;
        while let Some(cell) = cells.next_cell().map_err(broken)? {
            let (row, column) = cell.get_position();
            if !visit(row as usize, column as usize, cell.get_value())? {
                break;
            }
        }
        Ok(())
    }
}

fn read_sheets(
    book: &mut dyn Book,
    wanted: Option<&str>,
    file_size: usize,
    choose: &mut ChooseHeader,
) -> Result<Option<Table>, Box<FileProblem>> {
    let mut sheets = book.sheets();
    if let Some(wanted) = wanted {
        let found = sheets.iter().position(|(name, _)| name == wanted).or_else(|| {
            let folded = super::wording::fold(wanted);
            sheets.iter().position(|(name, _)| super::wording::fold(name) == folded)
        });
        let Some(found) = found else {
            return Err(Box::new(FileProblem::NoSuchSheet {
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
        let head = first_rows(book, name)?;
        if head.is_empty() {
            continue;
        }
        let Some((header, keep)) = choose(&head) else {
            return Ok(None);
        };
        let last_row = header.last_row;
        let mut table = Table::new(header, &keep, file_size);
        table.source.kind = book.kind().to_owned();
        table.source.sheet = Some(name.clone());
        let mut room = true;
        rows(book, name, &mut |row, cells| {
            room = row <= last_row || table.push(row, cells.iter().map(|(text, number)| RawCell { text, number: *number }));
            room
        })?;
        if !room {
            return Err(Box::new(FileProblem::TooManyTexts { row: table.rows.last().map_or(0, |row| *row as usize) }));
        }
        return Ok(Some(table));
    }
    Err(Box::new(FileProblem::EmptyFile))
}

fn first_rows(book: &mut dyn Book, sheet: &str) -> Result<Head, Box<FileProblem>> {
    let mut head = Head::default();
    rows(book, sheet, &mut |row, cells| head.push(row, cells.iter().map(|(text, number)| RawCell { text, number: *number })))?;
    Ok(head)
}

/// What is called with a row's number and its cells (text, and whether it was a number); false ends the reading.
type VisitRow<'a> = &'a mut dyn FnMut(usize, &[(String, bool)]) -> bool;

/// Hands over a sheet row by row, as a spreadsheet counts them, until `visit` has enough; the buffers of a row serve all rows.
fn rows(book: &mut dyn Book, sheet: &str, visit: VisitRow<'_>) -> Result<(), Box<FileProblem>> {
    let mut cells: Vec<(String, bool)> = Vec::new();
    let (mut current, mut seen, mut more, mut any) = (0usize, 0usize, true, false);
    book.cells(sheet, &mut |row, column, value| {
        if row < current || column >= COLUMN_LIMIT {
            return Err(broken("cells out of order"));
        }
        if row > current {
            more = !any || visit(current + 1, &cells);
            cells.iter_mut().for_each(|(text, number)| {
                text.clear();
                *number = false;
            });
            (current, any) = (row, false);
        }
        seen += 1;
        if seen > CELL_LIMIT {
            return Err(Box::new(FileProblem::TooManyTexts { row: current + 1 }));
        }
        if more && !matches!(value, DataRef::Empty) {
            if cells.len() <= column {
                cells.resize(column + 1, (String::new(), false));
            }
            if let Some((text, number)) = cells.get_mut(column) {
                text.clear();
                *number = write_value(value, text);
                any = true;
            }
        }
        Ok(more)
    })?;
    if more && any {
        visit(current + 1, &cells);
    }
    Ok(())
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
