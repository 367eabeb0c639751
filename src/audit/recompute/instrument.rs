//! Respondents, answers to items, validity, reliability.

use super::{Basis, Recomputed};
use crate::analyses::results::ItemResult;
use crate::audit::facts::Facts;
use crate::audit::names::{plain, split_symbol};
use crate::audit::tables::Found;
use crate::audit::tables::profile::Profile;
use crate::audit::tables::verdicts::Judged;
use crate::language::Message;

pub(super) fn compare(facts: &Facts, found: &Found, basis: &Basis, out: &mut Recomputed) {
    for profile in &found.profiles {
        respondents(profile, basis, out);
    }
    for table in &found.items {
        for row in &table.rows {
            let Some(item) = item_of(&row.label, &table.title, facts, basis) else {
                out.unmatched.push(table.place.cell(row.line, &row.label, ""));
                continue;
            };
            if let Some(weights) = &table.weights {
                for (at, printed) in &row.counts {
                    let score = weights.get(*at).map(|weight| weight.to_string()).unwrap_or_default();
                    out.hold(Some(printed), item.counts.get(&score).map(|count| *count as f64));
                }
            }
            out.hold(row.total.as_ref(), item.sum.value().copied());
            let mean = row.mean.clone().map(|mean| mean.rounded());
            out.hold(mean.as_ref(), item.mean.value().copied());
        }
    }
    let pearson = || {
        Message::new(
            "ini korelasi dengan total yang memuat butir itu (Pearson)",
            "this is the correlation with the total that holds the item (Pearson)",
        )
    };
    let corrected = || {
        Message::new(
            "ini korelasi dengan total butir-butir lain (corrected item-total correlation)",
            "this is the correlation with the total of the other items (corrected item-total correlation)",
        )
    };
    let standardized = || Message::new("ini alpha dari butir yang dibakukan", "this is alpha of the standardized items");
    for table in &found.verdicts {
        for row in &table.rows {
            match table.what {
                Judged::Validity => match item_of(&row.label, &table.title, facts, basis) {
                    Some(item) => {
                        let others = [
                            (item.corrected_r.value().copied(), corrected()),
                            (item.pearson.value().map(|pearson| pearson.r), pearson()),
                        ];
                        out.hold_or(Some(&row.value), item.r.value().copied(), &others);
                    }
                    None => out.unmatched.push(row.place.clone()),
                },
                Judged::Reliability => match basis.code(facts, &row.label, basis.results.variables.keys()) {
                    Some(code) => {
                        let variable = basis.results.variables.get(code);
                        let others =
                            [(variable.and_then(|variable| variable.alpha_standardized.value().copied()), standardized())];
                        out.hold_or(Some(&row.value), variable.and_then(|variable| variable.alpha.value().copied()), &others);
                    }
                    None => out.unmatched.push(row.place.clone()),
                },
            }
        }
    }
}

/// The item of a row: by its code, `(X1.1)`, else by the only name it has.
fn item_of<'a>(label: &str, title: &str, facts: &Facts, basis: &Basis<'a>) -> Option<&'a ItemResult> {
    let (name, symbol) = split_symbol(label);
    let code = symbol.unwrap_or_else(|| name.clone());
    if let Some((_, item)) = basis.results.items.iter().find(|(there, _)| plain(there) == code) {
        return Some(item);
    }
    let named: Vec<&ItemResult> =
        basis.results.items.values().filter(|item| plain(&item.name) == name || plain(&item.indicator) == name).collect();
    match named.as_slice() {
        [only] => Some(only),
        // One name in several variables: the caption tells which.
        several => {
            let title = format!(" {} ", plain(title));
            let mut fitting = several.iter().filter(|item| {
                basis
                    .names
                    .get(&item.variable)
                    .is_some_and(|names| names.iter().any(|name| crate::audit::rules::text::names_it(&facts.names, &title, name)))
            });
            let first = fitting.next()?;
            fitting.next().is_none().then_some(*first)
        }
    }
}

/// The characteristic whose categories are all rows of a table.
fn respondents(profile: &Profile, basis: &Basis, out: &mut Recomputed) {
    let fitting = basis
        .results
        .respondents
        .values()
        .find(|table| profile.rows.iter().all(|row| table.rows.iter().any(|there| plain(&there.value) == plain(&row.label))));
    let Some(table) = fitting else {
        out.unmatched.push(profile.place.clone());
        return;
    };
    for row in &profile.rows {
        let there = table.rows.iter().find(|there| plain(&there.value) == plain(&row.label));
        out.hold(row.count.as_ref(), there.map(|there| there.count as f64));
        out.hold(row.percent.as_ref(), there.and_then(|there| there.percent.value().copied()));
    }
    out.hold(profile.total.as_ref().and_then(|total| total.count.as_ref()), Some(table.n as f64));
}
