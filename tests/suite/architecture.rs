//! The house rules that no compiler checks: layers use what lies below them and nothing else, only `cli` prints or exits,
//! numbers become text in one place, no hash-map order, no file without a seam.
//!
//! The checker reads the sources as text. It looks at code only: comments, test modules and (but for format strings) the
//! insides of string literals are left out. Each rule is shown to fail on a bad snippet below.

use crate::common::root;
use crate::source_text::{SourceText, test_files};
use std::path::Path;

/// What each layer may use, from the bottom up. `a::b` allows only that part of `a`.
///
/// Two rules are stricter than the order: `findings` and `report` cannot see the data (so no number can be invented late),
/// and `stats` knows nothing of ours.
const LAYERS: &[(&str, &[&str])] = &[
    ("language", &[]),
    ("fonts", &[]),
    ("diagnostics", &["language"]),
    ("stats", &[]),
    ("numbers", &["language", "stats::rounding"]),
    ("study", &["language", "diagnostics", "numbers"]),
    ("dataset", &["language", "diagnostics", "numbers", "study"]),
    ("scores", &["stats", "study", "dataset"]),
    ("analyses", &["language", "numbers", "stats", "study", "dataset", "scores"]),
    ("findings", &["language", "numbers", "study", "analyses::results"]),
    ("report", &["language", "fonts", "diagnostics", "numbers", "study", "analyses::results", "analyses::kinds", "findings"]),
    ("instrument", &["language", "numbers", "study", "dataset", "report::document"]),
    ("audit", &["language", "diagnostics", "stats", "numbers", "analyses::results", "report::document"]),
    ("render", &["language", "fonts", "numbers", "report::document"]),
    ("typeset", &["language", "fonts", "diagnostics", "render"]),
    (
        "pipeline",
        &[
            "language",
            "diagnostics",
            "numbers",
            "study",
            "dataset",
            "scores",
            "analyses",
            "findings",
            "report",
            "instrument",
            "render",
            "typeset",
        ],
    ),
    (
        "batch",
        &[
            "language",
            "fonts",
            "diagnostics",
            "numbers",
            "study",
            "dataset",
            "analyses::results",
            "findings",
            "report",
            "audit",
            "render",
            "typeset",
            "pipeline",
        ],
    ),
    (
        "cli",
        &[
            "language",
            "diagnostics",
            "numbers",
            "study",
            "dataset",
            "report",
            "findings",
            "audit",
            "render",
            "typeset",
            "pipeline",
            "batch",
        ],
    ),
];

/// Longest source file, the tests inside it included.
const LONGEST: usize = 600;

/// Files that may be longer, and why.
const LONGER: &[(&str, &str)] = &[];

/// Files that may print a number with a format string, and why.
const FLOAT_FORMATS: &[(&str, &str)] = &[
    ("src/numbers.rs", "the only place where a number becomes text for a reader"),
    ("src/stats/rounding.rs", "shortest decimal of a number, to round it"),
    ("src/stats/ranks.rs", "twelve significant digits decide whether two values tie"),
    ("src/dataset/characteristic.rs", "names of the categories cut from raw numbers"),
    ("src/dataset/problem_words.rs", "a correlation and a percentage in messages"),
];

/// Words that print or exit; `cli` and the binary alone may.
const PRINTING: &[&str] = &["println!", "eprintln!", "print!", "eprint!", "dbg!", "process::exit", "io::stdout", "io::stderr"];

/// Types whose order differs from run to run.
const HASHED: &[&str] = &["HashMap", "HashSet"];

#[test]
fn layers_use_only_what_lies_below_them() {
    assert_no(all_files().iter().flat_map(|(path, text)| layer_faults(path, text)));
}

#[test]
fn only_the_command_line_prints_or_exits() {
    assert_no(all_files().iter().flat_map(|(path, text)| printing_faults(path, text)));
}

#[test]
fn numbers_become_text_in_one_place() {
    assert_no(all_files().iter().flat_map(|(path, text)| float_faults(path, text)));
}

#[test]
fn no_output_depends_on_hash_order() {
    assert_no(all_files().iter().flat_map(|(path, text)| hash_faults(path, text)));
}

#[test]
fn files_are_short_enough_to_read() {
    let files = sources();
    // Files of tests alone may list what a thesis printed, cell by cell.
    let tests = test_files(&files);
    assert_no(files.iter().filter(|(path, _)| !tests.contains(path)).filter_map(|(path, text)| length_fault(path, text)));
}

#[test]
fn every_module_of_the_library_is_a_layer() {
    let library = std::fs::read_to_string(root().join("src/lib.rs")).unwrap();
    let modules: Vec<&str> = library.lines().filter_map(|line| line.strip_prefix("pub mod ")?.strip_suffix(';')).collect();
    assert!(modules.len() > 5, "lib.rs was not understood");
    for module in &modules {
        assert!(LAYERS.iter().any(|(layer, _)| layer == module), "`{module}` has no line in the layer table");
    }
    for (layer, _) in LAYERS {
        assert!(modules.contains(layer), "the layer table names `{layer}`, which lib.rs does not");
    }
}

/// The layer table itself runs upward: a layer may use only those above it in the list.
#[test]
fn the_layer_table_has_no_circle() {
    for (position, (layer, may_use)) in LAYERS.iter().enumerate() {
        for used in *may_use {
            let below = used.split("::").next().unwrap();
            assert!(
                LAYERS[..position].iter().any(|(name, _)| *name == below),
                "`{layer}` may use `{used}`, which is not below it"
            );
        }
    }
}

#[test]
fn exceptions_are_still_needed() {
    let files = sources();
    let find = |wanted: &str| files.iter().find(|(path, _)| path == wanted);
    for (path, reason) in LONGER {
        let (_, text) = find(path).unwrap_or_else(|| panic!("{path} ({reason}) is gone"));
        assert!(text.lines().count() > LONGEST, "{path} is short again: drop its exception");
    }
    for (path, reason) in FLOAT_FORMATS {
        let (_, text) = find(path).unwrap_or_else(|| panic!("{path} ({reason}) is gone"));
        let formats = SourceText::of(text).strings.iter().any(|(_, string)| has_precision(string));
        assert!(formats, "{path} formats no numbers any more: drop its exception");
    }
}

// Each rule fails where it should.

#[test]
fn imports_that_run_upward_are_found() {
    let bad = |path: &str, code: &str| layer_faults(path, &SourceText::of(code)).len();
    assert_eq!(bad("src/stats/t_test.rs", "use crate::study::Study;"), 1);
    assert_eq!(bad("src/findings/effect.rs", "use crate::dataset::Dataset;"), 1);
    assert_eq!(bad("src/findings/effect.rs", "use crate::{study::Study, analyses::{results::Results, items}};"), 1);
    assert_eq!(bad("src/report/desk.rs", "fn f() { crate::stats::ranks::ranks(&[]); }"), 1);
    assert_eq!(bad("src/report/desk.rs", "use super::super::dataset;"), 1);
    assert_eq!(bad("src/report/tables/validity.rs", "use super::super::super::pipeline::Run;"), 1);
    assert_eq!(bad("src/typeset.rs", "use super::cli;"), 1);
    assert_eq!(bad("src/numbers.rs", "use crate::stats::ranks::ranks;"), 1, "numbers may use one file of stats");
    assert_eq!(bad("src/render/typst.rs", "use crate::{language::Language,\n  report::desk as d};"), 1);
    assert_eq!(bad("src/render/typst.rs", "pub(in crate::report) fn f() {}"), 0, "a visibility is no use");
}

#[test]
fn imports_that_run_downward_pass() {
    let bad = |path: &str, code: &str| layer_faults(path, &SourceText::of(code)).len();
    assert_eq!(bad("src/findings/effect.rs", "use crate::analyses::results::{Outcome, Results};"), 0);
    assert_eq!(bad("src/report/tables/validity.rs", "use super::super::document::Table; use crate::report::desk;"), 0);
    assert_eq!(bad("src/stats/t_test.rs", "// crate::study is above us\nconst A: &str = \"crate::study\";"), 0);
    assert_eq!(bad("src/stats/t_test.rs", "#[cfg(test)]\nmod tests { use crate::study::Study; fn f() { if true {} } }"), 0);
    assert_eq!(bad("src/stats/t_test.rs", "#[cfg(test)] mod tests { const A: char = '}'; }\nuse crate::cli;"), 1);
}

#[test]
fn printing_is_found() {
    let bad = |path: &str, code: &str| printing_faults(path, &SourceText::of(code)).len();
    assert_eq!(bad("src/pipeline.rs", "fn f() { println!(\"x\"); }"), 1);
    assert_eq!(bad("src/report/mod.rs", "fn f() { std::process::exit(1) }"), 1);
    assert_eq!(bad("src/report/mod.rs", "fn f() { let a = \"println!\"; } // eprintln!"), 0);
    assert_eq!(bad("src/cli/console.rs", "fn f() { eprintln!(\"x\"); }"), 0);
}

#[test]
fn numbers_turned_into_text_are_found() {
    let bad = |path: &str, code: &str| float_faults(path, &SourceText::of(code)).len();
    for code in ["format!(\"{:.2}\", x)", "format!(\"r = {r:.3};\")", "write!(f, \"{0:>8.*}\", 2, x)", "format!(r\"{x:.p$}\")"] {
        assert_eq!(bad("src/report/desk.rs", code), 1, "{code}");
        assert_eq!(bad("src/numbers.rs", code), 0, "{code}");
    }
    for code in ["format!(\"{x}: {y}.\")", "format!(\"{x:>5}\")", "Point { x: a.b }", "format!(\"{x:?}.\")"] {
        assert_eq!(bad("src/report/desk.rs", code), 0, "{code}");
    }
}

#[test]
fn hashed_types_and_long_files_are_found() {
    assert_eq!(hash_faults("src/render/typst.rs", &SourceText::of("use std::collections::HashMap;")).len(), 1);
    assert_eq!(hash_faults("src/render/typst.rs", &SourceText::of("use std::collections::BTreeMap; // HashMap")).len(), 0);
    assert!(length_fault("src/report/desk.rs", &"\n".repeat(LONGEST + 1)).is_some());
    assert!(length_fault("src/report/desk.rs", &"\n".repeat(LONGEST)).is_none());
}

fn layer_faults(path: &str, text: &SourceText) -> Vec<String> {
    let Some((layer, module)) = layer_of(path) else { return Vec::new() };
    let Some((_, may_use)) = LAYERS.iter().find(|(name, _)| *name == layer) else {
        return vec![format!("{path}: `{layer}` has no line in the layer table")];
    };
    let allowed = |used: &[String]| {
        used.first().is_none_or(|first| {
            *first == layer
                || may_use.iter().any(|allowed| {
                    let mut parts = allowed.split("::");
                    parts.next() == Some(first)
                        && parts.next().is_none_or(|part| used.get(1).is_some_and(|second| second == part))
                })
        })
    };
    text.paths(&module)
        .into_iter()
        .filter(|(_, used)| !allowed(used))
        .map(|(line, used)| format!("{path}:{line}: `{layer}` may not use `{}`", used.join("::")))
        .collect()
}

fn printing_faults(path: &str, text: &SourceText) -> Vec<String> {
    let exempt = path.starts_with("src/cli/") || path == "src/main.rs";
    faults_by_word(path, text, if exempt { &[] } else { PRINTING }, "prints or exits outside `cli`")
}

fn hash_faults(path: &str, text: &SourceText) -> Vec<String> {
    faults_by_word(path, text, HASHED, "has an order that differs from run to run; use BTreeMap or IndexMap")
}

fn faults_by_word(path: &str, text: &SourceText, words: &[&str], fault: &str) -> Vec<String> {
    let found = words.iter().flat_map(|word| text.lines_with(word).into_iter().map(move |line| (line, word)));
    found.map(|(line, word)| format!("{path}:{line}: `{word}` {fault}")).collect()
}

fn float_faults(path: &str, text: &SourceText) -> Vec<String> {
    if FLOAT_FORMATS.iter().any(|(exempt, _)| *exempt == path) {
        return Vec::new();
    }
    let faulty = text.strings.iter().filter(|(_, string)| has_precision(string));
    faulty.map(|(line, _)| format!("{path}:{line}: a format string with decimals; `numbers` prints numbers")).collect()
}

/// Whether a format string has a placeholder with a precision, `{:.2}` or `{x:>8.*}`.
fn has_precision(string: &str) -> bool {
    string.match_indices('{').any(|(start, _)| {
        let inside = &string[start + 1..];
        let Some(end) = inside.find(['}', '{']) else { return false };
        let Some((argument, format)) = inside[..end].split_once(':') else { return false };
        argument.chars().all(|c| c.is_alphanumeric() || c == '_') && !format.contains(' ') && format.contains('.')
    })
}

fn length_fault(path: &str, text: &str) -> Option<String> {
    let lines = text.lines().count();
    let exempt = LONGER.iter().any(|(exempt, _)| *exempt == path);
    (lines > LONGEST && !exempt).then(|| format!("{path} has {lines} lines; a file of one concept has at most {LONGEST}"))
}

/// The layer a file belongs to and the module it is, `src/report/tables/mod.rs` → `report`, `[report, tables]`.
fn layer_of(path: &str) -> Option<(String, Vec<String>)> {
    let inside = path.strip_prefix("src/")?.strip_suffix(".rs")?;
    let mut module: Vec<String> = inside.split('/').map(str::to_owned).collect();
    if module.last().is_some_and(|last| last == "mod") {
        module.pop();
    }
    let layer = module.first()?.clone();
    (layer != "lib" && layer != "main").then_some((layer, module))
}

fn assert_no(faults: impl Iterator<Item = String>) {
    let faults: Vec<String> = faults.collect();
    assert!(faults.is_empty(), "{} faults:\n{}", faults.len(), faults.join("\n"));
}

/// Every source file that is not a test, ready to be looked at.
fn all_files() -> Vec<(String, SourceText)> {
    let files = sources();
    let tests = test_files(&files);
    files.iter().filter(|(path, _)| !tests.contains(path)).map(|(path, text)| (path.clone(), SourceText::of(text))).collect()
}

/// Every source file with its path inside the repository.
fn sources() -> Vec<(String, String)> {
    let mut files = Vec::new();
    collect(&root().join("src"), &mut files);
    files.sort();
    assert!(files.len() > 20, "the sources were not found");
    files
}

fn collect(folder: &Path, files: &mut Vec<(String, String)>) {
    for entry in std::fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            collect(&path, files);
        } else if path.extension().is_some_and(|extension| extension == "rs") {
            let name = path.strip_prefix(root()).unwrap().to_string_lossy().replace('\\', "/");
            files.push((name, std::fs::read_to_string(&path).unwrap()));
        }
    }
}
