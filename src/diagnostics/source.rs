//! Where a thing stands: files that were read, spans in them, and values that remember their span.

use serde::Serialize;

/// A file that was read, by its place in [`SourceFiles`].
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize)]
pub struct FileId(pub u32);

/// A range of bytes in one file; `start == end` points between two characters.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize)]
pub struct Span {
    /// The file.
    pub file: FileId,
    /// First byte.
    pub start: usize,
    /// One past the last byte.
    pub end: usize,
}

impl Span {
    /// The span from `self` to the end of `other`; both must stand in one file.
    pub fn to(self, other: Span) -> Span {
        Span { file: self.file, start: self.start.min(other.start), end: self.end.max(other.end) }
    }

    /// A part of this span, `from..to` counted in bytes from its start and kept inside it.
    pub fn part(self, from: usize, to: usize) -> Span {
        let start = (self.start + from).min(self.end);
        Span { file: self.file, start, end: (self.start + to).clamp(start, self.end.max(start)) }
    }
}

/// A value and where it was written; comparison looks at both.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Spanned<T> {
    /// The value.
    pub value: T,
    /// Where it stands.
    pub span: Span,
}

impl<T> Spanned<T> {
    /// Puts a value and its span together.
    pub fn new(value: T, span: Span) -> Spanned<T> {
        Spanned { value, span }
    }

    /// Changes the value and keeps the span.
    pub fn map<U>(self, change: impl FnOnce(T) -> U) -> Spanned<U> {
        Spanned { value: change(self.value), span: self.span }
    }
}

/// One text file that was read.
#[derive(Debug, Clone)]
pub struct SourceFile {
    /// The name shown in messages, as the user gave it.
    pub name: String,
    /// Its whole text.
    pub text: String,
}

/// The text files of one run; spans point into them.
#[derive(Debug, Clone, Default)]
pub struct SourceFiles {
    files: Vec<SourceFile>,
}

impl SourceFiles {
    /// Remembers a file and gives its id.
    pub fn add(&mut self, name: impl Into<String>, text: impl Into<String>) -> FileId {
        let id = FileId(u32::try_from(self.files.len()).unwrap_or(u32::MAX));
        self.files.push(SourceFile { name: name.into(), text: text.into() });
        id
    }

    /// The file with this id.
    pub fn get(&self, id: FileId) -> Option<&SourceFile> {
        self.files.get(id.0 as usize)
    }

    /// All files, in the order of their ids.
    pub fn iter(&self) -> impl Iterator<Item = &SourceFile> {
        self.files.iter()
    }

    /// Line and column (both from 1, the column in characters) of a byte offset.
    pub fn line_column(&self, id: FileId, offset: usize) -> (usize, usize) {
        let text = self.get(id).map_or("", |file| file.text.as_str());
        let mut offset = offset.min(text.len());
        while !text.is_char_boundary(offset) {
            offset -= 1;
        }
        let before = &text[..offset];
        let line_start = before.rfind('\n').map_or(0, |at| at + 1);
        (before.matches('\n').count() + 1, before[line_start..].chars().count() + 1)
    }

    /// The text of a span, empty when the file is not there.
    pub fn text(&self, span: Span) -> &str {
        self.get(span.file).and_then(|file| file.text.get(span.start..span.end)).unwrap_or("")
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lines_and_columns_count_characters_not_bytes() {
        let mut files = SourceFiles::default();
        let id = files.add("study.yaml", "a: é\nbé: x");
        assert_eq!(files.line_column(id, 0), (1, 1));
        assert_eq!(files.line_column(id, 6), (2, 1));
        assert_eq!(files.line_column(id, 9), (2, 3), "é is two bytes and one column");
        assert_eq!(files.line_column(id, 999), (2, 6), "past the end is the end");
    }
}
