//! Frequencies of the answers to items: `STS F Skor … SS F Skor Jumlah Rata-rata` and its relatives.

use super::raw::looks_numeric;
use super::table::{Row, Table};
use crate::audit::names::plain;
use crate::audit::printed::{Place, Printed};

/// An item's row.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct ItemRow {
    /// As printed.
    pub label: String,
    /// Line.
    pub line: usize,
    /// Count of each category, by its position in the table.
    pub counts: Vec<(usize, Printed)>,
    /// Score of each category.
    pub scores: Vec<(usize, Printed)>,
    /// Percentage of each category.
    pub percents: Vec<(usize, Printed)>,
    /// Cases, where the row prints them.
    pub n: Option<Printed>,
    /// Sum of the scores.
    pub total: Option<Printed>,
    /// Mean.
    pub mean: Option<Printed>,
}

/// A table of item frequencies.
#[derive(Debug, Clone, PartialEq)]
pub struct ItemFrequencies {
    /// Where.
    pub place: Place,
    /// Caption.
    pub title: String,
    /// Weight of each category, by position; none when the headings do not tell.
    pub weights: Option<Vec<f64>>,
    /// Items.
    pub rows: Vec<ItemRow>,
    /// Mean of the means.
    pub overall: Option<Printed>,
    /// Rows that could not be read, by line.
    pub unread: Vec<usize>,
}

/// Words of answer categories with their rank among their like; longer ones first.
const CATEGORIES: &[(&str, i32)] = &[
    ("sangat tidak setuju", -2),
    ("sangat tidak baik", -2),
    ("sangat tidak puas", -2),
    ("sangat rendah", -2),
    ("sangat setuju", 2),
    ("sangat baik", 2),
    ("sangat puas", 2),
    ("sangat tinggi", 2),
    ("kurang setuju", 0),
    ("cukup setuju", 0),
    ("tidak setuju", -1),
    ("tidak baik", -1),
    ("ragu ragu", 0),
    ("netral", 0),
    ("setuju", 1),
    ("tidak pernah", -2),
    ("jarang", -1),
    ("kadang kadang", 0),
    ("kadang", 0),
    ("sering", 1),
    ("selalu", 2),
    ("never", -2),
    ("rarely", -1),
    ("sometimes", 0),
    ("often", 1),
    ("always", 2),
    ("strongly disagree", -2),
    ("strongly agree", 2),
    ("disagree", -1),
    ("neutral", 0),
    ("agree", 1),
    ("sts", -2),
    ("ss", 2),
    ("ts", -1),
    ("rr", 0),
    ("ks", 0),
    ("cs", 0),
    ("n", 0),
    ("s", 1),
    ("tp", -2),
    ("jr", -1),
    ("j", -1),
    ("kk", 0),
    ("kd", 0),
    ("sr", 1),
    ("sl", 2),
    ("sd", -2),
    ("sa", 2),
    ("da", -1),
    ("a", 1),
    ("d", -1),
];

/// The category a heading cell names: its rank, and its weight when the heading prints one (`SS (5)`).
fn category(heading: &str) -> Option<(i32, Option<f64>)> {
    let heading = heading.trim();
    let (words, digits) = match heading.rsplit_once(' ') {
        Some((words, last)) if last.len() == 1 && last.chars().all(|c| c.is_ascii_digit()) => (words, last.parse::<f64>().ok()),
        _ => (heading, None),
    };
    CATEGORIES.iter().find(|(name, _)| words == *name).map(|(_, rank)| (*rank, digits))
}

/// What a column under a category holds.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Under {
    Count,
    Score,
    Percent,
}

/// Reads a table of item frequencies; none when it is not one.
pub fn find(table: &Table) -> Option<ItemFrequencies> {
    let mut categories: Vec<(String, i32, Option<f64>)> = Vec::new();
    for cell in &table.heading_cells {
        let words = plain(cell);
        let whole = category(&words).map(|found| (words.clone(), found));
        let parts =
            words.split(" – ").flat_map(|part| part.split('|')).map(str::trim).map(str::to_owned).collect::<Vec<String>>();
        for part in if whole.is_some() { vec![words.clone()] } else { split_categories(cell, parts) } {
            if let Some((rank, weight)) = category(&part)
                && !categories.iter().any(|(there, _, _)| *there == part)
            {
                categories.push((part, rank, weight));
            }
        }
    }
    // Headings of several levels in one cell: `Tanggapan … – STS – F`.
    if table.aligned && categories.len() < 3 {
        for heading in &table.headings {
            let bare = ["f", "skor", "score", "%", "persen", "frekuensi"]
                .iter()
                .find_map(|last| heading.strip_suffix(&format!(" {last}")))
                .unwrap_or(heading);
            let named = CATEGORIES.iter().find(|(name, _)| bare == *name || bare.ends_with(&format!(" {name}")));
            if let Some((name, rank)) = named
                && !categories.iter().any(|(there, _, _)| there == name)
            {
                categories.push(((*name).to_owned(), *rank, None));
            }
        }
    }
    // A statement table has at least three categories, and they run in one direction.
    let ranks: Vec<i32> = categories.iter().map(|(_, rank, _)| *rank).collect();
    if categories.len() < 3 || categories.len() > 7 {
        return None;
    }
    let rising = ranks.windows(2).all(|pair| matches!(pair, [a, b] if a < b));
    let falling = ranks.windows(2).all(|pair| matches!(pair, [a, b] if a > b));
    let k = categories.len();
    let explicit: Option<Vec<f64>> = categories.iter().map(|(_, _, weight)| *weight).collect();
    let weights = explicit.or_else(|| match (rising, falling) {
        (true, _) => Some((1..=k).map(|w| w as f64).collect()),
        (_, true) => Some((1..=k).rev().map(|w| w as f64).collect()),
        _ => None,
    });
    let has = |word: &str| table.heading_cells.iter().any(|cell| plain(cell).split(' ').any(|w| w == word));
    let pairs = if has("skor") || has("score") {
        Some(Under::Score)
    } else if table.heading_cells.iter().any(|cell| cell.contains('%')) || has("persen") || has("persentase") {
        Some(Under::Percent)
    } else {
        None
    };
    let mut out = ItemFrequencies {
        place: table.place.clone(),
        title: table.title.clone(),
        weights,
        rows: Vec::new(),
        overall: None,
        unread: Vec::new(),
    };
    let layout = table.aligned.then(|| aligned_layout(table, &categories)).flatten();
    for row in &table.rows {
        let label = plain(&row.label);
        let numbers = row.cells.iter().filter(|cell| looks_numeric(cell)).count();
        // `Jumlah berkas` is an item; `Jumlah` and `Jumlah skor` sum up.
        let sums = |word: &str| match label.strip_prefix(word) {
            Some(rest) => {
                matches!(rest.split_whitespace().next(), None | Some("skor" | "jawaban" | "keseluruhan" | "score" | "rata"))
            }
            None => false,
        };
        let summary = ["nilai rata", "rata rata", "mean", "average", "grand"].iter().any(|word| label.starts_with(word))
            || sums("total")
            || sums("jumlah");
        if summary || (numbers <= 2 && !out.rows.is_empty()) {
            let last = row.cells.iter().rev().find(|cell| looks_numeric(cell));
            if let Some(printed) =
                last.and_then(|cell| table.number(row, cell, "Rata-rata")).filter(|p| p.decimals > 0 && numbers <= 2)
            {
                out.overall = Some(printed);
            }
            continue;
        }
        if numbers == 0 {
            continue;
        }
        let read = match &layout {
            Some(layout) if row.aligned => by_columns(table, row, layout),
            _ => by_order(table, row, k, pairs),
        };
        match read {
            Some(item) if item.counts.len() == k => out.rows.push(item),
            _ => out.unread.push(row.line),
        }
    }
    (out.rows.len() >= 2 || !out.rows.is_empty() && out.unread.is_empty()).then_some(out)
}

/// A line of headings that was not cut: `STS TS N S SS Jumlah`.
fn split_categories(words: &str, parts: Vec<String>) -> Vec<String> {
    let single: Vec<String> = words.split_whitespace().map(plain).collect();
    let known = single.iter().filter(|word| category(word).is_some()).count();
    if known >= 3 { single } else { parts }
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Place2 {
    Category(usize, Under),
    N,
    Total,
    Mean,
}

/// What each column holds.
fn aligned_layout(table: &Table, categories: &[(String, i32, Option<f64>)]) -> Option<Vec<Option<Place2>>> {
    let mut seen = vec![0_usize; categories.len()];
    let layout: Vec<Option<Place2>> = table
        .headings
        .iter()
        .map(|heading| {
            let of = categories.iter().enumerate().filter(|(_, (name, _, _))| {
                heading == name
                    || heading.ends_with(&format!(" {name}"))
                    || heading.contains(&format!(" {name} "))
                    || heading.starts_with(&format!("{name} "))
            });
            // The longest name: `tidak setuju` holds `setuju`.
            let at = of.max_by_key(|(_, (name, _, _))| name.len()).map(|(at, _)| at);
            let last = heading.rsplit(' ').next().unwrap_or_default();
            if let Some(at) = at {
                let count = seen.get_mut(at)?;
                *count += 1;
                return Some(Place2::Category(
                    at,
                    match last {
                        "skor" | "score" | "fxs" => Under::Score,
                        "%" | "persen" | "persentase" => Under::Percent,
                        _ => Under::Count,
                    },
                ));
            }
            match last {
                "n" | "responden" => Some(Place2::N),
                "rata" | "mean" | "rerata" | "average" => Some(Place2::Mean),
                "jumlah" | "total" | "sum" | "skor" | "lah" | "score" => Some(Place2::Total),
                _ => None,
            }
        })
        .collect();
    // Scores whose category is not told.
    let stray = |heading: &&String| matches!(heading.as_str(), "skor" | "score" | "fxs");
    (seen.iter().all(|count| *count >= 1) && table.headings.iter().filter(stray).count() < 2).then_some(layout)
}

fn by_columns(table: &Table, row: &Row, layout: &[Option<Place2>]) -> Option<ItemRow> {
    let mut item = ItemRow { label: row.label.clone(), line: row.line, ..ItemRow::default() };
    for (at, place) in layout.iter().enumerate() {
        let Some(place) = place else { continue };
        // The category and what stands under it; the words above them are the table's.
        let words: Vec<&str> = table.headings.get(at).map_or("", String::as_str).split(' ').collect();
        let heading = words.get(words.len().saturating_sub(if matches!(place, Place2::Category(..)) { 2 } else { 1 })..);
        let heading = &heading.unwrap_or_default().join(" ");
        let Some(printed) = row.cells.get(at).and_then(|cell| table.number(row, cell, heading)) else { continue };
        match place {
            Place2::Category(c, Under::Count) => item.counts.push((*c, printed)),
            Place2::Category(c, Under::Score) => item.scores.push((*c, printed)),
            Place2::Category(c, Under::Percent) => item.percents.push((*c, printed.rounded())),
            Place2::N => item.n = Some(printed),
            Place2::Total => item.total = Some(printed),
            Place2::Mean => item.mean = Some(printed),
        }
    }
    // `Jumlah` beside categories without scores is the number of answers when no category scores and a mean are printed.
    if item.scores.is_empty() && item.mean.is_none() && item.n.is_none() {
        item.n = item.total.take();
    }
    Some(item)
}

/// Numbers in their order: k counts (each with its score or percentage), then the sum and the mean.
fn by_order(table: &Table, row: &Row, k: usize, pairs: Option<Under>) -> Option<ItemRow> {
    let numbers: Vec<Printed> =
        row.cells.iter().filter(|cell| looks_numeric(cell)).filter_map(|cell| table.number(row, cell, "")).collect();
    let per = if pairs.is_some() { 2 } else { 1 };
    let rest = numbers.len().checked_sub(per * k)?;
    if rest == 0 || rest > 2 {
        return None;
    }
    let mut item = ItemRow { label: row.label.clone(), line: row.line, ..ItemRow::default() };
    for (at, printed) in numbers.iter().take(per * k).enumerate() {
        match (at % per, pairs) {
            (0, _) => item.counts.push((at / per, printed.clone())),
            (_, Some(Under::Percent)) => item.percents.push((at / per, printed.clone().rounded())),
            _ => item.scores.push((at / per, printed.clone())),
        }
    }
    let mut tail = numbers.into_iter().skip(per * k);
    item.total = tail.next();
    item.mean = tail.next();
    if item.mean.is_none() && item.total.as_ref().is_some_and(|total| total.decimals > 0) {
        item.mean = item.total.take();
    }
    Some(item)
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used, clippy::panic)]
    use super::*;
    use crate::audit::read::markdown::read;
    use crate::audit::tables::raw::cut;

    #[test]
    fn headings_of_several_levels_in_one_cell() {
        let text = "**Tabel 4.5** Tanggapan\n\n| Indikator | Tanggapan – STS – F | Tanggapan – STS – Skor | Tanggapan – TS – F | Tanggapan – TS – Skor | Tanggapan – S – F | Tanggapan – S – Skor | Jumlah | Rata-rata |\n|---|--|--|--|--|--|--|--|--|\n| Satu (X<sub>1.1</sub>) | 0 | 0 | 10 | 20 | 26 | 78 | 98 | 2,722 |\n| Dua | 0 | 0 | 10 | 20 | 26 | 78 | 98 | 2,722 |\n| Rata-rata | | | | | | | | 2,722 |\n";
        let table = Table::of(&cut(&read(text)).tables[0], ',');
        let items = find(&table).unwrap_or_else(|| panic!("{table:#?}"));
        assert_eq!(items.rows[0].counts.iter().map(|(_, p)| p.value).collect::<Vec<_>>(), [0.0, 10.0, 26.0]);
        assert!(items.overall.is_some() && items.rows[0].mean.is_some());
    }
}
