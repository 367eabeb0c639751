//! Scores that are sums of printed items: their means, the constant of a regression, alpha.
//!
//! Sources: least squares passes through the means (constant = Ȳ − Σ b·X̄); Cronbach (1951) for alpha. Used only where the
//! standard deviations in the regressions show that the score is the sum of its items and not their mean.

use crate::audit::expression::{Expression, Id, number, of};
use crate::audit::facts::{Facts, Regression, Scale, ScaleItem};
use crate::audit::interval::Interval;
use crate::audit::tables::Found;
use crate::audit::tables::verdicts::Judged;
use crate::diagnostics::Code;

/// Adds the relations.
pub fn relate(facts: &mut Facts, found: &Found) {
    let dropped = found.verdicts.iter().filter(|table| table.what == Judged::Validity).flat_map(|table| &table.rows).any(|row| {
        row.verdict
            .as_deref()
            .is_some_and(|verdict| verdict.to_lowercase().contains("tidak") || verdict.to_lowercase().contains("gugur"))
    });
    if dropped {
        return;
    }
    let scales: Vec<Scale> = facts.scales.iter().filter(|scale| is_sum(facts, scale)).cloned().collect();
    let mut means: Vec<(String, Id)> = Vec::new();
    for scale in &scales {
        let mean = facts.mean(&scale.name);
        let sum = Expression::Sum(scale.items.iter().map(|(_, total)| of(*total)).collect());
        facts.network.relate(Code::MeanOfItems, "X̄ = Σ Jumlah / n", of(mean), sum / of(scale.n));
        means.push((scale.name.clone(), mean));
    }
    let mean_of = |facts: &Facts, name: &str| means.iter().find(|(there, _)| facts.names.same(there, name)).map(|(_, id)| *id);
    let regressions: Vec<Regression> =
        facts.regressions.iter().filter(|regression| !Facts::is_glejser(regression)).cloned().collect();
    for regression in &regressions {
        let (Some(constant), Some(outcome)) = (&regression.constant, regression.outcome()) else { continue };
        // Means of the whole sample are those of the regression only when all are in it.
        let all = scales.iter().all(|scale| cases(facts, scale).is_some() && cases(facts, scale) == facts.cases(regression));
        if !all {
            continue;
        }
        let Some(mean) = mean_of(facts, outcome) else { continue };
        let products: Option<Vec<Expression>> =
            regression.terms.iter().map(|term| Some(of(term.b) * of(mean_of(facts, &term.label)?))).collect();
        if let Some(products) = products {
            let net = &mut facts.network;
            net.relate(Code::Constant, "Ȳ = B₀ + Σ B·X̄", of(mean), of(constant.b) + Expression::Sum(products));
        }
    }
    for table in found.verdicts.iter().filter(|table| table.what == Judged::Reliability) {
        for row in &table.rows {
            let Some(scale) = scales.iter().find(|scale| facts.names.same(&scale.name, &row.label)) else { continue };
            let Some(deviation) = whole_sample(facts, scale) else { continue };
            let alpha = facts.network.printed("α", &row.value, Interval { low: f64::NEG_INFINITY, high: 1.0 });
            let k = scale.items.len() as f64;
            if k < 2.0 {
                continue;
            }
            let variances = Expression::Sum(scale.items.iter().map(|item| variance(item, scale.n)).collect());
            let share = number(1.0) - variances / of(deviation).square();
            facts.network.relate(Code::Alpha, "α = k/(k − 1)·(1 − Σs² / s²)", of(alpha), number(k / (k - 1.0)) * share);
        }
    }
}

/// The standard deviation of a scale in a regression on all who answered its items.
fn whole_sample(facts: &mut Facts, scale: &Scale) -> Option<Id> {
    let n = cases(facts, scale)?;
    let regression = facts.regressions.iter().find(|regression| {
        let holds = regression.outcome().is_some_and(|name| facts.names.same(name, &scale.name))
            || regression.term(&facts.names, &scale.name).is_some();
        holds && !Facts::is_glejser(regression) && facts.cases(regression) == Some(n)
    })?;
    let regression = regression.clone();
    Some(facts.deviation(&scale.name, &regression))
}

/// How many answered the items of a scale.
fn cases(facts: &Facts, scale: &Scale) -> Option<u64> {
    let printed =
        |id: Id| facts.network.quantities.get(id).and_then(|quantity| quantity.printed.as_ref()).map(|printed| printed.value);
    let mut sizes = scale
        .items
        .iter()
        .map(|(counts, _)| counts.iter().filter_map(|(_, id)| printed(*id)).sum::<f64>() as u64)
        .collect::<Vec<u64>>();
    sizes.sort_unstable();
    let usual = sizes.get(sizes.len() / 2).copied()?;
    Some(usual)
}

/// Variance of an item from its frequencies.
fn variance((counts, total): &ScaleItem, n: Id) -> Expression {
    let squares = Expression::Sum(counts.iter().map(|(weight, id)| of(*id) * number(weight * weight)).collect());
    (squares - of(*total).square() / of(n)) / (of(n) - number(1.0))
}

/// Whether the standard deviation that the regressions imply is that of a sum of the items.
fn is_sum(facts: &Facts, scale: &Scale) -> bool {
    let printed =
        |id: Id| facts.network.quantities.get(id).and_then(|quantity| quantity.printed.as_ref()).map(|printed| printed.value);
    let mut reach = 0.0;
    for (counts, _) in &scale.items {
        let n: f64 = counts.iter().filter_map(|(_, id)| printed(*id)).sum();
        let sum: f64 = counts.iter().filter_map(|(weight, id)| Some(weight * printed(*id)?)).sum();
        let squares: f64 = counts.iter().filter_map(|(weight, id)| Some(weight * weight * printed(*id)?)).sum();
        if n < 3.0 {
            return false;
        }
        reach += ((squares - sum * sum / n) / (n - 1.0)).max(0.0).sqrt();
    }
    let k = scale.items.len() as f64;
    let implied = facts.regressions.iter().filter(|regression| !Facts::is_glejser(regression)).find_map(|regression| {
        let of_outcome = printed(regression.sst).zip(printed(regression.df_total)).map(|(sst, df)| (sst / df.max(1.0)).sqrt());
        let outcome = regression.outcome()?;
        if facts.names.same(outcome, &scale.name) {
            return of_outcome;
        }
        let term = regression.term(&facts.names, &scale.name)?;
        Some((printed(term.beta)? * of_outcome? / printed(term.b)?).abs())
    });
    implied.is_some_and(|deviation| deviation <= reach * 1.1 && deviation > 1.5 * reach / k)
}
