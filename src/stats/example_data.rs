//! The answers of the example study `disnaker-semarang`, for the tests of `stats`.

/// The 68 answers to every item of a variable (`"X1"`, `"X2"`, `"Y1"`, `"Y2"`), one column an item.
pub fn items(variable: &str) -> Vec<Vec<f64>> {
    let text = include_str!("../../examples/disnaker-semarang/responses.csv");
    let mut lines = text.lines();
    let header: Vec<&str> = lines.next().unwrap_or_default().split(',').collect();
    let prefix = format!("{variable}.");
    let wanted: Vec<usize> = (0..header.len()).filter(|&i| header[i].starts_with(&prefix)).collect();
    let mut columns = vec![Vec::new(); wanted.len()];
    for line in lines {
        let fields: Vec<&str> = line.split(',').collect();
        for (column, &i) in columns.iter_mut().zip(&wanted) {
            column.push(fields[i].parse().unwrap_or(f64::NAN));
        }
    }
    columns
}

/// The scale score of a variable: the sum of its items.
pub fn score(variable: &str) -> Vec<f64> {
    let columns = items(variable);
    (0..columns[0].len()).map(|i| columns.iter().map(|c| c[i]).sum()).collect()
}

/// The scale scores of a variable in the groups of a characteristic, the groups in alphabetical order.
pub fn score_by(variable: &str, characteristic: &str) -> Vec<Vec<f64>> {
    let text = include_str!("../../examples/disnaker-semarang/responses.csv");
    let mut lines = text.lines();
    let header = lines.next().unwrap_or_default();
    let column = header.split(',').position(|h| h == characteristic);
    let mut groups = std::collections::BTreeMap::<&str, Vec<f64>>::new();
    for (line, score) in lines.zip(score(variable)) {
        let label = column.and_then(|c| line.split(',').nth(c));
        groups.entry(label.unwrap_or_default()).or_default().push(score);
    }
    groups.into_values().collect()
}

/// What the regression of Y2 on X1, X2 and Y1 leaves.
pub fn residuals() -> Vec<f64> {
    let predictors = [score("X1"), score("X2"), score("Y1")];
    super::least_squares::least_squares(&predictors, &score("Y2"), 0.95).map(|fit| fit.residuals).unwrap_or_default()
}

/// Fails unless a number is another to nine digits.
pub fn close(found: f64, expected: f64) {
    assert!((found - expected).abs() <= 1e-9 * expected.abs(), "{found} is not {expected}");
}
