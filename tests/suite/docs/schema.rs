//! The schema and the decoder agree: the same keys, the same values; right studies are valid, wrong ones are not.

use assert_cmd::Command;
use bab4::diagnostics::{Code, Diagnostics, SourceFiles};
use bab4::language::Language;
use bab4::study::batch_file;
use bab4::study::claim::{self, ClaimText};
use bab4::study::schema::{BATCH, Map, STUDY, Value, Wording, batch_json, batch_schema, json as text, schema};
use bab4::study::{self, Models};
use jsonschema::Validator;
use serde_json::{Value as Json, json};
use std::collections::BTreeSet;
use std::path::Path;
use std::sync::OnceLock;

/// A key that is near no other, so that the hint lists all there are.
const NO_KEY: &str = "zzzzzzzz";

fn validator() -> Validator {
    jsonschema::validator_for(&schema(Wording::Both)).unwrap()
}

#[test]
fn it_is_a_schema_in_either_language() {
    for wording in [Wording::Both, Wording::One(Language::Id), Wording::One(Language::En)] {
        let schema = schema(wording);
        assert!(jsonschema::meta::is_valid(&schema), "{wording:?}");
        assert_eq!(schema["$schema"], "https://json-schema.org/draft/2020-12/schema");
    }
    let title = |wording| schema(wording)["properties"]["year"]["title"].clone();
    assert_eq!(title(Wording::Both), "Tahun — Year");
    assert_eq!(title(Wording::One(Language::En)), "Year");
}

#[test]
fn the_command_prints_it_or_writes_it() {
    let folder = tempfile::tempdir().unwrap();
    let bab4 = |arguments: &[&str]| {
        let mut command = Command::new(env!("CARGO_BIN_EXE_bab4"));
        let output = command.current_dir(folder.path()).args(arguments).output().unwrap();
        assert!(output.status.success() && output.stderr.is_empty(), "{}", String::from_utf8_lossy(&output.stderr));
        String::from_utf8(output.stdout).unwrap()
    };
    assert_eq!(bab4(&["schema"]), text(Wording::Both));
    assert_eq!(bab4(&["schema", "--lang", "id"]), text(Wording::One(Language::Id)));
    assert_eq!(bab4(&["schema", "--lang", "en", "-o", "study.schema.json"]), "");
    let written = std::fs::read_to_string(folder.path().join("study.schema.json")).unwrap();
    assert_eq!(written, text(Wording::One(Language::En)));
}

/// The hint of an unknown key lists the keys that the decoder knows in that place.
#[test]
fn it_has_the_keys_of_the_decoder() {
    let mut maps = 0;
    each_place(&mut |place| {
        let mut known: Vec<BTreeSet<String>> = Vec::new();
        maps_of(place.value, &mut |keys| known.push(keys));
        let found = decode(&(place.around)(json!({ NO_KEY: 1 })));
        match (known.as_slice(), found.keys) {
            ([], None) => {}
            (maps_here, Some(keys)) if maps_here.contains(&keys) => {}
            (expected, found) => panic!("{}: the schema has {expected:?}, the decoder {found:?}", place.path),
        }
        maps += known.len();
        // The second map of a choice is told by one of its keys.
        for keys in known.iter().skip(1) {
            let key = keys.first().unwrap();
            let found = decode(&(place.around)(json!({ key: "a", NO_KEY: 1 })));
            assert!(known.contains(&found.keys.unwrap()), "{}", place.path);
        }
    });
    assert!(maps > 40, "{maps} maps were looked at");
}

/// Places where the schema takes more than `check` does, and why.
const LOOSER: &[(&str, &str)] = &[
    ("data.join.*.prefix", "a further file needs `id` beside `join`, which the place alone does not have"),
    ("office.place", SIGNED),
    ("office.date", SIGNED),
    ("office.position", SIGNED),
    ("office.rank", SIGNED),
    ("office.nip", SIGNED),
    ("data.encoding", "names of encodings are too many to list"),
    ("variables.*.appraisal.rule", "which columns a rule needs the place alone does not have"),
    ("variables.*.dimensions.*", "what a dimension lacks may come from the measurement model"),
];

const SIGNED: &str = "nobody signs without `head` beside it, which the place alone does not have";

/// Values of every kind, in every place: what the decoder takes is valid, and the other way round.
#[test]
fn it_takes_the_values_of_the_decoder() {
    let validator = validator();
    let samples = [
        json!(true),
        json!(0),
        json!(1),
        json!(-1),
        json!(3),
        json!(250),
        json!(0.5),
        json!(1.5),
        json!("teks"),
        json!([]),
        json!(["teks"]),
        json!([1, 2]),
        json!([0.5]),
        json!([1, 2, 3]),
        json!([[1]]),
        json!([{}]),
        json!([{ NO_KEY: "a" }]),
        json!({}),
        json!({ "id": "a" }),
        json!({ NO_KEY: "a" }),
        json!({ NO_KEY: 0.5 }),
        json!({ NO_KEY: ["a"] }),
        json!({ NO_KEY: {} }),
    ];
    let mut faults = Vec::new();
    let mut compared = 0;
    each_place(&mut |place| {
        // Forms of texts are compared below.
        if has_form(place.value) {
            return;
        }
        // Points by the words of another column need `points_by`, and keys of `points_from` are numbers.
        let looser = LOOSER.iter().any(|(path, _)| *path == place.path) || place.path.contains(".points");
        let mut words = Vec::new();
        words_of(place.value, &mut words);
        for sample in samples.iter().chain(&words) {
            let study = (place.around)(sample.clone());
            let (valid, taken) = (validator.is_valid(&study), decode(&study).taken);
            // A bare `true` is a text for the decoder, and no text for the schema.
            let word = sample.is_boolean() && taken;
            if valid != taken && !(looser && valid) && !word {
                faults.push(format!("{}: {sample} valid {valid}, taken {taken}", place.path));
            }
            compared += 1;
        }
    });
    assert_eq!(faults, Vec::<String>::new());
    assert!(compared > 3000, "{compared} values were compared");
}

#[test]
fn claims_have_the_form_that_the_schema_says() {
    let validator = validator();
    let valid = |claim: &str| {
        validator.is_valid(&json!({ "title": "a", "data": { "file": "a.csv" },
        "variables": { "X": { "name": "a", "column": "b" } }, "hypotheses": { "H1": claim, "H2": { "claim": claim } } }))
    };
    let read = |text: &str| {
        let span = bab4::diagnostics::Span { file: bab4::diagnostics::FileId(0), start: 0, end: text.len() };
        claim::parse(&ClaimText { text: text.to_owned(), span, offset: Some(0) }).is_ok()
    };
    let names = ["X", "X1.BP", "jenis_kelamin", "2X", "X.", ""];
    let operators = ["->", "&", "*", "<->", "~", "<", ">", "<>", "→", "-", "=>", ""];
    let ends =
        ["", "(+)", " ( - )", "(−)", "(x)", "-> Z", "-> Z (+)", "& B -> Z", "(a > b)", "(Gol (III) < Gol (IV))", "()", "%", "x"];
    let mut good = 0;
    for first in names {
        for operator in operators {
            for second in names.iter().chain(&["70", "70%", "3,5", "-1.5 %"]) {
                for end in ends {
                    // Every other claim with spaces.
                    let space = if (first.len() + end.len()) % 2 == 0 { "" } else { " " };
                    let claim = format!("{first}{space}{operator}{space}{second}{space}{end}");
                    assert_eq!(valid(&claim), read(&claim), "{claim}");
                    good += usize::from(read(&claim));
                }
            }
        }
    }
    assert!(good > 200, "{good} good claims");
}

#[test]
fn forms_of_codes_paths_and_columns() {
    let validator = validator();
    let study = |code: &str, file: &str, columns: &str| {
        json!({ "title": "a", "data": { "file": file },
            "variables": { code: { "name": "a", "indicators": ["a"], "columns": columns } } })
    };
    for (code, file, columns, valid) in [
        ("X1", "a.csv", "A:B", true),
        ("kinerja_1", "data/isi a.csv", "KOM{i}", true),
        ("X1", "a/../b.csv", " f : n ", true),
        ("1X", "a.csv", "A:B", false),
        ("X 1", "a.csv", "A:B", false),
        ("X1.A", "a.csv", "A:B", false),
        ("X1", "/a.csv", "A:B", false),
        ("X1", "\\\\server\\a.csv", "A:B", false),
        ("X1", "C:\\a.csv", "A:B", false),
        ("X1", "../a.csv", "A:B", false),
        ("X1", "..", "A:B", false),
        ("X1", "", "A:B", false),
        ("X1", "a.csv", "KOM", false),
        ("X1", "a.csv", "A1:B1", false),
    ] {
        let study = study(code, file, columns);
        assert_eq!(validator.is_valid(&study), valid, "{study}");
        // What is not valid, `check` refuses as well; what is valid may still be refused for what stands around it.
        let checked = codes(&study);
        let form = [Code::BadName, Code::BadPath, Code::NotAllowed, Code::MissingKey];
        assert!(valid || checked.iter().any(|code| form.contains(code)), "{study}: {checked:?}");
    }
}

#[test]
fn the_example_and_the_studies_are_valid() {
    let validator = validator();
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let mut files = vec![root.join("examples/disnaker-semarang/study.yaml")];
    files.extend(std::fs::read_dir(root.join("tests/studies")).unwrap().map(|entry| entry.unwrap().path()));
    assert_eq!(files.len(), 9);
    for file in files {
        let study = yaml(&std::fs::read_to_string(&file).unwrap());
        let errors: Vec<String> =
            validator.iter_errors(&study).map(|error| format!("{}: {error}", error.instance_path())).collect();
        if file.ends_with("7-batch.yaml") {
            // A batch file is no study file: its keys are those of another schema, which comes with the batch itself.
            assert!(!errors.is_empty());
        } else {
            assert_eq!(errors, Vec::<String>::new(), "{}", file.display());
        }
    }
}

/// Six of the mistakes of `mistakes.rs`, each alone, are seen by the schema where they stand. The other six lie between keys
/// (a number of labels, a number of columns, a code that stands twice, a name that is not declared, a circle) or are lost
/// before there is a value to look at (a key that stands twice): `bab4 check` finds those.
#[test]
fn mistakes_are_found_where_they_stand() {
    const GOOD: &str = "\
title: Pengaruh Kompetensi terhadap Kinerja
year: 2019
data: { file: data.csv, distributed: 68 }
scale: { min: 1, max: 5, labels: [STS, TS, N, S, SS] }
respondents:
  umur: { name: Umur, column: umur }
variables:
  X1: { name: Kompetensi, indicators: [Integritas, Motivasi] }
  Y: { name: Kinerja, indicators: [Mutu, { name: Waktu, reverse: true }] }
hypotheses:
  H1: X1 -> Y (+)
  H2: { claim: X1 <-> Y }
analysis: { alpha: 0.05 }
report: { overview: gambaran.md }
";
    let validator = validator();
    assert!(validator.is_valid(&yaml(GOOD)));
    for (from, to, place) in [
        // Those of the twelve.
        ("title: Pengaruh", "judul: a\ntitle: Pengaruh", ""),
        ("year: 2019", "year: dua ribu sembilan belas", "/year"),
        ("{ name: Umur, column: umur }", "{ column: umur }", "/respondents/umur"),
        ("  X1:", "  2X: { name: a, column: b }\n  X1:", "/variables"),
        ("X1 -> Y (+)", "X1 - Y", "/hypotheses/H1"),
        ("overview: gambaran.md", "overview: ../gambaran.md", "/report/overview"),
        // Further ones.
        ("title: Pengaruh Kompetensi terhadap Kinerja\n", "", ""),
        ("file: data.csv, ", "", "/data"),
        ("min: 1, ", "", "/scale"),
        ("min: 1", "min: satu", "/scale/min"),
        ("distributed: 68", "distributed: -3", "/data/distributed"),
        ("indicators: [Integritas, Motivasi]", "indicators: Integritas", "/variables/X1/indicators"),
        ("name: Kompetensi, indicators: [Integritas, Motivasi]", "name: Kompetensi", "/variables/X1"),
        ("reverse: true", "reverse: ya", "/variables/Y/indicators/1/reverse"),
        ("reverse: true", "terbalik: true", "/variables/Y/indicators/1"),
        ("{ claim: X1 <-> Y }", "{ statement: a }", "/hypotheses/H2"),
        ("alpha: 0.05", "alpha: 5", "/analysis/alpha"),
        ("alpha: 0.05", "normality: kolmogorov-smirnov", "/analysis/normality"),
        ("alpha: 0.05", "normality: [kolmogorof]", "/analysis/normality/0"),
        ("alpha: 0.05", "mediation: { resamples: 7 }", "/analysis/mediation/resamples"),
    ] {
        assert!(GOOD.contains(from), "{from}");
        let study = yaml(&GOOD.replacen(from, to, 1));
        let places: Vec<String> = validator.iter_errors(&study).map(|error| error.instance_path().to_string()).collect();
        assert!(!places.is_empty() && places.iter().all(|found| found == place), "{to}: {places:?}, not {place}");
    }
}

/// What the decoder makes of a study.
struct Decoded {
    /// No problem of keys or values; what is not available in this version is none.
    taken: bool,
    /// The keys that the hint of the unknown key lists.
    keys: Option<BTreeSet<String>>,
}

fn decode(study: &Json) -> Decoded {
    let diagnostics = check(study);
    let keys = diagnostics.iter().filter(|found| found.code == Code::UnknownKey && found.message.en.contains(NO_KEY)).find_map(
        |found| {
            let list = found.hints.iter().find_map(|hint| hint.en.strip_prefix("the keys known here: "))?;
            Some(list.split(", ").map(str::to_owned).collect())
        },
    );
    let of_form = [Code::UnknownKey, Code::MissingKey, Code::WrongType, Code::NotAllowed];
    let taken = !diagnostics.iter().any(|found| of_form.contains(&found.code));
    Decoded { taken, keys }
}

fn codes(study: &Json) -> Vec<Code> {
    check(study).iter().map(|found| found.code).collect()
}

/// Every JSON document is YAML: parses and checks one.
fn check(study: &Json) -> Diagnostics {
    static MODELS: OnceLock<(SourceFiles, Models)> = OnceLock::new();
    let (sources, models) = MODELS.get_or_init(|| {
        let mut sources = SourceFiles::default();
        let models = Models::shipped(&mut sources);
        (sources, models)
    });
    let mut sources = sources.clone();
    let mut diagnostics = Diagnostics::default();
    let file = sources.add("study.yaml", study.to_string());
    if let Some(file) = study::parse(&sources, file, &mut diagnostics) {
        study::check(&file, Path::new("no-such-folder"), models, &mut diagnostics);
    }
    diagnostics
}

/// YAML as bab4 and today's editors read it: `N` is a text.
fn yaml(text: &str) -> Json {
    serde_yaml::from_str_with_options(text, serde_yaml::options! { strict_booleans: true }).unwrap()
}

/// A place in the study file where a value stands.
struct Place<'a> {
    /// Its path, `*` for a name of the author's choice or an element.
    path: String,
    /// What it holds.
    value: &'a Value,
    /// A study in which everything is right, around a value in this place.
    around: &'a dyn Fn(Json) -> Json,
}

fn each_place(look: &mut dyn FnMut(&Place<'_>)) {
    places(String::new(), &Value::Map(&STUDY), &|value| value, look);
}

fn places(path: String, value: &Value, around: &dyn Fn(Json) -> Json, look: &mut dyn FnMut(&Place<'_>)) {
    look(&Place { path: path.clone(), value, around });
    inside(path, value, around, look);
}

fn inside(path: String, value: &Value, around: &dyn Fn(Json) -> Json, look: &mut dyn FnMut(&Place<'_>)) {
    let below = |step: &str| if path.is_empty() { step.to_owned() } else { format!("{path}.{step}") };
    match value {
        Value::List(of) | Value::Some(of) => places(below("*"), of, &|value| around(json!([value])), look),
        Value::Named(named) => places(below("*"), &named.of, &|value| around(json!({ "N1": value })), look),
        Value::Map(map) => {
            for key in map.keys {
                let beside = |value: Json| {
                    let mut object = least(map, key.name);
                    object[key.name] = value;
                    around(object)
                };
                places(below(key.name), &key.value, &beside, look);
            }
        }
        Value::Either(values) => values.iter().for_each(|value| inside(path.clone(), value, around, look)),
        _ => {}
    }
}

/// The least that a map must hold beside a key.
fn least(map: &Map, beside: &str) -> Json {
    let mut object = json!({});
    match map.name {
        "study" => object["scale"] = json!({ "min": 1, "max": 5 }),
        "dimension" => object = json!({ "name": "a", "indicators": ["a"] }),
        _ => {}
    }
    for key in map.keys {
        let set = map.one_of.iter().find(|set| set.contains(&beside)).or(map.one_of.first()).copied().unwrap_or_default();
        if key.required || map.requires.contains(&key.name) || set.contains(&key.name) {
            object[key.name] = match (map.name, key.name) {
                ("scale", "min") => json!(1),
                ("scale", "max") => json!(5),
                ("hypothesis", _) => json!("N1 > 2"),
                (_, "data") => json!({ "file": "a.csv" }),
                (_, "variables") => json!({ "N2": { "name": "a", "column": "b" } }),
                (_, "indicators") => json!([{ "name": "a" }]),
                (_, "predictors") => json!(["N1"]),
                (_, "value") => json!(1),
                _ => json!("a"),
            };
        }
    }
    object
}

/// The keys of every map that a value may be.
fn maps_of(value: &Value, found: &mut dyn FnMut(BTreeSet<String>)) {
    match value {
        Value::Text => found(["id", "en"].map(str::to_owned).into()),
        Value::Map(map) => found(map.keys.iter().map(|key| key.name.to_owned()).collect()),
        Value::Either(values) => values.iter().for_each(|value| maps_of(value, found)),
        _ => {}
    }
}

/// The words that a value may be.
fn words_of(value: &Value, found: &mut Vec<Json>) {
    match value {
        Value::Words(words) | Value::Suggested(words) => found.extend(words.iter().map(|word| json!(word))),
        Value::Numbers(numbers) => found.extend(numbers.iter().map(|number| json!(number))),
        Value::List(of) | Value::Some(of) => {
            let mut words = Vec::new();
            words_of(of, &mut words);
            found.extend(words.into_iter().map(|word| json!([word])));
        }
        Value::Either(values) => values.iter().for_each(|value| words_of(value, found)),
        _ => {}
    }
}

/// Whether texts in this place have a form of their own.
fn has_form(value: &Value) -> bool {
    match value {
        Value::Formed(_) => true,
        Value::List(of) | Value::Some(of) => has_form(of),
        Value::Named(named) => has_form(&named.of) || named.names.is_some(),
        Value::Either(values) => values.iter().any(has_form),
        _ => false,
    }
}

/// The schema of `batch.yaml` has the keys of its decoder, takes the examples' files and refuses wrong ones.
#[test]
fn a_batch_file_has_a_schema_of_its_own() {
    let schema = batch_schema(Wording::Both);
    assert!(jsonschema::meta::is_valid(&schema));
    let names = |map: &Map| map.keys.iter().map(|key| key.name).collect::<BTreeSet<&str>>();
    assert_eq!(names(&BATCH), batch_file::KEYS.iter().copied().collect());
    let summary = BATCH.keys.iter().find_map(|key| match (key.name, &key.value) {
        ("summary", Value::Map(map)) => Some(names(map)),
        _ => None,
    });
    assert_eq!(summary.unwrap(), batch_file::SUMMARY_KEYS.iter().copied().collect());
    let validator = jsonschema::validator_for(&schema).unwrap();
    let mut examples = 0;
    for folder in std::fs::read_dir(crate::common::root().join("examples")).unwrap() {
        let Ok(yaml) = std::fs::read_to_string(folder.unwrap().path().join("batch.yaml")) else { continue };
        let faults: Vec<String> =
            validator.iter_errors(&self::yaml(&yaml)).map(|error| format!("{} {error}", error.instance_path())).collect();
        assert!(faults.is_empty(), "{faults:#?}");
        examples += 1;
    }
    assert!(examples >= 2, "{examples}");
    for (wrong, place) in [
        ("study: a.yaml", ""),
        ("by: dinas", ""),
        ("study: a.yaml\nby: dinas\nsummary: { minimum: 3 }", "/summary"),
        ("study: a.yaml\nby: dinas\nsummary: { minimum_n: sedikit }", "/summary/minimum_n"),
        ("study: a.yaml\nunits: { dinkes: { objek: Dinas Kesehatan } }", "/units/dinkes"),
        ("study: a.yaml\nunits: { dinkes: { data: { distributed: banyak } } }", "/units/dinkes/data"),
    ] {
        let places: Vec<String> = validator.iter_errors(&yaml(wrong)).map(|error| error.instance_path().to_string()).collect();
        assert!(!places.is_empty() && places.iter().all(|found| found.starts_with(place)), "{wrong}: {places:?}");
    }
    // Part of a study is enough for a unit, an empty value takes away, and a unit may have nothing of its own.
    for right in ["units: { a: { data: { distributed: 5 } }, b: { population: null }, c: null }", "by: dinas"] {
        assert!(validator.is_valid(&yaml(&format!("study: a.yaml\n{right}"))), "{right}");
    }
    let output = Command::new(env!("CARGO_BIN_EXE_bab4")).args(["schema", "--batch"]).output().unwrap();
    assert_eq!(String::from_utf8(output.stdout).unwrap(), batch_json(Wording::Both));
}
