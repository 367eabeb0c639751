//! Satisfaction with a public service: NRR = Σ / n, weighted = NRR · weight, index = 25 Σ weighted, grade by the bands, ranks.
//!
//! Source: Permenpan-RB 14/2017, annex: weight = 1 / number of elements, which it prints as 0,11 for nine; bands by their lower
//! bounds 25,00, 65,00, 76,61 and 88,31.

use crate::audit::finding::{Finding, Severity};
use crate::audit::interval::Interval;
use crate::audit::printed::Printed;
use crate::audit::tables::service::{ElementRow, Service};
use crate::diagnostics::Code;
use crate::language::Message;

/// The factor of the conversion.
const FACTOR: f64 = 25.0;
/// Grades by their lowest index.
const GRADES: [(char, f64); 4] = [('A', 88.31), ('B', 76.61), ('C', 65.0), ('D', 0.0)];

/// Checks the tables one by one.
pub fn check(tables: &[Service], findings: &mut Vec<Finding>) {
    for service in tables {
        means(service, findings);
        let weight = weights(service, findings);
        index(service, weight, findings);
        grade(service, findings);
        ranks(service, findings);
    }
}

/// What is printed, or what rounds or is cut to it.
fn widened(printed: &Printed) -> Interval {
    let unit = 10_f64.powi(-i32::try_from(printed.decimals).unwrap_or(2));
    Interval::new(printed.interval.low - unit / 2.0, printed.interval.high + unit / 2.0)
}

fn fits(printed: &Printed, possible: Interval) -> bool {
    !widened(printed).meet(possible).is_empty()
}

fn report(findings: &mut Vec<Finding>, printed: &Printed, must: f64, formula: String) {
    let shown = printed.print_like(must);
    let words = format!("{formula} = {shown}");
    let mut finding = Finding::said(
        Code::Satisfaction,
        Severity::Impossible,
        printed.place.clone(),
        printed.text.clone(),
        Message::new(words.clone(), words),
    );
    finding.likely = Some(shown);
    findings.push(finding);
}

/// NRR = Σ / n, where both are printed.
fn means(service: &Service, findings: &mut Vec<Finding>) {
    for row in &service.rows {
        let (Some(n), Some(sum)) = (&row.n, &row.sum) else { continue };
        if n.value >= 1.0 && !fits(&row.mean, Interval::exactly(sum.value / n.value)) {
            report(findings, &row.mean, sum.value / n.value, format!("{} / {}", sum.text, n.text));
        }
    }
    // The sum of the means, where it is printed.
    if let Some(total) = &service.sum_of_means {
        let sum = service.rows.iter().fold(Interval::exactly(0.0), |sum, row| sum.plus(row.mean.interval));
        if !fits(total, sum) {
            report(findings, total, sum.middle(), "Σ NRR".to_owned());
        }
    }
}

/// The weight that the weighted means show: exact, or rounded. Those that fit neither are told when the others agree on one.
fn weights(service: &Service, findings: &mut Vec<Finding>) -> Option<f64> {
    let exact = 1.0 / service.rows.len() as f64;
    let candidates = [exact, (exact * 100.0).round() / 100.0, (exact * 1000.0).round() / 1000.0];
    let agree = |weight: f64| {
        let follows = |row: &&ElementRow| {
            let possible = row.mean.interval.times(Interval::exactly(weight));
            row.weighted.as_ref().is_some_and(|weighted| fits(weighted, possible))
        };
        service.rows.iter().filter(follows).count()
    };
    let printed = service.rows.iter().filter(|row| row.weighted.is_some()).count();
    let best = candidates.into_iter().map(|weight| (weight, agree(weight))).rev().max_by_key(|(_, count)| *count);
    let (weight, count) = best.filter(|(_, count)| *count > 0)?;
    if count * 2 > printed {
        for row in &service.rows {
            let Some(weighted) = &row.weighted else { continue };
            let possible = row.mean.interval.times(Interval::exactly(weight));
            if !candidates.iter().any(|weight| fits(weighted, row.mean.interval.times(Interval::exactly(*weight)))) {
                report(
                    findings,
                    weighted,
                    possible.middle(),
                    format!("NRR {} · {}", row.mean.text, weighted.print_finer(weight, 1)),
                );
            }
        }
    }
    if let Some(total) = &service.sum_of_weighted {
        let of = |weight: f64| {
            service
                .rows
                .iter()
                .fold(Interval::exactly(0.0), |sum, row| sum.plus(row.mean.interval.times(Interval::exactly(weight))))
        };
        if !candidates.iter().any(|weight| fits(total, of(*weight))) {
            report(findings, total, of(weight).middle(), "Σ NRR tertimbang".to_owned());
        }
    }
    Some(weight)
}

fn exact_index(service: &Service) -> Interval {
    let sum = service.rows.iter().fold(Interval::exactly(0.0), |sum, row| sum.plus(row.mean.interval));
    sum.times(Interval::exactly(FACTOR / service.rows.len() as f64))
}

/// The index is 25 times the weighted sum; one by the rounded weight is named as such, the more where it changes the grade.
fn index(service: &Service, weight: Option<f64>, findings: &mut Vec<Finding>) {
    let Some(index) = &service.index else { return };
    let count = service.rows.len() as f64;
    let exact = exact_index(service);
    let rounded = (100.0 / count).round() / 100.0;
    let by_rounded = exact.times(Interval::exactly(rounded * count));
    let third = exact.times(Interval::exactly((1000.0 / count).round() / 1000.0 * count));
    let differs = (rounded - 1.0 / count).abs() > 1e-9;
    if fits(index, exact) && !(differs && weight.is_some_and(|weight| (weight - rounded).abs() < 1e-9) && fits(index, by_rounded))
    {
        return;
    }
    if differs && (fits(index, by_rounded) || fits(index, third)) {
        let shown = index.print_like(exact.middle());
        let (is, must) = (letter(index.value), letter(exact.middle()));
        let changes = is != must;
        let rounded = index.print_like(rounded);
        let words = Message::new(
            format!("bobot dibulatkan ({rounded}); dengan bobot 1/{count} nilainya {shown} (mutu {must})"),
            format!("the weight is rounded ({rounded}); with a weight of 1/{count} the index is {shown} (grade {must})"),
        );
        let severity = if changes { Severity::Decision } else { Severity::Practice };
        let mut finding = Finding::said(Code::Satisfaction, severity, index.place.clone(), index.text.clone(), words);
        finding.likely = Some(shown);
        findings.push(finding);
        return;
    }
    report(findings, index, exact.middle(), format!("Σ NRR / {count} · {FACTOR}"));
}

fn letter(index: f64) -> char {
    let rounded = (index * 100.0).round() / 100.0;
    GRADES.into_iter().find(|(_, low)| rounded >= *low).map_or('D', |(letter, _)| letter)
}

/// The grade beside the index is that of the index as printed.
fn grade(service: &Service, findings: &mut Vec<Finding>) {
    let (Some(index), Some(grade)) = (&service.index, service.grade) else { return };
    let must = letter(index.value);
    if (25.0..=100.0).contains(&index.value) && grade != must {
        let words = Message::new(
            format!("{} termasuk mutu {must}, bukan {grade}", index.text),
            format!("{} is grade {must}, not {grade}", index.text),
        );
        let mut finding = Finding::said(Code::Satisfaction, Severity::Decision, index.place.clone(), grade.to_string(), words);
        finding.likely = Some(must.to_string());
        findings.push(finding);
    }
}

/// Ranks follow the means, the highest first; equal ones may share a rank or take the next ones.
fn ranks(service: &Service, findings: &mut Vec<Finding>) {
    let ranked: Vec<(&Printed, &Printed)> = service.rows.iter().filter_map(|row| Some((row.rank.as_ref()?, &row.mean))).collect();
    if ranked.len() != service.rows.len() {
        return;
    }
    let above = |mean: &Printed| ranked.iter().filter(|(_, other)| other.interval.low > mean.interval.high).count();
    let level = |mean: &Printed| ranked.iter().filter(|(_, other)| !other.interval.meet(mean.interval).is_empty()).count();
    let upward = |(rank, mean): &(&Printed, &Printed)| {
        let first = above(mean) as f64 + 1.0;
        (first..=first + level(mean) as f64 - 1.0).contains(&rank.value)
    };
    let below = |mean: &Printed| ranked.iter().filter(|(_, other)| other.interval.high < mean.interval.low).count();
    let downward = |(rank, mean): &(&Printed, &Printed)| {
        let first = below(mean) as f64 + 1.0;
        (first..=first + level(mean) as f64 - 1.0).contains(&rank.value)
    };
    // Some count from the lowest, which comes first to be improved.
    if ranked.iter().filter(|pair| downward(pair)).count() > ranked.iter().filter(|pair| upward(pair)).count() {
        return;
    }
    for pair in ranked.iter().filter(|pair| !upward(pair)) {
        let (rank, mean) = pair;
        let must = above(mean) + 1;
        let words = Message::new(
            format!("NRR {} menduduki peringkat {must}", mean.text),
            format!("a mean of {} ranks {must}", mean.text),
        );
        let mut finding = Finding::said(Code::Satisfaction, Severity::Impossible, rank.place.clone(), rank.text.clone(), words);
        finding.likely = Some(must.to_string());
        findings.push(finding);
    }
}
