//! The Markdown subset of templates and author text: text with tokens in it becomes blocks.
//!
//! Headings, paragraphs, lists, emphasis, super- and subscript, block quotes, pipe tables (caption in a line
//! `: judul {#label}` below), images (caption = alternative text) and `[@key]`. Anything else is a diagnostic.

use super::document::{Align, Block, Cell, Figure, Heading, Inline, Picture, Row, RowKind, Table, TableColumn, key_and_place};
use super::problem::TemplateProblem;
use super::token::{Piece, Token, Tokens, pieces};
use crate::diagnostics::Diagnostics;
use crate::language::{emphasized, raised_or_lowered};
use pulldown_cmark::{Alignment, Event, Options, Parser, Tag, TagEnd};

/// How authors mark what they still have to write.
const TODO_MARKS: [&str; 2] = ["[LENGKAPI:", "[TODO:"];

/// Where a text came from, for messages.
#[derive(Debug, Clone)]
pub struct Origin {
    /// Name of the template or author file.
    pub name: String,
}

/// Parses rendered Markdown into blocks; what lies outside the subset is reported and left out.
pub fn parse(text: &str, origin: &Origin, tokens: &Tokens, diagnostics: &mut Diagnostics) -> Vec<Block> {
    let options = Options::ENABLE_TABLES;
    let mut builder = Builder { text, origin, tokens, diagnostics, frames: vec![Frame::blocks()], tables: 0 };
    for (event, range) in Parser::new_ext(text, options).into_offset_iter() {
        builder.take(event, range.start);
    }
    let blocks = builder.finish();
    attach_captions(blocks)
}

/// Parses a text that must stay within one paragraph, such as a title or a name with emphasis.
pub fn parse_inline(text: &str, origin: &Origin, tokens: &Tokens, diagnostics: &mut Diagnostics) -> Vec<Inline> {
    match parse(text, origin, tokens, diagnostics).into_iter().next() {
        Some(Block::Paragraph(inlines)) => inlines,
        _ => vec![Inline::text(text)],
    }
}

/// A text of the study file: emphasis `*…*`, super- and subscript, `[LENGKAPI: …]`, nothing else of Markdown.
pub fn author_inlines(text: &str) -> Vec<Inline> {
    if let Some(start) = TODO_MARKS.iter().filter_map(|mark| text.find(mark)).min()
        && let Some(length) = text[start..].find(']')
    {
        let mut out = author_inlines(&text[..start]);
        out.push(Inline::Todo(vec![Inline::text(&text[start..=start + length])]));
        out.extend(author_inlines(&text[start + length + 1..]));
        return out;
    }
    let mut out = Vec::new();
    let mut rest = text;
    while let Some((before, inner, after)) = emphasized(rest) {
        push_raised_text(before, &mut out);
        let mut content = Vec::new();
        push_raised_text(inner, &mut content);
        out.push(Inline::Emphasis(content));
        rest = after;
    }
    push_raised_text(rest, &mut out);
    out
}

fn push_raised_text(text: &str, out: &mut Vec<Inline>) {
    let mut rest = text;
    while let Some((before, mark, inner, after)) = raised_or_lowered(rest) {
        if !before.is_empty() {
            out.push(Inline::text(before));
        }
        let inner = vec![Inline::text(inner)];
        out.push(if mark == '^' { Inline::Superscript(inner) } else { Inline::Subscript(inner) });
        rest = after;
    }
    if !rest.is_empty() {
        out.push(Inline::text(rest));
    }
}

/// What is being collected at one depth.
struct Frame {
    blocks: Vec<Block>,
    inlines: Vec<Inline>,
    text: String,
    /// A paragraph in which only block tokens stood so far.
    lone_blocks: Vec<Block>,
    list: Option<(Option<u64>, Vec<Vec<Block>>)>,
    table: Option<TableFrame>,
    image: Option<String>,
}

struct TableFrame {
    alignments: Vec<Alignment>,
    rows: Vec<Vec<Cell>>,
    current: Vec<Cell>,
}

impl Frame {
    fn blocks() -> Frame {
        Frame {
            blocks: Vec::new(),
            inlines: Vec::new(),
            text: String::new(),
            lone_blocks: Vec::new(),
            list: None,
            table: None,
            image: None,
        }
    }
}

struct Builder<'a> {
    text: &'a str,
    origin: &'a Origin,
    tokens: &'a Tokens,
    diagnostics: &'a mut Diagnostics,
    frames: Vec<Frame>,
    tables: usize,
}

impl Builder<'_> {
    fn top(&mut self) -> &mut Frame {
        if self.frames.is_empty() {
            self.frames.push(Frame::blocks());
        }
        let last = self.frames.len() - 1;
        &mut self.frames[last]
    }

    fn pop(&mut self) -> Frame {
        self.flush();
        self.frames.pop().unwrap_or_else(Frame::blocks)
    }

    fn line(&self, offset: usize) -> usize {
        self.text.get(..offset).map_or(1, |before| before.matches('\n').count() + 1)
    }

    fn outside(&mut self, what: &'static str, offset: usize) {
        let line = self.line(offset);
        let problem = TemplateProblem::MarkdownOutside { file: self.origin.name.clone(), line, what };
        self.diagnostics.push(problem.diagnostic());
    }

    fn take(&mut self, event: Event<'_>, offset: usize) {
        match event {
            Event::Start(tag) => self.start(tag, offset),
            Event::End(tag) => self.end(tag),
            Event::Text(text) => self.top().text.push_str(&text),
            Event::SoftBreak => self.top().text.push(' '),
            Event::HardBreak => {
                self.flush();
                self.top().inlines.push(Inline::LineBreak);
            }
            Event::Code(text) => {
                self.outside("`code`", offset);
                self.top().text.push_str(&text);
            }
            Event::InlineHtml(_) | Event::Html(_) => self.outside("HTML", offset),
            Event::Rule => self.outside("---", offset),
            Event::InlineMath(_) | Event::DisplayMath(_) => self.outside("$…$", offset),
            Event::FootnoteReference(_) => self.outside("[^…]", offset),
            Event::TaskListMarker(_) => self.outside("[ ]", offset),
        }
    }

    fn start(&mut self, tag: Tag<'_>, offset: usize) {
        match tag {
            // Tight list items hold text without a paragraph: what stands before an inner block becomes one here.
            Tag::Paragraph | Tag::Heading { .. } => {
                self.end_loose_paragraph();
                self.frames.push(Frame::blocks());
            }
            Tag::BlockQuote(_) | Tag::Item => {
                self.end_loose_paragraph();
                self.frames.push(Frame::blocks());
            }
            Tag::List(start) => {
                self.end_loose_paragraph();
                self.frames.push(Frame { list: Some((start, Vec::new())), ..Frame::blocks() });
            }
            Tag::Table(alignments) => {
                self.end_loose_paragraph();
                let table = TableFrame { alignments, rows: Vec::new(), current: Vec::new() };
                self.frames.push(Frame { table: Some(table), ..Frame::blocks() });
            }
            Tag::Image { dest_url, .. } => {
                self.flush();
                self.frames.push(Frame { image: Some(dest_url.into_string()), ..Frame::blocks() });
            }
            Tag::Emphasis | Tag::Strong | Tag::TableCell => {
                self.flush();
                self.frames.push(Frame::blocks());
            }
            Tag::TableHead | Tag::TableRow => {}
            Tag::Link { .. } => {
                self.outside("[…](…)", offset);
                self.flush();
            }
            Tag::CodeBlock(_) => {
                self.outside("```", offset);
                self.frames.push(Frame::blocks());
            }
            Tag::HtmlBlock => {}
            Tag::Strikethrough | Tag::Superscript | Tag::Subscript => self.outside("~~…~~", offset),
            Tag::FootnoteDefinition(_) => self.outside("[^…]", offset),
            Tag::DefinitionList | Tag::DefinitionListTitle | Tag::DefinitionListDefinition | Tag::MetadataBlock(_) => {
                self.outside(":", offset);
            }
        }
    }

    fn end(&mut self, tag: TagEnd) {
        match tag {
            TagEnd::Paragraph => {
                let frame = self.pop();
                self.push_paragraph(frame);
            }
            TagEnd::Heading(level) => {
                let frame = self.pop();
                let mut content = trimmed(frame.inlines);
                // As pandoc has it: `# Daftar Pustaka {-}` stands without a number.
                let bare = match content.last_mut() {
                    Some(Inline::Text(last)) => last.strip_suffix("{-}").map(|words| words.trim_end().to_owned()),
                    _ => None,
                };
                if let (Some(words), Some(Inline::Text(last))) = (&bare, content.last_mut()) {
                    last.clone_from(words);
                }
                let heading =
                    Heading { level: level as u8, number: None, numbered: bare.is_none(), anchor: String::new(), content };
                self.top().blocks.push(Block::Heading(heading));
            }
            TagEnd::BlockQuote(_) => {
                self.end_loose_paragraph();
                let frame = self.pop();
                self.top().blocks.push(Block::Quote(frame.blocks));
            }
            TagEnd::Item => {
                self.end_loose_paragraph();
                let frame = self.pop();
                if let Some((_, items)) = &mut self.top().list {
                    items.push(frame.blocks);
                }
            }
            TagEnd::List(_) => {
                let frame = self.pop();
                if let Some((start, items)) = frame.list {
                    self.top().blocks.push(Block::List { ordered: start.is_some(), start: start.unwrap_or(1), items });
                }
            }
            TagEnd::Emphasis => self.wrap(Inline::Emphasis),
            TagEnd::Strong => self.wrap(Inline::Strong),
            TagEnd::TableCell => {
                let frame = self.pop();
                if let Some(table) = &mut self.top().table {
                    table.current.push(Cell::new(trimmed(frame.inlines)));
                }
            }
            TagEnd::TableHead | TagEnd::TableRow => {
                if let Some(table) = &mut self.top().table {
                    let row = std::mem::take(&mut table.current);
                    table.rows.push(row);
                }
            }
            TagEnd::Table => {
                let frame = self.pop();
                if let Some(table) = frame.table {
                    self.tables += 1;
                    let table = to_table(table, self.tables);
                    self.top().blocks.push(Block::Table(Box::new(table)));
                }
            }
            TagEnd::Image => {
                let frame = self.pop();
                let path = frame.image.unwrap_or_default();
                let caption = trimmed(frame.inlines);
                let alt = plain(&caption);
                let figure = Figure { id: String::new(), number: None, caption, alt, picture: Picture::File(path), source: None };
                self.top().lone_blocks.push(Block::Figure(Box::new(figure)));
            }
            TagEnd::CodeBlock => {
                self.frames.pop();
            }
            TagEnd::Link
            | TagEnd::HtmlBlock
            | TagEnd::Strikethrough
            | TagEnd::Superscript
            | TagEnd::Subscript
            | TagEnd::FootnoteDefinition
            | TagEnd::DefinitionList
            | TagEnd::DefinitionListTitle
            | TagEnd::DefinitionListDefinition
            | TagEnd::MetadataBlock(_) => {}
        }
    }

    fn wrap(&mut self, with: fn(Vec<Inline>) -> Inline) {
        let frame = self.pop();
        self.top().inlines.push(with(frame.inlines));
    }

    /// Turns the text collected so far into inlines, tokens resolved.
    fn flush(&mut self) {
        let text = std::mem::take(&mut self.top().text);
        // What an author still has to write, `[LENGKAPI: …]`, may hold values.
        let mut rest = text.as_str();
        while let Some(start) = TODO_MARKS.iter().filter_map(|mark| rest.find(mark)).min() {
            let Some(length) = rest[start..].find(']') else { break };
            self.push_raised(&rest[..start]);
            let inner = self.within(|builder| builder.push_raised(&rest[start..=start + length]));
            self.top().inlines.push(Inline::Todo(inner));
            rest = &rest[start + length + 1..];
        }
        self.push_raised(rest);
    }

    /// What `push` adds, taken out again.
    fn within(&mut self, push: impl FnOnce(&mut Self)) -> Vec<Inline> {
        let outer = std::mem::take(&mut self.top().inlines);
        push(self);
        std::mem::replace(&mut self.top().inlines, outer)
    }

    fn push_raised(&mut self, text: &str) {
        let mut rest = text;
        while let Some((before, mark, inner, after)) = raised_or_lowered(rest) {
            self.push_pieces(before);
            let inner = self.within(|builder| builder.push_pieces(inner));
            self.top().inlines.push(if mark == '^' { Inline::Superscript(inner) } else { Inline::Subscript(inner) });
            rest = after;
        }
        self.push_pieces(rest);
    }

    fn push_pieces(&mut self, text: &str) {
        for piece in pieces(text) {
            match piece {
                Piece::Text(text) => self.push_text(text),
                Piece::Token(index) => match self.tokens.get(index) {
                    Some(Token::Inlines(inlines)) => self.top().inlines.extend(inlines),
                    Some(Token::Blocks(blocks)) => self.top().lone_blocks.extend(blocks),
                    None => self.lost(),
                },
                Piece::Lost => self.lost(),
            }
        }
    }

    fn lost(&mut self) {
        let problem = TemplateProblem::LostQuantity { file: self.origin.name.clone() };
        self.diagnostics.push(problem.diagnostic());
    }

    /// Plain text with its citations `[@key; @key]`.
    fn push_text(&mut self, text: &str) {
        let mut rest = text;
        while let Some(start) = rest.find("[@") {
            let Some(length) = rest[start..].find(']') else { break };
            let keys: Option<Vec<String>> = rest[start + 1..start + length]
                .split(';')
                .map(|cited| {
                    let cited = cited.trim().strip_prefix('@')?;
                    let key = key_and_place(cited).0;
                    (!key.is_empty() && !key.contains(' ')).then(|| cited.to_owned())
                })
                .collect();
            let Some(keys) = keys else { break };
            if start > 0 {
                self.top().inlines.push(Inline::text(&rest[..start]));
            }
            self.top().inlines.push(Inline::Citation { keys, text: None });
            rest = &rest[start + length + 1..];
        }
        if !rest.is_empty() {
            self.top().inlines.push(Inline::text(rest));
        }
    }

    fn end_loose_paragraph(&mut self) {
        self.flush();
        let frame = self.top();
        let inlines = std::mem::take(&mut frame.inlines);
        let lone_blocks = std::mem::take(&mut frame.lone_blocks);
        self.push_paragraph(Frame { inlines, lone_blocks, ..Frame::blocks() });
    }

    fn push_paragraph(&mut self, frame: Frame) {
        let inlines = trimmed(frame.inlines);
        if !inlines.is_empty() {
            if !frame.lone_blocks.is_empty() {
                let problem = TemplateProblem::BlockInText { file: self.origin.name.clone() };
                self.diagnostics.push(problem.diagnostic());
            }
            self.top().blocks.push(Block::Paragraph(inlines));
        }
        self.top().blocks.extend(frame.lone_blocks);
    }

    fn finish(mut self) -> Vec<Block> {
        self.end_loose_paragraph();
        std::mem::take(&mut self.top().blocks)
    }
}

/// A table an author wrote in Markdown.
fn to_table(frame: TableFrame, position: usize) -> Table {
    let columns: Vec<TableColumn> = frame
        .alignments
        .iter()
        .map(|alignment| TableColumn {
            align: match alignment {
                Alignment::None | Alignment::Left => Align::Left,
                Alignment::Center => Align::Center,
                Alignment::Right => Align::Right,
            },
            width: 1.0,
        })
        .collect();
    let mut rows = frame.rows.into_iter();
    let header = rows.next().unwrap_or_default();
    Table {
        id: format!("author-table-{position}"),
        number: None,
        caption: Vec::new(),
        columns,
        header: vec![header],
        rows: rows.map(|cells| Row { kind: RowKind::Body, cells }).collect(),
        notes: Vec::new(),
        source: None,
        wide: false,
        spss: false,
    }
}

/// Gives a table the caption that stands in the line `: judul {#label}` below it.
fn attach_captions(blocks: Vec<Block>) -> Vec<Block> {
    let mut out: Vec<Block> = Vec::with_capacity(blocks.len());
    for block in blocks {
        if let (Some(Block::Table(table)), Block::Paragraph(inlines)) = (out.last_mut(), &block)
            && table.caption.is_empty()
            && let Some(Inline::Text(first)) = inlines.first()
            && let Some(rest) = first.strip_prefix(": ")
        {
            let mut caption = inlines.clone();
            caption[0] = Inline::text(rest);
            if let Some(Inline::Text(last)) = caption.last_mut()
                && let Some((words, label)) = last.trim_end().strip_suffix('}').and_then(|text| text.rsplit_once("{#"))
            {
                table.id = label.to_owned();
                *last = words.trim_end().to_owned();
            }
            table.caption = trimmed(caption);
            continue;
        }
        out.push(block);
    }
    out
}

/// Without blanks at either end.
fn trimmed(mut inlines: Vec<Inline>) -> Vec<Inline> {
    if let Some(Inline::Text(text)) = inlines.first_mut() {
        *text = text.trim_start().to_owned();
    }
    if let Some(Inline::Text(text)) = inlines.last_mut() {
        *text = text.trim_end().to_owned();
    }
    inlines.retain(|inline| !matches!(inline, Inline::Text(text) if text.is_empty()));
    inlines
}

fn plain(inlines: &[Inline]) -> String {
    let style = crate::numbers::NumberStyle::new(crate::language::Language::Id);
    super::document::plain_text(inlines, &style)
}

#[cfg(test)]
mod tests {
    #![allow(clippy::panic)]
    use super::*;
    use crate::diagnostics::Code;

    fn blocks(text: &str, tokens: &Tokens) -> (Vec<Block>, Diagnostics) {
        let mut diagnostics = Diagnostics::default();
        let blocks = parse(text, &Origin { name: "uji.md".into() }, tokens, &mut diagnostics);
        (blocks, diagnostics)
    }

    #[test]
    fn a_hostile_label_stays_text() {
        let tokens = Tokens::default();
        let label = tokens.write(Token::Inlines(vec![Inline::text("# *x* <b> | _y_")]));
        let (blocks, diagnostics) = blocks(&format!("Nilai *{label}* itu.\n\n# {label}\n\n{label}"), &tokens);
        assert!(diagnostics.is_empty());
        let hostile = Inline::text("# *x* <b> | _y_");
        assert_eq!(
            blocks[0],
            Block::Paragraph(vec![Inline::text("Nilai "), Inline::Emphasis(vec![hostile.clone()]), Inline::text(" itu.")])
        );
        let Block::Heading(heading) = &blocks[1] else { panic!("{blocks:?}") };
        assert_eq!(heading.content, vec![hostile.clone()]);
        assert_eq!(blocks[2], Block::Paragraph(vec![hostile]), "a label at the start of a line opens no heading");
    }

    #[test]
    fn a_block_token_alone_is_a_block_and_within_text_a_problem() {
        let tokens = Tokens::default();
        let token = tokens.write(Token::Blocks(vec![Block::PageBreak]));
        let (alone, none) = blocks(&format!("a\n\n{token}\n\nb"), &tokens);
        assert_eq!(alone[1], Block::PageBreak);
        assert!(none.is_empty());
        let (_, some) = blocks(&format!("a {token} b"), &tokens);
        assert_eq!(some.iter().next().map(|d| d.code), Some(Code::UnknownResult));
    }

    #[test]
    fn the_subset_is_parsed_and_the_rest_refused() {
        let tokens = Tokens::default();
        let text = "## Judul\n\n1. satu\n2. dua *miring* dan **tebal**\n\n> kutipan\n\nH~0~ dan R^2^ menurut [@putri2019; @a].\n\n\
                    | A | B |\n|---|--:|\n| x | 1 |\n\n: Judul tabel {#sendiri}\n\n![Gedung](gedung.png)\n";
        let (parsed, diagnostics) = blocks(text, &tokens);
        assert!(diagnostics.is_empty(), "{diagnostics:?}");
        assert_eq!(parsed.len(), 6);
        let Block::Table(table) = &parsed[4] else { panic!("{parsed:?}") };
        assert_eq!((table.id.as_str(), table.rows.len(), table.columns[1].align), ("sendiri", 1, Align::Right));
        assert_eq!(table.caption, vec![Inline::text("Judul tabel")]);
        assert!(matches!(&parsed[5], Block::Figure(figure) if figure.alt == "Gedung"));
        let Block::Paragraph(inlines) = &parsed[3] else { panic!() };
        assert!(inlines.contains(&Inline::Citation { keys: vec!["putri2019".into(), "a".into()], text: None }));
        assert!(inlines.contains(&Inline::Subscript(vec![Inline::text("0")])), "{inlines:?}");
        assert!(inlines.contains(&Inline::Superscript(vec![Inline::text("2")])), "{inlines:?}");
        for outside in ["<b>x</b>", "`x`", "```\nx\n```", "[a](b)", "***\n\na\n\n---"] {
            let (_, diagnostics) = blocks(&format!("teks\n\n{outside}\n"), &tokens);
            assert_eq!(diagnostics.iter().next().map(|d| d.code), Some(Code::MarkdownOutside), "{outside}");
        }
    }

    #[test]
    fn a_quantity_turned_into_text_is_noticed() {
        let tokens = Tokens::default();
        let (_, diagnostics) = blocks("nilai \u{E002}", &tokens);
        assert_eq!(diagnostics.iter().next().map(|d| d.code), Some(Code::LostQuantity));
    }
}
