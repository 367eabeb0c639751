//! Frequencies of answers: counts, scores, sums, means.
//!
//! Source: arithmetic of the table itself; for means of whole numbers Brown & Heathers (2017), *The GRIM test*.

use crate::audit::expression::{Expression, Id, number, of};
use crate::audit::facts::{Facts, Scale, ScaleItem};
use crate::audit::finding::{Finding, Severity};
use crate::audit::interval::Interval;
use crate::audit::names::{is_symbol, plain};
use crate::audit::printed::Printed;
use crate::audit::statements::Statement;
use crate::audit::tables::items::{ItemFrequencies, ItemRow};
use crate::diagnostics::Code;
use crate::language::Message;
use std::collections::BTreeMap;

const COUNT: Interval = Interval { low: 0.0, high: 1e9 };

/// Words of chapters that tell that answers are missing, and that n therefore differs.
const TOLD: &[&str] = &[
    "jawaban yang kosong",
    "jawaban kosong",
    "tidak dijawab",
    "tidak menjawab",
    "jawaban yang hilang",
    "data hilang",
    "jumlah kasus dapat berbeda",
    "blank answers",
    "left blank",
    "unanswered",
    "missing answers",
    "missing values",
    "empty answers",
    "number of cases may differ",
];

/// Adds the relations of the tables; a row that is right by itself but has another n is said, unless the chapter tells so.
pub fn relate(facts: &mut Facts, tables: &[ItemFrequencies], statements: &[Statement], findings: &mut Vec<Finding>) {
    let told = statements.iter().any(|statement| TOLD.iter().any(|words| statement.words().contains(words)));
    for table in tables {
        let mode = usual_n(table);
        // Answers are missing here and there: no n is that of most rows, and each has its own.
        let scattered = mode.is_none() && table.rows.len() > 2;
        let n = facts.network.implied("n", Interval { low: 1.0, high: 1e9 });
        let mut means: Vec<Id> = Vec::new();
        let mut items: Vec<ScaleItem> = Vec::new();
        for row in &table.rows {
            let own = row_sum(row);
            let other = mode.is_some_and(|mode| mode != own) && right_by_itself(row, table.weights.as_deref());
            let apart = scattered || other;
            let row_n = if apart {
                if other && !told {
                    findings.push(other_n(row, own, mode.unwrap_or(own)));
                }
                facts.network.implied("n", COUNT)
            } else {
                n
            };
            if let Some((mean, item)) = relate_row(facts, row, table.weights.as_deref(), row_n) {
                means.push(mean);
                if !apart {
                    items.push(item);
                }
            }
        }
        if let Some(name) = variable(table).filter(|_| items.len() == table.rows.len() && table.unread.is_empty()) {
            facts.scales.push(Scale { name, items, n });
        }
        if let Some(overall) =
            table.overall.as_ref().filter(|_| means.len() == table.rows.len() && table.unread.is_empty() && !means.is_empty())
        {
            let half = 0.5 * 10_f64.powi(-i32::try_from(overall.decimals).unwrap_or(3));
            let count = means.len() as f64;
            let overall = facts.network.printed("mean", overall, Interval::ALL);
            // The mean of means is taken from rounded or unrounded means.
            let slack = facts.network.implied("rounding", Interval::new(-half, half));
            let sum = Expression::Sum(means.into_iter().map(of).collect()) / number(count);
            facts.network.relate(Code::MeanOfItems, "mean = Σ means / items", of(overall), sum + of(slack));
        }
    }
}

fn relate_row(facts: &mut Facts, row: &ItemRow, weights: Option<&[f64]>, n: Id) -> Option<(Id, ScaleItem)> {
    let net = &mut facts.network;
    let counts: Vec<(usize, Id)> = row.counts.iter().map(|(at, printed)| (*at, net.printed("F", printed, COUNT))).collect();
    let sum = Expression::Sum(counts.iter().map(|(_, id)| of(*id)).collect());
    net.relate(Code::FrequencySum, "Σ F = n", of(n), sum);
    if let Some(printed) = &row.n {
        let own = net.printed("n", printed, COUNT);
        net.relate(Code::FrequencySum, "n = n", of(own), of(n));
    }
    for (at, printed) in &row.percents {
        if let Some((_, count)) = counts.iter().find(|(there, _)| there == at) {
            let percent = net.printed("%", printed, Interval::new(0.0, 100.0));
            net.relate(Code::Percentage, "% = F / n · 100", of(percent), of(*count) / of(n) * number(100.0));
        }
    }
    let weights = weights?;
    let weighted: Vec<Expression> = counts.iter().filter_map(|(at, id)| Some(of(*id) * number(*weights.get(*at)?))).collect();
    for (at, printed) in &row.scores {
        let (Some((_, count)), Some(weight)) = (counts.iter().find(|(there, _)| there == at), weights.get(*at)) else { continue };
        let score = net.printed("Skor", printed, COUNT);
        net.relate(Code::Scores, "Skor = F · w", of(score), of(*count) * number(*weight));
    }
    let total = net.implied("Jumlah", COUNT);
    if let Some(printed) = &row.total
        && let Some(quantity) = net.quantities.get_mut(total)
    {
        quantity.printed = Some(printed.clone());
    }
    net.relate(Code::Scores, "Jumlah = Σ F · w", of(total), Expression::Sum(weighted));
    let mean = net.implied("mean", Interval::NOT_NEGATIVE);
    if let Some(printed) = &row.mean
        && let Some(quantity) = net.quantities.get_mut(mean)
    {
        quantity.printed = Some(printed.clone().rounded());
    }
    net.relate(Code::MeanOfItems, "mean = Jumlah / n", of(mean), of(total) / of(n));
    let weighted = counts.iter().filter_map(|(at, id)| Some((*weights.get(*at)?, *id))).collect();
    Some((mean, (weighted, total)))
}

/// The variable whose items a table lists: by the symbol before their numbers, `X1.1`, else by the caption's last words.
fn variable(table: &ItemFrequencies) -> Option<String> {
    let symbols: Option<Vec<String>> = table
        .rows
        .iter()
        .map(|row| {
            let inside = row.label.rsplit_once('(').map_or(row.label.as_str(), |(_, inside)| inside);
            let symbol = plain(inside);
            let (variable, item) = symbol.rsplit_once('.')?;
            (is_symbol(variable) && item.chars().all(|c| c.is_ascii_digit())).then(|| variable.to_owned())
        })
        .collect();
    let symbols = symbols?;
    let first = symbols.first()?.clone();
    symbols.iter().all(|symbol| *symbol == first).then_some(first)
}

fn row_sum(row: &ItemRow) -> u64 {
    row.counts.iter().map(|(_, printed)| whole(printed)).sum()
}

fn whole(printed: &Printed) -> u64 {
    if printed.value >= 0.0 && printed.value < 1e9 { printed.value.round() as u64 } else { 0 }
}

/// The n that most rows have.
fn usual_n(table: &ItemFrequencies) -> Option<u64> {
    let mut counts: BTreeMap<u64, usize> = BTreeMap::new();
    for row in &table.rows {
        *counts.entry(row_sum(row)).or_default() += 1;
    }
    let (n, often) = counts.into_iter().max_by_key(|(_, often)| *often)?;
    (often * 2 > table.rows.len()).then_some(n)
}

/// Scores, sum and mean of a row follow from its own counts: somebody did not answer the item.
fn right_by_itself(row: &ItemRow, weights: Option<&[f64]>) -> bool {
    let Some(weights) = weights else { return false };
    let weight = |at: usize| weights.get(at).copied().unwrap_or(0.0);
    let sum: f64 = row.counts.iter().map(|(at, printed)| printed.value * weight(*at)).sum();
    let n = row_sum(row) as f64;
    let scores = row.scores.iter().all(|(at, score)| {
        row.counts.iter().any(|(there, count)| there == at && score.interval.holds(count.value * weight(*at)))
    });
    let (Some(total), Some(mean)) = (&row.total, &row.mean) else { return false };
    scores && total.interval.holds(sum) && n > 0.0 && mean.interval.outward().holds(sum / n)
}

fn other_n(row: &ItemRow, own: u64, usual: u64) -> Finding {
    let place = row.counts.first().map(|(_, printed)| printed.place.clone()).unwrap_or_default();
    Finding::said(
        Code::SampleSize,
        Severity::Practice,
        place,
        own.to_string(),
        Message::new(
            format!("butir ini dijawab {own} orang, butir-butir lain {usual}: tanyakan jawaban yang hilang"),
            format!("this item has {own} answers, the others {usual}: ask about the missing ones"),
        ),
    )
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use crate::audit::audit;
    use crate::audit::finding::Severity;
    use crate::audit::read::markdown::read;

    /// Answers of 36, 35 and 34 people; sums and means worked by hand.
    const SCATTERED: &str = "**Tabel 4.5** Tanggapan Responden\n\n\
        | Indikator | STS – F | STS – Skor | S – F | S – Skor | SS – F | SS – Skor | Jumlah | Rata-rata |\n|---|--|--|--|--|--|--|--|--|\n\
        | Satu (X1.1) | 6 | 6 | 10 | 20 | 20 | 60 | 86 | 2,389 |\n\
        | Dua (X1.2) | 5 | 5 | 10 | 20 | 20 | 60 | 85 | 2,429 |\n\
        | Tiga (X1.3) | 4 | 4 | 10 | 20 | 20 | 60 | 84 | 2,471 |\n";

    #[test]
    fn rows_of_different_n_are_right_by_themselves() {
        assert_eq!(audit(&read(SCATTERED)).findings, []);
        // A sum that is not that of its row stays impossible.
        let report = audit(&read(&SCATTERED.replace("| 85 |", "| 58 |")));
        let impossible: Vec<&str> =
            report.findings.iter().filter(|f| f.severity == Severity::Impossible).map(|f| f.printed.as_str()).collect();
        assert_eq!(impossible, ["58"]);
    }

    #[test]
    fn one_row_of_another_n_is_asked_about_once_and_not_where_the_chapter_tells() {
        let one = SCATTERED.replace("| 4 | 4 | 10 | 20 | 20 | 60 | 84 | 2,471 |", "| 5 | 5 | 10 | 20 | 20 | 60 | 85 | 2,429 |");
        let report = audit(&read(&one));
        assert_eq!(report.findings.iter().map(|f| f.severity).collect::<Vec<_>>(), [Severity::Practice]);
        let told = format!("Sebanyak 1 kuesioner memuat jawaban yang kosong.\n\n{one}");
        assert_eq!(audit(&read(&told)).findings, []);
    }
}
