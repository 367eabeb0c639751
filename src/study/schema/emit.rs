//! The table as JSON Schema.

use super::probe::{Step, unavailable};
use super::{BATCH, Form, Key, Map, Named, Range, STUDY, Value, Words, words};
use crate::diagnostics::SourceFiles;
use crate::language::Language;
use crate::study::Models;
use serde_json::{Map as Object, Value as Json, json};

/// In which language a schema speaks.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Wording {
    /// Both, Indonesian first.
    Both,
    /// One of them.
    One(Language),
}

/// The schema as a file.
pub fn json(wording: Wording) -> String {
    text_of(&schema(wording))
}

/// The schema of a batch file as a file.
pub fn batch_json(wording: Wording) -> String {
    text_of(&batch_schema(wording))
}

fn text_of(schema: &Json) -> String {
    let mut text = serde_json::to_string_pretty(schema).unwrap_or_default();
    text.push('\n');
    text
}

/// The schema of a study file.
pub fn schema(wording: Wording) -> Json {
    let about = words(
        "Deklarasi sebuah penelitian kuesioner, dari mana bab4 menyusun BAB IV.",
        "The declaration of a questionnaire study, from which bab4 makes the results chapter.",
    );
    root(wording, words("Berkas studi bab4", "Study file of bab4"), about, &STUDY)
}

/// The schema of a batch file. What lies over the study of a unit is part of a study: nothing is required in it, and an empty
/// value takes the study's away.
pub fn batch_schema(wording: Wording) -> Json {
    let about = words(
        "Satu studi dan unit-unitnya; bab4 membuat satu laporan untuk setiap unit.",
        "One study and its units; bab4 makes a report for each of them.",
    );
    root(wording, words("Berkas batch bab4", "Batch file of bab4"), about, &BATCH)
}

fn root(wording: Wording, title: Words, about: Words, map: &Map) -> Json {
    let mut emitter = Emitter { wording, models: model_names(), path: Vec::new(), definitions: Object::new(), partial: false };
    let mut root = Object::new();
    root.insert("$schema".to_owned(), json!("https://json-schema.org/draft/2020-12/schema"));
    root.insert("title".to_owned(), json!(wording.of(title, " — ")));
    root.insert("description".to_owned(), json!(wording.of(about, "\n\n")));
    root.extend(emitter.fixed(map));
    root.insert("$defs".to_owned(), Json::Object(emitter.definitions));
    Json::Object(root)
}

impl Wording {
    fn of(self, words: Words, between: &str) -> String {
        match self {
            Wording::One(language) => words.get(language).to_owned(),
            Wording::Both if words.id == words.en => words.id.to_owned(),
            Wording::Both => format!("{}{between}{}", words.id, words.en),
        }
    }
}

/// The names of the shipped measurement models.
fn model_names() -> Vec<String> {
    Models::shipped(&mut SourceFiles::default()).iter().map(|model| model.name.clone()).collect()
}

/// Maps that stand in several places, and are therefore definitions.
const SHARED: &[&str] = &["scale", "indicator", "item"];

struct Emitter {
    wording: Wording,
    models: Vec<String>,
    /// Where in a study the value stands that is being emitted.
    path: Vec<Step>,
    definitions: Object<String, Json>,
    /// What is emitted is laid over something: it may lack what is required, and be empty.
    partial: bool,
}

impl Emitter {
    fn value(&mut self, value: &Value) -> Object<String, Json> {
        match value {
            Value::Text => self.defined("text", |emitter| emitter.text()),
            Value::Plain => object(json!({ "type": ["string", "number"] })),
            Value::Formed(form) => self.formed(form),
            Value::Suggested(suggested) => suggestions(json!(suggested)),
            Value::ModelName => suggestions(json!(self.models)),
            Value::Number(range) => number("number", range),
            Value::Whole(range) => number("integer", range),
            Value::Flag => object(json!({ "type": "boolean" })),
            Value::Words(allowed) => object(json!({ "enum": allowed })),
            Value::Numbers(allowed) => object(json!({ "enum": allowed })),
            Value::Pair => object(json!({ "type": "array", "items": { "type": "number" }, "minItems": 2, "maxItems": 2 })),
            Value::List(of) | Value::Some(of) => {
                let items = self.below(Step::Element, |emitter| emitter.value(of));
                let mut list = object(json!({ "type": "array", "items": items }));
                if matches!(value, Value::Some(_)) {
                    list.insert("minItems".to_owned(), json!(1));
                }
                list
            }
            Value::Map(map) => self.map(map),
            Value::Named(named) => self.named(named),
            Value::Either(values) => {
                let shared = values.iter().find_map(|value| match value {
                    Value::Map(map) => Some(map.name).filter(|name| SHARED.contains(name)),
                    _ => None,
                });
                match shared {
                    Some(name) => self.defined(name, |emitter| emitter.either(values)),
                    None => self.either(values),
                }
            }
        }
    }

    /// A text of the report: plain, or one for each language.
    fn text(&self) -> Object<String, Json> {
        let language = |words: Words| json!({ "title": self.wording.of(words, " — "), "type": ["string", "number"] });
        object(json!({
            "type": ["string", "number", "object"],
            "properties": {
                "id": language(words("Bahasa Indonesia", "Indonesian")),
                "en": language(words("Bahasa Inggris", "English")),
            },
            "additionalProperties": false,
            "minProperties": 1,
        }))
    }

    fn formed(&self, form: &Form) -> Object<String, Json> {
        object(json!({
            "type": "string",
            "pattern": form.pattern,
            // Not of JSON Schema, but read by the editors that most people have.
            "patternErrorMessage": self.wording.of(form.words, "\n"),
        }))
    }

    /// What stands in several places is a definition; its place of declaration is the first of them.
    fn defined(&mut self, name: &str, emit: impl FnOnce(&mut Emitter) -> Object<String, Json>) -> Object<String, Json> {
        if !self.definitions.contains_key(name) {
            let definition = emit(self);
            self.definitions.insert(name.to_owned(), Json::Object(definition));
        }
        object(json!({ "$ref": format!("#/$defs/{name}") }))
    }

    fn either(&mut self, values: &[Value]) -> Object<String, Json> {
        let each = values.iter().map(|value| match value {
            // The definition is this choice, not the map in it.
            Value::Map(map) => self.fixed(map),
            value => self.value(value),
        });
        either(each.collect())
    }

    fn map(&mut self, map: &Map) -> Object<String, Json> {
        if !SHARED.contains(&map.name) {
            return self.fixed(map);
        }
        let anywhere = Map { name: map.name, keys: map.keys, requires: &[], one_of: map.one_of };
        let mut schema = self.defined(map.name, |emitter| emitter.fixed(&anywhere));
        if !map.requires.is_empty() && !self.partial {
            schema.insert("required".to_owned(), json!(map.requires));
        }
        schema
    }

    fn fixed(&mut self, map: &Map) -> Object<String, Json> {
        let mut schema = object(json!({ "type": "object" }));
        let mut properties = Object::new();
        for key in map.keys {
            properties.insert(key.name.to_owned(), Json::Object(self.key(key)));
        }
        schema.insert("properties".to_owned(), Json::Object(properties));
        schema.insert("additionalProperties".to_owned(), json!(false));
        let required: Vec<&str> =
            map.keys.iter().filter(|key| key.required).map(|key| key.name).chain(map.requires.iter().copied()).collect();
        if !required.is_empty() && !self.partial {
            schema.insert("required".to_owned(), json!(required));
        }
        if !map.one_of.is_empty() && !self.partial {
            let sets: Vec<Json> = map.one_of.iter().map(|set| json!({ "required": set })).collect();
            schema.insert("anyOf".to_owned(), json!(sets));
        }
        schema
    }

    fn key(&mut self, key: &Key) -> Object<String, Json> {
        self.below(Step::Key(key.name), |emitter| {
            let mut schema = object(json!({
                "title": emitter.wording.of(key.title, " — "),
                "description": emitter.description(key),
            }));
            let value = emitter.value(&key.value);
            if emitter.partial {
                schema.insert("anyOf".to_owned(), json!([{ "type": "null" }, value]));
            } else {
                schema.extend(value);
            }
            if !emitter.partial && key.required && matches!(key.value, Value::Text | Value::Plain | Value::Formed(_)) {
                schema.insert("minLength".to_owned(), json!(1));
            }
            if let Some(default) = key.default {
                schema.insert("default".to_owned(), written(default));
            }
            if !key.examples.is_empty() {
                let examples: Vec<Json> = key.examples.iter().map(|example| written(example)).collect();
                schema.insert("examples".to_owned(), json!(examples));
            }
            schema
        })
    }

    fn description(&self, key: &Key) -> String {
        let mut text = self.wording.of(key.says, "\n\n");
        let values = unavailable(&self.path, key);
        if !values.is_empty() {
            let heading = self.wording.of(words("Belum tersedia dalam versi ini", "Not yet available in this version"), " — ");
            text.push_str(&format!("\n\n{heading}: {}.", values.join(", ")));
        }
        text
    }

    fn named(&mut self, named: &Named) -> Object<String, Json> {
        // The units of a batch, each a part of a study.
        let units = matches!(named.of, Value::Map(map) if std::ptr::eq(map.keys, STUDY.keys));
        let outside = self.partial;
        self.partial |= units;
        let mut of = self.below(Step::Named, |emitter| emitter.value(&named.of));
        self.partial = outside;
        if units {
            of.insert("type".to_owned(), json!(["object", "null"]));
        }
        let mut schema = object(json!({ "type": "object", "additionalProperties": of }));
        if let Some(form) = named.names {
            let words = self.wording.of(form.words, "\n");
            schema.insert("propertyNames".to_owned(), json!({ "pattern": form.pattern, "patternErrorMessage": words }));
        }
        if named.not_empty {
            schema.insert("minProperties".to_owned(), json!(1));
        }
        schema
    }

    fn below<T>(&mut self, step: Step, emit: impl FnOnce(&mut Emitter) -> T) -> T {
        self.path.push(step);
        let emitted = emit(self);
        self.path.pop();
        emitted
    }
}

/// A value as the table writes it: JSON, or else a text.
fn written(value: &str) -> Json {
    serde_json::from_str(value).unwrap_or_else(|_| json!(value))
}

/// A number of a type in a range.
fn number(kind: &str, range: &Range) -> Object<String, Json> {
    let mut schema = object(json!({ "type": kind }));
    let bounds =
        [("minimum", range.from), ("exclusiveMinimum", range.above), ("maximum", range.to), ("exclusiveMaximum", range.below)];
    for (keyword, bound) in bounds {
        if let Some(bound) = bound {
            // Whole bounds are written as whole numbers.
            let whole = bound.fract().abs() <= 0.0;
            schema.insert(keyword.to_owned(), if whole { json!(bound as i64) } else { json!(bound) });
        }
    }
    schema
}

/// Any of some schemas. Those that differ in type and say nothing that holds for all types become one schema with several
/// types: editors then say what is wrong inside the right one.
fn either(each: Vec<Object<String, Json>>) -> Object<String, Json> {
    let types = |schema: &Object<String, Json>| match schema.get("type") {
        Some(Json::String(one)) => vec![one.clone()],
        Some(Json::Array(several)) => several.iter().filter_map(|one| one.as_str().map(str::to_owned)).collect(),
        _ => Vec::new(),
    };
    let all: Vec<String> = each.iter().flat_map(types).collect();
    let apart = all.iter().enumerate().all(|(at, one)| !all[..at].contains(one));
    let typed = each.iter().all(|schema| schema.contains_key("type") && !schema.contains_key("anyOf"));
    if !(apart && typed) {
        return object(json!({ "anyOf": each }));
    }
    let mut merged = object(json!({ "type": all }));
    for schema in each {
        merged.extend(schema.into_iter().filter(|(keyword, _)| keyword != "type"));
    }
    merged
}

/// A text that is usually one of these, which editors then offer.
fn suggestions(words: Json) -> Object<String, Json> {
    object(json!({ "anyOf": [{ "enum": words }, { "type": ["string", "number"] }] }))
}

fn object(json: Json) -> Object<String, Json> {
    match json {
        Json::Object(object) => object,
        _ => Object::new(),
    }
}
