//! The letter to the student: for each finding the place, what is printed, what it must be, why, and what to ask.

use super::finding::{Finding, Severity};
use super::report::AuditReport;
use crate::diagnostics::explain::explain;
use crate::language::{Language, Message};
use crate::numbers::NumberStyle;
use crate::report::document::{Block, Document, Heading, Inline};

/// Writes the letter about the chapter in a file of this name.
pub fn write(report: &AuditReport, file: &str, language: Language) -> Document {
    let say = |id: String, en: String| Message::new(id, en).get(language).to_owned();
    let paragraph = |text: String| Block::Paragraph(vec![Inline::text(text)]);
    let heading = |level: u8, text: String| {
        Block::Heading(Heading { level, number: None, numbered: true, anchor: String::new(), content: vec![Inline::text(text)] })
    };
    let title = say(format!("Catatan pemeriksaan: {file}"), format!("Notes on the audit of {file}"));
    let mut blocks = vec![heading(1, title.clone())];
    let (tables, numbers) = (report.tables, report.numbers);
    blocks.push(paragraph(say(
        format!(
            "Bab ini memuat {tables} tabel yang terbaca dan {numbers} angka yang dapat dibandingkan satu dengan yang lain. Setiap angka \
             dianggap benar dalam batas pembulatannya; yang dicatat hanyalah yang tidak dapat dipenuhi nilai mana pun, dan bacaan yang \
             tidak sesuai dengan angkanya."
        ),
        format!(
            "This chapter has {tables} tables that could be read and {numbers} numbers that can be held against each other. Every number \
             is taken for right within its rounding; noted are those that no value can satisfy, and readings that do not follow from \
             their numbers."
        ),
    )));
    for severity in [Severity::Impossible, Severity::Decision, Severity::Practice] {
        let found: Vec<&Finding> = report.findings.iter().filter(|finding| finding.severity == severity).collect();
        if found.is_empty() {
            continue;
        }
        blocks.push(heading(2, severity.name().get(language).to_owned()));
        let items = found.into_iter().map(|finding| item(finding, language)).collect();
        blocks.push(Block::List { ordered: true, start: 1, items });
    }
    if report.findings.is_empty() {
        blocks.push(paragraph(say(
            "Pada bagian yang dapat diperiksa tidak ada yang perlu dicatat.".into(),
            "In what could be checked there is nothing to note.".into(),
        )));
    }
    let skipped = report.not_checked();
    if !skipped.is_empty() {
        blocks.push(heading(2, say("Yang tidak diperiksa".into(), "What was not checked".into())));
        let items = skipped.iter().map(|line| vec![paragraph(line.get(language).to_owned())]).collect();
        blocks.push(Block::List { ordered: false, start: 1, items });
    }
    Document {
        language,
        style: NumberStyle::new(language),
        title,
        author: None,
        figure_captions_above: false,
        letterhead: None,
        blocks,
        origins: Default::default(),
    }
}

fn item(finding: &Finding, language: Language) -> Vec<Block> {
    let say = |id: String, en: String| Message::new(id, en).get(language).to_owned();
    let mut place: Vec<String> = Vec::new();
    place.extend(finding.place.section.clone().filter(|_| finding.place.table.is_none()));
    place.extend(finding.place.parts(language));
    let title = explain(finding.code).map(|explanation| explanation.title.get(language)).unwrap_or_default();
    let must = finding.must(language);
    let mut first = vec![Inline::Strong(vec![Inline::text(place.join(", "))])];
    let printed = &finding.printed;
    let tail = if must.is_empty() { String::new() } else { format!("; {must}") };
    first.push(Inline::text(say(format!(": tercetak {printed}{tail}. "), format!(": printed {printed}{tail}. "))));
    first.push(Inline::text(format!("{title} ({}).", finding.code)));
    let mut blocks = vec![Block::Paragraph(first)];
    for why in &finding.why {
        blocks.push(Block::Paragraph(vec![Inline::text(why.get(language).to_owned())]));
    }
    if let Some(words) = &finding.words {
        blocks.push(Block::Paragraph(vec![Inline::text(capitalized(words.get(language)))]));
    }
    if let Some(value) = &finding.recomputed {
        blocks.push(Block::Paragraph(vec![Inline::text(say(
            format!("Dihitung ulang dari data penelitian: {value}."),
            format!("Recomputed from the data of the study: {value}."),
        ))]));
    }
    if let Some(others) = finding.others() {
        blocks.push(Block::Paragraph(vec![Inline::text(capitalized(others.get(language)))]));
    }
    let ask = finding.ask();
    blocks.push(Block::Paragraph(vec![Inline::Emphasis(vec![Inline::text(ask.get(language).to_owned())])]));
    blocks
}

/// A remark as a sentence.
fn capitalized(text: &str) -> String {
    let mut chars = text.chars();
    let first = chars.next().map(|c| c.to_uppercase().to_string()).unwrap_or_default();
    format!("{first}{}.", chars.as_str().trim_end_matches('.'))
}
