//! Relations inside a Kolmogorov–Smirnov table, and with the regression whose residuals it tests.
//!
//! Source: Lilliefors (1967); Dallal & Wilkinson (1986) for the significance, as SPSS prints it.

use crate::audit::expression::{Expression, number, of};
use crate::audit::facts::{Facts, Regression};
use crate::audit::interval::Interval;
use crate::audit::tables::kolmogorov_smirnov::{KolmogorovSmirnov, Line};
use crate::diagnostics::Code;

/// Adds the relations of every table that belongs to a regression.
pub fn relate(facts: &mut Facts) {
    let regressions = facts.regressions.clone();
    for regression in &regressions {
        for table in &regression.normality {
            relate_table(facts, table, Some(regression));
        }
    }
}

/// Adds the relations of a table.
pub fn relate_table(facts: &mut Facts, table: &KolmogorovSmirnov, regression: Option<&Regression>) {
    let net = &mut facts.network;
    let mut quantity = |line: Line, sign: &str, domain: Interval| {
        let id = net.implied(sign, domain);
        if let Some(printed) = table.get(line)
            && let Some(quantity) = net.quantities.get_mut(id)
        {
            quantity.printed = Some(printed.clone());
        }
        id
    };
    let n = quantity(Line::N, "N", Interval { low: 1.0, high: 1e9 });
    let absolute = quantity(Line::Absolute, "Absolute", Interval::UNIT);
    let positive = quantity(Line::Positive, "Positive", Interval::UNIT);
    let negative = quantity(Line::Negative, "Negative", Interval { low: -1.0, high: 0.0 });
    let statistic = quantity(Line::Statistic, "D", Interval::UNIT);
    let z = quantity(Line::StatisticZ, "Z", Interval::NOT_NEGATIVE);
    let deviation = quantity(Line::StandardDeviation, "s", Interval::NOT_NEGATIVE);
    let p = quantity(Line::P, "Sig.", Interval::UNIT);
    if table.get(Line::Positive).is_some() && table.get(Line::Negative).is_some() {
        let largest = Expression::Largest(vec![of(positive), of(negative).size()]);
        net.relate(Code::LargestDifference, "Absolute = max(|Positive|, |Negative|)", of(absolute), largest);
    }
    net.relate(Code::LargestDifference, "Test Statistic = Absolute", of(statistic), of(absolute));
    if table.get(Line::StatisticZ).is_some() {
        net.relate(Code::LargestDifference, "Z = √N·D", of(z), of(n).root() * of(absolute));
    } else if table.lilliefors {
        let significance = Expression::Lilliefors(Box::new(of(statistic)), Box::new(of(n)));
        net.relate(Code::NormalitySignificance, "Sig. = Lilliefors(D, N)", of(p), significance);
    }
    if let Some(regression) = regression.filter(|_| table.residuals) {
        net.relate(Code::SampleSize, "N = n", of(n), of(regression.n));
        let standardized = table.get(Line::StandardDeviation).is_some_and(|printed| printed.value < 1.0 && printed.value > 0.9);
        if !standardized {
            let squares = (of(n) - number(1.0)) * of(deviation).square();
            net.relate(Code::ResidualDeviation, "SSE = (n − 1)·s²", of(regression.sse), squares);
        }
    }
}
