//! Texts of a data file made comparable: spacing, case, numbering and dashes differ between files, their meaning does not.

/// Without blanks at either end; no-break spaces, zero-width spaces and byte-order marks count as blanks.
pub fn tidy(text: &str) -> &str {
    text.trim_matches(is_blank)
}

/// Without what programs put before a text to keep it a text: the apostrophe of a sanitised export (`'=4`, `'-`, `'4`) and the
/// formula around a quoted text (`="0812"`).
pub fn without_guard(text: &str) -> &str {
    let guarded = |rest: &&str| rest.starts_with(['=', '+', '-', '@']) || rest.starts_with(|c: char| c.is_ascii_digit());
    let bare = text.strip_prefix('\'').filter(guarded).unwrap_or(text);
    bare.strip_prefix("=\"").and_then(|rest| rest.strip_suffix('"')).map_or(bare, tidy)
}

/// Lower case, blanks of every kind as single spaces, typographic quotation marks and dashes as plain ones.
pub fn fold(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    let mut pending = false;
    for c in tidy(text).chars() {
        if is_blank(c) {
            pending = true;
            continue;
        }
        if std::mem::take(&mut pending) {
            out.push(' ');
        }
        match c {
            '\u{2018}' | '\u{2019}' => out.push('\''),
            '\u{201c}' | '\u{201d}' => out.push('"'),
            '\u{2010}'..='\u{2015}' | '\u{2212}' => out.push('-'),
            c => out.extend(c.to_lowercase()),
        }
    }
    out
}

/// A code as compared: `X1_1`, `x1.1` and `X1. 1` are one.
pub fn code_key(text: &str) -> String {
    let key: String = fold(text).chars().filter(|c| *c != ' ').map(|c| if c == '_' { '.' } else { c }).collect();
    key.trim_end_matches(['.', ':']).to_owned()
}

/// A statement as compared: leading numbering (`1.`, `(2)`, `a)`) and closing dots, colons and asterisks do not count.
pub fn statement_key(text: &str) -> String {
    let folded = fold(text);
    let bare = without_numbering(&folded);
    let bare = bare.trim_end_matches(['.', ' ', '*', ':', '?', '\u{2026}']);
    if bare.is_empty() { folded } else { bare.to_owned() }
}

/// A category or answer as compared: blanks around dashes and slashes do not count, nor does a final dot.
pub fn answer_key(text: &str) -> String {
    let mut key = fold(text);
    for mark in ["-", "/"] {
        for loose in [format!(" {mark}"), format!("{mark} ")] {
            key = key.replace(&loose, mark);
        }
    }
    let bare = key.trim_end_matches('.');
    if bare.is_empty() { key } else { bare.to_owned() }
}

/// The part in brackets that ends a header: the row of a grid in a form, `Judul [butir]`.
pub fn bracketed(header: &str) -> Option<(&str, &str)> {
    let (title, rest) = tidy(header).strip_suffix(']')?.rsplit_once('[')?;
    Some((tidy(title), tidy(rest)))
}

/// The first word of a header and what follows, when something follows: `X1.1 Saya hadir` is code and statement.
pub fn leading_word(header: &str) -> Option<(&str, &str)> {
    let (word, rest) = tidy(header).split_once(is_blank)?;
    let word = word.trim_matches(['(', ')', '[', ']', ':', '.', '-']);
    let rest = rest.trim_start_matches(|c| is_blank(c) || matches!(c, ':' | '-' | '\u{2013}'));
    (!word.is_empty() && !rest.is_empty()).then_some((word, rest))
}

/// Whether the program reserves this character for itself (private use).
pub fn is_reserved(c: char) -> bool {
    matches!(c, '\u{e000}'..='\u{f8ff}' | '\u{f0000}'..='\u{ffffd}' | '\u{100000}'..='\u{10fffd}')
}

fn is_blank(c: char) -> bool {
    c.is_whitespace() || matches!(c, '\u{200b}' | '\u{feff}' | '\u{2060}')
}

fn without_numbering(text: &str) -> &str {
    let inner = text.strip_prefix(['(', '[']).unwrap_or(text);
    let digits = inner.len() - inner.trim_start_matches(|c: char| c.is_ascii_digit()).len();
    let label = match digits {
        0 => usize::from(inner.starts_with(|c: char| c.is_ascii_lowercase())),
        1..=3 => digits,
        _ => 0,
    };
    if label == 0 {
        return text;
    }
    let after = &inner[label..];
    let rest = after.trim_start_matches(['.', ')', ']', ':']);
    let marked = rest.len() < after.len();
    let spaced = rest.starts_with(' ') || (digits > 0 && rest.starts_with(char::is_alphabetic));
    if marked && spaced { rest.trim_start() } else { text }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbering_spacing_and_case_of_statements_do_not_count() {
        for header in [
            "Saya hadir tepat waktu",
            " 1. saya hadir\u{a0}tepat  waktu. ",
            "(12) Saya Hadir Tepat Waktu *",
            "a) saya hadir tepat waktu…",
            "3)Saya hadir tepat waktu:",
        ] {
            assert_eq!(statement_key(header), "saya hadir tepat waktu", "{header}");
        }
        assert_eq!(statement_key("5 hari kerja"), "5 hari kerja");
        assert_eq!(statement_key("1."), "1", "never empty");
        assert_eq!(statement_key("3.5 jam"), "3.5 jam");
    }

    #[test]
    fn codes_and_categories_have_one_form() {
        assert_eq!(code_key(" X1_10 "), code_key("x1.10"));
        assert_ne!(code_key("X1.1"), code_key("X1.10"));
        assert_eq!(answer_key("10 -19 tahun"), answer_key("10 – 19  Tahun"));
    }

    #[test]
    fn guards_of_exports_go() {
        for (text, bare) in
            [("'=4", "=4"), ("'4", "4"), ("'-", "-"), ("=\"0812\"", "0812"), ("'Aisyah", "'Aisyah"), ("4", "4"), ("=", "=")]
        {
            assert_eq!(without_guard(text), bare, "{text}");
        }
    }

    #[test]
    fn headers_come_apart() {
        assert_eq!(bracketed("Kompetensi [Saya teliti]"), Some(("Kompetensi", "Saya teliti")));
        assert_eq!(bracketed("X1.1"), None);
        assert_eq!(leading_word("X1.1. Saya teliti"), Some(("X1.1", "Saya teliti")));
        assert_eq!(leading_word("X1.1"), None);
    }
}
