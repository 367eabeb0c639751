//! r, t and F tables: the printed critical value is that of its degrees of freedom.
//!
//! Source: quantiles of t and F; r = t/√(t² + df). Known slips: df = n for r, n − k or n − 2 for t, one less or more for F.

use crate::audit::facts::{Facts, Regression};
use crate::audit::finding::{Finding, Severity};
use crate::audit::names::{is_symbol, plain, split_symbol};
use crate::audit::printed::Printed;
use crate::audit::statements::{Mention, Said, Statement};
use crate::audit::tables::Found;
use crate::audit::tables::verdicts::Judged;
use crate::diagnostics::Code;
use crate::language::Message;
use crate::stats::critical_values::{Tails, f_critical, r_critical, t_critical};

/// Checks table values in tables and text. `n` is the chapter's number of respondents, where it is known.
pub fn check(facts: &Facts, found: &Found, statements: &[Statement], n: Option<usize>, findings: &mut Vec<Finding>) {
    for table in found.verdicts.iter().filter(|table| table.what == Judged::Validity) {
        let limits: Vec<(Option<String>, &Printed)> =
            table.rows.iter().filter_map(|row| Some((variable(&row.label), row.limit.as_ref()?))).collect();
        let Some((_, first)) = limits.first() else { continue };
        let often = |text: &str| limits.iter().filter(|(_, other)| other.text == text).count();
        let usual = limits.iter().map(|(_, limit)| *limit).max_by_key(|limit| often(&limit.text)).unwrap_or(first);
        // Where answers are missing, the items of a variable have an n, and so a limit, of their own, all of them the same.
        let own = |of: &Option<String>, limit: &Printed| {
            of.is_some()
                && limits.iter().filter(|(there, _)| there == of).count() > 1
                && limits.iter().all(|(there, other)| there != of || other.text == limit.text)
        };
        let mut held: Vec<&Printed> = vec![usual];
        // A limit with more decimals, beside a value it would otherwise look equal to, is the same limit.
        let same = |limit: &Printed| !limit.interval.meet(usual.interval).is_empty();
        for (of, limit) in limits.iter().filter(|(_, limit)| !same(limit)) {
            if own(of, limit) {
                if held.iter().all(|there| there.text != limit.text) {
                    held.push(limit);
                }
                continue;
            }
            // One that differs from the others is the culprit of its own.
            if often(&usual.text) * 2 <= limits.len() {
                continue;
            }
            let mut finding = Finding::said(
                Code::CriticalValue,
                Severity::Impossible,
                limit.place.clone(),
                limit.text.clone(),
                Message::new(format!("r tabel baris lain {}", usual.text), format!("the other rows have {}", usual.text)),
            );
            finding.likely = Some(usual.text.clone());
            findings.push(finding);
        }
        if let Some(n) = n {
            for limit in held {
                check_r(limit, n, statements, findings);
            }
        }
    }
    for statement in statements {
        for sentence in 0..statement.sentences.len() {
            let Some(regression) = regression_of(facts, statement, sentence) else { continue };
            let exact = |id: usize| {
                facts.network.quantities.get(id).and_then(|quantity| quantity.printed.as_ref()).map(|printed| printed.value)
            };
            let Some(df2) = exact(regression.df2) else { continue };
            for printed in statement.said(sentence, Said::TCritical) {
                check_t(printed, df2, findings);
            }
            if let Some(df1) = exact(regression.df1) {
                for printed in statement.said(sentence, Said::FCritical) {
                    check_f(printed, df1, df2, findings);
                }
            }
        }
    }
}

/// The variable of an item by its symbol, `X1` of `Empati (X1.2)`.
fn variable(label: &str) -> Option<String> {
    // `Mutu (Y.1)`: the code as it is printed, before its dot is taken for a stop.
    let printed = label.rsplit_once('(').and_then(|(_, code)| code.split_once(')')?.0.rsplit_once('.'));
    if let Some((of, number)) = printed
        && is_symbol(&plain(of))
        && number.chars().all(|c| c.is_ascii_digit())
    {
        return Some(plain(of));
    }
    let symbol = split_symbol(label).1.or_else(|| Some(plain(label)).filter(|name| is_symbol(name)))?;
    Some(symbol.rsplit_once('.')?.0.to_owned())
}

fn regression_of<'a>(facts: &'a Facts, statement: &Statement, sentence: usize) -> Option<&'a Regression> {
    if let Some(table) = statement.table(sentence) {
        let mut fitting = facts.tables.iter().filter(|(name, _, _)| name == table);
        let (_, at, _) = fitting.next()?;
        return facts.regressions.get(*at);
    }
    let subject = super::text::subject(facts, &statement.words())?;
    facts.regressions.iter().find(|regression| regression.f == subject.regression.f)
}

fn fits(printed: &Printed, value: f64) -> bool {
    // Printed tables give three or four decimals; some writers cut instead of rounding.
    let unit = 10_f64.powi(-i32::try_from(printed.decimals).unwrap_or(3));
    (printed.value - value).abs() <= unit * 1.000_001
}

fn check_r(printed: &Printed, n: usize, statements: &[Statement], findings: &mut Vec<Finding>) {
    let r = |n: usize, alpha: f64, tails: Tails| r_critical(n, alpha, tails).ok();
    let usual = [(0.05, Tails::Two), (0.05, Tails::One), (0.01, Tails::Two), (0.01, Tails::One)];
    let any = |n: usize| usual.iter().any(|(alpha, tails)| r(n, *alpha, *tails).is_some_and(|value| fits(printed, value)));
    // A fixed limit of 0,30, and a value for the n that the chapter names: of a pilot sample, of the complete answers to a
    // variable, also as its df.
    let named = |n: usize| {
        let is = |mention: &Mention| match mention.said {
            Said::N => (mention.printed.value - n as f64).abs() < 0.5,
            Said::Df => (mention.printed.value + 2.0 - n as f64).abs() < 0.5,
            _ => false,
        };
        statements.iter().any(|statement| statement.mentions.iter().any(is))
    };
    if any(n) || printed.decimals < 3 || (3..=400).any(|other| other != n && named(other) && any(other)) {
        return;
    }
    let slip = [n + 2, n + 1, n.saturating_sub(1)]
        .into_iter()
        .find(|other| *other >= 3 && r(*other, 0.05, Tails::Two).is_some_and(|value| fits(printed, value)));
    let must = r(n, 0.05, Tails::Two);
    let df = n.saturating_sub(2);
    let words = match slip {
        Some(other) => Message::new(
            format!("nilai ini milik df = {}, padahal df = n − 2 = {df}", other.saturating_sub(2)),
            format!("this value belongs to df = {}, but df = n − 2 = {df}", other.saturating_sub(2)),
        ),
        None => {
            Message::new(format!("bukan r tabel untuk df = n − 2 = {df}"), format!("not the r table value for df = n − 2 = {df}"))
        }
    };
    push(printed, must, words, findings);
}

fn check_t(printed: &Printed, df: f64, findings: &mut Vec<Finding>) {
    let t = |alpha: f64, tails: Tails| t_critical(df, alpha, tails).ok();
    let accepted = [(0.05, Tails::Two), (0.05, Tails::One), (0.01, Tails::Two), (0.01, Tails::One), (0.1, Tails::One)];
    if accepted.iter().any(|(alpha, tails)| t(*alpha, *tails).is_some_and(|value| fits(printed, value))) {
        return;
    }
    // 1,96 is the limit for large samples, which many take as it is.
    if (printed.value - 1.96).abs() < 1e-9 || (printed.value - 2.0).abs() < 1e-9 && printed.decimals < 2 {
        return;
    }
    let words = Message::new(format!("bukan t tabel untuk df = {df}"), format!("not the t table value for df = {df}"));
    push(printed, t(0.05, Tails::Two), words, findings);
}

fn check_f(printed: &Printed, df1: f64, df2: f64, findings: &mut Vec<Finding>) {
    let f = |alpha: f64| f_critical(df1, df2, alpha).ok();
    if [0.05, 0.01, 0.1].iter().any(|alpha| f(*alpha).is_some_and(|value| fits(printed, value))) {
        return;
    }
    let words = Message::new(
        format!("bukan F tabel untuk df1 = {df1} dan df2 = {df2}"),
        format!("not the F table value for df1 = {df1} and df2 = {df2}"),
    );
    push(printed, f(0.05), words, findings);
}

fn push(printed: &Printed, must: Option<f64>, words: Message, findings: &mut Vec<Finding>) {
    let mut finding = Finding::said(Code::CriticalValue, Severity::Decision, printed.place.clone(), printed.text.clone(), words);
    finding.likely = must.map(|value| printed.print_like(value));
    findings.push(finding);
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use crate::audit::audit;
    use crate::audit::read::markdown::read;

    /// Tables of r: 0,165 for df 140, 0,153 for df 162 (two-tailed, 0,05).
    fn chapter(last: &str) -> String {
        let row = |item: &str, limit: &str| format!("| Butir ({item}) | 0,650 | {limit} | Valid |\n");
        let rows: String = ["X2.1", "X2.2", "X2.3", "X2.4", "X2.5"].iter().map(|item| row(item, "0,153")).collect();
        format!(
            "n = 142 dan n = 164.\n\n**Tabel 4.1** Uji Validitas\n\n| Butir | r hitung | r tabel | Keterangan |\n|---|--|--|--|\n\
             {rows}{}{}{}",
            row("X1.1", "0,165"),
            row("X1.2", "0,165"),
            row("X1.3", last)
        )
    }

    #[test]
    fn each_variable_may_have_a_limit_of_its_own() {
        assert_eq!(audit(&read(&chapter("0,165"))).findings, []);
        let findings = audit(&read(&chapter("0,156"))).findings;
        assert!(findings.iter().any(|finding| finding.printed == "0,156"), "{findings:?}");
    }

    /// r table for df 58, two-tailed: 0,254 in print, 0,2542 with a decimal more (Sugiyono's table has 0,254).
    #[test]
    fn more_decimals_of_the_same_limit_are_no_other_limit() {
        let chapter = |last: &str| {
            let row = |item: u8, r: &str, limit: &str| format!("| Butir (X1.{item}) | {r} | {limit} | Valid |\n");
            let rows: String = (1..6).map(|item| row(item, "0,650", "0,254")).collect();
            let head = "**Tabel 4.1** Uji Validitas\n\n| Butir | r hitung | r tabel | Keterangan |\n|---|--|--|--|\n";
            format!("n = 60.\n\n{head}{rows}{}", row(6, "0,2544", last))
        };
        assert_eq!(audit(&read(&chapter("0,2542"))).findings, []);
        let findings = audit(&read(&chapter("0,2522"))).findings;
        assert!(findings.iter().any(|finding| finding.printed == "0,2522"), "{findings:?}");
    }
}
