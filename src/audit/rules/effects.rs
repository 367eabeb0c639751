//! Path effects: indirect = a·b, total = direct + indirect, from the coefficients behind the rounded ones.
//!
//! Source: Wright (1934), *The method of path coefficients*; Alwin & Hauser (1975).

use crate::audit::expression::{Expression, Id, of};
use crate::audit::facts::Facts;
use crate::audit::interval::Interval;
use crate::audit::printed::{Place, Printed};
use crate::audit::tables::effects::{Effects, chain};
use crate::audit::tables::raw::Prose;
use crate::diagnostics::Code;

/// The printed effects of one path.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Printing {
    /// Names from cause to outcome; may leave out mediators and outcome.
    pub chain: Vec<String>,
    /// Direct effect.
    pub direct: Option<Printed>,
    /// Indirect effect.
    pub indirect: Option<Printed>,
    /// Total effect.
    pub total: Option<Printed>,
}

/// The printed effects of tables.
pub fn of_tables(tables: &[Effects]) -> Vec<Printing> {
    let rows = tables.iter().flat_map(|table| &table.rows);
    rows.map(|row| Printing {
        chain: row.chain.clone(),
        direct: row.direct.clone(),
        indirect: row.indirect.clone(),
        total: row.total.clone(),
    })
    .collect()
}

/// A chain found in the regressions: β of the direct path, and those along the indirect one.
struct Path {
    direct: Option<Id>,
    along: Vec<Id>,
}

/// Adds the relations of printed effects. The path behind them is found by its names alone.
pub fn relate(facts: &mut Facts, printings: &[Printing]) {
    for printing in printings {
        let path = path_of(facts, &printing.chain);
        let net = &mut facts.network;
        let direct = net.implied("direct", Interval::ALL);
        let indirect = net.implied("indirect", Interval::ALL);
        let total = net.implied("total", Interval::ALL);
        for (id, printed) in [(direct, &printing.direct), (indirect, &printing.indirect), (total, &printing.total)] {
            if let (Some(printed), Some(quantity)) = (printed, net.quantities.get_mut(id)) {
                quantity.printed = Some(printed.clone());
            }
        }
        if let Some(path) = path {
            if let Some(beta) = path.direct {
                net.relate(Code::PathEffect, "direct = β", of(direct), of(beta));
            }
            let product = path.along.iter().map(|id| of(*id)).reduce(|product: Expression, next| product * next);
            if let Some(product) = product.filter(|_| path.along.len() > 1) {
                net.relate(Code::PathEffect, "indirect = a · b", of(indirect), product);
            }
        }
        if printing.total.is_some() && (printing.direct.is_some() || printing.indirect.is_some()) {
            net.relate(Code::TotalEffect, "total = direct + indirect", of(total), of(direct) + of(indirect));
        }
    }
}

/// The only path in the regressions with these names.
fn path_of(facts: &Facts, chain: &[String]) -> Option<Path> {
    let names = &facts.names;
    let regressions: Vec<_> =
        facts.regressions.iter().filter(|regression| !Facts::is_glejser(regression) && regression.outcome().is_some()).collect();
    let cause = chain.first()?;
    let beta = |outcome: &str, predictor: &str| {
        let mut fitting = regressions.iter().filter(|regression| {
            regression.outcome().is_some_and(|name| names.same(name, outcome)) && regression.term(names, predictor).is_some()
        });
        let first = fitting.next()?;
        fitting.next().is_none().then(|| first.term(names, predictor).map(|term| term.beta)).flatten()
    };
    if chain.len() >= 3 {
        let mut along = Vec::new();
        for pair in chain.windows(2) {
            if let [from, to] = pair {
                along.push(beta(to, from)?);
            }
        }
        return Some(Path { direct: beta(chain.last()?, cause), along });
    }
    // Named by its cause (and outcome): the only mediator there is.
    let mut found: Vec<Path> = Vec::new();
    for last in &regressions {
        let outcome = last.outcome()?;
        if chain.get(1).is_some_and(|named| !names.same(named, outcome)) {
            continue;
        }
        let Some(direct) = last.term(names, cause) else { continue };
        for mediator in &last.terms {
            if names.same(&mediator.label, cause) {
                continue;
            }
            if let Some(first) = beta(&mediator.label, cause) {
                found.push(Path { direct: Some(direct.beta), along: vec![first, mediator.beta] });
            }
        }
    }
    if found.len() == 1 { found.pop() } else { None }
}

/// Effects printed in running text: `Total pengaruh kompetensi 0,302 + 0,180 = 0,482`.
pub fn of_prose(prose: &[Prose], mark: char) -> Vec<Printing> {
    let mut out = Vec::new();
    for paragraph in prose {
        let words: Vec<&str> = paragraph.text.split_whitespace().collect();
        let number = |at: usize| -> Option<Printed> {
            let word = words.get(at)?.trim_matches(['(', ')', ';', ':', '[', ']']).trim_end_matches([',', '.']);
            let printed = Printed::read(word, mark, Place { row: String::new(), ..paragraph.place.clone() })?;
            (printed.decimals > 0).then_some(printed)
        };
        for at in 1..words.len() {
            let sum = words.get(at) == Some(&"+") && words.get(at + 2) == Some(&"=");
            if !sum {
                continue;
            }
            let (Some(direct), Some(indirect), Some(total)) = (number(at - 1), number(at + 1), number(at + 3)) else { continue };
            let before = words.get(..at - 1).unwrap_or_default().join(" ");
            let lower = before.to_lowercase();
            let Some(start) =
                lower.rfind("pengaruh").map(|start| start + 8).or_else(|| lower.rfind("effect of").map(|start| start + 9))
            else {
                continue;
            };
            if !(lower.contains("total") && (lower.contains("pengaruh") || lower.contains("effect"))) {
                continue;
            }
            let named = before.get(start..).unwrap_or_default().trim().trim_start_matches("total").trim();
            let named = named
                .trim_end_matches(['=', ':', ' '])
                .trim_end_matches(" sebesar")
                .trim_end_matches(" adalah")
                .trim_end_matches(" is");
            let chain = chain(named);
            let chain = if chain.is_empty() { vec![named.trim().to_owned()] } else { chain };
            out.push(Printing { chain, direct: Some(direct), indirect: Some(indirect), total: Some(total) });
        }
    }
    out
}
