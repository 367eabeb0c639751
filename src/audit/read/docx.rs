//! A Word document: paragraphs, tables with merged cells, pictures; within bounds on what it unpacks to.

use super::problem::ReadProblem;
use crate::audit::chapter::{Chapter, Content};
use quick_xml::Reader;
use quick_xml::events::{BytesStart, Event};
use std::io::{Cursor, Read};

/// The most `word/document.xml` may unpack to, in bytes.
const MOST_XML: u64 = 256 * 1024 * 1024;
/// The most text that is kept, in bytes.
const MOST_TEXT: usize = 50 * 1024 * 1024;
/// Columns that a cell may cover.
const WIDEST: usize = 200;
/// Cells of all tables.
const MOST_CELLS: usize = 1_000_000;

/// Reads a document.
///
/// # Errors
/// When it is damaged, of another kind, locked, or unpacks to more than any chapter.
pub fn read(bytes: &[u8]) -> Result<Chapter, ReadProblem> {
    let mut archive = zip::ZipArchive::new(Cursor::new(bytes)).map_err(|_| ReadProblem::NotItsFormat)?;
    let Ok(file) = archive.by_name("word/document.xml") else {
        let locked = archive.file_names().flatten().any(|name| name.contains("EncryptedPackage"));
        return Err(if locked { ReadProblem::OldOrLocked } else { ReadProblem::NotItsFormat });
    };
    if file.encrypted() {
        return Err(ReadProblem::OldOrLocked);
    }
    let mut xml = Vec::new();
    file.take(MOST_XML + 1).read_to_end(&mut xml).map_err(|_| ReadProblem::NotItsFormat)?;
    if xml.len() as u64 > MOST_XML {
        return Err(ReadProblem::Bomb);
    }
    parse(&xml)
}

/// A table being read; tables may stand in cells of others.
#[derive(Default)]
struct OpenTable {
    rows: Vec<Vec<String>>,
    row: Vec<String>,
    cell: String,
    wide: usize,
    /// The cell goes on from the one above.
    below: bool,
}

#[derive(Default)]
struct State {
    chapter: Chapter,
    block: usize,
    words: String,
    heading: bool,
    /// The paragraph is an entry of a list of contents.
    listed: bool,
    raised: bool,
    in_text: bool,
    tables: Vec<OpenTable>,
    kept: usize,
    cells: usize,
}

fn parse(xml: &[u8]) -> Result<Chapter, ReadProblem> {
    let mut reader = Reader::from_reader(xml);
    let mut state = State::default();
    let mut buffer = Vec::new();
    let mut seen = false;
    // The fallback of a drawing repeats what stands in it.
    let mut fallback = 0_usize;
    loop {
        let event = reader.read_event_into(&mut buffer);
        match event {
            Err(_) if !seen => return Err(ReadProblem::NotItsFormat),
            // A document that breaks off is read as far as it goes.
            Err(_) | Ok(Event::Eof) => break,
            Ok(Event::Start(tag)) => {
                seen = true;
                if tag.local_name().as_ref() == "Fallback" {
                    fallback += 1;
                } else if fallback == 0 {
                    state.open(&tag);
                }
            }
            Ok(Event::Empty(tag)) if fallback == 0 => {
                seen = true;
                state.open(&tag);
                if tag.local_name().as_ref() == "p" {
                    state.end_paragraph();
                }
            }
            Ok(Event::End(tag)) => {
                if tag.local_name().as_ref() == "Fallback" {
                    fallback = fallback.saturating_sub(1);
                } else if fallback == 0 {
                    state.close(tag.local_name().as_ref());
                }
            }
            Ok(Event::Text(text)) if state.in_text && fallback == 0 => {
                let text = text.as_ref().to_owned();
                state.add(&text);
            }
            Ok(Event::GeneralRef(name)) if state.in_text && fallback == 0 => {
                let text = match name.as_ref() {
                    "lt" => Some('<'),
                    "gt" => Some('>'),
                    "amp" => Some('&'),
                    "quot" => Some('"'),
                    "apos" => Some('\''),
                    _ => name.resolve_char_ref().ok().flatten(),
                };
                if let Some(c) = text {
                    state.add(&c.to_string());
                }
            }
            Ok(_) => {}
        }
        buffer.clear();
        if state.kept > MOST_TEXT || state.cells > MOST_CELLS {
            return Err(ReadProblem::Bomb);
        }
    }
    state.end_paragraph();
    Ok(state.chapter)
}

impl State {
    fn add(&mut self, text: &str) {
        self.kept += text.len();
        self.words.push_str(text);
    }

    fn push(&mut self, content: Content) {
        self.block += 1;
        self.chapter.push(self.block, content);
    }

    fn open(&mut self, tag: &BytesStart) {
        match tag.local_name().as_ref() {
            "p" => {
                self.heading = false;
                self.listed = false;
            }
            "pStyle" => {
                let style = value(tag).unwrap_or_default().to_lowercase();
                self.heading = style.starts_with("heading")
                    || style.starts_with("judul")
                    || style.starts_with("title")
                    || style.starts_with("bab");
                // An entry of a list of contents, tables or figures is no caption.
                self.listed = style.starts_with("toc")
                    || style.starts_with("tableoffigures")
                    || style.starts_with("daftarisi")
                    || style.starts_with("daftargambar")
                    || style.starts_with("daftartabel");
            }
            "outlineLvl" => self.heading = true,
            // Of a formula's text too.
            "t" => self.in_text = true,
            // Parts of a formula above and below each other are parted, or two numbers would read as one.
            "num" | "den" => self.words.push('('),
            "rad" => self.words.push_str("√("),
            "sup" => self.words.push_str("^{"),
            "tab" if self.tables.is_empty() => self.add("\t"),
            "tab" | "br" | "cr" => self.add(" "),
            "noBreakHyphen" => self.add("-"),
            "vertAlign" if value(tag).as_deref() == Some("superscript") && !self.raised => {
                self.raised = true;
                self.words.push_str("^{");
            }
            "tbl" => {
                self.end_paragraph();
                self.tables.push(OpenTable::default());
            }
            "tr" => {
                if let Some(table) = self.tables.last_mut() {
                    table.row = Vec::new();
                }
            }
            "tc" => {
                if let Some(table) = self.tables.last_mut() {
                    table.cell = String::new();
                    table.wide = 1;
                    table.below = false;
                }
            }
            "gridSpan" => {
                let wide = value(tag).and_then(|value| value.parse::<usize>().ok()).unwrap_or(1).clamp(1, WIDEST);
                if let Some(table) = self.tables.last_mut() {
                    table.wide = wide;
                }
            }
            "vMerge" => {
                let below = value(tag).is_none_or(|value| value != "restart");
                if let Some(table) = self.tables.last_mut() {
                    table.below = below;
                }
            }
            "drawing" | "pict" | "object" if self.tables.is_empty() => {
                self.end_paragraph();
                self.push(Content::Picture);
            }
            _ => {}
        }
    }

    fn close(&mut self, name: &str) {
        match name {
            "t" => self.in_text = false,
            "num" => self.words.push_str(") / "),
            "den" | "rad" => self.words.push(')'),
            "sup" => self.words.push('}'),
            "r" if self.raised => {
                self.raised = false;
                if self.words.ends_with("^{") {
                    self.words.truncate(self.words.len() - 2);
                } else {
                    self.words.push('}');
                }
            }
            "p" => self.end_paragraph(),
            "tc" => {
                if let Some(table) = self.tables.last_mut() {
                    let column = table.row.len();
                    let above = table.rows.last().and_then(|row| row.get(column)).cloned();
                    let text = std::mem::take(&mut table.cell).trim().to_owned();
                    let text = if table.below { above.unwrap_or(text) } else { text };
                    for _ in 0..table.wide {
                        table.row.push(text.clone());
                    }
                    self.cells += table.wide;
                }
            }
            "tr" => {
                if let Some(table) = self.tables.last_mut() {
                    let row = std::mem::take(&mut table.row);
                    table.rows.push(row);
                }
            }
            "tbl" => {
                if let Some(table) = self.tables.pop() {
                    match self.tables.last_mut() {
                        // A table inside a cell: its words stay with the cell.
                        Some(outer) => {
                            for row in &table.rows {
                                outer.cell.push_str(&row.join(" "));
                                outer.cell.push(' ');
                            }
                        }
                        None => self.push(Content::Grid(table.rows)),
                    }
                }
            }
            _ => {}
        }
    }

    fn end_paragraph(&mut self) {
        let text = std::mem::take(&mut self.words);
        if std::mem::take(&mut self.listed) && self.tables.is_empty() {
            return;
        }
        if let Some(table) = self.tables.last_mut() {
            if !table.cell.is_empty() && !text.is_empty() {
                table.cell.push(' ');
            }
            table.cell.push_str(text.trim());
        } else if !text.trim().is_empty() {
            let content = if self.heading && text.trim().len() < 200 {
                Content::Heading(text.trim().to_owned())
            } else {
                Content::Paragraph(text.trim_end().to_owned())
            };
            self.push(content);
        }
        self.heading = false;
    }
}

/// The attribute `w:val`.
fn value(tag: &BytesStart) -> Option<String> {
    tag.attributes()
        .flatten()
        .find(|attribute| attribute.key.local_name().as_ref() == "val")
        .map(|attribute| attribute.value.to_string())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn merged_cells_and_raised_letters() {
        let xml = br#"<w:document><w:body><w:p><w:pPr><w:pStyle w:val="Heading2"/></w:pPr><w:r><w:t>4.1 Uji</w:t></w:r></w:p>
            <w:tbl><w:tr><w:tc><w:tcPr><w:vMerge w:val="restart"/></w:tcPr><w:p><w:r><w:t>Model</w:t></w:r></w:p></w:tc>
            <w:tc><w:tcPr><w:gridSpan w:val="2"/></w:tcPr><w:p><w:r><w:t>Koef</w:t></w:r></w:p></w:tc></w:tr>
            <w:tr><w:tc><w:tcPr><w:vMerge/></w:tcPr><w:p/></w:tc><w:tc><w:p><w:r><w:t>,07</w:t></w:r><w:r><w:t>0</w:t></w:r><w:r><w:rPr><w:vertAlign w:val="superscript"/></w:rPr><w:t>c</w:t></w:r></w:p></w:tc>
            <w:tc><w:p><w:r><w:t>a &lt; b</w:t></w:r></w:p></w:tc></w:tr></w:tbl></w:body></w:document>"#;
        let chapter = parse(xml).unwrap_or_default();
        assert_eq!(chapter.blocks[0].content, Content::Heading("4.1 Uji".into()));
        let rows =
            vec![vec!["Model".to_owned(), "Koef".into(), "Koef".into()], vec!["Model".into(), ",070^{c}".into(), "a < b".into()]];
        assert_eq!(chapter.blocks[1].content, Content::Grid(rows));
    }

    #[test]
    fn lists_of_tables_are_no_captions() {
        let entry = r#"<w:p><w:pPr><w:pStyle w:val="TableofFigures"/></w:pPr><w:r><w:t>Tabel 4.1</w:t></w:r><w:r><w:tab/></w:r><w:r><w:t>Umur</w:t></w:r></w:p>"#;
        let xml = format!("<w:document><w:body>{entry}<w:p><w:r><w:t>Tabel 4.1 Umur</w:t></w:r></w:p></w:body></w:document>");
        let chapter = parse(xml.as_bytes()).unwrap_or_default();
        assert_eq!(chapter.blocks.len(), 1, "{chapter:?}");
    }

    #[test]
    fn formulas_are_read_with_their_parts_apart() {
        let xml = br#"<w:document><w:body><w:p><w:r><w:t>Jadi </w:t></w:r><m:oMath><m:r><m:t>t = </m:t></m:r><m:f><m:num><m:r><m:t>0,496</m:t></m:r></m:num>
            <m:den><m:r><m:t>0,091</m:t></m:r></m:den></m:f><m:r><m:t> = 5,454; </m:t></m:r><m:sSup><m:e><m:r><m:t>R</m:t></m:r></m:e><m:sup><m:r><m:t>2</m:t></m:r></m:sup></m:sSup></m:oMath></w:p></w:body></w:document>"#;
        let chapter = parse(xml).unwrap_or_default();
        assert_eq!(chapter.blocks[0].content, Content::Paragraph("Jadi t = (0,496) / (0,091) = 5,454; R^{2}".into()));
    }

    #[test]
    fn what_is_no_document_is_said() {
        assert_eq!(read(b"PK\x03\x04 rubbish"), Err(ReadProblem::NotItsFormat));
        assert_eq!(parse(b"not xml <<<<").map(|chapter| chapter.blocks.len()).unwrap_or(0), 0);
    }
}
