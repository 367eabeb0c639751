//! Numbers of headings, tables and figures, references to them, italics and ties: what is settled once the blocks stand.

use super::document::{Block, Document, Inline, for_each_inline};
use super::outline::Scheme;
use super::problem::TemplateProblem;
use crate::diagnostics::Diagnostics;
use crate::language::Language;
use crate::numbers::Setting;
use std::collections::BTreeMap;

/// How chapter and captions are numbered.
#[derive(Debug, Clone, Copy)]
pub struct Numbering {
    /// Number of the chapter.
    pub chapter: u32,
    /// Captions carry it in Roman numerals.
    pub roman: bool,
    /// How headings below the chapter are numbered.
    pub scheme: Scheme,
}

/// Numbers headings, tables and figures and resolves the references to them.
pub fn number(document: &mut Document, numbering: Numbering, diagnostics: &mut Diagnostics) {
    let (table_word, figure_word, chapter_word) = match document.language {
        Language::Id => ("Tabel", "Gambar", "BAB"),
        Language::En => ("Table", "Figure", "CHAPTER"),
    };
    let mut counters = [0u32; 6];
    let (mut tables, mut figures) = (0, 0);
    // The first heading of a chapter has the study's number, a further one the next.
    let (mut chapter, mut opened) = (numbering.chapter, false);
    let mut targets: BTreeMap<String, String> = BTreeMap::new();
    let caption = |chapter: u32| if numbering.roman { to_roman(chapter) } else { chapter.to_string() };
    for block in &mut document.blocks {
        match block {
            Block::Heading(heading) if !heading.numbered => {}
            Block::Heading(heading) => {
                let level = usize::from(heading.level.clamp(1, 6));
                if level == 1 {
                    if opened {
                        chapter += 1;
                        (tables, figures, counters) = (0, 0, [0; 6]);
                    }
                    opened = true;
                    heading.number = Some(format!("{chapter_word} {}", to_roman(chapter)));
                    continue;
                }
                counters[level - 1] += 1;
                counters[level..].fill(0);
                heading.number = Some(match numbering.scheme {
                    Scheme::Decimal => {
                        let parts: Vec<String> = counters[1..level].iter().map(u32::to_string).collect();
                        format!("{chapter}.{}", parts.join("."))
                    }
                    Scheme::Letters => lettered(level, counters[level - 1]),
                });
            }
            Block::Table(table) if table.is_bare() => {}
            // Tables of appendices have theirs already.
            Block::Table(table) => {
                if let Some(number) = &table.number {
                    targets.insert(table.id.clone(), format!("{table_word} {number}"));
                    continue;
                }
                tables += 1;
                let number = format!("{}.{tables}", caption(chapter));
                targets.insert(table.id.clone(), format!("{table_word} {number}"));
                table.number = Some(number);
            }
            Block::Figure(figure) => {
                figures += 1;
                if figure.id.is_empty() {
                    figure.id = format!("figure-{chapter}-{figures}");
                }
                let number = format!("{}.{figures}", caption(chapter));
                targets.insert(figure.id.clone(), format!("{figure_word} {number}"));
                figure.number = Some(number);
            }
            Block::Paragraph(_) | Block::List { .. } | Block::Quote(_) | Block::Equation(_) | Block::PageBreak => {}
            Block::Code(_) | Block::References(_) | Block::Signature(_) => {}
        }
    }
    name_anchors(&mut document.blocks);
    let mut unknown = Vec::new();
    for_each_inline(&mut document.blocks, &mut |inline| {
        if let Inline::Reference { target, text } = inline {
            match targets.get(target) {
                Some(found) => *text = Some(found.clone()),
                None if !unknown.contains(target) => unknown.push(target.clone()),
                None => {}
            }
        }
    });
    for target in unknown {
        diagnostics.push(TemplateProblem::UnknownTarget { target }.diagnostic());
    }
}

/// Ties a relation to what it is said of, so that no line ends in `(β` and the next begins with `= 0,302`.
pub fn tie_relations(document: &mut Document) {
    for block in &mut document.blocks {
        tie_block(block);
    }
}

fn tie_block(block: &mut Block) {
    match block {
        Block::Paragraph(content) => {
            for position in 1..content.len() {
                if let [Inline::Text(text), Inline::Value { setting: Setting::Relation, .. }] =
                    &mut content[position - 1..=position]
                    && text.ends_with(' ')
                {
                    text.pop();
                    text.push('\u{a0}');
                }
            }
        }
        Block::List { items, .. } => items.iter_mut().flatten().for_each(tie_block),
        Block::Quote(inner) => inner.iter_mut().for_each(tie_block),
        Block::Heading(_) | Block::Table(_) | Block::Figure(_) | Block::Equation(_) | Block::PageBreak => {}
        Block::Code(_) | Block::References(_) | Block::Signature(_) => {}
    }
}

/// Gives every heading a name of its own, after its number.
fn name_anchors(blocks: &mut [Block]) {
    let mut taken: BTreeMap<String, u32> = BTreeMap::new();
    for block in blocks {
        if let Block::Heading(heading) = block {
            let name = format!("bagian-{}", heading.number.as_deref().unwrap_or("lain"));
            let times = taken.entry(name.clone()).and_modify(|times| *times += 1).or_insert(1);
            heading.anchor = if *times == 1 { name } else { format!("{name}-{times}") };
        }
    }
}

/// `A.`, `1.`, `a.`, `1)`, `a)`: what stands before a heading of levels 2 to 6.
fn lettered(level: usize, count: u32) -> String {
    match level {
        2 => format!("{}.", letters(count)),
        3 => format!("{count}."),
        4 => format!("{}.", letters(count).to_lowercase()),
        5 => format!("{count})"),
        _ => format!("{})", letters(count).to_lowercase()),
    }
}

/// A, B, … Z, AA, AB, …
fn letters(mut count: u32) -> String {
    let mut out = String::new();
    while count > 0 {
        count -= 1;
        out.insert(0, char::from(b'A' + u8::try_from(count % 26).unwrap_or(0)));
        count /= 26;
    }
    out
}

/// A number in Roman numerals.
fn to_roman(mut number: u32) -> String {
    const SIGNS: [(u32, &str); 9] =
        [(100, "C"), (90, "XC"), (50, "L"), (40, "XL"), (10, "X"), (9, "IX"), (5, "V"), (4, "IV"), (1, "I")];
    let mut out = String::new();
    for (value, sign) in SIGNS {
        while number >= value && out.len() < 32 {
            out.push_str(sign);
            number -= value;
        }
    }
    out
}

/// Sets the given words in italics wherever they stand in plain text; what is in italics already stays as it is.
pub fn italicize(document: &mut Document, words: &[String]) {
    let words: Vec<&str> = words.iter().map(|word| word.trim()).filter(|word| !word.is_empty()).collect();
    if words.is_empty() {
        return;
    }
    for block in &mut document.blocks {
        italicize_block(block, &words);
    }
}

fn italicize_block(block: &mut Block, words: &[&str]) {
    match block {
        Block::Heading(heading) => italicize_inlines(&mut heading.content, words),
        Block::Paragraph(content) | Block::Equation(content) => italicize_inlines(content, words),
        Block::List { items, .. } => items.iter_mut().flatten().for_each(|block| italicize_block(block, words)),
        Block::Quote(inner) => inner.iter_mut().for_each(|block| italicize_block(block, words)),
        Block::Table(table) => {
            italicize_inlines(&mut table.caption, words);
            let body = table.rows.iter_mut().flat_map(|row| row.cells.iter_mut());
            for cell in table.header.iter_mut().flatten().chain(body) {
                italicize_inlines(&mut cell.content, words);
            }
            table.notes.iter_mut().for_each(|note| italicize_inlines(note, words));
            table.source.iter_mut().for_each(|source| italicize_inlines(source, words));
        }
        Block::Figure(figure) => italicize_inlines(&mut figure.caption, words),
        Block::References(entries) => entries.iter_mut().for_each(|entry| italicize_inlines(&mut entry.content, words)),
        Block::Code(_) | Block::PageBreak | Block::Signature(_) => {}
    }
}

fn italicize_inlines(inlines: &mut Vec<Inline>, words: &[&str]) {
    let mut out = Vec::with_capacity(inlines.len());
    for inline in inlines.drain(..) {
        match inline {
            Inline::Text(text) => split_at_words(&text, words, &mut out),
            Inline::Strong(mut inner) => {
                italicize_inlines(&mut inner, words);
                out.push(Inline::Strong(inner));
            }
            Inline::Todo(mut inner) => {
                italicize_inlines(&mut inner, words);
                out.push(Inline::Todo(inner));
            }
            other => out.push(other),
        }
    }
    *inlines = out;
}

fn split_at_words(text: &str, words: &[&str], out: &mut Vec<Inline>) {
    let mut rest = text;
    while let Some((start, length)) = first_word(rest, words) {
        if start > 0 {
            out.push(Inline::text(&rest[..start]));
        }
        out.push(Inline::Emphasis(vec![Inline::text(&rest[start..start + length])]));
        rest = &rest[start + length..];
    }
    if !rest.is_empty() {
        out.push(Inline::text(rest));
    }
}

/// The first whole word (or words) of the list in a text, whatever its case; the longest where several begin together.
fn first_word(text: &str, words: &[&str]) -> Option<(usize, usize)> {
    let mut best: Option<(usize, usize)> = None;
    for word in words {
        for (start, _) in text.char_indices() {
            let Some(candidate) = text.get(start..start + word.len()) else { continue };
            if !candidate.eq_ignore_ascii_case(word) {
                continue;
            }
            let inside = |c: Option<char>| c.is_some_and(char::is_alphanumeric);
            if inside(text[..start].chars().next_back()) || inside(text[start + word.len()..].chars().next()) {
                continue;
            }
            if best.is_none_or(|(at, length)| start < at || (start == at && word.len() > length)) {
                best = Some((start, word.len()));
            }
            break;
        }
    }
    best
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_relation_stays_with_its_symbol() {
        let quantity = crate::numbers::Quantity::new(crate::numbers::Kind::Statistic, 0.3);
        let value = Inline::Value { quantity, path: String::new(), setting: Setting::Relation };
        let mut block = Block::Paragraph(vec![Inline::text("dengan (β "), value.clone(), Inline::text(" dan")]);
        tie_block(&mut block);
        assert_eq!(block, Block::Paragraph(vec![Inline::text("dengan (β\u{a0}"), value, Inline::text(" dan")]));
    }

    #[test]
    fn roman_numerals() {
        assert_eq!([4, 5, 9, 14, 1].map(to_roman), ["IV", "V", "IX", "XIV", "I"].map(str::to_owned));
    }

    #[test]
    fn letters_go_on_after_the_last() {
        assert_eq!([1, 26, 27, 52, 53].map(letters), ["A", "Z", "AA", "AZ", "BA"].map(str::to_owned));
        assert_eq!([2, 3, 4, 5, 6].map(|level| lettered(level, 2)), ["B.", "2.", "b.", "2)", "b)"].map(str::to_owned));
    }

    #[test]
    fn italics_take_whole_words_only() {
        let mut inlines = vec![Inline::text("Leader Member Exchange dan variabel intervening, bukan interveningnya")];
        italicize_inlines(&mut inlines, &["leader member exchange", "intervening"]);
        assert_eq!(
            inlines,
            vec![
                Inline::Emphasis(vec![Inline::text("Leader Member Exchange")]),
                Inline::text(" dan variabel "),
                Inline::Emphasis(vec![Inline::text("intervening")]),
                Inline::text(", bukan interveningnya"),
            ]
        );
    }
}
