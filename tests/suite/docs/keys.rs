//! `keys.md`: the table of keys.

use super::reference::cell;
use bab4::study::schema::{Map, Range, STUDY, Step, Value, unavailable};
use std::fmt::Write;

/// The reference of keys.
pub fn markdown() -> String {
    let mut out = String::from(
        "<!-- Dibuat oleh sebuah uji; jangan disunting. Made by a test; do not edit: BAB4_UPDATE_DOCS=1 cargo test docs -->\n\n\
         # Kunci berkas studi · Keys of the study file\n\n\
         Kunci yang **tebal** wajib. Sebuah *teks* boleh juga ditulis `{ id: …, en: … }`, satu untuk setiap bahasa. `KODE` adalah \
         nama pilihan Anda. ⏳ belum tersedia dalam versi ini: `bab4 check` akan mengatakannya.\n\n\
         A key in **bold** is required. A *text* may also be written `{ id: …, en: … }`, one for each language. `KODE` is a name \
         of your choice. ⏳ is not yet available in this version: `bab4 check` will say so.\n\n\
         Selengkapnya · see also: [codes.md](codes.md), [vscode.md](vscode.md), [study.schema.json](study.schema.json)\n",
    );
    let mut told = Vec::new();
    section(&mut Vec::new(), &STUDY, &mut told, &mut out);
    out
}

/// A map and the maps below it; one that stands in several places is told in the first.
fn section(path: &mut Vec<Step>, map: &'static Map, told: &mut Vec<&'static str>, out: &mut String) {
    if told.contains(&map.name) {
        return;
    }
    told.push(map.name);
    let heading = if path.is_empty() { "study.yaml".to_owned() } else { shown(path) };
    let _ = write!(out, "\n## {heading}\n\n| Kunci · Key | Isi · Holds | Bawaan · Default | | |\n|---|---|---|---|---|\n");
    for key in map.keys {
        let required = key.required || map.requires.contains(&key.name);
        let name = if required { format!("**`{}`**", key.name) } else { format!("`{}`", key.name) };
        let default = key.default.map_or_else(String::new, |default| format!("`{}`", default.trim_matches('"')));
        path.push(Step::Key(key.name));
        let values = unavailable(path, key);
        let some = if values.is_empty() { String::new() } else { format!(" (⏳ `{}`)", values.join("` `")) };
        path.pop();
        let holds = format!("{}{some}", kind(&key.value));
        let _ = writeln!(out, "| {name} | {} | {default} | {} | {} |", cell(&holds), cell(key.says.id), cell(key.says.en));
    }
    for key in map.keys {
        path.push(Step::Key(key.name));
        below(path, &key.value, told, out);
        path.pop();
    }
}

fn below(path: &mut Vec<Step>, value: &'static Value, told: &mut Vec<&'static str>, out: &mut String) {
    let step = match value {
        Value::Map(map) => return section(path, map, told, out),
        Value::Either(values) => return values.iter().for_each(|value| below(path, value, told, out)),
        Value::List(_) | Value::Some(_) => Step::Element,
        Value::Named(_) => Step::Named,
        _ => return,
    };
    let of = match value {
        Value::List(of) | Value::Some(of) => of,
        Value::Named(named) => &named.of,
        _ => return,
    };
    path.push(step);
    below(path, of, told, out);
    path.pop();
}

fn shown(path: &[Step]) -> String {
    let mut text = String::new();
    for step in path {
        match step {
            Step::Key(key) if text.is_empty() => text.push_str(key),
            Step::Key(key) => text.push_str(&format!(".{key}")),
            Step::Named => text.push_str(".KODE"),
            Step::Element => text.push_str("[ ]"),
        }
    }
    text
}

/// What a key holds, in words of both languages.
fn kind(value: &Value) -> String {
    let words = |words: &[&str]| words.iter().map(|word| format!("`{}`", word.replace('\t', "⇥"))).collect::<Vec<_>>().join(" ");
    match value {
        Value::Text => "*teks · text*".to_owned(),
        Value::Plain | Value::Formed(_) => "teks · text".to_owned(),
        Value::ModelName => "nama model · name of a model".to_owned(),
        Value::Suggested(suggested) => words(suggested),
        Value::Words(allowed) => words(allowed),
        Value::Numbers(allowed) => allowed.iter().map(|number| format!("`{number}`")).collect::<Vec<_>>().join(" "),
        Value::Number(range) => format!("angka · number{}", bounds(range)),
        Value::Whole(range) => format!("bilangan bulat · whole number{}", bounds(range)),
        Value::Flag => "`true` `false`".to_owned(),
        Value::Pair => "`[min, max]`".to_owned(),
        Value::List(of) | Value::Some(of) => format!("[ {} ]", kind(of)),
        Value::Map(_) => "{ … }".to_owned(),
        Value::Named(named) => format!("{{ KODE: {} }}", kind(&named.of)),
        Value::Either(values) => values.iter().map(kind).collect::<Vec<_>>().join(" / "),
    }
}

fn bounds(range: &Range) -> String {
    let bound = |sign: &str, bound: Option<f64>| bound.map_or_else(String::new, |bound| format!(" {sign} {bound}"));
    format!("{}{}{}{}", bound("≥", range.from), bound(">", range.above), bound("≤", range.to), bound("<", range.below))
}
