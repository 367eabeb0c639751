//! A web page, as Word and other programs save it, through html5ever.

use crate::audit::chapter::{Chapter, Content};
use scraper::{ElementRef, Html, Node};

/// Elements nested deeper than this are not looked at.
const DEEPEST: usize = 200;
/// Columns or rows that a cell may cover.
const WIDEST: usize = 100;
/// Columns of a table.
const MOST_COLUMNS: usize = 400;
/// Cells of a table.
const MOST_CELLS: usize = 200_000;

/// Reads a page.
pub fn read(text: &str) -> Chapter {
    let page = Html::parse_document(text);
    let mut reader = Reader { chapter: Chapter::default(), words: String::new(), block: 1 };
    reader.walk(page.root_element(), 0);
    reader.flush();
    reader.chapter
}

struct Reader {
    chapter: Chapter,
    words: String,
    block: usize,
}

impl Reader {
    fn push(&mut self, content: Content) {
        self.chapter.push(self.block, content);
        self.block += 1;
    }

    fn flush(&mut self) {
        let text = std::mem::take(&mut self.words);
        let text = tidy(&text);
        if !text.is_empty() {
            self.push(Content::Paragraph(text));
        }
    }

    fn walk(&mut self, element: ElementRef, depth: usize) {
        if depth > DEEPEST {
            return;
        }
        let name = element.value().name();
        match name {
            "script" | "style" | "head" | "template" | "noscript" | "nav" => return,
            "h1" | "h2" | "h3" | "h4" | "h5" | "h6" => {
                self.flush();
                let heading = tidy(&text_of(element, depth));
                self.push(Content::Heading(heading));
                return;
            }
            "table" => {
                self.flush();
                if let Some(caption) = element.child_elements().find(|child| child.value().name() == "caption") {
                    let caption = tidy(&text_of(caption, depth));
                    self.push(Content::Paragraph(caption));
                }
                let rows = grid(element, depth);
                self.push(Content::Grid(rows));
                return;
            }
            "img" | "svg" | "object" => {
                self.flush();
                self.push(Content::Picture);
                return;
            }
            "br" => {
                self.words.push(' ');
                return;
            }
            _ => {}
        }
        let block = matches!(
            name,
            "p" | "div" | "li" | "blockquote" | "section" | "article" | "pre" | "figure" | "figcaption" | "dt" | "dd" | "body"
        );
        if block {
            self.flush();
        }
        let raised = name == "sup";
        if raised {
            self.words.push_str("^{");
        }
        for child in element.children() {
            match child.value() {
                Node::Text(text) => self.words.push_str(text),
                Node::Element(_) => {
                    if let Some(child) = ElementRef::wrap(child) {
                        self.walk(child, depth + 1);
                    }
                }
                _ => {}
            }
        }
        if raised {
            self.words.push('}');
        }
        if block {
            self.flush();
        }
    }
}

/// The rows of a table; a cell over several columns or rows stands in each of them.
fn grid(table: ElementRef, depth: usize) -> Vec<Vec<String>> {
    let mut rows: Vec<Vec<Option<String>>> = Vec::new();
    let mut held: Vec<(usize, usize, usize, String)> = Vec::new();
    let mut cells = 0;
    for row in rows_of(table, depth) {
        let at = rows.len();
        let mut line: Vec<Option<String>> = Vec::new();
        let put = |line: &mut Vec<Option<String>>, column: usize, text: String| {
            if column >= MOST_COLUMNS {
                return;
            }
            if line.len() <= column {
                line.resize(column + 1, None);
            }
            if let Some(slot) = line.get_mut(column) {
                *slot = Some(text);
            }
        };
        for (column, from, until, text) in &held {
            if at > *from && at < *until {
                put(&mut line, *column, text.clone());
            }
        }
        let mut column = 0;
        for cell in row.child_elements().filter(|cell| matches!(cell.value().name(), "td" | "th")) {
            while line.get(column).is_some_and(Option::is_some) {
                column += 1;
            }
            let span =
                |name: &str| cell.attr(name).and_then(|value| value.trim().parse::<usize>().ok()).unwrap_or(1).clamp(1, WIDEST);
            let (wide, high) = (span("colspan"), span("rowspan"));
            let text = tidy(&text_of(cell, depth));
            for over in 0..wide {
                put(&mut line, column + over, text.clone());
                if high > 1 {
                    held.push((column + over, at, at + high, text.clone()));
                }
            }
            column += wide;
            cells += wide;
        }
        held.retain(|(column, _, until, _)| *until > at + 1 && *column < MOST_COLUMNS);
        held.truncate(4 * MOST_COLUMNS);
        cells += line.len();
        rows.push(line);
        if cells > MOST_CELLS {
            break;
        }
    }
    rows.into_iter().map(|row| row.into_iter().map(Option::unwrap_or_default).collect()).collect()
}

fn rows_of<'a>(table: ElementRef<'a>, _depth: usize) -> Vec<ElementRef<'a>> {
    let mut rows = Vec::new();
    for child in table.child_elements() {
        match child.value().name() {
            "tr" => rows.push(child),
            "thead" | "tbody" | "tfoot" => rows.extend(child.child_elements().filter(|row| row.value().name() == "tr")),
            _ => {}
        }
    }
    rows
}

fn text_of(element: ElementRef, depth: usize) -> String {
    let mut out = String::new();
    collect(element, depth, &mut out);
    out
}

fn collect(element: ElementRef, depth: usize, out: &mut String) {
    if depth > DEEPEST || matches!(element.value().name(), "script" | "style") {
        return;
    }
    let raised = element.value().name() == "sup";
    if raised {
        out.push_str("^{");
    }
    for child in element.children() {
        match child.value() {
            Node::Text(text) => out.push_str(text),
            Node::Element(inner) if matches!(inner.name(), "br" | "p") => {
                out.push(' ');
                if let Some(child) = ElementRef::wrap(child) {
                    collect(child, depth + 1, out);
                }
            }
            Node::Element(_) => {
                if let Some(child) = ElementRef::wrap(child) {
                    collect(child, depth + 1, out);
                }
            }
            _ => {}
        }
    }
    if raised {
        out.push('}');
    }
}

fn tidy(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn cells_over_several_columns_and_rows_stand_in_each() {
        let chapter = read(
            "<h2>4.6 Regresi</h2><p>Tabel 4.1 Uji</p><table><tr><th rowspan=2>Model</th><th colspan=2>Unstandardized</th></tr>\
             <tr><th>B</th><th>SE</th></tr><tr><td>X<sub>1</sub></td><td>,318<sup>a</sup></td><td>,142</td></tr></table>",
        );
        let grid = chapter.blocks.iter().find_map(|block| match &block.content {
            Content::Grid(rows) => Some(rows.clone()),
            _ => None,
        });
        let expected = [["Model", "Unstandardized", "Unstandardized"], ["Model", "B", "SE"], ["X1", ",318^{a}", ",142"]];
        assert_eq!(grid, Some(expected.iter().map(|row| row.iter().map(|cell| (*cell).to_owned()).collect()).collect()));
        assert_eq!(chapter.blocks[0].content, Content::Heading("4.6 Regresi".into()));
    }
}
