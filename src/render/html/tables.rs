//! Tables: header cells that know what they head, numbers under each other, a frame that scrolls by itself.

use super::{Page, block_id, escape, numbered};
use crate::numbers::Setting;
use crate::render::column_count;
use crate::report::document::{Align, Cell, Inline, RowKind, Table, plain_text};
use std::fmt::Write;

pub(super) fn table(page: &Page<'_>, table: &Table, out: &mut String) {
    let setting = if table.spss { Setting::SpssTable } else { Setting::Table };
    let number = numbered(page.words.table, table.number.as_deref());
    let id = block_id(&table.id);
    let label = escape(&format!("{number} {}", plain_text(&table.caption, &page.document.style)));
    let _ = writeln!(out, "<figure class=\"tabel\" id=\"{id}\">");
    if !table.is_bare() {
        let caption = page.inlines(&table.caption, Setting::Sentence);
        let _ = writeln!(out, "<figcaption><b>{number}</b><br>{caption}</figcaption>");
    }
    let _ = write!(out, "<div class=\"gulir\" role=\"region\" aria-label=\"{label}\" tabindex=\"0\">\n<table>\n<thead>\n",);
    for row in &table.header {
        out.push_str("<tr>");
        for cell in row {
            let scope = if cell.columns > 1 { "colgroup" } else { "col" };
            let _ = write!(out, "<th scope=\"{scope}\"{}>{}</th>", spans(cell), page.inlines(&cell.content, setting));
        }
        out.push_str("</tr>\n");
    }
    out.push_str("</thead>\n<tbody>\n");
    let mut reached = vec![0usize; column_count(table)];
    for row in &table.rows {
        let class = match row.kind {
            RowKind::Body => "",
            RowKind::Group => " class=\"kelompok\"",
            RowKind::Total => " class=\"jumlah\"",
        };
        let _ = write!(out, "<tr{class}>");
        let mut column = 0;
        let mut named = false;
        for cell in &row.cells {
            while reached.get(column).is_some_and(|rows| *rows > 0) {
                column += 1;
            }
            let align = cell.align.or_else(|| table.columns.get(column).map(|column| column.align)).unwrap_or(Align::Left);
            // The first words of a row name it.
            let names = !named && align == Align::Left && !cell.content.is_empty() && !holds_value(&cell.content);
            named |= names;
            let (open, close) = if names { ("th scope=\"row\"", "th") } else { ("td", "td") };
            let class = match align {
                Align::Left => "",
                Align::Center => " class=\"t\"",
                Align::Right | Align::Decimal => " class=\"k\"",
            };
            let _ = write!(out, "<{open}{class}{}>{}</{close}>", spans(cell), page.inlines(&cell.content, setting));
            for rows in reached.iter_mut().skip(column).take(cell.columns.max(1)) {
                *rows = cell.rows.max(1);
            }
            column += cell.columns.max(1);
        }
        reached.iter_mut().for_each(|rows| *rows = rows.saturating_sub(1));
        out.push_str("</tr>\n");
    }
    out.push_str("</tbody>\n</table>\n</div>\n");
    for note in &table.notes {
        let _ = writeln!(out, "<p class=\"catatan\">{}</p>", page.inlines(note, Setting::Sentence));
    }
    if let Some(source) = &table.source {
        let _ = writeln!(out, "<p class=\"sumber\">{}</p>", page.inlines(source, Setting::Sentence));
    }
    out.push_str("</figure>\n");
}

fn spans(cell: &Cell) -> String {
    let columns = if cell.columns > 1 { format!(" colspan=\"{}\"", cell.columns) } else { String::new() };
    let rows = if cell.rows > 1 { format!(" rowspan=\"{}\"", cell.rows) } else { String::new() };
    columns + &rows
}

fn holds_value(content: &[Inline]) -> bool {
    content.iter().any(|inline| matches!(inline, Inline::Value { .. }))
}
