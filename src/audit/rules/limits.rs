//! Values that cannot exist: |r| > 1, a probability outside 0 to 1, VIF below 1, R² below 0, a negative standard error.

use crate::audit::expression::Id;
use crate::audit::facts::Facts;
use crate::audit::finding::{Finding, Severity};
use crate::audit::interval::Interval;
use crate::audit::printed::Printed;
use crate::audit::tables::Found;
use crate::audit::tables::verdicts::Judged;
use crate::diagnostics::Code;
use crate::language::Message;
use std::collections::BTreeSet;

/// Finds them; the quantities are then free, so that nothing else is said about the same number.
pub fn check(facts: &mut Facts, found: &Found, findings: &mut Vec<Finding>) {
    let mut impossible: BTreeSet<Id> = BTreeSet::new();
    for (id, quantity) in facts.network.quantities.iter().enumerate() {
        if let Some(printed) = &quantity.printed
            && printed.interval.meet(quantity.domain).is_empty()
        {
            findings.push(finding(printed, &quantity.sign, quantity.domain));
            impossible.insert(id);
        }
    }
    for id in impossible {
        if let Some(quantity) = facts.network.quantities.get_mut(id) {
            quantity.printed = None;
        }
    }
    for (what, row) in found.verdicts.iter().flat_map(|table| table.rows.iter().map(|row| (table.what, row))) {
        let (sign, domain) = match what {
            Judged::Validity => ("r", Interval::CORRELATION),
            // Items that run against each other give an alpha below −1; only above 1 there is none.
            Judged::Reliability => ("alpha", Interval { low: f64::NEG_INFINITY, high: 1.0 }),
        };
        for printed in std::iter::once(&row.value).chain(&row.limit) {
            if printed.interval.meet(domain).is_empty() && printed.value.abs() < 100.0 && printed.decimals > 0 {
                let known = findings.iter().any(|finding| finding.place == printed.place);
                if !known {
                    findings.push(finding(printed, sign, domain));
                }
            }
        }
    }
}

fn finding(printed: &Printed, sign: &str, domain: Interval) -> Finding {
    let end = |value: f64| if value.is_finite() { value.to_string() } else { "…".to_owned() };
    let (low, high) = (end(domain.low), end(domain.high));
    Finding::said(
        Code::ImpossibleValue,
        Severity::Impossible,
        printed.place.clone(),
        printed.text.clone(),
        Message::new(
            format!("{sign} tidak mungkin di luar [{low}; {high}]"),
            format!("{sign} cannot lie outside [{low}; {high}]"),
        ),
    )
}
