//! Reading XLS workbooks (Excel 97–2003): the records of BIFF8 ([MS-XLS], sections 2.4 and 2.5) in a compound file.
//!
//! calamine lays every sheet out as a full rectangle when a workbook is opened, with a copy of the text in each cell; two cells in
//! opposite corners, or one long text a million times, take gigabytes. Here a cell takes what its record takes.

use super::problem_file::{Contents, FileProblem};
use super::read_workbook::{Book, Visit};
use super::xls_strings::{self, shared_strings};
use super::zip_parts::broken;
use calamine::{DataRef, ExcelDateTime, ExcelDateTimeType};
use std::collections::BTreeMap;
use std::io::{Cursor, Read};

/// Kinds of records.
mod kind {
    pub const FORMULA: u16 = 0x0006;
    pub const EOF: u16 = 0x000a;
    pub const DATE_1904: u16 = 0x0022;
    pub const FILE_PASS: u16 = 0x002f;
    pub const CONTINUE: u16 = 0x003c;
    pub const BOUND_SHEET: u16 = 0x0085;
    pub const MUL_RK: u16 = 0x00bd;
    pub const XF: u16 = 0x00e0;
    pub const SST: u16 = 0x00fc;
    pub const LABEL_SST: u16 = 0x00fd;
    pub const RSTRING: u16 = 0x00d6;
    pub const NUMBER: u16 = 0x0203;
    pub const LABEL: u16 = 0x0204;
    pub const BOOL_ERR: u16 = 0x0205;
    pub const STRING: u16 = 0x0207;
    pub const RK: u16 = 0x027e;
    pub const FORMAT: u16 = 0x041e;
    pub const BOF: u16 = 0x0809;
}

/// An XLS workbook.
pub struct Xls {
    stream: Vec<u8>,
    sheets: Vec<BoundSheet>,
    texts: Vec<String>,
    /// For each cell format, whether it shows a date.
    dates: Vec<bool>,
    from_1904: bool,
}

struct BoundSheet {
    name: String,
    visible: bool,
    at: usize,
}

/// Opens a workbook; files of other programs in the same container, and locked ones, are told apart.
pub fn open(bytes: &[u8]) -> Result<Xls, Box<FileProblem>> {
    let mut container = cfb::CompoundFile::open(Cursor::new(bytes)).map_err(broken)?;
    if container.exists("/EncryptedPackage") {
        return Err(Box::new(FileProblem::Password));
    }
    let path = ["/Workbook", "/WORKBOOK", "/Book", "/BOOK"].into_iter().find(|path| container.is_stream(path));
    let Some(path) = path else {
        let contents = if container.is_stream("/WordDocument") { Contents::Word } else { Contents::Unknown };
        return Err(Box::new(FileProblem::NotATable { contents }));
    };
    let mut stream = Vec::new();
    let most = u64::try_from(bytes.len()).unwrap_or(u64::MAX);
    container.open_stream(path).map_err(broken)?.take(most).read_to_end(&mut stream).map_err(broken)?;
    Xls { stream, sheets: Vec::new(), texts: Vec::new(), dates: Vec::new(), from_1904: false }.with_globals()
}

impl Xls {
    /// Reads the part that concerns the workbook as a whole.
    fn with_globals(mut self) -> Result<Xls, Box<FileProblem>> {
        let stream = std::mem::take(&mut self.stream);
        let mut records = Records { stream: &stream, at: 0 };
        match records.next() {
            Some((kind::BOF, data)) if word(data, 0) == 0x0600 => {}
            Some((kind::BOF | 0x0009 | 0x0209 | 0x0409, _)) => {
                return Err(Box::new(FileProblem::NotATable { contents: Contents::OldExcel }));
            }
            _ => return Err(broken("no records of a workbook")),
        }
        let mut formats: BTreeMap<u16, bool> = BTreeMap::new();
        while let Some((record, data)) = records.next() {
            match record {
                kind::EOF => break,
                kind::FILE_PASS => return Err(Box::new(FileProblem::Password)),
                kind::DATE_1904 => self.from_1904 = word(data, 0) == 1,
                // Sheets of cells; charts and macros are others.
                kind::BOUND_SHEET if data.get(5) == Some(&0) => {
                    let length = data.get(6).copied().map_or(0, usize::from);
                    self.sheets.push(BoundSheet {
                        name: xls_strings::text(data.get(7..).unwrap_or_default(), length),
                        visible: data.get(4) == Some(&0),
                        at: double_word(data, 0) as usize,
                    });
                }
                kind::FORMAT => {
                    let length = usize::from(word(data, 2));
                    formats.insert(word(data, 0), shows_date(&xls_strings::text(data.get(4..).unwrap_or_default(), length)));
                }
                kind::XF => {
                    let format = word(data, 2);
                    let built_in = matches!(format, 14..=22 | 27..=36 | 45..=47 | 50..=58);
                    self.dates.push(formats.get(&format).copied().unwrap_or(built_in));
                }
                kind::SST => {
                    let mut parts = vec![data];
                    while let Some((kind::CONTINUE, more)) = records.peek() {
                        parts.push(more);
                        records.next();
                    }
                    self.texts = shared_strings(&parts);
                }
                _ => {}
            }
        }
        self.stream = stream;
        Ok(self)
    }

    /// The cells of a sheet in the order of the file.
    fn read(&self, at: usize) -> Result<Vec<(u16, u16, Value)>, Box<FileProblem>> {
        let mut records = Records { stream: &self.stream, at };
        if !matches!(records.next(), Some((kind::BOF, _))) {
            return Err(broken("a sheet that does not begin"));
        }
        let mut cells: Vec<(u16, u16, Value)> = Vec::new();
        let mut depth = 0usize;
        while let Some((record, data)) = records.next() {
            match record {
                // A chart inside the sheet.
                kind::BOF => depth += 1,
                kind::EOF if depth == 0 => return Ok(cells),
                kind::EOF => depth -= 1,
                _ if depth > 0 => {}
                kind::MUL_RK => {
                    let (row, first) = (word(data, 0), word(data, 2));
                    let numbers = data.get(4..data.len().saturating_sub(2)).unwrap_or_default();
                    for (column, cell) in (first..).zip(numbers.chunks_exact(6)) {
                        cells.push((row, column, self.number(word(cell, 0), rk(double_word(cell, 2)))));
                    }
                }
                kind::STRING => {
                    if let Some((_, _, value @ Value::Nothing)) = cells.last_mut() {
                        let length = usize::from(word(data, 0));
                        *value = Value::Text(xls_strings::text(data.get(2..).unwrap_or_default(), length));
                    }
                }
                _ => {
                    if let Some(value) = self.value(record, data) {
                        cells.push((word(data, 0), word(data, 2), value));
                    }
                }
            }
        }
        Err(broken("a sheet that does not end"))
    }

    fn value(&self, record: u16, data: &[u8]) -> Option<Value> {
        Some(match record {
            kind::LABEL_SST => Value::Shared(double_word(data, 6) as usize),
            kind::NUMBER => self.number(word(data, 4), float(data, 6)),
            kind::RK => self.number(word(data, 4), rk(double_word(data, 6))),
            kind::LABEL | kind::RSTRING => {
                Value::Text(xls_strings::text(data.get(8..).unwrap_or_default(), usize::from(word(data, 6))))
            }
            kind::BOOL_ERR => match (data.get(6), data.get(7)) {
                (Some(flag), Some(0)) => Value::Flag(*flag != 0),
                (Some(error), _) => Value::Error(*error),
                _ => return None,
            },
            kind::FORMULA => match (word(data, 12), data.get(6), data.get(8)) {
                // The text follows in a record of its own.
                (0xffff, Some(0), _) => Value::Nothing,
                (0xffff, Some(1), Some(flag)) => Value::Flag(*flag != 0),
                (0xffff, Some(2), Some(error)) => Value::Error(*error),
                (0xffff, ..) => return None,
                _ => self.number(word(data, 4), float(data, 6)),
            },
            _ => return None,
        })
    }

    fn number(&self, format: u16, value: f64) -> Value {
        if self.dates.get(usize::from(format)).copied().unwrap_or(false) { Value::Date(value) } else { Value::Number(value) }
    }
}

impl Book for Xls {
    fn kind(&self) -> &'static str {
        "XLS"
    }

    fn sheets(&self) -> Vec<(String, bool)> {
        self.sheets.iter().map(|sheet| (sheet.name.clone(), sheet.visible)).collect()
    }

    fn cells(&mut self, sheet: &str, visit: &mut Visit) -> Result<(), Box<FileProblem>> {
        let at = self.sheets.iter().find(|known| known.name == sheet).map_or(0, |sheet| sheet.at);
        let mut cells = self.read(at)?;
        // Programs may write cells in any order; of two in one place the later counts, as in Excel.
        cells.sort_by_key(|(row, column, _)| (*row, *column));
        for (row, column, value) in &cells {
            if !visit(usize::from(*row), usize::from(*column), &self.data(value))? {
                break;
            }
        }
        Ok(())
    }
}

impl Xls {
    fn data<'a>(&'a self, value: &'a Value) -> DataRef<'a> {
        match value {
            Value::Nothing => DataRef::Empty,
            Value::Number(number) => DataRef::Float(*number),
            Value::Date(number) => DataRef::DateTime(ExcelDateTime::new(*number, ExcelDateTimeType::DateTime, self.from_1904)),
            Value::Flag(flag) => DataRef::Bool(*flag),
            Value::Text(text) => DataRef::SharedString(text),
            Value::Shared(at) => DataRef::SharedString(self.texts.get(*at).map_or("", String::as_str)),
            Value::Error(code) => DataRef::SharedString(match code {
                0x00 => "#NULL!",
                0x07 => "#DIV/0!",
                0x0f => "#VALUE!",
                0x17 => "#REF!",
                0x1d => "#NAME?",
                0x24 => "#NUM!",
                _ => "#N/A",
            }),
        }
    }
}

enum Value {
    Nothing,
    Number(f64),
    Date(f64),
    Flag(bool),
    Error(u8),
    Text(String),
    Shared(usize),
}

/// The records of a stream from a place on.
struct Records<'a> {
    stream: &'a [u8],
    at: usize,
}

impl<'a> Records<'a> {
    fn peek(&self) -> Option<(u16, &'a [u8])> {
        let head = self.stream.get(self.at..self.at.checked_add(4)?)?;
        let end = self.at + 4 + usize::from(word(head, 2));
        Some((word(head, 0), self.stream.get(self.at + 4..end)?))
    }

    fn next(&mut self) -> Option<(u16, &'a [u8])> {
        let (record, data) = self.peek()?;
        self.at += 4 + data.len();
        Some((record, data))
    }
}

/// An RK number: 30 bits of a float or of a whole number, perhaps a hundredth ([MS-XLS] 2.5.218).
fn rk(bits: u32) -> f64 {
    let value = match bits & 2 {
        0 => f64::from_bits(u64::from(bits & !3) << 32),
        _ => f64::from((bits as i32) >> 2),
    };
    if bits & 1 == 1 { value / 100.0 } else { value }
}

/// Whether a number format shows a date or a time: its letters outside quotation marks and brackets.
fn shows_date(format: &str) -> bool {
    let (mut quoted, mut bracket, mut escaped) = (false, false, false);
    for c in format.chars() {
        match c {
            _ if std::mem::take(&mut escaped) => {}
            '\\' | '_' | '*' => escaped = true,
            '"' => quoted = !quoted,
            '[' if !quoted => bracket = true,
            ']' => bracket = false,
            'd' | 'm' | 'y' | 'h' | 's' | 'D' | 'M' | 'Y' | 'H' | 'S' if !quoted && !bracket => return true,
            // `General` has letters of its own, and the second part concerns negative numbers.
            'G' | 'g' | ';' if !quoted && !bracket => return false,
            _ => {}
        }
    }
    false
}

fn bytes<const N: usize>(data: &[u8], at: usize) -> [u8; N] {
    data.get(at..at + N).and_then(|slice| slice.try_into().ok()).unwrap_or([0; N])
}

fn word(data: &[u8], at: usize) -> u16 {
    u16::from_le_bytes(bytes(data, at))
}

fn double_word(data: &[u8], at: usize) -> u32 {
    u32::from_le_bytes(bytes(data, at))
}

fn float(data: &[u8], at: usize) -> f64 {
    f64::from_le_bytes(bytes(data, at))
}

#[cfg(test)]
mod tests {
    #![allow(clippy::float_cmp)]
    use super::*;

    /// [MS-XLS] 2.5.218: the bits of 100 times 1 and of 1 as a float, with the flags for "whole" and "hundredth".
    #[test]
    fn rk_numbers() {
        assert_eq!(rk((100 << 2) | 3), 1.0);
        assert_eq!(rk((5 << 2) | 2), 5.0);
        assert_eq!(rk(0x3ff0_0000), 1.0);
        assert_eq!(rk((-3i32 << 2) as u32 | 2), -3.0);
    }

    #[test]
    fn formats_of_dates() {
        for (format, date) in [
            ("dd/mm/yyyy", true),
            ("[$-421]d mmmm yyyy", true),
            ("0.00", false),
            ("General", false),
            ("0 \"hari\"", false),
            ("#,##0;[Red]-#,##0", false),
            ("h:mm", true),
        ] {
            assert_eq!(shows_date(format), date, "{format}");
        }
    }
}
