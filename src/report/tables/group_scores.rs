//! Scores per value of a characteristic: of the variables, of the dimensions of one, and of two measurements.

use super::parts::Cells;
use crate::report::desk::{Desk, NO_VALUE, narrow, row, words};
use crate::report::document::{Align, Cell, Inline, Row, RowKind, Table};

/// Most variables beside each other in a table that stands upright.
const UPRIGHT: usize = 2;

/// The groups of a characteristic and where their scores stand.
struct Groups<'a> {
    desk: &'a Desk<'a>,
    at: String,
    values: Vec<&'a str>,
}

impl<'a> Groups<'a> {
    fn of(desk: &'a Desk<'a>, code: &str) -> Option<Groups<'a>> {
        let at = format!("group_scores/{code}");
        let values = super::parts::texts(desk, &format!("{at}/values"));
        (!values.is_empty()).then_some(Groups { desk, at, values })
    }

    fn small(&self, position: usize) -> bool {
        let path = format!("{}/small", self.at);
        (0..self.desk.view.len(&path)).any(|entry| self.desk.view.count(&format!("{path}/{entry}")) == Some(position as u64))
    }

    /// A group's name, marked where it is too small to be compared.
    fn label(&self, position: usize) -> Cell {
        let name = self.values.get(position).copied().unwrap_or_default();
        Cell::text(if self.small(position) { format!("{name}*") } else { name.to_owned() })
    }

    /// The rows of the groups and of everybody: label, number of respondents, and the cells that `of` gives for a row's name.
    fn rows(&self, cells: &mut Cells<'a>, of: impl Fn(&mut Cells<'a>, &str) -> Vec<Cell>) -> Vec<Row> {
        let mut rows = Vec::new();
        for position in 0..self.values.len() {
            let mut line = vec![self.label(position), cells.number(&format!("{}/counts/{position}", self.at))];
            line.extend(of(cells, &format!("rows/{position}")));
            rows.push(row(line));
        }
        let mut line = vec![self.desk.term_cell("row.all_respondents"), cells.number("data/n")];
        line.extend(of(cells, "overall"));
        rows.push(Row { kind: RowKind::Total, cells: line });
        rows
    }

    fn number(&self, path: &str) -> Vec<Inline> {
        self.desk.view.inline(path, crate::numbers::Setting::Sentence).into_iter().collect()
    }

    fn notes(&self, names: &[String]) -> Vec<Vec<Inline>> {
        let mut notes = Vec::new();
        if self.desk.view.len(&format!("{}/small", self.at)) > 0 {
            notes.push(self.desk.terms.fill("note.small_groups", &[self.number(&format!("{}/minimum", self.at))]));
        }
        for name in names {
            let without = format!("{}/scores/{name}/without", self.at);
            if self.desk.view.count(&without).is_some_and(|count| count > 0) {
                let of = vec![Inline::text(self.desk.name(name))];
                notes.push(self.desk.terms.fill("note.without_score", &[of, self.number(&without)]));
            }
        }
        if self.desk.view.count(&format!("{}/missing", self.at)).is_some_and(|count| count > 0) {
            notes.push(self.desk.terms.fill("note.without_value", &[self.number(&format!("{}/missing", self.at))]));
        }
        notes
    }

    /// The mean of a row, of the kind that is printed.
    fn mean(&self, cells: &mut Cells<'a>, name: &str, of: &str) -> Cell {
        let measure = self.desk.view.text(&format!("{}/scores/{name}/measure", self.at)).unwrap_or("score");
        cells.number(&format!("{}/scores/{name}/{of}/{measure}", self.at))
    }
}

/// Every variable per value of a characteristic: its mean and, where it has bands, the band.
pub fn group_scores(desk: &Desk<'_>, code: &str) -> Option<Table> {
    let groups = Groups::of(desk, code)?;
    let variables: Vec<String> = desk.study.variables.keys().cloned().collect();
    let banded = |name: &String| {
        let variable = desk.study.variable(name);
        let of_records = variable.and_then(|variable| variable.records()).is_some_and(|records| records.bands.is_some());
        of_records || variable.is_some_and(|variable| variable.scale().is_some())
    };
    let mut columns = vec![words(1.0), narrow(Align::Right)];
    let mut heads = vec![Cell::text(desk.name(code)).spanning(1, 2), desk.term_cell("column.n").spanning(1, 2)];
    let mut below = Vec::new();
    for name in &variables {
        columns.push(narrow(Align::Decimal));
        below.push(desk.term_cell("column.mean"));
        if banded(name) {
            columns.push(narrow(Align::Left));
            below.push(desk.term_cell("column.category"));
        }
        heads.push(Cell::text(desk.short(name)).spanning(if banded(name) { 2 } else { 1 }, 1));
    }
    let caption = desk.terms.fill("caption.group_scores", &[vec![Inline::text(desk.name(code))]]);
    let mut table = desk.table(format!("group-scores-{code}"), caption, columns);
    table.wide = variables.len() > UPRIGHT;
    table.header = vec![heads, below];
    let mut cells = Cells::new(desk);
    table.rows = groups.rows(&mut cells, |cells, of| {
        let mut line = Vec::new();
        for name in &variables {
            line.push(groups.mean(cells, name, of));
            if banded(name) {
                let category = desk.view.text(&format!("{}/scores/{name}/{of}/category", groups.at));
                line.push(Cell::text(category.unwrap_or(NO_VALUE)));
            }
        }
        line
    });
    table.notes = groups.notes(&variables);
    table.notes.extend(cells.notes());
    Some(table)
}

/// The dimensions of a variable per value of a characteristic, by the key `characteristic>variable`.
pub fn group_dimensions(desk: &Desk<'_>, key: &str) -> Option<Table> {
    let (code, variable) = key.split_once('>')?;
    let groups = Groups::of(desk, code)?;
    let variable = desk.study.variable(variable)?;
    let dimensions: Vec<(String, &str)> =
        variable.dimensions().map(|part| (variable.name_of(part), part.code.as_str())).collect();
    if dimensions.is_empty() {
        return None;
    }
    let mut columns = vec![words(1.0), narrow(Align::Right)];
    columns.extend(vec![narrow(Align::Decimal); dimensions.len() + 1]);
    let slots = [vec![Inline::text(desk.name(&variable.code))], vec![Inline::text(desk.name(code))]];
    let mut table = desk.table(format!("group-dimensions-{key}"), desk.terms.fill("caption.group_dimensions", &slots), columns);
    let mut header = vec![Cell::text(desk.name(code)), desk.term_cell("column.n")];
    header.extend(dimensions.iter().map(|(_, code)| Cell::text(*code)));
    header.push(desk.term_cell("column.whole"));
    table.header = vec![header];
    let mut cells = Cells::new(desk);
    let names: Vec<String> =
        dimensions.iter().map(|(name, _)| name.clone()).chain(std::iter::once(variable.code.clone())).collect();
    table.rows = groups.rows(&mut cells, |cells, of| names.iter().map(|name| groups.mean(cells, name, of)).collect());
    let meaning: Vec<String> = dimensions.iter().map(|(name, code)| format!("{code}: {}", desk.name(name))).collect();
    table.notes.push(vec![Inline::text(format!("{}.", meaning.join("; ")))]);
    table.notes.extend(groups.notes(&names));
    table.notes.extend(cells.notes());
    Some(table)
}

/// Two measurements per value of a characteristic with their gain, by the key `characteristic>hypothesis`.
pub fn group_gains(desk: &Desk<'_>, key: &str) -> Option<Table> {
    let (code, hypothesis) = key.split_once('>')?;
    let groups = Groups::of(desk, code)?;
    let at = format!("{}/gains/{hypothesis}", groups.at);
    let name = |key: &str| desk.view.text(&format!("{at}/{key}")).map(|name| vec![Inline::text(desk.name(name))]);
    let (first, second) = (name("first")?, name("second")?);
    let gained = desk.absent(&format!("{at}/overall/gain")).is_none();
    let percent = desk.study.analysis.gain == crate::study::settings::GainBands::Percent;
    let mut columns = vec![words(1.0), narrow(Align::Right)];
    columns.extend(vec![narrow(Align::Decimal); if gained { 4 } else { 3 }]);
    let mut header = vec![
        Cell::text(desk.name(code)),
        desk.term_cell("column.n"),
        Cell::new(first.clone()),
        Cell::new(second.clone()),
        desk.term_cell("difference"),
    ];
    if gained {
        columns.push(narrow(Align::Left));
        header.push(desk.term_cell(if percent { "column.gain_percent_from" } else { "column.gain_from" }));
        header.push(desk.term_cell("column.category"));
    }
    let slots = [first, second, vec![Inline::text(desk.name(code))]];
    let mut table = desk.table(format!("group-gains-{key}"), desk.terms.fill("caption.group_gains", &slots), columns);
    table.header = vec![header];
    let mut cells = Cells::new(desk);
    let line = |cells: &mut Cells<'_>, label: Cell, of: String| {
        let mut line = vec![label];
        line.extend(["n", "before", "after", "change"].map(|field| cells.number(&format!("{of}/{field}"))));
        if gained {
            line.push(cells.number(&format!("{of}/{}", if percent { "gain_percent" } else { "gain" })));
            let band = desk.view.text(&format!("{of}/band"));
            line.push(band.map_or_else(|| Cell::text(NO_VALUE), |band| desk.term_cell(&format!("gain.{band}"))));
        }
        line
    };
    for position in 0..groups.values.len() {
        let cells = line(&mut cells, groups.label(position), format!("{at}/rows/{position}"));
        table.rows.push(row(cells));
    }
    let total = line(&mut cells, desk.term_cell("row.all_respondents"), format!("{at}/overall"));
    table.rows.push(Row { kind: RowKind::Total, cells: total });
    table.notes = groups.notes(&[]);
    table.notes.extend(cells.notes());
    Some(table)
}
