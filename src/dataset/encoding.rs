//! The bytes of a text file as text: UTF-8, UTF-16 with or without its mark, Windows-1252, or what the study declares.

use super::problem_file::{Contents, FileProblem};
use super::wording::tidy;
use encoding_rs::{Encoding, UTF_8, UTF_16BE, UTF_16LE, WINDOWS_1252};
use std::borrow::Cow;

/// A decoded text and how it was read.
#[derive(Debug)]
pub struct Decoded<'a> {
    /// The text without a byte-order mark.
    pub text: Cow<'a, str>,
    /// Name of the encoding, `UTF-8`.
    pub encoding: &'static str,
    /// Something the text holds, when its encoding was found out and is not UTF-8.
    pub example: Option<String>,
}

/// The bytes as text. A declared encoding decides; else the byte-order mark, the pattern of zeros, then the bytes themselves.
///
/// Fails on what is no text, and on text that is neither wholly UTF-8 nor wholly Windows-1252.
pub fn decode<'a>(bytes: &'a [u8], declared: Option<&str>) -> Result<Decoded<'a>, Box<FileProblem>> {
    let declared = match declared {
        None => None,
        Some(label) => match encoding_of(label) {
            Some(encoding) => Some(encoding),
            None => return Err(Box::new(FileProblem::EncodingDeclared { declared: label.to_owned() })),
        },
    };
    // Whoever declares UTF-16 accounts for the zeros.
    let wide = declared.is_some_and(|encoding| encoding == UTF_16LE || encoding == UTF_16BE);
    if let Some(contents) = not_text(bytes).filter(|contents| !(wide && *contents == Contents::Unknown)) {
        return Err(Box::new(FileProblem::NotATable { contents }));
    }
    let decoded = match (declared, sixteen(bytes)) {
        (Some(encoding), _) if encoding != UTF_8 => as_declared(bytes, encoding)?,
        (None, Some(encoding)) => as_sixteen(bytes, encoding)?,
        (declared, _) => eight(bytes, declared.is_some())?,
    };
    if decoded.text.contains('\0') {
        return Err(Box::new(FileProblem::NotATable { contents: Contents::Unknown }));
    }
    Ok(decoded)
}

/// The encoding a label means; `ansi` and the names Indonesian spreadsheets show are known too.
fn encoding_of(label: &str) -> Option<&'static Encoding> {
    let plain = label.trim().to_ascii_lowercase();
    match plain.replace(['-', '_', ' '], "").as_str() {
        "utf8bom" | "utf8sig" | "utf8" => Some(UTF_8),
        "ansi" | "cp1252" | "windows1252" => Some(WINDOWS_1252),
        "utf16" | "unicode" | "utf16le" => Some(UTF_16LE),
        "utf16be" => Some(UTF_16BE),
        _ => Encoding::for_label(plain.as_bytes()),
    }
}

fn as_declared<'a>(bytes: &'a [u8], encoding: &'static Encoding) -> Result<Decoded<'a>, Box<FileProblem>> {
    let (text, used, damaged) = encoding.decode(bytes);
    if damaged {
        let row = 1 + text.split('\u{fffd}').next().map_or(0, |before| before.matches('\n').count());
        return Err(Box::new(FileProblem::NotAsDeclared { encoding: used.name(), row }));
    }
    Ok(Decoded { text, encoding: used.name(), example: None })
}

fn as_sixteen<'a>(bytes: &'a [u8], encoding: &'static Encoding) -> Result<Decoded<'a>, Box<FileProblem>> {
    let decoded = as_declared(bytes, encoding)?;
    let example = decoded.text.lines().map(tidy).find(|line| !line.is_empty()).map(shortened);
    Ok(Decoded { example: Some(example.unwrap_or_default()), ..decoded })
}

/// UTF-8, or Windows-1252 where no byte sequence of the file speaks for UTF-8.
fn eight(bytes: &[u8], declared: bool) -> Result<Decoded<'_>, Box<FileProblem>> {
    let bytes = bytes.strip_prefix(b"\xef\xbb\xbf").unwrap_or(bytes);
    let error = match std::str::from_utf8(bytes) {
        Ok(text) => return Ok(Decoded { text: Cow::Borrowed(text), encoding: "UTF-8", example: None }),
        Err(error) => error,
    };
    let (row, shown) = first_doubtful(bytes, error.valid_up_to());
    if declared {
        return Err(Box::new(FileProblem::NotUtf8 { row, shown, mixed: None }));
    }
    if let Some(other) = utf8_beyond_ascii(bytes) {
        return Err(Box::new(FileProblem::NotUtf8 { row, shown, mixed: Some(other) }));
    }
    let (text, _, _) = WINDOWS_1252.decode(bytes);
    // Control characters and the five bytes that Windows-1252 leaves free: no text.
    let is_text = |c: char| !c.is_control() || matches!(c, '\t' | '\n' | '\r' | '\u{c}' | '\u{1a}');
    if !text.chars().all(is_text) {
        return Err(Box::new(FileProblem::NotATable { contents: Contents::Unknown }));
    }
    Ok(Decoded { text, encoding: "Windows-1252", example: Some(shown) })
}

/// The line in which valid UTF-8 beyond ASCII stands, in a file that is not wholly UTF-8.
fn utf8_beyond_ascii(bytes: &[u8]) -> Option<usize> {
    let mut line = 1;
    for chunk in bytes.utf8_chunks() {
        let before = chunk.valid().find(|c: char| !c.is_ascii());
        match before {
            Some(at) => return Some(line + chunk.valid().get(..at).unwrap_or("").matches('\n').count()),
            None => line += chunk.valid().matches('\n').count(),
        }
    }
    None
}

/// UTF-16 by its mark, or by the zeros of Latin letters in every second byte.
fn sixteen(bytes: &[u8]) -> Option<&'static Encoding> {
    match bytes {
        [0xff, 0xfe, ..] => return Some(UTF_16LE),
        [0xfe, 0xff, ..] => return Some(UTF_16BE),
        _ => {}
    }
    let head = bytes.get(..2048).unwrap_or(bytes);
    let zeros = |odd: usize| head.iter().enumerate().filter(|(at, byte)| at % 2 == odd && **byte == 0).count();
    let (even, odd) = (zeros(0), zeros(1));
    let many = |zeros: usize| zeros * 10 > head.len() * 4;
    match (many(even) && odd == 0, many(odd) && even == 0) {
        (true, _) => Some(UTF_16BE),
        (_, true) => Some(UTF_16LE),
        _ => None,
    }
}

/// What a file that is no text holds, by its first bytes.
pub fn not_text(bytes: &[u8]) -> Option<Contents> {
    let begins = |magic: &[u8]| bytes.starts_with(magic);
    if begins(b"%PDF") {
        return Some(Contents::Pdf);
    }
    if begins(b"\xff\xfe\0\0") || begins(b"\0\0\xfe\xff") {
        return Some(Contents::Unknown);
    }
    let head: &[u8] = bytes.get(..2048).unwrap_or(bytes);
    if sixteen(head).is_some() {
        return None;
    }
    let start =
        String::from_utf8_lossy(head).trim_start_matches(|c: char| c.is_whitespace() || c == '\u{feff}').to_ascii_lowercase();
    if ["<html", "<!doctype", "<table", "<?xml"].iter().any(|tag| start.starts_with(tag)) {
        return Some(Contents::Html);
    }
    head.contains(&0).then_some(Contents::Unknown)
}

/// The line with the first byte that is not UTF-8, and its cell read as Windows-1252.
fn first_doubtful(bytes: &[u8], at: usize) -> (usize, String) {
    let before = bytes.get(..at).unwrap_or(bytes);
    let is_end = |byte: u8| matches!(byte, b'\n' | b'\r' | b',' | b';' | b'\t');
    let start = before.iter().rposition(|byte| is_end(*byte)).map_or(0, |mark| mark + 1).max(at.saturating_sub(80));
    let rest = bytes.get(start..).unwrap_or_default();
    let end = rest.iter().position(|byte| is_end(*byte)).unwrap_or(rest.len());
    let (shown, _, _) = WINDOWS_1252.decode(rest.get(..end).unwrap_or_default());
    let row = before.iter().filter(|byte| **byte == b'\n').count() + 1;
    (row, shortened(tidy(&shown).trim_matches('"')))
}

fn shortened(text: &str) -> String {
    text.chars().take(60).collect()
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;

    fn sixteen_of(text: &str, big: bool) -> Vec<u8> {
        text.encode_utf16().flat_map(|unit| if big { unit.to_be_bytes() } else { unit.to_le_bytes() }).collect()
    }

    #[test]
    fn encodings_are_found_out_and_say_so() {
        let text = "nama;X.1\nAndré;4\n";
        for (bytes, encoding) in [
            (sixteen_of(text, false), "UTF-16LE"),
            (sixteen_of(text, true), "UTF-16BE"),
            ([&[0xff, 0xfe], sixteen_of(text, false).as_slice()].concat(), "UTF-16LE"),
            ([&[0xfe, 0xff], sixteen_of(text, true).as_slice()].concat(), "UTF-16BE"),
            (b"nama;X.1\nAndr\xe9;4\n".to_vec(), "Windows-1252"),
        ] {
            let decoded = decode(&bytes, None).unwrap();
            assert_eq!((&*decoded.text, decoded.encoding), (text, encoding));
            assert!(decoded.example.is_some_and(|example| text.contains(&example) && !example.is_empty()), "{encoding}");
        }
        let plain = decode(text.as_bytes(), None).unwrap();
        assert_eq!((plain.encoding, plain.example), ("UTF-8", None));
    }

    #[test]
    fn a_declared_encoding_decides() {
        for (label, bytes) in [
            ("windows-1252", b"Andr\xe9".to_vec()),
            ("ANSI", b"Andr\xe9".to_vec()),
            ("iso-8859-1", b"Andr\xe9".to_vec()),
            ("utf-16", sixteen_of("Andr\u{e9}", false)),
            ("UTF-16BE", sixteen_of("Andr\u{e9}", true)),
            ("utf8", "Andr\u{e9}".as_bytes().to_vec()),
        ] {
            let decoded = decode(&bytes, Some(label)).unwrap();
            assert_eq!((&*decoded.text, decoded.example), ("Andr\u{e9}", None), "{label}");
        }
        assert!(matches!(*decode(b"a", Some("klingon")).unwrap_err(), FileProblem::EncodingDeclared { .. }));
        assert!(matches!(*decode(b"Andr\xe9", Some("utf-8")).unwrap_err(), FileProblem::NotUtf8 { row: 1, .. }));
        let odd = decode(b"a\0\n\0\x00\xd8b\0c\0", Some("utf-16le")).unwrap_err();
        assert!(matches!(*odd, FileProblem::NotAsDeclared { row: 2, .. }), "{odd:?}");
    }

    #[test]
    fn two_encodings_in_one_file_are_refused_with_both_places() {
        let error = decode(b"nama;X.1\nJos\xc3\xa9;4\nAndr\xe9;4\n", None).unwrap_err();
        assert!(matches!(*error, FileProblem::NotUtf8 { row: 3, mixed: Some(2), .. }), "{error:?}");
    }

    #[test]
    fn bytes_that_no_text_holds_are_no_windows_1252() {
        for bytes in [&b"X.1\n4\n\xe9\x01"[..], b"X.1\n\x81", b"\xff\xfe\0\0a\0\0\0", b"\xe9\0\0\0"] {
            assert!(matches!(*decode(bytes, None).unwrap_err(), FileProblem::NotATable { .. }), "{bytes:?}");
        }
    }
}
