//! Markdown: paragraphs, headings and pipe tables, through pulldown-cmark.

use crate::audit::chapter::{Chapter, Content};
use pulldown_cmark::{Event, Options, Parser, Tag, TagEnd};

/// Reads Markdown.
pub fn read(text: &str) -> Chapter {
    let mut chapter = Chapter::default();
    let lines: Vec<usize> = std::iter::once(0).chain(text.match_indices('\n').map(|(at, _)| at + 1)).collect();
    let line_of = |at: usize| lines.partition_point(|start| *start <= at).max(1);
    let parser = Parser::new_ext(text, Options::ENABLE_TABLES | Options::ENABLE_STRIKETHROUGH);
    let mut words = String::new();
    let mut line = 1;
    let mut rows: Option<Vec<Vec<String>>> = None;
    let mut raised = false;
    let mut picture = false;
    for (event, range) in parser.into_offset_iter() {
        match event {
            Event::Start(Tag::Paragraph | Tag::Heading { .. } | Tag::Item | Tag::CodeBlock(_)) => {
                flush(&mut chapter, &mut words, line);
                line = line_of(range.start);
            }
            Event::End(TagEnd::Heading(_)) => {
                let heading = std::mem::take(&mut words);
                chapter.push(line, Content::Heading(heading.trim().to_owned()));
            }
            Event::End(TagEnd::Paragraph | TagEnd::Item | TagEnd::CodeBlock) => flush(&mut chapter, &mut words, line),
            Event::Start(Tag::Table(_)) => {
                flush(&mut chapter, &mut words, line);
                line = line_of(range.start);
                rows = Some(Vec::new());
            }
            Event::Start(Tag::TableHead | Tag::TableRow) => {
                if let Some(rows) = &mut rows {
                    rows.push(Vec::new());
                }
            }
            Event::End(TagEnd::TableCell) => {
                if let Some(row) = rows.as_mut().and_then(|rows| rows.last_mut()) {
                    row.push(std::mem::take(&mut words).trim().to_owned());
                }
            }
            Event::End(TagEnd::Table) => {
                if let Some(rows) = rows.take() {
                    chapter.push(line, Content::Grid(rows));
                }
            }
            Event::Start(Tag::Image { .. }) => {
                picture = true;
                chapter.push(line_of(range.start), Content::Picture);
            }
            Event::End(TagEnd::Image) => picture = false,
            // What a picture shows in words is no text of the chapter.
            _ if picture => {}
            Event::Text(text) | Event::Code(text) => words.push_str(&text),
            Event::InlineHtml(tag) => match tag.as_ref() {
                "<sup>" => {
                    raised = true;
                    words.push_str("^{");
                }
                "</sup>" if raised => {
                    raised = false;
                    words.push('}');
                }
                "<br>" | "<br/>" | "<br />" => words.push(' '),
                _ => {}
            },
            Event::SoftBreak | Event::HardBreak => words.push(' '),
            Event::Html(html) => chapter.blocks.extend(super::html::read(&html).blocks),
            _ => {}
        }
    }
    flush(&mut chapter, &mut words, line);
    chapter
}

fn flush(chapter: &mut Chapter, words: &mut String, line: usize) {
    let text = std::mem::take(words);
    if !text.trim().is_empty() {
        chapter.push(line, Content::Paragraph(text.trim().to_owned()));
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn tables_paragraphs_and_raised_letters() {
        let chapter =
            read("# BAB IV\n\n**Tabel 4.1** Uji\n\n| A | B |\n|---|--:|\n| R<sup>2</sup> | ,070<sup>c</sup> |\n\nSatu\ndua.\n");
        let contents: Vec<&Content> = chapter.blocks.iter().map(|block| &block.content).collect();
        assert_eq!(contents.len(), 4, "{contents:?}");
        assert_eq!(contents[2], &Content::Grid(vec![vec!["A".into(), "B".into()], vec!["R^{2}".into(), ",070^{c}".into()]]));
        assert_eq!(contents[3], &Content::Paragraph("Satu dua.".into()));
        assert_eq!(chapter.blocks[2].line, 5);
    }
}
