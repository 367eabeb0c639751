//! The keys of the study file as a table, and that table as JSON Schema, so that an editor completes and checks a study.
//!
//! One table holds every key with its kind of value, its words in both languages and its default: [`STUDY`]. A test proves
//! that it has the keys that the decoder has, and takes the values that it takes. What this version does not compute yet is
//! asked of `available.rs`, never said here.
//!
//! The schema is JSON Schema 2020-12 and uses only what earlier drafts know as well, since editors lag behind. It is never
//! stricter than `bab4 check`, with three exceptions, which help while somebody types: a key that stands there empty
//! (`author:`) counts as not given for bab4 and is marked as unfinished by an editor; numbers in quotes are marked where
//! bab4 takes them (`tails: "1"`); and a text that is the bare word `true` or `false` needs quotes, lest editors offer
//! those two words for every text.

mod analysis;
mod batch;
mod claims;
mod emit;
mod keys;
mod office;
mod probe;
mod report;
mod tables;
mod variables;

use crate::diagnostics::explain::Words;
pub use batch::BATCH;
pub use emit::{Wording, batch_json, batch_schema, json, schema};
pub use keys::STUDY;
pub use probe::{Step, unavailable};

/// A map whose keys are fixed.
#[derive(Debug)]
pub struct Map {
    /// Its name among the definitions of the schema.
    pub name: &'static str,
    /// Its keys, in the order of the documentation.
    pub keys: &'static [Key],
    /// Keys that must be given where this map stands, beside those that are required anywhere.
    pub requires: &'static [&'static str],
    /// One of these sets of keys must be given.
    pub one_of: &'static [&'static [&'static str]],
}

/// A key.
#[derive(Debug)]
pub struct Key {
    /// The key as written.
    pub name: &'static str,
    /// What it holds.
    pub value: Value,
    /// What it is, in a word or two.
    pub title: Words,
    /// What it means.
    pub says: Words,
    /// It must be given.
    pub required: bool,
    /// What holds when it is not given, as JSON.
    pub default: Option<&'static str>,
    /// Values it may have, for a key whose values are not listed anyway.
    pub examples: &'static [&'static str],
}

/// What a key holds.
#[derive(Debug, Clone, Copy)]
pub enum Value {
    /// A text of the report: plain, or `{id, en}`.
    Text,
    /// A plain text; a number is taken as it is written.
    Plain,
    /// A plain text that follows a form.
    Formed(&'static Form),
    /// A plain text that is usually one of these.
    Suggested(&'static [&'static str]),
    /// The name of a measurement model.
    ModelName,
    /// A number.
    Number(Range),
    /// A whole number.
    Whole(Range),
    /// `true` or `false`.
    Flag,
    /// One of some words.
    Words(&'static [&'static str]),
    /// One of some numbers.
    Numbers(&'static [i64]),
    /// Two numbers, lowest and highest.
    Pair,
    /// A list.
    List(&'static Value),
    /// A list of at least one.
    Some(&'static Value),
    /// A map with fixed keys.
    Map(&'static Map),
    /// A map whose keys are names of the author's choice.
    Named(&'static Named),
    /// Any of these.
    Either(&'static [Value]),
}

/// A map whose keys are names of the author's choice.
#[derive(Debug)]
pub struct Named {
    /// What such a name looks like.
    pub names: Option<&'static Form>,
    /// At least one must be given.
    pub not_empty: bool,
    /// What stands under each.
    pub of: Value,
}

/// The form of a text.
#[derive(Debug)]
pub struct Form {
    /// A regular expression that every text of this form matches; all that JSON Schema and ECMAScript share.
    pub pattern: &'static str,
    /// What an editor says when a text does not.
    pub words: Words,
}

/// What a number must be.
#[derive(Debug, Clone, Copy, Default)]
pub struct Range {
    /// Not less than this.
    pub from: Option<f64>,
    /// More than this.
    pub above: Option<f64>,
    /// Not more than this.
    pub to: Option<f64>,
    /// Less than this.
    pub below: Option<f64>,
}

impl Range {
    /// Any number.
    const ANY: Range = Range { from: None, above: None, to: None, below: None };
    /// `0 < x < 1`.
    const SHARE: Range = Range { above: Some(0.0), below: Some(1.0), ..Range::ANY };
    /// `x > 0`.
    const POSITIVE: Range = Range { above: Some(0.0), ..Range::ANY };
    /// `x ≥ 0`.
    const COUNT: Range = Range { from: Some(0.0), ..Range::ANY };

    /// Between two numbers, which belong to it.
    const fn between(from: f64, to: f64) -> Range {
        Range { from: Some(from), to: Some(to), ..Range::ANY }
    }
}

impl Map {
    /// A map that requires nothing but its required keys.
    const fn new(name: &'static str, keys: &'static [Key]) -> Map {
        Map { name, keys, requires: &[], one_of: &[] }
    }

    /// Keys that must be given here.
    const fn requires(self, requires: &'static [&'static str]) -> Map {
        Map { requires, ..self }
    }

    /// Sets of keys of which one must be given.
    const fn one_of(self, one_of: &'static [&'static [&'static str]]) -> Map {
        Map { one_of, ..self }
    }
}

impl Key {
    /// An optional key.
    const fn new(name: &'static str, value: Value, title: Words, says: Words) -> Key {
        Key { name, value, title, says, required: false, default: None, examples: &[] }
    }

    /// The same, required.
    const fn required(self) -> Key {
        Key { required: true, ..self }
    }

    /// The same with a default, as JSON.
    const fn default(self, json: &'static str) -> Key {
        Key { default: Some(json), ..self }
    }

    /// The same with examples.
    const fn examples(self, examples: &'static [&'static str]) -> Key {
        Key { examples, ..self }
    }
}

/// The code of a variable, dimension, characteristic, item or hypothesis.
const CODE: Form = Form {
    pattern: "^[A-Za-z][A-Za-z0-9_]*$",
    words: Words::new(
        "Kode terdiri atas huruf, angka, dan garis bawah, diawali huruf, misalnya X1 atau jenis_kelamin.",
        "A code has letters, digits and underscores and begins with a letter, such as X1 or jenis_kelamin.",
    ),
};

/// A path inside the study's folder. What leads out of it further on is found by `check`.
const PATH: Form = Form {
    pattern: r"^(?!\s*[/\\])(?!.:)(?!\s*\.\.([/\\]|$)).+$",
    words: Words::new(
        "Berkas harus berada di folder studi: tulis namanya saja, tanpa C:\\ atau ../ di depannya.",
        "The file must be in the study's folder: write its name only, without C:\\ or ../ in front.",
    ),
};

/// Short for the table.
const fn words(id: &'static str, en: &'static str) -> Words {
    Words::new(id, en)
}
