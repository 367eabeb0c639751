//! Labels that fit: text broken into lines of a given width, cut where there are too many.

use super::svg::Run;
use crate::fonts::{Face, width};
use crate::report::desk::symbol;
use crate::report::document::Inline;

const ELLIPSIS: char = '…';

/// Breaks a text into at most `most` lines, none wider than `limit`. What does not fit is cut and marked `…`; a word wider
/// than a line is broken between letters.
pub fn wrap(text: &str, face: Face, size: f64, limit: f64, most: usize) -> Vec<String> {
    let fits = |line: &str| width(line, face, size) <= limit;
    let mut lines: Vec<String> = Vec::new();
    let mut line = String::new();
    for word in text.split_whitespace() {
        let longer = if line.is_empty() { word.to_owned() } else { format!("{line} {word}") };
        if fits(&longer) {
            line = longer;
            continue;
        }
        if !line.is_empty() {
            lines.push(std::mem::take(&mut line));
        }
        for letter in word.chars() {
            line.push(letter);
            if !fits(&line) && line.chars().count() > 1 {
                line.pop();
                lines.push(std::mem::take(&mut line));
                line.push(letter);
            }
            // What does not fit will be cut: its letters need not be looked at one by one.
            if lines.len() > most {
                break;
            }
        }
        if lines.len() > most {
            break;
        }
    }
    if !line.is_empty() {
        lines.push(line);
    }
    if lines.len() > most {
        lines.truncate(most);
        if let Some(last) = lines.last_mut() {
            last.push(ELLIPSIS);
            while !fits(last) && last.chars().count() > 1 {
                last.pop();
                last.pop();
                last.push(ELLIPSIS);
            }
        }
    }
    lines
}

/// A text cut to one line.
pub fn cut(text: &str, face: Face, size: f64, limit: f64) -> String {
    wrap(text, face, size, limit, 1).into_iter().next().unwrap_or_default()
}

/// The symbol of a code as runs: `X` with a lowered `1`. A long code is cut.
pub fn symbol_runs(code: &str, face: Face, size: f64, limit: f64) -> Vec<Run> {
    let Inline::Symbol { base, index } = symbol(code) else { return Vec::new() };
    let runs = |index: &str| {
        let base = Run::new(base.clone()).face(face);
        if index.is_empty() { vec![base] } else { vec![base, Run::new(index).lowered()] }
    };
    let whole = runs(&index);
    if super::svg::width_of(&whole, size) <= limit {
        return whole;
    }
    vec![Run::new(cut(code, face, size, limit)).face(face)]
}

#[cfg(test)]
mod tests {
    use super::*;

    fn lines(text: &str, limit: f64, most: usize) -> Vec<String> {
        wrap(text, Face::Regular, 10.0, limit, most)
    }

    #[test]
    fn lines_break_between_words_and_long_words_between_letters() {
        assert_eq!(lines("Leader Member Exchange", 70.0, 3), ["Leader Member", "Exchange"]);
        assert_eq!(lines("Kinerja", 100.0, 1), ["Kinerja"]);
        assert_eq!(lines("  ", 100.0, 1), Vec::<String>::new());
        let broken = lines("Pertanggungjawaban", 40.0, 9);
        assert!(broken.len() > 1 && broken.concat() == "Pertanggungjawaban", "{broken:?}");
    }

    #[test]
    fn what_does_not_fit_is_cut_and_marked() {
        let long = "kata ".repeat(60);
        for most in 1..4 {
            let cut = lines(&long, 80.0, most);
            assert_eq!(cut.len(), most);
            assert!(cut.last().is_some_and(|line| line.ends_with(ELLIPSIS)), "{cut:?}");
        }
        let one = cut(&"x".repeat(300), Face::Regular, 10.0, 80.0);
        assert!(one.ends_with(ELLIPSIS) && width(&one, Face::Regular, 10.0) <= 80.0, "{one}");
    }

    #[test]
    fn no_line_is_wider_than_asked() {
        for text in ["Organizational Citizenship Behavior", "aa bbbb cccccc ddddddddddddddddd", "\u{1F600}\u{1F600} x"] {
            for limit in [15.0, 30.0, 77.0] {
                for line in lines(text, limit, 4) {
                    assert!(width(&line, Face::Regular, 10.0) <= limit, "{line}");
                }
            }
        }
    }

    #[test]
    fn a_symbol_has_its_index_lowered() {
        assert_eq!(symbol_runs("X1", Face::Regular, 10.0, 99.0), [Run::new("X"), Run::new("1").lowered()]);
        assert_eq!(symbol_runs("KOMITMEN", Face::Regular, 10.0, 99.0), [Run::new("KOMITMEN")]);
        assert_eq!(symbol_runs("KOMITMEN", Face::Regular, 10.0, 30.0).len(), 1);
    }
}
