//! Verdicts against their numbers: valid, reliable, accepted, normal.

use super::text::subject;
use crate::audit::facts::Facts;
use crate::audit::finding::{Finding, Severity};
use crate::audit::names::plain;
use crate::audit::statements::Statement;
use crate::audit::tables::Found;
use crate::audit::tables::verdicts::{Judged, JudgedRow};
use crate::diagnostics::Code;
use crate::language::Message;

/// Checks the verdicts of tables and text.
pub fn check(facts: &Facts, found: &Found, statements: &[Statement], findings: &mut Vec<Finding>) {
    for table in &found.verdicts {
        for row in &table.rows {
            judged(row, table.what, findings);
        }
    }
    for statement in statements {
        hypothesis(facts, statement, findings);
    }
}

fn judged(row: &JudgedRow, what: Judged, findings: &mut Vec<Finding>) {
    let (Some(limit), Some(verdict)) = (&row.limit, &row.verdict) else { return };
    let words = plain(verdict);
    let no = words.contains("tidak")
        || words.contains("not ")
        || words.contains("invalid")
        || words.contains("unreliable")
        || words.contains("gugur")
        || words.contains("drop");
    let above = row.value.interval.low > limit.interval.high || row.value.value > limit.value;
    let below = row.value.value < limit.value;
    let contradicts = (no && above) || (!no && below);
    // On the limit both readings occur.
    if !contradicts || (row.value.value - limit.value).abs() < 1e-12 {
        return;
    }
    let (sign, name) = if above { (">", "valid") } else { ("<", "tidak valid") };
    let name = match what {
        Judged::Validity => name,
        Judged::Reliability => {
            if above {
                "reliabel"
            } else {
                "tidak reliabel"
            }
        }
    };
    let mut finding = Finding::said(
        Code::Verdict,
        Severity::Decision,
        row.place.clone(),
        verdict.clone(),
        Message::new(
            format!("{} {sign} {}, jadi {name}", row.value.text, limit.text),
            format!("{} {sign} {}, so the verdict is the other one", row.value.text, limit.text),
        ),
    );
    finding.likely = Some(name.to_owned());
    findings.push(finding);
}

/// What words decide: accepted, rejected; none when they say neither or both.
pub fn verdict_of(words: &str) -> Option<bool> {
    const REJECTED: &[&str] = &[
        " ditolak ",
        " tidak didukung ",
        " not supported ",
        " rejected ",
        " tidak terbukti ",
        " tidak diterima ",
        " belum terbukti ",
    ];
    const ACCEPTED: &[&str] = &[" diterima ", " didukung ", " supported ", " accepted ", " terbukti "];
    let rejected = REJECTED.iter().any(|word| words.contains(word));
    let mut rest = words.to_owned();
    for word in REJECTED {
        rest = rest.replace(word, " ");
    }
    let accepted = ACCEPTED.iter().any(|word| rest.contains(word));
    (accepted != rejected).then_some(accepted)
}

/// `H1 diterima` where the chapter's own significance says otherwise.
fn hypothesis(facts: &Facts, statement: &Statement, findings: &mut Vec<Finding>) {
    let all = statement.words();
    // H0 and Ha side by side, and indirect effects, need more reading than this.
    if [" melalui ", " through ", " moderasi ", " h0 ", " ho ", " ha "].iter().any(|word| all.contains(word)) {
        return;
    }
    if hypotheses_in(&all).len() != 1 {
        return;
    }
    let Some(accepted) = verdict_of(&all) else { return };
    let Some(words) = decide(facts, &all, accepted) else { return };
    let quoted = statement.sentences.iter().zip(&statement.plain).find(|(_, plain)| verdict_of(plain).is_some());
    let quoted = quoted.map(|(sentence, _)| sentence.clone()).unwrap_or_default();
    findings.push(Finding::said(Code::Verdict, Severity::Decision, statement.place.clone(), quoted, words));
}

/// Why a decision on the effect that these words name contradicts the tables; none when it does not.
pub fn decide(facts: &Facts, all: &str, accepted: bool) -> Option<Message> {
    let term = subject(facts, all)?.term?;
    let printed = |id: usize| facts.network.quantities.get(id).and_then(|quantity| quantity.printed.as_ref());
    let p = printed(term.p)?;
    if facts.one_tailed || facts.remedied || (p.interval.low < 0.05 && p.interval.high > 0.05) {
        return None;
    }
    let significant = p.interval.high <= 0.05;
    let value = printed(term.beta).or_else(|| printed(term.b)).map(|printed| printed.value);
    // The direction that the hypothesis states: before the result is told.
    let stated = all.find(" koefisien").or_else(|| all.find(" hasil ")).or_else(|| all.find(" β ")).filter(|at| *at > 20);
    let all = stated.and_then(|at| all.get(..at + 1)).unwrap_or(all);
    let positive = all.contains(" positif ") || all.contains(" positive ") || all.contains(" positively ");
    let negative = all.contains(" negatif ") || all.contains(" negative ") || all.contains(" negatively ");
    let against = match (positive, negative, value) {
        (true, false, Some(value)) => value < 0.0,
        (false, true, Some(value)) => value > 0.0,
        _ => false,
    };
    let p = &p.text;
    if accepted && !significant {
        Some(Message::new(
            format!("Sig. {p} tidak di bawah 0,05, jadi hipotesis ini tidak didukung"),
            format!("Sig. {p} is not below .05, so this hypothesis is not supported"),
        ))
    } else if accepted && against {
        Some(Message::new(
            "tanda koefisien berlawanan dengan hipotesis",
            "the coefficient has the opposite sign of the hypothesis",
        ))
    } else if !accepted && significant && !against && positive != negative {
        Some(Message::new(
            format!("Sig. {p} di bawah 0,05 dan tandanya sesuai, jadi hipotesis ini didukung"),
            format!("Sig. {p} is below .05 and the sign is as expected, so this hypothesis is supported"),
        ))
    } else {
        None
    }
}

/// `h1`, `h2` in plain words.
pub fn hypotheses_in(words: &str) -> Vec<String> {
    let mut out: Vec<String> = Vec::new();
    for word in words.split(' ') {
        let digits = word.strip_prefix('h').unwrap_or_default();
        if !digits.is_empty()
            && digits.len() <= 2
            && digits.chars().all(|c| c.is_ascii_digit())
            && digits != "0"
            && !out.iter().any(|there| there == word)
        {
            out.push(word.to_owned());
        }
    }
    out
}
