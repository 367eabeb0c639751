//! Variables scored from records: the dimensions, the bands persons are in, the points they have, and the matrix of an appraisal.

use super::parts::Cells;
use crate::numbers::Setting;
use crate::report::desk::{Desk, NO_VALUE, narrow, row, words};
use crate::report::document::{Align, Cell, Inline, Row, RowKind, Table};

fn caption(desk: &Desk<'_>, key: &str, code: &str) -> Vec<Inline> {
    desk.terms.fill(key, &[vec![Inline::text(desk.name(code))]])
}

/// The dimensions of a variable and the whole: what is possible, mean, share, lowest, highest.
pub fn parts(desk: &Desk<'_>, code: &str) -> Option<Table> {
    let records = desk.study.variable(code)?.records()?;
    let at = format!("records/{code}/parts");
    let appraised = records.rule.is_some();
    let fields: &[(&str, &str)] = if appraised {
        &[("column.n", "n"), ("column.minimum", "lowest"), ("column.maximum", "highest"), ("column.mean", "mean")]
    } else {
        &[
            ("column.n", "n"),
            ("column.possible", "possible"),
            ("column.minimum", "lowest"),
            ("column.maximum", "highest"),
            ("column.mean", "mean"),
            ("column.share", "percent"),
        ]
    };
    // A mean of ranks is no value of its own.
    if desk.view.len(&format!("records/{code}/matrix")) > 0 {
        return None;
    }
    let mut columns = vec![words(1.0)];
    columns.extend(vec![narrow(Align::Decimal); fields.len()]);
    columns.push(narrow(Align::Left));
    let mut table = desk.table(format!("records-{code}"), caption(desk, "caption.records", code), columns);
    let mut header = vec![desk.term_cell(if records.dimensions.is_empty() { "column.variable" } else { "column.dimension" })];
    header.extend(fields.iter().map(|(heading, _)| desk.term_cell(heading)));
    header.push(desk.term_cell("column.category"));
    table.header = vec![header];
    let mut cells = Cells::new(desk);
    for name in desk.view.keys(&at) {
        let whole = name == code;
        let mut line = vec![if whole { desk.term_cell("column.whole") } else { Cell::text(desk.name(&name)) }];
        line.extend(fields.iter().map(|(_, field)| cells.number(&format!("{at}/{name}/{field}"))));
        let category = desk.view.text(&format!("variables/{name}/category")).filter(|_| whole);
        line.push(Cell::text(category.unwrap_or(if whole { NO_VALUE } else { "" })));
        table.rows.push(Row { kind: if whole { RowKind::Total } else { RowKind::Body }, cells: line });
    }
    table.notes.extend(cells.notes());
    Some(table)
}

/// Persons by bands or predicates, the highest first.
pub fn bands(desk: &Desk<'_>, code: &str) -> Option<Table> {
    let at = format!("records/{code}/bands");
    let count = desk.view.len(&at);
    if count == 0 {
        return None;
    }
    let by_matrix = desk.absent(&format!("{at}/0/from")).is_some();
    let mut columns = vec![words(1.0)];
    let mut header = vec![desk.term_cell(if by_matrix { "column.predicate" } else { "column.category" })];
    if !by_matrix {
        columns.push(narrow(Align::Center));
        header.push(desk.term_cell("column.score"));
    }
    columns.extend([narrow(Align::Right), narrow(Align::Decimal)]);
    header.extend([desk.term_cell("column.frequency"), desk.term_cell("column.percentage")]);
    let mut table = desk.table(format!("record-bands-{code}"), caption(desk, "caption.record_bands", code), columns);
    table.header = vec![header];
    let mut cells = Cells::new(desk);
    for position in (0..count).rev() {
        let band = format!("{at}/{position}");
        let mut line = vec![Cell::text(desk.view.text(&format!("{band}/name")).unwrap_or_default())];
        if !by_matrix {
            // The lowest band begins nowhere.
            line.push(match desk.view.inline(&format!("{band}/from"), Setting::Table).filter(|_| position > 0) {
                Some(value) => Cell::new(vec![Inline::text("≥\u{a0}"), value]).aligned(Align::Center),
                None => desk.term_cell("row.below").aligned(Align::Center),
            });
        }
        line.extend([cells.number(&format!("{band}/count")), cells.number(&format!("{band}/percent"))]);
        table.rows.push(row(line));
    }
    let mut total = vec![desk.term_cell("row.total")];
    if !by_matrix {
        total.push(Cell::empty());
    }
    total.extend([cells.number(&format!("records/{code}/n")), cells.number(&format!("records/{code}/percent_total"))]);
    table.rows.push(Row { kind: RowKind::Total, cells: total });
    if !by_matrix {
        table.notes.push(desk.terms.fill("note.lower_bounds", &[]));
    }
    table.notes.extend(cells.notes());
    Some(table)
}

/// The points that persons have, item by item.
pub fn points(desk: &Desk<'_>, code: &str) -> Option<Table> {
    let records = desk.study.variable(code)?.records().filter(|records| records.rule.is_none())?;
    let columns = vec![words(1.0), narrow(Align::Decimal), narrow(Align::Right), narrow(Align::Decimal)];
    let mut table = desk.table(format!("record-points-{code}"), caption(desk, "caption.record_points", code), columns);
    table.header = vec![
        ["column.record", "column.points", "column.persons", "column.share_of_records"].map(|key| desk.term_cell(key)).to_vec(),
    ];
    let mut cells = Cells::new(desk);
    for record in &records.items {
        let at = format!("records/{code}/items/{}", record.item.code);
        for position in 0..desk.view.len(&at) {
            let name = if position == 0 { record.item.name.plain(desk.language) } else { String::new() };
            let mut line = vec![Cell::text(name)];
            line.extend(["points", "count", "percent"].map(|field| cells.number(&format!("{at}/{position}/{field}"))));
            table.rows.push(row(line));
        }
    }
    if table.rows.is_empty() {
        return None;
    }
    table.notes.extend(cells.notes());
    Some(table)
}

/// Persons by results and behaviour, with the predicate of each cell.
pub fn matrix(desk: &Desk<'_>, code: &str) -> Option<Table> {
    let at = format!("records/{code}");
    if desk.view.len(&format!("{at}/matrix")) == 0 {
        return None;
    }
    const RATINGS: [&str; 3] = ["above", "meets", "below"];
    // Ranks of the predicates from 0, as the regulation's table has them.
    const PREDICATES: [[usize; 3]; 3] = [[4, 3, 1], [3, 3, 1], [2, 2, 0]];
    let mut columns = vec![words(1.0)];
    columns.extend([words(0.8), words(0.8), words(0.8), narrow(Align::Right)]);
    let mut table = desk.table(format!("record-matrix-{code}"), caption(desk, "caption.record_matrix", code), columns);
    let rating = |name: &str| desk.term_cell(&format!("rating.{name}"));
    let mut below: Vec<Cell> = RATINGS.iter().map(|name| rating(name)).collect();
    table.header = vec![
        vec![
            desk.term_cell("column.results").spanning(1, 2),
            desk.term_cell("column.behavior").spanning(3, 1),
            desk.term_cell("row.total").spanning(1, 2),
        ],
        std::mem::take(&mut below),
    ];
    let mut cells = Cells::new(desk);
    for (line, (name, predicates)) in RATINGS.iter().zip(PREDICATES).enumerate() {
        let mut out = vec![rating(name)];
        for (column, predicate) in predicates.into_iter().enumerate() {
            let mut cell = cells.number(&format!("{at}/matrix/{line}/{column}"));
            let predicate = desk.view.text(&format!("{at}/bands/{predicate}/name")).unwrap_or_default();
            cell.content.push(Inline::text(format!(" ({predicate})")));
            out.push(cell.aligned(Align::Left));
        }
        out.push(cells.number(&format!("{at}/row_totals/{line}")));
        table.rows.push(row(out));
    }
    let mut total = vec![desk.term_cell("row.total")];
    total.extend((0..3).map(|column| cells.number(&format!("{at}/column_totals/{column}")).aligned(Align::Left)));
    total.push(cells.number(&format!("{at}/n")));
    table.rows.push(Row { kind: RowKind::Total, cells: total });
    Some(table)
}
