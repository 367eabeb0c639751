//! The files a report can be written as.

/// A kind of output file.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Format {
    /// The chapter for Word.
    Docx,
    /// The chapter as Markdown.
    Markdown,
    /// Results and findings.
    Json,
    /// The chapter as Typst source, with its layout.
    Typst,
    /// The chapter as PDF, typeset by typst.
    Pdf,
    /// The chapter as one self-contained web page.
    Html,
}

impl Format {
    /// Every format.
    pub const ALL: &'static [Format] = &[Format::Docx, Format::Markdown, Format::Json, Format::Typst, Format::Pdf, Format::Html];

    /// What is written when nobody says which; the PDF only where typst is.
    pub const DEFAULT: &'static [Format] = &[Format::Docx, Format::Markdown, Format::Json, Format::Pdf];

    /// The word on the command line; also the ending of the chapter's file.
    pub fn code(self) -> &'static str {
        match self {
            Format::Docx => "docx",
            Format::Markdown => "md",
            Format::Json => "json",
            Format::Typst => "typ",
            Format::Pdf => "pdf",
            Format::Html => "html",
        }
    }

    /// The format with this word.
    pub fn from_code(code: &str) -> Option<Format> {
        Format::ALL.iter().copied().find(|format| format.code() == code)
    }

    /// The file's name: `bab-4.md` of chapter 4, `results.json`.
    pub fn file_name(self, chapter: u32) -> String {
        match self {
            Format::Json => "results.json".to_owned(),
            Format::Docx | Format::Markdown | Format::Typst | Format::Pdf | Format::Html => {
                format!("bab-{chapter}.{}", self.code())
            }
        }
    }

    /// Whether the file points to the author's pictures, which must then stand beside it.
    pub fn needs_pictures(self) -> bool {
        match self {
            Format::Markdown | Format::Typst => true,
            Format::Docx | Format::Json | Format::Pdf | Format::Html => false,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn formats_are_found_by_their_word_and_named_by_the_chapter() {
        for format in Format::ALL {
            assert_eq!(Format::from_code(format.code()), Some(*format));
        }
        assert_eq!(Format::Pdf.file_name(5), "bab-5.pdf");
    }
}
