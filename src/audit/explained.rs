//! A relation with the numbers of the chapter in it: `t = B / SE: ,318 / ,102 = 3,118, tercetak 2,245`.

use super::expression::{Expression, Id};
use super::interval::Interval;
use super::network::{Network, Relation};
use super::printed::Printed;
use crate::language::Message;
use crate::numbers::PrintedNumber;

/// Numbers listed at most.
const LISTED: usize = 6;

/// A relation that does not hold, in words. Where something in it is printed nowhere, its printed numbers are listed.
pub fn explained(network: &Network, relation: &Relation) -> Message {
    let formula = &relation.formula;
    let listed = || {
        let mut parts: Vec<String> = relation
            .ids
            .iter()
            .filter_map(|id| Some(format!("{} {}", sign(network, *id), bare(&printed(network, *id)?.text))))
            .collect();
        let more = parts.len().saturating_sub(LISTED);
        parts.truncate(LISTED);
        if more > 0 {
            parts.push(format!("… (+{more})"));
        }
        let parts = parts.join("; ");
        Message::new(format!("{formula}: {parts}"), format!("{formula}: {parts}"))
    };
    let Expression::Of(left) = &relation.left else { return listed() };
    let (Some(is), Some(numbers)) = (printed(network, *left), Numbers::of(network, &relation.right)) else { return listed() };
    if matches!(relation.right, Expression::Of(_)) {
        return listed();
    }
    let Some(value) = numbers.value() else { return listed() };
    let text = numbers.shown(&relation.right, 0);
    let mut shown = is.print_like(value);
    if shown == is.print_like(is.value) {
        shown = is.print_finer(value, 2);
    }
    // The printed parts fit, and what they stood for before they were rounded does not.
    if (value - is.value).abs() <= 1e-9 * value.abs().max(1.0) {
        let shown = is.print_like(value);
        return Message::new(
            format!("{formula}: {text} = {shown} hanya dari angka yang sudah dibulatkan"),
            format!("{formula}: {text} = {shown} only from numbers that were rounded before"),
        );
    }
    let is = bare(&is.text);
    Message::new(format!("{formula}: {text} = {shown}, tercetak {is}"), format!("{formula}: {text} = {shown}, printed {is}"))
}

fn printed(network: &Network, id: Id) -> Option<&Printed> {
    network.quantities.get(id).and_then(|quantity| quantity.printed.as_ref())
}

/// A number without the raised letters of notes.
fn bare(text: &str) -> &str {
    text.split('^').next().unwrap_or(text).trim()
}

fn sign(network: &Network, id: Id) -> &str {
    network.quantities.get(id).map_or("", |quantity| quantity.sign.as_str())
}

/// An expression all of whose quantities are printed.
struct Numbers<'a> {
    network: &'a Network,
    expression: &'a Expression,
    mark: char,
}

impl<'a> Numbers<'a> {
    fn of(network: &'a Network, expression: &'a Expression) -> Option<Numbers<'a>> {
        let mut ids = Vec::new();
        expression.quantities(&mut ids);
        let first = printed(network, *ids.first()?)?;
        ids.iter().all(|id| printed(network, *id).is_some()).then_some(Numbers { network, expression, mark: first.mark })
    }

    /// What the printed values give.
    fn value(&self) -> Option<f64> {
        let mut ids = Vec::new();
        self.expression.quantities(&mut ids);
        let most = ids.iter().copied().max()?;
        let mut known = vec![Interval::ALL; most + 1];
        for id in ids {
            if let (Some(slot), Some(printed)) = (known.get_mut(id), printed(self.network, id)) {
                *slot = Interval::exactly(printed.value);
            }
        }
        let value = self.expression.value(&known);
        (value.is_bounded() && value.width() < 1e-6 * value.middle().abs().max(1.0)).then(|| value.middle())
    }

    /// The expression in print; `level` is how tightly what stands around it binds.
    fn shown(&self, expression: &Expression, level: u8) -> String {
        let of = |inner: &Expression| self.shown(inner, 0);
        let (own, text) = match expression {
            Expression::Of(id) => {
                let text = printed(self.network, *id).map_or("", |printed| bare(&printed.text)).to_owned();
                (if text.starts_with(['-', '\u{2212}']) { 1 } else { 9 }, text)
            }
            Expression::Number(value) => {
                let whole = (value - value.round()).abs() < 1e-9;
                (9, PrintedNumber { value: *value, decimals: if whole { 0 } else { 3 } }.print(self.mark, true))
            }
            Expression::Sum(parts) => (1, parts.iter().map(|part| self.shown(part, 1)).collect::<Vec<_>>().join(" + ")),
            Expression::Minus(a, b) => (1, format!("{} − {}", self.shown(a, 1), self.shown(b, 2))),
            Expression::Times(a, b) => (2, format!("{}·{}", self.shown(a, 2), self.shown(b, 2))),
            Expression::Over(a, b) => (2, format!("{} / {}", self.shown(a, 2), self.shown(b, 3))),
            Expression::Root(a) => (9, format!("√({})", of(a))),
            Expression::Square(a) => (9, format!("{}²", self.shown(a, 9))),
            Expression::Size(a) => (9, format!("|{}|", of(a))),
            Expression::Largest(parts) => (9, format!("max({})", parts.iter().map(of).collect::<Vec<_>>().join("; "))),
            Expression::TwoTailedT(t, df) => (9, format!("P(|T| > |{}|; df {})", of(t), of(df))),
            Expression::TwoTailedZ(z) => (9, format!("P(|Z| > |{}|)", of(z))),
            Expression::UpperF(f, a, b) => (9, format!("P(F > {}; df {}, {})", of(f), of(a), of(b))),
            Expression::UpperChiSquared(x, df) => (9, format!("P(χ² > {}; df {})", of(x), of(df))),
            Expression::Lilliefors(d, n) => (9, format!("Lilliefors({}; {})", of(d), of(n))),
        };
        if own < level { format!("({text})") } else { text }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::audit::expression::of;
    use crate::audit::printed::Place;
    use crate::diagnostics::Code;

    fn network(texts: &[(&str, &str)]) -> Network {
        let mut network = Network::default();
        for (sign, text) in texts {
            if let Some(printed) = Printed::read(text, ',', Place::default()) {
                network.printed(sign, &printed, Interval::ALL);
            }
        }
        network
    }

    /// ,318 / ,102 = 3.1176.
    #[test]
    fn the_numbers_stand_in_the_formula() {
        let mut net = network(&[("t", "2,245"), ("B", ",318"), ("SE", ",102")]);
        net.relate(Code::TRatio, "t = B / SE", of(0), of(1) / of(2));
        assert_eq!(explained(&net, &net.relations[0]).id, "t = B / SE: ,318 / ,102 = 3,118, tercetak 2,245");
        net.relate(Code::TRatio, "F = …", of(0), (of(1) - of(2)) / (of(1) + of(2)));
        assert!(
            explained(&net, &net.relations[1]).id.contains("(,318 − ,102) / (,318 + ,102) = 0,514"),
            "{:?}",
            explained(&net, &net.relations[1])
        );
    }

    /// 0,302 + 0,180 = 0,482, though the coefficients behind them may give 0,481.
    #[test]
    fn a_sum_of_rounded_numbers_is_called_that() {
        let mut net = network(&[("total", "0,482"), ("direct", "0,302"), ("indirect", "0,180")]);
        net.relate(Code::TotalEffect, "total = direct + indirect", of(0), of(1) + of(2));
        assert!(explained(&net, &net.relations[0]).id.ends_with("0,302 + 0,180 = 0,482 hanya dari angka yang sudah dibulatkan"));
    }

    #[test]
    fn what_is_printed_nowhere_is_left_out() {
        let mut net = network(&[("t", "2,245"), ("B", ",318")]);
        let se = net.implied("SE", Interval::ALL);
        net.relate(Code::TRatio, "t = B / SE", of(0), of(1) / of(se));
        assert_eq!(explained(&net, &net.relations[0]).en, "t = B / SE: t 2,245; B ,318");
    }
}
