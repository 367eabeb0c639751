//! Columns of the data files that the tests compare with published or certified values.

/// The numeric columns of a CSV with a header line, found by name.
pub(crate) struct Table {
    names: Vec<String>,
    rows: Vec<Vec<String>>,
}

impl Table {
    /// Splits a CSV without quoted fields.
    pub(crate) fn of(csv: &str) -> Table {
        let mut lines = csv.lines().filter(|l| !l.starts_with('#')).map(|l| l.split(',').map(str::to_owned).collect());
        Table { names: lines.next().unwrap_or_default(), rows: lines.collect() }
    }

    /// One column; empty if there is none of this name, NaN where a cell is no number.
    pub(crate) fn column(&self, name: &str) -> Vec<f64> {
        let Some(j) = self.names.iter().position(|n| n == name) else {
            return Vec::new();
        };
        let number = |row: &Vec<String>| row.get(j).and_then(|cell| cell.parse().ok()).unwrap_or(f64::NAN);
        self.rows.iter().map(number).collect()
    }

    /// Several columns.
    pub(crate) fn columns(&self, names: &[&str]) -> Vec<Vec<f64>> {
        names.iter().map(|name| self.column(name)).collect()
    }

    /// Row sums of the columns `PREFIX1`, `PREFIX2`, …: the sum score of a scale.
    pub(crate) fn score(&self, prefix: &str) -> Vec<f64> {
        let items: Vec<&str> = self.names.iter().map(String::as_str).filter(|n| n.starts_with(prefix)).collect();
        let columns = self.columns(&items);
        (0..self.rows.len()).map(|i| columns.iter().map(|c| c[i]).sum()).collect()
    }
}

/// The data of *National Institute of Standards and Technology, Statistical Reference Datasets, linear regression*.
pub(crate) fn nist(name: &str) -> Table {
    Table::of(match name {
        "filip" => include_str!("../../tests/reference/nist/filip.csv"),
        "longley" => include_str!("../../tests/reference/nist_longley/data.csv"),
        "norris" => include_str!("../../tests/reference/nist_norris/data.csv"),
        "wampler1" => include_str!("../../tests/reference/nist_wampler1/data.csv"),
        "wampler4" => include_str!("../../tests/reference/nist_wampler4/data.csv"),
        _ => "",
    })
}

/// The reconstructed answers behind the thesis of Putri (2019), 68 respondents.
pub(crate) fn disnaker() -> Table {
    Table::of(include_str!("../../examples/disnaker-semarang/responses.csv"))
}

/// Whether two numbers agree to a relative tolerance (absolute below 1e-300).
pub(crate) fn agree(found: f64, expected: f64, relative: f64) -> bool {
    (found - expected).abs() <= relative * expected.abs() + 1e-300
}
