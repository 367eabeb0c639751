//! Descriptive statistics of the variables and their dimensions.

use super::parts::{Cells, with_mark, with_symbol};
use crate::report::desk::{Desk, narrow, row, words};
use crate::report::document::{Align, Cell, Inline, Table};

/// Statistics in the order of the columns: heading and field.
const COLUMNS: [(&str, &str); 7] = [
    ("column.n", "n"),
    ("column.minimum", "min"),
    ("column.maximum", "max"),
    ("column.mean_of_scores", "mean"),
    ("column.median", "median"),
    ("column.mode", "mode"),
    ("column.sd", "sd"),
];

/// Scores of all variables.
pub fn descriptives(desk: &Desk<'_>) -> Option<Table> {
    let names = desk.view.keys("variables");
    if names.is_empty() {
        return None;
    }
    let caption = desk.terms.fill("caption.descriptives", &[]);
    let mut columns = vec![words(1.0)];
    columns.extend(vec![narrow(Align::Decimal); COLUMNS.len()]);
    let mut table = desk.table("descriptives", caption, columns);
    let mut header = vec![desk.term_cell("column.variable")];
    header.extend(COLUMNS.iter().map(|(heading, _)| desk.term_cell(heading)));
    table.header = vec![header];
    let mut cells = Cells::new(desk);
    let mut several = false;
    for name in names {
        let mut line = vec![Cell::new(with_symbol(desk.name(&name), &name))];
        for (_, field) in COLUMNS {
            let cell = cells.number(&format!("variables/{name}/{field}"));
            let marked = field == "mode" && desk.view.flag(&format!("variables/{name}/multiple_modes")) == Some(true);
            several |= marked;
            line.push(if marked { with_mark(cell, "a") } else { cell });
        }
        table.rows.push(row(line));
    }
    if several {
        table.notes.push(vec![Inline::text(format!("a. {}", desk.term("note.multiple_modes")))]);
    }
    table.notes.extend(cells.notes());
    Some(table)
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used, clippy::panic)]
    use crate::report::tables::example::{Example, named};

    #[test]
    fn descriptives_follow_from_the_published_sums() {
        let example = Example::new();
        let table = example.table("descriptives", None);
        let rows = example.rows(&table);
        // Means and standard deviations from the sums and squares of the scores: 2076 / 68 and so on.
        let read = |row: &str| -> Vec<String> { row.split(" | ").map(str::to_owned).collect() };
        for (row, name, mean, sd) in [
            (&rows[0], "Kompetensi (X1)", "30,529", "5,468"),
            (&rows[1], "Leader Member Exchange (X2)", "20,294", "3,511"),
            (&rows[2], "Organizational Citizenship Behavior (Y1)", "30,294", "4,476"),
            (&rows[3], "Kinerja Pegawai (Y2)", "33,853", "5,008"),
        ] {
            let cells = read(row);
            assert_eq!([&cells[0], &cells[1], &cells[4], &cells[7]], [name, "68", mean, sd]);
        }
        let example = Example::of(named(), |results| results.variables.get_mut("X1").unwrap().multiple_modes = true);
        let table = example.table("descriptives", None);
        assert!(read(&example.rows(&table)[0])[6].ends_with('a'));
        assert!(example.notes(&table)[0].starts_with("a. Terdapat lebih dari satu modus"));
    }
}
