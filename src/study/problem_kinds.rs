//! Kinds of values a key may hold, and ways to mend what does not fit; shared by the problems of the study file.

use crate::language::Message;

/// The kind of a value, for "must be … but is …".
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Kind {
    /// A text.
    Text,
    /// A number.
    Number,
    /// A whole number.
    Whole,
    /// A whole number from 0.
    Count,
    /// `true` or `false`.
    Flag,
    /// A list.
    List,
    /// A map.
    Map,
    /// A text or a map.
    TextOrMap,
    /// A text or a list.
    TextOrList,
    /// A text or a number.
    TextOrNumber,
    /// A list or a map.
    ListOrMap,
    /// Two numbers `[lowest, highest]`.
    Pair,
    /// One character.
    Character,
    /// Nothing.
    Nothing,
}

impl Kind {
    pub(super) fn words(self) -> (&'static str, &'static str) {
        match self {
            Kind::Text => ("teks", "a text"),
            Kind::Number => ("angka", "a number"),
            Kind::Whole => ("bilangan bulat", "a whole number"),
            Kind::Count => ("bilangan bulat tak negatif", "a whole number from 0"),
            Kind::Flag => ("true atau false", "true or false"),
            Kind::List => ("daftar", "a list"),
            Kind::Map => ("peta berisi kunci dan nilai", "a map of keys and values"),
            Kind::TextOrMap => ("teks atau peta", "a text or a map"),
            Kind::TextOrList => ("teks atau daftar", "a text or a list"),
            Kind::TextOrNumber => ("teks atau angka", "a text or a number"),
            Kind::ListOrMap => ("daftar atau peta", "a list or a map"),
            Kind::Pair => ("dua angka [terendah, tertinggi]", "two numbers [lowest, highest]"),
            Kind::Character => ("satu karakter", "one character"),
            Kind::Nothing => ("kosong", "empty"),
        }
    }
}

/// How a value of the wrong kind may be mended, where that can be seen.
pub(super) fn mend_type(expected: Kind, text: &str) -> Option<Message> {
    match expected {
        Kind::Number | Kind::TextOrNumber if text.replace(',', ".").trim().parse::<f64>().is_ok() => {
            let mended = text.replace(',', ".");
            Some(Message::new(
                format!("angka ditulis tanpa tanda kutip dan dengan titik desimal: {}", mended.trim()),
                format!("write numbers without quotes and with a decimal point: {}", mended.trim()),
            ))
        }
        Kind::Number | Kind::Whole | Kind::Count if text.chars().any(char::is_alphabetic) => {
            Some(Message::new("tulis angkanya saja, misalnya 68", "write the bare number, such as 68"))
        }
        Kind::List | Kind::ListOrMap if !text.is_empty() => Some(Message::new(
            format!("daftar ditulis dalam kurung siku: [{text}]"),
            format!("a list stands in brackets: [{text}]"),
        )),
        Kind::Flag if matches!(text.to_lowercase().as_str(), "ya" | "yes" | "on" | "benar" | "y") => {
            Some(Message::new("tulis true", "write true"))
        }
        Kind::Flag if matches!(text.to_lowercase().as_str(), "tidak" | "no" | "off" | "salah" | "n") => {
            Some(Message::new("tulis false", "write false"))
        }
        _ => None,
    }
}
