//! Achievement = realization over target.
//!
//! Source: Permenpan RB 53/2014, annex II: the higher the better, realization / target; the lower the better, (2·target −
//! realization) / target. An indicator that is to fall is also reported as target / realization; all three are allowed.

use crate::audit::finding::{Finding, Severity};
use crate::audit::interval::Interval;
use crate::audit::printed::Printed;
use crate::audit::tables::targets::TargetRow;
use crate::diagnostics::Code;
use crate::language::Message;

/// Checks the rows one by one.
pub fn check(rows: &[TargetRow], findings: &mut Vec<Finding>) {
    for row in rows {
        let Some(achievement) = row.achievement.clone().map(Printed::rounded) else { continue };
        let (target, is) = (row.target.interval, row.realization.interval);
        if target.low <= 0.0 || is.low < 0.0 || fits(row, &achievement) || !is.minus(target).meet(achievement.interval).is_empty()
        {
            continue;
        }
        let must = 100.0 * row.realization.value / row.target.value;
        let (target, is) = (&row.target.text, &row.realization.text);
        let shown = achievement.print_like(must);
        let words = Message::new(format!("{is} / {target} · 100 = {shown}"), format!("{is} / {target} · 100 = {shown}"));
        let mut finding =
            Finding::said(Code::Achievement, Severity::Impossible, achievement.place.clone(), achievement.text.clone(), words);
        finding.likely = Some(shown);
        findings.push(finding);
    }
}

/// Whether a number is the achievement of a row by one of the formulas.
pub fn fits(row: &TargetRow, achievement: &Printed) -> bool {
    let (target, is) = (row.target.interval, row.realization.interval);
    let hundred = Interval::exactly(100.0);
    let usual = is.over(target).times(hundred);
    let falling = target.plus(target).minus(is).over(target).times(hundred);
    let inverse = target.over(is).times(hundred);
    [usual, falling, inverse].iter().any(|possible| {
        // Writers cut decimals, and some report no more than 100.
        let unit = 10_f64.powi(-i32::try_from(achievement.decimals).unwrap_or(2));
        let wide = Interval::new(possible.low - unit, possible.high + unit);
        !wide.meet(achievement.interval).is_empty() || possible.low > 100.0 && !hundred.meet(achievement.interval).is_empty()
    })
}
