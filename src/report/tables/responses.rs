//! Answers to the items of a variable: how often each answer was given, its score, sum and mean.

use super::parts::{Cells, group, with_symbol};
use crate::report::desk::{Desk, narrow, row, words};
use crate::report::document::{Align, Cell, Inline, Row, RowKind, Table};
use crate::study::{Indicator, Item, Scale, Variable};

/// Answers up to which each has a column for its frequency and one for its score.
const POINTS_WITH_SCORES: usize = 7;
/// Answers up to which each has a column at all.
const POINTS_WITH_COLUMNS: usize = 11;

/// The answers to the items of one variable.
pub fn responses(desk: &Desk<'_>, code: &str) -> Option<Table> {
    let variable = desk.study.variable(code)?;
    let (scale, indicators) = (variable.scale()?, variable.indicators());
    if indicators.is_empty() {
        return None;
    }
    let layout = Layout::of(scale);
    let caption = desk.terms.fill("caption.responses", &[vec![Inline::text(desk.name(code))]]);
    let mut columns = vec![words(1.0)];
    columns.extend(vec![narrow(Align::Decimal); layout.columns() + 2]);
    let mut table = desk.table(format!("responses-{code}"), caption, columns);
    table.wide = true;
    table.header = layout.header(desk, scale, &desk.short(code));
    let mut cells = Cells::new(desk);
    for (position, indicator) in indicators.iter().enumerate() {
        if let Some(dimension) = begins_dimension(variable, position) {
            table.rows.push(group(with_symbol(desk.name(&dimension), &dimension), table.columns.len()));
        }
        if indicator.items.len() > 1 {
            let name = vec![Inline::text(indicator.name.plain(desk.language))];
            table.rows.push(group(name, table.columns.len()));
        }
        item_rows(desk, scale, indicator, &layout, &mut cells, &mut table);
    }
    let label = desk.term_cell("row.mean_of_responses").spanning(table.columns.len() - 1, 1).aligned(Align::Left);
    let mean = cells.number(&format!("variables/{code}/item_mean"));
    table.rows.push(Row { kind: RowKind::Total, cells: vec![label, mean] });
    table.notes.extend(reversed_note(desk, variable));
    let left_out: Vec<&Item> = variable.items().filter(|item| desk.is_left_out(item)).collect();
    table.notes.extend((!left_out.is_empty()).then(|| desk.terms.fill("note.left_out_of_score", &[symbols_of(left_out)])));
    table.notes.extend(cells.notes());
    Some(table)
}

fn item_rows(desk: &Desk<'_>, scale: &Scale, indicator: &Indicator, layout: &Layout, cells: &mut Cells<'_>, table: &mut Table) {
    for item in &indicator.items {
        let at = format!("items/{}", item.code);
        let mut line = vec![Cell::new(with_symbol(item.name.plain(desk.language), &item.code))];
        match layout {
            Layout::CountsAndScores(_) => {
                for value in scale.values() {
                    line.push(cells.number(&format!("{at}/counts/{value}")));
                    line.push(cells.number(&format!("{at}/scores/{value}")));
                }
            }
            Layout::Counts(_) => line.extend(scale.values().map(|value| cells.number(&format!("{at}/counts/{value}")))),
            Layout::Total => line.push(cells.number(&format!("{at}/n"))),
        }
        line.push(cells.number(&format!("{at}/sum")));
        line.push(cells.number(&format!("{at}/mean")));
        table.rows.push(row(line));
    }
}

/// What stands between the indicator and the sum: as much as the width of a page carries.
enum Layout {
    /// Frequency and score of each answer.
    CountsAndScores(usize),
    /// Frequency of each answer.
    Counts(usize),
    /// Only how many answered.
    Total,
}

impl Layout {
    fn of(scale: &Scale) -> Layout {
        match scale.points() {
            points if points <= POINTS_WITH_SCORES => Layout::CountsAndScores(points),
            points if points <= POINTS_WITH_COLUMNS => Layout::Counts(points),
            _ => Layout::Total,
        }
    }

    fn columns(&self) -> usize {
        match self {
            Layout::CountsAndScores(points) => points * 2,
            Layout::Counts(points) => *points,
            Layout::Total => 1,
        }
    }

    fn header(&self, desk: &Desk<'_>, scale: &Scale, short: &str) -> Vec<Vec<Cell>> {
        let rows = match self {
            Layout::CountsAndScores(_) => 3,
            Layout::Counts(_) => 2,
            Layout::Total => 1,
        };
        let about = match self {
            Layout::Total => desk.term_cell("column.answers"),
            _ => Cell::new(desk.terms.fill("column.responses_about", &[vec![Inline::text(short)]])),
        };
        let mut header = vec![vec![
            desk.term_cell("column.indicator").spanning(1, rows),
            about.spanning(self.columns(), 1),
            desk.term_cell("column.sum").spanning(1, rows),
            desk.term_cell("column.mean").spanning(1, rows),
        ]];
        if let Layout::CountsAndScores(_) | Layout::Counts(_) = self {
            let width = if rows == 3 { 2 } else { 1 };
            header.push(answer_names(desk, scale).into_iter().map(|name| Cell::text(name).spanning(width, 1)).collect());
        }
        if let Layout::CountsAndScores(points) = self {
            let pair = [desk.term_cell("column.f"), desk.term_cell("column.score")];
            header.push((0..*points).flat_map(|_| pair.clone()).collect());
        }
        header
    }
}

/// The short forms of the answers, or their scores.
fn answer_names(desk: &Desk<'_>, scale: &Scale) -> Vec<String> {
    let named = scale.values().enumerate();
    named
        .map(|(position, value)| match scale.abbreviations.get(position) {
            Some(abbreviation) => abbreviation.get(desk.language).to_owned(),
            None => value.to_string(),
        })
        .collect()
}

/// The dimension whose first indicator stands at this position.
fn begins_dimension(variable: &Variable, position: usize) -> Option<String> {
    let dimension = variable.dimensions().find(|dimension| dimension.indicators.start == position)?;
    Some(variable.name_of(dimension))
}

/// `X₁.₁, X₁.₂`.
pub(super) fn symbols_of<'a>(items: impl IntoIterator<Item = &'a Item>) -> Vec<Inline> {
    let mut symbols = Vec::new();
    for item in items {
        if !symbols.is_empty() {
            symbols.push(Inline::text(", "));
        }
        symbols.push(crate::report::desk::symbol(&item.code));
    }
    symbols
}

/// Says which items are counted by the scores they got when they were turned round.
fn reversed_note(desk: &Desk<'_>, variable: &Variable) -> Option<Vec<Inline>> {
    let symbols = symbols_of(variable.items().filter(|item| item.reverse));
    (!symbols.is_empty()).then(|| desk.terms.fill("note.reversed", &[symbols]))
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used, clippy::panic)]
    use super::*;
    use crate::report::tables::example::{Example, named};
    use crate::study::Measure;

    #[test]
    fn responses_as_table_4_5() {
        let example = Example::new();
        let table = example.table("responses", Some("X1"));
        assert_eq!(example.words(&table.caption), "Tanggapan Responden Mengenai Variabel Kompetensi");
        assert!(table.wide);
        let header = example.header(&table);
        assert_eq!(header[0][1], ("Tanggapan Responden tentang Kompetensi".to_owned(), 10, 1));
        let answers: Vec<&str> = header[1].iter().map(|(name, ..)| name.as_str()).collect();
        assert_eq!(answers, ["STS", "TS", "N", "S", "SS"]);
        assert_eq!((header[2].len(), header[2][0].0.as_str(), header[2][1].0.as_str()), (10, "F", "Skor"));
        let rows = example.rows(&table);
        assert_eq!(rows[0], "Orientasi pada hasil (X1.1) | 0 | 0 | 10 | 20 | 26 | 78 | 27 | 108 | 5 | 25 | 231 | 3,397");
        assert_eq!(rows[6], "Pemberdayaan (X1.7) | 0 | 0 | 14 | 28 | 22 | 66 | 24 | 96 | 8 | 40 | 230 | 3,382");
        assert_eq!(rows[9], "Nilai Rata-Rata Tanggapan Responden | 3,392");
        assert_eq!(table.rows[9].kind, RowKind::Total);
    }

    #[test]
    fn responses_as_tables_4_6_to_4_8() {
        let example = Example::new();
        for (code, about, position, line, mean) in [
            (
                "X2",
                "LMX",
                5,
                "Hubungan kerja antara pemimpin (X2.6) | 0 | 0 | 5 | 10 | 26 | 78 | 33 | 132 | 4 | 20 | 240 | 3,529",
                "3,382",
            ),
            ("Y1", "OCB", 7, "Memberikan saran (Y1.8) | 0 | 0 | 9 | 18 | 35 | 105 | 24 | 96 | 0 | 0 | 219 | 3,221", "3,366"),
            (
                "Y2",
                "Kinerja Pegawai",
                9,
                "Kerja sama (Y2.10) | 0 | 0 | 6 | 12 | 25 | 75 | 30 | 120 | 7 | 35 | 242 | 3,559",
                "3,385",
            ),
        ] {
            let table = example.table("responses", Some(code));
            assert_eq!(example.header(&table)[0][1].0, format!("Tanggapan Responden tentang {about}"));
            let rows = example.rows(&table);
            assert_eq!(rows[position], line);
            assert_eq!(rows.last().unwrap(), &format!("Nilai Rata-Rata Tanggapan Responden | {mean}"));
        }
    }

    #[test]
    fn answers_without_short_forms_are_called_by_their_scores() {
        let mut study = named();
        let Measure::Items { scale, indicators, .. } = &mut study.variables.get_mut("X1").unwrap().measure else { panic!() };
        scale.abbreviations.clear();
        indicators[1].items[0].reverse = true;
        let moved = indicators.remove(8);
        indicators[7].items.extend(moved.items);
        let example = Example::of(study, |_| {});
        let table = example.table("responses", Some("X1"));
        let answers: Vec<String> = example.header(&table)[1].iter().map(|(name, ..)| name.clone()).collect();
        assert_eq!(answers, ["1", "2", "3", "4", "5"]);
        // An indicator of two items names the rows of both.
        let groups: Vec<usize> = (0..table.rows.len()).filter(|row| table.rows[*row].kind == RowKind::Group).collect();
        assert_eq!(groups, [7]);
        let rows = example.rows(&table);
        assert_eq!(rows[7], "Berpikir strategis");
        assert!(rows[9].starts_with("Manajemen perubahan (X1.9) | "));
        // Table 4.5 has 0, 13, 21, 29, 5 for X1.2; reversed they stand the other way round.
        assert_eq!(rows[1], "Kerja sama (X1.2) | 5 | 5 | 29 | 58 | 21 | 63 | 13 | 52 | 0 | 0 | 178 | 2,618");
        let notes = example.notes(&table);
        assert_eq!(notes, ["Butir X1.2 berarah terbalik; frekuensinya disajikan menurut skor setelah dibalik."]);
    }

    #[test]
    fn long_scales_show_what_a_page_carries() {
        for (max, columns) in [(7, 17), (10, 13), (100, 4)] {
            let mut study = named();
            let Measure::Items { scale, .. } = &mut study.variables.get_mut("X1").unwrap().measure else { panic!() };
            scale.max = max;
            scale.abbreviations.clear();
            let example = Example::of(study, |_| {});
            let table = example.table("responses", Some("X1"));
            assert_eq!(table.columns.len(), columns, "1 to {max}");
            let covered: usize = table.header.iter().flatten().map(|cell| cell.columns * cell.rows).sum();
            assert_eq!(covered, columns * table.header.len());
            assert!(example.rows(&table)[0].ends_with(" | 231 | 3,397"));
        }
    }
}
