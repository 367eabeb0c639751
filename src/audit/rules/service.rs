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
        let means = means(service, findings);
        let weight = weights(service, &means, findings);
        index(service, &means, weight, findings);
        grade(service, &means, findings);
        ranks(service, &means, findings);
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

/// The mean of each element as it must be: as printed, or Σ / n where the printed one is wrong. Of a mean and a sum that do not
/// agree the sum is wrong where the weighted mean follows the mean.
fn means(service: &Service, findings: &mut Vec<Finding>) -> Vec<Interval> {
    let mut means = Vec::with_capacity(service.rows.len());
    for row in &service.rows {
        means.push(row.mean.interval);
        let (Some(n), Some(sum)) = (&row.n, &row.sum) else { continue };
        if n.value < 1.0 || fits(&row.mean, Interval::exactly(sum.value / n.value)) {
            continue;
        }
        let follows = |weight: &f64| {
            let possible = row.mean.interval.times(Interval::exactly(*weight));
            row.weighted.as_ref().is_some_and(|weighted| fits(weighted, possible))
        };
        if weights_of(service).iter().any(follows) {
            report(findings, sum, (row.mean.value * n.value).round(), format!("{} · {}", row.mean.text, n.text));
        } else {
            report(findings, &row.mean, sum.value / n.value, format!("{} / {}", sum.text, n.text));
            if let Some(mean) = means.last_mut() {
                *mean = Interval::exactly(sum.value / n.value);
            }
        }
    }
    // The sum of the means, where it is printed.
    if let Some(total) = &service.sum_of_means {
        let sum = means.iter().fold(Interval::exactly(0.0), |sum, mean| sum.plus(*mean));
        if !fits(total, sum) {
            report(findings, total, sum.middle(), "Σ NRR".to_owned());
        }
    }
    means
}

/// The exact weight, and it rounded to two and to three decimals.
fn weights_of(service: &Service) -> [f64; 3] {
    let exact = 1.0 / service.rows.len() as f64;
    [exact, (exact * 100.0).round() / 100.0, (exact * 1000.0).round() / 1000.0]
}

/// The weight that the weighted means show: exact, or rounded. Those that fit neither are told when the others agree on one.
fn weights(service: &Service, means: &[Interval], findings: &mut Vec<Finding>) -> Option<f64> {
    let candidates = weights_of(service);
    let rows = || service.rows.iter().zip(means);
    let agree = |weight: f64| {
        let follows = |(row, mean): &(&ElementRow, &Interval)| {
            row.weighted.as_ref().is_some_and(|weighted| fits(weighted, mean.times(Interval::exactly(weight))))
        };
        rows().filter(follows).count()
    };
    let printed = service.rows.iter().filter(|row| row.weighted.is_some()).count();
    let best = candidates.into_iter().map(|weight| (weight, agree(weight))).rev().max_by_key(|(_, count)| *count);
    let (weight, count) = best.filter(|(_, count)| *count > 0)?;
    if count * 2 > printed {
        for (row, mean) in rows() {
            let Some(weighted) = &row.weighted else { continue };
            let possible = mean.times(Interval::exactly(weight));
            if !candidates.iter().any(|weight| fits(weighted, mean.times(Interval::exactly(*weight)))) {
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
        let of =
            |weight: f64| means.iter().fold(Interval::exactly(0.0), |sum, mean| sum.plus(mean.times(Interval::exactly(weight))));
        if !candidates.iter().any(|weight| fits(total, of(*weight))) {
            report(findings, total, of(weight).middle(), "Σ NRR tertimbang".to_owned());
        }
    }
    Some(weight)
}

fn exact_index(means: &[Interval]) -> Interval {
    let sum = means.iter().fold(Interval::exactly(0.0), |sum, mean| sum.plus(*mean));
    sum.times(Interval::exactly(FACTOR / means.len().max(1) as f64))
}

/// The index is 25 times the weighted sum; one by the rounded weight is named as such, the more where it changes the grade.
fn index(service: &Service, means: &[Interval], weight: Option<f64>, findings: &mut Vec<Finding>) {
    let Some(index) = &service.index else { return };
    let count = service.rows.len() as f64;
    let exact = exact_index(means);
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

/// The grade of an index.
pub fn letter(index: f64) -> char {
    let rounded = (index * 100.0).round() / 100.0;
    GRADES.into_iter().find(|(_, low)| rounded >= *low).map_or('D', |(letter, _)| letter)
}

/// The grade beside the index is that of the index as printed.
fn grade(service: &Service, means: &[Interval], findings: &mut Vec<Finding>) {
    for (row, mean) in service.rows.iter().zip(means) {
        let Some(is) = row.grade else { continue };
        let possible = [mean.low, mean.middle(), mean.high - 1e-9].map(|mean| letter(mean * FACTOR));
        if !possible.contains(&is) {
            let must = letter(mean.middle() * FACTOR);
            let words = Message::new(
                format!("NRR unsur ini termasuk mutu {must}, bukan {is}"),
                format!("the mean of this element is grade {must}, not {is}"),
            );
            let place = row.place.clone();
            let mut finding = Finding::said(Code::Satisfaction, Severity::Decision, place, is.to_string(), words);
            finding.likely = Some(must.to_string());
            findings.push(finding);
        }
    }
    let (Some(index), Some(grade)) = (&service.index, service.grade) else { return };
    let must = letter(index.value);
    // A wrong index is told; its grade may be that of the right one.
    let right = findings.iter().any(|finding| finding.place == index.place && finding.printed == index.text);
    if !right && (25.0..=100.0).contains(&index.value) && grade != must {
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
fn ranks(service: &Service, means: &[Interval], findings: &mut Vec<Finding>) {
    let ranked: Vec<(&Printed, Interval)> =
        service.rows.iter().zip(means).filter_map(|(row, mean)| Some((row.rank.as_ref()?, *mean))).collect();
    if ranked.len() != service.rows.len() {
        return;
    }
    let above = |mean: Interval| ranked.iter().filter(|(_, other)| other.low > mean.high).count();
    let level = |mean: Interval| ranked.iter().filter(|(_, other)| !other.meet(mean).is_empty()).count();
    let upward = |(rank, mean): &(&Printed, Interval)| {
        let first = above(*mean) as f64 + 1.0;
        (first..=first + level(*mean) as f64 - 1.0).contains(&rank.value)
    };
    let below = |mean: Interval| ranked.iter().filter(|(_, other)| other.high < mean.low).count();
    let downward = |(rank, mean): &(&Printed, Interval)| {
        let first = below(*mean) as f64 + 1.0;
        (first..=first + level(*mean) as f64 - 1.0).contains(&rank.value)
    };
    // Some count from the lowest, which comes first to be improved.
    if ranked.iter().filter(|pair| downward(pair)).count() > ranked.iter().filter(|pair| upward(pair)).count() {
        return;
    }
    for pair in ranked.iter().filter(|pair| !upward(pair)) {
        let (rank, mean) = pair;
        let must = above(*mean) + 1;
        let words = Message::new(format!("NRR itu menduduki peringkat {must}"), format!("this mean ranks {must}"));
        let mut finding = Finding::said(Code::Satisfaction, Severity::Impossible, rank.place.clone(), rank.text.clone(), words);
        finding.likely = Some(must.to_string());
        findings.push(finding);
    }
}
