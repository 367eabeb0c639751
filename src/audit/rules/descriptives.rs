//! Descriptive statistics: mean and median between the ends, the standard deviation no larger than they allow, the same one that
//! the regressions rest on.
//!
//! Source: Bhatia & Davis (2000), *A better bound on the variance*: s² ≤ (max − mean)(mean − min)·n/(n − 1).

use crate::audit::expression::{Id, number, of};
use crate::audit::facts::Facts;
use crate::audit::interval::Interval;
use crate::audit::printed::Printed;
use crate::audit::tables::descriptives::DescriptiveRow;
use crate::diagnostics::Code;

/// Adds the relations of the rows.
pub fn relate(facts: &mut Facts, rows: &[DescriptiveRow]) {
    for row in rows {
        let n = row.n.as_ref().map(|n| n.value);
        let whole = |printed: &Option<Printed>| {
            // A value of the data may be rounded too.
            printed.as_ref().map(|printed| if printed.decimals == 0 { printed.clone() } else { printed.clone().rounded() })
        };
        let (minimum, maximum) = (whole(&row.minimum), whole(&row.maximum));
        let deviation = regressions(facts, row);
        let net = &mut facts.network;
        let add = |net: &mut crate::audit::network::Network, sign: &str, printed: &Option<Printed>, domain: Interval| {
            printed.as_ref().map(|printed| net.printed(sign, printed, domain))
        };
        let low = add(net, "min", &minimum, Interval::ALL);
        let high = add(net, "max", &maximum, Interval::ALL);
        let mean = add(net, "mean", &row.mean, Interval::ALL);
        let median = add(net, "median", &row.median, Interval::ALL);
        let deviation = match deviation {
            Some(id) => Some(id),
            None => add(net, "s", &row.deviation, Interval::NOT_NEGATIVE),
        };
        let (Some(low), Some(high)) = (low, high) else { continue };
        for (middle, formula) in [(mean, "min ≤ mean ≤ max"), (median, "min ≤ median ≤ max")] {
            let Some(middle) = middle else { continue };
            let share = net.implied("", Interval::UNIT);
            net.relate(Code::Spread, formula, of(middle), of(low) + of(share) * (of(high) - of(low)));
        }
        if let (Some(mean), Some(deviation), Some(n)) = (mean, deviation, n.filter(|n| *n > 1.0)) {
            let share = net.implied("", Interval::UNIT);
            let most = (of(high) - of(mean)) * (of(mean) - of(low)) * number(n / (n - 1.0));
            net.relate(Code::Spread, "s² ≤ (max − mean)(mean − min)·n/(n − 1)", of(deviation).square(), of(share) * most);
        }
        if let (Some(variance), Some(deviation)) = (&row.variance, deviation) {
            let variance = net.printed("s²", variance, Interval::NOT_NEGATIVE);
            net.relate(Code::Spread, "varians = s²", of(variance), of(deviation).square());
        }
    }
}

/// The standard deviation that the regressions use, where they are of the same cases and variable.
fn regressions(facts: &mut Facts, row: &DescriptiveRow) -> Option<Id> {
    let printed = row.deviation.as_ref()?;
    let n = row.n.as_ref()?.value;
    let regression = facts.regressions.iter().find(|regression| {
        !Facts::is_glejser(regression)
            && facts.cases(regression).is_some_and(|cases| (cases as f64 - n).abs() < 0.5)
            && (regression.outcome().is_some_and(|name| facts.names.same(name, &row.label))
                || regression.term(&facts.names, &row.label).is_some())
    })?;
    let regression = regression.clone();
    // Scores of another scale (means of items, per cent) have a standard deviation of their own.
    let value = |id: Id| facts.network.quantities.get(id).and_then(|quantity| quantity.printed.as_ref()).map(|there| there.value);
    let of_outcome = (value(regression.sst)? / (n - 1.0).max(1.0)).sqrt();
    let implied = match regression.term(&facts.names, &row.label) {
        Some(term) => (value(term.beta)? * of_outcome / value(term.b)?).abs(),
        None => of_outcome,
    };
    if !(0.75..1.35).contains(&(printed.value / implied)) {
        return None;
    }
    let id = facts.deviation(&row.label, &regression);
    facts.tell(id, printed);
    Some(id)
}
