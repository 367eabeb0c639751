//! The report of an audit for the terminal.

use crate::audit::finding::{Finding, Severity};
use crate::audit::printed::Place;
use crate::audit::report::AuditReport;
use crate::diagnostics::explain::explain;
use crate::language::{Language, Message};

/// A report for the terminal.
pub(super) fn summary(report: &AuditReport, language: Language) -> String {
    let say = |id: String, en: String| Message::new(id, en).get(language).to_owned();
    let mut out = String::new();
    for severity in [Severity::Impossible, Severity::Decision, Severity::Practice] {
        let found: Vec<&Finding> = report.findings.iter().filter(|finding| finding.severity == severity).collect();
        if found.is_empty() {
            continue;
        }
        out.push_str(&format!("{} ({})\n", severity.name().get(language), found.len()));
        for finding in found {
            out.push_str(&one(finding, language));
        }
        out.push('\n');
    }
    let (tables, numbers, relations) = (report.tables, report.numbers, report.relations);
    out.push_str(&say(
        format!("Diperiksa: {tables} tabel, {numbers} angka, {relations} hubungan.\n"),
        format!("Checked: {tables} tables, {numbers} numbers, {relations} relations.\n"),
    ));
    if let Some(recomputed) = &report.recomputed {
        let (compared, differing) = (recomputed.compared, recomputed.differences.len());
        out.push_str(&say(
            format!("Dihitung ulang dari data: {compared} angka, {differing} berbeda.\n"),
            format!("Recomputed from the data: {compared} numbers, {differing} differ.\n"),
        ));
    }
    let skipped = report.not_checked();
    if !skipped.is_empty() {
        out.push_str(&say("Tidak diperiksa:\n".into(), "Not checked:\n".into()));
    }
    for line in skipped {
        out.push_str(&format!("  – {}\n", line.get(language)));
    }
    if report.findings.is_empty() {
        out.push_str(&say("Tidak ada temuan pada yang diperiksa.\n".into(), "Nothing was found in what was checked.\n".into()));
    }
    out
}

fn one(finding: &Finding, language: Language) -> String {
    let title = explain(finding.code).map(|explanation| explanation.title.get(language)).unwrap_or_default();
    let mut out = format!("  {} {}\n    {}\n", finding.code, where_it_stands(&finding.place, language), title);
    let must = finding.must(language);
    let printed = Message::new("tercetak", "printed");
    out.push_str(&format!(
        "    {} {}{}\n",
        printed.get(language),
        finding.printed,
        if must.is_empty() { String::new() } else { format!("; {must}") }
    ));
    for why in &finding.why {
        out.push_str(&format!("      {}\n", why.get(language)));
    }
    if let Some(words) = &finding.words {
        out.push_str(&format!("      {}\n", words.get(language)));
    }
    if let Some(value) = &finding.recomputed {
        let words = Message::new(format!("dihitung ulang dari data: {value}"), format!("recomputed from the data: {value}"));
        out.push_str(&format!("      {}\n", words.get(language)));
    }
    if let Some(words) = finding.others() {
        out.push_str(&format!("      {}\n", words.get(language)));
    }
    out
}

fn where_it_stands(place: &Place, language: Language) -> String {
    let mut parts: Vec<String> = Vec::new();
    parts.extend(place.table.clone().or_else(|| place.section.clone()));
    if !place.row.is_empty() {
        parts.push(place.row.clone());
    }
    if !place.column.is_empty() && place.table.is_some() {
        parts.push(place.column.clone());
    }
    if place.line > 0 {
        let line = place.line;
        parts.push(Message::new(format!("baris {line}"), format!("line {line}")).get(language).to_owned());
    }
    parts.join(" · ")
}
