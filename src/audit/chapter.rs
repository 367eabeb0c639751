//! A chapter as read, whatever its format: blocks in reading order.

/// A chapter.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Chapter {
    /// Its blocks.
    pub blocks: Vec<Block>,
    /// Paragraphs may be broken over several lines, as in a text file.
    pub wrapped: bool,
    /// The file is longer than what is read of it; the rest was left out.
    pub cut: bool,
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

    /// The chapter with no more than `most` bytes of text, and no more than `longest` in a paragraph, heading or cell. What is left
    /// out makes it [`cut`](Chapter::cut).
    pub fn bounded(mut self, most: usize, longest: usize) -> Chapter {
        let mut kept = 0_usize;
        let mut end = self.blocks.len();
        for (at, block) in self.blocks.iter_mut().enumerate() {
            match &mut block.content {
                Content::Heading(text) | Content::Paragraph(text) => {
                    self.cut |= shorten(text, longest);
                    kept += text.len() + 1;
                }
                Content::Grid(rows) => {
                    let mut within = rows.len();
                    for (row, cells) in rows.iter_mut().enumerate() {
                        for cell in cells.iter_mut() {
                            self.cut |= shorten(cell, longest);
                            kept += cell.len() + 1;
                        }
                        if kept > most {
                            within = row + 1;
                            break;
                        }
                    }
                    self.cut |= within < rows.len();
                    rows.truncate(within);
                }
                Content::Picture | Content::Blank => kept += 1,
            }
            if kept > most {
                end = at + 1;
                break;
            }
        }
        self.cut |= end < self.blocks.len();
        self.blocks.truncate(end);
        self
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

/// Cuts a text at a character's border; tells whether there was anything to cut.
fn shorten(text: &mut String, longest: usize) -> bool {
    if text.len() <= longest {
        return false;
    }
    let end = (0..=longest).rev().find(|&at| text.is_char_boundary(at)).unwrap_or(0);
    text.truncate(end);
    text.shrink_to_fit();
    true
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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_too_long_is_cut_and_said() {
        let mut chapter = Chapter::default();
        chapter.push(1, Content::Paragraph("é".repeat(10)));
        chapter.push(2, Content::Grid(vec![vec!["1".into(), "2".into()]; 20]));
        chapter.push(3, Content::Blank);
        assert_eq!(chapter.clone().bounded(1_000, 100), chapter);
        let cut = chapter.clone().bounded(1_000, 5);
        assert_eq!((cut.cut, cut.blocks.first().map(|block| &block.content)), (true, Some(&Content::Paragraph("éé".into()))));
        let cut = chapter.bounded(30, 100);
        assert_eq!((cut.cut, cut.blocks.len()), (true, 2));
        assert!(matches!(cut.blocks.last().map(|block| &block.content), Some(Content::Grid(rows)) if rows.len() == 3));
    }
}
