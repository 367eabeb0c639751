//! Tests of the instrument: validity of the items, reliability of the variables.

use super::parts::{Cells, group, texts, with_symbol};
use crate::numbers::Setting;
use crate::report::desk::{Desk, narrow, row, symbol, words};
use crate::report::document::{Align, Cell, Inline, Table};
use crate::study::settings::{ValidityCritical, ValidityMethod};
use crate::study::{Item, Variable};

/// Validity of every item, variable by variable.
pub fn validity(desk: &Desk<'_>) -> Option<Table> {
    let variables: Vec<&Variable> = desk.study.variables.values().filter(|variable| variable.items().count() > 0).collect();
    let p = match desk.study.analysis.validity_method {
        ValidityMethod::Corrected => "corrected_p",
        ValidityMethod::Pearson => "pearson/p",
    };
    let groups = variables.iter().map(|variable| Group {
        heading: with_symbol(desk.short(&variable.code).to_uppercase(), &variable.code),
        items: variable.items().collect(),
    });
    let mut table = validity_table(desk, "validity", groups.collect(), |item| format!("items/{item}"), p)?;
    let left_out: Vec<&Item> =
        variables.iter().flat_map(|variable| variable.items()).filter(|item| desk.is_left_out(item)).collect();
    if !left_out.is_empty() {
        table.notes.push(desk.terms.fill("note.left_out_tested", &[super::responses::symbols_of(left_out)]));
    }
    if desk.study.analysis.validity_critical == ValidityCritical::Significance {
        let notes = std::mem::take(&mut table.notes);
        table.notes.extend(negative_note(desk, &variables));
        table.notes.extend(notes);
    }
    Some(table)
}

/// Validity of the items of every dimension, each with the other items of its dimension.
pub fn validity_of_dimensions(desk: &Desk<'_>) -> Option<Table> {
    let groups = desk.study.variables.values().flat_map(|variable| {
        variable.dimensions().map(|dimension| Group {
            heading: with_symbol(dimension.name.plain(desk.language), &variable.name_of(dimension)),
            items: desk.scored_items(&variable.name_of(dimension)),
        })
    });
    validity_table(desk, "validity-dimensions", groups.collect(), |item| format!("items/{item}/in_dimension"), "p")
}

/// Items that are tested together.
struct Group<'a> {
    heading: Vec<Inline>,
    items: Vec<&'a Item>,
}

/// A row per item; `at` gives the result an item is read from, `p` the field of its significance. Nothing where no item was
/// tested.
fn validity_table(desk: &Desk<'_>, id: &str, groups: Vec<Group<'_>>, at: impl Fn(&str) -> String, p: &str) -> Option<Table> {
    let tested = |item: &&Item| desk.view.flag(&format!("{}/valid", at(&item.code))).is_some();
    groups.iter().flat_map(|group| group.items.iter().copied()).find(tested)?;
    let by_significance = desk.study.analysis.validity_critical == ValidityCritical::Significance;
    let caption = desk.terms.fill(&format!("caption.{}", id.replace('-', "_")), &[]);
    let columns = vec![
        words(1.0),
        narrow(Align::Decimal),
        narrow(if by_significance { Align::Decimal } else { Align::Center }),
        narrow(Align::Decimal),
        narrow(Align::Left),
    ];
    let mut table = desk.table(id, caption, columns);
    let headings = match desk.study.analysis.validity_critical {
        ValidityCritical::Significance => ["column.r", "column.sig", "column.alpha_level"],
        ValidityCritical::RTable => ["column.r", "column.comparison", "column.r_table"],
        ValidityCritical::Fixed(_) => ["column.r", "column.comparison", "column.r_critical"],
    };
    let mut header = vec![desk.term_cell("column.variable_with_indicators")];
    header.extend(headings.map(|heading| desk.term_cell(heading)));
    header.push(desk.term_cell("column.remark"));
    table.header = vec![header];
    let mut cells = Cells::new(desk);
    for Group { heading, items } in groups {
        table.rows.push(group(heading, table.columns.len()));
        for item in items {
            let at = at(&item.code);
            let valid = format!("{at}/valid");
            let mut line =
                vec![Cell::new(with_symbol(item.name.plain(desk.language), &item.code)), cells.number(&format!("{at}/r"))];
            if by_significance {
                line.extend([cells.number(&format!("{at}/{p}")), cells.number("meta/alpha")]);
            } else {
                line.extend([cells.comparison(&valid, ">", "≤"), cells.number(&format!("{at}/r_critical"))]);
            }
            line.push(cells.choice(&valid, "remark.valid", "remark.not_valid"));
            table.rows.push(row(line));
        }
    }
    table.notes.extend(pilot_note(desk));
    table.notes.extend(cells.notes());
    Some(table)
}

/// That a table rests on the try-out, and on how many respondents.
pub(super) fn pilot_note(desk: &Desk<'_>) -> Option<Vec<Inline>> {
    let n = desk.view.inline("pilot/n", Setting::Table)?;
    Some(desk.terms.fill("note.pilot", &[vec![n]]))
}

/// Where significance decides, an item that correlates negatively is not valid however small its p: the table would
/// look wrong without a word on it.
fn negative_note(desk: &Desk<'_>, variables: &[&Variable]) -> Option<Vec<Inline>> {
    let mut symbols = Vec::new();
    for variable in variables {
        for code in texts(desk, &format!("variable_facts/{}/negative", variable.code)) {
            if !symbols.is_empty() {
                symbols.push(Inline::text(", "));
            }
            symbols.push(symbol(code));
        }
    }
    (!symbols.is_empty()).then(|| desk.terms.fill("note.negative_r", &[symbols]))
}

/// Cronbach's alpha of every variable that has items, its dimensions below it.
pub fn reliability(desk: &Desk<'_>) -> Option<Table> {
    let names: Vec<String> = desk
        .view
        .keys("variables")
        .into_iter()
        .filter(|name| desk.variable(name).is_some_and(|variable| variable.items().count() > 0))
        .collect();
    names.iter().find(|name| desk.view.flag(&format!("variables/{name}/reliable")).is_some())?;
    let caption = desk.terms.fill("caption.reliability", &[]);
    let columns = vec![
        narrow(Align::Center),
        words(1.0),
        narrow(Align::Decimal),
        narrow(Align::Center),
        narrow(Align::Decimal),
        narrow(Align::Left),
    ];
    let mut table = desk.table("reliability", caption, columns);
    let headings = ["number", "variable", "alpha_found", "comparison_least", "alpha", "remark"];
    table.header = vec![headings.iter().map(|heading| desk.term_cell(&format!("column.{heading}"))).collect()];
    let mut cells = Cells::new(desk);
    let mut number = 0;
    for name in names {
        let at = format!("variables/{name}");
        let reliable = format!("{at}/reliable");
        // Dimensions are parts of the variable above them and carry no number of their own.
        let first = if desk.study.variable(&name).is_some() {
            number += 1;
            Cell::text(number.to_string())
        } else {
            Cell::empty()
        };
        table.rows.push(row(vec![
            first,
            Cell::new(with_symbol(desk.name(&name), &name)),
            cells.number(&format!("{at}/alpha")),
            cells.comparison(&reliable, "≥", "<"),
            cells.number(&format!("{at}/alpha_minimum")),
            cells.choice(&reliable, "remark.reliable", "remark.not_reliable"),
        ]));
    }
    table.notes.extend(pilot_note(desk));
    table.notes.extend(cells.notes());
    Some(table)
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used, clippy::panic)]
    use super::*;
    use crate::analyses::results::Outcome;
    use crate::language::Text;
    use crate::report::document::RowKind;
    use crate::report::tables::example::{Example, named};
    use crate::study::Measure;

    #[test]
    fn validity_as_table_4_9() {
        let example = Example::new();
        let table = example.table("validity", None);
        let heads: Vec<String> = example.header(&table)[0].iter().map(|(name, ..)| name.clone()).collect();
        assert_eq!(heads, ["Variabel dengan Indikatornya", "r hitung", "> / ≤", "r tabel", "Keterangan"]);
        let rows = example.rows(&table);
        assert_eq!(rows.len(), 34 + 4);
        let groups: Vec<&String> =
            rows.iter().zip(&table.rows).filter(|(_, row)| row.kind == RowKind::Group).map(|(text, _)| text).collect();
        assert_eq!(groups, ["KOMPETENSI (X1)", "LMX (X2)", "OCB (Y1)", "KINERJA PEGAWAI (Y2)"]);
        let printed = [
            "0,619 0,595 0,585 0,615 0,603 0,671 0,699 0,653 0,616",
            "0,649 0,732 0,652 0,403 0,441 0,612",
            "0,550 0,640 0,634 0,588 0,499 0,378 0,388 0,392 0,603",
            "0,378 0,450 0,540 0,579 0,525 0,446 0,447 0,604 0,550 0,407",
        ];
        let mut items = rows.iter().zip(&table.rows).filter(|(_, row)| row.kind == RowKind::Body).map(|(text, _)| text);
        for r in printed.iter().flat_map(|line| line.split(' ')) {
            let row = items.next().unwrap();
            assert!(row.ends_with(&format!(" | {r} | > | 0,239 | Valid")), "{row} is not {r}");
        }
        assert_eq!(rows[1], "Orientasi pada hasil (X1.1) | 0,619 | > | 0,239 | Valid");
        assert!(table.notes.is_empty());
    }

    #[test]
    fn validity_by_other_rules() {
        let mut study = named();
        study.analysis.validity_critical = ValidityCritical::Fixed(0.6);
        let example = Example::of(study, |_| {});
        let table = example.table("validity", None);
        assert_eq!(example.header(&table)[0][3].0, "r kritis");
        // Table 4.9: 0,595 does not exceed 0,6 and 0,619 does.
        let rows = example.rows(&table);
        assert_eq!(rows[1], "Orientasi pada hasil (X1.1) | 0,619 | > | 0,600 | Valid");
        assert_eq!(rows[2], "Kerja sama (X1.2) | 0,595 | ≤ | 0,600 | Tidak valid");

        let mut study = named();
        study.analysis.validity_critical = ValidityCritical::Significance;
        study.analysis.validity_method = ValidityMethod::Corrected;
        let Measure::Items { indicators, .. } = &mut study.variables.get_mut("X1").unwrap().measure else { panic!() };
        indicators[0].items[0].reverse = true;
        let example = Example::of(study, |_| {});
        let table = example.table("validity", None);
        let heads: Vec<String> = example.header(&table)[0].iter().skip(1).map(|(name, ..)| name.clone()).collect();
        assert_eq!(heads, ["r hitung", "Sig.", "α", "Keterangan"]);
        let rows = example.rows(&table);
        // Its printed 0,619 with the other sign: the others, with whose total it is compared, keep their direction.
        assert_eq!(rows[1], "Orientasi pada hasil (X1.1) | −0,619 | 0,000 | 0,05 | Tidak valid");
        assert!(rows[11].ends_with("| 0,649 | 0,000 | 0,05 | Valid"), "{}", rows[11]);
        assert_eq!(
            example.notes(&table),
            ["Nilai r hitung butir X1.1 bertanda negatif sehingga butir tersebut tidak valid, berapa pun signifikansinya."]
        );
    }

    #[test]
    fn an_item_that_cannot_be_tested_is_a_dash_with_its_reason() {
        let example = Example::of(named(), |results| {
            let item = results.items.get_mut("X1.3").unwrap();
            (item.r, item.valid) = (Outcome::absent("no_variance"), Outcome::absent("no_variance"));
        });
        let table = example.table("validity", None);
        assert_eq!(example.rows(&table)[3], "Orientasi pada pelayanan (X1.3) | – | – | 0,239 | –");
        let notes = example.notes(&table);
        assert_eq!(notes, ["– : semua nilainya sama sehingga tidak ada keragaman yang dapat dihitung."]);
    }

    #[test]
    fn reliability_as_table_4_10() {
        let example = Example::new();
        let table = example.table("reliability", None);
        assert_eq!(
            example.rows(&table),
            [
                "1 | Kompetensi (X1) | 0,881 | ≥ | 0,60 | Reliabel",
                "2 | Leader Member Exchange (X2) | 0,814 | ≥ | 0,60 | Reliabel",
                "3 | Organizational Citizenship Behavior (Y1) | 0,819 | ≥ | 0,60 | Reliabel",
                "4 | Kinerja Pegawai (Y2) | 0,813 | ≥ | 0,60 | Reliabel",
            ]
        );
        let mut strict = named();
        strict.analysis.reliability_minimum = 0.815;
        let example = Example::of(strict, |_| {});
        assert_eq!(
            example.rows(&example.table("reliability", None))[1],
            "2 | Leader Member Exchange (X2) | 0,814 | < | 0,815 | Tidak reliabel"
        );
    }

    #[test]
    fn dimensions_have_rows_of_their_own_without_a_number() {
        let mut study = named();
        let Measure::Items { dimensions, .. } = &mut study.variables.get_mut("X1").unwrap().measure else { panic!() };
        for (code, range) in [("A", 0..5), ("B", 5..9)] {
            let name = Text::Same(format!("Bagian {code}"));
            let dimension = crate::study::Dimension { code: code.to_owned(), name, definition: None, indicators: range };
            dimensions.insert(code.to_owned(), dimension);
        }
        let example = Example::of(study, |_| {});
        let rows = example.rows(&example.table("reliability", None));
        assert!(rows[1].starts_with(" | Bagian A (X1.A) | ") && rows[3].starts_with("2 | Leader"), "{rows:?}");
        let rows = example.rows(&example.table("responses", Some("X1")));
        assert_eq!((rows[0].as_str(), rows[6].as_str()), ("Bagian A (X1.A)", "Bagian B (X1.B)"));
        assert!(example.rows(&example.table("descriptives", None))[1].starts_with("Bagian A (X1.A) | 68 | "));
    }
}
