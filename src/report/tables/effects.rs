//! Direct, indirect and total effects along the arrows, and the tests of the indirect ones.

use super::parts::{Cells, confidence, path_symbols, texts};
use crate::numbers::Setting;
use crate::report::desk::{Desk, narrow, row, words};
use crate::report::document::{Align, Cell, Inline, Table};
use crate::study::settings::MediationDecides;

/// Fields of both bootstrap intervals.
const INTERVAL_ENDS: [&str; 4] = ["percentile/low", "percentile/high", "bca/low", "bca/high"];

/// The effects that have an indirect part, standardized; the paths of a pair with several stand before their sum.
pub fn effects(desk: &Desk<'_>) -> Option<Table> {
    let caption = desk.terms.fill("caption.effects", &[]);
    let mut columns = vec![words(1.0)];
    columns.extend([narrow(Align::Decimal); 3]);
    let mut table = desk.table("effects", caption, columns);
    let headings = ["column.path", "column.direct", "column.indirect", "column.total_effect"];
    table.header = vec![headings.iter().map(|heading| desk.term_cell(heading)).collect()];
    let mut cells = Cells::new(desk);
    for effect in 0..desk.view.len("effects") {
        let at = format!("effects/{effect}");
        let paths = desk.view.len(&format!("{at}/indirect"));
        let direct = format!("{at}/direct");
        let total = format!("{at}/total");
        if paths == 1 {
            table.rows.push(row(vec![
                Cell::new(path(desk, effect, 0)),
                cells.number(&direct),
                cells.number(&format!("{at}/indirect/0/beta")),
                cells.number(&total),
            ]));
        } else if paths > 1 {
            for position in 0..paths {
                table.rows.push(row(vec![
                    Cell::new(path(desk, effect, position)),
                    Cell::empty(),
                    cells.number(&format!("{at}/indirect/{position}/beta")),
                    Cell::empty(),
                ]));
            }
            table.rows.push(row(vec![
                Cell::new(all_paths(desk, effect)),
                cells.number(&direct),
                cells.number(&format!("{at}/indirect_total")),
                cells.number(&total),
            ]));
        }
    }
    if table.rows.is_empty() {
        return None;
    }
    table.notes.push(desk.terms.fill("note.standardized_effects", &[]));
    table.notes.extend(cells.notes());
    Some(table)
}

/// Sobel, Aroian and both bootstrap intervals of every indirect effect.
pub fn indirect_tests(desk: &Desk<'_>) -> Option<Table> {
    let caption = desk.terms.fill("caption.indirect_tests", &[]);
    let mut columns = vec![narrow(Align::Left)];
    columns.extend([narrow(Align::Decimal); 9]);
    let mut table = desk.table("indirect-tests", caption, columns);
    table.wide = true;
    let ends = || [desk.term_cell("column.low"), desk.term_cell("column.high")];
    let test = || [Cell::text("z"), Cell::text("p")];
    let interval = |key: &str| Cell::new(desk.terms.fill(key, &[confidence(desk)])).spanning(2, 1);
    table.header = vec![
        vec![
            desk.term_cell("column.path").spanning(1, 2),
            desk.term_cell("column.product").spanning(1, 2),
            Cell::text("Sobel").spanning(2, 1),
            Cell::text("Aroian").spanning(2, 1),
            interval("column.percentile_interval"),
            interval("column.bca_interval"),
        ],
        [test(), test(), ends(), ends()].into_iter().flatten().collect(),
    ];
    let mut cells = Cells::new(desk);
    let mut drawn = None;
    for effect in 0..desk.view.len("effects") {
        for position in 0..desk.view.len(&format!("effects/{effect}/indirect")) {
            let at = format!("effects/{effect}/indirect/{position}");
            let mut line = vec![Cell::new(path(desk, effect, position))];
            let fields = ["b", "sobel/z", "sobel/p", "aroian/z", "aroian/p"];
            line.extend(fields.into_iter().chain(INTERVAL_ENDS).map(|field| cells.number(&format!("{at}/{field}"))));
            table.rows.push(row(line));
            if drawn.is_none() && desk.view.inline(&format!("{at}/percentile/low"), Setting::Table).is_some() {
                drawn = Some(at);
            }
        }
        if desk.view.len(&format!("effects/{effect}/indirect")) > 1 {
            let at = format!("effects/{effect}/indirect_sum");
            let mut line = vec![Cell::new(all_paths(desk, effect)), cells.number(&format!("{at}/b"))];
            // Sobel's family tests one product, not a sum of several.
            line.extend((0..4).map(|_| Cell::empty()));
            line.extend(INTERVAL_ENDS.map(|field| cells.number(&format!("{at}/{field}"))));
            table.rows.push(row(line));
        }
    }
    if table.rows.is_empty() {
        return None;
    }
    table.notes.push(desk.terms.fill("note.unstandardized_product", &[]));
    if let Some(at) = &drawn {
        table.notes.push(bootstrap_note(desk, at));
    }
    let decides = match desk.study.analysis.mediation_decides {
        MediationDecides::Percentile => "test.percentile",
        MediationDecides::Bca => "test.bca",
        MediationDecides::Sobel => "test.sobel",
    };
    // Intervals that were not drawn decide nothing.
    if drawn.is_some() || desk.study.analysis.mediation_decides == MediationDecides::Sobel {
        table.notes.push(desk.terms.fill("note.mediation_decides", &[desk.terms.fill(decides, &[])]));
    }
    table.notes.extend(cells.notes());
    Some(table)
}

/// Differences between the indirect effects of several paths from one variable to another, with their intervals.
pub fn contrasts(desk: &Desk<'_>) -> Option<Table> {
    let caption = desk.terms.fill("caption.indirect_contrasts", &[]);
    let mut columns = vec![words(1.0)];
    columns.extend([narrow(Align::Decimal); 5]);
    let mut table = desk.table("indirect-contrasts", caption, columns);
    let ends = || [desk.term_cell("column.low"), desk.term_cell("column.high")];
    let interval = |key: &str| Cell::new(desk.terms.fill(key, &[confidence(desk)])).spanning(2, 1);
    table.header = vec![
        vec![
            desk.term_cell("column.compared_paths").spanning(1, 2),
            desk.term_cell("column.difference").spanning(1, 2),
            interval("column.percentile_interval"),
            interval("column.bca_interval"),
        ],
        [ends(), ends()].into_iter().flatten().collect(),
    ];
    let mut cells = Cells::new(desk);
    for effect in 0..desk.view.len("effects") {
        let at = format!("effects/{effect}");
        for position in 0..desk.view.len(&format!("{at}/contrasts")) {
            let contrast = format!("{at}/contrasts/{position}");
            let mut name = vec![Inline::text("(")];
            name.extend(along(desk, &at, &format!("{contrast}/via")));
            name.push(Inline::text(") − ("));
            name.extend(along(desk, &at, &format!("{contrast}/minus")));
            name.push(Inline::text(")"));
            let mut line = vec![Cell::new(name), cells.number(&format!("{contrast}/b"))];
            line.extend(INTERVAL_ENDS.map(|field| cells.number(&format!("{contrast}/{field}"))));
            table.rows.push(row(line));
        }
    }
    if table.rows.is_empty() {
        return None;
    }
    table.notes.push(desk.terms.fill("note.contrasts", &[]));
    table.notes.extend(cells.notes());
    Some(table)
}

/// How the intervals were drawn; every path is drawn from the same resamples.
fn bootstrap_note(desk: &Desk<'_>, at: &str) -> Vec<Inline> {
    let value = |field: &str, setting| desk.view.inline(&format!("{at}/{field}"), setting).into_iter().collect();
    let slots = [value("resamples", Setting::Sentence), value("seed", Setting::Sentence)];
    desk.terms.fill("note.bootstrap", &slots)
}

/// The symbols along one indirect path.
fn path(desk: &Desk<'_>, effect: usize, position: usize) -> Vec<Inline> {
    let at = format!("effects/{effect}");
    along(desk, &at, &format!("{at}/indirect/{position}/via"))
}

/// The symbols from the beginning of the effect at a path, over the names listed at another, to its end.
fn along(desk: &Desk<'_>, effect: &str, via: &str) -> Vec<Inline> {
    let end = |name: &str| desk.view.text(&format!("{effect}/{name}"));
    path_symbols(end("from").into_iter().chain(texts(desk, via)).chain(end("to")))
}

/// `Seluruh jalur X → Y`.
fn all_paths(desk: &Desk<'_>, effect: usize) -> Vec<Inline> {
    let end = |name: &&str| desk.view.text(&format!("effects/{effect}/{name}"));
    desk.terms.fill("row.all_paths", &[path_symbols(["from", "to"].iter().filter_map(end))])
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used, clippy::panic)]
    use crate::analyses::results::Outcome;
    use crate::report::tables::example::{Example, named};

    #[test]
    fn effects_as_the_path_analysis() {
        let example = Example::new();
        let table = example.table("effects", None);
        assert_eq!(
            example.rows(&table),
            [
                // Printed as 0,482: the sum of the rounded parts.
                "X1 → Y1 → Y2 | 0,302 | 0,180 | 0,481",
                "X2 → Y1 → Y2 | 0,256 | 0,074 | 0,330",
            ]
        );
    }

    #[test]
    fn several_paths_of_a_pair_stand_before_their_sum() {
        let example = Example::of(named(), |results| {
            let effect = results.effects.iter_mut().find(|effect| effect.from == "X1" && effect.to == "Y2").unwrap();
            let mut other = effect.indirect[0].clone();
            other.via = vec!["X2".to_owned(), "Y1".to_owned()];
            effect.indirect.push(other);
            effect.direct = Outcome::absent("no_arrow");
        });
        let table = example.table("effects", None);
        assert_eq!(
            example.rows(&table)[..3],
            ["X1 → Y1 → Y2 |  | 0,180 | ", "X1 → X2 → Y1 → Y2 |  | 0,180 | ", "Seluruh jalur X1 → Y2 | – | 0,180 | 0,481",]
        );
        let notes = example.notes(&table);
        assert_eq!(notes.last().unwrap(), "– : pengaruh langsung tidak termasuk dalam kerangka penelitian.");
    }

    #[test]
    fn indirect_tests_follow_from_the_published_tables() {
        let example = Example::new();
        let table = example.table("indirect-tests", None);
        assert!(table.wide);
        let header = example.header(&table);
        assert_eq!(header[0][4].0, "IK 95% Persentil");
        assert_eq!(header[0][5].0, "IK 95% BCa");
        let rows = example.rows(&table);
        // Products, Sobel and Aroian from the exact cross-products of the published tables.
        assert!(rows[0].starts_with("X1 → Y1 → Y2 | 0,165 | 2,054 | 0,040 | 2,025 | 0,043 | "), "{}", rows[0]);
        assert!(rows[1].starts_with("X2 → Y1 → Y2 | 0,105 | 1,577 | 0,115 | 1,504 | 0,133 | "), "{}", rows[1]);
        let notes = example.notes(&table);
        assert_eq!(notes[1], "Interval kepercayaan dihitung dari 200 sampel ulang bootstrap (benih acak 2019).");
        assert_eq!(notes[2], "Keputusan mengenai pengaruh tidak langsung didasarkan pada interval bootstrap persentil.");
        let mut without = named();
        without.analysis.resamples = 0;
        without.analysis.alpha = 0.01;
        let example = Example::of(without, |_| {});
        let table = example.table("indirect-tests", None);
        assert_eq!(example.header(&table)[0][4].0, "IK 99% Persentil");
        assert!(example.rows(&table)[0].ends_with(" | – | – | – | –"));
        let notes = example.notes(&table);
        // Intervals that were not drawn decide nothing: no note says that they do.
        assert_eq!(notes.len(), 2);
        assert_eq!(notes[1], "– : penarikan sampel ulang tidak dijalankan.");
    }
}
