//! The words of the summary, both languages side by side.

use crate::batch::row::UnitRow;
use crate::findings::Verdict;
use crate::language::{Language, Message};
use indexmap::IndexMap;

/// The title where the batch file names none.
pub fn title() -> Message {
    Message::new("Rekapitulasi Seluruh Unit", "Summary of All Units")
}

/// A verdict in a cell.
pub fn verdict(verdict: Verdict) -> Message {
    match verdict {
        Verdict::Accepted => Message::new("diterima", "supported"),
        Verdict::Rejected => Message::new("ditolak", "not supported"),
        Verdict::NotTested => Message::new("tidak diuji", "not tested"),
    }
}

/// A claim as it is written in a study, with names for codes and signs as people write them: `Motivasi → Kinerja (positif)`.
pub fn claim(claim: &str, names: &IndexMap<String, String>, language: Language) -> String {
    let word = |token: &str| match token {
        "->" => "→".to_owned(),
        "<->" => "↔".to_owned(),
        "*" => "×".to_owned(),
        "(+)" => Message::new("(positif)", "(positive)").get(language).to_owned(),
        "(-)" => Message::new("(negatif)", "(negative)").get(language).to_owned(),
        code => names.get(code).cloned().unwrap_or_else(|| code.to_owned()),
    };
    claim.split_whitespace().map(word).collect::<Vec<String>>().join(" ")
}

/// An assumption by the name that the results give it.
fn assumption(name: &str) -> Message {
    match name {
        "normality" => Message::new("normalitas", "normality"),
        "multicollinearity" => Message::new("multikolinearitas", "multicollinearity"),
        "heteroscedasticity" => Message::new("heteroskedastisitas", "heteroscedasticity"),
        "autocorrelation" => Message::new("autokorelasi", "autocorrelation"),
        "linearity" => Message::new("linearitas", "linearity"),
        other => Message::new(other, other),
    }
}

/// What a reader should know of a unit; none where there is nothing.
pub fn flags(row: &UnitRow) -> Vec<Message> {
    let mut out = Vec::new();
    let flags = &row.flags;
    if !flags.unreliable.is_empty() {
        let names = flags.unreliable.join(", ");
        out.push(Message::new(format!("tidak reliabel: {names}"), format!("not reliable: {names}")));
    }
    if !flags.invalid_items.is_empty() {
        let count = flags.invalid_items.len();
        out.push(Message::new(format!("{count} butir tidak valid"), format!("items not valid: {count}")));
    }
    if !flags.violated.is_empty() {
        let named = |pick: fn(&Message) -> &str| {
            let one = |found: &String| match found.split_once(": ") {
                Some((outcome, name)) => format!("{outcome}: {}", pick(&assumption(name))),
                None => found.clone(),
            };
            flags.violated.iter().map(one).collect::<Vec<String>>().join(", ")
        };
        let (id, en) = (named(|words| &words.id), named(|words| &words.en));
        out.push(Message::new(format!("asumsi tidak terpenuhi: {id}"), format!("assumptions not met: {en}")));
    }
    if !flags.warnings.is_empty() {
        let codes = flags.warnings.join(", ");
        out.push(Message::new(format!("peringatan data: {codes}"), format!("warnings of the data: {codes}")));
    }
    out
}
