//! A chapter as read, whatever its format: blocks in reading order.

/// A chapter.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Chapter {
    /// Its blocks.
    pub blocks: Vec<Block>,
    /// Paragraphs may be broken over several lines, as in a text file.
    pub wrapped: bool,
}

/// A block and where it stands.
#[derive(Debug, Clone, PartialEq)]
pub struct Block {
    /// Line of a text, or number of the block of a document, from 1.
    pub line: usize,
    /// What it is.
    pub content: Content,
}

/// What a block is.
#[derive(Debug, Clone, PartialEq)]
pub enum Content {
    /// A heading.
    Heading(String),
    /// A paragraph, or a line of a text file; tabs are kept.
    Paragraph(String),
    /// A table: rows of cells. A cell over several columns or rows stands in each of them.
    Grid(Vec<Vec<String>>),
    /// A picture, which is not read.
    Picture,
    /// An empty line.
    Blank,
}

impl Chapter {
    /// Adds a block; its words lose soft hyphens and the like, and fixed spaces become common ones.
    pub fn push(&mut self, line: usize, content: Content) {
        let content = match content {
            Content::Heading(text) => Content::Heading(cleaned(text)),
            Content::Paragraph(text) => Content::Paragraph(cleaned(text)),
            Content::Grid(rows) => Content::Grid(rows.into_iter().map(|row| row.into_iter().map(cleaned).collect()).collect()),
            other => other,
        };
        self.blocks.push(Block { line, content });
    }

    /// How many pictures it holds.
    pub fn pictures(&self) -> usize {
        self.blocks.iter().filter(|block| block.content == Content::Picture).count()
    }

    /// Whether there is any text in it.
    pub fn has_text(&self) -> bool {
        self.blocks.iter().any(|block| match &block.content {
            Content::Heading(text) | Content::Paragraph(text) => text.chars().any(char::is_alphanumeric),
            Content::Grid(rows) => rows.iter().flatten().any(|cell| cell.chars().any(char::is_alphanumeric)),
            Content::Picture | Content::Blank => false,
        })
    }
}

/// A text without what only the eye of a typesetter sees. A soft hyphen at its end stays: the word goes on.
fn cleaned(text: String) -> String {
    if text.is_ascii() {
        return text;
    }
    let goes_on = text.ends_with('\u{ad}');
    let mut out: String = text
        .chars()
        .filter(|c| !matches!(c, '\u{ad}' | '\u{200b}' | '\u{200c}' | '\u{200d}' | '\u{2060}' | '\u{feff}'))
        .map(|c| if matches!(c, '\u{a0}' | '\u{202f}' | '\u{2007}' | '\u{2009}') { ' ' } else { c })
        .collect();
    if goes_on {
        out.push('\u{ad}');
    }
    out
}
