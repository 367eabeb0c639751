//! Plain text, line by line: what a converter or a word processor's "save as text" gives.

use crate::audit::chapter::{Chapter, Content};

/// Longest line that is looked at; the rest of a longer one is dropped.
const LONGEST_LINE: usize = 20_000;
/// Lines that are looked at.
const MOST_LINES: usize = 400_000;

/// Reads a text.
pub fn read(text: &str) -> Chapter {
    let mut chapter = Chapter { wrapped: true, ..Chapter::default() };
    for (position, whole) in text.lines().enumerate() {
        if position >= MOST_LINES {
            chapter.cut = true;
            break;
        }
        let line = shortened(whole);
        chapter.cut |= line.len() < whole.len();
        let plain = without_tags(line);
        let content = if plain.trim().is_empty() && !plain.contains('\t') {
            Content::Blank
        } else if is_page_mark(&plain) {
            continue;
        } else if is_heading(&plain) {
            Content::Heading(plain.trim().trim_start_matches('#').trim().to_owned())
        } else {
            Content::Paragraph(plain)
        };
        chapter.push(position + 1, content);
    }
    chapter
}

fn shortened(line: &str) -> &str {
    if line.len() <= LONGEST_LINE {
        return line;
    }
    let end = (0..=LONGEST_LINE).rev().find(|&at| line.is_char_boundary(at)).unwrap_or(0);
    line.get(..end).unwrap_or_default()
}

/// A line without the few tags that converters leave in text, `<i>…</i>`.
fn without_tags(line: &str) -> String {
    if !line.contains('<') {
        return line.replace('\u{c}', "");
    }
    let mut out = line.replace('\u{c}', "");
    for tag in ["i", "b", "em", "strong", "sub", "u"] {
        out = out.replace(&format!("<{tag}>"), "").replace(&format!("</{tag}>"), "");
    }
    out.replace("<sup>", "^").replace("</sup>", "")
}

/// A page number alone, `- 71 -`.
fn is_page_mark(line: &str) -> bool {
    let bare = line.trim();
    let inner = bare.trim_matches(['-', '–', '—', ' ']);
    bare != inner
        && bare.len() >= inner.len() + 2
        && !inner.is_empty()
        && inner.len() <= 4
        && inner.chars().all(|c| c.is_ascii_digit())
        && bare.ends_with(['-', '–', '—'])
}

/// `4.5.1 Uji Normalitas`, `BAB IV`, `# …`.
fn is_heading(line: &str) -> bool {
    let bare = line.trim();
    if bare.starts_with('#') && bare.trim_start_matches('#').starts_with(' ') {
        return true;
    }
    if bare.contains('\t') || bare.len() > 120 || bare.ends_with(['.', ';', ':', ',']) {
        return false;
    }
    if bare.starts_with("BAB ") || bare.starts_with("CHAPTER ") {
        return bare.len() < 80;
    }
    let Some((number, words)) = bare.split_once(' ') else { return false };
    let number = number.trim_end_matches('.');
    let parts: Vec<&str> = number.split('.').collect();
    parts.len() >= 2
        && parts.len() <= 5
        && parts.iter().all(|part| !part.is_empty() && part.len() <= 2 && part.chars().all(|c| c.is_ascii_digit()))
        && words.trim().starts_with(char::is_alphabetic)
        && !words.chars().any(|c| c.is_ascii_digit() && !words.contains("Model"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lines_are_told_apart() {
        let chapter = read("4.5.1 Uji Normalitas\n\nTabel 4.11\nN\t\t68\n- 71 -\nKerja <i>sama</i>\n,070<sup>c</sup>\n");
        let kinds: Vec<(usize, &Content)> = chapter.blocks.iter().map(|block| (block.line, &block.content)).collect();
        assert_eq!(kinds.len(), 6, "{kinds:?}");
        assert!(matches!(kinds[0], (1, Content::Heading(_))) && matches!(kinds[1], (2, Content::Blank)));
        assert_eq!(kinds[4], (6, &Content::Paragraph("Kerja sama".to_owned())));
        assert_eq!(kinds[5], (7, &Content::Paragraph(",070^c".to_owned())));
    }

    #[test]
    fn numbers_in_a_table_are_no_headings() {
        for line in ["2.061 68", "3.412 Tinggi 7", "1. Laki-laki", "4.1", "30 - 39 Tahun 5"] {
            assert!(!is_heading(line), "{line}");
        }
    }
}
