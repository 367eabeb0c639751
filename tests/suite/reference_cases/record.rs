//! The expected values of a reference case: each is compared once, and what was not is handed back.

use serde_json::Value;
use std::collections::BTreeMap;
use std::fmt::Debug;
use std::path::Path;

/// What came of a case.
pub struct Finished {
    /// Its name.
    pub case: String,
    /// Numbers compared and the worst relative difference, by statistic.
    pub agreement: BTreeMap<String, (usize, f64)>,
    /// Values that agree.
    pub compared: usize,
    /// Values that do not.
    pub problems: Vec<String>,
    /// Paths of values that nothing was compared with.
    pub left: Vec<String>,
}

/// The values of `golden.json`, `certified.json` and `bootstrap_reference.json` by path, and how the comparison stands.
///
/// Paths are written with `/`; those of the two other files start with `certified` and `bootstrap_reference`.
pub struct Record {
    case: String,
    expected: BTreeMap<String, Value>,
    /// Every path there ever was: several of our numbers may answer to one of theirs.
    seen: BTreeMap<String, Value>,
    compared: usize,
    problems: Vec<String>,
    /// Numbers compared and the worst relative difference, by statistic.
    agreement: BTreeMap<String, (usize, f64)>,
}

impl Record {
    /// Reads the expected values of a case.
    pub fn of(folder: &Path) -> Record {
        let case = folder.file_name().unwrap().to_string_lossy().into_owned();
        let mut expected = BTreeMap::new();
        for (file, prefix) in
            [("golden.json", ""), ("certified.json", "certified"), ("bootstrap_reference.json", "bootstrap_reference")]
        {
            let path = folder.join(file);
            if path.exists() || prefix.is_empty() {
                let value = serde_json::from_str(&std::fs::read_to_string(path).unwrap()).unwrap();
                flatten(prefix, &value, &mut expected);
            }
        }
        Record { case, expected, seen: BTreeMap::new(), compared: 0, problems: Vec::new(), agreement: BTreeMap::new() }
    }

    /// Ends the comparison.
    pub fn finish(self) -> Finished {
        Finished {
            agreement: self.agreement,
            case: self.case,
            compared: self.compared,
            problems: self.problems,
            left: self.expected.into_keys().collect(),
        }
    }

    /// The expected value at a path; null when there is none.
    pub fn value(&self, path: &str) -> Value {
        self.expected.get(path).or_else(|| self.seen.get(path)).cloned().unwrap_or(Value::Null)
    }

    /// Whether anything stands at a path or below it.
    pub fn holds(&self, path: &str) -> bool {
        let below = format!("{path}/");
        let first = |map: &BTreeMap<String, Value>| map.range(below.clone()..).next().is_some_and(|(k, _)| k.starts_with(&below));
        self.expected.contains_key(path) || self.seen.contains_key(path) || first(&self.expected) || first(&self.seen)
    }

    /// Compares a number: relative 1e-8, absolute 1e-10.
    pub fn number(&mut self, path: &str, found: impl Found) {
        self.within(path, found, 1e-8, 1e-10);
    }

    /// Compares a probability: relative 1e-8, below 1e-12 relative 1e-6, and never an absolute difference.
    pub fn probability(&mut self, path: &str, found: impl Found) {
        let small = self.value(path).as_f64().is_some_and(|p| p < 1e-12);
        self.within(path, found, if small { 1e-6 } else { 1e-8 }, 1e-300);
    }

    /// Compares a number with a tolerance of its own.
    pub fn within(&mut self, path: &str, found: impl Found, relative: f64, absolute: f64) {
        let found = found.found();
        if let (Some(expected), Ok(found)) = (self.value(path).as_f64(), &found)
            && expected.abs() > 1e-9
        {
            let entry = self.agreement.entry(statistic(path)).or_insert((0, 0.0));
            *entry = (entry.0 + 1, entry.1.max((found - expected).abs() / expected.abs()));
        }
        self.check(path, &found, |expected| match (expected.as_f64(), &found) {
            (Some(expected), Ok(found)) => (found - expected).abs() <= (relative * expected.abs()).max(absolute),
            (None, Err(_)) => expected.is_null(),
            _ => false,
        });
    }

    /// Compares a whole number.
    pub fn count(&mut self, path: &str, found: usize) {
        self.check(path, &found, |expected| expected.as_f64().is_some_and(|e| (e - found as f64).abs() < 1e-9));
    }

    /// Compares a truth.
    pub fn truth(&mut self, path: &str, found: bool) {
        self.check(path, &found, |expected| expected.as_bool() == Some(found));
    }

    fn check(&mut self, path: &str, found: &dyn Debug, agrees: impl Fn(&Value) -> bool) {
        let Some(expected) = self.expected.remove(path).or_else(|| self.seen.get(path).cloned()) else {
            return self.problems.push(format!("{}: {path}: no such value (found {found:?})", self.case));
        };
        if agrees(&expected) {
            self.compared += 1;
        } else {
            self.problems.push(format!("{}: {path}: expected {expected}, found {found:?}", self.case));
        }
        self.seen.insert(path.to_owned(), expected);
    }
}

/// A number that may be missing for a reason; a reason agrees with null.
pub trait Found {
    /// The number, or why there is none.
    fn found(self) -> Result<f64, String>;
}

impl Found for f64 {
    fn found(self) -> Result<f64, String> {
        Ok(self)
    }
}

impl Found for Option<f64> {
    fn found(self) -> Result<f64, String> {
        self.ok_or_else(|| "none".to_owned())
    }
}

impl<E: Debug> Found for Result<f64, E> {
    fn found(self) -> Result<f64, String> {
        self.map_err(|reason| format!("{reason:?}"))
    }
}

fn flatten(path: &str, value: &Value, into: &mut BTreeMap<String, Value>) {
    let below = |key: &str| if path.is_empty() { key.to_owned() } else { format!("{path}/{key}") };
    match value {
        Value::Object(map) => map.iter().for_each(|(key, value)| flatten(&below(key), value, into)),
        Value::Array(list) => list.iter().enumerate().for_each(|(i, value)| flatten(&below(&i.to_string()), value, into)),
        scalar => {
            into.insert(path.to_owned(), scalar.clone());
        }
    }
}

/// What a path is about: the table it stands in, without names of data sets, regressions and variables.
fn statistic(path: &str) -> String {
    let steps: Vec<&str> = path.split('/').collect();
    match steps.as_slice() {
        ["certified", ..] => "certified".to_owned(),
        ["bootstrap_reference", kind, ..] => (*kind).to_owned(),
        ["regressions" | "variables" | "paired" | "correlations", _, table, ..] => (*table).to_owned(),
        [first, ..] => (*first).to_owned(),
        [] => String::new(),
    }
}
