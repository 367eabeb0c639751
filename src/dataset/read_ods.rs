//! Reading ODS workbooks (OpenDocument 1.2, part 1, chapter 9) as a stream: cells and rows that are said to repeat are never
//! written out beyond what a sheet can hold, so a small file cannot grow in memory.

use super::problem_file::FileProblem;
use super::read_workbook::{Book, Visit};
use super::zip_parts::broken;
use calamine::DataRef;
use quick_xml::Reader;
use quick_xml::events::{BytesRef, BytesStart, Event};
use std::collections::BTreeSet;
use std::io::{BufReader, Cursor};

/// Columns and rows a sheet can have.
const COLUMN_LIMIT: usize = 16_384;
const ROW_LIMIT: usize = 1_048_576;
/// The most cells one row may stand for: nobody gives the same answers a million times.
const REPEATED_LIMIT: usize = 2_000_000;
/// The longest text of a cell, in bytes.
const TEXT_LIMIT: usize = 262_144;
/// What messages call the part that holds the cells.
const CONTENT: &str = "content.xml";

/// An ODS workbook.
pub struct Ods<'a> {
    bytes: &'a [u8],
    sheets: Vec<(String, bool)>,
}

/// Opens a workbook: the names of its sheets, and which are hidden.
pub fn open(bytes: &[u8]) -> Result<Ods<'_>, Box<FileProblem>> {
    let mut book = Ods { bytes, sheets: Vec::new() };
    let (mut sheets, mut hidden) = (Vec::new(), BTreeSet::new());
    let (mut style, mut depth) = (String::new(), 0usize);
    book.events(&mut |event| {
        match event {
            Event::Start(tag) | Event::Empty(tag) if tag.name().as_ref() == "style:style" => {
                style = attribute(tag, "style:name").unwrap_or_default();
            }
            Event::Start(tag) | Event::Empty(tag)
                if tag.name().as_ref() == "style:table-properties"
                    && attribute(tag, "table:display").as_deref() == Some("false") =>
            {
                hidden.insert(style.clone());
            }
            Event::Start(tag) if tag.name().as_ref() == "table:table" => {
                // A table inside a cell is none of its own.
                if depth == 0 {
                    let name = attribute(tag, "table:name").unwrap_or_default();
                    let visible = attribute(tag, "table:style-name").is_none_or(|style| !hidden.contains(&style));
                    sheets.push((name, visible));
                }
                depth += 1;
            }
            Event::End(tag) if tag.name().as_ref() == "table:table" => depth = depth.saturating_sub(1),
            _ => {}
        }
        Ok(true)
    })?;
    book.sheets = sheets;
    Ok(book)
}

impl Ods<'_> {
    /// Hands over the events of the content until `visit` has enough.
    fn events(&self, visit: &mut dyn FnMut(&Event) -> Result<bool, Box<FileProblem>>) -> Result<(), Box<FileProblem>> {
        let mut archive = zip::ZipArchive::new(Cursor::new(self.bytes)).map_err(broken)?;
        let content = archive.by_name(CONTENT).map_err(broken)?;
        let mut reader = Reader::from_reader(BufReader::new(content));
        let mut buffer = Vec::new();
        loop {
            let event = reader.read_event_into(&mut buffer).map_err(broken)?;
            if matches!(event, Event::Eof) || !visit(&event)? {
                return Ok(());
            }
            buffer.clear();
        }
    }
}

impl Book for Ods<'_> {
    fn kind(&self) -> &'static str {
        "ODS"
    }

    fn sheets(&self) -> Vec<(String, bool)> {
        self.sheets.clone()
    }

    fn cells(&mut self, sheet: &str, visit: &mut Visit) -> Result<(), Box<FileProblem>> {
        let mut reading = Sheet::default();
        self.events(&mut |event| reading.event(event, sheet, visit))
    }
}

/// A sheet being read.
#[derive(Default)]
struct Sheet {
    /// How deep in tables: 1 inside the sheet that is wanted, more inside a table of one of its cells.
    depth: usize,
    /// Inside another sheet, how deep.
    other: usize,
    row: usize,
    repeat: usize,
    /// Filled cells of the row: first column, how often, value.
    cells: Vec<(usize, usize, Value)>,
    column: usize,
    cell: Option<Cell>,
    /// Inside remarks, how deep.
    remark: usize,
}

/// A cell being read.
struct Cell {
    repeat: usize,
    kind: String,
    value: Option<String>,
    text: String,
    paragraphs: usize,
    in_paragraph: usize,
}

enum Value {
    Number(f64),
    Date(String),
    Flag(bool),
    Text(String),
}

impl Sheet {
    fn event(&mut self, event: &Event, sheet: &str, visit: &mut Visit) -> Result<bool, Box<FileProblem>> {
        match event {
            Event::Start(tag) => return self.start(tag, false, sheet, visit),
            Event::Empty(tag) => return self.start(tag, true, sheet, visit),
            Event::End(tag) => return self.end(tag.name().as_ref(), visit),
            Event::Text(text) => self.write(&text.xml10_content())?,
            Event::CData(text) => self.write(&text.xml10_content())?,
            Event::GeneralRef(reference) => self.write(&entity(reference))?,
            _ => {}
        }
        Ok(true)
    }

    fn write(&mut self, text: &str) -> Result<(), Box<FileProblem>> {
        if let Some(cell) = self.cell.as_mut().filter(|cell| cell.in_paragraph > 0 && self.remark == 0 && self.depth == 1) {
            cell.text.push_str(text);
            if cell.text.len() > TEXT_LIMIT {
                let column = super::table::letters(self.column);
                return Err(Box::new(FileProblem::CellTooLong { row: self.row + 1, column, bytes: cell.text.len() }));
            }
        }
        Ok(())
    }

    fn start(&mut self, tag: &BytesStart, empty: bool, sheet: &str, visit: &mut Visit) -> Result<bool, Box<FileProblem>> {
        let name = tag.name();
        if name.as_ref() == "table:table" && !empty {
            if self.depth > 0 {
                self.depth += 1;
            } else if self.other > 0 || attribute(tag, "table:name").unwrap_or_default() != sheet {
                self.other += 1;
            } else {
                self.depth = 1;
            }
            return Ok(true);
        }
        if self.depth != 1 {
            return Ok(true);
        }
        match name.as_ref() {
            "table:table-row" => {
                self.repeat = repeated(tag, "table:number-rows-repeated");
                self.cells.clear();
                self.column = 0;
                if empty {
                    return self.end_row(visit);
                }
            }
            "table:table-cell" | "table:covered-table-cell" => {
                self.cell = Some(Cell {
                    repeat: repeated(tag, "table:number-columns-repeated"),
                    kind: attribute(tag, "office:value-type").unwrap_or_default(),
                    value: ["office:value", "office:date-value", "office:boolean-value", "office:string-value"]
                        .into_iter()
                        .find_map(|key| attribute(tag, key)),
                    text: String::new(),
                    paragraphs: 0,
                    in_paragraph: 0,
                });
                if empty {
                    self.end_cell();
                }
            }
            "office:annotation" if !empty => self.remark += 1,
            "text:p" => {
                if let Some(cell) = self.cell.as_mut().filter(|_| self.remark == 0) {
                    if cell.paragraphs > 0 {
                        cell.text.push('\n');
                    }
                    cell.paragraphs += 1;
                    cell.in_paragraph += usize::from(!empty);
                }
            }
            "text:s" => {
                let blanks = attribute(tag, "text:c").and_then(|count| count.parse().ok()).unwrap_or(1usize).min(100);
                self.write(&" ".repeat(blanks))?;
            }
            "text:tab" => self.write("\t")?,
            "text:line-break" => self.write("\n")?,
            _ => {}
        }
        Ok(true)
    }

    fn end(&mut self, name: &str, visit: &mut Visit) -> Result<bool, Box<FileProblem>> {
        match name {
            "table:table" if self.depth > 0 => {
                self.depth -= 1;
                // The sheet is read.
                return Ok(self.depth > 0);
            }
            "table:table" => self.other = self.other.saturating_sub(1),
            _ if self.depth != 1 => {}
            "table:table-row" => return self.end_row(visit),
            "table:table-cell" | "table:covered-table-cell" => self.end_cell(),
            "office:annotation" => self.remark = self.remark.saturating_sub(1),
            "text:p" => {
                if let Some(cell) = self.cell.as_mut().filter(|_| self.remark == 0) {
                    cell.in_paragraph = cell.in_paragraph.saturating_sub(1);
                }
            }
            _ => {}
        }
        Ok(true)
    }

    fn end_cell(&mut self) {
        let Some(cell) = self.cell.take() else { return };
        let value = cell.value.as_deref().unwrap_or_default();
        let content = match cell.kind.as_str() {
            "float" | "percentage" | "currency" => {
                value.parse::<f64>().ok().filter(|number| number.is_finite()).map(Value::Number)
            }
            "date" => Some(Value::Date(value.trim_end_matches("T00:00:00").replacen('T', " ", 1))),
            "boolean" => Some(Value::Flag(value == "true")),
            "string" if cell.paragraphs == 0 && !value.is_empty() => Some(Value::Text(value.to_owned())),
            _ => None,
        };
        let content = content.or_else(|| (!cell.text.is_empty()).then_some(Value::Text(cell.text)));
        if let Some(content) = content {
            self.cells.push((self.column, cell.repeat, content));
        }
        self.column = self.column.saturating_add(cell.repeat);
    }

    /// Hands the row over, as often as it is there.
    fn end_row(&mut self, visit: &mut Visit) -> Result<bool, Box<FileProblem>> {
        let last = self.row.saturating_add(self.repeat);
        if !self.cells.is_empty() {
            if last > ROW_LIMIT {
                return Err(broken("more rows than a sheet can have"));
            }
            let filled: usize = self.cells.iter().map(|(_, repeat, _)| (*repeat).min(COLUMN_LIMIT)).sum();
            if self.repeat.saturating_mul(filled) > REPEATED_LIMIT {
                return Err(Box::new(FileProblem::TooManyTexts { row: last }));
            }
            for row in self.row..last {
                for (column, repeat, value) in &self.cells {
                    for column in *column..column.saturating_add(*repeat).min(COLUMN_LIMIT) {
                        if !visit(row, column, &value.data())? {
                            return Ok(false);
                        }
                    }
                }
            }
        }
        self.row = last;
        self.cells.clear();
        Ok(true)
    }
}

impl Value {
    fn data(&self) -> DataRef<'_> {
        match self {
            Value::Number(number) => DataRef::Float(*number),
            Value::Date(text) | Value::Text(text) => DataRef::SharedString(text),
            Value::Flag(flag) => DataRef::Bool(*flag),
        }
    }
}

fn attribute(tag: &BytesStart, name: &str) -> Option<String> {
    let attribute = tag.attributes().flatten().find(|attribute| attribute.key.as_ref() == name)?;
    match quick_xml::escape::unescape(&attribute.value) {
        Ok(text) => Some(text.into_owned()),
        Err(_) => Some(attribute.value.into_owned()),
    }
}

fn repeated(tag: &BytesStart, name: &str) -> usize {
    attribute(tag, name).and_then(|count| count.trim().parse().ok()).unwrap_or(1).max(1)
}

/// The character that `&amp;` or `&#233;` means.
fn entity(reference: &BytesRef) -> String {
    if let Ok(Some(character)) = reference.resolve_char_ref() {
        return character.to_string();
    }
    let name = reference.xml10_content();
    quick_xml::escape::resolve_predefined_entity(&name).unwrap_or_default().to_owned()
}
