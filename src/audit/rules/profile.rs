//! Respondents by a characteristic: counts add up to n, percentages follow from them.

use crate::audit::expression::{Expression, number, of};
use crate::audit::facts::Facts;
use crate::audit::finding::{Finding, Severity};
use crate::audit::interval::Interval;
use crate::audit::tables::profile::Profile;
use crate::diagnostics::Code;
use crate::language::Message;

const COUNT: Interval = Interval { low: 0.0, high: 1e9 };
const PERCENT: Interval = Interval { low: 0.0, high: 100.0 };

/// Adds the relations of the tables; percentages on another base than n are one finding.
pub fn relate(facts: &mut Facts, tables: &[Profile], findings: &mut Vec<Finding>) {
    for table in tables {
        let base = other_base(table);
        if let Some(base) = base {
            let place = table.rows.first().and_then(|row| row.percent.as_ref()).map(|percent| percent.place.clone());
            let sum: f64 = table.rows.iter().filter_map(|row| row.count.as_ref()).map(|count| count.value).sum();
            let words = Message::new(
                format!("semua persentase dihitung atas dasar {base}, padahal jumlah frekuensinya {sum}"),
                format!("all percentages are on the base {base}, though the counts add up to {sum}"),
            );
            let place = place.unwrap_or_else(|| table.place.clone());
            findings.push(Finding::said(Code::Percentage, Severity::Impossible, place, base.to_string(), words));
        }
        let net = &mut facts.network;
        let total = net.implied("n", COUNT);
        if let Some(printed) = table.total.as_ref().and_then(|row| row.count.as_ref())
            && let Some(quantity) = net.quantities.get_mut(total)
        {
            quantity.printed = Some(printed.clone());
        }
        let counts: Vec<_> =
            table.rows.iter().filter_map(|row| Some((row, net.printed("F", row.count.as_ref()?, COUNT)))).collect();
        if table.unread.is_empty() {
            let sum = Expression::Sum(counts.iter().map(|(_, id)| of(*id)).collect());
            net.relate(Code::FrequencySum, "Σ F = n", of(total), sum);
        }
        if base.is_some() {
            continue;
        }
        if let Some(printed) = table.total.as_ref().and_then(|row| row.percent.as_ref()) {
            let percent = net.printed("%", printed, PERCENT);
            net.relate(Code::Percentage, "Σ% = 100", of(percent), number(100.0));
        }
        let mut before = Vec::new();
        for (row, count) in &counts {
            before.push(of(*count));
            if let Some(printed) = &row.percent {
                let percent = net.printed("%", printed, PERCENT);
                net.relate(Code::Percentage, "% = F / n · 100", of(percent), of(*count) / of(total) * number(100.0));
            }
            if let Some(printed) = &row.cumulative {
                let percent = net.printed("% kumulatif", printed, Interval::new(0.0, 100.5));
                let sum = Expression::Sum(before.clone());
                net.relate(Code::Percentage, "Σ% = Σ F / n · 100", of(percent), sum / of(total) * number(100.0));
            }
        }
    }
}

/// A base on which all percentages fit, when they do not fit on the sum of the counts.
fn other_base(table: &Profile) -> Option<u64> {
    let rows: Vec<(f64, &crate::audit::printed::Printed)> =
        table.rows.iter().filter_map(|row| Some((row.count.as_ref()?.value, row.percent.as_ref()?))).collect();
    let sum: f64 = rows.iter().map(|(count, _)| count).sum();
    let fits = |base: f64| rows.iter().all(|(count, percent)| percent.interval.outward().holds(100.0 * count / base));
    if rows.len() < 2 || sum <= 0.0 || fits(sum) {
        return None;
    }
    let (count, percent) = rows.iter().max_by(|a, b| a.0.total_cmp(&b.0))?;
    let around = 100.0 * count / percent.value.max(0.01);
    let wrong = rows.iter().filter(|(count, percent)| !percent.interval.outward().holds(100.0 * count / sum)).count();
    let near = (around * 0.98).floor().max(1.0) as u64..=(around * 1.02).ceil().min(1e6) as u64;
    (wrong >= 2).then(|| near.into_iter().find(|base| (*base as f64 - sum).abs() > 0.5 && fits(*base as f64))).flatten()
}
