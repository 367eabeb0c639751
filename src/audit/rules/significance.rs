//! Tests of differences and associations: p from the statistic and its degrees of freedom, t from estimate and standard error,
//! the estimate in the middle of its interval, the word behind the row.
//!
//! Source: survival functions of t, F, normal and χ²; a symmetric t interval has its estimate in the middle.

use crate::audit::expression::{Expression, number, of};
use crate::audit::facts::Facts;
use crate::audit::finding::{Finding, Severity};
use crate::audit::interval::Interval;
use crate::audit::names::plain;
use crate::audit::tables::significance::{Distribution, TestRow};
use crate::diagnostics::Code;
use crate::language::Message;

const DF: Interval = Interval { low: 0.5, high: 1e9 };

/// Adds the relations of the rows.
pub fn relate(facts: &mut Facts, rows: &[TestRow]) {
    let one_tailed = facts.one_tailed;
    let net = &mut facts.network;
    for row in rows {
        let Some((distribution, printed)) = &row.statistic else { continue };
        let sign = match distribution {
            Distribution::T => "t",
            Distribution::F => "F",
            Distribution::Z => "Z",
            Distribution::ChiSquared => "χ²",
        };
        let domain = if matches!(distribution, Distribution::F | Distribution::ChiSquared) {
            Interval::NOT_NEGATIVE
        } else {
            Interval::ALL
        };
        let statistic = net.printed(sign, printed, domain);
        let df = row.df.as_ref().map(|printed| net.printed("df", printed, DF));
        let df2 = row.df2.as_ref().map(|printed| net.printed("df2", printed, DF));
        let one = || Box::new(of(statistic));
        let tail = match (distribution, df, df2) {
            (Distribution::T, Some(df), _) => Some(Expression::TwoTailedT(one(), Box::new(of(df)))),
            (Distribution::Z, ..) => Some(Expression::TwoTailedZ(one())),
            (Distribution::ChiSquared, Some(df), _) => Some(Expression::UpperChiSquared(one(), Box::new(of(df)))),
            (Distribution::F, Some(df), Some(df2)) => Some(Expression::UpperF(one(), Box::new(of(df)), Box::new(of(df2)))),
            _ => None,
        };
        if let (Some(tail), false) = (tail, one_tailed || row.corrected) {
            let p = net.printed("Sig.", &row.p, Interval::UNIT);
            net.relate(Code::Significance, format!("Sig. = P({sign}; df)"), of(p), tail);
        }
        let Some(estimate) = row.estimate.as_ref().filter(|_| *distribution == Distribution::T) else { continue };
        let estimate = net.printed("selisih", estimate, Interval::ALL);
        if let Some(se) = &row.se {
            let se = net.printed("SE", se, Interval::NOT_NEGATIVE);
            net.relate(Code::TRatio, "t = selisih / SE", of(statistic), of(estimate) / of(se));
        }
        if let Some((low, high)) = &row.interval {
            let (low, high) = (net.printed("batas bawah", low, Interval::ALL), net.printed("batas atas", high, Interval::ALL));
            let middle = Expression::Sum(vec![of(low), of(high)]) / number(2.0);
            net.relate(Code::IntervalMiddle, "selisih = (batas bawah + batas atas) / 2", of(estimate), middle);
        }
    }
}

/// Words behind a row against its significance, at the usual 0,05.
pub fn check(rows: &[TestRow], level: f64, findings: &mut Vec<Finding>) {
    for row in rows {
        let Some(verdict) = &row.verdict else { continue };
        let Some(significant) = says_significant(&plain(verdict)) else { continue };
        let (low, high) = (row.p.interval.low, row.p.interval.high);
        let wrong = if significant { low >= level } else { high < level };
        if wrong {
            let (p, than) = (&row.p.text, if significant { "≥" } else { "<" });
            let shown = crate::numbers::PrintedNumber { value: level, decimals: 2 }.print(row.p.mark, true);
            let words = Message::new(
                format!("Sig. {p} {than} {shown}: kesimpulannya terbalik"),
                format!("Sig. {p} {than} {shown}: the conclusion is the other one"),
            );
            findings.push(Finding::said(Code::Verdict, Severity::Decision, row.place.clone(), verdict.clone(), words));
        }
    }
}

/// Whether a verdict claims significance; none when it is no such word.
pub fn says_significant(words: &str) -> Option<bool> {
    let no = words.split(' ').any(|word| matches!(word, "tidak" | "not" | "no" | "bebas" | "tak" | "non" | "free"));
    let has = |stems: &[&str]| stems.iter().any(|stem| words.contains(stem));
    if has(&["heterosked", "heterosced"]) || has(&["berbeda", "differ"]) || has(&["signifikan", "significant"]) {
        return Some(!no);
    }
    // A test of normality or equal variances rejects what the word claims.
    if has(&["normal", "homogen", "ragam sama", "varians sama", "equal variance"]) || has(&["homosked"]) {
        return Some(no);
    }
    None
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_that_claim_significance() {
        for (words, expected) in [
            ("tidak normal", Some(true)),
            ("normal", Some(false)),
            ("ragam sama", Some(false)),
            ("tidak homogen", Some(true)),
            ("tidak berbeda", Some(false)),
            ("signifikan", Some(true)),
            ("bebas heteroskedastisitas", Some(false)),
            ("tidak terjadi heteroskedastisitas", Some(false)),
            ("valid", None),
        ] {
            assert_eq!(says_significant(words), expected, "{words}");
        }
    }
}
