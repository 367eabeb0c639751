//! Correlations between all variables, the lower half of the matrix with stars.

use super::parts::{Cells, with_mark};
use crate::numbers::Setting;
use crate::report::desk::{Desk, narrow, row, words};
use crate::report::document::{Align, Cell, Inline, Table};
use crate::report::view::Found;

/// Fewer variables need no matrix.
const FEWEST: usize = 3;
/// More columns fit on no page.
const MOST: usize = 12;

/// Pearson's correlations of the study's variables, as `CORRELATIONS` prints them, each once.
pub fn correlations(desk: &Desk<'_>) -> Option<Table> {
    let count = desk.view.len("correlations");
    let at = |position: usize| format!("correlations/{position}");
    let code = |position: usize, key: &str| desk.view.text(&format!("{}/{key}", at(position)));
    // In the order of the study.
    let is_in = |name: &str| (0..count).any(|pair| code(pair, "a") == Some(name) || code(pair, "b") == Some(name));
    let names: Vec<&str> = desk.study.variables.keys().map(String::as_str).filter(|name| is_in(name)).collect();
    if !(FEWEST..=MOST).contains(&names.len()) {
        return None;
    }
    let joins = |pair: usize, x: &str, y: &str| {
        let ends = (code(pair, "a"), code(pair, "b"));
        ends == (Some(x), Some(y)) || ends == (Some(y), Some(x))
    };
    let mut columns = vec![narrow(Align::Center), words(1.0)];
    columns.extend(vec![narrow(Align::Decimal); names.len() - 1]);
    let mut table = desk.table("correlations", desk.terms.fill("caption.correlations", &[]), columns);
    table.wide = names.len() > 7;
    let mut header = vec![desk.term_cell("column.number"), desk.term_cell("column.variable")];
    header.extend((1..names.len()).map(|position| Cell::new(number(position))));
    table.header = vec![header];
    let mut cells = Cells::new(desk);
    let levels = levels(desk);
    let mut most_stars = 0;
    for (line, own) in names.iter().enumerate() {
        let mut out = vec![Cell::new(number(line + 1)), Cell::new(vec![Inline::text(desk.name(own))])];
        for (column, other) in names.iter().enumerate().take(names.len() - 1) {
            let pair = (column < line).then(|| (0..count).find(|pair| joins(*pair, own, other))).flatten();
            let Some(pair) = pair else {
                out.push(Cell::empty());
                continue;
            };
            let cell = cells.number(&format!("{}/pearson/r", at(pair)));
            let stars = match desk.view.get(&format!("{}/pearson/p", at(pair))) {
                Some(Found::Number(p)) => levels.iter().filter(|level| p.value < **level).count(),
                _ => 0,
            };
            most_stars = most_stars.max(stars);
            out.push(if stars > 0 { with_mark(cell, &"*".repeat(stars)) } else { cell });
        }
        table.rows.push(row(out));
    }
    let n = |pair: usize| match desk.view.get(&format!("{}/n", at(pair))) {
        Some(Found::Number(n)) => Some(n.value),
        _ => None,
    };
    let first = desk.view.inline(&format!("{}/n", at(0)), Setting::Sentence);
    match first {
        Some(printed) if (0..count).all(|pair| n(pair) == n(0)) => {
            table.notes.push(desk.terms.fill("note.correlations", &[vec![printed]]));
        }
        _ => table.notes.push(desk.terms.fill("note.correlations_pairwise", &[])),
    }
    let alpha = desk.view.inline("meta/alpha", Setting::Sentence).into_iter().collect();
    if most_stars > 0 {
        table.notes.push(desk.terms.fill("note.star", &[vec![Inline::text("*")], alpha]));
    }
    if most_stars > 1 {
        table.notes.push(desk.terms.fill("note.two_stars", &[vec![Inline::text("**")]]));
    }
    table.notes.extend(cells.notes());
    Some(table)
}

/// The number of a line, which heads its column too.
fn number(position: usize) -> Vec<Inline> {
    vec![Inline::text(position.to_string())]
}

/// Below which significance one and two stars stand: alpha, and 0,01 where that is stricter.
fn levels(desk: &Desk<'_>) -> Vec<f64> {
    let alpha = desk.study.analysis.alpha;
    std::iter::once(alpha).chain(Some(0.01).filter(|strict| alpha > strict + 1e-9)).collect()
}

#[cfg(test)]
mod tests {
    use crate::report::tables::example::Example;

    #[test]
    fn each_pair_once_below_the_diagonal() {
        let example = Example::new();
        let table = example.table("correlations", None);
        let rows = example.rows(&table);
        // R 4.2.2, cor() of the row sums of examples/disnaker-semarang/responses.csv.
        assert_eq!(
            rows,
            [
                "1 | Kompetensi |  |  | ",
                "2 | Leader Member Exchange | 0,760** |  | ",
                "3 | Organizational Citizenship Behavior | 0,796** | 0,710** | ",
                "4 | Kinerja Pegawai | 0,732** | 0,696** | 0,718**",
            ]
        );
        let notes = example.notes(&table);
        assert_eq!(notes[0], "Koefisien korelasi Pearson; n = 68.");
        assert_eq!(notes[1..], ["* Sig. (dua arah) di bawah 0,05.", "** Sig. (dua arah) di bawah 0,01."]);
    }
}
