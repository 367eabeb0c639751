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
    /// Adds a block.
    pub fn push(&mut self, line: usize, content: Content) {
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
