//! What a diagnostic shows of the source files: the lines its spans touch, long ones cut around the spans, characters that
//! would steer a terminal made visible.
//!
//! [`Excerpt`] hands codespan a text of its own making in place of the file's, and still answers with the file's own line and
//! column numbers.

use super::{SourceFiles, Span};
use codespan_reporting::files::{Error, Files};
use std::ops::Range;

/// A line of at most this many characters is shown whole.
const WHOLE: usize = 200;
/// Of a longer line, so many characters are shown before a span and behind it …
const AROUND: usize = 40;
/// … and so many of the span itself.
const OF_SPAN: usize = 80;
/// The most characters shown of a message.
const OF_MESSAGE: usize = 2_000;
/// Lines shown below the first line of a span: codespan shows three and may fill a gap of one.
const BELOW_FIRST: usize = 4;
/// Lines shown above the last line of a span.
const ABOVE_LAST: usize = 2;

/// Where the lines of all files begin; made once for many excerpts.
pub(super) struct LineTables<'a> {
    files: Vec<LineTable<'a>>,
}

struct LineTable<'a> {
    name: &'a str,
    text: &'a str,
    starts: Vec<usize>,
}

impl<'a> LineTables<'a> {
    pub(super) fn new(sources: &'a SourceFiles) -> LineTables<'a> {
        let table = |name: &'a str, text: &'a str| {
            let starts = std::iter::once(0).chain(text.match_indices('\n').map(|(at, _)| at + 1)).collect();
            LineTable { name, text, starts }
        };
        LineTables { files: sources.iter().map(|file| table(&file.name, &file.text)).collect() }
    }
}

impl LineTable<'_> {
    fn line_of(&self, offset: usize) -> usize {
        self.starts.partition_point(|start| *start <= offset).saturating_sub(1)
    }

    /// The bytes of a line, without its end.
    fn line(&self, index: usize) -> Range<usize> {
        let start = self.starts.get(index).copied().unwrap_or(self.text.len());
        let end = self.starts.get(index + 1).copied().unwrap_or(self.text.len());
        let line = self.text.get(start..end).unwrap_or_default();
        start..start + line.trim_end_matches(['\n', '\r']).len()
    }

    /// A span inside the text, on character boundaries, without blanks at its end.
    fn clamp(&self, span: Span) -> Range<usize> {
        let start = self.text.floor_char_boundary(span.start.min(self.text.len()));
        let end = self.text.ceil_char_boundary(span.end.clamp(start, self.text.len()));
        let inside = self.text.get(start..end).unwrap_or_default();
        match inside.trim_end().len() {
            0 => start..end,
            length => start..start + length,
        }
    }
}

/// The shown parts of every file a diagnostic points into.
pub(super) struct Excerpt<'a> {
    tables: &'a LineTables<'a>,
    shown: Vec<ShownFile>,
}

#[derive(Default)]
struct ShownFile {
    text: String,
    lines: Vec<ShownLine>,
}

struct ShownLine {
    /// Counted from 0, in the file.
    index: usize,
    /// Its bytes in the shown text, without the line end.
    range: Range<usize>,
    /// Byte in the file and byte in the shown text of every character shown, of every cut and of the line's end.
    places: Vec<(usize, usize)>,
}

impl<'a> Excerpt<'a> {
    /// What is to be seen of these spans.
    pub(super) fn new(tables: &'a LineTables<'a>, spans: &[Span]) -> Excerpt<'a> {
        let shown = tables
            .files
            .iter()
            .enumerate()
            .map(|(at, table)| {
                let ranges: Vec<Range<usize>> =
                    spans.iter().filter(|span| span.file.0 as usize == at).map(|span| table.clamp(*span)).collect();
                ShownFile::new(table, &ranges)
            })
            .collect();
        Excerpt { tables, shown }
    }

    /// A span as a range of the shown text; `None` when its file is not there.
    pub(super) fn range(&self, span: Span) -> Option<Range<usize>> {
        let at = span.file.0 as usize;
        let range = self.tables.files.get(at)?.clamp(span);
        let shown = self.shown.get(at)?;
        let start = shown.offset(range.start);
        Some(start..shown.offset(range.end).max(start))
    }

    fn file(&self, id: usize) -> Result<(&LineTable<'a>, &ShownFile), Error> {
        self.tables.files.get(id).zip(self.shown.get(id)).ok_or(Error::FileMissing)
    }
}

impl ShownFile {
    fn new(table: &LineTable, ranges: &[Range<usize>]) -> ShownFile {
        let mut indices = std::collections::BTreeSet::new();
        for range in ranges {
            let (first, last) = (table.line_of(range.start), table.line_of(range.end));
            indices.extend(first..=last.min(first + BELOW_FIRST));
            indices.extend(last.saturating_sub(ABOVE_LAST).max(first)..=last);
        }
        // codespan shows a single line between two others in place of a mark of omission.
        let between: Vec<usize> = indices.iter().filter(|at| indices.contains(&(*at + 2))).map(|at| at + 1).collect();
        indices.extend(between);
        let mut shown = ShownFile::default();
        for index in indices {
            shown.push(table, index, ranges);
        }
        shown
    }

    fn push(&mut self, table: &LineTable, index: usize, ranges: &[Range<usize>]) {
        let bytes = table.line(index);
        let line = table.text.get(bytes.clone()).unwrap_or_default();
        let start = self.text.len();
        let mut places = Vec::new();
        let mut at = 0;
        for window in windows(line, bytes.start, ranges) {
            if window.start > at {
                places.push((bytes.start + at, self.text.len()));
                self.text.push('…');
            }
            for (offset, character) in line.get(window.clone()).unwrap_or_default().char_indices() {
                places.push((bytes.start + window.start + offset, self.text.len()));
                self.text.push(visible_character(character));
            }
            at = window.end;
        }
        if at < line.len() {
            places.push((bytes.start + at, self.text.len()));
            self.text.push('…');
        }
        places.push((bytes.end, self.text.len()));
        self.lines.push(ShownLine { index, range: start..self.text.len(), places });
        self.text.push('\n');
    }

    /// The byte of the shown text for a byte of the file; inside a cut, the byte behind it.
    fn offset(&self, offset: usize) -> usize {
        let line = self.lines.partition_point(|line| line.places.first().is_some_and(|(first, _)| *first <= offset));
        let Some(line) = line.checked_sub(1).and_then(|line| self.lines.get(line)) else { return 0 };
        let place = line.places.partition_point(|(original, _)| *original < offset);
        line.places.get(place).map_or(line.range.end, |(_, shown)| *shown)
    }

    fn line(&self, index: usize) -> Option<&ShownLine> {
        self.lines.binary_search_by_key(&index, |line| line.index).ok().and_then(|at| self.lines.get(at))
    }
}

/// The parts of a line that are shown, as bytes of it.
fn windows(line: &str, line_start: usize, ranges: &[Range<usize>]) -> Vec<Range<usize>> {
    if line.char_indices().nth(WHOLE).is_none() {
        return std::iter::once(0..line.len()).collect();
    }
    let line_end = line_start + line.len();
    let mut windows: Vec<Range<usize>> = ranges
        .iter()
        .filter(|range| range.start <= line_end && range.end >= line_start)
        .flat_map(|range| {
            let (from, to) = (range.start.saturating_sub(line_start), range.end.min(line_end).saturating_sub(line_start));
            let begin = back(line, from, AROUND)..forth(line, from, OF_SPAN).min(forth(line, to, AROUND));
            let end = back(line, to, AROUND).max(begin.start)..forth(line, to, AROUND);
            // A long span is shown by its beginning alone, unless its end comes soon after.
            std::iter::once(if end.start <= begin.end { begin.start..begin.end.max(end.end) } else { begin })
        })
        .collect();
    if windows.is_empty() {
        // A line between the ends of a span.
        windows.push(0..forth(line, 0, OF_SPAN));
    }
    windows.sort_by_key(|window| window.start);
    let mut merged: Vec<Range<usize>> = Vec::new();
    for window in windows {
        match merged.last_mut() {
            Some(last) if window.start <= last.end => last.end = last.end.max(window.end),
            _ => merged.push(window),
        }
    }
    merged
}

/// So many characters back from a byte.
fn back(line: &str, at: usize, characters: usize) -> usize {
    let before = line.get(..at).unwrap_or_default();
    before.char_indices().rev().take(characters).last().map_or(at, |(start, _)| start)
}

/// So many characters on from a byte.
fn forth(line: &str, at: usize, characters: usize) -> usize {
    let behind = line.get(at..).unwrap_or_default();
    behind.char_indices().nth(characters).map_or(line.len(), |(end, _)| at + end)
}

/// The character itself, or a picture of one that would move the cursor, ring or turn the direction of writing.
fn visible_character(character: char) -> char {
    match u32::from(character) {
        0x09 => character,
        control @ 0..=0x1F => char::from_u32(0x2400 + control).unwrap_or('\u{FFFD}'),
        0x7F => '\u{2421}',
        0x80..=0x9F | 0x200B..=0x200F | 0x2028..=0x202E | 0x2060..=0x206F | 0xFEFF => '\u{FFFD}',
        _ => character,
    }
}

/// A message as it may go to a terminal: characters visible, the middle left out when it is longer than any message.
pub(super) fn visible(message: &str) -> String {
    let seen = |part: &str| -> String {
        part.chars().map(|character| if character == '\n' { '\n' } else { visible_character(character) }).collect()
    };
    if message.char_indices().nth(OF_MESSAGE).is_none() {
        return seen(message);
    }
    let head = forth(message, 0, OF_MESSAGE / 2);
    let tail = back(message, message.len(), OF_MESSAGE / 2);
    format!("{} … {}", seen(message.get(..head).unwrap_or_default()), seen(message.get(tail..).unwrap_or_default()))
}

impl<'f> Files<'f> for Excerpt<'_> {
    type FileId = usize;
    type Name = String;
    type Source = &'f str;

    fn name(&'f self, id: usize) -> Result<String, Error> {
        Ok(visible(self.file(id)?.0.name))
    }

    fn source(&'f self, id: usize) -> Result<&'f str, Error> {
        Ok(&self.file(id)?.1.text)
    }

    fn line_index(&'f self, id: usize, byte_index: usize) -> Result<usize, Error> {
        let lines = &self.file(id)?.1.lines;
        let at = lines.partition_point(|line| line.range.start <= byte_index);
        Ok(at.checked_sub(1).and_then(|at| lines.get(at)).map_or(0, |line| line.index))
    }

    fn line_range(&'f self, id: usize, line_index: usize) -> Result<Range<usize>, Error> {
        // Lines inside a long span are asked for and not shown.
        Ok(self.file(id)?.1.line(line_index).map_or(0..0, |line| line.range.clone()))
    }

    fn column_number(&'f self, id: usize, line_index: usize, byte_index: usize) -> Result<usize, Error> {
        let (table, shown) = self.file(id)?;
        let place = shown.line(line_index).and_then(|line| line.places.iter().find(|(_, at)| *at >= byte_index));
        let Some((offset, _)) = place else { return Ok(1) };
        let before = table.text.get(table.line(line_index).start..*offset).unwrap_or_default();
        Ok(before.chars().count() + 1)
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;
    use crate::diagnostics::FileId;

    fn sources(text: &str) -> (SourceFiles, FileId) {
        let mut sources = SourceFiles::default();
        let file = sources.add("study.yaml", text);
        (sources, file)
    }

    #[test]
    fn short_lines_are_whole_and_only_those_that_are_needed() {
        let (sources, file) = sources("a: 1\nbé: 2\r\nc: 3\nd: 4\n");
        let tables = LineTables::new(&sources);
        let span = Span { file, start: 10, end: 11 };
        assert_eq!(sources.text(span), "2");
        let excerpt = Excerpt::new(&tables, &[span]);
        assert_eq!(excerpt.source(0).unwrap(), "bé: 2\n");
        assert_eq!(&excerpt.source(0).unwrap()[excerpt.range(span).unwrap()], "2");
        let found = excerpt.location(0, excerpt.range(span).unwrap().start).unwrap();
        assert_eq!((found.line_number, found.column_number), (2, 5));
    }

    #[test]
    fn a_long_line_is_cut_around_its_spans_and_keeps_its_columns() {
        let text = format!("title: x\nkeys: {{ {}wrong: 1{} }}\n", "é, ".repeat(5_000), ", z".repeat(5_000));
        let (sources, file) = sources(&text);
        let start = text.find("wrong").unwrap();
        let span = Span { file, start, end: start + 5 };
        let tables = LineTables::new(&sources);
        let excerpt = Excerpt::new(&tables, &[span]);
        let shown = excerpt.source(0).unwrap();
        assert!(shown.chars().count() < 120, "{shown}");
        assert!(shown.starts_with('…') && shown.ends_with("…\n"), "{shown}");
        let range = excerpt.range(span).unwrap();
        assert_eq!(&shown[range.clone()], "wrong");
        let found = excerpt.location(0, range.start).unwrap();
        assert_eq!((found.line_number, found.column_number), sources.line_column(file, start));
    }

    #[test]
    fn two_far_spans_of_one_line_have_a_window_each_and_a_long_span_shows_its_beginning() {
        let text = format!("{{ a: 1, {} a: 2 }}", "b: 1, ".repeat(1_000));
        let (sources, file) = sources(&text);
        let second = text.rfind("a: 2").unwrap();
        let spans = [Span { file, start: 2, end: 3 }, Span { file, start: second, end: second + 1 }];
        let tables = LineTables::new(&sources);
        let excerpt = Excerpt::new(&tables, &spans);
        let shown = excerpt.source(0).unwrap();
        assert_eq!(spans.map(|span| &shown[excerpt.range(span).unwrap()]), ["a", "a"]);
        assert!(shown.contains('…') && shown.chars().count() < 200, "{shown}");
        let all = Span { file, start: 0, end: text.len() };
        let excerpt = Excerpt::new(&tables, &[all]);
        let shown = excerpt.source(0).unwrap();
        assert!(shown.chars().count() < 200, "{shown}");
        assert_eq!(excerpt.range(all).unwrap(), 0..shown.len() - 1, "underlined as far as it is shown");
    }

    #[test]
    fn nothing_steers_the_terminal() {
        let (sources, file) = sources("a: \u{1b}[31mred\u{202e}\n");
        let tables = LineTables::new(&sources);
        let excerpt = Excerpt::new(&tables, &[Span { file, start: 0, end: 1 }]);
        assert_eq!(excerpt.source(0).unwrap(), "a: ␛[31mred\u{FFFD}\n");
        assert_eq!(visible("\u{7}a\nb\t\u{9b}"), "␇a\nb\t\u{FFFD}");
        assert!(visible(&"ab".repeat(1 << 20)).chars().count() < OF_MESSAGE + 10);
    }

    #[test]
    fn spans_beyond_the_text_or_between_characters_point_somewhere() {
        let (sources, file) = sources("é\n");
        let tables = LineTables::new(&sources);
        for (start, end) in [(0, 99), (99, 99), (1, 1), (3, 3), (0, 0)] {
            let span = Span { file, start, end };
            let excerpt = Excerpt::new(&tables, &[span]);
            let range = excerpt.range(span).unwrap();
            assert!(excerpt.source(0).unwrap().get(range.clone()).is_some(), "{start}..{end}: {range:?}");
        }
        let elsewhere = Span { file: FileId(7), start: 0, end: 1 };
        assert!(Excerpt::new(&tables, &[elsewhere]).range(elsewhere).is_none());
    }
}
