//! Annual reports of performance: means of achievements, what of them counts, bands, money absorbed, change.
//!
//! Source: Permenpan RB 53/2014, annex II (achievement, its mean); absorbed = spent / allocated; efficiency = achievement that
//! counts − absorbed; bands as the table's note declares them, by their lower bounds.

use crate::audit::expression::{Expression, Id, number, of};
use crate::audit::facts::Facts;
use crate::audit::finding::{Finding, Severity};
use crate::audit::interval::Interval;
use crate::audit::names::plain;
use crate::audit::printed::Printed;
use crate::audit::tables::performance::{Achieved, AchievedRow, Budget, BudgetRow, ImpactRow};
use crate::diagnostics::Code;
use crate::language::Message;
use std::collections::BTreeMap;

/// Adds the relations of the tables.
pub fn relate(facts: &mut Facts, achieved: &[Achieved], budgets: &[Budget], impacts: &[ImpactRow], findings: &mut Vec<Finding>) {
    let net = &mut facts.network;
    let percent = Interval::new(-1e6, 1e6);
    // What counts of an indicator, by its name, where one table alone says it.
    let mut by_name: BTreeMap<String, Option<Id>> = BTreeMap::new();
    for table in achieved {
        let cap = cap(&table.rows);
        let (mut whole, mut counts) = (Vec::new(), Vec::new());
        for row in &table.rows {
            let achievement = net.printed("%", &row.achievement, percent);
            whole.push(achievement);
            if let Some(counted) = &row.counted {
                // Unless it is the achievement that is wrong.
                let is_achieved =
                    table.targets.iter().any(|target| target.place == row.place && super::targets::fits(target, counted));
                if counted.interval.low > row.achievement.interval.high && !is_achieved {
                    findings.push(beyond(row, counted));
                    continue;
                }
                let id = net.printed("%", counted, percent);
                let limited = cap.filter(|cap| row.achievement.value > *cap && (counted.value - cap).abs() < 0.011);
                let must = limited.map_or_else(|| of(achievement), number);
                net.relate(Code::Achievement, "dihitung = min(capaian, batas)", of(id), must);
                counts.push(id);
                by_name.entry(plain(&row.name)).and_modify(|known| *known = None).or_insert(Some(id));
            }
        }
        let Some(mean) = &table.mean else { continue };
        for (ids, mean) in [(whole, Some(&mean.achievement)), (counts, mean.counted.as_ref())] {
            if let Some(mean) = mean.filter(|_| ids.len() == table.rows.len()) {
                let mean = net.printed("rata-rata", mean, percent);
                let count = number(ids.len() as f64);
                let sum = Expression::Sum(ids.into_iter().map(of).collect());
                net.relate(Code::Achievement, "rata-rata = Σ capaian / indikator", of(mean), sum / count);
            }
        }
    }
    for table in budgets {
        let mut money = (Vec::new(), Vec::new());
        for row in &table.rows {
            let (allocated, spent, counted) = of_budget(net, row);
            money.0.push(allocated);
            money.1.push(spent);
            if let (Some(counted), Some(Some(there))) = (counted, by_name.get(&plain(&row.name))) {
                net.relate(Code::TextAgainstTable, "sama di kedua tempat", of(counted), of(*there));
            }
        }
        if let Some(total) = &table.total {
            let (allocated, spent, _) = of_budget(net, total);
            for (total, parts) in [(allocated, money.0), (spent, money.1)] {
                let sum = Expression::Sum(parts.into_iter().map(of).collect());
                net.relate(Code::Scores, "jumlah = Σ baris", of(total), sum);
            }
        }
    }
    for row in impacts {
        let [before, after, change] = [("sebelum", &row.before), ("sesudah", &row.after), ("perubahan", &row.change)]
            .map(|(sign, printed)| net.printed(sign, printed, Interval::ALL));
        net.relate(Code::Achievement, "perubahan = sesudah − sebelum", of(change), of(after) - of(before));
    }
}

/// More counts than was achieved.
fn beyond(row: &AchievedRow, counted: &Printed) -> Finding {
    let words = Message::new(
        format!("yang dihitung melebihi capaiannya, {}", row.achievement.text),
        format!("more counts than the achievement, {}", row.achievement.text),
    );
    Finding::said(Code::Achievement, Severity::Impossible, counted.place.clone(), counted.text.clone(), words)
}

/// The money of a row, absorbed and efficiency with it: allocated, spent, counted.
fn of_budget(net: &mut crate::audit::network::Network, row: &BudgetRow) -> (Id, Id, Option<Id>) {
    let allocated = net.printed("pagu", &row.allocated, Interval::NOT_NEGATIVE);
    let spent = net.printed("terpakai", &row.spent, Interval::NOT_NEGATIVE);
    let share = || of(spent) / of(allocated) * number(100.0);
    if let Some(absorbed) = &row.absorbed {
        let absorbed = net.printed("serapan", absorbed, Interval::NOT_NEGATIVE);
        net.relate(Code::Percentage, "serapan = terpakai / pagu · 100", of(absorbed), share());
    }
    let counted = row.counted.as_ref().map(|counted| net.printed("%", counted, Interval::ALL));
    if let (Some(counted), Some(efficiency)) = (counted, &row.efficiency) {
        let efficiency = net.printed("efisiensi", efficiency, Interval::ALL);
        net.relate(Code::Achievement, "efisiensi = dihitung − serapan", of(efficiency), of(counted) - share());
    }
    (allocated, spent, counted)
}

/// The most that counts: what most rows agree on; none where everything counts in full.
fn cap(rows: &[AchievedRow]) -> Option<f64> {
    let agree = |cap: f64| {
        let fits = |row: &&AchievedRow| {
            row.counted.as_ref().is_none_or(|counted| (counted.value - row.achievement.value.min(cap)).abs() < 0.011)
        };
        rows.iter().filter(fits).count()
    };
    let candidates = rows.iter().filter_map(|row| row.counted.as_ref()).map(|counted| counted.value);
    // Of two that agree with as many rows a whole number is the limit, then the higher one.
    let rank = |cap: f64| (agree(cap), u8::from(cap.fract().abs() < 1e-9), cap);
    let none = (f64::INFINITY, (agree(f64::INFINITY), 1, f64::INFINITY));
    let best = candidates.map(|cap| (cap, rank(cap))).fold(none, |best, other| if other.1 > best.1 { other } else { best });
    Some(best.0).filter(|cap| cap.is_finite())
}

/// Words of bands that their values do not lie in.
pub fn check(achieved: &[Achieved], findings: &mut Vec<Finding>) {
    for table in achieved.iter().filter(|table| table.bands.len() > 2) {
        for row in table.rows.iter().chain(&table.mean) {
            let value = row.counted.as_ref().unwrap_or(&row.achievement);
            let band = |value: f64| {
                let rounded = (value * 100.0).round() / 100.0;
                table.bands.iter().rev().find(|(from, _)| rounded >= *from).or(table.bands.first()).map(|(_, name)| name.as_str())
            };
            let known = table.bands.iter().any(|(_, name)| *name == row.category);
            let possible = |value: &Printed| {
                [value.interval.low, value.value, value.interval.high - 1e-9].iter().any(|at| band(*at) == Some(&row.category))
            };
            // Without a column of what counts some band what was achieved, some what counts.
            if !known || possible(value) || possible(&row.achievement) {
                continue;
            }
            let must = band(value.value).unwrap_or_default().to_owned();
            let words = Message::new(
                format!("{} termasuk {must} menurut batas bawah pada catatan tabel", value.text),
                format!("{} is in {must} by the lower bounds in the note of the table", value.text),
            );
            let printed = format!("{}: {}", value.text, row.category);
            let mut finding = Finding::said(Code::Category, Severity::Decision, row.place.clone(), printed, words);
            finding.likely = Some(must);
            findings.push(finding);
        }
    }
}
