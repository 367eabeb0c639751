//! Counts of two characteristics, and answers without weights: sums of rows and columns, percentages of what they are shares of.
//!
//! Source: arithmetic of the table itself.

use crate::audit::expression::{Expression, Id, number, of};
use crate::audit::facts::Facts;
use crate::audit::interval::Interval;
use crate::audit::network::Network;
use crate::audit::tables::crosstab::{Base, CrossRow, Crosstab};
use crate::diagnostics::Code;

const COUNT: Interval = Interval { low: 0.0, high: 1e9 };
const PERCENT: Interval = Interval { low: 0.0, high: 100.0 };

/// Adds the relations of the tables.
pub fn relate(facts: &mut Facts, tables: &[Crosstab]) {
    for table in tables {
        one(&mut facts.network, table);
    }
}

fn one(net: &mut Network, table: &Crosstab) {
    let base = table.base.or_else(|| likely_base(table));
    let rows: Vec<Vec<Id>> = table.rows.iter().map(|row| counts(net, row)).collect();
    let totals: Vec<Id> = table.rows.iter().zip(&rows).map(|(row, counts)| total_of(net, row, counts)).collect();
    let complete = table.unread.is_empty();
    // The sum of each column, printed or not; of a table with a row that was not read it is not known.
    let columns: Option<Vec<Id>> = complete.then(|| {
        let width = table.rows.first().map_or(0, |row| row.cells.len());
        (0..width)
            .map(|column| {
                let down: Vec<Expression> = rows.iter().filter_map(|row| row.get(column)).map(|id| of(*id)).collect();
                let sum = net.implied("n", COUNT);
                let printed = table.sums.as_ref().and_then(|sums| sums.cells.get(column)?.count.clone());
                if let Some(quantity) = net.quantities.get_mut(sum) {
                    quantity.printed = printed;
                }
                net.relate(Code::FrequencySum, "n = Σ F", of(sum), Expression::Sum(down));
                sum
            })
            .collect()
    });
    let all = columns.as_ref().map(|columns| {
        let none = CrossRow { cells: Vec::new(), total: None };
        let all = total_of(net, table.sums.as_ref().unwrap_or(&none), columns);
        let down = Expression::Sum(totals.iter().map(|id| of(*id)).collect());
        net.relate(Code::FrequencySum, "n = Σ n", of(all), down);
        all
    });
    for ((row, counts), total) in table.rows.iter().zip(&rows).zip(&totals) {
        for (column, (cell, count)) in row.cells.iter().zip(counts).enumerate() {
            let base = match base {
                Some(Base::Row) => Some(*total),
                Some(Base::Column) => columns.as_ref().and_then(|columns| columns.get(column).copied()),
                Some(Base::All) => all,
                None => None,
            };
            if let (Some(base), Some(percent)) = (base, &cell.percent) {
                let percent = net.printed("%", percent, PERCENT);
                net.relate(Code::Percentage, "% = F / n · 100", of(percent), of(*count) / of(base) * number(100.0));
            }
        }
    }
    if let (Some(sums), Some(columns), Some(all), Some(Base::Row | Base::All)) = (&table.sums, &columns, all, base) {
        for (cell, sum) in sums.cells.iter().zip(columns) {
            if let Some(percent) = &cell.percent {
                let percent = net.printed("%", percent, PERCENT);
                net.relate(Code::Percentage, "% = F / n · 100", of(percent), of(*sum) / of(all) * number(100.0));
            }
        }
    }
    if let (Some(means), true) = (&table.means, complete) {
        mean_row(net, means, &rows, &totals);
    }
}

/// The means of the counts; their percentages too, where every row has the same n.
fn mean_row(net: &mut Network, means: &CrossRow, rows: &[Vec<Id>], totals: &[Id]) {
    let sizes: Vec<Option<f64>> = rows
        .iter()
        .map(|row| row.iter().map(|id| net.quantities.get(*id)?.printed.as_ref().map(|printed| printed.value)).sum())
        .collect();
    let usual = sizes.first().copied().flatten();
    let alike = usual
        .is_some_and(|n| sizes.iter().filter(|size| size.is_some_and(|size| (size - n).abs() < 0.5)).count() * 2 > sizes.len());
    let many = rows.len() as f64;
    for (column, cell) in means.cells.iter().enumerate() {
        let down: Vec<Expression> = rows.iter().filter_map(|row| row.get(column)).map(|id| of(*id)).collect();
        if let Some(count) = &cell.count {
            let mean = net.printed("mean", count, COUNT);
            net.relate(Code::MeanOfItems, "mean = Σ F / items", of(mean), Expression::Sum(down.clone()) / number(many));
        }
        if let (Some(percent), true) = (&cell.percent, alike) {
            let percent = net.printed("%", percent, PERCENT);
            let all = Expression::Sum(totals.iter().map(|id| of(*id)).collect());
            net.relate(Code::Percentage, "% = Σ F / Σ n · 100", of(percent), Expression::Sum(down) / all * number(100.0));
        }
    }
}

fn counts(net: &mut Network, row: &CrossRow) -> Vec<Id> {
    row.cells.iter().filter_map(|cell| cell.count.as_ref()).map(|count| net.printed("F", count, COUNT)).collect()
}

/// The sum of a row, printed or not.
fn total_of(net: &mut Network, row: &CrossRow, counts: &[Id]) -> Id {
    let total = net.implied("n", COUNT);
    if let Some(quantity) = net.quantities.get_mut(total) {
        quantity.printed = row.total.clone();
    }
    net.relate(Code::FrequencySum, "Σ F = n", of(total), Expression::Sum(counts.iter().map(|id| of(*id)).collect()));
    total
}

/// What the percentages are of, where no note says so: what four of five of them fit, and no other base does. Otherwise they are not
/// judged.
fn likely_base(table: &Crosstab) -> Option<Base> {
    let value = |row: &CrossRow, column: usize| row.cells.get(column).and_then(|cell| Some(cell.count.as_ref()?.value));
    let row_sum = |row: &CrossRow| (0..row.cells.len()).filter_map(|column| value(row, column)).sum::<f64>();
    let column_sum = |column: usize| table.rows.iter().filter_map(|row| value(row, column)).sum::<f64>();
    let all: f64 = table.rows.iter().map(row_sum).sum();
    let fits = |base: Base| {
        let (mut fitting, mut percents) = (0_usize, 0_usize);
        for row in &table.rows {
            for (column, cell) in row.cells.iter().enumerate() {
                let (Some(count), Some(percent)) = (&cell.count, &cell.percent) else { continue };
                let n = match base {
                    Base::Row => row_sum(row),
                    Base::Column => column_sum(column),
                    Base::All => all,
                };
                percents += 1;
                fitting += usize::from(n > 0.0 && percent.interval.outward().holds(100.0 * count.value / n));
            }
        }
        fitting * 5 >= percents * 4
    };
    let mut fitting = [Base::Row, Base::Column, Base::All].into_iter().filter(|base| fits(*base));
    match (fitting.next(), fitting.next()) {
        (Some(base), None) => Some(base),
        _ => None,
    }
}
