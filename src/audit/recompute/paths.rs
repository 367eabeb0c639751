//! Path effects and the tests of indirect ones.

use super::{Basis, Recomputed};
use crate::analyses::results::{EffectResult, IndirectResult};
use crate::audit::facts::Facts;
use crate::audit::tables::Found;
use crate::language::Message;

pub(super) fn compare(facts: &Facts, found: &Found, basis: &Basis, out: &mut Recomputed) {
    for table in &found.effects {
        for row in &table.rows {
            let Some((effect, indirect)) = path(facts, &row.chain, basis) else { continue };
            out.hold(row.direct.as_ref(), effect.direct.value().copied());
            let rounded = |decimals: i32| {
                let unit = 10_f64.powi(decimals);
                move |value: f64| (value * unit).round() / unit
            };
            // Several authors multiply and add the printed coefficients: right by hand, and not what the data give.
            let by_hand = indirect.filter(|path| path.factors.len() == path.via.len() + 1).map(|path| {
                let digits = row.indirect.as_ref().map_or(3, |printed| i32::try_from(printed.decimals).unwrap_or(3));
                path.factors.iter().copied().map(rounded(digits)).product::<f64>()
            });
            let words = || {
                Message::new(
                    "dihitung dari koefisien yang sudah dibulatkan",
                    "computed from coefficients that were rounded before",
                )
            };
            out.hold_or(row.indirect.as_ref(), indirect.map(|path| path.beta), &[(by_hand, words())]);
            // With several paths it is not certain which of them a printed total holds.
            let parts = effect.direct.value().copied().zip(indirect.filter(|_| effect.indirect.len() == 1));
            let total = parts.map(|(direct, path)| direct + path.beta);
            let digits = row.total.as_ref().map_or(3, |printed| i32::try_from(printed.decimals).unwrap_or(3));
            let sum = parts.map(|(direct, path)| rounded(digits)(direct) + rounded(digits)(path.beta));
            out.hold_or(row.total.as_ref(), total, &[(sum, words())]);
        }
    }
    for row in &found.indirect {
        let Some((_, Some(indirect))) = path(facts, &row.chain, basis) else { continue };
        out.hold(row.product.as_ref(), Some(indirect.b));
        out.hold(row.z.as_ref(), indirect.sobel.value().map(|test| test.z));
        out.hold(row.p.as_ref(), indirect.sobel.value().map(|test| test.p));
        out.hold(row.aroian.as_ref(), indirect.aroian.value().map(|test| test.z));
        out.hold(row.aroian_p.as_ref(), indirect.aroian.value().map(|test| test.p));
    }
}

/// The effect between the ends of a chain, and the path through its middle.
fn path<'a>(facts: &Facts, chain: &[String], basis: &Basis<'a>) -> Option<(&'a EffectResult, Option<&'a IndirectResult>)> {
    let (from, to) = (chain.first()?, chain.last().filter(|_| chain.len() > 1)?);
    let effect =
        basis.results.effects.iter().find(|effect| basis.is(facts, from, &effect.from) && basis.is(facts, to, &effect.to))?;
    let via = chain.get(1..chain.len() - 1).unwrap_or_default();
    let indirect = effect
        .indirect
        .iter()
        .find(|path| path.via.len() == via.len() && path.via.iter().zip(via).all(|(code, label)| basis.is(facts, label, code)));
    Some((effect, indirect.filter(|_| !via.is_empty())))
}
