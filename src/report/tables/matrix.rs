//! The qualitative matrix: what interviews, observation and documents say of each indicator, the survey's mean beside them.

use super::parts::Cells;
use crate::language::Text;
use crate::report::desk::{Desk, NO_VALUE, narrow, row, words};
use crate::report::document::{Align, Cell, Inline, Table};
use crate::report::markup::author_inlines;
use crate::study::matrix::{Matrix, MatrixRow};

/// A column of the author's findings: its heading and where they stand.
type Column = (&'static str, fn(&MatrixRow) -> Option<&Text>);

const COLUMNS: [Column; 3] = [
    ("column.interview", |row| row.interview.as_ref()),
    ("column.observation", |row| row.observation.as_ref()),
    ("column.document", |row| row.document.as_ref()),
];

/// The matrix, with the columns that hold something.
pub fn matrix(desk: &Desk<'_>) -> Option<Table> {
    let matrix: &Matrix = desk.study.matrix.as_ref()?;
    if matrix.rows.is_empty() {
        return None;
    }
    let used: Vec<Column> = COLUMNS.into_iter().filter(|(_, pick)| matrix.rows.iter().any(|row| pick(row).is_some())).collect();
    let surveyed = matrix.rows.iter().any(|row| row.surveyed.is_some());
    let mut columns = vec![words(0.8)];
    columns.extend(used.iter().map(|_| words(1.2)));
    if surveyed {
        columns.push(narrow(Align::Decimal));
    }
    columns.push(words(1.0));
    let mut table = desk.table("matrix", desk.terms.fill("caption.matrix", &[]), columns);
    table.wide = used.len() > 2;
    let mut header = vec![desk.term_cell("column.indicator")];
    header.extend(used.iter().map(|(heading, _)| desk.term_cell(heading)));
    if surveyed {
        header.push(desk.term_cell("column.survey"));
    }
    header.push(desk.term_cell("column.conclusion"));
    table.header = vec![header];
    let mut cells = Cells::new(desk);
    let said = |text: Option<&Text>| {
        text.map_or_else(|| Cell::text(NO_VALUE), |text| Cell::new(author_inlines(text.get(desk.language))))
    };
    for (position, line) in matrix.rows.iter().enumerate() {
        let mut out = vec![Cell::text(line.name.plain(desk.language))];
        out.extend(used.iter().map(|(_, pick)| said(pick(line))));
        if surveyed {
            out.push(match line.surveyed {
                Some(_) => cells.number(&format!("matrix/rows/{position}/mean")),
                None => Cell::text(NO_VALUE),
            });
        }
        let mut conclusion = vec![Inline::text(desk.term(&format!("conclusion.{}", line.conclusion.key())))];
        if let Some(note) = &line.note {
            conclusion.push(Inline::text(": "));
            conclusion.extend(author_inlines(note.get(desk.language)));
        }
        out.push(Cell::new(conclusion));
        table.rows.push(row(out));
    }
    if surveyed {
        table.notes.push(desk.terms.fill("note.matrix_survey", &[]));
    }
    table.notes.extend(cells.notes());
    if let Some(sources) = &matrix.sources {
        table.source = Some(vec![Inline::text(format!("{}: {}", desk.term("source"), sources.get(desk.language)))]);
    }
    Some(table)
}
