//! Elements of a public service with their means (NRR), as reports of satisfaction (SKM, IKM) print them.

use super::raw::looks_numeric;
use super::table::{Row, Table};
use crate::audit::names::plain;
use crate::audit::printed::{Place, Printed};

/// One element.
#[derive(Debug, Clone, PartialEq)]
pub struct ElementRow {
    /// Where.
    pub place: Place,
    /// Its name.
    pub label: String,
    /// Respondents who rated it.
    pub n: Option<Printed>,
    /// Sum of the answers.
    pub sum: Option<Printed>,
    /// Mean.
    pub mean: Printed,
    /// Mean times weight.
    pub weighted: Option<Printed>,
    /// Rank of the mean.
    pub rank: Option<Printed>,
    /// Grade of the mean.
    pub grade: Option<char>,
}

/// A table of elements.
#[derive(Debug, Clone, PartialEq)]
pub struct Service {
    /// The elements.
    pub rows: Vec<ElementRow>,
    /// Sum of the means.
    pub sum_of_means: Option<Printed>,
    /// Sum of the weighted means.
    pub sum_of_weighted: Option<Printed>,
    /// The index.
    pub index: Option<Printed>,
    /// The grade printed beside the index.
    pub grade: Option<char>,
}

/// Reads a table of elements; none when it is not one. Only where columns are certain.
pub fn find(table: &Table) -> Option<Service> {
    if !table.aligned {
        return None;
    }
    let at = |is: &dyn Fn(&str) -> bool| {
        let found: Vec<usize> = table.headings.iter().enumerate().filter(|(_, heading)| is(heading)).map(|(at, _)| at).collect();
        match found[..] {
            [only] => Some(only),
            _ => None,
        }
    };
    let weighted = |heading: &str| heading.contains("tertimbang") || heading.contains("weighted mean");
    let mean = at(&|heading| {
        !weighted(heading) && (heading.split(' ').any(|word| word == "nrr") || heading == "nilai rata rata unsur")
    })?;
    let weighted = at(&weighted);
    let sum = at(&|heading| ["jumlah nilai", "jumlah nilai per unsur", "nilai per unsur", "sum"].contains(&heading));
    let n = at(&|heading| ["n", "responden", "jumlah responden", "respondents"].contains(&heading));
    let grade = at(&|heading| ["mutu", "mutu pelayanan", "mutu unsur", "grade"].contains(&heading));
    let rank = at(&|heading| ["peringkat", "rank", "ranking"].contains(&heading));
    let number = |row: &Row, at: Option<usize>, name: &str| {
        let text = row.cells.get(at?).filter(|text| looks_numeric(text))?;
        table.number(row, text, name).map(Printed::rounded)
    };
    let letter = |cell: &String| match cell.trim().as_bytes() {
        [letter @ b'A'..=b'D'] => Some(char::from(*letter)),
        _ => None,
    };
    let mut service = Service { rows: Vec::new(), sum_of_means: None, sum_of_weighted: None, index: None, grade: None };
    for row in table.rows.iter().filter(|row| row.aligned) {
        let label = plain(&row.label);
        let words: Vec<&str> = label.split(' ').collect();
        let is_index = words.iter().any(|word| ["ikm", "skm", "indeks", "index", "konversi"].contains(word));
        let is_total = ["jumlah", "total", "sum"].contains(&words.first().copied().unwrap_or_default());
        if is_index {
            let numbers = row.cells.iter().filter(|cell| looks_numeric(cell)).filter_map(|cell| table.number(row, cell, "IKM"));
            let numbers: Vec<Printed> = numbers.map(Printed::rounded).collect();
            if let [only] = &numbers[..] {
                service.index = Some(only.clone());
            }
            service.grade = row.cells.iter().find_map(letter);
        } else if is_total {
            service.sum_of_means = number(row, Some(mean), "Σ NRR");
            service.sum_of_weighted = number(row, weighted, "Σ NRR tertimbang");
        } else if let Some(mean) = number(row, Some(mean), "NRR") {
            service.rows.push(ElementRow {
                place: table.place.cell(row.line, &row.label, ""),
                label: row.label.clone(),
                n: number(row, n, "n").filter(|n| n.decimals == 0),
                sum: number(row, sum, "Σ").filter(|sum| sum.decimals == 0),
                mean,
                weighted: number(row, weighted, "NRR tertimbang"),
                rank: number(row, rank, "rank").filter(|rank| rank.decimals == 0),
                grade: row.cells.get(grade.unwrap_or(usize::MAX)).and_then(letter),
            });
        }
    }
    (service.rows.len() > 1).then_some(service)
}
