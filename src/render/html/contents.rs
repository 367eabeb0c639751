//! The sidebar: headings, tables and figures as links.

use super::{Page, block_id, escape, heading_id, numbered};
use crate::numbers::Setting;
use crate::report::document::{Block, Heading};
use std::fmt::Write;

/// The deepest heading in the contents.
const DEEPEST: u8 = 3;

/// The sidebar of a page.
pub(super) fn sidebar(page: &Page<'_>) -> String {
    let words = &page.words;
    let mut out = format!(
        "<nav aria-label=\"{0}\">\n<details open id=\"daftar\">\n<summary>{0}</summary>\n<button type=\"button\" id=\"tema\">{1}</button>\n",
        escape(words.contents),
        escape(words.theme)
    );
    headings(page, &mut out);
    let blocks = &page.document.blocks;
    let tables = blocks.iter().filter_map(|block| match block {
        Block::Table(table) if !table.is_bare() => Some((words.table, &table.id, table.number.as_deref(), &table.caption)),
        _ => None,
    });
    let figures = blocks.iter().filter_map(|block| match block {
        Block::Figure(figure) if !figure.is_bare() => Some((words.figure, &figure.id, figure.number.as_deref(), &figure.caption)),
        _ => None,
    });
    for (title, entries) in [(words.tables, tables.collect::<Vec<_>>()), (words.figures, figures.collect())] {
        if entries.is_empty() {
            continue;
        }
        let _ = write!(out, "<details><summary>{}</summary>\n<ul>\n", escape(title));
        for (word, id, number, caption) in entries {
            let caption = page.inlines(caption, Setting::Sentence);
            let _ = writeln!(out, "<li><a href=\"#{}\">{} {caption}</a></li>", block_id(id), numbered(word, number));
        }
        out.push_str("</ul>\n</details>\n");
    }
    out.push_str("</details>\n</nav>\n");
    out
}

/// The headings as nested lists.
fn headings(page: &Page<'_>, out: &mut String) {
    let headings = page.document.blocks.iter().filter_map(|block| match block {
        Block::Heading(heading) if heading.level <= DEEPEST => Some(heading),
        _ => None,
    });
    // A single title says nothing in a list; chapters and appendices beside each other do.
    let titles = headings.clone().filter(|heading| heading.level == 1).count();
    let highest = if titles > 1 { 1 } else { 2 };
    let all: Vec<&Heading> = headings.filter(|heading| heading.level >= highest).collect();
    let mut depth = highest - 1;
    for heading in all {
        // Only as deep as there are lists above: a skipped level opens one list, not two.
        match heading.level.cmp(&depth) {
            std::cmp::Ordering::Greater => {
                out.push_str("<ul>\n");
                depth += 1;
            }
            std::cmp::Ordering::Less => {
                for _ in heading.level..depth {
                    out.push_str("</li>\n</ul>\n");
                }
                out.push_str("</li>\n");
                depth = heading.level;
            }
            std::cmp::Ordering::Equal => out.push_str("</li>\n"),
        }
        let number = heading.number.as_deref().map_or(String::new(), |number| format!("{} ", escape(number)));
        let title = page.inlines(&heading.content, Setting::Sentence);
        let _ = write!(out, "<li><a href=\"#{}\">{number}{title}</a>", heading_id(heading));
    }
    for _ in highest - 1..depth {
        out.push_str("</li>\n</ul>\n");
    }
}
