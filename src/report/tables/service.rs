//! Satisfaction with a public service: its elements, the bands of the regulation, earlier periods, the plan of improvement.

use super::parts::Cells;
use crate::numbers::Setting;
use crate::report::desk::{Desk, NO_VALUE, narrow, row, words};
use crate::report::document::{Align, Cell, Inline, Row, RowKind, Table};
use crate::report::markup::author_inlines;
use crate::study::settings::PlannedStep;

/// The quarters of a year as plans name them.
const QUARTERS: [&str; 4] = ["I", "II", "III", "IV"];
/// Marks a quarter.
const MARK: &str = "√";

/// Every element with its mean, weighted mean, grade and rank; below them the index.
pub fn elements(desk: &Desk<'_>, code: &str) -> Option<Table> {
    let at = format!("service/{code}");
    desk.view.text(&format!("{at}/category"))?;
    let differ = desk.view.flag(&format!("service_facts/{code}/answers_differ")) == Some(true);
    let caption = desk.terms.fill("caption.service_items", &[vec![Inline::text(desk.name(code))]]);
    let mut columns = vec![narrow(Align::Center), words(1.0)];
    if differ {
        columns.push(narrow(Align::Right));
    }
    columns.extend(vec![narrow(Align::Right), narrow(Align::Decimal), narrow(Align::Decimal)]);
    columns.extend([narrow(Align::Center), narrow(Align::Center)]);
    let mut table = desk.table(format!("service-items-{code}"), caption, columns);
    let mut header = vec![desk.term_cell("column.number"), desk.term_cell("column.element")];
    if differ {
        header.push(desk.term_cell("column.n"));
    }
    header.extend(
        ["column.sum_of_answers", "column.nrr", "column.nrr_weighted", "column.grade", "column.rank"]
            .map(|key| desk.term_cell(key)),
    );
    table.header = vec![header];
    let mut cells = Cells::new(desk);
    let text = |path: String| Cell::text(desk.view.text(&path).unwrap_or(NO_VALUE)).aligned(Align::Center);
    for (position, item) in desk.items(code).iter().enumerate() {
        let own = format!("{at}/items/{}", item.code);
        let mut line = vec![
            Cell::text((position + 1).to_string()),
            Cell::text(format!("{} ({})", item.name.plain(desk.language), item.code)),
        ];
        if differ {
            line.push(desk.cell(&format!("{own}/n")));
        }
        line.extend(["sum", "nrr", "weighted"].map(|key| cells.number(&format!("{own}/{key}"))));
        line.extend([text(format!("{own}/grade")), cells.number(&format!("{own}/rank"))]);
        table.rows.push(row(line));
    }
    let before = if differ { 4 } else { 3 };
    table.rows.push(Row {
        kind: RowKind::Total,
        cells: vec![
            desk.term_cell("row.total").spanning(before, 1).aligned(Align::Left),
            cells.number(&format!("{at}/nrr_sum")),
            cells.number(&format!("{at}/weighted_sum")),
            Cell::empty().spanning(2, 1),
        ],
    });
    let times: Vec<Inline> = desk.view.inline(&format!("{at}/times"), Setting::Sentence).into_iter().collect();
    table.rows.push(Row {
        kind: RowKind::Total,
        cells: vec![
            Cell::new(desk.terms.fill("row.service_index", &[times])).spanning(before + 1, 1).aligned(Align::Left),
            cells.number(&format!("{at}/value")),
            text(format!("{at}/grade")),
            Cell::empty(),
        ],
    });
    let exact = desk.view.flag(&format!("{at}/exact")) == Some(true);
    let inline = |key: &str| desk.view.inline(&format!("{at}/{key}"), Setting::Sentence).into_iter().collect::<Vec<Inline>>();
    table.notes.push(match (exact, desk.absent(&format!("{at}/weight"))) {
        (true, _) => desk.terms.fill("note.service_exact", &[inline("used"), inline("weight")]),
        (false, None) => desk.terms.fill("note.service_weight", &[inline("weight")]),
        (false, Some(_)) => {
            let mut weights = Vec::new();
            for item in desk.items(code) {
                let Some(weight) = desk.view.inline(&format!("{at}/items/{}/weight", item.code), Setting::Sentence) else {
                    continue;
                };
                weights.push(Inline::text(format!("{}{} ", if weights.is_empty() { "" } else { "; " }, item.code)));
                weights.push(weight);
            }
            desk.terms.fill("note.service_weights", &[weights])
        }
    });
    table.notes.extend(cells.notes());
    Some(table)
}

/// The bands: on the scale of the answers, of the index, the grade and what it says.
pub fn bands(desk: &Desk<'_>, code: &str) -> Option<Table> {
    let at = format!("service/{code}/bands");
    let count = desk.view.len(&at);
    if count == 0 {
        return None;
    }
    let columns = vec![words(1.0), words(1.2), words(0.7), words(1.0)];
    let mut table = desk.table(format!("service-bands-{code}"), desk.terms.fill("caption.service_bands", &[]), columns);
    table.source = None;
    table.header = vec![
        ["column.interval_of_scale", "column.interval_of_index", "column.grade", "column.performance"]
            .map(|key| desk.term_cell(key))
            .into(),
    ];
    for band in 0..count {
        let own = format!("{at}/{band}");
        let inline = |key: &str| desk.view.inline(&format!("{own}/{key}"), Setting::Table);
        let text = |key: &str| Cell::text(desk.view.text(&format!("{own}/{key}")).unwrap_or_default()).aligned(Align::Center);
        let mut scale = vec![Inline::text("≥\u{a0}")];
        scale.extend(inline("scale_low"));
        let mut index: Vec<Inline> = inline("band_low").into_iter().collect();
        index.push(Inline::text("–"));
        index.extend(inline("band_high"));
        table.rows.push(row(vec![
            Cell::new(scale).aligned(Align::Center),
            Cell::new(index).aligned(Align::Center),
            text("grade"),
            text("performance"),
        ]));
    }
    Some(table)
}

/// The index of earlier periods and of this one.
pub fn trend(desk: &Desk<'_>, code: &str) -> Option<Table> {
    let at = format!("service/{code}");
    let earlier = desk.view.len(&format!("{at}/trend/earlier"));
    if earlier == 0 {
        return None;
    }
    let columns = vec![words(1.0), narrow(Align::Decimal), words(0.6)];
    let mut table = desk.table(format!("service-trend-{code}"), desk.terms.fill("caption.service_trend", &[]), columns);
    table.header = vec![["column.period", "column.index", "column.grade"].map(|key| desk.term_cell(key)).into()];
    let text = |path: String| Cell::text(desk.view.text(&path).unwrap_or(NO_VALUE)).aligned(Align::Center);
    for position in 0..earlier {
        let own = format!("{at}/trend/earlier/{position}");
        table.rows.push(row(vec![
            Cell::text(desk.view.text(&format!("{own}/period")).unwrap_or_default()),
            desk.cell(&format!("{own}/value")),
            text(format!("{own}/grade")),
        ]));
    }
    table.rows.push(row(vec![Cell::text(this_period(desk)), desk.cell(&format!("{at}/value")), text(format!("{at}/grade"))]));
    Some(table)
}

/// What this period is called: as the study says, or its year.
pub fn this_period(desk: &Desk<'_>) -> String {
    let study = desk.study;
    let period = study.period.as_ref().map(|period| period.plain(desk.language));
    period.or_else(|| study.year.map(|year| year.to_string())).unwrap_or_else(|| desk.term("period.this"))
}

/// What is to be improved: the steps the study plans, and a row to be filled in for every priority without one.
pub fn plan(desk: &Desk<'_>, code: &str) -> Option<Table> {
    let facts = format!("service_facts/{code}");
    let unplanned: Vec<String> =
        super::parts::texts(desk, &format!("{facts}/unplanned")).into_iter().map(str::to_owned).collect();
    let items = desk.items(code);
    let steps: Vec<&PlannedStep> =
        desk.study.report.plan.iter().filter(|step| items.iter().any(|item| item.code == step.item)).collect();
    if steps.is_empty() && unplanned.is_empty() {
        return None;
    }
    let quarters = steps.iter().all(|step| step.time.as_ref().is_none_or(|time| quarters(time.get(desk.language)).is_some()));
    let mut columns = vec![narrow(Align::Center), words(1.0), words(1.6)];
    if quarters {
        columns.extend(vec![narrow(Align::Center); 4]);
    } else {
        columns.push(words(0.7));
    }
    columns.push(words(0.9));
    let mut table = desk.table(format!("service-plan-{code}"), desk.terms.fill("caption.service_plan", &[]), columns);
    table.source = None;
    let rows = if quarters { 2 } else { 1 };
    let mut header = vec![desk.term_cell("column.number"), desk.term_cell("column.priority"), desk.term_cell("column.programme")];
    header.iter_mut().for_each(|cell| *cell = cell.clone().spanning(1, rows));
    header.push(if quarters { desk.term_cell("column.quarter").spanning(4, 1) } else { desk.term_cell("column.time") });
    header.push(desk.term_cell("column.owner").spanning(1, rows));
    table.header = vec![header];
    if quarters {
        table.header.push(QUARTERS.map(Cell::text).into());
    }
    let todo = |key: &str| Cell::new(vec![Inline::Todo(vec![Inline::text(desk.term(key))])]);
    let named = |code: &str| {
        let name = items.iter().find(|item| item.code == code).map(|item| item.name.plain(desk.language));
        Cell::text(name.unwrap_or_else(|| code.to_owned()))
    };
    let lines =
        steps.iter().map(|step| (step.item.as_str(), Some(step))).chain(unplanned.iter().map(|item| (item.as_str(), None)));
    for (position, (item, step)) in lines.enumerate() {
        let said = |text: Option<&crate::language::Text>, key: &str| match text {
            Some(text) => Cell::new(author_inlines(text.get(desk.language))),
            None => todo(key),
        };
        let mut line =
            vec![Cell::text((position + 1).to_string()), named(item), said(step.map(|step| &step.action), "todo.programme")];
        let time = step.and_then(|step| step.time.as_ref());
        if quarters {
            let marked = time.and_then(|time| self::quarters(time.get(desk.language))).unwrap_or_default();
            line.extend((0..4).map(|quarter| match marked.contains(&quarter) {
                true => Cell::text(MARK).aligned(Align::Center),
                false => Cell::empty(),
            }));
        } else {
            line.push(said(time, "todo.time"));
        }
        line.push(said(step.and_then(|step| step.owner.as_ref()), "todo.owner"));
        table.rows.push(row(line));
    }
    Some(table)
}

/// The quarters that a time names: `TW III`, `TW I–II`, `Triwulan 2 dan 4`; none where it names anything else.
fn quarters(time: &str) -> Option<Vec<usize>> {
    let upper = time.to_uppercase().replace(['–', '—', '-'], " - ").replace(',', " ");
    let mut found: Vec<usize> = Vec::new();
    let mut range = false;
    for word in upper.split_whitespace() {
        let quarter = ["I", "II", "III", "IV"].iter().position(|known| *known == word);
        let digit = ["1", "2", "3", "4"].iter().position(|known| *known == word);
        let short = ["TW1", "TW2", "TW3", "TW4", "Q1", "Q2", "Q3", "Q4"].iter().position(|known| *known == word).map(|at| at % 4);
        match (quarter.or(digit).or(short), word) {
            (Some(to), _) if range => {
                let from = found.last().copied()?;
                found.extend(from + 1..=to);
                range = false;
            }
            (Some(quarter), _) => found.push(quarter),
            (None, "-" | "S.D." | "SAMPAI" | "TO") => range = true,
            (None, "TW" | "TRIWULAN" | "QUARTER" | "DAN" | "AND" | "DENGAN") => {}
            (None, _) => return None,
        }
    }
    (!found.is_empty() && !range).then_some(found)
}

#[cfg(test)]
mod tests {
    use super::quarters;

    #[test]
    fn a_time_names_quarters_or_none() {
        assert_eq!(quarters("TW III"), Some(vec![2]));
        assert_eq!(quarters("TW I–III"), Some(vec![0, 1, 2]));
        assert_eq!(quarters("Triwulan II dan IV"), Some(vec![1, 3]));
        assert_eq!(quarters("TW 2, TW 3"), Some(vec![1, 2]));
        assert_eq!(quarters("Maret 2026"), None);
        assert_eq!(quarters("TW I 2026"), None, "the year would be lost");
        assert_eq!(quarters("TW III -"), None);
    }
}
