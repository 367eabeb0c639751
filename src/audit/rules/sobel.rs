//! Sobel's and Aroian's tests of an indirect effect, from the printed coefficients and standard errors.
//!
//! Sources: Sobel (1982), eq. 8; Aroian (1947). On unstandardized coefficients.

use super::text::names_it;
use crate::audit::expression::{Expression, Id, of};
use crate::audit::facts::{Facts, Term};
use crate::audit::interval::Interval;
use crate::audit::printed::Printed;
use crate::audit::statements::{Said, Statement};
use crate::audit::tables::indirect::IndirectRow;
use crate::diagnostics::Code;

/// Adds the relations of printed tests.
pub fn relate(facts: &mut Facts, rows: &[IndirectRow], statements: &[Statement]) {
    let mut told: Vec<(Vec<String>, Id, Id)> = Vec::new();
    for row in rows {
        let Some((a, b)) = terms(facts, &row.chain) else { continue };
        let (z, p) = test(facts, &a, &b, false);
        tell(facts, z, &row.z);
        tell(facts, p, &row.p);
        if row.aroian.is_some() {
            let (z, p) = test(facts, &a, &b, true);
            tell(facts, z, &row.aroian);
            tell(facts, p, &row.aroian_p);
        }
        if let Some(product) = &row.product {
            let net = &mut facts.network;
            let id = net.printed("a·b", product, Interval::ALL);
            net.relate(Code::PathEffect, "indirect = a · b", of(id), of(a.b) * of(b.b));
        }
        told.push((row.chain.clone(), z, p));
    }
    for statement in statements {
        let all = statement.words();
        for (sentence, plain) in statement.plain.iter().enumerate() {
            if !plain.contains(" sobel ") {
                continue;
            }
            let zs: Vec<Printed> = statement.said(sentence, Said::Z).cloned().collect();
            let ps: Vec<Printed> = statement.said(sentence, Said::P).cloned().collect();
            let [z_printed] = zs.as_slice() else { continue };
            // The path that the paragraph names: all its variables, and no other path's.
            let mut named = told.iter().filter(|(chain, _, _)| chain.iter().all(|name| names_it(&facts.names, &all, name)));
            match (named.next().cloned(), named.next()) {
                (Some((_, z, p)), None) => {
                    tell(facts, z, &Some(z_printed.clone()));
                    if let [printed] = ps.as_slice() {
                        tell(facts, p, &Some(printed.clone()));
                    }
                }
                _ => {
                    let net = &mut facts.network;
                    let z = net.printed("z", z_printed, Interval::ALL);
                    if let [printed] = ps.as_slice() {
                        let p = net.printed("p", printed, Interval::UNIT);
                        net.relate(Code::Significance, "p = P(|Z| > |z|)", of(p), Expression::TwoTailedZ(Box::new(of(z))));
                    }
                }
            }
        }
    }
}

fn tell(facts: &mut Facts, id: Id, printed: &Option<Printed>) {
    if let Some(printed) = printed {
        facts.tell(id, printed);
    }
}

/// z and p of the test of a·b.
fn test(facts: &mut Facts, a: &Term, b: &Term, aroian: bool) -> (Id, Id) {
    let net = &mut facts.network;
    let z = net.implied("z", Interval::ALL);
    let p = net.implied("p", Interval::UNIT);
    // Each quantity once, for a narrow interval: 1/z² = (SE_a/a)² + (SE_b/b)² [+ the product of both].
    let (ta, tb) = (of(a.b) / of(a.se), of(b.b) / of(b.se));
    let parts = if aroian {
        ta.clone().square() * tb.clone().square() / (ta.square() + tb.square() + crate::audit::expression::number(1.0))
    } else {
        crate::audit::expression::number(1.0)
            / (crate::audit::expression::number(1.0) / ta.square() + crate::audit::expression::number(1.0) / tb.square())
    };
    let formula =
        if aroian { "z = ab / √(b²SE_a² + a²SE_b² + SE_a²SE_b²)" } else { "z = ab / √(b²SE_a² + a²SE_b²)" };
    // A positive product has a positive z; of a negative one many print the size alone.
    let value = |id: Id| net.quantities.get(id).and_then(|quantity| quantity.printed.as_ref()).map(|printed| printed.value);
    let positive = value(a.b).zip(value(b.b)).is_some_and(|(a, b)| a * b > 0.0);
    net.relate(Code::Sobel, formula, if positive { of(z) } else { of(z).size() }, parts.root());
    net.relate(Code::Significance, "p = P(|Z| > |z|)", of(p), Expression::TwoTailedZ(Box::new(of(z))));
    (z, p)
}

/// The two terms of a path of one mediator.
fn terms(facts: &Facts, chain: &[String]) -> Option<(Term, Term)> {
    let [cause, mediator, outcome] = chain else { return None };
    let term = |outcome: &str, predictor: &str| {
        let mut fitting = facts.regressions.iter().filter(|regression| {
            !Facts::is_glejser(regression)
                && regression.outcome().is_some_and(|name| facts.names.same(name, outcome))
                && regression.term(&facts.names, predictor).is_some()
        });
        let first = fitting.next()?;
        fitting.next().is_none().then(|| first.term(&facts.names, predictor).cloned()).flatten()
    };
    Some((term(mediator, cause)?, term(outcome, mediator)?))
}
