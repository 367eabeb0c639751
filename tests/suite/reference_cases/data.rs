//! The data and the description of a reference case.

use serde_json::Value;
use std::path::Path;

/// The columns of `data.csv` and what `spec.json` says was computed from them.
pub struct Data {
    /// What was computed.
    pub spec: Value,
    names: Vec<String>,
    rows: Vec<Vec<String>>,
}

impl Data {
    /// Reads a case's folder.
    pub fn read(folder: &Path) -> Data {
        let spec = std::fs::read_to_string(folder.join("spec.json")).unwrap();
        let mut reader = csv::Reader::from_path(folder.join("data.csv")).unwrap();
        let names = reader.headers().unwrap().iter().map(str::to_owned).collect();
        let rows = reader.records().map(|row| row.unwrap().iter().map(str::to_owned).collect()).collect();
        Data { spec: serde_json::from_str(&spec).unwrap(), names, rows }
    }

    /// A column as text.
    pub fn text(&self, name: &str) -> Vec<&str> {
        let at = self.names.iter().position(|n| n == name).unwrap_or_else(|| panic!("no column {name}"));
        self.rows.iter().map(|row| row[at].as_str()).collect()
    }

    /// A column of numbers.
    pub fn column(&self, name: &str) -> Vec<f64> {
        self.text(name).iter().map(|cell| cell.parse().unwrap()).collect()
    }

    /// Several columns of numbers.
    pub fn columns(&self, names: &[String]) -> Vec<Vec<f64>> {
        names.iter().map(|name| self.column(name)).collect()
    }

    /// The values of a column in the groups of another, the groups in alphabetical order.
    pub fn groups(&self, variable: &str, group: &str) -> Vec<(String, Vec<f64>)> {
        let mut groups = std::collections::BTreeMap::<String, Vec<f64>>::new();
        for (value, group) in self.column(variable).into_iter().zip(self.text(group)) {
            groups.entry(group.to_owned()).or_default().push(value);
        }
        groups.into_iter().collect()
    }
}

/// The strings of a list.
pub fn names(list: &Value) -> Vec<String> {
    list.as_array().map_or(&[][..], Vec::as_slice).iter().map(text).collect()
}

/// A string.
pub fn text(value: &Value) -> String {
    value.as_str().unwrap_or_default().to_owned()
}

/// The items of a list; none when there is no list.
pub fn list(value: &Value) -> &[Value] {
    value.as_array().map_or(&[], Vec::as_slice)
}
