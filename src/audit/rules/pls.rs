//! Partial least squares: AVE and composite reliability from loadings, √AVE, T from the path and its standard error; limits that
//! the field uses.
//!
//! Sources: Fornell & Larcker (1981) for AVE and composite reliability; Hair, Risher, Sarstedt & Ringle (2019) for 0,708, 0,50
//! and 0,70; Henseler, Ringle & Sarstedt (2015) for HTMT below 0,90.

use crate::audit::expression::{Expression, Id, number, of};
use crate::audit::facts::Facts;
use crate::audit::finding::{Finding, Severity};
use crate::audit::interval::Interval;
use crate::audit::printed::Printed;
use crate::audit::tables::pls::Pls;
use crate::diagnostics::Code;
use crate::language::Message;
use std::collections::BTreeMap;

/// Adds the relations.
pub fn relate(facts: &mut Facts, pls: &Pls) {
    let names = facts.names.clone();
    let net = &mut facts.network;
    let mut loadings: BTreeMap<String, Vec<Id>> = BTreeMap::new();
    for (construct, printed) in &pls.loadings {
        let id = net.printed("λ", printed, Interval::CORRELATION);
        loadings.entry(names.of(construct)).or_default().push(id);
    }
    let mut averages: Vec<(String, Id)> = Vec::new();
    for construct in &pls.constructs {
        let ave = construct.ave.as_ref().map(|printed| net.printed("AVE", printed, Interval::UNIT));
        averages.extend(ave.map(|id| (construct.label.clone(), id)));
        let composite = construct.composite.as_ref().map(|printed| net.printed("CR", printed, Interval::UNIT));
        if let Some(alpha) = &construct.alpha {
            net.printed("α", alpha, Interval { low: f64::NEG_INFINITY, high: 1.0 });
        }
        let Some(own) = loadings.get(&names.of(&construct.label)) else { continue };
        let squares = || Expression::Sum(own.iter().map(|id| of(*id).square()).collect());
        let count = own.len() as f64;
        if let Some(ave) = ave {
            net.relate(Code::Extracted, "AVE = Σλ² / k", of(ave), squares() / number(count));
        }
        if let Some(composite) = composite {
            let sum = || Expression::Sum(own.iter().map(|id| of(*id)).collect()).square();
            let whole = sum() + (number(count) - squares());
            net.relate(Code::Extracted, "CR = (Σλ)² / ((Σλ)² + Σ(1 − λ²))", of(composite), sum() / whole);
        }
    }
    for (label, root) in &pls.roots {
        let id = net.printed("√AVE", root, Interval::UNIT);
        if let Some((_, ave)) = averages.iter().find(|(there, _)| names.same(there, label)) {
            net.relate(Code::Extracted, "√AVE", of(id), of(*ave).root());
        }
    }
    for row in &pls.paths {
        let original = net.printed("O", &row.original, Interval::ALL);
        let (Some(deviation), Some(t)) = (&row.deviation, &row.t) else { continue };
        let deviation = net.printed("STDEV", deviation, Interval::NOT_NEGATIVE);
        let positive = t.value >= 0.0;
        let t = net.printed("T", t, Interval::ALL);
        let size = if positive { of(t) } else { of(t).size() };
        net.relate(Code::TRatio, "T = |O| / STDEV", size, of(original).size() / of(deviation));
    }
}

/// Limits of the field, and significances that belong to another T.
pub fn check(facts: &Facts, pls: &Pls, findings: &mut Vec<Finding>) {
    let mut ask = |printed: &Printed, id: String, en: String| {
        let text = printed.text.clone();
        findings.push(Finding::said(Code::PlsLimit, Severity::Practice, printed.place.clone(), text, Message::new(id, en)));
    };
    for (_, loading) in pls.loadings.iter().filter(|(_, loading)| loading.interval.high < 0.7) {
        let text = &loading.text;
        ask(
            loading,
            format!("loading {text} di bawah 0,70 dan butirnya tetap dipakai: apa alasannya?"),
            format!("a loading of {text}, below .70, was kept: for what reason?"),
        );
    }
    for ave in pls.constructs.iter().filter_map(|construct| construct.ave.as_ref()).filter(|ave| ave.interval.high < 0.5) {
        ask(ave, "AVE di bawah 0,50".to_owned(), "AVE below .50".to_owned());
    }
    for ratio in pls.htmt.iter().filter(|ratio| ratio.interval.low >= 0.9 && ratio.value < 1.5) {
        ask(
            ratio,
            "HTMT 0,90 atau lebih: kedua konstruk tidak terbedakan".to_owned(),
            "HTMT of .90 or more: the two constructs are not told apart".to_owned(),
        );
    }
    for (row, column, correlation) in &pls.correlations {
        let smaller = pls
            .roots
            .iter()
            .find(|(label, root)| {
                (facts.names.same(label, row) || facts.names.same(label, column))
                    && root.interval.high < correlation.interval.size().low
            })
            .map(|(label, _)| label.clone());
        if let Some(label) = smaller {
            ask(
                correlation,
                format!("korelasi ini lebih besar daripada akar AVE {label} (Fornell-Larcker)"),
                format!("this correlation exceeds the root of AVE of {label} (Fornell–Larcker)"),
            );
        }
    }
    for row in &pls.paths {
        let (Some(t), Some(p)) = (&row.t, &row.p) else { continue };
        // Programs take the normal distribution or t with the number of resamples: both are allowed.
        let known = [t.interval];
        let size = Interval::new(t.interval.size().low, t.interval.size().high);
        let normal = Expression::TwoTailedZ(Box::new(of(0))).value(&known);
        let student = Expression::TwoTailedT(Box::new(number(size.low.max(0.0))), Box::new(number(99.0))).value(&[]);
        let possible = normal.join(Interval::new(normal.low, student.high));
        // A one-tailed significance is half of it.
        let half = Interval::new(0.5 * possible.low, 0.5 * possible.high);
        if p.interval.meet(possible).is_empty() && p.interval.meet(half).is_empty() {
            let words = Message::new(
                format!("T {} memberi p {}", t.text, p.print_like(normal.middle())),
                format!("T {} gives p {}", t.text, p.print_like(normal.middle())),
            );
            let mut finding = Finding::said(Code::Significance, Severity::Impossible, p.place.clone(), p.text.clone(), words);
            finding.likely = Some(p.print_like(normal.middle()));
            findings.push(finding);
        }
    }
}
