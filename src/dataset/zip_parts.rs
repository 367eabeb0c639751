//! What a zip archive holds, looked at before anything in it is trusted: which kind of file, how much it unpacks to.
//!
//! The sizes in a zip directory are claims. A part that could unpack to much is therefore unpacked once and counted, and so is
//! the longest stretch of it that a reader would hold in memory at a time.

use super::problem_file::{Contents, FileProblem};
use std::io::{Cursor, Read};

/// The most a workbook may unpack to, in bytes; a million respondents with 34 items take about half of it.
const UNPACKED_LIMIT: u64 = 2 * 1024 * 1024 * 1024;
/// The most its shared texts may unpack to, in bytes, or about three times a large file: these are held in memory as a whole.
const TEXTS_LIMIT: u64 = 48 * 1024 * 1024;
/// Workbooks of survey answers pack about 10 to 60 times; beyond this, above [`SMALL`], it is a decompression bomb.
const RATIO_LIMIT: u64 = 250;
/// Below this size, in bytes, the ratio does not matter.
const SMALL: u64 = 64 * 1024 * 1024;
/// The most that may stand between two tags, or in one cell, in bytes.
const STRETCH_LIMIT: usize = 1024 * 1024;
/// No compressed byte becomes more than this many (the deflate format's own bound, 1032, rounded up).
const DEFLATE: u64 = 1040;

/// The kinds of workbook in a zip archive.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Kind {
    /// XLSX, XLSM.
    Excel,
    /// XLSB.
    BinaryExcel,
    /// ODS.
    OpenDocument,
}

/// Looks at the directory and finds out which kind of workbook this is.
pub fn inspect(bytes: &[u8]) -> Result<Kind, Box<FileProblem>> {
    let mut archive = zip::ZipArchive::new(Cursor::new(bytes)).map_err(broken)?;
    let packed = u64::try_from(bytes.len()).unwrap_or(u64::MAX).max(1);
    let texts_limit = TEXTS_LIMIT.max(packed.saturating_mul(3).saturating_sub(TEXTS_LIMIT));
    let (mut total, mut kind, mut contents, mut locked) = (0u64, None, Contents::OtherZip, false);
    let mut large = Vec::new();
    for at in 0..archive.len() {
        let entry = archive.by_index_raw(at).map_err(broken)?;
        let name = entry.name().map_err(broken)?.to_ascii_lowercase();
        locked |= entry.encrypted();
        match name.as_str() {
            "xl/workbook.xml" => kind = kind.or(Some(Kind::Excel)),
            "xl/workbook.bin" => kind = Some(Kind::BinaryExcel),
            "word/document.xml" => contents = Contents::Word,
            "content.xml" => kind = kind.or(Some(Kind::OpenDocument)),
            _ => {}
        }
        total = total.saturating_add(entry.size());
        // Media are never unpacked.
        if name.ends_with(".xml") || name.ends_with(".rels") || name.ends_with(".bin") {
            let whole = !name.contains("worksheets/") && name != "content.xml";
            let limit = if whole { texts_limit } else { UNPACKED_LIMIT };
            if entry.size() > limit {
                return Err(Box::new(FileProblem::WorkbookTooLarge { packed, unpacked: total }));
            }
            if entry.compressed_size().saturating_mul(DEFLATE) > SMALL / 4 || entry.size() > SMALL {
                let cells = name.ends_with(".xml") && (!whole || name.ends_with("sharedstrings.xml"));
                large.push((at, limit, cells));
            }
        }
    }
    let Some(kind) = kind else {
        return Err(Box::new(FileProblem::NotATable { contents }));
    };
    if locked {
        return Err(Box::new(FileProblem::Password));
    }
    let too_large = |unpacked: u64| unpacked > UNPACKED_LIMIT || (unpacked > SMALL && unpacked / packed > RATIO_LIMIT);
    if too_large(total) {
        return Err(Box::new(FileProblem::WorkbookTooLarge { packed, unpacked: total }));
    }
    let mut counted = 0u64;
    for (at, limit, cells) in large {
        counted = counted.saturating_add(count(&mut archive, at, limit, cells)?);
        if too_large(counted) {
            return Err(Box::new(FileProblem::WorkbookTooLarge { packed, unpacked: counted }));
        }
    }
    if kind == Kind::OpenDocument && part(&mut archive, "META-INF/manifest.xml", 1 << 20)?.contains("encryption-data") {
        return Err(Box::new(FileProblem::Password));
    }
    if kind == Kind::OpenDocument && !part(&mut archive, "mimetype", 200)?.contains("spreadsheet") {
        // Without a word on what it is, the document itself will show.
        let says = part(&mut archive, "mimetype", 200)?;
        if !says.is_empty() {
            return Err(Box::new(FileProblem::NotATable { contents: Contents::OtherZip }));
        }
    }
    Ok(kind)
}

/// Unpacks a part and counts it; fails beyond `limit`, or when too much of it belongs together.
fn count(archive: &mut zip::ZipArchive<Cursor<&[u8]>>, at: usize, limit: u64, cells: bool) -> Result<u64, Box<FileProblem>> {
    let mut entry = archive.by_index(at).map_err(broken)?;
    let packed = entry.compressed_size();
    let mut buffer = vec![0u8; 64 * 1024];
    let (mut total, mut between, mut in_cell) = (0u64, 0usize, 0usize);
    let mut tag = Tag::default();
    loop {
        let read = entry.read(&mut buffer).map_err(broken)?;
        if read == 0 {
            return Ok(total);
        }
        total = total.saturating_add(u64::try_from(read).unwrap_or(u64::MAX));
        if total > limit {
            return Err(Box::new(FileProblem::WorkbookTooLarge { packed, unpacked: total }));
        }
        if !cells {
            continue;
        }
        for byte in buffer.get(..read).unwrap_or_default() {
            between = if *byte == b'<' { 0 } else { between + 1 };
            in_cell = if tag.begins_cell(*byte) { 0 } else { in_cell + 1 };
            if between > STRETCH_LIMIT || in_cell > 4 * STRETCH_LIMIT {
                return Err(Box::new(FileProblem::WorkbookTooLarge { packed, unpacked: total }));
            }
        }
    }
}

/// The first letters of the tag being passed.
#[derive(Default)]
struct Tag {
    at: Option<usize>,
    letters: [u8; 3],
}

impl Tag {
    /// Whether this byte ends the beginning of a tag of a cell, a row, a shared text, or anything that is no text of a cell.
    fn begins_cell(&mut self, byte: u8) -> bool {
        if byte == b'<' {
            self.at = Some(0);
            return false;
        }
        let Some(at) = self.at else { return false };
        if let Some(slot) = self.letters.get_mut(at) {
            *slot = byte;
        }
        self.at = (at < 2).then_some(at + 1);
        if self.at.is_some() {
            return false;
        }
        // `<c r=`, `<si>`, `<row`, `<table:table-cell`, and their closing tags; not `<r>`, `<t>`, `<text:p>`, `<!--`.
        matches!(&self.letters, b"c r" | b"c t" | b"c s" | b"si>" | b"si " | b"row" | b"tab" | b"/c>" | b"/si" | b"/ta")
    }
}

/// A small part as text; empty when there is none.
fn part(archive: &mut zip::ZipArchive<Cursor<&[u8]>>, name: &str, most: u64) -> Result<String, Box<FileProblem>> {
    let Ok(entry) = archive.by_name(name) else {
        return Ok(String::new());
    };
    let mut bytes = Vec::new();
    entry.take(most).read_to_end(&mut bytes).map_err(broken)?;
    Ok(String::from_utf8_lossy(&bytes).into_owned())
}

/// A workbook that cannot be unpacked.
pub fn broken(reason: impl std::fmt::Display) -> Box<FileProblem> {
    Box::new(FileProblem::WorkbookBroken { reason: reason.to_string() })
}
